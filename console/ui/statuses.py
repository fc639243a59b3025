"""Where orders and after-sales stand, in words and as chips: said alike in every tab."""

from PySide6.QtCore import QCoreApplication

from console.core.model import AfterSaleStatus, OrderStatus
from console.ui.paint import ChipLook
from console.ui.theme import Tone

translate = QCoreApplication.translate


def status_word(status: OrderStatus) -> str:
    """Where an order stands."""
    return {
        OrderStatus.UNPAID: translate("orders", "To pay"),
        OrderStatus.PENDING: translate("orders", "Held"),
        OrderStatus.TO_SHIP: translate("orders", "To ship"),
        OrderStatus.SHIPPED: translate("orders", "Shipped"),
        OrderStatus.RECEIVED: translate("orders", "Received"),
        OrderStatus.SUCCESS: translate("orders", "Completed"),
        OrderStatus.CLOSED: translate("orders", "Closed"),
        OrderStatus.UNKNOWN: translate("orders", "Unknown"),
    }[status]


def status_chip(status: OrderStatus) -> ChipLook:
    """Where an order stands, as a chip."""
    tone, icon = _STATUS_LOOKS[status]
    return ChipLook(tone, icon, status_word(status))


_STATUS_LOOKS: dict[OrderStatus, tuple[Tone, str]] = {
    OrderStatus.UNPAID: ("grey", "clock"),
    OrderStatus.PENDING: ("purple", "pause"),
    OrderStatus.TO_SHIP: ("blue", "package"),
    OrderStatus.SHIPPED: ("blue", "truck"),
    OrderStatus.RECEIVED: ("green", "circle-check"),
    OrderStatus.SUCCESS: ("green", "circle-check"),
    OrderStatus.CLOSED: ("grey", "ban"),
    OrderStatus.UNKNOWN: ("grey", "circle-question-mark"),
}


def after_sale_status(status: AfterSaleStatus) -> str:
    """How far an after-sale has come."""
    return {
        AfterSaleStatus.WAIT_SELLER: translate("orders", "Waits for your answer"),
        AfterSaleStatus.REFUSED: translate("orders", "Refused by you"),
        AfterSaleStatus.WAIT_BUYER_RETURN: translate("orders", "Buyer is to send it back"),
        AfterSaleStatus.WAIT_SELLER_RECEIPT: translate("orders", "On its way back to you"),
        AfterSaleStatus.WAIT_BUYER_RECEIPT: translate("orders", "On its way to the buyer"),
        AfterSaleStatus.PLATFORM: translate("orders", "The platform decides"),
        AfterSaleStatus.REFUNDING: translate("orders", "Being refunded"),
        AfterSaleStatus.SUCCESS: translate("orders", "Done"),
        AfterSaleStatus.CLOSED: translate("orders", "Withdrawn"),
        AfterSaleStatus.UNKNOWN: translate("orders", "Unknown"),
    }[status]
