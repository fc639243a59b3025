"""The shapes in which the outbox answers. Light on purpose: nothing here imports SQL, so the window may import it."""

from typing import Literal

import msgspec

from console.core.commands import Command, SetStock
from console.core.gateway import Attempt
from console.core.objects import ObjectKey

State = Literal["queued", "waiting", "sending", "unsure", "needs_you", "done", "undone"]
"""queued     not sent yet; can be undone
waiting    surely not carried out yet (busy, offline), or accepted and not to be seen yet; not before a time
sending    a call was made; ``accepted_at`` says whether it was answered
unsure     a call was made and nobody knows what came of it; it is read back before anything else
needs_you  refused, or unclear: a person decides
done       accepted and seen on the platform
undone     never sent: taken back, replaced by a newer one, or given up"""

Group = Literal["needs_you", "unsure", "sending", "waiting", "done", "undone"]
"""How the drawer groups them: what is queued stands with what waits."""

ACTIVE: tuple[State, ...] = ("queued", "waiting", "sending", "unsure")
ENDED: tuple[State, ...] = ("done", "undone")


Outcome = Literal["", "accepted", "refused", "not_sent", "applied", "not_applied", "given_up"]
"""What came of a call: empty while nobody knows; ``applied`` and ``not_applied`` are what reading back proved."""


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the ledger: one call."""

    attempt: Attempt
    called_at: int
    outcome: Outcome = ""
    ended_at: int | None = None
    seen: int | None = None  # read back, between the two instants
    seen_from_at: int | None = None
    seen_at: int | None = None


class Intent(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the outbox: a command and where it stands. ``call`` is its latest call, None before the first."""

    id: int
    command: Command
    state: State
    added_at: int
    not_before_at: int
    sent_at: int | None = None
    accepted_at: int | None = None
    unsure_at: int | None = None
    ended_at: int | None = None
    attempts: int = 0
    looks: int = 0
    kind: str = ""
    code: str = ""
    detail: str = ""
    call: Call | None = None

    @property
    def key(self) -> ObjectKey:
        return self.command.key

    @property
    def open_call(self) -> Call | None:
        """The call of which nobody knows what came."""
        return self.call if self.call is not None and not self.call.outcome else None

    @property
    def undoable(self) -> bool:
        """Whether it can still be taken back as if it had never been."""
        return self.state in ("queued", "waiting") and self.accepted_at is None

    @property
    def expected(self) -> int | None:
        """The stock that its latest call should leave, as long as nothing is sold."""
        made = self.call.attempt if self.call is not None and isinstance(self.command, SetStock) else None
        return None if made is None or made.before is None or made.delta is None else made.before + made.delta


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """For the top bar and the drawer's tabs. ``done_today`` counts from a midnight that the asker names."""

    needs_you: int = 0
    unsure: int = 0
    sending: int = 0
    waiting: int = 0
    done_today: int = 0
    undone: int = 0

    @property
    def under_way(self) -> int:
        """Everything that has not ended."""
        return self.needs_you + self.unsure + self.sending + self.waiting
