"""导入: an export of the merchant's, or cells copied from one, looked over before anything is kept."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from console import reference
from console.documents import sheets
from console.rules.live_import import cells_of
from console.rules.touching import Origin
from console.rules.touching_import import Plan, ReadLine, plan, read_lines
from console.rules.touching_words import TABLES, Table
from console.ui.dialogs import Dialog
from console.ui.files import ask_old_file
from console.ui.page import scrolled
from console.ui.rows import Cell, Column, Row, Rows
from console.ui.safely import safely
from console.ui.tabs.customers import touch_words as words
from console.ui.tasks import Tasks
from console.ui.widgets import button, label, link
from console.ui.widgets.labels import Elided, Wrapped, set_tone

if TYPE_CHECKING:
    from console.ui.context import Desk

SUFFIXES = ("xlsx", "csv")
MOST_SHOWN = 200
REST_S = 0.15  # after the last key
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


class TouchImport(Dialog):
    """``rows`` are those that can be kept, with their numbers; ``origin`` is where they came from."""

    def __init__(self, parent: QWidget, desk: "Desk", only: Sequence[Table] = TABLES) -> None:
        super().__init__(parent, self.tr("Import"), self.tr("Keep"))
        self.setMinimumSize(760, 560)
        self._desk, self._only = desk, only
        self.tasks = Tasks("TouchImport")
        self.origin: Origin = "manual"
        self._told: str | Sequence[Sequence[str]] = ()  # what was pasted or typed, or the cells of a file
        self.plan = Plan()
        self.lines: list[ReadLine] = []
        why = self.tr(
            "No interface gives these figures to a program. Export them from the back office (xlsx, csv), copy the "
            "cells, or type them. You look them over before they are kept; the same rows again change nothing."
        )
        self.body.addWidget(Wrapped(why, 12, tone="text3"))
        self.body.addLayout(self._top())
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Rows"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(112)
        self.text.textChanged.connect(self._typed)
        self.body.addWidget(self.text)
        self.kind = label("", 13, strong=True)
        self.columns = Elided("", 12)
        self.body.addWidget(self.kind)
        self.body.addWidget(self.columns)
        titles = (Column(self.tr("Row"), 44, right=True), Column(self.tr("Kept as")), Column(self.tr("Outcome"), 240))
        self.rows = Rows(titles, self.tr("Preview"), self.tr("Nothing to look over yet"))
        self.body.addWidget(scrolled(self.rows), 1)
        self.sum = label("", 12, tone="text2")
        self.body.addWidget(self.sum)
        self._show()

    def _top(self) -> QHBoxLayout:
        self.file = button(self.tr("Choose a file"), icon_name="file-spreadsheet")
        self.file.clicked.connect(lambda: self.tasks.start(self._ask_file(), key="file"))
        self.paste = button(self.tr("Paste"), icon_name="clipboard-paste")
        self.paste.clicked.connect(lambda: self.take_paste(QGuiApplication.clipboard().text()))
        top = QHBoxLayout()
        top.addWidget(self.file)
        top.addWidget(self.paste)
        top.addSpacing(12)
        top.addWidget(label(self.tr("Type under titles:"), 12, tone="text3"))
        for key in self._only:
            one = link(words.table(key))
            one.clicked.connect(lambda _=False, titles=TITLES[key]: self._type_under(titles))
            top.addWidget(one)
        top.addStretch(1)
        return top

    def take_paste(self, text: str) -> None:
        """Look over what was copied."""
        self.text.setPlainText(text)
        self.origin = "paste"

    def _type_under(self, titles: str) -> None:
        self.text.setPlainText(f"{titles}\n")
        self.origin = "manual"
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)
        self.text.setFocus()

    def _typed(self) -> None:
        self.origin = "manual" if self.origin == "file" else self.origin
        self._take(self.text.toPlainText())

    async def _ask_file(self) -> None:
        path = await ask_old_file(self, self.tr("Import"), SUFFIXES)
        if path is not None:
            await self.take_file(path)

    async def take_file(self, path: Path) -> None:
        """Look over a file, read off the loop."""
        done = await safely(
            lambda: asyncio.to_thread(sheets.cells, path), self._complain, self._desk.language, "cli.unreadable_file"
        )
        if done is None:
            return
        self.text.blockSignals(True)
        self.text.clear()
        self.text.setPlaceholderText(path.name)
        self.text.blockSignals(False)
        self._take(done.answer)
        self.origin = "file"

    def _complain(self, said: str, then: str) -> None:
        self._take(())
        self.sum.setText(words.joined((said, then)))
        set_tone(self.sum, "red")

    def _take(self, told: str | Sequence[Sequence[str]]) -> None:
        self._told = told
        self.accept_button.setEnabled(False)
        self.tasks.start(self._read(), key="look")

    async def _read(self) -> None:
        await asyncio.sleep(REST_S)
        known, told = reference.touch_words(), self._told
        cells = await asyncio.to_thread(self._cells, told) if isinstance(told, str) else told
        self.plan = await asyncio.to_thread(plan, cells, known, self._only)
        self.lines = await asyncio.to_thread(read_lines, self.plan, known, self._desk.now())
        self._show()

    def _cells(self, text: str) -> Sequence[Sequence[str]]:
        """On another thread: what was pasted may be long."""
        columns = reference.touch_words().columns
        return cells_of(text, [one for table in self._only for one in columns[table]]) if text.strip() else ()

    def _show(self) -> None:
        self.kind.setText(words.table(self.plan.table) if self._told else "")
        taken = [self.plan.titles[place] for place in self.plan.fields]
        parts = [self.tr("Taken: {names}").format(names=self.tr(", ").join(taken))] if taken else []
        for said, names in (
            (self.tr("Not known: {names}"), self.plan.unknown),
            (self.tr("Named twice, left out: {names}"), self.plan.doubled),
        ):
            if names:
                parts.append(said.format(names=self.tr(", ").join(names)))
        self.columns.setText(words.joined(parts))
        self.rows.show_rows([self._row(line) for line in self.lines[:MOST_SHOWN]])
        good, bad = len(self.good()), sum(bool(line.wrong) for line in self.lines)
        said_ = [self.tr("%n row(s) can be kept", "", good)] if self.lines else []
        if bad:
            said_.append(self.tr("%n row(s) cannot be kept", "", bad))
        if self.plan.cut:
            said_.append(self.tr("%n row(s) are too many at once and left out", "", self.plan.cut))
        set_tone(self.sum, "text2")
        self.sum.setText(" · ".join(said_))
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

    def kept_words(self, accepted: int, duplicate: int, strays: int = 0) -> str:
        """What became of it; said here, where plurals find their words."""
        parts = [self.tr("%n row(s) kept", "", accepted)]
        if duplicate:
            parts.append(self.tr("%n known already", "", duplicate))
        if strays:
            parts.append(self.tr("%n fit nobody", "", strays))
        if refused := len(self.lines) - len(self.good()):
            parts.append(self.tr("%n refused", "", refused))
        return " · ".join(parts)
