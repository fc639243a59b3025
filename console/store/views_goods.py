"""The shapes in which the store answers about goods that fail and where they belong. Light, like ``views``."""

from console.core.categories import Category
from console.store.views import Shape


class Course(Shape, frozen=True, kw_only=True):
    """How refusals went in a stretch of time: those seen first in it, and those whose goods passed in it."""

    found: int = 0
    fixed: int = 0
    since_at: int | None = None  # when the first refusal of all was seen: before it nobody counted


class Tree(Shape, frozen=True, kw_only=True):
    """A platform's categories as they were last read; ``kept_at`` None: never."""

    categories: tuple[Category, ...] = ()
    kept_at: int | None = None

    @property
    def leaves(self) -> tuple[Category, ...]:
        return tuple(one for one in self.categories if one.is_leaf)
