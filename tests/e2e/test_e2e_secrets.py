"""Planted secrets are found nowhere: not in the file, the log, the answers, the troubles' words or the pictures."""

import asyncio
import base64
import hashlib
import json
import logging
import os
import signal
import sqlite3
import subprocess
import sys
import time
import traceback
import urllib.parse
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest
from e2e_merchant import SMALL, KeptVault, code_of, follow, keys_of
from e2e_search import found, left_in

from console import catalogue
from console.app.joining import Assembly
from console.core.clock import SystemClock
from console.core.errors import Trouble
from console.core.gateway import Credentials, Window
from console.core.model import Platform
from console.net.redaction import RedactingFormatter
from console.platforms import open_ads, open_gateway
from console.platforms.kuaishou import calls, signing
from console.store.profile import Profile
from console.store.schema import copy
from console.store.secrets import MemoryVault

pytestmark = pytest.mark.timeout(180)

KUAISHOU, YOUZAN = Platform.KUAISHOU, Platform.YOUZAN
SECRET_FIELDS = ("app_secret", "client_secret", "sign_secret", "access_token", "refresh_token")


class Heard:
    """Every secret there was, and every word that came out."""

    def __init__(self) -> None:
        self.secrets: set[str] = set()
        self.places: dict[str, bytes] = {}

    def keep(self, *secrets: str) -> None:
        self.secrets.update(secret for secret in secrets if secret)

    def keep_keys(self, keys: Credentials) -> None:
        self.keep(keys.app_secret, keys.sign_secret, keys.access_token, keys.refresh_token)

    def keep_line(self, line: dict[str, Any]) -> None:
        self.keep(*(line[side].get(name, "") for side in ("kuaishou", "youzan") for name in SECRET_FIELDS))

    def say(self, name: str, words: str) -> None:
        self.places[name] = self.places.get(name, b"") + words.encode()

    def trouble(self, error: BaseException) -> None:
        self.say("troubles", "".join(traceback.format_exception(error)) + repr(error) + repr(error.args))
        if isinstance(error, Trouble):
            self.say("troubles", f"{error.detail} {error.trace_id}")
            for lang in ("zh_CN", "en"):
                said = catalogue.words_for(error, lang)
                self.say("troubles", said.text + said.next_step)

    def check(self) -> None:
        assert len(self.secrets) >= 4
        assert all(len(secret) >= 12 for secret in self.secrets), "long enough to be told from words"
        hits = found(self.places, self.secrets)
        assert not hits


class RememberingVault(KeptVault):
    def __init__(self, heard: Heard) -> None:
        super().__init__()
        self._heard = heard

    async def save(self, key: str, credentials: Credentials) -> None:
        self._heard.keep_keys(credentials)
        await super().save(key, credentials)


