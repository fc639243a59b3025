"""After-sales on the wire: windows, cursors, the way of each kind, the optimistic lock, the documented refusals."""

from typing import Any

import pytest
from ks_shop import KsShop, windows

from console.sandbox.clock import DAY


@pytest.fixture
def shop() -> KsShop:
    return KsShop(30, 400)


LIST = "open.seller.order.refund.pcursor.list"


async def _all(shop: KsShop, **more: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for begin, end in windows(shop.now, DAY):
        cursor = ""
        while cursor != "nomore":
            ask = {"type": 9, "pageSize": 2, "sort": 2, "queryType": 2, "beginTime": begin, "endTime": end} | more
            page = await shop.data(LIST, **ask, currentPage=1, pcursor=cursor)
            rows += page["refundOrderInfoList"]
            cursor = page["pcursor"]
    return rows


async def test_cursors_show_every_after_sale_exactly_once(shop: KsShop) -> None:
    rows = await _all(shop)
    ids = [row["refundId"] for row in rows]
    assert len(ids) == len(set(ids))
    assert set(ids) == {r.refund_id for o in shop.world.orders.values() for r in o.refunds}
    waiting = {row["refundId"] for row in await _all(shop, type=8)}
    assert waiting == {row["refundId"] for row in rows if row["status"] not in (60, 70)}
    assert [row["refundId"] for row in await _all(shop, sort=1, queryType=1, status=60)] != []


async def test_pages_by_number_show_the_same(shop: KsShop) -> None:
    day = max(r.updated for o in shop.world.orders.values() for r in o.refunds)
    for order in shop.world.orders.values():
        for refund in order.refunds[:1]:
            refund.updated = day - 1000 - order.oid % 1000
    ask = {"type": 9, "pageSize": 3, "queryType": 2, "beginTime": day - DAY // 2, "endTime": day}
    first = await shop.data(LIST, **ask, currentPage=1)
    assert first["totalPage"] == -(-first["totalSize"] // 3) > 2
    numbered = []
    for number in range(1, first["totalPage"] + 1):
        page = await shop.data(LIST, **ask, currentPage=number)
        numbered += [row["refundId"] for row in page["refundOrderInfoList"]]
    assert len(numbered) == len(set(numbered)) == first["totalSize"]
    second = await shop.data(LIST, **ask, currentPage=2, pcursor=first["pcursor"])
    assert [row["refundId"] for row in second["refundOrderInfoList"]] == numbered[3:6]
    assert second["totalPage"] == 0  # told on the first page only


@pytest.mark.parametrize(
    ("begin", "end", "result"),
    [
        (-DAY, -DAY, 300003),
        (-91 * DAY, -90 * DAY, 300005),
        (-8 * DAY, 0, 300004),
        (-2 * DAY, 0, 300019),
    ],
)
async def test_bad_windows_are_refused(shop: KsShop, begin: int, end: int, result: int) -> None:
    ask = {"type": 9, "pageSize": 10, "currentPage": 1, "pcursor": ""}
    assert (await shop.refused(LIST, **ask, beginTime=shop.now + begin, endTime=shop.now + end))[0] == result


async def test_page_size_and_foreign_cursors(shop: KsShop) -> None:
    ask = {"type": 9, "beginTime": shop.now - DAY, "endTime": shop.now, "currentPage": 1}
    assert (await shop.refused(LIST, **ask, pageSize=101))[0] == 2001
    assert (await shop.refused(LIST, **ask, pageSize=10, pcursor=f"{shop.now - 5}_1"))[0] == 2001


async def test_money_only(shop: KsShop) -> None:
    order, refund = shop.refund(10, 10)
    refund.amount = order.payment
    call = "open.seller.order.refund.approve"
    assert (await shop.refused(call, refundId=refund.refund_id, refundAmount=0))[0] == 300009
    assert (await shop.refused(call, refundId=refund.refund_id, refundAmount=1))[0] == 21
    await shop.data(call, refundId=refund.refund_id, refundAmount=order.payment)
    detail = await shop.data("open.seller.order.refund.detail", refundId=refund.refund_id)
    assert detail["status"] == 50
    assert (await shop.refused(call, refundId=refund.refund_id, refundAmount=order.payment))[0] == 300018
    shop.ctx.clock.advance(6)
    detail = await shop.data("open.seller.order.refund.detail", refundId=refund.refund_id)
    assert (detail["status"], detail["endTime"] > 0) == (60, True)
    assert (await shop.data("open.order.detail", oid=order.oid))["orderBaseInfo"]["status"] == 80


async def test_return_and_refund(shop: KsShop) -> None:
    _, refund = shop.refund(11, 1)
    ident = {"refundId": refund.refund_id}
    assert (await shop.refused("open.seller.order.refund.approve", **ident, refundAmount=1))[0] == 300008
    assert (await shop.refused("open.seller.order.refund.confirm.receipt", **ident))[0] == 300018
    await shop.data("open.seller.order.refund.returngoods.approve", **ident, refundAmount=refund.amount)
    assert refund.status == 30
    back = {"expressNo": "7700000000000001", "expressCode": 3}
    await shop.data("open.refund.submit.returnInfo", **ident, **back)
    detail = await shop.data("open.seller.order.refund.detail", **ident)
    assert (detail["status"], detail["logisticsInfo"]) == (40, back)
    freight = {"returnFreightHandlingAdvice": 1, "returnFreightAmount": 1000}
    assert (await shop.refused("open.seller.order.refund.confirm.receipt", **ident, **freight))[0] == 21
    await shop.data("open.seller.order.refund.confirm.receipt", **ident, status=40)
    shop.ctx.clock.advance(6)
    assert (await shop.data("open.seller.order.refund.detail", **ident))["status"] == 60
    acts = await shop.data("open.refund.comment.basic.list", **ident)
    assert acts[0]["title"] == "售后完成"
    assert acts[-1]["role"] == 1
    assert len(shop.world.writes) == 3


async def test_exchange_goes_on_or_turns_into_money(shop: KsShop) -> None:
    _, refund = shop.refund(40, 3)
    ident = {"refundId": refund.refund_id}
    detail = await shop.data("open.seller.order.refund.detail", **ident)
    assert detail["buyerExchangeAddress"]["encryptedMobile"].startswith("~")
    sent = {"expressNo": "YT0000000000001", "expressCode": 6}
    await shop.data("open.refund.confirm.and.send", **ident, **sent)
    assert refund.status == 45
    version = refund.updated
    assert (await shop.refused("open.refund.direct.refund", **ident, refundVersion=version))[0] == 300018
    refund.status = 40
    await shop.data("open.refund.direct.refund", **ident, refundVersion=version)
    assert (refund.status, refund.handling, refund.amount > 0) == (50, 1, True)


async def test_refusing_needs_a_reason_and_the_seen_version(shop: KsShop) -> None:
    _, refund = shop.refund(10, 10)
    ident = {"refundId": refund.refund_id}
    reasons = await shop.data("open.refund.reject.reason", **ident)
    strict = next(row for row in reasons if row["requiredRejectDesc"] and row["requiredRejectImage"])
    ask = {**ident, "reasonCode": strict["code"], "refundVersion": refund.updated}
    assert (await shop.refused("open.refund.reject", **ask | {"refundVersion": 1})) == (
        300014,
        "REFUND ORDER UPDATED",
    )
    assert (await shop.refused("open.refund.reject", **ask))[1] == "rejectDesc无效"
    assert (await shop.refused("open.refund.reject", **ask, rejectDesc="已磨损"))[1] == "rejectImages无效"
    assert (await shop.refused("open.refund.reject", **ask | {"reasonCode": 77}))[0] == 2001
    await shop.data("open.refund.reject", **ask, rejectDesc="已磨损", rejectImages=["a.png"])
    detail = await shop.data("open.seller.order.refund.detail", **ident)
    assert (detail["status"], detail["negotiateStatus"], detail["sellerDisagreeDesc"]) == (12, 3, "已磨损")
    assert (await shop.refused("open.refund.reject", **ask, rejectDesc="x", rejectImages=["y"]))[0] == 300014


async def test_unknown_and_blank_ids(shop: KsShop) -> None:
    assert (await shop.refused("open.seller.order.refund.detail", refundId=5))[0] == 300011
    assert (await shop.refused("open.seller.order.refund.detail"))[0] == 300006
