"""Keeps a shop's token fresh: one refresh at a time, the new pair safe in the vault before anybody uses it."""

import asyncio
from collections.abc import Awaitable, Callable

from console.core.clock import MINUTE, Clock
from console.core.errors import Busy, Offline, SignInNeeded, Unreadable
from console.core.gateway import Credentials, SupportsVault
from console.core.model import Party

_AFTER_FAILURE_MS = MINUTE  # how long a token that still lives is used before the token server is asked again


class TokenKeeper:
    """Hands out the credentials of one shop and renews them.

    ``refresh`` trades a pair for a new one and raises SignInNeeded only when the platform rejects the refresh token
    itself: a token server that is busy, out of reach or talks nonsense stays Busy, Offline or Unreadable. A refresh
    kills the old refresh token on the platform's side, so once begun it runs to its end even if the caller is
    cancelled.
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
        self._running: set[asyncio.Task[Credentials]] = set()
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
        task = asyncio.create_task(self._renew(stale_access_token))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return await asyncio.shield(task)

    async def settle(self) -> None:
        """Wait until no refresh runs: before the channel is closed."""
        await asyncio.gather(*self._running, return_exceptions=True)

    async def _renew(self, stale_access_token: str) -> Credentials:
        async with self._lock:
            if self._unsaved is not None:
                await self._keep(self._unsaved)
            stored = await self._load()
            if stored.access_token and stored.access_token != stale_access_token:
                return stored
            if self._rejected is not None:
                raise self._refusal()
            try:
                fresh = await self._refresh(stored)
            except SignInNeeded as trouble:
                self._rejected, self._rejected_pair = trouble, _pair(stored)
                raise
            await self._keep(fresh)
            return fresh

    async def _keep(self, fresh: Credentials) -> None:
        self._unsaved = fresh
        await self._vault.save(self._key, fresh)
        self._held, self._unsaved = fresh, None

    async def _load(self) -> Credentials:
        """What the vault holds now: another window or a new sign-in may have changed it."""
        stored = await self._vault.load(self._key)
        if stored is None:
            raise self._nothing_stored()
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


def _pair(credentials: Credentials) -> tuple[str, str]:
    return credentials.access_token, credentials.refresh_token
