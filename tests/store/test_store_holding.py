"""暂缓发货: it does not leave, what was queued is stopped, its time goes on, it ends by hand or by the clock."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from console.core.clock import DAY, HOUR, MINUTE, Clock
from console.core.commands import Command
from console.core.commands_orders import AppendParcel, NoteOrder, Sending, ShipOrder
from console.core.errors import Refused
from console.core.model import Order, OrderStatus, Platform, Shop
from console.rules.holding import Hold
from console.rules.sending import Plan
from console.store import audit, engines, outbox, outbox_work, schema
from console.store.alerts import watch
from console.store.holding import Kept, keep_back, let_end, let_go
from console.store.order_holds import count_kept, held_rows
from console.store.order_list import orders_json
from console.store.order_trail import trail
from console.store.order_view import order_ids, order_rows
from console.store.orders import load_order, order_id, save_orders
from console.store.outbox_view import intent
from console.store.ship_figures import late_count, ship_figures
from console.store.ship_gate import hold_of
from console.store.ship_told import ship_to_tell
from console.store.ship_view import sales
from console.store.shops import pair, put_shop, remove_shop
from console.store.views import OrderFilter

KS, YZ = "kuaishou:1", "youzan:2"
NOW = 1_790_000_000_000  # 2026-09-21 22:13:20 shop time


@pytest.fixture
def conn(tmp_path: Path) -> Any:
    engine = engines.writer(tmp_path / "made.db", busy_ms=50)
    with engine.begin() as found:
        schema.make(found, schema.REVISIONS[-1])
        for platform, number in ((Platform.KUAISHOU, "1"), (Platform.YOUZAN, "2")):
            shop_id = f"{platform.value}:{number}"
            put_shop(found, Shop(shop_id=shop_id, platform=platform, platform_shop_id=number, name="暖屋"))
        found.info[audit.ACTOR] = "小王"
        yield found
    engine.dispose()


def order(number: str = "1", **more: Any) -> Order:
    more.setdefault("paid_at", NOW - DAY)
    return Order(order_no=number, status=more.pop("status", OrderStatus.TO_SHIP), updated_at=1, **more)


def saved(conn: Connection, *numbers: str, **more: Any) -> list[int]:
    """Orders of Kuaishou's; their rows."""
    save_orders(conn, KS, [order(number, **more) for number in numbers], NOW)
    return [order_id(conn, KS, number) or 0 for number in numbers]


def ship(number: str = "1", waybill_no: str = "SF1") -> ShipOrder:
    return ShipOrder(shop_id=KS, order_no=number, parcels=(Sending(waybill_no=waybill_no, carrier_code="4"),))


def test_what_is_kept_back_leaves_neither_by_hand_nor_tonight_until_it_is_let_go(conn: Connection) -> None:
    row, _ = saved(conn, "1", "2", ship_by_at=NOW + HOUR)
    late = ShipOrder(shop_id=KS, order_no="1", parcels=ship().parcels, anyway="go")
    with pytest.raises(Refused, match="keep_why"):
        keep_back(conn, [row], "  ", NOW)
    overdue = ship_figures(conn, NOW + 3 * DAY).punctuality.overdue
    assert keep_back(conn, [row], "等换标", NOW) == Kept(held=1)
    assert keep_back(conn, [row], "等换标", NOW) == Kept(), "it is already"
    with pytest.raises(Refused) as refused:
        outbox.add(conn, late, NOW)
    told = "等换标 · 小王 · 09-21 22:13"
    assert (refused.value.code, refused.value.detail) == ("ship.hold_kept", told), "no reason opens this door"
    figures = ship_figures(conn, NOW)
    assert (figures.tonight.due, figures.tonight.held, figures.kept) == (1, 1, 1)
    assert late_count(conn, NOW) == len(figures.tonight.late)
    assert row not in figures.tonight.late
    assert ship_figures(conn, NOW + 3 * DAY).punctuality.overdue == overdue, "the platform counts it all the same"
    assert order_ids(conn, OrderFilter(mark="kept")) == [row]
    assert [one.hold and one.hold.told for one in order_rows(conn, [row])] == [told]
    assert [one["kept_back"] for one in orders_json(conn)] == [
        {"reason": "等换标", "by": "小王", "since_at": NOW, "until_at": None},
        None,
    ]
    hold = sales(conn, ["1"])["1"].lead.hold
    assert hold is not None
    assert (hold.reason, hold.why) == ("kept", told)
    with pytest.raises(Refused, match="keep_why"):
        let_go(conn, [row], "", NOW)
    assert let_go(conn, [row], "已到货", NOW + MINUTE) == 1
    outbox.add(conn, late, NOW)
    assert order_ids(conn, OrderFilter(mark="kept")) == []
    assert let_go(conn, [row], "已到货", NOW) == 0


