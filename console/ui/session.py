"""Who is at the window, what that one may, and whether the window is locked.

As long as nobody was named, whoever sits there is the owner and needs no PIN.
"""

from collections.abc import Awaitable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from console.core.errors import Refused
from console.core.operators import Operator, Right, Role
from console.rules import roles
from console.rules.roles import People

if TYPE_CHECKING:
    from console.store.operators import Entry, Roster  # brings asyncio, and the window is painted before that

T = TypeVar("T")


class Session(QObject):
    """Made once for the window. ``changed`` comes when another one is there, the people changed, or it was locked."""

    changed = Signal()

    def __init__(self, roster: "Roster | None" = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.roster = roster
        self.people: People = ()
        self.current: Operator | None = None
        self.granted: frozenset[Right] = frozenset()  # what an owner let clerks do
        self.locked = False
        if roster is not None:
            roster.by = self.by

    # -- who and what -------------------------------------------------------------------------------------------------

    @property
    def role(self) -> Role | None:
        """The role of whoever is there; None before anybody has come in."""
        if self.current is not None:
            return self.current.role
        return None if self.people else Role.OWNER

    def may(self, right: Right) -> bool:
        """Whether whoever is there may do it."""
        return self.role is not None and roles.may(self.role, right, self.granted)

    def by(self) -> str:
        """The name for the audit; nobody's as long as nobody was named."""
        return self.current.name if self.current is not None else ""

    # -- in and out ---------------------------------------------------------------------------------------------------

    async def read(self) -> None:
        """Who works here, as the file has it. Who was let go is out at once."""
        if self.roster is None:
            return
        self.people, self.granted = await self.roster.people(), await self.roster.granted()
        mine = self.current.operator_id if self.current is not None else ""
        self.current = next((one for one in self.people if one.operator_id == mine), None)
        if self.people and self.current is None:
            self.locked = True
        self.changed.emit()

    def lock(self) -> None:
        """Cover the window. Whoever was there comes back by the PIN."""
        if not self.locked:
            self.locked = True
            self.changed.emit()

    def enter(self, one: Operator | None = None) -> None:
        """Uncover the window for somebody whose PIN was right; for None where nobody was named."""
        if one is None and self.people:
            raise Refused("people.gone")
        self.current = one
        self.locked = False
        self.changed.emit()

    async def try_pin(self, one: Operator, pin: str) -> "Entry":
        """Try a PIN, and come in if it is right. Raises Refused, Busy."""
        entry = await self._roster.enter(one.operator_id, pin)
        if entry.inside:
            self.enter(next((known for known in self.people if known.operator_id == one.operator_id), one))
        return entry

    # -- the people ---------------------------------------------------------------------------------------------------

    async def add(self, name: str, role: Role, pin: str) -> Operator:
        """Take somebody in; the first one is whoever is there. Raises Refused, Busy."""
        self._need(Right.OPERATORS)
        return await self._then_read(self._roster.add(name, role, pin), enters=not self.people)

    async def rename(self, operator_id: str, name: str) -> None:
        self._need(Right.OPERATORS)
        await self._then_read(self._roster.rename(operator_id, name))

    async def set_role(self, operator_id: str, role: Role) -> None:
        self._need(Right.OPERATORS)
        await self._then_read(self._roster.set_role(operator_id, role))

    async def grant(self, right: Right, *, on: bool) -> None:
        """Let clerks do it, or no longer. Raises Refused."""
        self._need(Right.OPERATORS)
        await self._then_read(self._roster.grant(right, on=on))

    async def remove(self, operator_id: str) -> None:
        self._need(Right.OPERATORS)
        await self._then_read(self._roster.remove(operator_id))

    async def set_pin(self, operator_id: str, pin: str, former: str = "") -> "Entry":
        """Give somebody another PIN. One's own needs the former one, so that a window left open is not enough.

        Returns what came of the former one. Raises Refused, Busy.
        """
        from console.store.operators import Entry

        entry = Entry(True)
        if self.current is not None and operator_id == self.current.operator_id:
            self._need(Right.OWN_PIN)
            entry = await self._roster.enter(operator_id, former, stays=True)
        else:
            self._need(Right.OPERATORS)
        if entry.inside:
            await self._roster.set_pin(operator_id, pin)
        return entry

    @property
    def _roster(self) -> "Roster":
        if self.roster is None:
            raise Refused("people.gone")  # a window without a file names nobody
        return self.roster

    def _need(self, right: Right) -> None:
        if not self.may(right):
            raise Refused("people.owner_only")

    async def _then_read(self, work: Awaitable[T], *, enters: bool = False) -> T:
        """Read again also after trouble: the file may have changed before the key store failed."""
        try:
            done = await work
            if enters and isinstance(done, Operator):
                self.current = done
            return done
        finally:
            await self.read()
