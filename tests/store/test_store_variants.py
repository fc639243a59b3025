"""Which variants stand on one line: no variant ever has two links, whatever both shops say and a person decides."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine

from console.core.clock import Clock
from console.core.errors import Refused
from console.core.model import Item, Listing, Platform, Shop, Sku
from console.rules.linking_skus import SkuReason
from console.store import engines, goods_links, schema, shops
from console.store.goods_links import Wanted
from console.store.health import note_success
from console.store.item_variants import side_by_side
from console.store.item_view import item_detail, item_ids
from console.store.items import save_listings
from console.store.pairing import pair_items
from console.store.views import ItemFilter, Pair, SkuRow

NOW = 1_768_444_200_000
BOUND = Pair(kuaishou_shop_id="kuaishou:1", youzan_shop_id="youzan:2")
CODES, SPECS = st.sampled_from(("", "A", "B", "C")), st.sampled_from(("", "红", "红 色", "蓝"))
VARIANTS = st.lists(st.tuples(CODES, SPECS), max_size=4)
SHOP = st.lists(st.tuples(CODES, VARIANTS), max_size=4)
DECISION = st.tuples(st.sampled_from(("link", "unlink", "apart")), st.integers(0, 3), st.integers(0, 3))


def sku(sku_id: str, code: str = "", spec: str = "") -> Sku:
    return Sku(item_id="", sku_id=sku_id, code=code, spec=spec)


def told(rows: Sequence[SkuRow]) -> list[tuple[str, str, str]]:
    return [
        (row.kuaishou.sku_id if row.kuaishou else "", row.youzan.sku_id if row.youzan else "", row.reason)
        for row in rows
    ]


def test_a_shared_code_is_told_apart_by_the_specification_and_the_rest_stands_alone() -> None:
    here = [sku("1", "A", "红"), sku("2", "A", "蓝"), sku("3", "C", "绿"), sku("4", "D")]
    there = [sku("x", "A", "蓝"), sku("y", "A", "红"), sku("z", "", "绿")]
    assert told(side_by_side(here, there)) == [
        ("1", "y", SkuReason.CODE_SPEC),
        ("2", "x", SkuReason.CODE_SPEC),
        ("3", "", SkuReason.SPEC),
        ("4", "", ""),
        ("", "z", SkuReason.SPEC),
    ]


def fill(conn: Connection, sides: Sequence[list[tuple[str, list[tuple[str, str]]]]]) -> None:
    """Both shops, read to the end. Variants of different goods bear the same codes on purpose."""
    for shop_id, side, first in zip(BOUND.shop_ids, sides, "ky", strict=True):
        platform, _, number = shop_id.partition(":")
        shops.put_shop(conn, Shop(shop_id=shop_id, platform=Platform(platform), platform_shop_id=number, name=""))
        goods = []
        for at, (code, variants) in enumerate(side):
            named = [(f"{first}{at}-{n}", one, spec) for n, (one, spec) in enumerate(variants)]
            skus = tuple(Sku(item_id=f"{first}{at}", sku_id=no, code=one, spec=spec) for no, one, spec in named)
            goods.append(Listing(item=Item(item_id=f"{first}{at}", title="保温杯", code=code), skus=skus))
        save_listings(conn, shop_id, goods, NOW)
        note_success(conn, shop_id, "items", NOW)
    shops.pair(conn, *BOUND.shop_ids)
    pair_items(conn, BOUND)


def decide(conn: Connection, what: str, here: int, there: int) -> None:
    """What a person may ask for; refusals are part of it."""
    try:
        if what == "link":
            goods_links.link(conn, BOUND, [Wanted(f"k{here}", f"y{there}")], NOW)
        elif what == "unlink":
            goods_links.unlink(conn, BOUND, f"k{here}", f"y{there}", "", NOW)
        else:
            found = conn.exec_driver_sql("SELECT id FROM items WHERE item_id = ?", (f"k{here}",)).scalar()
            goods_links.set_apart(conn, [found or 0], NOW)
    except Refused:
        return


def links(conn: Connection) -> list[tuple[str, str]]:
    """Every pair of variants that any line of the goods table shows, as (Kuaishou's, Youzan's)."""
    found = []
    for row_id in item_ids(conn, ItemFilter()):
        detail = item_detail(conn, row_id)
        assert detail is not None
        found += [(row.kuaishou, row.youzan) for row in detail.skus]
    return [(here.sku_id, there.sku_id) for here, there in found if here is not None and there is not None]


class _Clock:
    def now_ms(self) -> int:
        return NOW

    async def sleep(self, seconds: float) -> None:
        raise AssertionError


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """An empty file for all examples: each rolls back what it wrote."""
    path, clock = tmp_path_factory.mktemp("variants") / "law.db", _Clock()
    engine = engines.writer(path, busy_ms=50)
    told: Clock = clock
    schema.settle(engine, path, told)
    yield engine
    engine.dispose()


@given(SHOP, SHOP, st.lists(DECISION, max_size=6))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_variant_ever_has_two_links(
    file: Engine,
    kuaishou: list[tuple[str, list[tuple[str, str]]]],
    youzan: list[tuple[str, list[tuple[str, str]]]],
    decisions: list[tuple[str, int, int]],
) -> None:
    with file.connect() as conn, conn.begin() as written:
        fill(conn, (kuaishou, youzan))
        for step in (None, *decisions):
            if step is not None:
                decide(conn, *step)
            shown = links(conn)
            assert len({one for one, _ in shown}) == len({other for _, other in shown}) == len(shown)
        written.rollback()
