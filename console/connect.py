"""The sandbox's one line as a file: whom to speak to, with which secrets, and by whose clock.

Binds both shops for one run, and the ads account where the line has one. A rotated pair of tokens goes back into the
file before it is used, in one step and readable by its owner alone; nothing of it ever goes into a profile.
"""

import asyncio
import errno
import glob
import os
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path
from weakref import WeakValueDictionary

import msgspec

from console.core.clock import SystemClock
from console.core.errors import FileCode, FileTrouble, Trouble
from console.core.gateway import Credentials
from console.core.model import ADS, Platform

_ABANDONED_S = 60  # nobody is that long at replacing a file


class KuaishouKeys(msgspec.Struct):
    """What the line says of the Kuaishou shop."""

    base_url: str
    app_key: str
    app_secret: str
    sign_secret: str
    access_token: str
    refresh_token: str

    def credentials(self) -> Credentials:
        return Credentials(
            base_url=self.base_url,
            app_key=self.app_key,
            app_secret=self.app_secret,
            sign_secret=self.sign_secret,
            access_token=self.access_token,
            refresh_token=self.refresh_token,
        )

    def __repr__(self) -> str:
        return f"KuaishouKeys({self.base_url}, …)"


class YouzanKeys(msgspec.Struct):
    """What the line says of the Youzan shop."""

    base_url: str
    client_id: str
    client_secret: str
    kdt_id: str
    access_token: str
    refresh_token: str

    def credentials(self) -> Credentials:
        return Credentials(
            base_url=self.base_url,
            app_key=self.client_id,
            app_secret=self.client_secret,
            grant_id=self.kdt_id,
            access_token=self.access_token,
            refresh_token=self.refresh_token,
        )

    def __repr__(self) -> str:
        return f"YouzanKeys({self.base_url}, …)"


class AdsKeys(msgspec.Struct):
    """What the line says of the Kuaishou shop's ads account, where it has one."""

    base_url: str
    app_id: str
    secret: str
    advertiser_id: str
    access_token: str
    refresh_token: str

    def credentials(self) -> Credentials:
        return Credentials(
            base_url=self.base_url,
            app_key=self.app_id,
            app_secret=self.secret,
            grant_id=self.advertiser_id,
            access_token=self.access_token,
            refresh_token=self.refresh_token,
        )

    def __repr__(self) -> str:
        return f"AdsKeys({self.base_url}, …)"


class Connection(msgspec.Struct):
    """The line. ``control_url`` and ``now`` are there when it was a sandbox that printed it."""

    kuaishou: KuaishouKeys
    youzan: YouzanKeys
    kuaishou_ads: AdsKeys | None = None
    control_url: str = ""
    now: str | int = ""

    def keys(self, platform: Platform) -> KuaishouKeys | YouzanKeys:
        return self.kuaishou if platform is Platform.KUAISHOU else self.youzan

    def of(self, party: str) -> KuaishouKeys | YouzanKeys | AdsKeys | None:
        """The same by name, the ads account's among them; None where the line says nothing of it."""
        return self.kuaishou_ads if party == ADS else self.keys(Platform(party))


class ConnectTrouble(Exception):
    """The file is not there, cannot be read, or does not hold the line. ``code`` is a key of the catalogue."""

    def __init__(self, code: str, path: Path, detail: str = "") -> None:
        super().__init__(f"{code}: {path} {detail}".rstrip())
        self.code = code
        self.path = path
        self.detail = detail


def read_connection(path: Path) -> Connection:
    """The line in the file. Raises ConnectTrouble, whose detail names what is wrong but never a secret."""
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        raise ConnectTrouble("cli.connect_missing", path) from None
    except OSError as error:
        raise ConnectTrouble("cli.connect_denied", path, error.strerror or "") from None
    try:
        connection = msgspec.json.decode(text, type=Connection)
    except msgspec.MsgspecError as error:
        raise ConnectTrouble("cli.connect_garbled", path, str(error)) from None
    for party in (*Platform, ADS):
        keys = connection.of(party)
        if keys is not None and not keys.base_url.startswith(("http://", "https://")):
            raise ConnectTrouble("cli.connect_garbled", path, f"{party}.base_url")
    return connection


