"""What a self-test said is kept until it is known better."""

from sqlalchemy import Connection

from console.core.errors import Offline, Refused
from console.core.permissions import Ability, Need, not_asked, passed, troubled
from console.store.checks import SelfTest, last_self_test, put_checks

ITEMS = Need(scope="merchant_item", abilities=frozenset({Ability.ITEMS, Ability.STOCK}))
ORDERS = Need(scope="merchant_order", abilities=frozenset({Ability.ORDERS}))
SHOP = "kuaishou:1"


def test_a_shop_that_was_never_tested(conn: Connection) -> None:
    assert last_self_test(conn, SHOP) == SelfTest(at=None, checks=())


def test_the_last_self_test_is_read_as_it_was(conn: Connection, now: int) -> None:
    lines = (passed(ITEMS), troubled(ORDERS, Refused("kuaishou.scope", detail="token中无scope权限"), page="https://x"))
    assert put_checks(conn, SHOP, lines, now) == SelfTest(at=now, checks=lines) == last_self_test(conn, SHOP)
    put_checks(conn, SHOP, (passed(ITEMS), passed(ORDERS)), now + 1)
    assert last_self_test(conn, SHOP) == SelfTest(at=now + 1, checks=(passed(ITEMS), passed(ORDERS)))
    assert last_self_test(conn, "youzan:2") == SelfTest()


def test_a_test_without_an_answer_leaves_what_was_known(conn: Connection, now: int) -> None:
    refused = troubled(ORDERS, Refused("kuaishou.scope"))
    put_checks(conn, SHOP, (passed(ITEMS), refused), now)
    put_checks(conn, SHOP, (troubled(ITEMS, Offline("net.refused")), not_asked(ORDERS)), now + 1)
    assert last_self_test(conn, SHOP) == SelfTest(at=now + 1, checks=(passed(ITEMS), refused))


def test_what_was_never_known_is_not_invented(conn: Connection, now: int) -> None:
    offline = troubled(ITEMS, Offline("net.refused"))
    assert put_checks(conn, SHOP, (offline,), now).checks == (offline,)
    assert put_checks(conn, SHOP, (not_asked(ITEMS),), now).checks == (not_asked(ITEMS),)


def test_a_self_test_is_not_in_the_audit(conn: Connection, now: int) -> None:
    put_checks(conn, SHOP, (passed(ITEMS),), now)
    assert conn.exec_driver_sql("SELECT count(*) FROM audit").scalar_one() == 0