@pytest.fixture
def heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Listens to the log at its lowest level, as it goes into the file, and to the signatures."""
    heard, signed = Heard(), list[str]()
    real = signing.sign

    def sign(params: Any, secret: str) -> str:
        made = real(params, secret)
        signed.append(made)
        if len(signed) % 40 == 1:  # each costs the search a while
            heard.keep(made)
        return made

    monkeypatch.setattr(calls, "sign", sign)
    folder = tmp_path / "profile"
    folder.mkdir()
    lines = logging.FileHandler(folder / "console.log", encoding="utf-8")
    lines.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root, level = logging.getLogger(), logging.getLogger().level
    root.addHandler(lines)
    root.setLevel(logging.DEBUG)
    yield heard
    root.setLevel(level)
    root.removeHandler(lines)
    lines.close()


@pytest.fixture
def box(open_sandbox: Callable[..., Any]) -> Any:
    return open_sandbox(*SMALL, "--frozen", "--without-scope", "merchant_refund")


@pytest.mark.parametrize(
    "clothes",
    [
        lambda secret: secret.encode(),
        lambda secret: secret[7:19].encode(),
        lambda secret: secret.encode("utf-16-le"),
        lambda secret: secret.encode().hex().encode(),
        lambda secret: secret.encode().hex().upper().encode(),
        lambda secret: base64.b64encode(secret.encode()),
        lambda secret: base64.b64encode(b"1" + secret.encode()),
        lambda secret: base64.b64encode(b"22" + secret.encode() + b"x"),
        lambda secret: urllib.parse.quote(secret, safe="").encode(),
    ],
)
def test_the_search_finds_a_secret_in_any_clothes(clothes: Callable[[str], bytes]) -> None:
    secret = "ChFvYXV0aC5hY2Nlc3M+s3cr3t/q8Zz0_aB=="
    assert found({"here": b"\0\0 before " + clothes(secret) + b" after", "there": b"nothing"}, [secret]).keys() == {
        "here"
    }


async def test_a_bound_shop_through_every_trouble(
    box: Any, heard: Heard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_logs: list[str]
) -> None:
    expected_logs.append("uncaught")
    monkeypatch.setattr(SystemClock, "sleep", _hasty)
    vault = RememberingVault(heard)
    with Profile.open(tmp_path / "profile") as profile:
        assembly = await Assembly.open(profile, vault.opened)
        follow(box, assembly.clock)
        try:
            await _live(assembly, box, heard)
            await asyncio.to_thread(copy, profile.database_path, profile.folder / "console.0001.backup.db")
            heard.places |= left_in(profile.folder)  # while it is open: its log and shared memory, too
            assert {"console.db", "console.db-wal", "console.db-shm", "console.log"} <= set(heard.places)
        finally:
            await assembly.close()
        heard.places |= left_in(profile.folder)
    assert b"shops.bind" in heard.places["console.db"]
    assert b"RuntimeError" in heard.places["console.log"]
    assert b"DEBUG" in heard.places["console.log"]
    heard.check()


async def _live(assembly: Assembly, box: Any, heard: Heard) -> None:
    """Bind, read, and meet each trouble once."""
    for platform in Platform:
        keys = keys_of(box, platform)
        for wrong in ({"app_secret": "wrong-secret-0123456789"}, {"sign_secret": "wrong-secret-9876543210"}):
            await _refused(assembly, heard, platform, msgspec.structs.replace(keys, **wrong), code_of(box, platform))
    await _refused(assembly, heard, KUAISHOU, keys_of(box, KUAISHOU), "a-code-that-nobody-gave-out")
    shop_ids = []
    for platform in Platform:
        code = code_of(box, platform)
        heard.keep(code)
        shop_ids.append((await assembly.bind(platform, keys_of(box, platform), code)).shop_id)
    await assembly.pair(*shop_ids)
    for fault in ("", "torn_json", "wrong_envelope", "server_error", "token_expired", "token_revoked", "cut_after"):
        if fault:
            box.ask("/faults", {"on": [fault], "times": 12})
        report = await assembly.engine.sync_once()
        heard.say("report", repr(report) + msgspec.json.encode(report).decode())
        box.ask("/faults", {"off": [fault] if fault else []})
    box.ask("/tokens", {"revoked": ["kuaishou", "youzan"]})
    heard.say("report", repr(await assembly.engine.sync_once()))
    for shop_id in shop_ids:
        heard.say("self-test", repr([check async for check in assembly.self_test(shop_id)]))
    heard.say("sign-ins", repr(await assembly.sign_ins()))
    held = await assembly.vaults.load(shop_ids[0])
    assert held is not None
    try:
        raise RuntimeError(f"GET /x?access_token={held.access_token} by {held} with {held.app_secret}")
    except RuntimeError:
        logging.getLogger("console").exception("uncaught")
        logging.getLogger("console").debug("holding %s, refresh_token=%s", held.access_token, held.refresh_token)


async def _refused(assembly: Assembly, heard: Heard, platform: Platform, keys: Credentials, code: str) -> None:
    heard.keep_keys(keys)
    heard.keep(code)
    try:
        await assembly.bind(platform, keys, code)
    except Trouble as trouble:
        heard.trouble(trouble)


async def _hasty(self: SystemClock, seconds: float) -> None:
    await asyncio.sleep(min(seconds, 0.01))


# -- a platform that repeats whatever it was told ---------------------------------------------------------------------


@asynccontextmanager
async def parrot(status: int, *, named: bool) -> AsyncIterator[str]:
    """Refuses everything and quotes the whole request, or what is secret in it without its name."""

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = next((int(line[15:]) for line in head.split("\r\n") if line.lower().startswith("content-length:")), 0)
        body = (await reader.readexactly(length)).decode()
        target = head.split(" ")[1]
        asked = urllib.parse.parse_qsl(urllib.parse.urlsplit(target).query) + urllib.parse.parse_qsl(body)
        values = [value for name, value in asked if name in (*SECRET_FIELDS, "code")]
        values += [str(value) for value in json.loads(body).values()] if body.startswith("{") else []
        words = f"{target} {body}" if named else " ".join(values)
        texts = dict.fromkeys(("error_msg", "error", "message", "msg", "err_msg"), words)
        answer = {"result": 4444, "code": 4444, "success": False, "request_id": "r", **texts}
        answer["gw_err_resp"] = {"err_code": 4444, "err_msg": words}
        content = json.dumps(answer).encode()
        writer.write(f"HTTP/1.1 {status} X\r\nContent-Length: {len(content)}\r\nConnection: close\r\n\r\n".encode())
        writer.write(content)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        await server.wait_closed()


@pytest.mark.parametrize("status", [200, 500])
@pytest.mark.parametrize("party", [*Platform, "ads"])
@pytest.mark.parametrize("ended", [False, True])
@pytest.mark.parametrize("named", [False, True])
async def test_a_platform_that_repeats_our_secrets(
    heard: Heard, party: Any, status: int, ended: bool, named: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(SystemClock, "sleep", _hasty)
    clock, vault = SystemClock(), MemoryVault()
    names = ("app_secret", "sign_secret", "access_token", "refresh_token")
    planted = {name: base64.b64encode(hashlib.sha256(name.encode()).digest()).decode() for name in names}
    async with parrot(status, named=named) as base_url:
        keys = Credentials(base_url=base_url, app_key="1234", app_secret=planted["app_secret"], grant_id="77")
        keys = msgspec.structs.replace(keys, **planted)
        keys.access_expires_at = 1 if ended else None
        heard.keep_keys(keys)
        await vault.save("shop", keys)
        gateway: Any
        if party == "ads":
            gateway = open_ads(vault=vault, key="shop", base_url=base_url, clock=clock)
        else:
            gateway = open_gateway(party, vault=vault, key="shop", base_url=base_url, clock=clock)
        try:
            await (gateway.ad_hours(Window(begin_at=0, end_at=1), None) if party == "ads" else gateway.shop())
        except Trouble as trouble:
            heard.trouble(trouble)
            logging.getLogger("console").info("%s", trouble, exc_info=trouble)
        finally:
            await gateway.aclose()
    assert heard.places["troubles"]
    heard.places |= left_in(tmp_path / "profile")
    heard.check()


# -- the program itself -----------------------------------------------------------------------------------------------


def test_the_program_and_its_pictures(box: Any, tmp_path: Path, command: Any) -> None:
    """The commands through faults, a window that is closed, and pictures of every tab."""
    heard, connect = Heard(), str(box.connect)
    heard.keep_line(json.loads(box.connect.read_text()))
    profile = ["--profile", str(tmp_path / "profile")]
    for fault in ("token_expired", "token_revoked"):
        box.ask("/faults", {"on": [fault], "times": 3})
        for words in (["sync", "--once", "--json"], ["doctor"]):
            run = command(words[0], *profile, "--connect", connect, *words[1:])
            assert run.out, run.err
            heard.say("answers", run.out + run.err)
        heard.keep_line(json.loads(box.connect.read_text()))
        box.ask("/faults", {"off": [fault]})
    heard.say("answers", command("orders", *profile, "--json").out)
    heard.say("answers", _window(tmp_path / "profile", connect))
    run = command("shots", str(tmp_path / "shots"), "--connect", connect, "--size", "1024x700")
    assert run.out.count(".png") > 8, run.err  # a scope is withheld: it says so, and ends with 1
    heard.say("answers", run.out + run.err)
    heard.keep_line(json.loads(box.connect.read_text()))
    heard.places |= left_in(tmp_path / "profile") | left_in(tmp_path / "shots")
    assert any(name.endswith(".png") for name in heard.places)
    assert "console.db" in heard.places
    heard.check()


def _window(folder: Path, connect: str) -> str:
    """Open the window, let it read, and close it; what it said on its two streams."""
    words = [sys.executable, "-m", "console", "--profile", str(folder), "--connect", connect]
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    window = subprocess.Popen(words, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        before = _read_at(folder)
        deadline = time.monotonic() + 30
        while _read_at(folder) == before and time.monotonic() < deadline:
            time.sleep(0.1)
        assert _read_at(folder) != before, "it read"
        window.send_signal(signal.SIGTERM)
        said = window.communicate(timeout=30)[0]
    finally:
        window.kill()
        window.wait()
    assert window.returncode == 0, said
    return said


def _read_at(folder: Path) -> Any:
    with sqlite3.connect(f"file:{folder / 'console.db'}?mode=ro", uri=True) as conn:
        found = conn.execute("SELECT max(success_at) FROM health").fetchone()
    conn.close()
    return found
