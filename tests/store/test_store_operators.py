"""People in the file, PINs in the key store and nowhere else, and who asked for what in the audit."""

import asyncio
import json
import logging
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import Connection

from console.core.clock import MINUTE, SECOND
from console.core.errors import Busy, Refused
from console.core.operators import Operator, Right, Role
from console.store import audit, operators, pins, settings
from console.store.database import Database
from console.store.operators import Roster
from console.store.pins import Pins
from console.store.secrets import MemoryVault, SupportsSecrets, VaultTrouble

CHEN = Operator(operator_id="a", name="陈静", role=Role.OWNER)
WANG = Operator(operator_id="b", name="王强", role=Role.CLERK)


class Vault(MemoryVault):
    """Outlives a run; can be locked."""

    def __init__(self) -> None:
        super().__init__()
        self.locked = False

    async def opened(self) -> tuple[SupportsSecrets, bool]:
        return self, True

    def texts(self) -> list[str]:
        return [text.decode() for text in self._kept.values()]

    async def recall(self, key: str) -> str | None:
        if self.locked:
            raise VaultTrouble("locked")
        return await super().recall(key)

    async def keep(self, key: str, text: str) -> None:
        if self.locked:
            raise VaultTrouble("locked")
        await super().keep(key, text)


@pytest.fixture
def vault() -> Vault:
    return Vault()


@pytest.fixture
def roster(database: Database, vault: Vault, clock: Any) -> Roster:
    return Roster(database, Pins(vault.opened), clock)


# -- the file -------------------------------------------------------------------------------------------------------


def test_names_and_roles_are_kept_in_order_and_each_change_has_its_row(conn: Connection) -> None:
    assert operators.people(conn) == ()
    operators.add(conn, CHEN, 1)
    operators.add(conn, WANG, 2)
    assert operators.rename(conn, "b", "王小强", 3)
    assert not operators.rename(conn, "b", "王小强", 4)
    assert operators.set_role(conn, "b", Role.OWNER, 5)
    assert not operators.set_role(conn, "b", Role.OWNER, 6)
    operators.remove(conn, "a", 7)
    assert [(one.name, one.role) for one in operators.people(conn)] == [("王小强", Role.OWNER)]
    told = [(row.at, row.action, row.subject) for row in audit.rows(conn, "operators.")]
    assert told == [
        (1, "operators.add", "a"),
        (2, "operators.add", "b"),
        (3, "operators.rename", "b"),
        (5, "operators.role", "b"),
        (7, "operators.remove", "a"),
    ]
    assert audit.broken_at(conn) is None


def test_a_refused_change_leaves_everything_as_it_was(conn: Connection) -> None:
    operators.add(conn, CHEN, 1)
    for change in (
        lambda: operators.remove(conn, "a", 2),
        lambda: operators.set_role(conn, "a", Role.CLERK, 2),
        lambda: operators.rename(conn, "a", "", 2),
        lambda: operators.add(conn, CHEN, 2),
        lambda: operators.note(conn, "nobody", "pin", 2),
    ):
        with pytest.raises(Refused):
            change()
    assert operators.people(conn) == (CHEN,)
    assert [row.at for row in audit.rows(conn)] == [1]


def test_wrong_pins_of_two_people_are_counted_apart(conn: Connection) -> None:
    operators.add(conn, CHEN, 1)
    operators.add(conn, WANG, 1)
    operators.note_wrong(conn, "a", 2)
    operators.note_wrong(conn, "a", 3)
    operators.note_wrong(conn, "b", 4)
    assert operators.wrong(conn, "a") == operators.Wrong(2, 3)
    operators.note_right(conn, "a", 5)
    assert operators.wrong(conn, "a") == operators.Wrong()
    assert operators.wrong(conn, "b") == operators.Wrong(1, 4)


# -- who asked ------------------------------------------------------------------------------------------------------


def test_what_clerks_are_let_do_is_kept_with_its_row_and_no_other_right_is_given(conn: Connection) -> None:
    assert operators.granted(conn) == frozenset()
    assert operators.grant(conn, Right.SEE_BUYERS, True, 1)
    assert not operators.grant(conn, Right.SEE_BUYERS, True, 2), "nothing changed"
    assert operators.granted(conn) == {Right.SEE_BUYERS}
    with pytest.raises(Refused):
        operators.grant(conn, Right.ERASE, True, 3)
    assert operators.grant(conn, Right.SEE_BUYERS, False, 4)
    assert operators.granted(conn) == frozenset()
    told = [(row.at, row.subject, row.detail) for row in audit.rows(conn, "operators.grant")]
    assert told == [(1, "see_buyers", '{"on":true}'), (4, "see_buyers", '{"on":false}')]


