"""Youzan's items → listings, from hand-made samples."""

import copy
from typing import Any

import msgspec
import pytest
from youzan_samples import DETAIL, ITEM, NOW

from console.core.clock import parse_shop_time
from console.core.model import (
    Listing,
    Sku,
)
from console.platforms.youzan import mapping_items, wire


def _listing(on_shelf: bool = True, **fields: object) -> Listing:
    row = msgspec.json.decode(msgspec.json.encode(ITEM | fields), type=wire.ItemRow)
    return mapping_items.listing(row, on_shelf=on_shelf)


def _detail(row: dict[str, Any]) -> Listing:
    return mapping_items.detail(msgspec.json.decode(msgspec.json.encode(row), type=wire.ItemDetail))


def test_a_list_row_of_an_item() -> None:
    item = _listing().item
    assert _listing().skus is None
    assert (item.item_id, item.title, item.code, item.price_fen, item.stock) == ("1001", "羊绒围巾", "SPU-1", 9900, 12)
    assert (item.on_shelf, item.image_url) == (True, "http://127.0.0.1/1.png")
    assert item.updated_at == parse_shop_time("2026-01-15 10:00:00")
    assert _listing(on_shelf=False).item.on_shelf is False
    assert _listing(image="").item.image_url == "http://127.0.0.1/2.png"


def test_an_item_with_its_skus() -> None:
    listing = _detail(DETAIL)
    assert listing.skus == (
        Sku(
            item_id="1001",
            sku_id="2001",
            code="SKU-RED",
            spec="红 · M",
            price_fen=9900,
            stock=12,
            image_url="http://127.0.0.1/red.png",
            updated_at=NOW,
        ),
    )
    assert (listing.item.price_fen, listing.item.on_shelf, listing.item.sold) == (9900, True, 3)
    assert listing.costs_fen == {"2001": 4100}


@pytest.mark.parametrize(("cost", "told"), [(4100, 4100), ("4100", 4100), (0, None), (None, None), ("一半", None)])
def test_a_cost_that_is_not_filled_in_is_not_nothing(cost: object, told: int | None) -> None:
    row = copy.deepcopy(DETAIL)
    row["sku_list"] = []
    row["item_price_param"] = {"price": 9900, "cost_price": cost}
    assert _detail(row).costs_fen.get("") == told


def test_the_older_detail_says_the_same_in_other_words() -> None:
    old = {
        "item_id": 1001,
        "title": "羊绒围巾",
        "item_no": "SPU-1",
        "cid": 5000000,
        "quantity": 12,
        "sold_num": 3,
        "is_listing": True,
        "price": 9900,
        "pic_url": "http://127.0.0.1/1.png",
        "created": "2026-01-01 08:00:00",
        "skus": [
            {
                "sku_id": 2001,
                "item_no": "SKU-RED",
                "properties_name_json": '[{"kid":1,"vid":7,"k":"颜色","v":"红"},{"kid":2,"vid":8,"k":"尺码","v":"M"}]',
                "price": 9900,
                "cost_price": "4100",
                "quantity": 12,
                "modified": "2026-01-15 10:30:42",
            }
        ],
    }
    new = copy.deepcopy(DETAIL)
    del new["sku_value_props"]
    assert _detail(old) == _detail(new)


def test_the_detail_page_is_kept_as_words_and_silence_is_not_emptiness() -> None:
    assert _detail(DETAIL | {"desc": "<p>加厚&nbsp;毛巾</p><p>7 天无理由</p>"}).details == "加厚\u00a0毛巾\n7 天无理由"
    assert _detail(DETAIL | {"desc": ""}).details == ""
    assert _detail({key: value for key, value in DETAIL.items() if key != "desc"}).details is None
    assert _listing().details is None
