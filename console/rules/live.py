"""What a show's figures are: sums per minute, and the rates that are shown. Pure; unknown is None, never 0."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from statistics import fmean
from typing import Final

import msgspec

from console.core.clock import MINUTE
from console.core.live import INTERACTIONS, LiveEvent, LiveEventType, LiveSnapshot, LiveSource

STITCH_MS: Final = 15 * MINUTE  # a room that opens again within it goes on with the same show
FEW: Final = 30  # people; a rate of fewer says little
SILENT_MS: Final = 60_000  # nothing came in for so long: the stream or the helper is cut


class Minute(msgspec.Struct, frozen=True, kw_only=True):
    """One minute of a show. What nobody sent is None; what was sent and did not happen is 0.

    ``interactors``: people who did one of comment, like, share, gift in this minute; ``new_interactors``: those of
    them who had not before, so that their sum over minutes counts each person once. Both know only rows that name a
    person.
    """

    at: int  # its beginning, ms
    online_sum: int = 0  # over the snapshots that tell it
    online_n: int = 0
    comments: int = 0
    likes: int = 0
    shares: int = 0
    gifts: int = 0
    follows: int = 0
    enters: int = 0
    item_clicks: int = 0
    orders: int = 0
    gmv_fen: int = 0
    interactors: int = 0
    new_interactors: int = 0

    @property
    def online(self) -> float | None:
        """The mean of the minute."""
        return self.online_sum / self.online_n if self.online_n else None

    @property
    def acts(self) -> int:
        """How often somebody commented, liked, shared or gave."""
        return self.comments + self.likes + self.shares + self.gifts


COUNTED: Final = {
    LiveEventType.COMMENT: "comments",
    LiveEventType.LIKE: "likes",
    LiveEventType.SHARE: "shares",
    LiveEventType.GIFT: "gifts",
    LiveEventType.FOLLOW: "follows",
    LiveEventType.ENTER: "enters",
    LiveEventType.ITEM_CLICK: "item_clicks",
    LiveEventType.ORDER: "orders",
}
"""Which sum an event adds to: as often as its ``count`` says, once where it says nothing."""


def minute_of(at: int) -> int:
    """The beginning of the minute that holds ``at``."""
    return at - at % MINUTE


def minutes_of(events: Iterable[LiveEvent], snapshots: Iterable[LiveSnapshot]) -> list[Minute]:
    """All minutes of a show in which something came in, from its log, in whatever order that is.

    The file keeps the same sums while rows arrive; a test holds the two together.
    """
    sums: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    people: dict[int, set[str]] = defaultdict(set)
    first: dict[str, int] = {}
    for event in events:
        at = minute_of(event.at)
        row = sums[at]
        if event.type in COUNTED:
            row[COUNTED[event.type]] += event.count or 1
        if event.type is LiveEventType.ORDER:
            row["gmv_fen"] += event.amount_fen or 0
        if event.type in INTERACTIONS and event.user_key:
            people[at].add(event.user_key)
            first[event.user_key] = min(event.at, first.get(event.user_key, event.at))
    for snapshot in snapshots:
        row = sums[minute_of(snapshot.at)]
        if snapshot.online is not None:
            row["online_sum"] += snapshot.online
            row["online_n"] += 1
    for at in first.values():
        sums[minute_of(at)]["new_interactors"] += 1
    return [Minute(at=at, interactors=len(people[at]), **sums[at]) for at in sorted(sums)]


class Rate(msgspec.Struct, frozen=True, kw_only=True):
    """A figure with what it is made of. ``value`` None: cannot be said."""

    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    source: LiveSource | None = None
    at: int | None = None
    people: int | None = None  # how many it is said of
    shops: int = 0  # orders of so many shops are in it, for nobody tells of which of them the show is

    @property
    def is_few(self) -> bool:
        """So few people that it may well be chance."""
        return self.people is not None and self.people < FEW


def rate(numerator: float | None, denominator: float | None, source: LiveSource, at: int) -> Rate:
    """One over the other; of nobody, or of what is not known, nothing can be said."""
    if numerator is None or denominator is None:
        return Rate(numerator=numerator, denominator=denominator)
    if denominator <= 0:
        return Rate(numerator=numerator, denominator=denominator, source=source, at=at, people=0)
    return Rate(
        value=numerator / denominator,
        numerator=numerator,
        denominator=denominator,
        source=source,
        at=at,
        people=int(denominator),
    )


def stay(snapshot: LiveSnapshot, source: LiveSource = LiveSource.INGEST) -> Rate:
    """Seconds a viewer stays: all seconds watched by all viewers; else the page's own mean."""
    exact = rate(snapshot.watch_s, snapshot.viewers, source, snapshot.at)
    if exact.value is not None or snapshot.avg_stay_s is None:
        return exact
    return Rate(value=snapshot.avg_stay_s, source=source, at=snapshot.at, people=snapshot.viewers)


