"""What another ad budget would bring, within what was ever spent: beyond that nothing is known and nothing is said."""

from collections.abc import Sequence

import msgspec

from console.rules.forecast import Day
from console.rules.forecast_made import Forecast

SMALL_GAIN = 0.1  # of what is spent more, earned more: less is hardly a gain


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One budget: a day's spend, paid amount and what is left of its margin after the ads; fen. None: not known."""

    spend_fen: float
    paid_fen: float
    left_fen: float | None
    below: float | None  # chance of staying below break-even over the whole stretch

    @property
    def roi(self) -> float | None:
        return self.paid_fen / self.spend_fen if self.spend_fen > 0 else None


class Budget(msgspec.Struct, frozen=True, kw_only=True):
    """Now and then; ``most_fen`` is the most that a day ever cost."""

    now: Side
    then: Side
    most_fen: float
    beyond: bool  # more than history knows

    @property
    def small(self) -> bool:
        """Whether much more is spent for hardly anything, or for a loss."""
        if self.now.left_fen is None or self.then.left_fen is None or self.then.spend_fen <= self.now.spend_fen:
            return False
        return self.then.left_fen - self.now.left_fen < SMALL_GAIN * (self.then.spend_fen - self.now.spend_fen)


def most_spent(days: Sequence[Day]) -> float:
    """The most that a day ever cost."""
    return max((day.spend_fen for day in days if day.spend_fen is not None), default=0.0)


def changed(forecast: Forecast, spend_fen: float, most_fen: float, margin: float | None) -> Budget | None:
    """The forecast at another spend a day; ``margin``: what is left of what is paid, a share of one.

    None where it cannot be told: no forecast, or ads show no effect.
    """
    drive, planned = forecast.drive, forecast.spend_fen
    if drive is None or planned is None or not forecast.days:
        return None
    count = len(forecast.days)
    usual, medians = forecast.likely_fen / count, forecast.paid_fen / count

    def side(spend: float) -> Side:
        paid = usual * drive.factor(spend) / drive.factor(planned)
        left = None if margin is None else paid * margin - spend
        told = medians * drive.factor(spend) / drive.factor(planned) * count
        below = forecast.chance_below(spend * count / margin, told) if margin else None
        return Side(spend_fen=spend, paid_fen=paid, left_fen=left, below=below)

    then = min(max(spend_fen, 0.0), most_fen)
    return Budget(now=side(planned), then=side(then), most_fen=most_fen, beyond=spend_fen > most_fen)
