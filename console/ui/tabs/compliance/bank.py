"""自有词库: the merchant's own words, in and out as a table; and everything that was let pass, with a way to end it."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console import catalogue
from console.core.changes import Changes
from console.documents.word_sheet import export_words, import_words
from console.rules.wording.bank import OwnWord, own_word_trouble
from console.rules.wording.nouns import Severity, SeverityWord
from console.rules.wording.pardons import Pardon
from console.ui import texts
from console.ui.context import Desk
from console.ui.dialogs import Dialog, answer
from console.ui.files import ask_new_file, ask_old_file
from console.ui.page import scrolled
from console.ui.speaking import read_pardons
from console.ui.tabs.compliance import looks
from console.ui.tabs.compliance.views import View
from console.ui.widgets import Chip, EmptyState, Picker, SearchBox, button, icon_button, label, line, stack
from console.ui.widgets.labels import Elided, Wrapped

if TYPE_CHECKING:
    from sqlalchemy import Connection

SHOWN = 200  # rows at once; whoever has more searches


def read_words(conn: "Connection") -> tuple[OwnWord, ...]:
    """On a database thread."""
    from console.store import wording

    return wording.words(conn)


class WordDialog(Dialog):
    """A word of one's own."""

    def __init__(self, parent: QWidget, word: OwnWord | None = None) -> None:
        super().__init__(parent, self.tr("A word of your own"), self.tr("Keep"))
        self.term, self.reason, self.suggest = QLineEdit(), QLineEdit(), QLineEdit()
        levels = [(one.word, looks.severity(one)) for one in looks.WORST_FIRST]
        self.level = Picker(levels, (word.severity if word else Severity.WARN).word)
        if word is not None:
            self.term.setText(word.term)
            self.reason.setText(word.reason)
            self.suggest.setText(word.suggest)
        for name, field in (
            (self.tr("Word"), self.term),
            (self.tr("Severity"), self.level),
            (self.tr("Reason"), self.reason),
            (self.tr("Instead"), self.suggest),
        ):
            field.setAccessibleName(name)
            self.body.addWidget(label(name, 12, tone="text3"))
            self.body.addWidget(field)
        hint = self.tr("Two to forty letters. It is found with gaps, full width and traditional characters too.")
        self.body.addWidget(Wrapped(hint, 12, tone="text3"))
        self.term.textChanged.connect(self._judge)
        self._judge()

    def _judge(self) -> None:
        self.accept_button.setEnabled(not own_word_trouble(self.term.text()))

    def word(self) -> OwnWord:
        """As it was typed."""
        return OwnWord(
            term=self.term.text().strip(),
            severity=Severity.of(cast(SeverityWord, self.level.key())),
            reason=self.reason.text().strip(),
            suggest=self.suggest.text().strip(),
        )


