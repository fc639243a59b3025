"""标签: every label of content and fans, typed here or imported, and what the index was before."""

import asyncio
from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from console import reference
from console.core.clock import day_start, format_shop_time
from console.core.model import Platform
from console.rules.live_import import cells_of
from console.rules.traffic import LabelRow
from console.rules.traffic_import import TrafficLine, plan, read_lines
from console.rules.traffic_rows import read_day
from console.store import shop_choice
from console.store.traffic_board import TrafficBoard
from console.store.views import ShopRow
from console.ui.context import Desk
from console.ui.dialogs import Dialog, answer
from console.ui.importing import ShopPick
from console.ui.importing_dialog import REST_S
from console.ui.page import Question, scrolled
from console.ui.tabs.traffic import sources_words as words
from console.ui.tabs.traffic.labels_card import ConsistencyCard
from console.ui.tabs.traffic.sources_base import TrafficView
from console.ui.tasks import Tasks
from console.ui.widgets import Card, EmptyState, button, label
from console.ui.widgets.labels import Wrapped

MOST = 30
TITLES = "标签\t内容占比\t粉丝占比"  # the import itself knows these, in whatever language the window is


class LabelsDialog(Dialog):
    """All labels of a day, one a line; what is taken out is gone. They are of one shop."""

    def __init__(self, parent: QWidget, board: TrafficBoard, shops: Sequence[ShopRow] = (), usual: str = "") -> None:
        super().__init__(parent, self.tr("Labels of content and fans"), self.tr("Keep"))
        self.setMinimumSize(560, 480)
        self.tasks = Tasks("LabelsDialog")
        self._today = day_start(board.at)
        why = self.tr(
            "One label a line: name, share of content, share of fans. From the fans' portrait of the back office, "
            "and your own count of works. Each side comes to 100 % at most."
        )
        self.body.addWidget(Wrapped(why, 12, tone="text3"))
        self.day = QLineEdit(format_shop_time(self._today)[:10])
        self.day.setFixedWidth(120)
        self.day.setAccessibleName(self.tr("As of the day"))
        row = QHBoxLayout()
        row.addWidget(label(self.tr("As of the day"), 12, tone="text3"))
        row.addWidget(self.day)
        row.addStretch(1)
        self.shop = ShopPick()
        self.shop.show_shops(shops, usual)
        self.shop.chosen.connect(lambda _shop: self._judge())
        row.addWidget(self.shop)
        self.body.addLayout(row)
        self.text = QPlainTextEdit(_written(board))
        self.text.setAccessibleName(self.tr("Labels"))
        self.text.setTabStopDistance(140)
        self.body.addWidget(self.text, 1)
        self.said = Wrapped("", 12, tone="text2")
        self.body.addWidget(self.said)
        self.rows: list[LabelRow] = []
        self.text.textChanged.connect(self._judge)
        self.day.textChanged.connect(lambda: self._judge())
        self._judge()

    @property
    def day_at(self) -> int | None:
        """The day they are of; None: it cannot be read, or is to come."""
        at = read_day(self.day.text(), self._today)
        return at if at is not None and at <= self._today else None

    def _judge(self) -> None:
        self.accept_button.setEnabled(False)
        self.tasks.start(self._read(self.text.toPlainText(), self.day_at), key="judge")

    async def _read(self, text: str, day_at: int | None) -> None:
        """Off the loop: what was pasted may be long."""
        await asyncio.sleep(REST_S)
        lines = await asyncio.to_thread(_lines, text, self._today, day_at)
        self.rows = [row for line in lines for row in line.rows if isinstance(row, LabelRow)]
        wrong = next((line for line in lines if line.wrong), None)
        said = self.tr("%n label(s)", "", len({row.label for row in self.rows}))
        if day_at is None:
            said = self.tr("The day cannot be read, or is to come")
        elif wrong is not None:
            said = self.tr("Line {number}: {reason}").format(
                number=wrong.number, reason=words.reason(wrong.wrong, wrong.said)
            )
        self.said.setText(said)
        is_whole = bool(self.rows) and wrong is None and day_at is not None
        self.accept_button.setEnabled(is_whole and not self.shop.is_missing)


