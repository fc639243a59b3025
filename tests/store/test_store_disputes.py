"""Warnings of disputes from the file: what was seen stays known, scores are of what runs, told once for each."""

from typing import Any

import pytest
from sqlalchemy import Connection

from console.core.clock import DAY, HOUR
from console.core.errors import Refused
from console.core.model import (
    AfterSale,
    AfterSaleDeed,
    AfterSaleFacts,
    AfterSaleKind,
    AfterSaleStatus,
    Order,
    OrderStatus,
)
from console.store import audit, disputes
from console.store.aftersales import save_after_sales
from console.store.orders import save_orders
from console.store.tickets import ticket_rows
from console.store.views import Pair

S = AfterSaleStatus


def sale(number: str, status: AfterSaleStatus, now: int, words: str = "", **more: Any) -> AfterSale:
    history = more.pop("history", ())
    known: dict[str, Any] = {
        "after_sale_no": number,
        "order_no": f"o{number}",
        "kind": AfterSaleKind.REFUND_ONLY,
        "status": status,
        "amount_fen": 60_000,
        "created_at": now - 60 * HOUR,
        "updated_at": now - 50 * HOUR,
        "facts": AfterSaleFacts(words=words, history=history),
    }
    return AfterSale(**known | more)


def kept(conn: Connection, pair: Pair, now: int, *rows: AfterSale) -> dict[str, int]:
    save_after_sales(conn, pair.kuaishou_shop_id, rows, now)
    found = conn.exec_driver_sql("SELECT after_sale_no, id FROM after_sales")
    return {row[0]: row[1] for row in found}


def test_what_runs_is_scored_with_its_reasons(conn: Connection, bound: Pair, now: int) -> None:
    orders = [Order(order_no=f"o{number}", status=OrderStatus.SHIPPED, buyer_id="b") for number in (1, 2)]
    save_orders(conn, bound.kuaishou_shop_id, orders, now)
    ids = kept(
        conn,
        bound,
        now,
        sale("1", S.SUCCESS, now, created_at=now - 9 * DAY),
        sale("2", S.WAIT_SELLER, now, "再不处理就打12315"),
        sale("3", S.PLATFORM, now),
        sale("4", S.REFUNDING, now),
    )
    found = disputes.scores(conn, now)
    assert set(found) == {ids["2"]}
    points = {one.reason: one.points for one in found[ids["2"]].points}
    assert points == {"words": 30, "silence": 20, "age": 8, "amount": 12, "repeat": 4}
    assert disputes.scores(conn, now, bound).keys() == found.keys()
    assert disputes.scores(conn, now, Pair(kuaishou_shop_id="kuaishou:9", youzan_shop_id="youzan:9")) == {}


def test_tickets_of_a_page_have_the_scores_of_all(conn: Connection, bound: Pair, now: int) -> None:
    orders = [
        Order(order_no=f"o{number}", status=OrderStatus.SHIPPED, buyer_id=f"b{number % 2}") for number in range(6)
    ]
    save_orders(conn, bound.kuaishou_shop_id, orders, now)
    states = (S.SUCCESS, S.WAIT_SELLER, S.CLOSED, S.WAIT_SELLER, S.REFUNDING, S.WAIT_BUYER_RETURN)
    sales = [sale(str(n), state, now, created_at=now - (9 - n) * DAY) for n, state in enumerate(states)]
    ids = kept(conn, bound, now, *sales)
    every = disputes.scores(conn, now)
    assert every.keys() == {ids["1"], ids["3"], ids["5"]}
    for some in (("1",), ("0", "3"), ("1", "3", "5"), ("4",)):
        page = disputes.with_risk(conn, ticket_rows(conn, [ids[one] for one in some]), now)
        assert {row.id: row.risk for row in page} == {ids[one]: every.get(ids[one]) for one in some}
    (last,) = disputes.with_risk(conn, ticket_rows(conn, [ids["5"]]), now)
    assert last.risk is not None
    assert [one.figure for one in last.risk.points if one.reason == "repeat"] == [2]


