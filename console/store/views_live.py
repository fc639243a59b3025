"""What the first page is told of shows. No query here: the window loads these before its first paint."""

import msgspec


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """When the next show is to begin, what it is called and who hosts it."""

    at: int
    title: str = ""
    host: str = ""


class Ready(msgspec.Struct, frozen=True, kw_only=True):
    """What is ready for the next show. ``script`` empty: no run sheet is chosen."""

    script: str = ""
    cues: int = 0
    takes_figures: bool = False  # the door is open, or a folder is watched
    goods: int = 0  # of the run sheet, as far as the file knows them
    sold_out: tuple[str, ...] = ()  # titles of those that have no stock

    @property
    def lacks(self) -> int:
        """How many of the three are not ready."""
        return (not self.cues) + (not self.takes_figures) + (not self.goods or bool(self.sold_out))


class ShowRow(msgspec.Struct, frozen=True, kw_only=True):
    """A show by its name. ``online`` None: nobody told how many watch; ``online_at`` is when it was told."""

    session_id: str
    title: str
    started_at: int
    online: int | None = None
    online_at: int | None = None


class SoldLive(msgspec.Struct, frozen=True, kw_only=True):
    """Kuaishou orders paid while a show was on, without those known to be made elsewhere. ``shows`` 0: none was."""

    shows: int = 0
    is_on: bool = False
    orders: int = 0
    paid_fen: int = 0


class NextShow(msgspec.Struct, frozen=True, kw_only=True):
    """What the first page says of shows."""

    on_air: ShowRow | None = None
    plan: Plan | None = None
    ready: Ready = Ready()
    last: ShowRow | None = None
