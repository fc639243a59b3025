"""内容对比: kinds of content with the figures to compare, completion by length, and the works behind them."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.rules.traffic import WorkRow
from console.store.traffic_board import TrafficBoard
from console.ui import texts
from console.ui.context import Desk
from console.ui.page import scrolled
from console.ui.rows import Cell, Column, Rows
from console.ui.tabs.traffic import sources_words as words
from console.ui.tabs.traffic.completion import CompletionCard
from console.ui.tabs.traffic.contents_card import TrafficKinds
from console.ui.tabs.traffic.sources_base import TrafficView
from console.ui.widgets import Card, Picker, icon_button, label
from console.ui.widgets.labels import Elided

WIDE = 1_080
OWN = "+"  # a kind in the merchant's own words


class WorksCard(Card):
    """The works, the latest first; what the current one is can be said here."""

    def __init__(self) -> None:
        super().__init__(self.tr("Works"))
        self.works: list[WorkRow] = []
        titles = (
            Column(self.tr("Published"), 76),
            Column(self.tr("Title")),
            Column(self.tr("Type"), 96),
            Column(self.tr("Length"), 60, right=True),
            Column(self.tr("Plays"), 76, right=True),
            Column(self.tr("Completion"), 76, right=True),
            Column(self.tr("Stay"), 60, right=True),
            Column(self.tr("Click rate"), 76, right=True),
            Column(self.tr("Conversion"), 84, right=True),
        )
        self.list = Rows(titles, self.tr("Works"), self.tr("No works imported yet"))
        self.list.moved.connect(lambda _number: self._show_current())
        self.kind = Picker([("", words.kind(""))], "")
        self.kind.setAccessibleName(self.tr("Content type of the chosen work"))
        self.own = QLineEdit()
        self.own.setPlaceholderText(self.tr("own type, then Enter"))
        self.own.setFixedWidth(150)
        self.own.setAccessibleName(self.own.placeholderText())
        self.drop = icon_button("trash-2", self.tr("Take this work out"), small=True)
        self.chosen = Elided("", 12)
        bar = QHBoxLayout()
        bar.addWidget(label(self.tr("Chosen:"), 12, tone="text3"))
        bar.addWidget(self.chosen, 1)
        for part in (self.kind, self.own, self.drop):
            bar.addWidget(part)
        self.body.addWidget(scrolled(self.list), 1)
        self.body.addLayout(bar)
        self.setMinimumHeight(260)
        self._kinds: list[str] = []
        self._show_current()

    @property
    def current(self) -> WorkRow | None:
        """The one that is chosen."""
        return self.works[self.list.current] if 0 <= self.list.current < len(self.works) else None

    def show_board(self, board: TrafficBoard) -> None:
        """Fill it."""
        self.works, self._kinds = list(board.works), list(board.known_kinds)
        number = self.tr("%n work(s)", "", board.works_came.rows)
        self.under.setText(words.stamp(board.works_came, board.at, number) if self.works else "")
        self.list.show_rows([_row(one) for one in self.works])
        self._show_current()

    def _show_current(self) -> None:
        work = self.current
        for part in (self.kind, self.own, self.drop):
            part.setEnabled(work is not None)
        self.chosen.setText(work.title if work is not None else self.tr("click a work to say what it is"))
        kind = work.kind if work is not None else ""
        self.kind.set_choices([("", words.kind("")), *((one, words.kind(one)) for one in self._kinds)])
        self.kind.set_key(kind if kind in self._kinds else "")


class ContentsView(TrafficView):
    """Kinds, lengths, works."""

    days = 30

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.kinds, self.completion, self.works = TrafficKinds(wide=True), CompletionCard(), WorksCard()
        for lines in (self.kinds.lines, self.completion.lines):
            lines.clicked.connect(lambda: self.tasks.start(self.ask_lines(), key="lines"))
        self.works.kind.chosen.connect(self._set_kind)
        self.works.own.returnPressed.connect(lambda: self._set_kind(self.works.own.text().strip()))
        self.works.drop.clicked.connect(lambda: self.tasks.start(self._drop(), key="drop"))
        inside = QWidget()
        room = QVBoxLayout(inside)
        room.setContentsMargins(0, 0, 6, 0)
        room.setSpacing(12)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(12)
        self._top.addWidget(self.kinds, 1)
        self._top.addWidget(self.completion, 1)
        room.addLayout(self._top)
        room.addWidget(self.works, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))
        self.load()

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = event.size().width() >= WIDE
        self._top.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)

    def show_board(self, board: TrafficBoard) -> None:
        """Fill the cards."""
        for card in (self.kinds, self.completion, self.works):
            card.show_board(board)

    def _set_kind(self, kind: str) -> None:
        work = self.works.current
        if work is not None:
            self.works.own.clear()
            self.tasks.start(
                self.safely(lambda: self.desk.actions.traffic.set_kind(work.shop_id, work.work, kind)), key="kind"
            )

    async def _drop(self) -> None:
        work = self.works.current
        if work is not None and await self.safely(lambda: self.desk.actions.traffic.drop_work(work.shop_id, work.work)):
            self.said.emit(self.tr("Taken out: {title}").format(title=work.title), self.tr("import it again to undo"))


def _row(one: WorkRow) -> tuple[Cell, ...]:
    return (
        Cell(words.day(one.day_at), "text3"),
        Cell(one.title),
        Cell(words.kind(one.kind), "text2" if one.kind else "faint"),
        Cell(words.stay(one.length_s), "text2"),
        Cell(texts.count(one.plays)),
        Cell(words.share(one.completion)),
        Cell(words.stay(one.stay_s)),
        Cell(words.share(one.click_rate)),
        Cell(words.share(one.conversion)),
    )
