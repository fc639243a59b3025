"""How items and their SKUs are printed: prices in fen, times as dates or ms, by API (sheet 6)."""

import json

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


def spec_rows(sku: Sku) -> list[Row]:
    """Keys and values of a variant; the numeric ids are made from the words [ours]."""
    return [{"kid": number_of(key), "vid": number_of(value), "k": key, "v": value} for key, value in sku.spec]


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
    specs = spec_rows(sku)
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


def old_detail(call: Call, product: Product) -> Row:
    """``item`` of item.get 3.0.0."""
    pictures = pictures_of(call, product)
    return {
        "item_id": product.yz_item_id,
        "kdt_id": call.kdt_id,
        "title": title_of(product),
        "desc": product.details,
        "alias": product.alias,
        "cid": product.yz_cid,
        "tag_ids": [],
        "detail_url": pictures[0],
        "share_url": pictures[0],
        "pic_url": pictures[0],
        "pic_thumb_url": pictures[0],
        "quantity": stock_of(product),
        "sold_num": product.sold,
        "price": price_of(product),
        "origin_price": yuan(product.market_price) if product.market_price else "",
        "item_type": 0,
        "is_listing": product.yz_on_shelf,
        "is_lock": False,
        "auto_listing_time": "",
        "join_level_discount": False,
        "purchase_right": False,
        "buy_quota": 0,
        "post_type": 1,
        "post_fee": 0,
        "item_no": product.code,
        "created": date_text(product.created),
        "num": 0,
        "sell_point": "",
        "messages": "[]",
        "item_imgs": image_rows(call, product),
        "item_tags": [],
        "delivery_template_info": delivery_template(),
        "sku_images": [],
        "skus": [old_sku_row(product, sku, price=sku.yz_price) for sku in yz_skus(product)],
    }


def new_sku_row(sku: Sku, product: Product) -> Row:
    """A SKU of item.detail.get 1.0.1: fen and ms."""
    return {
        "sku_id": sku.yz_sku_id,
        "sku_no": sku.code,
        "sku_barcode": "",
        "sku_barcodes": [],
        "sku_props": [
            {
                "prop_name_id": row["kid"],
                "prop_name": row["k"],
                "prop_value_id": row["vid"],
                "prop_value_name": row["v"],
            }
            for row in spec_rows(sku)
        ],
        "stock_num": sku.yz_stock,
        "quantity": sku.yz_stock,
        "price": sku.yz_price,
        "cost_price": sku.cost or 0,
        "weight": sku.weight_g,
        "sold_num": 0,
        "sku_created_time": sku.created or product.created,
        "sku_modified_time": sku.yz_updated or product.yz_updated,
        "is_fenxiao_sell": False,
    }


def detail(call: Call, product: Product) -> Row:
    """``data`` of item.detail.get 1.0.1."""
    skus = [new_sku_row(sku, product) for sku in yz_skus(product)]
    price = {"price": price_of(product), "origin": yuan(product.market_price) if product.market_price else ""}
    images = [{"image_id": row["id"], "image_url": row["url"]} for row in image_rows(call, product)]
    channel = {
        "id": product.yz_item_id,
        "channel": 0,
        "title": title_of(product),
        "item_price_param": price,
        "channel_sku_list": skus,
        "quantity": stock_of(product),
        "tag_ids": [],
    }
    return {
        "kdt_id": call.kdt_id,
        "item_id": product.yz_item_id,
        "root_item_id": product.yz_item_id,
        "root_kdt_id": call.kdt_id,
        "alias": product.alias,
        "title": title_of(product),
        "summary": "",
        "sell_point": "",
        "item_no": product.code,
        "item_barcode": "",
        "item_barcodes": [],
        "has_multi_barcode": False,
        "biz_code": "00000000000000000",
        "item_type": 0,
        "is_virtual": 0,
        "goods_platform": 0,
        "ability_mark_codes": [],
        "quantity": stock_of(product),
        "sold_num": product.sold,
        "hide_stock": 0,
        "stock_deduct_mode": 2,
        "item_price_param": price,
        "sku_list": skus,
        "is_display": int(product.yz_on_shelf),
        "auto_listing_time": 0,
        "created_time": product.created,
        "update_time": product.yz_updated,  # [ours]
        "images": images,
        "sku_value_props": [],
        "desc": product.details,
        "detail_url": images[0]["image_url"],
        "item_delivery_param": {"postage": 0, "delivery_template_id": 610001, "delivery_setting": {"express": True}},
        "post_sale_param": {"support_unconditional_return": True, "is_support_barter": False, "is_return_msg": 0},
        "cid": product.yz_cid,
        "category_properties": [{"name": name, "value": value} for name, value in product.props.items()],
        "tag_ids": [],
        "actual_tag_ids": [],
        "purchase_permission": {"buy_quota": 0},
        "messages": [],
        "start_sale_num": 1,
        "has_online_channel": True,
        "has_offline_channel": False,
        "channels": [channel],
    }
