"""OBS over its own WebSocket (obs-websocket 5, on this computer by default): if it streams, how well, what it shows.

Only asked, never told: no request of ours changes anything there. The password is never sent: what is sent is a hash of
it with the two words the other side made up for this one greeting.
"""

import asyncio
import base64
import contextlib
import hashlib
import secrets
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Self

import msgspec

from console.core.clock import Clock
from console.core.errors import Offline, Refused, Unreadable
from console.core.streaming import StreamStatus

if TYPE_CHECKING:  # loads half a library: not before somebody links OBS
    from websockets.asyncio.client import ClientConnection

HELLO, IDENTIFY, IDENTIFIED, EVENT, REQUEST, ANSWER = 0, 1, 2, 5, 6, 7
RPC_VERSION: Final = 1
OUTPUTS: Final = 1 << 6  # the events of outputs, and no others
WRONG_PASSWORD: Final = 4009
FRAME_BYTES: Final = 256 * 1024
PICTURE_BYTES: Final = 4 * 1024 * 1024  # of the answer that carries a picture
PICTURE: Final = {"imageFormat": "jpg", "imageWidth": 768, "imageCompressionQuality": 80}
PATIENCE_S: Final = 5.0


class StatusForm(msgspec.Struct, frozen=True):
    """The answer to GetStreamStatus, in OBS's names."""

    outputActive: bool  # noqa: N815 - as OBS spells it, and so below
    outputReconnecting: bool = False  # noqa: N815
    outputDuration: int = 0  # noqa: N815 - ms
    outputCongestion: float | None = None  # noqa: N815
    outputBytes: int | None = None  # noqa: N815
    outputSkippedFrames: int | None = None  # noqa: N815
    outputTotalFrames: int | None = None  # noqa: N815


def proof(password: str, salt: str, challenge: str) -> str:
    """What shows that we know the password."""
    secret = _digest(password + salt)
    return _digest(secret + challenge)


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


