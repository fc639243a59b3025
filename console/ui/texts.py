"""How values are written: money, counts, ages, times. Time is the shop's; a value nobody knows is a dash, never 0."""

from PySide6.QtCore import QCoreApplication

from console.core.clock import DAY, HOUR, MINUTE, SECOND, day_start, shop_datetime
from console.core.parties import Platform

NOTHING = "—"


def money(amount_fen: int | None) -> str:
    """``¥1,234.50``; a negative is ``−¥12.30`` in every language. Exact: never through a float."""
    if amount_fen is None:
        return NOTHING
    whole, cents = divmod(abs(amount_fen), 100)
    return f"{'−' if amount_fen < 0 else ''}¥{whole:,}.{cents:02d}"


def count(number: int | None) -> str:
    """``1,308``."""
    return NOTHING if number is None else f"{number:,}"


def signed_percent(share: float) -> str:
    """0.124 → ``+12.4%``, with a real minus sign."""
    return f"{'−' if share < 0 else '+'}{abs(share):.1%}"


def age(at: int | None, now: int) -> str:
    """How long ago: ``12 秒前``."""
    if at is None:
        return NOTHING
    past = max(0, now - at)
    if past < MINUTE:
        return QCoreApplication.translate("texts", "{n} s ago").format(n=past // SECOND)
    if past < HOUR:
        return QCoreApplication.translate("texts", "{n} min ago").format(n=past // MINUTE)
    if past < DAY:
        return QCoreApplication.translate("texts", "{n} h ago").format(n=past // HOUR)
    return QCoreApplication.translate("texts", "{n} d ago").format(n=past // DAY)


def span(length: int) -> str:
    """A length of time in its two largest units: ``2 天 23 时``."""
    length = max(0, length)
    days, hours, minutes = length // DAY, length % DAY // HOUR, length % HOUR // MINUTE
    if days:
        return QCoreApplication.translate("texts", "{d} d {h} h").format(d=days, h=hours)
    if hours:
        return QCoreApplication.translate("texts", "{h} h {m} min").format(h=hours, m=minutes)
    return QCoreApplication.translate("texts", "{m} min").format(m=minutes)


def remaining(at: int, now: int) -> str:
    """A countdown: ``剩 1:14:20``, past it ``已超时 0:12`` (hours:minutes)."""
    left = at - now
    if left < 0:
        late = QCoreApplication.translate("texts", "Late {time}")
        return late.format(time=f"{-left // HOUR}:{-left % HOUR // MINUTE:02d}")
    clock = f"{left // HOUR}:{left % HOUR // MINUTE:02d}:{left % MINUTE // SECOND:02d}"
    return QCoreApplication.translate("texts", "{time} left").format(time=clock)


def clock_time(at: int | None) -> str:
    """``14:31``, shop time."""
    return NOTHING if at is None else shop_datetime(at).strftime("%H:%M")


def moment(at: int | None, now: int | None = None) -> str:
    """``11-22 09:03``, shop time; with the year in front where it is not this one."""
    if at is None:
        return NOTHING
    when = shop_datetime(at)
    if now is not None and when.year != shop_datetime(now).year:
        return when.strftime("%Y-%m-%d %H:%M")
    return when.strftime("%m-%d %H:%M")


def full_moment(at: int | None) -> str:
    """``2026-11-22 09:03:18``, shop time."""
    return NOTHING if at is None else shop_datetime(at).strftime("%Y-%m-%d %H:%M:%S")


def day(at: int) -> str:
    """``11 月 22 日 周日``."""
    when = shop_datetime(at)
    pattern = QCoreApplication.translate("texts", "{weekday}, {month:02d}-{day:02d}")
    return pattern.format(weekday=weekday(at), month=when.month, day=when.day)


def weekday(at: int) -> str:
    """``周日``."""
    return (
        QCoreApplication.translate("texts", "Mon"),
        QCoreApplication.translate("texts", "Tue"),
        QCoreApplication.translate("texts", "Wed"),
        QCoreApplication.translate("texts", "Thu"),
        QCoreApplication.translate("texts", "Fri"),
        QCoreApplication.translate("texts", "Sat"),
        QCoreApplication.translate("texts", "Sun"),
    )[shop_datetime(at).weekday()]


def as_of(at: int | None, now: int) -> str:
    """``截至 14:05``; with the date when it was not today."""
    if at is None:
        return QCoreApplication.translate("texts", "not yet synced")
    shown = clock_time(at) if day_start(at) == day_start(now) else moment(at, now)
    return QCoreApplication.translate("texts", "as of {time}").format(time=shown)


def platform(which: Platform) -> str:
    """``快手`` / ``有赞``."""
    if which is Platform.KUAISHOU:
        return QCoreApplication.translate("texts", "Kuaishou")
    return QCoreApplication.translate("texts", "Youzan")


def bytes_size(size: int) -> str:
    """``182 MB``."""
    if size < 1_000_000:
        return f"{size / 1_000:.0f} kB"
    return f"{size / 1_000_000:,.1f} MB" if size < 100_000_000 else f"{size / 1_000_000:,.0f} MB"
