"""What the rooms of figures have in common: one board read off the loop, the import, and the period."""

from functools import partial

from console.core.changes import Changes
from console.store.traffic_board import TrafficBoard, board
from console.ui.context import Desk
from console.ui.dialogs import answer
from console.ui.rooms import View
from console.ui.tabs.traffic import sources_words as words
from console.ui.tabs.traffic.sources_import import TrafficImport
from console.ui.tabs.traffic.sources_lines import LinesDialog
from console.ui.widgets import button

KINDS = frozenset({"traffic", "live", "shops", "settings", "health"})
REST_S = 2  # a show on air changes the file every second: the board is read again at most so often


class TrafficView(View):
    """Base of the rooms. A subclass answers ``show_board``; ``days`` is how far it looks back."""

    days = 14

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.board: TrafficBoard | None = None
        self._waits = 0
        self._is_due = False
        self.take = button(self.tr("Import"), "primary", "upload")
        self.take.clicked.connect(lambda: self.tasks.start(self.ask_import(), key="import"))
        self.verbs = (self.take,)
        desk.scope.changed.connect(self.load)

    def show_board(self, board: TrafficBoard) -> None:
        """Fill the cards."""
        raise NotImplementedError

    def on_changes(self, changes: Changes) -> None:
        if changes.kinds & KINDS:
            if self._waits and "traffic" not in changes.kinds:
                self._is_due = True
            else:
                self.load()

    def tick(self) -> None:
        self._waits = max(0, self._waits - 1)
        if self._is_due and not self._waits:
            self.load()

    def load(self) -> None:
        """Read the board again."""
        self._waits, self._is_due = REST_S, False
        self.tasks.start(self._load(), key="load")

    async def _load(self) -> None:
        pair = self.desk.scope.pair
        shop_id = "" if pair is None else pair.kuaishou_shop_id
        self.board = await self.desk.database.read(board, self.desk.now(), self.days, shop_id)
        self.show_board(self.board)
        self.settled.emit()

    async def ask_import(self, text: str = "") -> None:
        """Have a table looked over, then keep what can be kept."""
        dialog = TrafficImport(self, self.desk, text)
        try:
            if await answer(dialog):
                await self.safely(lambda: self._keep(dialog))
        finally:
            await dialog.tasks.close()

    async def _keep(self, dialog: TrafficImport) -> None:
        kept = await self.desk.actions.traffic.put(dialog.good(), dialog.intake.origin, dialog.shop.shop_id)
        told = dialog.counted.after(kept.accepted, kept.duplicate, dialog.refused)
        self.said.emit(told, words.table(dialog.plan.table))

    async def ask_lines(self) -> None:
        """The lines to judge by."""
        if self.board is None:
            return
        dialog = LinesDialog(self, self.board.lines)
        if not await answer(dialog):
            return
        for name, value in dialog.changes().items():
            if not await self.safely(partial(self.desk.actions.traffic.put_line, name, value)):
                return
