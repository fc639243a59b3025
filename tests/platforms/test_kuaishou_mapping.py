"""From the platform's rows to the nouns of the trade."""

import json
from typing import Any

import msgspec
import pytest
from kuaishou_samples import ITEM, NOW, ORDER, REFUND, changed

from console.core.live import SoldIn
from console.core.model import AfterSaleKind, AfterSaleStatus, AuditState, OrderStatus, Platform
from console.platforms.kuaishou import wire
from console.platforms.kuaishou.after_sales import to_after_sale
from console.platforms.kuaishou.mapping import to_listing, to_order, to_shop

DETAIL_LACKS = ("kwaiItemId", "skuList", "createTime", "shelfStatus", "price")


def order(**places: Any) -> Any:
    return to_order(wire.decode(json.dumps(changed(ORDER, **places)).encode(), wire.OrderRow))


def item(**places: Any) -> Any:
    return to_listing(wire.decode(json.dumps(changed(ITEM, **places)).encode(), wire.ItemRow))


def after_sale(**places: Any) -> Any:
    return to_after_sale(wire.decode(json.dumps(changed(REFUND, **places)).encode(), wire.RefundRow))


def test_an_order() -> None:
    row = order()
    assert (row.order_no, row.status, row.status_code) == ("2607602240240301", OrderStatus.TO_SHIP, "30")
    assert (row.goods_fen, row.discount_fen, row.postage_fen, row.amount_fen) == (12_900, 1_000, 600, 12_500)
    assert (row.created_at, row.paid_at, row.updated_at) == (NOW - 7_200_000, NOW - 7_100_000, NOW - 7_000_000)
    assert (row.shipped_at, row.finished_at) == (None, None), "0 is the platform's not yet"
    assert row.ship_by_at == NOW + 100_000_000
    assert (row.buyer_id, row.buyer_masked, row.buyer_note) == ("f1b6aaaa", "爱**王", "请发顺丰")
    assert (row.seller_note, row.flag) == ("先不要发", "red"), "of the newest note"
    assert (row.risk, row.refunding, row.source) == (False, False, "distribution")
    assert (row.receiver.name_masked, row.receiver.name_cipher, row.receiver.city) == ("王*", "C1", "广州市")
    (line,) = row.lines
    assert (line.line_no, line.item_id, line.sku_id) == ("2607602240240301", "20000000000001", "100000000000001")
    assert (line.code, line.spec, line.quantity, line.price_fen, line.amount_fen) == (
        "BZ-500-W",
        "米白;500ml",
        2,
        6_450,
        11_900,
    )
    assert row.parcels == ()


@pytest.mark.parametrize(
    ("kind", "place", "told"),
    [
        (2, 11_223_344, SoldIn(kind=2, place_id="11223344")),
        ("2", "11223344", SoldIn(kind=2, place_id="11223344")),
        (311, 0, SoldIn(kind=311)),
        (311, None, SoldIn(kind=311)),
        (2, {"id": 5}, SoldIn(kind=2)),
        (None, 5, None),
        (0, 5, None),
        ("live", 5, None),
        ([2], 5, None),
        (True, 5, None),
        (2.5, 5, None),
        (10**30, 5, None),
    ],
)
def test_where_an_order_was_made_is_said_or_unknown_and_never_costs_the_order(
    kind: Any, place: Any, told: SoldIn | None
) -> None:
    row = json.loads(json.dumps(ORDER))
    assert to_order(wire.decode(json.dumps(row).encode(), wire.OrderRow)).sold_in is None  # lists do not say it
    row["orderBaseInfo"] |= {"carrierType": kind, "carrierId": place}
    assert to_order(wire.decode(json.dumps(row).encode(), wire.OrderRow)).sold_in == told


@pytest.mark.parametrize(
    ("code", "status"),
    [
        (10, OrderStatus.UNPAID),
        (30, OrderStatus.TO_SHIP),
        (40, OrderStatus.SHIPPED),
        (50, OrderStatus.RECEIVED),
        (70, OrderStatus.SUCCESS),
        (80, OrderStatus.CLOSED),
        (0, OrderStatus.UNKNOWN),
        (99, OrderStatus.UNKNOWN),
    ],
)
def test_order_statuses(code: int, status: OrderStatus) -> None:
    assert order(orderBaseInfo__status=code).status is status


@pytest.mark.parametrize(
    ("places", "status", "risk"),
    [
        ({"orderBaseInfo__riskCode": 10001}, OrderStatus.TO_SHIP, True),
        ({"orderBaseInfo__disableDeliveryReasonCode": [2]}, OrderStatus.TO_SHIP, True),
        ({"orderBaseInfo__disableDeliveryReasonCode": [1]}, OrderStatus.PENDING, True),
        ({"orderBaseInfo__disableDeliveryReasonCode": None}, OrderStatus.TO_SHIP, False),
    ],
)
def test_what_must_not_be_shipped(places: dict[str, Any], status: OrderStatus, risk: bool) -> None:
    row = order(**places)
    assert (row.status, row.risk) == (status, risk)


