"""流量来源, in short: free, own, paid and unknown visits of the days that were imported; channels are under Traffic."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.rules.traffic import Standing
from console.rules.traffic_split import Split
from console.ui import paint, texts
from console.ui.charted import ChartData, Column, join, tell
from console.ui.tabs.insights.cards_words import fresh_chip
from console.ui.theme import current
from console.ui.widgets import Card, Chip, link
from console.ui.widgets.cards import stack
from console.ui.widgets.labels import Elided

INKS: dict[Standing, str] = {"natural": "s1", "private": "s3", "paid": "s2", "unknown": "s5"}
HIGH, LINE = 16, 22


class Shares(QWidget):
    """One bar cut by kind of traffic, and a line each below it; paid is hatched, for colour alone says nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: Sequence[tuple[Standing, str, int]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        join(self)

    def sizeHint(self) -> QSize:
        return QSize(320, HIGH + 8 + LINE)

    def show_parts(self, parts: Sequence[tuple[Standing, str, int]]) -> None:
        self.parts = parts
        tell(self)
        self.update()

    def chart_data(self) -> ChartData | None:
        """A row a kind of traffic."""
        numbers = [number for _, _, number in self.parts]
        total = sum(numbers)
        columns = (
            Column(self.tr("Kind of traffic"), [name for _, name, _ in self.parts], kind="place"),
            Column(self.tr("People"), numbers, texts.count),
            Column(self.tr("Share"), [number / total for number in numbers], lambda of: f"{of:.1%}", named=False),
        )
        return ChartData(self.tr("Traffic sources"), columns) if total else None

    def _words(self) -> list[str]:
        total = sum(number for _, _, number in self.parts)
        return [f"{name} {texts.count(number)} · {number / total:.1%}" for _, name, number in self.parts if total]

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current(), QPainter(self)
        total, left, at = sum(number for _, _, number in self.parts), 0, 0
        for (standing, _, number), words in zip(self.parts, self._words(), strict=False):
            wide = round(self.width() * number / total)
            bar = QRect(left, 0, max(1, wide - 1), HIGH)
            painter.fillRect(bar, look[INKS[standing]])
            if standing == "paid":
                painter.fillRect(bar, QBrush(look["surface"], Qt.BrushStyle.BDiagPattern))
            left += wide
            painter.setPen(QPen(look["text2"]))
            paint.dot(painter, QPointF(at + 5, HIGH + 8 + LINE / 2), look[INKS[standing]])
            paint.text(painter, QRect(at + 16, HIGH + 8, 240, LINE), words, look["text2"], pixels=12)
            at += paint.width(words, 12) + 40
        painter.end()


class SourcesCard(Card):
    """``opened``: the tab where traffic is imported and told by channel."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Traffic sources"), self.tr("people, by kind"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.chip = Chip(fresh_chip("none"))
        self.add_end(self.chip)
        self.shares = Shares()
        self._foot = Elided("", 12, tone="text3")
        way = link(self.tr("Channels and import"))
        way.clicked.connect(self.opened)
        self.body.addWidget(self.shares)
        self._foot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.body.addLayout(stack(self._foot, way, across=True, gap=12))

    def show_split(self, split: Split, kept_at: int | None, now: int) -> None:
        """What was imported of the days; nothing is added for those that are missing."""
        some = split.total > 0
        self.chip.set_look(fresh_chip("by_hand" if some else "none"))
        self.shares.setVisible(some)
        names: dict[Standing, str] = {
            "natural": QCoreApplication.translate("traffic", "natural"),
            "private": QCoreApplication.translate("traffic", "private"),
            "paid": QCoreApplication.translate("traffic", "paid"),
            "unknown": QCoreApplication.translate("traffic", "unknown"),
        }
        numbers = [(key, name, sum(day.of(key) for day in split.days)) for key, name in names.items()]
        self.shares.show_parts([part for part in numbers if part[2]])
        if not some:
            self._foot.setText(
                self.tr("No platform's interface tells it: import the back office's table under Traffic")
            )
            return
        told = self.tr("{n} of {all} days imported").format(n=len(split.told), all=len(split.days))
        age = self.tr("imported {age}").format(age=texts.age(kept_at, now))
        apart = self.tr("site-wide promotion apart: {n}").format(n=texts.count(split.apart))
        self._foot.setText(" · ".join([told, age] + ([apart] if split.apart is not None else [])))
