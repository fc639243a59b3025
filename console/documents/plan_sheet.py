"""A year's plan of days off from a file: a table with 日期, 类型, 名称, or the JSON of public lists of holidays."""

from datetime import date
from pathlib import Path
from typing import Final

import msgspec

from console.documents.sheets import SheetTrouble, read
from console.rules.day_plans import PlanDay

TITLES: Final = ("日期", "类型")
MOST_BYTES: Final = 1 << 20
_KINDS: Final = {
    "休": False, "放假": False, "off": False,
    "班": True, "调休": True, "上班": True, "补班": True, "work": True,
}  # fmt: skip


class _Day(msgspec.Struct, rename={"is_off": "isOffDay"}):
    date: date
    is_off: bool
    name: str = ""


class _List(msgspec.Struct):
    days: list[_Day]


def read_plan(path: Path) -> list[PlanDay]:
    """Its days. Raises SheetTrouble, which names a row that is none; OSError. Blocks."""
    if path.stat().st_size > MOST_BYTES:
        raise SheetTrouble("sheet.unreadable", path.name)
    return _from_json(path) if path.suffix.lower() == ".json" else _from_table(path)


def _from_json(path: Path) -> list[PlanDay]:
    try:
        found = msgspec.json.decode(path.read_bytes(), type=_List)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise SheetTrouble("sheet.unreadable", path.name) from error
    return [PlanDay(on=one.date, works=not one.is_off, name=one.name) for one in found.days]


def _from_table(path: Path) -> list[PlanDay]:
    days: list[PlanDay] = []
    for row in read(path, TITLES):
        kind = _KINDS.get(row.cells["类型"].strip().lower())
        try:
            on = date.fromisoformat(row.cells["日期"].strip()[:10].replace("/", "-"))
        except ValueError:
            on = None
        if on is None or kind is None:
            raise SheetTrouble("plan.row", str(row.number))
        days.append(PlanDay(on=on, works=kind, name=row.cells.get("名称", "").strip()))
    return days
