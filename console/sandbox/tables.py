"""The sandbox's own reference tables, read from ``data/`` inside the package.

Categories and carriers are the platforms' public lists (Kuaishou: December 2020 and May 2025; Youzan: 2020); titles,
audit reasons and people are invented. Region codes follow GB/T 2260.
"""

import csv
from functools import cache
from importlib.resources import files

Row = dict[str, str]


@cache
def read_table(name: str) -> tuple[Row, ...]:
    """Every row of ``data/<name>.csv`` by column name; an empty cell is an empty text."""
    text = files("console.sandbox").joinpath("data", f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def category_paths() -> dict[int, str]:
    """Kuaishou category id → its path, ``"服饰/鞋靴/箱包 > 箱包"``."""
    return {int(row["category_id"]): row["path"] for row in read_table("kuaishou_categories")}


@cache
def youzan_category(kuaishou_id: int) -> int:
    """The Youzan ``cid`` that suits a Kuaishou category: that of its nearest mapped ancestor, else 其他."""
    mapped = {int(row["kuaishou_id"]): int(row["youzan_cid"]) for row in read_table("category_mapping")}
    parents = {int(row["category_id"]): int(row["parent_id"]) for row in read_table("kuaishou_categories")}
    at = kuaishou_id
    while at and at not in mapped:
        at = parents.get(at, 0)
    return mapped.get(at, 8_000_017)
