"""Codes into words, for the window and the command line alike: what happened and why, and what to do next.

Below the window there are only codes; ``resources/messages.csv`` holds their words in both languages. A code that is
not in it is answered by its family (``youzan.*``), and by ``*`` at last: asking for words never fails.
"""

from functools import cache
from typing import Literal, NamedTuple

from console.bundled import bundled
from console.core.errors import FileTrouble, Trouble
from console.frozen import typed
from console.system_words import in_chinese

Language = Literal["zh_CN", "en"]

PLATFORM_NAMES = {
    "kuaishou": ("快手", "Kuaishou"),
    "youzan": ("有赞", "Youzan"),
    "kuaishou_ads": ("磁力金牛", "Kuaishou ads"),
    "reviewer": ("审核模型", "the review model"),
}
SOME_PLATFORM = ("平台", "the platform")


class Words(NamedTuple):
    """One or two sentences each: ``text`` says what happened and why, ``next_step`` what to do."""

    text: str
    next_step: str


class _Slots(dict[str, object]):
    """Values for the placeholders; one that nobody filled is left out."""

    def __missing__(self, key: str) -> str:
        return ""


def words(code: str, lang: Language = "zh_CN", **values: object) -> Words:
    """The words for ``code``; ``{detail}``, ``{path}``… in them are filled from ``values``."""
    family = code.partition(".")[0]
    place = 0 if lang == "zh_CN" else 1
    if lang == "zh_CN" and isinstance(detail := values.get("detail"), str):
        values["detail"] = in_chinese(detail)
    named = PLATFORM_NAMES.get(str(values.get("platform") or family), SOME_PLATFORM)
    slots = _Slots(values, code=code, platform=named[place], program=typed())
    rows = [row for key in (code, f"{family}.*", "*") if (row := _messages().get(key)) is not None]
    text = next((row[place] for row in rows if row[place]), code)
    next_step = next((row[2 + place] for row in rows if row[2 + place]), "")
    return Words(_filled(text, slots), _filled(next_step, slots))


def words_for(trouble: Trouble | FileTrouble, lang: Language = "zh_CN") -> Words:
    """The words for what was raised."""
    if isinstance(trouble, FileTrouble):
        return words(trouble.code, lang, path=trouble.path, detail=trouble.detail)
    return words(trouble.code, lang, platform=trouble.platform, detail=trouble.detail)


def knows(code: str) -> bool:
    """Whether the catalogue has words of its own for ``code``."""
    return code in _messages()


def _filled(template: str, slots: _Slots) -> str:
    """Platforms' own words may hold braces; those are values here and are not read as placeholders."""
    text = template.format_map(slots)
    for empty in ("\uff08\uff09", " ()"):
        text = text.replace(empty, "")
    text = text.strip().removesuffix("\uff1a").removesuffix(":")
    return text[:1].upper() + text[1:]


@cache
def _messages() -> dict[str, tuple[str, str, str, str]]:
    import csv  # after the first paint

    with bundled("resources", "messages.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: (row["zh"], row["en"], row["next_zh"], row["next_en"]) for row in csv.DictReader(file)}
