"""Past shows within the live page: their recap and replay, and the list of the last ones below a button."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from console.store import live_view
from console.ui.context import Desk
from console.ui.tabs.live.past_menu import past_menu
from console.ui.tabs.live.recap import RecapRoom
from console.ui.tabs.live.replay import ReplayRoom
from console.ui.tasks import Tasks

MOST_LISTED = 12


class PastShows(QObject):
    """``ready`` carries the room that has read the show it was asked for; ``settled``: whether or not it could.

    ``on_air`` names the show that is on; empty where none is.
    """

    ready = Signal(object)
    settled = Signal()

    def __init__(self, page: QWidget, desk: Desk, tasks: Tasks, on_air: Callable[[], str]) -> None:
        super().__init__(page)
        self._page, self._desk, self._tasks, self._on_air = page, desk, tasks, on_air
        self.recap, self.replay = RecapRoom(desk, tasks), ReplayRoom(desk, tasks)
        self.recap.replay.connect(self.open_replay)
        self.replay.left.connect(self.open_recap)

    def open_recap(self, session_id: str) -> None:
        """Show what became of a show."""
        self._tasks.start(self._open(self.recap, session_id), key="open")

    def open_replay(self, session_id: str) -> None:
        """Show any moment of a show."""
        self._tasks.start(self._open(self.replay, session_id), key="open")

    async def _open(self, room: RecapRoom | ReplayRoom, session_id: str) -> None:
        """``session_id`` empty: the latest that is over."""
        if not session_id:
            session_id = next((show.session_id for show in await self._past()), "last")
        if await room.open_show(session_id):
            self.ready.emit(room)
        self.settled.emit()

    async def _past(self) -> list[live_view.Show]:
        """The last shows but the one that is on."""
        known = await self._desk.database.read(live_view.shows, MOST_LISTED)
        on = self._on_air()
        return [show for show in known if show.session_id != on]

    def list_below(self, button: QWidget) -> None:
        """The last shows, in a list below the button."""
        self._tasks.start(self._list_below(button), key="past")

    async def _list_below(self, button: QWidget) -> None:
        menu = past_menu(self._page, await self._past(), self.open_recap)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def set_room(self, wide: int) -> None:
        """How much there is."""
        self.recap.set_room(wide)
        self.replay.set_room(wide)
