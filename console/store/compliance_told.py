"""Deadlines of appeals and of certificates that a person should know of: what stands, and what is to be told, once."""

from sqlalchemy import Connection

from console import reference
from console.core.clock import DAY, day_start, shop_datetime
from console.rules.alerts import Alert
from console.rules.certificates import NOTICE_DAYS, CertState, notice_due
from console.rules.violations import Case, CaseState, clock
from console.store.certificates import note_notice, notices_given
from console.store.ledger import Entry, ledger
from console.store.level_figures import level_figures
from console.store.violations import cases
from console.store.warned import note_told, told


def of_case(case: Case, shop_id: str, due_at: int, left: int, urgent: bool, now: int) -> Alert:
    """An appeal whose window closes: within three working days a notice, on the last one urgent."""
    return Alert(
        key=f"appeal:{case.case_id}:{due_at}:{'last' if urgent else 'near'}",
        cause="appeal",
        level=1 if urgent else 2,
        at=min(now, day_start(now)),
        shop_id=shop_id,
        detail=case.case_id,
        ends_at=due_at,
        number=left,
    )


def of_certificate(entry: Entry, now: int) -> Alert | None:
    """A certificate that comes to its end within 90 days, or has come to it."""
    left = entry.standing.days_left
    reached = [mark for mark in NOTICE_DAYS if left is not None and left <= mark]
    if left is None or not reached:
        return None
    mark = reached[-1] if left >= 0 else 0
    grave = entry.standing.state in (CertState.URGENT, CertState.MISSED, CertState.EXPIRED)
    return Alert(
        key=f"certificate:{entry.certificate.certificate_id}:{mark}",
        cause="certificate",
        level=1 if grave else 2,
        at=day_start(now) - max(0, mark - left) * DAY,
        shop_id=entry.shop_id,
        detail=entry.certificate.kind,
        number=left,
    )


def standing(conn: Connection, now: int) -> tuple[list[Alert], list[Alert]]:
    """What stands now; and what of it is to be told, which is taken: whoever calls this tells it."""
    stands, fresh = _appeals(conn, now)
    for entry in ledger(conn, (), shop_datetime(now).date(), goods_too=False):
        alert = of_certificate(entry, now)
        if alert is None:
            continue
        stands.append(alert)
        name = entry.certificate.certificate_id
        mark = notice_due(entry.standing.days_left, notices_given(conn, name))
        if mark is not None:
            note_notice(conn, name, mark)
            fresh.append(alert)
    return stands, fresh


def _appeals(conn: Connection, now: int) -> tuple[list[Alert], list[Alert]]:
    stands: list[Alert] = []
    fresh: list[Alert] = []
    figures = level_figures(conn)
    for kept in cases(conn):
        if kept.case.state is not CaseState.OPEN:
            continue
        at = clock(kept.case, figures, reference.workdays(), now)
        if at.urgency not in ("near", "today") or at.due_at is None:
            continue
        urgent = at.urgency == "today"
        alert = of_case(kept.case, kept.shop_id, at.due_at, at.left or 0, urgent, now)
        stands.append(alert)
        name, mark = f"case:{kept.case.case_id}", 1 if urgent else 3
        if mark not in told(conn, name, "appeal", at.due_at):
            note_told(conn, name, "appeal", at.due_at, mark)
            fresh.append(alert)
    return stands, fresh
