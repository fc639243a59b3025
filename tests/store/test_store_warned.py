"""What was told stays told, until the end it was about is put off."""

from sqlalchemy import Connection

from console.core.clock import DAY
from console.store.warned import note_told, told

SHOP = "youzan:2"
END, LATER = 100 * DAY, 200 * DAY


def test_marks_gather_by_shop_cause_and_end(conn: Connection) -> None:
    assert told(conn, SHOP, "sign_in", END) == ()
    note_told(conn, SHOP, "sign_in", END, 7)
    note_told(conn, SHOP, "sign_in", END, 3)
    assert told(conn, SHOP, "sign_in", END) == (7, 3)
    assert told(conn, SHOP, "quota", END) == told(conn, "youzan:3", "sign_in", END) == ()


def test_an_end_that_was_put_off_is_told_of_anew(conn: Connection) -> None:
    note_told(conn, SHOP, "sign_in", END, 1)
    assert told(conn, SHOP, "sign_in", LATER) == ()
    note_told(conn, SHOP, "sign_in", LATER, 7)
    assert told(conn, SHOP, "sign_in", LATER) == (7,)
    assert told(conn, SHOP, "sign_in", END) == ()
