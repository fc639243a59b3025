"""Reviews as they were made, who contests them, and what the model has cost. Nothing of a review is ever changed."""

from collections.abc import Mapping, Sequence

import msgspec
from sqlalchemy import Connection

from console.core.clock import MINUTE, day_start
from console.core.errors import Refused
from console.rules.reviews import ReviewChoice, Spent, Verdict, choice_trouble
from console.store import audit, settings
from console.store.pages import driver

KEY = "compliance.review"
FIELDS = tuple(field.name for field in msgspec.structs.fields(Verdict) if field.name not in ("verdict_id", "points"))
_COLUMNS = ("id", "findings", *FIELDS)


def choice(conn: Connection) -> ReviewChoice:
    """What the merchant set; off where nobody did."""
    return msgspec.convert(settings.get(conn, KEY, {}), ReviewChoice)


def set_choice(conn: Connection, wanted: ReviewChoice, now: int) -> bool:
    """Set it; returns whether that changed anything. Raises Refused for a figure out of bounds."""
    if name := choice_trouble(wanted):
        raise Refused("review.figure", detail=name)
    return settings.put(conn, KEY, msgspec.to_builtins(wanted), now)


def put_verdict(conn: Connection, found: Verdict, now: int, frames: Mapping[str, str] | None = None) -> int:
    """Keep a review; returns its id. Of ``frames`` the hashes are kept, in the audit, where nobody changes them."""
    author = str(conn.info.get(audit.ACTOR, "") or found.author)
    row = {name: getattr(found, name) for name in FIELDS} | {"at": now, "author": author}
    row["findings"] = msgspec.json.encode(found.points).decode()
    sql = f"INSERT INTO reviews ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"  # noqa: S608 - our own names
    number = int(driver(conn).execute(sql, list(row.values())).lastrowid or 0)
    if frames:
        audit.note(conn, now, "reviews.frames", str(number), {"sha256": dict(frames)})
    return number


def verdicts(conn: Connection, most: int = 500) -> list[Verdict]:
    """The latest first."""
    asked = f"SELECT {', '.join(_COLUMNS)} FROM reviews ORDER BY id DESC LIMIT ?"  # noqa: S608 - our own names
    return [_verdict(row) for row in driver(conn).execute(asked, (most,))]


def verdict(conn: Connection, verdict_id: int) -> Verdict | None:
    """One of them."""
    asked = f"SELECT {', '.join(_COLUMNS)} FROM reviews WHERE id = ?"  # noqa: S608 - our own names
    row = driver(conn).execute(asked, (verdict_id,)).fetchone()
    return None if row is None else _verdict(row)


def contest(conn: Connection, verdict_id: int, reason: str, author: str, now: int) -> None:
    """Say that a verdict is wrong, and why; it stays, with that beside it. Raises Refused."""
    if not reason.strip():
        raise Refused("review.no_reason")
    by = str(conn.info.get(audit.ACTOR, "") or author)
    asked = "UPDATE reviews SET contested_at = ?, contested_by = ?, contest = ? WHERE id = ?"
    if not driver(conn).execute(asked, (now, by, reason.strip()[:500], verdict_id)).rowcount:
        raise Refused("review.unknown", detail=str(verdict_id))
    audit.note(conn, now, "reviews.contest", str(verdict_id), {"reason": reason.strip()[:500]})


def spent(conn: Connection, now: int) -> Spent:
    """What was asked of the model, whether it answered or not."""
    asked = """SELECT COALESCE(SUM(at > ?1), 0), COALESCE(SUM(at >= ?2), 0),
                      COALESCE(SUM(cost_ufen) FILTER (WHERE at >= ?2), 0)
               FROM reviews WHERE model <> '' AND at >= ?3"""
    bounds = (now - MINUTE, day_start(now), min(day_start(now), now - MINUTE))
    minute, day, cost = driver(conn).execute(asked, bounds).fetchone()
    return Spent(minute=int(minute), day=int(day), cost_ufen=int(cost))


def _verdict(row: Sequence[object]) -> Verdict:
    told = dict(zip(_COLUMNS, row, strict=True))
    told |= {"verdict_id": told.pop("id"), "points": msgspec.json.decode(str(told.pop("findings")))}
    return msgspec.convert(told, Verdict)
