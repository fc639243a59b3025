"""Certificates that goods on the shelf are likely to need and that nobody entered, by ``resources/qualifications.csv``.

The table covers kinds of goods, so a need is never certain: whoever knows better says that one is not needed, and why.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Final

from sqlalchemy import Connection

from console import reference
from console.core.errors import Refused
from console.core.model import Platform
from console.rules.certificates import Certificate, CertState, Standing, coverage
from console.rules.listing_documents import Need
from console.store import settings
from console.store.ledger import Entry
from console.store.pages import as_json_list, driver
from console.store.shops import shops

KEY: Final = "compliance.not_needed.{}"
WHOLE_SHOP: Final = "全部"  # how the table names what every shop must have
SHOWN: Final = 5
_PATHS: Final = """
SELECT c.path, COUNT(*) FROM items AS i
JOIN categories AS c ON c.shop_id = i.shop_id AND c.category_id = i.category_id
WHERE i.shop_id = ? AND NOT i.gone AND i.on_shelf IS NOT 0 GROUP BY c.path ORDER BY c.path
"""
_UNJUDGED: Final = """
SELECT COUNT(*) FROM items AS i
LEFT JOIN categories AS c ON c.shop_id = i.shop_id AND c.category_id = i.category_id
WHERE i.shop_id IN (SELECT value FROM json_each(?)) AND NOT i.gone AND i.on_shelf IS NOT 0 AND c.path IS NULL
"""
_GOODS: Final = """
SELECT i.item_id, i.title, c.path FROM items AS i
JOIN categories AS c ON c.shop_id = i.shop_id AND c.category_id = i.category_id
WHERE i.shop_id = ? AND NOT i.gone AND i.on_shelf IS NOT 0
  AND c.path IN (SELECT value FROM json_each(?)) ORDER BY i.item_id
"""


@cache
def _for_every_shop() -> tuple[str, ...]:
    """What is issued to every shop, whatever it sells."""
    rows = reference.table("qualifications")
    return tuple(row["document"] for row in rows if row["category"] == WHOLE_SHOP and row["issuer"])


def gaps(conn: Connection, shop_ids: Collection[str], entries: Sequence[Entry]) -> list[Entry]:
    """One entry a kind and shop, the most goods first; of Kuaishou's shops, whose categories the table has."""
    found: list[Entry] = []
    for shop in shops(conn):
        if shop.platform is Platform.KUAISHOU and (not shop_ids or shop.shop_id in shop_ids):
            held = [(one.certificate, one.standing) for one in entries if one.shop_id == shop.shop_id]
            found += _of_shop(conn, shop.shop_id, held)
    return sorted(found, key=lambda one: (-(one.stops or 0), one.certificate.kind))


def goods_unjudged(conn: Connection, shop_ids: Collection[str]) -> int:
    """How many goods on Kuaishou's shelves have no category that was read: what they need, nobody knows."""
    mine = [one.shop_id for one in shops(conn) if one.platform is Platform.KUAISHOU]
    asked = as_json_list(one for one in mine if not shop_ids or one in shop_ids)
    return int(driver(conn).execute(_UNJUDGED, (asked,)).fetchone()[0])


def not_needed(conn: Connection, shop_id: str) -> Mapping[str, str]:
    """Kinds that somebody said are not needed, with the reason."""
    told: dict[str, str] = settings.get(conn, KEY.format(shop_id), {})
    return told


def set_not_needed(conn: Connection, shop_id: str, kind: str, reason: str, now: int) -> None:
    """Say that a kind is not needed in this shop. Raises Refused without a reason."""
    if not reason.strip():
        raise Refused("certificate.reason")
    told = {**not_needed(conn, shop_id), kind: reason.strip()}
    settings.put(conn, KEY.format(shop_id), told, now)


def _of_shop(conn: Connection, shop_id: str, held: Sequence[tuple[Certificate, Standing]]) -> list[Entry]:
    known = {certificate.kind for certificate, _ in held}
    left_out = not_needed(conn, shop_id)
    found = [_entry(shop_id, kind, (), None) for kind in _for_every_shop() if kind not in known | set(left_out)]
    numbers = dict(driver(conn).execute(_PATHS, (shop_id,)).fetchall())
    for kind, needs in _by_kind().items():
        paths = [path for path in numbers if any(need.concerns(path) for need in needs)]
        if not paths or kind in left_out:
            continue
        mine = [(certificate, how) for certificate, how in held if certificate.kind == kind]
        gap = _gap(conn, shop_id, kind, {path: numbers[path] for path in paths}, mine)
        if gap is not None:
            found.append(gap)
    return found


@cache
def _by_kind() -> dict[str, tuple[Need, ...]]:
    found: dict[str, tuple[Need, ...]] = {}
    for need in reference.document_needs():
        if need.paths:
            found[need.document] = (*found.get(need.document, ()), need)
    return found


def _gap(
    conn: Connection, shop_id: str, kind: str, numbers: Mapping[str, int], mine: Sequence[tuple[Certificate, Standing]]
) -> Entry | None:
    """Goods that have no certificate of a kind at all; of a lapsed one its own row speaks."""
    paths = as_json_list(numbers)
    if not mine:
        rows = driver(conn).execute(f"{_GOODS} LIMIT {SHOWN}", (shop_id, paths))
        return _entry(shop_id, kind, tuple(numbers), sum(numbers.values()), tuple(row[1] for row in rows))
    rows = driver(conn).execute(_GOODS, (shop_id, paths))
    goods = [(title, path) for item_id, title, path in rows if coverage(kind, path, item_id, mine) == "none"]
    if not goods:
        return None
    titles = tuple(title for title, _ in goods[:SHOWN])
    return _entry(shop_id, kind, tuple(sorted({path for _, path in goods})), len(goods), titles)


def _entry(
    shop_id: str, kind: str, categories: tuple[str, ...], stops: int | None, titles: tuple[str, ...] = ()
) -> Entry:
    return Entry(
        certificate=Certificate(certificate_id="", kind=kind, categories=categories),
        standing=Standing(state=CertState.MISSING),
        shop_id=shop_id,
        stops=stops,
        titles=titles,
    )
