<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
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
        <source>Keep it open</source>
        <translation>Offen lassen</translation>
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
        <source>Roll back</source>
        <translation>Rollback</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Unsaved file</source>
        <translation>Nicht gespeicherte Datei</translation>
    </message>
    <message>
        <source>{tab} has changes that are not in its file.</source>
        <translation>{tab} enthält Änderungen, die noch nicht in der Datei stehen.</translation>
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
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
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
    <name>ConnectionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Connection string</source>
        <translation>Verbindungszeichenfolge</translation>
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
        <source>Paste a URL, JDBC string, psql or mysql command … and the fields fill themselves</source>
        <translation>URL, JDBC-Angabe, psql- oder mysql-Befehl … einfügen, und die Felder füllen sich von selbst</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
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
        <source>Understood as {form}.</source>
        <translation>Verstanden als {form}.</translation>
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
    <name>Documents</name>
    <message>
        <source>New editor (Ctrl+T)</source>
        <translation>Neuer Editor (Strg+T)</translation>
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
    <name>Help</name>
    <message>
        <source>A workbench for databases.</source>
        <translation>Eine Werkbank für Datenbanken.</translation>
    </message>
    <message>
        <source>About Lapwing</source>
        <translation>Über Lapwing</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Bestandteil</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
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
    <name>KindRow</name>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
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
        <source>Development</source>
        <translation>Entwicklung</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
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
        <source>Production</source>
        <translation>Produktion</translation>
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
        <source>Test</source>
        <translation>Test</translation>
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
    <name>MainWindow</name>
    <message>
        <source>Making the sample database: {percent} %</source>
        <translation>Die Beispieldatenbank entsteht: {percent} %</translation>
    </message>
    <message>
        <source>Query {number}</source>
        <translation>Abfrage {number}</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
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
        <source>Its database is not touched. Editors that use it stay open.</source>
        <translation>Die Datenbank selbst bleibt unberührt. Editoren, die sie benutzen, bleiben offen.</translation>
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
        <source>Open SQLite database</source>
        <translation>SQLite-Datenbank öffnen</translation>
    </message>
    <message>
        <source>Read everything again</source>
        <translation>Alles neu einlesen</translation>
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
    <name>NothingFits</name>
    <message>
        <source>Nothing fits</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>Only what was opened once is searched. A comma means or: cust, order</source>
        <translation>Durchsucht wird nur, was schon einmal aufgeklappt war. Ein Komma heißt „oder“: kunde, auftrag</translation>
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
        <source>not encrypted</source>
        <translation>nicht verschlüsselt</translation>
    </message>
    <message>
        <source>{milliseconds} ms</source>
        <translation>{milliseconds} ms</translation>
    </message>
</context>
<context>
    <name>QueryTab</name>
    <message>
        <source>Find in editor</source>
        <translation>Im Editor suchen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>The engine stopped. Rows fetched so far stay readable.</source>
        <translation>Der Datenbankdienst wurde beendet. Die bisher geholten Zeilen bleiben lesbar.</translation>
    </message>
    <message>
        <source>There is no statement at the caret.</source>
        <translation>An der Schreibmarke steht keine Anweisung.</translation>
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
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected cells (Ctrl+C)</source>
        <translation>Ausgewählte Zellen kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in result (Ctrl+F)</source>
        <translation>Im Ergebnis suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Line {line}: {text}</source>
        <translation>Zeile {line}: {text}</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
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
        <source>That is more than a clipboard should hold. Select fewer rows.</source>
        <translation>Das ist zu viel für die Zwischenablage. Wählen Sie weniger Zeilen aus.</translation>
    </message>
    <message>
        <source>The rows cannot be read: {reason}</source>
        <translation>Die Zeilen können nicht gelesen werden: {reason}</translation>
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
        <source>The transaction of the script was rolled back.</source>
        <translation>Die Transaktion des Skripts wurde zurückgerollt.</translation>
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
    <name>Spinner</name>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
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
    <name>TabParameters</name>
    <message>
        <source>Run with the values that were given last.</source>
        <translation>Mit den zuletzt gegebenen Werten ausgeführt.</translation>
    </message>
