"""Buyers' data as the platform hands it out: ciphertext that differs per order, a search index that does not, masks.

The layout is ours (the platform's is unknown): ``~index~ciphertext~1~``. The index depends on the text alone, so two
receivers can be compared; the ciphertext holds the order it belongs to, so it is worth nothing for another one.
"""

import base64
import hashlib
import hmac
import json

from cryptography.hazmat.primitives.ciphers import Cipher as AesCipher
from cryptography.hazmat.primitives.ciphers import algorithms, modes
from cryptography.hazmat.primitives.padding import PKCS7

ADDRESS, NAME, PHONE = 1, 2, 3  # the platform's ``type`` of a text


class WrongCipher(ValueError):
    """Not a ciphertext of this shop, or not of this order."""


class Cipher:
    """AES with keys derived from one secret."""

    def __init__(self, secret: str) -> None:
        self._key = hashlib.sha256(f"cipher:{secret}".encode()).digest()
        self._index_key = hashlib.sha256(f"index:{secret}".encode()).digest()

    def index(self, text: str, kind: int) -> str:
        """What equal texts of one kind have in common, whatever the order."""
        digest = hmac.digest(self._index_key, f"{kind}|{text}".encode(), "sha256")
        return base64.b64encode(digest[:18]).decode()

    def encrypt(self, text: str, kind: int, biz_id: str) -> str:
        """The ciphertext of ``text`` for the order ``biz_id``; the same every time."""
        body = json.dumps([biz_id, kind, text], ensure_ascii=False).encode()
        vector = hmac.digest(self._key, body, "sha256")[:16]
        padder = PKCS7(128).padder()
        encryptor = AesCipher(algorithms.AES(self._key), modes.CBC(vector)).encryptor()
        sealed = encryptor.update(padder.update(body) + padder.finalize()) + encryptor.finalize()
        return f"~{self.index(text, kind)}~{base64.b64encode(vector + sealed).decode()}~1~"

    def decrypt(self, data: str, biz_id: str) -> tuple[int, str]:
        """Kind and text of a ciphertext that was made for the order ``biz_id``. Raises WrongCipher."""
        try:
            _, _, packed, version, _ = data.split("~")
            raw = base64.b64decode(packed, validate=True)
            decryptor = AesCipher(algorithms.AES(self._key), modes.CBC(raw[:16])).decryptor()
            unpadder = PKCS7(128).unpadder()
            body = unpadder.update(decryptor.update(raw[16:]) + decryptor.finalize()) + unpadder.finalize()
            owner, kind, text = json.loads(body)
        except ValueError:
            raise WrongCipher("not a ciphertext of this shop") from None
        if owner != biz_id or version != "1":
            raise WrongCipher("a ciphertext of another order")
        return int(kind), str(text)


def mask(text: str, kind: int) -> str:
    """What may be shown: ``王**``, ``138****5678``, the beginning of an address but never more than half of it."""
    if kind == PHONE:
        return f"{text[:3]}****{text[-4:]}" if len(text) >= 7 else "*" * len(text)
    shown = 1 if kind == NAME else min(6, len(text) // 2)
    return text[:shown] + "*" * max(len(text) - shown, 1)
