<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Diagnosis</name>
    <message>
        <source>Diagnosis</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>No token and no buyer&apos;s data is shown here</source>
        <translation>不含令牌与买家信息</translation>
    </message>
    <message>
        <source>Rows on this computer</source>
        <translation>本机数据</translation>
    </message>
    <message>
        <source>Rows that could not be read</source>
        <translation>读不懂的数据</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>in step</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>Bound shops</source>
        <translation>已绑定店铺</translation>
    </message>
    <message>
        <source>Unreadable rows</source>
        <translation>读不懂的数据</translation>
    </message>
    <message>
        <source>kept aside, nothing is lost</source>
        <translation>已单独保存，没有丢失</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>the shops&apos; clock against this computer&apos;s</source>
        <translation>店铺时间与本机相差</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>SKUs</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>After-sales</source>
        <translation>售后</translation>
    </message>
    <message>
        <source>Everything the platforms said was understood.</source>
        <translation>平台给的数据都读懂了。</translation>
    </message>
    <message>
        <source>Files and versions</source>
        <translation>文件与版本</translation>
    </message>
    <message>
        <source>Copy {name}</source>
        <translation>复制{name}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Previous row</source>
        <translation>上一行</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>下一行</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>General</name>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>舒适</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Light, dark, or what the system says</source>
        <translation>浅色、深色或跟随系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言 Language</translation>
    </message>
    <message>
        <source>The window is made anew in it; nothing is lost</source>
        <translation>切换后窗口立即以新语言重建，数据不受影响</translation>
    </message>
    <message>
        <source>Row height</source>
        <translation>表格行高</translation>
    </message>
    <message>
        <source>Compact rows leave out the second line</source>
        <translation>紧凑行只显示第一行</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>Pulse</name>
    <message>
        <source>You are offline</source>
        <translation>网络已断开</translation>
    </message>
    <message>
        <source>Showing data {as_of}; looking and searching go on, reading resumes by itself</source>
        <translation>正在显示{as_of}的数据；可以继续查看和搜索，联网后自动恢复同步</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Everything here is made up; no real shop is asked</source>
        <translation>这里的一切都是编造的，不会访问任何真实店铺</translation>
    </message>
    <message>
        <source>Example shops</source>
        <translation>示例数据</translation>
    </message>
    <message>
        <source>{shop}: the sign-in is no longer valid, this shop is not being read</source>
        <translation>{shop}授权已失效，该店同步已停止</translation>
    </message>
    <message>
        <source>since {time}; the other shop goes on</source>
        <translation>{time} 起；其他店铺照常同步</translation>
    </message>
    <message>
        <source>See accounts</source>
        <translation>去账号页</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Merchant Console</source>
        <translation>商家控制台</translation>
    </message>
    <message>
        <source>Fold the rail</source>
        <translation>收起侧栏</translation>
    </message>
    <message>
        <source>Unfold the rail</source>
        <translation>展开侧栏</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Saved on this computer at once</source>
        <translation>改动即时保存在本机</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>搜索设置项</translation>
    </message>
    <message>
        <source>General</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>诊断</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Merchant Console</source>
        <translation>商家控制台</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ShopSwitcher</name>
    <message>
        <source>Shops</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>All shops</source>
        <translation>全部店铺</translation>
    </message>
    <message>
        <source>No shop bound yet</source>
        <translation>尚未绑定店铺</translation>
    </message>
    <message>
        <source>Kuaishou + Youzan</source>
        <translation>快手 + 有赞</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>No shop bound yet</source>
        <translation>尚未绑定店铺</translation>
    </message>
    <message>
        <source>On this computer: {items} goods · {orders} orders</source>
        <translation>本机数据：商品 {items} · 订单 {orders}</translation>
    </message>
</context>
<context>
    <name>SyncPopover</name>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>No shop bound yet</source>
        <translation>尚未绑定店铺</translation>
    </message>
    <message>
        <source>Ctrl+R from anywhere</source>
        <translation>任何页面按 Ctrl+R</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Last read {time}</source>
        <translation>上次同步 {time}</translation>
    </message>
    <message>
        <source>next {time}</source>
        <translation>下次 {time}</translation>
    </message>
</context>
<context>
    <name>TableCard</name>
    <message>
        <source>This could not be read</source>
        <translation>没能读出数据</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>读取中…</translation>
    </message>