async def test_what_a_person_asks_names_the_person_and_what_the_program_does_names_nobody(database: Database) -> None:
    name = ["陈静"]
    hand = database.acting(lambda: name[0])
    await hand.write(settings.put, "price.gap", 10, 1)
    await database.write(settings.put, "price.gap", 11, 2)
    name[0] = "王强"
    await hand.write(audit.note, 3, "links.unlink", "order 1")
    await hand.write(audit.note, 4, "odd", "order 1", ["a list"])
    rows = await database.read(audit.rows)
    assert [json.loads(row.detail).get("by") for row in rows] == ["陈静", None, "王强", "王强"]
    assert json.loads(rows[0].detail) == {"from": None, "to": 10, "by": "陈静"}
    assert json.loads(rows[3].detail)["what"] == ["a list"]
    assert await database.read(audit.broken_at) is None


# -- PINs -----------------------------------------------------------------------------------------------------------


def test_a_pin_fits_its_own_seal_and_no_other() -> None:
    kept = pins.sealed("1234")
    assert pins.fits("1234", kept)
    assert not pins.fits("1235", kept)
    assert not pins.fits("", kept)
    assert "1234" not in kept.split("$")
    assert pins.sealed("1234") != kept, "the salt is new each time"


@pytest.mark.parametrize("kept", ["", "1234", "scrypt$1$8$1$zz$zz", "md5$32768$8$1$00$00", "scrypt$32768$8$1$00$"])
def test_what_is_not_ours_fits_nobody(kept: str) -> None:
    assert not pins.fits("1234", kept)


async def test_the_right_pin_opens_the_wrong_one_does_not(roster: Roster, database: Database) -> None:
    one = await roster.add(" 陈静 ", Role.OWNER, "1234")
    assert one.name == "陈静"
    assert (await roster.enter(one.operator_id, "1234")).inside
    assert not (await roster.enter(one.operator_id, "4321")).inside
    await roster.set_pin(one.operator_id, "4321")
    assert (await roster.enter(one.operator_id, "4321")).inside
    actions = [row.action for row in await database.read(audit.rows)]
    assert actions == [
        "operators.add",
        "operators.enter",
        "operators.wrong_pin",
        "operators.pin",
        "operators.enter",
    ]


async def test_each_wrong_pin_waits_longer_also_over_a_restart(
    roster: Roster, database: Database, vault: Vault, clock: Any
) -> None:
    one = await roster.add("陈静", Role.OWNER, "1234")
    for _ in range(2):
        assert (await roster.enter(one.operator_id, "9999")).wait_until_at is None
    assert (await roster.enter(one.operator_id, "9999")).wait_until_at == clock.now + 5 * SECOND
    assert not (await roster.enter(one.operator_id, "1234")).inside, "not even the right one is looked at"
    again = Roster(database, Pins(vault.opened), clock)
    assert await again.waits_until(one.operator_id) == clock.now + 5 * SECOND
    clock.now += 5 * SECOND
    assert (await again.enter(one.operator_id, "9999")).wait_until_at == clock.now + 10 * SECOND
    clock.now += 10 * SECOND
    assert (await again.enter(one.operator_id, "1234")).inside
    assert await again.waits_until(one.operator_id) is None
    assert (await again.enter(one.operator_id, "9999")).wait_until_at is None, "the count begins anew"


async def test_tries_at_the_same_moment_are_counted_one_by_one(roster: Roster, database: Database) -> None:
    one = await roster.add("陈静", Role.OWNER, "1234")
    await asyncio.gather(*(roster.enter(one.operator_id, f"000{n}") for n in range(6)))
    assert (await database.read(operators.wrong, one.operator_id)).times == 3, "the fourth had to wait already"


async def test_a_silent_key_store_lets_nobody_in_and_takes_nobody_in(roster: Roster, vault: Vault, clock: Any) -> None:
    one = await roster.add("陈静", Role.OWNER, "1234")
    vault.locked = True
    with pytest.raises(Busy) as trouble:
        await roster.enter(one.operator_id, "1234")
    assert trouble.value.code == "people.vault"
    with pytest.raises(Busy):
        await roster.add("王强", Role.CLERK, "1234")
    assert [known.name for known in await roster.people()] == ["陈静"]


async def test_without_a_key_store_pins_end_with_the_run(database: Database, clock: Any) -> None:
    first = Roster(database, Pins(), clock)
    one = await first.add("陈静", Role.OWNER, "1234")
    assert not first.lasting
    assert not (await first.enter(one.operator_id, "")).inside
    second = Roster(database, Pins(), clock)
    assert not await second.has_pin(one.operator_id)
    assert (await second.enter(one.operator_id, "")).inside


