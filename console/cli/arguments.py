"""What can be typed. Unknown words end with one clear line and code 2. Loads nothing heavy: every start is here."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NoReturn

from console.cli.say import USAGE, language, say
from console.frozen import typed

MAPPINGS = ("linked", "waiting", "missing_trade", "missing_order", "duplicate", "ambiguous", "amount_differs")
STATES = ("linked", "to_confirm", "conflict", "only_kuaishou", "only_youzan", "failed")
SURFACES = ("title", "image", "detail", "video", "script", "live", "chat", "profile", "comment")
OF_SHOP = "whose rows they are: a shop's id, number or name; only where several are bound"
CATEGORIES = ("general", "beauty", "food", "health", "medical", "education", "investment")
WINDOWED = ("window", "demo", "shots")  # done by console.app

Size = tuple[int, int]


class Options(argparse.Namespace):
    """What was typed; each command fills its own part."""

    command: Literal[
        "window", "demo", "shots", "sync", "orders", "products", "reconcile", "doctor", "check", "live", "selfcheck",
        "traffic",
        "export",
        "experiments",
        "forecast",
        "customers",
    ]  # fmt: skip
    lang: Literal["zh_CN", "en"] | None
    theme: Literal["light", "dark"] | None
    profile: Path | None
    connect: Path | None
    shots: Path | None
    folder: Path
    rows: int | None
    size: Size | None
    mapping: str | None
    act: Literal["link"] | None
    live: Literal["ingest", "recap"]
    traffic: Literal["import", "report"]
    customers: Literal["import", "tasks"]
    shop: str
    file: Path
    session: str
    out: Path
    state: str | None
    dry_run: bool
    to: Path
    since: str | None
    day: str | None
    month: str | None
    days: Literal[14, 30]
    audit: bool
    chat: list[Path] | None
    once: bool
    json: bool
    surface: Literal["title", "image", "detail", "video", "script", "live", "chat", "profile", "comment"]
    category: Literal["general", "beauty", "food", "health", "medical", "education", "investment"]
    format: Literal["text", "json", "sarif"]


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, in the language asked for."""

    argv: Sequence[str] = ()

    def error(self, message: str) -> NoReturn:
        from console.cli.usage import said

        lang = language(self.argv)
        say("cli.usage", lang, detail=said(message, lang), command=self.prog)
        raise SystemExit(USAGE)


def parse(argv: Sequence[str]) -> Options:
    """The options of one command; without a command word they are the window's."""
    _Parser.argv = argv
    parser = _parser()
    words = list(argv) if _names_command(argv) else ["window", *argv]
    options = parser.parse_args(words, namespace=Options())
    if options.command == "products":
        _agree(parser, options)
    if options.command == "reconcile":
        _agree_on_audit(parser, options)
    return options


def _agree_on_audit(parser: _Parser, options: Options) -> None:
    """An audit asks the platforms, and nothing else does."""
    from console.cli.usage import REQUIRED

    if options.audit != (options.connect is not None):
        parser.error(REQUIRED.format("--connect" if options.audit else "--audit"))


def _agree(parser: _Parser, options: Options) -> None:
    """What belongs to linking belongs to nothing else; and it says from where the goods come."""
    from console.cli.usage import REQUIRED, UNRECOGNIZED

    if options.act == "link":
        if options.connect is None:
            parser.error(REQUIRED.format("--connect"))
        if options.state is not None:
            parser.error(UNRECOGNIZED.format("--state"))
    elif options.connect is not None or options.dry_run:
        parser.error(UNRECOGNIZED.format("--connect" if options.connect is not None else "--dry-run"))


def _names_command(argv: Sequence[str]) -> bool:
    return bool(argv) and (not argv[0].startswith("-") or argv[0] in ("-h", "--help", "--version"))


