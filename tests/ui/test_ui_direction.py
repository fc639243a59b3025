"""涨跌配色: what rose or fell is coloured by the person's own custom, at once; what is good or bad never is."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from console.ui import theme
from console.ui.context import Desk
from console.ui.kpi import KpiCard, KpiLook
from console.ui.paint import ChipLook
from console.ui.preferences import Preferences
from console.ui.shell import Shell
from console.ui.tabs.settings.general import General
from console.ui.theme import Theme, direction_tone
from console.ui.widgets import label


@pytest.fixture
def both_ways(look: QApplication) -> Iterator[QApplication]:
    yield look
    theme.apply(look, "light", "red_up")


def test_a_difference_has_a_direction_and_none_where_nothing_moved() -> None:
    assert [direction_tone(of) for of in (0.1, -3, 0)] == ["up", "down", "text3"]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_turning_it_swaps_the_two_and_touches_nothing_else(name: theme.ThemeName) -> None:
    red, green = Theme(name, "red_up"), Theme(name, "green_up")
    assert (red.hex("fg_up"), red.hex("fg_down")) == (red.hex("fg_red"), red.hex("fg_green"))
    assert (green.hex("fg_up"), green.hex("fg_down")) == (red.hex("fg_green"), red.hex("fg_red"))
    assert all(red.chip(tone) == green.chip(tone) for tone in theme.TONES)


def ink(of: QLabel) -> QColor:
    of.ensurePolished()
    return of.palette().color(QPalette.ColorRole.WindowText)


async def test_the_open_window_changes_as_soon_as_it_is_chosen(
    both_ways: QApplication, desk: Desk, qtbot: QtBot
) -> None:
    shell, settings = Shell(desk.preferences), General(desk)
    card, verdict = KpiCard("成交额", "—"), label("达标", tone="green")
    for part in (shell, settings, card, verdict):
        qtbot.addWidget(part)
    shell.may_close = True
    card.show_look(KpiLook(value="¥1.00", chip=ChipLook("green", "zap", "实时"), source="", change=0.2))
    moved = next(one for one in card.findChildren(QLabel) if one.text() == "▲+20.0%")
    look = theme.current()
    assert ink(moved) == look["fg_red"]
    settings.direction.set_key("green_up")
    settings.direction.chosen.emit("green_up")
    assert ink(moved) == look["fg_green"]
    assert ink(verdict) == look["fg_green"]
    assert theme.current().chip("green") == look.chip("green")
    theme.apply(both_ways, "dark")  # another theme keeps it
    assert ink(moved) == theme.current()["fg_green"]
    assert Preferences(desk.log_path.parent / "window.ini").direction == "green_up"
