"""Whether a command still has to be sent, and whether one that was sent has arrived. Pure: the object is handed in."""

import msgspec

from console.core.commands import Command, ReplaceSkus, SetStock
from console.core.commands_orders import AppendParcel, ShipOrder
from console.core.errors import Refused
from console.core.model import AuditState, Listing, Order
from console.core.objects import Found
from console.rules.shipping import check_may_leave
from console.rules.stock import Verdict, change


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be sent. ``before`` and ``delta`` are of a stock, None for everything else."""

    before: int | None = None
    delta: int | None = None


def plan(command: Command, found: Found) -> Plan | None:
    """What to send to an object that was just read; None: nothing, it is so already.

    Raises Refused where the object is not there or is not what the merchant saw.
    """
    if found is None:
        raise Refused("outbox.gone")
    if isinstance(command, SetStock):
        return _plan_stock(command, found)
    if command.is_satisfied_by(found):
        return None
    if isinstance(command, ReplaceSkus):
        check_losses(command, found)
    elif isinstance(command, ShipOrder) and isinstance(found, Order):
        check_may_leave(command, found)
    elif (held := _held(command, found)) is not None:
        raise Refused(held)
    elif not command.is_untouched_by(found):
        raise Refused("outbox.moved")
    return Plan()


def _plan_stock(command: SetStock, found: Found) -> Plan | None:
    now = command.stock_in(found)
    if now is None:
        raise Refused("outbox.gone")
    delta = change(command.target, command.seen, now)
    return Plan(before=now, delta=delta) if delta else None


def check_losses(command: ReplaceSkus, found: Found) -> None:
    """Raise Refused if variants would be deleted that the merchant did not name, or did not confirm by typing."""
    here = {sku.sku_id for sku in (found.skus or () if isinstance(found, Listing) else ())}
    unknown = [draft.sku_id for draft in command.skus if draft.sku_id not in here]
    if unknown:
        raise Refused("outbox.moved", detail=" ".join(unknown))
    if not command.allows(found):
        raise Refused("outbox.sku_loss", detail=" ".join(loss.name for loss in command.losses_in(found)))


def _held(command: Command, found: Found) -> str | None:
    """Why nothing may be sent after an order, by how it reads right before the call."""
    if not isinstance(command, AppendParcel) or not isinstance(found, Order):
        return None
    if found.refunding:
        return "ship.hold_flagged"
    return None if found.terms.appends else "ship.no_append"


def judge(command: Command, found: Found) -> Verdict:
    """Whether a call of unknown outcome was carried out, by the object as it reads now. Of stocks see ``stock.py``."""
    if command.is_satisfied_by(found):
        return Verdict.APPLIED
    return Verdict.NOT_APPLIED if command.is_untouched_by(found) else Verdict.UNCLEAR


def shows(command: Command, found: Found, before: int | None, delta: int | None) -> bool:
    """Whether an object that was read after a call was accepted shows it; sales may have changed a stock further."""
    if isinstance(command, SetStock):
        now = command.stock_in(found)
        return now is not None and (now != before or not delta)
    return command.is_satisfied_by(found)


def turned_down(found: Found) -> str | None:
    """What a platform's review said against an item; None: nothing, or not yet."""
    if not isinstance(found, Listing) or found.item.audit not in (AuditState.REFUSED, AuditState.NEEDS_CHANGES):
        return None
    return found.item.audit_reason
