"""What the home page shows of violations."""

import msgspec


class OpenCases(msgspec.Struct, frozen=True, kw_only=True):
    """``entered``: whether any violation was ever entered; no platform tells them, so without one nothing is known."""

    entered: bool = False
    number: int = 0
    next_due_at: int | None = None
    is_urgent: bool = False
