"""Writing items: new, edit, edit without review, delete, shelf, price, stock (fact sheet 3.2.6 to 3.2.10)."""

from console.sandbox import ids
from console.sandbox.clock import MINUTE
from console.sandbox.kuaishou import categories
from console.sandbox.kuaishou.call import Call
from console.sandbox.kuaishou.item_rules import (
    MOST_SKUS,
    MOST_STOCK,
    check_images,
    check_props,
    check_service_rule,
    check_sku,
    check_skus,
    check_texts,
    spec_of,
)
from console.sandbox.kuaishou.items import item_of
from console.sandbox.kuaishou.lookup import listed_items, listed_skus
from console.sandbox.kuaishou.params import Params
from console.sandbox.kuaishou.refusals import Json, invalid, rejected, shop_quota
from console.sandbox.state import Product, Sku

NEW_ITEMS_A_DAY = 500
REVIEW = MINUTE  # ours: how long a review takes
WAITING, PASSED = 0, 2
TOLD = (  # fields that are kept as they were told
    "imageUrls",
    "threeQuartersImageUrls",
    "detailImageUrls",
    "itemPropValues",
    "serviceRule",
    "expressTemplateId",
    "purchaseLimit",
    "limitCount",
    "timeOfSale",
    "itemRemark",
    "shortTitle",
    "sellingPoint",
    "instructions",
    "whiteBaseImageUrl",
    "transparentImageUrl",
    "spuId",
    "relItemId",
)


def new(call: Call) -> Json:
    """``open.item.new``: the item waits for review."""
    params = call.params
    category = categories.leaf(params.whole("categoryId"))
    skus = params.rows("skuList", most=MOST_SKUS)
    _check_new(call, category.category_id, skus)
    if not call.kept.quotas.take("open.item.new", NEW_ITEMS_A_DAY, call.now):
        raise shop_quota(call.method, call.world.ks_seller_id)
    product = Product(
        code=f"KS-{params.whole('relItemId')}",
        title=params.text("title"),
        category=" > ".join(node.name for node in categories.path(category.category_id)),
        ks_category_id=category.category_id,
        yz_cid=0,
        skus=[new_sku(call, sku) for sku in skus],
        ks_item_id=ids.item_id(call.world.random),
        details=params.text("details"),
        ks_on_shelf=params.child("serviceRule").whole("immediatelyOnOfflineFlag", 0) == 0,
        yz_on_shelf=False,
        audit=WAITING,
        presale_days=max(params.child("serviceRule").whole("deliverGoodsInteralTime", 0), 0),
        created=call.now,
        ks_updated=call.now,
        ks_fields={"appkey": call.ctx.kuaishou.app_key} | {k: v for k, v in params.values.items() if k in TOLD},
    )
    call.world.products.append(product)
    _review(call, product)
    call.wrote(product.ks_item_id)
    return {"data": mapping(product)}


def _check_new(call: Call, category_id: int, skus: list[Params]) -> None:
    params = call.params
    params.text("title", longest=60)
    rel_item_id = params.whole("relItemId")
    if any(p.ks_fields.get("relItemId") == rel_item_id for p in call.world.products):
        raise rejected("relItemId已存在")
    check_images(call, params.texts("imageUrls", least=1, most=9), "主图")
    check_images(call, params.texts("detailImageUrls", least=1, most=50), "详情图")
    params.text("details", longest=1000)
    for sku in skus:
        check_sku(sku)
    check_skus(skus)
    check_service_rule(params.child("serviceRule"))
    params.whole("expressTemplateId")
    check_texts(params)
    check_props(category_id, params.rows("itemPropValues", least=0))


def new_sku(call: Call, sku: Params) -> Sku:
    """A variant that was handed in."""
    kept = {name: sku.values[name] for name in ("skuProps", "skuMarketPrice", "gtinCode", "goodsId") if name in sku}
    images = [prop.text("imageUrl", "") for prop in sku.rows("skuProps") if prop.whole("isMainProp", 0)]
    return Sku(
        code=sku.text("skuNick", ""),
        spec=spec_of(sku),
        ks_sku_id=ids.sku_id(call.world.random),
        ks_price=sku.whole("skuSalePrice", low=1),
        ks_stock=sku.whole("skuStock", sku.whole("skuChangeStock", 0), low=0, high=MOST_STOCK),
        created=call.now,
        ks_updated=call.now,
        ks_fields={
            "relSkuId": sku.whole("relSkuId", 0),
            "imageUrl": images[0] if images else "",
            "appkey": call.ctx.kuaishou.app_key,
            **kept,
        },
    )


