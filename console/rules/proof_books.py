"""What a reconciliation is given and what it says of a row: the nouns of ``reconciliation`` and ``proof_trades``."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

import msgspec

from console.core.clock import DAY, MINUTE
from console.core.model import Mapping as Standing
from console.core.model import OrderStatus
from console.rules.evidence import Candidate
from console.rules.proof_period import Period

VERSION = "2026-11"
"""Of these rules; kept with every proof."""


class Kind(StrEnum):
    """Where a row stands. The first six are the equation, in its order."""

    LINKED = "linked"
    MISSING = "missing"
    AMOUNT_DIFFERS = "amount_differs"
    DUPLICATE = "duplicate"
    TO_CONFIRM = "to_confirm"
    EXPLAINED = "explained"
    NOT_PAID = "not_paid"  # placed in the period and never paid: outside the equation
    NO_ORDER = "no_order"  # a trade brought in from Kuaishou whose order is not in the books, or is not paid
    GONE = "gone"  # an earlier proof of the period had the order; now it is not among its orders
    MOVED = "moved"  # likewise, but by now it was paid at another time: a final payment after midnight, say
    CHANGED_LATE = "changed_late"  # an amount, pay time or trade is not what the last proof had
    INCOMPLETE = "incomplete"  # one side's books do not reach to the end


EQUATION = (Kind.LINKED, Kind.MISSING, Kind.AMOUNT_DIFFERS, Kind.DUPLICATE, Kind.TO_CONFIRM, Kind.EXPLAINED)
CLOSED = frozenset({Kind.LINKED, Kind.EXPLAINED, Kind.NOT_PAID, Kind.MOVED})
"""What nobody has to look at; everything else is open."""


class Sold(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An order or a trade as the books have it. ``trial``: somebody noted that it is a test."""

    no: str
    status: OrderStatus = OrderStatus.UNKNOWN
    amount_fen: int | None = None
    created_at: int | None = None
    paid_at: int | None = None
    ended_at: int | None = None
    updated_at: int | None = None
    refunding: bool = False
    trial: bool = False

    @property
    def is_paid(self) -> bool:
        return self.paid_at is not None and self.status is not OrderStatus.UNPAID


class Said(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What is said of an order: by matching, or ``by_hand``. ``accepted_fen``: the difference a person agreed to."""

    trade_no: str | None = None
    mapping: Standing = Standing.WAITING
    confidence: float | None = None
    reason: str = ""
    by_hand: bool = False
    accepted_fen: int | None = None
    note: str = ""  # the person's words
    parted: tuple[str, ...] = ()  # trades of which a person said that they are not its


class Books(msgspec.Struct, frozen=True, kw_only=True):
    """What the file holds of a period.

    ``orders``: paid in it, or placed in it and never paid. ``others``: orders outside it that its trades are linked to.
    ``trades``: brought in and paid in it, and those linked to its orders. ``said`` by order number. ``loose``: its
    trades that no link names; ``doubted``: orders near it that matching called doubled or could not decide.
    ``kuaishou_until`` and ``youzan_until``: up to which instant each side was read without a gap; None: never.
    ``kuaishou_since`` and ``youzan_since``: from which on, where that is known; what is older no platform tells.
    ``unreadable``: side and number of rows that were put aside and may belong to the period.
    """

    orders: Sequence[Sold] = ()
    others: Sequence[Sold] = ()
    trades: Sequence[Sold] = ()
    said: Mapping[str, Said] = {}
    loose: Sequence[Candidate] = ()
    doubted: Sequence[Candidate] = ()
    kuaishou_until: int | None = None
    youzan_until: int | None = None
    kuaishou_since: int | None = None
    youzan_since: int | None = None
    unreadable: Sequence[tuple[str, str]] = ()


Evidence = dict[str, str | int | None]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One row that is not simply linked: where it stands, the reason's code, and what that rests on."""

    kind: Kind
    reason: str
    order_no: str | None = None
    trade_no: str | None = None
    amount_fen: int | None = None
    trade_amount_fen: int | None = None
    paid_at: int | None = None
    evidence: Evidence = {}

    @property
    def is_open(self) -> bool:
        return self.kind not in CLOSED


class ProofSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How late an import may be before it is missed; how long a hold may explain that there is none. Ms."""

    lag_ms: int = 30 * MINUTE
    held_ms: int = DAY
    pay_tolerance_ms: int = 2 * MINUTE


DEFAULTS = ProofSettings()


def whole_until(books: Books, period: Period) -> int:
    """Up to which instant both sides can be compared; the period's begin where that is not known."""
    reached = (books.kuaishou_until, books.youzan_until)
    known = [at for at in reached if at is not None]
    return period.begin_at if len(known) < len(reached) else min(period.end_at, *known)


def within(rows: Iterable[Sold], begin_at: int, until: int) -> list[Sold]:
    """The rows of a stretch: by payment, or by when they were placed where they were never paid."""
    return [row for row in rows if (at := when(row)) is not None and begin_at <= at < until]


def when(row: Sold) -> int | None:
    """By which instant a row belongs to a day."""
    return row.paid_at if row.is_paid else row.created_at


def as_of(books: Books, period: Period) -> int:
    """The books' own present: up to when both sides were read, also beyond the period."""
    known = [at for at in (books.kuaishou_until, books.youzan_until) if at is not None]
    return min(known, default=period.begin_at)
