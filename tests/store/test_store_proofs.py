"""Proofs over a real file: what they count, and that nothing of them or the audit is changed or taken away unseen."""

from typing import Any

import msgspec
import pytest
from sqlalchemy import Connection

from console.core.clock import DAY, HOUR, MINUTE
from console.core.model import EXTERNAL, Order, OrderLine, OrderStatus
from console.rules import proof_period
from console.rules.matching import match
from console.rules.proof_books import Kind
from console.rules.reconciliation import Reconciliation, Waybills, reconcile
from console.store import audit, chains, proofs
from console.store.cursors import move_watermark, note_since
from console.store.gap_audits import GapAudit, gap_audits, keep_audit, recovered
from console.store.health import note_success
from console.store.link_decisions import link_by_hand
from console.store.links import save_links, unsettled
from console.store.orders import save_orders
from console.store.proof_reading import read_books
from console.store.proof_waybills import count_waybills
from console.store.quarantine import quarantine
from console.store.views import Pair

PERIOD = proof_period.day("2026-01-14")
NOON = PERIOD.begin_at + 12 * HOUR
READ = PERIOD.end_at + 6 * HOUR


def order(no: str, **more: Any) -> Order:
    line = OrderLine(line_no=f"{no}-1", title="保温杯", code=f"XH-{no}", quantity=1)
    known: dict[str, Any] = {"status": OrderStatus.TO_SHIP, "amount_fen": 100, "paid_at": NOON, "created_at": NOON}
    return Order(order_no=no, **known | {"lines": (line,)} | more)


def trade(no: str, of: str, **more: Any) -> Order:
    return order(no, **{"outer_no": of, "source": EXTERNAL} | more)


