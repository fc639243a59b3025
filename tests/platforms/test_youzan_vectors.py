"""Youzan's vectors: tokens, cipher texts, pushes. Their credentials are fictitious."""

import json
from typing import Any

import pytest
from youzan_samples import CREDENTIALS, NOW, VECTORS, PlayedChannel, StillClock, answer, body_of

from console.core.errors import Refused, SignInNeeded, Trouble
from console.core.gateway import Credentials
from console.platforms.youzan import messages, oauth, secrets
from console.platforms.youzan.errors import TokenRefused, unwrap


def _vectors(name: str) -> Any:
    return json.loads((VECTORS / f"youzan_{name}.json").read_text(encoding="utf-8"))


TOKEN, SECRET, MESSAGE = _vectors("token"), _vectors("secret"), _vectors("message")
CASES = {case["name"]: case for case in TOKEN["cases"]}
KEYS = {key["kdt_id"]: key["secretKey"] for key in SECRET["keys"]}


def _named(name: str) -> Any:
    return CASES[name]["response"]


async def _granted(name: str) -> tuple[dict[str, Any], Credentials]:
    """Ask for the grant of a vector as our client does; what was sent, and what came of it."""
    channel, clock = PlayedChannel([answer(_named(name))]), StillClock()
    held = Credentials(base_url="", app_key=CREDENTIALS.app_key, app_secret=CREDENTIALS.app_secret, grant_id="160")
    match name:
        case "silent":
            fresh = await oauth.sign_in_silently(channel, held, clock=clock)
        case "silent_with_refresh":
            fresh = await oauth.refresher(channel, clock)(held)
        case "authorization_code":
            address = "https://example.com/callback"
            fresh = await oauth.exchange(channel, held, "e0f1a2b3c4d5e6f7", clock=clock, redirect_uri=address)
        case _:
            held.refresh_token = "c0b1c2d3e4f5a6b7c8d9e0f1a2b3c4"
            fresh = await oauth.refresher(channel, clock)(held)
    [request] = channel.requests
    assert (request.method, request.path) == ("POST", "/auth/token")
    assert request.headers["content-type"] == "application/json;charset=UTF-8"
    return body_of(request), fresh


@pytest.mark.parametrize("name", ["silent", "silent_with_refresh", "authorization_code", "refresh_token"])
async def test_a_grant_is_asked_and_read_as_the_vector_says(name: str) -> None:
    asked, fresh = await _granted(name)
    wanted, data = CASES[name]["request"]["body"], _named(name)["data"]
    assert {key: str(value) for key, value in asked.items()} == {key: str(value) for key, value in wanted.items()}
    assert fresh.access_token == data["access_token"]
    assert fresh.access_expires_at == data["expires"]
    assert fresh.refresh_token == data.get("refresh_token", "")
    assert fresh.refresh_expires_at == (NOW + 28 * 86_400_000 if "refresh_token" in data else None)
    assert fresh.grant_id == data["authority_id"]
    assert fresh.scopes == tuple(data["scope"].split())


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [
        ("error_form_body", Refused, "youzan.1000"),
        ("error_unknown_client", SignInNeeded, "youzan.1103"),
        ("error_wrong_secret", SignInNeeded, "youzan.1000"),
        ("error_not_authorised", SignInNeeded, "youzan.1103"),
        ("error_authorisation_expired", SignInNeeded, "youzan.1004"),
        ("error_bad_code", SignInNeeded, "youzan.1005"),
        ("error_app_type", Refused, "youzan.1105"),
    ],
)
async def test_a_refused_grant(name: str, kind: type[Trouble], code: str) -> None:
    channel = PlayedChannel([answer(_named(name))])
    with pytest.raises(kind) as caught:
        await oauth.sign_in_silently(channel, CREDENTIALS, clock=StillClock())
    assert caught.value.code == code
    assert CREDENTIALS.app_secret not in repr(caught.value)


def test_every_token_case_is_covered() -> None:
    grants = {"silent", "silent_with_refresh", "authorization_code", "refresh_token"}
    assert {name for name in CASES if not name.startswith("error_")} - grants == {"official_node_sdk_adds_host"}


