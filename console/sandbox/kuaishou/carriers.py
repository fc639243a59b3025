"""Carriers: the codes parcels are sent under, and the letter codes of e-waybills."""

from dataclasses import dataclass
from functools import cache

from console.sandbox.kuaishou.refusals import blocked
from console.sandbox.tables import read_table

HEADS = {"SF": 4, "YT": 6, "JD": 14, "JT": 109, "DPK": 53, "KYE": 25}  # letters a number may begin with → carrier


@dataclass(frozen=True)
class Company:
    """A carrier that gives out e-waybills; only ``SF`` is a code seen in use, the others are the trade's."""

    code: str
    name: str
    carrier: int
    head: str  # how its numbers begin
    digits: int
    direct: bool  # settled by a monthly account, not by a branch


COMPANIES = {
    company.code: company
    for company in (
        Company("SF", "顺丰速运", 4, "SF1", 12, direct=True),
        Company("ZTO", "中通快递", 9, "73", 12, direct=False),
        Company("YTO", "圆通速递", 6, "YT", 13, direct=False),
        Company("STO", "申通快递", 3, "77", 13, direct=False),
        Company("YUNDA", "韵达快递", 11, "46", 13, direct=False),
        Company("JTSD", "极兔速递", 109, "JT", 13, direct=False),
    )
}


@cache
def youzan_ids() -> dict[int, int]:
    """Kuaishou's carrier codes that may be used, each with Youzan's id of the same carrier (0: none)."""
    return {
        int(row["kuaishou_code"]): int(row["youzan_id"] or 0)
        for row in read_table("carriers")
        if row["kuaishou_code"] and not row["status"].startswith("merged")
    }


def check_number(waybill_no: str, carrier: int) -> None:
    """The carrier must exist, and a number that begins like another carrier's is not this one's."""
    if carrier not in youzan_ids():
        raise blocked("快递公司不存在")
    for head, owner in HEADS.items():
        if waybill_no.upper().startswith(head) and owner != carrier:
            raise blocked("运单号和物流公司不匹配")
