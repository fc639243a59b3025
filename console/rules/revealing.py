"""When a buyer's data may be looked at, and how often it was: what the platform counts against the orders that left."""

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from console.core.clock import DAY
from console.core.model import Order, OrderStatus, Platform, Receiver
from console.core.revealing import Field

Verdict = Literal["", "high", "blocked"]


class Lines(msgspec.Struct, frozen=True, kw_only=True):
    """What reveals are judged by; shares in hundredths of a percent."""

    wanted_bp: int
    blocked_bp: int
    days: int
    after_success_days: int
    as_of: str


def reveal_lines_from(figures: Mapping[str, int], as_of: str) -> Lines:
    """Of ``reveal_figures.csv``."""
    return Lines(
        as_of=as_of,
        wanted_bp=figures["reveal_rate_wanted_bp"],
        blocked_bp=figures["reveal_rate_blocked_bp"],
        days=figures["reveal_rate_days"],
        after_success_days=figures["reveal_after_success_days"],
    )


class Rate(msgspec.Struct, frozen=True, kw_only=True):
    """Orders of which something was revealed here, against those that left, both within ``Lines.days``."""

    revealed: int
    shipped: int

    @property
    def share(self) -> float | None:
        """None where nothing left: then there is nothing to hold it against."""
        return self.revealed / self.shipped if self.shipped else None

    def with_one_more(self) -> "Rate":
        return Rate(revealed=self.revealed + 1, shipped=self.shipped)


def judged(rate: Rate, lines: Lines) -> Verdict:
    """Whether the share is higher than the platform wants, or so high that it may block the app."""
    if not rate.shipped or not rate.revealed:
        return ""
    if rate.revealed * 10_000 > lines.blocked_bp * rate.shipped:
        return "blocked"
    return "high" if rate.revealed * 10_000 > lines.wanted_bp * rate.shipped else ""


def is_too_old(platform: Platform, order: Order, lines: Lines, now: int) -> bool:
    """Whether the platform does not open it any more; where nobody knows since when, it is asked."""
    if platform is not Platform.KUAISHOU or order.status is not OrderStatus.SUCCESS or order.finished_at is None:
        return False
    return order.finished_at + lines.after_success_days * DAY < now


def hidden(receiver: Receiver, field: Field) -> tuple[str, str]:
    """The mask of a field and its cipher text; either may be empty."""
    return {
        Field.NAME: (receiver.name_masked, receiver.name_cipher),
        Field.PHONE: (receiver.phone_masked, receiver.phone_cipher),
        Field.ADDRESS: (receiver.address_masked, receiver.address_cipher),
    }[field]


def holder(sides: Sequence[Order], field: Field) -> int | None:
    """Which side of a row a field is shown of and opened at: the first that has anything of it."""
    return next((place for place, side in enumerate(sides) if any(hidden(side.receiver, field))), None)
