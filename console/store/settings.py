"""What the merchant set: JSON values under dotted names (``ui.theme``, ``kuaishou.base_url``). Never a secret."""

from typing import Any

import msgspec
from sqlalchemy import Connection

from console.store import audit


def get(conn: Connection, key: str, default: Any = None) -> Any:
    """The value under ``key``, or ``default``."""
    text = _text(conn, key)
    return default if text is None else msgspec.json.decode(text)


def put(conn: Connection, key: str, value: Any, now: int) -> bool:
    """Set a value, with an audit row; returns whether that changed anything."""
    before, after = _text(conn, key), msgspec.json.encode(value).decode()
    if before == after:
        return False
    conn.exec_driver_sql(
        "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, after),
    )
    was = None if before is None else msgspec.json.decode(before)
    audit.note(conn, now, "settings.put", key, {"from": was, "to": value})
    return True


def remember(conn: Connection, key: str, value: Any) -> None:
    """Note what the program itself must know after a restart: nobody decided it, so nothing is said in the audit."""
    conn.exec_driver_sql(
        "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, msgspec.json.encode(value).decode()),
    )


def _text(conn: Connection, key: str) -> str | None:
    value = conn.exec_driver_sql("SELECT value FROM settings WHERE key = ?", (key,)).scalar_one_or_none()
    return None if value is None else str(value)
