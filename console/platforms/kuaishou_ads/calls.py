"""One call with its token in the ``Access-Token`` header, and the one refusal that is cured on the spot: a stale token.

Nothing is signed, and no clock is compared [sheet 2.2].
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

import msgspec

from console.core.clock import Clock
from console.core.errors import SignInNeeded, Unreadable
from console.core.gateway import Credentials
from console.core.model import ADS
from console.net.channel import Answer, Channel, Request
from console.net.reading import again
from console.net.tokens import TokenKeeper
from console.platforms.kuaishou_ads.errors import STALE, trouble_of
from console.platforms.kuaishou_ads.wire import Envelope, read

T = TypeVar("T")

READ_WAITS_S = (0.5, 1.0, 2.0, 4.0, 8.0)
_ROOT = "/rest/openapi/"


class Calls:
    """Sends the calls of one ads account. All of them read, so all of them are repeated through passing trouble."""

    def __init__(self, channel: Channel, keeper: TokenKeeper, clock: Clock) -> None:
        self._channel = channel
        self._keeper = keeper
        self._clock = clock

    async def credentials(self) -> Credentials:
        """Those of the next call."""
        return await self._keeper.current()

    async def read(self, path: str, body: Mapping[str, Any], kind: type[T]) -> T:
        """The ``data`` of a reading call as a ``kind``; ``path`` without its root."""
        content = msgspec.json.encode(body)

        async def ask(credentials: Credentials) -> T:
            headers = {"access-token": credentials.access_token}
            request = Request(method="POST", path=_ROOT + path, json=content, headers=headers)
            return read(_data(await self._channel.send(request)), kind)

        return await self.with_token(ask)

    async def with_token(self, ask: Callable[[Credentials], Awaitable[T]]) -> T:
        """What ``ask`` answers, with a new token where the platform takes the first one for stale, and repeated."""

        async def once() -> T:
            credentials = await self._keeper.current()
            try:
                return await ask(credentials)
            except SignInNeeded as trouble:
                if trouble.code != STALE:
                    raise
            return await ask(await self._keeper.renew(credentials.access_token))

        return await again(once, clock=self._clock, waits=READ_WAITS_S)


def _data(answer: Answer) -> msgspec.Raw:
    """What the envelope carries, whatever the HTTP status. Raises the refusal as trouble."""
    try:
        envelope = read(answer.content, Envelope)
    except Unreadable as trouble:
        detail = f"HTTP {answer.status} {trouble.detail}".rstrip()
        raise Unreadable(trouble.code, platform=ADS, detail=detail) from None
    if envelope.code != 0:
        raise trouble_of(envelope, wait_s=answer.wait_s)
    return envelope.data
