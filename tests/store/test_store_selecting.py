"""What the advice on goods is made of: sales of both shops together, refunds known by then, and what blocks."""

import msgspec
import pytest
from sqlalchemy import Connection

from console.core.clock import DAY, HOUR, day_start, parse_shop_time
from console.core.errors import Refused
from console.core.model import (
    EXTERNAL,
    AfterSale,
    AfterSaleKind,
    AfterSaleStatus,
    AuditState,
    Item,
    Listing,
    Order,
    OrderLine,
    OrderStatus,
)
from console.rules.selecting import Facts
from console.store import costs, selecting, selecting_facts
from console.store.aftersales import save_after_sales
from console.store.cursors import move_watermark
from console.store.items import save_listings
from console.store.orders import save_orders
from console.store.pairing import pair_items
from console.store.selecting_sums import pieces_in
from console.store.shops import remove_shop
from console.store.views import Pair

NOW = parse_shop_time("2026-11-26 14:00:00")
TODAY = day_start(NOW)
K, Y = "kuaishou:1", "youzan:2"


def listing(no: str, audit: AuditState = AuditState.PASSED) -> Listing:
    item = Item(
        item_id=no, title=f"goods {no}", code=f"C{no[-1]}", price_fen=1000, stock=50, on_shelf=True, audit=audit,
        category_name="Home",
    )  # fmt: skip
    return Listing(item=item, skus=())


def sale(no: str, item_id: str, back: int, buyer: str, pieces: int = 1, source: str = "") -> Order:
    at, fen = TODAY - back * DAY + HOUR, 1000 * pieces
    line = OrderLine(line_no=f"{no}-1", title="", item_id=item_id, quantity=pieces, price_fen=1000, amount_fen=fen)
    return Order(
        order_no=no, status=OrderStatus.SUCCESS, amount_fen=fen, buyer_id=buyer, created_at=at, paid_at=at,
        updated_at=at, source=source, lines=(line,),
    )  # fmt: skip


@pytest.fixture
def shop(conn: Connection, bound: Pair) -> Pair:
    save_listings(conn, K, [listing("k1"), listing("k2", AuditState.REFUSED)], NOW)
    save_listings(conn, Y, [listing("y1")], NOW)
    pair_items(conn, bound)
    kuaishou = [sale(f"A{n}", "k1", n, f"b{n % 20}", 2) for n in range(1, 61)] + [
        sale(f"B{n}", "k2", n % 20 + 1, f"c{n}") for n in range(40)
    ]
    save_orders(conn, K, kuaishou, NOW)
    youzan = [sale("E1", "y1", 3, "z"), sale("E2", "y1", 3, "z", source=EXTERNAL), sale("E3", "y1", 120, "z")]
    save_orders(conn, Y, youzan, NOW)
    ended = (
        (1, AfterSaleKind.REFUND_ONLY, AfterSaleStatus.SUCCESS),
        (2, AfterSaleKind.EXCHANGE, AfterSaleStatus.SUCCESS),
        (3, AfterSaleKind.REFUND_ONLY, AfterSaleStatus.CLOSED),
    )
    at = NOW - HOUR
    back = [
        AfterSale(after_sale_no=f"R{n}", order_no=f"A{n}", kind=kind, status=status, amount_fen=1, updated_at=at)
        for n, kind, status in ended
    ]
    save_after_sales(conn, K, back, NOW)
    costs.put_cost(conn, K, "k1", 600, NOW)
    return bound


def facts_of(conn: Connection, pair: Pair, until: int = NOW) -> dict[str, Facts]:
    found = selecting_facts.facts(conn, until, pair, selecting.lines(conn), now=until == NOW)
    return {one.title: one for one in found}


def test_sales_of_linked_goods_are_one_and_a_trade_brought_in_is_not_counted(conn: Connection, shop: Pair) -> None:
    found = facts_of(conn, shop)
    assert set(found) == {"goods k1", "goods k2"}
    one = found["goods k1"]
    assert (one.orders, one.pieces, one.amount_fen) == (27 + 1, 2 * 27 + 1, 2000 * 27 + 1000)
    assert (one.late, one.before) == (2 * 13 + 1, 2 * 14)
    assert (one.long_orders, one.refunded) == (61, 1)
    assert (one.buyers, one.again) == (21, 20)
    assert one.margin == 0.4
    assert found["goods k2"].margin is None
    assert one.clicks is None


def test_what_was_known_then_knows_nothing_of_later_days(conn: Connection, shop: Pair) -> None:
    then = facts_of(conn, shop, TODAY - 14 * DAY)["goods k1"]
    assert (then.refunded, then.stock, then.late) == (0, None, 28)
    save_orders(conn, K, [sale("LATER", "k1", 2, "new", 99)], NOW)
    assert facts_of(conn, shop, TODAY - 14 * DAY)["goods k1"] == then
    stretches = [(TODAY - 3 * DAY, TODAY), (TODAY - 9 * DAY, TODAY - 8 * DAY)]
    assert [one[then.row_id] for one in pieces_in(conn, stretches, shop)] == [2 * 3 + 1 + 99, 2]


