"""A small Youzan shop for tests: a hand-made world, its routes on an in-process transport, one call as one function."""

from random import Random
from typing import Any

import httpx
from starlette.applications import Starlette

from console.sandbox.clock import DAY, HOUR, Clock, parse_instant
from console.sandbox.context import AppKeys, Context, Frozen
from console.sandbox.faults import Faults
from console.sandbox.state import Coupon, Person, Product, Refund, Sku, Trade, TradeLine, World
from console.sandbox.youzan import first_tokens, routes

NOW = "2026-01-22 10:00:00"
CLIENT_ID, CLIENT_SECRET, KDT_ID = "a1b2c3d4e5f6a7b8c9", "0f1e2d3c4b5a69788796a5b4c3d2e1f0", 160
AT = parse_instant(NOW)


class StoppedClock(Clock):
    """Shows NOW until it is moved."""

    def now_ms(self) -> int:
        return AT + self.offset_ms


def small_world() -> World:
    world = World(7, Random(7), "沙箱小店", 1, "ks", KDT_ID)
    buyer = Person(
        "张三丰", "13800138000", "浙江省", "杭州市", "西湖区", "转塘街道", "学院路77号", "ks1", "yz1", "三丰", True, 50
    )
    guest = Person("李四", "13900139000", "江苏省", "南京市", "玄武区", "", "中山路1号", "ks2", "yz2", "四", False)
    world.people += [buyer, guest]
    red = Sku("SKU-RED", [("颜色", "红")], 21, 2001, 9900, 9900, 10, 10, created=AT - 40 * DAY)
    blue = Sku("SKU-BLUE", [("颜色", "蓝")], 22, 2002, 9900, 8900, 5, 5, created=AT - 40 * DAY)
    mug = Sku("SKU-MUG", [], 23, 2003, 1990, 1990, 3, 0, created=AT - 30 * DAY)
    scarf = Product("SPU-1", "羊绒围巾", "女装", 1, 1000000, [red, blue], 11, 1001, alias="3scarf")
    cup = Product("SPU-2", "马克杯", "家居", 2, 6000000, [mug], 12, 1002, alias="3cup", yz_on_shelf=False)
    for place, product in enumerate((scarf, cup)):
        product.created = AT - (40 - place) * DAY
        product.yz_updated = AT - (2 - place) * DAY
    world.products += [scarf, cup]
    imported = _trade("E20260121103000000000001", scarf, red, buyer, AT - DAY, outer_no="2632611222486103")
    imported.lines.append(TradeLine("3012345678901234568", scarf, blue, 1, 8900, 8900, 8400, outer_sku_code="SKU-BLUE"))
    imported.total, imported.discount, imported.payment = 18800, 500, 18300
    unpaid = _trade("E20260122093000000000002", cup, mug, guest, AT - HOUR // 2, status="WAIT_BUYER_PAY")
    unpaid.paid = 0
    sent = _trade("E20260112093000000000003", scarf, blue, guest, AT - 10 * DAY, status="WAIT_BUYER_CONFIRM_GOODS")
    sent.sent = AT - 9 * DAY
    sent.lines[0].shipped = True
    late = _trade("E20260122095950000000004", cup, mug, buyer, AT - 10_000)
    late.visible = AT + 20_000
    only = Refund(
        "202601211100000000000001", 10, 10, 9900, 12, "不想要了", created=AT - 20 * HOUR, updated=AT - 20 * HOUR
    )
    back = Refund(
        "202601181100000000000002", 11, 1, 8900, 101, "七天无理由", created=AT - 4 * DAY, updated=AT - 3 * DAY
    )
    imported.refunds.append(only)
    sent.refunds.append(back)
    world.trades = {trade.tid: trade for trade in (imported, unpaid, sent, late)}
    world.coupons.append(Coupon(88001, "youzan", "满100减10", 10000, 1000, 2, begins=AT - DAY, ends=AT + DAY))
    return world


def _trade(tid: str, product: Product, sku: Sku, buyer: Person, at: int, **more: Any) -> Trade:
    line = TradeLine(f"30{tid[-17:]}", product, sku, 1, sku.yz_price, sku.yz_price, sku.yz_price)
    line.outer_sku_code = sku.code
    fields: dict[str, Any] = {"status": "WAIT_SELLER_SEND_GOODS", "updated": at, "paid": at} | more
    return Trade(
        tid,
        [line],
        buyer,
        total=line.total,
        postage=0,
        discount=0,
        adjust=0,
        payment=line.payment,
        created=at,
        **fields,
    )


class Shop:
    """The sandbox's Youzan side, called over its own wire."""

    def __init__(self, world: World | None = None, **keys: str) -> None:
        self.clock = StoppedClock()
        self.faults = Faults()
        self.ctx = Context(
            world=world or small_world(),
            clock=self.clock,
            faults=self.faults,
            living=Frozen(),
            kuaishou=AppKeys("ks", "s"),
            youzan=AppKeys(CLIENT_ID, CLIENT_SECRET, kdt_id=str(world.yz_kdt_id if world else KDT_ID)),
            base_url="http://sandbox",
        )
        self.world = self.ctx.world
        self.token, self.refresh_token = first_tokens(self.ctx)
        app = Starlette(routes=list(routes(self.ctx)))
        self.http = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://sandbox")

    async def call(self, name: str, version: str, body: object = None, **more: Any) -> Any:
        """POST JSON, as most SDKs do; the whole answer."""
        params = {"access_token": more.pop("token", self.token)}
        answer = await self.http.post(f"/api/youzan.{name}/{version}", params=params, json=body or {}, **more)
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "application/json;charset=UTF-8"
        return answer.json()

    async def data(self, name: str, version: str, body: object = None) -> Any:
        """The data of a call that must succeed."""
        answer = await self.call(name, version, body)
        assert answer.get("success") is True, answer
        return answer["data"]

    async def refusal(self, name: str, version: str, body: object = None) -> Any:
        """The code of a call that must be refused by the business."""
        answer = await self.call(name, version, body)
        assert answer.get("success") is False, answer
        return answer["code"]

    async def auth(self, **body: Any) -> Any:
        keys = {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}
        return (await self.http.post("/auth/token", json=keys | body)).json()
