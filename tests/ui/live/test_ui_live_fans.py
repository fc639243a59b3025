"""Who came back, and PKs beside each other, on the recap: shares where people are known, else a reason."""

from collections.abc import Awaitable, Callable

from console.core.clock import DAY, MINUTE, SECOND
from console.core.live import LiveAction, LiveEvent, LiveEventType, LiveRow, LiveSignal, LiveSnapshot, LiveSource
from console.store.live_taking import take
from console.ui import texts
from console.ui.context import Desk
from console.ui.tabs.live.page import LivePage

Until = Callable[..., Awaitable[None]]


def event(show: str, number: int, at: int, kind: LiveEventType, who: str = "", text: str = "") -> LiveEvent:
    return LiveEvent(session_id=show, event_id=f"{kind}{number}", at=at, type=kind, user_key=who, text=text)


async def put(desk: Desk, show: str, begin: int, people: range, pks: tuple[tuple[int, str], ...] = ()) -> None:
    """Half an hour: from minute 10 to 13 twice as many watch, and three times as many follow."""
    rows: list[LiveRow] = [LiveSignal(session_id=show, action=LiveAction.START, at=begin)]
    for tick in range(180):
        at, on = begin + tick * 10 * SECOND, 60 <= tick < 78
        rows.append(LiveSnapshot(session_id=show, at=at, online=400 if on else 200, viewers=1_000))
        rows += [event(show, tick * 9 + n, at + n, LiveEventType.FOLLOW) for n in range(3 if on else 1)]
    rows += [event(show, n, begin + MINUTE + n, LiveEventType.COMMENT, f"u{n}", "好看") for n in people]
    rows += [
        event(show, n, begin + minute * MINUTE, LiveEventType.PK, text=text) for n, (minute, text) in enumerate(pks)
    ]
    rows.append(LiveSignal(session_id=show, action=LiveAction.STOP, at=begin + 30 * MINUTE))
    await desk.database.write(take, rows, desk.now(), LiveSource.INGEST)


async def test_shares_and_paces_stand_beside_what_they_rest_on(page: LivePage, desk: Desk, until: Until) -> None:
    begin = desk.now() - desk.now() % MINUTE - 2 * 60 * MINUTE
    await put(desk, "a", begin - DAY, range(50))
    await put(desk, "b", begin, range(40, 80), ((10, "连麦 PK"), (13, "PK 结束"), (20, "连麦 PK 二")))
    page.open_recap("b")
    await until(lambda: page.rooms.currentWidget() is page.recap, 10)
    viewers, buyers = page.recap.fans.viewers, page.recap.fans.buyers
    assert viewers.said() == "互动观众回访 25% 40 人中 10 人 在此前 1 场里互动过"
    assert texts.NOTHING in buyers.said()
    assert "店铺订单尚未同步到本场结束" in buyers.said()
    first, second = page.recap.pks.rows.words()
    assert first.startswith("连麦 PK")
    assert "200 → 400 ▲ 100%" in first
    assert "6.0 → 18.0 ▲ 200%" in first
    assert "推定" not in first
    assert first.endswith(texts.NOTHING), "nobody tells what was sold"
    assert "结束为推定" in second
    assert "200 → 200 ▲ 0%" in second
    page.open_recap("a")
    await until(lambda: page.recap.reading is not None and page.recap.reading.show.session_id == "a", 10)
    assert viewers.said() == f"互动观众回访 {texts.NOTHING} 可识别 50 人 此前没有可识别观众的场次"
    assert page.recap.pks.rows.words() == []
