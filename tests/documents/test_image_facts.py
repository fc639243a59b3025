"""Looking at pictures: what is measured, what is said of those that cannot be looked at, and what is not known."""

import asyncio
from collections.abc import Sequence

import drawn
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from console.documents import decoding
from console.documents.image_facts import border_brightness, has_watermark, look, text_share
from console.documents.lettering import LetterReader, Letters, Pixels, models
from console.documents.looking import Looker
from console.rules.findings import Severity
from console.rules.listing_images import ImageYardstick, check_images

ASKED = ImageYardstick(side_px=800, formats=frozenset({"png", "jpeg"}), text_percent=20, border_percent=90)
needs_letters = pytest.mark.skipif(not models(), reason="the extra `images` (rapidocr, onnxruntime) is not installed")


def box(left: float, top: float, right: float, bottom: float, words: str = "新品") -> Letters:
    return Letters(words=words, left=left, top=top, right=right, bottom=bottom)


class FakeLetters:
    """Says what the test says."""

    def __init__(self, answer: Sequence[Letters] | None) -> None:
        self.answer = answer
        self.asked: list[Pixels] = []
        self.ended = 0

    def read(self, pixels: Pixels) -> Sequence[Letters] | None:
        self.asked.append(pixels)
        return self.answer

    def end(self) -> None:
        self.ended += 1


# -- what is measured --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "BMP"])
def test_a_clean_picture(qapp: object, kind: str) -> None:
    content = drawn.encoded(drawn.goods(900, 800), kind)
    seen, pixels = look(content)
    facts = seen.facts
    assert (facts.width, facts.height, facts.format) == (900, 800, kind.lower())
    assert facts.size_bytes == len(content)
    assert facts.border_brightness == 100
    assert (facts.text_share, seen.watermark, seen.ill) == (None, None, "")
    assert pixels is not None
    assert len(pixels.bgr) == pixels.width * pixels.height * 3


def test_the_pixels_are_blue_green_red(qapp: object) -> None:
    image = QImage(5, 3, QImage.Format.Format_RGB32)  # a width that Qt fills up
    image.fill(QColor(10, 20, 30))
    _, pixels = look(drawn.encoded(image))
    assert pixels == Pixels(width=5, height=3, bgr=bytes((30, 20, 10)) * 15)


@pytest.mark.parametrize(("ground", "brightness"), [("#000000", 0), ("#808080", 50), ("#ffffff", 100)])
def test_the_border_is_measured_where_the_picture_ends(qapp: object, ground: str, brightness: int) -> None:
    assert border_brightness(drawn.goods(ground=QColor(ground))) == brightness


