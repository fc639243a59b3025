"""What a person types or pastes to bind a shop: checked as it is typed, before anything is sent.

Each check answers with a code of the message catalogue, or with nothing when the value may be right.
"""

import re
import secrets
from urllib.parse import SplitResult, parse_qs, urlsplit

import msgspec

from console.core.model import Platform

_KUAISHOU_APP_KEY = re.compile(r"ks\d{18}")
_YOUZAN_CLIENT_ID = re.compile(r"[0-9A-Za-z]{8,64}")
_SECRET = re.compile(r"[!-~]{8,256}")  # printable, no blanks
_KDT_ID = re.compile(r"\d{1,19}")
_CODE = re.compile(r"[!-~]{4,512}")


class Pasted(msgspec.Struct, frozen=True):
    """What was found in the pasted text: the code, or the catalogue's code of what is wrong with it."""

    code: str = ""
    fault: str = ""

    def __repr__(self) -> str:
        return f"Pasted({self.fault or '…'})"


def new_state() -> str:
    """A word nobody can guess: it must come back with the code, or the code is somebody else's."""
    return secrets.token_urlsafe(24)


def app_key_fault(platform: Platform, text: str) -> str:
    """Kuaishou's app keys are ``ks`` and 18 digits [sheet 1]; of Youzan's client ids only the letters are known."""
    if platform is Platform.KUAISHOU:
        return "" if _KUAISHOU_APP_KEY.fullmatch(text) else "bind.app_key"
    return "" if _YOUZAN_CLIENT_ID.fullmatch(text) else "bind.client_id"


def secret_fault(text: str) -> str:
    """Secrets have no blanks inside; their length is the platform's own affair."""
    return "" if _SECRET.fullmatch(text) else "bind.secret"


def kdt_id_fault(text: str) -> str:
    """A Youzan shop's number."""
    return "" if _KDT_ID.fullmatch(text) else "bind.kdt_id"


def callback_fault(text: str) -> str:
    """The address stored with the app must begin with https [sheet 1.2]; a loopback address is for trying things."""
    parts = _split(text)
    return "" if parts is not None and _is_guarded(parts) else "bind.callback"


def base_url_fault(text: str) -> str:
    """A bare origin: scheme, host and perhaps a port. Secrets go there, so http is for this machine only."""
    parts = _split(text)
    if parts is None or parts.path not in ("", "/") or parts.query or parts.fragment:
        return "bind.base_url"
    return "" if _is_guarded(parts) and "@" not in parts.netloc else "bind.base_url"


def read_pasted(text: str, state: str) -> Pasted:
    """The code in a pasted callback address, whose ``state`` must be ours; or the bare code as it stands."""
    text = text.strip()
    if not text:
        return Pasted(fault="bind.no_code")
    if "://" not in text and "code=" not in text:
        return Pasted(code=text) if _CODE.fullmatch(text) else Pasted(fault="bind.no_code")
    return read_address(text, state)


def read_address(text: str, state: str, name: str = "code") -> Pasted:
    """The code in a callback address, whose ``state`` must be ours; ``name`` is what the platform calls it there."""
    text = text.strip()
    parts = _split(text)
    query = parse_qs((parts.query if parts and parts.query else text.partition("?")[2] or text).strip())
    if query.get("error"):
        return Pasted(fault="bind.declined")
    code, came_back = query.get(name, [""])[0], query.get("state", [""])[0]
    if not code:
        return Pasted(fault="bind.no_code")
    if not secrets.compare_digest(came_back.encode(), state.encode()):
        return Pasted(fault="bind.state")
    return Pasted(code=code)


def _split(text: str) -> SplitResult | None:
    try:
        return urlsplit(text.strip())
    except ValueError:
        return None


def _is_guarded(parts: SplitResult) -> bool:
    """Whether what is sent there cannot be read on its way."""
    on_this_machine = parts.hostname in ("127.0.0.1", "localhost", "::1")
    return bool(parts.hostname) and (parts.scheme == "https" or (parts.scheme == "http" and on_this_machine))
