"""What ``--help`` says in Chinese: argparse's own words and those of the commands are English."""

import argparse
from typing import Final

_HEADINGS: Final = (("usage: ", "用法："), ("positional arguments:", "参数："), ("options:", "选项："))
_CHINESE: Final = {
    "Merchant Console": "商家控制台",
    "show this help message and exit": "显示这段说明",
    "show program's version number and exit": "显示版本号",
    "zh_CN or en": "语言：zh_CN 中文，en 英文",
    "the window (what starts without a command)": "打开窗口（不写命令时就是它）",
    "the window on a sandbox of its own": "打开窗口，连接自带的示例平台",
    "pictures of every tab": "把每个页面画成图片",
    "read both platforms into the file": "把两个平台的数据读到本机",
    "the orders in the file, one line of JSON each": "本机的订单，每行一条 JSON",
    "the goods in the file, one line of JSON each; `link` links them": "本机的商品，每行一条 JSON；link 用来关联",
    "prove that every order of a day or month is accounted for": "证明某一天或某个月的订单笔笔有着落",
    "look through a month's texts and papers, keep and write the report": "检查一个月的文案与证照，留存并写出报告",
    "what the coming days bring, and what the method was worth in the past": "预测今后几天，并说明这个方法过去准不准",
    "test what each bound shop lets the console do": "检查每家店铺开放了哪些权限",
    "live shows: a file of lines in, a recap out": "直播：导入数据文件，写出复盘",
    "take a file of lines in: sessions, snapshots, events": "导入一个数据文件：场次、快照、事件",
    "a past show as a workbook": "把过去的一场写成表格或 PDF",
    "traffic: a table in, or all that is known": "流量：导入表格，或列出已知的全部",
    "take in a table of traffic sources, works or labels: csv, xlsx": "导入流量来源、作品或标签的表格：csv、xlsx",
    "what is known of traffic; null is unknown": "已知的流量数据；null 表示未知",
    "reaching customers: a table in, or task lists and channels": "触达客户：导入表格，或列出任务清单与渠道",
    "take in a table of channels, coupons, stored value or members: csv, xlsx": (
        "导入渠道、裂变券、储值或会员的表格：csv、xlsx"
    ),
    "task lists with what they brought, and channels compared; null is unknown": (
        "任务清单的效果与渠道对比；null 表示未知"
    ),
    "experiments, one line of JSON a metric; no p before the planned number": (
        "A/B 实验，每个指标一行 JSON；到量之前不给 p 值"
    ),
    "a folder of csv and one schema, for BI tools": "导出一个文件夹的 csv 和说明，供 BI 工具使用",
    "look for risky wording in a file: txt, csv, xlsx, srt, vtt, jsonl": (
        "检查文件里的违禁词：txt、csv、xlsx、srt、vtt、jsonl"
    ),
    "both platforms in miniature; see `sandbox --help`": "在本机模拟两个平台；详见 sandbox --help",
    "where the data is kept": "数据存放的文件夹",
    "bind to the sandbox whose line this file holds": "连接示例平台；文件里是它启动时打印的那一行",
    "no window: a picture of every tab into DIR": "不开窗口，把每个页面的图片写到 DIR",
    "0, 10 or 100000 invented orders": "虚构 0、10 或 100000 笔订单",
    "the sandbox's line": "示例平台启动时打印的那一行",
    "read everything once, then end": "全部读一遍后结束",
    "one line of JSON on stdout": "标准输出一行 JSON",
    "one line of JSON on stdout, the only form there is": "标准输出一行 JSON（只有这一种格式）",
    "the only form there is": "只有这一种格式",
    "read the goods of both shops and link them": "读取两家店的商品并关联",
    "link: the sandbox's line": "link：示例平台启动时打印的那一行",
    "link: say what it would do, change nothing": "link：只说会做什么，不改动数据",
    "in shop time": "店铺时间",
    "compare with the platforms first, read what lacks": "先与平台比对，把缺少的读回来",
    "--audit: the sandbox's line": "--audit：示例平台启动时打印的那一行",
    "a chat log of the month": "当月的客服会话记录",
    "write it: .html, .pdf or .xlsx": "写到文件：.html、.pdf 或 .xlsx",
    "the sandbox's line; else the key store's shops": "示例平台启动时打印的那一行；不写则用钥匙串里的店铺",
    "only what came in on that day or later": "只要那一天以及之后进来的",
    "whose rows they are: a shop's id, number or name; only where several are bound": (
        "这些行属于哪家店铺：编号、店铺号或名称；绑定了多家时才需要"
    ),
    "or - for plain text on stdin": "写 - 则从标准输入读取纯文本",
}


def in_chinese(parser: argparse.ArgumentParser) -> None:
    """Give a parser that is about to be shown Chinese words in place of its own."""
    parser.description = _said(parser.description)
    for action in parser._actions:
        action.help = _said(action.help)
        for choice in getattr(action, "_choices_actions", ()):
            choice.help = _said(choice.help)


def headed(text: str) -> str:
    """The finished page with Chinese headings."""
    for english, chinese in _HEADINGS:
        text = text.replace(english, chinese, 1)
    return text


def knows(words: str) -> bool:
    """Whether there is Chinese for these words."""
    return words in _CHINESE


def _said(words: str | None) -> str | None:
    return words if words is None else _CHINESE.get(words, words)
