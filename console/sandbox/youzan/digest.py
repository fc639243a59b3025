"""The search digest of cipher texts: each character by itself, so that a part's digest is a part of the digest.

A character's UTF-8 bytes, filled up to four from the key, are covered with the first four bytes of one XSalsa20
stream; base64 of four bytes without its padding gives six characters (vectors: youzan_secret.json).
"""

from base64 import b64encode
from functools import lru_cache

SIGMA = b"expand 32-byte k"
WIDTH = 4
_ROUNDS = (
    ((0, 4, 8, 12), (5, 9, 13, 1), (10, 14, 2, 6), (15, 3, 7, 11)),
    ((0, 1, 2, 3), (5, 6, 7, 4), (10, 11, 8, 9), (15, 12, 13, 14)),
)
_DIAGONAL = (0, 5, 10, 15)
_KEY_LOW, _KEY_HIGH, _INPUT = (1, 2, 3, 4), (11, 12, 13, 14), (6, 7, 8, 9)


def search_digest(plain: str, secret_key: str) -> str:
    """The digest of ``plain`` under the app's key (its base64 text of 24 characters, as the platform hands it out)."""
    key = (secret_key + secret_key[::3][::-1]).encode()
    cover = _stream_start(key, key[:24])
    return "".join(_character(character.encode(), key, cover) for character in plain)


def _character(raw: bytes, key: bytes, cover: bytes) -> str:
    if len(raw) < WIDTH:
        first = raw[0] if raw[0] < 128 else 256 - raw[0]
        start = first % 16 + 4
        raw += key[start : start + WIDTH - len(raw)]
    return b64encode(bytes(a ^ b for a, b in zip(raw, cover, strict=True))).decode().rstrip("=")


@lru_cache(maxsize=8)
def _stream_start(key: bytes, nonce: bytes) -> bytes:
    """The first four bytes of the XSalsa20 stream."""
    mixed = _twenty_rounds(_state(key, nonce[:16]))
    subkey = b"".join(mixed[index].to_bytes(4, "little") for index in (*_DIAGONAL, *_INPUT))
    state = _state(subkey, nonce[16:24] + bytes(8))
    return ((_twenty_rounds(state)[0] + state[0]) & 0xFFFFFFFF).to_bytes(4, "little")


def _state(key: bytes, block: bytes) -> list[int]:
    words = [0] * 16
    for places, source in ((_DIAGONAL, SIGMA), (_KEY_LOW, key[:16]), (_KEY_HIGH, key[16:32]), (_INPUT, block)):
        for place, start in zip(places, range(0, 16, 4), strict=True):
            words[place] = int.from_bytes(source[start : start + 4], "little")
    return words


def _twenty_rounds(state: list[int]) -> list[int]:
    words = list(state)
    for number in range(20):
        for a, b, c, d in _ROUNDS[number % 2]:
            words[b] ^= _rotated(words[a] + words[d], 7)
            words[c] ^= _rotated(words[b] + words[a], 9)
            words[d] ^= _rotated(words[c] + words[b], 13)
            words[a] ^= _rotated(words[d] + words[c], 18)
    return words


def _rotated(value: int, by: int) -> int:
    value &= 0xFFFFFFFF
    return (value << by | value >> (32 - by)) & 0xFFFFFFFF
