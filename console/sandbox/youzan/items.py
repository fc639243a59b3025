"""Reading items: the lists of what is on sale and in the warehouse, look-up by code, details (sheets 6.2 and 6.3)."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterable

from console.sandbox.state import Product
from console.sandbox.youzan.books import yz_skus
from console.sandbox.youzan.call import Api, Call, Row
from console.sandbox.youzan.forms import yuan
from console.sandbox.youzan.item_details import detail, new_sku_row, old_detail
from console.sandbox.youzan.item_forms import (
    list_row,
    old_sku_row,
    pictures_of,
    price_of,
    sold_status,
    stock_of,
    title_of,
)
from console.sandbox.youzan.refusals import Refused

BAD_PAGE = (200000026, "page或pageSize不合法")
NO_SUCH_ITEM = (122001001, "商品不存在")
SORTS: dict[str, Callable[[Product], int]] = {
    "created_time": lambda product: product.created,
    "update_time": lambda product: product.yz_updated,
    "price": price_of,
    "sold_num": lambda product: product.sold,
}


def _list(call: Call, products: Iterable[Product]) -> Row:
    """A page of an old list; page_no × page_size stays under 4,000, page_size under 200."""
    params = call.params
    page_no, page_size = params.number("page_no", 1), params.number("page_size", 40)
    if not (1 <= page_no <= 100 and 1 <= page_size < 200 and page_no * page_size < 4000):
        raise Refused(*BAD_PAGE)
    start, end = params.whole("update_time_start"), params.whole("update_time_end")
    word = params.text("q")
    column, _, way = params.text("order_by", "created_time:desc").partition(":")
    if column not in SORTS:
        raise Refused(301000004, "参数非法: order_by")
    found = [
        product
        for product in products
        if (start is None or product.yz_updated >= start)
        and (end is None or product.yz_updated <= end)
        and (word in title_of(product) or word == product.code)
    ]
    if params.whole("tag_id") or params.whole("channel") == 1:
        found = []  # nothing is grouped, and there is no physical store
    found.sort(key=lambda product: product.yz_item_id or 0)
    found.sort(key=SORTS[column], reverse=way != "asc")
    rows = [list_row(call, product) for product in call.page(found, page_no, page_size)]
    return {"count": len(found), "items": call.disturbed(rows, "price")}


def onsale(call: Call) -> object:
    """Everything on the shelf, sold out or not [ours]."""
    return _list(call, (product for product in call.lookup.items() if product.yz_on_shelf))


def inventory(call: Call) -> object:
    """What is off the shelf; with banner ``sold_out`` what is on the shelf and gone."""
    if call.params.text("banner") == "sold_out":
        return _list(call, (item for item in call.lookup.items() if item.yz_on_shelf and not stock_of(item)))
    return _list(call, (item for item in call.lookup.items() if not item.yz_on_shelf))


def custom_get(call: Call) -> object:
    """By the merchant's code of the item."""
    code = call.params.text("item_no")
    if not code:
        raise Refused(18910002, "item_no 不能为空")
    return {"items": [list_row(call, product) for product in call.lookup.items() if product.code == code]}


def custom_batch_get(call: Call) -> object:
    """By up to 200 codes; the parameter's name and the shape are ours."""
    codes = set(call.params.texts("item_nos") or call.params.texts("item_no_list"))
    if len(codes) > 200:
        raise Refused(301000004, "参数非法: 最多200个")
    return {"items": [list_row(call, product) for product in call.lookup.items() if product.code in codes]}


def skus_custom_get(call: Call) -> object:
    """By the merchant's code of the SKU; prices in yuan here, at most 600 rows."""
    code, item_id = call.params.text("item_no"), call.params.whole("item_id")
    if not code:
        raise Refused(18910002, "item_no 不能为空")
    rows = [
        old_sku_row(product, sku, price=yuan(sku.yz_price))
        for product in call.lookup.items()
        for sku in yz_skus(product)
        if sku.code == code and item_id in (None, product.yz_item_id)
    ]
    return {"skus": rows[:600]}


def _wanted(call: Call) -> Product:
    alias = call.params.text("alias")
    item_id = call.params.whole("item_id") or call.params.whole("node_item_id")
    product = call.lookup.item(item_id) if item_id else call.lookup.item_by_alias(alias) if alias else None
    if product is None:
        raise Refused(*NO_SUCH_ITEM)
    return product


def get(call: Call) -> object:
    """item.get 3.0.0."""
    return {"item": old_detail(call, _wanted(call))}


def detail_get(call: Call) -> object:
    """item.detail.get 1.0.1."""
    return detail(call, _wanted(call))


