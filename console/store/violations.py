"""Penalties as the merchant told them, with their evidence. Each change leaves an audit row."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection

from console.core.clock import shop_datetime
from console.core.errors import Refused
from console.rules.violations import Case, CaseState, Pause, pause_trouble
from console.store import audit
from console.store.pages import driver

CASE = tuple(field.name for field in msgspec.structs.fields(Case))
KEPT = (*CASE, "shop_id", "statement", "note", "changed_at")
STATEMENT_LETTERS = 500
TOLD = ("notice_at", "level", "cause", "subject", "order_no", "points", "fine_fen", "told_due_at")
"""What a notice says of a case. The rest is what the merchant did about it."""


class KeptCase(msgspec.Struct, frozen=True, kw_only=True):
    """A case with what the merchant wrote to it."""

    case: Case
    shop_id: str
    statement: str = ""
    note: str = ""
    changed_at: int = 0


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A file that proves something. Its content lies in the profile's folder under its hash."""

    sha256: str
    name: str
    kind: str = ""  # order, waybill, chat, picture, other
    bytes: int = 0
    added_at: int = 0


class TakenIn(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a file's cases; ``elsewhere``: numbers that another shop's case has already."""

    new: int = 0
    changed: int = 0
    known: int = 0
    elsewhere: tuple[str, ...] = ()


def put_case(conn: Connection, kept: KeptCase, now: int) -> bool:
    """Keep a case, new or changed; returns whether it was new.

    Raises Refused for a statement that is too long, and for a number that another shop's case has.
    """
    if len(kept.statement) > STATEMENT_LETTERS:
        raise Refused("violation.statement", detail=str(STATEMENT_LETTERS))
    if trouble := pause_trouble(kept.case.pauses, shop_datetime(kept.case.notice_at).date()):
        raise Refused(trouble)
    before = case(conn, kept.case.case_id)
    if before is not None and before.shop_id != kept.shop_id:
        raise Refused("violation.other_shop", detail=kept.case.case_id)
    row = {**msgspec.structs.asdict(kept.case), "pauses": msgspec.json.encode(kept.case.pauses).decode()}
    row |= {"level": kept.case.level.value, "state": kept.case.state.value}
    row |= {"shop_id": kept.shop_id, "statement": kept.statement, "note": kept.note, "changed_at": now}
    marks = ", ".join("?" * len(KEPT))
    sql = f"INSERT OR REPLACE INTO violations ({', '.join(KEPT)}) VALUES ({marks})"  # noqa: S608 - our own names
    driver(conn).execute(sql, [row[name] for name in KEPT])
    told = {name: row[name] for name in ("notice_at", "level", "state", "cause", "fine_fen", "told_due_at")}
    was = None if before is None else {"state": before.case.state.value, "level": before.case.level.value}
    audit.note(conn, now, "violation.put", kept.case.case_id, {"from": was, "to": told})
    return before is None


def put_cases(conn: Connection, found: Sequence[KeptCase], now: int) -> TakenIn:
    """Keep those of a file. Of a known case what was done about it stays; what the notice says by now is taken over."""
    new = changed = 0
    elsewhere: list[str] = []
    for kept in found:
        before = case(conn, kept.case.case_id)
        if before is not None and before.shop_id != kept.shop_id:
            elsewhere.append(kept.case.case_id)
            continue
        wanted = kept if before is None else _told_anew(before, kept.case)
        if wanted != before:
            put_case(conn, wanted, now)
            new, changed = new + (before is None), changed + (before is not None)
    known = len(found) - new - changed - len(elsewhere)
    return TakenIn(new=new, changed=changed, known=known, elsewhere=tuple(elsewhere))


def _told_anew(before: KeptCase, told: Case) -> KeptCase:
    """With what the notice says now; what it leaves open stays as it was known."""
    news = {name: value for name in TOLD if (value := getattr(told, name)) not in (None, "")}
    return msgspec.structs.replace(before, case=msgspec.structs.replace(before.case, **news))


def cases(conn: Connection, shop_id: str = "") -> list[KeptCase]:
    """The latest notice first; of one shop, or of all."""
    asked = f"""SELECT {", ".join(KEPT)} FROM violations WHERE ? = '' OR shop_id = ?
                ORDER BY notice_at DESC, case_id"""  # noqa: S608 - our own names
    return [_kept(row) for row in driver(conn).execute(asked, (shop_id, shop_id))]


def case(conn: Connection, case_id: str) -> KeptCase | None:
    """One of them."""
    asked = f"SELECT {', '.join(KEPT)} FROM violations WHERE case_id = ?"  # noqa: S608 - our own names
    row = driver(conn).execute(asked, (case_id,)).fetchone()
    return None if row is None else _kept(row)


def move_case(conn: Connection, case_id: str, state: CaseState, now: int) -> None:
    """Say what became of it. Raises Refused where there is no such case."""
    kept = case(conn, case_id)
    if kept is None:
        raise Refused("violation.unknown", detail=case_id)
    moved = msgspec.structs.replace(
        kept.case,
        state=state,
        appealed_at=now if state is CaseState.APPEALED else kept.case.appealed_at,
        decided_at=now if state in (CaseState.WON, CaseState.LOST) else kept.case.decided_at,
        mended_at=now if state is CaseState.MENDED else kept.case.mended_at,
    )
    put_case(conn, msgspec.structs.replace(kept, case=moved), now)


def add_piece(conn: Connection, case_id: str, piece: Piece, now: int) -> bool:
    """Note a file of a case; returns whether it was new."""
    sql = """INSERT INTO evidence (case_id, sha256, name, kind, bytes, added_at) VALUES (?, ?, ?, ?, ?, ?)
             ON CONFLICT DO NOTHING"""
    values = (case_id, piece.sha256, piece.name, piece.kind, piece.bytes, now)
    added = bool(driver(conn).execute(sql, values).rowcount)
    if added:
        audit.note(conn, now, "violation.evidence", case_id, {"sha256": piece.sha256, "name": piece.name})
    return added


def pieces(conn: Connection, case_id: str) -> list[Piece]:
    """The files of a case, as they were added."""
    asked = "SELECT sha256, name, kind, bytes, added_at FROM evidence WHERE case_id = ? ORDER BY added_at, name"
    names = Piece.__struct_fields__
    return [Piece(**dict(zip(names, row, strict=True))) for row in driver(conn).execute(asked, (case_id,))]


def _kept(row: Sequence[object]) -> KeptCase:
    told = dict(zip(KEPT, row, strict=True))
    told["pauses"] = msgspec.json.decode(str(told["pauses"]), type=tuple[Pause, ...])
    mine = {name: told.pop(name) for name in CASE}
    return KeptCase(case=msgspec.convert(mine, Case), **told)  # type: ignore[arg-type]
