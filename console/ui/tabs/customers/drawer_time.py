"""经过: what happened with a customer, Kuaishou at the left and Youzan with everything else at the right."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.core.clock import shop_datetime
from console.core.model import OrderStatus, Platform
from console.store.customers_sheet import Event
from console.ui import paint, texts
from console.ui.tabs.customers import profile_words as words
from console.ui.tabs.customers import touch_words
from console.ui.theme import current

HIGH: Final = 44
HEAD: Final = 26
PILL: Final = 58


class TwoSides(QWidget):
    """One line an event, the latest first."""

    def __init__(self, events: Sequence[Event]) -> None:
        super().__init__()
        self.events = tuple(events)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEAD + HIGH * max(1, len(self.events)))
        told = (
            f"{texts.full_moment(one.at)} {words.shop(one.shop_id) if one.shop_id else ''} {self.top(one)}"
            for one in events
        )
        self.setAccessibleName("\n".join(told))

    def sizeHint(self) -> QSize:
        return QSize(480, self.height())

    def say(self, event: Event) -> str:
        """The whole of it in a line."""
        shop = words.shop(event.shop_id) if event.shop_id else ""
        return f"{texts.full_moment(event.at)} {shop} {self.top(event)} {self.under(event)}"

    def top(self, event: Event) -> str:
        """What it was."""
        match event.kind:
            case "order":
                return self.tr("Ordered {money}").format(money=texts.money(event.fen))
            case "refund":
                return self.tr("Refunded {money}").format(money=texts.money(event.fen))
            case "touch":
                return self.tr("Reached by {channel}").format(channel=touch_words.channel(event.number))
            case _:
                return self.tr("Note")

    def under(self, event: Event) -> str:
        """More of it."""
        if event.kind == "order" and event.status == OrderStatus.CLOSED:
            return self.tr("{title} · closed").format(title=event.words)
        return event.words or event.number

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current(), QPainter(self)
        middle, half = self.width() // 2, self.width() // 2 - PILL // 2 - 10
        heads = (QRect(0, 0, half, HEAD), QRect(middle + PILL // 2 + 10, 0, half, HEAD))
        paint.text(
            painter,
            heads[0],
            texts.platform(Platform.KUAISHOU),
            look["fg_amber"],
            pixels=12,
            strong=True,
            align=paint.RIGHT,
        )
        other = self.tr("Youzan and the rest")
        paint.text(painter, heads[1], other, look["accentText"], pixels=12, strong=True)
        painter.fillRect(QRect(middle, HEAD, 1, self.height() - HEAD), look["border"])
        if not self.events:
            paint.text(painter, QRect(0, HEAD, self.width(), HIGH), texts.NOTHING, look["faint"], align=paint.CENTRE)
        for place, one in enumerate(self.events):
            y = HEAD + place * HIGH
            pill = QRect(middle - PILL // 2, y + 10, PILL, 22)
            paint.rounded(painter, pill, 11, look["surface"], look["border2"])
            paint.text(painter, pill, f"{shop_datetime(one.at):%m-%d}", look["text2"], pixels=11, align=paint.CENTRE)
            left = one.shop_id.startswith(f"{Platform.KUAISHOU}:")
            x, align = (0, paint.RIGHT) if left else (middle + PILL // 2 + 10, paint.LEFT)
            top, under = QRect(x, y + 4, half, 18), QRect(x, y + 22, half, 18)
            ink = look["fg_red"] if one.kind == "refund" else look["text"]
            paint.text(painter, top, self.top(one), ink, strong=True, align=align, elide=True)
            paint.text(painter, under, self.under(one), look["text3"], pixels=12, align=align, elide=True)
        painter.end()
