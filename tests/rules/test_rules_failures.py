"""Refusals explained: nearly all that say something, none wrongly, and a riddle stays a riddle."""

import re

import pytest
from rules_refusals import CROSSINGS, REFUSALS, RIDDLES

from console.reference import classifier, failure_rules
from console.rules.failures import Cause, Classifier, Failure, Fix, Refusal, Rule, by_cause


def explained(text: str, code: str = "", platform: str = "kuaishou") -> Failure:
    return classifier().explain(Refusal(platform=platform, code=code, text=text))


def test_nine_of_ten_are_classified_and_none_wrongly() -> None:
    assert len(REFUSALS) >= 60
    found = [
        (explained(text, code, platform).cause, Cause(f"goods.cause_{want}")) for platform, code, text, want in REFUSALS
    ]
    wrong = [pair for pair in found if pair[0] not in (pair[1], Cause.UNKNOWN)]
    assert not wrong
    assert sum(one == want for one, want in found) >= 0.9 * len(found)


@pytest.mark.parametrize(("platform", "code", "text"), RIDDLES)
def test_what_says_nothing_stays_unknown(platform: str, code: str, text: str) -> None:
    failure = explained(text, code, platform)
    assert (failure.cause, failure.fix, failure.text, failure.rule_id) == (Cause.UNKNOWN, Fix.OPEN_CONSOLE, text, "")


@pytest.mark.parametrize(("text", "cause"), CROSSINGS)
def test_several_subjects_in_a_sentence(text: str, cause: str) -> None:
    assert explained(text).cause == f"goods.cause_{cause}"


def test_the_evidence_is_in_what_was_said() -> None:
    for platform, code, text, _ in REFUSALS:
        failure = explained(text, code, platform)
        assert failure.evidence in text or failure.evidence == f"({code})", text
        assert failure.text == text


def test_a_code_may_be_the_catalogues() -> None:
    plain = classifier().explain(Refusal(platform="kuaishou", code="3401"))
    assert plain == classifier().explain(Refusal(platform="kuaishou", code="kuaishou.3401"))
    assert (plain.fix, plain.evidence) == (Fix.OPEN_CONSOLE, "(3401)")
    assert explained("", "3401", "youzan").cause is Cause.UNKNOWN


def test_a_new_code_is_a_row() -> None:
    more = Rule(rule_id="new", cause=Cause.DOCUMENT, fix=Fix.ADD_DOCUMENT, platform="kuaishou", code="777")
    asked = Refusal(platform="kuaishou", code="777", text="请见说明")
    assert classifier().explain(asked).cause is Cause.UNKNOWN
    assert Classifier((*failure_rules(), more)).explain(asked).rule_id == "new"


def test_a_rule_may_be_about_one_verb() -> None:
    rule = Rule(rule_id="x", cause=Cause.OTHER, fix=Fix.EDIT_STOCK, code="21", verb="set_stock")
    one = Classifier([rule])
    assert one.explain(Refusal(platform="kuaishou", code="21", verb="set_stock")).fix is Fix.EDIT_STOCK
    assert one.explain(Refusal(platform="kuaishou", code="21", verb="publish")).cause is Cause.UNKNOWN


def test_every_row_can_be_reached_or_says_nothing_twice() -> None:
    rules = failure_rules()
    assert len({rule.rule_id for rule in rules}) == len(rules)
    assert all(rule.code or rule.pattern for rule in rules)
    assert not any(re.compile(rule.pattern).search("") for rule in rules if rule.pattern)


def test_causes_are_counted_also_where_nothing_fails() -> None:
    counted = by_cause([explained("主图含水印"), explained("类目错放"), explained("主图像素过低"), explained("?")])
    assert counted == {
        Cause.CATEGORY: 1,
        Cause.ATTRIBUTE: 0,
        Cause.IMAGE: 2,
        Cause.PRICE: 0,
        Cause.DOCUMENT: 0,
        Cause.OTHER: 0,
        Cause.UNKNOWN: 1,
    }
