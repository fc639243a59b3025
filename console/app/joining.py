"""Below the window: file, hub, engine, outbox and the bound shops, built in order and ended in the opposite one."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence, Set
from pathlib import Path
from typing import Self

from console import reference
from console.app import file_shops
from console.app.file_shops import Asking, FileShops
from console.binding.ads import AdsBindings
from console.binding.ads_asking import AdsAsking
from console.binding.choices import Choices
from console.binding.compliance import Compliance
from console.binding.customers import CustomersAsking
from console.binding.experiments import ExperimentsAsking
from console.binding.forecasting import Forecasting
from console.binding.goods_choices import GoodsChoices
from console.binding.goods_linking import GoodsLinking
from console.binding.goods_looks import GoodsLooks
from console.binding.keeping import FileKeeping
from console.binding.live_door import LiveDoor
from console.binding.live_figures import FiguresByHand
from console.binding.live_room import RoomWatch
from console.binding.live_scripts import LiveScripting
from console.binding.order_shipping import OrderShipping
from console.binding.promotions import PromotionsAsking
from console.binding.proofs import Proofs
from console.binding.revealing import Revealing
from console.binding.reviewing import Reviewing
from console.binding.self_checking import SelfChecking
from console.binding.shops import Bindings
from console.binding.signing_in import default_base_url, sign_in_page
from console.binding.tickets import TicketAsking
from console.binding.touching import TouchAsking
from console.binding.traffic import TrafficAsking
from console.binding.vaults import Opener, Vaults, memory
from console.binding.waybills import WaybillAsking
from console.binding.wording import Wording
from console.core.changes import changed
from console.core.clock import SystemClock
from console.core.commands import Command, SetPrice
from console.core.errors import Refused, Trouble
from console.core.gateway import Credentials
from console.core.model import Platform, Shop
from console.core.operators import Right
from console.core.permissions import Check, Need, Switch
from console.core.printing import Printer
from console.rules.day_plans import rows_of
from console.store import day_plans, restoring
from console.store.database import Database
from console.store.outlook import Package
from console.store.profile import Profile
from console.store.views import Pair, SignIn
from console.sync.engine import Engine
from console.sync.hub import Hub
from console.sync.outbox import Outbox
from console.sync.resting import Resting


def _all(_right: Right) -> bool:
    """Where nobody was named, whoever is there is the owner."""
    return True


def open_printer(name: str) -> Printer:
    """Qt's printing is loaded when a label is printed."""
    from console.documents import label_printers

    return label_printers.open_printer(name)


