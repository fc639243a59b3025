"""Which buyer a call means, in all the ways Youzan lets one be named (sheet 10)."""

from console.sandbox.clock import DAY
from console.sandbox.state import Person
from console.sandbox.youzan.books import Customer
from console.sandbox.youzan.call import Call
from console.sandbox.youzan.parameters import Parameters
from console.sandbox.youzan.refusals import GatewayRefused, Refused

MOBILE_KINDS = ("2", "Mobile")
OPEN_ID_KINDS = ("5", "YzOpenId")
NO_CUSTOMER = (141502108, "客户不存在")


def by_account(call: Call, account: Parameters, refusal: tuple[int, str] = NO_CUSTOMER) -> Person:
    """The person of an ``{account_type, account_id}`` pair, the type as a number or a word. Raises Refused."""
    kind, account_id = account.text("account_type"), account.strict_text("account_id")
    person = None
    if kind in MOBILE_KINDS:
        person = call.lookup.person_by_phone(account_id)
    elif kind in OPEN_ID_KINDS:
        person = call.lookup.person(account_id)
    if person is None:
        raise Refused(*refusal)
    return person


def by_names(call: Call, refusal: tuple[int, str] = NO_CUSTOMER) -> Person:
    """The person of ``yz_open_id`` or ``mobile``. Raises Refused; an unknown yz_open_id is refused by the gateway."""
    open_id, mobile = call.params.text("yz_open_id"), call.params.text("mobile")
    if open_id:
        person = call.lookup.person(open_id)
        if person is None:
            raise GatewayRefused(4009, "openid 不存在")
        return person
    person = call.lookup.person_by_phone(mobile) if mobile else None
    if person is None:
        raise Refused(*refusal)
    return person


def customer_of(call: Call, person: Person) -> Customer:
    """The CRM's page on a person."""
    _count_trades(call)
    return call.books.customers.setdefault(person.yz_open_id, Customer(created=_some_day(call, person)))


def _count_trades(call: Call) -> None:
    """Bring trade counts and first days up to date when trades have been added."""
    trades = call.ctx.world.trades
    if call.books.done.get(("customers.counted",)) == len(trades):
        return
    counts: dict[str, int] = {}
    first: dict[str, int] = {}
    for trade in trades.values():
        key = trade.buyer.yz_open_id
        counts[key] = counts.get(key, 0) + 1
        first[key] = min(first.get(key, trade.created), trade.created)
    for key, count in counts.items():
        page = call.books.customers.setdefault(key, Customer(created=first[key]))
        page.trade_count = count
    call.books.done["customers.counted",] = len(trades)


def _some_day(call: Call, person: Person) -> int:
    """A first day for somebody who has not bought yet: stable, within the last 80 days."""
    days = sum(person.yz_open_id.encode()) % 80 + 1
    return call.now // DAY * DAY - days * DAY


def everybody(call: Call) -> list[Person]:
    """Members and buyers: whom the CRM knows."""
    _count_trades(call)
    known = call.books.customers
    return [
        person for person in call.ctx.world.people if person.yz_open_id and (person.member or _known(known, person))
    ]


def _known(known: dict[str, Customer], person: Person) -> bool:
    return person.yz_open_id in known
