"""Files that mean harm, by every way into the compliance room of the window: said no to in words, and it lives on."""

import csv
import io
import zipfile
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from ui_fakes import FakeActions

from console.binding.compliance import Compliance
from console.binding.self_checking import SelfChecking
from console.binding.wording import Wording
from console.core.model import Platform, Shop
from console.documents.evidence import MOST_BYTES
from console.store.shops import put_shop
from console.sync.hub import Hub
from console.ui.context import Desk
from console.ui.tabs.compliance.bank import BankView
from console.ui.tabs.compliance.overview import OverviewView
from console.ui.tabs.compliance.page import CompliancePage
from console.ui.tabs.compliance.scan import ScanView
from console.ui.tabs.compliance.selfcheck import SelfCheckView
from console.ui.tabs.compliance.violations import ViolationsView
from console.ui.tabs.compliance.wording import WordingView

Take = Callable[[Path], Awaitable[None]]
REPEATS = "(a+)+$"


def bomb() -> bytes:
    """A quarter of a megabyte that would be 160 MB."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for number in range(4):
            package.writestr(f"xl/worksheets/sheet{number}.xml", b"0" * (40 << 20))
    return made.getvalue()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("hostile")
    made = {
        "炸弹.xlsx": bomb(),
        "撕裂.xlsx": b"PK\x03\x04" + b"torn" * 400,
        "乱码.csv": bytes(range(128, 256)) * 40 + b"\xff\xff",
        "太宽.csv": b"a," * 20_000,
        "太大.csv": b"",
        "太大.xlsx": b"",
    }
    for name, content in made.items():
        (folder / name).write_bytes(content)
    for name in ("太大.csv", "太大.xlsx"):
        with (folder / name).open("r+b") as file:
            file.truncate(100 * 1024 * 1024 + 1)  # a hole: it takes no room here
    return sorted(folder.iterdir())


@pytest.fixture
async def page(desk: Desk, actions: FakeActions, tmp_path: Path, until: Any) -> AsyncIterator[CompliancePage]:
    hub = Hub()
    actions.wording = Wording(desk.database, desk.clock, hub)
    actions.compliance = Compliance(desk.database, desk.clock, hub, tmp_path / "kept")
    actions.self_checks = SelfChecking(desk.database, desk.clock, hub, actions.wording.checker)
    shop = Shop(shop_id="kuaishou:1", platform=Platform.KUAISHOU, platform_shop_id="1", name="小禾家居")
    await desk.database.write(put_shop, shop)
    made = CompliancePage(desk)
    made.resize(1180, 780)
    made.show()
    await until(lambda: made.is_settled)
    yield made
    await until(lambda: made.is_settled)
    await made.close_page()
    made.close()
    made.deleteLater()


def way(page: CompliancePage, name: str, until: Any) -> Take:
    """How a file comes in there."""
    view: Any = page.enter(name)
    if isinstance(view, SelfCheckView):

        async def into_report(path: Path) -> None:
            async def which() -> Path:
                return path

            view.files.which = which
            await view.files.take_chat(view.months.key())

        return into_report
    if isinstance(view, ScanView):

        async def into_scan(path: Path) -> None:
            view.check_chat(path)
            await until(lambda: view.is_settled)

        return into_scan
    if isinstance(view, WordingView):
        return lambda path: view.read_file(str(path))
    if isinstance(view, OverviewView):
        return view.take_plan
    assert isinstance(view, ViolationsView | BankView)
    return view.take


@pytest.mark.parametrize("name", ["overview", "wording", "scan", "bank", "violations", "selfcheck"])
async def test_whatever_means_harm_is_said_no_to_by_its_name_and_the_view_lives_on(
    page: CompliancePage, hostile: list[Path], tmp_path: Path, until: Any, name: str
) -> None:
    take = way(page, name, until)
    await until(lambda: page.is_settled)
    said: list[tuple[str, str]] = []
    page.said.connect(lambda words, under: said.append((words, under)))
    for path in [*hostile, tmp_path / "没有.csv"]:
        told = len(said)
        await take(path)
        assert len(said) == told + 1, path.name
        words, under = said[-1]
        assert path.name in words or "缺少这些列" in words, (path.name, words)
        assert under, words
        assert "Error" not in words
        assert page.is_settled or page.tasks.busy
    good = tmp_path / "good.csv"
    good.write_text("词,级别,通知时间,日期,类型\n国家级工艺,一般,2026-11-18,x,x\n", encoding="utf-8")
    told = len(said)
    await take(good)
    await until(lambda: page.is_settled)
    view: Any = page.view
    came: dict[str, Callable[[], bool]] = {
        "wording": lambda: "国家级工艺" in view.editor.toPlainText(),
        "scan": lambda: bool(view.hits),
    }
    assert came.get(name, lambda: len(said) > told)()


async def test_a_pattern_in_the_own_bank_is_a_word_and_runs_nowhere(
    page: CompliancePage, tmp_path: Path, until: Any
) -> None:
    """What would keep an engine of patterns busy for ever is looked for letter by letter."""
    file = tmp_path / "词.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([["词", "级别"], [REPEATS, "禁用"], ["(.*)*" * 20 + "x", "禁用"]])
    await way(page, "bank", until)(file)
    take = way(page, "wording", until)
    await until(lambda: page.is_settled)
    text = tmp_path / "稿.txt"
    text.write_text(
        "a" * 5_000 + "!\n" + "最" * 5_000 + "\n" + "1" * 5_000 + f"\n这里写着{REPEATS}\n", encoding="utf-8"
    )
    await take(text)
    view: Any = page.view
    await until(lambda: view.is_settled and view.verdict.findings)
    assert [one.text for one in view.verdict.findings if one.text == REPEATS] == [REPEATS]


async def test_a_file_of_over_100_mb_is_no_proof_and_says_so(
    page: CompliancePage, hostile: list[Path], until: Any
) -> None:
    view: Any = page.enter("violations")
    await until(lambda: page.is_settled)
    said: list[str] = []
    page.said.connect(lambda words, _under: said.append(words))
    huge = next(path for path in hostile if path.name == "太大.csv")
    assert huge.stat().st_size > MOST_BYTES
    await view.safely(lambda: page.desk.actions.compliance.add_evidence("V-1", huge, "chat"))
    assert "超过 100 MB" in said[-1]
