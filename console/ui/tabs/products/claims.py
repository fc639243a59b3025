"""The drawer's panel about the link of a line of goods: what claims to be the same, and the buttons that settle it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from console.store.views import ItemRow
from console.store.views_goods import Claims, Counterpart
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.pictures import Pictures
from console.ui.tabs.products import suggestion
from console.ui.tabs.products.suggestion import ACCEPT, APART, OTHER
from console.ui.widgets import Card, Chip, Mark, Thumb, button, label, line, link
from console.ui.widgets.labels import Wrapped


class ClaimsCard(Card):
    """``decided`` carries what was pressed and, for ``accept`` and ``show``, which goods were meant."""

    decided = Signal(str, object)

    def __init__(self, row: ItemRow, claims: Claims, pictures: Pictures | None) -> None:
        super().__init__(self._title(row, claims))
        self._pictures = pictures
        found = claims.counterparts
        conflict = row.contested
        if conflict:
            said = self.tr("Several goods bear the same code. Nothing is guessed: choose which are the same")
            self.body.addWidget(label(said, tone="text2", wrap=True))
        sure = row.asked is not None and row.asked.best is not None and not conflict
        for place, one in enumerate(found):
            if place:
                self.body.addWidget(line())
            self.body.addLayout(self._claimant(one, first=sure and place == 0))
        if claims.count > len(found):
            more = self.tr("and %n more: look for them", "", claims.count - len(found))
            self.body.addWidget(label(more, 12, tone="text3"))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        other = self.tr("Choose others…") if found else self.tr("Choose the same goods…")
        self.other = self._verb(other, OTHER, "search", "C")
        foot.addWidget(self.other)
        self.apart = self._verb(self.tr("Not the same"), APART, "unlink", "N")
        self.apart.setVisible(bool(found))
        foot.addWidget(self.apart)
        foot.addStretch(1)
        self.body.addLayout(foot)

    def _title(self, row: ItemRow, claims: Claims) -> str:
        if row.contested:
            return self.tr("Which goods are the same?")
        return self.tr("Probably the same goods") if claims.counterparts else self.tr("Link by hand")

    def _verb(self, words: str, key: str, icon: str, shortcut: str) -> QPushButton:
        made = button(words, "default", icon, small=True)
        made.setToolTip(shortcut)
        made.clicked.connect(lambda: self.decided.emit(key, None))
        return made

    def _claimant(self, one: Counterpart, *, first: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Thumb(one.title, 40, one.image_url, self._pictures), 0, Qt.AlignmentFlag.AlignTop)
        both = QVBoxLayout()
        both.setSpacing(2)
        both.addWidget(Wrapped(one.title or texts.NOTHING, tone="text"))
        both.addWidget(Wrapped(suggestion.context(one), 12, tone="text3"))
        numbers = QHBoxLayout()
        numbers.setSpacing(6)
        numbers.addWidget(Mark(one.platform, 15))
        numbers.addWidget(label(one.item_id, 12, tone="text3", selectable=True))
        numbers.addStretch(1)
        both.addLayout(numbers)
        why = list(dict.fromkeys([suggestion.reason(one.reason, one.score), suggestion.alike(one.score)]))
        both.addWidget(Wrapped(" · ".join(part for part in why if part), 12, tone="text2"))
        row.addLayout(both, 1)
        row.addWidget(self._end(one, first=first), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _end(self, one: Counterpart, *, first: bool) -> QWidget:
        """The button that links it; where it is linked elsewhere, the way there."""
        if not one.taken:
            made = button(
                self.tr("Accept") if first else self.tr("Link"), "primary" if first else "default", small=True
            )
            made.setAccessibleName(f"{made.text()} {one.title}")
            if first:
                made.setToolTip("A")
            made.clicked.connect(lambda: self.decided.emit(ACCEPT, one))
            return made
        end = QWidget()
        column = QVBoxLayout(end)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Chip(ChipLook("grey", "link-2", self.tr("Linked elsewhere"))))
        there = link(self.tr("Show that link"))
        there.clicked.connect(lambda: self.decided.emit("show", one))
        column.addWidget(there, 0, Qt.AlignmentFlag.AlignRight)
        return end
