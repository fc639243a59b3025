"""Pushed messages [sheet 4]: Base64 of AES-CBC with a zero IV; JSON inside, with more JSON in ``info``."""

import base64
import binascii

import msgspec
from cryptography.hazmat.primitives import padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from console.core.errors import Unreadable
from console.core.model import Platform

_ZERO_IV = bytes(16)


class Message(msgspec.Struct, frozen=True, rename="camel", gc=False):
    """A message's envelope. ``event_id`` is the idempotency key; ``test`` marks the heartbeat, which has nothing else.

    ``info`` is a JSON text whose fields depend on ``event``.
    """

    event: str = ""
    event_id: str = ""
    msg_id: str | None = None  # stays the same when a message is sent again
    biz_id: int | None = None  # an order, after-sale or item
    user_id: int | None = None  # the shop's sellerId
    open_id: str | None = None
    app_key: str | None = None
    info: str | None = None
    create_time: int | None = None
    update_time: int | None = None
    test: bool = False


def decrypt(body: str, message_key: str) -> str:
    """The JSON text in ``body``; ``message_key`` is Base64, as the platform's console shows it. Raises Unreadable."""
    try:
        key = base64.b64decode(message_key, validate=True)
        cipher_text = base64.b64decode(body, validate=True)
        decryptor = Cipher(algorithms.AES(key), modes.CBC(_ZERO_IV)).decryptor()
        padded = decryptor.update(cipher_text) + decryptor.finalize()
        unpadder = padding.PKCS7(128).unpadder()
        return (unpadder.update(padded) + unpadder.finalize()).decode()
    except (binascii.Error, ValueError):  # a bad key, whole blocks missing, bad padding, not UTF-8
        raise _unreadable("cannot be decrypted") from None


def read_message(body: str, message_key: str) -> Message:
    """The message in ``body``. Raises Unreadable."""
    try:
        return msgspec.json.decode(decrypt(body, message_key), type=Message, strict=False)
    except msgspec.MsgspecError:
        raise _unreadable("is not a message") from None


def _unreadable(detail: str) -> Unreadable:
    return Unreadable("wire.message", platform=Platform.KUAISHOU, detail=detail)
