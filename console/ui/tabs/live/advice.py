"""One piece of advice at a time: what is wrong, the numbers, what may help. It sends nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.core.clock import MINUTE
from console.rules.live_advice import COOLDOWN_MS, Advice, Means, Trigger, Watched, advise
from console.ui import texts
from console.ui.tabs.live import script_words, words
from console.ui.widgets import Card, IconLabel, label, link
from console.ui.widgets.labels import Wrapped


class Adviser:
    """Remembers what was said when, so that nothing is said twice within ten minutes."""

    def __init__(self) -> None:
        self._given: dict[Trigger, int] = {}
        self.shown: Advice | None = None
        self._at = 0

    def look(self, watched: Watched) -> Advice | None:
        """What is to be shown now: news, or what was said and still stands."""
        found = advise(watched, self._given)
        if found is not None:
            self._given[found.trigger] = watched.at
            self.shown, self._at = found, watched.at
        elif self.shown is not None:
            blind = watched.last_at is None or watched.at - watched.last_at >= MINUTE
            seen_again = self.shown.trigger == "silent" and not blind
            if seen_again or watched.at - self._at >= COOLDOWN_MS:
                self.shown = None
        return self.shown

    def dismiss(self) -> None:
        """Nobody is asked why."""
        self.shown = None


class AdviceCard(Card):
    """Its head names the trigger; a click shows the numbers. ``planned`` carries what is to become a cue."""

    planned = Signal(str)

    def __init__(self, adviser: Adviser) -> None:
        super().__init__(self.tr("Advice"), self.tr("reminds, never acts"))
        self._adviser = adviser
        self._advice: Advice | None = None
        self.why = Wrapped("", 13)
        self._rows = [(IconLabel("info", 16, "fg_amber"), label("", 13)) for _ in range(3)]
        self._evidence = Wrapped("", 12, tone="text2")
        self._foot = label("", 12, tone="text3")
        self.ignore = link(self.tr("Ignore"))
        self.show_why = link(self.tr("Show why"))
        self.ignore.clicked.connect(self._ignored)
        self.show_why.clicked.connect(lambda: self._evidence.setVisible(self._evidence.isHidden()))
        self.body.addWidget(self.why)
        rows = QVBoxLayout()
        rows.setSpacing(6)
        self._parts: list[QWidget] = []
        self._which: list[Means] = []
        self.adds = [link(self.tr("Add to script")) for _ in self._rows]
        for number, (icon, said) in enumerate(self._rows):
            part = QWidget()
            row = QHBoxLayout(part)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(icon)
            row.addWidget(said, 1)
            row.addWidget(self.adds[number])
            self.adds[number].clicked.connect(lambda _=False, number=number: self.planned.emit(self._which[number]))
            self._parts.append(part)
            rows.addWidget(part)
        self.body.addLayout(rows)
        self.body.addWidget(self._evidence)
        self.body.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self._foot)
        foot.addStretch(1)
        foot.addWidget(self.ignore)
        foot.addWidget(self.show_why)
        self.body.addLayout(foot)
        self.show_advice(None)

    def show_advice(self, advice: Advice | None) -> None:
        """This one, or that nothing needs doing."""
        self._advice = advice
        some = advice is not None
        for one in (self.ignore, self.show_why, self._foot):
            one.setVisible(some)
        for part in self._parts:
            part.hide()
        if advice is None:
            self.why.setText(self.tr("Nothing to do now: no line is missed"))
            self._evidence.hide()
            return
        self.why.setText(words.trigger(advice.trigger))
        self._which = list(advice.means)
        for part, (icon, said), add, which in zip(self._parts, self._rows, self.adds, advice.means, strict=False):
            name, told = words.means(which)
            add.setVisible(which in script_words.CUE_OF)
            icon.set_icon(name)
            said.setText(told)
            part.show()
        since = self.tr("since {time}").format(time=texts.full_moment(advice.since_at)[11:])
        self._foot.setText(since)
        self._evidence.setText(words.evidence(advice))

    def _ignored(self) -> None:
        self._adviser.dismiss()
        self.show_advice(None)
