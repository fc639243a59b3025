"""The one server of a test process that forks children: whoever asks first starts it, with all of them loaded."""

import multiprocessing
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext

LOADED = ["outbox_child", "waybill_child", "fork_warmth"]


def server() -> "ForkServerContext":
    """Running, and able to import what lies here: what it cannot import each child would load for a second."""
    from multiprocessing import forkserver  # Windows has none

    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(LOADED)
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = str(Path(__file__).parent)
    try:
        forkserver.ensure_running()
    finally:
        if before is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = before
    return context
