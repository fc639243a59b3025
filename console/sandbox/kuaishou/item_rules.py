"""What an item handed in must be like (fact sheet 3.2.6): checked before anything is changed."""

from math import prod

from console.sandbox.kuaishou import categories
from console.sandbox.kuaishou.call import Call
from console.sandbox.kuaishou.params import Params
from console.sandbox.kuaishou.refusals import Json, invalid, rejected
from console.sandbox.kuaishou.shop import TEMPLATES

MOST_STOCK = 9_999_999
MOST_SKUS = 600
MOST_LEVELS = 3
LEAST_PROMISE, MOST_PROMISE = 86_400, 259_200
OWN_HOSTS = ("kwai", "kuaishou", "ksapisrv", "yximgs")  # words in the platform's own picture hosts


def check_images(call: Call, urls: list[str], name: str) -> list[str]:
    """Pictures must have been uploaded: addresses of the platform."""
    for url in urls:
        ours = bool(call.ctx.base_url) and url.startswith(call.ctx.base_url)
        if not ours and not any(word in url for word in OWN_HOSTS):
            raise rejected(f"{name}必须为快手图片链接，请先上传图片")
    return urls


def check_sku(sku: Params) -> None:
    """One variant of a new item."""
    sku.whole("relSkuId")
    sku.whole("skuStock", low=0, high=MOST_STOCK)
    sku.whole("skuSalePrice", low=1)
    sku.text("skuNick", "", longest=30)
    for prop in sku.rows("skuProps", most=MOST_LEVELS):
        prop.text("propName")
        prop.text("propValueName")
        main = prop.choice("isMainProp", {0, 1})
        prop.choice("propVersion", {1, 2})
        if main:
            prop.text("imageUrl")


def check_skus(skus: list[Params]) -> None:
    """All variants together: the whole Cartesian product, each once; market prices over the highest price."""
    specs = [spec_of(sku) for sku in skus]
    names = [tuple(name for name, _ in spec) for spec in specs]
    if len(set(names)) != 1:
        raise rejected("销售属性层级不一致")
    combined = prod(len({spec[level] for spec in specs}) for level in range(len(names[0])))
    if len({tuple(spec) for spec in specs}) != len(specs) or combined != len(specs):
        raise rejected("sku必须为销售属性的全部组合且不重复")
    highest = max(sku.whole("skuSalePrice") for sku in skus)
    for sku in skus:
        if "skuMarketPrice" in sku and not highest < sku.whole("skuMarketPrice") <= 10 * highest:
            raise invalid("skuMarketPrice")


def spec_of(sku: Params) -> list[tuple[str, str]]:
    """``[("颜色", "米白"), …]``."""
    return [(prop.text("propName"), prop.text("propValueName")) for prop in sku.rows("skuProps")]


def check_service_rule(rule: Params) -> Json:
    """Terms of sale: a refund rule of the category, and exactly one of the two times (0 and -1 are none)."""
    if rule.whole("refundRule") not in categories.REFUND_RULES:
        raise invalid("refundRule")
    promise = max(rule.whole("promiseDeliveryTime", 0), 0)
    days = max(rule.whole("deliverGoodsInteralTime", 0), 0)
    if rule.text("deliveryTimeMode", "") == "spotPresale":
        if promise or days:
            raise rejected("现货预售混合模式不可填写发货时间")
    elif bool(promise) == bool(days):
        raise rejected("承诺发货时间与预售发货时间必须且只能填写一个")
    if promise and not LEAST_PROMISE <= promise <= MOST_PROMISE:
        raise invalid("promiseDeliveryTime")
    if days and not 3 <= days <= 15:
        raise invalid("deliverGoodsInteralTime")
    return rule.values


def check_texts(params: Params) -> None:
    """The optional texts and numbers that new and edit share."""
    for name, least, most in (("shortTitle", 4, 20), ("sellingPoint", 8, 24)):
        if name in params and not least <= len(params.text(name, longest=most)) <= most:
            raise invalid(name)
    params.text("itemRemark", "", longest=20)
    if params.flag("purchaseLimit"):
        params.whole("limitCount", low=1)
    if params.whole("payWay", 2) != 2:
        raise invalid("payWay")
    if "expressTemplateId" in params and params.whole("expressTemplateId") not in TEMPLATES:
        raise rejected("运费模板不存在")


def check_props(category_id: int, told: list[Params]) -> None:
    """Every required attribute once, none twice."""
    named = [prop.whole("propId") for prop in told]
    if len(set(named)) != len(named):
        raise rejected("商品属性重复")
    for prop in categories.props(category_id):
        if prop.required and prop.prop_id not in named:
            raise rejected(f"商品属性【{prop.name}】必填")
