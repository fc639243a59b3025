"""Links of goods in the file: kept, unique, audited; lists, pairing and the dry run tell one truth of them."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from console.core.errors import Refused
from console.core.model import Item, Listing, Platform, Shop, Sku
from console.rules.linking import propose
from console.rules.links import Held, Proposal
from console.store import audit, engines, goods_links, shops
from console.store.goods_links import Wanted
from console.store.goods_questions import asked_of, books, find_counterparts, is_read, save_questions
from console.store.health import note_success
from console.store.item_view import contested_ids, item_ids, item_rows, item_tab_counts
from console.store.items import retire_missing, save_listings
from console.store.pairing import held, pair_items, standing
from console.store.views import ItemFilter, ItemTab, Pair

NOW = 1_768_444_200_000
BOUND = Pair(kuaishou_shop_id="kuaishou:1", youzan_shop_id="youzan:2")
LEAST = 0.8


def listing(item_id: str, title: str = "", code: str = "", *skus: str) -> Listing:
    variants = tuple(Sku(item_id=item_id, sku_id=f"{item_id}-{n}", code=one) for n, one in enumerate(skus))
    return Listing(item=Item(item_id=item_id, title=title, code=code), skus=variants)


def put(conn: Connection, kuaishou: list[Listing], youzan: list[Listing]) -> None:
    """Both shops, read to the end."""
    for shop_id, goods in zip(BOUND.shop_ids, (kuaishou, youzan), strict=True):
        save_listings(conn, shop_id, goods, NOW)
        retire_missing(conn, shop_id, {one.item.item_id for one in goods})
        note_success(conn, shop_id, "items", NOW)


def dry_run(conn: Connection) -> Proposal:
    there = books(conn, BOUND)
    return propose(there.kuaishou, there.youzan, held=there.held, least=LEAST)


def row_of(conn: Connection, item_id: str) -> int:
    return int(conn.exec_driver_sql("SELECT id FROM items WHERE item_id = ?", (item_id,)).scalar_one())


def linked(conn: Connection) -> set[tuple[str, str]]:
    """What the lists show as one line."""
    rows = item_rows(conn, item_ids(conn, ItemFilter(tab="linked")))
    return {(row.kuaishou_item_id or "", row.youzan_item_id or "") for row in rows}


KUAISHOU = (listing("k1", "珐琅锅", "A"), listing("k2", "竹砧板", "B"), listing("k3", "竹砧板", "B"))
YOUZAN = (listing("y1", "铸铁锅", "A"), listing("y2", "砧板", "B"))


@pytest.fixture
def shop(conn: Connection, bound: Pair) -> Connection:
    """A pair by code, two that share one code on each side, one of a like title, one of its own."""
    put(
        conn,
        [
            listing("k1", "珐琅锅", "A"),
            listing("k2", "竹砧板", "B"),
            listing("k3", "竹砧板", "B"),
            listing("k4", "纯棉毛巾浴巾"),
        ],
        [
            listing("y1", "铸铁锅", "A"),
            listing("y2", "砧板", "B"),
            listing("y4", "纯棉毛巾浴巾 包邮"),
            listing("y5", "晴雨伞"),
        ],
    )
    save_questions(conn, bound, dry_run(conn))
    return conn


def test_a_dry_run_writes_nothing_and_carried_out_it_is_done(shop: Connection) -> None:
    before = linked(shop)
    said = dry_run(shop)
    sums = said.sums()
    assert (sums.create, sums.link, sums.ask, sums.held, sums.total) == (0, 1, 3, 0, 4)
    assert held(shop, BOUND) == Held()
    assert linked(shop) == before == {("k1", "y1")}
    assert goods_links.carry_out(shop, BOUND, said.link, NOW) == 1
    assert held(shop, BOUND).links == (("k1", "y1"),)
    again = dry_run(shop)
    assert (again.link, again.sums().held, again.ask) == ((), 1, said.ask)
    counts = item_tab_counts(shop, ItemFilter())
    assert (counts["kept"], counts["linkable"]) == (1, 0), "the page counts what the dry run does"
    assert [row.kept for row in item_rows(shop, item_ids(shop, ItemFilter(tab="linked")))] == [True]
    assert goods_links.carry_out(shop, BOUND, said.link, NOW) == 0, "an old dry run adds nothing"
    assert [row.subject for row in audit.rows(shop, "goods_links.")] == ["kuaishou:1"]


def test_what_is_asked_stands_in_its_tab_with_its_candidate(shop: Connection) -> None:
    counts = item_tab_counts(shop, ItemFilter())
    assert (counts["linked"], counts["to_confirm"], counts["conflict"]) == (1, 1, 3)
    assert (counts["kept"], counts["linkable"]) == (0, 1), "codes join them, nobody has linked them"
    (row,) = item_rows(shop, item_ids(shop, ItemFilter(tab="to_confirm")))
    assert row.asked is not None
    best = row.asked.best
    assert best is not None
    assert (row.kuaishou_item_id, best.item_id, best.reason, best.taken) == ("k4", "y4", "goods.link_title", False)
    for row in item_rows(shop, item_ids(shop, ItemFilter(tab="conflict"))):
        assert row.asked is not None
        assert row.asked.best is None, "a conflict is never guessed"
        assert row.asked.counterparts


def test_accepted_it_is_linked_and_asked_no_more(shop: Connection) -> None:
    goods_links.link(shop, BOUND, [Wanted("k4", "y4", "goods.link_title")], NOW)
    assert linked(shop) == {("k1", "y1"), ("k4", "y4")}
    assert item_tab_counts(shop, ItemFilter())["to_confirm"] == 0
    (row,) = audit.rows(shop, "goods_links.link")
    assert (row.subject, '"youzan_item_id":"y4"' in row.detail) == ("k4", True)


def test_whoever_decided_is_in_the_audit(shop: Connection) -> None:
    shop.info[audit.ACTOR] = "陈静"
    goods_links.set_apart(shop, [row_of(shop, "k4")], NOW)
    shop.info.pop(audit.ACTOR)
    assert '"by":"陈静"' in audit.rows(shop, "goods_links.set_apart")[0].detail


def test_set_apart_it_is_never_suggested_again(shop: Connection) -> None:
    assert goods_links.set_apart(shop, [row_of(shop, "k4")], NOW) == 1
    assert item_tab_counts(shop, ItemFilter())["to_confirm"] == 0
    save_questions(shop, BOUND, dry_run(shop))
    assert item_tab_counts(shop, ItemFilter())["to_confirm"] == 0
    assert goods_links.set_apart(shop, [row_of(shop, "k3")], NOW) == 1
    left = item_rows(shop, item_ids(shop, ItemFilter(tab="conflict")))
    assert {row.kuaishou_item_id or row.youzan_item_id for row in left} == {"k2", "y2"}, (
        "the other one still bears the code"
    )


def test_a_conflict_is_settled_by_hand_against_the_code(shop: Connection) -> None:
    goods_links.link(shop, BOUND, [Wanted("k3", "y2")], NOW)
    assert ("k3", "y2") in linked(shop)
    (left,) = item_rows(shop, item_ids(shop, ItemFilter(tab="conflict")))
    assert left.kuaishou_item_id == "k2"
    pair_items(shop, BOUND)
    assert ("k3", "y2") in linked(shop), "a later reading changes nothing about it"


def test_unlinked_they_stay_apart_whatever_the_codes_say(shop: Connection) -> None:
    goods_links.carry_out(shop, BOUND, dry_run(shop).link, NOW)
    goods_links.unlink(shop, BOUND, "k1", "y1", "尺寸不同", NOW)
    pair_items(shop, BOUND)
    assert linked(shop) == set()
    assert dry_run(shop).link == ()
    (row,) = audit.rows(shop, "goods_links.unlink")
    assert "尺寸不同" in row.detail
    goods_links.link(shop, BOUND, [Wanted("k1", "y1")], NOW)
    assert linked(shop) == {("k1", "y1")}, "a person may think again"


@pytest.mark.parametrize("wanted", [[Wanted("k4", "y5"), Wanted("k1", "y4")], [Wanted("k4", "y1")]])
def test_what_is_linked_is_not_linked_a_second_time(shop: Connection, wanted: list[Wanted]) -> None:
    with pytest.raises(Refused) as caught:
        goods_links.link(shop, BOUND, wanted, NOW)
    assert caught.value.code == "goods.link_taken"
    assert linked(shop) == {("k1", "y1")}, "all of them or none"


def test_the_file_refuses_a_second_link(shop: Connection) -> None:
    row = ("kuaishou:1", "k4", "youzan:2", "y4", "", 1, NOW)
    sql = (
        "INSERT INTO goods_links (kuaishou_shop_id, kuaishou_item_id, youzan_shop_id, youzan_item_id, reason, by_hand,"
        " linked_at) VALUES (?, ?, ?, ?, ?, ?, ?)"
    )
    shop.exec_driver_sql(sql, row)
    for other in (("kuaishou:1", "k4", "youzan:2", "y5"), ("kuaishou:1", "k2", "youzan:2", "y4")):
        with pytest.raises(IntegrityError):
            shop.exec_driver_sql(sql, (*other, "", 1, NOW))


def test_goods_that_are_gone_make_room(shop: Connection) -> None:
    goods_links.link(shop, BOUND, [Wanted("k4", "y4")], NOW)
    retire_missing(shop, "youzan:2", {"y1", "y2", "y5"})
    with pytest.raises(Refused, match="link_gone"):
        goods_links.link(shop, BOUND, [Wanted("k2", "y4")], NOW)
    goods_links.link(shop, BOUND, [Wanted("k4", "y5")], NOW)
    assert held(shop, BOUND).links == (("k4", "y5"),)


def test_an_erased_shop_leaves_no_decision(shop: Connection) -> None:
    goods_links.link(shop, BOUND, [Wanted("k4", "y4")], NOW)
    goods_links.set_apart(shop, [row_of(shop, "k3")], NOW)
    shops.remove_shop(shop, "youzan:2")
    assert held(shop, BOUND) == Held()


def test_the_picker_finds_free_goods_first(shop: Connection) -> None:
    found = find_counterparts(shop, "youzan:2", "", 10)
    assert [(one.item_id, one.taken) for one in found][-1] == ("y1", True)
    assert [one.item_id for one in find_counterparts(shop, "youzan:2", "b", 10)] == ["y2"]
    assert [one.item_id for one in find_counterparts(shop, "youzan:2", "毛巾", 10)] == ["y4"]


# -- one truth ---------------------------------------------------------------------------------------------------------

CODES = st.sampled_from(("", "1", "2", "3"))
GOODS = st.lists(st.tuples(CODES, st.lists(CODES, max_size=2), st.sampled_from(("保温杯", "晴雨伞"))), max_size=5)
PAIRS = st.tuples(st.sampled_from([f"k{n}" for n in range(5)]), st.sampled_from([f"y{n}" for n in range(5)]))


@contextmanager
def a_file(ready: Path) -> Iterator[Connection]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "law.db"
        shutil.copyfile(ready, path)
        engine = engines.writer(path, busy_ms=50)
        with engine.begin() as conn:
            for platform, number in ((Platform.KUAISHOU, "1"), (Platform.YOUZAN, "2")):
                shops.put_shop(
                    conn, Shop(shop_id=f"{platform}:{number}", platform=platform, platform_shop_id=number, name="")
                )
            shops.pair(conn, *BOUND.shop_ids)
            yield conn
        engine.dispose()


@given(GOODS, GOODS, st.lists(PAIRS, max_size=3), st.lists(PAIRS, max_size=3))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_lists_pairing_and_dry_run_tell_one_truth(
    ready_file: Path,
    kuaishou: list[tuple[str, list[str], str]],
    youzan: list[tuple[str, list[str], str]],
    wanted: list[tuple[str, str]],
    apart: list[tuple[str, str]],
) -> None:
    sides = [
        [listing(f"{side}{n}", f"{title} {n}", code, *skus) for n, (code, skus, title) in enumerate(goods)]
        for side, goods in (("k", kuaishou), ("y", youzan))
    ]
    with a_file(ready_file) as conn:
        put(conn, *sides)
        for one, other in wanted:
            try:
                goods_links.link(conn, BOUND, [Wanted(one, other)], NOW)
            except Refused:
                continue
        for one, other in apart:
            if (one, other) not in held(conn, BOUND).links:
                goods_links.unlink(conn, BOUND, one, other, "", NOW)
        said = dry_run(conn)
        stands = {(link.kuaishou_id, link.youzan_id) for link in said.link} | set(held(conn, BOUND).links)
        assert linked(conn) == stands
        assert len(standing(conn, BOUND)) == len(stands)
        conflicts = {(one.platform, one.item_id) for one in said.ask if one.kind == "conflict"}
        rows = item_rows(conn, item_ids(conn, ItemFilter()), contested_ids(conn))
        shown = {_name(row.kuaishou_item_id, row.youzan_item_id) for row in rows if row.contested}
        assert shown == conflicts
        save_questions(conn, BOUND, said)
        counts = item_tab_counts(conn, ItemFilter())
        suggested = [one for one in said.ask if one.kind == "suggestion"]
        assert counts["to_confirm"] == len(suggested)
        assert counts["conflict"] == len(conflicts)
        assert counts["only_kuaishou"] == said.sums().create
        parts: tuple[ItemTab, ...] = ("linked", "to_confirm", "conflict", "only_kuaishou", "only_youzan")
        assert sum(counts[tab] for tab in parts) == counts["all"]
        asked = asked_of(conn, [row.id for row in rows])
        assert len(asked) == len(said.ask)
        assert is_read(conn, BOUND)


def _name(kuaishou: str | None, youzan: str | None) -> tuple[Platform, str]:
    return (Platform.KUAISHOU, kuaishou) if kuaishou is not None else (Platform.YOUZAN, youzan or "")
