"""商品扫描: titles, variants, attributes and detail pages of all goods in one go; chats of customer service by file."""

import asyncio
from collections.abc import Awaitable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from zlib import crc32

import msgspec
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from console.core.model import Platform
from console.documents.passages import KINDS, PassageTrouble
from console.rules.wording.engine import Checker
from console.rules.wording.kinds import category_of
from console.rules.wording.nouns import Finding, Severity, Surface
from console.rules.wording.pardons import Pardon, unused, with_pardons
from console.ui import texts
from console.ui.cells import Chips, Goods, Lines
from console.ui.context import Desk
from console.ui.files import ask_old_file
from console.ui.held import Held
from console.ui.paging import Column
from console.ui.speaking import read_pardons
from console.ui.table_card import TableCard
from console.ui.tabs.compliance import looks
from console.ui.tabs.compliance.reading import why_unread
from console.ui.tabs.compliance.views import View
from console.ui.widgets import EmptyState, Segmented, button, label, stack
from console.ui.widgets.labels import Elided

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.store.wording_texts import Texts

AT_ONCE = 200  # items between two looks at whether to go on
CHAT = "chat"  # in place of a category: a line of a chat, not of a shop

translate = QCoreApplication.translate


Field = Literal["title", "more", "detail", "chat"]


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A risk in a text of an item, or in a line of a chat."""

    id: int
    item: "Texts"
    finding: Finding
    field: Field


Found = tuple[list[tuple["Texts", Finding, Field]], set[tuple[str, str]]]


def read_texts(conn: "Connection") -> "list[Texts]":
    """On a database thread."""
    from console.store.wording_texts import all_texts

    return all_texts(conn)


def read_chat(path: Path) -> "list[Texts]":
    """Lines, cells or messages of a file. On a thread. Raises PassageTrouble, OSError."""
    from console.documents.passages import read_passages
    from console.store.wording_texts import Texts

    return [
        Texts(shop_id=path.name, item_id=one.cell or str(one.line), title=one.text, category=CHAT)
        for one in read_passages(path)
        if one.text.strip()
    ]


def scan_some(items: "Sequence[Texts]", checker: Checker, pardons: Sequence[Pardon], now: int) -> "Found":
    """The risks in these items' texts, and what of the pardons was met. On a thread."""
    found: list[tuple[Texts, Finding, Field]] = []
    met: set[tuple[str, str]] = set()
    for item in items:
        category = category_of(item.category)
        for field, text in _fields(item):
            surface: Surface = "detail" if field == "more" else field
            verdict = with_pardons(checker.check(text, surface, category), pardons, item.subject, now)
            found += [(item, one, field) for one in verdict.findings]
            met.update((one.rule_id, one.plain) for one in verdict.excused if one.excuse == "pardon")
    return found, met


def _of_goods(pardons: Sequence[Pardon]) -> list[Pardon]:
    """Those of items: what passes everywhere, or in a text, may be said elsewhere."""
    return [one for one in pardons if one.scope == "item"]


def _fields(item: "Texts") -> list[tuple[Field, str]]:
    if item.category == CHAT:
        return [("chat", item.title)]
    return [("title", item.title), ("more", item.more), ("detail", item.detail)]


def columns() -> list[Column[Hit]]:
    """Of the list."""
    return [
        Column(translate("scan", "Severity"), 96, Chips(lambda hit: looks.chip(hit.finding.severity))),
        Column(
            translate("scan", "Goods"),
            280,
            Goods(lambda hit: hit.item.title, _where, lambda hit: crc32(hit.item.title.encode())),
            stretch=True,
        ),
        Column(translate("scan", "Wording"), 170, Lines(lambda hit: hit.finding.text, _field, free=True)),
        Column(translate("scan", "Why"), 300, Lines(lambda hit: hit.finding.rule.reason, _law, free=True)),
    ]


def _where(hit: Hit) -> str:
    name = hit.item.shop_id.partition(":")[0]
    shop = texts.platform(Platform(name)) if name in {one.value for one in Platform} else name
    return f"{shop} · {hit.item.item_id}"


def _field(hit: Hit) -> str:
    return {
        "title": translate("scan", "in the title"),
        "more": translate("scan", "in variants or attributes"),
        "detail": translate("scan", "on the detail page"),
        "chat": translate("scan", "in the chat"),
    }[hit.field]


def _law(hit: Hit) -> str:
    return hit.finding.rule.law


