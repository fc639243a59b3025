"""What an after-sale means for shipping and for money."""

from hypothesis import given
from hypothesis import strategies as st

from console.core.model import AfterSale, AfterSaleKind, AfterSaleStatus
from console.rules.after_sales import OVER, aftersale_blocks_shipping, is_open, settled_fen

CASES = st.builds(
    AfterSale,
    after_sale_no=st.text("0123456789", min_size=1, max_size=16),
    order_no=st.just("1"),
    kind=st.sampled_from(AfterSaleKind),
    status=st.sampled_from(AfterSaleStatus),
    amount_fen=st.none() | st.integers(0, 20_000),
)


def _case(status: AfterSaleStatus, kind: AfterSaleKind = AfterSaleKind.REFUND_ONLY, fen: int | None = 100) -> AfterSale:
    return AfterSale(after_sale_no="1", order_no="1", kind=kind, status=status, amount_fen=fen)


@given(st.lists(CASES, max_size=5), st.none() | st.integers(0, 20_000))
def test_nothing_leaves_while_anything_is_open(cases: list[AfterSale], amount: int | None) -> None:
    hold = aftersale_blocks_shipping(cases, amount_fen=amount)
    if any(is_open(case) for case in cases):
        assert hold is not None
        assert hold.after_sale in cases
    if all(case.status is AfterSaleStatus.CLOSED for case in cases):
        assert hold is None


@given(st.lists(CASES, max_size=5), CASES)
def test_one_more_after_sale_never_lets_goods_go(cases: list[AfterSale], more: AfterSale) -> None:
    if aftersale_blocks_shipping(cases) is not None:
        assert aftersale_blocks_shipping([*cases, more]) is not None


@given(CASES)
def test_money_counts_when_it_went_back_and_never_before(case: AfterSale) -> None:
    if is_open(case) or case.kind is AfterSaleKind.EXCHANGE or case.status is AfterSaleStatus.CLOSED:
        assert settled_fen(case) is None
    else:
        assert case.status in OVER
        assert settled_fen(case) == case.amount_fen


def test_the_hold_names_what_the_platform_would_refuse_first() -> None:
    asked, running = _case(AfterSaleStatus.WAIT_SELLER), _case(AfterSaleStatus.REFUNDING)
    hold = aftersale_blocks_shipping([asked, running])
    assert hold is not None
    assert (hold.reason, hold.after_sale, hold.platform_refuses) == ("refunding", running, True)
    only = aftersale_blocks_shipping([asked])
    assert only is not None
    assert (only.reason, only.platform_refuses) == ("asked", False)


def test_a_part_that_was_paid_back_leaves_the_rest_to_ship() -> None:
    part = _case(AfterSaleStatus.SUCCESS, fen=100)
    assert aftersale_blocks_shipping([part], amount_fen=300) is None
    whole = aftersale_blocks_shipping([part], amount_fen=100)
    unknown = aftersale_blocks_shipping([part])
    assert whole is not None
    assert whole.reason == "refunded"
    assert unknown is not None
    assert unknown.reason == "refunded"


def test_an_order_that_says_so_is_held_before_its_after_sale_is_read() -> None:
    flagged = aftersale_blocks_shipping([], flagged=True)
    assert flagged is not None
    assert flagged.reason == "flagged"
    assert aftersale_blocks_shipping([]) is None
