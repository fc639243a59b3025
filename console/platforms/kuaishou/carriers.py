"""Carriers by ``expressCode`` [sheet 3.5.2]: those a shop at home meets. A code without a name is shown as it is."""

CARRIERS = {
    "2": "EMS",
    "3": "申通快递",
    "4": "顺丰速运",
    "5": "天天快递",
    "6": "圆通速递",
    "7": "韵达快运",
    "8": "邮政快递包裹",
    "9": "中通快递",
    "10": "宅急送",
    "11": "韵达快递",
    "14": "京东快递",
    "15": "优速快递",
    "17": "德邦物流",
    "25": "跨越速运",
    "40": "安能快递",
    "53": "德邦快递",
    "79": "日日顺",
    "86": "顺心捷达",
    "100": "壹米滴答",
    "109": "极兔速递",
    "112": "众邮快递",
    "113": "菜鸟速递",
    "127": "丰网速运",
    "139": "邮政电商标快",
}


def carrier_name(code: str) -> str:
    """The carrier's name, or ``""`` where the sheet has none."""
    return CARRIERS.get(code, "")
