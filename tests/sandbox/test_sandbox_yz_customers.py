from yz_shop import AT, Shop

from console.sandbox import world
from console.sandbox.clock import DAY

USER = {"account_type": 5, "account_id": "yz1"}


async def test_the_list_shows_every_customer_once_newest_first() -> None:
    made = world.build(3, 20, 200, AT)
    shop, seen, page = Shop(made), [], 1
    while True:
        answer = await shop.data("scrm.customer.list", "1.0.0", {"page_no": page, "page_size": 50})
        if not answer["record_list"]:
            break
        seen += answer["record_list"]
        page += 1
    assert len(seen) == len({row["yz_open_id"] for row in seen}) == answer["total"]
    days = [row["created_at"] for row in seen]
    assert days == sorted(days, reverse=True)
    buyers = {trade.buyer.yz_open_id for trade in made.trades.values()}
    assert buyers <= {row["yz_open_id"] for row in seen}


async def test_list_limits_and_windows_in_seconds() -> None:
    shop = Shop()
    assert await shop.refusal("scrm.customer.list", "1.0.0", {"page_size": 51}) == 141500101
    assert await shop.refusal("scrm.customer.list", "1.0.0", {"page_size": 50, "page_no": 201}) == 142710032
    assert (await shop.data("scrm.customer.list", "1.0.0", {"is_member": 1}))["total"] == 1
    ask = {"created_at_start": (AT - 2 * DAY) // 1000, "created_at_end": AT // 1000}
    assert (await shop.data("scrm.customer.list", "1.0.0", ask))["total"] == 1


async def test_somebody_is_found_by_phone_and_open_id() -> None:
    shop = Shop()
    by_phone = await shop.data("scrm.customer.list.phone", "1.0.0", {"phones": ["13800138000", "13000000000"]})
    assert [row["yz_open_id"] for row in by_phone] == ["yz1"]
    assert by_phone[0]["mobile"].startswith("$")
    assert (await shop.data("scrm.customer.list.yzopenid", "1.0.0", {"yz_open_ids": ["yz2"]}))[0]["show_name"] == "四"
    assert (await shop.data("user.basic.get", "3.0.1", {"mobile": "13900139000"}))["yz_open_id"] == "yz2"
    told = await shop.data("users.info.query", "1.0.1", {"yz_open_id": "yz1", "result_type_list": [0]})
    assert told["user_list"][0]["primitive_info"]["nick_name"] == "三丰"
    answer = await shop.call("user.basic.get", "3.0.1", {"yz_open_id": "nobody"})
    assert answer["gw_err_resp"]["err_code"] == 4009


async def test_a_member_is_made_changed_and_tagged() -> None:
    shop = Shop()
    assert await shop.refusal("scrm.customer.create", "3.0.0", {"mobile": "138"}) == 141500101
    assert await shop.refusal("scrm.customer.create", "3.0.0", {"mobile": "13800138000"}) == 141502109
    ask = {"mobile": "13600136000", "customer_create": {"name": "王五", "gender": 1}}
    made = await shop.data("scrm.customer.create", "3.0.0", ask)
    account = {"account_id": made["yz_open_id"], "account_type": "YzOpenId"}
    change = {"account": account, "customer_update": {"remark": "老客"}}
    assert await shop.data("scrm.customer.update", "3.0.0", change) is True
    tags = account | {"tags": [{"tag_name": "高价值"}, {"tag_name": "直播"}]}
    assert await shop.data("scrm.tag.relation.add", "4.0.0", tags) is True
    assert await shop.data("scrm.tag.relation.delete", "4.0.0", account | {"tags": [{"tag_name": "直播"}]}) is True
    assert [tag["name"] for tag in await shop.data("scrm.tag.relation.get", "4.0.0", account)] == ["高价值"]
    ask = {"yz_open_id": made["yz_open_id"], "fields": "tags,credit"}
    detail = await shop.data("scrm.customer.detail.get", "1.0.1", ask)
    assert (detail["remark"], detail["tags"][0]["name"], detail["credit"]) == ("老客", "高价值", {"points": 0})
    assert (
        await shop.refusal("scrm.tag.relation.get", "4.0.0", {"account_id": "x", "account_type": "Mobile"}) == 142400105
    )


async def test_points_move_once_for_a_key_and_say_so_in_text() -> None:
    shop = Shop()
    params = {"user": USER, "points": 30, "reason": "下单", "biz_value": "b1"}
    assert await shop.data("crm.customer.points.increase", "4.0.0", {"params": params}) == {"is_success": "true"}
    assert await shop.refusal("crm.customer.points.increase", "4.0.0", {"params": params}) == 142100106
    less = params | {"points": 81, "biz_value": "b2"}
    assert await shop.refusal("crm.customer.points.decrease", "4.0.0", {"params": less}) == 142100105
    await shop.data("crm.customer.points.decrease", "4.0.0", {"params": less | {"points": 80}})
    await shop.data("crm.customer.points.sync", "4.0.0", {"params": params | {"points": 7, "biz_value": "b3"}})
    assert await shop.data("crm.customer.points.get", "1.0.0", {"user": USER}) == {"point": 7}
    log = await shop.data("crm.customer.points.changelog.search", "4.0.2", {"user": USER, "page": 1})
    assert [row["amount"] for row in log["items"]] == [7, -80, 30]
    assert log["paginator"]["total_count"] == 3
    assert await shop.refusal("crm.customer.points.increase", "4.0.0", {"params": params | {"reason": ""}}) == 141503112
    nobody = params | {"user": USER | {"account_id": "nobody"}}
    assert await shop.refusal("crm.customer.points.increase", "4.0.0", {"params": nobody}) == 141503101


async def test_stored_value_is_booked_once_for_a_number() -> None:
    shop = Shop()
    top = {"yz_open_id": "yz1", "amount": 1000, "bonus_amount": 100, "recharge_request_no": "r1"}
    first = await shop.data("cardvoucher.valuecard.fund.recharge", "3.0.1", top)
    assert await shop.data("cardvoucher.valuecard.fund.recharge", "3.0.1", top) == first
    pay = {"yz_open_id": "yz1", "amount": 1050, "pay_request_no": "p1"}
    paid = await shop.data("cardvoucher.valuecard.fund.pay", "3.0.1", pay)
    assert await shop.data("cardvoucher.valuecard.fund.pay", "3.0.1", pay) == paid
    assert await shop.refusal("cardvoucher.valuecard.fund.pay", "3.0.1", pay | {"amount": 1}) == 118703063
    more = await shop.data("cardvoucher.valuecard.fund.pay", "3.0.1", pay | {"pay_request_no": "p2"})
    assert more["status"] == "FAIL"
    ask = {"request_no": "a1", "card_no": "yz1", "adjust_type": 1, "adjust_principal": 5, "adjust_bonus": 0}
    assert (await shop.data("cardvoucher.valuecard.fund.adjust", "3.0.0", ask))["status"] == "SUCCESS"
    detail = await shop.data("scrm.customer.detail.get", "1.0.1", {"yz_open_id": "yz1", "fields": "prepaid"})
    assert detail["prepaid"] == {"balance": 5, "bonus": 50}


async def test_coupons_are_given_until_none_is_left() -> None:
    shop = Shop()
    groups = await shop.data("ump.coupon.search", "3.0.0", {"page_no": 1, "page_size": 10, "status": "ON"})
    assert (groups["total"], groups["groups"][0]["denominations"]) == (1, "1000")
    taken = await shop.data("ump.coupon.take", "3.0.0", {"coupon_group_id": 88001, "mobile": 13800138000})
    assert (taken["coupon_type"], taken["promocard"]["value"]) == ("PROMOCARD", "10.00")
    sent = await shop.data("ump.voucheractivity.send", "3.0.1", {"activity_id": "88001", "yz_open_id": "yz1"})
    assert await shop.refusal("ump.coupon.take", "3.0.0", {"coupon_group_id": 88001, "yz_open_id": "yz2"}) == 50000
    answer = await shop.call("ump.voucher.query", "3.0.0", {"yz_open_id": "yz1", "page_num": 1, "page_size": 20})
    assert answer["total"] == 2
    assert answer["data"][1]["coupon_id"] == sent["voucher_identity"]["coupon_id"]
    assert answer["data"][0]["valid_end_time"] == AT + DAY
    shop.clock.advance(86_400)
    query = {"yz_open_id": "yz1", "status": 3}
    assert (await shop.call("ump.voucher.query", "3.0.0", query))["total"] == 2
    body = {
        "title": "满50减5",
        "value": "5.00",
        "total": 9,
        "is_at_least": 1,
        "at_least": "50.00",
        "start_at": "2026-01-20 00:00:00",
        "end_at": "2026-02-20 00:00:00",
        "range_type": "ALL",
    }
    made = await shop.data("ump.promocard.add", "3.0.0", body)
    coupon = shop.world.coupons[-1]
    assert (coupon.coupon_id, coupon.reduce, coupon.threshold) == (made["promocard"]["group_id"], 500, 5000)


async def test_the_rest_answers_in_its_shape() -> None:
    shop = Shop()
    assert (await shop.data("shop.basic.get", "3.0.0"))["sid"] == "160"
    assert await shop.data("item.evaluation.query", "1.0.0", {"item_id": 1001}) == {"total": 0, "items": []}
    assert await shop.data("itemcategories.tags.get", "3.0.0") == {"tags": []}
    assert await shop.data("bigdata.data.get", "1.0.0", {"date": "2026-01-22"}) == {"total": 0, "items": []}
    made = await shop.data("logistics.waybill.apply", "1.0.0", {"tid": "E20260121103000000000001", "express_id": 3})
    assert await shop.data("logistics.waybill.delete", "1.0.0", {"express_no": made["express_no"]})
    assert await shop.refusal("logistics.waybill.delete", "1.0.0", {"express_no": made["express_no"]}) == 120009001
