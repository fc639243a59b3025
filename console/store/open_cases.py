"""How many violations can still be appealed, and by when the first of them; for the home page."""

from sqlalchemy import Connection

from console import reference
from console.rules.violations import CaseState, clock
from console.store.level_figures import level_figures
from console.store.views import Pair
from console.store.views_compliance import OpenCases
from console.store.violations import cases


def open_cases(conn: Connection, pair: Pair | None, now: int) -> OpenCases:
    """Of one pair of shops, or of all."""
    figures = level_figures(conn)
    found = [kept.case for kept in cases(conn) if pair is None or kept.shop_id in pair.shop_ids]
    waits = [case for case in found if case.state is CaseState.OPEN]
    clocks = [clock(case, figures, reference.workdays(), now) for case in waits]
    running = [one for one in clocks if one.urgency in ("far", "near", "today")]
    return OpenCases(
        entered=bool(found),
        number=len(running),
        next_due_at=min((one.due_at for one in running if one.due_at is not None), default=None),
        is_urgent=any(one.urgency == "today" for one in running),
    )
