import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection
from store_clock import NOW, StillClock

from console.core.model import Platform, Shop
from console.store import engines
from console.store.database import Database
from console.store.shops import pair, put_shop
from console.store.views import Pair


@pytest.fixture
def now() -> int:
    return NOW


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "profile" / "console.db"


@pytest.fixture
def database(path: Path, ready_file: Path, clock: StillClock) -> Iterator[Database]:
    path.parent.mkdir(mode=0o700, exist_ok=True)
    shutil.copyfile(ready_file, path)
    opened = Database.open(path, clock, busy_ms=50)
    yield opened
    opened.close()


@pytest.fixture
def conn(tmp_path: Path, ready_file: Path) -> Iterator[Connection]:
    """A connection in a write transaction, for the plain functions."""
    path = tmp_path / "plain.db"
    shutil.copyfile(ready_file, path)
    engine = engines.writer(path, busy_ms=50)
    with engine.connect() as opened, opened.begin():
        yield opened
    engine.dispose()


@pytest.fixture
def bound(conn: Connection) -> Pair:
    """A Kuaishou shop and its Youzan shop."""
    for platform, number in ((Platform.KUAISHOU, "1"), (Platform.YOUZAN, "2")):
        shop = Shop(shop_id=f"{platform}:{number}", platform=platform, platform_shop_id=number, name="小禾家居")
        put_shop(conn, shop)
    pair(conn, "kuaishou:1", "youzan:2")
    return Pair(kuaishou_shop_id="kuaishou:1", youzan_shop_id="youzan:2")
