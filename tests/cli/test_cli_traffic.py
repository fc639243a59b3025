import json
from pathlib import Path

import pytest

from console.__main__ import main
from console.core.clock import DAY, SystemClock, format_shop_time
from console.rules import traffic_import


def day(back: int) -> str:
    return format_shop_time(SystemClock().now_ms() - back * DAY)[:10]


def test_a_table_is_taken_in_once_and_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, profile = tmp_path / "来源.csv", str(tmp_path / "profile")
    rows = [f"{day(2)},发现页,1.2万", f"{day(2)},磁力金牛标准推广,800", f"{day(2)},合计,1.28万", f"{day(1)},搜索,很多"]
    file.write_text("\n".join(["日期,流量来源,观看人数", *rows]), encoding="gb18030")
    words = ["traffic", "import", str(file), "--profile", profile, "--json"]
    assert main(words) == 0
    rejected = [{"row": 4, "reason": "total"}, {"row": 5, "reason": "unreadable"}]
    assert json.loads(capsys.readouterr().out) == {
        "kind": "sources",
        "accepted": 2,
        "duplicate": 0,
        "rejected": rejected,
    }
    assert main(words) == 0
    assert json.loads(capsys.readouterr().out)["duplicate"] == 2
    assert main(["traffic", "report", "--profile", profile, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["sources"]["people"]["by"] == {"discover": 12_000, "paid_standard": 800}
    assert told["sources"]["people"]["missing_days"] == 13
    assert told["sources"]["counts"]["total"] is None
    assert told["labels"]["index"] is None


def test_what_is_no_table_of_traffic(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, profile = tmp_path / "other.csv", str(tmp_path / "profile")
    file.write_text("a,b\n1,2\n", encoding="utf-8")
    assert main(["traffic", "import", str(file), "--profile", profile, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["kind"] is None
    assert main(["traffic", "import", str(tmp_path / "none.csv"), "--profile", profile, "--lang", "en"]) == 2
    assert main(["traffic", "report", "--profile", str(tmp_path / "nowhere"), "--lang", "en"]) == 4


def test_a_table_whose_rows_are_all_refused_is_a_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, profile = tmp_path / "来源.csv", str(tmp_path / "profile")
    words = ["traffic", "import", str(file), "--profile", profile, "--json"]
    for row, code in ((f"{day(1)},搜索,很多", 1), (f"{day(1)},搜索,很多\n{day(1)},发现页,5", 0), ("", 0)):
        file.write_text(f"日期,流量来源,观看人数\n{row}", encoding="utf-8")
        assert main(words) == code
        told = json.loads(capsys.readouterr().out)
        assert told["rejected"] == ([{"row": 2, "reason": "unreadable"}] if row else [])


def test_rows_beyond_what_is_taken_at_once_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file, profile = tmp_path / "long.csv", str(tmp_path / "profile")
    rows = [f"{day(back)},发现页,5" for back in range(1, 6)]
    file.write_text("\n".join(["日期,流量来源,观看人数", *rows]), encoding="utf-8")
    monkeypatch.setattr(traffic_import, "MOST_ROWS", 2)
    assert main(["traffic", "import", str(file), "--profile", profile, "--json"]) == 1
    told = {"kind": "sources", "accepted": 2, "duplicate": 0, "rejected": [], "cut": 3}
    assert json.loads(capsys.readouterr().out) == told
