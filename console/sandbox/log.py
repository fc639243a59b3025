"""The list of writes that were accepted: what ``GET /control/log`` shows."""

from console.sandbox.clock import Clock
from console.sandbox.state import World


def world_log(world: World, clock: Clock, platform: str, method: str, object_id: object, body: object) -> None:
    """Note one accepted write; ``body`` is its JSON-able business content without keys and tokens."""
    world.writes.append(
        {
            "at": clock.now_ms(),
            "platform": platform,
            "method": method,
            "object_id": str(object_id),
            "body": body,
        }
    )
