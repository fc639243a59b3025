"""What is known of goods becomes a draft; what is not known is not checked."""

import msgspec

from console.core.categories import Attribute, Category, CategoryFacts, ItemFacts, Paper
from console.core.model import Item, Sku
from console.rules.drafts import Known, draft
from console.rules.findings import Check, Severity
from console.rules.listing import Yardstick, check
from console.rules.listing_documents import Need
from console.rules.listing_images import ImageFacts
from console.rules.pushing import Both, Goods, PushRules, Side
from console.rules.wording.nouns import Verdict

LEAF = Category(category_id="9", path="家居 > 杯具", parent_id="1", is_open=True)
YARDSTICK = Yardstick(notice_days=30, title_most=60)
FULL = Known(
    shop_id="kuaishou:1",
    category_id="9",
    category=LEAF,
    tree_at=1,
    asks=CategoryFacts(category_id="9", attributes=(Attribute(name="材质", required=True), Attribute(name="产地"))),
    item=ItemFacts(item_id="7", category_id="9", filled={"材质": "玻璃"}, image_urls=("a",)),
)


def sku(price: int, code: str = "A") -> Sku:
    return Sku(item_id="7", sku_id=code, code=code, price_fen=price)


def goods(*variants: Both, floor: int | None = None) -> Goods:
    item = Item(item_id="7", title="双层玻璃杯", category_id="9", category_name="杯具")
    return Goods(
        row_id=1,
        title=item.title,
        code="A",
        kuaishou=Side(shop_id="kuaishou:1", item=item, floor_fen=floor),
        youzan=Side(shop_id="youzan:2", item=item),
        variants=variants,
    )


SAME = goods(Both(spec="白", kuaishou=sku(100), youzan=sku(100)))


def severities(known: Known, of: Goods = SAME, **more: object) -> dict[Check, Severity]:
    made = draft(of, PushRules(), known, **more)  # type: ignore[arg-type] - the tests name what they mean
    report = check(made, YARDSTICK, at=0)
    return {one: report.worst(one) for one in Check}


def test_what_nobody_read_is_not_checked() -> None:
    found = severities(Known(category_id="9"))
    for one in (Check.CATEGORY, Check.ATTRIBUTES, Check.IMAGES, Check.DOCUMENTS):
        assert found[one] is Severity.NOT_CHECKED
    assert (found[Check.TITLE], found[Check.PRICE], found[Check.VARIANTS]) == (Severity.PASSED,) * 3


def test_everything_known_and_well_passes() -> None:
    found = severities(FULL, images=[ImageFacts(width=800, height=800)], wording=Verdict())
    assert set(found.values()) == {Severity.PASSED}


def test_asking_without_what_the_item_says_is_not_checked() -> None:
    known = Known(category_id="9", category=LEAF, tree_at=1, asks=FULL.asks)
    assert severities(known)[Check.ATTRIBUTES] is Severity.NOT_CHECKED


def test_a_missing_attribute_blocks() -> None:
    bare = Known(category_id="9", category=LEAF, tree_at=1, asks=FULL.asks, item=ItemFacts(item_id="7"))
    assert severities(bare)[Check.ATTRIBUTES] is Severity.BLOCK


def test_a_category_that_the_tree_does_not_hold_is_no_leaf() -> None:
    assert severities(Known(category_id="9", tree_at=1))[Check.CATEGORY] is Severity.BLOCK
    assert severities(Known(tree_at=1))[Check.CATEGORY] is Severity.NOT_CHECKED, "nobody told in which it is"
    alone = msgspec.structs.replace(SAME, kuaishou=None)
    assert severities(Known(tree_at=1), alone)[Check.CATEGORY] is Severity.BLOCK, "none is chosen"


def test_documents_never_pass_where_some_are_asked_for() -> None:
    asks = CategoryFacts(category_id="9", papers=(Paper(name="检测报告"),))
    known = Known(category_id="9", category=LEAF, tree_at=1, asks=asks)
    assert severities(known)[Check.DOCUMENTS] is Severity.NOT_CHECKED
    assert severities(FULL, likely=[Need(document="检测报告")])[Check.DOCUMENTS] is Severity.NOT_CHECKED
    made = draft(SAME, PushRules(), known, likely=[Need(document="检测报告"), Need(document="授权书")])
    assert [need.document for need in made.needs or ()] == ["检测报告", "授权书"], "each once"


def test_prices_and_holes() -> None:
    apart = goods(
        Both(spec="白", kuaishou=sku(120), youzan=sku(100)),
        Both(spec="黑", youzan=sku(100)),
        floor=90,
    )
    found = severities(FULL, apart)
    assert (found[Check.PRICE], found[Check.VARIANTS]) == (Severity.WARN, Severity.WARN)
    cheap = goods(Both(spec="白", kuaishou=sku(80), youzan=sku(85)), floor=90)
    assert severities(FULL, cheap)[Check.PRICE] is Severity.BLOCK
    alone = Goods(row_id=1, title="杯", code="", kuaishou=SAME.kuaishou, variants=(Both(spec="白", kuaishou=sku(1)),))
    found = severities(FULL, alone)
    assert (found[Check.PRICE], found[Check.VARIANTS]) == (Severity.NOT_CHECKED, Severity.NOT_CHECKED)
