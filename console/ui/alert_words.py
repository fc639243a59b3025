"""Alerts in words: what happened or will, what to do, and the rows that a click opens."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from console import catalogue
from console.catalogue import Language
from console.core.model import ADS
from console.store.views import ShopRow
from console.ui import texts
from console.ui.page import Question

if TYPE_CHECKING:  # what is not needed before the first paint
    from console.rules.alerts import Alert

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
    "show": "radio",
    "kept": "pause",
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
        case "late" | "due" | "kept":
            return _orders(alert, now)
        case "price":
            return _prices(alert, cause.next_step)
        case "appeal":
            return _appeal(alert, now)
        case "duty":
            return _duty(alert, now, lang)
        case "certificate" | "selfcheck" | "dispute" | "show":
            return _warnings(alert, now)


def _orders(alert: "Alert", now: int) -> Said:
    if alert.cause == "kept":
        return _kept(alert, now)
    words = QCoreApplication.translate("alerts", "Orders due within 6 hours: {n}")
    if alert.detail:
        words = QCoreApplication.translate("alerts", "Orders due within {hours} h: {n}").replace(
            "{hours}", alert.detail
        )
    if alert.cause == "late":
        words = QCoreApplication.translate("alerts", "Orders past their ship-by time: {n}")
    nearest = QCoreApplication.translate("alerts", "the first one {time}").format(time=texts.moment(alert.ends_at, now))
    return Said(words.format(n=texts.count(alert.number)), nearest)


def _kept(alert: "Alert", now: int) -> Said:
    """The merchant keeps them back, and their time goes on: who and why stands under it."""
    hours, number, hold = alert.detail.split("\n", 2)
    words = QCoreApplication.translate("alerts", "Kept back, and their time to ship is near: {n}")
    if hours:
        words = QCoreApplication.translate("alerts", "Kept back, and due within {hours} h: {n}").replace(
            "{hours}", hours
        )
    elif (alert.ends_at or now) <= now:
        words = QCoreApplication.translate("alerts", "Kept back past their ship-by time: {n}")
    under = QCoreApplication.translate("alerts", "{hold} · ship by {time}, {number}")
    under = under.format(number=number, time=texts.moment(alert.ends_at, now), hold=hold)
    return Said(words.format(n=texts.count(alert.number)), under)


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
    """Its words come in both languages, a line each; of a promotion they are its name and its nearest task."""
    if alert.code.startswith("promotion:"):
        return _promotion(alert)
    chinese, _, english = alert.detail.partition("\n")
    name = chinese if lang == "zh_CN" else english
    words = QCoreApplication.translate("alerts", "{name}: days left {n}")
    if alert.number < 0:
        words = QCoreApplication.translate("alerts", "Duty overdue: {name}")
    under = QCoreApplication.translate("alerts", "by {day}, 24:00").format(
        day=texts.moment((alert.ends_at or now) - 1, now)[:-6]
    )
    return Said(words.format(n=alert.number, name=name), under)


def _promotion(alert: "Alert") -> Said:
    name, _, task = alert.detail.partition("\n")
    words = QCoreApplication.translate("alerts", "{name}: {n} tasks late or due within 3 days")
    return Said(words.format(name=name, n=alert.number), task)


def _warnings(alert: "Alert", now: int) -> Said:
    if alert.cause == "show":
        return _show(alert, now)
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


def _show(alert: "Alert", now: int) -> Said:
    """``number``: how much of what a show needs is not ready."""
    begins = alert.ends_at or now
    words = QCoreApplication.translate("alerts", "Broadcast “{title}” in {time}")
    if begins <= now:
        words = QCoreApplication.translate("alerts", "Broadcast “{title}” should have begun {time} ago")
    under = QCoreApplication.translate("alerts", "everything is ready")
    if alert.number:
        under = QCoreApplication.translate("alerts", "not ready yet: {n}, see the first page")
    title = alert.detail or QCoreApplication.translate("alerts", "without a title")
    return Said(words.format(title=title, time=texts.span(abs(begins - now))), under.format(n=alert.number))


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
    if alert.cause in ("late", "due", "kept"):
        return "orders", {"tab": "to_ship"} | ({"mark": "kept"} if alert.cause == "kept" else {"due": "soon"})
    if alert.cause == "appeal":
        return "compliance", {"view": "violations", "case": alert.detail}
    if alert.cause == "certificate":
        return "compliance", {"view": "certificates"}
    if alert.cause == "selfcheck":
        return "compliance", {"view": "selfcheck", "month": alert.detail}
    if alert.cause == "dispute":
        return "compliance", {"view": "disputes"}
    if alert.cause == "show":
        return ("home", {}) if alert.number else ("live", {"view": "now"})
    if alert.cause == "duty":
        return _opens_duty(alert.code)
    if alert.price is not None:
        return "products", {"text": alert.price.trouble.item_id, "open": "first"}
    if alert.cause == "price":
        return "products", {"gap": "floor" if _is_below_floor(alert) else "large"}
    return "accounts", {"shop": alert.shop_id}


def _opens_duty(code: str) -> tuple[str, Question]:
    kind, _, number = code.partition(":")
    if kind == "promotion":
        return "traffic", {"view": "calendar", "promotion": number}
    return "compliance", {"view": "duties", "duty": code}
