<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Abilities</name>
    <message>
        <source>Being asked…</source>
        <translation>正在检测…</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>未检测</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>The platform refuses it</source>
        <translation>平台拒绝</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>没有答复</translation>
    </message>
    <message>
        <source>{scope} is not granted: {features} stay grey</source>
        <translation>{scope}未开通：{features}会置灰</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>去开通</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Bind a shop</source>
        <translation>绑定店铺</translation>
    </message>
    <message>
        <source>Test all</source>
        <translation>全部自检</translation>
    </message>
    <message>
        <source>Join your two shops first</source>
        <translation>先把两家店接到一起</translation>
    </message>
    <message>
        <source>Bind the Kuaishou shop and the Youzan shop. The first reading takes a few minutes, then it goes on by itself. All data stay on this computer, and nothing is written to a platform unless you click.</source>
        <translation>绑定快手小店与有赞店铺。首次同步需要几分钟，随后自动更新；数据只存在这台电脑上，没有你的点击，不会向平台写任何东西。</translation>
    </message>
    <message>
        <source>No shop is bound yet</source>
        <translation>还没有绑定店铺</translation>
    </message>
    <message numerus="yes">
        <source>%n shop(s)</source>
        <translation>
            <numerusform>%n 个店铺</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channel link(s)</source>
        <translation>
            <numerusform>%n 组渠道绑定</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer offers no key store</source>
        <translation>这台电脑没有可用的系统钥匙串</translation>
    </message>
    <message>
        <source>sign-ins are kept until the program closes; nothing secret is written to the disk</source>
        <translation>登录只保留到程序关闭；密钥不会写入硬盘</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” are no longer compared: their orders lose the links, also those made by hand. Both stay bound and go on being read; pairing them again compares anew.</source>
        <translation>「{one}」与「{other}」不再互相核对：订单之间的关联会清除，手工关联的也一样。两家店仍保持绑定并继续同步；再次配对后会重新核对。</translation>
    </message>
    <message>
        <source>Part these two shops?</source>
        <translation>解除这两家店的配对？</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>解除配对</translation>
    </message>
</context>
<context>
    <name>AddPerson</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>A clerk neither binds nor erases shops nor changes this list</source>
        <translation>店员不能绑定店铺、删除店铺数据，也不能修改这份名单</translation>
    </message>
    <message>
        <source>The first person is an owner, and it is you: the window asks for this PIN from now on</source>
        <translation>第一位人员是店主，也就是您自己；以后打开窗口需要输入这个密码</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>添加人员</translation>
    </message>
</context>
<context>
    <name>AgreeStep</name>
    <message>
        <source>Open the browser</source>
        <translation>打开浏览器</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制授权链接</translation>
    </message>
    <message>
        <source>The address, or the code</source>
        <translation>跳转后的网址，或授权码</translation>
    </message>
    <message>
        <source>A code lives for 2 minutes and works once</source>
        <translation>授权码 2 分钟内有效、只能用一次；只粘贴 code 也可以</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>从剪贴板粘贴</translation>
    </message>
    <message>
        <source>Log in as the shop&apos;s owner and agree</source>
        <translation>登录店主账号并点「同意授权」</translation>
    </message>
    <message>
        <source>Paste the whole address that the browser went to</source>
        <translation>把跳转后地址栏里的整段网址粘贴到这里</translation>
    </message>
    <message>
        <source>After you agree, the page may stay empty or say it cannot be reached: that is all right.</source>
        <translation>同意之后页面空白或提示无法访问都没有关系，只需要地址栏里的网址。</translation>
    </message>
    <message>
        <source>Kuaishou&apos;s own page opens; this program never sees your password.</source>
        <translation>会打开快手的官方授权页，本软件看不到你的密码。</translation>
    </message>
    <message>
        <source>Opened in your browser; for another browser copy the address.</source>
        <translation>已在默认浏览器打开授权页；用别的浏览器请复制链接。</translation>
    </message>
    <message>
        <source>Open the browser again</source>
        <translation>重新打开浏览器</translation>
    </message>
    <message>
        <source>No browser opened; copy the address and open it yourself.</source>
        <translation>没有找到浏览器，请复制链接后自行打开。</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message numerus="yes">
        <source>%n row(s), by the filters and in the order of the list</source>
        <translation>
            <numerusform>共 %n 行，按当前筛选和排序导出</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns: {names}</source>
        <translation>包含列：{names}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Numbers of goods and orders are written as text, so that no digit is lost</source>
        <translation>商品和订单编号按文本写入，不会丢失位数</translation>
    </message>
</context>
<context>
    <name>Bell</name>
    <message>
        <source>Alerts</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Alerts, {n} unread</source>
        <translation>提醒，{n} 条未读</translation>
    </message>
</context>
<context>
    <name>BellPopover</name>
    <message>
        <source>Alerts</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>全部标为已读</translation>
    </message>
    <message>
        <source>Nothing needs you now</source>
        <translation>目前没有需要处理的事</translation>
    </message>
</context>
<context>
    <name>BindDialog</name>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
    <message>
        <source>Bind a shop</source>
        <translation>绑定店铺</translation>
    </message>
    <message>
        <source>App keys</source>
        <translation>应用凭证</translation>
    </message>
    <message>
        <source>Key and secrets</source>
        <translation>AppKey 与密钥</translation>
    </message>
    <message>
        <source>Agree in the browser</source>
        <translation>浏览器授权</translation>
    </message>
    <message>
        <source>On the platform&apos;s own page</source>
        <translation>在官方页面登录并同意</translation>
    </message>
    <message>
        <source>Permissions and test</source>
        <translation>权限与自检</translation>
    </message>
    <message>
        <source>What it may do</source>
        <translation>选择要用的能力</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>About 3 minutes; you can leave at any time</source>
        <translation>约 3 分钟，可随时退出</translation>
    </message>
    <message>
        <source>Secrets go into this computer&apos;s key store, never into the data file or the log.</source>
        <translation>密钥存入系统钥匙串，不进数据文件，也不进日志</translation>
    </message>
    <message>
        <source>Fill in the app&apos;s keys</source>
        <translation>填写应用凭证</translation>
    </message>
    <message>
        <source>Made on the platform&apos;s developer pages; paste them here.</source>
        <translation>在平台的开放后台创建自用应用后，把凭证粘贴到这里。</translation>
    </message>
    <message>
        <source>You log in and agree on the platform&apos;s own page; this program never sees your password.</source>
        <translation>登录和同意都在官方页面完成，本软件看不到你的密码。</translation>
    </message>
    <message>
        <source>Choose what it may do</source>
        <translation>选择权限并自检</translation>
    </message>
    <message>
        <source>The shop is bound and being read. What its platform refuses stays grey and says why.</source>
        <translation>店铺已绑定，正在首次同步。缺少权限的功能会置灰并说明原因，不会静默失败。</translation>
    </message>
    <message>
        <source>Next: agree</source>
        <translation>下一步：去授权</translation>
    </message>
    <message>
        <source>Sign in and bind</source>
        <translation>登录并绑定</translation>
    </message>
    <message>
        <source>Check and bind</source>
        <translation>验证并绑定</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Asking the platform…</source>
        <translation>正在询问平台…</translation>
    </message>
</context>
<context>
    <name>BoundNote</name>
    <message>
        <source>in the key store</source>
        <translation>已加密保存</translation>
    </message>
    <message>
        <source>until the program closes</source>
        <translation>保留到程序关闭</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>凭证</translation>
    </message>
    <message>
        <source>Sign-in ends</source>
        <translation>到期</translation>
    </message>
</context>
<context>
    <name>CheckLine</name>
    <message>
        <source>Open it</source>
        <translation>去开通</translation>
    </message>
    <message>
        <source>being asked…</source>
        <translation>正在检测…</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>未检测</translation>
    </message>
</context>
<context>
    <name>CheckPanel</name>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>还有 {n} 条</translation>
    </message>
    <message>
        <source>May be asked for: {papers}. No record of yours is kept here; please check them yourself.</source>
        <translation>可能需要：{papers}。本机没有资质记录，请自行核对。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>去修改</translation>
    </message>
    <message>
        <source>Choose category</source>
        <translation>选类目</translation>
    </message>
    <message>
        <source>Item {time}</source>
        <translation>商品 {time}</translation>
    </message>
    <message>
        <source>What the category asks {time}</source>
        <translation>类目要求 {time}</translation>
    </message>
    <message>
        <source>Category tree {time}</source>
        <translation>类目表 {time}</translation>
    </message>
    <message>
        <source>Pictures {time}</source>
        <translation>图片 {time}</translation>
    </message>
    <message>
        <source>Nothing but the last sync is known; “Check again” reads the rest from Kuaishou</source>
        <translation>目前只有上次同步的数据；点“重新检查”从快手读取其余信息</translation>
    </message>
    <message>
        <source>Read from Kuaishou: {parts}</source>
        <translation>读自快手：{parts}</translation>
    </message>
</context>
<context>
    <name>ChecksPanel</name>
    <message>
        <source>Permissions</source>
        <translation>权限自检</translation>
    </message>
    <message>
        <source>testing {n} of {all}</source>
        <translation>正在自检 {n} / {all}</translation>
    </message>
    <message>
        <source>can be tested after signing in</source>
        <translation>登录后可测</translation>
    </message>
    <message>
        <source>not tested yet</source>
        <translation>尚未自检</translation>
    </message>
    <message>
        <source>{n} of {all} work</source>
        <translation>{n} / {all} 可用</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>重新自检</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>开始自检</translation>
    </message>
</context>
<context>
    <name>DeadBar</name>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
    <message>
        <source>{shop}: signed out, this shop is not being read</source>
        <translation>{shop}授权已失效，该店同步已停止</translation>
    </message>
    <message>
        <source>Since {time} · {reason} What is missed is read after signing in.</source>
        <translation>{time} 起 · {reason}登录后自动补齐这段时间的数据。</translation>
    </message>
    <message>
        <source> {n} waiting to be sent are kept and go out after signing in.</source>
        <translation>待发送的 {n} 条保留，登录后继续发送。</translation>
    </message>
</context>
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
    <name>Dispatch</name>
    <message numerus="yes">
        <source>%n taken back</source>
        <translation>
            <numerusform>已撤销 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits that could be taken back</source>
        <translation>没有可以撤销的排队</translation>
    </message>
    <message numerus="yes">
        <source>%n could not be taken back any more</source>
        <translation>
            <numerusform>%n 条已发出，不能再撤销</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>held: sending is paused</source>
        <translation>发送已暂停，继续后发出</translation>
    </message>
    <message>
        <source>is sent {time}</source>
        <translation>{time} 发出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message>
        <source>Test again</source>
        <translation>重新自检</translation>
    </message>
    <message>
        <source>This sign-in is kept until the program closes</source>
        <translation>这次登录只保留到程序关闭</translation>
    </message>
    <message>
        <source>No key store answers on this computer; nothing secret is written to the disk instead.</source>
        <translation>这台电脑没有可用的系统钥匙串；密钥也不会改存到硬盘上。</translation>
    </message>
    <message>
        <source>Stop testing</source>
        <translation>停止自检</translation>
    </message>
    <message>
        <source>{all} lines · {works} work · {refused} refused</source>
        <translation>{all} 项 · {works} 通过 · {refused} 缺失</translation>
    </message>
    <message>
        <source>{all} lines · {works} work · {refused} refused · testing</source>
        <translation>{all} 项 · {works} 通过 · {refused} 缺失 · 检测中</translation>
    </message>
    <message>
        <source>No browser was found; the page is {page}</source>
        <translation>没有找到浏览器；页面地址：{page}</translation>
    </message>
    <message>
        <source>Paired with “{shop}”</source>
        <translation>已与「{shop}」配对</translation>
    </message>
    <message>
        <source>The other half is still missing</source>
        <translation>还缺另一半</translation>
    </message>
    <message>
        <source>Bind the {shop} next; orders are compared once both are there.</source>
        <translation>接着绑定{shop}，两边都接好后才会核对订单。</translation>
    </message>
    <message>
        <source>None for now</source>
        <translation>暂不配对</translation>
    </message>
    <message>
        <source>Which {shop} does it belong with?</source>
        <translation>与哪家{shop}配对？</translation>
    </message>
    <message>
        <source>Their goods and orders are compared with each other from then on.</source>
        <translation>配对后，两边的商品与订单会互相核对。</translation>
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
    <name>Editor</name>
    <message>
        <source>Who leads which field</source>
        <translation>字段归属</translation>
    </message>
    <message>
        <source>Change the rules</source>
        <translation>修改规则</translation>
    </message>
    <message>
        <source>Title and shelf</source>
        <translation>标题与上架</translation>
    </message>
    <message>
        <source>The platform does not say</source>
        <translation>平台没有给出</translation>
    </message>
    <message>
        <source>Price and stock</source>
        <translation>价格与库存</translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>%n 个规格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more: bring them in step from the table</source>
        <translation>
            <numerusform>还有 %n 个规格，请在列表中批量对齐</numerusform>
        </translation>
    </message>
    <message>
        <source>Only variant</source>
        <translation>唯一规格</translation>
    </message>
    <message>
        <source>Delete “{name}” at Youzan</source>
        <translation>在有赞删除“{name}”</translation>
    </message>
    <message>
        <source>Kuaishou prices from Youzan</source>
        <translation>快手价取有赞价</translation>
    </message>
    <message>
        <source>Kuaishou stock from what is available</source>
        <translation>快手库存取可售</translation>
    </message>
    <message>
        <source>{platform} leads this field: change it there, then bring this side in step</source>
        <translation>此字段由{platform}主导：请在{platform}一侧修改，再对齐本侧</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>还没有改动</translation>
    </message>
