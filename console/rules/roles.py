"""What an owner may and what a clerk may; who may be taken in, changed and let go; how long a wrong PIN has to wait.

As long as there are people, one of them is an owner: every function that gives back other people sees to it.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from console.core.clock import MINUTE, SECOND
from console.core.errors import Refused
from console.core.operators import Operator, Right, Role

PIN_DIGITS = (4, 8)
NAME_CHARS = 20
FREE_TRIES = 3  # a slip of the finger costs nothing
FIRST_WAIT = 5 * SECOND
LONGEST_WAIT = 15 * MINUTE

_CLERK = frozenset({Right.SIGN_IN, Right.OWN_PIN})
GRANTABLE = frozenset({Right.SEE_BUYERS})  # what an owner may let clerks do, too
_RIGHTS: dict[Role, frozenset[Right]] = {Role.OWNER: frozenset(Right), Role.CLERK: _CLERK}

People = tuple[Operator, ...]


def rights(role: Role) -> frozenset[Right]:
    """All that this role may do."""
    return _RIGHTS[role]


def may(role: Role, right: Right, granted: Collection[Right] = ()) -> bool:
    """Whether this role may do it; ``granted`` is what an owner let clerks do."""
    return right in _RIGHTS[role] or (right in GRANTABLE and right in granted)


# -- the people -----------------------------------------------------------------------------------------------------


def with_one_more(people: People, new: Operator) -> People:
    """Take somebody in; the first one is an owner. Raises Refused."""
    if not people and new.role is not Role.OWNER:
        raise Refused("people.first_is_owner")
    return (*people, replace(new, name=_good_name(people, new.name)))


def with_name(people: People, operator_id: str, name: str) -> People:
    """Call somebody otherwise. Raises Refused."""
    others = tuple(one for one in people if one.operator_id != operator_id)
    return _changed(people, replace(found(people, operator_id), name=_good_name(others, name)))


def with_role(people: People, operator_id: str, role: Role) -> People:
    """Make somebody an owner or a clerk. Raises Refused where nobody would be an owner any more."""
    return _owned(_changed(people, replace(found(people, operator_id), role=role)))


def without(people: People, operator_id: str) -> People:
    """Let somebody go. Raises Refused where nobody would be an owner any more."""
    found(people, operator_id)
    return _owned(tuple(one for one in people if one.operator_id != operator_id))


def is_last_owner(people: People, operator_id: str) -> bool:
    """Whether this is the only owner: such a one can be neither let go nor made a clerk."""
    return [one.operator_id for one in people if one.role is Role.OWNER] == [operator_id]


def found(people: People, operator_id: str) -> Operator:
    """The one with this id. Raises Refused."""
    for one in people:
        if one.operator_id == operator_id:
            return one
    raise Refused("people.gone")


def name_fault(people: Sequence[Operator], name: str) -> str:
    """What is wrong with a name beside these people's: a code of the catalogue, or nothing."""
    name = name.strip()
    if not name:
        return "people.no_name"
    if len(name) > NAME_CHARS or not name.isprintable():
        return "people.name_form"
    taken = {one.name.casefold() for one in people}
    return "people.name_taken" if name.casefold() in taken else ""


def _good_name(people: People, name: str) -> str:
    code = name_fault(people, name)
    if code:
        raise Refused(code)
    return name.strip()


def _changed(people: People, one: Operator) -> People:
    return tuple(one if before.operator_id == one.operator_id else before for before in people)


def _owned(people: People) -> People:
    if not any(one.role is Role.OWNER for one in people):
        raise Refused("people.last_owner")
    return people


# -- PINs -----------------------------------------------------------------------------------------------------------


def pin_fault(pin: str) -> str:
    """What is wrong with a PIN: a code of the catalogue, or nothing."""
    fewest, most = PIN_DIGITS
    right = pin.isascii() and pin.isdigit() and fewest <= len(pin) <= most
    return "" if right else "people.pin_form"


def wait_after(wrong: int) -> int:
    """How long, in ms, the next try has to wait after so many wrong PINs in a row: 5 s, 10 s, 20 s … a quarter hour."""
    if wrong < FREE_TRIES:
        return 0
    return int(min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(wrong - FREE_TRIES, 20)))


def waits_until(wrong: int, last_at: int, now: int) -> int | None:
    """Until when no PIN is looked at; None: it may be tried now. A clock that was put back does not shut anyone out."""
    until = last_at + wait_after(wrong)
    return until if last_at <= now < until else None
