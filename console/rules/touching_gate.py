"""Who of a list may be reached, who is kept out for comparison, who is left out and why; and what it brought. Pure.

Nobody is dropped in silence: everybody who was asked for stands in the answer once.
"""

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, Literal

import msgspec

from console.rules.touching import Channel

Part = Literal["send", "hold", "left"]
Why = Literal["", "twice", "blocked", "consent", "reached", "address"]
WHYS: Final[tuple[Why, ...]] = ("twice", "blocked", "consent", "reached", "address")
"""Why somebody is left out, in the order in which it is looked at."""

MOST_HELD: Final = 0.5
LEAST_WHOLE: Final = 7  # letters
SURE: Final = 1.96  # nineteen times of twenty
LiftDoubt = Literal["", "none", "few", "overlap"]


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody to be reached. ``consent`` None: nobody asked; ``touched_at``: when last, by whatever channel."""

    customer: str
    name: str = ""
    address: str = ""
    consent: bool | None = None
    blocked: bool = False
    touched_at: int | None = None


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """A person with what becomes of him."""

    person: Person
    part: Part
    why: Why = ""


def place(
    people: Iterable[Person], channel: Channel, quiet_since: int, hold_share: float = 0.0, salt: str = ""
) -> list[Placed]:
    """Everybody once, in their order. Who was reached at ``quiet_since`` or later is left in peace.

    Who is held out is dealt by a hash of ``salt`` and key: the same each time, and by nothing that people are.
    """
    seen: set[str] = set()
    addresses: set[str] = set()
    found: list[Placed] = []
    for person in people:
        why = _why(person, channel, quiet_since, seen, addresses)
        found.append(Placed(person=person, part="left" if why else "send", why=why))
        seen.add(person.customer)
        if not why and channel.address and is_whole(person.address):
            addresses.add(person.address)
    free = [number for number, one in enumerate(found) if one.part == "send"]
    held = round(len(free) * min(MOST_HELD, max(0.0, hold_share)))
    for number in sorted(free, key=lambda one: _lot(salt, found[one].person.customer))[:held]:
        found[number] = msgspec.structs.replace(found[number], part="hold")
    return found


def is_whole(address: str) -> bool:
    """Whether a contact names one person: last digits, or a number with stars, may be several people's."""
    return len(address) >= LEAST_WHOLE and "*" not in address


def _why(person: Person, channel: Channel, quiet_since: int, seen: set[str], addresses: set[str]) -> Why:
    if person.customer in seen or person.address in addresses:
        return "twice"
    if person.blocked:
        return "blocked"
    if channel.consent and person.consent is not True:
        return "consent"
    if person.touched_at is not None and person.touched_at >= quiet_since:
        return "reached"
    return "address" if channel.address and not person.address else ""


def _lot(salt: str, customer: str) -> bytes:
    return hashlib.sha256(f"{salt}\n{customer}".encode()).digest()


def left_out(placed: Iterable[Placed]) -> dict[Why, int]:
    """How many were left out for which reason, in the order of ``WHYS``; reasons that nobody has are not named."""
    counted = Counter(one.why for one in placed if one.part == "left")
    return {why: counted[why] for why in WHYS if counted[why]}


def digest(customers: Iterable[str], channel: str, message: str) -> str:
    """Of whom a file holds, by which channel and with which words: one that went out does not go again."""
    people = "\n".join(sorted(customers))
    return hashlib.sha256(f"{channel}\n{message.strip()}\n{people}".encode()).hexdigest()


class Lift(msgspec.Struct, frozen=True, kw_only=True):
    """How many more paid of those who were sent to than of those held out. ``low`` and ``high`` hold it in all
    likelihood. ``doubt``: why nothing follows from it; empty: it may be believed."""

    sent: int
    bought: int
    held: int
    held_bought: int
    difference: float | None = None  # of shares: 0.02 is two points
    low: float | None = None
    high: float | None = None
    doubt: LiftDoubt = ""


def lift(sent: int, bought: int, held: int, held_bought: int, least: int) -> Lift:
    """Newcombe's interval of the difference of two shares: it is honest about small ones, too."""
    made = Lift(sent=sent, bought=bought, held=held, held_bought=held_bought, doubt="none")
    if not sent or not held:
        return made
    one, two = bought / sent, held_bought / held
    low_one, high_one = _wilson(bought, sent)
    low_two, high_two = _wilson(held_bought, held)
    low = one - two - math.hypot(one - low_one, high_two - two)
    high = one - two + math.hypot(high_one - one, two - low_two)
    doubt: LiftDoubt = "few" if min(sent, held) < least else "overlap" if low <= 0 <= high else ""
    return msgspec.structs.replace(made, difference=one - two, low=low, high=high, doubt=doubt)


def _wilson(hits: int, of: int) -> tuple[float, float]:
    share, z = hits / of, SURE
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return max(0.0, middle - half), min(1.0, middle + half)


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a table of results: who, whether it came through, and why not."""

    key: str
    reached: bool
    said: str = ""


def match(results: Sequence[Result], people: Sequence[tuple[str, str, str]]) -> tuple[dict[str, Result], list[int]]:
    """Results by customer, and the places of those that fit nobody; ``people``: key, address and name of each.

    A name or an address that several have says of none of them; of two rows about one person the last counts.
    """
    known: dict[str, str | None] = {}
    for customer, *others in people:
        for told in others:
            if told:
                known[told] = customer if known.get(told, customer) == customer else None
    known |= {customer: customer for customer, *_ in people}
    found: dict[str, Result] = {}
    strays = []
    for number, row in enumerate(results):
        whom = known.get(row.key)
        if whom is None:
            strays.append(number)
        else:
            found[whom] = row
    return found, strays
