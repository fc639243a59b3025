"""What each command looks like on the wire, and that a writing call is made once and once only."""

import asyncio
from typing import Any

import msgspec
import pytest
from kuaishou_samples import MemoryVault

from console.core.clock import SystemClock
from console.core.commands import (
    Command,
    EditItem,
    FieldChange,
    Loss,
    ReplaceSkus,
    SetPrice,
    SetShelf,
    SetStock,
    SkuDraft,
)
from console.core.errors import Busy, Offline, Refused, SignInNeeded, Trouble, Unreadable
from console.core.gateway import Attempt, Credentials, SupportsCommands
from console.core.model import Item, Listing, Platform, Sku
from console.core.money import fen
from console.net.channel import Answer, Request
from console.platforms import open_gateway
from console.platforms.kuaishou import commands as kuaishou
from console.platforms.youzan import commands as youzan

KS: dict[str, Any] = {"shop_id": "kuaishou:1", "item_id": "11"}
YZ: dict[str, Any] = {"shop_id": "youzan:2", "item_id": "11"}
TITLE = (FieldChange(field="title", to="新"),)


@pytest.mark.parametrize(
    ("command", "attempt", "method", "param"),
    [
        (
            SetStock(**KS, sku_id="22", target=7, seen=10),
            Attempt(call_id="1", before=10, delta=-3),
            "open.item.sku.stock.update",
            {"kwaiItemId": 11, "skuId": 22, "skuChangeStock": 3, "changeType": 2},
        ),
        (
            SetStock(**KS, sku_id="22", target=15, seen=10),
            Attempt(call_id="1", before=9, delta=5),
            "open.item.sku.stock.update",
            {"kwaiItemId": 11, "skuId": 22, "skuChangeStock": 5, "changeType": 1},
        ),
        (
            SetPrice(**KS, sku_id="22", price_fen=4_990),
            Attempt(call_id="1"),
            "open.item.sku.price.update",
            {"itemId": 11, "skuId": 22, "price": 4_990},
        ),
        (
            SetShelf(**KS, on=True),
            Attempt(call_id="1"),
            "open.item.shelf.status.update",
            {"kwaiItemId": 11, "shelfStatus": 1},
        ),
        (EditItem(**KS, changes=TITLE), Attempt(call_id="1"), "open.item.edit", {"itemId": 11, "title": "新"}),
    ],
)
def test_kuaishou_hears(command: Command, attempt: Attempt, method: str, param: dict[str, Any]) -> None:
    assert kuaishou.offers(command)
    assert kuaishou.call_of(command, attempt) == (method, param)


def test_kuaishou_is_never_told_a_stock_without_a_difference_nor_what_it_cannot_do() -> None:
    for command in (
        SetStock(**KS, sku_id="22", target=7),
        EditItem(**KS, changes=(FieldChange(field="code", to="A"),)),
        ReplaceSkus(**KS, skus=(SkuDraft(sku_id="22"),)),
    ):
        with pytest.raises(Refused, match=r"outbox.unsupported"):
            kuaishou.call_of(command, Attempt(call_id="1"))
    with pytest.raises(Refused, match=r"outbox.gone"):
        kuaishou.call_of(SetPrice(**KS, sku_id="x", price_fen=1), Attempt(call_id="1"))


@pytest.mark.parametrize(
    ("command", "attempt", "call"),
    [
        (
            SetStock(**YZ, sku_id="22", target=7, seen=10),
            Attempt(call_id="1", before=9, delta=-3),
            ("youzan.item.quantity.update", "3.0.0", {"item_id": 11, "sku_id": 22, "quantity": -3, "type": 1}),
        ),
        (
            SetStock(**YZ, sku_id="0", target=15, seen=10),
            Attempt(call_id="1", before=10, delta=5),
            ("youzan.item.quantity.update", "3.0.0", {"item_id": 11, "quantity": 5, "type": 1}),
        ),
        (
            SetStock(**YZ, sku_id="0", target=0, seen=10),
            Attempt(call_id="1", before=10, delta=-10),
            ("youzan.item.quantity.update", "3.0.0", {"item_id": 11, "quantity": 0, "type": 0}),
        ),
        (
            SetPrice(**YZ, sku_id="22", price_fen=4_990),
            Attempt(call_id="1"),
            ("youzan.item.sku.update", "3.0.0", {"item_id": 11, "sku_id": 22, "price": 49.9}),
        ),
        (
            SetPrice(**YZ, sku_id="", price_fen=4_990),
            Attempt(call_id="1"),
            (
                "youzan.item.price.update",
                "1.0.0",
                {"request": {"item_id": 11, "kdt_id": 2, "sku_id": 11, "channel": 0, "price": 4_990}},
            ),
        ),
        (
            SetShelf(**YZ, on=False),
            Attempt(call_id="1"),
            (
                "youzan.item.display.update",
                "1.0.0",
                {"request": {"kdt_id": 2, "item_ids": [11], "channel": 0, "display": 0}},
            ),
        ),
        (
            EditItem(**YZ, changes=(*TITLE, FieldChange(field="code", to="A"))),
            Attempt(call_id="1"),
            ("youzan.item.common.update", "1.0.0", {"item_id": 11, "title": "新", "item_code": "A"}),
        ),
    ],
)
def test_youzan_hears(command: Command, attempt: Attempt, call: tuple[str, str, dict[str, Any]]) -> None:
    assert youzan.call_of(command, attempt, "2") == call


