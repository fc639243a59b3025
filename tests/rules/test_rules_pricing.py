"""The price guard: S7 to the fen, exact at the edge of ten percent, and silent where nothing is known."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.core.model import Platform
from console.rules.pricing import Costs, Guard, Offer, PriceCode, Verdict, gap_bp, is_wide, judge, margin_fen

KUAISHOU, YOUZAN = Platform.KUAISHOU, Platform.YOUZAN
TEN_PERCENT = Guard(gap_bp=1_000)


def said(kuaishou: Offer, youzan: Offer, guard: Guard = TEN_PERCENT, **more: object) -> Verdict:
    return judge(kuaishou, youzan, guard, side=KUAISHOU, **more)  # type: ignore[arg-type]


def test_a_live_price_under_the_floor_is_held_until_the_owner_says_why() -> None:
    """S7: Youzan 59.90, Kuaishou live 49.90, floor 52.00."""
    verdict = said(
        Offer(price_fen=5990, live_fen=4990),
        Offer(price_fen=5990),
        Guard(gap_bp=1_000, floor_fen=5200),
        costs=Costs(goods_fen=3000, fee_bp=500, other_fen=400),
    )
    assert verdict.decision == "stop"
    assert verdict.codes == (PriceCode.BELOW_FLOOR, PriceCode.GAP)
    assert (verdict.gap_bp, verdict.margin_fen, verdict.pays_fen) == (-1669, 4990 - 3000 - 250 - 400, 4990)
    assert verdict.needs == ("owner", "reason")
    assert not verdict.lets(is_owner=False, reason="清仓")
    assert not verdict.lets(is_owner=True, reason="  ")
    assert verdict.lets(is_owner=True, reason="清仓")


def test_a_gap_alone_is_an_alert_and_goes() -> None:
    verdict = said(Offer(price_fen=8900), Offer(price_fen=10000))
    assert (verdict.decision, verdict.codes, verdict.needs) == ("alert", (PriceCode.GAP,), ())
    assert verdict.lets(is_owner=False, reason="")


@pytest.mark.parametrize(("kuaishou", "wide"), [(9000, False), (8999, True), (11000, False), (11001, True)])
def test_ten_percent_is_fine_and_a_fen_more_is_not(kuaishou: int, wide: bool) -> None:
    assert (PriceCode.GAP in said(Offer(price_fen=kuaishou), Offer(price_fen=10000)).codes) is wide


def test_a_coupon_makes_the_gap() -> None:
    verdict = said(Offer(price_fen=5990, coupon_fen=1000), Offer(price_fen=5990))
    assert (verdict.pays_fen, verdict.gap_bp, verdict.codes) == (4990, -1669, (PriceCode.GAP,))
    both = said(Offer(price_fen=5990, coupon_fen=1000), Offer(price_fen=5990, coupon_fen=1000))
    assert (both.decision, both.gap_bp) == ("allow", 0)


def test_a_coupon_that_takes_everything_is_held() -> None:
    verdict = said(Offer(price_fen=990, coupon_fen=1000), Offer(price_fen=990))
    assert verdict.codes[0] is PriceCode.FREE
    assert verdict.decision == "stop"


@pytest.mark.parametrize(
    ("kuaishou", "youzan"), [(None, 100), (100, None), (None, None), (100, 0)], ids=["here", "there", "both", "free"]
)
def test_a_price_that_is_not_there_is_not_equal(kuaishou: int | None, youzan: int | None) -> None:
    verdict = said(Offer(price_fen=kuaishou), Offer(price_fen=youzan))
    assert (verdict.gap_bp, verdict.decision, verdict.codes) == (None, "alert", (PriceCode.NOT_COMPARED,))


def test_a_slip_of_the_keyboard_wants_a_reason() -> None:
    """59.90 typed as 5990: a hundred times as much."""
    guard = Guard(gap_bp=1_000, jump_bp=5_000)
    verdict = said(Offer(price_fen=599000), Offer(price_fen=5990), guard, was_fen=5990)
    assert (verdict.decision, verdict.needs) == ("stop", ("reason",))
    assert verdict.lets(is_owner=False, reason="改版")
    assert said(Offer(price_fen=5990), Offer(price_fen=5990), guard, was_fen=None).decision == "allow"


def test_selling_at_a_loss_is_an_alert() -> None:
    verdict = said(Offer(price_fen=1000), Offer(price_fen=1000), costs=Costs(goods_fen=960, fee_bp=500))
    assert (verdict.margin_fen, verdict.codes, verdict.decision) == (-10, (PriceCode.LOSS,), "alert")


def test_without_costs_there_is_no_margin() -> None:
    assert said(Offer(price_fen=1000), Offer(price_fen=1000)).margin_fen is None
    assert margin_fen(None, Costs(goods_fen=1, fee_bp=0)) is None


def test_the_side_that_is_judged_is_the_one_with_the_floor() -> None:
    guard = Guard(gap_bp=1_000, floor_fen=5000)
    assert judge(Offer(price_fen=4000), Offer(price_fen=5200), guard, side=YOUZAN).codes == (PriceCode.GAP,)
    assert PriceCode.BELOW_FLOOR in judge(Offer(price_fen=4000), Offer(price_fen=5200), guard, side=KUAISHOU).codes


FEN = st.integers(1, 10**9)


@given(FEN, FEN)
def test_the_shown_gap_is_the_true_one_rounded(kuaishou: int, youzan: int) -> None:
    shown = gap_bp(kuaishou, youzan)
    assert shown is not None
    assert abs(Fraction(kuaishou - youzan, youzan) - Fraction(shown, 10_000)) <= Fraction(1, 20_000)


@given(FEN, FEN, st.integers(0, 20_000))
def test_wide_is_exact(one: int, base: int, most_bp: int) -> None:
    assert is_wide(one, base, most_bp) == (Fraction(abs(one - base), base) > Fraction(most_bp, 10_000))


@given(FEN, FEN, st.integers(0, 10**6), FEN)
def test_a_lower_price_is_never_judged_more_kindly_by_the_floor(price: int, youzan: int, less: int, floor: int) -> None:
    guard = Guard(gap_bp=10**9, floor_fen=floor)
    higher = said(Offer(price_fen=price), Offer(price_fen=youzan), guard)
    lower = said(Offer(price_fen=price, coupon_fen=less), Offer(price_fen=youzan), guard)
    assert not (higher.decision == "stop" and lower.decision == "allow")
