"""The lock page: who comes back, the PIN, and how long to wait. Everything else of the window is out of sight."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRegularExpression, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from console import catalogue
from console.core.clock import SECOND
from console.core.errors import FileTrouble, Trouble
from console.core.operators import Operator
from console.rules import roles
from console.ui.context import Desk
from console.ui.page import scrolled
from console.ui.person import PersonButton
from console.ui.tasks import Tasks
from console.ui.widgets import IconLabel, button, label, stack
from console.ui.widgets.labels import Wrapped, set_tone

if TYPE_CHECKING:
    from console.store.operators import Entry

WIDE = 400
SHOWN_AT_ONCE = 5  # of the people
ROW = 56
AROUND = 440  # px of the page that are not people


def sentence(words: catalogue.Words, lang: catalogue.Language) -> str:
    """What happened and what to do, in one line."""
    return f"{words.text}{'' if lang == 'zh_CN' else ' '}{words.next_step}"


class PinLine(QLineEdit):
    """Four to eight digits, never shown. Up and down go through the people instead."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(roles.PIN_DIGITS[1])
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self))
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
            return
        super().keyPressEvent(event)


class LockPage(QWidget):
    """Tells the session who came in. Holds nothing of any shop."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self._desk = desk
        self._session = desk.session
        self._tasks = Tasks("lock")
        self._has_pin = True
        self._wait_until_at: int | None = None
        self.people: list[PersonButton] = []
        self.title = label(self.tr("Locked"), 20, strong=True)
        self.under = Wrapped("", 12, tone="text3")
        self.under.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        inside = QWidget()
        inside.setLayout(self._list)
        self._scroll = scrolled(inside)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pin = PinLine()
        self.pin.stepped.connect(self._step)
        self.pin.textEdited.connect(lambda: self._say(""))
        self._pin_name = label("", 12, tone="text2")
        self._pin_name.setBuddy(self.pin)
        self.said = Wrapped("", 12)
        self.open = button(self.tr("Unlock"), "primary", "key-round")
        self.open.clicked.connect(self._try)
        self._second = QTimer(self)
        self._second.setInterval(1_000)
        self._second.timeout.connect(self._count)
        self._build()

    def _build(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(WIDE)
        room = QVBoxLayout(card)
        room.setContentsMargins(24, 24, 24, 24)
        room.setSpacing(12)
        sign = IconLabel("lock", 24, "accentText", ground="soft", side=56, disc=True)
        room.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        room.addWidget(self.title, 0, Qt.AlignmentFlag.AlignHCenter)
        room.addWidget(self.under)
        room.addWidget(self._scroll)
        self._field = QWidget()
        self._field.setLayout(stack(self._pin_name, self.pin, gap=4))
        room.addWidget(self._field)
        room.addWidget(self.said)
        room.addWidget(self.open)
        self._foot = label(self.tr("Reading the shops goes on meanwhile"), 12, tone="text3")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 24)
        whole.setSpacing(12)
        whole.addStretch(2)
        for part in (card, self._foot):
            whole.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)

    # -- whom ---------------------------------------------------------------------------------------------------------

    def show_people(self) -> None:
        """Everybody who may come in; whoever was there last is chosen."""
        for former in self.people:
            self._list.removeWidget(former)
            former.hide()
            former.deleteLater()
        self.people = [PersonButton(one) for one in self._session.people]
        for made in self.people:
            made.toggled.connect(lambda on, one=made.one: self._choose(one) if on else None)
            self._list.addWidget(made)
        self._fit()
        self._scroll.setVisible(bool(self.people))
        self._field.setVisible(bool(self.people))
        self._say("")
        if self.people:
            self.under.setText(self.tr("Orders, buyers and figures are out of sight until somebody comes in"))
            mine = self._session.current.operator_id if self._session.current is not None else ""
            chosen = next((made for made in self.people if made.one.operator_id == mine), self.people[0])
            chosen.setChecked(True)
        else:
            self._wait_until_at = None
            self.under.setText(
                self.tr(
                    "This only keeps passers-by from reading along: nobody was named on this computer, so Enter "
                    "unlocks. With people and PINs (Settings › People and rights) it stays shut."
                )
            )
        self._enable()

    def _fit(self) -> None:
        """As many people at once as the window has room for; the others are scrolled to."""
        room = max(1, (self.height() - AROUND) // ROW)
        self._scroll.setFixedHeight(max(0, min(len(self.people), SHOWN_AT_ONCE, room) * ROW - 8))

    @property
    def chosen(self) -> Operator | None:
        """Who is to come in."""
        return next((made.one for made in self.people if made.isChecked()), None)

    def _choose(self, one: Operator) -> None:
        self.pin.clear()
        self._say("")
        self._has_pin = True
        self._wait_until_at = None
        self._pin_name.setText(self.tr("PIN of {name}").format(name=one.name))
        self.pin.setAccessibleName(self._pin_name.text())
        self._enable()
        self._tasks.start(self._look_up(one), key="look")

    async def _look_up(self, one: Operator) -> None:
        """Whether a PIN is kept for this one, and whether it must wait."""
        roster = self._session.roster
        if roster is None:
            return
        try:
            self._wait_until_at = await roster.waits_until(one.operator_id)
            self._has_pin = await roster.has_pin(one.operator_id)
        except (Trouble, FileTrouble) as trouble:
            self._complain(trouble)
        if not self._has_pin:
            words = self.tr(
                "This computer kept no PIN of {name}: Enter unlocks. Set one in Settings › People and rights."
            )
            self._say(words.format(name=one.name), "amber")
        self._enable()
        self._count()

    def _step(self, by: int) -> None:
        at = next((n for n, made in enumerate(self.people) if made.isChecked()), 0)
        if self.people:
            chosen = self.people[(at + by) % len(self.people)]
            chosen.setChecked(True)
            self._scroll.ensureWidgetVisible(chosen)

    # -- the PIN ------------------------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether something is being looked up or tried."""
        return self._tasks.busy

    def _try(self) -> None:
        one, pin = self.chosen, self.pin.text()
        if not self.open.isEnabled():
            return
        if one is None:
            self._session.enter(None)
        elif self._has_pin and (code := roles.pin_fault(pin)):
            self._say(catalogue.words(code, self._desk.language).text, "red")
        else:
            self.pin.clear()
            self.pin.setEnabled(False)
            self.open.setEnabled(False)
            self._tasks.start(self._tried(one, pin))

    async def _tried(self, one: Operator, pin: str) -> None:
        try:
            self._answer(one, await self._session.try_pin(one, pin))
        except (Trouble, FileTrouble) as trouble:
            self._complain(trouble)
        self._enable()
        self.focus_here()

    def _answer(self, one: Operator, entry: "Entry") -> None:
        if entry.inside or one != self.chosen:
            return
        self._wait_until_at = entry.wait_until_at
        said = catalogue.words("people.wrong_pin", self._desk.language)
        self._say(sentence(said, self._desk.language), "red")
        self._count()

    def _complain(self, trouble: Trouble | FileTrouble) -> None:
        said = catalogue.words_for(trouble, self._desk.language)
        self._say(sentence(said, self._desk.language), "red")

    def _count(self) -> None:
        """While wrong PINs make one wait: say how long still."""
        until = self._wait_until_at
        left = 0 if until is None else until - self._desk.now()
        if until is not None and left > 0:
            seconds = -(-left // SECOND)
            wait = catalogue.words("people.wait", self._desk.language, detail=f"{seconds // 60}:{seconds % 60:02d}")
            self._say(sentence(wait, self._desk.language), "red")
            self._second.start()
        elif until is not None:
            self._wait_until_at = None
            self._second.stop()
            self._say("")
            self._enable()
            self.focus_here()
        else:
            self._second.stop()
        self._enable()

    def _enable(self) -> None:
        waits = self._wait_until_at is not None and self._wait_until_at > self._desk.now()
        self.pin.setEnabled(self._has_pin and not waits)
        self.open.setEnabled(not waits)

    def _say(self, words: str, tone: str = "text3") -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        set_tone(self.said, tone)
        self.pin.setAccessibleDescription(words)

    # -- the window ---------------------------------------------------------------------------------------------------

    def focus_here(self) -> None:
        """Where typing goes: the PIN, or the button where there is none to type."""
        if not self.isVisible():
            return
        here = self.pin if self.pin.isEnabled() and self.pin.isVisible() else self.open
        here.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.focus_here()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._try()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.update()

    async def close_page(self) -> None:
        """End what runs."""
        self._second.stop()
        await self._tasks.close()
