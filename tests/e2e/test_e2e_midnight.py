"""S9: orders on the edges of the shop's day, in the window of a machine that is set to another zone than the shop's.

They are paid at the platform's end, read over a socket, and looked at where a merchant looks: cards, list and export.
"""

import gc
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from outbox_world import OwnWorld
from PySide6.QtWidgets import QApplication
from set_clock import SetClock
from window_bench import window

from console.core.clock import DAY, HOUR, SECOND, day_start
from console.documents.sheets import Format, read
from console.sandbox.lifecycle import pay
from console.sandbox.people import Crowd
from console.sandbox.sales import Purchase, Sales
from console.ui import texts, theme
from console.ui.language import Translators
from console.ui.shell import Shell
from console.ui.tabs.home.page import HomePage
from console.ui.tabs.orders.page import OrdersPage
from console.ui.tabs.orders.rooms import OrdersTab

pytestmark = [
    pytest.mark.timeout(180),
    pytest.mark.skipif(sys.platform == "win32", reason="sets the machine's zone"),
    pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard", extend=True),  # of a screen that is none
]
PATIENCE_S = 60.0
EDGES = (("the day before", -1), ("first", 0), ("last", DAY - 1), ("the day after", DAY))  # from its midnight, ms
NUMBER, PAID = "快手单号", "支付时间"


@pytest.fixture(autouse=True)
def _garbage_is_collected_here() -> Iterator[None]:
    """Qt's objects must die on the thread they live on, as in the program."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(params=[("XST+5", 5 * HOUR), ("YST-9", -9 * HOUR)], ids=["UTC-5", "UTC+9"])  # POSIX turns the sign
def zone(request: pytest.FixtureRequest) -> Iterator[None]:
    """The machine's own zone, while the test runs."""
    name, west_ms = request.param
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", name)
        time.tzset()
        assert time.timezone == west_ms // SECOND
        yield
    time.tzset()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[OwnWorld]:
    """It is noon there: neither edge is near."""
    made = OwnWorld(tmp_path, items=10, orders=0)
    clock = made.ctx.clock
    clock.advance((day_start(clock.now_ms()) + DAY + 12 * HOUR - clock.now_ms()) / SECOND)
    yield made
    made.stop()


@pytest.fixture
def look(qapp: QApplication) -> Iterator[None]:
    translators = Translators(qapp)
    translators.use("zh_CN")
    theme.apply(qapp, "light")
    yield
    translators.use("en")


def sold_on_the_edges(world: OwnWorld) -> dict[str, str]:
    """An order at each edge of yesterday; their numbers."""
    state, yesterday = world.ctx.world, day_start(world.ctx.clock.now_ms()) - DAY
    product = world.goods()
    numbers = {}
    for name, at in EDGES:
        wish = Purchase(at=yesterday + at, product=product, sku=product.skus[0], plain=True)
        order = Sales(state, Crowd(state.random)).order(wish)
        pay(order, yesterday + at)
        numbers[name] = str(order.oid)
    return numbers


def orders_page(shell: Shell) -> OrdersPage:
    tab = shell.show_tab("orders")
    assert isinstance(tab, OrdersTab)
    page = tab.room
    assert isinstance(page, OrdersPage)
    return page


async def exported(page: OrdersPage, path: Path, until: Any) -> dict[str, str]:
    """What the list's own export writes: number and time of payment of each row."""

    async def here(name: str, form: Format) -> Path | None:
        return path

    page.export.where = here
    page.export.button.click()
    await until(lambda: page.export.dialog is not None and page.export.dialog.isVisible(), PATIENCE_S)
    assert page.export.dialog is not None
    page.export.dialog.format._buttons["csv"].click()
    page.export.dialog.accept_button.click()
    await until(lambda: path.exists() and page.export.button.isEnabled(), PATIENCE_S)
    return {row.cells[NUMBER]: row.cells[PAID] for row in read(path, [NUMBER, PAID])}


async def test_s9_each_order_is_in_the_right_day_on_card_list_and_export(
    zone: None, world: OwnWorld, look: None, tmp_path: Path, until: Any
) -> None:
    numbers = sold_on_the_edges(world)
    of_day = {"yesterday": ("first", "last"), "today": ("the day after",)}
    async with window(world, tmp_path, SetClock(still=True)) as (_assembly, shell, desk):
        home = shell.show_tab("home")
        assert isinstance(home, HomePage)
        card = home.figures.orders._value
        fen = world.ctx.world.orders[int(numbers["first"])].payment
        for period, count in (("yesterday", 2), ("today", 1), ("week", 4)):
            home.open_at({"period": period})
            await until(lambda count=count: card.text() == texts.count(count), PATIENCE_S)
            assert home.figures.gmv._value.text() == texts.money(count * fen)

        page = orders_page(shell)
        midnight = day_start(desk.now()) - DAY
        when = {name: texts.full_moment(midnight + at) for name, at in EDGES}
        assert when["last"].endswith("23:59:59")
        assert when["the day after"].endswith("00:00:00")
        for day, names in of_day.items():
            page.open_at({"tab": "all", "paid": day})

            def listed() -> list[str]:
                page.grab()  # painting asks for rows
                rows = [page.card.model.row(place) for place in range(page.card.model.rowCount())]
                return sorted(row.order_no for row in rows if row is not None) if page.is_settled else []

            await until(lambda names=names: listed() == sorted(numbers[name] for name in names), PATIENCE_S)
            written = await exported(page, tmp_path / f"{day}.csv", until)
            assert written == {numbers[name]: when[name] for name in names}
