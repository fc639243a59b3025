"""A watched folder: read on from where it was read to, never half a line, never a line twice."""

import json
from pathlib import Path

from ingest_keeper import AT, Keeper, StillClock

from console.core.live import LiveEvent
from console.ingest.folder import CHUNK_BYTES, Place, WatchedFolder


def line(number: int) -> bytes:
    row = {"kind": "event", "event_id": f"e{number}", "ts_ms": AT, "type": "like"}
    return json.dumps(row).encode() + b"\n"


START = json.dumps({"kind": "session", "action": "start", "session_id": "s"}).encode() + b"\n"


async def test_it_reads_on_and_leaves_half_a_line_for_later(tmp_path: Path, keeper: Keeper, clock: StillClock) -> None:
    places: dict[str, Place] = {}

    async def remember(now: dict[str, Place]) -> None:
        places.update(now)

    folder = WatchedFolder(tmp_path, keeper, clock, {}, remember)
    assert await folder.look() == 0
    show = tmp_path / "show.jsonl"
    show.write_bytes(START + line(1) + line(2)[:20])
    assert await folder.look() == 2
    assert await folder.look() == 0
    with show.open("ab") as more:
        more.write(line(2)[20:] + b"garbage\n")
    again = WatchedFolder(tmp_path, keeper, clock, places, remember)  # after a restart
    assert await again.look() == 1
    assert [row.event_id for row in keeper.rows if isinstance(row, LiveEvent)] == ["e1", "e2"]
    assert {row.session_id for row in keeper.rows} == {"s"}
    assert [reason.partition(":")[0] for reason in keeper.reasons] == ["not_json"]


async def test_a_file_begun_anew_is_read_anew_and_an_endless_line_is_passed_over(
    tmp_path: Path, keeper: Keeper, clock: StillClock
) -> None:
    async def remember(_: dict[str, Place]) -> None:
        return

    folder = WatchedFolder(tmp_path, keeper, clock, {}, remember)
    show = tmp_path / "show.jsonl"
    show.write_bytes(START + line(1) + line(2))
    await folder.look()
    show.write_bytes(START + line(3))
    assert await folder.look() == 2
    with show.open("ab") as more:
        more.write(b"x" * (CHUNK_BYTES + 10) + b"\n" + line(4))
    assert await folder.look() == 1
    assert keeper.reasons[0] == "too_long"


async def test_a_longer_file_in_its_place_is_another_one_and_read_from_its_beginning(
    tmp_path: Path, keeper: Keeper, clock: StillClock
) -> None:
    """A recorder wrote this evening's show over the last one's while nobody looked: its first hours were lost."""
    places: dict[str, Place] = {}

    async def remember(now: dict[str, Place]) -> None:
        places.update(now)

    show = tmp_path / "live.jsonl"
    show.write_bytes(START + line(1))
    await WatchedFolder(tmp_path, keeper, clock, {}, remember).look()
    show.write_bytes(START.replace(b'"s"', b'"t"') + b"".join(line(number) for number in range(2, 9)))
    again = WatchedFolder(tmp_path, keeper, clock, places, remember)
    assert await again.look() == 8
    assert await again.look() == 0
    assert [row.event_id for row in keeper.rows if isinstance(row, LiveEvent) and row.session_id == "t"] == [
        f"e{number}" for number in range(2, 9)
    ]
    assert keeper.reasons == []


async def test_a_file_that_cannot_be_read_now_keeps_nobody_waiting(
    tmp_path: Path, keeper: Keeper, clock: StillClock, expected_logs: list[str]
) -> None:
    async def remember(_: dict[str, Place]) -> None:
        return

    expected_logs.append("cannot be read now")
    folder = WatchedFolder(tmp_path, keeper, clock, {}, remember)
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    first.mkdir()  # no file that can be opened
    second.write_bytes(START + line(1))
    assert await folder.look() == 2
    first.rmdir()
    first.write_bytes(START + line(2))
    assert await folder.look() == 2
