"""What a comment is: a question, about the price, a complaint. By plain words, so that anybody can see why. Pure."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

TalkKind = Literal["complaint", "price", "question"]
ORDER: Final[tuple[TalkKind, ...]] = ("complaint", "price", "question")
"""The most urgent first: a comment is shown as the first it matches."""

TalkWords = Mapping[TalkKind, Sequence[str]]


def talk_kind(text: str, words: TalkWords) -> TalkKind | None:
    """None: neither; most comments are."""
    return next((kind for kind in ORDER if any(word in text for word in words.get(kind, ()))), None)
