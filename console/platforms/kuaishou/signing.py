"""Signing a call to the gateway [sheet 2.2].

The text is every present common parameter but ``sign``, sorted by key, ``key=value`` joined with ``&``, the values as
they are before URL encoding, then ``&signSecret=…``. The secret is both part of the text and the HMAC's key.
"""

import base64
import hashlib
import hmac
from collections.abc import Mapping

SIGNED_KEYS = ("access_token", "appkey", "method", "param", "signMethod", "timestamp", "version")


def text_to_sign(params: Mapping[str, str], sign_secret: str) -> str:
    """What is signed; it holds the secret, so it is for ``sign`` and for tests only."""
    pairs = [f"{key}={params[key]}" for key in SIGNED_KEYS if key in params]
    return "&".join([*pairs, f"signSecret={sign_secret}"])


def sign(params: Mapping[str, str], sign_secret: str) -> str:
    """The ``sign`` parameter, by the ``signMethod`` the parameters name: ``HMAC_SHA256`` (Base64) or ``MD5`` (hex).

    ``param`` is signed byte for byte: sign the very text that is sent. Raises ValueError for another ``signMethod``.
    """
    text = text_to_sign(params, sign_secret).encode()
    match params.get("signMethod"):
        case "HMAC_SHA256":
            return base64.b64encode(hmac.new(sign_secret.encode(), text, hashlib.sha256).digest()).decode()
        case "MD5":
            return hashlib.md5(text).hexdigest()
        case other:
            raise ValueError(f"unknown signMethod: {other!r}")
