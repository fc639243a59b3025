"""What platforms' reviews say, sorted into causes: by the words that are in the file, looked at once each.

A reason is written with its platform before it: ``"kuaishou:主图含水印"``.
"""

from collections import Counter
from collections.abc import Mapping

from sqlalchemy import Connection

from console import reference
from console.rules.failures import Cause
from console.store.pages import as_json_list

REASONS = """
SELECT DISTINCT substr(shop_id, 1, instr(shop_id, ':')) || audit_reason FROM items
WHERE audit IN ('refused', 'needs_changes') AND NOT gone
"""


def cause_of(reason: str) -> Cause:
    """What goods of this reason fail by."""
    platform, _, text = reason.partition(":")
    return reference.explained(platform, text).cause


def reasons_of(conn: Connection, cause: Cause) -> str:
    """The reasons in the file that mean this cause, as JSON for a parameter."""
    return as_json_list(reason for (reason,) in conn.exec_driver_sql(REASONS) if cause_of(str(reason)) is cause)


def by_cause(reasons: Mapping[str, int]) -> dict[Cause, int]:
    """How many fail by what; every cause is named."""
    counted: Counter[Cause] = Counter()
    for reason, number in reasons.items():
        counted[cause_of(reason)] += number
    return {cause: counted[cause] for cause in Cause}
