"""Calling a Youzan API: the token in the query, JSON in the body, refused tokens renewed once, reads repeated."""

from collections.abc import Awaitable
from typing import TypeVar

import msgspec

from console.core.clock import Clock
from console.core.errors import Busy, Refused, Trouble
from console.core.gateway import Credentials
from console.core.model import Platform
from console.net.channel import Channel, Request
from console.net.reading import again, worth_repeating
from console.net.tokens import TokenKeeper
from console.platforms.youzan.errors import Throttled, TokenRefused, unreadable, unwrap

T = TypeVar("T")

_anything = msgspec.json.Decoder(msgspec.Raw)

THROTTLE_WAITS_S = (3.0, 6.0, 12.0, 24.0, 48.0)  # documented; after that the platform wants to be left alone
EXPIRED = "youzan.4202"
TROUBLE_WAITS_S = (0.5, 1.0, 2.0, 4.0)


class Calls:
    """The calls of one shop. A wait concerns the call that was refused; others go on at the channel's pace."""

    def __init__(self, channel: Channel, keeper: TokenKeeper, clock: Clock) -> None:
        self.channel = channel
        self._keeper = keeper
        self._clock = clock

    async def credentials(self) -> Credentials:
        """The shop's credentials, with a token that lives."""
        return await self._keeper.current()

    async def read(self, api: str, version: str, body: dict[str, object], shape: msgspec.json.Decoder[T]) -> T:
        """The data of a reading call, repeated as the kind of its trouble allows."""
        content = msgspec.json.encode(body)

        async def once() -> T:
            return await self._once(f"/api/{api}/{version}", content, shape)

        async def through_trouble() -> T:
            return await again(once, clock=self._clock, waits=TROUBLE_WAITS_S, keep=_is_passing)

        return await again(through_trouble, clock=self._clock, waits=THROTTLE_WAITS_S, keep=_is_throttled)

    async def once(self, api: str, version: str, body: dict[str, object]) -> None:
        """A reading call for the sake of whether it is answered: never repeated."""
        await self._once(f"/api/{api}/{version}", msgspec.json.encode(body), _anything)

    async def read_once(self, api: str, version: str, body: dict[str, object], shape: msgspec.json.Decoder[T]) -> T:
        """The data of a reading call that is made once, whatever comes of it; ahead of the queue.

        Only what was turned away at the door, for a stale token, is sent again.
        """
        return await self._once(f"/api/{api}/{version}", msgspec.json.encode(body), shape, urgent=True)

    async def write(self, api: str, version: str, body: dict[str, object]) -> None:
        """A writing call, ahead of the queue and never repeated here: only the outbox sends anything again.

        What was turned away for a stale token comes back as Busy without a wait, once that is renewed.
        """
        token = (await _unsent(self._keeper.current())).access_token
        try:
            said = await self._send(f"/api/{api}/{version}", msgspec.json.encode(body), token, _anything, urgent=True)
        except Throttled as trouble:
            trouble.sent = False  # turned away at the door
            raise
        except TokenRefused as trouble:
            await _unsent(self._keeper.renew(token))
            raise Busy(trouble.code, platform=Platform.YOUZAN, detail=trouble.detail, wait_s=0, sent=False) from None
        if bytes(said).strip() == b"false":
            raise Refused("youzan.not_done", platform=Platform.YOUZAN)

    async def aclose(self) -> None:
        """Let a running token refresh end, then close the connections."""
        await self._keeper.settle()
        await self.channel.aclose()

    async def _once(self, path: str, content: bytes, shape: msgspec.json.Decoder[T], *, urgent: bool = False) -> T:
        token = (await self._keeper.current()).access_token
        try:
            return await self._send(path, content, token, shape, urgent=urgent)
        except TokenRefused:
            fresh = await self._keeper.renew(token)
        try:
            return await self._send(path, content, fresh.access_token, shape, urgent=urgent)
        except TokenRefused as refused:
            if refused.code == EXPIRED:  # a token that is a moment old: the platform is confused, not the merchant
                raise Busy(
                    EXPIRED, platform=refused.platform, detail=refused.detail, trace_id=refused.trace_id, sent=False
                ) from None
            raise

    async def _send(
        self, path: str, content: bytes, token: str, shape: msgspec.json.Decoder[T], *, urgent: bool = False
    ) -> T:
        answer = await self.channel.send(
            Request(
                method="POST",
                path=path,
                params={"access_token": token},
                json=content,
                headers={"content-type": "application/json;charset=UTF-8"},
            ),
            urgent=urgent,
        )
        payload = unwrap(answer)
        try:
            return shape.decode(payload)
        except (msgspec.DecodeError, RecursionError) as error:
            raise unreadable(f"{path}: {error}") from None


async def _unsent(work: Awaitable[T]) -> T:
    """Something that comes before or after the call itself: its trouble does not say that the call was carried out."""
    try:
        return await work
    except Trouble as trouble:
        trouble.sent = False
        raise


def _is_throttled(trouble: Trouble) -> bool:
    return isinstance(trouble, Throttled) and worth_repeating(trouble)


def _is_passing(trouble: Trouble) -> bool:
    return not isinstance(trouble, Throttled) and worth_repeating(trouble)
