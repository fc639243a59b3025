"""What can be typed. Unknown words end with one clear line and code 2. Loads nothing heavy: every start is here."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NoReturn

from console.cli.commands import COMMANDS, Size
from console.cli.say import USAGE, language, say
from console.frozen import typed

WINDOWED = ("window", "demo", "shots")  # done by console.app
PLAIN = {"window": ("lang", "profile", "connect", "theme"), "demo": ("lang", "shots", "theme")}
"""What these are told; nothing of it has a value of its own."""


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
    lang: Literal["zh_CN", "en"] | None = None
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
    """Says what is wrong in one line, and what can be typed, in the language asked for."""

    argv: Sequence[str] = ()

    def format_help(self) -> str:
        if language(self.argv) == "en":
            return super().format_help()
        from console.cli.help_words import headed, in_chinese

        in_chinese(self)
        return headed(super().format_help())

    def error(self, message: str) -> NoReturn:
        from console.cli.usage import said

        lang = language(self.argv)
        say("cli.usage", lang, detail=said(message, lang), command=self.prog)
        raise SystemExit(USAGE)


def parse(argv: Sequence[str]) -> Options:
    """The options of one command; without a command word they are the window's."""
    words = list(argv) if _names_command(argv) else ["window", *argv]
    if len(words) == 1 and words[0] in PLAIN:  # a window that is told nothing waits for no parser
        return Options(command=words[0], **dict.fromkeys(PLAIN[words[0]]))
    _Parser.argv = argv
    parser = _parser(words[0])
    options = parser.parse_args(words, namespace=Options())
    parser.prog = f"{typed()} {options.command}"  # whose help is pointed to, where what was typed does not agree
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


def _parser(word: str) -> _Parser:
    """All there is to type after ``word``; of the other commands nothing is made unless they are to be listed."""
    from console import __version__

    parser = _Parser(prog=typed(), description="Merchant Console", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"merchant-console {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="command", required=True)
    for make in (COMMANDS[word],) if word in COMMANDS else COMMANDS.values():
        make(commands)
    return parser
