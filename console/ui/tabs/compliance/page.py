"""合规: sub-views under one head."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication

from console.core.changes import Kind
from console.ui.context import Desk
from console.ui.rooms import Room, RoomsPage
from console.ui.tabs.compliance.views import VIEWS
from console.ui.widgets.labels import Elided


class CompliancePage(RoomsPage):
    """Says beside its rooms that they give no legal advice."""

    rooms: ClassVar[tuple[Room, ...]] = VIEWS
    context = "compliance"
    kinds: ClassVar[frozenset[Kind]] = frozenset({"wording", "items", "shops", "compliance"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, QCoreApplication.translate("tabs", "Compliance"))
        self.caution = Elided(self.tr("Hints at risks, no legal advice"))
        self.head.insertWidget(6, self.caution)  # behind the stretch, before the verbs
