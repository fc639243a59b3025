"""Each touch once: what a channel's export and a list sent from here both tell of is not added up twice. Pure.

An export of the channel's names nobody, so that only its day, its campaign's name and how many it tells can say whether
it holds a list. Where they do not say it, both stay and are marked: somebody who knows takes one of them out.
"""

from collections.abc import Sequence
from typing import Final

import msgspec

from console.core.clock import DAY, day_start
from console.rules.touching import Told
from console.rules.traffic import may_be_one

NAMED_MS: Final = 7 * DAY  # so long after a list went out its own name is still of it
NEAR_MS: Final = DAY  # what went out in the evening is sent the day after


def once(told: Sequence[Told]) -> list[Told]:
    """The same rows in their order, each with its ``double``: ``inside`` is told by another already.

    Under a list's own name an export is of the list: who was sent to and who paid is known better here, who was reached
    and what it cost there. What was told of a channel's whole day holds the lists that fit into it.
    """
    found = list(told)
    room = {place: one.sent or 0 for place, one in enumerate(told) if one.origin != "list" and not one.name.strip()}
    lists = [place for place, one in enumerate(told) if one.origin == "list"]
    for place in sorted(lists, key=lambda one: (-(told[one].sent or 0), one)):
        _settle(found, place, room)
    return found


def _settle(found: list[Told], place: int, room: dict[int, int]) -> None:
    task = found[place]
    near = [at for at, one in enumerate(found) if _is_near(one, task)]
    own = [at for at in near if _plain(found[at].name) == _plain(task.name)]
    if own:
        found[place] = _with(task, [found[at] for at in own])
        for at in own:
            found[at] = msgspec.structs.replace(found[at], double="inside")
        return
    day_at, sent = day_start(task.day_at), task.sent or 0
    whole = next((at for at in near if at in room and found[at].day_at == day_at and room[at] >= sent), None)
    if whole is not None:
        room[whole] -= sent
        found[place] = msgspec.structs.replace(task, double="inside")
    elif any(found[at].double != "inside" and found[at].day_at <= day_at + NEAR_MS for at in near):
        found[place] = msgspec.structs.replace(task, double="maybe")


def _is_near(one: Told, task: Told) -> bool:
    """Whether an imported row may be of the list at all."""
    after = one.day_at - day_start(task.day_at)
    is_near = one.origin != "list" and one.channel == task.channel and 0 <= after <= NAMED_MS
    return is_near and may_be_one(one.shop_id, task.shop_id)


def _with(task: Told, own: Sequence[Told]) -> Told:
    """The list with what only its export knows of it, unless that is of more people than went out."""
    known: dict[str, int | None] = {}
    for name in ("reached", "opened", "cost_fen"):
        values = [getattr(one, name) for one in own]
        if getattr(task, name) is None and None not in values:
            known[name] = sum(values)
    if any(known.get(name) is not None and (known[name] or 0) > (task.sent or 0) for name in ("reached", "opened")):
        known = {name: value for name, value in known.items() if name == "cost_fen"}
    return msgspec.structs.replace(task, **known)


def _plain(name: str) -> str:
    return "".join(name.split()).casefold()
