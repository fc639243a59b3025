"""One request is one attempt, and each way it can go wrong has its name."""

import asyncio
import contextlib
import gzip
import logging
import socket
from collections.abc import Callable
from email.utils import formatdate

import pytest
from net_loopback import NOW, FakeClock, Wire, http

from console.core.clock import MINUTE
from console.core.errors import Busy, Offline, Unreadable
from console.net import channel as channel_module
from console.net.channel import Answer, Channel, Request

OpenChannel = Callable[..., Channel]
ASK = Request(method="GET", path="/open/order/detail", params={"access_token": "tok-1", "param": '{"oid": 1}'})


async def test_a_request_arrives_as_it_was_meant(wire: Wire, open_channel: OpenChannel) -> None:
    channel = open_channel()
    wire.answers = [
        http(200, b'{"result":1}', X_Trace="t"),
        http(404, b"gone"),
        http(302, location="https://elsewhere/"),
    ]
    answer = await channel.send(ASK)
    assert (answer.status, answer.content, answer.headers["x-trace"]) == (200, b'{"result":1}', "t")
    assert wire.seen[0].startswith(b"GET /open/order/detail?access_token=tok-1&param=%7B%22oid%22%3A+1%7D HTTP/1.1")
    posted = Request(method="POST", path="/x", form={"param": "请 a+b&c"})
    assert (await channel.send(posted)).status == 404
    assert wire.seen[1].endswith(b"\r\n\r\nparam=%E8%AF%B7+a%2Bb%26c")
    signed = Request(method="POST", path="/api", params={"v": "1"}, json=b'{"tid": "E1"}')
    assert (await channel.send(signed)).status == 302, "a redirect is an answer, never followed"
    assert wire.seen[2].endswith(b'\r\n\r\n{"tid": "E1"}')
    assert b"content-type: application/json" in wire.seen[2].lower()
    assert channel.calls == 3


async def test_a_file_goes_beside_its_form(wire: Wire, open_channel: OpenChannel) -> None:
    files = {"imgBytes": ("a.png", b"\x89PNG", "image/png")}
    await open_channel().send(Request(method="POST", path="/upload", form={"param": "{}"}, files=files))
    assert b"multipart/form-data" in wire.seen[0]
    assert b'name="param"' in wire.seen[0]
    assert b'filename="a.png"' in wire.seen[0]


async def test_nobody_listens(wire: Wire, open_channel: OpenChannel) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        channel = open_channel(f"http://127.0.0.1:{taken.getsockname()[1]}")
        with pytest.raises(Offline) as caught:
            await channel.send(ASK)
    assert (caught.value.code, caught.value.sent) == ("net.refused", False)


