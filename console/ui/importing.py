"""The parts of imports: where a table comes in, what its columns are, what of its rows would be kept."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

import shiboken6
from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from console.catalogue import Language
from console.documents import sheets
from console.rules.live_import import cells_of
from console.rules.live_text import Synonym
from console.ui.files import ask_old_file
from console.ui.page import scrolled
from console.ui.rows import Column, Row, Rows
from console.ui.safely import safely
from console.ui.tasks import Tasks
from console.ui.widgets import IconLabel, Picker, button, label, link
from console.ui.widgets.labels import Elided, set_tone

if TYPE_CHECKING:
    from console.store.views import ShopRow

Cells = Sequence[Sequence[str]]
By = Literal["file", "paste", "manual"]
SUFFIXES: Final = ("xlsx", "csv", "tsv", "txt")
MOST_SHOWN: Final = 300
MOST_BESIDE: Final = 3  # templates that have room beside the buttons, whatever they are called
LEAVE_OUT: Final = ""
MARKS: Final = {"kept": ("circle-check", "fg_green"), "ask": ("circle-question-mark", "fg_amber")}


class Template(NamedTuple):
    """Titles to type under: those that the import itself knows, in whatever language the window is."""

    key: str
    name: str
    titles: str


class PasteBox(QPlainTextEdit):
    """Says what was pasted into it."""

    pasted = Signal()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        super().insertFromMimeData(source)
        self.pasted.emit()


class Intake(QWidget):
    """Where a table comes in: ``changed`` says that it is another, ``failed`` why a file could not be read.

    ``high``: of the box to type in; 0: there is none, a table is chosen or pasted.
    """

    changed = Signal()
    failed = Signal(str, str)

    def __init__(
        self, tasks: Tasks, language: Language, of: str, templates: Sequence[Template] = (), high: int = 0
    ) -> None:
        super().__init__()
        self._tasks, self._language, self._of = tasks, language, of
        self._told: str | Cells = ""  # what was pasted or typed, or the cells of a file
        self.origin: By = "manual"
        self.file = button(self.tr("Choose a file"), icon_name="file-spreadsheet")
        self.file.clicked.connect(lambda: self._tasks.start(self._ask_file(), key="import-file"))
        self.paste = button(self.tr("Paste"), icon_name="clipboard-paste")
        self.paste.clicked.connect(lambda: self.take_paste(QGuiApplication.clipboard().text()))
        self.templates = {one.key: link(one.name) for one in templates}
        for one in templates:
            self.templates[one.key].clicked.connect(lambda _=False, titles=one.titles: self._type_under(titles))
        self.text = PasteBox(self)
        self.text.setAccessibleName(self.tr("Rows"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(high)
        self.text.setVisible(high > 0)
        self.text.textChanged.connect(self._typed)
        self.text.pasted.connect(lambda: setattr(self, "origin", "paste"))
        self._has_box = high > 0
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.file)
        top.addWidget(self.paste)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addLayout(top)
        beside = top
        if len(self.templates) > MOST_BESIDE:
            top.addStretch(1)
            beside = QHBoxLayout()
            whole.addLayout(beside)
        elif self.templates:
            top.addSpacing(12)
        if self.templates:
            beside.addWidget(label(self.tr("Type under titles:"), 12, tone="text3"))
        for one in self.templates.values():
            beside.addWidget(one)
        beside.addStretch(1)
        if self._has_box:
            whole.addWidget(self.text)

    @property
    def is_empty(self) -> bool:
        """Whether nothing came in yet."""
        return not (self._told.strip() if isinstance(self._told, str) else self._told)

    async def cells(self, synonyms: Sequence[Synonym]) -> Cells:
        """What came in; text is cut into cells on another thread: what was pasted may be long."""
        told = self._told
        if self.is_empty or not isinstance(told, str):
            return () if isinstance(told, str) else told
        return await asyncio.to_thread(cells_of, told, synonyms)

    def take_paste(self, text: str) -> None:
        """Take what was copied."""
        self.origin = "paste"
        if self._has_box:
            self.text.setPlainText(text)
        else:
            self._take(text)

    async def take_file(self, path: Path) -> None:
        """Take a file, read off the loop."""
        done = await safely(
            lambda: asyncio.to_thread(sheets.cells, path), self._fail, self._language, "cli.unreadable_file"
        )
        if done is not None and shiboken6.isValid(self):  # or closed meanwhile
            self._empty_box(path.name)
            self.origin = "file"
            self._take(done.answer)

    def empty(self) -> None:
        """As if nothing had come in."""
        self._empty_box("")
        self._take("")

    def _fail(self, said: str, then: str) -> None:
        if shiboken6.isValid(self):
            self._told = ""
            self.failed.emit(said, then)

    async def _ask_file(self) -> None:
        path = await ask_old_file(self, self._of, SUFFIXES)
        if path is not None:
            await self.take_file(path)

    def _type_under(self, titles: str) -> None:
        self.text.setPlainText(f"{titles}\n")
        self.origin = "manual"
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)
        self.text.setFocus()

    def _empty_box(self, instead: str) -> None:
        self.text.blockSignals(True)
        self.text.clear()
        self.text.setPlaceholderText(instead)
        self.text.blockSignals(False)

    def _typed(self) -> None:
        self.origin = "manual" if self.origin == "file" else self.origin
        self._take(self.text.toPlainText())

    def _take(self, told: str | Cells) -> None:
        self._told = told
        self.changed.emit()


class Counted(QObject):
    """How many rows, in words: here, where plurals find theirs whoever asks."""

    def before(self, good: int, bad: int, same: int = 0, cut: int = 0) -> str:
        """How many can be kept, of them known already, cannot be kept, are too many at once."""
        parts = [self.tr("%n row(s) can be kept", "", good)] if good or bad else []
        if same:
            parts.append(self.tr("%n known already", "", same))
        if bad:
            parts.append(self.tr("%n row(s) cannot be kept", "", bad))
        if cut:
            parts.append(self.tr("%n row(s) are too many at once and left out", "", cut))
        if good + bad > MOST_SHOWN:
            parts.append(self.tr("the first %n are shown", "", MOST_SHOWN))
        return " · ".join(parts)

    def after(self, accepted: int, duplicate: int, refused: int, strays: int = 0) -> str:
        """What became of them."""
        parts = [self.tr("%n row(s) kept", "", accepted)]
        if duplicate:
            parts.append(self.tr("%n known already", "", duplicate))
        if strays:
            parts.append(self.tr("%n fit nobody", "", strays))
        if refused:
            parts.append(self.tr("%n refused", "", refused))
        return " · ".join(parts)


class Preview(QWidget):
    """What would be kept and what cannot be, row by row as many as fit, and how many it is of each."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.rows = Rows(columns, self.tr("Preview"), self.tr("Nothing to look over yet"))
        self.sum = label("", 12, tone="text2")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        area = scrolled(self.rows)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole.addWidget(area, 1)
        whole.addWidget(self.sum)

    def show_rows(self, rows: Sequence[Row], said: str) -> None:
        """These, and how many there are."""
        self.rows.show_rows(rows)
        set_tone(self.sum, "text2")
        self.sum.setText(said)

    def complain(self, said: str, then: str) -> None:
        """Say why there is nothing to look over."""
        set_tone(self.sum, "red")
        self.sum.setText(" · ".join(part for part in (said, then) if part))


