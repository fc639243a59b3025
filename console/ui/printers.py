"""What printers are called: those of the system, and files in a folder."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def printer_name(key: str) -> str:
    """A printer as it is called here."""
    kind, _, name = key.partition(":")
    if kind == "pdf":
        return translate("waybill", "PDF files")
    if kind == "png":
        return translate("waybill", "Pictures (203 dpi)")
    return name or key


def printers(system: Sequence[str], folder: Path) -> list[tuple[str, str]]:
    """What can be chosen: the system's printers first, then files in ``folder``."""
    keys = [*(f"system:{name}" for name in system), f"pdf:{folder}", f"png:{folder}"]
    return [(key, printer_name(key)) for key in keys]
