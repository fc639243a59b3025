"""Cards of the overview: a number with what it is made of, and columns of words."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from console.ui import texts
from console.ui.widgets import Card, button, label, line
from console.ui.widgets.labels import Elided, set_tone


class Figure(Card):
    """A number, what it is made of, and where it comes from."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.number = label(texts.NOTHING, 28, strong=True)
        self.made_of, self.source = Elided("", 12, tone="text2"), Elided("")
        self.body.addWidget(self.number)
        self.body.addWidget(self.made_of)
        self.body.addWidget(self.source)

    def say(self, number: str, made_of: str, source: str, tone: str = "text") -> None:
        self.number.setText(number)
        self.made_of.setText(made_of)
        self.source.setText(source)
        set_tone(self.made_of, tone)


class Rows(Card):
    """Columns of words, the first row their titles; ``fill`` makes them anew."""

    def __init__(self, title: str, under: str, action: str) -> None:
        super().__init__(title, under)
        self.all = button(action, small=True)
        self.add_end(self.all)
        self._room = QVBoxLayout()
        self.body.addLayout(self._room)
        self.body.addStretch(1)
        self._inside: QWidget | None = None

    def fill(self, titles: Sequence[str], rows: Sequence[Sequence[QWidget]], stretch: int, empty: str) -> None:
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        grid = QGridLayout(self._inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(stretch, 1)
        for column, title in enumerate(titles if rows else (empty,)):
            grid.addWidget(label(title, 12, tone="text3"), 0, column)
        for number, cells in enumerate(rows):
            grid.addWidget(line(), number * 2 + 1, 0, 1, len(titles))
            for column, cell in enumerate(cells):
                grid.addWidget(cell, number * 2 + 2, column)
        self._room.addWidget(self._inside)