class ScanView(View):
    """A list of hits; a click opens the title in the checker."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.start_button = button(self.tr("Scan all goods"), "primary", "spell-check")
        self.start_button.clicked.connect(self.start)
        self.stop_button = button(self.tr("Stop"))
        self.stop_button.clicked.connect(self.stop)
        self.stop_button.hide()
        self.chat_button = button(self.tr("Check a chat log"), "default", "message-square")
        self.chat_button.clicked.connect(lambda: self.tasks.start(self._ask_chat(), key="file"))
        runs = QWidget()  # the tab shows and hides its verbs; which of the two is in it is ours
        runs.setLayout(stack(self.start_button, self.stop_button, across=True))
        self.verbs = (self.chat_button, runs)
        self.shown = Segmented([("grave", self.tr("Banned and caution")), ("all", self.tr("Everything"))], "grave")
        self.shown.chosen.connect(lambda _key: self._show())
        self.note = label(self.tr("Titles, variants, attributes and detail pages, as they were read"), 12, tone="text3")
        self.idle = Elided("", 12, tone="amber")
        self.idle.hide()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(4)
        self.progress.hide()
        empty = EmptyState("spell-check", self.tr("Not scanned yet"), "", self.tr("Scan all goods"))
        empty.on_click(self.start)
        self.card: TableCard[Hit] = TableCard(
            columns(), self.tasks, empty, self.tr("{first}–{last} of {total} findings")
        )
        self.card.view.row_opened.connect(self._open)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addLayout(stack(self.shown, self.note, None, across=True, gap=12))
        whole.addWidget(self.idle)
        whole.addWidget(self.progress)
        whole.addWidget(self.card, 1)
        self.hits: list[Hit] = []
        self.scanned = 0
        self._met: set[tuple[str, str]] = set()  # rule and wording of what was let pass and is still said
        self._stopping = False
        self._show()

    def start(self) -> None:
        """Scan everything from the beginning."""
        self.tasks.start(self._scan(self._goods()), key="scan")

    async def _goods(self) -> "list[Texts]":
        return await self.desk.database.read(read_texts)

    async def _ask_chat(self) -> None:
        path = await ask_old_file(self, self.tr("A chat log to check"), KINDS)
        if path is not None:
            self.check_chat(path)

    def check_chat(self, path: Path) -> None:
        """Scan what customer service wrote; what cannot be read says why."""
        self.tasks.start(self._scan(asyncio.to_thread(read_chat, path), path.name), key="scan")

    def stop(self) -> None:
        """Leave it at what was scanned so far."""
        self._stopping = True

    async def _scan(self, asked: "Awaitable[Sequence[Texts]]", file: str = "") -> None:
        self._stopping = False
        self._say_running(True)
        try:
            items = await asked
            checker = await self.desk.actions.wording.checker()
            pardons = await self.desk.database.read(read_pardons)
            await self._through(items, checker, pardons)
            self._say_idle([] if file or self.scanned < len(items) else unused(_of_goods(pardons), self._met))
        except (PassageTrouble, OSError) as trouble:
            words = why_unread(trouble, file, self.desk.language)
            self.said.emit(words.text, words.next_step)
            return
        finally:
            self.progress.hide()
            self._say_running(False)
        goods = self.tr("{n} of {total} goods scanned · {hits} findings · bank {bank}")
        lines = self.tr("{file}: {n} of {total} messages scanned · {hits} findings · bank {bank}")
        self.note.setText(
            (lines if file else goods).format(
                file=file,
                n=texts.count(self.scanned),
                total=texts.count(len(items)),
                hits=texts.count(len(self.hits)),
                bank=checker.bank.version,
            )
        )
        self._show()

    def _say_running(self, on: bool) -> None:
        self.start_button.setHidden(on)
        self.stop_button.setHidden(not on)
        self.chat_button.setEnabled(not on)

    def _say_idle(self, idle: Sequence[Pardon]) -> None:
        """What was let pass in goods and is said nowhere any more: it can be ended in the own bank."""
        words = "、".join(f"“{one.plain}”" for one in idle)
        self.idle.setText(self.tr("Let pass, but said nowhere any more: {words}").format(words=words))
        self.idle.setVisible(bool(idle))

    async def _through(self, items: "Sequence[Texts]", checker: Checker, pardons: Sequence[Pardon]) -> None:
        self.hits, self.scanned, self._met = [], 0, set()
        self.progress.setMaximum(max(1, len(items)))
        self.progress.setValue(0)
        self.progress.show()
        for first in range(0, len(items), AT_ONCE):
            if self._stopping:
                return
            some = items[first : first + AT_ONCE]
            found, met = await asyncio.to_thread(scan_some, some, checker, pardons, self.desk.now())
            self._met |= met
            begin = len(self.hits) + 1
            self.hits += [
                Hit(id=number, item=item, finding=finding, field=field)
                for number, (item, finding, field) in enumerate(found, begin)
            ]
            self.scanned += len(some)
            self.progress.setValue(self.scanned)

    def _show(self) -> None:
        least = Severity.WARN if self.shown.key() == "grave" else Severity.INFO
        if self.scanned:
            self.card.empty.say(self.tr("No risk found"), self.tr("As far as the bank knows"))
            self.card.empty.button.hide()
        hits = [hit for hit in self.hits if hit.finding.severity >= least]
        self.card.model.show(Held(sorted(hits, key=lambda hit: (-hit.finding.severity, hit.id)), lambda hit: hit.id))
        self.settled.emit()

    def _open(self, row_id: int) -> None:
        hit = next((one for one in self.hits if one.id == row_id), None)
        if hit is not None:
            self.go.emit("compliance", self.question_of(hit))

    def question_of(self, hit: Hit) -> dict[str, str]:
        """What opens it in the checker."""
        return {
            "view": "wording",
            "text": dict(_fields(hit.item))[hit.field],
            "name": f"{hit.item.shop_id} {hit.item.item_id}" if hit.field == "chat" else hit.item.title,
            "subject": "" if hit.field == "chat" else hit.item.subject,
            "surface": "detail" if hit.field == "more" else hit.field,
            "category": category_of(hit.item.category),
        }
