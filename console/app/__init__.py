"""Where everything is built and joined: file, engine, gateways, window. Nothing is global, nothing is looked up."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from console.cli.arguments import Options


def main(options: "Options") -> int:
    """Run ``window``, ``demo`` or ``shots``; returns the exit code."""
    match options.command:
        case "demo":
            from console.app.demo import run_demo

            return run_demo(options.shots, options.lang, options.theme)
        case "shots":
            from console.app.pictures import run_shots

            return run_shots(
                options.folder, options.connect, options.rows, options.lang, options.theme, size=options.size
            )
        case _:
            from console.app.window import run_window

            return run_window(options.profile, options.connect, options.lang, options.theme)
