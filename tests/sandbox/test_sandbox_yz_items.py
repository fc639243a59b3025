import pytest
from yz_shop import AT, Shop

from console.sandbox import world
from console.sandbox.clock import DAY


def listed(made: world.World) -> set[int]:
    return {item.yz_item_id for item in made.products if item.yz_item_id is not None and not item.yz_deleted}


async def both_lists(shop: Shop, size: int, **more: object) -> list[int]:
    """Every item_id of what is on sale and what is in the warehouse, page by page."""
    seen: list[int] = []
    for name in ("items.onsale.get", "items.inventory.get"):
        for page in range(1, 101):
            answer = await shop.data(name, "3.0.0", {"page_no": page, "page_size": size, **more})
            seen += [row["item_id"] for row in answer["items"]]
            if page * size >= answer["count"]:
                break
    return seen


@pytest.mark.parametrize("order", ["created_time:desc", "update_time:asc", "price:desc", "sold_num:asc"])
async def test_the_two_lists_show_every_item_once(order: str) -> None:
    made = world.build(5, 60, 20, AT)
    seen = await both_lists(Shop(made), 13, order_by=order)
    expected = listed(made)
    assert len(seen) == len(set(seen))
    assert set(seen) == expected


async def test_the_cursor_search_shows_every_item_once() -> None:
    made = world.build(5, 60, 20, AT)
    shop, seen, after = Shop(made), [], {}
    while True:
        answer = await shop.data("item.base.search", "1.0.0", {"kdt_id": 1, "channel": 0, "page_size": 7} | after)
        assert answer["paginator"]["total_count"] == len(listed(made))
        if not answer["items"]:
            break
        seen += [row["item_id"] for row in answer["items"]]
        after = {"search_after": answer["search_after"]}
    assert len(seen) == len(set(seen))
    assert set(seen) == listed(made)


async def test_page_limits_and_windows() -> None:
    shop = Shop()
    for page in ({"page_size": 200}, {"page_no": 101}, {"page_no": 40, "page_size": 100}):
        assert await shop.refusal("items.onsale.get", "3.0.0", page) == 200000026
    updated = AT - 2 * DAY
    for start, end, count in ((updated, updated, 1), (updated + 1, AT, 0), (0, updated - 1, 0)):
        ask = {"update_time_start": start, "update_time_end": end}
        assert (await shop.data("items.onsale.get", "3.0.0", ask))["count"] == count


async def test_prices_are_fen_here_and_yuan_there() -> None:
    shop = Shop()
    row = (await shop.data("items.onsale.get", "3.0.0"))["items"][0]
    assert (row["price"], row["quantity"], row["created_time"]) == (8900, 15, "2025-12-13 10:00:00")
    assert row["image"] == "http://sandbox/picture/0.png"
    by_code = (await shop.data("skus.custom.get", "3.0.0", {"item_no": "SKU-BLUE"}))["skus"]
    assert [sku["price"] for sku in by_code] == ["89.00"]
    old = (await shop.data("item.get", "3.0.0", {"alias": "3scarf"}))["item"]
    assert [sku["price"] for sku in old["skus"]] == [9900, 8900]
    new = await shop.data("item.detail.get", "1.0.1", {"item_id": "1001"})
    assert [sku["sku_props"][0]["prop_value_name"] for sku in new["sku_list"]] == ["红", "蓝"]
    assert new["created_time"] == AT - 40 * DAY
    assert await shop.refusal("item.detail.get", "1.0.1", {"item_id": 9}) == 122001001
    asked = {"request": {"kdt_id": 160, "channel": 0, "item_id": 1001}}
    newest = await shop.data("item.itemdetail.get", "1.0.0", asked)
    assert newest["sku_list"][0]["stock_num_str"] == "10"
    assert await shop.refusal("item.itemdetail.get", "1.0.0", {"request": {"item_code": "SPU-1"}}) == 301002567


async def test_stock_is_set_and_moved() -> None:
    shop = Shop()
    red = shop.world.products[0].skus[0]
    sku = {"item_id": 1001, "sku_id": 2001}
    await shop.data("item.quantity.update", "3.0.0", sku | {"quantity": 7})
    assert red.yz_stock == 7
    await shop.data("item.quantity.update", "3.0.0", sku | {"quantity": "-3", "type": 1})
    assert red.yz_stock == 4
    assert await shop.refusal("item.quantity.update", "3.0.0", sku | {"quantity": -5, "type": 1}) == 301000004
    await shop.data("item.quantity.update", "4.0.0", sku | {"kdt_id": 160, "channel": 0, "stock_num_str": "12"})
    assert (red.yz_stock, red.ks_stock) == (12, 10)
    assert (red.yz_updated, shop.world.products[0].yz_updated) == (AT, AT)
    assert await shop.refusal("item.quantity.update", "3.0.0", {"item_id": 9, "quantity": 1}) == 123005001
    assert await shop.refusal("item.quantity.update", "3.0.0", sku | {"sku_id": 9, "quantity": 1}) == 123004002
    await shop.data("item.quantity.update", "4.0.0", {"item_id": 1002, "sku_id": 1002, "stock_num_str": "5"})
    assert shop.world.products[1].skus[0].yz_stock == 5
    assert len(shop.world.writes) == 4


