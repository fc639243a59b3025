"""Parcels: what is wrong with one by its journey, and what a broken promise would cost before it does."""

import pytest

from console import reference
from console.core.clock import HOUR
from console.core.shipping import Track, TrackEvent, TrackState
from console.rules.logistics import (
    Complaints,
    Finding,
    Patience,
    PayRule,
    Way,
    findings,
    is_complaint,
    payout,
)

PATIENCE = Patience(uncollected_ms=24 * HOUR, still_ms=48 * HOUR, signed_fast_ms=4 * HOUR)
RULE = PayRule(share_bp=500, least_fen=100, most_fen=3000)
WAY = Way(sent_at=0, province="浙江省", city="杭州市", district="西湖区")
GOOD = (
    (1, "【广州市】快件已揽收"),
    (10, "离开【广州转运中心】，发往【杭州转运中心】"),
    (30, "到达【杭州转运中心】"),
    (32, "离开【杭州转运中心】，发往【杭州西湖区网点】"),
    (40, "【杭州市】快件正在派送中"),
    (44, "【杭州市】快件已签收"),
)


def track(state: TrackState, *steps: tuple[int, str]) -> Track:
    return Track(state=state, events=tuple(TrackEvent(at=hour * HOUR, words=words) for hour, words in steps))


@pytest.mark.parametrize(
    ("told", "hour", "found"),
    [
        (None, 500, ()),  # nobody tells: nothing is found
        (track("unknown"), 500, ()),
        (track("signed", *GOOD), 500, ()),
        (track("collected"), 23, ()),
        (track("collected"), 24, ("uncollected",)),
        (track("on_the_way", *GOOD[:3]), 77, ()),
        (track("on_the_way", *GOOD[:3]), 78, ("still",)),
        (track("returning", *GOOD[:5], (41, "收件人拒收，快件退回")), 42, ("returned",)),
        (track("returned", *GOOD[:5], (90, "退件已签收")), 500, ("returned",)),
        (track("trouble", *GOOD[:3]), 31, ("trouble",)),
        (track("on_the_way", *GOOD[:4], (34, "快件错分，正在改派")), 35, ("astray",)),
        (track("on_the_way", *GOOD[:3], (33, "离开【上塘分拨】，发往【成都转运中心】")), 35, ("astray",)),
        (track("signed", *GOOD[:4], (44, "已签收")), 50, ("signed_unseen",)),
        (track("signed", (1, "已揽收"), (3, "派送中"), (4, "已签收")), 50, ("signed_unseen",)),
        (track("signed"), 50, ("signed_unseen", "uncollected")),
        (track("trouble", *GOOD[:2]), 500, ("trouble", "still")),
    ],
)
def test_findings_by_journey(told: Track | None, hour: int, found: tuple[Finding, ...]) -> None:
    assert findings(told, WAY, PATIENCE, hour * HOUR) == found


def test_what_it_would_cost_is_known_before_and_after() -> None:
    common = {"rule": RULE, "patience": PATIENCE}
    before = payout(amount_fen=35900, ship_by_at=100, sent_at=None, found=(), **common)  # type: ignore[arg-type]
    assert before is not None
    assert (before.cause, before.amount_fen, before.at) == ("late", 1795, 100)
    assert not before.is_due(99)
    assert before.is_due(100)
    assert payout(amount_fen=35900, ship_by_at=100, sent_at=100, found=(), **common) is None  # type: ignore[arg-type]
    faked = payout(amount_fen=1, ship_by_at=100, sent_at=50, found=("uncollected",), **common)  # type: ignore[arg-type]
    assert faked is not None
    assert (faked.cause, faked.amount_fen, faked.at) == ("uncollected", 100, 50 + 24 * HOUR)


@pytest.mark.parametrize(
    ("amount", "pays"), [(None, None), (1_999, 100), (2_001, 101), (60_000, 3_000), (70_000, 3_000)]
)
def test_a_share_within_bounds_rounded_up(amount: int | None, pays: int | None) -> None:
    assert RULE.amount_fen(amount) == pays


def test_complaints_about_the_way_and_their_rate() -> None:
    assert is_complaint("未按约定时间发货")
    assert not is_complaint("尺寸不合适")
    assert Complaints(shipped=0, complained=0).rate is None
    assert Complaints(shipped=1000, complained=18).rate == 0.018


def test_the_figures_come_with_their_date_and_source() -> None:
    assert reference.pay_rule() == RULE
    assert reference.parcel_patience() == PATIENCE
    assert all(figure.as_of and figure.source for figure in reference.figures().values())
