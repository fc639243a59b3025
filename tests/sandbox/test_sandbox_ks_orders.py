"""Orders on the wire: windows, cursors, fields, buyers' data, and every write with its rules."""

from typing import Any

import pytest
from ks_shop import KsShop, windows

from console.sandbox.clock import DAY, HOUR, MINUTE

WEEK = 7 * DAY


@pytest.fixture(scope="module")
def built() -> KsShop:
    return KsShop()


@pytest.fixture
def still(built: KsShop) -> KsShop:
    """A shop that is only read; every test has a second of its own, for the calls a second are counted."""
    built.ctx.clock.advance(1)
    return built


@pytest.fixture
def shop() -> KsShop:
    return KsShop(20, 200)


async def _all(shop: KsShop, *, sort: int = 2, by: int = 2, size: int = 50, **more: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for begin, end in windows(shop.now, WEEK):
        cursor = ""
        while cursor != "nomore":
            page = await shop.data(
                "open.order.cursor.list",
                orderViewStatus=1,
                pageSize=size,
                sort=sort,
                queryType=by,
                beginTime=begin,
                endTime=end,
                cursor=cursor,
                **more,
            )
            assert len(page["orderList"]) <= size
            rows += page["orderList"]
            cursor = page["cursor"]
    return rows


def _oids(rows: list[dict[str, Any]]) -> list[int]:
    return [row["orderBaseInfo"]["oid"] for row in rows]


@pytest.mark.parametrize("by", [1, 2])
@pytest.mark.parametrize("sort", [1, 2])
@pytest.mark.parametrize("size", [7, 50])
async def test_cursors_show_every_order_exactly_once(still: KsShop, by: int, sort: int, size: int) -> None:
    oids = _oids(await _all(still, by=by, sort=sort, size=size))
    assert len(oids) == len(set(oids))
    assert set(oids) == set(still.world.orders)


@pytest.mark.parametrize("sort", [1, 2])
async def test_a_window_is_sorted(still: KsShop, sort: int) -> None:
    page = await still.data(
        "open.order.cursor.list",
        orderViewStatus=1,
        pageSize=50,
        sort=sort,
        queryType=1,
        beginTime=still.now - WEEK,
        endTime=still.now,
        cursor="",
    )
    stamps = [row["orderBaseInfo"]["createTime"] for row in page["orderList"]]
    assert stamps == sorted(stamps, reverse=sort == 1)


async def test_an_order_that_moves_while_paging_is_not_lost(shop: KsShop) -> None:
    window = {"beginTime": shop.now - WEEK, "endTime": shop.now}
    ask = {"orderViewStatus": 1, "pageSize": 1, "sort": 2, "queryType": 2, **window}
    first = await shop.data("open.order.cursor.list", **ask, cursor="")
    order = next(o for o in shop.world.orders.values() if window["beginTime"] < o.updated and o.status == 30)
    order.updated = shop.now  # after the places were sorted
    seen, cursor = _oids(first["orderList"]), first["cursor"]
    while cursor != "nomore":
        page = await shop.data("open.order.cursor.list", **ask, cursor=cursor)
        seen += _oids(page["orderList"])
        cursor = page["cursor"]
    assert len(seen) == len(set(seen))
    again = await shop.data("open.order.cursor.list", **ask | {"pageSize": 50, "sort": 1}, cursor="")
    assert _oids(again["orderList"])[0] == order.oid


async def test_views_and_distribution_filter(still: KsShop) -> None:
    for view, status in ((2, 10), (3, 30), (4, 40), (5, 50), (6, 70), (7, 80)):
        oids = set()
        for begin, end in windows(still.now, WEEK):
            cursor = ""
            while cursor != "nomore":
                page = await still.data(
                    "open.order.cursor.list",
                    orderViewStatus=view,
                    pageSize=50,
                    beginTime=begin,
                    endTime=end,
                    cursor=cursor,
                )
                oids |= set(_oids(page["orderList"]))
                cursor = page["cursor"]
        assert oids == {o.oid for o in still.world.orders.values() if o.status == status}
    assert set(_oids(await _all(still, cpsType=2))) == {o.oid for o in still.world.orders.values() if o.cps}


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"beginTime": -91 * DAY, "endTime": -90 * DAY}, "beginTime"),
        ({"beginTime": -8 * DAY, "endTime": 0}, "endTime"),
        ({"beginTime": 0, "endTime": 0}, "endTime"),
        ({"beginTime": 0, "endTime": -DAY}, "endTime"),
    ],
)
async def test_bad_windows_are_refused_as_recorded(still: KsShop, change: dict[str, int], name: str) -> None:
    window = {key: still.now + offset for key, offset in change.items()}
    body = await still.call("open.order.cursor.list", orderViewStatus=1, pageSize=50, cursor="", **window)
    assert (body["result"], body["code"], body["msg"]) == (2001, "807000", "业务处理失败")
    assert (body["error_msg"], body["sub_code"], body["sub_msg"]) == (f"{name}无效", "2001", f"{name}无效")
    assert body["data"] == {"pageSize": 0, "beginTime": 0, "endTime": 0, "cursor": "", "orderList": []}


