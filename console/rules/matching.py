"""Which Youzan trade is the import of which Kuaishou order."""

import msgspec

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