def test_a_price_in_yuan_is_written_to_the_fen() -> None:
    for price_fen in (*range(1, 20_001), 99_999_999):
        body = youzan.call_of(SetPrice(**YZ, sku_id="22", price_fen=price_fen), Attempt(call_id="1"), "2")[2]
        written = msgspec.json.encode(body["price"]).decode()
        assert fen(written) == price_fen, written


def test_youzan_gets_every_variant_as_it_stands_but_for_what_was_wanted() -> None:
    found = Listing(
        item=Item(item_id="11", title=""),
        skus=(
            Sku(item_id="11", sku_id="1", code="A", price_fen=500, stock=3),
            Sku(item_id="11", sku_id="2", code="B", price_fen=600, stock=0),
        ),
    )
    drafts = (SkuDraft(sku_id="1", price_fen=450), SkuDraft(sku_id="2", code="C"))
    api, version, body = youzan.replacement(ReplaceSkus(**YZ, skus=drafts), found)
    assert (api, version) == ("youzan.item.full.sku.update", "1.0.0")
    assert body == {
        "item_id": 11,
        "skus": [
            {"sku_id": 1, "sku_code": "A", "price": 450, "stock_num": 3},
            {"sku_id": 2, "sku_code": "C", "price": 600, "stock_num": 0},
        ],
    }
    for command, code in (
        (ReplaceSkus(**YZ, skus=drafts[:1]), "sku_loss"),
        (ReplaceSkus(**YZ, skus=drafts[:1], loses=(Loss(sku_id="2", name="B"),)), "sku_loss"),
        (ReplaceSkus(**YZ, skus=(*drafts, SkuDraft(sku_id="3"))), "moved"),
    ):
        with pytest.raises(Refused, match=rf"outbox.{code}"):
            youzan.replacement(command, found)
    with pytest.raises(Refused, match=r"outbox.gone"):
        youzan.replacement(ReplaceSkus(**YZ, skus=drafts), None)
    confirmed = ReplaceSkus(**YZ, skus=drafts[:1], loses=(Loss(sku_id="2", name="B"),), typed="B")
    assert len(youzan.replacement(confirmed, found)[2]["skus"]) == 1  # type: ignore[arg-type] # a list, see above


class Wire:
    """Stands where the channel sends: counts, and answers as it is told."""

    def __init__(self, *answers: Any) -> None:
        self.answers = list(answers)
        self.paths: list[str] = []

    async def send(self, request: Request, *, urgent: bool = False) -> Answer:
        self.paths.append(request.path)
        assert urgent or "oauth" in request.path or "token" in request.path
        answer = self.answers.pop(0)
        if isinstance(answer, BaseException):
            raise answer
        return Answer(status=200, content=answer)


def gateway_over(wire: Wire, platform: Platform, monkeypatch: pytest.MonkeyPatch) -> Any:
    keys = Credentials(
        base_url="http://127.0.0.1:1",
        app_key="k",
        app_secret="s",
        sign_secret="g",
        grant_id="2",
        access_token="t",
        refresh_token="r",
    )
    opened: Any = open_gateway(
        platform, vault=MemoryVault(keys), key="shop", base_url=keys.base_url, clock=SystemClock()
    )
    channel = opened._channel if platform is Platform.KUAISHOU else opened._calls.channel
    monkeypatch.setattr(channel, "send", wire.send)
    assert isinstance(opened, SupportsCommands)
    return opened


