"""Certificates that nobody entered: by the categories of goods on the shelf, without those that somebody ruled out."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from console.core.categories import Category
from console.core.clock import SystemClock, parse_shop_time
from console.core.errors import Refused
from console.core.model import Item, Listing, Platform, Shop
from console.rules.certificates import Certificate, CertState
from console.store import categories, ledger_gaps
from console.store.certificates import put_certificate
from console.store.database import Database
from console.store.items import save_listings
from console.store.ledger import Entry, ledger
from console.store.shops import put_shop

NOW = parse_shop_time("2026-11-26 10:00:00")
TODAY = date(2026, 11, 26)
SHOP = "kuaishou:1"
TOY = "质检报告(GB 6675)与 CCC"


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    made = await asyncio.to_thread(Database.open, tmp_path / "console.db", SystemClock())
    shop = Shop(shop_id=SHOP, platform=Platform.KUAISHOU, platform_shop_id="1", name="小禾家居")
    await made.write(put_shop, shop)
    tree = [
        Category(category_id="7", path="孕婴/乐器/玩具 > 玩具"),
        Category(category_id="8", path="家居 > 毛巾"),
    ]
    await made.write(categories.put_tree, SHOP, tree, NOW)
    goods = [
        Listing(item=Item(item_id=item_id, title=title, category_id=category, on_shelf=shelf))
        for item_id, title, category, shelf in (
            ("1", "积木", "7", True), ("2", "拼图", "7", True), ("3", "下架积木", "7", False), ("4", "浴巾", "8", True),
        )
    ]  # fmt: skip
    await made.write(save_listings, SHOP, goods, NOW)
    yield made
    await asyncio.to_thread(made.close)


async def found(database: Database) -> dict[str, Entry]:
    entries = await database.read(ledger, (), TODAY)
    return {one.certificate.kind: one for one in await database.read(ledger_gaps.gaps, (), entries)}


async def test_what_goods_on_the_shelf_are_likely_to_need_and_nobody_entered(database: Database) -> None:
    missing = await found(database)
    assert {"营业执照", TOY} <= set(missing)
    toy = missing[TOY]
    assert (toy.standing.state, toy.stops, toy.titles) == (CertState.MISSING, 2, ("积木", "拼图"))
    assert toy.certificate.categories == ("孕婴/乐器/玩具 > 玩具",)
    assert missing["营业执照"].stops is None, "it is about the shop, not about goods"
    assert not any("毛巾" in path for one in missing.values() for path in one.certificate.categories)


async def test_one_that_is_entered_is_missing_for_the_other_goods_only(database: Database) -> None:
    one = Certificate(certificate_id="C1", kind=TOY, valid_to=date(2027, 5, 1), products=("1",))
    await database.write(put_certificate, SHOP, one, NOW)
    assert (await found(database))[TOY].titles == ("拼图",)
    await database.write(put_certificate, SHOP, Certificate(certificate_id="C2", kind=TOY, products=("2",)), NOW)
    assert TOY not in await found(database)


async def test_a_lapsed_one_speaks_for_itself(database: Database) -> None:
    one = Certificate(certificate_id="C1", kind=TOY, valid_to=date(2026, 1, 1))
    await database.write(put_certificate, SHOP, one, NOW)
    assert TOY not in await found(database)


async def test_what_is_not_needed_is_ruled_out_with_a_reason(database: Database) -> None:
    with pytest.raises(Refused, match=r"certificate\.reason"):
        await database.write(ledger_gaps.set_not_needed, SHOP, TOY, " ", NOW)
    await database.write(ledger_gaps.set_not_needed, SHOP, TOY, "只卖成人拼图", NOW)
    assert TOY not in await found(database)
    assert await database.read(ledger_gaps.not_needed, SHOP) == {TOY: "只卖成人拼图"}


async def test_goods_whose_category_was_not_read_are_counted_not_guessed(database: Database) -> None:
    assert await database.read(ledger_gaps.goods_unjudged, ()) == 0
    more = [Listing(item=Item(item_id="9", title="奶粉", category_id="99", category_name="奶粉", on_shelf=True))]
    await database.write(save_listings, SHOP, more, NOW)
    assert await database.read(ledger_gaps.goods_unjudged, (SHOP,)) == 1
    assert await database.read(ledger_gaps.goods_unjudged, ("kuaishou:2",)) == 0
