"""What a person should know without looking for it: present causes, each with its level and since when it is so.

P0 critical: something stands still or is late now. P1 urgent: it will within a day. P2 notice: within days.
An alert lasts as long as its cause; nothing of it is stored.
"""

from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from console.core.clock import DAY, HOUR, MINUTE
from console.core.errors import TroubleKind
from console.rules.outage import MARKS_DAYS, Stop
from console.rules.price_watch import CODES, PriceKind, PriceTrouble

Cause = Literal[
    "dead", "trouble", "stop", "late", "due", "price", "appeal", "certificate", "duty", "selfcheck", "dispute",
    "show", "kept",
]  # fmt: skip

FAILING_AFTER = 10 * MINUTE  # a platform may stutter; after that it is worth saying
DUE_CLOSE, DUE_SOON = HOUR, 6 * HOUR


class Alert(msgspec.Struct, frozen=True, kw_only=True):
    """``key`` names the cause: the same cause has the same key for as long as it lasts."""

    key: str
    cause: Cause
    level: int  # 0 the worst
    at: int  # since when, ms UTC
    shop_id: str = ""
    code: str = ""  # of the catalogue
    detail: str = ""
    ends_at: int | None = None
    number: int = 0
    price: "Priced | None" = None  # of a price, where it is one alone


class Priced(msgspec.Struct, frozen=True, kw_only=True):
    """Goods at Kuaishou whose price should be known of, since ``seen_at``; figures in fen and basis points."""

    trouble: PriceTrouble
    title: str
    seen_at: int
    told: bool = False


class Ailing(msgspec.Struct, frozen=True, kw_only=True):
    """The present trouble of a shop's stream."""

    shop_id: str
    kind: TroubleKind
    code: str
    detail: str
    since_at: int


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """Orders that must leave: overdue ones, those due within hours, and the nearest deadline."""

    overdue: int = 0
    due_soon: int = 0  # the overdue ones included
    next_at: int | None = None


def alerts(
    ailing: Iterable[Ailing],
    stops: Mapping[str, Iterable[Stop]],
    waiting: Waiting,
    now: int,
    priced: Iterable[Priced] = (),
    more: Iterable[Alert] = (),
) -> tuple[Alert, ...]:
    """Everything worth knowing now, the newest cause first. ``more`` comes ready, such as deadlines of appeals."""
    found = [*_of_trouble(ailing, now), *_of_stops(stops, now), *_of_orders(waiting, now), *of_prices(priced), *more]
    dead = {alert.shop_id for alert in found if alert.cause == "dead"}
    kept = [one for one in found if one.cause != "stop" or one.shop_id not in dead or not _is_of_sign_in(one)]
    return tuple(sorted(kept, key=lambda one: (-one.at, one.level, one.key)))


def _is_of_sign_in(alert: Alert) -> bool:
    return alert.code in ("stop.sign_in", "stop.test_user")


def _of_trouble(ailing: Iterable[Ailing], now: int) -> list[Alert]:
    """One for each shop: three streams of a shop that is signed out are one cause."""
    worst: dict[str, Ailing] = {}
    for one in ailing:
        dead = one.kind == "sign_in_needed"
        if not dead and now - one.since_at < FAILING_AFTER:
            continue
        held = worst.get(one.shop_id)
        rank = (not dead, one.since_at)
        if held is None or rank < (held.kind != "sign_in_needed", held.since_at):
            worst[one.shop_id] = one
    return [of_ailing(one) for one in worst.values()]


def of_ailing(one: Ailing) -> Alert:
    """A shop's present trouble."""
    dead = one.kind == "sign_in_needed"
    cause: Cause = "dead" if dead else "trouble"
    key = f"{cause}:{one.shop_id}:{one.since_at}"
    return Alert(
        key=key,
        cause=cause,
        level=0 if dead else 1,
        at=one.since_at,
        shop_id=one.shop_id,
        code=one.code,
        detail=one.detail,
    )


def _of_stops(stops: Mapping[str, Iterable[Stop]], now: int) -> list[Alert]:
    found = []
    for shop_id, ends in stops.items():
        for stop in ends:
            reached = [days for days in MARKS_DAYS if stop.at - now <= days * DAY]
            if not reached:
                continue
            found.append(of_stop(shop_id, stop, reached[-1]))
    return found


def of_stop(shop_id: str, stop: Stop, days: int) -> Alert:
    """A stop that is at most this many days away; 0: it is over."""
    return Alert(
        key=f"stop:{shop_id}:{stop.cause}:{days}",
        cause="stop",
        level=0 if days == 0 else 1 if days == 1 else 2,
        at=stop.at - days * DAY,
        shop_id=shop_id,
        code=stop.code,
        ends_at=stop.at,
    )


def _of_orders(waiting: Waiting, now: int) -> list[Alert]:
    """The orders by the deadline that came nearest: it began to matter when it came into reach."""
    soon = waiting.due_soon - waiting.overdue
    if waiting.next_at is None or not waiting.due_soon:
        return []
    late = waiting.next_at <= now
    close = waiting.next_at - now <= DUE_CLOSE
    begun = waiting.next_at if late else waiting.next_at - (DUE_CLOSE if close else DUE_SOON)
    cause: Cause = "late" if waiting.overdue else "due"
    number = waiting.overdue or soon
    level = 0 if waiting.overdue or close else 1
    return [Alert(key=f"{cause}:{begun}", cause=cause, level=level, at=begun, ends_at=waiting.next_at, number=number)]


def of_prices(priced: Iterable[Priced]) -> list[Alert]:
    """One for all goods of a shop that have the same trouble; another one among them is another key."""
    several: dict[tuple[str, PriceKind], list[Priced]] = {}
    for one in priced:
        several.setdefault((one.trouble.shop_id, one.trouble.kind), []).append(one)
    found = []
    for (shop_id, kind), ones in several.items():
        newest = max(one.seen_at for one in ones)
        found.append(
            Alert(
                key=f"price:{shop_id}:{kind}:{newest}",
                cause="price",
                level=1 if kind == "floor" else 2,
                at=newest,
                shop_id=shop_id,
                code=CODES[kind].value,
                number=len(ones),
                price=ones[0] if len(ones) == 1 else None,
            )
        )
    return found
