"""Lists that go out from here, what came back, who paid; channels, coupons and stored value as they were told."""

from collections.abc import Sequence

import pytest
from sqlalchemy import Connection

from console.core.clock import DAY, HOUR, parse_shop_time
from console.core.errors import Refused
from console.core.model import Order, OrderLine, OrderStatus, Platform, Shop
from console.rules.coupons import Share
from console.rules.stored_value import Account, Move
from console.rules.touching import Told
from console.rules.touching_gate import Person, Result
from console.rules.touching_rows import Consent, Member
from console.store import (
    audit,
    coupons,
    customers_said,
    shop_choice,
    stored_value,
    touch_board,
    touch_lines,
    touch_lists,
    touch_rows,
)
from console.store.orders import save_orders
from console.store.shops import put_shop, remove_shop
from console.store.touch_lists import Wish
from console.store.views import Pair

NOW = parse_shop_time("2026-11-26 14:00:00")
K, Y = "kuaishou:1", "youzan:2"


def person(buyer: str, **more: object) -> Person:
    return Person(customer=f"{K}|{buyer}", name=f"n{buyer}", address=f"138{buyer}", consent=True, **more)  # type: ignore[arg-type]


def order(no: str, buyer: str, at: int, fen: int = 5_000) -> Order:
    line = OrderLine(line_no="1", title="帽子", item_id="i1", quantity=1, amount_fen=fen)
    return Order(
        order_no=no,
        status=OrderStatus.SUCCESS,
        created_at=at,
        updated_at=at,
        paid_at=at,
        amount_fen=fen,
        buyer_id=buyer,
        lines=(line,),
    )


def made(
    conn: Connection, buyers: Sequence[str], hold: float = 0.0, name: str = "双12唤醒", message: str = "老客回来有礼"
) -> int:
    wish = Wish(name=name, channel="sms", message=message, hold_share=hold, cost_fen=5)
    return touch_lists.make(conn, wish, [person(one) for one in buyers], "陈静", NOW)


def went_out(conn: Connection, buyers: Sequence[str], hold: float = 0.0, at: int = NOW, name: str = "双12唤醒") -> int:
    list_id = made(conn, buyers, hold, name)
    touch_lists.settle(conn, list_id, f"老客回来有礼 {name}", "", at)
    touch_lists.export(conn, list_id, "陈静", at)
    return list_id


def test_a_list_goes_out_once_and_who_was_reached_is_left_in_peace(conn: Connection, bound: Pair) -> None:
    first = made(conn, "abcd")
    with pytest.raises(Refused, match=r"touch\.not_due"):
        touch_lists.export(conn, first, "陈静", NOW)
    touch_lists.settle(conn, first, "老客回来有礼", "", NOW)
    assert [one.customer for one in touch_lists.export(conn, first, "陈静", NOW)] == [f"{K}|{one}" for one in "abcd"]
    with pytest.raises(Refused, match=r"touch\.not_due"):
        touch_lists.export(conn, first, "陈静", NOW)
    later = made(conn, "abe")
    assert touch_lists.reasons(conn, later) == {"reached": 2}
    touch_lists.take_results(conn, first, [(2, Result(key="138a", reached=False, said="空号"))], NOW)
    assert touch_lists.reasons(conn, made(conn, "abe")) == {"reached": 1}, "what failed reached nobody"
    with pytest.raises(Refused, match=r"touch\.went_out"):
        touch_lists.drop(conn, first, NOW)
    touch_lists.drop(conn, later, NOW)
    assert touch_lists.one(conn, later) is None
    assert {row.action for row in audit.rows(conn, "touches.")} == {
        *("touches.make", "touches.due", "touches.running", "touches.results", "touches.drop"),
    }


def test_who_was_reached_between_the_making_and_the_export_is_left_out_then(conn: Connection, bound: Pair) -> None:
    waits = made(conn, "abc", message="别的话")
    went_out(conn, "ab")
    touch_lists.settle(conn, waits, "别的话", "", NOW)
    assert [one.customer for one in touch_lists.export(conn, waits, "", NOW)] == [f"{K}|c"]
    nobody = made(conn, "abc")
    touch_lists.settle(conn, nobody, "老客回来有礼", "", NOW)
    with pytest.raises(Refused, match=r"touch\.nobody"):
        touch_lists.export(conn, nobody, "", NOW)


