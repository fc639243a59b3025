"""What a check stops: a title and the shelf at Kuaishou, by what will be once everything wanted is done."""

import pytest

from console.core.model import Item, Platform, Sku
from console.rules import listing
from console.rules.drafts import Known, draft
from console.rules.findings import Check, Finding
from console.rules.listing import Yardstick
from console.rules.publishing import as_wished, blocking, stopped, stops
from console.rules.pushing import Both, Goods, PushRules, Side, Wish, plan

OURS, THEIRS = Platform.KUAISHOU, Platform.YOUZAN
FREE = PushRules(leads={"title": "free", "price": "free", "stock": "free", "shelf": "free"})
LONG = "很长的标题" * 3
NO_LEAF = Known(shop_id="kuaishou:1", category_id="9", tree_at=1)  # a tree that does not hold it


def goods(title: str = "双层杯", price: int = 5990, floor: int | None = None) -> Goods:
    def side(platform: Platform, floor_fen: int | None = None) -> Side:
        item = Item(item_id="7", title=title, price_fen=price, on_shelf=False, category_id="9")
        return Side(shop_id=f"{platform}:1", item=item, floor_fen=floor_fen)

    sku = Sku(item_id="7", sku_id="71", price_fen=price, stock=5)
    return Goods(
        row_id=1,
        title=title,
        code="",
        kuaishou=side(OURS, floor),
        youzan=side(THEIRS),
        variants=(Both(spec="白", kuaishou=sku, youzan=sku),),
    )


TITLE = Wish(side=OURS, field="title", to="双层玻璃杯")
ON = Wish(side=OURS, field="shelf", to=True)
PRICE = Wish(side=OURS, field="price", to=5900, sku_id="71")
STOCK = Wish(side=OURS, field="stock", to=3, sku_id="71")


def sent(one: Goods, *wishes: Wish, known: Known = NO_LEAF) -> dict[tuple[Platform, str], str]:
    """What becomes of each wish: its fate, and the first reason."""
    report = listing.check(draft(as_wished(one, wishes), FREE, known), Yardstick(notice_days=30, title_most=10), at=0)
    found = stopped(plan(one, wishes, FREE), wishes, blocking(report))
    assert all((line.command is None) == (line.fate == "skipped") for line in found.lines)
    return {(line.side, line.field): " ".join((line.fate, *line.codes[:1])) for line in found.lines}


def test_a_blocking_check_stops_publishing_and_nothing_else() -> None:
    assert sent(goods(), TITLE, ON, PRICE, STOCK) == {
        (OURS, "title"): "skipped push.check_blocks category",
        (OURS, "shelf"): "skipped push.check_blocks category",
        (OURS, "price"): "sent",
        (OURS, "stock"): "sent",
    }


def test_the_other_shop_and_going_off_the_shelf_are_free() -> None:
    there = Wish(side=THEIRS, field="title", to="双层玻璃杯")
    on_shelf = goods()
    assert on_shelf.kuaishou is not None
    assert stops(Wish(side=OURS, field="shelf", to=False), blocking_of(on_shelf)) == ()
    assert sent(goods(), there) == {(THEIRS, "title"): "sent"}


def blocking_of(one: Goods) -> tuple[Finding, ...]:
    return blocking(listing.check(draft(one, FREE, NO_LEAF), Yardstick(notice_days=30), at=0))


def test_without_a_blocking_check_everything_goes() -> None:
    nobody_looked = Known(shop_id="kuaishou:1", category_id="9")
    assert sent(goods(), TITLE, ON, known=nobody_looked) == {(OURS, "title"): "sent", (OURS, "shelf"): "sent"}


def test_what_the_push_itself_mends_does_not_stop_it() -> None:
    """A title that is too long now, and short enough then; and the other way round."""
    nobody_looked = Known(shop_id="kuaishou:1", category_id="9")
    assert sent(goods(LONG), TITLE, ON, known=nobody_looked) == {(OURS, "title"): "sent", (OURS, "shelf"): "sent"}
    longer = Wish(side=OURS, field="title", to=LONG)
    assert sent(goods(), longer, known=nobody_looked) == {(OURS, "title"): "skipped push.check_blocks title"}


@pytest.mark.parametrize(("to", "said"), [(5000, "skipped push.check_blocks price"), (5900, "sent")])
def test_goods_are_not_put_on_the_shelf_below_their_floor(to: int, said: str) -> None:
    nobody_looked = Known(shop_id="kuaishou:1", category_id="9")
    price = Wish(side=OURS, field="price", to=to, sku_id="71")
    found = sent(goods(floor=5200), price, ON, TITLE, known=nobody_looked)
    assert found[OURS, "shelf"] == said
    assert found[OURS, "title"] == "sent", "a title leaves the price as it is"


def test_goods_at_kuaishou_stand_in_some_category() -> None:
    report = listing.check(draft(goods(), FREE, Known(shop_id="kuaishou:1")), Yardstick(notice_days=30), at=0)
    assert Check.CATEGORY not in {one.check for one in blocking(report)}, "not told is not none"
