"""Penalties and certificates in the file: as they were told, changes in the audit, a file's cases once."""

from datetime import date

import msgspec
import pytest
from sqlalchemy import Connection

from console.core.errors import Refused
from console.rules.certificates import Certificate
from console.rules.violations import Case, CaseState, Level, Pause
from console.store import audit
from console.store.certificates import (
    certificate,
    certificates,
    drop_certificate,
    note_notice,
    notices_given,
    put_certificate,
)
from console.store.violations import (
    KeptCase,
    Piece,
    TakenIn,
    add_piece,
    case,
    cases,
    move_case,
    pieces,
    put_case,
    put_cases,
)

SHOP = "kuaishou:1"


def kept(case_id: str = "KS-1", **more: object) -> KeptCase:
    pauses = (Pause(begin=date(2026, 5, 8), end=date(2026, 5, 9), reason="补充材料"),)
    mine = Case(case_id=case_id, notice_at=1_778_200_000_000, level=Level.SERIOUS, cause="虚假宣传", pauses=pauses)
    return KeptCase(case=mine, shop_id=SHOP, **more)  # type: ignore[arg-type]


def test_a_case_comes_back_as_it_was_told(conn: Connection, now: int) -> None:
    told = kept(statement="已整改", note="主播口误")
    assert put_case(conn, told, now)
    assert not put_case(conn, told, now)
    found = case(conn, "KS-1")
    assert found == msgspec.structs.replace(told, changed_at=now)
    assert cases(conn, "kuaishou:2") == []


def test_a_file_read_twice_changes_nothing_that_was_done_since(conn: Connection, now: int) -> None:
    rows = [kept("KS-1"), kept("KS-2")]
    assert put_cases(conn, rows, now) == TakenIn(new=2)
    move_case(conn, "KS-1", CaseState.APPEALED, now + 5)
    assert put_cases(conn, rows, now + 9) == TakenIn(known=2)
    found = case(conn, "KS-1")
    assert found is not None
    assert (found.case.state, found.case.appealed_at) == (CaseState.APPEALED, now + 5)
    assert audit.broken_at(conn) is None


def test_a_notice_that_says_more_by_now_is_taken_over_and_what_was_done_stays(conn: Connection, now: int) -> None:
    put_cases(conn, [kept("KS-1", note="问过客服")], now)
    move_case(conn, "KS-1", CaseState.APPEALED, now + 5)
    told = kept("KS-1")
    later = msgspec.structs.replace(
        told, case=msgspec.structs.replace(told.case, told_due_at=now + 99, fine_fen=50_000)
    )
    silent = msgspec.structs.replace(told, case=msgspec.structs.replace(told.case, told_due_at=None, cause=""))
    assert put_cases(conn, [later], now + 9) == TakenIn(changed=1)
    assert put_cases(conn, [silent], now + 10) == TakenIn(known=1)
    found = case(conn, "KS-1")
    assert found is not None
    assert (found.case.told_due_at, found.case.fine_fen, found.case.cause) == (now + 99, 50_000, told.case.cause)
    assert (found.case.state, found.note) == (CaseState.APPEALED, "问过客服")


def test_a_number_that_another_shop_has_is_named_and_takes_nothing_away(conn: Connection, now: int) -> None:
    mine = kept("KS-1")
    put_case(conn, mine, now)
    theirs = msgspec.structs.replace(mine, shop_id="kuaishou:9")
    assert put_cases(conn, [theirs], now) == TakenIn(elsewhere=("KS-1",))
    with pytest.raises(Refused, match=r"violation\.other_shop"):
        put_case(conn, theirs, now)
    assert [one.shop_id for one in cases(conn)] == [mine.shop_id]


def test_what_cannot_be_kept_is_refused(conn: Connection, now: int) -> None:
    with pytest.raises(Refused) as refused:
        put_case(conn, kept(statement="字" * 501), now)
    assert refused.value.code == "violation.statement"
    with pytest.raises(Refused):
        move_case(conn, "KS-9", CaseState.WON, now)
    wrong = Certificate(
        certificate_id="1", kind="食品经营许可证", valid_from=date(2026, 2, 1), valid_to=date(2026, 1, 1)
    )
    with pytest.raises(Refused) as refused:
        put_certificate(conn, SHOP, wrong, now)
    assert refused.value.code == "certificate.order"


def test_evidence_is_noted_once(conn: Connection, now: int) -> None:
    piece = Piece(sha256="a" * 64, name="聊天.txt", kind="chat", bytes=12)
    assert add_piece(conn, "KS-1", piece, now)
    assert not add_piece(conn, "KS-1", piece, now + 1)
    assert pieces(conn, "KS-1") == [msgspec.structs.replace(piece, added_at=now)]


def test_a_renewed_certificate_is_noticed_anew(conn: Connection, now: int) -> None:
    old = Certificate(
        certificate_id="1",
        kind="食品经营许可证",
        valid_to=date(2026, 12, 31),
        categories=("食品", "零食"),
        products=("7",),
    )
    put_certificate(conn, SHOP, old, now)
    assert certificate(conn, "1") == old
    note_notice(conn, "1", 30)
    put_certificate(conn, SHOP, msgspec.structs.replace(old, note="副本"), now)
    assert notices_given(conn, "1") == (30,)
    put_certificate(conn, SHOP, msgspec.structs.replace(old, valid_to=date(2031, 12, 31)), now)
    assert notices_given(conn, "1") == ()
    put_certificate(conn, SHOP, Certificate(certificate_id="2", kind="备案"), now)
    assert [one.certificate_id for one in certificates(conn)] == ["1", "2"], "without an end comes last"
    drop_certificate(conn, "1", now)
    assert certificate(conn, "1") is None
