"""Items and SKUs in the platform's words (fact sheet 3.2.1 to 3.2.5)."""

from typing import Any
from zlib import crc32

from console.sandbox.clock import DAY, SECOND
from console.sandbox.context import Context
from console.sandbox.kuaishou import categories
from console.sandbox.kuaishou.lookup import listed_skus
from console.sandbox.kuaishou.refusals import Json
from console.sandbox.state import Product, Sku

DEFAULT_TEMPLATE = 1001  # freight template of goods that name none
DELETED_DAYS = 7 * DAY  # how long a deleted item can still be read


def picture_url(ctx: Context, seed: int) -> str:
    """Where the sandbox serves the picture of ``seed``."""
    return f"{ctx.base_url}/picture/{seed}.png"


def pictures(ctx: Context, product: Product) -> list[str]:
    """Main pictures, the first one on the list."""
    told: list[str] | None = product.ks_fields.get("imageUrls")
    if told:
        return told
    return [picture_url(ctx, product.image_seed + step) for step in (0, 7919, 15838)]


def link(item_id: int | None) -> str:
    """The item's page for buyers."""
    return f"https://app.kwaixiaodian.com/page/kwaishop-buyer-goods-detail-outside?id={item_id}"


def sku_code(sku: Sku) -> str:
    """The merchant's code as this side has it."""
    return sku.code if sku.ks_code is None else sku.ks_code


def sku_view(ctx: Context, product: Product, sku: Sku) -> Json:
    """One SKU."""
    fields = sku.ks_fields
    return {
        "kwaiSkuId": sku.ks_sku_id,
        "relSkuId": fields.get("relSkuId", 0),
        "kwaiItemId": product.ks_item_id,
        "skuStock": sku.ks_stock,
        "reserveStock": sku.reserved,
        "negativeStock": 0,
        "skuSalePrice": sku.ks_price,
        "skuMarketPrice": fields.get("skuMarketPrice", product.market_price),
        "imageUrl": fields.get("imageUrl") or pictures(ctx, product)[0],
        "volume": 0,
        "isValid": 1,
        "createTime": sku.created or product.created,
        "updateTime": sku.ks_updated or product.ks_updated,
        "specification": " ".join(value for _, value in sku.spec),
        "appkey": fields.get("appkey", ""),
        "skuNick": sku_code(sku),
        "gtinCode": fields.get("gtinCode", ""),
        "goodsId": fields.get("goodsId", ""),
        "goodsCode": [],
        "packageCode": "",
        "skuProp": [_sku_prop(ctx, product, sku, place) for place in range(len(sku.spec))],
    }


def _sku_prop(ctx: Context, product: Product, sku: Sku, place: int) -> Json:
    name, value = sku.spec[place]
    told: list[Json] = sku.ks_fields.get("skuProps", [])
    more = told[place] if place < len(told) else {}
    return {
        "skuPropId": (sku.ks_sku_id or 0) * 10 + place,
        "propId": crc32(name.encode()),
        "propName": name,
        "propValueId": crc32(f"{name}:{value}".encode()),
        "propValueName": value,
        "itemId": product.ks_item_id,
        "skuId": sku.ks_sku_id,
        "imageUrl": more.get("imageUrl") or (pictures(ctx, product)[0] if place == 0 else ""),
        "isValid": 1,
        "createTime": sku.created or product.created,
        "updateTime": sku.ks_updated or product.ks_updated,
        "propSortNum": more.get("propSortNum") or place + 1,
        "propValueSortNum": more.get("propValueSortNum") or 1,
        "propValueRemarks": more.get("propValueRemarks") or "",
        "propValueGroupId": more.get("propValueGroupId") or 0,
        "isMainProp": more.get("isMainProp", int(place == 0)),
        "propVersion": more.get("propVersion", 1),
        "measureInfo": None,
    }


def list_row(ctx: Context, product: Product) -> Json:
    """An item as the list shows it."""
    skus = listed_skus(product)
    return {
        **_shared(ctx, product),
        "kwaiItemId": product.ks_item_id,
        "userId": ctx.world.ks_seller_id,
        "mainImageUrl": pictures(ctx, product)[0],
        "price": min((sku.ks_price for sku in skus), default=0),
        "volume": product.sold,
        "status": 0,
        "createTime": product.created,
        "shelfStatus": int(product.ks_on_shelf),
        "shelfStatusUpdateReason": "" if product.ks_on_shelf else "商家主动下架",
        "fromType": 1 if "appkey" in product.ks_fields else 0,
        "appkey": product.ks_fields.get("appkey", ""),
        "itemStatus": 2 if product.ks_deleted else 1,
        "itemType": 1,
        "skuList": [sku_view(ctx, product, sku) for sku in skus],
    }


