"""No icon is missing, none is carried along unused."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

import console.ui
from console.bundled import bundled
from console.ui.widgets import button


def _words() -> set[str]:
    found = set()
    for path in Path(console.ui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def test_every_icon_held_is_named_somewhere() -> None:
    held = {file.stem for file in bundled("resources", "icons").glob("*.svg")}
    unused = sorted(held - _words())
    assert unused == []


@pytest.mark.gui
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_words_stand_a_little_apart_from_their_icon(qtbot: QtBot, ratio: float) -> None:
    made = button("导出", "default", "upload")
    qtbot.addWidget(made)
    assert made.iconSize() == QSize(20, 16)
    image = made.icon().pixmap(made.iconSize(), ratio).toImage()
    assert (image.width(), image.height()) == (20 * ratio, 16 * ratio)
    inked = [x for x in range(image.width()) if any(image.pixelColor(x, y).alpha() for y in range(image.height()))]
    assert inked
    assert max(inked) < 16 * ratio
    assert button("", "ghost", "upload").iconSize() == QSize(16, 16), "in the middle, where there are no words"
