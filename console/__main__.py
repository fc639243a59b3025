"""``python -m console …``: looks at the first word only, and loads no more than that command needs."""

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from console.cli.arguments import Options


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["sandbox"]:
        from console.cli.sandbox import run as sandbox

        return sandbox(words[1:])
    from console.cli.arguments import WINDOWED, parse

    options = parse(words)
    if options.command in WINDOWED:
        return _windowed(options)
    from console.cli.say import carried_out

    run = import_module(f"console.cli.{options.command}").run
    return carried_out(run, options)


def _windowed(options: "Options") -> int:
    gc.disable()  # nothing of what is loaded now is garbage; console.app.loop collects from then on
    try:
        from console.app import main as window
    except ImportError as error:  # Qt is there, a library of the system that it needs is not
        from console.cli.say import UNUSABLE, say

        say("cli.no_window", options.lang or "zh_CN", detail=str(error))
        return UNUSABLE
    return window(options)


if __name__ == "__main__":
    sys.exit(main())
