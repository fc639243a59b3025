"""How closely a shop is bound, and what is missing for the next tier.

基础 basic     products and the state of orders, read and written
高级 advanced  behaviour and trade data: everything else that the platform offers
定制 custom    stock and parcels followed in real time

A tier follows from what the platform granted and the merchant switched on; nothing of it is stored. What a platform
does not offer at all is not asked of its shops.
"""

from collections.abc import Iterable, Set
from enum import IntEnum

import msgspec

from console.core.permissions import SWITCH_OF, Ability, Permissions, Switch

_BASIC = frozenset({Ability.SHOP, Ability.ITEMS, Ability.ORDERS})
_CUSTOM_ONLY = frozenset({Ability.STOCK, Ability.TRACKING})


class Tier(IntEnum):
    """In their order; NONE is a shop that is bound but of no use yet."""

    NONE = 0
    BASIC = 1
    ADVANCED = 2
    CUSTOM = 3


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """A shop's tier, and as codes of the catalogue what the next one wants. Empty: there is no higher tier."""

    tier: Tier
    missing: tuple[str, ...] = ()


def standing(granted: Set[Ability], offered: Set[Ability], permissions: Permissions) -> Standing:
    """The tier of a shop: ``granted`` is what its token was seen to allow, ``offered`` what its platform has."""
    for tier in (Tier.BASIC, Tier.ADVANCED, Tier.CUSTOM):
        missing = _missing(tier, granted, offered, permissions)
        if missing:
            return Standing(tier=Tier(tier - 1), missing=missing)
    return Standing(tier=Tier.CUSTOM)


def tier_of_pair(tiers: Iterable[Tier]) -> Tier:
    """A pair of shops is bound as closely as the looser of the two."""
    return min(tiers, default=Tier.NONE)


def needed(tier: Tier, offered: Set[Ability]) -> frozenset[Ability]:
    """The abilities of a tier on a platform that offers these."""
    match tier:
        case Tier.NONE:
            return frozenset()
        case Tier.BASIC:
            return frozenset(_BASIC & offered)
        case Tier.ADVANCED:
            return frozenset(offered - _CUSTOM_ONLY)
        case Tier.CUSTOM:
            return frozenset(offered)


def _missing(tier: Tier, granted: Set[Ability], offered: Set[Ability], permissions: Permissions) -> tuple[str, ...]:
    """What stands between a shop and ``tier``: scopes, then switches, each once and in a fixed order."""
    wanted = needed(tier, offered)
    switches = {SWITCH_OF[ability] for ability in wanted if ability in SWITCH_OF}
    if tier is Tier.CUSTOM:
        switches.add(Switch.REAL_TIME)
    codes = [f"tier.scope_{ability}" for ability in Ability if ability in wanted - granted]
    codes += [f"tier.switch_{switch}" for switch in Switch if switch in switches - permissions.on]
    if permissions.read_only:
        codes.append("tier.read_only")
    return tuple(codes)


CODES = (
    *(f"tier.scope_{ability}" for ability in Ability),
    *(f"tier.switch_{switch}" for switch in Switch),
    "tier.read_only",
)
"""Every code that ``missing`` may hold."""
