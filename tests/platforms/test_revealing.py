"""Opening one field: the call as it is made, once; what refusals mean; a text that is in nothing but ``Plain``."""

import copy
import json
import pickle
from typing import Any

import pytest
from kuaishou_samples import FakeChannel, FakeClock, MemoryVault, answer, credentials, fields, ok, refusal
from youzan_samples import CIPHER, CREDENTIALS, HeldVault, success, trade

from console import catalogue
from console.core.errors import Offline, Refused, Trouble, Unreadable
from console.core.gateway import SupportsReveal
from console.core.revealing import Field, Plain
from console.net.channel import Answer, Request
from console.net.tokens import TokenKeeper
from console.platforms.kuaishou import oauth
from console.platforms.kuaishou.gateway import KuaishouGateway
from console.platforms.youzan import oauth as youzan_oauth
from console.platforms.youzan.gateway import YouzanGateway

TEXT = "欧阳示例"
ORDER = "2632600000000001"


class Scripted:
    """Answers in turn, and remembers what was asked."""

    def __init__(self, *answers: Answer | Trouble) -> None:
        self.answers = list(answers)
        self.asked: list[Request] = []
        self.channel: Any = FakeChannel(self.respond)

    def respond(self, request: Request) -> Answer:
        self.asked.append(request)
        told = self.answers.pop(0)
        if isinstance(told, Trouble):
            raise told
        return told

    def kuaishou(self) -> KuaishouGateway:
        clock, vault = FakeClock(), MemoryVault(credentials())
        keeper = TokenKeeper(vault, "kuaishou:1", clock, oauth.refresher(self.channel, clock))
        return KuaishouGateway(self.channel, keeper, clock)

    def youzan(self) -> YouzanGateway:
        clock, vault = FakeClock(), HeldVault(CREDENTIALS)
        keeper = TokenKeeper(vault, "youzan:1", clock, youzan_oauth.refresher(self.channel, clock))
        return YouzanGateway(self.channel, keeper, clock)


def opened(code: object, words: str = "", text: str = "", order: str = ORDER) -> Answer:
    row = {"errorCode": code, "errorMsg": words, "decryptedData": text, "encryptedData": "~a~", "bizId": order}
    return answer({"result": 1, "batchDecryptResultList": [row]})


async def test_kuaishou_is_asked_for_one_field_of_one_order() -> None:
    script = Scripted(opened(1, "success", TEXT))
    gateway = script.kuaishou()
    assert isinstance(gateway, SupportsReveal)
    assert (await gateway.reveal(ORDER, Field.NAME, "~a~b~1~")).text == TEXT
    (asked,) = script.asked
    assert (asked.method, asked.path) == ("POST", "/open/order/decrypt/batch")
    told = json.loads(fields(asked)["param"])
    assert told == {"batchDecryptList": [{"encryptedData": "~a~b~1~", "bizId": ORDER}]}


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (opened(1003, "店铺当日解密额度已用完"), "reveal.quota"),
        (opened(1001, "订单完成超过14天，不可解密"), "reveal.too_old"),
        (opened("1002", "密文与订单不匹配"), "reveal.mismatch"),
        (opened(1004, "L0层级商家不可通过接口解密"), "reveal.level"),
        (opened(1005, "无权限"), "reveal.not_granted"),
        (opened(1006, "虚拟订单不支持"), "reveal.virtual"),
        (opened(21, "order operation reject"), "kuaishou.21"),
        (opened(77, "请稍后在后台查看"), "reveal.refused"),
        (opened(1, "success", ""), "reveal.empty"),
        (refusal(807001, "L0商家不可解密"), "reveal.level"),
        (refusal(25, "token中无scope权限", code="803000"), "kuaishou.scope"),
        (refusal(2001, "bizId无效"), "kuaishou.2001"),
    ],
)
async def test_a_no_of_kuaishou_is_said_in_words_and_asked_once(said: Answer, code: str) -> None:
    script = Scripted(said)
    with pytest.raises(Refused) as caught:
        await script.kuaishou().reveal(ORDER, Field.PHONE, "~a~b~1~")
    assert caught.value.code == code
    assert len(script.asked) == 1
    words = [catalogue.words_for(caught.value, "zh_CN"), catalogue.words_for(caught.value, "en")]
    assert all(one.text and one.next_step for one in words)


