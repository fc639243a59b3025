"""The tables that other programs may have, column by column: also what the schema beside them is made of."""

from typing import Final

from console.core.clock import DAY, HOUR
from console.core.model import AfterSaleKind, AfterSaleStatus
from console.store.insights import SOLD
from console.store.insights_export import Column, Table


def _platform(shop_id: str) -> str:
    return f"substr({shop_id}, 1, instr({shop_id}, ':') - 1)"


SHOP: Final = Column("shop_id", "id", "platform and the shop's number there", "o.shop_id")
KEPT: Final = Column("kept_at", "instant", "when this content came into the file", "o.kept_at")
BY_KEPT: Final = "rows whose content came in on that day or later"
SHOPS = Table(
    name="shops",
    about="the bound shops",
    key=("shop_id",),
    since="always all",
    columns=(
        SHOP,
        Column("platform", "id", "kuaishou or youzan"),
        Column("name", "text", "what the merchant calls it"),
    ),
    source="shops AS o WHERE ?1 IS NOT NULL ORDER BY o.shop_id",
)
IS_SALE: Final = f"({SOLD} AND paid_at IS NOT NULL)"
ORDERS = Table(
    name="orders",
    about="orders of Kuaishou and trades of Youzan; a trade brought in from Kuaishou is the same sale as its order",
    key=("shop_id", "order_no"),
    since=BY_KEPT,
    columns=(
        SHOP,
        Column("order_no", "id", "the platform's number"),
        Column("platform", "id", "kuaishou or youzan", _platform("o.shop_id")),
        Column(
            "is_sale",
            "flag",
            "counts as sold in every figure: add amount_fen of these only",
            f"({SOLD} AND paid_at IS NOT NULL)",
        ),
        Column("status", "id", "unpaid, pending, to_ship, shipped, received, success, closed, unknown"),
        Column("created_at", "instant", "placed"),
        Column("paid_at", "instant", "paid; empty: not paid"),
        Column("shipped_at", "instant", "left"),
        Column("finished_at", "instant", "completed or closed"),
        Column("updated_at", "instant", "changed on the platform"),
        Column("amount_fen", "fen", "what the buyer pays, postage included"),
        Column("goods_fen", "fen", "goods before discounts"),
        Column("discount_fen", "fen", "discounts"),
        Column("postage_fen", "fen", "postage"),
        Column("refunded_fen", "fen", "went back so far, as the order says"),
        Column("buyer_key", "key", "tells one buyer of a shop from another; not the platform's id", "o.buyer_id"),
        Column("buyer_masked", "text", "the platform's mask of the name"),
        Column("source", "id", "how a trade came to Youzan: external is brought in"),
        Column("outer_no", "id", "the other platform's number, where the trade says it"),
        Column("mapping", "id", "how the order stands against the other platform's books"),
        KEPT,
    ),
    source="orders AS o WHERE o.kept_at >= ?1 ORDER BY o.id",
)
LINES = Table(
    name="order_lines",
    about="the lines of the orders",
    key=("shop_id", "order_no", "position"),
    since="lines of orders whose content came in on that day or later",
    columns=(
        SHOP,
        Column("order_no", "id", "the order's number", "o.order_no"),
        Column("position", "count", "from 0"),
        Column("line_no", "id", "the platform's number of the line"),
        Column("item_id", "id", "the goods"),
        Column("sku_id", "id", "the variant"),
        Column("code", "id", "the merchant's code"),
        Column("title", "text", "the goods' title then"),
        Column("spec", "text", "the variant in words"),
        Column("quantity", "count", "pieces"),
        Column("price_fen", "fen", "of a piece"),
        Column("amount_fen", "fen", "of the line", "l.amount_fen"),
    ),
    source="orders AS o JOIN order_lines AS l ON l.order_id = o.id WHERE o.kept_at >= ?1 ORDER BY o.id, l.position",
)
ITEMS = Table(
    name="items",
    about="goods on both platforms",
    key=("shop_id", "item_id"),
    since=BY_KEPT,
    columns=(
        SHOP,
        Column("item_id", "id", "the platform's number"),
        Column("title", "text", "title"),
        Column("code", "id", "the merchant's code"),
        Column("category_id", "id", "the platform's category"),
        Column("category_name", "text", "its name"),
        Column("price_fen", "fen", "lowest price"),
        Column("stock", "count", "pieces there"),
        Column("sold", "count", "pieces sold in all, as the platform counts"),
        Column("on_shelf", "flag", "whether it is on sale"),
        Column("audit", "id", "where the platform's review stands"),
        Column("gone", "flag", "not in the last whole list of the platform"),
        Column("created_at", "instant", "made"),
        Column("updated_at", "instant", "changed on the platform"),
        KEPT,
    ),
    source="items AS o WHERE o.kept_at >= ?1 ORDER BY o.id",
)
COUNTED: Final = f"""
(o.status = '{AfterSaleStatus.SUCCESS}' AND o.kind <> '{AfterSaleKind.EXCHANGE}' AND NOT EXISTS (
    SELECT 1 FROM orders AS b WHERE b.shop_id = o.shop_id AND b.order_no = o.order_no AND b.source = 'external'))
"""  # noqa: S608 - our own words
AFTER_SALES = Table(
    name="after_sales",
    about="after-sales of both platforms",
    key=("shop_id", "after_sale_no"),
    since=BY_KEPT,
    columns=(
        SHOP,
        Column("after_sale_no", "id", "the platform's number"),
        Column("order_no", "id", "the order it is about", "o.order_no"),
        Column("is_refund", "flag", "counts as money that went back: add amount_fen of these only", COUNTED),
        Column("kind", "id", "refund_only, return_refund, exchange, other"),
        Column("status", "id", "where it stands"),
        Column("amount_fen", "fen", "what goes back"),
        Column("reason", "text", "the buyer's choice of reason"),
        Column("created_at", "instant", "asked for"),
        Column("finished_at", "instant", "ended"),
        Column("updated_at", "instant", "changed on the platform"),
        KEPT,
    ),
    source="after_sales AS o WHERE o.kept_at >= ?1 ORDER BY o.id",
)
LINKS = Table(
    name="links",
    about="which order and which trade are the same sale",
    key=("kuaishou_shop_id", "order_no", "youzan_shop_id", "trade_no"),
    since="links that changed on that day or later",
    columns=(
        Column("kuaishou_shop_id", "id", "shop of the order"),
        Column("order_no", "id", "the order; empty: a trade without one"),
        Column("youzan_shop_id", "id", "shop of the trade"),
        Column("trade_no", "id", "the trade; empty: an order without one"),
        Column("mapping", "id", "linked, waiting, missing_trade, missing_order, duplicate, ambiguous, amount_differs"),
        Column("confidence", "number", "0 to 1"),
        Column("reason", "id", "what joins them"),
        Column("by_hand", "flag", "a person linked them"),
        Column("changed_at", "instant", "when that was found"),
    ),
    source="links AS o WHERE o.changed_at >= ?1 ORDER BY o.id",
)
MINUTES = Table(
    name="live_minutes",
    about="shows minute by minute, as far as they were recorded",
    key=("session_id", "at"),
    since="minutes of that day or later",
    columns=(
        Column("session_id", "id", "the show"),
        Column("at", "instant", "the minute's beginning", "o.at"),
        Column("online", "number", "mean of people in the room", "round(1.0 * online_sum / nullif(online_n, 0), 2)"),
        *(
            Column(name, "count", f"{name.replace('_', ' ')} in this minute")
            for name in ("comments", "likes", "shares", "gifts", "follows", "enters", "item_clicks", "orders")
        ),
        Column("gmv_fen", "fen", "by the live page, not by the order lists"),
    ),
    source="live_minutes AS o WHERE o.at >= ?1 ORDER BY o.session_id, o.at",
)
DAY_AT: Final = f"((begin_at + {8 * HOUR}) / {DAY} * {DAY} - {8 * HOUR})"
ADS_DAYS = Table(
    name="ads_days",
    about="ads accounts day by day, by the ads platform's count: its GMV and the shop's sales do not add up",
    key=("advertiser_id", "day"),
    since="days of which an hour was read on that day or later, whole",
    columns=(
        Column("advertiser_id", "id", "the ads account"),
        Column("shop_id", "id", "the Kuaishou shop it advertises for"),
        Column("day", "day", "shop day", "day_at"),
        Column("hours", "count", "hours that were read"),
        Column("cost_fen", "fen", "spent; empty where one of the hours does not say"),
        Column("gmv_fen", "fen", "GMV that the platform attributes; empty likewise"),
        Column("orders", "count", "orders that the platform attributes; empty likewise"),
        Column("read_at", "instant", "when the account was last read to the end"),
    ),
    source=f"""(
        SELECT h.advertiser_id, a.shop_id, {DAY_AT} AS day_at, count(*) AS hours, a.read_at, max(h.kept_at) AS kept_at,
            CASE WHEN count(cost_fen) = count(*) THEN sum(cost_fen) END AS cost_fen,
            CASE WHEN count(gmv_fen) = count(*) THEN sum(gmv_fen) END AS gmv_fen,
            CASE WHEN count(orders) = count(*) THEN sum(orders) END AS orders
        FROM ad_hours AS h JOIN ad_accounts AS a ON a.advertiser_id = h.advertiser_id
        GROUP BY h.advertiser_id, day_at)
        WHERE kept_at >= ?1 ORDER BY advertiser_id, day_at""",  # noqa: S608 - our own words
)


