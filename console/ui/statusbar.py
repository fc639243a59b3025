"""The line at the bottom: each shop's dot and age, what is held, which version."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from console import __version__
from console.core.parties import Platform
from console.ui import texts
from console.ui.widgets import Dot, Mark, label
from console.ui.widgets.labels import Elided

if TYPE_CHECKING:  # what is not needed before the first paint
    from console.ui.overview import Freshness, Overview


class _ShopState(QWidget):
    def __init__(self, state: "Freshness", named: bool) -> None:
        super().__init__()
        self._named = named
        self._dot = Dot(state.tone)
        self._words = label(pixels=12, tone="text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (Mark(state.shop.platform, 14), self._dot, self._words):
            row.addWidget(part)

    def show_state(self, state: "Freshness", now: int) -> bool:
        """Returns whether its words changed, and with them the room it needs."""
        from console.ui.overview import age_words

        name = state.shop.name if self._named else texts.platform(state.shop.platform)
        words = f"{name} {age_words(state, now)}"
        other = words != self._words.text()
        if other:
            self._words.setText(words)
            self.setAccessibleName(words)
        if state.tone != self._dot.tone:
            self._dot.set_tone(state.tone)
        return other


class StatusBar(QFrame):
    """28 high."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusbar")
        self.setFixedHeight(28)
        self._shops: dict[str, _ShopState] = {}
        self._place = QHBoxLayout()
        self._place.setSpacing(20)
        self._held = label(pixels=12, tone="text2")
        self._backup = Elided(tone="text2")
        version = label(self.tr("Version {version}").format(version=__version__), 12, tone="text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(24)
        row.addLayout(self._place)
        row.addWidget(self._held)
        row.addWidget(self._backup, 1)
        row.addWidget(version)

    def show_overview(self, overview: "Overview", now: int) -> None:
        """What is held, and when it was last copied."""
        at = overview.backup_at
        self._backup.setText("" if at is None else self.tr("Backed up {time}").format(time=texts.moment(at, now)))
        if not overview.shops:
            self._held.setText(self.tr("No shop bound yet"))
            return
        held = list((overview.counts or {}).values())
        items = sum(one.get("items", 0) for one in held)
        orders = sum(one.get("orders", 0) for one in held)
        words = self.tr("On this computer: {items} goods · {orders} orders")
        self._held.setText(words.format(items=texts.count(items), orders=texts.count(orders)))

    def show_states(self, states: "Sequence[Freshness]", now: int) -> None:
        """How fresh each shop is, Kuaishou first as everywhere else."""
        states = sorted(states, key=lambda state: list(Platform).index(state.shop.platform))
        if [state.shop.shop_id for state in states] != list(self._shops):
            self._rebuild(states)
        parts = [(self._shops[state.shop.shop_id], state) for state in states]
        changed = [part for part, state in parts if part.show_state(state, now)]
        for part in changed:
            _lay_out(part)
        if changed:
            _lay_out(self)

    def _rebuild(self, states: "Sequence[Freshness]") -> None:
        for old in self._shops.values():
            self._place.removeWidget(old)
            old.deleteLater()
        platforms = [state.shop.platform for state in states]
        self._shops = {}
        for state in states:
            part = _ShopState(state, platforms.count(state.shop.platform) > 1)
            self._shops[state.shop.shop_id] = part
            self._place.addWidget(part)


def _lay_out(widget: QWidget) -> None:
    """Give its words their room now: until the next turn of the loop they would be painted cut off."""
    layout = widget.layout()
    if layout is not None:
        layout.activate()