</context>
<context>
    <name>EmptyHalf</name>
    <message>
        <source>Bind</source>
        <translation>开始绑定</translation>
    </message>
    <message>
        <source>Bind the {shop}</source>
        <translation>绑定{shop}</translation>
    </message>
    <message>
        <source>Once both are bound, goods and orders pair by themselves; only then can they be compared</source>
        <translation>绑定后两边的商品与订单会自动配对，价差与库存才能核对</translation>
    </message>
    <message>
        <source>A bound shop has no partner yet</source>
        <translation>已有一家店等待配对</translation>
    </message>
    <message>
        <source>Pair with {shop}</source>
        <translation>与「{shop}」配对</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>Export what is shown</source>
        <translation>导出当前视图</translation>
    </message>
    <message>
        <source>Choose a place</source>
        <translation>选择保存位置</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>There is nothing to export</source>
        <translation>没有可导出的内容</translation>
    </message>
    <message>
        <source>Export stopped; nothing was written</source>
        <translation>已停止导出，没有写入文件</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) exported</source>
        <translation>
            <numerusform>已导出 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Exporting: {done} of {all}</source>
        <translation>正在导出：{done} / {all}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Show what was typed</source>
        <translation>显示内容</translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>pieces</source>
        <translation>件</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Details</source>
        <translation>看明细</translation>
    </message>
    <message>
        <source>Paid Kuaishou orders, and paid Youzan trades sold on Youzan itself, by their time of payment. A trade brought in from Kuaishou is the same sale as its order and is not added. Later refunds stay in.</source>
        <translation>按支付时间统计快手已付款订单，以及有赞自有渠道的已付款订单。由快手导入有赞的订单与快手单是同一笔，不重复计算；之后的退款不扣减。</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>成交额</translation>
    </message>
    <message>
        <source>Sum of what buyers paid, postage included. </source>
        <translation>买家实付金额合计，含运费。</translation>
    </message>
    <message>
        <source>Paid orders</source>
        <translation>支付订单</translation>
    </message>
    <message>
        <source>Number of orders. </source>
        <translation>订单笔数。</translation>
    </message>
    <message>
        <source>After-sales that ended with money going back, by the time they ended. Exchanges are left out; what both platforms say of one sale counts once.</source>
        <translation>按完成时间统计已退款的售后金额；不含换货，两个平台的同一笔只算一次。</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款金额</translation>
    </message>
    <message>
        <source>Ongoing</source>
        <translation>售后中订单</translation>
    </message>
    <message>
        <source>Sales of goods shown in live broadcasts, by Kuaishou&apos;s own report of the day before (T+1, out at about 10:00). It comes with the Live tab, or from an imported report.</source>
        <translation>直播间商品成交额，以快手前一日报表为准（T+1，约 10:00 出数）。接入直播后自动获取，或手工导入报表。</translation>
    </message>
    <message>
        <source>Live goods</source>
        <translation>直播商品成交</translation>
    </message>
    <message>
        <source>To import</source>
        <translation>待导入</translation>
    </message>
    <message>
        <source>Kuaishou · T+1</source>
        <translation>快手 · T+1</translation>
    </message>
    <message>
        <source>Live data is not connected yet</source>
        <translation>直播数据尚未接入</translation>
    </message>
    <message>
        <source>running total, {n} points, now {value}</source>
        <translation>累计走势 {n} 个点，当前 {value}</translation>
    </message>
    <message>
        <source>the first sync is under way</source>
        <translation>首次同步尚未完成</translation>
    </message>
    <message>
        <source>no data of the period before</source>
        <translation>无前期数据，不作比较</translation>
    </message>
    <message>
        <source>nothing in the period before</source>
        <translation>前期为零，不作比较</translation>
    </message>
    <message>
        <source>{name} not read to the end yet, not compared</source>
        <translation>{name}尚未同步完，不作比较</translation>
    </message>
    <message>
        <source>{name} is {span} behind, not compared</source>
        <translation>{name}缺 {span}，不作比较</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>待出数</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>After that everything is kept up to date by itself. The data stay on this computer.</source>
        <translation>绑定后自动保持更新；数据只存在这台电脑。</translation>
    </message>
    <message>
        <source>Step {n}</source>
        <translation>第 {n} 步</translation>
    </message>
    <message>
        <source>Keys are kept encrypted here; nothing is written to a platform without your click.</source>
        <translation>密钥加密存放在本机；没有你的点击，不会向平台写任何东西。</translation>
    </message>
    <message>
        <source>Bind the Kuaishou shop</source>
        <translation>绑定快手小店</translation>
    </message>
    <message>
        <source>App keys → sign in → self-test</source>
        <translation>应用凭证 → 授权 → 自检</translation>
    </message>
    <message>
        <source>Bind the Youzan shop</source>
        <translation>绑定有赞店铺</translation>
    </message>
    <message>
        <source>Orders are matched once both are here</source>
        <translation>两边都接好才会自动配对</translation>
    </message>
    <message>
        <source>First sync and matching</source>
        <translation>首次同步与配对</translation>
    </message>
    <message>
        <source>Begins by itself</source>
        <translation>绑定完成后自动开始</translation>
    </message>
    <message>
        <source>One shop is still missing</source>
        <translation>还差一家店</translation>
    </message>
    <message>
        <source>Bring both shops together</source>
        <translation>先把两家店接到一起</translation>
    </message>
    <message>
        <source>Bound</source>
        <translation>已绑定</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始绑定</translation>
    </message>
    <message>
        <source>Waits for the step before</source>
        <translation>等待上一步</translation>
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
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 分钟</translation>
    </message>
    <message>
        <source>10 min</source>
        <translation>10 分钟</translation>
    </message>
    <message>
        <source>30 min</source>
        <translation>30 分钟</translation>
    </message>
    <message>
        <source>Lock when nobody is there</source>
        <translation>无人操作时自动锁定</translation>
    </message>
    <message>
        <source>Everything is covered until somebody comes in. Ctrl+Shift+L locks at once.</source>
        <translation>锁定后遮住全部内容；按 Ctrl+Shift+L 可立即锁定</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>GroupView</name>
    <message>
        <source>Part…</source>
        <translation>解除配对…</translation>
    </message>
    <message>
        <source>Part the shops of {name}</source>
        <translation>解除「{name}」的配对</translation>
    </message>
    <message>
        <source>Channel link</source>
        <translation>渠道绑定</translation>
    </message>
    <message>
        <source>{channel} · the {shop} is not bound yet</source>
        <translation>{channel} · {shop}尚未绑定</translation>
    </message>
    <message>
        <source>{channel} · no orders compared yet</source>
        <translation>{channel} · 订单还没有核对</translation>
    </message>
    <message>
        <source>{channel} · {linked} orders linked · {troubled} to look at</source>
        <translation>{channel} · 已映射订单 {linked} · 待核对 {troubled}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>shop time {time}</source>
        <translation>店铺时间 {time}</translation>
    </message>
    <message>
        <source>Nothing known to do; not everything has been read yet</source>
        <translation>暂无已知待办；数据尚未全部同步</translation>
    </message>
    <message>
        <source>Nothing waits for you now</source>
        <translation>现在没有要处理的事</translation>
    </message>
</context>
<context>
    <name>Importer</name>
    <message>
        <source>Import a sheet</source>
        <translation>导入表格</translation>
    </message>
    <message>
        <source>The sheet changes nothing</source>
        <translation>表格里没有要改的内容</translation>
    </message>
    <message>
        <source>Fill in its columns that begin with “New”</source>
        <translation>请在导出的表格里填写“新…”开头的列</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Import {name}</source>
        <translation>导入 {name}</translation>
    </message>
    <message>
        <source>{n} buffers set</source>
        <translation>已设置 {n} 件商品的安全库存</translation>
    </message>
    <message>
        <source>{changes} prices and stocks to preview, {buffers} buffers to set, {bad} rows cannot be used</source>
        <translation>{changes} 项价格和库存待预览，{buffers} 项安全库存将设置，{bad} 行不能用</translation>
    </message>
    <message>
        <source>and {n} more rows</source>
        <translation>还有 {n} 行</translation>
    </message>
    <message>
        <source>Row {row}: no goods have the number {said}</source>
        <translation>第 {row} 行：没有编号为 {said} 的商品</translation>
    </message>
    <message>
        <source>Row {row}: {said} are two different goods</source>
        <translation>第 {row} 行：{said} 不是同一件商品</translation>
    </message>
    <message>
        <source>Row {row}: {said} stands in the sheet twice</source>
        <translation>第 {row} 行：{said} 重复出现</translation>
    </message>
    <message>
        <source>Row {row}: these goods have several variants; set {said} in their drawer</source>
        <translation>第 {row} 行：商品有多个规格，{said} 请在商品详情里逐个修改</translation>
    </message>
    <message>
        <source>Row {row}: {said} is no figure that can be set</source>
        <translation>第 {row} 行：{said} 不是有效数值</translation>
    </message>
    <message>
        <source>Row {row}: {said} is for a shop that does not have these goods</source>
        <translation>第 {row} 行：{said} 对应的店铺没有这件商品</translation>
    </message>
</context>
<context>
    <name>IntentRow</name>
    <message>
        <source>See to it</source>
        <translation>去处理</translation>
    </message>
    <message>
        <source>Read back now</source>
        <translation>立即回读</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>ItemDrawer</name>
    <message>
        <source>Checks</source>
        <translation>发布前检查</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>两边对比</translation>
    </message>
    <message>
        <source>Edit and push</source>
        <translation>修改与推送</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动记录</translation>
    </message>
    <message>
        <source>↑↓ next row · Esc closes</source>
        <translation>↑↓ 换一件 · Esc 关闭</translation>
    </message>
    <message>
        <source>Copy merchant code</source>
        <translation>复制商家编码</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Push preview</source>
        <translation>推送预览</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>还没有改动</translation>
    </message>
    <message>
        <source>Neither side has a merchant code for these goods</source>
        <translation>两边都没有填商家编码</translation>
    </message>
    <message>
        <source>Nothing was pushed for these goods yet</source>
        <translation>这件商品还没有推送过</translation>
    </message>
</context>
<context>
    <name>ItemFilters</name>
    <message>
        <source>Title / merchant code / ID</source>
        <translation>商品名 / 商家编码 / ID</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>same price</source>
        <translation>价格一致</translation>
    </message>
    <message>
        <source>up to {share}</source>
        <translation>{share} 以内</translation>
    </message>
    <message>
        <source>over {share}</source>
        <translation>超过 {share}</translation>
    </message>
    <message>
        <source>Price gap: </source>
        <translation>价差：</translation>
    </message>
    <message>
        <source>on both</source>
        <translation>两边在售</translation>
    </message>
    <message>
        <source>off at Kuaishou</source>
        <translation>快手已下架</translation>
    </message>
    <message>
        <source>off at Youzan</source>
        <translation>有赞已下架</translation>
    </message>
    <message>
        <source>on one only</source>
        <translation>只一边在售</translation>
    </message>
    <message>
        <source>Shelf: </source>
        <translation>上架：</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>清除筛选</translation>
    </message>
</context>
<context>
    <name>ItemFoot</name>
    <message numerus="yes">
        <source>%n goods selected</source>
        <translation>
            <numerusform>已选 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Select all {total} goods</source>
        <translation>选择全部 {total} 件</translation>
    </message>
</context>
<context>
    <name>ItemHead</name>
    <message>
        <source>Copy the number on {platform}</source>
        <translation>复制{platform}商品 ID</translation>
    </message>