async def test_prices_are_changed_in_yuan_or_fen() -> None:
    shop = Shop()
    red = shop.world.products[0].skus[0]
    body = {"item_id": 1001, "sku_id": 2001, "price": 88.5, "quantity": "9", "item_no": "NEW"}
    await shop.data("item.sku.update", "3.0.0", body)
    assert (red.yz_price, red.yz_stock, red.code) == (8850, 9, "NEW")
    await shop.data("item.price.update", "1.0.0", {"request": {"item_id": 1001, "sku_id": 2001, "price": 8700}})
    assert (red.yz_price, red.ks_price) == (8700, 9900)


async def test_a_full_update_deletes_the_sku_left_out() -> None:
    shop = Shop()
    body = {"item_id": 1001, "skus": [{"sku_id": 2001, "price": 9800}]}
    await shop.data("item.full.sku.update", "1.0.0", body)
    detail = await shop.data("item.detail.get", "1.0.1", {"item_id": 1001})
    assert [(sku["sku_id"], sku["price"]) for sku in detail["sku_list"]] == [(2001, 9800)]
    assert shop.world.products[0].skus[1].ks_sku_id == 22
    stranger = {"item_id": 1001, "skus": [{"sku_id": 2002, "price": 1}]}
    assert await shop.refusal("item.incremental.update", "1.0.1", stranger) == 123004002


async def test_an_item_is_made_shelved_changed_and_deleted() -> None:
    shop = Shop()
    path = "/api/youzan.materials.storage.platform.img.upload/3.0.0"
    sent = await shop.http.post(path, params={"access_token": shop.token}, files={"image": b"\x89PNG1"})
    image = sent.json()["data"]["image_id"]
    spec = {"spec_values": [{"spec_name": "颜色", "spec_value_name": "绿"}]}
    body = {
        "publish_code": "00000000000000000",
        "title": "新围巾",
        "skus": [spec | {"price": 6600, "spot_stock_num": 8, "sku_code": "SKU-GREEN"}],
        "item_code": "SPU-3",
        "display": 0,
    }
    assert await shop.refusal("item.common.create", "1.0.0", body) == 121009313
    made = await shop.data("item.common.create", "1.0.0", body | {"media": {"image_ids": [image]}})
    item = {"item_id": made["item_id"]}
    detail = await shop.data("item.detail.get", "1.0.1", item)
    assert (detail["is_display"], detail["sku_list"][0]["price"], detail["quantity"]) == (0, 6600, 8)
    assert detail["images"][0]["image_url"].endswith(f"/youzan-upload/{image}")
    shown = {"request": {"kdt_id": 160, "item_ids": [made["item_id"]], "channel": 0, "display": 1}}
    await shop.data("item.display.update", "1.0.0", shown)
    onsale = await shop.data("items.onsale.get", "3.0.0", {"q": "新围巾"})
    assert onsale["count"] == 1
    await shop.data("item.common.update", "1.0.0", item | {"title": "更新的围巾"})
    path = f"/api/_textarea_/youzan.item.common.update/1.0.0?access_token={shop.token}"
    told = (await shop.http.post(path, json=item | {"content": "<p>好</p>"})).json()
    assert told["success"]
    detail = await shop.data("item.detail.get", "1.0.1", item)
    assert (detail["title"], detail["desc"], len(detail["sku_list"])) == ("更新的围巾", "<p>好</p>", 1)
    await shop.data("item.update.delisting", "3.0.1", item)
    assert (await shop.data("items.inventory.get", "3.0.0"))["count"] == 2
    await shop.data("item.delete", "3.0.1", item)
    assert await shop.refusal("item.detail.get", "1.0.1", item) == 122001001


async def test_categories_stand_in_two_levels() -> None:
    told = (await Shop().data("itemcategories.get", "3.0.0"))["categories"]
    assert [row["cid"] for row in told[0]["sub_categories"]] == [1000000]
    assert len(told[-1]["sub_categories"]) > 10