def detail(ctx: Context, product: Product) -> Json:
    """An item as ``open.item.get`` shows it."""
    path = categories.path(product.ks_category_id, product.category)
    fields = product.ks_fields
    skus = listed_skus(product)
    return {
        **_shared(ctx, product),
        "itemId": product.ks_item_id,
        "parentCategoryId": path[-2].category_id if len(path) > 1 else 0,
        "parentCategoryName": path[-2].name if len(path) > 1 else "",
        "rootCategoryId": path[0].category_id,
        "rootCategoryName": path[0].name,
        "parentCategoryList": [
            {"categoryId": node.category_id, "categoryName": node.name, "categoryPid": node.parent_id}
            for node in path[:-1]
        ],
        "detailImageUrls": fields.get("detailImageUrls") or pictures(ctx, product),
        "threeQuartersImageUrls": fields.get("threeQuartersImageUrls", []),
        "skuInfos": [sku_view(ctx, product, sku) for sku in skus],
        "createdTime": product.created,
        "onOfflineStatus": int(product.ks_on_shelf),
        "offlineReason": "" if product.ks_on_shelf else "商家主动下架",
        "itemPropValues": fields.get("itemPropValues") or _prop_values(product),
        "purchaseLimit": fields.get("purchaseLimit", False),
        "limitCount": fields.get("limitCount", 0),
        "timeOfSale": fields.get("timeOfSale", 0),
        "itemRemark": fields.get("itemRemark", ""),
        "poiIds": [],
        "whiteBaseImageUrl": fields.get("whiteBaseImageUrl", ""),
        "transparentImageUrl": fields.get("transparentImageUrl", ""),
        "shortTitle": fields.get("shortTitle", ""),
        "sellingPoint": fields.get("sellingPoint", ""),
        "contractPhone": False,
        "spuId": fields.get("spuId", 0),
        "itemQualification": [],
        "price": min((sku.ks_price for sku in skus), default=0),
        "volume": product.sold,
        "itemStatus": 2 if product.ks_deleted else 1,
        "shelfStatus": int(product.ks_on_shelf),
        "mainImageUrl": pictures(ctx, product)[0],
    }


def _shared(ctx: Context, product: Product) -> Json:
    fields = product.ks_fields
    node = categories.path(product.ks_category_id, product.category)[-1]
    return {
        "relItemId": fields.get("relItemId", 0),
        "title": product.title,
        "details": product.details,
        "imageUrls": pictures(ctx, product),
        "linkUrl": link(product.ks_item_id),
        "categoryId": product.ks_category_id,
        "categoryName": node.name,
        "auditStatus": product.audit,
        "auditReason": product.audit_reason,
        "duplicationStatus": fields.get("duplicationStatus", product.audit),
        "duplicationReason": fields.get("duplicationReason", ""),
        "expressTemplateId": fields.get("expressTemplateId", DEFAULT_TEMPLATE),
        "multipleStock": False,
        "instructions": fields.get("instructions", ""),
        "updateTime": product.ks_updated or product.created,
        "serviceRule": service_rule(product),
    }


def service_rule(product: Product) -> Json:
    """Terms of sale, in the spelling of reads: a pre-sale interval in days, a promise in seconds."""
    told: Json = product.ks_fields.get("serviceRule", {})
    days = product.presale_days or told.get("deliverGoodsInteralTime") or 0
    promise: Any = told.get("promiseDeliveryTime") or (-1 if days else 2 * DAY // SECOND)
    return {
        "refundRule": str(told.get("refundRule", "1")),
        "promiseDeliveryTime": promise,
        "theDayOfDeliverGoodsTime": days,
        "deliveryTimeMode": told.get("deliveryTimeMode") or ("presale" if days else "spot"),
        "deliveryMethod": told.get("deliveryMethod") or "logistics",
        "servicePromise": {
            "freshRotRefund": False,
            "brokenRefund": False,
            "allergyRefund": False,
            "crabRefund": False,
            "weightGuarantee": False,
            **(told.get("servicePromise") or {}),
        },
        "orderPurchaseLimitType": told.get("orderPurchaseLimitType", 0),
        "minOrderCount": told.get("minOrderCount", 0),
        "maxOrderCount": told.get("maxOrderCount", 0),
        "priceProtectDays": told.get("priceProtectDays", 0),
    }


def _prop_values(product: Product) -> list[Json]:
    """Attributes of goods the world made, in the category's own ids where it knows the attribute."""
    known = {prop.name: prop for prop in categories.props(product.ks_category_id)}
    rows = []
    for place, (name, value) in enumerate(product.props.items(), 1):
        prop = known.get(name)
        row: Json = {"propName": name, "propAlias": "", "sortNum": place, "propType": 2}
        if prop is not None and prop.values:
            at = prop.values.index(value) + 1 if value in prop.values else 0
            chosen = {"propValueId": categories.value_id(prop.prop_id, at), "propValue": value}
            row |= {"propId": prop.prop_id, "inputType": 8, "radioPropValue": chosen}
        else:
            row |= {"propId": prop.prop_id if prop else crc32(name.encode()), "inputType": 1, "textPropValue": value}
        rows.append(row)
    return rows
