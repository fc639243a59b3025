"""Pictures of goods: only what is in sight, four at a time, from the disk first, and never in the table's way."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_pictures import RED, FakeFetcher, Time, address, file, near

from console.core.errors import Busy, Offline, Refused, Trouble, Unreadable
from console.store.pictures import PictureStore
from console.ui.cells import Goods
from console.ui.paging import Column, Sort
from console.ui.pictures import AT_ONCE, REST_S, Pictures, inside
from console.ui.sight import SIDE, Sight
from console.ui.table_card import TableCard
from console.ui.tasks import Tasks
from console.ui.thumbnails import KEPT_SIDE, Unusable, fit, shrink
from console.ui.widgets import EmptyState, Thumb


@pytest.fixture
def fetcher(qapp: QApplication) -> FakeFetcher:
    return FakeFetcher()


@pytest.fixture
def store(tmp_path: Path) -> PictureStore:
    return PictureStore(tmp_path / "pictures")


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
async def pictures(
    look: QApplication, fetcher: FakeFetcher, store: PictureStore, time: Time
) -> AsyncIterator[Pictures]:
    made = Pictures(fetcher, store, clock_s=time)
    yield made
    await made.close()


# -- bringing ----------------------------------------------------------------------------------------------------------


async def test_at_most_four_come_at_a_time(pictures: Pictures, fetcher: FakeFetcher, until: Any) -> None:
    fetcher.gate.clear()
    pictures.see(pictures.owner(), [address(n) for n in range(20)], 40)
    await until(lambda: fetcher.under_way == AT_ONCE)
    fetcher.gate.set()
    await until(lambda: pictures.is_settled)
    assert fetcher.most == AT_ONCE == 4
    assert sorted(fetcher.asked) == sorted(address(n) for n in range(20))
    assert all(pictures.pixmap(address(n), 40) is not None for n in range(20))


async def test_what_nobody_sees_any_more_is_not_brought(pictures: Pictures, fetcher: FakeFetcher, until: Any) -> None:
    fetcher.gate.clear()
    one, other = pictures.owner(), pictures.owner()
    pictures.see(one, [address(n) for n in range(6)], 40)
    pictures.see(other, [address(1)], 40)
    await until(lambda: fetcher.under_way == AT_ONCE)
    pictures.see(one, [address(9)], 40)
    await until(lambda: address(9) in fetcher.asked)
    stays = {address(1), address(9)}
    assert set(fetcher.cancelled) == set(fetcher.asked) - stays
    assert not {address(4), address(5)} & set(fetcher.asked) - set(fetcher.cancelled)
    fetcher.gate.set()
    await until(lambda: pictures.is_settled)
    assert {n for n in range(10) if pictures.pixmap(address(n), 40)} == {1, 9}


async def test_one_that_leaves_wants_nothing(pictures: Pictures, fetcher: FakeFetcher, until: Any) -> None:
    fetcher.gate.clear()
    owner = pictures.owner()
    pictures.see(owner, [address(1)], 40)
    await until(lambda: fetcher.under_way == 1)
    pictures.leave(owner)
    await until(lambda: fetcher.cancelled == [address(1)])
    assert pictures.is_settled


async def test_the_same_picture_is_fetched_once_whatever_its_size(
    pictures: Pictures, fetcher: FakeFetcher, until: Any
) -> None:
    for pixels in (40, 80, 112):
        pictures.see(pictures.owner(), [address(1)], pixels)
        await until(lambda: pictures.is_settled)
        pixmap = pictures.pixmap(address(1), pixels)
        assert pixmap is not None
        assert pixmap.width() == pixels
    assert fetcher.asked == [address(1)]


async def test_another_size_stands_in_until_the_right_one_is_here(pictures: Pictures, until: Any) -> None:
    pictures.see(pictures.owner(), [address(1)], 40)
    await until(lambda: pictures.is_settled)
    standing_in = pictures.pixmap(address(1), 80)
    assert standing_in is not None
    assert standing_in.width() == 40


async def test_without_the_net_the_disk_is_enough(
    pictures: Pictures, fetcher: FakeFetcher, store: PictureStore, until: Any
) -> None:
    pictures.see(pictures.owner(), [address(1)], 40)
    await until(lambda: pictures.is_settled)
    fetcher.usual = Offline("net.dns")
    later = Pictures(fetcher, store)
    later.see(later.owner(), [address(1), address(2)], 40)
    await until(lambda: later.is_settled)
    held = later.pixmap(address(1), 40)
    assert held is not None
    assert near(held.toImage().pixelColor(20, 20), RED)
    assert later.pixmap(address(2), 40) is None
    await later.close()


async def test_what_is_on_disk_does_not_wait_behind_hosts_that_hang(
    pictures: Pictures, fetcher: FakeFetcher, store: PictureStore, until: Any
) -> None:
    await asyncio.to_thread(store.put, address(99), file())
    fetcher.gate.clear()
    pictures.see(pictures.owner(), [*(address(n) for n in range(10)), address(99)], 40)
    await until(lambda: pictures.pixmap(address(99), 40) is not None)
    assert fetcher.under_way == AT_ONCE


async def test_a_torn_file_on_disk_is_fetched_anew(
    pictures: Pictures, fetcher: FakeFetcher, store: PictureStore, until: Any
) -> None:
    await asyncio.to_thread(store.put, address(1), file(kind="JPG")[:200])
    pictures.see(pictures.owner(), [address(1)], 40)
    await until(lambda: pictures.is_settled)
    assert pictures.pixmap(address(1), 40) is not None
    assert fetcher.asked == [address(1)]


async def test_an_address_without_a_scheme_is_read_as_a_page_would(
    pictures: Pictures, fetcher: FakeFetcher, until: Any
) -> None:
    pictures.see(pictures.owner(), ["//img.example/1.png", ""], 40)
    await until(lambda: pictures.is_settled)
    assert fetcher.asked == ["https://img.example/1.png"]
    assert pictures.pixmap("//img.example/1.png", 40) is not None


# -- trouble -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "answer", [Refused("net.no_picture"), Unreadable("net.not_a_picture"), b"\xff\xd8\xff no picture at all"]
)
async def test_what_is_no_picture_is_not_asked_for_again(
    pictures: Pictures, fetcher: FakeFetcher, time: Time, until: Any, answer: bytes | Trouble
) -> None:
    fetcher.answers[address(1)] = answer
    owner = pictures.owner()
    for _ in range(3):
        pictures.see(owner, [address(1)], 40)
        await until(lambda: pictures.is_settled)
        pictures.see(owner, [], 40)
        time.at += 2 * REST_S
    assert fetcher.asked == [address(1)]
    assert pictures.pixmap(address(1), 40) is None


@pytest.mark.parametrize("trouble", [Offline("net.timeout"), Busy("net.busy")])
async def test_a_host_that_does_not_answer_rests_and_others_do_not(
    pictures: Pictures, fetcher: FakeFetcher, time: Time, until: Any, trouble: Trouble
) -> None:
    dead, well = [address(n, "dead.example") for n in range(30)], [address(n) for n in range(3)]
    fetcher.answers = dict.fromkeys(dead, trouble)
    owner = pictures.owner()
    pictures.see(owner, [*dead, *well], 40)
    await until(lambda: pictures.is_settled)
    assert len(set(fetcher.asked) & set(dead)) <= AT_ONCE
    assert all(pictures.pixmap(one, 40) for one in well)
    asked = len(fetcher.asked)
    pictures.see(owner, dead[:1], 40)
    await until(lambda: pictures.is_settled)
    assert len(fetcher.asked) == asked
    time.at += REST_S + 1
    fetcher.answers.clear()
    pictures.see(owner, dead[:1], 40)
    await until(lambda: pictures.is_settled)
    assert pictures.pixmap(dead[0], 40) is not None


async def test_memory_is_bounded_and_what_is_in_sight_stays(
    fetcher: FakeFetcher, look: QApplication, until: Any
) -> None:
    each = 40 * 40 * 4
    pictures = Pictures(fetcher, most_held_bytes=5 * each)
    owner, drawer = pictures.owner(), pictures.owner()
    pictures.see(drawer, [address(0)], 40)
    for page in range(6):
        pictures.see(owner, [address(1 + 4 * page + n) for n in range(4)], 40)
        await until(lambda: pictures.is_settled)
        assert pictures._held_bytes == len(pictures._held) * each <= 5 * each
        assert all(pictures.pixmap(address(1 + 4 * page + n), 40) for n in range(4))
    assert pictures.pixmap(address(0), 40) is not None
    assert pictures.pixmap(address(1), 40) is None
    await pictures.close()


async def test_where_nothing_can_be_fetched_nothing_is_asked(look: QApplication) -> None:
    none = Pictures()
    none.see(none.owner(), [address(1)], 40)
    assert none.is_settled
    assert await none.look(address(1)) is None


# -- what a thumbnail is -----------------------------------------------------------------------------------------------


def test_a_thumbnail_is_the_middle_square_with_round_corners(qapp: QApplication) -> None:
    wide = QImage(900, 300, QImage.Format.Format_RGB32)
    wide.fill(QColor("blue"))
    painter = QPainter(wide)
    painter.fillRect(300, 0, 300, 300, QColor(RED))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    wide.save(buffer, "PNG")
    small = shrink(bytes(buffer.data().data()))
    assert QImage.fromData(small).width() == KEPT_SIDE
    made = fit(small, 80)
    assert (made.width(), made.height()) == (80, 80)
    assert all(near(made.pixelColor(x, 40), RED) for x in (2, 40, 77))
    assert made.pixelColor(0, 0).alpha() == 0


def test_what_is_transparent_stands_on_white(qapp: QApplication) -> None:
    assert near(fit(shrink(file("#00000000")), 40).pixelColor(20, 20), "#ffffff")


def test_a_tiny_picture_is_kept_as_it_is_and_drawn_large(qapp: QApplication) -> None:
    assert QImage.fromData(shrink(file(wide=7, high=30))).width() == 7
    assert fit(shrink(file(wide=7, high=30)), 40).width() == 40


def test_forty_megapixels_are_no_thumbnail(qapp: QApplication) -> None:
    huge = QImage(8000, 5000, QImage.Format.Format_Grayscale8)
    huge.fill(0)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    huge.save(buffer, "PNG")
    with pytest.raises(Unusable):
        shrink(bytes(buffer.data().data()))


# -- in a table --------------------------------------------------------------------------------------------------------


class GoodsSource:
    """Rows that are their own numbers."""

    async def ids(self, sort: Sort | None) -> Sequence[int]:
        return range(1_000)

    async def rows(self, ids: Sequence[int]) -> Mapping[int, str]:
        return {one: str(one) for one in ids}


def of_row(row: str) -> str:
    return address(int(row))


@pytest.fixture
async def card(qtbot: QtBot, pictures: Pictures, until: Any) -> AsyncIterator[TableCard[str]]:
    tasks = Tasks("test")
    cell: Goods[str] = Goods(str, str, lambda row: crc32(row.encode()), address=of_row, pictures=pictures)
    made: TableCard[str] = TableCard(
        [Column("商品", 300, cell, stretch=True)], tasks, EmptyState("box", "没有商品"), "{first}{last}{total}"
    )
    Sight(made.view, pictures, of_row)
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    made.model.show(GoodsSource())
    await until(lambda: made.model.loaded)
    made.view.grab()
    await until(lambda: made.model.is_settled)
    yield made
    made.close()
    await tasks.close()


def in_sight(card: TableCard[str]) -> set[str]:
    seen = card.view.visible_rows()
    assert seen is not None
    return {address(n) for n in range(seen[0], seen[1] + 1)}


def corner(card: TableCard[str], row: int) -> QColor:
    """The colour in the middle of a row's picture."""
    rect = card.view.visualRect(card.model.index(row, 1))
    return card.view.viewport().grab().toImage().pixelColor(rect.x() + 12 + SIDE // 2, rect.center().y())


async def test_rows_in_sight_get_their_pictures_and_no_others_are_asked_for(
    card: TableCard[str], pictures: Pictures, fetcher: FakeFetcher, until: Any
) -> None:
    await until(lambda: pictures.is_settled and fetcher.asked)
    assert set(fetcher.asked) == in_sight(card)
    assert near(corner(card, 2), RED)


async def test_a_picture_that_never_comes_leaves_the_placeholder_and_holds_up_no_row(
    card: TableCard[str], pictures: Pictures, fetcher: FakeFetcher, until: Any
) -> None:
    fetcher.gate.clear()
    card.view.verticalScrollBar().setValue(56 * 600)
    card.view.grab()
    await until(lambda: card.model.is_settled)
    assert card.model.row(605) == "605"
    await until(lambda: fetcher.under_way == AT_ONCE)
    assert not near(corner(card, 603), RED)
    assert not pictures.is_settled
    fetcher.gate.set()
    await until(lambda: pictures.is_settled)
    assert near(corner(card, 603), RED)


async def test_what_was_scrolled_away_is_cancelled(
    card: TableCard[str], pictures: Pictures, fetcher: FakeFetcher, until: Any
) -> None:
    await until(lambda: pictures.is_settled and fetcher.asked)
    fetcher.gate.clear()
    card.view.verticalScrollBar().setValue(56 * 300)
    card.view.grab()
    await until(lambda: fetcher.under_way == AT_ONCE)
    flown_over = fetcher.asked[-AT_ONCE:]
    card.view.verticalScrollBar().setValue(56 * 700)
    card.view.grab()
    await until(lambda: set(flown_over) <= set(fetcher.cancelled))
    fetcher.gate.set()
    await until(lambda: pictures.is_settled and in_sight(card) <= set(fetcher.asked))
    assert all(pictures.pixmap(one, inside(SIDE, 1)) is None for one in flown_over)


async def test_a_hidden_table_sees_nothing(
    card: TableCard[str], pictures: Pictures, fetcher: FakeFetcher, until: Any
) -> None:
    await until(lambda: pictures.is_settled and fetcher.asked)
    fetcher.gate.clear()
    card.view.verticalScrollBar().setValue(56 * 300)
    card.view.grab()
    await until(lambda: fetcher.under_way == AT_ONCE)
    card.hide()
    await until(lambda: fetcher.under_way == 0)
    assert pictures.is_settled
    card.show()
    fetcher.gate.set()
    await until(lambda: in_sight(card) <= set(fetcher.asked) and pictures.is_settled)
    assert pictures.pixmap(address(300), inside(SIDE, 1)) is not None


# -- alone -------------------------------------------------------------------------------------------------------------


async def test_a_thumb_shows_its_picture_and_lets_go_of_it(
    qtbot: QtBot, pictures: Pictures, fetcher: FakeFetcher, until: Any
) -> None:
    thumb = Thumb("茶杯", 56, address(1), pictures)
    qtbot.addWidget(thumb)
    thumb.show()
    await until(lambda: pictures.pixmap(address(1), 54) is not None)
    assert near(thumb.grab().toImage().pixelColor(28, 28), RED)
    assert pictures._wanted() == {(address(1), 54)}
    thumb.hide()
    assert not pictures._wanted()


async def test_a_picture_is_sharp_where_a_point_has_four_pixels(pictures: Pictures, until: Any) -> None:
    pictures.see(pictures.owner(), [address(1)], 76)
    await until(lambda: pictures.is_settled)
    ground = QImage(80, 80, QImage.Format.Format_ARGB32)
    ground.setDevicePixelRatio(2.0)
    ground.fill(Qt.GlobalColor.white)
    painter = QPainter(ground)
    assert pictures.draw(painter, QRect(0, 0, 40, 40), address(1))
    assert not pictures.draw(painter, QRect(0, 0, 40, 40), address(2))
    painter.end()
    assert near(ground.pixelColor(75, 40), RED)
    assert ground.pixelColor(0, 0) == QColor("white")
