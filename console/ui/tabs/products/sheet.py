"""What the goods drawer shows of one row: title and numbers, review, both sides compared, variants, why linked."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.catalogue import Language
from console.core.model import AuditState, Item, Platform
from console.rules.variants import differ
from console.store.views import ItemDetail, Rival, SkuRow
from console.store.views_goods import Claims
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.pictures import Pictures
from console.ui.tabs.products import failing, linking, words
from console.ui.tabs.products.claims import ClaimsCard
from console.ui.tabs.products.variants import Variants
from console.ui.widgets import Card, Chip, IconLabel, Mark, Thumb, icon_button, label, line, link
from console.ui.widgets.labels import TextTone

Field = tuple[str, str, str, bool]  # its name, Kuaishou's value, Youzan's, whether they ought to be the same


class ItemHead(QWidget):
    """Picture, title, both numbers with their copy buttons, and the chips."""

    copied = Signal(str)

    def __init__(self, detail: ItemDetail, *, compared: bool, pictures: Pictures | None = None) -> None:
        super().__init__()
        row = detail.row
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(label(row.title or texts.NOTHING, 18, strong=True, wrap=True, selectable=True))
        numbers = QHBoxLayout()
        numbers.setSpacing(6)
        for platform, number in ((Platform.KUAISHOU, row.kuaishou_item_id), (Platform.YOUZAN, row.youzan_item_id)):
            if number is not None:
                self._number(numbers, platform, number)
        numbers.addStretch(1)
        right.addLayout(numbers)
        chips = QHBoxLayout()
        chips.setSpacing(6)
        for look in [words.status_chip(row, compared=compared), *words.reasons(row)]:
            chips.addWidget(Chip(look))
        chips.addStretch(1)
        right.addLayout(chips)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        whole.addWidget(Thumb(row.title, 56, row.image_url, pictures), 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(right, 1)

    def _number(self, numbers: QHBoxLayout, platform: Platform, number: str) -> None:
        name = self.tr("Copy the number on {platform}").format(platform=texts.platform(platform))
        copy = icon_button("copy", name, small=True)
        copy.clicked.connect(lambda: self.copied.emit(number))
        for part in (Mark(platform, 18), label(number, tone="text2", selectable=True), copy):
            numbers.addWidget(part)


class ItemSheet(QWidget):
    """The body: one column of panels, made anew for every row. ``turned``: show everything, or only what differs.

    ``decided``: what was pressed about the link, and which goods it means.
    """

    turned = Signal()
    decided = Signal(str, object)

    def __init__(
        self,
        detail: ItemDetail,
        now: int,
        *,
        compared: bool,
        everything: bool,
        language: Language = "zh_CN",
        claims: Claims | None = None,
        pictures: Pictures | None = None,
    ) -> None:
        super().__init__()
        self._detail = detail
        self._language = language
        self._now = now
        held = ((Platform.KUAISHOU, detail.kuaishou), (Platform.YOUZAN, detail.youzan))
        self._known = tuple(platform for platform, item in held if item is not None)
        self._both = len(self._known) > 1
        self._everything = everything or not self._both
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 8)
        whole.setSpacing(12)
        if detail.kuaishou is not None and detail.row.audit is not AuditState.PASSED:
            whole.addWidget(self._review())
        self.claims: ClaimsCard | None = None
        if claims is not None and not self._both and compared:
            self.claims = ClaimsCard(detail.row, claims, pictures)
            self.claims.decided.connect(self.decided)
            whole.addWidget(self.claims)
        whole.addWidget(self._sides())
        whole.addWidget(self._variants())
        whole.addWidget(self._why(compared))
        whole.addStretch(1)

    # -- review -----------------------------------------------------------------------------------------------------

    def _review(self) -> Card:
        row = self._detail.row
        card = Card(self.tr("Kuaishou's review"))
        card.add_end(Chip(words.audit_chip(row.audit)))
        if row.audit is AuditState.UNKNOWN:
            card.body.addWidget(label(self.tr("Kuaishou did not say where its review stands"), tone="text3", wrap=True))
            return card
        if row.audit is AuditState.WAITING:
            card.body.addWidget(label(self.tr("Kuaishou is still looking at it"), wrap=True))
            return card
        card.body.addLayout(failing.explanation(row, words.platform_said(row), self._language))
        return card

    # -- both sides -------------------------------------------------------------------------------------------------

    def _sides(self) -> Card:
        fields = self._fields()
        unequal = [one for one in fields if _is_unequal(one)]
        card = Card(self.tr("Both sides compared") if self._both else self.tr("What the platform says"))
        if self._both:
            self._offer(card, len(unequal) + len(self._unequal_variants()))
        shown = fields if self._everything else unequal
        if not shown:
            card.body.addLayout(_in_step(self.tr("Title, code, price, stock and shelf are the same on both sides")))
            return card
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for place, platform in enumerate(self._known, start=1):
            grid.addLayout(_side_title(platform), 0, place)
            grid.setColumnStretch(place, 1)
        grid.setColumnMinimumWidth(0, 72)
        for place, one in enumerate(shown, start=1):
            self._field(grid, place, one)
        card.body.addLayout(grid)
        return card

    def _offer(self, card: Card, unequal: int) -> None:
        """Say how much differs, and turn between that and everything."""
        card.under.setText(self.tr("%n difference(s)", "", unequal))
        turn = link(self.tr("Only differences") if self._everything else self.tr("Show everything"))
        turn.clicked.connect(self.turned)
        card.add_end(turn)

    def _field(self, grid: QGridLayout, place: int, one: Field) -> None:
        name, kuaishou, youzan, _ = one
        unequal = _is_unequal(one)
        said = {Platform.KUAISHOU: kuaishou, Platform.YOUZAN: youzan}
        grid.addWidget(label(name, tone="text3"), place, 0, Qt.AlignmentFlag.AlignTop)
        for column, value in enumerate((said[platform] for platform in self._known), start=1):
            tone: TextTone = "faint" if value == texts.NOTHING else "amber" if unequal else "text"
            made = label(value, wrap=True, selectable=True, strong=unequal, tone=tone)
            grid.addWidget(made, place, column, Qt.AlignmentFlag.AlignTop)

    def _fields(self) -> list[Field]:
        here, there = self._detail.kuaishou, self._detail.youzan

        def both(name: str, say: Callable[[Item], str], *, same: bool = False) -> Field:
            sides = [texts.NOTHING if item is None else say(item) or texts.NOTHING for item in (here, there)]
            return name, sides[0], sides[1], same and self._both

        return [
            both(self.tr("Title"), lambda item: item.title, same=True),
            both(self.tr("Code"), lambda item: item.code, same=True),
            both(self.tr("Price"), lambda item: texts.money(item.price_fen), same=True),
            both(self.tr("Stock"), lambda item: texts.count(item.stock), same=True),
            both(self.tr("Shelf"), lambda item: words.shelf_word(item.on_shelf), same=True),
            both(self.tr("Review"), _review_word),
            both(self.tr("Sold"), lambda item: texts.count(item.sold)),
            both(self.tr("Category"), self._category),
            both(self.tr("Created"), lambda item: texts.moment(item.created_at, self._now)),
            both(self.tr("Changed"), lambda item: texts.moment(item.updated_at, self._now)),
        ]

    def _category(self, item: Item) -> str:
        if item.category_name or not item.category_id:
            return item.category_name
        return self.tr("no. {number}").format(number=item.category_id)

    # -- variants ---------------------------------------------------------------------------------------------------

    def _variants(self) -> Card:
        rows = self._detail.skus
        card = Card(self.tr("Variants"), self._variant_counts())
        shown = list(rows) if self._everything else self._unequal_variants()
        if not rows:
            card.body.addWidget(label(self.tr("No variants have been read"), tone="text3"))
        elif not shown and any(row.kuaishou for row in rows) != any(row.youzan for row in rows):
            card.body.addWidget(label(self.tr("Only one side names variants: nothing to compare"), tone="text3"))
        elif not shown:
            card.body.addLayout(_in_step(self.tr("Prices and stocks of all variants are the same on both sides")))
        else:
            card.body.addWidget(Variants(shown, self._known))
        return card

    def _variant_counts(self) -> str:
        """How many there are, and how many have no counterpart where both sides name some."""
        rows = self._detail.skus
        if not rows:
            return ""
        said = self.tr("%n variant(s)", "", len(rows))
        alone = sum(None in (row.kuaishou, row.youzan) for row in rows)
        if any(row.kuaishou for row in rows) and any(row.youzan for row in rows) and alone:
            lonely = self.tr("%n without counterpart", "", alone)
            return f"{said} · {lonely}"
        return said

    def _unequal_variants(self) -> list[SkuRow]:
        if not self._detail.row.variants_differ:
            return []
        return [row for row in self._detail.skus if differ(row.kuaishou, row.youzan)]

    # -- why --------------------------------------------------------------------------------------------------------

    def _why(self, compared: bool) -> Card:
        detail = self._detail
        title = self.tr("Why they are linked") if detail.row.kept else self.tr("Why they can be linked")
        card = Card(title if self._both else self.tr("Why it is not linked"))
        if self._both:
            self.unlink = link(self.tr("Undo the link…"))
            self.unlink.clicked.connect(lambda: self.decided.emit("unlink", None))
            card.add_end(self.unlink)
            linked = ChipLook("green", "link-2", self.tr("Linked"))
            card.add_end(Chip(linked if detail.row.kept else ChipLook("blue", "link", self.tr("Can be linked"))))
        for said in linking.why(detail, compared=compared):
            card.body.addWidget(label(said, wrap=True, selectable=True))
        for rival in detail.rivals:
            card.body.addWidget(line())
            card.body.addLayout(_rival(rival))
        more = detail.rival_count - len(detail.rivals)
        if more > 0:
            card.body.addWidget(label(self.tr("and %n more", "", more), 12, tone="text3"))
        return card


def _is_unequal(one: Field) -> bool:
    """Whether both sides say something, and not the same, where it ought to be."""
    _, kuaishou, youzan, counts = one
    return counts and kuaishou != youzan and texts.NOTHING not in (kuaishou, youzan)


def _review_word(item: Item) -> str:
    return "" if item.audit is AuditState.UNKNOWN else words.audit_word(item.audit)


def _in_step(said: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(IconLabel("circle-check", 16, "fg_green"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(said, tone="text2", wrap=True), 1)
    return row


def _side_title(platform: Platform) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(Mark(platform, 15))
    row.addWidget(label(texts.platform(platform), 12, tone="text3"))
    row.addStretch(1)
    return row


def _rival(rival: Rival) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(Mark(rival.platform, 15), 0, Qt.AlignmentFlag.AlignTop)
    both = QVBoxLayout()
    both.setSpacing(2)
    both.addWidget(label(rival.title or texts.NOTHING, wrap=True))
    both.addWidget(
        label(" · ".join(part for part in (rival.code, rival.item_id) if part), 12, tone="text3", selectable=True)
    )
    row.addLayout(both, 1)
    return row
