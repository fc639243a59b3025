"""Hand-made rows in the platform's words, and a platform in miniature that answers them without a socket."""

import asyncio
import copy
import json
from collections.abc import Callable
from typing import Any

from console.core.gateway import Credentials
from console.net.channel import Answer, Request

NOW = 1_768_442_400_000  # 2026-01-15 10:00 shop time
SECRETS = ("s3cr3t-app", "s3cr3t-sign", "s3cr3t-access", "s3cr3t-refresh")

Json = dict[str, Any]

ORDER: Json = {
    "orderBaseInfo": {
        "oid": 2607602240240301,
        "status": 30,
        "buyerOpenId": "f1b6aaaa",
        "buyerNick": "爱喝茶的小王",
        "sellerOpenId": "f1b6",
        "createTime": NOW - 7_200_000,
        "payTime": NOW - 7_100_000,
        "sendTime": 0,
        "recvTime": 0,
        "refundTime": 0,
        "updateTime": NOW - 7_000_000,
        "totalFee": 12_900,
        "discountFee": 1_000,
        "expressFee": 600,
        "remark": "请发顺丰",
        "payType": 1,
        "cpsType": 2,
        "validPromiseShipmentTimeStamp": NOW + 100_000_000,
        "riskCode": 0,
        "disableDeliveryReasonCode": [],
        "aFieldOfTomorrow": {"x": 1},
    },
    "orderItemInfo": {
        "skuId": 100000000000001,
        "skuDesc": "米白;500ml",
        "skuNick": "BZ-500-W",
        "itemId": 20000000000001,
        "itemTitle": "保温杯",
        "itemPicUrl": "http://127.0.0.1/p.png",
        "num": 2,
        "originalPrice": 6_900,
        "price": 6_450,
        "discountFee": 1_000,
    },
    "orderRefundList": [],
    "orderLogisticsInfo": None,
    "orderNote": {
        "orderNoteInfo": [
            {"createTime": NOW, "note": "先不要发", "flagTagCode": "red_flag_tag_order", "operatorName": "小李"},
            {"createTime": NOW - 1, "note": "旧的", "flagTagCode": "blue_flag_tag_order", "operatorName": "小李"},
        ]
    },
    "orderAddress": {
        "consignee": None,
        "desensitiseConsignee": "王*",
        "encryptedConsignee": "C1",
        "desensitiseMobile": "138****5678",
        "encryptedMobile": "C2",
        "desensitiseAddress": "***路1号",
        "encryptedAddress": "C3",
        "province": "广东省",
        "city": "广州市",
        "district": "天河区",
    },
    "subOrderInfo": [],
}

REFUND: Json = {
    "oid": 2607602240240301,
    "refundId": 2607700000000001,
    "handlingWay": 1,
    "negotiateStatus": 1,
    "refundFee": 6_450,
    "refundReason": 118,
    "refundReasonDesc": "不想要了",
    "refundType": 1,
    "status": 11,
    "submitTime": NOW - 9_000,
    "createTime": NOW - 9_000,
    "updateTime": NOW - 8_000,
    "endTime": 0,
    "expireTime": NOW + 100_000,
}

ITEM: Json = {
    "kwaiItemId": 20000000000001,
    "relItemId": 77,
    "title": "保温杯",
    "mainImageUrl": "http://127.0.0.1/main.png",
    "imageUrls": ["http://127.0.0.1/1.png"],
    "categoryId": 1001,
    "categoryName": "保温杯",
    "price": 6_450,
    "volume": 321,
    "itemStatus": 1,
    "auditStatus": 2,
    "auditReason": "",
    "shelfStatus": 1,
    "createTime": NOW - 10**9,
    "updateTime": NOW - 10**8,
    "skuList": [
        {
            "kwaiSkuId": 100000000000001,
            "relSkuId": 1,
            "skuStock": 30,
            "reserveStock": 5,
            "skuSalePrice": 6_450,
            "imageUrl": "http://127.0.0.1/s.png",
            "isValid": 1,
            "specification": "米白 500ml",
            "skuNick": "BZ-500-W",
            "updateTime": NOW - 10**8,
            "skuProp": [{"propName": "颜色", "propValueName": "米白"}, {"propName": "容量", "propValueName": "500ml"}],
        },
        {"kwaiSkuId": 100000000000002, "skuStock": 12, "skuSalePrice": 7_450, "isValid": 0, "skuProp": None},
        {"kwaiSkuId": 100000000000003, "skuStock": 12, "skuSalePrice": 7_450, "isValid": 1, "specification": "黑"},
    ],
}


def changed(row: Json, **places: Any) -> Json:
    """A copy with fields set by path: ``changed(ORDER, orderBaseInfo__status=40)``."""
    row = copy.deepcopy(row)
    for place, value in places.items():
        *path, name = place.split("__")
        target = row
        for step in path:
            target = target[step]
        target[name] = value
    return row


def credentials(number: int = 1, *, expires_at: int | None = None) -> Credentials:
    return Credentials(
        base_url="http://127.0.0.1:1",
        app_key="ks700000000000000001",
        app_secret="s3cr3t-app",
        sign_secret="s3cr3t-sign",
        access_token=f"s3cr3t-access-{number}",
        refresh_token=f"s3cr3t-refresh-{number}",
        access_expires_at=expires_at,
    )


def answer(body: Any, *, status: int = 200, server_at: int | None = None, wait_s: float | None = None) -> Answer:
    content = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
    return Answer(status=status, content=content, server_at=server_at, wait_s=wait_s)


def ok(data: Any) -> Answer:
    return answer({"result": 1, "code": "1", "error_msg": "SUCCESS", "data": data})


def refusal(result: int, text: str, *, code: str = "", sub_code: str = "", **more: Any) -> Answer:
    body = {"result": result, "code": code, "msg": "", "error_msg": text, "sub_code": sub_code, "request_id": "77"}
    return answer(body, **more)


class MemoryVault:
    """One pair of credentials."""

    def __init__(self, stored: Credentials) -> None:
        self.stored = stored

    async def load(self, key: str) -> Credentials | None:
        return self.stored

    async def save(self, key: str, credentials: Credentials) -> None:
        self.stored = credentials


class FakeClock:
    """Stands still; sleeping moves it on at once."""

    def __init__(self, now: int = NOW) -> None:
        self.now = now
        self.slept: list[float] = []

    def now_ms(self) -> int:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += round(seconds * 1000)
        await asyncio.sleep(0)


class FakeChannel:
    """Answers by asking a function; keeps every request."""

    def __init__(self, respond: Callable[[Request], Answer]) -> None:
        self.respond = respond
        self.sent: list[Request] = []
        self.calls = 0

    async def send(self, request: Request, *, urgent: bool = False) -> Answer:
        self.calls += 1
        self.sent.append(request)
        await asyncio.sleep(0)
        return self.respond(request)

    async def aclose(self) -> None:
        pass


def fields(request: Request) -> dict[str, str]:
    return request.form or request.params
