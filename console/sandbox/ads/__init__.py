"""The ads platform (磁力金牛) in miniature: OAuth and the account report, with the wire format of its documentation."""

from console.sandbox.ads.gateway import routes
from console.sandbox.ads.kept import self_description

__all__ = ["routes", "self_description"]
