"""What a merchant says of his customers, for demo and pictures: consents, tags, notes, a segment, a shorter history.

Said of the sandbox's buyers by the same store as a click's.
"""

from random import Random
from typing import TYPE_CHECKING, Final

from console.rules.customers_conditions import Condition

if TYPE_CHECKING:
    from sqlalchemy import Connection

BUYERS: Final = "SELECT DISTINCT shop_id, buyer_id FROM orders WHERE buyer_id <> '' ORDER BY shop_id, buyer_id"
TAGS: Final = ("二孩妈妈", "敏感肌", "爱凑单", "晚间活跃", "送礼", "企业采购")
NOTES: Final = ("问过尺码，已回复", "要求发顺丰", "收到货很满意，愿意晒单", "下次想买大号")
SEGMENTS: Final = {
    "老客无退款": (
        Condition(field="orders", relation="least", low=2),
        Condition(field="refunds", relation="equal", low=0),
    ),
    "60 天未购的高客单": (
        Condition(field="recent", relation="least", low=60),
        Condition(field="mean", relation="between", low=8_000, high=30_000),
    ),
}
HISTORY_DAYS: Final = 60  # the sandbox's world is 85 days old


def say_of_customers(conn: "Connection", now: int) -> None:
    """Nothing where something was said already."""
    from console.store import customers_lines, customers_said

    if customers_said.saved(conn):
        return
    dice = Random(7)  # noqa: S311 - invented
    for row in conn.exec_driver_sql(BUYERS):
        buyer = (str(row[0]), str(row[1]))
        if dice.random() < 0.7:
            customers_said.consent(conn, buyer, dice.choice(customers_said.CHANNELS), dice.random() < 0.9, now)
        if dice.random() < 0.05:
            customers_said.tag(conn, buyer, dice.choice(TAGS), now)
        if dice.random() < 0.02:
            customers_said.note(conn, buyer, dice.choice(NOTES), now)
        if dice.random() < 0.003:
            customers_said.block(conn, buyer, "恶意退款", now)
    for name, conditions in SEGMENTS.items():
        customers_said.save(conn, name, conditions, now)
    customers_lines.put_line(conn, "least_days", float(HISTORY_DAYS), now)
