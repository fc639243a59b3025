"""The licences of everything a build carries, as one text: packages, Python, Qt, and what came from the system.

Run in the environment of the build: ``python packaging/notices.py ORIGINS OUT [EXTRA …]``, where ORIGINS tells for
each file of the build where it was taken from. A part whose licence nobody finds ends it with 1: nothing is handed out
without its text, and nothing that may be had only under the GPL is carried at all.
"""

import json
import re
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution, distributions
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LENT = Path(__file__).resolve().parent / "licences"
TEXTS = re.compile(r"(licen[cs]e|copying|notice|authors)[^/]*$|/licenses/[^/]+$", re.IGNORECASE)
GPL = re.compile(r"(?<!L)(?<!Lesser )(A?GPL|General Public License)", re.IGNORECASE)
QT = ("LGPL-3.0.txt", "GPL-3.0.txt")  # the first refers to the second
# those whose wheels bring none
WITHOUT_TEXT = {"pyside6-essentials": QT, "shiboken6": QT, "flatbuffers": ("Apache-2.0.txt",)}
QT_SOURCE = """\
Qt and PySide6 are used under the GNU Lesser General Public License, version 3. They are separate files in this folder
and may be exchanged for other builds of the same version. Their sources, unchanged by us, are at
https://download.qt.io/official_releases/ (qt and QtForPython); the parts of others that Qt itself contains (ICU, zlib,
PCRE2, FreeType, HarfBuzz, libpng, libjpeg and more) are listed with their terms at
https://doc.qt.io/qt-6/licenses-used-in-qt.html
"""


class Part(NamedTuple):
    """Something that a build carries."""

    name: str
    licence: str
    texts: tuple[str, ...]


class NoLicence(Exception):
    """A part's licence was not found, or is one that a build may not carry; the text says which."""


def closure(extras: Iterable[str] = ()) -> list[Distribution]:
    """The distributions that the program needs on this system, by pyproject.toml, each once."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(line for name in extras for line in project["optional-dependencies"][name])]
    found: dict[str, Distribution] = {}
    seen: set[tuple[str, frozenset[str]]] = set()
    while wanted:
        need = Requirement(wanted.pop())
        name, asked = canonicalize_name(need.name), frozenset(need.extras)
        if (name, asked) in seen:
            continue
        seen.add((name, asked))
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            raise NoLicence(f"{name} is needed and not installed") from None
        wanted += [line.partition(";")[0] for line in found[name].requires or () if _counts(line, asked)]
    return [found[name] for name in sorted(found)]


def _counts(line: str, extras: Iterable[str]) -> bool:
    """Whether a requirement counts here: on this system, and with the extras that were asked for."""
    marker = Requirement(line).marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras))


def licence(found: Distribution) -> str:
    """What its metadata says it may be used under; alternatives stand with OR between them."""
    meta = found.metadata
    told = meta.get("License-Expression") or meta.get("License") or ""
    named = [line.rpartition(" :: ")[2] for line in meta.get_all("Classifier") or () if line.startswith("License ::")]
    return told.strip().partition("\n")[0] or " OR ".join(named)


def is_gpl_only(terms: str) -> bool:
    """Whether every alternative is the GPL. A library's exception (``WITH …``) lets it be linked."""
    alternatives = re.split(r"\s+OR\s+", terms)
    return all(GPL.search(one) and " WITH " not in one for one in alternatives)


def texts(found: Distribution) -> tuple[str, ...]:
    """The licence texts of a distribution: beside its metadata, else among its files, else those kept here for it."""
    named = [file for file in found.files or () if TEXTS.search(file.as_posix())]
    files = [file for file in named if ".dist-info" in str(file)] or [file for file in named if len(file.parts) == 2]
    own = [Path(str(file.locate())) for file in sorted(files, key=str)]
    lent = [LENT / name for name in WITHOUT_TEXT.get(canonicalize_name(found.name), ())]
    return tuple(path.read_text(encoding="utf-8", errors="replace") for path in own or lent if path.is_file())


def packages(extras: Iterable[str] = ()) -> list[Part]:
    """Every distribution with its terms. Raises NoLicence."""
    parts = []
    for found in closure(extras):
        part = Part(f"{found.name} {found.version}", licence(found), texts(found))
        if not part.licence or not part.texts:
            raise NoLicence(f"{part.name}: no {'text of its licence' if part.licence else 'licence'} is known")
        if is_gpl_only(part.licence):
            raise NoLicence(f"{part.name}: may be used under the GPL only ({part.licence})")
        within = [line for file in found.files or () if "/sboms/" in str(file) for line in bill(file.locate())]
        listed = ("It contains, by its own bill of materials:\n" + "\n".join(within),) if within else ()
        parts.append(part._replace(texts=(*part.texts, *listed)))
    return parts


