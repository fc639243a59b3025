"""Buyers' data as the platform hands it out: ciphertext that differs per order, a search index that does not, masks.

The layout is ours (the platform's is unknown): ``~index~ciphertext~1~``. The index depends on the text alone, so two
receivers can be compared; the ciphertext holds the order it belongs to, so it is worth nothing for another one.
"""

import base64
import hashlib

from cryptography.hazmat.primitives.ciphers import Cipher as AesCipher
from cryptography.hazmat.primitives.ciphers import algorithms, modes

ADDRESS, NAME, PHONE = 1, 2, 3  # the platform's ``type`` of a text


class WrongCipher(ValueError):
    """Not a ciphertext of this shop, or not of this order."""


class Cipher:
    """AES in counter mode; the counter's start is a keyed digest of the text, so equal input has equal ciphertext."""

    def __init__(self, secret: str) -> None:
        self._key = algorithms.AES(hashlib.sha256(f"cipher:{secret}".encode()).digest())
        self._seal_key = hashlib.sha256(f"seal:{secret}".encode()).digest()
        self._index_key = hashlib.sha256(f"index:{secret}".encode()).digest()

    def index(self, text: str, kind: int) -> str:
        """What equal texts of one kind have in common, whatever the order."""
        digest = hashlib.blake2b(f"{kind}|{text}".encode(), digest_size=18, key=self._index_key).digest()
        return base64.b64encode(digest).decode()

    def encrypt(self, text: str, kind: int, biz_id: str) -> str:
        """The ciphertext of ``text`` for the order ``biz_id``; the same every time."""
        body = f"{biz_id}|{kind}|{text}".encode()
        seal = self._seal(body)
        encryptor = AesCipher(self._key, modes.CTR(seal)).encryptor()
        return f"~{self.index(text, kind)}~{base64.b64encode(seal + encryptor.update(body)).decode()}~1~"

    def decrypt(self, data: str, biz_id: str) -> tuple[int, str]:
        """Kind and text of a ciphertext that was made for the order ``biz_id``. Raises WrongCipher."""
        try:
            _, _, packed, _, _ = data.split("~")
            raw = base64.b64decode(packed, validate=True)
            body = AesCipher(self._key, modes.CTR(raw[:16])).decryptor().update(raw[16:])
            if self._seal(body) != raw[:16]:
                raise WrongCipher("not a ciphertext of this shop")
            owner, kind, text = body.decode().split("|", 2)
        except ValueError:
            raise WrongCipher("not a ciphertext of this shop") from None
        if owner != biz_id:
            raise WrongCipher("a ciphertext of another order")
        return int(kind), text

    def _seal(self, body: bytes) -> bytes:
        return hashlib.blake2b(body, digest_size=16, key=self._seal_key).digest()


def mask(text: str, kind: int) -> str:
    """What may be shown: ``王**``, ``138****5678``, the beginning of an address but never more than half of it."""
    if kind == PHONE:
        return f"{text[:3]}****{text[-4:]}" if len(text) >= 7 else "*" * len(text)
    shown = 1 if kind == NAME else min(6, len(text) // 2)
    return text[:shown] + "*" * max(len(text) - shown, 1)