@pytest.mark.parametrize(
    ("status", "open_"), [(10, True), (12, True), (22, True), (50, True), (60, False), (70, False)]
)
def test_an_open_after_sale_shows_at_the_order(status: int, open_: bool) -> None:
    assert order(orderRefundList=[{"refundId": 1, "refundStatus": status}]).refunding is open_


def test_no_parcels_are_told_by_an_empty_array_and_nothing_of_them_by_null() -> None:
    assert order(orderLogisticsInfo=None).told == ()
    empty = order(orderLogisticsInfo=[])
    assert (empty.parcels, empty.told) == ((), ("parcels",))


def test_parcels_and_gifts() -> None:
    gift = {
        "subOrderBaseInfo": {"oid": 2607602240240399},
        "subOrderItemInfo": {"itemTitle": "杯刷", "skuNick": "SZ-1", "num": 1, "price": 0},
        "subOrderType": 2,
    }
    row = order(
        orderLogisticsInfo=[
            {"expressNo": "SF123", "expressCode": 4, "logisticsId": 9},
            {"expressNo": "", "expressCode": 0},
            {"expressNo": 75312345, "expressCode": "12"},
        ],
        subOrderInfo=[gift],
    )
    first, second = row.parcels
    assert (first.waybill_no, first.carrier_code, first.carrier_name, first.parcel_id) == (
        "SF123",
        "4",
        "顺丰速运",
        "9",
    )
    assert (second.waybill_no, second.carrier_code, second.carrier_name) == ("75312345", "12", "")
    assert [(line.line_no, line.title, line.amount_fen) for line in row.lines][1:] == [("2607602240240399", "杯刷", 0)]


@pytest.mark.parametrize("nothing", [None, 0])
def test_nulls_and_zeros_are_not_times(nothing: int | None) -> None:
    row = order(orderBaseInfo__payTime=nothing, orderBaseInfo__validPromiseShipmentTimeStamp=nothing)
    assert (row.paid_at, row.ship_by_at) == (None, None)


def test_numbers_as_text_and_missing_groups_are_read() -> None:
    bare = {"orderBaseInfo": {"oid": "2607602240240301", "status": "40", "totalFee": "100", "expressFee": None}}
    row = to_order(wire.decode(json.dumps(bare).encode(), wire.OrderRow))
    assert (row.status, row.amount_fen, row.lines, row.discount_fen) == (OrderStatus.SHIPPED, 100, (), None)
    assert order(orderBaseInfo__totalFee=None).amount_fen is None, "what the platform did not say is not 0"


@pytest.mark.parametrize(
    "places",
    [
        {"orderBaseInfo__totalFee": "many"},
        {"orderBaseInfo__oid": None},
        {"orderBaseInfo": None},
        {"orderItemInfo": "none"},
        {"orderBaseInfo__createTime": {"ms": 1}},
        {"orderBaseInfo__totalFee": 2**53 + 1},
        {"orderBaseInfo__updateTime": 2**53},
        {"orderItemInfo__num": str(10**20)},
    ],
)
def test_a_row_of_another_kind_is_not_read(places: dict[str, Any]) -> None:
    with pytest.raises(msgspec.ValidationError):
        order(**places)


def test_an_item_with_its_valid_skus() -> None:
    listing = item()
    row = listing.item
    assert (row.item_id, row.code, row.title) == ("20000000000001", "77", "保温杯")
    assert (row.price_fen, row.stock, row.sold, row.on_shelf) == (6_450, 42, 321, True)
    assert (row.audit, row.image_url) == (AuditState.PASSED, "http://127.0.0.1/main.png")
    first, second = listing.skus
    assert (first.sku_id, first.code, first.spec) == ("100000000000001", "BZ-500-W", "米白 · 500ml")
    assert (first.price_fen, first.stock, first.reserved) == (6_450, 30, 5)
    assert (second.sku_id, second.spec, second.reserved) == ("100000000000003", "黑", None)


def test_the_detail_spells_some_fields_differently() -> None:
    detail = {key: value for key, value in ITEM.items() if key not in DETAIL_LACKS}
    detail |= {
        "itemId": ITEM["kwaiItemId"],
        "skuInfos": ITEM["skuList"],
        "createdTime": ITEM["createTime"],
        "onOfflineStatus": 0,
    }
    listing = to_listing(wire.decode(json.dumps(detail).encode(), wire.ItemRow))
    assert listing.skus == item().skus
    assert (listing.item.on_shelf, listing.item.price_fen) == (False, 6_450)
    assert listing.item.created_at == item().item.created_at


