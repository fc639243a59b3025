"""When a self-check is due: in the last days of its month, and after it until it is made and signed. Pure."""

from collections.abc import Mapping
from typing import Final, Literal

import msgspec

from console.core.clock import DAY
from console.rules import proof_period
from console.rules.alerts import Alert

DUE_DAYS: Final = 5
Lack = Literal["missing", "unsigned"]


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """A month whose self-check somebody should think of. ``days_left`` below 0: the month is over."""

    month: str
    lack: Lack
    since_at: int
    end_at: int
    days_left: int


def dues(now: int, signs: Mapping[str, int], since_at: int | None) -> list[Due]:
    """``signs``: how often the last report of each month was signed. ``since_at``: since when there is anything to look
    through (None: nothing); what was before the console came is not asked for."""
    this = proof_period.month_of(now)
    found = []
    begun = this.end_at - DUE_DAYS * DAY
    if since_at is None:
        return []
    if this.key not in signs and since_at < begun <= now:
        found.append(_due(this, "missing", begun, now))
    last = proof_period.next_to(this, -1)
    if since_at < last.end_at and not signs.get(last.key):
        found.append(_due(last, "unsigned" if last.key in signs else "missing", last.end_at, now))
    return found


def _due(month: proof_period.Period, lack: Lack, since_at: int, now: int) -> Due:
    left = (month.end_at - now) // DAY
    return Due(month=month.key, lack=lack, since_at=since_at, end_at=month.end_at, days_left=left)


def alert_of(due: Due) -> Alert:
    """Urgent once the month is over and nothing was made."""
    late = due.days_left < 0 and due.lack == "missing"
    return Alert(
        key=f"selfcheck:{due.month}:{due.lack}",
        cause="selfcheck",
        level=1 if late else 2,
        at=due.since_at,
        detail=due.month,
        code="" if due.lack == "missing" else "selfcheck.to_sign",
        number=due.days_left,
    )
