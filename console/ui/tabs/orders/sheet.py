"""What the order drawer shows of one row: numbers, state, both sides' money and steps, lines, parcels, notes."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.catalogue import Language
from console.core.model import AfterSale, Mapping, Order, OrderLine, OrderStatus, Platform
from console.rules.matching import DEFAULTS
from console.store.views import OrderDetail
from console.ui import texts
from console.ui.carriers import carrier
from console.ui.paint import ChipLook
from console.ui.pictures import Pictures
from console.ui.tabs.orders import columns, words
from console.ui.tabs.orders.hold_line import HoldLine
from console.ui.tabs.orders.receiver_card import ReceiverCard
from console.ui.tabs.orders.ship_card import ShipCard
from console.ui.tabs.orders.timeline import Timeline
from console.ui.tabs.orders.trail_card import TrailCard
from console.ui.widgets import Card, Chip, Mark, Thumb, icon_button, label, line, link
from console.ui.widgets.labels import TextTone


class OrderHead(QWidget):
    """Both numbers with their copy buttons, and the chips."""

    copied = Signal(str)

    def __init__(self, detail: OrderDetail, countdown: ChipLook | None) -> None:
        super().__init__()
        row = detail.row
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        big = True
        for platform in Platform:
            number = columns.number(row, platform)
            if number is not None:
                whole.addLayout(self._number(platform, number, big))
                big = False
        if row.order_no is None or row.trade_no is None:
            missing = columns.kuaishou_line(row) if row.order_no is None else columns.youzan_line(row)
            platform = Platform.KUAISHOU if row.order_no is None else Platform.YOUZAN
            whole.addLayout(self._absent(platform, *missing))
        chips = QHBoxLayout()
        chips.setSpacing(6)
        looks = [words.mapping_chip(row), words.status_chip(row.status), *words.flags(row)]
        for look in [*looks, *([countdown] if countdown else [])]:
            chips.addWidget(Chip(look))
        chips.addStretch(1)
        whole.addSpacing(2)
        whole.addLayout(chips)

    def _number(self, platform: Platform, number: str, big: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Mark(platform, 18))
        row.addWidget(label(number, 18 if big else 13, strong=big, tone="text" if big else "text2", selectable=True))
        copy = icon_button(
            "copy", self.tr("Copy the number on {platform}").format(platform=texts.platform(platform)), small=True
        )
        copy.clicked.connect(lambda: self.copied.emit(number))
        row.addWidget(copy)
        row.addStretch(1)
        return row

    @staticmethod
    def _absent(platform: Platform, said: str, token: str) -> QHBoxLayout:
        tones: dict[str, TextTone] = {"fg_red": "red", "fg_amber": "amber"}
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Mark(platform, 18))
        row.addWidget(label(said, tone=tones.get(token, "text3")))
        row.addStretch(1)
        return row


class OrderSheet(QWidget):
    """The body: one column of panels, made anew for every row."""

    copied = Signal(str)
    append_asked = Signal()

    def __init__(
        self, detail: OrderDetail, now: int, pictures: Pictures | None = None, language: Language = "zh_CN"
    ) -> None:
        super().__init__()
        self._detail = detail
        self._pictures = pictures
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 8)
        whole.setSpacing(12)
        if detail.row.hold is not None:
            whole.addWidget(HoldLine(detail.row.hold, now))
        whole.addWidget(self._summary())
        self.receiver = ReceiverCard(detail)
        whole.addWidget(self.receiver)
        whole.addSpacing(4)
        whole.addWidget(Timeline(detail, now))
        whole.addWidget(self._why())
        whole.addWidget(self._lines())
        whole.addWidget(self._parcels())
        whole.addWidget(ShipCard(detail, now))
        if detail.after_sales:
            whole.addWidget(self._after_sales(now))
        whole.addWidget(self._notes())
        whole.addWidget(TrailCard(detail.trail, now, language))
        whole.addStretch(1)

    # -- summary ----------------------------------------------------------------------------------------------------

    def _summary(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("quiet")
        grid = QGridLayout(frame)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        order = self._detail.order
        discount = self.tr("Discount {money}").format(money=texts.money(order.discount_fen))
        postage = self.tr("Postage {money}").format(money=texts.money(order.postage_fen))
        paid = self.tr("To pay") if order.paid_at is None else self.tr("Paid")
        cells = [
            (paid, texts.money(order.amount_fen), discount if order.discount_fen else postage, "text"),
            (self.tr("Both amounts"), *self._amounts()),
            (self.tr("Buyer"), order.buyer_masked or texts.NOTHING, "", "text"),
            (self.tr("Ship to"), *self._receiver(), "text"),
        ]
        for place, (title, value, under, tone) in enumerate(cells):
            grid.addWidget(label(title, 12, tone="text3"), 0, place)
            grid.addWidget(label(value, 14, strong=True, tone=_tone(tone)), 1, place)
            grid.addWidget(label(under, 12, tone="text3"), 2, place)
            grid.setColumnStretch(place, 3 if place == len(cells) - 1 else 2)
        return frame

    def _amounts(self) -> tuple[str, str, str]:
        row, other = self._detail.row, self._detail.other
        if other is None or other.amount_fen is None or row.amount_fen is None:
            return texts.NOTHING, self.tr("Only one side is known"), "text3"
        if other.amount_fen == row.amount_fen:
            return self.tr("Equal"), self.tr("Kuaishou = Youzan"), "green"
        gap = self.tr("{money} apart").format(money=texts.money(abs(other.amount_fen - row.amount_fen)))
        return gap, self.tr("Youzan {money}").format(money=texts.money(other.amount_fen)), "amber"

    def _either(self, pick: Callable[[Order], str]) -> str:
        """What the leading side says, or else the other one."""
        other = self._detail.other
        return pick(self._detail.order) or (pick(other) if other is not None else "")

    def _receiver(self) -> tuple[str, str]:
        """Where it goes, roughly; whom and where to the door is in the card below."""
        city = self._either(lambda order: order.receiver.city)
        province = self._either(lambda order: order.receiver.province)
        district = self._either(lambda order: order.receiver.district)
        return f"{province} {city}".strip() or texts.NOTHING, district

    # -- why --------------------------------------------------------------------------------------------------------

    def _why(self) -> Card:
        detail = self._detail
        card = Card(self.tr("Why it is mapped like this"))
        card.add_end(Chip(words.mapping_chip(detail.row)))
        card.body.addWidget(label(words.why(detail.row, detail.link, detail.by_hand), wrap=True))
        link = detail.link
        if link is None:
            return card
        evidence = words.evidence_words(link.reason)
        if evidence and link.mapping is not Mapping.LINKED:
            card.body.addWidget(label(evidence, 12, tone="text2", wrap=True))
        if link.confidence is not None and not detail.by_hand:
            sure = self.tr("Confidence {share} · from {threshold} it is linked by itself, below it you are asked")
            shares = {"share": _share(link.confidence), "threshold": _share(DEFAULTS.threshold)}
            card.body.addWidget(label(sure.format(**shares), 12, tone="text3", wrap=True))
        return card

    # -- goods and parcels ------------------------------------------------------------------------------------------

    def _lines(self) -> Card:
        lines = self._detail.order.lines
        card = Card(self.tr("Goods"), self.tr("%n line(s)", "", len(lines)))
        for at, one in enumerate(lines):
            if at:
                card.body.addWidget(line())
            card.body.addLayout(self._line(one))
        if not lines:
            card.body.addWidget(label(self.tr("The platform named no goods"), tone="text3"))
        return card

    def _line(self, one: OrderLine) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Thumb(one.title, address=one.image_url, pictures=self._pictures))
        both = QVBoxLayout()
        both.setSpacing(2)
        both.addWidget(label(one.title, wrap=True))
        both.addWidget(label(" · ".join(part for part in (one.spec, one.code) if part), 12, tone="text3", wrap=True))
        row.addLayout(both, 1)
        row.addWidget(label(f"×{one.quantity}", tone="text2"))
        amount = one.amount_fen if one.amount_fen is not None else one.price_fen
        money = label(texts.money(amount), strong=True)
        money.setMinimumWidth(80)
        money.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(money)
        return row

    def _parcels(self) -> Card:
        detail = self._detail
        known = [(detail.row.platform, parcel) for parcel in detail.order.parcels]
        if not known and detail.other is not None:
            known = [(Platform.YOUZAN, parcel) for parcel in detail.other.parcels]
        card = Card(self.tr("Parcels"), texts.count(len(known)) if known else "")
        whole = detail.row.status is OrderStatus.SHIPPED and detail.row.pieces_sent is None
        if whole and detail.row.platform is Platform.KUAISHOU and detail.order.parcels:
            add = link(self.tr("Add a parcel…"))
            add.clicked.connect(self.append_asked)
            card.add_end(add)
        for platform, parcel in known:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(label(carrier(platform, parcel) or texts.NOTHING, strong=True))
            row.addWidget(label(parcel.waybill_no, tone="text2", selectable=True))
            copy = icon_button("copy", self.tr("Copy the waybill number"), small=True)
            copy.clicked.connect(lambda _=False, number=parcel.waybill_no: self.copied.emit(number))
            row.addWidget(copy)
            row.addStretch(1)
            card.body.addLayout(row)
        taken = detail.row.taken
        if not known and taken is not None:
            said = self.tr("{carrier} {number} was taken; the parcel has not left")
            words_of = said.format(carrier=taken.carrier_name, number=taken.waybill_no)
            card.body.addWidget(label(words_of, tone="text2", selectable=True))
        elif not known:
            waits = detail.row.status in words.WAITING_TO_SHIP
            said = self.tr("No waybill number yet") if waits else self.tr("No parcel is known")
            card.body.addWidget(label(said, tone="text3"))
        return card

    # -- after-sales and notes --------------------------------------------------------------------------------------

    def _after_sales(self, now: int) -> Card:
        card = Card(self.tr("After-sale"), texts.count(len(self._detail.after_sales)))
        for at, one in enumerate(self._detail.after_sales):
            if at:
                card.body.addWidget(line())
            card.body.addLayout(self._after_sale(one, now))
        return card

    def _after_sale(self, one: AfterSale, now: int) -> QVBoxLayout:
        detail = self._detail
        leads = one.order_no == detail.order.order_no
        side = detail.row.platform if leads else Platform.YOUZAN
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(Mark(side, 15))
        top.addWidget(label(words.after_sale_kind(one.kind), strong=True))
        top.addWidget(Chip(ChipLook(words.after_sale_tone(one.status), "undo-2", words.after_sale_status(one.status))))
        top.addStretch(1)
        top.addWidget(label(texts.money(one.amount_fen), strong=True))
        parts = [words.after_sale_reason(one), texts.moment(one.created_at, now)]
        if one.deadline_at is not None and one.finished_at is None:
            parts.append(self.tr("answer by {time}").format(time=texts.moment(one.deadline_at, now)))
        both = QVBoxLayout()
        both.setSpacing(2)
        both.addLayout(top)
        both.addWidget(label(" · ".join(parts), 12, tone="text3", wrap=True))
        both.addWidget(label(one.after_sale_no, 12, tone="text3", selectable=True))
        return both

    def _notes(self) -> Card:
        order = self._detail.order
        card = Card(self.tr("Notes"))
        sides = (order, self._detail.other)
        flags = [words.flag_word(side.flag) for side in sides if side is not None and side.flag]
        if flags:
            card.add_end(label(" · ".join(flags), 12, tone="text2"))
        said = [
            (self.tr("Buyer"), self._either(lambda one: one.buyer_note)),
            (self.tr("Seller"), self._either(lambda one: one.seller_note)),
        ]
        for title, note in said:
            if note:
                row = QHBoxLayout()
                row.setSpacing(12)
                row.addWidget(label(title, 12, tone="text3"), 0, Qt.AlignmentFlag.AlignTop)
                row.addWidget(label(note, wrap=True, selectable=True), 1)
                card.body.addLayout(row)
        if not any(note for _, note in said):
            card.body.addWidget(label(self.tr("No notes"), tone="text3"))
        return card


def _share(part: float) -> str:
    """0.9997 → ``99.97%``, never rounded up to 100."""
    if part >= 1:
        return "100%"
    return f"{int(part * 10_000) / 100:g}%"


def _tone(name: str) -> TextTone:
    tones: dict[str, TextTone] = {"green": "green", "amber": "amber", "text3": "text3"}
    return tones.get(name, "text")
