"""What a log line may not hold."""

import logging
import sys

import pytest

from console.net import redaction
from console.net.redaction import RedactingFormatter, hide, redact

SECRET = "ChFvYXV0aC5hY2Nlc3M-s3cr3t_=="

PLACES = [
    "GET https://x/open/order?access_token={}&appkey=ks1",
    "https://x/oauth2/access_token?app_secret={}",
    "https://x/cb?state=1&code={}",
    "https://x/cb?auth_code={}&state=1",
    '{{"app_id": 1, "auth_code": "{}"}}',
    "{{'access-token': '{}'}}",
    "?sign={}&version=1",
    '{{"access_token": "{}", "result": 1}}',
    '{{"refresh_token":"{}"}}',
    '{{"body": "{{\\"refresh_token\\":\\"{}\\"}}"}}',
    "{{'client_secret': '{}'}}",
    "Credentials(app_key='ks1', app_secret='{}', sign_secret='x')",
    "authorize_token = {}",
    "Authorization: Bearer {}",
    "{{'Authorization': 'Bearer {}'}}",
    "authorization: {}",
    "bearer {}",
    "accessToken={}; messageKey=x",
]


@pytest.mark.parametrize("place", PLACES)
def test_a_secret_is_hidden_wherever_it_stands(place: str) -> None:
    text = redact(place.format(SECRET))
    assert "s3cr3t" not in text
    assert "***" in text


def test_values_with_separators_are_hidden_to_their_end() -> None:
    assert redact('{"app_secret": "a,b&c d\\"e", "next": 1}') == '{"app_secret": ***, "next": 1}'


@pytest.mark.parametrize(
    "text",
    [
        "order 2607602240240301 item 13800138000123 at 1768442400000",
        '{"result":28,"code":"803000","sub_code":"28"}',
        "design=3, signMethod=MD5, the secretary signed",
        "HTTP 503 from /open/order/cursor/list",
    ],
)
def test_what_is_not_secret_stays(text: str) -> None:
    assert redact(text) == text


def test_what_is_known_is_hidden_without_a_name_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redaction, "_known", set())
    hide("a+b/c==d e", "short", "")
    assert (
        redact("token a+b/c==d e or a%2Bb%2Fc%3D%3Dd%20e or a%2Bb%2Fc%3D%3Dd+e of short")
        == "token *** or *** or *** of short"
    )


def test_phones_keep_their_ends() -> None:
    assert redact("收件人13812345678，广东") == "收件人138****5678，广东"


def test_the_formatter_covers_arguments_and_exceptions() -> None:
    try:
        raise ValueError(f"access_token={SECRET}")
    except ValueError:
        record = logging.LogRecord("n", logging.ERROR, "p", 1, "sent %s", ({"sign": SECRET},), sys.exc_info())
    text = RedactingFormatter("%(message)s").format(record)
    assert "s3cr3t" not in text
    assert "ValueError" in text
