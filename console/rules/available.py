"""How many pieces a shop may show for sale, and what to send so that it does.

What may be sold is the stock less what is reserved and less a buffer, which is larger while the goods are on air. A
channel may show fewer, never more. What was written to a channel is kept in a ledger: how many it should have had,
and how many were sold since. Whether a call of unknown outcome has arrived is ``rules.stock``'s question.
"""

from enum import StrEnum

import msgspec

from console.rules.stock import Sold


class StockCode(StrEnum):
    """What a person should know of a stock; each has words in the catalogue."""

    OVERSOLD = "goods.stock_oversold"  # more was promised than is there
    BUFFERED = "goods.stock_buffered"  # pieces are there, but the buffer keeps all of them
    CAPPED = "goods.stock_capped"
    RESERVED = "goods.stock_reserved"  # the platform holds pieces for a campaign; it takes no less
    MOVED = "goods.stock_moved"  # somebody else changed the stock
    UNREAD = "goods.stock_unread"


class Keep(msgspec.Struct, frozen=True, kw_only=True):
    """What the merchant keeps back of a variant: pieces. ``cap`` is the most a channel may show; None: all."""

    buffer: int = 0
    on_air_buffer: int | None = None
    cap: int | None = None

    def buffer_now(self, *, on_air: bool) -> int:
        """The buffer that holds; on air never a smaller one than otherwise."""
        return max(self.buffer, self.on_air_buffer or 0) if on_air else self.buffer


class Available(msgspec.Struct, frozen=True, kw_only=True):
    """What a channel may show. ``pieces`` None: the stock is not known, and nothing may be sent."""

    pieces: int | None
    short: int = 0  # pieces promised beyond what is there
    codes: tuple[StockCode, ...] = ()


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """What a channel should have had after the last change of ours, and what was sold there since."""

    expected: int
    sold: Sold = Sold()


class Sending(msgspec.Struct, frozen=True, kw_only=True):
    """What to send to a channel. ``delta`` None: nothing before a person has looked; 0: there is nothing to do."""

    delta: int | None
    codes: tuple[StockCode, ...] = ()
    astray: int = 0  # pieces by which the channel's stock is not what sales explain


def available(stock: int | None, reserved: int | None, keep: Keep, *, on_air: bool = False) -> Available:
    """How many pieces a channel may show of this stock; never negative. ``reserved`` None counts as none."""
    if stock is None:
        return Available(pieces=None, codes=(StockCode.UNREAD,))
    left = stock - (reserved or 0)
    free = max(left - keep.buffer_now(on_air=on_air), 0)
    codes = []
    if left < 0:
        codes.append(StockCode.OVERSOLD)
    elif left > 0 and free == 0:
        codes.append(StockCode.BUFFERED)
    shown = free if keep.cap is None else min(free, max(keep.cap, 0))
    if shown < free:
        codes.append(StockCode.CAPPED)
    return Available(pieces=shown, short=max(-left, 0), codes=tuple(codes))


def to_send(wanted: int, ledger: Ledger, now: int | None, *, channel_reserved: int = 0) -> Sending:
    """The change that brings a channel to ``wanted``, which was reckoned when it should have had ``ledger.expected``.

    Sales in between took their pieces from both figures, so they are no part of the change; but they must explain what
    the channel has ``now``. What they do not explain was done by somebody else: that is asked, not overwritten.
    """
    if now is None:
        return Sending(delta=None, codes=(StockCode.UNREAD,))
    most, least = ledger.expected - ledger.sold.least, ledger.expected - ledger.sold.most
    astray = now - min(max(now, least), most)
    if astray:
        return Sending(delta=None, codes=(StockCode.MOVED,), astray=astray)
    delta = wanted - ledger.expected
    floor = max(min(channel_reserved, now), 0)
    if now + delta < floor:
        codes = (StockCode.RESERVED,) if channel_reserved > 0 else ()
        return Sending(delta=floor - now, codes=codes)
    return Sending(delta=delta)
