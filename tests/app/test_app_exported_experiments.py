"""What the demo imports of experiments: whole tables that the import's own code reads, and believable verdicts."""

from pathlib import Path

from console import reference
from console.app.exported_experiments import TRIALS
from console.core.clock import parse_shop_time
from console.documents import sheets
from console.rules.experiments import Experiment, Lines, Metric, judge, planned
from console.rules.experiments_import import read_table, words_from
from console.sandbox.exports_experiments import write

LINES = Lines(power=0.8, alpha=0.05, few=30, uneven_p=0.001)
NOW = parse_shop_time("2026-11-26 20:00:00")


def test_every_row_is_taken_in_and_nothing_is_concluded_early(tmp_path: Path) -> None:
    kept = {}
    for name, subject, metric, base, effect, a, b in TRIALS:
        metrics = (Metric(key="m1", name=metric, base=base, effect=effect),)
        kept[name] = planned(Experiment(name=name, subject=subject, a_name=a, b_name=b, metrics=metrics), LINES)
    files = write(tmp_path, NOW, {name: one.metrics[0].planned for name, one in kept.items()})
    words = words_from(reference.table("experiment_words"))
    said = {}
    for name, path in files.items():
        table = read_table(sheets.cells(path), kept[name], words, "file")
        assert not table.lacks
        assert all(line.wrong is None for line in table.lines)
        (verdict,) = judge(kept[name], table.figures, LINES)
        said[name[:2]] = (verdict.conclusion, verdict.p is not None)
    assert said == {
        "封面": ("b", True),
        "福利": ("same", True),
        "福袋": ("waiting", False),
        "讲解": ("a", True),
        "短视": ("waiting", False),
    }
