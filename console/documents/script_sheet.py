"""A run sheet as a table: out, filled in by a person, and in again, every bad row named."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal

import msgspec

from console.documents.sheets import Export, Field, Row, read
from console.rules.live_script import LONGEST_MS, Cue, CueKind, Script, format_into, parse_into

TIME, KIND, TITLE, ITEM, WORDS = "时间(时:分:秒)", "类型", "标题", "商品ID", "话术"
FIELDS: Final = (
    Field(title=TIME, wide=16),
    Field(title=KIND, wide=12),
    Field(title=TITLE, wide=28),
    Field(title=ITEM, wide=18),
    Field(title=WORDS, wide=60),
)
"""The titles are the same in every language of the window: a sheet goes from one computer to another."""
KINDS: Final[Mapping[CueKind, str]] = {
    CueKind.WELFARE: "福利款",
    CueKind.SELLING: "卖点循环",
    CueKind.RAFFLE: "抽奖",
    CueKind.RED_PACKET: "红包",
    CueKind.PK: "连麦PK",
    CueKind.BAG: "福袋",
    CueKind.OTHER: "其他",
}
_READ: Final = {word: kind for kind, word in KINDS.items()} | {kind.value: kind for kind in CueKind}
MOST_TITLE, MOST_WORDS = 60, 4_000  # letters

Wrong = Literal["time", "too_late", "kind", "no_title", "title_long", "words_long"]


class BadRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row that is left out; ``number`` is what a spreadsheet shows at its left."""

    number: int
    wrong: Wrong
    said: str


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """What a file holds: cues in the order of their time, and the rows that are none."""

    cues: tuple[Cue, ...]
    bad: tuple[BadRow, ...] = ()


def export_script(path: Path, script: Script) -> None:
    """Write it; xlsx or csv by the name. Raises OSError."""
    with Export(path, FIELDS) as sheet:
        sheet.add((format_into(cue.into_ms), KINDS[cue.kind], cue.title, cue.item_id, cue.words) for cue in script.cues)


def import_script(path: Path, script_id: str) -> Read:
    """Read it; an empty kind is another one. Raises SheetTrouble, OSError."""
    cues: list[Cue] = []
    bad: list[BadRow] = []
    for row in read(path, (TIME, TITLE)):
        found = _cue(row, script_id)
        if isinstance(found, Cue):
            cues.append(found)
        else:
            bad.append(found)
    return Read(cues=tuple(sorted(cues, key=lambda cue: cue.into_ms)), bad=tuple(bad))


def _cue(row: Row, script_id: str) -> Cue | BadRow:
    told = {title: row.cells.get(title, "").strip() for title in (TIME, KIND, TITLE, ITEM, WORDS)}

    def wrong(why: Wrong, which: str) -> BadRow:
        return BadRow(number=row.number, wrong=why, said=told[which][:MOST_TITLE])

    try:
        into_ms = parse_into(told[TIME])
    except ValueError:
        return wrong("time", TIME)
    kind = _READ.get(told[KIND] or CueKind.OTHER.value)
    if into_ms > LONGEST_MS:
        return wrong("too_late", TIME)
    if kind is None:
        return wrong("kind", KIND)
    if not told[TITLE]:
        return wrong("no_title", TITLE)
    if len(told[TITLE]) > MOST_TITLE:
        return wrong("title_long", TITLE)
    if len(told[WORDS]) > MOST_WORDS:
        return wrong("words_long", WORDS)
    return Cue(
        cue_id=f"{script_id}:row{row.number}",
        into_ms=into_ms,
        kind=kind,
        title=told[TITLE],
        words=told[WORDS],
        item_id=told[ITEM],
    )
