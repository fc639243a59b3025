"""One clear line on stderr, and the exit codes."""

import logging
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from console.catalogue import Language
    from console.cli.arguments import Options
    from console.core.errors import FileTrouble

OK, FINDINGS, USAGE, NEWER, UNUSABLE = 0, 1, 2, 3, 4
STOPPED = 130  # by Ctrl+C, as shells say it


def say(code: str, lang: "Language", **values: object) -> None:
    """What happened, why and what to do, as one line on stderr."""
    from console.catalogue import words

    said = words(code, lang, **values)
    gap = "" if lang == "zh_CN" else " "  # a Chinese full stop brings its own
    line = " ".join(f"{said.text}{gap}{said.next_step}".split())
    print(line, file=sys.stderr, flush=True)  # noqa: T201 - this is what a command line says


def say_file_trouble(trouble: "FileTrouble", lang: "Language") -> int:
    """The line for a file that cannot be used, and the exit code."""
    say(trouble.code, lang, path=trouble.path, detail=trouble.detail)
    return NEWER if trouble.code == "file.newer" else UNUSABLE


def carried_out(command: "Callable[[Options], int]", options: "Options") -> int:
    """The exit code of a command; what keeps any of them from its work is said in one line."""
    from console.connect import ConnectTrouble
    from console.core.errors import FileTrouble

    lang = options.lang or "zh_CN"
    try:
        return command(options)
    except ConnectTrouble as trouble:
        say(trouble.code, lang, path=trouble.path, detail=trouble.detail)
        return USAGE
    except FileTrouble as trouble:
        return say_file_trouble(trouble, lang)
    except KeyboardInterrupt:
        say("cli.stopped", lang)
        return STOPPED


def answer(lines: Iterable[bytes], lang: "Language") -> int:
    """The answer of a command, a line each on stdout. Where nobody reads on, or nothing can be written, say so once."""
    try:
        for line in lines:
            sys.stdout.buffer.write(line + b"\n")
        sys.stdout.flush()
    except BrokenPipeError:  # `… | head`: whoever asked has heard enough
        _hush()
        return OK
    except OSError as error:
        _hush()
        say("cli.stdout", lang, detail=error.strerror or "")
        return UNUSABLE
    return OK


def _hush() -> None:
    """Let Python's last flush go nowhere: it would complain a second time, with a traceback."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def language(argv: Sequence[str]) -> "Language":
    """The language asked for, before anything else is understood."""
    asked = [after for word, after in pairwise(argv) if word == "--lang"]
    return "en" if asked[-1:] == ["en"] or "--lang=en" in argv else "zh_CN"


def log_to_stderr() -> None:
    """Logs go to stderr, without secrets; stdout belongs to the answer."""
    from console.net.redaction import RedactingFormatter, silence_http_logs

    lines = logging.StreamHandler(sys.stderr)
    lines.setFormatter(RedactingFormatter("%(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[lines])
    silence_http_logs()
