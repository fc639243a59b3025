"""Every dialog greys the window behind it while it is open, and none spins a loop of its own."""

import ast
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import console.ui
from console.ui.dialogs import Dialog
from console.ui.veil import Veil


def test_a_dialog_greys_its_window_and_lets_go_of_it(look: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.show()
    dialog = Dialog(window, "Title", "Do it")
    (veil,) = window.findChildren(Veil)
    assert not veil.isVisible()
    dialog.open()
    assert veil.isVisible()
    assert veil.size() == window.size()
    window.resize(500, 300)
    assert veil.size() == window.size()
    dialog.reject()
    assert not veil.isVisible()


def test_no_dialog_is_made_without_it() -> None:
    """Whoever derives from Qt's own class would leave the window behind it bright."""
    bare = []
    for path in Path(console.ui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and any(ast.unparse(one).endswith("QDialog") for one in node.bases):
                bare.append(node.name)
    assert bare == ["Veiled"]
