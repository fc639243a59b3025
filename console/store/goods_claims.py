"""What may be the same goods as a line of the table: everything that claims it, and what of many may be accepted."""

from collections import Counter
from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection

from console.core.errors import Refused
from console.core.model import Platform
from console.rules.likeness import Title
from console.rules.links import Reason
from console.store.contested import sharing
from console.store.goods_links import pair_of_row
from console.store.goods_questions import asked_of, by_rows, find_counterparts
from console.store.views import Pair
from console.store.views_goods import Acceptable, Claims, Counterpart, Match

CLAIMANTS_SHOWN = 20
FOUND_SHOWN = 50
LEAD = "SELECT coalesce(under_id, id) FROM items WHERE id = ?"


def claims(conn: Connection, row_id: int, *, contested: bool) -> Claims | None:
    """What stands for this line of goods; None where it is gone or its shop has no partner."""
    try:
        pair, platform, item_id = pair_of_row(conn, row_id)
    except Refused:
        return None
    asked = asked_of(conn, [row_id]).get(row_id)
    found = list(asked.counterparts) if asked is not None else []
    count = len(found)
    if contested:
        known = {one.row_id for one in found}
        others = [one for one in sharing(conn, row_id) if one not in known]
        count += len(others)
        own = Title(_title(conn, row_id))
        rows = by_rows(conn, others[: CLAIMANTS_SHOWN - len(found)])
        found += [_compared(one, own, Reason.SHARED_CODE) for one in rows.values()]
    found.sort(key=lambda one: one.taken)
    return Claims(pair=pair, platform=platform, item_id=item_id, counterparts=tuple(found), count=count)


def search(conn: Connection, row_id: int, text: str) -> list[Counterpart]:
    """Goods of the other shop whose title, code or number holds a text, each with how alike the titles are."""
    pair, platform, _ = pair_of_row(conn, row_id)
    shop_id = pair.youzan_shop_id if platform is Platform.KUAISHOU else pair.kuaishou_shop_id
    own = Title(_title(conn, row_id))
    return [_compared(one, own, "") for one in find_counterparts(conn, shop_id, text, FOUND_SHOWN)]


def lead(conn: Connection, row_id: int) -> int | None:
    """The line of the table in which goods are shown."""
    found = conn.exec_driver_sql(LEAD, (row_id,)).scalar()
    return None if found is None else int(found)


def acceptable(conn: Connection, row_ids: Sequence[int]) -> Acceptable:
    """What these lines suggest and may be accepted as it is. Goods that two of them suggest are left to a person."""
    asked = asked_of(conn, row_ids)
    own = by_rows(conn, row_ids)
    pairs: dict[str, Pair] = {}
    best = {one: asked[one].best for one in row_ids if one in asked and one in own}
    wanted = Counter(found.row_id for found in best.values() if found is not None)
    matches = []
    for row_id, found in best.items():
        if found is None or wanted[found.row_id] > 1:
            continue
        shop_id = _shop(conn, row_id)
        if shop_id not in pairs:
            pairs[shop_id] = pair_of_row(conn, row_id)[0]
        here, there = (own[row_id], found) if own[row_id].platform is Platform.KUAISHOU else (found, own[row_id])
        matches.append(
            Match(id=row_id, pair=pairs[shop_id], kuaishou=here, youzan=there, reason=found.reason, score=found.score)
        )
    twice = sum(number for number in wanted.values() if number > 1)
    return Acceptable(matches=tuple(matches), twice=twice, without=len(row_ids) - len(matches) - twice)


def _compared(one: Counterpart, own: Title, reason: str) -> Counterpart:
    score = round(own.likeness(Title(one.title)), 4)
    return msgspec.structs.replace(one, score=score, reason=reason)


def _title(conn: Connection, row_id: int) -> str:
    return str(conn.exec_driver_sql("SELECT title FROM items WHERE id = ?", (row_id,)).scalar() or "")


def _shop(conn: Connection, row_id: int) -> str:
    return str(conn.exec_driver_sql("SELECT shop_id FROM items WHERE id = ?", (row_id,)).scalar_one())
