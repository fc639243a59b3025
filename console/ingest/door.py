"""The door itself: HTTP and WebSocket on the loopback, on a thread and a loop of its own, so that no show, however
loud, is ever on the window's account.

Whoever sends shows the installation's token; a web page shows by its ``Origin`` that it is a browser helper's. A page
that somebody merely visits can do neither, nor send JSON without asking first, and is not answered when it asks.

A show that its operator has ended stays ended, whatever a page that was left open goes on telling under the same
``session_id``: for a quarter of an hour its rows are accepted but kept apart (``kept_apart`` counts them), and become
the show's only if it is opened again; afterwards they are refused with ``show_ended``, a ``start`` among them. The next
show is told under a ``session_id`` of its own; its first row, a ``start`` or any other, begins it. A row more than a
quarter of an hour older than its show is refused with ``before_show``, a ``start`` excepted.
"""

import asyncio
import secrets
import socket
import threading
from collections.abc import Callable, Sequence
from typing import Any, Final

import msgspec
import uvicorn
from aiolimiter import AsyncLimiter
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from console.core.clock import Clock
from console.core.errors import FileTrouble
from console.ingest.checking import DOOR_BACK_MS
from console.ingest.keeping import Intake, SupportsKeeping
from console.ingest.wire import LINE_BYTES, VERSION, Refusal, decoded

HOST: Final = "127.0.0.1"
BODY_BYTES: Final = 1024 * 1024
BATCH_ROWS: Final = 500
CALLS_A_S: Final = 50
FRAMES_A_S: Final = 200
STRANGERS_A_S: Final = 5  # so many who may not come in are counted in the file; more must not keep the disk busy
NOT_KEPT: Final = "not_kept"
HELPERS: Final = ("chrome-extension://", "moz-extension://", "safari-web-extension://")


class Door:
    """``start()`` opens it, ``stop()`` closes it; both block for a moment and are not for the loop."""

    def __init__(
        self, keeping: SupportsKeeping, clock: Clock, token: str, port: int = 0, calls_a_s: int = CALLS_A_S
    ) -> None:
        self._token = token
        self._clock = clock
        self._wanted_port = port
        self.calls_a_s = calls_a_s
        self._strangers = AsyncLimiter(STRANGERS_A_S, 1)
        self.intake = Intake(keeping, clock, DOOR_BACK_MS)
        self.port = 0
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def address(self) -> str:
        """Where it is open."""
        return f"http://{HOST}:{self.port}/ingest/v1"

    def start(self) -> None:
        """Open it. Raises OSError where the port is taken."""
        sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            sock.bind((HOST, self._wanted_port))
            sock.listen(64)
        except OSError:
            sock.close()
            raise
        self.port = sock.getsockname()[1]
        config = uvicorn.Config(
            _application(self),
            ws="websockets-sansio",
            ws_max_size=LINE_BYTES,
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=1,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._run, args=(self._server, sock), name="ingest-door")
        self._thread.start()

    def _run(self, server: uvicorn.Server, sock: socket.socket) -> None:
        """On a loop of its own kind: under the window the usual one is Qt's, which belongs to the main thread."""
        with sock, asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
            runner.run(server.serve(sockets=[sock]))

    def stop(self) -> None:
        """Close it and wait until it is closed. May be called twice."""
        if self._server is not None and self._thread is not None:
            self._server.should_exit = True
            self._thread.join()
        self._server = self._thread = None

    def change_token(self, token: str) -> None:
        """From now on another token is asked for."""
        self._token = token

    def refusal(self, headers: Any) -> tuple[int, str] | None:
        """Why whoever asks is not let in: status and reason; None: come in."""
        host = str(headers.get("host", "")).partition(":")[0]
        if host not in (HOST, "localhost"):
            return 403, "foreign_host"  # a name that somebody made to point here
        origin = headers.get("origin")
        if origin is not None and not origin.startswith(HELPERS):
            return 403, "foreign_origin"
        shown = headers.get("x-console-token") or headers.get("authorization", "").removeprefix("Bearer ")
        if not secrets.compare_digest(shown.encode(), self._token.encode()):
            return 401, "wrong_token"
        return None

    async def turn_away(self, reason: str) -> None:
        """Count who may not come in, or comes too fast; of very many only some are written down."""
        if self._strangers.has_capacity():
            await self._strangers.acquire()
            await self.intake.refuse([reason])
        else:
            self.intake.rejected += 1

    def health(self) -> dict[str, Any]:
        """What a helper may ask before it sends."""
        last_at = self.intake.last_at
        age = None if last_at is None else max(0, self._clock.now_ms() - last_at) // 1000
        return {"ok": True, "version": VERSION, "session_id": self.intake.session_id or None, "last_event_age_s": age}


