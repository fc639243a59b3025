"""Youzan's refunds → after-sales, from hand-made samples."""

from typing import Any

import msgspec
import pytest
from youzan_samples import REFUND

from console.core.clock import parse_shop_time
from console.core.model import (
    AfterSale,
    AfterSaleKind,
    AfterSaleStatus,
)
from console.platforms.youzan import after_sales, wire


def _after_sale(**fields: object) -> AfterSale:
    row = msgspec.json.encode(REFUND | fields)
    return after_sales.after_sale(msgspec.json.decode(row, type=wire.RefundRow))


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"reason": 105}, "质量问题"),
        ({"reason": "51", "desc": "家里人已经买过了"}, "买错了"),
        ({"reason": 59}, "59"),  # named by nobody
        ({"reason": 59, "desc": "家里人已经买过了"}, "家里人已经买过了"),
        ({"reason": None}, ""),
    ],
)
def test_a_reason_is_told_in_words_by_lists_too(fields: dict[str, Any], reason: str) -> None:
    """Rules by reason and complaints of the way are about words; the buyer's own are told beside them."""
    assert _after_sale(**fields).reason == reason


def test_a_refund() -> None:
    assert _after_sale() == AfterSale(
        after_sale_no="202601151230000000010160",
        order_no="E20260115103000000000001",
        kind=AfterSaleKind.REFUND_ONLY,
        status=AfterSaleStatus.WAIT_SELLER,
        status_code="WAIT_SELLER_AGREE",
        amount_fen=9900,
        reason="商品破损",
        created_at=parse_shop_time("2026-01-15 12:30:00"),
        updated_at=parse_shop_time("2026-01-15 12:31:00"),
    )


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"return_goods": True}, AfterSaleKind.RETURN_REFUND),
        ({"return_goods": "1"}, AfterSaleKind.RETURN_REFUND),
        ({"refund_type": "EXCHANGE_GOODS"}, AfterSaleKind.EXCHANGE),
        ({"demand": 3}, AfterSaleKind.EXCHANGE),
        ({"demand": "2", "return_goods": False}, AfterSaleKind.RETURN_REFUND),
        ({"demand": 9}, AfterSaleKind.REFUND_ONLY),
    ],
)
def test_the_kind_of_a_refund(fields: dict[str, object], kind: AfterSaleKind) -> None:
    assert _after_sale(**fields).kind == kind


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("WAIT_BUYER_RETURN_GOODS", AfterSaleStatus.WAIT_BUYER_RETURN),
        ("WAIT_SELLER_CONFIRM_GOODS", AfterSaleStatus.WAIT_SELLER_RECEIPT),
        ("SELLER_REFUSE_BUYER", AfterSaleStatus.REFUSED),
        ("SELLER_REFUSE_BUYER_RETURN_GOODS", AfterSaleStatus.REFUSED),
        ("SELLER_RETURN_GOODS", AfterSaleStatus.WAIT_BUYER_RECEIPT),
        ("CUSTOMER_SERVICE_IN", AfterSaleStatus.PLATFORM),
        ("SUCCESS", AfterSaleStatus.SUCCESS),
        ("CLOSED", AfterSaleStatus.CLOSED),
        ("NEW_WORD", AfterSaleStatus.UNKNOWN),
    ],
)
def test_the_status_of_a_refund(word: str, status: AfterSaleStatus) -> None:
    assert _after_sale(status=word).status == status
