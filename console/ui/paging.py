"""A table of any length that holds little: the ids of the view in order, and the rows of the pages last painted.

Everything is asked for asynchronously. An answer that comes after the question changed is dropped by its token; a row
that is not here yet is None, and the view paints a placeholder.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from console.ui.cells import Cell
from console.ui.tasks import Tasks

PAGE = 64
PAGES_HELD = 64
READERS = 2
WANTED_MOST = 6
Row = TypeVar("Row")
RowOut = TypeVar("RowOut", covariant=True)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Sort:
    """By which column SQL sorts, and which way."""

    key: str
    descending: bool = False


class Source(Protocol[RowOut]):
    """Where a table gets its rows. Both questions go to a reader thread."""

    async def ids(self, sort: Sort | None) -> Sequence[int]:
        """The row ids of the whole view, in order."""
        ...

    async def rows(self, ids: Sequence[int]) -> Mapping[int, RowOut]:
        """These rows by id; one that is gone is left out."""
        ...


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: its title, its width, how its cells are drawn, and what SQL sorts by (empty: it cannot sort)."""

    title: str
    width: int
    cell: Cell[Row]
    sort: str = ""
    right: bool = False
    stretch: bool = False


class PagedModel(QAbstractTableModel, Generic[Row]):
    """Ids, pages of 64 rows, a place for each check mark. Column 0 is the check box; ``columns`` follow it."""

    settled = Signal()  # what is visible has been answered
    listed = Signal()  # the ids arrived (again)
    checked_changed = Signal()
    failed = Signal(Exception)

    def __init__(self, columns: Sequence[Column[Row]], tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.checked: set[int] = set()
        self.sort_order: Sort | None = None
        self.loading = False
        self.loaded = False
        self._tasks = tasks
        self._source: Source[Row] | None = None
        self._ids: Sequence[int] = ()
        self._pages: OrderedDict[int, Mapping[int, Row]] = OrderedDict()
        self._old: dict[int, Row] = {}
        self._wanted: list[int] = []
        self._asked: set[int] = set()
        self._readers = 0
        self._token = 0

    # -- asking -----------------------------------------------------------------------------------------------------

    def show(self, source: Source[Row], sort: Sort | None = None) -> None:
        """Another question: rows of the old one are forgotten, check marks too."""
        self._source = source
        self.sort_order = sort if sort is not None else self.sort_order
        self.set_checked(())
        self._old.clear()
        self.reload(keep=False)

    def sort_by(self, sort: Sort) -> None:
        """The same question in another order."""
        self.sort_order = sort
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns))
        self.reload()

    def reload(self, *, keep: bool = True) -> None:
        """Ask again. What is shown stays until the answer is here."""
        if self._source is None:
            return
        self._token += 1
        self.loading = True
        if not keep:
            self.loaded = False
            self._replace(())
        self._tasks.start(self._list(self._token, self._source), key=f"ids:{id(self)}")

    async def _list(self, token: int, source: Source[Row]) -> None:
        try:
            ids = await source.ids(self.sort_order)
        except Exception as error:
            if token == self._token:
                self.loading = False
                self.failed.emit(error)
            raise
        if token != self._token:
            return
        self.loading = False
        self.loaded = True
        self._replace(ids)
        self.listed.emit()
        self._say_settled()

    def _replace(self, ids: Sequence[int]) -> None:
        for page in self._pages.values():
            self._old.update(page)
        while len(self._old) > PAGE * PAGES_HELD:
            self._old.pop(next(iter(self._old)))
        if len(ids) == len(self._ids) and ids == self._ids:
            self._forget_pages()
            self._repaint(0, len(ids) - 1)
            return
        self.beginResetModel()
        self._ids = ids
        self._forget_pages()
        self.endResetModel()
        if self.checked and not self.loading:
            self.set_checked(self.checked & set(ids))

    def _forget_pages(self) -> None:
        self._pages.clear()
        self._wanted.clear()
        self._asked.clear()

    # -- rows -------------------------------------------------------------------------------------------------------

    def row(self, number: int) -> Row | None:
        """The row if it is here; if not, it is asked for and None is returned (or what was known of it before)."""
        page = number // PAGE
        held = self._pages.get(page)
        if held is None:
            self._want(page)
            return self._old.get(self._ids[number])
        self._pages.move_to_end(page)
        return held.get(self._ids[number])

    def held_row(self, number: int) -> Row | None:
        """The row if it is here. Nothing is asked for."""
        row_id = self._ids[number]
        held = self._pages.get(number // PAGE)
        return self._old.get(row_id) if held is None else held.get(row_id)

    @property
    def source(self) -> Source[Row] | None:
        """What the rows come from."""
        return self._source

    @property
    def ids(self) -> Sequence[int]:
        """The row ids of the view, in its order."""
        return self._ids

    def id_at(self, number: int) -> int:
        return self._ids[number]

    def number_of(self, row_id: int) -> int | None:
        """At which place of the view a row stands."""
        try:
            return self._ids.index(row_id)
        except ValueError:
            return None

    @property
    def is_settled(self) -> bool:
        """Nothing visible is still being asked for."""
        return not self.loading and not self._asked

    def _want(self, page: int) -> None:
        if page in self._asked:
            return
        self._asked.add(page)
        self._wanted.append(page)
        while len(self._wanted) > WANTED_MOST:  # scrolled past: asked again when painted again
            self._asked.discard(self._wanted.pop(0))
        if self._readers < READERS and self._tasks.start(self._read()) is not None:
            self._readers += 1

    async def _read(self) -> None:
        try:
            while self._wanted and self._source is not None:
                await self._read_page(self._wanted.pop(), self._token, self._source)
        finally:
            self._readers -= 1
        self._say_settled()

    async def _read_page(self, page: int, token: int, source: Source[Row]) -> None:
        ids = self._ids[page * PAGE : (page + 1) * PAGE]
        try:
            rows = await source.rows(ids)
        except asyncio.CancelledError:
            raise
        except Exception as error:
            if token == self._token:
                self._asked.discard(page)
                self._pages[page] = {}
                self.failed.emit(error)
            raise
        if token != self._token or page not in self._asked:
            return
        self._asked.discard(page)
        self._pages[page] = rows
        while len(self._pages) > PAGES_HELD:
            self._pages.popitem(last=False)
        self._repaint(page * PAGE, page * PAGE + len(ids) - 1)

    def _repaint(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns)))

    def _say_settled(self) -> None:
        if self.is_settled:
            self.settled.emit()

    # -- check marks ------------------------------------------------------------------------------------------------

    def set_checked(self, ids: Sequence[int] | set[int]) -> None:
        """Exactly these rows are checked."""
        wanted = set(ids)
        if wanted == self.checked:
            return
        self.checked = wanted
        self._repaint(0, len(self._ids) - 1)
        self.checked_changed.emit()

    def toggle(self, number: int) -> None:
        self.set_checked(self.checked ^ {self._ids[number]})

    def check_range(self, first: int, last: int) -> None:
        """Check from one row to the other, both included."""
        low, high = sorted((first, last))
        self.set_checked(self.checked | set(self._ids[low : high + 1]))

    def check_all(self) -> None:
        self.set_checked(set(self._ids))

    # -- what Qt asks -----------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.column() == 0:
            return None
        column = self.columns[index.column() - 1]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | (
                Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            )
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        row = self.row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return _as_plain(column.cell.tip(row)) or None
        words = column.cell.words(row)
        return f"{column.title}: {words}" if role == Qt.ItemDataRole.AccessibleTextRole else words

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole or section < 1:
            return None
        return self.columns[section - 1].title


def _as_plain(tip: str) -> str:
    """A tooltip that Qt shows as it is written: what a platform wrote is never read as markup."""
    return f"<qt>{escape(tip)}</qt>".replace("\n", "<br>") if "<" in tip else tip
