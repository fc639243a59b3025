"""Linking goods in the window: dry run, suggestions and conflicts by mouse and by keyboard, picker, undoing a link."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection
from ui_fakes import FakeActions

from console.binding.goods_linking import GoodsLinking
from console.core.model import Item, Listing, Platform, Shop, Sku
from console.store import audit
from console.store.health import note_success
from console.store.item_view import item_tab_counts
from console.store.items import save_listings
from console.store.pairing import held
from console.store.shops import pair, put_shop
from console.store.views import ItemFilter, Pair
from console.sync.hub import Hub
from console.sync.linking import LinkStep
from console.ui.context import Desk
from console.ui.dialogs import Dialog
from console.ui.tabs.products import link_dialog
from console.ui.tabs.products.accept_dialog import AcceptDialog
from console.ui.tabs.products.match_dialog import MatchDialog
from console.ui.tabs.products.page import ProductsPage
from console.ui.tabs.products.pick_dialog import PickDialog
from console.ui.tabs.products.unlink_dialog import UnlinkDialog

BOUND = Pair(kuaishou_shop_id="kuaishou:1", youzan_shop_id="youzan:2")
CERTAIN, LIKELY = 6, 4
NAMES = ("双层玻璃保温杯", "北欧客厅短绒地毯", "床头触控小夜灯", "珐琅铸铁煎锅")


def listing(no: str, title: str, code: str = "") -> Listing:
    sku = Sku(item_id=no, sku_id=f"{no}s", code=f"{code}-1" if code else "", spec="默认", price_fen=5990, stock=8)
    item = Item(item_id=no, title=title, code=code, price_fen=5990, stock=8, on_shelf=True)
    return Listing(item=item, skus=(sku,))


def sides() -> tuple[list[Listing], list[Listing]]:
    """Six by code, four by title, one code that two of Kuaishou and two of Youzan bear, one alone on each side."""
    here = [listing(f"1{n:02d}", f"收纳箱 {n} 号", f"XH-{n}") for n in range(CERTAIN)]
    there = [listing(f"2{n:02d}", f"收纳盒 {n} 号", f"XH-{n}") for n in range(CERTAIN)]
    here += [listing(f"15{n}", name) for n, name in enumerate(NAMES)]
    there += [listing(f"25{n}", f"{name} 新", f"Y-{n}") for n, name in enumerate(NAMES)]
    here += [listing(f"16{n}", f"竹制砧板 {n}", "DUP") for n in range(2)]
    there += [listing(f"26{n}", f"木质菜板 {n}", "DUP") for n in range(2)]
    return [*here, listing("170", "晴雨伞")], [*there, listing("270", "全自动遮阳工具", "UMB-9")]


def fill(conn: Connection, now: int) -> None:
    for shop_id, listings in zip(BOUND.shop_ids, sides(), strict=True):
        platform, _, number = shop_id.partition(":")
        put_shop(conn, Shop(shop_id=shop_id, platform=Platform(platform), platform_shop_id=number, name="小禾家居"))
        save_listings(conn, shop_id, listings, now)
    pair(conn, *BOUND.shop_ids)
    for shop_id in BOUND.shop_ids:
        note_success(conn, shop_id, "items", now)


async def quiet(page: ProductsPage, until: Any) -> None:
    """Painting asks for rows, so it belongs to waiting."""

    def still() -> bool:
        page.grab()
        return page.is_settled

    await until(still)


@pytest.fixture
async def page(desk: Desk, actions: FakeActions, qtbot: QtBot, until: Any) -> AsyncIterator[ProductsPage]:
    await desk.database.write(fill, desk.now())
    hub = Hub()
    await LinkStep(desk.database, hub).run()
    actions.linking = GoodsLinking(desk.database, desk.clock, hub)
    made = ProductsPage(desk)
    qtbot.addWidget(made)
    made.resize(1240, 800)
    made.show()
    await quiet(made, until)
    yield made
    made.hide()
    await made.close_page()


async def turn(page: ProductsPage, tab: str, until: Any) -> None:
    page.open_at({"tab": tab})
    await quiet(page, until)
    page.card.view.setFocus()
    page.card.view.setCurrentIndex(page.card.model.index(0, 1))


async def counts(desk: Desk) -> dict[str, int]:
    found = await desk.database.read(item_tab_counts, ItemFilter())
    return dict[str, int](found.items())


async def links(desk: Desk) -> set[tuple[str, str]]:
    return set((await desk.database.read(held, BOUND)).links)


def badges(page: ProductsPage) -> dict[str, int | None]:
    return {tab.tab.key: tab.number for tab in page.filters.tabs._tabs if tab.tab.key in ("kept", "linkable")}


async def dialog(page: ProductsPage, kind: type, until: Any) -> Any:
    await until(lambda: isinstance(page.links.linker.dialog, kind) and page.links.linker.dialog.isVisible())
    return page.links.linker.dialog


async def test_a_dry_run_says_what_it_would_do_and_writes_nothing_before_link(
    page: ProductsPage, desk: Desk, qtbot: QtBot, until: Any
) -> None:
    page.links.match.click()
    found: MatchDialog = await dialog(page, MatchDialog, until)
    await until(lambda: found.accept_button.isEnabled())
    numbers = {key: figure.number.text() for key, figure in found.figures.items()}
    assert numbers == {"create": "1", "link": "6", "ask": "6", "held": "0"}
    assert badges(page) == {"kept": 0, "linkable": CERTAIN}, "the page counts what the dry run counts"
    await until(lambda: (found.grab(), found.card.model.is_settled)[1])
    row = found.card.model.row(0)
    assert row is not None
    assert row.kuaishou is not None
    assert row.youzan is not None
    assert (row.kuaishou.title, row.youzan.title) == ("收纳箱 0 号", "收纳盒 0 号")
    assert found.card.model.data(found.card.model.index(0, 3)) == "商品编码一致"
    found.tabs.choose("ask")
    await until(lambda: (found.grab(), found.card.model.is_settled and found.card.model.rowCount() == LIKELY + 2)[1])
    assert await links(desk) == set()

    qtbot.mouseClick(found.accept_button, Qt.MouseButton.LeftButton)
    await until(lambda: found.linked == CERTAIN and not found.running and found.figures["link"].number.text() == "0")
    assert await links(desk) == {(f"1{n:02d}", f"2{n:02d}") for n in range(CERTAIN)}
    assert not found.accept_button.isEnabled(), "a second run proposes nothing new"
    assert "没有新的关联" in found.said.text()
    assert found.figures["held"].number.text() == str(CERTAIN)
    found.reject()
    await quiet(page, until)
    await until(lambda: badges(page) == {"kept": CERTAIN, "linkable": 0})


async def test_linking_stops_between_two_pieces(
    page: ProductsPage, desk: Desk, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("console.ui.tabs.products.match_dialog.AT_ONCE", 2)
    assert link_dialog.AT_ONCE > CERTAIN
    page.links.match.click()
    found: MatchDialog = await dialog(page, MatchDialog, until)
    await until(lambda: found.accept_button.isEnabled())
    real = desk.actions.linking.carry_out

    async def stopped(*asked: Any) -> int:
        done = await real(*asked)
        found.reject()
        return done

    monkeypatch.setattr(desk.actions.linking, "carry_out", stopped)
    found.accept()
    await until(lambda: found.linked and not found.running and found.accept_button.isEnabled())
    assert found.isVisible()
    assert found.linked == 2
    assert found.figures["link"].number.text() == "4"
    assert len(await links(desk)) == 2
    found.reject()
    await quiet(page, until)


async def test_suggestions_are_decided_by_keyboard_alone(
    page: ProductsPage, desk: Desk, qtbot: QtBot, until: Any
) -> None:
    await turn(page, "to_confirm", until)
    view = page.card.view
    first = page.card.model.row(0)
    assert first is not None
    assert first.asked is not None
    assert first.asked.best is not None
    wanted = (first.kuaishou_item_id, first.asked.best.item_id)
    qtbot.keyClick(view, Qt.Key.Key_A)
    await until(lambda: (page.grab(), page.is_settled and page.card.model.rowCount() == LIKELY - 1)[1])
    assert await links(desk) == {wanted}
    assert view.currentIndex().isValid(), "the next row is the current one"

    apart = page.card.model.id_at(view.currentIndex().row())
    qtbot.keyClick(view, Qt.Key.Key_N)
    await until(lambda: (page.grab(), page.is_settled and apart not in page.card.model.ids)[1])
    assert (await counts(desk))["to_confirm"] == LIKELY - 2

    qtbot.keyClick(view, Qt.Key.Key_C)
    found: PickDialog = await dialog(page, PickDialog, until)
    found.search.insert("遮")
    qtbot.keyClick(found.search, Qt.Key.Key_Return)
    assert found.card.model.rowCount() == 0, "one letter is not looked for"
    found.search.insert("阳")
    qtbot.keyClick(found.search, Qt.Key.Key_Return)
    await until(lambda: (found.grab(), found.card.model.is_settled and found.card.model.rowCount() == 1)[1])
    qtbot.keyClick(found.search, Qt.Key.Key_Down)
    await until(lambda: found.accept_button.isEnabled())
    qtbot.keyClick(found.card.view, Qt.Key.Key_Return)
    await until(lambda: (page.grab(), page.is_settled and page.card.model.rowCount() == LIKELY - 3)[1])
    assert "270" in {there for _, there in await links(desk)}
    noted = await desk.database.read(lambda conn: audit.rows(conn, "goods_links.link"))
    assert len(noted) == 2


async def test_chosen_rows_are_accepted_after_a_preview_with_their_number(
    page: ProductsPage, desk: Desk, qtbot: QtBot, until: Any
) -> None:
    await turn(page, "to_confirm", until)
    shown = {part.text() for part in page.card.foot.findChildren(QPushButton) if not part.isHidden()}
    assert "接受建议" not in shown
    page.card.model.check_all()
    shown = {part.text() for part in page.card.foot.findChildren(QPushButton) if not part.isHidden()}
    assert "接受建议" in shown
    assert "库存同步" not in shown
    qtbot.keyClick(page.card.view, Qt.Key.Key_A)
    found: AcceptDialog = await dialog(page, AcceptDialog, until)
    await until(lambda: (found.grab(), found.card.model.rowCount() == LIKELY)[1])
    assert str(LIKELY) in found.accept_button.text()
    assert await links(desk) == set()
    found.accept_button.click()
    await until(lambda: (page.grab(), page.is_settled and page.card.model.rowCount() == 0)[1])
    assert await links(desk) == {(f"15{n}", f"25{n}") for n in range(LIKELY)}


async def test_chosen_rows_are_left_apart_after_a_question_in_pieces(
    page: ProductsPage, desk: Desk, qtbot: QtBot, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("console.ui.tabs.products.linker.APART_AT_ONCE", 3)
    await turn(page, "to_confirm", until)
    page.card.model.check_all()
    qtbot.keyClick(page.card.view, Qt.Key.Key_N)
    await until(lambda: QApplication.activeModalWidget() is not None)
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, Dialog)
    assert str(LIKELY) in asked.windowTitle()
    assert (await counts(desk))["to_confirm"] == LIKELY
    real, seen = desk.actions.linking.set_apart, list[str]()

    async def noted(row_ids: Any) -> int:
        seen.append(page.links.linker.progress.accessibleName())
        return await real(row_ids)

    monkeypatch.setattr(desk.actions.linking, "set_apart", noted)
    asked.accept_button.click()
    await until(lambda: (page.grab(), page.is_settled and page.card.model.rowCount() == 0)[1])
    assert [name.split("：")[-1].strip() for name in seen] == ["0 / 4", "3 / 4"]
    assert page.links.linker.progress.isHidden()
    assert (await counts(desk))["only_kuaishou"] == LIKELY + 1


async def test_a_conflict_shows_every_claimant_and_is_settled_in_the_drawer(
    page: ProductsPage, desk: Desk, qtbot: QtBot, until: Any
) -> None:
    await turn(page, "conflict", until)
    assert page.card.model.rowCount() == 4
    row = page.card.model.row(0)
    assert row is not None
    assert row.contested
    said: list[str] = []
    page.said.connect(lambda words, _under: said.append(words))
    qtbot.keyClick(page.card.view, Qt.Key.Key_A)
    await until(lambda: said)
    assert await links(desk) == set(), "a conflict is never accepted as it is"

    qtbot.keyClick(page.card.view, Qt.Key.Key_Return)
    await quiet(page, until)
    sheet = page.item_drawer.sheet
    assert sheet is not None
    assert sheet.claims is not None
    buttons = [one for one in sheet.claims.findChildren(QPushButton) if one.text() == "关联"]
    assert len(buttons) == 2
    buttons[0].click()
    await until(lambda: (page.grab(), page.is_settled and page.card.model.rowCount() == 2)[1])
    assert len(await links(desk)) == 1
    await until(lambda: (page.grab(), page.is_settled)[1])
    sheet = page.item_drawer.sheet
    assert sheet is not None
    assert sheet.claims is not None, "the next conflict is in the drawer"
    words = [one.text() for one in sheet.claims.findChildren(QPushButton)]
    assert words.count("关联") == 1
    assert words.count("查看该关联") == 1


async def test_where_nothing_is_linked_yet_the_empty_tab_leads_to_matching(page: ProductsPage, until: Any) -> None:
    page.open_at({"tab": "kept"})
    await quiet(page, until)
    empty = page.card.empty
    assert empty.isVisible()
    assert (empty.words.text(), empty.under.text()) == ("没有已关联的商品", f"有 {CERTAIN} 件商品可按编码关联")
    empty.button.click()
    await dialog(page, MatchDialog, until)


async def test_a_link_is_undone_with_a_reason_and_does_not_come_back(
    page: ProductsPage, desk: Desk, qtbot: QtBot, until: Any
) -> None:
    await turn(page, "linkable", until)
    assert page.card.model.rowCount() == CERTAIN
    page.open_row(page.card.model.id_at(0))
    await quiet(page, until)
    assert page.item_drawer.sheet is not None
    page.item_drawer.sheet.unlink.click()
    found: UnlinkDialog = await dialog(page, UnlinkDialog, until)
    assert not found.accept_button.isEnabled()
    found.reason.insert("不是同一款")
    found.accept_button.click()
    await until(lambda: (page.grab(), page.is_settled and page.card.model.rowCount() == CERTAIN - 1)[1])
    (noted,) = await desk.database.read(lambda conn: audit.rows(conn, "goods_links.unlink"))
    assert "不是同一款" in noted.detail
    said = await desk.actions.linking.dry_run(BOUND)
    assert len(said.link) == CERTAIN - 1


async def test_letters_typed_into_the_search_box_decide_nothing(
    page: ProductsPage, desk: Desk, qtbot: QtBot, until: Any
) -> None:
    await turn(page, "to_confirm", until)
    page.filters.search.setFocus()
    qtbot.keyClicks(page.filters.search, "anc")
    await quiet(page, until)
    assert page.filters.search.text() == "anc"
    assert (await counts(desk))["to_confirm"] == LIKELY
    assert QApplication.activeModalWidget() is None