</context>
<context>
    <name>TableFoot</name>
    <message>
        <source>Clear the selection</source>
        <translation>清除选择</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选 %n 笔</numerusform>
        </translation>
    </message>
    <message>
        <source>Select all {total}</source>
        <translation>选择全部 {total} 笔</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search order numbers, goods, buyers, waybills…</source>
        <translation>搜索订单号、商品、买家、运单号…</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>深色或浅色</translation>
    </message>
</context>
<context>
    <name>coming</name>
    <message>
        <source>Not yet</source>
        <translation>尚未提供</translation>
    </message>
    <message>
        <source>What will be here</source>
        <translation>这里将会有</translation>
    </message>
    <message>
        <source>This page is not built yet. No number is shown here until it comes from your shops.</source>
        <translation>这一页还没有做好。在数据真正来自你的店铺之前，这里不显示任何数字。</translation>
    </message>
    <message>
        <source>Wording checker</source>
        <translation>违禁词检查</translation>
    </message>
    <message>
        <source>Titles, details and scripts against law and platform rules, with a better word.</source>
        <translation>标题、详情、话术对照法律与平台规则，并给出替换建议。</translation>
    </message>
    <message>
        <source>Violations</source>
        <translation>违规</translation>
    </message>
    <message>
        <source>Level, deadline on the working-day clock, evidence pack and appeal text.</source>
        <translation>等级、工作日期限、证据包与申诉文本。</translation>
    </message>
    <message>
        <source>Qualifications</source>
        <translation>资质</translation>
    </message>
    <message>
        <source>Documents per shop and item, and what stops selling when one lapses.</source>
        <translation>按店铺与商品管理证件，过期时哪些商品会停售。</translation>
    </message>
    <message>
        <source>Policy watch</source>
        <translation>政策跟踪</translation>
    </message>
    <message>
        <source>Dated checklists for new rules, each with an owner, a due date and a proof.</source>
        <translation>新规的清单，带日期、负责人、期限与凭证。</translation>
    </message>
    <message>
        <source>Wording will be checked before it is published, and every deadline counted in working days.</source>
        <translation>发布之前先查用词，每个期限都按工作日计算。</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>By how lately, how often and how much somebody bought; names and numbers stay masked.</source>
        <translation>按最近一次、次数与金额分层；姓名与号码始终脱敏。</translation>
    </message>
    <message>
        <source>Coupons and tags</source>
        <translation>优惠券与标签</translation>
    </message>
    <message>
        <source>Given through Youzan, with a preview of who gets what and what it costs.</source>
        <translation>通过有赞发放，发放前预览人群与成本。</translation>
    </message>
    <message>
        <source>Loyal fans</source>
        <translation>忠实粉丝</translation>
    </message>
    <message>
        <source>The share of buyers and viewers who come back, show after show.</source>
        <translation>一场又一场回来的买家与观众占比。</translation>
    </message>
    <message>
        <source>After-sale warnings</source>
        <translation>售后预警</translation>
    </message>
    <message>
        <source>Which cases may turn into disputes, with the reasons.</source>
        <translation>哪些售后可能升级为纠纷，并说明原因。</translation>
    </message>
    <message>
        <source>Who buys again, who is about to leave, and what is worth saying to whom.</source>
        <translation>谁会复购、谁快流失、对谁说什么才值得。</translation>
    </message>
    <message>
        <source>Metric dictionary</source>
        <translation>指标字典</translation>
    </message>
    <message>
        <source>Formula, source and age of every figure in the window.</source>
        <translation>窗口里每个数字的公式、来源与时间。</translation>
    </message>
    <message>
        <source>Forecasts</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Sales and stock for the coming days, with the error of past forecasts beside them.</source>
        <translation>未来几天的销量与库存，并列出过去预测的误差。</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Daily, weekly and monthly, as a spreadsheet or PDF.</source>
        <translation>日报、周报、月报，导出为表格或 PDF。</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Shops, periods and shows side by side, money counted once.</source>
        <translation>店铺、时段、场次并排对比，金额只计一次。</translation>
    </message>
    <message>
        <source>Every figure over time, with its definition, its source and what was left out.</source>
        <translation>每个指标的走势、定义、来源与未计入的部分。</translation>
    </message>
    <message>
        <source>Cockpit</source>
        <translation>场控台</translation>
    </message>
    <message>
        <source>Viewers, orders and interaction, each with source and age; readable from two metres.</source>
        <translation>在线、成交与互动，每个数字带来源和时间，两米外也能看清。</translation>
    </message>
    <message>
        <source>Run sheet</source>
        <translation>场次脚本</translation>
    </message>
    <message>
        <source>Cues with an early warning, what was done, late or skipped, and what each of them brought.</source>
        <translation>口播与福利按时提醒，记录完成、迟到和跳过，以及各自带来的提升。</translation>
    </message>
    <message>
        <source>First thirty minutes</source>
        <translation>开场三十分钟</translation>
    </message>
    <message>
        <source>Minute by minute against your own best shows, with the means that helped then.</source>
        <translation>逐分钟与自己最好的场次对比，并给出当时有效的做法。</translation>
    </message>
    <message>
        <source>Goods on air</source>
        <translation>直播商品</translation>
    </message>
    <message>
        <source>Stock, clicks and orders of every item in the bag, and the risk of overselling tonight.</source>
        <translation>购物车里每件商品的库存、点击与订单，以及今晚的超卖风险。</translation>
    </message>
    <message>
        <source>Comments and captions</source>
        <translation>评论与字幕</translation>
    </message>
    <message>
        <source>As they arrive, with a hint when a word should not be said.</source>
        <translation>实时滚动，出现不该说的词时给出提示。</translation>
    </message>
    <message>
        <source>Recap and replay</source>
        <translation>复盘与回放</translation>
    </message>
    <message>
        <source>Every past show to the second, with the state of stock and cues at that moment.</source>
        <translation>任一场次精确到秒回看，包括当时的库存与脚本。</translation>
    </message>
    <message>
        <source>One operator will see here what matters now, what comes next and what to do about it.</source>
        <translation>一名场控就能看清：现在什么要紧、接下来是什么、该怎么做。</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Natural, paid and private traffic over time, each figure with its source.</source>
        <translation>自然、付费、私域流量随时间的变化，每个数字带来源。</translation>
    </message>
    <message>
        <source>Funnel</source>
        <translation>转化漏斗</translation>
    </message>
    <message>
        <source>From seeing to paying, with the step that loses most.</source>
        <translation>从看到到付款，标出流失最多的一步。</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>One change at a time, with sample size and uncertainty.</source>
        <translation>一次只改一处，带样本量与不确定范围。</translation>
    </message>
    <message>
        <source>Promotion calendar</source>
        <translation>大促日历</translation>
    </message>
    <message>
        <source>Big days, enrolment dates, and how past ones went.</source>
        <translation>大促日期、报名时间与往期表现。</translation>
    </message>
    <message>
        <source>Where viewers come from, what they cost, and which change really helped.</source>
        <translation>流量从哪里来、花了多少、哪个改动真的有效。</translation>
    </message>