class _Turn:
    """Whose turn it is to change a file."""

    def __init__(self) -> None:
        self.lock = threading.Lock()


_turns: WeakValueDictionary[Path, _Turn] = WeakValueDictionary()  # a file has one, however many vaults are on it


class FileVault:
    """SupportsVault over the file; the keys are the platforms' names, and the ads account's."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._held: dict[str, Credentials] = {}  # the line has no room for when a token ends
        self._turn = _turns.setdefault(path.resolve(), _Turn())

    async def load(self, key: str) -> Credentials | None:
        """What the file holds now."""
        connection = await asyncio.to_thread(read_connection, self._path)
        keys = connection.of(key)
        if keys is None:
            return None
        stored = keys.credentials()
        held = self._held.get(key)
        return held if held is not None and held.access_token == stored.access_token else stored

    async def save(self, key: str, credentials: Credentials) -> None:
        """Put the pair into the file; returns when it is safe on disk."""
        await asyncio.to_thread(self._write, key, credentials)
        self._held[key] = credentials

    def _write(self, party: str, credentials: Credentials) -> None:
        with self._turn.lock:
            self._put(party, credentials)

    def _put(self, party: str, credentials: Credentials) -> None:
        connection = read_connection(self._path)  # somebody may have taken it away, or written something else into it
        if connection.of(party) is None:
            raise ConnectTrouble("cli.connect_garbled", self._path, party)
        line = msgspec.json.decode(self._path.read_bytes())
        line[party]["access_token"] = credentials.access_token
        line[party]["refresh_token"] = credentials.refresh_token
        try:
            replace_privately(self._path.resolve(), msgspec.json.encode(line) + b"\n")
        except OSError as error:
            code: FileCode = "disk.full" if error.errno == errno.ENOSPC else "disk.denied"
            raise FileTrouble(code, str(self._path), error.strerror or "") from error


def replace_privately(path: Path, content: bytes) -> None:
    """Replace a file in one step: whoever reads it sees the old content or the new. Only its owner may read it.

    What somebody left who was killed at it, secrets and all, is cleared away.
    """
    _clear_away(path)
    number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # made with mode 0600
    try:
        with open(number, "wb") as file:  # noqa: PTH123 - an open descriptor has no path
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)  # noqa: PTH105 - the name is text here
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _clear_away(path: Path) -> None:
    for left in path.parent.glob(f".{glob.escape(path.name)}.*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _ABANDONED_S:
                left.unlink()


class _Told(msgspec.Struct):
    now_ms: int


async def clock_offset(control_url: str) -> int:
    """How far the sandbox's clock is ahead of this machine's, ms. Raises Trouble."""
    from console.core.errors import Unreadable
    from console.net.channel import Channel, Request
    from console.net.pace import Pace

    channel = Channel(Platform.KUAISHOU, control_url, SystemClock(), pace=Pace(10, 10), timeout_s=5)
    try:
        asked_at = time.time_ns()
        answer = await channel.send(Request(method="GET", path="/clock"))
        local = (asked_at + time.time_ns()) // 2_000_000
        return msgspec.json.decode(answer.content, type=_Told).now_ms - local
    except msgspec.MsgspecError as error:
        raise Unreadable("wire.not_json", detail=str(error)) from None
    finally:
        await channel.aclose()


async def clock_of(connection: Connection) -> tuple[SystemClock, Trouble | None]:
    """The clock both platforms live by; this machine's own, and why, where they cannot be asked."""
    if not connection.control_url:
        return SystemClock(), None
    try:
        return SystemClock(await clock_offset(connection.control_url)), None
    except (Trouble, ValueError) as error:
        from console.core.errors import Offline

        return SystemClock(), error if isinstance(error, Trouble) else Offline("net.refused", detail=str(error))
