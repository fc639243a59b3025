"""How a show kept to its run sheet, said after it. Pure."""

from collections.abc import Mapping
from typing import Final, Literal

import msgspec

from console.rules.live_script import Cue, Mark, Place, Script, Stand, stands


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """How a show kept to a cue. ``late_ms``: after its time, below 0 before it; None: it was not done.

    ``is_gone``: the run sheet holds it no more, so that only its mark is known.
    """

    cue: Cue
    state: Literal["done", "late", "skipped", "missed", "not_reached"]
    due_at: int | None
    done_at: int | None = None
    late_ms: int | None = None
    moved_ms: int = 0
    is_gone: bool = False


def kept(script: Script | None, marks: Mapping[str, Mark], begin_at: int, end_at: int) -> list[Kept]:
    """Every cue as it stood when the show ended; what was marked and is in no run sheet any more comes last."""
    found = [] if script is None else [_kept(one, marks) for one in stands(script, marks, begin_at, end_at)]
    known = {one.cue.cue_id for one in found}
    for mark in sorted(marks.values(), key=lambda one: (one.at, one.cue_id)):
        if mark.cue_id not in known and mark.state != "planned":
            done_at = mark.at if mark.state == "done" else None
            found.append(
                Kept(
                    cue=Cue(cue_id=mark.cue_id, into_ms=0), state=mark.state, due_at=None, done_at=done_at, is_gone=True
                )
            )
    return found


def _kept(one: Stand, marks: Mapping[str, Mark]) -> Kept:
    mark = marks.get(one.cue.cue_id)
    is_done = mark is not None and mark.state == "done"
    done_at = mark.at if mark is not None and is_done else None
    return Kept(
        cue=one.cue,
        state=STATES.get(one.place, "missed"),
        due_at=one.due_at,
        done_at=done_at,
        late_ms=None if done_at is None else done_at - one.due_at,
        moved_ms=0 if mark is None else mark.moved_ms,
    )


STATES: Final[Mapping[Place, Literal["done", "late", "skipped", "not_reached"]]] = {
    "done": "done",
    "late_done": "late",
    "skipped": "skipped",
    "planned": "not_reached",
    "warned": "not_reached",
}
