"""The key store's vault over a key store that cuts, forgets, hangs and refuses; and over a real Secret Service."""

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

from console.core.clock import Clock
from console.core.errors import Busy
from console.core.gateway import Credentials
from console.core.operators import Role
from console.store import secrets
from console.store.database import Database
from console.store.operators import Roster
from console.store.pins import Pins
from console.store.secrets import KeyringVault, MemoryVault, VaultTrouble, open_vault

LONGEST = 1_280  # characters an entry, as Windows has it
KEYS = Credentials(
    base_url="https://x.example",
    app_key="ks1",
    app_secret="app-secret",
    sign_secret="sign-secret",
    access_token="a" * 1_500,
    refresh_token="r" * 900,
    access_expires_at=1,
    refresh_expires_at=2,
    scopes=("merchant_item", "merchant_order"),
)


class Store(KeyringBackend):
    """A key store in memory, strict about lengths, with a few ways to fail."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # keyring has no types
        self.held: dict[str, str] = {}
        self.refuses: str = ""
        self.forgets = False
        self.hangs: threading.Event | None = None
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._think()
        return self.held.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self._think()
        if len(password) > LONGEST:
            raise OSError(1783, "The stub received bad data")
        if self.refuses and self.refuses in username:
            raise RuntimeError("refused")
        if not self.forgets:
            self.held[username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.held.pop(username, None) is None:
            raise PasswordDeleteError(username)

    def _think(self) -> None:
        if self.locked:
            raise KeyringLocked("the prompt was dismissed")
        if self.hangs is not None:
            self.hangs.wait(10)


@pytest.fixture
def store() -> Iterator[Store]:
    before = keyring.get_keyring()
    made = Store()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


async def test_a_long_record_is_kept_in_short_entries(store: Store) -> None:
    vault = KeyringVault()
    await vault.save("kuaishou:1", KEYS)
    assert len(store.held) > 3
    assert max(len(entry) for entry in store.held.values()) <= secrets.PART_CHARS
    assert await KeyringVault().load("kuaishou:1") == KEYS
    assert await vault.load("kuaishou:2") is None


async def test_replacing_leaves_no_old_part(store: Store) -> None:
    vault = KeyringVault()
    await vault.save("one", KEYS)
    many = len(store.held)
    short = Credentials(base_url="https://x.example", app_key="k", app_secret="s")
    await vault.save("one", short)
    assert await vault.load("one") == short
    assert len(store.held) == 2 < many
    await vault.forget("one")
    await vault.forget("one")
    assert not store.held


async def test_cut_off_in_between_the_old_record_stands(store: Store) -> None:
    vault = KeyringVault()
    await vault.save("one", KEYS)
    store.refuses = "one/2/1"
    with pytest.raises(VaultTrouble) as raised:
        await vault.save("one", Credentials(base_url="b", app_key="k", app_secret="n" * 3_000))
    assert "nnn" not in str(raised.value)
    assert await vault.load("one") == KEYS


async def test_what_somebody_left_who_was_cut_off_is_cleared_away(store: Store) -> None:
    vault = KeyringVault()
    await vault.save("one", KEYS)
    first = dict(store.held)
    await vault.save("one", KEYS)
    last = next(name for name in sorted(first, reverse=True) if name != "one")
    store.held |= {name: part for name, part in first.items() if name not in ("one", last)}  # cut off while dropping
    store.held |= {f"one/3/{number}": "a part of an unfinished record" for number in range(9)}
    await vault.save("one", KEYS)
    assert set(store.held) == {"one", *(name.replace("one/1/", "one/3/") for name in first if name != "one")}
    assert await vault.load("one") == KEYS


async def test_forgetting_leaves_nothing_that_was_cut_off(store: Store) -> None:
    vault = KeyringVault()
    await vault.save("one", KEYS)
    first = dict(store.held)
    await vault.save("one", KEYS)
    store.held |= {name: part for name, part in first.items() if name != "one"} | {"one/3/0": "unfinished"}
    await vault.forget("one")
    assert not store.held


async def test_a_store_that_keeps_nothing_is_none(store: Store) -> None:
    store.forgets = True
    vault = KeyringVault()
    with pytest.raises(VaultTrouble):
        await vault.save("one", KEYS)
    opened, lasts = await open_vault()
    assert isinstance(opened, MemoryVault)
    assert not lasts


async def test_a_locked_store_stays_the_store_and_is_asked_again(
    store: Store, database: Database, clock: Clock
) -> None:
    """A prompt that is dismissed must not make everybody's PIN fit, nor every shop seem signed out."""
    roster = Roster(database, Pins(open_vault), clock)
    owner = await roster.add("陈静", Role.OWNER, "731946")
    store.locked = True
    vault, lasts = await open_vault()
    assert lasts
    roster = Roster(database, Pins(open_vault), clock)
    with pytest.raises(Busy, match=r"people\.vault"):
        await roster.enter(owner.operator_id, "000000")
    with pytest.raises(VaultTrouble, match="KeyringLocked"):
        await vault.load("kuaishou:1")
    store.locked = False
    assert not (await roster.enter(owner.operator_id, "000000")).inside
    assert (await roster.enter(owner.operator_id, "731946")).inside
    await vault.save("kuaishou:1", KEYS)
    assert await vault.load("kuaishou:1") == KEYS


