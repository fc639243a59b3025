"""How run sheets are kept, and what was done with their cues in each show."""

from typing import ClassVar

from sqlmodel import Field, SQLModel

from console.store.tables import table_of, whole
from console.store.tables_compliance import metadata

__all__ = ["CueMarks", "LiveScripts", "metadata", "table_of"]


class LiveScripts(SQLModel, table=True):
    """``rules.live_script.Script``; ``cues`` is JSON."""

    __tablename__: ClassVar[str] = "live_scripts"
    script_id: str = Field(primary_key=True)
    name: str
    category: str
    cues: str
    changed_at: int = whole()


class CueMarks(SQLModel, table=True):
    """What was done with a cue in a show."""

    __tablename__: ClassVar[str] = "cue_marks"
    session_id: str = Field(primary_key=True)
    cue_id: str = Field(primary_key=True)
    state: str
    at: int = whole()
    moved_ms: int = whole()
