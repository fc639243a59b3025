"""合规: sub-views under one head; each is built when it is first entered, and lives on when it is left."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from console.core.changes import Changes
from console.ui.context import Desk
from console.ui.page import Page, Question
from console.ui.tabs.compliance.views import VIEWS, View
from console.ui.widgets.labels import Elided
from console.ui.widgets.subtabs import SubTab, SubTabs


class CompliancePage(Page):
    """Shows one sub-view at a time and passes on to it what the shell says."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, QCoreApplication.translate("tabs", "Compliance"))
        self.key = VIEWS[0].key
        tabs = [SubTab(one.key, QCoreApplication.translate("compliance", one.name)) for one in VIEWS]
        self.tabs = SubTabs(tabs, self.key, spill=True)
        self.tabs.chosen.connect(self.enter)
        self.head.insertSpacing(1, 12)
        self.head.insertWidget(2, self.tabs, 100)
        top = self.column.itemAt(0)
        if top is not None and (room := top.widget()) is not None:
            room.setFixedHeight(self.tabs.height())
        self.caution = Elided(self.tr("Hints at risks, no legal advice"))
        self.head.addWidget(self.caution)
        self._stack = QStackedWidget()
        self.column.addWidget(self._stack, 1)
        self._views: dict[str, View] = {}
        self._stale: set[str] = set()
        self._counts: dict[str, int] = {}
        self.enter(self.key)

    @property
    def view(self) -> View:
        """The one in sight."""
        return self._views[self.key]

    def enter(self, key: str) -> View:
        """Show a sub-view; one that nobody knows is the first."""
        key = key if any(one.key == key for one in VIEWS) else VIEWS[0].key
        view = self._views.get(key) or self._build(key)
        self.key = key
        self.tabs.set_key(key)
        self._stack.setCurrentWidget(view)
        for name, other in self._views.items():
            for verb in other.verbs:
                verb.setVisible(name == key)
        if key in self._stale:
            self._stale.discard(key)
            view.on_changes(Changes(frozenset({"wording", "items", "shops", "compliance"})))
        return view

    def _build(self, key: str) -> View:
        view = self._views[key] = next(one for one in VIEWS if one.key == key).build(self.desk)
        view.settled.connect(self.settled)
        view.go.connect(self.go)
        view.said.connect(self.said)
        view.counted.connect(self._count)
        for verb in view.verbs:
            self.head.addWidget(verb)
        self._stack.addWidget(view)
        return view

    def _count(self, key: str, number: int) -> None:
        self._counts[key] = number
        self.tabs.set_counts(self._counts)

    def head_widgets(self) -> list[QWidget]:
        """What the view in sight has put into the head."""
        return list(self.view.verbs)

    @property
    def is_settled(self) -> bool:
        return self.view.is_settled

    def on_changes(self, changes: Changes) -> None:
        self._stale = set(self._views) - {self.key}
        self.view.on_changes(changes)

    def tick(self) -> None:
        self.view.tick()

    def open_at(self, question: Question) -> None:
        view = self.enter(question.get("view", VIEWS[0].key))
        view.open_at({name: value for name, value in question.items() if name != "view"})

    def find_here(self) -> None:
        self.view.find_here()

    async def close_page(self) -> None:
        for view in self._views.values():
            await view.tasks.close()
        await super().close_page()
