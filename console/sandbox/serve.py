"""``python -m console sandbox``: builds a world, opens the port, says one line, serves until stopped."""

import argparse
import errno
import gc
import json
import logging
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from socket import socket
from typing import Literal

from console.sandbox import ads, ids, kuaishou, reviewer, youzan
from console.sandbox.clock import Clock, parse_instant
from console.sandbox.context import AppKeys, Context, Frozen
from console.sandbox.faults import FAULTS, Faults
from console.sandbox.living import Living
from console.sandbox.server import HOST, build_app, listen, serve
from console.sandbox.world import build

OK, USAGE, PORT_TAKEN = 0, 2, 4
Trouble = Literal["usage", "port_taken", "port_denied"]
EARLIEST, LATEST = parse_instant("2001-01-01"), parse_instant("2100-01-01")
MOST_ITEMS, MOST_ORDERS = 20_000, 1_000_000


@dataclass(frozen=True)
class Wish:
    """What the command line asked for."""

    port: int = 0
    seed: int = 7
    items: int = 300
    orders: int = 5_000
    frozen: bool = False
    now: int | None = None  # ms UTC
    faults: list[str] = field(default_factory=list)
    withheld: list[str] = field(default_factory=list)


class _Usage(Exception):
    """The command line cannot be used; the text is the one line to show."""


def tell_in_english(trouble: Trouble, *, port: int = 0, detail: str = "") -> None:
    """One line on stderr: what, why, and what to do."""
    lines = {
        "usage": f"{detail}; see --help",
        "port_taken": f"port {port} is in use; choose another with --port, or --port 0 for any free one",
        "port_denied": f"port {port} cannot be opened ({detail}); choose another with --port, or --port 0",
    }
    print(f"sandbox: {lines[trouble]}", file=sys.stderr)  # noqa: T201 - a command's error line


def main(argv: list[str], tell: Callable[..., None] = tell_in_english) -> int:
    """The command's way in and out; ``argv`` without the command's name. Returns the exit code.

    ``tell`` says a Trouble, with its ``port`` and ``detail``.
    """
    try:
        wish = read_arguments(argv)
    except _Usage as trouble:
        tell("usage", detail=str(trouble))
        return USAGE
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="sandbox: %(levelname)s %(message)s")
    try:
        sock = listen(wish.port)
    except OSError as trouble:
        taken = trouble.errno == errno.EADDRINUSE
        tell("port_taken" if taken else "port_denied", port=wish.port, detail=trouble.strerror or "")
        return PORT_TAKEN
    with sock:
        return run(wish, sock)


def run(wish: Wish, sock: socket) -> int:
    """Build the world ``wish`` describes and serve it on ``sock`` until a signal; returns the exit code."""
    ctx = build_context(wish, f"http://{HOST}:{sock.getsockname()[1]}")
    app = build_app(ctx, [*kuaishou.routes(ctx), *youzan.routes(ctx), *ads.routes(ctx), *reviewer.routes(ctx)])
    line = json.dumps(self_description(ctx), ensure_ascii=False)
    serve(app, sock, lambda: print(line, flush=True))  # noqa: T201 - the one line the command promises
    return OK


def build_context(wish: Wish, base_url: str) -> Context:
    """World, clock, faults and keys; the keys depend on the seed alone."""
    clock = Clock() if wish.now is None else Clock.at_ms(wish.now)
    random = Random(f"keys {wish.seed}")
    # Nothing of a young world is garbage, but looking for it takes an eighth of the time.
    gc.disable()
    world = build(wish.seed, wish.items, wish.orders, clock.now_ms() if wish.now is None else wish.now)
    gc.freeze()
    gc.enable()
    return Context(
        world=world,
        clock=clock,
        faults=Faults(wish.faults),
        withheld=set(wish.withheld),
        living=Frozen() if wish.frozen else Living(world, clock),
        kuaishou=AppKeys(ids.app_key(random), ids.hexadecimal(random, 32), sign_secret=ids.hexadecimal(random, 32)),
        youzan=AppKeys(ids.hexadecimal(random, 18), ids.hexadecimal(random, 32), kdt_id=str(world.yz_kdt_id)),
        base_url=base_url,
    )


def self_description(ctx: Context) -> dict[str, object]:
    """The line on stdout: everything a client needs to work with the sandbox."""
    kuaishou_pair, youzan_pair = kuaishou.first_tokens(ctx), youzan.first_tokens(ctx)
    return {
        "kuaishou": {
            "base_url": ctx.base_url,
            "app_key": ctx.kuaishou.app_key,
            "app_secret": ctx.kuaishou.app_secret,
            "sign_secret": ctx.kuaishou.sign_secret,
            "access_token": kuaishou_pair[0],
            "refresh_token": kuaishou_pair[1],
        },
        "youzan": {
            "base_url": ctx.base_url,
            "client_id": ctx.youzan.app_key,
            "client_secret": ctx.youzan.app_secret,
            "kdt_id": ctx.youzan.kdt_id,
            "access_token": youzan_pair[0],
            "refresh_token": youzan_pair[1],
        },
        "kuaishou_ads": ads.self_description(ctx),
        "control_url": f"{ctx.base_url}/control",
        "now": ctx.clock.iso(),
    }


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> None:  # type: ignore[override]
        raise _Usage(message)


def read_arguments(argv: Sequence[str]) -> Wish:
    """The command line as a wish. Raises _Usage."""
    parser = _Parser(prog="console sandbox", description="Both platforms in miniature on one loopback port.")
    parser.add_argument("--port", type=_number(0, 65_535), default=0, help="0: any free port")
    parser.add_argument("--seed", type=_number(0, 2**63), default=7, help="the same seed and --now give the same world")
    parser.add_argument("--items", type=_number(1, MOST_ITEMS), default=300)
    parser.add_argument("--orders", type=_number(0, MOST_ORDERS), default=5_000)
    parser.add_argument("--frozen", action="store_true", help="nothing happens by itself")
    parser.add_argument("--now", type=_instant, help="the sandbox's time at the start, ISO-8601")
    parser.add_argument("--fault", action="append", default=[], choices=FAULTS, metavar="NAME", dest="faults")
    parser.add_argument(
        "--without-scope",
        action="append",
        default=[],
        choices=sorted({*kuaishou.SCOPES, *youzan.PACKAGES}),
        metavar="NAME",
        dest="withheld",
        help="a scope of Kuaishou or a package of Youzan that is not granted",
    )
    return Wish(**vars(parser.parse_args(argv)))


def _number(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not text.isdecimal() or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {least} to {most}")
        return int(text)

    return read


def _instant(text: str) -> int:
    try:
        at = parse_instant(text)
    except (ValueError, OverflowError):
        at = -1
    if not EARLIEST <= at <= LATEST:
        raise argparse.ArgumentTypeError(f"{text!r} is not an instant such as 2026-01-15T10:30:00+08:00")
    return at
