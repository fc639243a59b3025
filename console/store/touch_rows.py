"""Tables about customers that were imported or typed: kept row by row, each under its key; told again it replaces.

Rows belong to a shop, the one that was chosen or the only one there is, and are erased with it. Figures of a channel
name nobody: they may be of nobody knows which shop, and count for each. Told once more with one, they are that shop's.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec
from sqlalchemy import Connection

from console.core.errors import Refused
from console.rules.coupons import Share
from console.rules.stored_value import Account, Move
from console.rules.touching import Origin, Told
from console.rules.touching_import import key_of
from console.rules.touching_rows import Consent, Member
from console.store import audit, customers_said
from console.store.pages import driver

Kept_ = Told | Share | Account | Move | Member
NAMES: Final[Mapping[type[Kept_], str]] = {
    Told: "touch_figures",
    Share: "coupon_shares",
    Account: "stored_accounts",
    Move: "stored_moves",
    Member: "members",
}
KEYS: Final[Mapping[type[Kept_], tuple[str, ...]]] = {
    Told: ("day_at", "channel", "name"),
    Share: ("campaign", "inviter", "invitee"),
    Account: ("account",),
    Move: ("move",),
    Member: ("account",),
}
APART: Final = frozenset({"origin", "kept_at", "shop_id", "double"})  # of a figure: not said by the row


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the rows of a table: ``duplicate`` were in the file with these very figures."""

    accepted: int = 0
    duplicate: int = 0
    strays: int = 0  # consents of nobody that is known


def put_consents(conn: Connection, rows: Iterable[Consent], now: int) -> Kept:
    """Keep what people agreed to, each on all that the key names; nobody that is known: a stray."""
    db = driver(conn)
    accepted = duplicate = strays = 0
    for row in rows:
        shop_id, _, buyer_id = row.key.rpartition("|")
        asked = "SELECT shop_id, buyer_id FROM customer_identities WHERE buyer_id = ? AND ? IN ('', shop_id)"
        found = db.execute(asked, (buyer_id, shop_id)).fetchall()
        told = "SELECT agreed FROM customer_consents WHERE shop_id = ? AND buyer_id = ? AND channel = ?"
        fresh = [one for one in found if db.execute(told, (*one, row.channel)).fetchone() != (int(row.agreed),)]
        for one in fresh:
            customers_said.consent(conn, one, row.channel, row.agreed, now)
        accepted, duplicate = accepted + bool(fresh), duplicate + bool(found and not fresh)
        strays += not found
    return Kept(accepted=accepted, duplicate=duplicate, strays=strays)


def put(conn: Connection, rows: Iterable[Kept_], origin: Origin, shop_id: str, now: int) -> Kept:
    """Keep rows; what is known as it is stays as it was. An older day of an account does not replace a newer one.

    Raises Refused where rows name people and it is not said of which shop.
    """
    rows = list(rows)
    if not shop_id and any(not isinstance(row, Told) for row in rows):
        raise Refused("touch.which_shop")
    accepted = duplicate = 0
    names: set[str] = set()
    for row in rows:
        if _is_known(conn, row, shop_id):
            duplicate += 1
            continue
        if shop_id and _is_known(conn, row, ""):
            _claim(conn, row, shop_id)
        _write(conn, row, shop_id, origin, now)
        names.add(NAMES[type(row)])
        accepted += 1
    if accepted:
        audit.note(conn, now, "touches.import", " ".join(sorted(names)), {"rows": accepted, "from": origin})
    return Kept(accepted=accepted, duplicate=duplicate)


def _claim(conn: Connection, row: Kept_, shop_id: str) -> None:
    """The very same figures of nobody knows which shop are this shop's from now on."""
    kind = type(row)
    where = " AND ".join(f"{name} = ?" for name in ("shop_id", *KEYS[kind]))
    asked = f"UPDATE OR REPLACE {NAMES[kind]} SET shop_id = ? WHERE {where}"  # noqa: S608 - our own names
    driver(conn).execute(asked, (shop_id, "", *key_of(row)))


def _is_known(conn: Connection, row: Kept_, shop_id: str) -> bool:
    kind = type(row)
    fields = _fields(kind)
    key = {"shop_id": shop_id} | dict(zip(KEYS[kind], key_of(row), strict=True))
    where = " AND ".join(f"{name} = ?" for name in key)
    asked = f"SELECT {', '.join(fields)} FROM {NAMES[kind]} WHERE {where}"  # noqa: S608 - our own names
    found = driver(conn).execute(asked, tuple(key.values())).fetchone()
    if found is None:
        return False
    before = dict(zip(fields, found, strict=True))
    if isinstance(row, Account) and before["day_at"] > row.day_at:
        return True
    return before == {name: getattr(row, name) for name in fields}


def _write(conn: Connection, row: Kept_, shop_id: str, origin: Origin, now: int) -> None:
    kind = type(row)
    values = {"shop_id": shop_id, **{name: getattr(row, name) for name in _fields(kind)}}
    values |= {"origin": origin, "kept_at": now}
    keys = ("shop_id", *KEYS[kind])
    changed = [name for name in values if name not in keys]
    asked = f"""INSERT INTO {NAMES[kind]} ({", ".join(values)}) VALUES ({", ".join("?" * len(values))})
                ON CONFLICT ({", ".join(keys)}) DO UPDATE SET
                {", ".join(f"{name} = excluded.{name}" for name in changed)}"""  # noqa: S608 - our own names
    driver(conn).execute(asked, tuple(values.values()))


def _fields(kind: type[Kept_]) -> Sequence[str]:
    return [name for name in kind.__struct_fields__ if name not in APART]


def drop_figure(conn: Connection, told: Told, now: int) -> None:
    """As if a channel's day had never been told."""
    asked = "DELETE FROM touch_figures WHERE shop_id = ? AND day_at = ? AND channel = ? AND name = ?"
    if driver(conn).execute(asked, (told.shop_id, *key_of(told))).rowcount:
        audit.note(conn, now, "touches.drop_figure", f"{told.channel} {told.name}".strip(), {"day_at": told.day_at})