def _new_row(call: Call, product: Product) -> Row:
    """What item.base.search and item.itemdetail.get have in common."""
    return {
        "item_id": product.yz_item_id,
        "channel_item_id": product.yz_item_id,
        "kdt_id": call.kdt_id,
        "channel": 0,
        "title": title_of(product),
        "alias": product.alias,
        "item_type": 0,
        "publish_code": "00000000000000000",
        "display": int(product.yz_on_shelf),
        "sold_status": sold_status(product),
        "start_sold_time": product.created // 1000,
        "item_code": product.code,
        "item_barcode": "",
        "delete": 0,
        "item_price_param": {"price": price_of(product)},
        "image": pictures_of(call, product)[0],
        "created_time": product.created,
        "update_time": product.yz_updated,
    }


def itemdetail_get(call: Call) -> object:
    """A micro-mall asks by item_id and by nothing else."""
    if "item_id" not in call.params:
        raise Refused(301002567, "当前店铺类型仅支持item_id查询")
    product = _wanted(call)
    skus = [
        {
            **new_sku_row(sku, product),
            "channel_sku_id": sku.yz_sku_id,
            "stock_num_str": str(sku.yz_stock),
            "spot_stock_num_str": str(sku.yz_stock),
            "plan_stock_num_str": "0",
        }
        for sku in yz_skus(product)
    ]
    return {**_new_row(call, product), "sku_list": skus, "skus": skus, "channels": [{"channel": 0}]}


def base_search(call: Call) -> object:
    """Pages of up to 50, page_no × page_size up to 5,000, or on and on by ``search_after`` (its form is ours)."""
    params = call.params
    page_no, page_size = params.number("page_no", 1), params.number("page_size", 20)
    if not (page_no >= 1 and 1 <= page_size <= 50 and page_no * page_size <= 5000):
        raise Refused(*BAD_PAGE)
    sort = next(iter(params.texts("sorts")), "CREATED_TIME_DESC")
    key = SORTS["update_time" if sort.startswith("UPDATE") else "created_time"]
    found = sorted(
        (product for product in call.lookup.items() if _matches(call, product)),
        key=lambda product: (key(product), product.yz_item_id or 0),
        reverse=not sort.endswith("ASC"),
    )
    total = len(found)
    if "search_after" in params:
        found = _after(found, params.text("search_after"))
        page_no = 1
    shown = call.page(found, page_no, page_size)
    rows = call.disturbed([_new_row(call, product) for product in shown], "item_price_param")
    paginator: Row = {"page_no": page_no, "page_size": page_size, "total_count": total}
    more = {"search_after": _cursor(shown[-1])} if shown else {}
    return {"paginator": paginator, "items": rows, **more}


def _matches(call: Call, product: Product) -> bool:
    params = call.params
    span = params.part("item_range_query")
    start, end = span.whole("min_update_time"), span.whole("max_update_time")
    wanted: tuple[tuple[list[int] | list[str], object], ...] = (
        (params.wholes("item_ids"), product.yz_item_id),
        (params.texts("item_codes"), product.code),
        (params.wholes("is_displays"), int(product.yz_on_shelf)),
        (params.wholes("sold_status_list"), sold_status(product)),
    )
    codes = set(params.texts("sku_codes"))
    return (
        all(not allowed or value in allowed for allowed, value in wanted)
        and (not codes or any(sku.code in codes for sku in yz_skus(product)))
        and params.text("title") in title_of(product)
        and (start is None or product.yz_updated >= start)
        and (end is None or product.yz_updated <= end)
    )


def _cursor(product: Product) -> str:
    return urlsafe_b64encode(str(product.yz_item_id).encode()).decode()


def _after(found: list[Product], cursor: str) -> list[Product]:
    """The rows behind the one the cursor names; all of them if it has left the list."""
    try:
        item_id = int(urlsafe_b64decode(cursor))
    except ValueError:
        raise Refused(301000004, "参数非法: search_after") from None
    place = next((place for place, product in enumerate(found) if product.yz_item_id == item_id), -1)
    return found[place + 1 :]


APIS = (
    Api("items.onsale.get", ("3.0.0",), onsale),
    Api("items.inventory.get", ("3.0.0",), inventory),
    Api("items.custom.get", ("3.0.0",), custom_get),
    Api("item.custom.batch.get", ("1.0.1",), custom_batch_get),
    Api("skus.custom.get", ("3.0.0",), skus_custom_get),
    Api("item.base.search", ("1.0.0",), base_search),
    Api("item.get", ("3.0.0",), get),
    Api("item.detail.get", ("1.0.1",), detail_get),
    Api("item.itemdetail.get", ("1.0.0",), itemdetail_get, wrapper="request", wrapped_only=True),
)
