"""What the cards of traffic have in common."""

TITLES = {
    "sources": "日期\t来源\t观看人数",
    "works": "标题\t发布时间\t内容类型\t时长\t播放量\t完播率\t平均播放时长\t商品点击率\t成交转化率",
    "labels": "日期\t标签\t内容占比\t粉丝占比",
}
"""What is typed under: titles that the import itself knows, in whatever language the window is."""
