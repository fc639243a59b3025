"""裂变券: who brought whom, step by step, what a new buyer cost, what it earned, and who played foul."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.rules.coupons import Fission
from console.store.coupons import CouponBoard
from console.ui import paint, texts
from console.ui.charted import ChartData, join, tell
from console.ui.charted import Column as Told
from console.ui.rows import Cell, Column, Rows
from console.ui.tabs.customers import touch_words as words
from console.ui.theme import current
from console.ui.widgets import Card, EmptyState, Picker, label
from console.ui.widgets.labels import Wrapped, set_tone

LINE, NAME_WIDE, NUMBER_WIDE, BAR = 24, 84, 84, 6
MOST_NAMED = 5


class Steps(QWidget):
    """Bars, one on a line, each with its number."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._steps: list[tuple[str, int, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        join(self)

    def show_steps(self, steps: list[tuple[str, int, str]]) -> None:
        """Name, number, and the number in words."""
        self._steps = steps
        tell(self)
        self.setAccessibleDescription("\n".join(f"{name} {said}" for name, _, said in steps))
        self.updateGeometry()
        self.update()

    def chart_data(self) -> ChartData | None:
        """A row a bar."""
        columns = (
            Told(self.tr("Step"), [name for name, _, _ in self._steps], kind="place"),
            Told(self.tr("Number"), [number for _, number, _ in self._steps], texts.count),
        )
        return ChartData(self._name, columns) if self._steps else None

    def sizeHint(self) -> QSize:
        return QSize(260, LINE * len(self._steps))

    def minimumSizeHint(self) -> QSize:
        return QSize(NAME_WIDE + NUMBER_WIDE + 60, LINE * len(self._steps))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current(), QPainter(self)
        name_wide = max([NAME_WIDE, *(paint.width(name, 13) + 12 for name, _, _ in self._steps)])
        most = max((number for _, number, _ in self._steps), default=0) or 1
        for at, (name, number, said) in enumerate(self._steps):
            y = at * LINE
            paint.text(painter, QRect(0, y, name_wide, LINE), name, look["text2"])
            wide = max(20, self.width() - name_wide - NUMBER_WIDE)
            ground = QRect(name_wide, y + (LINE - BAR) // 2, wide, BAR)
            paint.rounded(painter, ground, BAR / 2, look["track"])
            if number:
                filled = QRect(ground.topLeft(), QSize(max(BAR, wide * number // most), BAR))
                paint.rounded(painter, filled, BAR / 2, look["s3"])
            box = QRect(self.width() - NUMBER_WIDE, y, NUMBER_WIDE, LINE)
            paint.text(painter, box, said, look["text"], align=paint.RIGHT)
        painter.end()


class CouponsCard(Card):
    """One campaign of those that are known; the latest first."""

    def __init__(self, *, full: bool = True) -> None:
        super().__init__(self.tr("Coupons passed on"))
        self._full = full
        self._by: Mapping[str, Fission] = {}
        self.pick = Picker([("", "")], "")
        self.pick.setAccessibleName(self.tr("Campaign"))
        self.pick.chosen.connect(lambda _key: self._show())
        self.add_end(self.pick)
        self.none = EmptyState(
            "ticket",
            self.tr("No coupons passed on are known"),
            self.tr("Import the merchant back office's export: who invited whom, who took and used the coupon."),
            self.tr("Import") if full else "",
        )
        self.steps = Steps(self.title.text())
        self.sums = Wrapped("", 13, tone="text2")
        self.sums.setToolTip(
            self.tr(
                "Coefficient = new buyers ÷ people who passed coupons on. A new buyer cost all that the used coupons "
                "took off ÷ new buyers."
            )
        )
        columns = (
            Column(self.tr("Brought by")),
            Column(self.tr("Brought"), 80, right=True),
            Column(self.tr("Of them bought"), 90, right=True),
            Column(self.tr("Of them new"), 80, right=True),
        )
        self.inviters = Rows(columns, self.tr("Who brought most"), "", 30)
        self.foul = Wrapped("", 12, tone="text3")
        self.stamp = label("", 11, tone="text3")
        for part in (self.none, self.steps, self.sums, self.foul, self.inviters, self.stamp):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def show_board(self, board: CouponBoard, now: int) -> None:
        """Fill it."""
        known = bool(board.campaigns)
        for part in (self.steps, self.sums, self.foul, self.stamp, self.pick):
            part.setVisible(known)
        self.inviters.setVisible(known and self._full)
        self.stamp.setVisible(known and self._full)
        self.none.setVisible(not known)
        self._by = named(board.campaigns)
        names = [(name, name) for name in self._by]
        if known:
            was = self.pick.key()
            self.pick.set_choices(names)
            self.pick.set_key(was if was in dict(names) else names[0][0])
            rows = self.tr("%n row(s)", "", board.rows)
            self.stamp.setText(words.joined((f"● {words.origins(board.origins)}", texts.age(board.kept_at, now), rows)))
            self._show()

    @property
    def campaign(self) -> Fission | None:
        """The one in sight."""
        return self._by.get(self.pick.key())

    def _show(self) -> None:
        one = self.campaign
        if one is None:
            return
        people, orders = self.tr("{n} people"), self.tr("{n} orders")
        steps = [
            (self.tr("Passed on"), one.starters, people.format(n=texts.count(one.starters))),
            (self.tr("Taken"), one.taken, people.format(n=texts.count(one.taken))),
            (self.tr("New buyers"), one.new_buyers, orders.format(n=texts.count(one.new_buyers))),
            (self.tr("Old buyers"), one.old_buyers, orders.format(n=texts.count(one.old_buyers))),
        ]
        if one.unknown_buyers:
            said = orders.format(n=texts.count(one.unknown_buyers))
            steps.append((self.tr("New or old unknown"), one.unknown_buyers, said))
        self.steps.show_steps(steps)
        self.sums.setText(words.joined(self._sums(one)))
        self.inviters.show_rows(
            [
                (Cell(by.name), *(Cell(texts.count(n)) for n in (by.brought, by.bought, by.new_buyers)))
                for by in one.inviters
            ]
        )
        foul = self._foul(one)
        self.foul.setVisible(self._full or bool(foul))
        if foul and not self._full:
            foul = foul[:1]
        self.foul.setText("\n".join(foul) or self.tr("No circles, nobody invited himself"))
        set_tone(self.foul, "amber" if foul else "text3")

    def _sums(self, one: Fission) -> list[str]:
        factor = texts.NOTHING if one.coefficient is None else f"{one.coefficient:.2f}"
        cost = texts.NOTHING if one.cost_of_new_fen is None else texts.money(round(one.cost_of_new_fen))
        parts = [
            self.tr("coefficient {n}").format(n=factor),
            self.tr("a new buyer cost {money}").format(money=cost),
        ]
        if one.cost_untold:
            parts.append(self.tr("cost missing in %n row(s)", "", one.cost_untold))
        if one.earned.value is not None:
            parts.append(self.tr("margin {n} times the cost").format(n=f"{one.earned.value:.1f}"))
        if self._full:
            levels = " → ".join(texts.count(number) for number in one.levels) or texts.NOTHING
            parts.append(self.tr("by step: {levels}").format(levels=levels))
            parts.append(self.tr("paid with it {money}").format(money=texts.money(one.paid_fen)))
        return parts

    def _foul(self, one: Fission) -> list[str]:
        found = []
        if one.selves:
            names = self.tr(", ").join(one.selves[:MOST_NAMED])
            said = self.tr("%n invited himself", "", len(one.selves))
            found.append(words.joined((said, names), ": "))
        if one.circles:
            ways = self.tr("; ").join(" → ".join(way) for way in one.circles[:MOST_NAMED])
            said = self.tr("%n circle(s)", "", len(one.circles))
            found.append(words.joined((said, ways), ": "))
        if one.again:
            found.append(self.tr("%n invited a second time: the first counts", "", len(one.again)))
        return found


def named(campaigns: Sequence[Fission]) -> dict[str, Fission]:
    """By name; shops may each have one of the same."""
    found: dict[str, Fission] = {}
    for one in campaigns:
        same = sum(name.campaign == one.campaign for name in found.values())
        found[f"{one.campaign} ({same + 1})" if same else one.campaign] = one
    return found
