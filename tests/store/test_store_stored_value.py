"""Accounts of stored value are added up in the file as the rule adds them up."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from console.rules.stored_value import Account, stored
from console.store.pages import driver
from console.store.stored_value import accounts

PUT = """
INSERT INTO stored_accounts (shop_id, account, day_at, balance_fen, topup_fen, bonus_fen, spent_fen, refund_fen,
    last_at, origin, kept_at)
VALUES ('youzan:1', ?, ?, ?, ?, ?, ?, ?, ?, '', 1)
"""
FEN = st.integers(0, 3)
MAYBE = st.one_of(st.none(), FEN)
ROWS = st.lists(st.tuples(FEN, st.integers(-1, 4), MAYBE, MAYBE, MAYBE, MAYBE, MAYBE), max_size=8)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ROWS, FEN)
def test_the_file_adds_accounts_up_as_the_rule_does(conn: Connection, rows: list[tuple[int, ...]], idle: int) -> None:
    told = [(f"a{number}", *row) for number, row in enumerate(rows)]
    with conn.begin_nested() as world:
        driver(conn).executemany(PUT, told)
        assert accounts(conn, idle, None) == stored(
            (
                Account(
                    account=account,
                    day_at=day_at,
                    balance_fen=balance,
                    topup_fen=topup,
                    bonus_fen=bonus,
                    spent_fen=spent,
                    refund_fen=refund,
                    last_at=last_at,
                )
                for account, day_at, balance, topup, bonus, spent, refund, last_at in told
            ),
            idle,
        )
        assert accounts(conn, idle, '["youzan:2"]') == stored((), idle)
        world.rollback()
