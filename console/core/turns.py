"""How much is done in one breath: while C sorts or frees a hundred thousand rows, no other thread gets Python.

A thread that works on rows in Python itself hands the interpreter on within a millisecond, however many there are; one
call that sorts them all, or the end of a dict that held them all, does not. The window's loop would wait for it.
"""

from collections.abc import Callable, Iterable
from heapq import merge
from typing import Any, TypeVar

T = TypeVar("T")

BREATH = 1_000  # rows


def sorted_in_turns(rows: Iterable[T], key: Callable[[T], Any] | None = None) -> list[T]:
    """As ``sorted``, in small sorts that are then merged."""
    waiting = list(rows)
    if len(waiting) <= BREATH:
        return sorted(waiting, key=key)  # type: ignore[type-var, arg-type] # as comparable as sorted wants them
    parts = [sorted(waiting[at : at + BREATH], key=key) for at in range(0, len(waiting), BREATH)]  # type: ignore[type-var, arg-type]
    return list(merge(*parts, key=key))  # type: ignore[arg-type]


def let_go(*held: list[Any] | dict[Any, Any] | set[Any]) -> None:
    """Empty what is needed no more, a little at a time."""
    for rows in held:
        if isinstance(rows, list):
            while rows:
                del rows[-BREATH:]
        elif isinstance(rows, dict):
            while rows:
                rows.popitem()
        else:
            while rows:
                rows.pop()
