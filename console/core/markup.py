"""What a page in HTML says to a reader: its words, a line for each block, with what stands beside pictures.

The standard parser is slow beyond bounds on pages made to be so; this reads every page once, from left to right.
"""

import re
from html import unescape
from typing import Final

LONGEST: Final = 20_000  # letters of a page that are kept: platforms take 25,000 with all markup
_MOST_READ: Final = 200_000  # letters of markup, a few ms
_TAG: Final = re.compile(r"<!--|<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>")
_BESIDE: Final = re.compile(r"""\b(?:alt|title)\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_BLOCKS: Final = frozenset(
    {"p", "div", "br", "hr", "ul", "ol", "li", "table", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "section"}
)
_LOWER: Final = {code: code + 32 for code in range(0x41, 0x5B)}  # nothing changes its length
_UNSEEN: Final = frozenset({"script", "style", "template", "noscript"})


def words_of(page: str) -> str:
    """Text without markup is what it is; of a page its words, without empty lines."""
    page = page[:_MOST_READ]
    if "<" not in page and "&" not in page:
        return _lines(page)
    parts: list[str] = []
    lower, at = page.translate(_LOWER), 0
    while (tag := _TAG.search(page, at)) is not None:
        parts.append(page[at : tag.start()].replace("\n", " "))
        at = tag.end()
        name = (tag[2] or "").lower()
        if not name:
            at = _place(page, at, "-->") + len("-->")
        elif name in _UNSEEN and not tag[1]:
            at = _place(lower, at, f"</{name}")
        elif name in _BLOCKS:
            parts.append("\n")
        if tag[3] and not tag[1]:
            parts += [f"\n{''.join(filter(None, said.groups()))}\n" for said in _BESIDE.finditer(tag[3])]
    parts.append(page[at:].replace("\n", " "))
    return _lines(unescape("".join(parts)))


def _place(page: str, at: int, end: str) -> int:
    """Where what nobody sees ends; all of the rest where it never does."""
    place = page.find(end, at)
    return len(page) if place < 0 else place


def _lines(text: str) -> str:
    lines = (line.strip("\r\t \u3000\u00a0") for line in text.split("\n"))
    return "\n".join(line for line in lines if line)[:LONGEST]
