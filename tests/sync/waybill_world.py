"""A platform that gives numbers, a printer that jams, and orders to print for."""

from collections.abc import Sequence
from typing import Any

from console.core.clock import DAY, MINUTE, SECOND
from console.core.commands import Command
from console.core.commands_waybills import TakeWaybill, VoidWaybill, WaybillCommand
from console.core.errors import Offline, Refused, Trouble
from console.core.gateway import Attempt, Page, Window, WindowRule
from console.core.model import Order, OrderLine, OrderStatus, Platform, Receiver
from console.core.printing import PrinterTrouble
from console.core.waybills import PrintData, Sender, Slip, TakenWaybill, WaybillAccount

SHOP = "kuaishou:1"
SENDER = Sender(
    name="小禾家居", mobile="13800008820", province="浙江省", city="金华市", district="义乌市", detail="银海路 18 号"
)
ZTO = WaybillAccount(
    company="ZTO", carrier_code="9", carrier_name="中通快递", branch_code="579", branch_name="义乌网点", left=1206
)


def order(number: int, **values: Any) -> Order:
    """An order that may leave."""
    return Order(
        **{
            "order_no": f"26326112224{number:05}",
            "status": OrderStatus.TO_SHIP,
            "status_code": "30",
            "created_at": 1_789_990_000_000,
            "paid_at": 1_789_990_000_000,
            "updated_at": 1_789_990_000_000 + number,
            "amount_fen": 9_900,
            "receiver": Receiver(
                name_masked="周**",
                phone_masked="138****6021",
                address_masked="良睦路***号 ***苑 *幢***",
                province="浙江省",
                city="杭州市",
                district="余杭区",
                name_cipher="#a",
                phone_cipher="#b",
                address_cipher="#c",
            ),
            "lines": (OrderLine(line_no="1", title="水洗棉四件套", spec="雾蓝 1.8m", quantity=1),),
            **values,
        }
    )


def take(number: int, parcel: int = 1, **values: Any) -> TakeWaybill:
    order_no = order(number).order_no
    return TakeWaybill(
        **{
            "shop_id": SHOP,
            "order_no": order_no,
            "package": f"{order_no}-{parcel}",
            "account": ZTO,
            "sender": SENDER,
            **values,
        }
    )


class Numbers:
    """The truth of a carrier: the same request is given the same number, as the platform promises."""

    platform = Platform.KUAISHOU
    order_windows = WindowRule(span_ms=7 * DAY, reach_ms=30 * DAY, lag_ms=30 * SECOND, overlap_ms=5 * MINUTE)
    ahead_ms = 0

    def __init__(self) -> None:
        self.books: dict[str, Order] = {}
        self.given: dict[str, str] = {}  # request → number
        self.voided: list[str] = []
        self.asked: list[str] = []
        self.loses: set[int] = set()  # which askings are heard, but never answered
        self.says: dict[int, Trouble] = {}  # or are turned away

    def offers(self, command: Command) -> bool:
        return isinstance(command, WaybillCommand)

    def shows_at_once(self, command: Command) -> bool:
        return True

    async def execute(self, command: Command, attempt: Attempt) -> None:
        raise AssertionError("numbers are not taken like this")

    async def orders(self, window: Window, cursor: str | None) -> Page[Order]:
        return Page(rows=[])

    async def order(self, order_no: str) -> Order | None:
        return self.books.get(order_no)

    async def waybill_accounts(self) -> Sequence[WaybillAccount]:
        return [ZTO]

    async def take_waybill(self, command: TakeWaybill) -> TakenWaybill:
        self.asked.append(command.request_id)
        turn = len(self.asked)
        if turn in self.says:
            raise self.says[turn]
        number = self.given.setdefault(command.request_id, f"7584129{len(self.given):07}")
        if turn in self.loses:
            raise Offline("net.timeout", platform=Platform.KUAISHOU)
        return TakenWaybill(waybill_no=number, print_data=PrintData(content="sealed"))

    async def void_waybill(self, command: VoidWaybill) -> None:
        if command.waybill_no not in self.given.values():
            raise Refused("kuaishou.21", platform=Platform.KUAISHOU, detail="面单号不存在")
        self.voided.append(command.waybill_no)
        if len(self.voided) in self.loses:
            raise Offline("net.timeout", platform=Platform.KUAISHOU)


class FakePrinter:
    """Keeps what came out. At the ``jams`` -th label it says no, once."""

    def __init__(self, jams: int = 0, *, sure: bool = True) -> None:
        self.out: list[Slip] = []
        self.jams = jams
        self.sure = sure

    def put(self, slip: Slip) -> None:
        if self.jams and len(self.out) + 1 == self.jams:
            self.jams = 0
            raise PrinterTrouble("print.refused", "out of paper", sure=self.sure)
        self.out.append(slip)

    @property
    def numbers(self) -> list[str]:
        return [slip.waybill_no for slip in self.out]
