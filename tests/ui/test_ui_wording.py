"""The wording checker in the window: squiggles as one types, better words, what is let pass, a scan, the own bank."""

import csv
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui_fakes import FakeActions

from console.binding.wording import Wording
from console.core.model import Item, Listing, Platform, Shop
from console.documents.passages import read_passages
from console.rules.wording.bank import OwnWord
from console.rules.wording.nouns import Severity
from console.store import audit
from console.store.items import save_listings
from console.store.shops import put_shop
from console.sync.hub import Hub
from console.ui.context import Desk
from console.ui.tabs.compliance import wording as wording_module
from console.ui.tabs.compliance.bank import BankView
from console.ui.tabs.compliance.page import CompliancePage
from console.ui.tabs.compliance.scan import ScanView
from console.ui.tabs.compliance.wording import WordingView

SHOP = "kuaishou:1"


@pytest.fixture
async def page(desk: Desk, actions: FakeActions, until: Any) -> AsyncIterator[CompliancePage]:
    actions.wording = Wording(desk.database, desk.clock, Hub())
    made = CompliancePage(desk)
    made.resize(1180, 780)
    made.show()
    await until(lambda: made.is_settled)
    made.enter("wording")
    await until(lambda: made.is_settled)
    yield made
    await made.close_page()
    made.close()
    made.deleteLater()


def view(page: CompliancePage) -> WordingView:
    found = page.view
    assert isinstance(found, WordingView)
    return found


async def test_what_is_typed_is_checked_after_a_pause_and_underlined_behind_an_emoji(
    page: CompliancePage, until: Any
) -> None:
    one = view(page)
    QTest.keyClicks(one.editor, "aa")
    one.editor.insertPlainText("😀国家级工艺\n好")
    assert not one.is_settled
    await until(lambda: one.is_settled and one.verdict.findings)
    assert [finding.text for finding in one.verdict.findings] == ["国家级"]
    formats = one.editor.document().firstBlock().layout().formats()
    assert [(part.start, part.length) for part in formats] == [(4, 3)], "Qt counts the emoji as two"
    assert one.list.rows[0].finding.text == "国家级"


