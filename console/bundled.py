"""Where the files that come with the program lie: in the frozen bundle, in the wheel, or in the source tree."""

import sys
from functools import cache
from pathlib import Path
from typing import Literal

Folder = Literal["resources", "translations"]


@cache
def folder(name: Folder) -> Path:
    """The folder ``resources`` or ``translations``, wherever this program was installed."""
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    places = [Path(frozen) / name] if frozen else []
    places += [package / f"_{name}", package.parent / name]
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError(f"{name} did not come with this installation: looked in {', '.join(map(str, places))}")


def bundled(name: Folder, *parts: str) -> Path:
    """``bundled("resources", "icons", "x.svg")`` → its path."""
    return folder(name).joinpath(*parts)
