"""The gateway's own check of signatures (sheet 2.2): over the received text, byte for byte, never re-serialised."""

import base64
import hashlib
import hmac
from collections.abc import Mapping

SIGNED = ("access_token", "appkey", "method", "param", "signMethod", "timestamp", "version")  # in ASCII order


def string_to_sign(fields: Mapping[str, str], sign_secret: str) -> str:
    """``k=v&…&signSecret=…`` of the signed fields that are present; further fields do not count."""
    pairs = [f"{name}={fields[name]}" for name in SIGNED if name in fields]
    return "&".join([*pairs, f"signSecret={sign_secret}"])


def sign(fields: Mapping[str, str], sign_secret: str) -> str | None:
    """The right ``sign`` of ``fields``; None where ``signMethod`` is not one of the two documented ones."""
    message = string_to_sign(fields, sign_secret).encode()
    match fields.get("signMethod"):
        case "MD5":
            return hashlib.md5(message).hexdigest()
        case "HMAC_SHA256":
            return base64.b64encode(hmac.digest(sign_secret.encode(), message, "sha256")).decode()
    return None


def verified(fields: Mapping[str, str], sign_secret: str) -> bool:
    """Whether the received ``sign`` is right; MD5 in lower case only, Base64 with its padding."""
    expected = sign(fields, sign_secret)
    return expected is not None and hmac.compare_digest(expected.encode(), fields.get("sign", "").encode())
