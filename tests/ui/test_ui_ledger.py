"""The ledger of certificates in the window: states, estimated days said so, what hangs on each, its file by hash."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from test_ui_violations import NOW, At
from ui_fakes import FakeActions

from console.binding.compliance import Compliance
from console.core.model import Item, Listing, Platform, Shop
from console.rules.certificates import Certificate, CertState, Standing
from console.store.items import save_listings
from console.store.ledger import Entry
from console.store.ledger_gaps import not_needed
from console.store.shops import put_shop
from console.sync.hub import Hub
from console.ui.context import Desk
from console.ui.dialogs import Dialog
from console.ui.tabs.compliance import ledger_words
from console.ui.tabs.compliance.ledger import CertificateDialog, LedgerView
from console.ui.tabs.compliance.page import CompliancePage

SHOP = "kuaishou:1"


@pytest.fixture
async def view(desk: Desk, actions: FakeActions, tmp_path: Path, until: Any) -> AsyncIterator[LedgerView]:
    clock = At()
    object.__setattr__(desk, "clock", clock)
    actions.compliance = Compliance(desk.database, clock, Hub(), tmp_path / "evidence")
    shop = Shop(shop_id=SHOP, platform=Platform.KUAISHOU, platform_shop_id="1", name="小禾家居")
    await desk.database.write(put_shop, shop)
    goods = [Listing(item=Item(item_id=str(n), title=f"坚果 {n}", on_shelf=n != 3)) for n in range(1, 4)]
    await desk.database.write(save_listings, SHOP, goods, NOW)
    page = CompliancePage(desk)
    page.resize(1180, 780)
    page.show()
    await until(lambda: page.is_settled)
    made = page.enter("certificates")
    assert isinstance(made, LedgerView)
    await until(lambda: made.is_settled)
    yield made
    await page.close_page()
    page.close()
    page.deleteLater()


def entered(view: LedgerView) -> list[Entry]:
    """Without those that are only likely to be needed."""
    return [one for one in view.entries if not ledger_words.is_missing(one)]


async def test_a_certificate_is_kept_with_its_file_and_says_what_hangs_on_it(
    view: LedgerView, tmp_path: Path, until: Any
) -> None:
    paper = tmp_path / "许可证.pdf"
    paper.write_bytes(b"%PDF")
    dialog = CertificateDialog(view)
    assert not dialog.accept_button.isEnabled()
    dialog.kind.setText("食品经营许可证")
    dialog.ends.setText("2027-13-02")
    assert not dialog.accept_button.isEnabled()
    dialog.ends.setText("2027-03-02")
    assert dialog.accept_button.isEnabled()
    dialog.put_file(paper)
    await view.keep(dialog.certificate(), dialog.path)
    dialog.deleteLater()
    (entry,) = entered(view)
    assert (entry.standing.state, entry.stops) == (CertState.RENEW, 2), "what is off the shelf does not stop selling"
    assert ledger_words.window(entry.standing).endswith("估算"), "no plan of 2027 is known"
    assert (tmp_path / "evidence" / entry.certificate.file_sha256).read_bytes() == b"%PDF"
    await until(lambda: view.card.model.rowCount() == 2 and view.is_settled)
    state = view.card.model.index(0, 5).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "待续期" in str(state)


async def test_another_one_of_its_kind_keeps_goods_selling_and_a_lapsed_one_says_it_aloud(view: LedgerView) -> None:
    old = Certificate(certificate_id="old", kind="质检报告", valid_to=date(2026, 11, 1), products=("1", "2"))
    await view.keep(old, None)
    assert ledger_words.stops(view.entries[0]) == "2 件商品现在禁止发布"
    new = Certificate(certificate_id="new", kind="质检报告", valid_to=date(2027, 11, 1), products=("1",))
    await view.keep(new, None)
    assert {one.certificate.certificate_id: one.stops for one in entered(view)} == {"old": 1, "new": 1}
    assert view.stats.text().startswith("已过期 1")


async def test_what_hangs_on_a_category_is_not_guessed_while_no_tree_was_read(view: LedgerView) -> None:
    one = Certificate(certificate_id="c", kind="食品经营许可证", categories=("食品",))
    await view.keep(one, None)
    assert view.entries[0].stops is None
    assert "未知" in ledger_words.stops(view.entries[0])


async def test_a_day_is_said_once_and_what_never_ends_does_not_lapse(view: LedgerView) -> None:
    both = Standing(state=CertState.VALID, renew_from=date(2026, 4, 29), renew_by=date(2026, 4, 29))
    assert ledger_words.window(both) == "最晚 2026-04-29"
    await view.keep(Certificate(certificate_id="c", kind="营业执照", products=("1",)), None)
    assert ledger_words.stops(entered(view)[0]) == "1 件商品依赖它"


async def test_days_in_the_wrong_order_are_refused_in_words(view: LedgerView) -> None:
    said: list[str] = []
    view.said.connect(lambda words, _under: said.append(words))
    wrong = Certificate(certificate_id="c", kind="A", valid_from=date(2026, 2, 1), valid_to=date(2026, 1, 1))
    await view.keep(wrong, None)
    assert said == ["有效期的结束早于开始。"]
    assert not entered(view)


async def test_what_nobody_entered_has_a_row_that_leads_to_its_form_or_away(view: LedgerView, until: Any) -> None:
    (row,) = view.entries
    assert (row.certificate.kind, ledger_words.state_chip(row.standing).word) == ("营业执照", "未登记")
    assert ledger_words.valid_to(row) == "—"
    opened = asyncio.create_task(view.edit(row))
    await until(lambda: view.findChildren(CertificateDialog))
    dialog = view.findChildren(CertificateDialog)[0]
    assert dialog.kind.text() == "营业执照"
    dialog.number.setText("9133")
    dialog.accept_button.click()
    await opened
    assert [one.certificate.number for one in view.entries] == ["9133"]
    assert view.entries[0].certificate.certificate_id.startswith("C-")
    await view.desk.actions.compliance.drop_certificate(view.entries[0].certificate.certificate_id)
    await view._load()
    asked = asyncio.create_task(view.ask_why_not(view.entries[0]))
    await until(lambda: [one for one in view.findChildren(Dialog) if one.isVisible()])
    (why,) = [one for one in view.findChildren(Dialog) if one.isVisible()]
    assert not why.accept_button.isEnabled()
    why.findChildren(QLineEdit)[0].setText("个人店，依法无需登记")
    why.accept_button.click()
    await asked
    assert not view.entries
    assert await view.desk.database.read(not_needed, SHOP) == {"营业执照": "个人店，依法无需登记"}
