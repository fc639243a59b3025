"""Why a hit is no finding, or a milder one: what stands around it in its own sentence.

A neighbour's date excuses nobody: contexts end where the sentence ends. Each excuse has a name, shown to the merchant.
"""

import re

from console.rules.wording.anatomy import seeker
from console.rules.wording.asides import aside
from console.rules.wording.nouns import Group, Rule, Severity
from console.rules.wording.sentences import Sentence

SOFT_FROM = 6  # letters: shorter texts are a slogan, an entry of a list, words on a picture
_CLAUSE = re.compile(r"[，,、：:\s]")

_CLAIMS: frozenset[Group] = frozenset(
    {"absolute", "authority", "medical", "promise", "price", "results", "proof", "rivals", "superstition", "fake",
     "diversion", "brushing", "contraband", "pressure", "minors", "discrimination", "service", "symbol"}
)  # fmt: skip

_DENIED = seeker(
    r"(?:不是(?!吹|我吹|盖|骗|开玩笑|瞎)|并非|并不(?!贵|便宜)|不算|称不上|谈不上|算不上|不敢(?:说|保证|讲)|不能(?!错过|不|没有)|不说|没说|从不说|不讲|不可(?!错过|思议|多得|或缺|不)"
    r"|不会|不得|禁止|严禁|切勿|请勿|勿|不要(?!错过|犹豫|怀疑|小看|忘)|(?<![特告区分差级类性个识])别(?!错过|犹豫|怀疑|人|家|的|具|看|处|忘|样|墅)|不用(?!怀疑|担心|怕)|不具有|不具备|没有(?!比|哪[家个]|谁|第二)|不存在|杜绝|谢绝"
    r"|不宣传|不承诺|不保证|无法|不属于|不做|不搞|不卖|不含|不支持|反对|打击|抵制|谨防|警惕|举报|而非|非(?!常|洲|凡|遗|同|我|它|此|你)|甭|唔好|莫(?!非|名|过|大|得|等|错过))[^，,、：:\s。！？!?；;]{0,6}$"
)
_WARNED = re.compile(r"(?:别|不要|勿)[^，,、：:\s。！？!?；;]{0,6}$")  # off others' goods
_SPARED = re.compile(r"不用[^，,、：:\s。！？!?；;]{0,6}$")  # an effort
_NO_DENIALS: dict[Group, re.Pattern[str]] = {"rivals": _WARNED, "results": _SPARED, "promise": _SPARED}
_WHO_SAYS = re.compile(r"(?:谁|哪个)(?:[跟和对给][你您])?[说讲][^，,。！？!?；;没不\s]{0,8}$")
_OF_US = re.compile(
    r"(?:我们|咱们?|俺们?|这边|这里|本店|店里|客服|平台|一律|从来?)(?:都|是|也)?(?:不|不能|不可以|没法|不会|不让)$"
)
_WE_DO_NOT = re.compile(
    r"[^，,。！？!?；;]{0,6}(?:我们?|咱们?|俺们?|本店)家?(?:从来?|都|也|可|是)?不(?:搞|做|弄|信|卖|讲|整|玩)"
)
_UNREACHED = re.compile(
    r"(?:十分|很|非常|极|不[上到便]|了(?!解)|过(?!来)|客服|快递|酒店|商家|卖家|对方|打不通|停机|是?空号|有误|不对|少了?一?位|错了)"
)
_GUARDED = seeker(
    r"(?:小朋友|孩子|未成年)[^，,。！？!?；;]{0,3}(?:不要|别|不能|不可以|不得|勿)(?:自己|单独|私自|用|下单|拍|买)"
)
_CANNOT = re.compile(r"[治祛除止降减防退]不了|押题押不[准中]")
_WAS_NOT = re.compile(r"[敢让舍]")  # behind a hit that ends with 没
_NOT = re.compile(r"(?<![能好是要无莫得敢可])(?:[不未]|没有?|从未|从不)$")
_VERB = re.compile(r"承诺|保证|担保|保准|确保|宣传|宣称")
_GOAL = seeker(
    r"(?:追求|努力|力争|争取|目标|致力于?|希望|愿|祝|期待|向往|立志|梦想|争当|争做|想要成为|想成为|想做)[^，,。\s]{0,8}$"
)
_WISH = re.compile(r"祝[^，,。！？!?；;]{0,8}$")
_OWN = seeker(
    r"(?:本系列|该系列|系列|本品牌|这几款|[几两三四五]款|[几两三四五]个(?:尺寸|型号|颜色|款式)|尺寸|型号|款式|颜色|店里|店内|家里)(?:中|里|内|里面|当中)(?:[^，,。\s]{0,3})$|本店$|我家$|自家$"
)
_TIME = seeker(
    r"\d{4}\s*(?:年|[-/.])|\d{1,2}月|[上下]半年|季度|连续[一二三四五六七八九十\d]+年|双十一|双11|618|去年|上年"
)
_SOURCE = seeker(
    r"据|数据来源|来源|统计|报告|认证编号|证书编号|欧睿|尼尔森|中怡康|奥维|生意参谋|弗若斯特|艾瑞|国家统计局|协会发布|榜单"
)
_REGION = seeker(r"全国|中国|全球|亚洲|省|市|区域|境内|天猫|京东|淘宝|快手|抖音|线上|线下|类目")
_STANDARD = seeker(r"gb|国标|行标|执行标准|质量等级|等级[:：]|[特一二三]级初榨|能效|国家标准|qb|ny/t|标准号")
_TITLE = re.compile(
    r"国家级(?:非物质|非遗|高新|专精|重点|示范|保护|自然|运动员|教练|裁判|期刊|文物|名胜|风景|实验室|企业技术|工程|绿色工厂|科技|步道|赛事|新区|开发区|传承|中心|森林|湿地|地质)|国家[一二]级"
)
_SAFETY = seeker(
    r"就医|咨询医|咨询[^，,。]{0,4}医|遵医嘱|医生指导|医师指导|医务人员|慎用|慎食|禁用|禁食|不宜|不适宜|忌用|请勿|停止使用|说明书|(?<!不用)(?<!不必)(?:问|咨询|请教|听)(?:一下|[问下过听])?(?:医生|大夫|医师|药师)|(?:医生|大夫)(?:让|叫|说|建议|嘱咐)我?(?:少|不能|别|不要|多|控制)|不是药(?![，,、\s]{0,2}(?:胜|却|但|比|强|赛))|非药品|不能代替|不可代替|不能替代|不具有|没有治疗|不能治|不治病|不可用于"
    r"|(?<!药)(?:莫|别|不要|不能|不建议|不推荐|甭|唔好)(?:吃|喝|食用?|饮用|服用|碰|看)(?:这个?|本品|它(?!就)|[，,。]|$)"
)
_TRAINING = seeker(
    r"(?:不得|禁止|不能|不可|避免|不要|不许|请勿|严禁)(?:使用|出现|宣传|宣称|说|提|写|含有|包含|作|承诺)|违禁词|极限词|敏感词|广告法|等(?:用语|字样|词)|话术培训|违规词"
)
_BUYER = seeker(
    r"囤了|这里才|货比三家|[这他那]家(?:店)?(?:最|挺|还|很|真|的)|一直(?:在)?(?:喝|吃|用|买|穿|看)|客服(?:让|叫|要)|(?:歪|坏|破|烂|裂)了(?![，,]?(?:包|就|直接|都|我|给|免费|可以)?(?:你|您)?[换赔退修补])|千万别买|上当|收到(?:货|了|宝贝|快递|东西|手|后(?!请|有|如|先))|我(?:减肥|减脂|平时|自己|健身)?(?:吃|喝|用|穿|戴)的|(?:已经|又|刚|昨天|上次|之前|一直|朋友|同事|网上|在他家|在这家|这家)[^，,。]{0,4}(?:买|购|囤|入手|住|点)(?:了|的|过)"
    r"|给(?:我|老公|老婆|孩子|宝宝|儿子|女儿|爸|妈|老人|婆婆|朋友|家人|自己)[^，,。]{0,4}买|买(?:过(?!的[人都没个])|来(?!就)|回来|了(?!就|不))|我(?:买|用|穿|吃|喝|看|住|读|见|遇|试)过|(?:目前|至今|收到|我用|我买|我住|我见|我看|所?住)过?(?:用|买|吃|见|收)?过(?:的)?(?:最|.{0,6}[中里]最)|(?:儿子|女儿|老公|老婆|婆婆|闺女)(?:说|觉得|很|都)|[她他我](?:穿|用|吃|喝)过"
    r"|给[^，,。]{1,6}买的|下次来|还[订住来]这|物流|快递|客服(?:态度|很|回复|也|还|服务|说|不)|卖家|店家|掌柜|商家|店主(?!推荐)|差评|好评[，,。！!]|给个?好评|(?:已经?|又|会|再|准备|打算|来|次|无限)回购|回购(?:了|很多|好几|无数|中)|回头客|下次还|还会(?:再)?来|再来|值得购买|值得推荐|推荐购买|推荐大家|(?:很|挺|非常|比较|不太|不|还算)满意|失望|退货|退了|换货|发货(?:快|慢|速度)|色差"
    r"|性价比[很还也挺超不较]|(?:质量|味道|效果|东西|手感|做工|口感|包装|感觉|服务|房间|酒店|早餐|音质|屏幕|位置|环境|设施|价格|外观|态度|地段|装修|风格)(?:也|都|还|真|真的|就|是)*(?:不错|还行|还可以|一般|挺|蛮|很|非常|太|可以|好[，,。！!]|贵了)|(?:很|挺|蛮|非常|特别|比较|太)(?:好|不错|舒服|差|慢|喜欢|方便|值|棒|贵|薄|厚|小|大|重|新|旧|美|干净)(?:[\s，,。.！!了的~]|$)"
    r"|不太|有点|入住(?!率)|第[一二三四五]次(?:买|来|住|在)|我(?:老公|老婆|婆婆|妈|爸|儿子|女儿|闺女|家宝|家孩)|用了(?:一段|几|两|半|好几)|用着|穿着(?:很|挺|舒|不)|吃着|喝着|吃起来|用起来|感觉(?!不到)|觉得|总体|总之|个人(?:认为|觉得|感觉)|说实话|没想到|(?:是)?(?:亚马逊|京东|当当|超市|实体店)(?:买|的|上|物流|快)|读完|看完|这本书|书中|作者"
    r"|服务员|前台|携程|艺龙|退房|订房|(?:我们?|又|次|晚|天)住|住[了过]|点评|[此那这]书|书里|译[者本]|文笔|读后|看了(?:一|几|半|前|这)|当当|装(?:xp|win|系统|vista)|本本|美中不足|(?<!没有)(?<!无)缺点|不足之处|可惜|遗憾|(?<!打)算是|印象(?:最|不|很|非常|深)"
    r"|还不错|呵呵|嘿嘿|郁闷|无语|不推荐|强烈(?:推荐|建议|鄙视)|建议(?:酒店|商家|店家|卖家|你们|以后|还是)|希望(?:酒店|商家|店家|卖家|你们|以后|下次)|差劲|吐槽|鄙视|几年前?[^，,。]{0,4}(?:买|住|用)|(?:打开|拆开)(?:包装|盒|箱)|送货(?:很|快|慢|师傅|员|速度|也)"
)
_HEARSAY = seeker(
    r"开玩笑|哈哈|心理作用|听说|据说|说是|说好的|说好了|说的(?!就是)|号称|所谓|宣称|虚假宣传|宣传(?:的|说)|根本|并没|没有效果|被骗|骗人|是假|假货(?![我包赔退把])|什么破|垃圾产品"
)
_FAILED = seeker(
    r"(?:也|都|还|并|根本|却|还是|一直)(?:是)?(?:没(?!事|问题|关系|了)|不见|不管用)|没(?:看到|见到?|啥|什么|有(?:什么)?)?(?:效果|变化|改善|起色|新头发|动静|感觉)(?![^。]{0,4}[退赔])|白(?:买|花)了"
)
_ASKED = seeker(  # of one who speaks to sell: what only sounds like a question is none
    r"(?:吗|么|嘛|怎么样|多少|哪|谁|啥|什么时候)[？?~～。\s]*$|[？?]\s*$|请问|求问|(?:有人|姐妹|宝宝|朋友|大家|你们|老师|客人|顾客)[^，。]{0,4}问"
)
_QUESTION = seeker(
    r"(?:吗|么|(?:怎么|如何|为啥|为什么)[^，。]{0,12}呢|嘛|怎么样|多少|哪|谁|啥|什么时候)[？?~～。\s]*$|[？?]\s*$|(?:好|行|[有用要能会]|可以|知道)(?:不|没有?)[~～。\s]*$|是不是|有没有|能不能|可不可以|会不会|要不要|请问|求问"
)
_QUOTED = re.compile(r"《[^》\n]{0,30}$")

