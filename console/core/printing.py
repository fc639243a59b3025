"""What puts a label on paper, or into a file."""

from collections.abc import Sequence
from typing import Protocol

from console.core.waybills import PrintData, Slip


class PrinterTrouble(Exception):
    """A label did not come out, or may not have: then ``sure`` is False. ``code`` is a key of the catalogue."""

    def __init__(self, code: str, detail: str = "", *, sure: bool = True) -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail
        self.sure = sure


class Printer(Protocol):
    """Puts one label out after the other. Blocks; never called from two threads at once."""

    def put(self, slip: Slip) -> None:
        """Returns when the label was handed over. Raises PrinterTrouble."""
        ...


class PrintComponent(Protocol):
    """A platform's own program that prints its official labels from opaque data.

    Kuaishou's listens on the loopback; its protocol is not public, so that nothing speaks it yet: the data are kept
    with each number, for when one does.
    """

    def hand_over(self, data: Sequence[PrintData], template_url: str) -> None: ...
