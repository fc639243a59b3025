"""Who came back to a show and its PKs beside each other, as rows for workbook and paper; None is unknown."""

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from console.core.clock import format_shop_time as shop_time
from console.rules.live_fans import Loyal
from console.rules.live_recap import Recap

FAN_TITLES: Final = ("figure", "value", "numerator", "denominator", "note")
PK_TITLES: Final = ("time", "until", "name", "measure", "before", "during", "change", "note")
PACES: Final = ("online", "interactions", "follows", "gmv_fen")


class PkRow(msgspec.Struct, frozen=True, kw_only=True):
    """One figure of one stretch, a minute; money in fen."""

    begin_at: int
    end_at: int
    name: str
    measure: str
    before: float | None
    during: float | None
    change: float | None
    is_assumed: bool


def fan_rows(recap: Recap, words: Mapping[str, str]) -> list[tuple[str, float | None, int | None, int, str]]:
    """Name, share, how many came back, of how many, and why it is not known."""
    fans = recap.fans
    if fans is None:
        return []
    pairs: Sequence[tuple[str, Loyal]] = (("viewers_back", fans.viewers), ("buyers_back", fans.buyers))
    return [
        (words[key], one.share, one.returning, one.people, words[f"fans_{one.doubt}"] if one.doubt else "")
        for key, one in pairs
    ]


def pk_rows(recap: Recap) -> list[PkRow]:
    """Every stretch in order, each figure that somebody tells of it."""
    return [
        PkRow(
            begin_at=one.stretch.begin_at,
            end_at=one.stretch.end_at,
            name=one.stretch.event.text,
            measure=name,
            before=getattr(one.before, name),
            during=getattr(one.during, name),
            change=one.change(name),
            is_assumed=one.stretch.is_assumed,
        )
        for one in recap.pks
        for name in PACES
        if getattr(one.during, name) is not None
    ]


def span(row: PkRow) -> tuple[str, str]:
    """When it began and ended, on the shop's clock."""
    return shop_time(row.begin_at), shop_time(row.end_at)
