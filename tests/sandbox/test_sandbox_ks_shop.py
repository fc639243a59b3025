"""The rest of the shop on the wire: e-waybills, addresses, freight, live, coupons, reviews, and the table of APIs."""

from typing import Any

import pytest
from ks_shop import KsShop

from console.sandbox.clock import DAY, parse_instant
from console.sandbox.kuaishou.apis import APIS
from console.sandbox.state import Order


@pytest.fixture
def shop() -> KsShop:
    return KsShop(20, 200)


async def _request(shop: KsShop, order: Order, **changes: Any) -> dict[str, Any]:
    address = (await shop.data("open.order.detail", oid=order.oid))["orderAddress"]
    place = {"provinceName": order.buyer.province, "cityName": order.buyer.city, "districtName": order.buyer.district}
    home = {"provinceName": "浙江省", "cityName": "杭州市", "districtName": "余杭区", "detailAddress": "创业路1号"}
    return {
        "requestId": f"r-{order.oid}",
        "merchantCode": shop.world.ks_open_id,
        "merchantName": shop.world.shop_name,
        "expressCompanyCode": "ZTO",
        "orderChannel": "KUAI_SHOU",
        "tradeOrderCode": str(order.oid),
        "packageCode": "1",
        "itemList": [{"itemTitle": order.product.title, "itemQuantity": order.quantity}],
        "receiverContract": {"name": address["encryptedConsignee"], "mobile": address["encryptedMobile"]},
        "receiverAddress": {**place, "detailAddress": address["encryptedAddress"]},
        "senderContract": {"name": "仓库", "mobile": "13800000001"},
        "senderAddress": home,
        "netSiteCode": "571009",
    } | changes


