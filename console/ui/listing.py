"""A page whose middle is a table with a drawer beside it: what orders and goods have in common.

The drawer follows the current row. Changes in the file are taken up at most once a second, so that a sync of many pages
does not ask the same question for each of them.
"""

from typing import Any, ClassVar, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent

from console.core.changes import Changes, Kind
from console.ui import texts
from console.ui.context import Desk
from console.ui.page import Page
from console.ui.table_card import TableCard
from console.ui.widgets.drawer import Drawer

REFRESH_MS = 1_000
REPAINT_EVERY = 30  # seconds: ages ("5 小时前") are drawn again this often


class Narrowing(Protocol):
    """The search and the filters over a table."""

    @property
    def is_narrowed(self) -> bool:
        """Whether they leave something out beside what the tab does."""
        ...

    def clear(self) -> None:
        """Leave nothing out."""
        ...


class ListPage(Page):
    """Base of such pages. A subclass makes card and drawer, hands them to ``set_table`` and answers the four hooks."""

    kinds: ClassVar[frozenset[Kind]] = frozenset()
    ticking: tuple[int, ...] = ()  # places of the columns that count seconds

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk, title)
        self._again = False
        self._ticks = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(REFRESH_MS)
        self._pause.timeout.connect(self._rested)

    def set_table(self, card: TableCard[Any], drawer: Drawer) -> None:
        """The card is on the page; listen to it."""
        self.card = card
        self.drawer = drawer
        view = card.view
        view.row_opened.connect(self.open_row)
        view.verb_chosen.connect(self.do_verb)
        view.selectionModel().currentRowChanged.connect(self._moved)
        view.installEventFilter(self)
        card.model.settled.connect(self._say_settled)
        drawer.stepped.connect(lambda by: view.step(by))
        drawer.closed.connect(self._drawer_closed)
        drawer.resized.connect(lambda wide: setattr(self.desk.preferences, "drawer_width", wide))
        self.desk.preferences.changed.connect(self._preferred)
        self._preferred("row_height")

    # -- what a subclass answers ------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Another question: new rows, new counts."""
        raise NotImplementedError

    def start_head(self) -> None:
        """Read the counts and the freshness again."""
        raise NotImplementedError

    async def show_detail(self, row_id: int) -> None:
        """Read one row in full and fill the drawer, if it still is ``card.view.opened``."""
        raise NotImplementedError

    def do_verb(self, row_id: int, verb: str) -> None:
        """A word or icon in a row was clicked."""
        self.open_row(row_id)

    # -- rows -------------------------------------------------------------------------------------------------------

    @property
    def is_settled(self) -> bool:
        return self.card.is_settled and not self.tasks.busy

    def refresh(self) -> None:
        """The same question again; at most once a second."""
        if self._pause.isActive() or self.card.model.loading:
            self._again = True
            if not self._pause.isActive():
                self._pause.start()
            return
        self._pause.start()
        self.card.model.reload()
        self.start_head()
        opened = self.card.view.opened
        if opened is not None:
            self.tasks.start(self.show_detail(opened), key="detail")

    def _rested(self) -> None:
        if self._again:
            self._again = False
            self.refresh()

    def _say_settled(self) -> None:
        if self.is_settled:
            self.settled.emit()

    def on_changes(self, changes: Changes) -> None:
        if changes.kinds & self.kinds:
            self.refresh()
        elif "health" in changes.kinds:
            self.start_head()

    def tick(self) -> None:
        view = self.card.view
        if not self.card.model.rowCount():
            return
        self._ticks += 1
        if self._ticks % REPAINT_EVERY == 0:
            view.viewport().update()
            return
        for place in self.ticking:
            if not view.isColumnHidden(place):
                left, wide = view.columnViewportPosition(place), view.columnWidth(place)
                view.viewport().update(QRect(left, 0, wide, view.viewport().height()))

    # -- drawer -----------------------------------------------------------------------------------------------------

    def open_row(self, row_id: int) -> None:
        """Show this row in the drawer; the list beside it stays in use."""
        self.card.view.set_opened(row_id)
        if not self.drawer.isVisible():
            self.drawer.unveil()
        self.tasks.start(self.show_detail(row_id), key="detail")

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not self.drawer.isVisible() or not now.isValid():
            return
        row_id = self.card.model.id_at(now.row())
        if row_id != self.card.view.opened:
            self.open_row(row_id)

    def _drawer_closed(self) -> None:
        self.tasks.cancel("detail")
        self.card.view.set_opened(None)
        self.card.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc closes the drawer before it lets the check marks go."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() != Qt.Key.Key_Escape or not self.drawer.isVisible():
            return False
        self.drawer.shut()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.drawer.isVisible():
            self.drawer.shut()
            return
        super().keyPressEvent(event)

    def next_sync(self) -> str:
        """When the next rows are due, in words; nothing where nobody knows."""
        pair = self.desk.scope.pair
        known = [self.desk.actions.next_try_at(shop_id) for shop_id in (pair.shop_ids if pair else ())]
        due = min((at for at in known if at is not None), default=None)
        words = QCoreApplication.translate("listing", "Next sync {time}")
        return "" if due is None else words.format(time=texts.clock_time(due))

    def act_on_nothing(self, filters: Narrowing, *, bound: bool) -> None:
        """The button of an empty table: bind shops, let the filters go, or read now."""
        if not bound:
            self.go.emit("accounts", {})
        elif filters.is_narrowed:
            filters.clear()
        else:
            self.tasks.start(self.desk.actions.sync_now(), key="sync")

    def copy(self, words: str, said: str) -> None:
        """Put words on the clipboard and say so."""
        QGuiApplication.clipboard().setText(words)
        self.said.emit(said, words if "\n" not in words else "")

    def _preferred(self, name: str) -> None:
        if name == "row_height":
            self.card.view.set_compact(self.desk.preferences.row_height == "compact")
