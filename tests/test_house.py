"""The house keeps its own rules: lint, types, who may import whom, and what must never be committed."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "console").rglob("*.py"))


def _run(*words: str) -> None:
    done = subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_ruff_is_clean() -> None:
    _run("-m", "ruff", "check", ".")
    _run("-m", "ruff", "format", "--check", ".")


@pytest.mark.timeout(240)
def test_mypy_strict_is_clean() -> None:
    _run("-m", "mypy")


@pytest.mark.timeout(120)
def test_imports_go_one_way() -> None:
    _run("-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))")


def test_packaging_does_not_hide_the_library_of_that_name() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_constraints_name_versions_and_no_hosts() -> None:
    text = (ROOT / "packaging" / "constraints.txt").read_text()
    assert "://" not in text
    assert "--" not in text


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_dialog_spins_a_second_loop_and_no_text_is_glued_before_translation(path: Path) -> None:
    """``exec()`` freezes every task; an f-string inside ``tr()`` is extracted but never matches."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        assert name not in {"exec", "exec_", "asyncClose", "asyncSlot"}, f"{path.name}:{node.lineno} calls {name}()"
        if name in {"tr", "translate"}:
            assert not any(isinstance(arg, ast.JoinedStr) for arg in node.args), f"{path.name}:{node.lineno}"


def test_files_stay_readable() -> None:
    """A file with two jobs shows by its length; generated data does not count."""
    long = {str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in SOURCES}
    assert not {name: lines for name, lines in long.items() if lines > 350}


def test_whoever_says_trouble_in_the_window_says_the_files_trouble_too() -> None:
    """FileTrouble is no Trouble: a click that only knows the one would do nothing and say nothing on a full disk."""
    deaf = []
    for path in SOURCES:
        if "ui" not in path.relative_to(ROOT).parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Try):
                caught = [ast.unparse(one.type) for one in node.handlers if one.type is not None]
                if "Trouble" in caught and "FileTrouble" not in caught:
                    deaf.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert not deaf
