"""What is known of a pattern before it is tried: how far it reaches, and which letters it can begin with.

So it is tried around a trigger only where one of its first letters stands.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from re import _constants, _parser  # type: ignore[attr-defined]  # the parser of re itself comes without types
from typing import Any

_WIDTHLESS = {_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT}
_REPEATS = {_constants.MAX_REPEAT, _constants.MIN_REPEAT}
_CLASSES = {_constants.CATEGORY_DIGIT: r"\d", _constants.CATEGORY_SPACE: r"\s"}


class _Anything(Exception):
    """A part that begins with nearly any letter, or that is not known here."""


@lru_cache(512)
def reach(pattern: str, most: int) -> int:
    """The most letters that a match can have, but not more than ``most``."""
    return int(min(_parser.parse(pattern).getwidth()[1], most))


@lru_cache(512)
def first_letters(pattern: str) -> re.Pattern[str] | None:
    """What finds where a match can begin; None: nearly anywhere."""
    letters: set[str] = set()
    try:
        nothing = _first(_parser.parse(pattern), letters)
    except _Anything:
        return None
    return None if nothing else re.compile(f"[{''.join(sorted(letters))}]")


def seeker(pattern: str) -> re.Pattern[str]:
    """Finds whether a pattern is anywhere, not what it matches: only where one of its first letters stands it is tried.

    The parser makes a fast search of a leading class of letters, but not of many different beginnings.
    """
    first = first_letters(pattern)
    return re.compile(f"{first.pattern}(?<=(?={pattern}).)" if first else pattern, re.DOTALL)


def _first(parts: Iterable[tuple[Any, Any]], letters: set[str]) -> bool:
    """Adds what parts in a row can begin with; returns whether all of them may be left out."""
    return all(_part(code, value, letters) for code, value in parts)


def _part(code: Any, value: Any, letters: set[str]) -> bool:
    if code in _WIDTHLESS:
        return True
    if code is _constants.BRANCH:
        return [True for branch in value[1] if _first(branch, letters)] != []  # each of them adds its letters
    if code is _constants.SUBPATTERN:
        return _first(value[3], letters)
    if code in _REPEATS:
        return _first(value[2], letters) or value[0] == 0
    for kind, what in value if code is _constants.IN else ((code, value),):
        letters.add(_class(kind, what))
    return False


def _class(kind: Any, what: Any) -> str:
    if kind is _constants.LITERAL:
        return re.escape(chr(what))
    if kind is _constants.RANGE:
        return f"{re.escape(chr(what[0]))}-{re.escape(chr(what[1]))}"
    if kind is _constants.CATEGORY and what in _CLASSES:
        return _CLASSES[what]
    raise _Anything
