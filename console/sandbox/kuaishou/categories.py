"""The category tree and what goods of a category must and may tell (fact sheet 3.2.9).

The tree is a recorded one; attributes, their values and the control of standard products are invented here.
"""

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from console.sandbox.kuaishou.call import Call
from console.sandbox.kuaishou.refusals import Json, rejected
from console.sandbox.tables import read_table

REFUND_RULES = [1, 4, 5, 8]
BRAND = 102
BRANDS = [
    "无品牌",
    "棉朵",
    "禾田记",
    "山野日常",
    "白屿",
    "初木",
    "简序",
    "暖巢",
    "鹿与森",
    "青团家",
    "一方良物",
    "拾光",
]


@dataclass(frozen=True)
class Prop:
    """An attribute of goods; values only for those that are picked from a list."""

    prop_id: int
    name: str
    kind: str  # TEXT CHECKBOX NUMBER DATETIME RADIO …
    required: bool = False
    values: tuple[str, ...] = ()
    most: int = 1


@dataclass
class Node:
    """A category."""

    category_id: int
    name: str
    parent_id: int
    children: list["Node"] = field(default_factory=list)


EVERYWHERE = (
    Prop(BRAND, "品牌", "RADIO", values=tuple(BRANDS)),
    Prop(3701, "产地", "RADIO", values=("中国大陆", "中国台湾", "日本", "韩国", "其他")),
    Prop(3702, "适用季节", "CHECKBOX", values=("春季", "夏季", "秋季", "冬季"), most=4),
    Prop(3703, "材质", "TEXT"),
    Prop(3704, "适用人群", "RADIO", values=("通用", "男", "女", "儿童", "老人")),
)
BY_ROOT = {  # by a word of the root category's name
    "食品": (Prop(3801, "生产许可证编号", "TEXT", required=True), Prop(3802, "保质期（天）", "NUMBER", required=True)),
    "美妆": (Prop(3811, "备案/注册号", "TEXT", required=True), Prop(3812, "净含量", "TEXT")),
}


@cache
def tree() -> dict[int, Node]:
    """Every category by id, children joined."""
    rows = read_table("kuaishou_categories")
    nodes = {int(row["category_id"]): Node(int(row["category_id"]), row["name"], int(row["parent_id"])) for row in rows}
    for node in nodes.values():
        if node.parent_id in nodes:
            nodes[node.parent_id].children.append(node)
    return nodes


def path(category_id: int, fallback: str = "") -> list[Node]:
    """From the root down to the category; a lone node named ``fallback`` if it is not in the tree."""
    found: list[Node] = []
    node = tree().get(category_id)
    while node is not None:
        found.insert(0, node)
        node = tree().get(node.parent_id)
    return found or [Node(category_id, fallback, 0)]


def leaf(category_id: int) -> Node:
    """The category goods are put into. Raises Refused for one that is unknown or has children."""
    node = tree().get(category_id)
    if node is None or node.children:
        raise rejected("商品来源不可售卖")
    return node


def props(category_id: int) -> tuple[Prop, ...]:
    """The attributes of a leaf."""
    root = path(category_id)[0].name
    return EVERYWHERE + tuple(prop for word, more in BY_ROOT.items() if word in root for prop in more)


def value_id(prop_id: int, place: int) -> int:
    """The id of the value at ``place`` (from 1; 0: a value of nobody's list)."""
    return prop_id * 1000 + place


def category_list(call: Call) -> Json:
    """``open.item.category``."""
    return {
        "data": [
            {"categoryId": node.category_id, "categoryName": node.name, "categoryPid": node.parent_id}
            for node in tree().values()
        ]
    }


def optional_get(call: Call) -> Json:
    """``open.item.category.optional.get``: the tree, all of it open to this shop."""

    def view(node: Node, hierarchy: int) -> Json:
        return {
            "categoryId": node.category_id,
            "categoryName": node.name,
            "hierarchy": hierarchy,
            "open": True,
            "childCategory": [view(child, hierarchy + 1) for child in node.children],
        }

    return {"data": [view(node, 1) for node in tree().values() if node.parent_id == 0]}


def config(call: Call) -> Json:
    """``open.item.category.config``."""
    node = leaf(call.params.whole("categoryId"))
    fresh = any(word in path(node.category_id)[0].name for word in ("食品", "生鲜"))
    return {
        "data": {
            "categoryConfig": {
                "refundRuleList": REFUND_RULES,
                "preSaleTime": 15,
                "allergyRefund": "0",
                "freshRotRefund": "1" if fresh else "0",
                "brokenRefund": "1" if fresh else "0",
            },
            "categoryPropSwitch": True,
            "propConfigs": [_prop_view(prop, place) for place, prop in enumerate(props(node.category_id), 1)],
        }
    }


def _prop_view(prop: Prop, place: int) -> Json:
    limits: dict[str, Any] = {"patternList": [], "useLimit": prop.kind == "TEXT", "min": 0, "max": 100, "message": ""}
    return {
        "propId": prop.prop_id,
        "propName": prop.name,
        "required": prop.required,
        "propInputType": prop.kind,
        "propValueMaximum": prop.most,
        "sortNum": place,
        "preConstraint": False,
        "prePropValues": [],
        "propInputConfig": {
            "inputFormatConfig": limits,
            "dateInputConfig": {"type": "", "rangeList": []},
            "imageInputConfig": {"minCount": 1, "maxCount": 1, "minWidth": 0, "minHeight": 0},
        },
        "unitProp": [],
        "customInput": False,
    }
