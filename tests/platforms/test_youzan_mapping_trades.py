"""Youzan's trades → orders, from hand-made samples; rows that do not fit stand aside."""

import copy
from typing import Any

import msgspec
import pytest
from youzan_samples import CIPHER, NOW, TRADE, trade

from console.core.clock import parse_shop_time
from console.core.model import (
    Order,
    OrderLine,
    OrderStatus,
    Parcel,
    Receiver,
)
from console.platforms.youzan import mapping, wire
from console.platforms.youzan.rows import RowKind

TRADES = RowKind(wire.decoder(wire.TradeRow), mapping.order, "tid")


def _order(row: dict[str, Any]) -> Order:
    return mapping.order(msgspec.json.decode(msgspec.json.encode(row), type=wire.TradeRow))


def test_a_trade() -> None:
    at = parse_shop_time("2026-01-15 10:30:00")
    assert _order(TRADE) == Order(
        order_no="E20260115103000000000001",
        status=OrderStatus.TO_SHIP,
        status_code="WAIT_SELLER_SEND_GOODS",
        created_at=at,
        paid_at=at + 42_000,
        updated_at=at + 43_000,
        amount_fen=10018,
        goods_fen=9900,
        discount_fen=482,
        postage_fen=600,
        refunded_fen=0,
        buyer_id="openId0001",
        buyer_note="请轻放",
        flag="star3",
        source="wx",
        receiver=Receiver(
            province="浙江省",
            city="杭州市",
            district="西湖区",
            name_cipher=CIPHER,
            phone_cipher=CIPHER,
            address_cipher=CIPHER,
        ),
        lines=(
            OrderLine(
                line_no="3012345678901234567",
                title="样品",
                item_id="1001",
                sku_id="2001",
                code="SKU-RED",
                spec="红 · M",
                quantity=2,
                price_fen=4950,
                amount_fen=10018,
            ),
        ),
        whole=False,
    )


def test_every_documented_variant_of_a_value_means_the_same() -> None:
    row = trade(
        order_info={"pay_type": "1", "refund_state": "0", "created": NOW // 1000, "pay_time": str(NOW)},
        pay_info={"total_fee": 99, "post_fee": 6.0, "payment": 100.18},
    )
    row["full_order_info"]["orders"][0] |= {"oid": 3012345678901234567, "item_id": "1001", "num": "2", "price": 49.5}
    varied, plain = _order(row), _order(TRADE)
    assert (varied.created_at, varied.paid_at) == (NOW // 1000 * 1000, NOW)
    moments = {"created_at": plain.created_at, "paid_at": plain.paid_at}
    assert msgspec.structs.replace(varied, **moments) == plain


def test_null_sections_leave_things_unsaid() -> None:
    row = trade()
    info = row["full_order_info"]
    for section in ("source_info", "buyer_info", "pay_info", "address_info", "remark_info", "orders"):
        info[section] = None
    order = _order(row)
    assert (order.amount_fen, order.discount_fen, order.postage_fen) == (None, None, None)
    assert order.lines == ()
    assert order.receiver == Receiver()


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("WAIT_BUYER_PAY", OrderStatus.UNPAID),
        ("TRADE_PAID", OrderStatus.PENDING),
        ("WAIT_CONFIRM", OrderStatus.PENDING),
        ("WAIT_BUYER_CONFIRM_GOODS", OrderStatus.SHIPPED),
        ("TRADE_SUCCESS", OrderStatus.SUCCESS),
        ("TRADE_CLOSED", OrderStatus.CLOSED),
        ("TRADE_CLOSE", OrderStatus.CLOSED),
        ("SOMETHING_NEW", OrderStatus.UNKNOWN),
    ],
)
def test_status(word: str, status: OrderStatus) -> None:
    order = _order(trade(order_info={"status": word}))
    assert (order.status, order.status_code) == (status, word)


def test_plain_text_is_masked_and_never_kept() -> None:
    address = {"receiver_name": "张三丰", "receiver_tel": "13800138000", "delivery_address": "学院路77号5号楼"}
    order = _order(trade(address_info=address, buyer_info={"buyer_phone": "13900139000"}))
    receiver = order.receiver
    assert (receiver.name_masked, receiver.phone_masked) == ("张**", "138****8000")
    assert receiver.address_masked == "学院路**号*号楼"
    assert (receiver.name_cipher, receiver.phone_cipher, receiver.address_cipher) == ("", "", "")
    assert order.buyer_masked == "139****9000"


