"""``python -m console``: the window. First paint, then the loop, then the file, then the platforms."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication

from console.app.screen import application, asked_to_stop, first_paint, is_unheard, tell, wear_icon
from console.catalogue import Language, words
from console.cli.say import OK, UNUSABLE, USAGE, say, say_file_trouble
from console.core.errors import FileTrouble
from console.store.profile import Profile
from console.ui import theme
from console.ui.language import Translators
from console.ui.preferences import Preferences
from console.ui.shell import Shell
from console.ui.theme import ThemeName

if TYPE_CHECKING:
    from console.app.demo import Sandbox

SIZE = (1440, 900)


def run_window(
    profile: Path | None = None,
    connect: Path | None = None,
    lang: Language | None = None,
    look: ThemeName | None = None,
    *,
    sandbox: "Sandbox | None" = None,
) -> int:
    """Open the window on a profile folder; returns the exit code when it was closed.

    With a ``sandbox`` that is yet to write ``connect``: the window is painted first, then the sandbox is started.
    """
    if not _has_display():
        say("cli.no_window", lang or "zh_CN", detail="DISPLAY, WAYLAND_DISPLAY")
        return UNUSABLE
    heard = asked_to_stop()
    app = application()
    folder = profile or Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))
    if connect is not None and sandbox is None and (code := _connect_fault(connect, lang or "zh_CN")) != OK:
        return code
    try:
        with Profile.open(folder) as held:
            preferences = _preferences(held, lang, look)
            translators = Translators(app)
            shell = _shell(app, preferences, translators)
            first_paint(shell)
            wear_icon()
            shell.hear_keys()

            from console.app.program import Program

            return Program(shell, held, preferences, translators, connect, sandbox).run(heard)
    except FileTrouble as trouble:
        if is_unheard():
            said = words(trouble.code, lang or "zh_CN", path=trouble.path, detail=trouble.detail)
            tell(said.text, said.next_step, heard)
        return say_file_trouble(trouble, lang or "zh_CN")


def _has_display() -> bool:
    """Where Linux names none, Qt would end the program at once, with a page of its own words."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def _connect_fault(connect: Path, lang: Language) -> int:
    """Say what is wrong with the connection file before anything is opened."""
    from console.connect import ConnectTrouble, read_connection

    try:
        read_connection(connect)
    except ConnectTrouble as trouble:
        say(trouble.code, lang, path=trouble.path, detail=trouble.detail)
        return USAGE
    return OK


def _preferences(profile: Profile, lang: Language | None, look: ThemeName | None) -> Preferences:
    """How the window looks on this machine; what was typed counts and is remembered."""
    preferences = Preferences(profile.folder / "window.ini")
    if lang is not None:
        preferences.language = lang
    if look is not None:
        preferences.appearance = look
    return preferences


def _shell(app: QApplication, preferences: Preferences, translators: Translators) -> Shell:
    """A window in the right language and theme, not yet shown."""
    translators.use(preferences.language)
    theme.apply(app, preferences.theme, preferences.direction)
    shell = Shell(preferences)
    if not shell.restoreGeometry(preferences.geometry):
        shell.resize(*SIZE)
    return shell