COMMANDS = {
    Platform.KUAISHOU: SetShelf(**KS, on=True),
    Platform.YOUZAN: SetStock(**YZ, sku_id="22", target=7),
}
ATTEMPT = Attempt(call_id="1", before=10, delta=-3)


@pytest.mark.parametrize(
    ("platform", "answer", "kind", "sent"),
    [
        (Platform.KUAISHOU, Offline("net.timeout"), Offline, True),
        (Platform.KUAISHOU, Offline("net.refused", sent=False), Offline, False),
        (Platform.KUAISHOU, Busy("net.busy"), Busy, True),
        (Platform.KUAISHOU, b"<html>", Unreadable, True),
        (Platform.KUAISHOU, b'{"result":1016,"error_msg":"Exceed qps limit"}', Busy, False),
        (Platform.KUAISHOU, b'{"result":21,"error_msg":"no"}', Refused, True),
        (Platform.KUAISHOU, b'{"result":27,"error_msg":"\xe9\xaa\x8c\xe7\xad\xbe"}', Refused, True),
        (Platform.YOUZAN, Offline("net.broken"), Offline, True),
        (Platform.YOUZAN, b'{"gw_err_resp":{"err_code":4101,"err_msg":"x"}}', Busy, False),
        (Platform.YOUZAN, b'{"success":false,"code":102510001,"message":"x"}', Busy, True),
        (Platform.YOUZAN, b'{"success":true,"code":200,"data":{"is_success":false}}', Refused, True),
        (Platform.YOUZAN, b'{"success":true,"code":200,"data":false}', Refused, True),
        (Platform.YOUZAN, b'{"status":"ok"}', Unreadable, True),
    ],
)
async def test_a_writing_call_is_made_once(
    platform: Platform, answer: Any, kind: type[Trouble], sent: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    wire = Wire(answer)
    gateway = gateway_over(wire, platform, monkeypatch)
    with pytest.raises(Trouble) as caught:
        await gateway.execute(COMMANDS[platform], ATTEMPT)
    assert type(caught.value).__mro__.index(kind) <= 1
    assert caught.value.sent is sent
    assert len(wire.paths) == 1


@pytest.mark.parametrize(
    ("platform", "stale", "fresh"),
    [
        (
            Platform.KUAISHOU,
            b'{"result":28,"error_msg":"token"}',
            b'{"result":1,"access_token":"t2","expires_in":3600,"refresh_token":"r2","refresh_token_expires_in":9999}',
        ),
        (
            Platform.YOUZAN,
            b'{"gw_err_resp":{"err_code":4202,"err_msg":"x"}}',
            b'{"success":true,"code":200,"data":{"access_token":"t2","expires":1999999999999,"authority_id":"2"}}',
        ),
    ],
)
async def test_a_stale_token_is_renewed_and_the_call_left_to_the_outbox(
    platform: Platform, stale: bytes, fresh: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    wire = Wire(stale, fresh)
    gateway = gateway_over(wire, platform, monkeypatch)
    with pytest.raises(Busy) as caught:
        await gateway.execute(COMMANDS[platform], ATTEMPT)
    assert (caught.value.sent, caught.value.wait_s) == (False, 0)
    assert len(wire.paths) == 2
    assert gateway.ahead_ms == 0


@pytest.mark.parametrize("platform", list(Platform))
async def test_trouble_with_the_token_says_that_nothing_was_sent(
    platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    wire = Wire()
    gateway = gateway_over(wire, platform, monkeypatch)

    async def current() -> None:
        await asyncio.sleep(0)
        raise Offline("net.timeout")

    keeper = gateway._keeper if platform is Platform.KUAISHOU else gateway._calls._keeper
    monkeypatch.setattr(keeper, "current", current)
    with pytest.raises(Offline) as caught:
        await gateway.execute(COMMANDS[platform], ATTEMPT)
    assert not caught.value.sent
    assert wire.paths == []


async def test_a_withdrawn_grant_needs_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    gateway = gateway_over(Wire(b'{"result":24,"error_msg":"x"}'), Platform.KUAISHOU, monkeypatch)
    with pytest.raises(SignInNeeded):
        await gateway.execute(COMMANDS[Platform.KUAISHOU], ATTEMPT)
