"""The self-check of the month for home and overview, and what of it a person should be told, once."""

from sqlalchemy import Connection

from console.core.clock import DAY
from console.rules import proof_period
from console.rules.alerts import Alert
from console.rules.self_check_due import Due, alert_of, dues
from console.store import self_checks
from console.store.views_compliance import MonthCheck
from console.store.warned import note_told, told

SINCE = """
SELECT CASE WHEN EXISTS (SELECT 1 FROM items) OR EXISTS (SELECT 1 FROM live_scripts)
OR EXISTS (SELECT 1 FROM live_sessions) THEN (SELECT min(at) FROM audit) END
"""
"""Since when there is anything to look through, and somebody here to do it."""


def month_check(conn: Connection, now: int) -> MonthCheck:
    """How far the present month's is; and whether the one before was left unmade or unsigned."""
    this = proof_period.month_of(now)
    lacking = {one.month: one.lack for one in _dues(conn, now)}
    last = next((one for one in self_checks.shorts(conn) if one.month == this.key), None)
    before = proof_period.next_to(this, -1).key
    return MonthCheck(
        month=this.key,
        days_left=(this.end_at - now) // DAY,
        is_due=this.key in lacking,
        before=before if before in lacking else "",
        before_lacks=lacking.get(before, ""),
        number=None if last is None else last.number,
        made_at=None if last is None else last.made_at,
        found=None if last is None else last.found,
        open=None if last is None else last.open,
        blocks=None if last is None else last.blocks,
        completion=None if last is None else last.completion,
        signs=0 if last is None else last.signs,
    )


def standing(conn: Connection, now: int) -> tuple[list[Alert], list[Alert]]:
    """What stands now; and what of it is to be told, which is taken: whoever calls this tells it."""
    stands, fresh = [], []
    for due in _dues(conn, now):
        alert = alert_of(due)
        stands.append(alert)
        mark = 0 if due.days_left < 0 else 1
        if mark not in told(conn, f"selfcheck:{due.month}", due.lack, due.end_at):
            note_told(conn, f"selfcheck:{due.month}", due.lack, due.end_at, mark)
            fresh.append(alert)
    return stands, fresh


def _dues(conn: Connection, now: int) -> list[Due]:
    since = conn.exec_driver_sql(SINCE).scalar_one()
    signs: dict[str, int] = {}
    for one in self_checks.shorts(conn):
        signs.setdefault(one.month, one.signs)
    return dues(now, signs, since)
