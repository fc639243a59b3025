"""One call that passed the gateway, as the functions behind it see it."""

from dataclasses import dataclass
from typing import Any

from console.sandbox.context import Context
from console.sandbox.kuaishou.kept import Kept
from console.sandbox.kuaishou.params import Params
from console.sandbox.log import world_log
from console.sandbox.state import World

PLATFORM = "kuaishou"


@dataclass(frozen=True)
class Upload:
    """The file part of a multipart call."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Call:
    """Method, business parameters and the world they are about; ``now`` is ms UTC on the sandbox's clock."""

    ctx: Context
    kept: Kept
    method: str
    params: Params
    now: int
    upload: Upload | None = None

    @property
    def world(self) -> World:
        return self.ctx.world

    def wrote(self, object_id: object, body: Any = None) -> None:
        """Note this call as an accepted write about ``object_id``; ``body`` where the parameters are not the story."""
        body = self.params.values if body is None else body
        world_log(self.world, self.ctx.clock, PLATFORM, self.method, object_id, body)
