"""Kuaishou's categories [sheet 3.2.9] and the attributes of an item [3.2.5] → the console's nouns."""

from collections.abc import Iterator, Sequence

from console.core.categories import SEPARATOR, Attribute, Category, CategoryFacts, ItemFacts, Paper
from console.core.clock import format_shop_time
from console.platforms.kuaishou.calls import Calls
from console.platforms.kuaishou.wire import Instant, Text, Wire

DAY_LETTERS = 10  # of "2026-01-15 10:30:00"


class _Node(Wire, frozen=True):
    """``open.item.category.optional.get``."""

    category_id: int
    category_name: str | None = None
    open: bool | None = None
    child_category: "list[_Node] | None" = None


class _Prop(Wire, frozen=True):
    prop_name: str | None = None
    required: bool | None = None


class _Config(Wire, frozen=True):
    """``open.item.category.config``."""

    prop_configs: list[_Prop] | None = None


class _Paper(Wire, frozen=True):
    """``open.item.qualification.collection.config``."""

    qualification_name: str | None = None
    is_necessary: bool | None = None


class _Chosen(Wire, frozen=True):
    prop_value: Text = None


class _Range(Wire, frozen=True):
    start_time_timestamp: Instant | None = None
    end_time_timestamp: Instant | None = None


class _Filled(Wire, frozen=True):
    """An element of ``itemPropValues``; one of the values is there."""

    prop_name: str | None = None
    radio_prop_value: _Chosen | None = None
    check_box_prop_values_list: list[_Chosen] | None = None
    text_prop_value: Text = None
    datetime_timestamp: Instant | None = None
    date_range: _Range | None = None
    image_prop_values: list[str] | None = None


class Detail(Wire, frozen=True):
    """``open.item.get``, for what it says beside the listing."""

    category_id: int | None = None
    image_urls: list[str] | None = None
    item_prop_values: list[_Filled] | None = None
    item_status: int | None = None


async def tree(calls: Calls) -> list[Category]:
    """Every category, branches before their leaves."""
    roots = await calls.read("open.item.category.optional.get", {}, list[_Node], urgent=True)
    return list(_walk(roots, "", ""))


async def facts(calls: Calls, category_id: str) -> CategoryFacts:
    """What a leaf asks: two reading calls."""
    param = {"categoryId": int(category_id)}
    config = await calls.read("open.item.category.config", param, _Config, urgent=True)
    papers = await calls.read("open.item.qualification.collection.config", param, list[_Paper], urgent=True)
    return CategoryFacts(
        category_id=category_id,
        attributes=tuple(
            Attribute(name=prop.prop_name, required=bool(prop.required))
            for prop in config.prop_configs or ()
            if prop.prop_name
        ),
        papers=tuple(
            Paper(name=paper.qualification_name, required=bool(paper.is_necessary))
            for paper in papers
            if paper.qualification_name
        ),
    )


def item_facts(detail: Detail, item_id: str) -> ItemFacts:
    """An item's own attributes and all of its pictures, the main one first."""
    return ItemFacts(
        item_id=item_id,
        category_id=str(detail.category_id or ""),
        filled={
            prop.prop_name: value for prop in detail.item_prop_values or () if prop.prop_name and (value := _said(prop))
        },
        image_urls=tuple(detail.image_urls or ()),
    )


def _walk(nodes: Sequence[_Node], parent_id: str, above: str) -> Iterator[Category]:
    for node in nodes:
        category_id, name = str(node.category_id), (node.category_name or "").strip()
        path = f"{above}{SEPARATOR}{name}" if above else name
        children = node.child_category or []
        yield Category(category_id=category_id, path=path, parent_id=parent_id, is_leaf=not children, is_open=node.open)
        yield from _walk(children, category_id, path)


def _said(prop: _Filled) -> str:
    """The value of an attribute in words; several stand side by side."""
    chosen = [prop.radio_prop_value, *(prop.check_box_prop_values_list or ())]
    said = [str(one.prop_value) for one in chosen if one is not None and one.prop_value not in (None, "")]
    if prop.text_prop_value not in (None, ""):
        said.append(str(prop.text_prop_value))
    times = [prop.datetime_timestamp]
    if prop.date_range is not None:
        times += [prop.date_range.start_time_timestamp, prop.date_range.end_time_timestamp]
    said += [format_shop_time(at)[:DAY_LETTERS] for at in times if at]
    said += [f"× {len(prop.image_prop_values)}"] if prop.image_prop_values else []
    return " ".join(said)
