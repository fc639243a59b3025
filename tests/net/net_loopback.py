"""A loopback server that answers byte for byte what a test says, and breaks off where it says so."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

NOW = 1_768_442_400_000  # 2026-01-15 10:00 shop time


class FakeClock:
    """Stands still; sleeping moves it on at once and is remembered."""

    def __init__(self, now: int = NOW) -> None:
        self.now = now
        self.slept: list[float] = []

    def now_ms(self) -> int:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += round(seconds * 1000)
        await asyncio.sleep(0)


def http(status: int, body: bytes = b"", **headers: str) -> bytes:
    """One HTTP answer; ``retry_after="3"`` becomes the header Retry-After."""
    lines = [f"HTTP/1.1 {status} Some Reason", f"Content-Length: {len(body)}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


class Wire:
    """What the server saw (whole requests), and what it says next: bytes, or None for an answer that never comes."""

    def __init__(self, port: int = 0) -> None:
        self.port = port
        self.seen: list[bytes] = []
        self.answers: list[bytes | None] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            length = next((int(x[15:]) for x in head.split(b"\r\n") if x.lower().startswith(b"content-length:")), 0)
            self.seen.append(head + await reader.readexactly(length))
            answer = self.answers.pop(0) if self.answers else http(200, b"{}")
            if answer is None:
                await reader.read()  # until the client gives up
            else:
                writer.write(answer)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def listening() -> AsyncIterator[Wire]:
    wire = Wire()
    server = await asyncio.start_server(wire.talk, "127.0.0.1", 0)
    wire.port = server.sockets[0].getsockname()[1]
    try:
        yield wire
    finally:
        server.close()
        await server.wait_closed()
