"""Experiments in the file: planned before, judged at the plan only, every change audited; figures from orders."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine

from console.core.clock import DAY, HOUR, parse_shop_time
from console.core.errors import Refused
from console.core.model import Order, OrderLine, OrderStatus
from console.rules.experiments import Experiment, Figure, Metric, Taken
from console.store import audit, engines, experiments, schema, shops
from console.store.health import note_success
from console.store.orders import save_orders

NOW = parse_shop_time("2026-11-26 12:00:00")
SHOP = "kuaishou:1"
ENTER = Metric(key="enter", name="进入率", base=0.17, effect=0.05)


@pytest.fixture
def conn(tmp_path: Path) -> Iterator[Connection]:
    engine: Engine = engines.writer(tmp_path / "console.db", busy_ms=1000)
    with engine.begin() as conn:
        schema.make(conn, schema.REVISIONS[-1])
    with engine.begin() as conn:
        yield conn
    engine.dispose()


def figures(a: int, b: int, n: int, day_at: int = 0) -> list[Figure]:
    return [
        Figure(metric="enter", arm="a", n=n, hits=a, day_at=day_at),
        Figure(metric="enter", arm="b", n=n, hits=b, day_at=day_at),
    ]


def test_the_plan_is_kept_as_it_was_made(conn: Connection) -> None:
    number = experiments.start(conn, Experiment(name="封面", metrics=(ENTER,)), NOW)
    plan = experiments.experiment(conn, number).metrics[0].planned
    experiments.put_line(conn, "power_bp", 9500, NOW)
    assert experiments.experiment(conn, number).metrics[0].planned == plan
    later = experiments.start(conn, Experiment(name="封面二", metrics=(ENTER,)), NOW)
    assert experiments.experiment(conn, later).metrics[0].planned > plan


def test_nothing_is_concluded_before_the_plan_and_nothing_changed_after_it_unseen(conn: Connection) -> None:
    number = experiments.start(conn, Experiment(name="封面", metrics=(ENTER,)), NOW)
    plan = experiments.experiment(conn, number).metrics[0].planned
    experiments.put_figures(conn, number, figures(50, 250, plan - 1), "", NOW)
    (found,) = experiments.judged(conn)
    assert (found.lead.p, found.lead.conclusion) == (None, "waiting")
    experiments.put_figures(conn, number, figures(150, 250, plan), "", NOW + 1)
    (found,) = experiments.judged(conn)
    assert found.lead.conclusion == "b"
    assert found.lead.a.n == plan
    with pytest.raises(Refused) as told:
        experiments.put_figures(conn, number, figures(250, 150, plan), "", NOW + 2)
    assert told.value.code == "experiment.reached"
    experiments.put_figures(conn, number, figures(250, 150, plan), "抄错了两行", NOW + 3)
    assert experiments.judged_one(conn, number).lead.conclusion == "a"
    assert [row.action for row in audit.rows(conn, "experiments.")] == ["experiments.start"] + 3 * [
        "experiments.figures"
    ]


def test_a_stop_needs_a_reason_and_takes_no_more_figures(conn: Connection) -> None:
    number = experiments.start(conn, Experiment(name="封面", metrics=(ENTER,)), NOW)
    with pytest.raises(Refused):
        experiments.move(conn, number, "stopped", " ", NOW)
    experiments.move(conn, number, "stopped", "素材下架", NOW)
    with pytest.raises(Refused):
        experiments.put_figures(conn, number, figures(1, 1, 10), "", NOW)
    experiments.move(conn, number, "archived", "", NOW)
    assert experiments.experiments(conn) == []
    (kept,) = experiments.experiments(conn, archived=True)
    assert (kept.reason, kept.stopped_at) == ("素材下架", NOW)


def test_figures_that_cannot_be_are_refused(conn: Connection) -> None:
    number = experiments.start(conn, Experiment(name="封面", metrics=(ENTER,)), NOW)
    for wrong in (
        Figure(metric="enter", arm="a", n=10, hits=11),
        Figure(metric="enter", arm="a", n=-1, hits=0),
        Figure(metric="enter", arm="a", n=10),
        Figure(metric="other", arm="a", n=10, hits=1),
    ):
        with pytest.raises(Refused):
            experiments.put_figures(conn, number, [wrong], "", NOW)
    with pytest.raises(ValueError, match="metrics"):
        experiments.start(conn, Experiment(name="no metric"), NOW)


def test_days_are_added_up_and_a_total_stands_in_their_place(conn: Connection) -> None:
    number = experiments.start(conn, Experiment(name="封面", metrics=(ENTER,)), NOW)
    for day in range(3):
        experiments.put_figures(conn, number, figures(10, 12, 100, DAY * (day + 1)), "", NOW)
    assert experiments.judged_one(conn, number).lead.a.n == 300
    experiments.put_figures(conn, number, figures(5, 6, 50), "", NOW)
    assert experiments.judged_one(conn, number).lead.a.n == 50


def test_an_items_days_around_a_change_are_told_by_its_orders(conn: Connection) -> None:
    change = parse_shop_time("2026-11-10 00:00:00")
    orders = []
    for day in range(-12, 10):
        for number in range(2 if day < 0 else 5 + day % 2):
            at = change + day * DAY + (10 + number) * HOUR
            line = OrderLine(line_no="1", item_id="7", title="毛巾", quantity=2, price_fen=1990, amount_fen=3980)
            orders.append(
                Order(
                    order_no=f"{day}-{number}",
                    status=OrderStatus.TO_SHIP,
                    created_at=at,
                    paid_at=at,
                    updated_at=at,
                    amount_fen=3980,
                    lines=(line,),
                )
            )
    save_orders(conn, SHOP, orders, NOW)
    conn.exec_driver_sql(
        "INSERT INTO cursors (shop_id, stream, watermark) VALUES (?, 'orders', ?)", (SHOP, change + 9 * DAY + HOUR)
    )
    metric = Metric(key="orders_day", name="日订单", kind="mean", sd=1.0, effect=1.0)
    taken = Taken(source="item", shop_id=SHOP, item_id="7", changed_at=change)
    wanted = Experiment(name="标题", subject="title", split="turns", metrics=(metric,), taken=taken)
    number = experiments.start(conn, wanted, NOW)
    lead = experiments.judged_one(conn, number).lead
    assert lead.metric.planned == 17
    assert (lead.a.n, lead.b.n) == (11, 9)  # the first day in the file is not known to be whole, today is not over
    assert (lead.a.mean, lead.p, lead.conclusion) == (2.0, None, "waiting")
    assert lead.b.mean == pytest.approx(5 + 4 / 9)
    note_success(conn, SHOP, "orders", change + 5 * DAY + HOUR)  # catches up: an old order that changed is told last
    assert experiments.judged_one(conn, number).lead.b.n == 5
    assert experiments.judged(conn, shop_ids=("kuaishou:2", "youzan:2")) == []
    shops.remove_shop(conn, SHOP)
    assert experiments.judged(conn) == []  # what is about a shop's goods goes with it


def test_a_show_is_one_observation_and_one_that_is_on_is_none(conn: Connection) -> None:
    begin = parse_shop_time("2026-11-20 20:00:00")
    sold = {"a1": 2, "a2": 4, "b1": 6, "b2": 9}
    orders = []
    for place, (name, number) in enumerate(sold.items()):
        started = begin + place * DAY
        ended = None if name == "b2" else started + 2 * HOUR
        conn.exec_driver_sql(
            "INSERT INTO live_sessions (session_id, title, started_at, ended_at, last_at, source) "
            "VALUES (?, ?, ?, ?, ?, 'ingest')",
            (name, name, started, ended, started + 2 * HOUR),
        )
        for at in range(number):
            paid = started + HOUR + at
            orders.append(
                Order(
                    order_no=f"{name}-{at}",
                    status=OrderStatus.TO_SHIP,
                    created_at=paid,
                    paid_at=paid,
                    updated_at=paid,
                    amount_fen=1000,
                )
            )
    save_orders(conn, SHOP, orders, NOW)
    metric = Metric(key="orders_show", name="场均订单", kind="mean", sd=2.0, effect=2.0)
    clicks = Metric(key="orders_per_click", name="点击成交率", kind="mean", sd=2.0, effect=2.0)
    taken = Taken(source="shows", a_shows=("a1", "a2"), b_shows=("b1", "b2"))
    wanted = Experiment(name="脚本", subject="script", split="turns", metrics=(metric, clicks), taken=taken)
    told = experiments.judged_one(conn, experiments.start(conn, wanted, NOW))
    assert (told.lead.a.n, told.lead.a.mean, told.lead.b.n, told.lead.b.mean) == (2, 3.0, 1, 6.0)
    assert told.origin == "shows"
    assert told.verdicts[1].a.n == 0  # nobody told of clicks: unknown, and not 0
