"""How reading goes, in the shapes the store answers in. See ``views.py``."""

import msgspec


class QuarantinedRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row that did not fit, with its raw text; ``seen`` counts how often it came."""

    shop_id: str
    stream: str
    key: str
    raw: str
    reason: str
    first_at: int
    last_at: int
    seen: int


class HealthRow(msgspec.Struct, frozen=True, kw_only=True):
    """How one stream of one shop is doing; ``kind`` is empty while all is well."""

    shop_id: str
    stream: str
    success_at: int | None = None
    trouble_at: int | None = None
    since_at: int | None = None  # when the present trouble began
    kind: str = ""
    code: str = ""
    detail: str = ""
