"""Self-checks in the window: made with a bar that can be stopped, read, signed with a reason, written out, told of."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from test_ui_violations import NOW, At
from ui_fakes import FakeActions

from console.binding.self_checking import SelfChecking
from console.core.model import Item, Listing, Platform, Shop
from console.store.items import save_listings
from console.store.self_checks import shorts
from console.store.shops import put_shop
from console.sync.hub import Hub
from console.ui import theme
from console.ui.context import Desk
from console.ui.tabs.compliance import selfcheck as module
from console.ui.tabs.compliance.page import CompliancePage
from console.ui.tabs.compliance.selfcheck import SelfCheckView
from console.ui.tabs.compliance.selfcheck_paper import draw
from console.ui.tabs.compliance.selfcheck_sign import SignDialog

FORMS = ("html", "xlsx", "pdf")


def head(path: Path) -> bytes:
    return path.read_bytes()[:5]


@pytest.fixture
async def view(desk: Desk, actions: FakeActions, until: Any) -> AsyncIterator[SelfCheckView]:
    object.__setattr__(desk, "clock", At())
    actions.self_checks = SelfChecking(desk.database, desk.clock, Hub(), actions.wording.checker)
    shop = Shop(shop_id="kuaishou:1", platform=Platform.KUAISHOU, platform_shop_id="1", name="小禾家居")
    await desk.database.write(put_shop, shop)
    titles = ("国家级工艺杯子", "保温杯", "毛巾")
    goods = [Listing(item=Item(item_id=str(number), title=title)) for number, title in enumerate(titles)]
    await desk.database.write(save_listings, "kuaishou:1", goods, NOW)
    page = CompliancePage(desk)
    page.resize(1240, 780)
    page.show()
    made = page.enter("selfcheck")
    assert isinstance(made, SelfCheckView)
    await until(lambda: made.is_settled and page.is_settled)
    yield made
    await until(lambda: made.is_settled)
    await page.close_page()
    page.close()
    page.deleteLater()


async def test_nothing_then_a_report_with_its_figures(view: SelfCheckView, until: Any) -> None:
    assert view.middle.currentWidget() is view.empty
    assert "2026-11" in view.empty.words.text()
    assert not view.pdf.isEnabled()
    view.empty.button.click()
    await until(lambda: view.kept is not None and view.is_settled)
    assert view.kept is not None
    text = view.paper.text
    for said in ("月度合规自检报告", "未签核", "国家级", "商品标题"):
        assert said in text
    assert view.kept.report.count(state="open") == len(view.kept.report.issues) == 1
    assert view.working.isHidden()
    assert view.signatures.warning.text() == "禁用 1 处未处理，签核需写明原因。"
    bar = view.paper.verticalScrollBar()
    for anchor in ("scope", "signs"):
        before = bar.value()
        view.contents.went.emit(anchor)
        assert bar.value() > before, anchor
    view.signatures.again.click()
    await until(lambda: view.kept is not None and view.kept.number == 2 and view.is_settled)
    assert [one.number for one in await view.desk.database.read(shorts)] == [2, 1]


async def test_a_stopped_run_leaves_nothing(view: SelfCheckView, until: Any) -> None:
    begun, free = asyncio.Event(), asyncio.Event()
    real = view.desk.actions.self_checks.run

    async def slow(month: str, by: str, progress: Any) -> int:
        progress(1, 2)
        begun.set()
        await free.wait()
        return await real(month, by, progress)

    view.desk.actions.self_checks.run = slow  # type: ignore[method-assign]
    view.run()
    await begun.wait()
    assert (view.bar.value(), view.bar.maximum(), view.working.isHidden()) == (1, 2, False)
    view.stop_button.click()
    await until(lambda: view.is_settled)
    assert view.working.isHidden()
    assert view.kept is None
    assert await view.desk.database.read(shorts) == []


async def test_signing_over_an_open_ban_needs_a_reason_and_nobody_reviews_themselves(
    view: SelfCheckView, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.run()
    await until(lambda: view.kept is not None and view.is_settled)
    able: list[bool] = []
    said: list[str] = []

    async def sign_it(dialog: SignDialog) -> int:
        able.append(dialog.accept_button.isEnabled())
        for name in ("小禾", "陈静")[: len(able)]:
            dialog.name.setText(name)
            able.append(dialog.accept_button.isEnabled())
            dialog.note.setText("已排期整改")
            able.append(dialog.accept_button.isEnabled())
            said.append(dialog.trouble.text())
        dialog.deleteLater()
        return 1

    monkeypatch.setattr(module, "answer", sign_it)
    for role in ("checker", "reviewer"):
        view.signatures.sign.click()
        await until(lambda role=role: view.kept is not None and view.kept.signed(role) is not None and view.is_settled)
    assert able == [False, False, True, False, False, False, True, True]
    assert said == ["", "此人已签过：自检人与复核人须是两个人。", ""]
    assert not view.signatures.sign.isEnabled()
    assert "已签核" in view.paper.text


async def test_it_is_written_out_and_a_changed_record_says_so(view: SelfCheckView, until: Any, tmp_path: Path) -> None:
    view.run()
    await until(lambda: view.kept is not None and view.is_settled)

    async def where(name: str, form: str) -> Path:
        return tmp_path / f"{name}.{form}"

    view.files.where = where
    for form in FORMS:
        assert view.kept is not None
        await view.files.export(view.kept, form)
    heads = {form: await asyncio.to_thread(head, tmp_path / f"自检报告_2026-11_第1号.{form}") for form in FORMS}
    assert heads == {"html": b"<!doc", "xlsx": b"PK\x03\x04\x14", "pdf": b"%PDF-"}
    await view.desk.database.write(_harm)
    view.load()
    await until(lambda: view.broken == "report 1" and view.is_settled)
    assert "记录已被改动" in view.paper.text
    assert not view.signatures.sign.isEnabled()


def _harm(conn: Any) -> None:
    conn.exec_driver_sql("UPDATE self_checks SET made_by = '别人'")


def test_the_paper_is_black_on_white_in_the_dark_too(look: QApplication) -> None:
    theme.apply(look, "dark")
    image = draw("<p>月度合规自检报告</p>", 400, 1.0).tiles[0][1]
    greys = [image.pixelColor(x, y).lightness() for x in range(28, 160) for y in range(image.height())]
    theme.apply(look, "light")
    assert min(greys) < 60
    assert image.pixelColor(2, 2).lightness() == 255


async def test_a_chat_log_stands_in_the_next_report(view: SelfCheckView, until: Any, tmp_path: Path) -> None:
    chat = tmp_path / "客服.txt"
    chat.write_text("亲 这款根治失眠，加微信 wxid_889900\n好的\n", encoding="utf-8")

    async def which() -> Path:
        return chat

    said: list[tuple[str, str]] = []
    view.said.connect(lambda words, under: said.append((words, under)))
    view.files.which = which
    await view.files.take_chat("2026-11")
    assert said[-1][0] == "客服.txt"
    view.run()
    await until(lambda: view.kept is not None and view.is_settled)
    assert view.kept is not None
    assert view.kept.report.count(source="chats") > 0
    assert view.kept.report.files[0][0] == "客服.txt"
    assert "wxid_889900" not in view.paper.text
