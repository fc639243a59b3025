"""The sheet of categories: a round trip changes nothing, and what cannot be is named by its row."""

from pathlib import Path

import pytest

from console.core.categories import Category
from console.documents import category_sheet, sheets
from console.documents.category_sheet import BadRow
from console.store.views_goods import Belonging

TREE = (
    Category(category_id="1", path="家居", is_leaf=False),
    Category(category_id="12", path="家居 > 杯具", parent_id="1"),
    Category(category_id="13", path="家居 > 盘", parent_id="1"),
)
YOUZAN = (Category(category_id="8000017", path="其他 > 其他"),)
GOODS = (
    Belonging(item_id="2748426655000000001", title="=杯", source_id="8000017", target_id="12", by_hand=True),
    Belonging(item_id="0007", title="盘", source_id="8000017"),
    Belonging(item_id="9", title="碗", source_id=""),
)


def written(path: Path, rows: list[list[sheets.Value]]) -> list[sheets.Row]:
    with sheets.Export(path, category_sheet.FIELDS) as sheet:
        sheet.add(rows)
    return sheets.read(path, [category_sheet.ITEM, category_sheet.LEAF])


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_a_round_trip_changes_nothing(tmp_path: Path, form: str) -> None:
    rows = category_sheet.rows(GOODS, TREE, YOUZAN)
    assert rows[0] == ["2748426655000000001", "=杯", "其他 > 其他", "12", "家居 > 杯具"]
    found = category_sheet.filled(written(tmp_path / f"a.{form}", rows), GOODS, TREE)
    assert (found.leaves, found.same, found.bad) == ({}, 3, ())


def test_what_is_filled_in_is_wanted_and_the_rest_is_named_by_its_row(tmp_path: Path) -> None:
    rows: list[list[sheets.Value]] = [
        ["2748426655000000001", "", "", "13", ""],
        ["0007", "", "", "", ""],
        ["404", "", "", "12", ""],
        ["9", "", "", "77", ""],
        ["9", "", "", "1", ""],
        ["9", "", "", " 12 ", ""],
        ["9", "", "", "13", ""],
    ]
    found = category_sheet.filled(written(tmp_path / "a.xlsx", rows), GOODS, TREE)
    assert found.leaves == {"2748426655000000001": "13", "9": "12"}
    assert found.same == 1
    assert found.bad == (
        BadRow(number=4, wrong="item_unknown", said="404"),
        BadRow(number=5, wrong="leaf_unknown", said="77"),
        BadRow(number=6, wrong="not_leaf", said="1"),
        BadRow(number=8, wrong="item_twice", said="9"),
    )
