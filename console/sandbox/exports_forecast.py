"""The account report of an ads back office by day, as a merchant exports it. Seeded: always the same.

The interface of the ads platform tells the last days only; what was spent before comes as a file. It is drawn as the
hourly figures are (``ads.spend``): from what was sold back to what was spent for it. All shares are invented.
"""

import csv
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random

CHINA = timezone(timedelta(hours=8))
LIVE_AND_VIDEO = (0.28, 0.48)  # of a day's sales, brought by an ad
BROUGHT = (0.9, 1.9)  # half of what an ad brings, by its cost


def write(directory: Path, paid: Mapping[int, int], seed: int = 7) -> Path:
    """``paid``: the fen of each day by its first instant, ms UTC."""
    luck = Random(f"spend {seed}")
    path = directory / "磁力金牛账户报表.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        out.writerow(("日期", "账户", "花费(元)", "展现量"))
        for at in sorted(paid):
            cost = paid[at] * luck.uniform(*LIVE_AND_VIDEO) * 0.5 / luck.uniform(*BROUGHT)
            day = datetime.fromtimestamp(at / 1000, CHINA)
            out.writerow((f"{day:%Y-%m-%d}", "暖屋优选", f"{cost / 100:.2f}", str(round(cost / 3.5))))
        out.writerow(("合计", "", "--", "--"))
    return path
