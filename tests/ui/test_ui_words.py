"""Translations are complete and compiled: gathering them again finds nothing new."""

import ast
import importlib.util
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from console.bundled import folder

ROOT = Path(__file__).resolve().parents[2]
FILES = ("app_zh_CN.ts", "app_en.ts")


@pytest.fixture(scope="module")
def words() -> ModuleType:
    spec = importlib.util.spec_from_file_location("words", ROOT / "packaging" / "words.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", FILES)
def test_every_text_is_translated(words: ModuleType, name: str) -> None:
    assert words.unfinished(folder("translations") / name) == []


@pytest.mark.parametrize("name", FILES)
def test_gathering_again_finds_nothing_new(words: ModuleType, name: str, tmp_path: Path) -> None:
    kept = (folder("translations") / name).read_text(encoding="utf-8")
    (tmp_path / name).write_text(kept, encoding="utf-8")
    words.gather(name, tmp_path)
    assert (tmp_path / name).read_text(encoding="utf-8") == kept


def test_every_text_of_the_source_was_gathered() -> None:
    """lupdate reads no ``self.tr`` inside an f-string and says nothing: such a text would stay English for ever."""
    tree = ET.parse(folder("translations") / "app_zh_CN.ts")
    known = {
        (context.findtext("name"), message.findtext("source"))
        for context in tree.iter("context")
        for message in context.iter("message")
    }
    sources = sorted((ROOT / "console").rglob("*.py"))
    said = [(path.name, *text) for path in sources for text in _said(ast.parse(path.read_text("utf-8")), "")]
    assert len(said) > 1_000
    assert [each for each in said if each[1:] not in known] == []


def _said(node: ast.AST, name: str) -> Iterator[tuple[str, str]]:
    """Context and text of every call with constant texts; of ``self.tr`` the context is the class."""
    for inner in ast.iter_child_nodes(node):
        if isinstance(inner, ast.Call) and isinstance(inner.func, ast.Attribute):
            told = [arg.value for arg in inner.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            if inner.func.attr == "tr" and told:
                yield name, told[0]
            elif inner.func.attr == "translate" and len(told) > 1:
                yield told[0], told[1]
        yield from _said(inner, inner.name if isinstance(inner, ast.ClassDef) else name)


@pytest.mark.parametrize("name", FILES)
def test_the_compiled_file_is_up_to_date(words: ModuleType, name: str, tmp_path: Path) -> None:
    source = folder("translations") / name
    words.compile_words(source, tmp_path / "made.qm")
    assert (tmp_path / "made.qm").read_bytes() == source.with_suffix(".qm").read_bytes()
