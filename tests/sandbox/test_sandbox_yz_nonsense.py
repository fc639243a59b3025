"""Whatever is sent, the answer is one of the documented envelopes."""

import json
from random import Random

import pytest
from yz_shop import Shop

from console.sandbox.youzan import APIS

WORDS = """
tid oid oids items item_id sku_id quantity price stock_num_str skus media title content display item_ids type
page_no page_size page_num page start_created end_created update_time_start create_time_start order_by q status
refund_id version remark refund_fee biz_value user points reason params request account account_info account_type
account_id customer_create customer_update mobile yz_open_id yz_open_ids phones tags tag_ids fields out_stype
out_sid trade_express_modify express_id express_no source sources star flag memo price_change post_fee amount
coupon_group_id activity_id value total start_at end_at at_least is_at_least sorts search_after item_range_query
item_codes item_no name address date recharge_request_no pay_request_no request_no card_no begin_time end_time
channel kdt_id goods_id demand cs_status is_member created_at_start close_reason_id
"""
NAMES = WORDS.split()
GARBAGE: list[object] = [
    None,
    "",
    "x",
    "1001",
    "E20260121103000000000001",
    "202601211100000000000001",
    "2026-01-21 00:00:00",
    "{",
    "[1]",
    "$YWJj$1$",
    "１２",
    0,
    -1,
    10**30,
    1.5,
    True,
    {},
    {"a": {}},
    [],
    [None],
    [[1]],
    [{"sku_id": 2001, "price": -1, "oid": {}}],
    {"user": {"account_type": 5, "account_id": "yz1"}},
]
BASE: dict[str, object] = {
    "tid": "E20260121103000000000001",
    "item_id": 1001,
    "sku_id": 2001,
    "quantity": 1,
    "price": 100,
    "stock_num_str": "5",
    "yz_open_id": "yz1",
    "user": {"account_type": 5, "account_id": "yz1"},
    "account": {"account_type": "YzOpenId", "account_id": "yz1"},
    "account_type": "YzOpenId",
    "account_id": "yz1",
    "points": 1,
    "reason": "r",
    "refund_id": "202601211100000000000001",
    "remark": "r",
    "biz_value": "b",
    "out_stype": "3",
    "out_sid": "Z1",
    "item_ids": [1001],
    "title": "t",
    "source": "s",
    "sources": ["s"],
    "type": "NAME",
    "coupon_group_id": 88001,
    "activity_id": "88001",
    "recharge_request_no": "1",
    "pay_request_no": "1",
    "request_no": "1",
    "amount": 1,
    "card_no": "yz1",
    "express_id": 3,
    "express_no": "Z1",
    "tags": [{"tag_name": "t"}],
    "star": 1,
    "item_no": "SKU-RED",
}
ROUNDS = 60


@pytest.mark.parametrize("name", APIS)
async def test_nonsense_is_answered_in_an_envelope(name: str) -> None:
    """Calls that are right but for one or two parameters."""
    shop, api, random = Shop(), APIS[name], Random(name)
    way = "auth_exempt/" if api.token_free else ""
    path = f"/api/{way}youzan.{name}/{api.versions[-1]}?access_token={shop.token}"
    for _ in range(ROUNDS):
        body = BASE | {key: random.choice(GARBAGE) for key in random.sample(NAMES, random.randint(1, 3))}
        sent = {api.wrapper: body} if api.wrapper else body
        answer = await shop.http.post(path, content=json.dumps(sent), headers={"content-type": "application/json"})
        assert answer.status_code == 200
        told = answer.json()
        assert {"gw_err_resp", "response", "error_response"} & told.keys() or {"code", "success"} <= told.keys()
