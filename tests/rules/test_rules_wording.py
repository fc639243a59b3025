"""The wording checker: its own measured figures, and the properties that hold for every text."""

import csv
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.bundled import bundled
from console.rules.wording.bank import Bank, BankTrouble, OwnWord, assemble, own_word_trouble, read_pack
from console.rules.wording.engine import Checker
from console.rules.wording.markers import markers, unused_markers, with_markers
from console.rules.wording.nouns import Finding, Severity
from console.wording import PACKS, bank, checker, folding

DAY = "2026-11-25"
HERE = Path(__file__).parent / "wording"
CORE = [
    "国家级",
    "最佳",
    "最先进",
    "全网最低价",
    "史无前例",
    "独一无二",
    "第一品牌",
    "顶级享受",
    "绝无仅有",
    "治疗",
    "根治",
    "疗效",
    "增强免疫力",
    "药到病除",
    "无副作用",
    "稳赚不赔",
    "祛疤",
    "包治百病",
    "特供",
    "驰名商标",
]

IGNORED = "\u200b\u200d\u2060\ufeff\u00ad\ufe0f"


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def by() -> Checker:
    return checker(DAY)


def grave(found: tuple[Finding, ...]) -> list[Finding]:
    return [one for one in found if one.severity >= Severity.WARN]


def found(text: str, surface: str = "detail", category: str = "general") -> tuple[Finding, ...]:
    return by().check(text, surface, category).findings  # type: ignore[arg-type]  # rows of a file


# -- own figures -------------------------------------------------------------------------------------------------------


def test_own_sentences_are_many_and_cover_every_surface_and_category() -> None:
    ordinary, violations = rows("ordinary.csv"), rows("violations.csv")
    assert len(ordinary) >= 300
    assert len(violations) >= 150
    surfaces = {"title", "image", "detail", "video", "script", "live", "chat", "profile", "comment"}
    categories = {"general", "beauty", "food", "health", "medical", "education", "investment"}
    for table in (ordinary, violations):
        assert {row["surface"] for row in table} == surfaces
        assert {row["category"] for row in table} == categories


def test_violations_are_found() -> None:
    """Measured as the sentences were first read: 196 of 202; tuned since. This keeps what is reached."""
    missed = []
    for row in rows("violations.csv"):
        start = row["text"].index(row["phrase"])
        end = start + len(row["phrase"])
        graves = grave(found(row["text"], row["surface"], row["category"]))
        if not any(one.start < end and start < one.end for one in graves):
            missed.append(row["text"])
    assert len(missed) <= 6, missed


def test_ordinary_sentences_are_left_alone() -> None:
    """Measured as the sentences were first read: 8 of 340 flagged, 3 blocked; tuned since."""
    flagged, blocked = [], []
    for row in rows("ordinary.csv"):
        graves = grave(found(row["text"], row["surface"], row["category"]))
        if graves:
            flagged.append((row["text"], [one.text for one in graves]))
        if any(one.severity is Severity.BLOCK for one in graves):
            blocked.append(row["text"])
    assert not blocked
    assert len(flagged) <= 4, flagged


def test_slogans_and_spoken_lines_written_after_the_first_tuning() -> None:
    """Second list, kept apart: at first reading 196 of 310 slogans and 19 of 53 spoken lines were found."""
    slogans = [row["text"] for row in rows("slogans.csv")]
    clips = [row["text"] for row in rows("clips.csv")]
    assert sum(not found(text) for text in slogans) <= 20
    assert sum(not grave(found(text, "live")) for text in clips) <= 4


def test_a_third_list_written_after_the_second_tuning() -> None:
    """At first reading 34 of 60 risky ones were found, most of them without any fixed word, and 1 of 62 plain ones."""
    missed = [row["text"] for row in rows("third_risky.csv") if not grave(found(row["text"], row["surface"]))]
    flagged = [row["text"] for row in rows("third_plain.csv") if grave(found(row["text"], row["surface"]))]
    assert len(missed) <= 4, missed
    assert not flagged


def test_a_second_list_of_slogans_written_after_the_third_tuning() -> None:
    """At first reading 152 of 229 were found, 144 of them as a caution or graver."""
    assert sum(not found(row["text"]) for row in rows("slogans_second.csv")) <= 10


