"""Which after-sales may become a dispute: a score of reasons that everybody can see, and how well it did so far. Pure.

A dispute is an after-sale that came to be decided by its platform: it was seen in such a state (Kuaishou 20, 21, 22,
Youzan CUSTOMER_SERVICE_IN), or its own history says that the platform stepped in. Nothing else counts: complaints that
went elsewhere are not told to anybody here. The points are a judgement, not learnt; more of a reason is never fewer.
"""

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal

import msgspec

from console.core.clock import DAY, HOUR
from console.core.model import AfterSaleDeed, AfterSaleStatus

Reason = Literal["words", "refused", "silence", "age", "amount", "repeat", "contact", "logistics", "receipt", "overdue"]
THRESHOLD: Final = 45
BOUNDS: Final = (10, 95)
GRAVE: Final = 70  # from here on red
REPEAT_DAYS: Final = 180
JUDGED_AFTER: Final = DAY  # the back-test looks at each after-sale a day after it was asked for
FEW: Final = 10  # fewer disputes, or fewer warnings, and a share says nothing

STEPS: Final[Mapping[Reason, tuple[tuple[float, int], ...]]] = {
    "silence": ((12, 8), (24, 14), (48, 20)),  # hours without an answer of ours
    "age": ((24, 4), (48, 8), (72, 12), (120, 16)),  # hours since it was asked for
    "amount": ((5_000, 3), (20_000, 8), (50_000, 12), (200_000, 15)),  # fen
    "repeat": ((1, 4), (2, 8), (3, 12)),  # earlier after-sales of the same buyer
    "contact": ((2, 4), (3, 8), (5, 12)),  # how often the buyer wrote
    "receipt": ((24, 6), (48, 12)),  # hours since the goods came back
}
FLAT: Final[Mapping[Reason, int]] = {"refused": 15, "logistics": 12, "overdue": 12}
"""From which figure on a reason gives how many points; those that are so or not give one number."""

