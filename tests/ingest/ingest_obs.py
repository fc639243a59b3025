"""An OBS on a loopback port that checks the greeting by itself, and a stream that a test steers."""

import asyncio
import base64
import hashlib
import json
from contextlib import suppress
from typing import Any

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed

SALT, CHALLENGE = "lM1GncleQOaCu9lT1yeUZhFYnqhsLLP1G5lAGo3ixaI=", "+IxH4CnCiqpX1rM9scsNynZzbOe4KhDeYcTNS3PDaeY="


class FakeObs:
    """``password`` None: it asks for none. ``requests`` remembers what it was asked."""

    def __init__(self, password: str | None = "planted") -> None:
        self.password = password
        self.hello: dict[str, Any] = {"obsWebSocketVersion": "5.5.2", "rpcVersion": 1}
        self.stream: dict[str, Any] = {
            "outputActive": False,
            "outputReconnecting": False,
            "outputTimecode": "00:00:00.000",
            "outputDuration": 0,
            "outputCongestion": 0.0,
            "outputBytes": 0,
            "outputSkippedFrames": 0,
            "outputTotalFrames": 0,
        }
        self.requests: list[str] = []
        self.picture = b""  # of its scene; empty: there is none
        self.wished: list[dict[str, Any]] = []  # how each picture was to be
        self.answers = True
        self.greeted = 0
        self.port = 0
        self._server: Server | None = None
        self._lines: set[ServerConnection] = set()

    async def start(self, port: int = 0) -> None:
        self._server = await serve(self._line, "127.0.0.1", port, close_timeout=1)
        self.port = next(iter(self._server.sockets)).getsockname()[1]

    async def stop(self) -> None:
        """As when OBS is closed."""
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()
            self._server = None

    async def change(self, state: str, **stream: Any) -> None:
        """The stream became something: told to whoever listens."""
        self.stream.update(stream)
        data = {"outputActive": self.stream["outputActive"], "outputState": f"OBS_WEBSOCKET_OUTPUT_{state}"}
        event = {"op": 5, "d": {"eventType": "StreamStateChanged", "eventIntent": 64, "eventData": data}}
        for line in list(self._lines):
            await line.send(json.dumps(event))

    async def say(self, message: str) -> None:
        """Anything at all."""
        for line in list(self._lines):
            await line.send(message)

    async def _line(self, line: ServerConnection) -> None:
        hello = dict(self.hello)
        if self.password is not None:
            hello["authentication"] = {"challenge": CHALLENGE, "salt": SALT}
        with suppress(ConnectionClosed):
            await line.send(json.dumps({"op": 0, "d": hello}))
            said = json.loads(await line.recv())
            if said["op"] != 1:
                await line.close(4007, "not identified")
                return
            if self.password is not None and said["d"].get("authentication") != self._wanted():
                await line.close(4009, "Authentication failed.")
                return
            assert said["d"]["eventSubscriptions"] == 64
            await line.send(json.dumps({"op": 2, "d": {"negotiatedRpcVersion": said["d"]["rpcVersion"]}}))
            self.greeted += 1
            self._lines.add(line)
            try:
                async for message in line:
                    await self._answer(line, json.loads(message)["d"])
            finally:
                self._lines.discard(line)

    def _wanted(self) -> str:
        """By the protocol's own recipe, written down a second time."""
        first = hashlib.sha256(f"{self.password}{SALT}".encode()).digest()
        second = hashlib.sha256(base64.b64encode(first) + CHALLENGE.encode()).digest()
        return base64.b64encode(second).decode()

    async def _answer(self, line: ServerConnection, asked: dict[str, Any]) -> None:
        self.requests.append(asked["requestType"])
        if not self.answers:
            return
        known = asked["requestType"] in ("GetStreamStatus", "GetCurrentProgramScene")
        if asked["requestType"] == "GetSourceScreenshot" and self.picture:
            known = True
            self.wished.append(asked["requestData"])
        told = {
            "requestType": asked["requestType"],
            "requestId": asked["requestId"],
            "requestStatus": {"result": known, "code": 100 if known else 204},
        }
        if known:
            data = f"data:image/jpg;base64,{base64.b64encode(self.picture).decode()}"
            told["responseData"] = {
                "GetStreamStatus": self.stream,
                "GetCurrentProgramScene": {"currentProgramSceneName": "带货", "sceneName": "带货"},
                "GetSourceScreenshot": {"imageData": data},
            }[asked["requestType"]]
        await line.send(json.dumps({"op": 7, "d": told}))
        await asyncio.sleep(0)
