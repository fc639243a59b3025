"""``shots``: the window rendered to files, on a connection or on invented orders, in a profile that is thrown away."""

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from console.catalogue import Language
from console.cli.say import FINDINGS, OK, UNUSABLE, USAGE, log_to_stderr, say, say_file_trouble
from console.connect import ConnectTrouble, read_connection
from console.core.errors import FileTrouble
from console.store.profile import Profile
from console.ui.language import Translators
from console.ui.theme import ThemeName

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from console.app.joining import Assembly

SIZE = (1440, 900)
ROWS = 10
Size = tuple[int, int]


def run_shots(
    folder: Path,
    connect: Path | None = None,
    rows: int | None = None,
    lang: Language | None = None,
    look: ThemeName | None = None,
    *,
    size: Size | None = None,
    looks: Sequence[ThemeName] = (),
) -> int:
    """Render every tab into ``folder`` and print one path a line; returns the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from console.app.loop import log_qt, run
    from console.app.screen import application

    language = lang or "zh_CN"
    log_to_stderr()
    log_qt()
    app = application()
    wanted = tuple(looks) or (look or "light",)
    with tempfile.TemporaryDirectory(prefix="console-shots-") as place:
        try:
            if connect is not None:
                read_connection(connect)
            with Profile.open(Path(place)) as profile:
                session = _Session(app, profile, folder, connect, ROWS if rows is None else rows, language)
                return run(lambda stop: session.main(wanted, size or SIZE))
        except ConnectTrouble as trouble:
            say(trouble.code, language, path=trouble.path, detail=trouble.detail)
            return USAGE
        except FileTrouble as trouble:
            return say_file_trouble(trouble, language)
        except OSError as error:
            say("disk.denied", language, path=folder, detail=error.strerror or str(error))
            return UNUSABLE


class _Session:
    """One run: fill the file, then a window that is never on a screen."""

    def __init__(
        self, app: "QApplication", profile: Profile, folder: Path, connect: Path | None, rows: int, language: Language
    ) -> None:
        self._app = app
        self._profile = profile
        self._folder = folder
        self._connect = connect
        self._rows = rows
        self._language = language
        self._translators = Translators(app)

    async def main(self, looks: Sequence[ThemeName], size: Size) -> int:
        from console.app.joining import Assembly

        assembly = await Assembly.open(self._profile)
        try:
            well = await self._fill(assembly)
            for look in looks:
                for path in await self._shoot(assembly, look, size):
                    print(path, flush=True)  # noqa: T201 - the answer of the command
        finally:
            await assembly.close()
        return OK if well else FINDINGS

    async def _fill(self, assembly: "Assembly") -> bool:
        from console.app.broadcast import begin_show, whole_show
        from console.app.invented import invent
        from console.rules.proof_period import day_of
        from console.store.shops import pairs

        if self._connect is None:
            await invent(assembly.database, assembly.clock.now_ms(), self._rows)
            return True
        troubles = await assembly.connect(self._connect)
        report = await assembly.engine.sync_once()
        for trouble in troubles:
            say(trouble.code, self._language, platform=trouble.platform, detail=trouble.detail)
        for failure in report.failures:
            say(failure.code, self._language, platform=failure.platform, detail=failure.detail)
        if await begin_show(assembly, self._connect):
            await whole_show(assembly)
            await assembly.engine.sync_once()  # what the show sold
        today = day_of(assembly.clock.now_ms())
        for pair in await assembly.database.read(pairs):
            await assembly.proofs.prove(pair, today)
        return not troubles and not report.failures

    async def _shoot(self, assembly: "Assembly", look: ThemeName, size: Size) -> list[Path]:
        from console.app.gallery import gallery
        from console.store.operators import Roster
        from console.store.pins import Pins
        from console.ui import theme
        from console.ui.bridge import Bridge
        from console.ui.context import Desk
        from console.ui.preferences import Preferences
        from console.ui.session import Session
        from console.ui.shell import Shell
        from console.ui.shots import shoot

        preferences = Preferences(self._profile.folder / "window.ini")
        preferences.appearance = look
        preferences.language = self._language
        self._translators.use(self._language)
        theme.apply(self._app, look, preferences.direction)
        shell = Shell(preferences)
        shell.resize(*size)
        shell.show()
        bridge = Bridge(assembly.hub)
        async with gallery(self._profile) as pictures:
            shell.furnish(
                Desk(
                    database=assembly.database,
                    changes=bridge,
                    clock=assembly.clock,
                    actions=assembly,
                    preferences=preferences,
                    log_path=self._profile.log_path,
                    is_demo=lambda: assembly.demo,
                    session=Session(Roster(assembly.database, Pins(), assembly.clock)),
                    pictures=pictures,
                )
            )
            try:
                return await shoot(shell, self._folder)
            finally:
                bridge.close()
                await shell.close_pages()
                shell.may_close = True
                shell.close()
                sys.stdout.flush()
