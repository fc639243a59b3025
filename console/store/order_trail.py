"""What was decided and done about one order here: the rows of the audit that speak of it, with their commands."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection

from console.core.commands import Command, decode
from console.core.model import Platform
from console.store.pages import as_json_list
from console.store.views import Shape

MOST = 60
ASKED = """
SELECT at, action, subject, detail, id FROM audit WHERE subject IN (SELECT value FROM json_each(?1))
UNION SELECT at, action, subject, detail, id FROM audit WHERE subject = ?2 AND action LIKE 'links.%'
UNION SELECT at, action, subject, detail, id FROM audit
WHERE subject > ?2 || '-' AND subject < ?2 || '.' AND action LIKE 'waybill.%'
ORDER BY 5 DESC LIMIT ?3
"""
"""A parcel is ``<order>-1``: of its number those rows begin with it, and a dot comes right after a dash."""
COMMANDS = "SELECT id, command FROM outbox WHERE id IN (SELECT value FROM json_each(?))"


class TrailStep(Shape, frozen=True, kw_only=True):
    """One row: what was done, about which command where there is one, by whom where somebody was named."""

    at: int
    action: str
    platform: Platform | None = None
    command: Command | None = None
    detail: Mapping[str, Any] = {}

    @property
    def by(self) -> str:
        return str(self.detail.get("by", ""))


def trail(conn: Connection, sides: Sequence[tuple[str, str]]) -> tuple[TrailStep, ...]:
    """Of an order and its twin (shop and number each, the leading one first), the newest first."""
    if not sides:
        return ()
    subjects = [f"{shop_id} order {number}" for shop_id, number in sides]
    found = conn.exec_driver_sql(ASKED, (as_json_list(subjects), sides[0][1], MOST)).all()
    rows = [(int(row[0]), str(row[1]), str(row[2]), _read(str(row[3]))) for row in found]
    ids = [number for _, action, _, detail in rows if action.startswith("intent.") and (number := _id(detail))]
    asked = conn.exec_driver_sql(COMMANDS, (as_json_list(ids),))
    commands = {int(row[0]): command for row in asked if (command := _command(str(row[1]))) is not None}
    return tuple(
        TrailStep(
            at=at,
            action=action,
            platform=next((side for side in Platform if subject.startswith(f"{side.value}:")), None),
            command=commands.get(_id(detail)) if action.startswith("intent.") else None,
            detail=detail,
        )
        for at, action, subject, detail in rows
    )


def _read(text: str) -> dict[str, Any]:
    """Of a row that another program wrote, or changed, whatever can be read; the chain tells of it, not the drawer."""
    try:
        told = json.loads(text) if text else {}
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _id(detail: Mapping[str, Any]) -> int:
    number = detail.get("id")
    return number if isinstance(number, int) else 0


def _command(text: str) -> Command | None:
    """None: of a kind that another version of the program knows."""
    try:
        return decode(text)
    except (msgspec.MsgspecError, ValueError):
        return None
