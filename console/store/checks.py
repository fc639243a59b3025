"""What the last self-test of each shop said, and when. Not the merchant's doing, hence not in the audit."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection

from console.core.permissions import Check, Outcome

_KNOWN = (Outcome.OK, Outcome.REFUSED)


class SelfTest(msgspec.Struct, frozen=True, kw_only=True):
    """The lines of a shop's self-test; ``at`` is when it was last run, None: never."""

    at: int | None = None
    checks: tuple[Check, ...] = ()


def last_self_test(conn: Connection, shop_id: str) -> SelfTest:
    """The last self-test of a shop."""
    asked = "SELECT value FROM settings WHERE key = ?"
    text = conn.exec_driver_sql(asked, (_key(shop_id),)).scalar_one_or_none()
    return SelfTest() if text is None else msgspec.json.decode(str(text), type=SelfTest)


def put_checks(conn: Connection, shop_id: str, checks: Sequence[Check], now: int) -> SelfTest:
    """Keep a self-test. A line that learned nothing leaves what was known of its scope: offline is not refused."""
    before = {check.scope: check for check in last_self_test(conn, shop_id).checks if check.outcome in _KNOWN}
    kept = tuple(check if check.outcome in _KNOWN else before.get(check.scope, check) for check in checks)
    result = SelfTest(at=now, checks=kept)
    conn.exec_driver_sql(
        "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (_key(shop_id), msgspec.json.encode(result).decode()),
    )
    return result


def _key(shop_id: str) -> str:
    return f"checks.{shop_id}"
