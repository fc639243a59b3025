"""All that the traffic tab shows, of one stretch of days, worked out where it is read. Off the loop."""

from collections.abc import Mapping, Sequence

import msgspec
from sqlalchemy import Connection

from console import reference
from console.core.clock import DAY, day_start
from console.rules.traffic import Line, Side, SourceRow, WorkRow, may_be_one, share_of, weighted
from console.rules.traffic_funnel import Funnel, funnel
from console.rules.traffic_labels import Consistency, consistency
from console.rules.traffic_live import ShowEnd, sources_of
from console.rules.traffic_split import Split, split
from console.rules.traffic_works import (
    Completion,
    KindFigures,
    Reference,
    by_kind,
    completions,
    kinds_of,
    lengths,
    references,
)
from console.store import traffic, traffic_live
from console.store.traffic import Came, LabelSide
from console.store.traffic_lines import lines as lines_of

MEASURES = ("viewers", "views")
SIDES: tuple[Side, Side] = ("content", "fans")
LIVE = "live"  # the kind of content that shows are


class SourcesBoard(msgspec.Struct, frozen=True, kw_only=True):
    """The split in people and in counts. ``unused``: shows whose page told a split of a day that was imported."""

    people: Split
    counts: Split
    came: Came
    shows: int  # by the live room
    unused: int


class LabelsBoard(msgspec.Struct, frozen=True, kw_only=True):
    """Both sides as they were told last of one shop, and the index of the time before that."""

    shop_id: str  # empty: nobody said of which
    content: LabelSide
    fans: LabelSide
    now: Consistency | None
    before: float | None
    before_at: int | None
    gap: float
    close: float


class TrafficBoard(msgspec.Struct, frozen=True, kw_only=True):
    """What there is to know as of ``at``."""

    at: int
    days: int
    sources: SourcesBoard
    kinds: Sequence[KindFigures]
    references: Mapping[str, Reference]
    completions: Sequence[Completion]
    works: Sequence[WorkRow]
    works_came: Came
    works_days: int
    recent_days: int
    left_out: Mapping[str, int]
    known_kinds: Sequence[str]
    labels: LabelsBoard
    people: Funnel
    counts: Funnel
    shows: Sequence[ShowEnd]
    ads: int  # accounts
    ads_read_at: int | None
    lines: Mapping[str, Line]


def board(conn: Connection, now: int, days: int, shop_id: str = "") -> TrafficBoard:
    """The last so many shop days with today; ``shop_id``: the Kuaishou shop whose shows and ads count, empty: all.

    Of imported rows those count that are not known to be another shop's.
    """
    today = day_start(now)
    begin_at, end_at = today - (days - 1) * DAY, today + DAY
    lines = lines_of(conn)
    day_before = traffic_live.ends(conn, begin_at - DAY, begin_at, shop_id)
    shows = traffic_live.ends(conn, begin_at, end_at, shop_id)
    ad_days = traffic_live.ad_days(conn, begin_at, end_at, shop_id)
    accounts, ads_read_at = traffic_live.ads_read(conn, shop_id)
    works_days, recent_days = int(lines["works_days"].value), int(lines["recent_days"].value)
    works, works_came = traffic.works(conn, today - (works_days - 1) * DAY, end_at, shop_id)
    kinds = by_kind(works, lines)
    on_air = _live(shows, lines)
    return TrafficBoard(
        at=now,
        days=days,
        sources=_sources(conn, [*shows, *day_before], ad_days, begin_at, days, shop_id),
        kinds=kinds if on_air is None else [on_air, *kinds],
        references=references(lines),
        completions=completions(works, today - (recent_days - 1) * DAY, lines),
        works=works[: traffic.MOST_LISTED],
        works_came=works_came,
        works_days=works_days,
        recent_days=recent_days,
        left_out=lengths(works),
        known_kinds=kinds_of(works),
        labels=_labels(conn, today, lines, shop_id),
        people=funnel("people", [show.steps for show in shows]),
        counts=funnel("counts", [day for _, day in sorted(ad_days.items())]),
        shows=shows,
        ads=accounts,
        ads_read_at=ads_read_at,
        lines=lines,
    )


