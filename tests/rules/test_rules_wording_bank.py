"""The bank of rules: articles, times, own words, and the marks in a text that let a rule pass."""

import re

import pytest
from rules_wording import DAY, by

from console.bundled import bundled
from console.rules.wording.bank import Bank, BankTrouble, OwnWord, assemble, own_word_trouble, read_pack
from console.rules.wording.engine import Checker
from console.rules.wording.markers import markers, unused_markers, with_markers
from console.rules.wording.nouns import Severity
from console.wording import PACKS, bank, folding

# -- the bank ----------------------------------------------------------------------------------------------------------


def test_every_block_names_an_article_and_every_trigger_can_wake_its_pattern() -> None:
    rules = bank(DAY).rules
    assert len(rules) > 150
    assert len({rule.id for rule in rules}) == len(rules)
    assert all(rule.law and rule.reason for rule in rules)


def test_a_rule_holds_in_its_time_only() -> None:
    pack = read_pack(
        b'{"pack":"x","version":"1","as_of":"2026-01-01","source":"s","rules":[{"id":"A","title":"t","group":"medical",'
        b'"severity":"block","law":"GB 7718-2025","reason":"r","terms":["\xe9\x9b\xb6\xe6\xb7\xbb\xe5\x8a\xa0"],'
        b'"valid_from":"2027-03-16"}]}'
    )
    assert not assemble([pack], "2027-03-15").rules
    assert len(assemble([pack], "2027-03-16").rules) == 1


@pytest.mark.parametrize(
    "rule",
    [
        '{"id":"A","title":"t","group":"medical","severity":"block","law":"","reason":"r","terms":["x1"]}',
        '{"id":"A","title":"t","group":"medical","severity":"deadly","law":"l","reason":"r","terms":["x1"]}',
        '{"id":"A","title":"t","group":"medical","severity":"block","law":"l","reason":"r","pattern":"(a","triggers":["a"]}',
        '{"id":"A","title":"t","group":"medical","severity":"block","law":"l","reason":"r","pattern":"a*","triggers":["a"]}',
        '{"id":"A","title":"t","group":"medical","severity":"block","law":"l","reason":"r"}',
        '{"id":"A","title":"t","group":"medical","severity":"block","law":"l","reason":"r","terms":[" "]}',
    ],
)
def test_an_impossible_rule_is_refused_when_it_is_loaded(rule: str) -> None:
    with pytest.raises(BankTrouble):
        read_pack(f'{{"pack":"x","version":"1","as_of":"2026","source":"s","rules":[{rule}]}}'.encode())


def test_own_words_that_look_like_patterns_are_found_as_they_are_written() -> None:
    words = [OwnWord(term=term, severity=Severity.BLOCK) for term in ("(a+)+$", ".*a", "a{1,9999}", "[最")]
    mine = Checker(bank(DAY).with_own(words), folding())
    text = f"{'a' * 2000}! (a+)+$ 与 a{{1,9999}}"
    hits = [one.text for one in mine.check(text).findings if one.rule.group == "own"]
    assert hits == ["(a+)+$", "a{1,9999}"]


def test_own_words_change_the_version_and_are_found() -> None:
    mine: Bank = bank(DAY).with_own(
        [OwnWord(term="闪购款", severity=Severity.BLOCK, reason="内部约定", suggest="现货款")]
    )
    assert mine.version != bank(DAY).version
    hit = Checker(mine, folding()).check("闪 购 款到货").findings[0]
    assert (hit.text, hit.severity, hit.rule.suggest) == ("闪 购 款", Severity.BLOCK, ("现货款",))


@pytest.mark.parametrize(
    ("term", "trouble"),
    [
        ("最", "short"),
        ("的\u200b", "short"),  # looks like one letter, and would be found as one
        ("\u2060a\ufe0f", "short"),
        ("", "short"),
        ("x" * 41, "long"),
        ("x" * 10_000, "long"),
        ("。。", "signs"),
        ("🔥🔥", "signs"),
        ("(a+)+$", ""),
        (".*a", ""),
    ],
)
def test_own_words_are_letters_never_patterns(term: str, trouble: str) -> None:
    assert own_word_trouble(term) == trouble


def test_packs_are_valid_and_their_patterns_cannot_run_away() -> None:
    for name in PACKS:
        pack = read_pack(bundled("resources", "wording", f"{name}.json").read_bytes())
        assert pack.as_of
        assert pack.source
        for rule in pack.rules:
            assert not re.search(r"[*+]\)[*+]", rule.pattern), rule.id


# -- marks in the text -------------------------------------------------------------------------------------------------


def test_a_mark_lets_its_rule_pass_in_the_next_line_only_and_an_idle_one_is_named() -> None:
    text = "<!-- 合规忽略 abs-ext-101：商标名 -->\n国家级杯子，根治失眠\n国家级杯子"
    verdict = by().check(text)
    marks = markers(text)
    left = with_markers(verdict, marks)
    assert "国家级" in [one.text for one in left.findings if one.start > text.rindex("\n")]
    assert [(one.text, one.excuse) for one in left.excused if one.excuse == "marker"] == [("国家级", "marker")]
    assert any("治" in one.text for one in left.findings)
    assert not unused_markers(verdict, marks)
    idle = markers("<!-- 合规忽略 ABS-EXT-101: 商标名 -->\n\n国家级杯子")
    assert unused_markers(by().check("<!-- 合规忽略 ABS-EXT-101: 商标名 -->\n\n国家级杯子"), idle) == idle
    assert not markers("<!-- 合规忽略 ABS-EXT-101: -->")
    assert not markers("<!-- 合规忽略 -->" * 10_000)
