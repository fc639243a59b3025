"""A forecast as it is shown: the coming days with their bands, what they come to, and what the method was worth."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

import msgspec

from console.core.clock import DAY
from console.rules.forecast import Day, Drive, fit, usual_spend
from console.rules.forecast_lacking import Need, lacking
from console.rules.forecast_past import (
    LEAST_TOTALS,
    TAILS,
    Band,
    Past,
    banded,
    judged,
    quantile,
    rehearse,
    spread,
    totals,
)

BP: Final = 10_000
Verdict = Literal["made", "lacking", "worse"]


class Lines(msgspec.Struct, frozen=True, kw_only=True):
    """By what a forecast is judged."""

    least_days: int
    least_orders: int
    least_spend_days: int
    accuracy: float  # what the merchant would like: one less the error
    coverage_low: float  # of the 80 % band
    coverage_high: float
    history_days: int


def forecast_lines_from(known: Mapping[str, int]) -> Lines:
    """The lines out of figures by name (``forecast_least_days``)."""
    return Lines(
        least_days=known["forecast_least_days"],
        least_orders=known["forecast_least_orders"],
        least_spend_days=known["forecast_least_spend_days"],
        accuracy=known["forecast_accuracy_bp"] / BP,
        coverage_low=known["forecast_coverage_low_bp"] / BP,
        coverage_high=known["forecast_coverage_high_bp"] / BP,
        history_days=known["forecast_history_days"],
    )


class History(msgspec.Struct, frozen=True, kw_only=True):
    """The whole days that are known, without a gap and without today; ``coming``: the promotions of the days after."""

    days: Sequence[Day] = ()
    sale_days: int = 0
    orders: int = 0
    spend_days: int = 0
    late_sale_days: int = 0  # of the last fourteen
    late_orders: int = 0
    late_spend_days: int = 0


class Coming(msgspec.Struct, frozen=True, kw_only=True):
    """A day that is forecast."""

    at: int
    band: Band
    spend_fen: float | None
    promo: str = ""


class Forecast(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of the coming days. ``days`` are empty unless the verdict is ``made``.

    ``total`` is None where too few whole rehearsals say how far a sum misses; ``totals`` are what those missed.
    """

    verdict: Verdict
    lacking: tuple[Need, ...] = ()
    horizon: int = 0
    days: tuple[Coming, ...] = ()
    total: Band | None = None
    totals: tuple[float, ...] = ()
    past: Past = Past()
    drive: Drive | None = None
    spend_fen: float | None = None  # a day, as planned
    roi: bool = False  # whether enough is known of spend to speak of it
    unseen_promos: tuple[str, ...] = ()  # promotions ahead of which no earlier one is known

    @property
    def paid_fen(self) -> float:
        """The medians of the days together. Days far above theirs make the sum likely more: ``total`` knows."""
        return sum(day.band.median for day in self.days)

    @property
    def likely_fen(self) -> float:
        """What the days come to: as whole rehearsals say it, else the medians together."""
        return self.paid_fen if self.total is None else self.total.median

    @property
    def spend_total_fen(self) -> float | None:
        return None if self.spend_fen is None else self.spend_fen * len(self.days)

    def chance_below(self, fen: float, told: float | None = None) -> float | None:
        """How likely the sum stays below an amount, by what whole rehearsals missed; never quite nothing nor one."""
        if len(self.totals) < LEAST_TOTALS:
            return None
        told = self.paid_fen if told is None else told
        below = sum(told * (1 + one) < fen for one in self.totals)
        return (below + 0.5) / (len(self.totals) + 1)


def made(
    history: History, ahead: Sequence[Day], lines: Lines, spend_fen: float | None = None, *, trust: bool = False
) -> Forecast:
    """The forecast of the days ``ahead`` (their promotions are looked at, nothing else).

    ``spend_fen`` is what ads are to cost a day, None: as lately. ``trust``: also where last week's weekday tells as
    much (for tests of the method itself).
    """
    needs = lacking(history, lines)
    if any(need.what != "spend_days" for need in needs):
        return Forecast(verdict="lacking", lacking=needs, horizon=len(ahead))
    days, horizon = history.days[-lines.history_days :], len(ahead)
    misses = rehearse(days, horizon, lines.least_spend_days)
    past, width = judged(days, misses, horizon), spread(misses)
    roi = not any(need.what == "spend_days" for need in needs)
    planned = (usual_spend(days) if spend_fen is None else spend_fen) if roi else None
    if width is None or (past.worse and not trust):
        return Forecast(verdict="worse", lacking=needs, horizon=horizon, past=past, spend_fen=planned, roi=roi)
    learnt = fit(days, lines.least_spend_days)
    coming, unread = [], max(0, (ahead[0].at - days[-1].at) // DAY - 1) if ahead else 0  # days nobody knows of yet
    for number, day in enumerate(ahead, 1 + unread):
        told = learnt.median_fen(msgspec.structs.replace(day, spend_fen=planned), number)
        coming.append(Coming(at=day.at, band=width.band(told, number), spend_fen=planned, promo=day.promo))
    missed = totals(misses, horizon)
    return Forecast(
        verdict="made",
        lacking=needs,
        horizon=horizon,
        days=tuple(coming),
        total=_total(sum(day.band.median for day in coming), missed),
        totals=tuple(missed),
        past=past,
        drive=learnt.drive,
        spend_fen=planned,
        roi=roi,
        unseen_promos=tuple(dict.fromkeys(day.promo for day in ahead if day.promo and day.promo not in learnt.promos)),
    )


def _total(told: float, missed: Sequence[float]) -> Band | None:
    if len(missed) < LEAST_TOTALS:
        return None
    (low, high), (lowest, highest) = (
        (max(told * (1 + quantile(missed, a)), 0.0), told * (1 + quantile(missed, b))) for a, b in TAILS
    )
    return banded(told * (1 + quantile(missed, 0.5)), low, high, lowest, highest)
