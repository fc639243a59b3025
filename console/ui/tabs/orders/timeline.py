"""Both platforms' steps of one order, side by side on one time axis: a gap is where the other side was silent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.core.clock import DAY, MINUTE, day_start, shop_datetime
from console.core.model import AfterSale, Order, OrderStatus, Platform
from console.store.views import OrderDetail
from console.ui import icons, paint, texts
from console.ui.tabs.orders import words
from console.ui.theme import current

translate = QCoreApplication.translate

SLOT = 48
HEAD = 30
TOGETHER = MINUTE  # steps of both sides within this stand on one line
State = Literal["done", "now", "open"]


@dataclass(frozen=True)
class Step:
    """One thing that happened, or is still to happen (``open``). ``code`` is the platform's own word for the state."""

    at: int | None
    words: str
    code: str = ""
    state: State = "done"


Slot = tuple[Step | None, Step | None]


def steps(order: Order | None, after_sales: Iterable[AfterSale], *, imported: bool) -> list[Step]:
    """What one side says of the order, oldest first; what is still to come last."""
    if order is None:
        return []
    begun = translate("orders", "Trade came in") if imported else translate("orders", "Placed")
    found = [Step(order.created_at, begun)]
    if order.paid_at is not None:
        paid = translate("orders", "Paid {money}").format(money=texts.money(order.amount_fen))
        found.append(Step(order.paid_at, paid))
    if order.shipped_at is not None:
        found.append(Step(order.shipped_at, translate("orders", "Shipped")))
    found += _ending(order)
    found += _of_after_sales(order, after_sales)
    found.sort(key=lambda step: (step.at is None, step.at or 0))
    latest = max((n for n, step in enumerate(found) if not step.code), default=0)
    found[latest] = Step(found[latest].at, found[latest].words, order.status_code, "now")
    return found + _to_come(order)


def _ending(order: Order) -> list[Step]:
    match order.status:
        case OrderStatus.RECEIVED | OrderStatus.SUCCESS | OrderStatus.CLOSED:
            return [Step(order.finished_at or order.updated_at, words.status_word(order.status))]
        case _:
            return []


def _of_after_sales(order: Order, after_sales: Iterable[AfterSale]) -> list[Step]:
    found = []
    for one in after_sales:
        if one.order_no != order.order_no:
            continue
        kind = words.after_sale_kind(one.kind)
        asked = translate("orders", "After-sale asked: {kind}").format(kind=kind)
        found.append(Step(one.created_at, asked, words.after_sale_reason(one)))
        if one.updated_at is not None and one.updated_at != one.created_at:
            now = translate("orders", "After-sale: {state}").format(state=words.after_sale_status(one.status))
            found.append(Step(one.finished_at or one.updated_at, now, one.status_code))
    return found


def _to_come(order: Order) -> list[Step]:
    match order.status:
        case OrderStatus.UNPAID:
            return [Step(None, translate("orders", "Payment"), state="open")]
        case OrderStatus.PENDING | OrderStatus.TO_SHIP:
            due = "" if order.ship_by_at is None else translate("orders", "by {time}")
            return [
                Step(None, translate("orders", "Shipping"), due.format(time=texts.moment(order.ship_by_at)), "open")
            ]
        case OrderStatus.SHIPPED:
            return [Step(None, translate("orders", "Receipt by the buyer"), state="open")]
        case _:
            return []


def slots(left: Sequence[Step], right: Sequence[Step]) -> list[Slot]:
    """One line for steps of both sides that happened together, one for each of the others; in order of time."""
    here, there = list(left), list(right)
    found: list[Slot] = []
    while here or there:
        if not here or not there:
            found.append((here.pop(0), None) if here else (None, there.pop(0)))
            continue
        gap = _order(here[0]) - _order(there[0])
        if abs(gap) <= TOGETHER:
            found.append((here.pop(0), there.pop(0)))
        else:
            found.append((here.pop(0), None) if gap < 0 else (None, there.pop(0)))
    return found


def _order(step: Step) -> int:
    return 1 << 62 if step.at is None else step.at


