"""Backups and the bundle with everything joined: no secret of a bound shop in either, and a restore at the start."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from app_sandbox import Outside, RecordingVault
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.app.joining import Assembly
from console.app.program import Program
from console.store import restoring, settings
from console.store.profile import Profile
from console.ui.language import Translators
from console.ui.preferences import Preferences
from console.ui.shell import Shell


def _secrets(told: object) -> Iterator[str]:
    """Whatever in a connection file is no address, no number and no name of a platform."""
    if isinstance(told, dict):
        for name, value in told.items():
            if isinstance(value, str) and ("secret" in name or "token" in name):
                yield value
            yield from _secrets(value)


async def test_no_secret_is_in_a_backup_nor_in_the_bundle_and_a_restore_is_there_after_the_start(
    profile: Profile, vault: RecordingVault, outside: Outside
) -> None:
    first = await Assembly.open(profile, vault.opened)
    secrets = set(_secrets(json.loads(outside.connect.read_text(encoding="utf-8"))))
    assert len(secrets) > 4
    try:
        await first.connect(outside.connect)
        await first.engine.sync_once()
        made = await first.keeping.back_up(_ignore)
        await first.database.write(settings.put, "since", True, first.clock.now_ms())
        orders = (await first.keeping.contents()).orders
        assert orders
        texts = [part.text for part in await first.keeping.bundle({})]
        await first.keeping.restore_next(made, _ignore)
        assert await first.database.read(settings.get, "since")
    finally:
        await first.close()
    whole = made.read_bytes() + "\n".join(texts).encode()
    assert not [secret for secret in secrets if secret.encode() in whole]
    with closing(sqlite3.connect(made)) as conn:
        assert conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    second = await Assembly.open(profile, vault.opened)
    try:
        assert second.keeping.restored == "restored"
        assert await second.database.read(settings.get, "since") is None
        assert (await second.keeping.contents()).orders == orders
    finally:
        await second.close()


def _ignore(_share: float) -> None:
    """Nobody listens."""


@pytest.mark.parametrize(
    ("outcome", "said"), [("restored", "备份已恢复"), ("spoilt", "准备恢复的备份已损坏"), ("none", "")]
)
def test_the_window_says_what_came_of_a_restore(
    qtbot: QtBot, profile: Profile, outcome: restoring.Outcome, said: str
) -> None:
    preferences = Preferences(profile.folder / "window.ini")
    preferences.language = "zh_CN"
    shell = Shell(preferences)
    qtbot.addWidget(shell)
    shell.may_close = True
    program = Program(shell, profile, preferences, Translators(QApplication.instance() or QApplication([])), None, None)
    program.tell_restored(outcome)
    assert shell.toast.isHidden() == (not said)
    assert said in shell.toast.accessibleName()
