"""Translations are complete and compiled: gathering them again finds nothing new."""

import importlib.util
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


@pytest.mark.parametrize("name", FILES)
def test_the_compiled_file_is_up_to_date(words: ModuleType, name: str, tmp_path: Path) -> None:
    source = folder("translations") / name
    words.compile_words(source, tmp_path / "made.qm")
    assert (tmp_path / "made.qm").read_bytes() == source.with_suffix(".qm").read_bytes()