def _parser() -> _Parser:
    from console import __version__

    parser = _Parser(prog=typed(), description="Merchant Console", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"merchant-console {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="command", required=True)

    window = _command(commands, "window", "the window (what starts without a command)")
    window.add_argument("--profile", type=Path, metavar="DIR", help="where the data is kept")
    window.add_argument("--connect", type=Path, metavar="FILE", help="bind to the sandbox whose line this file holds")
    _looks(window)

    demo = _command(commands, "demo", "the window on a sandbox of its own")
    demo.add_argument("--shots", type=Path, metavar="DIR", help="no window: a picture of every tab into DIR")
    _looks(demo)

    shots = _command(commands, "shots", "pictures of every tab")
    shots.add_argument("folder", type=Path, metavar="DIR")
    shots.add_argument("--connect", type=Path, metavar="FILE")
    shots.add_argument("--rows", type=_count, metavar="N", help="0, 10 or 100000 invented orders")
    shots.add_argument("--size", type=_size, metavar="WxH")
    _looks(shots)

    sync = _command(commands, "sync", "read both platforms into the file")
    sync.add_argument("--profile", type=Path, required=True, metavar="DIR")
    sync.add_argument("--connect", type=Path, required=True, metavar="FILE", help="the sandbox's line")
    sync.add_argument("--once", action="store_true", required=True, help="read everything once, then end")
    sync.add_argument("--json", action="store_true", help="one line of JSON on stdout")

    orders = _command(commands, "orders", "the orders in the file, one line of JSON each")
    orders.add_argument("--profile", type=Path, required=True, metavar="DIR")
    orders.add_argument("--json", action="store_true", help="the only form there is")
    orders.add_argument("--mapping", choices=MAPPINGS, metavar="STATE", help=", ".join(MAPPINGS))

    products = _command(commands, "products", "the goods in the file, one line of JSON each; `link` links them")
    products.add_argument("act", nargs="?", choices=("link",), help="read the goods of both shops and link them")
    products.add_argument("--profile", type=Path, required=True, metavar="DIR")
    products.add_argument("--json", action="store_true", help="the only form there is")
    products.add_argument("--state", choices=STATES, metavar="STATE", help=", ".join(STATES))
    products.add_argument("--connect", type=Path, metavar="FILE", help="link: the sandbox's line")
    products.add_argument("--dry-run", action="store_true", help="link: say what it would do, change nothing")

    reconcile = _command(commands, "reconcile", "prove that every order of a day or month is accounted for")
    reconcile.add_argument("--profile", type=Path, required=True, metavar="DIR")
    stretch = reconcile.add_mutually_exclusive_group(required=True)
    stretch.add_argument("--day", type=_day, metavar="YYYY-MM-DD", help="in shop time")
    stretch.add_argument("--month", type=_month, metavar="YYYY-MM")
    reconcile.add_argument("--audit", action="store_true", help="compare with the platforms first, read what lacks")
    reconcile.add_argument("--connect", type=Path, metavar="FILE", help="--audit: the sandbox's line")
    reconcile.add_argument("--json", action="store_true", help="one line of JSON on stdout, the only form there is")

    selfcheck = _command(commands, "selfcheck", "look through a month's texts and papers, keep and write the report")
    selfcheck.add_argument("--profile", type=Path, required=True, metavar="DIR")
    selfcheck.add_argument("--month", type=_month, required=True, metavar="YYYY-MM")
    selfcheck.add_argument("--chat", type=Path, action="append", metavar="FILE", help="a chat log of the month")
    selfcheck.add_argument("--json", action="store_true", help="one line of JSON on stdout")
    selfcheck.add_argument("--out", type=Path, metavar="FILE", help="write it: .html, .pdf or .xlsx")

    forecast = _command(commands, "forecast", "what the coming days bring, and what the method was worth in the past")
    forecast.add_argument("--profile", type=Path, required=True, metavar="DIR")
    forecast.add_argument("--days", type=int, choices=(14, 30), default=14)
    forecast.add_argument("--json", action="store_true", help="one line of JSON on stdout, the only form there is")

    doctor = _command(commands, "doctor", "test what each bound shop lets the console do")
    doctor.add_argument("--profile", type=Path, required=True, metavar="DIR")
    doctor.add_argument("--connect", type=Path, metavar="FILE", help="the sandbox's line; else the key store's shops")
    doctor.add_argument("--json", action="store_true", help="one line of JSON on stdout")

    _live(commands)
    _traffic(commands)
    _customers(commands)

    trials = _command(commands, "experiments", "experiments, one line of JSON a metric; no p before the planned number")
    trials.add_argument("--profile", type=Path, required=True, metavar="DIR")
    trials.add_argument("--json", action="store_true", help="the only form there is")

    export = _command(commands, "export", "a folder of csv and one schema, for BI tools")
    export.add_argument("--profile", type=Path, required=True, metavar="DIR")
    export.add_argument("--to", type=Path, required=True, metavar="DIR")
    export.add_argument("--since", type=_day, metavar="YYYY-MM-DD", help="only what came in on that day or later")
    export.add_argument("--json", action="store_true", help="one line of JSON on stdout, the only form there is")

    check = _command(commands, "check", "look for risky wording in a file: txt, csv, xlsx, srt, vtt, jsonl")
    check.add_argument("file", type=Path, metavar="FILE", help="or - for plain text on stdin")
    check.add_argument("--surface", choices=SURFACES, default="detail", metavar="WHERE", help=", ".join(SURFACES))
    check.add_argument("--category", choices=CATEGORIES, default="general", metavar="GOODS", help=", ".join(CATEGORIES))
    check.add_argument("--format", choices=("text", "json", "sarif"), default="text")

    commands.add_parser("sandbox", help="both platforms in miniature; see `sandbox --help`", add_help=False)
    return parser


def _live(commands: "argparse._SubParsersAction[_Parser]") -> None:
    live = commands.add_parser("live", help="live shows: a file of lines in, a recap out", allow_abbrev=False)
    acts = live.add_subparsers(dest="live", metavar="act", required=True)

    ingest = _command(acts, "ingest", "take a file of lines in: sessions, snapshots, events")
    ingest.add_argument("file", type=Path, metavar="FILE.jsonl")
    ingest.add_argument("--profile", type=Path, required=True, metavar="DIR")
    ingest.add_argument("--json", action="store_true", help="the only form there is")

    recap = _command(acts, "recap", "a past show as a workbook")
    recap.add_argument("session", metavar="SESSION|last")
    recap.add_argument("--profile", type=Path, required=True, metavar="DIR")
    recap.add_argument("--out", type=Path, required=True, metavar="FILE.xlsx")


def _traffic(commands: "argparse._SubParsersAction[_Parser]") -> None:
    traffic = commands.add_parser("traffic", help="traffic: a table in, or all that is known", allow_abbrev=False)
    acts = traffic.add_subparsers(dest="traffic", metavar="act", required=True)

    take = _command(acts, "import", "take in a table of traffic sources, works or labels: csv, xlsx")
    take.add_argument("file", type=Path, metavar="FILE")
    take.add_argument("--shop", default="", metavar="SHOP", help=OF_SHOP)
    take.add_argument("--profile", type=Path, required=True, metavar="DIR")
    take.add_argument("--json", action="store_true", help="the only form there is")

    told = _command(acts, "report", "what is known of traffic; null is unknown")
    told.add_argument("--profile", type=Path, required=True, metavar="DIR")
    told.add_argument("--json", action="store_true", help="one line of JSON on stdout, the only form there is")


def _customers(commands: "argparse._SubParsersAction[_Parser]") -> None:
    said = "reaching customers: a table in, or task lists and channels"
    acts = commands.add_parser("customers", help=said, allow_abbrev=False).add_subparsers(
        dest="customers", metavar="act", required=True
    )
    take = _command(acts, "import", "take in a table of channels, coupons, stored value or members: csv, xlsx")
    take.add_argument("file", type=Path, metavar="FILE")
    take.add_argument("--shop", default="", metavar="SHOP", help=OF_SHOP)
    told = _command(acts, "tasks", "task lists with what they brought, and channels compared; null is unknown")
    for command in (take, told):
        command.add_argument("--profile", type=Path, required=True, metavar="DIR")
        command.add_argument("--json", action="store_true", help="one line of JSON on stdout, the only form there is")


def _command(commands: "argparse._SubParsersAction[_Parser]", name: str, purpose: str) -> _Parser:
    command = commands.add_parser(name, help=purpose, description=purpose, allow_abbrev=False)
    command.add_argument("--lang", choices=("zh_CN", "en"))
    return command


def _looks(command: _Parser) -> None:
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
