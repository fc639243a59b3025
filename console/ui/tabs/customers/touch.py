"""触达对比: what each channel reached, cost and earned, beside the yardsticks; and what the lists of here brought."""

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QVBoxLayout, QWidget

from console.rules.touching import Against, ChannelRow, Ratio, against
from console.store.touch_board import TouchBoard, board
from console.ui import texts
from console.ui.context import Desk
from console.ui.dialogs import answer
from console.ui.page import scrolled
from console.ui.rows import Cell, Column, Row, Rows
from console.ui.tabs.customers import touch_words as words
from console.ui.tabs.customers.touch_base import TouchBase
from console.ui.tabs.customers.touch_behind import TouchBehind
from console.ui.tabs.customers.touch_cards import TouchLinesCard, TouchResultsCard
from console.ui.widgets import Card, EmptyState
from console.ui.widgets.labels import Wrapped

WIDE = 1_040  # pixels: from here on the yardsticks stand beside
FULL_ROI = 10.0  # a bar as long as its place


class TouchCard(Card):
    """The channels, one on a row."""

    def __init__(self) -> None:
        super().__init__(self.tr("Channels compared"))
        columns = (
            Column(self.tr("Channel")),
            Column(self.tr("Sent to"), 60, right=True),
            Column(self.tr("Reached"), 84, right=True),
            Column(self.tr("Cost a person"), 88, right=True),
            Column(self.tr("Bought"), 56, right=True),
            Column(self.tr("ROI"), 150, right=True),
        )
        self.rows = Rows(columns, self.tr("Channels compared"), "", 44)
        self.none = EmptyState(
            "send",
            self.tr("No touches are known yet"),
            self.tr(
                "Import what the back offices of WeCom, text messages and fan groups export, type it, or send a task "
                "list from here: then who bought is counted by the orders."
            ),
            self.tr("Import"),
        )
        self.note = Wrapped("", 12, tone="text3")
        for part in (self.rows, self.none, self.note):
            self.body.addWidget(part)

    def show_board(self, told: TouchBoard) -> None:
        """Fill it."""
        within = f"{told.lines['touch_within_days'].value:g}"
        said = self.tr("last {days} days · orders within {within} days of a touch")
        self.under.setText(said.format(days=told.days, within=within))
        self.rows.setVisible(bool(told.rows))
        self.none.setVisible(not told.rows)
        self.rows.show_rows([self._row(row, told) for row in told.rows])
        hand = sorted({words.channel(row.channel) for row in told.rows if "manual" in row.origins})
        parts = [self.tr("ROI = margin ÷ cost. What is not told is “—”, never 0. Enter: the rows behind it.")]
        if hand:
            parts.append(self.tr("Typed by hand: {names}").format(names=self.tr(", ").join(hand)))
        for said, double in (
            (self.tr("Told by a list and by an import, counted once: {names}"), "inside"),
            (self.tr("A list and an import of about the same day may tell of the same people: {names}"), "maybe"),
        ):
            names = sorted({words.channel(one.channel) for one in told.told if one.double == double})
            if names:
                parts.append(said.format(names=self.tr(", ").join(names)))
        self.note.setText("  ".join(parts))

    def _row(self, row: ChannelRow, told: TouchBoard) -> Row:
        least = round(told.lines["touch_least"].value)
        is_few = row.few(least)
        age = words.joined((words.origins(row.origins), texts.age(row.kept_at, told.at)))
        first = Cell(words.channel(row.channel), strong=True, under=age, icon="")
        sent = Cell(texts.count(row.sent), under=self.tr("too few") if is_few else "")
        return first, sent, *self._ratios(row, told)

    def _ratios(self, row: ChannelRow, told: TouchBoard) -> tuple[Cell, ...]:
        cost = words.each(row.cost.value)
        return (
            self._cell(_share(row.reach), row.reach, against(row, "reach", told.lines), row, "reach"),
            self._cell(cost, row.cost, against(row, "cost", told.lines), row, "cost"),
            Cell(_share(row.conversion), tip=self._tip(row.conversion, self.tr("bought ÷ sent to"))),
            self._roi(row, told),
        )

    def _cell(self, said: str, ratio: Ratio, beside: Against, row: ChannelRow, what: str) -> Cell:
        formula = self.tr("reached ÷ sent to") if what == "reach" else self.tr("cost ÷ sent to")
        line = words.line_words(f"touch_{row.channel}_{what}_{'fen' if what == 'cost' else 'bp'}", beside.line)
        under = self.tr("yardstick {line}").format(line=line) if beside.line is not None else ""
        icon = {"above": "circle-check", "below": "triangle-alert"}.get(beside.verdict, "")
        ink = {"above": "fg_green", "below": "fg_amber"}.get(beside.verdict, "text")
        return Cell(said, ink, icon, self._tip(ratio, formula), under)

    def _roi(self, row: ChannelRow, told: TouchBoard) -> Cell:
        if row.free:
            return Cell(texts.NOTHING, "faint", under=self.tr("free, not counted"))
        value = row.roi.value
        if value is None:
            return Cell(texts.NOTHING, "faint", under=self._lacks(row))
        beside = against(row, "roi", told.lines)
        line = words.line_words(f"touch_{row.channel}_roi_bp", beside.line)
        under = self.tr("yardstick {line}").format(line=line) if beside.line is not None else ""
        bar_ink = words.roi_ink(value, few=row.few(round(told.lines["touch_least"].value)))
        tip = self._tip(row.roi, self.tr("margin ÷ cost"))
        return Cell(words.roi(value), strong=True, bar=value / FULL_ROI, bar_ink=bar_ink, under=under, tip=tip)

    def _lacks(self, row: ChannelRow) -> str:
        if row.cost.value is None:
            return self.tr("no cost told")
        return self.tr("margin unknown")

    def _tip(self, ratio: Ratio, formula: str) -> str:
        return f"{formula}: {ratio.top:,} ÷ {ratio.under:,}"


