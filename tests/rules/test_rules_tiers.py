"""Tiers: what each wants, and that more of anything never binds a shop less closely."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.catalogue import Language, knows, words
from console.core.permissions import SWITCH_OF, Ability, Permissions, Switch
from console.rules.tiers import CODES, Standing, Tier, needed, standing, tier_of_pair

EVERY = frozenset(Ability)
ALL_ON = Permissions(on=frozenset(Switch))
BASIC = frozenset({Ability.SHOP, Ability.ITEMS, Ability.ORDERS})

abilities = st.frozensets(st.sampled_from(Ability))
switches = st.frozensets(st.sampled_from(Switch))
allowed = st.builds(Permissions, on=switches, read_only=st.booleans())


def test_basic_reads_and_writes_products_and_orders() -> None:
    only = Permissions(on=frozenset({Switch.PRODUCTS, Switch.ORDERS}))
    assert standing(BASIC, EVERY, only).tier is Tier.BASIC
    locked = standing(BASIC, EVERY, Permissions(on=only.on, read_only=True))
    assert locked == Standing(tier=Tier.NONE, missing=("tier.read_only",))
    assert standing(BASIC - {Ability.ORDERS}, EVERY, only) == Standing(tier=Tier.NONE, missing=("tier.scope_orders",))


def test_advanced_has_everything_but_what_is_followed_in_real_time() -> None:
    parcels_and_stock = {Ability.STOCK, Ability.TRACKING}
    assert standing(EVERY - parcels_and_stock, EVERY, Permissions()).tier is Tier.ADVANCED
    assert standing(EVERY - {Ability.REVIEWS}, EVERY, ALL_ON) == Standing(
        tier=Tier.BASIC, missing=("tier.scope_reviews",)
    )


def test_a_new_shop_with_every_scope_is_advanced_and_one_switch_from_custom() -> None:
    assert standing(EVERY, EVERY, Permissions()) == Standing(tier=Tier.ADVANCED, missing=("tier.switch_real_time",))
    assert standing(EVERY, EVERY, ALL_ON) == Standing(tier=Tier.CUSTOM)


def test_what_a_platform_does_not_offer_is_not_missed() -> None:
    offered = EVERY - {Ability.CUSTOMERS}
    assert standing(offered, offered, ALL_ON).tier is Tier.CUSTOM


def test_a_pair_is_as_close_as_its_looser_shop() -> None:
    assert tier_of_pair([Tier.CUSTOM, Tier.BASIC]) is Tier.BASIC
    assert tier_of_pair([]) is Tier.NONE


@given(abilities, abilities, abilities, allowed, switches, st.booleans())
def test_more_never_lowers_the_tier(
    has: frozenset[Ability],
    more: frozenset[Ability],
    offered: frozenset[Ability],
    before: Permissions,
    also_on: frozenset[Switch],
    unlock: bool,
) -> None:
    after = Permissions(on=before.on | also_on, read_only=before.read_only and not unlock)
    assert standing(has | more, offered, after).tier >= standing(has, offered, before).tier


@given(abilities, abilities, allowed)
def test_missing_is_empty_only_at_the_top(
    has: frozenset[Ability], offered: frozenset[Ability], by: Permissions
) -> None:
    found = standing(has, offered, by)
    assert (found.missing == ()) == (found.tier is Tier.CUSTOM)
    assert len(set(found.missing)) == len(found.missing)
    assert set(found.missing) <= set(CODES)


@given(abilities, abilities, allowed)
def test_what_is_missing_is_all_that_is_missing(
    has: frozenset[Ability], offered: frozenset[Ability], by: Permissions
) -> None:
    """Mend every code, and the shop is at least one tier up; leave any one out, and it is not."""
    found = standing(has, offered, by)
    for left_out in (None, *found.missing):
        mended = [code for code in found.missing if code != left_out]
        now_has = has | {one for one in Ability if f"tier.scope_{one}" in mended}
        now_on = by.on | {one for one in Switch if f"tier.switch_{one}" in mended}
        locked = by.read_only and "tier.read_only" not in mended
        tier = standing(now_has, offered, Permissions(on=now_on, read_only=locked)).tier
        assert (tier > found.tier) == (left_out is None and bool(found.missing))


@given(abilities)
def test_each_tier_holds_the_one_below(offered: frozenset[Ability]) -> None:
    steps = [needed(tier, offered) for tier in Tier]
    assert all(low <= high for low, high in pairwise(steps))
    assert steps[-1] == offered


@given(allowed, st.sampled_from(Ability))
def test_nothing_is_written_that_is_not_read_and_nothing_at_all_when_locked(by: Permissions, ability: Ability) -> None:
    assert by.may_read(ability) == (ability not in SWITCH_OF or SWITCH_OF[ability] in by.on)
    assert by.may_write(ability) == (by.may_read(ability) and not by.read_only)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_every_gap_has_words(code: str, lang: Language) -> None:
    assert knows(code)
    said = words(code, lang)
    assert said.text
    assert said.next_step
