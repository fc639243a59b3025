"""Every code has words in both languages, and asking for words never fails."""

import ast
import csv
import errno
import os
import re
import string
from pathlib import Path

import pytest

from console.bundled import bundled
from console.catalogue import knows, words, words_for
from console.core.errors import FileTrouble, Offline
from console.core.model import Platform

ROOMS = ("net", "platforms", "rules", "store", "sync", "cli", "binding")
CODE = re.compile(
    r"(outbox|ship|goods|check|expiry|stop|tier|people|net|wire|sync|file|disk|vault|bind|cli|kuaishou|youzan|kuaishou_ads|review|reveal)\.[a-z][a-z_]*(?<!_)"
)
SLOTS = {"platform", "code", "detail", "path", "command", "program", "count", "port"}


def raised_codes() -> dict[str, str]:
    """Every code written out in the rooms that raise trouble, and one place where it stands."""
    package = Path(__file__).parents[1] / "console"
    files = [package / "binding.py", *(file for room in ROOMS for file in (package / room).rglob("*.py"))]
    found: dict[str, str] = {}
    for file in filter(Path.exists, files):
        if file.name == "tables.py" or "migrations" in file.parts:
            continue  # columns are named like codes there
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                found[node.value] = f"{file.relative_to(package)}:{node.lineno}"
    return found


def rows() -> list[dict[str, str]]:
    with bundled("resources", "messages.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_code_in_the_program_has_words_in_both_languages() -> None:
    written = {row["code"]: row for row in rows()}
    found = raised_codes()
    assert found
    missing = {code: place for code, place in found.items() if code not in written or not all(written[code].values())}
    assert not missing, missing


def test_codes_are_unique_and_the_chinese_is_complete() -> None:
    table = rows()
    codes = [row["code"] for row in table]
    assert len(codes) == len(set(codes))
    assert all(row["zh"] and row["next_zh"] for row in table)
    assert all(bool(row["en"]) == bool(row["next_en"]) for row in table)


def test_placeholders_are_known() -> None:
    for row in rows():
        for text in list(row.values())[1:]:
            assert {name for _, name, _, _ in string.Formatter().parse(text) if name is not None} <= SLOTS, row


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize("code", ["youzan.987654", "kuaishou.", "never.heard", "", "*", "net.timeout"])
def test_words_never_fail(code: str, lang: str) -> None:
    said = words(code, lang)  # type: ignore[arg-type]
    assert said.text
    assert said.next_step
    assert not re.search(r"[{}]|\(\)|\uff08\uff09", said.text + said.next_step)


def test_a_platforms_own_words_are_values_not_templates() -> None:
    assert "{odd}" in words("youzan.987654", "en", detail="{odd}").text


def test_english_falls_back_to_the_family_with_the_platforms_words() -> None:
    said = words("youzan.10500", "en", detail="批量里有空字符串")
    assert said.text == "Youzan did not accept the request (youzan.10500): 批量里有空字符串"


def test_trouble_speaks_of_its_platform() -> None:
    assert words_for(Offline("net.timeout", platform=Platform.YOUZAN), "zh_CN").text == "有赞没有在时限内回应。"
    assert words_for(Offline("net.timeout"), "en").text == "The platform did not answer in time."


def test_what_the_system_says_of_a_file_is_said_in_the_language_asked_for() -> None:
    english = os.strerror(errno.ENOENT)
    assert "没有这个文件或文件夹" in words("cli.unwritable", path="x", detail=english).text
    assert english in words("cli.unwritable", "en", path="x", detail=english).text
    assert "pid 7" in words("cli.unwritable", path="x", detail="pid 7").text


def test_file_trouble_names_the_path() -> None:
    assert "/x/console.db" in words_for(FileTrouble("file.newer", "/x/console.db")).text
    assert knows("file.newer")
    assert not knows("file.other")


AUTH_TABLES = {
    "kuaishou": (
        *("100200100", "100200101", "100200102", "100200103", "100200104", "100200105", "100200106", "100200107"),
        *("100200500", "15", "16", "17", "22", "24", "25", "26", "27", "28", "1016", "1017", "802000", "802006"),
        *("803000", "scope", "timestamp", "test_user"),
    ),
    "youzan": (
        *("1000", "1004", "1005", "1103", "1105", "4001", "4004", "4005", "4007", "4008", "4009", "4010", "4101"),
        *("4201", "4202", "4203", "4204", "5001", "5002", "5003", "40010", "140500101", "500100004", "123000042"),
        "ip_not_listed",
    ),
}
"""What the platforms' sheets list for signing in, tokens, permissions and limits."""


@pytest.mark.parametrize("code", [f"{side}.{number}" for side, numbers in AUTH_TABLES.items() for number in numbers])
def test_every_refusal_of_a_sign_in_says_what_to_do(code: str) -> None:
    row = next((row for row in rows() if row["code"] == code), None)
    assert row is not None, code
    assert all(row.values()), row
    assert words(code, "zh_CN").next_step != words(f"{code.partition('.')[0]}.*", "zh_CN").next_step
