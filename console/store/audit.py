"""Who changed what of ours. Rows are only ever added."""

import msgspec
from sqlalchemy import Connection


def note(conn: Connection, now: int, action: str, subject: str, detail: object = None) -> None:
    """Add a row: ``note(conn, now, "settings.put", "theme", {"from": …, "to": …})``. Never a secret."""
    text = "" if detail is None else msgspec.json.encode(detail).decode()
    conn.exec_driver_sql(
        "INSERT INTO audit (at, action, subject, detail) VALUES (?, ?, ?, ?)", (now, action, subject, text)
    )
