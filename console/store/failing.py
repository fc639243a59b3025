"""What goods failed by over time: each line of goods once for a cause and a stretch, by when that was first seen.

Goods that are gone are left out: nobody could be shown them.
"""

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import Connection

from console.core.clock import DAY, day_start
from console.rules.failures import Cause
from console.store.pages import as_json_list, driver
from console.store.reasons import cause_of
from console.store.views_goods import Failing, Stretch

WEEK = 7 * DAY
DAILY_UP_TO = 31  # days; longer times are told week by week
SEEN = """
SELECT told.seen_at, substr(told.shop_id, 1, instr(told.shop_id, ':')) || told.text, coalesce(item.under_id, item.id)
FROM refusals AS told JOIN items AS item ON item.shop_id = told.shop_id AND item.item_id = told.item_id
WHERE told.seen_at >= ? AND told.seen_at < ? AND NOT item.gone
  AND (? IS NULL OR told.shop_id IN (SELECT value FROM json_each(?)))
ORDER BY told.seen_at
"""


def over_time(conn: Connection, shop_ids: Collection[str] | None, days: int, now: int) -> Failing:
    """The last days up to now, today being the last of them; ``shop_ids`` None: all shops."""
    stretches = _stretches(days, now)
    rows: list[dict[Cause, set[int]]] = [{} for _ in stretches]
    whole: dict[Cause, set[int]] = {}
    place = 0
    for seen_at, cause, row_id in _seen(conn, shop_ids, stretches[0][0], stretches[-1][1]):
        while seen_at >= stretches[place][1]:
            place += 1
        for counted in (rows[place], whole):
            counted.setdefault(cause, set()).add(row_id)
    return Failing(
        stretches=tuple(
            Stretch(begin_at=begin_at, end_at=end_at, causes=_numbers(found))
            for (begin_at, end_at), found in zip(stretches, rows, strict=True)
        ),
        causes=_numbers(whole),
    )


def rows_between(
    conn: Connection, shop_ids: Collection[str] | None, begin_at: int, end_at: int, cause: Cause | None
) -> str:
    """The rows that were refused in a stretch, by one cause or by any, as JSON for a parameter."""
    found = {row_id for _, why, row_id in _seen(conn, shop_ids, begin_at, end_at) if cause in (None, why)}
    return as_json_list(sorted(found))


def _seen(
    conn: Connection, shop_ids: Collection[str] | None, begin_at: int, end_at: int
) -> Iterator[tuple[int, Cause, int]]:
    shops = None if shop_ids is None else as_json_list(shop_ids)
    for seen_at, reason, row_id in driver(conn).execute(SEEN, (begin_at, end_at, shops, shops)):
        yield seen_at, cause_of(reason), row_id


def _stretches(days: int, now: int) -> Sequence[tuple[int, int]]:
    """Days, or weeks that end today. Shop time knows no summer: every day has 24 hours."""
    step = DAY if days <= DAILY_UP_TO else WEEK
    end_at = day_start(now) + DAY
    number = -(-days * DAY // step)
    begins = [end_at - (number - one) * step for one in range(number)]
    return [(begin_at, begin_at + step) for begin_at in begins]


def _numbers(found: dict[Cause, set[int]]) -> dict[Cause, int]:
    return {cause: len(rows) for cause, rows in found.items()}
