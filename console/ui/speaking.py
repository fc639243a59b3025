"""Wording as a tab asks for it: the checker of today together with what was let pass."""

from typing import TYPE_CHECKING

import msgspec

from console.rules.pushing import Goods
from console.rules.wording.kinds import category_of
from console.rules.wording.nouns import Verdict
from console.rules.wording.pardons import Pardon, with_pardons
from console.ui.context import Desk

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.rules.wording.engine import Checker


class Speaker(msgspec.Struct, frozen=True):
    """What is needed to judge a wording at one moment."""

    checker: "Checker"
    pardons: tuple[Pardon, ...]
    at: int

    def title_of(self, goods: Goods, path: str) -> Verdict:
        """The title of goods as they will stand at Kuaishou, else as they stand at Youzan."""
        side = goods.kuaishou or goods.youzan
        if side is None:
            return Verdict()
        category = category_of(path or side.item.category_name)
        verdict = self.checker.check(side.item.title, "title", category)
        return with_pardons(verdict, self.pardons, f"{side.shop_id}/{side.item.item_id}", self.at)

    def reply(self, text: str, subject: str) -> Verdict:
        """What is written to a buyer; ``subject`` is the number of the order or after-sale it is about."""
        return with_pardons(self.checker.check(text, "chat"), self.pardons, subject, self.at)


def title_question(goods: Goods, path: str) -> dict[str, str]:
    """What opens a title in the checker, under the name by which a pardon is found again."""
    side = goods.kuaishou or goods.youzan
    if side is None:
        return {}
    return {
        "view": "wording",
        "text": side.item.title,
        "name": side.item.title,
        "subject": f"{side.shop_id}/{side.item.item_id}",
        "surface": "title",
        "category": category_of(path or side.item.category_name),
    }


def read_pardons(conn: "Connection") -> tuple[Pardon, ...]:
    """On a database thread."""
    from console.store import wording

    return wording.pardons(conn)


async def speaker(desk: Desk) -> Speaker:
    """As of now."""
    checker = await desk.actions.wording.checker()
    return Speaker(checker, await desk.database.read(read_pardons), desk.now())
