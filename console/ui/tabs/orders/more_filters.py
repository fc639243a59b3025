"""更多筛选: marks, flag and carrier in one menu, so that the row of filters fits a small window."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton

from console import reference
from console.core.commands_orders import STARS
from console.core.model import Platform
from console.store.views import ANY_FLAG, NO_FLAG
from console.ui.carriers import COMMON
from console.ui.tabs.orders import words
from console.ui.widgets.buttons import set_icon

ANY = "all"
MARK, FLAG, CARRIER = "mark", "flag", "carrier"
COLOURS = ("red", "yellow", "green", "blue", "purple", "grey")  # Kuaishou's
FLAGS = (*COLOURS, *STARS)


class MoreFilters(QPushButton):
    """Says how many of its filters are on. ``chosen`` comes with every other choice."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._keys = {MARK: ANY, FLAG: ANY, CARRIER: ANY}
        self._brief = False
        self.setProperty("kind", "default")
        set_icon(self, "sliders-horizontal")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._menu = QMenu(self)
        self._groups = {
            MARK: (self.tr("Marked"), self._marks()),
            FLAG: (self.tr("Flag"), self._flags()),
            CARRIER: (self.tr("Carrier"), self._carriers()),
        }
        self._menus = {name: self._menu.addMenu(title) for name, (title, _) in self._groups.items()}
        self.clicked.connect(self.open_list)
        self._fill()

    def _marks(self) -> Sequence[tuple[str, str]]:
        return (
            ("risk", self.tr("held by the platform")),
            ("after_sale", self.tr("in after-sale")),
            ("part", self.tr("partly shipped")),
            ("presale", self.tr("pre-sale")),
            ("kept", self.tr("kept back")),
        )

    def _flags(self) -> Sequence[tuple[str, str]]:
        some = ((ANY_FLAG, self.tr("any flag")), (NO_FLAG, self.tr("no flag")))
        return (*some, *((flag, words.flag_word(flag)) for flag in FLAGS))

    def _carriers(self) -> Sequence[tuple[str, str]]:
        usable = {one.name for one in reference.carriers().usable((Platform.KUAISHOU,))}
        return tuple((name, name) for name in COMMON if name in usable)

    def key(self, group: str) -> str:
        """The choice of one of its filters."""
        return self._keys[group]

    def set_key(self, group: str, key: str) -> None:
        """Choose without announcing it; what is no choice is none."""
        known = any(key == name for name, _ in self._groups[group][1])
        self._keys[group] = key if known else ANY
        self._fill()

    @property
    def is_narrowed(self) -> bool:
        """Whether any of its filters is on."""
        return any(key != ANY for key in self._keys.values())

    def set_brief(self, brief: bool) -> None:
        """Where the window is narrow the word gives way."""
        if brief != self._brief:
            self._brief = brief
            self._fill()

    def open_list(self) -> None:
        """Show the menu under the button. Never a nested loop."""
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def _choose(self, group: str, key: str) -> None:
        if key != self._keys[group]:
            self._keys[group] = key
            self._fill()
            self.chosen.emit(group)

    def _fill(self) -> None:
        said = []
        for group, (title, choices) in self._groups.items():
            menu, current = self._menus[group], self._keys[group]
            menu.clear()
            for name, word in ((ANY, self.tr("all")), *choices):
                action = QAction(word, menu)
                action.setCheckable(True)
                action.setChecked(name == current)
                action.triggered.connect(lambda _=False, group=group, name=name: self._choose(group, name))
                menu.addAction(action)
            word = next((word for name, word in choices if name == current), "")
            menu.setTitle(self.tr("{title}: {choice}").format(title=title, choice=word or self.tr("all")))
            said += [word] if word else []
        number = f" {len(said)}" if said else ""
        words_shown = "" if self._brief else self.tr("More filters")
        self.setText(f"{words_shown}{number}".strip())
        names = ", ".join(said)
        self.setAccessibleName(" ".join(part for part in (self.tr("More filters"), names) if part))
        self.setToolTip(names or self.tr("Marks, flag and carrier"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_list()
            return
        super().keyPressEvent(event)
