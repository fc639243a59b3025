import asyncio
import json
from pathlib import Path

import pytest

from console.__main__ import main
from console.core.clock import SystemClock
from console.rules.experiments import Experiment, Figure, Metric
from console.store import experiments
from console.store.database import Database

ENTER = Metric(key="enter", name="进入率", base=0.17, effect=0.05)


def figures(n: int) -> list[Figure]:
    return [Figure(metric="enter", arm=arm, n=n, hits=n // 6) for arm in ("a", "b")]  # type: ignore[arg-type]


async def _filled(path: Path) -> None:
    database = Database.open(path, SystemClock())
    for name, n in (("未到量", 400), ("到量", 985)):
        number = await database.write(experiments.start, Experiment(name=name, metrics=(ENTER,)), 1)
        await database.write(experiments.put_figures, number, figures(n), "", 2)
    database.close()


def test_no_p_and_no_conclusion_before_the_planned_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], ready_file: Path
) -> None:
    (tmp_path / "profile").mkdir()
    (tmp_path / "profile" / "console.db").write_bytes(ready_file.read_bytes())
    asyncio.run(_filled(tmp_path / "profile" / "console.db"))
    assert main(["experiments", "--profile", str(tmp_path / "profile"), "--json"]) == 0
    done, waiting = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (waiting["p"], waiting["conclusion"], waiting["standing"]) == (None, None, "waiting")
    assert (done["p"], done["conclusion"], done["planned"]) == (1.0, "same", 985)
    assert done["n"] == {"a": 985, "b": 985}
    low, high = done["interval"]
    assert low < 0 < high
