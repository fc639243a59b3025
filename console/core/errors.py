"""Trouble: five kinds, each with one owner and one place where a person sees it.

Trouble                    something outside went wrong; carries a catalogue ``code``, never a sentence
├── Offline                no network, DNS, timeout             coordinators try again
├── Busy                   429, 5xx, throttled; may say a wait  the same, after the wait
├── SignInNeeded           token withdrawn                      nobody; the shop rests until signed in
├── Refused                "order is already closed"            nobody; shown at the object
└── Unreadable             the answer does not fit              after an update; rows are quarantined
FileTrouble                the local file: newer, locked, damaged, no disk

Everything else is our own bug. ``code`` is a key of resources/messages.csv (``kuaishou.28``, ``net.timeout``); words
are made from it in ``console.catalogue`` for both the window and the command line.
"""

from typing import ClassVar, Literal

from console.core.parties import Party

TroubleKind = Literal["offline", "busy", "sign_in_needed", "refused", "unreadable"]


class Trouble(Exception):
    """Something outside went wrong.

    ``detail`` holds the platform's own words (no secrets, no buyer's data), ``wait_s`` how long it asks us to wait,
    ``sent`` whether the request may have reached the platform: a write may be repeated only when it surely did not.
    """

    kind: ClassVar[TroubleKind]

    def __init__(
        self,
        code: str,
        *,
        platform: Party | None = None,
        detail: str = "",
        wait_s: float | None = None,
        trace_id: str = "",
        sent: bool = True,
    ) -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.platform = platform
        self.detail = detail
        self.wait_s = wait_s
        self.trace_id = trace_id
        self.sent = sent


class Offline(Trouble):
    """No network, no name, no answer in time."""

    kind = "offline"


class Busy(Trouble):
    """The platform asks us to come back later."""

    kind = "busy"


class SignInNeeded(Trouble):
    """The merchant must authorise again; trying again cannot help."""

    kind = "sign_in_needed"


class Refused(Trouble):
    """The platform understood and said no."""

    kind = "refused"


class Unreadable(Trouble):
    """The answer does not fit what we know of the platform."""

    kind = "unreadable"


FileCode = Literal[
    "file.newer", "file.locked", "file.damaged", "file.missing", "file.in_use", "file.no_copy", "disk.full",
    "disk.denied", "file.no_folder", "cli.no_profile",
]  # fmt: skip


class FileTrouble(Exception):
    """The local file cannot be used. ``code`` is a key of the message catalogue."""

    def __init__(self, code: FileCode, path: str, detail: str = "") -> None:
        super().__init__(f"{code}: {path} {detail}".rstrip())
        self.code = code
        self.path = path
        self.detail = detail
