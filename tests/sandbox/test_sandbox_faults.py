"""When a fault strikes, and what it does to rows and to the connection."""

import json
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import Message

from console.sandbox import transport
from console.sandbox.clock import Clock
from console.sandbox.context import AppKeys, Context, Frozen
from console.sandbox.faults import FAULTS, Faults, UnknownFault, disturb
from console.sandbox.world import build

CALL = "/open/order/detail"
TOKEN = "/oauth2/access_token"


def spoil(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "price": {"nonsense": True}}


def test_a_fault_strikes_one_call_in_seven_the_third_first() -> None:
    faults = Faults(["throttle"])
    strikes = [number for number in range(1, 22) if faults.next("kuaishou", "throttle")]
    assert strikes == [3, 10, 17]
    assert not any(faults.next("youzan", "throttle") for _ in range(2)), "platforms count apart"
    assert not any(faults.next("kuaishou", "slow") for _ in range(20))


def test_with_times_it_strikes_the_next_calls_and_stops() -> None:
    faults = Faults()
    faults.turn(["slow"], times=2)
    assert [faults.next("youzan", "slow") for _ in range(4)] == [True, True, False, False]
    assert faults.on == []
    faults.turn(["slow"], times=0)
    assert faults.on == []


def test_off_is_off_and_on_again_begins_anew() -> None:
    faults = Faults(["slow", "torn_json"])
    faults.next("youzan", "slow")
    faults.turn([], ["slow"])
    assert faults.on == ["torn_json"]
    faults.turn(["slow"])
    assert [faults.next("youzan", "slow") for _ in range(3)] == [False, False, True]


def test_an_unknown_name_switches_nothing() -> None:
    faults = Faults()
    with pytest.raises(UnknownFault, match="unknown fault 'fire'"):
        faults.turn(["slow", "fire"])
    assert faults.on == []


@pytest.mark.parametrize("name", ["bad_row", "duplicate_rows", "reordered_rows"])
def test_rows_are_disturbed_but_none_is_lost(name: str) -> None:
    rows = [{"id": number, "price": 100} for number in range(6)]
    faults = Faults()
    faults.turn([name], times=1)
    disturbed = disturb(rows, faults, "kuaishou", spoil=spoil)
    assert disturbed != rows
    assert {row["id"] for row in disturbed} == set(range(6))
    assert len(disturbed) == (7 if name == "duplicate_rows" else 6)
    assert sum(row["price"] != 100 for row in disturbed) == (1 if name == "bad_row" else 0)
    assert disturb(rows, faults, "kuaishou", spoil=spoil) == rows, "only once"


def test_an_empty_page_spends_no_fault() -> None:
    faults = Faults()
    faults.turn(["bad_row"], times=1)
    assert disturb([], faults, "kuaishou", spoil=spoil) == []
    assert faults.on == ["bad_row"]


def test_page_drift_shifts_by_one_row() -> None:
    faults = Faults()
    faults.turn(["page_drift"], times=1)
    assert [faults.shift("youzan"), faults.shift("youzan")] == [1, 0]


class Wire:
    """One platform call after another through the transport, without a socket."""

    def __init__(self) -> None:
        self.calls = 0
        self.aborted = 0
        clock = Clock.at("2026-01-15T10:30:00+08:00")
        world = build(1, items=1, orders=0, now_ms=clock.now_ms())
        self.ctx = Context(world, clock, Faults(), Frozen(), AppKeys("k", "s"), AppKeys("k", "s"))
        answer = Starlette(routes=[Route("/{path:path}", self._answer)])
        self.app = transport.Transport(answer, self.ctx)

    async def _answer(self, _: Request) -> JSONResponse:
        self.calls += 1
        return JSONResponse({"result": 1, "data": list(range(20))})

    def _abort(self) -> None:
        self.aborted += 1

    async def get(self, path: str) -> list[Message]:
        sent: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": []}
        await self.app({**scope, transport.ABORT: self._abort}, receive, send)
        return sent


async def test_a_clean_call_carries_the_sandbox_date() -> None:
    start, _ = await Wire().get(CALL)
    assert dict(start["headers"])[b"date"].startswith(b"Thu, 15 Jan 2026 02:30:0")


@pytest.mark.parametrize(("fault", "carried_out"), [("cut_before", 0), ("cut_after", 1)])
async def test_a_cut_breaks_the_line_before_or_after_the_work(fault: str, carried_out: int) -> None:
    wire = Wire()
    wire.ctx.faults.turn([fault], times=1)
    assert await wire.get(CALL) == []
    assert (wire.calls, wire.aborted) == (carried_out, 1)
    assert len(await wire.get(CALL)) == 2


async def test_a_server_error_is_no_json_and_does_no_work() -> None:
    wire = Wire()
    wire.ctx.faults.turn(["server_error"], times=1)
    start, body = await wire.get(CALL)
    assert start["status"] == 502
    assert body["body"].startswith(b"<html>")
    assert wire.calls == 0


async def test_torn_json_ends_in_the_middle_with_a_true_length() -> None:
    wire = Wire()
    whole = (await wire.get(CALL))[1]["body"]
    wire.ctx.faults.turn(["torn_json"], times=1)
    start, body = await wire.get(CALL)
    assert whole.startswith(body["body"])
    assert 0 < len(body["body"]) < len(whole)
    assert dict(start["headers"])[b"content-length"] == str(len(body["body"])).encode()


async def test_a_torn_token_is_none_that_was_granted() -> None:
    wire = Wire()
    wire.ctx.faults.turn(["torn_json"], times=1)
    _, body = await wire.get(TOKEN)
    assert wire.calls == 0, "a pair that nobody can read would be lost"
    with pytest.raises(ValueError, match="Unterminated"):
        json.loads(body["body"])


async def test_slow_waits_and_then_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    wire = Wire()
    wire.ctx.faults.turn(["slow"], times=1)
    monkeypatch.setattr(transport.asyncio, "sleep", sleep)
    start, _ = await wire.get(CALL)
    assert (start["status"], waited) == (200, [2.0])


@pytest.mark.parametrize("path", ["/control/health", "/picture/1.png", "/oauth2/authorize", "/oauth/authorize"])
async def test_what_a_person_or_a_test_looks_at_is_never_struck(path: str) -> None:
    wire = Wire()
    wire.ctx.faults.turn(FAULTS, times=1)
    start, _ = await wire.get(path)
    assert start["status"] == 200
    assert wire.ctx.faults.on == list(FAULTS)


async def test_token_endpoints_are_never_cut() -> None:
    wire = Wire()
    wire.ctx.faults.turn(["cut_before", "cut_after"], times=1)
    assert len(await wire.get(TOKEN)) == 2
    wire.ctx.faults.turn(["server_error"], times=1)
    assert (await wire.get(TOKEN))[0]["status"] == 502
