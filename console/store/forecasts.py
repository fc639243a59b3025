"""What forecasts are made of, day by day, and the forecasts that were made: kept, so that their error shows later."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec
from sqlalchemy import Connection, case, func, insert, select

from console import reference
from console.core.clock import DAY, day_start
from console.core.errors import Refused
from console.rules.forecast import Day
from console.rules.forecast_lacking import LATELY
from console.rules.forecast_made import Forecast, History, Lines, forecast_lines_from
from console.rules.insights import promo_on
from console.store import settings, takings
from console.store.ads import ACCOUNT, HOUR
from console.store.cursors import orders_read_until
from console.store.insights import ads_hours
from console.store.pages import driver
from console.store.shops import pairs
from console.store.tables_forecasts import ForecastDays, Forecasts, table_of
from console.store.views import Pair

MADE, TOLD = table_of(Forecasts), table_of(ForecastDays)
PREFIX: Final = "forecast."
ACCURACY: Final = "forecast_accuracy_bp"
MOST_BP: Final = 10_000
KEEP_SPEND: Final = """
INSERT INTO ad_spend_days (shop_id, day_at, cost_fen, origin, kept_at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (shop_id, day_at) DO UPDATE
SET cost_fen = excluded.cost_fen, origin = excluded.origin, kept_at = excluded.kept_at
"""
SPENT: Final = """
SELECT shop_id, day_at, cost_fen FROM ad_spend_days
WHERE day_at >= ?1 AND day_at < ?2 AND (?3 IS NULL OR shop_id = ?3)
"""
TOLD_THEN: Final = """
SELECT d.day_at, d.paid_fen, max(f.made_at) FROM forecast_days AS d JOIN forecasts AS f ON f.id = d.forecast_id
WHERE f.shop_id = ?1 AND f.made_at < d.day_at AND d.day_at >= ?2 AND d.day_at < ?3 GROUP BY d.day_at ORDER BY d.day_at
"""  # SQLite takes the bare column from the row that holds the maximum


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """What the merchant would like of a forecast, in force since a day; ``own``: the merchant said so."""

    accuracy_bp: int
    since: str
    own: bool


def scope(pair: Pair | None) -> str:
    """Under what the forecasts of a pair are kept; empty: of all shops."""
    return "" if pair is None else pair.kuaishou_shop_id


def target(conn: Connection) -> Target:
    """The wished accuracy, as the merchant set it or as it comes."""
    own = settings.get(conn, PREFIX + "accuracy")
    if own is not None:
        return Target(accuracy_bp=int(own["bp"]), since=str(own["since"]), own=True)
    row = next(one for one in reference.table("forecast_figures") if one["name"] == ACCURACY)
    return Target(accuracy_bp=int(row["value"]), since=row["as_of"], own=False)


def put_target(conn: Connection, accuracy_bp: int, since: str, now: int) -> bool:
    """Wish for another accuracy from a day on. Raises Refused for one that makes no sense."""
    if not 0 < accuracy_bp < MOST_BP:
        raise Refused("push.bad_figure", detail=str(accuracy_bp))
    return settings.put(conn, PREFIX + "accuracy", {"bp": accuracy_bp, "since": since}, now)


def lines(conn: Connection) -> Lines:
    """By what forecasts are judged: dated defaults, and what the merchant set of them."""
    known = {row["name"]: int(row["value"]) for row in reference.table("forecast_figures")}
    return forecast_lines_from(known | {ACCURACY: target(conn).accuracy_bp})


def history(conn: Connection, now: int, pair: Pair | None, most_days: int) -> History:
    """The whole days from the first order on, as far as orders were read, without today.

    A day without any order is one: nothing was sold. One that is yet to be read is none: nobody knows what was sold.
    """
    first, today = takings.first_paid_at(conn, pair), day_start(now)
    if first is None:
        return History()
    begin, end = max(day_start(first) + DAY, today - most_days * DAY), min(today, told_until(conn, pair, now))
    if begin >= end:
        return History(sale_days=0)
    steps = takings.takings(conn, begin, end, DAY, pair)
    spent = spend(conn, begin, end, pair)
    days = tuple(
        Day(at=step.at, paid_fen=step.paid_fen, spend_fen=spent.get(step.at), promo=promo_key(step.at))
        for step in steps
    )
    late = steps[-LATELY:]
    return History(
        days=days,
        sale_days=sum(step.orders > 0 for step in steps),
        orders=sum(step.orders for step in steps),
        spend_days=len(spent),
        late_sale_days=sum(step.orders > 0 for step in late),
        late_orders=sum(step.orders for step in late),
        late_spend_days=sum(step.at in spent for step in late),
    )


def told_until(conn: Connection, pair: Pair | None, now: int) -> int:
    """Now; where orders were not read for days, the end of the last day that was read to its end."""
    read, today = orders_read_until(conn, None if pair is None else pair.shop_ids), day_start(now)
    return now if read is None or read >= today else day_start(read)


def promo_key(at: int) -> str:
    """The promotion of a day; empty: none."""
    promo = promo_on(at, reference.promos())
    return "" if promo is None else promo.key


def ahead(now: int, days: int) -> list[Day]:
    """The coming days, from today on: today is not over, so nothing is known of it."""
    today = day_start(now)
    return [Day(at=at, paid_fen=0, promo=promo_key(at)) for at in range(today, today + days * DAY, DAY)]


def spend(conn: Connection, begin_at: int, end_at: int, pair: Pair | None) -> dict[int, int]:
    """What ads cost by day: of each shop as the ads platform tells it, else as a file does. Others are missing."""
    number = (HOUR.c.begin_at - begin_at) // DAY
    whole = case((func.count(HOUR.c.cost_fen) == func.count(), func.sum(HOUR.c.cost_fen)))
    asked = select(ACCOUNT.c.shop_id, number, whole).join(ACCOUNT, ACCOUNT.c.advertiser_id == HOUR.c.advertiser_id)
    asked = asked.where(*ads_hours(begin_at, end_at, pair)).group_by(ACCOUNT.c.shop_id, number)
    told = {(shop, begin_at + int(at) * DAY): int(fen) for shop, at, fen in conn.execute(asked) if fen is not None}
    by_hand = driver(conn).execute(SPENT, (begin_at, end_at, None if pair is None else pair.kuaishou_shop_id))
    found: dict[int, int] = {}
    for (_, at), fen in ({(shop, int(at)): int(fen) for shop, at, fen in by_hand} | told).items():
        found[at] = found.get(at, 0) + fen
    return found


def put_spend(conn: Connection, shop_id: str, days: Mapping[int, int], origin: str, now: int) -> int:
    """Keep what ads cost on days that a file or a person tells; returns how many."""
    rows = [(shop_id, day_start(at), fen, origin, now) for at, fen in days.items()]
    driver(conn).executemany(KEEP_SPEND, rows)
    return len(rows)


# -- kept --------------------------------------------------------------------------------------------------------------


def keep(conn: Connection, of: str, forecast: Forecast, now: int) -> int:
    """Keep a forecast as it was made."""
    past = forecast.past
    made = conn.execute(
        insert(MADE).values(
            shop_id=of,
            made_at=now,
            begin_at=forecast.days[0].at,
            wape=past.wape,
            naive_wape=past.naive_wape,
            coverage=past.coverage,
            driven=forecast.drive is not None,
        )
    )
    row_id = int(made.lastrowid)
    conn.execute(insert(TOLD), list(_rows(row_id, forecast)))
    return row_id


def _rows(row_id: int, forecast: Forecast) -> Iterable[dict[str, int | None]]:
    for day in forecast.days:
        band = day.band
        yield {
            "forecast_id": row_id,
            "day_at": day.at,
            "paid_fen": round(band.median),
            "low80_fen": round(band.low80),
            "high80_fen": round(band.high80),
            "low95_fen": round(band.low95),
            "high95_fen": round(band.high95),
            "spend_fen": None if day.spend_fen is None else round(day.spend_fen),
        }


def last_made_at(conn: Connection, of: str, now: int) -> int | None:
    """When the newest forecast of a scope was made; one of a day to come was made by a clock that was wrong."""
    asked = select(func.max(MADE.c.made_at)).where(MADE.c.shop_id == of, MADE.c.made_at <= now)
    found: int | None = conn.execute(asked).scalar()
    return found


def told_then(conn: Connection, of: str, begin_at: int, end_at: int) -> list[tuple[int, int]]:
    """For each past day what the last forecast said that was made before it began."""
    return [(int(at), int(fen)) for at, fen, _ in driver(conn).execute(TOLD_THEN, (of, begin_at, end_at))]


def missed(told: Sequence[tuple[int, int]], days: Sequence[Day]) -> float | None:
    """By how much kept forecasts were wrong in the end: WAPE over the days that are over. None: there are none yet."""
    came = {day.at: day.paid_fen for day in days}
    both = [(fen, came[at]) for at, fen in told if at in came]
    whole = sum(paid for _, paid in both)
    return sum(abs(fen - paid) for fen, paid in both) / whole if whole > 0 else None


def only_shop(conn: Connection) -> str:
    """The Kuaishou shop whose spend is brought in where no pair is looked at: the only one; empty: there are others."""
    found = [one.kuaishou_shop_id for one in pairs(conn)]
    return found[0] if len(found) == 1 else ""