_PETS = seeker(
    r"宠物|[猫狗犬兔龟鱼]粮|(?<!三只)松鼠|龙猫|仓鼠|金丝熊|鹦鹉|观赏鱼|犬用|猫用|猫咪|狗狗|幼犬|幼猫|成犬|成猫|兽用"
)  # the law on claims is made for people
_APPROVAL = seeker(r"国食健[字注]|卫食健字|食健备|国妆特")
_FUNCTIONS = re.compile(
    r"(?:有助于|辅助)?(?:(?:增强|提高)免疫力|(?:改善|促进|有助于)睡眠|缓解(?:体力|视觉?|眼)疲劳|(?:改善|辅助改善)记忆|清咽润喉|咽喉"
    r"|(?:增加|改善)骨密度|(?:改善)?(?:缺铁性)?贫血|通便|润肠(?:通便)?|(?:促进|有助于)?消化|(?:调节|改善)肠道(?:菌群)?|抗氧化|耐缺氧|控制体内脂肪|肠道"
    r"|(?:维持)?血[糖脂压](?:健康水平)?|(?:改善)?(?:痤疮|黄褐斑)|(?:保护)?胃[粘黏]膜|排铅|(?:祛斑|淡斑)(?:美白)?|美白(?:祛斑)?|防脱发?|染发|补充\w{0,6})"
)