def mapping(product: Product) -> Json:
    """What new and edit answer: the ids of the item and of all its variants."""
    return {
        "kwaiItemId": product.ks_item_id,
        "relItemId": product.ks_fields.get("relItemId", 0),
        "skuIdMapping": [
            {"kwaiSkuId": sku.ks_sku_id, "relSkuId": sku.ks_fields.get("relSkuId", 0), "skuNick": sku.code}
            for sku in listed_skus(product)
        ],
    }


def _review(call: Call, product: Product) -> None:
    """The platform looks at the item and passes it."""

    def passed(at: int) -> None:
        if product.audit == WAITING:
            product.audit, product.audit_reason, product.ks_updated = PASSED, "", at

    call.kept.later.at(call.now + REVIEW, passed)


def wait_for_review(call: Call, product: Product) -> None:
    """An item that was sent back is handed in again."""
    product.audit, product.audit_reason = WAITING, ""
    _review(call, product)


def precheck(call: Call) -> Json:
    """``open.item.new.precheck``: the shop may sell; the category, if named, must be a leaf."""
    if "leafCategoryId" in call.params:
        categories.leaf(call.params.whole("leafCategoryId"))
    return {"data": {"checkResult": True, "checkItemList": []}}  # the names are ours


def delete(call: Call) -> Json:
    """``open.item.delete``: only while off the shelf."""
    product = item_of(call)
    if product.ks_on_shelf:
        raise rejected("商品上架中，请先下架再删除")
    product.ks_deleted, product.ks_deleted_at, product.ks_updated = True, call.now, call.now
    call.wrote(product.ks_item_id)
    return {}


def shelf_status(call: Call) -> Json:
    """``open.item.shelf.status.update``: onto the shelf only when the audit has passed."""
    product = item_of(call)
    on = call.params.choice("shelfStatus", {0, 1}) == 1
    if on and product.audit != PASSED:
        raise rejected("商品审核通过后才可上架")
    product.ks_on_shelf, product.ks_updated = on, call.now
    call.wrote(product.ks_item_id)
    return {}


def sku_of(call: Call, product: Product, sku_id: int) -> Sku:
    """The item's variant. Raises Refused."""
    for sku in listed_skus(product):
        if sku.ks_sku_id == sku_id:
            return sku
    raise rejected("sku不存在")


def sku_price(call: Call) -> Json:
    """``open.item.sku.price.update``."""
    product = item_of(call, "itemId")
    sku = sku_of(call, product, call.params.whole("skuId"))
    sku.ks_price = call.params.whole("price", low=1)
    sku.ks_updated = product.ks_updated = call.now
    call.wrote(sku.ks_sku_id)
    return {}


def sku_stock(call: Call) -> Json:
    """``open.item.sku.stock.update``: relative only."""
    product = item_of(call)
    sku = sku_of(call, product, call.params.whole("skuId"))
    by = call.params.whole("skuChangeStock", low=1)
    change_stock(sku, call.params.choice("changeType", {1, 2}), by)
    sku.ks_updated = product.ks_updated = call.now
    call.wrote(sku.ks_sku_id)
    return {}


def change_stock(sku: Sku, kind: int, number: int) -> None:
    """1 add, 2 subtract, 3 set; the result stays between what campaigns have reserved and the maximum."""
    stock = {1: sku.ks_stock + number, 2: sku.ks_stock - number, 3: number}[kind]
    if stock > MOST_STOCK:
        raise rejected(f"库存不能超过{MOST_STOCK}")
    if stock < 0 or stock < sku.reserved:
        raise rejected("当前库存不足，请减少预留数量")
    sku.ks_stock = stock


def check_free_rel_id(call: Call, rel_item_id: int, product: Product) -> None:
    """An external id belongs to one item."""
    for other in listed_items(call.world):
        if other is not product and other.ks_fields.get("relItemId") == rel_item_id:
            raise invalid("relItemId")
