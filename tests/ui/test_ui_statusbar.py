"""The line at the bottom: what it says has its room at once."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.core.clock import DAY, HOUR, SECOND
from console.core.model import Platform
from console.store.views import ShopRow
from console.ui.overview import Freshness, Overview
from console.ui.statusbar import StatusBar

NOW = 1_768_444_200_000


def fresh(platform: Platform, at: int) -> Freshness:
    shop = ShopRow(shop_id=f"{platform}:1", platform=platform, platform_shop_id="1", name="小禾家居")
    return Freshness(shop, "green", "已同步", at)


def test_kuaishou_stands_first_whichever_shop_was_bound_first(look: QApplication, qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show_states([fresh(one, NOW) for one in reversed(Platform)], NOW)
    assert list(bar._shops) == ["kuaishou:1", "youzan:1"]


def test_it_says_when_the_file_was_last_copied_once_it_was(look: QApplication, qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show_overview(Overview(), NOW)
    assert bar._backup.text() == ""
    bar.show_overview(Overview(backup_at=NOW), NOW)
    assert bar._backup.text() == "备份于 01-15 10:30"
    bar.show_overview(Overview(backup_at=NOW), NOW + 365 * DAY)
    assert bar._backup.text() == "备份于 2026-01-15 10:30"


def test_words_that_grow_have_their_room_before_anything_is_painted(look: QApplication, qtbot: QtBot) -> None:
    """No turn of the loop lies between the change and the look: so a picture taken then shows them whole."""
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.resize(900, 28)
    bar.show()
    bar.show_states([fresh(one, NOW) for one in Platform], NOW)
    qtbot.wait(1)
    before = [part._words.text() for part in bar._shops.values()]
    bar.show_states([fresh(one, NOW - 23 * HOUR - 59 * SECOND) for one in Platform], NOW)
    for part, was in zip(bar._shops.values(), before, strict=True):
        assert part._words.text() != was
        assert part._words.width() >= part._words.sizeHint().width()
    first, second = bar._shops.values()
    assert first.geometry().right() < second.geometry().left()
