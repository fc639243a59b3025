"""Ads accounts and their hours: replaced when read again, never summed over a hole, gone with their shop."""

import msgspec
from sqlalchemy import Connection

from console.binding import records
from console.core.clock import DAY, HOUR, day_start
from console.core.model import AdHour, Platform, Shop
from console.store import ads, health
from console.store.ads import AdAccountRow, AdDay
from console.store.shops import put_shop
from console.store.tables_ads import AdHours, table_of

SHOP, ACCOUNT = "kuaishou:1", "901"
NOW = 1_768_444_200_000  # 2026-01-15 10:30:00 shop time
TODAY = day_start(NOW)


def hour(no: int, cost_fen: int | None, gmv_fen: int | None = 100, account: str = ACCOUNT) -> AdHour:
    return AdHour(advertiser_id=account, begin_at=TODAY + no * HOUR, cost_fen=cost_fen, gmv_fen=gmv_fen)


def held(conn: Connection) -> list[tuple[object, ...]]:
    asked = "SELECT begin_at, cost_fen, gmv_fen, kept_at FROM ad_hours ORDER BY advertiser_id, begin_at"
    return [tuple(row) for row in conn.exec_driver_sql(asked)]


def test_the_table_holds_every_figure_of_the_noun() -> None:
    assert {column.name for column in table_of(AdHours).c} == {*AdHour.__struct_fields__, "kept_at"}


def test_every_figure_comes_back(conn: Connection) -> None:
    told = AdHour(
        advertiser_id=ACCOUNT,
        begin_at=TODAY,
        **{name: no + 1 for no, name in enumerate(AdHour.__struct_fields__[2:])},
    )
    ads.save_hours(conn, [told], 5)
    row = dict(conn.exec_driver_sql("SELECT * FROM ad_hours").mappings().one())
    assert row.pop("kept_at") == 5
    assert row == msgspec.structs.asdict(told)


def test_an_hour_that_is_read_again_replaces_itself(conn: Connection) -> None:
    ads.save_hours(conn, [hour(9, 500), hour(10, 20)], 5)
    ads.save_hours(conn, [hour(10, 70, None)], 6)
    ads.save_hours(conn, [], 7)
    assert held(conn) == [(TODAY + 9 * HOUR, 500, 100, 5), (TODAY + 10 * HOUR, 70, None, 6)]


def test_a_day_is_summed_only_where_every_hour_says(conn: Connection) -> None:
    ads.put_account(conn, ACCOUNT, SHOP, 1)
    assert ads.day(conn, ACCOUNT, NOW) == AdDay()
    ads.save_hours(conn, [hour(-1, 9_999), hour(0, 500), hour(23, 20, None), hour(24, 9_999)], 5)
    ads.save_hours(conn, [hour(3, 7, account="902")], 5)
    ads.note_read(conn, ACCOUNT, 6)
    assert ads.day(conn, ACCOUNT, NOW) == AdDay(cost_fen=520, gmv_fen=None, read_at=6)
    assert ads.day(conn, ACCOUNT, NOW + 2 * DAY) == AdDay(read_at=6), "nothing known is not nothing spent"


def test_an_account_has_one_shop_and_keeps_what_was_read(conn: Connection) -> None:
    assert ads.put_account(conn, ACCOUNT, SHOP, 1)
    ads.note_read(conn, ACCOUNT, 2)
    assert not ads.put_account(conn, ACCOUNT, SHOP, 3)
    assert ads.accounts(conn) == [AdAccountRow(advertiser_id=ACCOUNT, shop_id=SHOP, bound_at=1, read_at=2)]
    assert ads.put_account(conn, ACCOUNT, "kuaishou:2", 4)
    assert ads.accounts(conn) == [AdAccountRow(advertiser_id=ACCOUNT, shop_id="kuaishou:2", bound_at=4, read_at=2)]


def test_accounts_go_with_their_shop_and_no_other(conn: Connection) -> None:
    put_shop(conn, Shop(shop_id=SHOP, platform=Platform.KUAISHOU, platform_shop_id="1", name="店"))
    ads.put_account(conn, ACCOUNT, SHOP, 1)
    ads.put_account(conn, "902", "kuaishou:2", 1)
    ads.save_hours(conn, [hour(9, 500), hour(9, 8, account="902")], 5)
    records.erase(conn, SHOP, 9)
    assert [row.advertiser_id for row in ads.accounts(conn)] == ["902"]
    assert [row[1] for row in held(conn)] == [8]


def test_an_account_that_was_let_go_has_no_health(conn: Connection) -> None:
    for number in (ACCOUNT, "902"):
        ads.put_account(conn, number, "kuaishou:1", NOW)
        health.note_success(conn, f"kuaishou_ads:{number}", "ads", NOW)
    health.note_success(conn, "kuaishou:1", "orders", NOW)
    health.forget(conn, "kuaishou_ads:902")
    assert ads.with_health(conn) == {ACCOUNT}


def test_hours_are_counted_by_account(conn: Connection) -> None:
    ads.save_hours(conn, [hour(0, 1), hour(1, None), hour(0, 1, account="902")], NOW)
    assert (ads.hours_kept(conn, ACCOUNT), ads.hours_kept(conn, "902"), ads.hours_kept(conn, "903")) == (2, 1, 0)