class BankView(View):
    """Two lists side by side."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.words: tuple[OwnWord, ...] = ()
        self.pardons: tuple[Pardon, ...] = ()
        self.search = SearchBox(self.tr("Search own words"))
        self.search.asked.connect(lambda _words: self._show())
        self.word_count = label("", 12, tone="text3")
        self.pardon_count = label("", 12, tone="text3")
        self._words_room = QVBoxLayout()
        self._pardons_room = QVBoxLayout()
        add = button(self.tr("Add a word"), "primary", "plus")
        add.clicked.connect(lambda: self.tasks.start(self._edit(None), key="edit"))
        takes = button(self.tr("Import"), "default", "upload")
        takes.clicked.connect(lambda: self.tasks.start(self._import(), key="file"))
        gives = button(self.tr("Export"), "default", "file-spreadsheet")
        gives.clicked.connect(lambda: self.tasks.start(self._export(), key="file"))
        self.verbs = (takes, gives, add)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._card(self.tr("Own words"), self.word_count, self._words_room, self.search), 1)
        row.addWidget(self._card(self.tr("Let pass"), self.pardon_count, self._pardons_room), 1)
        self.tasks.start(self._load(), key="load")

    def _card(self, title: str, count: QWidget, room: QVBoxLayout, more: QWidget | None = None) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        whole = QVBoxLayout(card)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        name = label(title, 14, strong=True)
        name.setFixedHeight(32)  # as high as the search beside the other one
        parts: list[QWidget | None] = [name, count, None]
        if more is not None:
            parts.append(more)
        whole.addLayout(stack(*parts, across=True, margins=(16, 10, 12, 10)))
        whole.addWidget(line())
        inside = QWidget()
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        inside.setLayout(room)
        whole.addWidget(scrolled(inside), 1)
        return card

    def on_changes(self, changes: Changes) -> None:
        if "wording" in changes.kinds:
            self.tasks.start(self._load(), key="load")

    async def _load(self) -> None:
        self.words = await self.desk.database.read(read_words)
        self.pardons = await self.desk.database.read(read_pardons)
        self._show()
        self.settled.emit()

    def _show(self) -> None:
        asked = self.search.text().strip()
        found = [word for word in self.words if asked in word.term]
        self.word_count.setText(self.tr("{n} words").format(n=texts.count(len(self.words))))
        self.pardon_count.setText(self.tr("{n} entries").format(n=texts.count(len(self.pardons))))
        _empty(self._words_room)
        for word in found[:SHOWN]:
            self._words_room.addWidget(self._word_row(word))
            self._words_room.addWidget(line())
        if not found:
            under = self.tr("Words of your own are looked for beside the bank that came with the program.")
            self._words_room.addWidget(EmptyState("spell-check", self.tr("No own words"), under), 1)
        elif len(found) > SHOWN:
            more = self.tr("and {n} more").format(n=texts.count(len(found) - SHOWN))
            self._words_room.addWidget(label(f"   {more}", 12, tone="text3"))
        self._words_room.addStretch(1)
        _empty(self._pardons_room)
        for one in self.pardons[:SHOWN]:
            self._pardons_room.addWidget(self._pardon_row(one))
            self._pardons_room.addWidget(line())
        if not self.pardons:
            self._pardons_room.addWidget(EmptyState("shield-check", self.tr("Nothing was let pass")), 1)
        self._pardons_room.addStretch(1)

    def _word_row(self, word: OwnWord) -> QWidget:
        made = QWidget()
        under = " → ".join(part for part in (word.reason, word.suggest) if part)
        both = stack(label(word.term, strong=True), Elided(under, 12), gap=2)
        edit = icon_button("sliders-horizontal", self.tr("Change"), small=True)
        edit.clicked.connect(lambda: self.tasks.start(self._edit(word), key="edit"))
        away = icon_button("trash-2", self.tr("Take out"), small=True)
        away.clicked.connect(lambda: self.tasks.start(self._drop(word.term), key="drop"))
        row = QHBoxLayout(made)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(Chip(looks.chip(word.severity)))
        row.addLayout(both, 1)
        row.addWidget(edit)
        row.addWidget(away)
        return made

    def _pardon_row(self, one: Pardon) -> QWidget:
        made = QWidget()
        now = self.desk.now()
        ended = one.until_at is not None and one.until_at <= now
        until = (
            self.tr("no end")
            if one.until_at is None
            else self.tr("until {when}").format(when=texts.moment(one.until_at, now))
        )
        where = one.subject if one.scope != "shop" else self.tr("everywhere")
        said = " · ".join(
            part for part in (one.rule_id, where, one.author, self.tr("ended") if ended else until) if part
        )
        both = stack(
            label(f"“{one.plain}”", strong=True, tone="text3" if ended else "text"),
            Wrapped(one.reason, 12, tone="text2"),
            Elided(said, 12),
            gap=2,
        )
        away = button(self.tr("End it"), "ghost", small=True)
        away.clicked.connect(lambda: self.tasks.start(self._revoke(one.pardon_id), key="revoke"))
        row = QHBoxLayout(made)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(10)
        row.addLayout(both, 1)
        row.addWidget(away)
        return made

    # -- what is asked ------------------------------------------------------------------------------------------------

    async def _edit(self, word: OwnWord | None) -> None:
        dialog = WordDialog(self, word)
        if await answer(dialog) == QDialog.DialogCode.Accepted:
            await self.put([dialog.word()])
            if word is not None and word.term != dialog.word().term:
                await self._drop(word.term)

    async def put(self, words: Sequence[OwnWord]) -> bool:
        """Keep words; says why where they cannot be kept."""
        if not await self.safely(lambda: self.desk.actions.wording.put_words(words)):
            return False
        await self._load()
        return True

    async def _drop(self, term: str) -> None:
        await self.desk.actions.wording.drop_words([term])
        await self._load()

    async def _revoke(self, pardon_id: int) -> None:
        await self.desk.actions.wording.revoke(pardon_id)
        await self._load()

    async def _import(self) -> None:
        path = await ask_old_file(self, self.tr("Words to take in"), ("xlsx", "csv"))
        if path is not None:
            await self.take(path)

    async def take(self, path: Path) -> None:
        """Take a table's words in; rows that are none are named."""

        async def take() -> None:
            taken = await asyncio.to_thread(import_words, path)
            if await self.put(taken.words):
                bad = ", ".join(map(str, taken.bad[:10]))
                under = self.tr("Left out: rows {rows}").format(rows=bad) if taken.bad else ""
                self.said.emit(self.tr("{n} words taken in").format(n=texts.count(len(taken.words))), under)

        await self.safely(take, "cli.unreadable_file")

    async def _export(self) -> None:
        path = await ask_new_file(self, self.tr("Own words"), self.tr("own words"), "xlsx")
        if path is None:
            return
        try:
            await asyncio.to_thread(export_words, path, self.words)
        except OSError as error:
            said = catalogue.words("cli.unwritable", self.desk.language, path=path.name, detail=error.strerror or "")
            self.said.emit(said.text, said.next_step)
            return
        self.said.emit(self.tr("Written to {name}").format(name=path.name), "")


def _empty(room: QVBoxLayout) -> None:
    while (item := room.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