_ADVERT = seeker(
    r"(?:本品|本产品|我们家|我们的(?!房|行|订|孩|小|生活|车|要求|需|老)|咱们家|咱家|姐妹们|家人们|宝宝们|老铁|大家(?:快|赶紧|放心|都在|可以放心)|赶紧|立即|下单(?!后|了|当|的|时|到|买)|抢购(?!的|了|到)|热卖|爆款|(?:点|戳|上|下方|小?黄车|车)链接"
    r"|链接(?:在|下|都)|直播间|包邮(?!的)|现货|新款|旗舰店|厂家(?!应|也|说|的|有|能|在|们|给)|(?<!是)(?<!不)正品(?!吗|吧|[，,。！!]|$))"
)

_EVEN_THEN = frozenset({"denied", "training", "safety_notice"})  # of one who spells words to get past checkers
_FIBRE = re.compile(
    r"\s{0,2}(?:的)?(?:纯|全|新疆|长绒|优质|天然|澳洲|进口|桑)?(?:棉|真丝|蚕丝|羊毛|羊绒|聚酯"
    r"|亚麻|麻|涤纶|腈纶|锦纶|莱赛尔|粘纤|鹅绒|鸭绒|绒|牛皮|皮|果汁|橙汁|苹果汁|椰子水|牛奶|原木"
    r"|乳胶|竹|尼龙|实木|木|莫代尔|硅胶|铜|银|咖啡|可可)"
)
_PARAMETER = seeker(
    r"(?:承重|容量|功率|温度|转速|尺寸|续航|负荷|负载|扭矩|厚度|宽度|长度|高度|重量|电压|电流"
    r"|音量|分辨率|亮度|距离|速度|水温|压力|支持|可(?:达|调|承|容|装|选|放))(?:为|约|可)?$"
)
_MEASURED = re.compile(
    r"[^，,。！？!?；;]{0,4}(?:\d|[一二两三四五六七八九十百半]+(?:厘?米|公?[斤里分]|[克度档块元件秒天人升寸瓦层级]|毫|小时|平方))"
)
_NEUTRAL = re.compile(
    r"水位|液位|刻度|音(?:量|调)?(?:调节|档|挡)|转速|电[压流]|扬程|承重|载重|负荷|水压|气压|气温|档|挡|库存|起[订批送]|限[额度值]"
)
_SETTING = seeker(
    r"档位|[低中]档|[一二两三四五六\d]个?[档挡]|(?:开|调|拧|转|设|打|拨)(?:到|至|成|在)最?高|分贝|瓦|℃|转速|风[速量]|温度|功率|噪音|水流|度左右"
)
_ATTITUDE = re.compile(r"(?:服务|客户|顾客|用户|安全|信誉|诚信)第一")
_ORDER = re.compile(
    r"(?:条|块|本|套|支|瓶|盒|袋|包|张|片|根|把|台|部|辆|间|行|列|场|波|号|组|段|份|颗|粒|杯|碗"
    r"|站|轮|排|层|遍|回|讲|篇|学期|时间|步|次|天|个|位|款|件)"
)
EXCUSES = (
    "denied", "goal", "own_range", "citation", "standard", "award_title", "safety_notice", "training", "buyer",
    "hearsay", "question", "quoted", "fibre", "parameter", "order", "aside", "soft", "approved",
)  # fmt: skip


