"""Runs self-tests for the page and the wizard: one task a shop, its lines as they come, stopped on request."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from console.core.permissions import Check, Need
from console.ui.context import Actions
from console.ui.tasks import Tasks


class Tester(QObject):
    """``moved`` says that a shop's test began, came on or ended. Whoever makes one closes its tasks."""

    moved = Signal(str)

    def __init__(self, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = Tasks("Tester")
        self._actions = actions
        self._needs: dict[str, tuple[Need, ...]] = {}
        self._lines: dict[str, list[Check]] = {}
        self._running: set[str] = set()

    @property
    def running(self) -> frozenset[str]:
        """The shops being tested."""
        return frozenset(self._running)

    def lines(self, shop_id: str) -> list[Check]:
        """What the running test said so far, or the last one that ran here."""
        return self._lines.get(shop_id, [])

    def needs(self, shop_id: str) -> tuple[Need, ...]:
        """Every line that the test has; as many as came where nobody knows beforehand."""
        return self._needs.get(shop_id) or tuple(Need(scope=one.scope) for one in self.lines(shop_id))

    def progress(self) -> tuple[int, int]:
        """Lines answered and lines asked for, over the tests that run."""
        done = sum(len(self.lines(shop_id)) for shop_id in self._running)
        return done, max(done, sum(len(self.needs(shop_id)) for shop_id in self._running))

    def start(self, shop_ids: Iterable[str]) -> None:
        """Test these shops, each on its own; one that is being tested goes on."""
        for shop_id in shop_ids:
            if shop_id not in self._running:
                self._running.add(shop_id)
                self._needs[shop_id] = tuple(self._actions.needs(shop_id))
                self._lines[shop_id] = []
                if self.tasks.start(self._run(shop_id), key=shop_id) is None:
                    self._running.discard(shop_id)
                self.moved.emit(shop_id)

    def stop(self, shop_ids: Iterable[str] = ()) -> None:
        """Ask no more: of these, or of all. What the last whole test said stays."""
        for shop_id in list(shop_ids) or list(self._running):
            self.tasks.cancel(shop_id)

    async def _run(self, shop_id: str) -> None:
        try:
            async for check in self._actions.self_test(shop_id):
                self._lines[shop_id].append(check)
                self.moved.emit(shop_id)
        finally:
            self._running.discard(shop_id)
            self.moved.emit(shop_id)
