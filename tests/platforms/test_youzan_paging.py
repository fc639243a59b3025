"""Walking a listing from its last page to its first, while rows leave it."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.platforms.youzan.paging import Place, Rows, Step, Stretch, halved, parted, resume, step

SIZE = 10
REACH = 40
SETTLED = 900_000  # what was updated later may still show up


class Shelf:
    """A listing in memory: rows (update time → id), newest first, asked by stretch and page."""

    def __init__(self, rows: dict[int, int]) -> None:
        self.rows = rows  # id → update time
        self.asked: list[tuple[int | None, int | None, int]] = []

    async def ask(self, stretch: Stretch, page: int) -> Rows:
        self.asked.append((stretch.begin_at, stretch.end_at, page))
        begin, end = stretch.begin_at or 0, 10**9 if stretch.end_at is None else stretch.end_at
        found = sorted((row for row, at in self.rows.items() if begin <= at <= end), key=lambda row: -self.rows[row])
        shown = found[(page - 1) * SIZE : page * SIZE]
        return Rows([msgspec.Raw(str(row).encode()) for row in shown], len(found))


async def _step(place: Place, shelf: Shelf) -> Step:
    return await step(
        place,
        shelf.ask,
        page_size=SIZE,
        reach=REACH,
        halve=lambda stretch: halved(stretch, 1),
        part=lambda stretch: parted(stretch, SETTLED),
    )


def _whole() -> Place:
    return Place((Stretch("", 0, 1_000_000),))


async def test_pages_are_read_from_the_last_to_the_first() -> None:
    shelf = Shelf({row: row for row in range(35)})
    done = await _step(Place((Stretch("", 0, SETTLED),)), shelf)
    assert [page for *_, page in shelf.asked] == [1, 4]
    assert len(done.rows) == 5
    while done.onward is not None:
        done = await _step(resume(done.onward.cursor()), shelf)
    assert [page for *_, page in shelf.asked] == [1, 4, 3, 2, 1]
    assert done.total == 35


@pytest.mark.parametrize("count", [0, 1, SIZE])
async def test_a_single_page_is_asked_once(count: int) -> None:
    shelf = Shelf({row: row for row in range(count)})
    done = await _step(_whole(), shelf)
    assert (len(done.rows), done.total, done.onward, len(shelf.asked)) == (count, count, None, 1)


async def test_two_lists_are_one_walk_and_the_total_comes_with_the_second() -> None:
    shelf = Shelf({row: row for row in range(15)})
    first = await _step(Place((Stretch("a"), Stretch("b"))), shelf)
    assert (first.stretch.name, first.total) == ("a", None)
    totals = []
    done = first
    while done.onward is not None:
        done = await _step(done.onward, shelf)
        totals.append((done.stretch.name, done.total))
    assert totals == [("a", None), ("b", 30), ("b", 30)]


async def _walked(shelf: Shelf, between: list[int]) -> tuple[set[int], int | None]:
    """All ids seen; before each later call one row of ``between`` leaves the window."""
    seen: set[int] = set()
    place: Place | None = _whole()
    total: int | None = None
    leaving = list(between)
    while place is not None:
        done = await _step(place, shelf)
        seen |= {int(bytes(raw)) for raw in done.rows}
        place, total = done.onward, done.total
        if leaving:
            shelf.rows.pop(leaving.pop(), None)
    return seen, total


@given(st.integers(0, 300), st.integers(1, 400), st.randoms(use_true_random=False))
async def test_every_row_is_seen_however_many_there_are(count: int, spread: int, random: object) -> None:
    draw = random.randrange  # type: ignore[attr-defined]
    shelf = Shelf({row: draw(spread) * 1000 for row in range(count)})
    crowded = max((list(shelf.rows.values()).count(at) for at in shelf.rows.values()), default=0) > REACH
    seen, total = await _walked(shelf, [])
    if not crowded:  # more rows in one instant than page numbers reach: nobody can read them, and the total says so
        assert seen == set(shelf.rows)
    assert total == count


@given(st.integers(0, 40), st.lists(st.integers(0, 39), max_size=5))
async def test_a_row_that_leaves_makes_no_other_row_unseen(count: int, leaving: list[int]) -> None:
    shelf = Shelf({row: row for row in range(count)})
    seen, _ = await _walked(shelf, leaving)
    assert set(shelf.rows) <= seen


@given(st.integers(0, 60), st.integers(0, 15), st.lists(st.integers(SETTLED + 1, 1_000_000), max_size=8))
async def test_a_row_that_comes_in_late_makes_no_settled_row_unseen(old: int, new: int, late: list[int]) -> None:
    shelf = Shelf({row: row * 10_000 for row in range(old)} | {1_000 + row: SETTLED + 10 + row for row in range(new)})
    settled, seen = {row for row, at in shelf.rows.items() if at <= SETTLED}, set()
    place: Place | None = _whole()
    coming = list(enumerate(late))
    while place is not None:
        done = await _step(place, shelf)
        seen |= {int(bytes(raw)) for raw in done.rows}
        place = done.onward
        if coming:
            number, at = coming.pop()
            shelf.rows[2_000 + number] = at
    assert settled <= seen


async def test_more_rows_than_page_numbers_reach_are_asked_in_halves() -> None:
    shelf = Shelf({row: row * 10_000 for row in range(100)})
    seen, total = await _walked(shelf, [])
    assert seen == set(range(100))
    assert total == 100
    assert max(page for *_, page in shelf.asked) <= REACH // SIZE


async def test_a_moment_that_cannot_be_halved_keeps_its_true_total() -> None:
    shelf = Shelf(dict.fromkeys(range(REACH + 5), 77))
    seen, total = await _walked(shelf, [])
    assert len(seen) == REACH
    assert total == REACH + 5


def test_halves_share_their_border() -> None:
    halves = halved(Stretch("x", 1000, 4000), 1000)
    assert halves == (Stretch("x", 1000, 2000, True), Stretch("x", 2000, 4000, True))
    assert halved(Stretch("x", 1000, 2000), 1000) is None
    assert halved(Stretch("x"), 1000) is None


def test_a_cursor_stands_for_its_place() -> None:
    place = Place((Stretch("a", 1, None, True), Stretch("b")), page=3, counted=7, declared=9)
    assert resume(place.cursor()) == place


@pytest.mark.parametrize("cursor", ["", "{}", "[[],1]", '[[["a"]],-1]', "nowhere"])
def test_what_is_no_cursor(cursor: str) -> None:
    with pytest.raises(ValueError, match="not a cursor"):
        resume(cursor)
