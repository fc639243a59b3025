"""What of settings, health and log may stand in a diagnostics bundle: what is known to tell of nobody. Pure.

Nothing is shown because no pattern caught it. Of settings those on a list are shown, of every other value its kind and
length. Of the log the words of our own messages are shown, and of what they tell of only what has a known shape: a code
of the catalogue, a kind of trouble, the type of an error, the number of a line.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, get_args

from console.core.errors import TroubleKind

HIDDEN: Final = "***"

Knows = Callable[[str], bool]
"""Whether a text is a code of the catalogue."""

_SHOWN = re.compile(
    r"(?:audit|proofs|selfcheck)\.head|backups\.(?:daily|last_at|elsewhere_at)"
    r"|goods\.(?:gap_bp|buffer|on_air_buffer|cap|youzan_cap|fee_bp|other_fen|lead\.[a-z_]+)"
    r"|compliance\.(?:dispute_threshold|minors|review)|live\.(?:door\.open|door\.port|obs)|sending\.paused"
    r"|waybills\.(?:auto|stopped)|(?:proofs|selfcheck)\.made|selfcheck\.(?:first|signed)"
    r"|shops\.[a-z]+-\d+\.(?:products|orders|data|real_time|read_only|package|paid_until_at)"
    r"|.*\*.*"  # of single goods or orders: how many there are
)
_WORDS = frozenset(("kuaishou", "youzan", *get_args(TroubleKind)))  # what a shown setting may say
_NAME = re.compile(r"[a-z0-9_*-]*(?:\.[a-z0-9_*-]*)*")
_WINDOW = ("qt", "screen", "window", "look")
_PLAIN = re.compile(r"[A-Za-z0-9_.@ -]{1,60}")

_HEAD = re.compile(
    r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} (?:DEBUG|INFO|WARNING|ERROR|CRITICAL) ([A-Za-z_][\w.]*): )(.*)"
)
_OURS = re.compile(r"console(?:\..*)?")
_DECOR = re.compile(r"[\s|+-]*")  # of the errors of a group
_FRAME = re.compile(r'File "([^"]*)", line (\d+)(?:, in ([\w<>.]+))?')
_PART = re.compile(r"[\w.-]+")
_RAISED = re.compile(
    r"((?:console\.(?:\w+\.)*|(?:\w+\.)*\w*(?=Error|Exception|Interrupt|Exit|Iteration|Warning))[A-Z]\w*)(:.*)?"
)
_SAID = re.compile(
    r"(?:Exception Group )?Traceback \(most recent call last\):"
    r"|During handling of the above exception, another exception occurred:"
    r"|The above exception was the direct cause of the following exception:"
)
_OWN_END = re.compile(r"""["'“‘]|:(?=\s|$)""")  # here what is told of begins
_KEYED = re.compile(r"([a-z_]+):[^\s:]+")  # a shop, an account
_WORD = re.compile(r"[a-z]+(?:[-_][a-z]+)*")
_NUMBERED = re.compile(r"[a-z_]+\.\d{1,9}")  # a platform's code that the catalogue has no words for
_PLATFORMS = ("kuaishou.", "youzan.", "kuaishou_ads.")
_TYPE = re.compile(r"[A-Z]\w*(?:Error|Exception|Warning)")
_COUNTED = ("line", "column", "status", "errno")  # a number after one of these is of nobody
_FEW_DIGITS = re.compile(r"\d{1,5}")
_EDGES = ".,;:()[]"


def covered_settings(settings: Mapping[str, Any]) -> dict[str, Any]:
    """All of them by name. Those on the list as they are, but texts; of the others the kind."""
    return {
        _name(name): _figures(value) if _SHOWN.fullmatch(name) else kind_of(value) for name, value in settings.items()
    }


def covered_window(window: Mapping[str, Any]) -> dict[str, Any]:
    """Versions and sizes."""
    return {
        _name(name): value if name in _WINDOW and _PLAIN.fullmatch(str(value)) else kind_of(value)
        for name, value in window.items()
    }


