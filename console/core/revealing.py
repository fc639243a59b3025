"""A buyer's data in plain text: one field of one order, for whoever clicked, and for no file.

Everything else in the program holds masks and cipher texts. What is opened travels as ``Plain``, which does not print
itself: neither a log, an exception nor a test's report that happens to hold one tells what is in it.
"""

from enum import StrEnum


class Field(StrEnum):
    """What of a receiver can be revealed."""

    NAME = "name"
    PHONE = "phone"
    ADDRESS = "address"


class Plain:
    """The text of one field. Ask for ``text`` only where it is shown or copied."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return "Plain(…)"

    def __reduce__(self) -> str:
        raise TypeError("plain text is not written anywhere")
