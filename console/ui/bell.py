"""The bell: how much is unread, and under it what should be known, the newest cause first. A click opens its rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console import catalogue
from console.catalogue import Language
from console.core.model import ADS
from console.store.views import ShopRow
from console.ui import icons, paint, texts
from console.ui.page import Question, scrolled
from console.ui.theme import Tone, current
from console.ui.widgets import button, label, line

if TYPE_CHECKING:  # what is not needed before the first paint
    from console.rules.alerts import Alert

WIDE, ROW, MOST = 420, 72, 6  # at most so many rows are in sight; the rest scrolls
TONES: tuple[Tone, ...] = ("red", "amber", "blue", "grey")
ICONS = {
    "dead": "key-round",
    "trouble": "refresh-cw-off",
    "stop": "hourglass",
    "late": "timer",
    "due": "timer",
    "price": "scale",
    "appeal": "gavel",
    "certificate": "badge-check",
    "duty": "list-checks",
    "selfcheck": "clipboard-list",
    "dispute": "shield-alert",
}


@dataclass(frozen=True)
class Said:
    """An alert in words."""

    words: str
    under: str


def said(alert: "Alert", shops: Sequence[ShopRow], now: int, lang: Language) -> Said:
    """What happened or will, and what to do."""
    shop = next((row for row in shops if row.shop_id == alert.shop_id), None)
    name = f"{texts.platform(shop.platform)}「{shop.name}」" if shop is not None else ""
    platform = shop.platform.value if shop is not None else ""
    if alert.shop_id.startswith(f"{ADS}:"):  # an ads account is no shop; it goes by its number
        name, platform = f"{catalogue.PLATFORM_NAMES[ADS][lang == 'en']}「{alert.shop_id.partition(':')[2]}」", ADS
    cause = catalogue.words(alert.code or "*", lang, platform=platform, detail=alert.detail)
    match alert.cause:
        case "dead":
            words = QCoreApplication.translate("alerts", "{shop}: signed out").format(shop=name)
            return Said(words, cause.text)
        case "trouble":
            words = QCoreApplication.translate("alerts", "{shop}: not read for {time}")
            return Said(words.format(shop=name, time=texts.span(now - alert.at)), cause.text)
        case "stop":
            return Said(_stop(alert, name, now), f"{texts.moment(alert.ends_at, now)} · {cause.text}")
        case "late" | "due":
            return _orders(alert, now)
        case "price":
            return _prices(alert, cause.next_step)
        case "appeal":
            return _appeal(alert, now)
        case "duty":
            return _duty(alert, now, lang)
        case "certificate" | "selfcheck" | "dispute":
            return _warnings(alert)


def _orders(alert: "Alert", now: int) -> Said:
    words = QCoreApplication.translate("alerts", "Orders due within 6 hours: {n}")
    if alert.detail:
        words = QCoreApplication.translate("alerts", "Orders due within {hours} h: {n}").replace(
            "{hours}", alert.detail
        )
    if alert.cause == "late":
        words = QCoreApplication.translate("alerts", "Orders past their ship-by time: {n}")
    nearest = QCoreApplication.translate("alerts", "the first one {time}").format(time=texts.moment(alert.ends_at, now))
    return Said(words.format(n=texts.count(alert.number)), nearest)


def _appeal(alert: "Alert", now: int) -> Said:
    """The window is told by its last day and 24:00."""
    words = QCoreApplication.translate("alerts", "Violation {number}: working days left to appeal: {n}")
    if not alert.number:
        words = QCoreApplication.translate("alerts", "Violation {number}: last day to appeal")
    due_at = alert.ends_at or now
    time = texts.clock_time(due_at)
    day = texts.moment(due_at - 1, now)[:-6]
    under = QCoreApplication.translate("alerts", "until {day} {time}").format(
        day=f"{day} {texts.weekday(due_at - 1)}", time="24:00" if time == "00:00" else time
    )
    return Said(words.format(number=alert.detail, n=alert.number), under)


def _certificate(alert: "Alert") -> Said:
    words = QCoreApplication.translate("alerts", "{name} ends in {n} days")
    if alert.number < 0:
        words = QCoreApplication.translate("alerts", "{name} has lapsed")
    under = QCoreApplication.translate("alerts", "see its renewal window in the ledger")
    return Said(words.format(name=alert.detail, n=alert.number), under)


def _duty(alert: "Alert", now: int, lang: Language) -> Said:
    """Its words come in both languages, a line each."""
    chinese, _, english = alert.detail.partition("\n")
    name = chinese if lang == "zh_CN" else english
    words = QCoreApplication.translate("alerts", "{name}: days left {n}")
    if alert.number < 0:
        words = QCoreApplication.translate("alerts", "Duty overdue: {name}")
    under = QCoreApplication.translate("alerts", "by {day}, 24:00").format(
        day=texts.moment((alert.ends_at or now) - 1, now)[:-6]
    )
    return Said(words.format(n=alert.number, name=name), under)


def _warnings(alert: "Alert") -> Said:
    if alert.cause == "dispute":
        return _disputes(alert)
    if alert.cause == "certificate":
        return _certificate(alert)
    if alert.code:
        words = QCoreApplication.translate("alerts", "The self-check of {month} is not signed")
        return Said(words.format(month=alert.detail), QCoreApplication.translate("alerts", "sign it in the report"))
    words = QCoreApplication.translate("alerts", "The self-check of {month} is due, days left: {n}")
    if alert.number < 0:
        words = QCoreApplication.translate("alerts", "The self-check of {month} was not made")
    under = QCoreApplication.translate("alerts", "it takes a minute and is kept for three years")
    return Said(words.format(month=alert.detail, n=alert.number), under)


def _disputes(alert: "Alert") -> Said:
    words = QCoreApplication.translate("alerts", "After-sales that may become a dispute: {n}")
    under = QCoreApplication.translate("alerts", "score from {score} on; each says why")
    return Said(words.format(n=texts.count(alert.number)), under.format(score=alert.detail))


def _is_below_floor(alert: "Alert") -> bool:
    from console.rules.pricing import PriceCode

    return alert.code == PriceCode.BELOW_FLOOR


def _prices(alert: "Alert", mend: str) -> Said:
    """One line of goods with its figures; of several how many; and what to do."""
    below = _is_below_floor(alert)
    if alert.price is None:
        words = QCoreApplication.translate("alerts", "Goods too far apart in price: {n}")
        if below:
            words = QCoreApplication.translate("alerts", "Goods below their floor price: {n}")
        return Said(words.format(n=texts.count(alert.number)), mend)
    told = alert.price.trouble
    words = QCoreApplication.translate("alerts", "{title}: Kuaishou {here}, Youzan {there}, {gap}")
    if below:
        words = QCoreApplication.translate("alerts", "{title}: Kuaishou {here}, below the floor {floor}")
    figures = {
        "title": alert.price.title or told.item_id,
        "here": texts.money(told.pays_fen),
        "there": texts.money(told.other_fen),
        "floor": texts.money(told.floor_fen),
        "gap": texts.NOTHING if told.gap_bp is None else texts.signed_percent(told.gap_bp / 10_000),
    }
    margin = QCoreApplication.translate("alerts", "margin {margin}").format(margin=texts.money(told.margin_fen))
    return Said(words.format(**figures), f"{margin} · {mend}")


def _stop(alert: "Alert", name: str, now: int) -> str:
    left = (alert.ends_at or now) - now
    if left <= 0 and alert.code == "stop.sign_in":  # its last token may live on for a while
        return QCoreApplication.translate("alerts", "{shop}: the sign-in has ended").format(shop=name)
    if left <= 0:
        return QCoreApplication.translate("alerts", "{shop} has stopped").format(shop=name)
    words = QCoreApplication.translate("alerts", "{shop} stops in {time}")
    return words.format(shop=name, time=texts.span(left))


def opens(alert: "Alert") -> tuple[str, Question]:
    """The tab and the question that shows exactly what it is about."""
    if alert.cause in ("late", "due"):
        return "orders", {"tab": "to_ship", "due": "soon"}
    if alert.cause == "appeal":
        return "compliance", {"view": "violations", "case": alert.detail}
    if alert.cause == "certificate":
        return "compliance", {"view": "certificates"}
    if alert.cause == "selfcheck":
        return "compliance", {"view": "selfcheck", "month": alert.detail}
    if alert.cause == "dispute":
        return "compliance", {"view": "disputes"}
    if alert.cause == "duty":
        return "compliance", {"view": "duties", "duty": alert.code}
    if alert.price is not None:
        return "products", {"text": alert.price.trouble.item_id, "open": "first"}
    if alert.cause == "price":
        return "products", {"gap": "floor" if _is_below_floor(alert) else "large"}
    return "accounts", {"shop": alert.shop_id}


class Bell(QAbstractButton):
    """The button of the top bar; red while something critical is unread."""

    def __init__(self) -> None:
        super().__init__()
        self._unread = 0
        self._tone: Tone = "grey"
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_unread(0, "grey")

    def show_unread(self, unread: int, tone: Tone) -> None:
        self._unread, self._tone = unread, tone
        name = self.tr("Alerts") if not unread else self.tr("Alerts, {n} unread").format(n=texts.count(unread))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(36, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            paint.rounded(painter, self.rect(), 6, look["pressed" if self.isDown() else "hover"])
        icons.paint(painter, "bell", QPoint(9, 9), 18, look["text2"])
        if self._unread:
            words = "99+" if self._unread > 99 else str(self._unread)
            wide = max(16, paint.width(words, 11, True) + 8)
            box = QRect(self.width() - wide, 1, wide, 16)
            red = self._tone == "red"
            ground = look["dangerBg"] if red else look[f"bg_{self._tone}"]
            paint.rounded(painter, box, 8, ground)
            front = look["onAccent"] if red else look[f"fg_{self._tone}"]
            paint.text(painter, box, words, front, pixels=11, strong=True, align=paint.CENTRE)
        painter.end()


class AlertRow(QAbstractButton):
    """Icon in the state's colour, what, why, since when, how urgent."""

    def __init__(self, alert: "Alert", words: Said, now: int, *, unread: bool) -> None:
        super().__init__()
        self.alert = alert
        self._said = words
        self._unread = unread
        self._time = texts.clock_time(alert.at) if texts.moment(alert.at)[:5] == texts.moment(now)[:5] else ""
        self._time = self._time or texts.moment(alert.at, now)[:5]
        self.setProperty("ring", True)
        self.setFixedHeight(ROW)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"P{alert.level} {words.words} {words.under} {texts.moment(alert.at, now)}")
        self.setToolTip(f"{words.words}\n{words.under}")

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        if self.underMouse() or self.hasFocus():
            paint.rounded(painter, self.rect().adjusted(4, 2, -4, -2), 6, look["hover"])
        tone = TONES[self.alert.level]
        front, ground = look.chip(tone)
        paint.rounded(painter, QRect(16, 18, 36, 36), 6, ground)
        icons.paint(painter, ICONS[self.alert.cause], QPoint(25, 27), 18, front)
        right = 52
        wide = self.width() - 64 - right - 16
        paint.text(
            painter, QRect(64, 16, wide, 20), self._said.words, look["text"], strong=self._unread, elide=True
        )  # fmt: skip
        paint.text(painter, QRect(64, 37, wide, 18), self._said.under, look["text3"], pixels=12, elide=True)
        end = self.width() - right - 16
        paint.text(painter, QRect(end, 16, right, 20), self._time, look["text3"], pixels=12, align=paint.RIGHT)
        level = QRect(end, 37, right, 18)
        paint.text(painter, level, f"P{self.alert.level}", front, pixels=12, strong=True, align=paint.RIGHT)
        painter.end()


