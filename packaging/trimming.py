"""What the build carries, what it leaves out and why, and what it tells the system of itself. For console.spec."""

import re
import sys
from fnmatch import fnmatch
from importlib.util import find_spec
from pathlib import Path
from typing import Any

BUNDLE_ID = "org.merchantconsole.console"

DATA = ("console/sandbox/data", "console/store/migrations")  # what is no code in there; alembic reads its part as files

KEY_STORES = {
    "linux": ["keyring.backends.SecretService", "secretstorage", "jeepney"],
    "win32": ["keyring.backends.Windows", "win32ctypes.core"],
    "darwin": ["keyring.backends.macOS", "keyring.backends.macOS.api"],
}

EXCLUDED = [
    # GPL libraries of the system that Python's own modules would draw in
    "readline", "_gdbm", "dbm.gnu", "_dbm", "dbm.ndbm",
    # never used here, and large
    "tkinter", "_tkinter", "_curses", "curses", "test", "unittest.mock", "pdb", "pydoc_data", "lib2to3", "ensurepip",
    "setuptools", "pkg_resources", "pip", "wheel", "PyInstaller",
    "matplotlib", "scipy", "pandas", "IPython", "OpenGL", "pyqtgraph.opengl", "pyqtgraph.examples",
    "pyqtgraph.canvas", "pyqtgraph.flowchart", "pyqtgraph.jupyter", "numpy.f2py", "numpy.testing", "numpy.distutils",
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickWidgets", "PySide6.QtDesigner", "PySide6.QtHelp",
    "PySide6.QtTest", "PySide6.QtSql", "PySide6.QtUiTools", "PySide6.QtXml", "PySide6.QtConcurrent",
    # drivers of other databases, wherever they happen to be installed
    "psycopg", "psycopg2", "pymysql", "MySQLdb", "oracledb", "cx_Oracle", "pyodbc", "asyncpg", "aiosqlite",
    "alembic.testing", "sqlalchemy.testing",
]  # fmt: skip

UNWANTED = [
    # Qt: other ways to a screen than a desktop's, and QML
    "*/platforms/*qeglfs*", "*/platforms/*qlinuxfb*", "*/platforms/*qvnc*", "*/platforms/*qvkkhrdisplay*",
    "*/platforms/*qminimalegl*", "*/egldeviceintegrations/*", "*/platforminputcontexts/*virtualkeyboard*",
    "*/qmltooling/*", "*/designer/*", "*/sqldrivers/*", "*/plugins/generic/*",
    "*Qt6Qml*", "*Qt6Quick*", "*Qt6Designer*", "*Qt6VirtualKeyboard*", "*Qt6EglF*", "*Qt6Sql*", "*Qt6Test*",
    "*QtQml.framework*", "*QtQuick.framework*", "*QtVirtualKeyboard*",
    # GTK's look and what it draws in: the program has its own
    "*/platformthemes/*qgtk3*", "*libgtk-3*", "*libgdk-3*", "*libgdk_pixbuf*", "*libatk*", "*libatspi*", "*libcairo*",
    "*libpango*", "*libepoxy*", "*libXcursor*", "*libXcomposite*", "*libXdamage*", "*libXinerama*", "*libXrandr*",
    "*libthai*", "*libdatrie*", "*libfribidi*", "*libgraphite2*", "*libharfbuzz*", "*libpixman*",
    # GPL: the fence that stands even where something draws it in
    "*libreadline*", "*libgdbm*", "*libdb-*",
    # pictures of our own README
    "resources/pictures/*",
]  # fmt: skip
LANGUAGES = ("zh_CN", "en")  # of Qt's own words


def has(module: str) -> bool:
    """Whether the environment of the build holds this optional library."""
    return find_spec(module) is not None


def is_wanted(name: str) -> bool:
    """Whether a file belongs into the build; ``name`` is its place there."""
    place = name.replace("\\", "/")
    if "/translations/" in place and place.startswith("PySide6"):
        return place.endswith(tuple(f"qtbase_{lang}.qm" for lang in LANGUAGES))
    return "__pycache__" not in place and not any(fnmatch(place, pattern) for pattern in UNWANTED)


def version(root: Path) -> str:
    """The program's version, as its package says it."""
    text = (root / "console" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    if found is None:
        raise SystemExit("console/__init__.py names no __version__")
    return found[1]


def version_info(name: str, number: str) -> Any:
    """What Windows shows under Properties › Details."""
    from PyInstaller.utils.win32 import versioninfo as info

    four = tuple([*map(int, number.split(".")), 0, 0, 0][:4])
    words = {
        "CompanyName": "Merchant Console maintainers",
        "FileDescription": "Merchant Console",
        "FileVersion": number,
        "InternalName": name,
        "LegalCopyright": "MIT License",
        "OriginalFilename": f"{name}.exe",
        "ProductName": "Merchant Console",
        "ProductVersion": number,
    }
    table = info.StringTable("040904B0", [info.StringStruct(key, value) for key, value in words.items()])
    return info.VSVersionInfo(
        ffi=info.FixedFileInfo(filevers=four, prodvers=four),
        kids=[info.StringFileInfo([table]), info.VarFileInfo([info.VarStruct("Translation", [0x0409, 1200])])],
    )


def info_plist(number: str) -> dict[str, Any]:
    """What macOS reads of the bundle."""
    return {
        "CFBundleDisplayName": "Merchant Console",
        "CFBundleShortVersionString": number,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "zh_CN"],
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": "13.0",  # Qt 6.11's
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "MIT License",
        "NSPrincipalClass": "NSApplication",
    }


if sys.platform not in KEY_STORES:
    raise SystemExit(f"There is no build for {sys.platform}: only for Windows, macOS and Linux.")
