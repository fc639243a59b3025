"""``sandbox``: the platforms in miniature, whose troubles at the start are said in the language asked for."""

from collections.abc import Sequence
from itertools import pairwise

from console.cli.say import language, say
from console.cli.usage import said
from console.frozen import typed
from console.sandbox.serve import Trouble, main


def run(argv: Sequence[str]) -> int:
    """Serve until a signal comes; returns the exit code. ``argv`` is without the command's name."""
    lang = language(argv)

    def tell(trouble: Trouble, **values: object) -> None:
        if trouble == "usage":
            say("cli.usage", lang, detail=said(str(values["detail"]), lang), command=typed("sandbox"))
        else:
            say(f"cli.{trouble}", lang, **values)

    return main(_without_language(argv), tell)


def _without_language(argv: Sequence[str]) -> list[str]:
    """The sandbox itself speaks none of our languages. A wrong one is left for it to refuse."""
    words = list(argv)
    for lang in ("zh_CN", "en"):
        while f"--lang={lang}" in words:
            words.remove(f"--lang={lang}")
        while ("--lang", lang) in (pairs := list(pairwise(words))):
            at = pairs.index(("--lang", lang))
            del words[at : at + 2]
    return words
