"""What a person types or pastes to bind an ads account: checked as it is typed, before anything is sent.

As in ``sign_in``, each check answers with a code of the message catalogue, or with nothing.
"""

import re

from console.rules.sign_in import Pasted, callback_fault, read_address

_NUMBER = re.compile(r"[1-9]\d{0,18}")


def app_id_fault(text: str) -> str:
    """The ads platform's applications have numbers [sheet 2.1]."""
    return "" if _NUMBER.fullmatch(text) else "bind.ads_app_id"


def account_fault(text: str) -> str:
    """So have its accounts."""
    return "" if _NUMBER.fullmatch(text) else "bind.ads_number"


def ads_callback_fault(text: str) -> str:
    """The address that is stored with the ads application."""
    return "bind.ads_callback" if callback_fault(text) else ""


def read_pasted_ads(text: str, state: str) -> Pasted:
    """The ``auth_code`` in the whole address. A bare one will not do: nobody could tell whose it is."""
    found = read_address(text, state, "auth_code")
    return Pasted(fault="bind.ads_no_code") if found.fault == "bind.no_code" else found
