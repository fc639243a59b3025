"""Categories suggested and explained, and one choice applied to all alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.reference import category_rows
from console.rules.alike import Placed, carried_out, plan_alike
from console.rules.categories import Category, Kuaishou, Why, suggest_youzan
from console.sandbox.tables import read_table

LEAVES = [
    Category(category_id=row["category_id"], path=row["path"])
    for row in read_table("kuaishou_categories")
    if row["is_leaf"] == "1"
]
YOUZAN = [
    Category(category_id=youzan_id, path=path)
    for youzan_id, path in sorted({(row.youzan_id, row.youzan_path) for row in category_rows()})
]
HOME = next(one for one in YOUZAN if one.path == "居家")
TREE = Kuaishou(LEAVES, category_rows())


def test_the_title_and_the_table_lead_to_the_leaf() -> None:
    best = TREE.suggest(HOME, "全棉床上用品四件套 1.8m床")[0]
    assert best.category.path == "家居生活 > 家纺 > 床上用品"
    assert [reason.why for reason in best.reasons] == [Why.BY_TITLE, Why.BY_TABLE]
    assert [reason.evidence for reason in best.reasons] == ["床上用品", "居家 ↔ 家居生活 > 家纺"]


def test_what_the_merchant_chose_before_weighs_most_where_the_title_is_silent() -> None:
    leaf = next(one for one in LEAVES if one.path.startswith("家居生活 > 家纺"))
    best = TREE.suggest(HOME, "甲乙丙", chosen={leaf.category_id: 9, "other": 1})[0]
    assert best.category == leaf
    assert (best.reasons[0].why, best.reasons[0].evidence) == (Why.BY_HAND, "9/10")


def test_nothing_is_suggested_on_nothing() -> None:
    assert TREE.suggest(None, "甲乙丙") == ()
    assert suggest_youzan("没有 > 这个", [], category_rows()) == ()


def test_most_titles_find_their_leaf_among_three() -> None:
    """200 titles with the leaf a person gave them."""
    paths = {leaf.category_id: leaf.path for leaf in LEAVES}
    titles = [row for row in read_table("product_titles") if row["kuaishou_category_id"] in paths]
    assert len(titles) == 200
    hits = 0
    for row in titles:
        source = suggest_youzan(paths[row["kuaishou_category_id"]], YOUZAN, category_rows())[0].category
        found = TREE.suggest(source, row["title"], most=3)
        hits += row["kuaishou_category_id"] in {one.category.category_id for one in found}
    assert hits >= 0.65 * len(titles)


def test_a_leaf_finds_the_youzan_category_of_its_branch() -> None:
    best = suggest_youzan("珠宝/钟表 > 钟表 > 时尚手表", YOUZAN, category_rows())[0]
    assert best.category.path == "其他 > 钟表眼镜"
    assert best.reasons[0].why is Why.BY_TABLE


@given(st.text(max_size=30), st.sampled_from([None, *YOUZAN]), st.integers(1, 5))
def test_suggestions_are_ranked_once_each_and_explained(title: str, source: Category | None, most: int) -> None:
    found = TREE.suggest(source, title, most=most)
    assert len({one.category.category_id for one in found}) == len(found) <= most
    assert [one.points for one in found] == sorted((one.points for one in found), reverse=True)
    assert all(one.reasons for one in found)


PLACED = st.builds(
    Placed,
    item_id=st.uuids().map(str),
    source_id=st.sampled_from(("", "1", "2")),
    target_id=st.sampled_from(("", "a", "b")),
    by_hand=st.booleans(),
)


@given(st.lists(PLACED, max_size=12), st.sampled_from(("", "1")), st.booleans())
def test_all_alike_are_changed_kept_or_so_already_and_nobody_else_is_touched(
    items: list[Placed], source: str, over_hand: bool
) -> None:
    plan = plan_alike(source, "a", items, over_hand=over_hand)
    named = [*(item.item_id for item in plan.change), *plan.same, *(item.item_id for item in plan.kept)]
    assert sorted(named) == sorted(item.item_id for item in items if source and item.source_id == source)
    assert all(item.by_hand and item.target_id not in ("", "a") for item in plan.kept)
    assert not (over_hand and plan.kept)
    after = carried_out(plan, items)
    again = plan_alike(source, "a", after, over_hand=over_hand)
    assert (again.change, again.kept) == ((), plan.kept)
    assert [one for one, was in zip(after, items, strict=True) if one != was] == [
        one for one in after if one.item_id in {item.item_id for item in plan.change}
    ]


def test_there_must_be_something_to_map_to() -> None:
    with pytest.raises(ValueError, match="category"):
        plan_alike("1", "", [])
