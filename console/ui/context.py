"""What a tab is given: the file to ask, the changes to hear of, the clock, and what it may ask to be done."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from console.catalogue import Language
from console.core.clock import Clock
from console.ui.preferences import Preferences
from console.ui.session import Session

if TYPE_CHECKING:  # what is not needed before the first paint
    from console.core.commands import Command
    from console.core.gateway import Credentials
    from console.core.model import Shop
    from console.core.operators import Right
    from console.core.parties import Platform
    from console.core.permissions import Check, Need, Switch
    from console.store.database import Database
    from console.store.outlook import Package
    from console.store.views import Pair, SignIn
    from console.ui.asking_ads import AdsAccounts
    from console.ui.asking_compliance import Compliance
    from console.ui.asking_customers import CustomersDesk
    from console.ui.asking_experiments import ExperimentsDesk, PromotionsDesk
    from console.ui.asking_forecast import Forecasts
    from console.ui.asking_goods import GoodsLinks, GoodsLooks, GoodsRules
    from console.ui.asking_keeping import FileKeeping
    from console.ui.asking_live import LiveShows
    from console.ui.asking_live_figures import LiveFigures
    from console.ui.asking_proofs import OrderProofs
    from console.ui.asking_revealing import Reveals
    from console.ui.asking_reviews import ReviewDesk
    from console.ui.asking_scripts import LiveScripts
    from console.ui.asking_selfcheck import SelfChecks
    from console.ui.asking_shipping import OrderShipping
    from console.ui.asking_tickets import Tickets
    from console.ui.asking_touching import TouchDesk
    from console.ui.asking_traffic import TrafficDesk
    from console.ui.asking_waybills import Waybills
    from console.ui.asking_wording import WordingDesk
    from console.ui.bridge import Bridge
    from console.ui.pictures import Pictures


class Actions(Protocol):
    """What a click may ask for. Raises ``core.errors.Trouble`` where it cannot be done."""

    @property
    def goods(self) -> "GoodsRules":
        """The rules for pushing goods."""
        ...

    @property
    def linking(self) -> "GoodsLinks":
        """Links of goods."""
        ...

    @property
    def wording(self) -> "WordingDesk":
        """The wording checker."""
        ...

    @property
    def compliance(self) -> "Compliance":
        """Violations and certificates."""
        ...

    @property
    def reviews(self) -> "ReviewDesk":
        """Reviews of live content, by rules and by a model."""
        ...

    @property
    def self_checks(self) -> "SelfChecks":
        """Monthly self-checks."""
        ...

    @property
    def proofs(self) -> "OrderProofs":
        """Proofs, and links of orders."""
        ...

    @property
    def advertising(self) -> "AdsAccounts":
        """Ads accounts."""
        ...

    @property
    def tickets(self) -> "Tickets":
        """After-sale tickets."""
        ...

    @property
    def shipping(self) -> "OrderShipping":
        """Shipping orders, and following parcels."""
        ...

    @property
    def revealing(self) -> "Reveals":
        """Buyers' data, one field at a time."""
        ...

    @property
    def waybills(self) -> "Waybills":
        """E-waybills and their labels."""
        ...

    @property
    def live(self) -> "LiveShows":
        """The ingest door, and what is said of a show by hand."""
        ...

    @property
    def live_figures(self) -> "LiveFigures":
        """Figures that a person brings to a show, their sources and lines; shows begun and joined by hand."""
        ...

    @property
    def scripts(self) -> "LiveScripts":
        """Run sheets, and the cues of a show."""
        ...

    @property
    def traffic(self) -> "TrafficDesk":
        """Traffic that is imported or typed, and its lines."""
        ...

    @property
    def touching(self) -> "TouchDesk":
        """Reaching customers: task lists, and what channels, coupons and stored value did."""
        ...

    @property
    def customers(self) -> "CustomersDesk":
        """What people say of customers, and saved segments."""
        ...

    @property
    def experiments(self) -> "ExperimentsDesk":
        """Experiments with what they counted."""
        ...

    @property
    def promotions(self) -> "PromotionsDesk":
        """Big promotions with their tasks."""
        ...

    @property
    def keeping(self) -> "FileKeeping":
        """Backups of the file, and the diagnostics bundle."""
        ...

    @property
    def forecasting(self) -> "Forecasts":
        """Forecasts, and the advice on goods."""
        ...

    @property
    def looks(self) -> "GoodsLooks":
        """Looking at goods and categories."""
        ...

    async def sync_now(self) -> None:
        """Have every bound shop read now, ahead of its turn; how that goes shows in the sync light."""
        ...

    async def bind_from_file(self, path: Path) -> None:
        """Bind the shops that a connection file names (the line a sandbox prints)."""
        ...

    def syncing(self) -> Set[str]:
        """The shops being read at this moment."""
        ...

    def next_try_at(self, shop_id: str) -> int | None:
        """When this shop is read next by itself; None if nobody knows or it rests."""
        ...

    def default_base_url(self, platform: "Platform") -> str:
        """The real platform's address."""
        ...

    def sign_in_page(self, keys: "Credentials", callback: str, state: str) -> str:
        """The address of the page on which a Kuaishou merchant agrees. Youzan's own-use apps need none."""
        ...

    async def bind(self, platform: "Platform", keys: "Credentials", code: str = "", expected: str = "") -> "Shop":
        """Sign in with these keys, ask which shop it is, keep its secrets and read it from now on.

        ``code`` is Kuaishou's, once. ``expected`` is the id of a shop that is signed in to again: its kept secrets
        stand in for empty fields. Raises Trouble; then nothing was kept.
        """
        ...

    async def unbind(self, shop_id: str) -> None:
        """Stop reading a shop and forget its secrets; its rows stay."""
        ...

    async def erase(self, shop_id: str) -> None:
        """Unbind a shop and forget its rows, too. Cannot be undone."""
        ...

    async def pair(self, kuaishou_shop_id: str, youzan_shop_id: str) -> None:
        """Say that two shops belong together."""
        ...

    async def part(self, former: "Pair") -> None:
        """Undo a pair."""
        ...

    def self_test(self, shop_id: str) -> "AsyncIterator[Check]":
        """Test what the shop lets the console do. Raises no Trouble; stop listening and it stops asking."""
        ...

    def needs(self, shop_id: str) -> "Sequence[Need]":
        """The lines that a self-test of the shop will have; none while the shop is not read."""
        ...

    async def set_switch(self, shop_id: str, switch: "Switch", on: bool) -> None:
        """Turn one of a shop's switches. Kept when this returns."""
        ...

    async def set_read_only(self, shop_id: str, read_only: bool) -> None:
        """Lock a shop against every write, or unlock it. Kept when this returns."""
        ...

    async def set_bought(self, shop_id: str, package: "Package | None", paid_until_at: int | None) -> None:
        """Say what was bought of the platform, and until when; None: nobody said."""
        ...

    async def submit(self, command: "Command", undo_s: float | None = None) -> int:
        """Have this done on its platform, not before ``undo_s`` from now; returns its id in the outbox.

        None: the usual ten seconds. Raises Refused where it must not be tried. How it goes shows in the outbox.
        """
        ...

    async def decline(self, command: "Command") -> None:
        """The merchant was shown what this would do and said no: the audit remembers."""
        ...

    async def undo(self, row_id: int) -> None:
        """Take a command back that was not sent. Raises Refused once it was."""
        ...

    async def undo_all(self) -> int:
        """Take back everything that was not sent; returns how many."""
        ...

    async def retry(self, row_id: int) -> None:
        """Go on with a command now; one that may have arrived is only read back. Raises Refused."""
        ...

    async def drop(self, row_id: int) -> None:
        """Give a command up that a person was asked about. Raises Refused where it may be on its way."""
        ...

    async def pause(self, paused: bool) -> None:
        """Hold back everything that was not sent, or let it go."""
        ...

    async def sign_ins(self) -> "Mapping[str, SignIn]":
        """What may be shown of every shop's sign-in, by shop id; a shop without secrets is not in it."""
        ...

    def secrets_last(self) -> bool:
        """Whether sign-ins outlive this run; not so where the system has no key store."""
        ...


class Scope(QObject):
    """Which shops the window is looking at: one pair, or all of them (None)."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pair: Pair | None = None

    def choose(self, pair: "Pair | None") -> None:
        if pair != self.pair:
            self.pair = pair
            self.changed.emit()


def _no_pictures() -> "Pictures":
    from console.ui.pictures import Pictures

    return Pictures()


@dataclass(frozen=True)
class Desk:
    """Everything a tab works with. Made once in ``app`` and handed to each tab when it is first shown."""

    database: "Database"
    changes: "Bridge"
    clock: Clock
    actions: Actions
    preferences: Preferences
    log_path: Path
    is_demo: Callable[[], bool] = lambda: False  # the shops are a sandbox's: a lasting strip says so
    scope: Scope = field(default_factory=Scope)
    session: Session = field(default_factory=Session)  # who is there; one owner where nobody was named
    pictures: "Pictures" = field(default_factory=_no_pictures)

    def may(self, right: "Right") -> bool:
        """Whether whoever is at the window may do it."""
        return self.session.may(right)

    @property
    def language(self) -> Language:
        """For ``catalogue.words``."""
        return self.preferences.language

    def now(self) -> int:
        """Now, ms UTC, by the desk's clock."""
        return self.clock.now_ms()