def covered_health(row: Mapping[str, Any], knows: Knows) -> dict[str, Any]:
    """How a stream is doing; the platform's own words only by their length."""
    shown: dict[str, Any] = {}
    for name, value in row.items():
        is_ours = not isinstance(value, str) or name in ("shop_id", "stream") or value in _WORDS or not value
        shown[name] = value if is_ours or _is_code(value, knows) else kind_of(value)
    return shown


def covered_line(line: str, knows: Knows) -> str:
    """A line of the log."""
    head = _HEAD.fullmatch(line)
    if head is not None:
        is_ours = _OURS.fullmatch(head[2]) is not None
        return head[1] + (_message(head[3], knows) if is_ours else _joined(head[3].split(), knows, own=False))
    start = _DECOR.match(line)
    decor = start.group() if start is not None else ""
    text = line[len(decor) :]
    if not text or _SAID.fullmatch(text):
        return line
    frame, raised = _FRAME.fullmatch(text), _RAISED.fullmatch(text)
    if frame is not None:
        where = f", in {frame[3]}" if frame[3] else ""
        return f'{decor}File "{_place(frame[1])}", line {frame[2]}{where}'
    if raised is not None:
        return f"{decor}{raised[1]}: {HIDDEN}" if raised[2] else f"{decor}{raised[1]}"
    return f"{decor}{HIDDEN}"


def kind_of(value: Any) -> str:
    """What it is and how long, nothing of what it says."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "yes or no"
        case int() | float():
            return f"number ({len(str(value))})"
        case str():
            return f"text ({len(value)})"
        case list() | tuple():
            return f"list ({len(value)})"
        case dict():
            return f"record ({len(value)})"
    return type(value).__name__


def _figures(value: Any) -> Any:
    if isinstance(value, dict):
        return {_name(str(key)): _figures(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_figures(inner) for inner in value]
    return kind_of(value) if isinstance(value, str) and value not in _WORDS else value


def _name(name: str) -> str:
    return name if _NAME.fullmatch(name) else HIDDEN


def _place(path: str) -> str:
    """Where in the program, or in a library; not where on this computer."""
    parts = path.replace("\\", "/").split("/")
    for root, more in (("site-packages", 1), ("console", 0)):
        if root in parts:
            parts = parts[len(parts) - 1 - parts[::-1].index(root) + more :]
            return "/".join(part if _PART.fullmatch(part) else HIDDEN for part in parts)
    return parts[-1] if _PART.fullmatch(parts[-1]) else HIDDEN


def _message(text: str, knows: Knows) -> str:
    """Our own words up to a colon or a quotation mark; a shop before the colon is whom they are of."""
    of, colon, rest = text.partition(": ")
    whom = ""
    if colon and _KEYED.fullmatch(of):
        whom, text = _joined([of], knows, own=True) + colon, rest
    end = _OWN_END.search(text)
    if end is None:
        return whom + _joined(text.split(), knows, own=True)
    own = _joined(text[: end.start()].split(), knows, own=True)
    told = _joined(text[end.start() :].removeprefix(":").split(), knows, own=False)
    return f"{whom}{own}: {told}" if end.group() == ":" else f"{whom}{own} {told}"


def _joined(words: Iterable[str], knows: Knows, *, own: bool) -> str:
    shown: list[str] = []
    before = ""
    for word in words:
        said = _token(word, before, knows, own=own)
        if said != HIDDEN or shown[-1:] != [HIDDEN]:
            shown.append(said)
        before = word
    return " ".join(shown)


def _token(word: str, before: str, knows: Knows, *, own: bool) -> str:
    bare = word.strip(_EDGES)
    keyed = _KEYED.fullmatch(bare)
    if keyed is not None:
        return f"{keyed[1]}:{HIDDEN}" if own else HIDDEN
    if _FEW_DIGITS.fullmatch(bare):
        return word if before in _COUNTED else HIDDEN
    is_known = bare in _WORDS or bare in _COUNTED or _TYPE.fullmatch(bare) or _is_code(bare, knows)
    return word if is_known or not bare or (own and _WORD.fullmatch(bare)) else HIDDEN


def _is_code(text: str, knows: Knows) -> bool:
    return knows(text) or (text.startswith(_PLATFORMS) and _NUMBERED.fullmatch(text) is not None)
