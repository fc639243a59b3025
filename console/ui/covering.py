"""The Tab key where a panel lies over a page: what it covers is out of its reach."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def step_past(covered: QWidget, panel: QWidget, *, forward: bool) -> bool:
    """Move the focus on as Tab does, past what ``panel`` hides of ``covered``; whether anything took it."""
    focused = cast("QWidget | None", covered.window().focusWidget())  # None where nothing has had it yet
    here = panel if focused is None else focused
    one = _beside(here, forward)
    while one is not None and one is not here:
        if _takes_focus(one) and (panel.isAncestorOf(one) or not covered.isAncestorOf(one)):
            one.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
            return True
        one = _beside(one, forward)
    return False


def _beside(one: QWidget, forward: bool) -> QWidget | None:
    return one.nextInFocusChain() if forward else one.previousInFocusChain()


def _takes_focus(one: QWidget) -> bool:
    tabbed = one.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tabbed) and one.focusProxy() is None and one.isVisible() and one.isEnabled()
