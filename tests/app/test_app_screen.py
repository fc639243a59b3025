"""What is said to somebody for whom there is no window and no terminal."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from console.app.screen import is_unheard, tell


def test_the_reason_stands_there_until_it_is_closed(qtbot: QtBot) -> None:
    seen: list[tuple[str, str]] = []

    def close() -> None:
        box = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox))
        seen.append((box.text(), box.informativeText()))
        box.button(QMessageBox.StandardButton.Ok).click()

    QTimer.singleShot(50, close)
    tell("The profile is in use.", "Close the other one first.", [])
    assert seen == [("The profile is in use.", "Close the other one first.")]


def test_a_signal_ends_it(qtbot: QtBot) -> None:
    heard: list[int] = []
    QTimer.singleShot(50, lambda: heard.append(15))
    tell("The profile is in use.", "", heard)
    assert heard == [15]


def test_where_nobody_could_see_a_window_none_is_shown(qtbot: QtBot) -> None:
    assert not is_unheard(), "this run has no screen"
