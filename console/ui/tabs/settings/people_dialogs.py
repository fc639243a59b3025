"""The dialogs about people: one more, another name, another PIN, one less. Each stays open until it is saved."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from console import catalogue
from console.catalogue import Language
from console.core.clock import SECOND
from console.core.errors import FileTrouble, Refused, Trouble
from console.core.operators import Operator, Role
from console.rules import roles
from console.rules.roles import People
from console.ui.dialogs import Dialog
from console.ui.lock import PinLine, sentence
from console.ui.person import role_word
from console.ui.widgets import Segmented, label, stack
from console.ui.widgets.buttons import Kind
from console.ui.widgets.labels import Wrapped, set_tone

if TYPE_CHECKING:
    from console.store.operators import Entry

WIDE = 480
Work = Callable[[], Awaitable[object]]


class _Asking(Dialog):
    """A dialog that is accepted only when what it asks for was done; trouble is said inside it.

    ``wanted`` carries the work; whoever opened the dialog starts ``carry_out`` with it.
    """

    wanted = Signal(object)

    def __init__(
        self, parent: QWidget, title: str, verb: str, lang: Language, *, kind: Kind = "primary", undoable: bool = True
    ) -> None:
        super().__init__(parent, title, verb, kind=kind, undoable=undoable)
        self.setFixedWidth(WIDE)
        self._lang = lang
        self._lines: list[QLineEdit] = []
        self.said = Wrapped("", 12, tone="text3")
        self.accept_button.clicked.disconnect()
        self.accept_button.clicked.connect(self._press)

    def _field(self, name: str, line: QLineEdit) -> QLineEdit:
        title = label(name, 12, tone="text2")
        title.setBuddy(line)
        line.setAccessibleName(name)
        line.textChanged.connect(self._look)
        self._lines.append(line)
        self.body.addLayout(stack(title, line, gap=4))
        return line

    def _finish(self, first: QWidget) -> None:
        """The line for what is wrong comes last; typing begins in the first field."""
        self.body.addWidget(self.said)
        self._look()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def fault(self) -> str:
        """The catalogue's code of what stands in the way, or nothing."""
        return ""

    def work(self) -> Work:
        """What is to be done."""
        raise NotImplementedError

    def _look(self) -> None:
        code = self.fault()
        typed = any(line.text() for line in self._lines)
        self._say(self._words(code) if code and typed else "", wrong=bool(code))
        self.accept_button.setEnabled(not code)
        self.accept_button.setToolTip(self._words(code) if code else "")

    def _words(self, code: str, detail: str = "") -> str:
        return sentence(catalogue.words(code, self._lang, detail=detail), self._lang)

    def _say(self, words: str, *, wrong: bool) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        set_tone(self.said, "red" if wrong else "text3")

    def _press(self) -> None:
        if not self.fault() and self.accept_button.isEnabled():
            self.accept_button.setEnabled(False)
            self.wanted.emit(self.work())

    async def carry_out(self, work: Work) -> None:
        """Do it; on trouble stay open and say why."""
        try:
            await work()
        except (Trouble, FileTrouble) as trouble:
            self._say(self._words(trouble.code, getattr(trouble, "detail", "")), wrong=True)
            self.accept_button.setEnabled(True)
            return
        self.done(QDialog.DialogCode.Accepted)

    def empty(self) -> None:
        """Leave nothing typed behind."""
        for line in self._lines:
            line.setText("")


class _Pins(QObject):
    """Two fields for one new PIN."""

    def __init__(self, dialog: _Asking) -> None:
        super().__init__(dialog)
        self.first = dialog._field(self.tr("New PIN, 4 to 8 digits"), PinLine())
        self.again = dialog._field(self.tr("The same once more"), PinLine())

    def fault(self) -> str:
        code = roles.pin_fault(self.first.text())
        return code or ("people.pin_differs" if self.first.text() != self.again.text() else "")


