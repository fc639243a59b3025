"""What of a pair of shops only an owner may touch."""

from console.core.operators import Right
from console.ui.rights import guard
from console.ui.session import Session
from console.ui.tabs.accounts.empty_half import EmptyHalf
from console.ui.tabs.accounts.group import GroupView


def guard_group(session: Session, view: GroupView) -> None:
    """Grey it for others: parting, pairing, binding, unbinding, and every switch."""
    if view.part is not None:
        guard(session, view.part, Right.PART)
    for half in view.findChildren(EmptyHalf):
        guard(session, half.button, Right.PAIR if half.has_partner else Right.BIND)
    for card in view.cards.values():
        guard(session, card.unbind, Right.UNBIND)
        for knob in card.switches.knobs.values():
            guard(session, knob, Right.SWITCHES)
