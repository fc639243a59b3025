"""Who came back and PKs beside each other, in the workbook and on paper: shares as numbers, unknown as nothing."""

from pathlib import Path

import msgspec
import pytest
from python_calamine import CalamineWorkbook

from console.core.clock import MINUTE
from console.core.clock import format_shop_time as shop_time
from console.core.live import LiveEvent, LiveEventType, LiveSource
from console.documents.live_recap import recap_words, write_recap
from console.documents.live_recap_paper import page
from console.rules.live import Minute
from console.rules.live_fans import Fans, buyers, viewers
from console.rules.live_pk import compared
from console.rules.live_recap import Recap
from console.rules.live_reconcile import AdsOfShow, AfterShow

BEGIN = 1_768_448_400_000 - 1_768_448_400_000 % MINUTE
END = BEGIN + 30 * MINUTE


def recap() -> Recap:
    def minute(number: int) -> Minute:
        return Minute(at=BEGIN + number * MINUTE, online_sum=400 if 10 <= number < 15 else 200, online_n=1)

    pk = LiveEvent(session_id="s", event_id="p", at=BEGIN + 10 * MINUTE, type=LiveEventType.PK, text="PK <小雅>")
    minutes = [minute(number) for number in range(30)]
    sold = [(BEGIN + number * MINUTE, 3_050 if number == 12 else 1_000) for number in range(30)]
    return Recap(
        title="晚场", session_id="s", begin_at=BEGIN, end_at=END, is_ended=True, parts=[(BEGIN, END)], figures={},
        minutes=minutes, sold=sold, sold_source=LiveSource.ORDERS, marks=[], items=[],
        fans=Fans(viewers=viewers(40, 10, 3), buyers=buyers(0, 0, 5, 9, BEGIN, has_orders=True)),
        pks=compared([pk], minutes, sold, END),
    )  # fmt: skip


def test_the_workbook_has_both(tmp_path: Path) -> None:
    path = tmp_path / "recap.xlsx"
    write_recap(path, recap(), recap_words("zh_CN"))
    book = CalamineWorkbook.from_path(str(path))
    _, seen, bought = book.get_sheet_by_name("忠实粉丝").to_python()
    assert seen == ["互动观众回访", 0.25, 10, 40, ""]
    assert bought == ["买家复购", "", "", 0, "本场订单没有买家标识"]
    _, online, money = book.get_sheet_by_name("连麦 PK 对比").to_python()
    assert online[2:] == ["PK <小雅>", "在线人数", 200, 400, 1, "结束为推定"]
    assert money[3] == "成交（元，每分钟）"
    assert money[4:7] == [10.0, pytest.approx(14.1), pytest.approx(0.41)]


def test_the_paper_has_both_and_no_markup_of_others() -> None:
    told = page(recap(), recap_words("en"), END)
    assert "Who came back" in told
    assert "25%" in told
    assert "No order of it names its buyer" in told
    assert "PK &lt;小雅&gt;" in told
    assert "+100%" in told
    assert "14.10" in told


def test_refunds_and_ads_say_whose_they_are_and_of_when(tmp_path: Path) -> None:
    """An ads report that was read while the show was on is not said to be of all of it."""
    ads = AdsOfShow(cost_fen=12_000, gmv_fen=30_000, orders=4, read_at=END - 20 * MINUTE)
    after = AfterShow(orders=9, gmv_fen=90_000, refunded_orders=1, refunded_fen=900, read_at=END + MINUTE, ads=ads)
    made = msgspec.structs.replace(recap(), after=after)
    write_recap(tmp_path / "recap.xlsx", made, recap_words("en"))
    rows = CalamineWorkbook.from_path(str(tmp_path / "recap.xlsx")).get_sheet_by_name("Sources compared").to_python()
    told = {row[0]: (row[3], row[5]) for row in rows[1:] if row[0]}
    assert told["Refunds so far"] == (f"Order API · {shop_time(END + MINUTE)}", "")
    cost = told["Ads cost (yuan, whole hours)"]
    assert cost == (
        f"Ads report (advertised viewers) · {shop_time(END - 20 * MINUTE)}",
        "The ads report was not read to the end of the show",
    )
    paper = page(made, recap_words("en"), END)
    assert cost[1] in paper
    assert shop_time(END - 20 * MINUTE) in paper
    whole = msgspec.structs.replace(after, ads=msgspec.structs.replace(ads, read_at=END))
    assert not msgspec.structs.replace(made, after=whole).lacks_ads
