"""``doctor``: the self-test of every bound shop and ads account, and where each trouble is mended."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from console.catalogue import Language, words
from console.cli.arguments import Options
from console.cli.profiles import opened
from console.cli.say import FINDINGS, OK, UNUSABLE, answer, log_to_stderr, say
from console.connect import FileVault, clock_of, read_connection
from console.core.clock import Clock, SystemClock
from console.core.errors import FileTrouble, SignInNeeded, Trouble
from console.core.gateway import SupportsChecks, SupportsVault
from console.core.model import ADS, Party, Platform
from console.core.permissions import Check, Outcome, troubled
from console.sync.together import together

if TYPE_CHECKING:
    from console.store.database import Database

MARKS = {Outcome.OK: "✔", Outcome.NOT_ASKED: "–"}
TRUTH = {Outcome.OK: True, Outcome.NOT_ASKED: None}


class Patient(msgspec.Struct, kw_only=True):
    """A shop or ads account and what its self-test said; no names where nobody could tell whose token it is."""

    platform: Party
    shop_id: str = ""
    name: str = ""
    checks: tuple[Check, ...] = ()


def run(options: Options) -> int:
    """Test the shops and print what came of it; returns the exit code."""
    from console.store.profile import Profile

    lang, folder = options.lang or "zh_CN", options.profile
    assert folder is not None  # noqa: S101 - required by the parser
    if options.connect is None and not folder.is_dir():
        raise FileTrouble("cli.no_profile", str(folder))
    log_to_stderr()
    with Profile.open(folder) as profile:
        patients = asyncio.run(_main(profile.database_path, options.connect, lang))
    if not patients:
        say("cli.no_shop", lang, path=folder)
        return UNUSABLE
    code = answer([_json(patients, lang)] if options.json else _list(patients, lang), lang)
    fine = all(check.outcome is Outcome.OK for patient in patients for check in patient.checks)
    return code or (OK if fine else FINDINGS)


async def _main(path: Path, connect: Path | None, lang: Language) -> list[Patient]:
    clock = SystemClock()
    if connect is not None:
        clock, trouble = await clock_of(read_connection(connect))
        if trouble is not None:
            say("cli.clock", lang, detail=words(trouble.code, lang).text)
    async with opened(path, clock) as database:
        return await (_bound(database, clock) if connect is None else _connected(database, clock, connect))


async def _connected(database: "Database", clock: Clock, path: Path) -> list[Patient]:
    """The shops and the ads account whose tokens the file holds; nothing is bound by looking at them."""
    connection, vault = read_connection(path), FileVault(path)
    examine = [
        _examine(database, clock, Patient(platform=platform), vault, platform.value, connection.keys(platform).base_url)
        for platform in Platform
    ]
    if connection.kuaishou_ads is not None:
        number = connection.kuaishou_ads.advertiser_id
        examine.append(_examine_ads(database, clock, number, vault, ADS, connection.kuaishou_ads.base_url))
    return await together(examine)


async def _bound(database: "Database", clock: Clock) -> list[Patient]:
    """The shops of the file, with the secrets that the key store holds."""
    from console.binding.ads import vault_key
    from console.binding.self_test import SIGN_IN
    from console.binding.vaults import Vaults
    from console.store.ads import accounts, with_health
    from console.store.secrets import open_vault
    from console.store.shops import shops

    vaults = Vaults(open_vault)

    async def visit(patient: Patient) -> Patient:
        try:
            keys = await vaults.load(patient.shop_id)
            if keys is None:
                raise SignInNeeded("net.no_credentials", platform=patient.platform)
        except Trouble as trouble:
            patient.checks = (troubled(SIGN_IN, trouble),)
            return patient
        return await _examine(database, clock, patient, vaults, patient.shop_id, keys.base_url)

    async def visit_ads(number: str) -> Patient | None:
        key = vault_key(number)
        try:
            keys = await vaults.load(key)
            if keys is None and number not in read:
                return None  # it was let go on purpose
            if keys is None:
                raise SignInNeeded("net.no_credentials", platform=ADS)
        except Trouble as trouble:
            return Patient(platform=ADS, shop_id=key, name=number, checks=(troubled(SIGN_IN, trouble),))
        return await _examine_ads(database, clock, number, vaults, key, keys.base_url)

    rows, kept, read = await database.read(shops), await database.read(accounts), await database.read(with_health)
    found = [Patient(platform=row.platform, shop_id=row.shop_id, name=row.name) for row in rows]
    told = await together([*map(visit, found), *(visit_ads(row.advertiser_id) for row in kept)])
    return [patient for patient in told if patient is not None]


async def _examine_ads(
    database: "Database", clock: Clock, number: str, vault: SupportsVault, key: str, base_url: str
) -> Patient:
    """Test one ads account; its calls count where it is one of the file's."""
    from console.binding.ads import vault_key
    from console.binding.ads_self_test import ads_self_test
    from console.platforms import open_ads
    from console.store.ads import accounts
    from console.store.calls import add_calls

    patient = Patient(platform=ADS, shop_id=vault_key(number), name=number)
    gateway = open_ads(vault=vault, key=key, base_url=base_url, clock=clock)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(gateway.aclose)
        patient.checks = await ads_self_test(gateway, number, clock)
        if any(row.advertiser_id == number for row in await database.read(accounts)):
            await database.write(add_calls, {patient.shop_id: gateway.calls}, clock.now_ms())
    return patient