async def test_a_better_word_is_put_in_by_a_click_and_taken_back_by_undo(page: CompliancePage, until: Any) -> None:
    one = view(page)
    one.put("稿", "本店全网最低价")
    assert one.worst is Severity.BLOCK
    one.step(1)
    assert one.instead(one.verdict.findings[0])
    QTest.keyClick(one.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    changed = one.editor.toPlainText()
    assert changed != "本店全网最低价"
    assert one.worst is not Severity.BLOCK
    one.editor.undo()
    await until(lambda: one.is_settled and one.worst is Severity.BLOCK)
    assert one.editor.toPlainText() == "本店全网最低价"


async def test_f8_goes_from_finding_to_finding_and_round_the_end(page: CompliancePage) -> None:
    one = view(page)
    one.put("稿", "国家级杯子\n治疗失眠\n好")
    seen = []
    for _ in range(3):
        QTest.keyClick(one.editor, Qt.Key.Key_F8)
        seen.append(one.editor.textCursor().selectedText())
    assert seen == ["国家级", "治疗失眠", "国家级"]
    QTest.keyClick(one.editor, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert one.editor.textCursor().selectedText() == "治疗失眠"


async def test_letting_pass_needs_a_reason_and_says_so_beside_the_line(page: CompliancePage, until: Any) -> None:
    one = view(page)
    said: list[str] = []
    page.said.connect(lambda words, _under: said.append(words))
    one.put("商标稿", "国家级杯子")
    one.list.rows[0].passed.emit(" ", "text", "30")
    await until(lambda: bool(said))
    assert "没有写理由" in said[0]
    one.list.rows[0].passed.emit("注册商标", "text", "30")
    await until(lambda: one.is_settled and not one.verdict.findings)
    assert [finding.excuse for finding in one.verdict.excused] == ["pardon"]
    one.put("别的稿", "国家级杯子")
    assert one.verdict.findings, "it passed in that text alone"


async def test_findings_are_exported_and_a_text_is_signed_off_once_nothing_banned_is_left(
    page: CompliancePage, desk: Desk, tmp_path: Path, until: Any
) -> None:
    one = view(page)
    said: list[str] = []
    page.said.connect(lambda words, _under: said.append(words))
    one.put("口播稿", "开头\n国 家级杯子\n顾客第一")
    assert not one.papers.sign_button.isEnabled()
    for suffix in ("csv", "xlsx"):
        await one.papers.export(tmp_path / f"out.{suffix}")
    row = (tmp_path / "out.csv").read_text("utf-8-sig").splitlines()[1].split(",")
    assert row[:5] == ["禁用", "2", "国 家级", "国家级", "ABS-EXT-101"]
    assert [passage.text for passage in read_passages(tmp_path / "out.xlsx")][9:14] == row[:5]
    await one.papers.export(tmp_path / "none" / "out.csv")
    assert len(said) == 3
    one.put("口播稿", "开头\n好杯子")
    await until(lambda: one.is_settled)
    assert one.papers.sign_button.isEnabled()
    one.papers.sign_button.click()
    await until(lambda: one.is_settled and bool(one.papers.state.text()))
    assert "已签核" in one.papers.state.text()
    (noted,) = await desk.database.read(audit.rows, "wording.sign")
    assert '"name":"口播稿"' in noted.detail
    one.put("口播稿", "开头\n好杯子！")
    await until(lambda: one.is_settled)
    assert one.papers.state.text() == ""  # another text, another signature
    one.put("口播稿", "开头\n好杯子")
    await until(lambda: one.is_settled and "已签核" in one.papers.state.text())


async def test_a_mark_in_the_text_lets_one_rule_pass_in_the_next_line(page: CompliancePage) -> None:
    one = view(page)
    one.put("稿", "<!-- 合规忽略 ABS-EXT-101: 商标名 -->\n国家级杯子\n国家级杯子")
    assert [(finding.text, finding.excuse) for finding in one.verdict.excused] == [("国家级", "marker")]
    assert len(one.verdict.findings) == 1
    assert "没有用到" not in one.foot.text()
    one.put("稿", "<!-- 合规忽略 ABS-EXT-101: 商标名 -->\n好杯子\n<!-- 合规忽略 ABS-EXT-101: -->\n国家级杯子")
    assert "1 处忽略标注没有用到" in one.foot.text()
    assert len(one.verdict.findings) == 1, "without a reason it is no mark"


async def test_surface_and_category_decide(page: CompliancePage) -> None:
    one = view(page)
    one.put("稿", "最先进的杯子")
    assert one.worst is Severity.BLOCK
    one.open_at({"surface": "chat"})
    assert one.worst is Severity.INFO
    one.open_at({"surface": "comment"})
    assert one.worst is None
    assert "未发现风险" in one.list.empty.words.text()


async def test_much_text_is_checked_on_a_thread(
    page: CompliancePage, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wording_module, "AT_ONCE", 10)
    one = view(page)
    one.put("长稿", "\n".join(f"第{number}行说明文字很普通也没有什么" for number in range(300)) + "\n国家级工艺")
    assert not one.is_settled
    await until(lambda: one.is_settled and one.verdict.findings)
    assert one.verdict.findings[-1].text == "国家级"
    assert one.list.rows[0].finding.severity is Severity.BLOCK


async def test_a_file_is_read_and_a_broken_one_says_why(page: CompliancePage, tmp_path: Path) -> None:
    one = view(page)
    said: list[str] = []
    page.said.connect(lambda words, _under: said.append(words))
    good, torn = tmp_path / "a.srt", tmp_path / "b.xlsx"
    good.write_text("1\n00:00:00,000 --> 00:00:01,000\n全网最低价\n", encoding="utf-8")
    torn.write_bytes(b"PK\x03\x04 torn")
    await one.read_file(str(torn))
    assert "已损坏" in said[0]
    await one.read_file(str(tmp_path / "none.txt"))
    assert len(said) == 2
    await one.read_file(str(good))
    assert one.editor.toPlainText() == "全网最低价"
    assert one.name.text() == "a.srt"


async def test_all_goods_are_scanned_and_a_hit_opens_in_the_checker(
    page: CompliancePage, desk: Desk, until: Any
) -> None:
    shop = Shop(shop_id=SHOP, platform=Platform.KUAISHOU, platform_shop_id="1", name="店")
    await desk.database.write(put_shop, shop)
    goods = [
        Listing(item=Item(item_id=str(n), title=title), skus=()) for n, title in enumerate(("国家级杯子", "普通杯子"))
    ]
    await desk.database.write(save_listings, SHOP, goods, desk.now())
    scan = page.enter("scan")
    assert isinstance(scan, ScanView)
    scan.start()
    await until(lambda: scan.is_settled and scan.scanned == 2)
    (hit,) = scan.hits
    assert (hit.finding.text, hit.field) == ("国家级", "title")
    assert "已扫描 2/2" in scan.note.text()
    page.open_at(scan.question_of(hit))
    one = view(page)
    assert (one.editor.toPlainText(), one.surface.key()) == ("国家级杯子", "title")
    one.list.rows[0].passed.emit("商标", "text", "")
    await until(lambda: one.is_settled and not one.verdict.findings)
    page.enter("scan")
    scan.start()
    await until(lambda: scan.is_settled and not scan.hits)
    assert scan.idle.isHidden()
    goods = [Listing(item=Item(item_id="0", title="好杯子"), skus=())]
    await desk.database.write(save_listings, SHOP, goods, desk.now())
    scan.start()
    await until(lambda: scan.is_settled and not scan.idle.isHidden())
    assert "“国家级”" in scan.idle.text()


async def test_detail_pages_are_scanned_and_chats_by_file(
    page: CompliancePage, desk: Desk, tmp_path: Path, until: Any
) -> None:
    shop = Shop(shop_id=SHOP, platform=Platform.KUAISHOU, platform_shop_id="1", name="店")
    await desk.database.write(put_shop, shop)
    item = Item(item_id="1", title="普通杯子")
    await desk.database.write(save_listings, SHOP, [Listing(item=item, skus=(), details="药到病除")], desk.now())
    scan = page.enter("scan")
    assert isinstance(scan, ScanView)
    scan.start()
    await until(lambda: scan.is_settled and scan.scanned == 1)
    assert {(hit.finding.text, hit.field) for hit in scan.hits} == {("药到病除", "detail")}
    assert scan.question_of(scan.hits[0])["text"] == "药到病除"
    await desk.database.write(save_listings, SHOP, [Listing(item=item, skus=(), details="")], desk.now())
    scan.start()
    await until(lambda: scan.is_settled and not scan.hits)

    chat = tmp_path / "chat.csv"
    chat.write_text("时间,谁,说\n10:02,客服,加我薇信有内部价\n10:03,客服,这款最先进\n", encoding="utf-8")
    scan.check_chat(chat)
    await until(lambda: scan.is_settled and bool(scan.hits))
    assert {hit.item.item_id for hit in scan.hits if hit.finding.severity >= Severity.WARN} == {"C2"}
    assert "chat.csv" in scan.note.text()
    asked = scan.question_of(scan.hits[0])
    assert (asked["surface"], asked["name"], asked["subject"]) == ("chat", "chat.csv C2", "")
    said: list[str] = []
    page.said.connect(lambda words, _under: said.append(words))
    torn = tmp_path / "torn.xlsx"
    torn.write_bytes(b"PK\x03\x04 torn")
    scan.check_chat(torn)
    await until(lambda: bool(said))
    assert "已损坏" in said[0]
    assert scan.start_button.isVisible()


async def test_a_scan_can_be_stopped(page: CompliancePage, until: Any) -> None:
    scan = page.enter("scan")
    assert isinstance(scan, ScanView)
    scan.start()
    scan.stop()
    await until(lambda: scan.is_settled)
    assert not scan.stop_button.isVisible()
    assert scan.start_button.isVisible()


async def test_own_words_are_taken_in_and_count_in_the_checker(
    page: CompliancePage, tmp_path: Path, until: Any
) -> None:
    bank = page.enter("bank")
    assert isinstance(bank, BankView)
    await until(lambda: bank.is_settled)
    file = tmp_path / "words.csv"
    file.write_bytes("词,级别,原因,建议\n闪购款,禁用,内部,现货款\n最,禁用,,\n".encode("gb18030"))
    said: list[tuple[str, str]] = []
    page.said.connect(lambda words, under: said.append((words, under)))
    await bank.take(file)
    assert bank.words == (OwnWord(term="闪购款", severity=Severity.BLOCK, reason="内部", suggest="现货款"),)
    assert said[-1] == ("已导入 1 个词", "未导入的行：3")
    page.enter("wording")
    one = view(page)
    await one._load()
    one.put("稿", "今天闪购款到货")
    assert one.instead(one.verdict.findings[0]) == ("现货款",)
    torn = tmp_path / "torn.xlsx"
    torn.write_bytes(b"nothing")
    await bank.take(torn)
    assert len(bank.words) == 1


async def test_an_hour_of_captions_is_played_through_and_one_phrase_is_let_pass(
    page: CompliancePage, tmp_path: Path, until: Any
) -> None:
    """Scenario 16: 20 planted phrases, 20 traps; one is let pass everywhere and stays so."""
    labels = _rows("captions_labels.csv")
    cues = _rows("captions.csv")
    file = tmp_path / "captions.srt"
    file.write_text(
        "\n".join(f"{n}\n00:00:00,000 --> 00:00:01,000\n{row['text']}\n" for n, row in enumerate(cues, 1)),
        encoding="utf-8",
    )
    one = view(page)
    one.surface.set_key("live")
    one._begin()
    await one.read_file(str(file))
    await until(lambda: one.is_settled and one.verdict.findings)
    grave = [finding for finding in one.verdict.findings if finding.severity >= Severity.WARN]
    lines = one.editor.toPlainText().split("\n")
    hit = {one.editor.toPlainText().count("\n", 0, finding.start) for finding in grave}
    planted = {int(row["index"]) - 1 for row in labels if row["kind"] == "violation"}
    traps = {int(row["index"]) - 1 for row in labels if row["kind"] == "trap"}
    assert len(lines) == len(cues)
    assert len(hit & planted) >= 19
    assert len(hit & traps) <= 1
    assert not hit - planted - traps
    passed = grave[0]
    one.list.passed.emit(passed, "有备案", "shop", "")
    await until(lambda: one.is_settled and passed.text not in {each.text for each in one.verdict.findings})
    one.put("下一场", lines[0] + "\n" + passed.text)
    assert passed.text not in {finding.text for finding in one.verdict.findings}


def _rows(name: str) -> list[dict[str, str]]:
    place = Path(__file__).parent.parent / "rules" / "wording" / name
    with place.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
