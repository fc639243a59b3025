"""A report of a self-check as a file of its suffix: html, pdf or xlsx; the PDF also where there is no window."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from console.documents.self_check_paper import body, foot, write_html
from console.documents.self_check_sheet import write_sheet
from console.documents.self_check_words import Lang, report_words

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from console.store.self_checks import Kept

FORMS: Final = ("html", "pdf", "xlsx")
FAMILIES: Final = ("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "sans-serif")
_app: "list[QGuiApplication]" = []


def write_report(path: Path, kept: "Kept", lang: Lang, *, broken: bool = False) -> None:
    """Write it. Blocks. Raises OSError; ValueError for a suffix that is none of ``FORMS``."""
    form = path.suffix.lower().lstrip(".")
    if form == "html":
        write_html(path, kept, lang, broken=broken)
    elif form == "xlsx":
        write_sheet(path, kept, lang, broken=broken)
    elif form == "pdf":
        from console.documents.paper import write_pdf

        title = f"{report_words(lang)['title']} {kept.report.month}"
        write_pdf(path, body(kept, lang, broken=broken), title, foot(kept, lang), list(FAMILIES), upright=True)
    else:
        raise ValueError(form)


def without_window() -> None:
    """Fonts and paper need Qt's gui; a command has none yet, and needs no screen for it."""
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is None and not _app:
        _app.append(QGuiApplication(["console"]))