def test_who_says_no_after_the_making_gets_nothing_and_is_not_compared_with(conn: Connection, bound: Pair) -> None:
    waits = made(conn, "abcdefgh", hold=0.5)
    asked = "SELECT substr(customer, -1) FROM touch_people WHERE list_id = ? AND part = ?"
    sends, holds = (
        [row[0] for row in conn.exec_driver_sql(asked, (waits, part)).fetchall()] for part in ("send", "hold")
    )
    joined = "INSERT INTO customer_identities (shop_id, buyer_id, customer_id, how, via, rivals, stamp)"
    for shop_id, buyer, whose in ((K, sends[0], 1), (Y, "y7", 1), (K, holds[2], 2), (K, sends[3], 3)):
        conn.exec_driver_sql(f"{joined} VALUES (?, ?, ?, 'link', '', 0, '')", (shop_id, buyer, whose))
        customers_said.consent(conn, (shop_id, buyer), "sms", True, NOW)
    customers_said.consent(conn, (Y, "y7"), "sms", False, NOW)
    customers_said.consent(conn, (K, holds[2]), "sms", None, NOW)
    customers_said.consent(conn, (K, sends[1]), "call", False, NOW)
    customers_said.block(conn, (K, sends[2]), "投诉", NOW)
    customers_said.block(conn, (K, holds[0]), "投诉", NOW)
    went_out(conn, [holds[1]], name="另一份")
    touch_lists.settle(conn, waits, "老客回来有礼", "", NOW)
    gone = {one.customer[-1] for one in touch_lists.export(conn, waits, "", NOW)}
    assert gone == {sends[1], sends[3]}, "a no by whatever key he has, to this channel"
    task = touch_lists.one(conn, waits)
    assert task is not None
    assert (task.sends, task.holds, task.left) == (2, 1, 5)
    assert touch_lists.reasons(conn, waits) == {"blocked": 2, "consent": 2, "reached": 1}, "a yes taken back is none"


def test_the_same_people_with_the_same_words_are_refused_however_late(conn: Connection, bound: Pair) -> None:
    went_out(conn, "ab")
    again = made(conn, "ab", name="又一份")
    conn.exec_driver_sql("UPDATE touch_people SET part = 'send', why = '' WHERE list_id = ?", (again,))
    touch_lists.settle(conn, again, "老客回来有礼 双12唤醒", "", NOW)
    with pytest.raises(Refused, match=r"touch\.sent_before"):
        touch_lists.export(conn, again, "", NOW + 30 * DAY)


def test_a_file_that_could_not_be_written_did_not_go_out(conn: Connection, bound: Pair) -> None:
    list_id = went_out(conn, "ab")
    touch_lists.take_back(conn, list_id, NOW)
    assert touch_lists.touched(conn, 0) == {}
    assert len(touch_lists.export(conn, list_id, "陈静", NOW)) == 2


def test_results_are_kept_row_by_row_and_strays_as_what_they_are(conn: Connection, bound: Pair) -> None:
    list_id = went_out(conn, "abc")
    rows = [
        (2, Result(key=f"{K}|a", reached=True)),
        (3, Result(key="138b", reached=False, said="拒收")),
        (4, Result(key="???", reached=True)),
    ]
    came = touch_lists.take_results(conn, list_id, rows, NOW)
    assert (came.reached, came.failed, came.strays) == (1, 1, 1)
    task = touch_lists.one(conn, list_id)
    assert task is not None
    assert (task.sends, task.reached, task.failed) == (3, 1, 1)
    assert touch_lists.failures(conn, list_id) == [("拒收", 1)]
    assert touch_lists.refused(conn, list_id) == [(4, "???", "stray")]
    touch_lists.finish(conn, list_id, NOW)
    assert [one.state for one in touch_lists.lists(conn)] == ["done"]


