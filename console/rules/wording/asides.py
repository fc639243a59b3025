"""What a superlative says when it says nothing of the goods: advice, blame, people and times, a single drawback.

The guide of 2023 lets pass what is not about the quality of what is sold (5). A word cannot tell, the form can:
“最好开车去” is advice since a verb follows, “全国最差” is blame since what follows is bad.
"""

import re

_ADVICE = re.compile(
    r"(?:就|也|都|还|再|先|别|不(?![伤刺掉褪含])|没|要|能|得(?!到)|可以|应该?|是|有(?![效名用料型])|在|把|将|被|让|叫|给|为|对|向|从|跟|和|与|由|到|去(?![污渍油屑黑角])"
    r"|来|自己|自[带驾备行]|亲自|提前|事先|准备|预[订定约留先]|订|住|坐|开(?!场|始|胃|头)|关(?!系)|打(?![理造磨底包])|换|买|问|找|试|等|避|搭(?!配)|选(?!择)|忍|少|早|晚|直接|单独"
    r"|另外?|一起|每|趁|按(?!摩)|仔细|尽|及时|慎|谨慎|小心|注意|增|减(?!肥|震|脂)|附|保(?:持|存|留|证)|联系|咨询|考虑|采用|检查|了解|确认|根据|结合|通过|写|说|标明?|提供|安排"
    r"|安装|降低|拿|放|加(?!工|厚)|改(?!良)|留|调|设(?!计)|派|建议|请|学|看(?:一下|看|清|好|完|过)|用(?:手|个|水|温|冷|专|干|湿)|两|三|几|多(?![功种样用]))"
)
_BAD = re.compile(
    r"[差烂脏坏糟臭丑笨蠢]|垃圾|失败|恶心|恶劣|难(?:吃|看|用|受|喝|闻|听|忘|过)|令人失望|不(?:满|爽|舒服|好|方便|应该|能(?:容|忍))|无[聊语良]|麻烦"
    r"|讨厌|危险|痛苦|可怕|可恨|可气|可惜|可悲|坑|黑(?=的?(?:店|商|心))|慢的|吵|让人?(?:不|失望|郁闷|生气|受不|无语|难|头)"
)
_NO_GOODS = re.compile(
    r"[^\s，,。.！!？?]{0,2}[的之](?:(?:一)[个件种位])?(?:办法|方法|朋友|时候|时光|时刻|日子|回忆|情况|话|意思|事|人(?![气参])|情感|感情|爱(?!的)|愿望|心灵|内心|心|自己|年华|岁月|安慰"
    r"|肯定|鼓励|回报|见证|老师|学校|父母|妈妈|爸爸|孩子|童年|想法|姿态|状态|陪伴|点评|评价|建议|语言|道理|问题|原因|理由|感[受觉]|印象|证明|城市|国家|作家|诗人|地方|旅行|风景|景色|一[天次面段句部分点]|就?是(?!我|咱|本|这|它|你|找|选))"
)
_LONE = re.compile(
    r"[的]?(?:一[个点些]|感觉|比较|有点)?(?:缺|不|遗憾|问题|优[点势]|好处|亮点|可惜|可取|让|令|就是|要|目的|原因|理由|办法|ok|希望|觉得|美中|毛病|瑕疵|小|担心|区别|没|难|差|败笔|值得(?:称|肯|一提|说)"
    r"|能[^，,。]{0,6}(?:的|就)?就?[是只]|可以[^，,。]{0,4}的[是就]|儿子|女儿|亲人|孩子|途径|希望|出路|联系|交通)"
)
_WORST = re.compile(r"没有比[这它]更$")


def aside(hit: str, after: str) -> bool:
    """Whether a hit of absolute words is about no goods, or praises none. ``after`` are the next few letters."""
    if hit == "最好":
        return bool(_ADVICE.match(after) or _NO_GOODS.match(after))
    if hit.startswith("唯一"):
        return _LONE.match(hit[2:] + after) is not None
    most = hit.rfind("最")
    if most < 0:
        return _WORST.search(hit) is not None and _BAD.match(after) is not None
    said = hit[most + 1 :] + after
    return bool(_BAD.match(said) or _NO_GOODS.search(said, max(0, len(hit) - most - 2)))
