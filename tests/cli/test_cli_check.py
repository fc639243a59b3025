"""``check``: exit codes, and answers that machines read."""

import io
import json
import sys
import zipfile
from pathlib import Path

import pytest

from console.__main__ import main


def check(capfd: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["check", *words])
    said = capfd.readouterr()
    return code, said.out, said.err


def written(tmp_path: Path, name: str, text: str, encoding: str = "utf-8") -> str:
    file = tmp_path / name
    file.write_bytes(text.encode(encoding))
    return str(file)


def test_json_is_one_line_with_places_in_code_points(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = check(capfd, written(tmp_path, "a.txt", "好\n😀国 家 级工艺"), "--format", "json")
    assert (code, err, out.count("\n")) == (1, "", 1)
    answer = json.loads(out)
    (one,) = answer["findings"]
    assert set(answer) == {"findings", "bank"}
    assert set(one) == {
        "rule_id", "severity", "start", "end", "text", "line", "cell", "reason", "law", "suggestions", "evasive",
    }  # fmt: skip
    assert (one["severity"], one["start"], one["end"], one["text"], one["line"]) == ("block", 1, 6, "国 家 级", 2)
    assert one["evasive"] is True
    assert one["cell"] is None


def test_clean_and_warned_texts_end_with_nought(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert check(capfd, written(tmp_path, "a.txt", "今天降温，注意保暖"))[0] == 0
    code, out, _ = check(capfd, written(tmp_path, "b.txt", "错过再等一年"), "--format", "json")
    assert code == 0
    assert [one["severity"] for one in json.loads(out)["findings"]] == ["warn"]


def test_a_word_broken_over_two_lines_of_a_poster_ends_with_its_line(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = check(capfd, written(tmp_path, "a.txt", "国\n家\n级"), "--format", "json")
    (one,) = json.loads(out)["findings"]
    assert (one["line"], one["start"], one["end"], one["text"]) == (1, 0, 1, "国")


def test_cells_and_encodings(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, "a.csv", "名称,说明\n杯子,国家级杯子\n", "gb18030")
    code, out, _ = check(capfd, file, "--format", "json", "--surface", "title")
    assert code == 1
    assert [(one["line"], one["cell"]) for one in json.loads(out)["findings"]] == [(2, "B2")]


def test_surface_and_category_are_heeded(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, "a.txt", "婴儿可用的面霜")
    assert check(capfd, file, "--category", "beauty")[0] == 1
    assert check(capfd, file)[0] == 0
    assert check(capfd, file, "--category", "beauty", "--surface", "comment")[0] == 0


def test_sarif_names_rules_levels_and_places(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = check(capfd, written(tmp_path, "甲 乙.txt", "国家级工艺"), "--format", "sarif")
    run = json.loads(out)["runs"][0]
    result = run["results"][0]
    place = result["locations"][0]["physicalLocation"]
    assert (code, json.loads(out)["version"], run["columnKind"]) == (1, "2.1.0", "unicodeCodePoints")
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert (result["level"], place["region"]["startLine"], place["region"]["startColumn"]) == ("error", 1, 1)
    assert place["region"]["endColumn"] == 4
    assert " " not in place["artifactLocation"]["uri"]


def test_stdin(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("国家级".encode())))
    assert check(capfd, "-")[0] == 1


@pytest.mark.parametrize("words", [["/nowhere/at/all.txt"], ["a.txt", "--surface", "moon"], []])
def test_what_cannot_be_done_is_one_clear_line(words: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    try:
        code = main(["check", *words])
    except SystemExit as ended:
        code = int(str(ended.code))
    said = capfd.readouterr()
    assert (code, said.out, said.err.count("\n")) == (2, "", 1)


def test_a_damaged_file_is_one_clear_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(b"PK\x03\x04 torn")
    code, out, err = check(capfd, str(file))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert check(capfd, str(tmp_path))[0] == 2


@pytest.mark.parametrize("name", ["炸弹.xlsx", "太大.csv", "太大.xlsx", "太宽.csv", "乱码.txt"])
def test_a_file_that_means_harm_is_one_clear_line(name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / name
    if name == "炸弹.xlsx":
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
            for number in range(4):
                package.writestr(f"xl/worksheets/sheet{number}.xml", b"0" * (40 << 20))
    else:
        file.write_bytes({"太宽.csv": b"a," * 20_000, "乱码.txt": bytes(range(128, 256)) * 40 + b"\xff"}.get(name, b""))
    if "太大" in name:
        with file.open("r+b") as hole:
            hole.truncate(100 * 1024 * 1024 + 1)
    code, out, err = check(capfd, str(file))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert name in err
