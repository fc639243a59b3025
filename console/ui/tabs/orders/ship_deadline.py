"""A deadline that the platform does not name is written down: an extension that was agreed, a day that was promised."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from console.core.clock import HOUR, format_shop_time, parse_typed_time
from console.ui.dialogs import Dialog
from console.ui.widgets import label
from console.ui.widgets.fields import Picker
from console.ui.widgets.labels import Wrapped

if TYPE_CHECKING:
    from console.store.terms import NoteSource

USUAL_HOURS = 24


class DeadlineDialog(Dialog):
    """Accepted: ``source``, ``due_at`` (None: strike it out) and ``reason``."""

    def __init__(self, parent: QWidget, now: int) -> None:
        super().__init__(parent, self.tr("Note a deadline"), self.tr("Keep"))
        said = self.tr("The nearest deadline counts. A later one is shown beside it and delays nothing.")
        self.body.addWidget(Wrapped(said, 12, tone="text3"))
        choices = [
            ("noted_extension", self.tr("an extension that was agreed")),
            ("noted_promise", self.tr("a promise to the buyer")),
        ]
        self.kind = Picker(choices, "noted_extension", self.tr("It is "))
        self.body.addWidget(self.kind)
        self.body.addWidget(label(self.tr("To leave by (empty strikes it out)"), 12, tone="text2"))
        self.when = QLineEdit(format_shop_time(now + USUAL_HOURS * HOUR)[:16])
        self.when.setAccessibleName(self.tr("To leave by (empty strikes it out)"))
        self.when.textChanged.connect(self._show)
        self.body.addWidget(self.when)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why, and who agreed"))
        self.reason.setAccessibleName(self.reason.placeholderText())
        self.body.addWidget(self.reason)

    def source(self) -> "NoteSource":
        """What kind of deadline it is."""
        return "noted_promise" if self.kind.key() == "noted_promise" else "noted_extension"

    def due_at(self) -> int | None:
        """The instant; None where nothing is written. Raises ValueError."""
        written = self.when.text()
        return parse_typed_time(written) if written.strip() else None

    def _show(self) -> None:
        try:
            self.due_at()
        except ValueError:
            self.accept_button.setEnabled(False)
            self.accept_button.setToolTip(self.tr("Write it like 2026-11-26 18:00"))
        else:
            self.accept_button.setEnabled(True)
            self.accept_button.setToolTip("")
