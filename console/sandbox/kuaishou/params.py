"""Reading business parameters: tolerant of the habits of SDKs, exact about what is missing.

``null`` counts as absent (schema-based SDKs send every field), whole numbers may come as text, and an empty object may
be left out, ``""``, ``{}`` or ``[]``.
"""

import json
from typing import Any

from console.sandbox.kuaishou.refusals import Json, invalid, malformed


class Params:
    """One object of business parameters; readers raise ``Refused`` for what is missing or of the wrong kind."""

    def __init__(self, values: Json) -> None:
        self.values = {name: value for name, value in values.items() if value is not None}

    @classmethod
    def parse(cls, text: str | None) -> "Params":
        """The ``param`` of a call."""
        if not text or not text.strip():
            return cls({})
        try:
            values = json.loads(text)
        except ValueError:
            raise malformed("param不是合法的JSON") from None
        if values == []:
            return cls({})
        if not isinstance(values, dict):
            raise malformed("param不是JSON对象")
        return cls(values)

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def whole(self, name: str, default: int | None = None, *, low: int | None = None, high: int | None = None) -> int:
        """A whole number between ``low`` and ``high``; required unless there is a default."""
        value = self.values.get(name, default)
        if isinstance(value, str):
            try:
                value = int(value)
            except ValueError:
                raise invalid(name) from None
        if not isinstance(value, int) or isinstance(value, bool):
            raise invalid(name)
        if (low is not None and value < low) or (high is not None and value > high):
            raise invalid(name)
        return value

    def text(self, name: str, default: str | None = None, *, longest: int | None = None) -> str:
        """A text, numbers read as text; required and not blank unless there is a default."""
        value = self.values.get(name, default)
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise invalid(name)
        if longest is not None and len(value) > longest:
            raise invalid(name)
        return value

    def flag(self, name: str, default: bool = False) -> bool:
        value = self.values.get(name, default)
        if value in ("true", "false"):
            return bool(value == "true")
        if not isinstance(value, bool):
            raise invalid(name)
        return value

    def choice(self, name: str, among: set[int], default: int | None = None) -> int:
        """A whole number out of a documented set."""
        value = self.whole(name, default)
        if value not in among:
            raise invalid(name)
        return value

    def sequence(self, name: str, *, least: int = 0, most: int | None = None) -> list[Any]:
        """A list of ``least`` to ``most`` values; absent is empty."""
        value = self.values.get(name, [])
        if not isinstance(value, list) or len(value) < least or (most is not None and len(value) > most):
            raise invalid(name)
        return value

    def wholes(self, name: str, *, least: int = 0, most: int | None = None) -> list[int]:
        return [Params({name: value}).whole(name) for value in self.sequence(name, least=least, most=most)]

    def texts(self, name: str, *, least: int = 0, most: int | None = None) -> list[str]:
        return [Params({name: value}).text(name) for value in self.sequence(name, least=least, most=most)]

    def rows(self, name: str, *, least: int = 1, most: int | None = None) -> list["Params"]:
        """A list of objects."""
        rows = self.sequence(name, least=least, most=most)
        if not all(isinstance(row, dict) for row in rows):
            raise invalid(name)
        return [Params(row) for row in rows]

    def child(self, name: str) -> "Params":
        """A required object."""
        value = self.values.get(name)
        if not isinstance(value, dict):
            raise invalid(name)
        return Params(value)
