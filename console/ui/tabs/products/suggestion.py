"""The columns of To confirm and In conflict: what may be the same goods, why, and the verbs that decide it."""

from collections.abc import Callable, Sequence
from zlib import crc32

from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtGui import QPainter

from console.rules.links import Reason
from console.store.views import ItemRow, ItemTab
from console.store.views_goods import Counterpart
from console.ui import paint, texts
from console.ui.cells import GAP, Goods, Verbs
from console.ui.paging import Column
from console.ui.pictures import Pictures
from console.ui.theme import current

translate = QCoreApplication.translate
ACCEPT, OTHER, APART = "accept", "other", "apart"
TABS: tuple[ItemTab, ...] = ("to_confirm", "conflict")
KEPT = 3  # of the goods' own columns those that stay beside these: goods and both prices
NEARLY, ALIKE = 0.9, 0.6  # titles differ in a word or two; they still have most of their words in common
VERB_GAP = 12


def alike(score: float | None) -> str:
    """How alike two titles are, in words and as a figure."""
    if score is None:
        return ""
    percent = f"{int(score * 100)}%"  # never said to be the same before it is
    if score >= 1:
        return translate("linking", "Titles are the same ({percent})").format(percent=percent)
    if score >= NEARLY:
        return translate("linking", "Titles are nearly the same ({percent})").format(percent=percent)
    if score >= ALIKE:
        return translate("linking", "Titles are alike ({percent})").format(percent=percent)
    return translate("linking", "Titles differ ({percent} alike)").format(percent=percent)


def reason(code: str, score: float | None) -> str:
    """What speaks for a link, in a few words."""
    match code:
        case Reason.ITEM_CODE:
            return translate("linking", "Same item code")
        case Reason.SKU_CODE:
            return translate("linking", "Same variant codes")
        case Reason.SHARED_CODE:
            return translate("linking", "Same code, borne by several")
        case Reason.TITLE_OTHER_CODE:
            return f"{alike(score)} · {translate('linking', 'codes differ')}"
        case _:
            return alike(score)


def alike_width() -> int:
    """How much room such words need in this language."""
    return max(paint.width(alike(score)) for score in (1.0, NEARLY, ALIKE, 0.0)) + 3 * GAP


def context(one: Counterpart) -> str:
    """What tells goods apart: code, price, stock."""
    price, stock = texts.money(one.price_fen), texts.count(one.stock)
    figures = translate("linking", "{price} · stock {stock}").format(price=price, stock=stock)
    return f"{one.code or translate('products', 'No merchant code')} · {figures}"


def _first(row: ItemRow) -> Counterpart | None:
    return next(iter(row.asked.counterparts), None) if row.asked is not None else None


def _title(row: ItemRow) -> str:
    first = _first(row)
    if first is None:
        return translate("linking", "To be chosen by you")
    if row.contested and row.asked is not None and len(row.asked.counterparts) > 1:
        number = texts.count(len(row.asked.counterparts))
        return translate("linking", "One of {n} goods of {platform}").format(
            n=number, platform=texts.platform(first.platform)
        )
    return first.title or texts.NOTHING


def _under(row: ItemRow) -> str:
    first = _first(row)
    if row.contested:
        said = translate("linking", "Same code, borne by several")
        return said if first is None or not first.taken else f"{said} · {translate('linking', 'linked elsewhere')}"
    if first is None:
        return ""
    if first.taken:
        return translate("linking", "linked elsewhere")
    return " · ".join(part for part in (reason(first.reason, first.score), texts.money(first.price_fen)) if part)


def _seed(row: ItemRow) -> int:
    first = _first(row)
    return crc32((first.title if first is not None else row.title).encode())


def picture(row: ItemRow) -> str:
    """Where the picture of what is suggested is."""
    first = _first(row)
    return first.image_url if first is not None else ""


def verbs(row: ItemRow) -> list[tuple[str, str]]:
    """What can be decided in the row. A conflict is never guessed: one of several is chosen, not accepted."""
    choose = (OTHER, translate("linking", "Choose"))
    if not row.contested and row.asked is not None and row.asked.best is not None:
        choose = (OTHER, translate("linking", "Another"))
        return [(ACCEPT, translate("linking", "Accept")), choose, (APART, translate("linking", "Not the same"))]
    return [choose, (APART, translate("linking", "Not the same"))]


class ManyVerbs(Verbs[ItemRow]):
    """Words in link colour side by side."""

    def __init__(self, of: Callable[[ItemRow], Sequence[tuple[str, str]]]) -> None:
        super().__init__(lambda row: next(iter(of(row)), None))
        self._of = of

    def _places(self, rect: QRect, row: ItemRow) -> list[tuple[QRect, str, str]]:
        found, x = [], rect.x() + GAP
        for key, word in self._of(row):
            wide = paint.width(word)
            found.append((QRect(x, rect.y(), wide, rect.height()), key, word))
            x += wide + VERB_GAP
        return found

    def draw(self, painter: QPainter, rect: QRect, row: ItemRow, compact: bool) -> None:
        for place, _, word in self._places(rect, row):
            paint.text(painter, place, word, current()["accentText"])

    def words(self, row: ItemRow) -> str:
        return " · ".join(word for _, word in self._of(row))

    def verb_at(self, point: QPoint, rect: QRect, row: ItemRow) -> str:
        hit = (key for place, key, _ in self._places(rect, row) if place.adjusted(-4, 0, 6, 0).contains(point))
        return next(hit, "")

    def least(self) -> int:
        """As wide as three verbs need in this language."""
        words = (translate("linking", "Accept"), translate("linking", "Another"), translate("linking", "Not the same"))
        return sum(map(paint.width, words)) + 2 * VERB_GAP + 2 * GAP


def columns(pictures: Pictures) -> list[Column[ItemRow]]:
    """The two columns that stand in these tabs instead of what is compared."""
    decide = ManyVerbs(verbs)
    shown = Goods(_title, _under, _seed, address=picture, pictures=pictures)
    return [
        Column(translate("linking", "Suggestion"), 260, shown, stretch=True),
        Column(translate("linking", "Decide"), decide.least(), decide),
    ]