class TouchView(TouchBase):
    """All of it at one look."""

    tables = ("figures",)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.board: TouchBoard | None = None
        self.channels, self.results, self.lines = TouchCard(), TouchResultsCard(), TouchLinesCard()
        self.channels.none.on_click(self.take.click)
        self.lines.edit.clicked.connect(self._edit)
        self.channels.rows.opened.connect(lambda at: self.tasks.start(self.ask_behind(at), key="behind"))
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.channels)
        column.addWidget(self.results, 1)
        inside = QWidget()
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(12)
        self._whole.addWidget(left, 5)
        self._whole.addWidget(self.lines, 3)
        for layout in (column, self._whole):  # else a short window hides rows that came after it was laid out
            layout.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inside))
        self.load()

    def _edit(self) -> None:
        if self.board is not None:
            self.tasks.start(self.ask_lines(self.board.lines), key="lines")

    async def ask_behind(self, place: int) -> None:
        """Show the rows that a channel is added up from."""
        if self.board is None:
            return
        channel = self.board.rows[place].channel
        dialog = TouchBehind(self, channel, [one for one in self.board.told if one.channel == channel])
        drop = self.desk.actions.touching.drop_figure
        dialog.dropped.connect(lambda one: self.tasks.start(self.safely(partial(drop, one))))
        await answer(dialog)

    async def _read(self) -> None:
        self.board = await self.desk.database.read(board, self.desk.now(), self.desk.scope.pair)
        self.channels.show_board(self.board)
        self.results.show_results(self.board)
        self.lines.show_lines(self.board)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        across = event.size().width() >= WIDE
        self._whole.setDirection(QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom)


def _share(ratio: Ratio) -> str:
    return texts.NOTHING if ratio.value is None else f"{ratio.value:.1%}"
