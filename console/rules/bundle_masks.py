"""What is covered in a diagnostics bundle, beyond secrets: whatever may tell of a person. Pure.

Our own log lines are English and name codes. So what stands there in Chinese or between quotation marks came from a
platform or a person, and long numbers are of orders, waybills, phones: none of it is let through.
"""

import re
from typing import Any, Final

from console.rules.review_masks import masked

HIDDEN: Final = "***"
_SECRET = re.compile(r"(?i)secret|token|password|passwd|credential|(?:^|[._-])(?:key|pin)(?:$|[._-])|address|sender")
_QUOTED = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"")
_HAN = re.compile(
    r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff][\u3400-\u9fff\uf900-\ufaff·\U00020000-\U0003ffff]*"
)
_QUERY = re.compile(r"(https?://)(?:[^\s/@]+@)?([^\s?#]*)[?#][^\s]*")
_PLACE = re.compile(r'^\s*File "')


def covered_line(line: str, home: str = "") -> str:
    """A line of a log that tells of nobody. ``home`` is the folder whose name names who works here."""
    if home:
        line = line.replace(home, "~")
    line = _QUERY.sub(rf"\1\2?{HIDDEN}", line)
    if not _PLACE.match(line):  # where in the program: a path of its own
        line = _QUOTED.sub(f"'{HIDDEN}'", line)
    return _HAN.sub(HIDDEN, masked(line))


def covered_value(name: str, value: Any, home: str = "") -> Any:
    """A setting that may be shown: numbers and switches as they are, nothing that sounds secret or of a person."""
    if _SECRET.search(name):
        return HIDDEN
    if isinstance(value, dict):
        return {_key(str(key)): covered_value(str(key), inner, home) for key, inner in value.items()}
    if isinstance(value, list):
        return [covered_value("", inner, home) for inner in value]
    if isinstance(value, str):
        return covered_line(value, home)
    return value


def covered_settings(settings: dict[str, Any], home: str = "") -> dict[str, Any]:
    """All of them."""
    return {_key(name): covered_value(name, value, home) for name, value in settings.items()}


def _key(name: str) -> str:
    return _HAN.sub(HIDDEN, masked(name))
