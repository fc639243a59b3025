"""What makes checking fast must not change what is found: pieces of patterns, and gaps looked at where they matter."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.rules.wording.anatomy import first_letters, reach, seeker
from console.wording import bank, checker

DAY = "2026-11-25"
FILLING = ["这款杯子很轻，送人自用都可以", "下一个", "瓶子 180 毫升，大概用 7 天", "讲 一下 面料", "好的"]


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [("(?:ab|[c-e]x)f", "acde"), ("a?b*c", "abc"), ("(?<!x)(?:y|z)?最好", "yz最"), (r"\d+天", "7")],
)
def test_a_pattern_begins_with_one_of_its_first_letters(pattern: str, letters: str) -> None:
    first = first_letters(pattern)
    assert first is not None
    assert {letter for letter in "abcdefxyz最好天7" if first.match(letter)} == set(letters)


@pytest.mark.parametrize("pattern", ["[^a]b", ".b", "a*", r"\wb", "(?:a|[^b])c"])
def test_of_some_patterns_nothing_is_known(pattern: str) -> None:
    assert first_letters(pattern) is None
    assert seeker(pattern).pattern == pattern


def test_a_reach_is_what_a_match_has_at_most() -> None:
    assert reach("ab?(?:cde|f)", 30) == 5
    assert reach("a+", 30) == 30


def test_every_pattern_of_the_bank_is_found_by_its_first_letters() -> None:
    """A match of any pattern anywhere in its own rule's words begins where its first letters are."""
    for rule in bank(DAY).rules:
        first = first_letters(rule.pattern) if rule.pattern else None
        if first is None:
            continue
        for found in re.finditer(rule.pattern, "。".join((*rule.terms, *rule.triggers, *FILLING))):
            assert first.match(found.group()), rule.id


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["国家级", "全网最低价", "史无前例", "药到病除", "驰名商标", "绝无仅有"]),
    st.sampled_from([" ", "  ", "\u3000", "·", "*", "🔥", "-", "\t"]),
    st.lists(st.sampled_from(FILLING), min_size=1, max_size=30),
    st.data(),
)
def test_a_word_written_apart_is_found_in_whichever_line_it_stands(
    term: str, gap: str, filling: list[str], data: st.DataObject
) -> None:
    at = data.draw(st.integers(1, len(term) - 1))
    line = data.draw(st.integers(0, len(filling)))
    torn = term[:at] + gap + term[at:]
    filling.insert(line, f"本品{torn}哦，请看")
    text = "\n".join(filling)
    hit = [one for one in checker(DAY).every(text) if one.text == torn]
    assert hit
    assert any(one.evasive and text[one.start : one.end] == torn for one in hit)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(FILLING), max_size=12), st.lists(st.sampled_from(FILLING), max_size=12))
def test_a_pattern_reaches_over_a_gap_and_a_poster_over_its_lines(above: list[str], below: list[str]) -> None:
    long = ["这一行是普通的说明文字"]
    for said in ("销量 · 第一", "最\n佳\n品\n质"):
        text = "\n".join([*above, *long, said, *long, *below])
        assert any(one.text in said and len(one.text) > 2 for one in checker(DAY).every(text)), said


def test_the_same_word_torn_and_whole_in_one_text_is_found_both_times() -> None:
    text = "这个国 家级品质\n这个国家级品质\n这个国家 级品质\n这个国家级品质"
    assert [one.text for one in checker(DAY).check(text).findings if "级" in one.text] == [
        "国 家级品质", "国家级品质", "国家 级品质", "国家级品质",
    ]  # fmt: skip


@pytest.mark.timeout(30)  # quadratic would take a minute
def test_a_text_made_to_be_slow_is_not() -> None:
    found = [len(checker(DAY).check(torn).findings) for torn in ("补肾酒" * 10_000, "消盐" * 16_000, "最\n" * 8_000)]
    assert found == [19_999, 16_000, 0]
