"""Deadlines kept with their source, late tonight as the rule says it, tracks, and what one platform was not told."""

import random
from typing import Any

import pytest
from msgspec.structs import replace
from sqlalchemy import Connection, text

from console import reference
from console.core.clock import DAY, HOUR, MINUTE, SystemClock, day_start
from console.core.commands_orders import AppendParcel, Sending, ShipOrder
from console.core.errors import Refused
from console.core.model import (
    EXTERNAL,
    AfterSale,
    AfterSaleKind,
    AfterSaleStatus,
    Order,
    OrderStatus,
    Parcel,
    Platform,
    Shop,
)
from console.core.shipping import Deadline, Terms, Track, TrackEvent, Way
from console.store import engines, outbox, schema
from console.store.aftersales import save_after_sales
from console.store.order_view import order_ids
from console.store.orders import load_order, order_id, save_orders
from console.store.ship_figures import LATE, LEFT_LATELY, WAITING, late_count, ship_figures, troubled_count
from console.store.ship_told import ship_to_tell
from console.store.ship_view import sales, untold
from console.store.shops import put_shop
from console.store.terms import note_deadline
from console.store.tracks import complaints, followed, put_track, tracks_of
from console.store.views import OrderFilter

KS, YZ = "kuaishou:1", "youzan:2"
WAYS: tuple[Way, ...] = ("carrier", "pickup", "local", "nothing")
NOW = day_start(SystemClock().now_ms()) + 20 * HOUR


@pytest.fixture
def conn(tmp_path: Any) -> Any:
    engine = engines.writer(tmp_path / "made.db", busy_ms=50)
    with engine.begin() as found:
        schema.make(found, schema.REVISIONS[-1])
        for platform, number in ((Platform.KUAISHOU, "1"), (Platform.YOUZAN, "2")):
            shop_id = f"{platform.value}:{number}"
            put_shop(found, Shop(shop_id=shop_id, platform=platform, platform_shop_id=number, name="暖屋"))
        yield found
    engine.dispose()


def order(number: str = "1", **more: Any) -> Order:
    more.setdefault("paid_at", NOW - DAY)
    return Order(order_no=number, status=more.pop("status", OrderStatus.TO_SHIP), updated_at=1, **more)


def kept(conn: Connection, shop_id: str = KS, number: str = "1") -> Order:
    found = load_order(conn, order_id(conn, shop_id, number) or 0)
    assert found is not None
    return found


def test_every_deadline_is_kept_with_its_source_and_reading_again_changes_nothing(conn: Connection) -> None:
    named = (Deadline(source="platform", at=NOW + 9), Deadline(source="extension", at=NOW + 99))
    told = order(ship_by_at=NOW + 9, terms=Terms(deadlines=named, presale=True))
    assert save_orders(conn, KS, [told], NOW).inserted == 1
    note_deadline(conn, KS, "1", "noted_promise", NOW + 5, "答应今晚发", NOW)
    found = kept(conn)
    assert found.ship_by_at == NOW + 5
    assert [one.source for one in found.terms.deadlines] == ["noted_promise", "platform", "extension"]
    assert found.terms.presale
    assert save_orders(conn, KS, [told], NOW + 1).written == 0
    assert kept(conn) == found
    note_deadline(conn, KS, "1", "noted_promise", None, "", NOW)
    assert kept(conn).ship_by_at == NOW + 9
    assert kept(conn).terms.deadlines == named


def test_youzans_own_trades_have_the_hours_that_hold_where_nobody_says_otherwise(conn: Connection) -> None:
    save_orders(conn, YZ, [order("E1"), order("E2", source=EXTERNAL)], NOW)
    assert kept(conn, YZ, "E1").ship_by_at == NOW - DAY + 48 * HOUR
    assert kept(conn, YZ, "E2").ship_by_at is None
    note_deadline(conn, YZ, "E1", "noted_extension", NOW + 3 * DAY, "买家同意", NOW)
    assert [one.source for one in kept(conn, YZ, "E1").terms.deadlines] == ["default", "noted_extension"]
    assert kept(conn, YZ, "E1").ship_by_at == NOW + DAY
    with pytest.raises(Refused, match=r"ship\.unknown_order"):
        note_deadline(conn, YZ, "E9", "noted_extension", NOW, "", NOW)


def test_what_no_carrier_takes_is_late_for_nobody(conn: Connection) -> None:
    """Fetched at the shop, or virtual: it stays "to ship" at Youzan until it is settled there."""
    long_ago = NOW - 3 * DAY
    rows = [order(f"E{n}", paid_at=long_ago, terms=Terms(way=way)) for n, way in enumerate(WAYS)]
    save_orders(conn, YZ, rows, NOW)
    assert [kept(conn, YZ, f"E{n}").ship_by_at for n in range(len(WAYS))] == [long_ago + 48 * HOUR, None, None, None]
    figures = ship_figures(conn, NOW)
    assert (figures.punctuality.overdue, len(figures.tonight.late)) == (1, 1)
    note_deadline(conn, YZ, "E1", "noted_promise", NOW + HOUR, "约好来取", NOW)
    assert kept(conn, YZ, "E1").ship_by_at == NOW + HOUR
    assert kept(conn, YZ, "E1").terms.way == "pickup"


