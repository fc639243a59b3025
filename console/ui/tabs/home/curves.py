"""The curves of 成交走势: this period, the one before, and for single days the same weekday. No widget in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from console.core.clock import DAY, HOUR, MINUTE
from console.store.views import Step
from console.ui import texts
from console.ui.scales import axis_money as axis_money
from console.ui.tabs.home.period import Period, period_words
from console.ui.tabs.home.reading import WEEK, HomeReading

Way = Literal["each", "sum"]
translate = QCoreApplication.translate


@dataclass(frozen=True)
class Line:
    """A curve to be drawn: (place, fen). A place is hours since midnight, or the number of the day."""

    name: str
    ink: str
    points: tuple[tuple[float, float], ...]
    lead: bool = False


def lines(reading: HomeReading, way: Way) -> list[Line]:
    """The curves, the leading one first; one of which the file knows nothing is left out."""
    period = reading.period
    found = [Line(period_words(period.key), "dot_blue", _points(reading.steps, period, way), lead=True)]
    if reading.reaches_before:
        found.append(Line(_name_before(period), "previous", _points(reading.before, period.before, way)))
    week_ago = period.shifted(WEEK)
    if reading.week_ago and reading.since_at is not None and reading.since_at < week_ago.begin_at:
        name = translate("home", "Last {weekday}").format(weekday=texts.weekday(week_ago.begin_at))
        found.append(Line(name, "dot_purple", _points(reading.week_ago, week_ago, way)))
    return found


def _points(steps: Sequence[Step], period: Period, way: Way) -> tuple[tuple[float, float], ...]:
    return _sums(steps, period) if way == "sum" else _each(steps, period)


def _sums(steps: Sequence[Step], period: Period) -> tuple[tuple[float, float], ...]:
    """The running total, at the end of each step; the last one ends now. Days: at the day itself."""
    points = [] if period.is_days else [(0.0, 0.0)]
    total = 0
    for step in steps:
        total += step.paid_fen
        points.append((_place_of_sum(step, period), float(total)))
    return tuple(points)


def _place_of_sum(step: Step, period: Period) -> float:
    if period.is_days:
        return float((step.at - period.begin_at) // DAY)
    return (min(step.at + period.step, period.until) - period.begin_at) / HOUR


def _each(steps: Sequence[Step], period: Period) -> tuple[tuple[float, float], ...]:
    """What each hour or day brought, at its beginning; the last one may not be over."""
    bars: dict[int, int] = {}
    for step in steps:
        number = (step.at - period.begin_at) // period.bar
        bars[number] = bars.get(number, 0) + step.paid_fen
    return tuple((float(number), float(fen)) for number, fen in bars.items())


def end_of(period: Period, way: Way) -> float:
    """How far the axis runs."""
    if period.is_days:
        return float(period.length // DAY - 1)
    return 24.0 if way == "sum" else 23.0


def places(period: Period, way: Way) -> list[tuple[float, str]]:
    """What stands under the axis."""
    if not period.is_days:
        last = 24 if way == "sum" else 20
        return [(float(hour), f"{hour:02d}:00") for hour in range(0, last + 1, 4)]
    days = period.length // DAY
    every = 1 if days <= 7 else 5
    return [(float(day), texts.moment(period.begin_at + day * DAY)[:5]) for day in range(0, days, every)]


def place_words(period: Period, way: Way, place: float) -> str:
    """``14:30 累计`` or ``14:00–15:00``, or the day."""
    if period.is_days:
        day = texts.day(period.begin_at + round(place) * DAY)
        return translate("home", "up to {time}").format(time=day) if way == "sum" else day
    at = period.begin_at + round(place * HOUR)
    if way == "sum":
        time = "24:00" if at == period.end_at else texts.clock_time(at)
        return translate("home", "up to {time}").format(time=time)
    end_at = min(at + HOUR, period.until)
    end = "24:00" if end_at == period.end_at else texts.clock_time(end_at // MINUTE * MINUTE)
    return f"{texts.clock_time(at)}–{end}"


def exact_money(fen: float) -> str:
    """To the fen; sums of fen are whole numbers far below what a float holds exactly."""
    return texts.money(round(fen))


def _name_before(period: Period) -> str:
    return {
        "today": translate("home", "Yesterday"),
        "yesterday": translate("home", "Day before"),
        "week": translate("home", "7 days before"),
        "month": translate("home", "30 days before"),
    }[period.key]