class ShopPick(QWidget):
    """Whose rows they are: asked where several shops may be meant, and not to be seen where only one can be."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._only = ""
        self._of = label(self.tr("Of the shop"), 12, tone="text3")
        self.picker = Picker([("", "")], "")
        self.picker.setAccessibleName(self._of.text())
        self.picker.chosen.connect(self._take)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._of)
        row.addWidget(self.picker)
        self.hide()

    def show_shops(self, shops: "Sequence[ShopRow]", usual: str) -> None:
        """These may be meant; ``usual``: which one is, unless somebody says otherwise. Empty: he has to."""
        self._only = shops[0].shop_id if len(shops) == 1 else ""
        names = [(one.shop_id, one.name or one.shop_id) for one in shops]
        same = {name for _, name in names if [other for _, other in names].count(name) > 1}
        names = [(shop_id, f"{name} {shop_id}" if name in same else name) for shop_id, name in names]
        self.picker.set_choices([("", self.tr("choose one")), *names])
        self.picker.set_key(usual)
        self.setVisible(len(shops) > 1)
        self._mark()

    @property
    def shop_id(self) -> str:
        """Empty: there is no shop, or nobody said which it is."""
        return self._only or self.picker.key()

    @property
    def is_missing(self) -> bool:
        """Whether somebody has to choose first."""
        return not self.isHidden() and not self.shop_id

    def _take(self, shop_id: str) -> None:
        self.picker.set_key(shop_id)
        self._mark()
        self.chosen.emit(shop_id)

    def _mark(self) -> None:
        set_tone(self._of, "amber" if self.is_missing else "text3")


class ColumnPick(QWidget):
    """A column of a table and what it is taken for; ``chosen`` carries what somebody says of it.

    ``state``: kept, ask, or anything else: left out. ``more`` stands under the name.
    """

    chosen = Signal(str)

    def __init__(self, name: str, more: str, state: str, choices: Sequence[tuple[str, str]], field: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        icon, ink = MARKS.get(state, ("circle-minus", "text3"))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Elided(name, 13, tone="text"))
        if more:
            names.addWidget(Elided(more, 12, tone="amber" if state == "ask" else "text3"))
        self.picker = Picker([(LEAVE_OUT, self.tr("leave out")), *choices], field if state == "kept" else LEAVE_OUT)
        self.picker.setAccessibleName(name)
        self.picker.chosen.connect(self.chosen)
        row.addWidget(IconLabel(icon, 16, ink))
        row.addLayout(names, 1)
        row.addWidget(self.picker)