async def _take(shop: KsShop, *requests: dict[str, Any]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = await shop.data("open.express.ebill.get", getEbillOrderRequest=list(requests))
    return rows


async def test_waybills_are_taken_once(shop: KsShop) -> None:
    order = shop.order(30)
    request = await _request(shop, order)
    (first,) = await _take(shop, request)
    assert first["baseResponse"] == {"result": 1, "success": True, "message": "success"}
    number = first["data"][0]["waybillCode"]
    again = await _take(
        shop, request, request | {"requestId": "other"}, request | {"requestId": "n", "packageCode": "2"}
    )
    numbers = [row["data"][0]["waybillCode"] for row in again]
    assert numbers[:2] == [number, number]
    assert numbers[2] != number
    assert len(shop.world.waybills) == len(shop.world.writes) == 2
    stock = await shop.data("open.express.subscribe.query", expressCompanyCode="ZTO")
    assert stock[0]["availableQuantity"] == stock[0]["allocatedQuantity"] - 2


async def test_failures_are_per_element(shop: KsShop) -> None:
    order, other = shop.order(30), shop.order(40)
    good = await _request(shop, order)
    foreign = await _request(shop, other, requestId="f", tradeOrderCode=str(order.oid), packageCode="9")
    plain = good | {"requestId": "p", "packageCode": "3", "receiverContract": {"name": "王", "mobile": "13800000002"}}
    rows = await _take(shop, good, foreign, plain, good | {"requestId": "u", "expressCompanyCode": "NONE"})
    assert [row["baseResponse"]["success"] for row in rows] == [True, False, False, False]
    assert (await shop.refused("open.express.ebill.get", getEbillOrderRequest=[good] * 11))[0] == 2001


async def test_the_taken_number_must_be_used(shop: KsShop) -> None:
    order = shop.order(30)
    (row,) = await _take(shop, await _request(shop, order))
    number = row["data"][0]["waybillCode"]
    ship: dict[str, Any] = {"orderId": order.oid, "expressCode": 9}
    deliver = "open.seller.order.goods.deliver"
    assert await shop.refused(deliver, **ship, expressNo="731111111111") == (11, "回传运单号与电子面单不一致")
    assert (await shop.refused(deliver, **ship | {"expressCode": 11}, expressNo=number))[0] == 11
    await shop.data(deliver, **ship, expressNo=number)
    cancel = {"expressCompanyCode": "ZTO", "waybillCode": number}
    assert (await shop.refused("open.express.ebill.cancel", **cancel))[0] == 21


async def test_waybills_are_cancelled_changed_and_multiplied(shop: KsShop) -> None:
    order = shop.order(30)
    direct = await _request(shop, order, expressCompanyCode="SF", settleAccount="1")
    (row,) = await _take(shop, direct)
    number = row["data"][0]["waybillCode"]
    name = {"expressCompanyCode": "SF", "waybillCode": number}
    assert (await shop.refused("open.express.ebill.cancel", **name | {"expressCompanyCode": "ZTO"}))[0] == 2001
    more = {"parentWaybillCode": number, "expressCompanyCode": "SF", "addPackageQuantity": 2}
    children = await shop.data("open.express.ebill.append", **more)
    assert [child["parentWaybillCode"] for child in children] == [number, number]
    assert (await shop.data("open.express.ebill.update", **name))[0]["waybillCode"] == number
    assert (await shop.call("open.express.ebill.cancel", **name))["result"] == 1
    assert (await shop.call("open.express.ebill.cancel", **name))["result"] == 1
    assert (await shop.refused("open.express.ebill.update", **name))[0] == 21
    (fresh,) = await _take(shop, direct | {"requestId": "again", "packageCode": "9"})
    assert fresh["data"][0]["waybillCode"] != number


async def test_tables_of_express(shop: KsShop) -> None:
    templates = await shop.data("open.express.standard.template.list.get", expressCompanyCode="SF")
    assert [row["expressCompanyCode"] for row in templates] == ["SF"]
    own = await shop.data("open.express.custom.tempate.list.query", type=3, standardTemplateCode="SF_ONE")
    assert len(own) == 1
    assert await shop.data("open.express.printer.element.query")
    far = {"provinceName": "西藏自治区", "cityName": "拉萨市", "districtName": "城关区", "detailAddress": "x"}
    ask = [{"requestId": code, "expressCompanyCode": code, "type": 2, "receiverAddress": far} for code in ("SF", "ZTO")]
    rows = await shop.data("open.express.reachable.query", reachableRequests=ask)
    assert [row["reachable"] for row in rows] == [True, False]


async def test_addresses_regions_and_freight(shop: KsShop) -> None:
    rows = await shop.data("open.address.seller.list", addressType=2)
    assert sum(row["defaultAddress"] for row in rows) == 1
    assert (await shop.refused("open.address.seller.list", addressType=9))[0] == 2001
    for version, levels in (("2017", 3), ("2021", 4)):
        nodes = (await shop.data("open.address.district.list", districtVersion=version))["districts"]
        depth = 1
        while any(node["children"] for node in nodes):
            nodes = [child for node in nodes for child in node["children"]]
            depth += 1
        assert depth == levels
    listed = await shop.data("open.logistics.express.template.list", offset=1, limit=5, searchUsed=False)
    (template,) = listed["expressTemplateDetailVOS"]
    assert listed["total"] == 2
    assert await shop.data("open.logistics.express.template.detail", id=template["id"]) == template
    assert (await shop.refused("open.logistics.express.template.detail", id=5))[0] == 21


async def test_the_shop_itself(shop: KsShop) -> None:
    person = await shop.data("open.user.info.get")
    assert person["openId"] == shop.world.ks_open_id
    assert "sellerId" not in person
    score = await shop.data("open.score.shop.get")
    assert score["summary"]["scoreStr"].count(".") == 1


async def test_live_answers_only_on_air(shop: KsShop) -> None:
    item = next(p for p in shop.world.products if p.ks_on_shelf and not p.ks_deleted and (p.ks_item_id or 0) % 3)
    shop.world.live_viewers = None
    assert await shop.data("open.live.shop.seller.real.uv") == {"realWatchUv": 0}
    assert not (await shop.data("open.live.shop.item.check.oncar", itemId=item.ks_item_id))["liveCarItem"]
    shop.world.live_viewers = 321
    assert await shop.data("open.live.shop.seller.real.uv") == {"realWatchUv": 321}
    assert (await shop.data("open.live.shop.item.check.oncar", itemId=item.ks_item_id))["liveCarItem"]
    action = await shop.data("open.live.shop.user.car.action", userOpenId="u", actionScene=[1, 2])
    assert set(action["sceneToRes"]) == {"1", "2"}
    assert (await shop.data("open.live.shop.watch.time.match", userOpenId="u", threshold=0))["match"]


async def test_a_coupons_life(shop: KsShop) -> None:
    day = parse_instant("2026-01-23")
    told = {
        "name": "满100减10",
        "outerUniqueKey": "k-1",
        "couponTargetType": 1,
        "totalStock": 100,
        "receivePerLimit": 1,
        "threshold": 10_000,
        "reduceAmount": 1_000,
        "receiveChannel": "1",
        "receiveStartTime": day,
        "receiveEndTime": day + 7 * DAY - 1000,
        "validityType": 1,
        "validStartTime": day,
        "validEndTime": day + 8 * DAY,
    }
    create = "open.promotion.coupon.create"
    assert (await shop.refused(create, **told | {"reduceAmount": 10_000}))[0] == 2001
    assert (await shop.refused(create, **told | {"receiveStartTime": day + 1000}))[0] == 2001
    coupon = (await shop.data(create, **told))["couponId"]
    assert (await shop.data(create, **told))["couponId"] == coupon  # the key is the coupon's
    page = {"couponTargetType": 1, "pageNo": 1, "pageSize": 100}
    soon = await shop.data("open.promotion.coupon.page.list", **page, sellerCouponStatus=1)
    assert coupon in [row["couponId"] for row in soon["marketingOpenCoupon"]]
    await shop.data("open.promotion.coupon.stock.add", couponId=coupon, incrementNum=20)
    assert (await shop.data("open.promotion.coupon.query", couponId=[coupon]))[0]["totalStock"] == 120
    assert (await shop.data("open.promotion.coupon.statistic", couponId=coupon, businessLine=1))["couponUsedNum"] == 0
    assert (await shop.refused("open.promotion.coupon.delete", couponId=coupon))[0] == 21
    await shop.data("open.promotion.coupon.over", couponId=coupon)
    assert (await shop.refused("open.promotion.coupon.over", couponId=coupon))[0] == 21
    await shop.data("open.promotion.coupon.delete", couponId=coupon)
    assert (await shop.data("open.promotion.coupon.query", couponId=[coupon]))[0]["status"] == 3
    everything = await shop.data("open.promotion.coupon.page.list", **page, sellerCouponStatus=0)
    assert coupon not in [row["couponId"] for row in everything["marketingOpenCoupon"]]
    assert len(shop.world.writes) == 4


async def test_reviews_page_by_offset(shop: KsShop) -> None:
    rows: list[dict[str, Any]] = []
    total = 1
    while len(rows) < total:
        page = await shop.data("open.comment.list.get", offset=len(rows), limit=5)
        rows, total = rows + page["rootComment"], page["total"]
    ids = [row["commentId"] for row in rows]
    assert len(ids) == len(set(ids)) > 0
    bad = await shop.data("open.comment.list.get", offset=0, limit=20, qualityScore=[1, 2])
    assert {row["qualityScore"] for row in bad["rootComment"]} <= {1, 2}
    one = await shop.data("open.comment.list.get", outOrderNo=rows[0]["orderId"])
    assert [row["commentId"] for row in one["rootComment"]] == ids[:1]
    assert (await shop.refused("open.comment.list.get", limit=21))[0] == 2001


@pytest.mark.parametrize("method", APIS)
async def test_every_api_answers_in_an_envelope(shop: KsShop, method: str) -> None:
    for text in ("{}", '{"refundId":1,"kwaiItemId":1,"itemId":1,"oid":1,"orderId":1,"couponId":"x"}'):
        body = await shop.send(shop.fields(method, text))
        assert isinstance(body["result"], int)
        assert body["request_id"].isdecimal()
    assert not shop.world.writes
