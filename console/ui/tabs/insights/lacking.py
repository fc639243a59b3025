"""数据不足: what is missing as have and need, when it will suffice at the present pace, and one thing to do."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from console.rules.forecast_lacking import Need, What
from console.ui import paint, texts
from console.ui.paint import ChipLook
from console.ui.theme import current
from console.ui.widgets import Card, button
from console.ui.widgets.chips import Chip
from console.ui.widgets.labels import Wrapped

HIGH, BAR = 42, 6


class NeedBar(QWidget):
    """One need: its name, ``9 / 28``, and how far that is."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.words, self.need = "", "", Need(what="days", have=0, need=1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(240, HIGH)

    def show_need(self, need: Need, name: str, words: str) -> None:
        """Draw it."""
        self.need, self.name, self.words = need, name, words
        self.setAccessibleName(f"{name} {words}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current(), QPainter(self)
        share = min(1.0, self.need.have / max(1, self.need.need))
        tone = "green" if self.need.met else "amber" if share > 0 else "red"
        row = QRect(0, 2, self.width(), 20)
        paint.text(painter, row, self.name, look["text2"])
        paint.text(painter, row, self.words, look[f"fg_{tone}"], strong=True, align=paint.RIGHT)
        track = QRect(0, 28, self.width(), BAR)
        paint.rounded(painter, track, BAR / 2, look["track"])
        full = QRect(0, 28, max(BAR, round(self.width() * share)), BAR)
        paint.rounded(painter, full, BAR / 2, look[f"dot_{tone}"])
        painter.end()


class LackingCard(Card):
    """``acted`` carries what the one button is for: ``bind`` where no order is known, else ``import``."""

    acted = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("What a forecast needs"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.chip = Chip(ChipLook("grey", "circle-dashed", self.tr("Not enough data")))
        self.add_end(self.chip)
        self.lead = Wrapped("", 13, tone="text2")
        self.bars = [NeedBar() for _ in range(3)]
        self.when = Wrapped("", 12, tone="text3")
        self.bad = Wrapped("", 12, tone="amber")
        self.bad.hide()
        self.action = button(self.tr("Import ad spend"), "primary")
        self.what = "import"
        self.action.clicked.connect(lambda: self.acted.emit(self.what))
        inside = QVBoxLayout()
        inside.setSpacing(8)
        inside.addWidget(self.lead)
        for bar in self.bars:
            inside.addWidget(bar)
        inside.addWidget(self.when)
        inside.addWidget(self.bad)
        inside.addStretch(1)
        inside.addWidget(self.action, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(inside)

    def show_needs(self, needs: Sequence[Need]) -> None:
        """Everything a forecast needs, met or not."""
        open_ones = [need for need in needs if not need.met]
        self.what = "bind" if any(need.what == "orders" and not need.have for need in needs) else "import"
        self.action.setText(self.tr("Go to accounts") if self.what == "bind" else self.tr("Import ad spend"))
        for bar, need in zip(self.bars, needs, strict=False):
            bar.show_need(need, self._name(need.what), self._words(need))
        met = ChipLook("green", "circle-check", self.tr("All there"))
        lacks = ChipLook("grey", "circle-dashed", self.tr("Not enough data"))
        self.chip.set_look(lacks if open_ones else met)
        only_spend = [need.what for need in open_ones] == ["spend_days"]
        if not open_ones:
            self.lead.setText(self.tr("Paid amount and ROI are forecast."))
        elif only_spend:
            self.lead.setText(self.tr("The paid amount is forecast. ROI is not: ad spend is not known on enough days."))
        else:
            self.lead.setText(self.tr("No forecast yet. What is missing stands below; nothing is made up."))
        begun = self.what != "bind"
        self.when.setText(self._when(open_ones) if begun else self.tr("Orders come in once a shop is bound."))
        self.when.setVisible(bool(open_ones))

    def show_bad(self, words: str) -> None:
        """Which rows of a file were not taken; empty: none."""
        self.bad.setText(words)
        self.bad.setVisible(bool(words))

    def _name(self, what: What) -> str:
        return {
            "days": self.tr("Days with sales"),
            "orders": self.tr("Paid orders"),
            "spend_days": self.tr("Days of ad spend"),
            "item_orders": self.tr("Orders of the item"),
        }[what]

    def _words(self, need: Need) -> str:
        pattern = self.tr("{have} / {need} days") if need.what != "orders" else self.tr("{have} / {need} orders")
        return pattern.format(have=texts.count(need.have), need=texts.count(need.need))

    def _when(self, needs: Sequence[Need]) -> str:
        said = []
        for need in needs:
            if need.in_days is None:
                said.append(self.tr("{name}: never at the present pace").format(name=self._name(need.what)))
            else:
                when = self.tr("in about %n day(s)", "", need.in_days)
                said.append(self.tr("{name}: {when}").format(name=self._name(need.what), when=when))
        return self.tr("At the present pace · {said}").format(said=" · ".join(said)) if said else ""
