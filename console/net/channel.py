"""One channel a platform: a shared HTTP client behind a pace. One request is one attempt; nothing is repeated here."""

import asyncio
import ipaddress
import socket
import ssl
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import httpx
import msgspec

from console.core.clock import SECOND, Clock
from console.core.errors import Busy, Offline, Unreadable
from console.core.model import Party
from console.net.pace import Pace
from console.net.redaction import silence_http_logs

_DATE_IS_TRUSTED_BEYOND_MS = 2 * SECOND  # a Date header has whole seconds and the answer travelled

_WHOLE_ANSWER = 4  # times ``timeout_s``: httpx limits each step only, and a server may drip for ever
_LONGEST_WAIT_S = 3600.0  # whatever is asked for: a header of a broken proxy must not stop a shop for years
MOST_BYTES = 32 * 1024 * 1024


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What to ask. At most one of ``form``, ``json`` (the bytes as signed) and ``files``; files may go with a form."""

    method: str
    path: str
    params: dict[str, str] = {}
    form: dict[str, str] | None = None
    json: bytes | None = None
    headers: dict[str, str] = {}
    files: dict[str, tuple[str, bytes, str]] | None = None  # name → file name, content, media type

    def __repr__(self) -> str:
        return f"Request({self.method} {self.path})"  # the rest holds tokens and signatures


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What came back, read to its end.

    ``headers`` in lower case; ``server_at`` is the Date header, ms UTC; ``wait_s`` is Retry-After, where there is one.
    """

    status: int
    content: bytes
    headers: Mapping[str, str] = {}
    server_at: int | None = None
    wait_s: float | None = None

    def __repr__(self) -> str:
        return f"Answer({self.status}, {len(self.content)} bytes)"  # the content may hold tokens


class Channel:
    """Sends requests of one app to one platform, in its pace.

    ``calls`` counts attempts. ``skew_ms`` is how far the platform's clock is ahead of ours by its last answer, 0 while
    the difference is no more than a Date header can tell.
    """

    def __init__(
        self,
        platform: Party,
        base_url: str,
        clock: Clock,
        *,
        pace: Pace,
        timeout_s: float = 15,
        trust_env: bool | None = None,
    ) -> None:
        parts = urlsplit(base_url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"not a base URL: {base_url!r}")
        self.platform = platform
        self.base_url = base_url.rstrip("/")
        self.calls = 0
        self.skew_ms = 0
        self._clock = clock
        self._pace = pace
        self._timeout_s = timeout_s
        # A proxy from the environment has nothing to say on the loopback.
        self._trust_env = not is_loopback(parts.hostname) if trust_env is None else trust_env
        self._client: httpx.AsyncClient | None = None

    async def send(self, request: Request, *, urgent: bool = False) -> Answer:
        """One attempt. Raises Offline, Busy, Unreadable (no end in sight); any status is the caller's to read."""
        async with self._pace.turn(urgent=urgent):
            self.calls += 1
            try:
                async with asyncio.timeout(_WHOLE_ANSWER * self._timeout_s):
                    response, content = await self._exchange(request)
            except httpx.HTTPError as error:
                raise self._offline(error) from None  # httpx's error carries the request, and that the token
            except TimeoutError:
                raise Offline("net.timeout", platform=self.platform, detail="dripping") from None
        answer = Answer(
            status=response.status_code,
            content=content,
            headers=dict(response.headers),
            server_at=_http_date(response.headers.get("date", "")),
            wait_s=self._retry_after(response.headers.get("retry-after", "")),
        )
        self._learn_skew(answer)
        if answer.status == 429 or answer.status >= 500:
            raise self._busy(answer)
        return answer

    async def _exchange(self, request: Request) -> tuple[httpx.Response, bytes]:
        """The answer, and what it holds, read to its end. Raises httpx.HTTPError, Unreadable."""
        asked = self._open_client().stream(
            request.method,
            self.base_url + request.path,
            params=request.params or None,
            data=request.form,
            content=request.json,
            files=request.files,
            headers=_headers(request),
        )
        async with asked as response:
            content = bytearray()
            async for piece in response.aiter_bytes():
                content += piece
                if len(content) > MOST_BYTES:
                    raise Unreadable("net.too_large", platform=self.platform, detail=f"> {MOST_BYTES >> 20} MB")
        return response, bytes(content)

    async def aclose(self) -> None:
        """Close the client; a later ``send`` opens a new one."""
        if self._client is not None:
            client, self._client = self._client, None
            await client.aclose()

    def _open_client(self) -> httpx.AsyncClient:
        if self._client is None:
            silence_http_logs()
            self._client = httpx.AsyncClient(
                timeout=self._timeout_s,
                trust_env=self._trust_env,
                follow_redirects=False,  # a redirect would carry the token elsewhere
                headers={"user-agent": "merchant-console", "accept": "application/json"},
            )
        return self._client

    def _learn_skew(self, answer: Answer) -> None:
        if answer.server_at is not None:
            skew_ms = answer.server_at - self._clock.now_ms()
            self.skew_ms = skew_ms if abs(skew_ms) > _DATE_IS_TRUSTED_BEYOND_MS else 0

    def _offline(self, error: httpx.HTTPError) -> Offline:
        code, sent = classify(error)
        return Offline(code, platform=self.platform, detail=type(error).__name__, sent=sent)

    def _busy(self, answer: Answer) -> Busy:
        return Busy(
            "net.busy",
            platform=self.platform,
            detail=f"HTTP {answer.status}",
            wait_s=answer.wait_s,
            sent=answer.status != 429,  # 429 turned it away; after a 5xx nobody knows
        )

    def _retry_after(self, text: str) -> float | None:
        """Seconds from a Retry-After header, which is a number or a date; an hour at most."""
        text = text.strip()
        if text.isascii() and text.isdigit():
            return min(float(text[:9]), _LONGEST_WAIT_S)
        at = _http_date(text)
        return None if at is None else min(max(0.0, (at - self._clock.now_ms()) / 1000), _LONGEST_WAIT_S)


def classify(error: httpx.HTTPError) -> tuple[str, bool]:
    """The code of a transport failure, and whether the request may have left."""
    match error:
        case httpx.ConnectTimeout() | httpx.PoolTimeout():
            return "net.timeout", False
        case httpx.TimeoutException():
            return "net.timeout", True
        case httpx.ConnectError():
            return _connect_code(error), False
        case httpx.ProxyError():
            return "net.refused", False
        case _:
            return "net.broken", True


def _connect_code(error: BaseException) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, socket.gaierror):
            return "net.dns"
        if isinstance(cause, ssl.SSLError):
            return "net.tls"
        cause = cause.__cause__ or cause.__context__
    return "net.refused"


def _headers(request: Request) -> dict[str, str]:
    if request.json is not None:
        return {"content-type": "application/json", **request.headers}
    return request.headers


def _http_date(text: str) -> int | None:
    try:
        return int(parsedate_to_datetime(text).timestamp() * 1000)
    except (TypeError, ValueError):
        return None


def is_loopback(host: str) -> bool:
    """Whether this host is the computer itself."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
