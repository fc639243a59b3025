"""The words of e-waybills (电子面单): from whom, by which contract, which number was given."""

import msgspec


class Sender(msgspec.Struct, frozen=True, kw_only=True):
    """Who sends: the merchant's own name, mobile and warehouse. What carriers are told and the label says."""

    name: str = ""
    mobile: str = ""
    province: str = ""
    city: str = ""
    district: str = ""
    street: str = ""
    detail: str = ""

    @property
    def place(self) -> str:
        return f"{self.province}{self.city}{self.district}{self.street}{self.detail}"

    @property
    def is_whole(self) -> bool:
        """Whether a carrier can be told all it asks for."""
        return all((self.name, self.mobile, self.province, self.city, self.district, self.detail))


class WaybillAccount(msgspec.Struct, frozen=True, kw_only=True):
    """A contract with a carrier by which numbers can be taken.

    Direct carriers settle by ``account``, the others by a branch, which is given numbers in advance: ``left`` is how
    many of them, None where nothing is counted. ``carrier_code`` is what shipping calls the carrier.
    """

    company: str
    carrier_code: str = ""
    carrier_name: str = ""
    direct: bool = False
    branch_code: str = ""
    branch_name: str = ""
    account: str = ""
    left: int | None = None
    used: int | None = None
    voided: int | None = None
    places: tuple[Sender, ...] = ()  # the warehouses of the contract; without name and mobile

    @property
    def key(self) -> str:
        """Tells contracts apart."""
        return f"{self.company} {self.branch_code or self.account}"


class PrintData(msgspec.Struct, frozen=True, kw_only=True):
    """What the platform's own print component is fed. Opaque: nothing here is read by us."""

    content: str = ""
    signature: str = ""
    key: str = ""
    version: str = ""

    def __repr__(self) -> str:
        return "PrintData(…)"


class TakenWaybill(msgspec.Struct, frozen=True, kw_only=True):
    """The number that was given."""

    waybill_no: str
    print_data: PrintData = PrintData()


class Slip(msgspec.Struct, frozen=True, kw_only=True):
    """What our parcel slip says; every text about the buyer is masked."""

    waybill_no: str
    carrier_name: str
    branch: str = ""
    taken_at: int
    receiver_name: str = ""
    receiver_phone: str = ""
    receiver_place: str = ""  # province, city, district
    receiver_address: str = ""
    sender_name: str = ""
    sender_phone: str = ""
    sender_place: str = ""
    shop_name: str = ""
    order_no: str = ""
    trade_no: str = ""
    goods: tuple[tuple[str, int], ...] = ()  # what and how many
    copy: int = 0  # 0: the first print; n: the n-th reprint
    parcel: int = 1  # which of the order's parcels it is
    parcels: int = 1

    @property
    def pieces(self) -> int:
        return sum(many for _, many in self.goods)
