"""Why a platform refused goods, and what mends it: from its code and its words, by a table; never by guessing.

A row of the table is one rule: a platform, a code or a pattern of words (or both), and what they mean. The first row
that fits wins, so the table goes from the particular to the general. Rows marked ``weak`` fit a mere subject ("the
pictures are not in order"): where weak rows of several causes fit, nobody can say which is meant. What no row fits
stays unknown, with the platform's own words.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

import msgspec


class Cause(StrEnum):
    """What goods fail by; each has words in the catalogue."""

    CATEGORY = "goods.cause_category"
    ATTRIBUTE = "goods.cause_attribute"
    IMAGE = "goods.cause_image"
    PRICE = "goods.cause_price"
    DOCUMENT = "goods.cause_document"
    OTHER = "goods.cause_other"
    UNKNOWN = "goods.cause_unknown"


class Fix(StrEnum):
    """What mends it: what a button does, or where to go; each has words in the catalogue."""

    CHOOSE_CATEGORY = "goods.fix_choose_category"
    OPEN_CATEGORY = "goods.fix_open_category"  # ask the platform for the category
    FILL_ATTRIBUTES = "goods.fix_fill_attributes"
    REPLACE_IMAGE = "goods.fix_replace_image"
    ADD_IMAGES = "goods.fix_add_images"
    SET_PRICE = "goods.fix_set_price"
    PROVE_PRICE = "goods.fix_prove_price"  # the crossed-out price
    ADD_DOCUMENT = "goods.fix_add_document"
    RENEW_DOCUMENT = "goods.fix_renew_document"
    LINK_BRAND = "goods.fix_link_brand"
    EDIT_TITLE = "goods.fix_edit_title"
    EDIT_DETAILS = "goods.fix_edit_details"
    EDIT_VARIANTS = "goods.fix_edit_variants"
    EDIT_STOCK = "goods.fix_edit_stock"
    EDIT_DELIVERY = "goods.fix_edit_delivery"
    TAKE_OFF = "goods.fix_take_off"
    END_CAMPAIGN = "goods.fix_end_campaign"
    READ_AGAIN = "goods.fix_read_again"
    WAIT = "goods.fix_wait"
    SIGN_IN = "goods.fix_sign_in"
    OPEN_CONSOLE = "goods.fix_open_console"  # only there it can be mended, or seen what is wrong


ANY: Final = "*"


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """What a platform said: its code as it came or as the catalogue has it (``21``, ``kuaishou.21``), and its words.

    ``verb`` is what was asked of it (``publish``, ``set_stock`` …), where that is known.
    """

    platform: str
    text: str = ""
    code: str = ""
    verb: str = ""


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the table; an empty ``code``, ``verb`` or ``pattern`` fits everything."""

    rule_id: str
    cause: Cause
    fix: Fix
    field: str = ""  # what of the goods it is about: title, image, …
    platform: str = ANY
    code: str = ""
    verb: str = ""
    pattern: str = ""
    weak: bool = False


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """What a refusal means. ``evidence``: the words it was told by, else the platform's code; ``text``: all it said."""

    cause: Cause
    fix: Fix
    field: str = ""
    evidence: str = ""
    text: str = ""
    rule_id: str = ""  # which row said so; empty: none


def rule_from(row: Mapping[str, str]) -> Rule:
    """A row of ``resources/failures.csv``. Raises ValueError where it names no cause or no fix that we know."""
    return Rule(
        rule_id=row["id"],
        cause=Cause(f"goods.cause_{row['cause']}"),
        fix=Fix(f"goods.fix_{row['fix']}"),
        field=row["field"],
        platform=row["platform"] or ANY,
        code=row["code"],
        verb=row["verb"],
        pattern=row["pattern"],
        weak=row["weak"] == "1",
    )


class Classifier:
    """The table, ready to be asked."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = [(rule, re.compile(rule.pattern, re.IGNORECASE)) for rule in rules]

    def explain(self, refusal: Refusal) -> Failure:
        """What a refusal means; unknown where no row fits, or where weak rows disagree."""
        refusal = msgspec.structs.replace(refusal, code=refusal.code.removeprefix(f"{refusal.platform}."))
        weak: dict[Cause, Failure] = {}
        for rule, pattern in self.rules:
            if not _concerns(rule, refusal):
                continue
            found = pattern.search(refusal.text)
            if found is None:
                continue
            failure = _failure(rule, refusal, found.group().strip())
            if not rule.weak:
                return failure
            weak.setdefault(rule.cause, failure)
        if len(weak) == 1:
            return next(iter(weak.values()))
        evidence = refusal.code and f"({refusal.code})"
        return Failure(cause=Cause.UNKNOWN, fix=Fix.OPEN_CONSOLE, evidence=evidence, text=refusal.text)


def by_cause(failures: Iterable[Failure]) -> dict[Cause, int]:
    """How many fail by what; every cause is named, also those nothing fails by."""
    counted = Counter(failure.cause for failure in failures)
    return {cause: counted[cause] for cause in Cause}


def _concerns(rule: Rule, refusal: Refusal) -> bool:
    pairs = ((rule.platform, refusal.platform), (rule.code, refusal.code), (rule.verb, refusal.verb))
    return all(wanted in ("", ANY, said) for wanted, said in pairs)


def _failure(rule: Rule, refusal: Refusal, words: str) -> Failure:
    evidence = words or refusal.text or f"({refusal.code})"
    return Failure(
        cause=rule.cause,
        fix=rule.fix,
        field=rule.field,
        evidence=evidence,
        text=refusal.text,
        rule_id=rule.rule_id,
    )
