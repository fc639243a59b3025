"""A diagnostics bundle names nobody: neither who works here nor who bought, in whatever letters and quotes."""

import pytest

from console.rules.bundle_masks import covered_health, covered_line, covered_settings, covered_window

AT = "2026-11-26 10:00:00,001 INFO console.sync: "


def knows(code: str) -> bool:
    return code in ("net.timeout", "file.locked")


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("msgspec.ValidationError: Expected int, got Smith Street 12", "msgspec.ValidationError: ***"),
        ("ValueError: not a carrier: Zhang San", "ValueError: ***"),
        ("AttributeError: \"it's broken\" for Zhang San's parcel", "AttributeError: ***"),
        ("console.core.errors.Refused: kuaishou.28: Zhang San", "console.core.errors.Refused: ***"),
        ("asyncio.exceptions.CancelledError", "asyncio.exceptions.CancelledError"),
        ("  | KeyError: 'Tom Lee'", "  | KeyError: ***"),
        ("Zhang San: the second line of what somebody wrote", "***"),
        ("    raise ValueError(name)", "    ***"),
        ("Traceback (most recent call last):", "Traceback (most recent call last):"),
        (
            '  File "D:\\Alice Wang\\console\\sync\\reading.py", line 7, in read',
            '  File "console/sync/reading.py", line 7, in read',
        ),
        ('  File "/home/alice/x/site-packages/httpx/_api.py", line 71', '  File "httpx/_api.py", line 71'),
        (f"{AT}orders of kuaishou:160 come later: net.timeout", f"{AT}orders of kuaishou:*** come later: net.timeout"),
        (f"{AT}kuaishou:160: no room is told: kuaishou.28", f"{AT}kuaishou:***: no room is told: kuaishou.28"),
        (f"{AT}orders of youzan:7: refused youzan.5001 li si", f"{AT}orders of youzan:***: refused youzan.5001 ***"),
        ("2026-11-26 10:00:00,001 INFO PIL.Image: opened for tom", "2026-11-26 10:00:00,001 INFO PIL.Image: ***"),
        (f"{AT}after_sales of youzan:7 recovered from net.timeout", f"{AT}after_sales of youzan:*** recovered from "
         "net.timeout"),
        (f"{AT}printed by Tom Lee at EPSON-Tom", f"{AT}printed by *** at ***"),
        (f"{AT}it's broken for tom's parcel", f"{AT}it ***"),
        (f"{AT}the mail zhang.san@a.example or zhang.san or 138 1234 5678", f"{AT}the mail *** or *** or ***"),
        (f"{AT}no letters: UnicodeError at line 12, Street 12", f"{AT}no letters: UnicodeError *** line 12, ***"),
        (f"{AT}name:alice 张三 app_secret=abc", f"{AT}name:*** ***"),
    ],
)  # fmt: skip
def test_of_the_log_only_what_has_a_known_shape_is_shown(line: str, shown: str) -> None:
    assert covered_line(line, knows) == shown


def test_of_settings_those_on_the_list_are_shown_and_of_the_others_the_kind() -> None:
    assert covered_settings(
        {
            "operators": [{"operator_id": "a1", "name": "Alice Wang", "role": "owner"}],
            "live.folder": "D:\\shows of Alice Wang",
            "live.obs": {"on": True, "host": "alices-pc", "port": 4455},
            "live.folder.places": {"D:\\Alice": 7},
            "goods.gap_bp": 50,
            "goods.lead.price": "youzan",
            "goods.buffer.kuaishou-1.*": 3,
            "some.Alice Wang": 13812,
            "new.one": False,
        }
    ) == {
        "operators": "list (1)",
        "live.folder": "text (22)",
        "live.obs": {"on": True, "host": "text (9)", "port": 4455},
        "live.folder.places": "record (1)",
        "goods.gap_bp": 50,
        "goods.lead.price": "youzan",
        "goods.buffer.kuaishou-1.*": 3,
        "***": "number (5)",
        "new.one": "yes or no",
    }


def test_of_the_window_versions_and_of_health_codes_are_shown() -> None:
    window = {"qt": "6.11", "screen": "1440x900 @1.0", "look": "Alice: dark", "printer": "EPSON-Tom"}
    assert covered_window(window) == window | {"look": "text (11)", "printer": "text (9)"}
    row = {"shop_id": "kuaishou-1", "stream": "orders", "at": 7, "kind": "refused", "code": "net.timeout"}
    assert covered_health(row | {"detail": "Zhang San"}, knows) == row | {"detail": "text (9)"}
