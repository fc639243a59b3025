"""Which goods stand in which tab: conflicts, filters, search, and counts that equal the rows listed."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from console.core.model import AuditState, Item, Listing, Platform, Shop, Sku
from console.store import engines
from console.store.health import note_success
from console.store.item_view import contested_ids, item_detail, item_ids, item_rows, item_tab_counts
from console.store.items import retire_missing, save_listings
from console.store.selection import item_codes
from console.store.shops import pair, put_shop
from console.store.views import ItemFilter, ItemRow, ItemTab, Pair

NOW = 1_768_444_200_000


def listing(no: str, code: str = "", *sku_codes: str, **more: Any) -> Listing:
    skus = tuple(Sku(item_id=no, sku_id=f"{no}-{n}", code=c, stock=1) for n, c in enumerate(sku_codes))
    return Listing(item=Item(item_id=no, title=f"货 {no}", code=code, **more), skus=skus)


def put(conn: Connection, bound: Pair, kuaishou: list[Listing], youzan: list[Listing]) -> None:
    """Both shops' goods, read to the end: saved, paired, and so noted."""
    for shop_id, listings in zip(bound.shop_ids, (kuaishou, youzan), strict=True):
        save_listings(conn, shop_id, listings, NOW)
        retire_missing(conn, shop_id, {one.item.item_id for one in listings})
        note_success(conn, shop_id, "items", NOW)


def rows(conn: Connection, **wanted: Any) -> list[ItemRow]:
    return item_rows(conn, item_ids(conn, ItemFilter(**wanted)), contested_ids(conn))


def numbers(conn: Connection, **wanted: Any) -> set[str]:
    return {row.kuaishou_item_id or row.youzan_item_id or "" for row in rows(conn, **wanted)}


# --- conflicts -------------------------------------------------------------------------------------------------------


def test_a_code_that_two_items_bear_is_a_conflict_of_all_three(conn: Connection, bound: Pair) -> None:
    put(
        conn, bound, [listing("1", "A"), listing("2", "A"), listing("3", "B")], [listing("11", "A"), listing("12", "B")]
    )
    assert numbers(conn, tab="conflict") == {"1", "2", "11"}
    assert numbers(conn, tab="linked") == {"3"}
    assert not numbers(conn, tab="only_kuaishou") | numbers(conn, tab="only_youzan")
    assert {row.contested for row in rows(conn, tab="conflict")} == {True}
    assert {row.contested for row in rows(conn, tab="linked")} == {False}


def test_a_code_shared_within_one_shop_alone_is_none(conn: Connection, bound: Pair) -> None:
    put(conn, bound, [listing("1", "A"), listing("2", "A")], [listing("11", "B")])
    assert numbers(conn, tab="conflict") == set()
    assert numbers(conn, tab="only_kuaishou") == {"1", "2"}


def test_variants_that_speak_for_two_items_are_a_conflict(conn: Connection, bound: Pair) -> None:
    put(conn, bound, [listing("1", "", "x"), listing("2", "", "y")], [listing("11", "", "x", "y")])
    assert numbers(conn, tab="conflict") == {"1", "2", "11"}


def test_a_conflict_reaches_those_whose_only_partner_is_in_one(conn: Connection, bound: Pair) -> None:
    kuaishou = [listing("1", "", "x"), listing("2", "", "x", "y")]
    put(conn, bound, kuaishou, [listing("11", "", "x"), listing("12", "", "y")])
    assert numbers(conn, tab="conflict") == {"1", "2", "11", "12"}


def test_one_code_for_everything_is_told_without_pairing_all_with_all(conn: Connection, bound: Pair) -> None:
    put(conn, bound, [listing(f"1{n}", "1") for n in range(400)], [listing(f"2{n}", "1") for n in range(400)])
    assert item_tab_counts(conn, ItemFilter())["conflict"] == 800
    detail = item_detail(conn, item_ids(conn, ItemFilter(tab="conflict"))[0])
    assert detail is not None
    assert (len(detail.rivals), detail.rival_count) == (12, 799)


