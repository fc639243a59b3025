from random import Random

import pytest
from yz_shop import AT, Shop

from console.sandbox import world
from console.sandbox.clock import DAY, HOUR
from console.sandbox.trades import mirror

ONLY, BACK = "202601211100000000000001", "202601181100000000000002"
IMPORTED, SENT = "E20260121103000000000001", "E20260112093000000000003"


async def version(shop: Shop, refund_id: str) -> dict[str, object]:
    told = await shop.data("trade.refund.get", "3.0.1", {"refund_id": refund_id})
    return {"refund_id": refund_id, "version": told["version"]}


async def test_the_list_shows_every_after_sale_once_and_neither_line_nor_version() -> None:
    made = world.build(3, 30, 600, AT)
    shop, seen, page = Shop(made), [], 1
    while True:
        answer = await shop.data("trade.refund.search", "3.0.1", {"page_no": page, "page_size": 11})
        if not answer["refunds"]:
            break
        seen += answer["refunds"]
        page += 1
    expected = {str(refund.refund_id) for trade in made.trades.values() for refund in trade.refunds}
    assert len(seen) == len(expected) == answer["total"]
    assert {row["refund_id"] for row in seen} == expected
    assert not {"oid", "version"} & seen[0].keys()
    for row in seen:
        assert (await shop.data("trade.refund.get", "3.0.1", {"refund_id": row["refund_id"]}))["status"] == row[
            "status"
        ]


