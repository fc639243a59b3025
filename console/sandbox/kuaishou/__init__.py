"""The Kuaishou shop platform in miniature: OAuth, gateway and APIs, with the wire format of its documentation."""

from console.sandbox.kuaishou.gateway import routes
from console.sandbox.kuaishou.kept import first_tokens
from console.sandbox.kuaishou.tokens import SCOPES

__all__ = ["SCOPES", "first_tokens", "routes"]
