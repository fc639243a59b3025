"""How items and their SKUs are printed: prices in fen, times as dates or ms, by API (sheet 6)."""

import json
from collections.abc import Iterable

from console.sandbox.state import Product, Sku
from console.sandbox.youzan.books import yz_skus
from console.sandbox.youzan.call import Call, Row
from console.sandbox.youzan.forms import date_text, yuan

SOLD_OUT, SELLING, PARTLY = 2, 1, 3


def title_of(product: Product) -> str:
    """The title on the Youzan side."""
    return product.yz_title or product.title


def price_of(product: Product) -> int:
    """The lowest price of an item's variants, fen."""
    return min((sku.yz_price for sku in yz_skus(product)), default=0)


def stock_of(product: Product) -> int:
    """The stock of all variants together."""
    return sum(sku.yz_stock for sku in yz_skus(product))


def sold_status(product: Product) -> int:
    """1 selling, 2 sold out, 3 partly sold out."""
    stocks = [sku.yz_stock > 0 for sku in yz_skus(product)]
    if all(stocks):
        return SELLING
    return PARTLY if any(stocks) else SOLD_OUT


def pictures_of(call: Call, product: Product) -> list[str]:
    """The addresses of an item's pictures, the main one first."""
    held = call.books.pictures.get(product.yz_item_id or 0)
    return held or [f"{call.ctx.base_url}/picture/{product.image_seed}.png"]


def image_rows(call: Call, product: Product) -> list[Row]:
    """The pictures as the old APIs print them."""
    created = date_text(product.created)
    return [
        {
            "id": (product.yz_item_id or 0) * 10 + place,
            "url": url,
            "thumbnail": url,
            "medium": url,
            "combine": url,
            "created": created,
        }
        for place, url in enumerate(pictures_of(call, product))
    ]


def spec_rows(spec: Iterable[tuple[str, str]]) -> list[Row]:
    """Keys and values of a variant; the numeric ids are made from the words [ours]."""
    return [{"kid": number_of(key), "vid": number_of(value), "k": key, "v": value} for key, value in spec]


def number_of(word: str) -> int:
    """A stable id for a word."""
    return int.from_bytes(word.encode()[-4:], "big") % 90_000_000 + 10_000_000


def delivery_template() -> Row:
    """The one postage template of the shop."""
    return {
        "delivery_template_id": 610001,
        "delivery_template_name": "全国包邮",
        "delivery_template_fee": "0.00",
        "delivery_template_valuationType": 1,
    }


def list_row(call: Call, product: Product) -> Row:
    """A row of items.onsale.get, items.inventory.get and items.custom.get."""
    picture = pictures_of(call, product)[0]
    title, price = title_of(product), price_of(product)
    return {
        "item_id": product.yz_item_id,
        "alias": product.alias,
        "title": title,
        "price": price,
        "quantity": stock_of(product),
        "sold_num": product.sold,
        "item_no": product.code,
        "item_type": 0,
        "cid": product.yz_cid,
        "post_type": 1,
        "post_fee": 0,
        "delivery_template": delivery_template(),
        "created_time": date_text(product.created),
        "update_time": date_text(product.yz_updated),
        "detail_url": f"{call.ctx.base_url}/picture/{product.image_seed}.png",
        "image": picture,
        "shareIcon": picture,
        "shareTitle": title,
        "shareDetail": price,
        "pageUrl": f"pages/goods/detail/index?alias={product.alias}",
        "classId": "youzan_goods_selling",
        "item_imgs": image_rows(call, product),
        "origin": yuan(product.market_price) if product.market_price else "",
        "num": 0,
    }


def old_sku_row(product: Product, sku: Sku, *, price: object) -> Row:
    """A SKU of item.get (price fen) or skus.custom.get (price yuan)."""
    specs = spec_rows(sku.spec)
    return {
        "item_id": product.yz_item_id,
        "sku_id": sku.yz_sku_id,
        "sku_unique_code": f"{product.yz_item_id}{sku.yz_sku_id}",
        "properties_name": ";".join(f"{row['kid']}:{row['vid']}:{row['k']}:{row['v']}" for row in specs),
        "properties_name_json": json.dumps(specs, ensure_ascii=False),
        "price": price,
        "quantity": sku.yz_stock,
        "item_no": sku.code,
        "with_hold_quantity": sku.reserved,
        "weight": sku.weight_g,
        "sold_num": 0,
        "cost_price": sku.cost or 0,
        "created": date_text(sku.created or product.created),
        "modified": date_text(sku.yz_updated or product.yz_updated),
    }
