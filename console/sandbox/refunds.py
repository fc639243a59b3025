"""After-sales on the Kuaishou side: which way one goes, and each step of it."""

from dataclasses import dataclass
from random import Random

from console.sandbox import ids
from console.sandbox.clock import DAY, HOUR, MINUTE
from console.sandbox.lifecycle import CLOSED, SIGNED, close
from console.sandbox.state import Order, Refund

RETURN, REFUND_ONLY, EXCHANGE = 1, 10, 3
DONE, FAILED = 60, 70
OVER = (DONE, FAILED)

REASONS = {  # reason code (ours), what the buyer picks from
    REFUND_ONLY: ((201, "不想要了"), (202, "拍错/多拍"), (203, "未按约定时间发货"), (204, "地址填写错误")),
    RETURN: ((101, "七天无理由退货"), (102, "商品质量问题"), (103, "与描述不符"), (104, "尺寸不合适")),
    EXCHANGE: ((301, "换尺码"), (302, "换颜色"), (303, "商品破损换新")),
}
WORDS = (
    "",
    "",
    "颜色和直播间看的不一样",
    "收到就有破损，请处理",
    "买大了一码",
    "家里人已经买过了",
    "麻烦尽快处理，谢谢",
)

ANGRY = (  # what buyers write whose after-sale comes to the platform, most of the time
    "一直不回消息，再不处理我就打12315",
    "明显是假货，要求退一赔三",
    "用了过敏，必须给说法",
    "收到就有破损，不处理就投诉",
    "客服敷衍，我要申请平台介入",
    "颜色和直播间看的不一样",
    "麻烦尽快处理，谢谢",
)
JUDGED = {10: 20, 11: 21}  # where the platform comes in, by where the after-sale began


@dataclass(frozen=True)
class Path:
    """A way an after-sale goes: its states in order, and how often."""

    handling: int
    states: tuple[int, ...]
    weight: int


BEFORE_SHIPPING = (
    Path(REFUND_ONLY, (10, 50, DONE), 80),
    Path(REFUND_ONLY, (10, 12, FAILED), 12),
    Path(REFUND_ONLY, (10, 12, 20, DONE), 8),
)
AFTER_SIGNING = (
    Path(RETURN, (11, 30, 40, 50, DONE), 60),
    Path(RETURN, (11, 12, FAILED), 10),
    Path(RETURN, (11, 12, 21, 22, 50, DONE), 10),
    Path(EXCHANGE, (11, 30, 40, 45, DONE), 10),
    Path(REFUND_ONLY, (10, 50, DONE), 10),
)

STAY = {  # how long an after-sale rests in a state, ms: from, to
    10: (20 * MINUTE, 40 * HOUR),
    11: (20 * MINUTE, 40 * HOUR),
    12: (6 * HOUR, 4 * DAY),
    20: (12 * HOUR, 5 * DAY),
    21: (12 * HOUR, 5 * DAY),
    22: (6 * HOUR, 3 * DAY),
    30: (4 * HOUR, 4 * DAY),
    40: (DAY, 4 * DAY),
    45: (DAY, 4 * DAY),
    50: (2 * MINUTE, 3 * HOUR),
}


NEXT = {10: 50, 11: 30, 12: FAILED, 20: DONE, 21: 22, 22: 50, 30: 40, 40: 50, 45: DONE, 50: DONE}


def next_state(refund: Refund) -> int | None:
    """Where a running after-sale goes if all goes well; None when it is over."""
    if refund.handling == EXCHANGE and refund.status == 40:
        return 45
    if refund.status == 12 and refund.description in ANGRY[:5]:
        return JUDGED[10 if refund.handling == REFUND_ONLY else 11]
    return NEXT.get(refund.status)


def choose_path(random: Random, order: Order) -> Path:
    """A way that fits whether the goods were sent."""
    paths = AFTER_SIGNING if order.sent else BEFORE_SHIPPING
    return random.choices(paths, weights=[path.weight for path in paths])[0]


def stay(random: Random, state: int) -> int:
    """How long the next step lets wait, ms."""
    return random.randrange(*STAY[state])


def open_refund(random: Random, order: Order, path: Path, at: int) -> Refund:
    """The buyer asks; the order now carries the after-sale, newest first."""
    code, reason = random.choice(REASONS[path.handling])
    whole = random.random() < 0.85
    amount = order.payment if whole else max(1, round(order.payment * random.uniform(0.2, 0.7)))
    refund = Refund(
        refund_id=ids.refund_id(random, at),
        status=path.states[0],
        handling=path.handling,
        amount=0 if path.handling == EXCHANGE else amount,
        reason_code=code,
        reason=reason,
        description=random.choice(ANGRY if {20, 21} & set(path.states) else WORDS),
        created=at,
        submitted=at,
    )
    order.refunds.insert(0, refund)
    _moved(order, refund, at)
    return refund


def step_refund(random: Random, order: Order, refund: Refund, status: int, at: int) -> None:
    """The after-sale enters ``status``; a whole refund that succeeds closes the order."""
    refund.status = status
    if status == 12:
        refund.negotiate = 3
    elif status in (30, 50):
        refund.negotiate = 2
    elif status == 40:
        refund.return_express_no = "77" + ids.digits(random, 13)
        refund.return_express_code = 3
    elif status in JUDGED.values():
        refund.history.append((at, 3, "平台客服介入处理"))
    _moved(order, refund, at)
    if status in OVER:
        refund.ended, refund.expires = at, 0
        if status == DONE and refund.handling != EXCHANGE and refund.amount >= order.payment and order.status != CLOSED:
            close(order, at)


def show_every_state(random: Random, orders: list[Order], now: int) -> None:
    """Open after-sales in the running states that ``orders`` lack, so that a day's world shows each of them."""
    shown = {refund.status for order in orders for refund in order.refunds}
    signed = (order for order in orders if order.status == SIGNED and order.received < now - 12 * HOUR)
    spare = [order for order in signed if not order.refunds]
    for path in (*BEFORE_SHIPPING, *AFTER_SIGNING):
        for depth, state in enumerate(path.states):
            if state in shown or not spare:
                continue
            order = spare.pop(random.randrange(len(spare)))
            at = now - (depth + 1) * 2 * HOUR
            refund = open_refund(random, order, path, at)
            for step in path.states[1 : depth + 1]:
                at += random.randrange(20 * MINUTE, 2 * HOUR)
                step_refund(random, order, refund, step, at)
            shown.add(state)


def running(order: Order) -> bool:
    """Whether an after-sale of the order is not over: it may not be shipped."""
    return any(refund.status not in OVER for refund in order.refunds)


def _moved(order: Order, refund: Refund, at: int) -> None:
    refund.updated = refund.version = at
    refund.expires = at + 2 * DAY
    order.updated = max(order.updated, at)
