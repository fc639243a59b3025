"""The window: rail, top bar, strip, pages, status bar. It knows which page is in sight and tells it what changed.

Made and painted before the file is opened; ``furnish`` gives it the desk. Pages are built when they are first shown.
"""

from functools import partial
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from console.ui import theme
from console.ui.focus import FocusRing, next_region
from console.ui.page import Page
from console.ui.preferences import Preferences
from console.ui.rail import Rail
from console.ui.statusbar import StatusBar
from console.ui.tabs import TABS
from console.ui.tasks import Tasks
from console.ui.topbar import TopBar
from console.ui.widgets import EmptyState, Strip, Toast
from console.ui.widgets.toast import CRITICAL_STAYS_MS

if TYPE_CHECKING:
    from console.core.changes import Changes
    from console.ui.context import Desk
    from console.ui.locking import Locker
    from console.ui.outbox.dispatch import Dispatch
    from console.ui.overview import Overview
    from console.ui.pulse import Pulse
    from console.ui.watch import Watch

FOLD_BELOW = 1180


class Shell(QMainWindow):
    """``leaving`` comes when the person closes the window. Whoever made it then ends things and closes it."""

    leaving = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.preferences = preferences
        self.desk: Desk | None = None
        self.tasks = Tasks("shell")
        self.may_close = False
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._current = "home"
        self._pulse: Pulse | None = None
        self.locker: Locker | None = None
        self.watch: Watch | None = None
        self.dispatch: Dispatch | None = None
        self._listening = False
        self._hears_keys = False
        self._keeps_rail = False
        self.setMinimumSize(960, 600)
        self._build()
        self.preferences.changed.connect(self._preferred)

    # -- making -----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Merchant Console"))
        self.rail = Rail([(tab.key, tab.icon, tab.title, tab.shortcut) for tab in TABS])
        self.rail.chosen.connect(self.show_tab)
        self.rail.fold_asked.connect(self._fold_asked)
        self.rail.user.lock_asked.connect(self.lock)
        self.rail.user.people_asked.connect(lambda: self.go_to("settings", {"section": "people"}))
        self.topbar = TopBar()
        self.topbar.theme_asked.connect(self._turn_theme)
        self.topbar.search.asked.connect(self._search)
        self.topbar.show_theme(theme.current().dark)
        self.strip = Strip()
        self.statusbar = StatusBar()
        self._stack = QStackedWidget()
        blank = QWidget()
        blank.setObjectName("page")
        self._stack.addWidget(blank)
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        for part in (self.topbar, self.strip):
            side.addWidget(part)
        self.room = QWidget()  # the page, and over it the outbox
        inside = QVBoxLayout(self.room)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._stack)
        side.addWidget(self.room, 1)
        side.addWidget(self.statusbar)
        desk = QWidget()
        desk.setObjectName("desk")
        whole = QHBoxLayout(desk)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.rail)
        whole.addLayout(side, 1)
        self.layers = QStackedWidget()  # what is worked with, and over it the lock page
        self.layers.addWidget(desk)
        self.setCentralWidget(self.layers)
        self.toast = Toast(desk)
        self._ring = FocusRing(self)
        self.rail.set_current(self._current)
        self._fold()

    def hear_keys(self) -> None:
        """From the first paint on."""
        if self._hears_keys:
            return
        from console.ui.shortcuts import hear

        self._hears_keys = True
        hear(self, [
            *((tab.shortcut, partial(self.show_tab, tab.key)) for tab in TABS),
            ("Ctrl+K", self._focus_search), ("Ctrl+R", self.sync_now), ("F5", self._refresh_page),
            ("Ctrl+F", lambda: self.page.find_here() if self.page is not None else None),
            ("Ctrl+Tab", lambda: self.topbar.switcher.next()), ("F6", self._next_region),
            ("Ctrl+Shift+L", self.lock), ("Ctrl+Z", self._undo),
            ("Ctrl+O", lambda: self.dispatch.toggle() if self.dispatch is not None else None),
        ])  # fmt: skip

    def furnish(self, desk: "Desk") -> None:
        """The file is open: show what is in it, or first the lock page where somebody was named."""
        from console.ui.locking import Locker  # after the first paint
        from console.ui.outbox.dispatch import Dispatch
        from console.ui.pulse import Pulse
        from console.ui.watch import Watch

        self.desk = desk
        self.hear_keys()
        self.locker = Locker(self, desk)
        if not self._listening:
            desk.changes.changed.connect(self._changed)
            desk.scope.changed.connect(self._refresh_page)
            desk.session.changed.connect(self._show_user)
            self._listening = True
        self._pulse = Pulse(self, desk)
        self.watch = Watch(self, desk)
        self.dispatch = Dispatch(self, desk)
        self._pulse.start()
        self.watch.start()
        self.dispatch.start()
        self._show_user()
        self.show_tab(self._current)

    def lock(self) -> None:
        """Ctrl+Shift+L, from anywhere: nothing is to be seen until somebody comes in."""
        if self.desk is not None:
            self.desk.session.lock()

    def _show_user(self) -> None:
        if self.desk is not None:
            self.rail.user.show_session(self.desk.session)

    def show_broken(self, words: str, next_step: str) -> None:
        """The file cannot be used: say so in place of every page. Nothing else works then."""
        page = QWidget()
        page.setObjectName("page")
        room = QVBoxLayout(page)
        said = EmptyState("database", words, next_step, self.tr("Close"))
        said.on_click(self.close)
        room.addWidget(said)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.rail.setEnabled(False)
        self.topbar.know_nothing()

    # -- places -----------------------------------------------------------------------------------------------------

    @property
    def current_key(self) -> str:
        return self._current

    @property
    def page(self) -> Page | None:
        """The page in sight."""
        return self._pages.get(self._current)

    def show_tab(self, key: str) -> Page | None:
        """Go there; build it if it was never shown."""
        self._current = key
        self.rail.set_current(key)
        if self.desk is None:
            return None
        page = self.keep_page(key, self.desk)
        self._stack.setCurrentWidget(page)
        self._fold()
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        if key in self._stale:
            self._refresh_page()
        if self._pulse is not None:
            self._pulse.show_states()
        return page

    def keep_page(self, key: str, desk: "Desk") -> Page:
        """Build it if it was never shown, without going there."""
        page = self._pages.get(key)
        if page is None:
            page = next(tab for tab in TABS if tab.key == key).build(desk)
            page.go.connect(self.go_to)
            page.said.connect(lambda words, under: self.toast.say(words, under))
            page.warned.connect(partial(self.toast.say, icon_name="triangle-alert", stays_ms=CRITICAL_STAYS_MS))
            page.sent.connect(self._sent)
            page.shaped.connect(self._fold)
            self._pages[key] = page
            self._stack.addWidget(page)
        return page

    def go_to(self, key: str, question: dict[str, str]) -> None:
        """Go there and show exactly those rows."""
        page = self.show_tab(key)
        if page is not None:
            page.open_at(question)

    def _sent(self, ids: list[int]) -> None:
        if self.dispatch is not None:
            self.dispatch.taken_in(ids)

    def _search(self, words: str) -> None:
        if words:
            self.go_to("orders", {"tab": "all", "text": words})

    def _changed(self, changes: "Changes") -> None:
        self._stale = set(self._pages) - {self._current}
        if self.page is not None:
            self.page.on_changes(changes)

    def _refresh_page(self) -> None:
        from console.core.changes import Changes, Kind

        if self.page is not None:
            self._stale.discard(self._current)
            self.page.on_changes(Changes(frozenset(get_args(Kind))))  # it may have missed any of them

    def sync_now(self) -> None:
        """Ctrl+R, from anywhere."""
        if self._pulse is not None:
            self._pulse.sync_now()

    @property
    def overview(self) -> "Overview | None":
        """What the shell last read."""
        return self._pulse.overview if self._pulse is not None else None

    @property
    def is_settled(self) -> bool:
        """Whether everything in sight has arrived: pictures are taken then."""
        if self.desk is None or self.page is None or self._pulse is None:
            return False
        watching = self.watch is not None and self.watch.is_settled
        sending = self.dispatch is not None and self.dispatch.is_settled
        return watching and sending and self._pulse.is_settled and self.page.is_settled

    # -- keys and looks ---------------------------------------------------------------------------------------------

    def _focus_search(self) -> None:
        self.topbar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.topbar.search.selectAll()

    def _undo(self) -> None:
        """What was done on the page last, where that is a matter of seconds; else what waits in the outbox."""
        if not (self.page is not None and self.page.undo_here()) and self.dispatch is not None:
            self.dispatch.undo_last()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        self._ring.by_key()
        return super().focusNextPrevChild(forward)

    def _next_region(self) -> None:
        self._ring.by_key()
        into_bar = partial(self.topbar.switcher.setFocus, Qt.FocusReason.ShortcutFocusReason)
        next_region([(self.rail, self.rail.focus_current), (self.topbar, into_bar), (self._stack, self._into_page)])

    def _into_page(self) -> None:
        if self.page is not None:
            self.page.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.page.focusNextPrevChild(True)

    def _turn_theme(self) -> None:
        self.preferences.appearance = "light" if theme.current().dark else "dark"

    def _preferred(self, name: str) -> None:
        app = QApplication.instance()
        if name in ("appearance", "direction") and isinstance(app, QApplication):
            look = theme.apply(app, self.preferences.theme, self.preferences.direction)
            self.topbar.show_theme(look.dark)
        elif name == "rail_folded":
            self._fold()

    def _fold_asked(self) -> None:
        self._keeps_rail = self.rail.is_folded  # beside a page that needs room, too: somebody asked for it
        self.preferences.rail_folded = not self.rail.is_folded
        self._fold()

    def _fold(self) -> None:
        compact = self.page is not None and self.page.is_compact
        tight = self.width() < FOLD_BELOW or (compact and not self._keeps_rail)
        self.rail.set_folded(self.preferences.rail_folded or tight)
        self.statusbar.setVisible(not compact)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and not self.isMinimized():
            QTimer.singleShot(0, self.update)

    # -- leaving ----------------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask to leave; the program closes the window itself once everything has ended."""
        if self.may_close:
            event.accept()
            return
        event.ignore()
        self.preferences.geometry = self.saveGeometry()
        self.leaving.emit()

    async def close_pages(self) -> None:
        """End every task of the window."""
        if self._pulse is not None:
            self._pulse.stop()
            self._pulse = None
        if self.locker is not None:
            await self.locker.close()
            self.locker = None
        if self.watch is not None:
            self.watch.stop()
            self.watch = None
        if self.dispatch is not None:
            self.dispatch.stop()
            self.dispatch = None
        for page in self._pages.values():
            await page.close_page()
        await self.tasks.close()

    async def remake(self) -> None:
        """Make everything inside anew: in another language, at the same place."""
        await self.close_pages()
        self._pages.clear()
        self._stale.clear()
        self.toast.deleteLater()
        self._ring.deleteLater()
        self.tasks = Tasks("shell")
        self._build()
        if self.desk is not None:
            self.furnish(self.desk)
