"""Items on the wire: list and detail, categories, new and edit with their review, shelf, price and stock."""

from typing import Any

import pytest
from ks_shop import BASE, KsShop

from console.sandbox.state import Product


@pytest.fixture
def shop() -> KsShop:
    return KsShop(40, 20)


def _ids(rows: list[dict[str, Any]]) -> list[int]:
    return [row["kwaiItemId"] for row in rows]


def _listed(shop: KsShop) -> set[int | None]:
    return {p.ks_item_id for p in shop.world.products if p.ks_item_id and not p.ks_deleted}


async def test_pages_show_every_item_once(shop: KsShop) -> None:
    found: list[int] = []
    for number in range(1, 10):
        page = await shop.data("open.item.list.get", pageNumber=number, pageSize=10)
        assert page["currentPageItemCount"] == len(page["items"])
        assert page["totalPage"] == -(-page["totalItemCount"] // 10)
        found += _ids(page["items"])
    assert len(found) == len(set(found)) == page["totalItemCount"]
    assert set(found) == _listed(shop)


@pytest.mark.parametrize(("asked", "given"), [(None, 38), (1000, 38), (3, 10)])
async def test_page_sizes_are_brought_within_bounds(shop: KsShop, asked: int | None, given: int) -> None:
    page = await shop.data("open.item.list.get", pageSize=asked)
    assert len(page["items"]) == min(given, len(_listed(shop)))


async def test_page_drift_hides_one_row(shop: KsShop) -> None:
    calm = _ids((await shop.data("open.item.list.get", pageNumber=2, pageSize=10))["items"])
    shop.ctx.faults.turn(["page_drift"], times=1)
    drifted = await shop.data("open.item.list.get", pageNumber=2, pageSize=10)
    assert _ids(drifted["items"])[:-1] == calm[1:]
    assert drifted["totalItemCount"] == len(_listed(shop))


async def test_filters(shop: KsShop) -> None:
    item = shop.item()
    page = await shop.data("open.item.list.get", kwaiItemId=item.ks_item_id)
    assert _ids(page["items"]) == [item.ks_item_id]
    on_shelf = await shop.data("open.item.list.get", onOfflineStatus=1)
    assert all(row["shelfStatus"] == 1 for row in on_shelf["items"])
    item.ks_fields["relItemId"] = 4711
    alone = await shop.data("open.item.list.get", relItemId=4711)
    assert alone["kwaiItemId"] == item.ks_item_id


async def test_detail_and_skus_agree_with_the_list(shop: KsShop) -> None:
    for row in (await shop.data("open.item.list.get", pageSize=10))["items"]:
        detail = await shop.data("open.item.get", kwaiItemId=row["kwaiItemId"])
        skus = await shop.data("open.item.sku.list.get", kwaiItemId=row["kwaiItemId"])
        assert detail["skuInfos"] == skus["skuList"] == row["skuList"]
        assert skus["skuCount"] == len(row["skuList"])
        assert detail["createdTime"] == row["createTime"]
        assert detail["parentCategoryList"][0]["categoryPid"] == 0
        assert row["imageUrls"][0].startswith(f"{BASE}/picture/")


async def test_categories_lead_to_attributes_and_values(shop: KsShop) -> None:
    nodes = await shop.data("open.item.category")
    parents = {node["categoryPid"] for node in nodes}
    leaf = next(node["categoryId"] for node in nodes if node["categoryId"] not in parents)
    tree = await shop.data("open.item.category.optional.get")
    assert [node["categoryId"] for node in tree] == [n["categoryId"] for n in nodes if n["categoryPid"] == 0]
    config = await shop.data("open.item.category.config", categoryId=leaf)
    brand = next(prop for prop in config["propConfigs"] if prop["propName"] == "品牌")
    ask = {"categoryId": leaf, "propId": brand["propId"]}
    first = await shop.data("open.item.category.prop.value.search", **ask, cursor=0, limit=5)
    rest = await shop.data("open.item.category.prop.value.search", **ask, cursor=first["cursor"], limit=500)
    assert first["total"] == len(first["propValues"]) + len(rest["propValues"])
    brands = await shop.data("open.item.brand.list.get", **ask, cursor=0, propValue="无")
    assert [row["propValue"] for row in brands["propValueDto"]] == ["无品牌"]
    assert (await shop.refused("open.item.category.config", categoryId=nodes[0]["categoryId"]))[0] == 21
    for method in ("saleprop.rule", "qualification.collection.config"):
        assert (await shop.call(f"open.item.{method}", categoryId=leaf))["result"] == 1
    check = await shop.data("open.item.category.standard.check", leafCategoryId=leaf)
    assert check["propValueCode"] == "0"


async def test_titles_suggest_categories(shop: KsShop) -> None:
    item = shop.item()
    rows = await shop.data("open.item.category.suggested.get", imageUrls=["x"], itemTitle=item.title)
    assert 1 <= len(rows) <= 3
    assert rows[0]["categoryCodePath"][-1] == item.ks_category_id


def _new(**changes: Any) -> dict[str, Any]:
    def sku(number: int, colour: str) -> dict[str, Any]:
        prop = {"propName": "颜色", "propValueName": colour, "isMainProp": 1, "propVersion": 1}
        return {
            "relSkuId": number,
            "skuStock": 5,
            "skuSalePrice": 3990,
            "skuNick": f"N-{number}",
            "skuProps": [{**prop, "imageUrl": f"{BASE}/picture/1.png"}],
        }

    return {
        "title": "夏季短袖T恤 纯棉宽松",
        "relItemId": 1001,
        "categoryId": 1366,
        "imageUrls": [f"{BASE}/picture/1.png"],
        "details": "实物拍摄",
        "detailImageUrls": [f"{BASE}/picture/2.png"],
        "skuList": [sku(1, "白"), sku(2, "黑")],
        "serviceRule": {"refundRule": "1", "promiseDeliveryTime": 172800, "servicePromise": {}},
        "expressTemplateId": 1001,
    } | changes


async def test_a_new_item_waits_for_review_and_passes(shop: KsShop) -> None:
    made = await shop.data("open.item.new", **_new())
    assert [row["relSkuId"] for row in made["skuIdMapping"]] == [1, 2]
    detail = await shop.data("open.item.get", kwaiItemId=made["kwaiItemId"])
    assert (detail["auditStatus"], detail["relItemId"]) == (0, 1001)
    assert detail["serviceRule"]["promiseDeliveryTime"] == 172800
    assert (await shop.refused("open.item.new", **_new()))[0] == 21  # relItemId was used
    assert (await shop.refused("open.item.edit", itemId=made["kwaiItemId"], title="别的标题"))[0] == 21
    shop.ctx.clock.advance(61)
    assert (await shop.data("open.item.get", kwaiItemId=made["kwaiItemId"]))["auditStatus"] == 2
    assert made["kwaiItemId"] in _ids((await shop.data("open.item.list.get"))["items"])


def _twice() -> list[dict[str, Any]]:
    return [_new()["skuList"][0]] * 2


@pytest.mark.parametrize(
    "change",
    [
        {"title": ""},
        {"categoryId": 1107},
        {"imageUrls": ["https://elsewhere.example/a.png"]},
        {"imageUrls": []},
        {"details": "长" * 1001},
        {"skuList": []},
        {"skuList": _twice()},
        {"expressTemplateId": 5},
        {"serviceRule": {"refundRule": "1", "promiseDeliveryTime": 172800, "deliverGoodsInteralTime": 5}},
        {"serviceRule": {"refundRule": "1"}},
        {"serviceRule": {"refundRule": "99", "promiseDeliveryTime": 172800}},
        {"shortTitle": "短"},
        {"purchaseLimit": True},
        {"payWay": 1},
        {"itemPropValues": [{"propId": 102}, {"propId": 102}]},
    ],
)
async def test_bad_items_are_refused_and_leave_nothing(shop: KsShop, change: dict[str, Any]) -> None:
    before = len(shop.world.products)
    assert (await shop.refused("open.item.new", **_new(**change)))[0] in (21, 2001)
    assert len(shop.world.products) == before
    assert not shop.world.writes
    assert (await shop.call("open.item.new", **_new()))["result"] == 1  # it was that change alone


def _passed(shop: KsShop) -> Product:
    item = shop.item()
    assert item.audit == 2
    return item


async def test_a_live_items_copy_is_reviewed_before_it_shows(shop: KsShop) -> None:
    item = _passed(shop)
    old = item.title
    await shop.data("open.item.edit", itemId=item.ks_item_id, title="新的标题 加长版")
    during = await shop.data("open.item.get", kwaiItemId=item.ks_item_id)
    assert (during["title"], during["auditStatus"], during["duplicationStatus"]) == (old, 2, 0)
    shop.ctx.clock.advance(61)
    after = await shop.data("open.item.get", kwaiItemId=item.ks_item_id)
    assert (after["title"], after["duplicationStatus"]) == ("新的标题 加长版", 2)


async def test_an_item_sent_back_is_handed_in_again(shop: KsShop) -> None:
    item = _passed(shop)
    item.audit, item.audit_reason = 1, "标题夸大"
    await shop.data("open.item.edit", itemId=item.ks_item_id, title="老实的标题")
    assert (item.audit, item.title) == (0, "老实的标题")
    shop.ctx.clock.advance(61)
    assert (await shop.data("open.item.get", kwaiItemId=item.ks_item_id))["auditStatus"] == 2


async def test_edits_change_skus_together_or_not_at_all(shop: KsShop) -> None:
    item = _passed(shop)
    sku = item.skus[0]
    price, stock = sku.ks_price, sku.ks_stock
    good = {"skuId": sku.ks_sku_id, "skuSalePrice": price + 100, "skuStockChangeType": 3, "skuChangeStock": 70}
    bad = {"skuId": 1, "skuSalePrice": 1}
    assert (await shop.refused("open.item.edit", itemId=item.ks_item_id, skuList=[good, bad]))[0] == 21
    assert (sku.ks_price, sku.ks_stock) == (price, stock)
    await shop.data("open.item.edit", itemId=item.ks_item_id, skuList=[good])
    assert (sku.ks_price, sku.ks_stock, item.title) == (price + 100, 70, item.title)
    assert (await shop.refused("open.item.autopass.edit", itemId=item.ks_item_id, skuList=[good]))[0] == 2001
    add = good | {"skuStockChangeType": 1, "skuChangeStock": 5}
    await shop.data("open.item.autopass.edit", itemId=item.ks_item_id, skuList=[add])
    assert sku.ks_stock == 75


async def test_flagged_parts_change_only_with_their_flag(shop: KsShop) -> None:
    item = _passed(shop)
    pictures = [f"{BASE}/picture/77.png"]
    await shop.data("open.item.edit", itemId=item.ks_item_id, detailImageUrls=pictures)
    assert (await shop.data("open.item.get", kwaiItemId=item.ks_item_id))["detailImageUrls"] != pictures
    await shop.data("open.item.edit", itemId=item.ks_item_id, detailImageUrls=pictures, updateDetailImageUrls=True)
    assert (await shop.data("open.item.get", kwaiItemId=item.ks_item_id))["detailImageUrls"] == pictures


async def test_stock_is_relative_and_keeps_what_is_reserved(shop: KsShop) -> None:
    item = shop.item()
    sku = item.skus[0]
    sku.ks_stock, sku.reserved = 10, 3
    ask = {"kwaiItemId": item.ks_item_id, "skuId": sku.ks_sku_id}
    stamp = sku.ks_updated

    async def change(kind: int, number: int) -> dict[str, Any]:
        return await shop.call("open.item.sku.stock.update", **ask, changeType=kind, skuChangeStock=number)

    assert (await change(1, 5))["result"] == 1
    assert (sku.ks_stock, sku.ks_updated > stamp) == (15, True)
    assert (await change(2, 12))["result"] == 1
    refused = await change(2, 1)
    assert (refused["result"], refused["error_msg"]) == (21, "当前库存不足，请减少预留数量")
    assert (await change(1, 9_999_999))["result"] == 21
    assert (await change(3, 5))["result"] == 2001
    assert (await change(1, 0))["result"] == 2001
    assert sku.ks_stock == 3
    assert [w["object_id"] for w in shop.world.writes] == [str(sku.ks_sku_id)] * 2


async def test_price_shelf_and_deletion(shop: KsShop) -> None:
    item = shop.item()
    sku = item.skus[0]
    price = {"itemId": item.ks_item_id, "skuId": sku.ks_sku_id}
    assert (await shop.refused("open.item.sku.price.update", **price, price=0))[0] == 2001
    await shop.data("open.item.sku.price.update", **price, price=12_345)
    assert sku.ks_price == 12_345
    assert (await shop.refused("open.item.delete", kwaiItemId=item.ks_item_id))[0] == 21
    await shop.data("open.item.shelf.status.update", kwaiItemId=item.ks_item_id, shelfStatus=0)
    item.audit = 3
    assert (await shop.refused("open.item.shelf.status.update", kwaiItemId=item.ks_item_id, shelfStatus=1))[0] == 21
    await shop.data("open.item.delete", kwaiItemId=item.ks_item_id)
    assert (await shop.refused("open.item.get", kwaiItemId=item.ks_item_id))[0] == 21
    assert item.ks_item_id not in _ids((await shop.data("open.item.list.get"))["items"])
    assert (await shop.data("open.item.deleted.get", itemId=item.ks_item_id))["itemStatus"] == 2
    shop.ctx.clock.advance(8 * 86_400)
    shop.token = (await _refreshed(shop))["access_token"]
    assert (await shop.refused("open.item.deleted.get", itemId=item.ks_item_id))[0] == 21


async def _refreshed(shop: KsShop) -> dict[str, Any]:
    keys = shop.ctx.kuaishou
    form = {"app_id": keys.app_key, "app_secret": keys.app_secret, "refresh_token": shop.refresh_token}
    answer = await shop.http.post("/oauth2/refresh_token", data=form | {"grant_type": "refresh_token"})
    body: dict[str, Any] = answer.json()
    return body


async def test_uploads_must_be_small_pictures(shop: KsShop) -> None:
    fields = shop.fields("open.item.image.upload", {"uploadType": 1})
    for content in (b"GIF89a", b"\x89PNG\r\n\x1a\n" + bytes(2 * 1024 * 1024)):
        answer = await shop.http.post("/open/item/image/upload", data=fields, files={"imgBytes": ("a", content)})
        assert answer.json()["result"] == 21
    assert (await shop.refused("open.item.image.upload", uploadType=1))[0] == 2001
    link = await shop.data("open.item.image.upload", uploadType=2, imgUrl="https://pictures.example/1.jpg")
    answer = await shop.http.get(link["kwaiImgUrl"])
    assert answer.headers["location"] == "https://pictures.example/1.jpg"


async def test_quality_and_page_of_an_item(shop: KsShop) -> None:
    item = shop.item()
    score = await shop.data("open.item.diagnosis.get", itemId=item.ks_item_id)
    assert score["suggestionCount"] == len(score["dignosisDetailContents"])
    page = await shop.data("open.item.detail.page.link", itemId=item.ks_item_id)
    assert str(item.ks_item_id) in page["kwaiUrl"]
    assert (await shop.call("open.item.new.precheck", leafCategoryId=item.ks_category_id))["result"] == 1
