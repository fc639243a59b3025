"""The drawer's checks before publishing: what is known of the goods, judged by the rules; looked at anew on a click."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console import catalogue, reference
from console.core.clock import DAY
from console.core.errors import FileTrouble, Trouble
from console.core.model import Platform
from console.rules import listing, publishing
from console.rules.drafts import Known, draft
from console.rules.findings import Check, Finding, Report, Severity
from console.rules.listing import Draft
from console.rules.listing_documents import needed
from console.rules.listing_images import ImageFacts
from console.rules.pushing import Goods, PushRules, Wish
from console.ui import texts
from console.ui.context import Desk
from console.ui.speaking import Speaker, speaker, title_question
from console.ui.tabs.products import check_words
from console.ui.tasks import Tasks
from console.ui.widgets import Chip, IconLabel, button, label, line, link, stack
from console.ui.widgets.labels import TextTone, Wrapped

if TYPE_CHECKING:
    from sqlalchemy import Connection

TREE_OLD = 7 * DAY  # after that a check reads the category tree again
SHOWN = 4  # findings of one check in sight
LOOKED = 200  # pictures whose facts are remembered
BY_HAND = (Check.TITLE, Check.WORDING, Check.PRICE)
"""What the drawer's own editor can mend."""

_TONES: dict[Severity, TextTone] = {Severity.BLOCK: "red", Severity.WARN: "amber"}


def read_known(conn: "Connection", goods: Goods) -> Known:
    """On a database thread."""
    from console.store import checking

    return checking.known(conn, goods)