def test_an_item_without_any_id_is_not_read() -> None:
    with pytest.raises(msgspec.ValidationError, match="kwaiItemId"):
        item(kwaiItemId=None)


@pytest.mark.parametrize(
    ("code", "audit"),
    [
        (0, AuditState.WAITING),
        (1, AuditState.NEEDS_CHANGES),
        (3, AuditState.REFUSED),
        (8, AuditState.UNKNOWN),
        (None, AuditState.UNKNOWN),
    ],
)
def test_audits(code: int | None, audit: AuditState) -> None:
    assert item(auditStatus=code).item.audit is audit


def test_without_a_sku_list_the_detail_must_be_asked() -> None:
    listing = item(skuList=None)
    assert (listing.skus, listing.item.stock) == (None, None)


def test_an_after_sale() -> None:
    row = after_sale()
    assert (row.after_sale_no, row.order_no, row.line_no) == (
        "2607700000000001",
        "2607602240240301",
        "2607602240240301",
    )
    assert (row.kind, row.status, row.status_code) == (AfterSaleKind.RETURN_REFUND, AfterSaleStatus.WAIT_SELLER, "11")
    assert (row.amount_fen, row.reason, row.deadline_at, row.finished_at) == (6_450, "不想要了", NOW + 100_000, None)


@pytest.mark.parametrize(
    ("status", "negotiate", "expected"),
    [
        (10, 1, AfterSaleStatus.WAIT_SELLER),
        (10, 3, AfterSaleStatus.REFUSED),
        (12, 3, AfterSaleStatus.REFUSED),
        (20, 3, AfterSaleStatus.PLATFORM),
        (30, 2, AfterSaleStatus.WAIT_BUYER_RETURN),
        (40, 2, AfterSaleStatus.WAIT_SELLER_RECEIPT),
        (45, 2, AfterSaleStatus.WAIT_BUYER_RECEIPT),
        (50, 2, AfterSaleStatus.REFUNDING),
        (60, 2, AfterSaleStatus.SUCCESS),
        (70, 0, AfterSaleStatus.CLOSED),
        (33, 0, AfterSaleStatus.UNKNOWN),
    ],
)
def test_after_sale_statuses(status: int, negotiate: int, expected: AfterSaleStatus) -> None:
    assert after_sale(status=status, negotiateStatus=negotiate).status is expected


@pytest.mark.parametrize(
    ("way", "kind"),
    [
        (10, AfterSaleKind.REFUND_ONLY),
        (3, AfterSaleKind.EXCHANGE),
        (4, AfterSaleKind.OTHER),
        (None, AfterSaleKind.OTHER),
    ],
)
def test_after_sale_kinds(way: int | None, kind: AfterSaleKind) -> None:
    assert after_sale(handlingWay=way).kind is kind


def test_an_ended_after_sale_has_no_deadline() -> None:
    row = after_sale(status=60, endTime=NOW)
    assert (row.deadline_at, row.finished_at) == (None, NOW)


def test_a_shop() -> None:
    shop = to_shop(wire.Seller(seller_id=2100000001, open_id="f1", name="小店主"), wire.ShopInfo(shop_name="茶具店"))
    assert (shop.shop_id, shop.platform, shop.name) == ("kuaishou:2100000001", Platform.KUAISHOU, "茶具店")
    assert to_shop(wire.Seller(seller_id=1, name="小店主"), wire.ShopInfo()).name == "小店主"


def test_the_details_are_kept_as_words_and_silence_is_not_emptiness() -> None:
    assert item(details="加厚<br>毛巾").details == "加厚\n毛巾"
    assert item(details="").details == ""
    assert item(details=None).details is None


@pytest.mark.parametrize(
    ("base", "delivery", "terms"),
    [
        ({}, {}, ("carrier", False)),
        ({"coType": 2}, {}, ("nothing", False)),
        ({"coType": "3"}, {}, ("nothing", False)),
        ({"coType": 8}, {}, ("carrier", False)),
        ({"coType": [1]}, {"serialNumberInfo": None}, ("carrier", False)),
        ({}, {"serialNumberInfo": {"serialType": [1, 2]}}, ("carrier", True)),
        ({}, {"serialNumberInfo": {"serialType": []}}, ("carrier", False)),
    ],
)
def test_what_is_no_parcel_and_what_wants_more_than_one(
    base: dict[str, Any], delivery: dict[str, Any], terms: tuple[str, bool]
) -> None:
    row = json.loads(json.dumps(ORDER))
    row["orderBaseInfo"] |= base
    row["orderDeliveryInfo"] = (row.get("orderDeliveryInfo") or {}) | delivery
    told = to_order(wire.decode(json.dumps(row).encode(), wire.OrderRow)).terms
    assert (told.way, told.serials) == terms
