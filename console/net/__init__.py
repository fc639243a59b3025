"""How bytes travel: one channel a platform, its pace, its tokens, what may be repeated. The only room with httpx."""

import sys
from importlib.util import find_spec

if "sniffio" not in sys.modules and find_spec("sniffio") is None:
    # httpcore looks for it half a dozen times a request, through every folder of the path and on the loop: 2 ms each
    # request, measured. That it is not there is said once.
    sys.modules["sniffio"] = None  # type: ignore[assignment]  # how Python is told that a module is not there