def _figure(name: str, unit: str, stream: str, table: str, value: str, at: str, where: str) -> str:
    day = f"(({at} + {8 * HOUR}) / {DAY} * {DAY} - {8 * HOUR})"
    return f"""
        SELECT {day} AS day_at, shop_id, '{name}' AS figure, {value} AS value, '{unit}' AS unit, '{stream}' AS stream
        FROM {table} WHERE {at} >= ?1 AND {where} GROUP BY 1, shop_id"""  # noqa: S608 - our own words


ENDED: Final = "coalesce(o.finished_at, o.updated_at)"
FIGURES = Table(
    name="figures",
    about="what each shop sold and gave back, day by day; a sum of these is the figure in the window, to the fen",
    key=("day", "shop_id", "figure"),
    since="days from that one on",
    columns=(
        Column("day", "day", "shop day", "f.day_at"),
        Column("shop_id", "id", "the shop", "f.shop_id"),
        Column("figure", "id", "sales, orders, buyers, refunded, refunds"),
        Column("value", "count", "whole fen, or a number"),
        Column("unit", "id", "fen, order, person, refund"),
        Column("source", "id", "the interface it comes from", f"{_platform('f.shop_id')} || ' ' || f.stream"),
        Column("as_of", "instant", "when that was last read to its end: the age is now less this", "h.success_at"),
        Column("is_whole", "flag", "read after the day was over", f"h.success_at >= f.day_at + {DAY}"),
    ),
    source=f"""(
        {_figure("sales", "fen", "orders", "orders", "sum(amount_fen)", "paid_at", SOLD)} UNION ALL
        {_figure("orders", "order", "orders", "orders", "count(*)", "paid_at", SOLD)} UNION ALL
        {_figure("buyers", "person", "orders", "orders", "count(DISTINCT nullif(buyer_id, ''))", "paid_at", SOLD)}
        UNION ALL {_figure("refunded", "fen", "after_sales", "after_sales AS o", "sum(amount_fen)", ENDED, COUNTED)}
        UNION ALL {_figure("refunds", "refund", "after_sales", "after_sales AS o", "count(*)", ENDED, COUNTED)}
        ) AS f LEFT JOIN health AS h ON h.shop_id = f.shop_id AND h.stream = f.stream
        ORDER BY f.day_at, f.shop_id, f.figure""",
)
TABLES: Final = (SHOPS, ORDERS, LINES, ITEMS, AFTER_SALES, LINKS, MINUTES, ADS_DAYS, FIGURES)
