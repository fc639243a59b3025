"""Sensitive fields: cipher texts with a key for each shop, masks, and the APIs around them (sheet 15)."""

import re
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Callable
from functools import lru_cache
from hashlib import md5, sha256

from cryptography.hazmat.primitives.ciphers import Cipher as Machine
from cryptography.hazmat.primitives.ciphers import algorithms, modes
from cryptography.hazmat.primitives.padding import PKCS7

IV = b"0807060504030201"
BLOCK_BITS = 128
MASK_TYPES = ("ADDRESS", "BANK_CARD", "NAME", "EMAIL", "COMPANY_NAME", "ID_CARD", "MOBILE")


class NotOurs(ValueError):
    """A cipher text that this shop's key does not open."""


class Cipher:
    """The key of one shop."""

    def __init__(self, secret_key: str, version: int = 1) -> None:
        self.secret_key = secret_key  # base64, as the platform hands it out
        self.version = version

    @classmethod
    def of_shop(cls, client_id: str, kdt_id: int) -> "Cipher":
        """The sandbox's key of that shop; ``kdt_id`` 0 is the app's own."""
        return cls(b64encode(sha256(f"{client_id}/{kdt_id}".encode()).digest()[:16]).decode())

    def __repr__(self) -> str:
        return "Cipher(…)"

    def encrypt(self, plain: str) -> str:
        """The cipher text; an empty text and what is a cipher text already stay as they are."""
        if not plain or is_encrypted(plain):
            return plain
        return _encrypted(plain, self.secret_key, self.version)

    def decrypt(self, source: str) -> str:
        """The plain text; what is no cipher text comes back as it is. Raises NotOurs."""
        if not is_encrypted(source):
            return source
        body, version = (part for part in source.split("$") if part)
        if int(version) != self.version:
            raise NotOurs
        machine = Machine(algorithms.AES(b64decode(self.secret_key)), modes.CBC(IV)).decryptor()
        try:
            padded = machine.update(b64decode(body)) + machine.finalize()
            stripper = PKCS7(BLOCK_BITS).unpadder()
            return (stripper.update(padded) + stripper.finalize()).decode()
        except ValueError:
            raise NotOurs from None


@lru_cache(maxsize=65_536)
def _encrypted(plain: str, secret_key: str, version: int) -> str:
    padder = PKCS7(BLOCK_BITS).padder()
    padded = padder.update(plain.encode()) + padder.finalize()
    machine = Machine(algorithms.AES(b64decode(secret_key)), modes.CBC(IV)).encryptor()
    return f"${b64encode(machine.update(padded) + machine.finalize()).decode()}${version}$"


def is_encrypted(value: str) -> bool:
    """Two non-empty parts between dollar signs, the first canonical base64, the second a number; begins with ``$``."""
    if len(value) < 4 or not value.startswith("$"):
        return False
    parts = [part for part in value.split("$") if part]
    if len(parts) != 2 or not parts[1].isdigit():
        return False
    try:
        return b64encode(b64decode(parts[0], validate=True)).decode() == parts[0]
    except NotBase64:
        return False


def masked(plain: str, kind: str) -> str:
    """``plain`` with stars; too short texts stay as they are. Raises KeyError on an unknown kind."""
    return _MASKS[kind](plain)


def _starred(text: str, first: int, last: int) -> str:
    return text[:first] + "*" * (len(text) - first - last) + text[len(text) - last :]


def _email(text: str) -> str:
    at = text.rfind("@")
    return text if at <= 1 else text[:2] + "*" * (at - 2) + text[at:]


_MASKS: dict[str, Callable[[str], str]] = {
    "ADDRESS": lambda text: re.sub(r"\d", "*", text),
    "BANK_CARD": lambda text: text if len(text) <= 6 else _starred(text, 2, 4),
    "NAME": lambda text: text if len(text) <= 1 else _starred(text, 1, 0),
    "EMAIL": _email,
    "COMPANY_NAME": lambda text: text if len(text) < 6 else f"{text[:4]}****{text[-2:]}",
    "ID_CARD": lambda text: text if len(text) < 6 else _starred(text, 2, 4),
    "MOBILE": lambda text: text if len(text) < 7 else _starred(text, 3, 4),
}


def key_query_sign(client_id: str, client_secret: str, kdt_id: str, timestamp: str) -> str:
    """The signature of the key query: MD5 over the sorted keys and values between two secrets."""
    shop = f"kdtId{kdt_id}" if kdt_id else ""
    return md5(f"{client_secret}clientId{client_id}{shop}timestamp{timestamp}{client_secret}".encode()).hexdigest()
