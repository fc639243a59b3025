"""An ads account's self-test: one harmless question for whose token it is, one for the report."""

from typing import TYPE_CHECKING

from console.binding.ads_signing_in import chosen
from console.core.clock import Clock, day_start
from console.core.errors import Refused, SignInNeeded, Trouble
from console.core.gateway import Window
from console.core.model import ADS
from console.core.permissions import Ability, Check, Need, Outcome, not_asked, passed, troubled

if TYPE_CHECKING:
    from console.platforms.kuaishou_ads.gateway import AdsGateway

ACCOUNTS = Need(scope="accounts")
"""Whether the token speaks for the account."""
REPORT = Need(scope="esp_report_service", abilities=frozenset({Ability.FIGURES}))
"""Whether the hourly report may be read."""
NEEDS = (ACCOUNTS, REPORT)
PAGE = "https://developers.e.kuaishou.com"


async def ads_self_test(gateway: "AdsGateway | None", advertiser_id: str, clock: Clock) -> tuple[Check, ...]:
    """A line for each need. Raises no Trouble: it is in the answer. None: the account's secrets are not at hand."""
    if gateway is None:
        return troubled(ACCOUNTS, SignInNeeded("net.no_credentials", platform=ADS), page=PAGE), not_asked(REPORT)
    try:
        chosen(advertiser_id, await gateway.accounts())
    except Trouble as trouble:
        told = troubled(ACCOUNTS, trouble, page=PAGE)
        if not isinstance(trouble, Refused) or trouble.code == "bind.ads_account":
            return told, not_asked(REPORT)
    else:
        told = passed(ACCOUNTS)
    now = clock.now_ms()
    try:
        await gateway.ad_hours(Window(begin_at=day_start(now), end_at=now + 1), None)
    except Trouble as trouble:
        return told, troubled(REPORT, trouble, page=PAGE)
    return told, passed(REPORT)


def worst(checks: tuple[Check, ...]) -> Check:
    """The line that says what is to be done; the last one where all is well."""
    return next((check for check in checks if check.outcome is not Outcome.OK), checks[-1])