class AddPerson(_Asking):
    """Name, role, PIN. The first one is an owner."""

    def __init__(
        self,
        parent: QWidget,
        lang: Language,
        people: People,
        add: Callable[[str, Role, str], Awaitable[object]],
    ) -> None:
        title = QCoreApplication.translate("AddPerson", "Add a person")
        super().__init__(parent, title, QCoreApplication.translate("AddPerson", "Add"), lang)
        self._people = people
        self._add = add
        self.name = self._field(self.tr("Name"), QLineEdit())
        self.name.setMaxLength(roles.NAME_CHARS)
        shown = tuple(role for role in (Role.CLERK, Role.OWNER) if people or role is Role.OWNER)
        self.role = Segmented(tuple((role.value, role_word(role)) for role in shown), shown[0].value)
        under = (
            self.tr("A clerk neither binds nor erases shops nor changes this list")
            if people
            else self.tr("The first person is an owner, and it is you: the window asks for this PIN from now on")
        )
        role_name = label(self.tr("Role"), 12, tone="text2")
        chosen = stack(self.role, None, across=True)
        room = stack(role_name, gap=4)
        room.addLayout(chosen)
        room.addWidget(Wrapped(under, 12, tone="text3"))
        self.body.addLayout(room)
        self._pins = _Pins(self)
        self._finish(self.name)

    def fault(self) -> str:
        return roles.name_fault(self._people, self.name.text()) or self._pins.fault()

    def work(self) -> Work:
        name, role, pin = self.name.text(), Role(self.role.key()), self._pins.first.text()
        return lambda: self._add(name, role, pin)


class NewName(_Asking):
    """Another name for somebody."""

    def __init__(
        self,
        parent: QWidget,
        lang: Language,
        one: Operator,
        others: People,
        rename: Callable[[str, str], Awaitable[object]],
    ) -> None:
        title = QCoreApplication.translate("NewName", "Rename {name}").format(name=one.name)
        super().__init__(parent, title, QCoreApplication.translate("NewName", "Rename"), lang)
        self._one, self._others, self._rename = one, others, rename
        self.name = self._field(self.tr("Name"), QLineEdit(one.name))
        self.name.setMaxLength(roles.NAME_CHARS)
        self.name.selectAll()
        self._finish(self.name)

    def fault(self) -> str:
        return roles.name_fault(self._others, self.name.text())

    def work(self) -> Work:
        name = self.name.text()
        return lambda: self._rename(self._one.operator_id, name)


class NewPin(_Asking):
    """Another PIN for somebody; for oneself the former one first, so that a window left open is not enough."""

    def __init__(
        self,
        parent: QWidget,
        lang: Language,
        one: Operator,
        set_pin: "Callable[[str, str, str], Awaitable[Entry]]",
        *,
        mine: bool,
        now: Callable[[], int],
    ) -> None:
        title = QCoreApplication.translate("NewPin", "Another PIN for {name}").format(name=one.name)
        super().__init__(parent, title, QCoreApplication.translate("NewPin", "Change PIN"), lang)
        self._one, self._set_pin, self._now = one, set_pin, now
        self.former = self._field(self.tr("Present PIN"), PinLine()) if mine else None
        self._pins = _Pins(self)
        self._finish(self.former or self._pins.first)

    def fault(self) -> str:
        return self._pins.fault()

    def work(self) -> Work:
        former = self.former.text() if self.former is not None else ""
        return lambda: self._change(self._pins.first.text(), former)

    async def _change(self, pin: str, former: str) -> None:
        entry = await self._set_pin(self._one.operator_id, pin, former)
        if not entry.inside and entry.wait_until_at is not None:
            seconds = max(0, -(-(entry.wait_until_at - self._now()) // SECOND))
            raise Refused("people.wait", detail=f"{seconds // 60}:{seconds % 60:02d}")
        if not entry.inside:
            raise Refused("people.wrong_pin")


class RemovePerson(_Asking):
    """Somebody goes: the name is typed, so that it is not done by accident."""

    def __init__(
        self, parent: QWidget, lang: Language, one: Operator, remove: Callable[[str], Awaitable[object]]
    ) -> None:
        title = QCoreApplication.translate("RemovePerson", "Remove {name}").format(name=one.name)
        verb = QCoreApplication.translate("RemovePerson", "Remove")
        super().__init__(parent, title, verb, lang, kind="danger", undoable=False)
        self._one, self._remove = one, remove
        words = self.tr(
            "{name} cannot come in any more, and the PIN is deleted. What was done under this name stays in the "
            "record. This cannot be undone; the person can be added anew."
        )
        self.body.addWidget(Wrapped(words.format(name=one.name), tone="text2"))
        self.typed = self._field(self.tr("Type the name to confirm: {name}").format(name=one.name), QLineEdit())
        self.typed.setPlaceholderText(one.name)
        self._finish(self.typed)

    def fault(self) -> str:
        return "" if self.typed.text().strip() == self._one.name else "people.name_not_typed"

    def work(self) -> Work:
        return lambda: self._remove(self._one.operator_id)
