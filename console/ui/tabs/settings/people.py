"""人员与权限: who works here, as what, with which PIN. Each change is saved at once, with its row in the audit."""

from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console import catalogue
from console.core.errors import FileTrouble, Trouble
from console.core.operators import Operator, Right, Role
from console.rules import roles
from console.ui.context import Desk
from console.ui.lock import sentence
from console.ui.person import Disc, role_word
from console.ui.rights import guard
from console.ui.tabs.settings.people_dialogs import AddPerson, NewName, NewPin, RemovePerson
from console.ui.tabs.settings.sections import Row, Section
from console.ui.tasks import Tasks
from console.ui.widgets import Segmented, StripLook, Switch, button, label, line, link
from console.ui.widgets.banner import Banner
from console.ui.widgets.labels import Wrapped, set_tone

SAID_MS = 4_000
PersonDialog = AddPerson | NewName | NewPin | RemovePerson


class PersonRow(Row):
    """One of the people: who, as what, and what can be done about it."""

    def __init__(self, desk: Desk, one: Operator, section: "People") -> None:
        session = desk.session
        mine = session.current is not None and session.current.operator_id == one.operator_id
        controls = QWidget()
        super().__init__(one.name, _here() if mine else "", controls)
        self.one = one
        self.role = Segmented(tuple((role.value, role_word(role)) for role in Role), one.role.value)
        self.role.setAccessibleName(self.tr("Role of {name}").format(name=one.name))
        self.role.chosen.connect(lambda key: section.set_role(one, Role(key)))
        self.pin = link(self.tr("Change PIN…"))
        self.pin.clicked.connect(lambda: section.open_pin(one))
        self.name = link(self.tr("Rename…"))
        self.name.clicked.connect(lambda: section.open_name(one))
        self.remove = link(self.tr("Remove…"))
        self.remove.clicked.connect(lambda: section.open_remove(one))
        across = QHBoxLayout(controls)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        for part in (self.role, self.pin, self.name, self.remove):
            across.addWidget(part)
        for part in (self.pin, self.name, self.remove):
            part.setAccessibleName(f"{part.text()} {one.name}")
        row = self.layout()
        if isinstance(row, QHBoxLayout):
            row.insertWidget(0, Disc(one.initial))
        if roles.is_last_owner(session.people, one.operator_id):
            why = sentence(catalogue.words("people.last_owner", desk.language), desk.language)
            for kept in (self.role, self.remove):
                kept.setEnabled(False)
                kept.setToolTip(why)
        for part in (self.role, self.name, self.remove):
            guard(session, part, Right.OPERATORS)
        guard(session, self.pin, Right.OWN_PIN if mine else Right.OPERATORS)


def _here() -> str:
    return QCoreApplication.translate("PersonRow", "at this window now")