class Assembly:
    """Owns everything below the window. It is also the window's ``Actions``."""

    def __init__(self, profile: Profile, database: Database, clock: SystemClock, key_store: Opener) -> None:
        self.profile = profile
        self.database = database
        self.clock = clock
        self.hub = Hub()
        self.engine = Engine(database, clock, self.hub)
        self.by: Callable[[], str] = str  # who is at the window, for the audit; and what that one may
        self.may: Callable[[Right], bool] = _all
        hand = database.acting(lambda: self.by())
        self.outbox = Outbox(database, clock, self.hub)
        self.outbox.hand = hand
        self.vaults = Vaults(key_store)
        self.bindings = Bindings(hand, clock, self.engine, self.hub, self.vaults, self.outbox)
        self.ads = AdsBindings(hand, clock, self.hub, self.vaults)
        self.advertising = AdsAsking(self.ads, lambda right: self.may(right))
        self.choices = Choices(hand, clock, self.engine, self.hub)
        self.goods = GoodsChoices(hand, clock, self.hub, lambda right: self.may(right))
        self.linking = GoodsLinking(hand, clock, self.hub)
        self.wording = Wording(hand, clock, self.hub)
        self.compliance = Compliance(hand, clock, self.hub, profile.folder / "evidence")
        self.self_checks = SelfChecking(hand, clock, self.hub, self.wording.checker)
        self.proofs = Proofs(database, hand, clock, self.hub, self.engine.streams)
        self.shipping = OrderShipping(database, hand, clock, self.hub, self.bindings.gateway, self.engine.streams)
        self.looks = GoodsLooks(hand, clock, self.hub, self.bindings.gateway)
        asked = (self.bindings.gateway, self.outbox, open_printer)
        self.waybills = WaybillAsking(database, hand, clock, self.hub, *asked)
        self.tickets = TicketAsking(hand, clock, self.hub, self.bindings.gateway, lambda right: self.may(right))
        self.revealing = Revealing(hand, clock, self.hub, self.bindings.gateway, lambda right: self.may(right))
        self.live = LiveDoor(hand, clock, self.hub, self.vaults)
        asking = (self.wording.checker, lambda right: self.may(right), self.live.stream.picture)
        self.reviews = Reviewing(hand, clock, self.hub, self.vaults, *asking)
        self.scripts = LiveScripting(hand, clock, self.hub)
        self.live_figures = FiguresByHand(hand, clock, self.hub)
        self.traffic = TrafficAsking(hand, clock, self.hub)
        self.customers = CustomersAsking(hand, clock, self.hub)
        self.touching = TouchAsking(hand, clock, self.hub, self.wording.checker, asking[1], lambda: self.by())
        self.experiments = ExperimentsAsking(hand, clock, self.hub)
        self.promotions = PromotionsAsking(hand, clock, self.hub)
        self.forecasting = Forecasting(database, hand, clock, self.hub)
        self.room = RoomWatch(database, clock, self.hub, self.bindings, self.ads.wake, self.engine.wake)
        mine = (lambda right: self.may(right), lambda: self.by(), lambda: self.demo)
        self.keeping = FileKeeping(profile, hand, clock, self.hub, *mine)
        self._asking = Asking()
        self.file = FileShops(self.bindings, self.ads, clock, self._asking)

    @classmethod
    async def open(cls, profile: Profile, key_store: Opener = memory) -> Self:
        """Open the profile's file. Raises FileTrouble; the profile stays its owner's to release."""
        clock = SystemClock()
        restored = await asyncio.to_thread(restoring.take_over, profile.database_path, clock)
        database = await asyncio.to_thread(Database.open, profile.database_path, clock)
        reference.take_days(rows_of(one.plan for one in await database.read(day_plans.plans)))
        made = cls(profile, database, clock, key_store)
        made.keeping.restored = restored
        return made

    def start(self) -> None:
        """Begin to read and to send: whichever shops are bound, and those that will be."""
        self.engine.start()
        self.waybills.spooler.start()
        self.outbox.start()
        self.ads.start()
        self.proofs.start()
        self.shipping.start()
        self.room.start()
        self.forecasting.start()
        self.keeping.start()

    # -- the start ----------------------------------------------------------------------------------------------------

    async def resume(self) -> None:
        """Read the shops whose secrets the key store holds, be ready for shows as it was left; try until it is done."""
        again_s = file_shops.AGAIN_S
        for name, step in (("live", self._resume_live), ("key store", self._resume_all)):
            resting = Resting(f"resuming:{name}", again_s)
            pause_s = await resting.attempt(step, again_s)
            if pause_s is not None:
                self._asking.keep(name, resting.keep_at(step, pause_s, again_s))

    async def _resume_live(self) -> bool:
        try:
            await self.live.resume()
        except Exception:
            await self.live.close()  # it may stand half-way
            raise
        return True

    async def _resume_all(self) -> bool:
        shops, accounts = await self.bindings.resume(), await self.ads.resume()
        return shops and accounts

    @property
    def demo(self) -> bool:
        """Whether the shops are a sandbox's."""
        return self.file.is_demo

    async def connect(self, path: Path) -> list[Trouble]:
        """Read a connection file's shops; see ``FileShops.connect``."""
        return await self.file.connect(path)

    def keep_asking(self, first_s: float = file_shops.AGAIN_S) -> None:
        """Ask the file's platforms that did not answer again, until they do."""
        self.file.keep_asking(first_s)

    # -- what the window may ask for ----------------------------------------------------------------------------------

    async def sync_now(self) -> None:
        self.keep_asking(0)
        self.engine.health.next_try.clear()
        self.engine.wake()
        self.ads.wake()
        self.hub.announce(changed("health"))

    def _need(self, right: Right) -> None:
        """The window greys what is not allowed; whatever comes all the same ends here."""
        if not self.may(right):
            raise Refused("people.owner_only")

    async def bind_from_file(self, path: Path) -> None:
        self._need(Right.BIND)
        troubles = await self.connect(path)
        if troubles:
            self.keep_asking()
            raise troubles[0]

    def default_base_url(self, platform: Platform) -> str:
        return default_base_url(platform)

    def sign_in_page(self, keys: Credentials, callback: str, state: str) -> str:
        return sign_in_page(keys, callback, state)

    async def bind(self, platform: Platform, keys: Credentials, code: str = "", expected: str = "") -> Shop:
        self._need(Right.SIGN_IN if expected else Right.BIND)
        return await self.bindings.bind(platform, keys, code, expected)

    async def unbind(self, shop_id: str) -> None:
        self._need(Right.UNBIND)
        await self.ads.leave(shop_id)
        await self.bindings.unbind(shop_id)

    async def erase(self, shop_id: str) -> None:
        self._need(Right.ERASE)
        await self.ads.leave(shop_id)
        await self.bindings.erase(shop_id)

    async def pair(self, kuaishou_shop_id: str, youzan_shop_id: str) -> None:
        self._need(Right.PAIR)
        await self.bindings.pair(kuaishou_shop_id, youzan_shop_id)

    async def part(self, former: Pair) -> None:
        self._need(Right.PART)
        await self.bindings.part(former)

    def self_test(self, shop_id: str) -> AsyncIterator[Check]:
        return self.bindings.self_test(shop_id)

    def needs(self, shop_id: str) -> Sequence[Need]:
        return self.bindings.needs(shop_id)

    async def set_switch(self, shop_id: str, switch: Switch, on: bool) -> None:
        self._need(Right.SWITCHES)
        await self.choices.set_switch(shop_id, switch, on)
        if on:
            self.ads.wake()

    async def set_read_only(self, shop_id: str, read_only: bool) -> None:
        self._need(Right.SWITCHES)
        await self.choices.set_read_only(shop_id, read_only)

    async def set_bought(self, shop_id: str, package: Package | None, paid_until_at: int | None) -> None:
        await self.choices.set_bought(shop_id, package, paid_until_at)

    async def submit(self, command: Command, undo_s: float | None = None) -> int:
        if isinstance(command, SetPrice) and command.override.strip():
            self._need(Right.OVERRIDE)
        await self.wording.let_pass(command)
        return await self.outbox.submit(command, undo_s)

    async def decline(self, command: Command) -> None:
        await self.outbox.decline(command)

    async def undo(self, row_id: int) -> None:
        await self.outbox.undo(row_id)

    async def undo_all(self) -> int:
        return await self.outbox.undo_all()

    async def retry(self, row_id: int) -> None:
        await self.outbox.retry(row_id)

    async def drop(self, row_id: int) -> None:
        await self.outbox.drop(row_id)

    async def pause(self, paused: bool) -> None:
        await self.outbox.pause(paused)

    async def sign_ins(self) -> Mapping[str, SignIn]:
        return await self.bindings.sign_ins()

    def secrets_last(self) -> bool:
        return self.vaults.lasting

    def syncing(self) -> Set[str]:
        return {shop_id for shop_id, _ in self.engine.health.reading}

    def next_try_at(self, shop_id: str) -> int | None:
        times = [at for (owner, _), at in self.engine.health.next_try.items() if owner == shop_id]
        return min(times, default=None)

    # -- the end ------------------------------------------------------------------------------------------------------

    async def close(self) -> None:
        """End sending and reading, let bindings and token refreshes finish, fold the file."""
        await self._asking.stop()
        await self.keeping.stop()
        await self.waybills.spooler.stop()
        await self.outbox.stop()
        await self.proofs.stop()
        await self.shipping.stop()
        await self.engine.stop()
        await self.live.close()
        await self.room.stop()
        await self.forecasting.stop()
        await self.ads.close()
        await self.bindings.close()
        await asyncio.to_thread(self.database.close)
