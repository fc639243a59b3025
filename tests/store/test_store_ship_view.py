"""What an order is shipped under: the e-waybill that was taken for it, while it is not void and nothing left by it."""

from sqlalchemy import Connection

from console.core.model import Order, OrderStatus, Parcel
from console.store.orders import order_id, save_orders
from console.store.ship_view import rows_to_ship, sales
from console.store.views import Pair

COLUMNS = (
    "shop_id, order_no, package, company, carrier_code, carrier_name, branch, sender, waybill_no, print_data, "
    "taken_at, voided_at, void_reason"
)


def test_a_number_that_was_taken_is_what_an_order_is_shipped_under(conn: Connection, bound: Pair, now: int) -> None:
    shop_id = bound.kuaishou_shop_id
    gone = (Parcel(waybill_no="732"),)
    rows = [Order(order_no=f"{n}", status=OrderStatus.TO_SHIP, parcels=gone if n == 2 else ()) for n in (1, 2, 3)]
    save_orders(conn, shop_id, rows, now)
    marks = ", ".join("?" for _ in COLUMNS.split(","))
    for number, voided_at in (("1", None), ("2", None), ("3", now)):
        row = (shop_id, number, f"{number}-1", "ZTO", "9", "中通快递", "", "{}", f"73{number}", "", now, voided_at, "")
        conn.exec_driver_sql(f"INSERT INTO waybills ({COLUMNS}) VALUES ({marks})", row)
    ids = [order_id(conn, shop_id, number) or 0 for number in ("3", "1", "2")]
    assert rows_to_ship(conn, ids) == ["3,", "1,中通快递,731", "2,"]
    taken = Parcel(waybill_no="731", carrier_code="9", carrier_name="中通快递")
    assert {number: sale.lead.taken for number, sale in sales(conn, ["1", "3"]).items()} == {"1": (taken,), "3": ()}
