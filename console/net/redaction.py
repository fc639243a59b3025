"""What must never be read in a log: tokens, secrets, signatures, whole phone numbers."""

import logging
import re
from urllib.parse import quote, quote_plus

_HIDDEN = "***"
_NAMES = "|".join(
    (
        r"(?:access|refresh|authorize)[_-]?token",
        r"(?:app_?|client_?|sign_?|message_?)?secret",
        "message_?key",
        "auth_code",
        "sign",
        "password",
    )
)
# A value is quoted (in JSON, in JSON inside JSON, in a Python repr) or runs to the next separator.
_VALUE = r"""\\"[^"\\]*\\"|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^\s"'&,;<>)}\]]+"""

_RULES = (
    (re.compile(r"(?i)\b(authorization[\"']?\s*[:=]\s*[\"']?)(?:[a-z]+\s+)?[^\s\"',;]+"), rf"\1{_HIDDEN}"),
    (re.compile(r"(?i)\b(bearer\s+)[^\s\"',;]+"), rf"\1{_HIDDEN}"),
    (re.compile(rf"(?i)(?<![A-Za-z0-9])({_NAMES})(\\?[\"']?\s*[:=]\s*)(?:{_VALUE})"), rf"\1\2{_HIDDEN}"),
    (re.compile(r"([?&]code=)[^\s&\"']+"), rf"\1{_HIDDEN}"),
    (re.compile(r"(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)"), r"\1****\2"),
)

_SHORTEST = 8  # of a secret that is known by heart: a shorter one is a word, too

_known: set[str] = set()


def hide(*secrets: str) -> None:
    """Know these by heart from now on: whoever repeats one, under whatever name or none, is not let through."""
    for secret in secrets:
        if len(secret) >= _SHORTEST:
            _known.update((secret, quote(secret, safe=""), quote_plus(secret, safe="")))


def redact(text: str) -> str:
    """``text`` without secrets: their names stay, their values become ``***``; phones keep first and last digits."""
    for secret in sorted(_known, key=len, reverse=True):
        text = text.replace(secret, _HIDDEN)
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


class RedactingFormatter(logging.Formatter):
    """Redacts after formatting, so that arguments and exception texts are covered too."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


def silence_http_logs() -> None:
    """httpx writes every URL at INFO, query and all; the signature and the token are in that query.

    What web servers and barcode libraries say at INFO of their own start is nobody's concern either.
    """
    for name in ("httpx", "httpcore", "uvicorn", "pyBarcode"):
        logging.getLogger(name).setLevel(logging.WARNING)