</context>
<context>
    <name>overview</name>
    <message>
        <source>Sign-in needed</source>
        <translation>需重新登录</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>同步中</translation>
    </message>
    <message>
        <source>Partly delayed</source>
        <translation>部分延迟</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>已同步</translation>
    </message>
</context>
<context>
    <name>tabs</name>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>直播</translation>
    </message>
    <message>
        <source>Compliance</source>
        <translation>合规</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>texts</name>
    <message>
        <source>{n} s ago</source>
        <translation>{n} 秒前</translation>
    </message>
    <message>
        <source>{n} min ago</source>
        <translation>{n} 分钟前</translation>
    </message>
    <message>
        <source>{n} h ago</source>
        <translation>{n} 小时前</translation>
    </message>
    <message>
        <source>{n} d ago</source>
        <translation>{n} 天前</translation>
    </message>
    <message>
        <source>{d} d {h} h</source>
        <translation>{d} 天 {h} 时</translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation>{h} 时 {m} 分</translation>
    </message>
    <message>
        <source>{m} min</source>
        <translation>{m} 分钟</translation>
    </message>
    <message>
        <source>Late {time}</source>
        <translation>已超时 {time}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩 {time}</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>{weekday}, {month:02d}-{day:02d}</source>
        <translation>{month} 月 {day} 日 {weekday}</translation>
    </message>
    <message>
        <source>not yet synced</source>
        <translation>尚未同步</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>截至 {time}</translation>
    </message>
    <message>
        <source>Kuaishou</source>
        <translation>快手</translation>
    </message>
    <message>
        <source>Youzan</source>
        <translation>有赞</translation>
    </message>
</context>
</TS>
