"""A sandbox in this process, so that a test can make a sale in it; it is spoken to over a real socket all the same."""

import json
import socket
import threading
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import uvicorn
from e2e_run import EVENING

from console.connect import FileVault
from console.core.clock import SystemClock, parse_shop_time
from console.core.commands import Command
from console.core.gateway import Attempt
from console.core.model import Platform, Shop
from console.platforms import open_gateway
from console.sandbox import ads, kuaishou, youzan
from console.sandbox.lifecycle import pay, take_stock
from console.sandbox.people import Crowd
from console.sandbox.sales import Purchase, Sales
from console.sandbox.serve import Wish, build_context, self_description
from console.sandbox.server import HOST, Breakable, build_app
from console.sandbox.state import Product, Sku


def _listening(port: int) -> socket.socket:
    """As the sandbox listens, but at a port that was in use just now, too."""
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.bind((HOST, port))
    sock.listen()
    return sock


class OwnWorld:
    """A frozen world with its server in a thread.

    Its clock begins at the same evening each time: what is in a world depends on when it is made. None: at the
    machine's time, for who has no clock but that.
    """

    def __init__(self, folder: Path, items: int = 40, orders: int = 200, now: str | None = EVENING) -> None:
        first = _listening(0)
        self._port = int(first.getsockname()[1])
        at = None if now is None else parse_shop_time(now)
        wish = Wish(seed=5, items=items, orders=orders, frozen=True, now=at)
        self.ctx = build_context(wish, f"http://{HOST}:{self._port}")
        self._up(first)
        self.connect = folder / "sandbox.json"
        self.connect.write_text(json.dumps(self_description(self.ctx)))
        self.vault = FileVault(self.connect)

    def _up(self, sock: socket.socket) -> None:
        app = build_app(self.ctx, [*kuaishou.routes(self.ctx), *youzan.routes(self.ctx), *ads.routes(self.ctx)])
        config = uvicorn.Config(app, http=Breakable, ws="none", log_config=None, access_log=False, date_header=False)
        self._socket, self._server = sock, uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [sock]})
        self._thread.start()

    def stop(self) -> None:
        """Nobody answers any more, until ``come_back``."""
        self._server.should_exit = True
        self._thread.join(10)
        self._socket.close()

    def come_back(self) -> None:
        self._up(_listening(self._port))

    def ask(self, path: str, body: Any = None) -> Any:
        """A control call: GET, or POST where there is a body."""
        content = None if body is None else json.dumps(body).encode()
        headers = {"content-type": "application/json"}
        request = urllib.request.Request(f"{self.ctx.base_url}/control{path}", data=content, headers=headers)
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def writes(self, method: str) -> list[dict[str, Any]]:
        """The accepted writes of one kind, by ``GET /control/log``."""
        return [entry for entry in self.ask("/log") if entry["method"] == method]

    def fault(self, name: str) -> None:
        """The next call meets this trouble."""
        self.ask("/faults", {"on": [name], "times": 1})

    def goods(self, least: int = 2) -> Product:
        """Something that both sides sell, in several variants."""
        return next(
            product
            for product in self.ctx.world.products
            if product.ks_item_id
            and product.yz_item_id
            and len(product.skus) >= least
            and product.audit == 2
            and not product.ks_deleted
            and not product.yz_deleted
            and all(sku.ks_sku_id and sku.yz_sku_id for sku in product.skus)
        )

    def sell(self, product: Product, sku: Sku) -> None:
        """Somebody buys one on Kuaishou and pays at once."""
        world, now = self.ctx.world, self.ctx.clock.now_ms()
        order = Sales(world, Crowd(world.random)).order(
            Purchase(at=now, product=product, sku=sku, plain=True, buyer=world.people[0])
        )
        pay(order, now)
        take_stock(order, now)

    def gateway(self, platform: Platform, clock: SystemClock) -> Any:
        return open_gateway(platform, vault=self.vault, key=platform.value, base_url=self.ctx.base_url, clock=clock)

    def shop(self, platform: Platform) -> Shop:
        number = str(self.ctx.world.ks_seller_id if platform is Platform.KUAISHOU else self.ctx.world.yz_kdt_id)
        return Shop(shop_id=f"{platform.value}:{number}", platform=platform, platform_shop_id=number, name="暖屋")


class LeapingClock(SystemClock):
    """The machine's time, and the sandbox's with it: to wait is to leap."""

    def __init__(self, world: OwnWorld) -> None:
        super().__init__(world.ctx.clock.offset_ms)
        self._world = world

    async def sleep(self, seconds: float) -> None:
        self.leap(seconds)

    def leap(self, seconds: float) -> None:
        self.offset_ms += round(seconds * 1000)
        self._world.ctx.clock.advance(seconds)


def around(gateway: Any, before: Callable[[], object], after: Callable[[], object] = lambda: None) -> list[Command]:
    """Do something right before and right after every writing call; the answer fills with what was executed."""
    real, made = gateway.execute, list[Command]()

    async def execute(command: Command, attempt: Attempt) -> None:
        made.append(command)
        if len(made) == 1:
            before()
        try:
            await real(command, attempt)
        finally:
            if len(made) == 1:
                after()

    gateway.execute = execute
    return made
