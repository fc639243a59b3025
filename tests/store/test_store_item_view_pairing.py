"""Pairing by SKU codes: two goods that share codes with each other alone, and never a guess."""

from hypothesis import given
from hypothesis import strategies as st

from console.store.pairing import Goods, pair_up

CODES = st.frozensets(st.sampled_from("vwxyz"), max_size=3)
SIDE = st.lists(CODES, max_size=6)


def goods(codes: list[frozenset[str]], first: int) -> list[Goods]:
    return [Goods(first + n, "", one) for n, one in enumerate(codes)]


@given(SIDE, SIDE)
def test_two_goods_are_the_same_if_they_share_codes_with_each_other_alone(
    kuaishou: list[frozenset[str]], youzan: list[frozenset[str]]
) -> None:
    left, right = goods(kuaishou, 1), goods(youzan, 101)
    meets = [(one, other) for one in left for other in right if one.sku_codes & other.sku_codes]
    alone = {
        other.id: one.id
        for one, other in meets
        if sum(one is first for first, _ in meets) == 1 and sum(other is second for _, second in meets) == 1
    }
    assert pair_up(left, right) == alone


def test_one_code_on_everything_is_not_compared_all_with_all() -> None:
    """20,000 goods a side: compared all with all this would be 400 million pairs."""
    same = [frozenset({"1"})] * 20_000
    assert pair_up(goods(same, 1), goods(same, 100_001)) == {}
