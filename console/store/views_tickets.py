"""The shapes in which after-sale tickets are answered. Light on purpose: nothing here imports SQL."""

from typing import Literal

import msgspec

from console.core.model import AfterSale, AfterSaleKind, AfterSaleStatus, Order, Parcel, Platform
from console.rules.after_sales_figures import Figures
from console.rules.after_sales_step import Step
from console.rules.disputes import Scored
from console.rules.giving_out import GivingRule, Handover
from console.store.views import Pair, Shape

Lane = Literal["answer", "buyer", "receipt", "platform", "over"]
"""Whose turn it is: ours to answer, the buyer's, ours to inspect what came back, the platform's, nobody's any more."""
TicketTab = Literal["open", "answer", "buyer", "receipt", "platform", "over", "all"]
TicketSort = Literal["deadline_at", "created_at", "updated_at", "amount_fen", "status"]

LANES: dict[Lane, tuple[AfterSaleStatus, ...]] = {
    "answer": (AfterSaleStatus.WAIT_SELLER, AfterSaleStatus.UNKNOWN),
    "buyer": (AfterSaleStatus.REFUSED, AfterSaleStatus.WAIT_BUYER_RETURN, AfterSaleStatus.WAIT_BUYER_RECEIPT),
    "receipt": (AfterSaleStatus.WAIT_SELLER_RECEIPT,),
    "platform": (AfterSaleStatus.PLATFORM, AfterSaleStatus.REFUNDING),
    "over": (AfterSaleStatus.SUCCESS, AfterSaleStatus.CLOSED),
}
"""A state that nobody knows is shown where a person looks first."""
BOARD: tuple[Lane, ...] = ("answer", "buyer", "receipt", "platform")

NOBODY = "-"
"""In ``TicketFilter.operator_id``: what nobody was given."""


class TicketFilter(Shape, frozen=True, kw_only=True):
    """One view of the tickets. ``pair`` None: all shops. ``apart``: only where the platforms disagree.

    ``ours``: only what waits for the merchant. ``guardians``: only where a guardian asks for what a child bought.
    ``due_before``: the merchant has to act before then. Money: ``from_fen`` included, ``below_fen`` not.
    """

    pair: Pair | None = None
    tab: TicketTab = "open"
    kind: AfterSaleKind | None = None
    platform: Platform | None = None
    from_fen: int | None = None
    below_fen: int | None = None
    operator_id: str = ""  # empty: whoever has it
    apart: bool = False
    ours: bool = False
    guardians: bool = False
    due_before: int | None = None
    text: str = ""
    sort: TicketSort = "deadline_at"
    descending: bool = False


class OtherSide(Shape, frozen=True, kw_only=True):
    """The same after-sale on the other platform."""

    id: int
    shop_id: str
    platform: Platform
    after_sale_no: str
    order_no: str
    status: AfterSaleStatus
    status_code: str
    deadline_at: int | None


class TicketRow(Shape, frozen=True, kw_only=True):
    """One after-sale. Amount, state and times are of the side that leads; ``deadline_at`` is the nearest of both."""

    id: int
    shop_id: str
    platform: Platform
    after_sale_no: str
    order_no: str
    kind: AfterSaleKind
    status: AfterSaleStatus
    status_code: str
    amount_fen: int | None
    reason: str
    created_at: int | None
    updated_at: int | None
    deadline_at: int | None
    finished_at: int | None
    other: OtherSide | None
    step: Step | None
    operator_id: str
    by_hand: bool
    rule_id: str
    title: str
    spec: str
    image_url: str
    quantity: int
    shipped: bool | None  # whether the order's goods were sent; None: the order is not in the file
    parcel: Parcel | None
    pictures: int
    pending: bool  # an answer is on its way
    stuck: bool  # an answer did not get through: a person is asked about it, and may decide anew
    risk: Scored | None = None  # of a dispute; None: it cannot come to one any more, or was not looked at

    @property
    def lane(self) -> Lane:
        """Whose turn it is."""
        return next(lane for lane, statuses in LANES.items() if self.status in statuses)


class TicketDetail(Shape, frozen=True, kw_only=True):
    """Everything about one ticket: both sides with their histories, and both orders' dates."""

    row: TicketRow
    one: AfterSale
    other: AfterSale | None
    order: Order | None
    read_at: int | None  # when the detail came in; None: it was never read


class LaneSum(Shape, frozen=True, kw_only=True):
    """What a column of the board holds: tickets, what they ask for, of how many that is not known, nearest deadline."""

    count: int = 0
    asked_fen: int = 0
    unpriced: int = 0
    next_at: int | None = None


class Sums(Shape, frozen=True, kw_only=True):
    """What stands above list and board."""

    lanes: dict[Lane, LaneSum]
    due_today: int
    overdue: int
    apart: int

    @property
    def open(self) -> int:
        return sum(self.lanes[lane].count for lane in BOARD)

    @property
    def ours(self) -> int:
        """Those that wait for the merchant."""
        return self.lanes["answer"].count + self.lanes["receipt"].count


class Plan(Shape, frozen=True, kw_only=True):
    """What rules would change, for a preview: a few of them in words, and how many in all."""

    rules: tuple[GivingRule, ...]
    changes: tuple[Handover, ...]
    looked_at: int
    by_hand: int  # left alone, for a person gave them


class Pulse(Shape, frozen=True, kw_only=True):
    """The figures of the last ``days`` days and how old what they are made of is."""

    figures: Figures
    days: int
    read_at: int | None


class Address(msgspec.Struct, frozen=True, kw_only=True):
    """Where goods come back to, as the merchant wrote it down for a shop."""

    name: str = ""
    mobile: str = ""
    address: str = ""
