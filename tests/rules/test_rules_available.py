"""What a channel may show: never negative, never more than the cap, less with every piece kept back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.rules.available import Available, Keep, Ledger, Sending, StockCode, available, to_send
from console.rules.stock import Sold

PIECES = st.integers(-50, 10_000)
FEW = st.integers(0, 100)
KEEP = st.builds(Keep, buffer=FEW, on_air_buffer=st.none() | FEW, cap=st.none() | FEW)


@given(PIECES, st.none() | FEW, KEEP, st.booleans())
def test_it_is_never_negative_nor_more_than_there_is(
    stock: int, reserved: int | None, keep: Keep, on_air: bool
) -> None:
    pieces = available(stock, reserved, keep, on_air=on_air).pieces
    assert pieces is not None
    assert 0 <= pieces <= max(stock - (reserved or 0), 0)
    assert keep.cap is None or pieces <= keep.cap


@given(PIECES, FEW, KEEP, FEW)
def test_a_larger_buffer_never_shows_more(stock: int, reserved: int, keep: Keep, more: int) -> None:
    larger = Keep(buffer=keep.buffer + more, on_air_buffer=keep.on_air_buffer, cap=keep.cap)
    for on_air in (False, True):
        here, there = (available(stock, reserved, one, on_air=on_air).pieces or 0 for one in (keep, larger))
        assert there <= here


@given(PIECES, FEW, KEEP)
def test_on_air_never_shows_more(stock: int, reserved: int, keep: Keep) -> None:
    on, off = (available(stock, reserved, keep, on_air=on_air).pieces or 0 for on_air in (True, False))
    assert on <= off


def test_the_figures_and_why() -> None:
    keep = Keep(buffer=5, on_air_buffer=8, cap=100)
    assert available(131, 0, keep) == Available(pieces=100, codes=(StockCode.CAPPED,))
    assert available(50, 10, keep) == Available(pieces=35)
    assert available(50, 10, keep, on_air=True) == Available(pieces=32)
    assert available(4, None, keep) == Available(pieces=0, codes=(StockCode.BUFFERED,))
    assert available(0, None, keep) == Available(pieces=0)


def test_what_is_promised_beyond_the_stock_is_said() -> None:
    assert available(3, 5, Keep()) == Available(pieces=0, short=2, codes=(StockCode.OVERSOLD,))


def test_an_unknown_stock_is_not_zero() -> None:
    assert available(None, 0, Keep()) == Available(pieces=None, codes=(StockCode.UNREAD,))


# -- what to send ------------------------------------------------------------------------------------------------------


def test_sales_in_between_are_no_part_of_the_change() -> None:
    """S6: stock 10, wanted 7, one sold meanwhile: -3 is sent onto 9, and 6 is right."""
    assert to_send(7, Ledger(expected=10), 10) == Sending(delta=-3)
    assert to_send(7, Ledger(expected=10, sold=Sold(1, 1)), 9) == Sending(delta=-3)
    assert to_send(7, Ledger(expected=10, sold=Sold(0, 2)), 9) == Sending(delta=-3)
    assert to_send(10, Ledger(expected=10), 10) == Sending(delta=0)


@pytest.mark.parametrize(("now", "astray"), [(8, -1), (11, 1), (10, 0), (9, 0)])
def test_what_sales_do_not_explain_is_asked(now: int, astray: int) -> None:
    sent = to_send(7, Ledger(expected=10, sold=Sold(0, 1)), now)
    assert sent.astray == astray
    assert (sent.delta is None) == bool(astray)
    assert (StockCode.MOVED in sent.codes) == bool(astray)


def test_a_channel_that_was_not_read_is_sent_nothing() -> None:
    assert to_send(7, Ledger(expected=10), None) == Sending(delta=None, codes=(StockCode.UNREAD,))


def test_what_a_campaign_holds_is_left() -> None:
    assert to_send(2, Ledger(expected=10), 10, channel_reserved=4) == Sending(delta=-6, codes=(StockCode.RESERVED,))


@given(FEW, FEW, FEW, FEW)
def test_a_channel_never_goes_below_nothing_nor_above_what_was_wanted(
    wanted: int, expected: int, sold: int, reserved: int
) -> None:
    now = expected - sold
    sent = to_send(wanted, Ledger(expected=expected, sold=Sold(sold, sold)), now, channel_reserved=reserved)
    if now < 0:
        return  # oversold there: the platform's own business, nothing is below it
    assert sent.delta is not None
    assert now + sent.delta >= 0
    assert now + sent.delta == max(wanted - sold, min(reserved, now), 0)