_EXTREMES = frozenset(("最大", "最小", "最高", "最低", "最长", "最多", "最快", "最轻"))


def excused(
    rule: Rule, severity: Severity, sentence: Sentence, start: int, end: int, heard: bool, evasive: bool, own: bool
) -> tuple[Severity | None, str]:
    """How grave a hit is where it stands, and by which excuse; None: not at all.

    ``heard``: buyers may be speaking; ``own``: the rule is made for just this category."""
    before = sentence.text[max(0, start - sentence.start - 24) : start - sentence.start]
    if why := _acquitted(rule.group, sentence, before, start, end):
        if not evasive or why in _EVEN_THEN:
            return None, why
        return severity, ""
    if proof := _provable(rule.group, sentence, start, end, evasive):
        return Severity.EVIDENCE, proof
    if rule.group == "medical" and not evasive and sentence.says(_PETS):
        severity = severity.lower or severity
    if rule.firm:
        return severity, ""
    if heard and sentence.line_says(_BUYER) and not sentence.line_says(_ADVERT):
        mild = rule.group == "absolute" or rule.opinion or (rule.soft and len(sentence.text) > SOFT_FROM)
        return Severity.INFO if mild else severity.lower, "buyer"
    if _doubted(rule.group, sentence):
        return severity.lower, "hearsay"
    if sentence.says(_QUESTION if heard else _ASKED):
        return severity.lower, "question"
    if rule.soft and not own and len(sentence.text) > SOFT_FROM:
        return severity.lower, "soft"
    return severity, ""


