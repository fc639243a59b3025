"""When a show calls its operator: a tick for a cue, a notice where nobody looks at the show. Pure."""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

import msgspec

from console.core.clock import MINUTE, SECOND
from console.rules.quiet import Quiet, is_quiet

CallKind = Literal["cue", "advice", "cut", "oversell"]
CRITICAL: Final[frozenset[CallKind]] = frozenset({"cut", "oversell"})
"""Told in quiet hours, too; without a sound even then."""

AGAIN_MS: Final[Mapping[CallKind, int]] = {
    "cue": 0,  # whoever tells cues tells each of them once
    "advice": 10 * MINUTE,
    "cut": 10 * MINUTE,
    "oversell": 10 * MINUTE,
}
APART_MS: Final = 3 * SECOND  # two sounds closer than this are one


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """Something worth calling for. The same ``key`` is not called twice within ten minutes."""

    kind: CallKind
    key: str
    title: str
    words: str = ""


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What the operator wants, and where they are."""

    sound: bool
    notices: bool
    quiet: Quiet
    in_front: bool  # one of our windows is
    in_sight: bool  # and the show stands in it: what is told is there already


class Told(NamedTuple):
    """How it is told: with a sound, by a notice on the desktop, in the window over whatever page is there."""

    sound: bool = False
    notice: bool = False
    toast: bool = False


class Calls:
    """Remembers what was called for, and when last a sound was made."""

    def __init__(self) -> None:
        self._called: dict[str, int] = {}
        self._sounded_at = -APART_MS

    def take(self, call: Call, wish: Wish, now: int) -> Told:
        """How to tell it now, if at all."""
        last = self._called.get(call.key)
        if last is not None and now - last < AGAIN_MS[call.kind]:
            return Told()
        self._called[call.key] = now
        quiet = is_quiet(wish.quiet, now)
        sound = wish.sound and not quiet and now - self._sounded_at >= APART_MS
        if sound:
            self._sounded_at = now
        may = not quiet or call.kind in CRITICAL
        return Told(
            sound=sound,
            notice=may and wish.notices and not wish.in_front,
            toast=may and wish.in_front and not wish.in_sight,
        )
