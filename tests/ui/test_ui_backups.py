"""备份与恢复 and the bundle, in the settings: what a person clicks, what is told before, what comes of it."""

import asyncio
import json
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from ui_fakes import FakeActions, FakeChanges

from console.binding.keeping import FileKeeping
from console.store import backups, restoring, settings
from console.store.backups import Told
from console.store.profile import Profile
from console.sync.hub import Hub
from console.ui.context import Desk
from console.ui.tabs.settings.page import SettingsPage


class Room:
    """The page, and what it works on."""

    def __init__(self, page: SettingsPage, profile: Profile) -> None:
        self.page, self.section, self.profile = page, page.backups, profile
        self.said: list[tuple[str, str]] = []
        page.said.connect(lambda words, under: self.said.append((words, under)))


class NoContracts:
    """No shop has a contract with any carrier."""

    async def accounts(self, _shop_id: str) -> tuple[()]:
        return ()


@pytest.fixture
async def room(desk: Desk, changes: FakeChanges, actions: FakeActions, qtbot: QtBot, until: Any) -> AsyncIterator[Room]:
    hub = Hub()
    hub.subscribe(changes.announce)
    with Profile.open(desk.database.path.parent) as profile:
        actions.keeping = FileKeeping(profile, desk.database, desk.clock, hub, desk.may, lambda: "陈静", lambda: False)
        actions.waybills = NoContracts()  # type: ignore[assignment]  # what the printers ask for as soon as they are seen
        page = SettingsPage(desk)
        qtbot.addWidget(page)
        page.resize(1000, 700)
        page.show()
        page.show_section("backups")
        await until(lambda: page.backups.is_settled)
        yield Room(page, profile)
        page.hide()
        await page.close_page()


async def test_a_click_makes_a_backup_and_the_page_says_when(room: Room, until: Any) -> None:
    assert room.section.chip._look.word == "还没有备份"
    room.section.now.click()
    await until(lambda: room.section.state.kept and not room.section._tasks.busy)
    assert room.section.chip._look.word.startswith("已备份 ")
    assert [words for words, _ in room.said] == ["备份完成并通过校验"]
    assert room.said[0][1] == room.section.state.kept[0].path.name
    assert len(room.section.list.rows) == 1
    assert room.section.list.rows[0].says("手动 · 已校验")
    assert room.section.progress.isHidden()


