"""The Kuaishou shop platform in miniature: OAuth, gateway and APIs, with the wire format of its documentation."""

from console.sandbox.kuaishou.gateway import routes
from console.sandbox.kuaishou.kept import first_tokens

__all__ = ["first_tokens", "routes"]
