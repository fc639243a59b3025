"""One cue of a run sheet as fields; what is wrong stands at its field, what the checker found below the wording."""

from collections.abc import Mapping, Sequence

import msgspec
from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from console.documents.script_sheet import MOST_TITLE, MOST_WORDS
from console.rules.live_script import LONGEST_MS, Cue, CueKind, CueTrouble, format_into, parse_into
from console.rules.wording.nouns import Finding
from console.ui import texts
from console.ui.page import scrolled
from console.ui.severities import chip
from console.ui.tabs.live import script_words
from console.ui.widgets import Card, Chip, Picker, label, link, stack
from console.ui.widgets.labels import Wrapped, set_tone

SHOWN = 6  # findings of one cue at once


class FoundRow(QWidget):
    """A finding: how grave, which words, why, and what else one may say."""

    def __init__(self, one: Finding) -> None:
        super().__init__()
        instead = "、".join(one.rule.suggest[:3])
        why = one.rule.reason + (self.tr(". Instead: {words}").format(words=instead) if instead else "")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 4, 0, 4)
        whole.setSpacing(2)
        whole.addLayout(stack(Chip(chip(one.severity)), label(one.text, 13, strong=True), None, across=True))
        whole.addWidget(Wrapped(why, 12, tone="text2"))


class CueForm(Card):
    """``edited`` carries the cue as it is now, whenever it changed; ``checked`` asks for its wording in the checker."""

    edited = Signal(object)
    checked = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Cue"))
        self._cue: Cue | None = None
        self._goods: Mapping[str, str] = {}
        self._setting = False
        self.time, self.title_field, self.item = QLineEdit(), QLineEdit(), QLineEdit()
        self.time.setPlaceholderText(self.tr("1:05:00 or 65 (minutes)"))
        self.title_field.setMaxLength(MOST_TITLE)
        self.item.setPlaceholderText(self.tr("number or title of one of your goods; may stay empty"))
        self.kind = Picker(script_words.kinds(), CueKind.SELLING.value)
        self.words = QPlainTextEdit()
        self.words.setPlaceholderText(self.tr("What the host says"))
        self.words.setTabChangesFocus(True)
        self.words.setMinimumHeight(96)
        self.words.setMaximumHeight(200)
        self.troubles = {name: Wrapped("", 12, tone="red") for name in ("time", "kind", "title", "item", "words")}
        self._known = QStringListModel(self)
        self._complete()
        self._listen()
        self._found = QVBoxLayout()
        self._found.setSpacing(0)
        self.verdict = label("", 12, tone="text3")
        self.open_checker = link(self.tr("Open in the checker"))
        self.open_checker.clicked.connect(lambda: self.checked.emit(self._cue))
        self._lay_out()
        self.show_cue(None)

    def _complete(self) -> None:
        completer = QCompleter(self._known, self.item)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(lambda: QTimer.singleShot(0, self, self._take_item))
        self.item.setCompleter(completer)

    def _take_item(self) -> None:
        """Of what was chosen from the list only the number stays."""
        self.item.setText(self.item.text().split(" ", 1)[0])
        self._changed()

    def _listen(self) -> None:
        for field in (self.time, self.title_field, self.item):
            field.textEdited.connect(lambda _words: self._changed())
        self.kind.chosen.connect(lambda _key: self._changed())
        self.words.textChanged.connect(self._changed)

    def _lay_out(self) -> None:
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(4)
        for name, title, field in (
            ("time", self.tr("Time into the show"), self.time),
            ("kind", self.tr("Kind"), self.kind),
            ("title", self.tr("Title"), self.title_field),
            ("item", self.tr("Goods"), self.item),
            ("words", self.tr("Wording"), self.words),
        ):
            field.setAccessibleName(title)
            column.addWidget(label(title, 12, tone="text3"))
            column.addWidget(field)
            if name:
                column.addWidget(self.troubles[name])
            column.addSpacing(4)
        column.addLayout(stack(self.verdict, None, self.open_checker, across=True))
        column.addLayout(self._found)
        column.addStretch(1)
        self._none = Wrapped(self.tr("Choose a cue on the left, or add one with Ctrl+N"), 13, tone="text3")
        self._area = scrolled(self._inside)
        self.body.addWidget(self._none)
        self.body.addWidget(self._area, 1)

    # -- showing ------------------------------------------------------------------------------------------------------

    def put_goods(self, goods: Mapping[str, str]) -> None:
        """The goods one may name, by number."""
        self._goods = goods
        self._known.setStringList([f"{item_id} {title}" for item_id, title in goods.items()])

    def show_cue(self, cue: Cue | None) -> None:
        """This one; the cursor stays where it is in the one that is being written."""
        former, self._cue = self._cue, cue
        self._none.setVisible(cue is None)
        self._area.setVisible(cue is not None)
        if cue is None or cue == former:
            return
        if former is None or former.cue_id != cue.cue_id or cue != self._read(former)[0]:
            self._setting = True
            self.time.setText(format_into(cue.into_ms))
            self.kind.set_key(cue.kind.value)
            self.title_field.setText(cue.title)
            self.item.setText(cue.item_id)
            self.words.setPlainText(cue.words)
            self._setting = False
        self._judge()

    def show_troubles(self, troubles: Sequence[CueTrouble]) -> None:
        """What the rules say of this cue among the others; what is wrong at a field itself goes first."""
        close = next((one for one in troubles if one.code == "script.too_close"), None)
        said = self.troubles["time"]
        if not said.text() or said.property("tone") == "amber":
            self._say("time", "" if close is None else script_words.trouble(close), "amber")
        barred = {one.code: script_words.trouble(one) for one in troubles}
        self._say("kind", barred.get("script.minors_prompt", ""), "red")
        if "script.minors_goods" in barred:
            self._say("item", barred["script.minors_goods"], "red")

    def show_findings(self, found: Sequence[Finding] | None) -> None:
        """What the checker says; None: it has not answered yet."""
        while (row := self._found.takeAt(0)) is not None:
            if (widget := row.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for one in sorted(found or (), key=lambda one: -one.severity)[:SHOWN]:
            self._found.addWidget(FoundRow(one))
        if found is None:
            self.verdict.setText(self.tr("Wording is being checked"))
        elif found:
            self.verdict.setText(self.tr("{n} risks in the wording").format(n=texts.count(len(found))))
        else:
            self.verdict.setText(self.tr("No risk found in the wording"))

    # -- writing ------------------------------------------------------------------------------------------------------

    @property
    def is_right(self) -> bool:
        """Whether every field can be kept as it stands."""
        return self._cue is None or not self._read(self._cue)[1]

    def _read(self, before: Cue) -> tuple[Cue, dict[str, str]]:
        """The cue as the fields say it, and what is wrong with which of them; what is wrong stays as it was."""
        wrong: dict[str, str] = {}
        into_ms = before.into_ms
        try:
            into_ms = parse_into(self.time.text())
        except ValueError:
            wrong["time"] = self.tr("Write it like 1:05:00, or 65 for minutes")
        if into_ms > LONGEST_MS:
            into_ms, wrong["time"] = before.into_ms, self.tr("A show lasts 12 hours at most")
        title = self.title_field.text().strip()
        if not title:
            wrong["title"] = self.tr("The title is missing")
        words = self.words.toPlainText()
        if len(words) > MOST_WORDS:
            wrong["words"] = self.tr("4,000 letters at most")
            words = before.words
        kind, item_id = CueKind(self.kind.key()), self.item.text().strip().split(" ", 1)[0]
        made = msgspec.structs.replace(
            before, into_ms=into_ms, kind=kind, title=title or before.title, words=words, item_id=item_id
        )
        return made, wrong

    def _changed(self) -> None:
        if self._setting or self._cue is None:
            return
        before = self._cue
        self._cue, _ = self._read(before)
        self._judge()
        self.edited.emit(self._cue)

    def _judge(self) -> None:
        if self._cue is None:
            return
        wrong = self._read(self._cue)[1]
        for name, field in (("time", self.time), ("title", self.title_field), ("words", self.words)):
            self._say(name, wrong.get(name, ""), "red")
            set_tone(field, "true" if name in wrong else "false", "wrong")
        item_id = self._cue.item_id
        title = self._goods.get(item_id, "")
        unknown = self.tr("None of your Kuaishou goods has this number") if self._goods else ""
        self._say("item", "" if not item_id else title or unknown, "text3" if title else "amber")

    def _say(self, name: str, words: str, tone: str) -> None:
        said = self.troubles[name]
        if said.text() != words:
            said.setText(words)
        said.setVisible(bool(words))
        set_tone(said, tone)
