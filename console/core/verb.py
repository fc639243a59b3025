"""What all commands have in common, whatever they are about. The verbs themselves: ``commands*.py``."""

from typing import ClassVar, Self

import msgspec

from console.core.objects import Found, ObjectKey
from console.core.permissions import Ability


class Verb(msgspec.Struct, frozen=True, kw_only=True, tag_field="verb"):
    """Base of the verbs: each says of which shop it is; a base a kind of object says of which object."""

    shop_id: str

    ability: ClassVar[Ability]

    @property
    def key(self) -> ObjectKey:
        """What it is about."""
        raise NotImplementedError

    @property
    def aspect(self) -> str:
        """A newer command takes the place of an unsent one with the same object and aspect; empty: it never does."""
        return ""

    @property
    def irreversible(self) -> bool:
        """Whether no other command can bring back what was: such a one is confirmed by itself before it is added."""
        return False

    def is_satisfied_by(self, found: Found) -> bool:
        """Whether nothing is left to do."""
        raise NotImplementedError

    def is_untouched_by(self, found: Found) -> bool:
        """Whether what the command changes is still as the merchant saw it."""
        return not self.is_satisfied_by(found)

    def instead_of(self, unsent: "Verb") -> Self:
        """This command where ``unsent`` stood, which the merchant may have taken for done already."""
        return self

    def after(self, sent: "Verb") -> Self:
        """This command where ``sent`` is still on its way: it will find what that one leaves."""
        return self
