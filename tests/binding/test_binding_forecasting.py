"""Forecasts by night: whatever the clock did, however little they are worth, and whatever another shop's come to."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from console.binding.forecasting import NIGHT_MS, Forecasting
from console.core.clock import DAY, HOUR, MINUTE, SystemClock, day_start, parse_shop_time
from console.core.model import Order, OrderStatus, Platform, Shop
from console.rules.forecast_made import Forecast, made
from console.store import forecasts, selecting, settings
from console.store.database import Database
from console.store.orders import save_orders
from console.store.profile import Profile
from console.store.shops import pair, put_shop
from console.store.views import Pair
from console.sync.hub import Hub
from console.sync.nightly import is_due

NOW = parse_shop_time("2026-11-26 14:00:00")
BOTH = Pair(kuaishou_shop_id="kuaishou:1", youzan_shop_id="youzan:2")


class Nights(Forecasting):
    """Counts what it makes; of ``fails`` nothing can be made."""

    def __init__(self, database: Database, clock: SystemClock, *, verdict: str = "", fails: str | None = None) -> None:
        super().__init__(database, database, clock, Hub())
        self.made: list[str] = []
        self._verdict, self._fails = verdict, fails

    async def _make(self, pair: Pair | None) -> Forecast:
        of = forecasts.scope(pair)
        if of == self._fails:
            raise RuntimeError(of)
        self.made.append(of)
        return Forecast(verdict="worse") if self._verdict == "worse" else await super()._make(pair)


def trade(conn: Connection) -> None:
    """A shop and its orders: a Sunday brings twice as much, so that there is something to forecast."""
    for platform, number in ((Platform.KUAISHOU, "1"), (Platform.YOUZAN, "2")):
        shop = Shop(shop_id=f"{platform}:{number}", platform=platform, platform_shop_id=number, name="小禾家居")
        put_shop(conn, shop)
    pair(conn, *BOTH.shop_ids)
    paid = [(back, n, day_start(NOW) - back * DAY + HOUR) for back in range(90) for n in range(3)]
    save_orders(
        conn,
        BOTH.kuaishou_shop_id,
        [
            Order(
                order_no=f"{back}-{n}", status=OrderStatus.SUCCESS, amount_fen=1000 + back * 7919 % 613, buyer_id="b",
                created_at=at, paid_at=at, updated_at=at,
            )
            for back, n, at in paid
        ],
        NOW,
    )  # fmt: skip


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    clock = SystemClock()
    clock.offset_ms = NOW - clock.now_ms()
    with Profile.open(tmp_path / "profile") as profile:
        made = await asyncio.to_thread(Database.open, profile.database_path, clock)
        await made.write(trade)
        yield made
        await asyncio.to_thread(made.close)


@pytest.fixture
def clock() -> SystemClock:
    made = SystemClock()
    made.offset_ms = NOW - made.now_ms()
    return made


def test_a_forecast_of_a_day_to_come_does_not_hold_up_those_of_today() -> None:
    assert is_due(NOW + 300 * DAY, NOW, NIGHT_MS)
    assert not is_due(NOW - MINUTE, NOW, NIGHT_MS)
    assert is_due(NOW - DAY, NOW, NIGHT_MS)


async def test_after_a_clock_that_was_wrong_the_nights_go_on(database: Database, clock: SystemClock) -> None:
    clock.offset_ms += 300 * DAY
    nights = Nights(database, clock)
    of = forecasts.scope(BOTH)
    history = await database.read(forecasts.history, NOW, BOTH, 400)
    lines = await database.read(forecasts.lines)
    told = made(history, forecasts.ahead(NOW, 30), lines, trust=True)
    for scope in ("", of):
        await database.write(forecasts.keep, scope, told, clock.now_ms())
    await nights.look()
    clock.offset_ms -= 300 * DAY
    nights.made.clear()
    await nights.look()
    assert nights.made == ["", of]
    advice = await database.read(selecting.kept, of)
    assert advice is not None
    assert advice.made_at <= clock.now_ms()


async def test_a_method_that_is_worth_nothing_is_rehearsed_once_a_night(database: Database, clock: SystemClock) -> None:
    nights = Nights(database, clock, verdict="worse")
    await nights.look()
    await nights.look()
    assert nights.made == ["", forecasts.scope(BOTH)]
    clock.offset_ms += DAY
    await nights.look()
    assert len(nights.made) == 4


async def test_what_fails_one_scope_is_told_and_takes_no_night_from_another(
    database: Database, clock: SystemClock, expected_logs: list[str]
) -> None:
    expected_logs.append("binding:forecasts failed")
    nights = Nights(database, clock, fails="")
    with pytest.raises(RuntimeError):
        await nights.look()
    assert nights.made == [forecasts.scope(BOTH)]


async def test_advice_that_another_version_kept_is_made_anew(database: Database, clock: SystemClock) -> None:
    await database.write(settings.remember, selecting.KEPT, {"advice": 5})
    assert await database.read(selecting.kept, "") is None
    await Nights(database, clock, verdict="worse").look()
    assert await database.read(selecting.kept, "") is not None