</context>
<context>
    <name>ItemSheet</name>
    <message>
        <source>Kuaishou&apos;s review</source>
        <translation>快手审核</translation>
    </message>
    <message>
        <source>Kuaishou did not say where its review stands</source>
        <translation>快手没有给出审核状态</translation>
    </message>
    <message>
        <source>Kuaishou is still looking at it</source>
        <translation>快手正在审核</translation>
    </message>
    <message>
        <source>Both sides compared</source>
        <translation>两边对比</translation>
    </message>
    <message>
        <source>What the platform says</source>
        <translation>商品信息</translation>
    </message>
    <message>
        <source>Title, code, price, stock and shelf are the same on both sides</source>
        <translation>标题、编码、价格、库存、上架状态两边一致</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n 处不一致</numerusform>
        </translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>只看不一致</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>商家编码</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Shelf</source>
        <translation>上架</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>已售</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>no. {number}</source>
        <translation>编号 {number}</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>规格</translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>%n 个规格</numerusform>
        </translation>
    </message>
    <message>
        <source>No variants have been read</source>
        <translation>还没有读到规格</translation>
    </message>
    <message>
        <source>Only one side names variants: nothing to compare</source>
        <translation>只有一边给出规格，无法对比</translation>
    </message>
    <message>
        <source>Prices and stocks of all variants are the same on both sides</source>
        <translation>所有规格的价格、库存两边一致</translation>
    </message>
    <message>
        <source>Why they are linked</source>
        <translation>为什么关联</translation>
    </message>
    <message>
        <source>Why it is not linked</source>
        <translation>为什么没有关联</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>已关联</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysStep</name>
    <message>
        <source>Open platform · own app</source>
        <translation>快手开放平台 · 商家自用应用</translation>
    </message>
    <message>
        <source>Youzan Cloud · own-use app</source>
        <translation>有赞云 · 自用型应用</translation>
    </message>
    <message>
        <source>Leave empty to keep what is stored</source>
        <translation>留空则沿用已保存的</translation>
    </message>
    <message>
        <source>Callback address</source>
        <translation>回调地址</translation>
    </message>
    <message>
        <source>Shop&apos;s kdt_id</source>
        <translation>店铺 kdt_id</translation>
    </message>
    <message>
        <source>Service address</source>
        <translation>服务地址</translation>
    </message>
    <message>
        <source>Advanced: service address</source>
        <translation>高级：服务地址</translation>
    </message>
    <message>
        <source>Just paste it; blanks around it are dropped</source>
        <translation>粘贴即可，首尾空格自动去掉</translation>
    </message>
    <message>
        <source>As it is stored with the app on the platform; begins with https://</source>
        <translation>须与平台登记的一致，并以 https:// 开头</translation>
    </message>
    <message>
        <source>In the shop&apos;s console under Settings › Shop</source>
        <translation>在有赞店铺后台 › 设置 › 店铺信息中查看</translation>
    </message>
    <message>
        <source>Only for a sandbox; secrets are sent there</source>
        <translation>仅接沙箱时修改；密钥会发往这个地址</translation>
    </message>
    <message>
        <source>Copy them from Kuaishou&apos;s open platform › App management › App details</source>
        <translation>在 快手开放平台 › 应用管理 › 应用信息 中复制</translation>
    </message>
    <message>
        <source>An app of the merchant&apos;s own; it may only be used for shops of the same company</source>
        <translation>商家自用应用，只能用于同一主体的店铺</translation>
    </message>
    <message>
        <source>Copy them from Youzan Cloud&apos;s console › App › Credentials</source>
        <translation>在 有赞云控制台 › 应用 › 凭证 中复制</translation>
    </message>
    <message>
        <source>An own-use app of your own; the tokens come without a browser and renew by themselves</source>
        <translation>自用型应用不经过浏览器，直接换取令牌并自动续期</translation>
    </message>
</context>
<context>
    <name>Knot</name>
    <message>
        <source>Paired</source>
        <translation>已配对</translation>
    </message>
    <message>
        <source>Not paired</source>
        <translation>未配对</translation>
    </message>
</context>
<context>
    <name>LeafPane</name>
    <message>
        <source>Search Kuaishou&apos;s leaves</source>
        <translation>搜索快手叶子类目</translation>
    </message>
    <message>
        <source>Only these goods</source>
        <translation>仅此商品</translation>
    </message>
    <message>
        <source>All alike</source>
        <translation>全部同类</translation>
    </message>
    <message>
        <source>Also those that are in another leaf</source>
        <translation>连同已在其他类目的商品</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Without a Youzan category</source>
        <translation>没有有赞类目</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Kuaishou&apos;s categories were not read yet</source>
        <translation>还没有读取快手类目，请先点“读取类目”</translation>
    </message>
    <message>
        <source>{n} leaves found</source>
        <translation>找到 {n} 个类目</translation>
    </message>
    <message>
        <source>Suggested, the likeliest first</source>
        <translation>推荐类目，最可能的在前</translation>
    </message>
    <message>
        <source>None suggested</source>
        <translation>没有推荐，请搜索</translation>
    </message>
    <message>
        <source>Not open to this shop</source>
        <translation>店铺尚未开通</translation>
    </message>
    <message>
        <source>Choose a leaf to see what it would change</source>
        <translation>选择一个类目，先看会改动多少</translation>
    </message>
    <message>
        <source>Only these goods are changed</source>
        <translation>只改这件商品</translation>
    </message>
    <message>
        <source>Goods without a Youzan category are like no others: choose for each by itself</source>
        <translation>没有有赞类目的商品不能按同类处理，请逐件选择</translation>
    </message>
    <message>
        <source>{change} changed, {same} are there already, {kept} in another leaf stay</source>
        <translation>将改 {change} 件，{same} 件已是该类目，{kept} 件在其他类目、保持不变</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Reading the shops goes on meanwhile</source>
        <translation>锁定期间，店铺数据照常同步</translation>
    </message>
    <message>
        <source>Orders, buyers and figures are out of sight until somebody comes in</source>
        <translation>解锁之前，订单、买家和经营数据都不显示</translation>
    </message>
    <message>
        <source>This only keeps passers-by from reading along: nobody was named on this computer, so Enter unlocks. With people and PINs (Settings › People and rights) it stays shut.</source>
        <translation>这台电脑还没有设置人员，按回车键即可解锁，只能防止旁人看到。需要密码保护，请在“设置 › 人员与权限”中添加人员。</translation>
    </message>
    <message>
        <source>PIN of {name}</source>
        <translation>{name} 的密码</translation>
    </message>
    <message>
        <source>This computer kept no PIN of {name}: Enter unlocks. Set one in Settings › People and rights.</source>
        <translation>本机没有保存 {name} 的密码，按回车键即可解锁。请在“设置 › 人员与权限”中重新设置。</translation>
    </message>
</context>
<context>
    <name>MappingBar</name>
    <message>
        <source>Category mapping</source>
        <translation>类目映射</translation>
    </message>
    <message>
        <source>Categories are mapped once both shops are bound</source>
        <translation>绑定快手和有赞店铺后才能映射类目</translation>
    </message>
</context>
<context>
    <name>MappingDialog</name>
    <message>
        <source>Category mapping</source>
        <translation>类目映射</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Youzan category, goods or leaf</source>
        <translation>有赞类目、商品或快手类目</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Not mapped</source>
        <translation>未映射</translation>
    </message>
    <message>
        <source>Read categories</source>
        <translation>读取类目</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Youzan category</source>
        <translation>有赞类目</translation>
    </message>
    <message>
        <source>Kuaishou leaf</source>
        <translation>快手叶子类目</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>No goods</source>
        <translation>没有商品</translation>
    </message>
    <message>
        <source>{first}–{last} of {total} kinds</source>
        <translation>第 {first}–{last} 类 · 共 {total} 类</translation>
    </message>
    <message>
        <source>What is chosen here is kept on this computer for checks and publishing; no goods are changed</source>
        <translation>这里的选择只保存在本机，用于检查和发布，不会改动平台上的商品</translation>
    </message>
    <message>
        <source>{n} goods at Youzan · {mapped} mapped · {left} not</source>
        <translation>有赞商品 {n} 件 · 已映射 {mapped} · 未映射 {left}</translation>
    </message>
    <message>
        <source>categories were never read</source>
        <translation>还没有读取过类目</translation>
    </message>
    <message>
        <source>{n} leaves, read {time}</source>
        <translation>快手叶子类目 {n} 个，读取于 {time}</translation>
    </message>
    <message>
        <source>Without a Youzan category</source>
        <translation>没有有赞类目</translation>
    </message>
    <message>
        <source>{n} goods</source>
        <translation>{n} 件商品</translation>
    </message>
    <message>
        <source>and {n} other leaves</source>
        <translation>另有 {n} 个类目</translation>
    </message>
    <message>
        <source>Mapped</source>
        <translation>已映射</translation>
    </message>
    <message>
        <source>In part</source>
        <translation>部分映射</translation>
    </message>
    <message>
        <source>{n} rows written to {name}</source>
        <translation>已写入 {n} 行：{name}</translation>
    </message>
    <message>
        <source>{change} goods change their leaf, {same} rows change nothing, {bad} rows cannot be used</source>
        <translation>{change} 件商品会改类目，{same} 行无变化，{bad} 行不能用</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>还有 {n} 条</translation>
    </message>
    <message>
        <source>Import this sheet?</source>
        <translation>导入这份表格？</translation>
    </message>
    <message>
        <source>Row {row}: no goods have the Youzan ID {said}</source>
        <translation>第 {row} 行：没有有赞商品ID为 {said} 的商品</translation>
    </message>
    <message>
        <source>Row {row}: {said} stands in the sheet twice</source>
        <translation>第 {row} 行：{said} 重复出现</translation>
    </message>
    <message>
        <source>Row {row}: there is no Kuaishou category {said}</source>
        <translation>第 {row} 行：快手没有类目 {said}</translation>
    </message>
    <message>
        <source>Row {row}: {said} is not a leaf category</source>
        <translation>第 {row} 行：{said} 不是叶子类目</translation>
    </message>
</context>
<context>
    <name>NewName</name>
    <message>
        <source>Rename {name}</source>
        <translation>修改“{name}”的姓名</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
</context>
<context>
    <name>NewPin</name>
    <message>
        <source>Another PIN for {name}</source>
        <translation>修改“{name}”的密码</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Present PIN</source>
        <translation>当前密码</translation>
    </message>
</context>
<context>
    <name>NextLive</name>
    <message>
        <source>Next broadcast</source>
        <translation>下一场直播</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>尚未接入</translation>
    </message>
    <message>
        <source>No broadcast plan is connected yet. What will stand here:</source>
        <translation>直播计划尚未接入。接入后这里会显示：</translation>
    </message>
    <message>
        <source>time, title and host of the next show</source>
        <translation>下一场的时间、主题和主播</translation>
    </message>
    <message>
        <source>what is ready and what is not</source>
        <translation>开播准备进度与未完成项</translation>
    </message>
    <message>
        <source>goods short of stock for tonight</source>
        <translation>今晚库存不足的商品</translation>
    </message>
    <message>
        <source>no number is shown until then</source>
        <translation>接入前不显示任何数字</translation>
    </message>
    <message>
        <source>About Live</source>
        <translation>了解直播</translation>
    </message>
</context>
<context>
    <name>OrderDrawer</name>
    <message>
        <source>↑↓ next row · Esc closes</source>
        <translation>↑↓ 换一笔 · Esc 关闭</translation>
    </message>
    <message>
        <source>Copy both numbers</source>
        <translation>复制两个单号</translation>
    </message>
</context>
<context>
    <name>OrderFilters</name>
    <message>
        <source>Number / waybill / goods / buyer / note</source>
        <translation>单号 / 运单 / 商品 / 买家 / 备注</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>近 7 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>近 30 天</translation>
    </message>
    <message>
        <source>Paid: </source>
        <translation>支付时间：</translation>
    </message>
    <message>
        <source>Mapping: </source>
        <translation>映射：</translation>
    </message>
    <message>
        <source>within 6 hours</source>
        <translation>6 小时内</translation>
    </message>
    <message>
        <source>Ship by: </source>
        <translation>发货时限：</translation>
    </message>
    <message>
        <source>waiting for you</source>
        <translation>待我处理</translation>
    </message>
    <message>
        <source>After-sale: </source>
        <translation>售后：</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>清除筛选</translation>
    </message>
</context>
<context>
    <name>OrderHead</name>
    <message>
        <source>Copy the number on {platform}</source>
        <translation>复制{platform}单号</translation>
    </message>
