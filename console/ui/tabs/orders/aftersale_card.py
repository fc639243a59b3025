"""One card of the board, drawn by hand: what, how much, why, of which order, by when, and at most two verbs."""

from typing import Literal
from zlib import crc32

from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtGui import QPainter

from console.core.clock import DAY, day_start
from console.store.views_tickets import TicketRow
from console.ui import icons, paint, texts
from console.ui.carriers import carrier
from console.ui.paint import ChipLook
from console.ui.pictures import Pictures
from console.ui.tabs.orders import aftersale_columns, aftersale_words
from console.ui.theme import current

translate = QCoreApplication.translate
Act = Literal["open", "order", "agree", "refuse"]

PAD, THUMB, BUTTON = 11, 40, 30
BARE, WITH_VERBS = 136, 136 + BUTTON + 14
GAP, CHIP_GAP = 8, 4


def height(row: TicketRow) -> int:
    """How high its card is."""
    return WITH_VERBS if verbs(row) else BARE


def verbs(row: TicketRow) -> list[tuple[Act, str]]:
    """What can be answered to it now; nothing while an answer is on its way."""
    grant = aftersale_words.grant_of(row.status, row.kind, row.platform)
    if grant is None or row.pending:
        return []
    return [
        ("agree", aftersale_words.agree_word(grant, row.kind)),
        ("refuse", aftersale_words.refuse_word(row.status)),
    ]


def fits(number: str, line: QRect, pixels: int) -> bool:
    """Whether a number fits into a line behind its mark."""
    return 21 + paint.width(number, pixels) <= line.width()


def link_word(row: TicketRow, line: QRect) -> str:
    """The way to the order, where it finds room beside the number; O and the drawer lead there as well."""
    word = translate("aftersale", "See the order")
    return word if 21 + paint.width(row.order_no, 12) + 8 + paint.width(word, 12) <= line.width() else ""


def _bare(look: ChipLook) -> ChipLook:
    """A chip where room is scarce: its word says more than its icon."""
    return ChipLook(look.tone, "", look.word)


def is_due_today(row: TicketRow, now: int) -> bool:
    """Only such a card has a filled button."""
    return row.deadline_at is not None and row.deadline_at < day_start(now) + DAY


