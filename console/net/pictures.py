"""Pictures from wherever the platforms keep them: a client of its own, that holds no token and no cookie.

What comes is read only as far as it is allowed to be long, and is let through only if it begins like a picture: what a
server says about its type is not asked.
"""

import asyncio
from urllib.parse import urlsplit

import httpx

from console.core.errors import Busy, Offline, Refused, Trouble, Unreadable
from console.net.channel import classify, is_loopback
from console.net.redaction import silence_http_logs

MOST_BYTES = 10 * 1024 * 1024  # twice what Youzan lets a merchant upload
WAIT_S = 6.0  # for a connection, and for each piece of an answer
WHOLE_S = 20.0  # for all of it: a host that drips must not hold a place for ever
MOST_REDIRECTS = 3
STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM")


class PictureFetcher:
    """Implements ``core.gateway.SupportsPictures``."""

    def __init__(self, *, most_bytes: int = MOST_BYTES, wait_s: float = WAIT_S, whole_s: float = WHOLE_S) -> None:
        self._most_bytes = most_bytes
        self._wait_s = wait_s
        self._whole_s = whole_s
        self._clients: dict[bool, httpx.AsyncClient] = {}
        self._making = asyncio.Lock()

    async def fetch(self, address: str) -> bytes:
        """One attempt. Raises Offline, Busy, Refused (no such picture) or Unreadable (not a picture, or too large)."""
        host = _host(address)
        if not host:
            raise Refused("net.no_picture", detail="not an address")
        try:
            async with asyncio.timeout(self._whole_s):
                return await self._read(await self._client(is_loopback(host)), address)
        except TimeoutError:
            raise Offline("net.timeout", detail=host) from None
        except httpx.TooManyRedirects:
            raise Refused("net.no_picture", detail="too many redirects") from None
        except httpx.HTTPError as error:
            raise Offline(classify(error)[0], detail=type(error).__name__) from None
        except httpx.InvalidURL:
            raise Refused("net.no_picture", detail="not an address") from None

    async def _read(self, client: httpx.AsyncClient, address: str) -> bytes:
        async with client.stream("GET", address) as response:
            if response.status_code != 200:
                raise _trouble(response.status_code)
            if int(_digits(response.headers.get("content-length", ""))) > self._most_bytes:
                raise Unreadable("net.picture_too_large")
            content = bytearray()
            async for piece in response.aiter_bytes():
                content += piece
                if len(content) > self._most_bytes:
                    raise Unreadable("net.picture_too_large")
                if len(content) >= 16 and not looks_like_a_picture(content):
                    raise Unreadable("net.not_a_picture")
        if not looks_like_a_picture(content):
            raise Unreadable("net.not_a_picture")
        return bytes(content)

    async def aclose(self) -> None:
        """Close the clients; a later ``fetch`` opens new ones."""
        clients = list(self._clients.values())
        self._clients.clear()
        for client in clients:
            await client.aclose()

    async def _client(self, loopback: bool) -> httpx.AsyncClient:
        """Made on a thread: reading the system's certificates takes longer than the loop may be kept."""
        async with self._making:
            if loopback not in self._clients:
                self._clients[loopback] = await asyncio.to_thread(self._made, loopback)
            return self._clients[loopback]

    def _made(self, loopback: bool) -> httpx.AsyncClient:
        """A proxy from the environment has nothing to say on the loopback."""
        silence_http_logs()
        return httpx.AsyncClient(
            timeout=self._wait_s,
            trust_env=not loopback,
            follow_redirects=True,
            max_redirects=MOST_REDIRECTS,
            headers={"user-agent": "merchant-console", "accept": "image/*"},
        )


def looks_like_a_picture(content: bytes | bytearray) -> bool:
    """Whether it begins as PNG, JPEG, GIF, BMP or WebP do."""
    return content.startswith(STARTS) or (content[:4] == b"RIFF" and content[8:12] == b"WEBP")


def _host(address: str) -> str:
    """Whom to ask; nothing where this is no address of the web."""
    try:
        parts = urlsplit(address)
        return (parts.hostname or "") if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""


def _trouble(status: int) -> Trouble:
    if status == 429 or status >= 500:
        return Busy("net.busy", detail=f"HTTP {status}")
    return Refused("net.no_picture", detail=f"HTTP {status}")


def _digits(text: str) -> str:
    return text if text.isascii() and text.isdigit() else "0"
