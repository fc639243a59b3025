"""What speaks for and against "this trade is the import of that order", weighed in powers of ten.

Every observation adds the decimal logarithm of "how much likelier is this when the two belong together than when they
do not"; the sum is the odds of the pair. The figures are estimates, stated here once: a live room sells the same SKU at
the same price several times a minute, so code and amount alone say little there, while the exact pay second or the
buyer's district say much.
"""

from typing import NamedTuple

import msgspec

from console.core.clock import SECOND
from console.core.model import OrderStatus


class Candidate(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What matching needs to know of an order or a trade.

    ``codes`` are the merchant codes of its lines ("" where a line carries none), ``quantity`` the units of all lines.
    ``region`` is ``"province|city|district"`` in plain words, with empty parts where the platform did not say.
    ``line_nos`` are an order's own line numbers; on a trade the other platform's line numbers that it carries.
    """

    no: str
    codes: tuple[str, ...] = ()
    quantity: int = 1
    amount_fen: int | None = None
    created_at: int | None = None
    paid_at: int | None = None
    status: OrderStatus = OrderStatus.UNKNOWN
    outer_no: str = ""
    region: str = "||"
    note: str = ""
    imported: bool = False  # a trade that came from outside; never true of an order
    line_nos: tuple[str, ...] = ()


class Weights(NamedTuple):
    """Powers of ten for: the two agree, nothing can be said, the two disagree."""

    agree: float
    silent: float
    disagree: float


PRIOR = -2.5  # any order paid in the same couple of minutes
CODE = Weights(2.0, 0.0, -1.5)  # codes are mistyped or left out by merchants now and then
AMOUNT = Weights(1.5, 0.0, -2.0)  # prices are edited after import, rarely
REGION = Weights(1.5, 0.0, -3.0)
NOTE = Weights(2.0, 0.0, -3.0)  # both empty is "silent"
NOTE_LOST = -1.5  # one side carries a note and the other none: importers drop it at times
LEAST = -0.5  # less likely pairs are not looked at; the others are at least worth a question
SAME_SECOND = 2.5
SOON_AFTER = 1.0  # an importer may write its own pay time, seconds later; never an earlier one


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """The odds of a pair (log10) and what agreed. ``amount`` is False where both amounts are known and differ."""

    odds: float
    agreeing: tuple[str, ...]
    amount: bool | None

    @property
    def reason(self) -> str:
        """``"code+amount+time+region"``: what the link rests on."""
        return "+".join(self.agreeing)


def weigh(order: Candidate, trade: Candidate, tolerance_ms: int) -> Evidence | None:
    """All that speaks for and against the pair; None where it cannot be: quantity or pay time rule it out."""
    if order.quantity != trade.quantity or order.paid_at is None or trade.paid_at is None:
        return None
    late = trade.paid_at // SECOND - order.paid_at // SECOND
    if not 0 <= late * SECOND <= tolerance_ms:
        return None
    amount = _same(order.amount_fen, trade.amount_fen)
    views = (
        ("code", _same_codes(order.codes, trade.codes), CODE),
        ("amount", amount, AMOUNT),
        ("region", _same_region(order.region, trade.region), REGION),
        ("note", _same_note(order.note, trade.note), NOTE),
    )
    odds = PRIOR + (SOON_AFTER if late else SAME_SECOND)
    if bool(order.note.strip()) != bool(trade.note.strip()):
        odds += NOTE_LOST
    agreeing = ["time"]
    for name, same, weights in views:
        odds += weights.silent if same is None else weights.agree if same else weights.disagree
        if same:
            agreeing.append(name)
    return Evidence(odds, tuple(agreeing), amount)


def _same(one: int | None, other: int | None) -> bool | None:
    return None if one is None or other is None else one == other


def _same_codes(one: tuple[str, ...], other: tuple[str, ...]) -> bool | None:
    """An item's code that stands in for its SKU's ("A-17" for "A-17-02") says nothing against it."""
    if not all(one) or not all(other) or not one or not other:
        return None
    if sorted(one) == sorted(other):
        return True
    stands_in = len(one) == len(other) and all(
        a.startswith(b) or b.startswith(a) for a, b in zip(sorted(one), sorted(other), strict=True)
    )
    return None if stands_in else False


def _same_note(one: str, other: str) -> bool | None:
    one, other = one.strip(), other.strip()
    return one == other if one and other else None


def _same_region(one: str, other: str) -> bool | None:
    """Level by level; "广东" and "广东省" are the same province."""
    if one == other:
        return None if not one.strip("|") else True
    known = [(a, b) for a, b in zip(one.split("|"), other.split("|"), strict=False) if a and b]
    if not known:
        return None
    return all(a.startswith(b) or b.startswith(a) for a, b in known)
