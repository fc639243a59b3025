"""Creating, changing, listing and deleting items (sheets 6.4 and 6.5)."""

from console.sandbox.ids import youzan_item_id, youzan_sku_id
from console.sandbox.state import Product, Sku
from console.sandbox.youzan.books import yz_skus
from console.sandbox.youzan.call import Api, Call
from console.sandbox.youzan.parameters import Parameters
from console.sandbox.youzan.refusals import Refused
from console.sandbox.youzan.stock import touched

DONE = {"is_success": True}
DEFAULT_CID = 8_000_017  # 其他
TITLE_LIMIT = 100


def create(call: Call) -> object:
    """item.common.create 1.0.0."""
    params = call.params
    _check_title(params.text("title"))
    images = params.part("media").wholes("image_ids")
    if not images:
        raise Refused(121009313, "商品图片至少一张")
    addresses = [call.books.uploads.get(image) for image in images]
    if None in addresses:
        raise Refused(121009327, "素材中心图片不存在")
    skus = [_new_sku(call, row) for row in params.parts("skus")]
    if not skus:
        raise Refused(301000002, "参数缺失: skus")
    item_id = _fresh_item_id(call)
    product = Product(
        code=params.text("item_code"),
        title=params.text("title"),
        category="",
        ks_category_id=0,
        yz_cid=params.part("item_category").whole("leaf_category_id") or DEFAULT_CID,
        skus=skus,
        yz_item_id=item_id,
        alias=f"3{item_id:x}",
        details=params.text("content"),
        yz_on_shelf=params.whole("display", 1) == 1,
        ks_on_shelf=False,
        image_seed=images[0],
        created=call.now,
        yz_updated=call.now,
    )
    call.ctx.world.products.append(product)
    call.books.pictures[item_id] = [address for address in addresses if address]
    call.log(item_id)
    return {"item_id": item_id, "alias": product.alias}


def update(call: Call) -> object:
    """item.common.update 1.0.0: what is absent stays; ``skus`` replaces the whole set."""
    product = _held(call)
    _change_head(call, product)
    rows = list(call.params.parts("skus"))
    if rows:
        _replace_skus(call, product, rows)
    touched(call, product, *yz_skus(product))
    return {"item_id": product.yz_item_id, **DONE}


def incremental_update(call: Call) -> object:
    """item.incremental.update 1.0.1: existing SKUs only."""
    product = _held(call)
    rows = list(call.params.parts("skus"))
    matched = [(_matched(product, row), row) for row in rows]
    if any(sku is None for sku, _ in matched):
        raise Refused(123004002, "商品SKU不存在")
    _change_head(call, product)
    changed = [sku for sku, row in matched if sku is not None and _change_sku(sku, row)]
    touched(call, product, *changed)
    return DONE


def full_sku_update(call: Call) -> object:
    """item.full.sku.update 1.0.0: the set as sent; a SKU left out is deleted."""
    product = _held(call)
    rows = list(call.params.parts("skus"))
    if not rows:
        raise Refused(301000002, "参数缺失: skus")
    _replace_skus(call, product, rows)
    touched(call, product, *yz_skus(product))
    return DONE


def display_update(call: Call) -> object:
    """item.display.update 1.0.0: several items on (1) or off (0) the shelf."""
    products = [call.lookup.item(item_id) for item_id in call.params.wholes("item_ids")]
    if not products or any(product is None for product in products):
        raise Refused(122001001, "商品不存在")
    shown = call.params.whole("display") == 1
    for product in products:
        if product is not None:
            product.yz_on_shelf = shown
            touched(call, product)
    return DONE


def listing(call: Call) -> object:
    """item.update.listing."""
    return _shelved(call, True)


def delisting(call: Call) -> object:
    """item.update.delisting."""
    return _shelved(call, False)


def delete(call: Call) -> object:
    """item.delete 3.0.1. The platform is slower about it; here the item is gone at once [ours]."""
    product = _held(call)
    product.yz_deleted = True
    touched(call, product)
    return DONE


def _shelved(call: Call, shown: bool) -> object:
    product = _held(call)
    product.yz_on_shelf = shown
    touched(call, product)
    return DONE


