"""The shop and its people, addresses, regions and freight templates (fact sheet 3.7, 3.8)."""

import json
from typing import Any

from console.sandbox.context import Context
from console.sandbox.kuaishou.call import Call
from console.sandbox.kuaishou.refusals import Json, invalid, rejected
from console.sandbox.state import Person
from console.sandbox.tables import read_table

RETURN, SHIPPING = 2, 3
TEMPLATES = {1001: "全国包邮（偏远除外）", 1002: "大件物流"}
REMOTE = (150000, 540000, 620000, 630000, 640000, 650000)  # provinces that may cost postage
SCORES = (("商品质量", "4.62"), ("物流服务", "4.78"), ("售后服务", "4.55"), ("客服服务", "4.71"), ("内容质量", "4.49"))
TOTAL_SCORE = "4.63"
OPENED = 1_704_844_800_000  # 2024-01-10, when the shop was set up


def _head(ctx: Context) -> str:
    return f"{ctx.base_url}/picture/{ctx.world.ks_seller_id % 100_000}.png"


def user_info(call: Call) -> Json:
    """``open.user.info.get``."""
    head = _head(call.ctx)
    return {
        "data": {
            "name": call.world.shop_name,
            "sex": "F",
            "head": head,
            "bigHead": head,
            "openId": call.world.ks_open_id,
        }
    }


def seller_get(call: Call) -> Json:
    """``open.user.seller.get``: the token belongs to the main account, so there is no ``staffInfo``."""
    return {"data": {**user_info(call)["data"], "sellerId": call.world.ks_seller_id, "staffInfo": None}}


def shop_info(call: Call) -> Json:
    """``open.shop.info.get``."""
    names = ("productQuality", "logisticsService", "afterSalesService", "customerService", "contentQualify")
    scores = {f"{name}ScoreStr": score for name, (_, score) in zip(names, SCORES, strict=True)}
    return {
        "data": {
            "shopName": call.world.shop_name,
            "shopType": 5,
            "shopScoreInfo": {"shopExpScoreStr": TOTAL_SCORE, **scores},
        }
    }


def score(call: Call) -> Json:
    """``open.score.shop.get``."""
    return {
        "data": {
            "hasData": True,
            "summary": {"hasData": True, "showName": "店铺体验分", "scoreStr": TOTAL_SCORE},
            "scoreDim": [{"dimName": name, "dimScoreStr": value} for name, value in SCORES],
        }
    }


def addresses(call: Call) -> list[Json]:
    """The shop's own addresses: one to ship from, two to return to."""
    base = {
        "province": "浙江省",
        "provinceCode": 330000,
        "city": "杭州市",
        "cityCode": 330100,
        "district": "余杭区",
        "districtCode": 330110,
        "town": "五常街道",
        "townCode": 330110012,
        "addressMetaVersion": 202100,
    }
    rows = (
        (70001, SHIPPING, True, "仓库老陈", "13800000001", "创业路1号2号仓"),
        (70002, RETURN, True, "售后组", "13800000002", "创业路1号3号仓退货部"),
        (70003, RETURN, False, "售后二组", "13800000003", "创业路9号1层"),
    )
    return [
        {
            "addressId": address_id,
            "addressType": kind,
            "addressStatus": 1,
            "defaultAddress": default,
            "sourceType": 0,
            "createTime": OPENED,
            "updateTime": OPENED,
            "baseInfo": {"consignee": name, "mobile": mobile, "address": street, **base},
        }
        for address_id, kind, default, name, mobile, street in rows
    ]


def address_list(call: Call) -> Json:
    """``open.address.seller.list``."""
    kind = call.params.whole("addressType", 0)
    if kind not in (0, RETURN, SHIPPING):
        raise invalid("addressType")
    return {"data": [row for row in addresses(call) if kind in (0, row["addressType"])]}


def district_list(call: Call) -> Json:
    """``open.address.district.list``: the districts this world's buyers live in; towns only in version 2021."""
    version = call.params.text("districtVersion", "2021")
    if version not in ("2017", "2021"):
        raise invalid("districtVersion")
    top: dict[int, Json] = {}
    for row in read_table("regions"):
        code = int(row["code"])
        province = _below(top, code // 10_000 * 10_000, row["province"])
        city = _below(province["children"], code // 100 * 100, row["city"])
        _below(city["children"], code, row["district"])
    if version == "2021":
        for person in call.world.people:
            _add_town(top, person)
    return {"data": {"districtVersion": version, "districts": _listed(top)}}


def _add_town(top: dict[int, Json], person: Person) -> None:
    *above, town = person.region_codes
    children = top
    for code in above:
        if code not in children:
            return
        children = children[code]["children"]
    if person.town:
        _below(children, town, person.town)


def _below(children: dict[int, Json], code: int, name: str) -> Json:
    return children.setdefault(code, {"code": code, "name": name, "children": {}})


def _listed(children: dict[int, Json]) -> list[Json]:
    return [{**node, "children": _listed(node["children"])} for node in children.values()]


def _template(call: Call, template_id: int) -> Json:
    fees = {"codeList": list(REMOTE), "baseCount": 1, "baseFee": 1000, "perAddCount": 1, "perAddFee": 500}
    config: dict[str, Any] = {
        "type": 1,
        "includeProvinces": [],
        "excludeProvinces": [],
        "provinceFees": [{**fees, "includeCount": 0, "includeFee": 0, "includeUnit": "count"}],
    }
    return {
        "id": template_id,
        "name": TEMPLATES[template_id],
        "sellerId": call.world.ks_seller_id,
        "calType": 1,
        "sendProvinceCode": 330000,
        "sendProvinceName": "浙江省",
        "sendCityCode": 330100,
        "sendCityName": "杭州市",
        "sendDistrictCode": 330110,
        "sendDistrictName": "余杭区",
        "sendTime": 0,
        "used": False,
        "status": 1,
        "sourceType": 10,
        "deleteTime": 0,
        "createTime": OPENED,
        "updateTime": OPENED,
        "config": json.dumps(config),
    }


def template_list(call: Call) -> Json:
    """``open.logistics.express.template.list``."""
    start = call.params.whole("offset", 0, low=0)
    shown = list(TEMPLATES)[start : start + call.params.whole("limit", 20, low=1, high=100)]
    rows = [_template(call, template_id) for template_id in shown]
    return {"data": {"expressTemplateDetailVOS": rows, "total": len(TEMPLATES)}}


def template_detail(call: Call) -> Json:
    """``open.logistics.express.template.detail``."""
    template_id = call.params.whole("id")
    if template_id not in TEMPLATES:
        raise rejected("运费模板不存在")
    return {"data": _template(call, template_id)}