</context>
<context>
    <name>OrderSheet</name>
    <message>
        <source>Discount {money}</source>
        <translation>优惠 {money}</translation>
    </message>
    <message>
        <source>Postage {money}</source>
        <translation>运费 {money}</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>应付</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>实付</translation>
    </message>
    <message>
        <source>Both amounts</source>
        <translation>两边金额</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>Ship to</source>
        <translation>收货地址</translation>
    </message>
    <message>
        <source>Only one side is known</source>
        <translation>只知道一边</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Kuaishou = Youzan</source>
        <translation>快手 = 有赞</translation>
    </message>
    <message>
        <source>{money} apart</source>
        <translation>相差 {money}</translation>
    </message>
    <message>
        <source>Youzan {money}</source>
        <translation>有赞 {money}</translation>
    </message>
    <message>
        <source>Why it is mapped like this</source>
        <translation>为什么这样映射</translation>
    </message>
    <message>
        <source>Confidence {share} · from {threshold} it is linked by itself, below it you are asked</source>
        <translation>可信度 {share} · 达到 {threshold} 自动关联，低于它会问您</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 种</numerusform>
        </translation>
    </message>
    <message>
        <source>The platform named no goods</source>
        <translation>平台没有给出商品</translation>
    </message>
    <message>
        <source>Parcels</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Copy the waybill number</source>
        <translation>复制运单号</translation>
    </message>
    <message>
        <source>No waybill number yet</source>
        <translation>未取号</translation>
    </message>
    <message>
        <source>No parcel is known</source>
        <translation>还没有包裹</translation>
    </message>
    <message>
        <source>After-sale</source>
        <translation>售后</translation>
    </message>
    <message>
        <source>answer by {time}</source>
        <translation>请在 {time} 前处理</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>卖家</translation>
    </message>
    <message>
        <source>No notes</source>
        <translation>没有备注</translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>No orders</source>
        <translation>没有订单</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>{first}–{last} of {total} orders</source>
        <translation>第 {first}–{last} 笔 · 共 {total} 笔</translation>
    </message>
    <message>
        <source>Order list</source>
        <translation>订单列表</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>复制单号</translation>
    </message>
    <message>
        <source>{n} orders</source>
        <translation>{n} 笔订单</translation>
    </message>
    <message>
        <source>Kuaishou and Youzan merged by mapping</source>
        <translation>快手与有赞按映射合并</translation>
    </message>
    <message>
        <source>{n} fetched so far · what has arrived is shown and can be worked with</source>
        <translation>已取到 {n} 笔 · 到一笔显示一笔，可以先处理</translation>
    </message>
    <message>
        <source>First sync is running</source>
        <translation>首次同步进行中</translation>
    </message>
    <message>
        <source>No shop is bound yet</source>
        <translation>还没有绑定店铺</translation>
    </message>
    <message>
        <source>Orders appear here once both shops are bound</source>
        <translation>绑定两边店铺后，订单会出现在这里</translation>
    </message>
    <message>
        <source>Go to accounts</source>
        <translation>去绑定账号</translation>
    </message>
    <message>
        <source>No order fits</source>
        <translation>没有符合的订单</translation>
    </message>
    <message>
        <source>Search and filters leave nothing of this tab</source>
        <translation>当前搜索和筛选条件下没有订单</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>No order waits for payment</source>
        <translation>没有待付款订单</translation>
    </message>
    <message>
        <source>No order waits to be shipped</source>
        <translation>没有待发货订单</translation>
    </message>
    <message>
        <source>No order is on its way</source>
        <translation>没有已发货订单</translation>
    </message>
    <message>
        <source>No completed orders</source>
        <translation>没有已完成订单</translation>
    </message>
    <message>
        <source>No closed orders</source>
        <translation>没有已关闭订单</translation>
    </message>
    <message>
        <source>No order is in after-sale</source>
        <translation>没有售后中的订单</translation>
    </message>
    <message>
        <source>Every order has its trade</source>
        <translation>每笔订单都有对应，没有映射异常</translation>
    </message>
    <message>
        <source>in all {money}</source>
        <translation>合计 {money}</translation>
    </message>
    <message numerus="yes">
        <source>%n orders copied</source>
        <translation>
            <numerusform>已复制 %n 笔订单的单号</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutageCard</name>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
    <message>
        <source>Package…</source>
        <translation>套餐…</translation>
    </message>
</context>
<context>
    <name>OutboxButton</name>
    <message>
        <source>Outbox: {n} under way</source>
        <translation>待发送：{n} 条在途</translation>
    </message>
    <message>
        <source>, {n} need you</source>
        <translation>，{n} 条需要你</translation>
    </message>
    <message>
        <source>, paused</source>
        <translation>，已暂停</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>待发送</translation>
    </message>
</context>
<context>
    <name>OutboxPanel</name>
    <message>
        <source>Pause all</source>
        <translation>全部暂停</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>需要你</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Ctrl+Z takes the last one back</source>
        <translation>Ctrl+Z 撤销最近一条</translation>
    </message>
    <message>
        <source>One command an object at a time; it is done once the platform was read back and agrees.</source>
        <translation>同一对象一次只发一条；平台确认并回读一致后才算完成。</translation>
    </message>
    <message>
        <source>{n} under way · {done} done today</source>
        <translation>{n} 条在途 · 今日已完成 {done} 条</translation>
    </message>
    <message>
        <source>Nothing is on its way</source>
        <translation>没有在途的修改</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>没有需要你处理的</translation>
    </message>
    <message>
        <source>Nothing was sent today</source>
        <translation>还没有发送过</translation>
    </message>
    <message>
        <source>Nothing was taken back</source>
        <translation>没有撤销过</translation>
    </message>
    <message>
        <source>What you push to a platform goes through here first</source>
        <translation>推送到平台的每一处修改都会先经过这里</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>继续发送</translation>
    </message>
    <message>
        <source>Sending is paused</source>
        <translation>发送已暂停</translation>
    </message>
    <message>
        <source>{n} are held until you go on; what was sent is still read back</source>
        <translation>{n} 条等待继续；已发出的仍会回读</translation>
    </message>
    <message numerus="yes">
        <source>Take back all %n waiting</source>
        <translation>
            <numerusform>撤销全部排队 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits that could be taken back</source>
        <translation>没有可以撤销的排队</translation>
    </message>
</context>
<context>
    <name>PackageDialog</name>
    <message>
        <source>What was bought for “{shop}”</source>
        <translation>「{shop}」购买的套餐</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The platform tells programs neither. Entered here, they make it possible to foresee the day on which this shop stops.</source>
        <translation>平台不会把这两项告诉程序。在这里填写后，才能预计该店铺哪一天会停止。</translation>
    </message>
    <message>
        <source>Calls bought, anew each month</source>
        <translation>每月可用调用次数</translation>
    </message>
    <message>
        <source>Paid until (year-month-day)</source>
        <translation>服务到期日（年-月-日）</translation>
    </message>
    <message>
        <source>Kuaishou sells no calls and publishes no allowance</source>
        <translation>快手不出售调用量，也没有公布额度</translation>
    </message>
    <message>
        <source>A whole number of calls, such as 2000000</source>
        <translation>请填整数次数，例如 2000000</translation>
    </message>
    <message>
        <source>A date such as 2027-06-30</source>
        <translation>请填日期，例如 2027-06-30</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Add a person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>People and rights</source>
        <translation>人员与权限</translation>
    </message>
    <message>
        <source>Only an owner binds, pairs, parts and erases shops, turns their switches, and changes this list. A clerk does everything else and may sign in to a bound shop again. PINs keep colleagues apart at this window; they are kept as hashes in the system&apos;s key store and never in the file. Whoever may use this computer&apos;s account and its files is not stopped by them.</source>
        <translation>只有店主可以绑定、配对、拆分、解绑店铺和删除店铺数据，修改店铺开关和这份名单。其他操作店员都可以做，也可以为已绑定的店铺重新登录。密码用来在这个窗口区分同事，只以哈希值保存在系统钥匙串里，不写入数据文件；能登录这台电脑并读取其文件的人，密码拦不住。</translation>
    </message>
    <message>
        <source>Nobody is named: whoever opens the window is the owner, and no PIN is asked for.</source>
        <translation>还没有设置人员：打开窗口的人就是店主，不需要密码。</translation>
    </message>
    <message>
        <source>Whoever comes in stands in the record of what is done.</source>
        <translation>每项操作都会记录操作人。</translation>
    </message>
    <message>
        <source>This computer offers no key store</source>
        <translation>这台电脑没有可用的系统钥匙串</translation>
    </message>
    <message>
        <source>PINs are kept until the program closes; after that anybody on the list comes in without one</source>
        <translation>密码只保留到程序关闭；之后名单上的人员无需密码即可进入</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>Permitting</name>
    <message>
        <source>Stop testing ({n} of {all})</source>
        <translation>停止自检（{n} / {all}）</translation>
    </message>
    <message>
        <source>Test all</source>
        <translation>全部自检</translation>
    </message>
    <message>
        <source>No browser was found; the page is {page}</source>
        <translation>没有找到浏览器；页面地址：{page}</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>Role of {name}</source>
        <translation>{name} 的角色</translation>
    </message>
    <message>
        <source>Change PIN…</source>
        <translation>修改密码…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>改名…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>at this window now</source>
        <translation>正在使用本窗口</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Push preview</source>
        <translation>推送预览</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>推送</translation>
    </message>
    <message>
        <source>Push all the same…</source>
        <translation>仍要推送…</translation>
    </message>
    <message>
        <source>To update</source>
        <translation>将更新</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n 个字段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not pass</source>
        <translation>
            <numerusform>%n 处未通过检查</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} in step</source>
        <translation>{n} 处已一致</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>将跳过</translation>
    </message>
    <message>
        <source>cannot be undone</source>
        <translation>不可撤销</translation>
    </message>
    <message>
        <source>no variant is lost</source>
        <translation>规格不会减少</translation>
    </message>
    <message>
        <source>Variants deleted</source>
        <translation>会删除规格</translation>
    </message>
    <message>
        <source>each read before and after</source>
        <translation>发送前后各回读一次</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>预计调用</translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) did not pass and are left out</source>
        <translation>
            <numerusform>%n 处价格未通过检查，已自动剔除</numerusform>
        </translation>
    </message>
    <message>
        <source>An owner may push them with a reason, which goes into the audit.</source>
        <translation>店主可填写理由后强制推送，理由记入审计。</translation>
    </message>
    <message>
        <source>Why these prices are wanted all the same</source>
        <translation>为什么仍要按这个价格推送</translation>
    </message>
    <message>
        <source>A deleted variant does not come back, neither does its stock.</source>
        <translation>删除的规格和它的库存都无法恢复。</translation>
    </message>
    <message>
        <source>Only what changes is sent · can be taken back for {n} s</source>
        <translation>只发送改动的字段 · 点击后 {n} 秒内可撤销</translation>
    </message>
    <message>
        <source>Type the number of changes to confirm: {phrase}</source>
        <translation>请输入改动数量以确认：{phrase}</translation>
    </message>
    <message>
        <source>Variants will be deleted. Type to confirm: {phrase}</source>
        <translation>将删除规格，请输入以确认：{phrase}</translation>
    </message>
    <message numerus="yes">
        <source>Push %n change(s)</source>
        <translation>
            <numerusform>推送 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing can be pushed</source>
        <translation>没有可以推送的改动</translation>
    </message>
    <message>
        <source>Type “{phrase}” first</source>
        <translation>请先输入“{phrase}”</translation>
    </message>
