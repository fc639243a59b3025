"""诊断: what this installation is, where its files lie, how much it holds, and what it could not read."""

import platform as machine
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console import __version__, catalogue
from console.core.clock import SystemClock, shop_datetime
from console.core.errors import FileTrouble
from console.core.model import Platform
from console.store import backups
from console.store.views import QuarantinedRow, ShopRow
from console.ui import texts
from console.ui.context import Desk
from console.ui.dialogs import answer
from console.ui.files import ask_new_file
from console.ui.tabs.settings.bundle_dialog import BundleDialog
from console.ui.tasks import Tasks
from console.ui.widgets import Card, IconLabel, Mark, button, icon_button, label, line

if TYPE_CHECKING:
    from sqlalchemy import Connection

SKEW_FINE_S = 60  # platforms refuse stamps about ten minutes off; a minute is worth a word
UNREAD_SHOWN = 20


@dataclass(frozen=True)
class Findings:
    """One reading for this section."""

    shops: tuple[ShopRow, ...]
    counts: dict[str, dict[str, int]]
    unread: tuple[QuarantinedRow, ...]
    journal: str


def read_findings(conn: "Connection") -> Findings:
    """Read it on a database thread."""
    from console.store import figures, quarantine, shops

    return Findings(
        shops=tuple(shops.shops(conn)),
        counts={str(which): dict(held) for which, held in figures.counts(conn).items()},
        unread=tuple(quarantine.quarantined(conn)),
        journal=str(conn.exec_driver_sql("PRAGMA journal_mode").scalar_one()),
    )


