"""Findings as SARIF 2.1.0, which editors and pipelines read."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from console import __version__

if TYPE_CHECKING:
    from console.cli.check import Found

_LEVELS = {"block": "error", "warn": "warning", "evidence": "note", "info": "note"}


def sarif(found: "Sequence[Found]", version: str, file: Path) -> dict[str, Any]:
    """One run of the checker over one file."""
    rules = {one.rule_id: one for one in found}
    places = {rule_id: place for place, rule_id in enumerate(rules)}
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "merchant-console",
                        "version": __version__,
                        "properties": {"bank": version},
                        "rules": [_rule(one) for one in rules.values()],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(one, places[one.rule_id], file) for one in found],
            }
        ],
    }


def _rule(one: "Found") -> dict[str, Any]:
    return {
        "id": one.rule_id,
        "shortDescription": {"text": one.reason or one.rule_id},
        "help": {"text": "；".join((one.law, *one.suggestions))},
        "defaultConfiguration": {"level": _LEVELS[one.severity]},
    }


def _result(one: "Found", rule: int, file: Path) -> dict[str, Any]:
    uri = "stdin" if str(file) == "-" else quote(file.as_posix())
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": uri},
            "region": {
                "startLine": one.line,
                "startColumn": one.start + 1,
                "endColumn": one.end + 1,
                "snippet": {"text": one.text},
            },
        }
    }
    if one.cell:
        location["logicalLocations"] = [{"name": one.cell}]
    return {
        "ruleId": one.rule_id,
        "ruleIndex": rule,
        "level": _LEVELS[one.severity],
        "message": {"text": f"“{one.text}”：{one.reason}（{one.law}）"},
        "locations": [location],
        "properties": {"severity": one.severity, "evasive": one.evasive, "suggestions": list(one.suggestions)},
    }
