"""What the file knows of traffic without any import: how shows ended by their pages, and the hours of ads accounts."""

from collections import defaultdict
from typing import Any, Final

from sqlalchemy import Connection

from console.core.clock import day_start
from console.core.live import LiveSource
from console.rules.live_counters import Before
from console.rules.traffic import may_be_one
from console.rules.traffic_funnel import COUNTS, PEOPLE
from console.rules.traffic_live import ShowEnd
from console.store.live_counters import restarts
from console.store.live_shop import whose
from console.store.pages import driver

SHOWS: Final = """
SELECT session_id, title, started_at, last_at FROM live_sessions
WHERE started_at >= ? AND started_at < ? ORDER BY started_at DESC
"""
ENDS: Final = f"""
SELECT source, {", ".join(f"MAX({name})" for name in (*PEOPLE, "watch_s"))} FROM live_snapshots
WHERE session_id = ? AND source IN ('ingest', 'file', 'manual') AND (source <> 'ingest' OR at >= ?) GROUP BY source
ORDER BY CASE source WHEN 'ingest' THEN 0 WHEN 'file' THEN 1 ELSE 2 END
"""  # noqa: S608 - our own names
LAST: Final = """
SELECT {name} FROM live_snapshots WHERE session_id = ? AND {name} IS NOT NULL AND {name} <> '' ORDER BY at DESC LIMIT 1
"""
HOURS: Final = f"""
SELECT begin_at, {", ".join(COUNTS)} FROM ad_hours AS hour JOIN ad_accounts AS account USING (advertiser_id)
WHERE begin_at >= ? AND begin_at < ? AND (? = '' OR account.shop_id = ?) ORDER BY begin_at
"""  # noqa: S608 - our own names
READ: Final = "SELECT COUNT(*), MIN(read_at) FROM ad_accounts WHERE ? = '' OR shop_id = ?"

AdDays = dict[int, dict[str, int | None]]


def ends(conn: Connection, begin_at: int, end_at: int, shop_id: str = "") -> list[ShowEnd]:
    """The shows that began in a half-open stretch, the latest first; with a shop none that is known to be another's.

    Counters only grow, so that the largest is the last; where those of the page began again after a cut, what they had
    counted before is added. Of several who tell, the page's helper is believed first.
    """
    db, found = driver(conn), []
    for session_id, title, started_at, last_at in db.execute(SHOWS, (begin_at, end_at)).fetchall():
        its_shop = whose(conn, session_id).shop_id
        if shop_id and not may_be_one(its_shop, shop_id):
            continue
        begun = next(iter(restarts(conn, session_id)[-1:]), Before(at=0, counted={}))
        told = [_counted(row, begun) for row in db.execute(ENDS, (session_id, begun.at)).fetchall()]
        steps = {
            name: next((row[place] for row in told if row[place] is not None), None)
            for place, name in enumerate((*PEOPLE, "watch_s"))
        }
        watched_s, viewers = steps.pop("watch_s"), steps["viewers"]
        stay, split = (
            db.execute(LAST.format(name=name), (session_id,)).fetchone() for name in ("avg_stay_s", "sources")
        )
        mean_s = stay[0] if stay else watched_s / viewers if watched_s is not None and viewers else None
        if stay and begun.stayed_s is not None and viewers:  # of the last part: of it and of those before it
            others = begun.counted.get("viewers", 0)
            mean_s = (stay[0] * (viewers - others) + begun.stayed_s) / viewers
        found.append(
            ShowEnd(
                session_id=session_id,
                title=title,
                day_at=day_start(started_at),
                last_at=last_at,
                steps=steps,
                avg_stay_s=mean_s,
                sources=split[0] if split else "",
                shop_id=its_shop,
            )
        )
    return found


def _counted(row: tuple[Any, ...], begun: Before) -> list[int | None]:
    """What a source counted, with what its page had counted before it began again."""
    source, *values = row
    was = begun.counted if source == LiveSource.INGEST.value else {}
    names = (*PEOPLE, "watch_s")
    return [None if one is None else one + was.get(name, 0) for name, one in zip(names, values, strict=True)]


def ad_days(conn: Connection, begin_at: int, end_at: int, shop_id: str = "") -> AdDays:
    """What the ads accounts told of each shop day.

    An hour in which nothing of it ran tells nothing: it is left out, so that only a day without any is unknown.
    """
    found: AdDays = defaultdict(lambda: dict.fromkeys(COUNTS))
    for begin, *values in driver(conn).execute(HOURS, (begin_at, end_at, shop_id, shop_id)):
        day = found[day_start(begin)]
        for name, value in zip(COUNTS, values, strict=True):
            if value is not None:
                day[name] = (day[name] or 0) + value
    return dict(found)


def ads_read(conn: Connection, shop_id: str = "") -> tuple[int, int | None]:
    """How many ads accounts there are, and when the one that was read longest ago was."""
    number, read_at = driver(conn).execute(READ, (shop_id, shop_id)).fetchone()
    return number, read_at
