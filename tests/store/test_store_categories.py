"""Categories as platforms gave them, and the leaves that a person chose."""

from sqlalchemy import Connection

from console.core.categories import Attribute, Category, CategoryFacts, ItemFacts, Paper
from console.core.model import Platform, Shop
from console.store import audit, categories
from console.store.shops import put_shop, remove_shop

SHOP, OTHER = "kuaishou:1", "youzan:2"
ROOT = Category(category_id="1", path="家居", is_leaf=False, is_open=True)
LEAF = Category(category_id="2", path="家居 > 杯具", parent_id="1", is_open=False)
UNSAID = Category(category_id="3", path="家居 > 盘", parent_id="1")


def test_a_tree_comes_back_as_it_was_read(conn: Connection) -> None:
    assert categories.tree(conn, SHOP).kept_at is None
    categories.put_tree(conn, SHOP, [ROOT, LEAF, UNSAID], 10)
    found = categories.tree(conn, SHOP)
    assert (set(found.categories), found.kept_at) == ({ROOT, LEAF, UNSAID}, 10)
    assert set(found.leaves) == {LEAF, UNSAID}
    assert categories.category(conn, SHOP, "2") == LEAF
    assert categories.category(conn, OTHER, "2") is None
    categories.put_tree(conn, SHOP, [ROOT], 20)
    assert categories.tree(conn, SHOP).categories == (ROOT,)


def test_facts_keep_their_age(conn: Connection) -> None:
    asks = CategoryFacts(
        category_id="2", attributes=(Attribute(name="材质", required=True),), papers=(Paper(name="检测报告"),)
    )
    says = ItemFacts(item_id="7", category_id="2", filled={"材质": "玻璃"}, image_urls=("a", "b"))
    assert categories.category_facts(conn, SHOP, "2") is None
    assert categories.item_facts(conn, SHOP, "7") is None
    for now in (10, 20):
        categories.put_category_facts(conn, SHOP, asks, now)
        categories.put_item_facts(conn, SHOP, says, now)
    assert categories.category_facts(conn, SHOP, "2") == (asks, 20)
    assert categories.item_facts(conn, SHOP, "7") == (says, 20)


def test_choices_count_what_they_change_and_are_audited(conn: Connection) -> None:
    assert categories.choose(conn, OTHER, {"a": "2", "b": "3"}, 10) == 2
    assert categories.choose(conn, OTHER, {"a": "2", "b": "2", "c": ""}, 20) == 1
    assert categories.choices(conn, OTHER) == {"a": "2", "b": "2"}
    assert categories.choose(conn, OTHER, {"a": ""}, 30) == 1
    assert categories.choose(conn, OTHER, {"a": ""}, 40) == 0
    assert categories.choices(conn, OTHER) == {"b": "2"}
    assert [row.at for row in audit.rows(conn, "categories.chosen")] == [10, 20, 30]


def test_a_shop_takes_all_of_it_along(conn: Connection) -> None:
    put_shop(conn, Shop(shop_id=OTHER, platform=Platform.YOUZAN, platform_shop_id="2", name="店"))
    categories.put_tree(conn, OTHER, [ROOT], 10)
    categories.choose(conn, OTHER, {"a": "2"}, 10)
    categories.put_item_facts(conn, OTHER, ItemFacts(item_id="7"), 10)
    remove_shop(conn, OTHER)
    assert categories.tree(conn, OTHER).kept_at is None
    assert categories.choices(conn, OTHER) == {}
    assert categories.item_facts(conn, OTHER, "7") is None
