"""A show is running while it is told of; one that fell silent is over, whatever nobody said."""

import pytest
from sqlalchemy import Connection

from console.core.clock import MINUTE
from console.store.push_view import ground

NOW = 1_768_444_200_000


@pytest.mark.parametrize(
    ("started", "last", "ended", "running"),
    [
        (-60, -1, None, True),
        (-60, -15, None, True),
        (-60, -16, None, False),  # nothing joins it any more
        (-60, -1, -1, False),
        (1, 1, None, True),  # the sender's clock may go before ours
        (2, 2, None, False),  # not yet
    ],
)
def test_a_show_runs_while_it_is_told_of(
    conn: Connection, started: int, last: int, ended: int | None, running: bool
) -> None:
    assert ground(conn, NOW).rules.on_air is False
    conn.exec_driver_sql(
        "INSERT INTO live_sessions (session_id, title, started_at, ended_at, last_at, source) "
        "VALUES ('s', '', ?, ?, ?, 'file')",
        tuple(None if at is None else NOW + at * MINUTE for at in (started, ended, last)),
    )
    assert ground(conn, NOW).rules.on_air is running