def test_several_instants_are_each_what_they_are_alone_and_an_order_counts_once_for_an_item(
    conn: Connection, shop: Pair
) -> None:
    before = facts_of(conn, shop)
    told = sale("TWICE", "k1", 5, "b1", 3)
    again = msgspec.structs.replace(told.lines[0], line_no="TWICE-2", quantity=4)
    other = msgspec.structs.replace(told.lines[0], line_no="TWICE-3", item_id="k2")
    save_orders(conn, K, [msgspec.structs.replace(told, lines=(*told.lines, other, again))], NOW)
    by, instants = selecting.lines(conn), (NOW, TODAY - 14 * DAY, TODAY - 28 * DAY)
    together = selecting_facts.facts_at(conn, instants, shop, by)
    for number, until in enumerate(instants):
        assert together[number] == selecting_facts.facts(conn, until, shop, by, now=not number)
    after = facts_of(conn, shop)
    for title, pieces in (("goods k1", 7), ("goods k2", 3)):
        assert after[title].orders == before[title].orders + 1
        assert after[title].long_orders == before[title].long_orders + 1
        assert after[title].pieces == before[title].pieces + pieces


def test_goods_that_a_review_turned_down_are_held_however_they_sell(conn: Connection, shop: Pair) -> None:
    found = selecting.chosen(conn, NOW, shop)
    held = next(one for one in found.advice if one.facts.title == "goods k2")
    assert (held.action, held.facts.blocks[0]) == ("hold", selecting.REFUSED)
    assert found.enough == 2
    assert len(found.match.folds) == 2  # six weeks ago fewer than thirty orders were known


def test_the_margin_of_the_shop_says_of_how_much_it_knows_the_costs(conn: Connection, shop: Pair) -> None:
    found = selecting_facts.shop_margin(conn, NOW, shop, 28)
    assert found.share == pytest.approx(0.4)
    assert 0.5 < found.known < 1
    assert selecting_facts.shop_margin(conn, NOW - 400 * DAY, shop, 28).share is None


def test_weights_are_dated_and_ones_own(conn: Connection) -> None:
    usual = selecting.weights(conn)
    assert not usual.own
    selecting.put_weights(conn, {**usual.by, "sales": 50}, "2026-12-01", NOW)
    own = selecting.weights(conn)
    assert (own.by["sales"], own.since, own.own) == (50, "2026-12-01", True)
    assert selecting.lines(conn).weights["sales"] == 50
    with pytest.raises(Refused):
        selecting.put_weights(conn, dict.fromkeys(usual.by, 0.0), "2026-12-01", NOW)
    selecting.put_weights(conn, None, "", NOW)
    assert selecting.weights(conn) == usual


def test_of_each_action_the_first_are_kept_and_all_are_counted(conn: Connection, shop: Pair) -> None:
    found = selecting.chosen(conn, NOW, shop)
    assert found.counts == {"hold": 1, found.advice[0].action: 1}
    held = next(one for one in found.advice if one.action == "hold")
    kept = [msgspec.structs.replace(held, action="keep")] * 500 + [held]
    selecting.keep(conn, "s", msgspec.structs.replace(found, advice=tuple(kept), counts={"keep": 500, "hold": 1}))
    told = selecting.kept(conn, "s")
    assert told is not None
    assert [one.action for one in told.advice] == ["keep"] * selecting.MOST_KEPT + ["hold"]
    assert told.counts == {"keep": 500, "hold": 1}


def test_a_shop_that_is_erased_takes_the_advice_on_its_goods_along(conn: Connection, shop: Pair) -> None:
    found = selecting.chosen(conn, NOW, shop)
    for of in ("", shop.kuaishou_shop_id):
        selecting.keep(conn, of, found)
    remove_shop(conn, shop.kuaishou_shop_id)
    told = conn.exec_driver_sql("SELECT key FROM settings WHERE value LIKE '%goods k1%'").fetchall()
    assert told == []


def test_goods_are_not_taken_for_slow_while_orders_are_yet_to_be_read(conn: Connection, shop: Pair) -> None:
    before = {one.facts.title: one for one in selecting.chosen(conn, TODAY - 9 * DAY, shop).advice}
    conn.exec_driver_sql("DELETE FROM orders WHERE paid_at >= ?", (TODAY - 9 * DAY,))
    move_watermark(conn, shop.kuaishou_shop_id, "orders", NOW - 9 * DAY)
    found = selecting.chosen(conn, NOW, shop)
    told = next(one for one in found.advice if one.facts.title == "goods k1")
    assert told.facts.late == 28
    assert told.facts.late == before["goods k1"].facts.late
    assert found.made_at == NOW
