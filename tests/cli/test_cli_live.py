"""A show by file, without a window: in by lines, out as a workbook."""

import json
from pathlib import Path

import pytest
import python_calamine

from console.__main__ import main

AT = 1_768_444_200_000


def lines(path: Path) -> Path:
    rows = [
        {"kind": "session", "v": 1, "session_id": "s1", "action": "start", "started_at_ms": AT, "room_title": "晚场"}
    ]
    rows += [
        {"kind": "snapshot", "session_id": "s1", "ts_ms": AT + s * 1_000, "online": 100 + s, "viewers_uv": 900 + s}
        for s in range(0, 600, 10)
    ]
    rows.append(
        {"kind": "event", "session_id": "s1", "event_id": "c", "ts_ms": AT + 300_000, "type": "cue", "text": "=1"}
    )
    rows.append({"kind": "session", "session_id": "s1", "action": "stop", "ts_ms": AT + 600_000})
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n{torn", encoding="utf-8")
    return path


def test_a_file_is_taken_in_once_and_becomes_a_workbook(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    file, profile, out = lines(tmp_path / "show.jsonl"), tmp_path / "profile", tmp_path / "recap.xlsx"
    words = ["live", "ingest", str(file), "--profile", str(profile), "--json"]
    assert main(words) == 0
    first = json.loads(capsysbinary.readouterr().out)
    assert (first["session_id"], first["accepted"], first["duplicate"]) == ("s1", 63, 0)
    assert [one["line"] for one in first["rejected"]] == [64]
    assert first["rejected"][0]["reason"].startswith("not_json")
    assert main(words) == 0
    assert json.loads(capsysbinary.readouterr().out)["duplicate"] == 63

    assert main(["live", "recap", "last", "--profile", str(profile), "--out", str(out), "--lang", "en"]) == 0
    book = python_calamine.CalamineWorkbook.from_path(str(out))
    found = ["Summary", "Minutes", "Marks", "Items", "Run sheet", "Sources compared", "Who came back", "PKs compared"]
    assert book.sheet_names == found
    summary = {str(row[0]): row[1:] for row in book.get_sheet_by_name("Summary").to_python()}
    assert summary["Title"][0] == "晚场"
    assert summary["Online (peak)"][0] == 690
    assert summary["Item click rate"] == ["", "", 900 + 590, "", "", "No source, unknown"]
    (mark,) = [row for row in book.get_sheet_by_name("Marks").to_python() if row[3] == "Online (mean)"]
    before, after = [100 + s for s in range(120, 300, 10)], [100 + s for s in range(300, 480, 10)]
    assert mark[2] == "=1", "a name is text, never a formula"
    paper = tmp_path / "recap.pdf"
    assert main(["live", "recap", "last", "--profile", str(profile), "--out", str(paper)]) == 0
    assert paper.read_bytes().startswith(b"%PDF-")
    assert mark[4:8] == pytest.approx([sum(before) / 18, sum(after) / 18, 180, sum(after) / sum(before) - 1])


def test_what_cannot_be_done_is_said_in_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    profile = str(tmp_path / "profile")
    assert main(["live", "ingest", str(tmp_path / "none.jsonl"), "--profile", profile, "--lang", "en"]) == 2
    assert main(["live", "recap", "last", "--profile", profile, "--out", "x.xlsx", "--lang", "en"]) == 4
    assert main(["experiments", "--profile", str(lines(tmp_path / "a.jsonl"))]) == 4
    assert "是一个文件，不是文件夹" in capsys.readouterr().err
    none = tmp_path / "none.jsonl"
    none.write_text("", encoding="utf-8")
    main(["live", "ingest", str(none), "--profile", profile])
    capsys.readouterr()
    assert main(["live", "recap", "last", "--profile", profile, "--out", "x.xlsx"]) == 2
    assert "还没有任何直播场次" in capsys.readouterr().err
    assert main(["live", "ingest", str(lines(tmp_path / "a.jsonl")), "--profile", profile, "--json"]) == 0
    capsys.readouterr()
    assert main(["live", "recap", "s1", "--profile", profile, "--out", str(tmp_path / "x.docx"), "--lang", "en"]) == 2
    assert "Use .xlsx or .pdf" in capsys.readouterr().err
    assert not (tmp_path / "x.docx").exists()
    assert main(["live", "recap", "other", "--profile", profile, "--out", "x.xlsx", "--lang", "en"]) == 2
    nowhere = str(tmp_path / "no" / "x.xlsx")
    assert main(["live", "recap", "s1", "--profile", profile, "--out", nowhere, "--lang", "en"]) == 4
    assert len(capsys.readouterr().err.splitlines()) == 2
    torn = tmp_path / "torn.jsonl"
    torn.write_text('{torn\n{"kind": "nothing"}\n', encoding="utf-8")
    assert main(["live", "ingest", str(torn), "--profile", profile, "--json"]) == 1
    assert len(json.loads(capsys.readouterr().out)["rejected"]) == 2
