"""快手已付 = 已映射 + 缺单 + 金额不符 + 重复 + 待确认 + 已解释, to the fen, and Youzan's side under it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.core.model import Platform
from console.rules.proof_books import CLOSED, EQUATION
from console.ui import paint, texts
from console.ui.paint import ChipLook
from console.ui.tabs.orders import proof_words
from console.ui.theme import current
from console.ui.widgets import Card, Chip, line
from console.ui.widgets.labels import Wrapped

HIGH, LEAD, SIGN, LEAST = 90, 106, 14, 72
SMALL = 11  # px, of the amounts


class Equation(QWidget):
    """The parts beside each other, each in the colour of its kind; a part that is nought is quiet."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: Mapping[str, int] = {}
        self._sums: Mapping[str, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_figures(self, counts: Mapping[str, int], sums_fen: Mapping[str, int]) -> None:
        """Both may be empty: nothing is proved yet, and everything is a dash."""
        self._counts, self._sums = counts, sums_fen
        self.setAccessibleName(self._spoken())
        self.setFixedHeight(self.heightForWidth(self.width()))
        self.update()

    def _spoken(self) -> str:
        parts = [f"{self.tr('Kuaishou, paid')} {self._number('paid')} {self._money('paid')} ="]
        parts += [f"{proof_words.kind_word(kind)} {self._number(kind)} {self._money(kind)}" for kind in EQUATION]
        return " ".join(parts)

    def _number(self, key: str) -> str:
        return texts.count(self._counts.get(key))

    def _money(self, key: str) -> str:
        return texts.money(self._sums.get(key))

    def _across(self, width: int) -> int:
        """How many parts stand in a row of this width: all of them, unless their amounts would be cut off."""
        widest = max(paint.width(self._money(kind), SMALL) for kind in EQUATION) + 10
        room = (width - LEAD) // len(EQUATION) - SIGN
        return len(EQUATION) if room >= max(widest, LEAST) else len(EQUATION) // 2

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return HIGH * (len(EQUATION) // self._across(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self.heightForWidth(self.width()))

    def sizeHint(self) -> QSize:
        return QSize(720, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAD + len(EQUATION) // 2 * (LEAST + SIGN), HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        paint.mark(painter, QRect(0, 8, 15, 15), Platform.KUAISHOU)
        paint.text(painter, QRect(22, 6, LEAD - 22, 18), self.tr("Kuaishou, paid"), look["text2"], pixels=12)
        paint.text(painter, QRect(0, 28, LEAD, 32), self._number("paid"), look["text"], pixels=26, strong=True)
        paint.text(painter, QRect(0, 63, LEAD, 18), self._money("paid"), look["text3"], pixels=12)
        across = self._across(self.width())
        wide = (self.width() - LEAD) // across - SIGN
        for place, kind in enumerate(EQUATION):
            left, top = LEAD + place % across * (SIGN + wide), place // across * HIGH
            sign = QRect(left, top, SIGN, HIGH)
            paint.text(painter, sign, "=" if place == 0 else "+", look["text3"], pixels=14, align=paint.CENTRE)
            self._paint_part(painter, QRect(left + SIGN, top + 2, wide, HIGH - 6), kind)
        painter.end()

    def _paint_part(self, painter: QPainter, rect: QRect, kind: str) -> None:
        look = current()
        front, ground = look.chip(proof_words.kind_tone(kind))
        some = bool(self._counts.get(kind))
        paint.rounded(painter, rect, 6, ground if some else look["sunken"])
        inner = rect.adjusted(8, 0, -2, 0)
        colour = front if some else look["text3"]
        top = QRect(inner.x(), rect.y() + 8, inner.width(), 16)
        paint.text(painter, top, proof_words.kind_word(kind), colour, pixels=12, elide=True)
        number = QRect(inner.x(), rect.y() + 27, inner.width(), 28)
        paint.text(painter, number, self._number(kind), colour, pixels=20, strong=True)
        paint.text(painter, QRect(inner.x(), rect.y() + 60, inner.width(), 16), self._money(kind), colour, pixels=SMALL)


class EquationCard(Card):
    """The equation, and the other side explained by it."""

    def __init__(self) -> None:
        super().__init__(self.tr("Orders and amounts"))
        self._chip = Chip(ChipLook("grey", "circle-dashed", texts.NOTHING))
        self.add_end(self._chip)
        self._equation = Equation()
        self._youzan = Wrapped("", 12, tone="text2")
        self._difference = Wrapped("", 12, tone="text2")
        for part in (self._equation, line(), self._youzan, self._difference):
            self.body.addWidget(part)

    def show_content(self, content: Mapping[str, Any] | None) -> None:
        """What a proof says; None: there is none yet."""
        if content is None:
            self._equation.set_figures({}, {})
            self._youzan.setText(self.tr("This period was not proved yet"))
            self._difference.setText("")
            self._chip.set_look(ChipLook("grey", "circle-dashed", self.tr("Not proved")))
            return
        self._equation.set_figures(content["counts"], content["sums_fen"])
        self._youzan.setText(self._youzan_words(content))
        self._difference.setText(self._difference_words(content))
        self._chip.set_look(self.state(content))

    def state(self, content: Mapping[str, Any]) -> ChipLook:
        """Green only if the period is whole and nothing is open."""
        if content["faults"]:
            return ChipLook("red", "circle-alert", self.tr("Does not add up"))
        still = open_findings(content)
        orders = [one for one in still if one["kind"] != "incomplete"]
        whole = self.tr("window complete") if content["complete"] else self.tr("window not complete")
        if orders:
            said = self.tr("%n to look at", "", len(orders))
            return ChipLook("amber", "triangle-alert", f"{said} · {whole}")
        if not content["complete"]:
            return ChipLook("amber", "triangle-alert", self.tr("Partial"))
        return ChipLook("green", "circle-check", self.tr("Everything accounted for"))

    def _youzan_words(self, content: Mapping[str, Any]) -> str:
        counts, sums = content["counts"], content["sums_fen"]
        parts = [
            (self.tr("paired"), "youzan_paired"),
            (self.tr("second trades"), "youzan_double"),
            (self.tr("orders of another day"), "youzan_elsewhere"),
            (self.tr("stray"), "youzan_no_order"),
            (self.tr("to confirm"), "youzan_to_confirm"),
            (self.tr("order not due"), "youzan_waiting"),
        ]
        shown = [f"{texts.count(counts[key])} {word}" for word, key in parts if counts[key] or key == "youzan_paired"]
        said = self.tr("Youzan, brought in and paid: {n} · {money} = {parts}")
        return said.format(n=texts.count(counts["youzan"]), money=texts.money(sums["youzan"]), parts=" + ".join(shown))

    def _difference_words(self, content: Mapping[str, Any]) -> str:
        sums = content["sums_fen"]
        difference = sums["paid"] - sums["youzan"]
        parts = [
            f"{proof_words.signed_money(fen)} {proof_words.part_words(part)}"
            for part, fen in content["difference_fen"].items()
            if fen
        ]
        if not parts:
            return self.tr("Both sides come to the same amount")
        said = self.tr("Both sides differ by {money} = {parts}")
        return said.format(money=proof_words.signed_money(difference), parts=self.tr(", ").join(parts))


def open_findings(content: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """What somebody has to look at."""
    return [one for one in content["findings"] if one["kind"] not in CLOSED]
