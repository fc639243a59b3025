"""A model behind chat completions, as most services offer them. The key travels in one header and nowhere else."""

import asyncio
import base64
import re
from urllib.parse import urlsplit

import msgspec

from console.core.clock import Clock
from console.core.errors import Offline, Refused, SignInNeeded, Unreadable
from console.core.model import REVIEWER
from console.core.reviewing import Outgoing, Said
from console.net.channel import Answer, Channel, Request, is_loopback
from console.net.pace import Pace
from console.net.redaction import hide, redact

MOST_BYTES = 1 << 20  # of an answer
DETAIL_LETTERS = 160


class _Message(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    message: _Message


class _Usage(msgspec.Struct):
    prompt_tokens: int | None = None
    completion_tokens: int | None = None


class _Reply(msgspec.Struct):
    choices: list[_Choice]
    model: str = ""
    usage: _Usage | None = None


class _Error(msgspec.Struct):
    message: str = ""


class _Refusal(msgspec.Struct):
    error: _Error


def check_address(base_url: str) -> str:
    """The address without its last stroke. Raises Refused for what is none, or would carry the key in the open.

    What may hold a secret, a name before the host or a question behind it, is not repeated.
    """
    bare = base_url.strip().rpartition("@")[2].partition("?")[0][:80]
    wrong = Refused("review.address", platform=REVIEWER, detail=bare, sent=False)
    try:
        parts = urlsplit(base_url.strip())
        parts.port  # noqa: B018 - it is read from the text here, and may be none
    except ValueError:
        raise wrong from None
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise wrong
    if "@" in parts.netloc or not parts.netloc.isascii() or re.search(r"\s", base_url.strip()):
        raise wrong
    if parts.scheme == "http" and not is_loopback(parts.hostname):
        raise Refused("review.plain_http", platform=REVIEWER, detail=parts.hostname)
    return base_url.strip().rstrip("/")


def host_of(base_url: str) -> str:
    """Whose an address is, ``https://model.example:8443``: a key given for one host is sent to no other."""
    parts = urlsplit(base_url)
    return f"{parts.scheme}://{parts.netloc.lower()}" if parts.netloc else ""


def check_key(key: str) -> str:
    """The key as it can stand in a header. Raises Refused for one that cannot, and does not repeat it."""
    key = key.strip()
    if not key.isascii() or not key.isprintable() or " " in key:
        raise Refused("review.key_signs", platform=REVIEWER, sent=False)
    return key


class Completions:
    """``core.reviewing.Reviewer`` over HTTP. Whoever makes one calls ``aclose``."""

    def __init__(self, base_url: str, model: str, key: str, clock: Clock, *, timeout_s: float) -> None:
        hide(key)
        self._model = model
        self._key = check_key(key)
        self._timeout_s = timeout_s
        self._channel = Channel(REVIEWER, check_address(base_url), clock, pace=Pace(2, 1), timeout_s=timeout_s)

    def __repr__(self) -> str:
        return f"Completions({self._channel.base_url}, {self._model})"

    async def ask(self, outgoing: Outgoing) -> Said:
        """One attempt, over within the time limit. Raises Trouble."""
        body = msgspec.json.encode(_body(self._model, outgoing))
        headers = {"authorization": f"Bearer {self._key}"}
        request = Request(method="POST", path="/chat/completions", json=body, headers=headers)
        try:
            async with asyncio.timeout(self._timeout_s):
                answer = await self._channel.send(request, urgent=True)
        except TimeoutError:
            raise Offline("net.timeout", platform=REVIEWER) from None
        return _said(answer)

    async def aclose(self) -> None:
        await self._channel.aclose()


def _body(model: str, outgoing: Outgoing) -> dict[str, object]:
    content: object = outgoing.text
    if outgoing.frames:
        pictures = [
            {"type": "image_url", "image_url": {"url": _data_url(frame.media, frame.content)}}
            for frame in outgoing.frames
        ]
        content = [{"type": "text", "text": outgoing.text}, *pictures]
    messages = [{"role": "system", "content": outgoing.system}, {"role": "user", "content": content}]
    return {
        "model": model,
        "messages": messages,
        "temperature": 0,
        "max_tokens": outgoing.most_tokens,
        "response_format": {"type": "json_object"},
    }


def _data_url(media: str, content: bytes) -> str:
    return f"data:{media};base64,{base64.b64encode(content).decode('ascii')}"


def _said(answer: Answer) -> Said:
    if answer.status in (401, 403):
        raise SignInNeeded("review.key", platform=REVIEWER)
    if answer.status == 404:
        raise Refused("review.not_found", platform=REVIEWER)
    if answer.status != 200:
        raise Refused("review.refused", platform=REVIEWER, detail=f"HTTP {answer.status} {_reason(answer.content)}")
    if len(answer.content) > MOST_BYTES:
        raise Unreadable("review.unreadable", platform=REVIEWER, detail=f"{len(answer.content)} bytes")
    try:
        reply = msgspec.json.decode(answer.content, type=_Reply)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise Unreadable("review.unreadable", platform=REVIEWER) from None
    content = reply.choices[0].message.content if reply.choices else None
    if not content:
        raise Unreadable("review.unreadable", platform=REVIEWER)
    usage = reply.usage or _Usage()
    return Said(
        content=content,
        model=reply.model[:80],
        tokens_in=_count(usage.prompt_tokens),
        tokens_out=_count(usage.completion_tokens),
    )


def _count(tokens: int | None) -> int | None:
    return tokens if tokens is not None and 0 <= tokens < 10_000_000 else None


def _reason(content: bytes) -> str:
    """What the service says of its refusal, without the key that some repeat."""
    try:
        message = msgspec.json.decode(content[:4_000], type=_Refusal).error.message
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return ""
    return redact(" ".join(message.split()))[:DETAIL_LETTERS]
