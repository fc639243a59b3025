"""Stand-ins for what the window talks to."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence, Set
from pathlib import Path

from ui_ads import FakeAds
from ui_compliance import FakeCompliance, FakeReviews, FakeSelfChecks
from ui_forecasts import FakeForecasts
from ui_live import FakeLive
from ui_tickets import FakeTickets

from console import wording
from console.core.changes import Changes
from console.core.commands import Command
from console.core.errors import Trouble
from console.core.gateway import Credentials
from console.core.model import Platform, Shop
from console.core.permissions import Check, Need, Switch
from console.rules.pushing import Field, Lead
from console.rules.wording.bank import OwnWord
from console.rules.wording.engine import Checker
from console.rules.wording.pardons import Pardon
from console.store import costs, offers, push_rules
from console.store.outlook import Package
from console.store.views import Pair, SignIn
from console.ui.asking_compliance import Compliance
from console.ui.asking_customers import CustomersDesk
from console.ui.asking_experiments import ExperimentsDesk, PromotionsDesk
from console.ui.asking_forecast import Forecasts
from console.ui.asking_goods import GoodsLinks
from console.ui.asking_keeping import FileKeeping
from console.ui.asking_live_figures import LiveFigures
from console.ui.asking_proofs import OrderProofs
from console.ui.asking_revealing import Reveals
from console.ui.asking_reviews import ReviewDesk
from console.ui.asking_scripts import LiveScripts
from console.ui.asking_selfcheck import SelfChecks
from console.ui.asking_shipping import OrderShipping
from console.ui.asking_touching import TouchDesk
from console.ui.asking_traffic import TrafficDesk
from console.ui.asking_waybills import Waybills
from console.ui.asking_wording import WordingDesk
from console.ui.paging import Sort


class FakeChanges:
    """A hub that says what the test says."""

    def __init__(self) -> None:
        self.listeners: list[Callable[[Changes], None]] = []

    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        self.listeners.append(listener)
        return lambda: self.listeners.remove(listener)

    def announce(self, changes: Changes) -> None:
        for listener in list(self.listeners):
            listener(changes)


class FakeGoodsRules:
    """Remembers what was set; writes it where a test says how."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []
        self.write: Callable[..., Awaitable[object]] | None = None  # a database's, with its clock

    async def _put(self, fn: Callable[..., object], *values: object) -> None:
        self.asked.append((fn.__name__, *values))
        if self.write is not None:
            await self.write(fn, *values)

    async def set_rule(self, name: push_rules.Name, value: int | None) -> None:
        await self._put(push_rules.put_rule, name, value)

    async def set_lead(self, field: Field, lead: Lead) -> None:
        await self._put(push_rules.put_lead, field, lead)

    async def set_buffer(self, shop_id: str, item_id: str, pieces: int | None) -> None:
        await self._put(push_rules.put_buffer, shop_id, item_id, pieces)

    async def set_floor(self, shop_id: str, item_id: str, floor_fen: int | None) -> None:
        await self._put(push_rules.put_item_floor, shop_id, item_id, floor_fen)

    async def set_offer(self, part: offers.Part, shop_id: str, item_id: str, fen: int | None) -> None:
        await self._put(offers.put, part, shop_id, item_id, fen)

    async def set_cost(self, shop_id: str, item_id: str, cost_fen: int) -> None:
        await self._put(costs.put_cost, shop_id, item_id, cost_fen)


