"""The paged model: little is held, late answers are dropped, what is shown stays until there is better."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from ui_fakes import FakeSource

from console.ui.cells import Lines
from console.ui.paging import PAGE, PAGES_HELD, Column, PagedModel, Sort
from console.ui.tasks import Tasks

MANY = 100_000
COLUMNS = (Column[str]("名", 100, Lines(str), sort="name"), Column[str]("数", 100, Lines(str), right=True))


@pytest.fixture
async def tasks() -> AsyncIterator[Tasks]:
    owner = Tasks("test")
    yield owner
    await owner.close()


@pytest.fixture
def model(qtbot: QtBot, tasks: Tasks) -> PagedModel[str]:
    return PagedModel(COLUMNS, tasks)


async def test_qt_finds_no_fault_with_it(model: PagedModel[str], qtmodeltester: ModelTester, until: Any) -> None:
    model.show(FakeSource(200))
    await until(lambda: model.loaded)
    qtmodeltester.check(model)
    await until(lambda: model.is_settled)
    qtmodeltester.check(model)


async def test_of_very_many_rows_only_the_pages_looked_at_are_asked_for(model: PagedModel[str], until: Any) -> None:
    source = FakeSource(MANY)
    model.show(source)
    await until(lambda: model.rowCount() == MANY)
    assert source.asked == []
    assert model.row(70_000) is None
    await until(lambda: model.row(70_000) is not None)
    assert model.row(70_000) == "row 70000"
    assert [len(ids) for ids in source.asked] == [PAGE]


async def test_it_forgets_the_page_looked_at_longest_ago(model: PagedModel[str], until: Any) -> None:
    source = FakeSource(MANY)
    model.show(source)
    await until(lambda: model.loaded)
    for page in range(PAGES_HELD + 3):
        model.row(page * PAGE)
        await until(lambda: model.is_settled)
    asked = len(source.asked)
    assert model.row((PAGES_HELD + 2) * PAGE) is not None
    assert len(source.asked) == asked
    assert model.row(0) is None
    await until(lambda: model.row(0) == "row 0")


async def test_a_late_answer_is_dropped(model: PagedModel[str], until: Any) -> None:
    slow, quick = FakeSource(10), FakeSource(20)
    slow.gate.clear()
    model.show(slow)
    await asyncio.sleep(0)
    model.show(quick)
    await until(lambda: model.rowCount() == 20)
    slow.gate.set()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert model.rowCount() == 20


async def test_a_late_page_of_an_older_question_is_dropped(model: PagedModel[str], until: Any) -> None:
    source = FakeSource(100)
    model.show(source)
    await until(lambda: model.loaded)
    source.gate.clear()
    source.word = "old"
    model.row(0)
    await until(lambda: source.asked)
    source.word = "new"
    model.reload()
    source.gate.set()
    await until(lambda: not model.loading)
    model.row(0)
    await until(lambda: model.is_settled)
    assert model.row(0) == "new 0"


async def test_scrolling_far_does_not_pile_up_questions(model: PagedModel[str], until: Any) -> None:
    source = FakeSource(MANY)
    model.show(source)
    await until(lambda: model.loaded)
    source.gate.clear()
    for page in range(100):
        model.row(page * PAGE)
    source.gate.set()
    await until(lambda: model.is_settled)
    assert len(source.asked) <= 8
    assert model.row(99 * PAGE) is not None


async def test_what_is_shown_stays_while_the_same_question_is_asked_again(model: PagedModel[str], until: Any) -> None:
    source = FakeSource(10)
    model.show(source)
    await until(lambda: model.loaded)
    model.row(0)
    await until(lambda: model.is_settled)
    source.word = "changed"
    source.total = 11
    model.reload()
    await until(lambda: model.rowCount() == 11)
    assert model.row(0) == "row 0"
    await until(lambda: model.row(0) == "changed 0")


async def test_sorting_is_asked_for_not_done(model: PagedModel[str], until: Any) -> None:
    source = FakeSource(10)
    model.show(source, Sort("name"))
    await until(lambda: model.loaded)
    model.sort_by(Sort("name", descending=True))
    await until(lambda: model.id_at(0) == 9)
    assert source.sorts == [Sort("name"), Sort("name", descending=True)]


async def test_check_marks_follow_the_rows_not_the_places(model: PagedModel[str], until: Any) -> None:
    source = FakeSource(10)
    model.show(source, Sort("name"))
    await until(lambda: model.loaded)
    model.toggle(3)
    model.sort_by(Sort("name", descending=True))
    await until(lambda: model.id_at(0) == 9)
    assert model.checked == {3}
    model.check_range(0, 1)
    assert model.checked == {3, 9, 8}
    source.total = 5
    model.reload()
    await until(lambda: model.rowCount() == 5)
    assert model.checked == {3}


class BrokenSource(FakeSource):
    async def ids(self, sort: Sort | None) -> Any:
        raise ValueError("no such column")


async def test_a_question_that_fails_is_reported_once(qtbot: QtBot, until: Any) -> None:
    reported: list[BaseException] = []
    failed: list[Exception] = []
    tasks = Tasks("test", reported.append)
    model: PagedModel[str] = PagedModel(COLUMNS, tasks)
    model.failed.connect(failed.append)
    model.show(BrokenSource(1))
    await until(lambda: reported)
    assert [str(error) for error in failed] == ["no such column"]
    assert not model.loading
    await tasks.close()


async def test_an_empty_view_is_an_answer(model: PagedModel[str], until: Any) -> None:
    model.show(FakeSource(0))
    assert model.loading
    await until(lambda: model.loaded)
    assert model.rowCount() == 0
    assert model.is_settled
