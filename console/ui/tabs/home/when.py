"""Deadlines: how they are written, which are near, and which sign-ins end soon."""

from collections.abc import Mapping
from dataclasses import dataclass

from console.core.clock import DAY, day_start
from console.store.views import ShopRow, SignIn
from console.ui import texts
from console.ui.tabs.home.reading import HomeReading

WARN_WITHIN = 7 * DAY
"""From how long before its end a sign-in counts as expiring."""


@dataclass(frozen=True)
class Ending:
    """A shop whose sign-in ends at ``at``; None: the platform has refused it already."""

    shop: ShopRow
    at: int | None
    is_over: bool


def endings(reading: HomeReading, sign_ins: Mapping[str, SignIn]) -> list[Ending]:
    """The sign-ins that need somebody within a week, the dead ones first."""
    dead = {row.shop_id for row in reading.health if row.kind == "sign_in_needed"}
    found = []
    for shop in reading.shops:
        ends_at = sign_ins[shop.shop_id].ends_at if shop.shop_id in sign_ins else None
        if shop.shop_id in dead:
            found.append(Ending(shop, None, True))
        elif ends_at is not None and ends_at < reading.now + WARN_WITHIN:
            found.append(Ending(shop, ends_at, ends_at <= reading.now))
    return sorted(found, key=lambda ending: ending.at or 0)


def when(at: int | None, now: int) -> str:
    """``15:45`` today, else with the date."""
    if at is None:
        return texts.NOTHING
    return texts.clock_time(at) if day_start(at) == day_start(now) else texts.moment(at, now)


def briefly(at: int | None, now: int) -> str:
    """``15:45`` today, else only the day."""
    return when(at, now).partition(" ")[0]


def is_near(at: int | None, now: int) -> bool:
    """Within a day."""
    return at is not None and at < now + DAY
