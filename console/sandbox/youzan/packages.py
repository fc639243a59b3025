"""Ability packages: which APIs an application may call at all. How the real platform cuts them is not published.

The names are those of the checks that a merchant sees; the longest beginning of an API's name decides.
"""

PACKAGES = {
    "shop": ("shop.",),
    "item": ("item.", "items.", "skus.", "itemcategories.", "materials."),
    "trade": ("trade.", "trades."),
    "refund": ("trade.refund.", "trade.returngoods."),
    "logistics": ("logistics.",),
    "user": ("scrm.", "user.", "users.", "crm.", "cardvoucher."),
    "coupon_advanced": ("ump.",),
    "reviews": ("item.evaluation.",),
    "bigdata": ("bigdata.",),
}


def package_of(api: str) -> str:
    """The package of an API named without ``youzan.``; empty: every application may call it."""
    fits = [(len(head), name) for name, heads in PACKAGES.items() for head in heads if api.startswith(head)]
    return max(fits)[1] if fits else ""
