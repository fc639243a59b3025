"""What can be changed of goods and pushed: title, shelf, price and stock of every variant, on both sides."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from console.catalogue import Language
from console.core.model import Platform
from console.rules.aligning import follower, shown
from console.rules.pushing import LED, Both, Field, Goods, PushRules, Value, Wish
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.tabs.products import push_words
from console.ui.tabs.products.cells import BadFigure, ValueField, faults
from console.ui.theme import Tone
from console.ui.widgets import Card, Chip, Mark, Switch, icon_button, label, link
from console.ui.widgets.labels import Wrapped

SHOWN = 40  # variants in sight; the others are aligned in bulk
FIELD_WIDE = 78

Draft = Mapping[tuple[Platform, str, str], str]  # what was typed, by side, field and variant


class Editor(QWidget):
    """Made anew for every row; ``draft`` brings what was typed in the former one of the same row."""

    edited = Signal()
    rules_asked = Signal()

    def __init__(self, goods: Goods, rules: PushRules, language: Language) -> None:
        super().__init__()
        self.goods, self.rules, self._language = goods, rules, language
        self.fields: list[ValueField] = []
        self.shelves: dict[Platform, Switch] = {}
        self.removals: dict[str, QPushButton] = {}
        self.fault = Wrapped("", 12, tone="red")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 8)
        whole.setSpacing(12)
        for card in (self._leads(), self._whole_item(), self._variants()):
            whole.addWidget(card)
        whole.addWidget(self.fault)
        whole.addStretch(1)
        self._say()

    # -- making -----------------------------------------------------------------------------------------------------

    def _leads(self) -> Card:
        card = Card(self.tr("Who leads which field"))
        change = link(self.tr("Change the rules"))
        change.clicked.connect(self.rules_asked)
        card.add_end(change)
        row = QHBoxLayout()
        row.setSpacing(12)
        for field in LED:
            lead = self.rules.leads.get(field, "free")
            both = QHBoxLayout()
            both.setSpacing(4)
            both.addWidget(label(push_words.field(field), 12, tone="text3"))
            tone: Tone = "grey" if lead == "free" else "blue"
            both.addWidget(Chip(ChipLook(tone, "minus" if lead == "free" else "store", push_words.lead(lead))))
            row.addLayout(both)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _whole_item(self) -> Card:
        card = Card(self.tr("Title and shelf"))
        for platform in self._sides():
            side = self.goods.side(platform)
            if side is None:
                continue
            row = QHBoxLayout()
            row.setSpacing(8)
            title = self._field(platform, "title", side.item.title)
            row.addWidget(Mark(platform, 18))
            row.addWidget(title, 1)
            row.addWidget(self._shelf(platform, on=side.item.on_shelf))
            row.addWidget(label(push_words.field("shelf"), 12, tone="text3"))
            card.body.addLayout(row)
        return card

    def _shelf(self, platform: Platform, *, on: bool | None) -> Switch:
        name = f"{texts.platform(platform)} {push_words.field('shelf')}"
        knob = Switch(name, bool(on))
        why = self._why_locked(platform, "shelf") or ("" if on is not None else self.tr("The platform does not say"))
        knob.setEnabled(not why)
        knob.setToolTip(why)
        knob.toggled.connect(self._say)
        self.shelves[platform] = knob
        return knob

    def _variants(self) -> Card:
        shown = self.goods.variants[:SHOWN]
        card = Card(self.tr("Price and stock"), self.tr("%n variant(s)", "", len(self.goods.variants)))
        if len(self._sides()) > 1:
            self._offer_alignment(card)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        places: list[tuple[Platform, Field]] = [(one, field) for field in ("price", "stock") for one in self._sides()]
        for column, (platform, field) in enumerate(places, start=1):
            head = QHBoxLayout()
            head.setSpacing(4)
            head.addStretch(1)
            head.addWidget(Mark(platform, 15))
            head.addWidget(label(push_words.field(field), 12, tone="text3"))
            grid.addLayout(head, 0, column)
        for line, both in enumerate(shown, start=1):
            self._variant(grid, line, both, places)
        card.body.addLayout(grid)
        left = len(self.goods.variants) - len(shown)
        if left > 0:
            card.body.addWidget(
                label(self.tr("%n more: bring them in step from the table", "", left), 12, tone="text3")
            )
        return card

    def _variant(self, grid: QGridLayout, line: int, both: Both, places: list[tuple[Platform, Field]]) -> None:
        name = both.spec or self.tr("Only variant")
        grid.addWidget(Wrapped(name), line, 0)
        for column, (platform, field) in enumerate(places, start=1):
            sku = both.on(platform)
            if sku is None:
                none = label(texts.NOTHING, tone="faint")
                grid.addWidget(none, line, column, Qt.AlignmentFlag.AlignRight)
                continue
            now = sku.price_fen if field == "price" else sku.stock
            made = self._field(platform, field, now, sku_id=sku.sku_id, name=name)
            made.setFixedWidth(FIELD_WIDE)
            grid.addWidget(made, line, column)
        if self._may_remove(both):
            self._offer_removal(grid, line, len(places) + 1, both, name)

    def _may_remove(self, both: Both) -> bool:
        """A variant that Youzan alone has may go there; one has to stay."""
        side = self.goods.youzan
        held = sum(one.youzan is not None for one in self.goods.variants)
        return (
            side is not None
            and not side.barred
            and both.kuaishou is None
            and held > 1
            and self.goods.kuaishou is not None
        )

    def _offer_removal(self, grid: QGridLayout, line: int, column: int, both: Both, name: str) -> None:
        if both.youzan is None:
            return
        made = icon_button("trash-2", self.tr("Delete “{name}” at Youzan").format(name=name), small=True)
        made.setCheckable(True)
        made.toggled.connect(self._say)
        self.removals[both.youzan.sku_id] = made
        grid.addWidget(made, line, column)

    def _offer_alignment(self, card: Card) -> None:
        prices = link(self.tr("Kuaishou prices from Youzan"))
        prices.clicked.connect(self.take_prices)
        words = self.tr("{platform} stock from what is available")
        stocks = link(words.format(platform=texts.platform(follower(self.rules))))
        stocks.clicked.connect(self.take_stocks)
        card.add_end(prices)
        card.add_end(stocks)

    def _field(self, side: Platform, field: Field, now: Value, *, sku_id: str = "", name: str = "") -> ValueField:
        made = ValueField(side, field, now, sku_id=sku_id, name=name)
        why = self._why_locked(side, field)
        if why:
            made.lock(why)
        made.edited.connect(self._say)
        self.fields.append(made)
        return made

    def _why_locked(self, platform: Platform, field: Field) -> str:
        side = self.goods.side(platform)
        if side is not None and side.barred:
            return push_words.barred(side.barred, platform, self._language)
        leader = self.rules.leader(field)
        if leader is None or leader is platform or self.goods.side(leader) is None:
            return ""
        words = self.tr("{platform} leads this field: change it there, then bring this side in step")
        return words.format(platform=texts.platform(leader))

    def _sides(self) -> list[Platform]:
        return [platform for platform in Platform if self.goods.side(platform) is not None]

    # -- what is wanted ---------------------------------------------------------------------------------------------

    def take_prices(self) -> None:
        """Fill in Youzan's prices at Kuaishou."""
        for both in self.goods.variants:
            if both.kuaishou is not None and both.youzan is not None and both.youzan.price_fen:
                self._fill(Platform.KUAISHOU, "price", both.kuaishou.sku_id, both.youzan.price_fen)

    def take_stocks(self) -> None:
        """Fill in what is available where the stock follows."""
        to = follower(self.rules)
        for both in self.goods.variants:
            sku, pieces = both.on(to), shown(self.goods, both, self.rules).pieces
            if sku is not None and pieces is not None:
                self._fill(to, "stock", sku.sku_id, pieces)

    def _fill(self, to: Platform, field: Field, sku_id: str, value: int) -> None:
        side = self.goods.side(to)
        if side is None or side.barred:
            return
        for one in self.fields:
            if (one.side, one.field, one.sku_id) == (to, field, sku_id):
                one.set_value(value)

    def field(self, side: Platform, field: Field, sku_id: str = "") -> ValueField:
        """The field of this value."""
        return next(one for one in self.fields if (one.side, one.field, one.sku_id) == (side, field, sku_id))

    def wishes(self) -> list[Wish]:
        """Everything that was changed. Raises BadFigure."""
        return list(self._wishes())

    def _wishes(self) -> Iterator[Wish]:
        for one in self.fields:
            if one.is_changed:
                yield one.wish()
        for platform, knob in self.shelves.items():
            side = self.goods.side(platform)
            if side is not None and side.item.on_shelf is not None and knob.isChecked() != side.item.on_shelf:
                yield Wish(side=platform, field="shelf", to=knob.isChecked())
        gone = [sku_id for sku_id, made in self.removals.items() if made.isChecked()]
        if gone:
            yield Wish(side=Platform.YOUZAN, field="skus", to=None, sku_id=",".join(gone))

    @property
    def problem(self) -> str:
        """Why nothing can be previewed; empty where something can."""
        try:
            return "" if self.wishes() else self.tr("Nothing was changed")
        except BadFigure as bad:
            return str(bad)

    @property
    def draft(self) -> Draft:
        """What was typed and differs from the platform's."""
        return {(one.side, one.field, one.sku_id): one.text() for one in self.fields if one.is_changed}

    def take_draft(self, draft: Draft) -> None:
        """Go on with what was typed before the row was read anew."""
        for one in self.fields:
            words = draft.get((one.side, one.field, one.sku_id))
            if words is not None:
                one.setText(words)

    def _say(self) -> None:
        self.fault.setText("\n".join(faults(self.fields)))
        self.fault.setVisible(bool(self.fault.text()))
        self.edited.emit()
