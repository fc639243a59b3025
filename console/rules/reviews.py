"""A review of live content: the rules first, then what a model adds. Pure.

A model may only add hints: it never takes a finding of the rules away, and what it calls banned is a caution here. What
it quotes must stand in the text, else it is dropped and counted. Its words are plain text to everybody.
"""

import hashlib
from collections.abc import Sequence
from typing import Annotated, Final, Literal

import msgspec

from console.core.reviewing import Outgoing, Said
from console.rules import review_prompt
from console.rules.wording.nouns import Finding, SeverityWord

MILLION: Final = 1_000_000
FRAME_TOKENS: Final = 1_600  # what a picture is reckoned with before anybody counted
MOST_POINTS: Final = 60
MOST_LETTERS: Final = 20_000
MOST_FRAMES: Final = 20


class ReviewChoice(msgspec.Struct, frozen=True, kw_only=True):
    """What the merchant set. Off until somebody switches it on; prices in fen a million tokens, None: not told."""

    on: bool = False
    base_url: str = ""
    model: str = ""
    per_minute: int = 6
    per_day: int = 100
    fen_a_day: int = 500
    price_in_fen: int | None = None
    price_out_fen: int | None = None
    timeout_s: int = 30
    mask: bool = True
    frame_every_s: int = 30


