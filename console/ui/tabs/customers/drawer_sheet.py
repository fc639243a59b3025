"""What the customer drawer says: four tiles, who he is on each platform, tags, what happened, consents, what fits."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.catalogue import Language
from console.core.clock import DAY
from console.core.model import Platform
from console.store.customers_sheet import Identity, Sheet
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.tabs.customers import profile_words as words
from console.ui.tabs.customers.drawer_time import TwoSides
from console.ui.widgets import Chip, IconLabel, Mark, button, label, line, link
from console.ui.widgets.labels import Elided, Wrapped

LABELS = 14  # shown before "more"


class CustomerHead(QWidget):
    """Masked name, segment, and the last digits."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(label(words.who(sheet.row), 18, strong=True))
        top.addWidget(Chip(words.segment_chip(sheet.row.segment)))
        top.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(top)
        masked = self.tr("{tail} · masked as the platform gave it").format(tail=words.tail(sheet.row))
        whole.addWidget(Elided(masked))


class CustomerBody(QWidget):
    """``parted`` an identity; ``tag_asked``; ``untagged`` a word; ``consented`` channel and what was said."""

    parted = Signal(object)
    tag_asked = Signal()
    untagged = Signal(str)
    consented = Signal(str, object)

    def __init__(self, sheet: Sheet, now: int, language: Language) -> None:
        super().__init__()
        self._sheet, self._now, self._language = sheet, now, language
        self._all = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(10)
        self._tiles()
        self._identities()
        self._tags()
        self._column.addWidget(line())
        self._column.addWidget(label(self.tr("What happened"), 14, strong=True))
        self._column.addWidget(TwoSides(sheet.events))
        self._column.addWidget(line())
        self._consents()
        self._idea()
        self._column.addStretch(1)

    def _tiles(self) -> None:
        row, now = self._sheet.row, self._now
        days = texts.NOTHING if row.last_at is None else words.ago(row.last_at, now)
        share = texts.NOTHING if not row.placed else f"{row.refunds / row.placed:.0%}"
        gap = "" if row.gap_ms is None else self.tr("every {n} days").format(n=f"{row.gap_ms / DAY:.0f}")
        margin = self.tr("margin {m}").format(m=texts.money(row.margin_fen))
        tiles = (
            (self.tr("Last bought R"), days, texts.moment(row.last_at, now)),
            (self.tr("Times F"), texts.count(row.orders), gap),
            (self.tr("Spent M"), texts.money(row.paid_fen), margin),
            (self.tr("Refund share"), share, f"{row.refunds}/{row.placed}"),
        )
        grid = QGridLayout()
        grid.setSpacing(8)
        for at, (title, value, under) in enumerate(tiles):
            box = QFrame()
            box.setObjectName("quiet")
            inside = QVBoxLayout(box)
            inside.setContentsMargins(10, 8, 10, 8)
            inside.setSpacing(3)
            inside.addWidget(Elided(title))
            inside.addWidget(label(value, 16, strong=True))
            inside.addWidget(Elided(under))
            grid.addWidget(box, 0, at)
            grid.setColumnStretch(at, 1)
        self._column.addLayout(grid)
        if row.margin_fen is None:
            why = self.tr("The margin is unknown: of some goods no cost is known.")
            self._column.addWidget(Wrapped(why, 12, tone="text3"))

    def _identities(self) -> None:
        some = self._sheet.identities
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Identities"), 14, strong=True))
        joined = [one.matched_at for one in some if one.matched_at is not None]
        said = self.tr("joined on {day}, can be taken apart").format(day=texts.day(max(joined))) if joined else ""
        head.addWidget(label(said, 12, tone="text3"))
        head.addStretch(1)
        self._column.addLayout(head)
        for one in some:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(Mark(Platform(one.shop_id.partition(":")[0])))
            number = f"{one.buyer_id[:6]}…{one.buyer_id[-4:]}" if len(one.buyer_id) > 14 else one.buyer_id
            named = label(number, tone="text2")
            named.setToolTip(one.buyer_id)
            row.addWidget(named)
            how = Elided(self._how(one))
            how.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(how, 1)
            if len(some) > 1:
                part = link(self.tr("Take apart"))
                part.clicked.connect(lambda _=False, one=one: self.parted.emit((one.shop_id, one.buyer_id)))
                row.addWidget(part)
            self._column.addLayout(row)

    def _how(self, one: Identity) -> str:
        if one.rivals:
            return self.tr("linked orders name %n more buyer(s): joined with none", "", one.rivals)
        if one.how == "link":
            return self.tr("matched: linked order {no}").format(no=one.via)
        return self.tr("matched: by a person") if one.how == "hand" else self.tr("the shop's own buyer id")

    def _tags(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(label(self.tr("Tags"), 14, strong=True))
        for tag in self._sheet.tags:
            part = button(tag, "default", "tag", small=True)
            part.setToolTip(self.tr("Click to take it off"))
            part.clicked.connect(lambda _=False, tag=tag: self.untagged.emit(tag))
            head.addWidget(part)
        add = link(self.tr("+ Tag (T)"))
        add.clicked.connect(self.tag_asked)
        head.addWidget(add)
        head.addStretch(1)
        self._column.addLayout(head)
        names = [one.names[self._language] for one in self._sheet.labels]
        said = " · ".join(names[:LABELS])
        self._labels = Wrapped(said, 12, tone="text2")
        self._column.addWidget(self._labels)
        if len(names) > LABELS:
            more = link(self.tr("All %n label(s)", "", len(names)))
            more.clicked.connect(lambda: self._labels.setText(" · ".join(names)))
            more.clicked.connect(more.hide)
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _consents(self) -> None:
        self._column.addWidget(label(self.tr("Agreed to messages"), 14, strong=True))
        head = QHBoxLayout()
        head.setSpacing(6)
        for channel, name in words.CHANNELS.items():
            agreed = self._sheet.consents.get(channel)
            icon = "circle-question-mark" if agreed is None else "check" if agreed else "x"
            states = {None: self.tr("not asked"), True: self.tr("agreed"), False: self.tr("refused")}
            part = button(f"{words.said(name)} {states[agreed]}", "default", icon, small=True)
            after = {None: True, True: False, False: None}[agreed]
            part.clicked.connect(lambda _=False, channel=channel, after=after: self.consented.emit(channel, after))
            head.addWidget(part)
        head.addStretch(1)
        self._column.addLayout(head)
        limits = self.tr("Reached {n} times in 30 days · at most {most} · nothing from {late}:00 to {early}:00")
        late, early = self._sheet.quiet
        said = limits.format(n=self._sheet.touches, most=self._sheet.touch_most, late=late, early=early)
        over = self._sheet.touches >= self._sheet.touch_most
        self._column.addWidget(Wrapped(said, 12, tone="amber" if over else "text3"))
        if self._sheet.block_reason:
            why = self.tr("Blacklist: {why}").format(why=self._sheet.block_reason)
            self._column.addWidget(Chip(ChipLook("red", "ban", why)), 0, Qt.AlignmentFlag.AlignLeft)

    def _idea(self) -> None:
        sheet, row = self._sheet, self._sheet.row
        gap = "" if row.gap_ms is None else f"{row.gap_ms / DAY:.0f}"
        leaf = sheet.leaf or self.tr("goods")
        ideas = {
            "blocked": self.tr("On the blacklist: no messages"),
            "due": self.tr("Fits: buys again every {gap} days, that time is over; {leaf} bought most"),
            "soon": self.tr("Fits: buys again every {gap} days, within a week from now; {leaf} bought most"),
            "new": self.tr("Fits: care after the first purchase, how to use {leaf}; no selling yet"),
            "recall": self.tr("Fits: news about {leaf}, with a reason to come back"),
            "value": self.tr("Fits: early access to new {leaf}; no discount needed"),
        }
        said = ideas.get(sheet.idea, "").format(gap=gap, leaf=leaf)
        if said:
            box = QFrame()
            box.setObjectName("quiet")
            row_of = QHBoxLayout(box)
            row_of.setContentsMargins(12, 8, 12, 8)
            row_of.addWidget(IconLabel("info", 16, "accentText"))
            row_of.addWidget(Wrapped(said, 13), 1)
            self._column.addWidget(box)
