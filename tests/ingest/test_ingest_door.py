"""The door over a real socket: who is let in, what is taken, and that nothing hostile harms it."""

import contextlib
import json
import random
import socket
import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from ingest_keeper import AT, TOKEN, Keeper, StillClock
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from console.core.errors import FileTrouble
from console.core.live import LiveEvent, LiveSnapshot
from console.ingest.door import STRANGERS_A_S, Door

Post = Callable[..., httpx.Response]
JSON = {"content-type": "application/json"}


def event(number: int, at: int = AT) -> dict[str, Any]:
    return {"v": 1, "event_id": f"e{number}", "ts_ms": at, "type": "comment", "text": "好看"}


def test_a_show_by_http(post: Post, keeper: Keeper, door: Door, clock: StillClock) -> None:
    begun = post("session", {"v": 1, "action": "start", "platform": "kuaishou"}).json()
    assert begun["session_id"] == f"live-{AT}", "who has no name for it gets one"
    session = begun["session_id"]
    assert post("snapshot", {"v": 1, "session_id": session, "ts_ms": AT, "online": 356}).json()["accepted"] == 1
    batch = {"session_id": session, "client": "t", "events": [event(1), event(2), {"v": 2}, event(1)]}
    answer = post("events", batch).json()
    assert (answer["ok"], answer["accepted"], answer["duplicate"]) == (True, 2, 1)
    assert answer["rejected"] == [{"index": 2, "reason": "unknown_version: 2"}]
    assert [type(row) for row in keeper.rows[1:]] == [LiveSnapshot, LiveEvent, LiveEvent]
    clock.now += 90_000
    health = httpx.get(f"{door.address}/health", headers={"authorization": f"Bearer {TOKEN}"}).json()
    assert health == {"ok": True, "version": 1, "session_id": session, "last_event_age_s": 90}


def test_a_show_by_websocket(door: Door, keeper: Keeper) -> None:
    url = door.address.replace("http", "ws") + "/stream"
    with connect(url, additional_headers={"x-console-token": TOKEN}) as line:
        line.send(json.dumps({"kind": "event", "session_id": "s", **event(1)}))
        assert json.loads(line.recv())["ack"] == 1
        line.send("{torn")
        answer = json.loads(line.recv())
        assert (answer["ack"], answer["ok"], answer["rejected"][0]["reason"][:8]) == (2, False, "not_json")
        line.send(json.dumps({"kind": "event", "session_id": "s", **event(2)}))
        assert json.loads(line.recv())["accepted"] == 1, "the line lives on"
        line.send("x" * 10_000_000)
        with pytest.raises(ConnectionClosed):
            line.recv()
    assert len(keeper.rows) == 2


def test_another_token_locks_out_a_line_that_is_open(door: Door, keeper: Keeper) -> None:
    url = door.address.replace("http", "ws") + "/stream"
    with connect(url, additional_headers={"x-console-token": TOKEN}) as line:
        line.send(json.dumps({"kind": "event", "session_id": "s", **event(1)}))
        assert json.loads(line.recv())["accepted"] == 1
        door.change_token("another")
        line.send(json.dumps({"kind": "event", "session_id": "s", **event(2)}))
        with pytest.raises(ConnectionClosed) as closed:
            line.recv()
    assert closed.value.rcvd is not None
    assert (closed.value.rcvd.code, closed.value.rcvd.reason) == (1008, "wrong_token")
    assert len(keeper.rows) == 1
    assert keeper.reasons == ["wrong_token"]


