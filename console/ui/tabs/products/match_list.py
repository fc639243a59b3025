"""A list of goods that are to be linked: both sides and why. Names are read for the pages in sight alone."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING
from zlib import crc32

import msgspec
from PySide6.QtCore import QCoreApplication

from console.core.model import Platform
from console.rules.links import Proposal
from console.store.database import Database
from console.store.views import Pair
from console.store.views_goods import Counterpart, Match
from console.ui import texts
from console.ui.cells import Cell, Goods, Lines
from console.ui.paging import Column, Sort
from console.ui.pictures import Pictures
from console.ui.sight import Sight
from console.ui.table_card import TableCard, TableFoot
from console.ui.tabs.products import suggestion
from console.ui.tasks import Tasks
from console.ui.widgets import EmptyState

if TYPE_CHECKING:
    from sqlalchemy import Connection

translate = QCoreApplication.translate
Ends = tuple[str, str]  # (shop, item)


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A line by its numbers; an end that is empty is to be chosen, ``others`` is among how many."""

    id: int
    pair: Pair
    kuaishou_id: str
    youzan_id: str
    reason: str
    score: float | None = None
    others: int = 0

    @property
    def ends(self) -> tuple[Ends, Ends]:
        """Both ends with their shops."""
        return (self.pair.kuaishou_shop_id, self.kuaishou_id), (self.pair.youzan_shop_id, self.youzan_id)


def certain(pair: Pair, proposal: Proposal, first: int) -> list[Line]:
    """What a dry run would link."""
    return [
        Line(id=at, pair=pair, kuaishou_id=one.kuaishou_id, youzan_id=one.youzan_id, reason=one.reason.value)
        for at, one in enumerate(proposal.link, first)
    ]


def asked(pair: Pair, proposal: Proposal, first: int) -> list[Line]:
    """What a dry run asks: a suggestion with its likeliest goods, a conflict with nothing chosen.

    A conflict is asked of both shops' goods: of Youzan's only where none of Kuaishou's asks the same.
    """
    here = {one.item_id for one in proposal.ask if one.platform is Platform.KUAISHOU}
    questions = [
        one
        for one in proposal.ask
        if one.platform is Platform.KUAISHOU or not any(other.item_id in here for other in one.candidates)
    ]
    lines = []
    for at, question in enumerate(questions, first):
        best = question.candidates[0]
        other = best.item_id if question.kind == "suggestion" else ""
        ends = (question.item_id, other) if question.platform is Platform.KUAISHOU else (other, question.item_id)
        lines.append(
            Line(
                id=at,
                pair=pair,
                kuaishou_id=ends[0],
                youzan_id=ends[1],
                reason=best.reason.value,
                score=best.score,
                others=len(question.candidates),
            )
        )
    return lines


def read_names(conn: "Connection", keys: Sequence[Ends]) -> dict[Ends, Counterpart]:
    """On a database thread."""
    from console.store.goods_questions import counterparts

    return counterparts(conn, [key for key in keys if key[1]])


class LineSource:
    """These lines, for a ``PagedModel``."""

    def __init__(self, database: Database, lines: Sequence[Line]) -> None:
        self._database = database
        self._lines = {line.id: line for line in lines}

    async def ids(self, _sort: Sort | None) -> Sequence[int]:
        return list(self._lines)

    async def rows(self, ids: Sequence[int]) -> Mapping[int, Match]:
        lines = [self._lines[one] for one in ids if one in self._lines]
        names = await self._database.read(read_names, [end for line in lines for end in line.ends])
        return {line.id: _match(line, names) for line in lines}


def _match(line: Line, names: Mapping[Ends, Counterpart]) -> Match:
    here, there = line.ends
    return Match(
        id=line.id,
        pair=line.pair,
        kuaishou=names.get(here),
        youzan=names.get(there),
        reason=line.reason,
        score=line.score,
        others=line.others,
    )


def _side(platform: Platform, pictures: Pictures) -> Cell[Match]:
    def of(row: Match) -> Counterpart | None:
        return row.kuaishou if platform is Platform.KUAISHOU else row.youzan

    def title(row: Match) -> str:
        found = of(row)
        if found is not None:
            return found.title or texts.NOTHING
        return translate("linking", "To be chosen among {n}").format(n=texts.count(row.others))

    def under(row: Match) -> str:
        found = of(row)
        return "" if found is None else suggestion.context(found)

    return Goods(
        title,
        under,
        lambda row: crc32(title(row).encode()),
        address=partial(_picture, platform),
        pictures=pictures,
    )


def match_card(tasks: Tasks, pictures: Pictures, empty: EmptyState) -> TableCard[Match]:
    """The table of both dialogs."""
    columns: list[Column[Match]] = [
        Column(texts.platform(platform), 240, _side(platform, pictures), stretch=True) for platform in Platform
    ]
    why: Lines[Match] = Lines(lambda row: suggestion.reason(row.reason, row.score), free=True)
    columns.append(Column(translate("linking", "Reason"), suggestion.alike_width(), why))
    card = TableCard(columns, tasks, empty, translate("linking", "{first}–{last} of {total} lines"), TableFoot())
    card.view.setColumnHidden(0, True)
    for platform in Platform:
        Sight(card.view, pictures, partial(_picture, platform))
    return card


def _picture(platform: Platform, row: Match) -> str:
    found = row.kuaishou if platform is Platform.KUAISHOU else row.youzan
    return found.image_url if found is not None else ""