def fill(conn: Connection, bound: Pair, now: int) -> None:
    edges = [("k1", PERIOD.begin_at), ("k2", PERIOD.end_at - 1), ("before", PERIOD.begin_at - 1), ("k9", PERIOD.end_at)]
    closed = order("shut", status=OrderStatus.CLOSED, paid_at=None)
    save_orders(conn, bound.kuaishou_shop_id, [*(order(no, paid_at=at) for no, at in edges), closed], now)
    trades = [trade(f"E-{no}", no, paid_at=at // 1_000 * 1_000) for no, at in edges]
    native = order("N1", paid_at=NOON)
    save_orders(conn, bound.youzan_shop_id, [*trades, native], now)
    for shop_id in bound.shop_ids:
        move_watermark(conn, shop_id, "orders", READ)
        note_success(conn, shop_id, "orders", READ)


def proved(conn: Connection, bound: Pair) -> Reconciliation:
    books = unsettled(conn, bound)
    save_links(conn, bound, match(books.orders, books.trades, now=READ, apart=books.apart), READ)
    earlier = proofs.earlier(conn, bound, PERIOD.key)
    return reconcile(
        read_books(conn, bound, PERIOD, earlier),
        PERIOD,
        now=READ,
        earlier=earlier,
        recovered=recovered(conn, bound.shop_ids),
    )


def keep(conn: Connection, bound: Pair, now: int) -> proofs.Proof:
    return proofs.keep(conn, bound, proved(conn, bound), now)


def test_a_day_holds_its_first_and_its_last_millisecond(conn: Connection, bound: Pair, now: int) -> None:
    fill(conn, bound, now)
    found = proved(conn, bound)
    assert [row.order_no for row in found.rows] == ["k1", "k2"]
    assert (found.counts["linked"], found.counts["not_paid"], found.counts["youzan"]) == (2, 1, 2)
    assert found.is_clean, found.open
    assert [one.reason for one in found.findings] == ["closed_before_payment"]


def test_what_is_wrong_in_the_file_is_found(conn: Connection, bound: Pair, now: int) -> None:
    fill(conn, bound, now)
    save_orders(conn, bound.kuaishou_shop_id, [order(f"m{n}") for n in range(4)], now)
    off = [trade("E-m1", "m1", amount_fen=101), trade("E-m2", "m2"), trade("E-m2b", "m2"), trade("E-m5", "m5")]
    save_orders(conn, bound.youzan_shop_id, [*off, trade("E-m3", "m3", amount_fen=99)], now)
    quarantine(conn, bound.youzan_shop_id, "orders", [bad_row()], READ)
    link_by_hand(conn, bound, "m3", "E-m3", now, "邮费")
    found = proved(conn, bound)
    assert found.faults == ()
    assert {(one.kind, one.order_no or one.trade_no) for one in found.findings} == {
        (Kind.INCOMPLETE, None),
        (Kind.MISSING, "m0"),
        (Kind.AMOUNT_DIFFERS, "m1"),
        (Kind.DUPLICATE, "m2"),
        (Kind.EXPLAINED, "m3"),
        (Kind.NOT_PAID, "shut"),
        (Kind.NO_ORDER, "E-m5"),
    }
    (doubled,) = [one for one in found.findings if one.kind is Kind.DUPLICATE]
    assert doubled.evidence["doubles"] in ("E-m2", "E-m2b")
    assert found.difference_fen["amounts"] == -1 + 1
    assert not found.complete


def test_a_day_from_before_the_first_reading_is_not_whole(conn: Connection, bound: Pair, now: int) -> None:
    """Bound later, or away for months: an empty day is no proof that nothing was sold."""
    fill(conn, bound, now)
    note_since(conn, bound.youzan_shop_id, "orders", PERIOD.begin_at)
    assert proved(conn, bound).is_clean
    note_since(conn, bound.youzan_shop_id, "orders", PERIOD.begin_at + 1)
    found = proved(conn, bound)
    assert [(one.reason, one.evidence) for one in found.open] == [("youzan_begins", {"since_at": PERIOD.begin_at + 1})]
    assert not found.complete


def test_a_day_is_not_whole_while_a_side_catches_up(conn: Connection, bound: Pair, now: int) -> None:
    """The stretch of its pay time is read, but an order that changed later is told with a later one."""
    fill(conn, bound, now)
    conn.exec_driver_sql("UPDATE health SET success_at = ? WHERE shop_id = ?", (NOON, bound.youzan_shop_id))
    found = proved(conn, bound)
    assert [(one.reason, one.evidence) for one in found.open] == [("youzan_not_read", {"until_at": NOON})]
    assert not found.complete


def bad_row() -> Any:
    from console.core.gateway import BadRow

    return BadRow(key="E-bad", raw="{}", reason="created")


def test_an_order_that_an_audit_fetched_is_named(conn: Connection, bound: Pair, now: int) -> None:
    fill(conn, bound, now)
    common = {"begin_at": PERIOD.begin_at, "end_at": READ, "begun_at": READ, "ended_at": READ + MINUTE}
    made = GapAudit(
        shop_id=bound.kuaishou_shop_id,
        there=4,
        missing=("k2", "k9", "lost"),
        stale=("k1",),
        repaired=("k1", "k2", "k9"),
        unknown=("before",),
        **common,
    )
    keep_audit(conn, made)
    assert gap_audits(conn, bound.shop_ids) == [made]
    assert made.left == 1
    assert recovered(conn, bound.shop_ids) == {"k2", "k9"}, "what was only out of date was not lost"
    assert proved(conn, bound).recovered == ("k2",)


def test_waybills_are_counted_where_some_were_taken(conn: Connection, bound: Pair) -> None:
    stretch = (PERIOD.begin_at, PERIOD.end_at)
    assert count_waybills(conn, bound, *stretch) is None, "none is not nought"
    columns = ("shop_id, order_no, package, company, carrier_code, carrier_name, branch, sender, waybill_no, "
               "print_data, taken_at, voided_at, void_reason")  # fmt: skip
    marks = ", ".join("?" for _ in columns.split(","))
    for number, (at, voided_at) in enumerate([(NOON, None), (NOON, NOON + 1), (PERIOD.end_at, None)]):
        row = (bound.kuaishou_shop_id, f"k{number}", f"k{number}-1", "ZTO", "9", "中通", "", "{}", f"73{number}", "")
        conn.exec_driver_sql(f"INSERT INTO waybills ({columns}) VALUES ({marks})", (*row, at, voided_at, ""))
    assert count_waybills(conn, bound, *stretch) == Waybills(taken=2, printed=0, voided=1, shipped=0, waiting=1)


def test_an_order_whose_final_payment_came_after_midnight_counts_on_that_day(
    conn: Connection, bound: Pair, now: int
) -> None:
    """Goods sold ahead are paid in two steps: the platform tells the time of the last, and the trade follows."""
    fill(conn, bound, now)
    keep(conn, bound, now)
    later = PERIOD.end_at + HOUR
    save_orders(conn, bound.kuaishou_shop_id, [order("k2", paid_at=later, updated_at=READ)], now)
    save_orders(conn, bound.youzan_shop_id, [trade("E-k2", "k2", paid_at=later, updated_at=READ)], now)
    found = proved(conn, bound)
    moved = next(one for one in found.findings if one.kind is Kind.MOVED)
    assert (moved.order_no, moved.evidence) == ("k2", {"paid_at": later})
    assert (found.counts["paid"], found.is_clean) == (1, True)
    kept = keep(conn, bound, now)
    assert proofs.kept(conn, bound)[0].open == 0
    assert kept.content["gone"], "what it had is remembered"
    assert proved(conn, bound).is_clean, "and told by every later proof"
    conn.exec_driver_sql("UPDATE health SET success_at = ?", (PERIOD.begin_at,))
    assert {one.kind for one in proved(conn, bound).open} == {Kind.INCOMPLETE}, "nothing that is there is missed"
    unpaid = order("k2", status=OrderStatus.UNPAID, paid_at=None, created_at=later, updated_at=READ + 1)
    save_orders(conn, bound.kuaishou_shop_id, [unpaid], now)
    assert [one.kind for one in proved(conn, bound).open if one.order_no == "k2"] == [Kind.GONE]


def test_a_later_proof_says_what_has_changed(conn: Connection, bound: Pair, now: int) -> None:
    fill(conn, bound, now)
    first = keep(conn, bound, now)
    assert first.content["complete"]
    save_orders(conn, bound.kuaishou_shop_id, [order("k1", paid_at=PERIOD.begin_at, amount_fen=130)], now)
    save_orders(conn, bound.youzan_shop_id, [trade("E-k1", "k1", paid_at=PERIOD.begin_at, amount_fen=130)], now)
    conn.exec_driver_sql("DELETE FROM orders WHERE order_no = 'k2'")
    second = proved(conn, bound)
    told = {(one.kind, one.order_no, one.reason) for one in second.open if one.order_no}
    assert told == {(Kind.CHANGED_LATE, "k1", "amount_fen+trade_amount_fen"), (Kind.GONE, "k2", "row_gone")}
    kept = proofs.keep(conn, bound, second, now + DAY)
    assert [one.number for one in proofs.kept(conn, bound)] == [2, 1]
    third = proved(conn, bound)
    assert [one.kind for one in third.open if one.order_no] == [Kind.GONE], "what is gone stays told"
    assert proofs.proof(conn, 2) == kept
    assert proofs.proof(conn, 9) is None


# -- the chains --------------------------------------------------------------------------------------------------------

FOUR = 4


@pytest.fixture
def chained(conn: Connection, bound: Pair, now: int) -> Connection:
    fill(conn, bound, now)
    for number in range(FOUR):
        keep(conn, bound, now + number)
        audit.note(conn, now, "settings.put", "theme", {"to": number})
    assert chains.verify(conn) == chains.Verified(proofs=4, audit=8, breaks=())
    return conn


def broken(conn: Connection) -> list[tuple[str, int, str]]:
    return [(one.chain, one.row, one.damage) for one in chains.verify(conn).breaks]


@pytest.mark.parametrize("row", [1, 2, FOUR])
@pytest.mark.parametrize(
    "change",
    [
        "content = replace(content, '\"linked\":2', '\"linked\":3')",
        "made_at = made_at + 1",
        "period = '2026-01-15'",
        "books = x'00'",
        "hash = 'x' || substr(hash, 2)",
        "youzan_shop_id = 'youzan:3'",
    ],
)
def test_a_changed_proof_is_told(chained: Connection, row: int, change: str) -> None:
    asked = "SELECT * FROM proofs WHERE id = ?"
    before = chained.exec_driver_sql(asked, (row,)).one()
    chained.exec_driver_sql(f"UPDATE proofs SET {change} WHERE id = ?", (row,))
    assert chained.exec_driver_sql(asked, (row,)).one() != before
    assert broken(chained) == [("proofs", row, "changed")]


@pytest.mark.parametrize("row", [1, 2, FOUR])
def test_a_proof_that_was_taken_away_is_told(chained: Connection, row: int) -> None:
    chained.exec_driver_sql("DELETE FROM proofs WHERE id = ?", (row,))
    assert broken(chained) == [("proofs", row, "missing")]


def test_all_proofs_taken_away_are_told_though_their_last_link_is_gone_too(chained: Connection) -> None:
    chained.exec_driver_sql("DELETE FROM proofs")
    chained.exec_driver_sql("DELETE FROM settings WHERE key = 'proofs.head'")
    assert broken(chained) == [("proofs", 1, "missing")], "the audit names them"


def test_the_newest_taken_away_with_a_forged_last_link_is_told(chained: Connection) -> None:
    chained.exec_driver_sql("DELETE FROM proofs WHERE id = 4")
    chained.exec_driver_sql("DELETE FROM settings WHERE key = 'proofs.head'")
    assert broken(chained) == [("proofs", 4, "missing")]


def test_a_proof_put_in_is_told(chained: Connection) -> None:
    columns = "kuaishou_shop_id, youzan_shop_id, period, made_at, content, books, hash"
    chained.exec_driver_sql(f"INSERT INTO proofs ({columns}) SELECT {columns} FROM proofs WHERE id = 4")
    assert broken(chained) == [("proofs", 5, "changed")]


@pytest.mark.parametrize("row", [1, 5, 8])
def test_a_changed_or_deleted_audit_row_is_told(chained: Connection, row: int) -> None:
    with chained.begin_nested() as aside:
        chained.exec_driver_sql("UPDATE audit SET detail = replace(detail, '}', ',\"x\":1}') WHERE id = ?", (row,))
        assert ("audit", row, "changed") in broken(chained)
        aside.rollback()
    chained.exec_driver_sql("DELETE FROM audit WHERE id = ?", (row,))
    assert broken(chained) == [("audit", row, "missing")]


def test_the_same_content_makes_the_same_text(conn: Connection, bound: Pair, now: int) -> None:
    assert proofs.canonical({"b": 1, "a": [2, None]}) == b'{"a":[2,null],"b":1}'
    fill(conn, bound, now)
    one, other = proved(conn, bound), proved(conn, bound)
    assert proofs.canonical(one) == proofs.canonical(other)
    kept = keep(conn, bound, now)
    text = conn.exec_driver_sql("SELECT content FROM proofs").scalar_one()
    assert proofs.canonical(msgspec.json.decode(text)).decode() == text
    assert kept.content["orders_sha256"] != kept.content["trades_sha256"]
