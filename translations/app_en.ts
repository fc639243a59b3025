<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AcceptDialog</name>
    <message numerus="yes">
        <source>Link %n goods</source>
        <translation>
            <numerusform>Link %n item</numerusform>
            <numerusform>Link %n goods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggest goods that another of them suggests, too: left out.</source>
        <translation>
            <numerusform>%n suggests goods that another of them suggests, too: left out.</numerusform>
            <numerusform>%n suggest goods that another of them suggests, too: left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have no suggestion that is free: left out.</source>
        <translation>
            <numerusform>%n has no suggestion that is free: left out.</numerusform>
            <numerusform>%n have no suggestion that is free: left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n goods linked.</source>
        <translation>
            <numerusform>%n item linked.</numerusform>
            <numerusform>%n goods linked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message numerus="yes">
        <source>%n shop(s)</source>
        <translation>
            <numerusform>%n shop</numerusform>
            <numerusform>%n shops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channel link(s)</source>
        <translation>
            <numerusform>%n channel link</numerusform>
            <numerusform>%n channel links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AdviceCard</name>
    <message numerus="yes">
        <source>%n item(s) with enough orders</source>
        <translation>
            <numerusform>%n item with enough orders</numerusform>
            <numerusform>%n items with enough orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message numerus="yes">
        <source>%n row(s), by the filters and in the order of the list</source>
        <translation>
            <numerusform>%n row, by the filters and in the order of the list</numerusform>
            <numerusform>%n rows, by the filters and in the order of the list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BacktestCard</name>
    <message numerus="yes">
        <source>%n round(s)</source>
        <translation>
            <numerusform>%n round</numerusform>
            <numerusform>%n rounds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BiFolder</name>
    <message numerus="yes">
        <source>%n row(s) in {tables} tables written</source>
        <translation>
            <numerusform>%n row in {tables} tables written</numerusform>
            <numerusform>%n rows in {tables} tables written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarView</name>
    <message numerus="yes">
        <source>%n task(s) planned back from the day</source>
        <translation>
            <numerusform>%n task planned back from the day</numerusform>
            <numerusform>%n tasks planned back from the day</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message numerus="yes">
        <source>%n order(s) without a named buyer</source>
        <translation>
            <numerusform>%n order without a named buyer</numerusform>
            <numerusform>%n orders without a named buyer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n show(s)</source>
        <translation>
            <numerusform>%n show</numerusform>
            <numerusform>%n shows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>vs the %n day(s) before</source>
        <translation>
            <numerusform>vs the day before</numerusform>
            <numerusform>vs the %n days before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClaimsCard</name>
    <message numerus="yes">
        <source>and %n more: look for them</source>
        <translation>
            <numerusform>and %n more: look for it</numerusform>
            <numerusform>and %n more: look for them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompletionCard</name>
    <message numerus="yes">
        <source>by length · works of the last %n day(s)</source>
        <translation>
            <numerusform>by length · last day</numerusform>
            <numerusform>by length · last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a length</source>
        <translation>
            <numerusform>%n without a length</numerusform>
            <numerusform>%n without a length</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a completion</source>
        <translation>
            <numerusform>%n without a completion</numerusform>
            <numerusform>%n without a completion</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n longer than 5 min</source>
        <translation>
            <numerusform>%n longer than 5 min</numerusform>
            <numerusform>%n longer than 5 min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConditionsCard</name>
    <message numerus="yes">
        <source>%n fit</source>
        <translation>
            <numerusform>%n fits</numerusform>
            <numerusform>%n fit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n may be reached (agreed to messages)</source>
        <translation>
            <numerusform>%n may be reached (agreed to messages)</numerusform>
            <numerusform>%n may be reached (agreed to messages)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n purchase(s)</source>
        <translation>
            <numerusform>%n purchase</numerusform>
            <numerusform>%n purchases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n row(s) can be kept</source>
        <translation>
            <numerusform>%n row can be kept</numerusform>
            <numerusform>%n rows can be kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n known already</numerusform>
            <numerusform>%n known already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) cannot be kept</source>
        <translation>
            <numerusform>%n row cannot be kept</numerusform>
            <numerusform>%n rows cannot be kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are too many at once and left out</source>
        <translation>
            <numerusform>%n row is too many at once and left out</numerusform>
            <numerusform>%n rows are too many at once and left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %n are shown</source>
        <translation>
            <numerusform>the first %n is shown</numerusform>
            <numerusform>the first %n are shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) kept</source>
        <translation>
            <numerusform>%n row kept</numerusform>
            <numerusform>%n rows kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fit nobody</source>
        <translation>
            <numerusform>%n fits nobody</numerusform>
            <numerusform>%n fit nobody</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CouponsCard</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>cost missing in %n row(s)</source>
        <translation>
            <numerusform>cost missing in %n row</numerusform>
            <numerusform>cost missing in %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invited himself</source>
        <translation>
            <numerusform>%n invited himself</numerusform>
            <numerusform>%n invited themselves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n circle(s)</source>
        <translation>
            <numerusform>%n circle</numerusform>
            <numerusform>%n circles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invited a second time: the first counts</source>
        <translation>
            <numerusform>%n invited a second time: the first counts</numerusform>
            <numerusform>%n invited a second time: the first counts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerBody</name>
    <message numerus="yes">
        <source>linked orders name %n more buyer(s): joined with none</source>
        <translation>
            <numerusform>linked orders name %n more buyer: joined with none</numerusform>
            <numerusform>linked orders name %n more buyers: joined with none</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>All %n labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerFoot</name>
    <message numerus="yes">
        <source>%n customer(s) selected</source>
        <translation>
            <numerusform>%n customer selected</numerusform>
            <numerusform>%n customers selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerListView</name>
    <message numerus="yes">
        <source>%n cell(s) of the matrix</source>
        <translation>
            <numerusform>%n cell of the matrix</numerusform>
            <numerusform>%n cells of the matrix</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen customer(s)</source>
        <translation>
            <numerusform>%n chosen customer</numerusform>
            <numerusform>%n chosen customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dispatch</name>
    <message numerus="yes">
        <source>%n taken back</source>
        <translation>
            <numerusform>%n taken back</numerusform>
            <numerusform>%n taken back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be taken back any more</source>
        <translation>
            <numerusform>%n could not be taken back any more</numerusform>
            <numerusform>%n could not be taken back any more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>%n variant</numerusform>
            <numerusform>%n variants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more: bring them in step from the table</source>
        <translation>
            <numerusform>%n more: bring it in step from the table</numerusform>
            <numerusform>%n more: bring them in step from the table</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EquationCard</name>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExperimentTable</name>
    <message numerus="yes">
        <source>%n experiment(s)</source>
        <translation>
            <numerusform>%n experiment</numerusform>
            <numerusform>%n experiments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message numerus="yes">
        <source>%n row(s) exported</source>
        <translation>
            <numerusform>%n row exported</numerusform>
            <numerusform>%n rows exported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FansCard</name>
    <message numerus="yes">
        <source>had interacted in one of the %n show(s) before</source>
        <translation>
            <numerusform>had interacted in the one show before</numerusform>
            <numerusform>had interacted in one of the %n shows before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) without a buyer left out</source>
        <translation>
            <numerusform>%n order without a buyer left out</numerusform>
            <numerusform>%n orders without a buyer left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message numerus="yes">
        <source>%n show(s)</source>
        <translation>
            <numerusform>%n show</numerusform>
            <numerusform>%n shows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForecastCard</name>
    <message numerus="yes">
        <source>next %n day(s)</source>
        <translation>
            <numerusform>next %n day</numerusform>
            <numerusform>next %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Orders · %n day(s)</source>
        <translation>
            <numerusform>Orders · %n day</numerusform>
            <numerusform>Orders · %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForecastView</name>
    <message numerus="yes">
        <source>%n day(s) of ad spend kept</source>
        <translation>
            <numerusform>%n day of ad spend kept</numerusform>
            <numerusform>%n days of ad spend kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GivingDialog</name>
    <message numerus="yes">
        <source>%n ticket(s) given out</source>
        <translation>
            <numerusform>%n ticket given out</numerusform>
            <numerusform>%n tickets given out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemFoot</name>
    <message numerus="yes">
        <source>%n goods selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemSheet</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>%n variant</numerusform>
            <numerusform>%n variants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without counterpart</source>
        <translation>
            <numerusform>%n without counterpart</numerusform>
            <numerusform>%n without counterparts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeepBar</name>
    <message numerus="yes">
        <source>%n order(s) may leave again</source>
        <translation>
            <numerusform>%n order may leave again</numerusform>
            <numerusform>%n orders may leave again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are kept back</source>
        <translation>
            <numerusform>%n order is kept back</numerusform>
            <numerusform>%n orders are kept back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them is (are) kept back already and get(s) the new reason.</source>
        <translation>
            <numerusform>%n of them is kept back already and gets the new reason.</numerusform>
            <numerusform>%n of them are kept back already and get the new reason.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %n order(s) back</source>
        <translation>
            <numerusform>Keep %n order back</numerusform>
            <numerusform>Keep %n orders back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Let %n order(s) go</source>
        <translation>
            <numerusform>Let %n order go</numerusform>
            <numerusform>Let %n orders go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the chosen stayed as it is (as they are)</source>
        <translation>
            <numerusform>%n of the chosen stayed as it is</numerusform>
            <numerusform>%n of the chosen stayed as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting command(s) taken out of the outbox</source>
        <translation>
            <numerusform>%n waiting command taken out of the outbox</numerusform>
            <numerusform>%n waiting commands taken out of the outbox</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>too late for %n: already sent to the platform</source>
        <translation>
            <numerusform>too late for %n: already sent to the platform</numerusform>
            <numerusform>too late for %n: already sent to the platform</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelsDialog</name>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LackingCard</name>
    <message numerus="yes">
        <source>in about %n day(s)</source>
        <translation>
            <numerusform>in about %n day</numerusform>
            <numerusform>in about %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LaneBoard</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LaneView</name>
    <message numerus="yes">
        <source>Of %n ticket(s) no amount is known</source>
        <translation>
            <numerusform>Of %n ticket no amount is known</numerusform>
            <numerusform>Of %n tickets no amount is known</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LessonsCard</name>
    <message numerus="yes">
        <source>%n mark(s) cannot be judged: too few people, or another one within 3 minutes</source>
        <translation>
            <numerusform>%n mark cannot be judged: too few people, or another one within 3 minutes</numerusform>
            <numerusform>%n marks cannot be judged: too few people, or another one within 3 minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cut(s)</source>
        <translation>
            <numerusform>%n cut</numerusform>
            <numerusform>%n cuts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Linker</name>
    <message numerus="yes">
        <source>Leave %n goods without a link?</source>
        <translation>
            <numerusform>Leave %n item without a link?</numerusform>
            <numerusform>Leave %n goods without a link?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n goods stay without a link</source>
        <translation>
            <numerusform>%n item stays without a link</numerusform>
            <numerusform>%n goods stay without a link</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n goods linked</source>
        <translation>
            <numerusform>%n item linked</numerusform>
            <numerusform>%n goods linked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatchDialog</name>
    <message numerus="yes">
        <source>Link %n goods</source>
        <translation>
            <numerusform>Link %n item</numerusform>
            <numerusform>Link %n goods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n goods linked.</source>
        <translation>
            <numerusform>%n item linked.</numerusform>
            <numerusform>%n goods linked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatrixCard</name>
    <message numerus="yes">
        <source>%n order(s) without a named buyer are left out</source>
        <translation>
            <numerusform>%n order without a named buyer is left out</numerusform>
            <numerusform>%n orders without a named buyer are left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatrixGrid</name>
    <message numerus="yes">
        <source> · margin of %n unknown: costs of goods are missing</source>
        <translation>
            <numerusform> · margin of %n unknown: costs of goods are missing</numerusform>
            <numerusform> · margin of %n unknown: costs of goods are missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MembersCard</name>
    <message numerus="yes">
        <source>%n member(s) without a Youzan ID count among the others</source>
        <translation>
            <numerusform>%n member without a Youzan ID counts among the others</numerusform>
            <numerusform>%n members without a Youzan ID count among the others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoneyCard</name>
    <message numerus="yes">
        <source>%n order(s), not counted</source>
        <translation>
            <numerusform>%n order, not counted</numerusform>
            <numerusform>%n orders, not counted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) do not say where</source>
        <translation>
            <numerusform>%n order does not say where</numerusform>
            <numerusform>%n orders do not say where</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) in these hours</source>
        <translation>
            <numerusform>%n order in these hours</numerusform>
            <numerusform>%n orders in these hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) refunded</source>
        <translation>
            <numerusform>%n order refunded</numerusform>
            <numerusform>%n orders refunded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MonthCard</name>
    <message numerus="yes">
        <source>%n day(s) left in {month}</source>
        <translation>
            <numerusform>%n day left in {month}</numerusform>
            <numerusform>%n days left in {month}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message numerus="yes">
        <source>%n view(s) are kept already; remove one first</source>
        <translation>
            <numerusform>%n view is kept already; remove it first</numerusform>
            <numerusform>%n views are kept already; remove one first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Need</name>
    <message numerus="yes">
        <source>enough in %n day(s)</source>
        <translation>
            <numerusform>enough in %n day</numerusform>
            <numerusform>enough in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NextLive</name>
    <message numerus="yes">
        <source>%n cue(s)</source>
        <translation>
            <numerusform>%n cue</numerusform>
            <numerusform>%n cues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) of the run sheet in stock</source>
        <translation>
            <numerusform>%n item of the run sheet in stock</numerusform>
            <numerusform>%n items of the run sheet in stock</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteBar</name>
    <message numerus="yes">
        <source>%n note(s) were refused</source>
        <translation>
            <numerusform>%n note was refused</numerusform>
            <numerusform>%n notes were refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message numerus="yes">
        <source>Note on %n order(s)</source>
        <translation>
            <numerusform>Note on %n order</numerusform>
            <numerusform>Note on %n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderSheet</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message numerus="yes">
        <source>%n orders copied</source>
        <translation>
            <numerusform>%n order copied</numerusform>
            <numerusform>%n orders copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutboxPanel</name>
    <message numerus="yes">
        <source>Take back all %n waiting</source>
        <translation>
            <numerusform>Take back the one waiting</numerusform>
            <numerusform>Take back all %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewView</name>
    <message numerus="yes">
        <source>%n day(s) left in {month}</source>
        <translation>
            <numerusform>%n day left in {month}</numerusform>
            <numerusform>%n days left in {month}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not pass</source>
        <translation>
            <numerusform>%n did not pass</numerusform>
            <numerusform>%n did not pass</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) did not pass and are left out</source>
        <translation>
            <numerusform>%n price did not pass and is left out</numerusform>
            <numerusform>%n prices did not pass and are left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Push %n change(s)</source>
        <translation>
            <numerusform>Push %n change</numerusform>
            <numerusform>Push %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Printers</name>
    <message numerus="yes">
        <source>%n label(s) today</source>
        <translation>
            <numerusform>%n label today</numerusform>
            <numerusform>%n labels today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) wait in the print queue</source>
        <translation>
            <numerusform>%n label waits in the print queue</numerusform>
            <numerusform>%n labels wait in the print queue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProductsPage</name>
    <message numerus="yes">
        <source>%n merchant code(s) copied</source>
        <translation>
            <numerusform>%n merchant code copied</numerusform>
            <numerusform>%n merchant codes copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProofCard</name>
    <message numerus="yes">
        <source>%n not due yet</source>
        <translation>
            <numerusform>%n not due yet</numerusform>
            <numerusform>%n not due yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RaceBoard</name>
    <message numerus="yes">
        <source>%n more show(s) needed to compare with</source>
        <translation>
            <numerusform>%n more show needed to compare with</numerusform>
            <numerusform>%n more shows needed to compare with</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecapRoom</name>
    <message numerus="yes">
        <source>%n opening(s) stitched</source>
        <translation>
            <numerusform>%n opening stitched</numerusform>
            <numerusform>%n openings stitched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomFunnel</name>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>last day</numerusform>
            <numerusform>last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n show(s)</source>
        <translation>
            <numerusform>%n show</numerusform>
            <numerusform>%n shows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomSteps</name>
    <message numerus="yes">
        <source> · of %n show(s)</source>
        <translation>
            <numerusform> · of %n show</numerusform>
            <numerusform> · of %n shows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> · of %n day(s)</source>
        <translation>
            <numerusform> · of %n day</numerusform>
            <numerusform> · of %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunSheetCard</name>
    <message numerus="yes">
        <source>%n cue(s) left out: minors are protected</source>
        <translation>
            <numerusform>%n cue left out: minors are protected</numerusform>
            <numerusform>%n cues left out: minors are protected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message numerus="yes">
        <source>%n proof(s) of this period</source>
        <translation>
            <numerusform>%n proof of this period</numerusform>
            <numerusform>%n proofs of this period</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SegmentsView</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionView</name>
    <message numerus="yes">
        <source>and %n more item(s)</source>
        <translation>
            <numerusform>and %n more item</numerusform>
            <numerusform>and %n more items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) with enough orders</source>
        <translation>
            <numerusform>%n item with enough orders</numerusform>
            <numerusform>%n items with enough orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShipBar</name>
    <message numerus="yes">
        <source>%n row(s) saved with the reason</source>
        <translation>
            <numerusform>%n row saved with the reason</numerusform>
            <numerusform>%n rows saved with the reason</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were not shipped</source>
        <translation>
            <numerusform>%n row was not shipped</numerusform>
            <numerusform>%n rows were not shipped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShipDialog</name>
    <message numerus="yes">
        <source>%n number(s) to look at</source>
        <translation>
            <numerusform>%n number to look at</numerusform>
            <numerusform>%n numbers to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ship %n order(s)</source>
        <translation>
            <numerusform>Ship %n order</numerusform>
            <numerusform>Ship %n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShipStrip</name>
    <message numerus="yes">
        <source>%n kept back</source>
        <translation>
            <numerusform>%n kept back</numerusform>
            <numerusform>%n kept back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) to hand on</source>
        <translation>
            <numerusform>%n number to hand on</numerusform>
            <numerusform>%n numbers to hand on</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShowHead</name>
    <message numerus="yes">
        <source>%n opening(s) stitched</source>
        <translation>
            <numerusform>%n opening stitched</numerusform>
            <numerusform>%n openings stitched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message numerus="yes">
        <source>%n banned finding(s) open: say why you sign all the same.</source>
        <translation>
            <numerusform>%n banned finding open: say why you sign all the same.</numerusform>
            <numerusform>%n banned findings open: say why you sign all the same.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signatures</name>
    <message numerus="yes">
        <source>%n banned finding(s) open: whoever signs gives a reason.</source>
        <translation>
            <numerusform>%n banned finding open: whoever signs gives a reason.</numerusform>
            <numerusform>%n banned findings open: whoever signs gives a reason.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SliceTable</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> · %n without an amount</source>
        <translation>
            <numerusform> · %n without an amount</numerusform>
            <numerusform> · %n without an amount</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourcesView</name>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>Last day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StackChart</name>
    <message numerus="yes">
        <source>%n row(s) tell only the other measure</source>
        <translation>
            <numerusform>%n row tells only the other measure</numerusform>
            <numerusform>%n rows tell only the other measure</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoredCard</name>
    <message numerus="yes">
        <source>%n with a balance</source>
        <translation>
            <numerusform>%n with a balance</numerusform>
            <numerusform>%n with a balance</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n nobody knows when it moved</source>
        <translation>
            <numerusform>of %n nobody knows when it moved</numerusform>
            <numerusform>of %n nobody knows when it moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) do not come out even</source>
        <translation>
            <numerusform>%n account does not come out even</numerusform>
            <numerusform>%n accounts do not come out even</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) come out even</source>
        <translation>
            <numerusform>%n account comes out even</numerusform>
            <numerusform>%n accounts come out even</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Strips</name>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n highlight</numerusform>
            <numerusform>%n highlights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableFoot</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskCard</name>
    <message numerus="yes">
        <source>%n row(s) fit nobody</source>
        <translation>
            <numerusform>%n row fits nobody</numerusform>
            <numerusform>%n rows fit nobody</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TasksView</name>
    <message numerus="yes">
        <source>%n people exported</source>
        <translation>
            <numerusform>%n person exported</numerusform>
            <numerusform>%n people exported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TicketPeople</name>
    <message numerus="yes">
        <source>%n ticket(s) given to {who}</source>
        <translation>
            <numerusform>%n ticket given to {who}</numerusform>
            <numerusform>%n tickets given to {who}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrafficKinds</name>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>last day</numerusform>
            <numerusform>last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n work(s)</source>
        <translation>
            <numerusform>%n work</numerusform>
            <numerusform>%n works</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrafficSplitCard</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n show(s) also told a split by their page: not used, that day was imported</source>
        <translation>
            <numerusform>%n show also told a split by its page: not used, that day was imported</numerusform>
            <numerusform>%n shows also told a split by their pages: not used, those days were imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ValueCard</name>
    <message numerus="yes">
        <source>%n order(s) without a named buyer are left out</source>
        <translation>
            <numerusform>%n order without a named buyer is left out</numerusform>
            <numerusform>%n orders without a named buyer are left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VoidDialog</name>
    <message numerus="yes">
        <source>Void %n number(s)</source>
        <translation>
            <numerusform>Void %n number</numerusform>
            <numerusform>Void %n numbers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaybillBar</name>
    <message numerus="yes">
        <source>%n number(s) were not asked for</source>
        <translation>
            <numerusform>%n number was not asked for</numerusform>
            <numerusform>%n numbers were not asked for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Print %n label(s) again</source>
        <translation>
            <numerusform>Print %n label again</numerusform>
            <numerusform>Print %n labels again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) in the print queue</source>
        <translation>
            <numerusform>%n label in the print queue</numerusform>
            <numerusform>%n labels in the print queue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaybillDialog</name>
    <message numerus="yes">
        <source>%n parcel(s)</source>
        <translation>
            <numerusform>%n parcel</numerusform>
            <numerusform>%n parcels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Void %n number(s)…</source>
        <translation>
            <numerusform>Void %n number…</numerusform>
            <numerusform>Void %n numbers…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held back</source>
        <translation>
            <numerusform>%n held back</numerusform>
            <numerusform>%n held back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n number(s)</source>
        <translation>
            <numerusform>Take %n number</numerusform>
            <numerusform>Take %n numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Print %n label(s)</source>
        <translation>
            <numerusform>Print %n label</numerusform>
            <numerusform>Print %n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them again: marked, the number stays</source>
        <translation>
            <numerusform>%n of them again: marked, the number stays</numerusform>
            <numerusform>%n of them again: marked, the numbers stay</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaybillSpool</name>
    <message numerus="yes">
        <source>%n label(s) wait to be printed</source>
        <translation>
            <numerusform>%n label waits to be printed</numerusform>
            <numerusform>%n labels wait to be printed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorksCard</name>
    <message numerus="yes">
        <source>%n work(s)</source>
        <translation>
            <numerusform>%n work</numerusform>
            <numerusform>%n works</numerusform>
        </translation>
    </message>
</context>
</TS>
