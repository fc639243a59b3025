"""A text that is being written: the same findings as of the whole, and only what is new is looked at."""

from hypothesis import given, settings
from hypothesis import strategies as st

from console.rules.wording.paragraphs import Paragraphs, paragraphs
from console.rules.wording.rewording import instead_of
from console.wording import checker, rewordings

DAY = "2026-11-25"
LINES = st.sampled_from(
    ["", "国家级工艺的杯子很好看", "最", "佳", "普通的一行说明文字没有什么", "治疗失眠的枕头大家看", "好"]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(LINES, max_size=8).map("\n".join))
def test_paragraphs_are_pieces_of_the_text_and_find_what_the_whole_finds(text: str) -> None:
    for start, part in paragraphs(text):
        assert text[start : start + len(part)] == part
    one = Paragraphs(checker(DAY), "detail", "general")
    one.learn(one.look(one.missing(text)))
    assert not one.missing(text)
    whole = checker(DAY).check(text)
    here = one.verdict(text)
    assert [(f.rule_id, f.start, f.end) for f in here.findings] == [(f.rule_id, f.start, f.end) for f in whole.findings]


def test_only_the_edited_paragraph_is_looked_at() -> None:
    one = Paragraphs(checker(DAY), "detail", "general")
    text = "第一行说明文字没有什么特别\n第二行说明文字没有什么特别"
    one.learn(one.look(one.missing(text)))
    assert one.missing(text + "啊") == ["第二行说明文字没有什么特别啊"]


def test_better_words_are_never_banned_themselves() -> None:
    by = checker(DAY)
    for words in rewordings():
        for finding in by.check(words, "title").findings:
            for other in instead_of(finding, rewordings(), by, "title", "general"):
                assert not by.check(other, "title").blocks, (words, other)
    (finding,) = by.check("本店全网最低价", "title").findings
    assert instead_of(finding, rewordings(), by, "title", "general")
