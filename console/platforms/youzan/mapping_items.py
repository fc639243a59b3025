"""Youzan's items and SKUs → the console's nouns. Prices are fen on this side of the platform.

Lists print whole seconds, the detail milliseconds: whole seconds are kept, so that an item is the same from both.
"""

from collections.abc import Iterable

from console.core.categories import SEPARATOR, Category
from console.core.clock import SECOND
from console.core.markup import words_of
from console.core.model import Item, Listing, Sku
from console.platforms.youzan import wire
from console.platforms.youzan.values import Loose, flag, identity, instant, number, text
from console.platforms.youzan.words import joined, needed, spec


def listing(row: wire.ItemRow, *, on_shelf: bool) -> Listing:
    """A row of a list. Which list it stands in says whether it is on the shelf; its SKUs must be asked for."""
    return Listing(
        item=Item(
            item_id=needed(row.item_id, "item_id"),
            title=text(row.title),
            code=text(row.item_no),
            category_id=identity(row.cid),
            price_fen=number(row.price),
            stock=number(row.quantity),
            sold=number(row.sold_num),
            image_url=text(row.image) or _first_picture(row.item_imgs),
            on_shelf=on_shelf,
            created_at=instant(row.created_time),
            updated_at=instant(row.update_time),
        )
    )


def detail(row: wire.ItemDetail) -> Listing:
    """An item with its SKUs. The detail does not say when the item last changed."""
    item_id = needed(row.item_id, "item_id")
    price = row.price if row.item_price_param is None else row.item_price_param.price
    item = Item(
        item_id=item_id,
        title=text(row.title),
        code=text(row.item_no),
        category_id=identity(row.cid),
        price_fen=number(price),
        stock=number(row.quantity),
        sold=number(row.sold_num),
        image_url=text(row.pic_url) or _first_picture(row.images),
        on_shelf=flag(row.is_listing if row.is_display is None else row.is_display),
        created_at=_second(row.created if row.created_time is None else row.created_time),
        updated_at=_second(row.update_time),
    )
    pictures = _pictures_by_value(row)
    rows = row.sku_list if row.sku_list is not None else row.skus
    skus = tuple(_sku(item_id, sku, pictures) for sku in rows or ())
    said = None if row.desc is None else words_of(text(row.desc))
    return Listing(item=item, skus=skus, costs_fen=_costs(row, rows or ()), details=said)


def _costs(row: wire.ItemDetail, skus: Iterable[wire.SkuRow]) -> dict[str, int]:
    """What pieces cost the merchant. The unit is not documented; prices beside it are fen, and so it is taken."""
    told = {needed(sku.sku_id, "sku_id"): _cost(sku.cost_price) for sku in skus}
    if row.item_price_param is not None:
        told[""] = _cost(row.item_price_param.cost_price)
    return {sku_id: cost for sku_id, cost in told.items() if cost is not None}


def _cost(value: Loose) -> int | None:
    """0 stands where the merchant filled nothing in; a cost that cannot be read is no reason to refuse the goods."""
    try:
        cost = number(value)
    except ValueError:
        return None
    return cost if cost is not None and cost > 0 else None


def _sku(item_id: str, row: wire.SkuRow, pictures: dict[str, str]) -> Sku:
    props = row.sku_props or ()
    values = (identity(prop.prop_value_id) for prop in props)
    return Sku(
        item_id=item_id,
        sku_id=needed(row.sku_id, "sku_id"),
        code=text(row.sku_no) or text(row.item_no),
        spec=joined(prop.prop_value_name for prop in props) or spec(row.properties_name_json),
        price_fen=number(row.price),
        stock=number(row.quantity if row.stock_num is None else row.stock_num),
        reserved=number(row.with_hold_quantity),
        image_url=next((pictures[value] for value in values if value in pictures), ""),
        updated_at=_second(row.modified if row.sku_modified_time is None else row.sku_modified_time),
    )


def categories(answer: wire.CategoryAnswer) -> list[Category]:
    """Main categories and their parts. One without parts holds itself once more: it is a leaf, told once."""
    told = []
    for main in answer.categories:
        main_id, name = needed(main.cid, "cid"), text(main.name)
        parts = [part for part in main.sub_categories or () if identity(part.cid) != main_id]
        told.append(Category(category_id=main_id, path=name, is_leaf=not parts))
        for part in parts:
            path = f"{name}{SEPARATOR}{text(part.name)}"
            told.append(Category(category_id=needed(part.cid, "cid"), path=path, parent_id=main_id))
    return told


def _second(value: Loose) -> int | None:
    at = instant(value)
    return None if at is None else at // SECOND * SECOND


def _pictures_by_value(row: wire.ItemDetail) -> dict[str, str]:
    pictures = (row.sku_value_props or []) + (row.sku_images or [])
    return {identity(p.id) or identity(p.v_id): text(p.img_url) for p in pictures if text(p.img_url)}


def _first_picture(pictures: list[wire.ItemImage] | None) -> str:
    return next((text(p.url) or text(p.image_url) for p in pictures or ()), "")
