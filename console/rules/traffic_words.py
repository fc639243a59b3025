"""What back offices call the columns, channels and kinds of content of traffic tables. Pure."""

import re
from collections.abc import Iterable, Mapping
from typing import Final, Literal

import msgspec

from console.rules.live_text import Synonym

Table = Literal["sources", "works", "labels"]
TABLES: Final[tuple[Table, ...]] = ("sources", "works", "labels")
TOTAL: Final = "total"
_PARTS = re.compile(r"[-–—>/·|:：]")


class TrafficWords(msgspec.Struct, frozen=True, kw_only=True):
    """By table its columns; what channels and kinds of content are called."""

    columns: Mapping[str, tuple[Synonym, ...]]
    channels: Mapping[str, str]
    kinds: Mapping[str, str]

    def channel(self, name: str) -> str | None:
        """The key of a channel by its whole name, or by the last part of it; None: nobody knows it."""
        whole = self.channels.get(plain(name))
        return whole or self.channels.get(plain(_PARTS.split(name)[-1]))

    def kind(self, name: str) -> str:
        """The key of a kind of content; a kind of the merchant's own stays in his words."""
        return self.kinds.get(plain(name), name.strip()[:40])


def words_from(rows: Iterable[Mapping[str, str]]) -> TrafficWords:
    """Rows of ``resources/traffic_words.csv``."""
    kept = list(rows)
    columns: dict[str, tuple[Synonym, ...]] = {
        table: tuple(
            Synonym(row["field"], row["name"], row["ambiguous"] == "yes") for row in kept if row["table"] == table
        )
        for table in TABLES
    }
    named = {
        table: {plain(row["name"]): row["field"] for row in kept if row["table"] == table}
        for table in ("channel", "kind")
    }
    return TrafficWords(columns=columns, channels=named["channel"], kinds=named["kind"])


def plain(name: str) -> str:
    """Without blanks and case."""
    return re.sub(r"\s", "", name).lower()
