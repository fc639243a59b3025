"""Cards of a recap: who came back, and stretches with a co-host beside each other; what cannot be known says why."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.rules.live_fans import Loyal
from console.rules.live_pk import Pk
from console.ui import texts
from console.ui.tabs.live import words
from console.ui.tabs.live.recap_reading import RecapReading
from console.ui.tabs.live.rows import Cell, Column, Row, Rows, in_scroll
from console.ui.widgets import Card, label
from console.ui.widgets.labels import Wrapped


class Share(QWidget):
    """A share in large digits, of whom it is, and how far it can be trusted."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = label(title, 13, tone="text2")
        self.value = label(texts.NOTHING, 28, strong=True)
        self.of = label("", 12, tone="text2")
        self.why = Wrapped("", 12, tone="text3")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        for part in (self.title, self.value, self.of, self.why):
            whole.addWidget(part)
        whole.addStretch(1)

    def said(self) -> str:
        """All of it in words."""
        parts = (self.title.text(), self.value.text(), self.of.text(), self.why.text())
        return " ".join(part for part in parts if part)

    def show_share(self, loyal: Loyal | None, why: str) -> None:
        """None: nobody looked."""
        share = None if loyal is None else loyal.share
        self.value.setText(texts.NOTHING if share is None else f"{share:.0%}")
        self.of.setText("" if loyal is None or not loyal.people else self._of(loyal))
        self.of.setVisible(bool(self.of.text()))
        self.why.setText(why)

    def _of(self, loyal: Loyal) -> str:
        everybody = texts.count(loyal.people)
        if loyal.returning is None:
            return self.tr("{all} named").format(all=everybody)
        return self.tr("{n} of {all}").format(n=texts.count(loyal.returning), all=everybody)


class FansCard(Card):
    """Viewers by the helper's keys, buyers by the shop's orders."""

    def __init__(self) -> None:
        super().__init__(self.tr("Who came back"), self.tr("people that are named only"))
        self.viewers, self.buyers = Share(self.tr("Viewers who interacted")), Share(self.tr("Buyers"))
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self.viewers, 1)
        row.addWidget(self.buyers, 1)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def show_reading(self, reading: RecapReading) -> None:
        fans = reading.recap.fans
        if fans is not None:
            self.viewers.show_share(fans.viewers, self._viewers(fans.viewers))
            self.buyers.show_share(fans.buyers, self._buyers(fans.buyers))

    def _viewers(self, loyal: Loyal) -> str:
        match loyal.doubt:
            case "unnamed":
                return self.tr("Nobody is named: connect a helper that sends comments with a key for each person")
            case "first":
                return self.tr("No show before it names anybody")
            case "never":
                return self.tr(
                    "Nobody came back: the helper likely makes other keys for each show, so it cannot be known"
                )
        said = self.tr("had interacted in one of the %n show(s) before", "", loyal.before)
        return said + (self.tr(" · too few to judge by") if loyal.doubt == "few" else "")

    def _buyers(self, loyal: Loyal) -> str:
        match loyal.doubt:
            case "no_orders":
                return self.tr("The shop's orders are not read up to the end of this show")
            case "no_buyers":
                return self.tr("No order of this show names its buyer")
            case "first":
                return self.tr("No order from before this show is kept here")
        since = texts.NOTHING if loyal.since_at is None else texts.full_moment(loyal.since_at)[:10]
        said = self.tr("had bought before, by the orders kept since {day}").format(day=since)
        if loyal.unnamed:
            said += " · " + self.tr("%n order(s) without a buyer left out", "", loyal.unnamed)
        return said + (self.tr(" · too few to judge by") if loyal.doubt == "few" else "")


class PkCard(Card):
    """Each stretch with a co-host: a minute of it beside a minute of as long before it."""

    def __init__(self) -> None:
        super().__init__(self.tr("PKs compared"), self.tr("a minute: before → during"))
        columns = (
            Column(self.tr("PK")),
            Column(self.tr("Online"), 104, right=True),
            Column(self.tr("Follows"), 84, right=True),
            Column(self.tr("Sales"), 116, right=True),
        )
        self.rows = Rows(columns, 40, self.tr("No PK in this show"))
        self.body.addWidget(in_scroll(self.rows), 1)

    def show_reading(self, reading: RecapReading) -> None:
        self.rows.show_rows([self._row(one) for one in reading.recap.pks])

    def _row(self, one: Pk) -> Row:
        stretch = one.stretch
        until = texts.clock_time(stretch.end_at)
        when = f"{texts.clock_time(stretch.begin_at)}–{until}"
        if stretch.is_assumed:
            when = self.tr("{span}, end assumed").format(span=when)
        return (
            Cell(words.mark(stretch.event), under=when),
            self._cell(one, "online"),
            self._cell(one, "follows", 1),
            self._cell(one, "gmv_fen"),
        )

    def _cell(self, one: Pk, name: str, places: int = 0) -> Cell:
        scale = 100 if name == "gmv_fen" else 1

        def said(value: float | None) -> str:
            return texts.NOTHING if value is None else f"{value / scale:,.{places}f}"

        before, during = getattr(one.before, name), getattr(one.during, name)
        if before is None and during is None:
            return Cell(texts.NOTHING, ink="text3")
        change = one.change(name)
        under = "" if change is None else f"{'▲' if change >= 0 else '▼'} {abs(change):.0%}"
        return Cell(f"{said(before)} → {said(during)}", ink="text3" if during is None else "text", under=under)