@pytest.mark.parametrize(
    ("name", "most_missed", "most_flagged"),
    [
        ("fourth", 4, 4),
        ("fifth", 12, 12),
        ("sixth", 2, 2),
        ("seventh", 3, 1),
        ("eighth", 5, 1),
        ("ninth", 3, 1),
        ("tenth", 3, 2),
        ("eleventh", 11, 3),
        ("twelfth", 1, 1),
        ("thirteenth", 1, 1),
        ("fourteenth", 1, 1),
        ("fifteenth", 4, 2),
        ("sixteenth", 7, 1),
        ("seventeenth", 6, 1),
    ],
)
def test_lists_over_every_surface_and_category(name: str, most_missed: int, most_flagged: int) -> None:
    """The fourth at first reading: 160 of 200 risky ones found; of 300 plain ones, many of them traps, 13 flagged, 6 of
    them blocked. The fifth, in five lots between five tunings, mostly free speech without any fixed word: 69 of 101,
    64 of 99, 89 of 100, 60 of 75, 61 of 75 found; of 631 plain ones 9 blocked, 13 more flagged. The sixth: 104 of
    121 found; of 150 plain ones 2 blocked, 1 more flagged. The seventh, much of it dialect: 33 of 60; of 60 plain
    ones none flagged. The eighth, in sixteen voices from dialect hosts to fortune tellers: 100 of 145; of 120 plain
    ones 6 blocked, 4 more flagged. The ninth, written to avoid every fixed word: 21 of 60; of 60 plain ones 1
    blocked. The tenth, again without them: 22 of 60; of 60 plain ones 1 blocked, 1 more flagged. The eleventh,
    in the usual words of sellers, is left as it was first read: 49 of 60; of 60 plain ones 2 were blocked. The
    twelfth shows what was learnt from public reviews that stay outside: advice, blame, and the same words of a
    seller; the thirteenth and fourteenth what was learnt from published penalties: functions of the body, symptoms,
    results of pupils, returns, lures of old people, ranks, what others are said to sell. The fifteenth, over every
    surface and category, at first reading: 78 of 100; of 150 plain ones 1 blocked, 2 more flagged. The
    sixteenth, of general goods only: 35 of 80; of 30 plain ones 1 was flagged, none blocked. The
    seventeenth, mostly spoken and without any fixed word: 39 of 80."""
    missed = []
    for row in rows(f"{name}_risky.csv"):
        if not grave(found(row["text"], row["surface"], row["category"])):
            missed.append(row["text"])
    plain = [grave(found(row["text"], row["surface"], row["category"])) for row in rows(f"{name}_plain.csv")]
    assert len(missed) <= most_missed, missed
    assert not any(one.severity is Severity.BLOCK for each in plain for one in each)
    assert sum(bool(each) for each in plain) <= most_flagged


def test_reviews_written_after_the_first_tuning() -> None:
    """100 in two lots. At first reading 6 of 60 and 5 of 40 were flagged, 4 and 3 of them blocked."""
    reviews = [grave(found(row["text"])) for row in rows("reviews.csv")]
    assert sum(any(each.severity is Severity.BLOCK for each in one) for one in reviews) <= 1
    assert sum(bool(one) for one in reviews) <= 7


def test_an_hour_of_captions() -> None:
    """774 plain captions, 20 planted phrases, 20 traps."""
    labels = {row["index"]: row for row in rows("captions_labels.csv")}
    caught, trapped, others = 0, [], []
    for row in rows("captions.csv"):
        graves = grave(found(row["text"], "live"))
        label = labels.get(row["index"])
        if label and label["kind"] == "violation":
            start = row["text"].index(label["phrase"])
            caught += any(one.start < start + len(label["phrase"]) and start < one.end for one in graves)
        elif graves:
            (trapped if label else others).append(row["text"])
    assert caught >= 19
    assert len(trapped) <= 1, trapped
    assert not others, others


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


