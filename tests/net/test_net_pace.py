"""Who goes first, and that nobody is forgotten."""

import asyncio

import pytest

from console.net.pace import Pace


async def _take(pace: Pace, name: str, order: list[str], *, urgent: bool = False) -> None:
    async with pace.turn(urgent=urgent):
        order.append(name)


async def test_a_burst_goes_at_once_in_order_of_arrival() -> None:
    pace, order = Pace(0.001, 3), []
    for name in "abc":
        await asyncio.wait_for(_take(pace, name, order), 1)
    assert order == ["a", "b", "c"]


async def test_an_urgent_turn_overtakes_all_that_wait() -> None:
    pace, order = Pace(100, 1), []
    await _take(pace, "first", order)
    async with asyncio.TaskGroup() as group:
        for name in "abcd":
            group.create_task(_take(pace, name, order))
        await asyncio.sleep(0)
        group.create_task(_take(pace, "click", order, urgent=True))
        group.create_task(_take(pace, "second click", order, urgent=True))
    assert order == ["first", "click", "second click", "a", "b", "c", "d"]


async def test_who_gives_up_takes_no_slot_and_leaves_nothing_behind() -> None:
    pace, order = Pace(100, 1), []
    await _take(pace, "first", order)
    waiting = [asyncio.create_task(_take(pace, name, order)) for name in "ab"]
    await asyncio.sleep(0)
    waiting[0].cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    assert order == ["first", "b"]
    alone = asyncio.create_task(_take(pace, "c", order))
    await asyncio.sleep(0)
    alone.cancel()
    late = asyncio.create_task(_take(pace, "d", order))
    await asyncio.gather(alone, late, return_exceptions=True)
    assert order == ["first", "b", "d"]


async def test_giving_up_is_noticed_by_the_one_who_asked() -> None:
    pace = Pace(0.001, 1)
    async with pace.turn():
        pass
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.02), pace.turn():
            pytest.fail("there was no slot")


async def test_a_body_that_fails_does_not_stop_the_next() -> None:
    pace, order = Pace(1000, 1), []
    with pytest.raises(RuntimeError):
        async with pace.turn():
            raise RuntimeError
    await _take(pace, "next", order)
    assert order == ["next"]
