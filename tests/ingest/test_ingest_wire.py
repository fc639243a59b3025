"""What the door lets in, and the reason it gives for everything else."""

import io
import json
from typing import Any

import pytest

from console.core.live import LiveAction, LiveEvent, LiveRow, LiveSignal, LiveSnapshot
from console.ingest.checking import check_time
from console.ingest.lines import LineReader
from console.ingest.wire import LINE_BYTES, Refusal, read_line, read_object

AT = 1_768_444_200_000
EVENT = {"kind": "event", "v": 1, "session_id": "s", "event_id": "e", "ts_ms": AT, "type": "comment", "text": "好看"}
SNAPSHOT = {"kind": "snapshot", "v": 1, "session_id": "s", "ts_ms": AT, "online": 356}
START = {"kind": "session", "v": 1, "action": "start", "platform": "kuaishou", "started_at_ms": AT}


def line(given: Any) -> bytes:
    return json.dumps(given, ensure_ascii=False).encode()


def test_the_three_kinds() -> None:
    event, snapshot, start = (read_line(line(one)) for one in (EVENT, SNAPSHOT, START))
    assert isinstance(event, LiveEvent)
    assert (event.text, event.at, event.count) == ("好看", AT, None)
    assert isinstance(snapshot, LiveSnapshot)
    assert (snapshot.online, snapshot.viewers, snapshot.gmv_fen) == (356, None, None), "missing is unknown"
    assert isinstance(start, LiveSignal)
    assert (start.action, start.at) == (LiveAction.START, AT)


def test_null_is_unknown_and_new_fields_are_let_pass() -> None:
    row = read_line(line({**SNAPSHOT, "viewers_uv": None, "mood": "good", "raw": {"x": 1}}))
    assert isinstance(row, LiveSnapshot)
    assert row.viewers is None


def test_a_batch_may_say_kind_and_session_once() -> None:
    given = {key: value for key, value in EVENT.items() if key not in ("kind", "session_id")}
    row = read_object(given, "event", "whole-batch")
    assert row.session_id == "whole-batch"


BAD: dict[str, Any] = {
    "not_json: cut": b'{"kind": "event", "v": 1',
    "not_json: words": b"hello",
    "not_json: bytes": b"\xff\xfe\x00",
    "not_json: deep": b"[" * 50_000,
    "not_an_object: list": [EVENT],
    "not_an_object: number": 7,
    "unknown_kind: none": {"v": 1},
    "unknown_kind: other": {**EVENT, "kind": "order"},
    "unknown_version: later": {**EVENT, "v": 2},
    "unknown_version: true": {**EVENT, "v": True},
    "unknown_version: text": {**EVENT, "v": "1"},
    "no_session: event": {key: value for key, value in EVENT.items() if key != "session_id"},
    "no_session: stop": {"kind": "session", "action": "stop"},
    "empty: snapshot": {"kind": "snapshot", "session_id": "s", "ts_ms": AT},
    "bad_field: no time": {key: value for key, value in SNAPSHOT.items() if key != "ts_ms"},
    "bad_field: no id": {key: value for key, value in EVENT.items() if key != "event_id"},
    "bad_field: a milliard": {**SNAPSHOT, "online": 10**9},
    "bad_field: below nothing": {**SNAPSHOT, "online": -1},
    "bad_field: a half": {**SNAPSHOT, "online": 3.5},
    "bad_field: text": {**SNAPSHOT, "online": "356"},
    "bad_field: truth": {**SNAPSHOT, "online": True},
    "bad_field: money": {**SNAPSHOT, "gmv_fen": 10**13},
    "bad_field: stay": {**SNAPSHOT, "avg_stay_s": 10**9},
    "bad_field: type": {**EVENT, "type": "explode"},
    "bad_field: id": {**EVENT, "event_id": "a b'; DROP TABLE"},
    "bad_field: long id": {**EVENT, "event_id": "x" * 65},
    "bad_field: long text": {**EVENT, "text": "字" * 2_001},
    "bad_field: count": {**EVENT, "count": 0},
    "bad_field: action": {**START, "action": "pause"},
    "bad_field: platform": {**START, "platform": "douyin"},
    "too_long: line": {**EVENT, "more": "x" * LINE_BYTES},
}


@pytest.mark.parametrize("case", BAD)
def test_everything_else_is_refused_with_its_reason(case: str) -> None:
    given = BAD[case]
    with pytest.raises(Refusal) as refused:
        read_line(given if isinstance(given, bytes) else line(given))
    assert refused.value.reason.partition(":")[0] == case.partition(":")[0]


@pytest.mark.parametrize(
    ("at", "reason"), [(AT + 6 * 60_000, "future"), (AT // 1_000, "not_ms"), (AT - 48 * 3_600_000, "too_old")]
)
def test_times_that_cannot_be_true(at: int, reason: str) -> None:
    row: LiveRow = read_line(line({**EVENT, "ts_ms": at}))
    with pytest.raises(Refusal) as refused:
        check_time(row, AT, back_ms=24 * 3_600_000)
    assert refused.value.reason == reason
    check_time(read_line(line({**EVENT, "ts_ms": AT + 4 * 60_000})), AT, back_ms=0)


def test_a_file_names_the_lines_it_refuses_and_goes_on() -> None:
    content = b"\xef\xbb\xbf" + line(START) + b"\n\n" + b"x" * (3 * LINE_BYTES) + b"\nnonsense\n"
    content += line({key: value for key, value in EVENT.items() if key != "session_id"}) + b"\n" + line(SNAPSHOT)[:-9]
    lines = list(LineReader(io.BytesIO(content)).read(AT))
    assert [(one.number, one.reason.partition(":")[0]) for one in lines] == [
        (1, ""),
        (3, "too_long"),
        (4, "not_json"),
        (5, ""),
        (6, "not_json"),
    ]
    rows = [one.row for one in lines if one.row is not None]
    assert {row.session_id for row in rows} == {f"live-{AT}"}, "rows without a session belong to the one begun last"
