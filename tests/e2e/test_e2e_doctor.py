"""The self-test from the command line, against both platforms: every cause by its own name, and where it is mended."""

import json
import sqlite3
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.timeout(300)

KUAISHOU = ["merchant_user", "merchant_item", "merchant_order", "merchant_refund", "merchant_logistics"]
KUAISHOU += ["merchant_promotion", "merchant_comment", "live", "clock", "app_secret"]
YOUZAN = ["shop", "item", "trade", "refund", "logistics", "user", "coupon_advanced", "reviews", "bigdata"]
YOUZAN += ["clock", "client_secret"]
ADS = ["accounts", "esp_report_service"]
Lines = dict[str, dict[str, Any]]
Doctor = Callable[..., Any]


@pytest.fixture
def doctor(command: Any, tmp_path: Path) -> Doctor:
    """``doctor(connect)``: one self-test of both shops."""

    def run(connect: Path, *words: str, lang: str = "en") -> Any:
        profile = str(tmp_path / "profile")
        return command("doctor", "--profile", profile, "--connect", str(connect), "--lang", lang, *words)

    return run


@pytest.fixture
def fault(sandbox: Any) -> Iterator[Callable[[str], None]]:
    """Let a fault strike every call until the test ends."""
    on: list[str] = []

    def switch(name: str) -> None:
        on.append(name)
        sandbox.ask("/faults", {"on": [name], "times": 1000})

    yield switch
    sandbox.ask("/faults", {"off": on})


def lines(run: Any) -> tuple[Lines, Lines]:
    """Kuaishou's and Youzan's lines, by scope."""
    return by_scope(run)[0], by_scope(run)[1]


def by_scope(run: Any) -> list[Lines]:
    """The lines of both shops and of the ads account."""
    shops = run.answer["shops"]
    assert [shop["platform"] for shop in shops] == ["kuaishou", "youzan", "kuaishou_ads"]
    found = [{line["scope"]: line for line in shop["checks"]} for shop in shops]
    assert [list(checks) for checks in found] == [KUAISHOU, YOUZAN, ADS]
    for line in (line for checks in found for line in checks.values()):
        assert set(line) == {"scope", "ok", "code", "meaning", "fix"}
        said = (line["code"], line["meaning"], line["fix"])
        assert not any(said) if line["ok"] else all(said), line
    return found


def troubles(checks: Lines) -> dict[str, str]:
    """What was refused or not answered: the code by its scope."""
    return {scope: line["code"] for scope, line in checks.items() if line["ok"] is False}


def edited(sandbox: Any, folder: Path, side: str, **keys: str) -> Path:
    """The connection file with other keys in it."""
    line = json.loads(sandbox.connect.read_text())
    line[side] |= keys
    path = folder / "edited.json"
    path.write_text(json.dumps(line))
    return path


def sign_in_again(sandbox: Any) -> None:
    """What a merchant does after a scope was granted: agree on the page, and trade the code for a new pair."""
    keys = json.loads(sandbox.connect.read_text())
    mine = keys["kuaishou"]
    page = {"app_id": mine["app_key"], "redirect_uri": "https://shop.example/", "response_type": "code", "approve": "1"}

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_: Any) -> None:
            return None

    with pytest.raises(urllib.error.HTTPError) as gone:
        urllib.request.build_opener(Stay).open(mine["base_url"] + "/oauth/authorize?" + urllib.parse.urlencode(page))
    gone.value.close()
    code = urllib.parse.parse_qs(urllib.parse.urlsplit(gone.value.headers["location"]).query)["code"][0]
    trade = {"app_id": mine["app_key"], "app_secret": mine["app_secret"], "grant_type": "code", "code": code}
    with urllib.request.urlopen(mine["base_url"] + "/oauth2/access_token?" + urllib.parse.urlencode(trade)) as answer:
        pair = json.load(answer)
    mine |= {name: pair[name] for name in ("access_token", "refresh_token")}
    sandbox.connect.write_text(json.dumps(keys))


