"""The promotion calendar in the file: planned back, audited, and what the file knows to stand in the way."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import Connection

from console.core.clock import DAY, HOUR, parse_shop_time
from console.core.errors import Refused
from console.core.model import Item, Listing, Order, OrderLine, OrderStatus, Sku
from console.rules.certificates import Certificate
from console.rules.promotions import Promotion, Task
from console.store import audit, engines, promotions, schema
from console.store.certificates import put_certificate
from console.store.compliance_told import standing
from console.store.items import save_listings
from console.store.orders import save_orders
from console.store.promotions_facts import facts, past

NOW = parse_shop_time("2026-11-26 12:00:00")
TODAY = date(2026, 11, 26)
SHOP = "kuaishou:1"


@pytest.fixture
def conn(tmp_path: Path) -> Iterator[Connection]:
    engine = engines.writer(tmp_path / "console.db", busy_ms=1000)
    with engine.begin() as conn:
        schema.make(conn, schema.REVISIONS[-1])
    with engine.begin() as conn:
        yield conn
    engine.dispose()


def twelve(conn: Connection) -> Promotion:
    return next(one for one in promotions.promotions(conn, TODAY) if one.promotion_id == "twelve-2026")


def test_a_plan_is_made_once_and_mended_where_tasks_lack(conn: Connection) -> None:
    one = twelve(conn)
    made = promotions.plan(conn, one, True, NOW)
    assert made == len(promotions.usual_template())
    assert promotions.plan(conn, one, True, NOW) == 0
    first = promotions.tasks(conn, one.promotion_id)[0]
    assert first.title == "定目标与预算"
    promotions.drop_task(conn, first.id, NOW)
    assert promotions.plan(conn, one, True, NOW) == 1
    actions = [row.action for row in audit.rows(conn, "promotions.")]
    assert actions.count("promotions.plan") == 2
    assert "promotions.drop_task" in actions


def test_a_task_remembers_who_said_that_it_is_done(conn: Connection) -> None:
    promotions.plan(conn, twelve(conn), True, NOW)
    conn.info[audit.ACTOR] = "陈静"
    task = promotions.tasks(conn, "twelve-2026")[0]
    done = Task(**{name: getattr(task, name) for name in Task.__struct_fields__} | {"state": "done", "proof": "单号 7"})
    promotions.put_task(conn, done, NOW)
    kept = next(one for one in promotions.tasks(conn, "twelve-2026") if one.id == task.id)
    assert (kept.done_at, kept.done_by, kept.proof) == (NOW, "陈静", "单号 7")
    assert task.id not in {one.id for one in promotions.open_tasks(conn)}
    with pytest.raises(Refused):
        promotions.put_task(conn, Task(promotion_id="none", lane="live", title="x", begin_on=TODAY, due_on=TODAY), NOW)


def test_days_are_the_merchants_and_a_dropped_one_stays_away(conn: Connection) -> None:
    one = twelve(conn)
    assert not one.confirmed
    moved = Promotion(
        promotion_id=one.promotion_id, name="双12", day_on=date(2026, 12, 10), end_on=date(2026, 12, 13), confirmed=True
    )
    promotions.put(conn, moved, NOW)
    assert twelve(conn) == moved
    promotions.drop(conn, moved, NOW)
    assert all(one.promotion_id != "twelve-2026" for one in promotions.promotions(conn, TODAY))
    with pytest.raises(Refused):
        promotions.put(conn, Promotion(promotion_id="x", name="x", day_on=TODAY, end_on=date(2026, 1, 1)), NOW)


def test_a_template_of_ones_own_plans_the_next_one(conn: Connection) -> None:
    promotions.plan(conn, twelve(conn), True, NOW)
    for one in promotions.tasks(conn, "twelve-2026")[3:]:
        promotions.drop_task(conn, one.id, NOW)
    promotions.put_template(conn, "twelve-2026", NOW)
    own = Promotion(promotion_id="own-1", name="周年庆", day_on=date(2027, 3, 1), end_on=date(2027, 3, 3))
    assert promotions.plan(conn, own, True, NOW) == 3
    promotions.put_template(conn, None, NOW)
    assert len(promotions.template(conn)) == len(promotions.usual_template())


def order(number: int, at: int, fen: int, sku: str = "s1") -> Order:
    line = OrderLine(line_no="1", item_id="7", sku_id=sku, title="毛巾", quantity=2, price_fen=3990, amount_fen=fen)
    return Order(
        order_no=f"o{number}",
        status=OrderStatus.TO_SHIP,
        created_at=at,
        paid_at=at,
        updated_at=at,
        amount_fen=fen,
        lines=(line,),
    )


def test_what_the_file_knows_of_prices_stock_and_papers(conn: Connection) -> None:
    goods = Listing(
        item=Item(item_id="7", title="毛巾", price_fen=3990, stock=6, on_shelf=True),
        skus=(
            Sku(item_id="7", sku_id="s1", spec="白", price_fen=3990, stock=6),
            Sku(item_id="7", sku_id="s2", spec="灰", price_fen=1990, stock=1),
        ),
    )
    save_listings(conn, SHOP, [goods], NOW)
    orders = [order(number, NOW - number * DAY + HOUR, 7980 - number * 500) for number in range(1, 7)]
    orders += [order(98, NOW - 2 * DAY, 4000, "s2"), order(99, NOW - 30 * DAY, 200)]
    save_orders(conn, SHOP, orders, NOW)
    ends = date(2026, 12, 4)
    put_certificate(conn, SHOP, Certificate(certificate_id="c1", kind="质检报告", number="Z7", valid_to=ends), NOW)
    found = facts(conn, None, NOW)
    (price,) = found.prices  # the other variant was never cheaper; what was paid a month ago does not count
    assert (price.title, price.price_fen, price.low_fen) == ("毛巾 白", 3990, 2490)
    assert (found.priced_n, found.papers_n, found.stocked_n) == (2, 1, 1)
    assert (found.stock[0].stock, found.stock[0].sold) == (6, 14)
    assert found.stock[0].lasts == 3.0


def test_past_ones_are_told_by_orders_or_not_at_all(conn: Connection) -> None:
    day = parse_shop_time("2026-11-11 10:00:00")
    save_orders(conn, SHOP, [order(1, day - 3 * DAY, 100), order(2, day, 5000), order(3, day + HOUR, 7000)], NOW)
    found = {one.day_on: (one.orders, one.paid_fen) for one in past(conn, None, NOW)}
    assert found[date(2026, 11, 11)] == (2, 12000)
    assert found[date(2026, 11, 6)] == (None, None)


def test_the_bell_tells_of_late_tasks_once_for_each(conn: Connection) -> None:
    promotions.put(conn, twelve(conn), NOW)
    late = Task(
        promotion_id="twelve-2026", lane="stock", title="补货", begin_on=date(2026, 11, 1), due_on=date(2026, 11, 20)
    )
    promotions.put_task(conn, late, NOW)
    stands, fresh = standing(conn, NOW)
    (alert,) = [one for one in stands if one.code.startswith("promotion:")]
    assert (alert.number, alert.level, alert.detail) == (1, 1, "双12\n补货")
    assert alert in fresh
    assert standing(conn, NOW)[1] == []
    promotions.put_task(conn, msgspec.structs.replace(late, due_on=date(2026, 11, 27), title="盘点"), NOW)
    assert [one.number for one in standing(conn, NOW)[1]] == [2]
    for one in promotions.tasks(conn, "twelve-2026"):
        promotions.put_task(conn, msgspec.structs.replace(one, state="done"), NOW)
    assert standing(conn, NOW) == ([], [])
