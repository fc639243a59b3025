"""The monthly self-check: its counts are those of its findings, what is mended was found before, papers stay."""

from datetime import date

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from console.core.clock import DAY, parse_shop_time, shop_datetime
from console.rules.self_check import (
    HAPPENED,
    SEVERITIES,
    SOURCES,
    STATES,
    Issue,
    Looked,
    Passage,
    Report,
    by_source,
    check_chat,
    completion,
    keep_until,
    look,
    sentence,
    suppressions,
    with_mended,
)
from console.rules.wording.engine import Checker
from console.rules.wording.pardons import Pardon
from console.wording import checker, folding

NOW = parse_shop_time("2026-11-22 20:00:00")
ALL = tuple(Looked(source=source, looked=1, of=1) for source in SOURCES)

issues = st.builds(
    Issue,
    source=st.sampled_from(SOURCES),
    subject=st.sampled_from(("a", "b")),
    name=st.just("n"),
    severity=st.sampled_from(SEVERITIES),
    rule_id=st.just("R-1"),
    text=st.just("t"),
    state=st.sampled_from(STATES),
    key=st.sampled_from([str(number) for number in range(12)]),
)
many = st.lists(issues, max_size=30)


def report(found: tuple[Issue, ...], month: str = "2026-11") -> Report:
    return Report(month=month, made_at=NOW, until_at=NOW, bank="b", issues=found, looked=ALL)


@given(many)
def test_every_count_is_the_findings_own(found: list[Issue]) -> None:
    told = report(tuple(found))
    cells = [
        told.count(source=source, severity=severity, state=state)
        for source in SOURCES
        for severity in SEVERITIES
        for state in STATES
    ]
    assert sum(cells) == len(found) == sum(by_source(told).values())
    assert sum(told.count(state=state) for state in STATES) == len(found)
    assert told.open_blocks == sum(one.severity == "block" and one.state == "open" for one in found)


@given(many, many, st.sampled_from(["2026-10", "2026-11"]))
def test_mended_is_what_was_open_and_is_gone(now: list[Issue], before: list[Issue], month: str) -> None:
    fresh = tuple(one for one in now if one.state != "mended")
    earlier = report(tuple(before), month)
    whole, lapsed = with_mended(fresh, ALL, earlier, "2026-11", ())
    assert lapsed == 0, "there is no text that could still stand"
    assert whole[: len(fresh)] == fresh
    here = {(one.source, one.key) for one in fresh}
    for one in whole[len(fresh) :]:
        assert one.state == "mended"
        assert one.source not in HAPPENED
        assert (one.source, one.key) not in here
        assert any((one.source, one.key) == (was.source, was.key) and was.state != "pardoned" for was in before)
    if month == "2026-10":  # what the month before had mended is its own
        gone = whole[len(fresh) :]
        assert len(gone) == sum(
            one.state == "open" and one.source not in HAPPENED and (one.source, one.key) not in here for one in before
        )


def test_a_source_that_was_not_looked_at_mends_nothing() -> None:
    one = Issue(source="details", subject="a", name="n", severity="warn", rule_id="R", text="t", key="1")
    unread = (Looked(source="details", looked=0, of=5),)
    assert with_mended((), unread, report((one,)), "2026-11", ()) == ((), 0)
    assert with_mended((), ALL, report((one,)), "2026-11", ())[0][0].state == "mended"


