"""Backups as a person asks for them and as the program makes them; and a bundle that tells of nobody."""

import asyncio
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from console.binding import keeping
from console.binding.keeping import FileKeeping
from console.core.clock import DAY, SystemClock
from console.core.errors import FileTrouble, Refused
from console.core.model import Platform, Shop
from console.net import redaction
from console.store import backups, settings
from console.store.database import Database
from console.store.health import note_trouble
from console.store.profile import Profile
from console.store.shops import put_shop
from console.sync.hub import Hub

SHOP = Shop(shop_id="kuaishou:600312345", platform=Platform.KUAISHOU, platform_shop_id="600312345", name="小禾家居")
SECRET = "ce9a8f909b650cd2d0be787100cefa3a"  # as a shop's app secret looks
TOKEN = "ChFvYXV0aC5hY2Nlc3NUb2tlbhI6N48uM7092uvx4oMPVtcdZHI9wPyD3OVf"
BUYER = ("张三丰", "13812345678", "文一西路969号", "2533000012345678", "zhang.san@example.com", "SF1234567890123")


class Held:
    """The keeping of a profile of a test's own, and what it asks."""

    def __init__(self, profile: Profile, database: Database, clock: SystemClock) -> None:
        self.may = True
        self.demo = False
        self.profile, self.database, self.clock = profile, database, clock
        self.told: list[float] = []
        self.keeping = FileKeeping(
            profile, database, clock, Hub(), lambda _right: self.may, lambda: "陈静", lambda: self.demo
        )


@pytest.fixture
async def held(tmp_path: Path) -> AsyncIterator[Held]:
    clock = SystemClock()
    with Profile.open(tmp_path / "profile") as profile:
        database = await asyncio.to_thread(Database.open, profile.database_path, clock)
        yield Held(profile, database, clock)
        await asyncio.to_thread(database.close)


async def test_a_person_makes_a_copy_here_and_elsewhere_and_sees_when(held: Held, tmp_path: Path) -> None:
    assert (await held.keeping.state()).last_at is None
    made = await held.keeping.back_up(held.told.append)
    await asyncio.sleep(0)  # what was told on the other thread
    assert held.told[-1] == 1
    state = await held.keeping.state()
    assert [one.path for one in state.kept] == [made]
    assert state.daily
    assert abs((state.last_at or 0) - held.clock.now_ms()) < 60_000
    assert f"schema{held.database.schema_version}" in made.name
    stick = tmp_path / "stick" / "mine.db"
    await held.keeping.back_up(held.told.append, stick)
    state = await held.keeping.state()
    assert len(state.kept) == 1
    assert state.elsewhere_at is not None
    assert (await held.keeping.contents(stick)).orders == 0


async def test_one_a_day_seven_kept_none_in_a_demo_and_none_where_it_is_off(held: Held) -> None:
    held.demo = True
    assert not await held.keeping.back_up_if_due()
    held.demo = False
    await held.keeping.set_daily(False)
    assert not await held.keeping.back_up_if_due()
    await held.keeping.set_daily(True)
    for day in range(9):
        held.clock.offset_ms = day * DAY
        assert await held.keeping.back_up_if_due()
        assert not await held.keeping.back_up_if_due()  # once a day
    assert len((await held.keeping.state()).kept) == backups.DAILY_KEPT
    held.may = False
    with pytest.raises(Refused, match=r"people.owner_only"):
        await held.keeping.set_daily(False)


async def test_a_daily_copy_that_cannot_be_made_says_why(held: Held, expected_logs: list[str]) -> None:
    expected_logs.append("no backup today: disk.denied")
    held.keeping.folder.write_text("somebody put a file where the folder should be")
    assert not await held.keeping.back_up_if_due()
    assert not await held.keeping.back_up_if_due()
    assert (await held.keeping.state()).code == "disk.denied"


async def test_what_keeps_it_from_looking_is_said_until_it_looks_again(
    held: Held, monkeypatch: pytest.MonkeyPatch, expected_logs: list[str]
) -> None:
    expected_logs.append("no backup today: disk.denied")

    def listed(*_folders: Path) -> list[backups.Backup]:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as away:
        away.setattr(backups, "listed", listed)
        assert not await held.keeping.back_up_if_due()
    assert (await held.keeping.state()).code == "disk.denied"
    assert await held.keeping.back_up_if_due()
    assert (await held.keeping.state()).code == ""
    with monkeypatch.context() as away:
        away.setattr(backups, "listed", listed)
        assert not await held.keeping.back_up_if_due()
    assert not await held.keeping.back_up_if_due()
    assert (await held.keeping.state()).code == "", "today's was made before"


async def test_copies_of_a_wrong_clock_are_no_todays_and_push_none_out(held: Held) -> None:
    for day in range(backups.DAILY_KEPT):
        held.clock.offset_ms = (1_500 + day) * DAY
        assert await held.keeping.back_up_if_due()
    for day in range(2):
        held.clock.offset_ms = day * DAY
        assert await held.keeping.back_up_if_due()
        assert not await held.keeping.back_up_if_due()
        state = await held.keeping.state()
        assert state.last_at is not None
        assert abs(state.last_at - held.clock.now_ms()) < 60_000
    assert len(state.kept) == backups.DAILY_KEPT + 2


