"""新建实验: what differs, how people are dealt out, where figures come from, and the plan; then it begins."""

from datetime import date, datetime
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtWidgets import QFormLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from console.core.clock import SHOP_TIME, shop_datetime
from console.rules.experiments import SUBJECTS, Experiment, Lines, Split, Subject, Taken
from console.ui.context import Desk
from console.ui.dialogs import Dialog
from console.ui.tabs.traffic import experiments_words as words
from console.ui.tabs.traffic.experiments_form import MetricForm
from console.ui.tasks import Tasks
from console.ui.widgets import Picker, Segmented, label, link
from console.ui.widgets.labels import Wrapped

if TYPE_CHECKING:
    from sqlalchemy import Connection

MOST_METRICS = 3
UNITS = {"amount_day": "fen", "amount_show": "fen"}


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """Goods and shows of which the file can tell: (shop, item, title), (show, words)."""

    items: tuple[tuple[str, str, str], ...] = ()
    shows: tuple[tuple[str, str], ...] = ()
    most: int = 0  # shows that are offered


def read_choices(conn: "Connection", now: int) -> Choices:
    """On a database thread."""
    from console.store.experiments_choices import MOST, past_shows, sold_items

    return Choices(items=tuple(sold_items(conn, now)), shows=tuple(past_shows(conn)), most=MOST)


