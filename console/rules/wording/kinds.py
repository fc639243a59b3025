"""Which rules of categories apply to goods, by the words of the category they are in."""

import re

from console.rules.wording.nouns import Category

_KINDS: tuple[tuple[Category, re.Pattern[str]], ...] = (
    ("medical", re.compile(r"医疗|器械|药品|医药|OTC|处方|保健器械|计生")),
    ("health", re.compile(r"保健食品|保健品|营养品|膳食补充|滋补|特医|蓝帽")),
    ("beauty", re.compile(r"美妆|彩妆|护肤|化妆|面膜|美容|洗护|美发|香水|个护|口腔护理")),
    ("food", re.compile(r"食品|零食|生鲜|粮油|米面|茶|酒|饮料|水果|坚果|奶粉|乳品|调味|冲饮|烘焙|糕点|肉|海鲜|速食")),
    ("education", re.compile(r"教育|培训|课程|网课|考试")),
    ("investment", re.compile(r"招商|加盟|理财|投资|收藏")),
)


def category_of(path: str) -> Category:
    """``"美妆护肤 > 面膜"`` → ``"beauty"``; a category that says nothing is general."""
    return next((kind for kind, words in _KINDS if words.search(path)), "general")
