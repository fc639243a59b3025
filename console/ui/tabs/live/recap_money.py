"""The cards of a recap about other sources and about money: what differs, what was sent back, what ads cost."""

from console.core.live import LiveSource
from console.rules.live import Rate
from console.rules.live_recap import Recap
from console.rules.live_reconcile import AfterShow, Compared, Places, Room, is_settled
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.tabs.live import words
from console.ui.tabs.live.recap_reading import RecapReading
from console.ui.tabs.live.rows import Cell, Column, Row, Rows, in_scroll
from console.ui.widgets import Card, Chip
from console.ui.widgets.labels import Wrapped

translate = words.translate


def compared_name(key: str) -> str:
    """What is held together."""
    return {
        "viewers": translate("live", "Viewers"),
        "stay": words.title("stay"),
        "new_followers": translate("figures", "New followers"),
        "comments": translate("figures", "Comments"),
        "item_clicks": translate("figures", "Item clicks"),
        "orders": words.title("orders"),
        "gmv_fen": words.title("gmv_fen"),
    }[key]


def said(key: str, rate: Rate) -> str:
    """A figure with its unit; a dash where nobody tells it."""
    if key in ("gmv_fen", "stay"):
        return words.exact(key, rate.value)
    return texts.count(None if rate.value is None else round(rate.value))


class ReconcileCard(Card):
    """The helper's figures beside those of the shop's interface, the export or the hand."""

    def __init__(self) -> None:
        super().__init__(self.tr("Sources compared"), self.tr("both values stay"))
        columns = (
            Column(self.tr("Figure")),
            Column(self.tr("Helper"), 92, right=True),
            Column(self.tr("Other source"), 108, right=True),
            Column(self.tr("Difference"), 76, right=True),
        )
        self.rows = Rows(columns, 40, self.tr("Only one source told anything"))
        self.body.addWidget(in_scroll(self.rows), 1)
        why = self.tr("Orders count by time of payment: the order list does not say in which room they were placed.")
        self.body.addWidget(Wrapped(why, 12, tone="text3"))

    def show_reading(self, reading: RecapReading) -> None:
        rooms = reading.recap.rooms
        beside = [self._room(one) for one in rooms] if len(rooms) > 1 else []
        self.rows.show_rows([*(self._row(one) for one in reading.recap.compared), *beside])

    def _room(self, one: Room) -> Row:
        """Of several shops on air each by itself: who watches two rooms is in both numbers."""
        under = self.tr("most at once") if one.is_of_moment else self.tr("came so far")
        name = Cell(self.tr("Room of {shop}").format(shop=one.name or one.shop_id), under=self.tr("not added up"))
        nothing = Cell(texts.NOTHING, ink="text3")
        return name, nothing, Cell(texts.count(one.most), under=under), nothing

    def _row(self, one: Compared) -> Row:
        share = one.share
        if share is None:
            apart = Cell(texts.NOTHING, ink="text3")
        elif not share:
            apart = Cell("0", ink="fg_green", strong=True)
        else:
            apart = Cell(texts.signed_percent(share), ink="fg_amber" if one.is_far else "text2", strong=one.is_far)
        source = "" if one.other.source is None else words.source(one.other.source, one.other.shops)
        return (
            Cell(compared_name(one.key)),
            Cell(said(one.key, one.mine)),
            Cell(said(one.key, one.other), under=source),
            apart,
        )


