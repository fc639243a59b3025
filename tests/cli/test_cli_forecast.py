"""``forecast``: one line of JSON; medians with bands and what they are worth, or what is lacking."""

import json
from pathlib import Path
from typing import Any

import pytest

from console.__main__ import main
from console.core.clock import DAY, HOUR, SystemClock, day_start
from console.core.model import Order, OrderStatus, Platform, Shop
from console.store import engines, forecasts, schema
from console.store.orders import save_orders
from console.store.shops import put_shop

K = "kuaishou:1"


def profile(folder: Path, days: int, spend: bool = False) -> Path:
    folder.mkdir(exist_ok=True)
    clock, path = SystemClock(), folder / "console.db"
    today, now = day_start(clock.now_ms()), clock.now_ms()
    engine = engines.writer(path, busy_ms=50)
    schema.settle(engine, path, clock)
    with engine.begin() as conn:
        put_shop(conn, Shop(shop_id=K, platform=Platform.KUAISHOU, platform_shop_id="1", name="小禾家居"))
        ats = [(back, today - back * DAY + HOUR) for back in range(1, days + 2) for _ in range(4)]
        rows = [
            Order(
                order_no=f"{n}", status=OrderStatus.SUCCESS, amount_fen=1000 + back * 37 % 11 * 40, paid_at=at,
                created_at=at, updated_at=at,
            )
            for n, (back, at) in enumerate(ats)
        ]  # fmt: skip
        save_orders(conn, K, rows, now)
        if spend:
            forecasts.put_spend(conn, K, {today - back * DAY: 1000 for back in range(1, 20)}, "file", now)
    engine.dispose()
    return folder


def forecast(capfd: pytest.CaptureFixture[str], folder: Path, *words: str) -> tuple[int, Any]:
    code = main(["forecast", "--profile", str(folder), "--json", *words])
    return code, json.loads(capfd.readouterr().out)


def test_what_lacks_is_named_with_how_much_and_when(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, told = forecast(capfd, profile(tmp_path / "few", 9))
    assert code == 0
    assert told == {
        "lacking": [
            {"what": "days", "have": 9, "need": 28, "in_days": 30},
            {"what": "orders", "have": 36, "need": 100, "in_days": 25},
            {"what": "spend_days", "have": 0, "need": 14, "in_days": None},
        ]
    }


def test_a_forecast_in_one_line(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, told = forecast(capfd, profile(tmp_path / "much", 60, spend=True), "--days", "30")
    assert code == 0
    assert told["lacking"] == []
    assert len(told["medians"]) == len(told["bands"]["80"]) == len(told["bands"]["95"]) == len(told["roi"]) == 30
    for middle, (low, high), (lowest, highest) in zip(
        told["medians"], told["bands"]["80"], told["bands"]["95"], strict=True
    ):
        assert lowest <= low <= middle <= high <= highest
    assert 0 <= told["wape"] < told["naive_wape"]
    assert 0 <= told["coverage"] <= 1
    assert told["spend_fen"] == 1000
