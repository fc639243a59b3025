"""What somebody says of a show by hand goes to the part that is on, and is told apart by its source."""

import pytest
from sqlalchemy import Connection

from console.core.clock import MINUTE
from console.core.errors import Refused
from console.core.live import LiveAction, LiveSignal, LiveSource
from console.store import live_hand, live_view
from console.store.live_taking import take


def test_a_mark_and_the_end_are_those_of_the_part_that_is_on(conn: Connection, now: int) -> None:
    rows = [
        LiveSignal(session_id="a", action=LiveAction.START, at=now),
        LiveSignal(session_id="a", action=LiveAction.STOP, at=now + MINUTE),
        LiveSignal(session_id="b", action=LiveAction.START, at=now + 3 * MINUTE),
    ]
    take(conn, rows, now, LiveSource.INGEST)
    live_hand.mark(conn, "a", "raffle", now + 4 * MINUTE)
    (mark,) = live_view.marks(conn, "a")
    assert (mark.text, mark.at) == ("raffle", now + 4 * MINUTE)
    live_hand.finish(conn, "a", now + 5 * MINUTE)
    assert [(part.part_id, part.ended_at, part.last_at) for part in live_view.parts(conn, "a")] == [
        ("a", now + MINUTE, now + MINUTE),
        ("b", now + 5 * MINUTE, now + 5 * MINUTE),
    ]
    show = live_view.show(conn, "a")
    assert show is not None
    assert show.ended_at == now + 5 * MINUTE


def test_a_show_that_nobody_knows_is_refused(conn: Connection, now: int) -> None:
    with pytest.raises(Refused) as refused:
        live_hand.mark(conn, "nobody", "", now)
    assert refused.value.code == "live.no_show"
