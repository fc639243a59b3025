"""The look: one table of tokens, from which the palette and the style sheet of both themes are made.

The look belongs to the application, as Qt's own palette does: painted widgets ask ``current()`` when they paint, and
Qt's style change tells them when to paint again.
"""

from functools import cache
from string import Template
from typing import Literal

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from console.bundled import bundled
from console.core.parties import Platform

ThemeName = Literal["light", "dark"]
Direction = Literal["red_up", "green_up"]  # in which colour a figure rises
DirectionTone = Literal["up", "down", "text3"]
Tone = Literal["grey", "blue", "green", "amber", "red", "purple"]
TONES: tuple[Tone, ...] = ("grey", "blue", "green", "amber", "red", "purple")

#: token → (light, dark). ``fg_*`` on ``bg_*`` are the chips' pairs, ``dot_*`` the colours of dots and lines.
TOKENS: dict[str, tuple[str, str]] = {
    "bg": ("#F5F6F8", "#0E1116"),
    "side": ("#FBFBFC", "#11151B"),
    "surface": ("#FFFFFF", "#161B22"),
    "sunken": ("#F7F8FA", "#12171E"),
    "hover": ("#F3F5F8", "#1B212A"),
    "pressed": ("#EAEDF2", "#252C36"),
    "sel": ("#F1F6FF", "#172338"),
    "track": ("#EAEDF2", "#252C36"),
    "grid": ("#EEF0F4", "#1F2630"),
    "rowline": ("#EEF0F4", "#262D38"),
    "border": ("#E5E8ED", "#262D38"),
    "border2": ("#D0D5DD", "#3A4351"),
    "text": ("#14181F", "#E8EBF0"),
    "text2": ("#475467", "#B6BECB"),
    "text3": ("#5D6979", "#8D97A6"),
    "faint": ("#98A2B3", "#687385"),
    "accent": ("#2456D6", "#7BA4FA"),
    "accentBg": ("#2456D6", "#3A6FE4"),
    "accentHover": ("#1D4BC4", "#4779E8"),
    "accentPressed": ("#1840AB", "#3263D2"),
    "onAccent": ("#FFFFFF", "#FFFFFF"),
    "accentText": ("#1D4ED8", "#8FB3FF"),
    "soft": ("#EDF3FF", "#18263F"),
    "softBorder": ("#C9DAFB", "#2C4470"),
    "dangerBg": ("#C5302A", "#C43D36"),
    "dangerHover": ("#B02822", "#B5352F"),
    "scroll": ("#C9CFD8", "#3A4351"),
    "veil": ("#5F101828", "#8C000000"),
    "shade": ("#18101828", "#50000000"),
    "segment": ("#FFFFFF", "#252C36"),
    "segmentGround": ("#EAEDF2", "#12171E"),
    "toast": ("#1B2432", "#252C36"),
    "onToast": ("#F2F4F7", "#F2F4F7"),
    "toastText2": ("#B6BECB", "#B6BECB"),
    "toastLink": ("#8FB3FF", "#8FB3FF"),
    "kuaishou": ("#FF5A1F", "#F0642E"),
    "youzan": ("#D9363E", "#D9484F"),
    "fg_grey": ("#475467", "#AEB7C4"),
    "bg_grey": ("#EEF1F5", "#232A34"),
    "fg_blue": ("#1D4ED8", "#93B8FF"),
    "bg_blue": ("#E6EFFF", "#17294A"),
    "fg_green": ("#067647", "#5FD69A"),
    "bg_green": ("#DFF6E8", "#10301F"),
    "fg_amber": ("#935107", "#F5B94A"),
    "bg_amber": ("#FEF1CF", "#38290C"),
    "fg_red": ("#B42318", "#FF938A"),
    "bg_red": ("#FDE7E5", "#401A18"),
    "fg_purple": ("#5B2BD9", "#B9A3FF"),
    "bg_purple": ("#EFEAFE", "#2A2050"),
    "dot_grey": ("#98A2B3", "#687385"),
    "dot_blue": ("#2F6BEB", "#5C8FF5"),
    "dot_green": ("#12A15A", "#34C47C"),
    "dot_amber": ("#E08A0B", "#F0A938"),
    "dot_red": ("#DC3B2F", "#F2695F"),
    "dot_purple": ("#7A52E8", "#9B7BF5"),
    "previous": ("#B9C2CF", "#4A5566"),
    # series that share one chart, far enough apart for eyes that tell red from green badly; and 11 px stamps
    "s1": ("#2F6BEB", "#5C8FF5"),
    "s2": ("#C2560A", "#F5A524"),
    "s3": ("#0E8A72", "#2FC7A8"),
    "s4": ("#9C4A8F", "#D58BD0"),
    "s5": ("#7A8494", "#8A94A6"),
    "s6": ("#5C4A12", "#FDE68A"),
    "stamp": ("#6A7484", "#7D8798"),
    # grounds of placeholder thumbnails, and the glyph on each
    "thumb0": ("#DFE7FB", "#22304E"),
    "thumb1": ("#FBE6D4", "#43301F"),
    "thumb2": ("#D3F0E4", "#1C3A30"),
    "thumb3": ("#FBDAD7", "#43241F"),
    "thumb4": ("#E8DEFA", "#322750"),
    "thumb5": ("#FBEFC6", "#3F3517"),
    "glyph0": ("#3D5BA9", "#9DB8F5"),
    "glyph1": ("#A4591A", "#EDB283"),
    "glyph2": ("#1C7A57", "#7FD3B1"),
    "glyph3": ("#B0382E", "#F2A097"),
    "glyph4": ("#6B3FC0", "#C3ABF7"),
    "glyph5": ("#8A6410", "#E5C668"),
}

