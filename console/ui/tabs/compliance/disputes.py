"""争议预警: after-sales by their score, each with its reasons; the threshold, and how warnings did in the past."""

from typing import TYPE_CHECKING
from zlib import crc32

import msgspec
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from console.core.changes import Changes
from console.rules.disputes import BackTest, Scored, Tested, interval
from console.store.views_tickets import TicketRow
from console.ui import risks, texts
from console.ui.cells import Chips, Goods, Lines, Verbs
from console.ui.context import Desk
from console.ui.held import Held
from console.ui.page import scrolled
from console.ui.paging import Column
from console.ui.table_card import TableCard
from console.ui.tabs.compliance.views import View
from console.ui.widgets import Card, Chip, EmptyState, Picker, Segmented, label, stack
from console.ui.widgets.labels import Elided, Wrapped

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.store.disputes import Warned
    from console.store.views import Pair

RIGHT, MONEY = 276, 4  # the column that gives way in a narrow window
TITLE = 150  # of an after-sale in the overview
CHOICES = (30, 35, 40, 45, 50, 55, 60, 70, 80)
translate = QCoreApplication.translate


class Risk(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket with its score."""

    ticket: TicketRow
    scored: Scored


def read_risks(conn: "Connection", now: int, pair: "Pair | None", past: bool = False) -> "tuple[Warned, list[Risk]]":
    """On a database thread: the highest score first; the back-test only where it is shown."""
    from console.store.disputes import warned
    from console.store.tickets import ticket_rows

    found = warned(conn, now, pair, past=past)
    by_score = sorted(found.scores.items(), key=lambda each: (-each[1].score, each[0]))
    ids = [row_id for row_id, one in by_score if one.score]
    return found, [Risk(ticket=row, scored=found.scores[row.id]) for row in ticket_rows(conn, ids)]


def columns() -> list[Column[Risk]]:
    """Of the list."""
    return [
        Column(translate("disputes", "Score"), 84, Chips(lambda one: risks.chip(one.scored))),
        Column(
            translate("disputes", "After-sale"),
            190,
            Goods(_title, _where, lambda one: crc32(one.ticket.title.encode())),
        ),
        Column(
            translate("disputes", "Reasons"),
            230,
            Lines(lambda one: risks.reasons(one.scored, 2), _rest, free=True),
            stretch=True,
        ),
        Column(translate("disputes", "Money"), 96, Lines(_money, right=True, strong=True), right=True),
        Column(translate("disputes", "Action"), 72, Verbs(lambda _: ("open", translate("disputes", "Handle")))),
    ]


def _title(one: Risk) -> str:
    return f"{one.ticket.title} {one.ticket.spec}".strip() or texts.NOTHING


def _where(one: Risk) -> str:
    why = "" if one.ticket.reason.isdigit() else one.ticket.reason  # a number is no word
    parts = (texts.platform(one.ticket.platform), f"…{one.ticket.after_sale_no[-6:]}", why)
    return " · ".join(part for part in parts if part)


def _rest(one: Risk) -> str:
    """What did not fit into the first line."""
    more = one.scored.points[2:]
    return " · ".join(risks.reason(point) for point in more)


def _money(one: Risk) -> str:
    return texts.money(one.ticket.amount_fen)


def dispute_cells(one: Risk) -> list[QWidget]:
    """For the overview: score, which after-sale, why."""
    look = risks.chip(one.scored)
    score: QWidget = label(texts.NOTHING) if look is None else Chip(look)
    title = f"{one.ticket.title or texts.NOTHING} …{one.ticket.after_sale_no[-6:]}"
    which = Elided(title, 13, tone="text")
    which.setMaximumWidth(TITLE)  # the reasons are what is to be read
    return [score, which, Elided(risks.reasons(one.scored), 13, tone="text2")]


class PastCard(Card):
    """How warnings would have done in the shop's own past, by thresholds; few is said, not reckoned with."""

    def __init__(self) -> None:
        super().__init__(self.tr("In your own past"))
        self.said = Wrapped("", 12, tone="text2")
        self.body.addWidget(self.said)
        self._room = QVBoxLayout()
        self.body.addLayout(self._room)
        self._inside: QWidget | None = None
        self.meaning = Wrapped(
            self.tr(
                "A dispute is an after-sale that came to be decided by its platform. Each was judged by what was known "
                "a day after it was asked for; parcels and deadlines of then are not known and give no points here."
            ),
            12,
            tone="text3",
        )
        self.body.addWidget(self.meaning)

    def show_test(self, test: BackTest, threshold: int) -> None:
        now = test.at(threshold)
        said = self.tr("{n} judged of {all}; {unknown} with an unknown end, {early} over within the day").format(
            n=texts.count(test.judged),
            all=texts.count(test.looked_at),
            unknown=texts.count(test.unknown),
            early=texts.count(test.early),
        )
        parts = [said, self.tr("disputes among them: {n}").format(n=texts.count(now.disputes))]
        if now.is_few:
            parts.append(self.tr("too few to say anything: at least 10 disputes and 10 warnings are needed"))
        self.said.setText(" · ".join(parts))
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = self._table(test, threshold)
        self._room.addWidget(self._inside)

    def _table(self, test: BackTest, threshold: int) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        titles = (self.tr("From"), self.tr("Warned"), self.tr("Right"), self.tr("Found"))
        for place, title in enumerate(titles):
            grid.addWidget(label(title, 12, tone="text3"), 0, place)
        for number, one in enumerate(test.tested, 1):
            cells = (str(one.threshold), texts.count(one.warned), precision(one), recall(one))
            for place, cell in enumerate(cells):
                grid.addWidget(label(cell, 13, strong=one.threshold == threshold), number, place)
        grid.setColumnStretch(len(titles), 1)
        return made


def precision(one: Tested) -> str:
    """``12/16 (51–90%)``: of those warned of, how many became one; few have no share."""
    return _share(one.hits, one.warned)


def recall(one: Tested) -> str:
    """Of those that became one, how many were warned of."""
    return _share(one.hits, one.disputes)


def _share(hits: int, of: int) -> str:
    bounds = interval(hits, of)
    if bounds is None:
        return texts.NOTHING
    plain = f"{hits}/{of}"
    return plain if of < 10 else f"{plain} ({bounds[0] * 100:.0f}–{bounds[1] * 100:.0f}%)"


class DisputesView(View):
    """A list; a click opens the ticket."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.warned: Warned | None = None
        self.rows: list[Risk] = []
        self.threshold = Picker([(str(one), str(one)) for one in CHOICES], "45", self.tr("Warn from "))
        self.threshold.chosen.connect(lambda key: self.tasks.start(self._set(int(key)), key="set"))
        self.verbs = (self.threshold,)
        self.shown = Segmented([("over", self.tr("Warned")), ("all", self.tr("All that run"))], "over")
        self.shown.chosen.connect(lambda _key: self._show())
        note = label(self.tr("A score of visible reasons, 0–100; an aid, no judgement."), 12, tone="text3")
        empty = EmptyState("circle-check", self.tr("No after-sale near a dispute"))
        empty.button.hide()
        self.card: TableCard[Risk] = TableCard(
            columns(), self.tasks, empty, self.tr("{first}–{last} of {total} after-sales")
        )
        self.card.view.row_opened.connect(self._open)
        self.card.view.set_spare((MONEY,))
        self.past, self.weights = PastCard(), Card(self.tr("What counts"))
        self.weights.body.addWidget(Wrapped(self._weights(), 12, tone="text2"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(12)
        column.addWidget(self.past)
        column.addWidget(self.weights)
        column.addStretch(1)
        side = scrolled(inside)
        side.setFixedWidth(RIGHT)
        left = QWidget()
        room = QVBoxLayout(left)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(10)
        room.addLayout(stack(self.shown, note, None, across=True, gap=12))
        room.addWidget(self.card, 1)
        whole = stack(left, side, across=True, gap=12)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        desk.scope.changed.connect(self.load)
        self.load()

    def _weights(self) -> str:
        return self.tr(
            "Words 8–30, refused 15, silence 8–20, age 4–16, amount 3–15, repeat buyer 4–12, contacts 4–12, parcel 12, "
            "return not confirmed 6–12, past the deadline 12. More of a reason is never fewer points."
        )

    def _threshold(self) -> int:
        return int(self.threshold.key())

    def on_changes(self, changes: Changes) -> None:
        if changes.kinds & {"after_sales", "orders", "settings", "compliance", "shops"}:
            self.load()

    def load(self) -> None:
        self.tasks.start(self._load(), key="load")

    async def _load(self) -> None:
        now, pair = self.desk.now(), self.desk.scope.pair
        warned, self.rows = await self.desk.database.read(read_risks, now, pair, True)
        self.warned, least = warned, warned.threshold
        known = sorted({*CHOICES, least})
        self.threshold.set_choices([(str(one), str(one)) for one in known])
        self.threshold.set_key(str(least))
        self.past.show_test(warned.test, least)
        self._show()
        self.counted.emit("disputes", sum(one.scored.score >= least for one in self.rows))
        self.settled.emit()

    def _show(self) -> None:
        least = self._threshold() if self.shown.key() == "over" else 0
        rows = [one for one in self.rows if one.scored.score >= least]
        self.card.model.show(Held(rows, lambda one: one.ticket.id))

    async def _set(self, wanted: int) -> None:
        await self.desk.actions.compliance.set_dispute_threshold(wanted)
        await self._load()

    def _open(self, row_id: int) -> None:
        one = next((each for each in self.rows if each.ticket.id == row_id), None)
        if one is not None:
            question = {"room": "aftersales", "tab": "all", "text": one.ticket.after_sale_no}
            self.go.emit("orders", question)
