"""Several calls on the way at once, with one owner: nothing outlives the caller."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from typing import Any, TypeVar

A = TypeVar("A")
T = TypeVar("T")


async def together(calls: Iterable[Coroutine[Any, Any, T]]) -> list[T]:
    """All answers, in order. The first that raises cancels the others and is raised as it is."""
    tasks = [asyncio.create_task(call) for call in calls]
    try:
        return list(await asyncio.gather(*tasks))
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def at_once(call: Callable[[A], Awaitable[T]], over: Iterable[A], *, limit: int) -> list[T]:
    """``call`` of each, in order, with at most ``limit`` on the way."""
    gate = asyncio.Semaphore(limit)

    async def gated(one: A) -> T:
        async with gate:
            return await call(one)

    return await together(gated(one) for one in over)
