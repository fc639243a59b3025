"""What the accounts page says of tiers, switches and scopes."""

from PySide6.QtCore import QCoreApplication

from console import catalogue
from console.catalogue import Language
from console.core.model import Platform
from console.core.permissions import SWITCH_OF, Ability, Check, Need, Outcome, Switch
from console.rules.tiers import Tier
from console.ui.paint import ChipLook

READ_ONLY = "read_only"
SETS: dict[Tier, frozenset[Switch]] = {
    Tier.BASIC: frozenset({Switch.PRODUCTS, Switch.ORDERS}),
    Tier.ADVANCED: frozenset({Switch.PRODUCTS, Switch.ORDERS, Switch.DATA}),
    Tier.CUSTOM: frozenset(Switch),
}
"""The switches that a tier wants."""

LOOKS = {
    Outcome.OK: ("circle-check", "fg_green"),
    Outcome.REFUSED: ("circle-x", "fg_red"),
    Outcome.UNANSWERED: ("wifi-off", "text3"),
    Outcome.NOT_ASKED: ("circle-minus", "faint"),
}


def tier_name(tier: Tier) -> str:
    """``基础绑定``…"""
    return {
        Tier.NONE: QCoreApplication.translate("permits", "Not usable yet"),
        Tier.BASIC: QCoreApplication.translate("permits", "Basic"),
        Tier.ADVANCED: QCoreApplication.translate("permits", "Advanced"),
        Tier.CUSTOM: QCoreApplication.translate("permits", "Custom"),
    }[tier]


def tier_chip(tier: Tier | None) -> ChipLook:
    """None: it was never tested, so nobody knows."""
    if tier is None:
        return ChipLook("grey", "list-checks", QCoreApplication.translate("permits", "Not tested yet"))
    if tier is Tier.NONE:
        return ChipLook("amber", "triangle-alert", tier_name(tier))
    icon = {Tier.BASIC: "layers", Tier.ADVANCED: "gem", Tier.CUSTOM: "sliders-horizontal"}[tier]
    return ChipLook("blue" if tier is Tier.BASIC else "purple", icon, tier_name(tier))


def tier_under(tier: Tier) -> str:
    """What a tier is for, in few words."""
    return {
        Tier.NONE: "",
        Tier.BASIC: QCoreApplication.translate("permits", "Goods and orders"),
        Tier.ADVANCED: QCoreApplication.translate("permits", "Plus customers and figures"),
        Tier.CUSTOM: QCoreApplication.translate("permits", "Plus real-time stock"),
    }[tier]


def switch_name(switch: Switch | str) -> str:
    """``商品同步``…"""
    return {
        Switch.PRODUCTS: QCoreApplication.translate("permits", "Product sync"),
        Switch.ORDERS: QCoreApplication.translate("permits", "Order management"),
        Switch.DATA: QCoreApplication.translate("permits", "Data return"),
        Switch.REAL_TIME: QCoreApplication.translate("permits", "Real-time stock and parcels"),
        READ_ONLY: QCoreApplication.translate("permits", "Read-only"),
    }[switch]


def switch_hint(switch: Switch | str) -> str:
    """What it does, for the tooltip."""
    return {
        Switch.PRODUCTS: QCoreApplication.translate("permits", "Read this shop's goods, prices and stock"),
        Switch.ORDERS: QCoreApplication.translate("permits", "Read this shop's orders, parcels and after-sales"),
        Switch.DATA: QCoreApplication.translate("permits", "Read customers, coupons, reviews and figures"),
        Switch.REAL_TIME: QCoreApplication.translate(
            "permits", "Read every minute, so that stock and parcels are followed; makes more calls"
        ),
        READ_ONLY: QCoreApplication.translate("permits", "Nothing is ever written to this shop, whatever else is on"),
    }[switch]


def scope_name(scope: str) -> str:
    """What a scope is called here; a platform's own word where we have none."""
    return {
        "merchant_user": QCoreApplication.translate("permits", "Shop details"),
        "shop": QCoreApplication.translate("permits", "Shop details"),
        "merchant_item": QCoreApplication.translate("permits", "Goods and stock"),
        "item": QCoreApplication.translate("permits", "Goods and stock"),
        "merchant_order": QCoreApplication.translate("permits", "Order reading"),
        "trade": QCoreApplication.translate("permits", "Order reading"),
        "merchant_refund": QCoreApplication.translate("permits", "After-sales"),
        "refund": QCoreApplication.translate("permits", "After-sales"),
        "merchant_logistics": QCoreApplication.translate("permits", "Shipping and waybills"),
        "logistics": QCoreApplication.translate("permits", "Shipping and waybills"),
        "merchant_promotion": QCoreApplication.translate("permits", "Coupons"),
        "coupon_advanced": QCoreApplication.translate("permits", "Coupons"),
        "merchant_comment": QCoreApplication.translate("permits", "Reviews"),
        "reviews": QCoreApplication.translate("permits", "Reviews"),
        "live": QCoreApplication.translate("permits", "Live figures"),
        "bigdata": QCoreApplication.translate("permits", "Shop figures"),
        "user": QCoreApplication.translate("permits", "Customers and members"),
        "clock": QCoreApplication.translate("permits", "This computer's clock"),
        "app_secret": QCoreApplication.translate("permits", "App secret"),
        "client_secret": QCoreApplication.translate("permits", "App secret"),
        "sign_in": QCoreApplication.translate("permits", "Sign-in"),
    }.get(scope, scope)


def used_for(need: Need | Check) -> str:
    """Which features hang on a scope."""
    uses = {
        Ability.SHOP: QCoreApplication.translate("permits", "shop name"),
        Ability.ITEMS: QCoreApplication.translate("permits", "goods, price gaps"),
        Ability.STOCK: QCoreApplication.translate("permits", "stock"),
        Ability.ORDERS: QCoreApplication.translate("permits", "orders, mapping, proof"),
        Ability.AFTER_SALES: QCoreApplication.translate("permits", "refunds, returns"),
        Ability.LOGISTICS: QCoreApplication.translate("permits", "printing, shipping"),
        Ability.TRACKING: QCoreApplication.translate("permits", "parcel tracking"),
        Ability.CUSTOMERS: QCoreApplication.translate("permits", "customers, members"),
        Ability.COUPONS: QCoreApplication.translate("permits", "coupons"),
        Ability.REVIEWS: QCoreApplication.translate("permits", "reviews"),
        Ability.FIGURES: QCoreApplication.translate("permits", "visitors, figures"),
    }
    joint = QCoreApplication.translate("permits", ", ")
    named = joint.join(uses[ability] for ability in Ability if ability in need.abilities)
    return named or QCoreApplication.translate("permits", "keys and time")


def switch_of(need: Need | Check) -> Switch | None:
    """The switch that a scope hangs on; the shop's own name, the keys and the clock hang on none."""
    return next((SWITCH_OF[one] for one in need.abilities if one in SWITCH_OF), None)


def result(check: Check, platform: Platform, lang: Language) -> tuple[str, str]:
    """What came of asking, and what to do; the platform's words are in the first."""
    if check.outcome is Outcome.OK:
        return QCoreApplication.translate("permits", "Works"), ""
    said = catalogue.words(check.code or "check.not_asked", lang, platform=platform.value, detail=check.detail)
    return said.text, said.next_step


def tooltip(check: Check, platform: Platform, lang: Language) -> str:
    """The platform's own scope, code and words."""
    text, next_step = result(check, platform, lang)
    code = " ".join(part for part in (check.code, check.detail) if part)
    return "\n".join(part for part in (f"{scope_name(check.scope)} · {check.scope}", text, next_step, code) if part)
