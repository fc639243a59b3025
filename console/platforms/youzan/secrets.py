"""Youzan's cipher texts: telling them apart, masking plain text, and opening them with a shop's key.

A cipher text is ``$`` + base64 of AES-128-CBC + ``$`` + key version + ``$``. Names, phones and addresses of orders come
so once an app has data encryption switched on; some apps still get plain text, which is masked at once.
"""

import base64
import binascii
import hashlib
import re
from typing import Literal

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.padding import PKCS7

Kind = Literal["MOBILE", "NAME", "ADDRESS", "ID_CARD", "BANK_CARD", "EMAIL", "COMPANY_NAME"]

_IV = b"0807060504030201"
_SHORTEST = 4


class CannotOpen(ValueError):
    """The cipher text is not one, or it belongs to another shop's key."""


def is_encrypted(value: str) -> bool:
    """Whether ``value`` has the form ``$base64$version$`` (the last ``$`` may be missing)."""
    return _parts(value) is not None


def key_version(value: str) -> int:
    """The number of the key that made this cipher text."""
    parts = _parts(value)
    if parts is None:
        raise CannotOpen("not a cipher text")
    return parts[1]


def decrypt(value: str, key: str) -> str:
    """Plain text of a cipher text; ``key`` is the shop's secretKey in base64."""
    parts = _parts(value)
    if parts is None:
        raise CannotOpen("not a cipher text")
    try:
        shop_key = base64.b64decode(key, validate=True)
    except binascii.Error:
        raise CannotOpen("not a key") from None
    return open_cbc(parts[0], shop_key, _IV)


def open_cbc(sealed: bytes, key: bytes, iv: bytes) -> str:
    """AES-128-CBC with PKCS7 padding → UTF-8 text; raises CannotOpen for a wrong key."""
    try:
        decryptor = Cipher(algorithms.AES128(key), modes.CBC(iv)).decryptor()
        padded = decryptor.update(sealed) + decryptor.finalize()
        unpadder = PKCS7(128).unpadder()
        return (unpadder.update(padded) + unpadder.finalize()).decode()
    except ValueError:
        raise CannotOpen("the key does not fit") from None


def key_query_sign(client_id: str, client_secret: str, timestamp: str, kdt_id: str = "") -> str:
    """Sign of ``youzan.cloud.client.query.encryptconfig``: MD5 over the sorted pairs between two secrets."""
    shop = f"kdtId{kdt_id}" if kdt_id else ""
    pairs = f"clientId{client_id}{shop}timestamp{timestamp}"
    return hashlib.md5(f"{client_secret}{pairs}{client_secret}".encode()).hexdigest()


def mask(value: str, kind: Kind) -> str:
    """``value`` as it may be shown; the rules are the platform's own, by kind of text."""
    if kind == "NAME":
        return value[:1] + "*" * (len(value) - 1)
    if kind == "ADDRESS":
        return re.sub(r"\d", "*", value)
    if kind == "EMAIL":
        name, at, domain = value.partition("@")
        return _middle(name, 2, 0) + at + domain
    if kind == "COMPANY_NAME":
        return f"{value[:4]}****{value[-2:]}" if len(value) > 6 else value
    return _middle(value, 3 if kind == "MOBILE" else 2, 4)


def _middle(value: str, head: int, tail: int) -> str:
    hidden = len(value) - head - tail
    if hidden <= 0:
        return value
    return value[:head] + "*" * hidden + value[len(value) - tail :]


def _parts(value: str) -> tuple[bytes, int] | None:
    if not value.startswith("$") or len(value) < _SHORTEST:
        return None
    parts = [part for part in value.split("$") if part]
    if len(parts) != 2 or not (parts[1].isascii() and parts[1].isdigit()):
        return None
    try:
        sealed = base64.b64decode(parts[0], validate=True)
    except binascii.Error:
        return None
    if base64.b64encode(sealed).decode() != parts[0]:
        return None
    return sealed, int(parts[1])
