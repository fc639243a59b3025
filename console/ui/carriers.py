"""Carriers' names by each platform's own number, where an order carries only the number."""

import csv
from functools import cache

from console.bundled import bundled
from console.core.model import Parcel, Platform


@cache
def _names() -> dict[tuple[Platform, str], str]:
    with bundled("resources", "carriers.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {(platform, row[platform.value]): row["name_zh"] for platform in Platform for row in rows if row[platform]}


COMMON = (
    "中通快递",
    "圆通速递",
    "韵达快递",
    "申通快递",
    "顺丰速运",
    "京东",
    "极兔速递",
    "邮政快递包裹",
    "EMS",
    "德邦快递",
)
"""Those that nearly every parcel leaves with; any other is written by its name."""


def carrier(platform: Platform, parcel: Parcel) -> str:
    """The carrier's name: as the platform wrote it, else by its number, else the number itself."""
    return parcel.carrier_name or _names().get((platform, parcel.carrier_code)) or parcel.carrier_code
