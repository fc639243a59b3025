"""The look: contrast as promised, one sheet for both themes, nothing left of the system's own."""

from itertools import product
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from console.bundled import bundled
from console.core.model import Platform
from console.ui import icons, theme
from console.ui.theme import TONES, Theme, contrast, ink_on, mixed

GROUNDS = ("bg", "side", "surface", "sunken", "hover", "sel", "soft")
TEXTS = ("text", "text2", "text3", "accentText")


@pytest.fixture(params=["light", "dark"])
def painted(request: pytest.FixtureRequest) -> Theme:
    return Theme(request.param)


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


def test_text_can_be_read_on_every_ground(painted: Theme) -> None:
    weak = {
        (text, ground): round(contrast(painted[text], painted[ground]), 2)
        for text, ground in product(TEXTS, GROUNDS)
        if contrast(painted[text], painted[ground]) < 4.5
    }
    assert not weak


def test_chips_and_filled_buttons_can_be_read(painted: Theme) -> None:
    assert all(contrast(*painted.chip(tone)) >= 4.5 for tone in TONES)
    for ground in ("accentBg", "accentPressed", "dangerBg", "dangerHover"):
        assert contrast(painted["onAccent"], painted[ground]) >= 4.5, ground
    assert contrast(painted["onToast"], painted["toast"]) >= 4.5
    assert contrast(painted["toastLink"], painted["toast"]) >= 4.5


def test_the_sheet_has_no_open_places(painted: Theme) -> None:
    sheet = painted.style_sheet()
    assert "$" not in sheet.replace("$token", "")
    assert painted.hex("surface") in sheet


def test_applying_a_theme_changes_the_palette(look: QApplication) -> None:
    theme.apply(look, "dark")
    assert look.palette().window().color() == theme.current()["bg"]
    assert theme.current().dark
    theme.apply(look, "light")
    assert look.palette().window().color() == QColor("#F5F6F8")


def test_platforms_have_their_marks(painted: Theme) -> None:
    assert painted.mark(Platform.KUAISHOU) != painted.mark(Platform.YOUZAN)


def test_icons_take_the_colour_they_are_given(qapp: QApplication) -> None:
    red = icons.pixmap("check", 16, QColor("#FF0000"), 2.0)
    assert (red.width(), red.devicePixelRatio()) == (32, 2.0)
    image = red.toImage()
    inked = [image.pixelColor(x, y) for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() == 255]
    assert inked
    assert {colour.name() for colour in inked} == {"#ff0000"}


def test_an_icon_follows_the_theme(look: QApplication) -> None:
    icon = icons.icon("check", "text")
    light = icon.pixmap(16, 16).toImage()
    theme.apply(look, "dark")
    dark = icon.pixmap(16, 16).toImage()
    theme.apply(look, "light")
    assert light != dark


def test_every_icon_is_an_outline_and_their_licence_is_here() -> None:
    folder = bundled("resources", "icons")
    assert "ISC" in (folder / "LICENSE").read_text()
    for file in folder.glob("*.svg"):
        assert ElementTree.parse(file).getroot().get("stroke") == "currentColor", file.name


def test_words_on_a_scale_of_blues_can_be_read_from_its_light_end_to_its_deep_one(painted: Theme) -> None:
    grounds = [mixed(painted["s1"], painted["surface"], 0.12 + 0.88 * step / 40) for step in range(41)]
    assert min(contrast(ink_on(ground), ground) for ground in grounds) >= 4.5
