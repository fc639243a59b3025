"""What a detail page in HTML says to a reader."""

import pytest

from console.core.markup import LONGEST, words_of


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("", ""),
        ("纯文字\n\n第二行", "纯文字\n第二行"),
        ("<p>全网<b>最低</b>价</p><p>第二行</p>", "全网最低价\n第二行"),
        ("&#26368;佳&nbsp;选择 &lt;b&gt;", "最佳\u00a0选择 <b>"),
        ("<script>var 最佳=1</script><style>p{}</style>好<!-- 国家级 -->", "好"),
        ("<Style>p{}</STYLE>好", "好"),
        ("<style>p{}", ""),
        ('<img src="a.png" alt="国家级"><a title="顶级" href="#">去看</a>', "国家级\n顶级\n去看"),
        ("最<br/>佳", "最\n佳"),
        ("<p>没有关上<div>的页面", "没有关上\n的页面"),
        ("3 < 5 且 7 > 2", "3 < 5 且 7 > 2"),
    ],
)
def test_words_without_markup(page: str, said: str) -> None:
    assert words_of(page) == said


def test_a_page_without_end_is_cut() -> None:
    assert len(words_of("<p>长</p>" * 200_000)) <= LONGEST
    assert len(words_of("长" * 200_000)) == LONGEST


@pytest.mark.timeout(20)  # quadratic would take minutes
def test_a_page_of_brackets_alone_is_read_once() -> None:
    for torn in ("<", "<a ", "&#", "<!--", "<script>", '<a alt="', "<a alt=' "):
        words_of(torn * 60_000)