class ObsLine:
    """One connection, greeted. ``changes`` holds what its stream became: true for begun, false for ended."""

    def __init__(self, socket: "ClientConnection", clock: Clock, version: str) -> None:
        self.version = version
        self.changes: asyncio.Queue[bool | None] = asyncio.Queue()
        self._socket = socket
        self._clock = clock
        self._asked: dict[str, asyncio.Future[Mapping[str, Any]]] = {}
        self._listening = asyncio.get_running_loop().create_task(self._listen(), name="obs:line")

    @classmethod
    async def open(cls, host: str, port: int, password: str, clock: Clock, most: int = FRAME_BYTES) -> Self:
        """Connect and greet. Raises Offline where nobody answers, Refused for a wrong password, Unreadable."""
        from websockets.asyncio.client import connect
        from websockets.exceptions import ConnectionClosed, WebSocketException

        where = f"[{host}]" if ":" in host else host
        try:
            async with asyncio.timeout(PATIENCE_S):
                socket = await connect(f"ws://{where}:{port}", max_size=most, proxy=None, compression=None)
        except (OSError, TimeoutError) as error:
            raise Offline("obs.silent", detail=f"{host}:{port}", sent=False) from error
        except WebSocketException as error:
            raise Unreadable("obs.foreign", detail=f"{host}:{port}") from error
        try:
            async with asyncio.timeout(PATIENCE_S):
                version = await _greet(socket, password)
        except ConnectionClosed as closed:
            await socket.close()
            code = closed.rcvd.code if closed.rcvd is not None else 0
            if code == WRONG_PASSWORD:
                raise Refused("obs.password") from None
            raise Unreadable("obs.foreign", detail=f"{code}") from None
        except (TimeoutError, msgspec.MsgspecError, KeyError, TypeError, AttributeError) as error:
            await socket.close()
            raise Unreadable("obs.foreign", detail=f"{host}:{port}") from error
        except BaseException:
            await socket.close()
            raise
        return cls(socket, clock, version)

    async def status(self) -> StreamStatus:
        """How the stream is now. Raises Offline where the line broke, Unreadable where the answer is none."""
        told = await self._ask("GetStreamStatus")
        try:
            form = msgspec.convert(told, StatusForm, strict=True)
        except msgspec.ValidationError as error:
            raise Unreadable("obs.foreign", detail=str(error)) from None
        return StreamStatus(
            at=self._clock.now_ms(),
            is_active=form.outputActive,
            is_reconnecting=form.outputReconnecting,
            duration_ms=form.outputDuration,
            congestion=form.outputCongestion,
            sent_bytes=form.outputBytes,
            skipped_frames=form.outputSkippedFrames,
            total_frames=form.outputTotalFrames,
        )

    async def picture(self) -> bytes:
        """The scene that goes out, as a picture. Raises Offline; Unreadable where there is none."""
        try:
            scene = (await self._ask("GetCurrentProgramScene"))["currentProgramSceneName"]
            told = await self._ask("GetSourceScreenshot", {"sourceName": str(scene), **PICTURE})
            return base64.b64decode(str(told["imageData"]).partition(",")[2], validate=True)
        except (KeyError, ValueError):
            raise Unreadable("obs.picture") from None

    async def close(self) -> None:
        """Hang up. May be called twice."""
        self._listening.cancel()
        await asyncio.gather(self._listening, return_exceptions=True)
        await self._socket.close()

    async def _ask(self, what: str, data: Mapping[str, object] | None = None) -> Mapping[str, Any]:
        from websockets.exceptions import ConnectionClosed

        name = secrets.token_hex(8)
        if self._listening.done():
            raise Offline("obs.silent")
        waiting = self._asked[name] = asyncio.get_running_loop().create_future()
        asked = {"requestType": what, "requestId": name} | ({"requestData": data} if data else {})
        try:
            await self._socket.send(_encoded(REQUEST, asked))
            async with asyncio.timeout(PATIENCE_S):
                told: Mapping[str, Any] = await waiting
                return told
        except (ConnectionClosed, TimeoutError):
            raise Offline("obs.silent") from None
        finally:
            self._asked.pop(name, None)

    async def _listen(self) -> None:
        """Until the line ends: answers to whoever asked, changes into their queue. What is not understood is passed."""
        from websockets.exceptions import ConnectionClosed

        try:
            async for message in self._socket:
                with contextlib.suppress(msgspec.MsgspecError, KeyError, TypeError, AttributeError):
                    self._take(msgspec.json.decode(message))
        except ConnectionClosed:
            pass
        finally:
            self.changes.put_nowait(None)
            for waiting in self._asked.values():
                if not waiting.done():
                    waiting.set_exception(Offline("obs.silent"))

    def _take(self, message: Any) -> None:
        told = message["d"]
        if message["op"] == ANSWER:
            waiting = self._asked.get(told["requestId"])
            if waiting is None or waiting.done():
                return
            if told["requestStatus"]["result"] is True:
                waiting.set_result(told["responseData"])
            else:
                waiting.set_exception(Unreadable("obs.foreign", detail=str(told["requestStatus"].get("code", ""))))
        elif message["op"] == EVENT and told["eventType"] == "StreamStateChanged":
            state = told["eventData"]["outputState"]
            if state.endswith(("_STARTED", "_STOPPED")):
                self.changes.put_nowait(state.endswith("_STARTED"))


async def _greet(socket: "ClientConnection", password: str) -> str:
    """Hello, Identify, Identified; returns the version of the other side."""
    hello = _payload(await socket.recv(), HELLO)
    said: dict[str, Any] = {"rpcVersion": min(RPC_VERSION, int(hello["rpcVersion"])), "eventSubscriptions": OUTPUTS}
    if "authentication" in hello:
        asked = hello["authentication"]
        said["authentication"] = proof(password, str(asked["salt"]), str(asked["challenge"]))
    await socket.send(_encoded(IDENTIFY, said))
    _payload(await socket.recv(), IDENTIFIED)
    return str(hello["obsWebSocketVersion"])


def _payload(message: str | bytes, op: int) -> Mapping[str, Any]:
    given = msgspec.json.decode(message)
    if given["op"] != op:
        raise KeyError(op)
    told: Mapping[str, Any] = given["d"]
    return told


def _encoded(op: int, told: Mapping[str, Any]) -> str:
    return msgspec.json.encode({"op": op, "d": told}).decode()
