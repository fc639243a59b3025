"""Checks before publishing: each finding with its evidence, and what nobody looked at never passes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from console.core.clock import DAY, parse_shop_time
from console.core.model import Platform
from console.reference import document_needs, yardstick
from console.rules.failures import Fix
from console.rules.findings import Check, Finding, Report, Severity
from console.rules.listing import Attribute, Category, Draft, Yardstick, check, title_length
from console.rules.listing_documents import Document, Need, check_documents, needed
from console.rules.listing_images import ImageFacts, ImageYardstick, check_images
from console.rules.pricing import Guard, Offer, judge
from console.rules.wording.nouns import Verdict as Wording
from console.wording import checker

NOW = parse_shop_time("2026-11-25 12:00:00")
YARDSTICK = Yardstick(
    title_most=60,
    notice_days=30,
    images=ImageYardstick(
        most=9,
        side_px=800,
        size_bytes=2 * 1024 * 1024,
        formats=frozenset({"png", "jpeg", "jpg"}),
        text_percent=0,
        border_percent=80,
    ),
)
GOOD = ImageFacts(width=800, height=800, size_bytes=200_000, format="jpeg", border_brightness=97, text_share=0)
SOUND = Draft(
    title="316 不锈钢保温杯 大容量 500ml",
    category=Category(category_id="1138", path="家居生活 > 厨具/杯具 > 杯具", is_leaf=True, is_open=True),
    attributes=(Attribute(name="材质", required=True), Attribute(name="产地")),
    filled={"材质": "316 不锈钢"},
    images=(GOOD,) * 5,
    prices={"500ml": judge(Offer(price_fen=5990), Offer(price_fen=5990), Guard(gap_bp=1000), side=Platform.KUAISHOU)},
    needs=(Need(document="检测报告", certain=True),),
    documents=(Document(name="检测报告", ends_at=NOW + 400 * DAY),),
    wording=Wording(),
    holes=(),
)


def test_a_banned_title_blocks_and_names_its_article() -> None:
    verdict = checker("2026-11-25").check("国家级保温杯 遥遥领先同类", "title")
    report = said(wording=verdict)
    assert report.blocks
    first = report.of(Check.WORDING)[0]
    assert (first.code, first.fix) == ("goods.wording_banned", Fix.EDIT_TITLE)
    assert first.evidence.startswith("国家级（广告法9(3)")
    assert report.worst(Check.TITLE) is Severity.PASSED


def test_a_title_that_nobody_looked_at_is_not_checked() -> None:
    assert only(said(wording=None), Check.WORDING)[1] is Severity.NOT_CHECKED


def said(**changes: object) -> Report:
    return check(replace(SOUND, **changes), YARDSTICK, at=NOW)


def only(report: Report, which: Check) -> tuple[str, Severity, str, Fix | None]:
    (finding,) = report.of(which)
    return finding.code, finding.severity, finding.evidence, finding.fix


def test_sound_goods_pass_every_check() -> None:
    report = said()
    assert [finding.check for finding in report.findings] == list(Check)
    assert {finding.severity for finding in report.findings} == {Severity.PASSED}
    assert report.complete
    assert not report.blocks


def test_what_nobody_looked_at_is_not_passed() -> None:
    report = check(Draft(title="保温杯", category=Category(category_id="1")), Yardstick(notice_days=30), at=NOW)
    assert {finding.severity for finding in report.findings} == {Severity.NOT_CHECKED}
    assert {finding.check for finding in report.findings} == set(Check)
    assert not report.complete


FACTS = st.fixed_dictionaries(
    {
        "attributes": st.sampled_from((None, (), SOUND.attributes)),
        "images": st.sampled_from((None, (), (GOOD,), (ImageFacts(),), (replace(GOOD, text_share=None),))),
        "prices": st.sampled_from((None, {}, SOUND.prices)),
        "needs": st.sampled_from((None, (), SOUND.needs)),
        "documents": st.sampled_from((None, (), SOUND.documents)),
        "holes": st.sampled_from((None, (), ("黑色",))),
    }
)


CHECKED_BY = {
    "attributes": Check.ATTRIBUTES,
    "images": Check.IMAGES,
    "prices": Check.PRICE,
    "needs": Check.DOCUMENTS,
    "documents": Check.DOCUMENTS,
    "holes": Check.VARIANTS,
}


@given(FACTS)
def test_every_check_says_something_and_missing_facts_never_pass(facts: dict[str, object]) -> None:
    report = said(**facts)
    assert {finding.check for finding in report.findings} == set(Check)
    for field, which in (
        ("attributes", "attributes"),
        ("images", "images"),
        ("holes", "variants"),
        ("needs", "documents"),
    ):
        if facts[field] is None:
            assert report.worst(Check(which)) is Severity.NOT_CHECKED


@pytest.mark.parametrize(
    ("category", "code", "fix"),
    [
        (None, "goods.category_none", Fix.CHOOSE_CATEGORY),
        (
            Category(category_id="1001", path="家居", is_leaf=False, is_open=True),
            "goods.category_not_leaf",
            Fix.CHOOSE_CATEGORY,
        ),
        (
            Category(category_id="1", path="食品 > 酒类", is_leaf=True, is_open=False),
            "goods.category_closed",
            Fix.OPEN_CATEGORY,
        ),
    ],
)
def test_a_wrong_category_blocks(category: Category | None, code: str, fix: Fix) -> None:
    report = said(category=category)
    assert report.blocks
    assert only(report, Check.CATEGORY)[0::3] == (code, fix)


def test_a_leaf_that_may_not_be_open_is_not_checked() -> None:
    report = said(category=Category(category_id="1", path="酒", is_leaf=True))
    assert only(report, Check.CATEGORY)[1] is Severity.NOT_CHECKED


def test_required_attributes() -> None:
    asked = (Attribute(name="材质", required=True), Attribute(name="容量", required=True, values=frozenset({"500ml"})))
    report = said(attributes=asked, filled={"容量": "400ml", "材质": "  "})
    assert [(one.code, one.evidence) for one in report.of(Check.ATTRIBUTES)] == [
        ("goods.attribute_missing", "材质"),
        ("goods.attribute_value", "容量: 400ml"),
    ]
    assert only(said(attributes=asked, filled={"材质": "钢", "容量": "500ml"}), Check.ATTRIBUTES)[2] == "2/2"


@pytest.mark.parametrize(("length", "code"), [(60, "goods.passed"), (61, "goods.title_long"), (0, "goods.title_empty")])
def test_the_length_of_a_title(length: int, code: str) -> None:
    assert only(said(title="杯" * length), Check.TITLE)[0] == code


def test_a_title_is_counted_as_the_platform_counts() -> None:
    assert title_length("保温杯 500ml", "char") == 9
    assert title_length("保温杯 500ml", "half") == 12
    assert title_length("e\u0301", "char") == 1


# -- pictures ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "code", "severity", "evidence"),
    [
        ({"width": 750, "height": 750}, "goods.image_small", Severity.WARN, "750 × 750 < 800 × 800"),
        ({"height": 1000}, "goods.image_not_square", Severity.WARN, "800 × 1000"),
        ({"size_bytes": 2 * 1024 * 1024 + 1}, "goods.image_heavy", Severity.BLOCK, "2.1 MB > 2.0 MB"),
        ({"format": "webp"}, "goods.image_format", Severity.BLOCK, "webp"),
        ({"text_share": 27}, "goods.image_text", Severity.WARN, "27% > 0%"),
        ({"border_brightness": 40}, "goods.image_border", Severity.ADVICE, "40% < 80%"),
        ({"text_share": None}, "goods.image_unmeasured", Severity.NOT_CHECKED, "text"),
        ({"width": None, "format": None}, "goods.image_unmeasured", Severity.NOT_CHECKED, "px, format"),
    ],
)
def test_one_flaw_in_the_main_picture(facts: dict[str, object], code: str, severity: Severity, evidence: str) -> None:
    (finding,) = check_images((replace(GOOD, **facts), GOOD), YARDSTICK.images)
    assert (finding.code, finding.severity, finding.evidence, finding.field) == (code, severity, evidence, "image 1")


def test_only_the_main_picture_must_be_free_of_text() -> None:
    (finding,) = check_images((GOOD, replace(GOOD, text_share=40, border_brightness=None)), YARDSTICK.images)
    assert finding.severity is Severity.PASSED


def test_none_and_too_many_pictures() -> None:
    assert [one.code for one in check_images((), YARDSTICK.images)] == ["goods.image_none"]
    assert [one.evidence for one in check_images((GOOD,) * 10, YARDSTICK.images)] == ["10 > 9"]


def test_without_a_yardstick_nothing_is_held_against_a_picture() -> None:
    (finding,) = check_images((ImageFacts(width=10, height=10),), ImageYardstick())
    assert finding.severity is Severity.PASSED


# -- prices, documents, variants ---------------------------------------------------------------------------------------


def test_prices_bring_their_own_verdicts() -> None:
    guard = Guard(gap_bp=1_000, floor_fen=5200)
    sides = (Offer(price_fen=4990), Offer(price_fen=5990))
    report = said(prices={"500ml": judge(*sides, guard, side=Platform.KUAISHOU)})
    assert [(one.code, one.severity, one.evidence) for one in report.of(Check.PRICE)] == [
        ("goods.price_below_floor", Severity.BLOCK, "500ml"),
        ("goods.price_gap", Severity.WARN, "500ml -16.7%"),
    ]
    alone = judge(Offer(price_fen=100), Offer(price_fen=None), Guard(gap_bp=1_000), side=Platform.KUAISHOU)
    assert said(prices={"500ml": alone}).worst(Check.PRICE) is Severity.NOT_CHECKED


def documents(need: Need, *held: Document) -> Finding:
    (finding,) = check_documents((need,), held, NOW, 30)
    return finding


@pytest.mark.parametrize(
    ("held", "code", "severity"),
    [
        ([], "goods.document_missing", Severity.BLOCK),
        ([Document(name="质检报告", ends_at=NOW)], "goods.document_expired", Severity.BLOCK),
        ([Document(name="质检报告", ends_at=NOW + 1)], "goods.document_expiring", Severity.WARN),
        ([Document(name="质检报告", ends_at=NOW + 30 * DAY + 1)], "goods.passed", Severity.PASSED),
        ([Document(name="质检报告")], "goods.passed", Severity.PASSED),
        ([Document(name="质检报告", begins_at=NOW + 1)], "goods.document_early", Severity.BLOCK),
        (
            [Document(name="质检报告", ends_at=NOW - DAY), Document(name="质检报告", ends_at=NOW + 99 * DAY)],
            "goods.passed",
            0,
        ),
    ],
)
def test_a_certain_document(held: list[Document], code: str, severity: Severity) -> None:
    finding = documents(Need(document="质检报告", certain=True), *held)
    assert (finding.code, finding.severity) == (code, severity)


def test_a_document_that_some_goods_need_warns() -> None:
    assert documents(Need(document="质检报告")).severity is Severity.WARN
    assert documents(Need(document="质检报告")).code == "goods.document_likely"
    assert documents(Need(document="质检报告"), Document(name="质检报告", ends_at=NOW)).severity is Severity.WARN


def test_a_document_with_a_lead_of_its_own_is_spoken_of_earlier() -> None:
    soon = Document(name="许可证", ends_at=NOW + 100 * DAY)
    assert documents(Need(document="许可证", certain=True, lead_days=126), soon).code == "goods.document_expiring"
    assert documents(Need(document="许可证", certain=True), soon).code == "goods.passed"


def test_the_table_knows_what_a_category_may_need() -> None:
    def names(path: str) -> list[str]:
        return [need.document for need in needed(path, document_needs())]

    assert "普通化妆品备案信息" in names("美妆/个护清洁 > 美妆 > 彩妆")
    assert "食品经营许可证" in names("食品 > 休闲食品 > 坚果")
    assert "牙膏备案" not in names("美妆/个护清洁 > 美妆 > 彩妆")
    assert names("食品经营") == []
    assert not any(need.certain for need in document_needs())
    (licence,) = (need for need in document_needs() if need.document == "化妆品生产许可证(供应商)")
    assert licence.lead_days == 126  # 90 working days


def test_holes_are_named() -> None:
    assert only(said(holes=tuple("甲乙丙丁戊己庚")), Check.VARIANTS) == (
        "goods.variant_holes",
        Severity.WARN,
        "甲, 乙, 丙, 丁, 戊 +2",
        Fix.EDIT_VARIANTS,
    )


@pytest.mark.parametrize("platform", list(Platform))
def test_the_figures_that_came_with_the_program(platform: Platform) -> None:
    found = yardstick(platform)
    assert found.title_most == {"kuaishou": 60, "youzan": 100}[platform]
    assert (found.images.side_px, found.images.size_bytes) == (800, 2 * 1024 * 1024)
