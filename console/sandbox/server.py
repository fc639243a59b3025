"""The sandbox's web server: one loopback port for control, pictures and both platforms."""

import asyncio
import contextlib
import signal
import socket
from asyncio import Transport as Connection
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from console.sandbox.context import Context
from console.sandbox.control import control_routes
from console.sandbox.pictures import picture
from console.sandbox.transport import ABORT, Transport

HOST = "127.0.0.1"
BEAT_S = 1.0  # the world lives on even if nobody asks
LAST_SEED = 10**9


def build_app(ctx: Context, platforms: Sequence[BaseRoute]) -> ASGIApp:
    """The whole application: ``platforms`` are the routes of both."""

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        beat = asyncio.create_task(_beat(ctx))
        try:
            yield
        finally:
            beat.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await beat

    routes = [*control_routes(ctx), Route("/picture/{seed:int}.png", _picture), *platforms]
    return Transport(Starlette(routes=routes, lifespan=lifespan), ctx)


def listen(port: int) -> socket.socket:
    """A loopback socket on ``port`` (0: any free one). Raises OSError where the port is taken."""
    # asyncio switches Nagle's delay (40 ms an answer) off only where the protocol is named
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        sock.bind((HOST, port))
        sock.listen()
    except OSError:
        sock.close()
        raise
    return sock


def serve(app: ASGIApp, sock: socket.socket, ready: Callable[[], None]) -> None:
    """Answer on ``sock`` until a signal says stop; ``ready`` is called once, when the first call can come."""
    config = uvicorn.Config(
        app,
        http=Breakable,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        date_header=False,  # the sandbox's clock says the date
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=1,
    )
    _Server(config, ready).run(sockets=[sock])


class Breakable(H11Protocol):
    """HTTP/1.1 whose connection the application can break off, as a bad line would."""

    def connection_made(self, transport: Connection) -> None:  # type: ignore[override]
        super().connection_made(transport)
        answer = self.app

        async def app(scope: Scope, receive: Receive, send: Send) -> None:
            scope[ABORT] = transport.abort
            with contextlib.suppress(ClientDisconnect):  # whoever left in the middle of asking wants no answer
                await answer(scope, receive, send)

        self.app: Any = app


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Stop in order on the usual signals, and do not raise them again at the end: being stopped is no error."""

        def stop(*_: object) -> None:
            self.should_exit = True

        before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, what in before.items():
                signal.signal(number, what)


async def _beat(ctx: Context) -> None:
    while True:
        await asyncio.sleep(BEAT_S)
        ctx.living.touch()


async def _picture(request: Request) -> Response:
    seed = request.path_params["seed"]
    if not 0 <= seed < LAST_SEED:
        return Response(status_code=404)
    png = await run_in_threadpool(picture, seed)
    return Response(png, media_type="image/png", headers={"cache-control": "public, max-age=86400"})