async def test_a_store_that_keeps_is_opened_and_left_as_it_was(store: Store) -> None:
    opened, lasts = await open_vault()
    assert isinstance(opened, KeyringVault)
    assert lasts
    assert not store.held, "the probe is taken back"


async def test_a_store_that_hangs_is_given_up(store: Store) -> None:
    store.hangs = threading.Event()
    vault = KeyringVault(timeout_s=0.05)
    with pytest.raises(VaultTrouble, match="in time"):
        await vault.load("one")
    store.hangs.set()


async def test_a_missing_part_is_trouble_and_not_half_a_record(store: Store) -> None:
    vault = KeyringVault()
    await vault.save("one", KEYS)
    del store.held["one/1/1"]
    with pytest.raises(VaultTrouble):
        await vault.load("one")


async def test_what_is_not_ours_is_no_record_and_can_be_replaced(store: Store, expected_logs: list[str]) -> None:
    expected_logs.append("names no parts")
    store.held["one"] = "somebody else's"
    vault = KeyringVault()
    assert await vault.load("one") is None
    await vault.save("one", KEYS)
    assert await vault.load("one") == KEYS
    store.held["one/1/0"] = store.held["one/1/0"].replace("{", "[", 1)
    with pytest.raises(VaultTrouble) as raised:
        await vault.load("one")
    assert "secret" not in str(raised.value)


async def test_no_secret_in_the_words_of_a_record() -> None:
    assert "secret" not in repr(KEYS)
    assert "secret" not in f"{KEYS}"


INSIDE = """
import asyncio, sys
import keyring
from console.core.gateway import Credentials
from console.store.secrets import KeyringVault, open_vault

KEYS = Credentials(base_url="https://x.example", app_key="ks1", app_secret="s", access_token="a" * 5000)


async def main() -> None:
    vault, lasts = await open_vault()
    assert lasts, f"no store: {keyring.get_keyring()}"
    assert isinstance(vault, KeyringVault)
    await vault.save("kuaishou:1", KEYS)
    assert await KeyringVault().load("kuaishou:1") == KEYS
    await vault.forget("kuaishou:1")
    assert await vault.load("kuaishou:1") is None
    print(type(keyring.get_keyring()).__module__)


asyncio.run(main())
"""
UNLOCKED = "echo -n pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec {python} -c '{code}'"


def _under_dbus(tmp_path: Path, command: str) -> "subprocess.CompletedProcess[str]":
    """A session bus of its own, in a home that is thrown away."""
    place = {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path), "PATH": "/usr/bin:/bin"}
    place["PYTHONPATH"] = str(Path(secrets.__file__).parents[2])
    return subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", command],
        env=place,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


needs_keyring = pytest.mark.skipif(
    shutil.which("dbus-run-session") is None or shutil.which("gnome-keyring-daemon") is None,
    reason="no Secret Service on this machine",
)


@pytest.mark.keyring
@needs_keyring
def test_a_real_secret_service(tmp_path: Path) -> None:
    done = _under_dbus(tmp_path, UNLOCKED.format(python=sys.executable, code=INSIDE.replace("'", '"')))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "SecretService" in done.stdout


@pytest.mark.keyring
@needs_keyring
def test_without_a_secret_service_memory_is_taken(tmp_path: Path) -> None:
    code = "import asyncio; from console.store.secrets import open_vault; print(asyncio.run(open_vault())[1])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "PYTHONPATH": str(Path(secrets.__file__).parents[2])},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "False"), done.stderr
