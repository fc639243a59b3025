from decimal import Decimal

import pytest
from yz_shop import AT, Shop

from console.sandbox import world
from console.sandbox.clock import DAY
from console.sandbox.youzan.forms import date_text

IMPORTED, UNPAID, SENT, LATE = (
    "E20260121103000000000001",
    "E20260122093000000000002",
    "E20260112093000000000003",
    "E20260122095950000000004",
)


def window(name: str, start: int, end: int) -> dict[str, str]:
    return {f"start_{name}": date_text(start), f"end_{name}": date_text(end)}


def tids(answer: dict) -> list[str]:
    return [row["full_order_info"]["order_info"]["tid"] for row in answer["full_order_info_list"]]


@pytest.fixture(scope="module")
def many() -> world.World:
    return world.build(11, 20, 400, AT)


async def test_pages_show_every_trade_of_a_window_once(many: world.World) -> None:
    shop = Shop(many)
    seen: list[str] = []
    page = 1
    while True:
        ask = window("update", AT - 89 * DAY, AT) | {"page_no": page, "page_size": 37}
        answer = await shop.data("trades.sold.get", "4.0.4", ask)
        assert answer["total_results"] == len(many.trades)
        if not answer["full_order_info_list"]:
            break
        seen += tids(answer)
        page += 1
    assert len(seen) == len(set(seen))
    assert set(seen) == many.trades.keys()
    stamps = [many.trades[tid].updated // 1000 for tid in seen]
    assert stamps == sorted(stamps, reverse=True)


async def test_the_lines_of_every_trade_add_up(many: world.World) -> None:
    shop = Shop(many)
    for trade in list(many.trades.values())[:80]:
        told = await shop.data("trade.get", "4.0.2", {"tid": trade.tid})
        info, promotion = told["full_order_info"], told["order_promotion"]
        paid = Decimal(info["pay_info"]["payment"])
        assert sum(Decimal(line["payment"]) for line in info["orders"]) == paid
        off = Decimal(promotion["item_discount_fee"]) + Decimal(promotion["order_discount_fee"])
        rest = Decimal(promotion["adjust_fee"]) + Decimal(info["pay_info"]["post_fee"])
        assert Decimal(info["pay_info"]["total_fee"]) - off + rest == paid


async def test_windows_hold_both_ends_and_know_their_limits() -> None:
    shop = Shop()
    at = shop.world.trades[IMPORTED].created
    assert tids(await shop.data("trades.sold.get", "4.0.4", window("created", at, at + 1000))) == [IMPORTED]
    assert tids(await shop.data("trades.sold.get", "4.0.4", window("pay", at - 1000, at))) == [IMPORTED]
    alone = {"start_created": date_text(at + 1000)}
    assert (await shop.data("trades.sold.get", "4.0.4", alone))["total_results"] == 3
    for span, code in (
        (window("created", AT, AT - 1000), 5000),
        (window("created", AT - 93 * DAY, AT), 5000),
        (window("created", AT, AT + 8 * DAY), 106000003),
        ({"page_size": 101}, 5000),
        ({"page_no": 101}, 50000),
        ({"status": "TRADE_CLOSE"}, 5000),
    ):
        answer = await shop.call("trades.sold.get", "4.0.4", span)
        assert (answer["code"], answer["data"]) == (code, {"total_results": 0, "full_order_info_list": []})
    soon = window("created", AT - DAY, AT + 6 * DAY)
    assert (await shop.data("trades.sold.get", "4.0.4", soon))["total_results"] == 2


async def test_a_fresh_trade_shows_up_late_in_list_and_detail() -> None:
    shop = Shop()
    assert LATE not in tids(await shop.data("trades.sold.get", "4.0.4", {}))
    assert await shop.refusal("trade.get", "4.0.2", {"tid": LATE}) == 5000
    shop.clock.advance(20)
    assert LATE in tids(await shop.data("trades.sold.get", "4.0.4", {}))


async def test_conditions() -> None:
    shop = Shop()
    for asked, expected in (
        ({"status": "WAIT_BUYER_PAY"}, [UNPAID]),
        ({"status": "TRADE_REFUND"}, [IMPORTED, SENT]),
        ({"tid": SENT}, [SENT]),
        ({"receiver_phone": "13900139000"}, [UNPAID, SENT]),
        ({"goods_id": 1002}, [UNPAID]),
        ({"keywords": "8000"}, [IMPORTED]),
        ({"express_type": "SELF_FETCH"}, []),
    ):
        assert tids(await shop.data("trades.sold.get", "4.0.4", asked)) == expected


async def test_only_what_the_record_holds_is_printed() -> None:
    shop = Shop()
    told = (await shop.data("trade.get", "4.0.2", {"tid": IMPORTED}))["full_order_info"]
    assert told["out_order_info"]["out_order_no"] == "2632611222486103"
    assert "outer_oid" not in told["orders"][0]
    assert told["pay_info"]["payment"] == "183.00"
    assert told["orders"][0]["outer_sku_id"] == "SKU-RED"
    assert told["address_info"]["delivery_province"] == "浙江省"
    assert "13800138000" not in str(told)
    plain = (await shop.data("trade.get", "4.0.2", {"tid": SENT}))["full_order_info"]
    assert "out_order_info" not in plain


async def test_memo_star_and_price_answer_in_the_old_envelope() -> None:
    shop = Shop()
    done = {"response": {"is_success": True}}
    assert await shop.call("trade.memo.update", "3.0.0", {"tid": SENT, "memo": "加急", "flag": "3"}) == done
    assert await shop.call("trade.star.update", "3.0.0", {"tid": IMPORTED, "star": 5}) == done
    told = (await shop.data("trade.get", "4.0.2", {"tid": SENT}))["full_order_info"]
    assert (told["remark_info"]["trade_memo"], told["remark_info"]["star"]) == ("加急", 3)
    assert told["order_info"]["update_time"] == date_text(AT)
    assert await shop.call("trade.memo.update", "3.0.0", {"tid": "E0", "memo": "x"}) == {
        "error_response": {"code": 50000, "msg": "订单不存在"}
    }
    ask = {"tid": UNPAID, "price_change": "-1.50", "post_fee": "6.00"}
    assert await shop.call("trade.price.update", "3.0.0", ask) == done
    pay = (await shop.data("trade.get", "4.0.2", {"tid": UNPAID}))["full_order_info"]
    assert (pay["pay_info"]["payment"], pay["orders"][0]["payment"]) == ("24.40", "24.40")
    assert "error_response" in await shop.call("trade.price.update", "3.0.0", ask | {"tid": SENT})


async def test_closing_is_for_unpaid_trades() -> None:
    shop = Shop()
    assert await shop.refusal("trade.close", "3.0.0", {"tid": SENT}) == 50000
    assert await shop.data("trade.close", "3.0.0", {"tid": UNPAID, "close_reason_id": 12})
    info = (await shop.data("trade.get", "4.0.2", {"tid": UNPAID}))["full_order_info"]["order_info"]
    assert (info["status"], info["close_type"]) == ("TRADE_CLOSED", 12)


async def test_shipping_in_parts_and_changing_the_number_once() -> None:
    shop = Shop()
    first, second = shop.world.trades[IMPORTED].lines
    ship = {"tid": IMPORTED, "out_stype": "3", "out_sid": "ZT123456"}
    assert await shop.refusal("logistics.online.confirm", "3.0.0", ship | {"out_sid": "no spaces"}) == 105000003
    assert await shop.refusal("logistics.online.confirm", "3.0.0", ship | {"out_stype": "9999"}) == 102599996
    assert await shop.refusal("logistics.online.confirm", "3.0.0", ship | {"oids": "1"}) == 102570002
    assert await shop.data("logistics.online.confirm", "3.0.0", ship | {"oids": first.oid}) == {"is_success": True}
    told = await shop.data("trade.get", "4.0.2", {"tid": IMPORTED})
    assert told["full_order_info"]["order_info"]["status"] == "WAIT_SELLER_SEND_GOODS"
    assert [row["express_state"] for row in told["delivery_order"]] == [1, 0]
    assert await shop.refusal("logistics.online.confirm", "3.0.0", ship | {"oids": first.oid}) == 102570007
    await shop.data("logistics.online.confirm", "3.0.0", ship | {"oids": second.oid, "out_sid": "ZT2"})
    told = await shop.data("trade.get", "4.0.2", {"tid": IMPORTED})
    assert told["full_order_info"]["order_info"]["consign_time"] == date_text(AT)
    assert [dist["dist_items"] for dist in told["delivery_order"][0]["dists"]] == [
        [{"oid": first.oid}],
        [{"oid": second.oid}],
    ]
    assert await shop.refusal("logistics.online.confirm", "3.0.0", ship) == 102570019
    change = {"dist_id": told["delivery_order"][0]["dists"][0]["dist_id"], "express_id": 7, "express_no": "SF1"}
    ask = {"tid": IMPORTED, "trade_express_modify": change}
    assert await shop.data("logistics.online.update", "3.0.0", ask) == {"isSuccess": True}
    assert await shop.refusal("logistics.online.update", "3.0.0", ask) == 102570030
    shop.clock.advance(3 * 86_400)
    journey = await shop.data("logistics.goodsexpress.get", "3.0.0", {"express_id": 7, "express_no": "SF1"})
    assert journey["state"] == "3"
    assert await shop.data("logistics.online.marksign", "3.0.0", {"tid": IMPORTED})
    assert shop.world.trades[IMPORTED].status == "TRADE_SUCCESS"


async def test_shipping_refuses_what_is_not_to_be_shipped() -> None:
    shop = Shop()
    ship = {"out_stype": "3", "out_sid": "ZT1"}
    for tid, code in (("E1", 105000016), (UNPAID, 102570003), (SENT, 102570019)):
        assert await shop.refusal("logistics.online.confirm", "3.0.0", ship | {"tid": tid}) == code
    names = {row["name"] for row in (await shop.data("logistics.express.get", "3.0.0"))["allExpress"]}
    assert {"中通快递", "圆通速递", "顺丰速运"} & names


async def test_row_faults_leave_the_total_right(many: world.World) -> None:
    shop = Shop(many)
    ask = window("created", AT - 89 * DAY, AT) | {"page_size": 20}
    clean = await shop.data("trades.sold.get", "4.0.4", ask)
    for fault in ("bad_row", "duplicate_rows", "reordered_rows"):
        shop.faults.turn([fault], times=1)
        answer = await shop.data("trades.sold.get", "4.0.4", ask)
        assert answer["total_results"] == clean["total_results"]
        assert set(tids(answer)) == set(tids(clean))
        assert answer != clean
    shop.faults.turn(["page_drift"], times=1)
    assert tids(await shop.data("trades.sold.get", "4.0.4", ask)) == tids(clean)
    drifted = tids(await shop.data("trades.sold.get", "4.0.4", ask | {"page_no": 2}))
    assert drifted[:-1] == tids(await shop.data("trades.sold.get", "4.0.4", ask | {"page_no": 2}))[1:]
