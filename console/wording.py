"""The wording checker, by the packs that come with the program; rules themselves know no file."""

from functools import cache

import msgspec

from console.bundled import bundled
from console.rules.wording.bank import Bank, assemble, read_pack, read_spellings
from console.rules.wording.engine import Checker
from console.rules.wording.folding import Folding, Tables
from console.rules.wording.rewording import Rewordings

PACKS = ("law", "claims", "category", "platform")


@cache
def folding() -> Folding:
    """How texts are folded."""
    return Folding(msgspec.json.decode(_content("folding"), type=Tables))


@cache
def bank(day: str) -> Bank:
    """All rules in force on a day, as they came with the program."""
    return assemble((read_pack(_content(name)) for name in PACKS), day, read_spellings(_content("spellings")))


@cache
def checker(day: str) -> Checker:
    """A checker by that bank."""
    return Checker(bank(day), folding())


def _content(name: str) -> bytes:
    return bundled("resources", "wording", f"{name}.json").read_bytes()


@cache
def rewordings() -> dict[str, tuple[str, ...]]:
    """Other words for risky ones."""
    return msgspec.json.decode(_content("rewordings"), type=Rewordings).table()
