"""E-waybill templates, what can be printed, and where carriers go (fact sheet 3.6.2)."""

from console.sandbox.kuaishou.call import Call
from console.sandbox.kuaishou.carriers import COMPANIES, Company
from console.sandbox.kuaishou.refusals import Json, invalid

PORTABLE, ONE_PART = 3, 6  # waybillType
NOT_SERVED = ("西藏自治区",)  # ours: where the franchise carriers do not go


def _standard(call: Call, company: Company) -> Json:
    url = f"{call.ctx.base_url}/kuaishou/template/{company.code}"
    return {
        "templateCode": f"{company.code}_ONE",
        "templateName": f"{company.name}一联单",
        "templateUrl": url,
        "templateExampleUrl": f"{url}/example",
        "expressCompanyCode": company.code,
        "waybillType": PORTABLE if company.code == "SF" else ONE_PART,
    }


def standard_templates(call: Call) -> Json:
    """``open.express.standard.template.list.get``."""
    asked = call.params.text("expressCompanyCode", "")
    return {"data": [_standard(call, company) for code, company in COMPANIES.items() if asked in ("", code)]}


def custom_templates(call: Call) -> Json:
    """``open.express.custom.tempate.list.query`` (the platform's spelling): one of the merchant's own a carrier."""
    kind = call.params.choice("type", {1, 2, 3}, 3)
    asked = call.params.text("standardTemplateCode", "")
    rows = [
        {
            "customTemplateCode": f"{company.code}_OWN",
            "customTemplateName": "自定义区：商品与备注",
            "customTemplateUrl": f"{call.ctx.base_url}/kuaishou/template/{company.code}/own",
            "standardTemplateCode": f"{company.code}_ONE",
            "expressCompanyCode": company.code,
            "expressCompanyName": company.name,
            "type": 1,
            "placeholderKeys": ["itemTitle", "skuNick", "num", "remark"],
        }
        for company in COMPANIES.values()
    ]
    return {"data": [row for row in rows if kind in (1, 3) and asked in ("", row["standardTemplateCode"])]}


def printer_elements(call: Call) -> Json:
    """``open.express.printer.element.query``."""
    elements = (
        ("itemTitle", "商品标题", "订单商品的标题"),
        ("skuNick", "商家编码", "SKU的商家编码"),
        ("skuDesc", "规格", "SKU规格"),
        ("num", "数量", "购买件数"),
        ("remark", "买家留言", "买家下单时的留言"),
        ("sellerNote", "商家备注", "商家的订单备注"),
    )
    return {
        "data": [
            {"itemCode": code, "itemName": name, "itemRemark": remark, "itemType": 1, "itemContent": f"${{{code}}}"}
            for code, name, remark in elements
        ]
    }


def reachable(call: Call) -> Json:
    """``open.express.reachable.query``: fewer than ten; direct carriers go everywhere."""
    rows = call.params.rows("reachableRequests", most=9)
    results = []
    for row in rows:
        row.choice("type", {0, 1, 2})
        company = COMPANIES.get(row.text("expressCompanyCode"))
        places = [row.child(name) for name in ("senderAddress", "receiverAddress") if name in row]
        if not places:
            raise invalid("receiverAddress")
        far = any(place.text("provinceName") in NOT_SERVED for place in places)
        fine = company is not None and (company.direct or not far)
        results.append(
            {
                "requestId": row.text("requestId"),
                "reachable": fine,
                "errorCode": 0 if fine else 1,
                "errorMessage": "" if fine else "该地址不可达" if company else "快递公司不存在",
            }
        )
    return {"data": results}
