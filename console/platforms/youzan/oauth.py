"""Signing in to Youzan: the token endpoint's grants. Times are ms UTC; ``expires`` is an instant, not a duration.

A merchant's own app (自用型) needs no browser: the silent grant gives a token for a kdt_id. An app from the market
(工具型) trades a code once and refresh tokens from then on. Access tokens live 7 days, refresh tokens 28.
"""

from collections.abc import Awaitable, Callable, Mapping
from urllib.parse import urlencode

import msgspec

from console.core.clock import DAY, Clock
from console.core.errors import Refused, SignInNeeded
from console.core.gateway import Credentials
from console.net.channel import Channel, Request
from console.platforms.youzan.errors import token_trouble, unreadable, unwrap
from console.platforms.youzan.values import Loose, instant, text

BASE_URL = "https://open.youzanyun.com"
AUTHORIZE_ORIGIN = "https://diy.youzanyun.com"
_REFRESH_TOKEN_LIFE_MS = 28 * DAY


class _Token(msgspec.Struct, gc=False):
    access_token: str
    expires: Loose = None
    scope: str | None = None
    authority_id: Loose = None
    refresh_token: str | None = None

    def __repr__(self) -> str:
        return "_Token(…)"


_token = msgspec.json.Decoder(_Token)


def authorize_url(client_id: str, state: str, *, origin: str = AUTHORIZE_ORIGIN) -> str:
    """Where a merchant who subscribed to a market app gives it a code; the code comes back with ``state``."""
    return f"{origin}/oauth/authorize?{urlencode({'client_id': client_id, 'state': state})}"


async def exchange(
    channel: Channel, credentials: Credentials, code: str, *, clock: Clock, redirect_uri: str = ""
) -> Credentials:
    """Trade an authorisation code (2 minutes, once) for a pair of tokens."""
    body = {"authorize_type": "authorization_code", "code": code}
    if redirect_uri:
        body["redirect_uri"] = redirect_uri
    return await _grant(channel, credentials, body, clock)


async def sign_in_silently(
    channel: Channel, credentials: Credentials, *, clock: Clock, renew: bool = False
) -> Credentials:
    """A token for the shop ``credentials.grant_id``; ``renew`` asks for a new one though the old may still live."""
    body = {"authorize_type": "silent", "grant_id": credentials.grant_id, "refresh": renew}
    return await _grant(channel, credentials, body, clock)


def refresher(channel: Channel, clock: Clock) -> Callable[[Credentials], Awaitable[Credentials]]:
    """How a token keeper renews: by the refresh token where there is one, else silently.

    An answer lost on its way takes the new refresh token with it. A merchant's own app then still has the silent
    grant, so that shop is not signed out by a torn connection.
    """

    async def refresh(held: Credentials) -> Credentials:
        if not held.refresh_token:
            return await sign_in_silently(channel, held, clock=clock, renew=True)
        body = {"authorize_type": "refresh_token", "refresh_token": held.refresh_token}
        try:
            return await _grant(channel, held, body, clock)
        except SignInNeeded as rejected:
            if not held.grant_id:
                raise
            try:
                return await sign_in_silently(channel, held, clock=clock, renew=True)
            except Refused:
                raise rejected from None

    return refresh


async def _grant(channel: Channel, held: Credentials, body: Mapping[str, object], clock: Clock) -> Credentials:
    app = {"client_id": held.app_key, "client_secret": held.app_secret}
    answer = await channel.send(
        Request(
            method="POST",
            path="/auth/token",
            json=msgspec.json.encode({**app, **body}),
            headers={"content-type": "application/json;charset=UTF-8"},
        )
    )
    payload = unwrap(answer, token_trouble)
    try:
        token = _token.decode(payload)
        expires_at = instant(token.expires)
    except (msgspec.DecodeError, ValueError) as error:
        raise unreadable(f"token: {error}") from None
    return msgspec.structs.replace(
        held,
        access_token=token.access_token,
        access_expires_at=expires_at,
        refresh_token=token.refresh_token or "",
        refresh_expires_at=clock.now_ms() + _REFRESH_TOKEN_LIFE_MS if token.refresh_token else None,
        grant_id=held.grant_id or text(token.authority_id),
        scopes=tuple((token.scope or "").split()),
    )
