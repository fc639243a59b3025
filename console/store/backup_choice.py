"""What is set about backups, and when one is due."""

import msgspec
from sqlalchemy import Connection

from console.core.clock import day_start
from console.store import settings
from console.store.backups import Backup

_DAILY, _LAST, _ELSEWHERE = "backups.daily", "backups.last_at", "backups.elsewhere_at"


class BackupState(msgspec.Struct, frozen=True, kw_only=True):
    """How it stands. ``kept`` is newest first; ``code`` says why the last daily one was not made."""

    asked_at: int = 2**62
    daily: bool
    kept: tuple[Backup, ...] = ()
    planned: bool = False  # one takes the place of the file at the next start
    elsewhere_at: int | None = None  # when a copy was last saved at a place of a person's choice
    code: str = ""
    detail: str = ""

    @property
    def last_at(self) -> int | None:
        """When a copy of the file was last made, here or elsewhere; what a restore put aside is none.

        One that a wrong clock dates ahead does not say when it was made.
        """
        made = [one.at for one in self.kept if one.origin != "aside"]
        made += [] if self.elsewhere_at is None else [self.elsewhere_at]
        return max((at for at in made if at <= self.asked_at), default=None)


def is_daily(conn: Connection) -> bool:
    """Whether the program makes one every day: yes, unless somebody said no."""
    return bool(settings.get(conn, _DAILY, True))


def set_daily(conn: Connection, on: bool, now: int) -> bool:
    """Have one made every day, or not; returns whether that changed anything."""
    return settings.put(conn, _DAILY, on, now)


def note_made(conn: Connection, at: int, *, elsewhere: bool) -> None:
    """One was made."""
    settings.remember(conn, _LAST, at)
    if elsewhere:
        settings.remember(conn, _ELSEWHERE, at)


def last_at(conn: Connection) -> int | None:
    """When one was last made, as far as this file knows."""
    return _instant(settings.get(conn, _LAST))


def elsewhere_at(conn: Connection) -> int | None:
    """When one was last saved at a place of a person's choice."""
    return _instant(settings.get(conn, _ELSEWHERE))


def is_due(kept: list[Backup], now: int) -> bool:
    """Whether today's is still to be made; one that a wrong clock dated ahead is not today's."""
    return not any(one.origin == "daily" and day_start(now) <= one.at <= now for one in kept)


def _instant(kept: object) -> int | None:
    return kept if isinstance(kept, int) else None