@pytest.mark.parametrize("seed", range(6))
def test_late_tonight_lists_exactly_what_the_forecast_names(conn: Connection, seed: int) -> None:
    dice = random.Random(seed)
    rows = [
        order(
            str(number),
            ship_by_at=NOW + dice.randrange(-120, 600) * MINUTE,
            risk=dice.random() < 0.1,
            refunding=dice.random() < 0.1,
        )
        for number in range(60)
    ]
    gone = [
        order(f"9{number}", status=OrderStatus.SHIPPED, shipped_at=NOW - dice.randrange(400) * MINUTE, ship_by_at=NOW)
        for number in range(dice.choice((0, 5, 60)))
    ]
    save_orders(conn, KS, [*rows, *gone], NOW)
    figures = ship_figures(conn, NOW)
    listed = order_ids(conn, OrderFilter(late_at=NOW, sort="ship_by_at", descending=False))
    assert sorted(listed) == sorted(figures.tonight.late)
    assert 0 < len(listed) <= figures.tonight.due


@pytest.mark.parametrize("asked", [LEFT_LATELY, WAITING, LATE])
def test_what_left_and_what_waits_is_found_by_an_index_of_its_own(conn: Connection, asked: str) -> None:
    known = dict.fromkeys(("since", "now", "night", "pace", "shops"), 1)
    named = {name: value for name, value in known.items() if f":{name}" in asked}
    plan = [str(row[3]) for row in conn.execute(text(f"EXPLAIN QUERY PLAN {asked}"), named)]
    reads = [step for step in plan if " o USING" in step]
    assert reads
    assert all("ix_orders_shipped" in step or "ix_orders_to_ship" in step for step in reads), plan


def test_an_after_sale_of_the_other_platform_holds_the_goods_at_the_call(conn: Connection) -> None:
    save_orders(conn, KS, [order()], NOW)
    save_orders(conn, YZ, [order("E1", source=EXTERNAL)], NOW)
    link(conn)
    command = ShipOrder(shop_id=KS, order_no="1", parcels=(Sending(waybill_no="73", carrier_code="9"),))
    outbox.check(conn, command)
    asked = AfterSale(
        after_sale_no="9", order_no="E1", kind=AfterSaleKind.REFUND_ONLY, status=AfterSaleStatus.WAIT_SELLER
    )
    save_after_sales(conn, YZ, [asked], NOW)
    with pytest.raises(Refused, match=r"ship\.hold_asked"):
        outbox.check(conn, command)
    outbox.check(conn, ShipOrder(shop_id=KS, order_no="1", parcels=command.parcels, anyway="买家同意"))


def test_an_after_sale_of_the_other_platform_holds_a_further_parcel_too(conn: Connection) -> None:
    save_orders(conn, KS, [order(status=OrderStatus.SHIPPED)], NOW)
    save_orders(conn, YZ, [order("E1", source=EXTERNAL)], NOW)
    link(conn)
    command = AppendParcel(shop_id=KS, order_no="1", parcel=Sending(waybill_no="74", carrier_code="9"))
    outbox.check(conn, command)
    asked = AfterSale(
        after_sale_no="9", order_no="E1", kind=AfterSaleKind.REFUND_ONLY, status=AfterSaleStatus.WAIT_SELLER
    )
    save_after_sales(conn, YZ, [asked], NOW)
    with pytest.raises(Refused, match=r"ship\.hold_asked"):
        outbox.check(conn, command)


def link(conn: Connection) -> None:
    conn.exec_driver_sql(
        "INSERT INTO links (kuaishou_shop_id, youzan_shop_id, order_no, trade_no, mapping, reason, by_hand, changed_at)"
        f" VALUES ('{KS}', '{YZ}', '1', 'E1', 'linked', 'outer_no', 0, 0)"
    )
    conn.exec_driver_sql(
        "UPDATE orders SET under_id = (SELECT id FROM orders WHERE order_no = '1') WHERE order_no = 'E1'"
    )


def test_a_number_the_other_platform_was_not_told_is_found(conn: Connection) -> None:
    parcel = Parcel(waybill_no="73000000000001", carrier_code="9")
    save_orders(conn, KS, [order(status=OrderStatus.SHIPPED, shipped_at=NOW, parcels=(parcel,))], NOW)
    save_orders(conn, YZ, [order("E1", source=EXTERNAL)], NOW)
    link(conn)
    assert untold(conn, KS) == ["1"]
    assert untold(conn, "kuaishou:other") == []
    both = sales(conn, ["E1"])
    assert both["E1"].lead.order.order_no == "1"
    assert both["E1"].other is not None


