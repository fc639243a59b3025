"""The goods list as a sheet: what its columns show, and the numbers by which rows are known."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from console.documents.sheets import Field, Kind, Value
from console.store.views import ItemRow
from console.ui import texts
from console.ui.tabs.products import words
from console.ui.tabs.products.standing import Standing

translate = QCoreApplication.translate


def fields() -> list[Field]:
    """The columns, in the language of the window."""
    return [
        Field(title=translate("products", "Goods"), wide=40),
        Field(title=translate("sheets", "Merchant code"), wide=18),
        Field(title=translate("sheets", "Kuaishou item ID"), wide=20),
        Field(title=translate("sheets", "Youzan item ID"), wide=20),
        Field(title=translate("products", "Kuaishou price"), kind="money", wide=12),
        Field(title=translate("products", "Youzan price"), kind="money", wide=12),
        Field(title=translate("products", "Gap"), wide=10),
        Field(title=translate("products", "Margin"), kind="money", wide=12),
        Field(title=translate("products", "Kuaishou stock"), kind="count", wide=12),
        Field(title=translate("products", "Youzan stock"), kind="count", wide=12),
        Field(title=translate("products", "Buffer"), kind="count", wide=10),
        Field(title=translate("sheets", "Kuaishou shelf"), wide=12),
        Field(title=translate("sheets", "Youzan shelf"), wide=12),
        Field(title=translate("products", "Sync status"), wide=12),
        Field(title=translate("products", "Reason"), wide=22),
        Field(title=translate("sheets", "In the platform's words"), wide=40),
        Field(title=translate("products", "Updated"), wide=20),
        *(Field(title=title, kind=kind, wide=14) for title, kind in new_titles()),
    ]


def new_titles() -> list[tuple[str, Kind]]:
    """The columns that go out empty, to be filled in: only they are read when a sheet comes in.

    What the other columns say was so when it went out; taken for a wish it would undo every sale since.
    """
    return [
        (translate("sheets", "New Kuaishou price"), "money"),
        (translate("sheets", "New Youzan price"), "money"),
        (translate("sheets", "New Kuaishou stock"), "count"),
        (translate("sheets", "New Youzan stock"), "count"),
        (translate("sheets", "New buffer"), "count"),
        (translate("sheets", "New cost"), "money"),
    ]


def cells(standing: Standing, compared: Callable[[], bool]) -> Callable[[ItemRow], Sequence[Value]]:
    """What a row says in those columns; what nobody knows is an empty cell."""

    def of(row: ItemRow) -> Sequence[Value]:
        status = standing.chip(row) or words.status_chip(row, compared=compared())
        return (
            row.title,
            row.code,
            row.kuaishou_item_id,
            row.youzan_item_id,
            row.kuaishou_price_fen,
            row.youzan_price_fen,
            _or_nothing(words.gap(row)),
            row.margin_fen,
            row.kuaishou_stock,
            row.youzan_stock,
            standing.pieces(row),
            _or_nothing(words.shelf_word(row.kuaishou_on_shelf)),
            _or_nothing(words.shelf_word(row.youzan_on_shelf)),
            status.word,
            " · ".join(chip.word for chip in words.reasons(row)),
            row.audit_reason,
            None if row.updated_at is None else texts.full_moment(row.updated_at),
            *(None for _ in new_titles()),
        )

    return of


def _or_nothing(said: str) -> str | None:
    return None if said == texts.NOTHING else said
