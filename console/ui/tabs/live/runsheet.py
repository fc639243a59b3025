"""脚本: the run sheet while a show is on: the next cue with its countdown, all cues with how they went, three verbs."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QVBoxLayout, QWidget

from console.core.clock import MINUTE
from console.rules.live_lift import Lift
from console.rules.live_script import Mark, Stand, next_cue
from console.ui import texts
from console.ui.tabs.live import script_words
from console.ui.tabs.live.everywhere import KeysEverywhere
from console.ui.tabs.live.rows import Cell, Column, Row, Rows, in_scroll
from console.ui.theme import font
from console.ui.widgets import Card, button, icon_button, label, link, stack
from console.ui.widgets.labels import Elided, Wrapped, set_tone

HIGH = 30  # of a cue in the list
OPEN = ("planned", "warned", "due", "late")


class NextCue(QFrame):
    """The next cue, large enough for two metres, and what may be done with it."""

    confirmed = Signal()
    skipped = Signal()
    snoozed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner_blue")
        self.when = label("", 12, tone="text2")
        self.state = label("", 12, tone="text3")
        self.left = label("", 40, strong=True)
        self.name = Elided("", 15, tone="text")
        self.words = Elided("", 12, tone="text2")
        self.done = button(self.tr("Done F9"), "primary", small=True)
        self.skip = button(self.tr("Skip"), small=True)
        self.later = button(self.tr("+2 min"), small=True)
        self.skip.setToolTip(self.tr("Shift+F9"))
        for one, signal in ((self.done, self.confirmed), (self.skip, self.skipped), (self.later, self.snoozed)):
            one.clicked.connect(signal)
        self._head = stack(self.when, None, self.state, across=True)
        verbs = stack(self.done, self.skip, self.later, None, across=True, gap=4)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(10, 8, 8, 8)
        self._box.setSpacing(2)
        self._box.addLayout(self._head)
        for part in (self.left, self.name, self.words):
            self._box.addWidget(part)
        self._box.addLayout(verbs)

    def set_flat(self, flat: bool) -> None:
        """In one line across the page, or in the column of the script."""
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if flat else QBoxLayout.Direction.TopToBottom)
        self._head.setDirection(QBoxLayout.Direction.TopToBottom if flat else QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(12 if flat else 2)
        self.left.setFont(font(30 if flat else 40, strong=True))
        self._box.setStretchFactor(self.words, 1 if flat else 0)

    def show_stand(self, stand: Stand | None) -> None:
        """This one; None: none is left."""
        for one in (self.left, self.words, self.state, self.done, self.skip, self.later):
            one.setVisible(stand is not None)
        if stand is None:
            self.when.setText(self.tr("Next cue"))
            _say(self.name, self.tr("All cues are over"))
            return
        _say(self.when, self.tr("Next cue · {time}").format(time=texts.clock_time(stand.due_at)))
        notice = self.tr("told 60 s before")
        _say(self.state, notice if stand.place == "planned" else script_words.state(stand))
        _say(self.left, script_words.countdown(stand.left_ms))
        _say(self.name, stand.cue.title)
        kind = script_words.kind(stand.cue.kind)
        _say(self.words, stand.cue.words.replace("\n", " ") or (kind if kind != stand.cue.title else ""))
        tone = script_words.tone(stand.place)
        set_tone(self.left, tone)
        set_tone(self.state, "text3" if tone == "text" else tone)


class RunSheetCard(Card):
    """``confirmed``, ``skipped`` and ``snoozed`` are about the next cue; ``edited`` asks for the editor."""

    confirmed = Signal()
    skipped = Signal()
    snoozed = Signal()
    edited = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Script"))
        self.under.setMinimumWidth(0)
        self.edit = icon_button("list-checks", self.tr("Edit the script"), small=True)
        self.edit.clicked.connect(self.edited)
        self.add_end(self.edit)
        self.next = NextCue()
        self.next.confirmed.connect(self.confirmed)
        self.next.skipped.connect(self.skipped)
        self.next.snoozed.connect(self.snoozed)
        self.rows = Rows((Column("", 52), Column(""), Column("", 60, right=True)), HIGH)
        self.listed = in_scroll(self.rows)
        self._none = Wrapped(self.tr("No script is in use: cues, warnings and lift need one"), 12, tone="text3")
        self.choose = button(self.tr("Choose or write one"), small=True)
        self.choose.clicked.connect(self.edited)
        self._empty = QWidget()
        empty = QVBoxLayout(self._empty)
        empty.setContentsMargins(0, 0, 0, 0)
        empty.addWidget(self._none)
        empty.addWidget(self.choose)
        empty.addStretch(1)
        self.left_out = Wrapped("", 11, tone="amber")
        self.left_out.hide()
        for part in (self.next, self.listed, self.left_out, self._empty):
            self.body.addWidget(part)
        keys = self.tr("F9 done · Shift+F9 skip · F10 mark\nCtrl+Alt+1…9 featured item\nCtrl+Z takes back for 10 s")
        self.body.addWidget(label(keys, 11, tone="text3"))
        self.everywhere = link("")
        self.body.addWidget(self.everywhere)
        self._shown: tuple[object, ...] = ()
        self.show_stands((), {}, {})

    def show_everywhere(self, keys: KeysEverywhere) -> None:
        """Whether the keys hold in front of any program; a click changes it."""
        self.everywhere.setText(keys.words)
        self.everywhere.clicked.connect(keys.toggle)
        keys.moved.connect(self.everywhere.setText)

    def sizeHint(self) -> QSize:
        return QSize(248, super().sizeHint().height())

    def show_left_out(self, number: int) -> None:
        """How many cues the protection of minors keeps out of this show."""
        self.left_out.setText(self.tr("%n cue(s) left out: minors are protected", "", number))
        self.left_out.setVisible(bool(number))

    def show_stands(self, found: Sequence[Stand], marks: Mapping[str, Mark], lifts: Mapping[str, Lift]) -> None:
        """Every cue with how it stands. Cheap where only the countdown moved: that is what most seconds are."""
        coming = next_cue(found)
        for part in (self.next, self.listed):
            part.setVisible(bool(found))
        self._empty.setVisible(not found)
        if found:
            self.next.show_stand(coming)
        shown = (tuple((one.cue, one.place, one.due_at) for one in found), dict(marks), dict(lifts))
        if shown == self._shown:
            return
        self._shown = shown
        gone = sum(one.place not in OPEN for one in found)
        self.under.setText(self.tr("{n} cues · {gone} over").format(n=len(found), gone=gone) if found else "")
        self.rows.show_rows([self._row(one, one is coming, marks, lifts) for one in found])
        if coming is not None:
            self.rows.current = found.index(coming)
            QTimer.singleShot(0, self, self._show_current)  # once the list has its room

    def _show_current(self) -> None:
        """The next cue in the middle, with what went before it."""
        self.listed.ensureVisible(0, round((self.rows.current + 0.5) * HIGH), 0, 2 * HIGH)

    def _row(self, one: Stand, coming: bool, marks: Mapping[str, Mark], lifts: Mapping[str, Lift]) -> Row:
        cue_id = one.cue.cue_id
        icon, ink = script_words.ICONS[one.place]
        if coming and one.place == "planned":
            icon, ink = "play", "accentText"
        said, tone = script_words.beside(one, marks.get(cue_id), lifts.get(cue_id))
        title = "text" if coming or one.place in OPEN else "text2"
        return (
            Cell(f"{one.cue.into_ms // MINUTE}", icon=icon, ink=ink),
            Cell(one.cue.title, ink=title, strong=coming),
            Cell(said, ink=tone),
        )


def _say(one: QLabel, words: str) -> None:
    """Only where it changed: a label lays itself out anew each time."""
    if one.text() != words:
        one.setText(words)
