"""The shapes in which the data tab is answered. Light: nothing here imports SQL."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from console.store.views import Pair, Step
from console.store.views_live import SoldLive

What = Literal["paid", "refunds", "ads", "live", "made", "made_paid", "value"]
"""Which rows: orders by payment, money that went back, hours of ads, orders paid during shows, orders by placing, those
of them that were paid, and orders of the buyers of one cell."""
SliceSort = Literal["at", "amount_fen"]
RowKind = Literal["order", "refund", "ad_hour"]


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """Base of the shapes: frozen, by keyword."""


class Slice(Shape, frozen=True, kw_only=True):
    """The rows behind a figure: a half-open stretch, ms UTC. ``now`` is when the figure was reckoned.

    ``cell``: row and column of the customers' board; such a slice holds every order of those buyers until ``end_at``.
    """

    what: What
    begin_at: int
    end_at: int
    now: int
    pair: Pair | None = None
    cell: tuple[int, int] | None = None
    sort: SliceSort = "at"
    descending: bool = True


class Sum(Shape, frozen=True, kw_only=True):
    """How many rows, what they come to, and of how many of them nobody knows the amount."""

    rows: int = 0
    fen: int = 0
    unknown: int = 0


class SliceRow(Shape, frozen=True, kw_only=True):
    """A line of the details: an order, a refund, or an hour of an ads account. ``status`` is a value of its kind's."""

    id: int
    kind: RowKind
    shop_id: str
    number: str
    other: str  # the trade of an order; the order of a refund
    title: str
    quantity: int | None
    amount_fen: int | None
    status: str
    at: int | None
    mapping: str = ""  # of an order, against the other platform's books
    gmv_fen: int | None = None  # of an ads hour, by the ads platform's count


class Buyers(Shape, frozen=True, kw_only=True):
    """How many people paid; ``unnamed``: orders of which the platform does not say who paid."""

    people: int = 0
    unnamed: int = 0


class AdsSum(Shape, frozen=True, kw_only=True):
    """What ads cost and brought by the ads platform's count. ``accounts`` 0: none is bound.

    ``gmv_fen`` and ``paired_cost_fen`` are of the hours that say both: only those make a return.
    """

    accounts: int = 0
    cost: Sum = Sum()
    gmv_fen: int = 0
    paired_cost_fen: int = 0
    read_at: int | None = None


class Totals(Shape, frozen=True, kw_only=True):
    """What a stretch came to."""

    sold: Step
    buyers: Buyers
    ads: AdsSum
    live: SoldLive


class Made(Shape, frozen=True, kw_only=True):
    """Orders that were placed in a stretch, and how many of them were paid by now."""

    made: int = 0
    paid: int = 0


class ValueCell(Shape, frozen=True, kw_only=True):
    """Buyers by how lately (row 0) and how often (column 2) they bought, and what they paid in all."""

    row: int
    column: int
    people: int
    orders: int
    fen: int


class ValueBoard(Shape, frozen=True, kw_only=True):
    """The nine cells that have somebody; ``since_at`` is the first paid order in the file."""

    cells: tuple[ValueCell, ...] = ()
    unnamed: int = 0
    since_at: int | None = None


def added_up(steps: Sequence[Step], at: int) -> Step:
    """Several steps as one."""
    return Step(
        at=at,
        orders=sum(step.orders for step in steps),
        paid_fen=sum(step.paid_fen for step in steps),
        refunds=sum(step.refunds for step in steps),
        refunded_fen=sum(step.refunded_fen for step in steps),
    )
