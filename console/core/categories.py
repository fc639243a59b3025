"""What platforms say of categories and of goods in them: read when somebody asks for a check, kept with its age."""

from collections.abc import Mapping

import msgspec

SEPARATOR = " > "


class Category(msgspec.Struct, frozen=True, kw_only=True):
    """A category in a platform's tree. ``is_open``: whether the shop may sell there; None: nobody said."""

    category_id: str
    path: str  # from the top: "家居生活 > 厨具/杯具 > 杯具"
    parent_id: str = ""
    is_leaf: bool = True
    is_open: bool | None = None


class Attribute(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a category asks to be said of its goods."""

    name: str
    required: bool = False


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """A document that a category asks for; ``required`` of every item there."""

    name: str
    required: bool = False


class CategoryFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What a category asks."""

    category_id: str
    attributes: tuple[Attribute, ...] = ()
    papers: tuple[Paper, ...] = ()


class ItemFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What an item's detail says and its listing does not. ``filled``: its attributes by name."""

    item_id: str
    category_id: str = ""
    filled: Mapping[str, str] = {}
    image_urls: tuple[str, ...] = ()
