"""Sixty goods that Kuaishou turns down, in the words reviewers use, read over a socket and told without a window.

What a person would say of each stands beside it: of the sandbox's reviewers by what they look at, of others by the
sentences that were written down before there were rules. Nothing here is taken from the rules.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from outbox_world import OwnWorld

from console.sandbox.products import AUDIT_WORDS
from console.sandbox.tables import read_table

sys.path.append(str(Path(__file__).parents[1] / "rules"))
from rules_refusals import REFUSALS, RIDDLES

pytestmark = pytest.mark.timeout(120)

FAULTS, LEAST_RIDDLES = 60, 8
PASSED, REFUSED = 2, 3
OF_FIELD = {"image": "image", "category": "category", "brand": "document", "price": "price", "title": "other"}
OF_FIELD |= {"detail": "other", "document": "document", "qualification": "document", "attribute": "attribute"}
FIXES = {
    "category": {"choose_category", "open_category"},
    "attribute": {"fill_attributes"},
    "image": {"replace_image", "add_images"},
    "price": {"set_price", "prove_price"},
    "document": {"add_document", "renew_document", "link_brand"},
}
SURE = (  # words that leave one fix alone
    ("主图数量少", {"add_images"}),
    ("已过期", {"renew_document"}),
    ("未对店铺开放", {"open_category"}),
    ("经营权限", {"open_category"}),
    ("划线价", {"prove_price"}),
    ("品牌资质未关联", {"link_brand"}),
)
OF_OTHER = (("标题", {"edit_title"}), ("详情", {"edit_details"}), ("规格", {"edit_variants"}), ("禁售", {"take_off"}))


class Fault(NamedTuple):
    """What the reviewer writes, and the cause a reader names; empty: nobody can."""

    text: str
    cause: str


def faults() -> list[Fault]:
    """Sixty different texts, some of them riddles."""
    said: dict[str, str] = {}
    for row in read_table("audit_reasons"):
        text = row["reason_text"].format_map(AUDIT_WORDS)
        said[text] = "category" if "类目不符" in text else OF_FIELD.get(row["field"], "other")
    said |= {text: cause for platform, code, text, cause in REFUSALS if platform == "kuaishou" and code in ("", "21")}
    riddles = [text for platform, code, text in RIDDLES if platform == "kuaishou" and not code]
    assert len(riddles) >= LEAST_RIDDLES - 1
    plain = [Fault(text, cause) for text, cause in said.items()]
    return [*(Fault(text, "") for text in riddles), *plain][:FAULTS]


def fixes(fault: Fault) -> set[str]:
    """What a person would do about it."""
    sure = next((found for words, found in SURE if words in fault.text), None)
    if fault.cause != "other":
        return sure or FIXES[fault.cause]
    return next((found for words, found in OF_OTHER if words in fault.text), set())


@pytest.fixture
def world(tmp_path: Path) -> Iterator[OwnWorld]:
    made = OwnWorld(tmp_path, items=120)
    yield made
    made.stop()


def test_sixty_faults_are_told_apart(world: OwnWorld, tmp_path: Path, command: Any) -> None:
    """At least nine of ten by their cause, none with a wrong fix, and riddles as such, word for word."""
    sold = [one for one in world.ctx.world.products if one.ks_item_id and not one.ks_deleted]
    for product in sold:
        product.audit, product.audit_reason = PASSED, ""
    seeded = {str(one.ks_item_id): fault for one, fault in zip(sold, faults(), strict=False)}
    assert len(seeded) == FAULTS
    for product in sold[:FAULTS]:
        product.audit, product.audit_reason = REFUSED, seeded[str(product.ks_item_id)].text
    profile = tmp_path / "profile"
    done = command("sync", "--profile", str(profile), "--connect", str(world.connect), "--once", "--json")
    assert done.code == 0, done.err
    done = command("products", "--profile", str(profile), "--json", "--state", "failed")
    told = {row["kuaishou_item_id"]: row["failures"] for row in map(json.loads, done.out.splitlines())}

    right = 0
    for item_id, fault in seeded.items():
        failure = told[item_id][0]  # what the platform said stands before what a check finds
        if not fault.cause:
            said = (failure["cause"], failure["fix"], failure["rule_id"], failure["evidence"] or "")
            assert said == ("unknown", "open_console", None, fault.text), fault
            continue
        assert failure["cause"] in (fault.cause, "unknown"), (fault, failure)
        right += failure["cause"] == fault.cause
        if failure["cause"] != "unknown":
            assert failure["evidence"] in fault.text
            assert failure["rule_id"]
            allowed = fixes(fault)
            assert not allowed or failure["fix"] in allowed, (fault, failure)
    named = sum(bool(fault.cause) for fault in seeded.values())
    assert right >= 0.9 * named, (right, named)
    assert set(told) >= set(seeded)
