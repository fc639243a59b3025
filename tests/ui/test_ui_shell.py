"""The window: places, keys, strips, languages, and how it ends."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from ui_fakes import FakeActions, FakeChanges

from console.core.changes import changed
from console.core.clock import DAY, MINUTE
from console.core.model import Platform, Shop
from console.ui import texts, theme
from console.ui.context import Desk
from console.ui.language import Translators
from console.ui.overview import age_words, read_overview
from console.ui.shell import Shell
from console.ui.shots import ROOMS, settle, shoot
from console.ui.tabs import TABS

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
async def shell(qtbot: QtBot, desk: Desk, until: Any) -> AsyncIterator[Shell]:
    made = Shell(desk.preferences)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    await until(made.isActiveWindow)  # a real screen takes a moment
    made.furnish(desk)
    yield made
    await made.close_pages()
    made.may_close = True
    made.close()
    made.deleteLater()


async def bind_both(desk: Desk) -> None:
    from console.store.shops import pair, put_shop

    for platform in Platform:
        shop = Shop(shop_id=f"{platform}:1", platform=platform, platform_shop_id="1", name=f"店{platform}")
        await desk.database.write(put_shop, shop)
    await desk.database.write(pair, "kuaishou:1", "youzan:1")


async def test_ten_places_by_their_keys(shell: Shell, qtbot: QtBot) -> None:
    for number, tab in enumerate(TABS[:9], start=1):
        qtbot.keyClick(shell, Qt.Key(Qt.Key.Key_0.value + number), CONTROL)
        assert shell.current_key == tab.key
    qtbot.keyClick(shell, Qt.Key.Key_Comma, CONTROL)
    assert shell.current_key == "settings"


async def test_pages_are_built_when_first_shown(shell: Shell) -> None:
    assert set(shell._pages) == {"home"}
    shell.show_tab("live")
    assert set(shell._pages) == {"home", "live"}


async def test_control_r_asks_for_a_reading(shell: Shell, qtbot: QtBot, actions: FakeActions, until: Any) -> None:
    qtbot.keyClick(shell, Qt.Key.Key_R, CONTROL)
    await until(lambda: actions.synced == 1)


async def test_control_k_goes_to_the_search_box(shell: Shell, qtbot: QtBot) -> None:
    qtbot.keyClick(shell, Qt.Key.Key_K, CONTROL)
    assert QApplication.focusWidget() is shell.topbar.search


async def test_the_rail_folds_when_the_window_is_narrow(shell: Shell) -> None:
    assert shell.rail.width() == 200
    shell.resize(1024, 700)
    assert shell.rail.width() == 56
    shell.resize(1440, 900)
    assert shell.rail.width() == 200
    shell.rail.fold_asked.emit()
    assert shell.rail.width() == 56


async def test_without_shops_it_says_so(shell: Shell) -> None:
    await settle(shell)
    words = [part.text() for part in shell.statusbar.findChildren(QLabel)]
    assert "尚未绑定店铺" in words
    assert shell.topbar.light.accessibleName().startswith("未开始")
    assert not shell.strip.isVisible()
    assert shell.topbar.switcher.accessibleName() == "尚未绑定店铺"


async def test_of_a_broken_file_no_shops_are_told(qtbot: QtBot, desk: Desk) -> None:
    made = Shell(desk.preferences)
    qtbot.addWidget(made)
    made.show()
    assert made.topbar.switcher.isVisible()
    made.show_broken("数据文件已损坏", "请把它移走")
    assert not made.topbar.switcher.isVisible(), "it would say that none is bound"
    assert not made.topbar.light.isVisible()
    made.may_close = True


async def test_a_shop_without_a_partner_is_named(shell: Shell, desk: Desk, changes: FakeChanges, until: Any) -> None:
    """The first of two shops is bound: nothing may say that none is."""
    from console.store.shops import put_shop

    await settle(shell)
    shop = Shop(shop_id="kuaishou:1", platform=Platform.KUAISHOU, platform_shop_id="1", name="暖屋优选")
    await desk.database.write(put_shop, shop)
    changes.announce(changed("shops"))
    await until(lambda: shell.topbar.switcher.accessibleName() == "暖屋优选")
    shell.topbar.switcher.grab()


async def test_orders_read_just_now_are_not_said_to_be_as_old_as_goods(shell: Shell, desk: Desk, until: Any) -> None:
    """Goods are read every quarter of an hour; only where they are late is their time the shop's."""
    from console.store.health import note_success
    from console.store.views import Stream

    async def read(goods_min: int) -> list[str]:
        now = desk.now()
        ages: tuple[tuple[Stream, int], ...] = (("orders", 1), ("after_sales", 2), ("items", goods_min))
        for stream, ago in ages:
            await desk.database.write(note_success, "kuaishou:1", stream, now - ago * MINUTE)
        found = (await desk.database.read(read_overview, now)).freshness(now)
        return [age_words(state, now) for state in found if state.shop.platform is Platform.KUAISHOU]

    await bind_both(desk)
    assert await read(40) == [texts.as_of(desk.now() - 40 * MINUTE, desk.now())]
    assert await read(14) == ["2 分钟前"]


