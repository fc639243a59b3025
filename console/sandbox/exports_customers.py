"""Files as a merchant exports them about reaching customers: channels, coupons passed on, stored value, members.

No interface gives these figures, so the sandbox has no answer to play for them: it writes what a person would import.
Seeded: always the same of the same buyers.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random

CHINA = timezone(timedelta(hours=8))
CHANNELS = (
    # name, sends in a month, people a send, reached, opened, cost of one in yuan, bought, margin of one who bought
    ("企微1对1", 6, 200, 0.921, 0.62, 0.12, 0.068, 26.0),
    ("企微社群", 5, 226, 0.714, 0.36, 0.02, 0.021, 14.0),
    ("短信", 3, 1_140, 0.968, None, 0.045, 0.009, 27.0),
    ("直播小组件", 12, 3_600, 1.0, None, 0.3, 0.11, 21.0),
    ("粉丝团消息", 8, 260, 0.38, None, 0.0, 0.012, 24.0),
    ("短视频评论", 4, 420, 0.37, None, 1.1, 0.07, 41.0),
    ("公众号模板", 2, 430, 0.549, 0.21, 0.0, 0.007, 25.0),
    ("电话外呼", 1, 120, 0.417, None, 1.6, 0.025, 70.0),
)
CAMPAIGN, OLDER = "邀2得15", "老友记 满99减20"
LEVELS = (("普卡", 0.62), ("银卡", 0.26), ("金卡", 0.1), ("黑金", 0.02))
ACCOUNTS = 360
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗"
MOST_MEMBERS = 900


@dataclass(frozen=True)
class Merchant:
    """What the files have to agree with: when now is, and who bought at Youzan, by their IDs there."""

    now_ms: int
    buyers: Sequence[str]
    seed: int = 7

    def at(self, back: float) -> datetime:
        """So many days ago."""
        return datetime.fromtimestamp(self.now_ms / 1000, CHINA) - timedelta(days=back)


def write(directory: Path, merchant: Merchant) -> list[Path]:
    """The files in ``directory``."""
    luck = Random(f"customers {merchant.seed}")
    accounts, moves = _stored(merchant, luck)
    titles = {
        "触达汇总": ("日期", "渠道", "活动", "发送人数", "到达人数", "打开人数", "成本", "成交人数", "毛利"),
        "裂变明细": (
            "活动名称",
            "邀请人",
            "被邀请人",
            "是否新客",
            "领取时间",
            "核销时间",
            "订单金额",
            "毛利",
            "优惠金额",
        ),
        "储值余额": ("卡号", "余额日期", "储值余额", "累计充值", "累计赠送", "累计消费", "累计退款", "最近变动时间"),
        "储值流水": ("流水号", "卡号", "交易时间", "类型", "金额"),
        "会员": ("会员卡号", "会员等级", "入会时间", "有赞ID"),
    }
    rows = (_channels(merchant, luck), _shares(merchant, luck), accounts, moves, _members(merchant, luck))
    return [_file(directory / f"{name}.csv", titles[name], told) for name, told in zip(titles, rows, strict=True)]


def _channels(merchant: Merchant, luck: Random) -> list[list[str]]:
    rows = []
    for name, sends, people, reach, opened, cost, bought, margin in CHANNELS:
        for number in range(sends):
            sent = round(people * luck.uniform(0.8, 1.2))
            reached = sent if reach == 1 else round(sent * min(1.0, reach * luck.uniform(0.95, 1.03)))
            buyers = min(reached, round(sent * bought * luck.uniform(0.7, 1.3)))
            day = merchant.at(1 + number * 28 / sends)
            rows.append(
                [
                    f"{day:%Y-%m-%d}",
                    name,
                    f"{name}{day:%m%d}",
                    str(sent),
                    str(reached),
                    "" if opened is None else str(round(reached * opened)),
                    f"{sent * cost:.2f}",
                    str(buyers),
                    f"{buyers * margin * luck.uniform(0.8, 1.2):.2f}",
                ]
            )
    return rows


def _shares(merchant: Merchant, luck: Random) -> list[list[str]]:
    rows = _campaign(merchant, luck, CAMPAIGN, 640, 12)
    rows += _campaign(merchant, luck, OLDER, 120, 40)
    crooks = [luck.randrange(10_000, 99_999) for _ in range(3)]
    names = [f"用户{number}" for number in crooks]
    for number, name in enumerate(names):
        when = f"{merchant.at(6 - number / 10):%Y-%m-%d %H:%M}"
        rows.append([CAMPAIGN, name, names[(number + 1) % 3], "", when, "", "", "", ""])
    return [*rows, [CAMPAIGN, "微光", "微光", "", f"{merchant.at(5):%Y-%m-%d %H:%M}", "", "", "", ""]]


def _campaign(merchant: Merchant, luck: Random, name: str, starters: int, began: int) -> list[list[str]]:
    people = [f"{luck.choice(SURNAMES)}**{number:04}" for number in range(starters)]
    rows: list[list[str]] = []
    for number, inviter in enumerate(people):
        brought = luck.choices((0, 1, 2, 3, 5), (0.22, 0.3, 0.27, 0.15, 0.06))[0]
        if not brought:
            rows.append([name, inviter, "", "", f"{merchant.at(began * luck.random()):%Y-%m-%d %H:%M}", "", "", "", ""])
        for which in range(brought):
            friend = f"{luck.choice(SURNAMES)}*{number}-{which}"
            taken = merchant.at(1 + (began - 1) * luck.random())
            is_new, used = luck.random() < 0.44, luck.random() < 0.58
            paid = luck.uniform(39, 189)
            rows.append(
                [
                    name,
                    inviter,
                    friend,
                    "新客" if is_new else "老客",
                    f"{taken:%Y-%m-%d %H:%M}",
                    f"{taken + timedelta(hours=luck.uniform(0.2, 20)):%Y-%m-%d %H:%M}" if used else "",
                    f"{paid:.2f}" if used else "",
                    f"{paid * luck.uniform(0.18, 0.34):.2f}" if used else "",
                    f"{luck.choice((5.0, 7.5, 15.0)):.2f}" if used else "",
                ]
            )
            if which == 0 and luck.random() < 0.12:  # friends who pass it on themselves
                people_friend = f"{luck.choice(SURNAMES)}*{number}-b"
                when = f"{taken + timedelta(hours=1):%Y-%m-%d %H:%M}"
                rows.append([name, friend, people_friend, "新客", when, "", "", "", ""])
    return rows


def _stored(merchant: Merchant, luck: Random) -> tuple[list[list[str]], list[list[str]]]:
    accounts, moves = [], []
    as_of = f"{merchant.at(0):%Y-%m-%d}"
    for number in range(ACCOUNTS):
        card = f"CZ{26_000_000 + number * 37}"
        topup = luck.choice((100, 200, 200, 300, 500))
        bonus = topup // 10
        spent = round(luck.uniform(0, topup + bonus), 2)
        last = luck.choices((luck.uniform(0, 25), luck.uniform(25, 88), luck.uniform(91, 260)), (0.3, 0.56, 0.14))[0]
        balance = topup + bonus - spent
        if number in (41, 207):
            balance += 12.5  # what somebody booked by hand
        when = f"{merchant.at(last):%Y-%m-%d %H:%M}"
        row = (f"{balance:.2f}", f"{topup}", f"{bonus}", f"{spent:.2f}", "0", when)
        accounts.append([card, as_of, *row])
        if last < 25:
            kind = "充值" if luck.random() < 0.3 else "消费"
            amount = topup if kind == "充值" else min(spent, luck.uniform(20, 120))
            moves.append([f"LS{number:06}", card, when, kind, f"{amount:.2f}"])
    return accounts, moves


def _members(merchant: Merchant, luck: Random) -> list[list[str]]:
    rows = []
    for number, buyer in enumerate(merchant.buyers[:MOST_MEMBERS]):
        if luck.random() > 0.41:
            continue
        level = luck.choices([name for name, _ in LEVELS], [share for _, share in LEVELS])[0]
        rows.append([f"HY{88_000_000 + number * 13}", level, f"{merchant.at(luck.uniform(3, 700)):%Y-%m-%d}", buyer])
    return rows


def _file(path: Path, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(titles)
        writer.writerows(rows)
    return path
