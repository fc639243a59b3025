"""What is drawn by hand, once for widgets and table cells alike: chips, marks, badges, boxes, skeletons, rings."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from console.core.parties import Platform
from console.ui import icons
from console.ui.theme import Tone, current, font

CHIP_HEIGHT = 22
BADGE_HEIGHT = 18
BOX = 16
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
GLYPHS = {Platform.KUAISHOU: "快", Platform.YOUZAN: "赞"}
ROUNDNESS = 6 / 40  # of a picture: the radius of its corners, of its side
THUMBS = ("package", "shopping-bag", "box", "gift", "shirt", "tag")


@dataclass(frozen=True)
class ChipLook:
    """A state in words: always an icon and a word, so that colour is never alone."""

    tone: Tone
    icon: str
    word: str


@lru_cache(maxsize=16)
def metrics(pixels: int = 13, strong: bool = False) -> QFontMetrics:
    """Measures of a font of ours."""
    return QFontMetrics(font(pixels, strong))


@lru_cache(maxsize=4096)
def width(words: str, pixels: int = 13, strong: bool = False) -> int:
    """How wide these words are; cached, because tables ask again at every paint."""
    return metrics(pixels, strong).horizontalAdvance(words)


def text(
    painter: QPainter,
    rect: QRect,
    words: str,
    colour: QColor,
    *,
    pixels: int = 13,
    strong: bool = False,
    align: Qt.AlignmentFlag = LEFT,
    elide: bool = False,
) -> None:
    """One line of text. Only free text may elide: never ids, money, times."""
    if elide and width(words, pixels, strong) > rect.width():
        words = metrics(pixels, strong).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font(pixels, strong))
    painter.setPen(colour)
    painter.drawText(rect, int(align | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip), words)


def rounded(painter: QPainter, rect: QRect | QRectF, radius: float, fill: QColor, line: QColor | None = None) -> None:
    """A filled rounded rectangle, with a crisp line inside its edge if asked."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill)
    if line is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(rect), radius, radius)
        return
    painter.setPen(QPen(line, 1))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def chip_width(look: ChipLook) -> int:
    """How wide a chip is drawn."""
    return 7 + (13 + 4 if look.icon else 0) + width(look.word, 12) + 7


def chip(painter: QPainter, corner: QPoint, look: ChipLook) -> int:
    """Draw a chip with its top left at ``corner``; returns its width."""
    front, ground = current().chip(look.tone)
    wide = chip_width(look)
    rounded(painter, QRect(corner.x(), corner.y(), wide, CHIP_HEIGHT), 6, ground)
    x = corner.x() + 7
    if look.icon:
        icons.paint(painter, look.icon, QPoint(x, corner.y() + 4), 13, front)
        x += 17
    text(painter, QRect(x, corner.y(), wide, CHIP_HEIGHT), look.word, front, pixels=12)
    return wide


def badge_width(words: str) -> int:
    """How wide a badge is drawn."""
    return max(BADGE_HEIGHT, width(words, 11, True) + 12)


def badge(painter: QPainter, corner: QPoint, words: str, tone: Tone) -> None:
    """A number in a pill, 18 high."""
    front, ground = current().chip(tone)
    rect = QRect(corner.x(), corner.y(), badge_width(words), BADGE_HEIGHT)
    rounded(painter, rect, BADGE_HEIGHT / 2, ground)
    text(painter, rect, words, front, pixels=11, strong=True, align=CENTRE)


def mark(painter: QPainter, rect: QRect, platform: Platform) -> None:
    """The platform's square: a letter, not a logo."""
    side = rect.width()
    rounded(painter, rect, max(3, side * 0.2), current().mark(platform))
    pixels = max(9, round(side * 0.62))
    text(painter, rect, GLYPHS[platform], QColor("#FFFFFF"), pixels=pixels, strong=True, align=CENTRE)


def thumb(painter: QPainter, rect: QRect, seed: int) -> None:
    """A tinted square where no picture is held: the same goods always get the same tint."""
    look = current()
    tint = seed % len(THUMBS)
    rounded(painter, rect, rect.width() * ROUNDNESS, look[f"thumb{tint}"])
    size = rect.width() // 2
    corner = QPoint(rect.x() + (rect.width() - size) // 2, rect.y() + (rect.height() - size) // 2)
    icons.paint(painter, THUMBS[tint], corner, size, look[f"glyph{tint}"])


def check_box(painter: QPainter, corner: QPoint, state: Qt.CheckState) -> None:
    """A check box, 16 square."""
    look = current()
    rect = QRect(corner.x(), corner.y(), BOX, BOX)
    if state == Qt.CheckState.Unchecked:
        rounded(painter, rect, 4, look["surface"], look["border2"])
        return
    rounded(painter, rect, 4, look["accentBg"])
    glyph = "check" if state == Qt.CheckState.Checked else "minus"
    icons.paint(painter, glyph, QPoint(corner.x() + 2, corner.y() + 2), 12, look["onAccent"])


def skeleton(painter: QPainter, rect: QRect, *, opacity: float = 1.0) -> None:
    """A bar where a value will be."""
    painter.setOpacity(opacity)
    rounded(painter, rect, min(5, rect.height() / 2), current()["track"])
    painter.setOpacity(1.0)


def ring(painter: QPainter, rect: QRect | QRectF, radius: float = 6) -> None:
    """The focus ring: 2 px of accent just inside ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(current()["accent"], 2))
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)


def dot(painter: QPainter, centre: QPointF, colour: QColor, radius: float = 4) -> None:
    """A state's dot."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(centre, radius, radius)
