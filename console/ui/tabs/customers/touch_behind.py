"""The rows behind a channel: each day and list that was added up, their sum, and a way to take one out again."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from console.rules.touching import Told
from console.ui import texts
from console.ui.dialogs import Dialog
from console.ui.page import scrolled
from console.ui.rows import Cell, Column, Row, Rows
from console.ui.tabs.customers import touch_words as words
from console.ui.widgets import button, label


class TouchBehind(Dialog):
    """``dropped`` carries the row that somebody takes out; rows of lists stay, for orders tell them."""

    dropped = Signal(object)

    def __init__(self, parent: QWidget, channel: str, told: Sequence[Told]) -> None:
        super().__init__(parent, words.channel(channel), QCoreApplication.translate("touch", "Close"))
        self.setMinimumSize(720, 480)
        self.cancel_button.hide()
        self.told = list(told)
        columns = (
            Column(self.tr("Day")),
            Column(self.tr("Sent to"), 76, right=True),
            Column(self.tr("Reached"), 76, right=True),
            Column(self.tr("Cost"), 92, right=True),
            Column(self.tr("Bought"), 64, right=True),
            Column(self.tr("Margin"), 92, right=True),
        )
        self.rows = Rows(columns, self.tr("Rows behind it"), self.tr("Nothing is left"), 42)
        self.rows.moved.connect(lambda _at: self._offer())
        self.body.addWidget(scrolled(self.rows), 1)
        self.sum = label("", 13, strong=True)
        self.body.addWidget(self.sum)
        self.drop = button(self.tr("Take this row out"), icon_name="trash-2")
        self.drop.clicked.connect(self._drop)
        self.body.addWidget(self.drop)
        self._show()

    def _show(self) -> None:
        self.rows.show_rows([self._row(one) for one in self.told])
        added = [one for one in self.told if one.double != "inside"]
        sent, cost = _sum(one.sent for one in added), _sum(one.cost_fen for one in added)
        said = self.tr("Together: sent to {sent}, cost {cost}")
        self.sum.setText(said.format(sent=texts.count(sent), cost=texts.money(cost)))
        self._offer()

    def _row(self, one: Told) -> Row:
        unknown = "" if one.shop_id or one.origin == "list" else self.tr("shop unknown")
        double = {"inside": self.tr("told by another row, not added"), "maybe": self.tr("maybe told twice")}
        under = words.joined((one.name, words.origin(one.origin), unknown, double.get(one.double, "")))
        return (
            Cell(texts.full_moment(one.day_at)[:10], _ink(one), under=under, tip=under),
            Cell(texts.count(one.sent)),
            Cell(texts.count(one.reached)),
            Cell(texts.money(one.cost_fen)),
            Cell(texts.count(one.buyers)),
            Cell(texts.money(one.margin_fen)),
        )

    def _offer(self) -> None:
        at = self.rows.current
        self.drop.setEnabled(at >= 0 and self.told[at].origin != "list")

    def _drop(self) -> None:
        self.dropped.emit(self.told.pop(self.rows.current))
        self._show()


def _ink(one: Told) -> str:
    return {"inside": "text3", "maybe": "fg_amber"}.get(one.double, "text")


def _sum(values: Iterable[int | None]) -> int | None:
    """Of what was told; None: nothing was."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None