STYLED = "console-styled"  # property of a QApplication that has our style
FAMILIES = ["Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "sans-serif"]


class Theme:
    """One column of the table."""

    def __init__(self, name: ThemeName, direction: Direction = "red_up") -> None:
        self.name, self.direction = name, direction
        column = 0 if name == "light" else 1
        self._hex = {token: pair[column] for token, pair in TOKENS.items()}
        up, down = ("fg_red", "fg_green") if direction == "red_up" else ("fg_green", "fg_red")
        self._hex |= {"fg_up": self._hex[up], "fg_down": self._hex[down]}
        self._colours = {token: QColor(value) for token, value in self._hex.items()}

    @property
    def dark(self) -> bool:
        return self.name == "dark"

    def __getitem__(self, token: str) -> QColor:
        """The colour of a token. Callers must not change it."""
        return self._colours[token]

    def hex(self, token: str) -> str:
        return self._hex[token]

    def chip(self, tone: Tone) -> tuple[QColor, QColor]:
        """Foreground and ground of a chip."""
        return self._colours[f"fg_{tone}"], self._colours[f"bg_{tone}"]

    def mark(self, platform: Platform) -> QColor:
        """The ground of a platform's square."""
        return self._colours[platform.value]

    def palette(self) -> QPalette:
        """What widgets without a rule of their own are painted with."""
        role = QPalette.ColorRole
        palette = QPalette()
        for where, token in {
            role.Window: "bg",
            role.WindowText: "text",
            role.Base: "surface",
            role.AlternateBase: "sunken",
            role.Text: "text",
            role.PlaceholderText: "text3",
            role.Button: "surface",
            role.ButtonText: "text",
            role.ToolTipBase: "surface",
            role.ToolTipText: "text",
            role.Highlight: "accentBg",
            role.HighlightedText: "onAccent",
            role.Link: "accentText",
            role.Accent: "accentBg",
            role.Mid: "border2",
            role.Light: "surface",
            role.Dark: "border2",
        }.items():
            palette.setColor(where, self._colours[token])
        for where in (role.Text, role.WindowText, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, where, self._colours["faint"])
        return palette

    def style_sheet(self) -> str:
        """``resources/styles/app.qss`` with this theme's colours."""
        return _template().substitute(self._hex)


@cache
def _template() -> Template:
    return Template(bundled("resources", "styles", "app.qss").read_text(encoding="utf-8"))


class _Look:
    """The application's look, as QApplication holds its palette."""

    theme: Theme | None = None


def current() -> Theme:
    """The theme in use; light until ``apply`` was called."""
    if _Look.theme is None:
        _Look.theme = Theme("light")
    return _Look.theme


def direction_tone(difference: float) -> DirectionTone:
    """The colour of a figure that rose or fell against its past, by the person's own custom. A verdict has none of it:
    good and bad keep their colours whichever way red is read."""
    return "up" if difference > 0 else "down" if difference < 0 else "text3"


def apply(app: QApplication, name: ThemeName, direction: Direction | None = None) -> Theme:
    """Give the whole application this theme; every widget repaints. Without a direction the one in use stays."""
    way = direction or current().direction
    if _Look.theme is not None and (_Look.theme.name, _Look.theme.direction) == (name, way) and app.styleSheet():
        return _Look.theme
    _Look.theme = Theme(name, way)
    if not app.property(STYLED):  # asking for the style itself costs 8 ms before the first paint
        app.setStyle("Fusion")
        app.setProperty(STYLED, True)
    app.setFont(font())
    app.setPalette(_Look.theme.palette())
    app.setStyleSheet(_Look.theme.style_sheet())
    return _Look.theme


@cache
def font(pixels: int = 13, strong: bool = False) -> QFont:
    """A font of ours: two weights, hinting off, sizes in pixels so that rows keep their height. Do not change it."""
    made = QFont()
    made.setFamilies(FAMILIES)
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


READABLE = 4.5  # the contrast that WCAG 2 asks of words


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two opaque colours as WCAG 2 reckons it, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(ink: QColor, ground: QColor, share: float) -> QColor:
    """So much of a colour on another one."""
    parts = ((ink.redF(), ground.redF()), (ink.greenF(), ground.greenF()), (ink.blueF(), ground.blueF()))
    red, green, blue = (share * one + (1 - share) * other for one, other in parts)
    return QColor.fromRgbF(red, green, blue)


def ink_on(ground: QColor) -> QColor:
    """What words are written with on a colour of a scale: dark or white; black where neither can be read."""
    best = max((QColor("#14181F"), QColor("#FFFFFF")), key=lambda ink: contrast(ink, ground))
    return best if contrast(best, ground) >= READABLE else QColor("#000000")


def _luminance(colour: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
