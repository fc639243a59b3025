"""What is missing before something can be said: how much is there, how much is needed, when it will be at this pace."""

from typing import TYPE_CHECKING, Final, Literal

import msgspec

if TYPE_CHECKING:
    from console.rules.forecast_made import History, Lines

What = Literal["days", "orders", "spend_days", "item_orders"]
LATELY: Final = 14


class Need(msgspec.Struct, frozen=True, kw_only=True):
    """How much of something is there and how much it takes; ``a_day``: how much came a day lately."""

    what: What
    have: int
    need: int
    a_day: float = 0.0

    @property
    def met(self) -> bool:
        return self.have >= self.need

    @property
    def in_days(self) -> int | None:
        """When it suffices at this pace; None: never."""
        if self.met:
            return 0
        return None if self.a_day <= 0 else -int(-(self.need - self.have) // self.a_day)


def needs(history: "History", lines: "Lines") -> tuple[Need, ...]:
    """Everything that a forecast needs, met or not."""
    return (
        Need(what="days", have=history.sale_days, need=lines.least_days, a_day=history.late_sale_days / LATELY),
        Need(what="orders", have=history.orders, need=lines.least_orders, a_day=history.late_orders / LATELY),
        Need(
            what="spend_days",
            have=history.spend_days,
            need=lines.least_spend_days,
            a_day=history.late_spend_days / LATELY,
        ),
    )


def lacking(history: "History", lines: "Lines") -> tuple[Need, ...]:
    """What of it is not met."""
    return tuple(need for need in needs(history, lines) if not need.met)