def test_what_the_buyer_wrote_on_the_order_counts_too(conn: Connection, bound: Pair, now: int) -> None:
    order = Order(order_no="o1", status=OrderStatus.SHIPPED, buyer_note="有问题我就曝光你们")
    save_orders(conn, bound.kuaishou_shop_id, [order], now)
    ids = kept(conn, bound, now, sale("1", S.WAIT_BUYER_RETURN, now))
    (words,) = [one.words for one in disputes.scores(conn, now)[ids["1"]].points if one.reason == "words"]
    assert words == ("曝光",)


def test_a_dispute_that_is_over_stays_known(conn: Connection, bound: Pair, now: int) -> None:
    ids = kept(conn, bound, now, sale("1", S.PLATFORM, now, updated_at=now - 20 * HOUR))
    kept(conn, bound, now + DAY, sale("1", S.SUCCESS, now, updated_at=now + HOUR))
    (told,) = disputes.told(conn)
    assert (told.row_id, told.status, told.seen_at) == (ids["1"], S.SUCCESS, now - 20 * HOUR)
    test = disputes.warned(conn, now + DAY).test
    assert (test.judged, test.at(45).disputes) == (1, 1)


def test_the_back_test_is_of_what_is_known(conn: Connection, bound: Pair, now: int) -> None:
    step = AfterSaleDeed(at=now - 20 * HOUR, by="platform", words="平台客服介入处理")
    kept(
        conn,
        bound,
        now,
        sale("1", S.CLOSED, now, "投诉", history=(step,)),
        sale("2", S.CLOSED, now),
        sale("3", S.CLOSED, now, facts=None),
        sale("4", S.WAIT_SELLER, now),
    )
    test = disputes.warned(conn, now).test
    assert (test.looked_at, test.unknown, test.judged) == (4, 2, 2)
    assert test.at(45).is_few


def test_the_threshold_is_a_setting_within_bounds(conn: Connection, now: int) -> None:
    assert disputes.threshold(conn) == 45
    assert disputes.set_threshold(conn, 60, now)
    assert not disputes.set_threshold(conn, 60, now)
    for wrong in (5, 99):
        with pytest.raises(Refused):
            disputes.set_threshold(conn, wrong, now)
    assert disputes.threshold(conn) == 60
    assert [row.action for row in audit.rows(conn, "settings.put", disputes.KEY)] == ["settings.put"]
    assert 60 in {one.threshold for one in disputes.warned(conn, now).test.tested}


def test_a_ticket_is_warned_of_by_the_threshold_that_is_set(conn: Connection, bound: Pair, now: int) -> None:
    ids = kept(conn, bound, now, sale("1", S.WAIT_SELLER, now, "投诉"))
    (row,) = disputes.with_risk(conn, ticket_rows(conn, [ids["1"]]), now)
    assert row.risk is not None
    assert (row.risk.score, row.risk.warned) == (64, True)
    disputes.set_threshold(conn, 70, now)
    (row,) = disputes.with_risk(conn, ticket_rows(conn, [ids["1"]]), now)
    assert row.risk is not None
    assert not row.risk.warned


def test_it_is_told_when_another_one_comes_and_ends_with_the_last(conn: Connection, bound: Pair, now: int) -> None:
    assert disputes.standing(conn, now) == ([], [])
    kept(conn, bound, now, sale("1", S.WAIT_SELLER, now, "投诉"))
    stands, fresh = disputes.standing(conn, now)
    assert stands == fresh
    assert (stands[0].number, stands[0].detail) == (1, "45")
    again, none = disputes.standing(conn, now + HOUR)
    assert (again[0].key, none) == (stands[0].key, [])
    kept(conn, bound, now, sale("2", S.WAIT_SELLER, now, "投诉"))
    stands, fresh = disputes.standing(conn, now + 2 * HOUR)
    assert (stands[0].number, len(fresh)) == (2, 1)
    kept(conn, bound, now, *[sale(no, S.CLOSED, now, updated_at=now + DAY) for no in ("1", "2")])
    assert disputes.standing(conn, now + 3 * HOUR) == ([], [])
