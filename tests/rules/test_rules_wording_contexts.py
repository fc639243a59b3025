"""What stands around a word decides: excuses, kinds without a fixed word, denials, the category and the surface."""

import pytest
from rules_wording import by, found, grave

from console.rules.wording.nouns import Severity


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
