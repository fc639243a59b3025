"""Self-checks in the file: chained, signed, kept three years; whatever is changed later is found."""

import msgspec
import pytest
from sqlalchemy import Connection

from console.core.clock import DAY, parse_shop_time
from console.core.errors import Refused
from console.core.live import LiveEvent, LiveEventType, LiveSource
from console.core.model import Item, Listing
from console.rules import proof_period
from console.rules.live_script import Cue, Script
from console.rules.self_check import SOURCES, Issue, Looked, Report
from console.store import audit, self_checks
from console.store.items import save_listings
from console.store.live_scripts import put_script
from console.store.live_taking import take
from console.store.self_check_due import month_check, standing
from console.store.self_check_material import material
from console.store.self_checks import drop_old, keep, last_of, month_sums, put_chat, shorts, sign
from console.store.self_checks import report as read
from console.store.views import Pair

BLOCK = Issue(source="titles", subject="k/1", name="杯", severity="block", rule_id="ABS-1", text="国家级", key="1")
WARN = Issue(source="scripts", subject="s", name="脚本", severity="warn", rule_id="PRO-1", text="最后", key="2")


def report(month: str, now: int, *found: Issue) -> Report:
    looked = tuple(Looked(source=source, looked=1, of=1, sha256="0" * 64) for source in SOURCES)
    return Report(month=month, made_at=now, until_at=now, bank="2026.11", issues=found, looked=looked)


def test_a_report_comes_back_as_it_was_made(conn: Connection, now: int) -> None:
    told = report("2026-01", now, BLOCK, WARN)
    first = keep(conn, told, "陈静", now)
    second = keep(conn, report("2026-01", now + 1), "", now + 1)
    kept = read(conn, first)
    assert kept is not None
    assert (kept.report, kept.made_by, kept.before) == (told, "陈静", "")
    again = last_of(conn, "2026-01")
    assert again is not None
    assert (again.number, again.before) == (second, kept.hash)
    assert [(one.number, one.found, one.open, one.blocks) for one in shorts(conn)] == [(2, 0, 0, 0), (1, 2, 2, 1)]
    assert self_checks.broken(conn) == ""
    assert audit.broken_at(conn) is None


def test_a_report_of_an_earlier_version_is_read(conn: Connection, now: int) -> None:
    """One that was kept before anybody counted what a changed word bank let go of."""
    number = keep(conn, report("2026-01", now, BLOCK), "", now)
    conn.exec_driver_sql("UPDATE self_checks SET content = replace(content, ',\"lapsed\":0', '')")
    content = conn.exec_driver_sql("SELECT content FROM self_checks").scalar_one()
    assert "lapsed" not in content
    kept = read(conn, number)
    assert kept is not None
    assert (kept.report.lapsed, kept.report.issues) == (0, (BLOCK,))


@pytest.mark.parametrize(
    ("harm", "found"),
    [
        ("UPDATE self_checks SET content = replace(content, '\"open\":2', '\"open\":0') WHERE id = 1", "report 1"),
        ("UPDATE self_checks SET books = x'00' WHERE id = 2", "report 2"),
        ("UPDATE self_checks SET made_at = 5 WHERE id = 3", "report 3"),
        ("DELETE FROM self_checks WHERE id = 2", "report 2"),
        ("DELETE FROM self_checks WHERE id = 3", "report 3"),
        ("DELETE FROM self_checks WHERE id = 1", "report 1"),
        ("UPDATE self_check_signs SET name = '别人' WHERE id = 1", "sign 1"),
        ("DELETE FROM self_check_signs WHERE id = 2", "sign 2"),
    ],
)
def test_what_was_changed_later_is_found(conn: Connection, now: int, harm: str, found: str) -> None:
    for number in range(3):
        keep(conn, report("2026-01", now, BLOCK, WARN), "", now + number)
    sign(conn, 1, "checker", "小禾", "下周改完", now)
    sign(conn, 1, "reviewer", "陈静", "同意", now)
    assert self_checks.broken(conn) == ""
    conn.exec_driver_sql(harm)
    assert self_checks.broken(conn) == found


