"""After-sales on the wire: both answers as calls, the one table of states, history and reasons as they come."""

from typing import Any

import msgspec
import pytest

from console.core.after_sale_states import STATES, state_of
from console.core.commands_after_sales import AgreeAfterSale, RefuseAfterSale, ReturnAddress
from console.core.errors import Refused
from console.core.model import AfterSaleKind, AfterSaleStatus, Platform
from console.platforms.kuaishou import after_sales as kuaishou
from console.platforms.youzan import after_sales as youzan
from console.platforms.youzan import wire

KS: dict[str, Any] = {"shop_id": "kuaishou:1", "after_sale_no": "77", "version": "1700000000001", "seen": "10"}
YZ: dict[str, Any] = {"shop_id": "youzan:2", "after_sale_no": "88", "version": "9", "seen": "WAIT_SELLER_AGREE"}
ONLY, BACK, SWAP = AfterSaleKind.REFUND_ONLY, AfterSaleKind.RETURN_REFUND, AfterSaleKind.EXCHANGE
REFUND = "open.seller.order.refund"


@pytest.mark.parametrize(
    ("command", "method", "param"),
    [
        (
            AgreeAfterSale(**KS, grant="refund", asked=ONLY, amount_fen=990),
            f"{REFUND}.approve",
            {"refundId": 77, "refundAmount": 990, "status": 10, "refundHandingWay": 10},
        ),
        (
            AgreeAfterSale(**KS, grant="return", asked=BACK, amount_fen=990),
            f"{REFUND}.returngoods.approve",
            {"refundId": 77, "refundAmount": 990},
        ),
        (
            AgreeAfterSale(**KS, grant="return", asked=SWAP, amount_fen=0),
            f"{REFUND}.returngoods.approve",
            {"refundId": 77, "refundAmount": 0},
        ),
        (
            AgreeAfterSale(**KS | {"seen": "40"}, grant="receipt", asked=BACK, amount_fen=990),
            f"{REFUND}.confirm.receipt",
            {"refundId": 77, "status": 40},
        ),
        (
            AgreeAfterSale(**KS | {"seen": "40"}, grant="receipt", asked=BACK, freight_fen=800),
            f"{REFUND}.confirm.receipt",
            {"refundId": 77, "status": 40, "returnFreightHandlingAdvice": 1, "returnFreightAmount": 800},
        ),
        (
            RefuseAfterSale(**KS, reason_code="3", words="碎了", pictures=("https://a/1.jpg",)),
            "open.refund.reject",
            {
                "refundId": 77,
                "reasonCode": 3,
                "refundVersion": 1700000000001,
                "rejectDesc": "碎了",
                "rejectImages": ["https://a/1.jpg"],
            },
        ),
    ],
)
def test_kuaishou(command: AgreeAfterSale | RefuseAfterSale, method: str, param: dict[str, Any]) -> None:
    assert kuaishou.call_of(command) == (method, param)


HOME = ReturnAddress(name="仓库", mobile="13800000000", address="杭州")


@pytest.mark.parametrize(
    ("command", "api", "body"),
    [
        (AgreeAfterSale(**YZ, grant="refund", asked=ONLY), "trade.refund.agree", {}),
        (AgreeAfterSale(**YZ, grant="receipt", asked=BACK), "trade.refund.agree", {}),
        (
            AgreeAfterSale(**YZ, grant="return", asked=BACK, return_to=HOME),
            "trade.returngoods.agree",
            {"name": "仓库", "mobile": "13800000000", "address": "杭州"},
        ),
        (RefuseAfterSale(**YZ, words="已发货"), "trade.refund.refuse", {"remark": "已发货"}),
        (RefuseAfterSale(**YZ, words="空包", received=True), "trade.returngoods.refuse", {"remark": "空包"}),
    ],
)
def test_youzan_names_the_version_that_was_seen(
    command: AgreeAfterSale | RefuseAfterSale, api: str, body: dict[str, Any]
) -> None:
    called, _, sent = youzan.call_of(command)
    assert called == f"youzan.{api}"
    assert sent == {"refund_id": "88", "version": 9} | body


def test_what_a_platform_cannot_do_is_said_before_anything_is_sent() -> None:
    swap = AgreeAfterSale(**KS | {"seen": "40"}, grant="receipt", asked=SWAP)
    assert not kuaishou.offers(swap)
    assert not youzan.offers(AgreeAfterSale(**YZ, grant="return", asked=SWAP))
    with pytest.raises(Refused, match="no_address"):
        youzan.call_of(AgreeAfterSale(**YZ, grant="return", asked=BACK))
    with pytest.raises(Refused, match="moved"):
        youzan.call_of(RefuseAfterSale(**YZ | {"version": ""}, words="不"))


def test_one_table_of_states_each_word_once_and_with_its_source() -> None:
    words = [(state.platform, state.code) for state in STATES]
    assert len(set(words)) == len(words)
    assert all(state.source and state.says for state in STATES)
    known = {state.status for state in STATES}
    assert known == set(AfterSaleStatus) - {AfterSaleStatus.UNKNOWN}
    assert state_of(Platform.KUAISHOU, "99") is AfterSaleStatus.UNKNOWN
    assert state_of(Platform.YOUZAN, "10") is AfterSaleStatus.UNKNOWN  # Kuaishou's word


def test_a_kuaishou_detail_tells_what_the_list_does_not() -> None:
    row = msgspec.json.encode(
        {
            "refundId": 77,
            "oid": 5,
            "status": 40,
            "handlingWay": 1,
            "updateTime": 1700000000001,
            "refundDesc": "裂了",
            "receiptStatus": 2,
            "pictures": '["https://a/1.jpg", "no address"]',
            "logisticsInfo": {"expressNo": "77001", "expressCode": 3},
            "returnFreightInfo": {"returnFreightAmount": 800},
        }
    )
    facts = kuaishou.to_detail(msgspec.json.decode(row, type=kuaishou.RefundDetail)).facts
    assert facts is not None
    assert (facts.version, facts.words, facts.pictures) == ("1700000000001", "裂了", ("https://a/1.jpg",))
    assert facts.parcel is not None
    assert (facts.parcel.waybill_no, facts.parcel.carrier_name) == ("77001", "申通快递")
    assert (facts.freight_fen, facts.has_goods) == (800, True)


def test_histories_come_oldest_first_with_who_did_it() -> None:
    said = [
        kuaishou.Said(title="商家同意", role=2, create_time=20),
        kuaishou.Said(title="买家发起", role=1, create_time=10),
        kuaishou.Said(title="没有时间", role=1),
    ]
    assert [(deed.at, deed.by) for deed in kuaishou.to_history(said)] == [(10, "buyer"), (20, "seller")]
    told = youzan.Messages(
        refund_messages=[
            youzan.Message(owner_role=3, created="2026-01-15 10:30:00", content="同意"),
            youzan.Message(owner_role="2", created="2026-01-15 10:00:00", content="退款"),
        ]
    )
    assert [(deed.by, deed.words) for deed in youzan.history(told)] == [("buyer", "退款"), ("seller", "同意")]


def test_a_youzan_detail_carries_its_version() -> None:
    row = {"refund_id": "88", "tid": "E1", "status": "SUCCESS", "version": 123, "consult_message": [{"attachment": []}]}
    found = youzan.detail(msgspec.convert(row, type=youzan.RefundDetail))
    assert found.facts is not None
    assert found.facts.version == "123"
    listed = youzan.after_sale(msgspec.convert(row, type=wire.RefundRow))
    assert listed.facts is None