</context>
<context>
    <name>ProductsPage</name>
    <message>
        <source>No goods</source>
        <translation>没有商品</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>{first}–{last} of {total} goods</source>
        <translation>第 {first}–{last} 件 · 共 {total} 件</translation>
    </message>
    <message>
        <source>Goods list</source>
        <translation>商品列表</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy merchant codes</source>
        <translation>复制商家编码</translation>
    </message>
    <message>
        <source>{n} goods</source>
        <translation>{n} 件商品</translation>
    </message>
    <message>
        <source>Kuaishou and Youzan matched by merchant code</source>
        <translation>快手与有赞按商家编码关联</translation>
    </message>
    <message>
        <source>{n} fetched so far · both shops are compared once all goods are here</source>
        <translation>已拉取 {n} 件 · 两边都读完后开始比对关联</translation>
    </message>
    <message>
        <source>First sync is running</source>
        <translation>首次同步进行中</translation>
    </message>
    <message>
        <source>No shop is bound yet</source>
        <translation>还没有绑定店铺</translation>
    </message>
    <message>
        <source>Goods appear here once both shops are bound</source>
        <translation>绑定两边店铺后，商品会显示在这里</translation>
    </message>
    <message>
        <source>Go to accounts</source>
        <translation>去账号</translation>
    </message>
    <message>
        <source>No goods fit</source>
        <translation>没有符合的商品</translation>
    </message>
    <message>
        <source>Search and filters leave nothing of this tab</source>
        <translation>当前标签下没有符合搜索和筛选的商品</translation>
    </message>
    <message>
        <source>Nothing to confirm</source>
        <translation>没有待确认的关联</translation>
    </message>
    <message>
        <source>Goods with one equal code are linked by themselves; others are not suggested yet</source>
        <translation>编码相同且唯一的商品已自动关联；其余商品暂不给出关联建议</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Both shops are compared once all their goods have been read</source>
        <translation>两边店铺的商品都读完后才会比对</translation>
    </message>
    <message>
        <source>No goods are linked</source>
        <translation>没有已关联的商品</translation>
    </message>
    <message>
        <source>No merchant code is in conflict</source>
        <translation>没有编码冲突的商品</translation>
    </message>
    <message>
        <source>All goods of Youzan are at Kuaishou, too</source>
        <translation>有赞的商品在快手都有</translation>
    </message>
    <message>
        <source>All goods of Kuaishou are at Youzan, too</source>
        <translation>快手的商品在有赞都有</translation>
    </message>
    <message>
        <source>The platform turned nothing down</source>
        <translation>没有被平台驳回的商品</translation>
    </message>
    <message>
        <source>None of these goods has a merchant code</source>
        <translation>所选商品都没有商家编码</translation>
    </message>
    <message numerus="yes">
        <source>%n merchant code(s) copied</source>
        <translation>
            <numerusform>已复制 %n 个商家编码</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProofCard</name>
    <message>
        <source>Proof of today</source>
        <translation>今日对账证明</translation>
    </message>
    <message>
        <source>See the proof</source>
        <translation>看证明</translation>
    </message>
    <message>
        <source>of {n} orders matched one to one</source>
        <translation>{n} 笔一一对应</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>尚未同步</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>off by {money}</source>
        <translation>差 {money}</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>待出数</translation>
    </message>
    <message>
        <source>One side only</source>
        <translation>仅一侧店铺</translation>
    </message>
    <message>
        <source>{n} open</source>
        <translation>待处理 {n}</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>暂无订单</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>全部对上</translation>
    </message>
    <message>
        <source>Proof of yesterday</source>
        <translation>昨日对账证明</translation>
    </message>
    <message>
        <source>Proof of 7 days</source>
        <translation>近 7 天对账证明</translation>
    </message>
    <message>
        <source>Proof of 30 days</source>
        <translation>近 30 天对账证明</translation>
    </message>
    <message>
        <source>Paid {span}</source>
        <translation>支付时间 {span}</translation>
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
    <name>PushBar</name>
    <message>
        <source>Stock in step</source>
        <translation>对齐库存</translation>
    </message>
    <message>
        <source>Price from Youzan</source>
        <translation>快手价取有赞</translation>
    </message>
    <message>
        <source>Price from Kuaishou</source>
        <translation>有赞价取快手</translation>
    </message>
    <message>
        <source>Rules for pushing</source>
        <translation>推送规则</translation>
    </message>
</context>
<context>
    <name>Pusher</name>
    <message>
        <source>Everything is in step already</source>
        <translation>已全部一致，无需推送</translation>
    </message>
    <message>
        <source>Last push: {done} of {all} done</source>
        <translation>最近一次推送：已完成 {done} / {all}</translation>
    </message>
    <message>
        <source>{n} waiting</source>
        <translation>{n} 处待发送</translation>
    </message>
    <message>
        <source>{n} sending</source>
        <translation>{n} 处发送中</translation>
    </message>
    <message>
        <source>{n} being read back</source>
        <translation>{n} 处回读中</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>{n} 处失败</translation>
    </message>
    <message>
        <source>{n} taken back</source>
        <translation>{n} 处已撤销</translation>
    </message>
    <message>
        <source>Push the failed again</source>
        <translation>失败的再推一次</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>收起</translation>
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
    <name>RailUser</name>
    <message>
        <source>Owner</source>
        <translation>店主</translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation>未设置人员</translation>
    </message>
    <message>
        <source>Lock or switch the person</source>
        <translation>锁定或切换人员</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>People and rights</source>
        <translation>人员与权限</translation>
    </message>
    <message>
        <source>Name people and set PINs</source>
        <translation>设置人员和密码</translation>
    </message>
</context>
<context>
    <name>ReasonBar</name>
    <message>
        <source>Failed by</source>
        <translation>失败原因</translation>
    </message>
    <message>
        <source>All causes</source>
        <translation>全部原因</translation>
    </message>
    <message>
        <source>Last 7 days: {found} found, {fixed} fixed · {left} left</source>
        <translation>近 7 天：发现 {found} 次，修好 {fixed} 次 · 还剩 {left} 件</translation>
    </message>
    <message>
        <source>Counted here since {day}: {found} found, {fixed} fixed · {left} left</source>
        <translation>自 {day} 起统计：发现 {found} 次，修好 {fixed} 次 · 还剩 {left} 件</translation>
    </message>
</context>
<context>
    <name>RehearsalCard</name>
    <message>
        <source>Rehearse overselling</source>
        <translation>超卖演练</translation>
    </message>
    <message>
        <source>Sold in the last {days} days: {kuaishou} at Kuaishou, {youzan} at Youzan</source>
        <translation>近 {days} 天售出：快手 {kuaishou} 件，有赞 {youzan} 件</translation>
    </message>
</context>
<context>
    <name>RehearsalDialog</name>
    <message>
        <source>Rehearse overselling</source>
        <translation>超卖演练</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The only variant</source>
        <translation>唯一规格</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>开始演练</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>Stock at the start of a day</source>
        <translation>每天开始时的库存</translation>
    </message>
    <message>
        <source>pieces</source>
        <translation>件</translation>
    </message>
    <message>
        <source>Both shops are told every</source>
        <translation>两边库存同步间隔</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Buffer</source>
        <translation>安全库存</translation>
    </message>
    <message>
        <source>Each day on which any was sold in the last {days} days is replayed as if it had begun with</source>
        <translation>近 {days} 天里每个有销量的日子都按上面的库存重放一遍；</translation>
    </message>
    <message>
        <source>this stock; what was really there at the time is not on record. Nothing is changed.</source>
        <translation>当时的真实库存没有记录。演练不会改动任何数据。</translation>
    </message>
    <message>
        <source>{n} days with sales</source>
        <translation>有销量的日子：{n} 天</translation>
    </message>
    <message>
        <source>Nothing of this variant was sold</source>
        <translation>这个规格没有卖出过</translation>
    </message>
    <message>
        <source>The gap is 1 second to a day</source>
        <translation>间隔应在 1 秒到 1 天之间</translation>
    </message>
    <message>
        <source>Replaying…</source>
        <translation>正在重放…</translation>
    </message>
    <message>
        <source>With a buffer of {buffer} none of {days} days oversells (95% sure: under {high})</source>
        <translation>安全库存 {buffer} 件时，{days} 天里没有一天超卖（95% 把握：低于 {high}）</translation>
    </message>
    <message>
        <source>With a buffer of {buffer} {risk} of {days} days oversell (95% sure: {low} to {high})</source>
        <translation>安全库存 {buffer} 件时，{days} 天里有 {risk} 会超卖（95% 把握：{low} 到 {high}）</translation>
    </message>
    <message>
        <source>{expected} pieces a day on average, {worst} at worst</source>
        <translation>平均每天超卖 {expected} 件，最多一次 {worst} 件</translation>
    </message>
    <message>
        <source>Advised: {buffer}; at most {risk}% of days oversell, {unsold} pieces a day go unsold</source>
        <translation>建议安全库存 {buffer} 件：超卖的日子不超过 {risk}%，平均每天少卖 {unsold} 件</translation>
    </message>
    <message>
        <source>So few days prove this of no buffer: take it as a hint</source>
        <translation>天数太少，还不足以证明，只供参考</translation>
    </message>
    <message>
        <source>95% sure with {buffer}</source>
        <translation>要有 95% 把握，需要 {buffer} 件</translation>
    </message>
</context>
<context>
    <name>RemovePerson</name>
    <message>
        <source>Remove {name}</source>
        <translation>移除“{name}”</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>{name} cannot come in any more, and the PIN is deleted. What was done under this name stays in the record. This cannot be undone; the person can be added anew.</source>
        <translation>“{name}”将无法再进入，密码一并删除；以这个姓名做过的操作仍保留在记录里。此操作无法撤销，需要时可以重新添加。</translation>
    </message>
    <message>
        <source>Type the name to confirm: {name}</source>
        <translation>输入姓名以确认：{name}</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>Rules for pushing</source>
        <translation>推送规则</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>A price further from the other shop&apos;s than this is held back</source>
        <translation>与对侧价差超过此比例的改价会被拦下</translation>
    </message>
    <message>
        <source>Price gap</source>
        <translation>价差</translation>
    </message>
    <message>
        <source>So many pieces of Youzan&apos;s stock are not shown at Kuaishou</source>
        <translation>有赞库存中留出这么多件，不在快手显示</translation>
    </message>
    <message>
        <source>Buffer</source>
        <translation>安全库存</translation>
    </message>
    <message>
        <source>pieces</source>
        <translation>件</translation>
    </message>
    <message>
        <source>Kuaishou shows no more than this; empty: all that is available</source>
        <translation>快手最多显示这么多件；留空则显示全部可售</translation>
    </message>
    <message>
        <source>Most to show</source>
        <translation>最多显示</translation>
    </message>
    <message>
        <source>The other side&apos;s field follows and cannot be typed in</source>
        <translation>另一侧跟随，不能直接填写</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
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
        <source>People and rights</source>
        <translation>人员与权限</translation>
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
    <name>ShopCard</name>
    <message>
        <source>Sign-in ends</source>
        <translation>授权到期</translation>
    </message>
    <message>
        <source>API quota (this month)</source>
        <translation>API 配额（本月）</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>上次同步</translation>
    </message>
    <message>
        <source>Package…</source>
        <translation>套餐…</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
    <message>
        <source>Unbind…</source>
        <translation>解绑…</translation>
    </message>
    <message>
        <source>Held here: {orders} orders · {items} goods · {after_sales} after-sales</source>
        <translation>本机已存：订单 {orders} · 商品 {items} · 售后 {after_sales}</translation>
    </message>
    <message>
        <source>Bind again</source>
        <translation>重新绑定</translation>
    </message>
    <message>
        <source>Delete its data…</source>
        <translation>删除数据…</translation>
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
    <name>Steps</name>
    <message>
        <source>Step {n} of {all}: {name}</source>
        <translation>第 {n} 步，共 {all} 步：{name}</translation>
    </message>
</context>
<context>
    <name>SwitchesPanel</name>
    <message>
        <source>Switches</source>
        <translation>功能开关</translation>
    </message>
    <message>
        <source>{name} is on · saved</source>
        <translation>「{name}」已打开 · 已保存</translation>
    </message>
    <message>
        <source>{name} is off · saved</source>
        <translation>「{name}」已关闭 · 已保存</translation>
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
    <name>TierPopover</name>
    <message>
        <source>Test it first: only then is known what its platform has granted.</source>
        <translation>请先自检，才知道平台授予了哪些权限。</translation>
    </message>
    <message>
        <source>There is no higher tier.</source>
        <translation>已是最高等级。</translation>
    </message>
    <message>
        <source>Still missing for {tier}:</source>
        <translation>距离「{tier}」还缺：</translation>
    </message>
