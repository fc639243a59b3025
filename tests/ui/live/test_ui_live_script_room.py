"""Writing run sheets: from a template, by key, judged at the field and by the checker; kept, used, out and in again."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from live_page import shown_page
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from sqlalchemy import Connection
from ui_fakes import FakeActions

from console.binding.live_scripts import LiveScripting
from console.core.clock import MINUTE
from console.core.model import Item, Listing
from console.documents.script_sheet import FIELDS, export_script
from console.documents.sheets import Export
from console.rules.live_script import Cue, CueKind, Script
from console.rules.minors import PROMPTS
from console.rules.wording.pardons import Pardon
from console.store import duties, live_scripts, wording
from console.store.items import save_listings
from console.sync.hub import Hub
from console.ui.context import Desk
from console.ui.dialogs import Dialog
from console.ui.tabs.live.page import LivePage
from console.ui.tabs.live.script_new import NewScriptDialog
from console.ui.tabs.live.script_room import ScriptRoom
from console.ui.tabs.live.script_verbs import BadRowsDialog

Until = Callable[[Callable[[], bool]], Awaitable[None]]


@pytest.fixture
async def page(desk: Desk, actions: FakeActions, qapp: QApplication) -> AsyncIterator[LivePage]:
    actions.scripts = LiveScripting(desk.database, desk.clock, Hub())
    async with shown_page(desk) as made:
        yield made


@pytest.fixture
def said(page: LivePage) -> list[tuple[str, str]]:
    told: list[tuple[str, str]] = []
    page.said.connect(lambda words, under: told.append((words, under)))
    return told


async def opened(page: LivePage, until: Until) -> ScriptRoom:
    page.open_scripts()
    await until(lambda: page.is_settled)
    return page.scripts


async def from_template(page: LivePage, until: Until) -> ScriptRoom:
    """A sheet of three hours from 20:00, by the general template."""
    room = await opened(page, until)
    room.new_button.click()
    await until(lambda: bool(room.findChildren(NewScriptDialog)))
    dialog = room.findChildren(NewScriptDialog)[0]
    dialog.name.setText("晚场")
    dialog.accept()
    await until(lambda: room.draft is not None and page.is_settled)
    page.activateWindow()
    await until(page.isActiveWindow)
    return room


async def test_it_begins_empty_and_a_template_makes_the_first(page: LivePage, until: Until) -> None:
    room = await opened(page, until)
    assert room.rooms.currentWidget() is room.empty
    assert not room.save_button.isVisible()
    room.empty.button.click()
    await until(lambda: bool(room.findChildren(NewScriptDialog)))
    dialog = room.findChildren(NewScriptDialog)[0]
    dialog.name.setText(" ")
    dialog.begins.setText("25:00")
    assert not dialog.accept_button.isEnabled()
    assert [dialog.trouble[name].text() for name in ("name", "begins")] == ["缺少名称", "请写成 20:00"]
    dialog.name.setText("晚场")
    dialog.begins.setText("19:40")
    dialog.template._choose("food")
    assert "每 12 分钟卖点循环" in dialog._rhythm.text()
    assert "自拟建议" in dialog._rhythm.text()
    dialog.accept()
    await until(lambda: room.draft is not None)
    draft = room.draft
    assert draft is not None
    raffles = [cue.into_ms // MINUTE for cue in draft.script.cues if cue.kind is CueKind.RAFFLE]
    assert raffles == [20, 80, 140]
    assert draft.script.category == "food"
    assert room.list.rows.words()[0].startswith("0:00:00 福利款")
    assert "未保存" in room.picker.text()
    assert await page.desk.database.read(live_scripts.scripts) == []


async def test_by_key_add_write_double_take_out_undo_save_and_use(
    page: LivePage, said: list[tuple[str, str]], until: Until
) -> None:
    room = await from_template(page, until)
    draft = room.draft
    assert draft is not None
    many = len(draft.script.cues)
    room.list.rows.setFocus()
    QTest.keyClick(room.list.rows, Qt.Key.Key_Down)
    QTest.keyClick(room.list.rows, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert len(draft.script.cues) == many + 1
    assert room.form.title_field.hasFocus()
    QTest.keyClicks(room.form.title_field, "PK 2")
    room.form.time.selectAll()
    QTest.keyClicks(room.form.time, "0:50:00")
    added = draft.cue(room.cue_id)
    assert added is not None
    assert (added.title, added.into_ms) == ("PK 2", 50 * MINUTE)
    QTest.keyClick(room.form.time, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert [cue.into_ms // MINUTE for cue in draft.script.cues if cue.title == "PK 2"] == [50, 53]
    room.list.rows.setFocus()
    QTest.keyClick(room.list.rows, Qt.Key.Key_Delete)
    assert len(draft.script.cues) == many + 1
    assert page.undo_here()
    assert len(draft.script.cues) == many + 2
    QTest.keyClick(room.list.rows, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: page.is_settled)
    assert said[-1] == ("脚本已保存", "晚场")
    (kept,) = await page.desk.database.read(live_scripts.scripts)
    assert kept == draft.script
    assert not room.save_button.isEnabled()
    room.use_button.click()
    await until(lambda: page.is_settled)
    chosen = await page.desk.database.read(live_scripts.chosen_script)
    assert chosen == kept
    assert room.state.accessibleName() == "在用"
    assert not room.use_button.isVisible()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.rooms.currentWidget() is page.idle


async def test_what_is_wrong_stands_at_its_field_and_is_not_saved(
    page: LivePage, said: list[tuple[str, str]], until: Until
) -> None:
    room = await from_template(page, until)
    form = room.form
    form.time.selectAll()
    QTest.keyClicks(form.time, "9x")
    assert form.troubles["time"].text() == "请写成 1:05:00，或只写分钟数 65"
    assert form.time.property("wrong") == "true"
    room.save()
    await until(lambda: page.is_settled)
    assert said[-1] == ("未保存", "当前节点还有字段填写有误")
    form.time.selectAll()
    QTest.keyClicks(form.time, "13:00:00")
    assert form.troubles["time"].text() == "一场最长 12 小时"
    form.time.selectAll()
    QTest.keyClicks(form.time, "0:14:00")  # a minute before the next one: doubtful, not wrong
    room.show_cue(next(cue.cue_id for cue in room.draft.script.cues if cue.into_ms == 15 * MINUTE))  # type: ignore[union-attr]
    assert "不足 3 分钟" in form.troubles["time"].text()
    form.title_field.clear()
    QTest.keyClick(form.title_field, Qt.Key.Key_Space)
    assert form.troubles["title"].text() == "缺少标题"
    assert await page.desk.database.read(live_scripts.scripts) == []


async def test_goods_are_named_by_number_and_unknown_ones_are_doubtful(page: LivePage, until: Until) -> None:
    await page.desk.database.write(_put_item)
    room = await from_template(page, until)
    await room.reload()
    type_into(room.form.item, "1001")
    assert room.form.troubles["item"].text() == "长绒棉毛巾"
    assert "长绒棉毛巾" in room.list.rows.words()[0]
    room.form.item.setText("1001 长绒棉毛巾")  # as chosen from the list below the field
    room.form._take_item()
    assert room.form.item.text() == "1001"
    type_into(room.form.item, "10019")
    assert room.form.troubles["item"].text() == "快手商品里没有这个 ID"


def type_into(field: QLineEdit, words: str) -> None:
    """As typed, without the list below the field: no screen, no keyboard to grab."""
    field.setText(words)
    field.textEdited.emit(words)


def _put_item(conn: Connection) -> None:
    save_listings(conn, "kuaishou:1", [Listing(item=Item(item_id="1001", title="长绒棉毛巾"))], 1)


async def test_banned_wording_is_found_beside_the_row_and_keeps_it_off_the_air(
    page: LivePage, said: list[tuple[str, str]], until: Until
) -> None:
    room = await from_template(page, until)
    await until(lambda: "未发现" in room.list.rows.words()[0])
    room.form.words.setPlainText("全网最低价，国家级品质")
    await until(lambda: "禁用" in room.list.rows.words()[0])
    assert "处风险" in room.form.verdict.text()
    room.use_button.click()
    await until(lambda: page.is_settled)
    assert said[-1][0] == "未启用"
    assert "国家级" in said[-1][1]
    assert await page.desk.database.read(live_scripts.chosen_script) is None
    asked: list[tuple[str, object]] = []
    page.go.connect(lambda tab, question: asked.append((tab, question)))
    room.form.open_checker.click()
    draft = room.draft
    assert draft is not None
    ((tab, question),) = asked
    assert tab == "compliance"
    assert isinstance(question, dict)
    assert question["surface"] == "script"
    for finding in room.verdicts[room.cue_id].findings:  # as the checker keeps it when a reason is given there
        given = Pardon(
            rule_id=finding.rule_id, plain=finding.plain, scope="text", subject=question["subject"], reason="有依据"
        )
        await page.desk.database.write(wording.pardon, given, page.desk.now())
    room.use_button.click()
    await until(lambda: page.is_settled)
    assert await page.desk.database.read(live_scripts.chosen_script) == draft.script


async def test_out_as_a_table_and_in_again_with_bad_rows_named(
    page: LivePage, said: list[tuple[str, str]], until: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = await from_template(page, until)
    draft = room.draft
    assert draft is not None
    out, bad = tmp_path / "晚场.xlsx", tmp_path / "坏.csv"

    async def chosen(*_: object) -> Path:
        return out

    monkeypatch.setattr(room.verbs, "where_out", chosen)
    room.export_button.click()
    await until(out.exists)
    await until(lambda: page.is_settled)
    monkeypatch.setattr(room.verbs, "where_in", chosen)
    room.import_button.click()
    await until(lambda: len(room.drafts) == 2)
    again = room.draft
    assert again is not None
    assert again is not draft
    told = [[(cue.into_ms, cue.kind, cue.title) for cue in one.script.cues] for one in (draft, again)]
    assert told[0] == told[1]
    assert not {cue.cue_id for cue in draft.script.cues} & {cue.cue_id for cue in again.script.cues}
    export_script(bad, Script(script_id="x", name="坏", cues=draft.script.cues[:2]))
    with Export(bad, FIELDS) as sheet:
        sheet.add([("九点", "", "开场", "", ""), ("5", "", "红包", "", "")])
    out = bad
    room.import_button.click()
    await until(lambda: bool(room.findChildren(BadRowsDialog)))
    dialog = room.findChildren(BadRowsDialog)[0]
    assert [line.text() for line in dialog.lines] == ["第 2 行：「九点」不是时间，请写成 1:05:00 或 65（分钟）"]
    dialog.accept()
    await until(lambda: len(room.drafts) == 3)
    assert room.draft is not None
    assert [cue.title for cue in room.draft.script.cues] == ["红包"]


async def test_what_was_not_saved_is_kept_when_the_window_goes(page: LivePage, until: Until) -> None:
    room = await from_template(page, until)
    room.use_button.click()
    await until(lambda: page.is_settled and room.is_in_use)
    before = await page.desk.database.read(live_scripts.chosen_script)
    room.remove()
    room.put_draft(Script(script_id="other", name="", cues=before.cues[:1] if before is not None else ()))
    await page.close_page()
    kept = {one.name: one for one in await page.desk.database.read(live_scripts.scripts)}
    assert set(kept) == {"晚场", "晚场（未保存）", "未命名"}
    assert kept["晚场"] == before  # what shows go by is as it was
    assert before is not None
    assert len(kept["晚场（未保存）"].cues) == len(before.cues) - 1
    assert not {one.cue_id for one in before.cues} & {one.cue_id for one in kept["晚场（未保存）"].cues}


async def test_thrown_away_only_after_a_question(page: LivePage, until: Until) -> None:
    room = await from_template(page, until)
    room.save()
    await until(lambda: page.is_settled)
    room.drop_button.click()
    await until(lambda: bool(room.findChildren(Dialog)))
    room.findChildren(Dialog)[0].accept()
    await until(lambda: room.draft is None)
    await until(lambda: page.is_settled)
    assert await page.desk.database.read(live_scripts.scripts) == []
    assert room.rooms.currentWidget() is room.empty


async def test_what_advice_adds_meanwhile_is_not_lost_by_saving(page: LivePage, desk: Desk, until: Until) -> None:
    room = await from_template(page, until)
    assert room.draft is not None
    room.save()
    await until(lambda: room.draft is not None and not room.draft.is_changed)
    kept = room.draft.script
    room.form.title_field.setText("改过")
    room.remove()
    gone = {one.cue_id for one in kept.cues} - {one.cue_id for one in room.draft.script.cues}
    added = Cue(cue_id="advice", into_ms=7 * MINUTE, kind=CueKind.BAG, title="福袋")
    await desk.actions.scripts.add(kept, added)
    page.show_now()
    await opened(page, until)
    assert room.draft.is_changed
    room.save()
    await until(lambda: room.draft is not None and not room.draft.is_changed)
    saved = await desk.database.read(live_scripts.script, kept.script_id)
    assert saved is not None
    assert added in saved.cues
    assert gone
    assert not gone & {one.cue_id for one in saved.cues}, "what was taken out here does not come back"
    assert room.undo()
    assert added in room.draft.script.cues


async def test_while_minors_are_protected_a_sheet_with_wine_or_raffles_is_not_put_to_use(
    page: LivePage, said: list[tuple[str, str]], until: Until
) -> None:
    goods = [
        Listing(item=Item(item_id=item_id, title=title, category_name=category))
        for item_id, title, category in (("7", "高粱酒", "酒类 > 白酒"), ("8", "毛巾", "家居"))
    ]
    now = page.desk.now()
    await page.desk.database.write(save_listings, "kuaishou:1", goods, now)
    room = await from_template(page, until)  # with raffles: it is still off
    await page.desk.database.write(duties.set_minors_mode, True, now)
    await opened(page, until)
    assert dict(room.shelf.goods) == {"8": "毛巾"}, "wine is not offered"
    room.use_button.click()
    await until(lambda: bool(said))
    assert said[-1] == ("未启用", "未成年人保护已开启：脚本不安排抽奖、红包和福袋")
    assert not room.is_in_use
    assert room.form.troubles["kind"].isVisible()
    assert any("未成年人不宜" in words for words in room.list.rows.words())

    room.new_button.click()
    await until(lambda: bool(room.findChildren(NewScriptDialog)))
    dialog = room.findChildren(NewScriptDialog)[0]
    assert "不安排抽奖" in dialog._rhythm.text()
    dialog.accept()
    await until(lambda: room.draft is not None and not any(cue.kind in PROMPTS for cue in room.draft.script.cues))
    assert room.draft is not None
    room.form.item.setText("7")
    room.form.item.textEdited.emit("7")
    await until(lambda: room.form.troubles["item"].text() == "未成年人保护已开启：这类商品不进脚本")
    room.use_button.click()
    await until(lambda: said[-1] == ("未启用", "未成年人保护已开启：这类商品不进脚本"))
    room.form.item.setText("8")
    room.form.item.textEdited.emit("8")
    room.use_button.click()
    await until(lambda: room.is_in_use)
