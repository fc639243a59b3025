"""Tickets in a real file: twins, lanes, money and deadlines, who they were given to, and the figures."""

from typing import Any

import pytest
from sqlalchemy import Connection

from console.core.clock import DAY, HOUR
from console.core.commands_after_sales import RefuseAfterSale
from console.core.errors import Refused
from console.core.model import (
    AfterSale,
    AfterSaleDeed,
    AfterSaleFacts,
    AfterSaleKind,
    AfterSaleStatus,
    Order,
    OrderLine,
    OrderStatus,
    Parcel,
    Platform,
    Shop,
)
from console.core.operators import Operator, Role
from console.rules.giving_out import GivingRule
from console.store import operators, outbox, outbox_work, ticket_work
from console.store.aftersale_details import stale
from console.store.aftersales import after_sales_of, save_after_sales
from console.store.database import Database
from console.store.order_view import order_ids, order_rows, order_tab_counts
from console.store.orders import save_orders
from console.store.shops import pair, put_shop
from console.store.tickets import ticket_detail, ticket_ids, ticket_rows, ticket_sums
from console.store.views import OrderFilter, Pair
from console.store.views_tickets import NOBODY, TicketFilter, TicketRow

NOW = 1_790_000_000_000
KS, YZ = "kuaishou:1", "youzan:2"
PAIR = Pair(kuaishou_shop_id=KS, youzan_shop_id=YZ)
S, K = AfterSaleStatus, AfterSaleKind


def asked(number: str, order_no: str, status: S = S.WAIT_SELLER, **more: Any) -> AfterSale:
    fields: dict[str, Any] = {
        "kind": K.REFUND_ONLY,
        "amount_fen": 990,
        "created_at": NOW - HOUR,
        "updated_at": NOW - HOUR,
        "reason": "不想要了",
    }
    return AfterSale(after_sale_no=number, order_no=order_no, status=status, **fields | more)


def world(conn: Connection) -> None:
    """Two orders with their trades, one of them linked, and an after-sale of each."""
    for shop_id, platform in ((KS, Platform.KUAISHOU), (YZ, Platform.YOUZAN)):
        number = shop_id.partition(":")[2]
        put_shop(conn, Shop(shop_id=shop_id, platform=platform, platform_shop_id=number, name="暖屋"))
    pair(conn, KS, YZ)
    line = OrderLine(line_no="o1", title="杯子", code="A")
    parcels = (Parcel(waybill_no="SF1", carrier_name="顺丰速运"),)
    order = Order(
        order_no="o1",
        status=OrderStatus.SHIPPED,
        paid_at=NOW - DAY,
        shipped_at=NOW - HOUR,
        lines=(line,),
        parcels=parcels,
        buyer_masked="陈**",
    )
    save_orders(conn, KS, [order, Order(order_no="o2", status=OrderStatus.TO_SHIP, paid_at=NOW - DAY)], NOW)
    save_orders(conn, YZ, [Order(order_no="E1", status=OrderStatus.SHIPPED)], NOW)
    conn.exec_driver_sql(
        "INSERT INTO links (kuaishou_shop_id, youzan_shop_id, order_no, trade_no, mapping, reason, by_hand, changed_at)"
        " VALUES (?, ?, 'o1', 'E1', 'linked', 'outer_no', 0, 0)",
        (KS, YZ),
    )
    under = "UPDATE orders SET under_id = (SELECT id FROM orders WHERE order_no = 'o1') WHERE order_no = 'E1'"
    conn.exec_driver_sql(under)
    save_after_sales(
        conn,
        KS,
        [
            asked("k1", "o1", deadline_at=NOW + 5 * HOUR),
            asked("k2", "o2", S.WAIT_SELLER_RECEIPT, deadline_at=NOW - 1, amount_fen=None),
            asked("k3", "o2", S.SUCCESS, finished_at=NOW, created_at=NOW - 11 * HOUR),
        ],
        NOW,
    )
    save_after_sales(conn, YZ, [asked("y1", "E1", created_at=NOW - HOUR - 500, deadline_at=NOW + HOUR)], NOW)
    assert ticket_work.keep_twins(conn, ticket_work.unpaired(conn, PAIR, NOW)) == 2


@pytest.fixture
async def database(database: Database) -> Database:
    await database.write(world)
    return database


async def rows(database: Database, **wanted: Any) -> list[TicketRow]:
    ids = await database.read(ticket_ids, TicketFilter(**wanted))
    return await database.read(ticket_rows, ids)


async def test_twins_are_one_ticket_with_the_nearest_deadline_of_both(database: Database) -> None:
    late, both = await rows(database, pair=PAIR)
    assert (late.after_sale_no, late.deadline_at, late.other) == ("k2", NOW - 1, None)
    assert both.other is not None
    assert (both.after_sale_no, both.other.after_sale_no, both.step) == ("k1", "y1", "in_step")
    assert both.deadline_at == NOW + HOUR
    assert (both.title, both.shipped) == ("杯子", True)
    assert await database.read(ticket_work.unpaired, PAIR, NOW) == []


