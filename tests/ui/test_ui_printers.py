"""打印机 in the settings: where labels go, a test page, the queue, and whose labels are printed by themselves."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from ui_fakes import FakeActions, FakeChanges

from console.binding.waybills import WaybillAsking
from console.core.model import Platform, Shop
from console.core.waybills import WaybillAccount
from console.documents.label_printers import Known, open_printer
from console.store import waybill_prints, waybills
from console.store.shops import put_shop
from console.sync.hub import Hub
from console.sync.outbox import Outbox
from console.ui.context import Desk
from console.ui.tabs.settings.page import SettingsPage
from console.ui.tabs.settings.printers import SAMPLE, Printers

SHOP = "kuaishou:1"
ZTO = WaybillAccount(
    company="ZTO", carrier_code="9", carrier_name="中通快递", branch_code="579", branch_name="义乌网点", left=12
)
GODEX = Known(name="Godex G500", state="ready", paper="100x180mm", finest_dpi=203, is_usual=True)


class Carrier:
    """A shop with one contract."""

    async def waybill_accounts(self) -> list[WaybillAccount]:
        return [ZTO]

    async def take_waybill(self, *_: object) -> object:
        raise AssertionError

    async def void_waybill(self, *_: object) -> None:
        raise AssertionError

    async def shop(self) -> Shop:
        raise AssertionError


@pytest.fixture
async def section(
    desk: Desk, changes: FakeChanges, actions: FakeActions, qtbot: QtBot, until: Any, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Printers]:
    hub = Hub()
    hub.subscribe(changes.announce)
    outbox = Outbox(desk.database, desk.clock, hub)
    carrier: Any = Carrier()  # nothing but its contracts is asked for
    actions.waybills = WaybillAsking(
        desk.database, desk.database, desk.clock, hub, lambda _shop: carrier, outbox, open_printer
    )
    shop = Shop(shop_id=SHOP, platform=Platform.KUAISHOU, platform_shop_id="1", name="小禾家居")
    await desk.database.write(put_shop, shop)
    page = SettingsPage(desk)

    async def found() -> list[Known]:
        return [GODEX]

    monkeypatch.setattr(page.printers, "ask_system", found)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.show_section("printers")
    await until(lambda: page.printers.is_settled)
    yield page.printers
    page.hide()
    await page.close_page()


async def test_the_chosen_printer_is_where_labels_go(section: Printers, desk: Desk) -> None:
    pdf = f"pdf:{section.folder}"
    assert list(section.rows) == ["system:Godex G500", pdf, f"png:{section.folder}"]
    assert [row.role.isHidden() for row in section.rows.values()] == [False, True, True]
    section.rows[pdf].use.click()
    assert desk.preferences.label_printer == pdf
    assert [row.role.isHidden() for row in section.rows.values()] == [True, False, True]
    assert section.rows[pdf].note.text() == "已保存"


async def test_a_test_page_is_a_pdf_that_bears_no_number_of_the_ledger(
    section: Printers, desk: Desk, until: Any
) -> None:
    row = section.rows[f"pdf:{section.folder}"]
    row.test.click()
    await until(lambda: row.note.text() == f"{SAMPLE}.pdf")
    assert (section.folder / f"{SAMPLE}.pdf").read_bytes().startswith(b"%PDF")
    tally = await desk.database.read(waybills.waybill_counts, 0, 2**53)
    assert (tally.taken, tally.printed) == (0, 0)


async def test_a_printer_that_is_not_there_says_why(section: Printers, until: Any) -> None:
    row = section.rows["system:Godex G500"]
    row.test.click()
    await until(lambda: row.note.text() != "")
    assert "Godex G500" in row.note.text()
    assert row.note.property("tone") == "red"


async def test_a_carrier_is_printed_by_itself_from_now_on(section: Printers, desk: Desk, until: Any) -> None:
    assert list(section.rules) == ["ZTO"]
    picker = section.rules["ZTO"]
    assert picker.key() == ""
    picker._choose("system:Godex G500")
    await until(lambda: not section._tasks.busy)
    assert await desk.database.read(waybills.auto_printed) == {"ZTO": "system:Godex G500"}
    section.read(anew=True)
    await until(lambda: not section._tasks.busy)
    section.rules["ZTO"]._choose("")
    await until(lambda: not section._tasks.busy)
    assert await desk.database.read(waybills.auto_printed) == {}


async def test_a_rule_whose_printer_is_gone_says_so(section: Printers, desk: Desk, until: Any) -> None:
    await desk.database.write(waybills.put_auto, "YUNDA", "system:Old one", desk.now())
    section.read()
    await until(lambda: "YUNDA" in section.rules)
    assert section.rules["YUNDA"].text() == "Old one（未找到）"


async def test_the_queue_goes_on_where_a_person_says_so(section: Printers, desk: Desk, until: Any) -> None:
    assert not section.pause.isEnabled(), "nothing waits"
    await desk.database.write(waybill_prints.stop, "print.by_hand", "", desk.now())
    section.read()
    await until(lambda: section.pause.text() == "继续打印")
    section.pause.click()
    await until(lambda: section.pause.text() == "暂停")
    assert await desk.database.read(waybill_prints.stopped) is None


async def test_the_search_of_the_settings_finds_a_printer(section: Printers) -> None:
    assert section.keep("godex")
    assert not section.keep("没有这样的设置")
    assert section.keep("自动打印")
    assert section.keep("")
