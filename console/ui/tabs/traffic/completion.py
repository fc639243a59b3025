"""完播率与“跳池”线: each length by its own works: the middle half, median, the latest; the line is an experience."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from console.rules.traffic_works import Completion, Verdict
from console.store.traffic_board import TrafficBoard
from console.ui import paint, texts
from console.ui.charted import ChartData, Column, join, tell
from console.ui.tabs.traffic import sources_words as words
from console.ui.theme import current
from console.ui.widgets import Card, label, link
from console.ui.widgets.labels import Wrapped

NAME, SAMPLE, TOP, FOOT = 84, 56, 26, 24
LEAST, MOST = 32, 56
INKS: dict[Verdict, str] = {"good": "fg_green", "info": "fg_blue", "warn": "fg_amber", "few": "s5", "none": "s5"}


class CompletionChart(QWidget):
    """A row a length, on one scale from nothing to a round end."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Completion] = ()
        self._recent_days, self._least = 7, 30
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        join(self)

    def show_rows(self, rows: Sequence[Completion], recent_days: int, least: int) -> None:
        """All lengths; fewer than ``least`` works are not judged."""
        self._rows, self._recent_days, self._least = rows, recent_days, least
        tell(self)
        self.setAccessibleDescription("\n".join(self.tip(row) for row in rows))
        self.update()

    def chart_data(self) -> ChartData | None:
        """A row a length."""
        rows = self._rows
        late = self.tr("Median, {days} days").format(days=self._recent_days)
        judged = [None if row.middle is None else self.verdict(row.verdict) for row in rows]
        columns = (
            Column(self.tr("Length"), [words.bucket(row.bucket) for row in rows], kind="place"),
            Column(late, [row.recent for row in rows], words.share),
            Column(self.tr("Own P25"), [row.low for row in rows], words.share, named=False),
            Column(self.tr("Own median"), [row.middle for row in rows], words.share),
            Column(self.tr("Own P75"), [row.high for row in rows], words.share, named=False),
            Column(self.tr("Pool line"), [row.line for row in rows], words.share, named=False),
            Column(self.tr("Works"), [row.works for row in rows], texts.count, named=False),
            Column(self.tr("Verdict"), judged, kind="text"),
        )
        return ChartData(self.tr("Completion"), columns) if any(row.works for row in rows) else None

    def sizeHint(self) -> QSize:
        return QSize(480, TOP + FOOT + 38 * 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(340, TOP + FOOT + LEAST * 6)

    @property
    def _high(self) -> int:
        return max(LEAST, min(MOST, (self.height() - TOP - FOOT) // max(1, len(self._rows))))

    @property
    def _end(self) -> float:
        """Where the scale ends: the next fifth above everything that is drawn."""
        told = [value for row in self._rows for value in (row.high, row.recent, row.line) if value is not None]
        return min(1.0, max(0.8, -(-round(max(told, default=0.8) * 100) // 20) * 0.2))

    def _x(self, value: float) -> int:
        return NAME + round((self.width() - NAME - SAMPLE - 40) * min(value, self._end) / self._end)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current(), QPainter(self)
        bottom = TOP + self._high * len(self._rows)
        for step in range(round(self._end / 0.2) + 1):
            x = self._x(step * 0.2)
            painter.fillRect(QRect(x, TOP, 1, bottom - TOP), look["grid"])
            box = QRect(x - 24, bottom + 4, 48, 16)
            paint.text(painter, box, f"{step * 0.2:.0%}", look["stamp"], pixels=11, align=paint.CENTRE)
        self._lines(painter)
        box = QRect(self.width() - SAMPLE, 4, SAMPLE, 16)
        paint.text(painter, box, self.tr("Works"), look["text3"], pixels=11, align=paint.RIGHT)
        for number, row in enumerate(self._rows):
            self._row(painter, TOP + number * self._high, row)
        painter.end()

    def _lines(self, painter: QPainter) -> None:
        """One dashed line down the rows; it steps where the lengths have lines of their own."""
        look = current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(look["fg_amber"], 1, Qt.PenStyle.DashLine))
        for number, row in enumerate(self._rows):
            x, y = self._x(row.line), TOP + number * self._high
            painter.drawLine(x, y, x, y + self._high)
        if self._rows:
            lines = {row.line for row in self._rows}
            said = self.tr("Pool line {line} (experience)") if len(lines) == 1 else self.tr("Pool lines (experience)")
            said = said.format(line=words.share(self._rows[0].line, 0))
            x, wide = self._x(self._rows[0].line), paint.width(said, 11)
            left = min(x - wide // 2, self.width() - SAMPLE - wide - 4)
            paint.text(painter, QRect(left, 4, wide + 2, 16), said, look["fg_amber"], pixels=11)

    def _row(self, painter: QPainter, y: int, row: Completion) -> None:
        look, middle = current(), y + self._high // 2
        paint.text(painter, QRect(0, y, NAME, self._high), words.bucket(row.bucket), look["text"])
        box = QRect(self.width() - SAMPLE, y, SAMPLE, self._high)
        paint.text(painter, box, texts.count(row.works), look["text3"], pixels=12, align=paint.RIGHT)
        if row.low is None or row.high is None or row.middle is None:
            said = self.tr("no works")
            paint.text(painter, QRect(NAME + 8, y, 200, self._high), said, look["stamp"], pixels=11)
            return
        few = row.verdict == "few"
        left, right = self._x(row.low), self._x(row.high)
        band = look["track" if few else "previous"]
        paint.rounded(painter, QRect(left, middle - 3, max(6, right - left), 6), 3, band)
        if few:
            self._lacking(painter, QRect(left, middle + 4, 260, 16), row.works)
            return
        painter.fillRect(QRect(self._x(row.middle), middle - 8, 2, 16), look["text2"])
        if row.recent is None:
            said = self.tr("none of late")
            paint.text(painter, QRect(right + 10, y, 160, self._high), said, look["stamp"], pixels=11)
            return
        ink, x = look[INKS[row.verdict]], self._x(row.recent)
        paint.dot(painter, QPointF(x, middle), ink, 6)
        said = f"{words.share(row.recent, 0)} {self.verdict(row.verdict)}"
        place = QRect(max(x, right) + 12, middle - 9, paint.width(said, 12, True) + 2, 18)
        painter.fillRect(place, look["surface"])  # over the line
        paint.text(painter, place, said, ink, pixels=12, strong=True)

    def _lacking(self, painter: QPainter, box: QRect, works: int) -> None:
        """How many there are of those that it takes, as words and as a bar."""
        look, said = current(), self.tr("too few to judge: {have} of {need}").format(have=works, need=self._least)
        paint.text(painter, box, said, look["stamp"], pixels=11)
        bar = QRect(box.x() + paint.width(said, 11) + 8, box.center().y() - 1, 60, 4)
        paint.rounded(painter, bar, 2, look["track"])
        bar.setWidth(max(2, min(60, round(60 * works / max(1, self._least)))))
        paint.rounded(painter, bar, 2, look["s5"])

    def verdict(self, key: Verdict) -> str:
        """A verdict in a word: colour alone says nothing."""
        return {
            "good": self.tr("✓ top quarter"),
            "info": self.tr("● usual"),
            "warn": self.tr("▲ below"),
            "few": self.tr("too few works to judge"),
            "none": self.tr("none of late"),
        }[key]

    def tip(self, row: Completion) -> str:
        """A length in words."""
        if row.middle is None:
            return f"{words.bucket(row.bucket)}: {self.tr('no works')}"
        parts = [
            words.bucket(row.bucket),
            self.tr("Own works: P25 {low} · median {middle} · P75 {high}, n = {n}").format(
                low=words.share(row.low), middle=words.share(row.middle), high=words.share(row.high), n=row.works
            ),
            self.tr("Median of the last {days} days: {recent}, n = {n}").format(
                days=self._recent_days, recent=words.share(row.recent), n=row.recent_works
            ),
            self.tr("Line: {line}. The verdict is by the own P75: {verdict}").format(
                line=words.share(row.line, 0), verdict=self.verdict(row.verdict)
            ),
            self.tr("Completion = complete plays ÷ plays; complete: watched as long as the work is"),
        ]
        return "\n".join(parts)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            number = (event.pos().y() - TOP) // self._high
            is_row = event.pos().y() >= TOP and number < len(self._rows)
            QToolTip.showText(event.globalPos(), self.tip(self._rows[number]) if is_row else "", self)
            return True
        return super().event(event)


class CompletionCard(Card):
    """The chart, its legend in words, and what the line is worth."""

    def __init__(self) -> None:
        super().__init__(self.tr("Completion and the pool line"))
        self.lines = link(self.tr("Lines"))
        self.add_end(self.lines)
        self.chart = CompletionChart()
        self.body.addWidget(self.chart, 1)
        self.legend = label("", 11, tone="text2")
        self.body.addWidget(self.legend)
        caution = self.tr("Only the shortest works reach 60 %: compare with the P75 of your own works of that length")
        self.body.addWidget(Wrapped(caution, 11, tone="amber"))
        self.stamp = Wrapped("", 11, tone="text3")
        self.body.addWidget(self.stamp)

    def show_board(self, board: TrafficBoard) -> None:
        """Fill it."""
        self.under.setText(self.tr("by length · works of the last %n day(s)", "", board.works_days))
        self.chart.show_rows(board.completions, board.recent_days, int(board.lines["least"].value))
        self.legend.setText(self.tr("● last {days} days   ▬ own P25–P75   ┃ own median").format(days=board.recent_days))
        left = board.left_out
        parts = [words.stamp(board.works_came, board.at) if board.works_came.rows else self.tr("no works imported yet")]
        if left["no_length"]:
            parts.append(self.tr("%n without a length", "", left["no_length"]))
        if left["no_completion"]:
            parts.append(self.tr("%n without a completion", "", left["no_completion"]))
        if left["too_long"]:
            parts.append(self.tr("%n longer than 5 min", "", left["too_long"]))
        self.stamp.setText("● " + " · ".join(parts))
