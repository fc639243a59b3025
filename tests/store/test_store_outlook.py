"""A shop's standing and outlook, from what lies in the file."""

from sqlalchemy import Connection

from console.core.clock import DAY, day_start
from console.core.errors import Refused
from console.core.permissions import Switch, not_asked, passed, troubled
from console.platforms.kuaishou.checks import NEEDS
from console.rules.outage import Stop
from console.rules.quota import Forecast, calendar_month
from console.rules.tiers import Standing, Tier
from console.store.calls import add_calls
from console.store.checks import put_checks
from console.store.outlook import Outlook, Package, outlook, put_package, put_paid_until, shop_standing, take_notices
from console.store.permissions import put_read_only, put_switch

SHOP = "kuaishou:1"


def test_a_shop_that_was_never_tested_has_no_tier(conn: Connection) -> None:
    assert shop_standing(conn, SHOP) is None


def test_the_tier_follows_from_test_and_switches(conn: Connection, now: int) -> None:
    put_checks(conn, SHOP, [passed(need) for need in NEEDS], now)
    assert shop_standing(conn, SHOP) == Standing(tier=Tier.ADVANCED, missing=("tier.switch_real_time",))
    put_switch(conn, SHOP, Switch.REAL_TIME, True, now)
    assert shop_standing(conn, SHOP) == Standing(tier=Tier.CUSTOM)
    put_read_only(conn, SHOP, True, now)
    assert shop_standing(conn, SHOP) == Standing(tier=Tier.NONE, missing=("tier.read_only",))


def test_a_refused_scope_is_missed_and_one_out_of_reach_is_not(conn: Connection, now: int) -> None:
    refused = {"merchant_refund": Refused("kuaishou.scope")}
    lines = [troubled(need, refused[need.scope]) if need.scope in refused else passed(need) for need in NEEDS]
    put_checks(conn, SHOP, lines, now)
    wanted = Standing(tier=Tier.BASIC, missing=("tier.scope_after_sales",))
    assert shop_standing(conn, SHOP) == wanted
    put_checks(conn, SHOP, [not_asked(need) for need in NEEDS], now + 1)
    assert shop_standing(conn, SHOP) == wanted, "being offline changes no tier"


def test_without_a_package_there_is_a_count_and_no_forecast(conn: Connection, now: int) -> None:
    month = calendar_month(now)[0]
    for at, count in ((month - DAY, 50), (month, 3), (now, 4)):
        add_calls(conn, {SHOP: count, "youzan:2": 99}, at)
    assert outlook(conn, SHOP, now) == Outlook(quota=Forecast(used=7))


def test_the_first_stop_is_the_earliest_of_all(conn: Connection, now: int) -> None:
    for day in range(20):
        add_calls(conn, {SHOP: 100}, now - day * DAY)
    put_package(conn, SHOP, Package(most=2_000), now)
    put_paid_until(conn, SHOP, now + 30 * DAY, now)
    found = outlook(conn, SHOP, now, sign_in_at=now + 4 * DAY)
    assert found.quota.most == 2_000
    assert [stop.cause for stop in found.stops] == ["sign_in", "quota", "paid_until"]
    assert found.stops[0] == Stop(at=now + 4 * DAY, cause="sign_in")
    put_package(conn, SHOP, None, now)
    assert [stop.cause for stop in outlook(conn, SHOP, now, sign_in_at=now).stops] == ["sign_in", "paid_until"]


def test_a_trial_has_a_period_of_its_own(conn: Connection, now: int) -> None:
    begin_at = day_start(now) - 40 * DAY
    for day in range(40):
        add_calls(conn, {SHOP: 200}, begin_at + day * DAY)
    put_package(conn, SHOP, Package(most=10_000, begin_at=begin_at, end_at=begin_at + 60 * DAY), now)
    quota = outlook(conn, SHOP, day_start(now)).quota
    assert (quota.used, quota.at_end, quota.runs_out_at) == (8_000, 12_000, begin_at + 50 * DAY)


def heard(conn: Connection, at: int, sign_in_at: int) -> list[tuple[str, int]]:
    return [(notice.stop.cause, notice.days) for notice in take_notices(conn, SHOP, at, sign_in_at=sign_in_at)]


def test_each_notice_is_taken_once_and_a_new_sign_in_starts_anew(conn: Connection, now: int) -> None:
    ends_at = now + 8 * DAY
    assert heard(conn, now, ends_at) == []
    assert heard(conn, now + DAY, ends_at) == [("sign_in", 7)]
    assert heard(conn, now + DAY + 1, ends_at) == []
    assert heard(conn, now + 6 * DAY, ends_at) == [("sign_in", 3)]
    assert heard(conn, ends_at + DAY, ends_at) == [("sign_in", 0)]
    assert heard(conn, ends_at + 2 * DAY, ends_at) == []
    assert heard(conn, ends_at + 2 * DAY, ends_at + 5 * DAY) == [("sign_in", 3)]


def test_a_quota_whose_date_moves_is_told_of_once_a_mark(conn: Connection, now: int) -> None:
    """The forecast changes from day to day; the period it is about does not."""
    begin_at = calendar_month(now)[0]
    put_package(conn, SHOP, Package(most=2_000), now)
    far = begin_at + 400 * DAY
    told_of: list[int] = []
    for day in range(28):
        add_calls(conn, {SHOP: 90 + day % 3 * 10}, begin_at + day * DAY)
        found = heard(conn, begin_at + day * DAY + DAY - 1, far)
        told_of += [days for cause, days in found if cause == "quota"]
    assert told_of == [7, 3, 1, 0]
    assert heard(conn, begin_at + 28 * DAY, far) == []