class BellPopover(QFrame):
    """Floats under the bell until a click elsewhere or Esc."""

    opened = Signal(object)  # the Alert
    read_all = Signal()

    def __init__(self, rows: "Sequence[tuple[Alert, Said, bool]]", now: int, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(WIDE)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.addWidget(label(self.tr("Alerts"), 14, strong=True))
        head.addStretch(1)
        mark = button(self.tr("Mark all as read"), "link")
        mark.clicked.connect(self._all_read)
        mark.setEnabled(any(unread for _, _, unread in rows))
        head.addWidget(mark)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 1, 8)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(line())
        self.rows = [AlertRow(alert, words, now, unread=unread) for alert, words, unread in rows]
        if not rows:
            none = label(self.tr("Nothing needs you now"), tone="text3")
            none.setContentsMargins(16, 20, 16, 16)
            whole.addWidget(none)
            return
        inside = QWidget()
        list_room = QVBoxLayout(inside)
        list_room.setContentsMargins(0, 4, 0, 0)
        list_room.setSpacing(0)
        for row in self.rows:
            row.clicked.connect(lambda _=False, alert=row.alert: self._open(alert))
            list_room.addWidget(row)
        list_room.addStretch(1)
        area = scrolled(inside)
        area.setFixedHeight(min(MOST, len(rows)) * ROW + 6)
        whole.addWidget(area)

    def show_under(self, anchor: QWidget) -> None:
        """Right edges in line; the first row has the keyboard."""
        self.adjustSize()
        self.move(anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height() + 6)))
        self.show()
        if self.rows:
            self.rows[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _open(self, alert: "Alert") -> None:
        self.close()
        self.opened.emit(alert)

    def _all_read(self) -> None:
        self.close()
        self.read_all.emit()