</context>
<context>
    <name>TightCard</name>
    <message>
        <source>Tight stock</source>
        <translation>库存吃紧</translation>
    </message>
    <message>
        <source>by what sold in the last 24 hours</source>
        <translation>按近 24 小时销量</translation>
    </message>
    <message>
        <source>Every variant on sale lasts another day like the last 24 hours.</source>
        <translation>按近 24 小时销量，在售规格的库存都够再卖一天。</translation>
    </message>
    <message>
        <source>Known once goods and orders have been read.</source>
        <translation>同步到商品和订单后显示。</translation>
    </message>
    <message>
        <source>{n} in all</source>
        <translation>共 {n} 件</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>快手库存</translation>
    </message>
    <message>
        <source>Sold in 24 h</source>
        <translation>24 小时售出</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>已售罄</translation>
    </message>
    <message>
        <source>Will oversell</source>
        <translation>会超卖</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>偏紧</translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message>
        <source>To ship</source>
        <extracomment>a tile → the tab it opens, and the question that its page answers with the counted rows</extracomment>
        <translation>待发货</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>即将超时</translation>
    </message>
    <message>
        <source>Sync failed</source>
        <translation>同步失败</translation>
    </message>
    <message>
        <source>After-sales</source>
        <translation>待处理售后</translation>
    </message>
    <message>
        <source>To appeal</source>
        <translation>违规待申诉</translation>
    </message>
    <message>
        <source>Sign-in ends</source>
        <translation>授权到期</translation>
    </message>
    <message>
        <source>+{n} without order</source>
        <translation>另 {n} 单无订单</translation>
    </message>
    <message>
        <source>late {time}</source>
        <translation>超时 {time}</translation>
    </message>
    <message>
        <source>+{n} unreadable</source>
        <translation>另 {n} 行读不出</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>平台未告知</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>尚未同步</translation>
    </message>
    <message>
        <source>still being read</source>
        <translation>同步未完成</translation>
    </message>
    <message>
        <source>no deadline given</source>
        <translation>平台未给时限</translation>
    </message>
    <message>
        <source>unreadable rows</source>
        <translation>无法读取的数据</translation>
    </message>
    <message>
        <source>goods refused</source>
        <translation>商品被驳回</translation>
    </message>
    <message>
        <source>not connected yet</source>
        <translation>尚未接入</translation>
    </message>
    <message>
        <source>by {time}</source>
        <translation>最早 {time}</translation>
    </message>
    <message>
        <source>{n} late</source>
        <translation>已超时 {n} 笔</translation>
    </message>
    <message>
        <source>within 6 hours</source>
        <translation>6 小时内</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已失效</translation>
    </message>
    <message>
        <source>next {day}</source>
        <translation>最近 {day}</translation>
    </message>
    <message>
        <source>renewed by itself</source>
        <translation>自动续期</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{n} s left</source>
        <translation>剩 {n} 秒</translation>
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
    <name>TrendCard</name>
    <message>
        <source>Sales trend</source>
        <translation>成交走势</translation>
    </message>
    <message>
        <source>By time</source>
        <translation>按时</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>累计</translation>
    </message>
    <message>
        <source>The curve begins once orders have been read</source>
        <translation>同步到订单后显示走势</translation>
    </message>
</context>
<context>
    <name>UnbindDialog</name>
    <message>
        <source>What stops</source>
        <translation>会停止</translation>
    </message>
    <message>
        <source>{orders} orders, {items} goods and {after_sales} after-sales read so far stay on this computer: you can look at them, search and export. Binding the shop again goes on from there.</source>
        <translation>已读取的 {orders} 笔订单、{items} 件商品、{after_sales} 笔售后仍留在这台电脑上，可以查看、搜索和导出。以后重新绑定会从这里接着同步。</translation>
    </message>
    <message>
        <source>{orders} orders, {items} goods and {after_sales} after-sales are deleted from this computer, with every link of them. This cannot be undone; the platform itself is not touched.</source>
        <translation>这台电脑上的 {orders} 笔订单、{items} 件商品、{after_sales} 笔售后及其关联会一并删除，无法撤销；平台上的数据不受影响。</translation>
    </message>
    <message>
        <source>What stays</source>
        <translation>会保留</translation>
    </message>
    <message>
        <source>Delete this shop&apos;s data from this computer, too</source>
        <translation>同时删除这家店在本机的数据</translation>
    </message>
    <message>
        <source>Type the shop&apos;s name to confirm: {shop}</source>
        <translation>输入店铺名称以确认：{shop}</translation>
    </message>
    <message>
        <source>The name is not typed yet</source>
        <translation>还没有输入店铺名称</translation>
    </message>
    <message>
        <source>Delete the data of “{shop}”</source>
        <translation>删除「{shop}」的数据</translation>
    </message>
    <message>
        <source>Unbind “{shop}”</source>
        <translation>解绑「{shop}」</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Unbind</source>
        <translation>解绑</translation>
    </message>
    <message>
        <source>Orders, goods and after-sales of this shop are not read any more; its sign-in is forgotten.</source>
        <translation>不再同步这家店的订单、商品与售后；登录凭证会被删除。</translation>
    </message>
    <message>
        <source> The pair stays, but its other shop is compared with what was read so far.</source>
        <translation>配对关系保留，另一家店只能与已读取的数据核对。</translation>
    </message>
</context>
<context>
    <name>UrgentCard</name>
    <message>
        <source>Do now</source>
        <translation>现在要做</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>还有 {n} 条</translation>
    </message>
</context>
<context>
    <name>Watch</name>
    <message>
        <source>See accounts</source>
        <translation>去账号</translation>
    </message>
</context>
<context>
    <name>_Pins</name>
    <message>
        <source>New PIN, 4 to 8 digits</source>
        <translation>新密码（4 到 8 位数字）</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>再输入一次</translation>
    </message>
</context>
<context>
    <name>_StreamLine</name>
    <message>
        <source>not read yet</source>
        <translation>尚未读取</translation>
    </message>
</context>
<context>
    <name>accounts</name>
    <message>
        <source>Kuaishou shop</source>
        <translation>快手小店</translation>
    </message>
    <message>
        <source>Youzan shop</source>
        <translation>有赞微商城</translation>
    </message>
    <message>
        <source>Shop ID {id}</source>
        <translation>店铺 ID {id}</translation>
    </message>
    <message>
        <source>kdt {id}</source>
        <translation>kdt {id}</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>已失效</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>检查中</translation>
    </message>
    <message>
        <source>Unbound</source>
        <translation>已解绑</translation>
    </message>
    <message>
        <source>Waiting for the platform</source>
        <translation>等待平台</translation>
    </message>
    <message>
        <source>Partly refused</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>Partly unreadable</source>
        <translation>部分读不懂</translation>
    </message>
    <message>
        <source>Ends soon</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>First reading</source>
        <translation>首次同步</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>{time} 起</translation>
    </message>
    <message>
        <source>Renews by itself</source>
        <translation>自动续期</translation>
    </message>
    <message>
        <source>The platform did not say</source>
        <translation>平台没有返回到期时间</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>{time} 到期</translation>
    </message>
    <message>
        <source>own-use app, no date to watch</source>
        <translation>自用型应用，无需关注到期</translation>
    </message>
    <message>
        <source>token until {time}</source>
        <translation>令牌到 {time}</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>After-sales</source>
        <translation>售后</translation>
    </message>
</context>
<context>
    <name>ahead</name>
    <message>
        <source>Not published</source>
        <translation>未公布</translation>
    </message>
    <message>
        <source>Package not entered</source>
        <translation>未填写套餐</translation>
    </message>
    <message>
        <source>expected to run out on {day}</source>
        <translation>预计 {day} 用完</translation>
    </message>
    <message>
        <source>no whole day counted yet</source>
        <translation>满一天后开始预计</translation>
    </message>
    <message>
        <source>expected to use {share} by the end</source>
        <translation>预计到期用到 {share}</translation>
    </message>
    <message>
        <source>Not counted, because not entered: the package of {shops}.</source>
        <translation>未计入（未填写）：{shops}的套餐。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{shop}: the sign-in has ended</source>
        <translation>{shop}授权已到期</translation>
    </message>
    <message>
        <source>Nothing is known to stop by itself</source>
        <translation>目前没有已知的停止日期</translation>
    </message>
    <message>
        <source>The first to stop: {shop} on {time}, in {left}</source>
        <translation>最早停止：{shop} {time}（还有 {left}）</translation>
    </message>
    <message>
        <source>Reading what was missed since {begin}…</source>
        <translation>正在补齐 {begin} 以来的数据…</translation>
    </message>
    <message>
        <source>Missed since {begin}: read so far {rows}; still missing: {left}.</source>
        <translation>{begin} 以来缺的数据已补齐 {rows}；{left}尚未补齐。</translation>
    </message>
    <message>
        <source>What was missed from {begin} to {end} has been read: {rows}.</source>
        <translation>{begin} 至 {end} 缺的数据已补齐：{rows}。</translation>
    </message>
    <message>
        <source>{n} calls made here</source>
        <translation>本程序已调用 {n} 次</translation>
    </message>
    <message>
        <source>{stream} {n}</source>
        <translation>{stream} {n} 条</translation>
    </message>
</context>
<context>
    <name>alerts</name>
    <message>
        <source>{shop}: signed out</source>
        <translation>{shop}授权已失效</translation>
    </message>
    <message>
        <source>{shop}: not read for {time}</source>
        <translation>{shop}已有 {time}没有同步</translation>
    </message>
    <message>
        <source>Orders due within 6 hours: {n}</source>
        <translation>{n} 笔订单 6 小时内要发货</translation>
    </message>
    <message>
        <source>Orders past their ship-by time: {n}</source>
        <translation>{n} 笔订单已超过发货时限</translation>
    </message>
    <message>
        <source>the first one {time}</source>
        <translation>最早 {time}</translation>
    </message>
    <message>
        <source>{shop}: the sign-in has ended</source>
        <translation>{shop}授权已到期</translation>
    </message>
    <message>
        <source>{shop} has stopped</source>
        <translation>{shop}已停止同步</translation>
    </message>
    <message>
        <source>{shop} stops in {time}</source>
        <translation>{shop} {time}后停止同步</translation>
    </message>
</context>
<context>
    <name>checks</name>
    <message>
        <source>Category</source>
        <translation>类目映射</translation>
    </message>
    <message>
        <source>Required attributes</source>
        <translation>必填属性</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片检查</translation>
    </message>
    <message>
        <source>Price gap</source>
        <translation>价差</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>资质</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>规格覆盖</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>拦截</translation>
    </message>
    <message>
        <source>{n} checks</source>
        <translation>{n} 项</translation>
    </message>
    <message>
        <source>{n} passed</source>
        <translation>{n} 通过</translation>
    </message>
    <message>
        <source>{n} advice</source>
        <translation>{n} 建议</translation>
    </message>
    <message>
        <source>{n} warn</source>
        <translation>{n} 提醒</translation>
    </message>
    <message>
        <source>{n} block</source>
        <translation>{n} 拦截</translation>
    </message>
    <message>
        <source>{n} not checked</source>
        <translation>{n} 未检查</translation>
    </message>
    <message>
        <source>Nobody looks for letters on this computer: please look for text and marks yourself</source>
        <translation>本机没有文字识别组件，请自行查看图上有没有文字和水印</translation>
    </message>
    <message>
        <source>“Check again” reads it from Kuaishou</source>
        <translation>点右上角“重新检查”从快手读取</translation>
    </message>
    <message>
        <source>{detail} filled in</source>
        <translation>必填已填 {detail}</translation>
    </message>
    <message>
        <source>{detail} characters</source>
        <translation>字数 {detail}</translation>
    </message>
    <message>
        <source>{detail} pictures, nothing wrong</source>
        <translation>{detail} 张图片，未发现问题</translation>
    </message>
    <message>
        <source>{detail} variants compared</source>
        <translation>已比较 {detail} 个规格</translation>
    </message>
    <message>
        <source>The category asks for none</source>
        <translation>该类目没有资质要求</translation>
    </message>
    <message>
        <source>Every variant of Youzan is here</source>
        <translation>有赞的规格快手都有</translation>
    </message>
    <message>
        <source>size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>文件大小</translation>
    </message>
    <message>
        <source>format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>text and marks</source>
        <translation>文字和水印</translation>
    </message>
    <message>
        <source>edge</source>
        <translation>边缘</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Picture {n}:</source>
        <translation>图 {n}：</translation>
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
    <name>failing</name>
    <message>
        <source>Price</source>
        <translation>价差/价格</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目不匹配</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性缺失</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片违规</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>资质缺失</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>Cause unknown</source>
        <translation>原因未知</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>None: the platform said nothing</source>
        <translation>无：平台没有给出说明</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>怎么修</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Word for word</source>
        <translation>平台原话</translation>
    </message>
