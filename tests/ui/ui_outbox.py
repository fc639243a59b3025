"""Actions that keep what they are asked in the test's own file, as the outbox does, and send nothing."""

from typing import Any

from ui_fakes import FakeActions, FakeChanges

from console.core.changes import changed
from console.core.commands import Command
from console.core.model import AuditState, Item, Listing, Platform, Shop, Sku
from console.store import outbox
from console.store.health import note_success
from console.store.items import save_listings
from console.store.shops import pair, put_shop
from console.ui.context import Desk

KUAISHOU, YOUZAN = "kuaishou:1", "youzan:2"


class FileActions(FakeActions):
    """The outbox without its worker."""

    def __init__(self, changes: FakeChanges) -> None:
        super().__init__()
        self.changes = changes
        self.desk: Desk | None = None
        self.refuse_from: int | None = None  # from which command on ``refusal`` is raised

    async def _ask(self, fn: Any, *args: Any, **options: Any) -> Any:
        assert self.desk is not None
        write: Any = self.desk.database.write
        answer = await write(fn, *args, self.desk.now(), **options)
        self.changes.announce(changed("outbox"))
        return answer

    async def keep(self, fn: Any, *values: Any) -> None:
        """A rule, as the goods' choices keep it."""
        assert self.desk is not None
        write: Any = self.desk.database.write
        await write(fn, *values, self.desk.now())
        self.changes.announce(changed("settings"))

    async def submit(self, command: Command, undo_s: float | None = None) -> int:
        if self.refusal is not None and self.refuse_from is not None and len(self.submitted) >= self.refuse_from:
            refusal, self.refusal = self.refusal, None
            raise refusal
        self.submitted.append(command)
        return int(await self._ask(outbox.add, command))

    async def decline(self, command: Command) -> None:
        await self._ask(outbox.decline, command)

    async def undo(self, row_id: int) -> None:
        await self._ask(outbox.undo, row_id)

    async def undo_all(self) -> int:
        return int(await self._ask(outbox.undo_all))

    async def retry(self, row_id: int) -> None:
        await self._ask(outbox.retry, row_id)

    async def drop(self, row_id: int) -> None:
        await self._ask(outbox.drop, row_id)

    async def pause(self, paused: bool) -> None:
        await self._ask(outbox.pause, paused)


def listing(no: str, price: int, stocks: tuple[int, ...], **more: Any) -> Listing:
    """Goods with a variant a stock; both sides join them by code."""
    kind = no[1:]
    skus = tuple(
        Sku(item_id=no, sku_id=f"{no}{n}", code=f"C{kind}-{n}", spec=f"规格{n}", price_fen=price, stock=stock)
        for n, stock in enumerate(stocks)
    )
    values: dict[str, Any] = {"title": f"保温杯 {kind}", "audit": AuditState.PASSED, "on_shelf": True} | more
    item = Item(item_id=no, code=f"XH-{kind}", price_fen=price, stock=sum(stocks), updated_at=int(kind), **values)
    return Listing(item=item, skus=skus)


def fill(conn: Any, now: int, number: int = 3) -> None:
    """Both shops with the same goods: of the first Youzan has one variant more, and of all one piece more each."""
    sides = (
        (KUAISHOU, [listing(f"1{n:03d}", 5990, (10, 4)) for n in range(1, number + 1)]),
        (YOUZAN, [listing(f"2{n:03d}", 5990, (11, 5, 2) if n == 1 else (11, 5)) for n in range(1, number + 1)]),
    )
    for shop_id, listings in sides:
        platform, _, own = shop_id.partition(":")
        put_shop(conn, Shop(shop_id=shop_id, platform=Platform(platform), platform_shop_id=own, name="小禾家居"))
        save_listings(conn, shop_id, listings, now)
    pair(conn, KUAISHOU, YOUZAN)
    for shop_id in (KUAISHOU, YOUZAN):
        note_success(conn, shop_id, "items", now)
