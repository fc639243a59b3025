"""No icon is missing, none is carried along unused."""

import ast
from pathlib import Path

import console.ui
from console.bundled import bundled


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
