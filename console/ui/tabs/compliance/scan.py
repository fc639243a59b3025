"""商品扫描: titles, variants and attributes of all goods that were read, in one go, with a way to stop it."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING
from zlib import crc32

import msgspec
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QProgressBar, QVBoxLayout

from console.core.model import Platform
from console.rules.wording.engine import Checker
from console.rules.wording.kinds import category_of
from console.rules.wording.nouns import Finding, Severity
from console.rules.wording.pardons import Pardon, with_pardons
from console.ui import texts
from console.ui.cells import Chips, Goods, Lines
from console.ui.context import Desk
from console.ui.held import Held
from console.ui.paging import Column
from console.ui.speaking import read_pardons
from console.ui.table_card import TableCard
from console.ui.tabs.compliance import looks
from console.ui.tabs.compliance.views import View
from console.ui.widgets import EmptyState, Segmented, button, label, stack

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.store.wording_texts import Texts

AT_ONCE = 200  # items between two looks at whether to go on

translate = QCoreApplication.translate


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A risk in the texts of an item. ``field``: whether it stands in the title."""

    id: int
    item: "Texts"
    finding: Finding
    in_title: bool


def read_texts(conn: "Connection") -> "list[Texts]":
    """On a database thread."""
    from console.store.wording_texts import all_texts

    return all_texts(conn)


def scan_some(
    items: "Sequence[Texts]", checker: Checker, pardons: Sequence[Pardon], now: int
) -> list[tuple["Texts", Finding, bool]]:
    """The risks in these items' texts. On a thread."""
    found = []
    for item in items:
        category = category_of(item.category)
        title = with_pardons(checker.check(item.title, "title", category), pardons, item.subject, now)
        found += [(item, one, True) for one in title.findings]
        more = with_pardons(checker.check(item.more, "detail", category), pardons, item.subject, now)
        found += [(item, one, False) for one in more.findings]
    return found


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
    return translate("scan", "in the title") if hit.in_title else translate("scan", "in variants or attributes")


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
        self.verbs = (self.start_button, self.stop_button)
        self.shown = Segmented([("grave", self.tr("Banned and caution")), ("all", self.tr("Everything"))], "grave")
        self.shown.chosen.connect(lambda _key: self._show())
        self.note = label(
            self.tr("Titles, variants and attributes as they were read; detail texts are not kept."), 12, tone="text3"
        )
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
        whole.addWidget(self.progress)
        whole.addWidget(self.card, 1)
        self.hits: list[Hit] = []
        self.scanned = 0
        self._stopping = False
        self._show()

    def start(self) -> None:
        """Scan everything from the beginning."""
        self.tasks.start(self._scan(), key="scan")

    def stop(self) -> None:
        """Leave it at what was scanned so far."""
        self._stopping = True

    async def _scan(self) -> None:
        self._stopping = False
        self.start_button.hide()
        self.stop_button.show()
        try:
            checker = await self.desk.actions.wording.checker()
            pardons = await self.desk.database.read(read_pardons)
            items = await self.desk.database.read(read_texts)
            await self._through(items, checker, pardons)
        finally:
            self.progress.hide()
            self.stop_button.hide()
            self.start_button.setVisible(self.isVisible())
        said = self.tr("{n} of {total} goods scanned · {hits} findings · bank {bank}")
        self.note.setText(
            said.format(
                n=texts.count(self.scanned),
                total=texts.count(len(items)),
                hits=texts.count(len(self.hits)),
                bank=checker.bank.version,
            )
        )
        self._show()

    async def _through(self, items: "Sequence[Texts]", checker: Checker, pardons: Sequence[Pardon]) -> None:
        self.hits, self.scanned = [], 0
        self.progress.setMaximum(max(1, len(items)))
        self.progress.setValue(0)
        self.progress.show()
        for first in range(0, len(items), AT_ONCE):
            if self._stopping:
                return
            some = items[first : first + AT_ONCE]
            found = await asyncio.to_thread(scan_some, some, checker, pardons, self.desk.now())
            begin = len(self.hits) + 1
            self.hits += [
                Hit(id=number, item=item, finding=finding, in_title=in_title)
                for number, (item, finding, in_title) in enumerate(found, begin)
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
            "text": hit.item.title if hit.in_title else hit.item.more,
            "name": hit.item.title,
            "subject": hit.item.subject,
            "surface": "title" if hit.in_title else "detail",
            "category": category_of(hit.item.category),
        }
