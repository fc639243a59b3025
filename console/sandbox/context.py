"""What every route of the sandbox works with: one world, one clock, the faults and the keys of one application."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Protocol

from console.sandbox.clock import Clock
from console.sandbox.faults import Faults
from console.sandbox.state import World


class Touch(Protocol):
    """Whatever lets the world catch up with the clock before it is looked at."""

    def touch(self) -> None:
        """Let everything happen that is due by now."""
        ...


class Frozen:
    """A world that stands still."""

    def touch(self) -> None:
        return


@dataclass
class AppKeys:
    """The keys of the one application a platform knows."""

    app_key: str  # client_id on Youzan
    app_secret: str = field(repr=False)  # client_secret on Youzan
    sign_secret: str = field(default="", repr=False)  # Kuaishou signs with a secret of its own
    kdt_id: str = ""  # Youzan: the shop


@dataclass
class Context:
    """Handed to ``kuaishou.routes`` and ``youzan.routes``."""

    world: World
    clock: Clock
    faults: Faults
    living: Touch
    kuaishou: AppKeys
    youzan: AppKeys
    strict: bool = False
    withheld: set[str] = field(default_factory=set)  # Kuaishou's scopes and Youzan's packages that are not granted
    revoked: set[str] = field(default_factory=set)  # platforms whose merchant withdrew what he had agreed to
    grace_ms: int = 0  # how long a refresh token of Kuaishou that was used still works
    token_calls: Counter[str] = field(default_factory=Counter)  # of the token endpoints, by path
    base_url: str = ""  # a bare origin: "http://127.0.0.1:8765"
    kept: dict[str, object] = field(default_factory=dict, repr=False)  # what a platform's routes keep between calls
