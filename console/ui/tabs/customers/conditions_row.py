"""One row of conditions: how it hangs on the row before, field, relation, value."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QSizePolicy, QStackedWidget, QWidget

from console.catalogue import Language
from console.rules.customers_conditions import CHOICES, FIELDS, NUMBERS, Condition, Join, Relation
from console.ui import paint
from console.ui.tabs.customers import profile_words as words
from console.ui.widgets import Picker, icon_button
from console.ui.widgets.buttons import link

Options = Mapping[str, Sequence[tuple[str, str, str]]]
"""Of each field what can be chosen: group (may be empty), key, words."""


class ChoiceButton(QPushButton):
    """Several of many: a menu with check marks, in groups where there are many."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "default")
        self.setProperty("left", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.values: tuple[str, ...] = ()
        self._options: Sequence[tuple[str, str, str]] = ()
        self._menu = QMenu(self)
        self.clicked.connect(lambda: self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4))))

    def fill(self, options: Sequence[tuple[str, str, str]], values: Sequence[str]) -> None:
        """Offer these, with those that are chosen."""
        self._options, self.values = options, tuple(values)
        self._menu.clear()
        groups: dict[str, QMenu] = {}
        for group, key, said in options:
            menu = self._menu if not group else groups.get(group) or groups.setdefault(group, self._menu.addMenu(group))
            action = QAction(said, menu)
            action.setCheckable(True)
            action.setChecked(key in self.values)
            action.toggled.connect(lambda on, key=key: self._choose(key, on=on))
            menu.addAction(action)
        self._say()

    def _choose(self, key: str, *, on: bool) -> None:
        left = tuple(one for one in self.values if one != key)
        self.values = (*left, key) if on else left
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        known = {key: said for _, key, said in self._options}
        told = self.tr(", ").join(known.get(one, one) for one in self.values)
        shown = (
            paint.metrics().elidedText(told, Qt.TextElideMode.ElideRight, max(60, self.width() - 28))
            if told
            else self.tr("Choose")
        )
        self.setText(shown)
        self.setToolTip(told)
        self.setAccessibleName(told or self.tr("Choose"))


class ConditionRow(QWidget):
    """``changed``: it says something else; ``dropped``: it is to go."""

    changed = Signal()
    dropped = Signal()

    def __init__(self, told: Condition, options: Options, language: Language, *, first: bool) -> None:
        super().__init__()
        self._options, self._language = options, language
        self.join: Join = told.join
        self.join_button = link("")
        self.join_button.setFixedWidth(34)
        self.join_button.clicked.connect(self._turn)
        self.field = Picker([(key, words.said(name)) for key, name in words.NAMES.items()], told.field)
        self.relation = Picker(self._relations(told.field), told.relation)
        self.number = QLineEdit()
        self.choice = ChoiceButton()
        self.stack = QStackedWidget()
        self.stack.setMinimumWidth(88)
        self.stack.addWidget(self.number)
        self.stack.addWidget(self.choice)
        drop = icon_button("x", self.tr("Take this row out"), small=True)
        drop.clicked.connect(self.dropped)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part, stretch in ((self.join_button, 0), (self.field, 3), (self.relation, 0), (self.stack, 4), (drop, 0)):
            row.addWidget(part, stretch)
        self.field.chosen.connect(self._field_chosen)
        self.relation.chosen.connect(lambda _key: self._relation_chosen())
        self.number.textEdited.connect(lambda _text: self.changed.emit())
        self.choice.changed.connect(self.changed)
        self.set_first(first)
        self._show_value(told)

    def set_first(self, first: bool) -> None:
        """The first hangs on nothing."""
        self.join_button.setText("" if first else self.tr("and") if self.join == "and" else self.tr("or"))
        self.join_button.setEnabled(not first)

    def _turn(self) -> None:
        self.join = "or" if self.join == "and" else "and"
        self.set_first(False)
        self.changed.emit()

    @staticmethod
    def _relations(field: str) -> list[tuple[str, str]]:
        some: Sequence[Relation] = CHOICES if FIELDS[field] in ("choice", "text") else NUMBERS
        return [(one, words.said(words.RELATIONS[one])) for one in some]

    def _field_chosen(self, field: str) -> None:
        self.relation.set_choices(self._relations(field))
        self._show_value(Condition(field=field, relation=self._relation))
        self.changed.emit()

    def _relation_chosen(self) -> None:
        self._hint()
        self.changed.emit()

    @property
    def _relation(self) -> Relation:
        return next(one for one in (*NUMBERS, *CHOICES) if one == self.relation.key())

    def _show_value(self, told: Condition) -> None:
        kind = FIELDS[told.field]
        chooses = kind == "choice" and told.field not in ("tag", "cell")
        self.stack.setCurrentWidget(self.choice if chooses else self.number)
        if chooses:
            self.choice.fill(self._options.get(told.field, ()), told.values)
        elif kind in ("choice", "text"):
            self.number.setText(self.tr(", ").join(told.values))
        else:
            scale = 100 if kind in ("money", "percent") else 1
            ends = [f"{one / scale:g}" for one in (told.low, told.high) if one is not None]
            self.number.setText("–".join(ends))
        self._hint()

    def _hint(self) -> None:
        kind = FIELDS[self.field.key()]
        units = {"money": "¥", "percent": "%", "days": self.tr("days"), "count": self.tr("times")}
        unit = units.get(kind, self.tr("words, separated by commas"))
        between = self.relation.key() == "between"
        self.number.setPlaceholderText(f"{unit} 80–300" if between else unit)
        self.number.setAccessibleName(f"{words.said(words.NAMES[self.field.key()])} {unit}")

    @property
    def told(self) -> Condition:
        """What it says now; what is no number says nothing."""
        field, kind = self.field.key(), FIELDS[self.field.key()]
        if kind in ("choice", "text"):
            typed = (one.strip() for one in self.number.text().replace("，", ",").replace("、", ",").split(","))
            chosen = self.choice.values if self.stack.currentWidget() is self.choice else tuple(filter(None, typed))
            return Condition(field=field, relation=self._relation, values=chosen, join=self.join)
        low, high = _numbers(self.number.text(), 100 if kind in ("money", "percent") else 1)
        if self._relation != "between":
            high = None
        return Condition(field=field, relation=self._relation, low=low, high=high, join=self.join)


def _numbers(text: str, scale: int) -> tuple[int | None, int | None]:
    """One or two numbers as people type them: ``80``, ``¥80–300``, ``80-300``."""
    parts = text.replace("—", "–").replace("-", "–").replace("~", "–").replace("至", "–").split("–")
    found: list[int | None] = []
    for part in parts[:2]:
        cleaned = part.strip().strip("¥%天次元").replace(",", "").strip()
        try:
            found.append(round(float(cleaned) * scale))
        except (ValueError, OverflowError):
            found.append(None)
    return found[0], found[1] if len(found) > 1 else None