class Spent(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked of the model within the last minute, and today."""

    minute: int = 0
    day: int = 0
    cost_ufen: int = 0


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One risk. ``start``, ``end`` are code points of the text; None: seen in a picture, nobody could check where."""

    by: Literal["rules", "model"]
    severity: SeverityWord
    text: str
    reason: str
    start: int | None = None
    end: int | None = None
    rule_id: str = ""
    law: str = ""
    frame: str = ""


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What was found, how, and by which model; ``trouble``: the model was asked and said nothing that counts."""

    verdict_id: int = 0
    at: int = 0
    kind: Literal["text", "show", "frames"] = "text"
    subject: str = ""
    surface: str = "live"
    category: str = "general"
    author: str = ""
    model: str = ""  # empty: nobody but the rules was asked
    endpoint: str = ""
    prompt: str = ""
    input_hash: str = ""
    bank: str = ""
    sent: str = ""
    points: tuple[Point, ...] = ()
    dropped: int = 0
    trouble: str = ""
    took_ms: int | None = None
    tokens_in: int | None = None
    tokens_out: int | None = None
    cost_ufen: int | None = None
    contested_at: int | None = None
    contested_by: str = ""
    contest: str = ""

    def count(self, by: Literal["rules", "model"]) -> int:
        """How many points came from there."""
        return sum(one.by == by for one in self.points)


class _Claim(msgspec.Struct):
    quote: Annotated[str, msgspec.Meta(min_length=1, max_length=400)]
    severity: SeverityWord
    reason: Annotated[str, msgspec.Meta(min_length=1, max_length=1_000)]
    start: int | None = None
    law: str = ""
    frame: str = ""


class _Claims(msgspec.Struct):
    findings: list[msgspec.Raw]


class NoClaims(ValueError):
    """What the model said is not in the shape that it was asked for."""


def input_hash(outgoing: Outgoing, model: str) -> str:
    """Of all that an answer depends on: prompt, model, text as it was sent, and pictures."""
    parts = [review_prompt.VERSION, model, outgoing.system, outgoing.text, *(one.sha256 for one in outgoing.frames)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def rule_points(findings: Sequence[Finding], frame: str = "") -> tuple[Point, ...]:
    """The rules' findings; those in a picture have no place in the text."""
    return tuple(
        Point(
            by="rules",
            severity=one.severity.word,
            text=one.text,
            reason=one.rule.reason,
            start=None if frame else one.start,
            end=None if frame else one.end,
            rule_id=one.rule_id,
            law=one.rule.law,
            frame=frame,
        )
        for one in findings
    )


def model_points(said: Said, text: str, frames: Sequence[str] = ()) -> tuple[tuple[Point, ...], int]:
    """What of the model's words can be believed to be about this text, and how much was dropped. Raises NoClaims."""
    try:
        claims = msgspec.json.decode(_unfenced(said.content), type=_Claims).findings
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise NoClaims(str(error)[:120]) from None
    found: list[Point] = []
    for raw in claims[:MOST_POINTS]:
        point = _point(raw, text, frames)
        if point is not None and point not in found:
            found.append(point)
    return tuple(sorted(found, key=lambda one: (one.start is None, one.start or 0))), len(claims) - len(found)


def _point(raw: msgspec.Raw, text: str, frames: Sequence[str]) -> Point | None:
    try:
        claim = msgspec.json.decode(raw, type=_Claim)
    except (msgspec.MsgspecError, UnicodeError):
        return None
    severity: SeverityWord = "warn" if claim.severity == "block" else claim.severity
    reason, law = plain(claim.reason, 200), plain(claim.law, 60)
    if claim.frame:
        if claim.frame not in frames:
            return None
        return Point(
            by="model", severity=severity, text=plain(claim.quote, 80), frame=claim.frame, reason=reason, law=law
        )
    start = _place(text, claim.quote, claim.start)
    if start is None:
        return None
    end = start + len(claim.quote)
    return Point(by="model", severity=severity, text=text[start:end], start=start, end=end, reason=reason, law=law)


def _place(text: str, quote: str, hint: int | None) -> int | None:
    """Where the quote stands: the nearest to where the model says, for models count badly; None: nowhere."""
    places = []
    at = text.find(quote)
    while at >= 0:
        places.append(at)
        at = text.find(quote, at + 1)
    return min(places, key=lambda place: abs(place - (hint or 0)), default=None)


def plain(words: str, most: int) -> str:
    """A model's words as one line without signs that are not seen or that turn the line round."""
    kept = "".join(sign if sign.isprintable() else " " for sign in words)
    return " ".join(kept.split())[:most]


def _unfenced(content: str) -> str:
    """Many models put their JSON between fences, whatever they are told."""
    text = content.strip()
    if text.startswith("```"):
        text = text.partition("\n")[2].rpartition("```")[0]
    return text


def bound_ufen(choice: ReviewChoice, outgoing: Outgoing) -> int:
    """The most that a question can cost, in millionths of a fen: a letter is a token at most."""
    tokens_in = len(outgoing.system) + len(outgoing.text) + FRAME_TOKENS * len(outgoing.frames)
    return cost_ufen(choice, tokens_in, outgoing.most_tokens)


def cost_ufen(choice: ReviewChoice, tokens_in: int, tokens_out: int) -> int:
    """What so many tokens cost; prices that nobody told count as nothing."""
    return tokens_in * (choice.price_in_fen or 0) + tokens_out * (choice.price_out_fen or 0)


def why_not(choice: ReviewChoice, spent: Spent, bound: int) -> str:
    """Which limit forbids to ask now, a code of the catalogue; empty: none."""
    if not choice.on:
        return "review.off"
    if not choice.base_url or not choice.model:
        return "review.unset"
    if spent.minute >= choice.per_minute:
        return "review.minute"
    if spent.day >= choice.per_day:
        return "review.day"
    if spent.cost_ufen + bound > choice.fen_a_day * MILLION:
        return "review.cost"
    return ""


def choice_trouble(choice: ReviewChoice) -> str:
    """Which figure of a choice is out of bounds; empty: none."""
    bounds = {
        "per_minute": (1, 60),
        "per_day": (1, 10_000),
        "fen_a_day": (0, 1_000_000),
        "timeout_s": (2, 300),
        "frame_every_s": (1, 3_600),
    }
    for name, (least, most) in bounds.items():
        if not least <= getattr(choice, name) <= most:
            return name
    for name in ("price_in_fen", "price_out_fen"):
        price = getattr(choice, name)
        if price is not None and not 0 <= price <= 10_000_000:
            return name
    return ""