async def test_what_copies_shows_how_far_it_is_and_can_be_stopped(
    room: Room, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(source: Path, target: Path, stop: Event, told: Told, then: object = None) -> None:
        told(0.25)
        assert stop.wait(30)
        raise backups.StoppedError

    monkeypatch.setattr(backups, "make", slow)
    room.section.now.click()
    await until(lambda: room.section.progress._words.text() == "正在备份 25%")
    assert not room.section.now.isEnabled()
    room.section.progress._button.click()
    await until(lambda: not room.section._tasks.busy)
    assert room.section.progress.isHidden()
    assert room.section.now.isEnabled()
    assert room.said == []
    assert not room.section.state.kept


async def test_nothing_else_begins_while_one_copies(
    room: Room, desk: Desk, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the page is shown anew meanwhile: a click would stop what copies without a word."""
    await desk.actions.keeping.back_up(lambda _share: None)
    room.section.read()
    await until(lambda: len(room.section.list.rows) == 1)
    go_on, ends = Event(), list[str]()

    def slow(source: Path, target: Path, stop: Event, told: Told, then: object = None) -> None:
        told(0.25)
        assert go_on.wait(30)
        ends.append("stopped" if stop.is_set() else "whole")
        target.touch()

    monkeypatch.setattr(backups, "make", slow)
    room.section.now.click()
    await until(lambda: room.section.progress._words.text() == "正在备份 25%")
    shown = []
    room.section.settled.connect(lambda: shown.append(True))
    room.section.read()
    await until(lambda: shown)
    link = room.section.list.rows[0].findChild(type(room.section.from_file))
    for part in (link, room.section.from_file, room.section.now, room.section.elsewhere):
        assert not part.isEnabled()
        part.click()
    go_on.set()
    await until(lambda: not room.section._tasks.busy)
    assert ends == ["whole"]
    link = room.section.list.rows[0].findChild(type(room.section.from_file))
    assert all(part.isEnabled() for part in (link, room.section.from_file, room.section.now))


async def test_a_restore_is_told_typed_set_down_and_can_be_taken_back(room: Room, desk: Desk, until: Any) -> None:
    made = await desk.actions.keeping.back_up(lambda _share: None)
    await desk.database.write(settings.put, "since", True, desk.now())
    room.section.read()
    await until(lambda: len(room.section.list.rows) == 1)
    link = room.section.list.rows[0].findChild(type(room.section.from_file))
    link.click()
    await until(lambda: room.section.dialog is not None)
    dialog = room.section.dialog
    assert dialog is not None
    assert made.name in _words(dialog).replace("\u200b", ""), "a long name may be broken anywhere"
    assert "操作记录共 1 条" in _words(dialog)
    assert "现有数据文件不会删除" in _words(dialog)
    assert not dialog.accept_button.isEnabled()
    dialog.typed.setText("恢复")
    dialog.accept_button.click()
    await until(lambda: room.section.state.planned)
    assert restoring.planned(room.profile.folder)
    assert not room.section.plan.isHidden()
    room.section.plan._button.click()
    await until(lambda: not room.section.state.planned)
    assert not restoring.planned(room.profile.folder)


async def test_a_file_that_is_no_backup_is_refused_in_words(room: Room, tmp_path: Path, until: Any) -> None:
    stray = tmp_path / "stray.db"
    await asyncio.to_thread(stray.write_text, "nothing of ours " * 100)

    async def chosen() -> Path:
        return stray

    room.section.ask_old = chosen
    room.section.from_file.click()
    await until(lambda: room.section.rows["now"].note.text() != "")
    assert "已损坏" in room.section.rows["now"].note.text()
    assert room.section.dialog is None


async def test_a_copy_onto_the_file_in_use_is_refused_in_words(room: Room, desk: Desk, until: Any) -> None:
    """The system's dialog offers it: it ends like a copy does."""

    async def chosen(_name: str) -> Path:
        return desk.database.path

    room.section.ask_new = chosen
    room.section.elsewhere.click()
    await until(lambda: room.section.rows["now"].note.text() != "" and not room.section._tasks.busy)
    assert "正在使用" in room.section.rows["now"].note.text()
    assert room.said == []


async def test_the_search_of_the_settings_finds_it_and_leaves_it_whole(room: Room, until: Any) -> None:
    room.page.search.set_text("备份")
    assert room.section.card.isVisible()
    room.page.search.set_text("语言")
    room.page.search.set_text("")
    room.page.show_section("backups")
    assert room.section.card.isVisible()
    assert room.section.list.isVisible(), "though there is no backup in it yet"
    # what began to read ends while its loop runs
    await until(lambda: room.page.is_settled and room.section.is_settled and not room.page.tasks.busy)


async def test_the_daily_backup_is_on_until_somebody_says_no(room: Room, desk: Desk, until: Any) -> None:
    assert room.section.daily.isChecked()
    room.section.daily.click()
    await until(lambda: room.section.rows["daily"].note.text() == "已保存")
    assert not (await desk.actions.keeping.state()).daily


async def test_a_bundle_is_shown_whole_and_saved_as_it_was_shown(room: Room, tmp_path: Path, until: Any) -> None:
    path, page = tmp_path / "bundle.zip", room.page
    page.show_section("diagnosis")
    await until(lambda: page.diagnosis.is_settled)

    async def chosen(_name: str) -> Path:
        return path

    page.diagnosis.ask_new = chosen
    page.diagnosis.bundle.click()
    await until(lambda: page.diagnosis.dialog is not None)
    dialog = page.diagnosis.dialog
    assert dialog is not None
    shown = {}
    for part in dialog._parts:
        dialog.show_part(part.name)
        shown[part.name] = dialog.text.toPlainText()
    assert set(shown) == {"versions.json", "settings.json", "health.json", "counts.json", "schema.sql", "log.txt"}
    assert json.loads(shown["versions.json"])["qt"]
    dialog.accept_button.click()
    await until(lambda: room.said)
    assert room.said == [("诊断包已保存", "bundle.zip")]
    next(one for one in page.diagnosis.findChildren(QPushButton) if one.toolTip() == "复制日志").click()
    assert QApplication.clipboard().text() == str(page.diagnosis._desk.log_path)
    assert room.said[1:] == [("已复制日志", "")]
    assert str(page.diagnosis._desk.log_path) in _words(page.diagnosis), "selected by hand it is the same path"
    assert await asyncio.to_thread(_unzipped, path) == shown


def _unzipped(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


def _words(dialog: Any) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(one.text() for one in dialog.findChildren(QLabel))
