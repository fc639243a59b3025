"""Items on the wire: list and detail, categories, new and edit with their review, shelf, price and stock."""

from typing import Any

import pytest
from ks_shop import BASE, KsShop


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