def test_a_whole_new_chain_does_not_pass_for_the_old_one(conn: Connection, now: int) -> None:
    """The audit remembers the hash of each report, whoever rewrites rows and heads."""
    keep(conn, report("2026-01", now, BLOCK), "", now)
    conn.exec_driver_sql("DELETE FROM self_checks")
    conn.exec_driver_sql("DELETE FROM settings WHERE key = 'selfcheck.head'")
    told = audit.head(conn)
    keep(conn, report("2026-01", now), "", now)
    assert told != audit.head(conn)
    assert self_checks.broken(conn) == "report 1"


def test_who_signs_over_an_open_ban_says_why(conn: Connection, now: int) -> None:
    number = keep(conn, report("2026-01", now, BLOCK), "", now)
    for role, name, note, code in (
        ("checker", "", "原因", "selfcheck.no_name"),
        ("checker", "小禾", " ", "selfcheck.no_reason"),
    ):
        with pytest.raises(Refused) as refused:
            sign(conn, number, role, name, note, now)  # type: ignore[arg-type]
        assert refused.value.code == code
    sign(conn, number, "checker", "小禾", "已排期整改", now)
    with pytest.raises(Refused):
        sign(conn, number, "checker", "别人", "再签", now)
    with pytest.raises(Refused):
        sign(conn, 99, "checker", "小禾", "", now)
    kept = read(conn, number)
    assert kept is not None
    signed = kept.signed("checker")
    assert signed is not None
    assert (signed.name, signed.note, kept.signed("reviewer")) == ("小禾", "已排期整改", None)


def test_nobody_reviews_what_they_checked_themselves(conn: Connection, now: int) -> None:
    number = keep(conn, report("2026-01", now), "", now)
    sign(conn, number, "checker", "Xiao He", "", now)
    for name in ("Xiao He", " xiao  he", "ＸｉａｏＨｅ"):
        with pytest.raises(Refused, match=r"selfcheck\.same_person"):
            sign(conn, number, "reviewer", name, "", now)
    sign(conn, number, "reviewer", "陈静", "", now)
    assert self_checks.broken(conn) == ""


def test_the_actor_signs_whatever_name_is_given(conn: Connection, now: int) -> None:
    number = keep(conn, report("2026-01", now), "", now)
    conn.info[audit.ACTOR] = "陈静"
    sign(conn, number, "reviewer", "别人", "", now)
    del conn.info[audit.ACTOR]
    kept = read(conn, number)
    assert kept is not None
    assert kept.signs[0].name == "陈静"


def test_nothing_goes_before_three_years_and_the_chain_holds_after(conn: Connection, now: int) -> None:
    old = parse_shop_time("2022-12-20 10:00:00")
    keep(conn, report("2022-12", old), "", old)
    keep(conn, report("2026-01", now, WARN), "", now)
    sign(conn, 1, "checker", "小禾", "", old)
    sign(conn, 2, "checker", "小禾", "", now)
    due = shorts(conn)[-1].keep_until
    assert due == parse_shop_time("2026-01-01 00:00:00")
    assert drop_old(conn, due - 1) == 0
    assert drop_old(conn, now + DAY) == 1
    assert [one.number for one in shorts(conn)] == [2]
    assert self_checks.broken(conn) == ""
    keep(conn, report("2026-02", now), "", now)
    assert self_checks.broken(conn) == ""
    conn.exec_driver_sql("DELETE FROM self_checks WHERE id = 2")
    assert self_checks.broken(conn) == "report 2"


def test_months_compare_by_their_last_report(conn: Connection, now: int) -> None:
    for month, found in (("2025-10", (WARN,)), ("2025-11", (WARN, BLOCK)), ("2025-11", (WARN,)), ("2026-01", ())):
        keep(conn, report(month, now, *found), "", now)
    told = month_sums(conn, "2026-01", 5)
    assert [(one.month, one.found, one.open) for one in told] == [("2025-10", 1, 1), ("2025-11", 1, 1)]
    assert [one.month for one in month_sums(conn, "2026-01", 1)] == ["2025-11"]


