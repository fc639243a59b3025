"""What a shop did about the duties of the checklists, with proofs; and goods that are not for minors."""

from collections.abc import Collection, Mapping
from datetime import date
from functools import cache
from typing import Final

import msgspec
from sqlalchemy import Connection

from console import reference
from console.core.clock import shop_datetime
from console.core.errors import Refused
from console.core.model import Platform
from console.rules.duties import Barred, Duty, DutyState, Proof, Work, barred_from, barred_kind, duty_from
from console.rules.minors import Minors
from console.store import audit, settings
from console.store.pages import driver

MODE: Final = "compliance.minors"
_WORK: Final = "shop_id, duty_id, owner, due_on, state, note, done_at, done_by"
_CATEGORIES: Final = """
SELECT COALESCE(c.path, NULLIF(i.category_name, ''), '') AS category, COUNT(*) FROM items AS i
LEFT JOIN categories AS c ON c.shop_id = i.shop_id AND c.category_id = i.category_id
WHERE NOT i.gone AND i.on_shelf IS NOT 0 GROUP BY category ORDER BY category
"""
_ITEMS: Final = """
SELECT i.item_id, COALESCE(c.path, NULLIF(i.category_name, ''), '') FROM items AS i
LEFT JOIN categories AS c ON c.shop_id = i.shop_id AND c.category_id = i.category_id
WHERE i.shop_id LIKE ? AND NOT i.gone
"""  # run sheets name Kuaishou's goods


class BarredGoods(msgspec.Struct, frozen=True, kw_only=True):
    """How many goods on the shelf are of each kind; ``unknown``: how many have no category."""

    numbers: Mapping[str, int]
    unknown: int


@cache
def duties() -> tuple[Duty, ...]:
    """All of them, in the order of the table."""
    return tuple(duty_from(row) for row in reference.table("duties"))


@cache
def barred() -> tuple[Barred, ...]:
    """Which goods are not for minors."""
    return tuple(barred_from(row) for row in reference.table("barred_goods"))


def work(conn: Connection, shop_id: str) -> dict[str, Work]:
    """What a shop did, by duty."""
    proofs: dict[str, list[Proof]] = {}
    asked = "SELECT duty_id, sha256, name, bytes, added_at FROM duty_proofs WHERE shop_id = ? ORDER BY added_at, name"
    for duty_id, *rest in driver(conn).execute(asked, (shop_id,)):
        proofs.setdefault(duty_id, []).append(Proof(**dict(zip(Proof.__struct_fields__, rest, strict=True))))
    found = {name: Work(proofs=tuple(files)) for name, files in proofs.items()}
    for row in driver(conn).execute(f"SELECT {_WORK} FROM duties WHERE shop_id = ?", (shop_id,)):  # noqa: S608
        found[row[1]] = _work(row, tuple(proofs.get(row[1], ())))
    return found


def shops_with_work(conn: Connection) -> list[str]:
    """The shops about whose duties anything is kept."""
    return [row[0] for row in driver(conn).execute("SELECT DISTINCT shop_id FROM duties ORDER BY shop_id")]


def put_work(conn: Connection, shop_id: str, duty_id: str, wanted: Work, now: int) -> None:
    """Keep it, with an audit row; who says that it is done is remembered. Raises Refused for a duty nobody knows."""
    if all(one.duty_id != duty_id for one in duties()):
        raise Refused("duty.unknown", detail=duty_id)
    before = work(conn, shop_id).get(duty_id, Work())
    done = wanted.state is DutyState.DONE
    fresh = done and before.state is not DutyState.DONE
    by = str(conn.info.get(audit.ACTOR, ""))
    row = (
        shop_id,
        duty_id,
        wanted.owner.strip(),
        "" if wanted.due_on is None else wanted.due_on.isoformat(),
        wanted.state.value,
        wanted.note.strip(),
        now if fresh else before.done_at if done else None,
        by if fresh else before.done_by if done else "",
        now,
    )
    sql = f"INSERT OR REPLACE INTO duties ({_WORK}, changed_at) VALUES ({', '.join('?' * len(row))})"  # noqa: S608
    driver(conn).execute(sql, row)
    told = {"from": before.state.value, "to": wanted.state.value, "owner": row[2], "due": row[3]}
    audit.note(conn, now, "duties.put", f"{shop_id}/{duty_id}", told)


def add_proof(conn: Connection, shop_id: str, duty_id: str, proof: Proof, now: int) -> None:
    """Note a file that was kept under its hash."""
    row = (shop_id, duty_id, proof.sha256, proof.name, proof.bytes, proof.added_at)
    driver(conn).execute("INSERT OR REPLACE INTO duty_proofs VALUES (?, ?, ?, ?, ?, ?)", row)
    audit.note(conn, now, "duties.proof", f"{shop_id}/{duty_id}", {"sha256": proof.sha256, "name": proof.name})


def drop_proof(conn: Connection, shop_id: str, duty_id: str, sha256: str, now: int) -> None:
    """Take a file out of a duty. The file itself stays."""
    asked = "DELETE FROM duty_proofs WHERE shop_id = ? AND duty_id = ? AND sha256 = ?"
    if driver(conn).execute(asked, (shop_id, duty_id, sha256)).rowcount:
        audit.note(conn, now, "duties.drop_proof", f"{shop_id}/{duty_id}", {"sha256": sha256})


def minors_mode(conn: Connection) -> bool:
    """Whether the protection of minors is switched on."""
    return bool(settings.get(conn, MODE, False))


def minors(conn: Connection, named: Collection[str] | None = None) -> Minors | None:
    """What stays out of run sheets, of these goods or (None) of all; None while the protection is off.

    Goods whose category nobody knows are nobody's kind.
    """
    if not minors_mode(conn):
        return None
    only = "" if named is None else f" AND i.item_id IN ({', '.join('?' * len(named))})"
    rows = driver(conn).execute(_ITEMS + only, (f"{Platform.KUAISHOU}:%", *(named or ())))
    kinds = ((item_id, barred_kind(category, barred())) for item_id, category in rows)
    return Minors(barred={item_id: kind for item_id, kind in kinds if kind})


def set_minors_mode(conn: Connection, on: bool, now: int) -> bool:
    """Switch it; returns whether that changed anything."""
    return settings.put(conn, MODE, on, now)


def barred_goods(conn: Connection) -> BarredGoods:
    """What of the goods on the shelf is not for minors, by category."""
    found: dict[str, int] = {}
    unknown = 0
    for category, number in driver(conn).execute(_CATEGORIES):
        unknown += 0 if category else number
        if kind := barred_kind(category, barred()):
            found[kind] = found.get(kind, 0) + number
    return BarredGoods(numbers=found, unknown=unknown)


def _work(row: tuple[object, ...], proofs: tuple[Proof, ...]) -> Work:
    _, _, owner, due_on, state, note, done_at, done_by = row
    done = int(str(done_at)) if done_at is not None else None
    return Work(
        owner=str(owner),
        due_on=date.fromisoformat(str(due_on)) if due_on else None,
        state=DutyState(str(state)),
        note=str(note),
        done_at=done,
        done_on=None if done is None else shop_datetime(done).date(),
        done_by=str(done_by),
        proofs=proofs,
    )