def test_every_decision_is_a_link_of_the_audits_chain(conn: Connection) -> None:
    (row,) = saved(conn, "1")
    keep_back(conn, [row], "缺货", NOW, NOW + HOUR)
    keep_back(conn, [row], "等赠品", NOW + 1)
    let_go(conn, [row], "已到货", NOW + 2)
    steps = trail(conn, [(KS, "1")])[::-1]
    assert [step.action for step in steps] == ["order.keep_back", "order.keep_back", "order.let_go"]
    assert [step.by for step in steps] == ["小王"] * 3
    assert [step.detail.get("why") for step in steps] == ["缺货", "等赠品", "已到货"]
    assert [step.detail.get("until") for step in steps] == [NOW + HOUR, None, None]
    assert steps[1].detail["was"] == "缺货"
    assert audit.broken_at(conn) is None
    conn.exec_driver_sql("UPDATE audit SET detail = replace(detail, '缺货', '忘了') WHERE action = 'order.keep_back'")
    assert audit.broken_at(conn) is not None


def test_its_time_ends_it_and_nothing_else_does(conn: Connection) -> None:
    first, second, open_end = saved(conn, "1", "2", "3")
    with pytest.raises(Refused, match="keep_past"):
        keep_back(conn, [first], "缺货", NOW, NOW)
    keep_back(conn, [first], "缺货", NOW, NOW + HOUR)
    keep_back(conn, [second], "缺货", NOW, NOW + 2 * HOUR)
    keep_back(conn, [open_end], "缺货", NOW)
    del conn.info[audit.ACTOR]  # the clock is nobody
    assert let_end(conn, NOW + HOUR - 1) == 0
    assert let_end(conn, NOW + HOUR) == 1
    assert let_end(conn, NOW + HOUR) == 0
    assert order_ids(conn, OrderFilter(mark="kept", sort="created_at", descending=False)) == [second, open_end]
    step = trail(conn, [(KS, "1")])[0]
    assert (step.action, step.by, step.detail["was"]) == (
        "order.hold_expired",
        "",
        "缺货 · 小王 · 09-21 22:13 → 09-21 23:13",
    )
    outbox.add(conn, ship("1"), NOW + HOUR)
    assert let_end(conn, NOW + 1000 * DAY) == 1
    assert count_kept(conn, [first, second, open_end]) == 1


def test_a_hold_of_an_order_that_is_over_is_ended_and_none_is_put_on_it(conn: Connection) -> None:
    row, other = saved(conn, "1", "2")
    keep_back(conn, [row], "缺货", NOW)
    save_orders(conn, KS, [order("1", status=OrderStatus.CLOSED, status_code="80")], NOW)
    assert keep_back(conn, [row, other], "等赠品", NOW).held == 1
    assert let_end(conn, NOW) == 1
    assert next(iter(trail(conn, [(KS, "1")]))).action == "order.hold_ended"
    assert order_ids(conn, OrderFilter(mark="kept")) == [other]


