"""Windows on an X screen that has no window manager: which are shown, and closing one as its cross would."""

import ctypes
import ctypes.util
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import POINTER, byref, c_char_p, c_int, c_long, c_uint, c_ulong, c_void_p
from typing import Any

CLIENT_MESSAGE, VIEWABLE, WORDS_32 = 33, 2, 32


class Attributes(ctypes.Structure):
    """XWindowAttributes; only ``map_state`` is read."""

    _fields_ = (
        [(name, c_int) for name in ("x", "y", "width", "height", "border_width", "depth")]
        + [("visual", c_void_p), ("root", c_ulong)]
        + [(name, c_int) for name in ("kind", "bit_gravity", "win_gravity", "backing_store")]
        + [("backing_planes", c_ulong), ("backing_pixel", c_ulong), ("save_under", c_int), ("colormap", c_ulong)]
        + [("map_installed", c_int), ("map_state", c_int)]
        + [("masks", c_long * 3), ("override_redirect", c_int), ("screen", c_void_p)]
    )


class Message(ctypes.Structure):
    """XClientMessageEvent, as large as any event."""

    _fields_ = (
        ("type", c_int), ("serial", c_ulong), ("send_event", c_int), ("display", c_void_p), ("window", c_ulong),
        ("message_type", c_ulong), ("format", c_int), ("data", c_long * 5), ("rest", c_long * 24),
    )  # fmt: skip


def library() -> Any:
    """Xlib, or None where it is not."""
    name = ctypes.util.find_library("X11")
    if name is None:
        return None
    x = ctypes.CDLL(name)
    x.XOpenDisplay.restype, x.XOpenDisplay.argtypes = c_void_p, [c_char_p]
    x.XDefaultRootWindow.restype, x.XDefaultRootWindow.argtypes = c_ulong, [c_void_p]
    x.XInternAtom.restype, x.XInternAtom.argtypes = c_ulong, [c_void_p, c_char_p, c_int]
    lists = [POINTER(c_ulong), POINTER(c_ulong), POINTER(POINTER(c_ulong)), POINTER(c_uint)]
    x.XQueryTree.argtypes = [c_void_p, c_ulong, *lists]
    x.XGetWMProtocols.argtypes = [c_void_p, c_ulong, POINTER(POINTER(c_ulong)), POINTER(c_int)]
    x.XGetWindowAttributes.argtypes = [c_void_p, c_ulong, POINTER(Attributes)]
    x.XSendEvent.argtypes = [c_void_p, c_ulong, c_int, c_long, c_void_p]
    x.XFree.argtypes = x.XCloseDisplay.argtypes = [c_void_p]
    x.XSync.argtypes = [c_void_p, c_int]
    return x


@contextmanager
def opened(display: str) -> Iterator[tuple[Any, int]]:
    """Xlib and a connection to the screen."""
    x = library()
    line = x.XOpenDisplay(display.encode())
    if not line:
        raise OSError(f"the screen {display} does not answer")
    try:
        yield x, line
    finally:
        x.XCloseDisplay(line)


def shown(display: str) -> list[int]:
    """The windows on the screen that can be closed by their cross."""
    with opened(display) as (x, line):
        root, parent, children, count = c_ulong(), c_ulong(), POINTER(c_ulong)(), c_uint()
        x.XQueryTree(line, x.XDefaultRootWindow(line), byref(root), byref(parent), byref(children), byref(count))
        found = [children[at] for at in range(count.value)]
        if children:
            x.XFree(children)
        return [one for one in found if _is_viewable(x, line, one) and _can_close(x, line, one)]


def close(display: str, window: int) -> None:
    """Ask the window to close itself."""
    with opened(display) as (x, line):
        message = Message(type=CLIENT_MESSAGE, window=window, format=WORDS_32)
        message.message_type = x.XInternAtom(line, b"WM_PROTOCOLS", 0)
        message.data[0] = x.XInternAtom(line, b"WM_DELETE_WINDOW", 0)
        x.XSendEvent(line, window, 0, 0, byref(message))
        x.XSync(line, 0)


def _is_viewable(x: Any, line: int, window: int) -> bool:
    told = Attributes()
    return bool(x.XGetWindowAttributes(line, window, byref(told))) and told.map_state == VIEWABLE


def _can_close(x: Any, line: int, window: int) -> bool:
    protocols, count = POINTER(c_ulong)(), c_int()
    if not x.XGetWMProtocols(line, window, byref(protocols), byref(count)):
        return False
    names = [protocols[at] for at in range(count.value)]
    x.XFree(protocols)
    return x.XInternAtom(line, b"WM_DELETE_WINDOW", 0) in names