class MoneyCard(Card):
    """What was sent back of the show's orders, and what ads cost in its hours."""

    def __init__(self) -> None:
        super().__init__(self.tr("Refunds and ads"), self.tr("of the orders paid in this show"))
        self.state = Chip(ChipLook("grey", "clock", self.tr("Still changing")))
        self.add_end(self.state)
        columns = (Column(""), Column("", 150, right=True))
        self.rows = Rows(columns, 40, self.tr("No order of this show is known"))
        self.body.addWidget(self.rows)
        self.body.addStretch(1)

    def show_reading(self, reading: RecapReading, now: int) -> None:
        after = reading.recap.after
        settled = is_settled(reading.recap.end_at, now)
        self.state.set_look(
            ChipLook("green", "circle-check", self.tr("Settled"))
            if settled
            else ChipLook("grey", "clock", self.tr("Still changing"))
        )
        self.state.setToolTip(self.tr("Refunds come in until 15 days after a show"))
        known = after is not None and (after.orders or after.ads is not None)
        self.state.setVisible(bool(known))
        none = self.tr("No order of this show is known")
        unread = self.tr("the order list is not read so far")
        said = none if after is None or after.orders is not None else unread
        shops = reading.recap.figures.get("orders", Rate()).shops
        lines = [] if after is None or not known else self._lines(after, now, shops, lacks_ads=reading.recap.lacks_ads)
        if lines:
            lines[1:1] = self._elsewhere(reading.recap.places)
            lines += self._worth(reading.recap, now)
        self.rows.show_rows(lines, said)

    def _worth(self, recap: Recap, now: int) -> list[Row]:
        """What those who came brought on average; a dash where nobody counts them."""
        by_views, by_viewer, by_order = (
            recap.figures.get(key, Rate()) for key in ("gpm_fen", "viewer_value_fen", "order_value_fen")
        )
        stamp = ""
        for one in (by_viewer, by_views):  # of whose count the first figure is, where somebody tells it
            stamp = stamp if one.source is None else f"{words.source(one.source)} · {words.how_old(one.at, now)}"
        under = self.tr("by a viewer {viewer} · by an order {order}").format(
            viewer=words.exact("gmv_fen", by_viewer.value), order=words.exact("gmv_fen", by_order.value)
        )
        return [self._line(self.tr("Sales by 1,000 views"), words.exact("gmv_fen", by_views.value), under, stamp)]

    def _elsewhere(self, places: Places | None) -> list[Row]:
        """Orders of these hours that are not the show's own."""
        if places is None or not places.elsewhere:
            return []
        under = self.tr("%n order(s), not counted", "", places.elsewhere)
        untold = self.tr("%n order(s) do not say where", "", places.untold) if places.untold else ""
        return [self._line(self.tr("Made elsewhere"), texts.money(places.elsewhere_fen), under, untold)]

    def _lines(self, after: AfterShow, now: int, shops: int, *, lacks_ads: bool) -> list[Row]:
        found = [
            self._line(
                self.tr("Orders paid"),
                f"{texts.money(after.gmv_fen)}",
                self.tr("%n order(s) in these hours", "", after.orders or 0)
                if after.orders is not None
                else self.tr("the order list is not read so far"),
                words.source(LiveSource.ORDERS, shops) if shops > 1 else "",
            ),
            self._refunds(after, now),
        ]
        if after.open_orders:
            found.append(
                self._line(self.tr("After-sales still open"), self.tr("%n order(s)", "", after.open_orders), "")
            )
        ads = after.ads
        if ads is not None:
            stamp = f"{words.source(LiveSource.ADS)} · {words.how_old(ads.read_at, now)}"
            roi = texts.NOTHING if ads.roi is None else f"{ads.roi:.2f}"
            under = self.tr("attributed {gmv} · ROI {roi}").format(gmv=texts.money(ads.gmv_fen), roi=roi)
            early = self.tr("not to the end of the show")
            stamp = f"{stamp} · {early}" if lacks_ads else stamp
            found.append(self._line(self.tr("Ads in whole hours"), texts.money(ads.cost_fen), under, stamp))
        return found

    def _refunds(self, after: AfterShow, now: int) -> Row:
        if after.refunded_fen is None:
            return self._line(self.tr("Refunds so far"), texts.NOTHING, self.tr("after-sales were not read yet"))
        share = after.refund_share
        value = texts.money(after.refunded_fen) + ("" if share is None else f" · {share:.1%}")
        under = self.tr("%n order(s) refunded", "", after.refunded_orders or 0)
        stamp = f"{words.source(LiveSource.ORDERS)} · {words.how_old(after.read_at, now)}"
        return self._line(self.tr("Refunds so far"), value, under, stamp)

    def _line(self, name: str, value: str, under: str, stamp: str = "") -> Row:
        return Cell(name, under=under), Cell(value, strong=True, under=stamp)