def test_conversions_are_counted_from_the_orders_of_those_who_were_sent_to(conn: Connection, bound: Pair) -> None:
    out = NOW - 8 * DAY
    list_id = went_out(conn, "abcdefgh", hold=0.25, at=out)
    held = [
        row[0].partition("|")[2]
        for row in conn.exec_driver_sql("SELECT customer FROM touch_people WHERE part = 'hold'").fetchall()
    ]
    sent = [one for one in "abcdefgh" if one not in held]
    paid = [
        order("1", sent[0], out + HOUR),
        order("2", sent[0], out + DAY),
        order("3", sent[1], out + 6 * DAY),
        order("4", sent[2], out + 7 * DAY),  # too late
        order("5", sent[3], out - HOUR),  # too early
        order("6", held[0], out + HOUR),
    ]
    save_orders(conn, K, paid, NOW)
    conn.exec_driver_sql(
        "INSERT INTO touch_figures (shop_id, day_at, channel, name, sent, cost_fen, origin, kept_at) "
        f"VALUES ('', {NOW - DAY}, 'fan_group', '', 100, 0, 'manual', {NOW})"
    )
    found = touch_board.board(conn, NOW)
    (result,) = found.results
    assert (result.bought.buyers, result.bought.held_buyers, result.bought.orders, result.open) == (2, 1, 3, False)
    assert result.bought.margin_fen is None, "no cost of the goods is known"
    assert (result.lift.sent, result.lift.held, result.lift.doubt) == (6, 2, "few")
    sms = next(row for row in found.rows if row.channel == "sms")
    assert (sms.sent, sms.conversion.top, sms.cost.value, sms.reach.value, sms.roi.value) == (6, 2, 5, None, None)
    assert [(row.channel, row.free) for row in found.rows if row.channel != "sms"] == [("fan_group", True)]
    assert list_id


def test_who_another_list_meant_meanwhile_is_compared_on_neither_side(conn: Connection, bound: Pair) -> None:
    out = NOW - 8 * DAY
    first = went_out(conn, "abcdefgh", hold=0.5, at=out)
    asked = "SELECT substr(customer, -1) FROM touch_people WHERE list_id = ? AND part = ? ORDER BY customer"
    sends, holds = (
        [row[0] for row in conn.exec_driver_sql(asked, (first, part)).fetchall()] for part in ("send", "hold")
    )
    joined = "INSERT INTO customer_identities (shop_id, buyer_id, customer_id, how, via, rivals, stamp)"
    for shop_id, buyer in ((K, holds[1]), (Y, "y7")):
        conn.exec_driver_sql(f"{joined} VALUES (?, ?, 1, 'link', '', 0, '')", (shop_id, buyer))
    customers_said.consent(conn, (Y, "y7"), "sms", True, out)
    people = [person(sends[0]), person(holds[0]), Person(customer=f"{Y}|y7", address="139", consent=True)]
    second = touch_lists.make(conn, Wish(name="另一份", channel="sms"), people, "", out + DAY)
    touch_lists.settle(conn, second, "别的话", "", out + DAY)
    assert len(touch_lists.export(conn, second, "", out + DAY)) == 2, "who was sent to is left in peace"
    save_orders(conn, K, [order(one, one, out + 2 * DAY) for one in (*sends[:2], *holds[:3])], NOW)
    result = next(one for one in touch_board.board(conn, NOW).results if one.task.id == first)
    assert (result.task.sends, result.task.holds, result.bought.buyers) == (4, 4, 2)
    assert (result.bought.away, result.bought.held_away) == (1, 2)
    assert (result.lift.sent, result.lift.bought, result.lift.held, result.lift.held_bought) == (3, 1, 2, 1)
    late = touch_lists.make(conn, Wish(name="再一份", channel="sms"), [person(holds[2])], "", NOW)
    touch_lists.settle(conn, late, "再说", "", NOW)
    touch_lists.export(conn, late, "", NOW)
    result = next(one for one in touch_board.board(conn, NOW).results if one.task.id == first)
    assert result.bought.held_away == 2, "what goes out after the days that count changes nothing"


def test_a_list_and_the_channels_export_of_that_day_are_added_up_once(conn: Connection, bound: Pair) -> None:
    went_out(conn, "ab", at=NOW - DAY)
    rows = [Told(channel="sms", origin="file", day_at=NOW - DAY - 14 * HOUR, sent=50, reached=40)]
    touch_rows.put(conn, rows, "file", Y, NOW)
    found = touch_board.board(conn, NOW)
    assert [(one.origin, one.double) for one in found.told] == [("file", ""), ("list", "inside")]
    assert [(one.sent, one.reach.value) for one in found.rows] == [(50, 0.8)]
    assert len(found.results) == 1


