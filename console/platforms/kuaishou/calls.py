"""One signed call of the gateway, and the two refusals that are cured on the spot: a stale token, a wrong clock."""

from collections.abc import Awaitable, Mapping
from typing import Any, TypeVar

import msgspec

from console.core.clock import SECOND, Clock
from console.core.errors import Busy, Trouble, Unreadable
from console.core.gateway import Credentials
from console.core.model import Platform
from console.net.channel import Answer, Channel, Request
from console.net.reading import again
from console.net.tokens import TokenKeeper
from console.platforms.kuaishou.errors import Refusal, trouble_of
from console.platforms.kuaishou.signing import sign
from console.platforms.kuaishou.wire import Envelope, read

T = TypeVar("T")

READ_WAITS_S = (0.5, 1.0, 2.0, 4.0, 8.0)
_LONGEST_QUERY = 1_500  # characters of ``param``; beyond it goes into the body, as the platform asks
_MOST_CURES = 2  # a call in mid-change may meet the old clock and the new one
_SAME_CLOCK_MS = 2 * SECOND  # a Date header tells no more


class Calls:
    """Signs and sends calls for one shop; after a refusal for the time, timestamps follow the platform's clock."""

    def __init__(self, channel: Channel, keeper: TokenKeeper, clock: Clock) -> None:
        self._channel = channel
        self._keeper = keeper
        self._clock = clock
        self._lead_ms = 0  # how far the platform's clock is ahead of ours
        self.turned_away_ms = 0  # the same, when a call was last turned away for its time; 0: none was

    async def read(
        self, method: str, param: Mapping[str, Any], kind: type[T], *, verb: str = "GET", urgent: bool = False
    ) -> T:
        """The ``data`` of a reading call as a ``kind``, repeated through passing trouble."""
        text = msgspec.json.encode(param).decode()

        async def once() -> T:
            return read((await self._attempt(method, text, verb, urgent)).data, kind)

        return await again(once, clock=self._clock, waits=READ_WAITS_S)

    async def once(self, method: str, param: Mapping[str, Any], *, verb: str = "GET") -> Envelope:
        """A reading call that is made once, whatever comes of it; at the front of the queue. Returns what it said.

        Only what was turned away at the door, for a stale token or a wrong clock, is sent again.
        """
        return await self._attempt(method, msgspec.json.encode(param).decode(), verb, urgent=True)

    async def write(self, method: str, param: Mapping[str, Any], *, verb: str = "POST") -> msgspec.Raw:
        """A writing call, ahead of the queue and never repeated here: only the outbox sends anything again.

        Returns the answer's ``data``. What was turned away for a stale token or a wrong clock comes back as Busy
        without a wait, once that is mended.
        """
        text = msgspec.json.encode(param).decode()
        credentials = await _unsent(self._keeper.current())
        lead_ms = self._lead_ms
        answer = await self._channel.send(self._request(credentials, method, text, verb), urgent=True)
        envelope = _open(answer)
        if envelope.result == 1:
            return envelope.data
        refusal = Refusal.of(envelope)
        trouble = trouble_of(refusal, now=self._clock.now_ms(), wait_s=answer.wait_s)
        if await _unsent(self._cure(refusal, credentials, answer, lead_ms)):
            raise Busy(trouble.code, platform=Platform.KUAISHOU, detail=trouble.detail, wait_s=0, sent=False)
        raise trouble

    @property
    def ahead_ms(self) -> int:
        """How far the platform's clock is ahead of ours, as far as that is known."""
        return self._lead_ms or self._channel.skew_ms

    async def _attempt(self, method: str, param: str, verb: str, urgent: bool) -> Envelope:
        cures = 0
        while True:
            credentials = await self._keeper.current()
            lead_ms = self._lead_ms
            answer = await self._channel.send(self._request(credentials, method, param, verb), urgent=urgent)
            envelope = _open(answer)
            if envelope.result == 1:
                return envelope
            refusal = Refusal.of(envelope)
            if cures == _MOST_CURES or not await self._cure(refusal, credentials, answer, lead_ms):
                raise trouble_of(refusal, now=self._clock.now_ms(), wait_s=answer.wait_s)
            cures += 1

    async def _cure(self, refusal: Refusal, credentials: Credentials, answer: Answer, lead_ms: int) -> bool:
        """Whether something was put right, so that the call, which was not carried out, may be sent once more."""
        match refusal.meaning:
            case "token" | "unauthorised":
                await self._keeper.renew(credentials.access_token)
                return True
            case "clock" if answer.server_at is not None:
                said_ms = answer.server_at - self._clock.now_ms()
                self._lead_ms = said_ms if abs(said_ms) > _SAME_CLOCK_MS else 0
                self.turned_away_ms = self._lead_ms or self.turned_away_ms
                return self._lead_ms != lead_ms
            case _:
                return False

    def _request(self, credentials: Credentials, method: str, param: str, verb: str) -> Request:
        params = {
            "access_token": credentials.access_token,
            "appkey": credentials.app_key,
            "method": method,
            "param": param,
            "signMethod": "HMAC_SHA256",
            "timestamp": str(self._clock.now_ms() + self._lead_ms),
            "version": "1",
        }
        params["sign"] = sign(params, credentials.sign_secret)
        path = "/" + method.replace(".", "/")
        if verb == "POST" or len(param) > _LONGEST_QUERY:
            return Request(method="POST", path=path, form=params)
        return Request(method="GET", path=path, params=params)


async def _unsent(work: Awaitable[T]) -> T:
    """Something that comes before or after the call itself: its trouble does not say that the call was carried out."""
    try:
        return await work
    except Trouble as trouble:
        trouble.sent = False
        raise


def _open(answer: Answer) -> Envelope:
    """The envelope, whatever the status: failures come as JSON under 200, and perhaps not only under 200."""
    try:
        return read(answer.content, Envelope)
    except Unreadable as trouble:
        detail = f"HTTP {answer.status} {trouble.detail}".rstrip()
        raise Unreadable(trouble.code, platform=Platform.KUAISHOU, detail=detail) from None
