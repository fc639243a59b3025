"""The golden vectors: signatures and pushed messages, made by other implementations than ours."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.core.errors import Unreadable
from console.platforms.kuaishou.messages import decrypt, read_message
from console.platforms.kuaishou.signing import SIGNED_KEYS, sign, text_to_sign

VECTORS = Path(__file__).parents[1] / "vectors"
SIGNS = json.loads((VECTORS / "kuaishou_sign.json").read_text(encoding="utf-8"))
MESSAGES = json.loads((VECTORS / "kuaishou_message.json").read_text(encoding="utf-8"))


def by_id(vectors: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(vector, id=vector["id"]) for vector in vectors]


def test_no_vector_is_missing() -> None:
    assert len(SIGNS["vectors"]) == SIGNS["count"] == 23
    assert len(MESSAGES["vectors"]) + len(MESSAGES["negative"]) == MESSAGES["count"] == 11


@pytest.mark.parametrize("vector", by_id(SIGNS["vectors"]))
def test_signature(vector: dict[str, Any]) -> None:
    assert text_to_sign(vector["params"], vector["sign_secret"]) == vector["string_to_sign"]
    assert sign(vector["params"], vector["sign_secret"]) == vector["expected_sign"]


@given(st.dictionaries(st.sampled_from([*SIGNED_KEYS, "sign", "extra"]), st.text(max_size=20)), st.text(min_size=1))
def test_order_and_further_fields_do_not_count(params: dict[str, str], secret: str) -> None:
    params["signMethod"] = "HMAC_SHA256"
    shuffled = dict(sorted(params.items(), reverse=True)) | {"sign": "whatever", "extra": "whatever"}
    assert sign(params, secret) == sign(shuffled, secret)


@pytest.mark.parametrize("method", ["HMAC-SHA256", "md5", ""])
def test_other_sign_methods_are_not_signed(method: str) -> None:
    with pytest.raises(ValueError, match="signMethod"):
        sign({"signMethod": method}, "x")


@pytest.mark.parametrize("vector", by_id(MESSAGES["vectors"]))
def test_message(vector: dict[str, Any]) -> None:
    assert decrypt(vector["body"], vector["private_key"]) == vector["plaintext"]
    message = read_message(vector["body"], vector["private_key"])
    plain = json.loads(vector["plaintext"])
    assert message.event == plain.get("event", "")
    assert message.event_id == plain.get("eventId", "")
    assert message.info == plain.get("info")
    assert message.test is plain.get("test", False)


@pytest.mark.parametrize("vector", by_id(MESSAGES["negative"]))
def test_message_that_must_fail(vector: dict[str, Any]) -> None:
    with pytest.raises(Unreadable) as caught:
        read_message(vector["body"], vector["private_key"])
    assert vector["private_key"] not in f"{caught.value!r} {caught.value.__cause__!r}"


def test_a_broken_key_is_no_crash() -> None:
    with pytest.raises(Unreadable):
        decrypt(MESSAGES["vectors"][0]["body"], "not Base64!")
