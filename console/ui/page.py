"""What every tab's page is: a head, room below it, tasks of its own, and the few things the shell tells it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from console.ui.tasks import Tasks
from console.ui.widgets.labels import Elided, label

if TYPE_CHECKING:  # brings msgspec, and the window is painted before that
    from console.core.changes import Changes
    from console.ui.context import Desk

Question = Mapping[str, str]


class Page(QWidget):
    """Base of the pages. ``column`` is the room below the head.

    A page that loads overrides ``is_settled`` and emits ``settled`` when what is in sight has arrived; pictures are
    taken then. ``go`` asks the shell for another tab, with a question that its ``open_at`` understands.
    """

    settled = Signal()
    go = Signal(str, object)
    said = Signal(str, str)  # a sentence for the toast, and what stands beside it
    warned = Signal(str, str)  # the same, of what must be seen whatever page is in sight
    shaped = Signal()  # it needs more room from now on, or less
    sent = Signal(object)  # ids of commands that were just taken into the outbox: the toast offers to take them back

    def __init__(self, desk: "Desk", title: str, under: str = "") -> None:
        super().__init__()
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.desk = desk
        self.tasks = Tasks(type(self).__name__)
        self.title = label(title, 20, strong=True)
        self.under = Elided(under)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.title)
        self.head.addSpacing(6)
        self.head.addWidget(self.under)
        self.head.addStretch(1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 16, 24, 16)
        self.column.setSpacing(12)
        top = QWidget()
        top.setFixedHeight(36)
        self.head.setContentsMargins(0, 0, 0, 0)
        top.setLayout(self.head)
        self.column.addWidget(top)
        self._hear_keys()

    def _hear_keys(self) -> None:
        """Ctrl+Shift+T, while this page is in sight."""
        from PySide6.QtGui import QKeySequence, QShortcut  # after the first paint, as pages are

        from console.ui.charted import KEYS

        QShortcut(QKeySequence(KEYS), self).activated.connect(self.turn_chart)

    def turn_chart(self) -> None:
        """The chart with the focus, or the next one in sight, as a table; or as a chart again."""
        from console.ui.charted_turn import turn

        if not turn(self):
            self.said.emit(self.tr("No chart with data is in sight"), "")

    @property
    def is_settled(self) -> bool:
        """Whether everything in sight has been answered."""
        return not self.tasks.busy

    @property
    def is_compact(self) -> bool:
        """Whether it needs all the room there is: the rail shows icons only, then, and the status bar goes."""
        return False

    @property
    def beside(self) -> QWidget | None:
        """A window of its own that this page has open, for a second screen."""
        return None

    def on_changes(self, changes: "Changes") -> None:
        """Rows changed in the file. Called only while the page is in sight, or when it comes into sight again."""

    def tick(self) -> None:
        """A second has passed; called while the page is in sight."""

    def open_at(self, question: Question) -> None:
        """Show these rows: ``{"tab": "to_ship"}``, ``{"text": …}``. Keys are the page's own."""

    def find_here(self) -> None:
        """Ctrl+F: put the cursor into the page's own search box."""

    def undo_here(self) -> bool:
        """Ctrl+Z: take back what was done on this page; False where there is nothing, and the outbox is asked."""
        return False

    async def close_page(self) -> None:
        """Cancel what runs. Called once, before the window goes."""
        await self.tasks.close()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.update()


def scrolled(inside: QWidget) -> QScrollArea:
    """A page's body that scrolls where the window is small."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    inside.setObjectName("scrolled")
    area.setWidget(inside)
    return area