def interaction(snapshot: LiveSnapshot, seen_people: int | None = None, source: LiveSource = LiveSource.INGEST) -> Rate:
    """People who commented, liked, shared or gave, of all viewers.

    ``seen_people``: how many the events name, where the page does not say. Not counts: likes come by double taps.
    """
    people = snapshot.interactors if snapshot.interactors is not None else seen_people
    return rate(people, snapshot.viewers, source, snapshot.at)


def follow(snapshot: LiveSnapshot, source: LiveSource = LiveSource.INGEST) -> Rate:
    """New followers of the viewers who were none; of all viewers where that is not known."""
    of = snapshot.viewers_nonfan if snapshot.viewers_nonfan is not None else snapshot.viewers
    return rate(snapshot.new_followers, of, source, snapshot.at)


def item_click(snapshot: LiveSnapshot, source: LiveSource = LiveSource.INGEST) -> Rate:
    """People who opened an item, of all viewers."""
    return rate(snapshot.item_clickers, snapshot.viewers, source, snapshot.at)


def gpm_fen(gmv_fen: int | None, snapshot: LiveSnapshot, source: LiveSource = LiveSource.INGEST) -> Rate:
    """Sold by a thousand views, fen."""
    return rate(None if gmv_fen is None else gmv_fen * 1_000, snapshot.views, source, snapshot.at)


def lasts(
    told: Sequence[tuple[LiveSnapshot, LiveSource]], rate_of: Callable[[LiveSnapshot, LiveSource], Rate]
) -> list[Rate]:
    """The last figure that each source tells, in the order of time; ``told`` is in it, too, and read from its end."""
    unheard = {source for _, source in told}
    found: list[Rate] = []
    for one, source in reversed(told):
        if source in unheard and (rate := rate_of(one, source)).value is not None:
            found.append(rate)
            unheard.discard(source)
            if not unheard:
                break
    return found[::-1]


def session_stay(snapshots: Iterable[LiveSnapshot]) -> Rate:
    """Over several shows or stretches: weighted by viewers, never the mean of means. Takes the last of each."""
    watched, viewers, last, at = 0.0, 0, False, 0
    for snapshot in snapshots:
        one = stay(snapshot)
        if one.value is None or not snapshot.viewers:
            continue
        watched, viewers, last, at = (
            watched + one.value * snapshot.viewers,
            viewers + snapshot.viewers,
            True,
            snapshot.at,
        )
    return rate(watched, viewers, LiveSource.INGEST, at) if last else Rate()


def average_online(snapshots: Iterable[LiveSnapshot], longest_ms: int = SILENT_MS) -> float | None:
    """Weighted by time. A gap longer than ``longest_ms`` is a cut and counts for nothing.

    Where all are, the moments that were told count alike.
    """
    told = sorted((one.at, one.online) for one in snapshots if one.online is not None)
    weighted, weight = 0.0, 0
    for (at, online), (after, _) in pairwise(told):
        if 0 < after - at <= longest_ms:
            weighted, weight = weighted + online * (after - at), weight + after - at
    if weight:
        return weighted / weight
    return fmean(people for _, people in told) if told else None
