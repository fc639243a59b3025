"""模型审核: where a model of the merchant's choice is, its key, its limits, what is covered; off until switched on."""

from collections.abc import Callable, Coroutine
from typing import Any

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from console import catalogue
from console.core.errors import FileTrouble, Trouble
from console.core.money import fen, yuan
from console.core.operators import Right
from console.rules.reviews import ReviewChoice, Verdict
from console.ui.context import Desk
from console.ui.tabs.settings.sections import Row, Section, across, keep_in
from console.ui.tasks import Tasks
from console.ui.widgets import Switch, button
from console.ui.widgets.labels import Elided, set_tone

WIDE, NARROW = 270, 100
WHOLE = ("per_minute", "per_day", "timeout_s", "frame_every_s")
MONEY = ("fen_a_day", "price_in_fen", "price_out_fen")


class ReviewModel(QWidget):
    """Two cards: the model, and its limits. What is typed is kept when the field is left."""

    settled = Signal()

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self.is_settled = False
        self.choice = ReviewChoice()
        self.model = Section(self.tr("Review model"))
        self.limits = Section(self.tr("Limits and privacy"))
        self.on = Switch(self.tr("Ask a model"))
        self.covers = Switch(self.tr("Cover persons"))
        self.fields = {name: QLineEdit() for name in ("base_url", "model", *WHOLE, *MONEY)}
        self.key = QLineEdit()
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.keep_key = button(self.tr("Keep"))
        self.test = button(self.tr("Test call"), "default", "send")
        self.verdict = Elided("", 12)
        self.rows: dict[str, Row] = {}
        self._build_model()
        self._build_limits()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        whole.addWidget(self.model)
        whole.addWidget(self.limits)
        self._wire()

    def _build_model(self) -> None:
        hint = self.tr(
            "The rules always come first; a model only adds hints. Texts and frames that you send leave this computer; "
            "each time you see what is sent before."
        )
        self.rows["on"] = self.model.add_row(Row(self.tr("Ask a model"), hint, self.on))
        self._field("base_url", self.tr("Address"), self.tr("Of chat completions, as most services offer them"), WIDE)
        self.fields["base_url"].setPlaceholderText("https://…/v1")
        self._field("model", self.tr("Model"), self.tr("The name the service gives it"), WIDE)
        self.key.setFixedWidth(WIDE - 80)
        self.key.setAccessibleName(self.tr("Key"))
        both = across(self.key, self.keep_key)
        under = self.tr("Kept in the system's key store only; never shown again, in no log")
        self.rows["key"] = self.model.add_row(Row(self.tr("Key"), under, both))
        self.verdict.setMinimumWidth(WIDE - 100)
        self.verdict.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        under = self.tr("One short sentence of ours; it counts and costs like any other")
        self.rows["test"] = self.model.add_row(Row(self.tr("Try it"), under, across(self.verdict, self.test)))

    def _build_limits(self) -> None:
        self._field("per_minute", self.tr("Questions a minute"), "", NARROW)
        self._field("per_day", self.tr("Questions a day"), "", NARROW)
        self._field("fen_a_day", self.tr("Yuan a day"), self.tr("Nothing is sent that could pass it"), NARROW)
        under = self.tr("From the service's price list; empty: the cost is not known and not limited")
        self._field("price_in_fen", self.tr("Yuan for a million tokens asked"), under, NARROW)
        self._field("price_out_fen", self.tr("Yuan for a million tokens answered"), "", NARROW)
        self._field("timeout_s", self.tr("Seconds to wait for an answer"), "", NARROW)
        self._field("frame_every_s", self.tr("Seconds between two frames"), "", NARROW)
        under = self.tr("Names of viewers, phones, addresses and long numbers become ***; pictures stay as they are")
        self.rows["mask"] = self.limits.add_row(Row(self.tr("Cover persons"), under, self.covers))

    def _field(self, name: str, title: str, under: str, wide: int) -> None:
        field = self.fields[name]
        field.setFixedWidth(wide)
        field.setAccessibleName(title)
        section = self.model if name in ("base_url", "model") else self.limits
        self.rows[name] = section.add_row(Row(title, under, field))

    def _wire(self) -> None:
        self.on.clicked.connect(lambda on: self._set("on", {"on": on}))
        self.covers.clicked.connect(lambda on: self._set("mask", {"mask": on}))
        for name, field in self.fields.items():
            field.editingFinished.connect(lambda name=name: self._typed(name))
        self.keep_key.clicked.connect(lambda: self._start("key", self._keep_key))
        self.test.clicked.connect(lambda: self._start("test", self._test))

    def keep(self, words: str) -> bool:
        """Show only the rows that say these words; whether any does."""
        return keep_in((self.model, self.limits), words)

    # -- reading ------------------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Ask what is set."""
        self._tasks.start(self._read(), key="review")

    async def _read(self) -> None:
        self.choice = await self._desk.actions.reviews.choice()
        try:
            has_key = await self._desk.actions.reviews.has_key()
        except (Trouble, FileTrouble) as trouble:
            has_key = False
            self._say("key", trouble)
        self._show(has_key)
        self.is_settled = True
        self.settled.emit()

    def _show(self, has_key: bool) -> None:
        may = self._desk.may(Right.SWITCHES)
        self.on.setChecked(self.choice.on)
        self.covers.setChecked(self.choice.mask)
        for name, field in self.fields.items():
            value = getattr(self.choice, name)
            if not field.hasFocus():
                field.setText("" if value is None else yuan(value) if name in MONEY else str(value))
        self.key.setPlaceholderText(self.tr("a key is kept") if has_key else self.tr("no key yet"))
        ready = bool(self.choice.on and self.choice.base_url and self.choice.model and has_key)
        self.test.setEnabled(ready)
        for part in (self.on, self.covers, self.key, self.keep_key, *self.fields.values()):
            part.setEnabled(may)

    # -- setting ------------------------------------------------------------------------------------------------------

    def _typed(self, name: str) -> None:
        text = self.fields[name].text().strip()
        try:
            value: object = text
            if name in WHOLE:
                value = int(text)
            elif name in MONEY:
                value = fen(text) if text or name == "fen_a_day" else None
        except ValueError:
            self._note(name, self.tr("A number is wanted"), "red")
            return
        if value != getattr(self.choice, name):
            self._set(name, {name: value})

    def _set(self, name: str, change: dict[str, object]) -> None:
        async def put() -> None:
            wanted = msgspec.structs.replace(self.choice, **change)
            dropped = await self._desk.actions.reviews.set_choice(wanted)
            await self._read()
            if dropped:
                self._note(name, self.tr("Saved. Another host: its own key is wanted below"), "amber")
            else:
                self._note(name, self.tr("Saved"), "green")

        self._start(name, put)

    async def _keep_key(self) -> None:
        await self._desk.actions.reviews.set_key(self.key.text())
        self.key.clear()
        await self._read()
        self._note("key", self.tr("Saved"), "green")

    async def _test(self) -> None:
        self.test.setEnabled(False)
        self.verdict.setText(self.tr("Waiting…"))
        set_tone(self.verdict, "text3")
        try:
            self._say_verdict(await self._desk.actions.reviews.test())
        except (Trouble, FileTrouble):
            self.verdict.setText("")
            raise
        finally:
            self.test.setEnabled(True)

    def _say_verdict(self, made: Verdict) -> None:
        if made.trouble:
            said = catalogue.words(made.trouble, self._desk.language, platform="reviewer")
            self.verdict.setText(said.text)
            set_tone(self.verdict, "red")
            return
        took = f"{(made.took_ms or 0) / 1000:.1f} s"
        self.verdict.setText(self.tr("It answered in {time}: {n} hints").format(time=took, n=made.count("model")))
        set_tone(self.verdict, "green")

    def _start(self, name: str, work: Callable[[], Coroutine[Any, Any, object]]) -> None:
        async def safely() -> None:
            try:
                await work()
            except (Trouble, FileTrouble) as trouble:
                self._say(name, trouble)

        self._tasks.start(safely(), key=f"review:{name}")

    def _say(self, name: str, trouble: Trouble | FileTrouble) -> None:
        said = catalogue.words_for(trouble, self._desk.language)
        self._note(name, said.text, "red")
        self.rows[name].note.setToolTip(said.next_step)
        if name in ("on", "mask"):
            {"on": self.on, "mask": self.covers}[name].setChecked(getattr(self.choice, name))

    def _note(self, name: str, words: str, tone: str) -> None:
        for row in self.rows.values():
            row.note.setText("")
        self.rows[name].note.setText(words)
        set_tone(self.rows[name].note, tone)
