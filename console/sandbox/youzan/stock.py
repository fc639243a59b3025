"""Stock and price: absolute and by difference, without any compare-and-set (sheet 6.6)."""

from console.sandbox.state import Product, Sku
from console.sandbox.youzan.books import yz_skus
from console.sandbox.youzan.call import Api, Call
from console.sandbox.youzan.refusals import Refused

ABSOLUTE, DELTA = 0, 1
DONE = {"is_success": True}


def find_sku(call: Call, *, missing_item: int = 123005001) -> tuple[Product, Sku]:
    """The SKU a call names; without sku_id (or with the item's own id) the only one there is. Raises Refused."""
    item_id = call.params.need("item_id", 301000002, "参数缺失: item_id")
    product = call.lookup.item(item_id)
    if product is None:
        raise Refused(missing_item, "商品不存在")
    skus = yz_skus(product)
    sku_id = call.params.whole("sku_id")
    if sku_id in (None, 0, item_id) and len(skus) == 1:
        return product, skus[0]
    for sku in skus:
        if sku.yz_sku_id == sku_id:
            return product, sku
    raise Refused(123004002, "商品SKU不存在")


def touched(call: Call, product: Product, *skus: Sku) -> None:
    """Stamp a change of an item and its SKUs, and log the call."""
    product.yz_updated = call.now
    for sku in skus:
        sku.yz_updated = call.now
    call.log(product.yz_item_id)


def quantity_update(call: Call) -> object:
    """3.0.0: ``type`` 0 sets, 1 adds (a negative number takes away); below nothing there is nothing [ours: refused]."""
    product, sku = find_sku(call)
    quantity = call.params.need("quantity", 301000002, "参数缺失: quantity")
    stock = sku.yz_stock + quantity if call.params.whole("type", ABSOLUTE) == DELTA else quantity
    if stock < 0:
        raise Refused(301000004, "参数非法: 库存不能小于0")
    sku.yz_stock = stock
    touched(call, product, sku)
    return DONE


def quantity_overwrite(call: Call) -> object:
    """4.0.0: ``stock_num_str`` replaces the stock."""
    product, sku = find_sku(call)
    stock = call.params.need("stock_num_str", 301000002, "参数缺失: stock_num_str")
    if stock < 0:
        raise Refused(301000004, "参数非法: stock_num_str")
    sku.yz_stock = stock
    touched(call, product, sku)
    return {**DONE, "success": True}


def quantity(call: Call) -> object:
    """item.quantity.update in both versions."""
    return quantity_overwrite(call) if call.version == "4.0.0" else quantity_update(call)


def sku_update(call: Call) -> object:
    """Quantity as text, price in **yuan**, code; what is absent stays."""
    product, sku = find_sku(call)
    price, stock = call.params.fen("price"), call.params.whole("quantity")
    if price is not None and price <= 0:
        raise Refused(301000004, "参数非法: price")
    if stock is not None and stock < 0:
        raise Refused(301000004, "参数非法: quantity")
    sku.yz_price = sku.yz_price if price is None else price
    sku.yz_stock = sku.yz_stock if stock is None else stock
    sku.code = call.params.text("item_no", sku.code)
    touched(call, product, sku)
    return DONE


def price_update(call: Call) -> object:
    """``price`` in fen."""
    product, sku = find_sku(call, missing_item=122001001)
    price = call.params.need("price", 301000002, "参数缺失: price")
    if price <= 0:
        raise Refused(301000004, "参数非法: price")
    sku.yz_price = price
    touched(call, product, sku)
    return {**DONE, "success": True}


APIS = (
    Api("item.quantity.update", ("3.0.0", "4.0.0"), quantity),
    Api("item.sku.update", ("3.0.0",), sku_update),
    Api("item.price.update", ("1.0.0",), price_update, wrapper="request", wrapped_only=True),
)
