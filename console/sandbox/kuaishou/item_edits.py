"""Editing items: with review (``open.item.edit``) and without (``open.item.autopass.edit``), fact sheet 3.2.7.

Everything is checked first and done afterwards, so that a refused edit has changed nothing.
"""

from collections.abc import Callable
from dataclasses import replace

from console.sandbox.kuaishou import categories
from console.sandbox.kuaishou.call import Call
from console.sandbox.kuaishou.item_rules import (
    MOST_SKUS,
    check_images,
    check_props,
    check_service_rule,
    check_texts,
    spec_of,
)
from console.sandbox.kuaishou.item_writes import (
    PASSED,
    REVIEW,
    TOLD,
    change_stock,
    check_free_rel_id,
    mapping,
    new_sku,
    sku_of,
    wait_for_review,
)
from console.sandbox.kuaishou.items import item_of
from console.sandbox.kuaishou.params import Params
from console.sandbox.kuaishou.refusals import Json, invalid, rejected
from console.sandbox.state import Product

NEEDS_CHANGES = 1
FLAGGED = {  # parts that change only when their flag is set
    "itemPropValues": "updateItemPropValues",
    "detailImageUrls": "updateDetailImageUrls",
    "threeQuartersImageUrls": "updateThreeQuartersImageUrls",
}
REVIEWED = ("title", "details", "imageUrls")  # a change of these opens a copy that is reviewed
UNREVIEWED = ("serviceRule", "purchaseLimit", "limitCount", "itemRemark", "expressTemplateId", "timeOfSale")

Act = Callable[[], None]


def edit(call: Call) -> Json:
    """``open.item.edit``: only what was passed or sent back; a live item stays as it is until its copy has passed."""
    product = item_of(call, "itemId")
    if product.audit not in (NEEDS_CHANGES, PASSED):
        raise rejected("商品当前审核状态不可编辑")
    _check(call, product)
    acts = _sku_acts(call, product, {1, 2, 3})
    told = _told(call.params)
    changed = {name: call.params.values[name] for name in REVIEWED if _differs(call, product, name)}
    for act in acts:
        act()
    product.ks_fields |= {name: value for name, value in told.items() if name not in REVIEWED}
    if product.audit == NEEDS_CHANGES:
        _apply(product, changed)
        if "categoryId" in call.params:
            product.ks_category_id = call.params.whole("categoryId")
        wait_for_review(call, product)
    elif changed:
        _open_copy(call, product, changed)
    product.ks_updated = call.now
    call.wrote(product.ks_item_id)
    return {"data": mapping(product)}


def autopass_edit(call: Call) -> Json:
    """``open.item.autopass.edit``: stock (relative only), prices and terms, at once."""
    product = item_of(call, "itemId")
    check_texts(call.params)
    if "serviceRule" in call.params:
        check_service_rule(call.params.child("serviceRule"))
    acts = _sku_acts(call, product, {1, 2})
    for act in acts:
        act()
    product.ks_fields |= {name: call.params.values[name] for name in UNREVIEWED if name in call.params}
    product.ks_updated = call.now
    call.wrote(product.ks_item_id)
    return {"data": mapping(product)}


def _check(call: Call, product: Product) -> None:
    params = call.params
    if "title" in params:
        params.text("title", longest=60)
    if "details" in params:
        params.text("details", longest=1000)
    if "imageUrls" in params:
        check_images(call, params.texts("imageUrls", least=1, most=9), "主图")
    if params.flag("updateDetailImageUrls"):
        check_images(call, params.texts("detailImageUrls", most=50), "详情图")
    if params.flag("updateItemPropValues"):
        check_props(product.ks_category_id, params.rows("itemPropValues", least=0))
    if "serviceRule" in params:
        check_service_rule(params.child("serviceRule"))
    if "relItemId" in params:
        check_free_rel_id(call, params.whole("relItemId"), product)
    check_texts(params)
    if "categoryId" in params and params.whole("categoryId") != product.ks_category_id:
        categories.leaf(params.whole("categoryId"))
        if product.audit != NEEDS_CHANGES:
            raise rejected("仅审核待修改的商品可修改类目")


def _told(params: Params) -> Json:
    """What the edit sets of the fields kept as told; a flagged part without a value is cleared."""
    told = {name: params.values[name] for name in TOLD if name in params and name not in FLAGGED}
    for name, flag in FLAGGED.items():
        if params.flag(flag):
            told[name] = params.values.get(name, [])
    return told


def _differs(call: Call, product: Product, name: str) -> bool:
    now = {"title": product.title, "details": product.details, "imageUrls": product.ks_fields.get("imageUrls")}
    return name in call.params and call.params.values[name] != now[name]


def _apply(product: Product, changed: Json) -> None:
    product.title = changed.get("title", product.title)
    product.details = changed.get("details", product.details)
    if "imageUrls" in changed:
        product.ks_fields["imageUrls"] = changed["imageUrls"]


def _open_copy(call: Call, product: Product, changed: Json) -> None:
    product.ks_fields["duplicationStatus"] = 0

    def passed(at: int) -> None:
        _apply(product, changed)
        product.ks_fields["duplicationStatus"] = PASSED
        product.ks_updated = at

    call.kept.later.at(call.now + REVIEW, passed)


def _sku_acts(call: Call, product: Product, kinds: set[int]) -> list[Act]:
    """One act a named variant, each checked on a copy; variants that are not named stay."""
    rows = call.params.rows("skuList", least=0, most=MOST_SKUS)
    named = [row.whole("skuId") for row in rows if "skuId" in row]
    if len(set(named)) != len(named):
        raise invalid("skuList")
    return [_sku_act(call, product, row, kinds) for row in rows]


def _sku_act(call: Call, product: Product, row: Params, kinds: set[int]) -> Act:
    if "skuId" not in row:
        if 3 not in kinds or spec_of(row) in [sku.spec for sku in product.skus]:
            raise rejected("sku不存在")
        fresh = new_sku(call, row)
        return lambda: product.skus.append(fresh)
    sku = sku_of(call, product, row.whole("skuId"))
    wanted = replace(sku, ks_updated=call.now, ks_fields=dict(sku.ks_fields))
    wanted.ks_price = row.whole("skuSalePrice", sku.ks_price, low=1)
    if row.whole("skuStockChangeType", 0):
        change_stock(wanted, row.choice("skuStockChangeType", kinds), row.whole("skuChangeStock", 0, low=0))
    if "skuNick" in row:
        wanted.ks_code = row.text("skuNick", "", longest=30)
    for name in ("relSkuId", "skuMarketPrice", "gtinCode"):
        if name in row:
            wanted.ks_fields[name] = row.values[name]
    return lambda: sku.__dict__.update(wanted.__dict__)
