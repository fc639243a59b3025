"""Questions about categories: values of attributes, brands, suggestions, rules and papers (fact sheet 3.2.9)."""

from rapidfuzz import fuzz, process

from console.sandbox.kuaishou import categories
from console.sandbox.kuaishou.call import Call
from console.sandbox.kuaishou.refusals import Json, invalid
from console.sandbox.tables import read_table

SUGGESTIONS = 3
VALUES_AT_ONCE = 500
BRANDS_AT_ONCE = 100  # ours
BRAND_CURSOR_END = 2000


def _values(call: Call) -> list[Json]:
    """The values of the named attribute that contain the asked text."""
    node = categories.leaf(call.params.whole("categoryId"))
    prop_id = call.params.whole("propId")
    found = [prop for prop in categories.props(node.category_id) if prop.prop_id == prop_id]
    if not found:
        raise invalid("propId")
    word = call.params.text("propValue", "")
    return [
        {"propValueId": categories.value_id(prop_id, place), "propValue": value}
        for place, value in enumerate(found[0].values, 1)
        if word in value
    ]


def prop_value_search(call: Call) -> Json:
    """``open.item.category.prop.value.search``: ``cursor`` is the number of values already shown."""
    values = _values(call)
    start = call.params.whole("cursor", 0, low=0)
    shown = values[start : start + call.params.whole("limit", VALUES_AT_ONCE, low=1, high=VALUES_AT_ONCE)]
    return {"data": {"total": len(values), "cursor": start + len(shown), "propValues": shown}}


def brand_list(call: Call) -> Json:
    """``open.item.brand.list.get``."""
    values = _values(call)
    start = call.params.whole("cursor", 0, low=0, high=BRAND_CURSOR_END)
    shown = values[start : start + BRANDS_AT_ONCE]
    return {
        "data": {
            "cursor": start + len(shown),
            "total": len(values),
            "propId": call.params.whole("propId"),
            "propValueDto": shown,
        }
    }


def suggested(call: Call) -> Json:
    """``open.item.category.suggested.get``: the leaves of the known titles most like the asked one."""
    call.params.texts("imageUrls")
    title = call.params.text("itemTitle")
    known = {row["title"]: int(row["kuaishou_category_id"]) for row in read_table("product_titles")}
    leaves: list[int] = []
    for _, _, key in process.extract(title, {name: name for name in known}, scorer=fuzz.token_ratio, limit=20):
        if known[key] not in leaves:
            leaves.append(known[key])
    paths = [categories.path(category_id) for category_id in leaves[:SUGGESTIONS]]
    return {
        "data": [
            {
                "categoryNamePath": [node.name for node in path],
                "categoryCodePath": [node.category_id for node in path],
                "open": True,
            }
            for path in paths
        ]
    }


def standard_check(call: Call) -> Json:
    """``open.item.category.standard.check``: no category here is under standard-product control."""
    categories.leaf(call.params.whole("leafCategoryId"))
    return {"data": {"propValueName": "无标品管控", "propValueCode": "0"}}


def saleprop_rule(call: Call) -> Json:
    """``open.item.saleprop.rule``: up to three levels of free variants. The field names are ours."""
    node = categories.leaf(call.params.whole("categoryId"))
    return {
        "data": {
            "categoryId": node.category_id,
            "maxPropCount": 3,
            "maxSkuCount": 600,
            "salePropRuleList": [
                {"propName": name, "required": False, "customInput": True, "maxValueCount": 100, "propVersion": 1}
                for name in ("颜色", "尺码", "规格")
            ],
        }
    }


def qualification_config(call: Call) -> Json:
    """``open.item.qualification.collection.config``: food and cosmetics want a paper."""
    node = categories.leaf(call.params.whole("categoryId"))
    root = categories.path(node.category_id)[0].name
    papers = {"食品": (901, "食品生产许可证"), "美妆": (902, "化妆品备案凭证")}
    return {"data": [_paper(*paper) for word, paper in papers.items() if word in root]}


def _paper(meta_id: int, name: str) -> Json:
    image = {
        "propId": meta_id * 10 + 1,
        "propType": "IMAGE",
        "inputType": "IMAGE",
        "sortNum": 1,
        "propName": f"{name}照片",
        "propAlias": "",
        "propDesc": "请上传清晰的原件照片",
        "preConstraint": False,
        "required": True,
        "inputConfig": {"imageFormat": {"maxCount": 5, "minCount": 1, "minHeight": 0, "minWidth": 0}},
        "multiMaximum": 5,
        "important": True,
        "audit": True,
        "supportLong": False,
        "supportDate": False,
        "propValue": "",
    }
    return {
        "qualificationId": meta_id,
        "qualificationName": name,
        "isNecessary": False,
        "metaConfig": [image],
        "preProp": [],
    }