class Card:
    """Draws cards into rectangles and says what lies under a point."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures

    def draw(
        self,
        painter: QPainter,
        rect: QRect,
        row: TicketRow,
        now: int,
        person: str,
        *,
        hover: Act | None = None,
        chosen: bool = False,
    ) -> None:
        look = current()
        paint.rounded(painter, rect, 8, look["sel" if chosen else "surface"], look["accent" if chosen else "border"])
        inside = rect.adjusted(PAD, PAD, -PAD, -PAD)
        for at, chip in self.chips(row, now, inside.width()):
            paint.chip(painter, QPoint(inside.x() + at, inside.y()), chip)
        self._goods(painter, inside, row)
        y = inside.y() + 80
        painter.fillRect(QRect(rect.x() + 1, y, rect.width() - 2, 1), look["grid"])
        self._order(painter, QRect(inside.x(), y + 6, inside.width(), 24), row, person, hover)
        for place, (act, word) in zip(self.places(rect, row), verbs(row), strict=True):
            filled = act == "agree" and is_due_today(row, now)
            ground = (
                ("accentHover" if hover == act else "accentBg") if filled else "hover" if hover == act else "surface"
            )
            paint.rounded(painter, place, 6, look[ground], None if filled else look["border2"])
            ink = look["onAccent" if filled else "text"]
            room = place.adjusted(4, 0, -4, 0)
            pixels = 13 if paint.width(word, 13, filled) <= room.width() else 11
            paint.text(painter, room, word, ink, pixels=pixels, strong=filled, align=paint.CENTRE, elide=True)

    @staticmethod
    def places(rect: QRect, row: TicketRow) -> list[QRect]:
        """Where its buttons are."""
        if not verbs(row):
            return []
        y, wide = rect.bottom() - PAD - BUTTON, rect.width() - 2 * PAD - GAP
        first = wide * 3 // 5
        left = rect.x() + PAD
        return [QRect(left, y, first, BUTTON), QRect(left + first + GAP, y, wide - first, BUTTON)]

    def act_at(self, rect: QRect, row: TicketRow, point: QPoint) -> Act:
        """What a click there asks for."""
        for place, (act, _) in zip(self.places(rect, row), verbs(row), strict=True):
            if place.contains(point):
                return act
        line = QRect(rect.x() + PAD, rect.y() + PAD + 86, rect.width() - 2 * PAD, 24)
        wide = paint.width(link_word(row, line), 12)
        link = QRect(line.right() - wide - 4, line.y(), wide + 8, line.height())
        return "order" if wide and link.contains(point) else "open"

    @staticmethod
    def chips(row: TicketRow, now: int, room: int) -> list[tuple[int, ChipLook]]:
        """What stands in the first line of so many pixels, and where: the time left at its end, the kind always."""
        kind, due = aftersale_words.kind_chip(row.kind), aftersale_words.short_due(row.deadline_at, now)
        found: list[tuple[int, ChipLook]] = []
        if due is not None:
            if paint.chip_width(_bare(kind)) + CHIP_GAP + paint.chip_width(due) > room:
                due = _bare(due)
            found.append((room - paint.chip_width(due), due))
        left, right = 0, found[0][0] - CHIP_GAP if found else room
        for look in (kind, aftersale_words.step_chip(row), aftersale_columns.answer_chip(row)):
            shown = look
            if shown is not None and left + paint.chip_width(shown) > right:
                shown = _bare(shown)
            if shown is not None and (look is kind or left + paint.chip_width(shown) <= right):
                found.append((left, shown))
                left += paint.chip_width(shown) + CHIP_GAP
        return found

    def _goods(self, painter: QPainter, inside: QRect, row: TicketRow) -> None:
        look = current()
        y = inside.y() + 30
        thumb = QRect(inside.x(), y, THUMB, THUMB)
        if not self._pictures.draw(painter, thumb, row.image_url):
            paint.thumb(painter, thumb, crc32(row.title.encode()))
        money = aftersale_words.money(row)
        wide = paint.width(money, 13, True)
        left, right = inside.x() + THUMB + 10, inside.right() - wide - 8
        title = f"{row.title} {row.spec}".strip() or texts.NOTHING
        paint.text(painter, QRect(left, y, right - left, 20), title, look["text"], strong=True, elide=True)
        paint.text(
            painter,
            QRect(inside.right() - wide, y, wide + 1, 20),
            money,
            look["text"],
            strong=True,
            align=paint.RIGHT,
        )
        under = QRect(left, y + 20, inside.right() - left, 20)
        paint.text(painter, under, self.under(row), look["text3"], pixels=12, elide=True)

    @staticmethod
    def under(row: TicketRow) -> str:
        """Why, and with what: the return's parcel, or the buyer's pictures."""
        parts = [aftersale_words.reason(row)]
        if row.parcel is not None:
            parts.insert(0, f"{carrier(row.platform, row.parcel)} {row.parcel.waybill_no}".strip())
        elif row.shipped is False:
            parts.insert(0, translate("aftersale", "not shipped"))
        if row.pictures:
            parts.append(translate("aftersale", "pictures: {n}").format(n=row.pictures))
        return " · ".join(parts)

    @staticmethod
    def _order(painter: QPainter, line: QRect, row: TicketRow, person: str, hover: Act | None) -> None:
        look = current()
        paint.mark(painter, QRect(line.x(), line.y() + 5, 14, 14), row.platform)
        number, pixels = line.adjusted(21, 0, 0, 0), 12 if fits(row.order_no, line, 12) else 11
        paint.text(painter, number, row.order_no, look["text2"], pixels=pixels, elide=True)
        word = link_word(row, line)
        ink = look["accentText"]
        wide = paint.width(word, 12)
        end = QRect(line.right() - wide, line.y(), wide + 1, line.height())
        paint.text(painter, end, word, ink, pixels=12, align=paint.RIGHT)
        if hover == "order":
            painter.fillRect(QRect(end.x(), end.bottom() - 4, wide, 1), ink)
        used = 21 + paint.width(row.order_no, pixels) + 10
        room = line.width() - used - wide - 12
        if person and room > 34:
            icons.paint(painter, "users", QPoint(line.x() + used, line.y() + 6), 12, look["text3"])
            name = QRect(line.x() + used + 16, line.y(), room - 16, line.height())
            paint.text(painter, name, person, look["text3"], pixels=12, elide=True)

    def words(self, row: TicketRow, now: int, person: str) -> str:
        """What a screen reader says of it."""
        due = aftersale_words.due_chip(row.deadline_at, now)
        parts = [
            aftersale_words.kind_chip(row.kind).word,
            aftersale_words.status_chip(row.status).word,
            row.title,
            aftersale_words.asked(row.amount_fen),
            self.under(row),
            row.order_no,
            person,
            due.word if due is not None else "",
        ]
        return " · ".join(part for part in parts if part)
