"""What exports call the columns, channels, movements and outcomes of tables about customers. Pure."""

from collections.abc import Iterable, Mapping
from typing import Final, Literal, get_args

import msgspec

from console.rules.live_text import Synonym
from console.rules.traffic_words import plain

Table = Literal["figures", "shares", "accounts", "moves", "members", "results", "consents"]
TABLES: Final[tuple[Table, ...]] = get_args(Table)
NAMED: Final = ("channel", "kind", "outcome", "yes")


class TouchWords(msgspec.Struct, frozen=True, kw_only=True):
    """By table its columns; by what is named, the key of each name."""

    columns: Mapping[str, tuple[Synonym, ...]]
    named: Mapping[str, Mapping[str, str]]

    def key(self, what: str, name: str) -> str | None:
        """The key of a name; None: nobody knows it."""
        return self.named[what].get(plain(name))


def words_from(rows: Iterable[Mapping[str, str]]) -> TouchWords:
    """Rows of ``resources/touch_words.csv``."""
    kept = list(rows)
    columns: dict[str, tuple[Synonym, ...]] = {
        table: tuple(
            Synonym(row["field"], row["name"], row["ambiguous"] == "yes") for row in kept if row["table"] == table
        )
        for table in TABLES
    }
    named = {what: {plain(row["name"]): row["field"] for row in kept if row["table"] == what} for what in NAMED}
    return TouchWords(columns=columns, named=named)
