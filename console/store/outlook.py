"""How a shop stands and how long it goes on, from what is in the file: its tier, its calls, its first stop."""

from collections.abc import Mapping

import msgspec
from sqlalchemy import Connection

from console.core.clock import DAY
from console.core.permissions import granted, offered
from console.rules.outage import Ends, Notice, Stop, due_notice, stops
from console.rules.quota import LOOK_BACK_DAYS, Allowance, Forecast, calendar_month, forecast, monthly
from console.rules.tiers import Standing, standing
from console.store import settings
from console.store.calls import calls_by_day
from console.store.checks import last_self_test
from console.store.permissions import permissions
from console.store.warned import note_told, told


class Package(msgspec.Struct, frozen=True, kw_only=True):
    """What the merchant bought, in his own words: so many calls a month, or so many until a date."""

    most: int
    begin_at: int | None = None  # with ``end_at``: one period, such as a trial; without: anew each month
    end_at: int | None = None


class Outlook(msgspec.Struct, frozen=True, kw_only=True):
    """What lies ahead of a shop. ``stops``: everything known to end it, the first one first."""

    quota: Forecast
    stops: tuple[Stop, ...] = ()


def shop_standing(conn: Connection, shop_id: str) -> Standing | None:
    """A shop's tier by its last self-test and its switches; None: it was never tested, so nobody knows."""
    test = last_self_test(conn, shop_id)
    if test.at is None:
        return None
    return standing(granted(test.checks), offered(test.checks), permissions(conn, shop_id))


def put_package(conn: Connection, shop_id: str, package: Package | None, now: int) -> bool:
    """Say what was bought; None takes it back. Returns whether that changed anything."""
    return settings.put(conn, _key(shop_id, "package"), None if package is None else msgspec.to_builtins(package), now)


def put_paid_until(conn: Connection, shop_id: str, at: int | None, now: int) -> bool:
    """Say until when the service is paid for; None: not known. Returns whether that changed anything."""
    return settings.put(conn, _key(shop_id, "paid_until_at"), at, now)


def bought(conn: Connection, shop_id: str) -> tuple[Package | None, int | None]:
    """What the merchant said he bought, and until when the service is paid for."""
    kept = settings.get(conn, _key(shop_id, "package"))
    package = None if kept is None else msgspec.convert(kept, Package)
    return package, settings.get(conn, _key(shop_id, "paid_until_at"))


def outlook(
    conn: Connection, shop_id: str, now: int, *, sign_in_at: int | None = None, test_user_at: int | None = None
) -> Outlook:
    """What lies ahead; when the sign-in ends only the vault knows, so it is brought along."""
    quota = _quota(conn, shop_id, now)
    _, paid_until_at = bought(conn, shop_id)
    ends = Ends(
        sign_in_at=sign_in_at,
        test_user_at=test_user_at,
        quota_at=quota.runs_out_at,
        paid_until_at=paid_until_at,
    )
    return Outlook(quota=quota, stops=stops(ends))


def take_notices(
    conn: Connection, shop_id: str, now: int, *, sign_in_at: int | None = None, test_user_at: int | None = None
) -> tuple[Notice, ...]:
    """What a person must be told of the shop's ends now; each is told once, so whoever takes it shows it."""
    taken = []
    for stop in outlook(conn, shop_id, now, sign_in_at=sign_in_at, test_user_at=test_user_at).stops:
        about = _about(conn, shop_id, stop, now)
        notice = due_notice(stop, told(conn, shop_id, stop.cause, about), now)
        if notice is not None:
            note_told(conn, shop_id, stop.cause, about, notice.days)
            taken.append(notice)
    return tuple(taken)


def _about(conn: Connection, shop_id: str, stop: Stop, now: int) -> int:
    """Which end it is: its date, but of a quota, whose date is forecast anew each day, the end of its period."""
    allowance = _allowance(conn, shop_id, now) if stop.cause == "quota" else None
    return stop.at if allowance is None else allowance.end_at


def _quota(conn: Connection, shop_id: str, now: int) -> Forecast:
    allowance = _allowance(conn, shop_id, now)
    begin_at = calendar_month(now)[0] if allowance is None else allowance.begin_at
    counts = calls_by_day(conn, shop_id, min(begin_at, now - LOOK_BACK_DAYS * DAY))
    if allowance is None:  # nothing is published, or nobody said: then what was used this month is all there is
        return Forecast(used=_since(counts, begin_at))
    return forecast(counts, allowance, now)


def _allowance(conn: Connection, shop_id: str, now: int) -> Allowance | None:
    package, _ = bought(conn, shop_id)
    if package is None:
        return None
    if package.begin_at is None or package.end_at is None:
        return monthly(package.most, now)
    return Allowance(most=package.most, begin_at=package.begin_at, end_at=package.end_at)


def _since(counts: Mapping[int, int], begin_at: int) -> int:
    return sum(count for day_at, count in counts.items() if day_at >= begin_at)


def _key(shop_id: str, name: str) -> str:
    return f"shops.{shop_id}.{name}"