@pytest.mark.parametrize(
    "change",
    [{"pageSize": 51}, {"pageSize": 0}, {"pageSize": None}, {"orderViewStatus": 8}, {"sort": 3}, {"queryType": 4}],
)
async def test_bad_parameters_are_refused(still: KsShop, change: dict[str, Any]) -> None:
    ask = {"orderViewStatus": 1, "pageSize": 50, "beginTime": still.now - DAY, "endTime": still.now, "cursor": ""}
    assert await still.refused("open.order.cursor.list", **ask | change) == (2001, f"{next(iter(change))}无效")


async def test_foreign_cursors_are_refused(still: KsShop) -> None:
    ask = {"orderViewStatus": 1, "pageSize": 50, "beginTime": still.now - DAY, "endTime": still.now}
    oid = next(iter(still.world.orders))
    for cursor in ("abc", "1_2", "nomore", f"{still.now - HOUR}_17", f"{still.now - 2 * DAY}_{oid}"):
        assert (await still.refused("open.order.cursor.list", **ask, cursor=cursor))[0] == 2001


async def test_windows_may_end_ahead_and_numbers_may_be_text(still: KsShop) -> None:
    ask = {"orderViewStatus": "1", "pageSize": "50", "beginTime": str(still.now - DAY), "endTime": still.now + DAY}
    assert (await still.data("open.order.cursor.list", **ask, cursor=None, cpsType=None))["orderList"]


async def test_orders_show_up_late(shop: KsShop) -> None:
    order = shop.order(30)
    order.visible = shop.now + 20_000
    assert order.oid not in _oids(await _all(shop))
    assert await shop.refused("open.order.detail", oid=order.oid) == (21, "order operation reject")
    shop.ctx.clock.advance(21)
    assert order.oid in _oids(await _all(shop))


async def test_money_stands_beside_money(still: KsShop) -> None:
    for row in await _all(still):
        base, item = row["orderBaseInfo"], row["orderItemInfo"]
        order = still.world.orders[base["oid"]]
        assert base["totalFee"] == item["price"] * item["num"]
        assert base["totalFee"] - base["discountFee"] + base["expressFee"] == order.payment
        assert "carrierType" not in base  # detail only


async def test_detail_tells_where_it_was_sold(still: KsShop) -> None:
    order = next(o for o in still.world.orders.values() if o.carrier_type == 2)
    base = (await still.data("open.order.detail", oid=order.oid))["orderBaseInfo"]
    assert (base["carrierType"], base["carrierId"]) == (2, order.carrier_id)
    assert isinstance(base["shopNewBuyer"], bool)
    assert await still.refused("open.order.detail", oid=1) == (21, "order operation reject")


async def test_fees_add_up(still: KsShop) -> None:
    for order in list(still.world.orders.values())[:60]:
        fees = await still.data("open.seller.order.fee.detail", orderId=order.oid)
        assert fees["sellerRecv"] == fees["totalFee"] + fees["expressFee"]
        assert fees["buyerPay"] == fees["sellerRecv"] - fees["platformBearAmount"] == order.payment


async def test_buyers_are_never_plain_and_ciphers_differ_per_order(still: KsShop) -> None:
    rows = await _all(still)
    for row in rows:
        buyer = still.world.orders[row["orderBaseInfo"]["oid"]].buyer
        text = str(row)
        assert buyer.phone not in text
        assert buyer.address not in text
        assert row["orderAddress"]["province"] == buyer.province
    cipher = [row["orderAddress"]["encryptedMobile"] for row in rows]
    assert len(set(cipher)) == len(cipher)