</context>
<context>
    <name>home</name>
    <message>
        <source>vs yesterday, same time</source>
        <translation>较昨日同时段</translation>
    </message>
    <message>
        <source>vs the day before</source>
        <translation>较前日</translation>
    </message>
    <message>
        <source>vs the 7 days before</source>
        <translation>较前 7 天</translation>
    </message>
    <message>
        <source>vs the 30 days before</source>
        <translation>较前 30 天</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Last {weekday}</source>
        <translation>上{weekday}</translation>
    </message>
    <message>
        <source>up to {time}</source>
        <translation>{time} 累计</translation>
    </message>
    <message>
        <source>¥{thousands}k</source>
        <translation>¥{wan} 万</translation>
    </message>
    <message>
        <source>Sales: {curves}</source>
        <translation>成交额：{curves}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>前日</translation>
    </message>
    <message>
        <source>7 days before</source>
        <translation>前 7 天</translation>
    </message>
    <message>
        <source>30 days before</source>
        <translation>前 30 天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>近 7 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>近 30 天</translation>
    </message>
    <message>
        <source>{shop}: the sign-in has ended</source>
        <translation>{shop}授权已失效</translation>
    </message>
    <message>
        <source>this shop is not being read</source>
        <translation>该店铺已停止同步</translation>
    </message>
    <message>
        <source>{shop}: the sign-in ends in {span}</source>
        <translation>{shop}授权 {span}后到期</translation>
    </message>
    <message>
        <source>after that orders and stock are no longer read</source>
        <translation>到期后订单与库存将停止同步</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>重新授权</translation>
    </message>
    <message>
        <source>Late already: {n} to ship</source>
        <translation>{n} 笔订单已超时未发货</translation>
    </message>
    <message>
        <source>Running late from {time} on: {n} to ship</source>
        <translation>{n} 笔订单 {time} 起陆续超时</translation>
    </message>
    <message>
        <source>After-sales that wait for your answer: {n}</source>
        <translation>{n} 笔订单的售后待处理</translation>
    </message>
    <message>
        <source>Kuaishou orders missing in Youzan: {n}</source>
        <translation>{n} 笔快手订单在有赞缺单</translation>
    </message>
    <message>
        <source>Imported trades without a Kuaishou order: {n}</source>
        <translation>{n} 笔有赞导入单找不到快手订单</translation>
    </message>
    <message>
        <source>Orders with more than one trade: {n}</source>
        <translation>{n} 笔订单在有赞重复建单</translation>
    </message>
    <message>
        <source>Orders that differ in amount: {n}</source>
        <translation>{n} 笔订单两边金额不符</translation>
    </message>
    <message>
        <source>Orders that fit several trades: {n}</source>
        <translation>{n} 笔订单有多个可能的对应单</translation>
    </message>
    <message>
        <source>Goods refused by the platform: {n}</source>
        <translation>{n} 件商品被平台驳回</translation>
    </message>
    <message>
        <source>Goods more than 10% apart in price: {n}</source>
        <translation>{n} 件商品价差超过 10%</translation>
    </message>
    <message>
        <source>Rows that could not be read: {n}</source>
        <translation>{n} 行数据无法读取</translation>
    </message>
    <message>
        <source>{n} within 6 hours, {money} in all</source>
        <translation>6 小时内到期共 {n} 笔，合计 {money}</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>去发货</translation>
    </message>
    <message>
        <source>the platform gives no deadline</source>
        <translation>平台未给出时限</translation>
    </message>
    <message>
        <source>the first is late since {time}</source>
        <translation>最早一笔 {time} 已超时</translation>
    </message>
    <message>
        <source>the first by {time}</source>
        <translation>最早 {time} 到期</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>longer than the import takes</source>
        <translation>已超过正常导入时间</translation>
    </message>
    <message>
        <source>the number they carry was not found</source>
        <translation>单上的快手单号查无此单</translation>
    </message>
    <message>
        <source>one of them would be shipped twice</source>
        <translation>可能重复发货</translation>
    </message>
    <message>
        <source>the two platforms disagree</source>
        <translation>快手与有赞金额对不上</translation>
    </message>
    <message>
        <source>nothing is guessed</source>
        <translation>不自动猜测，请人工确认</translation>
    </message>
    <message>
        <source>each with its reason</source>
        <translation>逐件附有原因</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Kuaishou against Youzan</source>
        <translation>快手价对比有赞价</translation>
    </message>
    <message>
        <source>kept as they came; everything else goes on</source>
        <translation>已原样保留，其余照常同步</translation>
    </message>
    <message>
        <source>See</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>listing</name>
    <message>
        <source>Next sync {time}</source>
        <translation>下一次同步 {time}</translation>
    </message>
</context>
<context>
    <name>orders</name>
    <message>
        <source>Kuaishou no. ↔ Youzan no.</source>
        <translation>快手单号 ↔ 有赞单号</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>映射</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>支付时间</translation>
    </message>
    <message>
        <source>Ship by</source>
        <translation>发货倒计时</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>运单</translation>
    </message>
    <message>
        <source>After-sale</source>
        <translation>售后</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>View</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>No Kuaishou order found</source>
        <translation>未找到快手订单</translation>
    </message>
    <message>
        <source>Not a Kuaishou sale</source>
        <translation>非快手订单</translation>
    </message>
    <message>
        <source>No Youzan trade found</source>
        <translation>有赞缺单</translation>
    </message>
    <message>
        <source>Several fit: to confirm</source>
        <translation>有多笔相似，待确认</translation>
    </message>
    <message>
        <source>Not paid, none due</source>
        <translation>未付款，暂不需要</translation>
    </message>
    <message>
        <source>Trade not in yet</source>
        <translation>有赞订单未到</translation>
    </message>
    <message>
        <source>{first} and {n} more</source>
        <translation>{first} 另 {n} 种</translation>
    </message>
    <message>
        <source>{n} pcs</source>
        <translation>{n} 件</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>未付款</translation>
    </message>
    <message>
        <source>placed {age}</source>
        <translation>{age}下单</translation>
    </message>
    <message>
        <source>No number yet</source>
        <translation>未取号</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>待付款</translation>
    </message>
    <message>
        <source>To ship</source>
        <translation>待发货</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>已发货</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>In after-sale</source>
        <translation>售后中</translation>
    </message>
    <message>
        <source>Mapping trouble</source>
        <translation>映射异常</translation>
    </message>
    <message>
        <source>Trade came in</source>
        <translation>订单流入有赞</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>买家下单</translation>
    </message>
    <message>
        <source>Paid {money}</source>
        <translation>付款 {money}</translation>
    </message>
    <message>
        <source>After-sale asked: {kind}</source>
        <translation>申请售后：{kind}</translation>
    </message>
    <message>
        <source>After-sale: {state}</source>
        <translation>售后：{state}</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>等待付款</translation>
    </message>
    <message>
        <source>by {time}</source>
        <translation>{time} 前</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>等待发货</translation>
    </message>
    <message>
        <source>Receipt by the buyer</source>
        <translation>等待买家收货</translation>
    </message>
    <message>
        <source>Nothing known on this side</source>
        <translation>这一边没有记录</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>已映射</translation>
    </message>
    <message>
        <source>Not due</source>
        <translation>未到期</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺单</translation>
    </message>
    <message>
        <source>Stray trade</source>
        <translation>多出</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Amount off</source>
        <translation>金额不符</translation>
    </message>
    <message>
        <source>Youzan only</source>
        <translation>仅有赞</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>未比对</translation>
    </message>
    <message>
        <source>Risk hold</source>
        <translation>风控</translation>
    </message>
    <message>
        <source>Held by platform</source>
        <translation>平台暂扣</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>暂缓</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收货</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Refund only</source>
        <translation>仅退款</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退货退款</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>换货</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Waits for your answer</source>
        <translation>待您处理</translation>
    </message>
    <message>
        <source>Refused by you</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Buyer is to send it back</source>
        <translation>待买家寄回</translation>
    </message>
    <message>
        <source>On its way back to you</source>
        <translation>待您验收</translation>
    </message>
    <message>
        <source>On its way to the buyer</source>
        <translation>换货已寄出</translation>
    </message>
    <message>
        <source>The platform decides</source>
        <translation>平台介入</translation>
    </message>
    <message>
        <source>Being refunded</source>
        <translation>退款中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>No reason given</source>
        <translation>未填写原因</translation>
    </message>
    <message>
        <source>Reason code {code}</source>
        <translation>原因代码 {code}</translation>
    </message>
    <message>
        <source>The Youzan trade carries the Kuaishou number</source>
        <translation>有赞订单带有快手单号</translation>
    </message>
    <message>
        <source>pay time</source>
        <translation>支付时间</translation>
    </message>
    <message>
        <source>merchant code</source>
        <translation>商家编码</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>buyer&apos;s note</source>
        <translation>买家留言</translation>
    </message>
    <message>
        <source>Agree: {parts}</source>
        <translation>一致：{parts}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Sold in the Youzan shop itself: there is no Kuaishou order to look for</source>
        <translation>有赞店铺自己的订单，没有对应的快手订单</translation>
    </message>
    <message>
        <source>Not compared yet; it will be after the next sync</source>
        <translation>尚未比对，下一次同步后会比对</translation>
    </message>
    <message>
        <source>Linked by hand</source>
        <translation>人工关联</translation>
    </message>
    <message>
        <source>Not paid: no Youzan trade is due</source>
        <translation>未付款，有赞还不会有订单</translation>
    </message>
    <message>
        <source>Paid a moment ago; the Youzan trade may take {n} min</source>
        <translation>刚付款，有赞订单最多 {n} 分钟内到</translation>
    </message>
    <message>
        <source>Paid more than {n} min ago, and Youzan still has no trade for it</source>
        <translation>付款已超过 {n} 分钟，有赞仍然没有对应订单</translation>
    </message>
    <message>
        <source>An imported trade whose Kuaishou order was not found</source>
        <translation>从快手流入的订单，但找不到对应的快手订单</translation>
    </message>
    <message>
        <source>Several trades fit about equally well; nothing is guessed, please confirm</source>
        <translation>有几笔有赞订单相似，系统不猜，请您确认</translation>
    </message>
    <message>
        <source>More than one Youzan trade belongs to this order</source>
        <translation>这笔订单在有赞有不止一笔</translation>
    </message>
    <message>
        <source>The same sale, but the amounts differ</source>
        <translation>是同一笔，但两边金额不同</translation>
    </message>
    <message>
        <source>Red flag</source>
        <translation>红旗</translation>
    </message>
    <message>
        <source>Yellow flag</source>
        <translation>黄旗</translation>
    </message>
    <message>
        <source>Green flag</source>
        <translation>绿旗</translation>
    </message>
    <message>
        <source>Blue flag</source>
        <translation>蓝旗</translation>
    </message>
    <message>
        <source>Purple flag</source>
        <translation>紫旗</translation>
    </message>
    <message>
        <source>Grey flag</source>
        <translation>灰旗</translation>
    </message>
