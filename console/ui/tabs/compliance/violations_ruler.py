"""The working-day ruler: days in a row, those off in grey, made-up days marked, today outlined, flags on last days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.core.clock import SHOP_TIME, day_start
from console.rules.workdays import Workdays
from console.ui import icons, paint, texts
from console.ui.theme import Tone, current

CELL, GAP, FLAG = 36, 3, 20


@dataclass(frozen=True)
class Flag:
    """The last day of something."""

    on: date
    words: str
    tone: Tone = "blue"


class Ruler(QWidget):
    """Fill it with ``show_days``. ``made_up`` is the sign on a day that is worked although it is a weekend."""

    def __init__(self, days: int = 12) -> None:
        super().__init__()
        self._days = days
        self.shown: tuple[date, ...] = ()
        self._workdays: Workdays | None = None
        self._today: date | None = None
        self._counted: frozenset[date] = frozenset()
        self.flags: tuple[Flag, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_days(
        self,
        start: date,
        today: date,
        workdays: Workdays,
        flags: Sequence[Flag] = (),
        counted: Sequence[date] = (),
    ) -> None:
        """From ``start`` on; ``counted`` days are drawn stronger."""
        self.shown = tuple(start + timedelta(days=step) for step in range(self._days))
        self._today, self._workdays = today, workdays
        self.flags, self._counted = tuple(flags), frozenset(counted)
        off = [self.sign(day) for day in self.shown]
        self.setAccessibleName(" ".join(f"{day:%m-%d} {sign}" for day, sign in zip(self.shown, off, strict=True)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._days * 40, CELL + FLAG)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._days * 28, CELL + FLAG)

    def sign(self, on: date) -> str:
        """What stands under the number: the weekday, today, or that the weekend is worked."""
        if on == self._today:
            return self.tr("Today")
        if self._workdays is not None and on in self._workdays.work:
            return self.tr("Worked")
        return texts.weekday(_at(on)).removeprefix("周")

    def is_off(self, on: date) -> bool:
        """Whether it is drawn grey."""
        return self._workdays is not None and not self._workdays.day(on).works

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.shown:
            return
        painter = QPainter(self)
        wide = self.width() / len(self.shown)
        for place, on in enumerate(self.shown):
            self._day(
                painter, QRect(round(place * wide), 0, round((place + 1) * wide) - round(place * wide) - GAP, CELL), on
            )
        self._flags(painter, wide)
        painter.end()

    def _day(self, painter: QPainter, box: QRect, on: date) -> None:
        look = current()
        off, today = self.is_off(on), on == self._today
        ground = "border" if off else "soft" if on in self._counted else "sunken"
        paint.rounded(painter, box, 5, look[ground], look["accent"] if today else None)
        made_up = self._workdays is not None and on in self._workdays.work
        number = f"{on:%m-%d}" if on == self.shown[0] or on.day == 1 else str(on.day)
        colour = look["text3" if off else "text"]
        top = QRect(box.x(), 2, box.width(), 17)
        under = QRect(box.x(), 17, box.width(), 17)
        paint.text(painter, top, number, colour, pixels=12, strong=on in self._counted, align=paint.CENTRE)
        tone = "accentText" if today else "fg_amber" if made_up else "text3"
        paint.text(painter, under, self.sign(on), look[tone], pixels=11, align=paint.CENTRE)

    def _flags(self, painter: QPainter, wide: float) -> None:
        look, free = current(), 0
        for flag in sorted(self.flags, key=lambda one: one.on):
            if flag.on not in self.shown:
                continue
            room = paint.width(flag.words, 11, True) + 18
            left = min(max(round(self.shown.index(flag.on) * wide), free), self.width() - room)
            if left < free:
                continue  # no room beside the one before it
            colour = look[f"fg_{flag.tone}"]
            icons.paint(painter, "flag", QRect(left, CELL + 4, 13, 13).topLeft(), 13, colour)
            box = QRect(left + 16, CELL + 2, room, FLAG - 3)
            paint.text(painter, box, flag.words, colour, pixels=11, strong=True)
            free = left + room + 6


def _at(on: date) -> int:
    from datetime import datetime

    return day_start(int(datetime(on.year, on.month, on.day, 12, tzinfo=SHOP_TIME).timestamp()) * 1000)
