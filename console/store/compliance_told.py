"""Deadlines of appeals, certificates and duties: what stands, and what of it is to be told, each once."""

from datetime import date

from sqlalchemy import Connection

from console import reference
from console.core.clock import DAY, day_start, shop_datetime
from console.rules.alerts import Alert
from console.rules.certificates import NOTICE_DAYS, CertState, notice_due
from console.rules.duties import Duty, Work, due_of, mark_due
from console.rules.violations import Case, CaseState, clock, end_of_day
from console.store import duties as duty_store
from console.store import promotions_told
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


def of_duty(duty: Duty, shop_id: str, mark: int, due: date, now: int) -> Alert:
    """A duty whose day is near, or over."""
    return Alert(
        key=f"duty:{shop_id}:{duty.duty_id}:{due}:{mark}",
        cause="duty",
        level=1 if mark <= 1 else 2,
        at=min(now, end_of_day(due) - (mark + 1) * DAY if mark else end_of_day(due)),
        shop_id=shop_id,
        code=duty.duty_id,
        detail=f"{duty.zh}\n{duty.en}",
        ends_at=end_of_day(due),
        number=(due - shop_datetime(now).date()).days,
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
    duties, promotions = _duties(conn, now), promotions_told.standing(conn, now)
    return [*stands, *duties[0], *promotions[0]], [*fresh, *duties[1], *promotions[1]]


def _duties(conn: Connection, now: int) -> tuple[list[Alert], list[Alert]]:
    """Of every shop about whose duties anything was said; each mark is told once."""
    stands: list[Alert] = []
    fresh: list[Alert] = []
    today = shop_datetime(now).date()
    for shop_id in duty_store.shops_with_work(conn):
        done = duty_store.work(conn, shop_id)
        for duty in duty_store.duties():
            work = done.get(duty.duty_id, Work())
            mark, due = mark_due(duty, work, today), due_of(duty, work, today)
            if mark is None or due is None:
                continue
            alert = of_duty(duty, shop_id, mark, due, now)
            stands.append(alert)
            name, about = f"duty:{shop_id}:{duty.duty_id}", end_of_day(due)
            if mark not in told(conn, name, "duty", about):
                note_told(conn, name, "duty", about, mark)
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