def test_a_list_that_is_still_counted_makes_no_share_smaller(conn: Connection, bound: Pair) -> None:
    went_out(conn, "ab", at=NOW - 3 * DAY)
    save_orders(conn, K, [order("1", "a", NOW - 2 * DAY)], NOW)
    (early,) = touch_board.board(conn, NOW).rows
    assert (early.sent, early.cost.value, early.conversion.value) == (2, 5, None)
    (late,) = touch_board.board(conn, NOW + 5 * DAY).rows
    assert late.conversion.value == 0.5


def test_a_chosen_pair_sees_the_lists_of_its_own_buyers(conn: Connection, bound: Pair) -> None:
    went_out(conn, "ab", at=NOW - 9 * DAY)
    other = Pair(kuaishou_shop_id="kuaishou:8", youzan_shop_id="youzan:9")
    for pair, seen in ((bound, 1), (other, 0), (None, 1)):
        assert len(touch_lists.lists(conn, pair)) == seen
        told = touch_board.board(conn, NOW, pair)
        assert (len(told.rows), len(told.results)) == (seen, seen)


def test_an_order_on_the_other_platform_counts_for_the_same_customer(conn: Connection, bound: Pair) -> None:
    went_out(conn, "ab", at=NOW - 3 * DAY)
    for number, (shop, buyer, whose) in enumerate([(K, "a", 1), (Y, "y7", 1), (K, "b", 2)], 1):
        conn.exec_driver_sql(
            "INSERT INTO customer_identities (id, shop_id, buyer_id, customer_id, how, via, rivals, stamp) "
            "VALUES (?, ?, ?, ?, 'own', '', 0, '')",
            (number, shop, buyer, whose),
        )
    assert set(touch_lists.touched(conn, 0)) == {f"{K}|a", f"{K}|b", f"{Y}|y7"}, "by whatever key he has"
    agreed = [Consent(key=key, channel="sms", agreed=True) for key in ("y7", f"{K}|b", f"{Y}|b", "nobody")]
    kept = touch_rows.put_consents(conn, agreed, NOW)
    assert (kept.accepted, kept.strays) == (2, 2)
    assert touch_rows.put_consents(conn, agreed, NOW).duplicate == 2
    save_orders(conn, Y, [order("1", "y7", NOW - 2 * DAY)], NOW)
    (result,) = touch_board.board(conn, NOW).results
    assert (result.bought.buyers, result.open) == (1, True)


def test_tables_are_kept_once_and_a_line_is_the_merchants_own(conn: Connection, bound: Pair) -> None:
    rows = [
        Told(channel="sms", origin="file", day_at=NOW - DAY, sent=100, reached=90),
        Share(campaign="c", inviter="a", invitee="b", at=NOW, is_new=True, used_at=NOW, cost_fen=900, margin_fen=1_800),
        Account(account="88", day_at=NOW, balance_fen=700, topup_fen=1_000, spent_fen=400, last_at=NOW - 91 * DAY),
        Move(move="1", account="88", at=NOW - DAY, kind="topup", fen=1_000),
        Member(account="88", level="金卡", buyer="y1"),
    ]
    assert touch_rows.put(conn, rows, "file", Y, NOW).accepted == 5
    assert touch_rows.put(conn, rows, "file", Y, NOW).duplicate == 5
    older = Account(account="88", day_at=NOW - DAY, balance_fen=1)
    assert touch_rows.put(conn, [older], "file", Y, NOW).accepted == 0
    save_orders(conn, Y, [order("1", "y1", NOW - DAY, 9_000), order("2", "y2", NOW - DAY, 3_000)], NOW)
    (campaign,) = coupons.board(conn).campaigns
    assert (campaign.new_buyers, campaign.cost_of_new_fen, campaign.earned.value) == (1, 900, 2)
    found = stored_value.board(conn, NOW)
    assert (found.stored.balance_fen, found.stored.idle, found.stored.topup_fen, found.stored.spent_fen) == (
        *(700, 1, 1_000, 0),
    )
    assert [one.difference_fen for one in found.stored.apart] == [100]
    members = found.members
    assert (members.levels, members.share, members.buyers.each_fen, members.others.each_fen) == (
        *(((("金卡", 1),)), 0.5, 9_000, 3_000),
    )
    assert members.few(found.least)
    touch_lines.put_line(conn, "stored_idle_days", 120, NOW)
    assert stored_value.board(conn, NOW).stored.idle == 0
    assert touch_lines.lines(conn)["stored_idle_days"].own
    touch_lines.put_line(conn, "stored_idle_days", None, NOW)
    assert not touch_lines.lines(conn)["stored_idle_days"].own
    touch_rows.drop_figure(conn, Told(channel="sms", origin="file", day_at=NOW - DAY, shop_id=Y), NOW)
    assert touch_board.board(conn, NOW).rows == ()