class NewDialog(Dialog):
    """Accepting it begins the experiment."""

    def __init__(self, parent: QWidget, desk: Desk, lines: Lines, choices: Choices, tasks: Tasks) -> None:
        super().__init__(parent, self.tr("New experiment"), self.tr("Fix the plan and begin"))
        self.setMinimumWidth(680)
        self._desk, self._lines, self._choices, self._tasks = desk, lines, choices, tasks
        self.name, self.a_name, self.b_name = QLineEdit(), QLineEdit(), QLineEdit()
        self.name.setPlaceholderText(self.tr("like: cover, product or host"))
        self.a_name.setPlaceholderText(self.tr("A: as it is"))
        self.b_name.setPlaceholderText(self.tr("B: the change"))
        self.subject = Picker([(key, words.subject(key)) for key in SUBJECTS], "cover")
        self.source = Segmented(
            [
                ("hand", self.tr("Typed or imported")),
                ("item", self.tr("An item's orders")),
                ("shows", self.tr("Shows")),
            ],
            "hand",
        )
        self.source.chosen.connect(lambda _key: self._switch())
        self.split = Picker(
            [("random", self.tr("people are dealt out by chance")), ("turns", self.tr("days or shows take turns"))],
            "random",
        )
        self.split.chosen.connect(lambda _key: self._judge())
        form = QFormLayout()
        form.setSpacing(8)
        for said, field in (
            (self.tr("Name"), self.name),
            (self.tr("What differs"), self.subject),
            (self.tr("Arm A"), self.a_name),
            (self.tr("Arm B"), self.b_name),
            (self.tr("Figures"), self.source),
            (self.tr("Split"), self.split),
        ):
            field.setAccessibleName(said)
            form.addRow(label(said, 12, tone="text3"), field)
        self._taken_fields(form)
        self.metrics = QVBoxLayout()
        self.metrics.setSpacing(12)
        self.forms: list[MetricForm] = []
        self.more = link(self.tr("One more metric"))
        self.more.clicked.connect(lambda: self.add_metric())
        self.trouble = Wrapped("", 12, tone="text3")
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addLayout(form)
        column.addLayout(self.metrics)
        column.addWidget(self.more)
        column.addWidget(self.trouble)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        area.setMinimumHeight(min(560, parent.window().height() - 240))
        self.body.addWidget(area)
        self.name.textChanged.connect(self._judge)
        self.add_metric()
        self._switch()

    def _taken_fields(self, form: QFormLayout) -> None:
        items = [(f"{shop} {item}", title) for shop, item, title in self._choices.items]
        self.item = Picker(items or [("", self.tr("no item was sold lately"))], items[0][0] if items else "")
        self.changed_on = QLineEdit()
        self.changed_on.setPlaceholderText("2026-11-26")
        self.changed_on.setText(f"{shop_datetime(self._desk.now()):%Y-%m-%d}")
        self.arms = {name: Segmented([("a", "A"), ("", "–"), ("b", "B")], "") for name, _ in self._choices.shows}
        self.shows = QWidget()
        rows = QFormLayout(self.shows)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        for name, said in self._choices.shows:
            self.arms[name].chosen.connect(lambda _key: self._look_back())
            rows.addRow(self.arms[name], label(said, 12))
        if not self._choices.shows:
            rows.addRow(label(self.tr("no show is over yet"), 12, tone="text3"))
        elif len(self._choices.shows) == self._choices.most:
            said = self.tr("the latest {n} are listed").format(n=self._choices.most)
            rows.addRow(label(said, 12, tone="text3"))
        self.measure = Picker([("", "")], "")
        self.measure.chosen.connect(lambda _key: self._take())
        self.item.chosen.connect(lambda _key: self._look_back())
        self.changed_on.textChanged.connect(lambda _text: self._look_back())
        self._taken_rows: list[tuple[str, QWidget]] = []
        for source, said, field in (
            ("item", self.tr("Item"), self.item),
            ("item", self.tr("B holds from"), self.changed_on),
            ("shows", self.tr("Shows"), self.shows),
            ("both", self.tr("Measure"), self.measure),
        ):
            word = label(said, 12, tone="text3")
            field.setAccessibleName(said)
            form.addRow(word, field)
            self._taken_rows += [(source, word), (source, field)]

    def add_metric(self) -> None:
        """One more metric; the first one decides."""
        if len(self.forms) >= MOST_METRICS:
            return
        made = MetricForm(self._lines)
        made.changed.connect(self._judge)
        self.forms.append(made)
        self.metrics.addWidget(made)
        for one in self.forms:
            one.show_lines(self._lines, len(self.forms))
        self.more.setVisible(len(self.forms) < MOST_METRICS)
        self._judge()

    def _switch(self) -> None:
        """Other figures: the file's own metrics are one at a time, by days or shows that take turns."""
        source = self.source.key()
        from console.store.experiments_taken import ITEM_METRICS, SHOW_METRICS

        for of, part in self._taken_rows:
            part.setVisible(of == source or (of == "both" and source != "hand"))
        taken = source != "hand"
        while taken and len(self.forms) > 1:
            gone = self.forms.pop()
            gone.hide()
            gone.deleteLater()
        self.more.setVisible(not taken and len(self.forms) < MOST_METRICS)
        self.split.setEnabled(not taken)
        for one in self.forms:
            one.show_lines(self._lines, len(self.forms))
        if taken:
            self.split.set_key("turns")
            keys = ITEM_METRICS if source == "item" else SHOW_METRICS
            self.measure.set_choices([(key, words.taken_metric(key)) for key in keys])
            self.measure.set_key(keys[0])
            self._take()
        else:
            self.forms[0].free()
        self._judge()

    def _take(self) -> None:
        key = self.measure.key()
        self.forms[0].take(key, words.taken_metric(key), UNITS.get(key, ""))
        self._look_back()

    def _look_back(self) -> None:
        """Fill base and spread from what was before."""
        self._judge()
        if self.taken() is not None:
            self._tasks.start(self._history(), key="history")

    async def _history(self) -> None:
        from console.store.experiments_taken import history

        taken = self.taken()
        if taken is None:
            return
        arm = await self._desk.database.read(history, taken, self.forms[0].planned(), taken.changed_at)
        self.forms[0].fill(arm.mean, arm.sd)

    def taken(self) -> Taken | None:
        """From where figures are taken; None: by hand, or not said yet."""
        source = self.source.key()
        if source == "item" and self.item.key():
            on = _day(self.changed_on.text())
            if on is None:
                return None
            at = int(datetime(on.year, on.month, on.day, tzinfo=SHOP_TIME).timestamp()) * 1000
            shop_id, item_id = self.item.key().split(" ", 1)
            return Taken(source="item", shop_id=shop_id, item_id=item_id, changed_at=at)
        if source == "shows":
            a, b = (tuple(name for name, arm in self.arms.items() if arm.key() == key) for key in ("a", "b"))
            return Taken(source="shows", a_shows=a, b_shows=b) if a else None
        return None

    def _judge(self) -> None:
        if not hasattr(self, "trouble"):
            return
        said = ""
        if not self.name.text().strip():
            said = self.tr("The name is missing.")
        elif any(one.needs() is None or not one.name.text().strip() for one in self.forms):
            said = self.tr("The plan is not whole yet.")
        elif self.source.key() != "hand" and self.taken() is None:
            said = self.tr("Say which item and from which day, or which shows.")
        self.accept_button.setEnabled(not said)
        self.trouble.setText(said or self._note())

    def _note(self) -> str:
        if self.source.key() != "hand" or self.split.key() == "turns":
            return self.tr(
                "Days and shows are not dealt out by chance: season, stock and ads may differ, too. Change one thing "
                "only, and take turns where you can."
            )
        return self.tr("Once begun the plan stays as it is; figures are judged only when each arm has its number.")

    def experiment(self) -> Experiment:
        """As it was typed."""
        split: Split = "random" if self.split.key() == "random" else "turns"
        subject: Subject = next(one for one in SUBJECTS if one == self.subject.key())
        return Experiment(
            name=self.name.text().strip(),
            subject=subject,
            a_name=self.a_name.text().strip() or "A",
            b_name=self.b_name.text().strip() or "B",
            split=split,
            metrics=tuple(form.planned(place) for place, form in enumerate(self.forms)),
            taken=self.taken(),
        )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
