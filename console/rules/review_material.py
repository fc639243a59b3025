"""What is put before a review, and what of it would leave this computer. Pure."""

from typing import Literal

import msgspec

from console.core.reviewing import Frame, Outgoing
from console.rules import review_prompt
from console.rules.review_masks import covered, masked
from console.rules.reviews import MOST_FRAMES, MOST_LETTERS, ReviewChoice, Spent, bound_ufen, why_not
from console.rules.wording.nouns import Category, Surface


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """A text, or frames. ``names`` are covered before anything is sent, where covering is on."""

    kind: Literal["text", "show", "frames"] = "text"
    subject: str = ""
    surface: Surface = "live"
    category: Category = "general"
    text: str = ""
    names: tuple[str, ...] = ()
    frames: tuple[Frame, ...] = ()


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """To be shown before it is sent. ``shown`` is the text as the model would read it; ``refused`` why it would not be
    sent now, a code of the catalogue."""

    outgoing: Outgoing
    shown: str
    covered: int
    bound_ufen: int
    endpoint: str
    model: str
    refused: str = ""


def preview(material: Material, choice: ReviewChoice, spent: Spent, has_key: bool) -> Preview:
    """As of now."""
    shown = masked(material.text, material.names) if choice.mask else material.text
    names = tuple(one.name for one in material.frames)
    outgoing = Outgoing(
        system=review_prompt.SYSTEM,
        text=review_prompt.question(shown, material.surface, material.category, names),
        frames=material.frames,
    )
    bound = bound_ufen(choice, outgoing)
    return Preview(
        outgoing=outgoing,
        shown=shown,
        covered=covered(material.text, shown),
        bound_ufen=bound,
        endpoint=choice.base_url,
        model=choice.model,
        refused=(_refused(material, has_key) or why_not(choice, spent, bound)) if choice.on else "review.off",
    )


def _refused(material: Material, has_key: bool) -> str:
    if not material.text.strip() and not material.frames:
        return "review.nothing"
    if len(material.text) > MOST_LETTERS or len(material.frames) > MOST_FRAMES:
        return "review.too_long"
    return "" if has_key else "review.no_key"
