"""Ciphertext in, plain text, masks or search indexes out, a hundred at a time (fact sheet 5).

Every element has its own ``errorCode`` (1 = done); the numbers of the failures are ours.
"""

from console.sandbox.clock import DAY
from console.sandbox.kuaishou.call import Call
from console.sandbox.kuaishou.cipher import ADDRESS, NAME, PHONE, WrongCipher, mask
from console.sandbox.kuaishou.order_views import SUCCESS
from console.sandbox.kuaishou.params import Params
from console.sandbox.kuaishou.refusals import Json, invalid
from console.sandbox.refunds import running
from console.sandbox.state import Order

AT_ONCE = 100
AFTER_SUCCESS = 14 * DAY  # how long a successful order can be decrypted
ORDERS_A_DAY = 2000  # ours: the shop's quota is told in the console only
FINE = {"errorCode": 1, "errorMsg": "success"}
KINDS = {ADDRESS, NAME, PHONE}


def _failed(code: int, text: str) -> Json:
    return {"errorCode": code, "errorMsg": text}


def _order(call: Call, row: Params) -> Order | None:
    oid = row.text("bizId")
    return call.kept.lookup.order(int(oid), call.now) if oid.isdecimal() else None


def decrypt(call: Call) -> Json:
    """``open.order.decrypt.batch``: an order counts once a day, and not at all while an after-sale is open."""
    rows = call.params.rows("batchDecryptList", most=AT_ONCE)
    return {"batchDecryptResultList": [{**_echo(row), "decryptedData": "", **_decrypted(call, row)} for row in rows]}


def _decrypted(call: Call, row: Params) -> Json:
    order = _order(call, row)
    if order is None:
        return _failed(21, "order operation reject")
    if order.status == SUCCESS and order.ended < call.now - AFTER_SUCCESS:
        return _failed(1001, "订单完成超过14天，不可解密")
    try:
        _, text = call.kept.cipher.decrypt(row.text("encryptedData"), row.text("bizId"))
    except WrongCipher:
        return _failed(1002, "密文与订单不匹配")
    if not running(order) and not call.kept.quotas.take_once("decrypt", order.oid, ORDERS_A_DAY, call.now):
        return _failed(1003, "店铺当日解密额度已用完")
    return {"decryptedData": text, **FINE}


def desensitise(call: Call) -> Json:
    """``open.order.desensitise.batch``: masks, which cost nothing."""

    def masked(row: Params) -> Json:
        try:
            kind, text = call.kept.cipher.decrypt(row.text("encryptedData"), row.text("bizId"))
        except WrongCipher:
            return _failed(1002, "密文与订单不匹配")
        return {"desensitisedData": mask(text, kind), **FINE}

    rows = call.params.rows("batchDesensitiseList", most=AT_ONCE)
    return {"batchDesensitiseResultList": [{**_echo(row), "desensitisedData": "", **masked(row)} for row in rows]}


def encrypt(call: Call) -> Json:
    """``open.order.encrypt.batch``: ciphertext for an order of the shop."""

    def sealed(row: Params) -> Json:
        if _order(call, row) is None:
            return _failed(21, "order operation reject")
        text, kind = row.text("decryptedData"), row.choice("type", KINDS)
        return {"encryptedData": call.kept.cipher.encrypt(text, kind, row.text("bizId")), **FINE}

    rows = call.params.rows("batchEncryptList", most=AT_ONCE)
    return {
        "batchEncryptResultList": [
            {"decryptedData": row.text("decryptedData"), "bizId": row.text("bizId"), "encryptedData": "", **sealed(row)}
            for row in rows
        ]
    }


def search_index(call: Call) -> Json:
    """``open.order.search.index.batch``: what equal texts have in common inside their ciphertexts."""
    rows = call.params.rows("indexParamList", most=AT_ONCE)
    for row in rows:
        if row.whole("type") not in KINDS:
            raise invalid("type")
    return {
        "indexResultList": [
            {
                "plainText": row.text("plainText"),
                "searchIndex": call.kept.cipher.index(row.text("plainText"), row.whole("type")),
                **FINE,
            }
            for row in rows
        ]
    }


def _echo(row: Params) -> Json:
    return {"encryptedData": row.text("encryptedData"), "bizId": row.text("bizId")}
