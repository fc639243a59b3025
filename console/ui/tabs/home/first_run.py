"""Nothing is bound yet, or one half: the three steps to two shops that are read together."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.core.model import Platform
from console.ui.widgets import Card, IconLabel, Mark, button, label, link
from console.ui.widgets.buttons import Kind

PLATFORMS = (Platform.KUAISHOU, Platform.YOUZAN)  # the first steps bind a shop of each


@dataclass(frozen=True)
class _Look:
    icon: str
    title: str
    words: str


class FirstRun(Card):
    """``asked``, with the platform whose shop is to be bound, when a step is to be taken."""

    asked = Signal(object)
    restore_asked = Signal()  # there was a file before, on another computer

    def __init__(self) -> None:
        super().__init__()
        self._marks = _Marks()
        self._title = label("", 20, strong=True)
        under = self.tr("After that everything is kept up to date by itself. The data stay on this computer.")
        self._under = label(under, tone="text3", wrap=True)
        self._under.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        row.setSpacing(16)
        self._steps = [_Step(self.tr("Step {n}").format(n=number)) for number in (1, 2, 3)]
        for at, step in enumerate(self._steps):
            if at < len(PLATFORMS):
                step.button.clicked.connect(lambda _=False, at=at: self.asked.emit(PLATFORMS[at]))
            row.addWidget(step, 1)
        lock = QHBoxLayout()
        lock.setSpacing(8)
        lock.addStretch(1)
        lock.addWidget(IconLabel("lock", 14, "text3"))
        promise = self.tr("Keys are kept encrypted here; nothing is written to a platform without your click.")
        lock.addWidget(label(promise, 12, tone="text3"))
        lock.addStretch(1)
        self.body.setContentsMargins(32, 24, 32, 24)
        self.body.setSpacing(16)
        self.body.addWidget(self._marks, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self._under)
        self.body.addLayout(row)
        self.body.addLayout(lock)
        self.restore = link(self.tr("Used before? Restore a backup…"))
        self.restore.clicked.connect(lambda: self.restore_asked.emit())
        self.body.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignHCenter)
        self.show_bound(frozenset())

    def show_bound(self, bound: frozenset[Platform]) -> None:
        """Which shops are here already; the first step that is left is the one to take."""
        looks = (
            _Look("store", self.tr("Bind the Kuaishou shop"), self.tr("App keys → sign in → self-test")),
            _Look("shopping-bag", self.tr("Bind the Youzan shop"), self.tr("Orders are matched once both are here")),
            _Look("git-compare-arrows", self.tr("First sync and matching"), self.tr("Begins by itself")),
        )
        done = [*(platform in bound for platform in PLATFORMS), False]
        current = done.index(False)
        self.restore.setVisible(not bound)
        self._title.setText(self.tr("One shop is still missing") if bound else self.tr("Bring both shops together"))
        for number, (step, look) in enumerate(zip(self._steps, looks, strict=True)):
            step.show_look(
                look, done=done[number], current=number == current, action=self._action(number, done, current)
            )

    def _action(self, number: int, done: list[bool], current: int) -> str:
        if done[number]:
            return self.tr("Bound")
        return self.tr("Begin") if number == current else self.tr("Waits for the step before")


class _Marks(QWidget):
    """快 and 赞, linked."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(Mark(Platform.KUAISHOU, 56))
        row.addWidget(IconLabel("link-2", 18, "accentText", ground="soft", side=36, disc=True))
        row.addWidget(Mark(Platform.YOUZAN, 56))


class _Step(QFrame):
    """One of the three: number, what, how, and its button."""

    def __init__(self, number: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self._icon = IconLabel("store", 18, "text2", ground="sunken", side=34)
        self._title = label("", 14, strong=True, wrap=True)
        self._words = label("", 12, tone="text3", wrap=True)
        self.button = button("", "default")
        head = QHBoxLayout()
        head.addWidget(self._icon)
        head.addStretch(1)
        head.addWidget(label(number, 12, tone="text3"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(self._title)
        whole.addWidget(self._words)
        whole.addStretch(1)
        whole.addWidget(self.button)

    def show_look(self, look: _Look, *, done: bool, current: bool, action: str) -> None:
        """A step that is done, to be taken now, or later."""
        kind: Kind = "primary" if current else "default"
        self.setObjectName("chosen" if current else "card")
        self._icon.set_icon("circle-check" if done else look.icon, "fg_green" if done else "text2")
        self._title.setText(look.title)
        self._words.setText(look.words)
        self.button.setText(action)
        self.button.setEnabled(current)
        self.button.setProperty("kind", kind)
        self.button.setAccessibleName(f"{action}: {look.title}")
        self.button.setToolTip("" if current else action)
        for widget in (self, self.button):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
