"""How long the outbox waits: for a call that may still arrive, before the next try, for a review."""

import msgspec

from console.core.clock import DAY, MINUTE, SECOND
from console.core.errors import SignInNeeded, Trouble
from console.store.outbox_rows import Intent

_AT_ONCE = 3  # a call that was turned away for something mended meanwhile (a stale token) is not made to wait


class Patience(msgspec.Struct, frozen=True, kw_only=True):
    """In ms, but for ``most_looks``."""

    settle: int = 30 * SECOND  # how long a call whose connection broke may still arrive
    skew: int = 2 * SECOND  # the platform's clock and ours may differ unnoticed by this much
    again: int = 5 * SECOND  # after a first failure, doubled up to ``longest``
    longest: int = 10 * MINUTE
    review: int = DAY  # how long an accepted change may stay unseen
    farthest: int = 2 * DAY  # no row waits longer: one that seems to was put off by a clock that was wrong then
    most_looks: int = 5  # readings that do not tell, before a person is asked

    def pause(self, row: Intent, trouble: Trouble | None = None) -> int:
        """Until the next try: longer each time, and never shorter than the platform asks for."""
        if isinstance(trouble, SignInNeeded):
            return self.longest
        tries = min(row.attempts + row.looks, 16)
        usual = min(self.again * 2 ** max(tries - 1, 0), self.longest)
        asked = 0 if trouble is None or trouble.wait_s is None else round(trouble.wait_s * SECOND)
        at_once = trouble is not None and trouble.wait_s == 0 and row.attempts < _AT_ONCE
        return 0 if at_once else max(usual, asked)

    def is_due(self, row: Intent, now: int) -> bool:
        """Whether something is done about it now."""
        return not now < row.not_before_at <= now + self.farthest

    def settled_at(self, row: Intent) -> int:
        """From when on a call that is not to be seen was not carried out; for a row that is unsure."""
        return (row.unsure_at or 0) + self.settle


DEFAULTS = Patience()
