"""Shipping in the order drawer: every deadline with who named it, what a broken one would cost, and the journeys."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from console import reference
from console.core.model import Order, Platform
from console.core.shipping import Deadline, DeadlineSource, TrackState
from console.core.shipping import Way as By
from console.rules.logistics import Finding, Payout, Way, findings, payout
from console.store.tracks import Tracked
from console.store.views import OrderDetail
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.tabs.orders import words
from console.ui.theme import Tone
from console.ui.widgets import Card, Chip, label, line

translate = QCoreApplication.translate
EVENTS_SHOWN = 6


def source_word(source: DeadlineSource) -> str:
    """Who named a deadline."""
    return {
        "platform": translate("ship", "Platform's deadline"),
        "promised": translate("ship", "Promised with the goods"),
        "extension": translate("ship", "Extension the platform knows"),
        "default": translate("ship", "Hours that hold otherwise"),
        "noted_extension": translate("ship", "Extension, noted by you"),
        "noted_promise": translate("ship", "Promise, noted by you"),
    }[source]


def finding_word(found: Finding) -> str:
    """What is wrong with a parcel."""
    return {
        "uncollected": translate("ship", "Not collected"),
        "still": translate("ship", "Not moving"),
        "returned": translate("ship", "Coming back"),
        "astray": translate("ship", "Went the wrong way"),
        "signed_unseen": translate("ship", "Signed without delivery"),
        "trouble": translate("ship", "In trouble"),
    }[found]


def state_word(state: TrackState) -> str:
    """Where a parcel is."""
    return {
        "collected": translate("ship", "Collected"),
        "on_the_way": translate("ship", "On its way"),
        "delivering": translate("ship", "Being delivered"),
        "signed": translate("ship", "Signed"),
        "trouble": translate("ship", "In trouble"),
        "returning": translate("ship", "Coming back"),
        "returned": translate("ship", "Returned"),
        "unknown": translate("ship", "Unknown"),
    }[state]


def way_word(by: By) -> str:
    """How it gets to the buyer."""
    return {
        "carrier": translate("ship", "By a carrier"),
        "pickup": translate("ship", "Fetched at the shop"),
        "local": translate("ship", "Delivered locally"),
        "nothing": translate("ship", "Nothing to ship"),
    }[by]


def deadlines(detail: OrderDetail) -> tuple[Deadline, ...]:
    """Those of the leading order, else of the other: where only one was named, it stands in its field."""
    for order, leads in ((detail.order, detail.row.platform), (detail.other, Platform.YOUZAN)):
        if order is not None and order.terms.deadlines:
            return order.terms.deadlines
        if order is not None and order.ship_by_at is not None:
            source: DeadlineSource = "platform" if leads is Platform.KUAISHOU else "default"
            return (Deadline(source=source, at=order.ship_by_at),)
    return ()


def way(order: Order) -> Way:
    """Where an order's parcels are to go."""
    to = order.receiver
    return Way(sent_at=order.shipped_at, province=to.province, city=to.city, district=to.district)


def found_in(detail: OrderDetail, now: int) -> dict[str, tuple[Finding, ...]]:
    """What is wrong with each parcel now, by its number; where nothing was told since, as of what was."""
    patience, to = reference.parcel_patience(), way(detail.order)
    at = {one.waybill_no: one.asked_at if one.answer else now for one in detail.tracks}
    return {one.waybill_no: findings(one.track, to, patience, at[one.waybill_no]) for one in detail.tracks}


def cost(detail: OrderDetail, now: int) -> Payout | None:
    """What the platform would take, as far as the figures tell."""
    order, named = detail.order, deadlines(detail)
    if order.paid_at is None or not (order.status in words.WAITING_TO_SHIP or detail.tracks):
        return None
    wrong = [finding for found in found_in(detail, now).values() for finding in found]
    return payout(
        amount_fen=order.amount_fen,
        ship_by_at=named[0].at if named else None,
        sent_at=order.shipped_at,
        found=wrong,
        rule=reference.pay_rule(),
        patience=reference.parcel_patience(),
    )


