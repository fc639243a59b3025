"""How table cells look. A cell knows how to draw one row's value, say it in words, and what a click on it means.

Cells are plain objects over functions of the row; one Qt delegate (``table.CellDelegate``) drives them all. Without a
row they draw a skeleton. In the compact setting the second line is left out.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter

from console.core.clock import HOUR
from console.core.model import Platform
from console.ui import icons, paint, texts
from console.ui.paint import ChipLook
from console.ui.theme import current

if TYPE_CHECKING:
    from console.ui.pictures import Pictures

Row = TypeVar("Row")
RowIn = TypeVar("RowIn", contravariant=True)
Words = Callable[[Row], str]
GAP = 12  # what every cell keeps free at its left; right-aligned ones keep it at their right
LINE = 18


class Cell(Protocol[RowIn]):
    """What the delegate asks of a cell."""

    def draw(self, painter: QPainter, rect: QRect, row: RowIn, compact: bool) -> None: ...

    def draw_skeleton(self, painter: QPainter, rect: QRect, number: int, opacity: float) -> None: ...

    def words(self, row: RowIn) -> str:
        """What a screen reader says and what copying takes."""
        ...

    def tip(self, row: RowIn) -> str:
        """The full text where the drawing may elide; else nothing."""
        ...

    def verb_at(self, point: QPoint, rect: QRect, row: RowIn) -> str:
        """The verb under the mouse; nothing where a click only opens the row."""
        ...


class _Plain(Generic[Row]):
    """A cell without tip and verb."""

    def tip(self, row: Row) -> str:
        return ""

    def verb_at(self, point: QPoint, rect: QRect, row: Row) -> str:
        return ""

    def draw_skeleton(self, painter: QPainter, rect: QRect, number: int, opacity: float) -> None:
        wide = rect.width() - 2 * GAP
        top, under = _two(rect, compact=False)
        share = (0.7, 0.9, 0.6, 0.8)[number % 4]
        paint.skeleton(painter, QRect(rect.x() + GAP, top.y() + 4, int(wide * share), 10), opacity=opacity)
        if rect.height() > 44:
            paint.skeleton(painter, QRect(rect.x() + GAP, under.y() + 4, int(wide * 0.5), 9), opacity=opacity)


def _two(rect: QRect, compact: bool) -> tuple[QRect, QRect]:
    """Where the value and the context under it stand."""
    inner = rect.adjusted(GAP, 0, 0, 0)
    if compact or rect.height() < 44:
        return inner, QRect()
    top = rect.y() + (rect.height() - 2 * LINE) // 2 - 1
    return QRect(inner.x(), top, inner.width(), LINE), QRect(inner.x(), top + LINE + 1, inner.width(), LINE)


class Lines(_Plain[Row]):
    """A value, and its source or context under it. ``…_tone`` colours a line (a token's name) as the row has it.

    ``free`` words may end in …, and are whole in the tooltip; ``more`` stands there, too.
    """

    def __init__(
        self,
        top: Words[Row],
        under: Words[Row] | None = None,
        *,
        right: bool = False,
        strong: bool | Callable[[Row], bool] = False,
        free: bool = False,
        top_tone: Words[Row] | None = None,
        under_tone: Words[Row] | None = None,
        more: Words[Row] | None = None,
    ) -> None:
        self._top = top
        self._more = more
        self._under = under
        self._right = right
        self._strong = strong
        self._free = free
        self._top_tone = top_tone
        self._under_tone = under_tone

    def draw(self, painter: QPainter, rect: QRect, row: Row, compact: bool) -> None:
        look = current()
        under_words = "" if self._under is None else self._under(row)
        top, under = _two(rect, compact or not under_words)
        if self._right:
            top.adjust(-GAP, 0, -GAP, 0)
            under.adjust(-GAP, 0, -GAP, 0)
        align = paint.RIGHT if self._right else paint.LEFT
        words = self._top(row)
        tone = self._top_tone(row) if self._top_tone else "text"
        colour = look["faint" if words == texts.NOTHING else tone]
        strong = self._strong(row) if callable(self._strong) else self._strong
        paint.text(painter, top, words, colour, strong=strong, align=align, elide=self._free)
        if not under.isNull():
            tone = self._under_tone(row) if self._under_tone else "text3"
            paint.text(painter, under, under_words, look[tone], pixels=12, align=align, elide=self._free)

    def words(self, row: Row) -> str:
        under = self._under(row) if self._under else ""
        return f"{self._top(row)} {under}".strip()

    def tip(self, row: Row) -> str:
        more = self._more(row) if self._more is not None else ""
        return "\n".join(part for part in (self.words(row) if self._free else "", more) if part)


class MarkedLines(_Plain[Row]):
    """Two numbers, each behind its platform's square: the mapping cell. A line is (words, token of its colour).

    With ``number`` a copy icon stands behind each number of the row under the mouse (``hot``); its verb is ``copy:``
    and the platform.
    """

    def __init__(
        self,
        kuaishou: Callable[[Row], tuple[str, str]],
        youzan: Callable[[Row], tuple[str, str]],
        *,
        number: Callable[[Row, Platform], str | None] | None = None,
        hot: Callable[[Row], bool] | None = None,
    ) -> None:
        self._sides = ((Platform.KUAISHOU, kuaishou), (Platform.YOUZAN, youzan))
        self._number = number
        self._hot = hot

    def draw(self, painter: QPainter, rect: QRect, row: Row, compact: bool) -> None:
        look = current()
        hot = self._hot is not None and self._hot(row)
        for line, platform, (words, tone), pixels in self._lines(rect, row, compact):
            y = line.y() + (line.height() - 15) // 2
            paint.mark(painter, QRect(line.x(), y, 15, 15), platform)
            paint.text(painter, line.adjusted(22, 0, 0, 0), words, look[tone], pixels=pixels)
            if hot and self._number is not None and self._number(row, platform):
                icons.paint(painter, "copy", self._copy_place(line, words, pixels).topLeft(), 13, look["text3"])

    def verb_at(self, point: QPoint, rect: QRect, row: Row) -> str:
        if self._number is None:
            return ""
        for line, platform, (words, _), pixels in self._lines(rect, row, rect.height() < 44):
            place = self._copy_place(line, words, pixels).adjusted(-4, -3, 4, 3)
            if self._number(row, platform) and place.contains(point):
                return f"copy:{platform}"
        return ""

    def _lines(self, rect: QRect, row: Row, compact: bool) -> list[tuple[QRect, Platform, tuple[str, str], int]]:
        """Where each side stands, and in what size; a compact row has the side it knows."""
        sides = [(platform, side(row)) for platform, side in self._sides]
        if compact and self._number is not None and not self._number(row, sides[0][0]):
            sides.reverse()
        places = _two(rect, compact)
        return [
            (place, platform, said, pixels)
            for place, (platform, said), pixels in zip(places, sides, (13, 12), strict=True)
            if not place.isNull()
        ]

    @staticmethod
    def _copy_place(line: QRect, words: str, pixels: int) -> QRect:
        return QRect(line.x() + 22 + paint.width(words, pixels) + 8, line.y() + (line.height() - 13) // 2, 13, 13)

    def words(self, row: Row) -> str:
        return " · ".join(f"{texts.platform(platform)} {side(row)[0]}" for platform, side in self._sides)


class Goods(_Plain[Row]):
    """The goods' picture, or its place while it is not here; a title, the variant under it."""

    def __init__(
        self,
        title: Words[Row],
        under: Words[Row],
        seed: Callable[[Row], int],
        *,
        address: Words[Row] | None = None,
        pictures: "Pictures | None" = None,
    ) -> None:
        self._lines: Lines[Row] = Lines(title, under, free=True)
        self._seed = seed
        self._address = address
        self._pictures = pictures

    def draw(self, painter: QPainter, rect: QRect, row: Row, compact: bool) -> None:
        side = 28 if compact or rect.height() < 44 else 40
        y = rect.y() + (rect.height() - side) // 2
        place = QRect(rect.x() + GAP, y, side, side)
        address = self._address(row) if self._address is not None else ""
        if self._pictures is None or not self._pictures.draw(painter, place, address):
            paint.thumb(painter, place, self._seed(row))
        self._lines.draw(painter, rect.adjusted(side + 10, 0, -8, 0), row, compact)

    def draw_skeleton(self, painter: QPainter, rect: QRect, number: int, opacity: float) -> None:
        y = rect.y() + (rect.height() - 40) // 2
        paint.skeleton(painter, QRect(rect.x() + GAP, max(y, rect.y() + 6), 40, 40), opacity=opacity)
        super().draw_skeleton(painter, rect.adjusted(50, 0, 0, 0), number, opacity)

    def words(self, row: Row) -> str:
        return self._lines.words(row)

    def tip(self, row: Row) -> str:
        return self._lines.words(row)


class Chips(_Plain[Row]):
    """One chip, or a faint dash."""

    def __init__(self, look: Callable[[Row], ChipLook | None]) -> None:
        self._look = look

    def draw(self, painter: QPainter, rect: QRect, row: Row, compact: bool) -> None:
        look = self._look(row)
        if look is None:
            paint.text(painter, rect.adjusted(GAP, 0, 0, 0), texts.NOTHING, current()["faint"])
            return
        y = rect.y() + (rect.height() - paint.CHIP_HEIGHT) // 2
        paint.chip(painter, QPoint(rect.x() + GAP - 2, y), look)

    def draw_skeleton(self, painter: QPainter, rect: QRect, number: int, opacity: float) -> None:
        y = rect.y() + (rect.height() - 20) // 2
        paint.skeleton(painter, QRect(rect.x() + GAP, y, min(64, rect.width() - GAP), 20), opacity=opacity)

    def words(self, row: Row) -> str:
        look = self._look(row)
        return look.word if look else texts.NOTHING


class ChipStack(Chips[Row]):
    """A chip, and under it one flag that goes with it; a screen reader hears all of them."""

    def __init__(self, looks: Callable[[Row], list[ChipLook]]) -> None:
        super().__init__(lambda row: next(iter(looks(row)), None))
        self._looks = looks

    def draw(self, painter: QPainter, rect: QRect, row: Row, compact: bool) -> None:
        looks = self._looks(row)
        if compact or len(looks) < 2:
            super().draw(painter, rect, row, compact)
            return
        top = rect.y() + (rect.height() - 2 * paint.CHIP_HEIGHT - 4) // 2
        for at, look in enumerate(looks[:2]):
            paint.chip(painter, QPoint(rect.x() + GAP - 2, top + at * (paint.CHIP_HEIGHT + 3)), look)

    def words(self, row: Row) -> str:
        return " · ".join(look.word for look in self._looks(row)) or texts.NOTHING


class Countdown(_Plain[Row]):
    """Time left: plain above six hours, amber below, red below two or past; a chip of its own where it stands still."""

    def __init__(
        self,
        deadline: Callable[[Row], int | None],
        now: Callable[[], int],
        paused: Callable[[Row], ChipLook | None] | None = None,
    ) -> None:
        self._deadline = deadline
        self._now = now
        self._paused = paused

    def look(self, row: Row) -> ChipLook | None:
        """The chip of this row; None where there is no deadline. Grey means: draw it plain."""
        if self._paused is not None and (held := self._paused(row)) is not None:
            return held
        at = self._deadline(row)
        if at is None:
            return None
        left = at - self._now()
        words = texts.remaining(at, self._now())
        if left <= 2 * HOUR:
            return ChipLook("red", "timer", words)
        return ChipLook("amber" if left <= 6 * HOUR else "grey", "timer" if left <= 6 * HOUR else "clock", words)

    def draw(self, painter: QPainter, rect: QRect, row: Row, compact: bool) -> None:
        look = self.look(row)
        if look is None:
            paint.text(painter, rect.adjusted(GAP, 0, 0, 0), texts.NOTHING, current()["faint"])
            return
        y = rect.y() + (rect.height() - paint.CHIP_HEIGHT) // 2
        if look.icon != "clock":
            paint.chip(painter, QPoint(rect.x() + GAP - 2, y), look)
            return
        icons.paint(painter, "clock", QPoint(rect.x() + GAP, y + 4), 13, current()["text3"])
        paint.text(painter, rect.adjusted(GAP + 18, 0, 0, 0), look.word, current()["text2"])

    def words(self, row: Row) -> str:
        """A time, not ticks: a screen reader must not count seconds."""
        if self._paused is not None and (held := self._paused(row)) is not None:
            return held.word
        return texts.moment(self._deadline(row))


class Verbs(_Plain[Row]):
    """What can be done with the row: one word in link colour. ``verb`` gives (key, word), or None."""

    def __init__(self, verb: Callable[[Row], tuple[str, str] | None]) -> None:
        self._verb = verb

    def draw(self, painter: QPainter, rect: QRect, row: Row, compact: bool) -> None:
        verb = self._verb(row)
        if verb is not None:
            paint.text(painter, rect.adjusted(GAP, 0, 0, 0), verb[1], current()["accentText"])

    def draw_skeleton(self, painter: QPainter, rect: QRect, number: int, opacity: float) -> None:
        y = rect.y() + (rect.height() - 10) // 2
        paint.skeleton(painter, QRect(rect.x() + GAP, y, 28, 10), opacity=opacity)

    def words(self, row: Row) -> str:
        verb = self._verb(row)
        return verb[1] if verb else ""

    def verb_at(self, point: QPoint, rect: QRect, row: Row) -> str:
        verb = self._verb(row)
        if verb is None or point.x() > rect.x() + GAP + paint.width(verb[1]) + 6:
            return ""
        return verb[0]
