"""The merchant's goods on both sides: mostly the same, with the slips a shop really has."""

from random import Random

from console.sandbox import ids
from console.sandbox.clock import DAY, HOUR
from console.sandbox.state import Product, Sku
from console.sandbox.tables import Row, category_paths, read_table, youzan_category

COLOURS = ("米白", "黑色", "藏青", "卡其", "雾霾蓝", "豆沙粉")
SIZES = ("S", "M", "L", "XL", "2XL")
VARIANTS = {  # by the titles' category: the values of its one variant property
    "美妆": ("单支", "两支装", "礼盒装", "旅行装30ml", "正装", "三支装"),
    "食品": ("250g", "500g", "1kg", "3袋装", "整箱", "礼盒"),
    "母婴": ("0-6个月", "6-12个月", "1-3岁", "3-6岁", "M码", "L码"),
    "数码家电": ("黑色", "白色", "浅灰", "标准版", "旗舰版", "礼盒版"),
    "家居": ("单只", "两只装", "家庭装", "1.2m床", "1.5m床", "1.8m床"),
    "珠宝玉石": ("54圈口", "56圈口", "58圈口", "60圈口", "单件", "带证书"),
    "宠物": ("500g", "1kg", "2kg", "4斤", "10斤", "大号"),
}
EDITIONS = ("", "升级款", "礼盒款", "加大号", "新色", "家庭款", "轻享款", "秋冬款")
AUDIT_WORDS = {"term": "第一", "path": "居家日用", "doc": "质检报告", "prop": "材质"}
PASSED = 2