</context>
<context>
    <name>outbox</name>
    <message>
        <source>Needs you</source>
        <translation>需要你</translation>
    </message>
    <message>
        <source>Outcome unknown · read back first, never resent</source>
        <translation>结果未知 · 先回读再决定，不会重发</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>Waiting · can be taken back until it is sent</source>
        <translation>排队中 · 发出前都可撤销</translation>
    </message>
    <message>
        <source>Done · newest first</source>
        <translation>已完成 · 最近的在前</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Price {value}</source>
        <translation>改价 {value}</translation>
    </message>
    <message>
        <source>On the shelf</source>
        <translation>上架</translation>
    </message>
    <message>
        <source>Off the shelf</source>
        <translation>下架</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>改标题</translation>
    </message>
    <message>
        <source>Title “{value}”</source>
        <translation>改标题“{value}”</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Delete variants: {n}</source>
        <translation>删除规格 {n} 个</translation>
    </message>
    <message>
        <source>Change variants</source>
        <translation>改规格</translation>
    </message>
    <message>
        <source>Stock {value}</source>
        <translation>库存改为 {value}</translation>
    </message>
    <message>
        <source>Stock {change} to {value}</source>
        <translation>库存 {change}，改为 {value}</translation>
    </message>
    <message>
        <source>A person has to decide</source>
        <translation>需要人工决定</translation>
    </message>
    <message>
        <source>reading back, look no. {n}</source>
        <translation>正在回读（第 {n} 次）</translation>
    </message>
    <message>
        <source> (expecting {n})</source>
        <translation>，期望 {n}</translation>
    </message>
    <message>
        <source>The platform said yes · being read back</source>
        <translation>平台已接受 · 正在回读</translation>
    </message>
    <message>
        <source>Waiting for the platform&apos;s answer · try no. {n}</source>
        <translation>等待平台应答 · 第 {n} 次</translation>
    </message>
    <message>
        <source>Confirmed by reading back {time}</source>
        <translation>{time} 回读一致</translation>
    </message>
    <message>
        <source>Taken back before it was sent; the platform was not asked</source>
        <translation>发出前已撤销，平台没有收到</translation>
    </message>
    <message>
        <source>accepted; looked at again {time}</source>
        <translation>平台已接受，{time} 再回读</translation>
    </message>
    <message>
        <source>held: sending is paused</source>
        <translation>发送已暂停</translation>
    </message>
    <message>
        <source>next in line</source>
        <translation>即将发出</translation>
    </message>
    <message>
        <source>is sent {time}</source>
        <translation>{time} 发出</translation>
    </message>
    <message>
        <source>{n} s left</source>
        <translation>剩 {n} 秒</translation>
    </message>
    <message>
        <source>both shops</source>
        <translation>两边店铺</translation>
    </message>
    <message>
        <source>{n} changes for {where}</source>
        <translation>{n} 处修改 → {where}</translation>
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
    <name>permits</name>
    <message>
        <source>Not usable yet</source>
        <translation>尚不可用</translation>
    </message>
    <message>
        <source>Basic</source>
        <translation>基础绑定</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级绑定</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>定制绑定</translation>
    </message>
    <message>
        <source>Not tested yet</source>
        <translation>尚未自检</translation>
    </message>
    <message>
        <source>Goods and orders</source>
        <translation>商品与订单</translation>
    </message>
    <message>
        <source>Plus customers and figures</source>
        <translation>加客户、优惠券与经营数据</translation>
    </message>
    <message>
        <source>Plus real-time stock</source>
        <translation>加实时库存与物流</translation>
    </message>
    <message>
        <source>Product sync</source>
        <translation>商品同步</translation>
    </message>
    <message>
        <source>Order management</source>
        <translation>订单管理</translation>
    </message>
    <message>
        <source>Data return</source>
        <translation>数据回传</translation>
    </message>
    <message>
        <source>Real-time stock and parcels</source>
        <translation>实时库存与物流</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Read this shop&apos;s goods, prices and stock</source>
        <translation>读取该店铺的商品、价格与库存</translation>
    </message>
    <message>
        <source>Read this shop&apos;s orders, parcels and after-sales</source>
        <translation>读取该店铺的订单、包裹与售后</translation>
    </message>
    <message>
        <source>Read customers, coupons, reviews and figures</source>
        <translation>读取客户、优惠券、评价与经营数据</translation>
    </message>
    <message>
        <source>Read every minute, so that stock and parcels are followed; makes more calls</source>
        <translation>每分钟读取一次，跟踪库存与物流；会用掉更多调用量</translation>
    </message>
    <message>
        <source>Nothing is ever written to this shop, whatever else is on</source>
        <translation>无论其他开关如何，都不会向该店铺写入任何内容</translation>
    </message>
    <message>
        <source>Shop details</source>
        <translation>店铺信息</translation>
    </message>
    <message>
        <source>Goods and stock</source>
        <translation>商品与库存</translation>
    </message>
    <message>
        <source>Order reading</source>
        <translation>订单读取</translation>
    </message>
    <message>
        <source>After-sales</source>
        <translation>售后处理</translation>
    </message>
    <message>
        <source>Shipping and waybills</source>
        <translation>发货与运单</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Live figures</source>
        <translation>直播数据</translation>
    </message>
    <message>
        <source>Shop figures</source>
        <translation>经营数据</translation>
    </message>
    <message>
        <source>Customers and members</source>
        <translation>客户与会员</translation>
    </message>
    <message>
        <source>This computer&apos;s clock</source>
        <translation>电脑时间</translation>
    </message>
    <message>
        <source>App secret</source>
        <translation>应用密钥</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>登录状态</translation>
    </message>
    <message>
        <source>shop name</source>
        <translation>店铺名称</translation>
    </message>
    <message>
        <source>goods, price gaps</source>
        <translation>商品同步、价差</translation>
    </message>
    <message>
        <source>stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>orders, mapping, proof</source>
        <translation>订单、映射、对账</translation>
    </message>
    <message>
        <source>refunds, returns</source>
        <translation>退款、退货工单</translation>
    </message>
    <message>
        <source>printing, shipping</source>
        <translation>打单发货</translation>
    </message>
    <message>
        <source>parcel tracking</source>
        <translation>物流轨迹</translation>
    </message>
    <message>
        <source>customers, members</source>
        <translation>客户、会员</translation>
    </message>
    <message>
        <source>coupons</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>reviews</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>visitors, figures</source>
        <translation>访客与经营数据</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>keys and time</source>
        <translation>密钥与时间</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>可用</translation>
    </message>
</context>
<context>
    <name>person</name>
    <message>
        <source>Owner</source>
        <translation>店主</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>店员</translation>
    </message>
</context>
<context>
    <name>products</name>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Kuaishou price</source>
        <translation>快手价</translation>
    </message>
    <message>
        <source>Youzan price</source>
        <translation>有赞价</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>价差</translation>
    </message>
    <message>
        <source>Kuaishou stock</source>
        <translation>快手库存</translation>
    </message>
    <message>
        <source>Youzan stock</source>
        <translation>有赞库存</translation>
    </message>
    <message>
        <source>Buffer</source>
        <translation>安全库存</translation>
    </message>
    <message>
        <source>Sync status</source>
        <translation>同步状态</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>View</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>No merchant code</source>
        <translation>无商家编码</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>已关联</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Youzan only</source>
        <translation>仅有赞</translation>
    </message>
    <message>
        <source>Kuaishou only</source>
        <translation>仅快手</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>The codes have changed since; the next sync compares anew</source>
        <translation>关联后编码有改动，下一次同步会重新比对</translation>
    </message>
    <message>
        <source>Its merchant code also belongs to other goods, so that more than one could be meant</source>
        <translation>商家编码与其他商品重复，对应的可能不止一件</translation>
    </message>
    <message>
        <source>Nothing is guessed: give each of these goods a code of its own, and they are linked</source>
        <translation>不会猜测关联：在平台上把下列商品改成各自唯一的编码，下一次同步就会自动关联</translation>
    </message>
    <message>
        <source>Not compared yet: both shops have to be read to the end first</source>
        <translation>还没有比对：要等两边店铺的商品都读完</translation>
    </message>
    <message>
        <source>It bears no merchant code, by which goods are linked</source>
        <translation>没有填商家编码，而商品是按商家编码关联的</translation>
    </message>
    <message>
        <source>{platform} has no goods of this code: {codes}</source>
        <translation>{platform}没有编码相同的商品：{codes}</translation>
    </message>
    <message>
        <source>Same merchant code: {code}</source>
        <translation>商品编码一致：{code}</translation>
    </message>
    <message>
        <source>Same variant codes: {codes}</source>
        <translation>规格编码一致：{codes}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{some} and {n} more</source>
        <translation>{some} 等，另有 {n} 个</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Only variant</source>
        <translation>单规格</translation>
    </message>
    <message>
        <source>No code</source>
        <translation>无编码</translation>
    </message>
    <message>
        <source>price Kuaishou {kuaishou}, Youzan {youzan}</source>
        <translation>价格 快手 {kuaishou}，有赞 {youzan}</translation>
    </message>
    <message>
        <source>stock Kuaishou {kuaishou}, Youzan {youzan}</source>
        <translation>库存 快手 {kuaishou}，有赞 {youzan}</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>未比对</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>有差异</translation>
    </message>
    <message>
        <source>In step</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Code shared</source>
        <translation>编码重复</translation>
    </message>
    <message>
        <source>Price gap</source>
        <translation>价差</translation>
    </message>
    <message>
        <source>Stock differs</source>
        <translation>库存不一致</translation>
    </message>
    <message>
        <source>Variants differ</source>
        <translation>规格不一致</translation>
    </message>
    <message>
        <source>Shelf differs</source>
        <translation>上架不一致</translation>
    </message>
    <message>
        <source>Its code also belongs to other goods; nothing is guessed</source>
        <translation>商家编码与其他商品重复，不会猜测关联</translation>
    </message>
    <message>
        <source>Prices are {gap} apart</source>
        <translation>快手价比有赞价 {gap}</translation>
    </message>
    <message>
        <source>Stock: Kuaishou {kuaishou}, Youzan {youzan}</source>
        <translation>库存：快手 {kuaishou}，有赞 {youzan}</translation>
    </message>
    <message>
        <source>Some variants differ in price or stock, or are on one side only</source>
        <translation>部分规格的价格或库存不一致，或只在一边有</translation>
    </message>
    <message>
        <source>Not on the shelf of {platform}</source>
        <translation>{platform}未上架</translation>
    </message>
    <message>
        <source>Kuaishou gave no reason</source>
        <translation>快手没有给出原因</translation>
    </message>
    <message>
        <source>Kuaishou says: {words}</source>
        <translation>快手原话：{words}</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>审核中</translation>
    </message>
    <message>
        <source>To change</source>
        <translation>待修改</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>审核通过</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>On the shelf</source>
        <translation>在售</translation>
    </message>
    <message>
        <source>Off the shelf</source>
        <translation>已下架</translation>
    </message>
</context>
<context>
    <name>push</name>
    <message>
        <source>A price is an amount in yuan, with two decimals at most</source>
        <translation>价格请填写金额（元），最多两位小数</translation>
    </message>
    <message>
        <source>A price is more than nothing and less than a million yuan</source>
        <translation>价格须大于 0 且小于一百万元</translation>
    </message>
    <message>
        <source>A stock is a whole number of pieces, from 0</source>
        <translation>库存请填写 0 或正整数</translation>
    </message>
    <message>
        <source>A title is not empty</source>
        <translation>标题不能为空</translation>
    </message>
    <message>
        <source>Floor and buffer</source>
        <translation>底价与缓冲</translation>
    </message>
    <message>
        <source>{platform} floor</source>
        <translation>{platform}底价</translation>
    </message>
    <message>
        <source>Buffer</source>
        <translation>安全库存</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>After</source>
        <translation>推送后</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Not pushed</source>
        <translation>不推送</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Shelf</source>
        <translation>上架</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>On the shelf</source>
        <translation>上架</translation>
    </message>
    <message>
        <source>Off the shelf</source>
        <translation>下架</translation>
    </message>
    <message>
        <source>Youzan leads</source>
        <translation>有赞主导</translation>
    </message>
    <message>
        <source>Kuaishou leads</source>
        <translation>快手主导</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>各自维护</translation>
    </message>
    <message>
        <source>Cannot be undone</source>
        <translation>不可撤销</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Less buffer {n}</source>
        <translation>扣缓冲 {n}</translation>
    </message>
    <message>
        <source>Gap {gap}</source>
        <translation>价差 {gap}</translation>
    </message>
    <message>
        <source>Below the floor</source>
        <translation>低于底价</translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation>价格为零</translation>
    </message>
    <message>
        <source>At a loss</source>
        <translation>亏损</translation>
    </message>
    <message>
        <source>Large change</source>
        <translation>变动过大</translation>
    </message>
    <message>
        <source>Oversold</source>
        <translation>已超卖</translation>
    </message>
    <message>
        <source>All kept back</source>
        <translation>全部留作缓冲</translation>
    </message>
    <message>
        <source>Capped</source>
        <translation>已限量</translation>
    </message>
    <message>
        <source>Already so</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>Not linked</source>
        <translation>未关联</translation>
    </message>
    <message>
        <source>Led by this side</source>
        <translation>由本侧主导</translation>
    </message>
    <message>
        <source>No price there</source>
        <translation>对侧无价格</translation>
    </message>
    <message>
        <source>Stock unknown</source>
        <translation>库存未知</translation>
    </message>
    <message>
        <source>No such variant</source>
        <translation>对侧无此规格</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Sync is off</source>
        <translation>未开同步</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>需要你</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Pushed</source>
        <translation>已推送</translation>
    </message>
    <message>
        <source>A share is between 0 and 99 percent</source>
        <translation>比例须在 0 到 99 之间</translation>
    </message>
</context>
<context>
    <name>rights</name>
    <message>
        <source>Only an owner may do this; switch the person at the foot of the rail</source>
        <translation>只有店主可以操作；可在左下角切换人员</translation>
    </message>
</context>
<context>
    <name>sheets</name>
    <message>
        <source>Kuaishou no.</source>
        <translation>快手单号</translation>
    </message>
    <message>
        <source>Youzan no.</source>
        <translation>有赞单号</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>商品行数</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Amount on the other side</source>
        <translation>对方平台金额</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>下单时间</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>快递</translation>
    </message>
    <message>
        <source>Waybills</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>Merchant code</source>
        <translation>商家编码</translation>
    </message>
    <message>
        <source>Kuaishou item ID</source>
        <translation>快手商品ID</translation>
    </message>
    <message>
        <source>Youzan item ID</source>
        <translation>有赞商品ID</translation>
    </message>
    <message>
        <source>Kuaishou shelf</source>
        <translation>快手上架</translation>
    </message>
    <message>
        <source>Youzan shelf</source>
        <translation>有赞上架</translation>
    </message>
    <message>
        <source>In the platform&apos;s words</source>
        <translation>平台原话</translation>
    </message>
    <message>
        <source>New Kuaishou price</source>
        <translation>新快手价</translation>
    </message>
    <message>
        <source>New Youzan price</source>
        <translation>新有赞价</translation>
    </message>
    <message>
        <source>New Kuaishou stock</source>
        <translation>新快手库存</translation>
    </message>
    <message>
        <source>New Youzan stock</source>
        <translation>新有赞库存</translation>
    </message>
    <message>
        <source>New buffer</source>
        <translation>新安全库存</translation>
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
