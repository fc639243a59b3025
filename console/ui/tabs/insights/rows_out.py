"""给 BI 的文件夹: asks where, writes it beside the loop, says how far it has come, and can be stopped."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from PySide6.QtCore import QObject

from console import catalogue
from console.core.errors import FileTrouble
from console.documents.bi_folder import FolderTrouble, Stopped, Written, export
from console.ui import texts
from console.ui.exporting import ListView
from console.ui.files import ask_folder
from console.ui.widgets import StripLook, button
from console.ui.widgets.banner import Banner

LOOK_S = 0.2  # between two looks at how far it has come


class BiFolder(QObject):
    """Owned by its room, which puts ``button`` into its head and ``progress`` above its table."""

    def __init__(self, room: ListView) -> None:
        super().__init__(room)
        self._room = room
        self._stop = False
        self._at = ("", 0)
        self.where: Callable[[], Awaitable[Path | None]] = self._ask_where
        self.button = button(self.tr("For BI tools"), "default", "database")
        self.button.setToolTip(self.tr("A folder of csv and a schema: orders, lines, goods, after-sales, figures …"))
        self.button.clicked.connect(lambda: room.tasks.start(self._run(), key="bi"))
        self.progress = Banner()
        self.progress.acted.connect(self._stop_it)

    def _stop_it(self, _key: str) -> None:
        self._stop = True

    async def _ask_where(self) -> Path | None:
        return await ask_folder(self._room, self.tr("A folder for BI tools"))

    async def _run(self) -> None:
        folder = await self.where()
        if folder is None:
            return
        self._stop, self._at = False, ("", 0)
        self.button.setEnabled(False)
        try:
            written = await self._write(folder)
        except Stopped:
            self._room.said.emit(self.tr("Export stopped; the folder is as it was"), "")
        except FolderTrouble as trouble:
            language = self._room.desk.language
            words = catalogue.words("cli.unwritable", language, path=trouble.path, detail=trouble.detail)
            self._room.said.emit(words.text, words.next_step)
        except FileTrouble as trouble:
            words = catalogue.words_for(trouble, self._room.desk.language)
            self._room.said.emit(words.text, words.next_step)
        else:
            rows = sum(one.rows for one in written)
            said = self.tr("%n row(s) in {tables} tables written", "", rows).format(tables=len(written))
            self._room.said.emit(said, str(folder))
        finally:
            self.button.setEnabled(True)
            self.progress.show_look(None)

    async def _write(self, folder: Path) -> list[Written]:
        """Beside the loop. Whoever is cancelled waits until it has stopped: a folder is never half written."""
        work = asyncio.ensure_future(self._room.desk.database.read(export, folder, 0, self._note, lambda: self._stop))
        try:
            while not work.done():
                self._say()
                await asyncio.wait([work], timeout=LOOK_S)
            return work.result()
        except asyncio.CancelledError:
            self._stop = True
            await asyncio.gather(work, return_exceptions=True)
            raise

    def _note(self, table: str, rows: int) -> None:
        """Called on the database's thread: nothing but a note."""
        self._at = (table, rows)

    def _say(self) -> None:
        table, rows = self._at
        words = self.tr("Writing {table}: {n} rows").format(table=table or "…", n=texts.count(rows))
        self.progress.show_look(StripLook("blue", "file-spreadsheet", words, "", self.tr("Stop"), "stop"))
