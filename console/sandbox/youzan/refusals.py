"""The two ways in which Youzan says no: at the gateway, and in the business behind it."""


class GatewayRefused(Exception):
    """Refused in the envelope ``gw_err_resp`` (sheet 4.1)."""

    def __init__(self, code: int, message: str, *, retry_after: int | None = None) -> None:
        super().__init__(f"{code} {message}")
        self.code = code
        self.message = message
        self.retry_after = retry_after  # seconds, sent as an HTTP header; None: no hint


class Refused(Exception):
    """Refused by the business, ``success`` false; ``data`` is what the answer still holds (often null)."""

    def __init__(self, code: int | str, message: str, data: object = None) -> None:
        super().__init__(f"{code} {message}")
        self.code = code
        self.message = message
        self.data = data


def wrong_type(name: str) -> GatewayRefused:
    """A parameter of the wrong type or format: 5001 (sheet 3.3); that the name is told is ours."""
    return GatewayRefused(5001, f"系统异常: {name}")
