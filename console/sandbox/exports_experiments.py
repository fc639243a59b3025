"""Files of what experiments counted, as a merchant exports them from the back offices. Seeded: always the same."""

import csv
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random

CHINA = timezone(timedelta(hours=8))
DAYS = 8
COUNTED = {
    # by experiment: rates of A and B, and how much of the plan was counted
    "封面：产品特写 vs 主播手持": (0.172, 0.199, 1.004),
    "福利款价 19.9 vs 9.9": (0.036, 0.0385, 1.02),
    "福袋口令：提问 vs 口号": (0.051, 0.069, 0.62),
    "讲解顺序：拖把先 vs 毛巾先": (0.212, 0.188, 1.001),
    "短视频 12 秒 vs 22 秒": (0.41, 0.27, 0.11),
}


def write(folder: Path, now_ms: int, planned: Mapping[str, int]) -> dict[str, Path]:
    """A table an experiment: a row a day and arm; ``planned`` is how many each arm is to have. By their names."""
    made = {}
    today = datetime.fromtimestamp(now_ms / 1000, CHINA).date()
    for number, (name, (a, b, share)) in enumerate(COUNTED.items()):
        if name not in planned:
            continue
        chance = Random(f"experiment {name}")
        whole = round(planned[name] * share)
        path = folder / f"experiment-{number + 1}.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            lines = csv.writer(file)
            lines.writerow(("日期", "组", "样本", "次数"))
            left = [whole, whole]
            for day in range(DAYS):
                on = today - timedelta(days=DAYS - day)
                for arm, rate in enumerate((a, b)):
                    even = whole / DAYS
                    n = left[arm] if day == DAYS - 1 else min(left[arm], max(1, round(chance.gauss(even, even / 90))))
                    left[arm] -= n
                    wobble = (rate * (1 - rate) * n) ** 0.5
                    hits = min(n, max(0, round(chance.gauss(rate * n, wobble))))
                    lines.writerow((f"{on:%Y-%m-%d}", "AB"[arm], n, hits))
        made[name] = path
    return made
