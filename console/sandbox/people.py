"""Invented buyers: names, phones and addresses in real districts."""

from dataclasses import dataclass
from itertools import accumulate
from random import Random

from console.sandbox import ids
from console.sandbox.state import Person
from console.sandbox.tables import read_table

SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志鹏雪婷浩宇欣怡子涵梓萱晨曦佳琪思雨文博"
NICK_HEADS = "小大阿老快乐甜暖蓝青云山海星晴木禾麦橙"
NICK_TAILS = (
    "妈妈",
    "同学",
    "爱生活",
    "在路上",
    "的小店",
    "哥",
    "姐",
    "宝",
    "不吃辣",
    "今天也开心",
    "鱼",
    "花开",
    "向阳",
)
MOBILES = (
    "134",
    "135",
    "136",
    "137",
    "138",
    "139",
    "150",
    "151",
    "152",
    "158",
    "159",
    "176",
    "181",
    "186",
    "188",
    "199",
)
TOWNS = ("城关街道", "新华街道", "和平街道", "人民路街道", "东风街道", "河西镇")
ROADS = (
    "幸福路",
    "人民路",
    "解放路",
    "建设路",
    "光明街",
    "朝阳路",
    "文化路",
    "滨河路",
    "学府路",
    "花园街",
    "长江路",
    "迎宾大道",
)
ESTATES = ("阳光花园", "锦绣小区", "书香苑", "绿地新城", "和谐家园", "翠湖公寓", "金色水岸", "向阳里")


@dataclass(frozen=True)
class Region:
    """A district with its GB/T 2260 codes."""

    code: int
    province: str
    city: str
    district: str

    @property
    def codes(self) -> tuple[int, int, int]:
        """Province, city and district code."""
        return self.code // 10_000 * 10_000, self.code // 100 * 100, self.code


class Crowd:
    """Where buyers come from."""

    def __init__(self, random: Random) -> None:
        self._random = random
        rows = read_table("regions")
        self._regions = [Region(int(row["code"]), row["province"], row["city"], row["district"]) for row in rows]
        self._weights = list(accumulate(int(row["weight"]) for row in rows))

    def person(self, region: Region | None = None) -> Person:
        """Somebody new, anywhere or in ``region``."""
        random = self._random
        region = region or random.choices(self._regions, cum_weights=self._weights)[0]
        name = random.choice(SURNAMES) + random.choice(GIVEN) + (random.choice(GIVEN) if random.random() < 0.6 else "")
        town = random.randrange(len(TOWNS))
        return Person(
            name=name,
            phone=random.choice(MOBILES) + f"{random.randrange(10**8):08d}",
            province=region.province,
            city=region.city,
            district=region.district,
            town=TOWNS[town],
            address=self._address(),
            ks_open_id=ids.open_id(random),
            yz_open_id=ids.open_id(random),
            nick=random.choice(NICK_HEADS) + random.choice(NICK_TAILS) + str(random.randrange(100)),
            member=random.random() < 0.3,
            points=random.randrange(0, 5_000, 5),
            region_codes=(*region.codes, region.code * 1_000 + town + 1),
        )

    def neighbour(self, person: Person) -> Person:
        """Somebody else of the same district."""
        district = person.region_codes[2]
        return self.person(next(region for region in self._regions if region.code == district))

    def stranger(self, people: list[Person]) -> Person:
        """Somebody new whose district is none of those of ``people``."""
        taken = {person.region_codes[2] for person in people}
        return self.person(self._random.choice([region for region in self._regions if region.code not in taken]))

    def _address(self) -> str:
        random = self._random
        place = f"{random.choice(ROADS)}{random.randrange(1, 400)}号{random.choice(ESTATES)}"
        return f"{place}{random.randrange(1, 30)}幢{random.randrange(1, 33)}0{random.randrange(1, 5)}室"
