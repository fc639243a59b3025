"""What was told stays told, until the end it was about is put off."""

from sqlalchemy import Connection

from console.store.warned import note_told, told

SHOP = "youzan:2"


def test_marks_gather_by_shop_cause_and_end(conn: Connection) -> None:
    assert told(conn, SHOP, "sign_in", 100) == ()
    note_told(conn, SHOP, "sign_in", 100, 7)
    note_told(conn, SHOP, "sign_in", 100, 3)
    assert told(conn, SHOP, "sign_in", 100) == (7, 3)
    assert told(conn, SHOP, "quota", 100) == told(conn, "youzan:3", "sign_in", 100) == ()


def test_an_end_that_was_put_off_is_told_of_anew(conn: Connection) -> None:
    note_told(conn, SHOP, "sign_in", 100, 1)
    assert told(conn, SHOP, "sign_in", 200) == ()
    note_told(conn, SHOP, "sign_in", 200, 7)
    assert told(conn, SHOP, "sign_in", 200) == (7,)
    assert told(conn, SHOP, "sign_in", 100) == ()
