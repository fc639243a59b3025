"""People over the whole program: what a clerk may not is refused below the window, and who asked is in the audit."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from console.app.joining import Assembly
from console.app.program import Program
from console.core.errors import Refused
from console.core.gateway import Credentials
from console.core.model import Platform, Shop
from console.core.operators import Right, Role
from console.core.permissions import Switch
from console.rules import roles
from console.store import audit
from console.store.profile import Profile
from console.store.secrets import MemoryVault, SupportsSecrets
from console.store.shops import put_shop
from console.store.views import Pair
from console.ui.language import Translators
from console.ui.preferences import Preferences
from console.ui.shell import Shell

KEYS = Credentials(base_url="https://kuaishou.example", app_key="ks1", app_secret="secret")
PAIR = Pair(kuaishou_shop_id="kuaishou:1", youzan_shop_id="youzan:1")
Asking = Callable[[Assembly], Coroutine[Any, Any, object]]


class Kept:
    """A key store that outlives a run of the program."""

    def __init__(self) -> None:
        self.vault = MemoryVault()

    async def opened(self) -> tuple[SupportsSecrets, bool]:
        return self.vault, True


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
async def assembly(tmp_path: Path, kept: Kept) -> AsyncIterator[Assembly]:
    with Profile.open(tmp_path / "profile") as profile:
        made = await Assembly.open(profile, kept.opened)
        for platform in Platform:
            shop = Shop(shop_id=f"{platform}:1", platform=platform, platform_shop_id="1", name="小禾家居")
            await made.database.write(put_shop, shop)
        yield made
        await made.close()


@pytest.mark.parametrize(
    ("right", "ask"),
    [
        (Right.BIND, lambda one: one.bind(Platform.KUAISHOU, KEYS, "code")),
        (Right.BIND, lambda one: one.bind_from_file(Path("nowhere"))),
        (Right.SIGN_IN, lambda one: one.bind(Platform.KUAISHOU, KEYS, "code", "kuaishou:1")),
        (Right.UNBIND, lambda one: one.unbind("kuaishou:1")),
        (Right.ERASE, lambda one: one.erase("kuaishou:1")),
        (Right.PAIR, lambda one: one.pair("kuaishou:1", "youzan:1")),
        (Right.PART, lambda one: one.part(PAIR)),
        (Right.SWITCHES, lambda one: one.set_switch("kuaishou:1", Switch.DATA, False)),
        (Right.SWITCHES, lambda one: one.set_read_only("kuaishou:1", True)),
    ],
)
async def test_what_one_may_not_is_refused_whoever_asks(assembly: Assembly, right: Right, ask: Asking) -> None:
    asked: list[Right] = []

    def may(wanted: Right) -> bool:
        asked.append(wanted)
        return False

    assembly.may = may
    with pytest.raises(Refused) as refused:
        await ask(assembly)
    assert refused.value.code == "people.owner_only"
    assert asked == [right]
    assert await assembly.database.read(audit.rows) == []


async def test_a_clerk_is_stopped_only_where_the_rules_say(assembly: Assembly) -> None:
    assembly.may = lambda right: roles.may(Role.CLERK, right)
    with pytest.raises(Refused) as refused:
        await assembly.pair("kuaishou:1", "youzan:1")
    assert refused.value.code == "people.owner_only"
    assembly.may = lambda right: roles.may(Role.OWNER, right)
    await assembly.pair("kuaishou:1", "youzan:1")


async def test_what_the_window_asks_is_signed(assembly: Assembly) -> None:
    assembly.by = lambda: "陈静"
    await assembly.pair("kuaishou:1", "youzan:1")
    await assembly.set_switch("kuaishou:1", Switch.DATA, False)
    await assembly.pause(True)
    assembly.by = lambda: ""
    await assembly.part(PAIR)
    rows = await assembly.database.read(audit.rows)
    told = [(row.action, json.loads(row.detail).get("by")) for row in rows]
    assert told == [
        ("shops.pair", "陈静"),
        ("settings.put", "陈静"),
        ("settings.put", "陈静"),
        ("shops.part", None),
    ]


async def test_the_program_starts_shut_where_somebody_was_named_and_open_where_nobody_was(
    assembly: Assembly, qapp: QApplication
) -> None:
    preferences = Preferences(assembly.profile.folder / "window.ini")
    shell = Shell(preferences)
    program = Program(shell, assembly.profile, preferences, Translators(qapp), None, None)
    session = await program._session(assembly)
    assert not session.locked
    assert all(assembly.may(right) for right in Right)
    await session.add("陈静", Role.OWNER, "1234")
    assert not session.locked
    assert assembly.by() == "陈静"
    again = await program._session(assembly)
    assert again.locked
    assert not any(assembly.may(right) for right in Right)
    (one,) = again.people
    assert not (await again.try_pin(one, "4321")).inside
    assert (await again.try_pin(one, "1234")).inside
    assert all(assembly.may(right) for right in Right)
    shell.deleteLater()
    await asyncio.sleep(0)
