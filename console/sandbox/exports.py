"""Files as a merchant exports them from the back offices: traffic sources, works, labels. Seeded: always the same.

No interface gives these figures, so the sandbox has no answer to play for them: it writes what a person would import.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random

CHINA = timezone(timedelta(hours=8))
DAYS, WORK_DAYS, TODAY = 14, 30, 0
MISSING = (4, 9)  # days of which nobody exported anything
SITE_WIDE_DAYS = 4
SPLIT = (
    ("发现页", 0.33),
    ("精选", 0.225),
    ("关注页", 0.17),
    ("磁力金牛标准推广", 0.12),
    ("搜索", 0.06),
    ("商城", 0.05),
    ("未知", 0.045),
)
LENGTHS = (
    # longest and shortest in seconds, works in a month, completion and how far it strays
    (4, 7, 42, 0.52, 0.10),
    (8, 18, 118, 0.31, 0.09),
    (19, 30, 96, 0.26, 0.08),
    (31, 60, 74, 0.19, 0.06),
    (61, 120, 33, 0.12, 0.04),
    (121, 290, 7, 0.06, 0.02),
)
KINDS = (
    # name, how often, stay in seconds, item click rate, conversion, how many see it
    ("段子", 0.22, 72, 0.032, 0.018, 5_200),
    ("测评", 0.26, 58, 0.047, 0.025, 3_600),
    ("工厂溯源", 0.18, 49, 0.051, 0.032, 2_900),
    ("直播切片", 0.2, 34, 0.062, 0.029, 3_100),
    ("口播种草", 0.14, 31, 0.044, 0.022, 2_400),
)
TITLES = {
    "段子": ("婆婆以为{goods}要三百块", "我妈第一次用{goods}", "室友偷用我的{goods}"),
    "测评": ("{goods}三款对比", "{goods}用了三十天", "{goods}值不值"),
    "工厂溯源": ("带你看{goods}怎么做出来", "{goods}出厂前的七道检验", "走进{goods}的车间"),
    "直播切片": ("主播讲{goods}一分钟", "直播间问得最多的{goods}", "{goods}现场演示"),
    "口播种草": ("换季就要准备{goods}", "家里有了{goods}以后", "{goods}怎么挑"),
}
LABELS = (
    # label, content and fans now, content and fans a week ago
    ("家清日用", 46, 41, 49, 40),
    ("家纺床品", 22, 26, 24, 27),
    ("母婴儿童", 9, 17, 6, 16),
    ("美妆个护", 14, 8, 14, 9),
    ("美食", 6, 5, 4, 5),
    ("其他", 3, 3, 3, 3),
)


@dataclass(frozen=True)
class Merchant:
    """What the files have to agree with: when now is, how many each day's show had, and what is sold."""

    now_ms: int
    viewers: dict[str, int]  # by day, yyyy-mm-dd
    goods: Sequence[str]
    seed: int = 7


def write(directory: Path, merchant: Merchant) -> list[Path]:
    """The three files in ``directory``."""
    luck = Random(f"exports {merchant.seed}")
    sources = ("日期", "流量来源", "观看人数", "观看次数"), _sources(merchant, luck)
    works = (
        ("作品标题", "发布时间", "内容类型", "时长", "播放量", "完播率", "平均播放时长", "商品点击率", "成交转化率"),
        _works(merchant, luck),
    )
    labels = ("日期", "标签", "内容占比", "粉丝占比"), _labels(merchant)
    return [
        _file(directory / f"{name}.csv", titles, rows)
        for name, (titles, rows) in (("流量来源", sources), ("作品数据", works), ("内容与粉丝标签", labels))
    ]


def day(merchant: Merchant, back: int) -> str:
    """The day so many days ago."""
    return f"{datetime.fromtimestamp(merchant.now_ms / 1000, CHINA) - timedelta(days=back):%Y-%m-%d}"


def _sources(merchant: Merchant, luck: Random) -> list[list[str]]:
    rows: list[list[str]] = []
    for back in range(DAYS - 1, TODAY, -1):
        when = day(merchant, back)
        usual = round(luck.uniform(26_000, 37_000))
        whole = max(usual, merchant.viewers.get(when, 0))
        weights = [share * luck.uniform(0.85, 1.15) for _, share in SPLIT]
        if back in MISSING:
            continue
        left = whole
        for (name, _), weight in zip(SPLIT, weights, strict=True):
            people = left if name == SPLIT[-1][0] else round(whole * weight / sum(weights))
            left -= people
            rows.append([when, name, str(people), str(round(people * luck.uniform(1.15, 1.35)))])
        if back <= SITE_WIDE_DAYS:
            people = round(whole * luck.uniform(0.1, 0.16))
            rows.append([when, "全站推广", str(people), str(round(people * 1.2))])
        rows.append([when, "合计", str(whole), "--"])
    return rows


def _works(merchant: Merchant, luck: Random) -> list[list[str]]:
    rows: list[list[str]] = []
    goods = [name[:14] for name in merchant.goods] or ["四件套"]
    for shortest, longest, number, completion, strays in LENGTHS:
        for _ in range(number):
            kind, _, stay, click, conversion, seen = luck.choices(KINDS, [one[1] for one in KINDS])[0]
            title = luck.choice(TITLES[kind]).format(goods=luck.choice(goods))
            plays = max(40, round(luck.lognormvariate(0, 0.9) * seen))
            rate = min(0.95, max(0.01, luck.gauss(completion, strays)))
            hour = luck.choice((8, 12, 18, 19, 20, 21))
            rows.append(
                [
                    f"{title} #{len(rows) + 1}",
                    f"{day(merchant, luck.randrange(1, WORK_DAYS))} {hour:02d}:{luck.randrange(60):02d}",
                    kind,
                    f"{luck.randint(shortest, longest)}秒",
                    str(plays),
                    f"{rate:.1%}",
                    f"{max(3, round(luck.gauss(stay, 6)))}秒",
                    f"{max(0.002, luck.gauss(click, 0.006)):.2%}",
                    f"{max(0.001, luck.gauss(conversion, 0.004)):.2%}",
                ]
            )
    return [*rows, ["和隔壁家纺店连麦", day(merchant, 3), "连麦PK", "58秒", "26", "8%", "0:41", "--", "--"]]


def _labels(merchant: Merchant) -> list[list[str]]:
    now, before = day(merchant, 1), day(merchant, 8)
    return [
        [when, name, f"{content}%", f"{fans}%"]
        for name, *four in LABELS
        for when, content, fans in ((before, four[2], four[3]), (now, four[0], four[1]))
    ]


def _file(path: Path, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(titles)
        writer.writerows(rows)
    return path