async def test_windows_are_in_seconds() -> None:
    shop = Shop()
    at = (AT - 20 * HOUR) // 1000
    for start, end, count in ((at, at, 1), (at + 1, at + 9, 0)):
        ask = {"create_time_start": start, "create_time_end": end}
        assert (await shop.data("trade.refund.search", "3.0.1", ask))["total"] == count
    ask = {"update_time_start": (AT - 3 * DAY) // 1000, "update_time_end": (AT - 2 * DAY) // 1000}
    assert [row["refund_id"] for row in (await shop.data("trade.refund.search", "3.0.1", ask))["refunds"]] == [BACK]
    assert await shop.refusal("trade.refund.search", "3.0.1", {"page_no": 100, "page_size": 31}) == 53002
    assert await shop.refusal("trade.refund.get", "3.0.1", {"refund_id": "nonsense"}) == 103010052
    assert await shop.refusal("trade.refund.get", "3.0.1", {"refund_id": "1"}) == 103011024


async def test_agreeing_needs_the_present_version_and_pays_back() -> None:
    shop = Shop()
    assert await shop.refusal("trade.refund.agree", "3.0.1", {"refund_id": ONLY, "version": 1}) == 103010039
    known = await version(shop, ONLY)
    await shop.data("trade.refund.agree", "3.0.1", known)
    told = await shop.data("trade.refund.get", "3.0.1", {"refund_id": ONLY})
    assert (told["status"], told["refund_fund_list"][0]["refund_fee"]) == ("SUCCESS", 9900)
    assert told["version"] > known["version"]
    assert await shop.refusal("trade.refund.agree", "3.0.1", known) == 103010039
    assert await shop.refusal("trade.refund.agree", "3.0.1", await version(shop, ONLY)) == 102010002
    trade = await shop.data("trade.get", "4.0.2", {"tid": IMPORTED})
    assert trade["full_order_info"]["order_info"]["refund_state"] == 2
    assert trade["refund_order"][0]["refund_state"] == 60


async def test_a_return_goes_its_way() -> None:
    shop = Shop()
    refund = shop.world.trades[SENT].refunds[0]
    address = {"name": "仓库", "mobile": "13700137000", "address": "x"}
    assert await shop.refusal("trade.refund.agree", "3.0.1", await version(shop, BACK)) == 102010002
    assert await shop.refusal("trade.returngoods.agree", "3.0.0", await version(shop, BACK)) == 53001
    await shop.data("trade.returngoods.agree", "3.0.0", await version(shop, BACK) | address)
    assert refund.status == 30
    refund.status, refund.return_express_no = 40, "77123"
    assert await shop.refusal("trade.returngoods.refuse", "3.0.0", await version(shop, BACK)) == 53001
    await shop.data("trade.returngoods.refuse", "3.0.0", await version(shop, BACK) | {"remark": "未收到"})
    told = await shop.data("trade.refund.get", "3.0.1", {"refund_id": BACK})
    assert told["status"] == "SELLER_REFUSE_BUYER_RETURN_GOODS"
    assert told["logistics"]["logistics_no"] == "77123"
    refund.status = 40
    await shop.data("trade.refund.agree", "3.0.0", await version(shop, BACK))
    trade = shop.world.trades[SENT]
    assert (trade.status, trade.refund_state, trade.close_type) == ("TRADE_CLOSED", 12, 2)
    words = (await shop.data("trade.refund.messages.get", "3.0.0", {"refund_id": BACK}))["refund_messages"]
    assert [row["owner_role"] for row in words] == [2, 3, 3, 3]


async def test_refusing() -> None:
    shop = Shop()
    await shop.data("trade.refund.refuse", "3.0.0", await version(shop, ONLY) | {"remark": "已发货"})
    told = await shop.data("trade.refund.get", "3.0.1", {"refund_id": ONLY})
    assert (told["status"], told["modified"]) == ("SELLER_REFUSE_BUYER", "2026-01-22 10:00:00")


async def test_a_sellers_refund_happens_once_for_a_key_and_never_beyond_what_is_left() -> None:
    shop = Shop()
    oid = shop.world.trades[IMPORTED].lines[1].oid
    ask = {"tid": IMPORTED, "biz_value": "k1", "refund_fee": "84.00", "desc": "补偿", "coupons": [], "oid": oid}
    amounts = (await shop.data("trade.refund.amount.get", "1.0.0", {"tid": IMPORTED}))["order_aggregate"]
    assert (amounts["applicable_amount"], amounts["processing_amount"]) == (8400, 9900)
    first = await shop.data("trade.refund.seller.active", "3.0.1", ask)
    assert await shop.data("trade.refund.seller.active", "3.0.1", ask) == first
    told = await shop.data("trade.refund.get", "3.0.1", {"refund_id": first["refund_id"]})
    assert (told["oid"], told["refund_type"], told["refund_fee"]) == (oid, "SELLER_REFUND", "84.00")
    assert await shop.refusal("trade.refund.seller.active", "3.0.1", ask | {"biz_value": "k2"}) == 102010011
    assert len(shop.world.writes) == 1


async def test_what_the_seller_did_here_is_not_undone_by_kuaishou() -> None:
    made = world.build(3, 30, 600, AT)
    trade = next(
        trade
        for trade in made.trades.values()
        if trade.order and trade.refunds and trade.refunds[0].status == 10 and trade.order.refunds[0].status == 10
    )
    shop, refund_id = Shop(made), str(trade.refunds[0].refund_id)
    await shop.data("trade.refund.agree", "3.0.1", await version(shop, refund_id))
    known = await version(shop, refund_id)
    trade.order.refunds[0].status, trade.order.refunds[0].updated = 12, AT + HOUR
    mirror(Random(1), trade.order, trade, AT + HOUR)
    assert trade.refunds[0].status == 60
    assert await version(shop, refund_id) == known


@pytest.mark.parametrize("fault", ["bad_row", "duplicate_rows"])
async def test_row_faults_strike_the_list(fault: str) -> None:
    shop = Shop()
    shop.faults.turn([fault], times=1)
    answer = await shop.data("trade.refund.search", "3.0.1")
    assert answer["total"] == 2
    assert {row["refund_id"] for row in answer["refunds"]} == {ONLY, BACK}
    assert len(answer["refunds"]) == 3 or any(isinstance(row["refund_fee"], dict) for row in answer["refunds"])