def test_a_code_of_goods_that_are_linked_already_is_a_conflict(conn: Connection, bound: Pair) -> None:
    put(conn, bound, [listing("1", "A", "x"), listing("2", "", "x")], [listing("11", "A", "x")])
    assert numbers(conn, tab="linked") == {"1"}
    assert numbers(conn, tab="conflict") == {"2"}


def test_nothing_is_a_conflict_before_both_shops_were_read(conn: Connection, bound: Pair) -> None:
    save_listings(conn, bound.kuaishou_shop_id, [listing("1", "A"), listing("2", "A")], NOW)
    save_listings(conn, bound.youzan_shop_id, [listing("11", "A")], NOW)
    note_success(conn, bound.kuaishou_shop_id, "items", NOW)
    assert numbers(conn, tab="conflict") == set()
    assert numbers(conn, tab="only_kuaishou") == {"1", "2"}


def test_what_the_next_pairing_links_is_no_conflict(conn: Connection, bound: Pair) -> None:
    put(conn, bound, [listing("1", "A")], [])
    save_listings(conn, bound.youzan_shop_id, [listing("11", "A")], NOW)  # a sweep under way
    assert numbers(conn, tab="conflict") == set()


def test_gone_goods_and_variants_contest_nothing(conn: Connection, bound: Pair) -> None:
    put(conn, bound, [listing("1", "A", "x"), listing("2", "A", "x")], [listing("11", "A", "x")])
    save_listings(conn, bound.kuaishou_shop_id, [listing("2", "B", "y", updated_at=5)], NOW)
    retire_missing(conn, bound.kuaishou_shop_id, {"1", "2"})
    assert numbers(conn, tab="conflict") == set()
    assert (numbers(conn, tab="linked"), numbers(conn, tab="only_kuaishou")) == ({"1"}, {"2"})


def test_another_pair_with_the_same_codes_contests_nothing(conn: Connection, bound: Pair) -> None:
    for platform, number in ((Platform.KUAISHOU, "8"), (Platform.YOUZAN, "9")):
        put_shop(conn, Shop(shop_id=f"{platform}:{number}", platform=platform, platform_shop_id=number, name="二店"))
    pair(conn, "kuaishou:8", "youzan:9")
    second = Pair(kuaishou_shop_id="kuaishou:8", youzan_shop_id="youzan:9")
    put(conn, bound, [listing("1", "A")], [listing("11", "A")])
    put(conn, second, [listing("1", "A"), listing("2", "B")], [listing("11", "A")])
    assert item_tab_counts(conn, ItemFilter())["conflict"] == 0
    assert len(item_ids(conn, ItemFilter(tab="linked"))) == 2
    assert numbers(conn, pair=second) == {"1", "2"}


def test_the_detail_names_the_rivals(conn: Connection, bound: Pair) -> None:
    kuaishou = [listing("1", "", "x"), listing("2", "", "y"), listing("3", "C")]
    put(conn, bound, kuaishou, [listing("11", "", "x", "y"), listing("13", "C")])
    found = {row.kuaishou_item_id or row.youzan_item_id: row.id for row in rows(conn)}
    detail = item_detail(conn, found["1"])
    assert detail is not None
    assert [(rival.platform, rival.item_id) for rival in detail.rivals] == [("kuaishou", "2"), ("youzan", "11")]
    assert detail.row.contested
    linked = item_detail(conn, found["3"])
    assert linked is not None
    assert (linked.rivals, linked.row.contested) == ((), False)


# --- variants --------------------------------------------------------------------------------------------------------


def sold(no: str, *variants: tuple[str, int | None, int | None]) -> Listing:
    skus = tuple(
        Sku(item_id=no, sku_id=f"{no}-{n}", code=code, price_fen=price, stock=stock)
        for n, (code, price, stock) in enumerate(variants)
    )
    return Listing(item=Item(item_id=no, title="货", code="A", price_fen=100, stock=5), skus=skus)