def test_tracks_are_kept_followed_until_they_end_and_found_by_what_is_wrong(conn: Connection) -> None:
    parcel = Parcel(waybill_no="73", carrier_code="3")
    shipped = order("E1", status=OrderStatus.SHIPPED, shipped_at=NOW - 3 * DAY, parcels=(parcel,))
    save_orders(conn, YZ, [shipped], NOW)
    assert [number for number, _ in followed(conn, YZ, NOW - 9 * DAY, NOW, 10)] == ["E1"]
    still = Track(state="on_the_way", events=(TrackEvent(at=NOW - 60 * HOUR, words="已揽收"),))
    put_track(conn, YZ, shipped, parcel, still, NOW)
    (seen,) = tracks_of(conn, YZ, "E1")
    assert (seen.track, seen.waybill_no, seen.asked_at) == (still, "73", NOW)
    assert len(order_ids(conn, OrderFilter(troubled_parcel=True))) == 1
    assert followed(conn, YZ, NOW - 9 * DAY, NOW, 10) == [], "asked just now"
    steps = ((NOW - 60 * HOUR, "已揽收"), (NOW - HOUR, "派送中"), (NOW, "已签收"))
    ended = Track(state="signed", events=tuple(TrackEvent(at=at, words=words) for at, words in steps))
    put_track(conn, YZ, shipped, parcel, ended, NOW + 1)
    assert order_ids(conn, OrderFilter(troubled_parcel=True)) == []
    assert followed(conn, YZ, NOW - 9 * DAY, NOW + DAY, 10) == []


def test_complaints_are_after_sales_about_the_way(conn: Connection) -> None:
    rows = [order(str(number), status=OrderStatus.SHIPPED, shipped_at=NOW) for number in range(4)]
    save_orders(conn, KS, rows, NOW)
    for number, reason in (("1", "未按约定时间发货"), ("2", "尺寸不合适")):
        one = AfterSale(
            after_sale_no=number,
            order_no=number,
            kind=AfterSaleKind.REFUND_ONLY,
            status=AfterSaleStatus.SUCCESS,
            reason=reason,
        )
        save_after_sales(conn, KS, [one], NOW)
    found = complaints(conn, NOW - DAY)
    assert (found.shipped, found.complained, found.rate) == (4, 1, 0.25)
    assert reference.figures()["complaint_wanted_bp"].value == 50


def test_warnings_come_at_twelve_four_and_one_hour_each_once_whatever_an_extension_says(conn: Connection) -> None:
    """S13: the field's five hours drive; an extension that was noted changes no warning. Looked at every minute."""
    due = NOW // (12 * HOUR) * (12 * HOUR) + 30 * HOUR
    save_orders(conn, KS, [order(ship_by_at=due), order("2", ship_by_at=due + 5 * MINUTE), order("3", risk=True)], NOW)
    note_deadline(conn, KS, "1", "noted_extension", due + DAY, "客服同意", NOW)
    heard = []
    for left in range(14 * 60, -1, -1):
        for alert in ship_to_tell(conn, due - left * MINUTE):
            heard.append((left, alert.level, alert.detail, alert.number, alert.ends_at))
    assert heard == [(720, 2, "12", 1, due), (240, 1, "4", 1, due), (60, 0, "1", 1, due)]


def test_a_row_that_is_older_takes_no_terms_away(conn: Connection) -> None:
    told = replace(order(terms=Terms(presale=True)), updated_at=NOW)
    save_orders(conn, KS, [told], NOW)
    save_orders(conn, KS, [replace(told, terms=Terms(), updated_at=NOW - 1)], NOW)
    assert kept(conn).terms.presale
    save_orders(conn, KS, [replace(told, terms=Terms(), updated_at=NOW + 1)], NOW)
    assert not kept(conn).terms.presale, "a newer one does"


def test_what_a_courier_writes_is_kept_with_phones_and_doors_covered(conn: Connection) -> None:
    said = "派件员 王五 13812345678 正在派送至 文三路99号3-201"
    track = Track(state="delivering", events=(TrackEvent(at=NOW, words=said),))
    put_track(conn, YZ, order("1"), Parcel(waybill_no="SF1"), track, NOW)
    (kept,) = tracks_of(conn, YZ, "1")
    assert kept.track.events[0].words == "派件员 王五 *********** 正在派送至 " + "*" * len("文三路99号3-201")


def test_home_counts_what_the_lists_show(conn: Connection) -> None:
    save_orders(conn, KS, [order("1", ship_by_at=NOW + HOUR), order("2", ship_by_at=NOW - HOUR)], NOW)
    assert late_count(conn, NOW) == len(order_ids(conn, OrderFilter(late_at=NOW))) == 2
    assert troubled_count(conn) == 0
    parcel = Parcel(waybill_no="73", carrier_code="3")
    lost = Track(state="trouble", events=(TrackEvent(at=NOW, words="疑难件"),))
    put_track(conn, KS, order("1"), parcel, lost, NOW)
    assert troubled_count(conn) == len(order_ids(conn, OrderFilter(troubled_parcel=True))) == 1
