"""The protection of minors in run sheets: which goods and which prompts stay out of a show while it is on. Pure."""

from collections.abc import Mapping
from typing import Final

import msgspec

from console.rules.live_script import Cue, CueKind, CueTrouble, Script, Template, TroubleCode

PROMPTS: Final = frozenset({CueKind.RAFFLE, CueKind.RED_PACKET, CueKind.BAG})
"""What a minor may be lured by; the same that is not advised either (``live_advice.RAFFLES``)."""

GUARDIANS: Final = (
    *("未成年", "监护人", "孩子误", "孩子乱", "孩子偷", "孩子自己买", "孩子自己下单", "孩子自己拍", "孩子拿我手机"),
    *("孩子拿手机", "孩子玩手机", "小孩误", "小孩乱", "小孩偷", "小孩自己", "小孩拿", "小孩玩手机"),
)
"""How guardians write who ask for the money back that a child spent. Not: “bought for the child”."""


class Minors(msgspec.Struct, frozen=True, kw_only=True):
    """The protection is on; ``barred``: goods that are not for minors, by their number, with their kind."""

    barred: Mapping[str, str] = {}


def barred_cues(script: Script, minors: Minors | None) -> list[CueTrouble]:
    """The cues that must not be said while it is on. None: it is off."""
    if minors is None:
        return []
    found = [(cue, _why(cue, minors)) for cue in script.cues]
    return [CueTrouble(code, cue.cue_id) for cue, code in found if code is not None]


def without_barred(script: Script, minors: Minors | None) -> Script:
    """The run sheet a show goes by: a cue that was written before the protection was switched on is not called."""
    left_out = {one.cue_id for one in barred_cues(script, minors)}
    if not left_out:
        return script
    return msgspec.structs.replace(script, cues=tuple(cue for cue in script.cues if cue.cue_id not in left_out))


def without_prompts(template: Template) -> Template:
    """The rhythm of a show without what may lure minors."""
    return msgspec.structs.replace(template, raffle_every_min=0, red_packet_at_min=0)


def _why(cue: Cue, minors: Minors) -> TroubleCode | None:
    if cue.item_id in minors.barred:
        return "script.minors_goods"
    return "script.minors_prompt" if cue.kind in PROMPTS else None