def bill(path: object) -> list[str]:
    """What a CycloneDX bill of materials names, a line each."""
    told = json.loads(Path(str(path)).read_text(encoding="utf-8"))
    lines = []
    for one in told.get("components", ()):
        terms = [each.get("expression") or each.get("license", {}).get("id", "") for each in one.get("licenses", ())]
        lines.append(f"  {one['name']} {one.get('version', '')} {' '.join(filter(None, terms))}".rstrip())
    return sorted(lines)


def strangers(origins: Iterable[str], extras: Iterable[str] = ()) -> list[str]:
    """The distributions whose files a build took though the program does not need them: nobody read their licence."""
    told = {Path(sysconfig.get_path(kind)) for kind in ("purelib", "platlib")}
    libraries = told | {path.resolve() for path in told}  # one of them may be reached by a link
    owners: dict[str, str] = {}
    for found in distributions():
        owners |= dict.fromkeys((file.parts[0] for file in found.files or ()), canonicalize_name(found.name))
    needed = {canonicalize_name(found.name) for found in closure(extras)} | {"pyinstaller", "pyinstaller-hooks-contrib"}
    carried = set()
    for path in map(Path, origins):
        for library in libraries & set(path.parents):
            top = path.relative_to(library).parts[0]
            carried.add(owners.get(top, top))
    return sorted(carried - needed)


def python_itself() -> Part:
    """Python, with the terms of what it contains. Raises NoLicence."""
    library, version = Path(sysconfig.get_path("stdlib")), sys.version.split()[0]
    debian = Path(f"/usr/share/doc/python3.{sys.version_info[1]}/copyright")
    for path in (
        library / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        library.parent / "LICENSE.txt",
        debian,
    ):
        if path.is_file():
            return Part(f"Python {version}", "PSF-2.0", (path.read_text(encoding="utf-8", errors="replace"),))
    raise NoLicence("Python: LICENSE.txt was not found in its own folders")


def starter() -> Part:
    """The small program in front of the build: PyInstaller's, whose exception lets it go with anything."""
    found = distribution("pyinstaller")
    return Part(f"PyInstaller's bootloader {found.version}", "GPL-2.0-or-later WITH Bootloader-exception", texts(found))


def system_parts(origins: Iterable[str]) -> list[Part]:
    """The system's own libraries among the files of the build: Debian knows whose they are. Raises NoLicence."""
    python = sys.base_prefix if sys.base_prefix != "/usr" else sysconfig.get_path("stdlib")  # Debian's own is in /usr
    homes = [Path(home).resolve() for home in (sys.prefix, python, ROOT)]
    foreign = sorted({path for path in map(Path, origins) if not any(home in path.resolve().parents for home in homes)})
    owned: dict[str, str] = {}
    for path in foreign:
        owner = owner_of(path)
        owned[owner] = (Path("/usr/share/doc") / owner / "copyright").read_text(encoding="utf-8", errors="replace")
    return [Part(f"{name} (of the system)", "see below", (text,)) for name, text in sorted(owned.items())]


def owner_of(path: Path) -> str:
    """The Debian package a library belongs to. Raises NoLicence."""
    for name in dict.fromkeys((path, path.resolve(), Path("/usr") / str(path).lstrip("/"))):
        for place in (str(name), str(name).removeprefix("/usr")):
            try:
                asked = subprocess.run(["dpkg-query", "-S", place], capture_output=True, text=True, check=False)
            except OSError:
                raise NoLicence(f"{path}: whose it is, only Debian and its kin can tell; build there") from None
            if asked.returncode == 0:
                return asked.stdout.partition(":")[0]
    raise NoLicence(f"{path}: belongs to no package; take a library that does")


def whole(parts: Iterable[Part], resources: Path = ROOT / "resources") -> str:
    """All of it as one text; a text that several share stands once, under all their names."""
    shared: dict[str, list[Part]] = {}
    for part in parts:
        shared.setdefault("\n\n".join(text.strip() for text in part.texts), []).append(part)
    rule = "=" * 100
    icons = (resources / "icons" / "LICENSE").read_text(encoding="utf-8").strip()
    blocks = [(LENT.parent.parent / "LICENSE").read_text(encoding="utf-8").strip(), QT_SOURCE.strip()]
    blocks += [
        "\n".join(f"{one.name} — {one.licence}" for one in named) + f"\n\n{text}" for text, named in shared.items()
    ]
    blocks.append(f"Icons: Lucide\n\n{icons}")
    begin = "Merchant Console, and what it carries. Each part stands under its own terms.\n"
    return begin + "".join(f"\n{rule}\n{block}\n" for block in blocks)


def main(words: list[str]) -> int:
    """Write the text; 1 when a part has no licence that we know."""
    origins, out, *extras = words
    taken = json.loads(Path(origins).read_text(encoding="utf-8"))
    try:
        if unknown := strangers(taken.values(), extras):
            raise NoLicence(f"carried and not needed: {', '.join(unknown)}; leave it out in trimming.py")
        system = system_parts(taken.values()) if sys.platform == "linux" else []
        text = whole([*packages(extras), python_itself(), starter(), *system])
    except NoLicence as trouble:
        print(f"NOTICES: {trouble}", file=sys.stderr)
        return 1
    Path(out).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
