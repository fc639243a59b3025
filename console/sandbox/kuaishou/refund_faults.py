"""The documented refusals of after-sale calls, spelled as the platform's return code table spells them."""

from enum import Enum

from console.sandbox.kuaishou.refusals import Refused


class RefundFault(Enum):
    """``result`` and ``error_msg``."""

    END_BEFORE_BEGIN = 300003, "ENDTIME MUST AFTER BEGINTIME"
    OVER_SEVEN_DAYS = 300004, "SEARCH TIME RANGE EXPAND 7 DAYS"
    BEFORE_NINETY_DAYS = 300005, "CAN NOT SEARCH BEFORE 90 DAYS"
    BLANK_ID = 300006, "REFUND ID IS BLANK"
    WRONG_HANDLING = 300008, "HANDING WAY ERROR"
    ZERO_AMOUNT = 300009, "REFUND AMOUNT IS ZERO"
    NOT_FOUND = 300011, "REFUND ORDER NOT FOUND"
    CHANGED = 300014, "REFUND ORDER UPDATED"
    NOT_ALLOWED = 300018, "REFUND ORDER STATUS NOT ALLOW"
    RANGE_OVER_LIMIT = 300019, "SEARCH TIME RANGE EXPAND LIMIT"

    def refused(self) -> Refused:
        return Refused(*self.value)