class Sides(QWidget):
    """The steps of Kuaishou left, those of Youzan right."""

    def __init__(self, left: Sequence[Step], right: Sequence[Step], now: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sides = (left, right)
        self._slots = slots(left, right)
        self._now = now
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._spoken())

    def _spoken(self) -> str:
        said = []
        for platform, side in zip((Platform.KUAISHOU, Platform.YOUZAN), self._sides, strict=True):
            said.append(texts.platform(platform))
            said += [f"{step.words} {texts.moment(step.at)}" for step in side]
        return " · ".join(said)

    def sizeHint(self) -> QSize:
        return QSize(480, HEAD + max(1, len(self._slots)) * SLOT)

    def minimumSizeHint(self) -> QSize:
        return QSize(400, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        half = self.width() // 2
        painter.fillRect(QRect(half, 4, 1, self.height() - 8), current()["grid"])
        for side, platform in enumerate((Platform.KUAISHOU, Platform.YOUZAN)):
            left = 0 if side == 0 else half + 20
            wide = half - 20
            paint.mark(painter, QRect(left, 4, 18, 18), platform)
            name = texts.platform(platform)
            paint.text(painter, QRect(left + 26, 4, wide, 18), name, current()["text"], strong=True)
            self._paint_side(painter, side, left, wide)
        painter.end()

    def _paint_side(self, painter: QPainter, side: int, left: int, wide: int) -> None:
        look = current()
        places = [(n, slot[side]) for n, slot in enumerate(self._slots)]
        taken = [n for n, step in places if step is not None]
        if not taken:
            silent = translate("orders", "Nothing known on this side")
            paint.text(painter, QRect(left, HEAD + 4, wide, 18), silent, look["text3"], pixels=12)
            return
        top, bottom = HEAD + taken[0] * SLOT + 16, HEAD + taken[-1] * SLOT + 6
        if bottom > top:
            painter.fillRect(QRect(left + 8, top, 1, bottom - top), look["border2"])
        for n, step in places:
            if step is not None:
                self._paint_step(painter, step, QRect(left, HEAD + n * SLOT, wide, SLOT))

    def _paint_step(self, painter: QPainter, step: Step, rect: QRect) -> None:
        look = current()
        painter.fillRect(QRect(rect.x(), rect.y() + 2, 17, 17), look["surface"])
        centre = QPointF(rect.x() + 8.5, rect.y() + 10.5)
        if step.state == "done":
            icons.paint(painter, "circle-check", QPoint(rect.x(), rect.y() + 2), 17, look["fg_green"])
        elif step.state == "now":
            paint.dot(painter, centre, look["bg_blue"], 8)
            paint.dot(painter, centre, look["dot_blue"], 4)
        else:
            painter.setPen(QPen(look["border2"], 1.5))
            painter.setBrush(look["surface"])
            painter.drawEllipse(centre, 4.5, 4.5)
        colour = look["text3" if step.state == "open" else "text"]
        clock, day = self._when(step.at)
        room = rect.width() - 28
        top = QRect(rect.x() + 28, rect.y() + 1, room - paint.width(clock, 12) - 8, 18)
        under = QRect(rect.x() + 28, rect.y() + 20, room - paint.width(day, 12) - 8, 18)
        paint.text(painter, top, step.words, colour, strong=step.state == "now", elide=True)
        paint.text(painter, under, step.code, look["text3"], pixels=12, elide=True)
        right = QRect(rect.x(), rect.y() + 1, rect.width(), 18)
        paint.text(painter, right, clock, look["text2"], pixels=12, align=paint.RIGHT)
        paint.text(painter, right.translated(0, 19), day, look["text3"], pixels=12, align=paint.RIGHT)

    def _when(self, at: int | None) -> tuple[str, str]:
        """The time, and the day where it was not today."""
        if at is None:
            return texts.NOTHING, ""
        when = shop_datetime(at)
        today = day_start(at) == day_start(self._now) and self._now - at < DAY
        return when.strftime("%H:%M:%S"), "" if today else when.strftime("%m-%d")


class Timeline(Sides):
    """Both platforms' steps of one order."""

    def __init__(self, detail: OrderDetail, now: int, parent: QWidget | None = None) -> None:
        leads = detail.row.platform is Platform.KUAISHOU
        kuaishou, youzan = (detail.order, detail.other) if leads else (detail.other, detail.order)
        imported = youzan is not None and kuaishou is not None
        left = steps(kuaishou, detail.after_sales, imported=False)
        super().__init__(left, steps(youzan, detail.after_sales, imported=imported), now, parent)