def test_a_hold_put_on_a_trade_holds_the_order_it_comes_to_belong_to_and_ends_when_the_goods_left(
    conn: Connection,
) -> None:
    save_orders(conn, YZ, [order("E1")], NOW)
    keep_back(conn, [order_id(conn, YZ, "E1") or 0], "缺货", NOW)
    (row,) = saved(conn, "1")
    conn.exec_driver_sql("UPDATE orders SET under_id = ? WHERE order_no = 'E1'", (row,))
    kuaishou, youzan = load_order(conn, row), load_order(conn, order_id(conn, YZ, "E1") or 0)
    assert kuaishou is not None
    assert youzan is not None
    assert hold_of(conn, KS, kuaishou) is not None
    assert order_ids(conn, OrderFilter(mark="kept")) == [row]
    assert [one.hold is not None for one in held_rows(conn, [row])] == [True]
    save_orders(conn, KS, [order("1", status=OrderStatus.SHIPPED)], NOW)
    assert hold_of(conn, KS, kuaishou) is None
    assert hold_of(conn, YZ, youzan) is None, "the other platform is told where the parcel went"


def test_the_end_of_one_of_two_holds_of_a_sale_leaves_the_other(conn: Connection) -> None:
    """Both rows were kept back before they were known for one sale: the clock ends only what was meant until then."""
    save_orders(conn, YZ, [order("E1")], NOW)
    keep_back(conn, [order_id(conn, YZ, "E1") or 0], "地址待核实", NOW)
    (row,) = saved(conn, "1")
    keep_back(conn, [row], "缺货", NOW, NOW + HOUR)
    conn.exec_driver_sql("UPDATE orders SET under_id = ? WHERE order_no = 'E1'", (row,))
    kuaishou = load_order(conn, row)
    assert kuaishou is not None
    assert let_end(conn, NOW + HOUR) == 1
    found = hold_of(conn, KS, kuaishou)
    assert found is not None
    assert found.hold is not None
    assert found.hold.reason == "地址待核实"
    assert order_ids(conn, OrderFilter(mark="kept")) == [row]
    assert let_end(conn, NOW + HOUR) == 0


@pytest.mark.parametrize(("forgotten", "stays"), [(KS, YZ), (YZ, KS)])
def test_a_sale_stays_kept_back_when_the_shop_of_the_row_that_was_held_is_forgotten(
    conn: Connection, forgotten: str, stays: str
) -> None:
    save_orders(conn, YZ, [order("E1")], NOW)
    (lead,) = saved(conn, "1")
    under = order_id(conn, YZ, "E1") or 0
    keep_back(conn, [lead if forgotten == KS else under], "缺货", NOW, NOW + HOUR)
    pair(conn, KS, YZ)
    conn.exec_driver_sql("UPDATE orders SET under_id = ? WHERE id = ?", (lead, under))
    remove_shop(conn, forgotten)
    found = load_order(conn, lead if stays == KS else under)
    assert found is not None
    hold = hold_of(conn, stays, found)
    assert hold is not None
    assert hold.hold == Hold(reason="缺货", since_at=NOW, by="小王", until_at=NOW + HOUR)


def test_what_was_not_sent_is_stopped_and_what_was_is_told_to_be_too_late(conn: Connection) -> None:
    rows = saved(conn, "1", "2", "3")
    waiting: list[Command] = [ship("1"), NoteOrder(shop_id=KS, order_no="1", note="x"), ship("3")]
    stopped, noted, other = (outbox.add(conn, one, NOW) for one in waiting)
    sent = outbox.add(conn, ship("2", "SF2"), NOW)
    assert outbox_work.begin(conn, sent, Plan(), NOW, NOW, NOW) is not None
    assert keep_back(conn, rows[:2], "等赠品", NOW) == Kept(held=2, stopped=1, too_late=1)
    known = {row_id: intent(conn, row_id) for row_id in (stopped, noted, other, sent)}
    assert {key: one.state for key, one in known.items() if one} == {
        stopped: "undone",
        noted: "queued",  # a note makes nothing leave
        other: "queued",
        sent: "sending",
    }
    ended = known[stopped]
    assert ended is not None
    assert (ended.code, ended.detail) == ("outbox.kept_back", "等赠品")
    assert "intent.undo" in [step.action for step in trail(conn, [(KS, "1")])]
    with pytest.raises(Refused, match="hold_kept"):
        outbox.check(conn, ship("1"))  # asked again right before the call, whoever put it in


