"""Ability packages and the address list: what the gateway refuses before the business looks at it."""

import pytest
from yz_shop import Shop

from console.sandbox.youzan import APIS, PACKAGES
from console.sandbox.youzan.packages import package_of


def test_every_api_that_wants_a_token_is_in_a_package_or_free_for_all() -> None:
    free = {name for name, api in APIS.items() if not package_of(name) and not api.token_free}
    assert all(name.startswith("cloud.secret.") for name in free), free
    assert {package_of(name) for name in APIS if package_of(name)} == set(PACKAGES)


@pytest.mark.parametrize(
    ("api", "package"),
    [
        ("trade.get", "trade"),
        ("trade.refund.search", "refund"),
        ("trade.returngoods.agree", "refund"),
        ("item.evaluation.query", "reviews"),
        ("items.onsale.get", "item"),
        ("cloud.secret.decrypt.single", ""),
    ],
)
def test_the_longest_beginning_decides(api: str, package: str) -> None:
    assert package_of(api) == package


async def test_a_withheld_package_is_refused_and_no_other() -> None:
    shop = Shop()
    shop.ctx.withheld.add("refund")
    refused = await shop.call("trade.refund.search", "3.0.1")
    assert refused["gw_err_resp"]["err_code"] == 4204
    assert (await shop.data("trades.sold.get", "4.0.4"))["total_results"] >= 1
    shop.ctx.withheld.clear()
    assert (await shop.data("trade.refund.search", "3.0.1"))["total"] >= 1


async def test_an_address_that_is_not_listed_is_told_in_the_text() -> None:
    shop = Shop()
    shop.faults.turn(["ip_not_listed"], times=1)
    told = (await shop.call("shop.get", "3.0.0"))["gw_err_resp"]
    assert told["err_code"] == 4007
    assert "IP" in told["err_msg"]
    assert (await shop.data("shop.get", "3.0.0"))["name"]