def test_what_is_transparent_counts_as_white(qapp: object) -> None:
    image = QImage(100, 100, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    assert border_brightness(image) == 100


def test_a_turned_photo_is_as_wide_as_it_is_seen(qapp: object) -> None:
    plain = drawn.encoded(drawn.goods(60, 40), "JPEG")
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"  # orientation 6: a quarter turn
    turned = plain[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2) + exif + plain[2:]
    seen, _ = look(turned)
    assert (seen.facts.width, seen.facts.height) == (40, 60)


# -- what cannot be looked at ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "BMP"])
@pytest.mark.parametrize("share", [0.3, 0.7, 0.98])
def test_a_torn_file_is_called_torn_and_not_measured(qapp: object, kind: str, share: float) -> None:
    content = drawn.encoded(drawn.goods(), kind)
    seen, pixels = look(content[: int(len(content) * share)])
    assert seen.ill == "torn"
    assert seen.facts.format == kind.lower()
    assert (seen.facts.border_brightness, seen.facts.text_share, pixels) == (None, None, None)


def test_forty_megapixels_are_refused_by_their_head(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    content = drawn.huge()

    def decoded(*_: object) -> None:
        raise AssertionError("it was decoded")

    monkeypatch.setattr(decoding.QImageReader, "read", decoded)
    seen, pixels = look(content)
    assert (seen.ill, seen.facts.width, seen.facts.height) == ("too_many_pixels", 8000, 5000)
    assert pixels is None


def test_what_is_no_picture_has_no_format(qapp: object) -> None:
    seen, _ = look(b"<html>not found</html>")
    assert (seen.ill, seen.facts.format, seen.facts.width) == ("unknown_format", None, None)
    assert look(b"")[0].ill == "unknown_format"


@pytest.mark.qt_log_level_fail("NO")  # the decoders complain of what is no picture
@given(st.binary(max_size=200), st.sampled_from([b"", *decoding.STARTS, b"RIFF\x10\0\0\0WEBP"]))
def test_no_bytes_make_looking_fail(content: bytes, start: bytes) -> None:
    seen, pixels = look(start + content)
    assert (pixels is None) == bool(seen.ill)


async def test_a_check_of_a_torn_picture_says_not_checked_and_never_passed(qapp: object) -> None:
    torn = (await Looker().look(drawn.encoded(drawn.goods())[:1500])).facts
    assert [one.severity for one in check_images([torn], ASKED)] == [Severity.NOT_CHECKED]


# -- letters -----------------------------------------------------------------------------------------------------------


async def test_without_the_extra_letters_are_not_checked_and_never_passed(qapp: object) -> None:
    seen = await Looker().look(drawn.encoded(drawn.slogan()))
    assert (seen.facts.text_share, seen.watermark) == (None, None)
    (finding,) = check_images([seen.facts], ASKED)
    assert (finding.severity, finding.evidence) == (Severity.NOT_CHECKED, "text")


async def test_a_reader_that_could_not_look_leaves_it_unknown(qapp: object) -> None:
    seen = await Looker(FakeLetters(None)).look(drawn.encoded(drawn.slogan()))
    assert (seen.facts.text_share, seen.watermark) == (None, None)


async def test_letters_found_become_facts_and_none_found_is_nought(qapp: object) -> None:
    reader = FakeLetters([box(0, 0, 1, 0.5)])
    looker = Looker(reader)
    seen = await looker.look(drawn.encoded(drawn.goods()))
    assert (seen.facts.text_share, seen.watermark) == (50, False)
    reader.answer = []
    seen = await looker.look(drawn.encoded(drawn.goods()))
    assert (seen.facts.text_share, seen.watermark) == (0, False)
    await looker.close()
    assert reader.ended == 1


async def test_nobody_reads_what_cannot_be_decoded(qapp: object) -> None:
    reader = FakeLetters([])
    assert (await Looker(reader).look(drawn.huge())).facts.text_share is None
    assert not reader.asked


boxes = st.builds(lambda x, y, w, h: box(x, y, min(1.0, x + w), min(1.0, y + h)), *(st.floats(0, 1) for _ in range(4)))


@given(st.lists(boxes, max_size=8))
def test_the_share_of_letters_is_a_share_and_boxes_count_once(letters: list[Letters]) -> None:
    share = text_share(letters)
    assert 0 <= share <= 100
    assert text_share([*letters, *letters]) == share
    assert all(text_share([one]) <= share for one in letters)


@pytest.mark.parametrize(
    ("letters", "marked"),
    [
        ([], False),
        ([box(0.2, 0.3, 0.8, 0.5)], False),
        ([box(0.02, 0.02, 0.98, 0.3)], False),  # a headline is no mark
        ([box(0.75, 0.93, 0.97, 0.98)], True),
        ([box(0.4, 0.93, 0.6, 0.98)], False),  # low in the middle
        ([box(0.4, 0.4, 0.6, 0.5, "@小禾家居")], True),
        ([box(0.4, 0.1 + step / 5, 0.6, 0.2 + step / 5, "样 图") for step in range(3)], True),
    ],
)
def test_what_is_taken_for_a_watermark(letters: list[Letters], marked: bool) -> None:
    assert has_watermark(letters) is marked


@needs_letters
@pytest.mark.timeout(180)
async def test_letters_are_really_read(qapp: object) -> None:
    looker = Looker.with_what_is_installed()
    try:
        clean = await looker.look(drawn.encoded(drawn.goods(), "JPEG"))
        slogan = await looker.look(drawn.encoded(drawn.slogan(), "JPEG"))
        marked = await looker.look(drawn.encoded(drawn.marked(), "JPEG"))
        torn = await looker.look(drawn.encoded(drawn.goods(), "JPEG")[:3000])
        huge = await looker.look(drawn.huge())
    finally:
        await looker.close()
    assert (clean.facts.text_share, clean.watermark) == (0, False)
    assert slogan.facts.text_share is not None
    assert slogan.facts.text_share > 20
    assert not slogan.watermark
    assert marked.facts.text_share is not None
    assert 0 < marked.facts.text_share < 10
    assert marked.watermark
    assert (torn.ill, torn.facts.text_share) == ("torn", None)
    assert (huge.ill, huge.facts.text_share) == ("too_many_pixels", None)


@needs_letters
@pytest.mark.timeout(180)
async def test_a_process_that_takes_too_long_is_ended_and_nobody_looked(expected_logs: list[str]) -> None:
    expected_logs.append("letters were not looked for")
    reader = LetterReader(patience_s=0.0)
    pixels = Pixels(width=40, height=40, bgr=bytes(40 * 40 * 3))
    assert await asyncio.to_thread(reader.read, pixels) is None
    assert reader._process is None
