"""Words written apart, in other characters or otherwise disguised; and what holds for every text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rules_wording import CORE, DAY, by, found, grave, rows

from console.rules.wording.engine import Checker
from console.rules.wording.nouns import Severity
from console.wording import bank, folding

IGNORED = "\u200b\u200d\u2060\ufeff\u00ad\ufe0f"


# -- evasion -----------------------------------------------------------------------------------------------------------

VARIANTS = {
    "spaces": " ".join,
    "ideographic": "\u3000".join,
    "dot": ".".join,
    "middle dot": "·".join,
    "star": "*".join,
    "emoji": "🔥".join,
    "zero width": "\u200b".join,
    "newline": "\n".join,
    "dash": "-".join,
}


@pytest.mark.parametrize("name", [*VARIANTS, "brackets"])
@pytest.mark.parametrize("term", CORE)
def test_words_written_apart_are_found_with_their_exact_span(name: str, term: str) -> None:
    written = "".join(f"【{char}】" for char in term) if name == "brackets" else VARIANTS[name](term)
    inside = written.strip("【】")
    text = written if name == "newline" else f"😀本品{written}哦"
    hit = [one for one in found(text) if one.text == inside]
    assert hit, found(text)
    assert hit[0].evasive
    assert text[hit[0].start : hit[0].end] == inside


@pytest.mark.parametrize(
    ("written", "plain"), [("國家級工藝", "国家级"), ("療效顯著", "疗效"), ("獨一無二", "独一无二")]
)
def test_traditional_characters_are_read_as_simplified_and_are_no_evasion(written: str, plain: str) -> None:
    hit = found(written)[0]
    assert plain in hit.plain
    assert not hit.evasive


@pytest.mark.parametrize("text", ["ＮＯ．１品牌", "𝐓𝐎𝐏1的杯子", "№1口碑"])
def test_widths_and_styles_are_folded(text: str) -> None:
    assert grave(found(text))


@pytest.mark.parametrize("text", ["蕞佳选择", "囯家级品质", "冶疗失眠", "加薇信聊", "加vx聊", "zui佳选择", "100％有效"])
def test_look_alikes_and_spellings(text: str) -> None:
    assert any(one.severity is Severity.BLOCK for one in found(text))


# -- properties --------------------------------------------------------------------------------------------------------

PARTS = st.sampled_from(
    [
        *CORE,
        "最 佳",
        "國家級",
        "加微信",
        "这款",
        "杯子",
        "，",
        " ",
        "棉",
        "好",
        "😀",
        "第一次",
        "100%棉",
        "1",
        "a",
        "用",
        "不是",
        "最近",
        "。",
    ]
)


TEXTS = st.lists(PARTS, max_size=12).map("".join)


LONG_CLEAN = "这是一件普通的商品说明文字请放心"


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_every_span_slices_the_original_to_what_was_meant(text: str) -> None:
    for one in by().every(text):
        assert text[one.start : one.end] == one.text
        assert 0 <= one.start < one.end <= len(text)
        folded = re.sub(r"[\s😀.·*-]", "", folding().plain(one.text).text)
        assert folded == re.sub(r"[\s😀.·*-]", "", one.plain)


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.data())
def test_an_ignorable_character_anywhere_removes_nothing(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    char = data.draw(st.sampled_from(IGNORED))
    before = by().every(text)
    after = by().every(text[:place] + char + text[place:])
    assert {(one.rule_id, one.plain) for one in before} <= {(one.rule_id, one.plain) for one in after}


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from([row["text"] for row in rows("ordinary.csv")]),
    st.sampled_from([row["text"] for row in rows("ordinary.csv")]),
)
def test_two_clean_sentences_stay_clean(one: str, other: str) -> None:
    if not found(one) and not found(other):
        assert not found(f"{one}。{other}")


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
def test_lines_are_checked_each_for_itself(one: str, other: str) -> None:
    one, other = LONG_CLEAN + one, LONG_CLEAN + other
    shift = len(one) + 1
    apart = {(f.rule_id, f.start, f.end, f.severity) for f in found(one)}
    apart |= {(f.rule_id, f.start + shift, f.end + shift, f.severity) for f in found(other)}
    assert {(f.rule_id, f.start, f.end, f.severity) for f in found(f"{one}\n{other}")} == apart


def test_exceptions_hide_nothing_outside_them() -> None:
    assert not grave(found("顶级域名"))
    assert [one.text for one in grave(found("顶级域名，顶级"))] == ["顶级"]


def test_removing_a_rule_removes_exactly_its_findings() -> None:
    text = "。".join(CORE)
    whole = by().every(text)
    for rule_id in {one.rule_id for one in whole}:
        rest = Checker(bank(DAY).without(rule_id), folding()).every(text)
        assert [f for f in whole if f.rule_id != rule_id] == list(rest)
