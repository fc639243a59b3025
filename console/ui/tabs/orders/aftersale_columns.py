"""The columns of the ticket list: what each says of a ticket, and by what SQL sorts."""

from collections.abc import Callable
from zlib import crc32

from PySide6.QtCore import QCoreApplication

from console.core.model import AfterSaleKind, AfterSaleStatus, Platform
from console.store.views_tickets import TicketRow
from console.ui import paint, risks, texts
from console.ui.cells import Chips, ChipStack, Goods, Lines, MarkedLines, Verbs
from console.ui.paging import Column
from console.ui.paint import ChipLook
from console.ui.pictures import Pictures
from console.ui.tabs.orders import aftersale_words, words

translate = QCoreApplication.translate
Said = tuple[str, str]  # words, token of their colour


def columns(
    now: Callable[[], int],
    hot: Callable[[TicketRow], bool],
    person: Callable[[TicketRow], str],
    pictures: Pictures | None = None,
) -> list[Column[TicketRow]]:
    """All columns after the check box. ``person`` names whoever has a ticket."""
    states = [aftersale_words.status_chip(status) for status in AfterSaleStatus]
    kinds = [aftersale_words.kind_chip(kind) for kind in AfterSaleKind]
    return [
        Column(
            translate("aftersale", "Order no. on both sides"),
            214,
            MarkedLines(kuaishou_line, youzan_line, number=number, hot=hot),
        ),
        Column(translate("aftersale", "State"), widest(states), ChipStack(state_chips), "status"),
        Column(translate("aftersale", "Type"), widest(kinds), Chips(lambda row: aftersale_words.kind_chip(row.kind))),
        Column(
            translate("orders", "Goods"),
            200,
            Goods(_title, aftersale_words.reason, _seed, address=picture, pictures=pictures),
            stretch=True,
        ),
        Column(
            translate("aftersale", "Money"),
            96,
            Lines(_money, aftersale_words.money_state, right=True, strong=True),
            "amount_fen",
            right=True,
        ),
        Column(
            translate("aftersale", "Time left"),
            124,
            Chips(lambda row: aftersale_words.due_chip(row.deadline_at, now())),
            "deadline_at",
        ),
        Column(translate("aftersale", "Risk"), 76, Chips(lambda row: risks.chip(row.risk))),
        Column(
            translate("aftersale", "Asked"),
            100,
            Lines(_asked, lambda row: texts.age(row.created_at, now())),
            "created_at",
        ),
        Column(translate("aftersale", "Given to"), 84, Lines(lambda row: person(row) or texts.NOTHING)),
        Column(translate("orders", "Action"), 72, Verbs(_verb)),
    ]


TIME_LEFT, RISK, ASKED, PERSON, ACTION = 6, 7, 8, 9, 10
"""Places of columns in the table, the check box being 0."""


def widest(looks: list[ChipLook]) -> int:
    """How wide a column of these chips is."""
    return max(paint.chip_width(look) for look in looks) + 16


def number(row: TicketRow, platform: Platform) -> str | None:
    """The order's number on one platform."""
    if row.platform is platform:
        return row.order_no
    return row.other.order_no if row.other is not None else None


def kuaishou_line(row: TicketRow) -> Said:
    """Kuaishou's order."""
    found = number(row, Platform.KUAISHOU)
    return (found, "text") if found else (translate("aftersale", "No after-sale there"), "faint")


def youzan_line(row: TicketRow) -> Said:
    """Youzan's trade."""
    found = number(row, Platform.YOUZAN)
    return (found, "text2") if found else (translate("aftersale", "No after-sale there"), "faint")


def state_chips(row: TicketRow) -> list[ChipLook]:
    """How far it has come, and under it what is out of step or on its way."""
    found = [aftersale_words.status_chip(row.status)]
    step = aftersale_words.step_chip(row)
    if step is not None:
        found.append(step)
    elif (answer := answer_chip(row)) is not None:
        found.append(answer)
    return found


def answer_chip(row: TicketRow) -> ChipLook | None:
    """An answer was given and is not through yet, or did not get through."""
    if row.pending:
        return ChipLook("blue", "send", translate("aftersale", "Answer on its way"))
    if row.stuck:
        return ChipLook("red", "circle-alert", translate("aftersale", "Answer not through"))
    return None


def picture(row: TicketRow) -> str:
    """Where the picture of the goods is."""
    return row.image_url


def _title(row: TicketRow) -> str:
    return f"{row.title} {row.spec}".strip() or texts.NOTHING


def _seed(row: TicketRow) -> int:
    return crc32(row.title.encode())


def _money(row: TicketRow) -> str:
    return aftersale_words.money(row)


def _asked(row: TicketRow) -> str:
    return texts.moment(row.created_at)


def _verb(row: TicketRow) -> tuple[str, str] | None:
    ours = aftersale_words.grant_of(row.status, row.kind, row.platform) is not None and not row.pending
    return ("open", translate("aftersale", "Handle") if ours else translate("orders", "View"))


def status_word(row: TicketRow) -> str:
    """For sheets."""
    return words.after_sale_status(row.status)
