<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>A workbench for databases.</source>
        <translation>Eine Werkbank für Datenbanken.</translation>
    </message>
    <message>
        <source>About Lapwing</source>
        <translation>Über Lapwing</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copied. Have a look at it before you pass it on.</source>
        <translation>Kopiert. Sehen Sie es sich an, bevor Sie es weitergeben.</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Drivers</source>
        <translation>Treiber</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Open the folder of logs</source>
        <translation>Ordner der Protokolle öffnen</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The folder could not be opened: {folder}</source>
        <translation>Der Ordner konnte nicht geöffnet werden: {folder}</translation>
    </message>
    <message>
        <source>Version {version} · MIT licence</source>
        <translation>Version {version} · MIT-Lizenz</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Versions, folders and files, for a report: no secrets, no names of servers, no SQL</source>
        <translation>Versionen, Ordner und Dateien für einen Bericht: keine Geheimnisse, keine Namen von Servern, kein SQL</translation>
    </message>
</context>
<context>
    <name>AddIndexDialog</name>
    <message>
        <source>Accept the key</source>
        <translation>Schlüssel annehmen</translation>
    </message>
    <message>
        <source>Add index</source>
        <translation>Verzeichnis hinzufügen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>An index lists plugins, with a hash of each, and is signed. Who signs it vouches for them.</source>
        <translation>Ein Verzeichnis nennt Plugins mit ihren Prüfsummen und ist signiert. Wer es signiert, bürgt für sie.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Compare key</source>
        <translation>Schlüssel vergleichen</translation>
    </message>
    <message>
        <source>Compare this key with what the owner of the index tells elsewhere: by telephone, on paper, on another page. Who could give you another index could also tell you another key here.</source>
        <translation>Vergleichen Sie diesen Schlüssel mit dem, was der Besitzer des Verzeichnisses anderswo nennt: am Telefon, auf Papier, auf einer anderen Seite. Wer Ihnen ein anderes Verzeichnis unterschieben könnte, könnte hier auch einen anderen Schlüssel nennen.</translation>
    </message>
    <message>
        <source>I have compared it: it is the same key</source>
        <translation>Ich habe ihn verglichen: Es ist derselbe Schlüssel</translation>
    </message>
    <message>
        <source>Indexes (*.json)</source>
        <translation>Verzeichnisse (*.json)</translation>
    </message>
    <message>
        <source>It WAS valid until {day}.</source>
        <translation>Es WAR gültig bis {day}.</translation>
    </message>
    <message numerus="yes">
        <source>It has %n plugin(s).</source>
        <translation>
            <numerusform>Es hat %n Plugin.</numerusform>
            <numerusform>Es hat %n Plugins.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is valid until {day}.</source>
        <translation>Es ist gültig bis {day}.</translation>
    </message>
    <message>
        <source>It was made on {day}.</source>
        <translation>Es wurde am {day} erstellt.</translation>
    </message>
    <message>
        <source>It was signed by {key} until now. That seldom changes: ask its owner why.</source>
        <translation>Bisher war es von {key} signiert. Das ändert sich selten: Fragen Sie seinen Besitzer, warum.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Open index</source>
        <translation>Verzeichnis öffnen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>SIGNED BY</source>
        <translation>SIGNIERT VON</translation>
    </message>
    <message>
        <source>https://… or the path of a file</source>
        <translation>https://… oder der Pfad einer Datei</translation>
    </message>
</context>
<context>
    <name>AddKeyDialog</name>
    <message>
        <source>Add key</source>
        <translation>Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Open key</source>
        <translation>Schlüssel öffnen</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Öffentlicher Schlüssel</translation>
    </message>
    <message>
        <source>Public keys (*.pub)</source>
        <translation>Öffentliche Schlüssel (*.pub)</translation>
    </message>
    <message>
        <source>This is no ed25519 key in base64.</source>
        <translation>Das ist kein ed25519-Schlüssel in Base64.</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>What this key signs counts as signed from now on. Take it only from who it belongs to, or compare its fingerprint with them.</source>
        <translation>Was dieser Schlüssel signiert, gilt von nun an als signiert. Nehmen Sie ihn nur von dem, dem er gehört, oder vergleichen Sie seinen Fingerabdruck mit ihm.</translation>
    </message>
    <message>
        <source>what a .pub file holds</source>
        <translation>was eine .pub-Datei enthält</translation>
    </message>
    <message>
        <source>whose key it is</source>
        <translation>wessen Schlüssel es ist</translation>
    </message>
</context>
<context>
    <name>Advice</name>
    <message>
        <source>Changing the column&apos;s type writes the table anew, and locks it meanwhile.</source>
        <translation>Eine Änderung des Spaltentyps schreibt die Tabelle neu und sperrt sie währenddessen.</translation>
    </message>
    <message>
        <source>Duplicate index</source>
        <translation>Doppelter Index</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>If columns of it name a row already, make these its key. Adding a column writes the table anew.</source>
        <translation>Wenn Spalten eine Zeile schon eindeutig benennen, machen Sie diese zum Schlüssel. Eine neue Spalte schreibt die Tabelle neu.</translation>
    </message>
    <message>
        <source>Invalid index</source>
        <translation>Ungültiger Index</translation>
    </message>
    <message>
        <source>It changed much since its statistics were taken.</source>
        <translation>Sie hat sich stark verändert, seit ihre Statistik erhoben wurde.</translation>
    </message>
    <message>
        <source>It is near its end. Behind it, inserting fails.</source>
        <translation>Sie ist nahe an ihrem Ende. Danach schlägt jedes Einfügen fehl.</translation>
    </message>
    <message>
        <source>It may be there for a query that seldom runs, for a foreign key, or for a standby.</source>
        <translation>Er kann für eine seltene Abfrage, einen Fremdschlüssel oder einen Standby da sein.</translation>
    </message>
    <message>
        <source>Its oldest row is so old that it should have been frozen. At the end the server takes no more changes.</source>
        <translation>Ihre älteste Zeile ist so alt, dass sie eingefroren sein sollte. Am Ende nimmt der Server keine Änderungen mehr an.</translation>
    </message>
    <message>
        <source>Look for what keeps it back: an old transaction, a replication slot, a prepared transaction.</source>
        <translation>Suchen Sie, was es aufhält: eine alte Transaktion, ein Replikationsslot, eine vorbereitete Transaktion.</translation>
    </message>
    <message>
        <source>Look in the statements that read it for the columns that they filter by.</source>
        <translation>Suchen Sie in den Anweisungen, die sie lesen, nach den Spalten, nach denen sie filtern.</translation>
    </message>
    <message>
        <source>Many of its rows are dead: they take room and time.</source>
        <translation>Viele ihrer Zeilen sind tot: Sie kosten Platz und Zeit.</translation>
    </message>
    <message>
        <source>Missing index</source>
        <translation>Fehlender Index</translation>
    </message>
    <message>
        <source>Much of the file is free pages, since rows were deleted.</source>
        <translation>Ein großer Teil der Datei sind freie Seiten, weil Zeilen gelöscht wurden.</translation>
    </message>
    <message>
        <source>Much of the room of the table is free, since rows were deleted.</source>
        <translation>Ein großer Teil des Platzes der Tabelle ist frei, weil Zeilen gelöscht wurden.</translation>
    </message>
    <message>
        <source>No index begins with the columns that refer to {refers to}: to change a row there, all of this table is read.</source>
        <translation>Kein Index beginnt mit den Spalten, die auf {refers to} verweisen: Um dort eine Zeile zu ändern, wird diese Tabelle ganz gelesen.</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Sequence near its end</source>
        <translation>Sequenz nahe am Ende</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Stale statistics</source>
        <translation>Veraltete Statistik</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Table without a key</source>
        <translation>Tabelle ohne Schlüssel</translation>
    </message>
    <message>
        <source>The columns of the index are those that {covered by} begins with, which can be used in its place.</source>
        <translation>Die Spalten des Index sind die, mit denen {covered by} beginnt, der an seiner Stelle benutzt werden kann.</translation>
    </message>
    <message>
        <source>The file is written anew and locked meanwhile; it needs as much room again. New rows use free pages all the same.</source>
        <translation>Die Datei wird neu geschrieben und ist währenddessen gesperrt; dazu wird ebenso viel Platz noch einmal gebraucht. Neue Zeilen benutzen freie Seiten ohnehin.</translation>
    </message>
    <message>
        <source>The index has the same columns as {covered by}, which can be used in its place.</source>
        <translation>Der Index hat dieselben Spalten wie {covered by}, der an seiner Stelle benutzt werden kann.</translation>
    </message>
    <message>
        <source>The index is hardly ever used, and kept up to date with each change of its table.</source>
        <translation>Der Index wird kaum je benutzt und bei jeder Änderung seiner Tabelle nachgeführt.</translation>
    </message>
    <message>
        <source>The index was not made to its end, and no query uses it.</source>
        <translation>Der Index wurde nicht fertig erstellt, und keine Abfrage benutzt ihn.</translation>
    </message>
    <message>
        <source>The index was not used since the server was started, and is kept up to date with each change of its table.</source>
        <translation>Der Index wurde seit dem Start des Servers nicht benutzt und wird bei jeder Änderung seiner Tabelle nachgeführt.</translation>
    </message>
    <message>
        <source>The other index is larger, so that looking into it may take a little longer.</source>
        <translation>Der andere Index ist größer, sodass die Suche darin etwas länger dauern kann.</translation>
    </message>
    <message>
        <source>The table has no key: single rows cannot be named, changed safely or replicated well.</source>
        <translation>Die Tabelle hat keinen Schlüssel: Einzelne Zeilen lassen sich nicht benennen, sicher ändern oder gut replizieren.</translation>
    </message>
    <message>
        <source>The table is large, and mostly read from its beginning to its end.</source>
        <translation>Die Tabelle ist groß und wird meist von Anfang bis Ende gelesen.</translation>
    </message>
    <message>
        <source>The table is written anew. New rows use the free room all the same.</source>
        <translation>Die Tabelle wird neu geschrieben. Neue Zeilen benutzen den freien Platz ohnehin.</translation>
    </message>
    <message>
        <source>The table is written anew; foreign keys that refer to the column have to be changed with it.</source>
        <translation>Die Tabelle wird neu geschrieben; Fremdschlüssel, die auf die Spalte verweisen, müssen mit geändert werden.</translation>
    </message>
    <message>
        <source>Unused index</source>
        <translation>Unbenutzter Index</translation>
    </message>
    <message>
        <source>VACUUM makes room for new rows of the table; only VACUUM FULL, which locks it, gives room back to the disk.</source>
        <translation>VACUUM schafft Platz für neue Zeilen der Tabelle; nur VACUUM FULL, das sie sperrt, gibt der Platte Platz zurück.</translation>
    </message>
    <message>
        <source>Wasted room</source>
        <translation>Verschwendeter Platz</translation>
    </message>
    <message>
        <source>Wrap-around</source>
        <translation>Überlauf</translation>
    </message>
    <message>
        <source>accesses of the table</source>
        <translation>Zugriffe auf die Tabelle</translation>
    </message>
    <message>
        <source>age in transactions</source>
        <translation>Alter in Transaktionen</translation>
    </message>
    <message>
        <source>autovacuum</source>
        <translation>Autovacuum</translation>
    </message>
    <message>
        <source>autovacuum_freeze_max_age</source>
        <translation>autovacuum_freeze_max_age</translation>
    </message>
    <message>
        <source>changed since ANALYZE</source>
        <translation>geändert seit ANALYZE</translation>
    </message>
    <message>
        <source>column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>counted since</source>
        <translation>gezählt seit</translation>
    </message>
    <message>
        <source>covered by</source>
        <translation>abgedeckt von</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>dead rows</source>
        <translation>tote Zeilen</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>last number</source>
        <translation>letzte Zahl</translation>
    </message>
    <message>
        <source>last vacuum</source>
        <translation>letztes VACUUM</translation>
    </message>
    <message>
        <source>live rows</source>
        <translation>lebende Zeilen</translation>
    </message>
    <message>
        <source>next number</source>
        <translation>nächste Zahl</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>read by an index</source>
        <translation>über einen Index gelesen</translation>
    </message>
    <message>
        <source>read whole</source>
        <translation>ganz gelesen</translation>
    </message>
    <message>
        <source>refers to</source>
        <translation>verweist auf</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>rows changed</source>
        <translation>geänderte Zeilen</translation>
    </message>
    <message>
        <source>rows each time</source>
        <translation>Zeilen je Mal</translation>
    </message>
    <message>
        <source>share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>transactions left</source>
        <translation>verbleibende Transaktionen</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>used</source>
        <translation>benutzt</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
</context>
<context>
    <name>AdvicePart</name>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
</context>
<context>
    <name>AdviceView</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n Befund</numerusform>
            <numerusform>%n Befunde</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter findings</source>
        <translation>Befunde filtern</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>It could not be looked through.</source>
        <translation>Sie konnte nicht durchgesehen werden.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>Looked for: {kinds}.</source>
        <translation>Gesucht wurde nach: {kinds}.</translation>
    </message>
    <message>
        <source>No finding has these words.</source>
        <translation>Kein Befund enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Put the statement into a new editor (Enter)</source>
        <translation>Die Anweisung in einen neuen Editor setzen (Eingabe)</translation>
    </message>
    <message>
        <source>The database is being looked through.</source>
        <translation>Die Datenbank wird durchgesehen.</translation>
    </message>
</context>
<context>
    <name>AlertChannelDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>E-mail channel</source>
        <translation>E-Mail-Kanal</translation>
    </message>
    <message>
        <source>Encrypted file</source>
        <translation>Verschlüsselte Datei</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Mailserver</translation>
    </message>
    <message>
        <source>None, on this machine</source>
        <translation>Keine, auf diesem Rechner</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password in</source>
        <translation>Passwort in</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Probe senden</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Tells from</source>
        <translation>Meldet ab</translation>
    </message>
    <message>
        <source>The mail server took the test.</source>
        <translation>Der Mailserver hat die Probe angenommen.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>Variable or command</source>
        <translation>Variable oder Befehl</translation>
    </message>
    <message>
        <source>a file, beside those of the system</source>
        <translation>eine Datei, neben denen des Systems</translation>
    </message>
    <message>
        <source>as it is kept</source>
        <translation>wie es aufbewahrt ist</translation>
    </message>
    <message>
        <source>for example lapwing@example.org</source>
        <translation>zum Beispiel lapwing@example.org</translation>
    </message>
    <message>
        <source>for example ops@example.org</source>
        <translation>zum Beispiel ops@example.org</translation>
    </message>
    <message>
        <source>for example smtp.example.org</source>
        <translation>zum Beispiel smtp.example.org</translation>
    </message>
    <message>
        <source>no log-in</source>
        <translation>keine Anmeldung</translation>
    </message>
</context>
<context>
    <name>AlertDetail</name>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>Gesehen von</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Silenced</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Silenced until</source>
        <translation>Stumm bis</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>by a quiet time of its rule</source>
        <translation>durch eine Ruhezeit der Regel</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemandem</translation>
    </message>
</context>
<context>
    <name>AlertRuleDialog</name>
    <message>
        <source>Alert rule</source>
        <translation>Alarmregel</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Und %n weitere.</numerusform>
            <numerusform>Und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Umgebungen</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>New alert rule</source>
        <translation>Neue Alarmregel</translation>
    </message>
    <message>
        <source>Nothing is monitored now that it could be judged by.</source>
        <translation>Zurzeit wird nichts überwacht, wonach sie beurteilt werden könnte.</translation>
    </message>
    <message>
        <source>Now {value} on {where}: {outcome}.</source>
        <translation>Jetzt {value} auf {where}: {outcome}.</translation>
    </message>
    <message>
        <source>Over when</source>
        <translation>Vorbei, wenn</translation>
    </message>
    <message>
        <source>Quiet times</source>
        <translation>Ruhezeiten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Write what has to be so, for example blocked_sessions &gt; 5.</source>
        <translation>Schreiben Sie, was so sein muss, zum Beispiel blocked_sessions &gt; 5.</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>gleichzeitig</translation>
    </message>
    <message>
        <source>every channel</source>
        <translation>jeder Kanal</translation>
    </message>
    <message>
        <source>every connection</source>
        <translation>jede Verbindung</translation>
    </message>
    <message>
        <source>every environment</source>
        <translation>jede Umgebung</translation>
    </message>
    <message>
        <source>every server: postgresql, mysql, sqlite</source>
        <translation>jeder Server: postgresql, mysql, sqlite</translation>
    </message>
    <message>
        <source>for example avg(cache_hit, 15m) &lt; 99%</source>
        <translation>zum Beispiel avg(cache_hit, 15m) &lt; 99%</translation>
    </message>
    <message>
        <source>for example sat, sun 22:00-06:00 Europe/Prague</source>
        <translation>zum Beispiel sat, sun 22:00-06:00 Europe/Prague</translation>
    </message>
    <message>
        <source>for example team=db, runbook=https://…</source>
        <translation>zum Beispiel team=db, runbook=https://…</translation>
    </message>
    <message>
        <source>it would be pending</source>
        <translation>sie würde warten</translation>
    </message>
    <message>
        <source>it would fire</source>
        <translation>sie würde auslösen</translation>
    </message>
    <message>
        <source>it would not fire</source>
        <translation>sie würde nicht auslösen</translation>
    </message>
    <message>
        <source>the condition is not so</source>
        <translation>die Bedingung nicht gilt</translation>
    </message>
    <message>
        <source>there is no value</source>
        <translation>es gibt keinen Wert</translation>
    </message>
    <message>
        <source>{line} is no quiet time. Write sat, sun 22:00-06:00 Europe/Prague.</source>
        <translation>{line} ist keine Ruhezeit. Schreiben Sie sat, sun 22:00-06:00 Europe/Prague.</translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n Alarm</numerusform>
            <numerusform>%n Alarme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n firing</source>
        <translation>
            <numerusform>%n ausgelöst</numerusform>
            <numerusform>%n ausgelöst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be told</source>
        <translation>
            <numerusform>%n zu melden</numerusform>
            <numerusform>%n zu melden</numerusform>
        </translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Quittiert</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Firing</source>
        <translation>Ausgelöst</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Lapwing</source>
        <translation>Lapwing</translation>
    </message>
    <message>
        <source>Lapwing, changed</source>
        <translation>Lapwing, geändert</translation>
    </message>
    <message>
        <source>Line across the window</source>
        <translation>Zeile quer über das Fenster</translation>
    </message>
    <message>
        <source>Log file</source>
        <translation>Protokolldatei</translation>
    </message>
    <message>
        <source>Notification of the desktop</source>
        <translation>Benachrichtigung der Arbeitsfläche</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Behoben</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Tells</source>
        <translation>Meldet</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Tried again at {time}.</source>
        <translation>Neuer Versuch um {time}.</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Unknown, was {state}</source>
        <translation>Unbekannt, war {state}</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>by {by}</source>
        <translation>von {by}</translation>
    </message>
    <message>
        <source>every connection</source>
        <translation>jede Verbindung</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>verschwunden</translation>
    </message>
    <message>
        <source>no values</source>
        <translation>keine Werte</translation>
    </message>
    <message>
        <source>quiet time over</source>
        <translation>Ruhezeit vorbei</translation>
    </message>
    <message>
        <source>rule changed</source>
        <translation>Regel geändert</translation>
    </message>
    <message>
        <source>{condition} for {duration}</source>
        <translation>{condition} für {duration}</translation>
    </message>
    <message>
        <source>{severity} and worse</source>
        <translation>{severity} und Schlimmeres</translation>
    </message>
    <message>
        <source>{state}, silenced</source>
        <translation>{state}, stumm</translation>
    </message>
</context>
<context>
    <name>AlertsFeature</name>
    <message>
        <source>Export alert rules</source>
        <translation>Alarmregeln exportieren</translation>
    </message>
    <message>
        <source>Import alert rules</source>
        <translation>Alarmregeln importieren</translation>
    </message>
    <message>
        <source>Your alert rules are in {path}.</source>
        <translation>Ihre Alarmregeln stehen in {path}.</translation>
    </message>
    <message>
        <source>it is no UTF-8</source>
        <translation>sie ist kein UTF-8</translation>
    </message>
    <message>
        <source>{connection}: {condition}, now {value}</source>
        <translation>{connection}: {condition}, jetzt {value}</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>{path} kann nicht geschrieben werden: {reason}.</translation>
    </message>
</context>
<context>
    <name>AlertsPage</name>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
</context>
<context>
    <name>AlertsTools</name>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>For a day</source>
        <translation>Für einen Tag</translation>
    </message>
    <message>
        <source>For a week</source>
        <translation>Für eine Woche</translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation>Für eine Stunde</translation>
    </message>
    <message>
        <source>For eight hours</source>
        <translation>Für acht Stunden</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>New channel</source>
        <translation>Neuer Kanal</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
    <message>
        <source>No longer</source>
        <translation>Nicht mehr</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Open monitor</source>
        <translation>Monitor öffnen</translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>Teile dieser Seite</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>Tells from</source>
        <translation>Meldet ab</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probe</translation>
    </message>
</context>
<context>
    <name>AlertsView</name>
    <message>
        <source>A test was told: {channel}.</source>
        <translation>Eine Probe wurde gemeldet: {channel}.</translation>
    </message>
    <message>
        <source>Alert rules</source>
        <translation>Alarmregeln</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>History of alerts</source>
        <translation>Verlauf der Alarme</translation>
    </message>
    <message>
        <source>No alerts</source>
        <translation>Keine Alarme</translation>
    </message>
    <message>
        <source>Nothing has happened</source>
        <translation>Nichts ist geschehen</translation>
    </message>
    <message>
        <source>Nothing is wrong with what is monitored. Open a monitor, and its rules are judged.</source>
        <translation>Was überwacht wird, ist in Ordnung. Öffnen Sie einen Monitor, und seine Regeln werden beurteilt.</translation>
    </message>
    <message>
        <source>What fires, is acknowledged or is over will be listed here.</source>
        <translation>Was ausgelöst, quittiert oder vorbei ist, steht hier.</translation>
    </message>
</context>
<context>
    <name>AnnotationDialog</name>
    <message>
        <source>Annotate</source>
        <translation>Anmerken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
</context>
<context>
    <name>AnnotationList</name>
    <message>
        <source>Annotations of the time shown</source>
        <translation>Anmerkungen der gezeigten Zeit</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>Arrangement</name>
    <message>
        <source>Filtering…</source>
        <translation>Wird gefiltert …</translation>
    </message>
    <message>
        <source>Sorting…</source>
        <translation>Wird sortiert …</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>BehaviourPage</name>
    <message>
        <source>As its environment says</source>
        <translation>Wie ihre Umgebung es sagt</translation>
    </message>
    <message>
        <source>As the settings say</source>
        <translation>Wie die Einstellungen es sagen</translation>
    </message>
    <message>
        <source>Automatic commit</source>
        <translation>Automatisches Commit</translation>
    </message>
    <message>
        <source>Changes; what destroys by name</source>
        <translation>Änderungen; Zerstörendes mit Namen</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Connect time-out</source>
        <translation>Zeitgrenze beim Verbinden</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Idle transactions</source>
        <translation>Untätige Transaktionen</translation>
    </message>
    <message>
        <source>Manual commit</source>
        <translation>Von Hand bestätigen</translation>
    </message>
    <message>
        <source>Must answer before a statement is sent</source>
        <translation>Müssen antworten, bevor eine Anweisung gesendet wird</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>Only a hash</source>
        <translation>Nur ein Hash</translation>
    </message>
    <message>
        <source>Plugins</source>
        <translation>Plugins</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>SQL in events</source>
        <translation>SQL in Ereignissen</translation>
    </message>
    <message>
        <source>Seconds; 0: never; empty: as its environment says</source>
        <translation>Sekunden; 0: nie; leer: wie ihre Umgebung es sagt</translation>
    </message>
    <message>
        <source>Seconds; empty: as the settings say</source>
        <translation>Sekunden; leer: wie die Einstellungen es sagen</translation>
    </message>
    <message>
        <source>The options of such a connection stand in its URL.</source>
        <translation>Die Optionen einer solchen Verbindung stehen in ihrer URL.</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Transaktionen</translation>
    </message>
    <message>
        <source>What may change something</source>
        <translation>Was etwas ändern kann</translation>
    </message>
    <message>
        <source>Without values</source>
        <translation>Ohne Werte</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
</context>
<context>
    <name>CellCopier</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alle kopieren</translation>
    </message>
    <message>
        <source>Copy the first {count} rows</source>
        <translation>Die ersten {count} Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Wird kopiert …</translation>
    </message>
    <message>
        <source>More than {size} MB does not go through a clipboard: the first {count} rows were copied.</source>
        <translation>Mehr als {size} MB gehen nicht durch die Zwischenablage: Die ersten {count} Zeilen wurden kopiert.</translation>
    </message>
    <message>
        <source>The rows cannot be read: {reason}</source>
        <translation>Die Zeilen können nicht gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>The selection has more than {size} MB as text. Its first {count} of {total} rows do not.</source>
        <translation>Die Auswahl hat als Text mehr als {size} MB. Ihre ersten {count} von {total} Zeilen haben weniger.</translation>
    </message>
</context>
<context>
    <name>CellFormats</name>
    <message>
        <source>The column is shown as it is. {reason}</source>
        <translation>Die Spalte wird gezeigt, wie sie ist. {reason}</translation>
    </message>
</context>
<context>
    <name>ChangeDialog</name>
    <message>
        <source>All rows are removed. This cannot be undone.</source>
        <translation>Alle Zeilen werden entfernt. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Also everything that depends on it (CASCADE)</source>
        <translation>Auch alles, was davon abhängt (CASCADE)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Drop {name}?</source>
        <translation>{name} löschen?</translation>
    </message>
    <message>
        <source>It is removed with everything in it. This cannot be undone.</source>
        <translation>Es wird mit allem darin entfernt. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>The statement that will be run</source>
        <translation>Die Anweisung, die ausgeführt wird</translation>
    </message>
    <message>
        <source>This connection wants the name to be typed. Type {name} to go on.</source>
        <translation>Diese Verbindung verlangt, dass der Name eingegeben wird. Geben Sie {name} ein, um fortzufahren.</translation>
    </message>
    <message>
        <source>Truncate</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Truncate {name}?</source>
        <translation>{name} leeren?</translation>
    </message>
</context>
<context>
    <name>ChangesDialog</name>
    <message numerus="yes">
        <source>%n statement(s), in one transaction</source>
        <translation>
            <numerusform>%n Anweisung, in einer Transaktion</numerusform>
            <numerusform>%n Anweisungen, in einer Transaktion</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Changes as SQL</source>
        <translation>Änderungen als SQL</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Make these changes</source>
        <translation>Diese Änderungen vornehmen</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <source>Values for the cell</source>
        <translation>Werte für die Zelle</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>A transaction is open in {tab}.</source>
        <translation>In {tab} ist eine Transaktion offen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Ohne Speichern schließen</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Discard all and close</source>
        <translation>Alles verwerfen und schließen</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Keep the connection</source>
        <translation>Verbindung behalten</translation>
    </message>
    <message>
        <source>Look at each</source>
        <translation>Einzeln ansehen</translation>
    </message>
    <message>
        <source>Nothing is committed unless you say so.</source>
        <translation>Ohne Ihr Einverständnis wird nichts festgeschrieben.</translation>
    </message>
    <message>
        <source>Open transaction</source>
        <translation>Offene Transaktion</translation>
    </message>
    <message>
        <source>Open work</source>
        <translation>Offene Arbeit</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Rollback</translation>
    </message>
    <message>
        <source>Roll back and disconnect</source>
        <translation>Zurückrollen und trennen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Stay connected</source>
        <translation>Verbunden bleiben</translation>
    </message>
    <message>
        <source>Unsaved file</source>
        <translation>Nicht gespeicherte Datei</translation>
    </message>
    <message>
        <source>Work is open in several tabs:</source>
        <translation>In mehreren Reitern ist Arbeit offen:</translation>
    </message>
    <message>
        <source>Work is open on this connection. It stays open in its tabs, but they cannot connect again later:</source>
        <translation>Auf dieser Verbindung ist Arbeit offen. Sie bleibt in ihren Reitern offen, aber die können sich später nicht neu verbinden:</translation>
    </message>
    <message>
        <source>Work is open on {name}. To disconnect cancels it and rolls it back:</source>
        <translation>Auf {name} ist noch Arbeit offen. Trennen bricht sie ab und rollt sie zurück:</translation>
    </message>
    <message>
        <source>a statement runs</source>
        <translation>eine Anweisung läuft</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>{tab} has changes that are not in its file.</source>
        <translation>{tab} enthält Änderungen, die noch nicht in der Datei stehen.</translation>
    </message>
</context>
<context>
    <name>CodeFindBar</name>
    <message>
        <source>Close (Escape)</source>
        <translation>Schließen (Escape)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in editor</source>
        <translation>Im Editor suchen</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>Nächstes (F3)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Only in the selection</source>
        <translation>Nur in der Auswahl</translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>Vorheriges (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace (Ctrl+H)</source>
        <translation>Ersetzen (Strg+H)</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Ganze Wörter</translation>
    </message>
    <message>
        <source>{current} of {count}</source>
        <translation>{current} von {count}</translation>
    </message>
</context>
<context>
    <name>CodeGutter</name>
    <message>
        <source>Line numbers</source>
        <translation>Zeilennummern</translation>
    </message>
</context>
<context>
    <name>CodeOverlay</name>
    <message>
        <source>{count} characters</source>
        <translation>{count} Zeichen</translation>
    </message>
</context>
<context>
    <name>CodeSurface</name>
    <message>
        <source>The middle of a very long line. Double-click to open it.</source>
        <translation>Die Mitte einer sehr langen Zeile. Ein Doppelklick klappt sie auf.</translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>SQL editor</source>
        <translation>SQL-Editor</translation>
    </message>
</context>
<context>
    <name>ColorChoice</name>
    <message>
        <source># and six digits</source>
        <translation># und sechs Ziffern</translation>
    </message>
    <message>
        <source>Another…</source>
        <translation>Andere…</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Choose a colour</source>
        <translation>Farbe wählen</translation>
    </message>
    <message>
        <source>Colour as #rrggbb</source>
        <translation>Farbe als #rrggbb</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>What it looks like</source>
        <translation>Wie sie aussieht</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
</context>
<context>
    <name>ColumnHeader</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>ColumnList</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Filter columns</source>
        <translation>Spalten filtern</translation>
    </message>
    <message>
        <source>Hide all columns of the list</source>
        <translation>Alle Spalten der Liste ausblenden</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Show all columns of the list</source>
        <translation>Alle Spalten der Liste anzeigen</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>No command fits</source>
        <translation>Kein Befehl passt</translation>
    </message>
</context>
<context>
    <name>Completion</name>
    <message>
        <source>Nothing fits here.</source>
        <translation>Hier passt nichts.</translation>
    </message>
    <message>
        <source>Reading the names of the database…</source>
        <translation>Die Namen der Datenbank werden gelesen …</translation>
    </message>
</context>
<context>
    <name>CompletionPopup</name>
    <message>
        <source>Completion</source>
        <translation>Vervollständigung</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message numerus="yes">
        <source>%n statement(s) empty or drop something, or change every row of a table.</source>
        <translation>
            <numerusform>%n Anweisung leert oder löscht etwas oder ändert jede Zeile einer Tabelle.</numerusform>
            <numerusform>%n Anweisungen leeren oder löschen etwas oder ändern jede Zeile einer Tabelle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) may change data or definitions.</source>
        <translation>
            <numerusform>%n Anweisung kann Daten oder Definitionen ändern.</numerusform>
            <numerusform>%n Anweisungen können Daten oder Definitionen ändern.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>It was not looked into, and may change data or definitions.</source>
        <translation>Es wurde nicht hineingesehen, und es kann Daten oder Definitionen ändern.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Run this on {connection}?</source>
        <translation>Das auf {connection} ausführen?</translation>
    </message>
    <message>
        <source>What will be sent</source>
        <translation>Was gesendet wird</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Delete it anyway</source>
        <translation>Trotzdem löschen</translation>
    </message>
    <message>
        <source>Drop my change</source>
        <translation>Meine Änderung verwerfen</translation>
    </message>
    <message>
        <source>Insert it anew</source>
        <translation>Neu einfügen</translation>
    </message>
    <message>
        <source>Keep for later</source>
        <translation>Für später behalten</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>Save nothing</source>
        <translation>Nichts speichern</translation>
    </message>
    <message>
        <source>Somebody else changed this row</source>
        <translation>Jemand anderes hat diese Zeile geändert</translation>
    </message>
    <message>
        <source>The change stays staged; the others are saved.</source>
        <translation>Die Änderung bleibt vorgemerkt; die anderen werden gespeichert.</translation>
    </message>
    <message>
        <source>The row as it was, as you want it, and as it is now</source>
        <translation>Die Zeile, wie sie war, wie Sie sie wollen und wie sie jetzt ist</translation>
    </message>
    <message>
        <source>What is there now</source>
        <translation>Was jetzt dasteht</translation>
    </message>
    <message>
        <source>What you saw</source>
        <translation>Was Sie sahen</translation>
    </message>
    <message>
        <source>What you want</source>
        <translation>Was Sie wollen</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>nicht mehr da</translation>
    </message>
</context>
<context>
    <name>ConnectionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>Verhalten</translation>
    </message>
    <message>
        <source>Connect without saving</source>
        <translation>Verbinden ohne zu speichern</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>Verbindung bearbeiten</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Log-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Weiteres</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>Neue Verbindung</translation>
    </message>
    <message>
        <source>SSH</source>
        <translation>SSH</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save connection</source>
        <translation>Verbindung speichern</translation>
    </message>
    <message>
        <source>Start and schemas</source>
        <translation>Start und Schemas</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>The colour has to be written as # and six hexadecimal digits.</source>
        <translation>Die Farbe muss als # und sechs hexadezimale Ziffern geschrieben werden.</translation>
    </message>
    <message>
        <source>Understood as {form}.</source>
        <translation>Verstanden als {form}.</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name} (Kopie)</translation>
    </message>
</context>
<context>
    <name>ConnectionsFeature</name>
    <message numerus="yes">
        <source>%n connection(s) were added.</source>
        <translation>
            <numerusform>%n Verbindung wurde hinzugefügt.</numerusform>
            <numerusform>%n Verbindungen wurden hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) were written to {path}; no secret is in it.</source>
        <translation>
            <numerusform>%n Verbindung wurde nach {path} geschrieben; kein Geheimnis steht darin.</numerusform>
            <numerusform>%n Verbindungen wurden nach {path} geschrieben; kein Geheimnis steht darin.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export connections</source>
        <translation>Verbindungen exportieren</translation>
    </message>
    <message>
        <source>Import connections</source>
        <translation>Verbindungen importieren</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>{path} kann nicht geschrieben werden: {reason}.</translation>
    </message>
</context>
<context>
    <name>DashboardChanging</name>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>&amp;Edit panel…</source>
        <translation>Feld &amp;bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>En&amp;large</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>My dashboard</source>
        <translation>Mein Dashboard</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove dashboard</source>
        <translation>Dashboard entfernen</translation>
    </message>
    <message>
        <source>Remove the dashboard {title}?</source>
        <translation>Das Dashboard {title} entfernen?</translation>
    </message>
    <message>
        <source>Save as &amp;CSV…</source>
        <translation>Als &amp;CSV speichern…</translation>
    </message>
    <message>
        <source>Save as &amp;image…</source>
        <translation>Als B&amp;ild speichern…</translation>
    </message>
    <message>
        <source>Show &amp;all panels</source>
        <translation>&amp;Alle Felder zeigen</translation>
    </message>
    <message>
        <source>{title} (copy)</source>
        <translation>{title} (Kopie)</translation>
    </message>
</context>
<context>
    <name>DashboardSaving</name>
    <message>
        <source>Export dashboard</source>
        <translation>Dashboard exportieren</translation>
    </message>
    <message>
        <source>Import dashboard</source>
        <translation>Dashboard importieren</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Als CSV speichern</translation>
    </message>
    <message>
        <source>Save as image</source>
        <translation>Als Bild speichern</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>Nach {path} geschrieben.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>{path} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>{title} was added. It is for servers of another kind ({kind}) and shown at theirs.</source>
        <translation>{title} wurde hinzugefügt. Es ist für Server anderer Art ({kind}) und wird bei diesen gezeigt.</translation>
    </message>
</context>
<context>
    <name>DashboardView</name>
    <message>
        <source>Add a panel</source>
        <translation>Feld hinzufügen</translation>
    </message>
    <message>
        <source>This dashboard has no panels yet.</source>
        <translation>Dieses Dashboard hat noch keine Felder.</translation>
    </message>
</context>
<context>
    <name>DdlView</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy all statements</source>
        <translation>Alle Anweisungen kopieren</translation>
    </message>
    <message>
        <source>Statements that make it</source>
        <translation>Anweisungen, die es anlegen</translation>
    </message>
</context>
<context>
    <name>DeliberateDialog</name>
    <message>
        <source>Type {name} to go on.</source>
        <translation>Geben Sie {name} ein, um fortzufahren.</translation>
    </message>
</context>
<context>
    <name>DeliveriesPart</name>
    <message numerus="yes">
        <source>%n delivery(s) will be sent again.</source>
        <translation>
            <numerusform>%n Zustellung wird noch einmal gesendet.</numerusform>
            <numerusform>%n Zustellungen werden noch einmal gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>All endpoints</source>
        <translation>Alle Endpunkte</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Jeder Zustand</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Zustellungen</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Events, such as query.*</source>
        <translation>Ereignisse, etwa query.*</translation>
    </message>
    <message>
        <source>Last attempt</source>
        <translation>Letzter Versuch</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>No deliveries</source>
        <translation>Keine Zustellungen</translation>
    </message>
    <message>
        <source>No delivery fits what is asked for above.</source>
        <translation>Keine Zustellung passt zu dem, was oben gefragt ist.</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>There was no answer.</source>
        <translation>Es kam keine Antwort.</translation>
    </message>
    <message>
        <source>What endpoints are told will be listed here, with request, answer and duration.</source>
        <translation>Was Endpunkten mitgeteilt wird, steht hier, mit Anfrage, Antwort und Dauer.</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} von {all}</translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>The texts are the same.</source>
        <translation>Die Texte sind gleich.</translation>
    </message>
    <message>
        <source>There is more, which is not shown.</source>
        <translation>Es gibt mehr, das nicht gezeigt wird.</translation>
    </message>
    <message>
        <source>{added} added, {removed} removed</source>
        <translation>{added} hinzugefügt, {removed} entfernt</translation>
    </message>
</context>
<context>
    <name>DocumentChart</name>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>There is nothing to draw in this chart.</source>
        <translation>In diesem Diagramm gibt es nichts zu zeichnen.</translation>
    </message>
</context>
<context>
    <name>DocumentParts</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>DocumentTabBar</name>
    <message>
        <source>Open tabs</source>
        <translation>Offene Tabs</translation>
    </message>
</context>
<context>
    <name>DocumentTable</name>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message numerus="yes">
        <source>%n more part(s) are not shown.</source>
        <translation>
            <numerusform>%n weiterer Teil wird nicht gezeigt.</numerusform>
            <numerusform>%n weitere Teile werden nicht gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>A form cannot be filled in here.</source>
        <translation>Ein Formular kann hier nicht ausgefüllt werden.</translation>
    </message>
    <message>
        <source>Only the beginning is shown.</source>
        <translation>Nur der Anfang wird gezeigt.</translation>
    </message>
    <message>
        <source>Some rows have more or fewer values than there are columns.</source>
        <translation>Manche Zeilen haben mehr oder weniger Werte, als es Spalten gibt.</translation>
    </message>
    <message>
        <source>Some series have more or fewer values than the chart has places.</source>
        <translation>Manche Reihen haben mehr oder weniger Werte, als das Diagramm Stellen hat.</translation>
    </message>
    <message>
        <source>There is nothing to be shown.</source>
        <translation>Es gibt nichts zu zeigen.</translation>
    </message>
    <message>
        <source>What the plugin shows</source>
        <translation>Was das Plugin zeigt</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>New editor (Ctrl+T)</source>
        <translation>Neuer Editor (Strg+T)</translation>
    </message>
</context>
<context>
    <name>EditorFind</name>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n ersetzt</numerusform>
            <numerusform>%n ersetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
</context>
<context>
    <name>EndSessionsDialog</name>
    <message>
        <source>Cancel statement</source>
        <translation>Anweisung abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>Cancel the statements of %n session(s)?</source>
        <translation>
            <numerusform>Die Anweisung von %n Sitzung abbrechen?</numerusform>
            <numerusform>Die Anweisungen von %n Sitzungen abbrechen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Chosen sessions</source>
        <translation>Gewählte Sitzungen</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>Nichts tun</translation>
    </message>
    <message numerus="yes">
        <source>End %n session(s)?</source>
        <translation>
            <numerusform>%n Sitzung beenden?</numerusform>
            <numerusform>%n Sitzungen beenden?</numerusform>
        </translation>
    </message>
    <message>
        <source>End session</source>
        <translation>Sitzung beenden</translation>
    </message>
    <message>
        <source>The server rolls back what they have not committed, and whoever uses them is cut off.</source>
        <translation>Der Server rollt zurück, was sie nicht festgeschrieben haben, und wer sie benutzt, wird getrennt.</translation>
    </message>
    <message>
        <source>Whoever runs them gets an error. Transactions around them fail or go on, as the server has it.</source>
        <translation>Wer sie ausführt, erhält einen Fehler. Transaktionen um sie herum scheitern oder gehen weiter, wie der Server es hält.</translation>
    </message>
</context>
<context>
    <name>EndpointDialog</name>
    <message numerus="yes">
        <source>%n connections</source>
        <translation>
            <numerusform>%n Verbindung</numerusform>
            <numerusform>%n Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>All connections</source>
        <translation>Alle Verbindungen</translation>
    </message>
    <message>
        <source>Allow addresses of this machine and private networks</source>
        <translation>Adressen dieses Rechners und privater Netze erlauben</translation>
    </message>
    <message>
        <source>Authorization: Bearer …</source>
        <translation>Authorization: Bearer …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Encrypted file</source>
        <translation>Verschlüsselte Datei</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>It answered {status} in {time}.</source>
        <translation>Er antwortete mit {status} in {time}.</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>New endpoint</source>
        <translation>Neuer Endpunkt</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Secret part</source>
        <translation>Geheimer Teil</translation>
    </message>
    <message>
        <source>Secrets in</source>
        <translation>Geheimnisse in</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Test senden</translation>
    </message>
    <message>
        <source>Sign what is told (Standard Webhooks)</source>
        <translation>Mitteilungen signieren (Standard Webhooks)</translation>
    </message>
    <message>
        <source>Tell it of events</source>
        <translation>Ihm Ereignisse mitteilen</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Zeitlimit</translation>
    </message>
    <message>
        <source>Values that look secret are kept apart.</source>
        <translation>Werte, die geheim aussehen, liegen gesondert.</translation>
    </message>
    <message>
        <source>a file, beside those of the system</source>
        <translation>eine Datei, neben denen des Systems</translation>
    </message>
    <message>
        <source>as it is kept</source>
        <translation>wie gespeichert</translation>
    </message>
    <message>
        <source>for example Deployments</source>
        <translation>zum Beispiel Deployments</translation>
    </message>
    <message>
        <source>for example https://hooks.example.org/lapwing</source>
        <translation>zum Beispiel https://hooks.example.org/lapwing</translation>
    </message>
    <message>
        <source>for example query.failed, alert.*</source>
        <translation>zum Beispiel query.failed, alert.*</translation>
    </message>
    <message>
        <source>ms, then up to</source>
        <translation>ms, dann bis zu</translation>
    </message>
    <message>
        <source>none; for example http://proxy.example.org:3128</source>
        <translation>keiner; zum Beispiel http://proxy.example.org:3128</translation>
    </message>
    <message>
        <source>retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>where the address holds {secret}</source>
        <translation>wo die Adresse {secret} enthält</translation>
    </message>
</context>
<context>
    <name>EndpointsPart</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>An endpoint is an address that is told of events as they happen: failed queries, alerts, changed schemas.</source>
        <translation>Ein Endpunkt ist eine Adresse, der Ereignisse mitgeteilt werden, sobald sie geschehen: fehlgeschlagene Abfragen, Alarme, geänderte Schemas.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Enter the passphrase of the encrypted file, so that what waits can be sent</source>
        <translation>Die Passphrase der verschlüsselten Datei eingeben, damit Wartendes gesendet werden kann</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>New endpoint</source>
        <translation>Neuer Endpunkt</translation>
    </message>
    <message>
        <source>New secret</source>
        <translation>Neues Geheimnis</translation>
    </message>
    <message>
        <source>No endpoints yet</source>
        <translation>Noch keine Endpunkte</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the endpoint {name}? What waits for it is given up.</source>
        <translation>Den Endpunkt {name} entfernen? Was auf ihn wartet, wird aufgegeben.</translation>
    </message>
    <message>
        <source>Show deliveries</source>
        <translation>Zustellungen zeigen</translation>
    </message>
    <message>
        <source>Show its signing secret</source>
        <translation>Sein Geheimnis für Signaturen zeigen</translation>
    </message>
    <message>
        <source>Sign what {name} is told with a new secret? For a day the old one is used beside it.</source>
        <translation>Mitteilungen an {name} mit einem neuen Geheimnis signieren? Einen Tag lang wird daneben das alte benutzt.</translation>
    </message>
    <message>
        <source>Sign with a new secret</source>
        <translation>Mit einem neuen Geheimnis signieren</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Zeitlimit</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>{timeout} ms, then up to {retries} retries</source>
        <translation>{timeout} ms, dann bis zu {retries} Wiederholungen</translation>
    </message>
</context>
<context>
    <name>EnvironmentsDialog</name>
    <message>
        <source>A connection can have a colour and a commit mode of its own, and ask for more care, never for less.</source>
        <translation>Eine Verbindung kann eine eigene Farbe und einen eigenen Commit-Modus haben und mehr Vorsicht verlangen, nie weniger.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>Wie mitgeliefert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Umgebungen</translation>
    </message>
    <message>
        <source>New environment</source>
        <translation>Neue Umgebung</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>asks before changes</source>
        <translation>fragt vor Änderungen</translation>
    </message>
    <message>
        <source>asks before changes, and for names</source>
        <translation>fragt vor Änderungen und nach Namen</translation>
    </message>
</context>
<context>
    <name>EventDetail</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as JSON (Ctrl+C)</source>
        <translation>Als JSON kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>The event as JSON</source>
        <translation>Das Ereignis als JSON</translation>
    </message>
</context>
<context>
    <name>EventsFilters</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neues</numerusform>
            <numerusform>%n neue</numerusform>
        </translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>All connections</source>
        <translation>Alle Verbindungen</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Alle Ereignisse</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>Definitionen</translation>
    </message>
    <message>
        <source>Hold the list still</source>
        <translation>Die Liste anhalten</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation>Art des Ereignisses</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Let the list go on</source>
        <translation>Die Liste weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Plugins</source>
        <translation>Plugins</translation>
    </message>
    <message>
        <source>Search in events</source>
        <translation>In Ereignissen suchen</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>What failed</source>
        <translation>Was misslang</translation>
    </message>
    <message>
        <source>Workflows</source>
        <translation>Abläufe</translation>
    </message>
</context>
<context>
    <name>EventsList</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
</context>
<context>
    <name>EventsModel</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
</context>
<context>
    <name>EventsPage</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
</context>
<context>
    <name>EventsView</name>
    <message>
        <source>No event fits.</source>
        <translation>Kein Ereignis passt.</translation>
    </message>
    <message>
        <source>Only This Connection</source>
        <translation>Nur diese Verbindung</translation>
    </message>
    <message>
        <source>Only This Job</source>
        <translation>Nur dieser Auftrag</translation>
    </message>
    <message>
        <source>Only This Statement</source>
        <translation>Nur diese Anweisung</translation>
    </message>
    <message>
        <source>Only This Subject</source>
        <translation>Nur dieses Thema</translation>
    </message>
    <message>
        <source>Only This Type</source>
        <translation>Nur diese Art</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>What happens from now on stands here: connections, statements, alerts, jobs.</source>
        <translation>Was von nun an geschieht, steht hier: Verbindungen, Anweisungen, Alarme, Aufträge.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copy to clipboard</source>
        <translation>In die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>First rows as they will be written</source>
        <translation>Die ersten Zeilen, wie sie geschrieben werden</translation>
    </message>
    <message>
        <source>Reading the first rows…</source>
        <translation>Die ersten Zeilen werden gelesen…</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Wird begonnen…</translation>
    </message>
    <message>
        <source>The plugin writes the first rows…</source>
        <translation>Das Plugin schreibt die ersten Zeilen…</translation>
    </message>
    <message>
        <source>The text for NULL can hold no delimiter, quote or line end.</source>
        <translation>Der Text für NULL darf kein Trennzeichen, Anführungszeichen oder Zeilenende enthalten.</translation>
    </message>
    <message>
        <source>What is exported</source>
        <translation>Was exportiert wird</translation>
    </message>
    <message>
        <source>Written by the plugin {name}.</source>
        <translation>Geschrieben vom Plugin {name}.</translation>
    </message>
</context>
<context>
    <name>ExportFeature</name>
    <message numerus="yes">
        <source>%n background job(s) still run(s).</source>
        <translation>
            <numerusform>%n Hintergrundaufgabe läuft noch.</numerusform>
            <numerusform>%n Hintergrundaufgaben laufen noch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied to the clipboard.</source>
        <translation>
            <numerusform>%n Zeile in die Zwischenablage kopiert.</numerusform>
            <numerusform>%n Zeilen in die Zwischenablage kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Background jobs</source>
        <translation>Hintergrundaufgaben</translation>
    </message>
    <message>
        <source>Cancel them and close</source>
        <translation>Abbrechen und schließen</translation>
    </message>
    <message>
        <source>Keep Lapwing open</source>
        <translation>Lapwing offen lassen</translation>
    </message>
</context>
<context>
    <name>ExportOffers</name>
    <message numerus="yes">
        <source>%n row(s) as shown</source>
        <translation>
            <numerusform>%n Zeile wie angezeigt</numerusform>
            <numerusform>%n Zeilen wie angezeigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected row(s)</source>
        <translation>
            <numerusform>%n ausgewählte Zeile</numerusform>
            <numerusform>%n ausgewählte Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>All rows of the table</source>
        <translation>Alle Zeilen der Tabelle</translation>
    </message>
    <message>
        <source>All rows, by running it again</source>
        <translation>Alle Zeilen, durch erneutes Ausführen</translation>
    </message>
    <message>
        <source>Of {count} of {total} columns.</source>
        <translation>Von {count} der {total} Spalten.</translation>
    </message>
    <message>
        <source>Read on a session of its own, which only reads.</source>
        <translation>Gelesen in einer eigenen Sitzung, die nur liest.</translation>
    </message>
    <message>
        <source>Rows by this tab&apos;s condition and order</source>
        <translation>Zeilen nach Bedingung und Reihenfolge dieses Tabs</translation>
    </message>
    <message>
        <source>The result is not complete: these rows are there.</source>
        <translation>Das Ergebnis ist unvollständig: diese Zeilen sind da.</translation>
    </message>
    <message>
        <source>The statement runs again, to the file; rows may have changed. This tab waits meanwhile.</source>
        <translation>Die Anweisung läuft noch einmal, in die Datei; Zeilen können sich geändert haben. Dieser Tab wartet solange.</translation>
    </message>
    <message>
        <source>They are read anew, on a session of its own.</source>
        <translation>Sie werden neu gelesen, in einer eigenen Sitzung.</translation>
    </message>
</context>
<context>
    <name>ExportOptions</name>
    <message>
        <source>A name as SQL writes it, with its schema where it has one</source>
        <translation>Ein Name, wie SQL ihn schreibt, gegebenenfalls mit seinem Schema</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Als Text</translation>
    </message>
    <message>
        <source>Bar  |</source>
        <translation>Senkrechter Strich  |</translation>
    </message>
    <message>
        <source>Byte order mark before UTF-8, for Excel</source>
        <translation>Byte-Order-Mark vor UTF-8, für Excel</translation>
    </message>
    <message>
        <source>Bytes as</source>
        <translation>Bytes als</translation>
    </message>
    <message>
        <source>Comma  ,</source>
        <translation>Komma  ,</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Double  &quot;</source>
        <translation>Doppelte  &quot;</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>Exact: every digit</source>
        <translation>Genau: jede Ziffer</translation>
    </message>
    <message>
        <source>Guard against formulas in spreadsheets</source>
        <translation>Vor Formeln in Tabellenkalkulationen schützen</translation>
    </message>
    <message>
        <source>Insert into</source>
        <translation>Einfügen in</translation>
    </message>
    <message>
        <source>Line ends</source>
        <translation>Zeilenenden</translation>
    </message>
    <message>
        <source>Many readers take every number for a double, and round those with more digits.</source>
        <translation>Viele Programme lesen jede Zahl als Gleitkommazahl und runden solche mit mehr Ziffern.</translation>
    </message>
    <message>
        <source>NULL as</source>
        <translation>NULL als</translation>
    </message>
    <message>
        <source>Names of the columns first</source>
        <translation>Spaltennamen zuerst</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Anführungszeichen</translation>
    </message>
    <message>
        <source>Quotes around every value</source>
        <translation>Jeder Wert in Anführungszeichen</translation>
    </message>
    <message>
        <source>Rows a statement</source>
        <translation>Zeilen je Anweisung</translation>
    </message>
    <message>
        <source>SQL for</source>
        <translation>SQL für</translation>
    </message>
    <message>
        <source>Safe: as text where readers round</source>
        <translation>Sicher: als Text, wo sonst gerundet würde</translation>
    </message>
    <message>
        <source>Semicolon  ;</source>
        <translation>Semikolon  ;</translation>
    </message>
    <message>
        <source>Single  &apos;</source>
        <translation>Einfache  &apos;</translation>
    </message>
    <message>
        <source>Standard SQL</source>
        <translation>Standard-SQL</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Writes an apostrophe before texts that begin like a formula. It changes these texts.</source>
        <translation>Schreibt einen Apostroph vor Texte, die wie eine Formel beginnen. Das ändert diese Texte.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>FactList</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>Favorites</name>
    <message>
        <source>The favourites cannot be kept: {reason}</source>
        <translation>Die Favoriten können nicht gespeichert werden: {reason}</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Open SQL file</source>
        <translation>SQL-Datei öffnen</translation>
    </message>
    <message>
        <source>Open SQLite database</source>
        <translation>SQLite-Datenbank öffnen</translation>
    </message>
    <message>
        <source>Save SQL file</source>
        <translation>SQL-Datei speichern</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose a file</source>
        <translation>Datei auswählen</translation>
    </message>
</context>
<context>
    <name>FileImportDialog</name>
    <message>
        <source>By the file&apos;s name</source>
        <translation>Nach dem Namen der Datei</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose a file: its columns, where each goes, and its first rows will be shown here.</source>
        <translation>Wählen Sie eine Datei: Hier stehen dann ihre Spalten, wohin jede geht, und ihre ersten Zeilen.</translation>
    </message>
    <message>
        <source>Choose where at least one column goes.</source>
        <translation>Wählen Sie, wohin mindestens eine Spalte kommt.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Files are read by plugins, and none that does so runs. GeoJSON and Map is one.</source>
        <translation>Dateien werden von Plugins gelesen, und keines davon läuft. „GeoJSON and Map“ ist eines.</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Erste Zeilen der Datei</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Manage plugins…</source>
        <translation>Plugins verwalten…</translation>
    </message>
    <message>
        <source>New table</source>
        <translation>Neue Tabelle</translation>
    </message>
    <message>
        <source>Reading the first rows…</source>
        <translation>Die ersten Zeilen werden gelesen…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Wird begonnen…</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Table that is there</source>
        <translation>Vorhandene Tabelle</translation>
    </message>
    <message>
        <source>The file has {count} columns, more than this dialog shows: use `lapwing import`.</source>
        <translation>Die Datei hat {count} Spalten, mehr als dieser Dialog zeigt: Nehmen Sie `lapwing import`.</translation>
    </message>
    <message>
        <source>The rows of the file go into this table.</source>
        <translation>Die Zeilen der Datei kommen in diese Tabelle.</translation>
    </message>
    <message>
        <source>The table wants a value for {names}.</source>
        <translation>Die Tabelle verlangt einen Wert für {names}.</translation>
    </message>
    <message>
        <source>There is a table {name} already.</source>
        <translation>Eine Tabelle {name} gibt es schon.</translation>
    </message>
    <message>
        <source>There is no table {name}.</source>
        <translation>Es gibt keine Tabelle {name}.</translation>
    </message>
    <message>
        <source>Two columns would go into {name}.</source>
        <translation>Zwei Spalten kämen in {name}.</translation>
    </message>
    <message>
        <source>in {place}</source>
        <translation>in {place}</translation>
    </message>
</context>
<context>
    <name>FileRunning</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Commands such as \i, \copy, source and .read are refused otherwise.</source>
        <translation>Befehle wie \i, \copy, source und .read werden sonst abgelehnt.</translation>
    </message>
    <message>
        <source>In one transaction, all of it is undone at the first error. Otherwise you are asked at each error.</source>
        <translation>In einer Transaktion wird beim ersten Fehler alles rückgängig gemacht. Sonst wird bei jedem Fehler gefragt.</translation>
    </message>
    <message>
        <source>Let it use files of its folder</source>
        <translation>Dateien seines Ordners erlauben</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Run SQL file</source>
        <translation>SQL-Datei ausführen</translation>
    </message>
    <message>
        <source>Run in one transaction</source>
        <translation>In einer Transaktion ausführen</translation>
    </message>
    <message>
        <source>Run {file} on {connection}?</source>
        <translation>{file} auf {connection} ausführen?</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Close (Escape)</source>
        <translation>Schließen (Escape)</translation>
    </message>
    <message>
        <source>Shows loaded rows that contain the text, or fulfil conditions: =, !=, &lt;, &gt;, ~ (contains), is null</source>
        <translation>Zeigt geladene Zeilen, die den Text enthalten oder Bedingungen erfüllen: =, !=, &lt;, &gt;, ~ (enthält), is null</translation>
    </message>
    <message>
        <source>Text, or: column = value and column &gt; value</source>
        <translation>Text, oder: Spalte = Wert and Spalte &gt; Wert</translation>
    </message>
    <message>
        <source>{shown} of {total} rows</source>
        <translation>{shown} von {total} Zeilen</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Close (Escape)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>Weiter (Enter)</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>Zurück (Umschalt+Enter)</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message numerus="yes">
        <source>%n more field(s) are not shown.</source>
        <translation>
            <numerusform>%n weiteres Feld wird nicht gezeigt.</numerusform>
            <numerusform>%n weitere Felder werden nicht gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>A number is needed here.</source>
        <translation>Hier wird eine Zahl gebraucht.</translation>
    </message>
    <message>
        <source>A size is needed here, such as 512KB or 100MB.</source>
        <translation>Hier wird eine Größe gebraucht, etwa 512KB oder 100MB.</translation>
    </message>
    <message>
        <source>A time is needed here, such as 30s, 15m or 90d.</source>
        <translation>Hier wird eine Dauer gebraucht, etwa 30s, 15m oder 90d.</translation>
    </message>
    <message>
        <source>A whole number is needed here.</source>
        <translation>Hier wird eine ganze Zahl gebraucht.</translation>
    </message>
    <message>
        <source>At least {least}, please.</source>
        <translation>Bitte mindestens {least}.</translation>
    </message>
    <message>
        <source>At most {most}, please.</source>
        <translation>Bitte höchstens {most}.</translation>
    </message>
    <message>
        <source>One of the choices is needed here.</source>
        <translation>Hier wird eine der Möglichkeiten gebraucht.</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Absenden</translation>
    </message>
    <message>
        <source>These are too many entries, or too long ones.</source>
        <translation>Das sind zu viele oder zu lange Einträge.</translation>
    </message>
    <message>
        <source>This cannot be taken.</source>
        <translation>Dies kann nicht übernommen werden.</translation>
    </message>
    <message>
        <source>This must not be empty.</source>
        <translation>Dies darf nicht leer sein.</translation>
    </message>
</context>
<context>
    <name>FormatList</name>
    <message>
        <source>By the plugin {name}</source>
        <translation>Vom Plugin {name}</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
</context>
<context>
    <name>FormatMenu</name>
    <message>
        <source>As it is</source>
        <translation>Wie es ist</translation>
    </message>
    <message>
        <source>Show as</source>
        <translation>Zeigen als</translation>
    </message>
</context>
<context>
    <name>Formatting</name>
    <message>
        <source>Formatting…</source>
        <translation>Formatierung läuft…</translation>
    </message>
</context>
<context>
    <name>GaugeBody</name>
    <message>
        <source>of {highest}</source>
        <translation>von {highest}</translation>
    </message>
</context>
<context>
    <name>GoToLine</name>
    <message>
        <source>Go to line</source>
        <translation>Zu Zeile gehen</translation>
    </message>
    <message>
        <source>Line {line} of {count}.</source>
        <translation>Zeile {line} von {count}.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}; Enter goes there.</source>
        <translation>Zeile {line}, Spalte {column}; Eingabe geht dorthin.</translation>
    </message>
    <message>
        <source>Line, line:column, +10 or -10</source>
        <translation>Zeile, Zeile:Spalte, +10 oder -10</translation>
    </message>
    <message>
        <source>This is no line: write 120 or 120:8.</source>
        <translation>Das ist keine Zeile: Schreiben Sie 120 oder 120:8.</translation>
    </message>
</context>
<context>
    <name>GridMenus</name>
    <message>
        <source>Add to the order</source>
        <translation>Als weiteren Schlüssel</translation>
    </message>
    <message>
        <source>As the server sent them</source>
        <translation>Wie vom Server gesendet</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Spalten …</translation>
    </message>
    <message>
        <source>Copy column name</source>
        <translation>Spaltennamen kopieren</translation>
    </message>
    <message>
        <source>Fit all widths</source>
        <translation>Alle Breiten anpassen</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Breite anpassen</translation>
    </message>
    <message>
        <source>Freeze up to here</source>
        <translation>Bis hierher fixieren</translation>
    </message>
    <message>
        <source>Hide column</source>
        <translation>Spalte ausblenden</translation>
    </message>
    <message>
        <source>Select column</source>
        <translation>Spalte auswählen</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>Aufsteigend sortieren</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>Absteigend sortieren</translation>
    </message>
    <message>
        <source>Unfreeze columns</source>
        <translation>Spalten lösen</translation>
    </message>
</context>
<context>
    <name>GroupDialog</name>
    <message numerus="yes">
        <source>All %n connection(s) of this group</source>
        <translation>
            <numerusform>Die %n Verbindung dieser Gruppe</numerusform>
            <numerusform>Alle %n Verbindungen dieser Gruppe</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>HeatScale</name>
    <message>
        <source>Colours from {lowest} to {highest}</source>
        <translation>Farben von {lowest} bis {highest}</translation>
    </message>
</context>
<context>
    <name>HexView</name>
    <message>
        <source>Bytes of the value</source>
        <translation>Bytes des Werts</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) affected</source>
        <translation>
            <numerusform>%n Zeile betroffen</numerusform>
            <numerusform>%n Zeilen betroffen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Unknown: it may have been done</source>
        <translation>Unbekannt: vielleicht wurde sie ausgeführt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>by the plugin {name}</source>
        <translation>vom Plugin {name}</translation>
    </message>
    <message>
        <source>from the command line</source>
        <translation>von der Befehlszeile</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>nicht aufbewahrt</translation>
    </message>
    <message>
        <source>{milliseconds} ms</source>
        <translation>{milliseconds} ms</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
</context>
<context>
    <name>HistoryFeature</name>
    <message>
        <source>A secret was left out of this statement when it was kept. Put it in before you run it.</source>
        <translation>Aus dieser Anweisung wurde ein Geheimnis weggelassen, als sie aufbewahrt wurde. Setzen Sie es ein, bevor Sie sie ausführen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Clear history</source>
        <translation>Verlauf leeren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete all statements from the history?</source>
        <translation>Alle Anweisungen aus dem Verlauf löschen?</translation>
    </message>
    <message>
        <source>Delete all statements that fit the filters?</source>
        <translation>Alle Anweisungen löschen, die zu den Filtern passen?</translation>
    </message>
    <message>
        <source>Only the beginning of this statement was kept.</source>
        <translation>Nur der Anfang dieser Anweisung wurde aufbewahrt.</translation>
    </message>
    <message>
        <source>Pinned ones stay. This cannot be undone.</source>
        <translation>Angeheftete bleiben. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>The connection {name} is not saved any more. Choose where to run the statement.</source>
        <translation>Die Verbindung {name} ist nicht mehr gespeichert. Wählen Sie, wo die Anweisung laufen soll.</translation>
    </message>
</context>
<context>
    <name>HistoryFilters</name>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>All connections</source>
        <translation>Alle Verbindungen</translation>
    </message>
    <message>
        <source>All databases</source>
        <translation>Alle Datenbanken</translation>
    </message>
    <message>
        <source>Also statements of plugins</source>
        <translation>Auch Anweisungen von Plugins</translation>
    </message>
    <message>
        <source>Any duration</source>
        <translation>Jede Dauer</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Jeder Zustand</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jede Zeit</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>From {seconds} s</source>
        <translation>Ab {seconds} s</translation>
    </message>
    <message>
        <source>Only pinned entries</source>
        <translation>Nur angeheftete Einträge</translation>
    </message>
    <message>
        <source>Search in statements</source>
        <translation>In Anweisungen suchen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
</context>
<context>
    <name>HistoryPreview</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Only the beginning of this statement was kept.</source>
        <translation>Nur der Anfang dieser Anweisung wurde aufbewahrt.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open in a new editor (Enter)</source>
        <translation>In einem neuen Editor öffnen (Eingabe)</translation>
    </message>
    <message>
        <source>Open in a new editor and run it there (Ctrl+Enter)</source>
        <translation>In einem neuen Editor öffnen und dort ausführen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Parameters:</source>
        <translation>Parameter:</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Every statement that you run is kept here, before it is sent.</source>
        <translation>Jede Anweisung, die Sie ausführen, steht hier, noch bevor sie gesendet wird.</translation>
    </message>
    <message>
        <source>No statement fits.</source>
        <translation>Keine Anweisung passt.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
</context>
<context>
    <name>HostKeyQuestion</name>
    <message>
        <source>Compare the fingerprint with what the server&apos;s administrator tells you, not with what the network shows. Nothing was sent to the server yet.</source>
        <translation>Vergleichen Sie den Fingerabdruck mit dem, was der Administrator des Servers Ihnen sagt, nicht mit dem, was das Netz zeigt. An den Server wurde noch nichts gesendet.</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Kind of key</source>
        <translation>Art des Schlüssels</translation>
    </message>
    <message>
        <source>Only this time</source>
        <translation>Nur dieses Mal</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Remember and connect</source>
        <translation>Merken und verbinden</translation>
    </message>
    <message>
        <source>The SSH server {host}, port {port}, is not known yet.</source>
        <translation>Der SSH-Server {host}, Port {port}, ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>Unknown SSH server</source>
        <translation>Unbekannter SSH-Server</translation>
    </message>
</context>
<context>
    <name>Hover</name>
    <message>
        <source>Nothing is known of this name.</source>
        <translation>Über diesen Namen ist nichts bekannt.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n connection(s) of {program}. Passwords stay there and are asked for.</source>
        <translation>
            <numerusform>%n Verbindung von {program}. Kennwörter bleiben dort und werden erfragt.</numerusform>
            <numerusform>%n Verbindungen von {program}. Kennwörter bleiben dort und werden erfragt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>Add %n</source>
        <translation>
            <numerusform>%n hinzufügen</numerusform>
            <numerusform>%n hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Connections that were found</source>
        <translation>Gefundene Verbindungen</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>Entwicklung</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Import connections</source>
        <translation>Verbindungen importieren</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Saved already.</source>
        <translation>Schon gespeichert.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
</context>
<context>
    <name>IndexDetail</name>
    <message>
        <source>An index signed by {name}, whose key you trust.</source>
        <translation>Ein Verzeichnis, signiert von {name}, dessen Schlüssel Sie vertrauen.</translation>
    </message>
    <message>
        <source>An index whose signature you do not trust: what it says is not vouched for.</source>
        <translation>Ein Verzeichnis, dessen Signatur Sie nicht vertrauen: Für das, was es sagt, bürgt niemand.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Go back to {version}…</source>
        <translation>Zurück zu {version}…</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>Installieren…</translation>
    </message>
    <message>
        <source>It comes with Lapwing.</source>
        <translation>Es gehört zu Lapwing.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Update to {version}…</source>
        <translation>Auf {version} aktualisieren…</translation>
    </message>
    <message>
        <source>WHAT IT MAY DO</source>
        <translation>WAS ES DARF</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Works with Lapwing</source>
        <translation>Passt zu Lapwing</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Choose a cell to see its value here.</source>
        <translation>Wählen Sie eine Zelle, um ihren Wert hier zu sehen.</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>Den Wert kopieren</translation>
    </message>
    <message>
        <source>Hide inspector</source>
        <translation>Inspektor ausblenden</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Keep this value</source>
        <translation>Diesen Wert behalten</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>ROW</source>
        <translation>ZEILE</translation>
    </message>
    <message>
        <source>SELECTION</source>
        <translation>AUSWAHL</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>The rows cannot be read: {reason}</source>
        <translation>Die Zeilen können nicht gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>VALUE</source>
        <translation>WERT</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} Bytes</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} Zeichen</translation>
    </message>
</context>
<context>
    <name>InstallDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Enable plugin</source>
        <translation>Plugin einschalten</translation>
    </message>
    <message>
        <source>Enable {name} {version}?</source>
        <translation>{name} {version} einschalten?</translation>
    </message>
    <message>
        <source>Go back from {name} {before} to {version}?</source>
        <translation>Von {name} {before} zurück zu {version}?</translation>
    </message>
    <message>
        <source>I have compared this key, and trust it from now on</source>
        <translation>Ich habe diesen Schlüssel verglichen und vertraue ihm von nun an</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>Install it only if you know who made it, and trust them with this.</source>
        <translation>Installieren Sie es nur, wenn Sie wissen, von wem es ist, und ihm dies anvertrauen.</translation>
    </message>
    <message>
        <source>Install or enable before what it needs: {list}.</source>
        <translation>Installieren oder schalten Sie vorher ein, was es braucht: {list}.</translation>
    </message>
    <message>
        <source>Install plugin</source>
        <translation>Plugin installieren</translation>
    </message>
    <message>
        <source>Install the earlier version</source>
        <translation>Die frühere Version installieren</translation>
    </message>
    <message>
        <source>Install {name} {version} again?</source>
        <translation>{name} {version} noch einmal installieren?</translation>
    </message>
    <message>
        <source>Install {name} {version}?</source>
        <translation>{name} {version} installieren?</translation>
    </message>
    <message>
        <source>It does not ask any more: {list}.</source>
        <translation>Es verlangt nicht mehr: {list}.</translation>
    </message>
    <message>
        <source>It is signed by {name}, whose key you trust.</source>
        <translation>Es ist von {name} signiert, dessen Schlüssel Sie vertrauen.</translation>
    </message>
    <message>
        <source>It is signed with a key that you do not trust yet: {key}</source>
        <translation>Es ist mit einem Schlüssel signiert, dem Sie noch nicht vertrauen: {key}</translation>
    </message>
    <message>
        <source>Python packages that are put beside it: {list}.</source>
        <translation>Python-Pakete, die danebengelegt werden: {list}.</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Update plugin</source>
        <translation>Plugin aktualisieren</translation>
    </message>
    <message>
        <source>Update {name} from {before} to {version}?</source>
        <translation>{name} von {before} auf {version} aktualisieren?</translation>
    </message>
    <message>
        <source>WHAT IT MAY DO</source>
        <translation>WAS ES DARF</translation>
    </message>
    <message>
        <source>What is marked as new was not asked for by the version you have.</source>
        <translation>Was als neu gekennzeichnet ist, verlangte die Version nicht, die Sie haben.</translation>
    </message>
    <message>
        <source>What it may do</source>
        <translation>Was es darf</translation>
    </message>
    <message>
        <source>What the later version kept may not be understood by the earlier one.</source>
        <translation>Was die spätere Version aufbewahrt hat, versteht die frühere vielleicht nicht.</translation>
    </message>
    <message>
        <source>author not named</source>
        <translation>Urheber nicht genannt</translation>
    </message>
    <message>
        <source>by {author}</source>
        <translation>von {author}</translation>
    </message>
    <message>
        <source>licence not named</source>
        <translation>Lizenz nicht genannt</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) in {time}</source>
        <translation>
            <numerusform>%n Zeile in {time}</numerusform>
            <numerusform>%n Zeilen in {time}</numerusform>
        </translation>
    </message>
    <message>
        <source>Being cancelled…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>Cancelled; nothing was imported.</source>
        <translation>Abgebrochen; nichts wurde importiert.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>Abgebrochen; es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Export {name}</source>
        <translation>Export {name}</translation>
    </message>
    <message>
        <source>Import {name}</source>
        <translation>Import {name}</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>{count} of about {total} rows</source>
        <translation>{count} von etwa {total} Zeilen</translation>
    </message>
    <message>
        <source>{count} of {total} rows</source>
        <translation>{count} von {total} Zeilen</translation>
    </message>
    <message>
        <source>{count} rows/s</source>
        <translation>{count} Zeilen/s</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
</context>
<context>
    <name>JobsList</name>
    <message>
        <source>Background jobs</source>
        <translation>Hintergrundaufgaben</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Beendete entfernen</translation>
    </message>
    <message>
        <source>Nothing runs in the background.</source>
        <translation>Im Hintergrund läuft nichts.</translation>
    </message>
</context>
<context>
    <name>JsonTree</name>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>JSON tree</source>
        <translation>JSON-Baum</translation>
    </message>
</context>
<context>
    <name>KeyModel</name>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
</context>
<context>
    <name>KeyPage</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Choose a command, then press a key in the field.</source>
        <translation>Wählen Sie einen Befehl, dann drücken Sie im Feld eine Taste.</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Find a command, or a key by its name</source>
        <translation>Einen Befehl suchen, oder eine Taste bei ihrem Namen</translation>
    </message>
    <message>
        <source>Keys cannot be written: {reason}. They hold until Lapwing ends.</source>
        <translation>Tasten können nicht geschrieben werden: {reason}. Sie gelten, bis Lapwing endet.</translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation>Taste drücken</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation>Von dort nehmen</translation>
    </message>
    <message>
        <source>{keys} is AltGr with a letter on many keyboards, which types a character there.</source>
        <translation>{keys} ist auf vielen Tastaturen AltGr mit einem Buchstaben; das tippt dort ein Zeichen.</translation>
    </message>
    <message>
        <source>{keys} is free.</source>
        <translation>{keys} ist frei.</translation>
    </message>
    <message>
        <source>{keys} is taken: {commands}.</source>
        <translation>{keys} ist vergeben: {commands}.</translation>
    </message>
    <message>
        <source>{keys} types a character. Press it with Ctrl or Alt.</source>
        <translation>{keys} tippt ein Zeichen. Drücken Sie die Taste mit Strg oder Alt.</translation>
    </message>
</context>
<context>
    <name>KeyValues</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>KeysView</name>
    <message>
        <source>Add key…</source>
        <translation>Schlüssel hinzufügen…</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Weil</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>For a key that was lost or is in wrong hands: what it signed is stopped, and not installed again.</source>
        <translation>Für einen Schlüssel, der verloren ging oder in falschen Händen ist: Was er signiert hat, wird angehalten und nicht wieder installiert.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Keine Schlüssel</translation>
    </message>
    <message>
        <source>Nothing that it signed is installed, and what was installed of it does not run.</source>
        <translation>Nichts, was er signiert hat, wird installiert, und was davon installiert war, läuft nicht.</translation>
    </message>
    <message>
        <source>Packages that are signed by a key you trust count as signed. Indexes have keys of their own.</source>
        <translation>Pakete, die mit einem Schlüssel signiert sind, dem Sie vertrauen, gelten als signiert. Verzeichnisse haben eigene Schlüssel.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Revoke {name}?</source>
        <translation>{name} widerrufen?</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Widerrufen…</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Take back that {name} is revoked?</source>
        <translation>Zurücknehmen, dass {name} widerrufen ist?</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Zurücknehmen…</translation>
    </message>
    <message>
        <source>Trust no more</source>
        <translation>Nicht mehr vertrauen</translation>
    </message>
    <message>
        <source>Trust no more…</source>
        <translation>Nicht mehr vertrauen…</translation>
    </message>
    <message>
        <source>Trust {name} no more?</source>
        <translation>{name} nicht mehr vertrauen?</translation>
    </message>
    <message>
        <source>Trusted</source>
        <translation>Vertraut</translation>
    </message>
    <message>
        <source>Trusted since</source>
        <translation>Vertraut seit</translation>
    </message>
    <message>
        <source>What it signed can run again. It is not trusted before you say so.</source>
        <translation>Was er signiert hat, kann wieder laufen. Vertraut wird ihm erst, wenn Sie das sagen.</translation>
    </message>
    <message>
        <source>What it signed stays installed, and counts as unsigned.</source>
        <translation>Was er signiert hat, bleibt installiert und gilt als unsigniert.</translation>
    </message>
    <message>
        <source>What it signs counts as signed. An update must carry the same signature.</source>
        <translation>Was er signiert, gilt als signiert. Eine Aktualisierung muss dieselbe Signatur tragen.</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Ihnen</translation>
    </message>
</context>
<context>
    <name>KindRow</name>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
</context>
<context>
    <name>LatestModel</name>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>LicencesPage</name>
    <message>
        <source>Comes inside {package}</source>
        <translation>Kommt in {package} mit</translation>
    </message>
    <message>
        <source>Find a part or a licence</source>
        <translation>Bestandteil oder Lizenz suchen</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Bestandteile</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Text der Lizenz</translation>
    </message>
</context>
<context>
    <name>LimitBar</name>
    <message>
        <source>Incomplete: an error ended it after {count} rows.</source>
        <translation>Unvollständig: nach {count} Zeilen durch einen Fehler beendet.</translation>
    </message>
    <message>
        <source>Incomplete: cancelled after {count} rows.</source>
        <translation>Unvollständig: nach {count} Zeilen abgebrochen.</translation>
    </message>
    <message>
        <source>Incomplete: {count} rows. The disk is full.</source>
        <translation>Unvollständig: {count} Zeilen. Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>Incomplete: {count} rows. The engine stopped.</source>
        <translation>Unvollständig: {count} Zeilen. Der Datenbankdienst wurde beendet.</translation>
    </message>
    <message>
        <source>Incomplete: {count} rows. The room for results is used up.</source>
        <translation>Unvollständig: {count} Zeilen. Der Platz für Ergebnisse ist aufgebraucht.</translation>
    </message>
    <message>
        <source>Load all</source>
        <translation>Alle laden</translation>
    </message>
    <message>
        <source>Load {count} more</source>
        <translation>{count} weitere laden</translation>
    </message>
    <message>
        <source>Row limit reached: {count} rows. The statement is still open on the server.</source>
        <translation>Zeilengrenze erreicht: {count} Zeilen. Die Anweisung ist auf dem Server noch offen.</translation>
    </message>
    <message>
        <source>The first {count} rows; the statement was closed after waiting.</source>
        <translation>Die ersten {count} Zeilen; die Anweisung wurde nach der Wartezeit geschlossen.</translation>
    </message>
    <message>
        <source>The first {count} rows; there are more.</source>
        <translation>Die ersten {count} Zeilen; es gibt weitere.</translation>
    </message>
</context>
<context>
    <name>LineField</name>
    <message>
        <source>for example 100MB</source>
        <translation>zum Beispiel 100MB</translation>
    </message>
    <message>
        <source>for example 30s or 90d</source>
        <translation>zum Beispiel 30s oder 90d</translation>
    </message>
</context>
<context>
    <name>LinesField</name>
    <message>
        <source>one a line</source>
        <translation>eines je Zeile</translation>
    </message>
</context>
<context>
    <name>ListenerDialog</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Host names</source>
        <translation>Hostnamen</translation>
    </message>
    <message>
        <source>Keep for days</source>
        <translation>Tage aufbewahren</translation>
    </message>
    <message>
        <source>Keep megabytes</source>
        <translation>Megabyte aufbewahren</translation>
    </message>
    <message>
        <source>Messages a second</source>
        <translation>Nachrichten pro Sekunde</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Webhook listener</source>
        <translation>Webhook-Empfänger</translation>
    </message>
    <message>
        <source>of a proxy or tunnel before it, with commas between</source>
        <translation>eines Proxys oder Tunnels davor, durch Kommas getrennt</translation>
    </message>
</context>
<context>
    <name>LocalHistory</name>
    <message>
        <source>before formatting</source>
        <translation>vor dem Formatieren</translation>
    </message>
    <message>
        <source>before reloading</source>
        <translation>vor dem Neuladen</translation>
    </message>
    <message>
        <source>before replacing</source>
        <translation>vor dem Ersetzen</translation>
    </message>
    <message>
        <source>before restoring</source>
        <translation>vor dem Zurückholen</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>geöffnet</translation>
    </message>
    <message>
        <source>run</source>
        <translation>ausgeführt</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>while editing</source>
        <translation>beim Bearbeiten</translation>
    </message>
</context>
<context>
    <name>LocalHistoryDialog</name>
    <message>
        <source>Local history of {title}</source>
        <translation>Lokale Geschichte von {title}</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>There are no earlier versions yet; one is kept at each run and each save.</source>
        <translation>Es gibt noch keine früheren Fassungen; bei jedem Ausführen und jedem Speichern wird eine aufgehoben.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Fassungen</translation>
    </message>
</context>
<context>
    <name>LocksModel</name>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>held</source>
        <translation>gehalten</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>Wartezeiten</translation>
    </message>
    <message>
        <source>waits {age}</source>
        <translation>wartet {age}</translation>
    </message>
</context>
<context>
    <name>LocksView</name>
    <message>
        <source>Locks</source>
        <translation>Sperren</translation>
    </message>
</context>
<context>
    <name>LoginPage</name>
    <message>
        <source>As it stands in the navigator</source>
        <translation>Wie sie im Navigator steht</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Environments…</source>
        <translation>Umgebungen…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>No environment</source>
        <translation>Keine Umgebung</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Read-only: the server refuses every change</source>
        <translation>Schreibgeschützt: der Server lehnt jede Änderung ab</translation>
    </message>
    <message>
        <source>SQLAlchemy URL, such as duckdb:////home/me/sales.duckdb</source>
        <translation>SQLAlchemy-URL, etwa duckdb:////home/ich/verkauf.duckdb</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
</context>
<context>
    <name>LongRuns</name>
    <message>
        <source>After {time}.</source>
        <translation>Nach {time}.</translation>
    </message>
    <message>
        <source>{title}: done</source>
        <translation>{title}: fertig</translation>
    </message>
    <message>
        <source>{title}: failed</source>
        <translation>{title}: fehlgeschlagen</translation>
    </message>
    <message>
        <source>{title}: rows are there</source>
        <translation>{title}: Zeilen sind da</translation>
    </message>
</context>
<context>
    <name>LostScript</name>
    <message>
        <source>Only the beginning of this statement was kept:</source>
        <translation>Nur der Anfang dieser Anweisung wurde aufbewahrt:</translation>
    </message>
    <message>
        <source>These are its statements on {connection}, begun {time}. Nothing of them was run again.</source>
        <translation>Das sind ihre Anweisungen auf {connection}, begonnen {time}. Nichts davon wurde noch einmal ausgeführt.</translation>
    </message>
    <message>
        <source>This statement did not succeed:</source>
        <translation>Diese Anweisung gelang nicht:</translation>
    </message>
    <message>
        <source>This statement was under way:</source>
        <translation>Diese Anweisung war in Arbeit:</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Query {number}</source>
        <translation>Abfrage {number}</translation>
    </message>
</context>
<context>
    <name>ManualText</name>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
</context>
<context>
    <name>ManualWindow</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Zurück (Alt+Links)</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>Vorwärts (Alt+Rechts)</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Im Handbuch suchen</translation>
    </message>
</context>
<context>
    <name>MappingForm</name>
    <message>
        <source>Column for {name}</source>
        <translation>Spalte für {name}</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>Spalte der Datei</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>Erste Werte</translation>
    </message>
    <message>
        <source>Goes into</source>
        <translation>Kommt in</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Type of {name}</source>
        <translation>Typ von {name}</translation>
    </message>
    <message>
        <source>What goes where</source>
        <translation>Was wohin kommt</translation>
    </message>
    <message>
        <source>Where {name} goes</source>
        <translation>Wohin {name} kommt</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>Menu bar</source>
        <translation>Menüleiste</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
</context>
<context>
    <name>MetricForm</name>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n Verbindung</numerusform>
            <numerusform>%n Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Alerts and dashboards know it by this.</source>
        <translation>Warnungen und Dashboards kennen sie daran.</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Bytes per second</source>
        <translation>Bytes je Sekunde</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Its growth per second</source>
        <translation>Ihr Zuwachs je Sekunde</translation>
    </message>
    <message>
        <source>Its growth since the last look</source>
        <translation>Ihr Zuwachs seit dem letzten Blick</translation>
    </message>
    <message>
        <source>Label columns</source>
        <translation>Merkmalsspalten</translation>
    </message>
    <message>
        <source>Milliseconds</source>
        <translation>Millisekunden</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Number per second</source>
        <translation>Anzahl je Sekunde</translation>
    </message>
    <message>
        <source>Read of</source>
        <translation>Gelesen von</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Seconds per second</source>
        <translation>Sekunden je Sekunde</translation>
    </message>
    <message>
        <source>Share (0 to 1)</source>
        <translation>Anteil (0 bis 1)</translation>
    </message>
    <message>
        <source>The first column&apos;s share of the second</source>
        <translation>Der Anteil der ersten Spalte an der zweiten</translation>
    </message>
    <message>
        <source>The number as it is</source>
        <translation>Die Zahl, wie sie ist</translation>
    </message>
    <message>
        <source>The same of their growth</source>
        <translation>Dasselbe von ihrem Zuwachs</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Value columns</source>
        <translation>Wertspalten</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>all that are not named as labels</source>
        <translation>alle, die nicht als Merkmale genannt sind</translation>
    </message>
    <message>
        <source>as alerts and dashboards name it: orders_waiting</source>
        <translation>wie Warnungen und Dashboards sie nennen: orders_waiting</translation>
    </message>
    <message>
        <source>at each look</source>
        <translation>bei jedem Blick</translation>
    </message>
    <message>
        <source>every server</source>
        <translation>jedem Server</translation>
    </message>
    <message>
        <source>every server: {kind}</source>
        <translation>jedem Server: {kind}</translation>
    </message>
    <message>
        <source>for example Orders waiting</source>
        <translation>zum Beispiel Wartende Bestellungen</translation>
    </message>
    <message>
        <source>once a minute</source>
        <translation>einmal je Minute</translation>
    </message>
    <message>
        <source>their texts tell several rows apart</source>
        <translation>ihre Texte unterscheiden mehrere Zeilen</translation>
    </message>
</context>
<context>
    <name>MetricsDialog</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Und %n weitere.</numerusform>
            <numerusform>Und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking {connection} …</source>
        <translation>{connection} wird gefragt …</translation>
    </message>
    <message>
        <source>Begin a new metric</source>
        <translation>Eine neue Metrik beginnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Each row of the statement is a series; Try says what it tells now.</source>
        <translation>Jede Zeile der Anweisung ist eine Reihe; „Ausprobieren“ sagt, was sie jetzt ergibt.</translation>
    </message>
    <message>
        <source>It is read from the next look on.</source>
        <translation>Sie wird ab dem nächsten Blick gelesen.</translation>
    </message>
    <message>
        <source>It told no row, and so no series.</source>
        <translation>Sie ergab keine Zeile und damit keine Reihe.</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Your own metrics</source>
        <translation>Eigene Metriken</translation>
    </message>
</context>
<context>
    <name>MonitorEditBar</name>
    <message>
        <source>Add panel</source>
        <translation>Feld hinzufügen</translation>
    </message>
    <message>
        <source>Ctrl with an arrow key moves a panel, Shift resizes it; Enter changes it, Delete removes it.</source>
        <translation>Strg mit einer Pfeiltaste verschiebt ein Feld, Umschalt ändert seine Größe; Eingabe bearbeitet es, Entf entfernt es.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Drag panels by their titles and corners.</source>
        <translation>Ziehen Sie Felder an ihren Titeln und Ecken.</translation>
    </message>
    <message>
        <source>It is saved as a copy.</source>
        <translation>Es wird als Kopie gespeichert.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Title of the dashboard</source>
        <translation>Titel des Dashboards</translation>
    </message>
</context>
<context>
    <name>MonitorPage</name>
    <message>
        <source>Go live</source>
        <translation>Live gehen</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>Monitor</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>This is what was kept. The server is looked at again when you ask for it.</source>
        <translation>Dies wurde aufbewahrt. Der Server wird wieder beobachtet, wenn Sie es verlangen.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>{path} is no dashboard that can be shown: {reason}</source>
        <translation>{path} ist kein Dashboard, das gezeigt werden kann: {reason}</translation>
    </message>
</context>
<context>
    <name>MonitorTools</name>
    <message>
        <source>A removed connection</source>
        <translation>Eine entfernte Verbindung</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>How often the server is looked at</source>
        <translation>Wie oft der Server beobachtet wird</translation>
    </message>
    <message>
        <source>Last 12 hours</source>
        <translation>Letzte 12 Stunden</translation>
    </message>
    <message>
        <source>Last 15 min</source>
        <translation>Letzte 15 Minuten</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 3 hours</source>
        <translation>Letzte 3 Stunden</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>More of this dashboard</source>
        <translation>Mehr zu diesem Dashboard</translation>
    </message>
    <message>
        <source>Own range…</source>
        <translation>Eigener Zeitraum…</translation>
    </message>
    <message>
        <source>Parts of the monitor</source>
        <translation>Teile des Monitors</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Gezeigter Zeitraum</translation>
    </message>
</context>
<context>
    <name>MonitoringNotice</name>
    <message>
        <source>Monitoring failed, so no samples are kept, and alerts are not judged.</source>
        <translation>Die Überwachung ist gescheitert: Es werden keine Messwerte aufbewahrt, und Alarme werden nicht beurteilt.</translation>
    </message>
    <message>
        <source>Monitoring is stopped: no samples are kept, and alerts are not judged.</source>
        <translation>Die Überwachung ist angehalten: Es werden keine Messwerte aufbewahrt, und Alarme werden nicht beurteilt.</translation>
    </message>
    <message>
        <source>Start monitoring</source>
        <translation>Überwachung starten</translation>
    </message>
</context>
<context>
    <name>MorePage</name>
    <message>
        <source>Further options</source>
        <translation>Weitere Optionen</translation>
    </message>
    <message>
        <source>Further options, one name=value a line</source>
        <translation>Weitere Optionen, je Zeile ein Name=Wert</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Heading in the navigator</source>
        <translation>Überschrift im Navigator</translation>
    </message>
</context>
<context>
    <name>NavigatorTree</name>
    <message>
        <source>Database objects</source>
        <translation>Datenbankobjekte</translation>
    </message>
</context>
<context>
    <name>NavigatorView</name>
    <message>
        <source>Collapse all</source>
        <translation>Alles zuklappen</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Filter objects</source>
        <translation>Objekte filtern</translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation>Navigator</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>Neue Verbindung</translation>
    </message>
    <message>
        <source>Read everything again</source>
        <translation>Alles neu einlesen</translation>
    </message>
</context>
<context>
    <name>NoteStrip</name>
    <message>
        <source>Sort on the server</source>
        <translation>Auf dem Server sortieren</translation>
    </message>
</context>
<context>
    <name>NothingFits</name>
    <message>
        <source>Nothing fits</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>Searched is what was opened once, and the schemas beside it. A comma means or: cust, order</source>
        <translation>Durchsucht wird, was einmal geöffnet wurde, und die Schemas daneben. Ein Komma heißt oder: kund, best</translation>
    </message>
</context>
<context>
    <name>NothingYet</name>
    <message>
        <source>Connect to a server, open a SQLite file, or drop one here.</source>
        <translation>Verbinden Sie sich mit einem Server, öffnen Sie eine SQLite-Datei, oder lassen Sie eine hier fallen.</translation>
    </message>
    <message>
        <source>New connection…</source>
        <translation>Neue Verbindung…</translation>
    </message>
    <message>
        <source>No connections yet</source>
        <translation>Noch keine Verbindungen</translation>
    </message>
    <message>
        <source>Open a SQLite file…</source>
        <translation>SQLite-Datei öffnen…</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
</context>
<context>
    <name>ObjectDeeds</name>
    <message>
        <source>Its database is not touched. Editors that use it stay open.</source>
        <translation>Ihre Datenbank bleibt unberührt. Editoren, die sie benutzen, bleiben offen.</translation>
    </message>
    <message>
        <source>Open SQLite database</source>
        <translation>SQLite-Datenbank öffnen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove connection</source>
        <translation>Verbindung entfernen</translation>
    </message>
    <message>
        <source>Remove {name} from the list?</source>
        <translation>{name} aus der Liste entfernen?</translation>
    </message>
</context>
<context>
    <name>OpenAnything</name>
    <message>
        <source>Connect to this place…</source>
        <translation>Mit diesem Ort verbinden…</translation>
    </message>
    <message>
        <source>Find a table, a connection, a tab, a file, a statement, a setting or a command</source>
        <translation>Tabelle, Verbindung, Reiter, Datei, Anweisung, Einstellung oder Befehl finden</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>Open anything</source>
        <translation>Alles öffnen</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>history</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tab</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Sample database</source>
        <translation>Beispieldatenbank</translation>
    </message>
</context>
<context>
    <name>PaneActions</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close others</source>
        <translation>Andere schließen</translation>
    </message>
    <message>
        <source>Pin: keep when the next statement is run</source>
        <translation>Anheften: beim nächsten Lauf behalten</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
</context>
<context>
    <name>PaneTools</name>
    <message>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>Copy the selected cells (Ctrl+K)</source>
        <translation>Die ausgewählten Zellen kopieren (Strg+K)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>Zeilen filtern</translation>
    </message>
    <message>
        <source>Find in result (Ctrl+F)</source>
        <translation>Im Ergebnis suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>No row limit</source>
        <translation>Keine Zeilengrenze</translation>
    </message>
    <message>
        <source>Other number…</source>
        <translation>Andere Zahl …</translation>
    </message>
    <message>
        <source>Row limit</source>
        <translation>Zeilengrenze</translation>
    </message>
    <message>
        <source>Row limit of the settings</source>
        <translation>Zeilengrenze der Einstellungen</translation>
    </message>
    <message>
        <source>Row limit of this tab: {limit}</source>
        <translation>Zeilengrenze dieses Tabs: {limit}</translation>
    </message>
    <message>
        <source>Rows after which fetching pauses in this tab:</source>
        <translation>Zeilen, nach denen das Holen in diesem Tab anhält:</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} Zeilen</translation>
    </message>
</context>
<context>
    <name>PanelDialog</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Bad from</source>
        <translation>Schlecht ab</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Beside a single value; {connections_max} puts in the value of a metric</source>
        <translation>Neben einem Einzelwert; {connections_max} setzt den Wert einer Metrik ein</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Find a metric</source>
        <translation>Metrik suchen</translation>
    </message>
    <message>
        <source>Gauge</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Höchster</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>Niedrigster</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>New panel</source>
        <translation>Neues Feld</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Show this metric</source>
        <translation>Diese Metrik zeigen</translation>
    </message>
    <message>
        <source>Show this no longer</source>
        <translation>Dies nicht mehr zeigen</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>Single value</source>
        <translation>Einzelwert</translation>
    </message>
    <message>
        <source>Stacked areas</source>
        <translation>Gestapelte Flächen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Warning from</source>
        <translation>Warnung ab</translation>
    </message>
</context>
<context>
    <name>PanelFrame</name>
    <message>
        <source>Menu of {panel}</source>
        <translation>Menü von {panel}</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Feld</translation>
    </message>
</context>
<context>
    <name>PanelLegend</name>
    <message numerus="yes">
        <source>%n more series</source>
        <translation>
            <numerusform>%n weitere Reihe</numerusform>
            <numerusform>%n weitere Reihen</numerusform>
        </translation>
    </message>
    <message>
        <source>{title}: shown or hidden by a click</source>
        <translation>{title}: ein Klick zeigt oder verbirgt sie</translation>
    </message>
</context>
<context>
    <name>PanelView</name>
    <message numerus="yes">
        <source>%n smaller series not drawn</source>
        <translation>
            <numerusform>%n kleinere Reihe nicht gezeichnet</numerusform>
            <numerusform>%n kleinere Reihen nicht gezeichnet</numerusform>
        </translation>
    </message>
    <message>
        <source>More of this panel</source>
        <translation>Mehr zu diesem Feld</translation>
    </message>
    <message>
        <source>No values yet</source>
        <translation>Noch keine Werte</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>Nicht verfügbar</translation>
    </message>
    <message>
        <source>Not permitted</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>{series} has another unit and is not drawn</source>
        <translation>{series} hat eine andere Einheit und wird nicht gezeichnet</translation>
    </message>
</context>
<context>
    <name>ParameterRow</name>
    <message>
        <source>As the server decides</source>
        <translation>Wie der Server entscheidet</translation>
    </message>
    <message>
        <source>Binary (0x…)</source>
        <translation>Binär (0x…)</translation>
    </message>
    <message>
        <source>Date or time</source>
        <translation>Datum oder Zeit</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>True or false</source>
        <translation>Wahr oder falsch</translation>
    </message>
    <message>
        <source>Type of {name}</source>
        <translation>Typ von {name}</translation>
    </message>
    <message>
        <source>Value of {name}</source>
        <translation>Wert von {name}</translation>
    </message>
    <message>
        <source>{name} is NULL</source>
        <translation>{name} ist NULL</translation>
    </message>
</context>
<context>
    <name>ParametersDialog</name>
    <message>
        <source>Ask each time</source>
        <translation>Jedes Mal fragen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Otherwise this tab runs with its last values; the Query menu has how to change them</source>
        <translation>Sonst führt dieser Tab mit seinen letzten Werten aus; im Menü Abfrage lassen sie sich ändern</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
</context>
<context>
    <name>PermissionList</name>
    <message>
        <source>It asks for nothing.</source>
        <translation>Es verlangt nichts.</translation>
    </message>
    <message>
        <source>It asks for nothing: no data, no files, no network.</source>
        <translation>Es verlangt nichts: keine Daten, keine Dateien, kein Netz.</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
</context>
<context>
    <name>PhaseList</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connected: {facts}</source>
        <translation>Verbunden: {facts}</translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation>Verbindungstest</translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>Verschlüsseln</translation>
    </message>
    <message>
        <source>First query</source>
        <translation>Erste Abfrage</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>SSH address</source>
        <translation>SSH-Adresse</translation>
    </message>
    <message>
        <source>SSH connect</source>
        <translation>SSH-Verbindung</translation>
    </message>
    <message>
        <source>SSH host key</source>
        <translation>SSH-Serverschlüssel</translation>
    </message>
    <message>
        <source>SSH log-in</source>
        <translation>SSH-Anmeldung</translation>
    </message>
    <message>
        <source>SSH tunnel</source>
        <translation>SSH-Tunnel</translation>
    </message>
    <message>
        <source>Start-up SQL</source>
        <translation>Start-SQL</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>nicht verschlüsselt</translation>
    </message>
    <message>
        <source>{milliseconds} ms</source>
        <translation>{milliseconds} ms</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Drawing the picture took too long, and was given up.</source>
        <translation>Das Zeichnen des Bildes dauerte zu lange und wurde aufgegeben.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Show the picture larger</source>
        <translation>Bild größer zeigen</translation>
    </message>
    <message>
        <source>The picture cannot be drawn: {reason}.</source>
        <translation>Das Bild kann nicht gezeichnet werden: {reason}.</translation>
    </message>
    <message>
        <source>The picture is being drawn…</source>
        <translation>Das Bild wird gezeichnet…</translation>
    </message>
    <message>
        <source>The picture is damaged, or no picture that can be drawn here.</source>
        <translation>Das Bild ist beschädigt oder keines, das hier gezeichnet werden kann.</translation>
    </message>
    <message>
        <source>The picture is too large to be drawn here.</source>
        <translation>Das Bild ist zu groß, um hier gezeichnet zu werden.</translation>
    </message>
</context>
<context>
    <name>PluginAnswerDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
</context>
<context>
    <name>PluginDetail</name>
    <message numerus="yes">
        <source>%n call(s) failed</source>
        <translation>
            <numerusform>%n Aufruf gescheitert</numerusform>
            <numerusform>%n Aufrufe gescheitert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) without answer in time</source>
        <translation>
            <numerusform>%n Aufruf ohne Antwort in der Zeit</numerusform>
            <numerusform>%n Aufrufe ohne Antwort in der Zeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n restart(s)</source>
        <translation>
            <numerusform>%n Neustart</numerusform>
            <numerusform>%n Neustarts</numerusform>
        </translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Hears of</source>
        <translation>Erfährt von</translation>
    </message>
    <message>
        <source>Inside Lapwing&apos;s engine</source>
        <translation>Im Dienst von Lapwing</translation>
    </message>
    <message>
        <source>It has written nothing yet.</source>
        <translation>Es hat noch nichts geschrieben.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Name in files</source>
        <translation>Name in Dateien</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>Gebraucht von</translation>
    </message>
    <message>
        <source>Needs packages</source>
        <translation>Braucht Pakete</translation>
    </message>
    <message>
        <source>Needs plugins</source>
        <translation>Braucht Plugins</translation>
    </message>
    <message>
        <source>One of its own</source>
        <translation>Ein eigener</translation>
    </message>
    <message>
        <source>Parts of this plugin</source>
        <translation>Teile dieses Plugins</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Since Lapwing started</source>
        <translation>Seit Lapwing gestartet ist</translation>
    </message>
    <message>
        <source>Since {time}.</source>
        <translation>Seit {time}.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Wieder starten</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Update to {version}</source>
        <translation>Auf {version} aktualisieren</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Works with Lapwing</source>
        <translation>Passt zu Lapwing</translation>
    </message>
    <message>
        <source>nothing failed</source>
        <translation>nichts gescheitert</translation>
    </message>
</context>
<context>
    <name>PluginDocumentPlace</name>
    <message>
        <source>The plugin is asked…</source>
        <translation>Das Plugin wird gefragt…</translation>
    </message>
    <message>
        <source>The value cannot be read: {reason}</source>
        <translation>Der Wert kann nicht gelesen werden: {reason}</translation>
    </message>
</context>
<context>
    <name>PluginLists</name>
    <message>
        <source>Does not fit</source>
        <translation>Passt nicht</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>Plugin</source>
        <translation>Plugin</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Version {version} can be had.</source>
        <translation>Version {version} ist zu haben.</translation>
    </message>
    <message>
        <source>{version} installed</source>
        <translation>{version} installiert</translation>
    </message>
</context>
<context>
    <name>PluginPanelPage</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Tafel</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>anew every {count} s</source>
        <translation>alle {count} s neu</translation>
    </message>
</context>
<context>
    <name>PluginViewers</name>
    <message>
        <source>The value is too long for a plugin.</source>
        <translation>Der Wert ist zu lang für ein Plugin.</translation>
    </message>
</context>
<context>
    <name>PluginsFeature</name>
    <message>
        <source>Install plugin</source>
        <translation>Plugin installieren</translation>
    </message>
    <message>
        <source>Plugins (*.zip *.whl *.py plugin.toml)</source>
        <translation>Plugins (*.zip *.whl *.py plugin.toml)</translation>
    </message>
</context>
<context>
    <name>PluginsPage</name>
    <message>
        <source>Plugins</source>
        <translation>Plugins</translation>
    </message>
</context>
<context>
    <name>PluginsTools</name>
    <message>
        <source>Add index…</source>
        <translation>Verzeichnis hinzufügen…</translation>
    </message>
    <message>
        <source>Add key…</source>
        <translation>Schlüssel hinzufügen…</translation>
    </message>
    <message>
        <source>Add source of packages…</source>
        <translation>Paketquelle hinzufügen…</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Durchsuchen</translation>
    </message>
    <message>
        <source>Filter plugins</source>
        <translation>Plugins filtern</translation>
    </message>
    <message>
        <source>Install from file…</source>
        <translation>Aus Datei installieren…</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message numerus="yes">
        <source>Later versions of %n plugin(s) can be had.</source>
        <translation>
            <numerusform>Von %n Plugin gibt es eine spätere Version.</numerusform>
            <numerusform>Von %n Plugins gibt es spätere Versionen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>Teile dieser Seite</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Update all</source>
        <translation>Alle aktualisieren</translation>
    </message>
    <message>
        <source>Update all ({count})</source>
        <translation>Alle aktualisieren ({count})</translation>
    </message>
</context>
<context>
    <name>PluginsView</name>
    <message>
        <source>Browse</source>
        <translation>Durchsuchen</translation>
    </message>
    <message numerus="yes">
        <source>%n plugin(s) were updated.</source>
        <translation>
            <numerusform>%n Plugin wurde aktualisiert.</numerusform>
            <numerusform>%n Plugins wurden aktualisiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Installed plugins</source>
        <translation>Installierte Plugins</translation>
    </message>
    <message>
        <source>No index has a plugin that this is found in.</source>
        <translation>Kein Verzeichnis hat ein Plugin, in dem dies vorkommt.</translation>
    </message>
    <message>
        <source>No plugins</source>
        <translation>Keine Plugins</translation>
    </message>
    <message>
        <source>Not all indexes can be relied on now: {list}.</source>
        <translation>Nicht auf alle Verzeichnisse ist jetzt Verlass: {list}.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Plugins add panels, formats, checks and connections to other systems.</source>
        <translation>Plugins fügen Tafeln, Formate, Prüfungen und Verbindungen zu anderen Systemen hinzu.</translation>
    </message>
    <message>
        <source>Plugins that can be had</source>
        <translation>Plugins, die zu haben sind</translation>
    </message>
    <message>
        <source>Show sources</source>
        <translation>Quellen zeigen</translation>
    </message>
    <message>
        <source>The settings are kept.</source>
        <translation>Die Einstellungen sind gespeichert.</translation>
    </message>
</context>
<context>
    <name>PolicyForm</name>
    <message>
        <source>Automatic commit</source>
        <translation>Automatisches Commit</translation>
    </message>
    <message>
        <source>Changes; what destroys by name</source>
        <translation>Änderungen; Zerstörendes mit Namen</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Connections look like this</source>
        <translation>So sehen Verbindungen aus</translation>
    </message>
    <message>
        <source>Idle transactions</source>
        <translation>Untätige Transaktionen</translation>
    </message>
    <message>
        <source>Manual commit</source>
        <translation>Von Hand bestätigen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Only a hash</source>
        <translation>Nur ein Hash</translation>
    </message>
    <message>
        <source>Read-only: the server refuses every change</source>
        <translation>Nur lesend: Der Server lehnt jede Änderung ab</translation>
    </message>
    <message>
        <source>SQL in events</source>
        <translation>SQL in Ereignissen</translation>
    </message>
    <message>
        <source>Seconds; 0: never; empty: as the settings say</source>
        <translation>Sekunden; 0: nie; leer: wie die Einstellungen es sagen</translation>
    </message>
    <message>
        <source>Send nothing that a plugin was asked about and did not answer</source>
        <translation>Nichts senden, wozu ein Plugin gefragt wurde und nicht geantwortet hat</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Transaktionen</translation>
    </message>
    <message>
        <source>What may change something</source>
        <translation>Was etwas ändern kann</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Ganz</translation>
    </message>
    <message>
        <source>Without values</source>
        <translation>Ohne Werte</translation>
    </message>
</context>
<context>
    <name>PropertiesHeader</name>
    <message>
        <source>Open data (F4)</source>
        <translation>Daten öffnen (F4)</translation>
    </message>
    <message>
        <source>Read again (F5)</source>
        <translation>Neu lesen (F5)</translation>
    </message>
    <message>
        <source>Show in the navigator</source>
        <translation>Im Navigator zeigen</translation>
    </message>
    <message>
        <source>about {count} rows</source>
        <translation>etwa {count} Zeilen</translation>
    </message>
    <message>
        <source>connection removed</source>
        <translation>Verbindung entfernt</translation>
    </message>
    <message>
        <source>of {table}</source>
        <translation>von {table}</translation>
    </message>
</context>
<context>
    <name>PropertiesPage</name>
    <message>
        <source>No statement makes it.</source>
        <translation>Keine Anweisung legt es an.</translation>
    </message>
    <message>
        <source>Nothing more can be shown of {name}.</source>
        <translation>Von {name} lässt sich nicht mehr zeigen.</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>QueryActions</name>
    <message>
        <source>A transaction is open; the statement runs in it.</source>
        <translation>Eine Transaktion ist offen; die Anweisung läuft darin.</translation>
    </message>
    <message>
        <source>It is sent again from its beginning; rows may have changed meanwhile.</source>
        <translation>Sie wird von Anfang an noch einmal gesendet; inzwischen können sich Zeilen geändert haben.</translation>
    </message>
    <message>
        <source>Keep these rows</source>
        <translation>Diese Zeilen behalten</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>The statement is no longer open on the server. Run it again to get more rows?</source>
        <translation>Die Anweisung ist auf dem Server nicht mehr offen. Noch einmal ausführen, um weitere Zeilen zu holen?</translation>
    </message>
    <message>
        <source>This statement may change data; it is not run again for more rows. Run it yourself.</source>
        <translation>Diese Anweisung könnte Daten ändern; sie wird nicht von selbst noch einmal ausgeführt. Führen Sie sie selbst aus.</translation>
    </message>
</context>
<context>
    <name>QueryTab</name>
    <message>
        <source>Disconnected. The next statement connects again.</source>
        <translation>Getrennt. Die nächste Anweisung verbindet wieder.</translation>
    </message>
    <message>
        <source>The engine stopped. Rows fetched so far stay readable.</source>
        <translation>Der Datenbankdienst wurde beendet. Die bisher geholten Zeilen bleiben lesbar.</translation>
    </message>
    <message>
        <source>There is no statement at the caret.</source>
        <translation>An der Schreibmarke steht keine Anweisung.</translation>
    </message>
    <message>
        <source>open transaction</source>
        <translation>offene Transaktion</translation>
    </message>
</context>
<context>
    <name>RangeDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Gezeigter Zeitraum</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
</context>
<context>
    <name>ReceivedPart</name>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>All senders</source>
        <translation>Alle Absender</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>Vermerken</translation>
    </message>
    <message>
        <source>Any verdict</source>
        <translation>Jedes Urteil</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>Kam von</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Zustellung</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doppelte</translation>
    </message>
    <message>
        <source>Event, text or delivery</source>
        <translation>Ereignis, Text oder Zustellung</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>It is marked in the charts of all monitors.</source>
        <translation>Es ist in den Diagrammen aller Monitore vermerkt.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>No message fits what is asked for above.</source>
        <translation>Keine Nachricht passt zu dem, was oben gefragt ist.</translation>
    </message>
    <message>
        <source>No messages</source>
        <translation>Keine Nachrichten</translation>
    </message>
    <message>
        <source>Other programs, such as GitHub, can tell Lapwing what they did. Say who may, and start the listener.</source>
        <translation>Andere Programme, etwa GitHub, können Lapwing mitteilen, was sie getan haben. Sagen Sie, wer das darf, und starten Sie den Empfänger.</translation>
    </message>
    <message>
        <source>Process again</source>
        <translation>Erneut verarbeiten</translation>
    </message>
    <message>
        <source>Processed</source>
        <translation>Verarbeitet</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>Senders</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>Show the first</source>
        <translation>Die erste zeigen</translation>
    </message>
    <message>
        <source>Show the message that came before, with all that repeat it</source>
        <translation>Die Nachricht zeigen, die zuerst kam, mit allen, die sie wiederholen</translation>
    </message>
    <message>
        <source>The body was not kept.</source>
        <translation>Der Inhalt wurde nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>The rest was not kept.</source>
        <translation>Der Rest wurde nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>It is needed by {list}. Disable or remove those first.</source>
        <translation>Es wird von {list} gebraucht. Schalten Sie diese zuerst ab, oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>It is stopped, and its code is deleted. It can be installed again from where you had it.</source>
        <translation>Es wird angehalten und sein Code gelöscht. Es kann von dort, woher Sie es hatten, wieder installiert werden.</translation>
    </message>
    <message>
        <source>Keep its settings and files for the next time</source>
        <translation>Seine Einstellungen und Dateien für das nächste Mal behalten</translation>
    </message>
    <message>
        <source>Otherwise its settings, its files, its log and its secrets in the vault are deleted.</source>
        <translation>Sonst werden seine Einstellungen, seine Dateien, sein Protokoll und seine Geheimnisse im Tresor gelöscht.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove plugin</source>
        <translation>Plugin entfernen</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>{name} entfernen?</translation>
    </message>
</context>
<context>
    <name>ResultGrid</name>
    <message>
        <source>Result rows</source>
        <translation>Ergebniszeilen</translation>
    </message>
</context>
<context>
    <name>ResultPane</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) affected</source>
        <translation>
            <numerusform>%n Zeile betroffen</numerusform>
            <numerusform>%n Zeilen betroffen</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Line {line}: {text}</source>
        <translation>Zeile {line}: {text}</translation>
    </message>
    <message>
        <source>Results behind the first {count} are not shown; their rows are counted here.</source>
        <translation>Ergebnisse nach den ersten {count} werden nicht gezeigt; ihre Zeilen sind hier gezählt.</translation>
    </message>
    <message>
        <source>Waiting for a lock held by {holders}.</source>
        <translation>Wartet auf eine Sperre; sie hält {holders}.</translation>
    </message>
    <message>
        <source>another connection</source>
        <translation>eine andere Verbindung</translation>
    </message>
    <message>
        <source>there are more</source>
        <translation>es gibt weitere</translation>
    </message>
    <message>
        <source>{file}, line {line}: {text}</source>
        <translation>{file}, Zeile {line}: {text}</translation>
    </message>
</context>
<context>
    <name>ResultTabs</name>
    <message>
        <source>Keep this result</source>
        <translation>Dieses Ergebnis behalten</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Of a statement before the one that failed</source>
        <translation>Von einer Anweisung vor der fehlgeschlagenen</translation>
    </message>
    <message>
        <source>Result {number}</source>
        <translation>Ergebnis {number}</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>{title} (earlier)</source>
        <translation>{title} (früher)</translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <source>Find in result</source>
        <translation>Im Ergebnis suchen</translation>
    </message>
    <message>
        <source>No row shows this</source>
        <translation>Das steht in keiner Zeile</translation>
    </message>
    <message>
        <source>Sort on the server</source>
        <translation>Auf dem Server sortieren</translation>
    </message>
    <message>
        <source>Sorted: the {count} loaded rows. The server may have more.</source>
        <translation>Sortiert sind die {count} geladenen Zeilen. Der Server hat vielleicht mehr.</translation>
    </message>
    <message>
        <source>The value is too long to filter by.</source>
        <translation>Der Wert ist zu lang, um danach zu filtern.</translation>
    </message>
</context>
<context>
    <name>ResultsFeature</name>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Computed by</source>
        <translation>Berechnet aus</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>Erzeugt</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Nullable</source>
        <translation>NULL erlaubt</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Verweist auf</translation>
    </message>
    <message>
        <source>The server can only order the rows of one statement that certainly reads.</source>
        <translation>Der Server kann nur die Zeilen einer einzelnen Anweisung ordnen, die sicher nur liest.</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>Eindeutig</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>primary key</source>
        <translation>Primärschlüssel</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
</context>
<context>
    <name>RowForm</name>
    <message>
        <source>Filter columns and values</source>
        <translation>Spalten und Werte filtern</translation>
    </message>
    <message>
        <source>The rows cannot be read: {reason}</source>
        <translation>Die Zeilen können nicht gelesen werden: {reason}</translation>
    </message>
</context>
<context>
    <name>RowHeader</name>
    <message>
        <source>Row numbers</source>
        <translation>Zeilennummern</translation>
    </message>
</context>
<context>
    <name>RowModel</name>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>ScheduleDialog</name>
    <message>
        <source>At an interval</source>
        <translation>In einem Abstand</translation>
    </message>
    <message>
        <source>By a cron expression</source>
        <translation>Nach einem Cron-Ausdruck</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>How its times are written</source>
        <translation>Wie seine Zeiten geschrieben sind</translation>
    </message>
    <message>
        <source>Missed times</source>
        <translation>Verpasste Zeiten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>New schedule</source>
        <translation>Neuer Zeitplan</translation>
    </message>
    <message>
        <source>Next times</source>
        <translation>Nächste Zeiten</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Einmal</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Überschneidung</translation>
    </message>
    <message>
        <source>Run it at its times</source>
        <translation>Zu seinen Zeiten ausführen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>That time is over.</source>
        <translation>Diese Zeit ist vorbei.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Times that were missed</source>
        <translation>Verpasste Zeiten</translation>
    </message>
    <message>
        <source>While the run before goes on</source>
        <translation>Während der vorige Lauf noch dauert</translation>
    </message>
    <message>
        <source>Write when, and the next times stand here.</source>
        <translation>Schreiben Sie, wann; dann stehen hier die nächsten Zeiten.</translation>
    </message>
    <message>
        <source>for example 15 min, 2 h, 1 d</source>
        <translation>zum Beispiel 15 min, 2 h, 1 d</translation>
    </message>
    <message>
        <source>for example 2026-12-24 18:00</source>
        <translation>zum Beispiel 2026-12-24 18:00</translation>
    </message>
    <message>
        <source>for example 30 6 * * mon-fri</source>
        <translation>zum Beispiel 30 6 * * mon-fri</translation>
    </message>
    <message>
        <source>for example Nightly export</source>
        <translation>zum Beispiel Nachtexport</translation>
    </message>
    <message>
        <source>for example {&quot;keep&quot;: 7}</source>
        <translation>zum Beispiel {&quot;keep&quot;: 7}</translation>
    </message>
    <message>
        <source>nightly-export</source>
        <translation>nachtexport</translation>
    </message>
    <message>
        <source>that of this computer; for example Europe/Prague</source>
        <translation>die dieses Rechners; zum Beispiel Europe/Prague</translation>
    </message>
</context>
<context>
    <name>Schedules</name>
    <message numerus="yes">
        <source>%n schedule(s)</source>
        <translation>
            <numerusform>%n Zeitplan</numerusform>
            <numerusform>%n Zeitpläne</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>Beantwortet von</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Verlangt</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>Wegen</translation>
    </message>
    <message>
        <source>Cannot be understood</source>
        <translation>Nicht zu verstehen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Its time</source>
        <translation>Seine Zeit</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Let it wait for its turn</source>
        <translation>Warten lassen, bis er an der Reihe ist</translation>
    </message>
    <message>
        <source>Made up for</source>
        <translation>Nachgeholt</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Verpasst</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächste</translation>
    </message>
    <message>
        <source>No more times</source>
        <translation>Keine weiteren Zeiten</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>Jetzt ausführen</translation>
    </message>
    <message>
        <source>Run once for all of them</source>
        <translation>Einmal für alle ausführen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Skip them</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>in {time}</source>
        <translation>in {time}</translation>
    </message>
    <message>
        <source>next: {name} {time}</source>
        <translation>als Nächstes: {name} {time}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>SchedulesPage</name>
    <message>
        <source>Schedules</source>
        <translation>Zeitpläne</translation>
    </message>
</context>
<context>
    <name>SchedulesPart</name>
    <message>
        <source>A schedule tells an event at its times: webhooks and plugins hear it, and start what is to be done then.</source>
        <translation>Ein Zeitplan meldet zu seinen Zeiten ein Ereignis: Webhooks und Plugins hören es und beginnen, was dann zu tun ist.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>It has not run yet</source>
        <translation>Er ist noch nicht gelaufen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>New schedule</source>
        <translation>Neuer Zeitplan</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächste</translation>
    </message>
    <message>
        <source>No schedules yet</source>
        <translation>Noch keine Zeitpläne</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the schedule {name}, and what is known of its runs?</source>
        <translation>Den Zeitplan {name} entfernen, und was von seinen Läufen bekannt ist?</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>Jetzt ausführen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Zeitpläne</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>What comes of it will be listed here.</source>
        <translation>Was aus ihm wird, wird hier stehen.</translation>
    </message>
</context>
<context>
    <name>SchedulesView</name>
    <message>
        <source>Start it</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>The scheduler is stopped: nothing is run at its time.</source>
        <translation>Die Zeitplanung ist angehalten: Nichts wird zu seiner Zeit ausgeführt.</translation>
    </message>
</context>
<context>
    <name>SchemaBox</name>
    <message>
        <source>No schema</source>
        <translation>Kein Schema</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Schema in which names are looked for first</source>
        <translation>Schema, in dem Namen zuerst gesucht werden</translation>
    </message>
</context>
<context>
    <name>ScriptRunning</name>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) affected</source>
        <translation>
            <numerusform>%n Zeile betroffen</numerusform>
            <numerusform>%n Zeilen betroffen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s)</source>
        <translation>
            <numerusform>%n Anweisung</numerusform>
            <numerusform>%n Anweisungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortfahren</translation>
    </message>
    <message>
        <source>Go on at every error</source>
        <translation>Bei jedem Fehler fortfahren</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>Statement {first}</source>
        <translation>Anweisung {first}</translation>
    </message>
    <message>
        <source>Statement {number} was refused.</source>
        <translation>Anweisung {number} wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Statement {number}, in line {line}, was refused.</source>
        <translation>Anweisung {number} in Zeile {line} wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Statements {first} to {last}</source>
        <translation>Anweisungen {first} bis {last}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>The script was cancelled; what follows was not sent.</source>
        <translation>Das Skript wurde abgebrochen; was folgt, wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>The transaction of the script was rolled back.</source>
        <translation>Die Transaktion des Skripts wurde zurückgerollt.</translation>
    </message>
</context>
<context>
    <name>ScrubBar</name>
    <message>
        <source>The last 15 minutes</source>
        <translation>Die letzten 15 Minuten</translation>
    </message>
</context>
<context>
    <name>SearchCorner</name>
    <message>
        <source>Search everything</source>
        <translation>Alles durchsuchen</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>SecretAsker</name>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>It is on the clipboard.</source>
        <translation>Es ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Forget what is kept</source>
        <translation>Das Aufbewahrte vergessen</translation>
    </message>
    <message>
        <source>is forgotten when you save</source>
        <translation>wird beim Speichern vergessen</translation>
    </message>
    <message>
        <source>none is kept</source>
        <translation>keines wird aufbewahrt</translation>
    </message>
    <message>
        <source>the vault cannot be asked now</source>
        <translation>der Tresor kann jetzt nicht gefragt werden</translation>
    </message>
    <message>
        <source>•••••••• one is kept</source>
        <translation>•••••••• eines wird aufbewahrt</translation>
    </message>
</context>
<context>
    <name>SecretPrompt</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Noch einmal</translation>
    </message>
</context>
<context>
    <name>SecretRows</name>
    <message>
        <source>Ask when it is needed</source>
        <translation>Bei Bedarf fragen</translation>
    </message>
    <message>
        <source>Command that prints it, such as: pass show shop</source>
        <translation>Befehl, der es ausgibt, etwa: pass show laden</translation>
    </message>
    <message>
        <source>From a command</source>
        <translation>Aus einem Befehl</translation>
    </message>
    <message>
        <source>From an environment variable</source>
        <translation>Aus einer Umgebungsvariablen</translation>
    </message>
    <message>
        <source>It is kept in memory only, until Lapwing is closed.</source>
        <translation>Es bleibt nur im Speicher, bis Lapwing geschlossen wird.</translation>
    </message>
    <message>
        <source>Keep in Lapwing&apos;s encrypted file</source>
        <translation>In Lapwings verschlüsselter Datei</translation>
    </message>
    <message>
        <source>Keep in the keyring</source>
        <translation>Im Schlüsselbund</translation>
    </message>
    <message>
        <source>Name of the variable, such as SHOP_PASSWORD</source>
        <translation>Name der Variablen, etwa LADEN_PASSWORT</translation>
    </message>
    <message>
        <source>None, or the client&apos;s own files</source>
        <translation>Keines, oder aus Dateien des Clients</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Seconds; empty: until Lapwing is closed</source>
        <translation>Sekunden; leer: bis Lapwing geschlossen wird</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>Gültig für</translation>
    </message>
    <message>
        <source>Used for so many seconds</source>
        <translation>So viele Sekunden gültig</translation>
    </message>
    <message>
        <source>Used where the server asks for none, or ~/.pgpass or my.cnf has it.</source>
        <translation>Wenn der Server keines verlangt oder es in ~/.pgpass oder my.cnf steht.</translation>
    </message>
    <message>
        <source>Variable or command</source>
        <translation>Variable oder Befehl</translation>
    </message>
    <message>
        <source>Where the password is kept</source>
        <translation>Wo das Passwort aufbewahrt wird</translation>
    </message>
</context>
<context>
    <name>SelectionFacts</name>
    <message>
        <source>Avg</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Distinct</source>
        <translation>Verschiedene</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>NULLs</source>
        <translation>NULLs</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
</context>
<context>
    <name>SenderDialog</name>
    <message>
        <source>All connections</source>
        <translation>Alle Verbindungen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Charts of</source>
        <translation>Diagramme von</translation>
    </message>
    <message>
        <source>Encrypted file</source>
        <translation>Verschlüsselte Datei</translation>
    </message>
    <message>
        <source>Enter the new secret that it gives. For a day the old one is believed, too.</source>
        <translation>Geben Sie das neue Geheimnis ein, das er Ihnen gibt. Einen Tag lang gilt auch das alte.</translation>
    </message>
    <message>
        <source>It gives you this secret: copy it from there.</source>
        <translation>Er gibt Ihnen dieses Geheimnis: Kopieren Sie es von dort.</translation>
    </message>
    <message>
        <source>It has a secret already. What is entered here takes its place.</source>
        <translation>Er hat schon ein Geheimnis. Was Sie hier eingeben, tritt an dessen Stelle.</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Left empty, a secret is made, and shown to you once.</source>
        <translation>Bleibt es leer, wird ein Geheimnis gemacht und Ihnen einmal gezeigt.</translation>
    </message>
    <message>
        <source>Listen to it</source>
        <translation>Ihm zuhören</translation>
    </message>
    <message>
        <source>Mark its messages in charts</source>
        <translation>Seine Nachrichten in Diagrammen vermerken</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>New sender</source>
        <translation>Neuer Absender</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Secrets in</source>
        <translation>Geheimnisse in</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signiert nach</translation>
    </message>
    <message>
        <source>for example github</source>
        <translation>zum Beispiel github</translation>
    </message>
</context>
<context>
    <name>SendersPart</name>
    <message>
        <source>A sender is a program that may tell Lapwing something, at an address of its own and with a secret that proves who it is.</source>
        <translation>Ein Absender ist ein Programm, das Lapwing etwas mitteilen darf: an einer eigenen Adresse und mit einem Geheimnis, das beweist, wer er ist.</translation>
    </message>
    <message>
        <source>Copy its address</source>
        <translation>Seine Adresse kopieren</translation>
    </message>
    <message>
        <source>Does not listen</source>
        <translation>Hört nicht zu</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Give it a new secret</source>
        <translation>Ihm ein neues Geheimnis geben</translation>
    </message>
    <message>
        <source>Listens at {url}</source>
        <translation>Hört zu unter {url}</translation>
    </message>
    <message>
        <source>Make a new secret for {name}? For a day the old one is believed beside it.</source>
        <translation>Ein neues Geheimnis für {name} machen? Einen Tag lang gilt daneben das alte.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>New secret</source>
        <translation>Neues Geheimnis</translation>
    </message>
    <message>
        <source>New sender</source>
        <translation>Neuer Absender</translation>
    </message>
    <message>
        <source>No senders yet</source>
        <translation>Noch keine Absender</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the sender {name}? Its secrets are forgotten; what came of it is kept.</source>
        <translation>Den Absender {name} entfernen? Seine Geheimnisse werden vergessen; was von ihm kam, bleibt.</translation>
    </message>
    <message>
        <source>Senders</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Show its secret, once</source>
        <translation>Sein Geheimnis zeigen, einmal</translation>
    </message>
    <message>
        <source>Start listening</source>
        <translation>Zuhören</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>Nicht mehr zuhören</translation>
    </message>
    <message>
        <source>The address is on the clipboard.</source>
        <translation>Die Adresse ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>SeriesFields</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Bernstein</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>In the legend</source>
        <translation>In der Legende</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Pale green</source>
        <translation>Hellgrün</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>The dashboard&apos;s</source>
        <translation>Der des Dashboards</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
</context>
<context>
    <name>ServiceDetail</name>
    <message>
        <source>Engine</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Befinden</translation>
    </message>
    <message>
        <source>It is to run, and ended by itself.</source>
        <translation>Er soll laufen und hat sich selbst beendet.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation>Nichts geschrieben</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>The process {process} does it, for all engines of this profile.</source>
        <translation>Der Prozess {process} erledigt es, für alle Engines dieses Profils.</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Gewünscht</translation>
    </message>
    <message>
        <source>What this service says of its work since the engine began will be listed here.</source>
        <translation>Was dieser Dienst seit dem Start der Engine von seiner Arbeit sagt, steht hier.</translation>
    </message>
    <message>
        <source>{state} since {time}</source>
        <translation>{state} seit {time}</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message numerus="yes">
        <source>%n connection(s) monitored</source>
        <translation>
            <numerusform>%n Verbindung überwacht</numerusform>
            <numerusform>%n Verbindungen überwacht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>%n Endpunkt</numerusform>
            <numerusform>%n Endpunkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n schedule(s)</source>
        <translation>
            <numerusform>%n Zeitplan</numerusform>
            <numerusform>%n Zeitpläne</numerusform>
        </translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>Debug</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Befinden</translation>
    </message>
    <message>
        <source>In another engine</source>
        <translation>In einer anderen Engine</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Its health cannot be told.</source>
        <translation>Wie es ihm geht, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Looks at the connections that are kept monitored, keeps what is seen, and has alerts judge it. While it is stopped, a monitor page still shows what it watches itself; nothing of that is kept, and no alert begins.</source>
        <translation>Sieht nach den Verbindungen, die ständig überwacht werden, bewahrt auf, was zu sehen ist, und lässt Alarme darüber urteilen. Solange sie angehalten ist, zeigt eine Monitorseite weiter, was sie selbst beobachtet; nichts davon wird aufbewahrt, und kein Alarm beginnt.</translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation>Überwachung</translation>
    </message>
    <message>
        <source>No connection is monitored.</source>
        <translation>Keine Verbindung wird überwacht.</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Startet neu</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>Zeitplanung</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Hält an</translation>
    </message>
    <message>
        <source>Takes messages of other programs by HTTP, such as pushes and pull requests. It listens on this machine only, unless you say otherwise.</source>
        <translation>Nimmt Nachrichten anderer Programme über HTTP an, etwa Pushes und Pull Requests. Er hört nur auf diesem Rechner zu, solange Sie nichts anderes sagen.</translation>
    </message>
    <message>
        <source>Tells events at the times of Tools &gt; Schedules. While it is stopped, nothing is run at its time; each schedule says what becomes of times that are missed.</source>
        <translation>Meldet Ereignisse zu den Zeiten von Extras &gt; Zeitpläne. Solange sie angehalten ist, wird nichts zu seiner Zeit ausgeführt; was aus verpassten Zeiten wird, sagt jeder Zeitplan.</translation>
    </message>
    <message>
        <source>Tells other programs what happens, at the endpoints of Tools &gt; Webhooks. While it is stopped, nothing is sent; what is to be told waits.</source>
        <translation>Teilt anderen Programmen mit, was geschieht: an den Endpunkten unter Extras &gt; Webhooks. Solange er angehalten ist, wird nichts gesendet; was mitzuteilen ist, wartet.</translation>
    </message>
    <message>
        <source>There are no endpoints.</source>
        <translation>Es gibt keine Endpunkte.</translation>
    </message>
    <message>
        <source>There are no schedules.</source>
        <translation>Es gibt keine Zeitpläne.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Webhook deliveries</source>
        <translation>Zustellung von Webhooks</translation>
    </message>
    <message>
        <source>Webhook listener</source>
        <translation>Webhook-Empfänger</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>{accepted} accepted, {refused} refused</source>
        <translation>{accepted} angenommen, {refused} abgelehnt</translation>
    </message>
    <message>
        <source>{running} of {all} run</source>
        <translation>{running} von {all} laufen</translation>
    </message>
    <message>
        <source>{some} of {all} cannot be reached</source>
        <translation>{some} von {all} nicht zu erreichen</translation>
    </message>
    <message>
        <source>{some} of {all} endpoints cannot be told</source>
        <translation>{some} von {all} Endpunkten nicht erreichbar</translation>
    </message>
    <message>
        <source>{state}, again in {time}</source>
        <translation>{state}, erneut in {time}</translation>
    </message>
    <message>
        <source>{state}, in another engine</source>
        <translation>{state}, in einer anderen Engine</translation>
    </message>
</context>
<context>
    <name>ServicesPage</name>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
</context>
<context>
    <name>ServicesView</name>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>SessionDetail</name>
    <message numerus="yes">
        <source>%n session(s) chosen</source>
        <translation>
            <numerusform>%n Sitzung gewählt</numerusform>
            <numerusform>%n Sitzungen gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel statement</source>
        <translation>Anweisung abbrechen</translation>
    </message>
    <message>
        <source>Choose a session to see what it does.</source>
        <translation>Wählen Sie eine Sitzung, um zu sehen, was sie tut.</translation>
    </message>
    <message>
        <source>Copy the statement</source>
        <translation>Anweisung kopieren</translation>
    </message>
    <message>
        <source>End session</source>
        <translation>Sitzung beenden</translation>
    </message>
    <message>
        <source>End the chosen sessions, and what they have not committed</source>
        <translation>Die gewählten Sitzungen beenden, und was sie nicht festgeschrieben haben</translation>
    </message>
    <message>
        <source>End what the chosen sessions run</source>
        <translation>Beenden, was die gewählten Sitzungen ausführen</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the statement in an editor (Enter)</source>
        <translation>Anweisung in einem Editor öffnen (Eingabe)</translation>
    </message>
    <message>
        <source>Show how the server goes about the statement</source>
        <translation>Zeigen, wie der Server die Anweisung ausführt</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message numerus="yes">
        <source>%n session(s) wait</source>
        <translation>
            <numerusform>%n Sitzung wartet</numerusform>
            <numerusform>%n Sitzungen warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s)</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Blocked by</source>
        <translation>Blockiert von</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>How long its statement has been running</source>
        <translation>Wie lange ihre Anweisung schon läuft</translation>
    </message>
    <message>
        <source>How long its transaction has been open</source>
        <translation>Wie lange ihre Transaktion schon offen ist</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft seit</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>The sessions that have to end first</source>
        <translation>Die Sitzungen, die vorher enden müssen</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transaktion</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Wartet auf</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>failed transaction</source>
        <translation>gescheiterte Transaktion</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>untätig</translation>
    </message>
    <message>
        <source>idle in transaction</source>
        <translation>untätig in Transaktion</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>not listed</source>
        <translation>nicht in der Liste</translation>
    </message>
    <message>
        <source>of Lapwing</source>
        <translation>von Lapwing</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>the root is {session}</source>
        <translation>die Wurzel ist {session}</translation>
    </message>
    <message>
        <source>the worst of {count} roots is {session}</source>
        <translation>die schlimmste von {count} Wurzeln ist {session}</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>waits for {what}</source>
        <translation>wartet auf {what}</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} d</translation>
    </message>
    <message>
        <source>{days} d {time}</source>
        <translation>{days} d {time}</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{session} (not listed: a prepared transaction, or hidden from this account)</source>
        <translation>{session} (nicht in der Liste: eine vorbereitete Transaktion, oder für dieses Konto nicht sichtbar)</translation>
    </message>
    <message>
        <source>{session} waits for itself through others, a deadlock</source>
        <translation>{session} wartet über andere auf sich selbst, eine Verklemmung</translation>
    </message>
    <message>
        <source>{state} for {age}</source>
        <translation>{state} seit {age}</translation>
    </message>
    <message>
        <source>{time}: {active} active, {waiting} waiting, {blocked} blocked, {idle} idle in transaction</source>
        <translation>{time}: {active} aktiv, {waiting} wartend, {blocked} blockiert, {idle} untätig in Transaktion</translation>
    </message>
</context>
<context>
    <name>SessionsFilters</name>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>Filter sessions</source>
        <translation>Sitzungen filtern</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>Hide idle</source>
        <translation>Untätige ausblenden</translation>
    </message>
    <message>
        <source>In transaction</source>
        <translation>In Transaktion</translation>
    </message>
    <message>
        <source>Leave out idle sessions, and processes of the server that run no statement</source>
        <translation>Untätige Sitzungen weglassen, und Prozesse des Servers, die keine Anweisung ausführen</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Keine Gruppen</translation>
    </message>
    <message>
        <source>Only sessions that block others or are blocked</source>
        <translation>Nur Sitzungen, die andere blockieren oder blockiert sind</translation>
    </message>
    <message>
        <source>Only sessions that run something</source>
        <translation>Nur Sitzungen, die etwas ausführen</translation>
    </message>
    <message>
        <source>Only sessions that wait for something</source>
        <translation>Nur Sitzungen, die auf etwas warten</translation>
    </message>
    <message>
        <source>Only sessions with an open transaction</source>
        <translation>Nur Sitzungen mit einer offenen Transaktion</translation>
    </message>
    <message>
        <source>Show sessions as a table</source>
        <translation>Sitzungen als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Show who blocks whom</source>
        <translation>Zeigen, wer wen blockiert</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
</context>
<context>
    <name>SessionsLine</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n Sitzung</numerusform>
            <numerusform>%n Sitzungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody waits for another session.</source>
        <translation>Keine Sitzung wartet auf eine andere.</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} von {all}</translation>
    </message>
</context>
<context>
    <name>SessionsPart</name>
    <message numerus="yes">
        <source>%n session(s) told to end.</source>
        <translation>
            <numerusform>%n Sitzung wurde beendet.</numerusform>
            <numerusform>%n Sitzungen wurden beendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) cancelled.</source>
        <translation>
            <numerusform>%n Anweisung wurde abgebrochen.</numerusform>
            <numerusform>%n Anweisungen wurden abgebrochen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No longer there: {sessions}.</source>
        <translation>Nicht mehr da: {sessions}.</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>{session} was refused: {reason}</source>
        <translation>{session} wurde abgelehnt: {reason}</translation>
    </message>
</context>
<context>
    <name>SessionsTable</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
</context>
<context>
    <name>SessionsView</name>
    <message>
        <source>Back to live</source>
        <translation>Zurück zur Gegenwart</translation>
    </message>
    <message>
        <source>Hold what is shown</source>
        <translation>Festhalten, was gezeigt wird</translation>
    </message>
    <message>
        <source>No session but our own is open.</source>
        <translation>Außer unserer eigenen ist keine Sitzung offen.</translation>
    </message>
    <message>
        <source>No session fits.</source>
        <translation>Keine Sitzung passt.</translation>
    </message>
    <message>
        <source>Nobody waits for another session.</source>
        <translation>Keine Sitzung wartet auf eine andere.</translation>
    </message>
    <message>
        <source>Sessions are shown as soon as the server was looked at.</source>
        <translation>Sitzungen werden gezeigt, sobald der Server angesehen wurde.</translation>
    </message>
    <message>
        <source>Show all sessions</source>
        <translation>Alle Sitzungen zeigen</translation>
    </message>
    <message>
        <source>This moment is no longer kept.</source>
        <translation>Dieser Moment ist nicht mehr aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Back to the default</source>
        <translation>Zurück zur Voreinstellung</translation>
    </message>
    <message>
        <source>From the next start of Lapwing.</source>
        <translation>Ab dem nächsten Start von Lapwing.</translation>
    </message>
</context>
<context>
    <name>Settings of a server</name>
    <message>
        <source>Other server</source>
        <translation>Anderer Server</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie bewirkt</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Find a setting</source>
        <translation>Einstellung suchen</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>SettingsList</name>
    <message>
        <source>No setting contains that.</source>
        <translation>Keine Einstellung enthält das.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings cannot be written: {reason}.</source>
        <translation>Einstellungen können nicht geschrieben werden: {reason}.</translation>
    </message>
</context>
<context>
    <name>SettingsView</name>
    <message numerus="yes">
        <source>%n setting(s)</source>
        <translation>
            <numerusform>%n Einstellung</numerusform>
            <numerusform>%n Einstellungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>Vergleichen mit …</translation>
    </message>
    <message>
        <source>Filter settings</source>
        <translation>Einstellungen filtern</translation>
    </message>
    <message>
        <source>No setting is like that.</source>
        <translation>Keine Einstellung ist so.</translation>
    </message>
    <message>
        <source>No settings are known.</source>
        <translation>Es sind keine Einstellungen bekannt.</translation>
    </message>
    <message>
        <source>Only changed</source>
        <translation>Nur geänderte</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>Nur Unterschiede</translation>
    </message>
    <message>
        <source>Only settings that are not as the server came</source>
        <translation>Nur Einstellungen, die nicht so sind, wie der Server ausgeliefert wurde</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Erneut lesen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The settings are being read.</source>
        <translation>Die Einstellungen werden gelesen.</translation>
    </message>
</context>
<context>
    <name>SourceRow</name>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Files that can be imported ({endings})</source>
        <translation>Importierbare Dateien ({endings})</translation>
    </message>
</context>
<context>
    <name>SourcesView</name>
    <message>
        <source>A folder with wheels, or the address of an index such as https://pypi.org/simple/.</source>
        <translation>Ein Ordner mit Wheels oder die Adresse eines Verzeichnisses wie https://pypi.org/simple/.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a source of packages</source>
        <translation>Paketquelle hinzufügen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Compare key…</source>
        <translation>Schlüssel vergleichen…</translation>
    </message>
    <message>
        <source>It is not asked any more. What was installed from it stays.</source>
        <translation>Sie wird nicht mehr gefragt. Was von ihr installiert wurde, bleibt.</translation>
    </message>
    <message>
        <source>Its key was compared: what it has counts as signed.</source>
        <translation>Sein Schlüssel wurde verglichen: Was es hat, gilt als signiert.</translation>
    </message>
    <message>
        <source>Key compared</source>
        <translation>Verglichener Schlüssel</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Plugins</source>
        <translation>Plugins</translation>
    </message>
    <message>
        <source>Python packages</source>
        <translation>Python-Pakete</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>{name} entfernen?</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signiert von</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Sources of plugins</source>
        <translation>Quellen von Plugins</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>The plugins that come with Lapwing. It can be switched off, but not removed.</source>
        <translation>Die Plugins, die mit Lapwing kommen. Es kann abgeschaltet, aber nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>What plugins require and Lapwing does not have is looked for there, as pure wheels.</source>
        <translation>Was Plugins brauchen und Lapwing nicht hat, wird dort gesucht, als reine Wheels.</translation>
    </message>
</context>
<context>
    <name>Spinner</name>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
</context>
<context>
    <name>SshPage</name>
    <message>
        <source>Agent and usual keys</source>
        <translation>Agent und übliche Schlüssel</translation>
    </message>
    <message>
        <source>As ~/.ssh/config says, or you</source>
        <translation>Wie in ~/.ssh/config, sonst Sie</translation>
    </message>
    <message>
        <source>Empty: those of ~/.ssh, and Lapwing&apos;s own</source>
        <translation>Leer: die in ~/.ssh und Lapwings eigene</translation>
    </message>
    <message>
        <source>Host and port of the database are then as the SSH server sees them.</source>
        <translation>Host und Port der Datenbank gelten dann so, wie der SSH-Server sie sieht.</translation>
    </message>
    <message>
        <source>Jump hosts</source>
        <translation>Sprungserver</translation>
    </message>
    <message>
        <source>Keep-alive</source>
        <translation>Lebenszeichen</translation>
    </message>
    <message>
        <source>Kept like the password of the database</source>
        <translation>Aufbewahrt wie das Passwort der Datenbank</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>Known hosts</source>
        <translation>Bekannte Server</translation>
    </message>
    <message>
        <source>Name, address or alias of ~/.ssh/config; empty: no tunnel</source>
        <translation>Name, Adresse oder Alias aus ~/.ssh/config; leer: kein Tunnel</translation>
    </message>
    <message>
        <source>Passphrase of the key, where it has one; kept like the password</source>
        <translation>Passphrase des Schlüssels, falls er eine hat; aufbewahrt wie das Passwort</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Port of the SSH server</source>
        <translation>Port des SSH-Servers</translation>
    </message>
    <message>
        <source>Read ~/.ssh/config</source>
        <translation>~/.ssh/config lesen</translation>
    </message>
    <message>
        <source>SSH log-in</source>
        <translation>SSH-Anmeldung</translation>
    </message>
    <message>
        <source>SSH password or passphrase</source>
        <translation>SSH-Passwort oder Passphrase</translation>
    </message>
    <message>
        <source>SSH secret</source>
        <translation>SSH-Geheimnis</translation>
    </message>
    <message>
        <source>SSH server</source>
        <translation>SSH-Server</translation>
    </message>
    <message>
        <source>SSH user</source>
        <translation>SSH-Benutzer</translation>
    </message>
    <message>
        <source>Seconds; 0: never; empty: as ~/.ssh/config says, or 30</source>
        <translation>Sekunden; 0: nie; leer: wie in ~/.ssh/config, sonst 30</translation>
    </message>
    <message>
        <source>user@host:port,host2; the first one first</source>
        <translation>benutzer@host:port,host2; der erste zuerst</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Run on each session of yours when it is opened, also again</source>
        <translation>In jeder Ihrer Sitzungen ausgeführt, wenn sie geöffnet wird, auch erneut</translation>
    </message>
    <message>
        <source>Schemas that are shown, a pattern a line; ! hides; empty: all</source>
        <translation>Schemas, die gezeigt werden, ein Muster je Zeile; ! blendet aus; leer: alle</translation>
    </message>
</context>
<context>
    <name>StatementsModel</name>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>From cache</source>
        <translation>Aus dem Cache</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Share of time</source>
        <translation>Zeitanteil</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>hidden from this account</source>
        <translation>vor diesem Konto verborgen</translation>
    </message>
</context>
<context>
    <name>StatementsPart</name>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
</context>
<context>
    <name>StatementsTable</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Anweisungen</translation>
    </message>
</context>
<context>
    <name>StatementsView</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n Aufruf</numerusform>
            <numerusform>%n Aufrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the statement</source>
        <translation>Anweisung kopieren</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Filter statements</source>
        <translation>Anweisungen filtern</translation>
    </message>
    <message>
        <source>In the chosen time</source>
        <translation>In der gewählten Zeit</translation>
    </message>
    <message>
        <source>No statement has these words.</source>
        <translation>Keine Anweisung enthält diese Wörter.</translation>
    </message>
    <message>
        <source>No statements in this time</source>
        <translation>Keine Anweisungen in dieser Zeit</translation>
    </message>
    <message>
        <source>Nothing is known of statements</source>
        <translation>Von Anweisungen ist nichts bekannt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the statement in an editor (Enter)</source>
        <translation>Anweisung in einem Editor öffnen (Eingabe)</translation>
    </message>
    <message>
        <source>Show how the server goes about the statement</source>
        <translation>Zeigen, wie der Server die Anweisung ausführt</translation>
    </message>
    <message>
        <source>Since the server counts</source>
        <translation>Seit der Server zählt</translation>
    </message>
    <message>
        <source>Time that is shown</source>
        <translation>Gezeigte Zeit</translation>
    </message>
    <message>
        <source>What ran is compared once a minute while the server is monitored.</source>
        <translation>Was lief, wird einmal in der Minute verglichen, solange der Server überwacht wird.</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>longest so far</source>
        <translation>bisher längster</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>rows a call</source>
        <translation>Zeilen je Aufruf</translation>
    </message>
    <message>
        <source>temporary files</source>
        <translation>temporäre Dateien</translation>
    </message>
    <message>
        <source>without an index</source>
        <translation>ohne Index</translation>
    </message>
    <message>
        <source>{time} in all</source>
        <translation>{time} insgesamt</translation>
    </message>
    <message>
        <source>{time} in all, {busy} at once</source>
        <translation>{time} insgesamt, {busy} gleichzeitig</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s)</source>
        <translation>
            <numerusform>%n Anweisung</numerusform>
            <numerusform>%n Anweisungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Engine ready</source>
        <translation>Dienst bereit</translation>
    </message>
    <message>
        <source>Engine starting…</source>
        <translation>Dienst startet…</translation>
    </message>
    <message>
        <source>Engine stopped</source>
        <translation>Dienst beendet</translation>
    </message>
    <message>
        <source>Ln {line}, Col {column}</source>
        <translation>Z {line}, Sp {column}</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>No transaction</source>
        <translation>Keine Transaktion</translation>
    </message>
    <message>
        <source>Transaction failed</source>
        <translation>Transaktion fehlgeschlagen</translation>
    </message>
    <message>
        <source>Transaction open</source>
        <translation>Transaktion offen</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>schreibgeschützt</translation>
    </message>
</context>
<context>
    <name>StoredNotices</name>
    <message>
        <source>A newer Lapwing wrote files that this one leaves as they are and does not use: {files}.</source>
        <translation>Ein neueres Lapwing hat Dateien geschrieben, die dieses unverändert lässt und nicht benutzt: {files}.</translation>
    </message>
    <message>
        <source>Damaged files are kept beside their places under other names, and new ones begun: {files}.</source>
        <translation>Beschädigte Dateien sind unter anderen Namen an ihrem Ort aufgehoben, und neue sind begonnen: {files}.</translation>
    </message>
    <message>
        <source>Files that cannot be read are left as they are; see to their permissions: {files}.</source>
        <translation>Dateien, die nicht lesbar sind, bleiben, wie sie sind; sehen Sie nach ihren Rechten: {files}.</translation>
    </message>
</context>
<context>
    <name>SubTabs</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More parts of this page</source>
        <translation>Weitere Teile dieser Seite</translation>
    </message>
</context>
<context>
    <name>TabCautions</name>
    <message>
        <source>This DELETE has no WHERE: it may delete every row.</source>
        <translation>Dieses DELETE hat kein WHERE: Es kann jede Zeile löschen.</translation>
    </message>
    <message>
        <source>This UPDATE has no WHERE: it may change every row.</source>
        <translation>Dieses UPDATE hat kein WHERE: Es kann jede Zeile ändern.</translation>
    </message>
</context>
<context>
    <name>TabCompletion</name>
    <message>
        <source>Nothing is known of this name.</source>
        <translation>Über diesen Namen ist nichts bekannt.</translation>
    </message>
    <message>
        <source>The connection of this tab is not in the navigator.</source>
        <translation>Die Verbindung dieses Tabs steht nicht im Navigator.</translation>
    </message>
    <message>
        <source>There is no * at the caret whose columns are known.</source>
        <translation>An der Schreibmarke steht kein *, dessen Spalten bekannt sind.</translation>
    </message>
</context>
<context>
    <name>TabConfirming</name>
    <message>
        <source>Not confirmed; nothing was sent.</source>
        <translation>Nicht bestätigt; es wurde nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>TabFile</name>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen…</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meinen Text behalten</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>The text has characters that {encoding} has not; the file is UTF-8 now.</source>
        <translation>Der Text hat Zeichen, die es in {encoding} nicht gibt; die Datei ist jetzt UTF-8.</translation>
    </message>
    <message>
        <source>Write over it</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>{name} was changed by another program.</source>
        <translation>{name} wurde von einem anderen Programm geändert.</translation>
    </message>
    <message>
        <source>{name}: from the file to this text</source>
        <translation>{name}: von der Datei zu diesem Text</translation>
    </message>
    <message>
        <source>{path} is gone. Saving writes it again.</source>
        <translation>{path} ist nicht mehr da. Speichern schreibt die Datei neu.</translation>
    </message>
</context>
<context>
    <name>TabHistory</name>
    <message>
        <source>No statement fits.</source>
        <translation>Keine Anweisung passt.</translation>
    </message>
    <message>
        <source>Nothing was run here yet.</source>
        <translation>Hier wurde noch nichts ausgeführt.</translation>
    </message>
    <message>
        <source>Open history</source>
        <translation>Verlauf öffnen</translation>
    </message>
    <message>
        <source>Put into the editor</source>
        <translation>In den Editor einfügen</translation>
    </message>
    <message>
        <source>Search in statements</source>
        <translation>In Anweisungen suchen</translation>
    </message>
    <message>
        <source>This connection</source>
        <translation>Diese Verbindung</translation>
    </message>
    <message>
        <source>This tab</source>
        <translation>Dieser Tab</translation>
    </message>
    <message>
        <source>Whose statements</source>
        <translation>Wessen Anweisungen</translation>
    </message>
</context>
<context>
    <name>TabParameters</name>
    <message>
        <source>Run with the values that were given last.</source>
        <translation>Mit den zuletzt gegebenen Werten ausgeführt.</translation>
    </message>
</context>
<context>
    <name>TabPast</name>
    <message>
        <source>A secret was left out of this statement when it was kept. Put it in before you run it.</source>
        <translation>Aus dieser Anweisung wurde ein Geheimnis weggelassen, als sie aufbewahrt wurde. Setzen Sie es ein, bevor Sie sie ausführen.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Only the beginning of this statement was kept.</source>
        <translation>Nur der Anfang dieser Anweisung wurde aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>TabSession</name>
    <message>
        <source>The engine stopped.</source>
        <translation>Die Engine ist beendet.</translation>
    </message>
    <message>
        <source>The open transaction was rolled back, unless the statement under way ended it.</source>
        <translation>Die offene Transaktion wurde zurückgerollt, wenn nicht die laufende Anweisung sie beendet hat.</translation>
    </message>
    <message>
        <source>The open transaction was rolled back.</source>
        <translation>Die offene Transaktion wurde zurückgerollt.</translation>
    </message>
    <message>
        <source>Whether the open transaction was committed is not known.</source>
        <translation>Ob die offene Transaktion festgeschrieben wurde, ist nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>TabTransactions</name>
    <message>
        <source>Committed.</source>
        <translation>Festgeschrieben.</translation>
    </message>
    <message>
        <source>Rolled back.</source>
        <translation>Zurückgerollt.</translation>
    </message>
</context>
<context>
    <name>TabVersions</name>
    <message>
        <source>Local history cannot be written: {reason}.</source>
        <translation>Die lokale Geschichte kann nicht geschrieben werden: {reason}.</translation>
    </message>
</context>
<context>
    <name>TableAsking</name>
    <message numerus="yes">
        <source>%n change(s) of {table} are not saved.</source>
        <translation>
            <numerusform>%n Änderung an {table} ist nicht gespeichert.</numerusform>
            <numerusform>%n Änderungen an {table} sind nicht gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>A transaction is open in {tab}.</source>
        <translation>In {tab} ist eine Transaktion offen.</translation>
    </message>
    <message>
        <source>Changes not saved</source>
        <translation>Änderungen nicht gespeichert</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Drop the changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>It can be done again by Ctrl+Shift+Z.</source>
        <translation>Mit Strg+Umschalt+Z kommt es wieder.</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Keep the tab</source>
        <translation>Tab behalten</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Nothing is committed unless you say so.</source>
        <translation>Ohne Ihr Wort wird nichts bestätigt.</translation>
    </message>
    <message>
        <source>Open transaction</source>
        <translation>Offene Transaktion</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Revert changes</source>
        <translation>Änderungen zurücknehmen</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Zurückrollen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message numerus="yes">
        <source>Take back what is staged in %n row(s)?</source>
        <translation>
            <numerusform>Zurücknehmen, was in %n Zeile vorgemerkt ist?</numerusform>
            <numerusform>Zurücknehmen, was in %n Zeilen vorgemerkt ist?</numerusform>
        </translation>
    </message>
    <message>
        <source>They are only in this tab.</source>
        <translation>Sie stehen nur in diesem Tab.</translation>
    </message>
</context>
<context>
    <name>TableBody</name>
    <message>
        <source>Latest values</source>
        <translation>Neueste Werte</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
</context>
<context>
    <name>TableChecking</name>
    <message>
        <source>{column} needs a value: it takes no NULL.</source>
        <translation>{column} braucht einen Wert: NULL ist dort nicht erlaubt.</translation>
    </message>
    <message>
        <source>{column} takes JSON, and this is none.</source>
        <translation>{column} nimmt JSON auf, und das ist keines.</translation>
    </message>
    <message>
        <source>{column} takes UUIDs.</source>
        <translation>{column} nimmt UUIDs auf.</translation>
    </message>
    <message>
        <source>{column} takes numbers.</source>
        <translation>{column} nimmt Zahlen auf.</translation>
    </message>
    <message>
        <source>{column} takes only values of its enumeration.</source>
        <translation>{column} nimmt nur Werte der Aufzählung auf.</translation>
    </message>
    <message>
        <source>{column} takes true or false.</source>
        <translation>{column} nimmt wahr oder falsch auf (true, false).</translation>
    </message>
    <message>
        <source>{column} takes whole numbers in the range {limit}.</source>
        <translation>{column} nimmt ganze Zahlen im Bereich {limit} auf.</translation>
    </message>
    <message>
        <source>{column} takes whole numbers.</source>
        <translation>{column} nimmt ganze Zahlen auf.</translation>
    </message>
    <message>
        <source>{column} takes {limit} characters at most.</source>
        <translation>{column} nimmt höchstens {limit} Zeichen auf.</translation>
    </message>
    <message>
        <source>{column} takes {limit} digits before the point at most.</source>
        <translation>{column} nimmt höchstens {limit} Stellen vor dem Komma auf.</translation>
    </message>
</context>
<context>
    <name>TableChoices</name>
    <message>
        <source>Looking through {table} takes too long.</source>
        <translation>{table} zu durchsuchen dauert zu lange.</translation>
    </message>
    <message>
        <source>Nothing in {table} fits.</source>
        <translation>In {table} passt nichts.</translation>
    </message>
    <message>
        <source>{place}; more fit</source>
        <translation>{place}; weitere passen</translation>
    </message>
</context>
<context>
    <name>TableEditing</name>
    <message>
        <source>Bytes are written as 0x and two hexadecimal digits for each.</source>
        <translation>Bytes werden als 0x und je zwei hexadezimale Ziffern geschrieben.</translation>
    </message>
    <message>
        <source>Select the cells below the one that is to be repeated, too.</source>
        <translation>Wählen Sie auch die Zellen unter der, die wiederholt werden soll.</translation>
    </message>
    <message>
        <source>The changes are being saved.</source>
        <translation>Die Änderungen werden gerade gespeichert.</translation>
    </message>
    <message>
        <source>The row cannot be read: {reason}</source>
        <translation>Die Zeile kann nicht gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>The row is no longer shown; the value was not staged.</source>
        <translation>Die Zeile wird nicht mehr gezeigt; der Wert wurde nicht vorgemerkt.</translation>
    </message>
    <message>
        <source>The table has not been read yet.</source>
        <translation>Die Tabelle wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <source>These are too many cells at once. Use a statement of your own.</source>
        <translation>Das sind zu viele Zellen auf einmal. Verwenden Sie eine eigene Anweisung.</translation>
    </message>
    <message>
        <source>This row is to be deleted. Revert that first.</source>
        <translation>Diese Zeile soll gelöscht werden. Nehmen Sie das zuerst zurück.</translation>
    </message>
</context>
<context>
    <name>TableFilters</name>
    <message>
        <source>This value is too long or too special to filter by.</source>
        <translation>Dieser Wert ist zum Filtern zu lang oder zu besonders.</translation>
    </message>
</context>
<context>
    <name>TableFooter</name>
    <message numerus="yes">
        <source>%n change(s) not saved</source>
        <translation>
            <numerusform>%n Änderung nicht gespeichert</numerusform>
            <numerusform>%n Änderungen nicht gespeichert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n delete(s)</source>
        <translation>
            <numerusform>%n Löschung</numerusform>
            <numerusform>%n Löschungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n insert(s)</source>
        <translation>
            <numerusform>%n Einfügung</numerusform>
            <numerusform>%n Einfügungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) loaded</source>
        <translation>
            <numerusform>%n Zeile geladen</numerusform>
            <numerusform>%n Zeilen geladen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), all of them</source>
        <translation>
            <numerusform>%n Zeile, alle</numerusform>
            <numerusform>%n Zeilen, alle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n update(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>About as many as the server&apos;s catalogue says; nothing was counted.</source>
        <translation>Ungefähr so viele, wie der Katalog des Servers angibt; gezählt wurde nicht.</translation>
    </message>
    <message>
        <source>Count exactly</source>
        <translation>Genau zählen</translation>
    </message>
    <message>
        <source>Counted when it was asked for.</source>
        <translation>Gezählt, als danach gefragt wurde.</translation>
    </message>
    <message>
        <source>Stop counting</source>
        <translation>Zählen beenden</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>von {count}</translation>
    </message>
    <message>
        <source>of ≈ {count}</source>
        <translation>von ≈ {count}</translation>
    </message>
    <message>
        <source>{rows}, loading…</source>
        <translation>{rows}, wird geladen …</translation>
    </message>
</context>
<context>
    <name>TableGoing</name>
    <message>
        <source>Go to row</source>
        <translation>Gehe zu Zeile</translation>
    </message>
    <message>
        <source>Number of the row, as the rows are ordered now:</source>
        <translation>Nummer der Zeile in der jetzigen Reihenfolge:</translation>
    </message>
    <message>
        <source>{count} is the last row that is there.</source>
        <translation>{count} ist die letzte Zeile, die es gibt.</translation>
    </message>
</context>
<context>
    <name>TableKeeping</name>
    <message numerus="yes">
        <source>%n change(s) that were not saved are here again. Nothing was sent.</source>
        <translation>
            <numerusform>%n Änderung, die nicht gespeichert war, ist wieder da. Nichts wurde gesendet.</numerusform>
            <numerusform>%n Änderungen, die nicht gespeichert waren, sind wieder da. Nichts wurde gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were being saved when Lapwing ended. Whether they were is not known: look at the rows before you save them again.</source>
        <translation>
            <numerusform>%n Änderung wurde gerade gespeichert, als Lapwing endete. Ob sie gespeichert ist, ist nicht bekannt: Sehen Sie sich die Zeilen an, bevor Sie erneut speichern.</numerusform>
            <numerusform>%n Änderungen wurden gerade gespeichert, als Lapwing endete. Ob sie gespeichert sind, ist nicht bekannt: Sehen Sie sich die Zeilen an, bevor Sie erneut speichern.</numerusform>
        </translation>
    </message>
    <message>
        <source>So much is staged that it would not come back after a crash.</source>
        <translation>So viel ist vorgemerkt, dass es nach einem Absturz nicht zurückkäme.</translation>
    </message>
    <message>
        <source>The changes that were staged here cannot be read: {reason}.</source>
        <translation>Die Änderungen, die hier vorgemerkt waren, sind nicht lesbar: {reason}.</translation>
    </message>
</context>
<context>
    <name>TableLinks</name>
    <message>
        <source>By key</source>
        <translation>Nach dem Schlüssel</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy column name</source>
        <translation>Spaltennamen kopieren</translation>
    </message>
    <message>
        <source>Delete rows</source>
        <translation>Zeilen löschen</translation>
    </message>
    <message>
        <source>Duplicate rows</source>
        <translation>Zeilen verdoppeln</translation>
    </message>
    <message>
        <source>Edit cell</source>
        <translation>Zelle bearbeiten</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>Nach unten ausfüllen</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Breite anpassen</translation>
    </message>
    <message>
        <source>Freeze up to here</source>
        <translation>Bis hierher fixieren</translation>
    </message>
    <message>
        <source>Go to {place}</source>
        <translation>Gehe zu {place}</translation>
    </message>
    <message>
        <source>Hide column</source>
        <translation>Spalte ausblenden</translation>
    </message>
    <message>
        <source>Insert row</source>
        <translation>Zeile einfügen</translation>
    </message>
    <message>
        <source>Only rows with other values</source>
        <translation>Nur Zeilen mit anderen Werten</translation>
    </message>
    <message>
        <source>Only rows with this value</source>
        <translation>Nur Zeilen mit diesem Wert</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Rows that reference this</source>
        <translation>Zeilen, die hierauf verweisen</translation>
    </message>
    <message>
        <source>Select column</source>
        <translation>Spalte auswählen</translation>
    </message>
    <message>
        <source>Set DEFAULT</source>
        <translation>DEFAULT setzen</translation>
    </message>
    <message>
        <source>Set NULL</source>
        <translation>NULL setzen</translation>
    </message>
    <message>
        <source>Set empty text</source>
        <translation>Leeren Text setzen</translation>
    </message>
    <message>
        <source>Show all columns</source>
        <translation>Alle Spalten zeigen</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>Aufsteigend sortieren</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>Absteigend sortieren</translation>
    </message>
    <message>
        <source>The values of this row are not known yet.</source>
        <translation>Die Werte dieser Zeile sind noch nicht bekannt.</translation>
    </message>
    <message>
        <source>This column refers to no other table.</source>
        <translation>Diese Spalte verweist auf keine andere Tabelle.</translation>
    </message>
    <message>
        <source>Unfreeze columns</source>
        <translation>Spalten lösen</translation>
    </message>
    <message>
        <source>Value editor…</source>
        <translation>Wert bearbeiten …</translation>
    </message>
</context>
<context>
    <name>TablePasting</name>
    <message>
        <source>The clipboard has {width} columns, but there are only {room} from here on.</source>
        <translation>Die Zwischenablage hat {width} Spalten, ab hier sind es aber nur {room}.</translation>
    </message>
    <message>
        <source>The clipboard holds too much for a grid.</source>
        <translation>Die Zwischenablage enthält zu viel für ein Gitter.</translation>
    </message>
    <message>
        <source>The clipboard&apos;s rows do not all have the same number of columns. Nothing was pasted.</source>
        <translation>Die Zeilen der Zwischenablage haben nicht alle gleich viele Spalten. Es wurde nichts eingefügt.</translation>
    </message>
</context>
<context>
    <name>TableReading</name>
    <message>
        <source>Committed.</source>
        <translation>Bestätigt.</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>Disconnected. The rows stay, and so does what is staged.</source>
        <translation>Getrennt. Die Zeilen bleiben, und auch, was vorgemerkt ist.</translation>
    </message>
    <message>
        <source>Rolled back.</source>
        <translation>Zurückgerollt.</translation>
    </message>
    <message>
        <source>The engine stopped. The rows stay, and so does what is staged.</source>
        <translation>Die Engine wurde beendet. Die Zeilen bleiben, und auch was vorgemerkt ist.</translation>
    </message>
    <message>
        <source>The rows cannot be read: {reason}</source>
        <translation>Die Zeilen können nicht gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>These are the first {count} rows. Scroll on, or ask for fewer by a condition.</source>
        <translation>Das sind die ersten {count} Zeilen. Blättern Sie weiter, oder fragen Sie mit einer Bedingung nach weniger.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>TableRows</name>
    <message>
        <source>Find in rows</source>
        <translation>In Zeilen suchen</translation>
    </message>
    <message>
        <source>No row shows this</source>
        <translation>Das steht in keiner Zeile</translation>
    </message>
    <message>
        <source>Rows of the table</source>
        <translation>Zeilen der Tabelle</translation>
    </message>
    <message>
        <source>its columns are others now. Save or revert what is staged, and read it again.</source>
        <translation>ihre Spalten sind jetzt andere. Speichern Sie, was vorgemerkt ist, oder nehmen Sie es zurück, und lesen Sie neu.</translation>
    </message>
</context>
<context>
    <name>TableSaving</name>
    <message>
        <source>The changes were not saved.</source>
        <translation>Die Änderungen wurden nicht gespeichert.</translation>
    </message>
    <message>
        <source>Whether the changes were saved is not known: read the rows again before you save them again.</source>
        <translation>Ob die Änderungen gespeichert wurden, ist nicht bekannt: Lesen Sie die Zeilen neu, bevor Sie erneut speichern.</translation>
    </message>
    <message>
        <source>{connection} wants changes to be confirmed. These would be made there:</source>
        <translation>{connection} verlangt, dass Änderungen bestätigt werden. Diese würden dort vorgenommen:</translation>
    </message>
</context>
<context>
    <name>TableTab</name>
    <message numerus="yes">
        <source>%n change(s) made; commit to keep them.</source>
        <translation>
            <numerusform>%n Änderung ausgeführt; bestätigen Sie, um sie zu behalten.</numerusform>
            <numerusform>%n Änderungen ausgeführt; bestätigen Sie, um sie zu behalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not saved</source>
        <translation>
            <numerusform>%n Änderung nicht gespeichert</numerusform>
            <numerusform>%n Änderungen nicht gespeichert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) saved.</source>
        <translation>
            <numerusform>%n Änderung gespeichert.</numerusform>
            <numerusform>%n Änderungen gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its rows are read again when you ask for them.</source>
        <translation>Ihre Zeilen werden erst wieder gelesen, wenn Sie danach fragen.</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>Read the rows</source>
        <translation>Zeilen lesen</translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>Trotzdem speichern</translation>
    </message>
    <message>
        <source>an open transaction</source>
        <translation>eine offene Transaktion</translation>
    </message>
</context>
<context>
    <name>TableTools</name>
    <message>
        <source>Auto-commit</source>
        <translation>Automatisch bestätigen</translation>
    </message>
    <message>
        <source>Cancel on the server (Ctrl+F2)</source>
        <translation>Auf dem Server abbrechen (Strg+F2)</translation>
    </message>
    <message>
        <source>Commit (Ctrl+Shift+M)</source>
        <translation>Bestätigen (Strg+Umschalt+M)</translation>
    </message>
    <message>
        <source>Delete the selected rows (Ctrl+Delete)</source>
        <translation>Ausgewählte Zeilen löschen (Strg+Entf)</translation>
    </message>
    <message>
        <source>Duplicate the selected rows (Ctrl+D)</source>
        <translation>Ausgewählte Zeilen verdoppeln (Strg+D)</translation>
    </message>
    <message>
        <source>Insert a row (Insert)</source>
        <translation>Zeile einfügen (Einfg)</translation>
    </message>
    <message>
        <source>Make all changes in one transaction (Ctrl+S)</source>
        <translation>Alle Änderungen in einer Transaktion ausführen (Strg+S)</translation>
    </message>
    <message>
        <source>Manual commit</source>
        <translation>Von Hand bestätigen</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Read the rows again (F5)</source>
        <translation>Zeilen neu lesen (F5)</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Roll back (Ctrl+Shift+R)</source>
        <translation>Zurückrollen (Strg+Umschalt+R)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>See the SQL of all changes (Ctrl+Shift+S)</source>
        <translation>Das SQL aller Änderungen ansehen (Strg+Umschalt+S)</translation>
    </message>
    <message>
        <source>Take staged changes back (Ctrl+U)</source>
        <translation>Vorgemerkte Änderungen zurücknehmen (Strg+U)</translation>
    </message>
    <message>
        <source>Transaction mode</source>
        <translation>Transaktionsmodus</translation>
    </message>
</context>
<context>
    <name>TargetRow</name>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
</context>
<context>
    <name>TimeChart</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
</context>
<context>
    <name>TlsPage</name>
    <message>
        <source>A server, or somebody on the way, can leave encryption out without a word.</source>
        <translation>Ein Server oder jemand auf dem Weg kann die Verschlüsselung stillschweigend weglassen.</translation>
    </message>
    <message>
        <source>As usual for the place</source>
        <translation>Wie für den Ort üblich</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Everything, the password&apos;s proof included, can be read and changed on the way.</source>
        <translation>Alles, auch der Nachweis des Passworts, kann unterwegs gelesen und verändert werden.</translation>
    </message>
    <message>
        <source>File of the issuer; the word system for the computer&apos;s own list</source>
        <translation>Datei des Ausstellers; system: die Liste des Rechners</translation>
    </message>
    <message>
        <source>If the server has it</source>
        <translation>Wenn der Server sie hat</translation>
    </message>
    <message>
        <source>Its key</source>
        <translation>Sein Schlüssel</translation>
    </message>
    <message>
        <source>Key passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Nobody can read along, but who answers is not checked: give an authority where you can.</source>
        <translation>Niemand kann mitlesen, aber wer antwortet, wird nicht geprüft: geben Sie wo möglich einen Aussteller an.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Own certificate</source>
        <translation>Eigenes Zertifikat</translation>
    </message>
    <message>
        <source>Passphrase of the key</source>
        <translation>Passphrase des Schlüssels</translation>
    </message>
    <message>
        <source>Required; certificate and host name checked</source>
        <translation>Erforderlich; Zertifikat und Hostname geprüft</translation>
    </message>
    <message>
        <source>Required; certificate checked</source>
        <translation>Erforderlich; Zertifikat geprüft</translation>
    </message>
    <message>
        <source>Required; certificate not checked</source>
        <translation>Erforderlich; Zertifikat nicht geprüft</translation>
    </message>
    <message>
        <source>To another computer encryption is required, and never left out silently. With an authority given, certificate and host name are checked.</source>
        <translation>Zu einem anderen Rechner ist Verschlüsselung erforderlich und wird nie stillschweigend weggelassen. Ist ein Aussteller angegeben, werden Zertifikat und Hostname geprüft.</translation>
    </message>
    <message>
        <source>Where the key is encrypted; kept like the password</source>
        <translation>Für verschlüsselte Schlüssel; bewahrt wie das Passwort</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>A removed connection</source>
        <translation>Eine entfernte Verbindung</translation>
    </message>
    <message>
        <source>Auto-commit</source>
        <translation>Auto-Commit</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Manual commit</source>
        <translation>Manueller Commit</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>Transaction mode</source>
        <translation>Transaktionsmodus</translation>
    </message>
</context>
<context>
    <name>TransactionNotice</name>
    <message>
        <source>Commit</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Offen halten</translation>
    </message>
    <message>
        <source>Lost transaction</source>
        <translation>Verlorene Transaktion</translation>
    </message>
    <message>
        <source>Open its statements as a script</source>
        <translation>Ihre Anweisungen als Skript öffnen</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Zurückrollen</translation>
    </message>
    <message>
        <source>The history holds no statements of that transaction.</source>
        <translation>Der Verlauf enthält keine Anweisungen dieser Transaktion.</translation>
    </message>
    <message>
        <source>The open transaction of {connection} rolls back in {time}.</source>
        <translation>Die offene Transaktion von {connection} wird in {time} zurückgerollt.</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>Drop it</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>What you changed here is not saved.</source>
        <translation>Was Sie hier geändert haben, ist nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>UrlLine</name>
    <message>
        <source>Connection string</source>
        <translation>Verbindungszeichenfolge</translation>
    </message>
    <message>
        <source>Paste a URL, JDBC string, psql or mysql command … and the fields fill themselves</source>
        <translation>URL, JDBC-Angabe, psql- oder mysql-Befehl … einfügen, und die Felder füllen sich von selbst</translation>
    </message>
</context>
<context>
    <name>ValueDialog</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n Zeichen</numerusform>
            <numerusform>%n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Lay out</source>
        <translation>Umbrechen</translation>
    </message>
    <message>
        <source>NULL: no value</source>
        <translation>NULL: kein Wert</translation>
    </message>
    <message>
        <source>Set NULL</source>
        <translation>NULL setzen</translation>
    </message>
    <message>
        <source>Stage this value (Ctrl+Enter)</source>
        <translation>Diesen Wert vormerken (Strg+Enter)</translation>
    </message>
    <message>
        <source>This value holds characters that a text field would change. Set it by a statement.</source>
        <translation>Dieser Wert enthält Zeichen, die ein Textfeld verändern würde. Setzen Sie ihn mit einer Anweisung.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Write JSON with a member a line; numbers and keys stay as they are</source>
        <translation>JSON mit einem Eintrag je Zeile schreiben; Zahlen und Schlüssel bleiben, wie sie sind</translation>
    </message>
</context>
<context>
    <name>ValueView</name>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n Element</numerusform>
            <numerusform>%n Elemente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Invisible characters are written out.</source>
        <translation>Unsichtbare Zeichen sind ausgeschrieben.</translation>
    </message>
    <message>
        <source>Long lines are broken.</source>
        <translation>Lange Zeilen sind umbrochen.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Pictures of this format cannot be drawn here.</source>
        <translation>Bilder dieses Formats können hier nicht gezeichnet werden.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The beginning of {count} bytes; copying gives all of them.</source>
        <translation>Der Anfang von {count} Bytes; kopiert werden alle.</translation>
    </message>
    <message>
        <source>The document is being read…</source>
        <translation>Das Dokument wird gelesen …</translation>
    </message>
    <message>
        <source>The first {count} of {total} characters; copying gives all of them.</source>
        <translation>Die ersten {count} von {total} Zeichen; kopiert werden alle.</translation>
    </message>
    <message>
        <source>The picture is damaged.</source>
        <translation>Das Bild ist beschädigt.</translation>
    </message>
    <message>
        <source>The picture is too large to be drawn here.</source>
        <translation>Das Bild ist zu groß, um hier gezeichnet zu werden.</translation>
    </message>
    <message>
        <source>The value cannot be read: {reason}</source>
        <translation>Der Wert kann nicht gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} Bytes</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} Zeichen</translation>
    </message>
</context>
<context>
    <name>Webhooks</name>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>CloudEvents 1.0</source>
        <translation>CloudEvents 1.0</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Abgeschaltet</translation>
    </message>
    <message>
        <source>Disabled by Lapwing</source>
        <translation>Von Lapwing abgeschaltet</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Doppelt</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Failed, again in {time}</source>
        <translation>Fehlgeschlagen, erneut in {time}</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Fehlerhaft</translation>
    </message>
    <message>
        <source>Failing, again in {time}</source>
        <translation>Schlägt fehl, erneut in {time}</translation>
    </message>
    <message>
        <source>From a web page</source>
        <translation>Von einer Webseite</translation>
    </message>
    <message>
        <source>GitHub</source>
        <translation>GitHub</translation>
    </message>
    <message>
        <source>Have the sender send JSON, and not compressed.</source>
        <translation>Lassen Sie den Absender JSON senden, und zwar unkomprimiert.</translation>
    </message>
    <message>
        <source>Headers too long</source>
        <translation>Kopfzeilen zu lang</translation>
    </message>
    <message>
        <source>How many are taken is a setting of the listener.</source>
        <translation>Wie viele angenommen werden, ist eine Einstellung des Listeners.</translation>
    </message>
    <message>
        <source>If the name leads here on purpose, add it to the host names in the settings of the listener.</source>
        <translation>Wenn der Name mit Absicht hierher führt, fügen Sie ihn den Hostnamen in den Einstellungen des Listeners hinzu.</translation>
    </message>
    <message>
        <source>It answered that it is gone (410). What waits for it is sent when you enable it again.</source>
        <translation>Er antwortete, dass es ihn nicht mehr gibt (410). Was für ihn wartet, wird gesendet, wenn Sie ihn wieder einschalten.</translation>
    </message>
    <message>
        <source>Lapwing (event, timestamp, data)</source>
        <translation>Lapwing (event, timestamp, data)</translation>
    </message>
    <message>
        <source>Last delivery</source>
        <translation>Letzte Zustellung</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Letzte Nachricht</translation>
    </message>
    <message>
        <source>Malformed</source>
        <translation>Fehlerhaft</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Nicht signiert</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Eines</translation>
    </message>
    <message>
        <source>One attempt is made</source>
        <translation>Ein Versuch läuft</translation>
    </message>
    <message>
        <source>Paused, again in {time}</source>
        <translation>Ausgesetzt, erneut in {time}</translation>
    </message>
    <message>
        <source>Processed</source>
        <translation>Verarbeitet</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Aufgeschoben</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Replayed</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Geheimnisse</translation>
    </message>
    <message>
        <source>See to the address at the sender; or add a sender of that name, or switch it on.</source>
        <translation>Prüfen Sie die Adresse beim Absender; oder legen Sie einen Absender dieses Namens an oder schalten Sie ihn ein.</translation>
    </message>
    <message>
        <source>See to the clocks of both machines.</source>
        <translation>Prüfen Sie die Uhren beider Rechner.</translation>
    </message>
    <message>
        <source>See whether the sender has the same secret; if not, make a new one and enter it there.</source>
        <translation>Sehen Sie nach, ob der Absender dasselbe Geheimnis hat; wenn nicht, erzeugen Sie ein neues und tragen Sie es dort ein.</translation>
    </message>
    <message>
        <source>See whether the sender was given the secret.</source>
        <translation>Sehen Sie nach, ob der Absender das Geheimnis bekommen hat.</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signiert nach</translation>
    </message>
    <message>
        <source>Slack</source>
        <translation>Slack</translation>
    </message>
    <message>
        <source>Slack (text)</source>
        <translation>Slack (text)</translation>
    </message>
    <message>
        <source>Standard Webhooks</source>
        <translation>Standard Webhooks</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Stripe</source>
        <translation>Stripe</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>Zu groß</translation>
    </message>
    <message>
        <source>Too many</source>
        <translation>Zu viele</translation>
    </message>
    <message>
        <source>Too old</source>
        <translation>Zu alt</translation>
    </message>
    <message>
        <source>Too slow</source>
        <translation>Zu langsam</translation>
    </message>
    <message>
        <source>Two, until {time}</source>
        <translation>Zwei, bis {time}</translation>
    </message>
    <message>
        <source>Unknown sender</source>
        <translation>Unbekannter Absender</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was sie sagt</translation>
    </message>
    <message>
        <source>Wrong host name</source>
        <translation>Falscher Hostname</translation>
    </message>
    <message>
        <source>Wrong method</source>
        <translation>Falsche Methode</translation>
    </message>
    <message>
        <source>Wrong signature</source>
        <translation>Falsche Signatur</translation>
    </message>
    <message>
        <source>Wrong type of content</source>
        <translation>Falsche Art von Inhalt</translation>
    </message>
</context>
<context>
    <name>WebhooksFeature</name>
    <message>
        <source>Enter this secret at {name}. It is shown this once; afterwards you can make a new one.</source>
        <translation>Geben Sie dieses Geheimnis bei {name} ein. Es wird nur dieses eine Mal gezeigt; später können Sie ein neues machen.</translation>
    </message>
    <message>
        <source>Enter this secret where {name} checks signatures (Standard Webhooks): it proves that Lapwing sent it.</source>
        <translation>Geben Sie dieses Geheimnis dort ein, wo {name} Signaturen prüft (Standard Webhooks): Es beweist, dass Lapwing der Absender ist.</translation>
    </message>
    <message>
        <source>Import endpoints</source>
        <translation>Endpunkte importieren</translation>
    </message>
    <message>
        <source>Imported: {names}.</source>
        <translation>Importiert: {names}.</translation>
    </message>
    <message>
        <source>Secret of a sender</source>
        <translation>Geheimnis eines Absenders</translation>
    </message>
    <message>
        <source>Signing secret</source>
        <translation>Geheimnis für Signaturen</translation>
    </message>
    <message>
        <source>it is no UTF-8</source>
        <translation>es ist kein UTF-8</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} kann nicht gelesen werden: {reason}.</translation>
    </message>
</context>
<context>
    <name>WebhooksPage</name>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
</context>
<context>
    <name>WebhooksView</name>
    <message>
        <source>Deliveries</source>
        <translation>Zustellungen</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>Teile dieser Seite</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Senders</source>
        <translation>Absender</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>A company with orders, stock and weather, made in seconds. Try anything on it.</source>
        <translation>Eine Firma mit Aufträgen, Lager und Wetter, in Sekunden angelegt. Probieren Sie daran alles aus.</translation>
    </message>
    <message>
        <source>A workbench for databases: look around, ask, and scroll through millions of rows.</source>
        <translation>Eine Werkbank für Datenbanken: umsehen, fragen und durch Millionen von Zeilen blättern.</translation>
    </message>
    <message>
        <source>Connections used last</source>
        <translation>Zuletzt verwendete Verbindungen</translation>
    </message>
    <message>
        <source>Drop SQLite and SQL files anywhere in this window to open them.</source>
        <translation>Lassen Sie SQLite- und SQL-Dateien irgendwo in diesem Fenster fallen, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Gut zu wissen</translation>
    </message>
    <message>
        <source>Look into any database you have. Nothing in it is changed before you say so.</source>
        <translation>Sehen Sie in eine Ihrer Datenbanken. Ohne Ihr Zutun wird darin nichts geändert.</translation>
    </message>
    <message>
        <source>Making it: {percent} %</source>
        <translation>Wird angelegt: {percent} %</translation>
    </message>
    <message>
        <source>New connection…</source>
        <translation>Neue Verbindung…</translation>
    </message>
    <message>
        <source>Open a SQLite file…</source>
        <translation>SQLite-Datei öffnen…</translation>
    </message>
    <message>
        <source>Open the sample database</source>
        <translation>Beispieldatenbank öffnen</translation>
    </message>
    <message>
        <source>PostgreSQL, MySQL, MariaDB, and whatever SQLAlchemy speaks. Paste any connection string.</source>
        <translation>PostgreSQL, MySQL, MariaDB und was SQLAlchemy sonst spricht. Fügen Sie eine beliebige Verbindungszeichenfolge ein.</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
</context>
<context>
    <name>WelcomePlace</name>
    <message>
        <source>Making the sample database: {percent} %</source>
        <translation>Die Beispieldatenbank entsteht: {percent} %</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
</context>
<context>
    <name>WorkStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>WorkTip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>_CellLine</name>
    <message>
        <source>Value of the cell</source>
        <translation>Wert der Zelle</translation>
    </message>
</context>
<context>
    <name>_FormTable</name>
    <message>
        <source>Values of the row</source>
        <translation>Werte der Zeile</translation>
    </message>
</context>
<context>
    <name>_TabEnd</name>
    <message>
        <source>Close tab</source>
        <translation>Tab schließen</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;About Lapwing</source>
        <translation>Ü&amp;ber Lapwing</translation>
    </message>
    <message>
        <source>&amp;Acknowledge</source>
        <translation>&amp;Quittieren</translation>
    </message>
    <message>
        <source>&amp;Add panel…</source>
        <translation>Feld &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;All rows</source>
        <translation>&amp;Alle Zeilen</translation>
    </message>
    <message>
        <source>&amp;Annotate…</source>
        <translation>&amp;Anmerken…</translation>
    </message>
    <message>
        <source>&amp;Ask for the format…</source>
        <translation>Nach dem &amp;Format fragen …</translation>
    </message>
    <message>
        <source>&amp;Auto-commit</source>
        <translation>&amp;Auto-Commit</translation>
    </message>
    <message>
        <source>&amp;Browse plugins…</source>
        <translation>Plugins &amp;durchsuchen…</translation>
    </message>
    <message>
        <source>&amp;CSV</source>
        <translation>&amp;CSV</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Ab&amp;brechen</translation>
    </message>
    <message>
        <source>&amp;Cancel statement…</source>
        <translation>Anweisung ab&amp;brechen …</translation>
    </message>
    <message>
        <source>&amp;Central European (ISO 8859-2)</source>
        <translation>&amp;Mitteleuropäisch (ISO 8859-2)</translation>
    </message>
    <message>
        <source>&amp;Clear history…</source>
        <translation>&amp;Verlauf leeren …</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>Diese Liste &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation>Tab s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Collapse all objects</source>
        <translation>&amp;Alle Objekte zuklappen</translation>
    </message>
    <message>
        <source>&amp;Columns…</source>
        <translation>S&amp;palten …</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>Befehls&amp;palette…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>Ko&amp;pieren</translation>
    </message>
    <message>
        <source>&amp;Count rows</source>
        <translation>Zeilen zä&amp;hlen</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Dashboard</source>
        <translation>&amp;Dashboard</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>Da&amp;tenbank</translation>
    </message>
    <message>
        <source>&amp;Delete from the history</source>
        <translation>Aus dem Verlauf &amp;löschen</translation>
    </message>
    <message>
        <source>&amp;Discard changes</source>
        <translation>Änderungen &amp;verwerfen</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>&amp;Duplicate rows</source>
        <translation>Zeilen verdo&amp;ppeln</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Edit cell</source>
        <translation>Zelle &amp;bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Edit connection…</source>
        <translation>Verbindung &amp;bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Edit dashboard</source>
        <translation>Dashboard &amp;bearbeiten</translation>
    </message>
    <message>
        <source>&amp;End session…</source>
        <translation>Sitzung b&amp;eenden …</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>&amp;Ereignisse</translation>
    </message>
    <message>
        <source>&amp;Export alert rules…</source>
        <translation>Alarmregeln &amp;exportieren…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Filter rows…</source>
        <translation>Zeilen &amp;filtern …</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>Suche&amp;n…</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Go to definition</source>
        <translation>Zur De&amp;finition gehen</translation>
    </message>
    <message>
        <source>&amp;Go to row…</source>
        <translation>&amp;Gehe zu Zeile …</translation>
    </message>
    <message>
        <source>&amp;Go to tab</source>
        <translation>Gehe zu &amp;Tab</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>&amp;Hold sessions, or back to live</source>
        <translation>Sitzungen fest&amp;halten, oder zurück zur Gegenwart</translation>
    </message>
    <message>
        <source>&amp;INSERT statements</source>
        <translation>&amp;INSERT-Anweisungen</translation>
    </message>
    <message>
        <source>&amp;Import alert rules…</source>
        <translation>Alarmregeln &amp;importieren…</translation>
    </message>
    <message>
        <source>&amp;Import connections…</source>
        <translation>&amp;Verbindungen importieren…</translation>
    </message>
    <message>
        <source>&amp;Import dashboard…</source>
        <translation>Dashboard &amp;importieren…</translation>
    </message>
    <message>
        <source>&amp;Indent lines</source>
        <translation>Zeilen &amp;einrücken</translation>
    </message>
    <message>
        <source>&amp;Insert row</source>
        <translation>Zeile &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Install from file…</source>
        <translation>Aus Datei &amp;installieren…</translation>
    </message>
    <message>
        <source>&amp;Isolation level</source>
        <translation>I&amp;solationsstufe</translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation>&amp;JSON</translation>
    </message>
    <message>
        <source>&amp;Japanese (Shift JIS)</source>
        <translation>&amp;Japanisch (Shift JIS)</translation>
    </message>
    <message>
        <source>&amp;Join lines</source>
        <translation>Zeilen &amp;verbinden</translation>
    </message>
    <message>
        <source>&amp;Jump to line…</source>
        <translation>Zu Zeile &amp;springen…</translation>
    </message>
    <message>
        <source>&amp;Keep monitoring</source>
        <translation>Weiter über&amp;wachen</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;List for IN</source>
        <translation>&amp;Liste für IN</translation>
    </message>
    <message>
        <source>&amp;Load more rows</source>
        <translation>&amp;Mehr Zeilen laden</translation>
    </message>
    <message>
        <source>&amp;Manage plugins…</source>
        <translation>Plugins &amp;verwalten…</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>&amp;Manual commit</source>
        <translation>&amp;Manueller Commit</translation>
    </message>
    <message>
        <source>&amp;Markdown table</source>
        <translation>&amp;Markdown-Tabelle</translation>
    </message>
    <message>
        <source>&amp;Monitor</source>
        <translation>&amp;Monitor</translation>
    </message>
    <message>
        <source>&amp;NDJSON</source>
        <translation>&amp;NDJSON</translation>
    </message>
    <message>
        <source>&amp;New alert rule…</source>
        <translation>&amp;Neue Alarmregel…</translation>
    </message>
    <message>
        <source>&amp;New connection…</source>
        <translation>&amp;Neue Verbindung…</translation>
    </message>
    <message>
        <source>&amp;New dashboard</source>
        <translation>&amp;Neues Dashboard</translation>
    </message>
    <message>
        <source>&amp;New editor</source>
        <translation>&amp;Neuer Editor</translation>
    </message>
    <message>
        <source>&amp;Next tab</source>
        <translation>&amp;Nächster Tab</translation>
    </message>
    <message>
        <source>&amp;Open SQL file…</source>
        <translation>SQL-Datei ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Open in an editor</source>
        <translation>In einem &amp;Editor öffnen</translation>
    </message>
    <message>
        <source>&amp;Open statement in an editor</source>
        <translation>Anweisung in einem Editor ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>E&amp;infügen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>&amp;Pin or unpin</source>
        <translation>An&amp;heften oder lösen</translation>
    </message>
    <message>
        <source>&amp;Pin result</source>
        <translation>Ergebnis an&amp;heften</translation>
    </message>
    <message>
        <source>&amp;Plugins</source>
        <translation>&amp;Plugins</translation>
    </message>
    <message>
        <source>&amp;Preview changes…</source>
        <translation>Änderungen ansehen (&amp;Vorschau) …</translation>
    </message>
    <message>
        <source>&amp;Previous tab</source>
        <translation>V&amp;orheriger Tab</translation>
    </message>
    <message>
        <source>&amp;Properties</source>
        <translation>Ei&amp;genschaften</translation>
    </message>
    <message>
        <source>&amp;Query</source>
        <translation>Ab&amp;frage</translation>
    </message>
    <message>
        <source>&amp;Quick edits</source>
        <translation>S&amp;chnell bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>A&amp;ktualisieren</translation>
    </message>
    <message>
        <source>&amp;Remove dashboard…</source>
        <translation>Dashboard &amp;entfernen…</translation>
    </message>
    <message>
        <source>&amp;Reopen closed tab</source>
        <translation>Geschlossenen Tab &amp;wieder öffnen</translation>
    </message>
    <message>
        <source>&amp;Repeatable read</source>
        <translation>&amp;Repeatable read</translation>
    </message>
    <message>
        <source>&amp;Reset zoom</source>
        <translation>&amp;Zoom zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Revert changes</source>
        <translation>Änderungen zu&amp;rücknehmen</translation>
    </message>
    <message>
        <source>&amp;Run statement</source>
        <translation>&amp;Anweisung ausführen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Save dashboard</source>
        <translation>Dashboard &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Serializable</source>
        <translation>&amp;Serializable</translation>
    </message>
    <message>
        <source>&amp;Services</source>
        <translation>&amp;Dienste</translation>
    </message>
    <message>
        <source>&amp;Show alerts</source>
        <translation>Alarme an&amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Show history</source>
        <translation>Verlauf an&amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Sort ascending</source>
        <translation>&amp;Aufsteigend sortieren</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>F&amp;arbschema</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>E&amp;xtras</translation>
    </message>
    <message>
        <source>&amp;Transaction mode</source>
        <translation>&amp;Transaktionsmodus</translation>
    </message>
    <message>
        <source>&amp;UTF-8</source>
        <translation>&amp;UTF-8</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>R&amp;ückgängig</translation>
    </message>
    <message>
        <source>&amp;Unfreeze columns</source>
        <translation>Spalten &amp;lösen</translation>
    </message>
    <message>
        <source>&amp;Value editor…</source>
        <translation>&amp;Wert bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Value inspector</source>
        <translation>&amp;Wert-Inspektor</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Webhooks</source>
        <translation>&amp;Webhooks</translation>
    </message>
    <message>
        <source>&amp;Western (ISO 8859-1)</source>
        <translation>&amp;Westlich (ISO 8859-1)</translation>
    </message>
    <message>
        <source>&amp;Wrap lines</source>
        <translation>Zeilen &amp;umbrechen</translation>
    </message>
    <message>
        <source>&amp;Your own metrics…</source>
        <translation>Ei&amp;gene Metriken …</translation>
    </message>
    <message>
        <source>A&amp;lerts</source>
        <translation>A&amp;larme</translation>
    </message>
    <message>
        <source>Add &amp;caret below</source>
        <translation>S&amp;chreibmarke darunter hinzufügen</translation>
    </message>
    <message>
        <source>Add a SQLite file to the connections</source>
        <translation>Eine SQLite-Datei in die Verbindungen aufnehmen</translation>
    </message>
    <message>
        <source>Add a row below the current one; it is staged until the changes are saved</source>
        <translation>Eine Zeile unter der aktuellen hinzufügen; sie ist vorgemerkt, bis die Änderungen gespeichert werden</translation>
    </message>
    <message>
        <source>Add a server or a database file to the navigator</source>
        <translation>Einen Server oder eine Datenbankdatei in den Navigator aufnehmen</translation>
    </message>
    <message>
        <source>Add all occu&amp;rrences</source>
        <translation>Alle Vorkommen h&amp;inzufügen</translation>
    </message>
    <message>
        <source>Add c&amp;aret above</source>
        <translation>Schreibmarke da&amp;rüber hinzufügen</translation>
    </message>
    <message>
        <source>Add copies of the selected rows; what the server numbers is left to it</source>
        <translation>Kopien der ausgewählten Zeilen hinzufügen; was der Server nummeriert, bleibt ihm überlassen</translation>
    </message>
    <message>
        <source>Add n&amp;ext occurrence</source>
        <translation>&amp;Nächstes Vorkommen hinzufügen</translation>
    </message>
    <message>
        <source>Add to &amp;favourites or remove</source>
        <translation>&amp;Favorit setzen oder entfernen</translation>
    </message>
    <message>
        <source>Alert &amp;rules</source>
        <translation>Alarm&amp;regeln</translation>
    </message>
    <message>
        <source>All statements of a next transaction see the same rows</source>
        <translation>Alle Anweisungen einer nächsten Transaktion sehen dieselben Zeilen</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>As the server s&amp;ent them</source>
        <translation>&amp;Wie vom Server gesendet</translation>
    </message>
    <message>
        <source>Background &amp;jobs</source>
        <translation>&amp;Hintergrundaufgaben</translation>
    </message>
    <message>
        <source>Be light or dark as the desktop is</source>
        <translation>Hell oder dunkel sein wie der Desktop</translation>
    </message>
    <message>
        <source>Begin a dashboard of your own for servers of this kind</source>
        <translation>Ein eigenes Dashboard für Server dieser Art beginnen</translation>
    </message>
    <message>
        <source>Begin another connection with what this one has</source>
        <translation>Eine weitere Verbindung mit den Angaben dieser beginnen</translation>
    </message>
    <message>
        <source>Break lines of the editors that are wider than the view</source>
        <translation>Zeilen der Editoren umbrechen, die breiter als die Ansicht sind</translation>
    </message>
    <message>
        <source>Bring back the tab that was closed last</source>
        <translation>Den zuletzt geschlossenen Tab zurückholen</translation>
    </message>
    <message>
        <source>C&amp;hinese (GB 18030)</source>
        <translation>&amp;Chinesisch (GB 18030)</translation>
    </message>
    <message>
        <source>C&amp;lose result</source>
        <translation>Er&amp;gebnis schließen</translation>
    </message>
    <message>
        <source>C&amp;olumn names only</source>
        <translation>Nur &amp;Spaltennamen</translation>
    </message>
    <message>
        <source>C&amp;yrillic (Windows-1251)</source>
        <translation>&amp;Kyrillisch (Windows-1251)</translation>
    </message>
    <message>
        <source>Cen&amp;tral European (Windows-1250)</source>
        <translation>Mi&amp;tteleuropäisch (Windows-1250)</translation>
    </message>
    <message>
        <source>Change how Lapwing looks and behaves</source>
        <translation>Ändern, wie Lapwing aussieht und sich verhält</translation>
    </message>
    <message>
        <source>Change where the connection leads and how it logs in</source>
        <translation>Ändern, wohin die Verbindung führt und wie sie sich anmeldet</translation>
    </message>
    <message>
        <source>Changes wait for commit or rollback</source>
        <translation>Änderungen warten auf Commit oder Rollback</translation>
    </message>
    <message>
        <source>Choose in which form the selected cells are copied</source>
        <translation>Wählen, in welcher Form die ausgewählten Zellen kopiert werden</translation>
    </message>
    <message>
        <source>Choose which columns are shown</source>
        <translation>Wählen, welche Spalten angezeigt werden</translation>
    </message>
    <message>
        <source>Close all that is open on this connection; the next statement connects again</source>
        <translation>Alles schließen, was auf dieser Verbindung offen ist; die nächste Anweisung verbindet wieder</translation>
    </message>
    <message>
        <source>Close all windows and end Lapwing</source>
        <translation>Alle Fenster schließen und Lapwing beenden</translation>
    </message>
    <message>
        <source>Close every row of the navigator</source>
        <translation>Jede Zeile des Navigators schließen</translation>
    </message>
    <message>
        <source>Close the current tab; its text is kept</source>
        <translation>Den aktuellen Tab schließen; sein Text bleibt erhalten</translation>
    </message>
    <message>
        <source>Co&amp;mment lines</source>
        <translation>Zeilen auskommen&amp;tieren</translation>
    </message>
    <message>
        <source>Co&amp;mmit</source>
        <translation>&amp;Commit</translation>
    </message>
    <message>
        <source>Comp&amp;lete</source>
        <translation>V&amp;ervollständigen</translation>
    </message>
    <message>
        <source>Complete wh&amp;ile typing</source>
        <translation>&amp;Beim Tippen vervollständigen</translation>
    </message>
    <message>
        <source>Connect to a place for now, by a URL or what else says where it is</source>
        <translation>Vorläufig mit einem Ort verbinden, über eine URL oder was sonst sagt, wo er ist</translation>
    </message>
    <message>
        <source>Connect wit&amp;hout saving…</source>
        <translation>Verbinden o&amp;hne zu speichern…</translation>
    </message>
    <message>
        <source>Cop&amp;y as</source>
        <translation>Kopieren &amp;als</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>Copy the names of the selected columns</source>
        <translation>Die Namen der ausgewählten Spalten kopieren</translation>
    </message>
    <message>
        <source>Copy the selected cells as CSV with the names of their columns</source>
        <translation>Die ausgewählten Zellen als CSV mit den Namen ihrer Spalten kopieren</translation>
    </message>
    <message>
        <source>Copy the selected cells as JSON objects, one a line</source>
        <translation>Die ausgewählten Zellen als JSON-Objekte kopieren, eines je Zeile</translation>
    </message>
    <message>
        <source>Copy the selected cells as a table for Markdown</source>
        <translation>Die ausgewählten Zellen als Tabelle für Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy the selected cells as an array of JSON objects</source>
        <translation>Die ausgewählten Zellen als Liste von JSON-Objekten kopieren</translation>
    </message>
    <message>
        <source>Copy the selected cells as statements that insert them</source>
        <translation>Die ausgewählten Zellen als Anweisungen kopieren, die sie einfügen</translation>
    </message>
    <message>
        <source>Copy the selected cells with the names of their columns</source>
        <translation>Die ausgewählten Zellen mit den Namen ihrer Spalten kopieren</translation>
    </message>
    <message>
        <source>Copy the selected text, cells or names</source>
        <translation>Den ausgewählten Text, die Zellen oder die Namen kopieren</translation>
    </message>
    <message>
        <source>Copy the selected values, each once, as a list for the operator IN</source>
        <translation>Die ausgewählten Werte, jeden einmal, als Liste für den Operator IN kopieren</translation>
    </message>
    <message>
        <source>Copy with &amp;headers</source>
        <translation>&amp;Mit Überschriften kopieren</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Aussc&amp;hneiden</translation>
    </message>
    <message>
        <source>D&amp;uplicate connection</source>
        <translation>Verbindung d&amp;uplizieren</translation>
    </message>
    <message>
        <source>De&amp;lete line</source>
        <translation>Zeile &amp;löschen</translation>
    </message>
    <message>
        <source>De&amp;lete rows</source>
        <translation>Zeilen &amp;löschen</translation>
    </message>
    <message>
        <source>Delete all statements that the history shows, but for pinned ones</source>
        <translation>Alle Anweisungen löschen, die der Verlauf zeigt, außer angehefteten</translation>
    </message>
    <message>
        <source>Delete the chosen statements from the history</source>
        <translation>Die gewählten Anweisungen aus dem Verlauf löschen</translation>
    </message>
    <message>
        <source>Delete the file of the dashboard in front</source>
        <translation>Die Datei des vorderen Dashboards löschen</translation>
    </message>
    <message>
        <source>Disc&amp;onnect</source>
        <translation>Ve&amp;rbindung trennen</translation>
    </message>
    <message>
        <source>E&amp;xpand *</source>
        <translation>* aussch&amp;reiben</translation>
    </message>
    <message>
        <source>E&amp;xplain statement</source>
        <translation>Anweisung er&amp;klären</translation>
    </message>
    <message>
        <source>E&amp;xport connections…</source>
        <translation>Verbindungen e&amp;xportieren…</translation>
    </message>
    <message>
        <source>E&amp;xport dashboard…</source>
        <translation>Dashboard e&amp;xportieren…</translation>
    </message>
    <message>
        <source>E&amp;xport result…</source>
        <translation>Ergebnis e&amp;xportieren…</translation>
    </message>
    <message>
        <source>En&amp;vironments…</source>
        <translation>U&amp;mgebungen…</translation>
    </message>
    <message>
        <source>End the chosen sessions of the server, and what they have not committed</source>
        <translation>Die gewählten Sitzungen des Servers beenden, und was sie nicht festgeschrieben haben</translation>
    </message>
    <message>
        <source>End what the chosen sessions of the server run</source>
        <translation>Beenden, was die gewählten Sitzungen des Servers ausführen</translation>
    </message>
    <message>
        <source>Every statement is committed by itself</source>
        <translation>Jede Anweisung wird für sich festgeschrieben</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export &amp;table…</source>
        <translation>&amp;Tabelle exportieren…</translation>
    </message>
    <message>
        <source>F&amp;ormat script</source>
        <translation>S&amp;kript formatieren</translation>
    </message>
    <message>
        <source>Fetch as many rows again as the row limit allows</source>
        <translation>Noch einmal so viele Zeilen holen, wie die Zeilengrenze erlaubt</translation>
    </message>
    <message>
        <source>Fetch the rest of the result, however long it is</source>
        <translation>Den Rest des Ergebnisses holen, wie lang er auch ist</translation>
    </message>
    <message>
        <source>Fi&amp;lter objects</source>
        <translation>Objekte fi&amp;ltern</translation>
    </message>
    <message>
        <source>Fill do&amp;wn</source>
        <translation>Nach unten au&amp;sfüllen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Fin&amp;d and replace…</source>
        <translation>Suchen un&amp;d ersetzen…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Weiters&amp;uchen</translation>
    </message>
    <message>
        <source>Find a table, connection, tab, file, setting or command by its name</source>
        <translation>Tabelle, Verbindung, Tab, Datei, Einstellung oder Befehl beim Namen finden</translation>
    </message>
    <message>
        <source>Find any command by its name</source>
        <translation>Jeden Befehl an seinem Namen finden</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>&amp;Vorheriges suchen</translation>
    </message>
    <message>
        <source>Find statements that were run</source>
        <translation>Ausgeführte Anweisungen finden</translation>
    </message>
    <message>
        <source>Find the object that the tab in front is about among all objects</source>
        <translation>Das Objekt, um das es im vorderen Tab geht, unter allen Objekten finden</translation>
    </message>
    <message>
        <source>Fit column &amp;widths</source>
        <translation>Spalten&amp;breiten anpassen</translation>
    </message>
    <message>
        <source>Forget which files were opened; the files stay</source>
        <translation>Vergessen, welche Dateien geöffnet wurden; die Dateien bleiben</translation>
    </message>
    <message>
        <source>Format &amp;statement</source>
        <translation>Anweisung f&amp;ormatieren</translation>
    </message>
    <message>
        <source>Freeze up to &amp;here</source>
        <translation>Bis hier f&amp;ixieren</translation>
    </message>
    <message>
        <source>Give the text of the editors its usual size</source>
        <translation>Den Text der Editoren auf die übliche Größe bringen</translation>
    </message>
    <message>
        <source>Give the window the whole screen, or take it back</source>
        <translation>Dem Fenster den ganzen Bildschirm geben oder wieder nehmen</translation>
    </message>
    <message>
        <source>Go to tab {number}, counted from the left</source>
        <translation>Zum Tab {number} gehen, von links gezählt</translation>
    </message>
    <message>
        <source>Go to the next place where the text occurs</source>
        <translation>Zur nächsten Stelle gehen, an der der Text vorkommt</translation>
    </message>
    <message>
        <source>Go to the place before where the text occurs</source>
        <translation>Zur vorherigen Stelle gehen, an der der Text vorkommt</translation>
    </message>
    <message>
        <source>Go to the tab on the left</source>
        <translation>Zum Tab links davon gehen</translation>
    </message>
    <message>
        <source>Go to the tab on the right</source>
        <translation>Zum Tab rechts davon gehen</translation>
    </message>
    <message>
        <source>Go where the name at the caret is defined: in the statement or in the navigator</source>
        <translation>Dorthin gehen, wo der Name an der Schreibmarke definiert ist: in der Anweisung oder im Navigator</translation>
    </message>
    <message>
        <source>Group mem&amp;bership…</source>
        <translation>Gru&amp;ppe ändern…</translation>
    </message>
    <message>
        <source>Have the selected cells hold a text without a letter, which is not NULL</source>
        <translation>In die ausgewählten Zellen kommt ein Text ohne Zeichen, was nicht NULL ist</translation>
    </message>
    <message>
        <source>Have the selected cells hold no value (Ctrl+0 in the grid)</source>
        <translation>Die ausgewählten Zellen leeren: kein Wert (Strg+0 im Gitter)</translation>
    </message>
    <message>
        <source>Have the selected cells hold what the first one of their column holds</source>
        <translation>Die gewählten Zellen sollen enthalten, was die erste ihrer Spalte enthält</translation>
    </message>
    <message>
        <source>Have the selected cells hold what the server puts there by itself</source>
        <translation>In die ausgewählten Zellen kommt, was der Server von sich aus einsetzt</translation>
    </message>
    <message>
        <source>Have the server count the rows exactly, which may take long</source>
        <translation>Den Server die Zeilen genau zählen lassen, was lange dauern kann</translation>
    </message>
    <message>
        <source>Import rows from &amp;a file…</source>
        <translation>Zeilen imp&amp;ortieren…</translation>
    </message>
    <message>
        <source>In next transactions each statement sees what was committed before it</source>
        <translation>In nächsten Transaktionen sieht jede Anweisung, was vor ihr festgeschrieben wurde</translation>
    </message>
    <message>
        <source>Insert the clipboard&apos;s text</source>
        <translation>Den Text der Zwischenablage einfügen</translation>
    </message>
    <message>
        <source>Insert the rows of a file into a table of the navigator, or into a new one</source>
        <translation>Die Zeilen einer Datei in eine Tabelle des Navigators einfügen, oder in eine neue</translation>
    </message>
    <message>
        <source>Keep the changes of the open transaction</source>
        <translation>Die Änderungen der offenen Transaktion festschreiben</translation>
    </message>
    <message>
        <source>Keep the chosen statements at the top of the history, or no longer</source>
        <translation>Die gewählten Anweisungen oben im Verlauf halten oder nicht mehr</translation>
    </message>
    <message>
        <source>Keep the columns up to the current one in sight</source>
        <translation>Die Spalten bis zur aktuellen im Blick behalten</translation>
    </message>
    <message>
        <source>Keep the result in front when the next statement is run, or no longer</source>
        <translation>Das vordere Ergebnis beim nächsten Lauf behalten, oder nicht mehr</translation>
    </message>
    <message>
        <source>Keep what was changed; one that came with Lapwing is saved as a copy</source>
        <translation>Änderungen behalten; eines, das mit Lapwing kam, wird als Kopie gespeichert</translation>
    </message>
    <message>
        <source>Lay out all statements of the editor anew</source>
        <translation>Alle Anweisungen des Editors neu setzen</translation>
    </message>
    <message>
        <source>Lay out the selection anew, or the statement at the caret</source>
        <translation>Die Auswahl neu setzen, oder die Anweisung an der Schreibmarke</translation>
    </message>
    <message>
        <source>Leave out the rows that hold what the current cell holds</source>
        <translation>Die Zeilen weglassen, die denselben Wert wie die aktuelle Zelle haben</translation>
    </message>
    <message>
        <source>Let all charts stand still, or go on</source>
        <translation>Alle Diagramme anhalten oder weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Let all columns scroll</source>
        <translation>Alle Spalten mitrollen lassen</translation>
    </message>
    <message>
        <source>Let go of the rows of the result in front</source>
        <translation>Die Zeilen des vorderen Ergebnisses freigeben</translation>
    </message>
    <message>
        <source>Let the line, or the selected lines, change places with the one above</source>
        <translation>Die Zeile oder die ausgewählten Zeilen mit der darüber tauschen</translation>
    </message>
    <message>
        <source>Let the line, or the selected lines, change places with the one below</source>
        <translation>Die Zeile oder die ausgewählten Zeilen mit der darunter tauschen</translation>
    </message>
    <message>
        <source>Let this tab&apos;s connection go and open a new one; no statement is sent again</source>
        <translation>Die Verbindung dieses Reiters beenden und eine neue öffnen; keine Anweisung wird noch einmal gesendet</translation>
    </message>
    <message>
        <source>List what runs in the background, with progress and cancel</source>
        <translation>Zeigen, was im Hintergrund läuft, mit Fortschritt und Abbrechen</translation>
    </message>
    <message>
        <source>Lo&amp;wer case</source>
        <translation>&amp;Kleinbuchstaben</translation>
    </message>
    <message>
        <source>Load &amp;all rows</source>
        <translation>A&amp;lle Zeilen laden</translation>
    </message>
    <message>
        <source>Load all row&amp;s</source>
        <translation>Alle &amp;Zeilen laden</translation>
    </message>
    <message>
        <source>Local &amp;history…</source>
        <translation>Lokale &amp;Geschichte…</translation>
    </message>
    <message>
        <source>Look at the package of a plugin, and install it</source>
        <translation>Das Paket eines Plugins ansehen und es installieren</translation>
    </message>
    <message>
        <source>Look at this server also when its monitor is closed</source>
        <translation>Diesen Server auch beobachten, wenn sein Monitor geschlossen ist</translation>
    </message>
    <message>
        <source>Look for a text in the editor and write another in its place</source>
        <translation>Im Editor einen Text suchen und durch einen anderen ersetzen</translation>
    </message>
    <message>
        <source>Make a &amp;copy</source>
        <translation>&amp;Kopie anlegen</translation>
    </message>
    <message>
        <source>Make a database to play with, and open it</source>
        <translation>Eine Datenbank zum Ausprobieren anlegen und öffnen</translation>
    </message>
    <message>
        <source>Make metrics of your own SQL, for dashboards and alerts</source>
        <translation>Aus eigenem SQL Metriken für Dashboards und Warnungen machen</translation>
    </message>
    <message>
        <source>Make one line of the selected ones, or of this and the next</source>
        <translation>Aus den ausgewählten Zeilen, oder aus dieser und der nächsten, eine machen</translation>
    </message>
    <message>
        <source>Make the change again that was taken back</source>
        <translation>Die rückgängig gemachte Änderung wiederholen</translation>
    </message>
    <message>
        <source>Make the columns as wide as what is seen of them needs</source>
        <translation>Die Spalten so breit machen, wie das Sichtbare es braucht</translation>
    </message>
    <message>
        <source>Make the text of the editors larger</source>
        <translation>Den Text der Editoren vergrößern</translation>
    </message>
    <message>
        <source>Make the text of the editors smaller</source>
        <translation>Den Text der Editoren verkleinern</translation>
    </message>
    <message>
        <source>Move line &amp;up</source>
        <translation>Zeile nach &amp;oben</translation>
    </message>
    <message>
        <source>Move line d&amp;own</source>
        <translation>Zeile nach &amp;unten</translation>
    </message>
    <message>
        <source>Move the selected text to the clipboard</source>
        <translation>Den ausgewählten Text in die Zwischenablage verschieben</translation>
    </message>
    <message>
        <source>Move, resize and change the panels of the dashboard in front</source>
        <translation>Felder des vorderen Dashboards verschieben, vergrößern und ändern</translation>
    </message>
    <message>
        <source>Next p&amp;ane</source>
        <translation>Nächster &amp;Bereich</translation>
    </message>
    <message>
        <source>Next transactions do as if they ran one after another</source>
        <translation>Nächste Transaktionen laufen so, als käme eine nach der anderen</translation>
    </message>
    <message>
        <source>Next transactions may see changes that others have not committed</source>
        <translation>Nächste Transaktionen können Änderungen sehen, die andere noch nicht festgeschrieben haben</translation>
    </message>
    <message>
        <source>Offer names and keywords without being asked</source>
        <translation>Namen und Schlüsselwörter ungefragt anbieten</translation>
    </message>
    <message>
        <source>Offer what fits at the caret</source>
        <translation>Anbieten, was an der Schreibmarke passt</translation>
    </message>
    <message>
        <source>Only rows with &amp;other values</source>
        <translation>N&amp;ur Zeilen mit anderen Werten</translation>
    </message>
    <message>
        <source>Only rows with &amp;this value</source>
        <translation>Nur Zeilen mit &amp;diesem Wert</translation>
    </message>
    <message>
        <source>Open &amp;data</source>
        <translation>&amp;Daten öffnen</translation>
    </message>
    <message>
        <source>Open SQLite &amp;database…</source>
        <translation>SQLite-&amp;Datenbank öffnen…</translation>
    </message>
    <message>
        <source>Open a file with SQL statements in an editor</source>
        <translation>Eine Datei mit SQL-Anweisungen in einem Editor öffnen</translation>
    </message>
    <message>
        <source>Open an empty SQL editor</source>
        <translation>Einen leeren SQL-Editor öffnen</translation>
    </message>
    <message>
        <source>Open an&amp;ything…</source>
        <translation>Alles ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open and &amp;run again</source>
        <translation>Öffnen und noch einmal a&amp;usführen</translation>
    </message>
    <message>
        <source>Open r&amp;ecent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open the &amp;sample database</source>
        <translation>Beispieldatenbank &amp;öffnen</translation>
    </message>
    <message>
        <source>Open the moni&amp;tor</source>
        <translation>Moni&amp;tor öffnen</translation>
    </message>
    <message>
        <source>Order the loaded rows by the current column, the greatest first</source>
        <translation>Die geladenen Zeilen nach der aktuellen Spalte ordnen, das Größte zuerst</translation>
    </message>
    <message>
        <source>Order the loaded rows by the current column, the least first</source>
        <translation>Die geladenen Zeilen nach der aktuellen Spalte ordnen, das Kleinste zuerst</translation>
    </message>
    <message>
        <source>Put one more panel on the dashboard in front</source>
        <translation>Dem vorderen Dashboard ein Feld hinzufügen</translation>
    </message>
    <message>
        <source>Put the caret at a line by its number</source>
        <translation>Die Schreibmarke in eine Zeile setzen, nach ihrer Nummer</translation>
    </message>
    <message>
        <source>Put the connection into another group, or rename its group</source>
        <translation>Die Verbindung in eine andere Gruppe stellen oder ihre Gruppe umbenennen</translation>
    </message>
    <message>
        <source>Put the line, the selection or the selected rows there once more</source>
        <translation>Die Zeile, die Auswahl oder die ausgewählten Datensätze noch einmal einfügen</translation>
    </message>
    <message>
        <source>Put the selected lines one step to the right</source>
        <translation>Die ausgewählten Zeilen einen Schritt nach rechts rücken</translation>
    </message>
    <message>
        <source>Put the statement chosen in the history into a new editor</source>
        <translation>Die im Verlauf gewählte Anweisung in einen neuen Editor stellen</translation>
    </message>
    <message>
        <source>Put the statement into a new editor on its own connection and run it there</source>
        <translation>Die Anweisung in einen neuen Editor auf ihrer eigenen Verbindung stellen und dort ausführen</translation>
    </message>
    <message>
        <source>Put the statement of the chosen session into a new editor</source>
        <translation>Die Anweisung der gewählten Sitzung in einen neuen Editor stellen</translation>
    </message>
    <message>
        <source>R&amp;esult</source>
        <translation>&amp;Ergebnis</translation>
    </message>
    <message>
        <source>R&amp;un SQL file…</source>
        <translation>SQL-D&amp;atei ausführen…</translation>
    </message>
    <message>
        <source>Re&amp;move connection…</source>
        <translation>Verbindung &amp;entfernen…</translation>
    </message>
    <message>
        <source>Read &amp;committed</source>
        <translation>Read &amp;committed</translation>
    </message>
    <message>
        <source>Read &amp;uncommitted</source>
        <translation>Read &amp;uncommitted</translation>
    </message>
    <message>
        <source>Read how things are done in Lapwing</source>
        <translation>Nachlesen, wie man was in Lapwing macht</translation>
    </message>
    <message>
        <source>Read the file of this editor again as Central European (ISO 8859-2)</source>
        <translation>Die Datei dieses Editors neu lesen als Mitteleuropäisch (ISO 8859-2)</translation>
    </message>
    <message>
        <source>Read the file of this editor again as Central European (Windows-1250)</source>
        <translation>Die Datei dieses Editors neu lesen als Mitteleuropäisch (Windows-1250)</translation>
    </message>
    <message>
        <source>Read the file of this editor again as Chinese (GB 18030)</source>
        <translation>Die Datei dieses Editors neu lesen als Chinesisch (GB 18030)</translation>
    </message>
    <message>
        <source>Read the file of this editor again as Cyrillic (Windows-1251)</source>
        <translation>Die Datei dieses Editors neu lesen als Kyrillisch (Windows-1251)</translation>
    </message>
    <message>
        <source>Read the file of this editor again as Japanese (Shift JIS)</source>
        <translation>Die Datei dieses Editors neu lesen als Japanisch (Shift JIS)</translation>
    </message>
    <message>
        <source>Read the file of this editor again as UTF-16</source>
        <translation>Die Datei dieses Editors neu lesen als UTF-16</translation>
    </message>
    <message>
        <source>Read the file of this editor again as UTF-8</source>
        <translation>Die Datei dieses Editors neu lesen als UTF-8</translation>
    </message>
    <message>
        <source>Read the file of this editor again as UTF-8 with byte-order mark</source>
        <translation>Die Datei dieses Editors neu lesen als UTF-8 mit Byte-Reihenfolge-Marke</translation>
    </message>
    <message>
        <source>Read the file of this editor again as Western (ISO 8859-1)</source>
        <translation>Die Datei dieses Editors neu lesen als Westlich (ISO 8859-1)</translation>
    </message>
    <message>
        <source>Read the file of this editor again as Western (Windows-1252)</source>
        <translation>Die Datei dieses Editors neu lesen als Westlich (Windows-1252)</translation>
    </message>
    <message>
        <source>Read the objects in the navigator again</source>
        <translation>Die Objekte im Navigator neu einlesen</translation>
    </message>
    <message>
        <source>Read the rows that are not loaded yet, a million at most; it can be stopped</source>
        <translation>Die noch nicht geladenen Zeilen lesen, höchstens eine Million; das lässt sich anhalten</translation>
    </message>
    <message>
        <source>Rec&amp;onnect</source>
        <translation>&amp;Neu verbinden</translation>
    </message>
    <message>
        <source>Reopen w&amp;ith encoding</source>
        <translation>Neu öffnen m&amp;it Kodierung</translation>
    </message>
    <message>
        <source>Reset &amp;zoom</source>
        <translation>&amp;Zoom zurücksetzen</translation>
    </message>
    <message>
        <source>Ro&amp;ws</source>
        <translation>&amp;Zeilen</translation>
    </message>
    <message>
        <source>Roll &amp;back</source>
        <translation>&amp;Rollback</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Run &amp;script</source>
        <translation>S&amp;kript ausführen</translation>
    </message>
    <message>
        <source>Run all statements of the editor in order</source>
        <translation>Alle Anweisungen des Editors der Reihe nach ausführen</translation>
    </message>
    <message>
        <source>Run in &amp;new result tab</source>
        <translation>&amp;In neuem Ergebnis-Tab ausführen</translation>
    </message>
    <message>
        <source>Run the statement again, ordered by the server as the loaded rows are now</source>
        <translation>Die Anweisung noch einmal ausführen, vom Server so geordnet wie jetzt die geladenen Zeilen</translation>
    </message>
    <message>
        <source>Run the statement and ask for its parameters, also where last values are used</source>
        <translation>Die Anweisung ausführen und nach ihren Parametern fragen, auch wo letzte Werte gelten</translation>
    </message>
    <message>
        <source>Run the statement and keep the results that are there</source>
        <translation>Die Anweisung ausführen und vorhandene Ergebnisse behalten</translation>
    </message>
    <message>
        <source>Run the statement under the cursor, or the selection</source>
        <translation>Die Anweisung an der Schreibmarke oder die Auswahl ausführen</translation>
    </message>
    <message>
        <source>Run the statements of a file on the connection of this tab, such as a dump</source>
        <translation>Die Anweisungen einer Datei auf der Verbindung dieses Tabs ausführen, etwa eines Dumps</translation>
    </message>
    <message>
        <source>Run with other &amp;values…</source>
        <translation>Mit anderen &amp;Werten ausführen…</translation>
    </message>
    <message>
        <source>S&amp;chedules</source>
        <translation>&amp;Zeitpläne</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Save as &amp;image…</source>
        <translation>Als B&amp;ild speichern…</translation>
    </message>
    <message>
        <source>Save as CS&amp;V…</source>
        <translation>Als CS&amp;V speichern…</translation>
    </message>
    <message>
        <source>Save the dashboard in front as one of your own</source>
        <translation>Das vordere Dashboard als eigenes speichern</translation>
    </message>
    <message>
        <source>Save the editor&apos;s text to another file</source>
        <translation>Den Text des Editors in einer anderen Datei speichern</translation>
    </message>
    <message>
        <source>Say how careful Lapwing is in development, test, production</source>
        <translation>Festlegen, wie vorsichtig Lapwing in Entwicklung, Test und Produktion ist</translation>
    </message>
    <message>
        <source>See what happens, and find what has happened</source>
        <translation>Sehen, was geschieht, und finden, was geschehen ist</translation>
    </message>
    <message>
        <source>See which key does what, and choose others</source>
        <translation>Sehen, welche Taste was tut, und andere wählen</translation>
    </message>
    <message>
        <source>See which plugins can be had</source>
        <translation>Sehen, welche Plugins zu haben sind</translation>
    </message>
    <message>
        <source>See, configure, switch and remove the plugins that are installed</source>
        <translation>Die installierten Plugins sehen, einstellen, schalten und entfernen</translation>
    </message>
    <message>
        <source>See, start and stop what goes on though nobody asks</source>
        <translation>Sehen, starten und anhalten, was von selbst läuft</translation>
    </message>
    <message>
        <source>Show or hide the value, the row and facts beside a result</source>
        <translation>Wert, Zeile und Fakten neben einem Ergebnis zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>Show the object chosen in the navigator at its top, or no longer</source>
        <translation>Das im Navigator gewählte Objekt oben zeigen, oder nicht mehr</translation>
    </message>
    <message>
        <source>Show the rows as the server sent them</source>
        <translation>Die Zeilen so zeigen, wie der Server sie gesendet hat</translation>
    </message>
    <message>
        <source>Show the rows of the table at the caret or in the navigator, or those that a cell refers to</source>
        <translation>Die Zeilen der Tabelle am Cursor oder im Navigator zeigen, oder die, auf die eine Zelle verweist</translation>
    </message>
    <message>
        <source>Show the rows that hold what the current cell holds</source>
        <translation>Die Zeilen zeigen, die denselben Wert wie die aktuelle Zelle haben</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>Look for a text in the editor, in the result or in the rows of a table</source>
        <translation>Einen Text im Editor, im Ergebnis oder in den Zeilen einer Tabelle suchen</translation>
    </message>
    <message>
        <source>Make a row the current one by its number (Ctrl+G); rows up to it are loaded</source>
        <translation>Eine Zeile nach ihrer Nummer aufsuchen (Strg+G); die Zeilen bis dahin werden geladen</translation>
    </message>
    <message>
        <source>Move the focus from navigator to editor to result to inspector</source>
        <translation>Den Fokus vom Navigator zum Editor, zum Ergebnis und zum Inspektor bewegen</translation>
    </message>
    <message>
        <source>Save the editor&apos;s text to its file, the staged changes of a table, or a dashboard</source>
        <translation>Den Text des Editors in seine Datei, die vorgemerkten Änderungen einer Tabelle oder ein Dashboard speichern</translation>
    </message>
    <message>
        <source>Save the values of all panels, in the time that is shown</source>
        <translation>Die Werte aller Felder im gezeigten Zeitraum speichern</translation>
    </message>
    <message>
        <source>Save the whole dashboard as a picture</source>
        <translation>Das ganze Dashboard als Bild speichern</translation>
    </message>
    <message>
        <source>Say of the chosen alerts that they were seen</source>
        <translation>Die gewählten Alarme als gesehen melden</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>Eins&amp;tellungen…</translation>
    </message>
    <message>
        <source>See and change the rules by which servers are judged</source>
        <translation>Die Regeln ansehen und ändern, nach denen Server beurteilt werden</translation>
    </message>
    <message>
        <source>See earlier versions of this editor&apos;s text, and bring one back</source>
        <translation>Frühere Fassungen des Textes dieses Editors sehen und eine zurückholen</translation>
    </message>
    <message>
        <source>See the SQL that saving would run</source>
        <translation>Das SQL ansehen, das beim Speichern ausgeführt würde</translation>
    </message>
    <message>
        <source>See the whole value of the current cell, and change it</source>
        <translation>Den ganzen Wert der aktuellen Zelle ansehen und ändern</translation>
    </message>
    <message>
        <source>See versions and licences</source>
        <translation>Versionen und Lizenzen ansehen</translation>
    </message>
    <message>
        <source>See what fires now, and what has happened</source>
        <translation>Sehen, was jetzt ausgelöst ist und was geschehen ist</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>A&amp;lles auswählen</translation>
    </message>
    <message>
        <source>Select every place where the selected text stands</source>
        <translation>Jede Stelle auswählen, an der der ausgewählte Text steht</translation>
    </message>
    <message>
        <source>Select the whole text, or every cell</source>
        <translation>Den ganzen Text oder alle Zellen auswählen</translation>
    </message>
    <message>
        <source>Select the word at the caret, then the next place where it stands, too</source>
        <translation>Das Wort an der Schreibmarke auswählen, dann auch die nächste Stelle, an der es steht</translation>
    </message>
    <message>
        <source>Set &amp;NULL</source>
        <translation>&amp;NULL setzen</translation>
    </message>
    <message>
        <source>Set DE&amp;FAULT</source>
        <translation>DE&amp;FAULT setzen</translation>
    </message>
    <message>
        <source>Set e&amp;mpty text</source>
        <translation>Leeren &amp;Text setzen</translation>
    </message>
    <message>
        <source>Sho&amp;w facts</source>
        <translation>Angaben &amp;zeigen</translation>
    </message>
    <message>
        <source>Show argum&amp;ents</source>
        <translation>Ar&amp;gumente zeigen</translation>
    </message>
    <message>
        <source>Show blan&amp;ks</source>
        <translation>&amp;Leerzeichen zeigen</translation>
    </message>
    <message>
        <source>Show blanks and tabs in the text of the editors</source>
        <translation>Leerzeichen und Tabulatoren im Text der Editoren zeigen</translation>
    </message>
    <message>
        <source>Show everything about the object chosen in the navigator</source>
        <translation>Alles über das im Navigator gewählte Objekt zeigen</translation>
    </message>
    <message>
        <source>Show how the server goes about the statement of the chosen session</source>
        <translation>Zeigen, wie der Server die Anweisung der gewählten Sitzung ausführt</translation>
    </message>
    <message>
        <source>Show in the navi&amp;gator</source>
        <translation>&amp;Im Navigator zeigen</translation>
    </message>
    <message>
        <source>Show only loaded rows that contain a text or fulfil conditions</source>
        <translation>Nur geladene Zeilen zeigen, die einen Text enthalten oder Bedingungen erfüllen</translation>
    </message>
    <message>
        <source>Show or hide the navigator</source>
        <translation>Den Navigator zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show sessions as a table, or those that wait below those that they wait for</source>
        <translation>Sitzungen als Tabelle zeigen, oder wartende unter denen, auf die sie warten</translation>
    </message>
    <message>
        <source>Show the dashboard as it was saved</source>
        <translation>Das Dashboard zeigen, wie es gespeichert wurde</translation>
    </message>
    <message>
        <source>Show the whole time again</source>
        <translation>Wieder den ganzen Zeitraum zeigen</translation>
    </message>
    <message>
        <source>Show what the name at the caret means</source>
        <translation>Zeigen, was der Name an der Schreibmarke bedeutet</translation>
    </message>
    <message>
        <source>Show which arguments the function at the caret takes</source>
        <translation>Zeigen, welche Argumente die Funktion an der Schreibmarke nimmt</translation>
    </message>
    <message>
        <source>Show who &amp;blocks whom</source>
        <translation>Zeigen, wer wen blo&amp;ckiert</translation>
    </message>
    <message>
        <source>Side&amp;bar</source>
        <translation>&amp;Seitenleiste</translation>
    </message>
    <message>
        <source>Silence for an &amp;hour</source>
        <translation>Für eine &amp;Stunde stummschalten</translation>
    </message>
    <message>
        <source>Sort &amp;descending</source>
        <translation>Absteigen&amp;d sortieren</translation>
    </message>
    <message>
        <source>Sort on the ser&amp;ver</source>
        <translation>Auf dem Ser&amp;ver sortieren</translation>
    </message>
    <message>
        <source>Stage that the selected rows go</source>
        <translation>Vormerken, dass die ausgewählten Zeilen gelöscht werden</translation>
    </message>
    <message>
        <source>Stay at the sessions that are shown, or follow the server again</source>
        <translation>Bei den gezeigten Sitzungen bleiben, oder dem Server wieder folgen</translation>
    </message>
    <message>
        <source>Stay dark</source>
        <translation>Dunkel bleiben</translation>
    </message>
    <message>
        <source>Stay light</source>
        <translation>Hell bleiben</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop what runs in this tab</source>
        <translation>Anhalten, was in diesem Tab läuft</translation>
    </message>
    <message>
        <source>Tab &amp;{number}</source>
        <translation>Tab &amp;{number}</translation>
    </message>
    <message>
        <source>Take a dashboard from a file</source>
        <translation>Ein Dashboard aus einer Datei nehmen</translation>
    </message>
    <message>
        <source>Take alert rules out of a file</source>
        <translation>Alarmregeln aus einer Datei übernehmen</translation>
    </message>
    <message>
        <source>Take back the last change of the text</source>
        <translation>Die letzte Änderung am Text zurücknehmen</translation>
    </message>
    <message>
        <source>Take back what is staged in the selected rows, or everywhere</source>
        <translation>Zurücknehmen, was in den ausgewählten Zeilen oder überall vorgemerkt ist</translation>
    </message>
    <message>
        <source>Take blanks at the ends of lines away, except in strings</source>
        <translation>Leerzeichen an Zeilenenden entfernen, außer in Zeichenketten</translation>
    </message>
    <message>
        <source>Take connections from DBeaver, pgAdmin, .pgpass, my.cnf or Azure Data Studio</source>
        <translation>Verbindungen aus DBeaver, pgAdmin, .pgpass, my.cnf oder Azure Data Studio übernehmen</translation>
    </message>
    <message>
        <source>Take one step of indentation away from the selected lines</source>
        <translation>Die ausgewählten Zeilen einen Schritt nach links rücken</translation>
    </message>
    <message>
        <source>Take the connection off the list; its database is not touched</source>
        <translation>Die Verbindung aus der Liste nehmen; ihre Datenbank bleibt unberührt</translation>
    </message>
    <message>
        <source>Take the filter away</source>
        <translation>Den Filter wegnehmen</translation>
    </message>
    <message>
        <source>Take the line, or the selected lines, away</source>
        <translation>Die Zeile oder die ausgewählten Zeilen entfernen</translation>
    </message>
    <message>
        <source>Tell events at their times, and see what came of it</source>
        <translation>Ereignisse zu ihren Zeiten melden und sehen, was daraus wurde</translation>
    </message>
    <message>
        <source>Tell nobody of the chosen alerts for an hour</source>
        <translation>Die gewählten Alarme eine Stunde lang niemandem melden</translation>
    </message>
    <message>
        <source>Tell other programs what happens, and see what they tell</source>
        <translation>Anderen Programmen mitteilen, was geschieht, und sehen, was sie mitteilen</translation>
    </message>
    <message>
        <source>Trim trailing &amp;blanks</source>
        <translation>Leerzeichen am Zeilenende en&amp;tfernen</translation>
    </message>
    <message>
        <source>Turn the selected lines into comments, or back</source>
        <translation>Die ausgewählten Zeilen zu Kommentaren machen oder zurückverwandeln</translation>
    </message>
    <message>
        <source>Type a part of a name to see only what fits</source>
        <translation>Einen Teil eines Namens eingeben, um nur Passendes zu sehen</translation>
    </message>
    <message>
        <source>U&amp;pper case</source>
        <translation>&amp;Großbuchstaben</translation>
    </message>
    <message>
        <source>UTF-1&amp;6</source>
        <translation>UTF-1&amp;6</translation>
    </message>
    <message>
        <source>UTF-8 with &amp;byte-order mark</source>
        <translation>UTF-8 mit &amp;Byte-Reihenfolge-Marke</translation>
    </message>
    <message>
        <source>Undo the changes of the open transaction</source>
        <translation>Die Änderungen der offenen Transaktion rückgängig machen</translation>
    </message>
    <message>
        <source>Uni&amp;ndent lines</source>
        <translation>Zeilen &amp;ausrücken</translation>
    </message>
    <message>
        <source>W&amp;estern (Windows-1252)</source>
        <translation>W&amp;estlich (Windows-1252)</translation>
    </message>
    <message>
        <source>Watch how the server of the chosen connection does</source>
        <translation>Beobachten, wie es dem Server der gewählten Verbindung geht</translation>
    </message>
    <message>
        <source>Write a rule over the figures of your servers</source>
        <translation>Eine Regel über die Messwerte Ihrer Server schreiben</translation>
    </message>
    <message>
        <source>Write all connections without their passwords to a file</source>
        <translation>Alle Verbindungen ohne ihre Kennwörter in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Write all rows of the navigator&apos;s table or view to a file</source>
        <translation>Alle Zeilen der Tabelle oder Sicht im Navigator in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Write down what happens, as a line in all charts of this server</source>
        <translation>Aufschreiben, was geschieht: als Linie in allen Diagrammen dieses Servers</translation>
    </message>
    <message>
        <source>Write in the line above, too</source>
        <translation>Auch in der Zeile darüber schreiben</translation>
    </message>
    <message>
        <source>Write in the line below, too</source>
        <translation>Auch in der Zeile darunter schreiben</translation>
    </message>
    <message>
        <source>Write into the current cell</source>
        <translation>In die aktuelle Zelle schreiben</translation>
    </message>
    <message>
        <source>Write out the columns that the * at the caret stands for</source>
        <translation>Die Spalten ausschreiben, für die das * an der Schreibmarke steht</translation>
    </message>
    <message>
        <source>Write the alert rules that you made or changed into a file</source>
        <translation>Die Alarmregeln, die Sie gemacht oder geändert haben, in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Write the dashboard in front to a file that others can import</source>
        <translation>Das vordere Dashboard in eine Datei schreiben, die andere importieren können</translation>
    </message>
    <message>
        <source>Write the rows in front to a file or to the clipboard</source>
        <translation>Die Zeilen im Vordergrund in eine Datei oder die Zwischenablage schreiben</translation>
    </message>
    <message>
        <source>Write the selection, or the word at the caret, in capital letters</source>
        <translation>Die Auswahl oder das Wort an der Schreibmarke in Großbuchstaben schreiben</translation>
    </message>
    <message>
        <source>Write the selection, or the word at the caret, in small letters</source>
        <translation>Die Auswahl oder das Wort an der Schreibmarke in Kleinbuchstaben schreiben</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
</context>
<context>
    <name>alert_rules</name>
    <message>
        <source>A reader that never ends keeps the log from being folded into the file. Close it, then run PRAGMA wal_checkpoint(TRUNCATE).</source>
        <translation>Ein Leser, der nie endet, verhindert, dass das Protokoll in die Datei übernommen wird. Schließen Sie ihn und führen Sie PRAGMA wal_checkpoint(TRUNCATE) aus.</translation>
    </message>
    <message>
        <source>A session has waited for a lock for more than a minute. The page of sessions and locks shows who holds it.</source>
        <translation>Eine Sitzung wartet seit über einer Minute auf eine Sperre. Die Seite der Sitzungen und Sperren zeigt, wer sie hält.</translation>
    </message>
    <message>
        <source>A session holds a transaction open and does nothing: it keeps locks, and old row versions from being purged.</source>
        <translation>Eine Sitzung hält eine Transaktion offen und tut nichts: Sie behält Sperren, und alte Zeilenversionen werden nicht bereinigt.</translation>
    </message>
    <message>
        <source>A session holds a transaction open and does nothing: it keeps locks, and vacuum from removing dead rows.</source>
        <translation>Eine Sitzung hält eine Transaktion offen und tut nichts: Sie behält Sperren, und VACUUM kann tote Zeilen nicht entfernen.</translation>
    </message>
    <message>
        <source>A slot that nobody reads keeps write-ahead log until the disk is full. Bring its reader back, or drop the slot.</source>
        <translation>Ein Slot, den niemand liest, hält WAL zurück, bis der Datenträger voll ist. Bringen Sie den Leser zurück oder löschen Sie den Slot.</translation>
    </message>
    <message>
        <source>A standby is behind: its disk, its network, or a statement there that replay has to wait for.</source>
        <translation>Ein Standby hinkt hinterher: sein Datenträger, sein Netz oder eine Anweisung dort, auf die das Einspielen wartet.</translation>
    </message>
    <message>
        <source>A statement has run for more than a minute. Explain it, or cancel it.</source>
        <translation>Eine Anweisung läuft seit über einer Minute. Sehen Sie ihren Plan an oder brechen Sie sie ab.</translation>
    </message>
    <message>
        <source>Blocked sessions</source>
        <translation>Blockierte Sitzungen</translation>
    </message>
    <message>
        <source>Cache hits below 99 %</source>
        <translation>Cache-Treffer unter 99 %</translation>
    </message>
    <message>
        <source>Checkpoint age above 75 %</source>
        <translation>Checkpoint-Alter über 75 %</translation>
    </message>
    <message>
        <source>Connections above 80 %</source>
        <translation>Verbindungen über 80 %</translation>
    </message>
    <message>
        <source>Deadlock</source>
        <translation>Deadlock</translation>
    </message>
    <message>
        <source>Disk above 90 %</source>
        <translation>Datenträger über 90 %</translation>
    </message>
    <message>
        <source>Half of the file is free</source>
        <translation>Die halbe Datei ist frei</translation>
    </message>
    <message>
        <source>History list above one million</source>
        <translation>History-Liste über einer Million</translation>
    </message>
    <message>
        <source>Idle in transaction</source>
        <translation>Untätig in Transaktion</translation>
    </message>
    <message>
        <source>Less than ten million transactions are left before the server refuses writes. Vacuum the oldest tables (VACUUM FREEZE).</source>
        <translation>Es bleiben weniger als zehn Millionen Transaktionen, bevor der Server Schreibzugriffe verweigert. Führen Sie VACUUM FREEZE für die ältesten Tabellen aus.</translation>
    </message>
    <message>
        <source>Lock wait above 60 s</source>
        <translation>Sperrwartezeit über 60 s</translation>
    </message>
    <message>
        <source>Long statement in production</source>
        <translation>Lange Anweisung in Produktion</translation>
    </message>
    <message>
        <source>Many temporary tables do not fit into memory: tmp_table_size, or statements that sort long texts.</source>
        <translation>Viele temporäre Tabellen passen nicht in den Speicher: tmp_table_size, oder Anweisungen, die lange Texte sortieren.</translation>
    </message>
    <message>
        <source>Monitoring refused</source>
        <translation>Überwachung verweigert</translation>
    </message>
    <message>
        <source>More than one block in a hundred was not in shared_buffers. What is read may be larger than the cache, or an index is missing.</source>
        <translation>Mehr als einer von hundert Blöcken war nicht in shared_buffers. Was gelesen wird, ist vielleicht größer als der Cache, oder ein Index fehlt.</translation>
    </message>
    <message>
        <source>More than one read in a hundred was not in the buffer pool. What is read may be larger than innodb_buffer_pool_size.</source>
        <translation>Mehr als einer von hundert Lesezugriffen fand nichts im Buffer Pool. Was gelesen wird, ist vielleicht größer als innodb_buffer_pool_size.</translation>
    </message>
    <message>
        <source>Much is written, and replicas have to keep up with it. Top statements show what writes.</source>
        <translation>Es wird viel geschrieben, und Replikate müssen mithalten. Die teuersten Anweisungen zeigen, was schreibt.</translation>
    </message>
    <message>
        <source>Much is written, and standbys and archives have to keep up with it. Top statements show what writes.</source>
        <translation>Es wird viel geschrieben, und Standbys und Archive müssen mithalten. Die teuersten Anweisungen zeigen, was schreibt.</translation>
    </message>
    <message>
        <source>Old row versions are not purged, most often because of a transaction that has been open for long.</source>
        <translation>Alte Zeilenversionen werden nicht bereinigt, meist wegen einer lange offenen Transaktion.</translation>
    </message>
    <message>
        <source>On average more than one session waits for a row lock all the time.</source>
        <translation>Im Mittel wartet ständig mehr als eine Sitzung auf eine Zeilensperre.</translation>
    </message>
    <message>
        <source>Redo log above 100 MB/s</source>
        <translation>Redo-Log über 100 MB/s</translation>
    </message>
    <message>
        <source>Replication lag above 30 s</source>
        <translation>Replikationsverzug über 30 s</translation>
    </message>
    <message>
        <source>Replication slot keeps 10 GB</source>
        <translation>Replikations-Slot hält 10 GB</translation>
    </message>
    <message>
        <source>Replication stopped</source>
        <translation>Replikation angehalten</translation>
    </message>
    <message>
        <source>Row lock load above 1</source>
        <translation>Last der Zeilensperren über 1</translation>
    </message>
    <message>
        <source>Samples missing</source>
        <translation>Messwerte fehlen</translation>
    </message>
    <message>
        <source>Sequence above 90 %</source>
        <translation>Sequenz über 90 %</translation>
    </message>
    <message>
        <source>Server down</source>
        <translation>Server nicht erreichbar</translation>
    </message>
    <message>
        <source>Server restarted</source>
        <translation>Server neu gestartet</translation>
    </message>
    <message>
        <source>Sessions wait for others&apos; locks. The page of sessions and locks shows the one at the root.</source>
        <translation>Sitzungen warten auf Sperren anderer. Die Seite der Sitzungen und Sperren zeigt die Wurzel.</translation>
    </message>
    <message>
        <source>Soon an INSERT will fail for want of a number. Give the column and its sequence a larger type.</source>
        <translation>Bald scheitert ein INSERT, weil keine Zahl mehr da ist. Geben Sie der Spalte und ihrer Sequenz einen größeren Typ.</translation>
    </message>
    <message>
        <source>Soon nobody will get in any more. End idle sessions, put a pool between, or raise max_connections.</source>
        <translation>Bald kommt niemand mehr hinein. Beenden Sie untätige Sitzungen, schalten Sie einen Pool dazwischen oder erhöhen Sie max_connections.</translation>
    </message>
    <message>
        <source>Soon nobody will get in any more. End sleeping sessions, put a pool between, or raise max_connections.</source>
        <translation>Bald kommt niemand mehr hinein. Beenden Sie schlafende Sitzungen, schalten Sie einen Pool dazwischen oder erhöhen Sie max_connections.</translation>
    </message>
    <message>
        <source>Temporary tables on disk above 25 %</source>
        <translation>Temporäre Tabellen auf Platte über 25 %</translation>
    </message>
    <message>
        <source>The disk with the server&apos;s data is nearly full, and a full one stops the server. Known only where the server runs on this machine.</source>
        <translation>Der Datenträger mit den Daten des Servers ist fast voll, und ein voller hält den Server an. Nur bekannt, wo der Server auf diesem Rechner läuft.</translation>
    </message>
    <message>
        <source>The redo log is nearly full, and writes will stall. Enlarge it, or look at what writes.</source>
        <translation>Das Redo-Log ist fast voll, und Schreibzugriffe werden stocken. Vergrößern Sie es oder sehen Sie nach, was schreibt.</translation>
    </message>
    <message>
        <source>The server does not answer. Its dashboard says what the last attempt ended with.</source>
        <translation>Der Server antwortet nicht. Sein Dashboard sagt, womit der letzte Versuch endete.</translation>
    </message>
    <message>
        <source>The server is connected, and yet no sample has come for two minutes: it is too busy, or the network is.</source>
        <translation>Der Server ist verbunden, doch seit zwei Minuten kam kein Messwert: Er ist überlastet, oder das Netz ist es.</translation>
    </message>
    <message>
        <source>The server refuses the session that looks at it: a password, a certificate or a right is missing. Open the dashboard to see which.</source>
        <translation>Der Server verweigert die Sitzung, die ihn beobachtet: Ein Passwort, ein Zertifikat oder ein Recht fehlt. Öffnen Sie das Dashboard, um zu sehen, was.</translation>
    </message>
    <message>
        <source>The server was started less than five minutes ago. Look into its error log for the reason.</source>
        <translation>Der Server wurde vor weniger als fünf Minuten gestartet. Den Grund nennt sein Fehlerprotokoll.</translation>
    </message>
    <message>
        <source>The server was started less than five minutes ago. Look into its log for the reason.</source>
        <translation>Der Server wurde vor weniger als fünf Minuten gestartet. Den Grund nennt sein Protokoll.</translation>
    </message>
    <message>
        <source>The threads that receive and apply changes do not both run. SHOW REPLICA STATUS has the error.</source>
        <translation>Von den Threads, die Änderungen empfangen und anwenden, laufen nicht beide. Den Fehler zeigt SHOW REPLICA STATUS.</translation>
    </message>
    <message>
        <source>This replica is behind its source: its disk, one large transaction, or too few parallel workers.</source>
        <translation>Dieses Replikat hinkt seiner Quelle hinterher: sein Datenträger, eine große Transaktion oder zu wenige parallele Worker.</translation>
    </message>
    <message>
        <source>Transaction numbers run out</source>
        <translation>Transaktionsnummern gehen aus</translation>
    </message>
    <message>
        <source>Transactions waited for each other, and the server ended one. SHOW ENGINE INNODB STATUS has the last one.</source>
        <translation>Transaktionen warteten aufeinander, und der Server beendete eine. Die letzte zeigt SHOW ENGINE INNODB STATUS.</translation>
    </message>
    <message>
        <source>Transactions waited for each other, and the server ended one. The server&apos;s log has both statements.</source>
        <translation>Transaktionen warteten aufeinander, und der Server beendete eine. Beide Anweisungen stehen im Protokoll des Servers.</translation>
    </message>
    <message>
        <source>VACUUM gives the room back to the disk.</source>
        <translation>VACUUM gibt den Platz an den Datenträger zurück.</translation>
    </message>
    <message>
        <source>Write-ahead log above 1 GB</source>
        <translation>Write-Ahead-Log über 1 GB</translation>
    </message>
    <message>
        <source>Write-ahead log above 100 MB/s</source>
        <translation>Write-Ahead-Log über 100 MB/s</translation>
    </message>
</context>
<context>
    <name>browser</name>
    <message>
        <source>&amp;Generate SQL</source>
        <translation>&amp;SQL erzeugen</translation>
    </message>
    <message>
        <source>&amp;Save this connection…</source>
        <translation>Diese Verbindung &amp;speichern…</translation>
    </message>
    <message>
        <source>&amp;Show among all objects</source>
        <translation>Unter allen Objekten &amp;zeigen</translation>
    </message>
    <message>
        <source>ANALYZEs</source>
        <translation>ANALYZEs</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Add to &amp;favourites</source>
        <translation>Zu &amp;Favoriten hinzufügen</translation>
    </message>
    <message>
        <source>Aggregates</source>
        <translation>Aggregate</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Automatic ANALYZEs</source>
        <translation>Automatische ANALYZEs</translation>
    </message>
    <message>
        <source>Automatic VACUUMs</source>
        <translation>Automatische VACUUMs</translation>
    </message>
    <message>
        <source>Automatic vacuum</source>
        <translation>Automatisches Aufräumen</translation>
    </message>
    <message>
        <source>Average bytes</source>
        <translation>Mittlere Bytes</translation>
    </message>
    <message>
        <source>Average bytes of a row</source>
        <translation>Mittlere Bytes einer Zeile</translation>
    </message>
    <message>
        <source>Base type</source>
        <translation>Grundtyp</translation>
    </message>
    <message>
        <source>Blocks found in memory</source>
        <translation>Blöcke im Speicher gefunden</translation>
    </message>
    <message>
        <source>Blocks read</source>
        <translation>Gelesene Blöcke</translation>
    </message>
    <message>
        <source>Bypasses row security</source>
        <translation>Umgeht Zeilensicherheit</translation>
    </message>
    <message>
        <source>Bytes in temporary files</source>
        <translation>Bytes in temporären Dateien</translation>
    </message>
    <message>
        <source>Bytes of rows</source>
        <translation>Bytes der Zeilen</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Vorrat</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Cardinality</source>
        <translation>Kardinalität</translation>
    </message>
    <message>
        <source>Character set</source>
        <translation>Zeichensatz</translation>
    </message>
    <message>
        <source>Character type</source>
        <translation>Zeichenklasse</translation>
    </message>
    <message>
        <source>Check option</source>
        <translation>CHECK OPTION</translation>
    </message>
    <message>
        <source>Collation</source>
        <translation>Sortierung</translation>
    </message>
    <message>
        <source>Collations</source>
        <translation>Sortierungen</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Column statistics</source>
        <translation>Spaltenstatistik</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Connections at most</source>
        <translation>Höchstens Verbindungen</translation>
    </message>
    <message>
        <source>Constraints</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Copy &amp;qualified name</source>
        <translation>&amp;Qualifizierten Namen kopieren</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Korrelation</translation>
    </message>
    <message>
        <source>Counted since</source>
        <translation>Gezählt seit</translation>
    </message>
    <message>
        <source>Creates databases</source>
        <translation>Legt Datenbanken an</translation>
    </message>
    <message>
        <source>Creates roles</source>
        <translation>Legt Rollen an</translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation>Beginnt von vorn</translation>
    </message>
    <message>
        <source>Data access</source>
        <translation>Datenzugriff</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>Datenbanken</translation>
    </message>
    <message>
        <source>Dead rows</source>
        <translation>Tote Zeilen</translation>
    </message>
    <message>
        <source>Deadlocks</source>
        <translation>Verklemmungen</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Definer</source>
        <translation>Definierer</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>Depends on</source>
        <translation>Hängt ab von</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>Deterministic</source>
        <translation>Deterministisch</translation>
    </message>
    <message>
        <source>Different values</source>
        <translation>Verschiedene Werte</translation>
    </message>
    <message>
        <source>Distinct values</source>
        <translation>Verschiedene Werte</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domänen</translation>
    </message>
    <message>
        <source>Dr&amp;op…</source>
        <translation>Lös&amp;chen…</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Entries read</source>
        <translation>Gelesene Einträge</translation>
    </message>
    <message>
        <source>Enums</source>
        <translation>Aufzählungen</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Event triggers</source>
        <translation>Ereignistrigger</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Erweiterung</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Erweiterungen</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Angabe</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Foreign data wrapper</source>
        <translation>Fremddaten-Wrapper</translation>
    </message>
    <message>
        <source>Foreign data wrappers</source>
        <translation>Fremddaten-Wrapper</translation>
    </message>
    <message>
        <source>Foreign servers</source>
        <translation>Fremde Server</translation>
    </message>
    <message>
        <source>Foreign tables</source>
        <translation>Fremdtabellen</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>Freier Platz</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>Funktionen</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>Erzeugt</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>Erteilt</translation>
    </message>
    <message>
        <source>Granted by</source>
        <translation>Erteilt von</translation>
    </message>
    <message>
        <source>Granted on</source>
        <translation>Erteilt auf</translation>
    </message>
    <message numerus="yes">
        <source>Hide %n schema(s) again</source>
        <translation>
            <numerusform>%n Schema wieder ausblenden</numerusform>
            <numerusform>%n Schemas wieder ausblenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Increment</source>
        <translation>Schrittweite</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Index blocks found in memory</source>
        <translation>Indexblöcke im Speicher gefunden</translation>
    </message>
    <message>
        <source>Index blocks read</source>
        <translation>Gelesene Indexblöcke</translation>
    </message>
    <message>
        <source>Index scans</source>
        <translation>Indexdurchläufe</translation>
    </message>
    <message>
        <source>Index statistics</source>
        <translation>Indexstatistik</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>Indizes</translation>
    </message>
    <message>
        <source>Inherits privileges</source>
        <translation>Erbt Rechte</translation>
    </message>
    <message>
        <source>It has no columns.</source>
        <translation>Es hat keine Spalten.</translation>
    </message>
    <message>
        <source>It has no constraints.</source>
        <translation>Es hat keine Bedingungen.</translation>
    </message>
    <message>
        <source>It has no indexes.</source>
        <translation>Es hat keine Indizes.</translation>
    </message>
    <message>
        <source>It has no triggers.</source>
        <translation>Es hat keine Trigger.</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Last ANALYZE</source>
        <translation>Letztes ANALYZE</translation>
    </message>
    <message>
        <source>Last VACUUM</source>
        <translation>Letztes VACUUM</translation>
    </message>
    <message>
        <source>Last automatic ANALYZE</source>
        <translation>Letztes automatisches ANALYZE</translation>
    </message>
    <message>
        <source>Last automatic VACUUM</source>
        <translation>Letztes automatisches VACUUM</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source>Last check</source>
        <translation>Letzte Prüfung</translation>
    </message>
    <message>
        <source>Last index scan</source>
        <translation>Letzter Indexdurchlauf</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Letzte Nachricht</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>Last sequential scan</source>
        <translation>Letzter sequenzieller Durchlauf</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>Letzter Wert</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Live rows</source>
        <translation>Lebende Zeilen</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Macros</source>
        <translation>Makros</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Materialized views</source>
        <translation>Materialisierte Sichten</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>May log in</source>
        <translation>Darf sich anmelden</translation>
    </message>
    <message>
        <source>May pass on</source>
        <translation>Darf weitergeben</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Milliseconds of its own</source>
        <translation>Eigene Millisekunden</translation>
    </message>
    <message>
        <source>Milliseconds with what it called</source>
        <translation>Millisekunden mit Aufgerufenem</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>Module</translation>
    </message>
    <message>
        <source>Movable</source>
        <translation>Verschiebbar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Next AUTO_INCREMENT</source>
        <translation>Nächstes AUTO_INCREMENT</translation>
    </message>
    <message>
        <source>Not null</source>
        <translation>Nicht NULL</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Null arguments</source>
        <translation>NULL-Argumente</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Page size</source>
        <translation>Seitengröße</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Parallel</source>
        <translation>Parallel</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Part of NULLs</source>
        <translation>Anteil NULL</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Teilweise</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>Partitionen</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>Privileges</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>Prozeduren</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Publications</source>
        <translation>Publikationen</translation>
    </message>
    <message>
        <source>Cop&amp;y name</source>
        <translation>Na&amp;me kopieren</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Range types</source>
        <translation>Bereichstypen</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Verweist auf</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Tabelle oder Sicht</translation>
    </message>
    <message>
        <source>Relations of this database</source>
        <translation>Tabellen und Sichten dieser Datenbank</translation>
    </message>
    <message>
        <source>Remove from &amp;favourites</source>
        <translation>Aus &amp;Favoriten entfernen</translation>
    </message>
    <message>
        <source>Replication</source>
        <translation>Replikation</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Row format</source>
        <translation>Zeilenformat</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Rows as guessed</source>
        <translation>Zeilen, geschätzt</translation>
    </message>
    <message>
        <source>Rows as of the last ANALYZE</source>
        <translation>Zeilen beim letzten ANALYZE</translation>
    </message>
    <message>
        <source>Rows changed since the last ANALYZE</source>
        <translation>Seit dem letzten ANALYZE geänderte Zeilen</translation>
    </message>
    <message>
        <source>Rows deleted</source>
        <translation>Gelöschte Zeilen</translation>
    </message>
    <message>
        <source>Rows fetched by index scans</source>
        <translation>Über Indizes geholte Zeilen</translation>
    </message>
    <message>
        <source>Rows inserted</source>
        <translation>Eingefügte Zeilen</translation>
    </message>
    <message>
        <source>Rows read by sequential scans</source>
        <translation>Dabei gelesene Zeilen</translation>
    </message>
    <message>
        <source>Rows updated</source>
        <translation>Geänderte Zeilen</translation>
    </message>
    <message>
        <source>Rows updated in place (HOT)</source>
        <translation>Am Ort geänderte Zeilen (HOT)</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Schemas</source>
        <translation>Schemas</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>Sequenzen</translation>
    </message>
    <message>
        <source>Sequential scans</source>
        <translation>Sequenzielle Durchläufe</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Shadow tables</source>
        <translation>Schattentabellen</translation>
    </message>
    <message numerus="yes">
        <source>Show %n hidden schema(s)</source>
        <translation>
            <numerusform>%n ausgeblendetes Schema zeigen</numerusform>
            <numerusform>%n ausgeblendete Schemas zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Size as of the last VACUUM or ANALYZE</source>
        <translation>Größe beim letzten VACUUM oder ANALYZE</translation>
    </message>
    <message>
        <source>Size of indexes</source>
        <translation>Größe der Indizes</translation>
    </message>
    <message>
        <source>Size of rows</source>
        <translation>Größe der Zeilen</translation>
    </message>
    <message>
        <source>Size with large values</source>
        <translation>Größe mit großen Werten</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>Slot</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>State function</source>
        <translation>Zustandsfunktion</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Subskriptionen</translation>
    </message>
    <message>
        <source>Superuser</source>
        <translation>Superuser</translation>
    </message>
    <message>
        <source>Synchronous commit</source>
        <translation>Synchrones Commit</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Tablespaces</source>
        <translation>Tablespaces</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>The connection is read-only.</source>
        <translation>Die Verbindung ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>There is nothing to show.</source>
        <translation>Es gibt nichts zu zeigen.</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Total size</source>
        <translation>Gesamtgröße</translation>
    </message>
    <message>
        <source>Tr&amp;uncate…</source>
        <translation>&amp;Leeren…</translation>
    </message>
    <message>
        <source>Transactions committed</source>
        <translation>Abgeschlossene Transaktionen</translation>
    </message>
    <message>
        <source>Transactions rolled back</source>
        <translation>Zurückgerollte Transaktionen</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Typen</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>Eindeutig</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Unused bytes</source>
        <translation>Unbenutzte Bytes</translation>
    </message>
    <message>
        <source>Unused pages</source>
        <translation>Unbenutzte Seiten</translation>
    </message>
    <message>
        <source>Updatable</source>
        <translation>Änderbar</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Benutzt von</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>VACUUMs</source>
        <translation>VACUUMs</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Version of the application</source>
        <translation>Version der Anwendung</translation>
    </message>
    <message>
        <source>Version of the system</source>
        <translation>Version des Systems</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Sichten</translation>
    </message>
    <message>
        <source>Virtual tables</source>
        <translation>Virtuelle Tabellen</translation>
    </message>
    <message>
        <source>Volatility</source>
        <translation>Veränderlichkeit</translation>
    </message>
    <message>
        <source>about {count} rows</source>
        <translation>etwa {count} Zeilen</translation>
    </message>
    <message>
        <source>aggregate</source>
        <translation>Aggregat</translation>
    </message>
    <message>
        <source>collation</source>
        <translation>Sortierung</translation>
    </message>
    <message>
        <source>column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>constraint</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>counted by the server</source>
        <translation>vom Server gezählt</translation>
    </message>
    <message>
        <source>counted where no value is given</source>
        <translation>gezählt, wenn kein Wert angegeben ist</translation>
    </message>
    <message>
        <source>database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>default {expression}</source>
        <translation>Vorgabe {expression}</translation>
    </message>
    <message>
        <source>domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>enum</source>
        <translation>Aufzählung</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>event trigger</source>
        <translation>Ereignistrigger</translation>
    </message>
    <message>
        <source>extension</source>
        <translation>Erweiterung</translation>
    </message>
    <message>
        <source>foreign data wrapper</source>
        <translation>Fremddaten-Wrapper</translation>
    </message>
    <message>
        <source>foreign server</source>
        <translation>fremder Server</translation>
    </message>
    <message>
        <source>foreign table</source>
        <translation>Fremdtabelle</translation>
    </message>
    <message>
        <source>function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>generated when read</source>
        <translation>beim Lesen berechnet</translation>
    </message>
    <message>
        <source>generated, stored</source>
        <translation>berechnet, gespeichert</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>macro</source>
        <translation>Makro</translation>
    </message>
    <message>
        <source>materialized view</source>
        <translation>materialisierte Sicht</translation>
    </message>
    <message>
        <source>module</source>
        <translation>Modul</translation>
    </message>
    <message>
        <source>never NULL</source>
        <translation>nie NULL</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>of {table}</source>
        <translation>von {table}</translation>
    </message>
    <message>
        <source>part of the primary key</source>
        <translation>Teil des Primärschlüssels</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>partiell</translation>
    </message>
    <message>
        <source>partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>procedure</source>
        <translation>Prozedur</translation>
    </message>
    <message>
        <source>publication</source>
        <translation>Publikation</translation>
    </message>
    <message>
        <source>range type</source>
        <translation>Bereichstyp</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>schreibgeschützt</translation>
    </message>
    <message>
        <source>refers to {column}</source>
        <translation>verweist auf {column}</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>shadow table</source>
        <translation>Schattentabelle</translation>
    </message>
    <message>
        <source>subscription</source>
        <translation>Subskription</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>tablespace</source>
        <translation>Tablespace</translation>
    </message>
    <message>
        <source>trigger</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>eindeutig</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>view</source>
        <translation>Sicht</translation>
    </message>
    <message>
        <source>virtual table</source>
        <translation>virtuelle Tabelle</translation>
    </message>
</context>
<context>
    <name>bundled plugins</name>
    <message>
        <source>A fine-grained token of the repository with issues and commit statuses to be written.</source>
        <translation>Ein fein abgestuftes Token des Repositorys, das Issues und Commit-Status schreiben darf.</translation>
    </message>
    <message>
        <source>A mail address, such as lapwing@example.org.</source>
        <translation>Eine E-Mail-Adresse, etwa lapwing@example.org.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Address of Slack&apos;s methods</source>
        <translation>Adresse der Slack-Methoden</translation>
    </message>
    <message>
        <source>Address of the API</source>
        <translation>Adresse der API</translation>
    </message>
    <message>
        <source>Alerts of these severities become issues</source>
        <translation>Alarme dieser Schweregrade werden zu Issues</translation>
    </message>
    <message>
        <source>Also the metrics of monitored servers</source>
        <translation>Auch die Metriken überwachter Server</translation>
    </message>
    <message>
        <source>An event, a colon, and its text; {names} are filled in from the event. Events that no line names are not told.</source>
        <translation>Ein Ereignis, ein Doppelpunkt und sein Text; {names} wird aus dem Ereignis eingesetzt. Ereignisse, die keine Zeile nennt, werden nicht gemeldet.</translation>
    </message>
    <message>
        <source>An event, if you want the least severity (info, warning, critical), a colon, and the text; {names} are filled in from the event. Events that no line names are not told.</source>
        <translation>Ein Ereignis, auf Wunsch der geringste Schweregrad (info, warning, critical), ein Doppelpunkt und der Text; {names} wird aus dem Ereignis eingesetzt. Ereignisse, die keine Zeile nennt, werden nicht gemeldet.</translation>
    </message>
    <message>
        <source>Another one for chats that take the same messages, such as Mattermost.</source>
        <translation>Ein anderer für Chats, die dieselben Nachrichten annehmen, etwa Mattermost.</translation>
    </message>
    <message>
        <source>Begins with xoxb-; the bot needs the scope chat:write, and has to be in the channel.</source>
        <translation>Beginnt mit xoxb-; der Bot braucht den Scope chat:write und muss im Kanal sein.</translation>
    </message>
    <message>
        <source>Bot token</source>
        <translation>Bot-Token</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Collect for</source>
        <translation>Sammeln für</translation>
    </message>
    <message>
        <source>Contacts are asked for at ADDRESS/contacts.</source>
        <translation>Kontakte werden unter ADRESSE/contacts abgefragt.</translation>
    </message>
    <message>
        <source>Create an Issue…</source>
        <translation>Issue anlegen …</translation>
    </message>
    <message>
        <source>Creates issues from alerts or from a form, comments on them when the alert is over, and looks issues up.</source>
        <translation>Legt Issues aus Alarmen oder aus einem Formular an, kommentiert sie, wenn der Alarm vorbei ist, und schlägt Issues nach.</translation>
    </message>
    <message>
        <source>Creates issues from alerts, sets the status of commits from workflow events, and tells pushes, pull requests and issues as events.</source>
        <translation>Legt Issues aus Alarmen an, setzt den Status von Commits aus Workflow-Ereignissen und meldet Pushes, Pull Requests und Issues als Ereignisse.</translation>
    </message>
    <message>
        <source>Draws GeoJSON, WKT, WKB and PostGIS values on a map, and writes and reads files of GeoJSON.</source>
        <translation>Zeichnet Werte in GeoJSON, WKT, WKB und PostGIS auf eine Karte und schreibt und liest GeoJSON-Dateien.</translation>
    </message>
    <message>
        <source>Empty: the name of this computer.</source>
        <translation>Leer: der Name dieses Computers.</translation>
    </message>
    <message>
        <source>Empty: the secret is a token (Bearer).</source>
        <translation>Leer: Das Geheimnis ist ein Token (Bearer).</translation>
    </message>
    <message>
        <source>Empty: the server wants no log-in.</source>
        <translation>Leer: Der Server verlangt keine Anmeldung.</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Host of the webhook</source>
        <translation>Host des Webhooks</translation>
    </message>
    <message>
        <source>Incoming webhook</source>
        <translation>Eingehender Webhook</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>Its id, such as C0123456789, or #name. Only for the bot: a webhook has its own.</source>
        <translation>Seine ID, etwa C0123456789, oder #name. Nur für den Bot: Ein Webhook hat seinen eigenen.</translation>
    </message>
    <message>
        <source>Its key, such as OPS.</source>
        <translation>Sein Schlüssel, etwa OPS.</translation>
    </message>
    <message>
        <source>JSON without blanks</source>
        <translation>JSON ohne Leerzeichen</translation>
    </message>
    <message>
        <source>Jira Issue</source>
        <translation>Jira-Issue</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Keep for</source>
        <translation>Aufbewahren für</translation>
    </message>
    <message>
        <source>Keeps the contacts of a CRM as the events user.created and user.updated say, and answers with the contact&apos;s id.</source>
        <translation>Hält die Kontakte eines CRM so, wie die Ereignisse user.created und user.updated es sagen, und antwortet mit der ID des Kontakts.</translation>
    </message>
    <message>
        <source>Keeps who did what in files whose lines are chained by hashes, so that a change is found out: lapwing audit verify.</source>
        <translation>Hält fest, wer was getan hat, in Dateien, deren Zeilen durch Hashes verkettet sind, so dass eine Änderung auffällt: lapwing audit verify.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Labels of issues</source>
        <translation>Labels der Issues</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Longest time for a statement</source>
        <translation>Längste Zeit für eine Anweisung</translation>
    </message>
    <message>
        <source>Mail addresses, one a line.</source>
        <translation>E-Mail-Adressen, eine je Zeile.</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Mailserver</translation>
    </message>
    <message>
        <source>Makes figures of the results of statements, for charts, dashboards and alerts.</source>
        <translation>Macht aus Ergebnissen von Anweisungen Kennzahlen für Diagramme, Dashboards und Alarme.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Name of commit statuses</source>
        <translation>Name der Commit-Status</translation>
    </message>
    <message>
        <source>Of a GitHub Enterprise Server: https://HOST/api/v3.</source>
        <translation>Eines GitHub Enterprise Server: https://HOST/api/v3.</translation>
    </message>
    <message>
        <source>Of a Pushgateway, or of a server that takes remote write: with its path, such as http://localhost:9090/api/v1/write.</source>
        <translation>Eines Pushgateways oder eines Servers, der Remote Write annimmt: mit Pfad, etwa http://localhost:9090/api/v1/write.</translation>
    </message>
    <message>
        <source>Of all figures, one a line, such as team=data.</source>
        <translation>Aller Kennzahlen, eine je Zeile, etwa team=data.</translation>
    </message>
    <message>
        <source>Older files are removed, and that they were is told in the log. 0: nothing is removed.</source>
        <translation>Ältere Dateien werden entfernt, und dass das geschah, steht im Protokoll. 0: Nichts wird entfernt.</translation>
    </message>
    <message>
        <source>One a line. None: no issue is created by itself.</source>
        <translation>Einer je Zeile. Keiner: Von selbst wird kein Issue angelegt.</translation>
    </message>
    <message>
        <source>One a line. None: no issue is created.</source>
        <translation>Einer je Zeile. Keiner: Es wird kein Issue angelegt.</translation>
    </message>
    <message>
        <source>One a line: NAME @ CONNECTION: SQL. Numbers of the result become values, its texts labels: orders_open @ shop: SELECT state, count(*) FROM orders GROUP BY state</source>
        <translation>Eine je Zeile: NAME @ VERBINDUNG: SQL. Zahlen des Ergebnisses werden Werte, seine Texte Labels: orders_open @ shop: SELECT state, count(*) FROM orders GROUP BY state</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password or token</source>
        <translation>Passwort oder Token</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Pushes figures of statements, connections, services and monitored servers to a Pushgateway, or by remote write, at an interval.</source>
        <translation>Sendet Kennzahlen von Anweisungen, Verbindungen, Diensten und überwachten Servern regelmäßig an ein Pushgateway oder per Remote Write.</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Refuse statements that cannot be logged</source>
        <translation>Anweisungen ablehnen, die nicht protokolliert werden können</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repository</translation>
    </message>
    <message>
        <source>Seconds between two pushes</source>
        <translation>Sekunden zwischen zwei Sendungen</translation>
    </message>
    <message>
        <source>Send a Test Mail</source>
        <translation>Test-E-Mail senden</translation>
    </message>
    <message>
        <source>Send a Test Message</source>
        <translation>Testnachricht senden</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>Sends mail about alerts, services, jobs and workflows; what comes together goes in one mail.</source>
        <translation>Sendet E-Mails über Alarme, Dienste, Jobs und Workflows; was zusammen kommt, geht in einer E-Mail hinaus.</translation>
    </message>
    <message>
        <source>Sends messages about alerts, services, jobs and workflows to a channel, by a bot&apos;s token or an incoming webhook.</source>
        <translation>Sendet Nachrichten über Alarme, Dienste, Jobs und Workflows in einen Kanal, mit dem Token eines Bots oder über einen eingehenden Webhook.</translation>
    </message>
    <message>
        <source>Service of the webhook listener</source>
        <translation>Dienst des Webhook-Empfängers</translation>
    </message>
    <message>
        <source>Shows numbers as times or sizes, bytes as UUIDs, numbers and letters as truths, and JSON without blanks.</source>
        <translation>Zeigt Zahlen als Zeiten oder Größen, Bytes als UUIDs, Zahlen und Buchstaben als Wahrheitswerte und JSON ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>Size in KiB, MiB, GiB</source>
        <translation>Größe in KiB, MiB, GiB</translation>
    </message>
    <message>
        <source>Size in kB, MB, GB</source>
        <translation>Größe in kB, MB, GB</translation>
    </message>
    <message>
        <source>Size of a file</source>
        <translation>Größe einer Datei</translation>
    </message>
    <message>
        <source>So that a power cut loses none; statements wait for the disk then.</source>
        <translation>Damit ein Stromausfall keine kostet; Anweisungen warten dann auf die Platte.</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Such as https://example.atlassian.net.</source>
        <translation>Etwa https://example.atlassian.net.</translation>
    </message>
    <message>
        <source>Such as octocat/hello-world.</source>
        <translation>Etwa octocat/hello-world.</translation>
    </message>
    <message>
        <source>The address that Slack gave, used when there is no bot token.</source>
        <translation>Die Adresse, die Slack vergeben hat; benutzt, wenn es kein Bot-Token gibt.</translation>
    </message>
    <message>
        <source>The e-mail address of who the API token belongs to. Empty: the token is a personal access token of a Jira of your own.</source>
        <translation>Die E-Mail-Adresse dessen, dem das API-Token gehört. Leer: Das Token ist ein persönliches Zugriffstoken eines eigenen Jira.</translation>
    </message>
    <message>
        <source>The file that grows; older ones lie beside it. Empty: audit.log in the plugin&apos;s own folder.</source>
        <translation>Die Datei, die wächst; ältere liegen daneben. Leer: audit.log im eigenen Ordner des Plugins.</translation>
    </message>
    <message>
        <source>Those of an event that the contact gets, one a line; name=full_name calls it otherwise.</source>
        <translation>Die eines Ereignisses, die der Kontakt bekommt, eines je Zeile; name=full_name nennt es anders.</translation>
    </message>
    <message>
        <source>Time from Unix microseconds</source>
        <translation>Zeit aus Unix-Mikrosekunden</translation>
    </message>
    <message>
        <source>Time from Unix milliseconds</source>
        <translation>Zeit aus Unix-Millisekunden</translation>
    </message>
    <message>
        <source>Time from Unix seconds</source>
        <translation>Zeit aus Unix-Sekunden</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Type of issues</source>
        <translation>Art der Issues</translation>
    </message>
    <message>
        <source>UUID from bytes</source>
        <translation>UUID aus Bytes</translation>
    </message>
    <message>
        <source>UUID from bytes, time parts swapped (UUID_TO_BIN(…, 1))</source>
        <translation>UUID aus Bytes, Zeitteile vertauscht (UUID_TO_BIN(…, 1))</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>What comes within this time after the first message goes in one mail; 0s: each goes at once.</source>
        <translation>Was in dieser Zeit nach der ersten Nachricht kommt, geht in einer E-Mail hinaus; 0s: Jede geht sofort.</translation>
    </message>
    <message>
        <source>Where GitHub sends its webhooks: /webhook/github.</source>
        <translation>Wohin GitHub seine Webhooks sendet: /webhook/github.</translation>
    </message>
    <message>
        <source>Write each line to the disk at once</source>
        <translation>Jede Zeile sofort auf die Platte schreiben</translation>
    </message>
    <message>
        <source>debug: also that statements that only read begin; info: what is done; warning: what was refused or failed; error: only what Lapwing could not do.</source>
        <translation>debug: auch, dass nur lesende Anweisungen beginnen; info: was getan wird; warning: was abgelehnt wurde oder fehlschlug; error: nur, was Lapwing nicht tun konnte.</translation>
    </message>
    <message>
        <source>smtp://mail.example.org (port 587, encrypted by STARTTLS) or smtps://mail.example.org (port 465); :PORT for another port.</source>
        <translation>smtp://mail.example.org (Port 587, verschlüsselt durch STARTTLS) oder smtps://mail.example.org (Port 465); :PORT für einen anderen Port.</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>{first} is the first message of the mail, {count} how many it holds.</source>
        <translation>{first} ist die erste Nachricht der E-Mail, {count} wie viele sie enthält.</translation>
    </message>
</context>
<context>
    <name>completion</name>
    <message>
        <source>alias</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>all columns</source>
        <translation>alle Spalten</translation>
    </message>
    <message>
        <source>column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>common table expression</source>
        <translation>WITH-Abfrage</translation>
    </message>
    <message>
        <source>function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>join</source>
        <translation>Verknüpfung</translation>
    </message>
    <message>
        <source>keyword</source>
        <translation>Schlüsselwort</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>procedure</source>
        <translation>Prozedur</translation>
    </message>
    <message>
        <source>schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>view</source>
        <translation>Sicht</translation>
    </message>
</context>
<context>
    <name>dashboards</name>
    <message>
        <source>Autovacuum workers</source>
        <translation>Autovacuum-Prozesse</translation>
    </message>
    <message>
        <source>Binary logs</source>
        <translation>Binärlogs</translation>
    </message>
    <message>
        <source>Blocked sessions</source>
        <translation>Blockierte Sitzungen</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>Buffer pool in use</source>
        <translation>Genutzter Pufferpool</translation>
    </message>
    <message>
        <source>Buffer pool requests</source>
        <translation>Anfragen an den Pufferpool</translation>
    </message>
    <message>
        <source>Buffer pool, redo log, row locks and disk traffic of InnoDB.</source>
        <translation>Pufferpool, Redo-Log, Zeilensperren und Plattenverkehr von InnoDB.</translation>
    </message>
    <message>
        <source>Buffers written</source>
        <translation>Geschriebene Puffer</translation>
    </message>
    <message>
        <source>Cache hits</source>
        <translation>Treffer im Cache</translation>
    </message>
    <message>
        <source>Calls of storage engines</source>
        <translation>Aufrufe der Speicher-Engines</translation>
    </message>
    <message>
        <source>Changed pages</source>
        <translation>Geänderte Seiten</translation>
    </message>
    <message>
        <source>Channels, their lag, and the logs they use.</source>
        <translation>Kanäle, ihr Rückstand und die Logs, die sie nutzen.</translation>
    </message>
    <message>
        <source>Checkpoint age</source>
        <translation>Alter des Checkpoints</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>Conflicts with recovery</source>
        <translation>Konflikte mit der Wiederherstellung</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Dead rows</source>
        <translation>Tote Zeilen</translation>
    </message>
    <message>
        <source>Dead rows by table</source>
        <translation>Tote Zeilen je Tabelle</translation>
    </message>
    <message>
        <source>Dead rows, autovacuum, and how far away wrap-around is.</source>
        <translation>Tote Zeilen, Autovacuum und wie weit der Überlauf entfernt ist.</translation>
    </message>
    <message>
        <source>Deadlocks</source>
        <translation>Deadlocks</translation>
    </message>
    <message>
        <source>Definition cache</source>
        <translation>Definitionscache</translation>
    </message>
    <message>
        <source>Disk in use</source>
        <translation>Belegter Datenträger</translation>
    </message>
    <message>
        <source>Disk traffic</source>
        <translation>Plattenverkehr</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Forced VACUUM</source>
        <translation>Erzwungenes VACUUM</translation>
    </message>
    <message>
        <source>Free pages</source>
        <translation>Freie Seiten</translation>
    </message>
    <message>
        <source>Free space in the file</source>
        <translation>Freier Platz in der Datei</translation>
    </message>
    <message>
        <source>History list</source>
        <translation>Historienliste</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>How a MySQL or MariaDB server is, at a glance.</source>
        <translation>Wie es einem MySQL- oder MariaDB-Server geht, auf einen Blick.</translation>
    </message>
    <message>
        <source>How a PostgreSQL server is, at a glance.</source>
        <translation>Wie es einem PostgreSQL-Server geht, auf einen Blick.</translation>
    </message>
    <message>
        <source>How a SQLite file is.</source>
        <translation>Wie es einer SQLite-Datei geht.</translation>
    </message>
    <message>
        <source>How statements read, sort and use caches.</source>
        <translation>Wie Anweisungen lesen, sortieren und Caches nutzen.</translation>
    </message>
    <message>
        <source>I/O and WAL</source>
        <translation>I/O und WAL</translation>
    </message>
    <message>
        <source>Inactive replication slots</source>
        <translation>Ungenutzte Replikationsslots</translation>
    </message>
    <message>
        <source>InnoDB</source>
        <translation>InnoDB</translation>
    </message>
    <message>
        <source>InnoDB disk operations</source>
        <translation>Plattenoperationen von InnoDB</translation>
    </message>
    <message>
        <source>InnoDB disk traffic</source>
        <translation>Plattenverkehr von InnoDB</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Locks by mode</source>
        <translation>Sperren nach Modus</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Am längsten</translation>
    </message>
    <message>
        <source>Longest idle in transaction</source>
        <translation>Am längsten untätig in einer Transaktion</translation>
    </message>
    <message>
        <source>Longest wait for a lock</source>
        <translation>Längstes Warten auf eine Sperre</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>Genutzter Speicher</translation>
    </message>
    <message>
        <source>Memory of the server</source>
        <translation>Speicher des Servers</translation>
    </message>
    <message>
        <source>Multixacts until wrap-around</source>
        <translation>Multixacts bis zum Überlauf</translation>
    </message>
    <message>
        <source>Network traffic</source>
        <translation>Netzverkehr</translation>
    </message>
    <message>
        <source>Oldest snapshot</source>
        <translation>Ältester Snapshot</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Offene Dateien</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Pages read from disk</source>
        <translation>Vom Datenträger gelesene Seiten</translation>
    </message>
    <message>
        <source>Pending disk operations</source>
        <translation>Ausstehende Plattenoperationen</translation>
    </message>
    <message>
        <source>Processor time</source>
        <translation>Prozessorzeit</translation>
    </message>
    <message>
        <source>Processor time of the server</source>
        <translation>Prozessorzeit des Servers</translation>
    </message>
    <message>
        <source>Read by process</source>
        <translation>Gelesen je Prozess</translation>
    </message>
    <message>
        <source>Redo log</source>
        <translation>Redo-Log</translation>
    </message>
    <message>
        <source>Redo log writes</source>
        <translation>Schreibvorgänge im Redo-Log</translation>
    </message>
    <message>
        <source>Relay logs</source>
        <translation>Relay-Logs</translation>
    </message>
    <message>
        <source>Replication</source>
        <translation>Replikation</translation>
    </message>
    <message>
        <source>Replication lag</source>
        <translation>Replikationsrückstand</translation>
    </message>
    <message>
        <source>Replication lag in WAL</source>
        <translation>Replikationsrückstand im WAL</translation>
    </message>
    <message>
        <source>Replication runs</source>
        <translation>Replikation läuft</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>Gelesene Zeilen</translation>
    </message>
    <message>
        <source>Rows written</source>
        <translation>Geschriebene Zeilen</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>Selects that read much</source>
        <translation>Selects, die viel lesen</translation>
    </message>
    <message>
        <source>Sequences used up</source>
        <translation>Verbrauchte Sequenzen</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Processes with locks</source>
        <translation>Prozesse mit Sperren</translation>
    </message>
    <message>
        <source>Sessions that ended badly</source>
        <translation>Sitzungen, die schlecht endeten</translation>
    </message>
    <message>
        <source>Sessions waiting for a lock</source>
        <translation>Auf Sperren wartende Sitzungen</translation>
    </message>
    <message>
        <source>Since the last ANALYZE</source>
        <translation>Seit dem letzten ANALYZE</translation>
    </message>
    <message>
        <source>Since the last VACUUM</source>
        <translation>Seit dem letzten VACUUM</translation>
    </message>
    <message>
        <source>Since the last archived WAL file</source>
        <translation>Seit der letzten archivierten WAL-Datei</translation>
    </message>
    <message>
        <source>Size of databases</source>
        <translation>Größe der Datenbanken</translation>
    </message>
    <message>
        <source>Size of tables and indexes</source>
        <translation>Größe von Tabellen und Indizes</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>Größe der Datei</translation>
    </message>
    <message>
        <source>Slow statements</source>
        <translation>Langsame Anweisungen</translation>
    </message>
    <message>
        <source>Sorts</source>
        <translation>Sortierungen</translation>
    </message>
    <message>
        <source>Standbys</source>
        <translation>Standbys</translation>
    </message>
    <message>
        <source>Standbys, slots and how far they are behind.</source>
        <translation>Standbys, Slots und wie weit sie zurückliegen.</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Statements and caches</source>
        <translation>Anweisungen und Caches</translation>
    </message>
    <message>
        <source>Statements by verb</source>
        <translation>Anweisungen nach Verb</translation>
    </message>
    <message>
        <source>Table cache</source>
        <translation>Tabellencache</translation>
    </message>
    <message>
        <source>Table cache hits</source>
        <translation>Treffer im Tabellencache</translation>
    </message>
    <message>
        <source>Temporary files</source>
        <translation>Temporäre Dateien</translation>
    </message>
    <message>
        <source>Temporary tables</source>
        <translation>Temporäre Tabellen</translation>
    </message>
    <message>
        <source>Temporary tables on disk</source>
        <translation>Temporäre Tabellen auf dem Datenträger</translation>
    </message>
    <message>
        <source>The machine that the server runs on, where that is this one.</source>
        <translation>Der Rechner, auf dem der Server läuft, wo es dieser ist.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Time for blocks</source>
        <translation>Zeit für Blöcke</translation>
    </message>
    <message>
        <source>Time for checkpoints</source>
        <translation>Zeit für Checkpoints</translation>
    </message>
    <message>
        <source>Time in statements</source>
        <translation>Zeit in Anweisungen</translation>
    </message>
    <message>
        <source>Time of a statement</source>
        <translation>Zeit einer Anweisung</translation>
    </message>
    <message>
        <source>Time of a wait for a row</source>
        <translation>Dauer eines Wartens auf eine Zeile</translation>
    </message>
    <message>
        <source>Time to read a block</source>
        <translation>Zeit, einen Block zu lesen</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Transaktionen</translation>
    </message>
    <message>
        <source>Transactions per second</source>
        <translation>Transaktionen je Sekunde</translation>
    </message>
    <message>
        <source>Transactions until wrap-around</source>
        <translation>Transaktionen bis zum Überlauf</translation>
    </message>
    <message>
        <source>Until wrap-around by table</source>
        <translation>Bis zum Überlauf je Tabelle</translation>
    </message>
    <message>
        <source>Vacuum and bloat</source>
        <translation>Vacuum und Aufblähung</translation>
    </message>
    <message>
        <source>WAL</source>
        <translation>WAL</translation>
    </message>
    <message>
        <source>WAL buffers full</source>
        <translation>Volle WAL-Puffer</translation>
    </message>
    <message>
        <source>WAL files archived</source>
        <translation>Archivierte WAL-Dateien</translation>
    </message>
    <message>
        <source>WAL kept for slots</source>
        <translation>Für Slots behaltenes WAL</translation>
    </message>
    <message>
        <source>WAL records</source>
        <translation>WAL-Einträge</translation>
    </message>
    <message>
        <source>WAL written</source>
        <translation>Geschriebenes WAL</translation>
    </message>
    <message>
        <source>Waiting for rows</source>
        <translation>Warten auf Zeilen</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Waits for rows</source>
        <translation>Warten auf Zeilen</translation>
    </message>
    <message>
        <source>Waits of active sessions</source>
        <translation>Worauf aktive Sitzungen warten</translation>
    </message>
    <message>
        <source>Waits over time</source>
        <translation>Warten im Zeitverlauf</translation>
    </message>
    <message>
        <source>What active sessions wait for.</source>
        <translation>Worauf aktive Sitzungen warten.</translation>
    </message>
    <message>
        <source>What is read and written, and the write-ahead log.</source>
        <translation>Was gelesen und geschrieben wird, und das Write-Ahead-Log.</translation>
    </message>
    <message>
        <source>What statements do</source>
        <translation>Was Anweisungen tun</translation>
    </message>
    <message>
        <source>Workers in use</source>
        <translation>Genutzte Prozesse</translation>
    </message>
    <message>
        <source>Write-ahead log</source>
        <translation>Write-Ahead-Log</translation>
    </message>
    <message>
        <source>Written by process</source>
        <translation>Geschrieben je Prozess</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>gleichzeitig</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>bei der Arbeit</translation>
    </message>
    <message>
        <source>average</source>
        <translation>Durchschnitt</translation>
    </message>
    <message>
        <source>by index</source>
        <translation>über Index</translation>
    </message>
    <message>
        <source>cached</source>
        <translation>im Cache</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>dead rows</source>
        <translation>tote Zeilen</translation>
    </message>
    <message>
        <source>deadlocks</source>
        <translation>Deadlocks</translation>
    </message>
    <message>
        <source>doublewrite pages</source>
        <translation>Doublewrite-Seiten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>from disk</source>
        <translation>vom Datenträger</translation>
    </message>
    <message>
        <source>from the cache</source>
        <translation>aus dem Cache</translation>
    </message>
    <message>
        <source>full pages</source>
        <translation>ganze Seiten</translation>
    </message>
    <message>
        <source>hits over interval</source>
        <translation>Treffer im Intervall</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>untätig</translation>
    </message>
    <message>
        <source>idle in transaction</source>
        <translation>untätig in Transaktion</translation>
    </message>
    <message>
        <source>in transaction</source>
        <translation>in Transaktion</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>genutzt</translation>
    </message>
    <message>
        <source>load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>lock waits given up</source>
        <translation>aufgegebene Sperren</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>of {connections_max}</source>
        <translation>von {connections_max}</translation>
    </message>
    <message>
        <source>old versions of rows</source>
        <translation>alte Zeilenversionen</translation>
    </message>
    <message>
        <source>on disk</source>
        <translation>auf dem Datenträger</translation>
    </message>
    <message>
        <source>processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>processors</source>
        <translation>Prozessoren</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>records</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>redo log</source>
        <translation>Redo-Log</translation>
    </message>
    <message>
        <source>resident</source>
        <translation>resident</translation>
    </message>
    <message>
        <source>rollback</source>
        <translation>Rollback</translation>
    </message>
    <message>
        <source>running</source>
        <translation>laufend</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>langsam</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>swap</source>
        <translation>Swap</translation>
    </message>
    <message>
        <source>transaction</source>
        <translation>Transaktion</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>Wartezeiten</translation>
    </message>
    <message>
        <source>written</source>
        <translation>geschrieben</translation>
    </message>
    <message>
        <source>{blocking_sessions} at the root</source>
        <translation>{blocking_sessions} an der Wurzel</translation>
    </message>
</context>
<context>
    <name>environments</name>
    <message>
        <source>Development</source>
        <translation>Entwicklung</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A few words that nobody would guess are good. Nothing was changed.</source>
        <translation>Gut sind ein paar Wörter, die niemand erraten würde. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>A kept text cannot be read: {reason}.</source>
        <translation>Ein aufbewahrter Text kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>A parameter ({names}) can stand only where the server takes a value: not for a name, and in few statements that define something. Write it into the statement itself there.</source>
        <translation>Ein Parameter ({names}) kann nur stehen, wo der Server einen Wert nimmt: nicht für einen Namen, und in wenigen Anweisungen, die etwas definieren. Schreiben Sie ihn dort in die Anweisung selbst.</translation>
    </message>
    <message>
        <source>A parenthesis behind {box} is closed that was not opened.</source>
        <translation>Hinter {box} wird eine Klammer geschlossen, die nicht geöffnet wurde.</translation>
    </message>
    <message>
        <source>A parenthesis behind {box} is not closed.</source>
        <translation>Eine Klammer hinter {box} ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>A passphrase needs at least {least} characters.</source>
        <translation>Eine Passphrase braucht mindestens {least} Zeichen.</translation>
    </message>
    <message>
        <source>A password of {connection} may still be in {place}: {reason}</source>
        <translation>Ein Passwort von {connection} ist vielleicht noch in {place}: {reason}</translation>
    </message>
    <message>
        <source>A quotation mark or a comment behind {box} is not closed.</source>
        <translation>Ein Anführungszeichen oder ein Kommentar hinter {box} ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>A row of {table} was changed by somebody else since it was read.</source>
        <translation>Eine Zeile von {table} wurde von jemand anderem geändert, seit sie gelesen wurde.</translation>
    </message>
    <message>
        <source>A row of {table} was not changed as it should have been: {rows} rows were hit instead of one.</source>
        <translation>Eine Zeile von {table} wurde nicht so geändert, wie sie sollte: Getroffen wurden {rows} Zeilen statt einer.</translation>
    </message>
    <message>
        <source>A row that was to be changed is no longer in {table}.</source>
        <translation>Eine Zeile, die geändert werden sollte, ist nicht mehr in {table}.</translation>
    </message>
    <message>
        <source>A semicolon cannot stand behind {box}.</source>
        <translation>Ein Semikolon kann hinter {box} nicht stehen.</translation>
    </message>
    <message>
        <source>A server is looked at every {least} to {most} seconds, not every {given}.</source>
        <translation>Ein Server wird alle {least} bis {most} Sekunden angesehen, nicht alle {given}.</translation>
    </message>
    <message>
        <source>A sheet holds at most 1,048,576 rows, so there are {count}.</source>
        <translation>Ein Tabellenblatt fasst höchstens 1.048.576 Zeilen, daher sind es {count} Blätter.</translation>
    </message>
    <message>
        <source>A transaction is open.</source>
        <translation>Eine Transaktion ist offen.</translation>
    </message>
    <message>
        <source>A value of row {row} would have been stored as another one: {reason}</source>
        <translation>Ein Wert der Zeile {row} wäre als ein anderer gespeichert worden: {reason}</translation>
    </message>
    <message>
        <source>Add a primary key to the table; until then change its rows by statements of your own.</source>
        <translation>Geben Sie der Tabelle einen Primärschlüssel; bis dahin ändern Sie ihre Zeilen mit eigenen Anweisungen.</translation>
    </message>
    <message>
        <source>Allow private addresses in the endpoint if that is meant.</source>
        <translation>Erlauben Sie private Adressen im Endpunkt, wenn das gewollt ist.</translation>
    </message>
    <message>
        <source>An entry behind {box} is empty.</source>
        <translation>Ein Eintrag hinter {box} ist leer.</translation>
    </message>
    <message>
        <source>Another Lapwing has been writing the encrypted file of passwords for {waited_s} s.</source>
        <translation>Ein anderes Lapwing schreibt seit {waited_s} s an der verschlüsselten Passwortdatei.</translation>
    </message>
    <message>
        <source>Another Lapwing installs or removes a plugin just now.</source>
        <translation>Ein anderes Lapwing installiert oder entfernt gerade ein Plugin.</translation>
    </message>
    <message>
        <source>Another Lapwing uses {path}; this one keeps its texts in {instead}.</source>
        <translation>Ein anderes Lapwing benutzt {path}; dieses bewahrt seine Texte in {instead} auf.</translation>
    </message>
    <message>
        <source>Another connection changed the database after this transaction began reading; it cannot write any more.</source>
        <translation>Eine andere Verbindung hat die Datenbank geändert, nachdem diese Transaktion zu lesen begonnen hatte; sie kann nicht mehr schreiben.</translation>
    </message>
    <message>
        <source>Ask its owner whether that is right, compare the new key, and add the index again. Until then it is not used.</source>
        <translation>Fragen Sie seinen Besitzer, ob das stimmt, vergleichen Sie den neuen Schlüssel, und fügen Sie das Verzeichnis neu hinzu. Bis dahin wird es nicht verwendet.</translation>
    </message>
    <message>
        <source>Bytes that are no valid text are written as \xNN. Texts with such: {count}, the first in row {row}.</source>
        <translation>Bytes, die kein gültiger Text sind, stehen als \xNN da. Texte mit solchen: {count}, der erste in Zeile {row}.</translation>
    </message>
    <message>
        <source>Change its rows by statements of your own, or have the table converted to InnoDB.</source>
        <translation>Ändern Sie ihre Zeilen mit eigenen Anweisungen, oder lassen Sie die Tabelle nach InnoDB umwandeln.</translation>
    </message>
    <message>
        <source>Change that, and save it again.</source>
        <translation>Ändern Sie das, und speichern Sie erneut.</translation>
    </message>
    <message>
        <source>Change them by statements of your own.</source>
        <translation>Ändern Sie sie mit eigenen Anweisungen.</translation>
    </message>
    <message>
        <source>Check host and port, whether the server runs and listens there, and whether a firewall lies between.</source>
        <translation>Prüfen Sie Host und Port, ob der Server läuft und dort lauscht, und ob eine Firewall dazwischen liegt.</translation>
    </message>
    <message>
        <source>Check its owner and permissions, or set XDG_RUNTIME_DIR to a folder of your own.</source>
        <translation>Prüfen Sie Eigentümer und Rechte, oder setzen Sie XDG_RUNTIME_DIR auf einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>Check its spelling, and whether the network or the VPN that knows it is up.</source>
        <translation>Prüfen Sie die Schreibweise und ob das Netz oder VPN verbunden ist, das ihn kennt.</translation>
    </message>
    <message>
        <source>Check the SSH user and the way to log in. ssh-add -l shows the keys that the agent has.</source>
        <translation>Prüfen Sie den SSH-Benutzer und die Art der Anmeldung. ssh-add -l zeigt die Schlüssel, die der Agent hat.</translation>
    </message>
    <message>
        <source>Check the network and the address, or download the file and give its path. Nothing was changed.</source>
        <translation>Prüfen Sie Netz und Adresse, oder laden Sie die Datei herunter und geben Sie ihren Pfad an. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Check the network and the server&apos;s load, or give the connection a longer connect_timeout.</source>
        <translation>Prüfen Sie das Netz und die Last des Servers, oder geben Sie der Verbindung ein längeres connect_timeout.</translation>
    </message>
    <message>
        <source>Check the path and the permissions of the file.</source>
        <translation>Prüfen Sie Pfad und Rechte der Datei.</translation>
    </message>
    <message>
        <source>Check the path. Lapwing makes a new database only when asked to.</source>
        <translation>Prüfen Sie den Pfad. Lapwing legt nur auf Wunsch eine neue Datenbank an.</translation>
    </message>
    <message>
        <source>Check the permissions of the file and of its folder.</source>
        <translation>Prüfen Sie die Rechte der Datei und ihres Ordners.</translation>
    </message>
    <message>
        <source>Choose UTF-8. Nothing was written.</source>
        <translation>Wählen Sie UTF-8. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Choose a file in a folder that you may write to. Nothing was changed.</source>
        <translation>Wählen Sie eine Datei in einem Ordner, in den Sie schreiben dürfen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Choose a name such as workflow.order_shipped.</source>
        <translation>Wählen Sie einen Namen wie workflow.order_shipped.</translation>
    </message>
    <message>
        <source>Choose a passphrase to make it. It will be {path}.</source>
        <translation>Wählen Sie eine Passphrase, um sie anzulegen. Ihr Pfad wird {path}.</translation>
    </message>
    <message>
        <source>Choose another column for one of them, or leave it out.</source>
        <translation>Wählen Sie für eine davon eine andere Spalte, oder lassen Sie sie aus.</translation>
    </message>
    <message>
        <source>Choose another encoding; UTF-8 and ISO 8859-1 are the most common.</source>
        <translation>Wählen Sie eine andere Kodierung; UTF-8 und ISO 8859-1 sind die häufigsten.</translation>
    </message>
    <message>
        <source>Choose another file, or see to the room on the disk.</source>
        <translation>Wählen Sie eine andere Datei, oder schaffen Sie Platz auf dem Datenträger.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Choose another format, or fewer columns.</source>
        <translation>Wählen Sie ein anderes Format oder weniger Spalten.</translation>
    </message>
    <message>
        <source>Choose another format, or leave out its largest column. Nothing was written.</source>
        <translation>Wählen Sie ein anderes Format, oder lassen Sie die größte Spalte aus. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Choose another name, or say that it may be replaced.</source>
        <translation>Wählen Sie einen anderen Namen, oder erlauben Sie, sie zu ersetzen.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Choose another place for it in the connection&apos;s settings, or enter it by hand.</source>
        <translation>Wählen Sie in den Einstellungen der Verbindung einen anderen Ort dafür, oder geben Sie es von Hand ein.</translation>
    </message>
    <message>
        <source>Choose at least one.</source>
        <translation>Wählen Sie mindestens eine.</translation>
    </message>
    <message>
        <source>Choose one of these, or make it first.</source>
        <translation>Wählen Sie eine davon, oder legen Sie sie zuerst an.</translation>
    </message>
    <message>
        <source>Choose the keyring or the encrypted file in the connection&apos;s settings first.</source>
        <translation>Wählen Sie in den Einstellungen der Verbindung erst den Schlüsselbund oder die verschlüsselte Datei.</translation>
    </message>
    <message>
        <source>Choose the private key in the connection&apos;s settings (not the .pub), in OpenSSH&apos;s or PEM&apos;s form.</source>
        <translation>Wählen Sie in den Einstellungen der Verbindung den privaten Schlüssel (nicht die .pub-Datei), in der Form von OpenSSH oder PEM.</translation>
    </message>
    <message>
        <source>Choose the type of the parameter ({names}), or write a cast around it.</source>
        <translation>Wählen Sie den Typ des Parameters ({names}), oder schreiben Sie einen Cast darum.</translation>
    </message>
    <message>
        <source>Close every Lapwing window and start it again.</source>
        <translation>Schließen Sie alle Lapwing-Fenster und starten Sie es neu.</translation>
    </message>
    <message>
        <source>Close results you no longer need, or raise the limit in the settings.</source>
        <translation>Schließen Sie Ergebnisse, die Sie nicht mehr brauchen, oder erhöhen Sie die Grenze in den Einstellungen.</translation>
    </message>
    <message>
        <source>Commit it or roll it back first.</source>
        <translation>Schreiben Sie sie erst fest, oder rollen Sie sie zurück.</translation>
    </message>
    <message>
        <source>Compare the fingerprint with what the server&apos;s administrator tells you. On the command line it is accepted by: lapwing connection test NAME --accept-host-key {fingerprint}</source>
        <translation>Vergleichen Sie den Fingerabdruck mit dem, was der Administrator des Servers Ihnen sagt. Auf der Befehlszeile wird er so angenommen: lapwing connection test NAME --accept-host-key {fingerprint}</translation>
    </message>
    <message>
        <source>Compare the two, then reload the file or write over it.</source>
        <translation>Vergleichen Sie beide, dann laden Sie die Datei neu oder überschreiben sie.</translation>
    </message>
    <message>
        <source>Connect again when you like; nothing was changed.</source>
        <translation>Verbinden Sie sich neu, wenn Sie möchten; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Connect again. If it stays so, see to what stands between here and the SSH server.</source>
        <translation>Verbinden Sie neu. Bleibt es dabei, sehen Sie nach, was zwischen hier und dem SSH-Server steht.</translation>
    </message>
    <message>
        <source>Copy the file before anything else. Then run PRAGMA integrity_check, and recover with the sqlite3 program: sqlite3 damaged.sqlite .recover</source>
        <translation>Kopieren Sie zuallererst die Datei. Führen Sie dann PRAGMA integrity_check aus, und retten Sie die Daten mit dem Programm sqlite3: sqlite3 damaged.sqlite .recover</translation>
    </message>
    <message>
        <source>Correct it and save again.</source>
        <translation>Berichtigen Sie sie und speichern Sie erneut.</translation>
    </message>
    <message>
        <source>Correct it and save again. Nothing was changed.</source>
        <translation>Berichtigen Sie es und speichern Sie erneut. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Correct it and save it again.</source>
        <translation>Berichtigen Sie ihn und speichern Sie ihn erneut.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Berichtigen Sie ihn und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Correct it in the connection&apos;s URL.</source>
        <translation>Korrigieren Sie sie in der URL der Verbindung.</translation>
    </message>
    <message>
        <source>Correct it in the connection&apos;s dialog, on the page Start and schemas.</source>
        <translation>Berichtigen Sie es im Dialog der Verbindung auf der Seite „Start und Schemas“.</translation>
    </message>
    <message>
        <source>Correct it in the connection&apos;s settings.</source>
        <translation>Korrigieren Sie es in den Einstellungen der Verbindung.</translation>
    </message>
    <message>
        <source>Correct it, or search for plain text.</source>
        <translation>Berichtigen Sie ihn, oder suchen Sie nach einfachem Text.</translation>
    </message>
    <message>
        <source>Correct the command. The manual&apos;s page about client commands says what can be written.</source>
        <translation>Berichtigen Sie den Befehl. Die Handbuchseite über Client-Befehle sagt, was geschrieben werden kann.</translation>
    </message>
    <message>
        <source>Correct the file in a text editor, or remove it. Lapwing does not write to it as it is.</source>
        <translation>Berichtigen Sie die Datei in einem Texteditor oder entfernen Sie sie. So, wie sie ist, schreibt Lapwing nicht in sie.</translation>
    </message>
    <message>
        <source>Correct the file, or choose in the connection&apos;s settings that it is not read.</source>
        <translation>Korrigieren Sie die Datei, oder wählen Sie in den Einstellungen der Verbindung, dass sie nicht gelesen wird.</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>Do not install it. Get it again from its author.</source>
        <translation>Installieren Sie es nicht. Besorgen Sie es noch einmal beim Autor.</translation>
    </message>
    <message>
        <source>Do not install it. Nothing was written.</source>
        <translation>Installieren Sie es nicht. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Do not use it. Get a version that its author signed with another key, or remove it.</source>
        <translation>Verwenden Sie es nicht. Besorgen Sie eine Version, die sein Autor mit einem anderen Schlüssel signiert hat, oder entfernen Sie es.</translation>
    </message>
    <message>
        <source>Drivers here: {known}.</source>
        <translation>Vorhandene Treiber: {known}.</translation>
    </message>
    <message>
        <source>Each \if needs its \endif in the same file, and nothing may follow \else but \endif.</source>
        <translation>Jedes \if braucht sein \endif in derselben Datei, und auf \else darf nur \endif folgen.</translation>
    </message>
    <message>
        <source>Edit the rows of the tables behind it.</source>
        <translation>Bearbeiten Sie die Zeilen der Tabellen dahinter.</translation>
    </message>
    <message>
        <source>Enable it again when what it failed of is mended.</source>
        <translation>Aktivieren Sie es wieder, wenn behoben ist, woran es scheiterte.</translation>
    </message>
    <message>
        <source>Enable or disable it.</source>
        <translation>Schalten Sie es ein oder aus.</translation>
    </message>
    <message>
        <source>End Lapwing and start it again; the log has the details.</source>
        <translation>Beenden Sie Lapwing und starten Sie es neu; Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>End that process, then start Lapwing again. Texts are kept.</source>
        <translation>Beenden Sie diesen Prozess, und starten Sie Lapwing dann neu. Texte bleiben erhalten.</translation>
    </message>
    <message>
        <source>End the other transaction, or run the statement again later. Nothing was changed.</source>
        <translation>Beenden Sie die andere Transaktion, oder führen Sie die Anweisung später noch einmal aus. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Enter it again, minding Caps Lock and the keyboard&apos;s layout. If it is lost, nobody can read the file any more: move {path} away and save the passwords again in a new one.</source>
        <translation>Geben Sie sie noch einmal ein; achten Sie auf Feststelltaste und Tastaturbelegung. Ist sie verloren, kann niemand die Datei mehr lesen: verschieben Sie dann {path}, und speichern Sie die Passwörter neu.</translation>
    </message>
    <message>
        <source>Enter it again; it was perhaps copied from something else than text. Nothing was changed.</source>
        <translation>Geben Sie es noch einmal ein; vielleicht wurde es aus etwas anderem als Text kopiert. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Enter it, or choose in the connection&apos;s settings where it is kept.</source>
        <translation>Geben Sie es ein, oder wählen Sie in den Einstellungen der Verbindung, wo es aufbewahrt wird.</translation>
    </message>
    <message>
        <source>Enter its passphrase. The file is {path}.</source>
        <translation>Geben Sie ihre Passphrase ein. Die Datei ist {path}.</translation>
    </message>
    <message>
        <source>Enter one; with its schema: schema.table.</source>
        <translation>Geben Sie einen an; mit Schema: schema.tabelle.</translation>
    </message>
    <message>
        <source>Events are told, but not kept. See to the file, its folder and the room on the disk.</source>
        <translation>Ereignisse werden gemeldet, aber nicht aufbewahrt. Sehen Sie nach der Datei, ihrem Ordner und dem Platz auf der Platte.</translation>
    </message>
    <message>
        <source>Events that could not be kept: {count}.</source>
        <translation>Ereignisse, die nicht aufgehoben werden konnten: {count}.</translation>
    </message>
    <message>
        <source>Export a statement that gives rows, such as SELECT.</source>
        <translation>Exportieren Sie eine Anweisung, die Zeilen liefert, etwa SELECT.</translation>
    </message>
    <message>
        <source>Export it to a file.</source>
        <translation>Exportieren Sie in eine Datei.</translation>
    </message>
    <message>
        <source>Formats are read by plugins: enable one in Plugins &gt; Manage, such as GeoJSON.</source>
        <translation>Formate werden von Plugins gelesen: aktivieren Sie eines in „Plugins &gt; Verwalten“, etwa GeoJSON.</translation>
    </message>
    <message>
        <source>Give a folder with plugin.toml, a .py file with a `# /// plugin` block, or a .zip or .whl of such a folder.</source>
        <translation>Geben Sie einen Ordner mit plugin.toml an, eine .py-Datei mit einem Block `# /// plugin`, oder ein .zip oder .whl eines solchen Ordners.</translation>
    </message>
    <message>
        <source>Give an address that begins with https://, or the path of a file.</source>
        <translation>Geben Sie eine Adresse an, die mit https:// beginnt, oder den Pfad einer Datei.</translation>
    </message>
    <message>
        <source>Give an interval within these.</source>
        <translation>Geben Sie ein Intervall dazwischen an.</translation>
    </message>
    <message>
        <source>Give it another name.</source>
        <translation>Geben Sie ihm einen anderen Namen.</translation>
    </message>
    <message>
        <source>Give it one; NULL is one, too. Nothing of this statement was sent.</source>
        <translation>Geben Sie ihm einen; auch NULL ist einer. Von dieser Anweisung wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Give these another environment first.</source>
        <translation>Geben Sie diesen zuerst eine andere Umgebung.</translation>
    </message>
    <message>
        <source>Have TLS switched on at the server. Only where everything sent may be read on the way: choose sslmode=disable for this connection.</source>
        <translation>Lassen Sie TLS auf dem Server einschalten. Nur wenn unterwegs alles gelesen werden darf: wählen Sie für diese Verbindung sslmode=disable.</translation>
    </message>
    <message>
        <source>Have it made (--create), or choose another one.</source>
        <translation>Lassen Sie sie anlegen (--create), oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Have its sender send it again when the reason is mended.</source>
        <translation>Lassen Sie den Absender sie erneut senden, wenn der Grund behoben ist.</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Host and port of the database are looked up at the SSH server. Check them there, and whether it allows forwarding (AllowTcpForwarding, PermitOpen).</source>
        <translation>Host und Port der Datenbank werden auf dem SSH-Server gesucht. Prüfen Sie sie dort, und ob er Weiterleitungen erlaubt (AllowTcpForwarding, PermitOpen).</translation>
    </message>
    <message>
        <source>If it asks for its own password in a window, answer there and try again. Otherwise restart the keyring, or keep the password in Lapwing&apos;s encrypted file.</source>
        <translation>Fragt er in einem Fenster nach seinem eigenen Passwort, antworten Sie dort, und versuchen Sie es noch einmal. Starten Sie sonst den Schlüsselbund neu, oder bewahren Sie das Passwort in der verschlüsselten Datei von Lapwing auf.</translation>
    </message>
    <message>
        <source>If you trust the script, run it by “File › Run SQL file…” and let it use files of its folder, or by `lapwing query --file` with --allow-include.</source>
        <translation>Wenn Sie dem Skript vertrauen, führen Sie es mit „Datei › SQL-Datei ausführen…“ aus und erlauben ihm Dateien seines Ordners, oder mit `lapwing query --file` und --allow-include.</translation>
    </message>
    <message>
        <source>Import into it, or choose another name.</source>
        <translation>Importieren Sie in sie, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Install it for the Python that runs Lapwing: python -m pip install {package}</source>
        <translation>Installieren Sie es für das Python, mit dem Lapwing läuft: python -m pip install {package}</translation>
    </message>
    <message>
        <source>It can be sent again.</source>
        <translation>Sie kann erneut gesendet werden.</translation>
    </message>
    <message>
        <source>It is NULL, which refers to no row.</source>
        <translation>Der Wert ist NULL und verweist auf keine Zeile.</translation>
    </message>
    <message>
        <source>It is left as it is, and nothing of it is used. Put a copy from a backup back to {path}, or move the file away and save the passwords again in a new one.</source>
        <translation>Sie bleibt, wie sie ist, und nichts daraus wird benutzt. Legen Sie eine Sicherungskopie nach {path} zurück, oder verschieben Sie die Datei, und speichern Sie die Passwörter in einer neuen.</translation>
    </message>
    <message>
        <source>It is left as it is. See to its permissions and to the room on the disk.</source>
        <translation>Sie bleibt, wie sie ist. Bitte ihre Rechte und den Platz auf dem Datenträger prüfen.</translation>
    </message>
    <message>
        <source>It is started again by itself, unless that happens again and again. Its log has the details.</source>
        <translation>Es wird von selbst wieder gestartet, solange das nicht immer wieder geschieht. Einzelheiten stehen in seinem Protokoll.</translation>
    </message>
    <message>
        <source>It may be another version by now: close what you opened of it, and open it anew.</source>
        <translation>Es kann inzwischen eine andere Version sein: Schließen Sie, was Sie davon geöffnet haben, und öffnen Sie es neu.</translation>
    </message>
    <message>
        <source>It may have been removed or renamed; ask for the list of dashboards.</source>
        <translation>Vielleicht wurde es entfernt oder umbenannt; fragen Sie nach der Liste der Dashboards.</translation>
    </message>
    <message>
        <source>It waited for {hours} hours and was given up.</source>
        <translation>Sie wartete {hours} Stunden und wurde aufgegeben.</translation>
    </message>
    <message>
        <source>It was kept as {kept}, and a new one was begun.</source>
        <translation>Er wurde als {kept} aufbewahrt und ein neuer begonnen.</translation>
    </message>
    <message>
        <source>It was kept as {kept}; Lapwing goes on with what it could read.</source>
        <translation>Sie wurde als {kept} aufbewahrt; Lapwing arbeitet mit dem weiter, was lesbar war.</translation>
    </message>
    <message>
        <source>It was kept as {kept}; a new one was begun.</source>
        <translation>Er wurde als {kept} aufbewahrt; ein neuer wurde begonnen.</translation>
    </message>
    <message>
        <source>It was kept as {kept}; a new one was begun. What waited in it was not delivered.</source>
        <translation>Sie wurde als {kept} aufbewahrt und eine neue begonnen. Was darin wartete, wurde nicht zugestellt.</translation>
    </message>
    <message>
        <source>It was kept as {kept}; what schedules did is recorded anew from now on.</source>
        <translation>Sie wurde als {kept} aufbewahrt; was Zeitpläne tun, wird von nun an neu verzeichnet.</translation>
    </message>
    <message>
        <source>Its endpoint was removed before it was delivered.</source>
        <translation>Ihr Endpunkt wurde entfernt, bevor sie zugestellt war.</translation>
    </message>
    <message>
        <source>Its file is kept as {kept}.</source>
        <translation>Seine Datei wird als {kept} aufbewahrt.</translation>
    </message>
    <message>
        <source>Its history tells how it ended.</source>
        <translation>Sein Verlauf sagt, wie er endete.</translation>
    </message>
    <message>
        <source>Its log has the details (Plugins &gt; Manage).</source>
        <translation>Einzelheiten stehen in seinem Protokoll (Plugins &gt; Verwalten).</translation>
    </message>
    <message>
        <source>Its log has the details. Ask its author, or remove it.</source>
        <translation>Einzelheiten stehen in seinem Protokoll. Fragen Sie seinen Autor, oder entfernen Sie es.</translation>
    </message>
    <message>
        <source>Its log says more. Tell its author.</source>
        <translation>Sein Protokoll sagt mehr. Sagen Sie es dem Autor.</translation>
    </message>
    <message>
        <source>Lapwing already runs on this profile{process}, but does not answer.</source>
        <translation>Lapwing läuft auf diesem Profil schon{process}, antwortet aber nicht.</translation>
    </message>
    <message>
        <source>Lapwing has no workflow {workflow} of its own.</source>
        <translation>Lapwing hat selbst keinen Ablauf {workflow}.</translation>
    </message>
    <message>
        <source>Lapwing met a defect of its own: {kind}.</source>
        <translation>Lapwing ist auf einen eigenen Fehler gestoßen: {kind}.</translation>
    </message>
    <message>
        <source>Lapwing works, but keeps texts in memory only until the folder can be used.</source>
        <translation>Lapwing arbeitet, hält Texte aber nur im Speicher, bis der Ordner benutzbar ist.</translation>
    </message>
    <message>
        <source>Later versions of plugins may be held back. Ask who keeps the index.</source>
        <translation>Vielleicht werden spätere Versionen von Plugins zurückgehalten. Fragen Sie, wer das Verzeichnis pflegt.</translation>
    </message>
    <message>
        <source>Leave it out. A server&apos;s password can be given to the command line with --password-env NAME (a variable that holds it), or inside the whole URL in the variable LAPWING_URL.</source>
        <translation>Lassen Sie es weg. Der Kommandozeile kann man das Passwort eines Servers mit --password-env NAME geben (einer Variablen, die es enthält) oder in der ganzen URL in der Variablen LAPWING_URL.</translation>
    </message>
    <message>
        <source>Look at day and month: there is no 30 February.</source>
        <translation>Sehen Sie sich Tag und Monat an: Es gibt keinen 30. Februar.</translation>
    </message>
    <message>
        <source>Look at it again. Nothing was changed.</source>
        <translation>Sehen Sie es noch einmal an. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Look at the preview of the file, and at the table.</source>
        <translation>Sehen Sie sich die Vorschau der Datei und die Tabelle an.</translation>
    </message>
    <message>
        <source>Look at what they mean, and agree to them, or leave the plugin as it is. Nothing was changed.</source>
        <translation>Sehen Sie nach, was sie bedeuten, und stimmen Sie zu, oder lassen Sie das Plugin, wie es ist. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Look which there are: lapwing metric list.</source>
        <translation>Sehen Sie nach, welche es gibt: lapwing metric list.</translation>
    </message>
    <message>
        <source>Look which there are: lapwing service list.</source>
        <translation>Sehen Sie nach, welche es gibt: lapwing service list.</translation>
    </message>
    <message>
        <source>Make room there or choose another place. What was written so far is gone; a file of that name is as it was.</source>
        <translation>Schaffen Sie dort Platz oder wählen Sie einen anderen Ort. Das bisher Geschriebene ist weg; eine Datei dieses Namens ist unverändert.</translation>
    </message>
    <message>
        <source>Make room, or see to the folder, and try again. Rows that came already are kept.</source>
        <translation>Schaffen Sie Platz oder sehen Sie nach dem Ordner und versuchen Sie es erneut. Zeilen, die schon da sind, bleiben erhalten.</translation>
    </message>
    <message>
        <source>Make the expression simpler: nested repetitions such as (a+)+ may take for ever.</source>
        <translation>Vereinfachen Sie den Ausdruck: Verschachtelte Wiederholungen wie (a+)+ können ewig dauern.</translation>
    </message>
    <message>
        <source>Make {place} available and forget it again. In a keyring&apos;s own program it stands under Lapwing.</source>
        <translation>Machen Sie {place} zugänglich, und löschen Sie es noch einmal. Im Programm eines Schlüsselbunds steht es unter Lapwing.</translation>
    </message>
    <message>
        <source>More than {limit} calls are under way.</source>
        <translation>Mehr als {limit} Aufrufe sind unterwegs.</translation>
    </message>
    <message>
        <source>Name the columns of the file apart.</source>
        <translation>Geben Sie den Spalten der Datei verschiedene Namen.</translation>
    </message>
    <message>
        <source>Name the encoding that the file is written in, such as latin1, or convert it to UTF-8.</source>
        <translation>Nennen Sie die Kodierung, in der die Datei geschrieben ist, etwa latin1, oder wandeln Sie sie nach UTF-8 um.</translation>
    </message>
    <message>
        <source>No SSH tunnel over {ssh_host}, port {ssh_port}: {server}</source>
        <translation>Kein SSH-Tunnel über {ssh_host}, Port {ssh_port}: {server}</translation>
    </message>
    <message>
        <source>No column of the file goes into the table.</source>
        <translation>Keine Spalte der Datei kommt in die Tabelle.</translation>
    </message>
    <message>
        <source>No connections were found in {path}: {reason}</source>
        <translation>In {path} wurden keine Verbindungen gefunden: {reason}</translation>
    </message>
    <message>
        <source>No driver answers to {driver}.</source>
        <translation>Kein Treiber hört auf {driver}.</translation>
    </message>
    <message>
        <source>No encrypted connection to {connection}: {server}</source>
        <translation>Keine verschlüsselte Verbindung zu {connection}: {server}</translation>
    </message>
    <message>
        <source>No format was said that can be read, and the name of {file} tells none. Known: {known}.</source>
        <translation>Es wurde kein lesbares Format genannt, und der Name von {file} verrät keines. Bekannt: {known}.</translation>
    </message>
    <message>
        <source>No index has a plugin {plugin}{reason}.</source>
        <translation>Kein Verzeichnis hat ein Plugin {plugin}{reason}.</translation>
    </message>
    <message>
        <source>No keyring can be used here: {reason}</source>
        <translation>Hier ist kein Schlüsselbund benutzbar: {reason}</translation>
    </message>
    <message>
        <source>No mail could be sent by {server}: {reason}</source>
        <translation>Über {server} konnte keine Mail gesendet werden: {reason}</translation>
    </message>
    <message>
        <source>No server answers at {address}: {server}</source>
        <translation>Unter {address} antwortet kein Server: {server}</translation>
    </message>
    <message>
        <source>Nothing is run meanwhile, since it could be run twice. See to the permissions and the room on its disk.</source>
        <translation>Bis dahin wird nichts ausgeführt, da es sonst zweimal geschehen könnte. Prüfen Sie die Zugriffsrechte und den Platz auf dem Datenträger.</translation>
    </message>
    <message>
        <source>Nothing of it was committed. Its statements are in the history.</source>
        <translation>Nichts davon wurde festgeschrieben. Ihre Anweisungen stehen im Verlauf.</translation>
    </message>
    <message>
        <source>Nothing of them can be saved here any more. They stay in this tab until you revert them.</source>
        <translation>Nichts davon kann hier noch gespeichert werden. Sie bleiben in diesem Tab, bis Sie sie zurücknehmen.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Nothing was changed. Ask who made the table&apos;s triggers and policies what they allow.</source>
        <translation>Nichts wurde geändert. Fragen Sie, wer die Trigger und Richtlinien der Tabelle gemacht hat, was sie erlauben.</translation>
    </message>
    <message>
        <source>Nothing was changed. Compare the row as it is now with what you want, and apply your changes again.</source>
        <translation>Nichts wurde geändert. Vergleichen Sie die jetzige Zeile mit dem, was Sie wollen, und wenden Sie Ihre Änderungen erneut an.</translation>
    </message>
    <message>
        <source>Nothing was changed. Read the table again and see to that row.</source>
        <translation>Nichts wurde geändert. Lesen Sie die Tabelle neu, und sehen Sie nach dieser Zeile.</translation>
    </message>
    <message>
        <source>Nothing was changed. Take that change back, or insert the row anew.</source>
        <translation>Nichts wurde geändert. Nehmen Sie diese Änderung zurück, oder fügen Sie die Zeile neu ein.</translation>
    </message>
    <message>
        <source>Nothing was imported. Choose a type for the column that holds such values.</source>
        <translation>Nichts wurde importiert. Wählen Sie für die Spalte einen Typ, der solche Werte fasst.</translation>
    </message>
    <message>
        <source>Nothing was imported. Correct that row, or the types of the table&apos;s columns.</source>
        <translation>Nichts wurde importiert. Berichtigen Sie diese Zeile, oder die Typen der Spalten.</translation>
    </message>
    <message>
        <source>Nothing was sent. Change the statement, or disable the plugin in Plugins &gt; Manage.</source>
        <translation>Nichts wurde gesendet. Ändern Sie die Anweisung, oder deaktivieren Sie das Plugin unter Plugins &gt; Verwalten.</translation>
    </message>
    <message>
        <source>Nothing was sent. Go there again (USE, SET search_path, SET ROLE), or run the statement where it is now.</source>
        <translation>Es wurde nichts gesendet. Wechseln Sie wieder dorthin (USE, SET search_path, SET ROLE), oder führen Sie die Anweisung dort aus, wo die Sitzung jetzt ist.</translation>
    </message>
    <message>
        <source>Nothing was sent. See what keeps the plugin in Plugins &gt; Manage, and run the statement again.</source>
        <translation>Nichts wurde gesendet. Sehen Sie unter Plugins &gt; Verwalten nach, was das Plugin aufhält, und führen Sie die Anweisung erneut aus.</translation>
    </message>
    <message>
        <source>Numbers with more digits than XLSX can hold were written as texts: {count}, the first of them in row {row}.</source>
        <translation>Zahlen mit mehr Ziffern, als XLSX fasst, wurden als Text geschrieben: {count}, die erste in Zeile {row}.</translation>
    </message>
    <message>
        <source>Of the webhook endpoint {endpoint} no secret is kept for {what}.</source>
        <translation>Zum Webhook-Endpunkt {endpoint} ist kein Geheimnis für {what} gespeichert.</translation>
    </message>
    <message>
        <source>Old deliveries are removed; `lapwing webhook deliveries` shows those that are kept.</source>
        <translation>Alte Zustellungen werden entfernt; `lapwing webhook deliveries` zeigt die aufbewahrten.</translation>
    </message>
    <message>
        <source>Only statements that certainly change nothing are exported, and this one may change something.</source>
        <translation>Nur Anweisungen, die sicher nichts ändern, werden exportiert; diese ändert vielleicht etwas.</translation>
    </message>
    <message>
        <source>Open its dashboard, or keep it monitored.</source>
        <translation>Öffnen Sie sein Dashboard, oder lassen Sie ihn dauerhaft überwachen.</translation>
    </message>
    <message>
        <source>Open the connection without read-only if you mean to change data.</source>
        <translation>Öffnen Sie die Verbindung ohne Schreibschutz, wenn Sie Daten ändern wollen.</translation>
    </message>
    <message>
        <source>Open the dashboard again to see what was changed, or save yours as a copy.</source>
        <translation>Öffnen Sie das Dashboard noch einmal, um zu sehen, was geändert wurde, oder speichern Sie Ihres als Kopie.</translation>
    </message>
    <message>
        <source>Open the endpoint, enter its secrets and save it again.</source>
        <translation>Öffnen Sie den Endpunkt, geben Sie seine Geheimnisse ein und speichern Sie ihn erneut.</translation>
    </message>
    <message>
        <source>Open the statement in an editor, complete it, and explain it there.</source>
        <translation>Öffnen Sie die Anweisung in einem Editor, vervollständigen Sie sie, und lassen Sie sie dort erklären.</translation>
    </message>
    <message>
        <source>Open the table that the row lies in.</source>
        <translation>Öffnen Sie die Tabelle, in der die Zeile liegt.</translation>
    </message>
    <message>
        <source>Opening {connection} was cancelled while {doing}.</source>
        <translation>Das Öffnen von {connection} wurde abgebrochen ({doing}).</translation>
    </message>
    <message>
        <source>Paste a connection URL such as postgresql://me@db.example.org:5432/shop, a JDBC or ODBC connection string, a psql or mysql command line, lines of an .env file, or the path of a SQLite file; or fill in the fields.</source>
        <translation>Fügen Sie eine Verbindungs-URL wie postgresql://ich@db.example.org:5432/laden ein, eine JDBC- oder ODBC-Zeichenfolge, eine psql- oder mysql-Befehlszeile, Zeilen einer .env-Datei oder den Pfad einer SQLite-Datei; oder füllen Sie die Felder aus.</translation>
    </message>
    <message>
        <source>Plugins &gt; Manage says why, and enables it.</source>
        <translation>Plugins &gt; Verwalten sagt warum und aktiviert es.</translation>
    </message>
    <message>
        <source>Read the annotations again.</source>
        <translation>Lesen Sie die Anmerkungen erneut.</translation>
    </message>
    <message>
        <source>Read the list again; how long messages are kept is a setting of the listener.</source>
        <translation>Lesen Sie die Liste neu; wie lange Nachrichten aufbewahrt werden, ist eine Einstellung des Empfängers.</translation>
    </message>
    <message>
        <source>Read the table again.</source>
        <translation>Lesen Sie die Tabelle neu.</translation>
    </message>
    <message>
        <source>Reconnect when you know what was done.</source>
        <translation>Verbinden Sie sich neu, wenn Sie wissen, was ausgeführt wurde.</translation>
    </message>
    <message>
        <source>Remove one that is not needed.</source>
        <translation>Entfernen Sie einen, der nicht gebraucht wird.</translation>
    </message>
    <message>
        <source>Remove those first. Nothing was changed.</source>
        <translation>Entfernen Sie zuerst diese. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Rotate it: the new one is shown once, and the one before is believed for a while.</source>
        <translation>Erneuern Sie es: Das neue wird einmal gezeigt, und das vorige gilt noch eine Weile.</translation>
    </message>
    <message>
        <source>Row {row} holds more than {limit_mb} MB, which is more than plugins take at once.</source>
        <translation>Zeile {row} umfasst mehr als {limit_mb} MB, mehr als Plugins auf einmal nehmen.</translation>
    </message>
    <message>
        <source>Row {row} holds the character {character}, which {encoding} does not have.</source>
        <translation>Zeile {row} enthält das Zeichen {character}, das es in {encoding} nicht gibt.</translation>
    </message>
    <message>
        <source>Row {row} was refused: {reason}</source>
        <translation>Zeile {row} wurde abgelehnt: {reason}</translation>
    </message>
    <message>
        <source>Rows of this kind of database are only shown: how it writes every value exactly is not known here.</source>
        <translation>Zeilen dieser Art von Datenbank werden nur gezeigt: Wie sie jeden Wert genau schreibt, ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Run it without a transaction of its own, or take the statement out.</source>
        <translation>Führen Sie es ohne eigene Transaktion aus, oder nehmen Sie die Anweisung heraus.</translation>
    </message>
    <message>
        <source>Run it, then export its result.</source>
        <translation>Führen Sie sie aus, dann exportieren Sie ihr Ergebnis.</translation>
    </message>
    <message>
        <source>Run the statement again, then export it.</source>
        <translation>Führen Sie die Anweisung noch einmal aus, dann exportieren Sie.</translation>
    </message>
    <message>
        <source>SQL needs the name of the table to insert into.</source>
        <translation>SQL braucht den Namen der Tabelle, in die eingefügt wird.</translation>
    </message>
    <message>
        <source>Save a copy of it, and change that.</source>
        <translation>Speichern Sie eine Kopie davon und ändern Sie diese.</translation>
    </message>
    <message>
        <source>Say that you want the earlier one. What the later one keeps may not be understood by it.</source>
        <translation>Sagen Sie, dass Sie die frühere wollen. Was die spätere aufbewahrt, versteht sie vielleicht nicht.</translation>
    </message>
    <message>
        <source>Say where it is found, rather than all of it.</source>
        <translation>Sagen Sie, wo sie zu finden sind, statt alle zu schreiben.</translation>
    </message>
    <message>
        <source>Say where they go, or leave them out: --map FILE_COLUMN=COLUMN, --skip FILE_COLUMN.</source>
        <translation>Sagen Sie, wohin sie kommen, oder lassen Sie sie aus: --map DATEISPALTE=SPALTE, --skip DATEISPALTE.</translation>
    </message>
    <message>
        <source>Scripts may use plain files in their own folder and below it. Move the file there.</source>
        <translation>Skripte dürfen gewöhnliche Dateien in ihrem eigenen Ordner und darunter benutzen. Legen Sie die Datei dorthin.</translation>
    </message>
    <message>
        <source>Search again.</source>
        <translation>Suchen Sie noch einmal.</translation>
    </message>
    <message>
        <source>See Plugins &gt; Manage, or `lapwing plugin list`.</source>
        <translation>Siehe „Plugins &gt; Verwalten“ oder `lapwing plugin list`.</translation>
    </message>
    <message>
        <source>See that there is room on the disk and that the folder may be written to, then save again.</source>
        <translation>Sehen Sie nach, ob auf dem Datenträger Platz ist und in den Ordner geschrieben werden darf, und speichern Sie noch einmal.</translation>
    </message>
    <message>
        <source>See to its permissions and to the room on the disk; rules are judged all the same.</source>
        <translation>Sehen Sie nach den Rechten und dem freien Platz; Regeln werden trotzdem beurteilt.</translation>
    </message>
    <message>
        <source>See to its permissions and to the room on the disk; until then events are not delivered.</source>
        <translation>Prüfen Sie ihre Zugriffsrechte und den Platz auf dem Datenträger; bis dahin werden keine Ereignisse zugestellt.</translation>
    </message>
    <message>
        <source>See to the file, its folder and the room on the disk.</source>
        <translation>Sehen Sie nach der Datei, ihrem Ordner und dem Platz auf dem Datenträger.</translation>
    </message>
    <message>
        <source>See to the permissions of that folder and to the room on its disk. It is tried again by itself.</source>
        <translation>Prüfen Sie die Rechte dieses Ordners und den Platz auf seinem Datenträger. Es wird von selbst wieder versucht.</translation>
    </message>
    <message>
        <source>See to what the SSH server says; whether ssh gets there by itself shows on which side to look.</source>
        <translation>Beachten Sie, was der SSH-Server sagt; ob ssh allein hinkommt, zeigt, auf welcher Seite zu suchen ist.</translation>
    </message>
    <message>
        <source>See whether the keyring waits to be unlocked. Senders are told to come again meanwhile.</source>
        <translation>Sehen Sie nach, ob der Schlüsselbund entsperrt werden will. Absendern wird solange gesagt, sie sollen es erneut versuchen.</translation>
    </message>
    <message>
        <source>See why the endpoint does not answer; what was given up can be sent again.</source>
        <translation>Klären Sie, warum der Endpunkt nicht antwortet; Aufgegebenes lässt sich erneut senden.</translation>
    </message>
    <message>
        <source>Servers are monitored, but nothing is kept. See to the file, its folder and the room on the disk.</source>
        <translation>Server werden überwacht, aber nichts wird aufbewahrt. Sehen Sie nach der Datei, ihrem Ordner und dem Platz auf dem Datenträger.</translation>
    </message>
    <message>
        <source>Somebody may stand between here and the server. Ask its administrator whether the key was changed, and which fingerprint is right; only then remove line {line} from {path} and connect again.</source>
        <translation>Vielleicht steht jemand zwischen hier und dem Server. Fragen Sie den Administrator, ob der Schlüssel geändert wurde und welcher Fingerabdruck stimmt; entfernen Sie erst dann Zeile {line} aus {path} und verbinden Sie neu.</translation>
    </message>
    <message>
        <source>Statements run, but are not kept. See to the file, its folder and the room on the disk.</source>
        <translation>Anweisungen laufen, werden aber nicht aufbewahrt. Sehen Sie nach der Datei, ihrem Ordner und dem Platz auf dem Datenträger.</translation>
    </message>
    <message>
        <source>Take it out of the script, and run the program in a terminal.</source>
        <translation>Nehmen Sie ihn aus dem Skript, und führen Sie das Programm in einem Terminal aus.</translation>
    </message>
    <message>
        <source>Take it out of the script.</source>
        <translation>Nehmen Sie ihn aus dem Skript.</translation>
    </message>
    <message>
        <source>Take the data-sources.json of DBeaver, servers exported by pgAdmin, a .pgpass, a my.cnf, the settings.json of Azure Data Studio, or a list that Lapwing exported.</source>
        <translation>Nehmen Sie die data-sources.json von DBeaver, von pgAdmin exportierte Server, eine .pgpass, eine my.cnf, die settings.json von Azure Data Studio oder eine Liste, die Lapwing exportiert hat.</translation>
    </message>
    <message>
        <source>Texts longer than a cell of XLSX can be (32,767 characters) were cut: {count}, the first of them in row {row}.</source>
        <translation>Texte, die länger sind, als eine Zelle von XLSX sein kann (32.767 Zeichen), wurden gekürzt: {count}, der erste in Zeile {row}.</translation>
    </message>
    <message>
        <source>That alert is over.</source>
        <translation>Dieser Alarm ist vorbei.</translation>
    </message>
    <message>
        <source>That annotation is no longer there.</source>
        <translation>Diese Anmerkung gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>That cannot be the secret of {service}: {reason}</source>
        <translation>Das kann nicht das Geheimnis von {service} sein: {reason}</translation>
    </message>
    <message>
        <source>That entry is no longer in the history.</source>
        <translation>Dieser Eintrag steht nicht mehr im Verlauf.</translation>
    </message>
    <message>
        <source>That is more than {limit_mb} MB, which is too much for the clipboard.</source>
        <translation>Das sind mehr als {limit_mb} MB, zu viel für die Zwischenablage.</translation>
    </message>
    <message>
        <source>That message is no longer kept.</source>
        <translation>Diese Nachricht ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>That message was not accepted ({verdict}), so it cannot be processed.</source>
        <translation>Diese Nachricht wurde nicht angenommen ({verdict}) und kann daher nicht verarbeitet werden.</translation>
    </message>
    <message>
        <source>The Python packages that {name} needs cannot be put together: {reason}</source>
        <translation>Die Python-Pakete, die {name} braucht, passen nicht zusammen: {reason}</translation>
    </message>
    <message>
        <source>The SQL in {path} cannot be read: byte {byte} is not {encoding}.</source>
        <translation>Das SQL in {path} kann nicht gelesen werden: Byte {byte} ist kein {encoding}.</translation>
    </message>
    <message>
        <source>The SQL in {path} cannot be read: {reason}.</source>
        <translation>Das SQL in {path} kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>The SSH connection to {ssh_host}, port {ssh_port}, ended: {server}</source>
        <translation>Die SSH-Verbindung zu {ssh_host}, Port {ssh_port}, ist zu Ende: {server}</translation>
    </message>
    <message>
        <source>The SSH key {path} cannot be used: {server}</source>
        <translation>Der SSH-Schlüssel {path} kann nicht benutzt werden: {server}</translation>
    </message>
    <message>
        <source>The SSH server {ssh_host} does not lead on to {address}: {server}</source>
        <translation>Der SSH-Server {ssh_host} führt nicht weiter zu {address}: {server}</translation>
    </message>
    <message>
        <source>The SSH server {ssh_host}, port {ssh_port}, did not let {user} in: {server}</source>
        <translation>Der SSH-Server {ssh_host}, Port {ssh_port}, hat {user} nicht eingelassen: {server}</translation>
    </message>
    <message>
        <source>The SSH server {ssh_host}, port {ssh_port}, is not known yet. It shows the {key_type} key with the fingerprint {fingerprint}.</source>
        <translation>Der SSH-Server {ssh_host}, Port {ssh_port}, ist noch nicht bekannt. Er zeigt den {key_type}-Schlüssel mit dem Fingerabdruck {fingerprint}.</translation>
    </message>
    <message>
        <source>The SSH server {ssh_host}, port {ssh_port}, shows a host key that was revoked: {key_type}, fingerprint {fingerprint} ({path}, line {line}). Nothing was sent to it.</source>
        <translation>Der SSH-Server {ssh_host}, Port {ssh_port}, zeigt einen widerrufenen Serverschlüssel: {key_type}, Fingerabdruck {fingerprint} ({path}, Zeile {line}). Ihm wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The SSH server {ssh_host}, port {ssh_port}, shows another host key than before: now {key_type} with the fingerprint {fingerprint}; known is {known_type} with {known_fingerprint} ({path}, line {line}). Nothing was sent to it.</source>
        <translation>Der SSH-Server {ssh_host}, Port {ssh_port}, zeigt einen anderen Serverschlüssel als bisher: jetzt {key_type} mit dem Fingerabdruck {fingerprint}; bekannt ist {known_type} mit {known_fingerprint} ({path}, Zeile {line}). Ihm wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The SSH tunnel of {connection} cannot be used: {reason}</source>
        <translation>Der SSH-Tunnel von {connection} kann nicht benutzt werden: {reason}</translation>
    </message>
    <message>
        <source>The annotations in {path} are damaged ({reason}).</source>
        <translation>Die Anmerkungen in {path} sind beschädigt ({reason}).</translation>
    </message>
    <message>
        <source>The annotations in {path} cannot be used: {reason}.</source>
        <translation>Die Anmerkungen in {path} können nicht verwendet werden: {reason}.</translation>
    </message>
    <message>
        <source>The certificate of {connection} was refused: {server}</source>
        <translation>Das Zertifikat von {connection} wurde abgelehnt: {server}</translation>
    </message>
    <message>
        <source>The changes cannot be made: {reason}</source>
        <translation>Die Änderungen lassen sich nicht ausführen: {reason}</translation>
    </message>
    <message>
        <source>The channel {channel} cannot be kept: {reason}</source>
        <translation>Der Kanal {channel} kann nicht aufbewahrt werden: {reason}</translation>
    </message>
    <message>
        <source>The column {column} cannot be edited here.</source>
        <translation>Die Spalte {column} kann hier nicht bearbeitet werden.</translation>
    </message>
    <message>
        <source>The column {column} is always numbered by the server.</source>
        <translation>Die Spalte {column} nummeriert immer der Server.</translation>
    </message>
    <message>
        <source>The column {column} is computed by the server from others.</source>
        <translation>Die Spalte {column} berechnet der Server aus anderen.</translation>
    </message>
    <message>
        <source>The column {column} is only shown: how values of the type {type} are written exactly is not known here.</source>
        <translation>Die Spalte {column} wird nur gezeigt: Wie Werte des Typs {type} genau geschrieben werden, ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>The columns of {table} are others than those its changes were staged for.</source>
        <translation>Die Spalten von {table} sind andere als die, für die Änderungen vorgemerkt wurden.</translation>
    </message>
    <message>
        <source>The columns of {table} have changed since its rows were read.</source>
        <translation>Die Spalten von {table} haben sich geändert, seit die Zeilen gelesen wurden.</translation>
    </message>
    <message>
        <source>The command for the password of {connection} gave none: {reason}</source>
        <translation>Der Befehl für das Passwort von {connection} ergab keines: {reason}</translation>
    </message>
    <message>
        <source>The connection to {connection} was lost while COMMIT was under way: {server} Nobody here knows whether the transaction was committed.</source>
        <translation>Die Verbindung zu {connection} brach ab, während COMMIT unterwegs war: {server} Ob die Transaktion festgeschrieben wurde, weiß hier niemand.</translation>
    </message>
    <message>
        <source>The connection to {connection} was lost with a transaction open: {server} The server rolls it back.</source>
        <translation>Die Verbindung zu {connection} brach bei offener Transaktion ab: {server} Der Server rollt sie zurück.</translation>
    </message>
    <message>
        <source>The connection to {connection} was lost, and it is not to be opened again by itself. Nothing was sent.</source>
        <translation>Die Verbindung zu {connection} ist abgebrochen und soll nicht von selbst neu geöffnet werden. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The connection to {connection} was lost: {server} {lost}</source>
        <translation>Die Verbindung zu {connection} ist abgebrochen: {server} {lost}</translation>
    </message>
    <message>
        <source>The dashboard {dashboard} came with Lapwing and stays as it is.</source>
        <translation>Das Dashboard {dashboard} kam mit Lapwing und bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>The dashboard {path} cannot be read: {reason}</source>
        <translation>Das Dashboard {path} kann nicht gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>The dashboard {path} cannot be written: {reason}.</source>
        <translation>Das Dashboard {path} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>The data of {schedule} is no object of JSON.</source>
        <translation>Die Daten von {schedule} sind kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The data of {schedule} takes more than {most} characters.</source>
        <translation>Die Daten von {schedule} haben mehr als {most} Zeichen.</translation>
    </message>
    <message>
        <source>The endpoint answered {status} {reason}.</source>
        <translation>Der Endpunkt antwortete mit {status} {reason}.</translation>
    </message>
    <message>
        <source>The environment cannot be kept: {reason}</source>
        <translation>Die Umgebung kann nicht gespeichert werden: {reason}</translation>
    </message>
    <message>
        <source>The environment {name} is that of {connections}.</source>
        <translation>Die Umgebung {name} ist die von {connections}.</translation>
    </message>
    <message>
        <source>The event {type} cannot be published: {reason}</source>
        <translation>Das Ereignis {type} kann nicht veröffentlicht werden: {reason}</translation>
    </message>
    <message>
        <source>The events in {path} are damaged ({reason}).</source>
        <translation>Die Ereignisse in {path} sind beschädigt ({reason}).</translation>
    </message>
    <message>
        <source>The events in {path} cannot be used: {reason}.</source>
        <translation>Die Ereignisse in {path} sind nicht benutzbar: {reason}.</translation>
    </message>
    <message>
        <source>The expression is not right: {reason}.</source>
        <translation>Der Ausdruck stimmt nicht: {reason}.</translation>
    </message>
    <message>
        <source>The file has several columns named {columns}, so nobody knows which is meant.</source>
        <translation>Die Datei hat mehrere Spalten namens {columns}; welche gemeint ist, weiß niemand.</translation>
    </message>
    <message>
        <source>The file was kept as {kept}, and a new one was begun.</source>
        <translation>Die Datei wurde als {kept} aufgehoben und eine neue begonnen.</translation>
    </message>
    <message>
        <source>The file {path} was changed by another program since it was opened.</source>
        <translation>Die Datei {path} wurde von einem anderen Programm geändert, seit sie geöffnet wurde.</translation>
    </message>
    <message>
        <source>The history in {path} cannot be used: {reason}.</source>
        <translation>Der Verlauf in {path} kann nicht benutzt werden: {reason}.</translation>
    </message>
    <message>
        <source>The history in {path} is damaged ({reason}).</source>
        <translation>Der Verlauf in {path} ist beschädigt ({reason}).</translation>
    </message>
    <message>
        <source>The history of alerts in {path} cannot be used: {reason}.</source>
        <translation>Der Verlauf der Alarme in {path} kann nicht benutzt werden: {reason}.</translation>
    </message>
    <message>
        <source>The history of alerts in {path} is damaged: {reason}.</source>
        <translation>Der Verlauf der Alarme in {path} ist beschädigt: {reason}.</translation>
    </message>
    <message>
        <source>The host key of {ssh_host}, port {ssh_port}, is not believed: {server}</source>
        <translation>Dem Serverschlüssel von {ssh_host}, Port {ssh_port}, wird nicht geglaubt: {server}</translation>
    </message>
    <message>
        <source>The index of plugins {place} cannot be read: {reason}</source>
        <translation>Das Verzeichnis von Plugins {place} kann nicht gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>The index of plugins {place} is not used as it is there now: {reason}</source>
        <translation>Das Plugin-Verzeichnis {place} wird nicht verwendet, wie es jetzt dort ist: {reason}</translation>
    </message>
    <message>
        <source>The index of plugins {place} is signed by another key than before: {after}, not {before}.</source>
        <translation>Das Plugin-Verzeichnis {place} ist mit einem anderen Schlüssel signiert als bisher: {after}, nicht {before}.</translation>
    </message>
    <message>
        <source>The key cannot be used: {reason}</source>
        <translation>Der Schlüssel kann nicht verwendet werden: {reason}</translation>
    </message>
    <message>
        <source>The lock of the services cannot be made in {folder}: {reason}</source>
        <translation>Die Sperre der Dienste kann in {folder} nicht angelegt werden: {reason}</translation>
    </message>
    <message>
        <source>The messages kept in {path} are damaged ({reason}).</source>
        <translation>Die Nachrichten in {path} sind beschädigt ({reason}).</translation>
    </message>
    <message>
        <source>The messages kept in {path} cannot be used: {reason}.</source>
        <translation>Die Nachrichten in {path} sind nicht benutzbar: {reason}.</translation>
    </message>
    <message>
        <source>The metric {metric} cannot be kept, because {reason}.</source>
        <translation>Die Metrik {metric} kann nicht gespeichert werden, weil {reason}.</translation>
    </message>
    <message>
        <source>The metrics cannot be written to {path}: {reason}.</source>
        <translation>Die Messwerte können nicht nach {path} geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>The metrics kept in {path} are damaged ({reason}).</source>
        <translation>Die in {path} aufbewahrten Messwerte sind beschädigt ({reason}).</translation>
    </message>
    <message>
        <source>The metrics kept in {path} cannot be used: {reason}.</source>
        <translation>Die in {path} aufbewahrten Messwerte können nicht verwendet werden: {reason}.</translation>
    </message>
    <message>
        <source>The name of a schedule has 1 to {most} characters that can be seen.</source>
        <translation>Der Name eines Zeitplans hat 1 bis {most} sichtbare Zeichen.</translation>
    </message>
    <message>
        <source>The open transaction of {connection} was rolled back: nothing ran in it for {limit_s} seconds.</source>
        <translation>Die offene Transaktion von {connection} wurde zurückgerollt: {limit_s} Sekunden lang lief nichts in ihr.</translation>
    </message>
    <message>
        <source>The page of alerts lists the channels.</source>
        <translation>Die Seite der Alarme listet die Kanäle.</translation>
    </message>
    <message>
        <source>The parameter {name} has no value.</source>
        <translation>Der Parameter {name} hat keinen Wert.</translation>
    </message>
    <message>
        <source>The plan of this statement cannot be shown: {reason}.</source>
        <translation>Der Plan dieser Anweisung kann nicht gezeigt werden: {reason}.</translation>
    </message>
    <message>
        <source>The plugin {plugin} cannot begin: {reason}</source>
        <translation>Das Plugin {plugin} kann nicht beginnen: {reason}</translation>
    </message>
    <message>
        <source>The plugin {plugin} did not answer {hook} within {within} s.</source>
        <translation>Das Plugin {plugin} hat {hook} nicht innerhalb von {within} s beantwortet.</translation>
    </message>
    <message>
        <source>The plugin {plugin} did not say whether the statement may run, and this connection demands that it does.</source>
        <translation>Das Plugin {plugin} hat nicht gesagt, ob die Anweisung laufen darf, und diese Verbindung verlangt das.</translation>
    </message>
    <message>
        <source>The plugin {plugin} does not run: it is {state}.</source>
        <translation>Das Plugin {plugin} läuft nicht: Es ist {state}.</translation>
    </message>
    <message>
        <source>The plugin {plugin} ended unexpectedly: {how}.</source>
        <translation>Das Plugin {plugin} endete unerwartet: {how}.</translation>
    </message>
    <message>
        <source>The plugin {plugin} ended {times} times within {minutes} minutes, and is not started any more: {how}.</source>
        <translation>Das Plugin {plugin} endete {times}-mal innerhalb von {minutes} Minuten und wird nicht mehr gestartet: {how}.</translation>
    </message>
    <message>
        <source>The plugin {plugin} failed in {hook}: {reason}</source>
        <translation>Das Plugin {plugin} scheiterte in {hook}: {reason}</translation>
    </message>
    <message>
        <source>The plugin {plugin} has nothing named {what}.</source>
        <translation>Das Plugin {plugin} hat nichts namens {what}.</translation>
    </message>
    <message>
        <source>The plugin {plugin} refused the statement: {reason}</source>
        <translation>Das Plugin {plugin} hat die Anweisung verweigert: {reason}</translation>
    </message>
    <message>
        <source>The queue of webhook deliveries in {path} cannot be used: {reason}.</source>
        <translation>Die Warteschlange der Webhook-Zustellungen in {path} lässt sich nicht verwenden: {reason}.</translation>
    </message>
    <message>
        <source>The queue of webhook deliveries in {path} is damaged: {reason}.</source>
        <translation>Die Warteschlange der Webhook-Zustellungen in {path} ist beschädigt: {reason}.</translation>
    </message>
    <message>
        <source>The result can no longer be read: {reason}</source>
        <translation>Das Ergebnis kann nicht mehr gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>The rows have {count} columns, and a sheet of XLSX holds at most 16,384.</source>
        <translation>Die Zeilen haben {count} Spalten, und ein Tabellenblatt von XLSX fasst höchstens 16.384.</translation>
    </message>
    <message>
        <source>The rows of {table} cannot be edited here.</source>
        <translation>Die Zeilen von {table} können hier nicht bearbeitet werden.</translation>
    </message>
    <message>
        <source>The rule {rule} cannot be kept: {reason}</source>
        <translation>Die Regel {rule} kann nicht aufbewahrt werden: {reason}</translation>
    </message>
    <message>
        <source>The saved connections cannot be read: {reason}</source>
        <translation>Die gespeicherten Verbindungen können nicht gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>The schedule {schedule} cannot be kept.</source>
        <translation>Der Zeitplan {schedule} lässt sich nicht speichern.</translation>
    </message>
    <message>
        <source>The script cannot run in one transaction: in line {line}, {statement} {reason}.</source>
        <translation>Das Skript kann nicht in einer Transaktion laufen: in Zeile {line}, {statement} {reason}.</translation>
    </message>
    <message>
        <source>The search ended unexpectedly: {reason}.</source>
        <translation>Die Suche endete unerwartet: {reason}.</translation>
    </message>
    <message>
        <source>The search was given up after {seconds} s.</source>
        <translation>Die Suche wurde nach {seconds} s aufgegeben.</translation>
    </message>
    <message>
        <source>The secret of {service} did not come within {waited_s} s.</source>
        <translation>Das Geheimnis von {service} kam nicht innerhalb von {waited_s} s.</translation>
    </message>
    <message>
        <source>The secret of {service} is not shown any more.</source>
        <translation>Das Geheimnis von {service} wird nicht mehr gezeigt.</translation>
    </message>
    <message>
        <source>The server did nothing for a row of {table} and gave no error: a trigger, a rule or a policy forbids it.</source>
        <translation>Der Server hat für eine Zeile von {table} nichts getan und keinen Fehler gemeldet: Ein Trigger, eine Regel oder eine Richtlinie verbietet es.</translation>
    </message>
    <message>
        <source>The service {service} cannot be kept: {reason}</source>
        <translation>Der Dienst {service} lässt sich nicht speichern: {reason}</translation>
    </message>
    <message>
        <source>The setting {setting} of {plugin} cannot be kept: {reason}</source>
        <translation>Die Einstellung {setting} von {plugin} kann nicht behalten werden: {reason}</translation>
    </message>
    <message>
        <source>The start-up SQL of {connection} failed at “{statement}”: {server}</source>
        <translation>Das Start-SQL von {connection} scheiterte bei „{statement}“: {server}</translation>
    </message>
    <message>
        <source>The start-up SQL of {connection} seems to hold a secret, which would be kept in plain sight.</source>
        <translation>Das Start-SQL von {connection} scheint ein Geheimnis zu enthalten, das offen lesbar gespeichert würde.</translation>
    </message>
    <message>
        <source>The statement has no result.</source>
        <translation>Die Anweisung hat kein Ergebnis.</translation>
    </message>
    <message>
        <source>The statement has parameters without a value ({names}). Give them values and run it again.</source>
        <translation>Die Anweisung hat Parameter ohne Wert ({names}). Geben Sie ihnen Werte, und führen Sie sie noch einmal aus.</translation>
    </message>
    <message>
        <source>The table {table} has no columns for these of the file: {columns}.</source>
        <translation>Die Tabelle {table} hat keine Spalten für diese der Datei: {columns}.</translation>
    </message>
    <message>
        <source>The table {table} is there already, so it is not made.</source>
        <translation>Die Tabelle {table} gibt es schon, darum wird sie nicht angelegt.</translation>
    </message>
    <message>
        <source>The text holds no webhook endpoints: {reason}</source>
        <translation>Der Text enthält keine Webhook-Endpunkte: {reason}</translation>
    </message>
    <message>
        <source>The text is kept here. Save it elsewhere, or put that right and save again.</source>
        <translation>Der Text bleibt hier erhalten. Speichern Sie ihn woanders, oder beheben Sie das und speichern Sie noch einmal.</translation>
    </message>
    <message>
        <source>The time of {schedule} is over: {text}.</source>
        <translation>Die Zeit von {schedule} ist vorbei: {text}.</translation>
    </message>
    <message>
        <source>The value of the parameter {name} cannot be used: {reason}</source>
        <translation>Der Wert des Parameters {name} ist nicht zu gebrauchen: {reason}</translation>
    </message>
    <message>
        <source>The webhook endpoint {endpoint} cannot be used: {reason}</source>
        <translation>Der Webhook-Endpunkt {endpoint} lässt sich nicht verwenden: {reason}</translation>
    </message>
    <message>
        <source>The webhook listener cannot listen at {address}: {reason}</source>
        <translation>Der Webhook-Empfänger kann an {address} nicht lauschen: {reason}</translation>
    </message>
    <message>
        <source>The webhook listener cannot listen so: {reason}</source>
        <translation>So kann der Webhook-Empfänger nicht lauschen: {reason}</translation>
    </message>
    <message>
        <source>The webhook listener knows no service {service}.</source>
        <translation>Der Webhook-Empfänger kennt keinen Dienst {service}.</translation>
    </message>
    <message>
        <source>There are @hourly, @daily, @weekly, @monthly and @yearly.</source>
        <translation>Es gibt @hourly, @daily, @weekly, @monthly und @yearly.</translation>
    </message>
    <message>
        <source>There are {most} schedules already.</source>
        <translation>Es gibt schon {most} Zeitpläne.</translation>
    </message>
    <message>
        <source>There is a schedule {schedule} already.</source>
        <translation>Einen Zeitplan {schedule} gibt es schon.</translation>
    </message>
    <message>
        <source>There is lapwing.check-plugin-updates; choose another first word for one of yours.</source>
        <translation>Es gibt lapwing.check-plugin-updates; wählen Sie für einen eigenen ein anderes erstes Wort.</translation>
    </message>
    <message>
        <source>There is no alert rule {rule}.</source>
        <translation>Es gibt keine Alarmregel {rule}.</translation>
    </message>
    <message>
        <source>There is no channel {channel}.</source>
        <translation>Es gibt keinen Kanal {channel}.</translation>
    </message>
    <message>
        <source>There is no column {column} in {where}.</source>
        <translation>In {where} gibt es keine Spalte {column}.</translation>
    </message>
    <message>
        <source>There is no dashboard {dashboard}.</source>
        <translation>Es gibt kein Dashboard {dashboard}.</translation>
    </message>
    <message>
        <source>There is no delivery {delivery} in the log.</source>
        <translation>Im Protokoll gibt es keine Zustellung {delivery}.</translation>
    </message>
    <message>
        <source>There is no environment {name}; there is {known}.</source>
        <translation>Es gibt keine Umgebung {name}; es gibt {known}.</translation>
    </message>
    <message>
        <source>There is no event {event}, or not any more.</source>
        <translation>Es gibt kein Ereignis {event}, oder nicht mehr.</translation>
    </message>
    <message>
        <source>There is no format {format}, or no plugin runs that has it.</source>
        <translation>Es gibt kein Format {format}, oder kein Plugin läuft, das es hat.</translation>
    </message>
    <message>
        <source>There is no metric {metric} of your own.</source>
        <translation>Es gibt keine eigene Metrik {metric}.</translation>
    </message>
    <message>
        <source>There is no plugin {plugin}.</source>
        <translation>Es gibt kein Plugin {plugin}.</translation>
    </message>
    <message>
        <source>There is no schedule {schedule}.</source>
        <translation>Es gibt keinen Zeitplan {schedule}.</translation>
    </message>
    <message>
        <source>There is no service {service}.</source>
        <translation>Es gibt keinen Dienst {service}.</translation>
    </message>
    <message>
        <source>There is no table {table}.</source>
        <translation>Es gibt keine Tabelle {table}.</translation>
    </message>
    <message>
        <source>There is no time zone {text} here.</source>
        <translation>Eine Zeitzone {text} gibt es hier nicht.</translation>
    </message>
    <message>
        <source>There is no webhook endpoint {endpoint}.</source>
        <translation>Es gibt keinen Webhook-Endpunkt {endpoint}.</translation>
    </message>
    <message>
        <source>They were kept as {kept}, and a new file was begun.</source>
        <translation>Sie wurden als {kept} aufgehoben, und eine neue Datei wurde begonnen.</translation>
    </message>
    <message>
        <source>This connection is read-only.</source>
        <translation>Diese Verbindung ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>This key is in the wrong hands. Ask the server&apos;s administrator for the new one.</source>
        <translation>Dieser Schlüssel ist in falschen Händen. Fragen Sie den Administrator des Servers nach dem neuen.</translation>
    </message>
    <message>
        <source>This version cannot be read: {reason}.</source>
        <translation>Diese Fassung kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>This was not understood as a connection: {reason}</source>
        <translation>Das wurde nicht als Verbindung verstanden: {reason}</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Two columns of the file would go into {column}.</source>
        <translation>Zwei Spalten der Datei kämen in {column}.</translation>
    </message>
    <message>
        <source>Until they can, senders are told to come again. See to the file, its folder and the room on the disk.</source>
        <translation>Bis dahin wird Absendern gesagt, sie sollen es erneut versuchen. Prüfen Sie die Datei, ihren Ordner und den freien Platz.</translation>
    </message>
    <message>
        <source>Use a connection to this server that may write.</source>
        <translation>Nehmen Sie eine Verbindung zu diesem Server, die schreiben darf.</translation>
    </message>
    <message>
        <source>Use https:// in the endpoint&apos;s URL.</source>
        <translation>Verwenden Sie https:// in der URL des Endpunkts.</translation>
    </message>
    <message>
        <source>Wait until it has ended, or let it wait for its turn: edit what happens when it is still under way.</source>
        <translation>Warten Sie, bis er zu Ende ist, oder lassen Sie ihn warten: Bearbeiten Sie, was bei Überschneidung geschieht.</translation>
    </message>
    <message>
        <source>What is installed goes on. Check the place, or ask who keeps the index.</source>
        <translation>Was installiert ist, läuft weiter. Prüfen Sie den Ort, oder fragen Sie, wer das Verzeichnis führt.</translation>
    </message>
    <message>
        <source>What is written behind {box} cannot be used.</source>
        <translation>Was hinter {box} steht, ist nicht brauchbar.</translation>
    </message>
    <message>
        <source>What schedules did cannot be kept in {path}: {reason}.</source>
        <translation>Was Zeitpläne taten, lässt sich in {path} nicht aufbewahren: {reason}.</translation>
    </message>
    <message>
        <source>What statements did is kept in {path}, which cannot be used: {reason}.</source>
        <translation>Was Anweisungen taten, ist in {path} gespeichert und kann nicht benutzt werden: {reason}.</translation>
    </message>
    <message>
        <source>What statements did, in {path}, is damaged ({reason}).</source>
        <translation>Was Anweisungen taten, ist in {path} beschädigt ({reason}).</translation>
    </message>
    <message>
        <source>What you want is kept. Look again in a moment: lapwing service list.</source>
        <translation>Was Sie wollen, ist aufbewahrt. Sehen Sie gleich noch einmal nach: lapwing service list.</translation>
    </message>
    <message>
        <source>Write SQL metrics of your own for it.</source>
        <translation>Schreiben Sie eigene SQL-Metriken dafür.</translation>
    </message>
    <message>
        <source>Write a cron expression such as 30 6 * * mon-fri, or every 15 min, or at 2026-12-24 18:00.</source>
        <translation>Schreiben Sie einen Cron-Ausdruck wie 30 6 * * mon-fri, oder every 15 min, oder at 2026-12-24 18:00.</translation>
    </message>
    <message>
        <source>Write a cron expression, or one time, such as at 2026-12-24 18:00.</source>
        <translation>Schreiben Sie einen Cron-Ausdruck oder eine einzelne Zeit wie at 2026-12-24 18:00.</translation>
    </message>
    <message>
        <source>Write for example */15 or 8-18/2.</source>
        <translation>Schreiben Sie zum Beispiel */15 oder 8-18/2.</translation>
    </message>
    <message>
        <source>Write for example 0, or 0,30, or 10-20, or */15.</source>
        <translation>Schreiben Sie zum Beispiel 0, oder 0,30, oder 10-20, oder */15.</translation>
    </message>
    <message>
        <source>Write for example 1, or 1,15, or */2; L is the last day of each month.</source>
        <translation>Schreiben Sie zum Beispiel 1, oder 1,15, oder */2; L ist der letzte Tag jedes Monats.</translation>
    </message>
    <message>
        <source>Write for example 3, or jan,jul, or */3.</source>
        <translation>Schreiben Sie zum Beispiel 3, oder jan,jul, oder */3.</translation>
    </message>
    <message>
        <source>Write for example 6, or 8-18, or */2.</source>
        <translation>Schreiben Sie zum Beispiel 6, oder 8-18, oder */2.</translation>
    </message>
    <message>
        <source>Write for example every 30 s, every 15 min, every 2 h or every 7 d.</source>
        <translation>Schreiben Sie zum Beispiel every 30 s, every 15 min, every 2 h oder every 7 d.</translation>
    </message>
    <message>
        <source>Write for example every 30 s.</source>
        <translation>Schreiben Sie zum Beispiel every 30 s.</translation>
    </message>
    <message>
        <source>Write for example mon-fri; fri#2 is the second Friday of a month, friL the last one.</source>
        <translation>Schreiben Sie zum Beispiel mon-fri; fri#2 ist der zweite Freitag eines Monats, friL der letzte.</translation>
    </message>
    <message>
        <source>Write for example {{&quot;keep&quot;: 7}}.</source>
        <translation>Schreiben Sie zum Beispiel {{&quot;keep&quot;: 7}}.</translation>
    </message>
    <message>
        <source>Write for example {{&quot;rules&quot;: [{{&quot;title&quot;: &quot;Blocked&quot;, &quot;expression&quot;: &quot;blocked_sessions &gt; 5&quot;}}]}}</source>
        <translation>Schreiben Sie zum Beispiel {{&quot;rules&quot;: [{{&quot;title&quot;: &quot;Blocked&quot;, &quot;expression&quot;: &quot;blocked_sessions &gt; 5&quot;}}]}}</translation>
    </message>
    <message>
        <source>Write for example {{&quot;webhooks&quot;: {{&quot;endpoints&quot;: [{{&quot;name&quot;: &quot;queries&quot;, &quot;url&quot;: &quot;https://example.org/hook&quot;, &quot;events&quot;: [&quot;query.failed&quot;]}}]}}}}</source>
        <translation>Schreiben Sie zum Beispiel {{&quot;webhooks&quot;: {{&quot;endpoints&quot;: [{{&quot;name&quot;: &quot;queries&quot;, &quot;url&quot;: &quot;https://example.org/hook&quot;, &quot;events&quot;: [&quot;query.failed&quot;]}}]}}}}</translation>
    </message>
    <message>
        <source>Write it as 2026-12-24 18:00.</source>
        <translation>Schreiben Sie ihn wie 2026-12-24 18:00.</translation>
    </message>
    <message>
        <source>Write letters, digits, - and _, such as nightly-export; at most {most}.</source>
        <translation>Schreiben Sie Buchstaben, Ziffern, - und _, zum Beispiel nachtexport; höchstens {most}.</translation>
    </message>
    <message>
        <source>Write minute, hour, day of the month, month and day of the week, such as 30 6 * * mon-fri.</source>
        <translation>Schreiben Sie Minute, Stunde, Tag des Monats, Monat und Wochentag, zum Beispiel 30 6 * * mon-fri.</translation>
    </message>
    <message>
        <source>Write one such as Europe/Prague or UTC; nothing for that of this computer.</source>
        <translation>Schreiben Sie eine wie Europe/Prague oder UTC; nichts für die dieses Rechners.</translation>
    </message>
    <message>
        <source>Write one that is still to come.</source>
        <translation>Schreiben Sie eine, die noch kommt.</translation>
    </message>
    <message>
        <source>Write only the condition or the order, not a statement.</source>
        <translation>Schreiben Sie nur die Bedingung oder die Reihenfolge, keine Anweisung.</translation>
    </message>
    <message>
        <source>Write the lower one first; what goes over an end is written in two parts, such as 22-23,0-5.</source>
        <translation>Schreiben Sie das Kleinere zuerst; was über ein Ende hinausgeht, schreibt man in zwei Teilen, zum Beispiel 22-23,0-5.</translation>
    </message>
    <message>
        <source>Your texts and the rows already fetched are kept. Open transactions were rolled back; whether a statement or COMMIT that was under way took effect is not known. The engine starts again with your next action; nothing is sent again by itself.</source>
        <translation>Ihre Texte und die schon geholten Zeilen bleiben erhalten. Offene Transaktionen wurden zurückgerollt; ob eine laufende Anweisung oder ein laufendes COMMIT wirksam wurde, ist nicht bekannt. Der Dienst startet mit Ihrer nächsten Aktion neu; nichts wird von selbst noch einmal gesendet.</translation>
    </message>
    <message>
        <source>`lapwing alerts list` shows those that exist.</source>
        <translation>`lapwing alerts list` zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>`lapwing connection list` shows those that exist.</source>
        <translation>`lapwing connection list` zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>`lapwing events list` shows those that are kept.</source>
        <translation>`lapwing events list` zeigt die aufbewahrten.</translation>
    </message>
    <message>
        <source>`lapwing listener services` shows those that there are.</source>
        <translation>`lapwing listener services` zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>`lapwing plugin index` shows what there is.</source>
        <translation>`lapwing plugin index` zeigt, was es gibt.</translation>
    </message>
    <message>
        <source>`lapwing plugin list` shows those that are installed.</source>
        <translation>`lapwing plugin list` zeigt die installierten.</translation>
    </message>
    <message>
        <source>`lapwing plugin sign --new-key` makes a key; its public half has .pub behind its name.</source>
        <translation>`lapwing plugin sign --new-key` macht einen Schlüssel; seine öffentliche Hälfte hat .pub hinter dem Namen.</translation>
    </message>
    <message>
        <source>`lapwing plugin source list` shows those that were.</source>
        <translation>`lapwing plugin source list` zeigt, welche hinzugefügt wurden.</translation>
    </message>
    <message>
        <source>`lapwing schedule list` shows those that exist.</source>
        <translation>`lapwing schedule list` zeigt, welche es gibt.</translation>
    </message>
    <message>
        <source>`lapwing webhook list` shows those that exist.</source>
        <translation>`lapwing webhook list` zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>{advice} Nothing was changed.</source>
        <translation>{advice} Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>{command} is no command of {client} that Lapwing knows; it was not sent.</source>
        <translation>{command} ist kein Befehl von {client}, den Lapwing kennt; er wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>{command} may not use {path}: {reason}</source>
        <translation>{command} darf {path} nicht benutzen: {reason}</translation>
    </message>
    <message>
        <source>{command} of {client} is not supported here: {reason}</source>
        <translation>{command} von {client} wird hier nicht unterstützt: {reason}</translation>
    </message>
    <message>
        <source>{command} of {client} is not supported here: {reason} The script stops, since the rest relies on it.</source>
        <translation>{command} von {client} wird hier nicht unterstützt: {reason} Das Skript hält an, denn der Rest verlässt sich darauf.</translation>
    </message>
    <message>
        <source>{command} would run a program of this computer. Scripts never do that here.</source>
        <translation>{command} würde ein Programm dieses Rechners ausführen. Skripte tun das hier nie.</translation>
    </message>
    <message>
        <source>{command} would use the file {path}, and this run may not use files.</source>
        <translation>{command} würde die Datei {path} benutzen, und dieser Lauf darf keine Dateien benutzen.</translation>
    </message>
    <message>
        <source>{connection} asks for the password in clear text on a connection that is not encrypted.</source>
        <translation>{connection} verlangt das Passwort im Klartext über eine unverschlüsselte Verbindung.</translation>
    </message>
    <message>
        <source>{connection} cannot be monitored: Lapwing knows no figures of {product}.</source>
        <translation>{connection} kann nicht überwacht werden: Lapwing kennt keine Zahlen von {product}.</translation>
    </message>
    <message>
        <source>{connection} cannot be opened read-only: nothing here would keep the session from changing something.</source>
        <translation>{connection} kann nicht schreibgeschützt geöffnet werden: nichts würde hier die Sitzung von Änderungen abhalten.</translation>
    </message>
    <message>
        <source>{connection} cannot be opened: {server}</source>
        <translation>{connection} kann nicht geöffnet werden: {server}</translation>
    </message>
    <message>
        <source>{connection} did not answer within {waited_s} s, while {doing}.</source>
        <translation>{connection} hat nicht binnen {waited_s} s geantwortet ({doing}).</translation>
    </message>
    <message>
        <source>{connection} did not let {user} in: {server}</source>
        <translation>{connection} hat {user} nicht eingelassen: {server}</translation>
    </message>
    <message>
        <source>{connection} is for reading only: no session of its server is touched through it.</source>
        <translation>{connection} ist nur zum Lesen: Über sie wird keine Sitzung ihres Servers angerührt.</translation>
    </message>
    <message>
        <source>{connection} is not monitored.</source>
        <translation>{connection} wird nicht überwacht.</translation>
    </message>
    <message>
        <source>{connection} needs a password.</source>
        <translation>{connection} braucht ein Passwort.</translation>
    </message>
    <message>
        <source>{connection} needs the Python package {package}, which is not installed here.</source>
        <translation>{connection} braucht das Python-Paket {package}, das hier nicht installiert ist.</translation>
    </message>
    <message>
        <source>{connection} needs the passphrase of its SSH key.</source>
        <translation>{connection} braucht die Passphrase des SSH-Schlüssels.</translation>
    </message>
    <message>
        <source>{connection} needs the passphrase of its client key.</source>
        <translation>{connection} braucht die Passphrase des Client-Schlüssels.</translation>
    </message>
    <message>
        <source>{connection} needs the password of {user} at its SSH server.</source>
        <translation>{connection} braucht das Passwort von {user} am SSH-Server.</translation>
    </message>
    <message>
        <source>{connection} offers no encryption, and this connection asks for it.</source>
        <translation>{connection} bietet keine Verschlüsselung, und diese Verbindung verlangt sie.</translation>
    </message>
    <message>
        <source>{connection} refused the session: {server}</source>
        <translation>{connection} hat die Sitzung abgelehnt: {server}</translation>
    </message>
    <message>
        <source>{connection} sent something that is not the protocol: {reason}</source>
        <translation>{connection} hat etwas gesendet, das nicht zum Protokoll gehört: {reason}</translation>
    </message>
    <message>
        <source>{connection} wants a person to confirm what changes data or definitions. Nothing was sent.</source>
        <translation>{connection} verlangt, dass ein Mensch bestätigt, was Daten oder Definitionen ändert. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>{host} is {address}, outside of private networks, and would be told without TLS; nothing was sent.</source>
        <translation>{host} ist {address}, also außerhalb privater Netze, und würde ohne TLS angesprochen; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>{host} is {address}, {kind}; nothing was sent.</source>
        <translation>{host} ist {address}, {kind}; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>{how} Do not run it again before you know.</source>
        <translation>{how} Führen Sie sie nicht noch einmal aus, bevor Sie es wissen.</translation>
    </message>
    <message>
        <source>{keyring} did not answer within {waited_s} s.</source>
        <translation>{keyring} hat nicht binnen {waited_s} s geantwortet.</translation>
    </message>
    <message>
        <source>{keyring} is locked and was not unlocked.</source>
        <translation>{keyring} ist gesperrt und wurde nicht entsperrt.</translation>
    </message>
    <message>
        <source>{keyring} refused: {server}</source>
        <translation>{keyring} hat abgelehnt: {server}</translation>
    </message>
    <message>
        <source>{limit} deliveries wait for {endpoint} already; this one was given up.</source>
        <translation>Auf {endpoint} warten bereits {limit} Zustellungen; diese wurde aufgegeben.</translation>
    </message>
    <message>
        <source>{name} cannot be used here: {reason}</source>
        <translation>{name} kann hier nicht verwendet werden: {reason}</translation>
    </message>
    <message>
        <source>{name} comes with Lapwing: it cannot be installed, replaced or removed.</source>
        <translation>{name} kommt mit Lapwing: Es kann nicht installiert, ersetzt oder entfernt werden.</translation>
    </message>
    <message>
        <source>{name} is needed by {others}.</source>
        <translation>{name} wird von {others} gebraucht.</translation>
    </message>
    <message>
        <source>{name} is signed by {key}, a key that was revoked. {by}</source>
        <translation>{name} ist von {key} signiert, einem widerrufenen Schlüssel. {by}</translation>
    </message>
    <message>
        <source>{name} needs permissions that were not agreed to: {permissions}.</source>
        <translation>{name} braucht Berechtigungen, denen nicht zugestimmt wurde: {permissions}.</translation>
    </message>
    <message>
        <source>{name} {after} did not start, so {before} is back: {reason}</source>
        <translation>{name} {after} startete nicht, deshalb ist {before} wieder da: {reason}</translation>
    </message>
    <message>
        <source>{name} {before} is installed; {after} is an earlier version.</source>
        <translation>{name} {before} ist installiert; {after} ist eine frühere Version.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be used for the SSH tunnel: {server}</source>
        <translation>{path} kann für den SSH-Tunnel nicht benutzt werden: {server}</translation>
    </message>
    <message>
        <source>{path} is damaged: {reason}.</source>
        <translation>{path} ist beschädigt: {reason}.</translation>
    </message>
    <message>
        <source>{place} cannot be an index of plugins: {reason}</source>
        <translation>{place} kann kein Plugin-Verzeichnis sein: {reason}</translation>
    </message>
    <message>
        <source>{place} is no index of plugins that was added.</source>
        <translation>{place} ist kein hinzugefügtes Plugin-Verzeichnis.</translation>
    </message>
    <message>
        <source>{schedule} is under way already.</source>
        <translation>{schedule} läuft bereits.</translation>
    </message>
    <message>
        <source>{text} goes backwards.</source>
        <translation>{text} geht rückwärts.</translation>
    </message>
    <message>
        <source>{text} is no day of the month: the third part of a cron expression goes from 1 to 31.</source>
        <translation>{text} ist kein Tag des Monats: Der dritte Teil eines Cron-Ausdrucks geht von 1 bis 31.</translation>
    </message>
    <message>
        <source>{text} is no day of the week: the fifth part of a cron expression goes from 0 (Sunday) to 6, or from sun to sat.</source>
        <translation>{text} ist kein Wochentag: Der fünfte Teil eines Cron-Ausdrucks geht von 0 (Sonntag) bis 6 oder von sun bis sat.</translation>
    </message>
    <message>
        <source>{text} is no day with a time.</source>
        <translation>{text} ist kein Tag mit Uhrzeit.</translation>
    </message>
    <message>
        <source>{text} is no hour: the second part of a cron expression goes from 0 to 23.</source>
        <translation>{text} ist keine Stunde: Der zweite Teil eines Cron-Ausdrucks geht von 0 bis 23.</translation>
    </message>
    <message>
        <source>{text} is no interval.</source>
        <translation>{text} ist kein Abstand.</translation>
    </message>
    <message>
        <source>{text} is no minute: the first part of a cron expression goes from 0 to 59.</source>
        <translation>{text} ist keine Minute: Der erste Teil eines Cron-Ausdrucks geht von 0 bis 59.</translation>
    </message>
    <message>
        <source>{text} is no month: the fourth part of a cron expression goes from 1 to 12, or from jan to dec.</source>
        <translation>{text} ist kein Monat: Der vierte Teil eines Cron-Ausdrucks geht von 1 bis 12 oder von jan bis dec.</translation>
    </message>
    <message>
        <source>{text} is no name for times.</source>
        <translation>{text} ist kein Name für Zeiten.</translation>
    </message>
    <message>
        <source>{text} is too often: the shortest interval is 5 s.</source>
        <translation>{text} ist zu oft: Der kürzeste Abstand ist 5 s.</translation>
    </message>
    <message>
        <source>{text} is too seldom: the longest interval is 366 d.</source>
        <translation>{text} ist zu selten: Der längste Abstand ist 366 d.</translation>
    </message>
    <message>
        <source>{text} never comes.</source>
        <translation>{text} kommt nie.</translation>
    </message>
    <message>
        <source>{text} says no times.</source>
        <translation>{text} nennt keine Zeiten.</translation>
    </message>
    <message>
        <source>{text}: behind the slash stands how far each step goes, at least 1.</source>
        <translation>{text}: Hinter dem Schrägstrich steht, wie weit jeder Schritt geht, mindestens 1.</translation>
    </message>
    <message>
        <source>{where} could not be told: {reason}</source>
        <translation>{where} war nicht zu erreichen: {reason}</translation>
    </message>
    <message>
        <source>{workflow} cannot be the name of an event.</source>
        <translation>{workflow} kann nicht der Name eines Ereignisses sein.</translation>
    </message>
    <message>
        <source>Results take {used_mb} MB of the {quota_mb} MB allowed; the rows up to here are kept.</source>
        <translation>Ergebnisse belegen {used_mb} von erlaubten {quota_mb} MB; die Zeilen bis hierher bleiben erhalten.</translation>
    </message>
    <message>
        <source>A comment that the server would run stands behind {box}.</source>
        <translation>Hinter {box} steht ein Kommentar, den der Server ausführen würde.</translation>
    </message>
    <message>
        <source>A cron expression has five parts, and this one has {count}.</source>
        <translation>Ein Cron-Ausdruck hat fünf Teile, dieser hat {count}.</translation>
    </message>
    <message>
        <source>Leave the secret out of it.</source>
        <translation>Lassen Sie das Geheimnis weg.</translation>
    </message>
    <message>
        <source>Look at the statements, then confirm them; on the command line with --yes.</source>
        <translation>Sehen Sie sich die Anweisungen an und bestätigen Sie sie; auf der Befehlszeile mit --yes.</translation>
    </message>
    <message>
        <source>Roll back and run the transaction again. Nothing of this statement was written.</source>
        <translation>Rollen Sie zurück, und führen Sie die Transaktion noch einmal aus. Von dieser Anweisung wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Run it again when you know what was done: the next statement opens a new session. Nothing is sent again.</source>
        <translation>Führen Sie sie noch einmal aus, wenn Sie wissen, was ausgeführt wurde: die nächste Anweisung öffnet eine neue Sitzung. Von selbst wird nichts noch einmal gesendet.</translation>
    </message>
    <message>
        <source>Run it again with a higher row limit to see more rows.</source>
        <translation>Führen Sie sie mit einer höheren Zeilengrenze noch einmal aus, um weitere Zeilen zu sehen.</translation>
    </message>
    <message>
        <source>Run it in a terminal; it stands in the connection&apos;s settings. It is not run by a shell, gets no input, and has to print the password as its first line.</source>
        <translation>Führen Sie ihn in einem Terminal aus; er steht in den Einstellungen der Verbindung. Er läuft nicht in einer Shell, bekommt keine Eingabe und muss das Passwort als erste Zeile ausgeben.</translation>
    </message>
    <message>
        <source>Run the statement again.</source>
        <translation>Führen Sie die Anweisung noch einmal aus.</translation>
    </message>
    <message>
        <source>Run the statement again: a new session is opened.</source>
        <translation>Führen Sie die Anweisung noch einmal aus: dafür wird eine neue Sitzung geöffnet.</translation>
    </message>
    <message>
        <source>Run the transaction again from its beginning; the next statement opens a new session.</source>
        <translation>Führen Sie die Transaktion von Anfang an noch einmal aus; die nächste Anweisung öffnet eine neue Sitzung.</translation>
    </message>
    <message>
        <source>See to the keyring in its own program, or keep the password in Lapwing&apos;s encrypted file.</source>
        <translation>Sehen Sie im Programm des Schlüsselbunds nach, oder bewahren Sie das Passwort in der verschlüsselten Datei von Lapwing auf.</translation>
    </message>
    <message>
        <source>See to what the server says, then connect again.</source>
        <translation>Beheben Sie, was der Server bemängelt, und verbinden Sie sich dann neu.</translation>
    </message>
    <message>
        <source>Set it before Lapwing is started: a program does not see variables that are set later. Its name stands in the connection&apos;s settings.</source>
        <translation>Setzen Sie sie, bevor Lapwing startet: ein Programm sieht später gesetzte Variablen nicht. Ihr Name steht in den Einstellungen der Verbindung.</translation>
    </message>
    <message>
        <source>Start one in this desktop session (GNOME Keyring, KWallet, or KeePassXC with its Secret Service), or keep the password in Lapwing&apos;s encrypted file.</source>
        <translation>Starten Sie einen in dieser Desktop-Sitzung (GNOME Keyring, KWallet oder KeePassXC mit seinem Secret Service), oder bewahren Sie das Passwort in der verschlüsselten Datei von Lapwing auf.</translation>
    </message>
    <message>
        <source>Take another name, or remove that one first.</source>
        <translation>Nehmen Sie einen anderen Namen, oder entfernen Sie jene erst.</translation>
    </message>
    <message>
        <source>That passphrase does not open the encrypted file of passwords.</source>
        <translation>Diese Passphrase öffnet die verschlüsselte Passwortdatei nicht.</translation>
    </message>
    <message>
        <source>That result is no longer there.</source>
        <translation>Dieses Ergebnis gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>That session is no longer open.</source>
        <translation>Diese Sitzung ist nicht mehr offen.</translation>
    </message>
    <message>
        <source>The Lapwing that already runs on this profile opens no window: {reason}</source>
        <translation>Das Lapwing, das auf diesem Profil schon läuft, öffnet kein Fenster: {reason}</translation>
    </message>
    <message>
        <source>The URL holds a password; Lapwing refuses it, because URLs end in histories, logs and process lists.</source>
        <translation>Die URL enthält ein Passwort; Lapwing lehnt sie ab, weil URLs in Verläufen, Protokollen und Prozesslisten landen.</translation>
    </message>
    <message>
        <source>The connection to {connection} was lost. The session was in {before}, and a new one is in {now}.</source>
        <translation>Die Verbindung zu {connection} ist abgebrochen. Die Sitzung war in {before}, eine neue ist in {now}.</translation>
    </message>
    <message>
        <source>The damaged file is kept as {kept}.</source>
        <translation>Die beschädigte Datei wird als {kept} aufbewahrt.</translation>
    </message>
    <message>
        <source>The database engine stopped unexpectedly ({reason}).</source>
        <translation>Der Datenbankdienst wurde unerwartet beendet ({reason}).</translation>
    </message>
    <message>
        <source>The database stayed locked for {waited_s} s{holder}.</source>
        <translation>Die Datenbank blieb {waited_s} s lang gesperrt{holder}.</translation>
    </message>
    <message>
        <source>The database {path} is damaged: {server}</source>
        <translation>Die Datenbank {path} ist beschädigt: {server}</translation>
    </message>
    <message>
        <source>The encrypted file of passwords is damaged: {reason}</source>
        <translation>Die verschlüsselte Passwortdatei ist beschädigt: {reason}</translation>
    </message>
    <message>
        <source>The encrypted file of passwords is locked.</source>
        <translation>Die verschlüsselte Passwortdatei ist gesperrt.</translation>
    </message>
    <message>
        <source>The folder of kept texts, {path}, cannot be used: {reason}.</source>
        <translation>Der Ordner der aufbewahrten Texte, {path}, kann nicht benutzt werden: {reason}.</translation>
    </message>
    <message>
        <source>The folder {path} cannot be used: {reason}.</source>
        <translation>Der Ordner {path} kann nicht benutzt werden: {reason}.</translation>
    </message>
    <message>
        <source>The host {host} has no address: {server}</source>
        <translation>Der Host {host} hat keine Adresse: {server}</translation>
    </message>
    <message>
        <source>The kept text of {title} is damaged; its state before the damage was restored.</source>
        <translation>Der aufbewahrte Text von {title} ist beschädigt; sein Stand vor dem Schaden wurde wiederhergestellt.</translation>
    </message>
    <message>
        <source>The option {option} of {connection} cannot be used: {reason}</source>
        <translation>Die Option {option} von {connection} kann nicht benutzt werden: {reason}</translation>
    </message>
    <message>
        <source>The password cannot be fetched: {server}</source>
        <translation>Das Passwort kann nicht geholt werden: {server}</translation>
    </message>
    <message>
        <source>The password holds half of a character, so it is no text.</source>
        <translation>Das Passwort enthält ein halbes Zeichen, ist also kein Text.</translation>
    </message>
    <message>
        <source>The password of {connection} is not kept by Lapwing, so it was not saved.</source>
        <translation>Das Passwort von {connection} wird nicht von Lapwing aufbewahrt und wurde daher nicht gespeichert.</translation>
    </message>
    <message>
        <source>The request {operation} is not valid: {reason}</source>
        <translation>Die Anfrage {operation} ist ungültig: {reason}</translation>
    </message>
    <message>
        <source>The session was closed and nothing of it was used. Check that the address is the right server&apos;s.</source>
        <translation>Die Sitzung wurde geschlossen und nichts davon benutzt. Prüfen Sie, ob die Adresse die des richtigen Servers ist.</translation>
    </message>
    <message>
        <source>The statement behind this result is no longer open.</source>
        <translation>Die Anweisung zu diesem Ergebnis ist nicht mehr offen.</translation>
    </message>
    <message>
        <source>The statement was cancelled.</source>
        <translation>Die Anweisung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The variable that holds the password of {connection} is not set, or empty.</source>
        <translation>Die Variable mit dem Passwort von {connection} ist nicht gesetzt oder leer.</translation>
    </message>
    <message>
        <source>There is a connection named {connection} already.</source>
        <translation>Es gibt schon eine Verbindung namens {connection}.</translation>
    </message>
    <message>
        <source>There is no connection named {connection}.</source>
        <translation>Es gibt keine Verbindung namens {connection}.</translation>
    </message>
    <message>
        <source>There is no encrypted file of passwords yet.</source>
        <translation>Es gibt noch keine verschlüsselte Passwortdatei.</translation>
    </message>
    <message>
        <source>There is no operation {operation}.</source>
        <translation>Es gibt keine Operation {operation}.</translation>
    </message>
    <message>
        <source>There is no statement to run.</source>
        <translation>Es gibt keine Anweisung zum Ausführen.</translation>
    </message>
    <message>
        <source>They are kept in memory and written as soon as that works again. Make room, or save them elsewhere.</source>
        <translation>Sie bleiben im Speicher und werden geschrieben, sobald das wieder geht. Schaffen Sie Platz, oder speichern Sie sie woanders.</translation>
    </message>
    <message>
        <source>This connection is read-only; {what} is refused.</source>
        <translation>Diese Verbindung ist schreibgeschützt; {what} wird abgelehnt.</translation>
    </message>
    <message>
        <source>This window speaks version {ours} of the line, the other side version {theirs}.</source>
        <translation>Dieses Fenster spricht Version {ours} der internen Leitung, die Gegenseite Version {theirs}.</translation>
    </message>
    <message>
        <source>Try again and enter the keyring&apos;s password (mostly that of your account) where it asks for it. Where no desktop can ask, unlock it first, or keep the password in Lapwing&apos;s encrypted file.</source>
        <translation>Versuchen Sie es noch einmal, und geben Sie auf Nachfrage das Passwort des Schlüsselbunds ein (meist das Ihres Kontos). Wo kein Desktop fragen kann, entsperren Sie ihn vorher, oder bewahren Sie das Passwort in der verschlüsselten Datei von Lapwing auf.</translation>
    </message>
    <message>
        <source>Try again when it is done. If it hangs, end it; the file is {path}.</source>
        <translation>Versuchen Sie es noch einmal, wenn es fertig ist. Hängt es, beenden Sie es; die Datei ist {path}.</translation>
    </message>
    <message>
        <source>Update Lapwing, or move the file away to start with a new one.</source>
        <translation>Aktualisieren Sie Lapwing, oder verschieben Sie die Datei, um mit einer neuen zu beginnen.</translation>
    </message>
    <message>
        <source>Use TLS (sslmode=require or better). Lapwing does not send a password that anybody on the way can read.</source>
        <translation>Benutzen Sie TLS (sslmode=require oder besser). Lapwing sendet kein Passwort, das unterwegs jeder lesen kann.</translation>
    </message>
    <message>
        <source>Use an account that may only read, and open the connection without read-only.</source>
        <translation>Benutzen Sie ein Konto, das nur lesen darf, und öffnen Sie die Verbindung ohne Schreibschutz.</translation>
    </message>
    <message>
        <source>Wait for some of them to end.</source>
        <translation>Warten Sie, bis einige davon beendet sind.</translation>
    </message>
    <message>
        <source>What you wrote is kept. The log in {log} has the details.</source>
        <translation>Was Sie geschrieben haben, bleibt erhalten. Einzelheiten stehen im Protokoll in {log}.</translation>
    </message>
    <message>
        <source>Where the password of {connection} is kept is not complete: {reason}</source>
        <translation>Die Angabe, wo das Passwort von {connection} aufbewahrt wird, ist unvollständig: {reason}</translation>
    </message>
    <message>
        <source>Window and engine may be of different versions: restart Lapwing.</source>
        <translation>Fenster und Datenbankdienst haben vielleicht verschiedene Versionen: starten Sie Lapwing neu.</translation>
    </message>
    <message>
        <source>Write for example postgresql://me@db.example.org/shop, or just the path of a SQLite file.</source>
        <translation>Schreiben Sie zum Beispiel postgresql://ich@db.example.org/laden oder einfach den Pfad einer SQLite-Datei.</translation>
    </message>
    <message>
        <source>Write one, or put the caret into one.</source>
        <translation>Schreiben Sie eine, oder setzen Sie die Schreibmarke in eine.</translation>
    </message>
    <message>
        <source>Your texts cannot be written to {path}: {reason}.</source>
        <translation>Ihre Texte können nicht nach {path} geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be opened: {reason}</source>
        <translation>{path} kann nicht geöffnet werden: {reason}</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}</source>
        <translation>{path} kann nicht gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>{path} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>{path} does not exist.</source>
        <translation>{path} gibt es nicht.</translation>
    </message>
    <message>
        <source>{path} exists already.</source>
        <translation>{path} gibt es schon.</translation>
    </message>
    <message>
        <source>{path} holds no alert rules: {reason}</source>
        <translation>{path} enthält keine Alarmregeln: {reason}</translation>
    </message>
    <message>
        <source>{path} is no package of a plugin: {reason}</source>
        <translation>{path} ist kein Paket eines Plugins: {reason}</translation>
    </message>
    <message>
        <source>{path} is not a SQLite database{guess}.</source>
        <translation>{path} ist keine SQLite-Datenbank{guess}.</translation>
    </message>
    <message>
        <source>{path} is not as its author made it: {reason}</source>
        <translation>{path} ist nicht so, wie sein Autor es gemacht hat: {reason}</translation>
    </message>
    <message>
        <source>{path} is not the package that was shown.</source>
        <translation>{path} ist nicht das Paket, das gezeigt wurde.</translation>
    </message>
    <message>
        <source>{path} is not unpacked: {reason}</source>
        <translation>{path} wird nicht entpackt: {reason}</translation>
    </message>
    <message>
        <source>{path} is not written in {encoding}.</source>
        <translation>{path} ist nicht in {encoding} geschrieben.</translation>
    </message>
    <message>
        <source>{path} was changed by another program; it was not written.</source>
        <translation>{path} wurde von einem anderen Programm geändert und nicht geschrieben.</translation>
    </message>
    <message>
        <source>{path} was not written: {reason}.</source>
        <translation>{path} wurde nicht geschrieben: {reason}.</translation>
    </message>
    <message>
        <source>{path} was written by a newer Lapwing (version {theirs}, this one reads up to {ours}); it is left as it is.</source>
        <translation>{path} wurde von einem neueren Lapwing geschrieben (Version {theirs}, dieses liest bis {ours}); die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>{service} does not stop.</source>
        <translation>{service} hält nicht an.</translation>
    </message>
    <message>
        <source>{service} is done by another engine (process {process}), which has not followed yet.</source>
        <translation>{service} erledigt eine andere Engine (Prozess {process}), die noch nicht gefolgt ist.</translation>
    </message>
    <message>
        <source>{table} also shows the rows of tables that inherit from it, and no key holds for all of them.</source>
        <translation>{table} zeigt auch die Zeilen von Tabellen, die von ihr erben, und kein Schlüssel gilt für alle.</translation>
    </message>
    <message>
        <source>{table} has no primary key and no unique index whose columns are all NOT NULL: no row can be told apart.</source>
        <translation>{table} hat keinen Primärschlüssel und keinen eindeutigen Index, dessen Spalten alle NOT NULL sind: Keine Zeile lässt sich von den anderen unterscheiden.</translation>
    </message>
    <message>
        <source>{table} is a {kind}: its rows cannot be edited here.</source>
        <translation>{table} ist {kind}: Die Zeilen können hier nicht bearbeitet werden.</translation>
    </message>
    <message>
        <source>{table} is kept by the engine {engine}, which cannot undo changes that turn out not to fit together.</source>
        <translation>{table} liegt in der Speicher-Engine {engine}, die Änderungen nicht zurücknehmen kann, wenn sie nicht zusammenpassen.</translation>
    </message>
    <message>
        <source>{table} is one of the server&apos;s own tables: its rows cannot be edited here.</source>
        <translation>{table} ist eine der eigenen Tabellen des Servers: Ihre Zeilen können hier nicht bearbeitet werden.</translation>
    </message>
    <message>
        <source>{url} cannot be fetched: {reason}</source>
        <translation>{url} kann nicht geholt werden: {reason}</translation>
    </message>
    <message>
        <source>{url} is not a connection URL: {reason}</source>
        <translation>{url} ist keine Verbindungs-URL: {reason}</translation>
    </message>
</context>
<context>
    <name>metrics</name>
    <message>
        <source>Autovacuum workers</source>
        <translation>Autovacuum-Prozesse</translation>
    </message>
    <message>
        <source>Autovacuum workers in use</source>
        <translation>Genutzte Autovacuum-Prozesse</translation>
    </message>
    <message>
        <source>Background writer stopped</source>
        <translation>Hintergrundschreiber angehalten</translation>
    </message>
    <message>
        <source>Binary logs</source>
        <translation>Binärlogs</translation>
    </message>
    <message>
        <source>Blocked sessions</source>
        <translation>Blockierte Sitzungen</translation>
    </message>
    <message>
        <source>Blocks read</source>
        <translation>Gelesene Blöcke</translation>
    </message>
    <message>
        <source>Buffer pool</source>
        <translation>Pufferpool</translation>
    </message>
    <message>
        <source>Buffer pool in use</source>
        <translation>Genutzter Pufferpool</translation>
    </message>
    <message>
        <source>Buffer pool requests</source>
        <translation>Anfragen an den Pufferpool</translation>
    </message>
    <message>
        <source>Buffers allocated</source>
        <translation>Vergebene Puffer</translation>
    </message>
    <message>
        <source>Buffers written</source>
        <translation>Geschriebene Puffer</translation>
    </message>
    <message>
        <source>COMMIT and ROLLBACK</source>
        <translation>COMMIT und ROLLBACK</translation>
    </message>
    <message>
        <source>Cache hits</source>
        <translation>Treffer im Cache</translation>
    </message>
    <message>
        <source>Cache hits of tables and indexes</source>
        <translation>Cache-Treffer von Tabellen und Indizes</translation>
    </message>
    <message>
        <source>Cached threads</source>
        <translation>Zwischengespeicherte Threads</translation>
    </message>
    <message>
        <source>Calls of storage engines</source>
        <translation>Aufrufe der Speicher-Engines</translation>
    </message>
    <message>
        <source>Changed pages in the buffer pool</source>
        <translation>Geänderte Seiten im Pufferpool</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Changes of definitions</source>
        <translation>Änderungen von Definitionen</translation>
    </message>
    <message>
        <source>Checkpoint age</source>
        <translation>Alter des Checkpoints</translation>
    </message>
    <message>
        <source>Checkpoint age of the redo log</source>
        <translation>Checkpoint-Alter des Redo-Logs</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>Conflicts with recovery</source>
        <translation>Konflikte mit der Wiederherstellung</translation>
    </message>
    <message>
        <source>Connection errors</source>
        <translation>Verbindungsfehler</translation>
    </message>
    <message>
        <source>Connection limit</source>
        <translation>Verbindungsgrenze</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Connections by database</source>
        <translation>Verbindungen je Datenbank</translation>
    </message>
    <message>
        <source>Connections in use</source>
        <translation>Genutzte Verbindungen</translation>
    </message>
    <message>
        <source>Dead rows</source>
        <translation>Tote Zeilen</translation>
    </message>
    <message>
        <source>Dead rows by table</source>
        <translation>Tote Zeilen je Tabelle</translation>
    </message>
    <message>
        <source>Deadlocks</source>
        <translation>Deadlocks</translation>
    </message>
    <message>
        <source>Definition cache in use</source>
        <translation>Belegter Definitionscache</translation>
    </message>
    <message>
        <source>Disk in use</source>
        <translation>Belegter Datenträger</translation>
    </message>
    <message>
        <source>Disk traffic</source>
        <translation>Plattenverkehr</translation>
    </message>
    <message>
        <source>Doublewrite pages</source>
        <translation>Doublewrite-Seiten</translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation>Freier Plattenplatz</translation>
    </message>
    <message>
        <source>Free pages</source>
        <translation>Freie Seiten</translation>
    </message>
    <message>
        <source>Free space in the file</source>
        <translation>Freier Platz in der Datei</translation>
    </message>
    <message>
        <source>Full pages in the WAL</source>
        <translation>Ganze Seiten im WAL</translation>
    </message>
    <message>
        <source>History list</source>
        <translation>Historienliste</translation>
    </message>
    <message>
        <source>Inactive replication slots</source>
        <translation>Ungenutzte Replikationsslots</translation>
    </message>
    <message>
        <source>InnoDB disk operations</source>
        <translation>Plattenoperationen von InnoDB</translation>
    </message>
    <message>
        <source>InnoDB disk traffic</source>
        <translation>Plattenverkehr von InnoDB</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Lock waits given up</source>
        <translation>Aufgegebene Sperrwartezeiten</translation>
    </message>
    <message>
        <source>Locks by mode</source>
        <translation>Sperren nach Modus</translation>
    </message>
    <message>
        <source>Longest idle in transaction</source>
        <translation>Am längsten untätig in einer Transaktion</translation>
    </message>
    <message>
        <source>Longest statement</source>
        <translation>Längste Anweisung</translation>
    </message>
    <message>
        <source>Longest transaction</source>
        <translation>Längste Transaktion</translation>
    </message>
    <message>
        <source>Longest wait for a lock</source>
        <translation>Längstes Warten auf eine Sperre</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>Genutzter Speicher</translation>
    </message>
    <message>
        <source>Memory of the server</source>
        <translation>Speicher des Servers</translation>
    </message>
    <message>
        <source>Most connections</source>
        <translation>Meiste Verbindungen</translation>
    </message>
    <message>
        <source>Multixacts until wrap-around</source>
        <translation>Multixacts bis zum Überlauf</translation>
    </message>
    <message>
        <source>Network traffic</source>
        <translation>Netzverkehr</translation>
    </message>
    <message>
        <source>Oldest prepared transaction</source>
        <translation>Älteste vorbereitete Transaktion</translation>
    </message>
    <message>
        <source>Oldest snapshot</source>
        <translation>Ältester Snapshot</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Offene Dateien</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Pages read from disk</source>
        <translation>Vom Datenträger gelesene Seiten</translation>
    </message>
    <message>
        <source>Pending disk operations</source>
        <translation>Ausstehende Plattenoperationen</translation>
    </message>
    <message>
        <source>Prepared transactions</source>
        <translation>Vorbereitete Transaktionen</translation>
    </message>
    <message>
        <source>Processes with locks</source>
        <translation>Prozesse mit Sperren</translation>
    </message>
    <message>
        <source>Processor time</source>
        <translation>Prozessorzeit</translation>
    </message>
    <message>
        <source>Processor time of the server</source>
        <translation>Prozessorzeit des Servers</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Prozessoren</translation>
    </message>
    <message>
        <source>Read by process</source>
        <translation>Gelesen je Prozess</translation>
    </message>
    <message>
        <source>Redo log</source>
        <translation>Redo-Log</translation>
    </message>
    <message>
        <source>Redo log capacity</source>
        <translation>Kapazität des Redo-Logs</translation>
    </message>
    <message>
        <source>Redo log writes</source>
        <translation>Schreibvorgänge im Redo-Log</translation>
    </message>
    <message>
        <source>Relay logs</source>
        <translation>Relay-Logs</translation>
    </message>
    <message>
        <source>Replication lag</source>
        <translation>Replikationsrückstand</translation>
    </message>
    <message>
        <source>Replication lag in WAL</source>
        <translation>Replikationsrückstand im WAL</translation>
    </message>
    <message>
        <source>Replication runs</source>
        <translation>Replikation läuft</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>Zurückgerollt</translation>
    </message>
    <message>
        <source>Rows fetched by index</source>
        <translation>Über Indizes geholte Zeilen</translation>
    </message>
    <message>
        <source>Rows fetched of those read</source>
        <translation>Geholte von den gelesenen Zeilen</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>Gelesene Zeilen</translation>
    </message>
    <message>
        <source>Rows sorted</source>
        <translation>Sortierte Zeilen</translation>
    </message>
    <message>
        <source>Rows written</source>
        <translation>Geschriebene Zeilen</translation>
    </message>
    <message>
        <source>Running threads</source>
        <translation>Laufende Threads</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>Selects that read much</source>
        <translation>Selects, die viel lesen</translation>
    </message>
    <message>
        <source>Sequences used up</source>
        <translation>Verbrauchte Sequenzen</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Sessions opened</source>
        <translation>Geöffnete Sitzungen</translation>
    </message>
    <message>
        <source>Sessions that block others</source>
        <translation>Sitzungen, die andere blockieren</translation>
    </message>
    <message>
        <source>Sessions that ended badly</source>
        <translation>Sitzungen, die schlecht endeten</translation>
    </message>
    <message>
        <source>Sessions waiting for a lock</source>
        <translation>Auf Sperren wartende Sitzungen</translation>
    </message>
    <message>
        <source>Since the last ANALYZE</source>
        <translation>Seit dem letzten ANALYZE</translation>
    </message>
    <message>
        <source>Since the last VACUUM</source>
        <translation>Seit dem letzten VACUUM</translation>
    </message>
    <message>
        <source>Since the last archived WAL file</source>
        <translation>Seit der letzten archivierten WAL-Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Size of tables and indexes</source>
        <translation>Größe von Tabellen und Indizes</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>Größe der Datei</translation>
    </message>
    <message>
        <source>Slow statements</source>
        <translation>Langsame Anweisungen</translation>
    </message>
    <message>
        <source>Sorts</source>
        <translation>Sortierungen</translation>
    </message>
    <message>
        <source>Standbys</source>
        <translation>Standbys</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Statements by verb</source>
        <translation>Anweisungen nach Verb</translation>
    </message>
    <message>
        <source>Swap in use</source>
        <translation>Belegter Auslagerungsspeicher</translation>
    </message>
    <message>
        <source>Table cache hits</source>
        <translation>Treffer im Tabellencache</translation>
    </message>
    <message>
        <source>Table cache in use</source>
        <translation>Belegter Tabellencache</translation>
    </message>
    <message>
        <source>Table locks</source>
        <translation>Tabellensperren</translation>
    </message>
    <message>
        <source>Tables opened</source>
        <translation>Geöffnete Tabellen</translation>
    </message>
    <message>
        <source>Tables put out of the cache</source>
        <translation>Aus dem Cache verdrängte Tabellen</translation>
    </message>
    <message>
        <source>Temporary files</source>
        <translation>Temporäre Dateien</translation>
    </message>
    <message>
        <source>Temporary files written</source>
        <translation>In temporäre Dateien geschrieben</translation>
    </message>
    <message>
        <source>Temporary tables</source>
        <translation>Temporäre Tabellen</translation>
    </message>
    <message>
        <source>Temporary tables on disk</source>
        <translation>Temporäre Tabellen auf dem Datenträger</translation>
    </message>
    <message>
        <source>Threads made</source>
        <translation>Erzeugte Threads</translation>
    </message>
    <message>
        <source>Time for blocks</source>
        <translation>Zeit für Blöcke</translation>
    </message>
    <message>
        <source>Time for checkpoints</source>
        <translation>Zeit für Checkpoints</translation>
    </message>
    <message>
        <source>Time in statements</source>
        <translation>Zeit in Anweisungen</translation>
    </message>
    <message>
        <source>Time of a statement</source>
        <translation>Zeit einer Anweisung</translation>
    </message>
    <message>
        <source>Time of a wait for a row</source>
        <translation>Dauer eines Wartens auf eine Zeile</translation>
    </message>
    <message>
        <source>Time to read a block</source>
        <translation>Zeit, einen Block zu lesen</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Transaktionen</translation>
    </message>
    <message>
        <source>Transactions by database</source>
        <translation>Transaktionen je Datenbank</translation>
    </message>
    <message>
        <source>Transactions until wrap-around</source>
        <translation>Transaktionen bis zum Überlauf</translation>
    </message>
    <message>
        <source>Transactions until wrap-around by table</source>
        <translation>Transaktionen bis zum Überlauf je Tabelle</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>WAL buffers full</source>
        <translation>Volle WAL-Puffer</translation>
    </message>
    <message>
        <source>WAL files archived</source>
        <translation>Archivierte WAL-Dateien</translation>
    </message>
    <message>
        <source>WAL kept for slots</source>
        <translation>Für Slots behaltenes WAL</translation>
    </message>
    <message>
        <source>WAL records</source>
        <translation>WAL-Einträge</translation>
    </message>
    <message>
        <source>Waiting for rows</source>
        <translation>Warten auf Zeilen</translation>
    </message>
    <message>
        <source>Waits for a free page</source>
        <translation>Warten auf eine freie Seite</translation>
    </message>
    <message>
        <source>Waits for rows</source>
        <translation>Warten auf Zeilen</translation>
    </message>
    <message>
        <source>Waits for the log buffer</source>
        <translation>Warten auf den Log-Puffer</translation>
    </message>
    <message>
        <source>Waits of active sessions</source>
        <translation>Worauf aktive Sitzungen warten</translation>
    </message>
    <message>
        <source>Way to the forced VACUUM</source>
        <translation>Weg bis zum erzwungenen VACUUM</translation>
    </message>
    <message>
        <source>What statements do</source>
        <translation>Was Anweisungen tun</translation>
    </message>
    <message>
        <source>Write-ahead log</source>
        <translation>Write-Ahead-Log</translation>
    </message>
    <message>
        <source>Write-ahead log beside the file</source>
        <translation>Write-Ahead-Log neben der Datei</translation>
    </message>
    <message>
        <source>Written by process</source>
        <translation>Geschrieben je Prozess</translation>
    </message>
</context>
<context>
    <name>monitor</name>
    <message>
        <source>Advice</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Sampling costs {share} %</source>
        <translation>Messen kostet {share} %</translation>
    </message>
    <message>
        <source>Sessions and locks</source>
        <translation>Sitzungen und Sperren</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>The server cannot be opened without you.</source>
        <translation>Der Server kann ohne Sie nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The server does not answer; it is tried again.</source>
        <translation>Der Server antwortet nicht; es wird wieder versucht.</translation>
    </message>
    <message>
        <source>Uptime {time}</source>
        <translation>Läuft seit {time}</translation>
    </message>
    <message>
        <source>d</source>
        <translation>T</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>primär</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>standby</source>
        <translation>Standby</translation>
    </message>
</context>
<context>
    <name>phases</name>
    <message>
        <source>Asking the first question…</source>
        <translation>Stelle die erste Frage…</translation>
    </message>
    <message>
        <source>Comparing the SSH host key…</source>
        <translation>Der SSH-Serverschlüssel wird verglichen …</translation>
    </message>
    <message>
        <source>Connecting to the SSH server…</source>
        <translation>Verbindung zum SSH-Server …</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbinde…</translation>
    </message>
    <message>
        <source>Encrypting…</source>
        <translation>Verschlüssele…</translation>
    </message>
    <message>
        <source>Fetching the password…</source>
        <translation>Hole das Passwort…</translation>
    </message>
    <message>
        <source>Going through the SSH tunnel…</source>
        <translation>Durch den SSH-Tunnel …</translation>
    </message>
    <message>
        <source>Logging in at the SSH server…</source>
        <translation>Anmeldung am SSH-Server …</translation>
    </message>
    <message>
        <source>Logging in…</source>
        <translation>Melde an…</translation>
    </message>
    <message>
        <source>Looking up the SSH server…</source>
        <translation>Der SSH-Server wird gesucht …</translation>
    </message>
    <message>
        <source>Looking up the address…</source>
        <translation>Schlage die Adresse nach…</translation>
    </message>
    <message>
        <source>Running the start-up SQL…</source>
        <translation>Das Start-SQL läuft…</translation>
    </message>
</context>
<context>
    <name>plugins</name>
    <message>
        <source>All files in there, and in folders below.</source>
        <translation>Alle Dateien darin und in Ordnern darunter.</translation>
    </message>
    <message>
        <source>Also texts of statements, as the policy of each connection allows.</source>
        <translation>Auch Texte von Anweisungen, soweit die Richtlinie jeder Verbindung es erlaubt.</translation>
    </message>
    <message>
        <source>Change data of your connections</source>
        <translation>Daten Ihrer Verbindungen ändern</translation>
    </message>
    <message>
        <source>Comes with Lapwing</source>
        <translation>Kommt mit Lapwing</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Woanders</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Hear and tell events: {name}</source>
        <translation>Ereignisse hören und melden: {name}</translation>
    </message>
    <message>
        <source>It cannot run here.</source>
        <translation>Es kann hier nicht laufen.</translation>
    </message>
    <message>
        <source>It comes with Lapwing, and runs inside its engine.</source>
        <translation>Es gehört zu Lapwing und läuft in dessen Dienst.</translation>
    </message>
    <message>
        <source>It comes with Lapwing.</source>
        <translation>Es gehört zu Lapwing.</translation>
    </message>
    <message>
        <source>It ended unexpectedly, and is started again soon.</source>
        <translation>Es ist unerwartet beendet worden und wird bald wieder gestartet.</translation>
    </message>
    <message>
        <source>It failed again and again, and is not started before you enable it anew.</source>
        <translation>Es ist immer wieder gescheitert und wird nicht gestartet, bevor Sie es wieder einschalten.</translation>
    </message>
    <message>
        <source>It is being started.</source>
        <translation>Es wird gestartet.</translation>
    </message>
    <message>
        <source>It is off: none of its code runs.</source>
        <translation>Es ist aus: Nichts von seinem Code läuft.</translation>
    </message>
    <message>
        <source>It is signed with a key that was revoked: it may be from somebody else than it says.</source>
        <translation>Es ist mit einem Schlüssel signiert, der widerrufen wurde: Es kann von jemand anderem sein, als es sagt.</translation>
    </message>
    <message>
        <source>It is signed with a key that you trust.</source>
        <translation>Es ist mit einem Schlüssel signiert, dem Sie vertrauen.</translation>
    </message>
    <message>
        <source>It learns names of connections, schemas and tables, but no rows.</source>
        <translation>Es erfährt Namen von Verbindungen, Schemas und Tabellen, aber keine Zeilen.</translation>
    </message>
    <message>
        <source>It may change, delete and define anything, but not where you may only read or confirm changes.</source>
        <translation>Es darf alles ändern, löschen und definieren, aber nicht, wo Sie nur lesen dürfen oder Änderungen bestätigen.</translation>
    </message>
    <message>
        <source>It may run statements that only read; it hears of the statements that you run, and may refuse them.</source>
        <translation>Es darf Anweisungen ausführen, die nur lesen; es erfährt von den Anweisungen, die Sie ausführen, und darf sie ablehnen.</translation>
    </message>
    <message>
        <source>It may send what it knows anywhere.</source>
        <translation>Es darf überallhin senden, was es weiß.</translation>
    </message>
    <message>
        <source>It may send what it knows there, and nowhere else.</source>
        <translation>Es darf dorthin senden, was es weiß, und nirgendwohin sonst.</translation>
    </message>
    <message>
        <source>It runs once in a profile: another engine runs it.</source>
        <translation>Es läuft einmal je Profil: Eine andere Engine führt es aus.</translation>
    </message>
    <message>
        <source>It runs.</source>
        <translation>Es läuft.</translation>
    </message>
    <message>
        <source>Keep secrets of its own</source>
        <translation>Eigene Geheimnisse aufbewahren</translation>
    </message>
    <message>
        <source>Key changed</source>
        <translation>Anderer Schlüssel</translation>
    </message>
    <message>
        <source>Key not compared</source>
        <translation>Nicht verglichen</translation>
    </message>
    <message>
        <source>Lapwing</source>
        <translation>Lapwing</translation>
    </message>
    <message>
        <source>Lapwing sees to it: it alone holds the connections.</source>
        <translation>Lapwing sorgt dafür: Nur es selbst hält die Verbindungen.</translation>
    </message>
    <message>
        <source>Lapwing&apos;s vault keeps them; it sees none but its own.</source>
        <translation>Der Tresor von Lapwing bewahrt sie auf; es sieht nur die eigenen.</translation>
    </message>
    <message>
        <source>Nobody has compared the key of {name}: it vouches for nothing, and what it has counts as unsigned.</source>
        <translation>Niemand hat den Schlüssel von {name} verglichen: Es bürgt für nichts, und was es hat, gilt als unsigniert.</translation>
    </message>
    <message>
        <source>Nobody has signed it: whoever gave you the file may have changed it.</source>
        <translation>Niemand hat es signiert: Wer Ihnen die Datei gab, kann sie verändert haben.</translation>
    </message>
    <message>
        <source>Not enforced here: trust required.</source>
        <translation>Hier nicht erzwungen: Vertrauen nötig.</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Older copy</source>
        <translation>Ältere Kopie</translation>
    </message>
    <message>
        <source>Quarantined</source>
        <translation>In Quarantäne</translation>
    </message>
    <message>
        <source>Reach any host on the network</source>
        <translation>Jeden Rechner im Netz erreichen</translation>
    </message>
    <message>
        <source>Reach the host that you write into its setting {name}</source>
        <translation>Den Rechner erreichen, den Sie in seine Einstellung {name} schreiben</translation>
    </message>
    <message>
        <source>Reach {name}</source>
        <translation>{name} erreichen</translation>
    </message>
    <message>
        <source>Read and write files in {name}</source>
        <translation>Dateien in {name} lesen und schreiben</translation>
    </message>
    <message>
        <source>Read data of your connections</source>
        <translation>Daten Ihrer Verbindungen lesen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Startet neu</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>See your connections and their tables</source>
        <translation>Ihre Verbindungen und deren Tabellen sehen</translation>
    </message>
    <message>
        <source>Show pages in the window</source>
        <translation>Seiten im Fenster zeigen</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signiert</translation>
    </message>
    <message>
        <source>Something that this Lapwing does not know: {name}</source>
        <translation>Etwas, das dieses Lapwing nicht kennt: {name}</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>The system&apos;s kernel sees to it that it does no more.</source>
        <translation>Der Kern des Systems sorgt dafür, dass es nicht mehr tut.</translation>
    </message>
    <message>
        <source>The system&apos;s kernel sees to it where it can; it is told once it runs.</source>
        <translation>Der Kern des Systems sorgt dafür, wo er kann; gesagt wird es, sobald es läuft.</translation>
    </message>
    <message>
        <source>This system keeps no plugin from files, networks and programs that it did not ask for. Trust is required.</source>
        <translation>Dieses System hält kein Plugin von Dateien, Netzen und Programmen ab, um die es nicht gebeten hat. Vertrauen ist nötig.</translation>
    </message>
    <message>
        <source>Unsigned</source>
        <translation>Unsigniert</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>What happens in Lapwing, without rows and secrets.</source>
        <translation>Was in Lapwing geschieht, ohne Zeilen und Geheimnisse.</translation>
    </message>
    <message>
        <source>What it means cannot be said. It is not given here.</source>
        <translation>Was es bedeutet, kann nicht gesagt werden. Es wird hier nicht gewährt.</translation>
    </message>
    <message>
        <source>What it said on {day} is shown.</source>
        <translation>Gezeigt wird, was es am {day} sagte.</translation>
    </message>
    <message>
        <source>What it shows is drawn by Lapwing; none of its code runs in the window.</source>
        <translation>Was es zeigt, zeichnet Lapwing; nichts von seinem Code läuft im Fenster.</translation>
    </message>
    <message>
        <source>{name} was valid until {day}: it vouches for nothing any more. Its owner should make a new one.</source>
        <translation>{name} war gültig bis {day}: Es bürgt für nichts mehr. Sein Besitzer sollte ein neues erstellen.</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>Another program listens there, maybe Lapwing itself in another profile. Choose another port.</source>
        <translation>Dort lauscht ein anderes Programm, vielleicht Lapwing selbst in einem anderen Profil. Wählen Sie einen anderen Port.</translation>
    </message>
    <message>
        <source>Any program on this machine, and whoever a tunnel lets in, can send to it: nothing is signed.</source>
        <translation>Jedes Programm auf diesem Rechner, und wen ein Tunnel einlässt, kann hierher senden: Nichts ist signiert.</translation>
    </message>
    <message>
        <source>At most {most} host names can be given.</source>
        <translation>Es sind höchstens {most} Hostnamen möglich.</translation>
    </message>
    <message>
        <source>Check its spelling, and the network.</source>
        <translation>Prüfen Sie die Schreibweise und das Netz.</translation>
    </message>
    <message>
        <source>Choose another address or port.</source>
        <translation>Wählen Sie eine andere Adresse oder einen anderen Port.</translation>
    </message>
    <message>
        <source>Compressed bodies are not taken.</source>
        <translation>Komprimierte Inhalte werden nicht angenommen.</translation>
    </message>
    <message>
        <source>Health is asked for by GET.</source>
        <translation>Nach dem Befinden wird mit GET gefragt.</translation>
    </message>
    <message>
        <source>It came before, as {id}.</source>
        <translation>Sie kam schon einmal, als {id}.</translation>
    </message>
    <message>
        <source>It gives its length in two ways.</source>
        <translation>Die Länge ist auf zwei Arten angegeben.</translation>
    </message>
    <message>
        <source>It has no secret yet, so all that comes is put off.</source>
        <translation>Es gibt noch kein Geheimnis, deshalb wird alles vertröstet, was kommt.</translation>
    </message>
    <message>
        <source>It has too many headers, or too long ones.</source>
        <translation>Es gibt zu viele oder zu lange Header.</translation>
    </message>
    <message>
        <source>It holds blanks or signs that no sender gives out.</source>
        <translation>Es enthält Leerzeichen oder Zeichen, die kein Absender vergibt.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Es ist leer.</translation>
    </message>
    <message>
        <source>It is no longer there, and was disabled.</source>
        <translation>Er ist nicht mehr da und wurde abgeschaltet.</translation>
    </message>
    <message>
        <source>It is shorter than 16 characters, which can be guessed.</source>
        <translation>Es ist kürzer als 16 Zeichen und lässt sich erraten.</translation>
    </message>
    <message>
        <source>It is told again when it wants to be.</source>
        <translation>Er wird wieder benachrichtigt, wenn er es möchte.</translation>
    </message>
    <message>
        <source>It listens beyond this machine: anybody who reaches it can try. Put a proxy with TLS before it, since it speaks plain HTTP.</source>
        <translation>Er ist von außerhalb dieses Rechners zu erreichen: Jeder, der ihn erreicht, kann es versuchen. Stellen Sie einen Proxy mit TLS davor, denn er spricht nur HTTP.</translation>
    </message>
    <message>
        <source>It may have {most} headers at most.</source>
        <translation>Es sind höchstens {most} Header möglich.</translation>
    </message>
    <message>
        <source>It needs 1 to {most} patterns of events, such as query.* or *.</source>
        <translation>Nötig sind 1 bis {most} Muster von Ereignissen, etwa query.* oder *.</translation>
    </message>
    <message>
        <source>It takes no messages of that size.</source>
        <translation>Nachrichten dieser Größe werden dort nicht angenommen.</translation>
    </message>
    <message>
        <source>It was cut off in the middle.</source>
        <translation>Die Nachricht brach mittendrin ab.</translation>
    </message>
    <message>
        <source>It was signed more than {tolerance} s before or after now.</source>
        <translation>Sie wurde mehr als {tolerance} s vor oder nach jetzt signiert.</translation>
    </message>
    <message>
        <source>Its URL cannot be taken apart; write for example https://example.org/hooks/lapwing.</source>
        <translation>Die URL lässt sich nicht zerlegen; schreiben Sie zum Beispiel https://example.org/hooks/lapwing.</translation>
    </message>
    <message>
        <source>Its URL may hold no fragment (#).</source>
        <translation>Die URL darf kein Fragment (#) enthalten.</translation>
    </message>
    <message>
        <source>Its URL may hold no user and no password: send them as the header Authorization.</source>
        <translation>Die URL darf weder Benutzer noch Passwort enthalten: Senden Sie sie als Header Authorization.</translation>
    </message>
    <message>
        <source>Its URL must be of up to 2000 printable ASCII characters; write an international host in punycode.</source>
        <translation>Die URL muss aus bis zu 2000 druckbaren ASCII-Zeichen bestehen; schreiben Sie einen internationalen Hostnamen in Punycode.</translation>
    </message>
    <message>
        <source>Its URL must begin with https:// and name a host.</source>
        <translation>Die URL muss mit https:// beginnen und einen Host nennen.</translation>
    </message>
    <message>
        <source>Its URL names no proper host.</source>
        <translation>Die URL nennt keinen gültigen Host.</translation>
    </message>
    <message>
        <source>Its URL names port 0.</source>
        <translation>Die URL nennt Port 0.</translation>
    </message>
    <message>
        <source>Its body has more than {most} bytes.</source>
        <translation>Der Inhalt hat mehr als {most} Bytes.</translation>
    </message>
    <message>
        <source>Its body is not the JSON that its type promises.</source>
        <translation>Der Inhalt ist nicht das JSON, das sein Typ verspricht.</translation>
    </message>
    <message>
        <source>Its body is not the form that its type promises.</source>
        <translation>Der Inhalt ist nicht das Formular, das sein Typ verspricht.</translation>
    </message>
    <message>
        <source>Its host looks like an address, but is none: write four numbers, such as 192.0.2.1.</source>
        <translation>Der Host sieht aus wie eine Adresse, ist aber keine: Schreiben Sie vier Zahlen, etwa 192.0.2.1.</translation>
    </message>
    <message>
        <source>Its key is shorter than 16 bytes, which can be guessed.</source>
        <translation>Der Schlüssel ist kürzer als 16 Bytes und lässt sich erraten.</translation>
    </message>
    <message>
        <source>Its name must have 1 to 80 characters.</source>
        <translation>Der Name muss 1 bis 80 Zeichen haben.</translation>
    </message>
    <message>
        <source>Its name stands in its URL: up to 64 lower-case letters, digits, dots, - and _, such as github.</source>
        <translation>Der Name steht in der URL: bis zu 64 Kleinbuchstaben, Ziffern, Punkte, - und _, etwa github.</translation>
    </message>
    <message>
        <source>Its proxy must look like http://proxy.example.org:3128, without user and password.</source>
        <translation>Der Proxy muss aussehen wie http://proxy.example.org:3128, ohne Benutzer und Passwort.</translation>
    </message>
    <message>
        <source>Its retries must be 0 to {most}.</source>
        <translation>Die Wiederholungen müssen 0 bis {most} sein.</translation>
    </message>
    <message>
        <source>Its secrets are kept in the keyring or in the encrypted file.</source>
        <translation>Die Geheimnisse liegen im Schlüsselbund oder in der verschlüsselten Datei.</translation>
    </message>
    <message>
        <source>Its signature is not written as its scheme says.</source>
        <translation>Die Signatur ist nicht so geschrieben, wie ihr Verfahren es vorschreibt.</translation>
    </message>
    <message>
        <source>Its time is no number of seconds.</source>
        <translation>Die Zeit ist keine Zahl von Sekunden.</translation>
    </message>
    <message>
        <source>Its timeout must be {least} to {most} ms.</source>
        <translation>Das Zeitlimit muss {least} bis {most} ms betragen.</translation>
    </message>
    <message>
        <source>Its type is none of JSON, a form and plain text.</source>
        <translation>Der Typ ist weder JSON noch ein Formular noch reiner Text.</translation>
    </message>
    <message>
        <source>Messages without a signature are taken from this machine only.</source>
        <translation>Nachrichten ohne Signatur werden nur von diesem Rechner angenommen.</translation>
    </message>
    <message>
        <source>More comes than can be held.</source>
        <translation>Es kommt mehr, als gehalten werden kann.</translation>
    </message>
    <message>
        <source>More comes than can be kept.</source>
        <translation>Es kommt mehr, als gespeichert werden kann.</translation>
    </message>
    <message>
        <source>More comes than is taken in a second.</source>
        <translation>Es kommt mehr, als in einer Sekunde angenommen wird.</translation>
    </message>
    <message>
        <source>Others reach the listener, so it needs a signature.</source>
        <translation>Andere erreichen den Listener, also ist eine Signatur nötig.</translation>
    </message>
    <message>
        <source>Redirects are not followed: enter the address it leads to.</source>
        <translation>Weiterleitungen wird nicht gefolgt: Geben Sie die Adresse ein, zu der sie führt.</translation>
    </message>
    <message>
        <source>See to its URL.</source>
        <translation>Prüfen Sie die URL.</translation>
    </message>
    <message>
        <source>See to its URL: it takes no POST.</source>
        <translation>Prüfen Sie die URL: Dort wird kein POST angenommen.</translation>
    </message>
    <message>
        <source>See to its certificate.</source>
        <translation>Prüfen Sie sein Zertifikat.</translation>
    </message>
    <message>
        <source>See to its header Authorization.</source>
        <translation>Prüfen Sie den Header Authorization.</translation>
    </message>
    <message>
        <source>See to its headers, and to what it lets in.</source>
        <translation>Prüfen Sie die Header und was dort eingelassen wird.</translation>
    </message>
    <message>
        <source>See to the endpoint&apos;s file of certificates.</source>
        <translation>Prüfen Sie die Zertifikatsdatei des Endpunkts.</translation>
    </message>
    <message>
        <source>See whether it runs and listens there.</source>
        <translation>Sehen Sie nach, ob er läuft und dort lauscht.</translation>
    </message>
    <message>
        <source>See whether it runs, or give it a longer timeout.</source>
        <translation>Sehen Sie nach, ob er läuft, oder geben Sie ihm mehr Zeit.</translation>
    </message>
    <message>
        <source>See whether it speaks TLS on this port.</source>
        <translation>Sehen Sie nach, ob er auf diesem Port TLS spricht.</translation>
    </message>
    <message>
        <source>See why it does not take the message.</source>
        <translation>Sehen Sie nach, warum die Nachricht nicht angenommen wird.</translation>
    </message>
    <message>
        <source>Slack asks whether this URL is its own.</source>
        <translation>Slack fragt, ob diese URL die seine ist.</translation>
    </message>
    <message>
        <source>Standard Webhooks wants whsec_ and base64 behind it.</source>
        <translation>Standard Webhooks verlangt whsec_ und dahinter Base64.</translation>
    </message>
    <message>
        <source>That is not HTTP as it must be.</source>
        <translation>Das ist kein richtiges HTTP.</translation>
    </message>
    <message>
        <source>The address must be an IP address such as 127.0.0.1 or ::1.</source>
        <translation>Die Adresse muss eine IP-Adresse sein, etwa 127.0.0.1 oder ::1.</translation>
    </message>
    <message>
        <source>The body took too long.</source>
        <translation>Der Inhalt brauchte zu lange.</translation>
    </message>
    <message>
        <source>The header {name} holds no usable name.</source>
        <translation>Der Header {name} enthält keinen brauchbaren Namen.</translation>
    </message>
    <message>
        <source>The header {name} is given more than once.</source>
        <translation>Den Header {name} gibt es mehr als einmal.</translation>
    </message>
    <message>
        <source>The header {name} is missing.</source>
        <translation>Der Header {name} fehlt.</translation>
    </message>
    <message>
        <source>The header {name} is there twice.</source>
        <translation>Den Header {name} gibt es zweimal.</translation>
    </message>
    <message>
        <source>The header {name} is written by Lapwing itself.</source>
        <translation>Den Header {name} schreibt Lapwing selbst.</translation>
    </message>
    <message>
        <source>The listener is not known by that name.</source>
        <translation>Unter diesem Namen ist der Listener nicht bekannt.</translation>
    </message>
    <message>
        <source>The message cannot be kept now.</source>
        <translation>Die Nachricht kann gerade nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>The number of days must be from {low} to {high}.</source>
        <translation>Die Zahl der Tage muss von {low} bis {high} sein.</translation>
    </message>
    <message>
        <source>The number of megabytes must be from {low} to {high}.</source>
        <translation>Die Zahl der Megabytes muss von {low} bis {high} sein.</translation>
    </message>
    <message>
        <source>The number of messages a second must be from {low} to {high}.</source>
        <translation>Die Zahl der Nachrichten pro Sekunde muss von {low} bis {high} sein.</translation>
    </message>
    <message>
        <source>The port must be from {low} to {high}.</source>
        <translation>Der Port muss von {low} bis {high} sein.</translation>
    </message>
    <message>
        <source>The request&apos;s head is too long.</source>
        <translation>Der Kopf der Anfrage ist zu lang.</translation>
    </message>
    <message>
        <source>The request&apos;s head took too long.</source>
        <translation>Der Kopf der Anfrage brauchte zu lange.</translation>
    </message>
    <message>
        <source>The secret of the service cannot be read now.</source>
        <translation>Das Geheimnis des Dienstes lässt sich gerade nicht lesen.</translation>
    </message>
    <message>
        <source>The service has no secret yet.</source>
        <translation>Der Dienst hat noch kein Geheimnis.</translation>
    </message>
    <message>
        <source>The settings of the listener cannot be read now.</source>
        <translation>Die Einstellungen des Listeners lassen sich gerade nicht lesen.</translation>
    </message>
    <message>
        <source>The signature does not match the body.</source>
        <translation>Die Signatur passt nicht zum Inhalt.</translation>
    </message>
    <message>
        <source>The system reserves ports below 1024. Choose another port.</source>
        <translation>Das System behält sich Ports unter 1024 vor. Wählen Sie einen anderen Port.</translation>
    </message>
    <message>
        <source>The time until which its old secret is used must be a number.</source>
        <translation>Die Zeit, bis zu der das alte Geheimnis gilt, muss eine Zahl sein.</translation>
    </message>
    <message>
        <source>The value of the header {name} is a secret, and has no place in the list.</source>
        <translation>Der Wert des Headers {name} ist geheim und gehört nicht in die Liste.</translation>
    </message>
    <message>
        <source>The value of the header {name} must be of up to 4000 printable ASCII characters in one line.</source>
        <translation>Der Wert des Headers {name} muss aus bis zu 4000 druckbaren ASCII-Zeichen in einer Zeile bestehen.</translation>
    </message>
    <message>
        <source>There is no such service.</source>
        <translation>Einen solchen Dienst gibt es nicht.</translation>
    </message>
    <message>
        <source>There is nothing at this path.</source>
        <translation>Unter diesem Pfad gibt es nichts.</translation>
    </message>
    <message>
        <source>This machine has no such address. Choose 127.0.0.1, or one that it has.</source>
        <translation>Dieser Rechner hat keine solche Adresse. Wählen Sie 127.0.0.1 oder eine, die er hat.</translation>
    </message>
    <message>
        <source>Too many connections are open.</source>
        <translation>Es sind zu viele Verbindungen offen.</translation>
    </message>
    <message>
        <source>Web pages may not send to a service that asks for no signature.</source>
        <translation>Webseiten dürfen nicht an einen Dienst senden, der keine Signatur verlangt.</translation>
    </message>
    <message>
        <source>Webhooks are sent by POST.</source>
        <translation>Webhooks werden mit POST gesendet.</translation>
    </message>
    <message>
        <source>Without TLS (http://) only addresses of this machine or a private network can be used: allow them first.</source>
        <translation>Ohne TLS (http://) sind nur Adressen dieses Rechners oder eines privaten Netzes möglich: Erlauben Sie sie zuerst.</translation>
    </message>
    <message>
        <source>a link-local address</source>
        <translation>eine Link-Local-Adresse</translation>
    </message>
    <message>
        <source>a multicast address</source>
        <translation>eine Multicast-Adresse</translation>
    </message>
    <message>
        <source>a name without addresses</source>
        <translation>ein Name ohne Adressen</translation>
    </message>
    <message>
        <source>a private address</source>
        <translation>eine private Adresse</translation>
    </message>
    <message>
        <source>a reserved address</source>
        <translation>eine reservierte Adresse</translation>
    </message>
    <message>
        <source>endpoint {number} is no object.</source>
        <translation>Endpunkt {number} ist kein Objekt.</translation>
    </message>
    <message>
        <source>it asks for no signature, so it has no secret.</source>
        <translation>er verlangt keine Signatur und hat deshalb kein Geheimnis.</translation>
    </message>
    <message>
        <source>it did not answer in time.</source>
        <translation>keine rechtzeitige Antwort.</translation>
    </message>
    <message>
        <source>it does not sign what it sends.</source>
        <translation>er signiert nicht, was er sendet.</translation>
    </message>
    <message>
        <source>it has no address ({words}).</source>
        <translation>er hat keine Adresse ({words}).</translation>
    </message>
    <message>
        <source>it has no list `endpoints`.</source>
        <translation>es fehlt die Liste `endpoints`.</translation>
    </message>
    <message>
        <source>it has the unknown field {name}.</source>
        <translation>es gibt das unbekannte Feld {name}.</translation>
    </message>
    <message>
        <source>it is longer than a megabyte.</source>
        <translation>der Text ist länger als ein Megabyte.</translation>
    </message>
    <message>
        <source>it is no host name ({words})</source>
        <translation>das ist kein Hostname ({words})</translation>
    </message>
    <message>
        <source>it is too deep.</source>
        <translation>der Text ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>it must list 1 to {most} endpoints.</source>
        <translation>nötig sind 1 bis {most} Endpunkte.</translation>
    </message>
    <message>
        <source>its `enabled` must be true or false.</source>
        <translation>enabled` muss true oder false sein.</translation>
    </message>
    <message>
        <source>its certificate does not stand up ({words}).</source>
        <translation>sein Zertifikat hält nicht stand ({words}).</translation>
    </message>
    <message>
        <source>its format must be one of {formats}.</source>
        <translation>das Format muss eines von {formats} sein.</translation>
    </message>
    <message>
        <source>its headers must be texts by their names.</source>
        <translation>die Header müssen Texte unter ihren Namen sein.</translation>
    </message>
    <message>
        <source>its name is there twice.</source>
        <translation>den Namen gibt es zweimal.</translation>
    </message>
    <message>
        <source>its sender gives the secret: it has to be entered.</source>
        <translation>der Absender vergibt das Geheimnis: Es muss eingegeben werden.</translation>
    </message>
    <message>
        <source>its signature</source>
        <translation>die Signatur</translation>
    </message>
    <message>
        <source>its {name} must be a list of texts.</source>
        <translation>{name} muss eine Liste von Texten sein.</translation>
    </message>
    <message>
        <source>its {name} must be a text.</source>
        <translation>{name} muss ein Text sein.</translation>
    </message>
    <message>
        <source>its {name} must be a whole number.</source>
        <translation>{name} muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>its {name} must be true or false.</source>
        <translation>{name} muss true oder false sein.</translation>
    </message>
    <message>
        <source>line {line}, column {column}: it is no JSON.</source>
        <translation>Zeile {line}, Spalte {column}: das ist kein JSON.</translation>
    </message>
    <message>
        <source>no address of a machine</source>
        <translation>keine Adresse eines Rechners</translation>
    </message>
    <message>
        <source>no address that is known</source>
        <translation>keine bekannte Adresse</translation>
    </message>
    <message>
        <source>no encrypted connection ({words}).</source>
        <translation>keine verschlüsselte Verbindung ({words}).</translation>
    </message>
    <message>
        <source>the header {name}</source>
        <translation>den Header {name}</translation>
    </message>
    <message>
        <source>the secret before can be believed for up to 90 days.</source>
        <translation>dem bisherigen Geheimnis kann bis zu 90 Tage lang geglaubt werden.</translation>
    </message>
    <message>
        <source>there are {most} already.</source>
        <translation>es gibt schon {most}.</translation>
    </message>
    <message>
        <source>there is one of that name already.</source>
        <translation>es gibt schon einen mit diesem Namen.</translation>
    </message>
    <message>
        <source>this machine itself</source>
        <translation>dieser Rechner selbst</translation>
    </message>
    <message>
        <source>{file} holds no certificates ({words}).</source>
        <translation>{file} enthält keine Zertifikate ({words}).</translation>
    </message>
    <message>
        <source>{name} is no host name.</source>
        <translation>{name} ist kein Hostname.</translation>
    </message>
    <message>
        <source>{name} is no name of a header.</source>
        <translation>{name} ist kein Name eines Headers.</translation>
    </message>
    <message>
        <source>{part} in its URL</source>
        <translation>{part} in der URL</translation>
    </message>
    <message>
        <source>{part} may stand once in its URL, behind the host.</source>
        <translation>{part} darf in der URL nur einmal stehen, hinter dem Host.</translation>
    </message>
    <message>
        <source>{pattern} is about deliveries themselves, and cannot be delivered.</source>
        <translation>{pattern} handelt von Zustellungen selbst und kann nicht zugestellt werden.</translation>
    </message>
    <message>
        <source>{pattern} is no pattern of events; write for example query.failed or alert.*.</source>
        <translation>{pattern} ist kein Muster von Ereignissen; schreiben Sie zum Beispiel query.failed oder alert.*.</translation>
    </message>
    <message>
        <source>{service} asks for no signature, which is only for this machine.</source>
        <translation>{service} verlangt keine Signatur; das geht nur für diesen Rechner.</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>As typed</source>
        <translation>Wie getippt</translation>
    </message>
    <message>
        <source>At the beginning of the line</source>
        <translation>Am Anfang der Zeile</translation>
    </message>
    <message>
        <source>At the end of the line</source>
        <translation>Am Ende der Zeile</translation>
    </message>
    <message>
        <source>Blanks of one step, or `tab`.</source>
        <translation>Leerzeichen einer Stufe, oder `tab`.</translation>
    </message>
    <message>
        <source>CAPITALS</source>
        <translation>GROSSBUCHSTABEN</translation>
    </message>
    <message>
        <source>Closed again as soon as they have nothing to do. A connection&apos;s option pool_overflow goes first.</source>
        <translation>Sie werden geschlossen, sobald sie nichts zu tun haben. Die Option pool_overflow einer Verbindung geht vor.</translation>
    </message>
    <message>
        <source>Columns; what fits stays on one line.</source>
        <translation>Spalten; was passt, bleibt auf einer Zeile.</translation>
    </message>
    <message>
        <source>Commas when formatting</source>
        <translation>Kommas beim Formatieren</translation>
    </message>
    <message>
        <source>Complete while typing</source>
        <translation>Beim Tippen vervollständigen</translation>
    </message>
    <message>
        <source>Connect time-out</source>
        <translation>Zeitgrenze beim Verbinden</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Days after which entries are deleted unless they are pinned; 0 means never.</source>
        <translation>Tage, nach denen Einträge gelöscht werden, wenn sie nicht angeheftet sind; 0 heißt nie.</translation>
    </message>
    <message>
        <source>Days after which events are deleted; 0 means never.</source>
        <translation>Tage, nach denen Ereignisse gelöscht werden; 0 heißt nie.</translation>
    </message>
    <message>
        <source>Days after which webhook deliveries that are over go from the log; 0 means never.</source>
        <translation>Tage, nach denen abgeschlossene Webhook-Zustellungen aus dem Protokoll gelöscht werden; 0 heißt nie.</translation>
    </message>
    <message>
        <source>Days for which the average, lowest and highest value of each hour are kept.</source>
        <translation>Tage, für die Durchschnitt, kleinster und größter Wert jeder Stunde aufbewahrt werden.</translation>
    </message>
    <message>
        <source>Days for which the average, lowest and highest value of each minute are kept.</source>
        <translation>Tage, für die Durchschnitt, kleinster und größter Wert jeder Minute aufbewahrt werden.</translation>
    </message>
    <message>
        <source>Days in the history</source>
        <translation>Tage im Verlauf</translation>
    </message>
    <message>
        <source>Days of deliveries</source>
        <translation>Tage der Zustellungen</translation>
    </message>
    <message>
        <source>Days of events</source>
        <translation>Tage der Ereignisse</translation>
    </message>
    <message>
        <source>Days of hours</source>
        <translation>Tage mit Stunden</translation>
    </message>
    <message>
        <source>Days of minutes</source>
        <translation>Tage mit Minuten</translation>
    </message>
    <message>
        <source>Delay before another attempt</source>
        <translation>Pause vor einem weiteren Versuch</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>Editor text size</source>
        <translation>Schriftgröße im Editor</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Failed attempts in a row after which a webhook endpoint is left alone for a while.</source>
        <translation>Fehlgeschlagene Versuche in Folge, nach denen ein Webhook-Endpunkt eine Weile in Ruhe gelassen wird.</translation>
    </message>
    <message>
        <source>Failures in a row</source>
        <translation>Fehlschläge in Folge</translation>
    </message>
    <message>
        <source>Formatting</source>
        <translation>Formatieren</translation>
    </message>
    <message>
        <source>Functions when formatting</source>
        <translation>Funktionen beim Formatieren</translation>
    </message>
    <message>
        <source>Further attempts to connect</source>
        <translation>Weitere Versuche beim Verbinden</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Hours after which a webhook delivery that was tried is given up, whatever retries are left.</source>
        <translation>Stunden, nach denen eine bereits versuchte Webhook-Zustellung aufgegeben wird, wie viele Versuche auch übrig sind.</translation>
    </message>
    <message>
        <source>Hours for which metrics of monitored servers are kept as they were sampled, once a second or so.</source>
        <translation>Stunden, für die Messwerte überwachter Server so aufbewahrt werden, wie sie gemessen wurden, etwa einmal je Sekunde.</translation>
    </message>
    <message>
        <source>Hours of samples</source>
        <translation>Stunden mit Messwerten</translation>
    </message>
    <message>
        <source>How often connecting is tried again when the server cannot be reached. Statements never are. A connection&apos;s option retry_attempts goes first.</source>
        <translation>Wie oft das Verbinden wiederholt wird, wenn der Server nicht erreichbar ist. Anweisungen werden es nie. Die Option retry_attempts einer Verbindung geht vor.</translation>
    </message>
    <message>
        <source>Idle transactions</source>
        <translation>Untätige Transaktionen</translation>
    </message>
    <message>
        <source>Indentation when formatting</source>
        <translation>Einrückung beim Formatieren</translation>
    </message>
    <message>
        <source>Keep a history</source>
        <translation>Verlauf führen</translation>
    </message>
    <message>
        <source>Keep values of parameters</source>
        <translation>Werte von Parametern aufbewahren</translation>
    </message>
    <message>
        <source>Keywords when formatting</source>
        <translation>Schlüsselwörter beim Formatieren</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Lapwing&apos;s own sessions that read a connection&apos;s catalogue. Its option pool_max goes first.</source>
        <translation>Lapwings eigene Sitzungen, die den Katalog einer Verbindung lesen. Deren Option pool_max geht vor.</translation>
    </message>
    <message>
        <source>Lapwing&apos;s own sessions that stay open once one was needed. A connection&apos;s option pool_min goes first.</source>
        <translation>Lapwings eigene Sitzungen, die offen bleiben, sobald eine gebraucht wurde. Die Option pool_min einer Verbindung geht vor.</translation>
    </message>
    <message>
        <source>Letters that formatting gives built-in functions; `typed` leaves them alone.</source>
        <translation>Buchstaben, die das Formatieren eingebauten Funktionen gibt; `typed` lässt sie, wie sie sind.</translation>
    </message>
    <message>
        <source>Letters that formatting gives keywords; `typed` leaves them alone.</source>
        <translation>Buchstaben, die das Formatieren Schlüsselwörtern gibt; `typed` lässt sie, wie sie sind.</translation>
    </message>
    <message>
        <source>Letters that formatting gives the names of types; `typed` leaves them alone.</source>
        <translation>Buchstaben, die das Formatieren Namen von Typen gibt; `typed` lässt sie, wie sie sind.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Light, dark, or whatever the system says.</source>
        <translation>Hell, dunkel, oder was das System sagt.</translation>
    </message>
    <message>
        <source>Longest wait between attempts</source>
        <translation>Längste Wartezeit zwischen Versuchen</translation>
    </message>
    <message>
        <source>Megabytes that all result files of one engine may take together.</source>
        <translation>Megabyte, die alle Ergebnisdateien einer Engine zusammen belegen dürfen.</translation>
    </message>
    <message>
        <source>Megabytes that events may take; the oldest go first.</source>
        <translation>Megabytes, die Ereignisse einnehmen dürfen; die ältesten gehen zuerst.</translation>
    </message>
    <message>
        <source>Megabytes that the history may take; the oldest entries go first, pinned ones never.</source>
        <translation>Megabyte, die der Verlauf belegen darf; die ältesten Einträge gehen zuerst, angeheftete nie.</translation>
    </message>
    <message>
        <source>Megabytes that the kept metrics of all servers may take; the oldest, which are the coarsest, go first.</source>
        <translation>Megabyte, die die aufbewahrten Messwerte aller Server belegen dürfen; die ältesten und damit gröbsten werden zuerst gelöscht.</translation>
    </message>
    <message>
        <source>Megabytes that the log of webhook deliveries may take; the oldest go first, and what waits stays.</source>
        <translation>Megabytes, die das Protokoll der Webhook-Zustellungen belegen darf; die ältesten gehen zuerst, Wartendes bleibt.</translation>
    </message>
    <message>
        <source>Metadata sessions</source>
        <translation>Metadaten-Sitzungen</translation>
    </message>
    <message>
        <source>Metadata sessions at most</source>
        <translation>Metadaten-Sitzungen höchstens</translation>
    </message>
    <message>
        <source>Metadata sessions beyond that</source>
        <translation>Metadaten-Sitzungen darüber hinaus</translation>
    </message>
    <message>
        <source>Metadata sessions kept open</source>
        <translation>Offen gehaltene Metadaten-Sitzungen</translation>
    </message>
    <message>
        <source>Metadata sessions&apos; age</source>
        <translation>Alter der Metadaten-Sitzungen</translation>
    </message>
    <message>
        <source>Metadata sessions&apos; health check</source>
        <translation>Prüfung der Metadaten-Sitzungen</translation>
    </message>
    <message>
        <source>Metadata sessions&apos; idle time-out</source>
        <translation>Leerlaufgrenze der Metadaten-Sitzungen</translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation>Überwachung</translation>
    </message>
    <message>
        <source>Notify after</source>
        <translation>Benachrichtigen nach</translation>
    </message>
    <message>
        <source>Patience with a delivery</source>
        <translation>Geduld mit einer Zustellung</translation>
    </message>
    <message>
        <source>Pause time-out</source>
        <translation>Zeitgrenze der Pause</translation>
    </message>
    <message>
        <source>Pixels at 100 %.</source>
        <translation>Pixel bei 100 %.</translation>
    </message>
    <message>
        <source>Reconnect idle sessions</source>
        <translation>Untätige Sitzungen neu verbinden</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Room for deliveries</source>
        <translation>Platz für Zustellungen</translation>
    </message>
    <message>
        <source>Room for events</source>
        <translation>Platz für Ereignisse</translation>
    </message>
    <message>
        <source>Room for metrics</source>
        <translation>Platz für Messwerte</translation>
    </message>
    <message>
        <source>Room for results</source>
        <translation>Platz für Ergebnisse</translation>
    </message>
    <message>
        <source>Room for the history</source>
        <translation>Platz für den Verlauf</translation>
    </message>
    <message>
        <source>Row limit</source>
        <translation>Zeilengrenze</translation>
    </message>
    <message>
        <source>Rows after which fetching a result pauses. 0 means no limit.</source>
        <translation>Zeilen, nach denen das Holen eines Ergebnisses pausiert. 0 heißt: keine Grenze.</translation>
    </message>
    <message>
        <source>Seconds after which an open transaction in which nothing runs is rolled back; 0 means never. You are asked before. What a connection&apos;s environment, or the connection, says goes first.</source>
        <translation>Sekunden, nach denen eine offene Transaktion, in der nichts läuft, zurückgerollt wird; 0 heißt nie. Sie werden vorher gefragt. Was die Umgebung der Verbindung oder die Verbindung selbst sagt, geht vor.</translation>
    </message>
    <message>
        <source>Seconds after which an unused one is closed. A connection&apos;s option pool_idle_timeout goes first.</source>
        <translation>Sekunden, nach denen eine unbenutzte geschlossen wird. Die Option pool_idle_timeout einer Verbindung geht vor.</translation>
    </message>
    <message>
        <source>Seconds after which one is replaced; 0 means never. A connection&apos;s option pool_recycle goes first.</source>
        <translation>Sekunden, nach denen eine ersetzt wird; 0 heißt: nie. Die Option pool_recycle einer Verbindung geht vor.</translation>
    </message>
    <message>
        <source>Seconds after which the desktop is told that a statement or a background job is over, when another program is in front; 0 means never.</source>
        <translation>Sekunden, nach denen dem Desktop gesagt wird, dass eine Anweisung oder eine Hintergrundaufgabe zu Ende ist, wenn ein anderes Programm vorn ist; 0 heißt nie.</translation>
    </message>
    <message>
        <source>Seconds between two attempts to connect. A connection&apos;s option retry_delay goes first.</source>
        <translation>Sekunden zwischen zwei Versuchen zu verbinden. Die Option retry_delay einer Verbindung geht vor.</translation>
    </message>
    <message>
        <source>Seconds that a statement paused at the row limit stays open on the server.</source>
        <translation>Sekunden, die eine an der Zeilengrenze angehaltene Anweisung auf dem Server offen bleibt.</translation>
    </message>
    <message>
        <source>Seconds that connecting and logging in may take. A connection&apos;s option connect_timeout goes first.</source>
        <translation>Sekunden, die Verbinden und Anmelden dauern dürfen. Die Option connect_timeout einer Verbindung geht vor.</translation>
    </message>
    <message>
        <source>Seconds to which the wait between two attempts at a webhook delivery grows; the first one is about 1 s.</source>
        <translation>Sekunden, auf die die Wartezeit zwischen zwei Versuchen einer Webhook-Zustellung anwächst; die erste beträgt etwa 1 s.</translation>
    </message>
    <message>
        <source>Seconds without use after which one is asked for a sign of life before it is used. A connection&apos;s option pool_health_check goes first.</source>
        <translation>Sekunden ohne Gebrauch, nach denen eine vor dem Gebrauch um ein Lebenszeichen gebeten wird. Die Option pool_health_check einer Verbindung geht vor.</translation>
    </message>
    <message>
        <source>Show blanks</source>
        <translation>Leerzeichen zeigen</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>The system&apos;s, or one that Lapwing brings along.</source>
        <translation>Die des Systems, oder eine, die Lapwing mitbringt.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Types when formatting</source>
        <translation>Typen beim Formatieren</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>Whether a comma ends a line or begins one, where a list goes over lines.</source>
        <translation>Ob ein Komma eine Zeile beendet oder beginnt, wo eine Liste über Zeilen geht.</translation>
    </message>
    <message>
        <source>Whether a session whose connection died while nothing ran on it is opened again by the next statement. A connection&apos;s option auto_reconnect goes first.</source>
        <translation>Ob eine Sitzung, deren Verbindung im Leerlauf starb, von der nächsten Anweisung neu geöffnet wird. Die Option auto_reconnect einer Verbindung geht vor.</translation>
    </message>
    <message>
        <source>Whether blanks and tabs in the editors are shown by dots and arrows.</source>
        <translation>Ob Leerzeichen und Tabulatoren in den Editoren durch Punkte und Pfeile gezeigt werden.</translation>
    </message>
    <message>
        <source>Whether lines of the editors that are wider than the view are broken.</source>
        <translation>Ob Zeilen der Editoren umgebrochen werden, die breiter als die Ansicht sind.</translation>
    </message>
    <message>
        <source>Whether statements are written to the history before they are sent. Passwords in them never are. A connection&apos;s option history goes first.</source>
        <translation>Ob Anweisungen in den Verlauf geschrieben werden, bevor sie gesendet werden. Passwörter darin nie. Die Option history einer Verbindung geht vor.</translation>
    </message>
    <message>
        <source>Whether the editor offers names and keywords as you type; Ctrl+Space asks for them in any case.</source>
        <translation>Ob der Editor beim Tippen Namen und Schlüsselwörter anbietet; Strg+Leertaste fragt in jedem Fall danach.</translation>
    </message>
    <message>
        <source>Whether the history holds the values beside statements. Those that sound secret are never kept.</source>
        <translation>Ob der Verlauf neben Anweisungen auch die Werte enthält. Was nach einem Geheimnis klingt, wird nie aufbewahrt.</translation>
    </message>
    <message>
        <source>Width when formatting</source>
        <translation>Breite beim Formatieren</translation>
    </message>
    <message>
        <source>Wrap lines</source>
        <translation>Zeilen umbrechen</translation>
    </message>
    <message>
        <source>small letters</source>
        <translation>Kleinbuchstaben</translation>
    </message>
</context>
</TS>
