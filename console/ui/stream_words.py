"""How the link to OBS and the stream itself are said: in the settings, and in the head of a show."""

from PySide6.QtCore import QCoreApplication

from console.core.streaming import LinkStage, StreamState
from console.rules.live_stream import Health, health
from console.ui.paint import ChipLook
from console.ui.theme import Tone

translate = QCoreApplication.translate

TONES: dict[Health, Tone] = {"off": "grey", "reconnecting": "amber", "weak": "amber", "good": "green"}


def link_look(state: StreamState, now: int) -> ChipLook:
    """How link and stream stand, in a word with an icon."""
    match state.stage:
        case LinkStage.OFF:
            return ChipLook("grey", "circle-dashed", translate("stream", "Not linked"))
        case LinkStage.CONNECTING:
            return ChipLook("blue", "hourglass", translate("stream", "Connecting"))
        case LinkStage.REFUSED:
            return ChipLook("red", "lock", translate("stream", "Password refused"))
        case LinkStage.WAITING:
            left = max(0, ((state.next_try_at or now) - now + 999) // 1_000)
            said = translate("stream", "No answer, again in {n} s").format(n=left)
            return ChipLook("amber", "wifi-off", said)
    return {
        "off": ChipLook("green", "circle-check", translate("stream", "Linked, no stream")),
        "reconnecting": ChipLook("amber", "wifi-off", translate("stream", "Stream reconnecting")),
        "weak": ChipLook("amber", "triangle-alert", translate("stream", "Stream unsteady")),
        "good": ChipLook("green", "radio", translate("stream", "Streaming")),
    }[health(state.status, state.dropped)]


def stream_line(state: StreamState) -> tuple[Tone, str]:
    """One short line for a stamp: frames lost and congestion of the last half minute, or why nothing is known."""
    name = translate("stream", "OBS")
    if state.stage is not LinkStage.ON or state.status is None:
        if state.stage is LinkStage.REFUSED:
            return "red", f"{name} · " + translate("stream", "password refused")
        return "amber", f"{name} · " + translate("stream", "no answer")
    verdict = health(state.status, state.dropped)
    if verdict == "off":
        return TONES[verdict], f"{name} · " + translate("stream", "no stream")
    if verdict == "reconnecting":
        return TONES[verdict], f"{name} · " + translate("stream", "reconnecting")
    told = [name]
    if state.dropped is not None:
        told.append(translate("stream", "dropped {share}").format(share=f"{state.dropped:.1%}"))
    if state.status.congestion is not None:
        told.append(translate("stream", "congestion {share}").format(share=f"{state.status.congestion:.0%}"))
    return TONES[verdict], " · ".join(told)


def explained(state: StreamState) -> str:
    """The same at length, for a tooltip."""
    parts = [translate("stream", "OBS, of the last half minute; unsteady: over 2% dropped, or congested by half")]
    if state.kbps is not None:
        parts.append(translate("stream", "{n} kbit/s").format(n=f"{state.kbps:,.0f}"))
    status = state.status
    if status is not None and status.skipped_frames is not None and status.total_frames is not None:
        counted = translate("stream", "{n} of {all} frames dropped since the stream began")
        parts.append(counted.format(n=f"{status.skipped_frames:,}", all=f"{status.total_frames:,}"))
    return "\n".join(parts)
