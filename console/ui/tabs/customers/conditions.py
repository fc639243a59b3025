"""分群条件: rows joined by and/or; how many fit and may be reached is said at once, and who is left out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout

from console import reference
from console.catalogue import Language
from console.core.model import Platform
from console.rules.customers import SEGMENTS
from console.rules.customers_conditions import MOST_ROWS, Condition, Conditions, groups
from console.store import customers_asked, customers_board, customers_said, customers_sheet
from console.store.customers_asked import Asked, Reach
from console.store.customers_board import Counted
from console.store.customers_said import Saved
from console.store.customers_sheet import CustomerRow
from console.ui import texts
from console.ui.dialogs import Dialog
from console.ui.tabs.customers import profile_words as words
from console.ui.tabs.customers.conditions_row import ConditionRow, Options
from console.ui.widgets import Card, Picker, button, label
from console.ui.widgets.labels import Elided, Wrapped

if TYPE_CHECKING:
    from sqlalchemy import Connection

FIRST: Conditions = (Condition(field="orders", relation="least", low=2),)
SHOWN = 2  # people under the rows


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """How many fit, and the first of them."""

    reach: Reach
    some: tuple[CustomerRow, ...]


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """What can be chosen in this shop, and the segments that somebody saved."""

    counted: tuple[Counted, ...]
    saved: tuple[Saved, ...]


def find(conn: "Connection", asked: Asked) -> Found:
    """Count them; on a database thread."""
    ids = customers_asked.ids(conn, asked)[:SHOWN]
    return Found(reach=customers_asked.reach(conn, asked), some=tuple(customers_sheet.rows(conn, ids, asked.now)))


def read_choices(conn: "Connection", asked: Asked) -> Choices:
    """Read them; on a database thread."""
    counted = customers_board.labels(conn, asked.now, asked.pair)
    return Choices(counted=tuple(counted), saved=tuple(customers_said.saved(conn)))


def options_of(counted: Sequence[Counted], language: Language) -> Options:
    """What the rows offer; a label says how many bear it."""
    some: dict[str, list[tuple[str, str, str]]] = {
        "segment": [("", str(name), words.segment_word(name)) for name in SEGMENTS],
        "consent": [("", key, words.said(name)) for key, name in words.CHANNELS.items()],
        "platform": [("", one.value, texts.platform(one)) for one in Platform],
        "label": [
            (words.said(words.GROUPS[one.label.group]), one.label.key, f"{one.label.names[language]} · {one.people:,}")
            for one in counted
            if one.label.group != "category"
        ],
    }
    for field in ("category", "leaf"):
        mine = sorted((one for one in counted if one.label.field == field), key=lambda one: -one.people)
        some[field] = [("", one.label.value, f"{one.label.value} · {one.people:,}") for one in mine]
    for field in ("channel", "province", "promo"):
        plain = [one for one in reference.customer_labels() if one.field == field and not one.least_share]
        some[field] = [("", one.value, words.value_word(field, one.value, language)) for one in plain]
    return some


class ConditionsCard(Card):
    """``changed``: something else is asked; ``save_asked``, ``list_asked``: what is to be done with who fits."""

    changed = Signal()
    save_asked = Signal()
    list_asked = Signal()
    task_asked = Signal()
    chosen = Signal(int)

    def __init__(self, language: Language) -> None:
        super().__init__(self.tr("Conditions"), self.tr("not saved"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._language = language
        self._options: Options = {}
        self.rows: list[ConditionRow] = []
        self.saved = Picker([("", self.tr("New"))], "")
        self.saved.chosen.connect(self._pick)
        self.save = button(self.tr("Save the segment"))
        self.save.clicked.connect(self.save_asked)
        self.add_end(self.saved)
        self.add_end(self.save)
        self.body.addWidget(self._sum_box())
        self._places = QVBoxLayout()
        self._places.setSpacing(8)
        self.body.addLayout(self._places)
        more = QHBoxLayout()
        for said, join in ((self.tr("And one more"), "and"), (self.tr("Or another group"), "or")):
            part = button(said, "default", "plus")
            part.clicked.connect(lambda _=False, join=join: self._add(join))
            more.addWidget(part)
        more.addStretch(1)
        self.task = button(self.tr("Make a task list"), "default", "send")
        self.task.clicked.connect(self.task_asked)
        self.list_button = button(self.tr("List them"), "default", "list-checks")
        self.list_button.clicked.connect(self.list_asked)
        self.body.addLayout(more)
        self.body.addStretch(1)
        self.some = [Elided("", 12, tone="text2") for _ in range(SHOWN)]
        for one in self.some:
            self.body.addWidget(one)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.task)
        foot.addWidget(self.list_button)
        self.body.addLayout(foot)
        self.set_conditions(FIRST)

    def _sum_box(self) -> QFrame:
        box = QFrame()
        box.setObjectName("quiet")
        self.number = label(texts.NOTHING, 30, strong=True)
        self.reachable = Wrapped("", 13, tone="text2")
        self.left = Wrapped("", 12, tone="amber")
        self.share = label("", 12, tone="text3")
        column = QVBoxLayout()
        column.setSpacing(2)
        for part in (self.reachable, self.left, self.share):
            column.addWidget(part)
        row = QHBoxLayout(box)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(14)
        row.addWidget(self.number)
        row.addLayout(column, 1)
        return box

    # -- rows ---------------------------------------------------------------------------------------------------------

    @property
    def conditions(self) -> Conditions:
        """What is asked."""
        return tuple(row.told for row in self.rows)

    def set_conditions(self, told: Conditions) -> None:
        """Show these rows instead."""
        for row in self.rows:
            self._places.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for one in told[:MOST_ROWS]:
            self._put(one)

    def show_choices(self, told: Choices) -> None:
        """What this shop offers; rows as they stand."""
        self._options = options_of(told.counted, self._language)
        self.set_conditions(self.conditions)
        self.show_saved(told.saved)

    def show_saved(self, told: Sequence[Saved]) -> None:
        """The segments to choose from."""
        new = [("", self.tr("New"))]
        self.saved.set_choices(new + [(str(one.id), one.name) for one in told])

    def _put(self, told: Condition) -> None:
        row = ConditionRow(told, self._options, self._language, first=not self.rows)
        row.changed.connect(self.changed)
        row.dropped.connect(lambda: self._drop(row))
        self.rows.append(row)
        self._places.addWidget(row)

    def _add(self, join: str) -> None:
        if len(self.rows) < MOST_ROWS:
            self._put(Condition(field="recent", relation="most", join="or" if join == "or" else "and"))
            self.changed.emit()

    def _drop(self, row: ConditionRow) -> None:
        self.rows.remove(row)
        self._places.removeWidget(row)
        row.hide()
        row.deleteLater()
        if self.rows:
            self.rows[0].set_first(True)
        self.changed.emit()

    def _pick(self, key: str) -> None:
        if key:
            self.chosen.emit(int(key))
        else:
            self.set_conditions(FIRST)
            self.changed.emit()
        self.under.setText("" if key else self.tr("not saved"))

    # -- what fits ----------------------------------------------------------------------------------------------------

    def show_found(self, told: Found) -> None:
        """How many fit."""
        reach = told.reach
        self.number.setText(texts.count(reach.people))
        fit = self.tr("%n fit", "", reach.people)
        self.reachable.setText(f"{fit} · " + self.tr("%n may be reached (agreed to messages)", "", reach.reachable))
        left = [
            (reach.unasked, self.tr("no consent known {n}")),
            (reach.lately, self.tr("reached within {days} days {n}")),
            (reach.blocked, self.tr("blacklist {n}")),
        ]
        out = [said.format(n=texts.count(n), days=reach.quiet_days) for n, said in left if n]
        self.left.setText(self.tr("Left out: {why}").format(why=" · ".join(out)) if out else "")
        share = f"{reach.people / reach.of:.1%}" if reach.of else texts.NOTHING
        self.share.setText(self.tr("{share} of {n} customers").format(share=share, n=texts.count(reach.of)))
        for part, row in zip(self.some, (*told.some, None, None), strict=False):
            said = "" if row is None else f"{words.who(row)} · {words.tail(row)} · "
            times = "" if row is None else self.tr("%n purchase(s)", "", row.orders) + f" · {texts.money(row.paid_fen)}"
            part.setText(said + times)
        useful = bool(groups(self.conditions))
        self.save.setEnabled(useful)
        self.list_button.setEnabled(reach.people > 0)
        self.task.setEnabled(reach.people > 0)


class NameDialog(Dialog):
    """What a segment is to be called."""

    def __init__(self, card: ConditionsCard) -> None:
        super().__init__(card, self.tr("Save the segment"), self.tr("Save"))
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("For example: regulars of rugs"))
        self.name.setAccessibleName(self.tr("Name"))
        self.body.addWidget(self.name)
        self.body.addWidget(Wrapped(self.tr("A segment of the same name is replaced."), 12, tone="text3"))
        self.accept_button.setEnabled(False)
        self.name.textChanged.connect(lambda text: self.accept_button.setEnabled(bool(text.strip())))