@pytest.mark.parametrize(
    ("sections", "number"),
    [
        ({}, ""),
        ({"out_order_info": {"out_order_no": "2531200012345678"}}, "2531200012345678"),
        ({"out_order_info": {"out_order_no": 2531200012345678}}, "2531200012345678"),
        ({"remark_info": {"trade_memo": "快手订单号：2531200012345678，加急"}}, "2531200012345678"),
        ({"remark_info": {"trade_memo": "KS 2531200012345678"}}, "2531200012345678"),
        ({"remark_info": {"trade_memo": "2531200012345678"}}, ""),
        ({"remark_info": {"trade_memo": "快手 25312000123456789"}}, ""),
        ({"remark_info": {"trade_memo": "快手 13800138000"}}, ""),
        ({"remark_info": {"trade_memo": "books 2531200012345678"}}, ""),
        ({"remark_info": {"trade_memo": "快手2531200012345678 快手2531200012345679"}}, ""),
        (
            {"out_order_info": {"out_order_no": ""}, "remark_info": {"trade_memo": "快手2531200012345678"}},
            "2531200012345678",
        ),
    ],
)
def test_the_outer_number(sections: dict[str, Any], number: str) -> None:
    assert _order(trade(**sections)).outer_no == number


def test_the_outer_number_of_the_lines_counts_where_they_agree() -> None:
    row = trade()
    line = row["full_order_info"]["orders"][0]
    line["outer_oid"] = "2531200012345678"
    assert _order(row).outer_no == "2531200012345678"
    assert _order(row).lines[0].outer_line_no == "2531200012345678"
    row["full_order_info"]["orders"].append(copy.deepcopy(line) | {"oid": "2", "outer_oid": "2531200012345679"})
    assert _order(row).outer_no == ""


@pytest.mark.parametrize(
    ("head", "word"),
    [
        ({"pay_type": 203}, "external"),
        ({"pay_type": "203"}, "external"),
        ({"channel_type": 110}, "external"),
        ({"channel_type": "KUAISHOU"}, "external"),
        ({"channel_type": "YOUZAN"}, "wx"),
        ({"channel_type": 0}, "wx"),
        ({"channel_type": "MEITUAN_FOOD", "pay_type": 203}, "meituan_food"),
    ],
)
def test_the_source(head: dict[str, object], word: str) -> None:
    assert _order(trade(order_info=head)).source == word


@pytest.mark.parametrize(
    ("codes", "code"),
    [
        ({"outer_sku_id": "", "sku_no": "NEW-SKU"}, "NEW-SKU"),
        ({"outer_sku_id": None, "sku_no": None}, "SPU-1"),
        ({"outer_sku_id": "", "outer_item_id": "", "item_no": "NEW-SPU"}, "NEW-SPU"),
        ({"outer_sku_id": "", "outer_item_id": ""}, ""),
    ],
)
def test_the_code_of_a_line(codes: dict[str, object], code: str) -> None:
    row = trade()
    row["full_order_info"]["orders"][0] |= codes
    assert _order(row).lines[0].code == code


@pytest.mark.parametrize(("printed", "spec"), [("", ""), (None, ""), ("红;M", "红;M"), ("[torn", "[torn")])
def test_a_specification_in_another_form(printed: str | None, spec: str) -> None:
    row = trade()
    row["full_order_info"]["orders"][0]["sku_properties_name"] = printed
    assert _order(row).lines[0].spec == spec


@pytest.mark.parametrize(
    ("state", "refunds", "refunded", "refunding"),
    [
        (0, None, 0, False),
        (1, None, None, True),
        (11, None, None, True),
        (12, None, 10018, False),
        (2, None, None, False),
        (2, [{"refund_state": 60, "refund_fee": "9.00"}, {"refund_state": 50, "refund_fee": "1.00"}], 900, False),
        (0, [{"refund_state": 1, "refund_fee": "9.00"}], 0, True),
        (None, None, None, False),
    ],
)
def test_refunds_of_a_trade(state: int | None, refunds: object, refunded: int | None, refunding: bool) -> None:
    order = _order(trade(order_info={"refund_state": state}) | {"refund_order": refunds})
    assert (order.refunded_fen, order.refunding) == (refunded, refunding)


