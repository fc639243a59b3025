"""Who has which ticket: names, giving by hand, and the dialog of the rules."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from console import catalogue
from console.core.errors import FileTrouble, Trouble
from console.core.operators import Operator, Right
from console.store.views_tickets import TicketRow
from console.ui.dialogs import answer
from console.ui.rights import guard
from console.ui.widgets import Picker, button

if TYPE_CHECKING:
    from console.ui.page import Page
    from console.ui.tabs.orders.aftersale_giving import GivingDialog


class TicketPeople(QObject):
    """Owned by the page. ``changed``: other names; ``moved``: tickets have other people. ``dialog`` is for tests."""

    changed = Signal()
    moved = Signal()

    def __init__(self, page: "Page") -> None:
        super().__init__(page)
        self._page = page
        self._desk = page.desk
        self._names: dict[str, str] = {}
        self.dialog: GivingDialog | None = None
        self.give = Picker([], "", self.tr("Give to: "))
        self.rules_button = button(self.tr("Rules"), "default", "sliders-horizontal")
        self.rules_button.clicked.connect(lambda: page.tasks.start(self._edit_rules(), key="rules"))
        guard(self._desk.session, self.rules_button, Right.OPERATORS)
        self._desk.session.changed.connect(self.read)
        self.read()

    @property
    def people(self) -> tuple[Operator, ...]:
        """Everybody who works here."""
        return tuple(self._desk.session.people)

    @property
    def me(self) -> str:
        """Who is at the window; empty where nobody was named."""
        current = self._desk.session.current
        return "" if current is None else current.operator_id

    def read(self) -> None:
        """The people have changed, or another one is there."""
        self._names = {one.operator_id: one.name for one in self.people}
        self.give.set_choices([("", self.tr("nobody")), *((one.operator_id, one.name) for one in self.people)])
        self.changed.emit()

    def name(self, row: TicketRow) -> str:
        """The name of whoever has a ticket."""
        return self._names.get(row.operator_id, "") if row.operator_id else ""

    def assign(self, ids: Sequence[int], operator_id: str) -> None:
        """Give these to somebody, or to nobody."""
        self._page.tasks.start(self._assign(ids, operator_id), key="assign")

    async def _assign(self, ids: Sequence[int], operator_id: str) -> None:
        try:
            done = await self._desk.actions.tickets.assign(ids, operator_id)
        except (Trouble, FileTrouble) as trouble:
            self._complain(trouble)
            return
        to = self._names.get(operator_id, self.tr("nobody"))
        self._page.said.emit(self.tr("%n ticket(s) given to {who}", "", done).format(who=to), "")
        self.moved.emit()

    async def _edit_rules(self) -> None:
        from console.store.ticket_work import rules
        from console.ui.tabs.orders.aftersale_giving import GivingDialog

        kept = await self._desk.database.read(rules)
        dialog = self.dialog = GivingDialog(self._page, self._desk, self.people, kept, self._page.tasks)
        try:
            if await answer(dialog) != QDialog.DialogCode.Accepted:
                return
            wanted = dialog.rules
        finally:
            self.dialog = None
        try:
            await self._desk.actions.tickets.set_rules(wanted)
        except (Trouble, FileTrouble) as trouble:
            self._complain(trouble)
            return
        self._page.said.emit(self.tr("Rules saved"), "")

    def _complain(self, trouble: Trouble | FileTrouble) -> None:
        said = catalogue.words_for(trouble, self._desk.language)
        self._page.said.emit(said.text, said.next_step)
