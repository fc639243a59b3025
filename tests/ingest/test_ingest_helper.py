"""The browser helper, run by a real script engine: what it reads, when it keeps silent, and that the door takes it."""

import json
import re
from typing import Any

import pytest
from PySide6.QtQml import QJSEngine

from console.bundled import bundled
from console.core.live import LiveSignal, LiveSnapshot
from console.ingest.wire import SnapshotForm, read_object

AT = 1_768_444_200_000
SCRIPT = bundled("resources", "ingest", "helper.user.js").read_text(encoding="utf-8")
FIELDS: dict[str, dict[str, str]] = json.loads(
    bundled("resources", "ingest", "selectors.json").read_text(encoding="utf-8")
)
PAGE = """
var shown = %s;
var page = {querySelector: function (selector) {
  return shown[selector] === undefined ? null : {textContent: shown[selector]};
}};
"""


@pytest.fixture
def run(qapp: object) -> Any:
    engine = QJSEngine()
    loaded = engine.evaluate(SCRIPT)
    assert not loaded.isError(), loaded.toString()

    def evaluate(code: str) -> Any:
        found = engine.evaluate(f"JSON.stringify({code})")
        assert not found.isError(), found.toString()
        return json.loads(found.toString())

    evaluate.engine = engine  # type: ignore[attr-defined]
    return evaluate


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("count", "1,234", 1_234),
        ("count", "1.2万", 12_000),
        ("count", "10w+", 100_000),
        ("yuan", "¥3,400.55", 340_055),
        ("seconds", "1分30秒", 90),
        ("seconds", "01:42", 102),
        ("count", "--", None),
        ("count", "暂无", None),
        ("count", "很多", None),
    ],
)
def test_it_reads_figures_as_the_page_writes_them(run: Any, kind: str, text: str, value: int | None) -> None:
    assert run(f"MerchantConsoleHelper.readField({json.dumps(kind)}, {json.dumps(text)})") == value


def shown(run: Any, texts: dict[str, str]) -> Any:
    by_selector = {FIELDS[name]["selector"]: text for name, text in texts.items()}
    run.engine.evaluate(PAGE % json.dumps(by_selector))
    return run(f"MerchantConsoleHelper.collect(page, {json.dumps(FIELDS)})")


def test_what_it_sends_is_what_the_door_takes(run: Any) -> None:
    found = shown(run, dict.fromkeys(FIELDS, "12") | {"avg_stay_s": "1:42", "gmv_fen": "¥1.5万"})
    assert (found["named"], found["read"]) == (len(FIELDS), len(FIELDS))
    sent = run(f"MerchantConsoleHelper.snapshot('page-1', {json.dumps(found)}, {AT})")
    row = read_object(sent, "snapshot")
    assert isinstance(row, LiveSnapshot)
    assert (row.online, row.avg_stay_s, row.gmv_fen) == (12, 102, 1_500_000)
    for action in ("start", "heartbeat", "stop"):
        signal = read_object(run(f"MerchantConsoleHelper.session('page-1', '{action}', '晚场', {AT})"), "session")
        assert isinstance(signal, LiveSignal)
        assert signal.action.value == action


@pytest.mark.parametrize(
    ("read", "verdict"), [(10, "send"), (7, "send"), (6, "warn"), (5, "warn"), (4, "stop"), (0, "stop")]
)
def test_it_keeps_silent_where_the_page_has_changed(run: Any, read: int, verdict: str) -> None:
    assert len(FIELDS) == 10
    found = shown(run, dict.fromkeys(list(FIELDS)[:read], "12"))
    assert run(f"MerchantConsoleHelper.verdict({json.dumps(found)})") == verdict
    assert set(found["values"]) == set(list(FIELDS)[:read]), "what is missing is left out and never 0"


def test_every_field_is_one_that_the_door_knows_and_it_speaks_to_this_computer_only() -> None:
    assert set(FIELDS) <= set(SnapshotForm.__struct_fields__)
    code = SCRIPT.partition("==/UserScript==")[2]
    assert set(re.findall(r"https?://[\w.]+", code)) == {"http://127.0.0.1"}
    assert re.findall(r"@connect\s+(\S+)", SCRIPT) == ["127.0.0.1"]
    for word in ("cookie", "fetch(", "XMLHttpRequest(", "eval(", ".click("):
        assert word not in code


def test_a_page_left_open_tells_of_its_next_show_under_another_name(run: Any) -> None:
    minutes = 60_000

    def named(known: str, told_at: int, now: int) -> Any:
        return run(f"MerchantConsoleHelper.sessionOf({json.dumps(known)}, {told_at}, {now})")

    assert named("", 0, AT) == f"page-{AT}"
    assert named("page-1", AT, AT + 15 * minutes) == "page-1"
    assert named("page-1", AT, AT + 16 * minutes) == f"page-{AT + 16 * minutes}"


def test_a_show_that_was_ended_is_told_of_under_its_name_until_another_clearly_begins(run: Any) -> None:
    over = {"session_id": "page-1", "values": {"online": 90, "viewers": 5_000, "gmv_fen": 100}}

    def named(known: str, told_at: int, values: dict[str, int], now: int = AT) -> Any:
        told = ", ".join(json.dumps(one) for one in (known, told_at, over, values, now))
        return run(f"MerchantConsoleHelper.nameOf({told})")

    assert named("page-1", AT, {"online": 3, "viewers": 5_000, "gmv_fen": 100}) == "page-1", "who watches may fall"
    assert named("", 0, {"online": 3, "viewers": 5_000}) == "page-1", "the page was loaded anew"
    assert named("page-1", AT, {"online": 3, "viewers": 12}) == f"page-{AT}"
    assert named("page-1", AT - 960_000, {"viewers": 6_000}) == f"page-{AT}", "it was silent for long"


def test_what_the_door_answers_says_whether_the_show_is_over(run: Any) -> None:
    def is_over(answer: dict[str, Any]) -> Any:
        return run(f"MerchantConsoleHelper.isOver({json.dumps(answer)})")

    assert is_over({"accepted": 1, "kept_apart": 1, "rejected": []}) is True
    assert is_over({"accepted": 0, "rejected": [{"index": 0, "reason": "show_ended"}]}) is True
    assert is_over({"accepted": 1, "kept_apart": 0, "rejected": []}) is False, "it was opened again"
    assert is_over({"accepted": 0, "rejected": [{"index": 0, "reason": "too_fast"}]}) is None