def build_products(random: Random, count: int, now: int) -> list[Product]:
    """``count`` products; a later round over the titles makes other editions of the same goods."""
    titles = read_table("product_titles")
    ranks = list(range(count))
    random.shuffle(ranks)
    products = []
    for number in range(count):
        row, edition = titles[number % len(titles)], number // len(titles)
        products.append(_product(random, row, edition, number, now))
        products[-1].sold = round(60_000 / (ranks[number] + 5))
    for product in products:
        _list_somewhere(random, product)
        _judge(random, product)
        _differ(random, product, now)
    if products:
        _make_sound(random, products[0])
    for product in sorted(products, key=lambda product: product.sold)[: count // 2]:
        _slip(random, product)  # only in what sells little: a slip in a bestseller is noticed the same day
    return products


def on_sale(product: Product) -> bool:
    """Whether Kuaishou buyers can buy it."""
    return product.ks_item_id is not None and not product.ks_deleted and product.ks_on_shelf and product.audit == PASSED


def _product(random: Random, row: Row, edition: int, number: int, now: int) -> Product:
    code = row["outer_code"] + (f"-V{edition + 1}" if edition else "")
    words = EDITIONS[edition % len(EDITIONS)] + (str(edition) if edition >= len(EDITIONS) else "")
    price = int(row["price_fen"])
    created = now - random.randrange(86 * DAY, 420 * DAY)
    category_id = int(row["kuaishou_category_id"])
    return Product(
        code=code,
        title=f"{row['title']} {words}".strip(),
        category=category_paths()[category_id],
        ks_category_id=category_id,
        yz_cid=youzan_category(category_id),
        skus=[
            _sku(random, f"{code}-{index:02d}", spec, price, int(row["weight_g"]), created)
            for index, spec in enumerate(_specs(random, row), 1)
        ],
        alias=ids.hexadecimal(random, 14),
        market_price=int(row["market_price_fen"]),
        details=f"{row['title']}。实物拍摄，尺寸与规格以详情页为准。",
        presale_days=random.choice((5, 7, 15)) if random.random() < 0.03 else 0,
        props={"品牌": "无品牌", "产地": random.choice(("浙江", "广东", "江苏", "河北", "福建"))},
        image_seed=number + 1,
        created=created,
        audit=3 if row["expected_flag"].startswith("reject") else PASSED,
    )


def _specs(random: Random, row: Row) -> list[list[tuple[str, str]]]:
    if row["spec_name"] == "颜色+尺码":
        colours = random.sample(COLOURS, random.choice((1, 1, 2, 2, 3)))
        start = random.randrange(len(SIZES) - 1)
        sizes = SIZES[start : start + random.choice((1, 2, 2))]
        return [[("颜色", colour), ("尺码", size)] for colour in colours for size in sizes]
    values = VARIANTS[row["category"]]
    picked = sorted(random.sample(values, random.choice((1, 2, 3, 3, 4, 5, 6))), key=values.index)
    return [[(row["spec_name"], value)] for value in picked]


def _sku(random: Random, code: str, spec: list[tuple[str, str]], price: int, weight: int, created: int) -> Sku:
    own = max(100, round(price * random.choice((100, 100, 100, 108, 120, 90)) / 100))
    stock = 0 if random.random() < 0.04 else random.randrange(3, 600)
    return Sku(
        code=code,
        spec=spec,
        ks_price=own,
        yz_price=own,
        ks_stock=stock,
        yz_stock=stock,
        cost=round(own * random.uniform(0.35, 0.7)) if random.random() < 0.9 else None,
        weight_g=weight,
        created=created,
        reserved=random.randrange(5) if random.random() < 0.05 else 0,
    )


def _list_somewhere(random: Random, product: Product) -> None:
    """92 % on both sides, the rest on one."""
    draw = random.random()
    if draw < 0.96:
        put_on_kuaishou(random, product)
    if draw < 0.92 or draw >= 0.96:
        put_on_youzan(random, product)
    product.ks_deleted = product.ks_item_id is not None and random.random() < 0.01
    product.yz_deleted = product.yz_item_id is not None and random.random() < 0.01


def put_on_kuaishou(random: Random, product: Product) -> None:
    """Give the product and its variants their Kuaishou ids."""
    product.ks_item_id = ids.item_id(random)
    for sku in product.skus:
        sku.ks_sku_id = ids.sku_id(random)


def put_on_youzan(random: Random, product: Product) -> None:
    """Give the product and its variants their Youzan ids."""
    product.yz_item_id = ids.youzan_item_id(random)
    for sku in product.skus:
        sku.yz_sku_id = ids.youzan_sku_id(random)


def _judge(random: Random, product: Product) -> None:
    """Kuaishou's review: most passed, some waiting, some sent back with a reason."""
    if product.audit == PASSED:
        product.audit = random.choices((0, 1, 2, 3), weights=(3, 3, 92, 2))[0]
    if product.audit in (1, 3):
        product.audit_reason = random.choice(read_table("audit_reasons"))["reason_text"].format_map(AUDIT_WORDS)
    product.ks_on_shelf = product.audit == PASSED and random.random() > 0.06
    product.yz_on_shelf = random.random() > 0.08


def _differ(random: Random, product: Product, now: int) -> None:
    """Let the sides drift apart: titles, prices, stock."""
    if random.random() < 0.12:
        product.yz_title = product.title.split(" ", 1)[0]
    for sku in product.skus:
        draw = random.random()
        if draw < 0.03:
            sku.yz_price = round(sku.ks_price * random.choice((0.82, 0.88, 1.12, 1.25)))
        elif draw < 0.18:
            sku.yz_price = round(sku.ks_price * random.uniform(0.93, 1.07))
        if random.random() < 0.35:
            sku.yz_stock = max(0, sku.ks_stock + random.randrange(-40, 41))
        sku.ks_updated = now - random.randrange(HOUR, 30 * DAY)
        sku.yz_updated = now - random.randrange(HOUR, 30 * DAY)
    product.ks_updated = max(sku.ks_updated for sku in product.skus)
    product.yz_updated = max(sku.yz_updated for sku in product.skus)


def _slip(random: Random, product: Product) -> None:
    """A merchant's slips in the codes: none, a mistyped one, the same one twice. Only on Kuaishou's side."""
    for sku in product.skus:
        draw = random.random()
        if draw < 0.03:
            sku.ks_code = ""
        elif draw < 0.045:
            sku.ks_code = sku.code.replace("0", "O", 1)
    if len(product.skus) > 1 and random.random() < 0.04:
        product.skus[1].ks_code = product.skus[0].code


def _make_sound(random: Random, product: Product) -> None:
    """However small the world: one product that can be bought, on both sides."""
    if product.ks_item_id is None:
        put_on_kuaishou(random, product)
    if product.yz_item_id is None:
        put_on_youzan(random, product)
    product.ks_deleted = product.yz_deleted = False
    product.audit, product.audit_reason = PASSED, ""
    product.ks_on_shelf = product.yz_on_shelf = True
