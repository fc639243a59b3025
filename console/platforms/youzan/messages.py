"""What Youzan pushes: checking that a message is genuine, and reading it.

A desktop cannot be reached from outside; a relay may hand messages on, header and raw body untouched. Only the header
signature is dependable: the body's own ``sign`` is older, and undefined where ``msg`` is an object.
"""

import base64
import binascii
import hashlib
import hmac
from urllib.parse import unquote, unquote_plus

import msgspec

from console.platforms.youzan.secrets import CannotOpen, open_cbc
from console.platforms.youzan.values import Loose, flag, number, text

_CALLBACK_IV = b"0102030405060708"


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """A push: what happened (``type``) to what (``id``), the newest ``version`` winning."""

    type: str
    id: str
    kdt_id: str
    message_id: str
    version: int | None
    status: str
    test: bool  # a connection test: acknowledge and forget
    content: dict[str, object]


class _Push(msgspec.Struct, gc=False):
    type: Loose = None
    id: Loose = None
    kdt_id: Loose = None
    msg_id: Loose = None
    version: Loose = None
    status: Loose = None
    test: Loose = None
    msg: str | dict[str, object] | None = None


def event_sign(client_id: str, raw_body: bytes, client_secret: str) -> str:
    """The ``Event-Sign`` header: MD5 of client_id, the bytes as received, and client_secret."""
    return hashlib.md5(client_id.encode() + raw_body + client_secret.encode()).hexdigest()


def body_sign(client_id: str, msg: str, client_secret: str) -> str:
    """The older ``sign`` field: the same over ``msg`` as received, still URL-encoded."""
    return event_sign(client_id, msg.encode(), client_secret)


def is_genuine(header: str, client_id: str, raw_body: bytes, client_secret: str) -> bool:
    """Whether the ``Event-Sign`` header fits. There is no time in it, so replays must be told by ``message_id``."""
    return hmac.compare_digest(header.encode(), event_sign(client_id, raw_body, client_secret).encode())


def read(raw_body: bytes) -> Message:
    """Decode a push. Raises ValueError for anything that is not one."""
    try:
        push = msgspec.json.decode(raw_body, type=_Push)
        content = push.msg if isinstance(push.msg, dict) else _unquoted(push.msg or "")
    except msgspec.DecodeError as error:
        raise ValueError(f"not a push message: {error}") from None
    return Message(
        type=text(push.type),
        id=text(push.id),
        kdt_id=text(push.kdt_id),
        message_id=text(push.msg_id),
        version=number(push.version),
        status=text(push.status),
        test=bool(flag(push.test)),
        content=content,
    )


def read_callback(message: str, client_secret: str) -> dict[str, object]:
    """The ``?message=`` of a tool app's callback: URL-encoded base64 of AES under the secret's first 16 characters."""
    try:
        sealed = base64.b64decode(unquote(message), validate=True)
        plain = open_cbc(sealed, client_secret[:16].encode(), _CALLBACK_IV)
        return msgspec.json.decode(plain, type=dict[str, object])
    except (binascii.Error, msgspec.DecodeError):
        raise CannotOpen("not a callback message") from None


def _unquoted(msg: str) -> dict[str, object]:
    # A space comes as + or as %20, and a real plus sign as %2B from either encoder: unquote_plus reads both.
    return msgspec.json.decode(unquote_plus(msg), type=dict[str, object]) if msg else {}
