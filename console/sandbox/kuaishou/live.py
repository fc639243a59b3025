"""The four live methods (fact sheet 3.9): the room the shop is in now, if it is on air."""

from zlib import crc32

from console.sandbox.kuaishou.call import Call
from console.sandbox.kuaishou.items import item_of
from console.sandbox.kuaishou.refusals import Json, rejected

CLICKED, ADDED = 1, 2
SAMPLED_S = 20  # watch time is only known to this step


def real_uv(call: Call) -> Json:
    """``open.live.shop.seller.real.uv``: off air 0, or refused in strict mode (which of them is unknown)."""
    viewers = call.world.viewers
    if viewers is None and call.ctx.strict:
        raise rejected("当前未开播")
    return {"data": {"realWatchUv": viewers or 0}}


def on_car(call: Call) -> Json:
    """``open.live.shop.item.check.oncar``."""
    product = item_of(call, "itemId")
    on_air = call.world.viewers is not None
    return {"data": {"liveCarItem": on_air and product.ks_on_shelf and (product.ks_item_id or 0) % 3 != 0}}


def _luck(call: Call, word: object) -> int:
    """A number between 0 and 99 that a viewer keeps for the whole session."""
    seed = f"{call.params.text('userOpenId')}:{call.world.live_room_id}:{word}"
    return crc32(seed.encode()) % 100


def car_action(call: Call) -> Json:
    """``open.live.shop.user.car.action``."""
    on_air = call.world.viewers is not None
    chance = {CLICKED: 40, ADDED: 15}
    scenes = call.params.wholes("actionScene", least=1)
    return {"data": {"sceneToRes": {str(scene): on_air and _luck(call, 0) < chance.get(scene, 0) for scene in scenes}}}


def watch_time(call: Call) -> Json:
    """``open.live.shop.watch.time.match``."""
    threshold = call.params.whole("threshold", low=0)
    watched = _luck(call, "time") * SAMPLED_S
    return {"data": {"match": call.world.viewers is not None and watched >= threshold}}
