"""Orders in the platform's words (fact sheet 3.3.1, 3.3.2): the row of the list, and what only the detail tells."""

from console.sandbox.clock import SECOND
from console.sandbox.kuaishou import categories
from console.sandbox.kuaishou.call import Call
from console.sandbox.kuaishou.cipher import ADDRESS, NAME, PHONE, mask
from console.sandbox.kuaishou.item_views import link, picture_url, pictures, service_rule, sku_code
from console.sandbox.kuaishou.refusals import Json
from console.sandbox.state import Order, Person, Sku

UNPAID, PAID, SHIPPED, SIGNED, SUCCESS, CLOSED = 10, 30, 40, 50, 70, 80
MOST_PACKAGES = 50
MOST_NOTES = 30
RISK_CODE = 10001  # do not ship
RISK_REVIEW = 2  # a disableDeliveryReasonCode
ADDRESS_WAITS = 10  # auditStatus of another address that was asked for
FLAGS = ("", "red", "yellow", "green", "blue", "purple", "grey")
PAY_CHANNELS = {1: "微信", 2: "支付宝", 3: "平安银行", 88: "支付宝先用后付", 99: "银行卡"}
SELF = 1  # cpsType of an order without a distributor
DISTRIBUTED = 2


def has_comment(order: Order) -> bool:
    """Whether the buyer has written a review: one in three of the successful, by the order's own number."""
    return order.status == SUCCESS and order.oid % 3 == 0


def list_row(call: Call, order: Order) -> Json:
    """An order as the list shows it."""
    return {
        "orderBaseInfo": _base(call, order),
        "orderItemInfo": _item(call, order),
        "orderRefundList": [{"refundId": r.refund_id, "refundStatus": r.status} for r in order.refunds],
        "orderLogisticsInfo": [
            {"expressNo": p.waybill_no, "expressCode": p.ks_carrier, "logisticsId": p.parcel_id} for p in order.parcels
        ],
        "orderNote": {"sellerNote": [], "orderNoteInfo": _notes(order)},
        "orderAddress": address_view(call, order.buyer, str(order.oid)),
        "orderStepInfo": None,
        "orderCpsInfo": {
            "distributorId": 3_000_000 + order.oid % 40 if order.cps else 0,
            "distributorName": f"达人{order.oid % 40:02d}号" if order.cps else "",
        },
        "orderDeliveryInfo": {
            "deliveryNum": order.delivered,
            "packageNum": len(order.parcels),
            "totalPackageNum": len(order.parcels),
            "maxPackageNum": MOST_PACKAGES,
            "enableAppendPackage": may_append(order),
            "serialNumberInfo": {"serialType": []},
        },
        "subOrderInfo": [],
    }


def detail(call: Call, order: Order) -> Json:
    """An order as ``open.order.detail`` shows it: with where it was sold and who the buyer is to this shop."""
    row = list_row(call, order)
    first = call.kept.lookup.first_order(order.buyer.ks_open_id) == order.oid
    row["orderBaseInfo"] |= {
        "shopNewBuyer": first,
        "platformNewBuyer": first and order.oid % 10 == 0,
        "orderTaxInfo": {"taxAmount": 0, "sellerBearAmount": 0},
        "orderPoiInfo": None,
        "carrierType": order.carrier_type,
        "carrierId": order.carrier_id,
        "privacyInfoAuthStatus": 0,
        "privacyInfoAuthTime": 0,
    }
    row["orderRefundList"] = row["orderRefundList"][:1]
    row["orderCustomizedInfo"] = {"customizedItemType": 0, "customizedUrl": "", "customizedCode": ""}
    row["orderFlag"] = {"flag": []}
    row["addressUpdateAuditInfo"] = {"auditStatus": ADDRESS_WAITS} if order.address_asked else None
    return row


def may_append(order: Order) -> bool:
    """Whether a further parcel can be added: everything is out, and not received yet."""
    return order.status == SHIPPED and order.delivered >= order.quantity and len(order.parcels) < MOST_PACKAGES