async def test_a_platform_that_says_otherwise_for_long_is_shown(database: Database) -> None:
    moved = asked("y1", "E1", S.CLOSED, created_at=NOW - HOUR, updated_at=NOW)
    await database.write(save_after_sales, YZ, [moved], NOW)
    for at, step in ((NOW + 60_000, "behind"), (NOW + HOUR, "apart")):
        await database.write(ticket_work.keep_twins, await database.read(ticket_work.unpaired, PAIR, at))
        assert [row.step for row in await rows(database) if row.other] == [step]
    assert [row.after_sale_no for row in await rows(database, apart=True)] == ["k1"]
    assert (await database.read(ticket_sums, TicketFilter(), NOW)).apart == 1


async def test_a_link_that_is_undone_parts_the_twins(database: Database) -> None:
    await database.write(lambda conn: conn.exec_driver_sql("DELETE FROM links").close())
    await database.write(ticket_work.keep_twins, await database.read(ticket_work.unpaired, PAIR, NOW))
    assert {row.after_sale_no for row in await rows(database)} == {"k1", "k2", "y1"}


async def test_lanes_add_up_and_money_that_nobody_told_is_counted_apart(database: Database) -> None:
    sums = await database.read(ticket_sums, TicketFilter(pair=PAIR), NOW)
    assert {lane: one.count for lane, one in sums.lanes.items()} == {
        "answer": 1,
        "buyer": 0,
        "receipt": 1,
        "platform": 0,
        "over": 1,
    }
    assert (sums.lanes["answer"].asked_fen, sums.lanes["receipt"].unpriced) == (990, 1)
    assert (sums.open, sums.ours, sums.overdue) == (2, 2, 1)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"tab": "all"}, {"k1", "k2", "k3"}),
        ({"tab": "over"}, {"k3"}),
        ({"tab": "receipt"}, {"k2"}),
        ({"text": "y1"}, {"k1"}),
        ({"text": "E1"}, {"k1"}),
        ({"text": "sf1"}, {"k1"}),
        ({"text": "陈**"}, {"k1"}),
        ({"text": "%"}, set()),
        ({"from_fen": 990, "below_fen": 991}, {"k1"}),
        ({"below_fen": 990}, set()),
        ({"platform": Platform.YOUZAN}, set()),
        ({"kind": K.EXCHANGE}, set()),
        ({"due_before": NOW}, {"k2"}),
        ({"operator_id": NOBODY}, {"k1", "k2"}),
        ({"operator_id": "ann"}, set()),
    ],
)
async def test_filters(database: Database, wanted: dict[str, Any], found: set[str]) -> None:
    assert {row.after_sale_no for row in await rows(database, **wanted)} == found


async def test_what_guardians_ask_has_a_view_of_its_own_by_reason_or_by_words_of_either_side(
    database: Database,
) -> None:
    assert await rows(database, guardians=True) == []
    words = AfterSaleFacts(words="孩子拿我手机误拍的，麻烦退一下")
    await database.write(save_after_sales, YZ, [asked("y1", "E1", facts=words, created_at=NOW - HOUR - 500)], NOW)
    await database.write(save_after_sales, KS, [asked("k4", "o2", reason="未成年人消费")], NOW)
    for_one = AfterSaleFacts(words="给孩子买的，尺寸有误")
    await database.write(save_after_sales, KS, [asked("k5", "o2", facts=for_one)], NOW)
    assert {row.after_sale_no for row in await rows(database, guardians=True)} == {"k1", "k4"}
    assert (await database.read(ticket_sums, TicketFilter(guardians=True), NOW)).lanes["answer"].count == 2


