"""A tab that is not built yet says so: what it is for, what will be there, and nothing made up."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.ui.context import Desk
from console.ui.page import Page, scrolled
from console.ui.paint import ChipLook
from console.ui.widgets import Card, Chip, IconLabel, label

COLUMNS = 2


@dataclass(frozen=True)
class Promise:
    """One thing that will be on the page: icon, name, a sentence. Already translated."""

    icon: str
    title: str
    words: str


class ComingPage(Page):
    """Base of the pages that are still to come."""

    def __init__(self, desk: Desk, title: str, icon: str, words: str, promises: Sequence[Promise]) -> None:
        super().__init__(desk, title)
        not_yet = QCoreApplication.translate("coming", "Not yet")
        self.head.insertWidget(2, Chip(ChipLook("grey", "circle-dashed", not_yet)))
        inside = QWidget()
        room = QVBoxLayout(inside)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(16)
        room.addWidget(self._lead(icon, words))
        room.addWidget(label(QCoreApplication.translate("coming", "What will be here"), 14, strong=True))
        grid = QGridLayout()
        grid.setSpacing(16)
        for at, promise in enumerate(promises):
            grid.addWidget(self._promise(promise), at // COLUMNS, at % COLUMNS)
        room.addLayout(grid)
        room.addStretch(1)
        self.column.addWidget(scrolled(inside), 1)

    @staticmethod
    def _lead(icon: str, words: str) -> Card:
        card = Card()
        row = QHBoxLayout()
        row.setContentsMargins(8, 12, 8, 12)
        row.setSpacing(20)
        row.addWidget(IconLabel(icon, 28, "accentText", ground="soft", side=64, disc=True))
        lines = QVBoxLayout()
        lines.setSpacing(6)
        lines.addStretch(1)
        lines.addWidget(label(words, 14, strong=True, wrap=True))
        honest = QCoreApplication.translate(
            "coming", "This page is not built yet. No number is shown here until it comes from your shops."
        )
        lines.addWidget(label(honest, tone="text3", wrap=True))
        lines.addStretch(1)
        row.addLayout(lines, 1)
        card.body.addLayout(row)
        return card

    @staticmethod
    def _promise(promise: Promise) -> Card:
        card = Card()
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(14)
        icon = IconLabel(promise.icon, 18, "text2", ground="sunken", side=36)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(4)
        lines.addWidget(label(promise.title, strong=True))
        lines.addWidget(label(promise.words, 12, tone="text3", wrap=True))
        lines.addStretch(1)
        row.addLayout(lines, 1)
        card.body.addLayout(row)
        return card
