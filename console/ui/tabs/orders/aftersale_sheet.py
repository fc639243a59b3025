"""What the ticket drawer shows: money, states and histories of both sides, evidence, the return parcel, who has it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.core.model import AfterSale, Parcel, Platform
from console.rules.after_sales import is_open
from console.rules.disputes import Scored
from console.store.views_tickets import TicketDetail
from console.ui import risks, texts
from console.ui.carriers import carrier
from console.ui.pictures import Pictures
from console.ui.tabs.orders import aftersale_columns, aftersale_words, words
from console.ui.tabs.orders.aftersale_answer import is_answerable
from console.ui.tabs.orders.timeline import Sides, Step
from console.ui.widgets import Card, Chip, Mark, Thumb, icon_button, label, line, link
from console.ui.widgets.labels import TextTone, Wrapped


class TicketHead(QWidget):
    """The number with its copy button, and the chips."""

    copied = Signal(str)

    def __init__(self, detail: TicketDetail, now: int) -> None:
        super().__init__()
        row = detail.row
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(Mark(row.platform, 18))
        top.addWidget(label(row.after_sale_no, 18, strong=True, selectable=True))
        copy = icon_button("copy", self.tr("Copy the after-sale number"), small=True)
        copy.clicked.connect(lambda: self.copied.emit(row.after_sale_no))
        top.addWidget(copy)
        top.addStretch(1)
        whole.addLayout(top)
        chips = QHBoxLayout()
        chips.setSpacing(6)
        looks = [
            aftersale_words.kind_chip(row.kind),
            aftersale_words.status_chip(row.status),
            aftersale_words.due_chip(row.deadline_at, now),
            aftersale_words.step_chip(row),
            aftersale_columns.answer_chip(row),
        ]
        for look in looks:
            if look is not None:
                chips.addWidget(Chip(look))
        chips.addStretch(1)
        whole.addLayout(chips)


class TicketSheet(QWidget):
    """The body: one column of panels, made anew for every ticket. ``answered`` asks to answer the other side."""

    copied = Signal(str)
    answered = Signal(str, str)

    def __init__(self, detail: TicketDetail, now: int, person: str, pictures: Pictures) -> None:
        super().__init__()
        self._detail, self._now, self._pictures = detail, now, pictures
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 8)
        whole.setSpacing(12)
        whole.addWidget(self._summary(person))
        whole.addWidget(self._sides())
        whole.addSpacing(4)
        whole.addWidget(Sides(self._steps(Platform.KUAISHOU), self._steps(Platform.YOUZAN), now))
        if detail.row.risk is not None and detail.row.risk.points:
            whole.addWidget(self._risk(detail.row.risk))
        for card in (self._goods(), self._buyer(), self._return()):
            whole.addWidget(card)
        whole.addStretch(1)

    # -- summary ----------------------------------------------------------------------------------------------------

    def _summary(self, person: str) -> QFrame:
        frame = QFrame()
        frame.setObjectName("quiet")
        grid = QGridLayout(frame)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        one, row = self._detail.one, self._detail.row
        freight = one.facts.freight_fen if one.facts is not None else None
        extra = self.tr("and return freight {money}").format(money=texts.money(freight)) if freight is not None else ""
        due = texts.moment(row.deadline_at, self._now)
        asked_at = texts.moment(one.created_at, self._now)
        cells = [
            (self.tr("Asked for"), aftersale_words.money(one), extra or self.tr("not money until it is refunded")),
            (self.tr("Refunded"), aftersale_words.refunded(one), texts.moment(one.finished_at, self._now)),
            (self.tr("Answer by"), due, self.tr("asked {time}").format(time=asked_at)),
            (self.tr("Given to"), person or self.tr("nobody"), self._given_by()),
        ]
        for place, (title, value, under) in enumerate(cells):
            grid.addWidget(label(title, 12, tone="text3"), 0, place)
            grid.addWidget(label(value, 14, strong=True), 1, place)
            grid.addWidget(label(under, 12, tone="text3", wrap=True), 2, place)
            grid.setColumnStretch(place, 1)
        return frame

    def _given_by(self) -> str:
        row = self._detail.row
        if not row.operator_id:
            return ""
        return self.tr("by hand") if row.by_hand else self.tr("by a rule")

    # -- both sides -------------------------------------------------------------------------------------------------

    def _sides(self) -> Card:
        detail = self._detail
        card = Card(self.tr("States of both platforms"), "")
        step = aftersale_words.step_chip(detail.row)
        if step is not None:
            card.add_end(Chip(step))
        elif detail.other is not None:
            card.add_end(label(self.tr("in step"), 12, tone="green"))
        card.body.addLayout(self._side(detail.row.platform, detail.one))
        card.body.addWidget(line())
        if detail.other is not None and detail.row.other is not None:
            other = detail.row.other
            card.body.addLayout(self._side(other.platform, detail.other))
            if self._waits_there(detail.other, other.platform):
                card.body.addLayout(self._answer_there(detail.other, other.shop_id))
        else:
            card.body.addWidget(label(self.tr("The other platform has no such after-sale"), tone="text3"))
        return card

    def _side(self, platform: Platform, one: AfterSale) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Mark(platform, 15))
        row.addWidget(Chip(aftersale_words.status_chip(one.status)))
        row.addWidget(label(one.status_code, 12, tone="text3"))
        row.addStretch(1)
        row.addWidget(label(aftersale_words.money(one), strong=True))
        both = QVBoxLayout()
        both.setSpacing(2)
        both.addLayout(row)
        both.addWidget(label(one.after_sale_no, 12, tone="text2", selectable=True))
        return both

    def _waits_there(self, other: AfterSale, platform: Platform) -> bool:
        """Only what stays apart is to be answered there by hand: what merely lags follows by itself."""
        row = self._detail.row
        mine = is_answerable(self._detail.one, row.platform)
        return row.step == "apart" and not mine and is_answerable(other, platform)

    def _answer_there(self, other: AfterSale, shop_id: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Wrapped(self.tr("It still waits for an answer there"), 12, tone="amber"), 1)
        grant = aftersale_words.grant_of(other.status, other.kind, Platform(shop_id.partition(":")[0]))
        if grant is not None:
            agree = link(aftersale_words.agree_word(grant, other.kind))
            agree.clicked.connect(lambda: self.answered.emit("agree", shop_id))
            row.addWidget(agree)
        refuse = link(aftersale_words.refuse_word(other.status))
        refuse.clicked.connect(lambda: self.answered.emit("refuse", shop_id))
        row.addWidget(refuse)
        return row

    def _steps(self, platform: Platform) -> list[Step]:
        """What one platform tells of it, oldest first; its state now at the end."""
        detail = self._detail
        one = detail.one if detail.row.platform is platform else detail.other
        if one is None:
            return []
        history = () if one.facts is None else one.facts.history or ()
        found = [Step(deed.at, deed.words, aftersale_words.who(deed.by)) for deed in history]
        if not found and one.created_at is not None:
            found.append(Step(one.created_at, self.tr("Asked for"), words.after_sale_reason(one)))
        state = words.after_sale_status(one.status)
        found.append(Step(one.finished_at or one.updated_at, state, one.status_code, "now"))
        if is_open(one) and one.deadline_at is not None:
            by = self.tr("by {time}").format(time=texts.moment(one.deadline_at, self._now))
            found.append(Step(None, self.tr("Next step"), by, "open"))
        return found

    def _risk(self, scored: Scored) -> Card:
        """The score, and everything it is made of."""
        card = Card(self.tr("Dispute warning"), self.tr("an aid, no judgement"))
        look = risks.chip(scored)
        if look is not None:
            card.add_end(Chip(look))
        for words_of, points in risks.with_points(scored):
            row = QHBoxLayout()
            row.addWidget(Wrapped(words_of), 1)
            row.addWidget(label(points, 12, tone="text3"))
            card.body.addLayout(row)
        return card

    # -- goods, buyer, return ---------------------------------------------------------------------------------------

    def _goods(self) -> Card:
        row = self._detail.row
        card = Card(self.tr("Goods"), "")
        both = QVBoxLayout()
        both.setSpacing(2)
        both.addWidget(label(row.title or self.tr("The order is not in this file"), wrap=True))
        spec = f"{row.spec} ×{row.quantity}".strip() if row.quantity else ""
        both.addWidget(label(spec, 12, tone="text3"))
        goods = QHBoxLayout()
        goods.setSpacing(12)
        goods.addWidget(Thumb(row.title, address=row.image_url, pictures=self._pictures))
        goods.addLayout(both, 1)
        sent = {True: self.tr("shipped"), False: self.tr("not shipped"), None: texts.NOTHING}[row.shipped]
        goods.addWidget(label(sent, tone="text2"))
        card.body.addLayout(goods)
        return card

    def _buyer(self) -> Card:
        detail = self._detail
        one = detail.one
        facts = one.facts
        card = Card(self.tr("Reason and evidence"), "")
        card.body.addWidget(label(words.after_sale_reason(one), strong=True, wrap=True))
        if facts is None:
            card.body.addWidget(label(self.tr("The detail was not read yet"), 12, tone="text3"))
            return card
        card.add_end(label(texts.as_of(detail.read_at, self._now), 12, tone="text3"))
        said: list[tuple[str, str, TextTone]] = [
            (self.tr("Buyer"), facts.words, "text"),
            (self.tr("You refused"), facts.refusal, "text2"),
        ]
        for who, what, tone in said:
            if what:
                card.body.addWidget(Wrapped(f"{who}: {what}", tone=tone))
        if facts.has_goods is not None:
            got = (
                self.tr("The buyer has the goods") if facts.has_goods else self.tr("The buyer does not have the goods")
            )
            card.body.addWidget(label(got, 12, tone="text3"))
        if facts.pictures:
            row = QHBoxLayout()
            row.setSpacing(8)
            for address in facts.pictures[:6]:
                row.addWidget(Thumb(address, 64, address=address, pictures=self._pictures))
            row.addStretch(1)
            card.body.addLayout(row)
        else:
            card.body.addWidget(label(self.tr("No pictures"), 12, tone="text3"))
        return card

    def _return(self) -> Card:
        detail = self._detail
        card = Card(self.tr("Return parcel"), "")
        parcels = [(detail.row.platform, detail.one), (self._other_platform(), detail.other)]
        known = [(side, one.facts.parcel) for side, one in parcels if one and one.facts and one.facts.parcel]
        for side, parcel in known[:1]:
            card.body.addLayout(self._parcel(side, parcel))
        if not known:
            card.body.addWidget(label(self.tr("No return parcel is known"), tone="text3"))
        return card

    def _other_platform(self) -> Platform:
        other = self._detail.row.other
        return self._detail.row.platform if other is None else other.platform

    def _parcel(self, side: Platform, parcel: Parcel) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(carrier(side, parcel) or texts.NOTHING, strong=True))
        row.addWidget(label(parcel.waybill_no, tone="text2", selectable=True))
        copy = icon_button("copy", self.tr("Copy the waybill number"), small=True)
        copy.clicked.connect(lambda: self.copied.emit(parcel.waybill_no))
        row.addWidget(copy)
        row.addStretch(1)
        return row
