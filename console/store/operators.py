"""The people of this machine: names and roles in the file, each change with its audit row; PINs in the key store.

Wrong PINs are counted in the file, so that a new start does not make a guess free again.
"""

import asyncio
import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import Connection

from console.core.clock import Clock
from console.core.errors import Refused
from console.core.operators import Operator, Right, Role
from console.rules import roles
from console.rules.roles import People
from console.store import audit
from console.store.pins import Pins

if TYPE_CHECKING:
    from console.store.database import Database

_PEOPLE = "operators"  # keys of the settings; written past ``settings.put``, for the audit rows here say more
_WRONG = "operators.wrong"
_GRANTED = "operators.granted"  # what clerks may beside what every clerk may
_SEALED = "operators.sealed"  # whose PIN a key store keeps that lasts: that there is one, nothing of it


class Wrong(msgspec.Struct, frozen=True):
    """How many wrong PINs in a row, the last one when."""

    times: int = 0
    at: int = 0


# -- in the file ----------------------------------------------------------------------------------------------------


def people(conn: Connection) -> People:
    """Everybody, in the order they were taken in."""
    text = _get(conn, _PEOPLE)
    return () if text is None else msgspec.json.decode(text, type=People)


def add(conn: Connection, new: Operator, now: int) -> Operator:
    """Take somebody in. Raises Refused."""
    after = roles.with_one_more(people(conn), new)
    _keep(conn, after, now, "operators.add", after[-1], {"name": after[-1].name, "role": new.role})
    return after[-1]


def rename(conn: Connection, operator_id: str, name: str, now: int) -> bool:
    """Call somebody otherwise; returns whether that changed anything. Raises Refused."""
    before = people(conn)
    after = roles.with_name(before, operator_id, name)
    if after == before:
        return False
    one = roles.found(after, operator_id)
    detail = {"from": roles.found(before, operator_id).name, "to": one.name}
    _keep(conn, after, now, "operators.rename", one, detail)
    return True


def set_role(conn: Connection, operator_id: str, role: Role, now: int) -> bool:
    """Make somebody an owner or a clerk; returns whether that changed anything. Raises Refused."""
    before = people(conn)
    after = roles.with_role(before, operator_id, role)
    if after == before:
        return False
    one = roles.found(after, operator_id)
    _keep(conn, after, now, "operators.role", one, {"name": one.name, "to": role})
    return True


def remove(conn: Connection, operator_id: str, now: int) -> None:
    """Let somebody go. Raises Refused."""
    before = people(conn)
    one = roles.found(before, operator_id)
    _keep(conn, roles.without(before, operator_id), now, "operators.remove", one, {"name": one.name})
    _put_wrong(conn, operator_id, Wrong())
    note_sealed(conn, operator_id, is_kept=False)


def granted(conn: Connection) -> frozenset[Right]:
    """What an owner let clerks do."""
    kept = () if (text := _get(conn, _GRANTED)) is None else msgspec.json.decode(text, type=tuple[str, ...])
    return frozenset(right for right in roles.GRANTABLE if right in kept)


def grant(conn: Connection, right: Right, on: bool, now: int) -> bool:
    """Let clerks do it, or no longer; returns whether that changed anything. Raises Refused."""
    if right not in roles.GRANTABLE:
        raise Refused("people.owner_only")
    before = granted(conn)
    after = before | {right} if on else before - {right}
    if after == before:
        return False
    _put(conn, _GRANTED, msgspec.json.encode(sorted(after)).decode())
    audit.note(conn, now, "operators.grant", right, {"on": on})
    return True


def sealed(conn: Connection) -> frozenset[str]:
    """Whose PIN a key store keeps that outlives a run."""
    text = _get(conn, _SEALED)
    return frozenset() if text is None else msgspec.json.decode(text, type=frozenset[str])


def note_sealed(conn: Connection, operator_id: str, *, is_kept: bool) -> None:
    """Remember it, so that a start without that store does not let anybody in."""
    before = sealed(conn)
    after = before | {operator_id} if is_kept else before - {operator_id}
    if after != before:
        _put(conn, _SEALED, msgspec.json.encode(sorted(after)).decode())


def note(conn: Connection, operator_id: str, what: str, now: int) -> None:
    """An audit row of something that leaves names and roles as they are: ``pin``, ``enter``."""
    one = roles.found(people(conn), operator_id)
    audit.note(conn, now, f"operators.{what}", operator_id, {"name": one.name})


def wrong(conn: Connection, operator_id: str) -> Wrong:
    """The wrong PINs since the last right one."""
    return _wrong(conn).get(operator_id, Wrong())


def note_wrong(conn: Connection, operator_id: str, now: int) -> Wrong:
    """One more wrong PIN; returns all of them."""
    after = Wrong(wrong(conn, operator_id).times + 1, now)
    _put_wrong(conn, operator_id, after)
    audit.note(conn, now, "operators.wrong_pin", operator_id, {"times": after.times})
    return after


def note_right(conn: Connection, operator_id: str, now: int, *, entered: bool = True) -> None:
    """The right PIN: wrong ones before it are forgotten, and who came in is noted."""
    _put_wrong(conn, operator_id, Wrong())
    if entered:
        note(conn, operator_id, "enter", now)


def _keep(conn: Connection, after: People, now: int, action: str, one: Operator, detail: object) -> None:
    _put(conn, _PEOPLE, msgspec.json.encode(after).decode())
    audit.note(conn, now, action, one.operator_id, detail)


def _wrong(conn: Connection) -> dict[str, Wrong]:
    text = _get(conn, _WRONG)
    return {} if text is None else msgspec.json.decode(text, type=dict[str, Wrong])


