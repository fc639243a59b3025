"""What people decide about orders and trades: kept, audited with its grounds, and stronger than matching."""

from typing import Any

import msgspec
import pytest
from sqlalchemy import Connection

from console.core.errors import Refused
from console.core.model import Mapping, Order, OrderLine, OrderStatus
from console.rules.matching import VERSION, match
from console.store import audit
from console.store.link_decisions import decisions, link_by_hand, set_apart, take_back, unlink
from console.store.link_rows import held_links
from console.store.links import save_links, unsettled
from console.store.orders import save_orders
from console.store.shops import pair, part, remove_shop
from console.store.views import Pair

PAID = 1_768_440_000_000


def order(no: str, **more: Any) -> Order:
    line = OrderLine(line_no=f"{no}-1", title="保温杯", code="XH-1")
    known: dict[str, Any] = {"status": OrderStatus.TO_SHIP, "amount_fen": 100, "paid_at": PAID, "lines": (line,)}
    return Order(order_no=no, **known | more)


def fill(conn: Connection, bound: Pair, now: int) -> None:
    save_orders(conn, bound.kuaishou_shop_id, [order("1"), order("2", amount_fen=250)], now)
    save_orders(conn, bound.youzan_shop_id, [order("E1", outer_no="1", amount_fen=97), order("E2", outer_no="2")], now)
    rematch(conn, bound, now)


def rematch(conn: Connection, bound: Pair, now: int) -> None:
    books = unsettled(conn, bound)
    save_links(conn, bound, match(books.orders, books.trades, now=now, apart=books.apart), now)


def standing(conn: Connection, bound: Pair) -> dict[str | None, tuple[str | None, str]]:
    return {one.order_no or one.trade_no: (one.trade_no, one.mapping) for one in held_links(conn, bound)}


def test_a_link_by_hand_survives_matching_and_can_be_taken_back(conn: Connection, bound: Pair, now: int) -> None:
    fill(conn, bound, now)
    before = standing(conn, bound)
    link_by_hand(conn, bound, "1", "E2", now, " 客服核对 ")
    rematch(conn, bound, now)
    assert standing(conn, bound)["1"] == ("E2", "linked")
    assert standing(conn, bound)["2"] == (None, "missing_trade")
    (kept,) = decisions(conn, bound)
    assert (kept.together, kept.reason, kept.difference_fen) == (True, "客服核对", 0)
    assert take_back(conn, bound, "1", "E2", now)
    assert not take_back(conn, bound, "1", "E2", now)
    rematch(conn, bound, now)
    assert standing(conn, bound) == before


def test_what_was_unlinked_is_never_brought_together_again(conn: Connection, bound: Pair, now: int) -> None:
    fill(conn, bound, now)
    assert unlink(conn, bound, "1", now, "不是同一单")
    assert not unlink(conn, bound, "1", now), "nothing is linked any more"
    for _ in range(2):
        rematch(conn, bound, now)
        assert standing(conn, bound)["1"] == (None, "missing_trade")
        assert standing(conn, bound)["E1"] == ("E1", "missing_order")
    assert take_back(conn, bound, "1", "E1", now)
    rematch(conn, bound, now)
    assert standing(conn, bound)["1"] == ("E1", "amount_differs")


def test_the_second_import_of_an_order_can_be_set_apart(conn: Connection, bound: Pair, now: int) -> None:
    fill(conn, bound, now)
    save_orders(conn, bound.youzan_shop_id, [order("E3", outer_no="2", amount_fen=250)], now)
    rematch(conn, bound, now)
    assert standing(conn, bound)["2"][1] == "duplicate"
    set_apart(conn, bound, "2", "E2", now, "有赞重复导入，已关单")
    rematch(conn, bound, now)
    assert standing(conn, bound)["2"] == ("E3", "linked")


def test_a_later_decision_takes_the_place_of_an_earlier_one(conn: Connection, bound: Pair, now: int) -> None:
    fill(conn, bound, now)
    unlink(conn, bound, "1", now)
    link_by_hand(conn, bound, "1", "E1", now)
    assert [(one.trade_no, one.together) for one in decisions(conn, bound)] == [("E1", True)]
    link_by_hand(conn, bound, "2", "E1", now)
    assert [(one.order_no, one.together) for one in decisions(conn, bound)] == [("2", True)]
    rematch(conn, bound, now)
    assert standing(conn, bound)["1"][0] is None


def test_the_audit_says_who_decided_what_on_which_grounds(conn: Connection, bound: Pair, now: int) -> None:
    fill(conn, bound, now)
    conn.info[audit.ACTOR] = "陈静"
    link_by_hand(conn, bound, "1", "E1", now, "邮费差三分")
    unlink(conn, bound, "1", now, "看错了")
    take_back(conn, bound, "1", "E1", now)
    made, undone, back = audit.rows(conn, "links.")
    detail = msgspec.json.decode(made.detail)
    assert (made.action, made.subject, detail["trade_no"]) == ("links.by_hand", "1", "E1")
    assert (detail["reason"], detail["rules"], detail["by"]) == ("邮费差三分", VERSION, "陈静")
    assert detail["inputs"]["order"]["amount_fen"], detail["inputs"]["trade"]["amount_fen"] == (100, 97)
    assert [one["mapping"] for one in detail["before"]] == ["amount_differs"]
    assert detail["after"] == [{"order_no": "1", "trade_no": "E1", "mapping": "linked"}]
    told = msgspec.json.decode(undone.detail)
    assert (undone.action, told["before"][0]["by_hand"], told["after"]) == ("links.unlink", 1, [])
    assert told["decision"]["reason"] == "邮费差三分"
    assert msgspec.json.decode(back.detail)["decision"]["together"] is False
    assert audit.broken_at(conn) is None


def test_what_is_not_there_is_refused(conn: Connection, bound: Pair, now: int) -> None:
    fill(conn, bound, now)
    for order_no, trade_no in (("9", "E1"), ("1", "E9")):
        with pytest.raises(Refused, match="9"):
            link_by_hand(conn, bound, order_no, trade_no, now)
        with pytest.raises(Refused, match="9"):
            set_apart(conn, bound, order_no, trade_no, now)
    assert list(decisions(conn, bound)) == []
    assert audit.rows(conn, "links.") == []


def test_decisions_outlive_a_parting_and_end_with_the_shop(conn: Connection, bound: Pair, now: int) -> None:
    fill(conn, bound, now)
    link_by_hand(conn, bound, "1", "E2", now)
    unlink(conn, bound, "2", now)
    part(conn, bound)
    assert held_links(conn, bound) == []
    pair(conn, *bound.shop_ids)
    rematch(conn, bound, now)
    assert standing(conn, bound)["1"] == ("E2", Mapping.LINKED)
    remove_shop(conn, bound.youzan_shop_id)
    assert list(decisions(conn, bound)) == []
