"""Touches of customers by channel: how many, how many came through, what it cost and what it earned. Pure.

A ratio is said only of rows that tell both of its sides, and with how many people it stands on.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal

import msgspec

from console.rules.traffic import Line

Address = Literal["", "phone"]
Consent = Literal["", "wecom", "sms", "call", "any"]
Origin = Literal["file", "paste", "manual", "list"]
Verdict = Literal["", "above", "below"]
Double = Literal["", "inside", "maybe"]
"""Of a row: another tells of the same touches, so that it is not added up; or it may be so."""


class Channel(msgspec.Struct, frozen=True, kw_only=True):
    """How a person can be reached. ``consent``: to what he must have agreed; ``address``: what it finds him by."""

    key: str
    consent: Consent = ""
    address: Address = ""


CHANNELS: Final[Mapping[str, Channel]] = {
    one.key: one
    for one in (
        Channel(key="wecom", consent="wecom"),
        Channel(key="wecom_group", consent="wecom"),
        Channel(key="sms", consent="sms", address="phone"),
        Channel(key="live_widget"),
        Channel(key="fan_group"),
        Channel(key="video_comment"),
        Channel(key="official"),
        Channel(key="call", consent="call", address="phone"),
        Channel(key="other", consent="any"),
    )
}
"""Who joined a group, follows an account or watches a show is spoken to there without being asked again."""

Lines = Mapping[str, Line]
"""By name: ``touch_fan_group_roi_bp``, ``touch_least``, ``stored_idle_days``."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What a channel did, on a day or for a list. None: nobody told it."""

    channel: str
    origin: Origin
    name: str = ""
    day_at: int = 0
    sent: int | None = None  # people
    reached: int | None = None  # people
    opened: int | None = None  # people
    cost_fen: int | None = None
    buyers: int | None = None  # people who paid within the days that count
    margin_fen: int | None = None
    kept_at: int = 0
    shop_id: str = ""  # empty: nobody said of which shop
    double: Double = ""


class Ratio(msgspec.Struct, frozen=True):
    """One sum to another, of rows that tell both."""

    top: int = 0
    under: int = 0

    @property
    def value(self) -> float | None:
        """None: there is nothing to divide by."""
        return self.top / self.under if self.under else None


class ChannelRow(msgspec.Struct, frozen=True, kw_only=True):
    """A channel over a stretch of days. ``origins``: where its figures are from; ``cost_fen`` None: not all told."""

    channel: str
    sent: int | None = None
    reach: Ratio = Ratio()  # reached to sent
    opening: Ratio = Ratio()  # opened to sent
    cost: Ratio = Ratio()  # fen to people sent to
    conversion: Ratio = Ratio()  # who paid to sent
    roi: Ratio = Ratio()  # margin to cost
    free: bool = False  # all that is told of its cost is 0
    origins: frozenset[Origin] = frozenset()
    kept_at: int = 0

    def few(self, least: int) -> bool:
        """Whether it stands on too few people to say anything."""
        return (self.sent or 0) < least


def compare(told: Iterable[Told]) -> list[ChannelRow]:
    """The channels that anything is told of, by what they earn; those nobody can tell that of by how many they sent."""
    by: dict[str, list[Told]] = {}
    for one in told:
        by.setdefault(one.channel, []).append(one)
    rows = [_row(channel, some) for channel, some in by.items()]
    return sorted(rows, key=lambda row: (-(row.roi.value or 0.0), -(row.sent or 0), row.channel))


def _row(channel: str, everything: Sequence[Told]) -> ChannelRow:
    told = [one for one in everything if one.double != "inside"]
    costs = [one.cost_fen for one in told if one.cost_fen is not None]
    return ChannelRow(
        channel=channel,
        sent=_sum(one.sent for one in told),
        reach=_ratio((one.reached, one.sent) for one in told),
        opening=_ratio((one.opened, one.sent) for one in told),
        cost=_ratio((one.cost_fen, one.sent) for one in told),
        conversion=_ratio((one.buyers, one.sent) for one in told),
        roi=_ratio((one.margin_fen, one.cost_fen) for one in told),
        free=len(costs) == len(told) and not any(costs),
        origins=frozenset(one.origin for one in everything),
        kept_at=max(one.kept_at for one in everything),
    )


def _sum(values: Iterable[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _ratio(pairs: Iterable[tuple[int | None, int | None]]) -> Ratio:
    top = under = 0
    for above, below in pairs:
        if above is not None and below is not None:
            top, under = top + above, under + below
    return Ratio(top, under)


class Against(msgspec.Struct, frozen=True, kw_only=True):
    """A figure beside its line. ``verdict`` is empty where either is unknown or people are too few."""

    value: float | None
    line: Line | None
    verdict: Verdict = ""


def against(row: ChannelRow, what: Literal["reach", "open", "cost", "roi"], lines: Lines) -> Against:
    """A channel's own figure and the line for it; of a cost, less is better."""
    ratio = {"reach": row.reach, "open": row.opening, "cost": row.cost, "roi": row.roi}[what]
    line = lines.get(f"touch_{row.channel}_{what}_{'fen' if what == 'cost' else 'bp'}")
    value = ratio.value
    least = round(lines["touch_least"].value)
    is_few = row.few(least) or (what != "roi" and ratio.under < least)  # only some rows may tell both sides
    if value is None or line is None or is_few:
        return Against(value=value, line=line)
    meant = line.value if what == "cost" else line.value / 10_000
    good = value <= meant if what == "cost" else value >= meant
    return Against(value=value, line=line, verdict="above" if good else "below")
