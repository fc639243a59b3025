"""An appeal across the National Day holiday (S17): imported on 30 September, five working days, packed, submitted."""

import asyncio
import csv
import hashlib
import io
import json
import zipfile
from collections.abc import AsyncIterator, Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from console.app.joining import Assembly
from console.core.clock import parse_shop_time
from console.store import audit
from console.store.alerts import watch
from console.store.pages import driver
from console.store.profile import Profile
from console.store.secrets import MemoryVault, SupportsSecrets
from console.ui import theme
from console.ui.bridge import Bridge
from console.ui.context import Desk
from console.ui.language import Translators
from console.ui.preferences import Preferences
from console.ui.tabs.compliance.page import CompliancePage
from console.ui.tabs.compliance.violations import ViolationsView

pytestmark = pytest.mark.timeout(180)

CASE = "KS20260930001"
#: by the State Council's plan of 2026, counted by hand: 1 to 7 October are off, Saturday 10 October is worked
LEFT_ON = {
    date(2026, 9, 30): 5,
    date(2026, 10, 1): 5,
    date(2026, 10, 7): 5,
    date(2026, 10, 8): 4,
    date(2026, 10, 9): 3,
    date(2026, 10, 10): 2,
    date(2026, 10, 11): 2,
    date(2026, 10, 12): 1,
    date(2026, 10, 13): 0,
}


def shipped_order(conn: Connection) -> tuple[str, str] | None:
    """One of Kuaishou's that has a parcel: its number and the waybill's."""
    asked = "SELECT order_no, json_extract(parcels, '$[0].waybill_no') FROM orders WHERE parcels <> '[]'"
    row = driver(conn).execute(f"{asked} AND shop_id LIKE 'kuaishou:%' LIMIT 1").fetchone()
    return None if row is None else (str(row[0]), str(row[1]))


@pytest.fixture
async def bench(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, open_sandbox: Callable[..., Any], until: Any
) -> AsyncIterator[tuple[Assembly, ViolationsView]]:
    """Both shops read, the compliance tab in a window, everything below it joined."""
    translators = Translators(qapp)
    translators.use("zh_CN")
    theme.apply(qapp, "light")
    vault = MemoryVault()

    async def opened() -> tuple[SupportsSecrets, bool]:
        return vault, True

    words = ("--seed", "11", "--items", "12", "--orders", "120", "--frozen")
    box = await asyncio.to_thread(open_sandbox, *words)
    with Profile.open(tmp_path / "profile") as profile:
        assembly = await Assembly.open(profile, opened)
        assert not await assembly.connect(box.connect)
        assembly.engine.start()
        while await assembly.database.read(shipped_order) is None:  # noqa: ASYNC110 - the file says it, nobody else
            await asyncio.sleep(0.05)
        await assembly.engine.stop()
        preferences = Preferences(tmp_path / "window.ini")
        preferences.appearance, preferences.language = "light", "zh_CN"
        bridge = Bridge(assembly.hub)
        page = CompliancePage(
            Desk(
                database=assembly.database,
                changes=bridge,
                clock=assembly.clock,
                actions=assembly,
                preferences=preferences,
                log_path=profile.log_path,
            )
        )
        bridge.changed.connect(page.on_changes)
        qtbot.addWidget(page)
        page.resize(1240, 800)
        page.show()
        await until(lambda: page.is_settled)
        view = page.enter("violations")
        assert isinstance(view, ViolationsView)
        await until(lambda: view.is_settled)
        try:
            yield assembly, view
        finally:
            page.hide()
            bridge.close()
            await page.close_page()
            await assembly.close()
    translators.use("en")


def set_clock(assembly: Assembly, text: str) -> None:
    assembly.clock.offset_ms += parse_shop_time(text) - assembly.clock.now_ms()


