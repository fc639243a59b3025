"""Linking goods: the dry run adds up, agrees with the file's pairing, and a second run proposes nothing new."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.core.model import Item, Listing, Platform, Sku
from console.rules.codes import Goods, pair_up
from console.rules.likeness import Title, Titles
from console.rules.linking import propose
from console.rules.linking_skus import SkuReason, plan_skus
from console.rules.links import Held, Proposal, Reason, with_links

KUAISHOU, YOUZAN = Platform.KUAISHOU, Platform.YOUZAN
STANDINGS = ("held", "link", "conflict", "suggestion", "alone")
GOODS = ("保温杯", "铸铁锅", "小夜灯", "香薰蜡烛", "晴雨伞", "地毯", "拖鞋", "毛巾", "砧板", "收纳箱")
KINDS = ("不锈钢", "珐琅", "三档", "礼盒", "全自动", "北欧", "静音", "纯棉", "竹制", "折叠")


def listing(item_id: str, title: str = "", code: str = "", *skus: Sku) -> Listing:
    return Listing(item=Item(item_id=item_id, title=title, code=code), skus=skus)


def sku(sku_id: str, code: str = "", spec: str = "") -> Sku:
    return Sku(item_id="", sku_id=sku_id, code=code, spec=spec)


def title(number: int) -> str:
    return f"{KINDS[number % 10]}{GOODS[number // 10 % 10]} 第{'甲乙丙'[number // 100 % 3]}系列 {number}号"


def shops_of_s3() -> tuple[list[Listing], list[Listing]]:
    """300 + 300 goods: 287 clear, nine whose code several bear, four without a code on one side."""
    left = [listing(f"k{n:03}", title(n), f"C{n:03}") for n in range(287)]
    right = [listing(f"y{n:03}", f"{title(n)} 包邮", f"C{n:03}") for n in range(287)]
    for n in range(287, 296):  # three by three
        left.append(listing(f"k{n}", title(n), f"D{(n - 287) // 3}"))
        right.append(listing(f"y{n}", title(n), f"D{(n - 287) // 3}"))
    for n in range(296, 300):
        left.append(listing(f"k{n}", title(n)))
        right.append(listing(f"y{n}", f"{title(n)} 新款", f"C{n}"))
    return left, right


def test_the_first_match_of_a_shop() -> None:
    """S3: dry run, accept what is suggested, settle nine by hand; the next run has nothing to do."""
    left, right = shops_of_s3()
    first = propose(left, right, held=Held(), least=0.8)
    counts = {one: first.count(KUAISHOU, one) for one in STANDINGS}
    assert counts == {"held": 0, "link": 287, "conflict": 9, "suggestion": 4, "alone": 0}
    assert (len(first.link), len(first.create(KUAISHOU)), len(first.create(YOUZAN))) == (287, 0, 0)
    suggested = [(one.item_id, one.candidates[0].item_id) for one in first.ask if one.kind == "suggestion"]
    assert suggested == [(f"k{n}", f"y{n}") for n in range(296, 300)]
    held = with_links(with_links(Held(), (link.pair for link in first.link)), suggested)
    second = propose(left, right, held=held, least=0.8)
    assert second.is_empty
    assert [one.kind for one in second.ask if one.platform is KUAISHOU] == ["conflict"] * 9
    held = with_links(held, ((one.item_id, "y" + one.item_id[1:]) for one in second.ask if one.platform is KUAISHOU))
    third = propose(left, right, held=held, least=0.8)
    assert (third.link, third.ask, third.count(KUAISHOU, "held"), third.count(YOUZAN, "held")) == ((), (), 300, 300)


CODES = st.sampled_from(("", "1", "2", "3"))
SKUS = st.lists(st.builds(sku, st.sampled_from("abc"), CODES), max_size=2, unique_by=lambda one: one.sku_id)


@st.composite
def shop(draw: st.DrawFn, first: str) -> list[Listing]:
    rows = draw(st.lists(st.tuples(CODES, st.sampled_from(KINDS), SKUS), max_size=6))
    return [listing(f"{first}{n}", f"{kind}保温杯", code, *skus) for n, (code, kind, skus) in enumerate(rows)]


PAIRS = st.tuples(st.sampled_from([f"k{n}" for n in range(7)]), st.sampled_from([f"y{n}" for n in range(7)]))


@st.composite
def standing(draw: st.DrawFn) -> Held:
    links = draw(
        st.lists(PAIRS, max_size=3).filter(lambda p: len({a for a, _ in p}) == len({b for _, b in p}) == len(p))
    )
    return Held(links=tuple(links), refused=frozenset(draw(st.lists(PAIRS, max_size=3))) - frozenset(links))


@given(shop("k"), shop("y"), standing())
@settings(max_examples=300)
def test_carried_out_it_proposes_nothing_new_and_nobody_has_two_links(
    left: list[Listing], right: list[Listing], held: Held
) -> None:
    first = propose(left, right, held=held, least=0.8)
    live = Held(links=tuple(pair for pair in held.links if pair not in first.stale), refused=held.refused)
    after = with_links(live, (link.pair for link in first.link))  # raises where one would get a second link
    again = propose(left, right, held=after, least=0.8)
    assert again.is_empty
    assert again.ask == first.ask
    assert not after.refused & set(after.links)


@given(shop("k"), shop("y"), standing())
def test_every_item_stands_somewhere_once(left: list[Listing], right: list[Listing], held: Held) -> None:
    said = propose(left, right, held=held, least=0.8)
    for platform, goods in ((KUAISHOU, left), (YOUZAN, right)):
        assert sum(said.count(platform, one) for one in STANDINGS) == len(goods)
    assert said.count(KUAISHOU, "link") == said.count(YOUZAN, "link") == len(said.link)
    asked = {(one.platform, one.item_id) for one in said.ask}
    assert len(asked) == len(said.ask)
    assert all(one.candidates for one in said.ask)


@given(shop("k"), shop("y"))
def test_it_links_what_the_files_pairing_links(left: list[Listing], right: list[Listing]) -> None:
    def goods(shop: list[Listing], first: int) -> list[Goods]:
        return [
            Goods(first + n, one.item.code, frozenset(s.code for s in one.skus or () if s.code))
            for n, one in enumerate(shop)
        ]

    paired = {(f"k{here}", f"y{row - 100}") for row, here in pair_up(goods(left, 0), goods(right, 100)).items()}
    assert {link.pair for link in propose(left, right, held=Held(), least=0.8).link} == paired


def only(said: Proposal) -> tuple[str, Reason, float]:
    (asked,) = said.ask
    return asked.kind, asked.candidates[0].reason, asked.candidates[0].score


def test_a_refused_pair_is_never_proposed_again() -> None:
    left, right = [listing("k", "竹制砧板", "A")], [listing("y", "竹制砧板", "A")]
    said = propose(left, right, held=Held(refused=frozenset({("k", "y")})), least=0.8)
    assert (said.link, said.ask, said.create(YOUZAN), said.create(KUAISHOU)) == ((), (), ("k",), ("y",))


def test_a_link_to_goods_that_are_gone_frees_what_is_left() -> None:
    said = propose([listing("k", "竹制砧板", "A")], [], held=Held(links=(("k", "y"),)), least=0.8)
    assert (said.stale, said.count(KUAISHOU, "alone")) == ((("k", "y"),), 1)


def test_other_codes_want_titles_that_are_the_same() -> None:
    left = [listing("k", "316不锈钢保温杯大容量", "A")]
    same, near = listing("y", "316 不锈钢保温杯 大容量", "B"), listing("y", "316不锈钢保温杯超大容量", "B")
    assert only(propose(left, [same], held=Held(), least=0.8)) == ("suggestion", Reason.TITLE_OTHER_CODE, 1.0)
    assert propose(left, [near], held=Held(), least=0.8).ask == ()
    assert only(propose(left, [listing("y", "316不锈钢保温杯超大容量")], held=Held(), least=0.8))[1] is Reason.TITLE


def test_a_code_that_is_linked_elsewhere_is_shown_as_taken() -> None:
    left = [listing("k1", "保温杯", "A"), listing("k2", "保温杯", "B", sku("s", "X"))]
    right = [listing("y1", "保温杯", "A", sku("s", "X"))]
    said = propose(left, right, held=Held(), least=0.8)
    assert [link.pair for link in said.link] == [("k1", "y1")]
    assert said.ask[0].item_id == "k2"
    assert said.ask[0].candidates[0].taken


def test_one_code_on_everything_is_asked_by_title() -> None:
    left = [listing(f"k{n:03}", title(n), "1") for n in range(300)]
    right = [listing(f"y{n:03}", title(n), "1") for n in range(300)]
    said = propose(left, right, held=Held(), least=0.8)
    assert [one.candidates[0].item_id for one in said.ask[:300]] == [f"y{n:03}" for n in range(300)]


def test_a_second_link_is_refused() -> None:
    with pytest.raises(ValueError, match="second link"):
        with_links(Held(links=(("k", "y"),)), [("k", "z")])


# -- titles ------------------------------------------------------------------------------------------------------------


def test_other_figures_are_other_goods() -> None:
    cup, big = Title("316不锈钢保温杯大容量 500ml"), Title("316不锈钢保温杯大容量 1000ml")
    assert cup.likeness(big) < 0.8 < cup.likeness(Title("316不锈钢保温杯 大容量500ML 车载"))


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_is_symmetric_and_within_bounds(one: str, other: str) -> None:
    a, b = Title(one), Title(other)
    assert a.likeness(b) == pytest.approx(b.likeness(a))
    assert 0 <= a.likeness(b) <= 1


def test_a_title_with_nothing_in_common_is_not_compared() -> None:
    assert [at for at, _ in Titles([Title("羊毛地毯"), Title("竹制砧板双面")]).likest(Title("竹制砧板"), 0.0, 5)] == [1]


# -- variants ----------------------------------------------------------------------------------------------------------


def test_variants_by_code_then_code_and_specification_then_a_suggestion() -> None:
    left = listing(
        "k", "", "", sku("1", "A"), sku("2", "B", "米白"), sku("3", "B", "黑色"), sku("4", "", "藏青"), sku("5")
    )
    right = listing("y", "", "", sku("a", "A"), sku("b", "B", "黑 色"), sku("c", "B", "米白"), sku("d", "", "藏青"))
    plan = plan_skus(left, right)
    assert plan is not None
    assert [(link.pair, link.reason) for link in plan.link] == [
        (("1", "a"), SkuReason.CODE),
        (("2", "c"), SkuReason.CODE_SPEC),
        (("3", "b"), SkuReason.CODE_SPEC),
    ]
    assert [(link.pair, link.reason) for link in plan.suggest] == [(("4", "d"), SkuReason.SPEC)]
    assert [one.sku_id for one in plan.only_kuaishou] == ["5"]


def test_two_linked_items_with_one_variant_each_need_no_code() -> None:
    alone = plan_skus(listing("k", "", "A"), listing("y", "", "", sku("s")))
    assert alone is not None
    assert [(link.pair, link.reason) for link in alone.link] == [(("k", "s"), SkuReason.ONLY)]
    other = plan_skus(listing("k", "", "A"), listing("y", "", "", sku("s", "B")))
    assert other is not None
    assert [(link.pair, link.reason) for link in other.link] == [(("k", "s"), SkuReason.ONLY)]


def test_variants_that_were_not_read_are_not_judged() -> None:
    assert plan_skus(Listing(item=Item(item_id="k", title="")), listing("y")) is None


VARIANTS = st.lists(
    st.builds(sku, st.sampled_from("abcdef"), CODES, st.sampled_from(("", "红", "蓝"))),
    max_size=5,
    unique_by=lambda one: one.sku_id,
)


@given(VARIANTS, VARIANTS)
@settings(max_examples=300)
def test_no_variant_has_two_links_and_a_second_run_finds_none(left: list[Sku], right: list[Sku]) -> None:
    one, other = listing("k", "", "", *left), listing("y", "", "", *right)
    plan = plan_skus(one, other)
    assert plan is not None
    links = [link.pair for link in (*plan.link, *plan.suggest)]
    assert len({a for a, _ in links}) == len({b for _, b in links}) == len(links)
    assert len(links) + len(plan.only_kuaishou) == max(len(left), 1)
    again = plan_skus(one, other, [link.pair for link in plan.link])
    assert again is not None
    assert (again.link, again.suggest) == ((), plan.suggest)
    assert plan_skus(one, other, links) == type(plan)(only_kuaishou=plan.only_kuaishou, only_youzan=plan.only_youzan)