async def test_a_copy_that_a_wrong_clock_dated_ahead_is_not_said_to_be_the_last(desk: Desk) -> None:
    from console.store import backup_choice

    async def said() -> int | None:
        return (await desk.database.read(read_overview, desk.now())).backup_at

    now = desk.now()
    await desk.database.write(backup_choice.note_made, now - MINUTE, elsewhere=False)
    assert await said() == now - MINUTE
    await desk.database.write(backup_choice.note_made, now + 1_500 * DAY, elsewhere=False)
    assert await said() is None


async def test_a_dead_sign_in_is_said_in_red_and_counted(
    shell: Shell, desk: Desk, changes: FakeChanges, until: Any
) -> None:
    from console.store.health import note_success, note_trouble

    await bind_both(desk)
    await desk.database.write(note_success, "kuaishou:1", "orders", desk.now())
    await desk.database.write(note_trouble, "youzan:1", "orders", "sign_in_needed", "youzan.4203", "", desk.now())
    changes.announce(changed("health"))
    await until(lambda: shell.strip.isVisible())
    assert shell.strip.objectName() == "strip_red"
    assert "授权已失效" in shell.strip.accessibleName()
    assert shell.rail._items["accounts"].accessibleName() == "账号 1"
    assert shell.topbar.light.accessibleName().startswith("需重新登录")


async def test_trouble_names_its_shop_and_what_is_not_read_and_leads_to_the_accounts(
    shell: Shell, desk: Desk, changes: FakeChanges, until: Any
) -> None:
    from console.store.health import note_success, note_trouble

    await bind_both(desk)
    await desk.database.write(note_success, "youzan:1", "orders", desk.now())
    await desk.database.write(note_success, "kuaishou:1", "orders", desk.now())
    await desk.database.write(note_trouble, "kuaishou:1", "after_sales", "refused", "kuaishou.scope", "", desk.now())
    changes.announce(changed("health"))
    await until(lambda: shell.strip.isVisible())
    assert shell.strip.objectName() == "strip_amber"
    assert "快手「店kuaishou」的售后：授权里缺少这项权限" in shell.strip.accessibleName()
    shell.strip.acted.emit("accounts")
    assert shell.current_key == "accounts"


async def test_all_offline_is_grey_and_says_what_goes_on(
    shell: Shell, desk: Desk, changes: FakeChanges, until: Any
) -> None:
    from console.store.health import note_trouble

    await bind_both(desk)
    for platform in Platform:
        await desk.database.write(note_trouble, f"{platform}:1", "orders", "offline", "net.dns", "", desk.now())
    changes.announce(changed("health"))
    await until(lambda: shell.strip.isVisible())
    assert shell.strip.objectName() == "strip_grey"


