"""Deadlines in the bell: an appeal within three working days and on its last one, certificates at their six marks."""

from datetime import date

from sqlalchemy import Connection

from console.core.clock import DAY, parse_shop_time
from console.rules.certificates import Certificate
from console.rules.violations import Case, CaseState, Level
from console.store.alerts import watch
from console.store.certificates import put_certificate
from console.store.violations import KeptCase, move_case, put_case

SHOP = "kuaishou:1"


def at(text: str) -> int:
    return parse_shop_time(f"{text} 10:00:00")


def test_an_appeal_is_told_at_three_working_days_and_on_the_last_each_once(conn: Connection) -> None:
    mine = Case(case_id="V-1", notice_at=at("2026-11-16"), level=Level.GENERAL)
    put_case(conn, KeptCase(case=mine, shop_id=SHOP), at("2026-11-16"))
    told = {}
    for day in range(16, 27):
        now = at(f"2026-11-{day}")
        for _ in range(2):
            found = [one for one in watch(conn, {}, now).to_tell if one.cause == "appeal"]
            told.update({(day, one.number): one.level for one in found})
    assert told == {(20, 3): 2, (24, 1): 1}, "the window is 17, 18, 19, 20, 23, 24 and 25 November"


def test_it_stands_in_the_bell_until_it_was_appealed(conn: Connection) -> None:
    mine = Case(case_id="V-1", notice_at=at("2026-11-18"), level=Level.SERIOUS)
    put_case(conn, KeptCase(case=mine, shop_id=SHOP), at("2026-11-18"))
    now = at("2026-11-23")
    (alert,) = watch(conn, {}, now).alerts
    assert (alert.level, alert.detail, alert.ends_at) == (1, "V-1", parse_shop_time("2026-11-24 00:00:00"))
    move_case(conn, "V-1", CaseState.APPEALED, now)
    assert watch(conn, {}, now).alerts == ()


def test_certificates_are_told_at_their_marks_each_once_over_skipped_days(conn: Connection) -> None:
    end = date(2026, 11, 30)
    put_certificate(conn, SHOP, Certificate(certificate_id="C", kind="质检报告", valid_to=end), at("2026-06-01"))
    told = []
    now = at("2026-08-01")
    while now < at("2026-12-05"):
        told += [one.number for one in watch(conn, {}, now).to_tell if one.cause == "certificate"]
        now += DAY
    assert told == [90, 60, 30, 15, 7, 1]
    (alert,) = watch(conn, {}, now).alerts
    assert alert.level == 1, "it has lapsed"
    assert alert.number < 0
