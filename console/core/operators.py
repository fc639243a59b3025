"""Who works at this machine: an owner or a clerk, each with a name. A PIN is no part of them: see ``store/pins.py``."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody is to the shop."""

    OWNER = "owner"  # 店主
    CLERK = "clerk"  # 店员


class Right(StrEnum):
    """What not everybody may do. Whatever is not named here is everybody's."""

    SIGN_IN = "sign_in"  # to a bound shop again; it must be the same shop
    OWN_PIN = "own_pin"  # change one's own PIN
    BIND = "bind"  # take a new shop in
    UNBIND = "unbind"
    PAIR = "pair"  # say that two shops belong together
    PART = "part"
    ERASE = "erase"  # delete a shop's rows
    SWITCHES = "switches"  # what the console may do for a shop
    OPERATORS = "operators"  # who works here
    OVERRIDE = "override"  # go on against a rule, with a reason
    SEE_BUYERS = "see_buyers"  # a buyer's name, phone and address in plain text; an owner may let clerks do so


@dataclass(frozen=True, kw_only=True)
class Operator:
    """One of the people. ``operator_id`` is made by us and stays when the name or the role changes."""

    operator_id: str
    name: str
    role: Role

    @property
    def initial(self) -> str:
        """One letter for a small disc."""
        return self.name[:1].upper()
