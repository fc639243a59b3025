"""Hand-made Youzan answers in the documented shapes, and a platform that plays them."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from console.core.gateway import Credentials
from console.core.model import Platform
from console.net.channel import Answer, Request

VECTORS = Path(__file__).parent.parent / "vectors"
NOW = 1_768_444_242_000  # 2026-01-15 10:30:42 shop time
CIPHER = "$0ZP4NRC72WOv8D2LT4HnIg==$1$"

CREDENTIALS = Credentials(
    base_url="http://127.0.0.1:1",
    app_key="a1b2c3d4e5f6a7b8c9",
    app_secret="0f1e2d3c4b5a69788796a5b4c3d2e1f0",
    grant_id="160",
    access_token="old-token",
    access_expires_at=NOW + 6 * 86_400_000,
)

TRADE: dict[str, Any] = {
    "full_order_info": {
        "order_info": {
            "tid": "E20260115103000000000001",
            "status": "WAIT_SELLER_SEND_GOODS",
            "type": 0,
            "pay_type": 1,
            "close_type": 0,
            "refund_state": 0,
            "created": "2026-01-15 10:30:00",
            "update_time": "2026-01-15 10:30:43",
            "pay_time": "2026-01-15 10:30:42",
            "order_tags": {"is_payed": True},
        },
        "source_info": {"is_offline_order": False, "source": {"platform": "wx", "wx_entrance": "merchant_xcx"}},
        "buyer_info": {"yz_open_id": "openId0001", "buyer_phone": CIPHER},
        "pay_info": {"total_fee": "99.00", "post_fee": "6.00", "payment": "100.18", "real_payment": "100.18"},
        "address_info": {
            "receiver_name": CIPHER,
            "receiver_tel": CIPHER,
            "delivery_province": "浙江省",
            "delivery_city": "杭州市",
            "delivery_district": "西湖区",
            "delivery_address": CIPHER,
            "address_extra": "{}",
        },
        "remark_info": {"buyer_message": "请轻放", "trade_memo": "", "star": 3},
        "orders": [
            {
                "oid": "3012345678901234567",
                "item_id": 1001,
                "sku_id": 2001,
                "num": 2,
                "title": "样品",
                "price": "49.50",
                "total_fee": "99.00",
                "payment": "100.18",
                "outer_item_id": "SPU-1",
                "outer_sku_id": "SKU-RED",
                "sku_properties_name": '[{"k":"颜色","v":"红"},{"k":"尺码","v":"M"}]',
                "is_present": False,
            }
        ],
        "child_info": {"child_orders": []},
    }
}

REFUND: dict[str, Any] = {
    "refund_id": "202601151230000000010160",
    "tid": "E20260115103000000000001",
    "kdt_id": 160,
    "status": "WAIT_SELLER_AGREE",
    "refund_fee": "99.00",
    "reason": 16,
    "return_goods": False,
    "cs_status": 1,
    "created": "2026-01-15 12:30:00",
    "modified": "2026-01-15 12:31:00",
    "refund_type": "BUYER_APPLY_REFUND",
}

ITEM: dict[str, Any] = {
    "item_id": 1001,
    "alias": "2oabc",
    "title": "羊绒围巾",
    "price": 9900,
    "quantity": 12,
    "item_no": "SPU-1",
    "created_time": "2026-01-01 08:00:00",
    "update_time": "2026-01-15 10:00:00",
    "image": "http://127.0.0.1/1.png",
    "item_imgs": [{"id": 1, "url": "http://127.0.0.1/2.png"}],
}

DETAIL: dict[str, Any] = {
    "item_id": 1001,
    "title": "羊绒围巾",
    "item_no": "SPU-1",
    "cid": 5000000,
    "quantity": 12,
    "sold_num": 3,
    "is_display": 1,
    "item_price_param": {"price": 9900},
    "images": [{"image_id": 1, "image_url": "http://127.0.0.1/1.png"}],
    "created_time": 1_767_225_600_000,
    "sku_value_props": [{"id": 7, "name": "红", "img_url": "http://127.0.0.1/red.png"}],
    "sku_list": [
        {
            "sku_id": 2001,
            "sku_no": "SKU-RED",
            "sku_props": [
                {"prop_name": "颜色", "prop_value_id": 7, "prop_value_name": "红"},
                {"prop_name": "尺码", "prop_value_id": 8, "prop_value_name": "M"},
            ],
            "stock_num": 12,
            "price": 9900,
            "cost_price": 4100,
            "sku_modified_time": NOW,
        }
    ],
}


def trade(tid: str = "E20260115103000000000001", **sections: dict[str, Any] | list[Any]) -> dict[str, Any]:
    """TRADE with fields of its sections replaced: ``trade(order_info={"status": "TRADE_SUCCESS"})``."""
    made = copy.deepcopy(TRADE)
    info = made["full_order_info"]
    info["order_info"]["tid"] = tid
    for name, fields in sections.items():
        if isinstance(fields, list):
            info[name] = fields
        else:
            info[name] = info.get(name, {}) | fields
    return made


def answer(body: object, *, status: int = 200, wait_s: float | None = None) -> Answer:
    content = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
    return Answer(status=status, content=content, wait_s=wait_s)


def success(data: object) -> Answer:
    return answer({"trace_id": "yz7-1", "code": 200, "success": True, "data": data, "message": "successful"})


def failure(code: int | str, message: str = "") -> Answer:
    return answer({"trace_id": "yz7-2", "code": code, "success": False, "data": None, "message": message})


def gateway_error(code: int, message: str = "") -> Answer:
    return answer({"gw_err_resp": {"trace_id": "yz7-3", "err_msg": message, "err_code": code}})


def api_of(request: Request) -> str:
    """``youzan.trade.get/4.0.2`` or ``token``."""
    return request.path.removeprefix("/api/") if request.path.startswith("/api/") else "token"


def body_of(request: Request) -> dict[str, Any]:
    assert request.json is not None
    body = json.loads(request.json)
    assert isinstance(body, dict)
    return body


class PlayedChannel:
    """Answers requests by a function, or by a list of answers and troubles in turn; keeps what was asked."""

    platform = Platform.YOUZAN

    def __init__(self, play: Callable[[Request], Answer] | list[Answer | Exception]) -> None:
        self.requests: list[Request] = []
        self.calls = 0
        self._play = play

    async def send(self, request: Request, *, urgent: bool = False) -> Answer:
        self.requests.append(request)
        self.calls += 1
        played = self._play.pop(0) if isinstance(self._play, list) else self._play(request)
        if isinstance(played, Exception):
            raise played
        return played

    async def aclose(self) -> None:
        return

    @property
    def asked(self) -> list[str]:
        return [api_of(request) for request in self.requests]


class StillClock:
    """Stands at NOW; sleeping takes no time and is written down."""

    def __init__(self) -> None:
        self.at = NOW
        self.slept: list[float] = []

    def now_ms(self) -> int:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


class HeldVault:
    """One pair of credentials in memory."""

    def __init__(self, credentials: Credentials = CREDENTIALS) -> None:
        self.held = credentials
        self.saved = 0

    async def load(self, key: str) -> Credentials | None:
        return self.held

    async def save(self, key: str, credentials: Credentials) -> None:
        self.held = credentials
        self.saved += 1