def _application(door: Door) -> Starlette:
    calls = AsyncLimiter(door.calls_a_s, 1)
    routes = [
        Route("/ingest/v1/health", _guarded(door, calls, _health), methods=["GET"]),
        Route("/ingest/v1/session", _guarded(door, calls, _one("session")), methods=["POST"]),
        Route("/ingest/v1/snapshot", _guarded(door, calls, _one("snapshot")), methods=["POST"]),
        Route("/ingest/v1/events", _guarded(door, calls, _events), methods=["POST"]),
        WebSocketRoute("/ingest/v1/stream", _stream(door)),
    ]
    return Starlette(routes=routes)


Handler = Callable[[Door, Request], Any]


def _guarded(door: Door, calls: AsyncLimiter, handler: Handler) -> Callable[[Request], Any]:
    async def guarded(request: Request) -> Response:
        refused = door.refusal(request.headers)
        if refused is None and not calls.has_capacity():
            refused = (429, "too_fast")
        if refused is not None:
            await door.turn_away(refused[1])
            return _refused(*refused)
        await calls.acquire()
        try:
            answer: Response = await handler(door, request)
        except ClientDisconnect:  # nobody waits for it any more
            return Response(status_code=400)
        except FileTrouble:  # a full disk: whoever sends may send it again
            return _refused(503, NOT_KEPT)
        return answer

    return guarded


async def _refuse(door: Door, status: int, reason: str) -> Response:
    await door.intake.refuse([reason])
    return _refused(status, reason)


def _refused(status: int, reason: str) -> Response:
    return _json({"ok": False, "accepted": 0, "duplicate": 0, "rejected": [{"index": 0, "reason": reason}]}, status)


def _json(answer: Any, status: int = 200) -> Response:
    return Response(msgspec.json.encode(answer), status, media_type="application/json")


async def _health(door: Door, request: Request) -> Response:
    return _json(door.health())


def _one(kind: str) -> Handler:
    async def one(door: Door, request: Request) -> Response:
        given = await _body(request)
        if isinstance(given, Response):
            return given
        if isinstance(given, Refusal):
            return await _refuse(door, 413 if given.reason == "too_long" else 400, given.reason)
        return await _take(door, [given], kind)

    return one


async def _events(door: Door, request: Request) -> Response:
    given = await _body(request)
    if isinstance(given, Refusal):
        return await _refuse(door, 413 if given.reason == "too_long" else 400, given.reason)
    rows = given.get("events") if isinstance(given, dict) else None
    if not isinstance(rows, list):
        return await _refuse(door, 400, "bad_field: events")
    if len(rows) > BATCH_ROWS:
        return await _refuse(door, 413, f"too_many: {len(rows)}")
    session_id = given.get("session_id")
    return await _take(door, rows, "event", session_id if isinstance(session_id, str) else "")


async def _take(door: Door, rows: Sequence[Any], kind: str, session_id: str = "") -> Response:
    answer = await door.intake.take(rows, kind, session_id)
    return _json(answer, 200 if answer.ok else 422)


async def _body(request: Request) -> Any:
    """The object, or the Refusal it earned. Stops reading where it grows too long."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        return Refusal("not_json: content-type")
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > BODY_BYTES:
            return Refusal("too_long")
    try:
        return decoded(bytes(content))
    except Refusal as refusal:
        return refusal


def _stream(door: Door) -> Callable[[WebSocket], Any]:
    async def stream(socket: WebSocket) -> None:
        refused = door.refusal(socket.headers)
        if refused is not None:
            await door.turn_away(refused[1])
            await socket.close(1008, refused[1])
            return
        await socket.accept()
        frames, number = AsyncLimiter(FRAMES_A_S, 1), 0
        try:
            while True:
                text = await socket.receive_text()
                if (refused := door.refusal(socket.headers)) is not None:  # another token is asked for by now
                    await door.turn_away(refused[1])
                    await socket.close(1008, refused[1])
                    return
                number += 1
                await socket.send_bytes(msgspec.json.encode(await _frame(door, frames, number, text)))
        except (WebSocketDisconnect, KeyError):  # gone; or a frame that is not text, which no helper sends
            return

    return stream


async def _frame(door: Door, frames: AsyncLimiter, number: int, text: str) -> dict[str, Any]:
    if not frames.has_capacity():
        await door.intake.refuse(["too_fast"])
        return {"ack": number, "ok": False, "rejected": [{"index": 0, "reason": "too_fast"}]}
    await frames.acquire()
    try:
        given = decoded(text.encode())
    except Refusal as refusal:
        await door.intake.refuse([refusal.reason])
        return {"ack": number, "ok": False, "rejected": [{"index": 0, "reason": refusal.reason}]}
    try:
        answer = await door.intake.take([given])
    except FileTrouble:
        return {"ack": number, "ok": False, "rejected": [{"index": 0, "reason": NOT_KEPT}]}
    return {"ack": number, **msgspec.structs.asdict(answer)}
