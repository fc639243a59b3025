"""The four stretches of time that home looks at, and what each is fairly compared with."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from console.core.clock import DAY, HOUR, MINUTE, day_start

PeriodKey = Literal["today", "yesterday", "week", "month"]
DAYS: dict[PeriodKey, int] = {"today": 1, "yesterday": 1, "week": 7, "month": 30}


@dataclass(frozen=True)
class Period:
    """``[begin_at, end_at)`` in shop days; ``until`` is now, where the period is not over yet. All ms UTC."""

    key: PeriodKey
    begin_at: int
    end_at: int
    until: int

    @classmethod
    def of(cls, key: PeriodKey, now: int) -> "Period":
        today = day_start(now)
        if key == "yesterday":
            return cls(key, today - DAY, today, today)
        begin_at = today - (DAYS[key] - 1) * DAY
        return cls(key, begin_at, today + DAY, min(now + 1, today + DAY))

    @property
    def length(self) -> int:
        return self.end_at - self.begin_at

    @property
    def elapsed(self) -> int:
        return self.until - self.begin_at

    @property
    def is_days(self) -> bool:
        """Whether it is looked at day by day, not by the hour."""
        return self.length > DAY

    @property
    def step(self) -> int:
        """How finely its curve is read."""
        return DAY if self.is_days else 15 * MINUTE

    @property
    def bar(self) -> int:
        """What one point of the curve by time stands for."""
        return DAY if self.is_days else HOUR

    def shifted(self, by: int) -> "Period":
        """The same stretch earlier, whole."""
        return Period(self.key, self.begin_at - by, self.end_at - by, self.end_at - by)

    @property
    def before(self) -> "Period":
        """The period that ends where this one begins."""
        return self.shifted(self.length)

    def compared_with(self) -> str:
        """``较昨日同时段``: what the change beside a number is measured against."""
        match self.key:
            case "today":
                return QCoreApplication.translate("home", "vs yesterday, same time")
            case "yesterday":
                return QCoreApplication.translate("home", "vs the day before")
            case "week":
                return QCoreApplication.translate("home", "vs the 7 days before")
            case "month":
                return QCoreApplication.translate("home", "vs the 30 days before")


def period_words(key: PeriodKey) -> str:
    """What the choice is called."""
    return {
        "today": QCoreApplication.translate("home", "Today"),
        "yesterday": QCoreApplication.translate("home", "Yesterday"),
        "week": QCoreApplication.translate("home", "7 days"),
        "month": QCoreApplication.translate("home", "30 days"),
    }[key]