def test_what_cannot_be_kept_is_said_and_may_be_sent_again(
    post: Post, door: Door, keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(_: object) -> Any:
        raise FileTrouble("disk.full", "console.db")

    row = {"v": 1, "session_id": "s", "ts_ms": AT, "online": 356}
    url = door.address.replace("http", "ws") + "/stream"
    with connect(url, additional_headers={"x-console-token": TOKEN}) as line:
        with monkeypatch.context() as patched:
            patched.setattr(keeper, "keep", full)
            patched.setattr(keeper, "refused", full)
            answer = post("snapshot", row)
            assert (answer.status_code, answer.json()["rejected"][0]["reason"]) == (503, "not_kept")
            assert post("snapshot", {"v": 2}).json()["rejected"][0]["reason"] == "unknown_version: 2"
            line.send(json.dumps({"kind": "snapshot", **row}))
            assert json.loads(line.recv())["rejected"] == [{"index": 0, "reason": "not_kept"}]
        line.send(json.dumps({"kind": "snapshot", **row}))
        assert json.loads(line.recv())["accepted"] == 1, "the line lives on"
    assert post("snapshot", row | {"ts_ms": AT + 1}).json()["accepted"] == 1


@pytest.mark.parametrize(
    ("headers", "status", "reason"),
    [
        ({}, 401, "wrong_token"),
        ({"x-console-token": "guess"}, 401, "wrong_token"),
        ({"authorization": "Bearer " + TOKEN[:-1]}, 401, "wrong_token"),
        ({"x-console-token": TOKEN, "origin": "https://evil.example"}, 403, "foreign_origin"),
        ({"x-console-token": TOKEN, "origin": "null"}, 403, "foreign_origin"),
        ({"x-console-token": TOKEN, "host": "rebound.example"}, 403, "foreign_host"),
    ],
)
def test_who_is_not_let_in(door: Door, keeper: Keeper, headers: dict[str, str], status: int, reason: str) -> None:
    body = json.dumps({"session_id": "s", "events": [event(1)]})
    answer = httpx.post(f"{door.address}/events", content=body, headers={**JSON, **headers})
    assert (answer.status_code, answer.json()["rejected"][0]["reason"]) == (status, reason)
    assert "access-control-allow-origin" not in answer.headers
    assert keeper.rows == []
    assert keeper.reasons[0] == reason
    if "host" in headers:
        return  # the line's own library adds the true one, and two are nonsense
    with pytest.raises(InvalidStatus):
        connect(door.address.replace("http", "ws") + "/stream", additional_headers=list(headers.items()))
    assert keeper.reasons[1] == reason


def test_a_helper_of_the_browser_is_let_in(post: Post) -> None:
    answer = post("events", {"session_id": "s", "events": [event(1)]}, headers={"origin": "chrome-extension://abc"})
    assert answer.json()["accepted"] == 1


def test_too_many_calls_are_told_to_wait(keeper: Keeper, clock: StillClock) -> None:
    door = Door(keeper, clock, TOKEN, calls_a_s=2)
    door.start()
    try:
        with httpx.Client(headers={"x-console-token": TOKEN}) as client:
            asked = [client.get(f"{door.address}/health") for _ in range(4)]
            while asked[-1].status_code != 429:  # however slow this machine is
                asked += [client.get(f"{door.address}/health") for _ in range(4)]
    finally:
        door.stop()
    assert asked[0].status_code == 200
    assert asked[-1].json()["rejected"][0]["reason"] == "too_fast"


def hostile(luck: random.Random) -> tuple[str, dict[str, Any]]:
    """A route and what is sent to it: none of it sound."""
    snapshot = {"session_id": "s", "ts_ms": AT, "online": 5}
    kinds: list[tuple[str, dict[str, Any]]] = [
        ("snapshot", {"content": b"x" * luck.randrange(2_000), "headers": JSON}),
        ("snapshot", {"content": luck.randbytes(300), "headers": JSON}),
        ("snapshot", {"content": json.dumps(snapshot).encode()[: luck.randrange(2, 30)], "headers": JSON}),
        ("snapshot", {"content": json.dumps(snapshot), "headers": {"content-type": "text/plain"}}),
        ("snapshot", {"content": "session_id=s", "headers": {"content-type": "application/x-www-form-urlencoded"}}),
        ("snapshot", {"body": {**snapshot, "online": 10**9}}),
        ("snapshot", {"body": {**snapshot, "online": -luck.randrange(1, 99)}}),
        ("snapshot", {"body": {**snapshot, "ts_ms": AT + luck.randrange(6, 900) * 60_000}}),
        ("snapshot", {"body": {**snapshot, "ts_ms": AT - luck.randrange(25, 900) * 3_600_000}}),
        ("snapshot", {"body": {**snapshot, "v": luck.randrange(2, 99)}}),
        ("snapshot", {"body": [snapshot]}),
        ("events", {"body": {"session_id": "s", "events": "many"}}),
        ("events", {"body": {"session_id": "s", "events": [event(number) for number in range(501)]}}),
        ("events", {"body": {"events": [event(luck.randrange(99))]}}),
        ("events", {"body": {"session_id": "../../etc", "events": [event(1)]}}),
        ("events", {"body": {"session_id": "s", "events": [{**event(1), "count": 10**9}]}}),
        ("events", {"content": b"[" * 100_000, "headers": JSON}),
        ("session", {"body": {"action": "explode"}}),
        ("session", {"body": {"action": "stop"}}),
        ("session", {"body": {"action": "start", "platform": "elsewhere"}}),
        ("snapshot", {"body": snapshot, "headers": {"x-console-token": TOKEN[: luck.randrange(len(TOKEN))]}}),
        ("snapshot", {"body": snapshot, "headers": {"origin": f"https://shop{luck.randrange(99)}.example"}}),
        ("snapshot", {"body": snapshot, "headers": {"host": "rebound.example"}}),
    ]
    return luck.choice(kinds)


def test_two_hundred_bad_messages_are_each_refused_with_a_reason(door: Door, post: Post, keeper: Keeper) -> None:
    luck, sound = random.Random(7), 0
    for number in range(200):
        route, sent = hostile(luck)
        answer = post(route, **sent)
        assert 400 <= answer.status_code < 500, (number, route, sent)
        assert answer.json()["rejected"][0]["reason"], (number, route)
        assert not answer.json()["ok"]
        if number % 20 == 0:  # out of order, and once more: the loop is alive, and takes it for what it is
            at = AT - number * 1_000
            told = post("events", {"session_id": "s", "events": [event(number, at), event(number, at)]}).json()
            assert (told["accepted"], told["duplicate"], told["rejected"]) == (1, 1, [])
            sound += 1
    assert [type(row) for row in keeper.rows] == [LiveEvent] * sound, "nothing else was let in"
    assert len(keeper.reasons) >= 200
    assert {"wrong_token", "foreign_origin", "foreign_host", "future", "too_old"} <= set(keeper.reasons)


def test_a_body_that_never_ends_is_cut_off_and_a_torn_line_harms_nobody(
    door: Door, post: Post, expected_logs: list[str]
) -> None:
    expected_logs.append("Invalid HTTP request received")
    with contextlib.suppress(httpx.HTTPError):  # it may close the line before all was sent
        assert post("events", content=iter([b"x" * 65_536] * 200), headers=JSON).status_code == 413
    with socket.create_connection(("127.0.0.1", door.port)) as line:
        line.sendall(b"POST /ingest/v1/events HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 500\r\n\r\n{")
    with socket.create_connection(("127.0.0.1", door.port)) as line:
        line.sendall(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03")
    assert post("events", {"session_id": "s", "events": [event(1)]}).json()["accepted"] == 1


def test_whoever_may_not_come_in_does_not_keep_the_disk_busy(door: Door, keeper: Keeper) -> None:
    with httpx.Client() as client:
        began = time.monotonic()
        for _ in range(100):
            assert client.get(f"{door.address}/health").status_code == 401
        took_s = time.monotonic() - began
    assert len(keeper.reasons) <= STRANGERS_A_S * (took_s + 2)
    assert len(keeper.reasons) < 100
    assert door.intake.rejected == 100
