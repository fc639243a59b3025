"""模型审核: a text, a show's captions or frames; the rules first, a model only where one was switched on."""

from collections.abc import Callable, Coroutine, Sequence
from contextlib import aclosing
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from console import catalogue
from console.core.changes import Changes
from console.core.reviewing import Frame
from console.rules.review_material import Material, Preview
from console.rules.reviews import MOST_FRAMES, ReviewChoice, Verdict
from console.rules.wording.nouns import Category, Surface
from console.ui import texts
from console.ui.cells import Chips, Lines
from console.ui.context import Desk
from console.ui.dialogs import answer
from console.ui.files import ask_folder
from console.ui.held import Held
from console.ui.paging import Column
from console.ui.table_card import TableCard
from console.ui.tabs.compliance import looks
from console.ui.tabs.compliance import reviews_words as words
from console.ui.tabs.compliance.reviews_dialog import VerdictDialog
from console.ui.tabs.compliance.reviews_reading import Seen, read_seen, read_spoken
from console.ui.tabs.compliance.views import View
from console.ui.widgets import EmptyState, Picker, Segmented, button, label, stack
from console.ui.widgets.labels import Elided, Wrapped

PAUSE_MS = 200
ALSO_WIDE = 220
MOST = 500  # verdicts at once
TOP_HIGH = 268
COST, ASKED = 5, 4  # columns that give way in a narrow window