async def test_an_appeal_across_the_holiday(bench: tuple[Assembly, ViolationsView], tmp_path: Path, until: Any) -> None:
    assembly, view = bench
    found = await assembly.database.read(shipped_order)
    assert found is not None
    order_no, waybill_no = found
    set_clock(assembly, "2026-09-30 15:00:00")
    table = tmp_path / "违规.csv"
    table.write_text(
        "违规编号,处罚时间,违规等级,违规原因,关联订单,申诉期(工作日)\n"
        f"{CASE},2026-09-30 14:05,一般,虚假发货,\t{order_no},5\n坏行,前天,一般,,,\n",
        encoding="gb18030",
    )
    await view.take(table)
    assert [one.code for one in view.bad] == ["case.date"], "the other row is kept all the same"

    # the clock stands still over the holiday and runs on the Saturday that is made up
    told = []
    for day, left in LEFT_ON.items():
        set_clock(assembly, f"{day} 09:00:00")
        view.load()
        await until(lambda: view.is_settled)
        (one,) = view.seen.cases
        assert (one.clock.left, one.clock.last_day) == (left, date(2026, 10, 13)), day
        seen = await assembly.database.write(watch, {}, assembly.clock.now_ms())
        told += [(day.day, alert.number) for alert in seen.to_tell if alert.cause == "appeal"]
    assert told == [(9, 3), (12, 1)], "three working days before and on the last but one, each once"

    # the days are counted out, and the bell leads to this very case
    set_clock(assembly, "2026-10-10 09:00:00")
    view.open_at({"case": CASE})
    await until(lambda: view.drawer.isVisible() and view.is_settled)
    sheet = view.drawer.sheet
    assert sheet is not None
    words = " ".join(one.text() for one in sheet.findChildren(QLabel))
    assert "申诉截止 10-13 周二 24:00" in words
    assert "10-08 · 10-09 · 10-10 · 10-12 · 10-13" in words

    # evidence: the order and its waybill out of the file, the chat by file, the statement as it was written
    chat = tmp_path / "会话.txt"
    chat.write_text("买家：什么时候发货\n客服：今天发出", encoding="utf-8")
    await assembly.compliance.add_evidence(CASE, chat, "chat")
    await until(lambda: view.is_settled and view.drawer.sheet is not None and "会话.txt" in view.drawer.sheet.ticks)
    assert view.drawer.sheet is not None
    view.drawer.sheet.statement.setPlainText("该订单已于当日交付快递，运单可查，请复核。")
    await view.do("submitted", CASE)
    await view.pack(CASE, tmp_path / "证据.zip")

    with zipfile.ZipFile(tmp_path / "证据.zip") as pack:
        listed = json.loads(pack.read("00_list.json"))
        files = {one["name"]: pack.read(one["name"]) for one in listed["files"]}
    assert {name.split("_")[1] for name in files} == {"order", "waybill", "chat", "statement"}
    assert all(hashlib.sha256(files[one["name"]]).hexdigest() == one["sha256"] for one in listed["files"])
    assert listed["missing"] == []
    rows = {name.split("_")[1]: list(csv.reader(io.StringIO(files[name].decode("utf-8-sig")))) for name in files}
    assert order_no in [cell.strip() for cell in rows["order"][1]]
    assert waybill_no in [cell.strip() for cell in rows["waybill"][1]]
    buyer = dict(zip(*rows["order"][:2], strict=True))["买家(已遮盖)"]
    assert not buyer or "*" in buyer

    # what was done is done: nothing is reminded of any more, and the audit is whole
    set_clock(assembly, "2026-10-14 09:00:00")
    view.load()
    await until(lambda: view.is_settled)
    assert view.seen.cases[0].clock.urgency == "done"
    seen = await assembly.database.write(watch, {}, assembly.clock.now_ms())
    assert not [one for one in seen.alerts if one.cause == "appeal"]
    assert await assembly.database.read(audit.broken_at) is None
    assert not view.drawer.verbs["submitted"].isVisibleTo(view.drawer)