def _provable(group: Group, sentence: Sentence, start: int, end: int, evasive: bool) -> str:
    """What makes it a claim that can be proved; empty: nothing."""
    if group == "medical" and not evasive and _approved(sentence, start, end):
        return "approved"
    return "citation" if group == "absolute" and _cited(sentence) else ""


def _acquitted(group: Group, sentence: Sentence, before: str, start: int, end: int) -> str:
    if group in _CLAIMS and (why := _refused(group, sentence, before, start, end)):
        return why
    if group == "medical":
        if "祝" in before and _WISH.search(before):
            return "goal"
        if sentence.says(_SAFETY):
            return "safety_notice"
    if group == "authority" and _titled(sentence, start, end):
        return "award_title"
    return _comparison(sentence, before, start, end) if group == "absolute" else ""


def _refused(group: Group, sentence: Sentence, before: str, start: int, end: int) -> str:
    """What is said and not claimed: denied, warned of, or taught."""
    told_off = _NO_DENIALS.get(group)
    denied = _DENIED.search(before) and not (told_off and told_off.search(before))
    if denied and before.endswith("没有") and sentence.text[start - sentence.start] in "哪谁":
        denied = False  # “没有哪家比得上”
    if denied or (_VERB.match(sentence.text, start - sentence.start) and _NOT.search(before)):
        return "denied"
    if _disowned(group, sentence, before, start, end) or (group == "minors" and sentence.says(_GUARDED)):
        return "denied"
    return "training" if sentence.says(_TRAINING) else ""


