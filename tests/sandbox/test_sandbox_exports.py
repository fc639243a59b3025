"""What the sandbox writes for a merchant to import is understood by the import, but for what a real file has, too."""

from datetime import datetime
from pathlib import Path

from console import reference
from console.core.clock import SHOP_TIME, day_start
from console.documents import sheets
from console.rules.traffic import SourceRow
from console.rules.traffic_import import plan, read_lines
from console.sandbox.exports import Merchant, write

NOW = round(datetime(2026, 11, 26, 20, tzinfo=SHOP_TIME).timestamp()) * 1000
WORDS = reference.traffic_words()


def test_the_files_are_understood_and_agree_with_the_shows(tmp_path: Path) -> None:
    merchant = Merchant(now_ms=NOW, viewers={"2026-11-25": 61_234}, goods=["长绒棉毛巾"])
    paths = write(tmp_path, merchant)
    again = tmp_path / "again"
    again.mkdir()
    assert [one.read_bytes() for one in write(again, merchant)] == [one.read_bytes() for one in paths]
    tables, refused = [], set()
    for path in paths:
        made = plan(sheets.cells(path), WORDS)
        lines = read_lines(made, WORDS, day_start(NOW))
        tables.append((made.table, sum(bool(line.rows) for line in lines)))
        refused |= {line.wrong for line in lines if line.wrong}
        sources = [row for line in lines for row in line.rows if isinstance(row, SourceRow)]
        if sources:
            last = [row.viewers or 0 for row in sources if row.day_at == day_start(NOW) - 86_400_000]
            assert sum(last) - last[-1] == 61_234, "site-wide promotion is told beside the sum"
    assert tables == [("sources", 80), ("works", 371), ("labels", 12)]
    assert refused == {"total"}