def _put_wrong(conn: Connection, operator_id: str, one: Wrong) -> None:
    before = _wrong(conn)
    after = {key: kept for key, kept in before.items() if key != operator_id}
    if one.times:
        after[operator_id] = one
    if after != before:
        _put(conn, _WRONG, msgspec.json.encode(after).decode())


def _get(conn: Connection, key: str) -> str | None:
    value = conn.exec_driver_sql("SELECT value FROM settings WHERE key = ?", (key,)).scalar_one_or_none()
    return None if value is None else str(value)


def _put(conn: Connection, key: str, text: str) -> None:
    conn.exec_driver_sql(
        "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, text),
    )


# -- file and key store together ------------------------------------------------------------------------------------


class Entry(msgspec.Struct, frozen=True):
    """What came of a PIN: ``inside``, or not, and then until when (ms UTC) no other one is looked at."""

    inside: bool
    wait_until_at: int | None = None


class Roster:
    """The people and their PINs. Who may do this is asked before: ``ui/session.py``, which also says ``by`` whom."""

    def __init__(self, database: "Database", pins: Pins, clock: Clock) -> None:
        self.by: Callable[[], str] = str
        self._database = database
        self._acting = database.acting(lambda: self.by())
        self._pins = pins
        self._clock = clock
        self._one_at_a_time = asyncio.Lock()  # two tries at once would count as one

    @property
    def lasting(self) -> bool:
        """Whether PINs outlive this run, as far as is known: the key store may not have been needed yet."""
        return self._pins.lasting

    async def people(self) -> People:
        return await self._database.read(people)

    async def granted(self) -> frozenset[Right]:
        return await self._database.read(granted)

    async def grant(self, right: Right, *, on: bool) -> bool:
        """Let clerks do it, or no longer. Raises Refused."""
        return await self._acting.write(grant, right, on, self._clock.now_ms())

    async def has_pin(self, operator_id: str) -> bool:
        """Whether a PIN is kept for this one. Raises Busy."""
        return await self._pins.has(operator_id) or bool(await self._out_of_reach(operator_id))

    async def add(self, name: str, role: Role, pin: str) -> Operator:
        """Take somebody in. The PIN comes first: nobody is ever on the list without one. Raises Refused, Busy."""
        new = Operator(operator_id=secrets.token_hex(6), name=name, role=role)
        _check_pin(pin)
        roles.with_one_more(await self.people(), new)
        await self._put_pin(new.operator_id, pin)
        return await self._acting.write(add, new, self._clock.now_ms())

    async def rename(self, operator_id: str, name: str) -> bool:
        return await self._acting.write(rename, operator_id, name, self._clock.now_ms())

    async def set_role(self, operator_id: str, role: Role) -> bool:
        return await self._acting.write(set_role, operator_id, role, self._clock.now_ms())

    async def set_pin(self, operator_id: str, pin: str) -> None:
        """Give somebody another PIN. Raises Refused, Busy."""
        _check_pin(pin)
        roles.found(await self.people(), operator_id)
        await self._put_pin(operator_id, pin)
        await self._acting.write(note, operator_id, "pin", self._clock.now_ms())

    async def remove(self, operator_id: str) -> None:
        """Let somebody go, with the PIN. Raises Refused, Busy."""
        await self._acting.write(remove, operator_id, self._clock.now_ms())
        await self._pins.forget(operator_id)

    async def enter(self, operator_id: str, pin: str, *, stays: bool = False) -> Entry:
        """Try a PIN; after a few wrong ones each next try has to wait longer. Raises Refused, Busy.

        ``stays``: whoever is there already proves it once more, so that no coming is noted.
        """
        async with self._one_at_a_time:
            roles.found(await self.people(), operator_id)
            before = await self._database.read(wrong, operator_id)
            until = roles.waits_until(before.times, before.at, self._clock.now_ms())
            if until is not None:
                return Entry(False, until)
            if code := await self._out_of_reach(operator_id):
                raise Refused(code)
            if await self._pins.fits(operator_id, pin):
                await self._remember(operator_id)
                await self._database.write(note_right, operator_id, self._clock.now_ms(), entered=not stays)
                return Entry(True)
            after = await self._database.write(note_wrong, operator_id, self._clock.now_ms())
            return Entry(False, roles.waits_until(after.times, after.at, self._clock.now_ms()))

    async def _put_pin(self, operator_id: str, pin: str) -> None:
        await self._pins.put(operator_id, pin)
        await self._remember(operator_id)

    async def _remember(self, operator_id: str) -> None:
        if self._pins.lasting and await self._pins.has(operator_id):
            await self._database.write(note_sealed, operator_id, is_kept=True)

    async def _out_of_reach(self, operator_id: str) -> str:
        """Why nobody can prove to be this one, as a code; empty: there is a PIN, or none is asked for.

        Everybody on the list was given a PIN. One may lie in a key store that this run does not have; or it was
        forgotten with the one it was of, whom a backup brought back. Only where no owner has one either the file came
        from another computer: then the first to come in sets them anew.
        """
        if await self._pins.has(operator_id):
            return ""
        if not self._pins.lasting:
            return "people.no_vault" if operator_id in await self._database.read(sealed) else ""
        owners = [one.operator_id for one in await self.people() if one.role is Role.OWNER]
        return "people.no_pin" if any([await self._pins.has(one) for one in owners]) else ""

    async def waits_until(self, operator_id: str) -> int | None:
        """Until when no PIN of this one is looked at."""
        before = await self._database.read(wrong, operator_id)
        return roles.waits_until(before.times, before.at, self._clock.now_ms())


def _check_pin(pin: str) -> None:
    code = roles.pin_fault(pin)
    if code:
        raise Refused(code)
