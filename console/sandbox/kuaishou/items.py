"""Reading items: list, detail, SKUs, deleted ones, quality, and pictures handed in."""

import hashlib

from console.sandbox.faults import disturb
from console.sandbox.kuaishou.call import PLATFORM, Call
from console.sandbox.kuaishou.item_views import DELETED_DAYS, detail, link, list_row, sku_view
from console.sandbox.kuaishou.lookup import listed_items, listed_skus
from console.sandbox.kuaishou.refusals import Json, invalid, rejected
from console.sandbox.state import Product

SMALLEST, LARGEST = 10, 100  # rows of a page
PICTURE_BYTES = 2 * 1024 * 1024
PICTURE_HEADS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}


def item_of(call: Call, name: str = "kwaiItemId") -> Product:
    """The undeleted item a parameter names."""
    product = call.kept.lookup.item(call.params.whole(name))
    if product is None or product.ks_deleted:
        raise rejected("商品不存在")
    return product


def item_list(call: Call) -> Json:
    """``open.item.list.get``: newest first; a page size out of bounds is brought within them."""
    params = call.params
    number = params.whole("pageNumber", 1, low=1)
    size = params.whole("pageSize", LARGEST)
    if call.ctx.strict and not SMALLEST <= size <= LARGEST:
        raise invalid("pageSize")
    size = min(max(size, SMALLEST), LARGEST)
    products = [p for p in listed_items(call.world) if _asked_for(call, p)]
    if "relItemId" in params and "kwaiItemId" not in params:
        return {"data": list_row(call.ctx, products[0]) if products else None}
    products.sort(key=lambda p: (-p.created, p.ks_item_id or 0))
    offset = (number - 1) * size
    if number > 1:
        offset += call.ctx.faults.shift(PLATFORM)
    rows = [list_row(call.ctx, product) for product in products[offset : offset + size]]
    rows = disturb(rows, call.ctx.faults, PLATFORM, spoil=lambda row: {**row, "price": {"amount": "--"}})
    return {
        "data": {
            "totalItemCount": len(products),
            "currentPageItemCount": len(rows),
            "currentPageNumber": number,
            "totalPage": -(-len(products) // size),
            "items": rows,
        }
    }


def _asked_for(call: Call, product: Product) -> bool:
    params = call.params
    if "kwaiItemId" in params and product.ks_item_id != params.whole("kwaiItemId"):
        return False
    if "relItemId" in params and product.ks_fields.get("relItemId", 0) != params.whole("relItemId"):
        return False
    if params.whole("itemType", 1) == 2:  # flash-buy: this shop has none
        return False
    return product.ks_on_shelf or params.whole("onOfflineStatus", 0) != 1


def item_get(call: Call) -> Json:
    """``open.item.get``."""
    return {"data": detail(call.ctx, item_of(call))}


def deleted_get(call: Call) -> Json:
    """``open.item.deleted.get``: an item deleted within seven days."""
    product = call.kept.lookup.item(call.params.whole("itemId"))
    if product is None or not product.ks_deleted:
        raise rejected("商品不存在或未删除")
    if (product.ks_deleted_at or product.ks_updated) < call.now - DELETED_DAYS:
        raise rejected("仅支持查询7天内删除的商品")
    return {"data": detail(call.ctx, product)}


def sku_list(call: Call) -> Json:
    """``open.item.sku.list.get``."""
    product = item_of(call)
    skus = listed_skus(product)
    if "relSkuId" in call.params:
        rel = call.params.whole("relSkuId")
        skus = [sku for sku in skus if sku.ks_fields.get("relSkuId", 0) == rel]
    return {"data": {"skuCount": len(skus), "skuList": [sku_view(call.ctx, product, sku) for sku in skus]}}


def diagnosis(call: Call) -> Json:
    """``open.item.diagnosis.get``: a score out of what a person would look at first."""
    product = item_of(call, "itemId")
    contents = []
    if len(product.title) < 15:
        contents.append({"title": "商品标题", "content": "标题过短，建议补充品牌、材质、适用人群等关键词"})
    if not product.ks_fields.get("whiteBaseImageUrl"):
        contents.append({"title": "白底图", "content": "建议上传白底图，获得更多推荐机会"})
    if len(product.props) < 3:
        contents.append({"title": "商品属性", "content": "属性填写不完整，建议补充"})
    return {
        "data": {
            "itemId": product.ks_item_id,
            "itemTitle": product.title,
            "diagnosisValue": 100 - 15 * len(contents),
            "suggestionCount": len(contents),
            "dignosisDetailContents": contents,
        }
    }


def page_link(call: Call) -> Json:
    """``open.item.detail.page.link``."""
    return {"data": {"kwaiUrl": link(item_of(call, "itemId").ks_item_id)}}


def image_upload(call: Call) -> Json:
    """``open.item.image.upload``: raw bytes in the file part, or the address of a picture."""
    call.params.choice("uploadType", {1, 2, 3, 4, 5, 6, 9})
    origin = call.params.text("imgUrl", "")
    if call.upload is not None:
        content = call.upload.content
        if not any(content.startswith(head) for head in PICTURE_HEADS):
            raise rejected("图片格式仅支持png、jpg、jpeg")
        if len(content) > PICTURE_BYTES:
            raise rejected("图片大小不能超过2M")
    elif origin.startswith(("http://", "https://")):
        content = origin.encode()
    else:
        raise invalid("imgBytes")
    name = hashlib.sha256(content).hexdigest()[:32]
    call.kept.uploads[name] = content
    url = f"{call.ctx.base_url}/kuaishou/image/{name}"
    call.wrote(name, {"uploadType": call.params.whole("uploadType"), "bytes": len(content)})
    return {"data": {"originImgUrl": origin, "kwaiImgUrl": url}}
