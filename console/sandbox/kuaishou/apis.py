"""The table of APIs: name, documented verb, scope, and the function that answers.

The scopes of e-waybill and live methods are unknown; here they are merchant_logistics and user_info.
"""

from collections.abc import Callable
from dataclasses import dataclass

from console.sandbox.kuaishou import (
    categories,
    category_searches,
    comments,
    deliveries,
    express,
    express_tables,
    item_edits,
    item_writes,
    items,
    live,
    order_writes,
    orders,
    privacy,
    promotion,
    refund_writes,
    refunds,
    shop,
)
from console.sandbox.kuaishou.call import Call
from console.sandbox.kuaishou.refusals import Json


@dataclass(frozen=True)
class Api:
    """One method; ``answer`` returns what stands beside ``result`` in the envelope, or raises Refused."""

    verb: str
    scope: str
    answer: Callable[[Call], Json]
    without_shop: bool = False  # a client_credentials token is enough


ITEM, ORDER, REFUND = "merchant_item", "merchant_order", "merchant_refund"
LOGISTICS, USER, COUPON = "merchant_logistics", "merchant_user", "merchant_promotion"

APIS = {
    "open.user.info.get": Api("GET", "user_info", shop.user_info),
    "open.user.seller.get": Api("GET", USER, shop.seller_get),
    "open.shop.info.get": Api("GET", USER, shop.shop_info),
    "open.score.shop.get": Api("GET", USER, shop.score),
    # items
    "open.item.list.get": Api("GET", ITEM, items.item_list),
    "open.item.get": Api("GET", ITEM, items.item_get),
    "open.item.deleted.get": Api("GET", ITEM, items.deleted_get),
    "open.item.sku.list.get": Api("GET", ITEM, items.sku_list),
    "open.item.diagnosis.get": Api("GET", ITEM, items.diagnosis),
    "open.item.detail.page.link": Api("GET", ITEM, items.page_link),
    "open.item.image.upload": Api("POST", ITEM, items.image_upload),
    "open.item.new": Api("POST", ITEM, item_writes.new),
    "open.item.new.precheck": Api("POST", ITEM, item_writes.precheck),
    "open.item.edit": Api("POST", ITEM, item_edits.edit),
    "open.item.autopass.edit": Api("POST", ITEM, item_edits.autopass_edit),
    "open.item.delete": Api("POST", ITEM, item_writes.delete),
    "open.item.shelf.status.update": Api("POST", ITEM, item_writes.shelf_status),
    "open.item.sku.price.update": Api("POST", ITEM, item_writes.sku_price),
    "open.item.sku.stock.update": Api("POST", ITEM, item_writes.sku_stock),
    # categories
    "open.item.category": Api("GET", ITEM, categories.category_list, without_shop=True),
    "open.item.category.config": Api("GET", ITEM, categories.config, without_shop=True),
    "open.item.category.optional.get": Api("GET", ITEM, categories.optional_get),
    "open.item.category.prop.value.search": Api("GET", ITEM, category_searches.prop_value_search, without_shop=True),
    "open.item.category.suggested.get": Api("GET", ITEM, category_searches.suggested),
    "open.item.category.standard.check": Api("GET", ITEM, category_searches.standard_check),
    "open.item.brand.list.get": Api("POST", ITEM, category_searches.brand_list),
    "open.item.saleprop.rule": Api("POST", ITEM, category_searches.saleprop_rule),
    "open.item.qualification.collection.config": Api("POST", ITEM, category_searches.qualification_config),
    # orders
    "open.order.cursor.list": Api("GET", ORDER, orders.cursor_list),
    "open.order.detail": Api("GET", ORDER, orders.order_detail),
    "open.order.buyer.order.list": Api("GET", ORDER, orders.buyer_list),
    "open.seller.order.fee.detail": Api("GET", ORDER, orders.fee_detail),
    "open.order.decrypt.batch": Api("POST", ORDER, privacy.decrypt),
    "open.order.desensitise.batch": Api("POST", ORDER, privacy.desensitise),
    "open.order.encrypt.batch": Api("POST", ORDER, privacy.encrypt),
    "open.order.search.index.batch": Api("POST", ORDER, privacy.search_index),
    "open.order.goods.split.deliver": Api("POST", ORDER, deliveries.split_deliver),
    "open.order.address.update": Api("POST", ORDER, order_writes.address_update),
    "open.seller.order.goods.deliver": Api("POST", ORDER, deliveries.deliver),
    "open.seller.order.goods.logistics.append": Api("POST", ORDER, deliveries.append),
    "open.seller.order.logistics.update": Api("POST", ORDER, deliveries.update),
    "open.seller.order.note.add": Api("POST", ORDER, order_writes.note_add),
    "open.seller.order.close": Api("POST", ORDER, order_writes.close),
    "open.seller.order.sku.update": Api("POST", ORDER, order_writes.sku_update),
    # after-sales
    "open.seller.order.refund.pcursor.list": Api("GET", REFUND, refunds.pcursor_list),
    "open.seller.order.refund.detail": Api("GET", REFUND, refunds.refund_detail),
    "open.seller.order.refund.approve": Api("POST", REFUND, refund_writes.approve),
    "open.seller.order.refund.returngoods.approve": Api("POST", REFUND, refund_writes.approve_return),
    "open.seller.order.refund.confirm.receipt": Api("POST", REFUND, refund_writes.confirm_receipt),
    "open.refund.reject": Api("POST", REFUND, refund_writes.reject),
    "open.refund.reject.reason": Api("GET", REFUND, refunds.reject_reasons),
    "open.refund.direct.refund": Api("POST", REFUND, refund_writes.direct_refund),
    "open.refund.confirm.and.send": Api("POST", REFUND, refund_writes.confirm_and_send),
    "open.refund.submit.returnInfo": Api("POST", REFUND, refund_writes.submit_return),
    "open.refund.comment.basic.list": Api("GET", REFUND, refunds.history),
    # e-waybills, addresses, freight
    "open.express.ebill.get": Api("POST", LOGISTICS, express.take),
    "open.express.ebill.cancel": Api("GET", LOGISTICS, express.cancel),
    "open.express.ebill.append": Api("POST", LOGISTICS, express.append),
    "open.express.ebill.update": Api("POST", LOGISTICS, express.update),
    "open.express.subscribe.query": Api("POST", LOGISTICS, express.subscriptions),
    "open.express.standard.template.list.get": Api("POST", LOGISTICS, express_tables.standard_templates),
    "open.express.custom.tempate.list.query": Api("GET", LOGISTICS, express_tables.custom_templates),
    "open.express.printer.element.query": Api("GET", LOGISTICS, express_tables.printer_elements),
    "open.express.reachable.query": Api("POST", LOGISTICS, express_tables.reachable),
    "open.address.seller.list": Api("GET", LOGISTICS, shop.address_list),
    "open.address.district.list": Api("GET", LOGISTICS, shop.district_list, without_shop=True),
    "open.logistics.express.template.list": Api("GET", LOGISTICS, shop.template_list),
    "open.logistics.express.template.detail": Api("GET", LOGISTICS, shop.template_detail),
    # live, coupons, reviews
    "open.live.shop.seller.real.uv": Api("GET", "user_info", live.real_uv),
    "open.live.shop.item.check.oncar": Api("GET", "user_info", live.on_car),
    "open.live.shop.user.car.action": Api("GET", "user_info", live.car_action),
    "open.live.shop.watch.time.match": Api("GET", "user_info", live.watch_time),
    "open.promotion.coupon.page.list": Api("GET", COUPON, promotion.page_list),
    "open.promotion.coupon.create": Api("POST", COUPON, promotion.create),
    "open.promotion.coupon.query": Api("POST", COUPON, promotion.query),
    "open.promotion.coupon.over": Api("POST", COUPON, promotion.over),
    "open.promotion.coupon.delete": Api("POST", COUPON, promotion.delete),
    "open.promotion.coupon.stock.add": Api("POST", COUPON, promotion.stock_add),
    "open.promotion.coupon.statistic": Api("GET", COUPON, promotion.statistic),
    "open.comment.list.get": Api("GET", "merchant_comment", comments.comment_list),
}