def _disowned(group: Group, sentence: Sentence, before: str, start: int, end: int) -> bool:
    """Said by others and refused, or refused behind the words: “谁跟你说稳赚的”, “我们不加微信”, “开光这种事咱不搞”."""
    if ("说" in before or "讲" in before) and _WHO_SAYS.search(before):
        return True
    if group == "diversion":
        return bool(_OF_US.search(before) or _UNREACHED.match(sentence.text, end - sentence.start))
    after = end - sentence.start
    if group in ("medical", "results") and _CANNOT.match(sentence.text, start - sentence.start):
        return True
    if sentence.text.endswith("没", 0, after) and _WAS_NOT.match(sentence.text, after):
        return True
    return "不" in sentence.text[after : after + 14] and _WE_DO_NOT.match(sentence.text, after) is not None


def _comparison(sentence: Sentence, before: str, start: int, end: int) -> str:
    """What the guide of 2023 lets pass of absolute words."""
    hit = sentence.text[start - sentence.start : end - sentence.start]
    after = sentence.text[end - sentence.start : end - sentence.start + 10]
    if aside(hit, after):
        return "aside"
    if hit.endswith(("100%", "百分百", "百分之百")) and _FIBRE.match(after):
        return "fibre"
    if hit in _EXTREMES and (_PARAMETER.search(before) or _MEASURED.match(after) or _NEUTRAL.match(after)):
        return "parameter"
    if hit.startswith(("最高档", "最低档")) and sentence.says(_SETTING):
        return "parameter"
    if hit == "第一" and _ORDER.match(after):
        return "order"
    if _GOAL.search(before) or _ATTITUDE.fullmatch(hit):
        return "goal"
    if _OWN.search(before):
        return "own_range"
    if _titled(sentence, start, end):
        return "award_title"
    if "级" in sentence.text and sentence.says(_STANDARD):
        return "standard"
    return "quoted" if _QUOTED.search(before) else ""


def _doubted(group: Group, sentence: Sentence) -> bool:
    """Told by others, or told as what did not come true."""
    if group in ("medical", "promise", "results") and sentence.says(_FAILED):
        return True
    return group != "rivals" and sentence.says(_HEARSAY)


def _approved(sentence: Sentence, start: int, end: int) -> bool:
    """A function of health food as its approval number, in the same line, states it."""
    return sentence.line_says(_APPROVAL) and _FUNCTIONS.fullmatch(sentence.whole, start, end) is not None


def _titled(sentence: Sentence, start: int, end: int) -> bool:
    if "国家" not in sentence.text:  # as every title
        return False
    at = start - sentence.start
    return any(m.start() <= at < m.end() for m in _TITLE.finditer(sentence.text))


def _cited(sentence: Sentence) -> bool:
    return sentence.says(_TIME) and sentence.says(_SOURCE) and sentence.says(_REGION)
