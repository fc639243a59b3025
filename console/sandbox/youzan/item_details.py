"""How one item is printed in full: item.get 3.0.0 and item.detail.get 1.0.1 (sheet 6.3)."""

from console.sandbox.state import Product, Sku
from console.sandbox.youzan.books import yz_skus
from console.sandbox.youzan.call import Call, Row
from console.sandbox.youzan.forms import date_text, yuan
from console.sandbox.youzan.item_forms import (
    delivery_template,
    image_rows,
    old_sku_row,
    pictures_of,
    price_of,
    spec_rows,
    stock_of,
    title_of,
)


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
            for row in spec_rows(sku.spec)
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
