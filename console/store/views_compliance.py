"""What the home page shows of violations and of the monthly self-check."""

import msgspec


class OpenCases(msgspec.Struct, frozen=True, kw_only=True):
    """``entered``: whether any violation was ever entered; no platform tells them, so without one nothing is known."""

    entered: bool = False
    number: int = 0
    next_due_at: int | None = None
    is_urgent: bool = False


class MonthCheck(msgspec.Struct, frozen=True, kw_only=True):
    """The month's self-check; ``number`` None: not made. ``before``: the month before, where it lacks anything."""

    month: str = ""
    days_left: int = 0
    is_due: bool = False
    before: str = ""
    before_lacks: str = ""  # "missing" or "unsigned"
    number: int | None = None
    made_at: int | None = None
    found: int | None = None
    open: int | None = None
    blocks: int | None = None
    completion: float | None = None
    signs: int = 0
