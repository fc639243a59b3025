"""How a show kept to its run sheet, where its orders were made and its shops' rooms, as rows; None is unknown."""

from collections.abc import Mapping
from typing import Final

from console.core.clock import MINUTE
from console.core.clock import format_shop_time as shop_time
from console.rules.live_kept import Kept
from console.rules.live_recap import Recap
from console.rules.live_script import format_into

CUE_TITLES: Final = (
    *("into_show", "due", "kind", "name", "item_id", "state", "done_at", "minutes_late", "minutes_moved", "note"),
)


def cue_rows(recap: Recap, words: Mapping[str, str]) -> list[tuple[str | float | None, ...]]:
    """Every cue of the run sheet in order, and those done that it no longer holds."""
    return [_row(one, recap.begin_at, words) for one in recap.cues]


def _row(one: Kept, begin_at: int, words: Mapping[str, str]) -> tuple[str | float | None, ...]:
    cue = one.cue
    due = ("", "") if one.due_at is None else (format_into(one.due_at - begin_at), shop_time(one.due_at))
    return (
        *due,
        "" if one.is_gone else words[f"cue_{cue.kind.value}"],
        cue.title,
        cue.item_id,
        words[f"state_{one.state}"],
        "" if one.done_at is None else shop_time(one.done_at),
        None if one.late_ms is None else round(one.late_ms / MINUTE, 1),
        round(one.moved_ms / MINUTE, 1) if one.moved_ms else None,
        words["cue_gone"] if one.is_gone else "",
    )


def place_rows(recap: Recap, words: Mapping[str, str]) -> list[tuple[str, int, float | None]]:
    """How many orders were made where, and what those came to in yuan that do not count; then each of several rooms."""
    found: list[tuple[str, int, float | None]] = []
    where = recap.places
    if where is not None:
        elsewhere = None if where.elsewhere_fen is None else where.elsewhere_fen / 100
        found += [
            (words["orders_live"], where.live, None),
            (words["orders_elsewhere"], where.elsewhere, elsewhere),
            (words["orders_untold"], where.untold, None),
        ]
    if len(recap.rooms) > 1:
        for one in recap.rooms:
            told = words["room_of_moment" if one.is_of_moment else "room_so_far"]
            found.append((f"{told} · {one.name or one.shop_id}", one.most, None))
    return found
