"""Export of the rows that a page shows, in its order: how many first, then off the loop, with a way to stop it."""

import asyncio
import errno
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QDialog

from console import catalogue
from console.core.clock import shop_datetime
from console.core.errors import FileTrouble
from console.documents.sheets import MOST_ROWS, Export, Field, Format, Value
from console.ui import texts
from console.ui.dialogs import Dialog, answer
from console.ui.files import ask_new_file
from console.ui.listing import ListPage
from console.ui.rooms import View
from console.ui.table_card import TableCard
from console.ui.widgets import Segmented, StripLook, button, label
from console.ui.widgets.banner import Banner
from console.ui.widgets.labels import Wrapped

Row = TypeVar("Row")
T = TypeVar("T")

AT_ONCE = 200  # rows between two looks at whether to go on
Where = Callable[[str, Format], Awaitable[Path | None]]


class ListView(View):
    """A room whose middle is a table."""

    card: TableCard[Any]


class Asking(Dialog):
    """How many rows there are, and in which format they are wanted."""

    def __init__(self, page: ListPage | ListView, rows: int, columns: Sequence[str]) -> None:
        super().__init__(
            page,
            QCoreApplication.translate("Exporter", "Export what is shown"),
            QCoreApplication.translate("Exporter", "Choose a place"),
        )
        self.setMinimumWidth(520)
        self.said = label(self.tr("%n row(s), by the filters and in the order of the list", "", rows), strong=True)
        self.format = Segmented([("xlsx", "Excel (xlsx)"), ("csv", "CSV")], "xlsx")
        self.body.addWidget(self.said)
        self.body.addWidget(self.format)
        names = self.tr("Columns: {names}").format(names=self.tr(", ").join(columns))
        as_text = self.tr("Numbers of goods and orders are written as text, so that no digit is lost")
        for words in (names, as_text):
            self.body.addWidget(Wrapped(words, 12, tone="text3"))


class Exporter(QObject, Generic[Row]):
    """Owned by its page, which puts ``button`` into its head and ``progress`` above its table."""

    def __init__(
        self,
        page: ListPage | ListView,
        name: str,
        fields: Callable[[], Sequence[Field]],
        cells: Callable[[Row], Sequence[Value]],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._name = name
        self._fields, self._cells = fields, cells
        self.where: Where = self._ask_where
        self.dialog: Asking | None = None
        self._stopped = False
        self.button = button(self.tr("Export"), "default", "file-spreadsheet")
        self.button.clicked.connect(lambda: page.tasks.start(self._export(), key="export"))
        self.progress = Banner()
        self.progress.acted.connect(self._stop)

    def _stop(self, _key: str) -> None:
        self._stopped = True

    async def _ask_where(self, name: str, form: Format) -> Path | None:
        return await ask_new_file(self._page, self.tr("Export"), name, form)

    async def _export(self) -> None:
        model = self._page.card.model
        ids, source = list(model.ids), model.source
        if not ids or source is None or len(ids) > MOST_ROWS:
            self._page.said.emit(self.tr("There is nothing to export"), "")
            return
        fields = self._fields()
        dialog = self.dialog = Asking(self._page, len(ids), [field.title for field in fields])
        try:
            wanted = await answer(dialog) == QDialog.DialogCode.Accepted
            form: Format = "csv" if dialog.format.key() == "csv" else "xlsx"
        finally:
            self.dialog = None
        if not wanted:
            return
        day = shop_datetime(self._page.desk.now()).strftime("%Y%m%d-%H%M")
        path = await self.where(f"{self._name}-{day}", form)
        if path is not None:
            await self._run(path, fields, ids, source)

    async def _run(self, path: Path, fields: Sequence[Field], ids: Sequence[int], source: Any) -> None:
        self._stopped = False
        self.button.setEnabled(False)
        try:
            written = await self._write(path, fields, ids, source)
        except (OSError, FileTrouble) as trouble:
            words = _words(trouble, path, self._page.desk.language)
            self._page.said.emit(words.text, words.next_step)
            return
        finally:
            self.button.setEnabled(True)
            self.progress.show_look(None)
        if written is None:
            self._page.said.emit(self.tr("Export stopped; nothing was written"), "")
        else:
            self._page.said.emit(self.tr("%n row(s) exported", "", written), path.name)

    async def _write(self, path: Path, fields: Sequence[Field], ids: Sequence[int], source: Any) -> int | None:
        """How many rows were written; None: somebody stopped it, and the file is as it was before."""
        export, written = Export(path, fields), 0
        await _off(export.__enter__)
        try:
            for first in range(0, len(ids), AT_ONCE):
                self._say(first, len(ids))
                some = ids[first : first + AT_ONCE]
                rows = await source.rows(some)
                await _off(export.add, [self._cells(rows[one]) for one in some if one in rows])
                written += sum(one in rows for one in some)
                if self._stopped:
                    raise _Stopped
        except BaseException as error:
            await _off(export.__exit__, type(error), error, None)
            if isinstance(error, _Stopped):
                return None
            raise
        await _off(export.__exit__, None, None, None)
        return written

    def _say(self, done: int, whole: int) -> None:
        words = self.tr("Exporting: {done} of {all}").format(done=texts.count(done), all=texts.count(whole))
        self.progress.show_look(StripLook("blue", "file-spreadsheet", words, "", self.tr("Stop"), "stop"))


class _Stopped(Exception):
    """Somebody pressed Stop."""


async def _off(fn: Callable[..., T], *values: object) -> T:
    """On a thread. Whoever is cancelled waits for what has begun: two threads must not have one file."""
    work = asyncio.ensure_future(asyncio.to_thread(fn, *values))
    try:
        return await asyncio.shield(work)
    except asyncio.CancelledError:
        await asyncio.wait([work])
        raise


def _words(trouble: OSError | FileTrouble, path: Path, language: catalogue.Language) -> catalogue.Words:
    if isinstance(trouble, FileTrouble):
        return catalogue.words_for(trouble, language)
    code = "disk.full" if trouble.errno == errno.ENOSPC else "disk.denied"
    return catalogue.words(code, language, path=path, detail=trouble.strerror or str(trouble))
