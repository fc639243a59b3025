"""Warnings of disputes in words: the score as a chip, every reason with its figure. For tickets and for compliance."""

from PySide6.QtCore import QCoreApplication

from console.rules.disputes import GRAVE, Point, Scored
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.theme import Tone

translate = QCoreApplication.translate
DAYS_FROM = 72  # hours


def tone(scored: Scored) -> Tone:
    """Amber from the threshold on, red from 70 on."""
    if not scored.warned:
        return "blue"
    return "red" if scored.score >= GRAVE else "amber"


def chip(scored: Scored | None) -> ChipLook | None:
    """The score; none where nothing runs, or nothing speaks for a dispute."""
    if scored is None or not scored.score:
        return None
    return ChipLook(tone(scored), "shield-alert", texts.count(scored.score))


def reason(point: Point) -> str:
    """One reason in words, without its points."""
    figure = texts.count(point.figure)
    match point.reason:
        case "words":
            return translate("disputes", "said {words}").format(words="".join(f"“{word}”" for word in point.words))
        case "refused":
            return translate("disputes", "refused by us")
        case "silence":
            return translate("disputes", "{time} without an answer").format(time=_time(point.figure))
        case "age":
            return translate("disputes", "asked {time} ago").format(time=_time(point.figure))
        case "amount":
            return translate("disputes", "amount {money}").format(money=texts.money(point.figure))
        case "repeat":
            return translate("disputes", "earlier after-sales of the buyer: {n}").format(n=figure)
        case "contact":
            return translate("disputes", "the buyer wrote {n} times").format(n=figure)
        case _:
            return _of_goods(point)


def _time(hours: int) -> str:
    """Whole days from the third on: nobody reads 1,675 hours."""
    if hours < DAYS_FROM:
        return translate("disputes", "{n} h").format(n=texts.count(hours))
    return translate("disputes", "{n} days").format(n=texts.count(hours // 24))


def _of_goods(point: Point) -> str:
    if point.reason == "logistics":
        return translate("disputes", "trouble with the parcel")
    if point.reason == "receipt":
        said = translate("disputes", "goods came back {time} ago, not confirmed")
        return said.format(time=_time(point.figure))
    return translate("disputes", "past its deadline")


def reasons(scored: Scored | None, most: int = 0) -> str:
    """All of them, the weightiest first."""
    points = () if scored is None else scored.points
    return " · ".join(reason(one) for one in (points[:most] if most else points)) or texts.NOTHING


def with_points(scored: Scored) -> list[tuple[str, str]]:
    """Each with what it adds."""
    return [(reason(one), f"+{one.points}") for one in scored.points]
