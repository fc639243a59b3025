"""导入: an export of the merchant's, or cells copied from one, looked over before anything is kept."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from console import reference
from console.core.model import Platform
from console.rules.touching_import import Plan, ReadLine, plan, read_lines
from console.rules.touching_words import TABLES, Table
from console.ui.importing import MOST_SHOWN, Template
from console.ui.importing_dialog import TableImport
from console.ui.rows import Cell, Row
from console.ui.tabs.customers import touch_words as words
from console.ui.widgets.labels import Elided

if TYPE_CHECKING:
    from console.ui.context import Desk

translate = QCoreApplication.translate
TITLES: dict[Table, str] = {
    "figures": "日期\t渠道\t活动\t发送人数\t到达人数\t打开人数\t成本\t成交人数\t毛利",
    "shares": "活动\t邀请人\t被邀请人\t是否新客\t领取时间\t核销时间\t订单金额\t毛利\t优惠金额",
    "accounts": "卡号\t余额日期\t储值余额\t累计充值\t累计赠送\t累计消费\t累计退款\t最近变动时间",
    "moves": "流水号\t卡号\t交易时间\t类型\t金额",
    "members": "会员卡号\t会员等级\t入会时间\t有赞ID",
    "results": "客户编号\t发送结果\t失败原因",
    "consents": "客户编号\t渠道\t是否同意",
}
"""What is typed under: titles that the import itself knows, in whatever language the window is."""

NAMES_ITS_SHOP: frozenset[Table] = frozenset(("results", "consents"))  # by its customers


class TouchImport(TableImport):
    """``lines`` are what came of each row; ``only`` the tables that can be taken in here."""

    def __init__(self, parent: QWidget, desk: "Desk", only: Sequence[Table] = TABLES) -> None:
        self._only = only
        self.plan = Plan()
        self.lines: list[ReadLine] = []
        templates = [Template(key, words.table(key), TITLES[key]) for key in only]
        of = None if NAMES_ITS_SHOP.issuperset(only) else Platform.YOUZAN
        super().__init__(parent, desk, translate("TouchImport", "Import"), templates, of)
        self.told = Elided("", 12)
        self.columns.addWidget(self.told)
        self._show()

    async def _read(self) -> None:
        known, columns = reference.touch_words(), reference.touch_words().columns
        cells = await self.intake.cells([one for table in self._only for one in columns[table]])
        self.plan = await asyncio.to_thread(plan, cells, known, self._only)
        self.lines = await asyncio.to_thread(read_lines, self.plan, known, self._desk.now())

    def _show(self) -> None:
        self.kind.setText("" if self.intake.is_empty else words.table(self.plan.table))
        taken = [self.plan.titles[place] for place in self.plan.fields]
        parts = [self.tr("Taken: {names}").format(names=self.tr(", ").join(taken))] if taken else []
        for said, names in (
            (self.tr("Not known: {names}"), self.plan.unknown),
            (self.tr("Named twice, left out: {names}"), self.plan.doubled),
        ):
            if names:
                parts.append(said.format(names=self.tr(", ").join(names)))
        self.told.setText(words.joined(parts))
        good, bad = len(self.good()), self.refused
        rows = [self._row(line) for line in self.lines[:MOST_SHOWN]]
        self.preview.show_rows(rows, self.counted.before(good, bad, cut=self.plan.cut))
        self.accept_button.setEnabled(bool(good))

    def _row(self, line: ReadLine) -> Row:
        number = Cell(str(line.number), "text3")
        if line.wrong:
            cells = self.plan.rows[line.number - self.plan.first]
            told = "  ".join(cell for cell in cells if cell)
            return number, Cell(told, "text3"), Cell(words.reason(line.wrong, line.said), "fg_amber", "ban")
        return number, Cell(words.told(line.row)), Cell(self.tr("can be kept"), "fg_green", "circle-check")

    def good(self) -> list[ReadLine]:
        """What can be kept."""
        return [line for line in self.lines if line.row is not None]

    @property
    def refused(self) -> int:
        """How many rows cannot be."""
        return sum(bool(line.wrong) for line in self.lines)