async def test_a_file_that_cannot_be_written_is_said_first_until_it_can(
    shell: Shell, desk: Desk, changes: FakeChanges, until: Any
) -> None:
    from console.core.errors import FileTrouble
    from console.store.health import note_success
    from console.store.settings import put

    def fill(conn: Any) -> None:
        pages = conn.exec_driver_sql("PRAGMA page_count").scalar_one()
        conn.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        put(conn, "notes", "x" * 1_000_000, 1)

    await bind_both(desk)
    await desk.database.write(note_success, "kuaishou:1", "orders", desk.now())
    with pytest.raises(FileTrouble):
        await desk.database.write(fill)
    changes.announce(changed("health"))
    await until(lambda: shell.strip.isVisible())
    assert shell.strip.objectName() == "strip_red"
    assert "磁盘已满" in shell.strip.accessibleName()
    assert shell.topbar.light.accessibleName().startswith("无法保存")
    await desk.database.write(lambda conn: conn.exec_driver_sql("PRAGMA max_page_count = 1000000"))
    await desk.database.write(put, "notes", "", 1)
    changes.announce(changed("health"))
    await until(lambda: not shell.strip.isVisible())
    assert not shell.topbar.light.accessibleName().startswith("无法保存")


async def test_the_theme_turns_by_the_button_and_is_kept(shell: Shell, desk: Desk, look: QApplication) -> None:
    shell.topbar.theme_asked.emit()
    assert theme.current().dark
    assert desk.preferences.appearance == "dark"
    shell.topbar.theme_asked.emit()
    assert not theme.current().dark


async def test_another_language_makes_everything_anew_at_the_same_place(
    shell: Shell, desk: Desk, translators: Translators
) -> None:
    shell.show_tab("settings")
    desk.preferences.language = "en"
    translators.use("en")
    await shell.remake()
    assert shell.current_key == "settings"
    assert shell.page is not None
    assert shell.page.title.text() == "Settings"
    await settle(shell)


async def test_closing_asks_first(shell: Shell) -> None:
    asked: list[bool] = []
    shell.leaving.connect(lambda: asked.append(True))
    shell.close()
    assert asked == [True]
    assert shell.isVisible()


async def test_every_tab_and_room_gives_a_picture(shell: Shell, tmp_path: Path) -> None:
    made = await shoot(shell, tmp_path / "shots")
    no_show = {"live_recap", "live_replay", "live_wall"}  # none was ever on
    names = [name for tab in TABS for name in (tab.key, *ROOMS.get(tab.key, ())) if name not in no_show]
    assert {"aftersales", "reconcile", "live_scripts", "live_figures_pad"} < set(names)
    assert [path.name for path in made] == [f"{name}_light_zh_CN_1440x900.png" for name in names]
    assert len({path.read_bytes() for path in made}) == len(names)


async def test_the_page_in_sight_hears_of_changes_the_others_when_they_come(
    shell: Shell, changes: FakeChanges, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    for key in ("live", "traffic"):
        page = shell.show_tab(key)
        assert page is not None
        monkeypatch.setattr(page, "on_changes", lambda _, key=key: heard.append(key))
    changes.announce(changed("orders"))
    assert heard == ["traffic"]
    shell.show_tab("live")
    assert heard == ["traffic", "live"]
    shell.show_tab("traffic")
    assert heard == ["traffic", "live"]


async def test_what_was_searched_stays_and_is_typed_over(shell: Shell, qtbot: QtBot, until: Any) -> None:
    """As in a browser's address bar: after the jump the words stay, a click marks them, Enter asks for them again."""
    box = shell.topbar.search
    qtbot.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(box, "123")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert shell.current_key == "orders"
    assert box.text() == "123"
    shell.show_tab("settings")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert shell.current_key == "orders", "the same words lead there again"
    shell.rail.setFocus()
    box.clearFocus()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    await until(lambda: box.selectedText() == "123")
    qtbot.keyClicks(box, "9")
    assert box.text() == "9"