# -- contexts ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "excuse"),
    [
        ("顾客至上，我们追求极致做到最好", "goal"),
        ("这个不是最好的选择", "denied"),
        ("不得使用国家级、最佳等用语", "training"),
        ("本系列中最轻便的一款", "own_range"),
        ("国家级非物质文化遗产代表性项目", "award_title"),
        ("本品不能代替药物治疗疾病", "denied"),
        ("《最强大脑》同款玩具", "quoted"),
        ("烘干调到最高档，平时用中档", "parameter"),
        ("服务第一，用心做好每一单", "goal"),
        ("国家级高新技术企业", "award_title"),
        ("糖尿病人吃之前先问问医生", "safety_notice"),
    ],
)
def test_what_excuses_a_hit_is_named(text: str, excuse: str) -> None:
    verdict = by().check(text)
    assert not grave(verdict.findings), verdict.findings
    assert excuse in {one.excuse for one in verdict.excused}


@pytest.mark.parametrize(
    ("text", "surface", "category", "least"),
    [
        ("我妈的痛风就是喝这个喝好的", "video", "health", Severity.WARN),
        ("擦了一周，止痛药都停了", "live", "health", Severity.WARN),
        ("半年长高了六厘米", "script", "food", Severity.BLOCK),
        ("学不会全额退", "detail", "education", Severity.BLOCK),
        ("百分之百取证", "detail", "education", Severity.BLOCK),
        ("这批货起码翻两倍", "live", "investment", Severity.BLOCK),
        ("掺一点假我当场下跪", "live", "general", Severity.WARN),
        ("贴三天关节炎就好了", "detail", "medical", Severity.BLOCK),
        ("合作➕维X：shop5566", "profile", "general", Severity.WARN),
        ("下单微信tianmao88", "detail", "general", Severity.BLOCK),
    ],
)
def test_kinds_that_have_no_fixed_word(text: str, surface: str, category: str, least: Severity) -> None:
    """At first reading 51 of 60 violations were found, and 2 of 60 plain ones flagged: these kinds were missed."""
    assert max(one.severity for one in found(text, surface, category)) >= least


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("绿萝能长高到三十厘米", "general"),
        ("学不会系鞋带的孩子可以选魔术贴", "general"),
        ("海参泡好能涨三倍大", "food"),
        ("支持微信wechat支付", "general"),
        ("关节炎患者的护膝，恢复期可用", "medical"),
        ("假发套，出门前梳一下", "general"),
        ("最低水位不得低于刻度线", "general"),
    ],
)
def test_plain_sentences_beside_those_kinds(text: str, category: str) -> None:
    assert not grave(found(text, category=category))


@pytest.mark.parametrize("text", ["课程不承诺任何通过率", "我们从不保证有效", "没有承诺过稳赚"])
def test_a_promise_that_is_denied_is_none(text: str) -> None:
    verdict = by().check(text, "detail", "education")
    assert not grave(verdict.findings)
    assert "denied" in {one.excuse for one in verdict.excused}


@pytest.mark.parametrize("text", ["能不保证有效吗，放心拍", "无不保证有效"])
def test_a_double_negation_is_a_promise(text: str) -> None:
    assert found(text, "detail", "health")


def test_time_region_and_source_ask_for_proof_and_only_in_their_own_sentence() -> None:
    cited = found("据欧睿统计，2025年全国销量第一")
    assert [one.severity for one in cited if "第一" in one.text] == [Severity.EVIDENCE]
    bare = found("据欧睿统计，2025年全国增长。全国销量第一")
    assert Severity.BLOCK in [one.severity for one in bare]


def test_a_category_decides() -> None:
    assert [one.severity for one in found("治疗失眠", category="food")] == [Severity.BLOCK]
    assert all(one.severity <= Severity.EVIDENCE for one in found("缓解关节疼痛", category="medical"))


def test_a_surface_decides() -> None:
    assert Severity.BLOCK in {one.severity for one in found("最先进的杯子", "title")}
    assert {one.severity for one in found("最先进的杯子", "chat")} == {Severity.INFO}
    assert not found("最先进的杯子", "comment")
    assert not found("最先进的杯子", "profile")


def test_one_finding_where_several_say_the_same() -> None:
    assert [one.text for one in found("全网最低价")] == ["全网最低价"]
    assert len(found("最佳最佳")) == 2


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
