"""The ledger of certificates with what hangs on each: the goods that must not be sold once it has lapsed."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Final

import msgspec
from sqlalchemy import Connection

from console import reference
from console.rules.certificates import Certificate, CertState, Standing, Window, coverage, standing, window_from
from console.store.certificates import certificates
from console.store.pages import driver

GOODS: Final = """
SELECT i.item_id, i.title, c.path FROM items AS i
LEFT JOIN categories AS c ON c.shop_id = i.shop_id AND c.category_id = i.category_id
WHERE i.shop_id = ? AND NOT i.gone AND i.on_shelf IS NOT 0 ORDER BY i.item_id
"""
SHOP_OF: Final = "SELECT certificate_id, shop_id FROM certificates"


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A certificate as it stands today. ``stops``: how many goods on the shelf would stand without one of its kind;
    None: the categories of goods were not read, so nobody knows."""

    certificate: Certificate
    standing: Standing
    shop_id: str = ""
    stops: int | None = None
    titles: tuple[str, ...] = ()  # of the first few


@cache
def windows() -> Mapping[str, Window]:
    """When each kind that is known is to be renewed; the first row of a kind counts."""
    found: dict[str, Window] = {}
    for row in reference.table("qualifications"):
        found.setdefault(row["document"], window_from(row))
    return found


@cache
def kinds() -> tuple[str, ...]:
    """The kinds that are known by name."""
    return tuple(windows())


def ledger(conn: Connection, shop_ids: Collection[str], today: date, *, goods_too: bool = True) -> list[Entry]:
    """Those of these shops, all without any; the nearest end first. Goods are looked through only where asked for."""
    owners = dict(driver(conn).execute(SHOP_OF).fetchall())
    held = [
        (one, standing(one, windows().get(one.kind), reference.workdays(), today))
        for one in certificates(conn)
        if not shop_ids or owners[one.certificate_id] in shop_ids
    ]
    if not goods_too:
        return [Entry(certificate=one, standing=how, shop_id=owners[one.certificate_id]) for one, how in held]
    goods = {shop_id: driver(conn).execute(GOODS, (shop_id,)).fetchall() for shop_id in set(owners.values())}
    return [_entry(one, how, owners[one.certificate_id], held, owners, goods) for one, how in held]


def _entry(
    one: Certificate,
    how: Standing,
    shop_id: str,
    held: Sequence[tuple[Certificate, Standing]],
    owners: Mapping[str, str],
    goods: Mapping[str, Sequence[tuple[str, str, str | None]]],
) -> Entry:
    mine = [(other, state) for other, state in held if owners[other.certificate_id] == shop_id]
    others = [(other, state) for other, state in mine if other.certificate_id != one.certificate_id]
    rows = goods.get(shop_id, ())
    if one.categories and not one.products and rows and all(path is None for _, _, path in rows):
        return Entry(certificate=one, standing=how, shop_id=shop_id)
    alone = [(one, msgspec.structs.replace(how, state=CertState.VALID))]
    lost = [
        title
        for item_id, title, path in rows
        if coverage(one.kind, path or "", item_id, alone) == "valid"
        and coverage(one.kind, path or "", item_id, others) != "valid"
    ]
    return Entry(certificate=one, standing=how, shop_id=shop_id, stops=len(lost), titles=tuple(lost[:5]))
