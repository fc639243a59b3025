"""Which ends were told of already, so that each is told once, also over a restart. Bookkeeping, hence no audit."""

import msgspec
from sqlalchemy import Connection

from console.core.clock import MINUTE

SAME_MS = MINUTE
"""A platform says in whole seconds how long a sign-in still lasts: its end is told a little differently each time."""


class _Told(msgspec.Struct):
    about: int
    marks: list[int]


def told(conn: Connection, shop_id: str, cause: str, about: int) -> tuple[int, ...]:
    """The marks that were told of the end ``about`` (its date, or its period's); another end was not told of."""
    before = _read(conn, shop_id, cause)
    return tuple(before.marks) if before is not None and abs(before.about - about) <= SAME_MS else ()


def note_told(conn: Connection, shop_id: str, cause: str, about: int, mark: int) -> None:
    """A mark was told. What was told of a former end is forgotten: it was put off."""
    after = _Told(about=about, marks=[*told(conn, shop_id, cause, about), mark])
    conn.exec_driver_sql(
        "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (_key(shop_id, cause), msgspec.json.encode(after).decode()),
    )


def _read(conn: Connection, shop_id: str, cause: str) -> _Told | None:
    asked = "SELECT value FROM settings WHERE key = ?"
    text = conn.exec_driver_sql(asked, (_key(shop_id, cause),)).scalar_one_or_none()
    return None if text is None else msgspec.json.decode(str(text), type=_Told)


def _key(shop_id: str, cause: str) -> str:
    return f"warned.{shop_id}.{cause}"