@pytest.mark.parametrize(
    "said",
    [Offline("net.timeout"), ok({}), opened(1, "success", TEXT, order="77"), answer({"result": 1, "data": [TEXT]})],
)
async def test_what_cannot_be_read_is_not_asked_again_and_tells_nothing(said: Answer | Trouble) -> None:
    script = Scripted(copy.copy(said))
    with pytest.raises((Offline, Unreadable)) as caught:
        await script.kuaishou().reveal(ORDER, Field.NAME, "~a~b~1~")
    assert len(script.asked) == 1
    assert TEXT not in repr(caught.value) + caught.value.detail


async def test_without_a_cipher_text_kuaishou_is_not_asked() -> None:
    script = Scripted()
    with pytest.raises(Refused) as caught:
        await script.kuaishou().reveal(ORDER, Field.NAME, "")
    assert (caught.value.code, script.asked) == ("reveal.no_cipher", [])


async def test_youzan_opens_a_cipher_text_by_one_call() -> None:
    script = Scripted(success(TEXT))
    gateway = script.youzan()
    assert isinstance(gateway, SupportsReveal)
    assert (await gateway.reveal("E1", Field.NAME, CIPHER)).text == TEXT
    (asked,) = script.asked
    assert asked.path == "/api/youzan.cloud.secret.decrypt.single/1.0.0"
    assert json.loads(asked.json or b"") == {"source": CIPHER}


def no(code: int, words: str) -> Answer:
    return answer({"gw_err_resp": {"err_code": code, "err_msg": words, "trace_id": "1"}})


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (no(4204, "应用没有能力包"), "reveal.not_granted"),
        (no(10501, "解密失败"), "reveal.mismatch"),
        (success(CIPHER), "reveal.mismatch"),
        (success(""), "reveal.empty"),
        (no(10500, "source不能为空"), "youzan.10500"),
    ],
)
async def test_a_no_of_youzan_is_said_in_words_and_asked_once(said: Answer, code: str) -> None:
    script = Scripted(said)
    with pytest.raises(Refused) as caught:
        await script.youzan().reveal("E1", Field.NAME, CIPHER)
    assert (caught.value.code, len(script.asked)) == (code, 1)


@pytest.mark.parametrize(
    ("given", "code"), [("130****0000", "reveal.masked"), ("", "reveal.empty"), ("13000000000", "")]
)
async def test_a_youzan_shop_without_encryption_is_asked_for_its_trade(given: str, code: str) -> None:
    script = Scripted(success(trade("E1", address_info={"receiver_tel": given})))
    asking = script.youzan().reveal("E1", Field.PHONE, "")
    if code:
        with pytest.raises(Refused) as caught:
            await asking
        assert caught.value.code == code
    else:
        assert (await asking).text == given
    assert [request.path for request in script.asked] == ["/api/youzan.trade.get/4.0.2"]


async def test_a_trade_that_came_to_be_encrypted_meanwhile_is_opened_all_the_same() -> None:
    script = Scripted(success(trade("E1")), success(TEXT))
    assert (await script.youzan().reveal("E1", Field.NAME, "")).text == TEXT
    assert [request.path.split("/")[2] for request in script.asked] == [
        "youzan.trade.get",
        "youzan.cloud.secret.decrypt.single",
    ]


def test_plain_text_does_not_print_itself_and_is_not_written() -> None:
    plain = Plain(TEXT)
    shown: list[Any] = [plain]
    assert TEXT not in f"{plain} {plain!r} {shown}"
    with pytest.raises(TypeError):
        pickle.dumps(plain)
