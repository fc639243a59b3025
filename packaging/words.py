"""Gathers the window's texts and compiles the translations: ``python packaging/words.py`` after texts have changed.

lupdate writes new texts into translations/*.ts as unfinished; translate them there (Qt Linguist, or by hand), run this
again, and commit the .ts and .qm files together. Ends with 1 while something is unfinished.
"""

import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET  # our own files
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILES = ("app_zh_CN.ts", "app_en.ts")
GATHER = ("-extensions", "py", "-no-obsolete", "-locations", "none", "-source-language", "en")


def tool(name: str) -> str:
    """The tool of the environment this runs in."""
    beside = Path(sys.executable).with_name(name)
    found = shutil.which(name, path=str(beside.parent)) or shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} is not installed: it comes with PySide6-Essentials")
    return found


def gather(name: str, folder: Path) -> None:
    """Bring one .ts file up to date with the source."""
    only_plurals = ("-pluralonly",) if name == "app_en.ts" else ()
    target = ("-target-language", name[4:-3])
    words = [tool("pyside6-lupdate"), *GATHER, *target, *only_plurals, "console", "-ts", str(folder / name)]
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True)


def compile_words(source: Path, target: Path) -> None:
    """Make the .qm of one .ts file."""
    subprocess.run([tool("pyside6-lrelease"), str(source), "-qm", str(target)], check=True, capture_output=True)


def unfinished(source: Path) -> list[str]:
    """The texts of one .ts file that nobody has translated."""
    left = []
    for message in ET.parse(source).iter("message"):
        translation = message.find("translation")
        forms = [] if translation is None else [form.text or "" for form in translation.iter("numerusform")]
        done = translation is not None and translation.get("type") is None
        filled = all(forms) if forms else translation is not None and bool(translation.text)
        if not (done and filled):
            left.append(message.findtext("source") or "")
    return left


def main() -> int:
    """Gather, compile, report."""
    left = []
    for name in FILES:
        source = ROOT / "translations" / name
        gather(name, source.parent)
        compile_words(source, source.with_suffix(".qm"))
        left += [f"{name}: {text}" for text in unfinished(source)]
    print("\n".join(left) if left else "all texts are translated")
    return 1 if left else 0


if __name__ == "__main__":
    raise SystemExit(main())
