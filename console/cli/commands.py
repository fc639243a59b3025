"""The commands one by one: what can be typed after each."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

MAPPINGS = ("linked", "waiting", "missing_trade", "missing_order", "duplicate", "ambiguous", "amount_differs")
STATES = ("linked", "to_confirm", "conflict", "only_kuaishou", "only_youzan", "failed")
SURFACES = ("title", "image", "detail", "video", "script", "live", "chat", "profile", "comment")
OF_SHOP = "whose rows they are: a shop's id, number or name; only where several are bound"
CATEGORIES = ("general", "beauty", "food", "health", "medical", "education", "investment")

Size = tuple[int, int]
Commands: TypeAlias = "argparse._SubParsersAction[Any]"


def _window(commands: Commands) -> None:
    window = _command(commands, "window", "the window (what starts without a command)")
    window.add_argument("--profile", type=Path, metavar="DIR", help="where the data is kept")
    window.add_argument("--connect", type=Path, metavar="FILE", help="bind to the sandbox whose line this file holds")
    _looks(window)


def _demo(commands: Commands) -> None:
    demo = _command(commands, "demo", "the window on a sandbox of its own")
    demo.add_argument("--shots", type=Path, metavar="DIR", help="no window: a picture of every tab into DIR")
    _looks(demo)


def _shots(commands: Commands) -> None:
    shots = _command(commands, "shots", "pictures of every tab")
    shots.add_argument("folder", type=Path, metavar="DIR")
    shots.add_argument("--connect", type=Path, metavar="FILE")
    shots.add_argument("--rows", type=_count, metavar="N", help="0, 10 or 100000 invented orders")
    shots.add_argument("--size", type=_size, metavar="WxH")
    _looks(shots)


def _sync(commands: Commands) -> None:
    sync = _command(commands, "sync", "read both platforms into the file")
    sync.add_argument("--profile", type=Path, required=True, metavar="DIR")
    sync.add_argument("--connect", type=Path, required=True, metavar="FILE", help="the sandbox's line")
    sync.add_argument("--once", action="store_true", required=True, help="read everything once, then end")
    sync.add_argument("--json", action="store_true", help="one line of JSON on stdout")


def _orders(commands: Commands) -> None:
    orders = _command(commands, "orders", "the orders in the file, one line of JSON each")
    orders.add_argument("--profile", type=Path, required=True, metavar="DIR")
    orders.add_argument("--json", action="store_true", help="the only form there is")
    orders.add_argument("--mapping", choices=MAPPINGS, metavar="STATE", help=", ".join(MAPPINGS))


def _products(commands: Commands) -> None:
    products = _command(commands, "products", "the goods in the file, one line of JSON each; `link` links them")
    products.add_argument("act", nargs="?", choices=("link",), help="read the goods of both shops and link them")
    products.add_argument("--profile", type=Path, required=True, metavar="DIR")
    products.add_argument("--json", action="store_true", help="the only form there is")
    products.add_argument("--state", choices=STATES, metavar="STATE", help=", ".join(STATES))
    products.add_argument("--connect", type=Path, metavar="FILE", help="link: the sandbox's line")
    products.add_argument("--dry-run", action="store_true", help="link: say what it would do, change nothing")


def _reconcile(commands: Commands) -> None:
    reconcile = _command(commands, "reconcile", "prove that every order of a day or month is accounted for")
    reconcile.add_argument("--profile", type=Path, required=True, metavar="DIR")
    stretch = reconcile.add_mutually_exclusive_group(required=True)
    stretch.add_argument("--day", type=_day, metavar="YYYY-MM-DD", help="in shop time")
    stretch.add_argument("--month", type=_month, metavar="YYYY-MM")
    reconcile.add_argument("--audit", action="store_true", help="compare with the platforms first, read what lacks")
    reconcile.add_argument("--connect", type=Path, metavar="FILE", help="--audit: the sandbox's line")
    reconcile.add_argument("--json", action="store_true", help="one line of JSON on stdout, the only form there is")


def _selfcheck(commands: Commands) -> None:
    selfcheck = _command(commands, "selfcheck", "look through a month's texts and papers, keep and write the report")
    selfcheck.add_argument("--profile", type=Path, required=True, metavar="DIR")
    selfcheck.add_argument("--month", type=_month, required=True, metavar="YYYY-MM")
    selfcheck.add_argument("--chat", type=Path, action="append", metavar="FILE", help="a chat log of the month")
    selfcheck.add_argument("--json", action="store_true", help="one line of JSON on stdout")
    selfcheck.add_argument("--out", type=Path, metavar="FILE", help="write it: .html, .pdf or .xlsx")


def _forecast(commands: Commands) -> None:
    forecast = _command(commands, "forecast", "what the coming days bring, and what the method was worth in the past")
    forecast.add_argument("--profile", type=Path, required=True, metavar="DIR")
    forecast.add_argument("--days", type=int, choices=(14, 30), default=14)
    forecast.add_argument("--json", action="store_true", help="one line of JSON on stdout, the only form there is")


def _doctor(commands: Commands) -> None:
    doctor = _command(commands, "doctor", "test what each bound shop lets the console do")
    doctor.add_argument("--profile", type=Path, required=True, metavar="DIR")
    doctor.add_argument("--connect", type=Path, metavar="FILE", help="the sandbox's line; else the key store's shops")
    doctor.add_argument("--json", action="store_true", help="one line of JSON on stdout")


def _experiments(commands: Commands) -> None:
    trials = _command(commands, "experiments", "experiments, one line of JSON a metric; no p before the planned number")
    trials.add_argument("--profile", type=Path, required=True, metavar="DIR")
    trials.add_argument("--json", action="store_true", help="the only form there is")


def _export(commands: Commands) -> None:
    export = _command(commands, "export", "a folder of csv and one schema, for BI tools")
    export.add_argument("--profile", type=Path, required=True, metavar="DIR")
    export.add_argument("--to", type=Path, required=True, metavar="DIR")
    export.add_argument("--since", type=_day, metavar="YYYY-MM-DD", help="only what came in on that day or later")
    export.add_argument("--json", action="store_true", help="one line of JSON on stdout, the only form there is")


def _check(commands: Commands) -> None:
    check = _command(commands, "check", "look for risky wording in a file: txt, csv, xlsx, srt, vtt, jsonl")
    check.add_argument("file", type=Path, metavar="FILE", help="or - for plain text on stdin")
    check.add_argument("--surface", choices=SURFACES, default="detail", metavar="WHERE", help=", ".join(SURFACES))
    check.add_argument("--category", choices=CATEGORIES, default="general", metavar="GOODS", help=", ".join(CATEGORIES))
    check.add_argument("--format", choices=("text", "json", "sarif"), default="text")


def _sandbox(commands: Commands) -> None:
    commands.add_parser("sandbox", help="both platforms in miniature; see `sandbox --help`", add_help=False)


def _live(commands: Commands) -> None:
    live = _command(commands, "live", "live shows: a file of lines in, a recap out")
    acts = live.add_subparsers(dest="live", metavar="act", required=True)

    ingest = _command(acts, "ingest", "take a file of lines in: sessions, snapshots, events")
    ingest.add_argument("file", type=Path, metavar="FILE.jsonl")
    ingest.add_argument("--profile", type=Path, required=True, metavar="DIR")
    ingest.add_argument("--json", action="store_true", help="the only form there is")

    recap = _command(acts, "recap", "a past show as a workbook")
    recap.add_argument("session", metavar="SESSION|last")
    recap.add_argument("--profile", type=Path, required=True, metavar="DIR")
    recap.add_argument("--out", type=Path, required=True, metavar="FILE.xlsx")


def _traffic(commands: Commands) -> None:
    traffic = _command(commands, "traffic", "traffic: a table in, or all that is known")
    acts = traffic.add_subparsers(dest="traffic", metavar="act", required=True)

    take = _command(acts, "import", "take in a table of traffic sources, works or labels: csv, xlsx")
    take.add_argument("file", type=Path, metavar="FILE")
    take.add_argument("--shop", default="", metavar="SHOP", help=OF_SHOP)
    take.add_argument("--profile", type=Path, required=True, metavar="DIR")
    take.add_argument("--json", action="store_true", help="the only form there is")

    told = _command(acts, "report", "what is known of traffic; null is unknown")
    told.add_argument("--profile", type=Path, required=True, metavar="DIR")
    told.add_argument("--json", action="store_true", help="one line of JSON on stdout, the only form there is")


def _customers(commands: Commands) -> None:
    customers = _command(commands, "customers", "reaching customers: a table in, or task lists and channels")
    acts = customers.add_subparsers(dest="customers", metavar="act", required=True)
    take = _command(acts, "import", "take in a table of channels, coupons, stored value or members: csv, xlsx")
    take.add_argument("file", type=Path, metavar="FILE")
    take.add_argument("--shop", default="", metavar="SHOP", help=OF_SHOP)
    told = _command(acts, "tasks", "task lists with what they brought, and channels compared; null is unknown")
    for command in (take, told):
        command.add_argument("--profile", type=Path, required=True, metavar="DIR")
        command.add_argument("--json", action="store_true", help="one line of JSON on stdout, the only form there is")


def _command(commands: Commands, name: str, purpose: str) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=purpose, description=purpose, allow_abbrev=False)
    return _in_language(command)


def _in_language(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Before or after the word of an act: where it is not typed nothing is set, so that none takes back another's."""
    parser.add_argument("--lang", choices=("zh_CN", "en"), default=argparse.SUPPRESS, help="zh_CN or en")
    return parser