FACTS = AfterSaleFacts(
    version="7",
    words="裂了",
    pictures=("https://a/1.jpg",),
    parcel=Parcel(waybill_no="77", carrier_code="3", carrier_name="申通快递"),
    history=(AfterSaleDeed(at=NOW - HOUR, by="buyer"), AfterSaleDeed(at=NOW - HOUR // 2, by="seller")),
)


async def test_what_the_detail_told_outlives_the_next_list(database: Database) -> None:
    told = asked("y1", "E1", reason="裂了", line_no="7", facts=FACTS)
    listed = asked("y1", "E1", reason="105")
    assert (await database.write(save_after_sales, YZ, [told], NOW)).written == 1
    assert (await database.write(save_after_sales, YZ, [listed], NOW)).written == 0
    (kept,) = await database.read(after_sales_of, YZ, "E1")
    assert (kept.reason, kept.line_no) == ("裂了", "7")
    assert "y1" not in [number for number, _ in await database.read(stale, YZ, 0, 10)]
    later = asked("y1", "E1", S.REFUSED, reason="105", updated_at=NOW)
    await database.write(save_after_sales, YZ, [later], NOW)
    ((number, at),) = await database.read(stale, YZ, 0, 10)
    assert number == "y1"
    assert await database.read(stale, YZ, 0, 10, [(number, at)]) == [], "it is put off"
    assert await database.read(stale, YZ, 0, 10, [(number, at - 1)]) == [(number, at)], "it has changed since"
    without = asked("y1", "E1", S.REFUSED, updated_at=NOW, facts=AfterSaleFacts(version="8"))
    await database.write(save_after_sales, YZ, [without], NOW)
    (lead,) = [row for row in await rows(database) if row.other]
    detail = await database.read(ticket_detail, lead.id)
    assert detail is not None
    assert detail.other is not None
    assert detail.other.facts is not None
    assert (detail.other.facts.version, detail.other.facts.history) == ("8", FACTS.history)


def people(conn: Connection) -> None:
    for name, role in (("ann", Role.OWNER), ("bob", Role.CLERK)):
        operators.add(conn, Operator(operator_id=name, name=name, role=role), NOW)


async def test_rules_give_out_what_arrives_and_a_person_overrules_them(database: Database) -> None:
    await database.write(people)
    rule = GivingRule(rule_id="r1", operator_id="bob", carriers=("顺丰",))
    with pytest.raises(Refused):
        await database.write(ticket_work.set_rules, [GivingRule(rule_id="r", operator_id="nobody")], NOW)
    await database.write(ticket_work.set_rules, [rule], NOW)
    given = await database.read(ticket_work.arrivals, NOW)
    assert await database.write(ticket_work.hand_over, given, NOW) == 1
    assert [row.after_sale_no for row in await rows(database, operator_id="bob")] == ["k1"]
    (mine,) = await rows(database, operator_id="bob")
    await database.write(ticket_work.assign, [mine.id], "ann", NOW)
    plan = await database.read(ticket_work.plan, None, NOW)
    assert (plan.changes, plan.looked_at, plan.by_hand) == ((), 2, 1)
    await database.write(ticket_work.assign, [mine.id], "", NOW)
    plan = await database.read(ticket_work.plan, None, NOW)
    assert [change.operator_id for change in plan.changes] == ["bob"]
    with pytest.raises(Refused):
        await database.write(ticket_work.assign, [mine.id], "nobody", NOW)


async def test_figures_say_what_they_know_and_of_how_many(database: Database) -> None:
    told = asked("k1", "o1", deadline_at=NOW + 5 * HOUR, facts=FACTS)
    await database.write(save_after_sales, KS, [told], NOW)
    said = (await database.read(ticket_work.pulse, NOW, PAIR)).figures
    assert (said.answer.hours, said.answer.of, said.answer.unknown) == (0.5, 1, 2)
    assert (said.close.hours, said.close.of) == (11.0, 1)
    assert (said.refunded, said.paid, said.refund_rate) == (1, 2, 0.5)
    empty = (await database.read(ticket_work.pulse, NOW + 40 * DAY, PAIR)).figures
    assert (empty.answer.hours, empty.refund_rate) == (None, None)


async def test_an_order_is_flagged_by_its_after_sales_whichever_side_has_them(database: Database) -> None:
    wanted = OrderFilter(pair=PAIR, tab="after_sale")
    assert (await database.read(order_tab_counts, wanted))["after_sale"] == 2
    ids = await database.read(order_ids, wanted)
    assert {(row.order_no, row.refunding) for row in await database.read(order_rows, ids)} == {
        ("o1", True),
        ("o2", True),
    }
    await database.write(save_after_sales, KS, [asked("k1", "o1", S.CLOSED, updated_at=NOW)], NOW)
    assert (await database.read(order_tab_counts, wanted))["after_sale"] == 2, "the trade's is still open"
    await database.write(save_after_sales, YZ, [asked("y1", "E1", S.CLOSED, updated_at=NOW)], NOW)
    (left,) = await database.read(order_rows, await database.read(order_ids, wanted))
    assert left.order_no == "o2"


async def test_an_answer_on_its_way_closes_the_ticket_and_one_that_failed_opens_it_again(database: Database) -> None:
    no = RefuseAfterSale(shop_id=KS, after_sale_no="k1", version="1", seen="10", words="不")
    row_id = await database.write(outbox.add, no, NOW)

    async def flags() -> tuple[bool, bool]:
        (row,) = await rows(database, text="k1")
        return row.pending, row.stuck

    assert await flags() == (True, False)
    await database.write(outbox_work.needs_you, row_id, Refused("outbox.moved"), NOW)
    assert await flags() == (False, True), "a person decides anew, by what it is now"
    await database.write(outbox.drop, row_id, NOW)
    assert await flags() == (False, False)
