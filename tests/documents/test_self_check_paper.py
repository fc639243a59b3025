"""The report as a document: its sums are those of its findings, strangers' words are never markup."""

import re
import string
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.documents.self_check_paper import body, foot, page
from console.documents.self_check_sheet import write_sheet
from console.documents.self_check_words import Lang, report_words, summary
from console.documents.unpacking import checked_xlsx
from console.rules.self_check import SEVERITIES, SOURCES, STATES, Issue, Looked, Report, Suppressed
from console.store.self_checks import Kept, Sign

NOW = 1_795_349_400_000
NASTY = "<script>alert(1)</script>&\"'"


def kept(*issues: Issue, before: dict[str, int] | None = None) -> Kept:
    looked = tuple(Looked(source=source, looked=3, of=None if source == "chats" else 4) for source in SOURCES)
    pardon = Suppressed(
        rule_id="R", plain=NASTY, scope="shop", subject=NASTY, reason=NASTY, author=NASTY, given_at=NOW, until_at=None
    )
    report = Report(
        month="2026-11",
        made_at=NOW,
        until_at=NOW,
        bank="2026.11",
        shops=(NASTY,),
        looked=looked,
        issues=issues,
        pardons=(pardon,),
        files=((NASTY, "f" * 64, 3),),
        before=before or {},
    )
    sign = Sign(role="checker", name=NASTY, at=NOW, note=NASTY, hash="a" * 64)
    return Kept(number=1, made_by=NASTY, hash="b" * 64, before="", report=report, signs=(sign,))


class Cells(HTMLParser):
    """The rows of all tables as text; whatever is no tag of ours is counted."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: set[str] = set()
        self._inside = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append("")
            self._inside = True

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.rows[-1][-1] += data


def read(html: str) -> Cells:
    found = Cells()
    found.feed(html)
    return found


issues = st.lists(
    st.builds(
        Issue,
        source=st.sampled_from(SOURCES),
        subject=st.just("s"),
        name=st.just(NASTY),
        severity=st.sampled_from(SEVERITIES),
        rule_id=st.just("R-1"),
        text=st.just(NASTY),
        sentence=st.just(NASTY),
        reason=st.just(NASTY),
        law=st.just(NASTY),
        state=st.sampled_from(STATES),
        pardon_reason=st.just(NASTY),
    ),
    max_size=20,
)


@given(issues)
@settings(max_examples=30)
def test_the_sums_of_the_document_are_those_of_its_findings(found: list[Issue]) -> None:
    told = read(body(kept(*found), "zh_CN"))
    words = report_words("zh_CN")
    (total,) = [row for row in told.rows if row and row[0] == words["total"]]
    assert [int(cell) for cell in total[2:6]] == [sum(one.severity == each for one in found) for each in SEVERITIES]
    assert sum(int(cell) for cell in total[2:6]) == len(found)
    for source in SOURCES:
        row = next(row for row in told.rows if row and row[0] == words[source] and len(row) == 8)
        assert sum(int(cell) for cell in row[2:6]) == sum(one.source == source for one in found)


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_what_strangers_wrote_is_never_markup(lang: Lang) -> None:
    nasty = Issue(
        source="chats", subject=NASTY, name=NASTY, severity="block", rule_id=NASTY, text=NASTY, sentence=NASTY,
        reason=NASTY, law=NASTY, place=NASTY, state="pardoned", pardon_by=NASTY, pardon_reason=NASTY,
    )  # fmt: skip
    html = page(kept(nasty), lang)
    assert "script" not in read(html).tags
    assert "<script" not in html
    assert "{page}" in foot(kept(), lang)


def test_against_the_month_before() -> None:
    one = Issue(source="titles", subject="s", name="n", severity="warn", rule_id="R", text="t")
    words = report_words("zh_CN")
    total = next(
        row for row in read(body(kept(one, before={"titles": 3}), "zh_CN")).rows if row[:1] == [words["total"]]
    )
    assert total[6:] == ["3", "−2"]
    assert "较上月减少 2 处" in body(kept(one, before={"titles": 3}), "zh_CN")
    assert "上月没有报告" in body(kept(one), "zh_CN")


def test_the_workbook_has_every_finding_as_text(tmp_path: Path) -> None:
    one = Issue(source="titles", subject="s", name="=1+1", severity="warn", rule_id="R", text="=cmd", sentence="=cmd")
    write_sheet(tmp_path / "r.xlsx", kept(*[one] * 400), "en")
    book = dict(checked_xlsx((tmp_path / "r.xlsx").read_bytes(), "r.xlsx"))
    assert len(book["Findings"]) == 401
    assert book["Findings"][1][3] == "=1+1"


def test_both_languages_have_the_same_words_and_slots() -> None:
    chinese, english = report_words("zh_CN"), report_words("en")
    assert chinese.keys() == english.keys()
    for key, text in chinese.items():
        slots = [{name for _, name, _, _ in string.Formatter().parse(each) if name} for each in (text, english[key])]
        assert slots[0] == slots[1], key
        assert text
        assert english[key]
        assert not re.search(r"[一-鿿]", english[key]), key


def test_what_a_changed_word_bank_let_go_of_is_said_and_counted_nowhere() -> None:
    made = kept(Issue(source="titles", subject="a", name="n", severity="block", rule_id="R", text="t"))
    lapsed = msgspec.structs.replace(made, report=msgspec.structs.replace(made.report, lapsed=3))
    for words in (report_words("zh_CN"), report_words("en")):
        said = words["lapsed_text"].format(n=3)
        assert said in summary(lapsed, words)
        assert said not in summary(made, words)
    assert len(lapsed.report.issues) == 1