def _sources(
    conn: Connection, shows: Sequence[ShowEnd], ad_days: traffic_live.AdDays, begin_at: int, days: int, shop_id: str
) -> SourcesBoard:
    """What was imported of a shop's day wins over what the pages of its shows told.

    A day that is not over is told of tomorrow: as long as nothing tells of it, the stretch ends the day before.
    """
    rows, came = traffic.sources(conn, begin_at - DAY, begin_at + days * DAY, shop_id)
    imported = {
        measure: {(row.day_at, row.shop_id) for row in rows if getattr(row, measure) is not None}
        for measure in MEASURES
    }
    words, by_page, unused, told_at = reference.traffic_words(), list[SourceRow](), 0, list[int]()
    for show in shows:
        told = sources_of(show, words)
        known = {measure: None for measure in MEASURES if _has(imported[measure], show)}
        used = [msgspec.structs.replace(row, **known) for row in told]
        used = [row for row in used if any(getattr(row, measure) is not None for measure in MEASURES)]
        unused += bool(told) and not used
        if used:
            by_page += used
            told_at.append(show.last_at)
    if by_page:
        kept_at = max([*told_at, *([came.kept_at] if came.kept_at is not None else [])])
        origins, counted = came.origins | {"ingest"}, came.rows + len(by_page)
        came = msgspec.structs.replace(came, origins=origins, kept_at=kept_at, rows=counted)
    apart = {day_at: views for day_at, day in ad_days.items() if (views := day["live_views"]) is not None}
    everything = [*rows, *by_page]
    today = begin_at + (days - 1) * DAY
    if all(row.day_at != today for row in everything):
        begin_at -= DAY
    return SourcesBoard(
        people=split(everything, "viewers", begin_at, days),
        counts=split(everything, "views", begin_at, days, apart),
        came=came,
        shows=len({show.session_id for show in shows}),
        unused=unused,
    )


def _has(imported: set[tuple[int, str]], show: ShowEnd) -> bool:
    """Whether its day was imported, of its shop as far as that is known."""
    return any(day_at == show.day_at and may_be_one(shop_id, show.shop_id) for day_at, shop_id in imported)


def _live(shows: Sequence[ShowEnd], lines: Mapping[str, Line]) -> KindFigures | None:
    """Shows as a kind of content of their own: people, by their pages."""
    told = [show.steps.get("viewers") for show in shows]
    viewers = sum(one for one in told if one is not None)
    if not any(one is not None for one in told):
        return None
    clicks = [(show.steps.get("item_clickers"), show.steps.get("viewers")) for show in shows]
    buys = [(show.steps.get("buyers"), show.steps.get("item_clickers")) for show in shows]
    return KindFigures(
        kind=LIVE,
        works=len(shows),
        plays=viewers,
        stay_s=weighted((show.avg_stay_s, show.steps.get("viewers")) for show in shows),
        click_rate=_of(clicks),
        conversion=_of(buys),
        few=viewers < lines["least"].value,
    )


def _of(pairs: Sequence[tuple[int | None, int | None]]) -> float | None:
    """Of those alone that tell both; None where the part is more than the whole: they are counted otherwise, then."""
    whole = [(part, all_of) for part, all_of in pairs if part is not None and all_of]
    above, below = sum(part for part, _ in whole), sum(all_of for _, all_of in whole)
    return above / below if below and above <= below else None


def _labels(conn: Connection, today: int, lines: Mapping[str, Line], shop_id: str) -> LabelsBoard:
    whose = traffic.labelled(conn, today, shop_id)
    content, fans = (traffic.labels(conn, side, today, whose) for side in SIDES)
    gap = share_of(lines, "label_gap")
    last_at = max((side.day_at for side in (content, fans) if side.day_at is not None), default=None)
    before = None if last_at is None else _before(conn, last_at - DAY, gap, whose)
    return LabelsBoard(
        shop_id=whose,
        content=content,
        fans=fans,
        now=consistency(content.shares, fans.shares, gap),
        before=None if before is None else before[1].index,
        before_at=None if before is None else before[0],
        gap=gap,
        close=share_of(lines, "label_close"),
    )


def _before(conn: Connection, until_at: int, gap: float, whose: str) -> tuple[int, Consistency] | None:
    content, fans = (traffic.labels(conn, side, until_at, whose) for side in SIDES)
    found = consistency(content.shares, fans.shares, gap)
    if found is None or content.day_at is None or fans.day_at is None:
        return None
    return max(content.day_at, fans.day_at), found