def _held(call: Call) -> Product:
    product = call.lookup.item(call.params.whole("item_id"))
    if product is None:
        raise Refused(122001001, "商品不存在")
    return product


def _check_title(title: str) -> None:
    if not title:
        raise Refused(301000002, "参数缺失: title")
    if len(title) > TITLE_LIMIT:
        raise Refused(301000004, "参数非法: title 最多100字")


def _fresh_item_id(call: Call) -> int:
    while (item_id := youzan_item_id(call.books.random)) and call.lookup.item(item_id) is not None:
        pass
    return item_id


def _change_head(call: Call, product: Product) -> None:
    params = call.params
    if "title" in params:
        _check_title(params.text("title"))
        product.yz_title = params.text("title")
    product.details = params.text("content", product.details)
    product.code = params.text("item_code", product.code)
    if "display" in params:
        product.yz_on_shelf = params.whole("display") == 1
    images = params.part("media").wholes("image_ids")
    known = [call.books.uploads[image] for image in images if image in call.books.uploads]
    if known and product.yz_item_id is not None:
        call.books.pictures[product.yz_item_id] = known


def _spec(row: Parameters) -> list[tuple[str, str]]:
    return [(part.text("spec_name"), part.text("spec_value_name")) for part in row.parts("spec_values")]


def _new_sku(call: Call, row: Parameters) -> Sku:
    price = row.whole("price")
    if price is None or price <= 0:
        raise Refused(301000004, "参数非法: price")
    sku = Sku(row.text("sku_code"), _spec(row), yz_sku_id=youzan_sku_id(call.books.random), created=call.now)
    _change_sku(sku, row)
    sku.yz_updated = call.now
    return sku


def _change_sku(sku: Sku, row: Parameters) -> bool:
    """Take over what the row says; what it does not say stays."""
    price, stock = row.whole("price"), row.whole("spot_stock_num", row.whole("stock_num"))
    sku.yz_price = sku.yz_price if price is None else price
    sku.yz_stock = sku.yz_stock if stock is None else max(stock, 0)
    sku.cost = row.whole("cost_price", sku.cost)
    sku.weight_g = row.whole("item_weight", sku.weight_g) or 0
    sku.code = row.text("sku_code", sku.code)
    return True


def _matched(product: Product, row: Parameters) -> Sku | None:
    """The SKU a row means: by id, else by merchant code, else by its specification."""
    sku_id, code, spec = row.whole("sku_id"), row.text("sku_code"), _spec(row)
    for sku in yz_skus(product):
        if sku_id is not None:
            if sku.yz_sku_id == sku_id:
                return sku
        elif (code and sku.code == code) or (not code and spec and sku.spec == spec):
            return sku
    return None


def _replace_skus(call: Call, product: Product, rows: list[Parameters]) -> None:
    """Make the Youzan variants exactly those of ``rows``; a variant sold on Kuaishou too only leaves Youzan."""
    kept: set[int] = set()
    for row in rows:
        sku = _matched(product, row)
        if sku is None:
            sku = _new_sku(call, row)
            product.skus.append(sku)
        else:
            _change_sku(sku, row)
        kept.add(id(sku))
    for sku in yz_skus(product):
        if id(sku) not in kept:
            sku.yz_sku_id = None
    product.skus[:] = [sku for sku in product.skus if sku.yz_sku_id is not None or sku.ks_sku_id is not None]


APIS = (
    Api("item.common.create", ("1.0.0",), create, rich_text=True),
    Api("item.common.update", ("1.0.0",), update, rich_text=True),
    Api("item.incremental.update", ("1.0.1",), incremental_update, rich_text=True),
    Api("item.full.sku.update", ("1.0.0",), full_sku_update),
    Api("item.display.update", ("1.0.0",), display_update, wrapper="request", wrapped_only=True),
    Api("item.update.listing", ("3.0.0", "3.0.1"), listing),
    Api("item.update.delisting", ("3.0.0", "3.0.1"), delisting),
    Api("item.delete", ("3.0.0", "3.0.1"), delete),
)
