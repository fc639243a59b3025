"""One object as it is sent, in form 1, and the noun it becomes. What is not understood is refused with a reason.

The form is ours: nobody else's document describes it. A field that is missing is unknown; a field nobody knows is let
pass, for whoever sends may be newer; a version nobody knows is refused, for its fields may mean something else.
"""

import re
from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta

from console.core.live import LiveAction, LiveEvent, LiveEventType, LiveRow, LiveSignal, LiveSnapshot

VERSION: Final = 1
LINE_BYTES: Final = 64 * 1024  # the longest object; a snapshot with its sources has about 2 kB

ID = r"\A[\w.:\-]{1,64}\Z"
Id = Annotated[str, Meta(pattern=ID)]
Count = Annotated[int, Meta(ge=0, le=500_000_000)]  # more than there are viewers of the whole platform
Times = Annotated[int, Meta(ge=1, le=100_000)]  # one event that stands for many
Fen = Annotated[int, Meta(ge=0, le=10**12)]  # ten thousand million yuan
Millis = Annotated[int, Meta(ge=0, le=10**15)]
Words = Annotated[str, Meta(max_length=2_000)]
Name = Annotated[str, Meta(max_length=200)]


_NAMED: Final = re.compile(ID)


class Refusal(ValueError):
    """Why an object is not taken: a code, and where in it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class SessionForm(msgspec.Struct, kw_only=True):
    """A show begins, goes on or ends."""

    action: LiveAction
    v: Literal[1] = 1
    session_id: Id | None = None
    platform: Literal["kuaishou"] = "kuaishou"
    room_title: Name | None = None
    started_at_ms: Millis | None = None
    ts_ms: Millis | None = None
    client: Any = None


class SnapshotForm(msgspec.Struct, kw_only=True):
    """The figures of one moment. Null says the same as nothing: unknown."""

    ts_ms: Millis
    session_id: Id | None = None
    v: Literal[1] = 1
    online: Count | None = None
    viewers_uv: Count | None = None
    views_pv: Count | None = None
    exposure_uv: Count | None = None
    avg_stay_s: Annotated[float, Meta(ge=0, le=86_400)] | None = None
    watch_seconds_sum: Annotated[int, Meta(ge=0, le=10**13)] | None = None
    comments: Count | None = None
    commenters_uv: Count | None = None
    likes: Count | None = None
    likers_uv: Count | None = None
    shares: Count | None = None
    gifts: Count | None = None
    gifters_uv: Count | None = None
    interactors_uv: Count | None = None
    new_followers: Count | None = None
    viewers_nonfan_uv: Count | None = None
    item_exposure_uv: Count | None = None
    item_clicks: Count | None = None
    item_clickers_uv: Count | None = None
    orders_created: Count | None = None
    orders_paid: Count | None = None
    buyers_uv: Count | None = None
    gmv_fen: Fen | None = None
    refund_fen: Fen | None = None
    sources: list[dict[str, Any]] | None = None


class EventForm(msgspec.Struct, kw_only=True):
    """Something that happened."""

    event_id: Id
    ts_ms: Millis
    type: LiveEventType
    session_id: Id | None = None
    v: Literal[1] = 1
    user_key: Annotated[str, Meta(max_length=128)] | None = None
    user_name: Name | None = None
    text: Words | None = None
    count: Times | None = None
    item_id: Annotated[str, Meta(max_length=64)] | int | None = None
    amount_fen: Fen | None = None


FORMS: Final[dict[str, Any]] = {"session": SessionForm, "snapshot": SnapshotForm, "event": EventForm}
RENAMED: Final = {
    "viewers": "viewers_uv",
    "views": "views_pv",
    "exposed": "exposure_uv",
    "watch_s": "watch_seconds_sum",
    "commenters": "commenters_uv",
    "likers": "likers_uv",
    "gifters": "gifters_uv",
    "interactors": "interactors_uv",
    "viewers_nonfan": "viewers_nonfan_uv",
    "item_exposed": "item_exposure_uv",
    "item_clickers": "item_clickers_uv",
    "buyers": "buyers_uv",
}
PLAIN: Final = (
    *("online", "avg_stay_s", "comments", "likes", "shares", "gifts", "new_followers", "item_clicks"),
    *("orders_created", "orders_paid", "gmv_fen", "refund_fen"),
)


def read_line(line: bytes) -> LiveRow:
    """One line of a file or one text frame: an object that says what it is by ``kind``. Raises Refusal."""
    if len(line) > LINE_BYTES:
        raise Refusal("too_long")
    return read_object(decoded(line))


def decoded(content: bytes) -> Any:
    """JSON, or a Refusal that says where it ends being JSON."""
    try:
        return msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refusal(f"not_json: {error}") from None


def read_object(given: Any, kind: str = "", session_id: str = "") -> LiveRow:
    """``kind`` and ``session_id`` where the route or the batch already said them. Raises Refusal."""
    if not isinstance(given, dict):
        raise Refusal("not_an_object")
    if session_id and not _NAMED.match(session_id):
        raise Refusal("bad_field: session_id")
    kind = kind or str(given.get("kind", ""))
    if kind not in FORMS:
        raise Refusal(f"unknown_kind: {kind[:40]}")
    version = given.get("v", VERSION)
    if version != VERSION or isinstance(version, bool):
        raise Refusal(f"unknown_version: {str(version)[:20]}")
    try:
        form = msgspec.convert(given, FORMS[kind], strict=True)
    except msgspec.ValidationError as error:
        raise Refusal(f"bad_field: {error}") from None
    return _noun(form, session_id)


def _noun(form: SessionForm | SnapshotForm | EventForm, session_id: str) -> LiveRow:
    named = form.session_id or session_id
    match form:
        case SessionForm():
            at = form.started_at_ms if form.action is LiveAction.START and form.started_at_ms else form.ts_ms
            if not named and form.action is not LiveAction.START:
                raise Refusal("no_session")
            return LiveSignal(
                session_id=named,
                action=form.action,
                at=at,
                room_title=form.room_title or "",
                client=str(form.client or "")[:200],
            )
        case SnapshotForm():
            if not named:
                raise Refusal("no_session")
            return _snapshot(form, named)
    if not named:
        raise Refusal("no_session")
    return LiveEvent(
        session_id=named,
        event_id=form.event_id,
        at=form.ts_ms,
        type=form.type,
        user_key=form.user_key or "",
        user_name=form.user_name or "",
        text=form.text or "",
        count=form.count,
        item_id="" if form.item_id is None else str(form.item_id),
        amount_fen=form.amount_fen,
    )


def _snapshot(form: SnapshotForm, session_id: str) -> LiveSnapshot:
    given: dict[str, Any] = {name: getattr(form, name) for name in PLAIN}
    given |= {ours: getattr(form, theirs) for ours, theirs in RENAMED.items()}
    if all(value is None for value in given.values()) and not form.sources:
        raise Refusal("empty")
    sources = msgspec.json.encode(form.sources).decode() if form.sources else ""
    return LiveSnapshot(session_id=session_id, at=form.ts_ms, sources=sources, **given)
