"""What is reviewed of a show: its captions by line, and the names that are covered; read on a database thread."""

from typing import TYPE_CHECKING

import msgspec

from console.core.live import LiveEventType
from console.store.live_view import Show
from console.ui import texts

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.rules.reviews import Spent, Verdict


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """The verdicts, the shows that can be reviewed, and what the model was asked today."""

    verdicts: "tuple[Verdict, ...]"
    shows: tuple[Show, ...]
    spent: "Spent"


class Spoken(msgspec.Struct, frozen=True, kw_only=True):
    """A show's captions, a line each with its time; ``names``: of those who wrote comments."""

    text: str
    names: tuple[str, ...]


def read_seen(conn: "Connection", now: int, most: int) -> Seen:
    """Everything the view shows."""
    from console.store import live_view, reviews

    return Seen(
        verdicts=tuple(reviews.verdicts(conn, most)),
        shows=tuple(live_view.shows(conn)),
        spent=reviews.spent(conn, now),
    )


def read_spoken(conn: "Connection", session_id: str) -> Spoken:
    """What was said in a show, as its captions came in."""
    from console.store import live_view

    captions = live_view.events(conn, session_id, kinds=(LiveEventType.CAPTION,))
    comments = live_view.events(conn, session_id, kinds=(LiveEventType.COMMENT,))
    lines = [f"{texts.clock_time(one.at)} {one.text}" for one in captions if one.text]
    names = {one.user_name for one in comments if one.user_name}
    return Spoken(text="\n".join(lines), names=tuple(sorted(names)))
