"""Tables about customers that were imported or typed: kept row by row, each under its key; told again it replaces.

Rows that name people belong to a shop: the one that was chosen, or the only one there is. They are erased with it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec
from sqlalchemy import Connection

from console.core.errors import Refused
from console.core.model import Platform
from console.rules.coupons import Share
from console.rules.stored_value import Account, Move
from console.rules.touching import Origin, Told
from console.rules.touching_import import key_of
from console.rules.touching_rows import Consent, Member
from console.store import audit, customers_said, shops
from console.store.pages import driver
from console.store.views import Pair

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
APART: Final = frozenset({"origin", "kept_at"})  # of a figure: said by the file, not by the row


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


def shop_of(conn: Connection, pair: Pair | None) -> str:
    """Whose buyers an export of the back office names: Youzan's, of the pair; without one, of the only shop.

    Raises Refused where that may be several shops, or none.
    """
    if pair is not None:
        return pair.youzan_shop_id
    bound = shops.shops(conn)
    found = [one.shop_id for one in bound if one.platform is Platform.YOUZAN] or [one.shop_id for one in bound]
    if len(found) != 1:
        raise Refused("touch.which_shop")
    return found[0]


def put(conn: Connection, rows: Iterable[Kept_], origin: Origin, pair: Pair | None, now: int) -> Kept:
    """Keep rows; what is known as it is stays as it was. An older day of an account does not replace a newer one.

    Raises Refused where rows name people and nobody can say of which shop.
    """
    rows = list(rows)
    shop_id = shop_of(conn, pair) if any(not isinstance(row, Told) for row in rows) else ""
    accepted = duplicate = 0
    names: set[str] = set()
    for row in rows:
        if _is_known(conn, row, shop_id):
            duplicate += 1
            continue
        _write(conn, row, shop_id, origin, now)
        names.add(NAMES[type(row)])
        accepted += 1
    if accepted:
        audit.note(conn, now, "touches.import", " ".join(sorted(names)), {"rows": accepted, "from": origin})
    return Kept(accepted=accepted, duplicate=duplicate)


def _is_known(conn: Connection, row: Kept_, shop_id: str) -> bool:
    kind = type(row)
    fields = _fields(kind)
    key = dict(zip(KEYS[kind], key_of(row), strict=True)) | _of_shop(kind, shop_id)
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
    whose = _of_shop(kind, shop_id)
    values = whose | {name: getattr(row, name) for name in _fields(kind)} | {"origin": origin, "kept_at": now}
    keys = (*whose, *KEYS[kind])
    changed = [name for name in values if name not in keys]
    asked = f"""INSERT INTO {NAMES[kind]} ({", ".join(values)}) VALUES ({", ".join("?" * len(values))})
                ON CONFLICT ({", ".join(keys)}) DO UPDATE SET
                {", ".join(f"{name} = excluded.{name}" for name in changed)}"""  # noqa: S608 - our own names
    driver(conn).execute(asked, tuple(values.values()))


def _of_shop(kind: type[Kept_], shop_id: str) -> dict[str, object]:
    """Figures of a channel name nobody: they are of no shop."""
    return {} if kind is Told else {"shop_id": shop_id}


def _fields(kind: type[Kept_]) -> Sequence[str]:
    return [name for name in kind.__struct_fields__ if name not in APART]


def drop_figure(conn: Connection, day_at: int, channel: str, name: str, now: int) -> None:
    """As if a channel's day had never been told."""
    asked = "DELETE FROM touch_figures WHERE day_at = ? AND channel = ? AND name = ?"
    if driver(conn).execute(asked, (day_at, channel, name)).rowcount:
        audit.note(conn, now, "touches.drop_figure", f"{channel} {name}".strip(), {"day_at": day_at})
