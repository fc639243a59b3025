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
    <name>AcceptDialog</name>
    <message>
        <source>Accept the suggestions</source>
        <translation>接受建议</translation>
    </message>
    <message numerus="yes">
        <source>Link %n goods</source>
        <translation>
            <numerusform>关联 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Look through the list: what is linked here counts as your decision.</source>
        <translation>请核对列表：在这里关联的商品按你的决定记录。</translation>
    </message>
    <message numerus="yes">
        <source>%n suggest goods that another of them suggests, too: left out.</source>
        <translation>
            <numerusform>%n 件与其他行建议了同一商品，未包含在内。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have no suggestion that is free: left out.</source>
        <translation>
            <numerusform>%n 件没有可用的建议，未包含在内。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n goods linked.</source>
        <translation>
            <numerusform>已关联 %n 件商品。</numerusform>
        </translation>
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
    <name>AdsCard</name>
    <message>
        <source>Sign-in ends</source>
        <translation>授权到期</translation>
    </message>
    <message>
        <source>Last read</source>
        <translation>上次读取</translation>
    </message>
    <message>
        <source>Ad spend today</source>
        <translation>今日投放消耗</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>重新自检</translation>
    </message>
    <message>
        <source>Unbind…</source>
        <translation>解绑…</translation>
    </message>
    <message>
        <source>Ads account {number}</source>
        <translation>投放账户 {number}</translation>
    </message>
    <message>
        <source>Bind again</source>
        <translation>重新绑定</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>重新授权</translation>
    </message>
    <message>
        <source>testing…</source>
        <translation>自检中…</translation>
    </message>
    <message>
        <source>Tested {time}: refused</source>
        <translation>自检未通过 {time}</translation>
    </message>
    <message>
        <source>Tested {time}: works</source>
        <translation>自检通过 {time}</translation>
    </message>
</context>
<context>
    <name>AdsKeysStep</name>
    <message>
        <source>Leave empty to keep what is stored</source>
        <translation>留空则沿用已保存的</translation>
    </message>
    <message>
        <source>Callback address</source>
        <translation>回调地址</translation>
    </message>
    <message>
        <source>Number of the ads account (may stay empty)</source>
        <translation>投放账户 ID（可不填）</translation>
    </message>
    <message>
        <source>Service address</source>
        <translation>服务地址</translation>
    </message>
    <message>
        <source>Copy them from the ads open platform › App management › App details</source>
        <translation>在磁力引擎开放平台 › 应用管理 › 应用信息中复制</translation>
    </message>
    <message>
        <source>developers.e.kuaishou.com; an app of the merchant&apos;s own with the permission for ESP reports</source>
        <translation>developers.e.kuaishou.com；须是商家自己的应用，并已开通磁力金牛报表权限</translation>
    </message>
    <message>
        <source>Advanced: service address</source>
        <translation>高级：服务地址</translation>
    </message>
    <message>
        <source>Just paste it; blanks around it are dropped</source>
        <translation>直接粘贴即可，首尾空格会自动去掉</translation>
    </message>
    <message>
        <source>As it is stored with the app on the platform; begins with https://</source>
        <translation>与平台上登记的完全一致，以 https:// 开头</translation>
    </message>
    <message>
        <source>Only for a sandbox; secrets are sent there</source>
        <translation>仅供示例平台使用；密钥会发往这个地址</translation>
    </message>
    <message>
        <source>This is the account that is signed in to again</source>
        <translation>正在为这个账户重新授权</translation>
    </message>
    <message>
        <source>Only where your login manages several: see the ads console; it is not the Kuaishou ID</source>
        <translation>一个登录管理多个账户时才需要填；在磁力金牛后台查看，不是快手 ID</translation>
    </message>
</context>
<context>
    <name>AdsSection</name>
    <message>
        <source>Bind another ads account</source>
        <translation>再绑定一个投放账户</translation>
    </message>
</context>
<context>
    <name>Advertising</name>
    <message>
        <source>Ads account {number} is bound</source>
        <translation>投放账户 {number} 已绑定</translation>
    </message>
    <message>
        <source>Its last 7 days are being read</source>
        <translation>正在读取最近 7 天的数据</translation>
    </message>
</context>
<context>
    <name>AdviceCard</name>
    <message>
        <source>Advice</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>reminds, never acts</source>
        <translation>只提醒，不代为操作</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Show why</source>
        <translation>看依据</translation>
    </message>
    <message>
        <source>Add to script</source>
        <translation>加入脚本</translation>
    </message>
    <message>
        <source>Nothing to do now: no line is missed</source>
        <translation>暂无建议：各项都在线上</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>{time} 起</translation>
    </message>
    <message>
        <source>Advice on goods</source>
        <translation>选品建议</translation>
    </message>
    <message>
        <source>See all</source>
        <translation>看全部</translation>
    </message>
    <message>
        <source>Nothing is listed or delisted from here.</source>
        <translation>这里不会自动上架或下架任何商品。</translation>
    </message>
    <message>
        <source>No item has {n} orders in 90 days yet: too few for advice.</source>
        <translation>还没有商品在 90 天内满 {n} 单，样本不足，暂无建议。</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) with enough orders</source>
        <translation>
            <numerusform>%n 个商品订单数足够</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AdviceRow</name>
    <message>
        <source>Show why</source>
        <translation>看依据</translation>
    </message>
    <message>
        <source>Open goods</source>
        <translation>看商品</translation>
    </message>
</context>
<context>
    <name>AfterSalesPage</name>
    <message>
        <source>No tickets</source>
        <translation>没有售后工单</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>清空筛选</translation>
    </message>
    <message>
        <source>{first}–{last} of {total} tickets</source>
        <translation>第 {first}–{last} 单 · 共 {total} 单</translation>
    </message>
    <message>
        <source>After-sale tickets</source>
        <translation>售后工单</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>No shop is bound yet</source>
        <translation>还没有绑定店铺</translation>
    </message>
    <message>
        <source>Tickets appear here once both shops are bound</source>
        <translation>两边店铺绑定后，售后工单会显示在这里</translation>
    </message>
    <message>
        <source>Go to accounts</source>
        <translation>去绑定店铺</translation>
    </message>
    <message>
        <source>No ticket fits</source>
        <translation>没有符合条件的工单</translation>
    </message>
    <message>
        <source>Search and filters leave nothing of this tab</source>
        <translation>当前搜索和筛选下没有结果</translation>
    </message>
    <message>
        <source>No tickets here</source>
        <translation>这里没有售后工单</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
</context>
<context>
    <name>AgreeDialog</name>
    <message>
        <source>Where the goods come back to</source>
        <translation>退货地址</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>详细地址</translation>
    </message>
    <message>
        <source>Kept on this computer for the next time; sent to Youzan with this answer</source>
        <translation>地址保存在本机，下次自动带出；本次会随处理结果发给有赞</translation>
    </message>
    <message>
        <source>Receiver, mobile and address are all needed</source>
        <translation>收件人、手机号和地址都要填写</translation>
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
    <name>AppendDialog</name>
    <message>
        <source>Add a parcel</source>
        <translation>追加包裹</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>All of the order {number} has left. What follows it in a further parcel is told to the buyer and cannot be taken back.</source>
        <translation>订单 {number} 已全部发出。追加的包裹会通知买家，不能撤回。</translation>
    </message>
    <message>
        <source>Waybill number</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Carrier: </source>
        <translation>快递：</translation>
    </message>
    <message>
        <source>Write its waybill number</source>
        <translation>请填写运单号</translation>
    </message>
    <message>
        <source>The order has a parcel of this number already</source>
        <translation>订单已有这个运单号</translation>
    </message>
    <message>
        <source>Choose the carrier</source>
        <translation>请选择快递</translation>
    </message>
    <message>
        <source>The number does not look like this carrier&apos;s</source>
        <translation>单号格式不像这家快递，请核对</translation>
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
    <name>BacktestCard</name>
    <message>
        <source>Error in rehearsals</source>
        <translation>回测误差</translation>
    </message>
    <message>
        <source>Weighted absolute error</source>
        <translation>加权绝对误差</translation>
    </message>
    <message>
        <source>Not enough data</source>
        <translation>数据不足</translation>
    </message>
    <message>
        <source>Change the target</source>
        <translation>改目标</translation>
    </message>
    <message numerus="yes">
        <source>%n round(s)</source>
        <translation>
            <numerusform>滚动 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>{rounds} of {days} days</source>
        <translation>{rounds}，每次 {days} 天</translation>
    </message>
    <message>
        <source>Weighted absolute error (WAPE); same weekday last week {naive}</source>
        <translation>加权绝对误差 WAPE，朴素法（上周同日）{naive}</translation>
    </message>
    <message>
        <source>No better than last week</source>
        <translation>不比上周同日好</translation>
    </message>
    <message>
        <source>Better than last week</source>
        <translation>好于“上周同日”</translation>
    </message>
    <message>
        <source>How often the 80% band held cannot be measured yet</source>
        <translation>80% 区间的实际覆盖还量不出来</translation>
    </message>
    <message>
        <source>The 80% band held on {share} of {n} days, it should on {aim}</source>
        <translation>80% 区间在 {n} 天里实际覆盖 {share}，目标 {aim}</translation>
    </message>
    <message>
        <source>too narrow</source>
        <translation>偏窄</translation>
    </message>
    <message>
        <source>too wide</source>
        <translation>偏宽</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>自定</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Target {aim} ({own}, since {day})</source>
        <translation>目标准确率 {aim}（{own}，{day} 起）</translation>
    </message>
    <message>
        <source>Measured accuracy {share}</source>
        <translation>实测准确率 {share}</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>已达到</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未达到</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>None yet</source>
        <translation>还没有备份</translation>
    </message>
    <message>
        <source>A backup every day</source>
        <translation>每天自动备份</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>另存到…</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份与恢复</translation>
    </message>
    <message>
        <source>Backups there are</source>
        <translation>已有备份</translation>
    </message>
    <message>
        <source>Restore from a file…</source>
        <translation>从文件恢复…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Some minutes after the start, once a day; the newest {n} are kept</source>
        <translation>程序启动几分钟后进行，每天一次；保留最近 {n} 份</translation>
    </message>
    <message>
        <source>All orders, goods, links, notes and settings of this computer. Not in it: sign-ins (they are in the system&apos;s key store), pictures, and files added as evidence.</source>
        <translation>包含本机的全部订单、商品、关联、备注和设置；不含店铺授权（保存在系统钥匙串中）、图片和举证附件。</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>还没有备份。</translation>
    </message>
    <message>
        <source>Last one {time}</source>
        <translation>上次备份 {time}</translation>
    </message>
    <message>
        <source>Backed up {time}</source>
        <translation>已备份 {time}</translation>
    </message>
    <message>
        <source>At the next start a backup takes the place of the present data</source>
        <translation>下次启动时将恢复到所选备份</translation>
    </message>
    <message>
        <source>until then everything goes on as it is</source>
        <translation>在此之前一切照常</translation>
    </message>
    <message>
        <source>Do not restore</source>
        <translation>取消恢复</translation>
    </message>
    <message>
        <source>schema {number}</source>
        <translation>数据版本 {number}</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Restore the backup of {time}</source>
        <translation>恢复 {time} 的备份</translation>
    </message>
    <message>
        <source>Only the owner may do this</source>
        <translation>只有店主可以操作</translation>
    </message>
    <message>
        <source>by hand · looked through</source>
        <translation>手动 · 已校验</translation>
    </message>
    <message>
        <source>daily · looked through</source>
        <translation>每日自动 · 已校验</translation>
    </message>
    <message>
        <source>before an upgrade</source>
        <translation>升级前自动留存</translation>
    </message>
    <message>
        <source>put aside when a backup was restored</source>
        <translation>恢复备份时留存的原数据</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Backing up: {share}</source>
        <translation>正在备份 {share}</translation>
    </message>
    <message>
        <source>Backed up and looked through</source>
        <translation>备份完成并通过校验</translation>
    </message>
    <message>
        <source>Setting the backup down: {share}</source>
        <translation>正在准备恢复 {share}</translation>
    </message>
    <message>
        <source>Nothing is restored</source>
        <translation>已取消恢复</translation>
    </message>
    <message>
        <source>then it is looked through</source>
        <translation>完成后自动校验</translation>
    </message>
    <message>
        <source>looking through it</source>
        <translation>正在校验</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Save elsewhere</source>
        <translation>另存备份</translation>
    </message>
    <message>
        <source>Restore from a file</source>
        <translation>从文件恢复</translation>
    </message>
</context>
<context>
    <name>BankView</name>
    <message>
        <source>Search own words</source>
        <translation>搜索自有词</translation>
    </message>
    <message>
        <source>Add a word</source>
        <translation>添加词条</translation>
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
        <source>Own words</source>
        <translation>自有词条</translation>
    </message>
    <message>
        <source>Let pass</source>
        <translation>已放行</translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation>{n} 个词</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n} 条</translation>
    </message>
    <message>
        <source>Words of your own are looked for beside the bank that came with the program.</source>
        <translation>自有词条会与随程序提供的词库一起检查。</translation>
    </message>
    <message>
        <source>No own words</source>
        <translation>还没有自有词条</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>另有 {n} 条</translation>
    </message>
    <message>
        <source>Nothing was let pass</source>
        <translation>还没有放行的文字</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>长期</translation>
    </message>
    <message>
        <source>until {when}</source>
        <translation>至 {when}</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>全店</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>取消放行</translation>
    </message>
    <message>
        <source>Words to take in</source>
        <translation>选择词表</translation>
    </message>
    <message>
        <source>Left out: rows {rows}</source>
        <translation>未导入的行：{rows}</translation>
    </message>
    <message>
        <source>{n} words taken in</source>
        <translation>已导入 {n} 个词</translation>
    </message>
    <message>
        <source>own words</source>
        <translation>自有词库</translation>
    </message>
    <message>
        <source>Written to {name}</source>
        <translation>已写入 {name}</translation>
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
    <name>BiFolder</name>
    <message>
        <source>For BI tools</source>
        <translation>给 BI 工具</translation>
    </message>
    <message>
        <source>A folder of csv and a schema: orders, lines, goods, after-sales, figures …</source>
        <translation>一个文件夹：订单、明细行、商品、售后、指标等 csv 与一份字段说明</translation>
    </message>
    <message>
        <source>A folder for BI tools</source>
        <translation>选择给 BI 工具的文件夹</translation>
    </message>
    <message>
        <source>Export stopped; the folder is as it was</source>
        <translation>已停止，文件夹保持原样</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) in {tables} tables written</source>
        <translation>
            <numerusform>已写出 {tables} 张表，共 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing {table}: {n} rows</source>
        <translation>正在写 {table}：{n} 行</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>BindAdsDialog</name>
    <message>
        <source>App keys</source>
        <translation>应用密钥</translation>
    </message>
    <message>
        <source>app_id and secret</source>
        <translation>app_id 与 secret</translation>
    </message>
    <message>
        <source>Agree in the browser</source>
        <translation>浏览器授权</translation>
    </message>
    <message>
        <source>On the platform&apos;s own page</source>
        <translation>在平台自己的页面上</translation>
    </message>
    <message>
        <source>For the shop “{shop}”</source>
        <translation>用于店铺「{shop}」</translation>
    </message>
    <message>
        <source>Fill in the ads app&apos;s keys</source>
        <translation>填写投放应用的密钥</translation>
    </message>
    <message>
        <source>The ads platform has apps of its own; the shop&apos;s app does not open it.</source>
        <translation>投放平台要用单独的应用，小店的应用不能用在这里。</translation>
    </message>
    <message>
        <source>You log in and agree on the platform&apos;s own page; this program never sees your password.</source>
        <translation>登录和同意都在平台自己的页面上完成，本程序看不到你的密码。</translation>
    </message>
    <message>
        <source>Next: agree</source>
        <translation>下一步：去授权</translation>
    </message>
    <message>
        <source>Check and bind</source>
        <translation>校验并绑定</translation>
    </message>
    <message>
        <source>Asking the platform…</source>
        <translation>正在询问平台…</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>重新授权</translation>
    </message>
    <message>
        <source>Bind an ads account</source>
        <translation>绑定投放账户</translation>
    </message>
    <message>
        <source>Log in with the account that manages the ads and agree</source>
        <translation>用管理投放的账号登录并同意授权</translation>
    </message>
    <message>
        <source>The ads platform&apos;s own page opens; this program never sees your password.</source>
        <translation>将打开磁力引擎自己的页面，本程序看不到你的密码。</translation>
    </message>
    <message>
        <source>The whole address</source>
        <translation>整段网址</translation>
    </message>
    <message>
        <source>A code lives for 10 minutes and works once</source>
        <translation>授权码 10 分钟内有效，只能用一次</translation>
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
        <source>About 3 minutes; you can leave at any time</source>
        <translation>约 3 分钟，可随时退出</translation>
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
    <name>BordersDialog</name>
    <message>
        <source>Borders of the matrix</source>
        <translation>矩阵界线</translation>
    </message>
    <message>
        <source>Use them</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>own, {day}</source>
        <translation>自定，{day}</translation>
    </message>
    <message>
        <source>An empty field takes the border as it came with the program. Every border lies above the last.</source>
        <translation>留空即恢复随程序提供的界线；后一条界线总大于前一条。</translation>
    </message>
    <message>
        <source>Row {n}: at most days</source>
        <translation>第 {n} 行：至多（天）</translation>
    </message>
    <message>
        <source>Column {n}: at least times</source>
        <translation>第 {n} 列：至少（次）</translation>
    </message>
    <message>
        <source>Least history: days</source>
        <translation>至少历史（天）</translation>
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
    <name>BudgetCard</name>
    <message>
        <source>If the budget changed</source>
        <translation>如果改预算</translation>
    </message>
    <message>
        <source>only on this page</source>
        <translation>拖动只影响本页</translation>
    </message>
    <message>
        <source>Ad spend a day</source>
        <translation>每日花费</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>改后</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>Forecast ROI</source>
        <translation>预测 ROI</translation>
    </message>
    <message>
        <source>Paid a day</source>
        <translation>成交额 / 日</translation>
    </message>
    <message>
        <source>Margin − spend a day</source>
        <translation>毛利 − 花费 / 日</translation>
    </message>
    <message>
        <source>Below break-even</source>
        <translation>低于保本</translation>
    </message>
    <message>
        <source>There is no forecast to change.</source>
        <translation>还没有预测，改不了。</translation>
    </message>
    <message>
        <source>Ad spend is not known on enough days to say what more of it would bring.</source>
        <translation>有花费记录的天数不够，说不出多花会带来什么。</translation>
    </message>
    <message>
        <source>Days of more and of less spend show no effect that chance would not explain: what another budget brings cannot be said.</source>
        <translation>花得多的日子和花得少的日子看不出差别（偶然就能解释），所以说不出改预算会带来什么。</translation>
    </message>
    <message>
        <source>{amount} · most ever</source>
        <translation>{amount} · 历史最高</translation>
    </message>
    <message>
        <source>{n} points</source>
        <translation>{n} 点</translation>
    </message>
    <message>
        <source>Nothing is known of more than {amount} a day, so nothing is said of it.</source>
        <translation>每日超过 {amount} 没有历史，不外推。</translation>
    </message>
    <message>
        <source>The margin is not known: fill in costs of goods.</source>
        <translation>毛利未知：请先填商品成本。</translation>
    </message>
    <message>
        <source>{more} more spent a day loses {loss}</source>
        <translation>每日多花 {more}，反而少赚 {loss}</translation>
    </message>
    <message>
        <source>Small gain: {more} more spent a day leaves only {gain}</source>
        <translation>边际收益很小：每日多花 {more}，只多赚 {gain}</translation>
    </message>
    <message>
        <source>Here history ends</source>
        <translation>到这里历史就到头了</translation>
    </message>
</context>
<context>
    <name>BundleDialog</name>
    <message>
        <source>Diagnostics bundle</source>
        <translation>诊断包</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>This is all that is in it; look before you hand it on. No sign-in, no order and no buyer: names, numbers and whatever platforms wrote show only *** or their kind and length. Nothing is sent anywhere.</source>
        <translation>诊断包的全部内容都在这里，交给他人前请先查看。不含授权、订单和买家信息：姓名、号码以及平台返回的文字只显示为 *** 或种类和长度。不会自动发送到任何地方。</translation>
    </message>
</context>
<context>
    <name>CalendarView</name>
    <message>
        <source>Promotion</source>
        <translation>大促</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Own promotion</source>
        <translation>自建活动</translation>
    </message>
    <message>
        <source>5 weeks</source>
        <translation>近 5 周</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全程</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Keep as my template</source>
        <translation>存为模板</translation>
    </message>
    <message>
        <source>No task yet</source>
        <translation>还没有任务</translation>
    </message>
    <message>
        <source>The task list is planned back from the day, three months ahead; every task can be changed.</source>
        <translation>从爆发日往前倒排，大促提前三个月；每项任务都可以改。</translation>
    </message>
    <message>
        <source>{first}–{last} of {total} tasks</source>
        <translation>第 {first}–{last} 项 · 共 {total} 项任务</translation>
    </message>
    <message>
        <source>Promotion calendar</source>
        <translation>大促日历</translation>
    </message>
    <message>
        <source>planned back from the day</source>
        <translation>倒排任务，冲突与合规一起提醒</translation>
    </message>
    <message>
        <source>Dates are the merchant&apos;s own; the platform&apos;s announcement decides. Arrow keys move, Enter opens.</source>
        <translation>日期为商家自填，平台节奏以官方公告为准 · 方向键选择，回车打开</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>凭证</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) planned back from the day</source>
        <translation>
            <numerusform>已倒排 %n 项任务</numerusform>
        </translation>
    </message>
    <message>
        <source>New promotions are planned as this one from now on</source>
        <translation>以后的大促按这份任务倒排</translation>
    </message>
    <message>
        <source>Export the calendar</source>
        <translation>导出日历</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>The calendar was written</source>
        <translation>日历已导出</translation>
    </message>
</context>
<context>
    <name>Caller</name>
    <message>
        <source>Oversell risk: {name}</source>
        <translation>超卖风险：{name}</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Details</source>
        <translation>看明细</translation>
    </message>
    <message>
        <source>Paid Kuaishou orders, and paid Youzan trades sold on Youzan itself, by their time of payment. A trade brought in from Kuaishou is the same sale as its order and is not added. Later refunds stay in.</source>
        <translation>按支付时间统计快手已支付订单，以及有赞自有的已支付订单；由快手推入有赞的订单与快手订单是同一笔成交，不重复计算；之后的退款不扣减。</translation>
    </message>
    <message>
        <source>What Kuaishou orders paid while a show was on came to ÷ all sales. Which show sold an order no list says.</source>
        <translation>直播期间支付的快手订单金额 ÷ 全部成交额。订单列表不标明由哪一场直播成交。</translation>
    </message>
    <message>
        <source>What the bound ads accounts spent, by the ads platform&apos;s hourly report. ROI = its GMV ÷ spend.</source>
        <translation>已绑定投放账户的消耗，取自广告平台小时报表。ROI = 广告侧 GMV ÷ 消耗。</translation>
    </message>
    <message>
        <source>People in the shop on the day before, as the platform&apos;s panel says after ten o&apos;clock.</source>
        <translation>前一天进店人数，平台面板次日 10:00 后出数。</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>成交额</translation>
    </message>
    <message>
        <source>Sum of what buyers paid, postage included. </source>
        <translation>买家实付合计，含运费。</translation>
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
        <source>Buyers</source>
        <translation>支付买家</translation>
    </message>
    <message>
        <source>Different people who paid, each platform&apos;s by itself.</source>
        <translation>去重后的支付人数，两个平台各自计算。</translation>
    </message>
    <message>
        <source>Average order</source>
        <translation>客单价</translation>
    </message>
    <message>
        <source>Sales ÷ paid orders.</source>
        <translation>成交额 ÷ 支付订单。</translation>
    </message>
    <message>
        <source>Refund rate</source>
        <translation>退款率</translation>
    </message>
    <message>
        <source>Money that went back in this time ÷ sales of this time.</source>
        <translation>期内退款成功金额 ÷ 期内成交额。</translation>
    </message>
    <message>
        <source>Ad spend</source>
        <translation>投放消耗</translation>
    </message>
    <message>
        <source>Share of live</source>
        <translation>直播占比</translation>
    </message>
    <message>
        <source>Visitors yesterday</source>
        <translation>昨日访客</translation>
    </message>
    <message>
        <source>To Traffic</source>
        <translation>去流量页</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) without a named buyer</source>
        <translation>
            <numerusform>%n 笔未给出买家</numerusform>
        </translation>
    </message>
    <message>
        <source>no paid order in this time</source>
        <translation>期内没有支付订单</translation>
    </message>
    <message>
        <source>no sales in this time</source>
        <translation>期内没有成交</translation>
    </message>
    <message>
        <source>Ads report</source>
        <translation>投放报表</translation>
    </message>
    <message>
        <source>no ads account is bound</source>
        <translation>未绑定投放账户</translation>
    </message>
    <message>
        <source>nothing was read of this time</source>
        <translation>期内没有读到报表</translation>
    </message>
    <message>
        <source>ROI {rate}</source>
        <translation>ROI {rate}</translation>
    </message>
    <message>
        <source>not read to the end</source>
        <translation>尚未读完</translation>
    </message>
    <message>
        <source>Ads report · {age}</source>
        <translation>投放报表 · {age}</translation>
    </message>
    <message>
        <source>no show in this time is known</source>
        <translation>期内没有已知的直播</translation>
    </message>
    <message numerus="yes">
        <source>%n show(s)</source>
        <translation>
            <numerusform>%n 场直播</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing was imported of yesterday</source>
        <translation>昨日数据未导入</translation>
    </message>
    <message>
        <source>next day, from {clock} on</source>
        <translation>T+1，{clock} 后出数</translation>
    </message>
    <message>
        <source>Traffic import</source>
        <translation>流量导入</translation>
    </message>
    <message>
        <source>Traffic import · {age}</source>
        <translation>流量导入 · {age}</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>vs yesterday, same time</source>
        <translation>较昨日同时段</translation>
    </message>
    <message numerus="yes">
        <source>vs the %n day(s) before</source>
        <translation>
            <numerusform>较前 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>not read to the end yet, not compared</source>
        <translation>尚未读完，不作比较</translation>
    </message>
    <message>
        <source>no data of the time before</source>
        <translation>没有前期数据</translation>
    </message>
    <message>
        <source>nothing in the time before</source>
        <translation>前期为零</translation>
    </message>
</context>
<context>
    <name>CaseCard</name>
    <message>
        <source>{day} notice</source>
        <translation>{day} 通知</translation>
    </message>
    <message>
        <source>appeal by {when}</source>
        <translation>{when} 截止</translation>
    </message>
</context>
<context>
    <name>CaseDialog</name>
    <message>
        <source>Violation</source>
        <translation>违规登记</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Choose the level</source>
        <translation>选择级别</translation>
    </message>
    <message>
        <source>as the notice says it; else by the level</source>
        <translation>按通知所写；留空则按级别计算</translation>
    </message>
    <message>
        <source>made up where there is none</source>
        <translation>没有则自动生成</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Time of the notice</source>
        <translation>通知时间</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Goods or show</source>
        <translation>商品或直播</translation>
    </message>
    <message>
        <source>Order numbers</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>扣分</translation>
    </message>
    <message>
        <source>Fine (yuan)</source>
        <translation>罚款（元）</translation>
    </message>
    <message>
        <source>Appeal by</source>
        <translation>申诉截止</translation>
    </message>
    <message>
        <source>level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>time of the notice</source>
        <translation>通知时间</translation>
    </message>
    <message>
        <source>appeal deadline</source>
        <translation>申诉截止</translation>
    </message>
    <message>
        <source>order numbers</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>、</source>
        <translation>、</translation>
    </message>
    <message>
        <source>Read out of the text: {found}. Look it over before it is kept.</source>
        <translation>从文字中识别：{found}。请核对后再保存。</translation>
    </message>
    <message>
        <source>Not found: {lacks}.</source>
        <translation>未识别到：{lacks}。</translation>
    </message>
    <message>
        <source>The level is missing.</source>
        <translation>请选择级别。</translation>
    </message>
    <message>
        <source>The time of the notice is missing, like 2026-11-18 23:10.</source>
        <translation>请填写通知时间，如 2026-11-18 23:10。</translation>
    </message>
    <message>
        <source>The appeal must end after the notice.</source>
        <translation>申诉截止应晚于通知时间。</translation>
    </message>
    <message>
        <source>Points are a whole number.</source>
        <translation>扣分应为整数。</translation>
    </message>
    <message>
        <source>The fine is an amount in yuan.</source>
        <translation>罚款应为金额（元）。</translation>
    </message>
</context>
<context>
    <name>CaseDrawer</name>
    <message>
        <source>Pack a zip</source>
        <translation>打包 zip（含清单与哈希）</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Mended</source>
        <translation>已整改</translation>
    </message>
    <message>
        <source>Mark as submitted</source>
        <translation>标为已提交</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>申诉成功</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>申诉驳回</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>No violations</source>
        <translation>没有违规记录</translation>
    </message>
    <message>
        <source>Import a table, or paste a notice</source>
        <translation>导入表格，或粘贴通知</translation>
    </message>
    <message>
        <source>{first}–{last} of {total} violations</source>
        <translation>第 {first}–{last} 条 · 共 {total} 条</translation>
    </message>
</context>
<context>
    <name>CaseSheet</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>This level cannot be appealed</source>
        <translation>此级别不可申诉</translation>
    </message>
    <message>
        <source>Appeal by {when}</source>
        <translation>申诉截止 {when}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>还有 {time}</translation>
    </message>
    <message>
        <source>weighs for good</source>
        <translation>永久影响</translation>
    </message>
    <message>
        <source>weighs until {day}</source>
        <translation>影响至 {day}</translation>
    </message>
    <message>
        <source>Rule: {source} · {weighs}</source>
        <translation>规则来源：{source} · {weighs}</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>{begin} to {end}: {reason}</source>
        <translation>{begin} 至 {end}：{reason}</translation>
    </message>
    <message>
        <source>Clock stands still: {days}</source>
        <translation>计时暂停：{days}</translation>
    </message>
    <message>
        <source>Pause days</source>
        <translation>暂停计时</translation>
    </message>
    <message>
        <source>Notice {day} → counted from the next working day, {n}: {days}</source>
        <translation>{day} 通知 → 次日起算 {n} 个工作日：{days}</translation>
    </message>
    <message>
        <source>Notice {day} → counted from that day on, {n}: {days}</source>
        <translation>{day} 通知 → 自当日起算 {n} 个工作日：{days}</translation>
    </message>
    <message>
        <source>as the notice itself says</source>
        <translation>以通知原文为准</translation>
    </message>
    <message>
        <source>The days off of {year} are not known yet: safe day {safe}, estimate {guess}. Go by the safe day.</source>
        <translation>{year} 年放假安排未导入，按估算：安全日 {safe}，估算 {guess}。请以安全日为准。</translation>
    </message>
    <message>
        <source>typed in</source>
        <translation>手工登记</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>粘贴登记</translation>
    </message>
    <message>
        <source>Notice of the platform ({source})</source>
        <translation>平台通知（{source}）</translation>
    </message>
    <message>
        <source>Evidence: {name}</source>
        <translation>证据：{name}</translation>
    </message>
    <message>
        <source>Appeal marked as submitted</source>
        <translation>标为已提交申诉</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>申诉成功</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>申诉驳回</translation>
    </message>
    <message>
        <source>Mended</source>
        <translation>已整改</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据包</translation>
    </message>
    <message>
        <source>{n} there, {m} missing</source>
        <translation>{n} 项 · 缺 {m} 项</translation>
    </message>
    <message>
        <source>from this file, masked</source>
        <translation>取自本机，已遮盖</translation>
    </message>
    <message>
        <source>as kept</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>申诉说明</translation>
    </message>
    <message>
        <source>By the template</source>
        <translation>套用模板</translation>
    </message>
    <message>
        <source>What happened, what was mended, what the evidence shows</source>
        <translation>写清经过、整改与证据说明了什么</translation>
    </message>
    <message>
        <source>Keep the statement</source>
        <translation>保存说明</translation>
    </message>
    <message>
        <source>{count} letters</source>
        <translation>{count} 字</translation>
    </message>
    <message>
        <source>About notice {number} of {day} ({cause}):
1. What happened: …
2. What was mended, and when: …
3. Proof: see the evidence attached ({orders}).
Please look into it again.</source>
        <translation>关于 {day} 的违规通知 {number}（{cause}）：
一、事情经过：…
二、已采取的整改及时间：…
三、证据：见附件（订单 {orders}）。
请平台予以复核。</translation>
    </message>
</context>
<context>
    <name>CertificateDialog</name>
    <message>
        <source>Certificate</source>
        <translation>资质证件</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>2027-03-02; empty: no end</source>
        <translation>2027-03-02；留空为长期</translation>
    </message>
    <message>
        <source>like 食品 &gt; 休闲食品; several with ;</source>
        <translation>如 食品 &gt; 休闲食品，多个用 ; 隔开</translation>
    </message>
    <message>
        <source>numbers of goods; empty: by category, or the whole shop</source>
        <translation>商品编号；留空则按类目或全店</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>证件种类</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>持有人</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>发证机关</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>有效期起</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>适用类目</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>适用商品</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>没有文件</translation>
    </message>
    <message>
        <source>The kind is missing.</source>
        <translation>请填写证件种类。</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>结束日期早于开始日期。</translation>
    </message>
    <message>
        <source>Days are written like 2027-03-02.</source>
        <translation>日期请写成 2027-03-02。</translation>
    </message>
</context>
<context>
    <name>ChartTable</name>
    <message>
        <source>{n} rows · Ctrl+C copies · Esc or Ctrl+Shift+T: the chart again</source>
        <translation>{n} 行 · Ctrl+C 复制 · Esc 或 Ctrl+Shift+T 返回图表</translation>
    </message>
    <message>
        <source>{n} rows copied</source>
        <translation>已复制 {n} 行</translation>
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
        <source>Stopped by the check “{name}”: {why}</source>
        <translation>「{name}」检查未通过，不能推送：{why}</translation>
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
        <source>Open in the checker</source>
        <translation>打开检查</translation>
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
    <name>ChoiceButton</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
</context>
<context>
    <name>ClaimsCard</name>
    <message>
        <source>Several goods bear the same code. Nothing is guessed: choose which are the same</source>
        <translation>多件商品使用同一编码，系统不会猜测，请选择哪一件是同一商品</translation>
    </message>
    <message numerus="yes">
        <source>and %n more: look for them</source>
        <translation>
            <numerusform>还有 %n 件，可搜索查找</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose others…</source>
        <translation>换一个…</translation>
    </message>
    <message>
        <source>Choose the same goods…</source>
        <translation>选择同一商品…</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不关联</translation>
    </message>
    <message>
        <source>Which goods are the same?</source>
        <translation>哪一件是同一商品？</translation>
    </message>
    <message>
        <source>Probably the same goods</source>
        <translation>可能是同一商品</translation>
    </message>
    <message>
        <source>Link by hand</source>
        <translation>手动关联</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Linked elsewhere</source>
        <translation>已关联其他</translation>
    </message>
    <message>
        <source>Show that link</source>
        <translation>查看该关联</translation>
    </message>
</context>
<context>
    <name>Cockpit</name>
    <message>
        <source>reminds, never acts</source>
        <translation>只提醒，不代为操作</translation>
    </message>
    <message>
        <source> · first 30 minutes: {score} {word}</source>
        <translation> · 前 30 分钟赛马 {score} {word}</translation>
    </message>
</context>
<context>
    <name>ColumnPick</name>
    <message>
        <source>leave out</source>
        <translation>不导入</translation>
    </message>
</context>
<context>
    <name>Completion</name>
    <message>
        <source>Looked at</source>
        <translation>完成度</translation>
    </message>
</context>
<context>
    <name>CompletionCard</name>
    <message>
        <source>Completion and the pool line</source>
        <translation>完播率与“跳池”线</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>参考线</translation>
    </message>
    <message>
        <source>Only the shortest works reach 60 %: compare with the P75 of your own works of that length</source>
        <translation>60% 只有极短作品够得着，请与自家同组 P75 比</translation>
    </message>
    <message numerus="yes">
        <source>by length · works of the last %n day(s)</source>
        <translation>
            <numerusform>按时长分组 · 近 %n 天作品</numerusform>
        </translation>
    </message>
    <message>
        <source>● last {days} days   ▬ own P25–P75   ┃ own median</source>
        <translation>● 近 {days} 天   ▬ 自家 P25–P75   ┃ 自家中位</translation>
    </message>
    <message>
        <source>no works imported yet</source>
        <translation>还没有导入作品</translation>
    </message>
    <message numerus="yes">
        <source>%n without a length</source>
        <translation>
            <numerusform>%n 条没有时长</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a completion</source>
        <translation>
            <numerusform>%n 条没有完播率</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n longer than 5 min</source>
        <translation>
            <numerusform>%n 条超过 5 分钟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompletionChart</name>
    <message>
        <source>Works</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Pool line {line} (experience)</source>
        <translation>跳池线 {line}（经验值）</translation>
    </message>
    <message>
        <source>Pool lines (experience)</source>
        <translation>跳池线（经验值）</translation>
    </message>
    <message>
        <source>no works</source>
        <translation>没有作品</translation>
    </message>
    <message>
        <source>too few works to judge</source>
        <translation>样本不足，不判</translation>
    </message>
    <message>
        <source>none of late</source>
        <translation>近期没有作品</translation>
    </message>
    <message>
        <source>Median, {days} days</source>
        <translation>近 {days} 天中位数</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Own P25</source>
        <translation>自家 P25</translation>
    </message>
    <message>
        <source>Own median</source>
        <translation>自家中位数</translation>
    </message>
    <message>
        <source>Own P75</source>
        <translation>自家 P75</translation>
    </message>
    <message>
        <source>Pool line</source>
        <translation>跳池线</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>完播率</translation>
    </message>
    <message>
        <source>too few to judge: {have} of {need}</source>
        <translation>样本不足，不判：{have}/{need}</translation>
    </message>
    <message>
        <source>✓ top quarter</source>
        <translation>✓ 接近前 25%</translation>
    </message>
    <message>
        <source>● usual</source>
        <translation>● 平常</translation>
    </message>
    <message>
        <source>▲ below</source>
        <translation>▲ 偏低</translation>
    </message>
    <message>
        <source>Own works: P25 {low} · median {middle} · P75 {high}, n = {n}</source>
        <translation>自家作品：P25 {low} · 中位 {middle} · P75 {high}，n = {n}</translation>
    </message>
    <message>
        <source>Median of the last {days} days: {recent}, n = {n}</source>
        <translation>近 {days} 天作品中位：{recent}，n = {n}</translation>
    </message>
    <message>
        <source>Line: {line}. The verdict is by the own P75: {verdict}</source>
        <translation>跳池线 {line}；结论按自家 P75：{verdict}</translation>
    </message>
    <message>
        <source>Completion = complete plays ÷ plays; complete: watched as long as the work is</source>
        <translation>完播率 = 完播次数 ÷ 播放次数；看满作品时长算完播</translation>
    </message>
</context>
<context>
    <name>CompliancePage</name>
    <message>
        <source>Hints at risks, no legal advice</source>
        <translation>以下为风险提示，不是法律意见</translation>
    </message>
</context>
<context>
    <name>ConditionRow</name>
    <message>
        <source>Take this row out</source>
        <translation>去掉这一行</translation>
    </message>
    <message>
        <source>and</source>
        <translation>且</translation>
    </message>
    <message>
        <source>or</source>
        <translation>或</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>times</source>
        <translation>次</translation>
    </message>
    <message>
        <source>words, separated by commas</source>
        <translation>文字，用逗号分隔</translation>
    </message>
</context>
<context>
    <name>ConditionsCard</name>
    <message>
        <source>Conditions</source>
        <translation>分群条件</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Save the segment</source>
        <translation>保存分群</translation>
    </message>
    <message>
        <source>And one more</source>
        <translation>且</translation>
    </message>
    <message>
        <source>Or another group</source>
        <translation>或：添加一组</translation>
    </message>
    <message>
        <source>Make a task list</source>
        <translation>建任务清单</translation>
    </message>
    <message>
        <source>List them</source>
        <translation>查看名单</translation>
    </message>
    <message numerus="yes">
        <source>%n fit</source>
        <translation>
            <numerusform>%n 人符合</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n may be reached (agreed to messages)</source>
        <translation>
            <numerusform>可触达 %n 人（已同意营销）</numerusform>
        </translation>
    </message>
    <message>
        <source>no consent known {n}</source>
        <translation>未知同意 {n} 人</translation>
    </message>
    <message>
        <source>reached within {days} days {n}</source>
        <translation>近 {days} 天已触达 {n} 人</translation>
    </message>
    <message>
        <source>blacklist {n}</source>
        <translation>黑名单 {n} 人</translation>
    </message>
    <message>
        <source>Left out: {why}</source>
        <translation>未纳入触达：{why}</translation>
    </message>
    <message>
        <source>{share} of {n} customers</source>
        <translation>占 {n} 位客户的 {share}</translation>
    </message>
    <message numerus="yes">
        <source>%n purchase(s)</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConsistencyCard</name>
    <message>
        <source>Label consistency</source>
        <translation>标签一致性</translation>
    </message>
    <message>
        <source>content ↔ fans&apos; interests</source>
        <translation>内容 ↔ 粉丝兴趣</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Index = 1 − half the sum of the absolute gaps (own figure, not the platform&apos;s)</source>
        <translation>一致性 = 1 − 半绝对差之和（自算，非平台分）</translation>
    </message>
    <message>
        <source>mostly agree</source>
        <translation>基本一致</translation>
    </message>
    <message>
        <source>drifts apart</source>
        <translation>偏离较大</translation>
    </message>
    <message>
        <source>as of {day}</source>
        <translation>截至 {day}</translation>
    </message>
    <message>
        <source>{day}: {index} {arrow}</source>
        <translation>{day} 为 {index} {arrow}</translation>
    </message>
    <message>
        <source>“{label}”: content lies {points} points below the fans&apos; interest</source>
        <translation>{label}：内容少于粉丝兴趣 {points} 点</translation>
    </message>
    <message>
        <source>“{label}”: content lies {points} points above the fans&apos; interest</source>
        <translation>{label}：内容多于粉丝兴趣 {points} 点</translation>
    </message>
    <message>
        <source>no source</source>
        <translation>无来源</translation>
    </message>
    <message>
        <source>Missing: {sides}. Import a table or type it.</source>
        <translation>缺少：{sides}。请导入表格或手动录入。</translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>All reports</source>
        <translation>全部报告</translation>
    </message>
    <message>
        <source>{month} · no. {n}</source>
        <translation>{month} · 第 {n} 号</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>暂无</translation>
    </message>
</context>
<context>
    <name>ContentsView</name>
    <message>
        <source>Taken out: {title}</source>
        <translation>已移除：{title}</translation>
    </message>
    <message>
        <source>import it again to undo</source>
        <translation>重新导入即可恢复</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n row(s) can be kept</source>
        <translation>
            <numerusform>%n 行可保存</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n 行已有</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) cannot be kept</source>
        <translation>
            <numerusform>%n 行不能保存</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are too many at once and left out</source>
        <translation>
            <numerusform>超出一次上限，%n 行未读</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %n are shown</source>
        <translation>
            <numerusform>只显示前 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) kept</source>
        <translation>
            <numerusform>已保存 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fit nobody</source>
        <translation>
            <numerusform>%n 行对不上人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n 行未收</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CouponsCard</name>
    <message>
        <source>Coupons passed on</source>
        <translation>裂变券</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>No coupons passed on are known</source>
        <translation>还没有裂变券数据</translation>
    </message>
    <message>
        <source>Import the merchant back office&apos;s export: who invited whom, who took and used the coupon.</source>
        <translation>导入商家后台的裂变明细：谁邀请了谁，谁领了券、用了券。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Coefficient = new buyers ÷ people who passed coupons on. A new buyer cost all that the used coupons took off ÷ new buyers.</source>
        <translation>裂变系数 = 新客 ÷ 发起人；每个新客成本 = 已用券的全部让利 ÷ 新客。</translation>
    </message>
    <message>
        <source>Brought by</source>
        <translation>邀请人</translation>
    </message>
    <message>
        <source>Brought</source>
        <translation>带来</translation>
    </message>
    <message>
        <source>Of them bought</source>
        <translation>其中用券</translation>
    </message>
    <message>
        <source>Of them new</source>
        <translation>其中新客</translation>
    </message>
    <message>
        <source>Who brought most</source>
        <translation>带来最多的人</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} people</source>
        <translation>{n} 人</translation>
    </message>
    <message>
        <source>{n} orders</source>
        <translation>{n} 单</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>发起</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>被邀领取</translation>
    </message>
    <message>
        <source>New buyers</source>
        <translation>新客下单</translation>
    </message>
    <message>
        <source>Old buyers</source>
        <translation>老客核销</translation>
    </message>
    <message>
        <source>New or old unknown</source>
        <translation>新老未知</translation>
    </message>
    <message>
        <source>No circles, nobody invited himself</source>
        <translation>没有循环邀请，也没有自己邀请自己</translation>
    </message>
    <message>
        <source>coefficient {n}</source>
        <translation>裂变系数 {n}</translation>
    </message>
    <message>
        <source>a new buyer cost {money}</source>
        <translation>每个新客成本 {money}</translation>
    </message>
    <message numerus="yes">
        <source>cost missing in %n row(s)</source>
        <translation>
            <numerusform>%n 行缺成本</numerusform>
        </translation>
    </message>
    <message>
        <source>margin {n} times the cost</source>
        <translation>毛利是成本的 {n} 倍</translation>
    </message>
    <message>
        <source>by step: {levels}</source>
        <translation>逐级 {levels}</translation>
    </message>
    <message>
        <source>paid with it {money}</source>
        <translation>用券成交 {money}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n invited himself</source>
        <translation>
            <numerusform>自己邀请自己 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message numerus="yes">
        <source>%n circle(s)</source>
        <translation>
            <numerusform>循环邀请 %n 组</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invited a second time: the first counts</source>
        <translation>
            <numerusform>重复被邀 %n 次，以首次为准</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CueForm</name>
    <message>
        <source>Cue</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>1:05:00 or 65 (minutes)</source>
        <translation>1:05:00 或 65（分钟）</translation>
    </message>
    <message>
        <source>number or title of one of your goods; may stay empty</source>
        <translation>商品 ID 或标题，可不填</translation>
    </message>
    <message>
        <source>What the host says</source>
        <translation>主播要说的话</translation>
    </message>
    <message>
        <source>Open in the checker</source>
        <translation>在文字检查中打开</translation>
    </message>
    <message>
        <source>Time into the show</source>
        <translation>开播后时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Choose a cue on the left, or add one with Ctrl+N</source>
        <translation>在左侧选一个节点，或按 Ctrl+N 新增</translation>
    </message>
    <message>
        <source>Wording is being checked</source>
        <translation>话术检查中</translation>
    </message>
    <message>
        <source>{n} risks in the wording</source>
        <translation>话术有 {n} 处风险</translation>
    </message>
    <message>
        <source>No risk found in the wording</source>
        <translation>话术未发现风险</translation>
    </message>
    <message>
        <source>Write it like 1:05:00, or 65 for minutes</source>
        <translation>请写成 1:05:00，或只写分钟数 65</translation>
    </message>
    <message>
        <source>A show lasts 12 hours at most</source>
        <translation>一场最长 12 小时</translation>
    </message>
    <message>
        <source>The title is missing</source>
        <translation>缺少标题</translation>
    </message>
    <message>
        <source>4,000 letters at most</source>
        <translation>最多 4,000 字</translation>
    </message>
    <message>
        <source>None of your Kuaishou goods has this number</source>
        <translation>快手商品里没有这个 ID</translation>
    </message>
</context>
<context>
    <name>CueList</name>
    <message>
        <source>Name of the script</source>
        <translation>脚本名称</translation>
    </message>
    <message>
        <source>Category </source>
        <translation>类目 </translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Title and wording</source>
        <translation>标题与话术</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>No cue yet: Ctrl+N adds one</source>
        <translation>还没有节点：按 Ctrl+N 新增</translation>
    </message>
    <message>
        <source>↑↓ choose · Enter writes · Ctrl+N adds · Ctrl+D doubles · Delete takes out · Ctrl+Z back</source>
        <translation>↑↓ 选择 · 回车编辑 · Ctrl+N 新增 · Ctrl+D 复制 · Delete 删除 · Ctrl+Z 撤销</translation>
    </message>
    <message>
        <source>{n} cues · last at {time}</source>
        <translation>{n} 节点 · 最后 {time}</translation>
    </message>
    <message>
        <source>Not for minors</source>
        <translation>未成年人不宜</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>检查中</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>未发现</translation>
    </message>
    <message>
        <source>No title</source>
        <translation>缺少标题</translation>
    </message>
</context>
<context>
    <name>Cueing</name>
    <message>
        <source>Done: {title}</source>
        <translation>已确认：{title}</translation>
    </message>
    <message>
        <source>Skipped: {title}</source>
        <translation>已跳过：{title}</translation>
    </message>
    <message>
        <source>2 minutes later: {title}</source>
        <translation>延后 2 分钟：{title}</translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back for 10 s</source>
        <translation>10 秒内按 Ctrl+Z 撤销</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>On show: {item}</source>
        <translation>讲解中：{item}</translation>
    </message>
    <message>
        <source>Pop it on Kuaishou&apos;s own page, too</source>
        <translation>请同时在快手中控台弹品</translation>
    </message>
    <message>
        <source>Already in the script</source>
        <translation>脚本里已有</translation>
    </message>
    <message>
        <source>Script of the moment</source>
        <translation>临时脚本</translation>
    </message>
    <message>
        <source>In the script at {time}</source>
        <translation>已加入脚本，{time}</translation>
    </message>
</context>
<context>
    <name>CurveCard</name>
    <message>
        <source>Live curve</source>
        <translation>实时曲线</translation>
    </message>
    <message>
        <source>dashed: own median</source>
        <translation>灰虚线 = 近 7 场同分钟中位</translation>
    </message>
    <message>
        <source>Online + sales</source>
        <translation>在线+成交</translation>
    </message>
    <message>
        <source>Interactions</source>
        <translation>互动</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>lift = mean of 3 min after ÷ mean of 3 min before − 1; under 30 people it is not said</source>
        <translation>增幅 = 节点后 3 分均值 ÷ 前 3 分均值 − 1；前后样本 &lt; 30 人不显示</translation>
    </message>
</context>
<context>
    <name>CustomerBody</name>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>every {n} days</source>
        <translation>约每 {n} 天</translation>
    </message>
    <message>
        <source>Last bought R</source>
        <translation>最近购买 R</translation>
    </message>
    <message>
        <source>Times F</source>
        <translation>次数 F</translation>
    </message>
    <message>
        <source>Spent M</source>
        <translation>消费 M</translation>
    </message>
    <message>
        <source>margin {m}</source>
        <translation>毛利 {m}</translation>
    </message>
    <message>
        <source>Refund share</source>
        <translation>退款率</translation>
    </message>
    <message>
        <source>The margin is unknown: of some goods no cost is known.</source>
        <translation>毛利未知：有商品没有成本价。</translation>
    </message>
    <message>
        <source>Identities</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>joined on {day}, can be taken apart</source>
        <translation>合并于 {day}，可拆开</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>拆开</translation>
    </message>
    <message numerus="yes">
        <source>linked orders name %n more buyer(s): joined with none</source>
        <translation>
            <numerusform>对应订单还指向另外 %n 位买家：都不合并</numerusform>
        </translation>
    </message>
    <message>
        <source>matched: linked order {no}</source>
        <translation>匹配：对应订单 {no}</translation>
    </message>
    <message>
        <source>matched: by a person</source>
        <translation>匹配：人工确认</translation>
    </message>
    <message>
        <source>the shop&apos;s own buyer id</source>
        <translation>本店买家标识</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Click to take it off</source>
        <translation>点击去掉</translation>
    </message>
    <message>
        <source>+ Tag (T)</source>
        <translation>+ 加标签 (T)</translation>
    </message>
    <message numerus="yes">
        <source>All %n label(s)</source>
        <translation>
            <numerusform>全部 %n 个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>Agreed to messages</source>
        <translation>营销同意</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>未问</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>Reached {n} times in 30 days · at most {most} · nothing from {late}:00 to {early}:00</source>
        <translation>近 30 天触达 {n} 次 · 上限 {most} 次 · {late} 点到次日 {early} 点不发</translation>
    </message>
    <message>
        <source>Blacklist: {why}</source>
        <translation>黑名单：{why}</translation>
    </message>
    <message>
        <source>goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>On the blacklist: no messages</source>
        <translation>在黑名单中：不触达</translation>
    </message>
    <message>
        <source>Fits: buys again every {gap} days, that time is over; {leaf} bought most</source>
        <translation>适合：复购周期约 {gap} 天，已到；买得最多的是{leaf}</translation>
    </message>
    <message>
        <source>Fits: buys again every {gap} days, within a week from now; {leaf} bought most</source>
        <translation>适合：复购周期约 {gap} 天，一周内到；买得最多的是{leaf}</translation>
    </message>
    <message>
        <source>Fits: care after the first purchase, how to use {leaf}; no selling yet</source>
        <translation>适合：首购关怀，讲讲{leaf}怎么用，先不推销</translation>
    </message>
    <message>
        <source>Fits: news about {leaf}, with a reason to come back</source>
        <translation>适合：{leaf}上新提醒，给一个回来的理由</translation>
    </message>
    <message>
        <source>Fits: early access to new {leaf}; no discount needed</source>
        <translation>适合：{leaf}新品优先购，不必打折</translation>
    </message>
</context>
<context>
    <name>CustomerDrawer</name>
    <message>
        <source>Into a task list</source>
        <translation>加入任务</translation>
    </message>
    <message>
        <source>Write a note (N)</source>
        <translation>写备注 (N)</translation>
    </message>
    <message>
        <source>Blacklist</source>
        <translation>拉黑</translation>
    </message>
    <message>
        <source>↑↓ next · Esc closes</source>
        <translation>↑↓ 换人 · Esc 关闭</translation>
    </message>
    <message>
        <source>Off the blacklist</source>
        <translation>移出黑名单</translation>
    </message>
</context>
<context>
    <name>CustomerFoot</name>
    <message numerus="yes">
        <source>%n customer(s) selected</source>
        <translation>
            <numerusform>已选 %n 位客户</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerHead</name>
    <message>
        <source>{tail} · masked as the platform gave it</source>
        <translation>{tail} · 按平台给出的样子脱敏</translation>
    </message>
</context>
<context>
    <name>CustomerListView</name>
    <message>
        <source>Name, tag or last four digits</source>
        <translation>姓名、标签、手机号后四位</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Segment: </source>
        <translation>分群：</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation>没有符合的客户</translation>
    </message>
    <message>
        <source>Customers come from the orders of your own shops; other filters may find some.</source>
        <translation>客户来自自家店铺的订单；换个筛选条件试试。</translation>
    </message>
    <message>
        <source>{first}–{last} of {total} customers · numbers stay masked</source>
        <translation>第 {first}–{last} 位 · 共 {total} 位 · 号码始终脱敏</translation>
    </message>
    <message>
        <source>Make a task list</source>
        <translation>建任务清单</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>合并</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) of the matrix</source>
        <translation>
            <numerusform>矩阵 %n 格</numerusform>
        </translation>
    </message>
    <message>
        <source>For example: sensitive skin</source>
        <translation>例如：敏感肌</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>加标签</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写下</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>写点什么</translation>
    </message>
    <message>
        <source>Blacklisted customers are left out of every task list.</source>
        <translation>黑名单客户不会进入任何任务清单。</translation>
    </message>
    <message>
        <source>Blacklist</source>
        <translation>拉黑</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The orders stay with each identity; your word counts more than linked orders from now on.</source>
        <translation>订单各归各的身份；今后以你的判断为准，不再因对应订单合并。</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>拆开</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen customer(s)</source>
        <translation>
            <numerusform>选中的 %n 位客户</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaysDialog</name>
    <message>
        <source>From one day to another</source>
        <translation>自选日期</translation>
    </message>
    <message>
        <source>Show these days</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日</translation>
    </message>
    <message>
        <source>Days in shop time, like 2026-11-01</source>
        <translation>店铺时间，格式如 2026-11-01</translation>
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
    <name>DeadlineDialog</name>
    <message>
        <source>Note a deadline</source>
        <translation>记录发货时限</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The nearest deadline counts. A later one is shown beside it and delays nothing.</source>
        <translation>以最早的时限为准；更晚的只作提示，不会推迟提醒。</translation>
    </message>
    <message>
        <source>an extension that was agreed</source>
        <translation>已同意的延期</translation>
    </message>
    <message>
        <source>a promise to the buyer</source>
        <translation>对买家的承诺</translation>
    </message>
    <message>
        <source>It is </source>
        <translation>类型：</translation>
    </message>
    <message>
        <source>To leave by (empty strikes it out)</source>
        <translation>最迟发货时间（留空即删除）</translation>
    </message>
    <message>
        <source>Why, and who agreed</source>
        <translation>原因、谁同意的</translation>
    </message>
    <message>
        <source>Write it like 2026-11-26 18:00</source>
        <translation>请写成 2026-11-26 18:00</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Mark</source>
        <translation>打点</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>已打点</translation>
    </message>
    <message>
        <source>End this show?</source>
        <translation>结束本场直播？</translation>
    </message>
    <message>
        <source>End and recap</source>
        <translation>结束并复盘</translation>
    </message>
    <message>
        <source>It is kept as ended at this moment. What its page still tells changes it no more.</source>
        <translation>本场按此刻结束。之后直播页面继续送来的数据不再计入本场。</translation>
    </message>
</context>
<context>
    <name>DetailDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Type figures</source>
        <translation>录入数字</translation>
    </message>
    <message>
        <source>Import figures</source>
        <translation>导入数字</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>取消归档</translation>
    </message>
    <message>
        <source>people are dealt out by chance</source>
        <translation>随机分流</translation>
    </message>
    <message>
        <source>days or shows take turns: not dealt out by chance</source>
        <translation>按天或按场轮换，不是随机分流</translation>
    </message>
    <message>
        <source>begun {day}</source>
        <translation>{day} 开始</translation>
    </message>
    <message>
        <source>Stopped: {reason}</source>
        <translation>停止原因：{reason}</translation>
    </message>
    <message>
        <source>Several metrics: p is counted by Holm over all of them.</source>
        <translation>有多个指标：p 值已按 Holm 法合并校正。</translation>
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
        <source>Save a diagnostics bundle…</source>
        <translation>导出诊断包…</translation>
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
        <source>The diagnostics bundle is saved</source>
        <translation>诊断包已保存</translation>
    </message>
    <message>
        <source>Diagnostics bundle</source>
        <translation>诊断包</translation>
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
        <translation>店铺时间与本机时间对比</translation>
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
        <source>file</source>
        <translation>数据文件版本</translation>
    </message>
    <message>
        <source>{name} copied</source>
        <translation>已复制{name}</translation>
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
    <name>DisputesView</name>
    <message>
        <source>Warn from </source>
        <translation>预警线 </translation>
    </message>
    <message>
        <source>Warned</source>
        <translation>已预警</translation>
    </message>
    <message>
        <source>All that run</source>
        <translation>全部进行中</translation>
    </message>
    <message>
        <source>A score of visible reasons, 0–100; an aid, no judgement.</source>
        <translation>按可见原因打分，0–100 分；辅助提示，不代表结论。</translation>
    </message>
    <message>
        <source>No after-sale near a dispute</source>
        <translation>没有接近争议的售后单</translation>
    </message>
    <message>
        <source>{first}–{last} of {total} after-sales</source>
        <translation>第 {first}–{last} 单 · 共 {total} 单</translation>
    </message>
    <message>
        <source>What counts</source>
        <translation>计分规则</translation>
    </message>
    <message>
        <source>Words 8–30, refused 15, silence 8–20, age 4–16, amount 3–15, repeat buyer 4–12, contacts 4–12, parcel 12, return not confirmed 6–12, past the deadline 12. More of a reason is never fewer points.</source>
        <translation>关键词 8–30，商家拒绝 15，未回复 8–20，申请时长 4–16，金额 3–15，重复售后 4–12，多次留言 4–12，物流异常 12，退回未确认 6–12，超期 12。任何一项加重，分数只增不减。</translation>
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
        <source>Then bind its ads account (磁力金牛), too</source>
        <translation>接着绑定磁力金牛投放账户</translation>
    </message>
    <message>
        <source>Optional: an app of the ads platform is needed. It can be done at any time under Accounts.</source>
        <translation>可选：需要投放平台的应用；之后随时可在「账号」里绑定。</translation>
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
    <name>DoorCard</name>
    <message>
        <source>Connect the helper, and the figures come by themselves once you are on air</source>
        <translation>连接采集助手，开播后数字会自动出现</translation>
    </message>
    <message>
        <source>Kuaishou gives merchants no interface to the live dashboard: viewers, stay and interaction are sent to this computer by your own live console page.</source>
        <translation>快手没有向商家开放直播看板接口：在线、停留、互动由您自己的直播后台页面送到本机。</translation>
    </message>
    <message>
        <source>Watch a folder of JSONL files</source>
        <translation>监视 JSONL 文件夹</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>不再监视</translation>
    </message>
    <message>
        <source>You can also:</source>
        <translation>也可以：</translation>
    </message>
    <message>
        <source>Begin a show by hand</source>
        <translation>手动开一场</translation>
    </message>
    <message>
        <source>Sources and lines</source>
        <translation>来源与达标线</translation>
    </message>
    <message>
        <source>Link OBS</source>
        <translation>连接 OBS</translation>
    </message>
    <message>
        <source>A figure without a source is shown as “—”: never as 0, and never as an estimate.</source>
        <translation>没有来源的数字一律显示“—”，不显示 0，也不估算。</translation>
    </message>
    <message>
        <source>Open the door</source>
        <translation>打开采集入口</translation>
    </message>
    <message>
        <source>Listens on this computer only</source>
        <translation>只在本机监听，不经外网</translation>
    </message>
    <message>
        <source>Stays open until you close it</source>
        <translation>一直开着，直到您关闭</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Give the helper the token</source>
        <translation>把口令交给采集助手</translation>
    </message>
    <message>
        <source>Without it nobody gets in</source>
        <translation>没有口令的一律拒收</translation>
    </message>
    <message>
        <source>Show the token</source>
        <translation>显示口令</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Make another</source>
        <translation>换一个</translation>
    </message>
    <message>
        <source>Open your live console page</source>
        <translation>打开直播后台看板</translation>
    </message>
    <message>
        <source>It reads only what your own page shows</source>
        <translation>只读您已登录的后台页面</translation>
    </message>
    <message>
        <source>This page turns into the cockpit with the first figure</source>
        <translation>收到第一个数字，本页自动切换</translation>
    </message>
    <message>
        <source>Close the door</source>
        <translation>关闭采集入口</translation>
    </message>
    <message>
        <source>Hide the token</source>
        <translation>隐藏口令</translation>
    </message>
    <message>
        <source>Port {port} is taken by another program</source>
        <translation>端口 {port} 被其他程序占用</translation>
    </message>
    <message>
        <source>Give the helper the new address: {address}</source>
        <translation>请把新地址填到采集助手：{address}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
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
    <name>DutiesView</name>
    <message>
        <source>Protection of minors</source>
        <translation>未成年人保护模式</translation>
    </message>
    <message>
        <source>No duties</source>
        <translation>没有事项</translation>
    </message>
    <message>
        <source>{first}–{last} of {total} duties</source>
        <translation>第 {first}–{last} 项 · 共 {total} 项</translation>
    </message>
    <message>
        <source>While on, wordings that concern minors are banned everywhere; scripts take neither such goods nor raffles</source>
        <translation>开启后，涉及未成年人的词句在所有位置按“禁用”处理；脚本不收这类商品，也不安排抽奖</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>施行</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Barred goods on the shelf: {kinds}</source>
        <translation>在售的受限商品：{kinds}</translation>
    </message>
    <message>
        <source>No goods on the shelf are of a barred category</source>
        <translation>在售商品中没有受限类目</translation>
    </message>
    <message>
        <source>{n} goods without a known category</source>
        <translation>{n} 件商品类目未知</translation>
    </message>
    <message>
        <source>Bind a Kuaishou shop first: duties are kept by shop.</source>
        <translation>请先绑定快手小店：清单按店铺保存。</translation>
    </message>
    <message>
        <source>File that proves it</source>
        <translation>证明文件</translation>
    </message>
</context>
<context>
    <name>DutyDialog</name>
    <message>
        <source>Duty</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>{law} · {since} · source: {source}, {day}</source>
        <translation>{law} · {since} · 来源：{source}，{day}</translation>
    </message>
    <message>
        <source>Nobody read this in an official text yet: confirm it, and enter the day yourself.</source>
        <translation>尚未在官方文本中核对：请确认后自行填写日期。</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Add a proof</source>
        <translation>添加证明</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>no file yet</source>
        <translation>还没有文件</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Days are written like 2027-03-02.</source>
        <translation>日期写法如 2027-03-02。</translation>
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
        <source>{platform} stock from what is available</source>
        <translation>{platform}库存取可售数</translation>
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
    <name>Equation</name>
    <message>
        <source>Kuaishou, paid</source>
        <translation>快手已付</translation>
    </message>
</context>
<context>
    <name>EquationCard</name>
    <message>
        <source>Orders and amounts</source>
        <translation>笔数与金额</translation>
    </message>
    <message>
        <source>This period was not proved yet</source>
        <translation>这个时段还没有核对过</translation>
    </message>
    <message>
        <source>Not proved</source>
        <translation>未核对</translation>
    </message>
    <message>
        <source>Does not add up</source>
        <translation>对不上</translation>
    </message>
    <message>
        <source>window complete</source>
        <translation>窗口完整</translation>
    </message>
    <message>
        <source>window not complete</source>
        <translation>窗口不完整</translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n 笔待处理</numerusform>
        </translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Everything accounted for</source>
        <translation>全部对上</translation>
    </message>
    <message>
        <source>paired</source>
        <translation>配对</translation>
    </message>
    <message>
        <source>second trades</source>
        <translation>重复导入</translation>
    </message>
    <message>
        <source>orders of another day</source>
        <translation>他日订单</translation>
    </message>
    <message>
        <source>stray</source>
        <translation>多出</translation>
    </message>
    <message>
        <source>to confirm</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>order not due</source>
        <translation>快手订单未到</translation>
    </message>
    <message>
        <source>Youzan, brought in and paid: {n} · {money} = {parts}</source>
        <translation>有赞导入并已付 {n} 笔 · {money} = {parts}</translation>
    </message>
    <message>
        <source>Both sides come to the same amount</source>
        <translation>两边金额一致</translation>
    </message>
    <message>
        <source>Both sides differ by {money} = {parts}</source>
        <translation>两边差额 {money} = {parts}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>ExperimentTable</name>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>95 % from</source>
        <translation>95 % 下限</translation>
    </message>
    <message>
        <source>95 % to</source>
        <translation>95 % 上限</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本进度</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>结论</translation>
    </message>
    <message numerus="yes">
        <source>%n experiment(s)</source>
        <translation>
            <numerusform>%n 个实验</numerusform>
        </translation>
    </message>
    <message>
        <source>A/B experiments</source>
        <translation>A/B 实验</translation>
    </message>
</context>
<context>
    <name>ExperimentsView</name>
    <message>
        <source>Sample size</source>
        <translation>样本量计算</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>新建实验</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>No experiment yet</source>
        <translation>还没有实验</translation>
    </message>
    <message>
        <source>Compare two titles, prices, covers, scripts or cues. The size of the sample is fixed before; figures are typed, imported, or taken from the orders in the file.</source>
        <translation>比较两种标题、价格、封面、脚本或直播节点。先定样本量；数字可以手填、导入，或直接取本机订单。</translation>
    </message>
    <message>
        <source>{first}–{last} of {total} experiments</source>
        <translation>第 {first}–{last} 个 · 共 {total} 个实验</translation>
    </message>
    <message>
        <source>A/B experiments</source>
        <translation>A/B 实验</translation>
    </message>
    <message>
        <source>The sample is fixed before; concluded only once it is reached; till then only progress</source>
        <translation>先定样本量，到量才下结论；中途只看进度</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>B − A with its 95 % interval</source>
        <translation>B − A 与 95% 区间</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本进度</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>另有 {n} 个</translation>
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
    <name>FansCard</name>
    <message>
        <source>Who came back</source>
        <translation>忠实粉丝</translation>
    </message>
    <message>
        <source>people that are named only</source>
        <translation>只算可识别的人</translation>
    </message>
    <message>
        <source>Viewers who interacted</source>
        <translation>互动观众回访</translation>
    </message>
    <message>
        <source>Buyers</source>
        <translation>买家复购</translation>
    </message>
    <message>
        <source>Nobody is named: connect a helper that sends comments with a key for each person</source>
        <translation>没有可识别的观众：请接入会随评论发送用户标识的采集助手</translation>
    </message>
    <message>
        <source>No show before it names anybody</source>
        <translation>此前没有可识别观众的场次</translation>
    </message>
    <message>
        <source>Nobody came back: the helper likely makes other keys for each show, so it cannot be known</source>
        <translation>无一人回访：采集助手可能每场换一套标识，无法判断</translation>
    </message>
    <message numerus="yes">
        <source>had interacted in one of the %n show(s) before</source>
        <translation>
            <numerusform>在此前 %n 场里互动过</numerusform>
        </translation>
    </message>
    <message>
        <source> · too few to judge by</source>
        <translation> · 样本不足</translation>
    </message>
    <message>
        <source>The shop&apos;s orders are not read up to the end of this show</source>
        <translation>店铺订单尚未同步到本场结束</translation>
    </message>
    <message>
        <source>No order of this show names its buyer</source>
        <translation>本场订单没有买家标识</translation>
    </message>
    <message>
        <source>No order from before this show is kept here</source>
        <translation>本机没有这场之前的订单</translation>
    </message>
    <message>
        <source>had bought before, by the orders kept since {day}</source>
        <translation>此前买过，按本机 {day} 以来的订单</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) without a buyer left out</source>
        <translation>
            <numerusform>另有 %n 单无买家标识，未计入</numerusform>
        </translation>
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
        <source>Kuaishou orders paid while a show was on, without those known to be made elsewhere. Which show sold an order no list of orders says: beside a show the shop&apos;s own page may have sold some of them.</source>
        <translation>直播期间付款的快手订单，已知在别处下单的不算。订单列表不说每单由哪场直播带来：直播期间店铺页自己卖出的也可能在内。</translation>
    </message>
    <message>
        <source>To Live</source>
        <translation>去直播</translation>
    </message>
    <message>
        <source>No show</source>
        <translation>无直播</translation>
    </message>
    <message>
        <source>no show in this period is known</source>
        <translation>这段时间没有已知的直播</translation>
    </message>
    <message>
        <source>{shows} · {orders}</source>
        <translation>{shows} · {orders}</translation>
    </message>
    <message numerus="yes">
        <source>%n show(s)</source>
        <translation>
            <numerusform>%n 场直播</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>On air</source>
        <translation>直播中</translation>
    </message>
    <message>
        <source>Running total</source>
        <translation>累计</translation>
    </message>
    <message>
        <source>Live goods</source>
        <translation>直播商品成交</translation>
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
    <name>FiguresDialog</name>
    <message>
        <source>Figures</source>
        <translation>录入数字</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>empty: everything so far; else a day like 2026-11-26</source>
        <translation>留空：截至目前累计；或写某一天，如 2026-11-26</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本量</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Both arms of a metric: a sample, and a count within it</source>
        <translation>填样本量和次数（次数不大于样本量）；均值类填均值和标准差</translation>
    </message>
</context>
<context>
    <name>FiguresDrawer</name>
    <message>
        <source>Figures and sources</source>
        <translation>数据与来源</translation>
    </message>
    <message>
        <source>Type in</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>达标线</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>It goes on</source>
        <translation>已继续</translation>
    </message>
    <message>
        <source>No show is on</source>
        <translation>当前没有直播</translation>
    </message>
    <message>
        <source>A show without a title</source>
        <translation>未命名场次</translation>
    </message>
    <message>
        <source>Known already: that moment was typed before</source>
        <translation>这个时间已录入过</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Two shows now</source>
        <translation>已拆成两场</translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message>
        <source>Worst first</source>
        <translation>按严重</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>按位置</translation>
    </message>
    <message>
        <source>F8 next · Shift+F8 back</source>
        <translation>F8 下一条 · Shift+F8 上一条</translation>
    </message>
    <message>
        <source>This text</source>
        <translation>本文稿</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全店</translation>
    </message>
    <message>
        <source>Found {n}</source>
        <translation>发现 {n}</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>另有 {n} 条</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>line {n}</source>
        <translation>第 {n} 行</translation>
    </message>
    <message>
        <source>Looks like evasion</source>
        <translation>疑似规避</translation>
    </message>
    <message>
        <source>read as “{plain}”</source>
        <translation>规范化后“{plain}”</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>Let it pass (listed in the monthly report)</source>
        <translation>忽略此条（会列入月度报告）</translation>
    </message>
    <message>
        <source>The reason, e.g. a registered trade mark</source>
        <translation>理由必填，例如：注册商标</translation>
    </message>
    <message>
        <source>Let it pass</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>长期</translation>
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
        <source>Used before? Restore a backup…</source>
        <translation>以前用过？从备份恢复…</translation>
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
    <name>Folds</name>
    <message>
        <source>From</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>80% held</source>
        <translation>80% 区间命中</translation>
    </message>
    <message>
        <source>Naive</source>
        <translation>上周同日</translation>
    </message>
    <message>
        <source>Error in rehearsals</source>
        <translation>回测误差</translation>
    </message>
</context>
<context>
    <name>FootChannels</name>
    <message>
        <source>Channels compared</source>
        <translation>触达渠道对比</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>到达率</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>成交率</translation>
    </message>
    <message>
        <source>ROI</source>
        <translation>ROI</translation>
    </message>
    <message>
        <source>Nothing imported, nothing sent from here yet</source>
        <translation>还没有导入，也没有从这里发出过</translation>
    </message>
    <message>
        <source>last {days} days</source>
        <translation>近 {days} 天</translation>
    </message>
    <message>
        <source>free, not counted</source>
        <translation>免费，不计</translation>
    </message>
</context>
<context>
    <name>FootTasks</name>
    <message>
        <source>Task lists</source>
        <translation>任务清单</translation>
    </message>
    <message>
        <source>List</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>No task lists yet</source>
        <translation>还没有任务清单</translation>
    </message>
    <message>
        <source>Contacts go out masked; who exported, when and how many is kept.</source>
        <translation>导出不含明文手机号；谁、何时、多少人都会留痕。</translation>
    </message>
</context>
<context>
    <name>ForecastCard</name>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Paid amount</source>
        <translation>成交额</translation>
    </message>
    <message>
        <source>Ad spend</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>Ad spend ahead</source>
        <translation>预计花费</translation>
    </message>
    <message>
        <source>Forecast amount</source>
        <translation>预测成交额</translation>
    </message>
    <message>
        <source>80% band</source>
        <translation>80% 区间</translation>
    </message>
    <message>
        <source>Below break-even</source>
        <translation>低于保本的概率</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Break-even {roi} (margin {margin})</source>
        <translation>保本线 {roi}（毛利率 {margin}）</translation>
    </message>
    <message numerus="yes">
        <source>next %n day(s)</source>
        <translation>
            <numerusform>未来 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>{ahead} · paid on the day ÷ spent on the day, before refunds</source>
        <translation>{ahead} · 当日 ROI = 当日成交 ÷ 当日花费，退款前</translation>
    </message>
    <message>
        <source>The chart begins once orders of a whole day have been read</source>
        <translation>读到至少一整天的订单后开始画图</translation>
    </message>
    <message>
        <source>No day of ad spend is known. Bind an ads account, or import what was spent.</source>
        <translation>还没有任何一天的投放花费。请绑定磁力金牛账户，或导入历史花费。</translation>
    </message>
    <message numerus="yes">
        <source>Orders · %n day(s)</source>
        <translation>
            <numerusform>订单接口 · %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>No forecast: last week&apos;s weekday told the past as well or better. History only.</source>
        <translation>不做预测：回测中“上周同日”与本方法一样准或更准，这里只显示历史。</translation>
    </message>
    <message>
        <source>No forecast: how wrong it would have been cannot be measured yet. History only.</source>
        <translation>不做预测：现在还量不出误差会有多大，这里只显示历史。</translation>
    </message>
    <message>
        <source>Orange dashes: what was forecast then, or what a rehearsal says where none was kept.</source>
        <translation>橙虚线是当时的预测，没有留存的日子用回测结果。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{names}: never seen here, counted as an ordinary day.</source>
        <translation>{names}：本店没有经历过，按平日算。</translation>
    </message>
    <message>
        <source>None was kept yet; the first is tonight.</source>
        <translation>还没有留存的预测，今晚会存第一份。</translation>
    </message>
    <message>
        <source>Last kept {when}.</source>
        <translation>最近留存 {when}。</translation>
    </message>
    <message>
        <source>Last kept {when}; kept ones missed {share} so far.</source>
        <translation>最近留存 {when}；留存的预测至今误差 {share}。</translation>
    </message>
</context>
<context>
    <name>ForecastChart</name>
    <message>
        <source>came</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>forecast then</source>
        <translation>当时预测</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>{band} from</source>
        <translation>{band} 下限</translation>
    </message>
    <message>
        <source>{band} to</source>
        <translation>{band} 上限</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>大促</translation>
    </message>
    <message>
        <source>Today {day}</source>
        <translation>今天 {day}</translation>
    </message>
    <message>
        <source>Forecast {value}</source>
        <translation>预测 {value}</translation>
    </message>
    <message>
        <source>80% band</source>
        <translation>80% 区间</translation>
    </message>
    <message>
        <source>95% band</source>
        <translation>95% 区间</translation>
    </message>
</context>
<context>
    <name>ForecastView</name>
    <message>
        <source>14 days</source>
        <translation>14 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>Forecast now</source>
        <translation>重新预测</translation>
    </message>
    <message>
        <source>Forecast kept</source>
        <translation>预测已留存</translation>
    </message>
    <message>
        <source>There is nothing to forecast yet</source>
        <translation>现在还没有可预测的内容</translation>
    </message>
    <message>
        <source>What ads cost by day</source>
        <translation>每日投放花费</translation>
    </message>
    <message>
        <source>The table has no columns of day and cost</source>
        <translation>表里没有日期列和花费列</translation>
    </message>
    <message>
        <source>It needs a title row with 日期 and 花费, as the ads back office exports it</source>
        <translation>需要带“日期”“花费”标题的一行，投放后台导出的报表就有</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) of ad spend kept</source>
        <translation>
            <numerusform>已记下 %n 天的花费</numerusform>
        </translation>
    </message>
    <message>
        <source>the day cannot be read</source>
        <translation>日期读不懂</translation>
    </message>
    <message>
        <source>the day has not come</source>
        <translation>日期还没到</translation>
    </message>
    <message>
        <source>the day is too long ago</source>
        <translation>日期太久远</translation>
    </message>
    <message>
        <source>the amount cannot be read</source>
        <translation>金额读不懂</translation>
    </message>
    <message>
        <source>Row {n}: {why} ({said})</source>
        <translation>第 {n} 行：{why}（{said}）</translation>
    </message>
</context>
<context>
    <name>FoundRow</name>
    <message>
        <source>. Instead: {words}</source>
        <translation>。可改为：{words}</translation>
    </message>
</context>
<context>
    <name>FunnelBars</name>
    <message>
        <source>Step</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Of the step before</source>
        <translation>占上一环节</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Product funnel</source>
        <translation>商品转化漏斗</translation>
    </message>
</context>
<context>
    <name>FunnelCard</name>
    <message>
        <source>Product funnel</source>
        <translation>商品转化漏斗</translation>
    </message>
    <message>
        <source>all goods</source>
        <translation>全部商品</translation>
    </message>
    <message>
        <source>Exposures, clicks and carts are counted, orders are orders; paid: of the orders placed here.</source>
        <translation>曝光、点击、加购按次数，下单、支付按订单；支付只算其中已付的。</translation>
    </message>
    <message>
        <source>no platform tells it</source>
        <translation>平台接口不提供</translation>
    </message>
    <message>
        <source>Exposed</source>
        <translation>曝光</translation>
    </message>
    <message>
        <source>Clicked</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>In cart</source>
        <translation>加购</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>下单</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>支付</translation>
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
        <source>Red up, green down</source>
        <translation>红涨绿跌</translation>
    </message>
    <message>
        <source>Green up, red down</source>
        <translation>绿涨红跌</translation>
    </message>
    <message>
        <source>Rise and fall</source>
        <translation>涨跌配色</translation>
    </message>
    <message>
        <source>The colours of ▲ and ▼ against the time before. Good and bad keep their own colours.</source>
        <translation>与之前相比 ▲▼ 用的颜色；达标、风险等判断的颜色不变</translation>
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
        <source>30 s</source>
        <translation>30 秒</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1 分钟</translation>
    </message>
    <message>
        <source>3 min</source>
        <translation>3 分钟</translation>
    </message>
    <message>
        <source>Mask buyers&apos; data again after</source>
        <translation>买家信息重新打码</translation>
    </message>
    <message>
        <source>What was revealed of an order. Closing the order or locking the window masks it at once.</source>
        <translation>查看订单收件人后多久重新打码；关闭订单或锁定窗口时立即打码。</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>免打扰时段</translation>
    </message>
    <message>
        <source>Only what is critical pops up then, without a sound; everything else waits in the bell.</source>
        <translation>这段时间只弹出紧急提醒且不出声，其余留在铃铛里。</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>GivingDialog</name>
    <message>
        <source>Who answers which ticket</source>
        <translation>分派规则</translation>
    </message>
    <message>
        <source>Save rules</source>
        <translation>保存规则</translation>
    </message>
    <message>
        <source>The first rule that fits counts. Rules give out what arrives; what a person gave stays where it is.</source>
        <translation>从上到下，第一条符合的规则生效。规则只分派新到的工单；手工分派的不会被改动。</translation>
    </message>
    <message>
        <source>Try on open tickets</source>
        <translation>试算</translation>
    </message>
    <message>
        <source>Give out anew</source>
        <translation>重新分派</translation>
    </message>
    <message>
        <source>No rules: tickets stay with nobody until somebody takes them</source>
        <translation>没有规则：工单无人负责，直到有人手工分派</translation>
    </message>
    <message>
        <source>Try it earlier</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Remove this rule</source>
        <translation>删除这条规则</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新增规则</translation>
    </message>
    <message>
        <source>To: </source>
        <translation>分派给：</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Type: </source>
        <translation>类型：</translation>
    </message>
    <message>
        <source>Reason contains (several with commas)</source>
        <translation>原因包含（多个用逗号隔开）</translation>
    </message>
    <message>
        <source>Carrier, there or back</source>
        <translation>快递公司（发货或退货）</translation>
    </message>
    <message>
        <source>Amount from, yuan</source>
        <translation>金额不低于（元）</translation>
    </message>
    <message>
        <source>Amount below, yuan</source>
        <translation>金额低于（元）</translation>
    </message>
    <message>
        <source>Older than, hours</source>
        <translation>申请超过（小时）</translation>
    </message>
    <message>
        <source>Add the rule</source>
        <translation>添加规则</translation>
    </message>
    <message>
        <source>Name the people first, in Settings under People and rights</source>
        <translation>请先在“设置 · 人员与权限”中添加人员</translation>
    </message>
    <message>
        <source>Amounts are yuan like 50 or 49.90, hours are whole</source>
        <translation>金额以元填写，如 50 或 49.90；小时填整数</translation>
    </message>
    <message>
        <source>{n} of {all} open tickets would move</source>
        <translation>{all} 张进行中的工单里，有 {n} 张会改派</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>未分配</translation>
    </message>
    <message>
        <source>{n} given by hand stay</source>
        <translation>手工分派的 {n} 张不变</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) given out</source>
        <translation>
            <numerusform>已分派 %n 单</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoodsCard</name>
    <message>
        <source>Items of the show</source>
        <translation>小黄车商品</translation>
    </message>
    <message>
        <source>Kuaishou stock as read, less what sold since</source>
        <translation>快手库存，已减去读取后售出的</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Oversell</source>
        <translation>超卖风险</translation>
    </message>
    <message>
        <source>No click or order of an item came in yet</source>
        <translation>还没有收到商品点击或订单</translation>
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
    <name>HoldDialog</name>
    <message>
        <source>Until: </source>
        <translation>暂缓至：</translation>
    </message>
    <message>
        <source>Day and time, shop time</source>
        <translation>日期和时间（店铺时间）</translation>
    </message>
    <message>
        <source>Write it like 2026-11-26 18:00</source>
        <translation>请按 2026-11-26 18:00 的格式填写</translation>
    </message>
    <message>
        <source>That time is past</source>
        <translation>该时间已过</translation>
    </message>
</context>
<context>
    <name>HoldLine</name>
    <message>
        <source>Kept back: {reason}</source>
        <translation>暂缓发货：{reason}</translation>
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
    <name>ImportDialog</name>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Import figures</source>
        <translation>导入数字</translation>
    </message>
    <message>
        <source>One row an arm (and day): columns arm, sample, count; for means mean and deviation. A table with days adds up; one without stands for everything so far.</source>
        <translation>每组（每天）一行：列名为 组、样本、次数；均值类为 均值、标准差。带日期的表逐天累加，不带日期的表当作截至目前累计。</translation>
    </message>
    <message>
        <source>These columns are missing: {names}</source>
        <translation>缺少这些列：{names}</translation>
    </message>
    <message>
        <source>{n} rows can be kept, {bad} cannot</source>
        <translation>{n} 行可以导入，{bad} 行不行</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>另有 {n} 行</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>实验数字</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>since the start</source>
        <translation>开播至今累计</translation>
    </message>
    <message>
        <source>of each row&apos;s stretch</source>
        <translation>各时段分别</translation>
    </message>
    <message>
        <source>Of a stretch each, counters are added up; how many people it was is left out: nobody counts twice</source>
        <translation>按每行时段时，次数会累加；人数不取，避免同一人重复计数</translation>
    </message>
    <message>
        <source>Counters are</source>
        <translation>计数口径</translation>
    </message>
    <message>
        <source>From the back office: xlsx, csv, or copied cells (Ctrl+V). You look it over before it is kept.</source>
        <translation>支持后台导出的 xlsx、csv，或复制的单元格（Ctrl+V）。先核对，再保存。</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Nothing to look over yet</source>
        <translation>还没有可核对的内容</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Figures of a show</source>
        <translation>导入直播数据</translation>
    </message>
    <message>
        <source>None of the titles is known. Give the table a row of titles, such as 时间 or 在线人数.</source>
        <translation>没有认出任何表头。请保留表头行，如“时间”“在线人数”。</translation>
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
        <source>{buffers} buffers and {costs} costs set</source>
        <translation>已设置 {buffers} 项安全库存、{costs} 项成本</translation>
    </message>
    <message>
        <source>{changes} prices and stocks to preview, {buffers} buffers and {costs} costs to set, {bad} rows cannot be used</source>
        <translation>{changes} 项价格和库存待预览，{buffers} 项安全库存、{costs} 项成本将设置，{bad} 行不能用</translation>
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
    <name>Intake</name>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>数据行</translation>
    </message>
    <message>
        <source>Type under titles:</source>
        <translation>手动录入：</translation>
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
    <message>
        <source>below the floor</source>
        <translation>低于底价</translation>
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
    <message numerus="yes">
        <source>%n without counterpart</source>
        <translation>
            <numerusform>%n 个没有对应规格</numerusform>
        </translation>
    </message>
    <message>
        <source>Why they are linked</source>
        <translation>为什么关联</translation>
    </message>
    <message>
        <source>Why they can be linked</source>
        <translation>为什么可以关联</translation>
    </message>
    <message>
        <source>Why it is not linked</source>
        <translation>为什么没有关联</translation>
    </message>
    <message>
        <source>Undo the link…</source>
        <translation>拆开关联…</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>已关联</translation>
    </message>
    <message>
        <source>Can be linked</source>
        <translation>可关联</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemsCard</name>
    <message>
        <source>Items</source>
        <translation>商品表现</translation>
    </message>
    <message>
        <source>by clicks</source>
        <translation>按点击</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>成交额</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>退款率</translation>
    </message>
    <message>
        <source>No click or order of an item came in</source>
        <translation>没有收到商品点击或订单</translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>Join two customers</source>
        <translation>合并两位客户</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Reason, for example: said so himself</source>
        <translation>原因，例如：本人确认</translation>
    </message>
    <message>
        <source>{one} and {other} become one customer. It is noted who said so, and it can be taken apart.</source>
        <translation>{one} 与 {other} 合并为一位客户。会记录是谁做的判断，之后可以拆开。</translation>
    </message>
</context>
<context>
    <name>KeepBar</name>
    <message numerus="yes">
        <source>%n order(s) may leave again</source>
        <translation>
            <numerusform>已解除暂缓 %n 单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are kept back</source>
        <translation>
            <numerusform>已暂缓发货 %n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep back ({key}) or let go ({other})</source>
        <translation>暂缓发货（{key}）或解除暂缓（{other}）</translation>
    </message>
    <message>
        <source>None of the chosen is kept back</source>
        <translation>所选订单都没有暂缓</translation>
    </message>
    <message>
        <source>They are neither shipped nor printed until they are let go. Only this program knows: the platforms are told nothing, and their deadlines go on.</source>
        <translation>解除之前不会进入发货和打单。仅在本软件内生效，不通知平台，平台的发货时限照常计算。</translation>
    </message>
    <message numerus="yes">
        <source>%n of them is (are) kept back already and get(s) the new reason.</source>
        <translation>
            <numerusform>其中 %n 单已在暂缓，将改用新原因。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %n order(s) back</source>
        <translation>
            <numerusform>暂缓发货 %n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>Why: it stands beside the order and in the audit</source>
        <translation>暂缓原因：显示在订单旁并记入操作记录</translation>
    </message>
    <message>
        <source>Keep back</source>
        <translation>暂缓发货</translation>
    </message>
    <message numerus="yes">
        <source>Let %n order(s) go</source>
        <translation>
            <numerusform>解除 %n 单的暂缓</numerusform>
        </translation>
    </message>
    <message>
        <source>They may be shipped and printed again. Nothing that was stopped goes out by itself.</source>
        <translation>解除后可重新打单、发货；此前已停下的不会自动发出。</translation>
    </message>
    <message>
        <source>Why: it goes into the audit</source>
        <translation>为什么解除（记入审计）</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>解除暂缓</translation>
    </message>
    <message numerus="yes">
        <source>%n of the chosen stayed as it is (as they are)</source>
        <translation>
            <numerusform>所选中有 %n 单未变</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting command(s) taken out of the outbox</source>
        <translation>
            <numerusform>已从待发送中撤下 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>too late for %n: already sent to the platform</source>
        <translation>
            <numerusform>%n 条已发往平台，来不及拦下</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysEverywhere</name>
    <message>
        <source>Keys hold in our windows only</source>
        <translation>热键只在本程序窗口内有效</translation>
    </message>
    <message>
        <source>Keys everywhere: on</source>
        <translation>全局热键：开</translation>
    </message>
    <message>
        <source>Keys everywhere: off</source>
        <translation>全局热键：关</translation>
    </message>
    <message>
        <source>There is no such part for this system yet</source>
        <translation>此系统暂无全局热键</translation>
    </message>
    <message>
        <source>Held by another program: {keys}</source>
        <translation>其他程序占用：{keys}</translation>
    </message>
    <message>
        <source>They still hold in our windows</source>
        <translation>在本程序窗口内仍有效</translation>
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
    <name>KindsCard</name>
    <message>
        <source>By category</source>
        <translation>分类打法</translation>
    </message>
    <message>
        <source>what the trade advises</source>
        <translation>行业建议</translation>
    </message>
    <message>
        <source>{words} → {way}: {why} ({day})</source>
        <translation>{words} → {way}：{why}（{day}）</translation>
    </message>
    <message>
        <source>Nothing is known of the categories that you sell.</source>
        <translation>您在卖的类目暂无建议。</translation>
    </message>
</context>
<context>
    <name>KindsTable</name>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>停留</translation>
    </message>
    <message>
        <source>Click rate</source>
        <translation>点击率</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>转化率</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>n={n} few</source>
        <translation>n={n} 不足</translation>
    </message>
    <message>
        <source>no works</source>
        <translation>无作品</translation>
    </message>
    <message>
        <source>ref. {figure}</source>
        <translation>参考 {figure}</translation>
    </message>
    <message>
        <source>Content types compared</source>
        <translation>内容类型对比</translation>
    </message>
    <message>
        <source>shows</source>
        <translation>场</translation>
    </message>
    <message>
        <source>works</source>
        <translation>条作品</translation>
    </message>
    <message>
        <source>n = {plays} from {works} {unit}</source>
        <translation>n = {plays}，来自 {works} {unit}</translation>
    </message>
    <message>
        <source>Too few to compare</source>
        <translation>样本不足，不比较</translation>
    </message>
    <message>
        <source>Stay {figure}: mean weighted by plays</source>
        <translation>停留 {figure}：按播放量加权平均</translation>
    </message>
    <message>
        <source>Click rate {figure}: item clicks ÷ plays</source>
        <translation>点击率 {figure}：商品点击 ÷ 播放（观看）</translation>
    </message>
    <message>
        <source>Conversion {figure}: paid orders ÷ item clicks</source>
        <translation>转化率 {figure}：支付订单 ÷ 商品点击</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>您设置的</translation>
    </message>
    <message>
        <source>as it came with the program</source>
        <translation>程序自带</translation>
    </message>
    <message>
        <source>To compare with ({own}, {day}): {stay} · {click} · {conversion}</source>
        <translation>参考（{own}，{day}）：{stay} · {click} · {conversion}</translation>
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
    <name>LabelsCard</name>
    <message>
        <source>Label library</source>
        <translation>标签库</translation>
    </message>
    <message>
        <source>Find a label</source>
        <translation>找标签</translation>
    </message>
    <message>
        <source>Worked out of the orders in this file; closed, refunded and trial orders are no purchases.</source>
        <translation>由本机订单计算；关闭、全额退款和测试订单不算购买。</translation>
    </message>
    <message>
        <source>{n} labels, {borne} of them borne by somebody</source>
        <translation>{n} 个标签，{borne} 个有人命中</translation>
    </message>
    <message>
        <source>At least {share} of the purchases</source>
        <translation>至少 {share} 的购买</translation>
    </message>
    <message>
        <source>At least one purchase</source>
        <translation>至少一次购买</translation>
    </message>
</context>
<context>
    <name>LabelsDialog</name>
    <message>
        <source>Labels of content and fans</source>
        <translation>内容与粉丝标签</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>One label a line: name, share of content, share of fans. From the fans&apos; portrait of the back office, and your own count of works. Each side comes to 100 % at most.</source>
        <translation>一行一个标签：名称、内容占比、粉丝占比。粉丝占比看后台的粉丝画像，内容占比按自己的作品统计。每一边合计不超过 100%。</translation>
    </message>
    <message>
        <source>As of the day</source>
        <translation>截至日期</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n 个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>The day cannot be read, or is to come</source>
        <translation>日期读不懂，或还没到</translation>
    </message>
    <message>
        <source>Line {number}: {reason}</source>
        <translation>第 {number} 行：{reason}</translation>
    </message>
</context>
<context>
    <name>LabelsView</name>
    <message>
        <source>Edit labels</source>
        <translation>编辑标签</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>参考线</translation>
    </message>
    <message>
        <source>How it is read</source>
        <translation>怎么看</translation>
    </message>
    <message>
        <source>1.00: content and fans have the very same labels. 0: they share none.</source>
        <translation>1.00 表示内容与粉丝兴趣完全一致，0 表示毫无重合。</translation>
    </message>
    <message>
        <source>A gap warns from the line on that you set under Lines; what no label names never warns.</source>
        <translation>差距达到“参考线”里设置的点数就提醒；未列出的部分不提醒。</translation>
    </message>
    <message>
        <source>The platform&apos;s own label weight is shown to nobody. This is arithmetic on two tables of yours.</source>
        <translation>平台的标签权重不对外公布。这里只是用您的两张表算出来的。</translation>
    </message>
    <message>
        <source>Two tables of different days are compared as they are; both days are printed.</source>
        <translation>两边日期不同也照样比较，日期会一并写出。</translation>
    </message>
    <message>
        <source>No labels yet</source>
        <translation>还没有标签</translation>
    </message>
    <message>
        <source>Type them, or import a table with the columns 标签, 内容占比, 粉丝占比.</source>
        <translation>手动录入，或导入带有“标签、内容占比、粉丝占比”三列的表格。</translation>
    </message>
</context>
<context>
    <name>LackingCard</name>
    <message>
        <source>What a forecast needs</source>
        <translation>预测所需数据</translation>
    </message>
    <message>
        <source>Not enough data</source>
        <translation>数据不足</translation>
    </message>
    <message>
        <source>Import ad spend</source>
        <translation>导入历史花费</translation>
    </message>
    <message>
        <source>Go to accounts</source>
        <translation>去绑定店铺</translation>
    </message>
    <message>
        <source>All there</source>
        <translation>已够</translation>
    </message>
    <message>
        <source>Paid amount and ROI are forecast.</source>
        <translation>成交额与 ROI 都可以预测。</translation>
    </message>
    <message>
        <source>The paid amount is forecast. ROI is not: ad spend is not known on enough days.</source>
        <translation>成交额可以预测；ROI 还不行：有花费记录的天数不够。</translation>
    </message>
    <message>
        <source>No forecast yet. What is missing stands below; nothing is made up.</source>
        <translation>还不能预测。缺什么写在下面，不用别家或示例数据顶替。</translation>
    </message>
    <message>
        <source>Orders come in once a shop is bound.</source>
        <translation>绑定店铺后，订单会自动读进来。</translation>
    </message>
    <message>
        <source>Days with sales</source>
        <translation>有成交的天数</translation>
    </message>
    <message>
        <source>Paid orders</source>
        <translation>支付订单</translation>
    </message>
    <message>
        <source>Days of ad spend</source>
        <translation>投放花费记录</translation>
    </message>
    <message>
        <source>Orders of the item</source>
        <translation>该商品订单</translation>
    </message>
    <message>
        <source>{have} / {need} days</source>
        <translation>{have} / {need} 天</translation>
    </message>
    <message>
        <source>{have} / {need} orders</source>
        <translation>{have} / {need} 单</translation>
    </message>
    <message>
        <source>{name}: never at the present pace</source>
        <translation>{name}按现在的速度不会够</translation>
    </message>
    <message numerus="yes">
        <source>in about %n day(s)</source>
        <translation>
            <numerusform>约 %n 天后够</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: {when}</source>
        <translation>{name}{when}</translation>
    </message>
    <message>
        <source>At the present pace · {said}</source>
        <translation>按现在的速度 · {said}</translation>
    </message>
</context>
<context>
    <name>Lane</name>
    <message>
        <source>Change the figures</source>
        <translation>修改级别参数</translation>
    </message>
    <message>
        <source>and {n} more in the list</source>
        <translation>还有 {n} 条，见列表</translation>
    </message>
    <message>
        <source>There is no appeal at this level</source>
        <translation>此级没有申诉按钮</translation>
    </message>
    <message>
        <source>None of this level</source>
        <translation>没有此级违规</translation>
    </message>
</context>
<context>
    <name>LaneBoard</name>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>泳道</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n 项任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>LaneView</name>
    <message>
        <source>Nothing here</source>
        <translation>暂无工单</translation>
    </message>
    <message numerus="yes">
        <source>Of %n ticket(s) no amount is known</source>
        <translation>
            <numerusform>有 %n 单金额未知，未计入</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} more in the list</source>
        <translation>还有 {n} 单</translation>
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
    <name>LedgerView</name>
    <message>
        <source>Add a certificate</source>
        <translation>登记证件</translation>
    </message>
    <message>
        <source>No certificate was entered</source>
        <translation>还没有登记证件</translation>
    </message>
    <message>
        <source>Until one is, nothing is said about documents when goods are checked</source>
        <translation>登记之前，商品检查不对证件下结论</translation>
    </message>
    <message>
        <source>{first}–{last} of {total} certificates</source>
        <translation>第 {first}–{last} 份 · 共 {total} 份</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>For</source>
        <translation>适用</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Renewal window</source>
        <translation>续期窗口</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Hangs on it</source>
        <translation>停售影响</translation>
    </message>
    <message>
        <source>{n} goods without a category that was read: what they need is not known</source>
        <translation>{n} 件商品的类目未读取，所需证件未知</translation>
    </message>
    <message>
        <source>Take out of the ledger</source>
        <translation>移出台账</translation>
    </message>
    <message>
        <source>Not needed here</source>
        <translation>本店不需要</translation>
    </message>
    <message>
        <source>File of the certificate</source>
        <translation>选择证件文件</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>{kind}: the table covers kinds of goods, you know yours. Say why it is not needed.</source>
        <translation>{kind}：对照表按商品大类整理，你最清楚自家商品。请写明为什么不需要。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Take it out?</source>
        <translation>移出台账？</translation>
    </message>
    <message>
        <source>Goods will be checked as if this certificate were not there. Its file stays.</source>
        <translation>之后检查商品时视为没有这份证件，文件仍保留。</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
</context>
<context>
    <name>LessonsCard</name>
    <message>
        <source>Lessons</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>by rule, with evidence</source>
        <translation>规则得出，附依据</translation>
    </message>
    <message>
        <source>Nothing stands out</source>
        <translation>没有特别之处</translation>
    </message>
    <message>
        <source>{name} brought most: ▲{lift} of {n} marks that can be judged</source>
        <translation>{name} 最有效：▲{lift}（可判断的 {n} 个节点中）</translation>
    </message>
    <message>
        <source>{name} lost viewers: ▼{lift}</source>
        <translation>{name} 之后在线下降：▼{lift}</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) cannot be judged: too few people, or another one within 3 minutes</source>
        <translation>
            <numerusform>%n 个节点不作判断：人数不足，或 3 分钟内另有节点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cut(s)</source>
        <translation>
            <numerusform>断流 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>, {m} minutes without data</source>
        <translation>，共 {m} 分钟无数据</translation>
    </message>
    <message>
        <source>{figure} below pass: {value}, line {line}</source>
        <translation>{figure}未达标：{value}，及格线 {line}</translation>
    </message>
    <message>
        <source>{figure} excellent: {value}, line {line}</source>
        <translation>{figure}优秀：{value}，优秀线 {line}</translation>
    </message>
</context>
<context>
    <name>LetGoDialog</name>
    <message>
        <source>Give a reason first</source>
        <translation>请先填写原因</translation>
    </message>
</context>
<context>
    <name>LevelDialog</name>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>first working day after the notice</source>
        <translation>通知次日起的第一个工作日</translation>
    </message>
    <message>
        <source>day of the notice</source>
        <translation>通知当日</translation>
    </message>
    <message>
        <source>which page or notice says so</source>
        <translation>写明出自哪个页面或通知</translation>
    </message>
    <message>
        <source>Working days to appeal (empty: no appeal)</source>
        <translation>申诉期（工作日，留空为不可申诉）</translation>
    </message>
    <message>
        <source>Days it weighs (empty: for good)</source>
        <translation>影响期（天，留空为永久）</translation>
    </message>
    <message>
        <source>Counting begins on</source>
        <translation>起算日</translation>
    </message>
    <message>
        <source>The last day ends at (hour, 1 to 24)</source>
        <translation>末日截止时刻（1–24 时）</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>So far: {source}</source>
        <translation>目前：{source}</translation>
    </message>
</context>
<context>
    <name>LiftCard</name>
    <message>
        <source>Lift of marks</source>
        <translation>节点增幅</translation>
    </message>
    <message>
        <source>3 min before and after</source>
        <translation>前后各 3 分</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Engage</source>
        <translation>互动</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>后</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>增幅</translation>
    </message>
    <message>
        <source>No mark in this show</source>
        <translation>本场没有节点</translation>
    </message>
</context>
<context>
    <name>LinesDialog</name>
    <message>
        <source>Lines to compare with</source>
        <translation>参考线</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Yardsticks, not rules of the platform. Leave a field empty to use the figure that came with the program; yours holds from today on.</source>
        <translation>这些是经验值，不是平台规则。留空即用程序自带的数字；您填写的从今天起生效。</translation>
    </message>
    <message>
        <source>Content types</source>
        <translation>内容类型</translation>
    </message>
    <message>
        <source>Completion line by length</source>
        <translation>各时长的跳池线</translation>
    </message>
    <message>
        <source>Samples and gaps</source>
        <translation>样本与差距</translation>
    </message>
    <message>
        <source>Stay, seconds</source>
        <translation>停留（秒）</translation>
    </message>
    <message>
        <source>Item click rate</source>
        <translation>商品点击率</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>转化率</translation>
    </message>
    <message>
        <source>Fewest that say something</source>
        <translation>少于多少算样本不足</translation>
    </message>
    <message>
        <source>Works of so many days are compared</source>
        <translation>比较近多少天的作品</translation>
    </message>
    <message>
        <source>The latest are of so many days</source>
        <translation>“近期”是多少天</translation>
    </message>
    <message>
        <source>So much of a line counts as near it</source>
        <translation>达到参考的多少算接近</translation>
    </message>
    <message>
        <source>Gap between labels that is warned of</source>
        <translation>标签差距提醒线</translation>
    </message>
    <message>
        <source>Labels mostly agree from here on</source>
        <translation>一致性达到多少算基本一致</translation>
    </message>
    <message>
        <source>yours since {day}</source>
        <translation>您于 {day} 设置</translation>
    </message>
    <message>
        <source>as it came, {day}</source>
        <translation>程序自带，{day}</translation>
    </message>
    <message>
        <source>Shares are written like 60%, times like 72, counts like 30.</source>
        <translation>比例写成 60%，时间写成 72（秒），数量写成 30。</translation>
    </message>
</context>
<context>
    <name>LinesPanel</name>
    <message>
        <source>All categories</source>
        <translation>全部类目</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>From the day</source>
        <translation>生效日</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>及格</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>优秀</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Set your own</source>
        <translation>自行设置</translation>
    </message>
    <message>
        <source>A show is judged by the lines of the day it began: what is set today does not change the past.</source>
        <translation>每场按开播当天生效的达标线评判；今天改动不影响以往场次。</translation>
    </message>
    <message>
        <source>Your own lines</source>
        <translation>自行设置的达标线</translation>
    </message>
    <message>
        <source>{figure}: pass {passing}, excellent {excellent}</source>
        <translation>{figure}：及格 {passing}，优秀 {excellent}</translation>
    </message>
    <message>
        <source>all categories</source>
        <translation>全部类目</translation>
    </message>
    <message>
        <source>In force ({category})</source>
        <translation>当前生效（{category}）</translation>
    </message>
    <message>
        <source>None: the trade&apos;s yardstick holds</source>
        <translation>没有：按行业经验值</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>{day} 起</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Excellent lies above pass</source>
        <translation>优秀线应高于及格线</translation>
    </message>
    <message>
        <source>A time like 1:30</source>
        <translation>时长格式如 1:30</translation>
    </message>
    <message>
        <source>A share like 5%</source>
        <translation>比例格式如 5%</translation>
    </message>
    <message>
        <source>A day like 2026-11-01</source>
        <translation>日期格式如 2026-11-01</translation>
    </message>
</context>
<context>
    <name>LinkBar</name>
    <message>
        <source>Match automatically</source>
        <translation>自动匹配</translation>
    </message>
    <message>
        <source>Goods are matched by code; likely ones by title, for you to confirm</source>
        <translation>按编码匹配商品；标题相近的由你确认</translation>
    </message>
    <message>
        <source>Accept the suggestions</source>
        <translation>接受建议</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不关联</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Link</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{done} of {total} linked</source>
        <translation>已关联 {done} / {total}</translation>
    </message>
</context>
<context>
    <name>Linker</name>
    <message>
        <source>Nothing is suggested here that can be accepted as it is</source>
        <translation>这件商品没有可以直接接受的建议</translation>
    </message>
    <message>
        <source>C: choose</source>
        <translation>按 C 选择商品</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>已关联</translation>
    </message>
    <message>
        <source>Goods are linked once both shops are bound</source>
        <translation>绑定两边店铺后才能关联商品</translation>
    </message>
    <message>
        <source>These goods are linked: undo that link first</source>
        <translation>这件商品已关联，请先拆开原来的关联</translation>
    </message>
    <message numerus="yes">
        <source>Leave %n goods without a link?</source>
        <translation>
            <numerusform>将 %n 件商品标为不关联？</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave them so</source>
        <translation>不关联</translation>
    </message>
    <message>
        <source>What is suggested for them, and what shares their codes, is not asked about again.</source>
        <translation>给它们的建议和同编码的商品，以后不再询问。</translation>
    </message>
    <message numerus="yes">
        <source>%n goods stay without a link</source>
        <translation>
            <numerusform>%n 件商品已标为不关联</numerusform>
        </translation>
    </message>
    <message>
        <source>Leaving goods without a link: {done} of {total}</source>
        <translation>正在标为不关联：{done} / {total}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message numerus="yes">
        <source>%n goods linked</source>
        <translation>
            <numerusform>已关联 %n 件商品</numerusform>
        </translation>
    </message>
    <message>
        <source>The link is undone</source>
        <translation>已拆开关联</translation>
    </message>
    <message>
        <source>Both shops are compared once all their goods have been read</source>
        <translation>两边商品全部读取完成后才会比对</translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>Scripts</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>The second screen is gone: the wall was closed</source>
        <translation>第二块屏已断开，大屏已关闭</translation>
    </message>
    <message>
        <source>F11 opens it again</source>
        <translation>按 F11 可重新打开</translation>
    </message>
    <message>
        <source>no show is on</source>
        <translation>没有进行中的场次</translation>
    </message>
    <message>
        <source>A show without a title</source>
        <translation>未命名场次</translation>
    </message>
    <message>
        <source>No show before this one</source>
        <translation>此前没有场次</translation>
    </message>
</context>
<context>
    <name>LiveSettings</name>
    <message>
        <source>Stream (OBS)</source>
        <translation>推流（OBS）</translation>
    </message>
    <message>
        <source>Link OBS</source>
        <translation>连接 OBS</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Calls of a show</source>
        <translation>直播提醒</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Notices on the desktop</source>
        <translation>桌面通知</translation>
    </message>
    <message>
        <source>Figures of a show</source>
        <translation>直播数据</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Who is believed first where two tell the same figure</source>
        <translation>同一指标有多个来源时，先信哪个</translation>
    </message>
    <message>
        <source>Pass and excellent</source>
        <translation>及格与优秀线</translation>
    </message>
    <message>
        <source>By category, from a day on; until then the yardstick</source>
        <translation>按类目、按生效日设置；未设置时用行业经验值</translation>
    </message>
    <message>
        <source>Open in Live</source>
        <translation>在直播页打开</translation>
    </message>
    <message>
        <source>A show then begins and ends with the stream, and the cockpit says when frames are dropped. OBS is only asked how the stream is; nothing is changed there.</source>
        <translation>连接后场次随推流开始和结束，丢帧会在场控台提示。只查询推流状态，不改动 OBS 的任何设置。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>In OBS: Tools › WebSocket Server Settings; usually 127.0.0.1 and 4455</source>
        <translation>见 OBS“工具 › WebSocket 服务器设置”，一般是 127.0.0.1 和 4455</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Address and port</source>
        <translation>地址和端口</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s key store only; what travels is a hash of it, and only to OBS</source>
        <translation>只存放在系统钥匙串；只向 OBS 发送它的哈希值</translation>
    </message>
    <message>
        <source>Greets it once with what stands here; nothing is kept</source>
        <translation>用上面填写的内容连接一次，不保存</translation>
    </message>
    <message>
        <source>A short beep for cues, warnings and advice; never in quiet hours. Off: a microphone may be near.</source>
        <translation>节点、预警和建议时响一声；免打扰时段不响。默认关闭，以免收进麦克风。</translation>
    </message>
    <message>
        <source>While none of our windows is in front; in quiet hours only a cut and an item about to run out.</source>
        <translation>本程序不在最前面时弹出；免打扰时段只报断流和即将卖空。</translation>
    </message>
    <message>
        <source>a password is kept</source>
        <translation>已保存密码</translation>
    </message>
    <message>
        <source>no password</source>
        <translation>没有密码</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>等待中…</translation>
    </message>
    <message>
        <source>OBS {version}: streaming</source>
        <translation>OBS {version}：正在推流</translation>
    </message>
    <message>
        <source>OBS {version}: no stream now</source>
        <translation>OBS {version}：当前未推流</translation>
    </message>
</context>
<context>
    <name>LiveTile</name>
    <message>
        <source>nothing 5 min ago</source>
        <translation>前 5 分无数据</translation>
    </message>
    <message>
        <source>vs 5 min</source>
        <translation>较前 5 分</translation>
    </message>
    <message>
        <source>lines {ends}</source>
        <translation>线 {ends}</translation>
    </message>
    <message>
        <source>own P{rank}</source>
        <translation>自家 P{rank}</translation>
    </message>
    <message>
        <source>own median {value}</source>
        <translation>中位 {value}</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>及格</translation>
    </message>
    <message>
        <source>exc.</source>
        <translation>优秀</translation>
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
        <source>Youzan category {number}</source>
        <translation>有赞类目 {number}</translation>
    </message>
    <message>
        <source>{n} goods</source>
        <translation>{n} 件商品</translation>
    </message>
    <message>
        <source>Kuaishou category {number}</source>
        <translation>快手类目 {number}</translation>
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
    <name>MarginCard</name>
    <message>
        <source>Cost and margin at Kuaishou</source>
        <translation>快手成本与毛利</translation>
    </message>
    <message>
        <source>These goods are not at Kuaishou</source>
        <translation>该商品不在快手</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>毛利</translation>
    </message>
    <message>
        <source>Buyer pays</source>
        <translation>买家实付</translation>
    </message>
    <message>
        <source>Only variant</source>
        <translation>单规格</translation>
    </message>
    <message>
        <source>No cost is known: fill it in at Youzan, or import a sheet with the column “New cost”.</source>
        <translation>成本未知：请在有赞填写成本价，或导入带「新成本」列的表格。</translation>
    </message>
    <message>
        <source>Cost from Youzan, read {time}</source>
        <translation>成本来自有赞，读取于 {time}</translation>
    </message>
    <message>
        <source>Cost from a sheet, {time}</source>
        <translation>成本来自导入表格，{time}</translation>
    </message>
    <message>
        <source>with the live price and the coupon that you entered</source>
        <translation>已计入你填写的直播价和优惠券</translation>
    </message>
    <message>
        <source>the platform&apos;s fee</source>
        <translation>平台服务费</translation>
    </message>
    <message>
        <source>postage and packing</source>
        <translation>邮费和包装</translation>
    </message>
    <message>
        <source>not reckoned with: {what}</source>
        <translation>未扣除：{what}</translation>
    </message>
    <message>
        <source> and </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>MatchDialog</name>
    <message>
        <source>Match automatically</source>
        <translation>自动匹配</translation>
    </message>
    <message>
        <source>Nothing of this kind</source>
        <translation>没有这类商品</translation>
    </message>
    <message>
        <source>To create</source>
        <translation>待新建</translation>
    </message>
    <message>
        <source>at Kuaishou only, nothing like it at Youzan</source>
        <translation>仅快手有，有赞无对应</translation>
    </message>
    <message>
        <source>To link</source>
        <translation>可关联</translation>
    </message>
    <message>
        <source>codes tell, without doubt</source>
        <translation>编码一一对应</translation>
    </message>
    <message>
        <source>To ask</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>you decide, one by one</source>
        <translation>由你逐个决定</translation>
    </message>
    <message>
        <source>Linked already</source>
        <translation>已关联</translation>
    </message>
    <message>
        <source>left as they are</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Comparing the goods of both shops… nothing is written</source>
        <translation>正在比对两边商品…… 不会写入任何内容</translation>
    </message>
    <message numerus="yes">
        <source>Link %n goods</source>
        <translation>
            <numerusform>关联 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to link</source>
        <translation>没有可关联的</translation>
    </message>
    <message numerus="yes">
        <source>%n goods linked.</source>
        <translation>
            <numerusform>已关联 %n 件商品。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is written yet. Once linked, they stay so, even if a code is changed or used twice later.</source>
        <translation>目前没有写入任何内容。关联后，即使以后编码改动或重复，关联仍然保留。</translation>
    </message>
    <message>
        <source>Nothing new to link: everything that codes tell is linked already.</source>
        <translation>没有新的关联：能按编码确定的都已关联。</translation>
    </message>
    <message>
        <source>What is asked waits under To confirm and In conflict.</source>
        <translation>待确认的商品在“待确认”和“冲突”中。</translation>
    </message>
</context>
<context>
    <name>MatrixCard</name>
    <message>
        <source>RFM value matrix</source>
        <translation>RFM 价值矩阵</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Average spend</source>
        <translation>人均消费</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>毛利</translation>
    </message>
    <message>
        <source>Borders</source>
        <translation>界线</translation>
    </message>
    <message>
        <source>List them</source>
        <translation>查看名单</translation>
    </message>
    <message>
        <source>How lately and how often people buy says nothing of a shorter history. Nothing is borrowed.</source>
        <translation>历史太短时，最近和次数说明不了什么；不借用别家数据。</translation>
    </message>
    <message>
        <source>{n} people · {days} days</source>
        <translation>{n} 人 · 近 {days} 天</translation>
    </message>
    <message>
        <source>Average spend M</source>
        <translation>人均消费 M</translation>
    </message>
    <message>
        <source>Drag over cells, or press Shift and the arrows, to choose some of them</source>
        <translation>拖选格子，或按 Shift + 方向键，选出一块</translation>
    </message>
    <message>
        <source>Chosen: {names} {people} people · {share} of people, {spent} of money · {money}</source>
        <translation>已选 {names} {people} 人 · 占人数 {share}、消费 {spent} · {money}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Bought again within {days} days: regulars {a} (n={n}) · bought once before {b} (m={m})</source>
        <translation>{days} 天内复购：老客 {a}（n={n}） · 只买过一次的 {b}（m={m}）</translation>
    </message>
    <message>
        <source>too few to compare</source>
        <translation>样本不足</translation>
    </message>
    <message>
        <source>{x} ×</source>
        <translation>{x} 倍</translation>
    </message>
    <message>
        <source>yardstick {low}–{high} × (of {day})</source>
        <translation>参考 {low}–{high} 倍（{day}）</translation>
    </message>
    <message>
        <source>Orders in this file · worked out {at} · n={n}</source>
        <translation>本机订单 · 计算于 {at} · n={n}</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) without a named buyer are left out</source>
        <translation>
            <numerusform>%n 笔订单没有买家标识，未计入</numerusform>
        </translation>
    </message>
    <message>
        <source>closed, refunded and trial orders are no purchases</source>
        <translation>关闭、全额退款和测试订单不算购买</translation>
    </message>
</context>
<context>
    <name>MatrixGrid</name>
    <message>
        <source>Last bought × how often</source>
        <translation>最近购买 × 购买次数</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>分群</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Paid each</source>
        <translation>人均消费</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>消费合计</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>毛利</translation>
    </message>
    <message>
        <source>Value matrix</source>
        <translation>价值矩阵</translation>
    </message>
    <message>
        <source>{n} people</source>
        <translation>{n} 人</translation>
    </message>
    <message>
        <source>{people} people, {orders} purchases, {money}</source>
        <translation>{people} 人，{orders} 次购买，{money}</translation>
    </message>
    <message numerus="yes">
        <source> · margin of %n unknown: costs of goods are missing</source>
        <translation>
            <numerusform> · %n 人毛利未知：缺成本价</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>No customers yet</source>
        <translation>还没有客户</translation>
    </message>
    <message>
        <source>Import members or finish the first sync: customers come from the orders of your own shops.</source>
        <translation>导入会员或完成首次同步：客户来自自家店铺的订单。</translation>
    </message>
    <message>
        <source>Bind shops</source>
        <translation>去绑定店铺</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>全部客户</translation>
    </message>
</context>
<context>
    <name>MembersCard</name>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Youzan buyers of 365 days</source>
        <translation>有赞近 365 天买家</translation>
    </message>
    <message>
        <source>No members are known</source>
        <translation>还没有会员数据</translation>
    </message>
    <message>
        <source>Import Youzan&apos;s export of members with their levels and Youzan IDs.</source>
        <translation>导入有赞的会员导出，含会员等级与有赞 ID。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Buyers</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Orders each</source>
        <translation>人均单数</translation>
    </message>
    <message>
        <source>Spent each</source>
        <translation>人均消费</translation>
    </message>
    <message>
        <source>Members beside others</source>
        <translation>会员与非会员对比</translation>
    </message>
    <message>
        <source>{n} people</source>
        <translation>{n} 人</translation>
    </message>
    <message>
        <source>no level</source>
        <translation>无等级</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>非会员</translation>
    </message>
    <message>
        <source>{share} of buyers are members</source>
        <translation>会员占买家 {share}</translation>
    </message>
    <message>
        <source>the export names no Youzan ID: nobody can be found among buyers</source>
        <translation>导出里没有有赞 ID，无法与买家对应</translation>
    </message>
    <message>
        <source>too few for a comparison</source>
        <translation>样本不足，不作比较</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) without a Youzan ID count among the others</source>
        <translation>
            <numerusform>%n 位会员没有有赞 ID，算在非会员里</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MetricForm</name>
    <message>
        <source>Share (%)</source>
        <translation>比率 (%)</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>more is better</source>
        <translation>越大越好</translation>
    </message>
    <message>
        <source>less is better</source>
        <translation>越小越好</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>like: entry rate</source>
        <translation>如：进入率</translation>
    </message>
    <message>
        <source>Rate now (%)</source>
        <translation>现在的比率 (%)</translation>
    </message>
    <message>
        <source>Mean now</source>
        <translation>现在的均值</translation>
    </message>
    <message>
        <source>Smallest difference that matters (points)</source>
        <translation>有意义的最小差异（百分点）</translation>
    </message>
    <message>
        <source>Smallest difference</source>
        <translation>有意义的最小差异</translation>
    </message>
    <message>
        <source>A rate between 0 and 100 and a difference that stays within it</source>
        <translation>填 0 到 100 之间的比率，加上差异后也要在其中</translation>
    </message>
    <message>
        <source>A difference above 0 and the standard deviation of single values</source>
        <translation>填大于 0 的差异，以及单个数值的标准差</translation>
    </message>
    <message>
        <source>{n} an arm, {both} in all; power {power}, risk {alpha}</source>
        <translation>每组 {n}，共 {both}；把握度 {power}，误判风险 {alpha}</translation>
    </message>
</context>
<context>
    <name>MinorsCard</name>
    <message>
        <source>Protection of minors</source>
        <translation>未成年人保护</translation>
    </message>
    <message>
        <source>Checklists</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>On</source>
        <translation>已开启</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>未开启</translation>
    </message>
</context>
<context>
    <name>MomentBoard</name>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>No click or order of an item by then</source>
        <translation>此刻之前没有商品点击或订单</translation>
    </message>
    <message>
        <source>Nothing was said then</source>
        <translation>此时没有评论或字幕</translation>
    </message>
    <message>
        <source>Nothing grew by more than chance</source>
        <translation>没有超出偶然波动的上涨</translation>
    </message>
    <message>
        <source>Items by then</source>
        <translation>此刻商品</translation>
    </message>
    <message>
        <source>A minute around</source>
        <translation>前后 60 秒</translation>
    </message>
    <message>
        <source>captions, comments and what was done</source>
        <translation>字幕、评论与操作</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>高光时刻</translation>
    </message>
    <message>
        <source>3 minutes against the 3 before</source>
        <translation>后 3 分钟比前 3 分钟，点一行跳过去</translation>
    </message>
    <message>
        <source>sales {value}</source>
        <translation>成交 {value}</translation>
    </message>
    <message>
        <source>stock then · orders: no source</source>
        <translation>库存为当时记录，订单无来源</translation>
    </message>
    <message>
        <source>stock then · orders so far: {source}</source>
        <translation>库存为当时记录，订单累计到此刻（{source}）</translation>
    </message>
    <message>
        <source>{n} of these orders refunded later: {value}</source>
        <translation>其中 {n} 单后来退款：{value}</translation>
    </message>
    <message>
        <source>average {value}</source>
        <translation>本场平均 {value}</translation>
    </message>
    <message>
        <source>in the end {value}</source>
        <translation>本场最终 {value}</translation>
    </message>
    <message>
        <source>On show: {item}</source>
        <translation>讲解：{item}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>操作</translation>
    </message>
</context>
<context>
    <name>MoneyCard</name>
    <message>
        <source>Refunds and ads</source>
        <translation>退款与投放</translation>
    </message>
    <message>
        <source>of the orders paid in this show</source>
        <translation>本场已付款订单</translation>
    </message>
    <message>
        <source>Still changing</source>
        <translation>仍在变</translation>
    </message>
    <message>
        <source>No order of this show is known</source>
        <translation>没有本场的订单</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已定</translation>
    </message>
    <message>
        <source>Refunds come in until 15 days after a show</source>
        <translation>退款在开播后 15 天内仍会变化</translation>
    </message>
    <message>
        <source>by a viewer {viewer} · by an order {order}</source>
        <translation>每位观众 {viewer} · 每笔订单 {order}</translation>
    </message>
    <message>
        <source>Sales by 1,000 views</source>
        <translation>千次观看成交额（GPM）</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s), not counted</source>
        <translation>
            <numerusform>%n 单，未计入本场</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) do not say where</source>
        <translation>
            <numerusform>%n 单未说明来源</numerusform>
        </translation>
    </message>
    <message>
        <source>Made elsewhere</source>
        <translation>直播间以外下单</translation>
    </message>
    <message>
        <source>Orders paid</source>
        <translation>付款订单</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) in these hours</source>
        <translation>
            <numerusform>本场时段内 %n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>the order list is not read so far</source>
        <translation>订单还没有同步到本场结束</translation>
    </message>
    <message>
        <source>After-sales still open</source>
        <translation>售后处理中</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>attributed {gmv} · ROI {roi}</source>
        <translation>归因成交 {gmv} · ROI {roi}</translation>
    </message>
    <message>
        <source>not to the end of the show</source>
        <translation>未读到本场结束</translation>
    </message>
    <message>
        <source>Ads in whole hours</source>
        <translation>投放消耗（按整点小时）</translation>
    </message>
    <message>
        <source>Refunds so far</source>
        <translation>退款（至今）</translation>
    </message>
    <message>
        <source>after-sales were not read yet</source>
        <translation>售后尚未同步</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) refunded</source>
        <translation>
            <numerusform>已退款 %n 单</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MonthCard</name>
    <message>
        <source>Self-check of the month</source>
        <translation>本月合规自检</translation>
    </message>
    <message>
        <source>See report</source>
        <translation>看报告</translation>
    </message>
    <message>
        <source>Go to the self-check</source>
        <translation>去自检</translation>
    </message>
    <message>
        <source>the one of {month} was not made</source>
        <translation>{month} 的自检没有做</translation>
    </message>
    <message>
        <source>the one of {month} is not signed</source>
        <translation>{month} 的自检报告还没有签核</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left in {month}</source>
        <translation>
            <numerusform>{month} 还剩 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>not made yet · {left}</source>
        <translation>尚未自检 · {left}</translation>
    </message>
    <message>
        <source>{found} findings, {open} open</source>
        <translation>发现 {found} 处，未处理 {open} 处</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>已签核</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>未签核</translation>
    </message>
</context>
<context>
    <name>MoreFilters</name>
    <message>
        <source>Marked</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>插旗</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>快递</translation>
    </message>
    <message>
        <source>held by the platform</source>
        <translation>平台风控</translation>
    </message>
    <message>
        <source>in after-sale</source>
        <translation>售后中</translation>
    </message>
    <message>
        <source>partly shipped</source>
        <translation>部分发货</translation>
    </message>
    <message>
        <source>pre-sale</source>
        <translation>预售</translation>
    </message>
    <message>
        <source>kept back</source>
        <translation>暂缓发货</translation>
    </message>
    <message>
        <source>any flag</source>
        <translation>已插旗</translation>
    </message>
    <message>
        <source>no flag</source>
        <translation>未插旗</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>{title}: {choice}</source>
        <translation>{title}：{choice}</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>更多筛选</translation>
    </message>
    <message>
        <source>Marks, flag and carrier</source>
        <translation>标记、插旗和快递</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Save this view</source>
        <translation>保存当前视图</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the segment</source>
        <translation>保存分群</translation>
    </message>
    <message>
        <source>For example: regulars of rugs</source>
        <translation>例如：地毯老客</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>A segment of the same name is replaced.</source>
        <translation>同名分群会被替换。</translation>
    </message>
    <message>
        <source>Tab, search, filters and order are kept under this name on this computer.</source>
        <translation>标签页、搜索、筛选和排序会以此名称保存在本机。</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>视图名称</translation>
    </message>
    <message>
        <source>The view of this name is replaced</source>
        <translation>同名视图将被替换</translation>
    </message>
    <message numerus="yes">
        <source>%n view(s) are kept already; remove one first</source>
        <translation>
            <numerusform>已保存 %n 个视图，请先删除一个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Need</name>
    <message>
        <source>{have} of {need} days of orders</source>
        <translation>已有 {have} 天订单，需要 {need} 天</translation>
    </message>
    <message numerus="yes">
        <source>enough in %n day(s)</source>
        <translation>
            <numerusform>再过 %n 天即可</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewDialog</name>
    <message>
        <source>New experiment</source>
        <translation>新建实验</translation>
    </message>
    <message>
        <source>Fix the plan and begin</source>
        <translation>定好样本量并开始</translation>
    </message>
    <message>
        <source>like: cover, product or host</source>
        <translation>如：封面：产品特写 vs 主播手持</translation>
    </message>
    <message>
        <source>A: as it is</source>
        <translation>A：现在的做法</translation>
    </message>
    <message>
        <source>B: the change</source>
        <translation>B：改动后的做法</translation>
    </message>
    <message>
        <source>Typed or imported</source>
        <translation>手填或导入</translation>
    </message>
    <message>
        <source>An item&apos;s orders</source>
        <translation>某商品的订单</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>直播场次</translation>
    </message>
    <message>
        <source>people are dealt out by chance</source>
        <translation>随机分流</translation>
    </message>
    <message>
        <source>days or shows take turns</source>
        <translation>按天或按场轮换</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>改动的是</translation>
    </message>
    <message>
        <source>Arm A</source>
        <translation>A 组</translation>
    </message>
    <message>
        <source>Arm B</source>
        <translation>B 组</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数字来自</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>分流方式</translation>
    </message>
    <message>
        <source>One more metric</source>
        <translation>再加一个指标</translation>
    </message>
    <message>
        <source>no item was sold lately</source>
        <translation>近期没有售出的商品</translation>
    </message>
    <message>
        <source>no show is over yet</source>
        <translation>还没有已结束的场次</translation>
    </message>
    <message>
        <source>the latest {n} are listed</source>
        <translation>只列出最近 {n} 场</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>B holds from</source>
        <translation>B 从哪天起</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>请填写名称。</translation>
    </message>
    <message>
        <source>The plan is not whole yet.</source>
        <translation>计划还没填完整。</translation>
    </message>
    <message>
        <source>Say which item and from which day, or which shows.</source>
        <translation>请选商品和起始日，或选出 A、B 的场次。</translation>
    </message>
    <message>
        <source>Days and shows are not dealt out by chance: season, stock and ads may differ, too. Change one thing only, and take turns where you can.</source>
        <translation>天与场次不是随机分的：季节、库存、投放也可能不同。一次只改一处，能轮换就轮换。</translation>
    </message>
    <message>
        <source>Once begun the plan stays as it is; figures are judged only when each arm has its number.</source>
        <translation>开始后样本量不再改；两组都到量才下结论。</translation>
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
    <name>NewScriptDialog</name>
    <message>
        <source>New script</source>
        <translation>新建脚本</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>生成脚本</translation>
    </message>
    <message>
        <source>Show of {day}</source>
        <translation>{day} 场</translation>
    </message>
    <message>
        <source>Without a template</source>
        <translation>不用模板</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>开播时刻</translation>
    </message>
    <message>
        <source>The name is missing</source>
        <translation>缺少名称</translation>
    </message>
    <message>
        <source>Write it like 20:00</source>
        <translation>请写成 20:00</translation>
    </message>
    <message>
        <source>No cue is planned beforehand</source>
        <translation>不预排节点</translation>
    </message>
    <message>
        <source>welfare item first, selling points each {n} min, a raffle each full hour</source>
        <translation>开场福利款，每 {n} 分钟卖点循环，整点抽奖</translation>
    </message>
    <message>
        <source>welfare item first, selling points each {n} min; no raffles while minors are protected</source>
        <translation>先上福利款，每 {n} 分钟卖点循环；未成年人保护开启时不安排抽奖</translation>
    </message>
    <message>
        <source>red packet at minute {n}</source>
        <translation>第 {n} 分钟红包</translation>
    </message>
    <message>
        <source>PK at minute {n}</source>
        <translation>第 {n} 分钟连麦PK</translation>
    </message>
    <message>
        <source>our own suggestion</source>
        <translation>自拟建议</translation>
    </message>
    <message>
        <source>common practice</source>
        <translation>商家通用做法</translation>
    </message>
</context>
<context>
    <name>NewTaskList</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>执行人</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Held out (%)</source>
        <translation>留作对照（%）</translation>
    </message>
    <message>
        <source>Cost a person (¥)</source>
        <translation>每人成本（¥）</translation>
    </message>
    <message>
        <source>Who is held out gets nothing: only against them can be told what the list itself brought.</source>
        <translation>对照组不发送：只有与他们对比，才知道清单本身带来了多少。</translation>
    </message>
    <message>
        <source>{send} to send to · {hold} held out · {all} in all</source>
        <translation>可发 {send} 人 · 对照 {hold} 人 · 共 {all} 人</translation>
    </message>
    <message>
        <source>Left out: {why}</source>
        <translation>未纳入：{why}</translation>
    </message>
    <message>
        <source>Nobody left out</source>
        <translation>没有人被排除</translation>
    </message>
</context>
<context>
    <name>NextCue</name>
    <message>
        <source>Done F9</source>
        <translation>确认 F9</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>+2 min</source>
        <translation>延 2 分</translation>
    </message>
    <message>
        <source>Shift+F9</source>
        <translation>Shift+F9</translation>
    </message>
    <message>
        <source>Next cue</source>
        <translation>下一节点</translation>
    </message>
    <message>
        <source>All cues are over</source>
        <translation>节点都已过</translation>
    </message>
    <message>
        <source>Next cue · {time}</source>
        <translation>下一节点 · {time}</translation>
    </message>
    <message>
        <source>told 60 s before</source>
        <translation>提前 60 秒提醒</translation>
    </message>
</context>
<context>
    <name>NextLive</name>
    <message>
        <source>Next broadcast</source>
        <translation>下一场直播</translation>
    </message>
    <message>
        <source>Cockpit</source>
        <translation>打开场控</translation>
    </message>
    <message>
        <source>Broadcast</source>
        <translation>本场直播</translation>
    </message>
    <message>
        <source>Last: {when}</source>
        <translation>上一场 {when}</translation>
    </message>
    <message>
        <source>Plan it</source>
        <translation>安排</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>直播中</translation>
    </message>
    <message>
        <source>Show without a title</source>
        <translation>未命名的直播</translation>
    </message>
    <message>
        <source>{n} watching ({time})</source>
        <translation>{n} 人在看（{time}）</translation>
    </message>
    <message>
        <source>for {span}</source>
        <translation>已播 {span}</translation>
    </message>
    <message>
        <source>nobody told yet how many watch</source>
        <translation>还不知道多少人在看</translation>
    </message>
    <message>
        <source>ready {n} / {all}</source>
        <translation>准备就绪 {n} / {all}</translation>
    </message>
    <message>
        <source>No time yet</source>
        <translation>未安排</translation>
    </message>
    <message>
        <source>The next show has no time yet</source>
        <translation>下一场还没有安排时间</translation>
    </message>
    <message>
        <source>should have begun {span} ago</source>
        <translation>已过开播时间 {span}</translation>
    </message>
    <message>
        <source>in {span}</source>
        <translation>还有 {span}</translation>
    </message>
    <message>
        <source>Host: {name}</source>
        <translation>主播：{name}</translation>
    </message>
    <message>
        <source>Run sheet “{name}”, {cues}</source>
        <translation>脚本「{name}」，{cues}</translation>
    </message>
    <message numerus="yes">
        <source>%n cue(s)</source>
        <translation>
            <numerusform>%n 个环节</numerusform>
        </translation>
    </message>
    <message>
        <source>No run sheet is chosen</source>
        <translation>还没有选用脚本</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>去选</translation>
    </message>
    <message>
        <source>The door for live figures is open</source>
        <translation>直播数据入口已打开</translation>
    </message>
    <message>
        <source>The door for live figures is shut</source>
        <translation>直播数据入口没有打开</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>去打开</translation>
    </message>
    <message>
        <source>sold out: {goods}</source>
        <translation>已售罄：{goods}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>、</translation>
    </message>
    <message>
        <source>See</source>
        <translation>去看</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) of the run sheet in stock</source>
        <translation>
            <numerusform>脚本里的 %n 件商品都有库存</numerusform>
        </translation>
    </message>
    <message>
        <source>No known goods in the run sheet</source>
        <translation>脚本没有指定商品，无法核对库存</translation>
    </message>
    <message>
        <source>Orders are not up to date</source>
        <translation>订单不是最新的</translation>
    </message>
    <message>
        <source>Orders are up to date</source>
        <translation>订单是最新的</translation>
    </message>
</context>
<context>
    <name>NoAds</name>
    <message>
        <source>No ads account (磁力金牛) is bound: ad spend is unknown and not in any profit</source>
        <translation>还没有绑定磁力金牛投放账户：投放消耗未知，不会计入任何利润</translation>
    </message>
    <message>
        <source>Bind an ads account</source>
        <translation>绑定投放账户</translation>
    </message>
</context>
<context>
    <name>NoteBar</name>
    <message>
        <source>Note and flag ({key})</source>
        <translation>备注插旗（{key}）</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) were refused</source>
        <translation>
            <numerusform>%n 条备注未提交</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Note and flag</source>
        <translation>备注插旗</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Flag: </source>
        <translation>插旗：</translation>
    </message>
    <message>
        <source>What colleagues are to know; buyers do not see it</source>
        <translation>给同事看的备注，买家看不到</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Stars: </source>
        <translation>星标：</translation>
    </message>
    <message>
        <source>Type the number of orders to confirm: {n}</source>
        <translation>请输入订单数以确认：{n}</translation>
    </message>
    <message numerus="yes">
        <source>Note on %n order(s)</source>
        <translation>
            <numerusform>备注 %n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>Kuaishou keeps every note and takes none away; a flag can be changed, not removed.</source>
        <translation>快手备注只追加、不能删除；插旗可以改颜色，不能取消。</translation>
    </message>
    <message>
        <source>A note without a flag gets the grey one from Kuaishou.</source>
        <translation>没有插旗的订单写了备注，快手会自动插灰旗。</translation>
    </message>
    <message>
        <source>Youzan has one note, and stars in place of colours: what you write is put below it.</source>
        <translation>有赞只有一条备注，用星标代替插旗颜色：写的内容接在原备注下面。</translation>
    </message>
    <message>
        <source>Now: {note}</source>
        <translation>当前备注：{note}</translation>
    </message>
    <message>
        <source>{n} characters left</source>
        <translation>还可输入 {n} 字</translation>
    </message>
    <message>
        <source>At most {n} characters</source>
        <translation>最多 {n} 字</translation>
    </message>
    <message>
        <source>Write a note, or choose another flag</source>
        <translation>请填写备注，或换一个插旗颜色</translation>
    </message>
    <message>
        <source>Type “{phrase}” first</source>
        <translation>请先输入“{phrase}”</translation>
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
        <source>late tonight</source>
        <translation>今晚会超时</translation>
    </message>
    <message>
        <source>Ship by: </source>
        <translation>发货时限：</translation>
    </message>
    <message>
        <source>in trouble</source>
        <translation>有异常</translation>
    </message>
    <message>
        <source>Parcel: </source>
        <translation>物流：</translation>
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
        <source>Add a parcel…</source>
        <translation>追加包裹…</translation>
    </message>
    <message>
        <source>Copy the waybill number</source>
        <translation>复制运单号</translation>
    </message>
    <message>
        <source>{carrier} {number} was taken; the parcel has not left</source>
        <translation>已取号 {carrier} {number}，包裹尚未发出</translation>
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
        <source>After-sale tickets</source>
        <translation>售后工单</translation>
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
        <source>Reconcile</source>
        <translation>对账</translation>
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
        <translation>去绑定店铺</translation>
    </message>
    <message>
        <source>Only orders are searched here; goods that were never sold are found under Products</source>
        <translation>这里只搜订单；没卖出过的商品请到“商品”页搜索</translation>
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
    <name>OverviewView</name>
    <message>
        <source>Open violations</source>
        <translation>待处理违规</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>资质台账</translation>
    </message>
    <message>
        <source>Self-check of the month</source>
        <translation>本月自检</translation>
    </message>
    <message>
        <source>Word bank</source>
        <translation>词库</translation>
    </message>
    <message>
        <source>Import notices</source>
        <translation>导入违规通知</translation>
    </message>
    <message>
        <source>counted from the working day after the notice, until 24:00</source>
        <translation>通知次日起算工作日，当日 24:00 截止</translation>
    </message>
    <message>
        <source>Violations and clocks</source>
        <translation>违规与申诉时钟</translation>
    </message>
    <message>
        <source>All violations</source>
        <translation>全部违规</translation>
    </message>
    <message>
        <source>Import the plan</source>
        <translation>导入放假安排</translation>
    </message>
    <message>
        <source>renewal windows are counted back in working days</source>
        <translation>续期窗口按工作日倒推</translation>
    </message>
    <message>
        <source>Ledger of certificates</source>
        <translation>资质到期台账</translation>
    </message>
    <message>
        <source>All certificates</source>
        <translation>全部证件</translation>
    </message>
    <message>
        <source>the score is made of reasons that everybody can see</source>
        <translation>分数可展开，不是黑箱</translation>
    </message>
    <message>
        <source>After-sales near a dispute</source>
        <translation>售后争议预警</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>全部</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left in {month}</source>
        <translation>
            <numerusform>{month} 还剩 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>no self-check was made yet</source>
        <translation>还没有做过自检</translation>
    </message>
    <message>
        <source>{found} findings, {open} open, {blocks} banned</source>
        <translation>发现 {found} · 未处理 {open} · 禁用 {blocks}</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>已签核</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>未签核</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>预警分</translation>
    </message>
    <message>
        <source>After-sale</source>
        <translation>售后单</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>None from score {score} on</source>
        <translation>没有 {score} 分以上的售后单</translation>
    </message>
    <message>
        <source>nothing waits to be appealed</source>
        <translation>没有待申诉的违规</translation>
    </message>
    <message>
        <source>entered by hand, {when}; no platform has an interface</source>
        <translation>手工登记，{when} · 平台无接口</translation>
    </message>
    <message>
        <source>nothing was entered; no platform has an interface</source>
        <translation>还没有登记 · 平台无接口</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>扣分</translation>
    </message>
    <message>
        <source>Appeal by</source>
        <translation>申诉截止</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>No violation was entered</source>
        <translation>还没有登记违规</translation>
    </message>
    <message>
        <source>View</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>The days off of {year} are not known yet: days of that year are estimated</source>
        <translation>{year} 年放假安排未导入，跨年按估算</translation>
    </message>
    <message>
        <source>Plan of days off</source>
        <translation>放假安排</translation>
    </message>
    <message>
        <source>Days off of {year} taken in</source>
        <translation>已导入 {year} 年放假安排</translation>
    </message>
    <message>
        <source>{off} days off, {work} weekend days worked; every deadline counts by them</source>
        <translation>休 {off} 天、补班 {work} 天；所有期限按此重算</translation>
    </message>
    <message>
        <source>no certificate was entered</source>
        <translation>还没有登记证件</translation>
    </message>
    <message>
        <source>entered on this machine</source>
        <translation>本机登记</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>For</source>
        <translation>适用</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Renewal window</source>
        <translation>续期窗口</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>No certificate was entered</source>
        <translation>还没有登记证件</translation>
    </message>
    <message>
        <source>{n} rules, as of {day}</source>
        <translation>{n} 条规则，截至 {day}</translation>
    </message>
    <message>
        <source>{rules} · {n} own words</source>
        <translation>{rules} · 自有 {n} 词</translation>
    </message>
    <message>
        <source>Rows behind it</source>
        <translation>明细下钻</translation>
    </message>
    <message>
        <source>Open the details</source>
        <translation>打开明细</translation>
    </message>
    <message>
        <source>No shop is bound yet</source>
        <translation>还没有绑定店铺</translation>
    </message>
    <message>
        <source>Figures appear here once orders have been read</source>
        <translation>读到订单后，这里显示数据</translation>
    </message>
    <message>
        <source>Go to accounts</source>
        <translation>去绑定店铺</translation>
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
    <name>PadPanel</name>
    <message>
        <source>in one line: online 356 stay 1:42 likes 2300 followers 12</source>
        <translation>一行快录：在线 356 停留 1:42 点赞 2300 涨粉 12</translation>
    </message>
    <message>
        <source>All in one line</source>
        <translation>一行快录</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Kept as typed by hand, with its time. Empty fields stay unknown: never 0.</source>
        <translation>按“手动录入”保存并记下时间；没填的视为未知，绝不当作 0。</translation>
    </message>
    <message>
        <source>Brought by hand</source>
        <translation>已录入和导入的数据</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Not understood: {words}</source>
        <translation>没看懂：{words}</translation>
    </message>
    <message>
        <source>Not a figure</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>Type at least one figure</source>
        <translation>请至少填一项</translation>
    </message>
    <message>
        <source>Not a time, like 20:15</source>
        <translation>时间格式如 20:15</translation>
    </message>
    <message>
        <source>Not within the show</source>
        <translation>不在本场时间内</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>No chart with data is in sight</source>
        <translation>当前页面没有可查看的图表数据</translation>
    </message>
</context>
<context>
    <name>PairBar</name>
    <message>
        <source>Orders are linked once both shops are bound</source>
        <translation>两边店铺都绑定后才能关联订单</translation>
    </message>
    <message>
        <source>Linked by hand</source>
        <translation>已手动关联</translation>
    </message>
    <message>
        <source>{order} and {trade} stand apart from then on; matching will not join them again.</source>
        <translation>{order} 与 {trade} 将不再关联，自动匹配也不会再把它们连在一起。</translation>
    </message>
    <message>
        <source>Undo this link?</source>
        <translation>取消这个关联？</translation>
    </message>
    <message>
        <source>Undo the link</source>
        <translation>取消关联</translation>
    </message>
    <message>
        <source>Why they do not belong together: it goes into the audit</source>
        <translation>为什么不是同一单（写入审计）</translation>
    </message>
    <message>
        <source>They stand apart; {key} takes it back</source>
        <translation>已取消关联，按 {key} 可撤销</translation>
    </message>
    <message>
        <source>Youzan is {money} off. Once accepted, a proof counts the order as explained while it stays so.</source>
        <translation>有赞金额差 {money}。认可后，只要差额不变，对账时计为已解释。</translation>
    </message>
    <message>
        <source>Accept the difference?</source>
        <translation>认可这个差额？</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>认可</translation>
    </message>
    <message>
        <source>Why the difference is in order: it goes into the audit</source>
        <translation>差额的原因（写入审计）</translation>
    </message>
    <message>
        <source>The difference is accepted</source>
        <translation>已认可差额</translation>
    </message>
    <message>
        <source>Nobody decided anything about this order</source>
        <translation>这笔订单没有手动决定</translation>
    </message>
    <message>
        <source>The decision is taken back</source>
        <translation>手动决定已撤销</translation>
    </message>
</context>
<context>
    <name>PairBars</name>
    <message>
        <source>not listed</source>
        <translation>未列出</translation>
    </message>
    <message>
        <source>{points} pt</source>
        <translation>{points} 点</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Fans</source>
        <translation>粉丝</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>差距</translation>
    </message>
    <message>
        <source>Label consistency</source>
        <translation>标签一致性</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>另有 {n} 个</translation>
    </message>
</context>
<context>
    <name>PairDialog</name>
    <message>
        <source>Link by hand to an order at {platform}</source>
        <translation>手动关联{platform}订单</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Number / waybill / goods / note</source>
        <translation>单号 / 运单 / 商品 / 备注</translation>
    </message>
    <message>
        <source>Why they belong together: it goes into the audit</source>
        <translation>为什么是同一单（写入审计）</translation>
    </message>
    <message>
        <source>Number and goods</source>
        <translation>单号与商品</translation>
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
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>没有合适的订单</translation>
    </message>
    <message>
        <source>Look for its number</source>
        <translation>可按单号搜索</translation>
    </message>
    <message>
        <source>{first}–{last} of {total} orders</source>
        <translation>第 {first}–{last} 笔 · 共 {total} 笔</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>{span} apart</source>
        <translation>相差 {span}</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>已关联</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>未关联</translation>
    </message>
    <message>
        <source>↑↓ choose · Tab to the reason · Enter links</source>
        <translation>↑↓ 选择 · Tab 填原因 · 回车关联</translation>
    </message>
    <message>
        <source>It is linked to {number} now; that link ends</source>
        <translation>它目前关联着 {number}，关联后将解除</translation>
    </message>
    <message>
        <source>Give a reason first</source>
        <translation>请先填写原因</translation>
    </message>
    <message>
        <source>Matching will not change this link; it can be taken back at any time</source>
        <translation>自动匹配不会再改动它，随时可以撤销</translation>
    </message>
</context>
<context>
    <name>PairStrip</name>
    <message>
        <source>Link by hand</source>
        <translation>手动关联</translation>
    </message>
    <message>
        <source>Accept the difference</source>
        <translation>认可差额</translation>
    </message>
    <message>
        <source>Undo the link</source>
        <translation>取消关联</translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation>撤销手动决定</translation>
    </message>
    <message>
        <source>Linked by hand {time}: {reason}</source>
        <translation>{time} 手动关联：{reason}</translation>
    </message>
    <message>
        <source>Set apart from {number} by hand {time}: {reason}</source>
        <translation>{time} 手动取消与 {number} 的关联：{reason}</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Export findings</source>
        <translation>导出结果</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>签核</translation>
    </message>
    <message>
        <source>Banned wordings are left: change them, or let them pass with a reason</source>
        <translation>还有禁用词：请改写，或写明理由放行</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>未署名</translation>
    </message>
    <message>
        <source>Signed off by {who}, {when}</source>
        <translation>已签核 · {who} · {when}</translation>
    </message>
    <message>
        <source>Signed off</source>
        <translation>已签核</translation>
    </message>
    <message>
        <source>wording findings</source>
        <translation>文字检查结果</translation>
    </message>
    <message>
        <source>Written to {name}</source>
        <translation>已写入 {name}</translation>
    </message>
</context>
<context>
    <name>PastCard</name>
    <message>
        <source>In your own past</source>
        <translation>本店历史回测</translation>
    </message>
    <message>
        <source>A dispute is an after-sale that came to be decided by its platform. Each was judged by what was known a day after it was asked for; parcels and deadlines of then are not known and give no points here.</source>
        <translation>“争议”指由平台介入裁决的售后单。回测只用申请后 24 小时内已知的信息打分；当时的物流和处理期限没有留存，这里不计分。</translation>
    </message>
    <message>
        <source>{n} judged of {all}; {unknown} with an unknown end, {early} over within the day</source>
        <translation>共 {all} 单，回测 {n} 单；{unknown} 单结果未知，{early} 单一天内已结束</translation>
    </message>
    <message>
        <source>disputes among them: {n}</source>
        <translation>其中争议 {n} 单</translation>
    </message>
    <message>
        <source>too few to say anything: at least 10 disputes and 10 warnings are needed</source>
        <translation>样本太少，不足以下结论（至少各 10 单）</translation>
    </message>
    <message>
        <source>From</source>
        <translation>分数线</translation>
    </message>
    <message>
        <source>Warned</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>准确</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找到</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Paste a notice</source>
        <translation>粘贴违规通知</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>识别</translation>
    </message>
    <message>
        <source>Text of the notice</source>
        <translation>通知文字</translation>
    </message>
    <message>
        <source>No platform hands out violations by an interface. Paste the notice as it stands in the back office, or a table with its titles.</source>
        <translation>平台不提供违规接口。请把后台通知原文，或带表头的表格粘贴到这里。</translation>
    </message>
</context>
<context>
    <name>PauseDialog</name>
    <message>
        <source>Pause days</source>
        <translation>暂停计时</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Working days within a pause are not counted, such as while the platform asks for more.</source>
        <translation>暂停期内的工作日不计入，例如平台要求补充材料期间。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>To</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>no pause</source>
        <translation>没有暂停</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Days are written like 2027-03-02.</source>
        <translation>日期写法如 2027-03-02。</translation>
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
        <source>Clerks may reveal buyers&apos; data</source>
        <translation>允许店员查看买家信息</translation>
    </message>
    <message>
        <source>Name, phone and address of an order, one field a click; every look stands in the audit.</source>
        <translation>订单的姓名、电话、地址，一次点击看一项；每次查看都写入操作记录。</translation>
    </message>
    <message>
        <source>Only an owner binds, pairs, parts and erases shops, turns their switches, and changes this list. A clerk does everything else and may sign in to a bound shop again; buyers&apos; data a clerk reveals only where it is switched on above. PINs keep colleagues apart at this window; they are kept as hashes in the system&apos;s key store and never in the file. Whoever may use this computer&apos;s account and its files is not stopped by them.</source>
        <translation>只有店主可以绑定、配对、拆分、解绑店铺和删除店铺数据，修改店铺开关和这份名单。其他操作店员都可以做，也可以为已绑定的店铺重新登录；查看买家信息要先在上面开启。密码用来在这个窗口区分同事，只以哈希值保存在系统钥匙串里，不写入数据文件；能登录这台电脑并读取其文件的人，密码拦不住。</translation>
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
    <name>PickDialog</name>
    <message>
        <source>Choose the same goods at {platform}</source>
        <translation>在{platform}选择同一商品</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Title / merchant code / ID, two letters at least</source>
        <translation>商品名 / 商家编码 / ID，至少两个字</translation>
    </message>
    <message>
        <source>The same as: {title}</source>
        <translation>对应商品：{title}</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>商品 ID</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>No goods fit</source>
        <translation>没有符合的商品</translation>
    </message>
    <message>
        <source>{first}–{last} of {total} goods</source>
        <translation>第 {first}–{last} 件 · 共 {total} 件</translation>
    </message>
    <message>
        <source>Linked elsewhere</source>
        <translation>已关联其他</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>可关联</translation>
    </message>
    <message>
        <source>Type what to look for</source>
        <translation>输入要查找的内容</translation>
    </message>
    <message>
        <source>Nothing is suggested for these goods</source>
        <translation>这件商品没有建议</translation>
    </message>
    <message>
        <source>Type one letter more</source>
        <translation>请再输入一个字</translation>
    </message>
    <message>
        <source>One alone is in too many titles</source>
        <translation>一个字匹配的商品太多</translation>
    </message>
    <message>
        <source>Neither a title nor a code or number holds this</source>
        <translation>标题、编码和 ID 中都没有这些字</translation>
    </message>
    <message>
        <source>It is linked to other goods: undo that link first</source>
        <translation>它已关联其他商品，请先拆开那个关联</translation>
    </message>
    <message>
        <source>Enter links {title}</source>
        <translation>按回车关联 {title}</translation>
    </message>
    <message>
        <source>↑↓ choose · Enter links · Esc closes</source>
        <translation>↑↓ 选择 · 回车关联 · Esc 关闭</translation>
    </message>
</context>
<context>
    <name>PkCard</name>
    <message>
        <source>PKs compared</source>
        <translation>连麦 PK 对比</translation>
    </message>
    <message>
        <source>a minute: before → during</source>
        <translation>每分钟：之前 → 期间</translation>
    </message>
    <message>
        <source>PK</source>
        <translation>PK</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>涨粉</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>No PK in this show</source>
        <translation>本场没有 PK</translation>
    </message>
    <message>
        <source>{span}, end assumed</source>
        <translation>{span}，结束为推定</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Next broadcast</source>
        <translation>下一场直播</translation>
    </message>
    <message>
        <source>Plan it</source>
        <translation>安排</translation>
    </message>
    <message>
        <source>No show is planned</source>
        <translation>不安排直播</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>开播时间</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主播</translation>
    </message>
    <message>
        <source>Write it like 20:00</source>
        <translation>请写成 20:00 这样的时间</translation>
    </message>
    <message>
        <source>This time has passed: choose a later one</source>
        <translation>这个时间已经过去，请选晚一些的</translation>
    </message>
    <message>
        <source>Plan nothing</source>
        <translation>取消安排</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Nothing to look over yet</source>
        <translation>还没有可预览的内容</translation>
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
    <name>PrinterRow</name>
    <message>
        <source>Labels</source>
        <translation>面单默认</translation>
    </message>
    <message>
        <source>Use for labels</source>
        <translation>设为面单打印机</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>测试页</translation>
    </message>
</context>
<context>
    <name>Printers</name>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Open the folder of labels</source>
        <translation>打开面单文件夹</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>100 × 180 mm · 203 dpi</source>
        <translation>面单 100 × 180 mm · 203 dpi</translation>
    </message>
    <message>
        <source>Print by themselves</source>
        <translation>自动打印</translation>
    </message>
    <message>
        <source>as soon as a number is taken</source>
        <translation>取到单号即打印</translation>
    </message>
    <message>
        <source>Into files</source>
        <translation>存为文件</translation>
    </message>
    <message>
        <source>one PDF a label</source>
        <translation>每张面单一个 PDF</translation>
    </message>
    <message>
        <source>one picture a label</source>
        <translation>每张面单一张图片</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) today</source>
        <translation>
            <numerusform>今日 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>up to {n} dpi</source>
        <translation>最高 {n} dpi</translation>
    </message>
    <message>
        <source>the system&apos;s usual one</source>
        <translation>系统默认打印机</translation>
    </message>
    <message>
        <source>found</source>
        <translation>已找到</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续打印</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>A printer that fails stops the queue; it goes on where it stood, and no number comes twice</source>
        <translation>打印机出错时队列自动暂停，恢复后从断点续打，不会重复出单号</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) wait in the print queue</source>
        <translation>
            <numerusform>打印队列中有 %n 张等待</numerusform>
        </translation>
    </message>
    <message>
        <source>The print queue is empty</source>
        <translation>打印队列为空</translation>
    </message>
    <message>
        <source>Nothing waits that could be paused</source>
        <translation>没有等待中的面单，无需暂停</translation>
    </message>
    <message>
        <source>An after-sale or a hold by the platform keeps a label back, by itself or not.</source>
        <translation>有售后或被平台风控的订单，无论自动还是手动，面单都会被拦下。</translation>
    </message>
    <message>
        <source>Carriers appear here once a shop has a contract for e-waybills.</source>
        <translation>店铺开通电子面单后，快递公司会出现在这里。</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{name} (not there)</source>
        <translation>{name}（未找到）</translation>
    </message>
    <message>
        <source>Its printer is not there now: labels wait in the queue</source>
        <translation>找不到这台打印机，面单会留在队列里等待</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>已送到打印机</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>打印中</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>In trouble</source>
        <translation>异常</translation>
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
        <translation>去绑定店铺</translation>
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
        <source>Goods with one equal code stand under Can be linked; of the others no two titles are alike</source>
        <translation>编码一一对应的商品在“可关联”中；其余商品没有标题相近的</translation>
    </message>
    <message>
        <source>{n} can be linked by their codes</source>
        <translation>有 {n} 件商品可按编码关联</translation>
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
        <source>Nothing more can be linked by codes</source>
        <translation>按编码没有更多可关联的商品</translation>
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
    <name>PromotionDialog</name>
    <message>
        <source>Promotion</source>
        <translation>大促</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>like: shop anniversary</source>
        <translation>如：店铺周年庆</translation>
    </message>
    <message>
        <source>empty: that day only</source>
        <translation>留空：只有当天</translation>
    </message>
    <message>
        <source>Days are confirmed</source>
        <translation>日期已确认</translation>
    </message>
    <message>
        <source>where it was announced, and when</source>
        <translation>公告出处与日期</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Day of the rush</source>
        <translation>爆发日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Announced</source>
        <translation>公告</translation>
    </message>
    <message>
        <source>Tasks that are planned already stay where they are; missing ones are planned by the new day.</source>
        <translation>已有任务不动；补的任务按新日期倒排。</translation>
    </message>
    <message>
        <source>Take out of the calendar</source>
        <translation>从日历移除</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>请填写名称。</translation>
    </message>
    <message>
        <source>Days are written like 2026-12-01, and the last one is not before the first.</source>
        <translation>日期写成 2026-12-01，最后一天不能早于爆发日。</translation>
    </message>
</context>
<context>
    <name>ProofBar</name>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>导出 PDF</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>导出 CSV</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新核对</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>按日</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>The period before</source>
        <translation>前一时段</translation>
    </message>
    <message>
        <source>The period after</source>
        <translation>后一时段</translation>
    </message>
    <message>
        <source>Find gaps</source>
        <translation>查漏补缺</translation>
    </message>
    <message>
        <source>Verify chain</source>
        <translation>校验链</translation>
    </message>
    <message>
        <source>Compare order numbers with both platforms, and read what lacks</source>
        <translation>与两边平台逐单比对，缺的补读回来</translation>
    </message>
    <message>
        <source>Look through every proof and audit row: is each as it was written?</source>
        <translation>逐条检查证明和审计是否被改动过</translation>
    </message>
    <message>
        <source>Export this proof as a PDF</source>
        <translation>把这份证明导出为 PDF</translation>
    </message>
    <message>
        <source>Export its rows as CSV</source>
        <translation>把明细导出为 CSV</translation>
    </message>
    <message>
        <source>Proof of reconciliation</source>
        <translation>对账证明</translation>
    </message>
    <message>
        <source>this month {key}</source>
        <translation>本月 {key}</translation>
    </message>
    <message>
        <source>today {key}</source>
        <translation>今日 {key}</translation>
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
        <source>{linked} of {n} matched; of the others no counterpart is due yet</source>
        <translation>{linked}/{n} 已对上，其余未到期</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
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
    <message numerus="yes">
        <source>%n not due yet</source>
        <translation>
            <numerusform>%n 单未到期</numerusform>
        </translation>
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
    <name>ProofExport</name>
    <message>
        <source>Export the proof</source>
        <translation>导出对账证明</translation>
    </message>
    <message>
        <source>The proof was exported</source>
        <translation>对账证明已导出</translation>
    </message>
</context>
<context>
    <name>ProofPanel</name>
    <message>
        <source>Copy the fingerprint</source>
        <translation>复制指纹</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>没有可显示的</translation>
    </message>
    <message>
        <source>{first}–{last} of {total} rows</source>
        <translation>第 {first}–{last} 条 · 共 {total} 条</translation>
    </message>
    <message>
        <source>Proofs of this period</source>
        <translation>本时段各次核对</translation>
    </message>
    <message>
        <source>as high as what was open; grey is nothing</source>
        <translation>柱高为待处理笔数，灰色为零</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>开始核对</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新核对</translation>
    </message>
    <message>
        <source>{shop} only; choose another at the top</source>
        <translation>仅{shop}，可在顶部切换店铺</translation>
    </message>
    <message>
        <source>No two shops belong together yet</source>
        <translation>还没有配对的快手店与有赞店</translation>
    </message>
    <message>
        <source>not proved yet</source>
        <translation>还没有核对过</translation>
    </message>
    <message>
        <source>window to {until} · no. {n} of this period · {age}</source>
        <translation>窗口到 {until} · 第 {n} 次 · {age}</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>已解释</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>未付款</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>This period was not proved yet</source>
        <translation>这个时段还没有核对过</translation>
    </message>
    <message>
        <source>Every order is accounted for</source>
        <translation>每一笔都对上了</translation>
    </message>
    <message>
        <source>No such rows</source>
        <translation>没有这类订单</translation>
    </message>
    <message>
        <source>Gap audit: found {n}, repaired {m}</source>
        <translation>查漏完成：查出 {n}，补回 {m}</translation>
    </message>
    <message>
        <source>A shop that is not bound, or whose orders are switched off, is not compared</source>
        <translation>未绑定或已关闭订单读取的店铺不参与比对</translation>
    </message>
    <message>
        <source>Gap audit: no shop could be compared</source>
        <translation>查漏：没有可比对的店铺</translation>
    </message>
    <message>
        <source>Both chains are as they were written</source>
        <translation>两条链均完好，没有改动</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>This row is not in the file any more</source>
        <translation>本机已没有这条记录</translation>
    </message>
</context>
<context>
    <name>Pulse</name>
    <message>
        <source>Cannot save</source>
        <translation>无法保存</translation>
    </message>
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
        <translation>看账号</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>after-sales</source>
        <translation>售后</translation>
    </message>
    <message>
        <source>{shop}, {what}</source>
        <translation>{shop}的{what}</translation>
    </message>
    <message>
        <source>{whose}: {said}</source>
        <translation>{whose}：{said}</translation>
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
    <name>QueueDialog</name>
    <message>
        <source>Print queue</source>
        <translation>打印队列</translation>
    </message>
    <message>
        <source>In the queue</source>
        <translation>队列中</translation>
    </message>
    <message>
        <source>What came out</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>What waits is printed on: </source>
        <translation>排队的标签改用：</translation>
    </message>
    <message>
        <source>Nothing waits to be printed</source>
        <translation>没有待打印的面单</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>It came out</source>
        <translation>已打出</translation>
    </message>
    <message>
        <source>It did not, print it</source>
        <translation>没打出，重新打印</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>移出队列</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>{n} waiting, in the order they were asked for</source>
        <translation>{n} 张等待，按加入顺序打印</translation>
    </message>
</context>
<context>
    <name>RaceBoard</name>
    <message>
        <source>Score</source>
        <translation>总分</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>× median</source>
        <translation>与中位数之比</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>进度灯</translation>
    </message>
    <message>
        <source>First-30-minute race</source>
        <translation>前 30 分钟赛马</translation>
    </message>
    <message numerus="yes">
        <source>%n more show(s) needed to compare with</source>
        <translation>
            <numerusform>还缺 %n 场才能比较</numerusform>
        </translation>
    </message>
    <message>
        <source>Each show kept here counts; nothing is estimated</source>
        <translation>每记录一场都算数，不用估计值代替</translation>
    </message>
    <message>
        <source>× median of the last 7 shows</source>
        <translation>× 近 7 场中位</translation>
    </message>
    <message>
        <source>Nothing trails</source>
        <translation>没有落后项</translation>
    </message>
    <message>
        <source>The thirty minutes are over</source>
        <translation>前 30 分钟已过</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分</translation>
    </message>
</context>
<context>
    <name>RaceCard</name>
    <message>
        <source>First-30-minute race</source>
        <translation>前 30 分钟赛马</translation>
    </message>
    <message>
        <source>own shows, no platform score</source>
        <translation>自家历史对比，非平台评分</translation>
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
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>All causes</source>
        <translation>全部原因</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>{n} weeks</source>
        <translation>{n} 周</translation>
    </message>
    <message>
        <source>Last 7 days: {found} found, {fixed} fixed · {left} left</source>
        <translation>近 7 天：发现 {found} 次，修好 {fixed} 次 · 还剩 {left} 件</translation>
    </message>
    <message>
        <source>Since {day}: {found} found, {fixed} fixed</source>
        <translation>自 {day} 起：发现 {found} 次，修好 {fixed} 次</translation>
    </message>
    <message>
        <source>Counted here since {day}: {found} found, {fixed} fixed</source>
        <translation>自 {day} 开始统计：发现 {found} 次，修好 {fixed} 次</translation>
    </message>
    <message>
        <source>Counted here since {day}: {found} found, {fixed} fixed · {left} left</source>
        <translation>自 {day} 起统计：发现 {found} 次，修好 {fixed} 次 · 还剩 {left} 件</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Give a reason first</source>
        <translation>请先填写原因</translation>
    </message>
    <message>
        <source>Stop the experiment</source>
        <translation>停止实验</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The plan is not reached: nothing is concluded, and the figures so far stay as they are.</source>
        <translation>还没到计划样本量：不下结论，已有数字原样保留。</translation>
    </message>
    <message>
        <source>Why, in a line</source>
        <translation>写一句原因</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>RecapRoom</name>
    <message>
        <source>Over</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export as PDF</source>
        <translation>导出为 PDF</translation>
    </message>
    <message>
        <source>Open the replay</source>
        <translation>打开回放</translation>
    </message>
    <message>
        <source>Figures and sources</source>
        <translation>数据与来源</translation>
    </message>
    <message>
        <source>Average online</source>
        <translation>平均在线</translation>
    </message>
    <message>
        <source>Whole curve</source>
        <translation>全场曲线</translation>
    </message>
    <message>
        <source>where the stream was cut nothing is drawn</source>
        <translation>断流段留空</translation>
    </message>
    <message>
        <source>Recap</source>
        <translation>复盘</translation>
    </message>
    <message>
        <source>A show without a title</source>
        <translation>未命名场次</translation>
    </message>
    <message numerus="yes">
        <source>%n opening(s) stitched</source>
        <translation>
            <numerusform>已拼接 %n 段</numerusform>
        </translation>
    </message>
    <message>
        <source>Broke off: nobody said that it ended</source>
        <translation>中断：未收到结束信号</translation>
    </message>
    <message>
        <source>Still on air</source>
        <translation>仍在直播</translation>
    </message>
    <message>
        <source>peak {n}</source>
        <translation>最高 {n}</translation>
    </message>
    <message>
        <source>median {value}</source>
        <translation>中位 {value}</translation>
    </message>
    <message>
        <source>recap-{day}</source>
        <translation>直播复盘-{day}</translation>
    </message>
    <message>
        <source>Export the recap</source>
        <translation>导出复盘</translation>
    </message>
    <message>
        <source>Recap written</source>
        <translation>复盘已导出</translation>
    </message>
</context>
<context>
    <name>ReceiverCard</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Mask it again</source>
        <translation>重新打码</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>已加密</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>正在查看…</translation>
    </message>
</context>
<context>
    <name>ReckonerDialog</name>
    <message>
        <source>Sample size</source>
        <translation>样本量计算</translation>
    </message>
    <message>
        <source>Keep power and risk</source>
        <translation>保存把握度与风险</translation>
    </message>
    <message>
        <source>Power (%)</source>
        <translation>把握度 (%)</translation>
    </message>
    <message>
        <source>Risk (%)</source>
        <translation>误判风险 (%)</translation>
    </message>
    <message>
        <source>Power: how often a difference of that size is found. Risk: how often one is found where there is none. Half the difference needs four times as many.</source>
        <translation>把握度：真有这么大差异时，能发现的概率。误判风险：没有差异却说有的概率。差异减半，样本要四倍。</translation>
    </message>
</context>
<context>
    <name>ReconcileCard</name>
    <message>
        <source>Sources compared</source>
        <translation>来源核对</translation>
    </message>
    <message>
        <source>both values stay</source>
        <translation>两值都保留</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>采集助手</translation>
    </message>
    <message>
        <source>Other source</source>
        <translation>其他来源</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>Only one source told anything</source>
        <translation>只有一个来源，无可核对</translation>
    </message>
    <message>
        <source>Orders count by time of payment: the order list does not say in which room they were placed.</source>
        <translation>订单按付款时间归入本场：订单列表不返回成交的直播间。</translation>
    </message>
    <message>
        <source>most at once</source>
        <translation>最高同时在线</translation>
    </message>
    <message>
        <source>came so far</source>
        <translation>累计观看</translation>
    </message>
    <message>
        <source>Room of {shop}</source>
        <translation>{shop}的直播间</translation>
    </message>
    <message>
        <source>not added up</source>
        <translation>各店分列，不相加</translation>
    </message>
</context>
<context>
    <name>RefuseDialog</name>
    <message>
        <source>Refuse</source>
        <translation>确认拒绝</translation>
    </message>
    <message>
        <source>Reason: </source>
        <translation>拒绝原因：</translation>
    </message>
    <message>
        <source>What the buyer is told</source>
        <translation>给买家的说明</translation>
    </message>
    <message>
        <source>Addresses of pictures as proof, one a line (https://…), at most six</source>
        <translation>凭证图片地址，每行一个（https://…），最多 6 张</translation>
    </message>
    <message>
        <source>Why it goes out all the same: kept with your name</source>
        <translation>仍要发出的理由（必填，随操作人留档）</translation>
    </message>
    <message>
        <source>The platform gave no reason to refuse by</source>
        <translation>平台没有给出可用的拒绝原因</translation>
    </message>
    <message>
        <source>This reason needs words</source>
        <translation>选择该原因必须填写说明</translation>
    </message>
    <message>
        <source>At most {n} characters</source>
        <translation>最多 {n} 个字</translation>
    </message>
    <message>
        <source>Banned: “{words}” ({why}). Change it, or say why it goes out.</source>
        <translation>“{words}”属禁用词（{why}）。请修改，或写明仍要发出的理由。</translation>
    </message>
    <message>
        <source>This reason needs a picture as proof</source>
        <translation>选择该原因必须提供图片凭证</translation>
    </message>
    <message>
        <source>At most six addresses, each beginning with https://</source>
        <translation>最多 6 个地址，且都以 https:// 开头</translation>
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
    <name>ReplayRoom</name>
    <message>
        <source>Back to the recap</source>
        <translation>返回复盘</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>Space plays · ← → 10 s · Shift+→ next mark · N next highlight</source>
        <translation>空格 播放 · ← → 10 秒 · Shift+→ 下一节点 · N 下一高光</translation>
    </message>
    <message>
        <source>A show without a title</source>
        <translation>未命名场次</translation>
    </message>
    <message>
        <source>{time} into the show</source>
        <translation>开播后 {time}</translation>
    </message>
    <message>
        <source>script: {done} of {all} done</source>
        <translation>脚本：已完成 {done}/{all}</translation>
    </message>
    <message>
        <source>next: {name} {time}, in {left}</source>
        <translation>下一节点 {name} {time}，{left} 后</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
</context>
<context>
    <name>ReportFiles</name>
    <message>
        <source>{n} lines looked at, {found} findings; check again to have them in the report</source>
        <translation>检查 {n} 行，发现 {found} 处；重新自检后进入报告</translation>
    </message>
    <message>
        <source>Self-check {month} no. {n}</source>
        <translation>自检报告 {month} 第{n}号</translation>
    </message>
    <message>
        <source>The report was exported</source>
        <translation>报告已导出</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Chat log</source>
        <translation>客服会话</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Restore at the next start</source>
        <translation>下次启动时恢复</translation>
    </message>
    <message>
        <source>{name}, made {time}</source>
        <translation>{name}，备份于 {time}</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Type “{word}” to confirm</source>
        <translation>输入“{word}”以确认</translation>
    </message>
    <message>
        <source>In the backup</source>
        <translation>备份中</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
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
        <translation>售后单</translation>
    </message>
    <message>
        <source>Decisions in the audit</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>Nothing happens now. At the next start the backup takes the place of the data.</source>
        <translation>现在不会有任何变化；下次启动时才换成备份中的数据。</translation>
    </message>
    <message>
        <source>The present file is not deleted: it is put aside, and can be restored likewise.</source>
        <translation>现有数据文件不会删除，会另存下来，之后同样可以恢复。</translation>
    </message>
    <message>
        <source>Orders, goods and after-sales since then come again from the platforms with the next sync.</source>
        <translation>备份之后的订单、商品和售后，会在下次同步时从平台重新读取。</translation>
    </message>
    <message>
        <source>What was decided here since then is not in it: links, costs, notes, rules, run sheets, waybill numbers taken. The audit counts {n}.</source>
        <translation>备份之后在本机做的操作不在其中：关联、成本、备注、规则、直播脚本、已取的运单号等；操作记录共 {n} 条。</translation>
    </message>
    <message>
        <source>What waited to be sent then is not sent by itself: each asks you first, for it may be done.</source>
        <translation>备份时待发送的操作不会自动发出：可能早已完成，会逐条请您确认。</translation>
    </message>
    <message>
        <source>The word is not typed yet</source>
        <translation>还没有输入确认文字</translation>
    </message>
</context>
<context>
    <name>RevealBar</name>
    <message>
        <source>{n} of the {all} orders shipped in {days} days revealed here ({share})</source>
        <translation>近 {days} 天发货 {all} 笔，在本程序查看过 {n} 笔（{share}）</translation>
    </message>
    <message>
        <source>{n} orders revealed here in {days} days, none shipped</source>
        <translation>近 {days} 天在本程序查看过 {n} 笔，没有发货的订单</translation>
    </message>
    <message>
        <source>Counted from this program&apos;s audit; looks in the back office and in other apps come on top. Kuaishou&apos;s rules for apps, as of {day}.</source>
        <translation>按本程序的操作记录统计，后台和其他应用里的查看另计。依据快手对应用的规则，截至 {day}。</translation>
    </message>
    <message>
        <source>With this order it is {n} of the {all} orders shipped in {days} days ({share}). Kuaishou wants less than {wanted}; over {blocked} it may block the app.</source>
        <translation>加上这一笔，近 {days} 天发货的 {all} 笔里查看过 {n} 笔（{share}）。快手要求低于 {wanted}；超过 {blocked} 可能停用应用。</translation>
    </message>
    <message>
        <source>Many orders were revealed lately</source>
        <translation>近期查看明文的订单偏多</translation>
    </message>
    <message>
        <source>Reveal it</source>
        <translation>仍要查看</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>ReviewModel</name>
    <message>
        <source>Review model</source>
        <translation>模型审核</translation>
    </message>
    <message>
        <source>Limits and privacy</source>
        <translation>限额与隐私</translation>
    </message>
    <message>
        <source>Ask a model</source>
        <translation>使用模型审核</translation>
    </message>
    <message>
        <source>Cover persons</source>
        <translation>遮盖个人信息</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Test call</source>
        <translation>测试调用</translation>
    </message>
    <message>
        <source>The rules always come first; a model only adds hints. Texts and frames that you send leave this computer; each time you see what is sent before.</source>
        <translation>始终先做规则检查，模型只补充提示。你发送的文字和画面会离开这台电脑，每次发送前都能看到发送内容。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>接口地址</translation>
    </message>
    <message>
        <source>Of chat completions, as most services offer them</source>
        <translation>对话补全接口，多数服务商通用</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型名称</translation>
    </message>
    <message>
        <source>The name the service gives it</source>
        <translation>以服务商给出的名称为准</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s key store only; never shown again, in no log</source>
        <translation>只存放在系统钥匙串，不再显示，也不写入日志</translation>
    </message>
    <message>
        <source>One short sentence of ours; it counts and costs like any other</source>
        <translation>发送一句内置短文，照常计次计费</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一下</translation>
    </message>
    <message>
        <source>Questions a minute</source>
        <translation>每分钟次数</translation>
    </message>
    <message>
        <source>Questions a day</source>
        <translation>每天次数</translation>
    </message>
    <message>
        <source>Yuan a day</source>
        <translation>每天费用上限（元）</translation>
    </message>
    <message>
        <source>Nothing is sent that could pass it</source>
        <translation>可能超出时不发送</translation>
    </message>
    <message>
        <source>From the service&apos;s price list; empty: the cost is not known and not limited</source>
        <translation>按服务商价目填写；留空则费用未知，也不限额</translation>
    </message>
    <message>
        <source>Yuan for a million tokens asked</source>
        <translation>输入单价（元／百万 token）</translation>
    </message>
    <message>
        <source>Yuan for a million tokens answered</source>
        <translation>输出单价（元／百万 token）</translation>
    </message>
    <message>
        <source>Seconds to wait for an answer</source>
        <translation>等待回答（秒）</translation>
    </message>
    <message>
        <source>Seconds between two frames</source>
        <translation>画面间隔（秒）</translation>
    </message>
    <message>
        <source>Names of viewers, phones, addresses and long numbers become ***; pictures stay as they are</source>
        <translation>观众昵称、电话、地址、长数字以 *** 代替；画面原样发送</translation>
    </message>
    <message>
        <source>a key is kept</source>
        <translation>已保存密钥</translation>
    </message>
    <message>
        <source>no key yet</source>
        <translation>尚未保存密钥</translation>
    </message>
    <message>
        <source>A number is wanted</source>
        <translation>请填写数字</translation>
    </message>
    <message>
        <source>Saved. Another host: its own key is wanted below</source>
        <translation>已保存；换了主机，请在下方填写它自己的密钥</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>等待回答…</translation>
    </message>
    <message>
        <source>It answered in {time}: {n} hints</source>
        <translation>{time} 内回答：{n} 条提示</translation>
    </message>
</context>
<context>
    <name>ReviewsView</name>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Live show</source>
        <translation>直播</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Choose a show</source>
        <translation>选择直播场次</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>What is reviewed</source>
        <translation>待审内容</translation>
    </message>
    <message>
        <source>Type or paste what will be said or shown</source>
        <translation>输入或粘贴要说、要展示的文字</translation>
    </message>
    <message>
        <source>What would be sent</source>
        <translation>将要发送</translation>
    </message>
    <message>
        <source>From OBS</source>
        <translation>从 OBS 取</translation>
    </message>
    <message>
        <source>Names to cover</source>
        <translation>要遮盖的姓名</translation>
    </message>
    <message>
        <source>Names to cover, with spaces between them</source>
        <translation>要遮盖的姓名，用空格隔开</translation>
    </message>
    <message>
        <source>Check by the rules</source>
        <translation>规则检查</translation>
    </message>
    <message>
        <source>Send to the model</source>
        <translation>发送给模型</translation>
    </message>
    <message>
        <source>Nothing was reviewed yet</source>
        <translation>还没有审核记录</translation>
    </message>
    <message>
        <source>Every verdict is kept with its model, prompt, hash and cost, and can be contested</source>
        <translation>每条结论都保存模型、提示词、哈希和费用，可以提出异议</translation>
    </message>
    <message>
        <source>{first}–{last} of {total} reviews</source>
        <translation>第 {first}–{last} 条 · 共 {total} 条审核</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>About</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>审核方</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Pictures of a folder or of what OBS sends, one each so many seconds</source>
        <translation>文件夹里的图片，或 OBS 正在输出的画面，每隔若干秒取一张</translation>
    </message>
    <message>
        <source>words in pictures are not read here: only a model that is on sees them, and hashes are kept</source>
        <translation>本机不识别图中文字：只有开启的模型会看到画面，画面哈希留档</translation>
    </message>
    <message>
        <source>words in them were read here, hashes are kept</source>
        <translation>已在本机识别图中文字，画面哈希留档</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>{n} of {most} frames of OBS</source>
        <translation>OBS 画面 {n}/{most} 张</translation>
    </message>
    <message>
        <source>{n} letters of captions; {m} viewers&apos; names are covered</source>
        <translation>字幕 {n} 字；遮盖 {m} 个观众昵称</translation>
    </message>
    <message>
        <source>No captions of this show came in</source>
        <translation>这场直播没有收到字幕</translation>
    </message>
    <message>
        <source>Folder of frames</source>
        <translation>画面文件夹</translation>
    </message>
    <message>
        <source>{n} frames, {m} files are no pictures</source>
        <translation>{n} 张画面，{m} 个文件不是图片</translation>
    </message>
    <message>
        <source>[picture {name}, as it is]</source>
        <translation>［画面 {name}，原样发送］</translation>
    </message>
    <message>
        <source>Nothing: no model is switched on</source>
        <translation>不发送：没有开启模型</translation>
    </message>
    <message>
        <source>unknown, no price is set</source>
        <translation>未知，未填单价</translation>
    </message>
    <message>
        <source>To {place}, model {model}. {n} letters covered. Cost at most: {cost}.</source>
        <translation>发往 {place}，模型 {model}。已遮盖 {n} 字。费用最多 {cost}。</translation>
    </message>
    <message>
        <source>the latest {n} are shown</source>
        <translation>只显示最近 {n} 条</translation>
    </message>
</context>
<context>
    <name>RoomFunnel</name>
    <message>
        <source>Into the room</source>
        <translation>进房漏斗</translation>
    </message>
    <message>
        <source>People</source>
        <translation>按人</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>按次</translation>
    </message>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>近 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>live pages</source>
        <translation>直播间页面</translation>
    </message>
    <message>
        <source>● no show told two steps yet</source>
        <translation>● 还没有场次给出两步以上</translation>
    </message>
    <message>
        <source>People of each show, added up: who came twice is counted twice.</source>
        <translation>各场人数相加，来过两场的算两次。</translation>
    </message>
    <message numerus="yes">
        <source>%n show(s)</source>
        <translation>
            <numerusform>%n 场</numerusform>
        </translation>
    </message>
    <message>
        <source>● no ads account is bound</source>
        <translation>● 未绑定磁力金牛账户</translation>
    </message>
    <message>
        <source>Counts, not people. Shown and entered are told only while a site-wide plan runs.</source>
        <translation>这是次数，不是人数；曝光与进入仅全站推广期间有。</translation>
    </message>
</context>
<context>
    <name>RoomSteps</name>
    <message>
        <source>Step</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Of the step before</source>
        <translation>占上一环节</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Into the room</source>
        <translation>进房漏斗</translation>
    </message>
    <message>
        <source>▲ {rate}: more than the step before</source>
        <translation>▲ {rate}，多于上一步</translation>
    </message>
    <message numerus="yes">
        <source> · of %n show(s)</source>
        <translation>
            <numerusform>（仅 %n 场两项都有）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> · of %n day(s)</source>
        <translation>
            <numerusform>（仅 %n 天两项都有）</numerusform>
        </translation>
    </message>
    <message>
        <source>told by {n} of {all} shows</source>
        <translation>{all} 场中有 {n} 场给出</translation>
    </message>
    <message>
        <source>told by {n} of {all} days of the ads report</source>
        <translation>报表 {all} 天中有 {n} 天给出</translation>
    </message>
    <message>
        <source>{rate} of “{before}”, of those alone that tell both</source>
        <translation>占“{before}”的 {rate}，只算两步都有的</translation>
    </message>
</context>
<context>
    <name>Ruler</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Worked</source>
        <translation>班</translation>
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
        <source>Buffer</source>
        <translation>安全库存</translation>
    </message>
    <message>
        <source>pieces</source>
        <translation>件</translation>
    </message>
    <message>
        <source>So many pieces of the stock that leads are not shown on the other side</source>
        <translation>主库存中留出这么多件，不在另一边显示</translation>
    </message>
    <message>
        <source>While a show is running, where it is more; empty: the same buffer</source>
        <translation>直播进行中使用（取较大者）；留空则与平时相同</translation>
    </message>
    <message>
        <source>Buffer on air</source>
        <translation>直播安全库存</translation>
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
        <source>Where Kuaishou leads the stock, Youzan shows no more than this; empty: all that is available</source>
        <translation>快手为库存主时，有赞最多显示这么多；留空则全部显示</translation>
    </message>
    <message>
        <source>Most to show at Youzan</source>
        <translation>有赞最多显示</translation>
    </message>
    <message>
        <source>What Kuaishou keeps of a price; empty: margins are said without it</source>
        <translation>快手按成交价收取的费率；留空则毛利不扣此项</translation>
    </message>
    <message>
        <source>Platform fee</source>
        <translation>平台服务费</translation>
    </message>
    <message>
        <source>Postage and packing of a piece; empty: margins are said without them</source>
        <translation>每件的邮费和包装；留空则毛利不扣此项</translation>
    </message>
    <message>
        <source>Other costs</source>
        <translation>其他成本</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>Each side keeps its own; neither follows the other</source>
        <translation>两边各自维护，互不跟随</translation>
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
    <name>RunSheetCard</name>
    <message>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>Edit the script</source>
        <translation>编辑脚本</translation>
    </message>
    <message>
        <source>No script is in use: cues, warnings and lift need one</source>
        <translation>没有在用的脚本：节点提醒与增幅都要靠它</translation>
    </message>
    <message>
        <source>Choose or write one</source>
        <translation>选用或新建脚本</translation>
    </message>
    <message>
        <source>F9 done · Shift+F9 skip · F10 mark
Ctrl+Alt+1…9 featured item
Ctrl+Z takes back for 10 s</source>
        <translation>F9 确认 · Shift+F9 跳过 · F10 打点
Ctrl+Alt+1…9 讲解商品
Ctrl+Z 10 秒内撤销</translation>
    </message>
    <message numerus="yes">
        <source>%n cue(s) left out: minors are protected</source>
        <translation>
            <numerusform>未成年人保护开启，已略过 %n 个环节</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} cues · {gone} over</source>
        <translation>{n} 节点 · 已过 {gone}</translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message numerus="yes">
        <source>%n proof(s) of this period</source>
        <translation>
            <numerusform>本时段共 %n 份证明</numerusform>
        </translation>
    </message>
    <message>
        <source>shown: no. {n}, {open} open</source>
        <translation>正在看第 {n} 份，未处理 {open} 项</translation>
    </message>
</context>
<context>
    <name>SavedViews</name>
    <message>
        <source>Save this view…</source>
        <translation>保存当前视图…</translation>
    </message>
    <message>
        <source>Remove “{name}”</source>
        <translation>删除“{name}”</translation>
    </message>
</context>
<context>
    <name>ScanView</name>
    <message>
        <source>Scan all goods</source>
        <translation>扫描全部商品</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Check a chat log</source>
        <translation>检查聊天记录</translation>
    </message>
    <message>
        <source>Banned and caution</source>
        <translation>禁用与提示</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Titles, variants, attributes and detail pages, as they were read</source>
        <translation>标题、规格、属性和详情页，以读到的为准</translation>
    </message>
    <message>
        <source>Not scanned yet</source>
        <translation>还没有扫描</translation>
    </message>
    <message>
        <source>{first}–{last} of {total} findings</source>
        <translation>第 {first}–{last} 条 · 共 {total} 条</translation>
    </message>
    <message>
        <source>A chat log to check</source>
        <translation>要检查的聊天记录</translation>
    </message>
    <message>
        <source>{n} of {total} goods scanned · {hits} findings · bank {bank}</source>
        <translation>已扫描 {n}/{total} 件商品 · 发现 {hits} 条 · 词库 {bank}</translation>
    </message>
    <message>
        <source>{file}: {n} of {total} messages scanned · {hits} findings · bank {bank}</source>
        <translation>{file}：已扫描 {n}/{total} 条消息 · 发现 {hits} 处 · 词库 {bank}</translation>
    </message>
    <message>
        <source>Let pass, but said nowhere any more: {words}</source>
        <translation>已放行、但商品里不再出现：{words}</translation>
    </message>
    <message>
        <source>No risk found</source>
        <translation>未发现风险</translation>
    </message>
    <message>
        <source>As far as the bank knows</source>
        <translation>以当前词库为准</translation>
    </message>
</context>
<context>
    <name>ScriptRoom</name>
    <message>
        <source>No script yet</source>
        <translation>还没有脚本</translation>
    </message>
    <message>
        <source>New from a template</source>
        <translation>按模板新建</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
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
        <source>In use</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation>未启用</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>{name} (unsaved)</source>
        <translation>{name}（未保存）</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Cues with times: the cockpit counts down to each, warns a minute before, and says what it brought</source>
        <translation>把节点排好时间：场控台逐个倒计时、提前 1 分钟提醒，播后给出每个节点的增幅</translation>
    </message>
    <message>
        <source>Use in shows</source>
        <translation>用于直播</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
</context>
<context>
    <name>SegmentsView</name>
    <message>
        <source>Segments</source>
        <translation>分群</translation>
    </message>
    <message>
        <source>by how lately and how often</source>
        <translation>按最近与次数</translation>
    </message>
    <message>
        <source>Saved segments</source>
        <translation>已保存的分群</translation>
    </message>
    <message>
        <source>Borders of {day}; change them beside the matrix. n={n}</source>
        <translation>界线 {day}，可在矩阵旁修改。n={n}</translation>
    </message>
    <message>
        <source>Only {have} of {need} days of orders are known: read this with care.</source>
        <translation>只有 {have} 天订单（需 {need} 天），请谨慎解读。</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>reachable {n}</source>
        <translation>可触达 {n}</translation>
    </message>
    <message>
        <source>Forget this segment</source>
        <translation>删除分群</translation>
    </message>
    <message>
        <source>Conditions that you save beside the matrix stand here.</source>
        <translation>在价值矩阵旁保存的条件会出现在这里。</translation>
    </message>
    <message>
        <source>Nothing saved yet</source>
        <translation>还没有保存分群</translation>
    </message>
    <message>
        <source>Forget the segment “{name}”? Nobody&apos;s data is touched.</source>
        <translation>删除分群“{name}”？客户数据不受影响。</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>SelectionView</name>
    <message>
        <source>Advise anew</source>
        <translation>重新评估</translation>
    </message>
    <message>
        <source>Advice on goods</source>
        <translation>选品建议</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>要做</translation>
    </message>
    <message>
        <source>Careful</source>
        <translation>当心</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>先不动</translation>
    </message>
    <message>
        <source>Compliance outranks sales. Nothing is listed or delisted from here.</source>
        <translation>合规优先于销量。这里不会自动上架或下架任何商品。</translation>
    </message>
    <message>
        <source>No goods have been read yet</source>
        <translation>还没有读到商品</translation>
    </message>
    <message>
        <source>Advice appears once goods and their orders have been read</source>
        <translation>读到商品和订单后，这里会给出建议</translation>
    </message>
    <message>
        <source>Go to accounts</source>
        <translation>去绑定店铺</translation>
    </message>
    <message numerus="yes">
        <source>and %n more item(s)</source>
        <translation>
            <numerusform>还有 %n 个商品</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of this kind.</source>
        <translation>没有这一类。</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) with enough orders</source>
        <translation>
            <numerusform>%n 个商品订单数足够</numerusform>
        </translation>
    </message>
    <message>
        <source>{enough} · as of {when}</source>
        <translation>{enough} · 截至 {when}</translation>
    </message>
</context>
<context>
    <name>SelfCheckView</name>
    <message>
        <source>Month: </source>
        <translation>月份：</translation>
    </message>
    <message>
        <source>Export HTML</source>
        <translation>导出 HTML</translation>
    </message>
    <message>
        <source>Export xlsx</source>
        <translation>导出 xlsx</translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation>导出 PDF</translation>
    </message>
    <message>
        <source>Run the self-check</source>
        <translation>开始自检</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Add a chat log</source>
        <translation>导入客服会话</translation>
    </message>
    <message>
        <source>Only findings are kept of it, with phones and addresses covered</source>
        <translation>只保留命中的句子，手机号和地址会遮盖</translation>
    </message>
    <message>
        <source>Findings of six months</source>
        <translation>近 6 月发现</translation>
    </message>
    <message>
        <source>Let go of reports older than three years</source>
        <translation>清理满 3 年的报告</translation>
    </message>
    <message>
        <source>No self-check of {month} yet</source>
        <translation>{month} 还没有自检</translation>
    </message>
    <message>
        <source>Titles, variants, run sheets, shows, chats, certificates and violations of the month are looked through. The report is signed, chained to the one before and kept for at least three years.</source>
        <translation>逐项检查商品标题与规格、直播脚本、口播与评论、客服会话、资质和违规，生成可签核的报告；每份报告与上一份哈希相连，至少保留 3 年。</translation>
    </message>
    <message>
        <source>Looking through {month}…</source>
        <translation>正在自检 {month}…</translation>
    </message>
    <message>
        <source>The self-check is done</source>
        <translation>自检完成</translation>
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
        <source>Printers</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>直播</translation>
    </message>
    <message>
        <source>Review model</source>
        <translation>模型审核</translation>
    </message>
    <message>
        <source>People and rights</source>
        <translation>人员与权限</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份与恢复</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>诊断</translation>
    </message>
</context>
<context>
    <name>Share</name>
    <message>
        <source>{all} named</source>
        <translation>可识别 {all} 人</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{all} 人中 {n} 人</translation>
    </message>
</context>
<context>
    <name>ShareBar</name>
    <message>
        <source>Mapping</source>
        <translation>对账状态</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单数</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>对账证明</translation>
    </message>
</context>
<context>
    <name>Shares</name>
    <message>
        <source>Kind of traffic</source>
        <translation>流量类型</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Traffic sources</source>
        <translation>流量来源</translation>
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
    <name>ShipBar</name>
    <message>
        <source>Ship</source>
        <translation>发货</translation>
    </message>
    <message>
        <source>Ship by list</source>
        <translation>批量发货</translation>
    </message>
    <message>
        <source>Ask where it is</source>
        <translation>查轨迹</translation>
    </message>
    <message>
        <source>Note a deadline</source>
        <translation>记时限</translation>
    </message>
    <message>
        <source>Ship ({key})</source>
        <translation>发货（{key}）</translation>
    </message>
    <message>
        <source>Only Youzan tells where a parcel is, and this order has no trade there</source>
        <translation>只有有赞能查轨迹，这笔订单没有对应的有赞订单</translation>
    </message>
    <message>
        <source>The platform knows nothing of its parcels yet</source>
        <translation>平台还没有这笔订单的轨迹</translation>
    </message>
    <message>
        <source>No row of the sheet has an order and a waybill number</source>
        <translation>表格中没有同时填写订单号和运单号的行</translation>
    </message>
    <message>
        <source>Save the held rows</source>
        <translation>保存未发货明细</translation>
    </message>
    <message>
        <source>Held rows</source>
        <translation>未发货明细</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) saved with the reason</source>
        <translation>
            <numerusform>已保存 %n 行及原因</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were not shipped</source>
        <translation>
            <numerusform>%n 行没有发货</numerusform>
        </translation>
    </message>
    <message>
        <source>Open them</source>
        <translation>打开处理</translation>
    </message>
</context>
<context>
    <name>ShipDialog</name>
    <message>
        <source>Ship orders</source>
        <translation>发货</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>发货</translation>
    </message>
    <message>
        <source>One parcel a line: order number, carrier, waybill number. Several parcels of an order: 1x2+2x1</source>
        <translation>每行一个包裹：订单号,快递,单号。一单多包裹时在第四列写明内容，如 1x2+2x1（第 1 行 2 件、第 2 行 1 件）</translation>
    </message>
    <message>
        <source>What is to be shipped</source>
        <translation>要发货的订单</translation>
    </message>
    <message>
        <source>A number the buyer was told cannot be taken back · until it is sent, for {n} s, it can</source>
        <translation>单号回传后不能撤回 · 发出前 {n} 秒内可以撤销</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Carrier of the rest: </source>
        <translation>补快递：</translation>
    </message>
    <message>
        <source>From a sheet…</source>
        <translation>从表格导入…</translation>
    </message>
    <message>
        <source>Copy the held rows</source>
        <translation>复制未通过的行</translation>
    </message>
    <message>
        <source>Save with reasons…</source>
        <translation>保存明细和原因…</translation>
    </message>
    <message>
        <source>Why goods leave of which a refund was asked (an owner&apos;s reason, kept in the audit)</source>
        <translation>已申请退款仍要发货的理由（店主填写，记入日志）</translation>
    </message>
    <message>
        <source>The sender&apos;s mobile: SF parcels cannot be followed at Youzan without it</source>
        <translation>寄件人手机号：有赞查顺丰轨迹需要</translation>
    </message>
    <message>
        <source>Type the number of orders to confirm</source>
        <translation>输入订单数确认</translation>
    </message>
    <message>
        <source>{n} to ship</source>
        <translation>可发 {n} 单</translation>
    </message>
    <message>
        <source>{n} held back</source>
        <translation>未通过 {n} 行</translation>
    </message>
    <message>
        <source>{n} of which the other platform is not told</source>
        <translation>{n} 单无法回传另一平台</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) to look at</source>
        <translation>
            <numerusform>%n 个单号请核对</numerusform>
        </translation>
    </message>
    <message>
        <source>reading the orders anew…</source>
        <translation>正在向平台核对…</translation>
    </message>
    <message>
        <source>Nothing to ship yet</source>
        <translation>还没有可发货的订单</translation>
    </message>
    <message>
        <source>Type the number of orders to confirm: {n}</source>
        <translation>订单较多，请输入 {n} 确认</translation>
    </message>
    <message numerus="yes">
        <source>Ship %n order(s)</source>
        <translation>
            <numerusform>发货 %n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing can be shipped</source>
        <translation>没有可发货的订单</translation>
    </message>
    <message>
        <source>The orders are being read anew</source>
        <translation>正在向平台核对订单</translation>
    </message>
    <message>
        <source>Type “{phrase}” first</source>
        <translation>请先输入“{phrase}”</translation>
    </message>
</context>
<context>
    <name>ShipStrip</name>
    <message>
        <source>Parcel complaints {share}</source>
        <translation>物流投诉率 {share}</translation>
    </message>
    <message>
        <source>After-sales about the way, of {n} orders shipped in {days} days · trade {usual}, target {wanted}</source>
        <translation>近 {days} 天发货 {n} 单中因物流发起的售后 · 行业 {usual}，目标 {wanted}</translation>
    </message>
    <message numerus="yes">
        <source>%n kept back</source>
        <translation>
            <numerusform>暂缓 %n 单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) to hand on</source>
        <translation>
            <numerusform>待回传单号 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>From the orders of both platforms, {as_of}</source>
        <translation>来源：两个平台的订单，{as_of}</translation>
    </message>
    <message>
        <source>48 h rate {share}</source>
        <translation>48 小时发货率 {share}</translation>
    </message>
    <message>
        <source>Paid in the last {days} days: {on_time} in time, {late} late, {overdue} overdue; {open} not due yet</source>
        <translation>近 {days} 天付款：按时 {on_time}，超时发出 {late}，超时未发 {overdue}；未到期 {open} 不计</translation>
    </message>
    <message>
        <source>Sold ahead, by their own clock: {on_time} in time, {late} late</source>
        <translation>预售按各自时限：准时 {on_time} 单，超时 {late} 单</translation>
    </message>
    <message>
        <source>{hours} h to ship on average</source>
        <translation>平均 {hours} 小时发货</translation>
    </message>
    <message>
        <source>Of {n} orders, pre-sale left out · trade {usual} h, target {wanted} h (as of {date})</source>
        <translation>共 {n} 单，不含预售 · 行业 {usual} 小时，目标 {wanted} 小时（{date}）</translation>
    </message>
    <message>
        <source>{n} due by midnight</source>
        <translation>今晚到期 {n} 单</translation>
    </message>
    <message>
        <source>and {n} held</source>
        <translation>另 {n} 单暂不发</translation>
    </message>
    <message>
        <source>Nothing left in the last hours: no pace to reckon with</source>
        <translation>近几小时没有发货，无法按进度预测</translation>
    </message>
    <message>
        <source>At the present pace of {pace} an hour they are gone {time}; {needed} an hour are needed</source>
        <translation>照现在每小时 {pace} 单，{time} 发完；需要每小时 {needed} 单</translation>
    </message>
    <message>
        <source>Held: by the platform, an after-sale, or kept back by you; they do not leave tonight</source>
        <translation>暂不发：平台风控、售后中或您已暂缓，今晚不会发出</translation>
    </message>
    <message>
        <source>{n} late at this pace</source>
        <translation>照此进度超时 {n} 单</translation>
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
    <name>ShopPick</name>
    <message>
        <source>Of the shop</source>
        <translation>所属店铺</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>请选择</translation>
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
    <name>ShowCurve</name>
    <message>
        <source>cut</source>
        <translation>断流</translation>
    </message>
    <message>
        <source>minute {n}</source>
        <translation>第 {n} 分</translation>
    </message>
</context>
<context>
    <name>ShowHead</name>
    <message>
        <source>Off air</source>
        <translation>未开播</translation>
    </message>
    <message>
        <source>Mark F10</source>
        <translation>打点 F10</translation>
    </message>
    <message>
        <source>Wall F11</source>
        <translation>大屏 F11</translation>
    </message>
    <message>
        <source>End and recap</source>
        <translation>结束并复盘</translation>
    </message>
    <message>
        <source>Last shows</source>
        <translation>最近场次</translation>
    </message>
    <message>
        <source>Figures and sources</source>
        <translation>数据与来源</translation>
    </message>
    <message>
        <source>A show without a title</source>
        <translation>未命名场次</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>{time} 开播</translation>
    </message>
    <message numerus="yes">
        <source>%n opening(s) stitched</source>
        <translation>
            <numerusform>已拼接 %n 段</numerusform>
        </translation>
    </message>
    <message>
        <source>Over</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Stream reconnecting</source>
        <translation>重连中</translation>
    </message>
    <message>
        <source>Figures are due: type them in</source>
        <translation>该录数了：请手动录入</translation>
    </message>
    <message>
        <source>Its rows bear its own time: cues and marks made here lie beside them by that much.</source>
        <translation>它的数据按它自己的时钟记时：本机的节点和打点与这些数据会相差这么多。</translation>
    </message>
    <message>
        <source>clock {n} s fast</source>
        <translation>时钟快 {n} 秒</translation>
    </message>
    <message>
        <source>clock {n} s slow</source>
        <translation>时钟慢 {n} 秒</translation>
    </message>
    <message>
        <source>Cut: {time} without data</source>
        <translation>断流：已 {time} 无数据</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>直播中</translation>
    </message>
</context>
<context>
    <name>ShowPanel</name>
    <message>
        <source>Title of the show</source>
        <translation>场次标题</translation>
    </message>
    <message>
        <source>Begin a show now</source>
        <translation>现在开始一场</translation>
    </message>
    <message>
        <source>Keep the title</source>
        <translation>保存标题</translation>
    </message>
    <message>
        <source>End it now</source>
        <translation>结束本场</translation>
    </message>
    <message>
        <source>It is not over</source>
        <translation>还没结束，继续</translation>
    </message>
    <message>
        <source>Ended by mistake: it goes on, with what came in meanwhile</source>
        <translation>误点了结束：这一场继续，期间收到的数据都算在内</translation>
    </message>
    <message>
        <source>Stream was cut?</source>
        <translation>断流后重开？</translation>
    </message>
    <message>
        <source>Go on with the show before</source>
        <translation>接上一场</translation>
    </message>
    <message>
        <source>Openings of the room</source>
        <translation>开播段</translation>
    </message>
    <message>
        <source>between two of them the stream was cut</source>
        <translation>两段之间为断流</translation>
    </message>
    <message>
        <source>No show is on. Begin one by hand where no helper does: figures you type then belong to it.</source>
        <translation>当前没有进行中的直播。没有采集助手时可手动开一场，之后录入的数据都归到这一场。</translation>
    </message>
    <message>
        <source>on since {time}</source>
        <translation>{time} 开播，进行中</translation>
    </message>
    <message>
        <source>A show without a title</source>
        <translation>未命名场次</translation>
    </message>
    <message>
        <source>Before it: {title}, {when}; {gap} without data in between.</source>
        <translation>上一场：{title}，{when}；中间 {gap} 没有数据。</translation>
    </message>
    <message>
        <source>A show of its own from here</source>
        <translation>从这段起另算一场</translation>
    </message>
</context>
<context>
    <name>ShowsCard</name>
    <message>
        <source>Last shows</source>
        <translation>最近场次</translation>
    </message>
    <message>
        <source>a click opens the recap</source>
        <translation>点一行看复盘</translation>
    </message>
    <message>
        <source>Recap of the last show</source>
        <translation>看上一场复盘</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>Begin · length</source>
        <translation>时间 · 时长</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>No show is kept here yet</source>
        <translation>还没有记录过场次</translation>
    </message>
    <message>
        <source>at most {n} online</source>
        <translation>最高在线 {n}</translation>
    </message>
    <message>
        <source>{n} viewers</source>
        <translation>{n} 人观看</translation>
    </message>
    <message>
        <source>{n} orders, {value} ({source})</source>
        <translation>{n} 单，{value}（{source}）</translation>
    </message>
    <message>
        <source>over</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>broke off</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>A show without a title</source>
        <translation>未命名场次</translation>
    </message>
</context>
<context>
    <name>SideCard</name>
    <message>
        <source>Make the task list</source>
        <translation>生成任务清单</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出日历</translation>
    </message>
    <message>
        <source>Add missing tasks</source>
        <translation>补齐任务</translation>
    </message>
    <message>
        <source>and {n} more of these</source>
        <translation>同类还有 {n} 项</translation>
    </message>
    <message>
        <source>How past ones went</source>
        <translation>往期表现（本机订单）</translation>
    </message>
    <message>
        <source>Looked at: {prices} prices and {stock} stocks that sold in 7 days, {papers} dated certificates</source>
        <translation>已核对：近 7 天有成交的 {prices} 个规格价格、{stock} 个商品库存，{papers} 份有期限的资质</translation>
    </message>
    <message>
        <source>Nothing to compare with yet</source>
        <translation>还没有可核对的数据</translation>
    </message>
    <message>
        <source>Nothing stands in the way</source>
        <translation>没有发现冲突</translation>
    </message>
    <message>
        <source>From the file</source>
        <translation>以上由本机数据算出</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Sign</source>
        <translation>签核</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>请填写姓名。</translation>
    </message>
    <message>
        <source>This person signed already: the one who checks and the one who reviews are two people.</source>
        <translation>此人已签过：自检人与复核人须是两个人。</translation>
    </message>
    <message numerus="yes">
        <source>%n banned finding(s) open: say why you sign all the same.</source>
        <translation>
            <numerusform>禁用 %n 处未处理，请写明为什么仍然签核。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signatures</name>
    <message>
        <source>Signatures</source>
        <translation>签核</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新自检</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签核</translation>
    </message>
    <message>
        <source>to be signed</source>
        <translation>待签</translation>
    </message>
    <message>
        <source>A record in the chain was changed ({where}). Compare with a backup.</source>
        <translation>报告链中有记录被改动（{where}），请与备份核对。</translation>
    </message>
    <message numerus="yes">
        <source>%n banned finding(s) open: whoever signs gives a reason.</source>
        <translation>
            <numerusform>禁用 %n 处未处理，签核需写明原因。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SixMonths</name>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未处理</translation>
    </message>
    <message>
        <source>Six months</source>
        <translation>近六个月</translation>
    </message>
</context>
<context>
    <name>SliceTable</name>
    <message>
        <source>No rows</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>Nothing of this kind happened in this time</source>
        <translation>这段时间内没有这类记录</translation>
    </message>
    <message>
        <source>{first}–{last} of {total} rows</source>
        <translation>第 {first}–{last} 行 · 共 {total} 行</translation>
    </message>
    <message>
        <source>Find out why</source>
        <translation>查原因</translation>
    </message>
    <message>
        <source>Not read yet: nothing can be added up</source>
        <translation>尚未读取，无法合计</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source> come to {money}</source>
        <translation>合计 {money}</translation>
    </message>
    <message>
        <source> = the figure, 0 off</source>
        <translation> = 图中数值，差 0 笔</translation>
    </message>
    <message>
        <source> = the figure, ¥0.00 off</source>
        <translation> = 图中数值，差 0 分</translation>
    </message>
    <message>
        <source> · the figure said {shown}, {off} off</source>
        <translation>，图中为 {shown}，差 {off}</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>Rows appear here after the first whole reading</source>
        <translation>首次读完后，这里显示明细</translation>
    </message>
    <message numerus="yes">
        <source> · %n without an amount</source>
        <translation>
            <numerusform> · %n 行金额未知</numerusform>
        </translation>
    </message>
    <message>
        <source>The figure was added up at {time}. Orders have come in or changed since; the figure of now equals these rows to the fen.</source>
        <translation>图中数值统计于 {time}，此后有订单新增或变更；现在重新统计的数值与这些行一分不差。</translation>
    </message>
    <message>
        <source>The rows come to {rows}, the figure of now to {figure}. That must not be: please send the diagnostics bundle of the settings.</source>
        <translation>这些行合计 {rows}，现在统计的数值为 {figure}。两者本应相等，请在设置中导出诊断包反馈。</translation>
    </message>
    <message>
        <source>Rows and figure differ</source>
        <translation>明细与图中数值不一致</translation>
    </message>
    <message>
        <source>Read anew</source>
        <translation>重新读取</translation>
    </message>
</context>
<context>
    <name>SourcesCard</name>
    <message>
        <source>Traffic sources</source>
        <translation>流量来源</translation>
    </message>
    <message>
        <source>people, by kind</source>
        <translation>人数 · 按类型</translation>
    </message>
    <message>
        <source>Channels and import</source>
        <translation>看渠道 / 导入</translation>
    </message>
    <message>
        <source>No platform&apos;s interface tells it: import the back office&apos;s table under Traffic</source>
        <translation>平台接口不提供，请在流量页导入后台表格</translation>
    </message>
    <message>
        <source>{n} of {all} days imported</source>
        <translation>已导入 {n} / {all} 天</translation>
    </message>
    <message>
        <source>imported {age}</source>
        <translation>导入于 {age}</translation>
    </message>
    <message>
        <source>site-wide promotion apart: {n}</source>
        <translation>全站推广另计 {n}</translation>
    </message>
</context>
<context>
    <name>SourcesPanel</name>
    <message>
        <source>The first source that still speaks is shown. Another one that differs by more than 5% is marked ≠ on its tile.</source>
        <translation>显示排在最前且仍在更新的来源；其他来源相差超过 5% 时，指标卡上标 ≠。</translation>
    </message>
    <message>
        <source>differ by {share}</source>
        <translation>相差 {share}</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>whole hours, what is attributed to ads</source>
        <translation>按整点小时，仅广告归因</translation>
    </message>
    <message>
        <source>Cost {cost} · attributed {gmv} · ROI {roi}</source>
        <translation>消耗 {cost} · 归因成交 {gmv} · ROI {roi}</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>当前显示</translation>
    </message>
    <message>
        <source>Believe {source} earlier</source>
        <translation>{source}优先一位</translation>
    </message>
</context>
<context>
    <name>SourcesView</name>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>近 %n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StackChart</name>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Site-wide, apart</source>
        <translation>全站推广（另列）</translation>
    </message>
    <message>
        <source>Source split</source>
        <translation>来源分布</translation>
    </message>
    <message>
        <source>{day}: nothing imported</source>
        <translation>{day}：缺导入</translation>
    </message>
    <message>
        <source>Sum {number}</source>
        <translation>合计 {number}</translation>
    </message>
    <message>
        <source>Site-wide, apart: {number}</source>
        <translation>全站推广（单列）{number}</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) tell only the other measure</source>
        <translation>
            <numerusform>%n 行只有另一种口径</numerusform>
        </translation>
    </message>
    <message>
        <source>no import</source>
        <translation>缺 导入</translation>
    </message>
</context>
<context>
    <name>StateCard</name>
    <message>
        <source>Connections</source>
        <translation>连接状态</translation>
    </message>
    <message>
        <source>each second</source>
        <translation>每秒检查</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>本机入口</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>采集助手</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>监视文件夹</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>拒收行数</translation>
    </message>
    <message>
        <source>OBS</source>
        <translation>OBS</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>未打开</translation>
    </message>
    <message>
        <source>closed: port {port} is taken</source>
        <translation>未打开：端口 {port} 被占用</translation>
    </message>
    <message>
        <source>nothing came in yet</source>
        <translation>从未收到数据</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>监视中</translation>
    </message>
    <message>
        <source>none (optional)</source>
        <translation>未设置（可选）</translation>
    </message>
    <message>
        <source>open</source>
        <translation>已监听</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>Backed up {time}</source>
        <translation>备份于 {time}</translation>
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
    <message>
        <source>Step</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数量</translation>
    </message>
</context>
<context>
    <name>StepsCard</name>
    <message>
        <source>How it was proved</source>
        <translation>证明步骤</translation>
    </message>
    <message>
        <source>to {time}</source>
        <translation>读到 {time}</translation>
    </message>
    <message>
        <source>Kuaishou {n} · Youzan {m}</source>
        <translation>快手 {n} · 有赞 {m}</translation>
    </message>
    <message>
        <source>Window complete</source>
        <translation>窗口完整</translation>
    </message>
    <message>
        <source>Window not complete</source>
        <translation>窗口不完整</translation>
    </message>
    <message>
        <source>Numbers of both sides compared</source>
        <translation>两边单号集合比对</translation>
    </message>
    <message>
        <source>Amounts add up to the fen</source>
        <translation>金额合计到分</translation>
    </message>
    <message>
        <source>difference explained</source>
        <translation>差额已解释</translation>
    </message>
    <message>
        <source>none was taken here</source>
        <translation>本机没有取号</translation>
    </message>
    <message>
        <source>{taken} = {printed} + {voided} + {shipped}</source>
        <translation>{taken} = {printed} + {voided} + {shipped}</translation>
    </message>
    <message>
        <source> + {n} waiting</source>
        <translation> + {n} 待打印</translation>
    </message>
    <message>
        <source> · {n} void ones shipped</source>
        <translation> · {n} 个已作废却发出</translation>
    </message>
    <message>
        <source>Waybills taken = printed + voided + shipped</source>
        <translation>取号 = 已打印 + 已作废 + 已发出</translation>
    </message>
    <message>
        <source>Gap audit with the platforms</source>
        <translation>与平台查漏</translation>
    </message>
    <message>
        <source>never yet</source>
        <translation>还没有做过</translation>
    </message>
    <message>
        <source>found {n}, repaired {m}</source>
        <translation>查出 {n}，补回 {m}</translation>
    </message>
    <message>
        <source>nothing missing</source>
        <translation>没有遗漏</translation>
    </message>
    <message>
        <source>{n} unknown to the platform</source>
        <translation>平台查无 {n} 单</translation>
    </message>
    <message>
        <source>Fetched by a gap audit: {numbers}</source>
        <translation>查漏补回：{numbers}</translation>
    </message>
    <message>
        <source>Came after the last proof: {numbers}</source>
        <translation>上次证明后补到：{numbers}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source> and {n} more</source>
        <translation> 等，另有 {n} 笔</translation>
    </message>
</context>
<context>
    <name>StoredCard</name>
    <message>
        <source>Stored value</source>
        <translation>储值余额</translation>
    </message>
    <message>
        <source>No stored value is known</source>
        <translation>还没有储值数据</translation>
    </message>
    <message>
        <source>Import Youzan&apos;s export of stored value: balances by account, and movements for the month.</source>
        <translation>导入有赞的储值导出：各账户余额，以及本月的储值流水。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Should be</source>
        <translation>应为</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Accounts that do not come out even</source>
        <translation>对不上的账户</translation>
    </message>
    <message>
        <source>this month: {topup} in, {spent} spent</source>
        <translation>本月充 {topup} · 消 {spent}</translation>
    </message>
    <message>
        <source>this month: — (no movements imported)</source>
        <translation>本月充消：—（未导入储值流水）</translation>
    </message>
    <message numerus="yes">
        <source>%n with a balance</source>
        <translation>
            <numerusform>有余额 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} did not move it for {days} days, {money}</source>
        <translation>{days} 天未动 {n} 人，{money}</translation>
    </message>
    <message numerus="yes">
        <source>of %n nobody knows when it moved</source>
        <translation>
            <numerusform>%n 人不知何时动过</numerusform>
        </translation>
    </message>
    <message>
        <source>as of {day}</source>
        <translation>截至 {day}</translation>
    </message>
    <message>
        <source>Not checked: the export tells no top-ups and no spending</source>
        <translation>未核对：导出里没有累计充值与累计消费</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) do not come out even</source>
        <translation>
            <numerusform>%n 个账户对不上</numerusform>
        </translation>
    </message>
    <message>
        <source>{said}: {money} in all</source>
        <translation>{said}，合计差 {money}</translation>
    </message>
    <message>
        <source>balance = top-ups + bonuses − spent − refunds</source>
        <translation>余额 = 充值 + 赠送 − 消费 − 退款</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) come out even</source>
        <translation>
            <numerusform>%n 个账户核对一致</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StreamCard</name>
    <message>
        <source>Captions and comments</source>
        <translation>字幕与评论</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>违禁</translation>
    </message>
    <message>
        <source>Nothing was said yet</source>
        <translation>还没有评论或字幕</translation>
    </message>
    <message>
        <source>{time} “{words}” · {why}</source>
        <translation>{time} “{words}” · {why}</translation>
    </message>
    <message>
        <source>Space pauses · H handled · C copies · W wording</source>
        <translation>空格 暂停 · H 已处理 · C 复制 · W 查措辞</translation>
    </message>
    <message>
        <source>Paused · {n} new</source>
        <translation>已暂停 · 新 {n} 条</translation>
    </message>
</context>
<context>
    <name>Strips</name>
    <message>
        <source>Comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n 个高光时刻</numerusform>
        </translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>高光</translation>
    </message>
    <message>
        <source>nobody tells them one by one</source>
        <translation>没有来源提供逐条数据</translation>
    </message>
</context>
<context>
    <name>SubTabs</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
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
    <name>TableImport</name>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>No platform gives these figures to a program. Export them from the back office (xlsx, csv), copy the cells, or type them. You look them over before they are kept; the same rows again change nothing.</source>
        <translation>平台没有开放这些数据的接口。请从后台导出（xlsx、csv）、复制单元格，或手动录入。保存前先预览；重复导入同样的行不会改变任何数字。</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>TargetDialog</name>
    <message>
        <source>Target of the accuracy</source>
        <translation>准确率目标</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Accuracy = 1 − WAPE. The target changes no forecast; it stands beside what was measured.</source>
        <translation>准确率 = 1 − WAPE。目标不改变预测，只放在实测值旁边对照。</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>百分比</translation>
    </message>
</context>
<context>
    <name>TaskCard</name>
    <message>
        <source>Message</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Why it may go out all the same (kept in the audit)</source>
        <translation>为什么仍可发出（会记入操作留痕）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Contacts go out masked unless an owner wants them in full; who, when and how many is kept.</source>
        <translation>导出不含明文手机号，要完整的需店主权限；谁、何时、多少人都会留痕。</translation>
    </message>
    <message>
        <source>Words are right, ready to export</source>
        <translation>话术无误，待导出</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Import results</source>
        <translation>导入结果</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>标为已完成</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>{send} to send to · {hold} held out · {left} left out</source>
        <translation>可发 {send} 人 · 对照 {hold} 人 · 未纳入 {left} 人</translation>
    </message>
    <message>
        <source>made {age}</source>
        <translation>建于 {age}</translation>
    </message>
    <message>
        <source>exported {time} {by}</source>
        <translation>{time} 导出 {by}</translation>
    </message>
    <message>
        <source>let pass: {reason}</source>
        <translation>放行理由：{reason}</translation>
    </message>
    <message>
        <source>{reached} reached · {failed} failed · {open} without an answer</source>
        <translation>到达 {reached} · 失败 {failed} · 未回报 {open}</translation>
    </message>
    <message>
        <source>No results yet: import what the sending tool exports</source>
        <translation>还没有结果：导入发送工具导出的结果表</translation>
    </message>
    <message>
        <source>Failed: {why}</source>
        <translation>失败原因：{why}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) fit nobody</source>
        <translation>
            <numerusform>%n 行对不上人</numerusform>
        </translation>
    </message>
    <message>
        <source>By the orders: {n} of {of} sent to bought ({share}); of {held} held out {other}</source>
        <translation>按订单：发送 {of} 人中成交 {n} 人（{share}）；对照 {held} 人中 {other} 人</translation>
    </message>
    <message>
        <source>— (costs missing)</source>
        <translation>—（缺成本）</translation>
    </message>
    <message>
        <source>margin {money}</source>
        <translation>毛利 {money}</translation>
    </message>
    <message>
        <source>counts until {time}</source>
        <translation>统计到 {time}</translation>
    </message>
    <message>
        <source>Banned: {words}</source>
        <translation>禁用词：{words}</translation>
    </message>
    <message>
        <source>Look at: {words}</source>
        <translation>留意：{words}</translation>
    </message>
    <message>
        <source>No words yet: the file goes out without a message</source>
        <translation>还没写话术：导出的文件里没有话术</translation>
    </message>
    <message>
        <source>The wording checker finds nothing</source>
        <translation>文字检查无问题</translation>
    </message>
</context>
<context>
    <name>TaskDialog</name>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>of a show: its host</source>
        <translation>直播填主播</translation>
    </message>
    <message>
        <source>what shows that it was done: a file&apos;s name, a number, a link</source>
        <translation>能证明做完的：文件名、单号或链接</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>凭证</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>删除任务</translation>
    </message>
    <message>
        <source>Say what is to be done.</source>
        <translation>请写要做什么。</translation>
    </message>
    <message>
        <source>Days are written like 2026-12-01.</source>
        <translation>日期写成 2026-12-01。</translation>
    </message>
    <message>
        <source>It is due before it begins.</source>
        <translation>截止早于开始。</translation>
    </message>
</context>
<context>
    <name>TaskExport</name>
    <message>
        <source>“{name}” by {channel}: {n} people</source>
        <translation>“{name}” · {channel}：{n} 人</translation>
    </message>
    <message>
        <source>{hold} held out and {left} left out are not in the file; everybody is in it once.</source>
        <translation>对照 {hold} 人、未纳入 {left} 人不在文件里；每人只出现一次。</translation>
    </message>
    <message>
        <source>Customer key</source>
        <translation>客户编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Mask names and contacts</source>
        <translation>姓名与联系方式打码</translation>
    </message>
    <message>
        <source>Platforms hand contacts over masked: a full number is in the file only where one was imported.</source>
        <translation>平台给出的联系方式本来就打码；只有自己导入过的才是完整号码。</translation>
    </message>
    <message>
        <source>The same list is not sent twice: once the file is written the list is under way.</source>
        <translation>同一清单不重复发：文件写出后清单即为“进行中”。</translation>
    </message>
    <message>
        <source>Who exported, when, and how many people, is kept in the audit.</source>
        <translation>谁、何时、导出多少人，都会留痕。</translation>
    </message>
</context>
<context>
    <name>TaskListsCard</name>
    <message>
        <source>Task lists</source>
        <translation>任务清单</translation>
    </message>
    <message>
        <source>the same list is not sent twice</source>
        <translation>同一清单不重复发</translation>
    </message>
    <message>
        <source>List</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>No task lists yet</source>
        <translation>还没有任务清单</translation>
    </message>
    <message>
        <source>Make one from a saved segment, or from a selection in the value matrix.</source>
        <translation>从保存的分群，或价值矩阵的选区新建一份。</translation>
    </message>
    <message>
        <source>New task list</source>
        <translation>新建任务清单</translation>
    </message>
</context>
<context>
    <name>TasksView</name>
    <message>
        <source>Import consents</source>
        <translation>导入同意记录</translation>
    </message>
    <message>
        <source>New task list</source>
        <translation>新建任务清单</translation>
    </message>
    <message numerus="yes">
        <source>%n people exported</source>
        <translation>
            <numerusform>已导出 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>The list is under way</source>
        <translation>清单进行中</translation>
    </message>
    <message>
        <source>{reached} reached · {failed} failed · {strays} fit nobody</source>
        <translation>到达 {reached} · 失败 {failed} · 对不上 {strays}</translation>
    </message>
    <message>
        <source>The list “{name}” has not gone out. It cannot be brought back.</source>
        <translation>清单“{name}”还没有导出过；删除后不能恢复。</translation>
    </message>
    <message>
        <source>Delete the list?</source>
        <translation>删除这份清单？</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Segment: {name}</source>
        <translation>分群：{name}</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>全部客户</translation>
    </message>
</context>
<context>
    <name>TicketDrawer</name>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>Given to: </source>
        <translation>处理人：</translation>
    </message>
    <message>
        <source>See the order</source>
        <translation>看订单</translation>
    </message>
    <message>
        <source>Read anew</source>
        <translation>重新读取</translation>
    </message>
</context>
<context>
    <name>TicketFilters</name>
    <message>
        <source>Open</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>After-sale / order no. / goods / buyer</source>
        <translation>售后单号 / 订单号 / 商品 / 买家</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Type: </source>
        <translation>类型：</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Amount: </source>
        <translation>金额：</translation>
    </message>
    <message>
        <source>Platform: </source>
        <translation>平台：</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>Given to: </source>
        <translation>处理人：</translation>
    </message>
    <message>
        <source>platforms disagree</source>
        <translation>两边不一致</translation>
    </message>
    <message>
        <source>waiting for you</source>
        <translation>待你处理</translation>
    </message>
    <message>
        <source>a child bought it</source>
        <translation>未成年人消费</translation>
    </message>
    <message>
        <source>Show: </source>
        <translation>状态：</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>清空筛选</translation>
    </message>
    <message>
        <source>me</source>
        <translation>我的</translation>
    </message>
</context>
<context>
    <name>TicketHead</name>
    <message>
        <source>Copy the after-sale number</source>
        <translation>复制售后单号</translation>
    </message>
</context>
<context>
    <name>TicketPeople</name>
    <message>
        <source>Give to: </source>
        <translation>分派给：</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>分派规则</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) given to {who}</source>
        <translation>
            <numerusform>已把 %n 单分派给{who}</numerusform>
        </translation>
    </message>
    <message>
        <source>Rules saved</source>
        <translation>分派规则已保存</translation>
    </message>
</context>
<context>
    <name>TicketSheet</name>
    <message>
        <source>and return freight {money}</source>
        <translation>另有退货运费 {money}</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>申请金额</translation>
    </message>
    <message>
        <source>not money until it is refunded</source>
        <translation>到账前不计入退款</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退金额</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>处理截止</translation>
    </message>
    <message>
        <source>asked {time}</source>
        <translation>{time} 申请</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>处理人</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手工分派</translation>
    </message>
    <message>
        <source>by a rule</source>
        <translation>按规则分派</translation>
    </message>
    <message>
        <source>States of both platforms</source>
        <translation>两边状态</translation>
    </message>
    <message>
        <source>in step</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>The other platform has no such after-sale</source>
        <translation>另一边没有对应的售后单</translation>
    </message>
    <message>
        <source>It still waits for an answer there</source>
        <translation>那边还在等您处理</translation>
    </message>
    <message>
        <source>by {time}</source>
        <translation>{time} 前</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Dispute warning</source>
        <translation>争议预警</translation>
    </message>
    <message>
        <source>an aid, no judgement</source>
        <translation>辅助提示，不代表结论</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>The order is not in this file</source>
        <translation>本机没有这笔订单</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>已发货</translation>
    </message>
    <message>
        <source>not shipped</source>
        <translation>未发货</translation>
    </message>
    <message>
        <source>Reason and evidence</source>
        <translation>原因与凭证</translation>
    </message>
    <message>
        <source>The detail was not read yet</source>
        <translation>详情还没有读取</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>You refused</source>
        <translation>您的拒绝说明</translation>
    </message>
    <message>
        <source>The buyer has the goods</source>
        <translation>买家已收到货</translation>
    </message>
    <message>
        <source>The buyer does not have the goods</source>
        <translation>买家未收到货</translation>
    </message>
    <message>
        <source>No pictures</source>
        <translation>没有凭证图片</translation>
    </message>
    <message>
        <source>Return parcel</source>
        <translation>退货物流</translation>
    </message>
    <message>
        <source>No return parcel is known</source>
        <translation>暂无退货物流</translation>
    </message>
    <message>
        <source>Copy the waybill number</source>
        <translation>复制运单号</translation>
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
        <source>none entered</source>
        <translation>未登记</translation>
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
    <name>TouchBase</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>TouchBehind</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>到达</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>毛利</translation>
    </message>
    <message>
        <source>Rows behind it</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Nothing is left</source>
        <translation>没有了</translation>
    </message>
    <message>
        <source>Take this row out</source>
        <translation>移除这一行</translation>
    </message>
    <message>
        <source>Together: sent to {sent}, cost {cost}</source>
        <translation>合计：发送 {sent} 人，成本 {cost}</translation>
    </message>
    <message>
        <source>shop unknown</source>
        <translation>店铺未知</translation>
    </message>
    <message>
        <source>told by another row, not added</source>
        <translation>与另一行重复，不计入</translation>
    </message>
    <message>
        <source>maybe told twice</source>
        <translation>可能重复</translation>
    </message>
</context>
<context>
    <name>TouchCard</name>
    <message>
        <source>Channels compared</source>
        <translation>触达渠道对比</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>到达率</translation>
    </message>
    <message>
        <source>Cost a person</source>
        <translation>每人成本</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>成交率</translation>
    </message>
    <message>
        <source>ROI</source>
        <translation>ROI</translation>
    </message>
    <message>
        <source>No touches are known yet</source>
        <translation>还没有触达数据</translation>
    </message>
    <message>
        <source>Import what the back offices of WeCom, text messages and fan groups export, type it, or send a task list from here: then who bought is counted by the orders.</source>
        <translation>导入企微、短信、粉丝群后台的导出，或手工录入；也可以从这里导出任务清单，成交会按订单自动统计。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>last {days} days · orders within {within} days of a touch</source>
        <translation>近 {days} 天 · {within} 天归因</translation>
    </message>
    <message>
        <source>ROI = margin ÷ cost. What is not told is “—”, never 0. Enter: the rows behind it.</source>
        <translation>ROI = 归因毛利 ÷ 成本；未提供的记“—”，不记 0。双击或回车看明细。</translation>
    </message>
    <message>
        <source>Typed by hand: {names}</source>
        <translation>手工录入：{names}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Told by a list and by an import, counted once: {names}</source>
        <translation>清单与导入都有、只计一次：{names}</translation>
    </message>
    <message>
        <source>A list and an import of about the same day may tell of the same people: {names}</source>
        <translation>清单与相近日期的导入可能是同一批人，暂都计入：{names}</translation>
    </message>
    <message>
        <source>too few</source>
        <translation>样本不足</translation>
    </message>
    <message>
        <source>bought ÷ sent to</source>
        <translation>成交人数 ÷ 发送人数</translation>
    </message>
    <message>
        <source>reached ÷ sent to</source>
        <translation>到达人数 ÷ 发送人数</translation>
    </message>
    <message>
        <source>cost ÷ sent to</source>
        <translation>成本 ÷ 发送人数</translation>
    </message>
    <message>
        <source>yardstick {line}</source>
        <translation>参考 {line}</translation>
    </message>
    <message>
        <source>free, not counted</source>
        <translation>免费，不计</translation>
    </message>
    <message>
        <source>margin ÷ cost</source>
        <translation>归因毛利 ÷ 成本</translation>
    </message>
    <message>
        <source>no cost told</source>
        <translation>缺成本</translation>
    </message>
    <message>
        <source>margin unknown</source>
        <translation>毛利未知</translation>
    </message>
</context>
<context>
    <name>TouchImport</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Taken: {names}</source>
        <translation>采用：{names}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Not known: {names}</source>
        <translation>未识别：{names}</translation>
    </message>
    <message>
        <source>Named twice, left out: {names}</source>
        <translation>重复列，未采用：{names}</translation>
    </message>
    <message>
        <source>can be kept</source>
        <translation>可保存</translation>
    </message>
</context>
<context>
    <name>TouchLines</name>
    <message>
        <source>Reference figures</source>
        <translation>参考值与口径</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Yardsticks, not promises: set your own as soon as you have some. Empty: as it came.</source>
        <translation>这些是经验参考，不是承诺；有自家数据后请改成自己的。清空即恢复默认。</translation>
    </message>
    <message>
        <source>your own, {day}</source>
        <translation>自定 · {day}</translation>
    </message>
    <message>
        <source>came with it, {day}</source>
        <translation>默认 · {day}</translation>
    </message>
</context>
<context>
    <name>TouchLinesCard</name>
    <message>
        <source>Yardsticks</source>
        <translation>参考值</translation>
    </message>
    <message>
        <source>merchants&apos; experience</source>
        <translation>商家经验值</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Yardstick</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>自家</translation>
    </message>
    <message>
        <source>reach</source>
        <translation>到达率</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>打开率</translation>
    </message>
    <message>
        <source>cost a person</source>
        <translation>每人成本</translation>
    </message>
    <message>
        <source>ROI</source>
        <translation>ROI</translation>
    </message>
    <message>
        <source>As of {day}; your own ones carry their own day</source>
        <translation>{day} 的经验值；自己改过的另记日期</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>自定</translation>
    </message>
</context>
<context>
    <name>TouchResultsCard</name>
    <message>
        <source>Lists sent from here</source>
        <translation>从这里发出的清单</translation>
    </message>
    <message>
        <source>against those who were held out</source>
        <translation>对比未发送的对照组</translation>
    </message>
    <message>
        <source>List</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>What it brought</source>
        <translation>增量</translation>
    </message>
    <message>
        <source>None yet: a task list that is exported from here is followed by the orders</source>
        <translation>还没有：从这里导出的任务清单会按订单跟踪成交</translation>
    </message>
    <message>
        <source>Who stands on another list of these days is compared on neither side. Whom a channel reached without a list from here nobody knows: he stays in.</source>
        <translation>统计期内还在另一份清单里的人，两边都不参与对照；不经本软件清单触达的人无法得知，仍计在内。</translation>
    </message>
    <message>
        <source>{n} bought</source>
        <translation>成交 {n} 人</translation>
    </message>
    <message>
        <source>nobody was held out</source>
        <translation>没有留对照组</translation>
    </message>
    <message>
        <source>{n} points</source>
        <translation>{n} 个百分点</translation>
    </message>
    <message>
        <source>{n} also on another list</source>
        <translation>另有清单 {n}</translation>
    </message>
    <message>
        <source>still counting</source>
        <translation>统计中</translation>
    </message>
    <message>
        <source>too few</source>
        <translation>样本不足</translation>
    </message>
    <message>
        <source>may be chance</source>
        <translation>可能是偶然</translation>
    </message>
    <message>
        <source>it worked</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>it did harm</source>
        <translation>反而更差</translation>
    </message>
</context>
<context>
    <name>TrafficImport</name>
    <message>
        <source>Import traffic figures</source>
        <translation>导入流量数据</translation>
    </message>
    <message>
        <source>Day of rows that tell none</source>
        <translation>没有日期的行算作哪天</translation>
    </message>
    <message>
        <source>Rows without a day are of</source>
        <translation>没有日期的行算作</translation>
    </message>
</context>
<context>
    <name>TrafficKinds</name>
    <message>
        <source>Content types compared</source>
        <translation>内容类型对比</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>参考线</translation>
    </message>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>近 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>edited by you</source>
        <translation>您设置的</translation>
    </message>
    <message>
        <source>merchants&apos; yardstick</source>
        <translation>商家经验值</translation>
    </message>
    <message>
        <source>Ticks: {origin}, {day}</source>
        <translation>刻度为参考线：{origin}，{day}</translation>
    </message>
    <message>
        <source>higher is not proof: see Experiments</source>
        <translation>高低不代表显著，见“实验”</translation>
    </message>
    <message numerus="yes">
        <source>%n work(s)</source>
        <translation>
            <numerusform>%n 条作品</numerusform>
        </translation>
    </message>
    <message>
        <source>● no works imported yet</source>
        <translation>● 还没有导入作品</translation>
    </message>
</context>
<context>
    <name>TrafficSplitCard</name>
    <message>
        <source>Traffic by source</source>
        <translation>来源分布</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>No traffic imported yet</source>
        <translation>还没有流量数据</translation>
    </message>
    <message>
        <source>Kuaishou gives no interface for traffic sources. Export the session report of the live back office, or copy its table, and import it here; the live page&apos;s helper can send the split, too.</source>
        <translation>快手没有开放流量来源的接口。请从直播后台导出场次报表或复制表格，在这里导入；采集助手也可以带来各场的来源。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入报表</translation>
    </message>
    <message>
        <source>people</source>
        <translation>观看人数</translation>
    </message>
    <message>
        <source>views</source>
        <translation>观看次数</translation>
    </message>
    <message>
        <source>by {unit} · each day</source>
        <translation>按{unit} · 每日</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>缺 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Share = people (or views) of a channel ÷ all channels, without site-wide promotion</source>
        <translation>占比 = 该来源人数（或次数）÷ 全部来源之和，不含全站推广</translation>
    </message>
    <message numerus="yes">
        <source>%n show(s) also told a split by their page: not used, that day was imported</source>
        <translation>
            <numerusform>另有 %n 场的页面也给出来源：当天已有导入，未采用</numerusform>
        </translation>
    </message>
    <message>
        <source>The ads report tells views of the whole site only: it stands apart and is never added</source>
        <translation>磁力金牛报表只给全站观看次数：单列，不相加</translation>
    </message>
    <message>
        <source>No ads account is bound</source>
        <translation>未绑定磁力金牛账户</translation>
    </message>
    <message>
        <source>by people</source>
        <translation>按人数</translation>
    </message>
    <message>
        <source>by views</source>
        <translation>按次数</translation>
    </message>
    <message>
        <source>{day}: {parts} ({unit}; hatched = paid; sum {sum})</source>
        <translation>{day}：{parts}（{unit}；斜纹 = 付费；合计 {sum}）</translation>
    </message>
    <message>
        <source>{number} people</source>
        <translation>{number} 人</translation>
    </message>
    <message>
        <source>{number} views</source>
        <translation>{number} 次</translation>
    </message>
    <message>
        <source>Site-wide promotion overlaps with natural traffic and is never added: {told}</source>
        <translation>全站推广与自然流量重叠，单列不相加：{told}</translation>
    </message>
</context>
<context>
    <name>TrafficView</name>
    <message>
        <source>Import</source>
        <translation>导入报表</translation>
    </message>
</context>
<context>
    <name>TrendBars</name>
    <message>
        <source>Promotion</source>
        <translation>大促</translation>
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
    <message>
        <source>Sales, orders, average order</source>
        <translation>成交额、订单、客单价</translation>
    </message>
    <message>
        <source>every day, shop time</source>
        <translation>每日 · 店铺时间</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>成交额</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>客单价</translation>
    </message>
    <message>
        <source>The chart begins once orders have been read</source>
        <translation>读到订单后开始画图</translation>
    </message>
    <message>
        <source>A click on a bar shows its orders below.</source>
        <translation>点任意一柱，下方明细即为当天订单。</translation>
    </message>
    <message>
        <source>Dashed: as the same weekdays before went on from this time, in no sum.</source>
        <translation>虚框 = 按往周同一天此刻之后的走势推算，不计入合计。</translation>
    </message>
    <message>
        <source>mean of {n} days</source>
        <translation>{n} 日均值</translation>
    </message>
    <message>
        <source>{n}-day mean</source>
        <translation>{n} 日均线</translation>
    </message>
    <message>
        <source>may end at</source>
        <translation>今日推算</translation>
    </message>
</context>
<context>
    <name>TwoSides</name>
    <message>
        <source>Ordered {money}</source>
        <translation>下单 {money}</translation>
    </message>
    <message>
        <source>Refunded {money}</source>
        <translation>退款 {money}</translation>
    </message>
    <message>
        <source>Reached by {channel}</source>
        <translation>触达：{channel}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>{title} · closed</source>
        <translation>{title} · 已关闭</translation>
    </message>
    <message>
        <source>Youzan and the rest</source>
        <translation>有赞 / 其他</translation>
    </message>
</context>
<context>
    <name>UnbindAdsDialog</name>
    <message>
        <source>Unbind ads account {number}</source>
        <translation>解绑投放账户 {number}</translation>
    </message>
    <message>
        <source>Unbind</source>
        <translation>解绑</translation>
    </message>
    <message>
        <source>Its hours are not read any more and its sign-in is forgotten. Ad spend is unknown from then on; the shop “{shop}” goes on being read.</source>
        <translation>不再读取它的投放数据，授权信息会清除；此后的投放消耗未知。店铺「{shop}」照常同步。</translation>
    </message>
    <message>
        <source>{hours} hours read so far stay on this computer. Binding it again goes on from there, but the platform keeps hours for 7 days only: what lies further back stays missing.</source>
        <translation>已读到的 {hours} 个小时的数据保留在本机。重新绑定后接着读，但平台只保留 7 天的小时数据，更早的缺口补不回来。</translation>
    </message>
    <message>
        <source>What stops</source>
        <translation>会停下的</translation>
    </message>
    <message>
        <source>What stays</source>
        <translation>会保留的</translation>
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
    <name>UnlinkDialog</name>
    <message>
        <source>Undo this link?</source>
        <translation>拆开这个关联？</translation>
    </message>
    <message>
        <source>Undo the link</source>
        <translation>拆开关联</translation>
    </message>
    <message>
        <source>{title}: both shops&apos; goods stand apart again. Codes and titles will not join them any more.</source>
        <translation>{title}：两边商品将各自分开，之后不会再按编码或标题自动关联。</translation>
    </message>
    <message>
        <source>Why they are not the same goods</source>
        <translation>为什么不是同一商品</translation>
    </message>
    <message>
        <source>Give a reason first</source>
        <translation>请先填写原因</translation>
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
    <name>ValueCard</name>
    <message>
        <source>Customer value</source>
        <translation>客户价值</translation>
    </message>
    <message>
        <source>how often × how lately</source>
        <translation>次数 × 近度</translation>
    </message>
    <message>
        <source>Paid orders as everywhere in Data: later refunds stay in, each platform&apos;s buyers by themselves. Customers counts less refunds, and one person of both platforms once.</source>
        <translation>口径与数据页一致：按支付订单计，之后的退款不扣减，两个平台的买家各自计算；客户页按扣除退款、合并身份后计算。</translation>
    </message>
    <message>
        <source>Open the customers&apos; matrix</source>
        <translation>打开客户矩阵</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>{n}×</source>
        <translation>{n} 次</translation>
    </message>
    <message>
        <source>≥ {n}×</source>
        <translation>≥ {n} 次</translation>
    </message>
    <message>
        <source>longer</source>
        <translation>更久</translation>
    </message>
    <message>
        <source>In a cell: what a buyer paid in all · buyers</source>
        <translation>格内：人均消费 / 人数</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) without a named buyer are left out</source>
        <translation>
            <numerusform>%n 笔未给出买家的订单未计入</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is borrowed: cells come from your own orders only</source>
        <translation>数据不足：只用自家订单，不借用样本</translation>
    </message>
</context>
<context>
    <name>ValueGrid</name>
    <message>
        <source>Last bought × how often</source>
        <translation>最近购买 × 购买次数</translation>
    </message>
    <message>
        <source>A buyer paid</source>
        <translation>人均消费</translation>
    </message>
    <message>
        <source>Buyers</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单数</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Customer value</source>
        <translation>客户价值</translation>
    </message>
</context>
<context>
    <name>VerdictDialog</name>
    <message>
        <source>Review of {time}</source>
        <translation>{time} 的审核</translation>
    </message>
    <message>
        <source>Contest</source>
        <translation>提出异议</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>发送的内容</translation>
    </message>
    <message>
        <source>Why it is wrong</source>
        <translation>异议理由</translation>
    </message>
    <message>
        <source>Why it is wrong: kept beside the verdict with your name</source>
        <translation>写明哪里判断错了；与结论一起保存，并记录你的名字</translation>
    </message>
    <message>
        <source>somebody at this computer</source>
        <translation>本机用户</translation>
    </message>
    <message>
        <source>Contested by {name}, {time}</source>
        <translation>{name} 于 {time} 提出异议</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No risk found: an aid, no proof that there is none</source>
        <translation>未发现风险：只是辅助，不代表没有风险</translation>
    </message>
    <message>
        <source>letter {n}</source>
        <translation>第 {n} 字</translation>
    </message>
    <message>
        <source>Word bank {version}</source>
        <translation>词库 {version}</translation>
    </message>
    <message>
        <source>model {model} at {place}</source>
        <translation>模型 {model}（{place}）</translation>
    </message>
    <message>
        <source>prompt {version}</source>
        <translation>提示词 {version}</translation>
    </message>
    <message>
        <source>took {time}, cost {cost}</source>
        <translation>用时 {time}，费用 {cost}</translation>
    </message>
    <message>
        <source>{n} of its claims did not fit the text and were dropped</source>
        <translation>{n} 条与原文对不上，已丢弃</translation>
    </message>
    <message>
        <source>input sha256 {hash}</source>
        <translation>输入 sha256 {hash}</translation>
    </message>
</context>
<context>
    <name>ViewsButton</name>
    <message>
        <source>My views</source>
        <translation>我的视图</translation>
    </message>
</context>
<context>
    <name>ViolationsView</name>
    <message>
        <source>Import notices</source>
        <translation>导入违规通知</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Type in</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>No platform has an interface for violations: they come in by file, form or paste</source>
        <translation>平台不提供违规接口：请导入表格、登记或粘贴通知</translation>
    </message>
    <message>
        <source>No violation was entered</source>
        <translation>还没有登记违规</translation>
    </message>
    <message>
        <source>{n} in all</source>
        <translation>共 {n} 条</translation>
    </message>
    <message>
        <source>to appeal {n}</source>
        <translation>待申诉 {n}</translation>
    </message>
    <message>
        <source>appealed {n}</source>
        <translation>申诉中 {n}</translation>
    </message>
    <message>
        <source>won {n}</source>
        <translation>成功 {n}</translation>
    </message>
    <message>
        <source>lost {n}</source>
        <translation>驳回 {n}</translation>
    </message>
    <message>
        <source>missed {n}</source>
        <translation>错过 {n}</translation>
    </message>
    <message>
        <source>share won {share}</source>
        <translation>成功率 {share}</translation>
    </message>
    <message>
        <source>most often: {cause} ({n})</source>
        <translation>最多：{cause}（{n}）</translation>
    </message>
    <message>
        <source>risky wording: {words}</source>
        <translation>有风险用语：{words}</translation>
    </message>
    <message>
        <source>wording checked, no risk found</source>
        <translation>已过文字检查</translation>
    </message>
    <message>
        <source>A file that proves something</source>
        <translation>选择证据文件</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据包</translation>
    </message>
    <message>
        <source>Packed {n} files into {name}</source>
        <translation>已把 {n} 个文件打包到 {name}</translation>
    </message>
    <message>
        <source>Violations to take in</source>
        <translation>选择违规表格</translation>
    </message>
    <message>
        <source>{n} new, {c} brought up to date, {m} known already</source>
        <translation>新增 {n} 条，更新 {c} 条，{m} 条已有</translation>
    </message>
    <message>
        <source>{n} rows left out</source>
        <translation>{n} 行未导入</translation>
    </message>
    <message>
        <source>Another shop has these numbers: {numbers}</source>
        <translation>这些编号已属于另一家店铺：{numbers}</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>另有 {n} 行</translation>
    </message>
    <message>
        <source>{n} rows were left out</source>
        <translation>{n} 行没有导入</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Row {n}: {why}</source>
        <translation>第 {n} 行：{why}</translation>
    </message>
</context>
<context>
    <name>VoidDialog</name>
    <message numerus="yes">
        <source>Void %n number(s)</source>
        <translation>
            <numerusform>作废 %n 个单号</numerusform>
        </translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>A void number never comes back; its printed label is worth nothing.</source>
        <translation>作废后单号不可恢复，已打印的面单随之失效。</translation>
    </message>
    <message>
        <source>Why, for the ledger</source>
        <translation>作废原因（记入台账）</translation>
    </message>
</context>
<context>
    <name>WallWindow</name>
    <message>
        <source>Live wall</source>
        <translation>直播大屏</translation>
    </message>
    <message>
        <source>Esc or F11 closes</source>
        <translation>Esc 或 F11 退出</translation>
    </message>
    <message>
        <source>Next cue</source>
        <translation>下一节点</translation>
    </message>
    <message>
        <source>F9 done · Shift+F9 skip · F10 mark</source>
        <translation>F9 确认 · Shift+F9 跳过 · F10 打点</translation>
    </message>
    <message>
        <source>no cue planned</source>
        <translation>未安排节点</translation>
    </message>
    <message>
        <source>{item}: {n} left, {m} min</source>
        <translation>{item} 余 {n} 件 · {m} 分钟</translation>
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
    <name>WaybillBar</name>
    <message>
        <source>Waybills and labels</source>
        <translation>取号打印</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>打单</translation>
    </message>
    <message>
        <source>Take numbers, print labels (Ctrl+P)</source>
        <translation>取号、打印面单（Ctrl+P）</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) were not asked for</source>
        <translation>
            <numerusform>%n 个没有取号</numerusform>
        </translation>
    </message>
    <message>
        <source>Order {order} waits with {numbers}. One more number is taken for a further parcel.</source>
        <translation>订单 {order} 已有待发单号 {numbers}，将为另一个包裹再取一个单号。</translation>
    </message>
    <message>
        <source>What each parcel holds is said when it is shipped: 1x2+2x1.</source>
        <translation>每个包裹装什么在发货时写明，例如 1x2+2x1。</translation>
    </message>
    <message>
        <source>Split into another parcel?</source>
        <translation>再拆一个包裹？</translation>
    </message>
    <message>
        <source>Take one more number</source>
        <translation>再取一个单号</translation>
    </message>
    <message>
        <source>One more number is being taken</source>
        <translation>正在再取一个单号</translation>
    </message>
    <message>
        <source>Print again?</source>
        <translation>补打？</translation>
    </message>
    <message>
        <source>Each label is marked as a reprint and counted; the numbers stay.</source>
        <translation>每张都会注明补打并记入台账，单号不变。</translation>
    </message>
    <message numerus="yes">
        <source>Print %n label(s) again</source>
        <translation>
            <numerusform>补打 %n 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) in the print queue</source>
        <translation>
            <numerusform>%n 张已进入打印队列</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaybillDialog</name>
    <message>
        <source>Print waybills</source>
        <translation>打单</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Parcels</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>printed in this order</source>
        <translation>按列表顺序打印</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Void…</source>
        <translation>作废…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>拆包裹…</translation>
    </message>
    <message>
        <source>Ship…</source>
        <translation>发货…</translation>
    </message>
    <message>
        <source>refunds and risk checked just now, and again at each label</source>
        <translation>已复查退款与风控，每张打印前再查一次</translation>
    </message>
    <message numerus="yes">
        <source>%n parcel(s)</source>
        <translation>
            <numerusform>%n 个包裹</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} held back: {why}</source>
        <translation>{n} 个被拦下：{why}</translation>
    </message>
    <message numerus="yes">
        <source>Void %n number(s)…</source>
        <translation>
            <numerusform>作废 %n 个单号…</numerusform>
        </translation>
    </message>
    <message>
        <source>none of them is refunded or under review</source>
        <translation>均无退款、无风控拦截</translation>
    </message>
    <message numerus="yes">
        <source>%n held back</source>
        <translation>
            <numerusform>%n 个被拦下</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n number(s)</source>
        <translation>
            <numerusform>取号 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Print %n label(s)</source>
        <translation>
            <numerusform>打印 %n 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them again: marked, the number stays</source>
        <translation>
            <numerusform>其中 %n 张为补打：标签上注明，单号不变</numerusform>
        </translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>打印（Ctrl+P）</translation>
    </message>
    <message>
        <source>Only an order of several pieces whose parcel waits with a number can be split</source>
        <translation>只有多件、且已取号未发出的订单才能再拆包裹</translation>
    </message>
    <message>
        <source>Take one more number for a further parcel</source>
        <translation>为另一个包裹再取一个单号</translation>
    </message>
    <message>
        <source>Ledger of numbers</source>
        <translation>单号台账</translation>
    </message>
    <message>
        <source>taken = printed + voided + to print</source>
        <translation>取号 = 打印 + 作废 + 待打印</translation>
    </message>
    <message>
        <source>The ledger does not add up</source>
        <translation>台账不平，请核对</translation>
    </message>
    <message>
        <source>{n} of {total} numbers</source>
        <translation>已取号 {n} / {total}</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>面单</translation>
    </message>
</context>
<context>
    <name>WaybillSide</name>
    <message>
        <source>The label is the shop&apos;s own slip with the carrier&apos;s number, the buyer always masked. The official label comes from Kuaishou&apos;s print component; its data are kept with each number.</source>
        <translation>这里打印的是本店包裹单：单号与快递面单一致，买家信息始终脱敏。官方面单由快手打印组件打印，其打印数据已随单号保存。</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Open the folder of labels</source>
        <translation>打开面单文件夹</translation>
    </message>
    <message>
        <source>100 × 180 mm · 203 dpi</source>
        <translation>100 × 180 mm · 203 dpi</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>打印测试页</translation>
    </message>
    <message>
        <source>Carrier and branch</source>
        <translation>快递与网点</translation>
    </message>
    <message>
        <source>SF partner code, where SF asks for it</source>
        <translation>顺丰客户编码（顺丰要求时填）</translation>
    </message>
    <message>
        <source>Print this carrier by itself</source>
        <translation>取号后自动打印</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>寄件人</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>the usual one is not there</source>
        <translation>常用打印机不在</translation>
    </message>
    <message>
        <source>found</source>
        <translation>已找到</translation>
    </message>
    <message>
        <source>into files</source>
        <translation>存为文件</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Name, mobile and warehouse are needed before a number is taken</source>
        <translation>取号前请填写寄件人姓名、手机号；仓库地址来自网点</translation>
    </message>
</context>
<context>
    <name>WaybillSpool</name>
    <message>
        <source>Print queue</source>
        <translation>打印队列</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) wait to be printed</source>
        <translation>
            <numerusform>%n 张面单待打印</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the queue</source>
        <translation>打开队列</translation>
    </message>
</context>
<context>
    <name>WeightsCard</name>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>your own, since {day}</source>
        <translation>自定，{day} 起</translation>
    </message>
    <message>
        <source>preset, {day}</source>
        <translation>预设，{day}</translation>
    </message>
</context>
<context>
    <name>WeightsDialog</name>
    <message>
        <source>Weights of the score</source>
        <translation>打分权重</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>A score is the weighted mean of an item&apos;s places among your own items, from 0 to 1.</source>
        <translation>分数是商品在自家商品里各项名次的加权平均，0 到 1。</translation>
    </message>
    <message>
        <source>As they come</source>
        <translation>恢复预设</translation>
    </message>
    <message>
        <source>Whole numbers from 0 to {most}, not all of them 0</source>
        <translation>请填 0 到 {most} 的整数，不能全为 0</translation>
    </message>
</context>
<context>
    <name>WizardFrame</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Secrets go into this computer&apos;s key store, never into the data file or the log.</source>
        <translation>密钥只存进这台电脑的系统钥匙串，不写入数据文件，也不写入日志。</translation>
    </message>
</context>
<context>
    <name>WordDialog</name>
    <message>
        <source>A word of your own</source>
        <translation>自有词条</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Instead</source>
        <translation>建议改为</translation>
    </message>
    <message>
        <source>Two to forty letters. It is found with gaps, full width and traditional characters too.</source>
        <translation>2 至 40 个字。夹空格、全角、繁体等写法也会查出。</translation>
    </message>
</context>
<context>
    <name>WordingView</name>
    <message>
        <source>Paste or write a title, a detail page, a script …</source>
        <translation>粘贴或输入标题、详情页文字、直播脚本……</translation>
    </message>
    <message>
        <source>For: </source>
        <translation>用于：</translation>
    </message>
    <message>
        <source>Goods: </source>
        <translation>类目：</translation>
    </message>
    <message>
        <source>Untitled text</source>
        <translation>未命名文稿</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>An aid, no substitute for a person</source>
        <translation>辅助，不代替人工</translation>
    </message>
    <message>
        <source>{n} letters · bank {bank} · as of {day}</source>
        <translation>{n} 字 · 词库 {bank} · 截至 {day}</translation>
    </message>
    <message>
        <source>{n} marks that let nothing pass</source>
        <translation>{n} 处忽略标注没有用到</translation>
    </message>
    <message>
        <source>Nothing written yet</source>
        <translation>还没有文字</translation>
    </message>
    <message>
        <source>Paste a text, open a file, or pick one from the scan.</source>
        <translation>粘贴文字、打开文件，或从“商品扫描”中选一条。</translation>
    </message>
    <message>
        <source>No risk found (bank {bank})</source>
        <translation>未发现风险（词库 {bank}）</translation>
    </message>
    <message>
        <source>“{text}” passes from now on</source>
        <translation>已放行“{text}”</translation>
    </message>
    <message>
        <source>A text to check</source>
        <translation>选择要检查的文件</translation>
    </message>
    <message>
        <source>The first {n} letters are shown</source>
        <translation>只显示前 {n} 字</translation>
    </message>
</context>
<context>
    <name>WorksCard</name>
    <message>
        <source>Works</source>
        <translation>作品</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Plays</source>
        <translation>播放量</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>完播率</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>停留</translation>
    </message>
    <message>
        <source>Click rate</source>
        <translation>点击率</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>转化率</translation>
    </message>
    <message>
        <source>No works imported yet</source>
        <translation>还没有导入作品</translation>
    </message>
    <message>
        <source>Content type of the chosen work</source>
        <translation>所选作品的内容类型</translation>
    </message>
    <message>
        <source>own type, then Enter</source>
        <translation>自定类型，回车保存</translation>
    </message>
    <message>
        <source>Take this work out</source>
        <translation>移除这条作品</translation>
    </message>
    <message>
        <source>Chosen:</source>
        <translation>所选：</translation>
    </message>
    <message numerus="yes">
        <source>%n work(s)</source>
        <translation>
            <numerusform>%n 条作品</numerusform>
        </translation>
    </message>
    <message>
        <source>click a work to say what it is</source>
        <translation>点选作品后可改类型</translation>
    </message>
</context>
<context>
    <name>WorthCard</name>
    <message>
        <source>Advice in rehearsals</source>
        <translation>建议回测</translation>
    </message>
    <message>
        <source>Share of advised goods among the best sellers of the next 14 days</source>
        <translation>建议商品在之后 14 天热销榜中的占比</translation>
    </message>
    <message>
        <source>of advised goods were best sellers of the next 14 days; a plain top list: {plain}</source>
        <translation>的建议商品在之后 14 天进了热销榜；直接照抄销量榜：{plain}</translation>
    </message>
    <message>
        <source>Nothing was advised in the weeks that could be rehearsed, so nothing was measured.</source>
        <translation>可回测的几周里没有给出建议，所以没有测到数字。</translation>
    </message>
    <message>
        <source>from {day}: {hits} of {n}, plain {plain}</source>
        <translation>{day} 起：{n} 个中 {hits} 个，销量榜 {plain} 个</translation>
    </message>
    <message>
        <source>Yardstick +{share} hits (2026-11-26)</source>
        <translation>参考线：匹配度 +{share}（2026-11-26）</translation>
    </message>
    <message>
        <source>Measured {moved} hits</source>
        <translation>实测匹配度 {moved}</translation>
    </message>
    <message>
        <source>Stock and checks of past days are not kept, so rehearsals leave them out.</source>
        <translation>过去的库存与检查没有留存，回测不含这两项。</translation>
    </message>
</context>
<context>
    <name>_Bar</name>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品数</translation>
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
    <name>ads</name>
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
        <source>Refused</source>
        <translation>被平台拒绝</translation>
    </message>
    <message>
        <source>Partly unreadable</source>
        <translation>部分读不懂</translation>
    </message>
    <message>
        <source>Data return is off</source>
        <translation>数据回传已关闭</translation>
    </message>
    <message>
        <source>Ends soon</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>First reading</source>
        <translation>首次读取中</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>自 {time} 起</translation>
    </message>
    <message>
        <source>The platform did not say; known after the next renewal</source>
        <translation>平台没有返回，下次续期后可知</translation>
    </message>
    <message>
        <source>until {time}; each renewal moves it on</source>
        <translation>至 {time}；每次自动续期都会顺延</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>The ads report has no figure for today · {as_of}</source>
        <translation>投放报表还没有今天的数 · {as_of}</translation>
    </message>
    <message>
        <source>Ads report · {as_of}</source>
        <translation>投放报表 · {as_of}</translation>
    </message>
</context>
<context>
    <name>advice</name>
    <message>
        <source>Lead with it</source>
        <translation>主推</translation>
    </message>
    <message>
        <source>Deepen stock</source>
        <translation>加深备货</translation>
    </message>
    <message>
        <source>Try it in a show</source>
        <translation>试播</translation>
    </message>
    <message>
        <source>Change picture or title</source>
        <translation>换图或标题</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>维持</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>降权</translation>
    </message>
    <message>
        <source>Stop promoting</source>
        <translation>停推</translation>
    </message>
    <message>
        <source>Held by compliance</source>
        <translation>合规拦截</translation>
    </message>
    <message>
        <source>Not enough data</source>
        <translation>样本不足</translation>
    </message>
    <message>
        <source>Sales pace</source>
        <translation>销速</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>毛利</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Repeat buyers</source>
        <translation>复购</translation>
    </message>
    <message>
        <source>Clicks in shows</source>
        <translation>直播点击</translation>
    </message>
    <message>
        <source>Conversion in shows</source>
        <translation>直播转化</translation>
    </message>
    <message>
        <source>Fit of the category</source>
        <translation>类目匹配</translation>
    </message>
    <message>
        <source>{n} pieces a day</source>
        <translation>日销 {n} 件</translation>
    </message>
    <message>
        <source>margin {share}</source>
        <translation>毛利 {share}</translation>
    </message>
    <message>
        <source>{share} bought again (n={n})</source>
        <translation>复购 {share}（n={n}）</translation>
    </message>
    <message>
        <source>{n} clicks</source>
        <translation>点击 {n}</translation>
    </message>
    <message>
        <source>{share} of clicks bought</source>
        <translation>点击转化 {share}</translation>
    </message>
    <message>
        <source>category {share} of sales</source>
        <translation>类目占成交 {share}</translation>
    </message>
    <message>
        <source>{n} times the two weeks before</source>
        <translation>是前两周的 {n} 倍</translation>
    </message>
    <message>
        <source>{moved} vs the two weeks before</source>
        <translation>较前两周 {moved}</translation>
    </message>
    <message>
        <source>refunds {share} ({low}–{high}%, n={n})</source>
        <translation>退款 {share}（{low}–{high}%，n={n}）</translation>
    </message>
    <message>
        <source>{n} in stock</source>
        <translation>库存 {n}</translation>
    </message>
    <message>
        <source>stock for {n} days</source>
        <translation>库存够 {n} 天</translation>
    </message>
    <message>
        <source>{have} of {need} orders in 90 days: too few to judge</source>
        <translation>90 天 {have}/{need} 单，样本不足</translation>
    </message>
    <message>
        <source>P{n}</source>
        <translation>P{n}</translation>
    </message>
</context>
<context>
    <name>aftersale</name>
    <message>
        <source>Order no. on both sides</source>
        <translation>快手单号 ↔ 有赞单号</translation>
    </message>
    <message>
        <source>Once it was sent it cannot be taken back</source>
        <translation>发出后不能撤回</translation>
    </message>
    <message>
        <source>It waits 10 s in the outbox; until then it can be undone there</source>
        <translation>会先在“待发送”里停留 10 秒，期间可以撤销</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Buyer asks for</source>
        <translation>申请金额</translation>
    </message>
    <message>
        <source>Return freight claimed</source>
        <translation>申请的退货运费</translation>
    </message>
    <message>
        <source>Version read</source>
        <translation>读取的版本</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>预警分</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>申请时间</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>处理人</translation>
    </message>
    <message>
        <source>No after-sale there</source>
        <translation>无对应售后单</translation>
    </message>
    <message>
        <source>Answer on its way</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Answer not through</source>
        <translation>未发出</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>After-sale no.</source>
        <translation>售后单号</translation>
    </message>
    <message>
        <source>After-sale no. on the other side</source>
        <translation>另一边售后单号</translation>
    </message>
    <message>
        <source>State on the other side</source>
        <translation>另一边状态</translation>
    </message>
    <message>
        <source>In step</source>
        <translation>两边一致</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>申请金额</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退金额</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>处理截止</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已完结</translation>
    </message>
    <message>
        <source>Return waybill</source>
        <translation>退货运单</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>To answer</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>With the buyer</source>
        <translation>待买家</translation>
    </message>
    <message>
        <source>To inspect</source>
        <translation>待验收</translation>
    </message>
    <message>
        <source>With the platform</source>
        <translation>平台处理</translation>
    </message>
    <message>
        <source>{span} left</source>
        <translation>剩 {span}</translation>
    </message>
    <message>
        <source>Platforms disagree</source>
        <translation>两边不一致</translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>同步中</translation>
    </message>
    <message>
        <source>Agree to refund</source>
        <translation>同意退款</translation>
    </message>
    <message>
        <source>Agree to exchange</source>
        <translation>同意换货</translation>
    </message>
    <message>
        <source>Agree to return</source>
        <translation>同意退货</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>asks {money}</source>
        <translation>申请 {money}</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>not refunded</source>
        <translation>未退款</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>申请中</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>商家</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Refund it</source>
        <translation>验收退款</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>{n} open</source>
        <translation>{n} 单进行中</translation>
    </message>
    <message>
        <source>{n} wait for you</source>
        <translation>{n} 单等您处理</translation>
    </message>
    <message>
        <source>{n} out of step</source>
        <translation>{n} 单两边不一致</translation>
    </message>
    <message>
        <source>{n} overdue</source>
        <translation>{n} 单已超时</translation>
    </message>
    <message>
        <source>{n} due today</source>
        <translation>{n} 单今日到期</translation>
    </message>
    <message>
        <source>{n} of {all} paid orders</source>
        <translation>{all} 笔已付订单中 {n} 笔</translation>
    </message>
    <message>
        <source>First answer</source>
        <translation>首次响应</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>完结</translation>
    </message>
    <message>
        <source>lines {most} h / {aim} h</source>
        <translation>标准 {most} 时 / 目标 {aim} 时</translation>
    </message>
    <message>
        <source>Refund rate {share} ({of})</source>
        <translation>退款率 {share}（{of}）</translation>
    </message>
    <message>
        <source>{n}-day window</source>
        <translation>近 {n} 天</translation>
    </message>
    <message>
        <source>of {n}</source>
        <translation>{n} 单</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>, {n} not known</source>
        <translation>，{n} 单未知</translation>
    </message>
    <message>
        <source>{title} {hours} on average ({of})</source>
        <translation>{title}平均 {hours}（{of}）</translation>
    </message>
    <message>
        <source>See the order</source>
        <translation>看订单</translation>
    </message>
    <message>
        <source>not shipped</source>
        <translation>未发货</translation>
    </message>
    <message>
        <source>pictures: {n}</source>
        <translation>凭证 {n} 张</translation>
    </message>
    <message>
        <source>It has moved on meanwhile</source>
        <translation>这张工单刚刚有了变化</translation>
    </message>
    <message>
        <source>Nothing was sent; the list shows it as it is now</source>
        <translation>没有发送任何操作，列表已是最新状态</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>reason contains {words}</source>
        <translation>原因含“{words}”</translation>
    </message>
    <message>
        <source>from {money}</source>
        <translation>{money} 及以上</translation>
    </message>
    <message>
        <source>below {money}</source>
        <translation>低于 {money}</translation>
    </message>
    <message>
        <source>older than {n} h</source>
        <translation>超过 {n} 小时</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部工单</translation>
    </message>
    <message>
        <source>nobody who works here</source>
        <translation>已离开的人员</translation>
    </message>
    <message>
        <source>{what} → {who}</source>
        <translation>{what} → {who}</translation>
    </message>
    <message>
        <source>After-sale tickets</source>
        <translation>售后工单</translation>
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
        <source>Orders due within {hours} h: {n}</source>
        <translation>{hours} 小时内要发货：{n} 单</translation>
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
        <source>Kept back, and their time to ship is near: {n}</source>
        <translation>暂缓中的订单临近发货截止：{n} 单</translation>
    </message>
    <message>
        <source>Kept back, and due within {hours} h: {n}</source>
        <translation>暂缓中的订单 {hours} 小时内须发货：{n} 单</translation>
    </message>
    <message>
        <source>Kept back past their ship-by time: {n}</source>
        <translation>暂缓中的订单已超过发货截止：{n} 单</translation>
    </message>
    <message>
        <source>{hold} · ship by {time}, {number}</source>
        <translation>{hold} · {time} 前须发货，{number}</translation>
    </message>
    <message>
        <source>Violation {number}: working days left to appeal: {n}</source>
        <translation>违规 {number}：申诉剩 {n} 个工作日</translation>
    </message>
    <message>
        <source>Violation {number}: last day to appeal</source>
        <translation>违规 {number}：申诉最后一天</translation>
    </message>
    <message>
        <source>until {day} {time}</source>
        <translation>截止 {day} {time}</translation>
    </message>
    <message>
        <source>{name} ends in {n} days</source>
        <translation>{name} 还有 {n} 天到期</translation>
    </message>
    <message>
        <source>{name} has lapsed</source>
        <translation>{name} 已过期</translation>
    </message>
    <message>
        <source>see its renewal window in the ledger</source>
        <translation>续期窗口见资质台账</translation>
    </message>
    <message>
        <source>{name}: days left {n}</source>
        <translation>{name}：剩 {n} 天</translation>
    </message>
    <message>
        <source>Duty overdue: {name}</source>
        <translation>已逾期：{name}</translation>
    </message>
    <message>
        <source>by {day}, 24:00</source>
        <translation>截止 {day} 24:00</translation>
    </message>
    <message>
        <source>{name}: {n} tasks late or due within 3 days</source>
        <translation>{name}：{n} 项任务已逾期或 3 天内到期</translation>
    </message>
    <message>
        <source>The self-check of {month} is not signed</source>
        <translation>{month} 自检报告还没有签核</translation>
    </message>
    <message>
        <source>sign it in the report</source>
        <translation>请在报告中签核</translation>
    </message>
    <message>
        <source>The self-check of {month} is due, days left: {n}</source>
        <translation>{month} 月度自检待完成，还剩 {n} 天</translation>
    </message>
    <message>
        <source>The self-check of {month} was not made</source>
        <translation>{month} 月度自检没有做</translation>
    </message>
    <message>
        <source>it takes a minute and is kept for three years</source>
        <translation>约一分钟完成，报告保留 3 年</translation>
    </message>
    <message>
        <source>Broadcast “{title}” in {time}</source>
        <translation>直播「{title}」还有 {time} 开播</translation>
    </message>
    <message>
        <source>Broadcast “{title}” should have begun {time} ago</source>
        <translation>直播「{title}」已过开播时间 {time}</translation>
    </message>
    <message>
        <source>everything is ready</source>
        <translation>都准备好了</translation>
    </message>
    <message>
        <source>not ready yet: {n}, see the first page</source>
        <translation>还有 {n} 项没有准备好，见首页</translation>
    </message>
    <message>
        <source>without a title</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>After-sales that may become a dispute: {n}</source>
        <translation>可能升级为争议的售后：{n} 单</translation>
    </message>
    <message>
        <source>score from {score} on; each says why</source>
        <translation>预警分 {score} 分起，逐单列出原因</translation>
    </message>
    <message>
        <source>Goods too far apart in price: {n}</source>
        <translation>两边价差过大的商品：{n} 个</translation>
    </message>
    <message>
        <source>Goods below their floor price: {n}</source>
        <translation>低于底价的商品：{n} 个</translation>
    </message>
    <message>
        <source>{title}: Kuaishou {here}, Youzan {there}, {gap}</source>
        <translation>{title}：快手 {here}，有赞 {there}，相差 {gap}</translation>
    </message>
    <message>
        <source>{title}: Kuaishou {here}, below the floor {floor}</source>
        <translation>{title}：快手 {here}，低于底价 {floor}</translation>
    </message>
    <message>
        <source>margin {margin}</source>
        <translation>毛利 {margin}</translation>
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
    <name>charted</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>尚无数据</translation>
    </message>
    <message>
        <source>{name}: {figures}</source>
        <translation>{name}：{figures}</translation>
    </message>
    <message>
        <source>{title} no data</source>
        <translation>{title}尚无数据</translation>
    </message>
    <message>
        <source>{value} ({where})</source>
        <translation>{value}（{where}）</translation>
    </message>
    <message>
        <source>last {value}</source>
        <translation>最近 {value}</translation>
    </message>
    <message>
        <source>lowest {value}</source>
        <translation>最低 {value}</translation>
    </message>
    <message>
        <source>highest {value}</source>
        <translation>最高 {value}</translation>
    </message>
    <message>
        <source>{n} missing</source>
        <translation>缺 {n} 个值</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>{title} {said}</source>
        <translation>{title} {said}</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>持平</translation>
    </message>
    <message>
        <source>rising</source>
        <translation>上升</translation>
    </message>
    <message>
        <source>falling</source>
        <translation>下降</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>以表格查看</translation>
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
        <source>Wording</source>
        <translation>用词</translation>
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
        <source>No risk found in the title</source>
        <translation>标题未发现风险</translation>
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
        <source>There and valid: {detail}</source>
        <translation>齐全且在有效期内：{detail}</translation>
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
    <name>compliance</name>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Wording check</source>
        <translation>文字检查</translation>
    </message>
    <message>
        <source>Scan of goods</source>
        <translation>商品扫描</translation>
    </message>
    <message>
        <source>Model review</source>
        <translation>AI 审核</translation>
    </message>
    <message>
        <source>Own bank</source>
        <translation>自有词库</translation>
    </message>
    <message>
        <source>Violations</source>
        <translation>违规</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>资质</translation>
    </message>
    <message>
        <source>Checklists</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>争议预警</translation>
    </message>
    <message>
        <source>Self-check</source>
        <translation>自检报告</translation>
    </message>
</context>
<context>
    <name>customers</name>
    <message>
        <source>Value matrix</source>
        <translation>价值矩阵</translation>
    </message>
    <message>
        <source>Customer list</source>
        <translation>客户列表</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>分群</translation>
    </message>
    <message>
        <source>Channels compared</source>
        <translation>触达对比</translation>
    </message>
    <message>
        <source>Coupons and stored value</source>
        <translation>券与储值</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Most valued</source>
        <translation>重要价值</translation>
    </message>
    <message>
        <source>Promising</source>
        <translation>潜力</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新客</translation>
    </message>
    <message>
        <source>Seldom</source>
        <translation>低频</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>重要唤回</translation>
    </message>
    <message>
        <source>Hold on to</source>
        <translation>重要挽留</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>沉睡</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>流失</translation>
    </message>
    <message>
        <source>Blacklist</source>
        <translation>黑名单</translation>
    </message>
    <message>
        <source>Bought at least {f4} times, last within {r2} days</source>
        <translation>买过 {f4} 次以上，最近一次在 {r2} 天内</translation>
    </message>
    <message>
        <source>Bought {f2} to {f4less} times, last within {r2} days</source>
        <translation>买过 {f2}–{f4less} 次，最近一次在 {r2} 天内</translation>
    </message>
    <message>
        <source>Bought once, within {r1} days</source>
        <translation>只买过一次，在 {r1} 天内</translation>
    </message>
    <message>
        <source>Bought once or seldom, more than {r1} days ago</source>
        <translation>只买过一两次，最近一次在 {r1} 天以前</translation>
    </message>
    <message>
        <source>Bought at least {f3} times, last {r2} to {r4} days ago</source>
        <translation>买过 {f3} 次以上，最近一次在 {r2}–{r4} 天前</translation>
    </message>
    <message>
        <source>Bought at least {f4} times, last {r3} to {r4} days ago</source>
        <translation>买过 {f4} 次以上，最近一次在 {r3}–{r4} 天前</translation>
    </message>
    <message>
        <source>Bought at least {f3} times, last more than {r4} days ago</source>
        <translation>买过 {f3} 次以上，最近一次在 {r4} 天以前</translation>
    </message>
    <message>
        <source>Bought seldom, last over {r4} days ago; or all was refunded</source>
        <translation>买得少，最近一次在 {r4} 天以前；或全部退款</translation>
    </message>
    <message>
        <source>Somebody put these on the blacklist; they are in no other segment</source>
        <translation>由人拉黑；不再计入其他分群</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>购买次数</translation>
    </message>
    <message>
        <source>Days since the last</source>
        <translation>距上次购买（天）</translation>
    </message>
    <message>
        <source>Days since the first</source>
        <translation>距首购（天）</translation>
    </message>
    <message>
        <source>Days between</source>
        <translation>复购间隔（天）</translation>
    </message>
    <message>
        <source>{n}×</source>
        <translation>{n} 次</translation>
    </message>
    <message>
        <source>≥ {n}×</source>
        <translation>≥ {n} 次</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>消费</translation>
    </message>
    <message>
        <source>Kuaishou</source>
        <translation>快手</translation>
    </message>
    <message>
        <source>Youzan</source>
        <translation>有赞</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两平台</translation>
    </message>
    <message>
        <source>margin {money}</source>
        <translation>毛利 {money}</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Buyer id</source>
        <translation>买家标识</translation>
    </message>
    <message>
        <source>Name (masked)</source>
        <translation>姓名（脱敏）</translation>
    </message>
    <message>
        <source>Last digits</source>
        <translation>尾号</translation>
    </message>
    <message>
        <source>Average order</source>
        <translation>客单价</translation>
    </message>
    <message>
        <source>Dearest order</source>
        <translation>最贵一单</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>毛利</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Refund share</source>
        <translation>退款率</translation>
    </message>
    <message>
        <source>With a discount</source>
        <translation>用券次数</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>分群</translation>
    </message>
    <message>
        <source>Cell of the matrix</source>
        <translation>矩阵格子</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Category bought</source>
        <translation>买过的类目</translation>
    </message>
    <message>
        <source>Kind bought</source>
        <translation>买过的品类</translation>
    </message>
    <message>
        <source>Bought in</source>
        <translation>购买渠道</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>大促</translation>
    </message>
    <message>
        <source>Own tag</source>
        <translation>自建标签</translation>
    </message>
    <message>
        <source>Agreed to</source>
        <translation>同意触达</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>姓名或尾号</translation>
    </message>
    <message>
        <source>between</source>
        <translation>介于</translation>
    </message>
    <message>
        <source>is</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>不含</translation>
    </message>
    <message>
        <source>Last bought</source>
        <translation>最近购买</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>购买次数</translation>
    </message>
    <message>
        <source>Spent in all</source>
        <translation>累计消费</translation>
    </message>
    <message>
        <source>First bought</source>
        <translation>首次购买</translation>
    </message>
    <message>
        <source>How soon again</source>
        <translation>复购间隔</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>用券</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Days and months</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Price band</source>
        <translation>价格带</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Promotions</source>
        <translation>大促</translation>
    </message>
    <message>
        <source>Habits</source>
        <translation>习惯</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>WeCom</source>
        <translation>企微</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>≤ {n} days</source>
        <translation>≤ {n} 天</translation>
    </message>
    <message>
        <source>{a}–{b} days</source>
        <translation>{a}–{b} 天</translation>
    </message>
    <message>
        <source>&gt; {n} days</source>
        <translation>&gt; {n} 天</translation>
    </message>
    <message>
        <source>Nameless buyer</source>
        <translation>未署名买家</translation>
    </message>
    <message>
        <source>No. ending {tail}</source>
        <translation>尾号 {tail}</translation>
    </message>
    <message>
        <source>No number in clear</source>
        <translation>无明文尾号</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>{n} days ago</source>
        <translation>{n} 天前</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Choose exactly two customers to join</source>
        <translation>请正好选中两位客户再合并</translation>
    </message>
</context>
<context>
    <name>disputes</name>
    <message>
        <source>said {words}</source>
        <translation>提到{words}</translation>
    </message>
    <message>
        <source>refused by us</source>
        <translation>商家已拒绝</translation>
    </message>
    <message>
        <source>{time} without an answer</source>
        <translation>{time}未回复</translation>
    </message>
    <message>
        <source>asked {time} ago</source>
        <translation>申请已 {time}</translation>
    </message>
    <message>
        <source>amount {money}</source>
        <translation>金额 {money}</translation>
    </message>
    <message>
        <source>earlier after-sales of the buyer: {n}</source>
        <translation>该买家此前售后 {n} 次</translation>
    </message>
    <message>
        <source>the buyer wrote {n} times</source>
        <translation>买家留言 {n} 次</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>trouble with the parcel</source>
        <translation>物流异常</translation>
    </message>
    <message>
        <source>goods came back {time} ago, not confirmed</source>
        <translation>退回 {time}未确认</translation>
    </message>
    <message>
        <source>past its deadline</source>
        <translation>已过处理期限</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>预警分</translation>
    </message>
    <message>
        <source>After-sale</source>
        <translation>售后单</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>处理</translation>
    </message>
</context>
<context>
    <name>duties</name>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>临近</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Done, due again</source>
        <translation>已完成，需复查</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Done, no proof</source>
        <translation>已完成，缺证明</translation>
    </message>
    <message>
        <source>Not in force yet</source>
        <translation>尚未施行</translation>
    </message>
    <message>
        <source>Not ours</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Minors</source>
        <translation>未成年人保护</translation>
    </message>
    <message>
        <source>Live selling order</source>
        <translation>直播电商办法</translation>
    </message>
    <message>
        <source>Promotions</source>
        <translation>促销</translation>
    </message>
    <message>
        <source>Policy watch</source>
        <translation>政策关注</translation>
    </message>
    <message>
        <source>alcohol</source>
        <translation>酒类</translation>
    </message>
    <message>
        <source>tobacco</source>
        <translation>烟草</translation>
    </message>
    <message>
        <source>lottery</source>
        <translation>彩票</translation>
    </message>
    <message>
        <source>adult goods</source>
        <translation>成人用品</translation>
    </message>
    <message>
        <source>no text known</source>
        <translation>未找到官方文本</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>已施行</translation>
    </message>
    <message>
        <source>to confirm</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>in force from {day}</source>
        <translation>{day} 起施行</translation>
    </message>
    <message>
        <source>{n} files</source>
        <translation>{n} 个文件</translation>
    </message>
    <message>
        <source>somebody at this computer</source>
        <translation>本机用户</translation>
    </message>
    <message>
        <source>Done: {name}, {time}</source>
        <translation>完成：{name}，{time}</translation>
    </message>
</context>
<context>
    <name>experiments</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>封面</translation>
    </message>
    <message>
        <source>Live script</source>
        <translation>直播脚本</translation>
    </message>
    <message>
        <source>Live cue</source>
        <translation>直播节点</translation>
    </message>
    <message>
        <source>Short video</source>
        <translation>短视频</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Orders a day</source>
        <translation>日订单数</translation>
    </message>
    <message>
        <source>Pieces a day</source>
        <translation>日销件数</translation>
    </message>
    <message>
        <source>Amount a day</source>
        <translation>日成交额</translation>
    </message>
    <message>
        <source>Orders a show</source>
        <translation>场均订单</translation>
    </message>
    <message>
        <source>Amount a show</source>
        <translation>场均成交额</translation>
    </message>
    <message>
        <source>Orders per item click</source>
        <translation>点击成交率</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>B is better</source>
        <translation>B 更好</translation>
    </message>
    <message>
        <source>A is better</source>
        <translation>A 更好</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>无差异</translation>
    </message>
    <message>
        <source>Not enough yet</source>
        <translation>未到量</translation>
    </message>
    <message>
        <source>One arm is short</source>
        <translation>一组未到量</translation>
    </message>
    <message>
        <source>Few samples</source>
        <translation>样本少</translation>
    </message>
    <message>
        <source>Uneven split</source>
        <translation>分流异常</translation>
    </message>
    <message>
        <source>Cannot be told</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>No figures yet</source>
        <translation>还没有数字</translation>
    </message>
    <message>
        <source>{sign}{points} points</source>
        <translation>{sign}{points} 点</translation>
    </message>
    <message>
        <source>{value} (95 %: {low} to {high})</source>
        <translation>{value}（95% 区间 {low} 至 {high}）</translation>
    </message>
    <message>
        <source>Each arm needs {n}; no p and no conclusion before that.</source>
        <translation>每组要 {n}；到量之前不给 p 值，也不下结论。</translation>
    </message>
    <message>
        <source>Only {short} in the smaller arm: not worth a look yet. Each needs {n}.</source>
        <translation>较少的一组只有 {short}，还不值得看；每组要 {n}。</translation>
    </message>
    <message>
        <source>Enough in all, but the smaller arm has {short} of {n}.</source>
        <translation>总数够了，但较少的一组只有 {short}，要 {n}。</translation>
    </message>
    <message>
        <source>The arms were to be equal and are {a} to {b}: by chance that happens less than once in {odds}. Mend how people are dealt out; the figures say nothing.</source>
        <translation>两组本应一样多，实际是 {a} 比 {b}：随机出现的概率不到 {odds} 分之一。请先查分流，这组数字不能用。</translation>
    </message>
    <message>
        <source>At the planned size no difference was found; a smaller one may exist.</source>
        <translation>到量后没有发现差异；更小的差异仍可能存在。</translation>
    </message>
    <message>
        <source>At the planned size A is better, at a level of {alpha}.</source>
        <translation>到量后 A 更好（显著性水平 {alpha}）。</translation>
    </message>
    <message>
        <source>At the planned size B is better, at a level of {alpha}.</source>
        <translation>到量后 B 更好（显著性水平 {alpha}）。</translation>
    </message>
    <message>
        <source>The figures have no spread, so that nothing can be told.</source>
        <translation>数字没有波动，无法判断。</translation>
    </message>
    <message>
        <source>Plan: {base}, smallest difference {effect}, power {power} → {n} an arm</source>
        <translation>计划：现在 {base}，最小差异 {effect}，把握度 {power} → 每组 {n}</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>手动录入</translation>
    </message>
    <message>
        <source>imported file</source>
        <translation>文件导入</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>orders in the file</source>
        <translation>订单接口</translation>
    </message>
    <message>
        <source>orders and shows in the file</source>
        <translation>订单接口 + 直播场次</translation>
    </message>
    <message>
        <source>no source</source>
        <translation>无来源</translation>
    </message>
    <message>
        <source>neither A nor B</source>
        <translation>不是 A 也不是 B</translation>
    </message>
    <message>
        <source>no day like 2026-11-26</source>
        <translation>日期要写成 2026-11-26</translation>
    </message>
    <message>
        <source>no metric of this experiment</source>
        <translation>不是这个实验的指标</translation>
    </message>
    <message>
        <source>the sample is no whole number above 0</source>
        <translation>样本量要是大于 0 的整数</translation>
    </message>
    <message>
        <source>the count is no whole number within the sample</source>
        <translation>次数要是不大于样本量的整数</translation>
    </message>
    <message>
        <source>mean or deviation is missing</source>
        <translation>缺均值或标准差</translation>
    </message>
    <message>
        <source>the same arm and day stands above</source>
        <translation>同一组同一天上面已有</translation>
    </message>
    <message>
        <source>Row {row}: {why} ({said})</source>
        <translation>第 {row} 行：{why}（{said}）</translation>
    </message>
    <message>
        <source>arm</source>
        <translation>组</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Why: the plan is reached, its conclusion changes</source>
        <translation>已到量，改数会改变结论：写明原因</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
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
    <message>
        <source>Look it up in the console of {platform}</source>
        <translation>到{platform}后台查看</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被驳回</translation>
    </message>
    <message>
        <source>Refused over time</source>
        <translation>驳回趋势</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>nothing refused</source>
        <translation>没有驳回</translation>
    </message>
    <message>
        <source>{day}: {causes}</source>
        <translation>{day}：{causes}</translation>
    </message>
</context>
<context>
    <name>figures</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Online now</source>
        <translation>在线人数</translation>
    </message>
    <message>
        <source>Viewers</source>
        <translation>观看人数</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>观看次数</translation>
    </message>
    <message>
        <source>People reached</source>
        <translation>曝光人数</translation>
    </message>
    <message>
        <source>Average stay</source>
        <translation>平均停留</translation>
    </message>
    <message>
        <source>Seconds watched</source>
        <translation>总观看时长（秒）</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>评论数</translation>
    </message>
    <message>
        <source>People who commented</source>
        <translation>评论人数</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>点赞数</translation>
    </message>
    <message>
        <source>People who liked</source>
        <translation>点赞人数</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>分享数</translation>
    </message>
    <message>
        <source>Gifts</source>
        <translation>礼物数</translation>
    </message>
    <message>
        <source>People who gave</source>
        <translation>送礼人数</translation>
    </message>
    <message>
        <source>People who took part</source>
        <translation>互动人数</translation>
    </message>
    <message>
        <source>New followers</source>
        <translation>新增粉丝</translation>
    </message>
    <message>
        <source>Viewers who were no fans</source>
        <translation>非粉丝观看人数</translation>
    </message>
    <message>
        <source>People shown an item</source>
        <translation>商品曝光人数</translation>
    </message>
    <message>
        <source>Item clicks</source>
        <translation>商品点击次数</translation>
    </message>
    <message>
        <source>People who opened an item</source>
        <translation>商品点击人数</translation>
    </message>
    <message>
        <source>Orders placed</source>
        <translation>下单数</translation>
    </message>
    <message>
        <source>Orders paid</source>
        <translation>支付订单数</translation>
    </message>
    <message>
        <source>Buyers</source>
        <translation>成交人数</translation>
    </message>
    <message>
        <source>GMV</source>
        <translation>成交金额</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款金额</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>m:ss</source>
        <translation>分:秒</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>单</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
    <message>
        <source>times</source>
        <translation>次</translation>
    </message>
    <message>
        <source>time of the row</source>
        <translation>每行的时间</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>follows from others, not kept</source>
        <translation>可由其他数推得，不保留</translation>
    </message>
    <message>
        <source>may mean two things: choose</source>
        <translation>含义不唯一，请选择</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>No time: several rows need one</source>
        <translation>缺少时间：多行数据必须带时间</translation>
    </message>
    <message>
        <source>Not a time: {said}</source>
        <translation>不是时间：{said}</translation>
    </message>
    <message>
        <source>Outside the show</source>
        <translation>不在本场时间内</translation>
    </message>
    <message>
        <source>Not a figure: {said}</source>
        <translation>不是数字：{said}</translation>
    </message>
    <message>
        <source>No figure in it</source>
        <translation>没有任何数据</translation>
    </message>
    <message>
        <source>The same time as a row above</source>
        <translation>与上面某行时间相同</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>Look in:</source>
        <translation>位置：</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>文件类型：</translation>
    </message>
</context>
<context>
    <name>holding</name>
    <message>
        <source>Waiting for stock</source>
        <translation>等待到货</translation>
    </message>
    <message>
        <source>Waiting for a gift or part</source>
        <translation>等待赠品或配件</translation>
    </message>
    <message>
        <source>The buyer asked to wait</source>
        <translation>买家要求晚发</translation>
    </message>
    <message>
        <source>Address is being checked</source>
        <translation>核对收货地址</translation>
    </message>
    <message>
        <source>To go together with another order</source>
        <translation>等待合并发货</translation>
    </message>
    <message>
        <source>Suspicious, being checked</source>
        <translation>可疑订单核实中</translation>
    </message>
    <message>
        <source>The goods are in</source>
        <translation>已到货</translation>
    </message>
    <message>
        <source>Agreed with the buyer</source>
        <translation>已与买家确认</translation>
    </message>
    <message>
        <source>Address is right</source>
        <translation>地址已核对无误</translation>
    </message>
    <message>
        <source>Checked, nothing wrong</source>
        <translation>已核实，无异常</translation>
    </message>
    <message>
        <source>Kept back by mistake</source>
        <translation>误操作</translation>
    </message>
    <message>
        <source>somebody lets it go</source>
        <translation>手动解除</translation>
    </message>
    <message>
        <source>until somebody lets it go</source>
        <translation>手动解除前一直暂缓</translation>
    </message>
    <message>
        <source>tomorrow, 09:00</source>
        <translation>明天 09:00</translation>
    </message>
    <message>
        <source>in 3 days, 09:00</source>
        <translation>3 天后 09:00</translation>
    </message>
    <message>
        <source>in 7 days, 09:00</source>
        <translation>7 天后 09:00</translation>
    </message>
    <message>
        <source>at a day and time…</source>
        <translation>指定时间…</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>至 {time}</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>{time} 起</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>未署名</translation>
    </message>
    <message>
        <source>choose or write</source>
        <translation>选择常用或自行填写</translation>
    </message>
    <message>
        <source>Reason: </source>
        <translation>原因：</translation>
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
        <source>at the present pace {n} more are late tonight</source>
        <translation>照此进度今晚还会超时 {n} 单</translation>
    </message>
    <message>
        <source>Parcels in trouble: {n}</source>
        <translation>物流异常：{n} 单</translation>
    </message>
    <message>
        <source>not collected, not moving, coming back, astray or signed without delivery</source>
        <translation>未揽收、停滞、退回、错发或疑似虚假签收</translation>
    </message>
    <message>
        <source>After-sales that wait for your answer: {n}</source>
        <translation>{n} 笔售后待处理</translation>
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
        <source>Rows that could not be read: {n}</source>
        <translation>{n} 行数据无法读取</translation>
    </message>
    <message>
        <source>Compliance self-check of {month}</source>
        <translation>{month} 合规自检</translation>
    </message>
    <message>
        <source>it was not made</source>
        <translation>没有做</translation>
    </message>
    <message>
        <source>made, and not signed yet</source>
        <translation>已生成，尚未签核</translation>
    </message>
    <message>
        <source>due by the end of the month</source>
        <translation>月底前完成</translation>
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
        <source>Goods too far apart in price: {n}</source>
        <translation>两边价差过大的商品：{n} 个</translation>
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
    <name>insights</name>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选品</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>T+1</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待出数</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>手工导入</translation>
    </message>
    <message>
        <source>Not enough data</source>
        <translation>数据不足</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>无来源</translation>
    </message>
    <message>
        <source>Paid orders</source>
        <translation>支付订单</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Ad hours</source>
        <translation>投放小时</translation>
    </message>
    <message>
        <source>Paid during shows</source>
        <translation>直播时段支付</translation>
    </message>
    <message>
        <source>Placed orders</source>
        <translation>下单</translation>
    </message>
    <message>
        <source>Placed and paid</source>
        <translation>下单已支付</translation>
    </message>
    <message>
        <source>Orders of these buyers</source>
        <translation>这些客户的订单</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>截至 {day}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>对应</translation>
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
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Order {no}</source>
        <translation>订单 {no}</translation>
    </message>
    <message>
        <source>GMV by ads {money}</source>
        <translation>广告侧 GMV {money}</translation>
    </message>
    <message>
        <source>Sold on Youzan</source>
        <translation>有赞自有订单</translation>
    </message>
    <message>
        <source>{n} orders by ads</source>
        <translation>广告订单 {n}</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
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
        <source>90 days</source>
        <translation>近 90 天</translation>
    </message>
    <message>
        <source>Own days</source>
        <translation>自选</translation>
    </message>
</context>
<context>
    <name>ledger</name>
    <message>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>To renew</source>
        <translation>待续期</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Window missed</source>
        <translation>已错过窗口</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>长期</translation>
    </message>
    <message>
        <source>Not yet valid</source>
        <translation>未生效</translation>
    </message>
    <message>
        <source>Not entered</source>
        <translation>未登记</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>最晚 {day}</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>{day} 起</translation>
    </message>
    <message>
        <source>{days} estimated</source>
        <translation>{days} 估算</translation>
    </message>
    <message>
        <source>{n} goods</source>
        <translation>{n} 件商品</translation>
    </message>
    <message>
        <source>Whole shop</source>
        <translation>全店</translation>
    </message>
    <message>
        <source>every shop shows it</source>
        <translation>每家店都须公示</translation>
    </message>
    <message>
        <source>{n} goods are likely to need it</source>
        <translation>{n} 件商品可能需要</translation>
    </message>
    <message>
        <source>not known: read the categories first</source>
        <translation>未知：请先读取类目</translation>
    </message>
    <message>
        <source>no goods on the shelf</source>
        <translation>没有在架商品</translation>
    </message>
    <message>
        <source>{n} goods must not be sold now</source>
        <translation>{n} 件商品现在禁止发布</translation>
    </message>
    <message>
        <source>{n} goods rest on it</source>
        <translation>{n} 件商品依赖它</translation>
    </message>
    <message>
        <source>{n} goods stop selling when it lapses</source>
        <translation>过期后 {n} 件商品停售</translation>
    </message>
</context>
<context>
    <name>linking</name>
    <message>
        <source>To be chosen among {n}</source>
        <translation>{n} 件可选，待你选择</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>{first}–{last} of {total} lines</source>
        <translation>第 {first}–{last} 行 · 共 {total} 行</translation>
    </message>
    <message>
        <source>Titles are the same ({percent})</source>
        <translation>标题一致（{percent}）</translation>
    </message>
    <message>
        <source>Titles are nearly the same ({percent})</source>
        <translation>标题几乎一致（{percent}）</translation>
    </message>
    <message>
        <source>Titles are alike ({percent})</source>
        <translation>标题相近（{percent}）</translation>
    </message>
    <message>
        <source>Titles differ ({percent} alike)</source>
        <translation>标题不同（相似 {percent}）</translation>
    </message>
    <message>
        <source>Same item code</source>
        <translation>商品编码一致</translation>
    </message>
    <message>
        <source>Same variant codes</source>
        <translation>规格编码一致</translation>
    </message>
    <message>
        <source>Same code, borne by several</source>
        <translation>编码相同，多件共用</translation>
    </message>
    <message>
        <source>{price} · stock {stock}</source>
        <translation>{price} · 库存 {stock}</translation>
    </message>
    <message>
        <source>To be chosen by you</source>
        <translation>待你选择</translation>
    </message>
    <message>
        <source>One of {n} goods of {platform}</source>
        <translation>{platform}有 {n} 件商品可选</translation>
    </message>
    <message>
        <source>linked elsewhere</source>
        <translation>已关联其他商品</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>换一个</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不关联</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>建议关联</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Nothing of what was chosen can be accepted as it is</source>
        <translation>所选商品没有可以直接接受的建议</translation>
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
    <name>live</name>
    <message>
        <source>Online</source>
        <translation>在线人数</translation>
    </message>
    <message>
        <source>Peak online</source>
        <translation>最高在线</translation>
    </message>
    <message>
        <source>Average stay</source>
        <translation>平均停留</translation>
    </message>
    <message>
        <source>Interaction</source>
        <translation>互动率</translation>
    </message>
    <message>
        <source>Follow rate</source>
        <translation>转粉率</translation>
    </message>
    <message>
        <source>GMV</source>
        <translation>成交额</translation>
    </message>
    <message>
        <source>Item clicks</source>
        <translation>商品点击率</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Viewers</source>
        <translation>观看人数</translation>
    </message>
    <message>
        <source>CNY</source>
        <translation>元</translation>
    </message>
    <message>
        <source>{thousands}|k</source>
        <translation>{wan}|万</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>{n} pt</source>
        <translation>{n} 点</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>无来源</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>优秀</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>及格</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>未达标</translation>
    </message>
    <message>
        <source>Too few</source>
        <translation>样本不足</translation>
    </message>
    <message>
        <source>Higher</source>
        <translation>高于中位</translation>
    </message>
    <message>
        <source>Similar</source>
        <translation>持平中位</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>低于中位</translation>
    </message>
    <message>
        <source>{source} (all {n} shops)</source>
        <translation>{source}（{n} 店合计）</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>采集助手</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动录入</translation>
    </message>
    <message>
        <source>OBS</source>
        <translation>OBS</translation>
    </message>
    <message>
        <source>Shop UV</source>
        <translation>店铺 UV</translation>
    </message>
    <message>
        <source>Order API</source>
        <translation>订单接口</translation>
    </message>
    <message>
        <source>Ads</source>
        <translation>磁力金牛</translation>
    </message>
    <message>
        <source>{n} orders</source>
        <translation>{n} 单</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>截至 {time}</translation>
    </message>
    <message>
        <source>Bind the Kuaishou shop, or connect the helper</source>
        <translation>绑定快手店铺，或连接采集助手</translation>
    </message>
    <message>
        <source>Connect the helper or type it in</source>
        <translation>连接采集助手，或手动录入</translation>
    </message>
    <message>
        <source>People in the room at this moment</source>
        <translation>此刻在直播间的人数</translation>
    </message>
    <message>
        <source>People who commented, liked, shared or gave ÷ viewers</source>
        <translation>评论、点赞、分享、送礼的人数 ÷ 观看人数</translation>
    </message>
    <message>
        <source>Seconds watched by all ÷ viewers, or the mean that the page says</source>
        <translation>全部观看秒数 ÷ 观看人数；页面只给平均值时用页面的平均值</translation>
    </message>
    <message>
        <source>New followers ÷ viewers who were none, or all viewers where nobody tells that</source>
        <translation>新增粉丝 ÷ 非粉丝观看人数；不知道非粉丝数时按全部观看人数</translation>
    </message>
    <message>
        <source>Paid orders within the show</source>
        <translation>本场时段内的已付订单</translation>
    </message>
    <message>
        <source>People who opened an item ÷ viewers</source>
        <translation>点开商品的人数 ÷ 观看人数</translation>
    </message>
    <message>
        <source>PK</source>
        <translation>连麦 PK</translation>
    </message>
    <message>
        <source>Red packet</source>
        <translation>红包</translation>
    </message>
    <message>
        <source>Lucky bag</source>
        <translation>福袋</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>打点</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>有重叠</translation>
    </message>
    <message>
        <source>No before</source>
        <translation>无前段</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>Engage</source>
        <translation>互动</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>转粉</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>Viewers trail: check the stream</source>
        <translation>观看落后：先查推流，提前福利款</translation>
    </message>
    <message>
        <source>Interaction trails: ask, give a bag</source>
        <translation>互动落后：抛问题，上福袋</translation>
    </message>
    <message>
        <source>Follows trail: say why to follow</source>
        <translation>转粉落后：口播关注理由，给粉丝价</translation>
    </message>
    <message>
        <source>Clicks trail: show where to tap</source>
        <translation>点击落后：指给观众看入口，重讲卖点</translation>
    </message>
    <message>
        <source>Sales trail: check price and stock</source>
        <translation>成交落后：查价格库存，讲领券步骤</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>领先</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>持平</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>落后</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>待到</translation>
    </message>
    <message>
        <source>Nothing comes in any more</source>
        <translation>已收不到数据</translation>
    </message>
    <message>
        <source>The stream drops frames</source>
        <translation>推流丢帧</translation>
    </message>
    <message>
        <source>Viewers fell by 30% within 5 minutes</source>
        <translation>在线 5 分钟内下降 30%</translation>
    </message>
    <message>
        <source>Clicks, but no order for 10 minutes</source>
        <translation>有点击，10 分钟没有订单</translation>
    </message>
    <message>
        <source>Clicks rise, orders do not</source>
        <translation>点击上升，订单没动</translation>
    </message>
    <message>
        <source>Interaction below pass for 3 minutes</source>
        <translation>互动率连续 3 分低于及格线</translation>
    </message>
    <message>
        <source>Stay fell by 15% within 5 minutes</source>
        <translation>停留 5 分钟内下降 15%</translation>
    </message>
    <message>
        <source>Follow rate below pass for 5 minutes</source>
        <translation>转粉率连续 5 分低于及格线</translation>
    </message>
    <message>
        <source>Check stream and helper first</source>
        <translation>先查推流和采集助手</translation>
    </message>
    <message>
        <source>Lower the bitrate in OBS</source>
        <translation>在 OBS 里调低码率</translation>
    </message>
    <message>
        <source>Use a wired line, close other uploads</source>
        <translation>改用网线，关掉其他上传</translation>
    </message>
    <message>
        <source>Bring the hourly raffle forward</source>
        <translation>整点抽奖提前</translation>
    </message>
    <message>
        <source>Lucky bag and screenshot raffle</source>
        <translation>福袋 + 截屏抽奖</translation>
    </message>
    <message>
        <source>Talk in questions</source>
        <translation>提问式话术</translation>
    </message>
    <message>
        <source>Poll on the public screen</source>
        <translation>公屏投票</translation>
    </message>
    <message>
        <source>Coupon for following</source>
        <translation>关注领券</translation>
    </message>
    <message>
        <source>Fans&apos; own price</source>
        <translation>粉丝专属价</translation>
    </message>
    <message>
        <source>Say why to follow</source>
        <translation>主播口播关注理由</translation>
    </message>
    <message>
        <source>Show the welfare item</source>
        <translation>换福利款</translation>
    </message>
    <message>
        <source>Announce the next item</source>
        <translation>预告下一款</translation>
    </message>
    <message>
        <source>PK with another host</source>
        <translation>连麦 PK</translation>
    </message>
    <message>
        <source>Check price and stock</source>
        <translation>检查价格和库存</translation>
    </message>
    <message>
        <source>Explain the coupon step by step</source>
        <translation>讲解优惠步骤</translation>
    </message>
    <message>
        <source>Check listing, coupon and delivery areas</source>
        <translation>检查上架、优惠券、限购地区</translation>
    </message>
    <message>
        <source>{n} s without data</source>
        <translation>已 {n} 秒无数据</translation>
    </message>
    <message>
        <source>{n} clicks, 0 orders</source>
        <translation>{n} 次点击，0 单</translation>
    </message>
    <message>
        <source>now {now}, line {line}</source>
        <translation>现在 {now}，线 {line}</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>High {n} min</source>
        <translation>高 {n} 分</translation>
    </message>
    <message>
        <source>Mid {n} min</source>
        <translation>中 {n} 分</translation>
    </message>
    <message>
        <source>The page&apos;s counters began again at {times}: what they had counted before is added.</source>
        <translation>页面的累计数在 {times} 重新从 0 开始：此前已计的部分已累加。</translation>
    </message>
    <message>
        <source>the trade&apos;s yardstick, 2026-11-22</source>
        <translation>商家通用标准，2026-11-22</translation>
    </message>
    <message>
        <source>own past shows</source>
        <translation>自家往场</translation>
    </message>
    <message>
        <source>set by you</source>
        <translation>自己设定</translation>
    </message>
    <message>
        <source>set by you for this category</source>
        <translation>按类目自行设置</translation>
    </message>
    <message>
        <source>Lines: {origin}</source>
        <translation>线的出处：{origin}</translation>
    </message>
    <message>
        <source>Not used: {figure}</source>
        <translation>未采用：{figure}</translation>
    </message>
    <message>
        <source>Sources differ by {share}</source>
        <translation>各来源相差 {share}</translation>
    </message>
    <message>
        <source>Item {id}</source>
        <translation>商品 {id}</translation>
    </message>
    <message>
        <source>{price} · on show</source>
        <translation>{price} · 讲解中</translation>
    </message>
    <message>
        <source>The shop&apos;s list said {stock} at {time}; {sold} sold since, as far as is told</source>
        <translation>{time} 读到店铺库存 {stock} 件；此后已知售出 {sold} 件</translation>
    </message>
    <message>
        <source>Orders: {source}</source>
        <translation>订单来自{source}</translation>
    </message>
    <message>
        <source>no sales</source>
        <translation>暂未出单</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Sales ¥/min</source>
        <translation>成交 ¥/分</translation>
    </message>
    <message>
        <source>Off air</source>
        <translation>未开播</translation>
    </message>
    <message>
        <source>absolute claim, cannot be proved</source>
        <translation>绝对化用语，无法证明</translation>
    </message>
    <message>
        <source>borrows the name of the state</source>
        <translation>借用国家名义</translation>
    </message>
    <message>
        <source>protected sign used as praise</source>
        <translation>受保护标志用于宣传</translation>
    </message>
    <message>
        <source>medical or functional claim</source>
        <translation>医疗或功能声称</translation>
    </message>
    <message>
        <source>needs a licence or proof</source>
        <translation>须有资质或证明</translation>
    </message>
    <message>
        <source>effect that cannot be checked</source>
        <translation>不可验证的效果断言</translation>
    </message>
    <message>
        <source>price claim that cannot be proved</source>
        <translation>无法证明的价格说法</translation>
    </message>
    <message>
        <source>talks down competitors</source>
        <translation>贬低同行</translation>
    </message>
    <message>
        <source>leans on another brand</source>
        <translation>攀附他人品牌</translation>
    </message>
    <message>
        <source>paid praise or made-up sales</source>
        <translation>返利好评或虚构交易</translation>
    </message>
    <message>
        <source>leads away from the platform</source>
        <translation>引导站外联系或交易</translation>
    </message>
    <message>
        <source>promises a result</source>
        <translation>保证性承诺</translation>
    </message>
    <message>
        <source>superstitious effect</source>
        <translation>宣扬迷信效果</translation>
    </message>
    <message>
        <source>urges minors to buy</source>
        <translation>诱导未成年人消费</translation>
    </message>
    <message>
        <source>insulting or vulgar</source>
        <translation>辱骂或低俗</translation>
    </message>
    <message>
        <source>discriminates or shames</source>
        <translation>歧视或制造焦虑</translation>
    </message>
    <message>
        <source>goods that must not be advertised so</source>
        <translation>禁止或限制宣传的商品</translation>
    </message>
    <message>
        <source>made-up scarcity or inside story</source>
        <translation>虚构库存或内部情况</translation>
    </message>
    <message>
        <source>denies lawful returns or invoices</source>
        <translation>排除法定退货、发票义务</translation>
    </message>
    <message>
        <source>a word of your own list</source>
        <translation>自建词</translation>
    </message>
    <message>
        <source>Viewers up</source>
        <translation>在线上涨</translation>
    </message>
    <message>
        <source>Comments up</source>
        <translation>评论变多</translation>
    </message>
    <message>
        <source>Orders up</source>
        <translation>订单变多</translation>
    </message>
    <message>
        <source>{before} → {after} a minute</source>
        <translation>每分钟 {before} → {after}</translation>
    </message>
    <message>
        <source>{before} → {after} watching</source>
        <translation>{before} → {after} 在线</translation>
    </message>
    <message>
        <source>from none</source>
        <translation>从无到有</translation>
    </message>
    <message>
        <source>{mark} (planned)</source>
        <translation>{mark}（计划）</translation>
    </message>
    <message>
        <source>cut until {time}</source>
        <translation>断流至 {time}</translation>
    </message>
    <message>
        <source>Minute</source>
        <translation>第几分钟</translation>
    </message>
    <message>
        <source>Own median</source>
        <translation>自家中位数</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>打点</translation>
    </message>
    <message>
        <source>{n} marks</source>
        <translation>{n} 个打点</translation>
    </message>
    <message>
        <source>counters added up</source>
        <translation>计数已累加</translation>
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
        <source>Check</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>发货</translation>
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
        <source>qty {n}</source>
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
        <source>{carrier}, not sent</source>
        <translation>{carrier} 未发出</translation>
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
        <source>Mismatch</source>
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
        <source>Kept back</source>
        <translation>暂缓</translation>
    </message>
    <message>
        <source>Pre-sale</source>
        <translation>预售</translation>
    </message>
    <message>
        <source>{n} of {all} sent</source>
        <translation>已发 {n}/{all}</translation>
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
        <source>{n}-star</source>
        <translation>{n} 星</translation>
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
        <source>Agree to refund {value}</source>
        <translation>同意退款 {value}</translation>
    </message>
    <message>
        <source>Agree to the return</source>
        <translation>同意退货</translation>
    </message>
    <message>
        <source>Refuse the after-sale</source>
        <translation>拒绝售后</translation>
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
        <source>Take a number of {carrier}</source>
        <translation>取号 {carrier}</translation>
    </message>
    <message>
        <source>Void number {number}</source>
        <translation>作废单号 {number}</translation>
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
        <source>One more parcel by {carrier} {number}</source>
        <translation>追加包裹 {carrier} {number}</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>插旗</translation>
    </message>
    <message>
        <source>Note “{words}”</source>
        <translation>备注“{words}”</translation>
    </message>
    <message>
        <source>Ship by {carrier} {number}</source>
        <translation>发货 {carrier} {number}</translation>
    </message>
    <message>
        <source>Ship by {carrier} {number} and {n} more</source>
        <translation>发货 {carrier} {number} 等，另有 {n} 个包裹</translation>
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
        <source>Margin</source>
        <translation>毛利</translation>
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
        <source>Can be linked</source>
        <translation>可关联</translation>
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
        <source>By variant</source>
        <translation>规格有价差</translation>
    </message>
    <message>
        <source>No cost is known: fill it in at Youzan, or import a sheet with costs</source>
        <translation>成本未知：请在有赞填写成本价，或导入带成本的表格</translation>
    </message>
    <message>
        <source>What is left of a piece at Kuaishou, of the variant that leaves least</source>
        <translation>快手每件净毛利，取毛利最低的规格</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>未比对</translation>
    </message>
    <message>
        <source>Below the floor</source>
        <translation>低于底价</translation>
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
        <source>Kuaishou&apos;s price is below the floor; raise it, or lower the floor</source>
        <translation>快手价低于底价：请提价，或调低底价</translation>
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
    <message>
        <source>Category name not read yet</source>
        <translation>类目名称未读取</translation>
    </message>
</context>
<context>
    <name>promotions</name>
    <message>
        <source>Platform</source>
        <translation>平台节奏</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>备货</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
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
        <source>open</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>in hand</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Done, no proof</source>
        <translation>已完成，缺凭证</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>{name} · {n} days to go</source>
        <translation>{name} · 距爆发 {n} 天</translation>
    </message>
    <message>
        <source>{name} · now</source>
        <translation>{name} · 进行中</translation>
    </message>
    <message>
        <source>{name} · over</source>
        <translation>{name} · 已结束</translation>
    </message>
    <message>
        <source>{span} · confirmed: {source}</source>
        <translation>{span} · 已确认：{source}</translation>
    </message>
    <message>
        <source>by the merchant</source>
        <translation>商家确认</translation>
    </message>
    <message>
        <source>{span} · the merchant&apos;s own date; the platform&apos;s announcement decides</source>
        <translation>{span} · 商家自填，以平台公告为准</translation>
    </message>
    <message>
        <source>{name}: price {price} is above the 7-day low {low}</source>
        <translation>{name} 现价 {price}，高于近 7 日最低 {low}</translation>
    </message>
    <message>
        <source>Rules on clear prices, art. 17: strike through no more than {low}</source>
        <translation>明码标价规定 第 17 条 · 划线价最多写 {low}</translation>
    </message>
    <message>
        <source>{name}: stock lasts {n} days</source>
        <translation>{name} 备货只够 {n} 天</translation>
    </message>
    <message>
        <source>{stock} pieces, at the pace of the last 7 days; not to the end</source>
        <translation>库存 {stock} 件，按近 7 天销速，撑不到结束</translation>
    </message>
    <message>
        <source>{name}: due {day} is a day off</source>
        <translation>{name} 截止 {day} 是休息日</translation>
    </message>
    <message>
        <source>a weekend</source>
        <translation>周末</translation>
    </message>
    <message>
        <source>{name}: overdue since {day}</source>
        <translation>{name} 应于 {day} 完成，已逾期</translation>
    </message>
    <message>
        <source>nobody has it in hand</source>
        <translation>还没有负责人</translation>
    </message>
    <message>
        <source>{name} ends on {day}</source>
        <translation>{name} {day} 到期</translation>
    </message>
    <message>
        <source>{name} has lapsed on {day}</source>
        <translation>{name} 已于 {day} 过期</translation>
    </message>
    <message>
        <source>{n} days before the rush · {number}</source>
        <translation>爆发前 {n} 天 · {number}</translation>
    </message>
    <message>
        <source>while it runs · {number}</source>
        <translation>活动期间到期 · {number}</translation>
    </message>
    <message>
        <source>{day} and {other}: both hosted by {name}</source>
        <translation>{day} 与 {other} 连播，主播同为 {name}</translation>
    </message>
    <message>
        <source>change the host, or shorten one</source>
        <translation>建议换人或缩短</translation>
    </message>
    <message>
        <source>{day}: two shows at once</source>
        <translation>{day} 有两场直播</translation>
    </message>
    <message>
        <source>{name} {day}: — (no orders in the file go back so far)</source>
        <translation>{name} {day}：—（本机订单没有那么早）</translation>
    </message>
    <message>
        <source>{name} {day}: {orders} orders, {paid}</source>
        <translation>{name} {day}：{orders} 单，{paid}</translation>
    </message>
</context>
<context>
    <name>proof</name>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Kuaishou no.</source>
        <translation>快手单号</translation>
    </message>
    <message>
        <source>Youzan no.</source>
        <translation>有赞单号</translation>
    </message>
    <message>
        <source>Kuaishou amount</source>
        <translation>快手金额</translation>
    </message>
    <message>
        <source>Youzan amount</source>
        <translation>有赞金额</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>支付时间</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>判断依据</translation>
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
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>已映射</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺单</translation>
    </message>
    <message>
        <source>Amount off</source>
        <translation>金额不符</translation>
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
        <source>Explained</source>
        <translation>已解释</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>未付款</translation>
    </message>
    <message>
        <source>Stray trade</source>
        <translation>多出的有赞单</translation>
    </message>
    <message>
        <source>Vanished</source>
        <translation>订单消失</translation>
    </message>
    <message>
        <source>Paid on another day</source>
        <translation>支付改期</translation>
    </message>
    <message>
        <source>Changed late</source>
        <translation>事后变动</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>数据不全</translation>
    </message>
    <message>
        <source>no words were left</source>
        <translation>未写说明</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未读过</translation>
    </message>
    <message>
        <source>Paid {waited} before the last reading, and Youzan has no trade for it</source>
        <translation>付款后 {waited} 有赞仍无对应订单</translation>
    </message>
    <message>
        <source>Its trade is no longer in the file</source>
        <translation>对应的有赞单已不在本机</translation>
    </message>
    <message>
        <source>Unlinked by hand, and no other trade was found</source>
        <translation>已手动取消关联，没有找到其他有赞单</translation>
    </message>
    <message>
        <source>The same sale, but both sides name another amount</source>
        <translation>同一笔交易，两边金额不一致</translation>
    </message>
    <message>
        <source>One side does not name the amount</source>
        <translation>有一边没有给出金额</translation>
    </message>
    <message>
        <source>Brought in more than once: {more}</source>
        <translation>重复导入：{more}</translation>
    </message>
    <message>
        <source>Brought in again, and the second trade was closed: {more}</source>
        <translation>重复导入，其中一笔已关闭：{more}</translation>
    </message>
    <message>
        <source>Several fit about equally well; nothing is guessed</source>
        <translation>有多笔都符合，不作猜测，请人工确认</translation>
    </message>
    <message>
        <source>The same trade also stands for order {other}</source>
        <translation>同一笔有赞单还对应订单 {other}</translation>
    </message>
    <message>
        <source>Its trade is not paid in Youzan</source>
        <translation>对应的有赞单未付款</translation>
    </message>
    <message>
        <source>Closed on one side, still going on the other</source>
        <translation>一边已关闭，另一边仍在进行</translation>
    </message>
    <message>
        <source>The difference was accepted by hand: {note}</source>
        <translation>差额已人工认可：{note}</translation>
    </message>
    <message>
        <source>Paid only {waited} before the last reading; the trade may still come</source>
        <translation>付款才 {waited}，有赞单可能还在路上</translation>
    </message>
    <message>
        <source>The platform still holds the order; it is not brought in before</source>
        <translation>平台暂扣中，放行前不会导入</translation>
    </message>
    <message>
        <source>Noted as a test order</source>
        <translation>备注为测试单</translation>
    </message>
    <message>
        <source>Closed {closed} after payment, before it was brought in</source>
        <translation>付款后 {closed} 即退款关闭，未及导入</translation>
    </message>
    <message>
        <source>Closed without payment</source>
        <translation>未付款已关闭</translation>
    </message>
    <message>
        <source>Still waits for payment</source>
        <translation>等待付款</translation>
    </message>
    <message>
        <source>Brought in from Kuaishou, but its order was not found</source>
        <translation>从快手导入，但找不到快手订单</translation>
    </message>
    <message>
        <source>Kuaishou says that the order is not paid</source>
        <translation>快手显示该订单未付款</translation>
    </message>
    <message>
        <source>Its order is no longer in the file</source>
        <translation>对应的快手订单已不在本机</translation>
    </message>
    <message>
        <source>An earlier proof had it; now it is not in the file</source>
        <translation>之前的证明里有，现在本机没有了</translation>
    </message>
    <message>
        <source>An earlier proof had it; its pay time is another one now</source>
        <translation>之前的证明里有，付款时间后来变了</translation>
    </message>
    <message>
        <source>An earlier proof had it; paid {paid} by now, it counts there</source>
        <translation>之前的证明里有这笔；支付时间现为 {paid}，计入那一天</translation>
    </message>
    <message>
        <source>Kuaishou&apos;s orders are read only up to: {until}</source>
        <translation>快手订单只读到：{until}</translation>
    </message>
    <message>
        <source>Youzan&apos;s trades are read only up to: {until}</source>
        <translation>有赞订单只读到：{until}</translation>
    </message>
    <message>
        <source>Kuaishou&apos;s orders are read only from: {since}</source>
        <translation>快手订单只读取了 {since} 之后的</translation>
    </message>
    <message>
        <source>Youzan&apos;s trades are read only from: {since}</source>
        <translation>有赞订单只读取了 {since} 之后的</translation>
    </message>
    <message>
        <source>A row could not be read: {key}</source>
        <translation>有一条数据无法读取：{key}</translation>
    </message>
    <message>
        <source>The period has not begun yet</source>
        <translation>这个时段还没有开始</translation>
    </message>
    <message>
        <source>amount was {money}</source>
        <translation>金额原为 {money}</translation>
    </message>
    <message>
        <source>amount in Youzan was {money}</source>
        <translation>有赞金额原为 {money}</translation>
    </message>
    <message>
        <source>pay time was {time}</source>
        <translation>付款时间原为 {time}</translation>
    </message>
    <message>
        <source>Since proof no. {n}: {parts}</source>
        <translation>与第 {n} 号证明相比：{parts}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>The orders do not add up</source>
        <translation>订单笔数对不上</translation>
    </message>
    <message>
        <source>The amounts do not add up</source>
        <translation>金额合计对不上</translation>
    </message>
    <message>
        <source>The trades do not add up</source>
        <translation>有赞笔数对不上</translation>
    </message>
    <message>
        <source>The amounts of the trades do not add up</source>
        <translation>有赞金额合计对不上</translation>
    </message>
    <message>
        <source>The difference between both sides is not explained</source>
        <translation>两边差额无法解释</translation>
    </message>
    <message>
        <source>Waybills taken are not printed + voided + shipped</source>
        <translation>取号 ≠ 已打印 + 已作废 + 已发出</translation>
    </message>
    <message>
        <source>orders without a trade</source>
        <translation>没有有赞单的订单</translation>
    </message>
    <message>
        <source>amounts off</source>
        <translation>金额不符</translation>
    </message>
    <message>
        <source>trades paid on another day</source>
        <translation>有赞付款落在他日</translation>
    </message>
    <message>
        <source>second trades</source>
        <translation>重复导入</translation>
    </message>
    <message>
        <source>orders of another day</source>
        <translation>他日订单</translation>
    </message>
    <message>
        <source>stray trades</source>
        <translation>多出的有赞单</translation>
    </message>
    <message>
        <source>trades to confirm</source>
        <translation>待确认的有赞单</translation>
    </message>
    <message>
        <source>trades whose order is not due</source>
        <translation>快手订单未到</translation>
    </message>
    <message>
        <source>Proof of reconciliation {period}</source>
        <translation>对账证明 {period}</translation>
    </message>
    <message>
        <source>Orders and amounts</source>
        <translation>笔数与金额</translation>
    </message>
    <message>
        <source>Rows that are not simply linked</source>
        <translation>未直接映射的订单</translation>
    </message>
    <message>
        <source>Fetched by a gap audit</source>
        <translation>查漏补回</translation>
    </message>
    <message>
        <source>Came after the last proof</source>
        <translation>上次证明后补到</translation>
    </message>
    <message>
        <source>Fingerprints (SHA-256)</source>
        <translation>指纹（SHA-256）</translation>
    </message>
    <message>
        <source>Proof no. {n} · {print}</source>
        <translation>证明第 {n} 号 · {print}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Shops</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Window, shop time</source>
        <translation>时间窗口（店铺时间）</translation>
    </message>
    <message>
        <source>Read to the end on both sides</source>
        <translation>两边都已读全</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>生成时间</translation>
    </message>
    <message>
        <source>Number in the chain</source>
        <translation>链上序号</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则版本</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>笔数</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Kuaishou, paid</source>
        <translation>快手已付</translation>
    </message>
    <message>
        <source>Beside it, never paid</source>
        <translation>另有未付款</translation>
    </message>
    <message>
        <source>Youzan, brought in and paid: {n} trades, {money}. The difference of {off} consists of:</source>
        <translation>有赞导入并已付 {n} 笔，{money}。两边差额 {off}，由以下组成：</translation>
    </message>
    <message>
        <source>None: every order is linked.</source>
        <translation>没有：每一笔都已映射。</translation>
    </message>
    <message>
        <source>The first {n} of {all} rows; the CSV has them all.</source>
        <translation>仅列前 {n} 条，共 {all} 条；CSV 中有全部。</translation>
    </message>
    <message>
        <source>This proof, chained to the one before</source>
        <translation>本证明（与上一份相连）</translation>
    </message>
    <message>
        <source>Order numbers, Kuaishou</source>
        <translation>快手单号集合</translation>
    </message>
    <message>
        <source>Trade numbers, Youzan</source>
        <translation>有赞单号集合</translation>
    </message>
    <message>
        <source>All orders with both amounts</source>
        <translation>全部订单及两边金额</translation>
    </message>
    <message>
        <source>Chains of proofs and audit</source>
        <translation>证明链与审计链</translation>
    </message>
    <message>
        <source>not looked through yet</source>
        <translation>尚未校验</translation>
    </message>
    <message>
        <source>whole: {n} proofs, {m} audit rows</source>
        <translation>完好：{n} 份证明，{m} 条审计</translation>
    </message>
    <message>
        <source>proofs</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>{chain}: row {row} was changed</source>
        <translation>{chain}第 {row} 条被改动</translation>
    </message>
    <message>
        <source>{chain}: row {row} is missing</source>
        <translation>{chain}第 {row} 条缺失</translation>
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
        <source>Price in live shows</source>
        <translation>直播价</translation>
    </message>
    <message>
        <source>Coupon of every buyer</source>
        <translation>人人可领的券</translation>
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
        <source>Check: {name}</source>
        <translation>检查未过：{name}</translation>
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
    <name>reviews</name>
    <message>
        <source>Test call</source>
        <translation>测试调用</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Live show</source>
        <translation>直播</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>rules {n}</source>
        <translation>规则 {n}</translation>
    </message>
    <message>
        <source>{rules} · model {n}</source>
        <translation>{rules} · 模型 {n}</translation>
    </message>
    <message>
        <source>Contested</source>
        <translation>有异议</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>No risk found</source>
        <translation>未发现风险</translation>
    </message>
    <message>
        <source>rules only</source>
        <translation>仅规则</translation>
    </message>
    <message>
        <source>the model says: {law} (not checked)</source>
        <translation>模型所称：{law}（未核对）</translation>
    </message>
    <message>
        <source>the model&apos;s hint, not checked</source>
        <translation>模型提示，未核对</translation>
    </message>
    <message>
        <source>Model off: the rules alone are asked</source>
        <translation>模型未开启：只做规则检查</translation>
    </message>
    <message>
        <source>{model} · today {n} of {most} · {cost} of {limit}</source>
        <translation>{model} · 今天 {n}/{most} 次 · {cost}/{limit}</translation>
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
    <name>scales</name>
    <message>
        <source>{thousands}k</source>
        <translation>{wan} 万</translation>
    </message>
</context>
<context>
    <name>scan</name>
    <message>
        <source>Severity</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>in the title</source>
        <translation>在标题中</translation>
    </message>
    <message>
        <source>in variants or attributes</source>
        <translation>在规格或属性中</translation>
    </message>
    <message>
        <source>on the detail page</source>
        <translation>在详情页</translation>
    </message>
    <message>
        <source>in the chat</source>
        <translation>在聊天里</translation>
    </message>
</context>
<context>
    <name>scripts</name>
    <message>
        <source>Welfare item</source>
        <translation>福利款</translation>
    </message>
    <message>
        <source>Selling points</source>
        <translation>卖点循环</translation>
    </message>
    <message>
        <source>Hourly raffle</source>
        <translation>整点抽奖</translation>
    </message>
    <message>
        <source>Red packet</source>
        <translation>红包</translation>
    </message>
    <message>
        <source>PK with a co-host</source>
        <translation>连麦PK</translation>
    </message>
    <message>
        <source>Lucky bag</source>
        <translation>福袋</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Ordinary goods</source>
        <translation>普通商品</translation>
    </message>
    <message>
        <source>Food</source>
        <translation>食品</translation>
    </message>
    <message>
        <source>Apparel</source>
        <translation>服饰</translation>
    </message>
    <message>
        <source>Cosmetics</source>
        <translation>美妆</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>家居</translation>
    </message>
    <message>
        <source>Health food</source>
        <translation>保健食品</translation>
    </message>
    <message>
        <source>Medicine and devices</source>
        <translation>药品与器械</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>late {time}</source>
        <translation>晚 {time}</translation>
    </message>
    <message>
        <source>late</source>
        <translation>已迟</translation>
    </message>
    <message>
        <source>+{n} min</source>
        <translation>+{n} 分</translation>
    </message>
    <message>
        <source>Script: {done} done ({late} late) · {skipped} skipped · {open} not done</source>
        <translation>脚本：完成 {done}（其中迟 {late}）· 跳过 {skipped} · 未做 {open}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>done late</source>
        <translation>迟完成</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>计划中</translation>
    </message>
    <message>
        <source>within a minute</source>
        <translation>即将到点</translation>
    </message>
    <message>
        <source>now</source>
        <translation>到点</translation>
    </message>
    <message>
        <source>In {n} s: {title}</source>
        <translation>{n} 秒后：{title}</translation>
    </message>
    <message>
        <source>Now: {title}</source>
        <translation>到点：{title}</translation>
    </message>
    <message>
        <source>Late: {title}</source>
        <translation>已迟：{title}</translation>
    </message>
    <message>
        <source>The title is missing</source>
        <translation>缺少标题</translation>
    </message>
    <message>
        <source>It lies before the beginning</source>
        <translation>早于开播</translation>
    </message>
    <message>
        <source>Less than 3 min after the cue before it: neither lift can be told</source>
        <translation>距上一节点不足 3 分钟：两者的增幅都算不出</translation>
    </message>
    <message>
        <source>Later than 12 hours into the show</source>
        <translation>超过开播后 12 小时</translation>
    </message>
    <message>
        <source>The same cue stands twice</source>
        <translation>同一节点出现两次</translation>
    </message>
    <message>
        <source>Protection of minors is on: these goods stay out of scripts</source>
        <translation>未成年人保护已开启：这类商品不进脚本</translation>
    </message>
    <message>
        <source>Protection of minors is on: no raffle, red packet or lucky bag is prompted</source>
        <translation>未成年人保护已开启：脚本不安排抽奖、红包和福袋</translation>
    </message>
    <message>
        <source>Row {row}: “{said}” is no time, write it like 1:05:00 or 65 (minutes)</source>
        <translation>第 {row} 行：「{said}」不是时间，请写成 1:05:00 或 65（分钟）</translation>
    </message>
    <message>
        <source>Row {row}: {said} is later than 12 hours into the show</source>
        <translation>第 {row} 行：{said} 超过开播后 12 小时</translation>
    </message>
    <message>
        <source>Row {row}: there is no kind of cue called “{said}”</source>
        <translation>第 {row} 行：没有「{said}」这种节点类型</translation>
    </message>
    <message>
        <source>Row {row}: the title is missing</source>
        <translation>第 {row} 行：缺少标题</translation>
    </message>
    <message>
        <source>Row {row}: the title is longer than 60 letters</source>
        <translation>第 {row} 行：标题超过 60 字</translation>
    </message>
    <message>
        <source>Row {row}: the wording is longer than 4,000 letters</source>
        <translation>第 {row} 行：话术超过 4,000 字</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Script saved</source>
        <translation>脚本已保存</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>{name} (not saved)</source>
        <translation>{name}（未保存）</translation>
    </message>
    <message>
        <source>The script has no name</source>
        <translation>脚本没有名称</translation>
    </message>
    <message>
        <source>A field of the cue is not right yet</source>
        <translation>当前节点还有字段填写有误</translation>
    </message>
    <message>
        <source>Banned wording: {words}. Change it, or let it pass in the checker, with a reason</source>
        <translation>有禁用词：{words}。请修改，或在文字检查中说明理由后忽略</translation>
    </message>
    <message>
        <source>Not put to use</source>
        <translation>未启用</translation>
    </message>
    <message>
        <source>Shows go by this script from now on</source>
        <translation>此后的直播按这份脚本</translation>
    </message>
    <message>
        <source>Throw this script away?</source>
        <translation>删除这份脚本？</translation>
    </message>
    <message>
        <source>“{name}” is gone for good. What was done in past shows stays.</source>
        <translation>「{name}」将不可恢复。往场记录不受影响。</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Export the script</source>
        <translation>导出脚本</translation>
    </message>
    <message>
        <source>Import a script</source>
        <translation>导入脚本</translation>
    </message>
    <message>
        <source>script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>Script written</source>
        <translation>脚本已导出</translation>
    </message>
    <message>
        <source>{bad} of {all} rows cannot be used</source>
        <translation>{all} 行中有 {bad} 行不能用</translation>
    </message>
    <message>
        <source>Take the other {n}</source>
        <translation>导入其余 {n} 行</translation>
    </message>
    <message>
        <source>and {n} more rows</source>
        <translation>另有 {n} 行</translation>
    </message>
</context>
<context>
    <name>selfcheck</name>
    <message>
        <source>Titles of goods</source>
        <translation>商品标题</translation>
    </message>
    <message>
        <source>Detail pages and variants</source>
        <translation>商品详情与规格</translation>
    </message>
    <message>
        <source>Run sheets</source>
        <translation>直播脚本</translation>
    </message>
    <message>
        <source>Speech of shows</source>
        <translation>直播口播</translation>
    </message>
    <message>
        <source>Comments in shows</source>
        <translation>直播评论</translation>
    </message>
    <message>
        <source>Customer chats</source>
        <translation>客服会话</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>资质</translation>
    </message>
    <message>
        <source>Violations</source>
        <translation>违规与申诉</translation>
    </message>
    <message>
        <source>{n} lines</source>
        <translation>{n} 行</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>自检人</translation>
    </message>
    <message>
        <source>Reviewed by</source>
        <translation>复核人</translation>
    </message>
    <message>
        <source>Record changed</source>
        <translation>记录被改动</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签核</translation>
    </message>
    <message>
        <source>To be reviewed</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>未签核</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <translation>检查范围</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现与整改</translation>
    </message>
    <message>
        <source>Let pass</source>
        <translation>忽略清单</translation>
    </message>
    <message>
        <source>Six months</source>
        <translation>近六个月</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>签核</translation>
    </message>
    <message>
        <source>Inputs and hashes</source>
        <translation>附：输入哈希</translation>
    </message>
    <message>
        <source>Inputs frozen</source>
        <translation>冻结输入</translation>
    </message>
    <message>
        <source>Word bank</source>
        <translation>词库</translation>
    </message>
    <message>
        <source>Kept until, at least three years</source>
        <translation>保存至（不少于 3 年）</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>哈希</translation>
    </message>
    <message>
        <source>{year}-{month}</source>
        <translation>{month}月</translation>
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
        <source>Kept back: why</source>
        <translation>暂缓原因</translation>
    </message>
    <message>
        <source>Kept back by</source>
        <translation>暂缓人</translation>
    </message>
    <message>
        <source>Kept back since</source>
        <translation>暂缓开始</translation>
    </message>
    <message>
        <source>Kept back until</source>
        <translation>暂缓至</translation>
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
    <message>
        <source>New cost</source>
        <translation>新成本</translation>
    </message>
</context>
<context>
    <name>ship</name>
    <message>
        <source>Order</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>预检</translation>
    </message>
    <message>
        <source>Platform&apos;s deadline</source>
        <translation>平台发货时限</translation>
    </message>
    <message>
        <source>Promised with the goods</source>
        <translation>商品承诺时限</translation>
    </message>
    <message>
        <source>Extension the platform knows</source>
        <translation>平台已知的延期</translation>
    </message>
    <message>
        <source>Hours that hold otherwise</source>
        <translation>默认 48 小时</translation>
    </message>
    <message>
        <source>Extension, noted by you</source>
        <translation>延期（自己记录）</translation>
    </message>
    <message>
        <source>Promise, noted by you</source>
        <translation>对买家的承诺（自己记录）</translation>
    </message>
    <message>
        <source>Not collected</source>
        <translation>未揽收</translation>
    </message>
    <message>
        <source>Not moving</source>
        <translation>物流停滞</translation>
    </message>
    <message>
        <source>Coming back</source>
        <translation>退回中</translation>
    </message>
    <message>
        <source>Went the wrong way</source>
        <translation>疑似错发</translation>
    </message>
    <message>
        <source>Signed without delivery</source>
        <translation>疑似虚假签收</translation>
    </message>
    <message>
        <source>In trouble</source>
        <translation>物流异常</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>已揽收</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>运输中</translation>
    </message>
    <message>
        <source>Being delivered</source>
        <translation>派送中</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签收</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>By a carrier</source>
        <translation>快递发货</translation>
    </message>
    <message>
        <source>Fetched at the shop</source>
        <translation>到店自提</translation>
    </message>
    <message>
        <source>Delivered locally</source>
        <translation>同城配送</translation>
    </message>
    <message>
        <source>Nothing to ship</source>
        <translation>无需物流</translation>
    </message>
    <message>
        <source>Asked at {time}: the platform knows nothing of it</source>
        <translation>{time} 查询：平台没有该包裹的物流信息</translation>
    </message>
    <message>
        <source>Asked at {time}: nothing was told ({code})</source>
        <translation>{time} 查询未取得物流信息（{code}）</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>发货与物流</translation>
    </message>
    <message>
        <source>Pre-sale</source>
        <translation>预售</translation>
    </message>
    <message>
        <source>Nobody named a deadline</source>
        <translation>没有发货时限</translation>
    </message>
    <message>
        <source>the nearest counts</source>
        <translation>以最早的为准</translation>
    </message>
    <message>
        <source>Leaving late would cost about {money}, from {time}</source>
        <translation>超时发货预计赔付 {money}，{time} 起</translation>
    </message>
    <message>
        <source>A number that nobody collects would cost about {money}, from {time}</source>
        <translation>迟迟未揽收预计赔付 {money}，{time} 起</translation>
    </message>
    <message>
        <source>Left late: about {money} since {time}</source>
        <translation>已超时：{time} 起预计赔付 {money}</translation>
    </message>
    <message>
        <source>Nobody collected it: about {money} since {time}</source>
        <translation>一直未揽收：{time} 起预计赔付 {money}</translation>
    </message>
    <message>
        <source>An estimate by your own figures of {date}: the platform does not publish its rule</source>
        <translation>按自设标准估算（{date}）：平台没有公开赔付规则</translation>
    </message>
    <message>
        <source>The carrier has told nothing yet</source>
        <translation>快递还没有任何轨迹</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>Waybill number</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>装箱内容</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>未发原因</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理办法</translation>
    </message>
</context>
<context>
    <name>stream</name>
    <message>
        <source>Not linked</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>Password refused</source>
        <translation>密码不对</translation>
    </message>
    <message>
        <source>No answer, again in {n} s</source>
        <translation>无应答，{n} 秒后再试</translation>
    </message>
    <message>
        <source>Linked, no stream</source>
        <translation>已连接，未推流</translation>
    </message>
    <message>
        <source>Stream reconnecting</source>
        <translation>推流重连中</translation>
    </message>
    <message>
        <source>Stream unsteady</source>
        <translation>推流不稳</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>推流正常</translation>
    </message>
    <message>
        <source>OBS</source>
        <translation>OBS</translation>
    </message>
    <message>
        <source>password refused</source>
        <translation>密码不对</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>no stream</source>
        <translation>未推流</translation>
    </message>
    <message>
        <source>reconnecting</source>
        <translation>重连中</translation>
    </message>
    <message>
        <source>dropped {share}</source>
        <translation>丢帧 {share}</translation>
    </message>
    <message>
        <source>congestion {share}</source>
        <translation>拥塞 {share}</translation>
    </message>
    <message>
        <source>OBS, of the last half minute; unsteady: over 2% dropped, or congested by half</source>
        <translation>OBS 近 30 秒；丢帧超过 2% 或拥塞过半算不稳</translation>
    </message>
    <message>
        <source>{n} kbit/s</source>
        <translation>{n} kbit/s</translation>
    </message>
    <message>
        <source>{n} of {all} frames dropped since the stream began</source>
        <translation>开播以来共 {all} 帧，丢 {n} 帧</translation>
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
<context>
    <name>touch</name>
    <message>
        <source>WeCom 1:1</source>
        <translation>企微 1 对 1</translation>
    </message>
    <message>
        <source>WeCom groups</source>
        <translation>企微社群</translation>
    </message>
    <message>
        <source>Text messages</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>Live widget</source>
        <translation>直播小组件</translation>
    </message>
    <message>
        <source>Fan-group messages</source>
        <translation>快手粉丝群</translation>
    </message>
    <message>
        <source>Short-video comments</source>
        <translation>短视频评论</translation>
    </message>
    <message>
        <source>Official-account messages</source>
        <translation>公众号模板</translation>
    </message>
    <message>
        <source>Phone calls</source>
        <translation>电话外呼</translation>
    </message>
    <message>
        <source>Other channels</source>
        <translation>其他渠道</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>To export</source>
        <translation>待导出</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>twice on the list</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>on the blocklist</source>
        <translation>黑名单</translation>
    </message>
    <message>
        <source>no consent to marketing</source>
        <translation>未同意营销</translation>
    </message>
    <message>
        <source>reached lately</source>
        <translation>近期已触达</translation>
    </message>
    <message>
        <source>no contact for this channel</source>
        <translation>缺少该渠道联系方式</translation>
    </message>
    <message>
        <source>No table that is known: titles for channel and number, or for inviter and friend, …</source>
        <translation>认不出的表：需要有渠道与发送人数，或邀请人与被邀请人等列名</translation>
    </message>
    <message>
        <source>Figures of channels</source>
        <translation>触达数据</translation>
    </message>
    <message>
        <source>Coupons passed on</source>
        <translation>裂变券</translation>
    </message>
    <message>
        <source>Stored value by account</source>
        <translation>储值余额</translation>
    </message>
    <message>
        <source>Movements of stored value</source>
        <translation>储值流水</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Results of a list</source>
        <translation>清单结果</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>同意记录</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>缺日期</translation>
    </message>
    <message>
        <source>not a date</source>
        <translation>不是日期</translation>
    </message>
    <message>
        <source>lies in the future</source>
        <translation>日期在将来</translation>
    </message>
    <message>
        <source>names nobody</source>
        <translation>缺主键</translation>
    </message>
    <message>
        <source>tells no figure</source>
        <translation>没有数字</translation>
    </message>
    <message>
        <source>not a figure</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>more reached than sent to</source>
        <translation>到达多于发送</translation>
    </message>
    <message>
        <source>a word that nobody knows</source>
        <translation>认不出的词</translation>
    </message>
    <message>
        <source>the same as a row above</source>
        <translation>与上面某行重复</translation>
    </message>
    <message>
        <source>fits nobody on the list</source>
        <translation>对不上清单里的人</translation>
    </message>
    <message>
        <source>sent to {n}</source>
        <translation>发送 {n} 人</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>到达</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>top-up</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>bonus</source>
        <translation>赠送</translation>
    </message>
    <message>
        <source>spent</source>
        <translation>消费</translation>
    </message>
    <message>
        <source>refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>typed by hand</source>
        <translation>手工录入</translation>
    </message>
    <message>
        <source>lists and orders of this program</source>
        <translation>本机清单与订单</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Days after a touch in which an order counts</source>
        <translation>触达后计入成交的天数</translation>
    </message>
    <message>
        <source>Days in which who was reached is left in peace</source>
        <translation>触达后不再打扰的天数</translation>
    </message>
    <message>
        <source>Fewest people that say anything</source>
        <translation>最小样本人数</translation>
    </message>
    <message>
        <source>Days that are compared</source>
        <translation>对比的天数</translation>
    </message>
    <message>
        <source>Share of a list that is held out (%)</source>
        <translation>清单留作对照的比例（%）</translation>
    </message>
    <message>
        <source>Days after which a balance is idle</source>
        <translation>储值多少天未动算沉睡</translation>
    </message>
    <message>
        <source>{channel}: reach (%)</source>
        <translation>{channel}：到达率（%）</translation>
    </message>
    <message>
        <source>{channel}: opened (%)</source>
        <translation>{channel}：打开率（%）</translation>
    </message>
    <message>
        <source>{channel}: cost a person (¥)</source>
        <translation>{channel}：每人成本（¥）</translation>
    </message>
    <message>
        <source>{channel}: ROI (1 : n)</source>
        <translation>{channel}：ROI（1:n）</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Export task list</source>
        <translation>导出任务清单</translation>
    </message>
    <message>
        <source>Choose a place</source>
        <translation>选择保存位置</translation>
    </message>
    <message>
        <source>New task list</source>
        <translation>新建任务清单</translation>
    </message>
    <message>
        <source>Make the list</source>
        <translation>建清单</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>traffic</name>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容对比</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Promotion calendar</source>
        <translation>大促日历</translation>
    </message>
    <message>
        <source>Discover page</source>
        <translation>发现页</translation>
    </message>
    <message>
        <source>Featured / for you</source>
        <translation>精选/推荐</translation>
    </message>
    <message>
        <source>Following page</source>
        <translation>关注页</translation>
    </message>
    <message>
        <source>Nearby page</source>
        <translation>同城页</translation>
    </message>
    <message>
        <source>Live square</source>
        <translation>直播广场</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Mall / shop page</source>
        <translation>商城/店铺页</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>个人主页</translation>
    </message>
    <message>
        <source>Short videos</source>
        <translation>短视频引流</translation>
    </message>
    <message>
        <source>Shares and groups</source>
        <translation>分享/群聊</translation>
    </message>
    <message>
        <source>Ads, standard</source>
        <translation>磁力金牛标准</translation>
    </message>
    <message>
        <source>Other ads</source>
        <translation>其他付费</translation>
    </message>
    <message>
        <source>Site-wide promotion</source>
        <translation>全站推广</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>natural</source>
        <translation>自然</translation>
    </message>
    <message>
        <source>private</source>
        <translation>私域</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>付费</translation>
    </message>
    <message>
        <source>site-wide</source>
        <translation>全站推广</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>No type yet</source>
        <translation>未分类</translation>
    </message>
    <message>
        <source>Live room</source>
        <translation>直播间</translation>
    </message>
    <message>
        <source>Sketch</source>
        <translation>段子</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>测评</translation>
    </message>
    <message>
        <source>Factory tour</source>
        <translation>工厂溯源</translation>
    </message>
    <message>
        <source>Live clip</source>
        <translation>直播切片</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图文</translation>
    </message>
    <message>
        <source>≤ 7 s</source>
        <translation>≤ 7 秒</translation>
    </message>
    <message>
        <source>7–18 s</source>
        <translation>7–18 秒</translation>
    </message>
    <message>
        <source>18–30 s</source>
        <translation>18–30 秒</translation>
    </message>
    <message>
        <source>30–60 s</source>
        <translation>30–60 秒</translation>
    </message>
    <message>
        <source>1–2 min</source>
        <translation>1–2 分</translation>
    </message>
    <message>
        <source>2–5 min</source>
        <translation>2–5 分</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>曝光</translation>
    </message>
    <message>
        <source>Entered the room</source>
        <translation>进入直播间</translation>
    </message>
    <message>
        <source>Saw goods</source>
        <translation>看到商品</translation>
    </message>
    <message>
        <source>Clicked goods</source>
        <translation>点击商品</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>支付</translation>
    </message>
    <message>
        <source>Opened the cart</source>
        <translation>点开小黄车</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>下单</translation>
    </message>
    <message>
        <source>file import</source>
        <translation>文件导入</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>typed by hand</source>
        <translation>手动录入</translation>
    </message>
    <message>
        <source>live page helper</source>
        <translation>采集助手</translation>
    </message>
    <message>
        <source>ads report</source>
        <translation>磁力金牛报表</translation>
    </message>
    <message>
        <source>shop unknown</source>
        <translation>店铺未知</translation>
    </message>
    <message>
        <source>partly of an unknown shop</source>
        <translation>部分数据店铺未知</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Kind of traffic</source>
        <translation>流量类型</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Number of the work</source>
        <translation>作品 ID</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>内容类型</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Plays</source>
        <translation>播放量</translation>
    </message>
    <message>
        <source>Complete plays</source>
        <translation>完播次数</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>完播率</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>停留</translation>
    </message>
    <message>
        <source>Item clicks</source>
        <translation>商品点击次数</translation>
    </message>
    <message>
        <source>Item click rate</source>
        <translation>商品点击率</translation>
    </message>
    <message>
        <source>Paid orders</source>
        <translation>支付订单数</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>转化率</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Share of content</source>
        <translation>内容占比</translation>
    </message>
    <message>
        <source>Share of fans</source>
        <translation>粉丝占比</translation>
    </message>
    <message>
        <source>Traffic sources</source>
        <translation>流量来源</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>作品</translation>
    </message>
    <message>
        <source>No table of traffic</source>
        <translation>不是流量表格</translation>
    </message>
    <message>
        <source>no day</source>
        <translation>没有日期</translation>
    </message>
    <message>
        <source>no day can be read</source>
        <translation>日期读不懂</translation>
    </message>
    <message>
        <source>lies in the future</source>
        <translation>日期还没到</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>没有名称</translation>
    </message>
    <message>
        <source>no figure</source>
        <translation>没有数字</translation>
    </message>
    <message>
        <source>only a share: how many it was is missing</source>
        <translation>只有占比，没有人数或次数</translation>
    </message>
    <message>
        <source>a total: it would count twice</source>
        <translation>合计行，不重复计算</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>读不懂</translation>
    </message>
    <message>
        <source>more than everything</source>
        <translation>超过 100%</translation>
    </message>
    <message>
        <source>stands here twice</source>
        <translation>表里重复</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>known already</source>
        <translation>已有，不变</translation>
    </message>
    <message>
        <source>replaces the former figures</source>
        <translation>更新原有数字</translation>
    </message>
</context>
<context>
    <name>trail</name>
    <message>
        <source>Asked for</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Looked at and declined</source>
        <translation>查看后放弃</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发出</translation>
    </message>
    <message>
        <source>Confirmed by reading back</source>
        <translation>回读确认</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Tried again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Did not arrive</source>
        <translation>未生效</translation>
    </message>
    <message>
        <source>Linked by hand</source>
        <translation>手动关联</translation>
    </message>
    <message>
        <source>Link undone</source>
        <translation>取消关联</translation>
    </message>
    <message>
        <source>Decision taken back</source>
        <translation>撤回人工判断</translation>
    </message>
    <message>
        <source>Deadline noted</source>
        <translation>登记时限</translation>
    </message>
    <message>
        <source>Kept back</source>
        <translation>暂缓发货</translation>
    </message>
    <message>
        <source>Let go again</source>
        <translation>解除暂缓</translation>
    </message>
    <message>
        <source>Hold expired</source>
        <translation>暂缓到期，自动解除</translation>
    </message>
    <message>
        <source>Hold ended: the order is over</source>
        <translation>订单已结束，暂缓随之解除</translation>
    </message>
    <message>
        <source>Buyer&apos;s data revealed</source>
        <translation>已查看买家信息</translation>
    </message>
    <message>
        <source>Buyer&apos;s data not revealed</source>
        <translation>未能查看买家信息</translation>
    </message>
    <message>
        <source>Number taken</source>
        <translation>取到单号</translation>
    </message>
    <message>
        <source>Number voided</source>
        <translation>单号作废</translation>
    </message>
    <message>
        <source>Label printed again</source>
        <translation>补打面单</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>至 {time}</translation>
    </message>
    <message>
        <source>What was done here</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>Nothing was done about it here</source>
        <translation>还没有操作</translation>
    </message>
    <message>
        <source>and {n} earlier; all of it stands in the audit</source>
        <translation>另有更早的 {n} 条，全部记录在审计日志中</translation>
    </message>
    <message>
        <source>and earlier ones; all of it stands in the audit</source>
        <translation>更早的记录见审计日志</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>未署名</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>系统自动</translation>
    </message>
</context>
<context>
    <name>violations</name>
    <message>
        <source>General violation</source>
        <translation>一般违规</translation>
    </message>
    <message>
        <source>Serious violation</source>
        <translation>严重违规</translation>
    </message>
    <message>
        <source>Especially serious violation</source>
        <translation>特别严重违规</translation>
    </message>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Serious</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Gravest</source>
        <translation>特别严重</translation>
    </message>
    <message>
        <source>no appeal</source>
        <translation>不可申诉</translation>
    </message>
    <message>
        <source>{n} working days to appeal</source>
        <translation>申诉期 {n} 个工作日</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>永久影响</translation>
    </message>
    <message>
        <source>weighs {n} days</source>
        <translation>影响 {n} 天</translation>
    </message>
    <message>
        <source>from the day of the notice</source>
        <translation>自通知当日起算</translation>
    </message>
    <message>
        <source>the last day ends at {hour}:00</source>
        <translation>末日 {hour}:00 截止</translation>
    </message>
    <message>
        <source>{when} (safe day)</source>
        <translation>{when}（安全日）</translation>
    </message>
    <message>
        <source>default of the program, the platform&apos;s own page was not seen</source>
        <translation>程序默认值，未见平台原文</translation>
    </message>
    <message>
        <source>{source}, as of {day}</source>
        <translation>{source}，{day}</translation>
    </message>
    <message>
        <source>Appealed</source>
        <translation>申诉中</translation>
    </message>
    <message>
        <source>Appeal won</source>
        <translation>申诉成功</translation>
    </message>
    <message>
        <source>Appeal lost</source>
        <translation>申诉驳回</translation>
    </message>
    <message>
        <source>Mended</source>
        <translation>已整改</translation>
    </message>
    <message>
        <source>No appeal</source>
        <translation>不可申诉</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>To appeal</source>
        <translation>待申诉</translation>
    </message>
    <message>
        <source>Appealed, day {n}</source>
        <translation>申诉中 · 第 {n} 天</translation>
    </message>
    <message>
        <source>Last day, until {time}</source>
        <translation>最后一天，{time} 截止</translation>
    </message>
    <message>
        <source>working days left: {n}</source>
        <translation>剩 {n} 个工作日</translation>
    </message>
    <message>
        <source>−{n} points</source>
        <translation>−{n} 分</translation>
    </message>
    <message>
        <source>fine {money}</source>
        <translation>罚款 {money}</translation>
    </message>
    <message>
        <source>order {number}</source>
        <translation>订单 {number}</translation>
    </message>
    <message>
        <source>{n} orders</source>
        <translation>{n} 笔订单</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Waybills and parcels</source>
        <translation>运单与物流</translation>
    </message>
    <message>
        <source>Chat record</source>
        <translation>会话记录</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>截图</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>申诉说明</translation>
    </message>
    <message>
        <source>Other file</source>
        <translation>其他文件</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Appeal by</source>
        <translation>申诉截止</translation>
    </message>
    <message>
        <source>safe day, the year is not known</source>
        <translation>安全日，该年安排未导入</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>waybill</name>
    <message>
        <source>Reprint {n}</source>
        <translation>补打 {n}</translation>
    </message>
    <message>
        <source>Parcel slip</source>
        <translation>包裹单</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收</translation>
    </message>
    <message>
        <source>From</source>
        <translation>寄</translation>
    </message>
    <message>
        <source>No number yet</source>
        <translation>尚未取号</translation>
    </message>
    <message>
        <source>The shop&apos;s own slip with the carrier&apos;s number; not the official label</source>
        <translation>本店包裹单，单号与快递面单一致；非快递官方面单</translation>
    </message>
    <message>
        <source>Signed by / at</source>
        <translation>签收人 / 时间</translation>
    </message>
    <message>
        <source>Customer&apos;s part</source>
        <translation>客户联</translation>
    </message>
    <message>
        <source>Kuaishou {number}</source>
        <translation>快手单号 {number}</translation>
    </message>
    <message>
        <source>Youzan {number}</source>
        <translation>有赞单号 {number}</translation>
    </message>
    <message>
        <source>Pieces: {n}</source>
        <translation>共 {n} 件</translation>
    </message>
    <message>
        <source>parcel {n} of {all}</source>
        <translation>本单第 {n}/{all} 包</translation>
    </message>
    <message>
        <source>Not to send</source>
        <translation>非待发货</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>已拦下</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>In the queue</source>
        <translation>排队打印</translation>
    </message>
    <message>
        <source>Printed {n}×</source>
        <translation>已打印 {n} 次</translation>
    </message>
    <message>
        <source>Has a number</source>
        <translation>已取号</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>取号失败</translation>
    </message>
    <message>
        <source>Being taken</source>
        <translation>取号中</translation>
    </message>
    <message>
        <source>No number</source>
        <translation>未取号</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>打印中</translation>
    </message>
    <message>
        <source>Reprinted</source>
        <translation>已补打</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>已移出</translation>
    </message>
    <message>
        <source>Numbers left: {n}</source>
        <translation>面单余额 {n} 张</translation>
    </message>
    <message>
        <source>PDF files</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>Pictures (203 dpi)</source>
        <translation>图片（203 dpi）</translation>
    </message>
    <message>
        <source>monthly account</source>
        <translation>月结账号</translation>
    </message>
    <message>
        <source>Settled monthly; no numbers are counted in advance</source>
        <translation>月结，不预充单号</translation>
    </message>
    <message>
        <source>Taken today</source>
        <translation>今日取号</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>To print</source>
        <translation>待打印</translation>
    </message>
    <message>
        <source>Left, printed elsewhere</source>
        <translation>他处打印已发出</translation>
    </message>
    <message>
        <source>Reprints</source>
        <translation>补打</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>Banned</source>
        <translation>禁用</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>举证</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Main picture</source>
        <translation>主图</translation>
    </message>
    <message>
        <source>Detail page</source>
        <translation>详情页</translation>
    </message>
    <message>
        <source>Short video</source>
        <translation>短视频</translation>
    </message>
    <message>
        <source>Live script</source>
        <translation>直播脚本（开播前）</translation>
    </message>
    <message>
        <source>Spoken live</source>
        <translation>直播口播</translation>
    </message>
    <message>
        <source>Customer chat</source>
        <translation>客服聊天</translation>
    </message>
    <message>
        <source>Shop profile</source>
        <translation>店铺简介</translation>
    </message>
    <message>
        <source>Viewers&apos; comments</source>
        <translation>观众留言</translation>
    </message>
    <message>
        <source>Ordinary goods</source>
        <translation>普通商品</translation>
    </message>
    <message>
        <source>Cosmetics</source>
        <translation>化妆品</translation>
    </message>
    <message>
        <source>Food</source>
        <translation>食品</translation>
    </message>
    <message>
        <source>Health food</source>
        <translation>保健食品</translation>
    </message>
    <message>
        <source>Medicine and devices</source>
        <translation>药品器械</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>教育培训</translation>
    </message>
    <message>
        <source>Investment</source>
        <translation>招商投资</translation>
    </message>
    <message>
        <source>denied, not claimed</source>
        <translation>否定表述，例外</translation>
    </message>
    <message>
        <source>a goal, not a claim</source>
        <translation>表达目标，例外</translation>
    </message>
    <message>
        <source>compared within one&apos;s own goods</source>
        <translation>自家商品比较，例外</translation>
    </message>
    <message>
        <source>time, region and source are named</source>
        <translation>写明时间、地域、出处，需举证</translation>
    </message>
    <message>
        <source>a grade of a standard</source>
        <translation>标准等级，例外</translation>
    </message>
    <message>
        <source>a title under state rules</source>
        <translation>国家规定的称号，例外</translation>
    </message>
    <message>
        <source>a safety notice</source>
        <translation>安全提示，例外</translation>
    </message>
    <message>
        <source>says what must not be said</source>
        <translation>说明禁用语，例外</translation>
    </message>
    <message>
        <source>what it is made of</source>
        <translation>成分标注，例外</translation>
    </message>
    <message>
        <source>a figure of the goods</source>
        <translation>参数说明，例外</translation>
    </message>
    <message>
        <source>an order, not a rank</source>
        <translation>次序，例外</translation>
    </message>
    <message>
        <source>praises nothing that is sold</source>
        <translation>并非夸商品，例外</translation>
    </message>
    <message>
        <source>the name of a work</source>
        <translation>作品名称，例外</translation>
    </message>
    <message>
        <source>reads like a buyer&apos;s own words</source>
        <translation>买家口吻</translation>
    </message>
    <message>
        <source>reported, not claimed</source>
        <translation>转述，非宣称</translation>
    </message>
    <message>
        <source>a question</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>marked in the text itself</source>
        <translation>原文中已标注忽略</translation>
    </message>
    <message>
        <source>let pass with a reason</source>
        <translation>已写明理由放行</translation>
    </message>
    <message>
        <source>a function that the approval number states</source>
        <translation>批准文号载明的保健功能</translation>
    </message>
    <message>
        <source>often harmless in a sentence</source>
        <translation>句中多无风险</translation>
    </message>
</context>
</TS>