async def test_a_start_without_the_key_store_lets_nobody_in_whose_pin_lies_there(
    database: Database, vault: Vault, clock: Any
) -> None:
    roster = Roster(database, Pins(vault.opened), clock)
    one = await roster.add("陈静", Role.OWNER, "1234")
    two = await roster.add("王强", Role.CLERK, "5678")
    without = Roster(database, Pins(), clock)
    assert await without.has_pin(one.operator_id)
    for pin in ("", "0000", "1234"):
        with pytest.raises(Refused, match=r"people\.no_vault"):
            await without.enter(one.operator_id, pin)
    assert (await database.read(operators.wrong, one.operator_id)).times == 0, "nobody's guess was looked at"
    again = Roster(database, Pins(vault.opened), clock)
    assert not (await again.enter(one.operator_id, "0000")).inside
    assert (await again.enter(one.operator_id, "1234")).inside
    await again.remove(two.operator_id)
    assert await database.read(operators.sealed) == {one.operator_id}


async def test_a_pin_of_a_file_that_did_not_say_so_is_remembered_when_it_fits(
    database: Database, vault: Vault, clock: Any
) -> None:
    roster = Roster(database, Pins(vault.opened), clock)
    one = await roster.add("陈静", Role.OWNER, "1234")
    await database.write(operators.note_sealed, one.operator_id, is_kept=False)
    assert (await roster.enter(one.operator_id, "1234")).inside
    with pytest.raises(Refused, match=r"people\.no_vault"):
        await Roster(database, Pins(), clock).enter(one.operator_id, "0000")


async def test_whom_a_backup_brings_back_nobody_comes_in_as(roster: Roster, database: Database) -> None:
    owner = await roster.add("陈静", Role.OWNER, "1234")
    gone = await roster.add("李强", Role.OWNER, "5678")
    before = await database.read(operators.people)
    await roster.remove(gone.operator_id)

    def restored(conn: Connection) -> None:
        operators._put(conn, "operators", msgspec.json.encode(before).decode())

    await database.write(restored)
    assert await roster.has_pin(gone.operator_id)
    for pin in ("", "5678"):
        with pytest.raises(Refused, match=r"people\.no_pin"):
            await roster.enter(gone.operator_id, pin)
    assert (await roster.enter(owner.operator_id, "1234")).inside
    await roster.set_pin(gone.operator_id, "2468")
    assert (await roster.enter(gone.operator_id, "2468")).inside


async def test_a_key_store_that_answers_and_keeps_no_pin_is_another_computers(
    database: Database, vault: Vault, clock: Any
) -> None:
    one = await Roster(database, Pins(vault.opened), clock).add("陈静", Role.OWNER, "1234")
    moved = Roster(database, Pins(Vault().opened), clock)
    assert not await moved.has_pin(one.operator_id)
    assert (await moved.enter(one.operator_id, "")).inside, "the file was moved: a PIN is set anew"


async def test_who_is_let_go_leaves_no_pin_behind(roster: Roster, vault: Vault) -> None:
    await roster.add("陈静", Role.OWNER, "1234")
    two = await roster.add("王强", Role.CLERK, "5678")
    assert len(vault.texts()) == 2
    await roster.remove(two.operator_id)
    assert len(vault.texts()) == 1
    with pytest.raises(Refused):
        await roster.enter(two.operator_id, "5678")


@pytest.mark.parametrize("pin", ["", "12", "abcd"])
async def test_nobody_is_taken_in_without_a_good_pin(roster: Roster, vault: Vault, pin: str) -> None:
    with pytest.raises(Refused):
        await roster.add("陈静", Role.OWNER, pin)
    assert vault.texts() == []
    assert await roster.people() == ()


async def test_neither_a_pin_nor_its_hash_is_ever_in_the_profile_or_the_log(
    roster: Roster, database: Database, vault: Vault, path: Path, clock: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    pin = "70318264"
    one = await roster.add("陈静", Role.OWNER, pin)
    hashes = [text.split("$")[-1] for text in vault.texts()]
    await roster.enter(one.operator_id, pin)
    await roster.enter(one.operator_id, "70318265")
    clock.now += MINUTE
    await roster.set_pin(one.operator_id, "50318264")
    hashes += [text.split("$")[-1] for text in vault.texts()]
    salts = [text.split("$")[-2] for text in vault.texts()]
    await asyncio.to_thread(database.close)
    held = b"".join(file.read_bytes() for file in path.parent.rglob("*") if file.is_file())
    assert "陈静".encode() in held, "the names are in the file"
    for secret in (pin, "70318265", "50318264", *hashes, *salts):
        assert secret.encode() not in held
        assert secret not in caplog.text
