"""What a click on an eye does below the window: one at a time, no text without its row, a row for every refusal."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from console.binding.revealing import Revealing
from console.core.clock import SystemClock
from console.core.errors import FileTrouble, Offline, Refused, Trouble
from console.core.model import Order, OrderStatus, Platform, Receiver, Shop
from console.core.revealing import Field, Plain
from console.store import audit
from console.store.database import Database
from console.store.orders import save_orders
from console.store.shops import put_shop
from console.sync.hub import Hub

SHOP = Shop(shop_id="kuaishou:1", platform=Platform.KUAISHOU, platform_shop_id="1", name="店")
TEXT = "13000001234"


class Gateway:
    """Opens, waits or fails as it is told; remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Field, str]] = []
        self.trouble: Trouble | None = None
        self.gate = asyncio.Event()
        self.gate.set()

    async def reveal(self, order_no: str, field: Field, cipher: str) -> Plain:
        self.asked.append((order_no, field, cipher))
        await self.gate.wait()
        if self.trouble is not None:
            raise self.trouble
        return Plain(TEXT)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    file = Database.open(tmp_path / "console.db", SystemClock())
    whom = Receiver(phone_masked="130****1234", phone_cipher="~p~")
    now = SystemClock().now_ms()
    order = Order(order_no="77", status=OrderStatus.TO_SHIP, created_at=now, updated_at=now, receiver=whom)
    await file.write(put_shop, SHOP)
    await file.write(save_orders, SHOP.shop_id, [order], now)
    yield file
    file.close()


@pytest.fixture
def gateway() -> Gateway:
    return Gateway()


Made = Callable[..., Revealing]


@pytest.fixture
def made(database: Database, gateway: Gateway) -> Made:
    def make(*, bound: bool = True, may: bool = True) -> Revealing:
        hand = database.acting(lambda: "小李")
        return Revealing(hand, SystemClock(), Hub(), lambda _shop: gateway if bound else None, lambda _right: may)

    return make


async def row_id(database: Database) -> int:
    return int(await database.read(lambda conn: conn.exec_driver_sql("SELECT id FROM orders").scalar_one()))


async def noted(database: Database) -> list[tuple[str, str, dict[str, str]]]:
    return [(row.action, row.subject, json.loads(row.detail)) for row in await database.read(audit.rows, "buyer.")]


async def test_the_cipher_text_goes_to_its_own_shop_once_and_the_audit_says_who_looked(
    made: Made, database: Database, gateway: Gateway
) -> None:
    plain = await made().reveal(await row_id(database), Field.PHONE)
    assert plain.text == TEXT
    assert gateway.asked == [("77", Field.PHONE, "~p~")]
    assert await noted(database) == [("buyer.revealed", "kuaishou:1 order 77", {"field": "phone", "by": "小李"})]


@pytest.mark.parametrize(
    ("how", "trouble", "code"),
    [
        ({"may": False}, None, "reveal.no_right"),
        ({"bound": False}, None, "outbox.unbound"),
        ({}, Refused("reveal.quota", detail=TEXT), "reveal.quota"),
        ({}, Offline("net.timeout"), "net.timeout"),
    ],
)
async def test_every_refusal_has_its_row_and_is_asked_once(
    made: Made, database: Database, gateway: Gateway, how: dict[str, bool], trouble: Trouble | None, code: str
) -> None:
    gateway.trouble = trouble
    with pytest.raises(Trouble) as caught:
        await made(**how).reveal(await row_id(database), Field.PHONE)
    assert caught.value.code == code
    assert len(gateway.asked) == (0 if how else 1)
    told = {"field": "phone", "code": code, "by": "小李"}
    assert await noted(database) == [("buyer.not_revealed", "kuaishou:1 order 77", told)]


async def test_one_field_at_a_time(made: Made, database: Database, gateway: Gateway) -> None:
    gateway.gate.clear()
    desk, order = made(), await row_id(database)
    first = asyncio.create_task(desk.reveal(order, Field.PHONE))
    while not gateway.asked:  # noqa: ASYNC110 - it is the gateway that tells
        await asyncio.sleep(0.001)
    with pytest.raises(Refused) as caught:
        await desk.reveal(order, Field.PHONE)
    assert caught.value.code == "reveal.busy"
    gateway.gate.set()
    assert (await first).text == TEXT
    assert len(gateway.asked) == 1


async def test_the_audit_names_who_asked_whoever_is_there_when_the_answer_comes(
    database: Database, gateway: Gateway
) -> None:
    there, may = ["小李"], [True]
    hand = database.acting(lambda: there[0])
    desk = Revealing(hand, SystemClock(), Hub(), lambda _shop: gateway, lambda _right: may[0])
    gateway.gate.clear()
    asking = asyncio.create_task(desk.reveal(await row_id(database), Field.PHONE))
    while not gateway.asked:  # noqa: ASYNC110 - it is the gateway that tells
        await asyncio.sleep(0.001)
    there[0], may[0] = "陈静", False
    gateway.gate.set()
    await asking
    assert [(action, detail["by"]) for action, _, detail in await noted(database)] == [("buyer.revealed", "小李")]


async def test_what_is_broken_off_is_written_down_too(made: Made, database: Database, gateway: Gateway) -> None:
    gateway.gate.clear()
    asking = asyncio.create_task(made().reveal(await row_id(database), Field.PHONE))
    while not gateway.asked:  # noqa: ASYNC110 - it is the gateway that tells
        await asyncio.sleep(0.001)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    told = {"field": "phone", "code": "reveal.broken_off", "by": "小李"}
    assert await noted(database) == [("buyer.not_revealed", "kuaishou:1 order 77", told)]


@pytest.mark.parametrize(("order", "field"), [(9_999, Field.PHONE), (0, Field.ADDRESS)])
async def test_what_is_not_there_is_not_asked_for(
    made: Made, database: Database, gateway: Gateway, order: int, field: Field
) -> None:
    with pytest.raises(Refused) as caught:
        await made().reveal(order or await row_id(database), field)
    assert (caught.value.code, gateway.asked) == ("reveal.gone", [])


async def test_where_the_file_takes_no_row_nobody_sees_the_text(
    made: Made, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = await row_id(database)

    def full(*_: object) -> None:
        raise FileTrouble("disk.full", "console.db")

    monkeypatch.setattr("console.store.revealing.audit.note", full)
    with pytest.raises(FileTrouble):
        await made().reveal(order, Field.PHONE)
