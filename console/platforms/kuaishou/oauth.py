"""Signing in: the page a person visits, the code's exchange and the refresh [sheet 1].

The grant is called ``code`` and the application ``app_id`` here; these calls are not signed. Each refresh answers with
a new refresh token and the old one stops working within five minutes.
"""

from collections.abc import Awaitable, Callable
from urllib.parse import urlencode

import msgspec

from console.core.clock import Clock
from console.core.errors import Unreadable
from console.core.gateway import Credentials
from console.core.model import Platform
from console.net.channel import Channel, Request
from console.platforms.kuaishou.errors import Refusal, trouble_of
from console.platforms.kuaishou.wire import TokenAnswer, read

BASE_URL = "https://openapi.kwaixiaodian.com"
_PAGES_URL = "https://open.kwaixiaodian.com"  # the real platform shows its pages on another host

SCOPES = (
    "user_base",
    "merchant_user",
    "merchant_item",
    "merchant_order",
    "merchant_refund",
    "merchant_logistics",
    "merchant_promotion",
    "merchant_comment",
)


def authorize_url(base_url: str, app_key: str, redirect_uri: str, state: str, scopes: tuple[str, ...] = SCOPES) -> str:
    """Where the merchant agrees; the browser then goes to ``redirect_uri?code=…&state=…``. The code lives 2 minutes."""
    pages = _PAGES_URL if base_url.rstrip("/") == BASE_URL else base_url.rstrip("/")
    query = {
        "app_id": app_key,
        "redirect_uri": redirect_uri,
        "scope": ",".join(scopes),
        "response_type": "code",
        "state": state,
    }
    return f"{pages}/oauth/authorize?{urlencode(query)}"


async def exchange(channel: Channel, clock: Clock, credentials: Credentials, code: str) -> Credentials:
    """The code for a pair of tokens; ``credentials`` bring the application's keys. A code works once, so ask once."""
    request = Request(
        method="GET",
        path="/oauth2/access_token",
        params={
            "app_id": credentials.app_key,
            "app_secret": credentials.app_secret,
            "grant_type": "code",
            "code": code,
        },
    )
    return await _ask(channel, clock, credentials, request)


def refresher(channel: Channel, clock: Clock) -> Callable[[Credentials], Awaitable[Credentials]]:
    """What a TokenKeeper calls. Raises SignInNeeded only where the platform rejects the refresh token."""

    async def refresh(credentials: Credentials) -> Credentials:
        request = Request(
            method="POST",
            path="/oauth2/refresh_token",
            form={
                "grant_type": "refresh_token",
                "refresh_token": credentials.refresh_token,
                "app_id": credentials.app_key,
                "app_secret": credentials.app_secret,
            },
        )
        return await _ask(channel, clock, credentials, request)

    return refresh


async def try_keys(channel: Channel, clock: Clock, credentials: Credentials) -> None:
    """Whether the platform knows the application by these keys: a token for it alone, which is thrown away."""
    request = Request(
        method="GET",
        path="/oauth2/access_token",
        params={
            "app_id": credentials.app_key,
            "app_secret": credentials.app_secret,
            "grant_type": "client_credentials",
        },
    )
    await _ask(channel, clock, credentials, request)


async def _ask(channel: Channel, clock: Clock, credentials: Credentials, request: Request) -> Credentials:
    answer = await channel.send(request, urgent=True)
    now = clock.now_ms()
    token = read(answer.content, TokenAnswer)
    if token.result == 1 and not token.access_token:
        raise Unreadable("wire.envelope", platform=Platform.KUAISHOU, detail="a pair without its token")
    if token.result != 1:
        raise trouble_of(Refusal.of_token(token), now=now, wait_s=answer.wait_s)
    return msgspec.structs.replace(
        credentials,
        access_token=token.access_token,
        refresh_token=token.refresh_token or credentials.refresh_token,
        access_expires_at=_after(now, token.expires_in, None),
        refresh_expires_at=_after(now, token.refresh_token_expires_in, credentials.refresh_expires_at),
        scopes=_scopes(token.scopes) or credentials.scopes,
    )


def _after(now: int, seconds: int | None, otherwise: int | None) -> int | None:
    return otherwise if seconds is None else now + seconds * 1000


def _scopes(said: list[str] | str | None) -> tuple[str, ...]:
    """A list, or a comma-separated text as some answers have it."""
    words = said.split(",") if isinstance(said, str) else said or []
    return tuple(word.strip() for word in words if word.strip())
