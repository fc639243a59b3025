"""标签一致性: what is published beside what the fans like, two bars a label. An own figure, not the platform's."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from console.rules.traffic_labels import REST, LabelPair
from console.store.traffic_board import LabelsBoard, TrafficBoard
from console.ui import paint, texts
from console.ui.charted import ChartData, Column, join, tell
from console.ui.paint import ChipLook
from console.ui.tabs.traffic import sources_words as words
from console.ui.theme import current, direction_tone
from console.ui.widgets import Card, Chip, label, link
from console.ui.widgets.labels import Wrapped, set_tone

HIGH, TOP, FEWEST = 26, 20, 6
NAME, GAP, SHARE = 84, 66, 42
NUMBERS = 2 * SHARE + GAP + 6


class PairBars(QWidget):
    """``most`` labels at most; the rest is named as so many more."""

    def __init__(self, most: int = FEWEST) -> None:
        super().__init__()
        self._pairs: Sequence[LabelPair] = ()
        self._most = most
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        join(self)

    def show_pairs(self, pairs: Sequence[LabelPair]) -> None:
        """These, the largest first."""
        self._pairs = pairs
        tell(self)
        self.setAccessibleDescription("\n".join(self.words()))
        self.setMinimumHeight(self.sizeHint().height())  # a layout beside wrapped words forgets what it needs
        self.update()

    def chart_data(self) -> ChartData | None:
        """A row a label, those without room in the chart, too."""
        pairs = self._pairs
        columns = (
            Column(self.tr("Label"), [self.name(one) for one in pairs], kind="place"),
            Column(self.tr("Content"), [one.content for one in pairs], words.share),
            Column(self.tr("Fans"), [one.fans for one in pairs], words.share),
            Column(self.tr("Gap"), [self.gap(one) for one in pairs], named=False),
        )
        return ChartData(self.tr("Label consistency"), columns) if pairs else None

    def words(self) -> list[str]:
        """Each label in words."""
        return [
            f"{self.name(one)} {words.share(one.content, 0)} {words.share(one.fans, 0)} {self.gap(one)}"
            for one in self._pairs
        ]

    @property
    def _shown(self) -> Sequence[LabelPair]:
        return self._pairs[: self._most]

    def sizeHint(self) -> QSize:
        more = 1 if len(self._pairs) > self._most else 0
        return QSize(300, TOP + HIGH * max(1, len(self._shown)) + 18 * more)

    def minimumSizeHint(self) -> QSize:
        return QSize(290, self.sizeHint().height())

    def name(self, pair: LabelPair) -> str:
        """A label; what is under none has a name, too."""
        return self.tr("not listed") if pair.label == REST else pair.label

    def gap(self, pair: LabelPair) -> str:
        """``+8 点``, with a mark where it warns."""
        said = self.tr("{points} pt").format(points=words.points(pair.gap))
        return f"▲ {said}" if pair.warns else said

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current(), QPainter(self)
        right = self.width()
        for title, ink, x in (
            (self.tr("Content"), "s1", right - GAP - SHARE),
            (self.tr("Fans"), "s2", right - GAP),
        ):
            box = QRect(x - 60, 0, 60, 16)
            paint.text(painter, box, title, look[ink], pixels=11, align=paint.RIGHT)
        top = max((max(one.content, one.fans) for one in self._pairs), default=0.0) or 1.0
        room = max(20, self.width() - NAME - NUMBERS - 8)
        for number, one in enumerate(self._shown):
            y = TOP + number * HIGH
            box = QRect(0, y, NAME - 6, HIGH)
            paint.text(painter, box, self.name(one), look["text"], pixels=12, elide=True)
            for value, ink, down in ((one.content, "s1", 6), (one.fans, "s2", 14)):
                wide = max(2 if value else 0, round(room * value / top))
                if wide:
                    paint.rounded(painter, QRect(NAME, y + down, wide, 6), 2, look[ink])
            for value, ink, x in ((one.content, "s1", right - GAP - 2 * SHARE), (one.fans, "s2", right - GAP - SHARE)):
                box = QRect(x, y, SHARE, HIGH)
                paint.text(painter, box, words.share(value, 0), look[ink], pixels=12, align=paint.RIGHT)
            tone = look["fg_amber" if one.warns else "text3"]
            box = QRect(right - GAP, y, GAP, HIGH)
            paint.text(painter, box, self.gap(one), tone, pixels=12, strong=one.warns, align=paint.RIGHT)
        if len(self._pairs) > self._most:
            said = self.tr("and {n} more").format(n=len(self._pairs) - self._most)
            box = QRect(0, TOP + HIGH * self._most, self.width(), 16)
            paint.text(painter, box, said, look["stamp"], pixels=11)
        painter.end()


class ConsistencyCard(Card):
    """Index, verdict, the week before; the pairs; the label worth a look."""

    def __init__(self, most: int = FEWEST) -> None:
        super().__init__(self.tr("Label consistency"), self.tr("content ↔ fans' interests"))
        self.edit = link(self.tr("Edit"))
        self.add_end(self.edit)
        self.index = label(texts.NOTHING, 30, strong=True)
        self.chip = Chip(ChipLook("grey", "circle-dashed", texts.NOTHING))
        self.before = label("", 12, tone="text2")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.index)
        row.addWidget(self.chip)
        row.addStretch(1)
        row.addWidget(self.before)
        self.body.addLayout(row)
        self.bars = PairBars(most)
        self.body.addWidget(self.bars)
        self.body.addStretch(1)
        self.hint = Wrapped("", 13, strong=True)
        self.body.addWidget(self.hint)
        about = self.tr("Index = 1 − half the sum of the absolute gaps (own figure, not the platform's)")
        self.body.addWidget(Wrapped(about, 11, tone="text3"))
        self.stamp = Wrapped("", 11, tone="text3")
        self.body.addWidget(self.stamp)
        self.index.setToolTip(about)

    def show_board(self, board: TrafficBoard) -> None:
        """Fill it."""
        labels = board.labels
        self.bars.setVisible(labels.now is not None)
        if labels.now is None:
            self._empty(labels)
            return
        self.index.setText(f"{labels.now.index:.2f}")
        set_tone(self.index, "text")
        if labels.now.index >= labels.close:
            self.chip.set_look(ChipLook("blue", "circle-check", self.tr("mostly agree")))
        else:
            self.chip.set_look(ChipLook("amber", "triangle-alert", self.tr("drifts apart")))
        self.before.setText(self._before(labels))
        known = labels.now.index if labels.before is None else labels.before
        set_tone(self.before, direction_tone(labels.now.index - known))
        self.bars.show_pairs(labels.now.pairs)
        worst = labels.now.worst
        self.hint.setText("" if worst is None else self._hint(worst))
        days = [side.day_at for side in (labels.content, labels.fans) if side.day_at is not None]
        came = labels.fans.came if labels.fans.came.kept_at else labels.content.came
        told = self.tr("as of {day}").format(day=" / ".join(sorted({words.day(at) for at in days})))
        self.stamp.setText(f"● {words.stamp(came, board.at, told)}")

    def _before(self, labels: LabelsBoard) -> str:
        if labels.before is None or labels.before_at is None or labels.now is None:
            return ""
        arrow = "▲" if labels.now.index > labels.before else "▼" if labels.now.index < labels.before else "■"
        return self.tr("{day}: {index} {arrow}").format(
            day=words.day(labels.before_at), index=f"{labels.before:.2f}", arrow=arrow
        )

    def _hint(self, worst: LabelPair) -> str:
        if worst.gap > 0:
            said = self.tr("“{label}”: content lies {points} points below the fans' interest")
        else:
            said = self.tr("“{label}”: content lies {points} points above the fans' interest")
        return said.format(label=worst.label, points=round(abs(worst.gap) * 100))

    def _empty(self, labels: LabelsBoard) -> None:
        self.index.setText(texts.NOTHING)
        set_tone(self.index, "faint")
        self.chip.set_look(ChipLook("grey", "circle-dashed", self.tr("no source")))
        self.before.setText("")
        missing = [
            name
            for name, side in ((words.field("content"), labels.content), (words.field("fans"), labels.fans))
            if side.day_at is None
        ]
        self.hint.setText(self.tr("Missing: {sides}. Import a table or type it.").format(sides=", ".join(missing)))
        self.stamp.setText("")