class People(Section):
    """Everybody, and a button for one more. Whoever may not, sees the list and why it is grey."""

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__("")
        self._desk = desk
        self._tasks = tasks
        self._shown: tuple[object, ...] = ()
        self.dialog: PersonDialog | None = None
        self.people: dict[str, PersonRow] = {}
        self._said = QTimer(self)
        self._said.setSingleShot(True)
        self._said.setInterval(SAID_MS)
        self._said.timeout.connect(lambda: self._say(""))
        self.fleeting = Banner()
        self.saved = label("", 12, tone="green")
        self.add = button(self.tr("Add a person"), "default", "plus")
        self.add.clicked.connect(self.open_add)
        guard(desk.session, self.add, Right.OPERATORS)
        self._words = Wrapped("", 12, tone="text3")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._words, 1)
        head.addWidget(self.saved)
        head.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        self._room = QVBoxLayout()
        self._room.setSpacing(0)
        self._see = self._make_see(desk)
        foot = Wrapped(self._rules(), 12, tone="text3")
        self.body.setSpacing(8)
        self.body.addWidget(self.fleeting)
        self.body.addLayout(head)
        self.body.addLayout(self._room)
        self.body.addWidget(self._see)
        self.body.addWidget(foot)
        name = self.tr("People and rights")
        self._text = f"{name} {foot.text()} {self.see_buyers.accessibleName()} PIN".casefold()
        desk.session.changed.connect(self.show_people)
        self.show_people()

    def _make_see(self, desk: Desk) -> Row:
        """What an owner lets clerks do."""
        words = self.tr("Clerks may reveal buyers' data")
        self.see_buyers = Switch(words)
        self.see_buyers.clicked.connect(self._grant)
        guard(desk.session, self.see_buyers, Right.OPERATORS)
        under = self.tr("Name, phone and address of an order, one field a click; every look stands in the audit.")
        return Row(words, under, self.see_buyers)

    def _rules(self) -> str:
        return self.tr(
            "Only an owner binds, pairs, parts and erases shops, turns their switches, and changes this list. A clerk "
            "does everything else and may sign in to a bound shop again; buyers' data a clerk reveals only where it is "
            "switched on above. PINs keep colleagues apart at this window; "
            "they are kept as hashes in the system's key store and never in the file. Whoever may use this computer's "
            "account and its files is not stopped by them."
        )

    # -- showing ------------------------------------------------------------------------------------------------------

    def show_people(self) -> None:
        """As the session has it; made anew only where something changed."""
        session = self._desk.session
        none = self.tr("Nobody is named: whoever opens the window is the owner, and no PIN is asked for.")
        some = self.tr("Whoever comes in stands in the record of what is done.")
        self._words.setText(some if session.people else none)
        self._show_fleeting()
        self.see_buyers.setChecked(Right.SEE_BUYERS in session.granted)
        self._see.setVisible(bool(session.people))
        shown = (session.people, session.current)
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._room.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        self.people = {one.operator_id: PersonRow(self._desk, one, self) for one in session.people}
        for row in self.people.values():
            if self.rows:
                self._room.addWidget(line())
            self.rows.append(row)
            self._room.addWidget(row)

    def _show_fleeting(self) -> None:
        """Without a key store PINs end with the run: said for as long as it is so."""
        roster = self._desk.session.roster
        if roster is None or roster.lasting:
            self.fleeting.show_look(None)
            return
        words = self.tr("This computer offers no key store")
        under = self.tr("PINs are kept until the program closes; after that anybody on the list comes in without one")
        self.fleeting.show_look(StripLook("amber", "key-round", words, under))

    def keep(self, words: str) -> bool:
        """The section stays whole: its rows are people, not settings."""
        return not words or words.casefold() in self._text or any(row.says(words) for row in self.people.values())

    # -- doing --------------------------------------------------------------------------------------------------------

    def open_add(self) -> None:
        """Take somebody in."""
        session = self._desk.session
        self._open(AddPerson(self, self._desk.language, session.people, self._add))

    async def _add(self, name: str, role: Role, pin: str) -> None:
        await self._desk.session.add(name, role, pin)

    def open_name(self, one: Operator) -> None:
        session = self._desk.session
        others = tuple(other for other in session.people if other != one)
        self._open(NewName(self, self._desk.language, one, others, session.rename))

    def open_pin(self, one: Operator) -> None:
        """One's own asks for the former PIN, too."""
        session = self._desk.session
        mine = session.current is not None and session.current.operator_id == one.operator_id
        self._open(NewPin(self, self._desk.language, one, session.set_pin, mine=mine, now=self._desk.now))

    def open_remove(self, one: Operator) -> None:
        self._open(RemovePerson(self, self._desk.language, one, self._desk.session.remove))

    def _open(self, dialog: PersonDialog) -> None:
        if self.dialog is not None:
            dialog.deleteLater()
            return
        self.dialog = dialog
        dialog.wanted.connect(lambda work: self._tasks.start(dialog.carry_out(work)))
        dialog.finished.connect(lambda code: self._ended(saved=bool(code)))
        dialog.open()

    def _ended(self, *, saved: bool) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.empty()
            dialog.deleteLater()
        if saved:
            self._say(self.tr("Saved"))

    def set_role(self, one: Operator, role: Role) -> None:
        """Saved at once."""
        self._tasks.start(self._done(self._desk.session.set_role(one.operator_id, role), one))

    def _grant(self, on: bool) -> None:
        """Saved at once."""
        self._tasks.start(self._done(self._desk.session.grant(Right.SEE_BUYERS, on=on)))

    async def _done(self, work: Coroutine[Any, Any, object], one: Operator | None = None) -> None:
        try:
            await work
        except (Trouble, FileTrouble) as trouble:
            self.see_buyers.setChecked(Right.SEE_BUYERS in self._desk.session.granted)
            if one is not None and one.operator_id in self.people:
                self.people[one.operator_id].role.set_key(one.role.value)
            self._say(catalogue.words_for(trouble, self._desk.language).text, "red")
            return
        self._say(self.tr("Saved"))

    def _say(self, words: str, tone: str = "green") -> None:
        self.saved.setText(words)
        set_tone(self.saved, tone)
        if words:
            self._said.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.update()
