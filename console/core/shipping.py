"""The nouns of getting goods to a buyer: by when they must leave, and where a parcel is. See ``model.py``."""

from typing import Literal

import msgspec

DeadlineSource = Literal["platform", "promised", "extension", "default", "noted_extension", "noted_promise"]
"""Who says by when goods must leave: the platform's own field, what was promised with the goods where that differs, an
extension the platform knows of; the hours that hold where it says nothing; and the two that the merchant wrote down."""

Way = Literal["carrier", "pickup", "local", "nothing"]
"""How goods get to the buyer: by a carrier, fetched at the shop, by a local rider; or there are none to send."""

TrackState = Literal["collected", "on_the_way", "delivering", "signed", "trouble", "returning", "returned", "unknown"]
"""Where a parcel is, by its platform's word."""


class Deadline(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One instant by which goods must leave, and who says so."""

    source: DeadlineSource
    at: int


class Terms(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an order says of its shipping beside the deadline that counts (``Order.ship_by_at``).

    ``deadlines`` are all that were named, the one that counts among them; none where only the platform's field is
    there. ``pieces_sent`` is of an order of which only a part has left. ``address_asked``: the buyer wants another
    address and waits for an answer. ``appends``: all of it has left, and the platform lets a further parcel follow.
    Of both tells only an order that was asked for by itself, else None. ``way``: only what a carrier takes is shipped
    by its number, within hours that were promised. ``serials``: the platform wants the goods' own numbers with it.
    """

    deadlines: tuple[Deadline, ...] = ()
    presale: bool = False
    pieces_sent: int | None = None
    address_asked: bool | None = None
    appends: bool | None = None
    way: Way = "carrier"
    serials: bool = False


class TrackEvent(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Something that happened to a parcel, in the carrier's words."""

    at: int
    words: str


class Track(msgspec.Struct, frozen=True, kw_only=True):
    """A parcel's journey as its platform tells it, oldest first."""

    state: TrackState
    events: tuple[TrackEvent, ...] = ()

    @property
    def moved_at(self) -> int | None:
        """When something last happened to it."""
        return max((event.at for event in self.events), default=None)