def untold(one: Tracked, now: int) -> str:
    """When a parcel was last asked for in vain, and why: what is shown of it is older."""
    if one.answer == "unknown":
        said = translate("ship", "Asked at {time}: the platform knows nothing of it")
    else:
        said = translate("ship", "Asked at {time}: nothing was told ({code})")
    return said.format(time=texts.moment(one.tried_at, now), code=one.answer)


class ShipCard(Card):
    """One card of the drawer's body."""

    def __init__(self, detail: OrderDetail, now: int) -> None:
        super().__init__(translate("ship", "Shipping"))
        if detail.order.terms.presale:
            self.add_end(Chip(ChipLook("purple", "calendar-days", translate("ship", "Pre-sale"))))
        if detail.order.terms.way != "carrier":
            self.add_end(Chip(ChipLook("grey", "store", way_word(detail.order.terms.way))))
        named = deadlines(detail)
        for place, one in enumerate(named):
            self._deadline(one, now, counts=place == 0)
        if not named:
            self.body.addWidget(label(translate("ship", "Nobody named a deadline"), tone="text3"))
        owed = cost(detail, now)
        if owed is not None:
            self._cost(owed, now)
        found = found_in(detail, now)
        for track in detail.tracks:
            self.body.addWidget(line())
            self._track(track, found[track.waybill_no], now)

    def _deadline(self, one: Deadline, now: int, *, counts: bool) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(source_word(one.source), tone="text" if counts else "text3", strong=counts))
        row.addStretch(1)
        if counts:
            row.addWidget(label(translate("ship", "the nearest counts"), 12, tone="text3"))
        row.addWidget(label(texts.moment(one.at, now), tone="text" if counts else "text3", strong=counts))
        self.body.addLayout(row)

    def _cost(self, owed: Payout, now: int) -> None:
        said = {
            "late": translate("ship", "Leaving late would cost about {money}, from {time}"),
            "uncollected": translate("ship", "A number that nobody collects would cost about {money}, from {time}"),
        }[owed.cause]
        if owed.is_due(now):
            said = {
                "late": translate("ship", "Left late: about {money} since {time}"),
                "uncollected": translate("ship", "Nobody collected it: about {money} since {time}"),
            }[owed.cause]
        words_ = said.format(money=texts.money(owed.amount_fen), time=texts.moment(owed.at, now))
        self.body.addWidget(label(words_, tone="red" if owed.is_due(now) else "amber", wrap=True))
        as_of = reference.figures()["late_pay_bp"].as_of
        under = translate("ship", "An estimate by your own figures of {date}: the platform does not publish its rule")
        self.body.addWidget(label(under.format(date=as_of), 12, tone="text3", wrap=True))

    def _track(self, one: Tracked, found: Iterable[Finding], now: int) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(one.waybill_no, strong=True, selectable=True))
        tone: Tone = "green" if one.track.state == "signed" else "blue"
        row.addWidget(Chip(ChipLook(tone, "truck", state_word(one.track.state))))
        for finding in found:
            row.addWidget(Chip(ChipLook("red", "triangle-alert", finding_word(finding))))
        row.addStretch(1)
        row.addWidget(label(texts.as_of(one.asked_at, now), 12, tone="text3"))
        self.body.addLayout(row)
        if one.answer:
            self.body.addWidget(label(untold(one, now), 12, tone="amber", wrap=True))
        for event in reversed(one.track.events[-EVENTS_SHOWN:]):
            said = f"{texts.moment(event.at, now)}  {event.words}"
            self.body.addWidget(label(said, 12, tone="text2", wrap=True))
        if not one.track.events:
            self.body.addWidget(label(translate("ship", "The carrier has told nothing yet"), 12, tone="text3"))