async def test_an_unknown_name(open_channel: OpenChannel, monkeypatch: pytest.MonkeyPatch) -> None:
    async def unknown(*_args: object, **_options: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", unknown)
    channel = open_channel("http://openapi.example", trust_env=False)
    with pytest.raises(Offline) as caught:
        await channel.send(ASK)
    assert (caught.value.code, caught.value.sent) == ("net.dns", False)


async def test_the_other_side_speaks_no_tls(open_channel: OpenChannel) -> None:
    async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(http(400))
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(plain, "127.0.0.1", 0) as server:
        channel = open_channel(f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}")
        with pytest.raises(Offline) as caught:
            await channel.send(ASK)
    assert (caught.value.code, caught.value.sent) == ("net.tls", False)


async def test_no_answer_in_time(wire: Wire, open_channel: OpenChannel) -> None:
    wire.answers = [None]
    with pytest.raises(Offline) as caught:
        await open_channel(timeout_s=0.05).send(ASK)
    assert (caught.value.code, caught.value.sent) == ("net.timeout", True)


@pytest.mark.parametrize("half", [b"", b"HTTP/1.1 200 OK\r\nContent-Le", http(200, b'{"result":1}')[:-4]])
async def test_the_connection_breaks(wire: Wire, open_channel: OpenChannel, half: bytes) -> None:
    channel = open_channel()
    wire.answers = [half]
    with pytest.raises(Offline) as caught:
        await channel.send(ASK)
    assert (caught.value.code, caught.value.sent) == ("net.broken", True)
    assert (await channel.send(ASK)).status == 200, "the next attempt is not spoiled"


@pytest.mark.parametrize(
    ("status", "retry_after", "wait_s", "sent"),
    [
        (429, "3", 3.0, False),
        (503, formatdate(NOW / 1000 + 90, usegmt=True), 90.0, True),
        (503, "soon", None, True),
        (503, "²", None, True),
        (429, "999999999", 3600.0, False),
        (429, "9" * 400, 3600.0, False),
        (503, formatdate(NOW / 1000 + 9e7, usegmt=True), 3600.0, True),
        (500, formatdate(NOW / 1000 - 90, usegmt=True), 0.0, True),
    ],
)
async def test_later_please(
    wire: Wire, open_channel: OpenChannel, status: int, retry_after: str, wait_s: float | None, sent: bool
) -> None:
    wire.answers = [http(status, b"<html>", retry_after=retry_after)]
    with pytest.raises(Busy) as caught:
        await open_channel().send(ASK)
    assert (caught.value.code, caught.value.wait_s, caught.value.sent) == ("net.busy", wait_s, sent)


async def test_an_answer_that_drips_for_ever_is_given_up(
    open_channel: OpenChannel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(channel_module, "_WHOLE_ANSWER", 0.1)

    hung_up = asyncio.Event()

    async def drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        with contextlib.suppress(ConnectionError):
            while not writer.is_closing():
                writer.write(b" ")
                await writer.drain()
                await asyncio.sleep(0.01)
        writer.close()
        hung_up.set()

    async with await asyncio.start_server(drip, "127.0.0.1", 0) as server:
        channel = open_channel(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", timeout_s=5)
        with pytest.raises(Offline) as caught:
            await channel.send(ASK)
        await channel.aclose()
        await hung_up.wait()
    assert (caught.value.code, caught.value.detail, caught.value.sent) == ("net.timeout", "dripping", True)


async def test_an_answer_without_end_is_not_kept(
    wire: Wire, open_channel: OpenChannel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(channel_module, "MOST_BYTES", 1 << 20)
    zeros = gzip.compress(bytes(3 << 20))  # as it travels it is small
    wire.answers = [http(200, zeros, content_encoding="gzip"), http(200, bytes(1 << 20)), http(200, bytes(2 << 20))]
    channel = open_channel()
    with pytest.raises(Unreadable, match=r"net\.too_large"):
        await channel.send(ASK)
    assert len((await channel.send(ASK)).content) == 1 << 20
    with pytest.raises(Unreadable, match=r"net\.too_large"):
        await channel.send(ASK)


async def test_skew_is_learnt_from_the_date_and_small_differences_are_not(
    wire: Wire, open_channel: OpenChannel, clock: FakeClock
) -> None:
    channel = open_channel()
    wire.answers = [http(200, date=formatdate((NOW + 15 * MINUTE) / 1000, usegmt=True))]
    answer = await channel.send(ASK)
    assert (answer.server_at, channel.skew_ms) == (NOW + 15 * MINUTE, 15 * MINUTE)
    wire.answers = [http(200), http(200, date=formatdate((NOW - 2000) / 1000, usegmt=True)), http(200, date="x")]
    await channel.send(ASK)
    assert channel.skew_ms == 15 * MINUTE, "an answer without a date says nothing"
    await channel.send(ASK)
    assert channel.skew_ms == 0
    assert (await channel.send(ASK)).server_at is None


async def test_nothing_secret_is_shown(wire: Wire, open_channel: OpenChannel, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    channel = open_channel(timeout_s=0.05)
    wire.answers = [http(200, b'{"access_token":"tok-1"}'), None]
    answer = await channel.send(ASK)
    with pytest.raises(Offline) as caught:
        await channel.send(ASK)
    shown = f"{ASK!r} {answer!r} {caught.value!r} {caught.value.__cause__!r} {caplog.text}"
    assert "tok-1" not in shown
    assert caught.value.__cause__ is None, "httpx's own error carries the request"
    assert caught.value.__suppress_context__
    assert isinstance(answer, Answer)


async def test_closing_twice_and_going_on(wire: Wire, open_channel: OpenChannel) -> None:
    channel = open_channel()
    await channel.aclose()
    await channel.send(ASK)
    await channel.aclose()
    assert (await channel.send(ASK)).status == 200


@pytest.mark.parametrize("url", ["", "openapi.example", "ftp://openapi.example", "http://"])
def test_a_base_url_must_be_one(url: str, clock: FakeClock) -> None:
    from console.core.model import Platform
    from console.net.pace import Pace

    with pytest.raises(ValueError, match="not a base URL"):
        Channel(Platform.KUAISHOU, url, clock, pace=Pace(1, 1))
