"""Experiments and a planned promotion for demo and pictures: figures of the sandbox's files, taken in as by a click."""

import asyncio
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from console import reference
from console.core.clock import DAY, day_start, shop_datetime
from console.rules.experiments import Experiment, Metric, Subject, Taken

if TYPE_CHECKING:
    from console.app.joining import Assembly

BEGUN = 9  # days ago
TRIALS: tuple[tuple[str, Subject, str, float, float, str, str], ...] = (
    ("短视频 12 秒 vs 22 秒", "video", "完播率", 0.39, 0.10, "12 秒", "22 秒"),
    ("讲解顺序：拖把先 vs 毛巾先", "script", "点击率", 0.21, 0.02, "拖把先", "毛巾先"),
    ("福袋口令：提问 vs 口号", "cue", "互动率", 0.051, 0.01, "提问", "口号"),
    ("福利款价 19.9 vs 9.9", "price", "转粉率", 0.036, 0.01, "19.9", "9.9"),
    ("封面：产品特写 vs 主播手持", "cover", "进入率", 0.172, 0.02, "产品特写", "主播手持"),
)
OWNERS = ("陈静", "小李", "阿芳", "王磊")


async def take_experiments(assembly: "Assembly") -> None:
    """Begin experiments, import what they counted, plan the next promotion; nothing where some are kept already."""
    from console.store import experiments

    if await assembly.database.read(experiments.experiments):
        return
    begun = assembly.clock.now_ms() - BEGUN * DAY
    numbers: dict[str, int] = {}
    for name, subject, metric, base, effect, a, b in TRIALS:
        metrics = (Metric(key="m1", name=metric, base=base, effect=effect),)
        wanted = Experiment(name=name, subject=subject, a_name=a, b_name=b, metrics=metrics)
        numbers[name] = await assembly.database.write(experiments.start, wanted, begun)
    await _take_files(assembly, numbers)
    await _of_orders(assembly, begun)
    await _plan(assembly)


async def _take_files(assembly: "Assembly", numbers: dict[str, int]) -> None:
    from console.documents import sheets
    from console.rules.experiments_import import read_table, words_from
    from console.sandbox import exports_experiments
    from console.store import experiments

    words = words_from(reference.table("experiment_words"))
    kept = {name: await assembly.database.read(experiments.experiment, number) for name, number in numbers.items()}
    planned = {name: one.metrics[0].planned for name, one in kept.items()}
    with tempfile.TemporaryDirectory(prefix="console-exports-") as place:
        now = assembly.clock.now_ms()
        for name, path in (await asyncio.to_thread(exports_experiments.write, Path(place), now, planned)).items():
            cells = await asyncio.to_thread(sheets.cells, path)
            table = read_table(cells, kept[name], words, "file")
            await assembly.experiments.put_figures(numbers[name], table.figures)


async def _of_orders(assembly: "Assembly", begun: int) -> None:
    """A title that was changed a week ago: its days before and after, by the orders in the file."""
    from console.store import experiments
    from console.store.experiments_choices import sold_items

    items = await assembly.database.read(sold_items, assembly.clock.now_ms())
    if not items:
        return
    shop_id, item_id, title = items[len(items) // 2]
    metric = Metric(key="orders_day", name="日订单数", kind="mean", base=6.0, sd=3.0, effect=3.0)
    taken = Taken(source="item", shop_id=shop_id, item_id=item_id, changed_at=day_start(begun) + 2 * DAY)
    wanted = Experiment(
        name=f"标题：{title[:10]} 加规格", subject="title", split="turns", metrics=(metric,), taken=taken
    )
    await assembly.database.write(experiments.start, wanted, begun)


async def _plan(assembly: "Assembly") -> None:
    """The next promotion, with what was done of it so far."""
    from console.store import promotions

    today = shop_datetime(assembly.clock.now_ms()).date()
    ahead = [one for one in await assembly.database.read(promotions.promotions, today) if one.day_on > today]
    if not ahead:
        return
    await assembly.promotions.plan(ahead[0], True)
    for place, one in enumerate(await assembly.database.read(promotions.tasks, ahead[0].promotion_id)):
        done = one.due_on < today - timedelta(days=1)
        owner = OWNERS[0] if one.lane == "live" else OWNERS[place % len(OWNERS)]
        proof = f"{one.title}.xlsx" if done else ""
        state = "done" if done else "doing" if one.begin_on <= today else "open"
        await assembly.promotions.put_task(msgspec.structs.replace(one, owner=owner, state=state, proof=proof))
