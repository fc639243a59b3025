"""Everything below the window joined: lost rows found by an audit, nightly proofs, links by hand that stay."""

from app_sandbox import Outside
from sqlalchemy import Connection

from console.app.joining import Assembly
from console.core.clock import DAY
from console.rules import proof_period
from console.store import audit
from console.store.link_decisions import decisions
from console.store.proofs import kept
from console.store.shops import pairs


def lose_some(conn: Connection) -> list[str]:
    """Take the newest three orders out of the file, as if a list had never shown them."""
    asked = "SELECT id, order_no FROM orders WHERE shop_id LIKE 'kuaishou:%' ORDER BY updated_at DESC LIMIT 3"
    rows = conn.exec_driver_sql(asked).all()
    conn.exec_driver_sql("DELETE FROM orders WHERE id IN (?, ?, ?)", tuple(row[0] for row in rows))
    return sorted(row[1] for row in rows)


async def test_what_was_lost_is_found_read_again_and_proved(assembly: Assembly, outside: Outside) -> None:
    await assembly.connect(outside.connect)
    await assembly.engine.sync_once()
    (pair,) = await assembly.database.read(pairs)
    month = proof_period.month_of(assembly.clock.now_ms() - 20 * DAY)
    lost = await assembly.database.write(lose_some)
    found = await assembly.proofs.audit(pair, month)
    (mine,) = [one for one in found if one.shop_id == pair.kuaishou_shop_id]
    assert list(mine.missing) == list(mine.repaired) == lost
    proof = await assembly.proofs.prove(pair, proof_period.day_of(assembly.clock.now_ms()))
    assert proof.content["faults"] == []
    assert set(proof.content["recovered"]) <= set(lost)
    assert (await assembly.proofs.verify()).breaks == ()


async def test_every_night_yesterday_is_proved(assembly: Assembly, outside: Outside) -> None:
    await assembly.connect(outside.connect)
    await assembly.engine.sync_once()
    assert await assembly.proofs.auditor.look() == 2, "both shops"
    (made,) = await assembly.database.read(kept)
    assert made.period == proof_period.day_of(assembly.clock.now_ms() - DAY).key
    assert await assembly.proofs.auditor.look() == 0


async def test_a_link_by_hand_is_audited_and_outlives_the_next_sync(assembly: Assembly, outside: Outside) -> None:
    assembly.by = lambda: "陈静"
    await assembly.connect(outside.connect)
    await assembly.engine.sync_once()
    (pair,) = await assembly.database.read(pairs)
    asked = "SELECT order_no, trade_no FROM links WHERE mapping = 'linked' AND trade_no IS NOT NULL LIMIT 1"
    order_no, trade_no = await assembly.database.read(lambda conn: tuple(conn.exec_driver_sql(asked).one()))
    await assembly.proofs.set_apart(pair, order_no, trade_no, "不是同一单")
    await assembly.engine.sync_once()
    held = "SELECT trade_no FROM links WHERE order_no = ?"
    now = await assembly.database.read(lambda conn: conn.exec_driver_sql(held, (order_no,)).scalar_one())
    assert now != trade_no
    (row,) = await assembly.database.read(audit.rows, "links.")
    assert '"by":"陈静"' in row.detail
    assert await assembly.proofs.take_back(pair, order_no, trade_no)
    assert await assembly.database.read(lambda conn: list(decisions(conn, pair))) == []
    back = await assembly.database.read(lambda conn: conn.exec_driver_sql(held, (order_no,)).scalar_one())
    assert back == trade_no, "matching judges them again, at once"
