"""An evening in the live room, second by second, as a helper in the operator's browser would tell it. All invented.

The same seed tells the same show. People come in a hill, cues bring more of them for some minutes, the stream is cut
twice, captions now and then say what they should not.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from console.sandbox.clock import HOUR, MINUTE, SECOND
from console.sandbox.live_till import PaperTill, Sale, Till

LONGEST = 4 * HOUR
CUTS = ((41 * MINUTE, 43 * MINUTE), (112 * MINUTE, 119 * MINUTE))  # from the beginning; nothing is told in between
BUSIEST = 50  # events a second
TILL_LAG = 2 * SECOND  # so much later the page shows what was paid
DEEDS = {"comment": 22, "like": 28, "item_click": 30, "enter": 12, "follow": 4, "share": 3, "gift": 1}  # of a hundred
ACTIVE, LOOKING = 0.16, 0.6  # of the viewers: who take part at all, who may look at an item
BUYS = 1 / 16_000  # a second and viewer: with what the world sells of itself one in eleven who looked at an item buys

Row = dict[str, Any]

CUES: tuple[tuple[int, str, str, float], ...] = (
    (0, "cue", "开场福利款", 0.35),
    (15 * MINUTE, "cue", "卖点循环 1", 0.08),
    (22 * MINUTE, "red_packet", "红包雨", 0.30),
    (30 * MINUTE, "cue", "卖点循环 2", 0.06),
    (36 * MINUTE, "pk", "连麦 PK", 0.22),
    (52 * MINUTE, "bag", "福袋", 0.26),
    (60 * MINUTE, "cue", "整点抽奖", 0.40),
    (75 * MINUTE, "cue", "卖点循环 3", 0.05),
    (90 * MINUTE, "red_packet", "红包", 0.25),
    (105 * MINUTE, "cue", "卖点循环 4", 0.04),
    (130 * MINUTE, "bag", "福袋", 0.24),
    (150 * MINUTE, "pk", "连麦 PK", 0.18),
    (180 * MINUTE, "cue", "整点抽奖", 0.36),
    (210 * MINUTE, "cue", "返场", 0.15),
)
COMMENTS = (
    *("好看", "来了来了", "主播晚上好", "蹲一个", "颜色真好", "已拍", "喜欢这个", "上链接呀", "第一次来", "又见面了"),
    *("有没有大一点的", "多少钱", "几号链接", "包邮吗", "什么时候发货", "会不会掉色", "送运费险吗", "可以机洗吗"),
    *("上次的还没收到", "客服不回消息", "有点贵", "等下还有吗", "孩子能用吗", "适合送人吗"),
)
CAPTIONS = (
    *("这一款我们家里都在用", "左下角点开就能看到", "拍下以后四十八小时内发出", "喜欢的姐妹先加购物车"),
    *("这是全网最低价了姐妹们", "材质写在详情页里", "尺码按平时的来拍就行", "用了它百分之百不掉色"),
    *("下一个整点我们抽奖", "新来的点个关注不迷路"),
)
NICKS = ("小鹿", "阿橙", "北方来客", "山茶", "快乐妈妈", "木木", "海边人", "老张", "星星点灯", "青禾")


@dataclass
class _Sums:
    """What the page shows: everything since the beginning."""

    viewers: float = 0.0
    watched: float = 0.0
    counted: dict[str, int] = field(default_factory=dict)
    people: set[str] = field(default_factory=set)
    clickers: set[str] = field(default_factory=set)
    buyers: set[str] = field(default_factory=set)
    followers: int = 0
    gmv_fen: int = 0

    def add(self, kind: str) -> None:
        self.counted[kind] = self.counted.get(kind, 0) + 1

    def ring_up(self, sale: Sale) -> None:
        self.buyers.add(sale.buyer)
        self.gmv_fen += sale.amount_fen
        self.add("order")


def crowd(into: int, luck: Random) -> float:
    """How many watch, ``into`` ms after the beginning."""
    share = into / LONGEST
    hill = 220 + 980 * max(0.0, 4 * share * (1 - share)) ** 0.8
    lifted = 1.0
    for at, _, _, lift in CUES:
        if at <= into < at + 12 * MINUTE:
            lifted += lift * math.exp(-(into - at) / (4 * MINUTE))
    back = [ends for _, ends in CUTS if ends <= into < ends + 8 * MINUTE]
    if back:
        lifted *= 0.45 + 0.55 * (into - back[0]) / (8 * MINUTE)
    return float(hill * lifted * luck.uniform(0.97, 1.03))


def is_cut(into: int) -> bool:
    """Whether nothing reaches anybody."""
    return any(begins <= into < ends for begins, ends in CUTS)


def show(
    seed: int, began: int, items: Sequence[tuple[str, int]], name: str = "show", till: Till | None = None
) -> Iterator[Row]:
    """All rows in order, each with its ``kind``; ``items`` are the bag: id and price in fen.

    What ``till`` tells of while the stream is cut no row tells, but it is in the sums afterwards: as on a real page.
    """
    luck, sums, part = Random(f"show {seed}"), _Sums(), 1
    till = till or PaperTill()
    session, part_began = f"{name}-{part}", began
    yield _signal(session, "start", began)
    was_cut = False
    for into in range(0, LONGEST, SECOND):
        now = began + into
        if is_cut(into):
            was_cut = True
            continue
        if was_cut:
            was_cut, part, part_began = False, part + 1, now
            session = f"{name}-{part}"
            yield _signal(session, "start", now)
        online = crowd(into, luck)
        sums.viewers += online / (105 + 22 * math.sin(into / (17 * MINUTE)))  # seconds that one stays
        sums.watched += online
        yield from _second(session, now, into, online, luck, sums, items, till)
        for sale in till.paid(now - TILL_LAG):
            sums.ring_up(sale)
            if sale.at >= part_began:
                yield _order(session, sale)
        if into % (10 * SECOND) == 0:
            yield _snapshot(session, now, online, sums)
        if into % (2 * MINUTE) == 0:
            yield {"kind": "session", "v": 1, "session_id": session, "action": "heartbeat", "ts_ms": now}
    yield {"kind": "session", "v": 1, "session_id": session, "action": "stop", "ts_ms": began + LONGEST}


def _signal(session: str, action: str, at: int) -> Row:
    title = "晚场直播 · 家居日用"
    told = {"platform": "kuaishou", "room_title": title, "started_at_ms": at, "client": "sandbox"}
    return {"kind": "session", "v": 1, "session_id": session, "action": action, **told}


def _order(session: str, sale: Sale) -> Row:
    who = {"user_key": sale.buyer, "item_id": sale.item_id, "amount_fen": sale.amount_fen}
    told = {"session_id": session, "event_id": f"order-{sale.number}", "ts_ms": sale.at}
    return {"kind": "event", "v": 1, **told, "type": "order", **who}


def _second(
    session: str,
    now: int,
    into: int,
    online: float,
    luck: Random,
    sums: _Sums,
    items: Sequence[tuple[str, int]],
    till: Till,
) -> Iterator[Row]:
    number = 0

    def row(kind: str, **more: Any) -> Row:
        nonlocal number
        number += 1
        at = now + min(999, number * 17)
        return {
            "kind": "event",
            "v": 1,
            "session_id": session,
            "event_id": f"{now}-{number}",
            "ts_ms": at,
            "type": kind,
            **more,
        }

    for at, kind, text, _ in CUES:
        if at == into:
            yield row(kind, text=text)
    wanted = min(BUSIEST, _times(online / 260, luck))
    for _ in range(wanted):
        kind = luck.choices(list(DEEDS), list(DEEDS.values()))[0]
        who = _somebody(sums, luck, LOOKING if kind == "item_click" else ACTIVE)
        sums.add(kind)
        if kind in ("comment", "like", "share", "gift"):
            sums.people.add(who)
        if kind == "follow":
            sums.followers += 1
        yield row(kind, **_details(kind, who, luck, sums, items))
    if items and luck.random() < online * BUYS:
        item_id, price = luck.choice(items[:6])
        till.sell(now + 999, item_id, price, _somebody(sums, luck, LOOKING))
    if into % (12 * SECOND) == 0:
        yield row("caption", text=luck.choice(CAPTIONS))


def _somebody(sums: _Sums, luck: Random, share: float) -> str:
    return f"u{luck.randrange(round(sums.viewers * share) + 40)}"


def _details(kind: str, who: str, luck: Random, sums: _Sums, items: Sequence[tuple[str, int]]) -> Row:
    if kind == "comment":
        return {"user_key": who, "user_name": luck.choice(NICKS), "text": luck.choice(COMMENTS)}
    if kind == "like":
        return {"user_key": who, "count": luck.randrange(1, 9)}
    if kind == "item_click" and items:
        sums.clickers.add(who)
        return {"user_key": who, "item_id": luck.choice(items)[0]}
    return {"user_key": who}


def _times(mean: float, luck: Random) -> int:
    """How often something happens in a second that happens ``mean`` times on the whole (Knuth)."""
    limit, product, times = math.exp(-min(mean, 40.0)), luck.random(), 0
    while product > limit:
        product *= luck.random()
        times += 1
    return times


def _snapshot(session: str, now: int, online: float, sums: _Sums) -> Row:
    viewers = max(1, round(sums.viewers))
    return {
        "kind": "snapshot",
        "v": 1,
        "session_id": session,
        "ts_ms": now,
        "online": round(online),
        "viewers_uv": viewers,
        "views_pv": round(viewers * 1.3),
        "exposure_uv": viewers * 5,
        "watch_seconds_sum": round(sums.watched),
        "comments": sums.counted.get("comment", 0),
        "likes": sums.counted.get("like", 0),
        "shares": sums.counted.get("share", 0),
        "gifts": sums.counted.get("gift", 0),
        "interactors_uv": min(viewers, len(sums.people)),
        "new_followers": min(viewers, sums.followers),
        "item_clicks": sums.counted.get("item_click", 0),
        "item_clickers_uv": min(viewers, len(sums.clickers)),
        "orders_paid": sums.counted.get("order", 0),
        "buyers_uv": min(viewers, len(sums.buyers)),
        "gmv_fen": sums.gmv_fen,
    }