class FakeGoodsLooks:
    """Remembers what was asked; ``trouble`` is raised by all of it, ``write`` keeps choices where a test says how."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.looked: list[tuple[str, str]] = []
        self.chosen: list[dict[str, str]] = []
        self.trouble: Trouble | None = None
        self.write: Callable[..., Awaitable[int]] | None = None

    def _check(self) -> None:
        if self.trouble is not None:
            raise self.trouble

    async def read_categories(self, shop_id: str) -> int:
        self._check()
        self.read.append(shop_id)
        return 0

    async def look_at(self, shop_id: str, item_id: str) -> None:
        self._check()
        self.looked.append((shop_id, item_id))

    async def choose_categories(self, shop_id: str, leaves: Mapping[str, str]) -> int:
        self._check()
        self.chosen.append(dict(leaves))
        return len(leaves) if self.write is None else await self.write(shop_id, leaves)


class FakeWording:
    """The bank as it came with the program; tests that keep words put the real one in its place."""

    async def checker(self) -> Checker:
        return wording.checker("2026-11-25")

    async def put_words(self, words: Sequence[OwnWord]) -> int:
        return len(words)

    async def drop_words(self, terms: Sequence[str]) -> int:
        return len(terms)

    async def pardon(self, given: Pardon) -> None:
        raise AssertionError("needs a file")

    async def sign(self, digest: str, name: str, counts: Mapping[str, int], bank: str) -> None:
        raise AssertionError("needs a file")

    async def revoke(self, pardon_id: int) -> None:
        raise AssertionError("needs a file")


class FakeActions:
    """Remembers what was asked. ``trouble`` is raised by the next binding; ``shop`` is what binding finds."""

    keeping: FileKeeping  # likewise
    linking: GoodsLinks  # the real one over the test's file, where a test links goods
    proofs: OrderProofs  # likewise
    scripts: LiveScripts  # likewise
    live_figures: LiveFigures  # likewise
    shipping: OrderShipping  # likewise
    revealing: Reveals  # likewise
    waybills: Waybills  # likewise
    traffic: TrafficDesk  # likewise
    customers: CustomersDesk  # likewise
    touching: TouchDesk  # likewise
    experiments: ExperimentsDesk  # likewise
    promotions: PromotionsDesk  # likewise

    def __init__(self) -> None:
        self.self_checks: SelfChecks = FakeSelfChecks()
        self.forecasting: Forecasts = FakeForecasts()
        self.synced = 0
        self.bound: list[Path] = []
        self.signed_in: list[tuple[Platform, Credentials, str, str]] = []
        self.unbound: list[str] = []
        self.erased: list[str] = []
        self.paired: list[tuple[str, str]] = []
        self.parted: list[Pair] = []
        self.known: dict[str, SignIn] = {}
        self.tested: list[str] = []
        self.checks: dict[str, tuple[Check, ...]] = {}  # what a shop's self-test says
        self.pace: asyncio.Event | None = None  # a self-test waits for it before every line
        self.switched: list[tuple[str, str, bool]] = []
        self.bought: list[tuple[str, Package | None, int | None]] = []
        self.trouble: Trouble | None = None
        self.shop = Shop(shop_id="kuaishou:1", platform=Platform.KUAISHOU, platform_shop_id="1", name="小禾家居")
        self.lasting = True
        self.wording: WordingDesk = FakeWording()
        self.compliance: Compliance = FakeCompliance()
        self.reviews: ReviewDesk = FakeReviews()
        self.submitted: list[Command] = []
        self.declined: list[Command] = []
        self.undone: list[int] = []
        self.retried: list[int] = []
        self.dropped: list[int] = []
        self.paused = False
        self.goods = FakeGoodsRules()
        self.looks = FakeGoodsLooks()
        self.tickets = FakeTickets()
        self.advertising = FakeAds()
        self.live = FakeLive()
        self.refusal: Trouble | None = None  # what the outbox says to the next command

    async def sync_now(self) -> None:
        self.synced += 1

    async def bind_from_file(self, path: Path) -> None:
        self.bound.append(path)

    def syncing(self) -> Set[str]:
        return frozenset()

    def next_try_at(self, shop_id: str) -> int | None:
        return None

    def default_base_url(self, platform: Platform) -> str:
        return f"https://{platform.value}.example"

    def sign_in_page(self, keys: Credentials, callback: str, state: str) -> str:
        return f"{keys.base_url}/authorize?app_id={keys.app_key}&redirect_uri={callback}&state={state}"

    async def bind(self, platform: Platform, keys: Credentials, code: str = "", expected: str = "") -> Shop:
        self.signed_in.append((platform, keys, code, expected))
        trouble, self.trouble = self.trouble, None
        if trouble is not None:
            raise trouble
        return self.shop

    async def unbind(self, shop_id: str) -> None:
        self.unbound.append(shop_id)

    async def erase(self, shop_id: str) -> None:
        self.erased.append(shop_id)

    async def pair(self, kuaishou_shop_id: str, youzan_shop_id: str) -> None:
        self.paired.append((kuaishou_shop_id, youzan_shop_id))

    async def part(self, former: Pair) -> None:
        self.parted.append(former)

    async def self_test(self, shop_id: str) -> AsyncIterator[Check]:
        self.tested.append(shop_id)
        for check in self.checks.get(shop_id, ()):
            if self.pace is not None:
                await self.pace.wait()
            yield check

    def needs(self, shop_id: str) -> Sequence[Need]:
        return [Need(scope=one.scope, abilities=one.abilities) for one in self.checks.get(shop_id, ())]

    async def set_switch(self, shop_id: str, switch: Switch, on: bool) -> None:
        self.switched.append((shop_id, switch.value, on))

    async def set_read_only(self, shop_id: str, read_only: bool) -> None:
        self.switched.append((shop_id, "read_only", read_only))

    async def set_bought(self, shop_id: str, package: Package | None, paid_until_at: int | None) -> None:
        self.bought.append((shop_id, package, paid_until_at))

    async def submit(self, command: Command, undo_s: float | None = None) -> int:
        refusal, self.refusal = self.refusal, None
        if refusal is not None:
            raise refusal
        self.submitted.append(command)
        return len(self.submitted)

    async def decline(self, command: Command) -> None:
        self.declined.append(command)

    async def undo(self, row_id: int) -> None:
        self.undone.append(row_id)

    async def undo_all(self) -> int:
        return 0

    async def retry(self, row_id: int) -> None:
        self.retried.append(row_id)

    async def drop(self, row_id: int) -> None:
        self.dropped.append(row_id)

    async def pause(self, paused: bool) -> None:
        self.paused = paused

    async def sign_ins(self) -> Mapping[str, SignIn]:
        return dict(self.known)

    def secrets_last(self) -> bool:
        return self.lasting


class FakeSource:
    """Rows that are their own ids as text. Answers wait at ``gate`` while it is closed."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.asked: list[Sequence[int]] = []
        self.sorts: list[Sort | None] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.word = "row"

    async def ids(self, sort: Sort | None) -> Sequence[int]:
        self.sorts.append(sort)
        total = self.total
        await self.gate.wait()
        return range(total - 1, -1, -1) if sort is not None and sort.descending else range(total)

    async def rows(self, ids: Sequence[int]) -> Mapping[int, str]:
        self.asked.append(ids)
        word = self.word
        await self.gate.wait()
        return {one: f"{word} {one}" for one in ids}
