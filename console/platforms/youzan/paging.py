"""Walking a listing from its last page to its first.

While a listing is read, rows move towards its front or leave it. Read from the front, a row that slips one page forward
is never seen; read from the back it is seen twice, which costs nothing. So page 1 is asked first, for its count and in
case it is all there is, then the last page and down to 1.

Rows also come in late at its front, and push the rest back past whoever walks forward: one that is pushed onto a page
already read is never seen. So the newest stretch of a listing that has several pages, in which rows may still show up,
is cut off and read last: by then everything older stands still.

A platform that lets only so many rows be reached by page numbers is asked in stretches: a stretch that holds more is
halved until it does not. Stretches are walked in order, the oldest first, so that what changes meanwhile is met later.
"""

from collections.abc import Awaitable, Callable, Sequence

import msgspec


class Stretch(msgspec.Struct, frozen=True, array_like=True):
    """A part of a listing: the list's name, and bounds in ms UTC where the whole was too long."""

    name: str = ""
    begin_at: int | None = None
    end_at: int | None = None
    part: bool = False  # a half of another: its rows are counted there already


class Place(msgspec.Struct, frozen=True, array_like=True):
    """Where a walk stands; a cursor is this as JSON. ``page`` 0: the first stretch has not been counted yet."""

    stretches: tuple[Stretch, ...]
    page: int = 0
    counted: int = 0  # rows in the stretches done
    declared: int = 0  # rows in the whole, as counted before anything was halved

    def cursor(self) -> str:
        return msgspec.json.encode(self).decode()


class Rows(msgspec.Struct, frozen=True):
    """What one call gave: its raw rows, and how many rows the stretch holds."""

    rows: Sequence[msgspec.Raw]
    count: int


class Step(msgspec.Struct, frozen=True):
    """One page of the walk, the place of the next, and the total once all of it is known."""

    stretch: Stretch
    rows: Sequence[msgspec.Raw]
    onward: Place | None
    total: int | None


Ask = Callable[[Stretch, int], Awaitable[Rows]]
Halve = Callable[[Stretch], tuple[Stretch, Stretch] | None]
Cut = Callable[[Stretch, int], tuple[Stretch, Stretch] | None]

_places = msgspec.json.Decoder(Place)


def resume(cursor: str) -> Place:
    """The place a cursor stands for. Raises ValueError for one that is none of ours."""
    try:
        place = _places.decode(cursor)
    except msgspec.DecodeError as error:
        raise ValueError(f"not a cursor: {error}") from None
    if not place.stretches or place.page < 0:
        raise ValueError("not a cursor: it stands nowhere")
    return place


async def step(place: Place, ask: Ask, *, page_size: int, reach: int, halve: Halve, part: Halve) -> Step:
    """Read one page; ``reach`` is how many rows of a stretch page numbers can get at.

    ``part`` cuts off of a stretch what may still grow; None where nothing of it does, or it is nothing else.
    """
    if place.page:
        return _stepped(place, await ask(place.stretches[0], place.page))

    def cut(stretch: Stretch, count: int) -> tuple[Stretch, Stretch] | None:
        return halve(stretch) if count > reach else part(stretch) if count > page_size else None

    place, first = await _counted(place, ask, cut)
    last = -(-min(first.count, reach) // page_size)
    if last <= 1:
        return _stepped(_on_page(place, 1), first)
    return _stepped(_on_page(place, last), await ask(place.stretches[0], last))


async def _counted(place: Place, ask: Ask, cut: Cut) -> tuple[Place, Rows]:
    """Page 1 of the first stretch, cut as often as it takes to come within reach and to stand still."""
    while True:
        stretch = place.stretches[0]
        first = await ask(stretch, 1)
        declared = place.declared if stretch.part else place.declared + first.count
        halves = cut(stretch, first.count)
        if halves is None:
            return msgspec.structs.replace(place, declared=declared), first
        place = msgspec.structs.replace(place, stretches=halves + place.stretches[1:], declared=declared)


def _stepped(place: Place, answer: Rows) -> Step:
    stretch, later = place.stretches[0], place.stretches[1:]
    if place.page > 1:
        onward: Place | None = _on_page(place, place.page - 1)
    elif later:
        onward = Place(later, counted=place.counted + answer.count, declared=place.declared)
    else:
        onward = None
    # Halves share their border, so a row on it is counted twice: never more than was declared for the whole.
    total = None if later else min(place.counted + answer.count, place.declared)
    return Step(stretch, answer.rows, onward, total)


def _on_page(place: Place, page: int) -> Place:
    return msgspec.structs.replace(place, page=page)


def halved(stretch: Stretch, least_ms: int) -> tuple[Stretch, Stretch] | None:
    """Two halves that share the border; None where less than two ``least_ms`` are left to share."""
    if stretch.begin_at is None or stretch.end_at is None or stretch.end_at - stretch.begin_at < 2 * least_ms:
        return None
    middle = (stretch.begin_at + stretch.end_at) // 2 // least_ms * least_ms
    if middle <= stretch.begin_at:
        return None
    return (
        Stretch(stretch.name, stretch.begin_at, middle, part=True),
        Stretch(stretch.name, middle, stretch.end_at, part=True),
    )


def parted(stretch: Stretch, settled_at: int) -> tuple[Stretch, Stretch] | None:
    """What of a stretch was settled by an instant, and what was not; None where it is all the one or the other."""
    if stretch.begin_at is None or stretch.end_at is None or not stretch.begin_at < settled_at < stretch.end_at:
        return None
    return (
        Stretch(stretch.name, stretch.begin_at, settled_at, part=True),
        Stretch(stretch.name, settled_at, stretch.end_at, part=True),
    )
