"""Certificates: how long they run, when renewal must begin, and what must not be sold without them. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, Literal

import msgspec

from console.rules.workdays import Workdays

URGENT_WORKDAYS: Final = 10
NOTICE_DAYS: Final = (90, 60, 30, 15, 7, 1)


class CertState(StrEnum):
    """Where a certificate stands."""

    VALID = "valid"
    RENEW = "renew"  # inside the window
    URGENT = "urgent"  # the window closes within ten working days
    MISSED = "missed"  # the window has closed and it still runs
    EXPIRED = "expired"
    OPEN = "open"  # without an end
    NOT_YET = "not_yet"  # it begins later
    MISSING = "missing"  # goods on the shelf are of a kind that asks for it, and none was entered


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """When a kind of certificate is to be renewed: so many days before its end, at the earliest and at the latest."""

    begin_days: int | None = None
    latest_days: int | None = None
    in_workdays: bool = False
    basis: str = ""


class Certificate(msgspec.Struct, frozen=True, kw_only=True):
    """A document that the merchant keeps. ``categories`` and ``products`` empty: it is about the whole shop."""

    certificate_id: str
    kind: str
    number: str = ""
    holder: str = ""
    issuer: str = ""
    valid_from: date | None = None
    valid_to: date | None = None  # None: without an end
    categories: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    file_sha256: str = ""
    file_name: str = ""
    note: str = ""


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """How a certificate stands on a day. ``certain`` False: its window was reckoned without a year's plan."""

    state: CertState
    renew_from: date | None = None
    renew_by: date | None = None
    days_left: int | None = None
    certain: bool = True


def standing(certificate: Certificate, window: Window | None, workdays: Workdays, today: date) -> Standing:
    """On ``today``. The last day of validity still is one."""
    if certificate.valid_from is not None and today < certificate.valid_from:
        return Standing(state=CertState.NOT_YET)
    end = certificate.valid_to
    if end is None:
        return Standing(state=CertState.OPEN)
    begin, latest, certain = _window(end, window or Window(), workdays)
    known = {"renew_from": begin, "renew_by": latest, "days_left": (end - today).days, "certain": certain}
    return Standing(state=_state(end, begin, latest, workdays, today), **known)  # type: ignore[arg-type]


def _state(end: date, begin: date | None, latest: date | None, workdays: Workdays, today: date) -> CertState:
    if today > end:
        return CertState.EXPIRED
    if latest is not None and latest < end and today > latest:
        return CertState.MISSED
    closes = latest if latest is not None else end
    if (begin is None or today >= begin) and workdays.between(today, closes) <= URGENT_WORKDAYS:
        return CertState.URGENT
    return CertState.RENEW if begin is not None and today >= begin else CertState.VALID


def _window(end: date, window: Window, workdays: Workdays) -> tuple[date | None, date | None, bool]:
    days = [window.begin_days, window.latest_days]
    if not window.in_workdays:
        begin, latest = (None if count is None else end - timedelta(days=count) for count in days)
        return begin, latest, True
    found: list[date | None] = []
    certain = True
    for count in days:
        if count is None:
            found.append(None)
            continue
        on, sure = days_before(end, count, workdays)
        found.append(on)
        certain = certain and sure
    return found[0], found[1], certain


def days_before(end: date, count: int, workdays: Workdays) -> tuple[date, bool]:
    """The day ``count`` working days before ``end``. Where a year is not known, weekends count as free: then it lies
    earlier than the truth or on it, so that nobody is late by it."""
    on, certain = end, True
    while count > 0:
        on -= timedelta(days=1)
        day = workdays.day(on)
        works = day.works if day.certain else on.weekday() < 5 and not _may_be_free(on, workdays)
        certain = certain and day.certain
        count -= works
    return on, certain


def _may_be_free(on: date, workdays: Workdays) -> bool:
    """Whether a weekday of a year without a plan may be a day off: around a feast, or late in any week where no feast
    is known: two days in five are more than all days off of any season."""
    feasts = [feast for feast in workdays.festivals if feast.year == on.year]
    return any(abs((on - feast).days) <= 8 for feast in feasts) if feasts else on.weekday() >= 3


def notice_due(days_left: int | None, told: Iterable[int]) -> int | None:
    """Which notice is to be given now: the nearest of 90/60/30/15/7/1 days reached and not told yet; None: none."""
    if days_left is None or days_left < 0:
        return None
    reached = [mark for mark in NOTICE_DAYS if days_left <= mark]
    return reached[-1] if reached and reached[-1] not in set(told) else None


Coverage = Literal["valid", "lapsed", "none"]


def coverage(kind: str, path: str, item_id: str, held: Sequence[tuple[Certificate, Standing]]) -> Coverage:
    """Whether goods of a category have a valid certificate of a kind. Without one they are not to be sold."""
    found: Coverage = "none"
    for certificate, how in held:
        if certificate.kind != kind or not _concerns(certificate, path, item_id):
            continue
        if how.state not in (CertState.EXPIRED, CertState.NOT_YET, CertState.MISSING):
            return "valid"
        found = "lapsed"
    return found


def _concerns(certificate: Certificate, path: str, item_id: str) -> bool:
    if certificate.products:
        return item_id in certificate.products
    if certificate.categories:
        return any(path == one or path.startswith(f"{one} > ") for one in certificate.categories)
    return True


def window_from(row: Mapping[str, str]) -> Window:
    """Of a row of ``resources/qualifications.csv``."""
    begin, latest = row.get("renewal_lead_days", ""), row.get("latest_lead_days", "")
    return Window(
        begin_days=int(begin) if begin else None,
        latest_days=int(latest) if latest and int(latest) else None,
        in_workdays=row.get("lead_unit") == "workday",
        basis=row.get("lead_basis", ""),
    )
