"""Languages: one takes the other's place, and words stay when their file is replaced under the running program."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from console.bundled import bundled
from console.ui import language
from console.ui.language import Translators


def home() -> str:
    return QCoreApplication.translate("tabs", "Home")


def test_one_language_takes_the_place_of_the_other(translators: Translators) -> None:
    assert home() == "首页"
    translators.use("en")
    assert home() == "Home"
    translators.use("zh_CN")
    assert home() == "首页"


def test_words_outlive_their_file(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "app_zh_CN.qm"
    file.write_bytes(bundled("translations", "app_zh_CN.qm").read_bytes())
    monkeypatch.setattr(language, "bundled", lambda *_: file)
    made = Translators(qapp)
    made.use("zh_CN")
    file.write_bytes(b"")  # a mapped file would now take the process with it
    assert home() == "首页"
    made.use("en")
