"""Signing in: the page a person visits, the code's exchange, the refresh, and whose accounts a token speaks for.

The grant is called ``auth_code`` here, the application ``app_id`` (a number) and its key ``secret``; nothing is signed
[sheet 2.1]. A refresh replaces both tokens and kills the old pair at once.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol
from urllib.parse import urlencode

import msgspec

from console.core.clock import Clock
from console.core.errors import Refused, Trouble
from console.core.gateway import Credentials
from console.core.model import ADS
from console.net.channel import Channel, Request
from console.platforms.kuaishou_ads.errors import sign_in_trouble_of, trouble_of
from console.platforms.kuaishou_ads.wire import Accounts, Envelope, TokenPair, ids, nonsense, read

BASE_URL = "https://ad.e.kuaishou.com"
_PAGES_URL = "https://developers.e.kuaishou.com"  # the real platform shows its pages on another host
_ROOT = "/rest/openapi/oauth2/authorize"
_ACCOUNTS_A_PAGE = 200
_MOST_PAGES = 50

SCOPES = ("esp_report_service", "esp_account_service")


def authorize_url(base_url: str, app_key: str, redirect_uri: str, state: str, scopes: tuple[str, ...] = SCOPES) -> str:
    """Where the advertiser agrees; the browser then goes to ``redirect_uri?auth_code=…&state=…``.

    The code lives 10 minutes. ``redirect_uri`` is the one stored with the app, seldom a loopback address.
    """
    pages = _PAGES_URL if base_url.rstrip("/") == BASE_URL else base_url.rstrip("/")
    query = {
        "app_id": app_key,
        "scope": msgspec.json.encode(scopes).decode(),
        "redirect_uri": redirect_uri,
        "state": state,
        "oauth_type": "advertiser",
    }
    return f"{pages}/tools/authorize?{urlencode(query)}"


async def exchange(channel: Channel, clock: Clock, credentials: Credentials, code: str) -> Credentials:
    """The code for a pair of tokens; ``credentials`` bring the application's keys. A code works once, so ask once.

    ``grant_id`` becomes the ads account where the platform names exactly one; else it is asked for by ``accounts``.
    """
    return await _pair(channel, clock, credentials, "/access_token", {"auth_code": code})


def refresher(channel: Channel, clock: Clock) -> Callable[[Credentials], Awaitable[Credentials]]:
    """What a TokenKeeper calls. Raises SignInNeeded only where the platform rejects the refresh token."""

    async def refresh(credentials: Credentials) -> Credentials:
        return await _pair(channel, clock, credentials, "/refresh_token", {"refresh_token": credentials.refresh_token})

    return refresh


async def accounts(channel: Channel, credentials: Credentials) -> tuple[str, ...]:
    """The numbers of the ads accounts that ``credentials.access_token`` speaks for."""
    found: dict[str, None] = {}
    for number in range(1, _MOST_PAGES + 1):
        body = {"access_token": credentials.access_token, "page_no": number, "page_size": _ACCOUNTS_A_PAGE}
        page = read(await _ask(channel, credentials, "/approval/list", body, trouble_of), Accounts)
        if page.details is None:
            raise nonsense("no list of accounts")
        found.update(dict.fromkeys(ids(page.details)))
        if page.is_end or not page.details or (page.is_end is None and len(page.details) < _ACCOUNTS_A_PAGE):
            return tuple(found)
    raise nonsense("the list of accounts does not end")


async def _pair(
    channel: Channel, clock: Clock, credentials: Credentials, path: str, body: Mapping[str, Any]
) -> Credentials:
    pair = read(await _ask(channel, credentials, path, body, sign_in_trouble_of), TokenPair)
    now = clock.now_ms()
    if not pair.access_token:
        raise nonsense("a pair without its token")
    return msgspec.structs.replace(
        credentials,
        access_token=pair.access_token,
        refresh_token=pair.refresh_token or credentials.refresh_token,
        access_expires_at=_after(now, pair.access_token_expires_in, None),
        refresh_expires_at=_after(now, pair.refresh_token_expires_in, credentials.refresh_expires_at),
        grant_id=credentials.grant_id or _only(pair),
    )


class _Judge(Protocol):
    def __call__(self, envelope: Envelope, *, wait_s: float | None = None) -> Trouble: ...


async def _ask(
    channel: Channel, credentials: Credentials, path: str, body: Mapping[str, Any], judge: _Judge
) -> msgspec.Raw:
    """The ``data`` of a call that brings the application's keys; ``judge`` says what a refusal means."""
    if not credentials.app_key.isdecimal():
        raise Refused("kuaishou_ads.keys", platform=ADS, detail="app_id", sent=False)
    keys = {"app_id": int(credentials.app_key), "secret": credentials.app_secret}
    content = msgspec.json.encode({**keys, **body})
    answer = await channel.send(Request(method="POST", path=_ROOT + path, json=content), urgent=True)
    envelope = read(answer.content, Envelope)
    if envelope.code != 0:
        raise judge(envelope, wait_s=answer.wait_s)
    return envelope.data


def _only(pair: TokenPair) -> str:
    named = set(ids([pair.advertiser_id, *(pair.advertiser_ids or ())]))
    return named.pop() if len(named) == 1 else ""


def _after(now: int, seconds: int | None, otherwise: int | None) -> int | None:
    return otherwise if seconds is None else now + seconds * 1000
