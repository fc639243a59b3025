"""S8: a flood of orders, some told twice, some out of order, some not shown in time: in the end all of them, once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.timeout(300)

STATES = {
    "kuaishou": {10: "unpaid", 30: "to_ship", 40: "shipped", 50: "received", 70: "success", 80: "closed"},
    "youzan": {
        "WAIT_BUYER_PAY": "unpaid",
        "WAIT_SELLER_SEND_GOODS": "to_ship",
        "WAIT_BUYER_CONFIRM_GOODS": "shipped",
        "TRADE_SUCCESS": "success",
        "TRADE_CLOSED": "closed",
    },
}
PARTS = (("doubled", 0.05), ("lost", 0.05), ("unordered", 0.10))


def held(profile: Path) -> dict[str, dict[str, str]]:
    """The file's own rows: state by number, of both sides."""
    import sqlite3

    conn = sqlite3.connect(profile / "console.db")
    try:
        rows = conn.execute("SELECT shop_id, order_no, status FROM orders").fetchall()
    finally:
        conn.close()
    assert len({row[:2] for row in rows}) == len(rows)
    return {side: {no: state for shop, no, state in rows if shop.startswith(side)} for side in STATES}


def truth(box: Any) -> dict[str, dict[str, str]]:
    told = box.ask("/states")
    return {side: {no: STATES[side][state] for no, state in told[side].items()} for side in STATES}


def flood(box: Any, sync: Any, command: Any, profile: Path, orders: int, steps: int) -> None:
    assert sync(box).code == 0
    before = set(held(profile)["kuaishou"])
    told = box.ask("/flood", {"orders": orders, "minutes": 10} | dict(PARTS))
    assert [len(told[name]) for name, _ in PARTS] == [round(orders * share) for _, share in PARTS]
    assert len(told["orders"]) == orders
    for _ in range(steps):
        box.ask("/clock", {"advance_s": 660 / steps})
        done = sync(box)
        assert done.code == 0, done.out + done.err
    for wait_s in (400, 3_600):  # beyond the stretch that every sync reads once more; then until all are shown
        box.ask("/clock", {"advance_s": wait_s})
        assert sync(box).code == 0
    fresh = set(held(profile)["kuaishou"]) - before
    assert fresh == set(told["orders"]) - set(told["lost"]), "what the list did not show in time, a sync never sees"

    day = box.ask("/clock")["now"][:10]
    words = ("reconcile", "--profile", str(profile), "--day", day, "--json", "--lang", "en")
    audited = command(*words, "--audit", "--connect", str(box.connect))
    (found,) = [one for one in audited.answer["audit"] if one["shop_id"].startswith("kuaishou")]
    assert found["found"] == found["repaired"] == sorted(told["lost"])
    rows = held(profile)
    assert len(rows["kuaishou"]) == len(before) + orders
    assert rows == truth(box), "every state is the world's"

    answer = audited.answer
    lost_and_paid = {no for no in told["lost"] if rows["kuaishou"][no] != "unpaid"}
    assert lost_and_paid <= set(answer["recovered"]) <= set(told["lost"])
    counts = answer["counts"]
    names = ("linked", "missing", "amount_differs", "duplicate", "to_confirm", "explained")
    assert counts["paid"] == sum(counts[name] for name in names)
    assert counts["linked"] >= sum(rows["kuaishou"][no] != "unpaid" for no in told["orders"])
    again = command(*words, "--audit", "--connect", str(box.connect)).answer
    assert [one["found"] for one in again["audit"]] == [[], []]
    assert again["recovered"] == answer["recovered"], "a later proof names them, too"
    assert again["came_late"] == []


@pytest.fixture
def box(open_sandbox: Callable[..., Any]) -> Any:
    return open_sandbox(
        "--items", "30", "--orders", "60", "--frozen", "--seed", "7", "--now", "2026-03-18T10:00:00+08:00"
    )


def test_a_flood_of_300(box: Any, sync: Any, command: Any, tmp_path: Path) -> None:
    flood(box, sync, command, tmp_path / "profile", 300, 2)


@pytest.mark.long
@pytest.mark.timeout(1_200)
def test_a_flood_of_5000(box: Any, sync: Any, command: Any, tmp_path: Path) -> None:
    flood(box, sync, command, tmp_path / "profile", 5_000, 10)