async def test_ciphers_open_for_their_own_order_only(shop: KsShop) -> None:
    one, two = shop.order(30), shop.order(40)
    address = (await shop.data("open.order.detail", oid=one.oid))["orderAddress"]
    pairs = [
        {"encryptedData": address["encryptedMobile"], "bizId": str(one.oid)},
        {"encryptedData": address["encryptedMobile"], "bizId": str(two.oid)},
        {"encryptedData": "~bad~", "bizId": str(one.oid)},
        {"encryptedData": address["encryptedConsignee"], "bizId": "77"},
    ]
    body = await shop.call("open.order.decrypt.batch", batchDecryptList=pairs)
    results = body["batchDecryptResultList"]
    assert "data" not in body
    assert [row["errorCode"] == 1 for row in results] == [True, False, False, False]
    assert results[0]["decryptedData"] == one.buyer.phone
    assert [row["decryptedData"] for row in results[1:]] == ["", "", ""]
    masks = await shop.call("open.order.desensitise.batch", batchDesensitiseList=pairs[:1])
    assert masks["batchDesensitiseResultList"][0]["desensitisedData"] == address["desensitiseMobile"]
    index = await shop.call("open.order.search.index.batch", indexParamList=[{"plainText": one.buyer.phone, "type": 3}])
    assert index["indexResultList"][0]["searchIndex"] in address["encryptedMobile"]
    sealed = await shop.call(
        "open.order.encrypt.batch",
        batchEncryptList=[{"decryptedData": one.buyer.phone, "bizId": str(one.oid), "type": 3}],
    )
    assert sealed["batchEncryptResultList"][0]["encryptedData"] == address["encryptedMobile"]
    many = pairs[:1] * 101
    assert (await shop.refused("open.order.decrypt.batch", batchDecryptList=many))[0] == 2001


async def test_decryption_ends_two_weeks_after_success(shop: KsShop) -> None:
    order = shop.order(70)
    address = (await shop.data("open.order.detail", oid=order.oid))["orderAddress"]
    pair = [{"encryptedData": address["encryptedMobile"], "bizId": str(order.oid)}]
    order.ended = shop.now - 15 * DAY
    late = (await shop.call("open.order.decrypt.batch", batchDecryptList=pair))["batchDecryptResultList"][0]
    assert late["errorCode"] != 1
    order.ended = shop.now - 13 * DAY
    fine = (await shop.call("open.order.decrypt.batch", batchDecryptList=pair))["batchDecryptResultList"][0]
    assert fine["decryptedData"] == order.buyer.phone


async def test_one_buyers_orders(still: KsShop) -> None:
    buyer = next(iter(still.world.orders.values())).buyer.ks_open_id
    found, cursor = [], ""
    while cursor != "nomore":
        page = await still.data("open.order.buyer.order.list", buyerOpenId=buyer, limit=1, cursor=cursor)
        found += [row["buyerOrderBaseInfo"]["oid"] for row in page["buyerOrderList"]]
        cursor = page["cursor"]
    mine = [o for o in still.world.orders.values() if o.buyer.ks_open_id == buyer]
    assert found == [o.oid for o in sorted(mine, key=lambda o: (-o.created, -o.oid))]


@pytest.mark.parametrize("fault", ["bad_row", "duplicate_rows", "reordered_rows"])
async def test_row_faults_disturb_one_page(shop: KsShop, fault: str) -> None:
    ask = {"orderViewStatus": 1, "pageSize": 50, "beginTime": shop.now - WEEK, "endTime": shop.now, "cursor": ""}
    clean = (await shop.data("open.order.cursor.list", **ask))["orderList"]
    shop.ctx.faults.turn([fault], times=1)
    spoilt = (await shop.data("open.order.cursor.list", **ask))["orderList"]
    assert spoilt != clean
    assert set(_oids(spoilt)) == set(_oids(clean))
    assert len(spoilt) == len(clean) + (fault == "duplicate_rows")
    assert (await shop.data("open.order.cursor.list", **ask))["orderList"] == clean


async def test_window_of_exactly_ninety_days_survives_its_way(shop: KsShop) -> None:
    begin = shop.now - 90 * DAY
    shop.ctx.clock.advance(MINUTE / 2000)
    ask = {"orderViewStatus": 1, "pageSize": 50, "beginTime": begin, "endTime": begin + WEEK, "cursor": ""}
    assert (await shop.call("open.order.cursor.list", **ask))["result"] == 1