class CheckPanel(QWidget):
    """``edit_asked``: to the editor. ``counted``: ``grave`` may have changed."""

    edit_asked = Signal()
    categories_asked = Signal()
    wording_asked = Signal(object)  # what the checker of wording is to be asked
    counted = Signal()

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("scrolled")
        self._desk, self._tasks = desk, tasks
        self._goods: Goods | None = None
        self._rules = PushRules()
        self._known = Known()
        self._spoken: Speaker | None = None
        self._looks: OrderedDict[str, ImageFacts] = OrderedDict()
        self._looked_at: dict[str, int] = {}
        self.report: Report | None = None
        self.trouble = Wrapped("", 12, tone="red")
        self.said = label("", 12, tone="text3")
        self.again = button(self.tr("Check again"), "default", "refresh-cw", small=True)
        self.again.clicked.connect(self.look)
        self.ages = Wrapped("", 12, tone="text3")
        self._rows = QFrame()
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 8, 8)
        self._whole.setSpacing(12)
        self._whole.addLayout(stack(self.said, None, self.again, across=True))
        for part in (self.trouble, self._rows, self.ages):
            self._whole.addWidget(part)
        self._whole.addStretch(1)
        self.trouble.hide()

    # -- what is known ----------------------------------------------------------------------------------------------

    def show_goods(self, goods: Goods | None, rules: PushRules) -> None:
        """Check these; what the file knows beside them is read first."""
        if goods is None or self._goods is None or goods.row_id != self._goods.row_id:
            self.trouble.hide()
        self._goods, self._rules = goods, rules
        self.setVisible(goods is not None)
        if goods is not None:
            self._tasks.start(self._read(goods), key="checks")

    async def _read(self, goods: Goods) -> None:
        known = await self._desk.database.read(read_known, goods)
        spoken = await speaker(self._desk)
        if goods is self._goods:
            self._known, self._spoken = known, spoken
            self._judge()

    @property
    def grave(self) -> int:
        """How many checks block or warn."""
        return 0 if self.report is None else sum(self.report.worst(check) >= Severity.WARN for check in Check)

    def images(self) -> list[ImageFacts] | None:
        """What was measured of the pictures, in their order; None where nobody looked at the main one."""
        urls = self._urls()
        if not urls or urls[0] not in self._looks:
            return None
        return [self._looks.get(url, ImageFacts()) for url in urls]

    def _urls(self) -> tuple[str, ...]:
        """All pictures where the detail named them, else the main one."""
        if self._known.item is not None and self._known.item.image_urls:
            return self._known.item.image_urls
        return (self._goods.image_url,) if self._goods is not None and self._goods.image_url else ()

    # -- looking ----------------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Read the item anew, what its category asks, and its pictures."""
        if self._goods is not None:
            self.again.setEnabled(False)
            self.trouble.hide()
            self._tasks.start(self._look(self._goods), key="look")

    async def _look(self, goods: Goods) -> None:
        looks, known, now = self._desk.actions.looks, self._known, self._desk.now()
        try:
            if known.shop_id and (known.tree_at is None or now - known.tree_at > TREE_OLD):
                await looks.read_categories(known.shop_id)
            if goods.kuaishou is not None:
                await looks.look_at(goods.kuaishou.shop_id, goods.kuaishou.item.item_id)
            if self._goods is not None and self._goods.row_id == goods.row_id:  # perhaps read anew meanwhile
                await self._read(self._goods)
                await self._measure()
        except (Trouble, FileTrouble) as trouble:
            words = catalogue.words_for(trouble, self._desk.language)
            self.trouble.setText(f"{words.text} {words.next_step}")
            self.trouble.show()
        finally:
            self.again.setEnabled(True)
        self._judge()

    async def _measure(self) -> None:
        """Picture by picture; the first that cannot be had ends it, and those before it stay measured."""
        for url in self._urls():
            seen = await self._desk.pictures.look(url)
            if seen is None:
                return
            self._looks[url] = seen.facts
            self._looked_at[url] = self._desk.now()
            while len(self._looks) > LOOKED:
                self._looked_at.pop(self._looks.popitem(last=False)[0], None)

    # -- showing ----------------------------------------------------------------------------------------------------

    def _judge(self) -> None:
        if self._goods is None:
            return
        made = self._draft(self._goods)
        self.report = self._check(made)
        wanted = [need.document for need in made.needs or ()]
        self._show(self.report, wanted)

    def _draft(self, goods: Goods) -> Draft:
        path = self._known.category.path if self._known.category is not None else ""
        likely = needed(path, reference.document_needs()) if path else ()
        wording = None if self._spoken is None else self._spoken.title_of(goods, path)
        return draft(goods, self._rules, self._known, images=self.images(), likely=likely, wording=wording)

    def _check(self, made: Draft) -> Report:
        return listing.check(made, reference.yardstick(Platform.KUAISHOU), at=self._desk.now())

    def blocking(self, goods: Goods, wishes: Sequence[Wish]) -> tuple[Finding, ...]:
        """What will stand in the way of publishing these goods once the wishes are done."""
        return publishing.blocking(self._check(self._draft(publishing.as_wished(goods, wishes))))

    def stopped(self, wishes: Sequence[Wish]) -> str:
        """Why none of these wishes can go; empty where one can."""
        if self._goods is None or not wishes:
            return ""
        found = self.blocking(self._goods, wishes)
        held = [publishing.stops(wish, found) for wish in wishes]
        if not all(held):
            return ""
        first = held[0][0]
        said = self.tr("Stopped by the check “{name}”: {why}")
        return said.format(name=check_words.name(first.check), why=check_words.sentence(first, self._desk.language))

    def _show(self, report: Report, papers: list[str]) -> None:
        rows = QFrame()
        rows.setObjectName("card")
        column = QVBoxLayout(rows)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for place, check in enumerate(Check):
            if place:
                column.addWidget(line())
            column.addWidget(self._row(check, report, papers))
        self._whole.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows
        self.said.setText(check_words.summary(report))
        self.ages.setText(self._age_words())
        self.counted.emit()

    def _row(self, check: Check, report: Report, papers: list[str]) -> QWidget:
        worst, found = report.worst(check), report.of(check)
        icon, tone = check_words.ICONS[worst]
        middle = QVBoxLayout()
        middle.setSpacing(2)
        middle.addWidget(label(check_words.name(check), strong=True))
        for finding in found[:SHOWN]:
            middle.addWidget(self._finding(finding))
        if len(found) > SHOWN:
            middle.addWidget(label(self.tr("and {n} more").format(n=len(found) - SHOWN), 12, tone="text3"))
        if check is Check.DOCUMENTS and worst is Severity.NOT_CHECKED and papers:
            asked = self.tr("May be asked for: {papers}. No record of yours is kept here; please check them yourself.")
            middle.addWidget(Wrapped(asked.format(papers=", ".join(papers)), 12, tone="text3"))
        elif worst is not Severity.PASSED and found:
            middle.addWidget(Wrapped(check_words.fix(found[0], self._desk.language), 12, tone="text3"))
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(16, 10, 12, 10)
        across.setSpacing(10)
        across.addWidget(IconLabel(icon, 16, tone), 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(middle, 1)
        self._verb(across, check, worst)
        across.addWidget(Chip(check_words.chip(worst)), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _verb(self, across: QHBoxLayout, check: Check, worst: Severity) -> None:
        """What this window itself can do about it."""
        if worst in (Severity.PASSED, Severity.NOT_CHECKED):
            return
        if check in BY_HAND:
            verb = link(self.tr("Edit"))
            verb.clicked.connect(self.edit_asked)
        elif check is Check.CATEGORY:
            verb = link(self.tr("Choose category"))
            verb.clicked.connect(self.categories_asked)
        else:
            return
        if check is Check.WORDING:
            opens = link(self.tr("Open in the checker"))
            opens.clicked.connect(lambda: self.wording_asked.emit(self._wording_question()))
            across.addWidget(opens, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(verb, 0, Qt.AlignmentFlag.AlignTop)

    def _wording_question(self) -> dict[str, str]:
        """The title as the checker takes it, so that what is let pass there counts here."""
        path = self._known.category.path if self._known.category is not None else ""
        return {} if self._goods is None else title_question(self._goods, path)

    def _finding(self, finding: Finding) -> Wrapped:
        said = check_words.sentence(finding, self._desk.language)
        return Wrapped(said, 12, tone=_TONES.get(finding.severity, "text2"))

    def _age_words(self) -> str:
        """Every fact says how old it is."""
        known, now = self._known, self._desk.now()
        looked = min((self._looked_at[url] for url in self._urls() if url in self._looked_at), default=None)
        parts = [
            (known.item_at, self.tr("Item {time}")),
            (known.asks_at, self.tr("What the category asks {time}")),
            (known.tree_at, self.tr("Category tree {time}")),
            (looked, self.tr("Pictures {time}")),
        ]
        said = [words.format(time=texts.moment(at, now)) for at, words in parts if at is not None]
        if not said:
            return self.tr("Nothing but the last sync is known; “Check again” reads the rest from Kuaishou")
        return self.tr("Read from Kuaishou: {parts}").format(parts=" · ".join(said))