async def test_a_file_that_is_away_for_a_while_ends_no_daily_copies(
    held: Held, until: Any, monkeypatch: pytest.MonkeyPatch, expected_logs: list[str]
) -> None:
    expected_logs.append("daily backup rests: file.locked")
    monkeypatch.setattr(keeping, "FIRST_S", 0.001)
    monkeypatch.setattr(keeping, "AGAIN_S", 0.01)
    real, failing = held.keeping.back_up_if_due, [FileTrouble("file.locked", "console.db")]
    made: list[bool] = []

    async def back_up_if_due() -> bool:
        if failing:
            raise failing.pop()
        made.append(await real())
        return made[-1]

    monkeypatch.setattr(held.keeping, "back_up_if_due", back_up_if_due)
    held.keeping.start()
    await until(lambda: made)
    await held.keeping.stop()
    assert made[0]


async def test_a_copy_can_be_stopped_and_leaves_nothing(
    held: Held, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is in the middle of copying, and goes on only once it was told to stop."""
    make, stops = backups.make, list[Event]()

    def waiting(source: Path, target: Path, stop: Event, told: backups.Told) -> None:
        def tell(share: float) -> None:
            told(share)
            stops.append(stop)
            assert stop.wait(30)

        make(source, target, stop, tell)

    monkeypatch.setattr(backups, "make", waiting)
    await held.database.write(lambda conn: conn.exec_driver_sql("CREATE TABLE filling (text TEXT)").close())
    await held.database.write(
        lambda conn: conn.exec_driver_sql(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6000) "
            "INSERT INTO filling SELECT hex(randomblob(500)) FROM n"
        ).close()
    )
    begun = asyncio.Event()
    work = asyncio.create_task(held.keeping.back_up(lambda _share: begun.set(), tmp_path / "there" / "mine.db"))
    await begun.wait()
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert len(stops) == 1, "it looked before each step whether to go on"
    assert _there(tmp_path / "there") == []


def _there(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir()]


async def test_a_restore_is_set_down_and_left_again_by_the_owner_only(held: Held) -> None:
    made = await held.keeping.back_up(held.told.append)
    held.may = False
    with pytest.raises(Refused, match=r"people.owner_only"):
        await held.keeping.restore_next(made, held.told.append)
    held.may = True
    with pytest.raises(FileTrouble, match=r"file.missing"):
        await held.keeping.restore_next(made.with_name("gone.db"), held.told.append)
    await held.keeping.restore_next(made, held.told.append)
    assert (await held.keeping.state()).planned
    assert await held.keeping.restore_not()
    assert not (await held.keeping.state()).planned


async def test_the_bundle_holds_no_secret_and_tells_of_no_buyer(held: Held, tmp_path: Path) -> None:
    """Everything that could slip in is planted where it could come from."""
    redaction.hide(SECRET)
    lines = [
        f"2026-11-26 10:00:00,001 INFO console.sync: app_secret={SECRET} access_token={TOKEN}",
        f"2026-11-26 10:00:01,001 ERROR console: uncaught {SECRET}",
        *(f"2026-11-26 10:00:02,001 WARNING console.sync: the receiver is {one}, so it is" for one in BUYER),
        "Traceback (most recent call last):",
        f'  File "{Path.home()}/console/sync/reading.py", line 7, in read',
        "KeyError: 'wang_xiaoming88'",
        "ValueError: not a carrier: Alice Wang",
    ]
    held.profile.log_path.write_text("\n".join(lines), encoding="utf-8")
    now = held.clock.now_ms()
    await held.database.write(put_shop, SHOP)
    await held.database.write(note_trouble, SHOP.shop_id, "orders", "refused", "kuaishou.28", f"{BUYER[0]}的订单", now)
    for key, value in (
        ("aftersale.return_address.kuaishou:600312345", {"name": "Zhang San", "phone": BUYER[1]}),
        ("review.api_key", TOKEN),
        ("compliance.review", {"base_url": f"https://me:{SECRET}@host.example/v1?key={TOKEN}", "on": True}),
        ("goods.buffer.kuaishou:600312345.887766554433", 5),
        ("operators", [{"operator_id": "p0", "name": "Alice Wang", "role": "owner"}]),
        ("live.folder", "D:\\shows of Alice Wang"),
    ):
        await held.database.write(settings.put, key, value, now)
    parts = await held.keeping.bundle({"qt": "6.11", "callback": f"https://a.example/?code={TOKEN}"})
    zipped = tmp_path / "bundle.zip"
    await held.keeping.save_bundle(parts, zipped)
    said = _unzipped(zipped)
    assert said == {part.name: part.text for part in parts}
    whole = "\n".join(said.values())
    for word in (
        SECRET,
        TOKEN,
        *BUYER,
        "Zhang San",
        "小禾家居",
        "600312345",
        "wang_xiaoming88",
        "Alice",
        str(Path.home()),
    ):
        assert word not in whole, word
    assert '"kuaishou.28"' in said["health.json"]
    assert "kuaishou-1" in said["health.json"]
    assert '"goods.buffer.kuaishou-1.*": 1' in said["settings.json"]
    assert "CREATE TABLE orders" in said["schema.sql"]
    assert '"orders": 0' in said["counts.json"]
    assert "console/sync/reading.py" in said["log.txt"]
    assert held.database.schema_version in said["versions.json"]


def _unzipped(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name).decode() for name in file.namelist()}