@pytest.mark.parametrize(
    ("printed", "listed", "alone"),
    [
        ({}, (False, ()), True),
        ({"refund_order": None, "delivery_order": None}, (False, ()), True),
        ({"refund_order": [], "delivery_order": []}, (True, ()), True),
        ({"delivery_order": []}, (False, ("parcels",)), True),
        ({"refund_order": []}, (False, ("refunds",)), True),
    ],
)
def test_who_was_asked_says_what_is_told(
    printed: dict[str, object], listed: tuple[bool, tuple[str, ...]], alone: bool
) -> None:
    row = msgspec.json.decode(msgspec.json.encode(trade() | printed), type=wire.TradeRow)
    order = mapping.order(row)
    assert (order.whole, order.told) == listed
    assert mapping.order(row, alone=True).whole is alone


def test_a_trade_alone_that_says_nothing_of_refunds_tells_its_parcels() -> None:
    row = msgspec.json.encode(trade(order_info={"refund_state": None}))
    order = mapping.order(msgspec.json.decode(row, type=wire.TradeRow), alone=True)
    assert (order.whole, order.told) == (False, ("parcels",))


@pytest.mark.parametrize(
    ("tags", "told"),
    [
        ({"is_deliver_goods": True}, ("left",)),
        ({"is_deliver_goods": "false"}, ()),
        ({}, ()),
        ([], ()),
        (None, ()),
    ],
)
def test_a_line_that_has_left_is_told_by_lists_too(tags: object, told: tuple[str, ...]) -> None:
    row = trade()
    row["full_order_info"]["orders"][0]["item_tags"] = tags
    assert _order(row).told == told


@pytest.mark.parametrize(
    ("told", "way"),
    [
        ({}, "carrier"),
        ({"express_type": 0}, "carrier"),
        ({"express_type": 1}, "pickup"),
        ({"express_type": "2"}, "local"),
        ({"express_type": 9}, "nothing"),
        ({"express_type": 9, "pay_type": 203}, "carrier"),  # brought in: it goes as its order does
        ({"express_type": 7}, "carrier"),
    ],
)
def test_how_a_trade_gets_to_its_buyer(told: dict[str, Any], way: str) -> None:
    row = trade()
    row["full_order_info"]["order_info"] |= told
    assert _order(row).terms.way == way


def test_parcels_of_a_detail() -> None:
    dists = [{"dist_id": "d1", "express_info": {"express_id": 7, "express_no": "SF001"}}, {"dist_id": "d2"}]
    order = _order(trade() | {"delivery_order": [{"express_state": 1, "dists": dists}, {"dists": None}]})
    assert order.parcels == (Parcel(waybill_no="SF001", carrier_code="7", parcel_id="d1"),)


def test_a_row_that_does_not_fit_stands_aside_with_its_key() -> None:
    rows = [
        trade("E1"),
        trade("E2", pay_info={"payment": "9.999"}),
        trade("E3", pay_info={"payment": {"broken": None}}),
        trade("E4", order_info={"created": "昨天"}),
        trade("E5", orders=[{"title": "没有行号"}]),
        {"full_order_info": {"order_info": {"tid": "E6"}, "orders": 5}},
        trade("E8", order_info={"created": "0001-01-01T00:00:00+14:00"}),
        trade("E9", pay_info={"payment": "1" + "0" * 20}),
        trade("E10", orders=[{"oid": "1", "title": "多", "num": 10**20}]),
        trade("E11", orders=[{"oid": "1", "title": "多", "num": "1" * 20}]),
        trade("E12", order_info={"update_time": 2**53}),
        trade("E7"),
    ]
    good, bad = TRADES.read(msgspec.Raw(msgspec.json.encode(row)) for row in rows)
    assert [order.order_no for order in good] == ["E1", "E7"]
    assert [row.key for row in bad] == ["E2", "E3", "E4", "E5", "E6", "E8", "E9", "E10", "E11", "E12"]
    assert all(row.reason and row.key in row.raw for row in bad)


def test_a_bad_row_without_a_key_gets_one_of_its_own() -> None:
    raws = [msgspec.Raw(text) for text in (b"null", b"[]", b'{"full_order_info":{"order_info":{"tid":""}}}')]
    good, bad = TRADES.read(raws)
    assert good == []
    keys = [row.key for row in bad]
    assert len(set(keys)) == 3
    assert all(key.startswith("?") for key in keys)
    assert keys == [row.key for row in TRADES.read(raws)[1]]
