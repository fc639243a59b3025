"""What the shell shows on every page: the shops and how fresh they are, what waits, how many rows are held."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from console.core.clock import MINUTE
from console.ui import texts
from console.ui.theme import Tone

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.core.parties import Platform
    from console.store.views import HealthRow, Pair, ShopRow, Todo

STALE_AFTER = 30 * MINUTE
_WORST: tuple[Tone, ...] = ("red", "amber", "grey", "blue", "green")


@dataclass(frozen=True)
class Freshness:
    """How one shop is doing: a tone for its dot, always with words.

    ``last_at`` is of orders and after-sales while all is well: goods are read every quarter of an hour and say
    their own age. Where something is late it is of what is oldest.
    """

    shop: "ShopRow"
    tone: Tone
    word: str
    last_at: int | None
    trouble: "HealthRow | None" = None


@dataclass(frozen=True)
class Overview:
    """One reading of the file for the shell."""

    shops: "tuple[ShopRow, ...]" = ()
    pairs: "tuple[Pair, ...]" = ()
    health: "tuple[HealthRow, ...]" = ()
    counts: "Mapping[Platform, Mapping[str, int]] | None" = None
    todo: "Todo | None" = None
    is_on_air: bool = False  # a show is on
    backup_at: int | None = None  # when the file was last copied, as far as it knows; a wrong clock's time is none

    def name(self, pair: "Pair") -> str:
        """What a pair is called: its Youzan shop's name, as a merchant says it."""
        names = {shop.shop_id: shop.name for shop in self.shops}
        return names.get(pair.youzan_shop_id) or names.get(pair.kuaishou_shop_id) or pair.youzan_shop_id

    def freshness(self, now: int, syncing: Set[str] = frozenset()) -> list[Freshness]:
        """Every shop's state, in the order of the shops."""
        return [self._of(shop, now, shop.shop_id in syncing) for shop in self.shops]

    def _of(self, shop: "ShopRow", now: int, syncing: bool) -> Freshness:
        rows = [row for row in self.health if row.shop_id == shop.shop_id]
        troubled = max((row for row in rows if row.kind), key=lambda row: row.trouble_at or 0, default=None)
        done = [row.success_at for row in rows if row.success_at is not None]
        last = min(done) if done else None
        tone, word = _state(last, now, syncing, troubled)
        often = [row.success_at for row in rows if row.success_at is not None and row.stream != "items"]
        if often and tone in ("green", "blue"):
            last = min(often)
        return Freshness(shop, tone, word, last, troubled)


def _state(last: int | None, now: int, syncing: bool, trouble: "HealthRow | None") -> tuple[Tone, str]:
    if trouble is not None and trouble.kind == "sign_in_needed":
        return "red", QCoreApplication.translate("overview", "Sign-in needed")
    if trouble is not None and trouble.kind == "offline":
        return "grey", QCoreApplication.translate("overview", "Offline")
    if syncing:
        return "blue", QCoreApplication.translate("overview", "Syncing")
    if trouble is not None:
        return "amber", QCoreApplication.translate("overview", "Partly delayed")
    if last is None:
        return "grey", QCoreApplication.translate("overview", "Not started")
    if now - last > STALE_AFTER:
        return "amber", QCoreApplication.translate("overview", "Partly delayed")
    return "green", QCoreApplication.translate("overview", "Synced")


def worst(states: Iterable[Freshness]) -> tuple[Tone, str]:
    """What the one light of the top bar says for all of them."""
    ranked = sorted(states, key=lambda state: _WORST.index(state.tone))
    if not ranked:
        return "grey", QCoreApplication.translate("overview", "Not started")
    return ranked[0].tone, ranked[0].word


def age_words(state: Freshness, now: int) -> str:
    """``12 秒前`` while all is well, ``截至 14:05`` when it is not."""
    if state.tone == "green":
        return texts.age(state.last_at, now)
    if state.tone == "blue":
        return state.word
    if state.last_at is None or state.tone == "red":
        return state.word
    return texts.as_of(state.last_at, now)


def platforms_of(shops: "Iterable[ShopRow]") -> "set[Platform]":
    """Which platforms have a shop."""
    return {shop.platform for shop in shops}


def read_overview(conn: "Connection", now: int) -> Overview:
    """Read it on a database thread."""
    from console.store import backup_choice, figures, health, on_air, shops

    copied_at = backup_choice.last_at(conn)
    return Overview(
        shops=tuple(shops.shops(conn)),
        pairs=tuple(shops.pairs(conn)),
        health=tuple(health.health(conn)),
        counts=figures.counts(conn),
        todo=figures.todo(conn, now),
        is_on_air=on_air.is_on_air(conn, now),
        backup_at=None if copied_at is None or copied_at > now else copied_at,
    )
