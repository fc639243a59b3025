"""Whether an item's pictures will do: from facts that somebody measured. A fact that is None was not measured."""

from collections.abc import Iterator, Sequence

import msgspec

from console.rules.failures import Fix
from console.rules.findings import Check, Finding, Severity, not_checked, or_passed


class ImageFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What was measured of a picture. Shares and brightness are percent."""

    width: int | None = None
    height: int | None = None
    size_bytes: int | None = None
    format: str | None = None  # "jpeg", "png", …: by its content, not by its name
    border_brightness: int | None = None  # of the outermost pixels; 100: white
    text_share: int | None = None  # area under letters, watermarks among them


class ImageYardstick(msgspec.Struct, frozen=True, kw_only=True):
    """What the platform asks, or advises. None: no such yardstick is known, and nothing is said."""

    most: int | None = None
    side_px: int | None = None
    size_bytes: int | None = None
    formats: frozenset[str] = frozenset()
    text_percent: int | None = None
    border_percent: int | None = None


def check_images(images: Sequence[ImageFacts] | None, yardstick: ImageYardstick) -> tuple[Finding, ...]:
    """The findings on all pictures; the first is the main one, and only it must be free of text."""
    if images is None:
        return (not_checked(Check.IMAGES, "goods.images_unread"),)
    if not images:
        return (_finding("goods.image_none", Severity.BLOCK, "image", "0", Fix.ADD_IMAGES),)
    found = [] if yardstick.most is None or len(images) <= yardstick.most else [_many(len(images), yardstick.most)]
    for place, image in enumerate(images, 1):
        field = f"image {place}"
        found += [*_shape(image, field, yardstick), *_file(image, field, yardstick)]
        found += [*_look(image, field, yardstick)] if place == 1 else []
        found += [*_unmeasured(image, field, yardstick, is_main=place == 1)]
    return or_passed(Check.IMAGES, found, str(len(images)))


def _shape(image: ImageFacts, field: str, yardstick: ImageYardstick) -> Iterator[Finding]:
    if image.width is None or image.height is None:
        return
    size = f"{image.width} × {image.height}"
    side = yardstick.side_px
    if side is not None and min(image.width, image.height) < side:
        yield _finding("goods.image_small", Severity.WARN, field, f"{size} < {side} × {side}")
    if image.width != image.height:
        yield _finding("goods.image_not_square", Severity.WARN, field, size)


def _file(image: ImageFacts, field: str, yardstick: ImageYardstick) -> Iterator[Finding]:
    most = yardstick.size_bytes
    if most is not None and image.size_bytes is not None and image.size_bytes > most:
        yield _finding("goods.image_heavy", Severity.BLOCK, field, f"{_mb(image.size_bytes)} > {_mb(most)}")
    if yardstick.formats and image.format is not None and image.format.lower() not in yardstick.formats:
        yield _finding("goods.image_format", Severity.BLOCK, field, image.format)


def _look(image: ImageFacts, field: str, yardstick: ImageYardstick) -> Iterator[Finding]:
    text, border = yardstick.text_percent, yardstick.border_percent
    if text is not None and image.text_share is not None and image.text_share > text:
        yield _finding("goods.image_text", Severity.WARN, field, f"{image.text_share}% > {text}%")
    if border is not None and image.border_brightness is not None and image.border_brightness < border:
        yield _finding("goods.image_border", Severity.ADVICE, field, f"{image.border_brightness}% < {border}%")


def _unmeasured(image: ImageFacts, field: str, yardstick: ImageYardstick, *, is_main: bool) -> Iterator[Finding]:
    """One finding for everything that a yardstick asks about and nobody has measured."""
    asked = {
        "px": (yardstick.side_px is not None, image.width is None or image.height is None),
        "bytes": (yardstick.size_bytes is not None, image.size_bytes is None),
        "format": (bool(yardstick.formats), image.format is None),
        "text": (is_main and yardstick.text_percent is not None, image.text_share is None),
        "border": (is_main and yardstick.border_percent is not None, image.border_brightness is None),
    }
    missing = [name for name, (wanted, unknown) in asked.items() if wanted and unknown]
    if missing:
        yield not_checked(Check.IMAGES, "goods.image_unmeasured", field, ", ".join(missing))


def _many(number: int, most: int) -> Finding:
    return _finding("goods.image_many", Severity.BLOCK, "image", f"{number} > {most}")


def _finding(code: str, severity: Severity, field: str, evidence: str, fix: Fix = Fix.REPLACE_IMAGE) -> Finding:
    return Finding(check=Check.IMAGES, severity=severity, code=code, field=field, evidence=evidence, fix=fix)


def _mb(size: int) -> str:
    """``2097152`` → ``"2.0 MB"``, rounded up: what is too heavy by a byte must not read as just right."""
    tenths = -(-size * 10 // 1_048_576)
    return f"{tenths // 10}.{tenths % 10} MB"
