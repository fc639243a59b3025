"""E-waybills against the sandbox over a real socket: contracts, the same number for the same parcel, voiding."""

import asyncio
import json
import subprocess
import sys
import urllib.request
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from kuaishou_samples import MemoryVault
from msgspec.structs import replace

from console.core.clock import SystemClock
from console.core.commands import decode, encode
from console.core.commands_waybills import TakeWaybill, VoidWaybill
from console.core.errors import Refused
from console.core.gateway import Credentials, SupportsWaybills
from console.core.model import Order, OrderStatus, Platform
from console.core.waybills import Sender, WaybillAccount
from console.platforms import open_gateway
from console.platforms.kuaishou.gateway import KuaishouGateway

START = "import sys; from console.sandbox.serve import main; sys.exit(main(sys.argv[1:]))"


class HastyClock(SystemClock):
    """The machine's time, without waiting."""

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(0)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[dict[str, Any]]:
    arguments = ["--port", "0", "--seed", "12", "--items", "20", "--orders", "900", "--frozen"]
    process = subprocess.Popen([sys.executable, "-c", START, *arguments], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield json.loads(process.stdout.readline())
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()


@pytest.fixture(scope="module")
def vault(sandbox: dict[str, Any]) -> MemoryVault:
    return MemoryVault(Credentials(**sandbox["kuaishou"]))


@pytest.fixture
async def gateway(vault: MemoryVault) -> AsyncIterator[KuaishouGateway]:
    opened = open_gateway(
        Platform.KUAISHOU, vault=vault, key="shop", base_url=vault.stored.base_url, clock=HastyClock()
    )
    assert isinstance(opened, KuaishouGateway)
    yield opened
    await opened.aclose()


def taken_there(sandbox: dict[str, Any]) -> list[dict[str, Any]]:
    """What the sandbox wrote down of numbers it gave: each once."""
    with urllib.request.urlopen(sandbox["control_url"] + "/log") as answer:
        rows: list[dict[str, Any]] = json.load(answer)
    return [row for row in rows if row["method"] == "open.express.ebill.get"]


def numbers_there(sandbox: dict[str, Any]) -> list[int]:
    with urllib.request.urlopen(sandbox["control_url"] + "/world") as answer:
        numbers: list[int] = json.load(answer)["kuaishou"]["orders"]["ids"]
    return numbers


async def to_ship(gateway: KuaishouGateway, sandbox: dict[str, Any]) -> Order:
    """An order that may leave."""
    for number in reversed(numbers_there(sandbox)):
        order = await gateway.order(str(number))
        if order is not None and order.status is OrderStatus.TO_SHIP and not order.refunding:
            return order
    raise AssertionError("the world has none")


def take(order: Order, account: WaybillAccount, *, parcel: int = 1, shop: str = "kuaishou:1") -> TakeWaybill:
    sender = replace(account.places[0], name="小禾家居", mobile="13800001111")
    package = f"{order.order_no}-{parcel}"
    return TakeWaybill(shop_id=shop, order_no=order.order_no, package=package, account=account, sender=sender)


async def test_contracts_say_what_is_left(gateway: KuaishouGateway) -> None:
    assert isinstance(gateway, SupportsWaybills)
    by_company = {one.company: one for one in await gateway.waybill_accounts()}
    zto, sf = by_company["ZTO"], by_company["SF"]
    assert (zto.carrier_code, zto.carrier_name, zto.direct) == ("9", "中通快递", False)
    assert zto.branch_code
    assert zto.left is not None
    assert (sf.direct, bool(sf.account), sf.left) == (True, True, None), "a monthly account counts nothing in advance"
    assert all(one.places and one.places[0].province for one in by_company.values())


async def test_the_same_parcel_is_given_the_same_number(gateway: KuaishouGateway, sandbox: dict[str, Any]) -> None:
    order = await to_ship(gateway, sandbox)
    accounts = {one.company: one for one in await gateway.waybill_accounts()}
    command = take(order, accounts["ZTO"])
    before = len(taken_there(sandbox))
    first = await gateway.take_waybill(command)
    again = await gateway.take_waybill(command)
    assert first == again
    assert first.print_data.content
    assert len(taken_there(sandbox)) == before + 1
    other = await gateway.take_waybill(take(order, accounts["ZTO"], parcel=2))
    assert other.waybill_no != first.waybill_no
    by_month = await gateway.take_waybill(take(order, accounts["SF"], parcel=3))
    assert by_month.waybill_no.startswith("SF")


async def test_a_void_number_never_comes_again(gateway: KuaishouGateway, sandbox: dict[str, Any]) -> None:
    order = await to_ship(gateway, sandbox)
    account = next(one for one in await gateway.waybill_accounts() if one.company == "YTO")
    command = take(order, account)
    number = (await gateway.take_waybill(command)).waybill_no
    void = VoidWaybill(
        shop_id="kuaishou:1", order_no=order.order_no, package=command.package, company="YTO", waybill_no=number
    )
    await gateway.void_waybill(void)
    await gateway.void_waybill(void)
    assert (await gateway.take_waybill(take(order, account, parcel=2))).waybill_no != number
    with pytest.raises(Refused, match="面单号不存在"):
        await gateway.void_waybill(replace(void, waybill_no="YT0000000000000"))


async def test_refusals_are_the_platforms_words(gateway: KuaishouGateway, sandbox: dict[str, Any]) -> None:
    order = await to_ship(gateway, sandbox)
    account = next(one for one in await gateway.waybill_accounts() if one.company == "STO")
    with pytest.raises(Refused, match="网点编码不存在"):
        await gateway.take_waybill(take(order, replace(account, branch_code="1"), parcel=8))
    with pytest.raises(Refused, match="未订购"):
        await gateway.take_waybill(take(order, replace(account, company="NONE"), parcel=9))


def test_commands_survive_the_file() -> None:
    place = Sender(province="浙江省", city="杭州市", district="余杭区", detail="1号")
    account = WaybillAccount(company="SF", direct=True, account="571", places=(place,))
    command = replace(take(Order(order_no="7", status=OrderStatus.TO_SHIP), account), client_code="me")
    assert decode(encode(command)) == command
    assert command.request_id == "SF-7-1"
    void = VoidWaybill(shop_id="kuaishou:1", order_no="7", package="7-1", company="SF", waybill_no="SF1", reason="x")
    assert decode(encode(void)) == void
    assert void.irreversible