def _lines(text: str, today: int, day_at: int | None) -> list[TrafficLine]:
    known = reference.traffic_words()
    return read_lines(plan(cells_of(text, known.columns["labels"]), known, table="labels"), known, today, day_at)


class LabelsView(TrafficView):
    """The card at full length, and how it is worked out."""

    days = 30

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.card = ConsistencyCard(MOST)
        self.card.edit.hide()
        self.edit = button(self.tr("Edit labels"), icon_name="tag")
        self.edit.clicked.connect(lambda: self.tasks.start(self.ask_labels(), key="labels"))
        self.lines = button(self.tr("Lines"), icon_name="sliders-horizontal")
        self.lines.clicked.connect(lambda: self.tasks.start(self.ask_lines(), key="lines"))
        self.verbs = (self.lines, self.edit, self.take)
        self._is_asked = False
        about = Card(self.tr("How it is read"))
        for said in (
            self.tr("1.00: content and fans have the very same labels. 0: they share none."),
            self.tr("A gap warns from the line on that you set under Lines; what no label names never warns."),
            self.tr("The platform's own label weight is shown to nobody. This is arithmetic on two tables of yours."),
            self.tr("Two tables of different days are compared as they are; both days are printed."),
        ):
            about.body.addWidget(Wrapped(said, 13, tone="text2"))
        about.body.addStretch(1)
        self.none = EmptyState(
            "tag",
            self.tr("No labels yet"),
            self.tr("Type them, or import a table with the columns 标签, 内容占比, 粉丝占比."),
            self.tr("Edit labels"),
        )
        self.none.on_click(self.edit.click)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        room = QHBoxLayout()
        room.setSpacing(12)
        column.addLayout(room)
        column.addStretch(1)
        room.addWidget(self.card, 2)
        room.addWidget(self.none, 2)
        room.addWidget(about, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))
        self.card.hide()
        self.none.hide()
        self.load()

    def show_board(self, board: TrafficBoard) -> None:
        """Fill the card."""
        known = board.labels.content.day_at is not None or board.labels.fans.day_at is not None
        self.card.setVisible(known)
        self.none.setVisible(not known)
        self.card.show_board(board)
        if self._is_asked:
            self._is_asked = False
            self.edit.click()

    def open_at(self, question: Question) -> None:
        """``{"edit": "1"}`` opens the editor."""
        if question.get("edit"):
            if self.board is None:
                self._is_asked = True
            else:
                self.edit.click()

    async def ask_labels(self) -> None:
        """Have them typed."""
        if self.board is None:
            return
        pair, whose = self.desk.scope.pair, self.board.labels.shop_id
        shops = await self.desk.database.read(shop_choice.candidates, Platform.KUAISHOU)
        if whose:  # these are written over
            shops = [one for one in shops if one.shop_id == whose]
        usual = await self.desk.database.read(shop_choice.of_pair, Platform.KUAISHOU, pair)
        dialog = LabelsDialog(self, self.board, shops, usual)
        try:
            if await answer(dialog) and (day_at := dialog.day_at) is not None:
                shop_id = dialog.shop.shop_id
                await self.safely(lambda: self.desk.actions.traffic.put_labels(day_at, dialog.rows, shop_id))
        finally:
            await dialog.tasks.close()


def _written(board: TrafficBoard) -> str:
    """What is known, to be typed over."""
    labels = board.labels
    names = sorted({*labels.content.shares, *labels.fans.shares}, key=lambda one: -labels.content.shares.get(one, 0))
    lines = [
        f"{name}\t{_share(labels.content.shares.get(name))}\t{_share(labels.fans.shares.get(name))}" for name in names
    ]
    return "\n".join([TITLES, *lines])


def _share(value: float | None) -> str:
    return "--" if value is None else f"{value * 100:.4g}%"
