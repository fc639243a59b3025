"""现在要做: what to do now, one sentence and one verb each, by deadline. Which sentences: a plain function."""

from collections.abc import Mapping as Table
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.core.model import Mapping, Platform
from console.rules import proof_period
from console.store.views import SignIn
from console.ui import texts
from console.ui.page import Question
from console.ui.tabs.home.reading import HomeReading
from console.ui.tabs.home.tiles import OPENS
from console.ui.tabs.home.when import endings, when
from console.ui.widgets import Badge, Card, IconLabel, button, label, line

MOST = 4
FAR = 1 << 62  # what has no deadline comes after everything that has
translate = QCoreApplication.translate


@dataclass(frozen=True)
class Task:
    """A sentence, what stands beside it, its verb, and the place where it is done."""

    icon: str
    tint: str
    words: str
    under: str
    verb: str
    opens: tuple[str, Question]
    due_at: int = FAR


def tasks(reading: HomeReading, sign_ins: Table[str, SignIn] | None) -> list[Task]:
    """Everything that waits, the nearest deadline first; without one, what breaks sales first."""
    found = [
        *_sign_ins(reading, sign_ins or {}),
        *_due(reading),
        *_after_sales(reading),
        *_parcels(reading),
        *_mappings(reading),
        *_goods(reading),
        *_unreadable(reading),
        *_self_check(reading),
    ]
    return sorted(found, key=lambda task: task.due_at)


def _sign_ins(reading: HomeReading, sign_ins: Table[str, SignIn]) -> list[Task]:
    made = []
    for ending in endings(reading, sign_ins):
        name = f"{texts.platform(ending.shop.platform)}「{ending.shop.name}」"
        if ending.at is None or ending.is_over:
            words = translate("home", "{shop}: the sign-in has ended").format(shop=name)
            under = translate("home", "this shop is not being read")
        else:
            left = texts.span(ending.at - reading.now)
            words = translate("home", "{shop}: the sign-in ends in {span}").format(shop=name, span=left)
            under = translate("home", "after that orders and stock are no longer read")
        verb = translate("home", "Sign in again")
        due_at = 0 if ending.is_over else ending.at or 0
        made.append(Task("key-round", "fg_amber", words, under, verb, ("accounts", {}), due_at))
    return made


def _due(reading: HomeReading) -> list[Task]:
    todo = reading.todo
    if not todo.due_soon:
        return []
    first = when(todo.due_next_at, reading.now)
    if todo.overdue:
        words = translate("home", "Late already: {n} to ship").format(n=texts.count(todo.overdue))
    else:
        pattern = translate("home", "Running late from {time} on: {n} to ship")
        words = pattern.format(n=texts.count(todo.due_soon), time=first)
    under = translate("home", "{n} within 6 hours, {money} in all")
    under = under.format(n=texts.count(todo.due_soon), money=texts.money(reading.due_fen))
    slow = reading.late_tonight - todo.overdue
    if slow > 0:
        pace = translate("home", "at the present pace {n} more are late tonight").format(n=texts.count(slow))
        under = f"{under} · {pace}"
    verb = translate("home", "Ship")
    return [Task("timer", "fg_red", words, under, verb, OPENS["due"], todo.due_next_at or FAR)]


def _parcels(reading: HomeReading) -> list[Task]:
    if not reading.troubled:
        return []
    words = translate("home", "Parcels in trouble: {n}").format(n=texts.count(reading.troubled))
    under = translate("home", "not collected, not moving, coming back, astray or signed without delivery")
    opens: tuple[str, Question] = ("orders", {"tab": "all", "parcel": "troubled"})
    return [Task("truck", "fg_amber", words, under, translate("home", "Check"), opens)]


def _after_sales(reading: HomeReading) -> list[Task]:
    todo = reading.todo
    if not todo.after_sales:
        return []
    words = translate("home", "After-sales that wait for your answer: {n}").format(n=texts.count(todo.after_sales))
    by = todo.after_sales_next_at
    if by is None:
        under = translate("home", "the platform gives no deadline")
    elif by < reading.now:
        under = translate("home", "the first is late since {time}").format(time=when(by, reading.now))
    else:
        under = translate("home", "the first by {time}").format(time=when(by, reading.now))
    return [Task("undo-2", "fg_amber", words, under, translate("home", "Handle"), OPENS["after_sale"], by or FAR)]


