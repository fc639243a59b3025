"""Orders that nobody placed, for pictures of a window with none, a few or very many rows. Seeded: always the same."""

from random import Random

from console.core.clock import DAY, HOUR, MINUTE
from console.core.model import (
    Item,
    Link,
    Listing,
    Mapping,
    Order,
    OrderLine,
    OrderStatus,
    Parcel,
    Platform,
    Shop,
    Sku,
)
from console.store.database import Database
from console.store.views import Pair

PAGE = 1_000
KUAISHOU, YOUZAN = "kuaishou:90000001", "youzan:90000002"
GOODS = (
    ("水洗棉四件套 简约纯色", "雾蓝 · 1.8m 床", "XH-BED-18", 25_900),
    ("316 不锈钢保温杯 大容量", "米白 · 500ml", "XH-CUP-316", 5_990),
    ("新疆长绒棉毛巾 3 条装", "奶咖+灰", "XH-TWL-3", 6_400),
    ("北欧客厅地毯 短绒防滑", "1.6×2.3m · 燕麦", "XH-RUG-1623", 15_900),
    ("EVA 静音拖鞋 居家防滑", "38-39 · 雾紫", "XH-SLP-EVA", 2_990),
    ("床头小夜灯 三档调光", "暖白 · USB 款", "XH-LMP-USB", 6_900),
    ("香薰蜡烛 礼盒装", "白茶+雪松", "XH-CND-GIFT", 9_900),
    ("珐琅铸铁锅 24cm", "复古绿", "XH-POT-EN24", 32_900),
)
_STATES = (
    (OrderStatus.TO_SHIP, 40),
    (OrderStatus.SHIPPED, 25),
    (OrderStatus.SUCCESS, 20),
    (OrderStatus.UNPAID, 8),
    (OrderStatus.CLOSED, 7),
)


async def invent(database: Database, now: int, orders: int) -> None:
    """Fill the file with two paired shops, and this many orders with their trades."""
    from console.store.health import note_success
    from console.store.items import save_listings
    from console.store.links import save_links
    from console.store.orders import save_orders
    from console.store.shops import pair, put_shop

    if not orders:
        return
    shops = (
        Shop(shop_id=KUAISHOU, platform=Platform.KUAISHOU, platform_shop_id="90000001", name="示例家居旗舰店"),
        Shop(shop_id=YOUZAN, platform=Platform.YOUZAN, platform_shop_id="90000002", name="示例家居"),
    )
    for shop in shops:
        await database.write(put_shop, shop)
        await database.write(save_listings, shop.shop_id, [_listing(n, shop, now) for n in range(len(GOODS))], now)
    await database.write(pair, KUAISHOU, YOUZAN)
    links: list[Link] = []
    for first in range(0, orders, PAGE):
        pairs = [_both(n, now) for n in range(first, min(orders, first + PAGE))]
        await database.write(save_orders, KUAISHOU, [order for order, _, _ in pairs], now)
        await database.write(save_orders, YOUZAN, [trade for _, trade, _ in pairs if trade is not None], now)
        links += [link for _, _, link in pairs]
    both = Pair(kuaishou_shop_id=KUAISHOU, youzan_shop_id=YOUZAN)
    await database.write(save_links, both, links, now)
    for shop in shops:
        for stream in ("items", "orders", "after_sales"):
            await database.write(note_success, shop.shop_id, stream, now)


def _listing(number: int, shop: Shop, now: int) -> Listing:
    title, spec, code, price = GOODS[number]
    own = f"{shop.platform_shop_id}{number:03d}"
    sku = Sku(item_id=own, sku_id=f"{own}1", code=code, spec=spec, price_fen=price, stock=40 + 17 * number)
    item = Item(
        item_id=own, title=title, code=code, price_fen=price, stock=40 + 17 * number, on_shelf=True, updated_at=now
    )
    return Listing(item=item, skus=(sku,))


def _both(number: int, now: int) -> tuple[Order, Order | None, Link]:
    """An order, its trade, and what matching would say of them."""
    dice = Random(number)  # noqa: S311 - pictures, no secrets
    title, spec, code, price = GOODS[dice.randrange(len(GOODS))]
    quantity = dice.choice((1, 1, 1, 2, 3))
    status = dice.choices([state for state, _ in _STATES], [weight for _, weight in _STATES])[0]
    paid = status not in (OrderStatus.UNPAID, OrderStatus.CLOSED)
    created_at = now - dice.randrange(40 * HOUR if status is OrderStatus.TO_SHIP else 60 * DAY)
    order_no, trade_no = f"26326{1_000_000_000 + number}", f"E2026112115{1_000_000_000 + number}"
    line = OrderLine(
        line_no="1", title=title, spec=spec, code=code, quantity=quantity, price_fen=price, amount_fen=price * quantity
    )
    shipped = status in (OrderStatus.SHIPPED, OrderStatus.SUCCESS)
    order = Order(
        order_no=order_no,
        status=status,
        created_at=created_at,
        paid_at=created_at + 2 * MINUTE if paid else None,
        shipped_at=created_at + 20 * HOUR if shipped else None,
        updated_at=created_at + 3 * MINUTE,
        ship_by_at=created_at + 48 * HOUR if status is OrderStatus.TO_SHIP else None,
        amount_fen=price * quantity,
        buyer_masked="示**例",
        lines=(line,),
        parcels=(Parcel(waybill_no=f"7584{number:010d}", carrier_name="中通快递"),) if shipped else (),
    )
    if not paid:
        return order, None, Link(order_no=order_no, trade_no=None, mapping=Mapping.WAITING)
    lot = dice.random()
    if lot < 0.04:
        return order, None, Link(order_no=order_no, trade_no=None, mapping=Mapping.MISSING_TRADE)
    differs = lot < 0.07
    trade = Order(
        order_no=trade_no,
        status=status,
        created_at=created_at + 30_000,
        paid_at=created_at + 2 * MINUTE,
        updated_at=created_at + 3 * MINUTE,
        ship_by_at=order.ship_by_at,
        amount_fen=price * quantity - (2_000 if differs else 0),
        outer_no=order_no,
        lines=(line,),
        parcels=order.parcels,
    )
    mapping = Mapping.AMOUNT_DIFFERS if differs else Mapping.LINKED
    link = Link(order_no=order_no, trade_no=trade_no, mapping=mapping, confidence=1.0, reason="outer_no")
    return order, trade, link
