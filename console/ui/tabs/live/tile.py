"""A figure to be read from two metres: value, band, trend, rank, meter and stamp; the same on the wall, larger."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.rules.live import Rate
from console.rules.live_bands import Lines
from console.rules.live_tiles import RATED, Tile, TileKey
from console.ui import icons, paint, texts
from console.ui.paint import ChipLook
from console.ui.tabs.live import tile_words, words
from console.ui.tabs.live.tile_sizes import COCKPIT, PLAIN, WALL, Sizes
from console.ui.theme import Tone, current, font


class LiveTile(QWidget):
    """One figure. What it says is given; only its age moves by itself."""

    def __init__(self, key: TileKey, sizes: Sizes = COCKPIT) -> None:
        super().__init__()
        self.key: TileKey = key
        self.tile = Tile(key=key, rate=Rate())
        self.name = words.title(key)
        self.under = ""  # a line of plain tiles in place of the trend
        self.is_final = False  # of a show that is over: it says until when it was told, and does not age
        self._is_wall = sizes is WALL
        self._sizes = sizes
        self._now = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("ring", True)

    def set_sizes(self, sizes: Sizes) -> None:
        """Larger or smaller, as the window is."""
        self._sizes = sizes
        self.updateGeometry()
        self.update()

    def show_tile(self, tile: Tile, now: int, under: str = "") -> None:
        """Say this, as of now."""
        self.tile, self._now, self.under = tile, now, under
        self.setAccessibleName(self.said())
        self.setToolTip(tile_words.explained(tile, self._stamp(), now))
        self.update()

    def set_now(self, now: int) -> None:
        """Time has passed: the stamp grows older. Painted again only where it says so."""
        was = self._stamp(), self._age_tone()
        self._now = now
        if was != (self._stamp(), self._age_tone()):
            self.update()

    def said(self) -> str:
        """Everything on it in words."""
        moved = words.change(self.tile)
        value = words.exact(self.key, self.tile.rate.value)
        chip = words.band_chip(self.tile)
        parts = [self.name, value, chip.word if chip else "", moved[0] if moved else "", self.under, self._apart()]
        return " ".join(part for part in (*parts, self._stamp()) if part)

    def _apart(self) -> str:
        """That another source tells something else; empty where none does."""
        if not self.tile.disagrees:
            return ""
        said = next((tile_words.said_by(self.key, one) for one in self.tile.others if one.source is not None), "")
        return f"≠ {said}"

    def _stamp(self) -> str:
        return self._stamps()[0]

    def _stamps(self) -> list[str]:
        return words.stamps(self.key, self.tile.rate, self._now, is_final=self.is_final)

    def sizeHint(self) -> QSize:
        return QSize(self._sizes.least + 40, self._sizes.height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._sizes.least, self._sizes.height)

    # -- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        look, sizes = current(), self._sizes
        painter = QPainter(self)
        warns = words.is_below(self.tile)
        paint.rounded(painter, self.rect(), 8, look["surface"], look["dot_amber" if warns else "border"])
        inside = self.rect().adjusted(sizes.pad, sizes.pad - 2, -sizes.pad, -sizes.pad + 4)
        room = self._head(painter, inside)
        y = inside.y() + room + self._value(painter, inside, inside.y() + room)
        if self.tile.rate.value is None and sizes is not PLAIN:
            self._missing(painter, inside, y)
        elif sizes is PLAIN:
            paint.text(painter, _row(inside, y, 18), self.under, look["text3"], pixels=12, elide=True)
        else:
            y = self._trend(painter, inside, y)
            self._lines(painter, inside, y)
        self._foot(painter, inside)
        painter.end()

    def _head(self, painter: QPainter, inside: QRect) -> int:
        sizes, chip = self._sizes, words.band_chip(self.tile)
        high = sizes.title + 10
        pixels = max(12, sizes.title - 4)
        hidden = chip is None or (sizes is PLAIN and (self.key not in RATED or self.tile.rate.value is None))
        wide = 0 if chip is None or hidden else _chip(painter, inside, high, chip, pixels)
        title = QRect(inside.x(), inside.y(), inside.width() - wide - 6, high)
        ink = current()["text2"]
        paint.text(painter, title, self.name, ink, pixels=sizes.title, strong=self._is_wall, elide=True)
        return high

    def _value(self, painter: QPainter, inside: QRect, y: int) -> int:
        look, sizes = current(), self._sizes
        digits, unit = words.figure(self.key, self.tile.rate.value)
        pixels = self._digits()
        high = round(pixels * 1.12) + (4 if sizes is PLAIN else 0)  # a comma hangs below
        unit_pixels = max(13, round(pixels * 0.38))
        beside = paint.width(unit, unit_pixels) + 4 if unit else 0
        while pixels > 20 and paint.width(digits, pixels, True) + beside > inside.width():
            pixels -= 2  # a longer number than the room: smaller digits rather than cut ones
        row = QRect(inside.x(), y, inside.width(), high)
        known = self.tile.rate.value is not None
        paint.text(painter, row, digits, look["text" if known else "faint"], pixels=pixels, strong=True)
        if unit:
            base = QRect(row.x() + paint.width(digits, pixels, True) + 4, y, 200, round(high * 0.5 + pixels * 0.36) + 4)
            bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            paint.text(painter, base, unit, look["text2"], pixels=unit_pixels, align=bottom)
        return high

    def _digits(self) -> int:
        """As large as the window lets them be: on a low wall the meter must not fall out of the tile."""
        sizes = self._sizes
        if not self._is_wall:
            return sizes.value
        rest = 2 * sizes.pad + sizes.title + sizes.words + sizes.meter + sizes.small + 32  # all but the digits
        return max(24, min(sizes.value, round((self.height() - rest) / 1.12)))

    def _missing(self, painter: QPainter, inside: QRect, y: int) -> None:
        painter.setFont(font(12))
        painter.setPen(current()["text3"])
        room = QRect(inside.x(), y + 2, inside.width(), 40)
        painter.drawText(room, int(Qt.TextFlag.TextWordWrap), words.how_to_have(self.key))

    def _trend(self, painter: QPainter, inside: QRect, y: int) -> int:
        look, sizes = current(), self._sizes
        row, moved = _row(inside, y, sizes.words + 6), words.change(self.tile)
        x, small = row.x(), max(12, sizes.small)
        if moved is None:
            paint.text(painter, row, self.tr("nothing 5 min ago"), look["text3"], pixels=small)
        else:
            said, way = moved
            ink = look[("text2", "fg_green", "fg_amber")[way]]
            icon = ("minus", "trending-up", "trending-down")[way]
            icons.paint(painter, icon, QPoint(x, row.y() + 3), sizes.words, ink)
            x += sizes.words + 4
            paint.text(painter, row.adjusted(x - row.x(), 0, 0, 0), said, ink, pixels=sizes.words, strong=True)
            x += paint.width(said, sizes.words, True) + 6
        rank = self._lined() if self._is_wall else self._rank()
        left = row.right() - x - (paint.width(rank, small) + 8 if rank else 0)
        against = self.tr("vs 5 min")
        if moved is not None and paint.width(against, small) <= left:
            paint.text(painter, row.adjusted(x - row.x(), 1, 0, 1), against, look["text3"], pixels=small)
        paint.text(painter, row, rank, look["text2"], pixels=small, align=paint.RIGHT)
        return y + sizes.words + 10

    def _lined(self) -> str:
        """The lines in one word, or the own median."""
        lines = self.tile.lines
        if lines is not None and lines.excellent > 0:
            ends = f"{tile_words.short(self.key, lines.passing)} / {tile_words.short(self.key, lines.excellent)}"
            return self.tr("lines {ends}").format(ends=ends)
        return self._median()

    def _median(self) -> str:
        if self.tile.median is None:
            return ""
        return self.tr("own median {value}").format(value=words.short(self.key, self.tile.median))

    def _rank(self) -> str:
        rank = self.tile.rank
        return "" if rank is None else self.tr("own P{rank}").format(rank=rank)

    def _lines(self, painter: QPainter, inside: QRect, y: int) -> None:
        """The meter with its ticks; where there are no lines, the own median and the exact sum."""
        look, lines = current(), self.tile.lines
        if lines is not None and lines.excellent > 0 and self.tile.rate.value is not None:
            self._meter(painter, inside, y, lines, self.tile.rate.value)
            return
        if self._is_wall:
            return
        pixels, room, lower = 12, inside.width(), []
        upper = [self._median()]
        if self.key == "gmv_fen":
            upper.insert(0, texts.money(round(self.tile.rate.value or 0)))
        if paint.width(" · ".join(upper), pixels) > room:
            upper, lower = upper[:1], upper[1:]
        lower += [tile_words.said_by(self.key, one) for one in self.tile.others if one.source is not None]
        for part, ink in ((upper, "text2"), (lower, "text3")):  # what another source says is not hidden
            said = " · ".join(one for one in part if one)
            paint.text(painter, _row(inside, y, pixels + 6), said, look[ink], pixels=pixels, elide=True)
            y += pixels + 4

    def _meter(self, painter: QPainter, inside: QRect, y: int, lines: Lines, value: float) -> None:
        look, sizes = current(), self._sizes
        end = lines.excellent * 4 / 3
        bar = QRect(inside.x(), y + 3, inside.width(), sizes.meter)
        paint.rounded(painter, bar, sizes.meter / 2, look["track"])
        done = QRectF(bar.x(), bar.y(), bar.width() * min(1.0, max(0.02, value / end)), bar.height())
        paint.rounded(painter, done, sizes.meter / 2, look["dot_amber" if words.is_below(self.tile) else "accentText"])
        named = (self.tr("pass"), self.tr("exc.")) if lines.origin != "own" else ("P50", "P75")
        beyond = inside.right()  # the upper line is named first, so that the lower one makes room
        for at, name in ((lines.excellent, named[1]), (lines.passing, named[0])):
            x = bar.x() + round(bar.width() * min(1.0, at / end))
            painter.fillRect(QRect(x - 1, bar.y() - 3, 2, bar.height() + 6), look["text2"])
            if self._is_wall:  # named beside the trend
                continue
            said = f"{name} {tile_words.short(self.key, at)}"
            wide = paint.width(said, sizes.small)
            left = max(inside.x(), min(beyond - wide, x - wide // 2))
            label = QRect(left, bar.bottom() + 4, wide, sizes.small + 5)
            paint.text(painter, label, said, look["stamp"], pixels=sizes.small)
            beyond = left - 6

    def _foot(self, painter: QPainter, inside: QRect) -> None:
        look, sizes = current(), self._sizes
        row = QRect(inside.x(), inside.bottom() - sizes.small - 4, inside.width(), sizes.small + 5)
        paint.dot(painter, QPointF(row.x() + 3, row.center().y() + 0.5), look[f"dot_{self._age_tone()}"], 3)
        apart = self._apart()
        wide = paint.width(apart, sizes.small)
        if wide > row.width() // 2:  # no room for who says what: it is in the tip
            apart = f"≠ {self.tile.apart:.0%}"
            wide = paint.width(apart, sizes.small)
        paint.text(painter, row, apart, look["fg_amber"], pixels=sizes.small, align=paint.RIGHT)
        stamp = row.adjusted(sizes.small, 0, -wide - 6 if apart else 0, 0)
        told = self._stamps()
        said = next((one for one in told if paint.width(one, sizes.small) <= stamp.width()), told[-1])
        paint.text(painter, stamp, said, look["stamp"], pixels=sizes.small, elide=True)

    def _age_tone(self) -> Tone:
        """Fresh, older than two of its source's intervals, older than six."""
        rate = self.tile.rate
        if rate.source is None or rate.at is None:
            return "grey"
        if self.is_final:
            return "green"
        return words.age_tone(rate.source, self._now - rate.at)


def _row(inside: QRect, y: int, high: int) -> QRect:
    return QRect(inside.x(), y, inside.width(), high)


def _chip(painter: QPainter, inside: QRect, high: int, look: ChipLook, pixels: int) -> int:
    """At the right end of the head; returns how wide it is."""
    front, ground = current().chip(look.tone)
    wide = pixels + 4 + paint.width(look.word, pixels) + 14
    box = QRect(inside.right() - wide + 1, inside.y() + (high - pixels - 10) // 2, wide, pixels + 10)
    paint.rounded(painter, box, 6, ground)
    icons.paint(painter, look.icon, QPoint(box.x() + 7, box.y() + 5), pixels, front)
    paint.text(painter, box.adjusted(11 + pixels, 0, 0, 0), look.word, front, pixels=pixels)
    return wide
