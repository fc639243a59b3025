"""Customers, members and their tags (sheet 10)."""

from console.sandbox.ids import open_id
from console.sandbox.state import Person
from console.sandbox.youzan.books import Customer
from console.sandbox.youzan.call import Api, Call, Row
from console.sandbox.youzan.forms import second_of
from console.sandbox.youzan.people import by_account, by_names, customer_of, everybody
from console.sandbox.youzan.refusals import Refused

ROW_LIMIT = 10_000
BAD_PARAMETER = (141500101, "invalid params")
NO_TAGGED = (142400105, "客户不存在")
TAG_LENGTH, TAGS_AT_ONCE, BATCH = 32, 20, 50


def row_of(call: Call, person: Person) -> Row:
    """A customer as the lists print one: times in seconds, phone and name as cipher text."""
    page = customer_of(call, person)
    member_since = page.member_since or page.created
    return {
        "yz_open_id": person.yz_open_id,
        "show_name": person.nick,
        "name": call.cipher.encrypt(person.name),
        "mobile": call.cipher.encrypt(person.phone),
        "gender": page.gender,
        "is_member": int(person.member),
        "points": person.points,
        "trade_count": page.trade_count,
        "created_at": second_of(page.created),
        "created_member_at": second_of(member_since) if person.member else 0,
        "is_mobile_auth": 1,
    }


def customer_list(call: Call) -> object:
    """Newest first; pages of up to 50, up to page 500, 10,000 rows in all; times in **seconds**."""
    params = call.params
    page_no, page_size = params.number("page_no", 1), params.number("page_size", 20)
    if not (1 <= page_no <= 500 and 1 <= page_size <= 50):
        raise Refused(*BAD_PARAMETER)
    if page_no * page_size > ROW_LIMIT:
        raise Refused(142710032, "查询超过最大限制10000条")
    found = sorted(
        ((customer_of(call, person), person) for person in everybody(call) if _matches(call, person)),
        key=lambda pair: (pair[0].created, pair[1].yz_open_id),
        reverse=True,
    )
    rows = [row_of(call, person) for _, person in call.page(found, page_no, page_size)]
    told = call.disturbed(rows, "created_at")
    return {"total": len(found), "page_no": page_no, "record_list": told}


def _matches(call: Call, person: Person) -> bool:
    params, page = call.params, customer_of(call, person)
    wanted = params.whole("is_member")
    since = page.member_since or page.created
    tags = params.wholes("tag_ids")
    held = {call.books.tag_ids.get(tag) for tag in page.tags}
    return (
        wanted in (None, int(person.member))
        and _between(page.created, params.whole("created_at_start"), params.whole("created_at_end"))
        and _between(since, params.whole("created_member_at_start"), params.whole("created_member_at_end"))
        and all(tag in held for tag in tags)
    )


