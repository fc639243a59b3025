"""Reading what a caller sent, as tolerantly as the platform: ids as numbers or texts, objects or JSON texts of them."""

import json
from collections.abc import Iterator, Mapping
from typing import cast

from console.sandbox.youzan import forms
from console.sandbox.youzan.refusals import Refused, wrong_type

ABSENT = (None, "")


class Parameters:
    """The parameters of one call, or one object inside them. Wrong types raise GatewayRefused 5001."""

    def __init__(self, raw: Mapping[str, object]) -> None:
        self.raw = raw

    def __contains__(self, name: str) -> bool:
        return self.raw.get(name) not in ABSENT

    def text(self, name: str, default: str = "") -> str:
        """A scalar as text."""
        value = self.raw.get(name)
        if value in ABSENT:
            return default
        if isinstance(value, (dict, list)):
            raise wrong_type(name)
        return str(value)

    def strict_text(self, name: str) -> str:
        """A parameter declared String that must come as a JSON string (``account_id: 123`` → 5001)."""
        value = self.raw.get(name)
        if value is not None and not isinstance(value, str):
            raise wrong_type(name)
        return value or ""

    def whole(self, name: str, default: int | None = None) -> int | None:
        """An integer, sent as a number or as digits."""
        value = self.raw.get(name)
        if value in ABSENT:
            return default
        if isinstance(value, bool):
            return int(value)
        if isinstance(value, float) and value.is_integer():
            return int(value)
        if not isinstance(value, (int, str)):
            raise wrong_type(name)
        try:
            return int(value)
        except ValueError:
            raise wrong_type(name) from None

    def number(self, name: str, default: int) -> int:
        """An integer with a default that stands for 0 as well."""
        return self.whole(name) or default

    def need(self, name: str, code: int, message: str) -> int:
        """A required integer; absent → Refused(code)."""
        value = self.whole(name)
        if value is None:
            raise Refused(code, message)
        return value

    def flag(self, name: str, default: bool = False) -> bool:
        """A boolean as true/false, 1/0 or text of these."""
        value = self.raw.get(name)
        if value in ABSENT:
            return default
        if isinstance(value, (bool, int)):
            return bool(value)
        if value in ("true", "1"):
            return True
        if value in ("false", "0"):
            return False
        raise wrong_type(name)

    def fen(self, name: str, default: int | None = None) -> int | None:
        """A yuan amount (text or number) as fen."""
        value = self.raw.get(name)
        if value in ABSENT:
            return default
        try:
            return forms.fen_of(str(value))
        except ValueError:
            raise wrong_type(name) from None

    def date(self, name: str) -> int | None:
        """A ``yyyy-MM-dd HH:mm:ss`` text as ms; anything else → 5001."""
        value = self.raw.get(name)
        if value in ABSENT:
            return None
        try:
            return forms.parse_date(str(value))
        except ValueError:
            raise wrong_type(name) from None

    def part(self, name: str) -> "Parameters":
        """An object, sent as one or as JSON text; absent → an empty one."""
        value = _unpacked(name, self.raw.get(name))
        if value in ABSENT:
            return Parameters({})
        if not isinstance(value, dict):
            raise wrong_type(name)
        return Parameters(cast("dict[str, object]", value))

    def array(self, name: str) -> list[object]:
        """A list, sent as one, as JSON text, or as a comma separated text; absent → an empty one."""
        value = self.raw.get(name)
        if isinstance(value, str) and value and not value.lstrip().startswith("["):
            return [part.strip() for part in value.split(",")]
        value = _unpacked(name, value)
        if value in ABSENT:
            return []
        return value if isinstance(value, list) else [value]

    def texts(self, name: str) -> list[str]:
        return [str(part) for part in self.array(name)]

    def wholes(self, name: str) -> list[int]:
        return [cast("int", Parameters({name: part}).whole(name)) for part in self.array(name)]

    def parts(self, name: str) -> Iterator["Parameters"]:
        """The objects of a list."""
        for part in self.array(name):
            yield Parameters({name: part}).part(name)

    def unwrapped(self, wrapper: str) -> "Parameters":
        """The parameters inside ``{"request": {…}}`` or ``{"params": …}``, the outer ones kept beneath."""
        if wrapper not in self:
            return self
        return Parameters({**self.raw, **self.part(wrapper).raw})


def _unpacked(name: str, value: object) -> object:
    if not isinstance(value, str) or not value:
        return value
    try:
        return cast("object", json.loads(value))
    except (ValueError, RecursionError):
        raise wrong_type(name) from None