def test_what_a_changed_word_bank_does_not_find_any_more_is_not_mended() -> None:
    """Three goods: one was rewritten, one stands as it was, one holds a phone that the report covered."""
    texts = {"a": "首选好物。国家级  工艺杯子", "b": "国家级毛巾", "c": "国家级茶，找13812345678"}

    def passages(texts: dict[str, str]) -> list[Passage]:
        return [Passage(source="titles", subject=name, name=name, text=text) for name, text in texts.items()]

    by = checker("2026-11-22")
    first = look(passages(texts), by, (), NOW)
    assert {one.subject for one in first} == {"a", "b", "c"}
    assert all("138" not in one.sentence for one in first)
    now = passages(texts | {"b": "纯棉毛巾"})
    empty = Checker(msgspec.structs.replace(by.bank, rules=()), folding())
    assert look(now, empty, (), NOW) == [], "a bank without any rule"
    for month, earlier in (("2026-11", "2026-11"), ("2026-11", "2026-10")):
        issues, lapsed = with_mended((), ALL, report(tuple(first), earlier), month, now)
        assert {one.subject for one in issues} == {"b"}
        assert lapsed == sum(one.subject != "b" for one in first)
    again = msgspec.structs.replace(report(issues), lapsed=lapsed)
    assert with_mended((), ALL, again, "2026-11", now) == (issues, lapsed), "of one month they are added up"
    assert with_mended((), ALL, again, "2026-12", now)[1] == 0


def test_the_checker_finds_by_surface_and_pardons_are_marked_with_reason_and_name() -> None:
    by = checker("2026-11-22")
    texts = [
        Passage(source="titles", subject="k/1", name="杯子", text="国家级工艺杯子"),
        Passage(source="comments", subject="L1", name="晚场", text="国家级工艺杯子"),
    ]
    (title,) = look(texts, by, (), NOW)
    assert (title.source, title.severity, title.state, title.text) == ("titles", "block", "open", "国家级")
    given_ = Pardon(
        rule_id=title.rule_id, plain="国家级", scope="item", subject="k/1", reason="非遗名录", author="陈静", given_at=1
    )
    (passed,) = look(texts, by, (given_,), NOW)
    assert (passed.state, passed.pardon_reason, passed.pardon_by) == ("pardoned", "非遗名录", "陈静")
    assert passed.key == title.key
    (listed,) = suppressions((given_,), (passed,), 0, NOW)
    assert (listed.reason, listed.author, listed.until_at, listed.covered) == ("非遗名录", "陈静", None, 1)
    ended = Pardon(rule_id="R", plain="p", scope="shop", reason="x", given_at=1, until_at=5)
    assert suppressions((ended,), (), 10, NOW) == []


def test_of_a_chat_only_the_sentence_is_kept_and_nobody_can_be_known_by_it() -> None:
    found = check_chat("c.txt", ["您好。亲这款根治失眠，有事打13812345678。下次再聊"], checker("2026-11-22"))
    assert found
    assert all(one.source == "chats" and one.place == "1" for one in found)
    assert all("13812345678" not in one.sentence and "您好" not in one.sentence for one in found)


def test_the_sentence_around() -> None:
    assert sentence("一二三。这是国家级工艺！后面", 6, 9) == "这是国家级工艺！"
    assert sentence("国家级", 0, 3) == "国家级"
    assert len(sentence("字" * 2_000, 1_000, 1_003)) <= 243


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.integers(0, 900))
def test_a_report_stays_three_whole_years(day: date, late: int) -> None:
    month = f"{day:%Y-%m}"
    made_at = parse_shop_time(f"{day:%Y-%m-%d} 12:00:00") + late * DAY
    until = shop_datetime(keep_until(month, made_at))
    begun = shop_datetime(made_at)
    assert until.year - begun.year >= 3
    assert keep_until(month, made_at) - made_at >= (3 * 365 - 1) * DAY


def test_completion_counts_sources_alike_and_skips_what_is_not_there() -> None:
    assert completion(()) is None
    assert completion((Looked(source="titles", looked=0, of=0),)) is None
    half = Looked(source="titles", looked=5, of=10)
    assert completion((half, Looked(source="scripts", looked=0, of=0))) == 0.5
    assert completion((half, Looked(source="chats", looked=0, of=None))) == 0.25
    assert completion((half, Looked(source="chats", looked=9, of=None))) == 0.75
