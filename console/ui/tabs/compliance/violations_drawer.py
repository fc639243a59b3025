"""The drawer of a violation: its clock counted out, what happened, evidence, statement, and what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from console.catalogue import Language
from console.documents.evidence import Missing, Part
from console.rules.violations import CaseState, LevelFigures, may_appeal
from console.store.violations import Piece
from console.ui.page import scrolled
from console.ui.tabs.compliance import violations_words as words
from console.ui.tabs.compliance.violations_reading import Shown
from console.ui.tabs.compliance.violations_sheet import CaseSheet
from console.ui.widgets import Chip, button, label, stack
from console.ui.widgets.drawer import Drawer
from console.ui.widgets.labels import Elided

KINDS = ("chat", "picture", "waybill", "order", "other")


class CaseDrawer(Drawer):
    """Its frame stays; what is in it is made anew for every case, but a statement that is being written."""

    asked = Signal(str, str)  # what is to be done, and the case

    def __init__(self, page: QWidget, language: Language) -> None:
        super().__init__(page, 560)
        self._language = language
        self._head: QWidget = QWidget()
        self.head.addWidget(self._head)
        self._area = scrolled(QWidget())
        self.body.addWidget(self._area, 1)
        self.sheet: CaseSheet | None = None
        self.shown: Shown | None = None
        self.verbs: dict[str, QPushButton] = {}
        self._furnish()

    def _furnish(self) -> None:
        for key, made in (
            ("pack", button(self.tr("Pack a zip"), "primary", "package")),
            ("edit", button(self.tr("Edit"))),
            ("mended", button(self.tr("Mended"))),
            ("submitted", button(self.tr("Mark as submitted"), "default", "send")),
            ("won", button(self.tr("Won"))),
            ("lost", button(self.tr("Lost"))),
        ):
            made.clicked.connect(lambda _=False, key=key: self._ask(key))
            self.verbs[key] = made
            self.foot.addWidget(made)
            if key == "pack":
                self.foot.addStretch(1)

    def _ask(self, key: str) -> None:
        if self.shown is not None:
            self.asked.emit(key, self.shown.kept.case.case_id)

    def evidence_menu(self) -> QMenu:
        """Which kind of file is added."""
        menu = QMenu(self)
        for kind in KINDS:
            act = menu.addAction(words.piece(kind))
            act.triggered.connect(lambda _=False, kind=kind: self._ask(f"add:{kind}"))
        return menu

    def show_case(
        self,
        one: Shown,
        figures: LevelFigures,
        parts: Sequence[Part],
        missing: Sequence[Missing],
        pieces: Sequence[Piece],
        now: int,
    ) -> None:
        """Fill it. Of the same case the place, the ticks and the words that are being written stay."""
        before = (
            self.sheet if self.shown is not None and self.shown.kept.case.case_id == one.kept.case.case_id else None
        )
        place = self._area.verticalScrollBar().value() if before is not None else 0
        self.shown = one
        head = self._head_of(one)
        self.head.replaceWidget(self._head, head)
        self._head.deleteLater()
        self._head = head
        sheet = CaseSheet(one, figures, parts, missing, pieces, now, self._language)
        if before is not None:
            sheet.take_over(before)
        sheet.add.setMenu(self.evidence_menu())
        self.sheet = sheet
        self._area.setWidget(sheet)
        self._area.verticalScrollBar().setValue(place)
        self._offer(one, now)

    def _head_of(self, one: Shown) -> QWidget:
        case = one.kept.case
        made = QWidget()
        title = Elided(f"{case.case_id}  {case.cause}", 16, tone="text")
        title.setFont(label("", 16, strong=True).font())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Chip(words.level_chip(case.level)))
        row.addWidget(Chip(words.state_chip(case, one.clock)))
        row.addWidget(Elided(words.about(case)), 1)
        column = stack(title, gap=6)
        column.addLayout(row)
        made.setLayout(column)
        return made

    def _offer(self, one: Shown, now: int) -> None:
        """Only what can be done: there is no appeal where the level has none or its time is over."""
        state = one.kept.case.state
        there = {
            "submitted": may_appeal(one.kept.case, one.clock, now),
            "mended": state in (CaseState.OPEN, CaseState.LOST),
            "won": state is CaseState.APPEALED,
            "lost": state is CaseState.APPEALED,
        }
        for key, made in self.verbs.items():
            made.setVisible(there.get(key, True))
