"""When a show calls its operator: a tick for a cue, a notice on the desktop where nobody looks at the window. Pure."""

from collections.abc import Mapping
from typing import Final, Literal

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
    in_sight: bool  # one of our windows is in front: what is told stands there already


class Calls:
    """Remembers what was called for, and when last a sound was made."""

    def __init__(self) -> None:
        self._called: dict[str, int] = {}
        self._sounded_at = -APART_MS

    def take(self, call: Call, wish: Wish, now: int) -> tuple[bool, bool]:
        """Whether to make a sound, and whether to put up a notice."""
        last = self._called.get(call.key)
        if last is not None and now - last < AGAIN_MS[call.kind]:
            return False, False
        self._called[call.key] = now
        quiet = is_quiet(wish.quiet, now)
        sound = wish.sound and not quiet and now - self._sounded_at >= APART_MS
        if sound:
            self._sounded_at = now
        return sound, wish.notices and not wish.in_sight and (not quiet or call.kind in CRITICAL)