def _between(at: int, start: int | None, end: int | None) -> bool:
    """Bounds in seconds; 13 digits are taken for ms, as the sheet's sources disagree."""
    start, end = (bound // 1000 if bound and bound > 10**11 else bound for bound in (start, end))
    return (not start or start <= second_of(at)) and (not end or second_of(at) <= end)


def list_by_phone(call: Call) -> object:
    """Up to 50 phones."""
    phones = call.params.texts("phones")
    if len(phones) > BATCH:
        raise Refused(*BAD_PARAMETER)
    found = [call.lookup.person_by_phone(phone) for phone in phones]
    return [row_of(call, person) for person in found if person is not None]


def list_by_open_id(call: Call) -> object:
    """Up to 50 yz_open_ids."""
    open_ids = call.params.texts("yz_open_ids")
    if len(open_ids) > BATCH:
        raise Refused(*BAD_PARAMETER)
    found = [call.lookup.person(name) for name in open_ids]
    return [row_of(call, person) for person in found if person is not None]


def detail_get(call: Call) -> object:
    """Basics always, the groups of ``fields`` on demand."""
    account = call.params.part("account_info")
    person = by_account(call, account) if account.raw else by_names(call)
    page, groups = customer_of(call, person), set(call.params.texts("fields"))
    told: Row = {
        **row_of(call, person),
        "mobile_country_code": "+86",
        "updated_at": second_of(page.created),
        "member_created_at": second_of(page.member_since or page.created) if person.member else 0,
        "birthday": page.birthday,
        "remark": page.remark,
        "cards": [],
    }
    if "tags" in groups:
        told["tags"] = _tag_rows(call, page)
    if "credit" in groups:
        told["credit"] = {"points": person.points}
    if "behavior" in groups:
        told["behavior"] = {"trade_count": page.trade_count}
    if "prepaid" in groups:
        told["prepaid"] = {"balance": page.stored_value, "bonus": page.bonus_value}
    return told


def create(call: Call) -> object:
    """A new member by phone."""
    mobile, given = call.params.text("mobile"), call.params.part("customer_create")
    if len(mobile) != 11 or not mobile.isdigit():
        raise Refused(*BAD_PARAMETER)
    known = call.lookup.person_by_phone(mobile)
    if known is not None and known.member:
        raise Refused(141502109, "创建客户已存在")
    person = known or _newcomer(call, mobile, given.text("name"))
    person.member = True
    page = customer_of(call, person)
    page.member_since = call.now
    page.gender = given.whole("gender", page.gender) or 0
    page.birthday, page.remark = given.text("birthday", page.birthday), given.text("remark", page.remark)
    call.log(person.yz_open_id)
    return {"account_id": person.yz_open_id, "account_type": "YzOpenId", "yz_open_id": person.yz_open_id}


def _newcomer(call: Call, mobile: str, name: str) -> Person:
    made = Person(name, mobile, "", "", "", "", "", "", open_id(call.books.random), name or mobile)
    call.books.customers[made.yz_open_id] = Customer(created=call.now)
    call.ctx.world.people.append(made)
    return made


def update(call: Call) -> object:
    """Change what is known about a customer."""
    person = by_account(call, call.params.part("account"), (141001107, "客户不存在"))
    given, page = call.params.part("customer_update"), customer_of(call, person)
    person.name = given.text("name", person.name)
    page.gender = given.whole("gender", page.gender) or 0
    page.birthday, page.remark = given.text("birthday", page.birthday), given.text("remark", page.remark)
    call.log(person.yz_open_id)
    return True


def _tag_rows(call: Call, page: Customer) -> list[Row]:
    return [{"id": call.books.tag_ids[tag], "name": tag} for tag in page.tags]


def _asked_tags(call: Call) -> list[str]:
    names = [row.text("tag_name") for row in call.params.parts("tags")]
    if not 1 <= len(names) <= TAGS_AT_ONCE or any(not 1 <= len(name) <= TAG_LENGTH for name in names):
        raise Refused(*BAD_PARAMETER)
    return names


def tags_add(call: Call) -> object:
    """An unknown tag is made."""
    person = by_account(call, call.params, NO_TAGGED)
    page = customer_of(call, person)
    for name in _asked_tags(call):
        call.books.tag_ids.setdefault(name, call.books.new_id())
        if name not in page.tags:
            page.tags.append(name)
    call.log(person.yz_open_id)
    return True


def tags_delete(call: Call) -> object:
    """Take tags away; those not there are passed over."""
    person = by_account(call, call.params, NO_TAGGED)
    page, gone = customer_of(call, person), _asked_tags(call)
    page.tags[:] = [tag for tag in page.tags if tag not in gone]
    call.log(person.yz_open_id)
    return True


def tags_get(call: Call) -> object:
    """A customer's tags."""
    return _tag_rows(call, customer_of(call, by_account(call, call.params, NO_TAGGED)))


APIS = (
    Api("scrm.customer.list", ("1.0.0",), customer_list),
    Api("scrm.customer.list.phone", ("1.0.0",), list_by_phone),
    Api("scrm.customer.list.yzopenid", ("1.0.0",), list_by_open_id),
    Api("scrm.customer.detail.get", ("1.0.1",), detail_get),
    Api("scrm.customer.create", ("3.0.0",), create),
    Api("scrm.customer.update", ("3.0.0",), update),
    Api("scrm.tag.relation.add", ("4.0.0",), tags_add),
    Api("scrm.tag.relation.delete", ("4.0.0",), tags_delete),
    Api("scrm.tag.relation.get", ("4.0.0",), tags_get),
)
