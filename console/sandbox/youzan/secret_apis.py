"""The APIs around cipher texts: decrypt, encrypt, mask, digest, the local SDK's key query (sheet 15)."""

from collections.abc import Callable

from console.sandbox.youzan.call import Api, Call
from console.sandbox.youzan.digest import search_digest
from console.sandbox.youzan.refusals import Refused
from console.sandbox.youzan.secrets import MASK_TYPES, Cipher, NotOurs, is_encrypted, key_query_sign, masked

BATCH_LIMIT = 10_000
NOT_OURS = (10501, "解密失败")  # the platform's own number is not known


def _opened(call: Call, source: str) -> str:
    try:
        return call.cipher.decrypt(source)
    except NotOurs:
        raise Refused(*NOT_OURS) from None


def _single(change: Callable[[Call, str], object]) -> Callable[[Call], object]:
    def run(call: Call) -> object:
        source = call.params.text("source")
        if not source:
            raise Refused(10500, "source不能为空")
        return change(call, source)

    return run


def _batch(change: Callable[[Call, str], object]) -> Callable[[Call], object]:
    def run(call: Call) -> object:
        return {source: change(call, source) for source in _sources(call)}

    return run


def _sources(call: Call) -> list[str]:
    sources = call.params.texts("sources")
    if not sources or len(sources) > BATCH_LIMIT or "" in sources:
        raise Refused(10500, "sources不能包含空字符串")
    return sources


def _encrypted(call: Call, source: str) -> object:
    return call.cipher.encrypt(source)


def _masked(call: Call, source: str) -> object:
    kind = call.params.text("type") or call.params.text("mask_type")
    if kind not in MASK_TYPES:
        raise Refused(10500, "type不合法")
    return masked(_opened(call, source), kind)


def _digest(call: Call, source: str) -> object:
    app_key = Cipher.of_shop(call.ctx.youzan.app_key, 0).secret_key
    return search_digest(_opened(call, source), app_key)


def _is_encrypted(_call: Call, source: str) -> object:
    return is_encrypted(source)


def all_encrypted(call: Call) -> object:
    """Whether every source is a cipher text."""
    return all(is_encrypted(source) for source in _sources(call))


def key_query(call: Call) -> object:
    """The shop's key for an SDK that decrypts by itself; signed instead of carrying a token. Legacy."""
    keys, params = call.ctx.youzan, call.params
    client_id = params.text("client_id") or params.text("clientId")
    kdt_id = params.text("kdt_id") or params.text("kdtId")
    expected = key_query_sign(client_id, keys.app_secret, kdt_id, params.text("timestamp"))
    if client_id != keys.app_key or params.text("sign") != expected:
        raise Refused(1000, "应用信息错误")
    if kdt_id not in ("", "0", keys.kdt_id):
        raise Refused(1103, "授权关系不存在")
    shops = [int(kdt_id)] if kdt_id else [0, int(keys.kdt_id)]
    told = [
        {"clientId": client_id, "kdtId": shop, "secretKey": Cipher.of_shop(client_id, shop).secret_key, "version": 1}
        for shop in shops
    ]
    return {"clientId": client_id, "encryptType": 1, "whiteList": None, "secretKeyInfoList": told}


ONE = ("1.0.0",)
APIS = (
    Api("cloud.secret.decrypt.single", ONE, _single(_opened)),
    Api("cloud.secret.decrypt.batch", ONE, _batch(_opened)),
    Api("cloud.secret.encrypt.single", ONE, _single(_encrypted)),
    Api("cloud.secret.encrypt.batch", ONE, _batch(_encrypted)),
    Api("cloud.secret.decryptmask.single", ONE, _single(_masked)),
    Api("cloud.secret.decryptmask.batch", ONE, _batch(_masked)),
    Api("cloud.secret.encryptsearch.digest", ONE, _single(_digest)),
    Api("cloud.secret.encryptsearch.batchdigest", ONE, _batch(_digest)),
    Api("cloud.secret.verify.isencrypt", ONE, _single(_is_encrypted)),
    Api("cloud.secret.verify.isencryptlist", ONE, all_encrypted),
    Api("cloud.client.query.encryptconfig", ONE, key_query, token_free=True),
)
