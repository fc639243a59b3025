"""Past sales become bursts: a day each, of the right variant and on the right channel."""

from console.core.clock import DAY, HOUR, day_start
from console.core.model import Platform, Sku
from console.rules.oversell import Sale
from console.rules.pushing import Both
from console.rules.rehearsing import Sold, bursts, of_variant

HERE, THERE = Platform.KUAISHOU, Platform.YOUZAN
MORNING = day_start(1_768_444_200_000) + 9 * HOUR
SOLD: list[Sold] = [
    (MORNING, HERE, "k1", 1),
    (MORNING + HOUR, THERE, "y1", 2),
    (MORNING + HOUR, HERE, "k2", 5),
    (MORNING + DAY, HERE, "k1", 3),
]
WHITE = Both(spec="白", kuaishou=Sku(item_id="1", sku_id="k1"), youzan=Sku(item_id="2", sku_id="y1"))


def test_a_variant_has_its_own_sales_on_both_sides() -> None:
    assert of_variant(WHITE, SOLD, only=False) == [SOLD[0], SOLD[1], SOLD[3]]
    assert of_variant(WHITE, SOLD, only=True) == SOLD
    other = Both(spec="黑", kuaishou=Sku(item_id="1", sku_id="y1"))
    assert of_variant(other, SOLD, only=False) == [], "the number is another platform's"


def test_a_day_is_a_burst() -> None:
    made = bursts(of_variant(WHITE, SOLD, only=False), 7)
    assert [burst.stock for burst in made] == [7, 7]
    assert made[0].sales == (
        Sale(at=MORNING, channel=0, pieces=1),
        Sale(at=MORNING + HOUR, channel=1, pieces=2),
    )
    assert len(made[1].sales) == 1
    assert bursts([], 7) == ()
