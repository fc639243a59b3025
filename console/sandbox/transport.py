"""What lies between a client and both platforms: the clock's Date header, and the faults that break the way there.

Only calls of the platforms' interfaces are struck, never control, pictures or the pages a person sees. Token endpoints
are struck by what a client can repeat without losing a token: ``server_error``, ``slow``, ``torn_json``.
"""

import asyncio
from collections.abc import Awaitable, Callable
from email.utils import formatdate
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from console.sandbox.clock import SECOND
from console.sandbox.context import Context

TOKENS = {
    "/oauth2/access_token": "kuaishou",
    "/oauth2/refresh_token": "kuaishou",
    "/auth/token": "youzan",
    "/rest/openapi/oauth2/authorize/access_token": "kuaishou_ads",
    "/rest/openapi/oauth2/authorize/refresh_token": "kuaishou_ads",
}
CALLS = {"/open/": "kuaishou", "/api/": "youzan", "/rest/openapi/gw/": "kuaishou_ads", "/reviewer/": "reviewer"}
SLOW_S = 2.0
ABORT = "sandbox.abort"  # scope key: breaks the connection off

BAD_GATEWAY = (
    b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<h1>502 Bad Gateway</h1>\r\n</body>\r\n</html>"
)

TORN_TOKEN = b'{"result":1,"success":true,"code":200,"access_tok'

Exchange = Callable[[Scope, Receive, Send], Awaitable[None]]


class Transport:
    """Wraps the application that answers for both platforms."""

    def __init__(self, app: ASGIApp, ctx: Context) -> None:
        self._app = app
        self._ctx = ctx

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def dated(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._date(message)
            await send(message)

        await self._choose(scope["path"])(scope, receive, dated)

    def _choose(self, path: str) -> Exchange:
        """How this call goes: usually straight through."""
        faults = self._ctx.faults
        token_of, call_of = (
            TOKENS.get(path),
            next((name for root, name in CALLS.items() if path.startswith(root)), None),
        )
        platform = token_of or call_of
        if token_of:
            self._ctx.token_calls[path] += 1
        if platform is None:
            return self._app
        if faults.next(platform, "server_error"):
            return self._bad_gateway
        if call_of and faults.next(platform, "cut_before"):
            return self._cut_before
        if call_of and faults.next(platform, "cut_after"):
            return self._cut_after
        if faults.next(platform, "slow"):
            return self._slow
        if faults.next(platform, "torn_json"):
            return self._torn if call_of else self._torn_token
        return self._app

    def _date(self, message: Message) -> None:
        """Say the sandbox's time, unless the gateway has already said another (a skewed clock)."""
        headers = message.setdefault("headers", [])
        if all(name.lower() != b"date" for name, _ in headers):
            date = formatdate(self._ctx.clock.now_ms() / SECOND, usegmt=True)
            message["headers"] = [*headers, (b"date", date.encode("ascii"))]

    async def _bad_gateway(self, scope: Scope, receive: Receive, send: Send) -> None:
        await _answer(send, 502, [(b"content-type", b"text/html")], BAD_GATEWAY)

    async def _cut_before(self, scope: Scope, receive: Receive, send: Send) -> None:
        await _break_off(scope)

    async def _cut_after(self, scope: Scope, receive: Receive, send: Send) -> None:
        await _collect(self._app, scope, receive)
        await _break_off(scope)

    async def _slow(self, scope: Scope, receive: Receive, send: Send) -> None:
        await asyncio.sleep(SLOW_S)
        await self._app(scope, receive, send)

    async def _torn(self, scope: Scope, receive: Receive, send: Send) -> None:
        status, headers, body = await _collect(self._app, scope, receive)
        await _answer(send, status, headers, body[: len(body) // 2])

    async def _torn_token(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Not carried out: a new pair in a torn answer would be lost, and the old one dead."""
        await _answer(send, 200, [(b"content-type", b"application/json;charset=UTF-8")], TORN_TOKEN)


async def _collect(app: ASGIApp, scope: Scope, receive: Receive) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
    """Let ``app`` answer into the air: status, headers, body."""
    start: dict[str, Any] = {"status": 500, "headers": []}
    body = bytearray()

    async def keep(message: Message) -> None:
        if message["type"] == "http.response.start":
            start.update(message)
        elif message["type"] == "http.response.body":
            body.extend(message.get("body", b""))

    await app(scope, receive, keep)
    return start["status"], list(start["headers"]), bytes(body)


async def _answer(send: Send, status: int, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
    kept = [(name, value) for name, value in headers if name.lower() != b"content-length"]
    length = (b"content-length", str(len(body)).encode("ascii"))
    await send({"type": "http.response.start", "status": status, "headers": [*kept, length]})
    await send({"type": "http.response.body", "body": body})


async def _break_off(scope: Scope) -> None:
    """Break the connection; the server learns of it on the loop's next rounds and then expects no answer."""
    scope[ABORT]()
    for _ in range(3):
        await asyncio.sleep(0)
