"""The goods drawer: its frame stays; head, comparison, editor and history are made anew for every row."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from console.rules.pushing import Goods
from console.store.outbox_panel import Names
from console.store.outbox_rows import Intent
from console.store.push_view import Ground
from console.store.views import ItemDetail
from console.store.views_goods import Claims
from console.ui.context import Desk
from console.ui.outbox.rows import IntentRow
from console.ui.page import scrolled
from console.ui.pictures import Pictures
from console.ui.tabs.products.checks import CheckPanel
from console.ui.tabs.products.editor import Editor
from console.ui.tabs.products.figures import figures
from console.ui.tabs.products.margin_card import MarginCard
from console.ui.tabs.products.rehearsal import RehearsalCard
from console.ui.tabs.products.sheet import ItemHead, ItemSheet
from console.ui.tasks import Tasks
from console.ui.widgets import button, label, line
from console.ui.widgets.cards import EmptyState
from console.ui.widgets.drawer import Drawer
from console.ui.widgets.subtabs import SubTab, SubTabs

CHECKS, COMPARE, EDIT, HISTORY = "checks", "compare", "edit", "history"
PLACES = (CHECKS, COMPARE, EDIT, HISTORY)


@dataclass(frozen=True)
class Pushing:
    """What the drawer needs beside the detail: the goods as a push sees them, the rules, and what was done before."""

    goods: Goods | None = None
    ground: Ground = field(default_factory=Ground)
    history: Sequence[Intent] = ()
    names: Names = field(default_factory=Names)


class ItemDrawer(Drawer):
    """Shows one line of goods. ``copied`` carries what is to go to the clipboard."""

    copied = Signal(str)
    preview_asked = Signal()
    rules_asked = Signal()
    decided = Signal(str, object)  # about the link: what was pressed, which goods it means
    acted = Signal(str, int)  # in the history: what to do with a row of the outbox

    def __init__(self, page: QWidget, desk: Desk, tasks: Tasks) -> None:
        super().__init__(page, desk.preferences.drawer_width)
        self.setObjectName("itemDrawer")
        self._desk, self._tasks = desk, tasks
        self._pictures: Pictures | None = desk.pictures
        self._head: QWidget = QWidget()
        self.head.addWidget(self._head)
        self.tabs = SubTabs(
            [
                SubTab(CHECKS, self.tr("Checks"), "amber"),
                SubTab(COMPARE, self.tr("Both sides")),
                SubTab(EDIT, self.tr("Edit and push")),
                SubTab(HISTORY, self.tr("Changes")),
            ],
            COMPARE,
        )
        self.tabs.chosen.connect(self._turn_to)
        self.body.addWidget(self.tabs)
        self.checks = CheckPanel(desk, tasks)
        self.checks.edit_asked.connect(lambda: self.tabs.choose(EDIT))
        self.checks.counted.connect(self._show_counts)
        self._areas = {place: scrolled(self.checks if place == CHECKS else QWidget()) for place in PLACES}
        self._stack = QStackedWidget()
        for area in self._areas.values():
            self._stack.addWidget(area)
        self.body.addWidget(self._stack, 1)
        self._stack.setCurrentIndex(PLACES.index(COMPARE))
        self.detail: ItemDetail | None = None
        self.sheet: ItemSheet | None = None
        self.editor: Editor | None = None
        self.rows: list[IntentRow] = []
        self._pushing: Pushing | None = None
        self._compared = False
        self._claims: Claims | None = None
        self._now = 0
        self._everything = False
        self._make_foot()

    def _make_foot(self) -> None:
        self._hint = label(self.tr("↑↓ next row · Esc closes"), 12, tone="text3")
        self.foot.addWidget(self._hint)
        self.foot.addStretch(1)
        self._copy = button(self.tr("Copy merchant code"), "default", "copy")
        self._copy.clicked.connect(self._copy_code)
        self.edit = button(self.tr("Edit"), "default", "sliders-horizontal")
        self.edit.clicked.connect(lambda: self.tabs.choose(EDIT))
        self.preview = button(self.tr("Push preview"), "primary", "send")
        self.preview.clicked.connect(self.preview_asked)
        for part in (self._copy, self.edit, self.preview):
            self.foot.addWidget(part)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.preview.click)
        self._show_foot()

    def _turn_to(self, place: str) -> None:
        self._stack.setCurrentIndex(PLACES.index(place))
        self._show_foot()

    def _show_foot(self) -> None:
        editing = self.tabs.key() == EDIT
        self.edit.setVisible(not editing)
        self._copy.setVisible(not editing)
        self.preview.setVisible(editing)
        problem = self.editor.problem if self.editor is not None else self.tr("Nothing was changed")
        if self.editor is not None and not problem:
            problem = self.checks.stopped(self.editor.wishes())
        self.preview.setEnabled(not problem)
        self.preview.setToolTip(problem or "Ctrl+Enter")
        self._hint.setText(problem if editing and problem else self.tr("↑↓ next row · Esc closes"))

    def show_detail(self, detail: ItemDetail, now: int, *, compared: bool, claims: Claims | None = None) -> None:
        """Fill it; nothing happens where it shows just this already. ``compared``: both shops were read to the end."""
        if (detail, compared, claims) == (self.detail, self._compared, self._claims):
            return
        same = self.detail is not None and self.detail.row.id == detail.row.id
        self.detail, self._compared, self._now, self._claims = detail, compared, now, claims
        head = ItemHead(detail, compared=compared, pictures=self._pictures)
        head.copied.connect(self.copied)
        self.head.replaceWidget(self._head, head)
        self._head.deleteLater()
        self._head = head
        self._copy.setEnabled(bool(detail.row.code))
        self._copy.setToolTip("" if detail.row.code else self.tr("Neither side has a merchant code for these goods"))
        self._fill(keep_place=same)

    def show_pushing(self, pushing: Pushing) -> None:
        """The editor and the history; what was typed for the same row stays."""
        former, self._pushing = self._pushing, pushing
        if former is None or _seen(former) != _seen(pushing):
            self._fill_editor(pushing)
        self._fill_history(pushing)
        self.checks.show_goods(pushing.goods, pushing.ground.rules)
        self._show_foot()

    def _fill_editor(self, pushing: Pushing) -> None:
        goods = pushing.goods
        if goods is None:
            self.editor = None
            self._areas[EDIT].setWidget(QWidget())
            return
        kept = self.editor.draft if self.editor is not None and self.editor.goods.row_id == goods.row_id else {}
        editor = Editor(goods, pushing.ground.rules, self._desk.language)
        editor.take_draft(kept)
        editor.edited.connect(self._show_foot)
        editor.rules_asked.connect(self.rules_asked)
        self.editor = editor
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 8)
        column.setSpacing(12)
        column.addWidget(editor)
        column.addWidget(MarginCard(goods, pushing.ground.rules, self._desk.now()))
        column.addWidget(figures(goods, pushing.ground.rules, self._desk, self._tasks))
        column.addWidget(RehearsalCard(self, goods, pushing.ground.rules, self._desk, self._tasks))
        column.addStretch(1)
        self._areas[EDIT].setWidget(inside)

    def drop_draft(self) -> None:
        """What was typed has gone into the outbox."""
        if self._pushing is not None:
            self.editor = None
            self._fill_editor(self._pushing)
            self._show_foot()

    def _fill_history(self, pushing: Pushing) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 8)
        self.rows = []
        if pushing.history:
            card = QFrame()
            card.setObjectName("card")
            list_room = QVBoxLayout(card)
            list_room.setContentsMargins(1, 1, 1, 1)
            list_room.setSpacing(0)
            for at, row in enumerate(pushing.history):
                if at:
                    list_room.addWidget(line())
                made = IntentRow()
                made.show_row(row, pushing.names, self._desk.now(), self._desk.language, paused=False)
                made.acted.connect(self.acted)
                self.rows.append(made)
                list_room.addWidget(made)
            column.addWidget(card)
        else:
            column.addWidget(EmptyState("history", self.tr("Nothing was pushed for these goods yet")))
        column.addStretch(1)
        self._areas[HISTORY].setWidget(inside)
        self._show_counts()

    def _show_counts(self) -> None:
        pushed = len(self._pushing.history) if self._pushing is not None else 0
        self._show_foot()
        self.tabs.set_counts({CHECKS: self.checks.grave, HISTORY: pushed})

    def _fill(self, *, keep_place: bool) -> None:
        if self.detail is None:
            return
        area = self._areas[COMPARE]
        place = area.verticalScrollBar().value() if keep_place else 0
        sheet = ItemSheet(
            self.detail,
            self._now,
            compared=self._compared,
            everything=self._everything,
            language=self._desk.language,
            claims=self._claims,
            pictures=self._pictures,
        )
        sheet.turned.connect(self._turn)
        sheet.decided.connect(self.decided)
        sheet.setObjectName("scrolled")
        self.sheet = sheet
        area.setWidget(sheet)
        area.verticalScrollBar().setValue(place)

    def _turn(self) -> None:
        """Show everything, or only what differs; that stays for the next rows."""
        self._everything = not self._everything
        self._fill(keep_place=True)

    def _copy_code(self) -> None:
        if self.detail is not None and self.detail.row.code:
            self.copied.emit(self.detail.row.code)


def _seen(pushing: Pushing) -> object:
    """What the editor shows: when it was read is no part of it."""
    goods = pushing.goods
    plain = None if goods is None else msgspec.structs.replace(goods, read_at=0)
    return plain, pushing.ground.rules