WORDS: Final[tuple[tuple[int, tuple[str, ...]], ...]] = (
    (
        30,
        ("12315", "起诉", "律师", "法院", "职业打假", "十倍赔偿", "退一赔三", "退一赔十", "市场监管", "工商局", "报警"),
    ),
    (24, ("投诉", "曝光", "举报", "平台介入", "客服介入", "消协", "差评", "骗子", "欺诈", "诈骗")),
    (18, ("假货", "假的", "过敏", "受伤", "发霉", "变质", "中毒", "三无")),
    (8, ("一直不回", "没人处理", "不处理", "拖", "敷衍", "破损", "质量问题", "与描述不符")),
)
NOT_SO: Final[Mapping[str, str]] = {
    "12315": r"(?<!\d)12315(?!\d)",  # part of a phone or of a waybill's number else
    "报警": r"报警(?!器|装置|主机|灯|功能)",
    "曝光": r"(?<![次欠过])曝光(?!不足|过度|补偿|时间|度|表|灯)",
    "假的": r"(?<!不是)假的(?!睫毛|花|发)",
    "拖": r"拖(?![鞋把地布头车线板])",
}
"""Words that goods are called by, too, or that stand in numbers: where they count."""
STEPPED_IN: Final = re.compile(r"介入|仲裁|平台判|平台处理|平台裁决|客服处理")
_REFUSED: Final = re.compile(r"拒绝|驳回|不同意")


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of an after-sale at a moment. None: not known, which gives no points."""

    at: int
    asked_at: int | None = None
    heard_at: int | None = None  # the buyer's last word
    answered_at: int | None = None  # ours after it; None: none
    waits_for_us: bool = False
    refused: bool = False
    overdue: bool = False
    amount_fen: int | None = None
    earlier: int = 0
    contacts: int = 1
    said: str = ""
    stuck: bool = False  # something is wrong with a parcel of it
    back_at: int | None = None  # since when the goods wait for us


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """A reason with its points; ``figure`` in its own unit (hours, fen, times), ``words`` those that were met."""

    reason: Reason
    points: int
    figure: int = 0
    words: tuple[str, ...] = ()


class Scored(msgspec.Struct, frozen=True, kw_only=True):
    """The score, 0…100, and everything it is made of, the weightiest first. ``warned``: it reaches the threshold."""

    score: int = 0
    points: tuple[Point, ...] = ()
    warned: bool = False


def score(case: Case, threshold: int = THRESHOLD) -> Scored:
    """What the points of all reasons come to."""
    found = [
        _words(case.said),
        _step("silence", _hours(_silent_since(case), case.at)),
        _step("age", _hours(case.asked_at, case.at)),
        _step("amount", case.amount_fen),
        _step("repeat", case.earlier),
        _step("contact", case.contacts),
        _step("receipt", _hours(case.back_at, case.at)),
        *(Point(reason=reason, points=FLAT[reason]) for reason in _flags(case)),
    ]
    points = sorted((one for one in found if one is not None), key=lambda one: (-one.points, one.reason))
    whole = min(100, sum(one.points for one in points))
    return Scored(score=whole, points=tuple(points), warned=whole >= threshold)


def _flags(case: Case) -> list[Reason]:
    flags: dict[Reason, bool] = {"refused": case.refused, "logistics": case.stuck, "overdue": case.overdue}
    return [reason for reason, is_so in flags.items() if is_so]


def _silent_since(case: Case) -> int | None:
    """Since when the buyer waits for a word of ours; None: not at all."""
    if not case.waits_for_us:
        return None
    heard = case.heard_at if case.heard_at is not None else case.asked_at
    return None if heard is None or (case.answered_at is not None and case.answered_at >= heard) else heard


def _hours(since: int | None, at: int) -> int | None:
    return None if since is None or since > at else (at - since) // HOUR


def _step(reason: Reason, figure: int | None) -> Point | None:
    reached = [points for least, points in STEPS[reason] if figure is not None and figure >= least]
    return Point(reason=reason, points=reached[-1], figure=figure or 0) if reached else None


def _words(said: str) -> Point | None:
    """The gravest that was said counts; everything that was met is named."""
    met = [(points, word) for points, words in WORDS for word in words if _stands(word, said)]
    if not met:
        return None
    return Point(reason="words", points=max(points for points, _ in met), words=tuple(word for _, word in met))


def _stands(word: str, said: str) -> bool:
    return word in said and (word not in NOT_SO or re.search(NOT_SO[word], said) is not None)


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """An after-sale as the file has it. ``history`` None: not read. ``seen_at``: first seen in dispute by us."""

    row_id: int
    status: AfterSaleStatus
    asked_at: int | None
    updated_at: int | None = None
    deadline_at: int | None = None
    finished_at: int | None = None
    amount_fen: int | None = None
    reason: str = ""
    words: str = ""
    history: tuple[AfterSaleDeed, ...] | None = None
    buyer: str = ""  # empty: not known
    stuck: bool = False
    seen_at: int | None = None


def dispute_at(told: Told) -> int | None:
    """When the platform stepped in, as far as anybody told; None: it did not, or nobody knows: see ``is_known``."""
    steps = [deed.at for deed in told.history or () if deed.by == "platform" and STEPPED_IN.search(deed.words)]
    if told.seen_at is not None:
        steps.append(told.seen_at)
    if told.status is AfterSaleStatus.PLATFORM and told.updated_at is not None and not steps:
        steps.append(told.updated_at)
    return min(steps, default=None)


def is_known(told: Told) -> bool:
    """Whether the end of it is known: it is over, and its history was read; or it came to a dispute."""
    over = told.status in (AfterSaleStatus.SUCCESS, AfterSaleStatus.CLOSED)
    return dispute_at(told) is not None or (over and told.history is not None)


WAITS: Final = frozenset({AfterSaleStatus.WAIT_SELLER, AfterSaleStatus.WAIT_SELLER_RECEIPT, AfterSaleStatus.UNKNOWN})


def case_now(told: Told, earlier: int, now: int) -> Case:
    """As it stands now."""
    ours = [deed.at for deed in told.history or () if deed.by == "seller"]
    theirs = [deed.at for deed in told.history or () if deed.by == "buyer"]
    waits = told.status in WAITS
    return Case(
        at=now,
        asked_at=told.asked_at,
        heard_at=max(theirs, default=told.asked_at),
        answered_at=max(ours, default=None),
        waits_for_us=waits,
        refused=told.status is AfterSaleStatus.REFUSED,
        overdue=waits and told.deadline_at is not None and told.deadline_at < now,
        amount_fen=told.amount_fen,
        earlier=earlier,
        contacts=max(1, len(theirs)),
        said=_said(told, now),
        stuck=told.stuck,
        back_at=told.updated_at if told.status is AfterSaleStatus.WAIT_SELLER_RECEIPT else None,
    )


def case_then(told: Told, earlier: int, at: int) -> Case:
    """As it was known at ``at``, and no more: how parcels and deadlines stood then, nobody kept."""
    deeds = [deed for deed in told.history or () if deed.at <= at]
    ours, theirs = ([deed for deed in deeds if deed.by == who] for who in ("seller", "buyer"))
    return Case(
        at=at,
        asked_at=told.asked_at,
        heard_at=max((deed.at for deed in theirs), default=told.asked_at),
        answered_at=max((deed.at for deed in ours), default=None),
        waits_for_us=not ours,
        refused=bool(ours and _REFUSED.search(ours[-1].words)),
        amount_fen=told.amount_fen,
        earlier=earlier,
        contacts=max(1, len(theirs)),
        said=_said(told, at),
    )


def _said(told: Told, until: int) -> str:
    deeds = (deed.words for deed in told.history or () if deed.by == "buyer" and deed.at <= until)
    return "\n".join((told.reason, told.words, *deeds))


def earlier_of(asked: Iterable[tuple[int, int | None, str]]) -> dict[int, int]:
    """How many after-sales the same buyer had asked for in the half year before each: of row, time and buyer.

    Whose buyer is not known had none.
    """
    by_buyer: dict[str, list[tuple[int, int]]] = {}
    for row_id, at, buyer in asked:
        if buyer and at is not None:
            by_buyer.setdefault(buyer, []).append((at, row_id))
    found: dict[int, int] = {}
    for ones in by_buyer.values():
        ones.sort()
        for place, (at, row_id) in enumerate(ones):
            found[row_id] = place - bisect_left(ones, (at - REPEAT_DAYS * DAY,), hi=place)
    return found


class Tested(msgspec.Struct, frozen=True, kw_only=True):
    """How warnings from a score on would have done: so many of each kind."""

    threshold: int
    hits: int = 0  # warned, and it became one
    alarms: int = 0  # warned, and it did not
    missed: int = 0  # not warned, and it became one
    quiet: int = 0  # not warned, and it did not

    @property
    def warned(self) -> int:
        return self.hits + self.alarms

    @property
    def disputes(self) -> int:
        return self.hits + self.missed

    @property
    def precision(self) -> float | None:
        """Of those warned of, how many became one."""
        return self.hits / self.warned if self.warned else None

    @property
    def recall(self) -> float | None:
        """Of those that became one, how many were warned of."""
        return self.hits / self.disputes if self.disputes else None

    @property
    def is_few(self) -> bool:
        """Too few to say anything."""
        return self.warned < FEW or self.disputes < FEW


class BackTest(msgspec.Struct, frozen=True, kw_only=True):
    """The shop's own past, each after-sale judged by what was known a day after it was asked for.

    ``unknown``: nobody can say how they ended. ``early``: ended or in dispute within that day, before any warning.
    """

    looked_at: int = 0
    unknown: int = 0
    early: int = 0
    tested: tuple[Tested, ...] = ()

    @property
    def judged(self) -> int:
        return self.looked_at - self.unknown - self.early

    def at(self, threshold: int) -> Tested:
        """Of one threshold."""
        return next((one for one in self.tested if one.threshold == threshold), Tested(threshold=threshold))


def back_test(told: Sequence[Told], thresholds: Iterable[int]) -> BackTest:
    """Judge the past by every threshold."""
    before = earlier_of((one.row_id, one.asked_at, one.buyer) for one in told)
    unknown = early = 0
    judged: list[tuple[int, bool]] = []
    for one in told:
        if one.asked_at is None or not is_known(one):
            unknown += 1
            continue
        at, came = one.asked_at + JUDGED_AFTER, dispute_at(one)
        ended = came if came is not None else one.finished_at
        if ended is not None and ended <= at:
            early += 1
            continue
        judged.append((score(case_then(one, before.get(one.row_id, 0), at)).score, came is not None))
    return BackTest(
        looked_at=len(told),
        unknown=unknown,
        early=early,
        tested=tuple(_tested(judged, threshold) for threshold in sorted(set(thresholds))),
    )


def _tested(judged: Sequence[tuple[int, bool]], threshold: int) -> Tested:
    return Tested(
        threshold=threshold,
        hits=sum(came and points >= threshold for points, came in judged),
        alarms=sum(not came and points >= threshold for points, came in judged),
        missed=sum(came and points < threshold for points, came in judged),
        quiet=sum(not came and points < threshold for points, came in judged),
    )


def interval(hits: int, of: int) -> tuple[float, float] | None:
    """Wilson's, 95 %: so that 2 of 3 does not pass for two thirds."""
    if not of:
        return None
    z, share = 1.96, hits / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return max(0.0, middle - half), min(1.0, middle + half)