@pytest.mark.parametrize(
    ("kuaishou", "youzan", "differ", "priced"),
    [
        ([("x", 100, 5), ("y", 100, 5)], [("y", 100, 5), ("x", 100, 5)], False, False),
        ([("x", 100, 5), ("y", 100, 5)], [("x", 100, 5), ("y", 101, 5)], True, True),
        ([("x", 100, 5), ("y", 100, 5)], [("x", 100, 5), ("y", 100, 4)], True, False),
        ([("x", 100, 5), ("y", 100, 5)], [("x", 100, 5)], True, False),
        (
            [("x", 100, 5), ("y", 100, 5)],
            [("x", None, 5), ("y", 100, None)],
            False,
            False,
        ),  # what is not said is no difference
        ([("x", 100, 5)], [("other", 100, 5)], False, False),  # the only one of each side
        ([("x", 100, 5)], [("other", 200, 5)], True, True),
        ([("x", 100, 5), ("y", 100, 5)], [], False, False),  # a side that names none
    ],
)
def test_a_row_knows_whether_its_variants_differ(
    conn: Connection, bound: Pair, kuaishou: list[Any], youzan: list[Any], differ: bool, priced: bool
) -> None:
    put(conn, bound, [sold("1", *kuaishou), listing("2", "B")], [sold("11", *youzan), listing("12", "B")])
    found = {row.kuaishou_item_id: row for row in rows(conn)}
    assert found["1"].youzan_item_id == "11"
    assert (found["1"].variants_differ, found["2"].variants_differ) == (differ, False)
    assert (found["1"].variant_prices_differ, found["2"].variant_prices_differ) == (priced, False)
    detail = item_detail(conn, found["1"].id)
    assert detail is not None
    assert detail.row == found["1"]


# --- filters ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def priced(conn: Connection, bound: Pair) -> Pair:
    def pieces(*sides: tuple[str, int | None, bool | None]) -> list[Listing]:
        return [listing(no, no[-1], f"{no[-1]}-SKU", price_fen=price, on_shelf=on) for no, price, on in sides]

    kuaishou = pieces(("1", 1000, True), ("2", 1050, True), ("3", 1110, False), ("4", None, None), ("5", 700, True))
    youzan = pieces(("11", 1000, True), ("12", 1000, False), ("13", 1000, True), ("14", 1000, True))
    put(conn, bound, kuaishou, youzan)
    return bound


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"gap": "none"}, {"1"}),
        ({"gap": "small"}, {"2"}),
        ({"gap": "large"}, {"3"}),
        ({"shelf": "both"}, {"1"}),
        ({"shelf": "kuaishou_off"}, {"3"}),
        ({"shelf": "youzan_off"}, {"2"}),
        ({"shelf": "unequal"}, {"2", "3"}),
        ({"gap": "large", "shelf": "kuaishou_off"}, {"3"}),
        ({"gap": "none", "shelf": "unequal"}, set()),
    ],
)
def test_gap_and_shelf_narrow(conn: Connection, priced: Pair, wanted: dict[str, Any], found: set[str]) -> None:
    assert numbers(conn, **wanted) == found
    counts = item_tab_counts(conn, ItemFilter(**wanted))
    assert (counts["all"], counts["linked"]) == (len(found), len(found))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("货 1", {"1", "2", "3", "4"}),  # "1" itself, and the others by Youzan's "货 12", "货 13", "货 14"
        ("3-sku", {"3"}),
        ("11-0", {"1"}),  # a SKU's number, whole
        ("11-", set()),
        ("14", {"4"}),
        ("_", set()),
    ],
)
def test_search_looks_at_both_sides(conn: Connection, priced: Pair, text: str, found: set[str]) -> None:
    assert numbers(conn, text=text) == found