class ReviewsView(View):
    """What is reviewed at the left, what would be sent at the right, the verdicts below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.choice = ReviewChoice()
        self.shown: Preview | None = None
        self.verdicts: Sequence[Verdict] = ()
        self.frames: tuple[Frame, ...] = ()
        self._names: tuple[str, ...] = ()
        self._folder = ""
        self._is_watching = self._is_asking = False
        self.source = Segmented(
            [("text", self.tr("Text")), ("show", self.tr("Live show")), ("frames", self.tr("Frames"))], "text"
        )
        self.surface = Picker(looks.surfaces(), "live")
        self.category = Picker(looks.categories(), "general")
        self.show_picker = Picker([("", self.tr("Choose a show"))], "")
        self.folder = button(self.tr("Choose a folder"), "default", "upload")
        self.obs = button(self.tr("From OBS"), "default", "radio")
        self.budget = Elided("")
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("What is reviewed"))
        self.note = Elided("")
        self.also = QLineEdit()
        self.also.setAccessibleName(self.tr("Names to cover"))
        self.also.setPlaceholderText(self.tr("Names to cover, with spaces between them"))
        self.also.setFixedWidth(ALSO_WIDE)
        self.sent = QPlainTextEdit()
        self.sent.setReadOnly(True)
        self.sent.setAccessibleName(self.tr("What would be sent"))
        self.why = Wrapped("", 12, tone="text3")
        self.by_rules = button(self.tr("Check by the rules"), "primary", "spell-check")
        self.by_model = button(self.tr("Send to the model"), "default", "send")
        self.card: TableCard[Verdict] = TableCard(
            self._columns(),
            self.tasks,
            EmptyState(
                "scroll-text",
                self.tr("Nothing was reviewed yet"),
                self.tr("Every verdict is kept with its model, prompt, hash and cost, and can be contested"),
            ),
            self.tr("{first}–{last} of {total} reviews"),
        )
        self.card.view.setColumnHidden(0, True)
        self.card.view.set_spare((COST, ASKED))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._build()
        self._wire()
        self._choose_source("text")
        self.load()

    def _build(self) -> None:
        pickers = (self.source, self.surface, self.category, self.show_picker, self.folder, self.obs)
        head = stack(*pickers, None, self.budget, across=True, gap=8)
        left = self._half(self.tr("What is reviewed"), self.text, self.note, self.also)
        right = self._half(self.tr("What would be sent"), self.sent, self.why, self.by_rules, self.by_model)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(left, 1)
        top.addWidget(right, 1)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(10)
        room.addLayout(head)
        room.addLayout(top)
        room.addWidget(self.card, 1)

    def _half(self, title: str, field: QWidget, note: QWidget, *verbs: QWidget) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        card.setMaximumHeight(TOP_HIGH)  # in a low window the fields give way
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 10, 16, 12)
        inside.setSpacing(8)
        head = label(title, 14, strong=True)
        head.setFixedHeight(32)
        inside.addLayout(stack(head, None, *verbs, across=True, gap=8))
        inside.addWidget(field, 1)
        inside.addWidget(note)
        return card

    def _columns(self) -> list[Column[Verdict]]:
        now = self.desk.now
        return [
            Column(self.tr("Time"), 96, Lines(lambda one: texts.moment(one.at, now()))),
            Column(self.tr("About"), 190, Lines(words.subject, words.surface, free=True), stretch=True),
            Column(self.tr("Found"), 170, Lines(words.found, words.quoted, free=True)),
            Column(self.tr("Asked"), 130, Lines(words.asked, lambda one: one.prompt, free=True)),
            Column(self.tr("Cost"), 90, Lines(words.cost)),
            Column(self.tr("State"), 136, Chips(words.state_chip)),
        ]

    def _wire(self) -> None:
        self.source.chosen.connect(self._choose_source)
        for picker in (self.surface, self.category):
            picker.chosen.connect(lambda _key: self._timer.start())
        self.show_picker.chosen.connect(lambda key: self._start(lambda: self.take_show(key)))
        self.folder.clicked.connect(lambda: self._start(self._ask_folder))
        self.obs.clicked.connect(self._obs_clicked)
        self.text.textChanged.connect(self._timer.start)
        self.also.textChanged.connect(self._timer.start)
        self._timer.timeout.connect(lambda: self.tasks.start(self._preview(), key="preview"))
        self.by_rules.clicked.connect(lambda: self._start(lambda: self.review(ask_model=False), "ask"))
        self.by_model.clicked.connect(lambda: self._start(lambda: self.review(ask_model=True), "ask"))
        self.card.view.row_opened.connect(self._open)

    @property
    def is_settled(self) -> bool:
        """Whether everything is answered, and what is typed was looked at."""
        return not self.tasks.busy and not self._timer.isActive()

    # -- what is reviewed -----------------------------------------------------------------------------------------

    def _choose_source(self, key: str) -> None:
        self.show_picker.setVisible(key == "show")
        self.tasks.cancel("obs")
        self.folder.setVisible(key == "frames")
        self.obs.setVisible(key == "frames")
        self.text.setReadOnly(key == "frames")
        hint = self.tr("Type or paste what will be said or shown")
        self.text.setPlaceholderText("" if key == "frames" else hint)
        self.surface.set_key({"frames": "image", "show": "live"}.get(key, self.surface.key()))
        self._names, self.frames, self._folder = (), (), ""
        self.text.clear()
        self.show_picker.set_key("")
        hint = self.tr("Pictures of a folder or of what OBS sends, one each so many seconds")
        self.note.setText(hint if key == "frames" else "")
        self._timer.start()

    async def take_show(self, session_id: str) -> None:
        """Its captions, and the names of those who wrote comments to be covered."""
        found = await self.desk.database.read(read_spoken, session_id)
        self._names = found.names
        self.text.setPlainText(found.text)
        said = self.tr("{n} letters of captions; {m} viewers' names are covered")
        self.note.setText(said.format(n=texts.count(len(found.text)), m=texts.count(len(found.names))))
        if not found.text:
            self.note.setText(self.tr("No captions of this show came in"))

    async def _ask_folder(self) -> None:
        folder = await ask_folder(self, self.tr("Folder of frames"))
        if folder is not None:
            await self.take_frames(folder)

    async def take_frames(self, folder: Path) -> None:
        """One each so many seconds; what is written in them is read where that is installed."""
        self.tasks.cancel("obs")
        made, bad, reads = await self.desk.actions.reviews.frames(folder)
        said = self.tr("{n} frames, {m} files are no pictures").format(n=len(made), m=len(bad))
        self._show_frames(made, folder.name, said, reads=reads)

    def _show_frames(self, made: Sequence[Frame], subject: str, said: str, *, reads: bool) -> None:
        self.frames, self._folder = tuple(made), subject
        self.text.setPlainText("\n".join(f"{one.at_s} s  {one.name}  {one.words}".rstrip() for one in made))
        unread = self.tr("words in pictures are not read here: only a model that is on sees them, and hashes are kept")
        hint = self.tr("words in them were read here, hashes are kept") if reads else unread
        self.note.setText(f"{said} · {hint}")

    def _obs_clicked(self) -> None:
        """Begin, or let it be at what came so far."""
        if self._is_watching:
            self.tasks.cancel("obs")
        else:
            self.tasks.start(self.safely(self.watch_obs), key="obs")

    async def watch_obs(self) -> None:
        """A frame of what OBS sends each so many seconds, until it is stopped or there are as many as can be sent."""
        made: list[Frame] = []
        subject = f"OBS {texts.full_moment(self.desk.now())}"
        self._is_watching = True
        self.obs.setText(self.tr("Stop"))
        try:
            async with aclosing(self.desk.actions.reviews.obs_frames()) as frames:
                async for frame, reads in frames:
                    made.append(frame)
                    said = self.tr("{n} of {most} frames of OBS").format(n=len(made), most=MOST_FRAMES)
                    self._show_frames(made, subject, said, reads=reads)
        finally:
            self._is_watching = False
            self.obs.setText(self.tr("From OBS"))

    def material(self) -> Material:
        """As it stands now."""
        kind = self.source.key()
        told = {"surface": cast(Surface, self.surface.key()), "category": cast(Category, self.category.key())}
        if kind == "frames":
            return Material(kind="frames", subject=self._folder, frames=self.frames, **told)  # type: ignore[arg-type]  # two Literals in one dict
        subject = self.show_picker.text() if kind == "show" and self.show_picker.key() else ""
        text = self.text.toPlainText()
        return Material(
            kind="show" if kind == "show" else "text",
            subject=subject,
            text=text,
            names=(*self._names, *self.also.text().replace("，", " ").replace("、", " ").split()),
            **told,  # type: ignore[arg-type]  # two Literals in one dict
        )

    async def _preview(self) -> None:
        shown = await self.desk.actions.reviews.preview(self.material())
        self.shown = shown
        pictures = [self.tr("[picture {name}, as it is]").format(name=one.name) for one in shown.outgoing.frames]
        said = "\n".join([*([shown.shown] if shown.shown else []), *pictures])
        self.sent.setPlainText(said if self.choice.on else "")
        off = "" if self.choice.on else self.tr("Nothing: no model is switched on")
        self.sent.setPlaceholderText(off)
        self.by_model.setEnabled(not shown.refused and not self._is_asking)
        some = bool(self.text.toPlainText().strip()) or bool(self.frames)
        self.by_rules.setEnabled(some and not self._is_asking)
        self.why.setText(self._why(shown))
        self.settled.emit()

    def _why(self, shown: Preview) -> str:
        if shown.refused:
            said = catalogue.words(shown.refused, self.desk.language, platform="reviewer")
            return f"{said.text} {said.next_step}"
        priced = self.choice.price_in_fen is not None and self.choice.price_out_fen is not None
        most = words.money(shown.bound_ufen) if priced else self.tr("unknown, no price is set")
        said_to = self.tr("To {place}, model {model}. {n} letters covered. Cost at most: {cost}.")
        return said_to.format(place=shown.endpoint, model=shown.model, n=shown.covered, cost=most)

    # -- verdicts -------------------------------------------------------------------------------------------------

    def _start(self, work: Callable[[], Coroutine[Any, Any, object]], key: str = "act") -> None:
        """What is asked of a model costs money: nothing else that is clicked may cancel it."""
        self.tasks.start(self.safely(work, "cli.unreadable_file"), key=key)

    async def review(self, *, ask_model: bool) -> None:
        """Check what stands there, and show what came of it."""
        for verb in (self.by_rules, self.by_model):
            verb.setEnabled(False)
        self._is_asking = True
        try:
            made = await self.desk.actions.reviews.review(self.material(), ask_model=ask_model)
        finally:
            self._is_asking = False
            self._timer.start()
        await self._load()
        self.said.emit(words.found(made), words.state_chip(made).word)

    def on_changes(self, changes: Changes) -> None:
        if changes.kinds & {"compliance", "settings", "live"}:
            self.load()

    def load(self) -> None:
        """Read everything again."""
        self.tasks.start(self._load(), key="load")

    async def _load(self) -> None:
        self.choice = await self.desk.actions.reviews.choice()
        seen: Seen = await self.desk.database.read(read_seen, self.desk.now(), MOST)
        self.verdicts = seen.verdicts
        self.card.model.show(Held(self.verdicts), None)
        more = self.tr("the latest {n} are shown").format(n=MOST) if len(self.verdicts) >= MOST else ""
        self.card.foot.note.setText(more)
        shows = [(one.session_id, f"{texts.day(one.started_at)} {one.title}".strip()) for one in seen.shows]
        self.show_picker.set_choices([("", self.tr("Choose a show")), *shows])
        self.budget.setText(words.budget(self.choice, seen.spent))
        await self._preview()

    def _open(self, row_id: int) -> None:
        if row_id < len(self.verdicts):
            one = self.verdicts[row_id]
            self._start(lambda: self.open_verdict(one))

    async def open_verdict(self, one: Verdict) -> None:
        """Show it; contest it where somebody says why."""
        dialog = VerdictDialog(self, one, self.desk.language)
        if await answer(dialog) == QDialog.DialogCode.Accepted:
            await self.desk.actions.reviews.contest(one.verdict_id, dialog.reason.text())
            await self._load()