def test_rows_that_name_people_are_one_shops_and_go_with_it(conn: Connection, bound: Pair) -> None:
    other = Pair(kuaishou_shop_id="kuaishou:8", youzan_shop_id="youzan:9")
    for shop_id in other.shop_ids:
        platform, number = shop_id.split(":")
        put_shop(conn, Shop(shop_id=shop_id, platform=Platform(platform), platform_shop_id=number, name="店"))
    rows = [Member(account="88", level="金卡", buyer="y1"), Share(campaign="c", inviter="甲", invitee="乙", at=NOW)]
    with pytest.raises(Refused, match=r"touch\.which_shop"):
        touch_rows.put(conn, rows, "file", "", NOW)
    figures = [Told(channel="sms", origin="file", day_at=NOW - DAY, sent=9)]
    assert touch_rows.put(conn, figures, "file", "", NOW).accepted == 1, "they name nobody"
    for pair in (bound, other):
        assert touch_rows.put(conn, rows, "file", pair.youzan_shop_id, NOW).accepted == 2, (
            "the same card of another shop is another"
        )
    assert stored_value.membership(conn, NOW, other).members == 1
    assert [one.campaign for one in coupons.board(conn, bound).campaigns] == ["c"]
    assert stored_value.membership(conn, NOW).members == coupons.board(conn).rows == 2
    save_orders(conn, "youzan:9", [order("1", "y1", NOW - DAY)], NOW)
    assert stored_value.membership(conn, NOW, bound).buyers.people == 0, "it is the other shop's member who bought"
    remove_shop(conn, Y)
    assert (stored_value.membership(conn, NOW).members, coupons.board(conn).rows) == (1, 1)
    left = shop_choice.of_pair(conn, Platform.YOUZAN, None)
    assert touch_rows.put(conn, rows, "file", left, NOW).duplicate == 2, "one shop is left, which is meant"


def test_an_erased_shops_buyers_leave_the_lists(conn: Connection, bound: Pair) -> None:
    mixed = touch_lists.make(
        conn,
        Wish(name="两店", channel="sms"),
        [person("a"), person("b"), Person(customer=f"{Y}|y7", name="八", address="139", consent=True)],
        "",
        NOW,
    )
    own = made(conn, "c", name="一店")
    for shop_id, buyer in ((K, "a"), (Y, "y7")):
        joined = "INSERT INTO customer_identities (shop_id, buyer_id, customer_id, how, via, rivals, stamp)"
        conn.exec_driver_sql(f"{joined} VALUES (?, ?, 1, 'link', '', 0, '')", (shop_id, buyer))
    remove_shop(conn, K)
    left = conn.exec_driver_sql("SELECT list_id, customer, name, address FROM touch_people").fetchall()
    assert left == [(mixed, f"{Y}|y7", "", "")], "who is known by both shops may have his name of either"
    assert touch_lists.one(conn, own) is None


def test_a_month_of_which_no_movement_came_yet_is_not_nothing(conn: Connection, bound: Pair) -> None:
    rows = [
        Account(account="88", day_at=NOW - DAY, balance_fen=700),
        Move(move="1", account="88", at=NOW - 40 * DAY, kind="topup", fen=1_000),
    ]
    touch_rows.put(conn, rows, "file", Y, NOW)
    found = stored_value.board(conn, NOW)
    assert (found.moves, found.stored.topup_fen, found.stored.spent_fen) == (1, None, None)