def _looks(command: argparse.ArgumentParser) -> None:
    command.add_argument("--theme", choices=("light", "dark"))


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError(f"not a number of rows: {text!r}")
    return int(text)


def _day(text: str) -> str:
    from console.rules import proof_period

    try:
        return proof_period.day(text).key
    except ValueError:
        raise argparse.ArgumentTypeError(f"not a day: {text!r}") from None


def _month(text: str) -> str:
    from console.rules import proof_period

    try:
        return proof_period.month(text).key
    except ValueError:
        raise argparse.ArgumentTypeError(f"not a month: {text!r}") from None


def _size(text: str) -> Size:
    width, _, height = text.partition("x")
    if not (width.isdigit() and height.isdigit() and int(width) and int(height)):
        raise argparse.ArgumentTypeError(f"not a size like 1440x900: {text!r}")
    return int(width), int(height)


COMMANDS: dict[str, Callable[[Commands], None]] = {
    "window": _window,
    "demo": _demo,
    "shots": _shots,
    "sync": _sync,
    "orders": _orders,
    "products": _products,
    "reconcile": _reconcile,
    "selfcheck": _selfcheck,
    "forecast": _forecast,
    "doctor": _doctor,
    "live": _live,
    "traffic": _traffic,
    "customers": _customers,
    "experiments": _experiments,
    "export": _export,
    "check": _check,
    "sandbox": _sandbox,
}
