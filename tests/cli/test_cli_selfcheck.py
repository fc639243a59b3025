"""``selfcheck``: exit codes, one line of JSON, and the report as html, pdf and xlsx."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from console.__main__ import main
from console.core.clock import SystemClock, shop_datetime
from console.core.model import Item, Listing, Platform, Shop
from console.documents.unpacking import checked_xlsx
from console.store import engines, schema
from console.store.items import save_listings
from console.store.shops import put_shop

MONTH = f"{shop_datetime(SystemClock().now_ms()):%Y-%m}"


def profile(folder: Path, *titles: str) -> Path:
    folder.mkdir(exist_ok=True)
    clock, path = SystemClock(), folder / "console.db"
    engine = engines.writer(path, busy_ms=50)
    schema.settle(engine, path, clock)
    with engine.begin() as conn:
        put_shop(conn, Shop(shop_id="kuaishou:1", platform=Platform.KUAISHOU, platform_shop_id="1", name="小禾家居"))
        rows = [Listing(item=Item(item_id=str(number), title=title)) for number, title in enumerate(titles)]
        save_listings(conn, "kuaishou:1", rows, clock.now_ms())
    engine.dispose()
    return folder


def selfcheck(capfd: pytest.CaptureFixture[str], folder: Path, *words: str) -> tuple[int, str, str]:
    code = main(["selfcheck", "--profile", str(folder), "--month", MONTH, *words])
    said = capfd.readouterr()
    return code, said.out, said.err


def test_the_answer_is_one_line_and_says_by_its_code_whether_anything_is_open(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = profile(tmp_path / "p", "国家级工艺杯子", "保温杯")
    code, out, err = selfcheck(capfd, folder, "--json")
    assert (code, err, out.count("\n")) == (1, "", 1)
    told = json.loads(out)
    assert told["states"] == {"open": 1, "pardoned": 0, "mended": 0}
    assert told["found"] == sum(told["severities"].values()) == sum(told["sources"].values()) == len(told["findings"])
    assert told["chained_to"] == ""
    mended = profile(tmp_path / "p", "杯子", "保温杯")
    code, out, _ = selfcheck(capfd, mended, "--json")
    again = json.loads(out)
    assert code == 0
    assert again["states"] == {"open": 0, "pardoned": 0, "mended": 1}
    assert (again["number"], again["chained_to"]) == (2, told["hash"])


def test_a_chat_is_checked_with_it_and_a_changed_report_is_told_of(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = profile(tmp_path / "p", "保温杯")
    chat = tmp_path / "chat.txt"
    chat.write_text("亲 这款根治失眠\n好的", encoding="utf-8")
    code, out, _ = selfcheck(capfd, folder, "--chat", str(chat), "--json")
    assert code == 1
    assert {one["source"] for one in json.loads(out)["findings"]} == {"chats"}
    file = sqlite3.connect(folder / "console.db")
    file.execute("UPDATE self_checks SET made_by = '别人'")
    file.commit()
    file.close()
    code, out, err = selfcheck(capfd, folder, "--json")
    assert code == 1
    assert json.loads(out)["broken"] == "report 1"
    assert "report 1" in err


def test_it_is_written_in_every_form(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = profile(tmp_path / "p", "国家级工艺杯子")
    for form in ("html", "xlsx"):
        code, out, _ = selfcheck(capfd, folder, "--out", str(tmp_path / f"r.{form}"))
        assert code == 1
        assert out.startswith(f"{MONTH} 本月检查商品 1 件")
    text = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "月度合规自检报告" in text
    assert "ABS-" in text
    book = dict(checked_xlsx((tmp_path / "r.xlsx").read_bytes(), "r.xlsx"))
    assert list(book) == ["摘要", "发现与整改", "忽略清单", "附：输入哈希"]
    assert book["发现与整改"][1][4].startswith("“国家级”")


def test_a_pdf_needs_no_window(tmp_path: Path) -> None:
    """By itself: it makes a Qt of its own, which must not be that of the other tests."""
    folder = profile(tmp_path / "p", "国家级工艺杯子")
    words = ["selfcheck", "--profile", str(folder), "--month", MONTH, "--out", str(tmp_path / "r.pdf")]
    done = subprocess.run([sys.executable, "-m", "console", *words], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF-")


def test_what_cannot_be_done_is_said_in_one_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = profile(tmp_path / "p", "杯子")
    code, out, err = selfcheck(capfd, folder, "--out", str(tmp_path / "r.docx"))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert main(["selfcheck", "--profile", str(folder), "--month", "2999-01"]) == 2
    assert main(["selfcheck", "--profile", str(tmp_path / "none"), "--month", MONTH]) == 4
    capfd.readouterr()
    code, out, err = selfcheck(capfd, folder, "--chat", str(tmp_path / "none.txt"))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "找不到文件" in err
    code, out, err = selfcheck(capfd, folder, "--out", str(tmp_path / "no" / "r.pdf"))
    assert (code, out, err.count("\n")) == (4, "", 1)
    assert "没有这个文件或文件夹" in err
    assert json.loads(selfcheck(capfd, folder, "--json")[1])["number"] == 1, "none of them left a report behind"