def test_every_scope_works(sandbox: Any, doctor: Doctor) -> None:
    before = sandbox.ask("/log")
    run = doctor(sandbox.connect, "--json")
    kuaishou, youzan = lines(run)
    assert run.code == 0, run.out
    assert all(line["ok"] is True for checks in (kuaishou, youzan) for line in checks.values())
    assert all(shop["shop"].startswith(shop["platform"]) and shop["name"] for shop in run.answer["shops"])
    assert sandbox.ask("/log") == before, "nothing was written"


def test_a_list_for_people(sandbox: Any, doctor: Doctor) -> None:
    run = doctor(sandbox.connect)
    assert run.code == 0
    assert run.out.count("✔") == len(KUAISHOU) + len(YOUZAN) + len(ADS)


def test_a_withheld_scope_is_named_with_its_page_until_it_is_granted(
    open_sandbox: Callable[..., Any], doctor: Doctor
) -> None:
    small = ("--seed", "3", "--items", "5", "--orders", "30", "--frozen")
    box = open_sandbox(*small, "--without-scope", "merchant_refund", "--without-scope", "user")
    run = doctor(box.connect, "--json")
    kuaishou, youzan = lines(run)
    assert run.code == 1
    assert troubles(kuaishou) == {"merchant_refund": "kuaishou.scope"}
    assert "open.kwaixiaodian.com" in kuaishou["merchant_refund"]["fix"]
    assert troubles(youzan) == {"user": "youzan.4204"}
    assert "youzanyun.com" in youzan["user"]["fix"]

    box.ask("/scopes", {"without": []})
    kuaishou, youzan = lines(doctor(box.connect, "--json"))
    assert troubles(youzan) == {}
    assert troubles(kuaishou) == {"merchant_refund": "kuaishou.scope"}, "an old token gains nothing"
    sign_in_again(box)
    assert doctor(box.connect, "--json").code == 0


def test_each_scope_has_its_own_line(open_sandbox: Callable[..., Any], doctor: Doctor) -> None:
    """With everything withheld each is named, not only the first."""
    scopes = [scope for scope in KUAISHOU if scope.startswith("merchant_")]
    packages = [scope for scope in YOUZAN if scope not in ("clock", "client_secret")]
    withheld = [word for scope in (*scopes, *packages) for word in ("--without-scope", scope)]
    run = doctor(open_sandbox("--seed", "3", "--items", "5", "--orders", "30", "--frozen", *withheld).connect, "--json")
    kuaishou, youzan = lines(run)
    assert run.code == 1
    assert troubles(kuaishou) == dict.fromkeys(scopes, "kuaishou.scope")
    assert troubles(youzan) == dict.fromkeys(packages, "youzan.4204")


def test_a_withdrawn_grant(sandbox: Any, doctor: Doctor, fault: Callable[[str], None]) -> None:
    fault("token_revoked")
    run = doctor(sandbox.connect, "--json")
    kuaishou, youzan = lines(run)
    assert run.code == 1
    assert troubles(kuaishou) == {"merchant_user": "kuaishou.24"}
    assert troubles(youzan) == {"shop": "youzan.4201"}
    ads = by_scope(run)[2]
    assert troubles(ads) == {"esp_report_service": "kuaishou_ads.grant"}
    assert "developers.e.kuaishou.com" in ads["esp_report_service"]["fix"]
    for checks, keys in ((kuaishou, ("clock", "app_secret")), (youzan, ("clock", "client_secret"))):
        assert all(checks[name]["ok"] for name in keys), "the keys are not to blame"
        rest = [line for scope, line in list(checks.items())[1:] if scope not in keys]
        assert {(line["ok"], line["code"]) for line in rest} == {(None, "check.not_asked")}


def test_a_busy_platform(sandbox: Any, doctor: Doctor, fault: Callable[[str], None]) -> None:
    fault("throttle")
    run = doctor(sandbox.connect, "--json")
    kuaishou, youzan = lines(run)
    assert run.code == 1
    assert set(troubles(kuaishou).values()) == {"kuaishou.1016"}
    assert set(troubles(youzan).values()) == {"youzan.4101"}