def test_material_is_all_that_the_shop_says_and_of_shows_that_month_only(
    conn: Connection, bound: Pair, now: int
) -> None:
    save_listings(conn, bound.kuaishou_shop_id, [Listing(item=Item(item_id="1", title="国家级杯子"))], now)
    cues = (Cue(cue_id="a", into_ms=0, title="开场", words="欢迎"), Cue(cue_id="b", into_ms=9, title="福利"))
    put_script(conn, Script(script_id="s", name="晚场", cues=cues), now)
    for session_id, at in (("L1", now - DAY), ("L0", now - 40 * DAY)):
        rows = [
            LiveEvent(session_id=session_id, event_id="1", at=at, type=LiveEventType.CAPTION, text="欢迎来到直播间"),
            LiveEvent(session_id=session_id, event_id="2", at=at + 65_000, type=LiveEventType.COMMENT, text="多少钱"),
        ]
        take(conn, rows, now, LiveSource.MANUAL)
    assert put_chat(conn, "2026-01", "f" * 64, "c.txt", 12, "2026.11", (WARN,), now)
    assert not put_chat(conn, "2026-01", "f" * 64, "c.txt", 12, "2026.11", (WARN,), now)
    conn.exec_driver_sql(
        "INSERT INTO item_details (shop_id, item_id, text, read_at) VALUES (?, '1', '全网最低价', ?)",
        (bound.kuaishou_shop_id, now),
    )
    found = material(conn, proof_period.month("2026-01"), now)
    told = {(one.source, one.place, one.text) for one in found.passages}
    assert told == {
        ("titles", "", "国家级杯子"),
        ("details", "", "全网最低价"),
        ("scripts", "1", "开场\n欢迎"),
        ("scripts", "2", "福利"),
        ("speech", "00:00:00", "欢迎来到直播间"),
        ("comments", "00:01:05", "多少钱"),
    }
    counts = {one.source: (one.looked, one.of) for one in found.looked}
    assert counts["titles"] == (1, 1)
    assert counts["details"] == (1, 1)
    assert counts["speech"] == (1, 1)
    assert counts["chats"] == (12, None)
    assert found.issues == (WARN,)
    before = {one.source: one.sha256 for one in found.looked}
    save_listings(conn, bound.kuaishou_shop_id, [Listing(item=Item(item_id="1", title="杯子"))], now)
    after = {one.source: one.sha256 for one in material(conn, proof_period.month("2026-01"), now).looked}
    assert {source for source in SOURCES if before[source] != after[source]} == {"titles"}


def test_a_report_is_plain_json_that_a_program_of_its_own_can_check(conn: Connection, now: int) -> None:
    keep(conn, report("2026-01", now, BLOCK), "", now)
    row = conn.exec_driver_sql("SELECT content FROM self_checks").scalar_one()
    told = msgspec.json.decode(row)
    assert told["states"] == {"open": 1, "pardoned": 0, "mended": 0}
    assert told["counts"]["titles"]["block"] == 1


def test_the_reminder_is_told_once_and_ends_with_the_signature(conn: Connection, bound: Pair) -> None:
    now = parse_shop_time("2026-01-28 10:00:00")
    audit.note(conn, now - 20 * DAY, "test.begun", "")
    assert standing(conn, now) == ([], [])
    save_listings(conn, bound.kuaishou_shop_id, [Listing(item=Item(item_id="1", title="杯子"))], now)
    assert month_check(conn, now).is_due
    for told in (1, 0):
        stands, fresh = standing(conn, now)
        assert ([one.key for one in stands], len(fresh)) == (["selfcheck:2026-01:missing"], told)
    number = keep(conn, report("2026-01", now, WARN), "", now)
    assert standing(conn, now) == ([], [])
    later = now + 5 * DAY
    check = month_check(conn, later)
    assert (check.month, check.number, check.before, check.before_lacks) == ("2026-02", None, "2026-01", "unsigned")
    assert [one.code for one in standing(conn, later)[1]] == ["selfcheck.to_sign"]
    sign(conn, number, "checker", "小禾", "", later)
    assert standing(conn, later) == ([], [])
