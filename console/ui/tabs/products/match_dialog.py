"""自动匹配: a dry run over both shops' goods. Nothing is written before "Link" is pressed."""

import asyncio
from collections.abc import Sequence
from functools import partial

import msgspec
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console import catalogue
from console.core.errors import FileTrouble, Trouble
from console.rules.links import Proposal, Sums
from console.store.views import Pair
from console.ui import texts
from console.ui.context import Desk
from console.ui.tabs.products.link_dialog import AT_ONCE, LinkDialog, Step
from console.ui.tabs.products.match_list import Line, LineSource, asked, certain
from console.ui.tasks import Tasks
from console.ui.widgets import label
from console.ui.widgets.labels import set_tone
from console.ui.widgets.subtabs import SubTab, SubTabs

LINK, ASK = "link", "ask"


def told(found: Sequence[tuple[Pair, Proposal]]) -> tuple[dict[str, list[Line]], Sums]:
    """The lines of both lists, and Kuaishou's goods in numbers, each counted once. Of a large shop not on the loop."""
    lines: dict[str, list[Line]] = {LINK: [], ASK: []}
    for pair, proposal in found:
        lines[LINK] += certain(pair, proposal, len(lines[LINK]))
        lines[ASK] += asked(pair, proposal, len(lines[ASK]))
    every = [proposal.sums() for _, proposal in found]
    return lines, Sums(
        create=sum(one.create for one in every),
        link=sum(one.link for one in every),
        ask=sum(one.ask for one in every),
        held=sum(one.held for one in every),
    )


class Figure(QFrame):
    """One number of the dry run, what it counts over it and what that means under it."""

    def __init__(self, title: str, under: str) -> None:
        super().__init__()
        self.setObjectName("quiet")
        self._title, self._under = title, under
        self.number = label(texts.NOTHING, 18, strong=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        for part in (label(title, 12, tone="text3"), self.number, label(under, 12, tone="text3")):
            column.addWidget(part)

    def show_number(self, number: int | None) -> None:
        """None: it is being counted."""
        self.number.setText(texts.count(number))
        self.setAccessibleName(f"{self._title} {texts.count(number)} {self._under}")


class MatchDialog(LinkDialog):
    """Compares at once. After linking it compares again, and says that nothing is left to link."""

    def __init__(self, page: QWidget, desk: Desk, tasks: Tasks, pairs: Sequence[Pair]) -> None:
        super().__init__(page, desk, tasks, self.tr("Match automatically"), self.tr("Nothing of this kind"))
        self._pairs = tuple(pairs)
        self.found: list[tuple[Pair, Proposal]] = []
        self._lines: dict[str, list[Line]] = {LINK: [], ASK: []}
        self.figures = {
            "create": Figure(self.tr("To create"), self.tr("at Kuaishou only, nothing like it at Youzan")),
            LINK: Figure(self.tr("To link"), self.tr("codes tell, without doubt")),
            ASK: Figure(self.tr("To ask"), self.tr("you decide, one by one")),
            "held": Figure(self.tr("Linked already"), self.tr("left as they are")),
        }
        row = QHBoxLayout()
        row.setSpacing(8)
        for figure in self.figures.values():
            row.addWidget(figure, 1)
        self.body.addLayout(row)
        self.tabs = SubTabs([SubTab(LINK, self.tr("To link")), SubTab(ASK, self.tr("To ask"), "amber")], LINK)
        self.tabs.chosen.connect(self._list)
        self.body.addWidget(self.tabs)
        self.lay_out()
        self.accept_button.setEnabled(False)  # from its first sight on
        self.tasks.start(self._compare(), key="linking")

    # -- the dry run ------------------------------------------------------------------------------------------------

    async def _compare(self) -> None:
        self.accept_button.setEnabled(False)
        self.bar.setRange(0, 0)
        self.bar.show()
        self._say(self.tr("Comparing the goods of both shops… nothing is written"))
        try:
            self.found = [(pair, await self.desk.actions.linking.dry_run(pair)) for pair in self._pairs]
        except (Trouble, FileTrouble) as trouble:
            words = catalogue.words_for(trouble, self.desk.language)
            self.trouble.setText(f"{words.text} {words.next_step}")
            self.trouble.show()
            self._say("")
            return
        finally:
            self.bar.hide()
        self._take_in(*await asyncio.to_thread(told, self.found))

    def _take_in(self, lines: dict[str, list[Line]], sums: Sums) -> None:
        self._lines = lines
        counted = (("create", sums.create), (LINK, len(lines[LINK])), (ASK, len(lines[ASK])), ("held", sums.held))
        for key, number in counted:
            self.figures[key].show_number(number)
        self.tabs.set_counts({key: len(some) for key, some in lines.items()})
        if not lines[LINK] and lines[ASK]:
            self.tabs.set_key(ASK)
        self._list(self.tabs.key())
        some = self.tr("Link %n goods", "", len(lines[LINK]))
        self.accept_button.setText(some if lines[LINK] else self.tr("Nothing to link"))
        self.accept_button.setEnabled(bool(lines[LINK]))
        self._say(self._words(), nothing=not lines[LINK])

    def _words(self) -> str:
        said = []
        if self.linked:
            said.append(self.tr("%n goods linked.", "", self.linked))
        if self._lines[LINK]:
            said.append(
                self.tr(
                    "Nothing is written yet. Once linked, they stay so, even if a code is changed or used twice later."
                )
            )
        else:
            said.append(self.tr("Nothing new to link: everything that codes tell is linked already."))
        if self._lines[ASK]:
            said.append(self.tr("What is asked waits under To confirm and In conflict."))
        return " ".join(said)

    def _say(self, words: str, *, nothing: bool = False) -> None:
        self.said.setText(words)
        set_tone(self.said, "green" if nothing and self.found else "text2")

    def _list(self, key: str) -> None:
        self.card.model.show(LineSource(self.desk.database, self._lines[key]))

    # -- linking ----------------------------------------------------------------------------------------------------

    def steps(self) -> Sequence[Step]:
        actions = self.desk.actions.linking
        made: list[Step] = []
        for pair, proposal in self.found:
            for first in range(0, len(proposal.link), AT_ONCE):
                some = proposal.link[first : first + AT_ONCE]
                piece = msgspec.structs.replace(proposal, link=some)
                made.append((len(some), partial(actions.carry_out, pair, piece)))
        return made

    async def ended(self, *, stopped: bool) -> None:
        await self._compare()
