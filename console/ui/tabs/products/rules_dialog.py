"""推送规则: gap, buffer, cap, what a sale costs beside the goods, and who leads which field. Each saved at once."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import get_args

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from console import catalogue
from console.core.errors import FileTrouble, Trouble
from console.core.money import fen, yuan
from console.core.operators import Right
from console.rules.pushing import LED, Field, Lead, PushRules
from console.store.push_rules import Name
from console.ui.context import Desk
from console.ui.dialogs import Dialog
from console.ui.page import scrolled
from console.ui.rights import guard
from console.ui.tabs.products import push_words
from console.ui.tabs.products.cells import BadFigure, pieces_of, price_of
from console.ui.tasks import Tasks
from console.ui.widgets import Segmented, label, stack
from console.ui.widgets.labels import Wrapped, set_tone

translate = QCoreApplication.translate
MOST_PERCENT, WIDE = 99, 720
AROUND = 260  # what of the window is left to the rest of the dialog
MAY_BE_EMPTY: tuple[Name, ...] = ("on_air_buffer", "cap", "youzan_cap", "fee_bp", "other_fen")


class RulesDialog(Dialog):
    """For all goods; what one line of goods has of its own stands in its drawer."""

    def __init__(self, parent: QWidget, desk: Desk, rules: PushRules, tasks: Tasks) -> None:
        super().__init__(parent, self.tr("Rules for pushing"), self.tr("Close"))
        self.cancel_button.hide()
        self.setFixedWidth(min(WIDE, parent.window().width() - 48))
        self._desk, self._tasks = desk, tasks
        self.said = label("", 12, tone="green")
        self.lines: dict[Name, QLineEdit] = {}
        self.leads: dict[Field, Segmented] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        grid.setContentsMargins(0, 0, 12, 0)
        percent = f"{rules.gap_bp / 100:g}"
        under = self.tr("A price further from the other shop's than this is held back")
        self._figure(grid, "gap_bp", self.tr("Price gap"), under, percent, "%")
        pieces = self.tr("pieces")
        under = self.tr("So many pieces of the stock that leads are not shown on the other side")
        self._figure(grid, "buffer", self.tr("Buffer"), under, str(rules.buffer), pieces)
        under = self.tr("While a show is running, where it is more; empty: the same buffer")
        self._figure(grid, "on_air_buffer", self.tr("Buffer on air"), under, _said(rules.on_air_buffer), pieces)
        under = self.tr("Kuaishou shows no more than this; empty: all that is available")
        self._figure(grid, "cap", self.tr("Most to show"), under, _said(rules.cap), pieces)
        under = self.tr("Where Kuaishou leads the stock, Youzan shows no more than this; empty: all that is available")
        self._figure(grid, "youzan_cap", self.tr("Most to show at Youzan"), under, _said(rules.youzan_cap), pieces)
        under = self.tr("What Kuaishou keeps of a price; empty: margins are said without it")
        fee = "" if rules.fee_bp is None else f"{rules.fee_bp / 100:g}"
        self._figure(grid, "fee_bp", self.tr("Platform fee"), under, fee, "%")
        under = self.tr("Postage and packing of a piece; empty: margins are said without them")
        other = "" if rules.other_fen is None else yuan(rules.other_fen)
        self._figure(grid, "other_fen", self.tr("Other costs"), under, other, self.tr("yuan"))
        for field in LED:
            self._lead(grid, field, rules.leads.get(field, "free"))
        inside = QWidget()
        inside.setObjectName("scrolled")
        inside.setLayout(grid)
        area = scrolled(inside)
        area.setFixedHeight(min(inside.sizeHint().height(), max(240, parent.window().height() - AROUND)))
        self.body.addWidget(area)
        self.body.addWidget(self.said)

    def _figure(self, grid: QGridLayout, name: Name, title: str, under: str, value: str, unit: str) -> None:
        row = grid.rowCount()
        line = QLineEdit(value)
        line.setFixedWidth(88)
        line.setAccessibleName(title)
        line.editingFinished.connect(partial(self._finished, name))
        self.lines[name] = line
        grid.addLayout(stack(label(title, strong=True), Wrapped(under, 12, tone="text3"), gap=2), row, 0)
        grid.addLayout(stack(None, line, label(unit, 12, tone="text3"), across=True, gap=6), row, 1)
        if name == "gap_bp":
            guard(self._desk.session, line, Right.OVERRIDE)

    def _lead(self, grid: QGridLayout, field: Field, lead: Lead) -> None:
        row = grid.rowCount()
        made = Segmented([(one, push_words.lead(one)) for one in get_args(Lead)], lead)
        made.setAccessibleName(push_words.field(field))
        made.chosen.connect(partial(self._led, field))
        self.leads[field] = made
        under = Wrapped("", 12, tone="text3")
        made.chosen.connect(lambda key: under.setText(self._led_words(free=key == "free")))
        under.setText(self._led_words(free=lead == "free"))
        grid.addLayout(stack(label(push_words.field(field), strong=True), under, gap=2), row, 0)
        grid.addLayout(stack(None, made, across=True), row, 1)
        guard(self._desk.session, made, Right.OVERRIDE)

    def _led_words(self, *, free: bool) -> str:
        if free:
            return self.tr("Each side keeps its own; neither follows the other")
        return self.tr("The other side's field follows and cannot be typed in")

    def _finished(self, name: Name) -> None:
        line = self.lines[name]
        words = line.text().strip()
        try:
            value = None if not words and name in MAY_BE_EMPTY else _READ[name](words)
        except BadFigure as bad:
            self._say(str(bad), line)
            return
        self._save(self._desk.actions.goods.set_rule, name, value, line=line)

    def _led(self, field: Field, key: str) -> None:
        lead: Lead = next(one for one in get_args(Lead) if one == key)
        self._save(self._desk.actions.goods.set_lead, field, lead)

    def _save(self, act: Callable[..., Awaitable[None]], *values: object, line: QLineEdit | None = None) -> None:
        self._tasks.start(self._put(act, values, line))

    async def _put(
        self, act: Callable[..., Awaitable[None]], values: tuple[object, ...], line: QLineEdit | None
    ) -> None:
        try:
            await act(*values)
        except (Trouble, FileTrouble) as trouble:
            self._say(catalogue.words_for(trouble, self._desk.language).text, line)
            return
        if line is not None:
            set_tone(line, "false", "wrong")
        self.said.setText(self.tr("Saved"))
        set_tone(self.said, "green")

    def _say(self, words: str, line: QLineEdit | None) -> None:
        self.said.setText(words)
        set_tone(self.said, "red")
        if line is not None:
            set_tone(line, "true", "wrong")


def _said(pieces: int | None) -> str:
    return "" if pieces is None else str(pieces)


def _basis_points(words: str) -> int:
    """``10`` or ``7.5`` percent. Raises BadFigure."""
    try:
        found = fen(words.removesuffix("%"))
    except ValueError:
        found = -1
    if not 0 <= found <= MOST_PERCENT * 100:
        raise BadFigure(translate("push", "A share is between 0 and 99 percent"))
    return found


_READ: dict[Name, Callable[[str], int]] = {
    "gap_bp": _basis_points,
    "fee_bp": _basis_points,
    "buffer": pieces_of,
    "on_air_buffer": pieces_of,
    "cap": pieces_of,
    "youzan_cap": pieces_of,
    "other_fen": price_of,
}