def _base(call: Call, order: Order) -> Json:
    buyer, world = order.buyer, call.world
    return {
        "oid": order.oid,
        "status": order.status,
        "buyerOpenId": buyer.ks_open_id,
        "buyerNick": mask(buyer.nick, NAME),
        "buyerImage": picture_url(call.ctx, order.oid % 1000),
        "sellerOpenId": world.ks_open_id,
        "sellerNick": world.shop_name,
        "createTime": order.created,
        "payTime": order.paid,
        "sendTime": order.sent,
        "recvTime": order.received,
        "refundTime": order.refunds[0].created if order.refunds else 0,
        "updateTime": order.updated,
        "totalFee": order.goods_total,
        "discountFee": order.discount,
        "expressFee": order.express,
        "remark": order.remark,
        "payType": order.channel if order.paid else 0,
        "payChannel": PAY_CHANNELS.get(order.channel, "") if order.paid else "",
        "cpsType": DISTRIBUTED if order.cps else SELF,
        "coType": 0,
        "preSale": int(order.presale),
        "theDayOfDeliverGoodsTime": order.product.presale_days if order.presale else 0,
        "promiseTimeStampOfDelivery": order.paid + order.promise_s * SECOND if order.paid else 0,
        "validPromiseShipmentTimeStamp": order.ship_by if order.paid else 0,
        "sellerDelayPromiseTimeStamp": 0,
        "commentStatus": int(has_comment(order)),
        "riskCode": RISK_CODE if order.risk else 0,
        "priorityDelivery": False,
        "remindShipmentSign": 0,
        "remindShipmentTime": 0,
        "disableDeliveryReasonCode": [RISK_REVIEW] if order.risk else [],
        "allActivityType": [],
        "activityType": 0,
        "multiplePiecesNo": 0,
        "orderLabels": [1] if buyer.province.startswith("新疆") else [],
        "orderSellerRoleInfo": {"roleType": 1, "roleId": world.ks_seller_id, "roleName": world.shop_name},
    }


def item_brief(call: Call, order: Order) -> Json:
    """What was bought, without its terms."""
    product = order.product
    return {
        **_variant(order.sku),
        "itemId": product.ks_item_id,
        "relItemId": product.ks_fields.get("relItemId", 0),
        "itemTitle": product.title,
        "itemLinkUrl": link(product.ks_item_id),
        "itemPicUrl": pictures(call.ctx, product)[0],
        "num": order.quantity,
    }


def _item(call: Call, order: Order) -> Json:
    product = order.product
    terms = service_rule(product)
    node = categories.path(product.ks_category_id, product.category)[-1]
    return {
        **item_brief(call, order),
        "originalPrice": order.original_price,
        "price": order.unit_price,
        "discountFee": order.discount,
        "itemType": 1,
        "itemPrevInfo": _variant(order.prev_sku) if order.prev_sku else None,
        "goodsCode": "",
        "warehouseCode": "",
        "orderItemId": order.oid,
        "goodStoreCode": 0,
        "serviceInfo": {
            "serviceRule": terms["refundRule"],
            "freight": order.express == 0,
            "freightProviderType": 0,
            "firstOrderGuarantee": False,
            "instantDelivery": 0,
            "instantRefund": False,
            "compensateFake": None,
            "serviceRuleInfo": {
                "refundRule": terms["refundRule"],
                "promiseDeliveryTime": order.promise_s,
                "theDayOfDeliverGoodsTime": terms["theDayOfDeliverGoodsTime"],
                "deliveryMethod": terms["deliveryMethod"],
            },
        },
        "itemExtra": {"categoryInfo": {"itemCid": product.ks_category_id, "categoryName": node.name}},
    }


def _variant(sku: Sku) -> Json:
    return {
        "skuId": sku.ks_sku_id,
        "relSkuId": sku.ks_fields.get("relSkuId", 0),
        "skuDesc": ";".join(f"{name}:{value}" for name, value in sku.spec),
        "skuNick": sku_code(sku),
    }


def _notes(order: Order) -> list[Json]:
    """Newest first, at most thirty."""
    newest = sorted(order.notes, key=lambda note: -note[0])[:MOST_NOTES]
    return [
        {
            "createTime": at,
            "note": text,
            "flagTagCode": f"{FLAGS[flag]}_flag_tag_order" if flag else "",
            "operatorName": operator,
        }
        for at, text, flag, operator in newest
    ]


def address_view(call: Call, buyer: Person, biz_id: str) -> Json:
    """A receiver: the region plain, the person in ciphertext made for ``biz_id`` and masked, never plain."""
    cipher = call.kept.cipher
    province, city, district, town = buyer.region_codes
    return {
        "encryptedConsignee": cipher.encrypt(buyer.name, NAME, biz_id),
        "desensitiseConsignee": mask(buyer.name, NAME),
        "encryptedMobile": cipher.encrypt(buyer.phone, PHONE, biz_id),
        "desensitiseMobile": mask(buyer.phone, PHONE),
        "encryptedAddress": cipher.encrypt(buyer.address, ADDRESS, biz_id),
        "desensitiseAddress": mask(buyer.address, ADDRESS),
        "provinceCode": province,
        "province": buyer.province,
        "cityCode": city,
        "city": buyer.city,
        "districtCode": district,
        "district": buyer.district,
        "townCode": town,
        "town": buyer.town,
        "rechargeAccount": None,
    }
