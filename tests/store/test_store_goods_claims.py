"""What claims to be the same goods as a line of the table, what is found by hand, and what of many may be accepted."""

import pytest
from sqlalchemy import Connection

from console.core.model import Item, Listing, Platform, Sku
from console.rules.linking import propose
from console.rules.links import Reason
from console.store import goods_links
from console.store.goods_claims import acceptable, claims, lead, search
from console.store.goods_links import Wanted
from console.store.goods_questions import books, save_questions
from console.store.health import note_success
from console.store.items import save_listings
from console.store.views import Pair

NOW = 1_768_444_200_000


def listing(item_id: str, title: str, code: str = "") -> Listing:
    sku = Sku(item_id=item_id, sku_id=f"{item_id}-1", code=f"{code}-1" if code else "")
    return Listing(item=Item(item_id=item_id, title=title, code=code, price_fen=5990, stock=3), skus=(sku,))


def row_of(conn: Connection, item_id: str) -> int:
    return int(conn.exec_driver_sql("SELECT id FROM items WHERE item_id = ?", (item_id,)).scalar_one())


@pytest.fixture
def shop(conn: Connection, bound: Pair) -> Connection:
    """Two that share a code with one of Youzan, two of like titles, two that want the same one, one pair by code."""
    here = [
        listing("k1", "竹制砧板", "DUP"),
        listing("k2", "木质菜板", "DUP"),
        listing("k3", "双层玻璃保温杯"),
        listing("k4", "北欧短绒地毯 160"),
        listing("k5", "北欧短绒地毯 160 新"),
        listing("k6", "珐琅锅", "XH-1"),
    ]
    there = [
        listing("y1", "竹制砧板", "DUP"),
        listing("y3", "双层玻璃保温杯 新"),
        listing("y4", "北欧短绒地毯160"),
        listing("y6", "铸铁锅", "XH-1"),
    ]
    for shop_id, goods in zip(bound.shop_ids, (here, there), strict=True):
        save_listings(conn, shop_id, goods, NOW)
        note_success(conn, shop_id, "items", NOW)
    found = books(conn, bound)
    said = propose(found.kuaishou, found.youzan, held=found.held, least=0.7)
    goods_links.carry_out(conn, bound, said.link, NOW)
    save_questions(conn, bound, said)
    return conn


def test_a_conflict_names_all_claimants_from_either_side(shop: Connection) -> None:
    found = claims(shop, row_of(shop, "y1"), contested=True)
    assert found is not None
    assert (found.platform, found.count) == (Platform.YOUZAN, 2)
    assert {one.item_id for one in found.counterparts} == {"k1", "k2"}
    assert found.ends(found.counterparts[0]) == (found.counterparts[0].item_id, "y1")
    (alone,) = [one for one in found.counterparts if one.item_id == "k1"]
    assert (alone.score, alone.taken) == (1.0, False)


def test_claimants_are_known_before_a_comparison_was_made(shop: Connection) -> None:
    shop.exec_driver_sql("DELETE FROM goods_questions")
    found = claims(shop, row_of(shop, "k1"), contested=True)
    assert found is not None
    assert [(one.item_id, one.reason, one.score) for one in found.counterparts] == [("y1", Reason.SHARED_CODE, 1.0)]
    plain = claims(shop, row_of(shop, "k3"), contested=False)
    assert plain is not None
    assert plain.counterparts == ()


def test_a_claimant_that_is_linked_says_so_and_where(shop: Connection, bound: Pair) -> None:
    goods_links.link(shop, bound, [Wanted("k1", "y1")], NOW)
    found = claims(shop, row_of(shop, "k2"), contested=True)
    assert found is not None
    (other,) = found.counterparts
    assert other.taken
    assert lead(shop, other.row_id) == row_of(shop, "k1")


def test_shops_without_a_partner_have_no_claims(conn: Connection) -> None:
    save_listings(conn, "kuaishou:9", [listing("k9", "晴雨伞")], NOW)
    assert claims(conn, row_of(conn, "k9"), contested=False) is None
    assert claims(conn, 12345, contested=True) is None


def test_looking_by_hand_goes_to_the_other_shop_and_compares_titles(shop: Connection) -> None:
    (found,) = search(shop, row_of(shop, "k3"), "保温")
    assert (found.item_id, found.platform, found.taken) == ("y3", Platform.YOUZAN, False)
    assert found.score is not None
    assert 0.7 < found.score < 1
    assert [one.item_id for one in search(shop, row_of(shop, "y3"), "xh-1")] == ["k6"]
    assert [one.item_id for one in search(shop, row_of(shop, "y3"), "k4")] == ["k4"]


def test_of_many_only_what_is_free_and_wanted_once_is_accepted(shop: Connection) -> None:
    rows = [row_of(shop, one) for one in ("k1", "k3", "k4", "k5", "k6")]
    found = acceptable(shop, rows)
    assert [(one.kuaishou.item_id, one.youzan.item_id) for one in found.matches if one.kuaishou and one.youzan] == [
        ("k3", "y3")
    ]
    assert (found.twice, found.without) == (2, 2)
    (one,) = acceptable(shop, [row_of(shop, "k4")]).matches
    assert one.reason == Reason.TITLE
