"""Keeps a shop's token fresh: one refresh at a time, the new pair safe in the vault before anybody uses it."""

import asyncio
import hashlib
import logging
from collections.abc import Awaitable, Callable
from copy import copy
from weakref import WeakValueDictionary

from console.core.clock import MINUTE, Clock
from console.core.errors import Busy, Offline, SignInNeeded, Trouble, Unreadable
from console.core.gateway import Credentials, SupportsVault
from console.core.model import Party
from console.net.redaction import hide

log = logging.getLogger(__name__)

_AFTER_FAILURE_MS = MINUTE  # how long a token that still lives is used before the token server is asked again

_trades: WeakValueDictionary[bytes, asyncio.Lock] = WeakValueDictionary()  # by the pair that is being traded


class TokenKeeper:
    """Hands out the credentials of one shop and renews them.

    ``refresh`` trades a pair for a new one and raises SignInNeeded only when the platform rejects the refresh token
    itself: a token server that is busy, out of reach or talks nonsense stays Busy, Offline or Unreadable. A refresh
    kills the old refresh token on the platform's side, so once begun it runs to its end even if the caller is
    cancelled. Keepers of one shop (its gateway, and one that asks whose shop it is) trade a pair only once.
    """

    def __init__(
        self,
        vault: SupportsVault,
        key: str,
        clock: Clock,
        refresh: Callable[[Credentials], Awaitable[Credentials]],
        *,
        early_ms: int = 5 * MINUTE,
        platform: Party | None = None,
    ) -> None:
        self._vault = vault
        self._key = key
        self._clock = clock
        self._refresh = refresh
        self._early_ms = early_ms
        self._platform = platform
        self._lock = asyncio.Lock()
        self._running: dict[str, asyncio.Task[Credentials]] = {}  # by the access token to be replaced
        self._held: Credentials | None = None
        self._unsaved: Credentials | None = None  # a pair the vault could not take yet
        self._rejected: SignInNeeded | None = None
        self._rejected_pair = ("", "")
        self._not_before = 0  # ms; no early refresh until then

    async def current(self) -> Credentials:
        """Credentials to sign with, renewed first where the token is known to end soon."""
        held = self._held if self._held is not None and self._rejected is None else await self._load()
        if self._rejected is not None:
            raise self._refusal()
        now = self._clock.now_ms()
        left_ms = None if held.access_expires_at is None else held.access_expires_at - now
        if held.access_token and (left_ms is None or left_ms > self._early_ms):
            return held
        still_lives = bool(held.access_token) and left_ms is not None and left_ms > 0
        if still_lives and now < self._not_before:
            return held
        try:
            return await self.renew(held.access_token)
        except (Offline, Busy, Unreadable):
            if not still_lives:
                raise
            self._not_before = now + _AFTER_FAILURE_MS
            return held

    async def stored(self) -> Credentials:
        """What the vault holds now, whether it still works or not. Raises SignInNeeded where it holds nothing."""
        return await self._load()

    async def renew(self, stale_access_token: str) -> Credentials:
        """Credentials with another access token than the one the platform just refused."""
        task = self._running.get(stale_access_token)
        if task is None:  # else its answer is everybody's, a failure, too: a busy token server is asked once
            task = asyncio.create_task(self._renew(stale_access_token))
            self._running[stale_access_token] = task
            task.add_done_callback(lambda _: self._running.pop(stale_access_token, None))
        try:
            return await asyncio.shield(task)
        except Trouble as trouble:
            raise copy(trouble) from None  # one exception that is raised by many gathers tracebacks

    async def settle(self) -> None:
        """Wait until no refresh runs, and offer the vault once more what it did not take; then close."""
        await asyncio.gather(*self._running.values(), return_exceptions=True)
        if self._unsaved is not None:
            try:
                await self._keep(self._unsaved)
            except Exception as trouble:  # noqa: BLE001 - each vault has troubles of its own
                log.warning("the new pair of %s is lost with this run: %s", self._key, type(trouble).__name__)

    async def _renew(self, stale_access_token: str) -> Credentials:
        async with self._lock:
            if self._unsaved is not None:
                await self._keep(self._unsaved)
            async with _trade_of(await self._load()):
                stored = await self._load()  # another keeper may have traded it meanwhile
                if stored.access_token and stored.access_token != stale_access_token:
                    return stored
                if self._rejected is not None:
                    raise self._refusal()
                return await self._trade(stored)

    async def _trade(self, stored: Credentials) -> Credentials:
        try:
            fresh = await self._refresh(stored)
        except SignInNeeded as trouble:
            latest = await self._load()
            if _pair(latest) != _pair(stored):  # another process traded it first
                return latest
            self._rejected, self._rejected_pair = trouble, _pair(stored)
            raise
        await self._keep(fresh)
        return fresh

    async def _keep(self, fresh: Credentials) -> None:
        self._unsaved = fresh
        _hide(fresh)
        await self._vault.save(self._key, fresh)
        self._held, self._unsaved = fresh, None

    async def _load(self) -> Credentials:
        """What the vault holds now: another window or a new sign-in may have changed it."""
        stored = await self._vault.load(self._key)
        if stored is None:
            raise self._nothing_stored()
        _hide(stored)
        if _pair(stored) != self._rejected_pair:
            self._rejected = None
        self._held = stored
        return stored

    def _refusal(self) -> SignInNeeded:
        """The refusal once more, as a new exception: one that is raised twice gathers tracebacks."""
        first = self._rejected
        if first is None:
            return self._nothing_stored()
        return SignInNeeded(first.code, platform=first.platform, detail=first.detail, trace_id=first.trace_id)

    def _nothing_stored(self) -> SignInNeeded:
        return SignInNeeded("net.no_credentials", platform=self._platform, detail=self._key)


def _trade_of(held: Credentials) -> asyncio.Lock:
    """Held by whoever trades this pair, whichever vault he read it from."""
    told = "\0".join((held.base_url, held.app_key, held.grant_id, *_pair(held)))
    return _trades.setdefault(hashlib.sha256(told.encode()).digest(), asyncio.Lock())


def _hide(held: Credentials) -> None:
    hide(held.app_secret, held.sign_secret, *_pair(held))


def _pair(credentials: Credentials) -> tuple[str, str]:
    return credentials.access_token, credentials.refresh_token