def test_search_finds_no_gone_variant(conn: Connection, bound: Pair) -> None:
    put(conn, bound, [listing("1", "A", "old", updated_at=1)], [])
    save_listings(conn, bound.kuaishou_shop_id, [listing("1", "A", "new", updated_at=2)], NOW)
    assert (numbers(conn, text="old"), numbers(conn, text="new")) == (set(), {"1"})


def test_codes_come_in_the_order_asked_for_and_from_either_side(conn: Connection, bound: Pair) -> None:
    put(conn, bound, [listing("1", "", "x"), listing("2", "B"), listing("3", "")], [listing("11", "A", "x")])
    found = {row.kuaishou_item_id: row.id for row in rows(conn)}
    assert item_codes(conn, [found["2"], found["3"], found["1"]]) == ["B", "A"]


# --- a law -----------------------------------------------------------------------------------------------------------

CODES = st.sampled_from(["", "A", "B", "C"])
GOODS = st.lists(
    st.tuples(
        CODES,
        st.lists(st.sampled_from(["", "x", "y", "z"]), max_size=2),
        st.sampled_from(list(AuditState)),
        st.one_of(st.none(), st.sampled_from([0, 900, 1000, 1101])),
    ),
    max_size=5,
)


@given(kuaishou=GOODS, youzan=GOODS, text=st.sampled_from(["", "A", "x", "货"]))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_badges_equal_lists_and_every_row_has_its_tab(
    ready_file: Path, kuaishou: list[Any], youzan: list[Any], text: str
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "law.db"
        shutil.copyfile(ready_file, path)
        engine = engines.writer(path, busy_ms=50)
        with engine.begin() as conn:
            bound = Pair(kuaishou_shop_id="kuaishou:1", youzan_shop_id="youzan:2")
            pair(conn, *bound.shop_ids)
            sides = [
                [
                    listing(f"{side}{n}", code, *dict.fromkeys(skus), audit=audit, price_fen=price)
                    for n, (code, skus, audit, price) in enumerate(goods)
                ]
                for side, goods in enumerate((kuaishou, youzan), start=1)
            ]
            put(conn, bound, *sides)
            _hold(conn, text)
        engine.dispose()


def _hold(conn: Connection, text: str) -> None:
    counts = item_tab_counts(conn, ItemFilter(text=text))
    listed = {tab: item_ids(conn, ItemFilter(tab=tab, text=text)) for tab in counts}
    assert {tab: len(ids) for tab, ids in listed.items()} == counts
    parts: tuple[ItemTab, ...] = ("linked", "to_confirm", "conflict", "only_kuaishou", "only_youzan")
    whole = [row_id for tab in parts for row_id in listed[tab]]
    assert sorted(whole) == sorted(listed["all"])
    for row in item_rows(conn, listed["all"], contested_ids(conn)):
        alone = row.kuaishou_item_id is None or row.youzan_item_id is None
        assert row.contested == (alone and _shares_a_code(conn, row.id)), "what is left unlinked though codes agree"
        detail = item_detail(conn, row.id)
        assert detail is not None
        assert bool(detail.rivals) == row.contested


def _shares_a_code(conn: Connection, row_id: int) -> bool:
    """Whether an item of the other shop bears the same item code, or a variant of it a variant's code of this one."""
    items = list(conn.exec_driver_sql("SELECT id, shop_id, item_id, code FROM items"))
    skus = [tuple(row) for row in conn.exec_driver_sql("SELECT shop_id, item_id, code FROM skus WHERE code <> ''")]

    def codes(item: Any) -> set[tuple[str, str]]:
        own = {("sku", code) for shop_id, item_id, code in skus if (shop_id, item_id) == (item.shop_id, item.item_id)}
        return own | ({("item", item.code)} if item.code else set())

    this = next(item for item in items if item.id == row_id)
    return any(codes(this) & codes(item) for item in items if item.shop_id != this.shop_id)
