"""The merchant's own lines of customers, each with the day it was set; the rest are as they came with the program."""

from typing import Final

from sqlalchemy import Connection

from console import reference
from console.core.clock import format_shop_time
from console.rules.traffic import Line
from console.store import settings

KEY: Final = "customers.lines"


def lines(conn: Connection) -> dict[str, Line]:
    """All of them, by name."""
    usual = reference.customer_lines()
    return usual | {
        name: Line(value=float(one["value"]), since=str(one["since"]), own=True)
        for name, one in settings.get(conn, KEY, {}).items()
        if name in usual
    }


def put_line(conn: Connection, name: str, value: float | None, now: int) -> None:
    """Set a line from today on; None: as it came."""
    if name not in reference.customer_lines():
        raise ValueError(f"no line: {name}")
    own = {key: one for key, one in settings.get(conn, KEY, {}).items() if key != name}
    if value is not None:
        own[name] = {"value": value, "since": format_shop_time(now)[:10]}
    settings.put(conn, KEY, own, now)
