"""A filled-in sheet of goods comes in: what it wants is said first, then goes the way of every push."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from console import catalogue
from console.core.errors import FileTrouble, Trouble
from console.core.model import Platform
from console.documents import sheets
from console.documents.sheets import SheetTrouble
from console.rules.pushing import Field, Goods
from console.rules.sheet_wishes import BadLine, Line, Wanted, wanted
from console.store import push_view, selection
from console.ui import texts
from console.ui.dialogs import ask
from console.ui.files import ask_old_file
from console.ui.tabs.products import sheet_out
from console.ui.widgets import icon_button

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.store.push_view import Ground
    from console.ui.tabs.products.page import ProductsPage

BAD_SHOWN = 10
KEYS: tuple[tuple[Platform, Field], ...] = (
    (Platform.KUAISHOU, "price"),
    (Platform.YOUZAN, "price"),
    (Platform.KUAISHOU, "stock"),
    (Platform.YOUZAN, "stock"),
)
"""What the new columns say, in their order; after them come the buffer and what a piece costs."""


def titles() -> list[str]:
    """The columns that are read, as the window calls them."""
    ids = [field.title for field in sheet_out.fields()[2:4]]
    return [*ids, *(title for title, _ in sheet_out.new_titles())]


def lines(rows: Sequence[sheets.Row], names: Sequence[str]) -> list[Line]:
    """The rows in which anything is filled in."""
    made = []
    for row in rows:
        here, there, *figures, buffer, cost = (row.cells[name].strip() for name in names)
        if any(figures) or buffer or cost:
            made.append(
                Line(
                    number=row.number,
                    item_ids={Platform.KUAISHOU: here, Platform.YOUZAN: there},
                    figures=dict(zip(KEYS, figures, strict=True)),
                    buffer=buffer,
                    cost=cost,
                )
            )
    return made


def read_goods(conn: "Connection", found: Sequence[Line], now: int) -> "tuple[list[Goods], Ground]":
    """The goods that a sheet speaks of, on a database thread."""
    numbers = [number for line in found for number in line.item_ids.values() if number]
    return push_view.goods(conn, selection.rows_of_items(conn, numbers), now), push_view.ground(conn, now)


class Importer(QObject):
    """Owned by the goods page."""

    def __init__(self, page: "ProductsPage") -> None:
        super().__init__(page)
        self._page = page
        self.button = icon_button("upload", self.tr("Import a sheet"))
        self.button.clicked.connect(lambda: page.tasks.start(self._import(), key="import"))

    async def where(self) -> Path | None:
        """What to read; a test says it otherwise."""
        return await ask_old_file(self._page, self.tr("Import a sheet"), ("xlsx", "csv"))

    async def _import(self) -> None:
        path = await self.where()
        if path is None:
            return
        language = self._page.desk.language
        try:
            await self._take_in(path)
        except SheetTrouble as trouble:
            self._say(catalogue.words(trouble.code, language, detail=trouble.detail))
        except OSError as error:
            self._say(catalogue.words("disk.denied", language, path=error.filename or path))
        except (Trouble, FileTrouble) as trouble:
            self._say(catalogue.words_for(trouble, language))

    def _say(self, words: catalogue.Words) -> None:
        self._page.said.emit(words.text, words.next_step)

    async def _take_in(self, path: Path) -> None:
        page, names = self._page, titles()
        found = await asyncio.to_thread(lambda: lines(sheets.read(path, names), names))
        goods, ground = await page.desk.database.read(read_goods, found, page.desk.now())
        want = await asyncio.to_thread(wanted, found, goods, ground.rules)
        if not want.plan.lines and not want.kept and not want.bad:
            page.said.emit(self.tr("The sheet changes nothing"), self.tr("Fill in its columns that begin with “New”"))
            return
        accept = self.tr("Go on") if want.plan.lines or want.kept else self.tr("Close")
        agreed = await ask(page, self.tr("Import {name}").format(name=path.name), self._told(want), accept)
        if not agreed:
            return
        for (shop_id, item_id), pieces in want.buffers.items():
            await page.desk.actions.goods.set_buffer(shop_id, item_id, pieces)
        for (shop_id, item_id), cost_fen in want.costs.items():
            await page.desk.actions.goods.set_cost(shop_id, item_id, cost_fen)
        if want.kept:
            said = self.tr("{buffers} buffers and {costs} costs set")
            counts = {"buffers": texts.count(len(want.buffers)), "costs": texts.count(len(want.costs))}
            page.said.emit(said.format(**counts), "")
        if want.plan.lines:
            await page.pushes.pusher.push_plan(want.plan)

    def _told(self, want: Wanted) -> str:
        """What will be done, and by row what cannot be."""
        said = self.tr(
            "{changes} prices and stocks to preview, {buffers} buffers and {costs} costs to set, "
            "{bad} rows cannot be used"
        )
        counts = {"changes": len(want.plan.lines), "buffers": len(want.buffers)}
        counts |= {"costs": len(want.costs), "bad": len(want.bad)}
        words = [said.format(**{key: texts.count(number) for key, number in counts.items()})]
        words += [self._bad(line) for line in want.bad[:BAD_SHOWN]]
        if len(want.bad) > BAD_SHOWN:
            words.append(self.tr("and {n} more rows").format(n=texts.count(len(want.bad) - BAD_SHOWN)))
        return "\n".join(words)

    def _bad(self, line: BadLine) -> str:
        said = {
            "unknown": self.tr("Row {row}: no goods have the number {said}"),
            "two_goods": self.tr("Row {row}: {said} are two different goods"),
            "twice": self.tr("Row {row}: {said} stands in the sheet twice"),
            "many_variants": self.tr("Row {row}: these goods have several variants; set {said} in their drawer"),
            "figure": self.tr("Row {row}: {said} is no figure that can be set"),
            "no_side": self.tr("Row {row}: {said} is for a shop that does not have these goods"),
        }[line.wrong]
        return said.format(row=line.number, said=line.said)
