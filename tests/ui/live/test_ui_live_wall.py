"""The second screen: as large as its screen, every figure with its source and age."""

from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication

from console.core.live import LiveSource
from console.rules.live import Rate
from console.rules.live_bands import Lines
from console.rules.live_tiles import Tile
from console.ui import texts
from console.ui.language import Translators
from console.ui.paint import ChipLook
from console.ui.tabs.live import wall, words
from console.ui.tabs.live.reading import LiveReading
from console.ui.tabs.live.wall import WallWindow

NOW = 1_790_000_000_000


class FakeScreen:
    """A screen at a place; a bar takes its lowest 40 pixels."""

    def __init__(self, x: int, wide: int, high: int) -> None:
        self._all = QRect(x, 0, wide, high)

    def geometry(self) -> QRect:
        return self._all

    def availableGeometry(self) -> QRect:  # noqa: N802 - Qt's name
        return self._all.adjusted(0, 0, 0, -40)


def on_air(_: LiveReading, __: int) -> ChipLook:
    return ChipLook("red", "radio", "On air")


def told(made: WallWindow) -> None:
    lines = Lines(passing=90, excellent=180, origin="default")
    rate = Rate(value=122, source=LiveSource.INGEST, at=NOW, people=4_000)
    for tile in made.tiles:
        tile.show_tile(Tile(key=tile.key, rate=rate, lines=lines, band="pass"), NOW)


def test_it_fills_the_other_screen_or_what_is_free_of_the_only_one() -> None:
    own, other = cast("QScreen", FakeScreen(0, 1440, 900)), cast("QScreen", FakeScreen(1440, 1920, 1080))
    assert wall.place(own, [own, other]) == QRect(1440, 0, 1920, 1080)
    assert wall.place(own, [own]) == QRect(0, 0, 1440, 860)


@pytest.mark.parametrize(("wide", "high", "least"), [(1440, 900, 100), (1920, 1080, 120), (800, 600, 40)])
def test_digits_grow_with_the_window_and_the_stamp_stays_inside(
    qapp: QApplication, translators: Translators, wide: int, high: int, least: int
) -> None:
    made = WallWindow(on_air)
    told(made)
    made.set_cue("卖点循环", 3_723_000)
    made.resize(wide, high)
    made.show()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    made.grab()
    tile = made.tiles[1]
    assert tile._digits() >= least
    assert "采集助手" in tile.said()
    assert made._band.geometry().bottom() < high
    assert made._cue_left.width() >= made._cue_left.sizeHint().width(), "a countdown is never cut"
    assert all(one.geometry().right() < wide for one in made.tiles)
    made.close()
    made.deleteLater()


def test_a_figure_without_a_source_is_a_dash_there_too(qapp: QApplication, translators: Translators) -> None:
    made = WallWindow(on_air)
    for tile in made.tiles:
        tile.show_tile(Tile(key=tile.key, rate=Rate()), NOW)
    made.grab()
    assert all(texts.NOTHING in tile.said() and "无来源" in tile.said() for tile in made.tiles)
    made.deleteLater()


def test_a_median_of_0_is_no_line_to_measure_by(qapp: QApplication, translators: Translators) -> None:
    made = WallWindow(on_air)
    for tile in made.tiles:
        rate = Rate(value=0.0, source=LiveSource.INGEST, at=NOW)
        tile.show_tile(Tile(key=tile.key, rate=rate, lines=Lines(passing=0, excellent=0, origin="own")), NOW)
    made.grab()
    assert all("0" in tile.said() for tile in made.tiles)
    made.deleteLater()


def test_what_a_rate_is_of_is_said_where_a_page_tells_less(qapp: QApplication) -> None:
    """The helper's page tells no fans apart: the tip said of all viewers that they were none."""
    assert any(part in words.formula("follow") for part in ("all viewers", "全部观看人数"))
    assert any(part in words.formula("stay") for part in ("the page says", "页面"))


def test_the_border_resizes_the_middle_moves() -> None:
    window = QRect(0, 0, 1440, 900)
    assert wall.edges(window, QPoint(700, 400)) == Qt.Edge(0)
    assert wall.edges(window, QPoint(2, 400)) == Qt.Edge.LeftEdge
    assert wall.edges(window, QPoint(1438, 898)) == Qt.Edge.RightEdge | Qt.Edge.BottomEdge
