"""来源: where viewers come from, which content earns them, and how far they go; everything at one look."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from console.rules.traffic import Standing
from console.rules.traffic_split import Split
from console.store.traffic_board import TrafficBoard
from console.ui import texts
from console.ui.context import Desk
from console.ui.page import Question, scrolled
from console.ui.tabs.traffic import sources_words as words
from console.ui.tabs.traffic.completion import CompletionCard
from console.ui.tabs.traffic.contents_card import TrafficKinds
from console.ui.tabs.traffic.funnel import RoomFunnel
from console.ui.tabs.traffic.labels_card import ConsistencyCard
from console.ui.tabs.traffic.sources_base import TrafficView
from console.ui.tabs.traffic.sources_chart import StackChart
from console.ui.widgets import Card, EmptyState, Picker, Segmented, label
from console.ui.widgets.labels import Elided

WIDE = 1_080  # pixels: from here on the cards stand side by side
SPANS = (7, 14, 30)
SAID: tuple[Standing, ...] = ("natural", "private", "paid", "unknown")


class TrafficSplitCard(Card):
    """The chart, the chosen day in words, and site-wide promotion apart."""

    def __init__(self) -> None:
        super().__init__(self.tr("Traffic by source"))
        self.stamp = Elided("", 11)
        self.head.addWidget(self.stamp)
        self.way = Segmented(
            [("viewers", self.tr("People")), ("views", self.tr("Views")), ("share", self.tr("Share"))], "viewers"
        )
        self.way.chosen.connect(lambda: self._show())
        self.add_end(self.way)
        self.chart = StackChart()
        self.chart.chosen.connect(lambda _place: self._say())
        self.none = EmptyState(
            "chart-line",
            self.tr("No traffic imported yet"),
            self.tr(
                "Kuaishou gives no interface for traffic sources. Export the session report of the live back office, "
                "or copy its table, and import it here; the live page's helper can send the split, too."
            ),
            self.tr("Import"),
        )
        self.body.addWidget(self.chart, 1)
        self.body.addWidget(self.none, 1)
        self.said = label("", 12, tone="text2")
        self.apart = Elided("", 12, tone="amber")
        self.body.addWidget(self.said)
        self.body.addWidget(self.apart)
        self._board: TrafficBoard | None = None
        self._is_chosen = False
        self.way.chosen.connect(lambda: setattr(self, "_is_chosen", True))

    def sizeHint(self) -> QSize:
        return QSize(720, 320)

    def show_board(self, board: TrafficBoard) -> None:
        """Fill it; where only counts are known, those are shown first."""
        self._board = board
        if not self._is_chosen:
            both = board.sources
            self.way.set_key("views" if both.counts.told and not both.people.told else "viewers")
        self._show()

    @property
    def split(self) -> Split | None:
        """What is drawn."""
        if self._board is None:
            return None
        both = self._board.sources
        if self.way.key() == "share":
            return both.people if both.people.told or not both.counts.told else both.counts
        return both.people if self.way.key() == "viewers" else both.counts

    def _show(self) -> None:
        board, split = self._board, self.split
        if board is None or split is None:
            return
        unit = self.tr("people") if split.measure == "viewers" else self.tr("views")
        self.under.setText(self.tr("by {unit} · each day").format(unit=unit))
        known = bool(split.told) or bool(board.sources.came.rows)
        self.chart.setVisible(known)
        self.none.setVisible(not known)
        self.chart.show_split(split, as_shares=self.way.key() == "share")
        parts = [self.tr("%n day(s)", "", len(split.told))]
        if split.missing:
            parts.append(self.tr("%n missing", "", split.missing))
        known_words = words.stamp(board.sources.came, board.at, *parts)
        self.stamp.setText(f"● {known_words}" if known else "")
        self.stamp.setVisible(known)
        self.stamp.setToolTip(self._sources_words(board))
        self._say()

    def _sources_words(self, board: TrafficBoard) -> str:
        """Which sources were used, and which not, and why."""
        lines = [self.tr("Share = people (or views) of a channel ÷ all channels, without site-wide promotion")]
        if board.sources.unused:
            unused = self.tr(
                "%n show(s) also told a split by their page: not used, that day was imported", "", board.sources.unused
            )
            lines.append(unused)
        lines.append(
            self.tr("The ads report tells views of the whole site only: it stands apart and is never added")
            if board.ads
            else self.tr("No ads account is bound")
        )
        return "\n".join(lines)

    def _say(self) -> None:
        day, split = self.chart.day, self.split
        if day is None or split is None or not day.by:
            self.said.setText("" if day is None else self.chart.tip(day))
        else:
            parts = [f"{words.standing(one)} {words.share(day.of(one) / day.total)}" for one in SAID if day.total]
            unit = self.tr("by people") if split.measure == "viewers" else self.tr("by views")
            self.said.setText(
                self.tr("{day}: {parts} ({unit}; hatched = paid; sum {sum})").format(
                    day=words.day(day.day_at), parts=" · ".join(parts), unit=unit, sum=texts.count(day.total)
                )
            )
        self.apart.setText(self._apart())
        self.apart.setVisible(bool(self.apart.text()))

    def _apart(self) -> str:
        """Site-wide promotion moves free traffic, too: printed, never added."""
        board = self._board
        if board is None:
            return ""
        people, counts = board.sources.people.apart, board.sources.counts.apart
        told = [
            pattern.format(number=texts.count(number))
            for pattern, number in ((self.tr("{number} people"), people), (self.tr("{number} views"), counts))
            if number is not None
        ]
        if not told:
            return ""
        said = self.tr("Site-wide promotion overlaps with natural traffic and is never added: {told}")
        return said.format(told=" · ".join(told))


class SourcesView(TrafficView):
    """Five cards."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        spans = [(str(days), self.tr("last %n day(s)", "", days)) for days in SPANS]
        self.span = Picker(spans, "14")
        self.span.chosen.connect(self._choose_span)
        self.verbs = (self.span, self.take)
        self.split, self.kinds, self.completion = TrafficSplitCard(), TrafficKinds(), CompletionCard()
        self.labels, self.funnel = ConsistencyCard(), RoomFunnel()
        for lines in (self.kinds.lines, self.completion.lines):
            lines.clicked.connect(lambda: self.tasks.start(self.ask_lines(), key="lines"))
        self.labels.edit.clicked.connect(lambda: self.go.emit("traffic", {"view": "labels", "edit": "1"}))
        self.split.none.on_click(self.take.click)
        inside = QWidget()
        room = QVBoxLayout(inside)
        room.setContentsMargins(0, 0, 6, 0)
        room.setSpacing(12)
        self._rows = [QBoxLayout(QBoxLayout.Direction.LeftToRight) for _ in range(2)]
        for row, cards in zip(
            self._rows,
            (((self.split, 21), (self.kinds, 12)), ((self.completion, 15), (self.labels, 11), (self.funnel, 9))),
            strict=True,
        ):
            row.setSpacing(12)
            for card, stretch in cards:
                row.addWidget(card, stretch)
            room.addLayout(row, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))
        self.load()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room side by side, the cards stand below each other."""
        wide = event.size().width() >= WIDE
        for row in self._rows:
            row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)

    def _choose_span(self, key: str) -> None:
        self.days = int(key)
        self.load()

    def show_board(self, board: TrafficBoard) -> None:
        """Fill the cards."""
        for card in (self.split, self.kinds, self.completion, self.labels, self.funnel):
            card.show_board(board)

    def open_at(self, question: Question) -> None:
        """``{"days": "30"}``; ``{"import": "1"}`` opens the import."""
        if question.get("days") in {str(days) for days in SPANS}:
            self.span.set_key(question["days"])
            self._choose_span(question["days"])
        if question.get("import"):
            self.take.click()
