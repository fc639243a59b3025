"""Doing to all goods of a kind what was decided for one: a plan, in which every item stands once."""

from collections.abc import Iterable

import msgspec


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """An item, the category it has on the platform it comes from, and the one it is mapped to on the other."""

    item_id: str
    source_id: str
    target_id: str = ""  # empty: none yet
    by_hand: bool = False  # a person chose the target


class AlikePlan(msgspec.Struct, frozen=True, kw_only=True):
    """What applying a choice to all alike would do; nothing of it is done."""

    target_id: str
    change: tuple[Placed, ...] = ()  # as they are now
    same: tuple[str, ...] = ()  # have it already
    kept: tuple[Placed, ...] = ()  # a person chose otherwise: left alone


def plan_alike(source_id: str, target_id: str, items: Iterable[Placed], *, over_hand: bool = False) -> AlikePlan:
    """Map all items of a source category to ``target_id``; ``over_hand``: those too that a person put elsewhere.

    An item without a source category is like no other. Raises ValueError where there is nothing to map to.
    """
    if not target_id:
        raise ValueError("no category to map to")
    change, same, kept = [], [], []
    for item in items:
        if not source_id or item.source_id != source_id:
            continue
        if item.target_id == target_id:
            same.append(item.item_id)
        elif item.by_hand and item.target_id and not over_hand:
            kept.append(item)
        else:
            change.append(item)
    return AlikePlan(target_id=target_id, change=tuple(change), same=tuple(same), kept=tuple(kept))


def carried_out(plan: AlikePlan, items: Iterable[Placed]) -> tuple[Placed, ...]:
    """The items as they are after the plan; its change was a person's choice."""
    changed = {item.item_id for item in plan.change}
    return tuple(
        msgspec.structs.replace(item, target_id=plan.target_id, by_hand=True) if item.item_id in changed else item
        for item in items
    )
