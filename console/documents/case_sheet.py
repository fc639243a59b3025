"""Violations as a table, from a file or pasted: columns by the names that back offices give them, bad rows with why."""

import csv
import hashlib
import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

import msgspec

from console.core.clock import shop_datetime
from console.core.money import fen
from console.documents.sheets import Row, SheetTrouble, read
from console.rules.notices import end_of, level_of, moment_of
from console.rules.violations import Case, end_of_day, last_day
from console.rules.workdays import Workdays

NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "case_id": ("编号", "违规编号", "违规单号", "处罚单号", "处罚编号", "案件编号", "case", "id"),
    "notice_at": ("通知时间", "通知日期", "处罚时间", "判罚时间", "违规时间", "下发时间", "日期", "notice", "date"),
    "level": ("级别", "违规级别", "违规等级", "违规程度", "严重程度", "level"),
    "cause": ("事由", "违规原因", "违规类型", "违规事由", "违规场景", "处罚原因", "原因", "cause", "reason"),
    "subject": ("对象", "违规对象", "商品", "商品名称", "直播间", "涉及商品", "subject"),
    "order_no": ("订单", "订单号", "订单编号", "关联订单", "涉及订单", "order"),
    "points": ("扣分", "扣除分数", "扣分分值", "积分", "points"),
    "fine": ("罚款", "罚款(元)", "罚款（元）", "违约金", "扣款金额", "fine"),
    "due_at": ("申诉截止", "申诉截止时间", "申诉截止日期", "截止时间", "due"),
    "workdays": ("申诉期", "申诉期限", "申诉期(工作日)", "申诉期（工作日）", "申诉工作日", "workdays"),
}
TITLES: Final = tuple(names[0] for names in NAMES.values())


class Bad(msgspec.Struct, frozen=True):
    """A row that was not taken in: its number as a spreadsheet shows it, why, and the cell."""

    number: int
    code: str
    cell: str = ""


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What a table holds."""

    cases: tuple[Case, ...] = ()
    bad: tuple[Bad, ...] = ()


class _No(Exception):
    def __init__(self, code: str, cell: str = "") -> None:
        super().__init__(code)
        self.code, self.cell = code, cell


def read_cases(path: Path, workdays: Workdays) -> Taken:
    """Of an xlsx or csv file. Raises SheetTrouble, OSError. Blocks."""
    return _taken(read(path, ()), path.name, workdays)


def paste_cases(text: str, workdays: Workdays) -> Taken:
    """Of cells copied out of a spreadsheet or a back office's list: tabs between them. Raises SheetTrouble."""
    try:
        cut = list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))
    except csv.Error as error:  # a cell as long as a book
        raise SheetTrouble("sheet.unreadable", "pasted") from error
    lines = [line for line in cut if any(map(str.strip, line))]
    if len(lines) < 2:
        raise SheetTrouble("sheet.empty")
    head = [title.strip() for title in lines[0]]
    rows = [Row(number=number, cells=dict(zip(head, cells, strict=False))) for number, cells in enumerate(lines[1:], 2)]
    return _taken(rows, "pasted", workdays)


def _taken(rows: Sequence[Row], source: str, workdays: Workdays) -> Taken:
    titles = list(rows[0].cells) if rows else []
    known = {title.strip().lower().removesuffix("：").removesuffix(":"): title for title in titles}
    places = {name: next((known[one] for one in names if one in known), "") for name, names in NAMES.items()}
    missing = [NAMES[name][0] for name in ("notice_at", "level") if not places[name]]
    if missing and rows:
        raise SheetTrouble("sheet.columns", ", ".join(missing))
    cases: dict[str, Case] = {}
    bad: list[Bad] = []
    for row in rows:
        cells = {name: row.cells.get(title, "").strip() if title else "" for name, title in places.items()}
        try:
            found = _case(cells, source, workdays)
        except _No as no:
            bad.append(Bad(row.number, no.code, no.cell))
            continue
        if found.case_id in cases:
            bad.append(Bad(row.number, "case.twice", found.case_id))
        else:
            cases[found.case_id] = found
    return Taken(cases=tuple(cases.values()), bad=tuple(bad))


def _case(cells: Mapping[str, str], source: str, workdays: Workdays) -> Case:
    notice_at, level = moment_of(cells["notice_at"]), level_of(_level_cell(cells["level"]))
    if notice_at is None:
        raise _No("case.date", cells["notice_at"])
    if level is None:
        raise _No("case.level", cells["level"])
    return Case(
        case_id=cells["case_id"] or case_number(cells),
        notice_at=notice_at,
        level=level,
        cause=cells["cause"],
        subject=cells["subject"],
        order_no=" ".join(cells["order_no"].replace("，", " ").replace(",", " ").replace("、", " ").split()),
        points=_whole(cells["points"].lstrip("-−").removesuffix("分"), "case.points", int),
        fine_fen=_whole(cells["fine"].lstrip("¥￥").removesuffix("元").replace(",", ""), "case.fine", fen),
        told_due_at=_due(cells, notice_at, workdays),
        source=source,
    )


def _level_cell(cell: str) -> str:
    return {"一般": "一般违规", "轻微": "一般违规", "general": "一般违规", "serious": "严重", "grave": "特别严重"}.get(
        cell.lower(), cell
    )


def _due(cells: Mapping[str, str], notice_at: int, workdays: Workdays) -> int | None:
    """The deadline a row names, by its day or by a number of working days."""
    if cells["due_at"]:
        at = end_of(cells["due_at"])
        if at is None or at <= notice_at:
            raise _No("case.due", cells["due_at"])
        return at
    count = _whole(cells["workdays"].removesuffix("工作日").removesuffix("个").strip(), "case.due", int)
    if count is None:
        return None
    if not 1 <= count <= 60:
        raise _No("case.due", cells["workdays"])
    return end_of_day(last_day(shop_datetime(notice_at).date(), count, workdays)[0])


def _whole(cell: str, code: str, read_it: Callable[[str], int]) -> int | None:
    if not cell:
        return None
    try:
        return read_it(cell)
    except ValueError:
        raise _No(code, cell) from None


def case_number(cells: Mapping[str, str]) -> str:
    """A number for a case that names none: of what it says, so that a second import knows it again."""
    told = "\n".join(cells.get(name, "") for name in ("notice_at", "level", "cause", "subject", "order_no"))
    return f"V-{hashlib.sha256(told.encode()).hexdigest()[:8]}"