def test_no_further_parcel_follows_what_is_kept_back(conn: Connection) -> None:
    (row,) = saved(conn, "1")
    keep_back(conn, [row], "等赠品", NOW)
    more = AppendParcel(shop_id=KS, order_no="1", parcel=Sending(waybill_no="SF9", carrier_code="4"))
    with pytest.raises(Refused, match="hold_kept"):
        outbox.add(conn, more, NOW)


def test_its_time_to_ship_is_warned_of_and_the_warning_says_who_keeps_it_and_why(conn: Connection) -> None:
    due = NOW + 20 * HOUR
    kept, _ = saved(conn, "1", "2", ship_by_at=due)
    keep_back(conn, [kept], "等赠品", NOW)
    told = []
    for left in (13 * 60, 12 * 60, 11 * 60, 4 * 60, 60, 59, -1):
        for alert in ship_to_tell(conn, due - left * MINUTE):
            told.append((alert.cause, alert.detail, alert.number, alert.level))
    said = "1\n小王 · 等赠品"
    assert told == [
        ("due", "12", 1, 2), ("kept", f"12\n{said}", 1, 2),
        ("due", "4", 1, 1), ("kept", f"4\n{said}", 1, 1),
        ("due", "1", 1, 0), ("kept", f"1\n{said}", 1, 0),
    ]  # fmt: skip
    for now, level in ((due - 13 * HOUR, None), (due - 12 * HOUR, 1), (due - HOUR, 0), (due + DAY, 0)):
        (alert,) = [one for one in watch(conn, {}, now).alerts if one.cause == "kept"] or [None]
        assert (alert and alert.level) == level
        assert alert is None or (alert.detail, alert.ends_at) == (f"\n{said}", due)


def test_a_file_from_before_keeps_its_holds_until_somebody_lets_go(tmp_path: Path, clock: Clock) -> None:
    engine = engines.writer(tmp_path / "older.db", busy_ms=50)
    with engine.begin() as conn:
        schema.migrate(conn, schema.MIGRATIONS, "0033")
        names = [str(row[1]) for row in conn.exec_driver_sql("PRAGMA table_info(orders)") if row[3] or row[5]]
        kinds = {str(row[1]): str(row[2]) for row in conn.exec_driver_sql("PRAGMA table_info(orders)")}
        values = [1 if name == "id" else 0 if "INT" in kinds[name] or "BOOL" in kinds[name] else "x" for name in names]
        marks = ", ".join("?" for _ in names)
        conn.exec_driver_sql(f"INSERT INTO orders ({', '.join(names)}) VALUES ({marks})", tuple(values))
        conn.exec_driver_sql("INSERT INTO order_holds VALUES (1, '缺货', 7)")
        schema.migrate(conn, schema.MIGRATIONS, "0034")
        kept = conn.exec_driver_sql("SELECT order_id, reason, held_at, until_at, held_by FROM order_holds").all()
        assert [tuple(row) for row in kept] == [(1, "缺货", 7, None, "")]
        conn.exec_driver_sql("DELETE FROM orders")
        assert conn.exec_driver_sql("SELECT count(*) FROM order_holds").scalar_one() == 0, "a shop that is erased"
    engine.dispose()


@pytest.mark.parametrize("many", [200, pytest.param(5_000, marks=pytest.mark.long)])
def test_many_are_kept_back_and_let_go_each_with_its_row(conn: Connection, many: int) -> None:
    rows = saved(conn, *(f"9{number:04}" for number in range(many)))
    assert keep_back(conn, rows, "仓库盘点", NOW).held == many
    assert count_kept(conn, rows) == many
    assert let_go(conn, rows, "盘点完成", NOW) == many
    actions = [json.loads(row.detail)["why"] for row in audit.rows(conn, "order.")]
    assert actions == ["仓库盘点"] * many + ["盘点完成"] * many