def _mappings(reading: HomeReading) -> list[Task]:
    """A sentence for each state that is not in order, opening exactly its rows."""
    handle, check = translate("home", "Handle"), translate("home", "Check")
    looks = (
        (
            Mapping.MISSING_TRADE,
            "unlink",
            "fg_red",
            translate("home", "Kuaishou orders missing in Youzan: {n}"),
            translate("home", "longer than the import takes"),
            handle,
        ),
        (
            Mapping.MISSING_ORDER,
            "unlink",
            "fg_red",
            translate("home", "Imported trades without a Kuaishou order: {n}"),
            translate("home", "the number they carry was not found"),
            handle,
        ),
        (
            Mapping.DUPLICATE,
            "copy",
            "fg_amber",
            translate("home", "Orders with more than one trade: {n}"),
            translate("home", "one of them would be shipped twice"),
            check,
        ),
        (
            Mapping.AMOUNT_DIFFERS,
            "scale",
            "fg_amber",
            translate("home", "Orders that differ in amount: {n}"),
            translate("home", "the two platforms disagree"),
            check,
        ),
        (
            Mapping.AMBIGUOUS,
            "circle-question-mark",
            "fg_amber",
            translate("home", "Orders that fit several trades: {n}"),
            translate("home", "nothing is guessed"),
            check,
        ),
    )
    made = []
    for mapping, icon, tint, words, under, verb in looks:
        count = reading.mappings.get(mapping, 0)
        if count:
            question = {"tab": "mapping", "mapping": mapping.value}
            made.append(Task(icon, tint, words.format(n=texts.count(count)), under, verb, ("orders", question)))
    return made


def _goods(reading: HomeReading) -> list[Task]:
    made = []
    failed, gaps = reading.item_tabs["failed"], reading.item_tabs["price_gap"]
    if failed:
        words = translate("home", "Goods refused by the platform: {n}").format(n=texts.count(failed))
        under = translate("home", "each with its reason")
        made.append(Task("refresh-cw-off", "fg_red", words, under, translate("home", "Mend"), OPENS["failed"]))
    if gaps:
        words = translate("home", "Goods too far apart in price: {n}").format(n=texts.count(gaps))
        under = translate("home", "Kuaishou against Youzan")
        where: tuple[str, Question] = ("products", {"tab": "price_gap"})
        made.append(Task("scale", "fg_amber", words, under, translate("home", "Check"), where))
    return made


def _unreadable(reading: HomeReading) -> list[Task]:
    count = reading.todo.quarantined
    if not count:
        return []
    words = translate("home", "Rows that could not be read: {n}").format(n=texts.count(count))
    under = translate("home", "kept as they came; everything else goes on")
    return [Task("circle-alert", "fg_amber", words, under, translate("home", "See"), OPENS["unreadable"])]


def _self_check(reading: HomeReading) -> list[Task]:
    """Only once it is due, or late."""
    check = reading.month_check
    month = check.before or (check.month if check.is_due else "")
    if not month:
        return []
    words = translate("home", "Compliance self-check of {month}").format(month=month)
    under = translate("home", "it was not made")
    if check.before_lacks == "unsigned":
        under = translate("home", "made, and not signed yet")
    elif not check.before:
        under = translate("home", "due by the end of the month")
    opens: tuple[str, Question] = ("compliance", {"view": "selfcheck", "month": month})
    due_at = month_end(month)
    return [Task("clipboard-list", "fg_amber", words, under, translate("home", "Check"), opens, due_at)]


def month_end(month: str) -> int:
    """The first instant after it."""
    return proof_period.month(month).end_at


class UrgentCard(Card):
    """At most four; only the first has a filled button."""

    opened = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(self.tr("Do now"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._badge = Badge(0, "red", self)
        self.head.insertWidget(1, self._badge)
        self._more = label("", 12, tone="text3")
        self.add_end(self._more)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._shown: list[Task] | None = None
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def show_tasks(self, found: list[Task], nothing: str) -> None:
        """Show these; ``nothing`` is what stands there if there are none."""
        if found == self._shown and found:
            return
        self._shown = found
        self._clear()
        self._badge.set_number(len(found))
        more = len(found) - MOST
        self._more.setText(self.tr("{n} more").format(n=texts.count(more)) if more > 0 else "")
        for at, task in enumerate(found[:MOST]):
            if at:
                self._rows.addWidget(line())
            self._rows.addWidget(self._row(task, first=at == 0))
        if not found:
            self._rows.addWidget(_calm(nothing))

    def _row(self, task: Task, *, first: bool) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        verb = button(task.verb, "primary" if first else "default")
        verb.setAccessibleName(f"{task.verb}: {task.words}")
        verb.clicked.connect(lambda: self.opened.emit(*task.opens))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(label(task.words, strong=first, wrap=True))
        lines.addWidget(label(task.under, 12, tone="text3", wrap=True))
        row.addWidget(IconLabel(task.icon, 16, task.tint))
        row.addLayout(lines, 1)
        row.addWidget(verb)
        return made

    def _clear(self) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _calm(words: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 12, 0, 12)
    row.setSpacing(10)
    row.addWidget(IconLabel("circle-check", 18, "fg_green"))
    row.addWidget(label(words, tone="text2", wrap=True), 1)
    return made


def both_bound(reading: HomeReading) -> bool:
    """Whether a shop of each platform is here."""
    return reading.platforms == frozenset(Platform)
