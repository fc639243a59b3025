"""What forecasts are made of, and that those that were made stay as they were."""

from sqlalchemy import Connection

from console.core.clock import DAY, HOUR, day_start, parse_shop_time
from console.core.model import AdHour, Order, OrderStatus
from console.rules.forecast import Day
from console.rules.forecast_made import Forecast, made
from console.store import ads, forecasts
from console.store.cursors import move_watermark
from console.store.health import note_success
from console.store.orders import save_orders
from console.store.shops import remove_shop
from console.store.views import Pair

NOW = parse_shop_time("2026-11-26 14:00:00")
TODAY = day_start(NOW)
K = "kuaishou:1"


def sell(conn: Connection, days: int, per_day: int = 3) -> None:
    """The same every day, from the last one that is over backwards."""
    rows = [
        Order(
            order_no=f"K{back}-{n}", status=OrderStatus.SUCCESS, amount_fen=1000 + 100 * n, buyer_id="b",
            created_at=TODAY - back * DAY + HOUR, paid_at=TODAY - back * DAY + HOUR, updated_at=NOW,
        )
        for back in range(days + 1) for n in range(per_day)
    ]  # fmt: skip
    save_orders(conn, K, rows, NOW)


def forecast_now(conn: Connection, pair: Pair | None) -> Forecast:
    lines = forecasts.lines(conn)
    history = forecasts.history(conn, NOW, pair, lines.history_days)
    return made(history, forecasts.ahead(NOW, 30), lines, trust=True)


def test_history_is_whole_days_from_the_first_order_on_without_today(conn: Connection, bound: Pair) -> None:
    sell(conn, 40)
    found = forecasts.history(conn, NOW, bound, 400)
    assert [found.days[0].at, found.days[-1].at] == [TODAY - 39 * DAY, TODAY - DAY]
    assert {day.paid_fen for day in found.days} == {3300}
    assert (found.sale_days, found.orders, found.spend_days, found.late_orders) == (39, 117, 0, 42)
    assert [day.promo for day in found.days if day.at == day_start(parse_shop_time("2026-11-11 00:00:00"))] == [
        "singles"
    ]
    assert forecasts.history(conn, NOW, bound, 10).days == found.days[-10:]


def test_days_that_were_not_read_yet_are_no_days_without_sales(conn: Connection, bound: Pair) -> None:
    sell(conn, 60)
    conn.exec_driver_sql("DELETE FROM orders WHERE paid_at >= ?", (TODAY - 9 * DAY,))
    move_watermark(conn, K, "orders", NOW - 9 * DAY)
    for pair in (bound, None):
        found = forecasts.history(conn, NOW, pair, 400)
        assert found.days[-1].at == TODAY - 10 * DAY
        assert {day.paid_fen for day in found.days} == {3300}
        assert (found.late_sale_days, found.late_orders) == (14, 42)
    told = forecast_now(conn, bound)
    assert [round(told.days[0].band.median), told.days[0].at] == [3300, TODAY]
    move_watermark(conn, K, "orders", NOW)
    note_success(conn, K, "orders", NOW - 3 * DAY)  # catches up: an old order that changed since is told last
    assert forecasts.history(conn, NOW, bound, 400).days[-1].at == TODAY - 4 * DAY


def test_an_empty_file_has_no_history(conn: Connection) -> None:
    assert forecasts.history(conn, NOW, None, 400).days == ()


def test_the_ads_platform_is_believed_before_a_file_and_an_unknown_hour_makes_its_day_unknown(
    conn: Connection, bound: Pair
) -> None:
    sell(conn, 20)
    ads.put_account(conn, "9", K, NOW)
    first, second, third = (TODAY - n * DAY for n in (3, 2, 1))
    hours = [AdHour(advertiser_id="9", begin_at=first + n * HOUR, cost_fen=100) for n in range(2)]
    hours += [
        AdHour(advertiser_id="9", begin_at=second, cost_fen=None),
        AdHour(advertiser_id="9", begin_at=second + HOUR, cost_fen=5),
    ]
    ads.save_hours(conn, hours, NOW)
    assert forecasts.put_spend(conn, K, {first + 5: 9, third: 70}, "file", NOW) == 2
    assert forecasts.put_spend(conn, K, {third: 77}, "file", NOW) == 1
    found = forecasts.history(conn, NOW, bound, 400)
    assert {day.at: day.spend_fen for day in found.days if day.spend_fen is not None} == {first: 200, third: 77}
    assert found.spend_days == 2


def test_what_a_file_tells_of_one_shop_is_added_to_what_the_platform_tells_of_another(
    conn: Connection, bound: Pair
) -> None:
    sell(conn, 5)
    ads.put_account(conn, "9", K, NOW)
    yesterday = TODAY - DAY
    ads.save_hours(conn, [AdHour(advertiser_id="9", begin_at=yesterday, cost_fen=100)], NOW)
    forecasts.put_spend(conn, K, {yesterday: 7}, "file", NOW)
    forecasts.put_spend(conn, "kuaishou:3", {yesterday: 50}, "file", NOW)
    assert forecasts.spend(conn, yesterday, TODAY, None) == {yesterday: 150}
    assert forecasts.spend(conn, yesterday, TODAY, bound) == {yesterday: 100}


def test_a_forecast_is_kept_as_it_was_and_told_later(conn: Connection, bound: Pair) -> None:
    sell(conn, 60)
    found = forecast_now(conn, bound)
    assert found.verdict == "made"
    assert {round(day.band.median) for day in found.days} == {3300}
    scope = forecasts.scope(bound)
    assert forecasts.last_made_at(conn, scope, NOW) is None
    forecasts.keep(conn, scope, found, NOW)
    assert forecasts.last_made_at(conn, scope, NOW) == NOW
    # a day is told by the last forecast that was made before it began: not by one made in it
    told = forecasts.told_then(conn, scope, TODAY, TODAY + 60 * DAY)
    assert [told[0], len(told)] == [(TODAY + DAY, 3300), 29]
    later = Forecast(verdict="made", days=tuple(found.days[5:]))
    conn.exec_driver_sql("UPDATE forecast_days SET paid_fen = 1 WHERE day_at >= ?", (TODAY + 8 * DAY,))
    forecasts.keep(conn, scope, later, TODAY + 4 * DAY)
    told = forecasts.told_then(conn, scope, TODAY, TODAY + 60 * DAY)
    assert [fen for _, fen in told] == [3300] * 29
    assert forecasts.told_then(conn, "", TODAY, TODAY + 60 * DAY) == []
    came = [Day(at=TODAY + DAY, paid_fen=3000), Day(at=TODAY + 2 * DAY, paid_fen=3600)]
    assert forecasts.missed(told, came) == 600 / 6600
    assert forecasts.missed(told, []) is None


def test_the_wished_accuracy_is_dated_and_ones_own(conn: Connection) -> None:
    assert forecasts.target(conn) == forecasts.Target(accuracy_bp=8500, since="2026-11-26", own=False)
    assert forecasts.put_target(conn, 9000, "2026-12-01", NOW)
    assert forecasts.target(conn) == forecasts.Target(accuracy_bp=9000, since="2026-12-01", own=True)
    assert forecasts.lines(conn).accuracy == 0.9


def test_a_shop_that_is_erased_takes_its_forecasts_along(conn: Connection, bound: Pair) -> None:
    sell(conn, 60)
    forecasts.keep(conn, forecasts.scope(bound), forecast_now(conn, bound), NOW)
    remove_shop(conn, K)
    for table in ("forecasts", "forecast_days"):
        assert conn.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 0
