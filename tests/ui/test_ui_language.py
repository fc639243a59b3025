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


@pytest.mark.parametrize(
    ("lang", "number", "said"),
    [
        ("zh_CN", 1_740, "共 1,740 行"),
        ("zh_CN", 999, "共 999 行"),
        ("en", 1_234_567, "1,234,567 rows"),
        ("en", 1, "1 row,"),
    ],
)
def test_numbers_that_qt_puts_in_are_written_as_all_others(
    translators: Translators, lang: language.Language, number: int, said: str
) -> None:
    """The count of an export is the same in its dialog, in its progress and in the foot of the table."""
    translators.use(lang)
    source = "%n row(s), by the filters and in the order of the list"
    assert QCoreApplication.translate("Asking", source, "", number).startswith(said)


def test_what_no_language_knows_stays_as_it_is(translators: Translators) -> None:
    assert QCoreApplication.translate("nowhere", "some words") == "some words"
