"""The frame of a dialog in steps: the steps at the left, the present one at the right, and the way on at its foot."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.ui.dialogs import Veiled
from console.ui.focus import FocusRing
from console.ui.page import scrolled
from console.ui.tabs.accounts.form import Steps
from console.ui.widgets import IconLabel, button, label, line, stack
from console.ui.widgets.labels import fit

SIZE = QSize(944, 672)


class WizardFrame(Veiled):
    """Whoever is one makes ``steps``, calls ``lay_out`` and says in ``forward`` what the filled button does."""

    steps: Steps

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._ring = FocusRing(self)
        self.title = label("", 18, strong=True)
        self.under = label("", 12, tone="text3", wrap=True)
        self._stack = QStackedWidget()
        self.cancel = button(self.tr("Cancel"))
        self.back = button(self.tr("Back"))
        self.next = button("", "primary")
        self.cancel.clicked.connect(self.reject)
        self.next.clicked.connect(self.forward)
        self.next.setDefault(True)
        for one in (self.cancel, self.back):
            one.setAutoDefault(False)
        room = parent.window().size()
        self.resize(SIZE.boundedTo(QSize(max(640, room.width() - 32), max(440, room.height() - 32))))

    def lay_out(
        self,
        parts: Sequence[QWidget],
        under: str,
        *,
        note: QWidget | None = None,
        foot: Sequence[QWidget | None] = (None,),
    ) -> None:
        """``parts`` are the steps' contents, ``note`` stands at the left, ``foot`` between the buttons."""
        for part in parts:
            inside = QWidget()
            inside.setLayout(stack(part, margins=(4, 0, 12, 12)))
            area = scrolled(inside)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._stack.addWidget(area)
        body = QVBoxLayout()
        body.setContentsMargins(28, 24, 20, 0)
        body.setSpacing(16)
        body.addLayout(stack(self.title, self.under, gap=4))
        body.addWidget(self._stack, 1)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addLayout(body, 1)
        right.addWidget(line())
        right.addLayout(stack(self.cancel, self.back, *foot, self.next, across=True, margins=(32, 16, 32, 16)))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._side(under, note))
        whole.addLayout(right, 1)

    def _side(self, under: str, note: QWidget | None) -> QFrame:
        side = QFrame()
        side.setObjectName("wizardSide")
        side.setFixedWidth(240)
        kept = label(
            self.tr("Secrets go into this computer's key store, never into the data file or the log."),
            12,
            tone="text3",
            wrap=True,
        )
        fit(kept, 172)
        safe = stack(IconLabel("lock", 16, "text3"), across=True, gap=8)
        safe.setAlignment(Qt.AlignmentFlag.AlignTop)
        safe.addWidget(kept, 1)
        room = stack(
            label(self.windowTitle(), 18, strong=True, wrap=True),
            label(under, 12, tone="text3", wrap=True),
            gap=4,
            margins=(24, 24, 16, 24),
        )
        room.addSpacing(20)
        room.addWidget(self.steps)
        room.addStretch(1)
        if note is not None:
            room.addWidget(note)
        room.addSpacing(8)
        room.addLayout(safe)
        side.setLayout(room)
        return side

    @property
    def step(self) -> int:
        return self._stack.currentIndex()

    def show_part(self, step: int) -> None:
        """The contents of this step."""
        self._stack.setCurrentIndex(step)

    def forward(self) -> None:
        """What the filled button, and Enter in a field, do."""
        raise NotImplementedError

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        self._ring.by_key()
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field goes on, as the filled button does; Esc cancels."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.forward()
            return
        super().keyPressEvent(event)