class Diagnosis(QWidget):
    """Cards: state, counts, unreadable rows, files and versions."""

    settled = Signal()
    said = Signal(str, str)

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self.is_settled = False
        self._state = Card(self.tr("Diagnosis"), self.tr("No token and no buyer's data is shown here"))
        self.dialog: BundleDialog | None = None
        self.ask_new: Callable[[str], Awaitable[Path | None]] = self._ask_new
        self.bundle = button(self.tr("Save a diagnostics bundle…"), "default", "package")
        self.bundle.clicked.connect(lambda: self._tasks.start(self._save_bundle(), key="bundle"))
        self._state.add_end(self.bundle)
        self._tiles = QGridLayout()
        self._tiles.setHorizontalSpacing(24)
        self._state.body.addLayout(self._tiles)
        self._held = Card(self.tr("Rows on this computer"))
        self._table = QGridLayout()
        self._table.setVerticalSpacing(10)
        self._held.body.addLayout(self._table)
        self._unread = Card(self.tr("Rows that could not be read"))
        self._unread_rows = QVBoxLayout()
        self._unread_rows.setSpacing(8)
        self._unread.body.addLayout(self._unread_rows)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        for card in (self._state, self._held, self._unread, self._files()):
            whole.addWidget(card)

    def keep(self, words: str) -> bool:
        """Whether the section as a whole says these words."""
        names = (self.tr("Diagnosis"), self.tr("Log"), self.tr("Database"), self.tr("Versions"), self.bundle.text())
        return not words or any(words.casefold() in name.casefold() for name in names)

    def read(self) -> None:
        """Ask the file again."""
        self._tasks.start(self._read(), key="diagnosis")

    async def _read(self) -> None:
        findings = await self._desk.database.read(read_findings)
        self._show_state(findings)
        self._show_held(findings)
        self._show_unread(findings)
        self.is_settled = True
        self.settled.emit()

    # -- the bundle ---------------------------------------------------------------------------------------------------

    async def _save_bundle(self) -> None:
        """Gather it, show it whole, and save what was shown."""
        keeping, language = self._desk.actions.keeping, self._desk.language
        try:
            parts = await keeping.bundle(self._window())
            self.dialog = BundleDialog(self.window(), parts)
            try:
                wanted = await answer(self.dialog) == QDialog.DialogCode.Accepted
            finally:
                self.dialog = None
            stamp = shop_datetime(self._desk.now()).strftime("%Y%m%d-%H%M%S")
            path = await self.ask_new(f"console-diagnostics-{stamp}") if wanted else None
            if path is not None:
                await keeping.save_bundle(parts, path)
                self.said.emit(self.tr("The diagnostics bundle is saved"), path.name)
        except FileTrouble as trouble:
            said = catalogue.words_for(trouble, language)
            self.said.emit(said.text, said.next_step)

    def _window(self) -> dict[str, object]:
        """What only the window knows: versions of Qt, and how it looks."""
        preferences, screen = self._desk.preferences, self.screen()
        return {
            "qt": qVersion(),
            "screen": f"{screen.size().width()}x{screen.size().height()} @{screen.devicePixelRatio()}",
            "window": f"{self.window().width()}x{self.window().height()}",
            "look": f"{preferences.appearance} {preferences.language} {preferences.row_height}",
        }

    async def _ask_new(self, name: str) -> Path | None:
        return await ask_new_file(self.window(), self.tr("Diagnostics bundle"), name, "zip")

    # -- cards ------------------------------------------------------------------------------------------------------

    def _show_state(self, findings: Findings) -> None:
        _empty(self._tiles)
        size = backups.size_of(self._desk.database.path)
        skew = (self._desk.now() - SystemClock().now_ms()) // 1000
        fine = abs(skew) <= SKEW_FINE_S
        shown = f"{'−' if skew < 0 else '+'}{texts.span(abs(skew) * 1000)}" if not fine else self.tr("in step")
        tiles = (
            (self.tr("Database"), self.tr("Open"), f"{texts.bytes_size(size)} · {findings.journal.upper()}", True),
            (self.tr("Bound shops"), texts.count(len(findings.shops)), self._by_platform(findings), True),
            (
                self.tr("Unreadable rows"),
                texts.count(len(findings.unread)),
                self.tr("kept aside, nothing is lost") if findings.unread else self.tr("none"),
                not findings.unread,
            ),
            (
                self.tr("Clock"),
                shown,
                self.tr("the shops' clock against this computer's"),
                fine or self._desk.is_demo(),
            ),
        )
        for at, (name, value, under, well) in enumerate(tiles):
            self._tiles.addLayout(self._tile(name, value, under, well), 0, at)

    @staticmethod
    def _by_platform(findings: Findings) -> str:
        each = [
            f"{texts.platform(which)} {sum(shop.platform is which for shop in findings.shops)}" for which in Platform
        ]
        return " · ".join(each)

    @staticmethod
    def _tile(name: str, value: str, under: str, well: bool) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(label(name, 12, tone="text3"))
        column.addWidget(label(value, 18, strong=True))
        row = QHBoxLayout()
        row.setSpacing(6)
        icon = IconLabel("circle-check", 14, "fg_green") if well else IconLabel("triangle-alert", 14, "fg_amber")
        row.addWidget(icon)
        row.addWidget(label(under, 12, tone="text2"), 1)
        column.addLayout(row)
        return column

    def _show_held(self, findings: Findings) -> None:
        _empty(self._table)
        columns = (
            ("items", self.tr("Goods")),
            ("skus", self.tr("SKUs")),
            ("orders", self.tr("Orders")),
            ("refunds", self.tr("After-sales")),
        )
        right = Qt.AlignmentFlag.AlignRight
        for at, (_, title) in enumerate(columns, start=1):
            self._table.addWidget(label(title, 12, tone="text3"), 0, at, right)
        for row, which in enumerate(Platform, start=1):
            name = QHBoxLayout()
            name.setSpacing(8)
            name.addWidget(Mark(which, 18))
            name.addWidget(label(texts.platform(which)), 1)
            self._table.addLayout(name, row, 0)
            held = findings.counts.get(which.value, {})
            for at, (key, _) in enumerate(columns, start=1):
                self._table.addWidget(label(texts.count(held.get(key)), strong=True), row, at, right)
        self._table.setColumnStretch(0, 1)
        for at in range(1, len(columns) + 1):
            self._table.setColumnMinimumWidth(at, 110)

    def _show_unread(self, findings: Findings) -> None:
        _empty(self._unread_rows)
        self._unread.under.setText(texts.count(len(findings.unread)) if findings.unread else "")
        if not findings.unread:
            self._unread_rows.addWidget(label(self.tr("Everything the platforms said was understood."), tone="text3"))
        for row in findings.unread[:UNREAD_SHOWN]:
            when = texts.moment(row.last_at, self._desk.now())
            words = f"{row.shop_id} · {row.stream} · {row.key}"
            one = QHBoxLayout()
            one.addWidget(label(words, selectable=True))
            one.addWidget(label(row.reason, 12, tone="text3"), 1)
            one.addWidget(label(f"{when} · ×{row.seen}", 12, tone="text3"))
            self._unread_rows.addLayout(one)

    def _files(self) -> Card:
        card = Card(self.tr("Files and versions"))
        card.body.setSpacing(0)
        database = self._desk.database
        program = (
            f"{__version__} · Python {machine.python_version()} · Qt {qVersion()} · {machine.platform(terse=True)}"
        )
        file = self.tr("file")
        rows = (
            (self.tr("Log"), str(self._desk.log_path), self._desk.log_path),
            (self.tr("Database"), str(database.path), database.path),
            (self.tr("Versions"), f"{program} · {file} {database.schema_version}", None),
        )
        for at, (name, value, path) in enumerate(rows):
            if at:
                card.body.addWidget(line())
            card.body.addLayout(self._file_row(name, value, path))
        return card

    def _copy(self, name: str, value: str) -> None:
        QGuiApplication.clipboard().setText(value)
        self.said.emit(self.tr("{name} copied").format(name=name), "")

    def _file_row(self, name: str, value: str, path: Path | None) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(8)
        title = label(name, tone="text2")
        title.setMinimumWidth(96)
        row.addWidget(title)
        shown = label("", selectable=True, wrap=True)
        shown.setText(value)  # as it is: what is selected here is pasted into a terminal, without places to break it
        row.addWidget(shown, 1)
        copy = icon_button("copy", self.tr("Copy {name}").format(name=name), small=True)
        copy.clicked.connect(lambda: self._copy(name, value))
        row.addWidget(copy)
        if path is not None:
            show = button(self.tr("Open folder"), small=True)
            show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))))
            row.addWidget(show)
        return row


def _empty(layout: QGridLayout | QVBoxLayout | QHBoxLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.deleteLater()
        elif isinstance(inner, QGridLayout | QVBoxLayout | QHBoxLayout):
            _empty(inner)
