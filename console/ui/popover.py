"""What a click on the sync light tells: each shop, when it was last read, when it is read next, and its trouble."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console import catalogue
from console.catalogue import Language
from console.ui import texts
from console.ui.overview import Freshness
from console.ui.widgets import Dot, Mark, button, label, line

WIDE = 360


class SyncPopover(QFrame):
    """Floats under the light until a click elsewhere or Esc."""

    sync_asked = Signal()

    def __init__(
        self,
        states: Sequence[Freshness],
        now: int,
        language: Language,
        next_try_at: Callable[[str], int | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(WIDE)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 12)
        whole.setSpacing(10)
        whole.addWidget(label(self.tr("Sync"), 14, strong=True))
        for state in states:
            whole.addLayout(self._row(state, now, language, next_try_at(state.shop.shop_id)))
        if not states:
            whole.addWidget(label(self.tr("No shop bound yet"), tone="text3"))
        whole.addWidget(line())
        foot = QHBoxLayout()
        foot.addWidget(label(self.tr("Ctrl+R from anywhere"), 12, tone="text3"))
        foot.addStretch(1)
        now_button = button(self.tr("Sync now"), "default", "refresh-cw", small=True)
        now_button.setEnabled(bool(states))
        now_button.clicked.connect(self._ask)
        foot.addWidget(now_button)
        whole.addLayout(foot)

    def _row(self, state: Freshness, now: int, language: Language, next_at: int | None) -> QHBoxLayout:
        last = self.tr("Last read {time}").format(time=texts.moment(state.last_at, now))
        if next_at is not None:
            last += " · " + self.tr("next {time}").format(time=texts.clock_time(next_at))
        lines = QVBoxLayout()
        lines.setSpacing(2)
        top = QHBoxLayout()
        top.setSpacing(6)
        for part in (label(state.shop.name, strong=True), Dot(state.tone), label(state.word, 12, tone="text2")):
            top.addWidget(part)
        top.addStretch(1)
        lines.addLayout(top)
        lines.addWidget(label(last, 12, tone="text3"))
        if state.trouble is not None:
            said = catalogue.words(
                state.trouble.code, language, platform=state.shop.platform.value, detail=state.trouble.detail
            )
            lines.addWidget(label(f"{said.text} {said.next_step}", 12, tone="amber", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Mark(state.shop.platform, 24), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        return row

    def show_under(self, anchor: QWidget) -> None:
        """Right edges in line."""
        self.adjustSize()
        self.move(anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height() + 6)))
        self.show()

    def _ask(self) -> None:
        self.close()
        self.sync_asked.emit()