@pytest.mark.parametrize("case", TOKEN["gateway_token_errors"], ids=lambda case: case["when"][:20])
def test_a_token_the_gateway_refuses(case: dict[str, Any]) -> None:
    code = case["body"]["gw_err_resp"]["err_code"]
    with pytest.raises(Refused if code == 4204 else TokenRefused) as caught:
        unwrap(answer(case["body"]))
    assert caught.value.code == f"youzan.{code}"
    assert caught.value.trace_id.startswith("yz7-")


@pytest.mark.parametrize("case", SECRET["encrypt"], ids=lambda case: case["plain"][:4])
def test_decrypt(case: dict[str, Any]) -> None:
    assert secrets.is_encrypted(case["cipher"]) is case["is_encrypt"]
    assert secrets.decrypt(case["cipher"], KEYS[SECRET["kdt_id"]]) == case["back"]
    assert secrets.key_version(case["cipher"]) == 1


def test_another_shops_key_opens_nothing() -> None:
    case = SECRET["wrong_shop_decrypt"]
    with pytest.raises(secrets.CannotOpen):
        secrets.decrypt(case["cipher"], KEYS[case["kdt_id"]])
    with pytest.raises(secrets.CannotOpen):
        secrets.decrypt("13800138000", KEYS[160])
    with pytest.raises(secrets.CannotOpen):
        secrets.decrypt(case["cipher"], "no key")


@pytest.mark.parametrize("case", SECRET["mask"], ids=lambda case: f"{case['type']} {case['plain'][:3]}")
def test_mask(case: dict[str, Any]) -> None:
    assert secrets.mask(case["plain"], case["type"]) == case["masked"]


@pytest.mark.parametrize("case", SECRET["is_encrypt"], ids=lambda case: case["value"] or "empty")
def test_is_encrypted(case: dict[str, Any]) -> None:
    assert secrets.is_encrypted(case["value"]) is case["is_encrypt"]


@pytest.mark.parametrize("case", SECRET["key_query"]["requests"], ids=lambda case: str(case["kdt_id"]))
def test_key_query_sign(case: dict[str, Any]) -> None:
    kdt_id = str(case["kdt_id"] or "")
    sign = secrets.key_query_sign(case["client_id"], SECRET["client_secret"], case["timestamp"], kdt_id)
    assert sign == case["sign"]


@pytest.mark.parametrize("case", MESSAGE["push_vectors"], ids=lambda case: case["name"])
def test_a_push_is_genuine_and_read(case: dict[str, Any]) -> None:
    raw, secret, client_id = case["raw_body"].encode(), MESSAGE["client_secret"], MESSAGE["client_id"]
    assert messages.is_genuine(case["headers"]["Event-Sign"], client_id, raw, secret)
    body = json.loads(raw)
    if case["expect"]["body_sign"] is not None:
        assert messages.body_sign(client_id, body["msg"], secret) == case["expect"]["body_sign"]
    message = messages.read(raw)
    assert message.content == case["expect"]["decoded_msg"]
    assert (message.type, message.kdt_id, message.test) == (body["type"], "160", body["test"])
    assert message.message_id == body["msg_id"]


@pytest.mark.parametrize("case", MESSAGE["negative_vectors"], ids=lambda case: case["name"])
def test_a_push_that_was_touched_is_not_genuine(case: dict[str, Any]) -> None:
    raw = case["raw_body"].encode()
    assert not messages.is_genuine(case["event_sign"], case["client_id"], raw, case["client_secret"])


@pytest.mark.parametrize("case", MESSAGE["authorization_callback_aes"]["vectors"], ids=["subscribe", "auth"])
def test_a_callback_opens_with_the_apps_secret(case: dict[str, Any]) -> None:
    assert messages.read_callback(case["message"], case["client_secret"]) == json.loads(case["plaintext"])
    with pytest.raises(ValueError, match=r".+"):
        messages.read_callback(case["message"], "f" * 32)


@pytest.mark.parametrize("raw", [b"", b"[]", b'{"msg": 5}', b'{"msg": "%7B"}'])
def test_what_is_no_push(raw: bytes) -> None:
    with pytest.raises(ValueError, match="not a push message"):
        messages.read(raw)


def test_authorize_url() -> None:
    address = oauth.authorize_url("a1b2", "st/ate", origin="http://127.0.0.1:8000")
    assert address == "http://127.0.0.1:8000/oauth/authorize?client_id=a1b2&state=st%2Fate"