def test_a_clock_that_is_off(sandbox: Any, doctor: Doctor, fault: Callable[[str], None]) -> None:
    fault("clock_skew")
    kuaishou, youzan = lines(doctor(sandbox.connect, "--json"))
    assert troubles(kuaishou) == {"clock": "check.clock"}
    assert "0:1" in kuaishou["clock"]["meaning"], "15 minutes, or a second less"
    assert troubles(youzan) == {}


def test_an_address_that_is_not_listed(sandbox: Any, doctor: Doctor, fault: Callable[[str], None]) -> None:
    fault("ip_not_listed")
    kuaishou, youzan = lines(doctor(sandbox.connect, "--json"))
    assert troubles(kuaishou) == {}
    assert troubles(youzan) == {"shop": "youzan.ip_not_listed"}
    assert "203.0.113.7" in youzan["shop"]["meaning"]
    assert youzan["client_secret"]["ok"] is True


def test_a_wrong_sign_secret(sandbox: Any, doctor: Doctor, tmp_path: Path) -> None:
    kuaishou, youzan = lines(doctor(edited(sandbox, tmp_path, "kuaishou", sign_secret="0" * 32), "--json"))
    assert troubles(kuaishou) == {"merchant_user": "kuaishou.27"}
    assert kuaishou["app_secret"]["ok"] is True
    assert troubles(youzan) == {}


@pytest.mark.parametrize(
    ("side", "key", "scope", "code"),
    [
        ("kuaishou", "app_secret", "app_secret", "kuaishou.100200101"),
        ("youzan", "client_secret", "client_secret", "youzan.1000"),
    ],
)
def test_a_wrong_secret_while_the_token_lives(
    sandbox: Any, doctor: Doctor, tmp_path: Path, side: str, key: str, scope: str, code: str
) -> None:
    checks = dict(
        zip(
            ("kuaishou", "youzan"),
            lines(doctor(edited(sandbox, tmp_path, side, **{key: "0" * 32}), "--json")),
            strict=True,
        )
    )
    assert troubles(checks.pop(side)) == {scope: code}
    assert troubles(checks.popitem()[1]) == {}


def test_an_expired_token_is_renewed_and_a_wrong_secret_then_is_not_taken_for_it(
    open_sandbox: Callable[..., Any], doctor: Doctor, tmp_path: Path
) -> None:
    box = open_sandbox("--seed", "3", "--items", "5", "--orders", "30", "--frozen")
    box.ask("/clock", {"advance_s": 8 * 86_400})
    path = edited(box, tmp_path, "kuaishou", app_secret="0" * 32)
    kuaishou, youzan, ads = by_scope(doctor(path, "--json"))
    assert troubles(kuaishou) == {"merchant_user": "kuaishou.100200101", "app_secret": "kuaishou.100200101"}
    assert troubles(youzan) == troubles(ads) == {}
    renewed, line = json.loads(path.read_text())["kuaishou_ads"], json.loads(box.connect.read_text())
    assert renewed != line["kuaishou_ads"], "its token lives a day, and the old pair is dead"
    box.connect.write_text(json.dumps({**line, "kuaishou_ads": renewed}))
    before = box.connect.read_text()
    assert doctor(box.connect, "--json").code == 0
    assert box.connect.read_text() != before, "the new pair is in the file"


def test_an_ads_account_is_told_by_its_own_name(sandbox: Any, doctor: Doctor, tmp_path: Path) -> None:
    number = json.loads(sandbox.connect.read_text())["kuaishou_ads"]["advertiser_id"]
    shop = doctor(sandbox.connect, "--json").answer["shops"][2]
    assert (shop["shop"], shop["name"]) == (f"kuaishou_ads:{number}", number)
    run = doctor(edited(sandbox, tmp_path, "kuaishou_ads", advertiser_id="999"), "--json")
    kuaishou, youzan, ads = by_scope(run)
    assert (run.code, troubles(kuaishou), troubles(youzan)) == (1, {}, {})
    assert troubles(ads) == {"accounts": "bind.ads_account"}
    assert ads["esp_report_service"]["ok"] is None
    wrong = by_scope(doctor(edited(sandbox, tmp_path, "kuaishou_ads", secret="0" * 32), "--json"))[2]
    assert troubles(wrong) == {"accounts": "kuaishou_ads.keys"}
    assert wrong["esp_report_service"]["ok"] is True, "the token still lives"


