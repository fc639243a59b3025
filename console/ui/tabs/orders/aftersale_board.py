"""The board: a column for whoever's turn it is. Nothing is dragged between them: states belong to the platform."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.store.views_tickets import BOARD, Lane, LaneSum, TicketRow
from console.ui.pictures import Pictures
from console.ui.tabs.orders.aftersale_lane import LaneView
from console.ui.tabs.orders.aftersale_source import Board


class BoardView(QWidget):
    """``acted`` carries what and which ticket, ``more`` the lane whose list is wanted."""

    acted = Signal(str, int)
    more = Signal(str)

    def __init__(self, now: Callable[[], int], person: Callable[[TicketRow], str], pictures: Pictures) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self.lanes: dict[Lane, LaneView] = {}
        for lane in BOARD:
            made = self.lanes[lane] = LaneView(lane, now, person, pictures)
            made.cards.acted.connect(self.acted)
            made.cards.sideways.connect(lambda by, lane=lane: self._sideways(lane, by))
            made.more.connect(lambda lane=lane: self.more.emit(lane))
            row.addWidget(made, 1)

    def show_board(self, board: Board, sums: Mapping[Lane, LaneSum]) -> None:
        """What was read, and what each column holds in all."""
        for lane, view in self.lanes.items():
            view.show_lane(board.lanes[lane], sums[lane])

    def set_opened(self, row_id: int | None) -> None:
        """The ticket the drawer shows."""
        for view in self.lanes.values():
            view.cards.opened = row_id
            view.cards.update()

    def row(self, row_id: int) -> TicketRow | None:
        """A card's ticket."""
        return next((row for view in self.lanes.values() for row in view.cards.rows if row.id == row_id), None)

    def step(self, by: int) -> None:
        """The drawer asks for the next card of its column."""
        for view in self.lanes.values():
            ids = [row.id for row in view.cards.rows]
            if view.cards.opened in ids:
                place = max(0, min(len(ids) - 1, ids.index(view.cards.opened) + by))
                self.acted.emit("open", ids[place])
                return

    def tick(self) -> None:
        """A second has passed: countdowns go on."""
        for view in self.lanes.values():
            view.cards.update()

    def _sideways(self, lane: Lane, by: int) -> None:
        at = max(0, min(len(BOARD) - 1, BOARD.index(lane) + by))
        self.lanes[BOARD[at]].cards.setFocus()
