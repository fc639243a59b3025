"""What fails in a loop's turn is told once, and the loop goes on; what somebody else has an answer to goes its way."""

import asyncio
from pathlib import Path

import pytest

import console
from console.core.errors import FileTrouble, Offline, Refused, Trouble
from console.sync.resting import Resting

OWN = {  # they do not keep a loop alive: whatever is raised is answered or raised again there
    "net/tokens.py",
    "store/secrets.py",
    "sync/resting.py",
}


def fail(error: BaseException) -> None:
    raise error


async def test_a_fault_is_told_once_until_the_loop_is_well_again(expected_logs: list[str]) -> None:
    told: list[str] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: told.append(context["message"]))
    resting = Resting("counting")
    for _ in range(2):
        with resting.going_on() as turn:
            fail(ZeroDivisionError())
        assert isinstance(turn.failed, ZeroDivisionError)
    assert told == ["counting failed"]
    with resting.going_on() as turn:
        resting.well()
    assert turn.failed is None
    with resting.going_on():
        fail(ZeroDivisionError())
    assert len(told) == 2
    expected_logs.append("counting rests: disk.full")
    with resting.going_on():
        fail(FileTrouble("disk.full", "console.db"))


@pytest.mark.parametrize("but", [Trouble, (Trouble, FileTrouble)])
async def test_what_somebody_else_answers_goes_on_its_way(but: type[Exception] | tuple[type[Exception], ...]) -> None:
    resting = Resting("counting")
    for error in (Offline("net.timeout"), Refused("ship.no_tracks")):
        with pytest.raises(Trouble), resting.going_on(but=but):
            fail(error)
    with pytest.raises(asyncio.CancelledError), resting.going_on():
        fail(asyncio.CancelledError())


def test_no_loop_has_a_net_of_its_own() -> None:
    """Whoever catches everything and goes on has this mechanism for it."""
    room = Path(console.__file__).parent
    texts = {str(path.relative_to(room)): path.read_text(encoding="utf-8") for path in room.rglob("*.py")}
    assert {name for name, text in texts.items() if "BLE001" in text} == OWN
