"""Pictures over a socket: only pictures, only so long, and every other answer is a trouble of the right kind."""

import asyncio
import sys
from collections.abc import AsyncIterator

import pytest
from net_loopback import Wire, http

from console.core.errors import Busy, Offline, Refused, Trouble, Unreadable
from console.net.pictures import PictureFetcher

PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)


@pytest.fixture
async def fetcher() -> AsyncIterator[PictureFetcher]:
    made = PictureFetcher(most_bytes=1_000, wait_s=0.5, whole_s=1.0)
    yield made
    await made.aclose()


@pytest.mark.parametrize(
    "start", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"GIF89a", b"BM", b"RIFF\x10\0\0\0WEBPVP8 "]
)
async def test_a_picture_comes_whole_whatever_the_server_calls_it(
    wire: Wire, fetcher: PictureFetcher, start: bytes
) -> None:
    wire.answers.append(http(200, start + bytes(50), Content_Type="text/html"))
    assert await fetcher.fetch(f"{wire.url}/a.png") == start + bytes(50)


async def test_nothing_of_the_merchants_travels_along(wire: Wire, fetcher: PictureFetcher) -> None:
    wire.answers += [http(200, PNG, Set_Cookie="who=me"), http(200, PNG)]
    for name in "ab":
        await fetcher.fetch(f"{wire.url}/{name}.png")
    head = wire.seen[0].lower()
    assert b"authorization" not in head
    assert b"referer" not in head


@pytest.mark.parametrize(
    ("answer", "kind", "code"),
    [
        (http(404), Refused, "net.no_picture"),
        (http(403, PNG), Refused, "net.no_picture"),
        (http(204), Refused, "net.no_picture"),
        (http(503), Busy, "net.busy"),
        (http(429), Busy, "net.busy"),
        (http(200, b"<html>log in first</html>"), Unreadable, "net.not_a_picture"),
        (http(200, b""), Unreadable, "net.not_a_picture"),
        (http(200, PNG + bytes(1_000)), Unreadable, "net.picture_too_large"),
        (http(302, Location="/again"), Offline, "net.broken"),
    ],
)
async def test_what_is_no_picture_is_a_trouble(
    wire: Wire, fetcher: PictureFetcher, answer: bytes, kind: type[Trouble], code: str
) -> None:
    wire.answers += [answer, b""]
    with pytest.raises(kind) as caught:
        await fetcher.fetch(f"{wire.url}/a.png")
    assert caught.value.code == code


async def test_no_request_searches_the_disk_for_modules(
    wire: Wire, fetcher: PictureFetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """httpcore imports ``sniffio`` anew at every lock it makes; where it is not installed, each time takes a search."""
    wire.answers += [http(200, PNG)] * 2
    await fetcher.fetch(f"{wire.url}/a.png")
    searched: list[str] = []

    class Watcher:
        @staticmethod
        def find_spec(name: str, *_: object) -> None:
            searched.append(name)

    monkeypatch.setattr(sys, "meta_path", [Watcher, *sys.meta_path])
    await fetcher.fetch(f"{wire.url}/b.png")
    assert searched == []


async def test_a_redirect_is_followed_but_not_for_ever(wire: Wire, fetcher: PictureFetcher) -> None:
    wire.answers += [http(302, Location="/b.png"), http(200, PNG)]
    assert await fetcher.fetch(f"{wire.url}/a.png") == PNG
    wire.answers += [http(302, Location="/b.png")] * 9
    with pytest.raises(Refused):
        await fetcher.fetch(f"{wire.url}/a.png")
    assert len(wire.seen) == 6


async def test_a_length_that_is_not_told_is_counted(wire: Wire, fetcher: PictureFetcher) -> None:
    wire.answers.append(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + PNG + bytes(5_000))
    with pytest.raises(Unreadable):
        await fetcher.fetch(f"{wire.url}/a.png")


async def test_a_host_that_hangs_is_offline(wire: Wire, fetcher: PictureFetcher) -> None:
    wire.answers.append(None)
    with pytest.raises(Offline) as caught:
        await fetcher.fetch(f"{wire.url}/a.png")
    assert caught.value.code == "net.timeout"


async def test_a_host_that_drips_is_offline() -> None:
    async def drip(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n" + PNG)
        try:
            while not writer.is_closing():
                writer.write(b"x")
                await writer.drain()
                await asyncio.sleep(0.05)
        except ConnectionError:
            pass
        finally:
            writer.close()
            gone.set()

    gone = asyncio.Event()
    server = await asyncio.start_server(drip, "127.0.0.1", 0)
    fetcher = PictureFetcher(wait_s=5.0, whole_s=0.3)
    with pytest.raises(Offline) as caught:
        await fetcher.fetch(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/a.png")
    assert caught.value.code == "net.timeout"
    await fetcher.aclose()
    await gone.wait()
    server.close()
    await server.wait_closed()


async def test_nobody_there_is_offline(fetcher: PictureFetcher) -> None:
    with pytest.raises(Offline) as caught:
        await fetcher.fetch("http://127.0.0.1:1/a.png")
    assert caught.value.code == "net.refused"


@pytest.mark.parametrize("address", ["", "a.png", "file:///etc/passwd", "ftp://host/a.png", "http://", "https://[/a"])
async def test_what_is_no_address_is_refused(fetcher: PictureFetcher, address: str) -> None:
    with pytest.raises(Refused):
        await fetcher.fetch(address)
