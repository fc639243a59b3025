"""What the accounts page says of a shop: its state, when its sign-in ends, what troubles it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from console import catalogue
from console.catalogue import Language, Words
from console.core.clock import DAY
from console.core.model import Platform
from console.store.views import HealthRow
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.tabs.accounts.reading import ShopState
from console.ui.theme import Tone

KUAISHOU_LIFE = 180 * DAY  # of a sign-in; refreshing does not lengthen it
SOON, VERY_SOON = 7 * DAY, DAY
STREAMS = ("orders", "items", "after_sales")


@dataclass(frozen=True)
class Ending:
    """When somebody must sign in again. ``share`` of its life is left; None where nobody knows."""

    words: str
    under: str
    tone: Tone
    share: float | None = None


def kind_of_shop(platform: Platform) -> str:
    """``快手小店`` / ``有赞微商城``."""
    if platform is Platform.KUAISHOU:
        return QCoreApplication.translate("accounts", "Kuaishou shop")
    return QCoreApplication.translate("accounts", "Youzan shop")


def number_of_shop(state: ShopState) -> str:
    """The platform's own id, under the platform's own word for it."""
    if state.shop.platform is Platform.KUAISHOU:
        said = QCoreApplication.translate("accounts", "Shop ID {id}")
    else:
        said = QCoreApplication.translate("accounts", "kdt {id}")
    return said.format(id=state.shop.platform_shop_id)


def chip(state: ShopState, now: int) -> ChipLook:
    """The one word for how this shop is."""
    if state.dead is not None:
        return ChipLook("red", "circle-x", QCoreApplication.translate("accounts", "Signed out"))
    if not state.asked:
        return ChipLook("grey", "circle-dashed", QCoreApplication.translate("accounts", "Checking"))
    if state.let_go:
        return ChipLook("grey", "unlink", QCoreApplication.translate("accounts", "Unbound"))
    kinds = {row.kind for row in state.health}
    if "offline" in kinds or "busy" in kinds:
        return ChipLook("grey", "wifi-off", QCoreApplication.translate("accounts", "Waiting for the platform"))
    if "refused" in kinds:
        return ChipLook("amber", "triangle-alert", QCoreApplication.translate("accounts", "Partly refused"))
    if "unreadable" in kinds:
        return ChipLook("amber", "triangle-alert", QCoreApplication.translate("accounts", "Partly unreadable"))
    if ending(state, now).tone in ("amber", "red"):
        return ChipLook("amber", "hourglass", QCoreApplication.translate("accounts", "Ends soon"))
    if state.last_at is None:
        return ChipLook("blue", "refresh-cw", QCoreApplication.translate("accounts", "First reading"))
    return ChipLook("green", "circle-check", QCoreApplication.translate("accounts", "Healthy"))


def ending(state: ShopState, now: int) -> Ending:
    """When this shop's sign-in ends, by the platform's own figures."""
    if state.dead is not None:
        since = QCoreApplication.translate("accounts", "since {time}")
        words = QCoreApplication.translate("accounts", "Signed out")
        return Ending(words, since.format(time=texts.moment(state.dead.since_at, now)), "red", 0.0)
    sign_in = state.sign_in
    if sign_in is None:
        return Ending(texts.NOTHING, "", "grey")
    if sign_in.renews_for_ever:
        return Ending(
            QCoreApplication.translate("accounts", "Renews by itself"), _token(sign_in.token_ends_at), "green", 1.0
        )
    if sign_in.ends_at is None:
        return Ending(texts.NOTHING, QCoreApplication.translate("accounts", "The platform did not say"), "grey")
    left = sign_in.ends_at - now
    tone: Tone = "red" if left <= VERY_SOON else "amber" if left <= SOON else "green"
    until = QCoreApplication.translate("accounts", "until {time}")
    return Ending(
        texts.span(left),
        until.format(time=texts.full_moment(sign_in.ends_at)[:16]),
        tone,
        min(1.0, max(0.0, left / KUAISHOU_LIFE)),
    )


def _token(ends_at: int | None) -> str:
    if ends_at is None:
        return QCoreApplication.translate("accounts", "own-use app, no date to watch")
    return QCoreApplication.translate("accounts", "token until {time}").format(time=texts.full_moment(ends_at)[:16])


def stream(name: str) -> str:
    """What a stream is called."""
    return {
        "orders": QCoreApplication.translate("accounts", "Orders"),
        "items": QCoreApplication.translate("accounts", "Goods"),
        "after_sales": QCoreApplication.translate("accounts", "After-sales"),
    }[name]


def stream_look(row: HealthRow | None) -> tuple[str, str]:
    """Icon and colour of a stream's state."""
    if row is None:
        return "circle-dashed", "faint"
    if not row.kind:
        return "circle-check", "fg_green"
    if row.kind == "sign_in_needed":
        return "circle-x", "fg_red"
    return ("wifi-off", "text3") if row.kind in ("offline", "busy") else ("triangle-alert", "fg_amber")


def trouble(row: HealthRow, platform: Platform, lang: Language) -> Words:
    """What troubles a stream, and the next step."""
    return catalogue.words(row.code, lang, platform=platform.value, detail=row.detail)
