"""Reading a JSON body: exact about what is missing, and tolerant of whole numbers that come as text."""

from typing import Any

from console.sandbox.ads.refusals import Json, invalid

LONGEST = 19  # digits of a long


class Body:
    """One JSON object; readers raise ``Refused`` for what is missing or of the wrong kind."""

    def __init__(self, values: Json) -> None:
        self._values = {name: value for name, value in values.items() if value is not None}

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def whole(self, name: str, low: int, high: int | None = None) -> int:
        """A whole number between ``low`` and ``high``."""
        value = self._values.get(name)
        if isinstance(value, str) and value.isdecimal() and len(value) <= LONGEST:
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool) or value < low or (high is not None and value > high):
            raise invalid(name)
        return value

    def text(self, name: str) -> str:
        """A text that is not empty, numbers read as text."""
        value = self._values.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str) or not value:
            raise invalid(name)
        return value

    def texts(self, name: str) -> list[str]:
        """A list of texts, not empty."""
        value: Any = self._values.get(name)
        if not isinstance(value, list) or not value or not all(isinstance(each, str) for each in value):
            raise invalid(name)
        return value

    def child(self, name: str) -> "Body":
        """An object."""
        value = self._values.get(name)
        if not isinstance(value, dict):
            raise invalid(name)
        return Body(value)
