"""Reviews (fact sheet 3.10): written by the buyers of one successful order in three, the same ones every time."""

from console.sandbox.clock import DAY, HOUR
from console.sandbox.kuaishou.call import Call
from console.sandbox.kuaishou.order_views import has_comment
from console.sandbox.kuaishou.refusals import Json
from console.sandbox.state import Order

MOST_ROWS = 20
SUPPLY = 30 * DAY  # how long a review can be replied to
WORDS = (
    (5, "质量很好，和直播间说的一样，回购了"),
    (5, "发货快，包装用心"),
    (5, "家人都喜欢，性价比高"),
    (4, "整体不错，颜色比图片深一点"),
    (3, "一般般，物流有点慢"),
    (5, ""),
    (2, "尺码偏小，客服回复慢"),
    (1, "收到有破损，正在申请售后"),
)
WAITING_REPLY, REPLIED = 2, 1  # classifyType


def _view(order: Order) -> Json:
    score, content = WORDS[order.oid // 3 % len(WORDS)]
    created = order.ended + order.oid % 48 * HOUR
    return {
        "commentId": order.oid * 10 + 1,
        "rootCommentId": order.oid * 10 + 1,
        "replyToCommentId": 0,
        "orderId": order.oid,
        "orderProductId": order.oid,
        "itemId": order.product.ks_item_id,
        "itemSkuId": order.sku.ks_sku_id,
        "content": content,
        "creditScore": score,
        "serviceScore": max(score, 3),
        "qualityScore": score,
        "logisticsScore": max(score, 4),
        "imageUrl": [],
        "videoId": [],
        "videoCoverImageUrl": [],
        "createTime": created,
        "attachedTime": 0,
        "updateTime": created,
        "replied": False,
        "attached": False,
        "anonymous": order.oid % 2 == 0,
        "auto": not content,
        "sellerReply": False,
        "valid": True,
        "liked": False,
        "auditStatus": "PASS",
        "complainStatus": "NONE",
        "reportStatus": "NONE",
        "cheatStatus": "NONE",
        "sourceType": 0,
        "showId": 0,
        "supplyExpireTime": created + SUPPLY,
    }


def comment_list(call: Call) -> Json:
    """``open.comment.list.get``: newest first; ``offset`` counts rows."""
    params = call.params
    start, size = params.whole("offset", 0, low=0), params.whole("limit", MOST_ROWS, low=1, high=MOST_ROWS)
    written = (
        _view(order)
        for order in call.world.orders.values()
        if has_comment(order) and order.visible <= call.now and params.text("itemTitle", "") in order.product.title
    )
    rows = [row for row in written if row["createTime"] <= call.now and _asked_for(call, row)]
    rows.sort(key=lambda row: (-row["createTime"], row["commentId"]))
    shown = rows[start : start + size]
    return {"data": {"rootComment": shown, "total": len(rows), "hits": len(shown)}}


def _asked_for(call: Call, row: Json) -> bool:
    params = call.params
    for name in ("serviceScore", "qualityScore", "logisticsScore"):
        scores = params.wholes(name)
        if scores and row[name] not in scores:
            return False
    return (
        row["orderId"] == params.whole("outOrderNo", row["orderId"])
        and row["itemId"] == params.whole("outItemId", row["itemId"])
        and params.whole("createTimeFrom", 0) <= row["createTime"] <= params.whole("createTimeTo", row["createTime"])
        and params.whole("classifyType", 0) in (0, WAITING_REPLY)
    )