</context>
<context>
    <name>TabSession</name>
    <message>
        <source>The open transaction was rolled back.</source>
        <translation>Die offene Transaktion wurde zurückgerollt.</translation>
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
        <source>Cancel on the server (Ctrl+F2)</source>
        <translation>Auf dem Server abbrechen (Strg+F2)</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Commit (Ctrl+Shift+M)</source>
        <translation>Commit (Strg+Umschalt+M)</translation>
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
        <source>Roll back</source>
        <translation>Rollback</translation>
    </message>
    <message>
        <source>Roll back (Ctrl+Shift+R)</source>
        <translation>Rollback (Strg+Umschalt+R)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Run statement or selection (Ctrl+Enter)</source>
        <translation>Anweisung oder Auswahl ausführen (Strg+Enter)</translation>
    </message>
    <message>
        <source>Run the whole script (Alt+X)</source>
        <translation>Ganzes Skript ausführen (Alt+X)</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Transaction mode</source>
        <translation>Transaktionsmodus</translation>
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
    <name>WindowActions</name>
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
        <source>Open SQL file</source>
        <translation>SQL-Datei öffnen</translation>
    </message>
    <message>
        <source>Open SQLite database</source>
        <translation>SQLite-Datenbank öffnen</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Noch einmal ausführen</translation>
    </message>
    <message>
        <source>Save SQL file</source>
        <translation>SQL-Datei speichern</translation>
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
        <source>&amp;Auto-commit</source>
        <translation>&amp;Auto-Commit</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Ab&amp;brechen</translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation>Tab s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>Befehls&amp;palette…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>Da&amp;tenbank</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Edit connection…</source>
        <translation>&amp;Verbindung bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>Su&amp;chen…</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Go to definition</source>
        <translation>Zur &amp;Definition gehen</translation>
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
        <source>&amp;Isolation level</source>
        <translation>&amp;Isolationsstufe</translation>
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
        <source>&amp;Load more rows</source>
        <translation>&amp;Mehr Zeilen laden</translation>
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
        <source>&amp;New connection…</source>
        <translation>&amp;Neue Verbindung…</translation>
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
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Previous tab</source>
        <translation>V&amp;orheriger Tab</translation>
    </message>
    <message>
        <source>&amp;Query</source>
        <translation>Ab&amp;frage</translation>
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
        <translation>&amp;Aktualisieren</translation>
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
        <source>&amp;Run statement</source>
        <translation>&amp;Anweisung ausführen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Serializable</source>
        <translation>&amp;Serializable</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;Transaction mode</source>
        <translation>&amp;Transaktionsmodus</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Add a SQLite file to the connections</source>
        <translation>Eine SQLite-Datei in die Verbindungen aufnehmen</translation>
    </message>
    <message>
        <source>Add a server or a database file to the navigator</source>
        <translation>Einen Server oder eine Datenbankdatei in den Navigator aufnehmen</translation>
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
        <source>Be light or dark as the desktop is</source>
        <translation>Hell oder dunkel sein wie der Desktop</translation>
    </message>
    <message>
        <source>Bring back the tab that was closed last</source>
        <translation>Den zuletzt geschlossenen Tab zurückholen</translation>
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
        <source>Close all windows and end Lapwing</source>
        <translation>Alle Fenster schließen und Lapwing beenden</translation>
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
        <translation>&amp;Vervollständigen</translation>
    </message>
    <message>
        <source>Complete wh&amp;ile typing</source>
        <translation>Be&amp;im Tippen vervollständigen</translation>
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
        <source>Copy with &amp;headers</source>
        <translation>Mit Ü&amp;berschriften kopieren</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>E&amp;xpand *</source>
        <translation>* ausschreibe&amp;n</translation>
    </message>
    <message>
        <source>Every statement is committed by itself</source>
        <translation>Jede Anweisung wird für sich festgeschrieben</translation>
    </message>
    <message>
        <source>F&amp;ormat script</source>
        <translation>Skript f&amp;ormatieren</translation>
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
        <source>Find &amp;next</source>
        <translation>Weiters&amp;uchen</translation>
    </message>
    <message>
        <source>Find any command by its name</source>
        <translation>Jeden Befehl an seinem Namen finden</translation>
    </message>
    <message>
        <source>Format &amp;statement</source>
        <translation>Anweisung &amp;formatieren</translation>
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
        <source>In next transactions each statement sees what was committed before it</source>
        <translation>In nächsten Transaktionen sieht jede Anweisung, was vor ihr festgeschrieben wurde</translation>
    </message>
    <message>
        <source>Insert the clipboard&apos;s text</source>
        <translation>Den Text der Zwischenablage einfügen</translation>
    </message>
    <message>
        <source>Keep the changes of the open transaction</source>
        <translation>Die Änderungen der offenen Transaktion festschreiben</translation>
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
        <source>Let this tab&apos;s connection go and open a new one; no statement is sent again</source>
        <translation>Die Verbindung dieses Reiters beenden und eine neue öffnen; keine Anweisung wird noch einmal gesendet</translation>
    </message>
    <message>
        <source>Load &amp;all rows</source>
        <translation>A&amp;lle Zeilen laden</translation>
    </message>
    <message>
        <source>Look for a text in the editor or in the result</source>
        <translation>Einen Text im Editor oder im Ergebnis suchen</translation>
    </message>
    <message>
        <source>Make a database to play with, and open it</source>
        <translation>Eine Datenbank zum Ausprobieren anlegen und öffnen</translation>
    </message>
    <message>
        <source>Make the change again that was taken back</source>
        <translation>Die rückgängig gemachte Änderung wiederholen</translation>
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
        <source>Move the focus from navigator to editor to result</source>
        <translation>Zwischen Navigator, Editor und Ergebnis wechseln</translation>
    </message>
    <message>
        <source>Move the selected text to the clipboard</source>
        <translation>Den ausgewählten Text in die Zwischenablage verschieben</translation>
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
        <source>Open the &amp;sample database</source>
        <translation>&amp;Beispieldatenbank öffnen</translation>
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
        <source>Read the objects in the navigator again</source>
        <translation>Die Objekte im Navigator neu einlesen</translation>
    </message>
    <message>
        <source>Rec&amp;onnect</source>
        <translation>Neu &amp;verbinden</translation>
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
        <translation>In &amp;neuem Ergebnis-Tab ausführen</translation>
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
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Save the editor&apos;s text to another file</source>
        <translation>Den Text des Editors in einer anderen Datei speichern</translation>
    </message>
    <message>
        <source>Save the editor&apos;s text to its file</source>
        <translation>Den Text des Editors in seiner Datei speichern</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>See versions and licences</source>
        <translation>Versionen und Lizenzen ansehen</translation>
    </message>
    <message>
        <source>See which key does what</source>
        <translation>Nachsehen, welche Taste was tut</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Alles au&amp;swählen</translation>
    </message>
    <message>
        <source>Select the whole text, or every cell</source>
        <translation>Den ganzen Text oder alle Zellen auswählen</translation>
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
        <source>Show or hide the navigator</source>
        <translation>Den Navigator zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show the rows of the table at the caret, or of the one chosen in the navigator</source>
        <translation>Die Zeilen der Tabelle an der Schreibmarke zeigen, oder der im Navigator gewählten</translation>
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
        <source>Side&amp;bar</source>
        <translation>&amp;Seitenleiste</translation>
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
        <source>Take back the last change of the text</source>
        <translation>Die letzte Änderung am Text zurücknehmen</translation>
    </message>
    <message>
        <source>Take the connection off the list; its database is not touched</source>
        <translation>Die Verbindung aus der Liste nehmen; ihre Datenbank bleibt unberührt</translation>
    </message>
    <message>
        <source>Turn the selected lines into comments, or back</source>
        <translation>Die ausgewählten Zeilen zu Kommentaren machen oder zurückverwandeln</translation>
    </message>
    <message>
        <source>Undo the changes of the open transaction</source>
        <translation>Die Änderungen der offenen Transaktion rückgängig machen</translation>
    </message>
    <message>
        <source>Write out the columns that the * at the caret stands for</source>
        <translation>Die Spalten ausschreiben, für die das * an der Schreibmarke steht</translation>
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
    <name>browser</name>
    <message>
        <source>Copy &amp;SELECT statement</source>
        <translation>&amp;SELECT-Anweisung kopieren</translation>
    </message>
    <message>
        <source>Copy n&amp;ame</source>
        <translation>Name &amp;kopieren</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>Entwicklung</translation>
    </message>
    <message>
        <source>Foreign tables</source>
        <translation>Fremdtabellen</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>Indizes</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Materialized views</source>
        <translation>Materialisierte Sichten</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>Partitionen</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Shadow tables</source>
        <translation>Schattentabellen</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
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
        <source>Views</source>
        <translation>Sichten</translation>
    </message>
    <message>
        <source>Virtual tables</source>
        <translation>Virtuelle Tabellen</translation>
    </message>
    <message>
        <source>about {count} rows</source>
        <translation>etwa {count} Zeilen</translation>
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
        <source>counted by the server</source>
        <translation>vom Server gezählt</translation>
    </message>
    <message>
        <source>counted where no value is given</source>
        <translation>gezählt, wenn kein Wert angegeben ist</translation>
    </message>
    <message>
        <source>default {expression}</source>
        <translation>Vorgabe {expression}</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>foreign table</source>
        <translation>Fremdtabelle</translation>
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
        <source>materialized view</source>
        <translation>materialisierte Sicht</translation>
    </message>
    <message>
        <source>never NULL</source>
        <translation>nie NULL</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
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
        <source>read-only</source>
        <translation>schreibgeschützt</translation>
    </message>
    <message>
        <source>refers to {column}</source>
        <translation>verweist auf {column}</translation>
    </message>
    <message>
        <source>schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>shadow table</source>
        <translation>Schattentabelle</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>trigger</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>eindeutig</translation>
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
        <source>A passphrase needs at least {least} characters.</source>
        <translation>Eine Passphrase braucht mindestens {least} Zeichen.</translation>
    </message>
    <message>
        <source>A password of {connection} may still be in {place}: {reason}</source>
        <translation>Ein Passwort von {connection} ist vielleicht noch in {place}: {reason}</translation>
    </message>
    <message>
        <source>A transaction is open.</source>
        <translation>Eine Transaktion ist offen.</translation>
    </message>
    <message>
        <source>Another Lapwing has been writing the encrypted file of passwords for {waited_s} s.</source>
        <translation>Ein anderes Lapwing schreibt seit {waited_s} s an der verschlüsselten Passwortdatei.</translation>
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
        <source>Choose a passphrase to make it. It will be {path}.</source>
        <translation>Wählen Sie eine Passphrase, um sie anzulegen. Ihr Pfad wird {path}.</translation>
    </message>
    <message>
        <source>Choose another place for it in the connection&apos;s settings, or enter it by hand.</source>
        <translation>Wählen Sie in den Einstellungen der Verbindung einen anderen Ort dafür, oder geben Sie es von Hand ein.</translation>
    </message>
    <message>
        <source>Choose the keyring or the encrypted file in the connection&apos;s settings first.</source>
        <translation>Wählen Sie in den Einstellungen der Verbindung erst den Schlüsselbund oder die verschlüsselte Datei.</translation>
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
        <source>Connect again when you like; nothing was changed.</source>
        <translation>Verbinden Sie sich neu, wenn Sie möchten; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Copy the file before anything else. Then run PRAGMA integrity_check, and recover with the sqlite3 program: sqlite3 damaged.sqlite .recover</source>
        <translation>Kopieren Sie zuallererst die Datei. Führen Sie dann PRAGMA integrity_check aus, und retten Sie die Daten mit dem Programm sqlite3: sqlite3 damaged.sqlite .recover</translation>
    </message>
    <message>
        <source>Correct it in the connection&apos;s URL.</source>
        <translation>Korrigieren Sie sie in der URL der Verbindung.</translation>
    </message>
    <message>
        <source>Correct it in the connection&apos;s settings.</source>
        <translation>Korrigieren Sie es in den Einstellungen der Verbindung.</translation>
    </message>
    <message>
        <source>Correct the command. The manual&apos;s page about client commands says what can be written.</source>
        <translation>Berichtigen Sie den Befehl. Die Handbuchseite über Client-Befehle sagt, was geschrieben werden kann.</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
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
        <source>Give it one; NULL is one, too. Nothing of this statement was sent.</source>
        <translation>Geben Sie ihm einen; auch NULL ist einer. Von dieser Anweisung wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Have TLS switched on at the server. Only where everything sent may be read on the way: choose sslmode=disable for this connection.</source>
        <translation>Lassen Sie TLS auf dem Server einschalten. Nur wenn unterwegs alles gelesen werden darf: wählen Sie für diese Verbindung sslmode=disable.</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
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
        <source>Install it for the Python that runs Lapwing: python -m pip install {package}</source>
        <translation>Installieren Sie es für das Python, mit dem Lapwing läuft: python -m pip install {package}</translation>
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
        <source>It was kept as {kept}; Lapwing goes on with what it could read.</source>
        <translation>Sie wurde als {kept} aufbewahrt; Lapwing arbeitet mit dem weiter, was lesbar war.</translation>
    </message>
    <message>
        <source>Its file is kept as {kept}.</source>
        <translation>Seine Datei wird als {kept} aufbewahrt.</translation>
    </message>
    <message>
        <source>Lapwing already runs on this profile{process}, but does not answer.</source>
        <translation>Lapwing läuft auf diesem Profil schon{process}, antwortet aber nicht.</translation>
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
        <source>Leave it out. A server&apos;s password can be given to the command line with --password-env NAME (a variable that holds it), or inside the whole URL in the variable LAPWING_URL.</source>
        <translation>Lassen Sie es weg. Der Kommandozeile kann man das Passwort eines Servers mit --password-env NAME geben (einer Variablen, die es enthält) oder in der ganzen URL in der Variablen LAPWING_URL.</translation>
    </message>
    <message>
        <source>Make room and run the statement again. The rows up to here are kept.</source>
        <translation>Schaffen Sie Platz, und führen Sie die Anweisung noch einmal aus. Die Zeilen bis hierher bleiben erhalten.</translation>
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
        <source>Name the encoding that the file is written in, such as latin1, or convert it to UTF-8.</source>
        <translation>Nennen Sie die Kodierung, in der die Datei geschrieben ist, etwa latin1, oder wandeln Sie sie nach UTF-8 um.</translation>
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
        <source>No keyring can be used here: {reason}</source>
        <translation>Hier ist kein Schlüsselbund benutzbar: {reason}</translation>
    </message>
    <message>
        <source>No server answers at {address}: {server}</source>
        <translation>Unter {address} antwortet kein Server: {server}</translation>
    </message>
    <message>
        <source>Nothing was sent. Go there again (USE, SET search_path, SET ROLE), or run the statement where it is now.</source>
        <translation>Es wurde nichts gesendet. Wechseln Sie wieder dorthin (USE, SET search_path, SET ROLE), oder führen Sie die Anweisung dort aus, wo die Sitzung jetzt ist.</translation>
    </message>
    <message>
        <source>Open the connection without read-only if you mean to change data.</source>
        <translation>Öffnen Sie die Verbindung ohne Schreibschutz, wenn Sie Daten ändern wollen.</translation>
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
        <source>Reconnect when you know what was done.</source>
        <translation>Verbinden Sie sich neu, wenn Sie wissen, was ausgeführt wurde.</translation>
    </message>
    <message>
        <source>Run it without a transaction of its own, or take the statement out.</source>
        <translation>Führen Sie es ohne eigene Transaktion aus, oder nehmen Sie die Anweisung heraus.</translation>
    </message>
    <message>
        <source>Scripts may use plain files in their own folder and below it. Move the file there.</source>
        <translation>Skripte dürfen gewöhnliche Dateien in ihrem eigenen Ordner und darunter benutzen. Legen Sie die Datei dorthin.</translation>
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
        <source>The SQL in {path} cannot be read: byte {byte} is not {encoding}.</source>
        <translation>Das SQL in {path} kann nicht gelesen werden: Byte {byte} ist kein {encoding}.</translation>
    </message>
    <message>
        <source>The SQL in {path} cannot be read: {reason}.</source>
        <translation>Das SQL in {path} kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>The certificate of {connection} was refused: {server}</source>
        <translation>Das Zertifikat von {connection} wurde abgelehnt: {server}</translation>
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
        <source>The parameter {name} has no value.</source>
        <translation>Der Parameter {name} hat keinen Wert.</translation>
    </message>
    <message>
        <source>The script cannot run in one transaction: in line {line}, {statement} {reason}.</source>
        <translation>Das Skript kann nicht in einer Transaktion laufen: in Zeile {line}, {statement} {reason}.</translation>
    </message>
    <message>
        <source>The statement has parameters without a value ({names}). Give them values and run it again.</source>
        <translation>Die Anweisung hat Parameter ohne Wert ({names}). Geben Sie ihnen Werte, und führen Sie sie noch einmal aus.</translation>
    </message>
    <message>
        <source>The value of the parameter {name} cannot be used: {reason}</source>
        <translation>Der Wert des Parameters {name} ist nicht zu gebrauchen: {reason}</translation>
    </message>
    <message>
        <source>This was not understood as a connection: {reason}</source>
        <translation>Das wurde nicht als Verbindung verstanden: {reason}</translation>
    </message>
    <message>
        <source>`lapwing connection list` shows those that exist.</source>
        <translation>`lapwing connection list` zeigt die vorhandenen.</translation>
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
        <source>{connection} needs a password.</source>
        <translation>{connection} braucht ein Passwort.</translation>
    </message>
    <message>
        <source>{connection} needs the Python package {package}, which is not installed here.</source>
        <translation>{connection} braucht das Python-Paket {package}, das hier nicht installiert ist.</translation>
    </message>
    <message>
        <source>{connection} needs the passphrase of its client key.</source>
        <translation>{connection} braucht die Passphrase des Client-Schlüssels.</translation>
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
        <source>Results take {used_mb} MB of the {quota_mb} MB allowed; the rows up to here are kept.</source>
        <translation>Ergebnisse belegen {used_mb} von erlaubten {quota_mb} MB; die Zeilen bis hierher bleiben erhalten.</translation>
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
        <source>Your texts and the rows already fetched are kept. Open transactions were rolled back. The engine starts again with your next action; nothing is sent again by itself.</source>
        <translation>Ihre Texte und die schon geholten Zeilen bleiben erhalten. Offene Transaktionen wurden zurückgerollt. Der Dienst startet mit Ihrer nächsten Aktion neu; nichts wird von selbst noch einmal gesendet.</translation>
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
        <source>{path} cannot be written: {reason}</source>
        <translation>{path} kann nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
        <source>{path} does not exist.</source>
        <translation>{path} gibt es nicht.</translation>
    </message>
    <message>
        <source>{path} is not a SQLite database{guess}.</source>
        <translation>{path} ist keine SQLite-Datenbank{guess}.</translation>
    </message>
    <message>
        <source>{path} was written by a newer Lapwing (version {theirs}, this one reads up to {ours}); it is left as it is.</source>
        <translation>{path} wurde von einem neueren Lapwing geschrieben (Version {theirs}, dieses liest bis {ours}); die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>{url} is not a connection URL: {reason}</source>
        <translation>{url} ist keine Verbindungs-URL: {reason}</translation>
    </message>
</context>
<context>
    <name>phases</name>
    <message>
        <source>Asking the first question…</source>
        <translation>Stelle die erste Frage…</translation>
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
        <source>Logging in…</source>
        <translation>Melde an…</translation>
    </message>
    <message>
        <source>Looking up the address…</source>
        <translation>Schlage die Adresse nach…</translation>
    </message>
</context>
</TS>