async def _examine(
    database: "Database", clock: Clock, patient: Patient, vault: SupportsVault, key: str, base_url: str
) -> Patient:
    """Test one shop, and keep what was learnt of it where it is one of the file's."""
    from console.binding.self_test import self_test
    from console.platforms import open_gateway
    from console.store.calls import add_calls
    from console.store.checks import put_checks

    gateway = open_gateway(Platform(patient.platform), vault=vault, key=key, base_url=base_url, clock=clock)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(gateway.aclose)
        assert isinstance(gateway, SupportsChecks)  # noqa: S101 - both platforms do
        patient.checks = tuple([check async for check in self_test(gateway)])
        if not patient.shop_id and any(check.outcome is Outcome.OK for check in patient.checks):
            await _name(patient, gateway.shop)
        if patient.shop_id:
            now = clock.now_ms()
            await database.write(put_checks, patient.shop_id, patient.checks, now)
            await database.write(add_calls, {patient.shop_id: gateway.calls}, now)
    return patient


async def _name(patient: Patient, ask: Callable[[], Awaitable[Any]]) -> None:
    try:
        shop = await ask()
    except Trouble:
        return  # its line says why already
    patient.shop_id, patient.name = shop.shop_id, shop.name


def _json(patients: Sequence[Patient], lang: Language) -> bytes:
    shops = [
        {
            "platform": patient.platform,
            "shop": patient.shop_id,
            "name": patient.name,
            "checks": [_line(patient, check, lang) for check in patient.checks],
        }
        for patient in patients
    ]
    return msgspec.json.encode({"shops": shops})


def _line(patient: Patient, check: Check, lang: Language) -> dict[str, Any]:
    meaning, fix = _said(patient, check, lang)
    ok = TRUTH.get(check.outcome, False)
    return {"scope": check.scope, "ok": ok, "code": check.code, "meaning": meaning, "fix": fix}


def _list(patients: Sequence[Patient], lang: Language) -> Iterator[bytes]:
    for patient in patients:
        yield f"{patient.platform}  {patient.name} {patient.shop_id}".rstrip().encode()
        for check in patient.checks:
            meaning, fix = _said(patient, check, lang)
            yield f"  {MARKS.get(check.outcome, '✘')} {check.scope:<20} {meaning} {fix}".rstrip().encode()


def _said(patient: Patient, check: Check, lang: Language) -> tuple[str, str]:
    """What a line means, and where it is mended; of what is well there is nothing to say."""
    if not check.code:
        return "", ""
    said = words(check.code, lang, platform=patient.platform, detail=check.detail)
    return said.text, f"{said.next_step} {check.page}".rstrip()
