"""``python -m console …``: looks at the first word only, and loads no more than that command needs."""

import gc
import sys
from collections.abc import Sequence
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
    if options.command == "orders":
        from console.cli.orders import run as orders

        return orders(options)
    if options.command == "products":
        from console.cli.products import run as products

        return products(options)
    if options.command == "reconcile":
        from console.cli.reconcile import run as reconcile

        return reconcile(options)
    if options.command == "doctor":
        from console.cli.doctor import run as doctor

        return doctor(options)
    if options.command == "live":
        from console.cli.live import run as live

        return live(options)
    if options.command == "check":
        from console.cli.check import run as check

        return check(options)
    from console.cli.sync import run as sync

    return sync(options)


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