def test_a_file_without_an_ads_account_has_no_line_for_it(sandbox: Any, doctor: Doctor, tmp_path: Path) -> None:
    line = json.loads(sandbox.connect.read_text())
    del line["kuaishou_ads"]
    path = tmp_path / "without.json"
    path.write_text(json.dumps(line))
    run = doctor(path, "--json")
    assert run.code == 0
    assert [shop["platform"] for shop in run.answer["shops"]] == ["kuaishou", "youzan"]


def test_nobody_can_be_reached(open_sandbox: Callable[..., Any], doctor: Doctor) -> None:
    box = open_sandbox("--seed", "3", "--items", "5", "--orders", "30", "--frozen")
    box.stop()
    run = doctor(box.connect, "--json")
    assert run.code == 1
    for checks in by_scope(run):
        first, *rest = checks.values()
        assert (first["ok"], first["code"]) == (False, "net.refused")
        assert {(line["ok"], line["code"]) for line in rest} == {(None, "check.not_asked")}
    assert [shop["shop"] for shop in run.answer["shops"]][:2] == ["", ""]


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_what_cannot_be_tested_is_one_line(command: Any, tmp_path: Path, lang: str) -> None:
    missing = command("doctor", "--profile", str(tmp_path / "nowhere"), "--json", "--lang", lang)
    assert (missing.code, missing.out, missing.err.count("\n")) == (4, "", 1)
    no_file = command("doctor", "--profile", str(tmp_path), "--connect", str(tmp_path / "x.json"), "--lang", lang)
    assert (no_file.code, no_file.out, no_file.err.count("\n")) == (2, "", 1)
    empty = command("doctor", "--profile", str(tmp_path / "new"), "--lang", lang)
    assert empty.code == 4
    (tmp_path / "new").mkdir()
    nothing_bound = command("doctor", "--profile", str(tmp_path / "new"), "--lang", lang)
    assert (nothing_bound.code, nothing_bound.out, nothing_bound.err.count("\n")) == (4, "", 1)


def test_a_bound_shop_whose_secrets_are_gone(sandbox: Any, sync: Any, command: Any, tmp_path: Path) -> None:
    """``sync`` leaves the tokens in their file, so the key store has none of them."""
    sync(sandbox)
    run = command("doctor", "--profile", str(tmp_path / "profile"), "--json", "--lang", "en")
    assert run.code == 1
    assert [(one["scope"], one["ok"], one["code"]) for shop in run.answer["shops"] for one in shop["checks"]] == [
        ("sign_in", False, "net.no_credentials")
    ] * 2


def test_the_calls_of_a_sync_and_of_a_self_test_are_counted(
    sandbox: Any, sync: Any, doctor: Doctor, tmp_path: Path
) -> None:
    def counted() -> dict[str, int]:
        file = sqlite3.connect(tmp_path / "profile" / "console.db")
        rows = file.execute("SELECT shop_id, sum(count) FROM calls GROUP BY shop_id").fetchall()
        file.close()
        return {str(shop_id).partition(":")[0]: count for shop_id, count in rows}

    synced = sync(sandbox)
    before = counted()
    assert sum(before.values()) == synced.answer["calls"] > 0
    assert doctor(sandbox.connect).code == 0
    after = counted()
    assert after["kuaishou"] >= before["kuaishou"] + len(KUAISHOU) - 1, "the clock is read off the others"
    assert after["youzan"] >= before["youzan"] + len(YOUZAN) - 1
