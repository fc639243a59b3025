"""How many calls each shop made each day, shop time. Attempts count, answered or not: that is what is billed.

Only this program's calls are known. Another program that uses the same app is not counted.
"""

from collections.abc import Mapping

from sqlalchemy import Connection

from console.core.clock import day_start


def add_calls(conn: Connection, counts: Mapping[str, int], now: int) -> None:
    """Add what each shop called since the last time to the day that holds ``now``."""
    rows = [(shop_id, day_start(now), count) for shop_id, count in counts.items() if count]
    if rows:
        conn.exec_driver_sql(
            "INSERT INTO calls (shop_id, day_at, count) VALUES (?, ?, ?) "
            "ON CONFLICT (shop_id, day_at) DO UPDATE SET count = calls.count + excluded.count",
            rows,
        )


def calls_by_day(conn: Connection, shop_id: str, since: int) -> dict[int, int]:
    """The counts of the days from the one that holds ``since``, by the days' beginnings; quiet days are not in it."""
    asked = "SELECT day_at, count FROM calls WHERE shop_id = ? AND day_at >= ? ORDER BY day_at"
    return {int(day_at): int(count) for day_at, count in conn.exec_driver_sql(asked, (shop_id, day_start(since)))}
