<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AddIndexDialog</name>
    <message numerus="yes">
        <source>It has %n plugin(s).</source>
        <translation>
            <numerusform>It has %n plugin.</numerusform>
            <numerusform>It has %n plugins.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AdviceView</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlertRuleDialog</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n firing</source>
        <translation>
            <numerusform>%n firing</numerusform>
            <numerusform>%n firing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n pending</numerusform>
            <numerusform>%n pending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be told</source>
        <translation>
            <numerusform>%n to be told</numerusform>
            <numerusform>%n to be told</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesDialog</name>
    <message numerus="yes">
        <source>%n statement(s), in one transaction</source>
        <translation>
            <numerusform>%n statement, in one transaction</numerusform>
            <numerusform>%n statements, in one transaction</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message numerus="yes">
        <source>%n statement(s) empty or drop something, or change every row of a table.</source>
        <translation>
            <numerusform>%n statement empty or drop something, or change every row of a table.</numerusform>
            <numerusform>%n statements empty or drop something, or change every row of a table.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) may change data or definitions.</source>
        <translation>
            <numerusform>%n statement may change data or definitions.</numerusform>
            <numerusform>%n statements may change data or definitions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionsFeature</name>
    <message numerus="yes">
        <source>%n connection(s) were added.</source>
        <translation>
            <numerusform>%n connection were added.</numerusform>
            <numerusform>%n connections were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) were written to {path}; no secret is in it.</source>
        <translation>
            <numerusform>%n connection were written to {path}; no secret is in it.</numerusform>
            <numerusform>%n connections were written to {path}; no secret is in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveriesPart</name>
    <message numerus="yes">
        <source>%n delivery(s) will be sent again.</source>
        <translation>
            <numerusform>%n delivery will be sent again.</numerusform>
            <numerusform>%n deliveries will be sent again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message numerus="yes">
        <source>%n more part(s) are not shown.</source>
        <translation>
            <numerusform>%n more part is not shown.</numerusform>
            <numerusform>%n more parts are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditorFind</name>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndSessionsDialog</name>
    <message numerus="yes">
        <source>Cancel the statements of %n session(s)?</source>
        <translation>
            <numerusform>Cancel the statement of %n session?</numerusform>
            <numerusform>Cancel the statements of %n sessions?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End %n session(s)?</source>
        <translation>
            <numerusform>End %n session?</numerusform>
            <numerusform>End %n sessions?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndpointDialog</name>
    <message numerus="yes">
        <source>%n connections</source>
        <translation>
            <numerusform>%n connection</numerusform>
            <numerusform>%n connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventsFilters</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportFeature</name>
    <message numerus="yes">
        <source>%n background job(s) still run(s).</source>
        <translation>
            <numerusform>%n background job still runs.</numerusform>
            <numerusform>%n background jobs still run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied to the clipboard.</source>
        <translation>
            <numerusform>%n row copied to the clipboard.</numerusform>
            <numerusform>%n rows copied to the clipboard.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportOffers</name>
    <message numerus="yes">
        <source>%n row(s) as shown</source>
        <translation>
            <numerusform>%n row as shown</numerusform>
            <numerusform>%n rows as shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected row(s)</source>
        <translation>
            <numerusform>%n selected row</numerusform>
            <numerusform>%n selected rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message numerus="yes">
        <source>%n more field(s) are not shown.</source>
        <translation>
            <numerusform>%n more field is not shown.</numerusform>
            <numerusform>%n more fields are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupDialog</name>
    <message numerus="yes">
        <source>All %n connection(s) of this group</source>
        <translation>
            <numerusform>All %n connection of this group</numerusform>
            <numerusform>All %n connections of this group</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) affected</source>
        <translation>
            <numerusform>%n row affected</numerusform>
            <numerusform>%n rows affected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n connection(s) of {program}. Passwords stay there and are asked for.</source>
        <translation>
            <numerusform>%n connection of {program}. Passwords stay there and are asked for.</numerusform>
            <numerusform>%n connections of {program}. Passwords stay there and are asked for.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n</source>
        <translation>
            <numerusform>Add %n</numerusform>
            <numerusform>Add %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) in {time}</source>
        <translation>
            <numerusform>%n row in {time}</numerusform>
            <numerusform>%n rows in {time}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManualWindow</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MetricForm</name>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n connection</numerusform>
            <numerusform>%n connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MetricsDialog</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PanelLegend</name>
    <message numerus="yes">
        <source>%n more series</source>
        <translation>
            <numerusform>%n more series</numerusform>
            <numerusform>%n more series</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PanelView</name>
    <message numerus="yes">
        <source>%n smaller series not drawn</source>
        <translation>
            <numerusform>%n smaller series not drawn</numerusform>
            <numerusform>%n smaller series not drawn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PluginDetail</name>
    <message numerus="yes">
        <source>%n call(s) failed</source>
        <translation>
            <numerusform>%n call failed</numerusform>
            <numerusform>%n calls failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) without answer in time</source>
        <translation>
            <numerusform>%n call without answer in time</numerusform>
            <numerusform>%n calls without answer in time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n restart(s)</source>
        <translation>
            <numerusform>%n restart</numerusform>
            <numerusform>%n restarts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PluginsTools</name>
    <message numerus="yes">
        <source>Later versions of %n plugin(s) can be had.</source>
        <translation>
            <numerusform>Later versions of %n plugin can be had.</numerusform>
            <numerusform>Later versions of %n plugins can be had.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PluginsView</name>
    <message numerus="yes">
        <source>%n plugin(s) were updated.</source>
        <translation>
            <numerusform>%n plugin were updated.</numerusform>
            <numerusform>%n plugins were updated.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultPane</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) affected</source>
        <translation>
            <numerusform>%n row affected</numerusform>
            <numerusform>%n rows affected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Schedules</name>
    <message numerus="yes">
        <source>%n schedule(s)</source>
        <translation>
            <numerusform>%n schedule</numerusform>
            <numerusform>%n schedules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScriptRunning</name>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) affected</source>
        <translation>
            <numerusform>%n row affected</numerusform>
            <numerusform>%n rows affected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s)</source>
        <translation>
            <numerusform>%n statement</numerusform>
            <numerusform>%n statements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message numerus="yes">
        <source>%n connection(s) monitored</source>
        <translation>
            <numerusform>%n connection monitored</numerusform>
            <numerusform>%n connections monitored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>%n endpoint</numerusform>
            <numerusform>%n endpoints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n schedule(s)</source>
        <translation>
            <numerusform>%n schedule</numerusform>
            <numerusform>%n schedules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionDetail</name>
    <message numerus="yes">
        <source>%n session(s) chosen</source>
        <translation>
            <numerusform>%n session chosen</numerusform>
            <numerusform>%n sessions chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message numerus="yes">
        <source>%n session(s) wait</source>
        <translation>
            <numerusform>%n session waits</numerusform>
            <numerusform>%n sessions wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s)</source>
        <translation>
            <numerusform>%n waits</numerusform>
            <numerusform>%n wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionsLine</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionsPart</name>
    <message numerus="yes">
        <source>%n session(s) told to end.</source>
        <translation>
            <numerusform>%n session was told to end.</numerusform>
            <numerusform>%n sessions were told to end.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) cancelled.</source>
        <translation>
            <numerusform>%n statement was cancelled.</numerusform>
            <numerusform>%n statements were cancelled.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsView</name>
    <message numerus="yes">
        <source>%n setting(s)</source>
        <translation>
            <numerusform>%n setting</numerusform>
            <numerusform>%n settings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatementsView</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s)</source>
        <translation>
            <numerusform>%n statement</numerusform>
            <numerusform>%n statements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableAsking</name>
    <message numerus="yes">
        <source>%n change(s) of {table} are not saved.</source>
        <translation>
            <numerusform>%n change of {table} are not saved.</numerusform>
            <numerusform>%n changes of {table} are not saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take back what is staged in %n row(s)?</source>
        <translation>
            <numerusform>Take back what is staged in %n row?</numerusform>
            <numerusform>Take back what is staged in %n rows?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableFooter</name>
    <message numerus="yes">
        <source>%n change(s) not saved</source>
        <translation>
            <numerusform>%n change not saved</numerusform>
            <numerusform>%n changes not saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n delete(s)</source>
        <translation>
            <numerusform>%n delete</numerusform>
            <numerusform>%n deletes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n insert(s)</source>
        <translation>
            <numerusform>%n insert</numerusform>
            <numerusform>%n inserts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) loaded</source>
        <translation>
            <numerusform>%n row loaded</numerusform>
            <numerusform>%n rows loaded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), all of them</source>
        <translation>
            <numerusform>%n row, all of them</numerusform>
            <numerusform>%n rows, all of them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n update(s)</source>
        <translation>
            <numerusform>%n update</numerusform>
            <numerusform>%n updates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableKeeping</name>
    <message numerus="yes">
        <source>%n change(s) that were not saved are here again. Nothing was sent.</source>
        <translation>
            <numerusform>%n change that were not saved are here again. Nothing was sent.</numerusform>
            <numerusform>%n changes that were not saved are here again. Nothing was sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were being saved when Lapwing ended. Whether they were is not known: look at the rows before you save them again.</source>
        <translation>
            <numerusform>%n change were being saved when Lapwing ended. Whether they were is not known: look at the rows before you save them again.</numerusform>
            <numerusform>%n changes were being saved when Lapwing ended. Whether they were is not known: look at the rows before you save them again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableTab</name>
    <message numerus="yes">
        <source>%n change(s) made; commit to keep them.</source>
        <translation>
            <numerusform>%n change made; commit to keep them.</numerusform>
            <numerusform>%n changes made; commit to keep them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not saved</source>
        <translation>
            <numerusform>%n change not saved</numerusform>
            <numerusform>%n changes not saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) saved.</source>
        <translation>
            <numerusform>%n change saved.</numerusform>
            <numerusform>%n changes saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeChart</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ValueDialog</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ValueView</name>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n element</numerusform>
            <numerusform>%n elements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>browser</name>
    <message numerus="yes">
        <source>Hide %n schema(s) again</source>
        <translation>
            <numerusform>Hide %n schema again</numerusform>
            <numerusform>Hide %n schemas again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n hidden schema(s)</source>
        <translation>
            <numerusform>Show %n hidden schema</numerusform>
            <numerusform>Show %n hidden schemas</numerusform>
        </translation>
    </message>
</context>
</TS>
