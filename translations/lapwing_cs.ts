<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cs" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>A workbench for databases.</source>
        <translation>Nástroj pro práci s databázemi.</translation>
    </message>
    <message>
        <source>About Lapwing</source>
        <translation>O aplikaci Lapwing</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zavřít</translation>
    </message>
    <message>
        <source>Copied. Have a look at it before you pass it on.</source>
        <translation>Zkopírováno. Než to předáte dál, prohlédněte si to.</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Kopírovat diagnostiku</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Drivers</source>
        <translation>Ovladače</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokoly</translation>
    </message>
    <message>
        <source>Open the folder of logs</source>
        <translation>Otevřít složku protokolů</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Místa</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Nastavení</translation>
    </message>
    <message>
        <source>The folder could not be opened: {folder}</source>
        <translation>Složku se nepodařilo otevřít: {folder}</translation>
    </message>
    <message>
        <source>Version {version} · MIT licence</source>
        <translation>Verze {version} · licence MIT</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Verze</translation>
    </message>
    <message>
        <source>Versions, folders and files, for a report: no secrets, no names of servers, no SQL</source>
        <translation>Verze, složky a soubory pro hlášení: žádná tajemství, žádné názvy serverů, žádné SQL</translation>
    </message>
</context>
<context>
    <name>AddIndexDialog</name>
    <message>
        <source>Accept the key</source>
        <translation>Přijmout klíč</translation>
    </message>
    <message>
        <source>Add index</source>
        <translation>Přidat rejstřík</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresa</translation>
    </message>
    <message>
        <source>An index lists plugins, with a hash of each, and is signed. Who signs it vouches for them.</source>
        <translation>Rejstřík uvádí moduly s jejich otisky a je podepsaný. Kdo jej podepisuje, ten za ně ručí.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Zvolit soubor</translation>
    </message>
    <message>
        <source>Compare key</source>
        <translation>Porovnat klíč</translation>
    </message>
    <message>
        <source>Compare this key with what the owner of the index tells elsewhere: by telephone, on paper, on another page. Who could give you another index could also tell you another key here.</source>
        <translation>Porovnejte tento klíč s tím, co vlastník rejstříku uvádí jinde: po telefonu, na papíře, na jiné stránce. Kdo by vám mohl podstrčit jiný rejstřík, mohl by zde uvést i jiný klíč.</translation>
    </message>
    <message>
        <source>I have compared it: it is the same key</source>
        <translation>Porovnal(a) jsem jej: je to tentýž klíč</translation>
    </message>
    <message>
        <source>Indexes (*.json)</source>
        <translation>Rejstříky (*.json)</translation>
    </message>
    <message>
        <source>It WAS valid until {day}.</source>
        <translation>PLATIL do {day}.</translation>
    </message>
    <message numerus="yes">
        <source>It has %n plugin(s).</source>
        <translation>
            <numerusform>Obsahuje %n modul.</numerusform>
            <numerusform>Obsahuje %n moduly.</numerusform>
            <numerusform>Obsahuje %n modulů.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is valid until {day}.</source>
        <translation>Platí do {day}.</translation>
    </message>
    <message>
        <source>It was made on {day}.</source>
        <translation>Byl vytvořen {day}.</translation>
    </message>
    <message>
        <source>It was signed by {key} until now. That seldom changes: ask its owner why.</source>
        <translation>Dosud jej podepisoval {key}. To se mění jen zřídka: zeptejte se vlastníka proč.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Klíč</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Název</translation>
    </message>
    <message>
        <source>Open index</source>
        <translation>Otevřít rejstřík</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Přečíst</translation>
    </message>
    <message>
        <source>SIGNED BY</source>
        <translation>PODEPSAL</translation>
    </message>
    <message>
        <source>https://… or the path of a file</source>
        <translation>https://… nebo cesta k souboru</translation>
    </message>
</context>
<context>
    <name>AddKeyDialog</name>
    <message>
        <source>Add key</source>
        <translation>Přidat klíč</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Otisk</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Název</translation>
    </message>
    <message>
        <source>Open key</source>
        <translation>Otevřít klíč</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Otevřít…</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Veřejný klíč</translation>
    </message>
    <message>
        <source>Public keys (*.pub)</source>
        <translation>Veřejné klíče (*.pub)</translation>
    </message>
    <message>
        <source>This is no ed25519 key in base64.</source>
        <translation>Toto není klíč ed25519 v base64.</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Důvěřovat</translation>
    </message>
    <message>
        <source>What this key signs counts as signed from now on. Take it only from who it belongs to, or compare its fingerprint with them.</source>
        <translation>Co tento klíč podepíše, platí odteď za podepsané. Berte jej jen od toho, komu patří, nebo s ním porovnejte otisk.</translation>
    </message>
    <message>
        <source>what a .pub file holds</source>
        <translation>obsah souboru .pub</translation>
    </message>
    <message>
        <source>whose key it is</source>
        <translation>čí klíč to je</translation>
    </message>
</context>
<context>
    <name>Advice</name>
    <message>
        <source>Changing the column&apos;s type writes the table anew, and locks it meanwhile.</source>
        <translation>Změna typu sloupce přepíše celou tabulku a mezitím ji zamkne.</translation>
    </message>
    <message>
        <source>Duplicate index</source>
        <translation>Duplicitní index</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Nález</translation>
    </message>
    <message>
        <source>If columns of it name a row already, make these its key. Adding a column writes the table anew.</source>
        <translation>Pokud některé sloupce řádek už určují, udělejte z nich klíč. Přidání sloupce přepíše celou tabulku.</translation>
    </message>
    <message>
        <source>Invalid index</source>
        <translation>Neplatný index</translation>
    </message>
    <message>
        <source>It changed much since its statistics were taken.</source>
        <translation>Od sběru statistik se hodně změnila.</translation>
    </message>
    <message>
        <source>It is near its end. Behind it, inserting fails.</source>
        <translation>Blíží se ke konci. Za ním vkládání selže.</translation>
    </message>
    <message>
        <source>It may be there for a query that seldom runs, for a foreign key, or for a standby.</source>
        <translation>Může sloužit zřídka spouštěnému dotazu, cizímu klíči nebo záložnímu serveru.</translation>
    </message>
    <message>
        <source>Its oldest row is so old that it should have been frozen. At the end the server takes no more changes.</source>
        <translation>Její nejstarší řádek je tak starý, že už měl být zmrazen. Na konci server nepřijme žádné změny.</translation>
    </message>
    <message>
        <source>Look for what keeps it back: an old transaction, a replication slot, a prepared transaction.</source>
        <translation>Zjistěte, co to brzdí: stará transakce, replikační slot, připravená transakce.</translation>
    </message>
    <message>
        <source>Look in the statements that read it for the columns that they filter by.</source>
        <translation>V příkazech, které ji čtou, hledejte sloupce, podle nichž filtrují.</translation>
    </message>
    <message>
        <source>Many of its rows are dead: they take room and time.</source>
        <translation>Mnoho jejích řádků je mrtvých: zabírají místo a čas.</translation>
    </message>
    <message>
        <source>Missing index</source>
        <translation>Chybějící index</translation>
    </message>
    <message>
        <source>Much of the file is free pages, since rows were deleted.</source>
        <translation>Velkou část souboru tvoří volné stránky po smazaných řádcích.</translation>
    </message>
    <message>
        <source>Much of the room of the table is free, since rows were deleted.</source>
        <translation>Velká část místa tabulky je volná po smazaných řádcích.</translation>
    </message>
    <message>
        <source>No index begins with the columns that refer to {refers to}: to change a row there, all of this table is read.</source>
        <translation>Žádný index nezačíná sloupci, které odkazují na {refers to}: při změně řádku tam se čte celá tato tabulka.</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Čeho</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Místo</translation>
    </message>
    <message>
        <source>Sequence near its end</source>
        <translation>Sekvence u konce</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Nastavení</translation>
    </message>
    <message>
        <source>Stale statistics</source>
        <translation>Zastaralé statistiky</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabulka</translation>
    </message>
    <message>
        <source>Table without a key</source>
        <translation>Tabulka bez klíče</translation>
    </message>
    <message>
        <source>The columns of the index are those that {covered by} begins with, which can be used in its place.</source>
        <translation>Sloupci tohoto indexu začíná {covered by}, který lze použít místo něj.</translation>
    </message>
    <message>
        <source>The file is written anew and locked meanwhile; it needs as much room again. New rows use free pages all the same.</source>
        <translation>Soubor se zapíše znovu a mezitím je zamčen; je třeba ještě jednou tolik místa. Nové řádky volné stránky stejně využijí.</translation>
    </message>
    <message>
        <source>The index has the same columns as {covered by}, which can be used in its place.</source>
        <translation>Index má stejné sloupce jako {covered by}, který lze použít místo něj.</translation>
    </message>
    <message>
        <source>The index is hardly ever used, and kept up to date with each change of its table.</source>
        <translation>Index se téměř nepoužívá a udržuje se při každé změně tabulky.</translation>
    </message>
    <message>
        <source>The index was not made to its end, and no query uses it.</source>
        <translation>Index nebyl dokončen a žádný dotaz ho nepoužívá.</translation>
    </message>
    <message>
        <source>The index was not used since the server was started, and is kept up to date with each change of its table.</source>
        <translation>Index nebyl od spuštění serveru použit a udržuje se při každé změně tabulky.</translation>
    </message>
    <message>
        <source>The other index is larger, so that looking into it may take a little longer.</source>
        <translation>Druhý index je větší, hledání v něm tedy může trvat o něco déle.</translation>
    </message>
    <message>
        <source>The table has no key: single rows cannot be named, changed safely or replicated well.</source>
        <translation>Tabulka nemá klíč: jednotlivé řádky nelze určit, bezpečně měnit ani dobře replikovat.</translation>
    </message>
    <message>
        <source>The table is large, and mostly read from its beginning to its end.</source>
        <translation>Tabulka je velká a většinou se čte od začátku do konce.</translation>
    </message>
    <message>
        <source>The table is written anew. New rows use the free room all the same.</source>
        <translation>Tabulka se zapíše znovu. Nové řádky volné místo stejně využijí.</translation>
    </message>
    <message>
        <source>The table is written anew; foreign keys that refer to the column have to be changed with it.</source>
        <translation>Tabulka se zapíše znovu; cizí klíče, které na sloupec odkazují, je třeba změnit s ní.</translation>
    </message>
    <message>
        <source>Unused index</source>
        <translation>Nepoužívaný index</translation>
    </message>
    <message>
        <source>VACUUM makes room for new rows of the table; only VACUUM FULL, which locks it, gives room back to the disk.</source>
        <translation>VACUUM uvolní místo pro nové řádky tabulky; disku místo vrátí jen VACUUM FULL, který ji zamkne.</translation>
    </message>
    <message>
        <source>Wasted room</source>
        <translation>Zbytečně zabrané místo</translation>
    </message>
    <message>
        <source>Wrap-around</source>
        <translation>Přetečení</translation>
    </message>
    <message>
        <source>accesses of the table</source>
        <translation>přístupy k tabulce</translation>
    </message>
    <message>
        <source>age in transactions</source>
        <translation>stáří v transakcích</translation>
    </message>
    <message>
        <source>autovacuum</source>
        <translation>autovacuum</translation>
    </message>
    <message>
        <source>autovacuum_freeze_max_age</source>
        <translation>autovacuum_freeze_max_age</translation>
    </message>
    <message>
        <source>changed since ANALYZE</source>
        <translation>změněno od ANALYZE</translation>
    </message>
    <message>
        <source>column</source>
        <translation>sloupec</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>sloupce</translation>
    </message>
    <message>
        <source>counted since</source>
        <translation>počítáno od</translation>
    </message>
    <message>
        <source>covered by</source>
        <translation>pokrývá</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritické</translation>
    </message>
    <message>
        <source>dead rows</source>
        <translation>mrtvé řádky</translation>
    </message>
    <message>
        <source>end</source>
        <translation>konec</translation>
    </message>
    <message>
        <source>free</source>
        <translation>volné</translation>
    </message>
    <message>
        <source>last number</source>
        <translation>poslední číslo</translation>
    </message>
    <message>
        <source>last vacuum</source>
        <translation>poslední VACUUM</translation>
    </message>
    <message>
        <source>live rows</source>
        <translation>živé řádky</translation>
    </message>
    <message>
        <source>next number</source>
        <translation>další číslo</translation>
    </message>
    <message>
        <source>note</source>
        <translation>poznámka</translation>
    </message>
    <message>
        <source>read by an index</source>
        <translation>čteno indexem</translation>
    </message>
    <message>
        <source>read whole</source>
        <translation>čteno celé</translation>
    </message>
    <message>
        <source>refers to</source>
        <translation>odkazuje na</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>řádky</translation>
    </message>
    <message>
        <source>rows changed</source>
        <translation>změněné řádky</translation>
    </message>
    <message>
        <source>rows each time</source>
        <translation>řádků pokaždé</translation>
    </message>
    <message>
        <source>share</source>
        <translation>podíl</translation>
    </message>
    <message>
        <source>size</source>
        <translation>velikost</translation>
    </message>
    <message>
        <source>table</source>
        <translation>tabulka</translation>
    </message>
    <message>
        <source>transactions left</source>
        <translation>zbývající transakce</translation>
    </message>
    <message>
        <source>type</source>
        <translation>typ</translation>
    </message>
    <message>
        <source>used</source>
        <translation>použito</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>varování</translation>
    </message>
</context>
<context>
    <name>AdvicePart</name>
    <message>
        <source>Statement</source>
        <translation>Příkaz</translation>
    </message>
</context>
<context>
    <name>AdviceView</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n nález</numerusform>
            <numerusform>%n nálezy</numerusform>
            <numerusform>%n nálezů</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter findings</source>
        <translation>Filtrovat nálezy</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Nálezy</translation>
    </message>
    <message>
        <source>It could not be looked through.</source>
        <translation>Nepodařilo se ji projít.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Podívat se znovu</translation>
    </message>
    <message>
        <source>Looked for: {kinds}.</source>
        <translation>Hledalo se: {kinds}.</translation>
    </message>
    <message>
        <source>No finding has these words.</source>
        <translation>Žádný nález tato slova neobsahuje.</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>Nic nebylo nalezeno</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Otevřít</translation>
    </message>
    <message>
        <source>Put the statement into a new editor (Enter)</source>
        <translation>Vložit příkaz do nového editoru (Enter)</translation>
    </message>
    <message>
        <source>The database is being looked through.</source>
        <translation>Databáze se prochází.</translation>
    </message>
</context>
<context>
    <name>AlertChannelDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Certifikáty</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Příkaz</translation>
    </message>
    <message>
        <source>E-mail channel</source>
        <translation>E-mailový kanál</translation>
    </message>
    <message>
        <source>Encrypted file</source>
        <translation>Šifrovaný soubor</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Šifrování</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Od</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Klíčenka</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Poštovní server</translation>
    </message>
    <message>
        <source>None, on this machine</source>
        <translation>Žádné, na tomto počítači</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Heslo</translation>
    </message>
    <message>
        <source>Password in</source>
        <translation>Heslo v</translation>
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
        <translation>Uložit</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Poslat zkoušku</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Tells from</source>
        <translation>Hlásí od</translation>
    </message>
    <message>
        <source>The mail server took the test.</source>
        <translation>Poštovní server zkoušku přijal.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Nadpis</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Komu</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Uživatel</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Proměnná</translation>
    </message>
    <message>
        <source>Variable or command</source>
        <translation>Proměnná nebo příkaz</translation>
    </message>
    <message>
        <source>a file, beside those of the system</source>
        <translation>soubor, vedle systémových</translation>
    </message>
    <message>
        <source>as it is kept</source>
        <translation>jak je uloženo</translation>
    </message>
    <message>
        <source>for example lapwing@example.org</source>
        <translation>například lapwing@example.org</translation>
    </message>
    <message>
        <source>for example ops@example.org</source>
        <translation>například ops@example.org</translation>
    </message>
    <message>
        <source>for example smtp.example.org</source>
        <translation>například smtp.example.org</translation>
    </message>
    <message>
        <source>no log-in</source>
        <translation>bez přihlášení</translation>
    </message>
</context>
<context>
    <name>AlertDetail</name>
    <message>
        <source>Condition</source>
        <translation>Podmínka</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Štítky</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>Viděl</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Závažnost</translation>
    </message>
    <message>
        <source>Silenced</source>
        <translation>Ztišeno</translation>
    </message>
    <message>
        <source>Silenced until</source>
        <translation>Ztišeno do</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Od</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Hodnota</translation>
    </message>
    <message>
        <source>by a quiet time of its rule</source>
        <translation>dobou klidu pravidla</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>někdo</translation>
    </message>
</context>
<context>
    <name>AlertRuleDialog</name>
    <message>
        <source>Alert rule</source>
        <translation>Pravidlo poplachu</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>A %n další.</numerusform>
            <numerusform>A %n další.</numerusform>
            <numerusform>A %n dalších.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanály</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Podmínka</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Připojení</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Prostředí</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pro</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Štítky</translation>
    </message>
    <message>
        <source>New alert rule</source>
        <translation>Nové pravidlo poplachu</translation>
    </message>
    <message>
        <source>Nothing is monitored now that it could be judged by.</source>
        <translation>Nyní se nesleduje nic, podle čeho by se dala posoudit.</translation>
    </message>
    <message>
        <source>Now {value} on {where}: {outcome}.</source>
        <translation>Nyní {value} na {where}: {outcome}.</translation>
    </message>
    <message>
        <source>Over when</source>
        <translation>Skončí, když</translation>
    </message>
    <message>
        <source>Quiet times</source>
        <translation>Doby klidu</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Uložit</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servery</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Závažnost</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Nadpis</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Co dělat</translation>
    </message>
    <message>
        <source>Write what has to be so, for example blocked_sessions &gt; 5.</source>
        <translation>Napište, co má platit, například blocked_sessions &gt; 5.</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>najednou</translation>
    </message>
    <message>
        <source>every channel</source>
        <translation>každý kanál</translation>
    </message>
    <message>
        <source>every connection</source>
        <translation>každé připojení</translation>
    </message>
    <message>
        <source>every environment</source>
        <translation>každé prostředí</translation>
    </message>
    <message>
        <source>every server: postgresql, mysql, sqlite</source>
        <translation>každý server: postgresql, mysql, sqlite</translation>
    </message>
    <message>
        <source>for example avg(cache_hit, 15m) &lt; 99%</source>
        <translation>například avg(cache_hit, 15m) &lt; 99%</translation>
    </message>
    <message>
        <source>for example sat, sun 22:00-06:00 Europe/Prague</source>
        <translation>například sat, sun 22:00-06:00 Europe/Prague</translation>
    </message>
    <message>
        <source>for example team=db, runbook=https://…</source>
        <translation>například team=db, runbook=https://…</translation>
    </message>
    <message>
        <source>it would be pending</source>
        <translation>čekalo by</translation>
    </message>
    <message>
        <source>it would fire</source>
        <translation>spustilo by se</translation>
    </message>
    <message>
        <source>it would not fire</source>
        <translation>nespustilo by se</translation>
    </message>
    <message>
        <source>the condition is not so</source>
        <translation>podmínka neplatí</translation>
    </message>
    <message>
        <source>there is no value</source>
        <translation>není hodnota</translation>
    </message>
    <message>
        <source>{line} is no quiet time. Write sat, sun 22:00-06:00 Europe/Prague.</source>
        <translation>{line} není doba klidu. Napište sat, sun 22:00-06:00 Europe/Prague.</translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n poplach</numerusform>
            <numerusform>%n poplachy</numerusform>
            <numerusform>%n poplachů</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n firing</source>
        <translation>
            <numerusform>%n spuštěný</numerusform>
            <numerusform>%n spuštěné</numerusform>
            <numerusform>%n spuštěných</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n čekající</numerusform>
            <numerusform>%n čekající</numerusform>
            <numerusform>%n čekajících</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be told</source>
        <translation>
            <numerusform>%n k ohlášení</numerusform>
            <numerusform>%n k ohlášení</numerusform>
            <numerusform>%n k ohlášení</numerusform>
        </translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Potvrzený</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Poplach</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Poplachy</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Změna</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanál</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Podmínka</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Připojení</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritické</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Vše</translation>
    </message>
    <message>
        <source>Firing</source>
        <translation>Spuštěný</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pro</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Od</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Informace</translation>
    </message>
    <message>
        <source>Lapwing</source>
        <translation>Lapwing</translation>
    </message>
    <message>
        <source>Lapwing, changed</source>
        <translation>Lapwing, změněno</translation>
    </message>
    <message>
        <source>Line across the window</source>
        <translation>Řádek přes celé okno</translation>
    </message>
    <message>
        <source>Log file</source>
        <translation>Soubor protokolu</translation>
    </message>
    <message>
        <source>Notification of the desktop</source>
        <translation>Oznámení plochy</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>V pořádku</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Čekající</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Vyřešený</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Pravidlo</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Od</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stav</translation>
    </message>
    <message>
        <source>Tells</source>
        <translation>Hlásí</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Čas</translation>
    </message>
    <message>
        <source>Tried again at {time}.</source>
        <translation>Další pokus v {time}.</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Neznámý</translation>
    </message>
    <message>
        <source>Unknown, was {state}</source>
        <translation>Neznámý, byl {state}</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Hodnota</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Varování</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Vlastní</translation>
    </message>
    <message>
        <source>by {by}</source>
        <translation>{by}</translation>
    </message>
    <message>
        <source>every connection</source>
        <translation>každé připojení</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>zmizelo</translation>
    </message>
    <message>
        <source>no values</source>
        <translation>žádné hodnoty</translation>
    </message>
    <message>
        <source>quiet time over</source>
        <translation>konec doby klidu</translation>
    </message>
    <message>
        <source>rule changed</source>
        <translation>pravidlo změněno</translation>
    </message>
    <message>
        <source>{condition} for {duration}</source>
        <translation>{condition} po {duration}</translation>
    </message>
    <message>
        <source>{severity} and worse</source>
        <translation>{severity} a horší</translation>
    </message>
    <message>
        <source>{state}, silenced</source>
        <translation>{state}, ztišený</translation>
    </message>
</context>
<context>
    <name>AlertsFeature</name>
    <message>
        <source>Export alert rules</source>
        <translation>Export pravidel poplachů</translation>
    </message>
    <message>
        <source>Import alert rules</source>
        <translation>Import pravidel poplachů</translation>
    </message>
    <message>
        <source>Your alert rules are in {path}.</source>
        <translation>Vaše pravidla poplachů jsou v {path}.</translation>
    </message>
    <message>
        <source>it is no UTF-8</source>
        <translation>není to UTF-8</translation>
    </message>
    <message>
        <source>{connection}: {condition}, now {value}</source>
        <translation>{connection}: {condition}, nyní {value}</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} nelze přečíst: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>{path} nelze zapsat: {reason}.</translation>
    </message>
</context>
<context>
    <name>AlertsPage</name>
    <message>
        <source>Alerts</source>
        <translation>Poplachy</translation>
    </message>
</context>
<context>
    <name>AlertsTools</name>
    <message>
        <source>Acknowledge</source>
        <translation>Potvrdit</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanály</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Upravit</translation>
    </message>
    <message>
        <source>For a day</source>
        <translation>Na den</translation>
    </message>
    <message>
        <source>For a week</source>
        <translation>Na týden</translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation>Na hodinu</translation>
    </message>
    <message>
        <source>For eight hours</source>
        <translation>Na osm hodin</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historie</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nový</translation>
    </message>
    <message>
        <source>New channel</source>
        <translation>Nový kanál</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Nové pravidlo</translation>
    </message>
    <message>
        <source>No longer</source>
        <translation>Už ne</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nyní</translation>
    </message>
    <message>
        <source>Open monitor</source>
        <translation>Otevřít monitor</translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>Části této stránky</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Vrátit</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Odebrat</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Pravidla</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Ztišit</translation>
    </message>
    <message>
        <source>Tells from</source>
        <translation>Hlásí od</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Zkouška</translation>
    </message>
</context>
<context>
    <name>AlertsView</name>
    <message>
        <source>A test was told: {channel}.</source>
        <translation>Zkouška byla ohlášena: {channel}.</translation>
    </message>
    <message>
        <source>Alert rules</source>
        <translation>Pravidla poplachů</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Poplachy</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanály</translation>
    </message>
    <message>
        <source>History of alerts</source>
        <translation>Historie poplachů</translation>
    </message>
    <message>
        <source>No alerts</source>
        <translation>Žádné poplachy</translation>
    </message>
    <message>
        <source>Nothing has happened</source>
        <translation>Nic se nestalo</translation>
    </message>
    <message>
        <source>Nothing is wrong with what is monitored. Open a monitor, and its rules are judged.</source>
        <translation>Co se sleduje, je v pořádku. Otevřete monitor a jeho pravidla se posoudí.</translation>
    </message>
    <message>
        <source>What fires, is acknowledged or is over will be listed here.</source>
        <translation>Zde bude, co se spustilo, potvrdilo nebo skončilo.</translation>
    </message>
</context>
<context>
    <name>AnnotationDialog</name>
    <message>
        <source>Annotate</source>
        <translation>Poznámka</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Co se stalo</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kdy</translation>
    </message>
</context>
<context>
    <name>AnnotationList</name>
    <message>
        <source>Annotations of the time shown</source>
        <translation>Poznámky zobrazeného času</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Změna</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Odstranit</translation>
    </message>
</context>
<context>
    <name>Arrangement</name>
    <message>
        <source>Filtering…</source>
        <translation>Filtrování…</translation>
    </message>
    <message>
        <source>Sorting…</source>
        <translation>Řazení…</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>Zavřít</translation>
    </message>
</context>
<context>
    <name>BehaviourPage</name>
    <message>
        <source>As its environment says</source>
        <translation>Podle prostředí</translation>
    </message>
    <message>
        <source>As the settings say</source>
        <translation>Podle nastavení</translation>
    </message>
    <message>
        <source>Automatic commit</source>
        <translation>Automatické potvrzení</translation>
    </message>
    <message>
        <source>Changes; what destroys by name</source>
        <translation>Změny; ničivé zadáním názvu</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Barva</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Potvrzovat</translation>
    </message>
    <message>
        <source>Connect time-out</source>
        <translation>Časový limit připojení</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historie</translation>
    </message>
    <message>
        <source>Idle transactions</source>
        <translation>Nečinné transakce</translation>
    </message>
    <message>
        <source>Manual commit</source>
        <translation>Ruční potvrzení</translation>
    </message>
    <message>
        <source>Must answer before a statement is sent</source>
        <translation>Musí odpovědět, než se příkaz odešle</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Žádné</translation>
    </message>
    <message>
        <source>Only a hash</source>
        <translation>Jen otisk</translation>
    </message>
    <message>
        <source>Plugins</source>
        <translation>Zásuvné moduly</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Znovu připojit</translation>
    </message>
    <message>
        <source>SQL in events</source>
        <translation>SQL v událostech</translation>
    </message>
    <message>
        <source>Seconds; 0: never; empty: as its environment says</source>
        <translation>Sekundy; 0: nikdy; prázdné: podle prostředí</translation>
    </message>
    <message>
        <source>Seconds; empty: as the settings say</source>
        <translation>Sekundy; prázdné: podle nastavení</translation>
    </message>
    <message>
        <source>The options of such a connection stand in its URL.</source>
        <translation>Volby takového připojení jsou v jeho URL.</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Transakce</translation>
    </message>
    <message>
        <source>What may change something</source>
        <translation>Co může něco změnit</translation>
    </message>
    <message>
        <source>Without values</source>
        <translation>Bez hodnot</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ano</translation>
    </message>
</context>
<context>
    <name>CellCopier</name>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Kopírovat vše</translation>
    </message>
    <message>
        <source>Copy the first {count} rows</source>
        <translation>Kopírovat prvních {count} řádků</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Kopírování…</translation>
    </message>
    <message>
        <source>More than {size} MB does not go through a clipboard: the first {count} rows were copied.</source>
        <translation>Do schránky se nevejde více než {size} MB: zkopírováno bylo prvních {count} řádků.</translation>
    </message>
    <message>
        <source>The rows cannot be read: {reason}</source>
        <translation>Řádky nelze přečíst: {reason}</translation>
    </message>
    <message>
        <source>The selection has more than {size} MB as text. Its first {count} of {total} rows do not.</source>
        <translation>Výběr má jako text více než {size} MB. Jeho prvních {count} z {total} řádků tuto velikost nepřekračuje.</translation>
    </message>
</context>
<context>
    <name>CellFormats</name>
    <message>
        <source>The column is shown as it is. {reason}</source>
        <translation>Sloupec je zobrazen tak, jak je. {reason}</translation>
    </message>
</context>
<context>
    <name>ChangeDialog</name>
    <message>
        <source>All rows are removed. This cannot be undone.</source>
        <translation>Odstraní se všechny řádky. Tuto akci nelze vrátit zpět.</translation>
    </message>
    <message>
        <source>Also everything that depends on it (CASCADE)</source>
        <translation>Také vše, co na tom závisí (CASCADE)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Odstranit</translation>
    </message>
    <message>
        <source>Drop {name}?</source>
        <translation>Odstranit {name}?</translation>
    </message>
    <message>
        <source>It is removed with everything in it. This cannot be undone.</source>
        <translation>Odstraní se i se vším, co obsahuje. Tuto akci nelze vrátit zpět.</translation>
    </message>
    <message>
        <source>The statement that will be run</source>
        <translation>Příkaz, který se spustí</translation>
    </message>
    <message>
        <source>This connection wants the name to be typed. Type {name} to go on.</source>
        <translation>Toto připojení vyžaduje zadání názvu. Pro pokračování zadejte {name}.</translation>
    </message>
    <message>
        <source>Truncate</source>
        <translation>Vyprázdnit</translation>
    </message>
    <message>
        <source>Truncate {name}?</source>
        <translation>Vyprázdnit {name}?</translation>
    </message>
</context>
<context>
    <name>ChangesDialog</name>
    <message numerus="yes">
        <source>%n statement(s), in one transaction</source>
        <translation>
            <numerusform>%n příkaz v jedné transakci</numerusform>
            <numerusform>%n příkazy v jedné transakci</numerusform>
            <numerusform>%n příkazů v jedné transakci</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Changes as SQL</source>
        <translation>Změny jako SQL</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zavřít</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopírovat</translation>
    </message>
    <message>
        <source>Make these changes</source>
        <translation>Provést tyto změny</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>none</source>
        <translation>žádné</translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <source>Values for the cell</source>
        <translation>Hodnoty pro buňku</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>A transaction is open in {tab}.</source>
        <translation>Na kartě {tab} je otevřená transakce.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Zavřít bez uložení</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Potvrdit</translation>
    </message>
    <message>
        <source>Discard all and close</source>
        <translation>Zahodit vše a zavřít</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Odpojit</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>Nechat otevřené</translation>
    </message>
    <message>
        <source>Keep the connection</source>
        <translation>Ponechat připojení</translation>
    </message>
    <message>
        <source>Look at each</source>
        <translation>Projít jednotlivě</translation>
    </message>
    <message>
        <source>Nothing is committed unless you say so.</source>
        <translation>Bez vašeho pokynu se nic nepotvrdí.</translation>
    </message>
    <message>
        <source>Open transaction</source>
        <translation>Otevřená transakce</translation>
    </message>
    <message>
        <source>Open work</source>
        <translation>Rozdělaná práce</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Odebrat</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Vrátit zpět</translation>
    </message>
    <message>
        <source>Roll back and disconnect</source>
        <translation>Vrátit zpět a odpojit</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Uložit</translation>
    </message>
    <message>
        <source>Stay connected</source>
        <translation>Zůstat připojen</translation>
    </message>
    <message>
        <source>Unsaved file</source>
        <translation>Neuložený soubor</translation>
    </message>
    <message>
        <source>Work is open in several tabs:</source>
        <translation>Rozdělaná práce je na několika kartách:</translation>
    </message>
    <message>
        <source>Work is open on this connection. It stays open in its tabs, but they cannot connect again later:</source>
        <translation>Na tomto připojení je rozdělaná práce. Na svých kartách zůstane otevřená, ale ty se později nebudou moci znovu připojit:</translation>
    </message>
    <message>
        <source>Work is open on {name}. To disconnect cancels it and rolls it back:</source>
        <translation>Na připojení {name} je rozpracovaná práce. Odpojení ji přeruší a vrátí zpět:</translation>
    </message>
    <message>
        <source>a statement runs</source>
        <translation>běží příkaz</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>a %n další</numerusform>
            <numerusform>a %n další</numerusform>
            <numerusform>a %n dalších</numerusform>
        </translation>
    </message>
    <message>
        <source>{tab} has changes that are not in its file.</source>
        <translation>Karta {tab} obsahuje změny, které nejsou v jejím souboru.</translation>
    </message>
</context>
<context>
    <name>CodeFindBar</name>
    <message>
        <source>Close (Escape)</source>
        <translation>Zavřít (Escape)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Najít</translation>
    </message>
    <message>
        <source>Find in editor</source>
        <translation>Najít v editoru</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Rozlišovat velikost písmen</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>Další (F3)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nenalezeno</translation>
    </message>
    <message>
        <source>Only in the selection</source>
        <translation>Jen ve výběru</translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>Předchozí (Shift+F3)</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulární výraz</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Nahradit</translation>
    </message>
    <message>
        <source>Replace (Ctrl+H)</source>
        <translation>Nahradit (Ctrl+H)</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Nahradit vše</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Nahradit čím</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Celá slova</translation>
    </message>
    <message>
        <source>{current} of {count}</source>
        <translation>{current} z {count}</translation>
    </message>
</context>
<context>
    <name>CodeGutter</name>
    <message>
        <source>Line numbers</source>
        <translation>Čísla řádků</translation>
    </message>
</context>
<context>
    <name>CodeOverlay</name>
    <message>
        <source>{count} characters</source>
        <translation>{count} znaků</translation>
    </message>
</context>
<context>
    <name>CodeSurface</name>
    <message>
        <source>The middle of a very long line. Double-click to open it.</source>
        <translation>Prostředek velmi dlouhého řádku. Otevřete ho dvojitým kliknutím.</translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>SQL editor</source>
        <translation>Editor SQL</translation>
    </message>
</context>
<context>
    <name>ColorChoice</name>
    <message>
        <source># and six digits</source>
        <translation># a šest číslic</translation>
    </message>
    <message>
        <source>Another…</source>
        <translation>Jiná…</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Modrá</translation>
    </message>
    <message>
        <source>Choose a colour</source>
        <translation>Vybrat barvu</translation>
    </message>
    <message>
        <source>Colour as #rrggbb</source>
        <translation>Barva jako #rrggbb</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Zelená</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Červená</translation>
    </message>
    <message>
        <source>What it looks like</source>
        <translation>Jak vypadá</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Žlutá</translation>
    </message>
</context>
<context>
    <name>ColumnHeader</name>
    <message>
        <source>Columns</source>
        <translation>Sloupce</translation>
    </message>
</context>
<context>
    <name>ColumnList</name>
    <message>
        <source>All</source>
        <translation>Vše</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Sloupce</translation>
    </message>
    <message>
        <source>Filter columns</source>
        <translation>Filtrovat sloupce</translation>
    </message>
    <message>
        <source>Hide all columns of the list</source>
        <translation>Skrýt všechny sloupce v seznamu</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nic</translation>
    </message>
    <message>
        <source>Show all columns of the list</source>
        <translation>Zobrazit všechny sloupce v seznamu</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Paleta příkazů</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Najít příkaz</translation>
    </message>
    <message>
        <source>No command fits</source>
        <translation>Neodpovídá žádný příkaz</translation>
    </message>
</context>
<context>
    <name>Completion</name>
    <message>
        <source>Nothing fits here.</source>
        <translation>Nic se sem nehodí.</translation>
    </message>
    <message>
        <source>Reading the names of the database…</source>
        <translation>Načítají se názvy z databáze…</translation>
    </message>
</context>
<context>
    <name>CompletionPopup</name>
    <message>
        <source>Completion</source>
        <translation>Doplňování</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message numerus="yes">
        <source>%n statement(s) empty or drop something, or change every row of a table.</source>
        <translation>
            <numerusform>%n příkaz něco vyprázdní či smaže, nebo změní každý řádek tabulky.</numerusform>
            <numerusform>%n příkazy něco vyprázdní či smažou, nebo změní každý řádek tabulky.</numerusform>
            <numerusform>%n příkazů něco vyprázdní či smaže, nebo změní každý řádek tabulky.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) may change data or definitions.</source>
        <translation>
            <numerusform>%n příkaz může změnit data nebo definice.</numerusform>
            <numerusform>%n příkazy mohou změnit data nebo definice.</numerusform>
            <numerusform>%n příkazů může změnit data nebo definice.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Potvrzovat</translation>
    </message>
    <message>
        <source>It was not looked into, and may change data or definitions.</source>
        <translation>Obsah nebyl prozkoumán a může změnit data nebo definice.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Spustit</translation>
    </message>
    <message>
        <source>Run this on {connection}?</source>
        <translation>Spustit toto na {connection}?</translation>
    </message>
    <message>
        <source>What will be sent</source>
        <translation>Co se odešle</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Column</source>
        <translation>Sloupec</translation>
    </message>
    <message>
        <source>Delete it anyway</source>
        <translation>Přesto odstranit</translation>
    </message>
    <message>
        <source>Drop my change</source>
        <translation>Zahodit mou změnu</translation>
    </message>
    <message>
        <source>Insert it anew</source>
        <translation>Vložit znovu</translation>
    </message>
    <message>
        <source>Keep for later</source>
        <translation>Ponechat na později</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Přepsat</translation>
    </message>
    <message>
        <source>Save nothing</source>
        <translation>Nic neukládat</translation>
    </message>
    <message>
        <source>Somebody else changed this row</source>
        <translation>Tento řádek změnil někdo jiný</translation>
    </message>
    <message>
        <source>The change stays staged; the others are saved.</source>
        <translation>Změna zůstane připravená; ostatní se uloží.</translation>
    </message>
    <message>
        <source>The row as it was, as you want it, and as it is now</source>
        <translation>Řádek, jaký byl, jaký ho chcete mít a jaký je teď</translation>
    </message>
    <message>
        <source>What is there now</source>
        <translation>Co tam je teď</translation>
    </message>
    <message>
        <source>What you saw</source>
        <translation>Co jste viděli</translation>
    </message>
    <message>
        <source>What you want</source>
        <translation>Co chcete</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>odstraněno</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>už neexistuje</translation>
    </message>
</context>
<context>
    <name>ConnectionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>Chování</translation>
    </message>
    <message>
        <source>Connect without saving</source>
        <translation>Připojit bez uložení</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>Upravit připojení</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Šifrování</translation>
    </message>
    <message>
        <source>Log-in</source>
        <translation>Přihlášení</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Další</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>Nové připojení</translation>
    </message>
    <message>
        <source>SSH</source>
        <translation>SSH</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Uložit</translation>
    </message>
    <message>
        <source>Save connection</source>
        <translation>Uložit připojení</translation>
    </message>
    <message>
        <source>Start and schemas</source>
        <translation>Spuštění a schémata</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zastavit</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Otestovat</translation>
    </message>
    <message>
        <source>The colour has to be written as # and six hexadecimal digits.</source>
        <translation>Barva se píše jako # a šest šestnáctkových číslic.</translation>
    </message>
    <message>
        <source>Understood as {form}.</source>
        <translation>Rozpoznáno jako {form}.</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name} (kopie)</translation>
    </message>
</context>
<context>
    <name>ConnectionsFeature</name>
    <message numerus="yes">
        <source>%n connection(s) were added.</source>
        <translation>
            <numerusform>Bylo přidáno %n připojení.</numerusform>
            <numerusform>Byla přidána %n připojení.</numerusform>
            <numerusform>Bylo přidáno %n připojení.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) were written to {path}; no secret is in it.</source>
        <translation>
            <numerusform>Do {path} bylo zapsáno %n připojení; neobsahuje žádné tajné údaje.</numerusform>
            <numerusform>Do {path} byla zapsána %n připojení; neobsahují žádné tajné údaje.</numerusform>
            <numerusform>Do {path} bylo zapsáno %n připojení; neobsahují žádné tajné údaje.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export connections</source>
        <translation>Exportovat připojení</translation>
    </message>
    <message>
        <source>Import connections</source>
        <translation>Importovat připojení</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>Do {path} nelze zapsat: {reason}.</translation>
    </message>
</context>
<context>
    <name>DashboardChanging</name>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplikovat</translation>
    </message>
    <message>
        <source>&amp;Edit panel…</source>
        <translation>&amp;Upravit panel…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Odebrat</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>En&amp;large</source>
        <translation>&amp;Zvětšit</translation>
    </message>
    <message>
        <source>My dashboard</source>
        <translation>Můj přehled</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Odebrat</translation>
    </message>
    <message>
        <source>Remove dashboard</source>
        <translation>Odebrat přehled</translation>
    </message>
    <message>
        <source>Remove the dashboard {title}?</source>
        <translation>Odebrat přehled {title}?</translation>
    </message>
    <message>
        <source>Save as &amp;CSV…</source>
        <translation>Uložit jako &amp;CSV…</translation>
    </message>
    <message>
        <source>Save as &amp;image…</source>
        <translation>Uložit jako o&amp;brázek…</translation>
    </message>
    <message>
        <source>Show &amp;all panels</source>
        <translation>Zobrazit &amp;všechny panely</translation>
    </message>
    <message>
        <source>{title} (copy)</source>
        <translation>{title} (kopie)</translation>
    </message>
</context>
<context>
    <name>DashboardSaving</name>
    <message>
        <source>Export dashboard</source>
        <translation>Exportovat přehled</translation>
    </message>
    <message>
        <source>Import dashboard</source>
        <translation>Importovat přehled</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Uložit jako CSV</translation>
    </message>
    <message>
        <source>Save as image</source>
        <translation>Uložit jako obrázek</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>Zapsáno do {path}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>{path} nelze zapsat: {reason}.</translation>
    </message>
    <message>
        <source>{title} was added. It is for servers of another kind ({kind}) and shown at theirs.</source>
        <translation>{title} byl přidán. Je pro servery jiného druhu ({kind}) a zobrazuje se u nich.</translation>
    </message>
</context>
<context>
    <name>DashboardView</name>
    <message>
        <source>Add a panel</source>
        <translation>Přidat panel</translation>
    </message>
    <message>
        <source>This dashboard has no panels yet.</source>
        <translation>Tento přehled zatím nemá žádné panely.</translation>
    </message>
</context>
<context>
    <name>DdlView</name>
    <message>
        <source>Copy</source>
        <translation>Kopírovat</translation>
    </message>
    <message>
        <source>Copy all statements</source>
        <translation>Kopírovat všechny příkazy</translation>
    </message>
    <message>
        <source>Statements that make it</source>
        <translation>Příkazy, které ho vytvoří</translation>
    </message>
</context>
<context>
    <name>DeliberateDialog</name>
    <message>
        <source>Type {name} to go on.</source>
        <translation>Chcete-li pokračovat, napište {name}.</translation>
    </message>
</context>
<context>
    <name>DeliveriesPart</name>
    <message numerus="yes">
        <source>%n delivery(s) will be sent again.</source>
        <translation>
            <numerusform>%n doručení se odešle znovu.</numerusform>
            <numerusform>%n doručení se odešlou znovu.</numerusform>
            <numerusform>%n doručení se odešle znovu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Přijato</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresa</translation>
    </message>
    <message>
        <source>All endpoints</source>
        <translation>Všechny cíle</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Odpověď</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Libovolný stav</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Pokus</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Pokusy</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Doručení</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Cíl</translation>
    </message>
    <message>
        <source>Events, such as query.*</source>
        <translation>Události, například query.*</translation>
    </message>
    <message>
        <source>Last attempt</source>
        <translation>Poslední pokus</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Zpráva</translation>
    </message>
    <message>
        <source>No deliveries</source>
        <translation>Žádná doručení</translation>
    </message>
    <message>
        <source>No delivery fits what is asked for above.</source>
        <translation>Žádné doručení neodpovídá tomu, co je nahoře zadáno.</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Požadavek</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Poslat znovu</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stav</translation>
    </message>
    <message>
        <source>There was no answer.</source>
        <translation>Odpověď nepřišla.</translation>
    </message>
    <message>
        <source>What endpoints are told will be listed here, with request, answer and duration.</source>
        <translation>Zde bude, co se cílům oznámí, s požadavkem, odpovědí a trváním.</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} z {all}</translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message>
        <source>Differences</source>
        <translation>Rozdíly</translation>
    </message>
    <message>
        <source>The texts are the same.</source>
        <translation>Texty jsou stejné.</translation>
    </message>
    <message>
        <source>There is more, which is not shown.</source>
        <translation>Je toho víc, ale to se nezobrazuje.</translation>
    </message>
    <message>
        <source>{added} added, {removed} removed</source>
        <translation>{added} přidáno, {removed} odebráno</translation>
    </message>
</context>
<context>
    <name>DocumentChart</name>
    <message>
        <source>Chart</source>
        <translation>Graf</translation>
    </message>
    <message>
        <source>There is nothing to draw in this chart.</source>
        <translation>V tomto grafu není co kreslit.</translation>
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
        <translation>Otevřené karty</translation>
    </message>
</context>
<context>
    <name>DocumentTable</name>
    <message>
        <source>Table</source>
        <translation>Tabulka</translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message numerus="yes">
        <source>%n more part(s) are not shown.</source>
        <translation>
            <numerusform>%n další část není zobrazena.</numerusform>
            <numerusform>%n další části nejsou zobrazeny.</numerusform>
            <numerusform>%n dalších částí není zobrazeno.</numerusform>
        </translation>
    </message>
    <message>
        <source>A form cannot be filled in here.</source>
        <translation>Formulář zde nelze vyplnit.</translation>
    </message>
    <message>
        <source>Only the beginning is shown.</source>
        <translation>Zobrazen je jen začátek.</translation>
    </message>
    <message>
        <source>Some rows have more or fewer values than there are columns.</source>
        <translation>Některé řádky mají více nebo méně hodnot, než je sloupců.</translation>
    </message>
    <message>
        <source>Some series have more or fewer values than the chart has places.</source>
        <translation>Některé řady mají více nebo méně hodnot, než má graf míst.</translation>
    </message>
    <message>
        <source>There is nothing to be shown.</source>
        <translation>Není co zobrazit.</translation>
    </message>
    <message>
        <source>What the plugin shows</source>
        <translation>Co zásuvný modul zobrazuje</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>New editor (Ctrl+T)</source>
        <translation>Nový editor (Ctrl+T)</translation>
    </message>
</context>
<context>
    <name>EditorFind</name>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n nahrazen</numerusform>
            <numerusform>%n nahrazeny</numerusform>
            <numerusform>%n nahrazeno</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Hledání…</translation>
    </message>
</context>
<context>
    <name>EndSessionsDialog</name>
    <message>
        <source>Cancel statement</source>
        <translation>Zrušit příkaz</translation>
    </message>
    <message numerus="yes">
        <source>Cancel the statements of %n session(s)?</source>
        <translation>
            <numerusform>Zrušit příkaz %n relace?</numerusform>
            <numerusform>Zrušit příkazy %n relací?</numerusform>
            <numerusform>Zrušit příkazy %n relací?</numerusform>
        </translation>
    </message>
    <message>
        <source>Chosen sessions</source>
        <translation>Vybrané relace</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>Nedělat nic</translation>
    </message>
    <message numerus="yes">
        <source>End %n session(s)?</source>
        <translation>
            <numerusform>Ukončit %n relaci?</numerusform>
            <numerusform>Ukončit %n relace?</numerusform>
            <numerusform>Ukončit %n relací?</numerusform>
        </translation>
    </message>
    <message>
        <source>End session</source>
        <translation>Ukončit relaci</translation>
    </message>
    <message>
        <source>The server rolls back what they have not committed, and whoever uses them is cut off.</source>
        <translation>Server vrátí zpět, co nepotvrdily, a kdo je používá, bude odpojen.</translation>
    </message>
    <message>
        <source>Whoever runs them gets an error. Transactions around them fail or go on, as the server has it.</source>
        <translation>Kdo je spustil, dostane chybu. Transakce kolem nich selžou nebo pokračují, podle serveru.</translation>
    </message>
</context>
<context>
    <name>EndpointDialog</name>
    <message numerus="yes">
        <source>%n connections</source>
        <translation>
            <numerusform>%n připojení</numerusform>
            <numerusform>%n připojení</numerusform>
            <numerusform>%n připojení</numerusform>
        </translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresa</translation>
    </message>
    <message>
        <source>All connections</source>
        <translation>Všechna připojení</translation>
    </message>
    <message>
        <source>Allow addresses of this machine and private networks</source>
        <translation>Povolit adresy tohoto počítače a soukromých sítí</translation>
    </message>
    <message>
        <source>Authorization: Bearer …</source>
        <translation>Authorization: Bearer …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Certifikáty</translation>
    </message>
    <message>
        <source>Encrypted file</source>
        <translation>Zašifrovaný soubor</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Cíl</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Události</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formát</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Hlavičky</translation>
    </message>
    <message>
        <source>It answered {status} in {time}.</source>
        <translation>Odpověděl {status} za {time}.</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Klíčenka</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Název</translation>
    </message>
    <message>
        <source>New endpoint</source>
        <translation>Nový cíl</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Z</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Opakování</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Uložit</translation>
    </message>
    <message>
        <source>Secret part</source>
        <translation>Tajná část</translation>
    </message>
    <message>
        <source>Secrets in</source>
        <translation>Tajemství v</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Poslat zkoušku</translation>
    </message>
    <message>
        <source>Sign what is told (Standard Webhooks)</source>
        <translation>Podepisovat oznámení (Standard Webhooks)</translation>
    </message>
    <message>
        <source>Tell it of events</source>
        <translation>Oznamovat mu události</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Časový limit</translation>
    </message>
    <message>
        <source>Values that look secret are kept apart.</source>
        <translation>Hodnoty, které vypadají tajně, se ukládají zvlášť.</translation>
    </message>
    <message>
        <source>a file, beside those of the system</source>
        <translation>soubor, vedle systémových</translation>
    </message>
    <message>
        <source>as it is kept</source>
        <translation>jak je uloženo</translation>
    </message>
    <message>
        <source>for example Deployments</source>
        <translation>například Deployments</translation>
    </message>
    <message>
        <source>for example https://hooks.example.org/lapwing</source>
        <translation>například https://hooks.example.org/lapwing</translation>
    </message>
    <message>
        <source>for example query.failed, alert.*</source>
        <translation>například query.failed, alert.*</translation>
    </message>
    <message>
        <source>ms, then up to</source>
        <translation>ms, pak nejvýše</translation>
    </message>
    <message>
        <source>none; for example http://proxy.example.org:3128</source>
        <translation>žádná; například http://proxy.example.org:3128</translation>
    </message>
    <message>
        <source>retries</source>
        <translation>opakování</translation>
    </message>
    <message>
        <source>where the address holds {secret}</source>
        <translation>kde adresa obsahuje {secret}</translation>
    </message>
</context>
<context>
    <name>EndpointsPart</name>
    <message>
        <source>Address</source>
        <translation>Adresa</translation>
    </message>
    <message>
        <source>An endpoint is an address that is told of events as they happen: failed queries, alerts, changed schemas.</source>
        <translation>Cíl je adresa, které se oznamují události, jakmile nastanou: neúspěšné dotazy, poplachy, změněná schémata.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Upravit</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Cíle</translation>
    </message>
    <message>
        <source>Enter the passphrase of the encrypted file, so that what waits can be sent</source>
        <translation>Zadat heslo zašifrovaného souboru, aby bylo možné odeslat, co čeká</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Události</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formát</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Hlavičky</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importovat</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nová</translation>
    </message>
    <message>
        <source>New endpoint</source>
        <translation>Nový cíl</translation>
    </message>
    <message>
        <source>New secret</source>
        <translation>Nové tajemství</translation>
    </message>
    <message>
        <source>No endpoints yet</source>
        <translation>Zatím žádné cíle</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Odebrat</translation>
    </message>
    <message>
        <source>Remove the endpoint {name}? What waits for it is given up.</source>
        <translation>Odebrat cíl {name}? Co na něj čeká, se vzdá.</translation>
    </message>
    <message>
        <source>Show deliveries</source>
        <translation>Zobrazit doručení</translation>
    </message>
    <message>
        <source>Show its signing secret</source>
        <translation>Ukázat jeho podpisové tajemství</translation>
    </message>
    <message>
        <source>Sign what {name} is told with a new secret? For a day the old one is used beside it.</source>
        <translation>Podepisovat oznámení pro {name} novým tajemstvím? Jeden den se vedle něj používá i staré.</translation>
    </message>
    <message>
        <source>Sign with a new secret</source>
        <translation>Podepisovat novým tajemstvím</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stav</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Časový limit</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Odemknout</translation>
    </message>
    <message>
        <source>{timeout} ms, then up to {retries} retries</source>
        <translation>{timeout} ms, pak nejvýše {retries} opakování</translation>
    </message>
</context>
<context>
    <name>EnvironmentsDialog</name>
    <message>
        <source>A connection can have a colour and a commit mode of its own, and ask for more care, never for less.</source>
        <translation>Připojení může mít vlastní barvu a vlastní režim potvrzování a vyžadovat větší opatrnost, nikdy menší.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Přidat</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>Jako na začátku</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Prostředí</translation>
    </message>
    <message>
        <source>New environment</source>
        <translation>Nové prostředí</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Odebrat</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Uložit</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Bez názvu</translation>
    </message>
    <message>
        <source>asks before changes</source>
        <translation>ptá se před změnami</translation>
    </message>
    <message>
        <source>asks before changes, and for names</source>
        <translation>ptá se před změnami a na názvy</translation>
    </message>
</context>
<context>
    <name>EventDetail</name>
    <message>
        <source>Copy</source>
        <translation>Kopírovat</translation>
    </message>
    <message>
        <source>Copy as JSON (Ctrl+C)</source>
        <translation>Kopírovat jako JSON (Ctrl+C)</translation>
    </message>
    <message>
        <source>The event as JSON</source>
        <translation>Událost jako JSON</translation>
    </message>
</context>
<context>
    <name>EventsFilters</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nová</numerusform>
            <numerusform>%n nové</numerusform>
            <numerusform>%n nových</numerusform>
        </translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 dní</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Výstrahy</translation>
    </message>
    <message>
        <source>All connections</source>
        <translation>Všechna připojení</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Všechny události</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Kdykoli</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Připojení</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Připojení</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>Definice</translation>
    </message>
    <message>
        <source>Hold the list still</source>
        <translation>Pozastavit seznam</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Úlohy</translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation>Druh události</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Poslední hodina</translation>
    </message>
    <message>
        <source>Let the list go on</source>
        <translation>Nechat seznam pokračovat</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pozastavit</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pozastaveno</translation>
    </message>
    <message>
        <source>Plugins</source>
        <translation>Zásuvné moduly</translation>
    </message>
    <message>
        <source>Search in events</source>
        <translation>Hledat v událostech</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Služby</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Příkazy</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Čas</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Dnes</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooky</translation>
    </message>
    <message>
        <source>What failed</source>
        <translation>Co selhalo</translation>
    </message>
    <message>
        <source>Workflows</source>
        <translation>Postupy</translation>
    </message>
</context>
<context>
    <name>EventsList</name>
    <message>
        <source>Events</source>
        <translation>Události</translation>
    </message>
</context>
<context>
    <name>EventsModel</name>
    <message>
        <source>Connection</source>
        <translation>Připojení</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Trvání</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Událost</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Čas</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Co</translation>
    </message>
</context>
<context>
    <name>EventsPage</name>
    <message>
        <source>Events</source>
        <translation>Události</translation>
    </message>
</context>
<context>
    <name>EventsView</name>
    <message>
        <source>No event fits.</source>
        <translation>Žádná událost neodpovídá.</translation>
    </message>
    <message>
        <source>Only This Connection</source>
        <translation>Jen toto připojení</translation>
    </message>
    <message>
        <source>Only This Job</source>
        <translation>Jen tato úloha</translation>
    </message>
    <message>
        <source>Only This Statement</source>
        <translation>Jen tento příkaz</translation>
    </message>
    <message>
        <source>Only This Subject</source>
        <translation>Jen tento předmět</translation>
    </message>
    <message>
        <source>Only This Type</source>
        <translation>Jen tento druh</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Zobrazit vše</translation>
    </message>
    <message>
        <source>What happens from now on stands here: connections, statements, alerts, jobs.</source>
        <translation>Co se od teď stane, bude zde: připojení, příkazy, výstrahy, úlohy.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Copy to clipboard</source>
        <translation>Kopírovat do schránky</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportovat</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Soubor</translation>
    </message>
    <message>
        <source>First rows as they will be written</source>
        <translation>První řádky tak, jak se zapíšou</translation>
    </message>
    <message>
        <source>Reading the first rows…</source>
        <translation>Načítají se první řádky…</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Nahradit</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Řádky</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Spouštění…</translation>
    </message>
    <message>
        <source>The plugin writes the first rows…</source>
        <translation>Plugin zapisuje první řádky…</translation>
    </message>
    <message>
        <source>The text for NULL can hold no delimiter, quote or line end.</source>
        <translation>Text pro NULL nesmí obsahovat oddělovač, uvozovku ani konec řádku.</translation>
    </message>
    <message>
        <source>What is exported</source>
        <translation>Co se exportuje</translation>
    </message>
    <message>
        <source>Written by the plugin {name}.</source>
        <translation>Zapisuje plugin {name}.</translation>
    </message>
</context>
<context>
    <name>ExportFeature</name>
    <message numerus="yes">
        <source>%n background job(s) still run(s).</source>
        <translation>
            <numerusform>%n úloha na pozadí stále běží.</numerusform>
            <numerusform>%n úlohy na pozadí stále běží.</numerusform>
            <numerusform>%n úloh na pozadí stále běží.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied to the clipboard.</source>
        <translation>
            <numerusform>Do schránky byl zkopírován %n řádek.</numerusform>
            <numerusform>Do schránky byly zkopírovány %n řádky.</numerusform>
            <numerusform>Do schránky bylo zkopírováno %n řádků.</numerusform>
        </translation>
    </message>
    <message>
        <source>Background jobs</source>
        <translation>Úlohy na pozadí</translation>
    </message>
    <message>
        <source>Cancel them and close</source>
        <translation>Zrušit je a zavřít</translation>
    </message>
    <message>
        <source>Keep Lapwing open</source>
        <translation>Nechat Lapwing otevřený</translation>
    </message>
</context>
<context>
    <name>ExportOffers</name>
    <message numerus="yes">
        <source>%n row(s) as shown</source>
        <translation>
            <numerusform>%n řádek, jak je zobrazen</numerusform>
            <numerusform>%n řádky, jak jsou zobrazeny</numerusform>
            <numerusform>%n řádků, jak jsou zobrazeny</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected row(s)</source>
        <translation>
            <numerusform>%n vybraný řádek</numerusform>
            <numerusform>%n vybrané řádky</numerusform>
            <numerusform>%n vybraných řádků</numerusform>
        </translation>
    </message>
    <message>
        <source>All rows of the table</source>
        <translation>Všechny řádky tabulky</translation>
    </message>
    <message>
        <source>All rows, by running it again</source>
        <translation>Všechny řádky po novém spuštění</translation>
    </message>
    <message>
        <source>Of {count} of {total} columns.</source>
        <translation>{count} z {total} sloupců.</translation>
    </message>
    <message>
        <source>Read on a session of its own, which only reads.</source>
        <translation>Čte se ve vlastní relaci, která pouze čte.</translation>
    </message>
    <message>
        <source>Rows by this tab&apos;s condition and order</source>
        <translation>Řádky podle podmínky a řazení této karty</translation>
    </message>
    <message>
        <source>The result is not complete: these rows are there.</source>
        <translation>Výsledek není úplný: k dispozici jsou tyto řádky.</translation>
    </message>
    <message>
        <source>The statement runs again, to the file; rows may have changed. This tab waits meanwhile.</source>
        <translation>Příkaz se spustí znovu, tentokrát do souboru; řádky se mohly změnit. Tato karta mezitím počká.</translation>
    </message>
    <message>
        <source>They are read anew, on a session of its own.</source>
        <translation>Načtou se znovu ve vlastní relaci.</translation>
    </message>
</context>
<context>
    <name>ExportOptions</name>
    <message>
        <source>A name as SQL writes it, with its schema where it has one</source>
        <translation>Název, jak se píše v SQL, případně i se schématem</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Jako text</translation>
    </message>
    <message>
        <source>Bar  |</source>
        <translation>Svislá čára  |</translation>
    </message>
    <message>
        <source>Byte order mark before UTF-8, for Excel</source>
        <translation>Značka pořadí bajtů před UTF-8, pro Excel</translation>
    </message>
    <message>
        <source>Bytes as</source>
        <translation>Bajty jako</translation>
    </message>
    <message>
        <source>Comma  ,</source>
        <translation>Čárka  ,</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Oddělovač</translation>
    </message>
    <message>
        <source>Double  &quot;</source>
        <translation>Dvojité  &quot;</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kódování</translation>
    </message>
    <message>
        <source>Exact: every digit</source>
        <translation>Přesně: každá číslice</translation>
    </message>
    <message>
        <source>Guard against formulas in spreadsheets</source>
        <translation>Chránit před vzorci v tabulkových procesorech</translation>
    </message>
    <message>
        <source>Insert into</source>
        <translation>Vložit do</translation>
    </message>
    <message>
        <source>Line ends</source>
        <translation>Konce řádků</translation>
    </message>
    <message>
        <source>Many readers take every number for a double, and round those with more digits.</source>
        <translation>Mnoho programů čte každé číslo jako double a ta s více číslicemi zaokrouhlí.</translation>
    </message>
    <message>
        <source>NULL as</source>
        <translation>NULL jako</translation>
    </message>
    <message>
        <source>Names of the columns first</source>
        <translation>Nejprve názvy sloupců</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Čísla</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Uvozovky</translation>
    </message>
    <message>
        <source>Quotes around every value</source>
        <translation>Každá hodnota v uvozovkách</translation>
    </message>
    <message>
        <source>Rows a statement</source>
        <translation>Řádků na příkaz</translation>
    </message>
    <message>
        <source>SQL for</source>
        <translation>SQL pro</translation>
    </message>
    <message>
        <source>Safe: as text where readers round</source>
        <translation>Bezpečně: jako text tam, kde by se zaokrouhlovalo</translation>
    </message>
    <message>
        <source>Semicolon  ;</source>
        <translation>Středník  ;</translation>
    </message>
    <message>
        <source>Single  &apos;</source>
        <translation>Jednoduché  &apos;</translation>
    </message>
    <message>
        <source>Standard SQL</source>
        <translation>Standardní SQL</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulátor</translation>
    </message>
    <message>
        <source>Writes an apostrophe before texts that begin like a formula. It changes these texts.</source>
        <translation>Před texty, které začínají jako vzorec, zapíše apostrof. Tyto texty se tím změní.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nic</translation>
    </message>
</context>
<context>
    <name>FactList</name>
    <message>
        <source>Copy</source>
        <translation>Kopírovat</translation>
    </message>
</context>
<context>
    <name>Favorites</name>
    <message>
        <source>The favourites cannot be kept: {reason}</source>
        <translation>Oblíbené položky nelze uložit: {reason}</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Open SQL file</source>
        <translation>Otevřít soubor SQL</translation>
    </message>
    <message>
        <source>Open SQLite database</source>
        <translation>Otevřít databázi SQLite</translation>
    </message>
    <message>
        <source>Save SQL file</source>
        <translation>Uložit soubor SQL</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose a file</source>
        <translation>Vybrat soubor</translation>
    </message>
</context>
<context>
    <name>FileImportDialog</name>
    <message>
        <source>By the file&apos;s name</source>
        <translation>Podle názvu souboru</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Choose a file: its columns, where each goes, and its first rows will be shown here.</source>
        <translation>Vyberte soubor: zde se zobrazí jeho sloupce, kam každý patří, a jeho první řádky.</translation>
    </message>
    <message>
        <source>Choose where at least one column goes.</source>
        <translation>Zvolte, kam přijde alespoň jeden sloupec.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Soubor</translation>
    </message>
    <message>
        <source>Files are read by plugins, and none that does so runs. GeoJSON and Map is one.</source>
        <translation>Soubory čtou pluginy a žádný takový neběží. Jedním z nich je GeoJSON and Map.</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>První řádky souboru</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formát</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importovat</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>Kam</translation>
    </message>
    <message>
        <source>Manage plugins…</source>
        <translation>Spravovat pluginy…</translation>
    </message>
    <message>
        <source>New table</source>
        <translation>Nová tabulka</translation>
    </message>
    <message>
        <source>Reading the first rows…</source>
        <translation>Čtou se první řádky…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Zahajuje se…</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabulka</translation>
    </message>
    <message>
        <source>Table that is there</source>
        <translation>Existující tabulka</translation>
    </message>
    <message>
        <source>The file has {count} columns, more than this dialog shows: use `lapwing import`.</source>
        <translation>Soubor má {count} sloupců, více než tento dialog zobrazí: použijte `lapwing import`.</translation>
    </message>
    <message>
        <source>The rows of the file go into this table.</source>
        <translation>Řádky souboru přijdou do této tabulky.</translation>
    </message>
    <message>
        <source>The table wants a value for {names}.</source>
        <translation>Tabulka vyžaduje hodnotu pro {names}.</translation>
    </message>
    <message>
        <source>There is a table {name} already.</source>
        <translation>Tabulka {name} už existuje.</translation>
    </message>
    <message>
        <source>There is no table {name}.</source>
        <translation>Tabulka {name} neexistuje.</translation>
    </message>
    <message>
        <source>Two columns would go into {name}.</source>
        <translation>Do {name} by přišly dva sloupce.</translation>
    </message>
    <message>
        <source>in {place}</source>
        <translation>v {place}</translation>
    </message>
</context>
<context>
    <name>FileRunning</name>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Commands such as \i, \copy, source and .read are refused otherwise.</source>
        <translation>Jinak se příkazy jako \i, \copy, source a .read odmítnou.</translation>
    </message>
    <message>
        <source>In one transaction, all of it is undone at the first error. Otherwise you are asked at each error.</source>
        <translation>V jedné transakci se při první chybě vše vrátí zpět. Jinak budete dotázáni při každé chybě.</translation>
    </message>
    <message>
        <source>Let it use files of its folder</source>
        <translation>Povolit mu používat soubory z jeho složky</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Spustit</translation>
    </message>
    <message>
        <source>Run SQL file</source>
        <translation>Spustit soubor SQL</translation>
    </message>
    <message>
        <source>Run in one transaction</source>
        <translation>Spustit v jedné transakci</translation>
    </message>
    <message>
        <source>Run {file} on {connection}?</source>
        <translation>Spustit {file} na připojení {connection}?</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Close (Escape)</source>
        <translation>Zavřít (Escape)</translation>
    </message>
    <message>
        <source>Shows loaded rows that contain the text, or fulfil conditions: =, !=, &lt;, &gt;, ~ (contains), is null</source>
        <translation>Zobrazí načtené řádky, které obsahují text nebo splňují podmínky: =, !=, &lt;, &gt;, ~ (obsahuje), is null</translation>
    </message>
    <message>
        <source>Text, or: column = value and column &gt; value</source>
        <translation>Text, nebo: sloupec = hodnota and sloupec &gt; hodnota</translation>
    </message>
    <message>
        <source>{shown} of {total} rows</source>
        <translation>{shown} z {total} řádků</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Close (Escape)</source>
        <translation>Zavřít (Escape)</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Rozlišovat velikost písmen</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>Další (Enter)</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>Předchozí (Shift+Enter)</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Hledání…</translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message numerus="yes">
        <source>%n more field(s) are not shown.</source>
        <translation>
            <numerusform>%n další pole není zobrazeno.</numerusform>
            <numerusform>%n další pole nejsou zobrazena.</numerusform>
            <numerusform>%n dalších polí není zobrazeno.</numerusform>
        </translation>
    </message>
    <message>
        <source>A number is needed here.</source>
        <translation>Zde je potřeba číslo.</translation>
    </message>
    <message>
        <source>A size is needed here, such as 512KB or 100MB.</source>
        <translation>Zde je potřeba velikost, například 512KB nebo 100MB.</translation>
    </message>
    <message>
        <source>A time is needed here, such as 30s, 15m or 90d.</source>
        <translation>Zde je potřeba doba, například 30s, 15m nebo 90d.</translation>
    </message>
    <message>
        <source>A whole number is needed here.</source>
        <translation>Zde je potřeba celé číslo.</translation>
    </message>
    <message>
        <source>At least {least}, please.</source>
        <translation>Prosím nejméně {least}.</translation>
    </message>
    <message>
        <source>At most {most}, please.</source>
        <translation>Prosím nejvýše {most}.</translation>
    </message>
    <message>
        <source>One of the choices is needed here.</source>
        <translation>Zde je potřeba jedna z možností.</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Odeslat</translation>
    </message>
    <message>
        <source>These are too many entries, or too long ones.</source>
        <translation>Položek je příliš mnoho, nebo jsou příliš dlouhé.</translation>
    </message>
    <message>
        <source>This cannot be taken.</source>
        <translation>Toto nelze přijmout.</translation>
    </message>
    <message>
        <source>This must not be empty.</source>
        <translation>Toto nesmí být prázdné.</translation>
    </message>
</context>
<context>
    <name>FormatList</name>
    <message>
        <source>By the plugin {name}</source>
        <translation>Z pluginu {name}</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formát</translation>
    </message>
</context>
<context>
    <name>FormatMenu</name>
    <message>
        <source>As it is</source>
        <translation>Jak je</translation>
    </message>
    <message>
        <source>Show as</source>
        <translation>Zobrazit jako</translation>
    </message>
</context>
<context>
    <name>Formatting</name>
    <message>
        <source>Formatting…</source>
        <translation>Formátování…</translation>
    </message>
</context>
<context>
    <name>GaugeBody</name>
    <message>
        <source>of {highest}</source>
        <translation>z {highest}</translation>
    </message>
</context>
<context>
    <name>GoToLine</name>
    <message>
        <source>Go to line</source>
        <translation>Přejít na řádek</translation>
    </message>
    <message>
        <source>Line {line} of {count}.</source>
        <translation>Řádek {line} z {count}.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}; Enter goes there.</source>
        <translation>Řádek {line}, sloupec {column}; Enter tam přejde.</translation>
    </message>
    <message>
        <source>Line, line:column, +10 or -10</source>
        <translation>Řádek, řádek:sloupec, +10 nebo -10</translation>
    </message>
    <message>
        <source>This is no line: write 120 or 120:8.</source>
        <translation>To není řádek: napište 120 nebo 120:8.</translation>
    </message>
</context>
<context>
    <name>GridMenus</name>
    <message>
        <source>Add to the order</source>
        <translation>Přidat k řazení</translation>
    </message>
    <message>
        <source>As the server sent them</source>
        <translation>Jak je poslal server</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Sloupce…</translation>
    </message>
    <message>
        <source>Copy column name</source>
        <translation>Kopírovat název sloupce</translation>
    </message>
    <message>
        <source>Fit all widths</source>
        <translation>Přizpůsobit všechny šířky</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Přizpůsobit šířku</translation>
    </message>
    <message>
        <source>Freeze up to here</source>
        <translation>Ukotvit až sem</translation>
    </message>
    <message>
        <source>Hide column</source>
        <translation>Skrýt sloupec</translation>
    </message>
    <message>
        <source>Select column</source>
        <translation>Vybrat sloupec</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>Seřadit vzestupně</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>Seřadit sestupně</translation>
    </message>
    <message>
        <source>Unfreeze columns</source>
        <translation>Uvolnit sloupce</translation>
    </message>
</context>
<context>
    <name>GroupDialog</name>
    <message numerus="yes">
        <source>All %n connection(s) of this group</source>
        <translation>
            <numerusform>%n připojení této skupiny</numerusform>
            <numerusform>Všechna %n připojení této skupiny</numerusform>
            <numerusform>Všech %n připojení této skupiny</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Skupina</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Žádná</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Uložit</translation>
    </message>
</context>
<context>
    <name>HeatScale</name>
    <message>
        <source>Colours from {lowest} to {highest}</source>
        <translation>Barvy od {lowest} do {highest}</translation>
    </message>
</context>
<context>
    <name>HexView</name>
    <message>
        <source>Bytes of the value</source>
        <translation>Bajty hodnoty</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n řádek</numerusform>
            <numerusform>%n řádky</numerusform>
            <numerusform>%n řádků</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) affected</source>
        <translation>
            <numerusform>Ovlivněn %n řádek</numerusform>
            <numerusform>Ovlivněny %n řádky</numerusform>
            <numerusform>Ovlivněno %n řádků</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Zrušeno</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hotovo</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Selhalo</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Běží</translation>
    </message>
    <message>
        <source>Unknown: it may have been done</source>
        <translation>Neznámý stav: možná se provedl</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Čeká</translation>
    </message>
    <message>
        <source>by the plugin {name}</source>
        <translation>zásuvným modulem {name}</translation>
    </message>
    <message>
        <source>from the command line</source>
        <translation>z příkazového řádku</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>neuchováno</translation>
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
        <translation>Při ukládání byl z tohoto příkazu vynechán tajný údaj. Před spuštěním ho doplňte.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Clear history</source>
        <translation>Vymazat historii</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Smazat</translation>
    </message>
    <message>
        <source>Delete all statements from the history?</source>
        <translation>Smazat z historie všechny příkazy?</translation>
    </message>
    <message>
        <source>Delete all statements that fit the filters?</source>
        <translation>Smazat všechny příkazy, které odpovídají filtrům?</translation>
    </message>
    <message>
        <source>Only the beginning of this statement was kept.</source>
        <translation>Uchován byl jen začátek tohoto příkazu.</translation>
    </message>
    <message>
        <source>Pinned ones stay. This cannot be undone.</source>
        <translation>Připnuté zůstanou. Tuto akci nelze vrátit zpět.</translation>
    </message>
    <message>
        <source>The connection {name} is not saved any more. Choose where to run the statement.</source>
        <translation>Připojení {name} už není uložené. Zvolte, kde se má příkaz spustit.</translation>
    </message>
</context>
<context>
    <name>HistoryFilters</name>
    <message>
        <source>30 days</source>
        <translation>30 dní</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 dní</translation>
    </message>
    <message>
        <source>All connections</source>
        <translation>Všechna připojení</translation>
    </message>
    <message>
        <source>All databases</source>
        <translation>Všechny databáze</translation>
    </message>
    <message>
        <source>Also statements of plugins</source>
        <translation>Také příkazy zásuvných modulů</translation>
    </message>
    <message>
        <source>Any duration</source>
        <translation>Libovolné trvání</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Libovolný stav</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Kdykoli</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Připojení</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Databáze</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Trvání</translation>
    </message>
    <message>
        <source>From {seconds} s</source>
        <translation>Od {seconds} s</translation>
    </message>
    <message>
        <source>Only pinned entries</source>
        <translation>Jen připnuté položky</translation>
    </message>
    <message>
        <source>Search in statements</source>
        <translation>Hledat v příkazech</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stav</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Čas</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Dnes</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Probíhající</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Neznámý</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>History</source>
        <translation>Historie</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Connection</source>
        <translation>Připojení</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Trvání</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Řádky</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Příkaz</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Čas</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>připnuto</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>Historie</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Příkaz</translation>
    </message>
</context>
<context>
    <name>HistoryPreview</name>
    <message>
        <source>Copy</source>
        <translation>Kopírovat</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Smazat</translation>
    </message>
    <message>
        <source>Only the beginning of this statement was kept.</source>
        <translation>Uchován byl jen začátek tohoto příkazu.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Otevřít</translation>
    </message>
    <message>
        <source>Open in a new editor (Enter)</source>
        <translation>Otevřít v novém editoru (Enter)</translation>
    </message>
    <message>
        <source>Open in a new editor and run it there (Ctrl+Enter)</source>
        <translation>Otevřít v novém editoru a tam spustit (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Parameters:</source>
        <translation>Parametry:</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Připnout</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Spustit znovu</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Odepnout</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Every statement that you run is kept here, before it is sent.</source>
        <translation>Každý příkaz, který spustíte, se tu uchová ještě před odesláním.</translation>
    </message>
    <message>
        <source>No statement fits.</source>
        <translation>Neodpovídá žádný příkaz.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Zobrazit vše</translation>
    </message>
</context>
<context>
    <name>HostKeyQuestion</name>
    <message>
        <source>Compare the fingerprint with what the server&apos;s administrator tells you, not with what the network shows. Nothing was sent to the server yet.</source>
        <translation>Porovnejte otisk s tím, co vám řekne správce serveru, ne s tím, co ukazuje síť. Serveru zatím nebylo nic odesláno.</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Otisk</translation>
    </message>
    <message>
        <source>Kind of key</source>
        <translation>Druh klíče</translation>
    </message>
    <message>
        <source>Only this time</source>
        <translation>Jen tentokrát</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Odmítnout</translation>
    </message>
    <message>
        <source>Remember and connect</source>
        <translation>Zapamatovat a připojit</translation>
    </message>
    <message>
        <source>The SSH server {host}, port {port}, is not known yet.</source>
        <translation>SSH server {host}, port {port}, zatím není znám.</translation>
    </message>
    <message>
        <source>Unknown SSH server</source>
        <translation>Neznámý SSH server</translation>
    </message>
</context>
<context>
    <name>Hover</name>
    <message>
        <source>Nothing is known of this name.</source>
        <translation>O tomto názvu není nic známo.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n connection(s) of {program}. Passwords stay there and are asked for.</source>
        <translation>
            <numerusform>%n připojení z programu {program}. Hesla zůstávají tam a budou vyžádána.</numerusform>
            <numerusform>%n připojení z programu {program}. Hesla zůstávají tam a budou vyžádána.</numerusform>
            <numerusform>%n připojení z programu {program}. Hesla zůstávají tam a budou vyžádána.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Přidat</translation>
    </message>
    <message numerus="yes">
        <source>Add %n</source>
        <translation>
            <numerusform>Přidat %n</numerusform>
            <numerusform>Přidat %n</numerusform>
            <numerusform>Přidat %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Connections that were found</source>
        <translation>Nalezená připojení</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>Vývoj</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Prostředí</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Skupina</translation>
    </message>
    <message>
        <source>Import connections</source>
        <translation>Importovat připojení</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Název</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Poznámka</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Umístění</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produkce</translation>
    </message>
    <message>
        <source>Saved already.</source>
        <translation>Už uloženo.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Otestovat</translation>
    </message>
</context>
<context>
    <name>IndexDetail</name>
    <message>
        <source>An index signed by {name}, whose key you trust.</source>
        <translation>Rejstřík podepsaný {name}, jehož klíči důvěřujete.</translation>
    </message>
    <message>
        <source>An index whose signature you do not trust: what it says is not vouched for.</source>
        <translation>Rejstřík, jehož podpisu nedůvěřujete: za to, co říká, nikdo neručí.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Odkud</translation>
    </message>
    <message>
        <source>Go back to {version}…</source>
        <translation>Vrátit se k {version}…</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Rejstřík</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>Nainstalovat…</translation>
    </message>
    <message>
        <source>It comes with Lapwing.</source>
        <translation>Je součástí Lapwingu.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zobrazit</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Velikost</translation>
    </message>
    <message>
        <source>Update to {version}…</source>
        <translation>Aktualizovat na {version}…</translation>
    </message>
    <message>
        <source>WHAT IT MAY DO</source>
        <translation>CO SMÍ</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webová stránka</translation>
    </message>
    <message>
        <source>Works with Lapwing</source>
        <translation>Pro Lapwing</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Choose a cell to see its value here.</source>
        <translation>Zvolte buňku a zde uvidíte její hodnotu.</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Sloupec</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>Kopírovat hodnotu</translation>
    </message>
    <message>
        <source>Hide inspector</source>
        <translation>Skrýt inspektor</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Keep this value</source>
        <translation>Ponechat tuto hodnotu</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Délka</translation>
    </message>
    <message>
        <source>ROW</source>
        <translation>ŘÁDEK</translation>
    </message>
    <message>
        <source>SELECTION</source>
        <translation>VÝBĚR</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Zdroj</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabulka</translation>
    </message>
    <message>
        <source>The rows cannot be read: {reason}</source>
        <translation>Řádky nelze přečíst: {reason}</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>VALUE</source>
        <translation>HODNOTA</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} bajtů</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} znaků</translation>
    </message>
</context>
<context>
    <name>InstallDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Zapnout</translation>
    </message>
    <message>
        <source>Enable plugin</source>
        <translation>Zapnout zásuvný modul</translation>
    </message>
    <message>
        <source>Enable {name} {version}?</source>
        <translation>Zapnout {name} {version}?</translation>
    </message>
    <message>
        <source>Go back from {name} {before} to {version}?</source>
        <translation>Vrátit se od {name} {before} k {version}?</translation>
    </message>
    <message>
        <source>I have compared this key, and trust it from now on</source>
        <translation>Tento klíč jsem porovnal(a) a odteď mu důvěřuji</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Nainstalovat</translation>
    </message>
    <message>
        <source>Install it only if you know who made it, and trust them with this.</source>
        <translation>Nainstalujte jej, jen pokud víte, kdo jej vytvořil, a svěříte mu to.</translation>
    </message>
    <message>
        <source>Install or enable before what it needs: {list}.</source>
        <translation>Nejdříve nainstalujte nebo zapněte, co potřebuje: {list}.</translation>
    </message>
    <message>
        <source>Install plugin</source>
        <translation>Nainstalovat zásuvný modul</translation>
    </message>
    <message>
        <source>Install the earlier version</source>
        <translation>Nainstalovat dřívější verzi</translation>
    </message>
    <message>
        <source>Install {name} {version} again?</source>
        <translation>Nainstalovat {name} {version} znovu?</translation>
    </message>
    <message>
        <source>Install {name} {version}?</source>
        <translation>Nainstalovat {name} {version}?</translation>
    </message>
    <message>
        <source>It does not ask any more: {list}.</source>
        <translation>Již nežádá: {list}.</translation>
    </message>
    <message>
        <source>It is signed by {name}, whose key you trust.</source>
        <translation>Podepsal jej {name}, jehož klíči důvěřujete.</translation>
    </message>
    <message>
        <source>It is signed with a key that you do not trust yet: {key}</source>
        <translation>Je podepsán klíčem, kterému zatím nedůvěřujete: {key}</translation>
    </message>
    <message>
        <source>Python packages that are put beside it: {list}.</source>
        <translation>Balíčky Pythonu, které se uloží vedle něj: {list}.</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aktualizovat</translation>
    </message>
    <message>
        <source>Update plugin</source>
        <translation>Aktualizovat zásuvný modul</translation>
    </message>
    <message>
        <source>Update {name} from {before} to {version}?</source>
        <translation>Aktualizovat {name} z {before} na {version}?</translation>
    </message>
    <message>
        <source>WHAT IT MAY DO</source>
        <translation>CO SMÍ</translation>
    </message>
    <message>
        <source>What is marked as new was not asked for by the version you have.</source>
        <translation>Co je označeno jako nové, verze, kterou máte, nežádala.</translation>
    </message>
    <message>
        <source>What it may do</source>
        <translation>Co smí</translation>
    </message>
    <message>
        <source>What the later version kept may not be understood by the earlier one.</source>
        <translation>Co uložila novější verze, starší možná nepochopí.</translation>
    </message>
    <message>
        <source>author not named</source>
        <translation>autor neuveden</translation>
    </message>
    <message>
        <source>by {author}</source>
        <translation>autor {author}</translation>
    </message>
    <message>
        <source>licence not named</source>
        <translation>licence neuvedena</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Kopírovat podrobnosti</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Otevřít složku</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n řádek</numerusform>
            <numerusform>%n řádky</numerusform>
            <numerusform>%n řádků</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) in {time}</source>
        <translation>
            <numerusform>%n řádek za {time}</numerusform>
            <numerusform>%n řádky za {time}</numerusform>
            <numerusform>%n řádků za {time}</numerusform>
        </translation>
    </message>
    <message>
        <source>Being cancelled…</source>
        <translation>Ruší se…</translation>
    </message>
    <message>
        <source>Cancelled; nothing was imported.</source>
        <translation>Zrušeno; nic nebylo importováno.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>Zrušeno; nic nebylo zapsáno.</translation>
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
        <translation>zrušeno</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hotovo</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>selhalo</translation>
    </message>
    <message>
        <source>{count} of about {total} rows</source>
        <translation>{count} z přibližně {total} řádků</translation>
    </message>
    <message>
        <source>{count} of {total} rows</source>
        <translation>{count} z {total} řádků</translation>
    </message>
    <message>
        <source>{count} rows/s</source>
        <translation>{count} řádků/s</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>zbývá {time}</translation>
    </message>
</context>
<context>
    <name>JobsList</name>
    <message>
        <source>Background jobs</source>
        <translation>Úlohy na pozadí</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Odebrat dokončené</translation>
    </message>
    <message>
        <source>Nothing runs in the background.</source>
        <translation>Na pozadí nic neběží.</translation>
    </message>
</context>
<context>
    <name>JsonTree</name>
    <message>
        <source>Copy as JSON</source>
        <translation>Kopírovat jako JSON</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Kopírovat cestu</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Kopírovat hodnotu</translation>
    </message>
    <message>
        <source>JSON tree</source>
        <translation>Strom JSON</translation>
    </message>
</context>
<context>
    <name>KeyModel</name>
    <message>
        <source>Command</source>
        <translation>Příkaz</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Klávesy</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Nabídka</translation>
    </message>
</context>
<context>
    <name>KeyPage</name>
    <message>
        <source>Add</source>
        <translation>Přidat</translation>
    </message>
    <message>
        <source>Choose a command, then press a key in the field.</source>
        <translation>Zvolte příkaz a pak v poli stiskněte klávesu.</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Příkazy a jejich klávesy</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Výchozí</translation>
    </message>
    <message>
        <source>Find a command, or a key by its name</source>
        <translation>Najít příkaz nebo klávesu podle názvu</translation>
    </message>
    <message>
        <source>Keys cannot be written: {reason}. They hold until Lapwing ends.</source>
        <translation>Klávesy nelze zapsat: {reason}. Platí do ukončení aplikace Lapwing.</translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation>Stiskněte klávesu</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Nahradit</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Odebrat</translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation>Převzít odtamtud</translation>
    </message>
    <message>
        <source>{keys} is AltGr with a letter on many keyboards, which types a character there.</source>
        <translation>{keys} je na mnoha klávesnicích AltGr s písmenem, které tam píše znak.</translation>
    </message>
    <message>
        <source>{keys} is free.</source>
        <translation>{keys} je volné.</translation>
    </message>
    <message>
        <source>{keys} is taken: {commands}.</source>
        <translation>{keys} je obsazeno: {commands}.</translation>
    </message>
    <message>
        <source>{keys} types a character. Press it with Ctrl or Alt.</source>
        <translation>{keys} píše znak. Stiskněte klávesu spolu s Ctrl nebo Alt.</translation>
    </message>
</context>
<context>
    <name>KeyValues</name>
    <message>
        <source>Copy</source>
        <translation>Kopírovat</translation>
    </message>
</context>
<context>
    <name>KeysView</name>
    <message>
        <source>Add key…</source>
        <translation>Přidat klíč…</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Protože</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Kdo</translation>
    </message>
    <message>
        <source>For a key that was lost or is in wrong hands: what it signed is stopped, and not installed again.</source>
        <translation>Pro klíč, který se ztratil nebo je v nesprávných rukou: co podepsal, se zastaví a znovu se nenainstaluje.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Klíč</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Klíče</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Žádné klíče</translation>
    </message>
    <message>
        <source>Nothing that it signed is installed, and what was installed of it does not run.</source>
        <translation>Nic, co podepsal, se nenainstaluje, a co z toho bylo nainstalováno, neběží.</translation>
    </message>
    <message>
        <source>Packages that are signed by a key you trust count as signed. Indexes have keys of their own.</source>
        <translation>Balíčky podepsané klíčem, kterému důvěřujete, platí za podepsané. Rejstříky mají vlastní klíče.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Odvolat</translation>
    </message>
    <message>
        <source>Revoke {name}?</source>
        <translation>Odvolat {name}?</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Odvolán</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Odvolat…</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stav</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Vzít zpět</translation>
    </message>
    <message>
        <source>Take back that {name} is revoked?</source>
        <translation>Vzít zpět odvolání klíče {name}?</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Vzít zpět…</translation>
    </message>
    <message>
        <source>Trust no more</source>
        <translation>Přestat důvěřovat</translation>
    </message>
    <message>
        <source>Trust no more…</source>
        <translation>Přestat důvěřovat…</translation>
    </message>
    <message>
        <source>Trust {name} no more?</source>
        <translation>Přestat důvěřovat klíči {name}?</translation>
    </message>
    <message>
        <source>Trusted</source>
        <translation>Důvěryhodný</translation>
    </message>
    <message>
        <source>Trusted since</source>
        <translation>Důvěryhodný od</translation>
    </message>
    <message>
        <source>What it signed can run again. It is not trusted before you say so.</source>
        <translation>Co podepsal, může znovu běžet. Důvěryhodný bude, až to řeknete.</translation>
    </message>
    <message>
        <source>What it signed stays installed, and counts as unsigned.</source>
        <translation>Co podepsal, zůstane nainstalováno a platí za nepodepsané.</translation>
    </message>
    <message>
        <source>What it signs counts as signed. An update must carry the same signature.</source>
        <translation>Co podepíše, platí za podepsané. Aktualizace musí mít tentýž podpis.</translation>
    </message>
    <message>
        <source>you</source>
        <translation>vy</translation>
    </message>
</context>
<context>
    <name>KindRow</name>
    <message>
        <source>Other</source>
        <translation>Jiné</translation>
    </message>
</context>
<context>
    <name>LatestModel</name>
    <message>
        <source>Value</source>
        <translation>Hodnota</translation>
    </message>
</context>
<context>
    <name>LicencesPage</name>
    <message>
        <source>Comes inside {package}</source>
        <translation>Je součástí balíčku {package}</translation>
    </message>
    <message>
        <source>Find a part or a licence</source>
        <translation>Najít součást nebo licenci</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Součásti</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Text licence</translation>
    </message>
</context>
<context>
    <name>LimitBar</name>
    <message>
        <source>Incomplete: an error ended it after {count} rows.</source>
        <translation>Neúplné: po {count} řádcích ukončeno chybou.</translation>
    </message>
    <message>
        <source>Incomplete: cancelled after {count} rows.</source>
        <translation>Neúplné: po {count} řádcích zrušeno.</translation>
    </message>
    <message>
        <source>Incomplete: {count} rows. The disk is full.</source>
        <translation>Neúplné: {count} řádků. Disk je plný.</translation>
    </message>
    <message>
        <source>Incomplete: {count} rows. The engine stopped.</source>
        <translation>Neúplné: {count} řádků. Engine se zastavil.</translation>
    </message>
    <message>
        <source>Incomplete: {count} rows. The room for results is used up.</source>
        <translation>Neúplné: {count} řádků. Místo pro výsledky je vyčerpáno.</translation>
    </message>
    <message>
        <source>Load all</source>
        <translation>Načíst vše</translation>
    </message>
    <message>
        <source>Load {count} more</source>
        <translation>Načíst dalších {count}</translation>
    </message>
    <message>
        <source>Row limit reached: {count} rows. The statement is still open on the server.</source>
        <translation>Dosažen limit řádků: {count} řádků. Příkaz je na serveru stále otevřený.</translation>
    </message>
    <message>
        <source>The first {count} rows; the statement was closed after waiting.</source>
        <translation>Prvních {count} řádků; příkaz byl po čekání uzavřen.</translation>
    </message>
    <message>
        <source>The first {count} rows; there are more.</source>
        <translation>Prvních {count} řádků; jsou i další.</translation>
    </message>
</context>
<context>
    <name>LineField</name>
    <message>
        <source>for example 100MB</source>
        <translation>například 100MB</translation>
    </message>
    <message>
        <source>for example 30s or 90d</source>
        <translation>například 30s nebo 90d</translation>
    </message>
</context>
<context>
    <name>LinesField</name>
    <message>
        <source>one a line</source>
        <translation>jeden na řádek</translation>
    </message>
</context>
<context>
    <name>ListenerDialog</name>
    <message>
        <source>Address</source>
        <translation>Adresa</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Host names</source>
        <translation>Názvy hostitelů</translation>
    </message>
    <message>
        <source>Keep for days</source>
        <translation>Uchovat dní</translation>
    </message>
    <message>
        <source>Keep megabytes</source>
        <translation>Uchovat megabajtů</translation>
    </message>
    <message>
        <source>Messages a second</source>
        <translation>Zpráv za sekundu</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Uložit</translation>
    </message>
    <message>
        <source>Webhook listener</source>
        <translation>Příjem webhooků</translation>
    </message>
    <message>
        <source>of a proxy or tunnel before it, with commas between</source>
        <translation>proxy nebo tunelu před ním, oddělené čárkami</translation>
    </message>
</context>
<context>
    <name>LocalHistory</name>
    <message>
        <source>before formatting</source>
        <translation>před formátováním</translation>
    </message>
    <message>
        <source>before reloading</source>
        <translation>před opětovným načtením</translation>
    </message>
    <message>
        <source>before replacing</source>
        <translation>před nahrazením</translation>
    </message>
    <message>
        <source>before restoring</source>
        <translation>před obnovením</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>otevřeno</translation>
    </message>
    <message>
        <source>run</source>
        <translation>spuštěno</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>uloženo</translation>
    </message>
    <message>
        <source>while editing</source>
        <translation>během úprav</translation>
    </message>
</context>
<context>
    <name>LocalHistoryDialog</name>
    <message>
        <source>Local history of {title}</source>
        <translation>Místní historie: {title}</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Obnovit</translation>
    </message>
    <message>
        <source>There are no earlier versions yet; one is kept at each run and each save.</source>
        <translation>Zatím nejsou žádné starší verze; jedna se uchová při každém spuštění a každém uložení.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Verze</translation>
    </message>
</context>
<context>
    <name>LocksModel</name>
    <message>
        <source>Locked</source>
        <translation>Zamčeno</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Režim</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stav</translation>
    </message>
    <message>
        <source>held</source>
        <translation>drží</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>čekání</translation>
    </message>
    <message>
        <source>waits {age}</source>
        <translation>čeká {age}</translation>
    </message>
</context>
<context>
    <name>LocksView</name>
    <message>
        <source>Locks</source>
        <translation>Zámky</translation>
    </message>
</context>
<context>
    <name>LoginPage</name>
    <message>
        <source>As it stands in the navigator</source>
        <translation>Jak je uvedeno v navigátoru</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Databáze</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Prostředí</translation>
    </message>
    <message>
        <source>Environments…</source>
        <translation>Prostředí…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Soubor</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hostitel</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Název</translation>
    </message>
    <message>
        <source>No environment</source>
        <translation>Žádné prostředí</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Read-only: the server refuses every change</source>
        <translation>Jen pro čtení: server odmítne každou změnu</translation>
    </message>
    <message>
        <source>SQLAlchemy URL, such as duckdb:////home/me/sales.duckdb</source>
        <translation>URL pro SQLAlchemy, například duckdb:////home/ja/prodej.duckdb</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Uživatel</translation>
    </message>
</context>
<context>
    <name>LongRuns</name>
    <message>
        <source>After {time}.</source>
        <translation>Po {time}.</translation>
    </message>
    <message>
        <source>{title}: done</source>
        <translation>{title}: hotovo</translation>
    </message>
    <message>
        <source>{title}: failed</source>
        <translation>{title}: selhalo</translation>
    </message>
    <message>
        <source>{title}: rows are there</source>
        <translation>{title}: řádky jsou k dispozici</translation>
    </message>
</context>
<context>
    <name>LostScript</name>
    <message>
        <source>Only the beginning of this statement was kept:</source>
        <translation>Uchován byl jen začátek tohoto příkazu:</translation>
    </message>
    <message>
        <source>These are its statements on {connection}, begun {time}. Nothing of them was run again.</source>
        <translation>Toto jsou její příkazy na připojení {connection}, zahájené {time}. Žádný z nich nebyl spuštěn znovu.</translation>
    </message>
    <message>
        <source>This statement did not succeed:</source>
        <translation>Tento příkaz se nezdařil:</translation>
    </message>
    <message>
        <source>This statement was under way:</source>
        <translation>Tento příkaz právě probíhal:</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Query {number}</source>
        <translation>Dotaz {number}</translation>
    </message>
</context>
<context>
    <name>ManualText</name>
    <message>
        <source>Page</source>
        <translation>Stránka</translation>
    </message>
</context>
<context>
    <name>ManualWindow</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n stránka</numerusform>
            <numerusform>%n stránky</numerusform>
            <numerusform>%n stránek</numerusform>
        </translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Zpět (Alt+Vlevo)</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Obsah</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>Vpřed (Alt+Vpravo)</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Příručka</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Hledat v příručce</translation>
    </message>
</context>
<context>
    <name>MappingForm</name>
    <message>
        <source>Column for {name}</source>
        <translation>Sloupec pro {name}</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>Sloupec souboru</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>První hodnoty</translation>
    </message>
    <message>
        <source>Goes into</source>
        <translation>Přijde do</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Vynechat</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Type of {name}</source>
        <translation>Typ pro {name}</translation>
    </message>
    <message>
        <source>What goes where</source>
        <translation>Co kam přijde</translation>
    </message>
    <message>
        <source>Where {name} goes</source>
        <translation>Kam přijde {name}</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>vynecháno</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>Menu bar</source>
        <translation>Řádek nabídek</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Messages</source>
        <translation>Zprávy</translation>
    </message>
</context>
<context>
    <name>MetricForm</name>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n připojení</numerusform>
            <numerusform>%n připojení</numerusform>
            <numerusform>%n připojení</numerusform>
        </translation>
    </message>
    <message>
        <source>Alerts and dashboards know it by this.</source>
        <translation>Výstrahy a přehledy ji podle toho znají.</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bajty</translation>
    </message>
    <message>
        <source>Bytes per second</source>
        <translation>Bajty za sekundu</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Jak často</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identifikátor</translation>
    </message>
    <message>
        <source>Its growth per second</source>
        <translation>Jeho přírůstek za sekundu</translation>
    </message>
    <message>
        <source>Its growth since the last look</source>
        <translation>Jeho přírůstek od minulého pohledu</translation>
    </message>
    <message>
        <source>Label columns</source>
        <translation>Sloupce popisků</translation>
    </message>
    <message>
        <source>Milliseconds</source>
        <translation>Milisekundy</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Počet</translation>
    </message>
    <message>
        <source>Number per second</source>
        <translation>Počet za sekundu</translation>
    </message>
    <message>
        <source>Read of</source>
        <translation>Čte se z</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekundy</translation>
    </message>
    <message>
        <source>Seconds per second</source>
        <translation>Sekundy za sekundu</translation>
    </message>
    <message>
        <source>Share (0 to 1)</source>
        <translation>Podíl (0 až 1)</translation>
    </message>
    <message>
        <source>The first column&apos;s share of the second</source>
        <translation>Podíl prvního sloupce na druhém</translation>
    </message>
    <message>
        <source>The number as it is</source>
        <translation>Číslo, jak je</translation>
    </message>
    <message>
        <source>The same of their growth</source>
        <translation>Totéž z jejich přírůstku</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Název</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Jednotka</translation>
    </message>
    <message>
        <source>Value columns</source>
        <translation>Sloupce hodnot</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Hodnoty</translation>
    </message>
    <message>
        <source>all that are not named as labels</source>
        <translation>všechny, které nejsou uvedeny jako popisky</translation>
    </message>
    <message>
        <source>as alerts and dashboards name it: orders_waiting</source>
        <translation>jak ji znají výstrahy a přehledy: orders_waiting</translation>
    </message>
    <message>
        <source>at each look</source>
        <translation>při každém pohledu</translation>
    </message>
    <message>
        <source>every server</source>
        <translation>každého serveru</translation>
    </message>
    <message>
        <source>every server: {kind}</source>
        <translation>každého serveru: {kind}</translation>
    </message>
    <message>
        <source>for example Orders waiting</source>
        <translation>například Čekající objednávky</translation>
    </message>
    <message>
        <source>once a minute</source>
        <translation>jednou za minutu</translation>
    </message>
    <message>
        <source>their texts tell several rows apart</source>
        <translation>jejich texty rozlišují více řádků</translation>
    </message>
</context>
<context>
    <name>MetricsDialog</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>A ještě %n.</numerusform>
            <numerusform>A ještě %n.</numerusform>
            <numerusform>A ještě %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking {connection} …</source>
        <translation>Ptám se {connection}…</translation>
    </message>
    <message>
        <source>Begin a new metric</source>
        <translation>Začít novou metriku</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zavřít</translation>
    </message>
    <message>
        <source>Each row of the statement is a series; Try says what it tells now.</source>
        <translation>Každý řádek příkazu je řada; Vyzkoušet řekne, co vrací teď.</translation>
    </message>
    <message>
        <source>It is read from the next look on.</source>
        <translation>Čte se od příštího pohledu.</translation>
    </message>
    <message>
        <source>It told no row, and so no series.</source>
        <translation>Nevrátil žádný řádek, a tedy žádnou řadu.</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriky</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nová</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Odebrat</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Uložit</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Vyzkoušet</translation>
    </message>
    <message>
        <source>Your own metrics</source>
        <translation>Vlastní metriky</translation>
    </message>
</context>
<context>
    <name>MonitorEditBar</name>
    <message>
        <source>Add panel</source>
        <translation>Přidat panel</translation>
    </message>
    <message>
        <source>Ctrl with an arrow key moves a panel, Shift resizes it; Enter changes it, Delete removes it.</source>
        <translation>Ctrl se šipkou panel přesune, Shift změní jeho velikost; Enter ho upraví, Delete odebere.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Zahodit</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hotovo</translation>
    </message>
    <message>
        <source>Drag panels by their titles and corners.</source>
        <translation>Panely přetahujte za jejich nadpisy a rohy.</translation>
    </message>
    <message>
        <source>It is saved as a copy.</source>
        <translation>Uloží se jako kopie.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Uložit</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Nadpis</translation>
    </message>
    <message>
        <source>Title of the dashboard</source>
        <translation>Nadpis přehledu</translation>
    </message>
</context>
<context>
    <name>MonitorPage</name>
    <message>
        <source>Go live</source>
        <translation>Sledovat živě</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>Monitor</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Otevřít…</translation>
    </message>
    <message>
        <source>This is what was kept. The server is looked at again when you ask for it.</source>
        <translation>Toto bylo uchováno. Server se začne znovu sledovat, až o to požádáte.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Zkusit teď</translation>
    </message>
    <message>
        <source>{path} is no dashboard that can be shown: {reason}</source>
        <translation>{path} není přehled, který by se dal zobrazit: {reason}</translation>
    </message>
</context>
<context>
    <name>MonitorTools</name>
    <message>
        <source>A removed connection</source>
        <translation>Odebrané připojení</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Připojení</translation>
    </message>
    <message>
        <source>How often the server is looked at</source>
        <translation>Jak často se server sleduje</translation>
    </message>
    <message>
        <source>Last 12 hours</source>
        <translation>Posledních 12 hodin</translation>
    </message>
    <message>
        <source>Last 15 min</source>
        <translation>Posledních 15 min</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Posledních 24 hodin</translation>
    </message>
    <message>
        <source>Last 3 hours</source>
        <translation>Poslední 3 hodiny</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Posledních 30 dní</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Posledních 7 dní</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Poslední hodina</translation>
    </message>
    <message>
        <source>More of this dashboard</source>
        <translation>Další možnosti přehledu</translation>
    </message>
    <message>
        <source>Own range…</source>
        <translation>Vlastní období…</translation>
    </message>
    <message>
        <source>Parts of the monitor</source>
        <translation>Části monitoru</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Zobrazené období</translation>
    </message>
</context>
<context>
    <name>MonitoringNotice</name>
    <message>
        <source>Monitoring failed, so no samples are kept, and alerts are not judged.</source>
        <translation>Sledování selhalo: vzorky se neuchovávají a o poplaších se nerozhoduje.</translation>
    </message>
    <message>
        <source>Monitoring is stopped: no samples are kept, and alerts are not judged.</source>
        <translation>Sledování je zastaveno: vzorky se neuchovávají a o poplaších se nerozhoduje.</translation>
    </message>
    <message>
        <source>Start monitoring</source>
        <translation>Spustit sledování</translation>
    </message>
</context>
<context>
    <name>MorePage</name>
    <message>
        <source>Further options</source>
        <translation>Další možnosti</translation>
    </message>
    <message>
        <source>Further options, one name=value a line</source>
        <translation>Další možnosti, na každém řádku jedno název=hodnota</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Skupina</translation>
    </message>
    <message>
        <source>Heading in the navigator</source>
        <translation>Nadpis v navigátoru</translation>
    </message>
</context>
<context>
    <name>NavigatorTree</name>
    <message>
        <source>Database objects</source>
        <translation>Databázové objekty</translation>
    </message>
</context>
<context>
    <name>NavigatorView</name>
    <message>
        <source>Collapse all</source>
        <translation>Sbalit vše</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Připojení</translation>
    </message>
    <message>
        <source>Filter objects</source>
        <translation>Filtrovat objekty</translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation>Navigátor</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>Nové připojení</translation>
    </message>
    <message>
        <source>Read everything again</source>
        <translation>Načíst vše znovu</translation>
    </message>
</context>
<context>
    <name>NoteStrip</name>
    <message>
        <source>Sort on the server</source>
        <translation>Seřadit na serveru</translation>
    </message>
</context>
<context>
    <name>NothingFits</name>
    <message>
        <source>Nothing fits</source>
        <translation>Nic neodpovídá</translation>
    </message>
    <message>
        <source>Searched is what was opened once, and the schemas beside it. A comma means or: cust, order</source>
        <translation>Prohledává se, co už bylo jednou otevřeno, a sousední schémata. Čárka znamená nebo: zak, obj</translation>
    </message>
</context>
<context>
    <name>NothingYet</name>
    <message>
        <source>Connect to a server, open a SQLite file, or drop one here.</source>
        <translation>Připojte se k serveru, otevřete soubor SQLite nebo ho sem přetáhněte.</translation>
    </message>
    <message>
        <source>New connection…</source>
        <translation>Nové připojení…</translation>
    </message>
    <message>
        <source>No connections yet</source>
        <translation>Zatím žádná připojení</translation>
    </message>
    <message>
        <source>Open a SQLite file…</source>
        <translation>Otevřít soubor SQLite…</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Automatic</source>
        <translation>Automaticky</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nikdy</translation>
    </message>
</context>
<context>
    <name>ObjectDeeds</name>
    <message>
        <source>Its database is not touched. Editors that use it stay open.</source>
        <translation>Jeho databáze se to nedotkne. Editory, které ho používají, zůstanou otevřené.</translation>
    </message>
    <message>
        <source>Open SQLite database</source>
        <translation>Otevřít databázi SQLite</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Odebrat</translation>
    </message>
    <message>
        <source>Remove connection</source>
        <translation>Odebrat připojení</translation>
    </message>
    <message>
        <source>Remove {name} from the list?</source>
        <translation>Odebrat {name} ze seznamu?</translation>
    </message>
</context>
<context>
    <name>OpenAnything</name>
    <message>
        <source>Connect to this place…</source>
        <translation>Připojit se k tomuto místu…</translation>
    </message>
    <message>
        <source>Find a table, a connection, a tab, a file, a statement, a setting or a command</source>
        <translation>Najít tabulku, připojení, kartu, soubor, příkaz SQL, nastavení nebo příkaz nabídky</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>Nic neodpovídá</translation>
    </message>
    <message>
        <source>Open anything</source>
        <translation>Otevřít cokoli</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>připojení</translation>
    </message>
    <message>
        <source>file</source>
        <translation>soubor</translation>
    </message>
    <message>
        <source>history</source>
        <translation>historie</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>nastavení</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>karta</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Sample</source>
        <translation>Ukázka</translation>
    </message>
    <message>
        <source>Sample database</source>
        <translation>Ukázková databáze</translation>
    </message>
</context>
<context>
    <name>PaneActions</name>
    <message>
        <source>Close</source>
        <translation>Zavřít</translation>
    </message>
    <message>
        <source>Close others</source>
        <translation>Zavřít ostatní</translation>
    </message>
    <message>
        <source>Pin: keep when the next statement is run</source>
        <translation>Připnout: ponechat při spuštění dalšího příkazu</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Odepnout</translation>
    </message>
</context>
<context>
    <name>PaneTools</name>
    <message>
        <source>Copy as</source>
        <translation>Kopírovat jako</translation>
    </message>
    <message>
        <source>Copy the selected cells (Ctrl+K)</source>
        <translation>Kopírovat vybrané buňky (Ctrl+K)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportovat</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrovat</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>Filtrovat řádky</translation>
    </message>
    <message>
        <source>Find in result (Ctrl+F)</source>
        <translation>Najít ve výsledku (Ctrl+F)</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>No row limit</source>
        <translation>Bez limitu řádků</translation>
    </message>
    <message>
        <source>Other number…</source>
        <translation>Jiný počet…</translation>
    </message>
    <message>
        <source>Row limit</source>
        <translation>Limit řádků</translation>
    </message>
    <message>
        <source>Row limit of the settings</source>
        <translation>Limit řádků podle nastavení</translation>
    </message>
    <message>
        <source>Row limit of this tab: {limit}</source>
        <translation>Limit řádků této karty: {limit}</translation>
    </message>
    <message>
        <source>Rows after which fetching pauses in this tab:</source>
        <translation>Počet řádků, po kterém se na této kartě načítání pozastaví:</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} řádků</translation>
    </message>
</context>
<context>
    <name>PanelDialog</name>
    <message>
        <source>Add</source>
        <translation>Přidat</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Použít</translation>
    </message>
    <message>
        <source>Bad from</source>
        <translation>Špatné od</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Sloupce</translation>
    </message>
    <message>
        <source>Beside a single value; {connections_max} puts in the value of a metric</source>
        <translation>Vedle jedné hodnoty; {connections_max} vloží hodnotu metriky</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Find a metric</source>
        <translation>Najít metriku</translation>
    </message>
    <message>
        <source>Gauge</source>
        <translation>Ukazatel</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Teplotní mapa</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Nejvyšší</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Druh</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Čáry</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>Nejnižší</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriky</translation>
    </message>
    <message>
        <source>New panel</source>
        <translation>Nový panel</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Poznámka</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Panel</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Odebrat</translation>
    </message>
    <message>
        <source>Show this metric</source>
        <translation>Zobrazit tuto metriku</translation>
    </message>
    <message>
        <source>Show this no longer</source>
        <translation>Přestat zobrazovat</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Zobrazeno</translation>
    </message>
    <message>
        <source>Single value</source>
        <translation>Jedna hodnota</translation>
    </message>
    <message>
        <source>Stacked areas</source>
        <translation>Skládané plochy</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabulka</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Nadpis</translation>
    </message>
    <message>
        <source>Warning from</source>
        <translation>Varování od</translation>
    </message>
</context>
<context>
    <name>PanelFrame</name>
    <message>
        <source>Menu of {panel}</source>
        <translation>Nabídka panelu {panel}</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Panel</translation>
    </message>
</context>
<context>
    <name>PanelLegend</name>
    <message numerus="yes">
        <source>%n more series</source>
        <translation>
            <numerusform>%n další řada</numerusform>
            <numerusform>%n další řady</numerusform>
            <numerusform>%n dalších řad</numerusform>
        </translation>
    </message>
    <message>
        <source>{title}: shown or hidden by a click</source>
        <translation>{title}: kliknutím se zobrazí nebo skryje</translation>
    </message>
</context>
<context>
    <name>PanelView</name>
    <message numerus="yes">
        <source>%n smaller series not drawn</source>
        <translation>
            <numerusform>%n menší řada není nakreslena</numerusform>
            <numerusform>%n menší řady nejsou nakresleny</numerusform>
            <numerusform>%n menších řad není nakresleno</numerusform>
        </translation>
    </message>
    <message>
        <source>More of this panel</source>
        <translation>Další možnosti panelu</translation>
    </message>
    <message>
        <source>No values yet</source>
        <translation>Zatím žádné hodnoty</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>Není k dispozici</translation>
    </message>
    <message>
        <source>Not permitted</source>
        <translation>Není povoleno</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Čas</translation>
    </message>
    <message>
        <source>{series} has another unit and is not drawn</source>
        <translation>{series} má jinou jednotku a nekreslí se</translation>
    </message>
</context>
<context>
    <name>ParameterRow</name>
    <message>
        <source>As the server decides</source>
        <translation>Podle rozhodnutí serveru</translation>
    </message>
    <message>
        <source>Binary (0x…)</source>
        <translation>Binární (0x…)</translation>
    </message>
    <message>
        <source>Date or time</source>
        <translation>Datum nebo čas</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Číslo</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>True or false</source>
        <translation>Pravda nebo nepravda</translation>
    </message>
    <message>
        <source>Type of {name}</source>
        <translation>Typ parametru {name}</translation>
    </message>
    <message>
        <source>Value of {name}</source>
        <translation>Hodnota parametru {name}</translation>
    </message>
    <message>
        <source>{name} is NULL</source>
        <translation>{name} je NULL</translation>
    </message>
</context>
<context>
    <name>ParametersDialog</name>
    <message>
        <source>Ask each time</source>
        <translation>Pokaždé se zeptat</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Otherwise this tab runs with its last values; the Query menu has how to change them</source>
        <translation>Jinak se tato karta spouští s posledními hodnotami; změnit je lze v nabídce Dotaz</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parametry</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Spustit</translation>
    </message>
</context>
<context>
    <name>PermissionList</name>
    <message>
        <source>It asks for nothing.</source>
        <translation>Nežádá o nic.</translation>
    </message>
    <message>
        <source>It asks for nothing: no data, no files, no network.</source>
        <translation>Nežádá nic: žádná data, žádné soubory, žádnou síť.</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Oprávnění</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nové</translation>
    </message>
</context>
<context>
    <name>PhaseList</name>
    <message>
        <source>Address</source>
        <translation>Adresa</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Připojení</translation>
    </message>
    <message>
        <source>Connected: {facts}</source>
        <translation>Připojeno: {facts}</translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation>Test připojení</translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>Šifrování</translation>
    </message>
    <message>
        <source>First query</source>
        <translation>První dotaz</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Přihlášení</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Heslo</translation>
    </message>
    <message>
        <source>SSH address</source>
        <translation>Adresa SSH</translation>
    </message>
    <message>
        <source>SSH connect</source>
        <translation>Spojení SSH</translation>
    </message>
    <message>
        <source>SSH host key</source>
        <translation>Klíč serveru SSH</translation>
    </message>
    <message>
        <source>SSH log-in</source>
        <translation>Přihlášení SSH</translation>
    </message>
    <message>
        <source>SSH tunnel</source>
        <translation>Tunel SSH</translation>
    </message>
    <message>
        <source>Start-up SQL</source>
        <translation>Úvodní SQL</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>nešifrováno</translation>
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
        <translation>Kreslení obrázku trvalo příliš dlouho a bylo ukončeno.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Obrázek</translation>
    </message>
    <message>
        <source>Show the picture larger</source>
        <translation>Zobrazit obrázek větší</translation>
    </message>
    <message>
        <source>The picture cannot be drawn: {reason}.</source>
        <translation>Obrázek nelze nakreslit: {reason}.</translation>
    </message>
    <message>
        <source>The picture is being drawn…</source>
        <translation>Obrázek se kreslí…</translation>
    </message>
    <message>
        <source>The picture is damaged, or no picture that can be drawn here.</source>
        <translation>Obrázek je poškozený, nebo jej zde nelze nakreslit.</translation>
    </message>
    <message>
        <source>The picture is too large to be drawn here.</source>
        <translation>Obrázek je příliš velký, než aby zde mohl být nakreslen.</translation>
    </message>
</context>
<context>
    <name>PluginAnswerDialog</name>
    <message>
        <source>Close</source>
        <translation>Zavřít</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Nastavení…</translation>
    </message>
</context>
<context>
    <name>PluginDetail</name>
    <message numerus="yes">
        <source>%n call(s) failed</source>
        <translation>
            <numerusform>%n volání selhalo</numerusform>
            <numerusform>%n volání selhala</numerusform>
            <numerusform>%n volání selhalo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) without answer in time</source>
        <translation>
            <numerusform>%n volání bez včasné odpovědi</numerusform>
            <numerusform>%n volání bez včasné odpovědi</numerusform>
            <numerusform>%n volání bez včasné odpovědi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n restart(s)</source>
        <translation>
            <numerusform>%n restart</numerusform>
            <numerusform>%n restarty</numerusform>
            <numerusform>%n restartů</numerusform>
        </translation>
    </message>
    <message>
        <source>About</source>
        <translation>O modulu</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Vypnout</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Zapnout</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Odkud</translation>
    </message>
    <message>
        <source>Hears of</source>
        <translation>Dozvídá se o</translation>
    </message>
    <message>
        <source>Inside Lapwing&apos;s engine</source>
        <translation>Uvnitř jádra Lapwingu</translation>
    </message>
    <message>
        <source>It has written nothing yet.</source>
        <translation>Zatím nic nezapsal.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokol</translation>
    </message>
    <message>
        <source>Name in files</source>
        <translation>Název v souborech</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>Potřebuje jej</translation>
    </message>
    <message>
        <source>Needs packages</source>
        <translation>Potřebuje balíčky</translation>
    </message>
    <message>
        <source>Needs plugins</source>
        <translation>Potřebuje moduly</translation>
    </message>
    <message>
        <source>One of its own</source>
        <translation>Vlastní</translation>
    </message>
    <message>
        <source>Parts of this plugin</source>
        <translation>Části tohoto zásuvného modulu</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Oprávnění</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Proces</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Odebrat…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Uložit</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Nastavení</translation>
    </message>
    <message>
        <source>Since Lapwing started</source>
        <translation>Od spuštění Lapwingu</translation>
    </message>
    <message>
        <source>Since {time}.</source>
        <translation>Od {time}.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Spustit znovu</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stav</translation>
    </message>
    <message>
        <source>Update to {version}</source>
        <translation>Aktualizovat na {version}</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webová stránka</translation>
    </message>
    <message>
        <source>Works with Lapwing</source>
        <translation>Pro Lapwing</translation>
    </message>
    <message>
        <source>nothing failed</source>
        <translation>nic neselhalo</translation>
    </message>
</context>
<context>
    <name>PluginDocumentPlace</name>
    <message>
        <source>The plugin is asked…</source>
        <translation>Zásuvný modul je dotazován…</translation>
    </message>
    <message>
        <source>The value cannot be read: {reason}</source>
        <translation>Hodnotu nelze přečíst: {reason}</translation>
    </message>
</context>
<context>
    <name>PluginLists</name>
    <message>
        <source>Does not fit</source>
        <translation>Nehodí se</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Odkud</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Zde</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Nainstalováno</translation>
    </message>
    <message>
        <source>Plugin</source>
        <translation>Zásuvný modul</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stav</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Verze</translation>
    </message>
    <message>
        <source>Version {version} can be had.</source>
        <translation>Je dostupná verze {version}.</translation>
    </message>
    <message>
        <source>{version} installed</source>
        <translation>nainstalována {version}</translation>
    </message>
</context>
<context>
    <name>PluginPanelPage</name>
    <message>
        <source>Connection</source>
        <translation>Připojení</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Žádné připojení</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Panel</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Načíst znovu</translation>
    </message>
    <message>
        <source>anew every {count} s</source>
        <translation>znovu každých {count} s</translation>
    </message>
</context>
<context>
    <name>PluginViewers</name>
    <message>
        <source>The value is too long for a plugin.</source>
        <translation>Hodnota je pro zásuvný modul příliš dlouhá.</translation>
    </message>
</context>
<context>
    <name>PluginsFeature</name>
    <message>
        <source>Install plugin</source>
        <translation>Nainstalovat zásuvný modul</translation>
    </message>
    <message>
        <source>Plugins (*.zip *.whl *.py plugin.toml)</source>
        <translation>Zásuvné moduly (*.zip *.whl *.py plugin.toml)</translation>
    </message>
</context>
<context>
    <name>PluginsPage</name>
    <message>
        <source>Plugins</source>
        <translation>Zásuvné moduly</translation>
    </message>
</context>
<context>
    <name>PluginsTools</name>
    <message>
        <source>Add index…</source>
        <translation>Přidat rejstřík…</translation>
    </message>
    <message>
        <source>Add key…</source>
        <translation>Přidat klíč…</translation>
    </message>
    <message>
        <source>Add source of packages…</source>
        <translation>Přidat zdroj balíčků…</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Procházet</translation>
    </message>
    <message>
        <source>Filter plugins</source>
        <translation>Filtrovat moduly</translation>
    </message>
    <message>
        <source>Install from file…</source>
        <translation>Nainstalovat ze souboru…</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Nainstalované</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Klíče</translation>
    </message>
    <message numerus="yes">
        <source>Later versions of %n plugin(s) can be had.</source>
        <translation>
            <numerusform>Pro %n modul je k dispozici novější verze.</numerusform>
            <numerusform>Pro %n moduly jsou k dispozici novější verze.</numerusform>
            <numerusform>Pro %n modulů jsou k dispozici novější verze.</numerusform>
        </translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>Části této stránky</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Zdroje</translation>
    </message>
    <message>
        <source>Update all</source>
        <translation>Aktualizovat vše</translation>
    </message>
    <message>
        <source>Update all ({count})</source>
        <translation>Aktualizovat vše ({count})</translation>
    </message>
</context>
<context>
    <name>PluginsView</name>
    <message>
        <source>Browse</source>
        <translation>Procházet</translation>
    </message>
    <message numerus="yes">
        <source>%n plugin(s) were updated.</source>
        <translation>
            <numerusform>Aktualizován %n modul.</numerusform>
            <numerusform>Aktualizovány %n moduly.</numerusform>
            <numerusform>Aktualizováno %n modulů.</numerusform>
        </translation>
    </message>
    <message>
        <source>Installed plugins</source>
        <translation>Nainstalované zásuvné moduly</translation>
    </message>
    <message>
        <source>No index has a plugin that this is found in.</source>
        <translation>Žádný rejstřík nemá modul, ve kterém by se to našlo.</translation>
    </message>
    <message>
        <source>No plugins</source>
        <translation>Žádné zásuvné moduly</translation>
    </message>
    <message>
        <source>Not all indexes can be relied on now: {list}.</source>
        <translation>Ne na všechny rejstříky se teď dá spolehnout: {list}.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nic nenalezeno</translation>
    </message>
    <message>
        <source>Plugins add panels, formats, checks and connections to other systems.</source>
        <translation>Zásuvné moduly přidávají panely, formáty, kontroly a spojení s jinými systémy.</translation>
    </message>
    <message>
        <source>Plugins that can be had</source>
        <translation>Dostupné zásuvné moduly</translation>
    </message>
    <message>
        <source>Show sources</source>
        <translation>Ukázat zdroje</translation>
    </message>
    <message>
        <source>The settings are kept.</source>
        <translation>Nastavení je uloženo.</translation>
    </message>
</context>
<context>
    <name>PolicyForm</name>
    <message>
        <source>Automatic commit</source>
        <translation>Automatické potvrzení</translation>
    </message>
    <message>
        <source>Changes; what destroys by name</source>
        <translation>Změny; ničivé zadáním názvu</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Barva</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Potvrzovat</translation>
    </message>
    <message>
        <source>Connections look like this</source>
        <translation>Takto vypadají připojení</translation>
    </message>
    <message>
        <source>Idle transactions</source>
        <translation>Nečinné transakce</translation>
    </message>
    <message>
        <source>Manual commit</source>
        <translation>Ruční potvrzení</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Název</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Žádné</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nic</translation>
    </message>
    <message>
        <source>Only a hash</source>
        <translation>Jen otisk</translation>
    </message>
    <message>
        <source>Read-only: the server refuses every change</source>
        <translation>Jen pro čtení: server odmítne každou změnu</translation>
    </message>
    <message>
        <source>SQL in events</source>
        <translation>SQL v událostech</translation>
    </message>
    <message>
        <source>Seconds; 0: never; empty: as the settings say</source>
        <translation>Sekundy; 0: nikdy; prázdné: podle nastavení</translation>
    </message>
    <message>
        <source>Send nothing that a plugin was asked about and did not answer</source>
        <translation>Neodesílat nic, na co byl zásuvný modul dotázán a neodpověděl</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Transakce</translation>
    </message>
    <message>
        <source>What may change something</source>
        <translation>Co může něco změnit</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Celé</translation>
    </message>
    <message>
        <source>Without values</source>
        <translation>Bez hodnot</translation>
    </message>
</context>
<context>
    <name>PropertiesHeader</name>
    <message>
        <source>Open data (F4)</source>
        <translation>Otevřít data (F4)</translation>
    </message>
    <message>
        <source>Read again (F5)</source>
        <translation>Načíst znovu (F5)</translation>
    </message>
    <message>
        <source>Show in the navigator</source>
        <translation>Zobrazit v navigátoru</translation>
    </message>
    <message>
        <source>about {count} rows</source>
        <translation>přibližně {count} řádků</translation>
    </message>
    <message>
        <source>connection removed</source>
        <translation>připojení odebráno</translation>
    </message>
    <message>
        <source>of {table}</source>
        <translation>tabulky {table}</translation>
    </message>
</context>
<context>
    <name>PropertiesPage</name>
    <message>
        <source>No statement makes it.</source>
        <translation>Nevytváří ho žádný příkaz.</translation>
    </message>
    <message>
        <source>Nothing more can be shown of {name}.</source>
        <translation>O objektu {name} už nelze zobrazit nic dalšího.</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Vlastnosti</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Zkusit znovu</translation>
    </message>
</context>
<context>
    <name>QueryActions</name>
    <message>
        <source>A transaction is open; the statement runs in it.</source>
        <translation>Je otevřená transakce; příkaz v ní poběží.</translation>
    </message>
    <message>
        <source>It is sent again from its beginning; rows may have changed meanwhile.</source>
        <translation>Odešle se znovu od začátku; řádky se mezitím mohly změnit.</translation>
    </message>
    <message>
        <source>Keep these rows</source>
        <translation>Ponechat tyto řádky</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Spustit znovu</translation>
    </message>
    <message>
        <source>The statement is no longer open on the server. Run it again to get more rows?</source>
        <translation>Příkaz už na serveru není otevřený. Spustit ho znovu, aby se načetly další řádky?</translation>
    </message>
    <message>
        <source>This statement may change data; it is not run again for more rows. Run it yourself.</source>
        <translation>Tento příkaz může měnit data; kvůli dalším řádkům se znovu nespustí. Spusťte ho sami.</translation>
    </message>
</context>
<context>
    <name>QueryTab</name>
    <message>
        <source>Disconnected. The next statement connects again.</source>
        <translation>Odpojeno. Další příkaz se znovu připojí.</translation>
    </message>
    <message>
        <source>The engine stopped. Rows fetched so far stay readable.</source>
        <translation>Engine se zastavil. Dosud načtené řádky zůstávají čitelné.</translation>
    </message>
    <message>
        <source>There is no statement at the caret.</source>
        <translation>U kurzoru není žádný příkaz.</translation>
    </message>
    <message>
        <source>open transaction</source>
        <translation>otevřená transakce</translation>
    </message>
</context>
<context>
    <name>RangeDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Od</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zobrazit</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Zobrazené období</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Do</translation>
    </message>
</context>
<context>
    <name>ReceivedPart</name>
    <message>
        <source>Accepted</source>
        <translation>Přijato</translation>
    </message>
    <message>
        <source>All senders</source>
        <translation>Všichni odesílatelé</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>Poznamenat</translation>
    </message>
    <message>
        <source>Any verdict</source>
        <translation>Libovolný verdikt</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Obsah</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>Přišlo z</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Doručení</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Opakované</translation>
    </message>
    <message>
        <source>Event, text or delivery</source>
        <translation>Událost, text nebo doručení</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Hlavičky</translation>
    </message>
    <message>
        <source>It is marked in the charts of all monitors.</source>
        <translation>Je to vyznačeno v grafech všech monitorů.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Zprávy</translation>
    </message>
    <message>
        <source>No message fits what is asked for above.</source>
        <translation>Žádná zpráva neodpovídá tomu, co je nahoře zadáno.</translation>
    </message>
    <message>
        <source>No messages</source>
        <translation>Žádné zprávy</translation>
    </message>
    <message>
        <source>Other programs, such as GitHub, can tell Lapwing what they did. Say who may, and start the listener.</source>
        <translation>Jiné programy, například GitHub, mohou Lapwingu oznámit, co udělaly. Řekněte, kdo smí, a spusťte příjem.</translation>
    </message>
    <message>
        <source>Process again</source>
        <translation>Zpracovat znovu</translation>
    </message>
    <message>
        <source>Processed</source>
        <translation>Zpracováno</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Odmítnuto</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Odesílatel</translation>
    </message>
    <message>
        <source>Senders</source>
        <translation>Odesílatelé</translation>
    </message>
    <message>
        <source>Show the first</source>
        <translation>Zobrazit první</translation>
    </message>
    <message>
        <source>Show the message that came before, with all that repeat it</source>
        <translation>Zobrazit zprávu, která přišla dříve, se všemi, které ji opakují</translation>
    </message>
    <message>
        <source>The body was not kept.</source>
        <translation>Tělo zprávy se neuchovalo.</translation>
    </message>
    <message>
        <source>The rest was not kept.</source>
        <translation>Zbytek se neuchoval.</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Neznámé</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdikt</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>It is needed by {list}. Disable or remove those first.</source>
        <translation>Potřebuje jej {list}. Nejprve vypněte nebo odeberte tyto.</translation>
    </message>
    <message>
        <source>It is stopped, and its code is deleted. It can be installed again from where you had it.</source>
        <translation>Bude zastaven a jeho kód smazán. Lze jej znovu nainstalovat odtud, odkud jste jej měli.</translation>
    </message>
    <message>
        <source>Keep its settings and files for the next time</source>
        <translation>Ponechat jeho nastavení a soubory pro příště</translation>
    </message>
    <message>
        <source>Otherwise its settings, its files, its log and its secrets in the vault are deleted.</source>
        <translation>Jinak se smažou jeho nastavení, soubory, protokol a tajné údaje v trezoru.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Odebrat</translation>
    </message>
    <message>
        <source>Remove plugin</source>
        <translation>Odebrat zásuvný modul</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>Odebrat {name}?</translation>
    </message>
</context>
<context>
    <name>ResultGrid</name>
    <message>
        <source>Result rows</source>
        <translation>Řádky výsledku</translation>
    </message>
</context>
<context>
    <name>ResultPane</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n řádek</numerusform>
            <numerusform>%n řádky</numerusform>
            <numerusform>%n řádků</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) affected</source>
        <translation>
            <numerusform>Ovlivněn %n řádek</numerusform>
            <numerusform>Ovlivněny %n řádky</numerusform>
            <numerusform>Ovlivněno %n řádků</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hotovo</translation>
    </message>
    <message>
        <source>Line {line}: {text}</source>
        <translation>Řádek {line}: {text}</translation>
    </message>
    <message>
        <source>Results behind the first {count} are not shown; their rows are counted here.</source>
        <translation>Výsledky za prvními {count} se nezobrazují; jejich řádky jsou zde sečteny.</translation>
    </message>
    <message>
        <source>Waiting for a lock held by {holders}.</source>
        <translation>Čeká se na zámek, který drží {holders}.</translation>
    </message>
    <message>
        <source>another connection</source>
        <translation>jiné připojení</translation>
    </message>
    <message>
        <source>there are more</source>
        <translation>jsou i další</translation>
    </message>
    <message>
        <source>{file}, line {line}: {text}</source>
        <translation>{file}, řádek {line}: {text}</translation>
    </message>
</context>
<context>
    <name>ResultTabs</name>
    <message>
        <source>Keep this result</source>
        <translation>Ponechat tento výsledek</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Zprávy</translation>
    </message>
    <message>
        <source>Of a statement before the one that failed</source>
        <translation>Z příkazu před tím, který selhal</translation>
    </message>
    <message>
        <source>Result {number}</source>
        <translation>Výsledek {number}</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Výsledky</translation>
    </message>
    <message>
        <source>{title} (earlier)</source>
        <translation>{title} (dřívější)</translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <source>Find in result</source>
        <translation>Najít ve výsledku</translation>
    </message>
    <message>
        <source>No row shows this</source>
        <translation>V žádném řádku to není</translation>
    </message>
    <message>
        <source>Sort on the server</source>
        <translation>Seřadit na serveru</translation>
    </message>
    <message>
        <source>Sorted: the {count} loaded rows. The server may have more.</source>
        <translation>Seřazeno: {count} načtených řádků. Na serveru jich může být více.</translation>
    </message>
    <message>
        <source>The value is too long to filter by.</source>
        <translation>Hodnota je příliš dlouhá, než aby se podle ní dalo filtrovat.</translation>
    </message>
</context>
<context>
    <name>ResultsFeature</name>
    <message>
        <source>Check</source>
        <translation>Podmínka</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Komentář</translation>
    </message>
    <message>
        <source>Computed by</source>
        <translation>Počítá se z</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Výchozí</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>Generovaný</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Klíč</translation>
    </message>
    <message>
        <source>Nullable</source>
        <translation>Povoluje NULL</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Odkazuje na</translation>
    </message>
    <message>
        <source>The server can only order the rows of one statement that certainly reads.</source>
        <translation>Server může řadit jen řádky jediného příkazu, který zaručeně pouze čte.</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>Jedinečný</translation>
    </message>
    <message>
        <source>no</source>
        <translation>ne</translation>
    </message>
    <message>
        <source>primary key</source>
        <translation>primární klíč</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ano</translation>
    </message>
</context>
<context>
    <name>RowForm</name>
    <message>
        <source>Filter columns and values</source>
        <translation>Filtrovat sloupce a hodnoty</translation>
    </message>
    <message>
        <source>The rows cannot be read: {reason}</source>
        <translation>Řádky nelze přečíst: {reason}</translation>
    </message>
</context>
<context>
    <name>RowHeader</name>
    <message>
        <source>Row numbers</source>
        <translation>Čísla řádků</translation>
    </message>
</context>
<context>
    <name>RowModel</name>
    <message>
        <source>Column</source>
        <translation>Sloupec</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Hodnota</translation>
    </message>
</context>
<context>
    <name>ScheduleDialog</name>
    <message>
        <source>At an interval</source>
        <translation>V intervalu</translation>
    </message>
    <message>
        <source>By a cron expression</source>
        <translation>Výrazem cron</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Událost</translation>
    </message>
    <message>
        <source>How its times are written</source>
        <translation>Jak jsou jeho časy zapsány</translation>
    </message>
    <message>
        <source>Missed times</source>
        <translation>Zmeškané časy</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Název</translation>
    </message>
    <message>
        <source>New schedule</source>
        <translation>Nový plán</translation>
    </message>
    <message>
        <source>Next times</source>
        <translation>Nejbližší časy</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Jednou</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Překrytí</translation>
    </message>
    <message>
        <source>Run it at its times</source>
        <translation>Spouštět v jeho časech</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Uložit</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Plán</translation>
    </message>
    <message>
        <source>That time is over.</source>
        <translation>Ten čas už minul.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Časové pásmo</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Časy</translation>
    </message>
    <message>
        <source>Times that were missed</source>
        <translation>Zmeškané časy</translation>
    </message>
    <message>
        <source>While the run before goes on</source>
        <translation>Dokud předchozí běh trvá</translation>
    </message>
    <message>
        <source>Write when, and the next times stand here.</source>
        <translation>Napište kdy a objeví se zde nejbližší časy.</translation>
    </message>
    <message>
        <source>for example 15 min, 2 h, 1 d</source>
        <translation>například 15 min, 2 h, 1 d</translation>
    </message>
    <message>
        <source>for example 2026-12-24 18:00</source>
        <translation>například 2026-12-24 18:00</translation>
    </message>
    <message>
        <source>for example 30 6 * * mon-fri</source>
        <translation>například 30 6 * * mon-fri</translation>
    </message>
    <message>
        <source>for example Nightly export</source>
        <translation>například Noční export</translation>
    </message>
    <message>
        <source>for example {&quot;keep&quot;: 7}</source>
        <translation>například {&quot;keep&quot;: 7}</translation>
    </message>
    <message>
        <source>nightly-export</source>
        <translation>nocni-export</translation>
    </message>
    <message>
        <source>that of this computer; for example Europe/Prague</source>
        <translation>pásmo tohoto počítače; například Europe/Prague</translation>
    </message>
</context>
<context>
    <name>Schedules</name>
    <message numerus="yes">
        <source>%n schedule(s)</source>
        <translation>
            <numerusform>%n plán</numerusform>
            <numerusform>%n plány</numerusform>
            <numerusform>%n plánů</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>Odpověděl</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Vyžádáno</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>Důvod</translation>
    </message>
    <message>
        <source>Cannot be understood</source>
        <translation>Nelze pochopit</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hotovo</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Událost</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Selhalo</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Přerušeno</translation>
    </message>
    <message>
        <source>Its time</source>
        <translation>Jeho čas</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Poslední běh</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Vynechat</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Vynecháno</translation>
    </message>
    <message>
        <source>Let it wait for its turn</source>
        <translation>Nechat čekat, až přijde na řadu</translation>
    </message>
    <message>
        <source>Made up for</source>
        <translation>Dohnáno</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Zmeškáno</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Příště</translation>
    </message>
    <message>
        <source>No more times</source>
        <translation>Žádné další časy</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Vypnuto</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>Spustit nyní</translation>
    </message>
    <message>
        <source>Run once for all of them</source>
        <translation>Spustit jednou za všechny</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Běží</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Plán</translation>
    </message>
    <message>
        <source>Skip them</source>
        <translation>Vynechat</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stav</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Čas</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Časy</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Trvání</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Čeká</translation>
    </message>
    <message>
        <source>in {time}</source>
        <translation>za {time}</translation>
    </message>
    <message>
        <source>next: {name} {time}</source>
        <translation>příště: {name} {time}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nyní</translation>
    </message>
</context>
<context>
    <name>SchedulesPage</name>
    <message>
        <source>Schedules</source>
        <translation>Plány</translation>
    </message>
</context>
<context>
    <name>SchedulesPart</name>
    <message>
        <source>A schedule tells an event at its times: webhooks and plugins hear it, and start what is to be done then.</source>
        <translation>Plán ve svých časech ohlásí událost: uslyší ji webhooky a pluginy a začnou, co se má tehdy dít.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Odpovědi</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Upravit</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Událost</translation>
    </message>
    <message>
        <source>It has not run yet</source>
        <translation>Zatím neběžel</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nový</translation>
    </message>
    <message>
        <source>New schedule</source>
        <translation>Nový plán</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Příště</translation>
    </message>
    <message>
        <source>No schedules yet</source>
        <translation>Zatím žádné plány</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Odebrat</translation>
    </message>
    <message>
        <source>Remove the schedule {name}, and what is known of its runs?</source>
        <translation>Odebrat plán {name} a vše, co se ví o jeho bězích?</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>Spustit nyní</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Běhy</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Plány</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Časy</translation>
    </message>
    <message>
        <source>What comes of it will be listed here.</source>
        <translation>Zde bude, co z něj vzejde.</translation>
    </message>
</context>
<context>
    <name>SchedulesView</name>
    <message>
        <source>Start it</source>
        <translation>Spustit</translation>
    </message>
    <message>
        <source>The scheduler is stopped: nothing is run at its time.</source>
        <translation>Plánovač je zastaven: nic se ve svůj čas nespustí.</translation>
    </message>
</context>
<context>
    <name>SchemaBox</name>
    <message>
        <source>No schema</source>
        <translation>Žádné schéma</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schéma</translation>
    </message>
    <message>
        <source>Schema in which names are looked for first</source>
        <translation>Schéma, ve kterém se názvy hledají nejdříve</translation>
    </message>
</context>
<context>
    <name>ScriptRunning</name>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n odmítnut</numerusform>
            <numerusform>%n odmítnuty</numerusform>
            <numerusform>%n odmítnuto</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) affected</source>
        <translation>
            <numerusform>Ovlivněn %n řádek</numerusform>
            <numerusform>Ovlivněny %n řádky</numerusform>
            <numerusform>Ovlivněno %n řádků</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s)</source>
        <translation>
            <numerusform>%n příkaz</numerusform>
            <numerusform>%n příkazy</numerusform>
            <numerusform>%n příkazů</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hotovo</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Pokračovat</translation>
    </message>
    <message>
        <source>Go on at every error</source>
        <translation>Pokračovat při každé chybě</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>Statement {first}</source>
        <translation>Příkaz {first}</translation>
    </message>
    <message>
        <source>Statement {number} was refused.</source>
        <translation>Příkaz {number} byl odmítnut.</translation>
    </message>
    <message>
        <source>Statement {number}, in line {line}, was refused.</source>
        <translation>Příkaz {number} na řádku {line} byl odmítnut.</translation>
    </message>
    <message>
        <source>Statements {first} to {last}</source>
        <translation>Příkazy {first} až {last}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zastavit</translation>
    </message>
    <message>
        <source>The script was cancelled; what follows was not sent.</source>
        <translation>Skript byl zrušen; co následuje, se neodeslalo.</translation>
    </message>
    <message>
        <source>The transaction of the script was rolled back.</source>
        <translation>Transakce skriptu byla vrácena zpět.</translation>
    </message>
</context>
<context>
    <name>ScrubBar</name>
    <message>
        <source>The last 15 minutes</source>
        <translation>Posledních 15 minut</translation>
    </message>
</context>
<context>
    <name>SearchCorner</name>
    <message>
        <source>Search everything</source>
        <translation>Hledat všude</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Vymazat</translation>
    </message>
</context>
<context>
    <name>SecretAsker</name>
    <message>
        <source>Passphrase</source>
        <translation>Heslová fráze</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Heslo</translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>Close</source>
        <translation>Zavřít</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopírovat</translation>
    </message>
    <message>
        <source>It is on the clipboard.</source>
        <translation>Je ve schránce.</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Tajemství</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Forget what is kept</source>
        <translation>Zapomenout, co je uloženo</translation>
    </message>
    <message>
        <source>is forgotten when you save</source>
        <translation>při uložení se zapomene</translation>
    </message>
    <message>
        <source>none is kept</source>
        <translation>žádný není uložen</translation>
    </message>
    <message>
        <source>the vault cannot be asked now</source>
        <translation>trezor teď nelze přečíst</translation>
    </message>
    <message>
        <source>•••••••• one is kept</source>
        <translation>•••••••• jeden je uložen</translation>
    </message>
</context>
<context>
    <name>SecretPrompt</name>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Ještě jednou</translation>
    </message>
</context>
<context>
    <name>SecretRows</name>
    <message>
        <source>Ask when it is needed</source>
        <translation>Zeptat se, až bude potřeba</translation>
    </message>
    <message>
        <source>Command that prints it, such as: pass show shop</source>
        <translation>Příkaz, který ho vypíše, například: pass show obchod</translation>
    </message>
    <message>
        <source>From a command</source>
        <translation>Z příkazu</translation>
    </message>
    <message>
        <source>From an environment variable</source>
        <translation>Z proměnné prostředí</translation>
    </message>
    <message>
        <source>It is kept in memory only, until Lapwing is closed.</source>
        <translation>Uchovává se jen v paměti, dokud Lapwing nezavřete.</translation>
    </message>
    <message>
        <source>Keep in Lapwing&apos;s encrypted file</source>
        <translation>Uchovat v šifrovaném souboru aplikace Lapwing</translation>
    </message>
    <message>
        <source>Keep in the keyring</source>
        <translation>Uchovat v klíčence</translation>
    </message>
    <message>
        <source>Name of the variable, such as SHOP_PASSWORD</source>
        <translation>Název proměnné, například OBCHOD_HESLO</translation>
    </message>
    <message>
        <source>None, or the client&apos;s own files</source>
        <translation>Žádné, nebo z vlastních souborů klienta</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Heslo</translation>
    </message>
    <message>
        <source>Seconds; empty: until Lapwing is closed</source>
        <translation>Sekundy; prázdné: do zavření aplikace Lapwing</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>Platnost</translation>
    </message>
    <message>
        <source>Used for so many seconds</source>
        <translation>Platí tolik sekund</translation>
    </message>
    <message>
        <source>Used where the server asks for none, or ~/.pgpass or my.cnf has it.</source>
        <translation>Použije se, když server heslo nevyžaduje nebo je v ~/.pgpass či my.cnf.</translation>
    </message>
    <message>
        <source>Variable or command</source>
        <translation>Proměnná nebo příkaz</translation>
    </message>
    <message>
        <source>Where the password is kept</source>
        <translation>Kde je heslo uloženo</translation>
    </message>
</context>
<context>
    <name>SelectionFacts</name>
    <message>
        <source>Avg</source>
        <translation>Průměr</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Počet</translation>
    </message>
    <message>
        <source>Distinct</source>
        <translation>Různé</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Délka</translation>
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
        <translation>NULL</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Součet</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>zrušeno</translation>
    </message>
</context>
<context>
    <name>SenderDialog</name>
    <message>
        <source>All connections</source>
        <translation>Všechna připojení</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Charts of</source>
        <translation>Grafy</translation>
    </message>
    <message>
        <source>Encrypted file</source>
        <translation>Zašifrovaný soubor</translation>
    </message>
    <message>
        <source>Enter the new secret that it gives. For a day the old one is believed, too.</source>
        <translation>Zadejte nové tajemství, které vám dá. Jeden den platí i staré.</translation>
    </message>
    <message>
        <source>It gives you this secret: copy it from there.</source>
        <translation>Toto tajemství vám dá on: zkopírujte je odtamtud.</translation>
    </message>
    <message>
        <source>It has a secret already. What is entered here takes its place.</source>
        <translation>Tajemství už má. Co zde zadáte, je nahradí.</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Klíčenka</translation>
    </message>
    <message>
        <source>Left empty, a secret is made, and shown to you once.</source>
        <translation>Nezadáte-li nic, tajemství se vytvoří a jednou se vám ukáže.</translation>
    </message>
    <message>
        <source>Listen to it</source>
        <translation>Poslouchat jej</translation>
    </message>
    <message>
        <source>Mark its messages in charts</source>
        <translation>Vyznačit jeho zprávy v grafech</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Název</translation>
    </message>
    <message>
        <source>New sender</source>
        <translation>Nový odesílatel</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Uložit</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Tajemství</translation>
    </message>
    <message>
        <source>Secrets in</source>
        <translation>Tajemství v</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Odesílatel</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Podpis</translation>
    </message>
    <message>
        <source>for example github</source>
        <translation>například github</translation>
    </message>
</context>
<context>
    <name>SendersPart</name>
    <message>
        <source>A sender is a program that may tell Lapwing something, at an address of its own and with a secret that proves who it is.</source>
        <translation>Odesílatel je program, který smí Lapwingu něco oznámit: na vlastní adrese a s tajemstvím, které dokazuje, kdo to je.</translation>
    </message>
    <message>
        <source>Copy its address</source>
        <translation>Kopírovat jeho adresu</translation>
    </message>
    <message>
        <source>Does not listen</source>
        <translation>Neposlouchá</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Upravit</translation>
    </message>
    <message>
        <source>Give it a new secret</source>
        <translation>Dát mu nové tajemství</translation>
    </message>
    <message>
        <source>Listens at {url}</source>
        <translation>Poslouchá na {url}</translation>
    </message>
    <message>
        <source>Make a new secret for {name}? For a day the old one is believed beside it.</source>
        <translation>Vytvořit nové tajemství pro {name}? Jeden den vedle něj platí i staré.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nová</translation>
    </message>
    <message>
        <source>New secret</source>
        <translation>Nové tajemství</translation>
    </message>
    <message>
        <source>New sender</source>
        <translation>Nový odesílatel</translation>
    </message>
    <message>
        <source>No senders yet</source>
        <translation>Zatím žádní odesílatelé</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Odebrat</translation>
    </message>
    <message>
        <source>Remove the sender {name}? Its secrets are forgotten; what came of it is kept.</source>
        <translation>Odebrat odesílatele {name}? Jeho tajemství se zapomenou; co od něj přišlo, zůstane.</translation>
    </message>
    <message>
        <source>Senders</source>
        <translation>Odesílatelé</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Nastavení</translation>
    </message>
    <message>
        <source>Show its secret, once</source>
        <translation>Ukázat jeho tajemství, jednou</translation>
    </message>
    <message>
        <source>Start listening</source>
        <translation>Začít poslouchat</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>Přestat poslouchat</translation>
    </message>
    <message>
        <source>The address is on the clipboard.</source>
        <translation>Adresa je ve schránce.</translation>
    </message>
</context>
<context>
    <name>SeriesFields</name>
    <message>
        <source>All</source>
        <translation>Vše</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Jantarová</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automaticky</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Modrá</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Barva</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Zelená</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Šedá</translation>
    </message>
    <message>
        <source>In the legend</source>
        <translation>V legendě</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Oranžová</translation>
    </message>
    <message>
        <source>Pale green</source>
        <translation>Světle zelená</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Červená</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>The dashboard&apos;s</source>
        <translation>Server přehledu</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Fialová</translation>
    </message>
</context>
<context>
    <name>ServiceDetail</name>
    <message>
        <source>Engine</source>
        <translation>Jádro</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Chyba</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Stav práce</translation>
    </message>
    <message>
        <source>It is to run, and ended by itself.</source>
        <translation>Má běžet, a skončila sama.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokol</translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation>Nic nezapsáno</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stav</translation>
    </message>
    <message>
        <source>The process {process} does it, for all engines of this profile.</source>
        <translation>Dělá to proces {process}, za všechny enginy tohoto profilu.</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Žádáno</translation>
    </message>
    <message>
        <source>What this service says of its work since the engine began will be listed here.</source>
        <translation>Zde bude, co tato služba říká o své práci od spuštění enginu.</translation>
    </message>
    <message>
        <source>{state} since {time}</source>
        <translation>{state} od {time}</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message numerus="yes">
        <source>%n connection(s) monitored</source>
        <translation>
            <numerusform>sledováno %n připojení</numerusform>
            <numerusform>sledována %n připojení</numerusform>
            <numerusform>sledováno %n připojení</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>%n cíl</numerusform>
            <numerusform>%n cíle</numerusform>
            <numerusform>%n cílů</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n selhala</numerusform>
            <numerusform>%n selhaly</numerusform>
            <numerusform>%n selhalo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n schedule(s)</source>
        <translation>
            <numerusform>%n plán</numerusform>
            <numerusform>%n plány</numerusform>
            <numerusform>%n plánů</numerusform>
        </translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>Ladění</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Chyba</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Selhalo</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Stav práce</translation>
    </message>
    <message>
        <source>In another engine</source>
        <translation>V jiném enginu</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Informace</translation>
    </message>
    <message>
        <source>Its health cannot be told.</source>
        <translation>Nelze zjistit, jak je na tom.</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Úroveň</translation>
    </message>
    <message>
        <source>Looks at the connections that are kept monitored, keeps what is seen, and has alerts judge it. While it is stopped, a monitor page still shows what it watches itself; nothing of that is kept, and no alert begins.</source>
        <translation>Dívá se na připojení, která se trvale sledují, uchovává, co je vidět, a nechává o tom rozhodovat poplachy. Dokud je zastaveno, stránka monitoru dál ukazuje, co sama sleduje; nic z toho se neuchovává a žádný poplach nezačne.</translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation>Sledování</translation>
    </message>
    <message>
        <source>No connection is monitored.</source>
        <translation>Žádné připojení se nesleduje.</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Restartuje se</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Běží</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>Plánovač</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Služba</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Od</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Spouští se</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stav</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Zastaveno</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Zastavuje se</translation>
    </message>
    <message>
        <source>Takes messages of other programs by HTTP, such as pushes and pull requests. It listens on this machine only, unless you say otherwise.</source>
        <translation>Přijímá zprávy jiných programů přes HTTP, například pushe a pull requesty. Poslouchá jen na tomto počítači, dokud neurčíte jinak.</translation>
    </message>
    <message>
        <source>Tells events at the times of Tools &gt; Schedules. While it is stopped, nothing is run at its time; each schedule says what becomes of times that are missed.</source>
        <translation>Hlásí události v časech z Nástroje &gt; Plány. Dokud je zastaven, nic se ve svůj čas nespustí; co bude se zmeškanými časy, určuje každý plán.</translation>
    </message>
    <message>
        <source>Tells other programs what happens, at the endpoints of Tools &gt; Webhooks. While it is stopped, nothing is sent; what is to be told waits.</source>
        <translation>Oznamuje jiným programům, co se děje: na cílech v Nástroje &gt; Webhooky. Dokud je zastaveno, nic se neposílá; co se má oznámit, čeká.</translation>
    </message>
    <message>
        <source>There are no endpoints.</source>
        <translation>Nejsou žádné cíle.</translation>
    </message>
    <message>
        <source>There are no schedules.</source>
        <translation>Nejsou žádné plány.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Čas</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Varování</translation>
    </message>
    <message>
        <source>Webhook deliveries</source>
        <translation>Doručování webhooků</translation>
    </message>
    <message>
        <source>Webhook listener</source>
        <translation>Příjem webhooků</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Co se stalo</translation>
    </message>
    <message>
        <source>{accepted} accepted, {refused} refused</source>
        <translation>přijato {accepted}, odmítnuto {refused}</translation>
    </message>
    <message>
        <source>{running} of {all} run</source>
        <translation>běží {running} z {all}</translation>
    </message>
    <message>
        <source>{some} of {all} cannot be reached</source>
        <translation>{some} z {all} není dostupných</translation>
    </message>
    <message>
        <source>{some} of {all} endpoints cannot be told</source>
        <translation>{some} z {all} cílů nelze informovat</translation>
    </message>
    <message>
        <source>{state}, again in {time}</source>
        <translation>{state}, znovu za {time}</translation>
    </message>
    <message>
        <source>{state}, in another engine</source>
        <translation>{state}, v jiném enginu</translation>
    </message>
</context>
<context>
    <name>ServicesPage</name>
    <message>
        <source>Services</source>
        <translation>Služby</translation>
    </message>
</context>
<context>
    <name>ServicesView</name>
    <message>
        <source>Restart</source>
        <translation>Restartovat</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Služby</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Spustit</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zastavit</translation>
    </message>
</context>
<context>
    <name>SessionDetail</name>
    <message numerus="yes">
        <source>%n session(s) chosen</source>
        <translation>
            <numerusform>%n vybraná relace</numerusform>
            <numerusform>%n vybrané relace</numerusform>
            <numerusform>%n vybraných relací</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel statement</source>
        <translation>Zrušit příkaz</translation>
    </message>
    <message>
        <source>Choose a session to see what it does.</source>
        <translation>Vyberte relaci, abyste viděli, co dělá.</translation>
    </message>
    <message>
        <source>Copy the statement</source>
        <translation>Kopírovat příkaz</translation>
    </message>
    <message>
        <source>End session</source>
        <translation>Ukončit relaci</translation>
    </message>
    <message>
        <source>End the chosen sessions, and what they have not committed</source>
        <translation>Ukončit vybrané relace i to, co nepotvrdily</translation>
    </message>
    <message>
        <source>End what the chosen sessions run</source>
        <translation>Ukončit, co vybrané relace provádějí</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Vysvětlit</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Otevřít</translation>
    </message>
    <message>
        <source>Open the statement in an editor (Enter)</source>
        <translation>Otevřít příkaz v editoru (Enter)</translation>
    </message>
    <message>
        <source>Show how the server goes about the statement</source>
        <translation>Ukázat, jak server příkaz provádí</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message numerus="yes">
        <source>%n session(s) wait</source>
        <translation>
            <numerusform>%n relace čeká</numerusform>
            <numerusform>%n relace čekají</numerusform>
            <numerusform>%n relací čeká</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s)</source>
        <translation>
            <numerusform>%n čeká</numerusform>
            <numerusform>%n čekají</numerusform>
            <numerusform>%n čeká</numerusform>
        </translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Aplikace</translation>
    </message>
    <message>
        <source>Blocked by</source>
        <translation>Blokuje ji</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Klient</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Databáze</translation>
    </message>
    <message>
        <source>How long its statement has been running</source>
        <translation>Jak dlouho běží její příkaz</translation>
    </message>
    <message>
        <source>How long its transaction has been open</source>
        <translation>Jak dlouho je otevřena její transakce</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Běží</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Relace</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stav</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Příkaz</translation>
    </message>
    <message>
        <source>The sessions that have to end first</source>
        <translation>Relace, které musí skončit dříve</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transakce</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Uživatel</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Čeká na</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktivní</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>blokovaná</translation>
    </message>
    <message>
        <source>failed transaction</source>
        <translation>neúspěšná transakce</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>nečinné</translation>
    </message>
    <message>
        <source>idle in transaction</source>
        <translation>nečinné v transakci</translation>
    </message>
    <message>
        <source>none</source>
        <translation>žádná</translation>
    </message>
    <message>
        <source>not listed</source>
        <translation>není v seznamu</translation>
    </message>
    <message>
        <source>of Lapwing</source>
        <translation>relace Lapwingu</translation>
    </message>
    <message>
        <source>other</source>
        <translation>jiná</translation>
    </message>
    <message>
        <source>the root is {session}</source>
        <translation>kořenem je {session}</translation>
    </message>
    <message>
        <source>the worst of {count} roots is {session}</source>
        <translation>nejhorší z {count} kořenů je {session}</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>čekající</translation>
    </message>
    <message>
        <source>waits for {what}</source>
        <translation>čeká na {what}</translation>
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
        <translation>{session} (není v seznamu: připravená transakce, nebo tomuto účtu skrytá)</translation>
    </message>
    <message>
        <source>{session} waits for itself through others, a deadlock</source>
        <translation>{session} čeká přes jiné na sebe, uváznutí</translation>
    </message>
    <message>
        <source>{state} for {age}</source>
        <translation>{state} už {age}</translation>
    </message>
    <message>
        <source>{time}: {active} active, {waiting} waiting, {blocked} blocked, {idle} idle in transaction</source>
        <translation>{time}: {active} aktivních, {waiting} čekajících, {blocked} blokovaných, {idle} nečinných v transakci</translation>
    </message>
</context>
<context>
    <name>SessionsFilters</name>
    <message>
        <source>Active</source>
        <translation>Aktivní</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blokované</translation>
    </message>
    <message>
        <source>Filter sessions</source>
        <translation>Filtrovat relace</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Seskupit podle</translation>
    </message>
    <message>
        <source>Hide idle</source>
        <translation>Skrýt nečinné</translation>
    </message>
    <message>
        <source>In transaction</source>
        <translation>V transakci</translation>
    </message>
    <message>
        <source>Leave out idle sessions, and processes of the server that run no statement</source>
        <translation>Vynechat nečinné relace a procesy serveru, které neprovádějí žádný příkaz</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Bez skupin</translation>
    </message>
    <message>
        <source>Only sessions that block others or are blocked</source>
        <translation>Jen relace, které blokují jiné nebo jsou blokovány</translation>
    </message>
    <message>
        <source>Only sessions that run something</source>
        <translation>Jen relace, které něco provádějí</translation>
    </message>
    <message>
        <source>Only sessions that wait for something</source>
        <translation>Jen relace, které na něco čekají</translation>
    </message>
    <message>
        <source>Only sessions with an open transaction</source>
        <translation>Jen relace s otevřenou transakcí</translation>
    </message>
    <message>
        <source>Show sessions as a table</source>
        <translation>Zobrazit relace jako tabulku</translation>
    </message>
    <message>
        <source>Show who blocks whom</source>
        <translation>Ukázat, kdo koho blokuje</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Čekající</translation>
    </message>
</context>
<context>
    <name>SessionsLine</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n relace</numerusform>
            <numerusform>%n relace</numerusform>
            <numerusform>%n relací</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody waits for another session.</source>
        <translation>Žádná relace nečeká na jinou.</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} z {all}</translation>
    </message>
</context>
<context>
    <name>SessionsPart</name>
    <message numerus="yes">
        <source>%n session(s) told to end.</source>
        <translation>
            <numerusform>%n relace byla ukončena.</numerusform>
            <numerusform>%n relace byly ukončeny.</numerusform>
            <numerusform>%n relací bylo ukončeno.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) cancelled.</source>
        <translation>
            <numerusform>%n příkaz byl zrušen.</numerusform>
            <numerusform>%n příkazy byly zrušeny.</numerusform>
            <numerusform>%n příkazů bylo zrušeno.</numerusform>
        </translation>
    </message>
    <message>
        <source>No longer there: {sessions}.</source>
        <translation>Už tam není: {sessions}.</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Příkaz</translation>
    </message>
    <message>
        <source>{session} was refused: {reason}</source>
        <translation>{session} byla odmítnuta: {reason}</translation>
    </message>
</context>
<context>
    <name>SessionsTable</name>
    <message>
        <source>Columns</source>
        <translation>Sloupce</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Relace</translation>
    </message>
</context>
<context>
    <name>SessionsView</name>
    <message>
        <source>Back to live</source>
        <translation>Zpět na živě</translation>
    </message>
    <message>
        <source>Hold what is shown</source>
        <translation>Podržet, co je zobrazeno</translation>
    </message>
    <message>
        <source>No session but our own is open.</source>
        <translation>Kromě naší vlastní není otevřena žádná relace.</translation>
    </message>
    <message>
        <source>No session fits.</source>
        <translation>Žádná relace nevyhovuje.</translation>
    </message>
    <message>
        <source>Nobody waits for another session.</source>
        <translation>Žádná relace nečeká na jinou.</translation>
    </message>
    <message>
        <source>Sessions are shown as soon as the server was looked at.</source>
        <translation>Relace se zobrazí, jakmile se server prohlédne.</translation>
    </message>
    <message>
        <source>Show all sessions</source>
        <translation>Zobrazit všechny relace</translation>
    </message>
    <message>
        <source>This moment is no longer kept.</source>
        <translation>Tento okamžik už není uchován.</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Back to the default</source>
        <translation>Zpět na výchozí</translation>
    </message>
    <message>
        <source>From the next start of Lapwing.</source>
        <translation>Od příštího spuštění aplikace Lapwing.</translation>
    </message>
</context>
<context>
    <name>Settings of a server</name>
    <message>
        <source>Other server</source>
        <translation>Jiný server</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Nastavení</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Hodnota</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Co dělá</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Find a setting</source>
        <translation>Najít nastavení</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Skupiny</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Klávesnice</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Nastavení</translation>
    </message>
</context>
<context>
    <name>SettingsList</name>
    <message>
        <source>No setting contains that.</source>
        <translation>Žádné nastavení to neobsahuje.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Nastavení</translation>
    </message>
    <message>
        <source>Settings cannot be written: {reason}.</source>
        <translation>Nastavení nelze zapsat: {reason}.</translation>
    </message>
</context>
<context>
    <name>SettingsView</name>
    <message numerus="yes">
        <source>%n setting(s)</source>
        <translation>
            <numerusform>%n nastavení</numerusform>
            <numerusform>%n nastavení</numerusform>
            <numerusform>%n nastavení</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Porovnat s</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>Porovnat s…</translation>
    </message>
    <message>
        <source>Filter settings</source>
        <translation>Filtrovat nastavení</translation>
    </message>
    <message>
        <source>No setting is like that.</source>
        <translation>Žádné nastavení takové není.</translation>
    </message>
    <message>
        <source>No settings are known.</source>
        <translation>Žádná nastavení nejsou známa.</translation>
    </message>
    <message>
        <source>Only changed</source>
        <translation>Jen změněná</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>Jen rozdíly</translation>
    </message>
    <message>
        <source>Only settings that are not as the server came</source>
        <translation>Jen nastavení, která nejsou výchozí</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Načíst znovu</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Nastavení</translation>
    </message>
    <message>
        <source>The settings are being read.</source>
        <translation>Nastavení se načítají.</translation>
    </message>
</context>
<context>
    <name>SourceRow</name>
    <message>
        <source>All files (*)</source>
        <translation>Všechny soubory (*)</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Zvolit soubor</translation>
    </message>
    <message>
        <source>Files that can be imported ({endings})</source>
        <translation>Soubory, které lze importovat ({endings})</translation>
    </message>
</context>
<context>
    <name>SourcesView</name>
    <message>
        <source>A folder with wheels, or the address of an index such as https://pypi.org/simple/.</source>
        <translation>Složka s balíčky wheel nebo adresa rejstříku, například https://pypi.org/simple/.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Přidat</translation>
    </message>
    <message>
        <source>Add a source of packages</source>
        <translation>Přidat zdroj balíčků</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresa</translation>
    </message>
    <message>
        <source>Compare key…</source>
        <translation>Porovnat klíč…</translation>
    </message>
    <message>
        <source>It is not asked any more. What was installed from it stays.</source>
        <translation>Už se z něj nebude číst. Co z něj bylo nainstalováno, zůstane.</translation>
    </message>
    <message>
        <source>Its key was compared: what it has counts as signed.</source>
        <translation>Jeho klíč byl porovnán: co obsahuje, platí za podepsané.</translation>
    </message>
    <message>
        <source>Key compared</source>
        <translation>Porovnaný klíč</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Vytvořen</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Místo</translation>
    </message>
    <message>
        <source>Plugins</source>
        <translation>Moduly</translation>
    </message>
    <message>
        <source>Python packages</source>
        <translation>Balíčky Pythonu</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Odebrat</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>Odebrat {name}?</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Odebrat…</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Podepsal</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Zdroj</translation>
    </message>
    <message>
        <source>Sources of plugins</source>
        <translation>Zdroje modulů</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stav</translation>
    </message>
    <message>
        <source>The plugins that come with Lapwing. It can be switched off, but not removed.</source>
        <translation>Moduly, které jsou součástí Lapwingu. Lze jej vypnout, ale ne odebrat.</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Platí do</translation>
    </message>
    <message>
        <source>What plugins require and Lapwing does not have is looked for there, as pure wheels.</source>
        <translation>Co moduly vyžadují a Lapwing nemá, hledá se zde, jako čisté balíčky wheel.</translation>
    </message>
</context>
<context>
    <name>Spinner</name>
    <message>
        <source>Running</source>
        <translation>Běží</translation>
    </message>
</context>
<context>
    <name>SshPage</name>
    <message>
        <source>Agent and usual keys</source>
        <translation>Agent a obvyklé klíče</translation>
    </message>
    <message>
        <source>As ~/.ssh/config says, or you</source>
        <translation>Podle ~/.ssh/config, jinak vy</translation>
    </message>
    <message>
        <source>Empty: those of ~/.ssh, and Lapwing&apos;s own</source>
        <translation>Prázdné: ty z ~/.ssh a vlastní Lapwingu</translation>
    </message>
    <message>
        <source>Host and port of the database are then as the SSH server sees them.</source>
        <translation>Host a port databáze pak platí tak, jak je vidí SSH server.</translation>
    </message>
    <message>
        <source>Jump hosts</source>
        <translation>Přeskokové servery</translation>
    </message>
    <message>
        <source>Keep-alive</source>
        <translation>Udržování spojení</translation>
    </message>
    <message>
        <source>Kept like the password of the database</source>
        <translation>Uchovává se jako heslo databáze</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Soubor s klíčem</translation>
    </message>
    <message>
        <source>Known hosts</source>
        <translation>Známé servery</translation>
    </message>
    <message>
        <source>Name, address or alias of ~/.ssh/config; empty: no tunnel</source>
        <translation>Jméno, adresa nebo alias z ~/.ssh/config; prázdné: bez tunelu</translation>
    </message>
    <message>
        <source>Passphrase of the key, where it has one; kept like the password</source>
        <translation>Heslová fráze klíče, pokud ji má; uchovává se jako heslo</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Heslo</translation>
    </message>
    <message>
        <source>Port of the SSH server</source>
        <translation>Port SSH serveru</translation>
    </message>
    <message>
        <source>Read ~/.ssh/config</source>
        <translation>Číst ~/.ssh/config</translation>
    </message>
    <message>
        <source>SSH log-in</source>
        <translation>Přihlášení SSH</translation>
    </message>
    <message>
        <source>SSH password or passphrase</source>
        <translation>Heslo nebo heslová fráze SSH</translation>
    </message>
    <message>
        <source>SSH secret</source>
        <translation>Tajemství SSH</translation>
    </message>
    <message>
        <source>SSH server</source>
        <translation>SSH server</translation>
    </message>
    <message>
        <source>SSH user</source>
        <translation>Uživatel SSH</translation>
    </message>
    <message>
        <source>Seconds; 0: never; empty: as ~/.ssh/config says, or 30</source>
        <translation>Sekundy; 0: nikdy; prázdné: podle ~/.ssh/config, jinak 30</translation>
    </message>
    <message>
        <source>user@host:port,host2; the first one first</source>
        <translation>uživatel@host:port,host2; první jako první</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Run on each session of yours when it is opened, also again</source>
        <translation>Spustí se v každé vaší relaci při jejím otevření, i opětovném</translation>
    </message>
    <message>
        <source>Schemas that are shown, a pattern a line; ! hides; empty: all</source>
        <translation>Zobrazená schémata, jeden vzor na řádek; ! skrývá; prázdné: všechna</translation>
    </message>
</context>
<context>
    <name>StatementsModel</name>
    <message>
        <source>Calls</source>
        <translation>Volání</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Databáze</translation>
    </message>
    <message>
        <source>From cache</source>
        <translation>Z cache</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Průměr</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Řádky</translation>
    </message>
    <message>
        <source>Share of time</source>
        <translation>Podíl času</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Příkaz</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Čas</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Vývoj</translation>
    </message>
    <message>
        <source>hidden from this account</source>
        <translation>tomuto účtu skryto</translation>
    </message>
</context>
<context>
    <name>StatementsPart</name>
    <message>
        <source>Statement</source>
        <translation>Příkaz</translation>
    </message>
</context>
<context>
    <name>StatementsTable</name>
    <message>
        <source>Columns</source>
        <translation>Sloupce</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Příkazy</translation>
    </message>
</context>
<context>
    <name>StatementsView</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n volání</numerusform>
            <numerusform>%n volání</numerusform>
            <numerusform>%n volání</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the statement</source>
        <translation>Kopírovat příkaz</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Vysvětlit</translation>
    </message>
    <message>
        <source>Filter statements</source>
        <translation>Filtrovat příkazy</translation>
    </message>
    <message>
        <source>In the chosen time</source>
        <translation>Ve zvoleném čase</translation>
    </message>
    <message>
        <source>No statement has these words.</source>
        <translation>Žádný příkaz tato slova neobsahuje.</translation>
    </message>
    <message>
        <source>No statements in this time</source>
        <translation>V tomto čase žádné příkazy</translation>
    </message>
    <message>
        <source>Nothing is known of statements</source>
        <translation>O příkazech není nic známo</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Otevřít</translation>
    </message>
    <message>
        <source>Open the statement in an editor (Enter)</source>
        <translation>Otevřít příkaz v editoru (Enter)</translation>
    </message>
    <message>
        <source>Show how the server goes about the statement</source>
        <translation>Ukázat, jak server příkaz provádí</translation>
    </message>
    <message>
        <source>Since the server counts</source>
        <translation>Od začátku počítání serveru</translation>
    </message>
    <message>
        <source>Time that is shown</source>
        <translation>Zobrazený čas</translation>
    </message>
    <message>
        <source>What ran is compared once a minute while the server is monitored.</source>
        <translation>Co běželo, se porovnává jednou za minutu, dokud je server sledován.</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>chyby</translation>
    </message>
    <message>
        <source>longest so far</source>
        <translation>zatím nejdelší</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>průměr</translation>
    </message>
    <message>
        <source>rows a call</source>
        <translation>řádků na volání</translation>
    </message>
    <message>
        <source>temporary files</source>
        <translation>dočasné soubory</translation>
    </message>
    <message>
        <source>without an index</source>
        <translation>bez indexu</translation>
    </message>
    <message>
        <source>{time} in all</source>
        <translation>{time} celkem</translation>
    </message>
    <message>
        <source>{time} in all, {busy} at once</source>
        <translation>{time} celkem, {busy} najednou</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n řádek</numerusform>
            <numerusform>%n řádky</numerusform>
            <numerusform>%n řádků</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s)</source>
        <translation>
            <numerusform>%n příkaz</numerusform>
            <numerusform>%n příkazy</numerusform>
            <numerusform>%n příkazů</numerusform>
        </translation>
    </message>
    <message>
        <source>Engine ready</source>
        <translation>Engine je připraven</translation>
    </message>
    <message>
        <source>Engine starting…</source>
        <translation>Engine se spouští…</translation>
    </message>
    <message>
        <source>Engine stopped</source>
        <translation>Engine se zastavil</translation>
    </message>
    <message>
        <source>Ln {line}, Col {column}</source>
        <translation>Ř {line}, Sl {column}</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Žádné připojení</translation>
    </message>
    <message>
        <source>No transaction</source>
        <translation>Žádná transakce</translation>
    </message>
    <message>
        <source>Transaction failed</source>
        <translation>Transakce selhala</translation>
    </message>
    <message>
        <source>Transaction open</source>
        <translation>Transakce je otevřená</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>jen pro čtení</translation>
    </message>
</context>
<context>
    <name>StoredNotices</name>
    <message>
        <source>A newer Lapwing wrote files that this one leaves as they are and does not use: {files}.</source>
        <translation>Novější Lapwing zapsal soubory, které tento nechává beze změny a nepoužívá: {files}.</translation>
    </message>
    <message>
        <source>Damaged files are kept beside their places under other names, and new ones begun: {files}.</source>
        <translation>Poškozené soubory jsou uloženy na svém místě pod jinými názvy a začaly se nové: {files}.</translation>
    </message>
    <message>
        <source>Files that cannot be read are left as they are; see to their permissions: {files}.</source>
        <translation>Soubory, které nelze přečíst, zůstávají beze změny; zkontrolujte jejich oprávnění: {files}.</translation>
    </message>
</context>
<context>
    <name>SubTabs</name>
    <message>
        <source>More</source>
        <translation>Další</translation>
    </message>
    <message>
        <source>More parts of this page</source>
        <translation>Další části této stránky</translation>
    </message>
</context>
<context>
    <name>TabCautions</name>
    <message>
        <source>This DELETE has no WHERE: it may delete every row.</source>
        <translation>Tento DELETE nemá WHERE: může smazat všechny řádky.</translation>
    </message>
    <message>
        <source>This UPDATE has no WHERE: it may change every row.</source>
        <translation>Tento UPDATE nemá WHERE: může změnit všechny řádky.</translation>
    </message>
</context>
<context>
    <name>TabCompletion</name>
    <message>
        <source>Nothing is known of this name.</source>
        <translation>O tomto názvu není nic známo.</translation>
    </message>
    <message>
        <source>The connection of this tab is not in the navigator.</source>
        <translation>Připojení této karty není v navigátoru.</translation>
    </message>
    <message>
        <source>There is no * at the caret whose columns are known.</source>
        <translation>U kurzoru není žádná *, jejíž sloupce by byly známé.</translation>
    </message>
</context>
<context>
    <name>TabConfirming</name>
    <message>
        <source>Not confirmed; nothing was sent.</source>
        <translation>Nepotvrzeno; nic nebylo odesláno.</translation>
    </message>
</context>
<context>
    <name>TabFile</name>
    <message>
        <source>Compare…</source>
        <translation>Porovnat…</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Ponechat můj text</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Načíst znovu</translation>
    </message>
    <message>
        <source>The text has characters that {encoding} has not; the file is UTF-8 now.</source>
        <translation>Text obsahuje znaky, které v kódování {encoding} nejsou; soubor je teď v UTF-8.</translation>
    </message>
    <message>
        <source>Write over it</source>
        <translation>Přepsat soubor</translation>
    </message>
    <message>
        <source>{name} was changed by another program.</source>
        <translation>Soubor {name} změnil jiný program.</translation>
    </message>
    <message>
        <source>{name}: from the file to this text</source>
        <translation>{name}: ze souboru na tento text</translation>
    </message>
    <message>
        <source>{path} is gone. Saving writes it again.</source>
        <translation>Soubor {path} už neexistuje. Uložením se zapíše znovu.</translation>
    </message>
</context>
<context>
    <name>TabHistory</name>
    <message>
        <source>No statement fits.</source>
        <translation>Neodpovídá žádný příkaz.</translation>
    </message>
    <message>
        <source>Nothing was run here yet.</source>
        <translation>Tady se zatím nic nespustilo.</translation>
    </message>
    <message>
        <source>Open history</source>
        <translation>Otevřít historii</translation>
    </message>
    <message>
        <source>Put into the editor</source>
        <translation>Vložit do editoru</translation>
    </message>
    <message>
        <source>Search in statements</source>
        <translation>Hledat v příkazech</translation>
    </message>
    <message>
        <source>This connection</source>
        <translation>Toto připojení</translation>
    </message>
    <message>
        <source>This tab</source>
        <translation>Tato karta</translation>
    </message>
    <message>
        <source>Whose statements</source>
        <translation>Čí příkazy</translation>
    </message>
</context>
<context>
    <name>TabParameters</name>
    <message>
        <source>Run with the values that were given last.</source>
        <translation>Spuštěno s naposledy zadanými hodnotami.</translation>
    </message>
</context>
<context>
    <name>TabPast</name>
    <message>
        <source>A secret was left out of this statement when it was kept. Put it in before you run it.</source>
        <translation>Při ukládání byl z tohoto příkazu vynechán tajný údaj. Před spuštěním ho doplňte.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historie</translation>
    </message>
    <message>
        <source>Only the beginning of this statement was kept.</source>
        <translation>Uchován byl jen začátek tohoto příkazu.</translation>
    </message>
</context>
<context>
    <name>TabSession</name>
    <message>
        <source>The engine stopped.</source>
        <translation>Engine se zastavil.</translation>
    </message>
    <message>
        <source>The open transaction was rolled back, unless the statement under way ended it.</source>
        <translation>Otevřená transakce byla vrácena zpět, pokud ji neukončil právě běžící příkaz.</translation>
    </message>
    <message>
        <source>The open transaction was rolled back.</source>
        <translation>Otevřená transakce byla vrácena zpět.</translation>
    </message>
    <message>
        <source>Whether the open transaction was committed is not known.</source>
        <translation>Zda byla otevřená transakce potvrzena, není známo.</translation>
    </message>
</context>
<context>
    <name>TabTransactions</name>
    <message>
        <source>Committed.</source>
        <translation>Potvrzeno.</translation>
    </message>
    <message>
        <source>Rolled back.</source>
        <translation>Vráceno zpět.</translation>
    </message>
</context>
<context>
    <name>TabVersions</name>
    <message>
        <source>Local history cannot be written: {reason}.</source>
        <translation>Místní historii nelze zapsat: {reason}.</translation>
    </message>
</context>
<context>
    <name>TableAsking</name>
    <message numerus="yes">
        <source>%n change(s) of {table} are not saved.</source>
        <translation>
            <numerusform>%n změna tabulky {table} není uložena.</numerusform>
            <numerusform>%n změny tabulky {table} nejsou uloženy.</numerusform>
            <numerusform>%n změn tabulky {table} není uloženo.</numerusform>
        </translation>
    </message>
    <message>
        <source>A transaction is open in {tab}.</source>
        <translation>Na kartě {tab} je otevřená transakce.</translation>
    </message>
    <message>
        <source>Changes not saved</source>
        <translation>Změny nejsou uloženy</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Potvrdit</translation>
    </message>
    <message>
        <source>Drop the changes</source>
        <translation>Zahodit změny</translation>
    </message>
    <message>
        <source>It can be done again by Ctrl+Shift+Z.</source>
        <translation>Znovu to lze provést pomocí Ctrl+Shift+Z.</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>Nechat otevřené</translation>
    </message>
    <message>
        <source>Keep the tab</source>
        <translation>Ponechat kartu</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Ponechat je</translation>
    </message>
    <message>
        <source>Nothing is committed unless you say so.</source>
        <translation>Bez vašeho pokynu se nic nepotvrdí.</translation>
    </message>
    <message>
        <source>Open transaction</source>
        <translation>Otevřená transakce</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Vzít zpět</translation>
    </message>
    <message>
        <source>Revert changes</source>
        <translation>Vzít změny zpět</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Vrátit zpět</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Uložit</translation>
    </message>
    <message numerus="yes">
        <source>Take back what is staged in %n row(s)?</source>
        <translation>
            <numerusform>Vzít zpět, co je připraveno v %n řádku?</numerusform>
            <numerusform>Vzít zpět, co je připraveno ve %n řádcích?</numerusform>
            <numerusform>Vzít zpět, co je připraveno v %n řádcích?</numerusform>
        </translation>
    </message>
    <message>
        <source>They are only in this tab.</source>
        <translation>Jsou jen na této kartě.</translation>
    </message>
</context>
<context>
    <name>TableBody</name>
    <message>
        <source>Latest values</source>
        <translation>Nejnovější hodnoty</translation>
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
        <translation>{column} potřebuje hodnotu: NULL zde není dovoleno.</translation>
    </message>
    <message>
        <source>{column} takes JSON, and this is none.</source>
        <translation>{column} přijímá JSON, a toto JSON není.</translation>
    </message>
    <message>
        <source>{column} takes UUIDs.</source>
        <translation>{column} přijímá UUID.</translation>
    </message>
    <message>
        <source>{column} takes numbers.</source>
        <translation>{column} přijímá čísla.</translation>
    </message>
    <message>
        <source>{column} takes only values of its enumeration.</source>
        <translation>{column} přijímá jen hodnoty svého výčtu.</translation>
    </message>
    <message>
        <source>{column} takes true or false.</source>
        <translation>{column} přijímá true nebo false.</translation>
    </message>
    <message>
        <source>{column} takes whole numbers in the range {limit}.</source>
        <translation>{column} přijímá celá čísla v rozsahu {limit}.</translation>
    </message>
    <message>
        <source>{column} takes whole numbers.</source>
        <translation>{column} přijímá celá čísla.</translation>
    </message>
    <message>
        <source>{column} takes {limit} characters at most.</source>
        <translation>{column} přijímá nejvýše {limit} znaků.</translation>
    </message>
    <message>
        <source>{column} takes {limit} digits before the point at most.</source>
        <translation>{column} přijímá nejvýše {limit} číslic před desetinnou čárkou.</translation>
    </message>
</context>
<context>
    <name>TableChoices</name>
    <message>
        <source>Looking through {table} takes too long.</source>
        <translation>Prohledávání {table} trvá příliš dlouho.</translation>
    </message>
    <message>
        <source>Nothing in {table} fits.</source>
        <translation>V {table} nic nevyhovuje.</translation>
    </message>
    <message>
        <source>{place}; more fit</source>
        <translation>{place}; vyhovují i další</translation>
    </message>
</context>
<context>
    <name>TableEditing</name>
    <message>
        <source>Bytes are written as 0x and two hexadecimal digits for each.</source>
        <translation>Bajty se zapisují jako 0x a dvě šestnáctkové číslice pro každý.</translation>
    </message>
    <message>
        <source>Select the cells below the one that is to be repeated, too.</source>
        <translation>Vyberte i buňky pod tou, která se má opakovat.</translation>
    </message>
    <message>
        <source>The changes are being saved.</source>
        <translation>Změny se právě ukládají.</translation>
    </message>
    <message>
        <source>The row cannot be read: {reason}</source>
        <translation>Řádek nelze přečíst: {reason}</translation>
    </message>
    <message>
        <source>The row is no longer shown; the value was not staged.</source>
        <translation>Řádek se už nezobrazuje; hodnota nebyla připravena.</translation>
    </message>
    <message>
        <source>The table has not been read yet.</source>
        <translation>Tabulka ještě nebyla načtena.</translation>
    </message>
    <message>
        <source>These are too many cells at once. Use a statement of your own.</source>
        <translation>To je příliš mnoho buněk najednou. Použijte vlastní příkaz.</translation>
    </message>
    <message>
        <source>This row is to be deleted. Revert that first.</source>
        <translation>Tento řádek má být odstraněn. Nejprve to vezměte zpět.</translation>
    </message>
</context>
<context>
    <name>TableFilters</name>
    <message>
        <source>This value is too long or too special to filter by.</source>
        <translation>Tato hodnota je na filtrování příliš dlouhá nebo příliš zvláštní.</translation>
    </message>
</context>
<context>
    <name>TableFooter</name>
    <message numerus="yes">
        <source>%n change(s) not saved</source>
        <translation>
            <numerusform>%n neuložená změna</numerusform>
            <numerusform>%n neuložené změny</numerusform>
            <numerusform>%n neuložených změn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n delete(s)</source>
        <translation>
            <numerusform>%n odstranění</numerusform>
            <numerusform>%n odstranění</numerusform>
            <numerusform>%n odstranění</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n insert(s)</source>
        <translation>
            <numerusform>%n vložení</numerusform>
            <numerusform>%n vložení</numerusform>
            <numerusform>%n vložení</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) loaded</source>
        <translation>
            <numerusform>%n řádek načten</numerusform>
            <numerusform>%n řádky načteny</numerusform>
            <numerusform>%n řádků načteno</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), all of them</source>
        <translation>
            <numerusform>%n řádek, víc jich není</numerusform>
            <numerusform>%n řádky, víc jich není</numerusform>
            <numerusform>%n řádků, víc jich není</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n update(s)</source>
        <translation>
            <numerusform>%n úprava</numerusform>
            <numerusform>%n úpravy</numerusform>
            <numerusform>%n úprav</numerusform>
        </translation>
    </message>
    <message>
        <source>About as many as the server&apos;s catalogue says; nothing was counted.</source>
        <translation>Přibližně tolik, kolik uvádí katalog serveru; nic se nepočítalo.</translation>
    </message>
    <message>
        <source>Count exactly</source>
        <translation>Spočítat přesně</translation>
    </message>
    <message>
        <source>Counted when it was asked for.</source>
        <translation>Spočítáno, když jste o to požádali.</translation>
    </message>
    <message>
        <source>Stop counting</source>
        <translation>Zastavit počítání</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>z {count}</translation>
    </message>
    <message>
        <source>of ≈ {count}</source>
        <translation>z ≈ {count}</translation>
    </message>
    <message>
        <source>{rows}, loading…</source>
        <translation>{rows}, načítání…</translation>
    </message>
</context>
<context>
    <name>TableGoing</name>
    <message>
        <source>Go to row</source>
        <translation>Přejít na řádek</translation>
    </message>
    <message>
        <source>Number of the row, as the rows are ordered now:</source>
        <translation>Číslo řádku v nynějším pořadí:</translation>
    </message>
    <message>
        <source>{count} is the last row that is there.</source>
        <translation>{count} je poslední řádek, který existuje.</translation>
    </message>
</context>
<context>
    <name>TableKeeping</name>
    <message numerus="yes">
        <source>%n change(s) that were not saved are here again. Nothing was sent.</source>
        <translation>
            <numerusform>%n neuložená změna je zpět. Nic se neodeslalo.</numerusform>
            <numerusform>%n neuložené změny jsou zpět. Nic se neodeslalo.</numerusform>
            <numerusform>%n neuložených změn je zpět. Nic se neodeslalo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were being saved when Lapwing ended. Whether they were is not known: look at the rows before you save them again.</source>
        <translation>
            <numerusform>%n změna se právě ukládala, když Lapwing skončil. Zda se uložila, není známo: než uložíte znovu, podívejte se na řádky.</numerusform>
            <numerusform>%n změny se právě ukládaly, když Lapwing skončil. Zda se uložily, není známo: než uložíte znovu, podívejte se na řádky.</numerusform>
            <numerusform>%n změn se právě ukládalo, když Lapwing skončil. Zda se uložily, není známo: než uložíte znovu, podívejte se na řádky.</numerusform>
        </translation>
    </message>
    <message>
        <source>So much is staged that it would not come back after a crash.</source>
        <translation>Připravených změn je tolik, že by se po pádu programu neobnovily.</translation>
    </message>
    <message>
        <source>The changes that were staged here cannot be read: {reason}.</source>
        <translation>Změny, které zde byly připraveny, nelze přečíst: {reason}.</translation>
    </message>
</context>
<context>
    <name>TableLinks</name>
    <message>
        <source>By key</source>
        <translation>Podle klíče</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopírovat</translation>
    </message>
    <message>
        <source>Copy column name</source>
        <translation>Kopírovat název sloupce</translation>
    </message>
    <message>
        <source>Delete rows</source>
        <translation>Odstranit řádky</translation>
    </message>
    <message>
        <source>Duplicate rows</source>
        <translation>Duplikovat řádky</translation>
    </message>
    <message>
        <source>Edit cell</source>
        <translation>Upravit buňku</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>Vyplnit dolů</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Přizpůsobit šířku</translation>
    </message>
    <message>
        <source>Freeze up to here</source>
        <translation>Ukotvit až sem</translation>
    </message>
    <message>
        <source>Go to {place}</source>
        <translation>Přejít na {place}</translation>
    </message>
    <message>
        <source>Hide column</source>
        <translation>Skrýt sloupec</translation>
    </message>
    <message>
        <source>Insert row</source>
        <translation>Vložit řádek</translation>
    </message>
    <message>
        <source>Only rows with other values</source>
        <translation>Jen řádky s jinými hodnotami</translation>
    </message>
    <message>
        <source>Only rows with this value</source>
        <translation>Jen řádky s touto hodnotou</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Vložit</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Vzít zpět</translation>
    </message>
    <message>
        <source>Rows that reference this</source>
        <translation>Řádky, které na toto odkazují</translation>
    </message>
    <message>
        <source>Select column</source>
        <translation>Vybrat sloupec</translation>
    </message>
    <message>
        <source>Set DEFAULT</source>
        <translation>Nastavit DEFAULT</translation>
    </message>
    <message>
        <source>Set NULL</source>
        <translation>Nastavit NULL</translation>
    </message>
    <message>
        <source>Set empty text</source>
        <translation>Nastavit prázdný text</translation>
    </message>
    <message>
        <source>Show all columns</source>
        <translation>Zobrazit všechny sloupce</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>Seřadit vzestupně</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>Seřadit sestupně</translation>
    </message>
    <message>
        <source>The values of this row are not known yet.</source>
        <translation>Hodnoty tohoto řádku ještě nejsou známy.</translation>
    </message>
    <message>
        <source>This column refers to no other table.</source>
        <translation>Tento sloupec neodkazuje na žádnou jinou tabulku.</translation>
    </message>
    <message>
        <source>Unfreeze columns</source>
        <translation>Uvolnit sloupce</translation>
    </message>
    <message>
        <source>Value editor…</source>
        <translation>Editor hodnoty…</translation>
    </message>
</context>
<context>
    <name>TablePasting</name>
    <message>
        <source>The clipboard has {width} columns, but there are only {room} from here on.</source>
        <translation>Schránka má {width} sloupců, ale odtud jich je jen {room}.</translation>
    </message>
    <message>
        <source>The clipboard holds too much for a grid.</source>
        <translation>Schránka obsahuje na tabulku příliš mnoho.</translation>
    </message>
    <message>
        <source>The clipboard&apos;s rows do not all have the same number of columns. Nothing was pasted.</source>
        <translation>Řádky ve schránce nemají všechny stejný počet sloupců. Nic nebylo vloženo.</translation>
    </message>
</context>
<context>
    <name>TableReading</name>
    <message>
        <source>Committed.</source>
        <translation>Potvrzeno.</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Připojit znovu</translation>
    </message>
    <message>
        <source>Disconnected. The rows stay, and so does what is staged.</source>
        <translation>Odpojeno. Řádky zůstávají, i to, co je připraveno k uložení.</translation>
    </message>
    <message>
        <source>Rolled back.</source>
        <translation>Vráceno zpět.</translation>
    </message>
    <message>
        <source>The engine stopped. The rows stay, and so does what is staged.</source>
        <translation>Engine se zastavil. Řádky zůstávají a připravené změny také.</translation>
    </message>
    <message>
        <source>The rows cannot be read: {reason}</source>
        <translation>Řádky nelze přečíst: {reason}</translation>
    </message>
    <message>
        <source>These are the first {count} rows. Scroll on, or ask for fewer by a condition.</source>
        <translation>Toto je prvních {count} řádků. Posouvejte dál, nebo jich podmínkou vyžádejte méně.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Zkusit znovu</translation>
    </message>
</context>
<context>
    <name>TableRows</name>
    <message>
        <source>Find in rows</source>
        <translation>Najít v řádcích</translation>
    </message>
    <message>
        <source>No row shows this</source>
        <translation>V žádném řádku to není</translation>
    </message>
    <message>
        <source>Rows of the table</source>
        <translation>Řádky tabulky</translation>
    </message>
    <message>
        <source>its columns are others now. Save or revert what is staged, and read it again.</source>
        <translation>její sloupce jsou teď jiné. Uložte připravené změny nebo je vezměte zpět a načtěte ji znovu.</translation>
    </message>
</context>
<context>
    <name>TableSaving</name>
    <message>
        <source>The changes were not saved.</source>
        <translation>Změny nebyly uloženy.</translation>
    </message>
    <message>
        <source>Whether the changes were saved is not known: read the rows again before you save them again.</source>
        <translation>Zda se změny uložily, není známo: než je uložíte znovu, načtěte řádky znovu.</translation>
    </message>
    <message>
        <source>{connection} wants changes to be confirmed. These would be made there:</source>
        <translation>{connection} vyžaduje potvrzení změn. Provedly by se tam tyto:</translation>
    </message>
</context>
<context>
    <name>TableTab</name>
    <message numerus="yes">
        <source>%n change(s) made; commit to keep them.</source>
        <translation>
            <numerusform>Provedena %n změna; aby zůstala zachována, potvrďte ji.</numerusform>
            <numerusform>Provedeny %n změny; aby zůstaly zachovány, potvrďte je.</numerusform>
            <numerusform>Provedeno %n změn; aby zůstaly zachovány, potvrďte je.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not saved</source>
        <translation>
            <numerusform>%n neuložená změna</numerusform>
            <numerusform>%n neuložené změny</numerusform>
            <numerusform>%n neuložených změn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) saved.</source>
        <translation>
            <numerusform>%n změna uložena.</numerusform>
            <numerusform>%n změny uloženy.</numerusform>
            <numerusform>%n změn uloženo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its rows are read again when you ask for them.</source>
        <translation>Její řádky se načtou znovu, až si o ně řeknete.</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>Nic nebylo uloženo.</translation>
    </message>
    <message>
        <source>Read the rows</source>
        <translation>Načíst řádky</translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>Přesto uložit</translation>
    </message>
    <message>
        <source>an open transaction</source>
        <translation>otevřená transakce</translation>
    </message>
</context>
<context>
    <name>TableTools</name>
    <message>
        <source>Auto-commit</source>
        <translation>Automatické potvrzování</translation>
    </message>
    <message>
        <source>Cancel on the server (Ctrl+F2)</source>
        <translation>Zrušit na serveru (Ctrl+F2)</translation>
    </message>
    <message>
        <source>Commit (Ctrl+Shift+M)</source>
        <translation>Potvrdit (Ctrl+Shift+M)</translation>
    </message>
    <message>
        <source>Delete the selected rows (Ctrl+Delete)</source>
        <translation>Odstranit vybrané řádky (Ctrl+Delete)</translation>
    </message>
    <message>
        <source>Duplicate the selected rows (Ctrl+D)</source>
        <translation>Duplikovat vybrané řádky (Ctrl+D)</translation>
    </message>
    <message>
        <source>Insert a row (Insert)</source>
        <translation>Vložit řádek (Insert)</translation>
    </message>
    <message>
        <source>Make all changes in one transaction (Ctrl+S)</source>
        <translation>Provést všechny změny v jedné transakci (Ctrl+S)</translation>
    </message>
    <message>
        <source>Manual commit</source>
        <translation>Ruční potvrzování</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Žádné připojení</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Náhled</translation>
    </message>
    <message>
        <source>Read the rows again (F5)</source>
        <translation>Načíst řádky znovu (F5)</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Vzít zpět</translation>
    </message>
    <message>
        <source>Roll back (Ctrl+Shift+R)</source>
        <translation>Vrátit zpět (Ctrl+Shift+R)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Uložit</translation>
    </message>
    <message>
        <source>See the SQL of all changes (Ctrl+Shift+S)</source>
        <translation>Zobrazit SQL všech změn (Ctrl+Shift+S)</translation>
    </message>
    <message>
        <source>Take staged changes back (Ctrl+U)</source>
        <translation>Vzít připravené změny zpět (Ctrl+U)</translation>
    </message>
    <message>
        <source>Transaction mode</source>
        <translation>Režim transakcí</translation>
    </message>
</context>
<context>
    <name>TargetRow</name>
    <message>
        <source>Choose a file</source>
        <translation>Vybrat soubor</translation>
    </message>
</context>
<context>
    <name>TimeChart</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n další</numerusform>
            <numerusform>%n další</numerusform>
            <numerusform>%n dalších</numerusform>
        </translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Celkem</translation>
    </message>
</context>
<context>
    <name>TlsPage</name>
    <message>
        <source>A server, or somebody on the way, can leave encryption out without a word.</source>
        <translation>Server nebo někdo po cestě může šifrování bez upozornění vynechat.</translation>
    </message>
    <message>
        <source>As usual for the place</source>
        <translation>Jak je pro dané místo obvyklé</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Certifikační autorita</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Certifikáty</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Šifrování</translation>
    </message>
    <message>
        <source>Everything, the password&apos;s proof included, can be read and changed on the way.</source>
        <translation>Všechno, včetně důkazu znalosti hesla, lze po cestě číst i měnit.</translation>
    </message>
    <message>
        <source>File of the issuer; the word system for the computer&apos;s own list</source>
        <translation>Soubor vydavatele; slovo system znamená seznam tohoto počítače</translation>
    </message>
    <message>
        <source>If the server has it</source>
        <translation>Pokud ho server nabízí</translation>
    </message>
    <message>
        <source>Its key</source>
        <translation>Jeho klíč</translation>
    </message>
    <message>
        <source>Key passphrase</source>
        <translation>Heslová fráze klíče</translation>
    </message>
    <message>
        <source>Nobody can read along, but who answers is not checked: give an authority where you can.</source>
        <translation>Nikdo nemůže komunikaci odposlouchávat, ale neověřuje se, kdo odpovídá: pokud můžete, zadejte certifikační autoritu.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nic</translation>
    </message>
    <message>
        <source>Own certificate</source>
        <translation>Vlastní certifikát</translation>
    </message>
    <message>
        <source>Passphrase of the key</source>
        <translation>Heslová fráze klíče</translation>
    </message>
    <message>
        <source>Required; certificate and host name checked</source>
        <translation>Vyžadováno; certifikát a název hostitele se ověřují</translation>
    </message>
    <message>
        <source>Required; certificate checked</source>
        <translation>Vyžadováno; certifikát se ověřuje</translation>
    </message>
    <message>
        <source>Required; certificate not checked</source>
        <translation>Vyžadováno; certifikát se neověřuje</translation>
    </message>
    <message>
        <source>To another computer encryption is required, and never left out silently. With an authority given, certificate and host name are checked.</source>
        <translation>Při připojení k jinému počítači se šifrování vyžaduje a nikdy se tiše nevynechá. Je-li zadána certifikační autorita, ověřují se certifikát a název hostitele.</translation>
    </message>
    <message>
        <source>Where the key is encrypted; kept like the password</source>
        <translation>Pokud je klíč šifrovaný; uchovává se stejně jako heslo</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>A removed connection</source>
        <translation>Odebrané připojení</translation>
    </message>
    <message>
        <source>Auto-commit</source>
        <translation>Automatické potvrzování</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Připojení</translation>
    </message>
    <message>
        <source>Manual commit</source>
        <translation>Ruční potvrzování</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Žádné připojení</translation>
    </message>
    <message>
        <source>Transaction mode</source>
        <translation>Režim transakcí</translation>
    </message>
</context>
<context>
    <name>TransactionNotice</name>
    <message>
        <source>Commit</source>
        <translation>Potvrdit</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Nechat otevřenou</translation>
    </message>
    <message>
        <source>Lost transaction</source>
        <translation>Ztracená transakce</translation>
    </message>
    <message>
        <source>Open its statements as a script</source>
        <translation>Otevřít její příkazy jako skript</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Vrátit zpět</translation>
    </message>
    <message>
        <source>The history holds no statements of that transaction.</source>
        <translation>Historie neobsahuje žádné příkazy této transakce.</translation>
    </message>
    <message>
        <source>The open transaction of {connection} rolls back in {time}.</source>
        <translation>Otevřená transakce připojení {connection} se za {time} vrátí zpět.</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>Drop it</source>
        <translation>Zahodit</translation>
    </message>
    <message>
        <source>What you changed here is not saved.</source>
        <translation>Co jste zde změnili, není uloženo.</translation>
    </message>
</context>
<context>
    <name>UrlLine</name>
    <message>
        <source>Connection string</source>
        <translation>Připojovací řetězec</translation>
    </message>
    <message>
        <source>Paste a URL, JDBC string, psql or mysql command … and the fields fill themselves</source>
        <translation>Vložte URL, řetězec JDBC, příkaz psql nebo mysql … a pole se vyplní sama</translation>
    </message>
</context>
<context>
    <name>ValueDialog</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n znak</numerusform>
            <numerusform>%n znaky</numerusform>
            <numerusform>%n znaků</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Použít</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Lay out</source>
        <translation>Rozepsat</translation>
    </message>
    <message>
        <source>NULL: no value</source>
        <translation>NULL: žádná hodnota</translation>
    </message>
    <message>
        <source>Set NULL</source>
        <translation>Nastavit NULL</translation>
    </message>
    <message>
        <source>Stage this value (Ctrl+Enter)</source>
        <translation>Připravit tuto hodnotu (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>This value holds characters that a text field would change. Set it by a statement.</source>
        <translation>Tato hodnota obsahuje znaky, které by textové pole změnilo. Nastavte ji příkazem.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Hodnota</translation>
    </message>
    <message>
        <source>Write JSON with a member a line; numbers and keys stay as they are</source>
        <translation>Zapsat JSON s jedním členem na řádek; čísla a klíče zůstanou, jak jsou</translation>
    </message>
</context>
<context>
    <name>ValueView</name>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n prvek</numerusform>
            <numerusform>%n prvky</numerusform>
            <numerusform>%n prvků</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n člen</numerusform>
            <numerusform>%n členy</numerusform>
            <numerusform>%n členů</numerusform>
        </translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Obrázek</translation>
    </message>
    <message>
        <source>Invisible characters are written out.</source>
        <translation>Neviditelné znaky jsou vypsány.</translation>
    </message>
    <message>
        <source>Long lines are broken.</source>
        <translation>Dlouhé řádky jsou zalomeny.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Obrázek</translation>
    </message>
    <message>
        <source>Pictures of this format cannot be drawn here.</source>
        <translation>Obrázky v tomto formátu zde nelze vykreslit.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The beginning of {count} bytes; copying gives all of them.</source>
        <translation>Začátek z {count} bajtů; zkopírují se všechny.</translation>
    </message>
    <message>
        <source>The document is being read…</source>
        <translation>Dokument se čte…</translation>
    </message>
    <message>
        <source>The first {count} of {total} characters; copying gives all of them.</source>
        <translation>Prvních {count} z {total} znaků; zkopírují se všechny.</translation>
    </message>
    <message>
        <source>The picture is damaged.</source>
        <translation>Obrázek je poškozený.</translation>
    </message>
    <message>
        <source>The picture is too large to be drawn here.</source>
        <translation>Obrázek je příliš velký, než aby se zde dal vykreslit.</translation>
    </message>
    <message>
        <source>The value cannot be read: {reason}</source>
        <translation>Hodnotu nelze přečíst: {reason}</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Hodnota</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} bajtů</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} znaků</translation>
    </message>
</context>
<context>
    <name>Webhooks</name>
    <message>
        <source>Accepted</source>
        <translation>Přijato</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresa</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Odpověď</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Pokusy</translation>
    </message>
    <message>
        <source>CloudEvents 1.0</source>
        <translation>CloudEvents 1.0</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Doručeno</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Vypnuto</translation>
    </message>
    <message>
        <source>Disabled by Lapwing</source>
        <translation>Vypnuto Lapwingem</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hotovo</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Opakované</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Trvání</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Cíl</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Událost</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Události</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Selhalo</translation>
    </message>
    <message>
        <source>Failed, again in {time}</source>
        <translation>Selhalo, znovu za {time}</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Selhávající</translation>
    </message>
    <message>
        <source>Failing, again in {time}</source>
        <translation>Selhává, znovu za {time}</translation>
    </message>
    <message>
        <source>From a web page</source>
        <translation>Z webové stránky</translation>
    </message>
    <message>
        <source>GitHub</source>
        <translation>GitHub</translation>
    </message>
    <message>
        <source>Have the sender send JSON, and not compressed.</source>
        <translation>Ať odesílatel posílá JSON, a nekomprimovaně.</translation>
    </message>
    <message>
        <source>Headers too long</source>
        <translation>Příliš dlouhé hlavičky</translation>
    </message>
    <message>
        <source>How many are taken is a setting of the listener.</source>
        <translation>Kolik se jich přijímá, je nastavení naslouchání.</translation>
    </message>
    <message>
        <source>If the name leads here on purpose, add it to the host names in the settings of the listener.</source>
        <translation>Pokud název vede sem záměrně, přidejte jej k názvům hostitelů v nastavení naslouchání.</translation>
    </message>
    <message>
        <source>It answered that it is gone (410). What waits for it is sent when you enable it again.</source>
        <translation>Odpověděl, že už neexistuje (410). Co na něj čeká, se pošle, až jej znovu zapnete.</translation>
    </message>
    <message>
        <source>Lapwing (event, timestamp, data)</source>
        <translation>Lapwing (event, timestamp, data)</translation>
    </message>
    <message>
        <source>Last delivery</source>
        <translation>Poslední doručení</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Poslední zpráva</translation>
    </message>
    <message>
        <source>Malformed</source>
        <translation>Vadné</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Žádné</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Nepodepsáno</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nic</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Jedno</translation>
    </message>
    <message>
        <source>One attempt is made</source>
        <translation>Probíhá jeden pokus</translation>
    </message>
    <message>
        <source>Paused, again in {time}</source>
        <translation>Pozastaveno, znovu za {time}</translation>
    </message>
    <message>
        <source>Processed</source>
        <translation>Zpracováno</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Odloženo</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Připraven</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Odmítnuto</translation>
    </message>
    <message>
        <source>Replayed</source>
        <translation>Přehráno znovu</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Tajemství</translation>
    </message>
    <message>
        <source>See to the address at the sender; or add a sender of that name, or switch it on.</source>
        <translation>Zkontrolujte adresu u odesílatele; nebo přidejte odesílatele tohoto názvu či jej zapněte.</translation>
    </message>
    <message>
        <source>See to the clocks of both machines.</source>
        <translation>Zkontrolujte hodiny obou počítačů.</translation>
    </message>
    <message>
        <source>See whether the sender has the same secret; if not, make a new one and enter it there.</source>
        <translation>Zjistěte, zda má odesílatel totéž tajemství; pokud ne, vytvořte nové a zadejte je tam.</translation>
    </message>
    <message>
        <source>See whether the sender was given the secret.</source>
        <translation>Zjistěte, zda odesílatel tajemství dostal.</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Odesílatel</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Podpis</translation>
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
        <translation>Stav</translation>
    </message>
    <message>
        <source>Stripe</source>
        <translation>Stripe</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Čas</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>Příliš velké</translation>
    </message>
    <message>
        <source>Too many</source>
        <translation>Příliš mnoho</translation>
    </message>
    <message>
        <source>Too old</source>
        <translation>Příliš staré</translation>
    </message>
    <message>
        <source>Too slow</source>
        <translation>Příliš pomalé</translation>
    </message>
    <message>
        <source>Two, until {time}</source>
        <translation>Dvě, do {time}</translation>
    </message>
    <message>
        <source>Unknown sender</source>
        <translation>Neznámý odesílatel</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdikt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Čeká</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Co říká</translation>
    </message>
    <message>
        <source>Wrong host name</source>
        <translation>Nesprávný název hostitele</translation>
    </message>
    <message>
        <source>Wrong method</source>
        <translation>Nesprávná metoda</translation>
    </message>
    <message>
        <source>Wrong signature</source>
        <translation>Nesprávný podpis</translation>
    </message>
    <message>
        <source>Wrong type of content</source>
        <translation>Nesprávný druh obsahu</translation>
    </message>
</context>
<context>
    <name>WebhooksFeature</name>
    <message>
        <source>Enter this secret at {name}. It is shown this once; afterwards you can make a new one.</source>
        <translation>Zadejte toto tajemství u {name}. Ukáže se jen tentokrát; později můžete vytvořit nové.</translation>
    </message>
    <message>
        <source>Enter this secret where {name} checks signatures (Standard Webhooks): it proves that Lapwing sent it.</source>
        <translation>Zadejte toto tajemství tam, kde {name} ověřuje podpisy (Standard Webhooks): dokazuje, že odesílatelem je Lapwing.</translation>
    </message>
    <message>
        <source>Import endpoints</source>
        <translation>Importovat cíle</translation>
    </message>
    <message>
        <source>Imported: {names}.</source>
        <translation>Importováno: {names}.</translation>
    </message>
    <message>
        <source>Secret of a sender</source>
        <translation>Tajemství odesílatele</translation>
    </message>
    <message>
        <source>Signing secret</source>
        <translation>Podpisové tajemství</translation>
    </message>
    <message>
        <source>it is no UTF-8</source>
        <translation>není to UTF-8</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} nelze přečíst: {reason}.</translation>
    </message>
</context>
<context>
    <name>WebhooksPage</name>
    <message>
        <source>Webhooks</source>
        <translation>Webhooky</translation>
    </message>
</context>
<context>
    <name>WebhooksView</name>
    <message>
        <source>Deliveries</source>
        <translation>Doručení</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Cíle</translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>Části této stránky</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Přijato</translation>
    </message>
    <message>
        <source>Senders</source>
        <translation>Odesílatelé</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>A company with orders, stock and weather, made in seconds. Try anything on it.</source>
        <translation>Firma s objednávkami, skladem a počasím, vytvořená během pár sekund. Vyzkoušejte si na ní cokoli.</translation>
    </message>
    <message>
        <source>A workbench for databases: look around, ask, and scroll through millions of rows.</source>
        <translation>Nástroj pro práci s databázemi: rozhlížejte se, ptejte se a procházejte miliony řádků.</translation>
    </message>
    <message>
        <source>Connections used last</source>
        <translation>Naposledy použitá připojení</translation>
    </message>
    <message>
        <source>Drop SQLite and SQL files anywhere in this window to open them.</source>
        <translation>Soubory SQLite a SQL otevřete přetažením kamkoli do tohoto okna.</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Dobré vědět</translation>
    </message>
    <message>
        <source>Look into any database you have. Nothing in it is changed before you say so.</source>
        <translation>Podívejte se do kterékoli své databáze. Bez vašeho pokynu se v ní nic nezmění.</translation>
    </message>
    <message>
        <source>Making it: {percent} %</source>
        <translation>Vytváří se: {percent} %</translation>
    </message>
    <message>
        <source>New connection…</source>
        <translation>Nové připojení…</translation>
    </message>
    <message>
        <source>Open a SQLite file…</source>
        <translation>Otevřít soubor SQLite…</translation>
    </message>
    <message>
        <source>Open the sample database</source>
        <translation>Otevřít ukázkovou databázi</translation>
    </message>
    <message>
        <source>PostgreSQL, MySQL, MariaDB, and whatever SQLAlchemy speaks. Paste any connection string.</source>
        <translation>PostgreSQL, MySQL, MariaDB a vše, co umí SQLAlchemy. Vložte libovolný připojovací řetězec.</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Nedávné soubory</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Vítejte</translation>
    </message>
</context>
<context>
    <name>WelcomePlace</name>
    <message>
        <source>Making the sample database: {percent} %</source>
        <translation>Vytváří se ukázková databáze: {percent} %</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Vítejte</translation>
    </message>
</context>
<context>
    <name>WorkStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
</context>
<context>
    <name>WorkTip</name>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
</context>
<context>
    <name>_CellLine</name>
    <message>
        <source>Value of the cell</source>
        <translation>Hodnota buňky</translation>
    </message>
</context>
<context>
    <name>_FormTable</name>
    <message>
        <source>Values of the row</source>
        <translation>Hodnoty řádku</translation>
    </message>
</context>
<context>
    <name>_TabEnd</name>
    <message>
        <source>Close tab</source>
        <translation>Zavřít kartu</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;About Lapwing</source>
        <translation>O &amp;aplikaci Lapwing</translation>
    </message>
    <message>
        <source>&amp;Acknowledge</source>
        <translation>&amp;Potvrdit</translation>
    </message>
    <message>
        <source>&amp;Add panel…</source>
        <translation>&amp;Přidat panel…</translation>
    </message>
    <message>
        <source>&amp;All rows</source>
        <translation>Vše&amp;chny řádky</translation>
    </message>
    <message>
        <source>&amp;Annotate…</source>
        <translation>Poz&amp;námka…</translation>
    </message>
    <message>
        <source>&amp;Ask for the format…</source>
        <translation>&amp;Zeptat se na formát…</translation>
    </message>
    <message>
        <source>&amp;Auto-commit</source>
        <translation>&amp;Automatické potvrzování</translation>
    </message>
    <message>
        <source>&amp;Browse plugins…</source>
        <translation>&amp;Procházet zásuvné moduly…</translation>
    </message>
    <message>
        <source>&amp;CSV</source>
        <translation>&amp;CSV</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Z&amp;rušit</translation>
    </message>
    <message>
        <source>&amp;Cancel statement…</source>
        <translation>Zrušit pří&amp;kaz…</translation>
    </message>
    <message>
        <source>&amp;Central European (ISO 8859-2)</source>
        <translation>&amp;Středoevropské (ISO 8859-2)</translation>
    </message>
    <message>
        <source>&amp;Clear history…</source>
        <translation>&amp;Vymazat historii…</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>&amp;Vymazat tento seznam</translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation>&amp;Zavřít kartu</translation>
    </message>
    <message>
        <source>&amp;Collapse all objects</source>
        <translation>&amp;Sbalit všechny objekty</translation>
    </message>
    <message>
        <source>&amp;Columns…</source>
        <translation>Sloup&amp;ce…</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>&amp;Paleta příkazů…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopírovat</translation>
    </message>
    <message>
        <source>&amp;Count rows</source>
        <translation>&amp;Spočítat řádky</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Tmavý</translation>
    </message>
    <message>
        <source>&amp;Dashboard</source>
        <translation>&amp;Přehled</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>Data&amp;báze</translation>
    </message>
    <message>
        <source>&amp;Delete from the history</source>
        <translation>S&amp;mazat z historie</translation>
    </message>
    <message>
        <source>&amp;Discard changes</source>
        <translation>&amp;Zahodit změny</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>D&amp;uplikovat</translation>
    </message>
    <message>
        <source>&amp;Duplicate rows</source>
        <translation>&amp;Duplikovat řádky</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Ú&amp;pravy</translation>
    </message>
    <message>
        <source>&amp;Edit cell</source>
        <translation>&amp;Upravit buňku</translation>
    </message>
    <message>
        <source>&amp;Edit connection…</source>
        <translation>Upr&amp;avit připojení…</translation>
    </message>
    <message>
        <source>&amp;Edit dashboard</source>
        <translation>&amp;Upravit přehled</translation>
    </message>
    <message>
        <source>&amp;End session…</source>
        <translation>&amp;Ukončit relaci…</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>&amp;Události</translation>
    </message>
    <message>
        <source>&amp;Export alert rules…</source>
        <translation>&amp;Exportovat pravidla poplachů…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Soubor</translation>
    </message>
    <message>
        <source>&amp;Filter rows…</source>
        <translation>&amp;Filtrovat řádky…</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>N&amp;ajít…</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Celá ob&amp;razovka</translation>
    </message>
    <message>
        <source>&amp;Go to definition</source>
        <translation>Přejít na def&amp;inici</translation>
    </message>
    <message>
        <source>&amp;Go to row…</source>
        <translation>Přejít na řáde&amp;k…</translation>
    </message>
    <message>
        <source>&amp;Go to tab</source>
        <translation>Přejít na &amp;kartu</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Nápověda</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>Hist&amp;orie</translation>
    </message>
    <message>
        <source>&amp;Hold sessions, or back to live</source>
        <translation>Po&amp;držet relace, nebo zpět na živě</translation>
    </message>
    <message>
        <source>&amp;INSERT statements</source>
        <translation>Příkazy &amp;INSERT</translation>
    </message>
    <message>
        <source>&amp;Import alert rules…</source>
        <translation>&amp;Importovat pravidla poplachů…</translation>
    </message>
    <message>
        <source>&amp;Import connections…</source>
        <translation>&amp;Importovat připojení…</translation>
    </message>
    <message>
        <source>&amp;Import dashboard…</source>
        <translation>&amp;Importovat přehled…</translation>
    </message>
    <message>
        <source>&amp;Indent lines</source>
        <translation>Ods&amp;adit řádky</translation>
    </message>
    <message>
        <source>&amp;Insert row</source>
        <translation>&amp;Vložit řádek</translation>
    </message>
    <message>
        <source>&amp;Install from file…</source>
        <translation>Na&amp;instalovat ze souboru…</translation>
    </message>
    <message>
        <source>&amp;Isolation level</source>
        <translation>Úroveň izo&amp;lace</translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation>&amp;JSON</translation>
    </message>
    <message>
        <source>&amp;Japanese (Shift JIS)</source>
        <translation>&amp;Japonské (Shift JIS)</translation>
    </message>
    <message>
        <source>&amp;Join lines</source>
        <translation>Spo&amp;jit řádky</translation>
    </message>
    <message>
        <source>&amp;Jump to line…</source>
        <translation>Př&amp;ejít na řádek…</translation>
    </message>
    <message>
        <source>&amp;Keep monitoring</source>
        <translation>&amp;Sledovat dál</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Klávesové zkratky</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>S&amp;větlý</translation>
    </message>
    <message>
        <source>&amp;List for IN</source>
        <translation>&amp;Seznam pro IN</translation>
    </message>
    <message>
        <source>&amp;Load more rows</source>
        <translation>Načíst &amp;další řádky</translation>
    </message>
    <message>
        <source>&amp;Manage plugins…</source>
        <translation>&amp;Spravovat zásuvné moduly…</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Příručka</translation>
    </message>
    <message>
        <source>&amp;Manual commit</source>
        <translation>&amp;Ruční potvrzování</translation>
    </message>
    <message>
        <source>&amp;Markdown table</source>
        <translation>Tabulka &amp;Markdown</translation>
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
        <translation>&amp;Nové pravidlo poplachu…</translation>
    </message>
    <message>
        <source>&amp;New connection…</source>
        <translation>&amp;Nové připojení…</translation>
    </message>
    <message>
        <source>&amp;New dashboard</source>
        <translation>&amp;Nový přehled</translation>
    </message>
    <message>
        <source>&amp;New editor</source>
        <translation>No&amp;vý editor</translation>
    </message>
    <message>
        <source>&amp;Next tab</source>
        <translation>&amp;Další karta</translation>
    </message>
    <message>
        <source>&amp;Open SQL file…</source>
        <translation>&amp;Otevřít soubor SQL…</translation>
    </message>
    <message>
        <source>&amp;Open in an editor</source>
        <translation>&amp;Otevřít v editoru</translation>
    </message>
    <message>
        <source>&amp;Open statement in an editor</source>
        <translation>&amp;Otevřít příkaz v editoru</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>V&amp;ložit</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>Po&amp;zastavit</translation>
    </message>
    <message>
        <source>&amp;Pin or unpin</source>
        <translation>&amp;Připnout nebo odepnout</translation>
    </message>
    <message>
        <source>&amp;Pin result</source>
        <translation>&amp;Připnout výsledek</translation>
    </message>
    <message>
        <source>&amp;Plugins</source>
        <translation>Mod&amp;uly</translation>
    </message>
    <message>
        <source>&amp;Preview changes…</source>
        <translation>Ná&amp;hled změn…</translation>
    </message>
    <message>
        <source>&amp;Previous tab</source>
        <translation>Př&amp;edchozí karta</translation>
    </message>
    <message>
        <source>&amp;Properties</source>
        <translation>V&amp;lastnosti</translation>
    </message>
    <message>
        <source>&amp;Query</source>
        <translation>&amp;Dotaz</translation>
    </message>
    <message>
        <source>&amp;Quick edits</source>
        <translation>&amp;Rychlé úpravy</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Ukonči&amp;t</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Zn&amp;ovu</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Obnovit</translation>
    </message>
    <message>
        <source>&amp;Remove dashboard…</source>
        <translation>&amp;Odebrat přehled…</translation>
    </message>
    <message>
        <source>&amp;Reopen closed tab</source>
        <translation>Znovu otevřít z&amp;avřenou kartu</translation>
    </message>
    <message>
        <source>&amp;Repeatable read</source>
        <translation>&amp;Repeatable read</translation>
    </message>
    <message>
        <source>&amp;Reset zoom</source>
        <translation>&amp;Obnovit přiblížení</translation>
    </message>
    <message>
        <source>&amp;Revert changes</source>
        <translation>Vzít změny &amp;zpět</translation>
    </message>
    <message>
        <source>&amp;Run statement</source>
        <translation>&amp;Spustit příkaz</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>U&amp;ložit</translation>
    </message>
    <message>
        <source>&amp;Save dashboard</source>
        <translation>U&amp;ložit přehled</translation>
    </message>
    <message>
        <source>&amp;Serializable</source>
        <translation>&amp;Serializable</translation>
    </message>
    <message>
        <source>&amp;Services</source>
        <translation>&amp;Služby</translation>
    </message>
    <message>
        <source>&amp;Show alerts</source>
        <translation>&amp;Zobrazit poplachy</translation>
    </message>
    <message>
        <source>&amp;Show history</source>
        <translation>&amp;Zobrazit historii</translation>
    </message>
    <message>
        <source>&amp;Sort ascending</source>
        <translation>Seřadit v&amp;zestupně</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Motiv</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>Nás&amp;troje</translation>
    </message>
    <message>
        <source>&amp;Transaction mode</source>
        <translation>Režim &amp;transakcí</translation>
    </message>
    <message>
        <source>&amp;UTF-8</source>
        <translation>&amp;UTF-8</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Zpě&amp;t</translation>
    </message>
    <message>
        <source>&amp;Unfreeze columns</source>
        <translation>Uv&amp;olnit sloupce</translation>
    </message>
    <message>
        <source>&amp;Value editor…</source>
        <translation>&amp;Editor hodnoty…</translation>
    </message>
    <message>
        <source>&amp;Value inspector</source>
        <translation>&amp;Inspektor hodnot</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Zobrazení</translation>
    </message>
    <message>
        <source>&amp;Webhooks</source>
        <translation>&amp;Webhooky</translation>
    </message>
    <message>
        <source>&amp;Western (ISO 8859-1)</source>
        <translation>&amp;Západoevropské (ISO 8859-1)</translation>
    </message>
    <message>
        <source>&amp;Wrap lines</source>
        <translation>&amp;Zalamovat řádky</translation>
    </message>
    <message>
        <source>&amp;Your own metrics…</source>
        <translation>Vlastní &amp;metriky…</translation>
    </message>
    <message>
        <source>A&amp;lerts</source>
        <translation>Pop&amp;lachy</translation>
    </message>
    <message>
        <source>Add &amp;caret below</source>
        <translation>Přidat kurzor &amp;pod</translation>
    </message>
    <message>
        <source>Add a SQLite file to the connections</source>
        <translation>Přidat soubor SQLite mezi připojení</translation>
    </message>
    <message>
        <source>Add a row below the current one; it is staged until the changes are saved</source>
        <translation>Přidat řádek pod aktuální; bude připravený, dokud se změny neuloží</translation>
    </message>
    <message>
        <source>Add a server or a database file to the navigator</source>
        <translation>Přidat do navigátoru server nebo databázový soubor</translation>
    </message>
    <message>
        <source>Add all occu&amp;rrences</source>
        <translation>Přidat všechny výsk&amp;yty</translation>
    </message>
    <message>
        <source>Add c&amp;aret above</source>
        <translation>Přidat kurzor &amp;nad</translation>
    </message>
    <message>
        <source>Add copies of the selected rows; what the server numbers is left to it</source>
        <translation>Přidat kopie vybraných řádků; co čísluje server, zůstane na něm</translation>
    </message>
    <message>
        <source>Add n&amp;ext occurrence</source>
        <translation>Přidat další vý&amp;skyt</translation>
    </message>
    <message>
        <source>Add to &amp;favourites or remove</source>
        <translation>Přidat do o&amp;blíbených nebo odebrat</translation>
    </message>
    <message>
        <source>Alert &amp;rules</source>
        <translation>P&amp;ravidla poplachů</translation>
    </message>
    <message>
        <source>All statements of a next transaction see the same rows</source>
        <translation>Všechny příkazy příští transakce vidí stejné řádky</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Podle &amp;systému</translation>
    </message>
    <message>
        <source>As the server s&amp;ent them</source>
        <translation>&amp;Jak je poslal server</translation>
    </message>
    <message>
        <source>Background &amp;jobs</source>
        <translation>Úlo&amp;hy na pozadí</translation>
    </message>
    <message>
        <source>Be light or dark as the desktop is</source>
        <translation>Světlý nebo tmavý podle pracovní plochy</translation>
    </message>
    <message>
        <source>Begin a dashboard of your own for servers of this kind</source>
        <translation>Začít vlastní přehled pro servery tohoto druhu</translation>
    </message>
    <message>
        <source>Begin another connection with what this one has</source>
        <translation>Založit další připojení s údaji tohoto</translation>
    </message>
    <message>
        <source>Break lines of the editors that are wider than the view</source>
        <translation>Zalamovat řádky editorů, které jsou širší než zobrazení</translation>
    </message>
    <message>
        <source>Bring back the tab that was closed last</source>
        <translation>Znovu otevřít naposledy zavřenou kartu</translation>
    </message>
    <message>
        <source>C&amp;hinese (GB 18030)</source>
        <translation>Čí&amp;nské (GB 18030)</translation>
    </message>
    <message>
        <source>C&amp;lose result</source>
        <translation>Z&amp;avřít výsledek</translation>
    </message>
    <message>
        <source>C&amp;olumn names only</source>
        <translation>Jen názvy s&amp;loupců</translation>
    </message>
    <message>
        <source>C&amp;yrillic (Windows-1251)</source>
        <translation>C&amp;yrilice (Windows-1251)</translation>
    </message>
    <message>
        <source>Cen&amp;tral European (Windows-1250)</source>
        <translation>S&amp;tředoevropské (Windows-1250)</translation>
    </message>
    <message>
        <source>Change how Lapwing looks and behaves</source>
        <translation>Změnit vzhled a chování aplikace Lapwing</translation>
    </message>
    <message>
        <source>Change where the connection leads and how it logs in</source>
        <translation>Změnit, kam připojení vede a jak se přihlašuje</translation>
    </message>
    <message>
        <source>Changes wait for commit or rollback</source>
        <translation>Změny čekají na potvrzení nebo vrácení zpět</translation>
    </message>
    <message>
        <source>Choose in which form the selected cells are copied</source>
        <translation>Zvolit, v jaké podobě se vybrané buňky kopírují</translation>
    </message>
    <message>
        <source>Choose which columns are shown</source>
        <translation>Zvolit, které sloupce se zobrazí</translation>
    </message>
    <message>
        <source>Close all that is open on this connection; the next statement connects again</source>
        <translation>Zavře vše, co je na tomto připojení otevřené; další příkaz se znovu připojí</translation>
    </message>
    <message>
        <source>Close all windows and end Lapwing</source>
        <translation>Zavřít všechna okna a ukončit Lapwing</translation>
    </message>
    <message>
        <source>Close every row of the navigator</source>
        <translation>Sbalit všechny řádky navigátoru</translation>
    </message>
    <message>
        <source>Close the current tab; its text is kept</source>
        <translation>Zavřít aktuální kartu; její text zůstane zachován</translation>
    </message>
    <message>
        <source>Co&amp;mment lines</source>
        <translation>Zakomentovat řádk&amp;y</translation>
    </message>
    <message>
        <source>Co&amp;mmit</source>
        <translation>&amp;Potvrdit</translation>
    </message>
    <message>
        <source>Comp&amp;lete</source>
        <translation>Do&amp;plnit</translation>
    </message>
    <message>
        <source>Complete wh&amp;ile typing</source>
        <translation>Doplňo&amp;vat při psaní</translation>
    </message>
    <message>
        <source>Connect to a place for now, by a URL or what else says where it is</source>
        <translation>Prozatím se připojit k místu podle URL nebo čehokoli, co říká, kde je</translation>
    </message>
    <message>
        <source>Connect wit&amp;hout saving…</source>
        <translation>Připo&amp;jit bez uložení…</translation>
    </message>
    <message>
        <source>Cop&amp;y as</source>
        <translation>Kopírovat &amp;jako</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Kopírovat jako</translation>
    </message>
    <message>
        <source>Copy the names of the selected columns</source>
        <translation>Zkopírovat názvy vybraných sloupců</translation>
    </message>
    <message>
        <source>Copy the selected cells as CSV with the names of their columns</source>
        <translation>Zkopírovat vybrané buňky jako CSV s názvy jejich sloupců</translation>
    </message>
    <message>
        <source>Copy the selected cells as JSON objects, one a line</source>
        <translation>Zkopírovat vybrané buňky jako objekty JSON, na každém řádku jeden</translation>
    </message>
    <message>
        <source>Copy the selected cells as a table for Markdown</source>
        <translation>Zkopírovat vybrané buňky jako tabulku pro Markdown</translation>
    </message>
    <message>
        <source>Copy the selected cells as an array of JSON objects</source>
        <translation>Zkopírovat vybrané buňky jako pole objektů JSON</translation>
    </message>
    <message>
        <source>Copy the selected cells as statements that insert them</source>
        <translation>Zkopírovat vybrané buňky jako příkazy, které je vloží</translation>
    </message>
    <message>
        <source>Copy the selected cells with the names of their columns</source>
        <translation>Zkopírovat vybrané buňky s názvy jejich sloupců</translation>
    </message>
    <message>
        <source>Copy the selected text, cells or names</source>
        <translation>Zkopírovat vybraný text, buňky nebo názvy</translation>
    </message>
    <message>
        <source>Copy the selected values, each once, as a list for the operator IN</source>
        <translation>Zkopírovat vybrané hodnoty, každou jednou, jako seznam pro operátor IN</translation>
    </message>
    <message>
        <source>Copy with &amp;headers</source>
        <translation>Kopírovat se zá&amp;hlavím</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Vyjmo&amp;ut</translation>
    </message>
    <message>
        <source>D&amp;uplicate connection</source>
        <translation>&amp;Duplikovat připojení</translation>
    </message>
    <message>
        <source>De&amp;lete line</source>
        <translation>Odst&amp;ranit řádek</translation>
    </message>
    <message>
        <source>De&amp;lete rows</source>
        <translation>Odst&amp;ranit řádky</translation>
    </message>
    <message>
        <source>Delete all statements that the history shows, but for pinned ones</source>
        <translation>Smazat všechny příkazy, které historie zobrazuje, kromě připnutých</translation>
    </message>
    <message>
        <source>Delete the chosen statements from the history</source>
        <translation>Smazat zvolené příkazy z historie</translation>
    </message>
    <message>
        <source>Delete the file of the dashboard in front</source>
        <translation>Smazat soubor zobrazeného přehledu</translation>
    </message>
    <message>
        <source>Disc&amp;onnect</source>
        <translation>Ukon&amp;čit připojení</translation>
    </message>
    <message>
        <source>E&amp;xpand *</source>
        <translation>Rozep&amp;sat *</translation>
    </message>
    <message>
        <source>E&amp;xplain statement</source>
        <translation>V&amp;ysvětlit příkaz</translation>
    </message>
    <message>
        <source>E&amp;xport connections…</source>
        <translation>E&amp;xportovat připojení…</translation>
    </message>
    <message>
        <source>E&amp;xport dashboard…</source>
        <translation>E&amp;xportovat přehled…</translation>
    </message>
    <message>
        <source>E&amp;xport result…</source>
        <translation>&amp;Exportovat výsledek…</translation>
    </message>
    <message>
        <source>En&amp;vironments…</source>
        <translation>&amp;Prostředí…</translation>
    </message>
    <message>
        <source>End the chosen sessions of the server, and what they have not committed</source>
        <translation>Ukončit vybrané relace serveru i to, co nepotvrdily</translation>
    </message>
    <message>
        <source>End what the chosen sessions of the server run</source>
        <translation>Ukončit, co provádějí vybrané relace serveru</translation>
    </message>
    <message>
        <source>Every statement is committed by itself</source>
        <translation>Každý příkaz se potvrdí samostatně</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportovat</translation>
    </message>
    <message>
        <source>Export &amp;table…</source>
        <translation>Exportovat &amp;tabulku…</translation>
    </message>
    <message>
        <source>F&amp;ormat script</source>
        <translation>For&amp;mátovat skript</translation>
    </message>
    <message>
        <source>Fetch as many rows again as the row limit allows</source>
        <translation>Načíst znovu tolik řádků, kolik dovoluje limit řádků</translation>
    </message>
    <message>
        <source>Fetch the rest of the result, however long it is</source>
        <translation>Načíst zbytek výsledku, ať je jakkoli dlouhý</translation>
    </message>
    <message>
        <source>Fi&amp;lter objects</source>
        <translation>&amp;Filtrovat objekty</translation>
    </message>
    <message>
        <source>Fill do&amp;wn</source>
        <translation>Vyplnit d&amp;olů</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrovat</translation>
    </message>
    <message>
        <source>Fin&amp;d and replace…</source>
        <translation>Najít a &amp;nahradit…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Najít &amp;další</translation>
    </message>
    <message>
        <source>Find a table, connection, tab, file, setting or command by its name</source>
        <translation>Najít tabulku, připojení, kartu, soubor, nastavení nebo příkaz podle názvu</translation>
    </message>
    <message>
        <source>Find any command by its name</source>
        <translation>Najít libovolný příkaz podle názvu</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>Najít před&amp;chozí</translation>
    </message>
    <message>
        <source>Find statements that were run</source>
        <translation>Najít příkazy, které byly spuštěny</translation>
    </message>
    <message>
        <source>Find the object that the tab in front is about among all objects</source>
        <translation>Najít mezi všemi objekty ten, kterého se týká karta v popředí</translation>
    </message>
    <message>
        <source>Fit column &amp;widths</source>
        <translation>Přizpůsobit šíř&amp;ky sloupců</translation>
    </message>
    <message>
        <source>Forget which files were opened; the files stay</source>
        <translation>Zapomenout, které soubory byly otevřeny; soubory zůstanou</translation>
    </message>
    <message>
        <source>Format &amp;statement</source>
        <translation>&amp;Formátovat příkaz</translation>
    </message>
    <message>
        <source>Freeze up to &amp;here</source>
        <translation>Uko&amp;tvit až sem</translation>
    </message>
    <message>
        <source>Give the text of the editors its usual size</source>
        <translation>Vrátit textu editorů obvyklou velikost</translation>
    </message>
    <message>
        <source>Give the window the whole screen, or take it back</source>
        <translation>Dát oknu celou obrazovku, nebo ji zase vrátit</translation>
    </message>
    <message>
        <source>Go to tab {number}, counted from the left</source>
        <translation>Přejít na kartu {number}, počítáno zleva</translation>
    </message>
    <message>
        <source>Go to the next place where the text occurs</source>
        <translation>Přejít na další místo, kde se text vyskytuje</translation>
    </message>
    <message>
        <source>Go to the place before where the text occurs</source>
        <translation>Přejít na předchozí místo, kde se text vyskytuje</translation>
    </message>
    <message>
        <source>Go to the tab on the left</source>
        <translation>Přejít na kartu vlevo</translation>
    </message>
    <message>
        <source>Go to the tab on the right</source>
        <translation>Přejít na kartu vpravo</translation>
    </message>
    <message>
        <source>Go where the name at the caret is defined: in the statement or in the navigator</source>
        <translation>Přejít tam, kde je název u kurzoru definován: v příkazu nebo v navigátoru</translation>
    </message>
    <message>
        <source>Group mem&amp;bership…</source>
        <translation>Změnit sk&amp;upinu…</translation>
    </message>
    <message>
        <source>Have the selected cells hold a text without a letter, which is not NULL</source>
        <translation>Nastavit ve vybraných buňkách text bez jediného znaku, což není NULL</translation>
    </message>
    <message>
        <source>Have the selected cells hold no value (Ctrl+0 in the grid)</source>
        <translation>Nastavit vybrané buňky bez hodnoty (v mřížce Ctrl+0)</translation>
    </message>
    <message>
        <source>Have the selected cells hold what the first one of their column holds</source>
        <translation>Vybrané buňky budou obsahovat to, co první buňka jejich sloupce</translation>
    </message>
    <message>
        <source>Have the selected cells hold what the server puts there by itself</source>
        <translation>Nastavit ve vybraných buňkách to, co tam server dosadí sám</translation>
    </message>
    <message>
        <source>Have the server count the rows exactly, which may take long</source>
        <translation>Nechat server přesně spočítat řádky, což může trvat dlouho</translation>
    </message>
    <message>
        <source>Import rows from &amp;a file…</source>
        <translation>I&amp;mportovat řádky…</translation>
    </message>
    <message>
        <source>In next transactions each statement sees what was committed before it</source>
        <translation>V příštích transakcích uvidí každý příkaz to, co bylo potvrzeno před ním</translation>
    </message>
    <message>
        <source>Insert the clipboard&apos;s text</source>
        <translation>Vložit text ze schránky</translation>
    </message>
    <message>
        <source>Insert the rows of a file into a table of the navigator, or into a new one</source>
        <translation>Vložit řádky souboru do tabulky navigátoru, nebo do nové</translation>
    </message>
    <message>
        <source>Keep the changes of the open transaction</source>
        <translation>Ponechat změny otevřené transakce</translation>
    </message>
    <message>
        <source>Keep the chosen statements at the top of the history, or no longer</source>
        <translation>Držet zvolené příkazy nahoře v historii, nebo už ne</translation>
    </message>
    <message>
        <source>Keep the columns up to the current one in sight</source>
        <translation>Držet sloupce až po aktuální stále na očích</translation>
    </message>
    <message>
        <source>Keep the result in front when the next statement is run, or no longer</source>
        <translation>Ponechat výsledek v popředí i při spuštění dalšího příkazu, nebo už ne</translation>
    </message>
    <message>
        <source>Keep what was changed; one that came with Lapwing is saved as a copy</source>
        <translation>Ponechat změny; přehled dodaný s Lapwingem se uloží jako kopie</translation>
    </message>
    <message>
        <source>Lay out all statements of the editor anew</source>
        <translation>Nově naformátovat všechny příkazy editoru</translation>
    </message>
    <message>
        <source>Lay out the selection anew, or the statement at the caret</source>
        <translation>Nově naformátovat výběr nebo příkaz u kurzoru</translation>
    </message>
    <message>
        <source>Leave out the rows that hold what the current cell holds</source>
        <translation>Vynechat řádky, které mají stejnou hodnotu jako aktuální buňka</translation>
    </message>
    <message>
        <source>Let all charts stand still, or go on</source>
        <translation>Všechny grafy zastavit, nebo nechat běžet dál</translation>
    </message>
    <message>
        <source>Let all columns scroll</source>
        <translation>Nechat posouvat všechny sloupce</translation>
    </message>
    <message>
        <source>Let go of the rows of the result in front</source>
        <translation>Uvolnit řádky výsledku v popředí</translation>
    </message>
    <message>
        <source>Let the line, or the selected lines, change places with the one above</source>
        <translation>Prohodit řádek nebo vybrané řádky s řádkem nad nimi</translation>
    </message>
    <message>
        <source>Let the line, or the selected lines, change places with the one below</source>
        <translation>Prohodit řádek nebo vybrané řádky s řádkem pod nimi</translation>
    </message>
    <message>
        <source>Let this tab&apos;s connection go and open a new one; no statement is sent again</source>
        <translation>Ukončit připojení této karty a otevřít nové; žádný příkaz se neodešle znovu</translation>
    </message>
    <message>
        <source>List what runs in the background, with progress and cancel</source>
        <translation>Vypsat, co běží na pozadí, s průběhem a možností zrušení</translation>
    </message>
    <message>
        <source>Lo&amp;wer case</source>
        <translation>&amp;Malá písmena</translation>
    </message>
    <message>
        <source>Load &amp;all rows</source>
        <translation>Načíst vše&amp;chny řádky</translation>
    </message>
    <message>
        <source>Load all row&amp;s</source>
        <translation>&amp;Načíst všechny řádky</translation>
    </message>
    <message>
        <source>Local &amp;history…</source>
        <translation>Místní h&amp;istorie…</translation>
    </message>
    <message>
        <source>Look at the package of a plugin, and install it</source>
        <translation>Prohlédnout balíček zásuvného modulu a nainstalovat jej</translation>
    </message>
    <message>
        <source>Look at this server also when its monitor is closed</source>
        <translation>Sledovat tento server i se zavřeným monitorem</translation>
    </message>
    <message>
        <source>Look for a text in the editor and write another in its place</source>
        <translation>Vyhledat v editoru text a nahradit jej jiným</translation>
    </message>
    <message>
        <source>Look for a text in the editor, in the result or in the rows of a table</source>
        <translation>Hledat text v editoru, ve výsledku nebo v řádcích tabulky</translation>
    </message>
    <message>
        <source>Make a &amp;copy</source>
        <translation>Vytvořit &amp;kopii</translation>
    </message>
    <message>
        <source>Make metrics of your own SQL, for dashboards and alerts</source>
        <translation>Udělat z vlastního SQL metriky pro přehledy a poplachy</translation>
    </message>
    <message>
        <source>Move the focus from navigator to editor to result to inspector</source>
        <translation>Přesunout fokus z navigátoru do editoru, výsledku a inspektoru</translation>
    </message>
    <message>
        <source>S&amp;chedules</source>
        <translation>&amp;Plány</translation>
    </message>
    <message>
        <source>Save the editor&apos;s text to its file, the staged changes of a table, or a dashboard</source>
        <translation>Uložit text editoru do jeho souboru, připravené změny tabulky nebo přehled</translation>
    </message>
    <message>
        <source>Save the values of all panels, in the time that is shown</source>
        <translation>Uložit hodnoty všech panelů v zobrazeném období</translation>
    </message>
    <message>
        <source>Save the whole dashboard as a picture</source>
        <translation>Uložit celý přehled jako obrázek</translation>
    </message>
    <message>
        <source>Make a database to play with, and open it</source>
        <translation>Vytvořit databázi na hraní a otevřít ji</translation>
    </message>
    <message>
        <source>Make a row the current one by its number (Ctrl+G); rows up to it are loaded</source>
        <translation>Přejít na řádek podle jeho čísla (Ctrl+G); řádky až k němu se načtou</translation>
    </message>
    <message>
        <source>Make one line of the selected ones, or of this and the next</source>
        <translation>Spojit vybrané řádky, nebo tento řádek s následujícím, do jednoho</translation>
    </message>
    <message>
        <source>Make the change again that was taken back</source>
        <translation>Provést znovu změnu, která byla vzata zpět</translation>
    </message>
    <message>
        <source>Make the columns as wide as what is seen of them needs</source>
        <translation>Nastavit sloupcům šířku podle toho, co je z nich vidět</translation>
    </message>
    <message>
        <source>Make the text of the editors larger</source>
        <translation>Zvětšit text editorů</translation>
    </message>
    <message>
        <source>Make the text of the editors smaller</source>
        <translation>Zmenšit text editorů</translation>
    </message>
    <message>
        <source>Move line &amp;up</source>
        <translation>Přesunout řádek na&amp;horu</translation>
    </message>
    <message>
        <source>Move line d&amp;own</source>
        <translation>Přesunout řádek do&amp;lů</translation>
    </message>
    <message>
        <source>Move the selected text to the clipboard</source>
        <translation>Přesunout vybraný text do schránky</translation>
    </message>
    <message>
        <source>Move, resize and change the panels of the dashboard in front</source>
        <translation>Přesouvat, zvětšovat a měnit panely zobrazeného přehledu</translation>
    </message>
    <message>
        <source>Next p&amp;ane</source>
        <translation>Další p&amp;anel</translation>
    </message>
    <message>
        <source>Next transactions do as if they ran one after another</source>
        <translation>Příští transakce poběží, jako by šly jedna po druhé</translation>
    </message>
    <message>
        <source>Next transactions may see changes that others have not committed</source>
        <translation>Příští transakce mohou vidět změny, které ostatní ještě nepotvrdili</translation>
    </message>
    <message>
        <source>Offer names and keywords without being asked</source>
        <translation>Nabízet názvy a klíčová slova bez vyžádání</translation>
    </message>
    <message>
        <source>Offer what fits at the caret</source>
        <translation>Nabídnout, co se hodí u kurzoru</translation>
    </message>
    <message>
        <source>Only rows with &amp;other values</source>
        <translation>Jen řádky s &amp;jinými hodnotami</translation>
    </message>
    <message>
        <source>Only rows with &amp;this value</source>
        <translation>Jen řádky s &amp;touto hodnotou</translation>
    </message>
    <message>
        <source>Open &amp;data</source>
        <translation>Ot&amp;evřít data</translation>
    </message>
    <message>
        <source>Open SQLite &amp;database…</source>
        <translation>Otevřít &amp;databázi SQLite…</translation>
    </message>
    <message>
        <source>Open a file with SQL statements in an editor</source>
        <translation>Otevřít soubor s příkazy SQL v editoru</translation>
    </message>
    <message>
        <source>Open an empty SQL editor</source>
        <translation>Otevřít prázdný editor SQL</translation>
    </message>
    <message>
        <source>Open an&amp;ything…</source>
        <translation>Ote&amp;vřít cokoli…</translation>
    </message>
    <message>
        <source>Open and &amp;run again</source>
        <translation>Otevřít a znovu sp&amp;ustit</translation>
    </message>
    <message>
        <source>Open r&amp;ecent</source>
        <translation>Otevřít n&amp;edávné</translation>
    </message>
    <message>
        <source>Open the &amp;sample database</source>
        <translation>Otevřít uká&amp;zkovou databázi</translation>
    </message>
    <message>
        <source>Open the moni&amp;tor</source>
        <translation>Otevřít moni&amp;tor</translation>
    </message>
    <message>
        <source>Order the loaded rows by the current column, the greatest first</source>
        <translation>Seřadit načtené řádky podle aktuálního sloupce, od největší hodnoty</translation>
    </message>
    <message>
        <source>Order the loaded rows by the current column, the least first</source>
        <translation>Seřadit načtené řádky podle aktuálního sloupce, od nejmenší hodnoty</translation>
    </message>
    <message>
        <source>Put one more panel on the dashboard in front</source>
        <translation>Přidat na zobrazený přehled další panel</translation>
    </message>
    <message>
        <source>Put the caret at a line by its number</source>
        <translation>Umístit kurzor na řádek podle jeho čísla</translation>
    </message>
    <message>
        <source>Put the connection into another group, or rename its group</source>
        <translation>Přesunout připojení do jiné skupiny nebo skupinu přejmenovat</translation>
    </message>
    <message>
        <source>Put the line, the selection or the selected rows there once more</source>
        <translation>Vložit řádek, výběr nebo vybrané řádky ještě jednou</translation>
    </message>
    <message>
        <source>Put the selected lines one step to the right</source>
        <translation>Posunout vybrané řádky o krok doprava</translation>
    </message>
    <message>
        <source>Put the statement chosen in the history into a new editor</source>
        <translation>Vložit příkaz zvolený v historii do nového editoru</translation>
    </message>
    <message>
        <source>Put the statement into a new editor on its own connection and run it there</source>
        <translation>Vložit příkaz do nového editoru na jeho vlastním připojení a tam jej spustit</translation>
    </message>
    <message>
        <source>Put the statement of the chosen session into a new editor</source>
        <translation>Vložit příkaz vybrané relace do nového editoru</translation>
    </message>
    <message>
        <source>R&amp;esult</source>
        <translation>&amp;Výsledek</translation>
    </message>
    <message>
        <source>R&amp;un SQL file…</source>
        <translation>S&amp;pustit soubor SQL…</translation>
    </message>
    <message>
        <source>Re&amp;move connection…</source>
        <translation>Odst&amp;ranit připojení…</translation>
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
        <translation>Přečíst si, jak se co v Lapwingu dělá</translation>
    </message>
    <message>
        <source>Read the file of this editor again as Central European (ISO 8859-2)</source>
        <translation>Načíst soubor tohoto editoru znovu v kódování Středoevropské (ISO 8859-2)</translation>
    </message>
    <message>
        <source>Read the file of this editor again as Central European (Windows-1250)</source>
        <translation>Načíst soubor tohoto editoru znovu v kódování Středoevropské (Windows-1250)</translation>
    </message>
    <message>
        <source>Read the file of this editor again as Chinese (GB 18030)</source>
        <translation>Načíst soubor tohoto editoru znovu v kódování Čínské (GB 18030)</translation>
    </message>
    <message>
        <source>Read the file of this editor again as Cyrillic (Windows-1251)</source>
        <translation>Načíst soubor tohoto editoru znovu v kódování Cyrilice (Windows-1251)</translation>
    </message>
    <message>
        <source>Read the file of this editor again as Japanese (Shift JIS)</source>
        <translation>Načíst soubor tohoto editoru znovu v kódování Japonské (Shift JIS)</translation>
    </message>
    <message>
        <source>Read the file of this editor again as UTF-16</source>
        <translation>Načíst soubor tohoto editoru znovu v kódování UTF-16</translation>
    </message>
    <message>
        <source>Read the file of this editor again as UTF-8</source>
        <translation>Načíst soubor tohoto editoru znovu v kódování UTF-8</translation>
    </message>
    <message>
        <source>Read the file of this editor again as UTF-8 with byte-order mark</source>
        <translation>Načíst soubor tohoto editoru znovu v kódování UTF-8 se značkou pořadí bajtů</translation>
    </message>
    <message>
        <source>Read the file of this editor again as Western (ISO 8859-1)</source>
        <translation>Načíst soubor tohoto editoru znovu v kódování Západoevropské (ISO 8859-1)</translation>
    </message>
    <message>
        <source>Read the file of this editor again as Western (Windows-1252)</source>
        <translation>Načíst soubor tohoto editoru znovu v kódování Západoevropské (Windows-1252)</translation>
    </message>
    <message>
        <source>Read the objects in the navigator again</source>
        <translation>Načíst znovu objekty v navigátoru</translation>
    </message>
    <message>
        <source>Read the rows that are not loaded yet, a million at most; it can be stopped</source>
        <translation>Načíst řádky, které ještě načteny nejsou, nejvýše milion; lze to zastavit</translation>
    </message>
    <message>
        <source>Rec&amp;onnect</source>
        <translation>Znovu př&amp;ipojit</translation>
    </message>
    <message>
        <source>Reopen w&amp;ith encoding</source>
        <translation>Znovu otevřít &amp;s kódováním</translation>
    </message>
    <message>
        <source>Reset &amp;zoom</source>
        <translation>Z&amp;rušit přiblížení</translation>
    </message>
    <message>
        <source>Ro&amp;ws</source>
        <translation>Řád&amp;ky</translation>
    </message>
    <message>
        <source>Roll &amp;back</source>
        <translation>Vrátit &amp;zpět</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Spustit</translation>
    </message>
    <message>
        <source>Run &amp;script</source>
        <translation>Spustit s&amp;kript</translation>
    </message>
    <message>
        <source>Run all statements of the editor in order</source>
        <translation>Spustit všechny příkazy editoru v daném pořadí</translation>
    </message>
    <message>
        <source>Run in &amp;new result tab</source>
        <translation>Spustit na nové k&amp;artě výsledku</translation>
    </message>
    <message>
        <source>Run the statement again, ordered by the server as the loaded rows are now</source>
        <translation>Spustit příkaz znovu a nechat server seřadit řádky tak, jak jsou teď seřazeny načtené</translation>
    </message>
    <message>
        <source>Run the statement and ask for its parameters, also where last values are used</source>
        <translation>Spustit příkaz a zeptat se na jeho parametry, i tam, kde se používají poslední hodnoty</translation>
    </message>
    <message>
        <source>Run the statement and keep the results that are there</source>
        <translation>Spustit příkaz a ponechat stávající výsledky</translation>
    </message>
    <message>
        <source>Run the statement under the cursor, or the selection</source>
        <translation>Spustit příkaz u kurzoru nebo výběr</translation>
    </message>
    <message>
        <source>Run the statements of a file on the connection of this tab, such as a dump</source>
        <translation>Spustit příkazy ze souboru na připojení této karty, například výpis databáze (dump)</translation>
    </message>
    <message>
        <source>Run with other &amp;values…</source>
        <translation>Spustit s &amp;jinými hodnotami…</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Uložit &amp;jako…</translation>
    </message>
    <message>
        <source>Save as &amp;image…</source>
        <translation>Uložit jako o&amp;brázek…</translation>
    </message>
    <message>
        <source>Save as CS&amp;V…</source>
        <translation>Uložit jako CS&amp;V…</translation>
    </message>
    <message>
        <source>Save the dashboard in front as one of your own</source>
        <translation>Uložit zobrazený přehled jako vlastní</translation>
    </message>
    <message>
        <source>Save the editor&apos;s text to another file</source>
        <translation>Uložit text editoru do jiného souboru</translation>
    </message>
    <message>
        <source>Say how careful Lapwing is in development, test, production</source>
        <translation>Určit, jak opatrný je Lapwing ve vývoji, testu a produkci</translation>
    </message>
    <message>
        <source>Say of the chosen alerts that they were seen</source>
        <translation>Označit vybrané poplachy za viděné</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>Nastave&amp;ní…</translation>
    </message>
    <message>
        <source>See and change the rules by which servers are judged</source>
        <translation>Prohlížet a měnit pravidla, podle nichž se posuzují servery</translation>
    </message>
    <message>
        <source>See earlier versions of this editor&apos;s text, and bring one back</source>
        <translation>Zobrazit dřívější verze textu tohoto editoru a některou vrátit</translation>
    </message>
    <message>
        <source>See the SQL that saving would run</source>
        <translation>Zobrazit SQL, které by se při uložení spustilo</translation>
    </message>
    <message>
        <source>See the whole value of the current cell, and change it</source>
        <translation>Zobrazit celou hodnotu aktuální buňky a změnit ji</translation>
    </message>
    <message>
        <source>See versions and licences</source>
        <translation>Zobrazit verze a licence</translation>
    </message>
    <message>
        <source>See what fires now, and what has happened</source>
        <translation>Podívat se, co je nyní spuštěné a co se stalo</translation>
    </message>
    <message>
        <source>See what happens, and find what has happened</source>
        <translation>Vidět, co se děje, a najít, co se stalo</translation>
    </message>
    <message>
        <source>See which key does what, and choose others</source>
        <translation>Zobrazit, která klávesa co dělá, a zvolit jiné</translation>
    </message>
    <message>
        <source>See which plugins can be had</source>
        <translation>Zobrazit dostupné zásuvné moduly</translation>
    </message>
    <message>
        <source>See, configure, switch and remove the plugins that are installed</source>
        <translation>Zobrazit, nastavit, zapnout, vypnout a odebrat nainstalované moduly</translation>
    </message>
    <message>
        <source>See, start and stop what goes on though nobody asks</source>
        <translation>Prohlížet, spouštět a zastavovat, co běží samo</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Vy&amp;brat vše</translation>
    </message>
    <message>
        <source>Select every place where the selected text stands</source>
        <translation>Vybrat každé místo, kde se vyskytuje vybraný text</translation>
    </message>
    <message>
        <source>Select the whole text, or every cell</source>
        <translation>Vybrat celý text nebo všechny buňky</translation>
    </message>
    <message>
        <source>Select the word at the caret, then the next place where it stands, too</source>
        <translation>Vybrat slovo u kurzoru a pak i další místo, kde se vyskytuje</translation>
    </message>
    <message>
        <source>Set &amp;NULL</source>
        <translation>Nastavit NU&amp;LL</translation>
    </message>
    <message>
        <source>Set DE&amp;FAULT</source>
        <translation>Nastavit DE&amp;FAULT</translation>
    </message>
    <message>
        <source>Set e&amp;mpty text</source>
        <translation>Nastavit &amp;prázdný text</translation>
    </message>
    <message>
        <source>Sho&amp;w facts</source>
        <translation>&amp;Zobrazit údaje</translation>
    </message>
    <message>
        <source>Show argum&amp;ents</source>
        <translation>Zobrazit ar&amp;gumenty</translation>
    </message>
    <message>
        <source>Show blan&amp;ks</source>
        <translation>Zobrazovat &amp;bílé znaky</translation>
    </message>
    <message>
        <source>Show blanks and tabs in the text of the editors</source>
        <translation>Zobrazovat mezery a tabulátory v textu editorů</translation>
    </message>
    <message>
        <source>Show everything about the object chosen in the navigator</source>
        <translation>Zobrazit vše o objektu zvoleném v navigátoru</translation>
    </message>
    <message>
        <source>Show how the server goes about the statement of the chosen session</source>
        <translation>Ukázat, jak server provádí příkaz vybrané relace</translation>
    </message>
    <message>
        <source>Show in the navi&amp;gator</source>
        <translation>Zobrazit v navi&amp;gátoru</translation>
    </message>
    <message>
        <source>Show only loaded rows that contain a text or fulfil conditions</source>
        <translation>Zobrazit jen načtené řádky, které obsahují text nebo splňují podmínky</translation>
    </message>
    <message>
        <source>Show or hide the navigator</source>
        <translation>Zobrazit nebo skrýt navigátor</translation>
    </message>
    <message>
        <source>Show or hide the value, the row and facts beside a result</source>
        <translation>Zobrazit nebo skrýt hodnotu, řádek a údaje vedle výsledku</translation>
    </message>
    <message>
        <source>Show sessions as a table, or those that wait below those that they wait for</source>
        <translation>Zobrazit relace jako tabulku, nebo čekající pod těmi, na které čekají</translation>
    </message>
    <message>
        <source>Show the dashboard as it was saved</source>
        <translation>Zobrazit přehled tak, jak byl uložen</translation>
    </message>
    <message>
        <source>Show the object chosen in the navigator at its top, or no longer</source>
        <translation>Zobrazovat objekt zvolený v navigátoru v jeho horní části, nebo už ne</translation>
    </message>
    <message>
        <source>Show the rows as the server sent them</source>
        <translation>Zobrazit řádky tak, jak je server odeslal</translation>
    </message>
    <message>
        <source>Show the rows of the table at the caret or in the navigator, or those that a cell refers to</source>
        <translation>Zobrazit řádky tabulky u kurzoru nebo v navigátoru, případně ty, na které odkazuje buňka</translation>
    </message>
    <message>
        <source>Show the rows that hold what the current cell holds</source>
        <translation>Zobrazit řádky, které mají stejnou hodnotu jako aktuální buňka</translation>
    </message>
    <message>
        <source>Show the whole time again</source>
        <translation>Zobrazit znovu celé období</translation>
    </message>
    <message>
        <source>Show what the name at the caret means</source>
        <translation>Zobrazit, co znamená název u kurzoru</translation>
    </message>
    <message>
        <source>Show which arguments the function at the caret takes</source>
        <translation>Zobrazit, jaké argumenty přijímá funkce u kurzoru</translation>
    </message>
    <message>
        <source>Show who &amp;blocks whom</source>
        <translation>Ukázat, kdo ko&amp;ho blokuje</translation>
    </message>
    <message>
        <source>Side&amp;bar</source>
        <translation>Postranní pane&amp;l</translation>
    </message>
    <message>
        <source>Silence for an &amp;hour</source>
        <translation>Ztišit na &amp;hodinu</translation>
    </message>
    <message>
        <source>Sort &amp;descending</source>
        <translation>Seřadit s&amp;estupně</translation>
    </message>
    <message>
        <source>Sort on the ser&amp;ver</source>
        <translation>Seřadit na se&amp;rveru</translation>
    </message>
    <message>
        <source>Stage that the selected rows go</source>
        <translation>Připravit odstranění vybraných řádků</translation>
    </message>
    <message>
        <source>Stay at the sessions that are shown, or follow the server again</source>
        <translation>Zůstat u zobrazených relací, nebo znovu sledovat server</translation>
    </message>
    <message>
        <source>Stay dark</source>
        <translation>Zůstat u tmavého vzhledu</translation>
    </message>
    <message>
        <source>Stay light</source>
        <translation>Zůstat u světlého vzhledu</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zastavit</translation>
    </message>
    <message>
        <source>Stop what runs in this tab</source>
        <translation>Zastavit, co běží na této kartě</translation>
    </message>
    <message>
        <source>Tab &amp;{number}</source>
        <translation>Karta &amp;{number}</translation>
    </message>
    <message>
        <source>Take a dashboard from a file</source>
        <translation>Vzít přehled ze souboru</translation>
    </message>
    <message>
        <source>Take alert rules out of a file</source>
        <translation>Převzít pravidla poplachů ze souboru</translation>
    </message>
    <message>
        <source>Take back the last change of the text</source>
        <translation>Vzít zpět poslední změnu textu</translation>
    </message>
    <message>
        <source>Take back what is staged in the selected rows, or everywhere</source>
        <translation>Vzít zpět připravené změny ve vybraných řádcích nebo všude</translation>
    </message>
    <message>
        <source>Take blanks at the ends of lines away, except in strings</source>
        <translation>Odstranit mezery na koncích řádků, kromě řetězců</translation>
    </message>
    <message>
        <source>Take connections from DBeaver, pgAdmin, .pgpass, my.cnf or Azure Data Studio</source>
        <translation>Převzít připojení z programů DBeaver, pgAdmin nebo Azure Data Studio, z .pgpass nebo my.cnf</translation>
    </message>
    <message>
        <source>Take one step of indentation away from the selected lines</source>
        <translation>Zmenšit odsazení vybraných řádků o jeden krok</translation>
    </message>
    <message>
        <source>Take the connection off the list; its database is not touched</source>
        <translation>Odebrat připojení ze seznamu; jeho databáze zůstane nedotčena</translation>
    </message>
    <message>
        <source>Take the filter away</source>
        <translation>Zrušit filtr</translation>
    </message>
    <message>
        <source>Take the line, or the selected lines, away</source>
        <translation>Odstranit řádek nebo vybrané řádky</translation>
    </message>
    <message>
        <source>Tell events at their times, and see what came of it</source>
        <translation>Hlásit události v daných časech a vidět, co z toho vzešlo</translation>
    </message>
    <message>
        <source>Tell nobody of the chosen alerts for an hour</source>
        <translation>Hodinu nikomu nehlásit vybrané poplachy</translation>
    </message>
    <message>
        <source>Tell other programs what happens, and see what they tell</source>
        <translation>Oznamovat jiným programům, co se děje, a vidět, co oznamují ony</translation>
    </message>
    <message>
        <source>Trim trailing &amp;blanks</source>
        <translation>Oříznout &amp;koncové mezery</translation>
    </message>
    <message>
        <source>Turn the selected lines into comments, or back</source>
        <translation>Změnit vybrané řádky na komentáře, nebo zpět</translation>
    </message>
    <message>
        <source>Type a part of a name to see only what fits</source>
        <translation>Zadejte část názvu, aby se zobrazilo jen to, co odpovídá</translation>
    </message>
    <message>
        <source>U&amp;pper case</source>
        <translation>V&amp;elká písmena</translation>
    </message>
    <message>
        <source>UTF-1&amp;6</source>
        <translation>UTF-1&amp;6</translation>
    </message>
    <message>
        <source>UTF-8 with &amp;byte-order mark</source>
        <translation>UTF-8 se značkou pořadí &amp;bajtů</translation>
    </message>
    <message>
        <source>Undo the changes of the open transaction</source>
        <translation>Vrátit zpět změny otevřené transakce</translation>
    </message>
    <message>
        <source>Uni&amp;ndent lines</source>
        <translation>&amp;Zmenšit odsazení řádků</translation>
    </message>
    <message>
        <source>W&amp;estern (Windows-1252)</source>
        <translation>Západo&amp;evropské (Windows-1252)</translation>
    </message>
    <message>
        <source>Watch how the server of the chosen connection does</source>
        <translation>Sledovat, jak se daří serveru vybraného připojení</translation>
    </message>
    <message>
        <source>Write a rule over the figures of your servers</source>
        <translation>Napsat pravidlo nad hodnotami vašich serverů</translation>
    </message>
    <message>
        <source>Write all connections without their passwords to a file</source>
        <translation>Zapsat všechna připojení bez hesel do souboru</translation>
    </message>
    <message>
        <source>Write all rows of the navigator&apos;s table or view to a file</source>
        <translation>Zapsat všechny řádky tabulky nebo pohledu z navigátoru do souboru</translation>
    </message>
    <message>
        <source>Write down what happens, as a line in all charts of this server</source>
        <translation>Zapsat, co se děje, jako čáru ve všech grafech tohoto serveru</translation>
    </message>
    <message>
        <source>Write in the line above, too</source>
        <translation>Psát i na řádku výše</translation>
    </message>
    <message>
        <source>Write in the line below, too</source>
        <translation>Psát i na řádku níže</translation>
    </message>
    <message>
        <source>Write into the current cell</source>
        <translation>Psát do aktuální buňky</translation>
    </message>
    <message>
        <source>Write out the columns that the * at the caret stands for</source>
        <translation>Rozepsat sloupce, které zastupuje * u kurzoru</translation>
    </message>
    <message>
        <source>Write the alert rules that you made or changed into a file</source>
        <translation>Zapsat vaše nová a změněná pravidla poplachů do souboru</translation>
    </message>
    <message>
        <source>Write the dashboard in front to a file that others can import</source>
        <translation>Zapsat zobrazený přehled do souboru, který mohou importovat jiní</translation>
    </message>
    <message>
        <source>Write the rows in front to a file or to the clipboard</source>
        <translation>Zapsat řádky v popředí do souboru nebo do schránky</translation>
    </message>
    <message>
        <source>Write the selection, or the word at the caret, in capital letters</source>
        <translation>Převést výběr nebo slovo u kurzoru na velká písmena</translation>
    </message>
    <message>
        <source>Write the selection, or the word at the caret, in small letters</source>
        <translation>Převést výběr nebo slovo u kurzoru na malá písmena</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Zvě&amp;tšit</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Zme&amp;nšit</translation>
    </message>
</context>
<context>
    <name>alert_rules</name>
    <message>
        <source>A reader that never ends keeps the log from being folded into the file. Close it, then run PRAGMA wal_checkpoint(TRUNCATE).</source>
        <translation>Čtenář, který nikdy nekončí, brání převzetí protokolu do souboru. Zavřete ho a spusťte PRAGMA wal_checkpoint(TRUNCATE).</translation>
    </message>
    <message>
        <source>A session has waited for a lock for more than a minute. The page of sessions and locks shows who holds it.</source>
        <translation>Relace čeká na zámek déle než minutu. Stránka relací a zámků ukazuje, kdo ho drží.</translation>
    </message>
    <message>
        <source>A session holds a transaction open and does nothing: it keeps locks, and old row versions from being purged.</source>
        <translation>Relace drží otevřenou transakci a nic nedělá: drží zámky a brání úklidu starých verzí řádků.</translation>
    </message>
    <message>
        <source>A session holds a transaction open and does nothing: it keeps locks, and vacuum from removing dead rows.</source>
        <translation>Relace drží otevřenou transakci a nic nedělá: drží zámky a brání VACUUM odstranit mrtvé řádky.</translation>
    </message>
    <message>
        <source>A slot that nobody reads keeps write-ahead log until the disk is full. Bring its reader back, or drop the slot.</source>
        <translation>Slot, který nikdo nečte, zadržuje WAL, dokud se disk nezaplní. Obnovte jeho čtenáře, nebo slot zrušte.</translation>
    </message>
    <message>
        <source>A standby is behind: its disk, its network, or a statement there that replay has to wait for.</source>
        <translation>Záložní server se opožďuje: jeho disk, síť, nebo příkaz, na který přehrávání čeká.</translation>
    </message>
    <message>
        <source>A statement has run for more than a minute. Explain it, or cancel it.</source>
        <translation>Příkaz běží déle než minutu. Prohlédněte si jeho plán, nebo ho zrušte.</translation>
    </message>
    <message>
        <source>Blocked sessions</source>
        <translation>Blokované relace</translation>
    </message>
    <message>
        <source>Cache hits below 99 %</source>
        <translation>Zásahy cache pod 99 %</translation>
    </message>
    <message>
        <source>Checkpoint age above 75 %</source>
        <translation>Stáří checkpointu nad 75 %</translation>
    </message>
    <message>
        <source>Connections above 80 %</source>
        <translation>Připojení nad 80 %</translation>
    </message>
    <message>
        <source>Deadlock</source>
        <translation>Vzájemné zablokování</translation>
    </message>
    <message>
        <source>Disk above 90 %</source>
        <translation>Disk nad 90 %</translation>
    </message>
    <message>
        <source>Half of the file is free</source>
        <translation>Polovina souboru je volná</translation>
    </message>
    <message>
        <source>History list above one million</source>
        <translation>Seznam historie nad milion</translation>
    </message>
    <message>
        <source>Idle in transaction</source>
        <translation>Nečinná v transakci</translation>
    </message>
    <message>
        <source>Less than ten million transactions are left before the server refuses writes. Vacuum the oldest tables (VACUUM FREEZE).</source>
        <translation>Než server odmítne zápisy, zbývá méně než deset milionů transakcí. Spusťte VACUUM FREEZE na nejstarších tabulkách.</translation>
    </message>
    <message>
        <source>Lock wait above 60 s</source>
        <translation>Čekání na zámek nad 60 s</translation>
    </message>
    <message>
        <source>Long statement in production</source>
        <translation>Dlouhý příkaz v produkci</translation>
    </message>
    <message>
        <source>Many temporary tables do not fit into memory: tmp_table_size, or statements that sort long texts.</source>
        <translation>Mnoho dočasných tabulek se nevejde do paměti: tmp_table_size, nebo příkazy řadící dlouhé texty.</translation>
    </message>
    <message>
        <source>Monitoring refused</source>
        <translation>Sledování odmítnuto</translation>
    </message>
    <message>
        <source>More than one block in a hundred was not in shared_buffers. What is read may be larger than the cache, or an index is missing.</source>
        <translation>Více než jeden blok ze sta nebyl v shared_buffers. Čtená data jsou možná větší než cache, nebo chybí index.</translation>
    </message>
    <message>
        <source>More than one read in a hundred was not in the buffer pool. What is read may be larger than innodb_buffer_pool_size.</source>
        <translation>Více než jedno čtení ze sta nebylo v buffer poolu. Čtená data jsou možná větší než innodb_buffer_pool_size.</translation>
    </message>
    <message>
        <source>Much is written, and replicas have to keep up with it. Top statements show what writes.</source>
        <translation>Zapisuje se mnoho a repliky musejí stíhat. Nejnáročnější příkazy ukazují, co zapisuje.</translation>
    </message>
    <message>
        <source>Much is written, and standbys and archives have to keep up with it. Top statements show what writes.</source>
        <translation>Zapisuje se mnoho a záložní servery i archivy musejí stíhat. Nejnáročnější příkazy ukazují, co zapisuje.</translation>
    </message>
    <message>
        <source>Old row versions are not purged, most often because of a transaction that has been open for long.</source>
        <translation>Staré verze řádků se neuklízejí, nejčastěji kvůli dlouho otevřené transakci.</translation>
    </message>
    <message>
        <source>On average more than one session waits for a row lock all the time.</source>
        <translation>V průměru stále čeká na zámek řádku více než jedna relace.</translation>
    </message>
    <message>
        <source>Redo log above 100 MB/s</source>
        <translation>Redo log nad 100 MB/s</translation>
    </message>
    <message>
        <source>Replication lag above 30 s</source>
        <translation>Zpoždění replikace nad 30 s</translation>
    </message>
    <message>
        <source>Replication slot keeps 10 GB</source>
        <translation>Replikační slot drží 10 GB</translation>
    </message>
    <message>
        <source>Replication stopped</source>
        <translation>Replikace zastavena</translation>
    </message>
    <message>
        <source>Row lock load above 1</source>
        <translation>Zátěž zámků řádků nad 1</translation>
    </message>
    <message>
        <source>Samples missing</source>
        <translation>Chybějí vzorky</translation>
    </message>
    <message>
        <source>Sequence above 90 %</source>
        <translation>Sekvence nad 90 %</translation>
    </message>
    <message>
        <source>Server down</source>
        <translation>Server neodpovídá</translation>
    </message>
    <message>
        <source>Server restarted</source>
        <translation>Server restartován</translation>
    </message>
    <message>
        <source>Sessions wait for others&apos; locks. The page of sessions and locks shows the one at the root.</source>
        <translation>Relace čekají na zámky jiných. Stránka relací a zámků ukazuje tu, která je u kořene.</translation>
    </message>
    <message>
        <source>Soon an INSERT will fail for want of a number. Give the column and its sequence a larger type.</source>
        <translation>Brzy selže INSERT, protože dojdou čísla. Dejte sloupci a jeho sekvenci větší typ.</translation>
    </message>
    <message>
        <source>Soon nobody will get in any more. End idle sessions, put a pool between, or raise max_connections.</source>
        <translation>Brzy se už nikdo nepřipojí. Ukončete nečinné relace, vložte mezi pool, nebo zvyšte max_connections.</translation>
    </message>
    <message>
        <source>Soon nobody will get in any more. End sleeping sessions, put a pool between, or raise max_connections.</source>
        <translation>Brzy se už nikdo nepřipojí. Ukončete spící relace, vložte mezi pool, nebo zvyšte max_connections.</translation>
    </message>
    <message>
        <source>Temporary tables on disk above 25 %</source>
        <translation>Dočasné tabulky na disku nad 25 %</translation>
    </message>
    <message>
        <source>The disk with the server&apos;s data is nearly full, and a full one stops the server. Known only where the server runs on this machine.</source>
        <translation>Disk s daty serveru je téměř plný a plný disk server zastaví. Známo jen tam, kde server běží na tomto počítači.</translation>
    </message>
    <message>
        <source>The redo log is nearly full, and writes will stall. Enlarge it, or look at what writes.</source>
        <translation>Redo log je téměř plný a zápisy se zadrhnou. Zvětšete ho, nebo zjistěte, co zapisuje.</translation>
    </message>
    <message>
        <source>The server does not answer. Its dashboard says what the last attempt ended with.</source>
        <translation>Server neodpovídá. Jeho přehled říká, čím skončil poslední pokus.</translation>
    </message>
    <message>
        <source>The server is connected, and yet no sample has come for two minutes: it is too busy, or the network is.</source>
        <translation>Server je připojen, a přesto dvě minuty nepřišel vzorek: je přetížen on, nebo síť.</translation>
    </message>
    <message>
        <source>The server refuses the session that looks at it: a password, a certificate or a right is missing. Open the dashboard to see which.</source>
        <translation>Server odmítá relaci, která ho sleduje: chybí heslo, certifikát nebo právo. Co chybí, ukáže přehled.</translation>
    </message>
    <message>
        <source>The server was started less than five minutes ago. Look into its error log for the reason.</source>
        <translation>Server byl spuštěn před méně než pěti minutami. Důvod najdete v jeho protokolu chyb.</translation>
    </message>
    <message>
        <source>The server was started less than five minutes ago. Look into its log for the reason.</source>
        <translation>Server byl spuštěn před méně než pěti minutami. Důvod najdete v jeho protokolu.</translation>
    </message>
    <message>
        <source>The threads that receive and apply changes do not both run. SHOW REPLICA STATUS has the error.</source>
        <translation>Vlákna, která přijímají a provádějí změny, neběží obě. Chybu ukáže SHOW REPLICA STATUS.</translation>
    </message>
    <message>
        <source>This replica is behind its source: its disk, one large transaction, or too few parallel workers.</source>
        <translation>Tato replika se opožďuje za zdrojem: disk, jedna velká transakce, nebo málo souběžných procesů.</translation>
    </message>
    <message>
        <source>Transaction numbers run out</source>
        <translation>Docházejí čísla transakcí</translation>
    </message>
    <message>
        <source>Transactions waited for each other, and the server ended one. SHOW ENGINE INNODB STATUS has the last one.</source>
        <translation>Transakce čekaly jedna na druhou a server jednu ukončil. Poslední ukáže SHOW ENGINE INNODB STATUS.</translation>
    </message>
    <message>
        <source>Transactions waited for each other, and the server ended one. The server&apos;s log has both statements.</source>
        <translation>Transakce čekaly jedna na druhou a server jednu ukončil. Oba příkazy jsou v protokolu serveru.</translation>
    </message>
    <message>
        <source>VACUUM gives the room back to the disk.</source>
        <translation>VACUUM vrátí místo disku.</translation>
    </message>
    <message>
        <source>Write-ahead log above 1 GB</source>
        <translation>Write-ahead log nad 1 GB</translation>
    </message>
    <message>
        <source>Write-ahead log above 100 MB/s</source>
        <translation>Write-ahead log nad 100 MB/s</translation>
    </message>
</context>
<context>
    <name>browser</name>
    <message>
        <source>&amp;Generate SQL</source>
        <translation>&amp;Generovat SQL</translation>
    </message>
    <message>
        <source>&amp;Save this connection…</source>
        <translation>&amp;Uložit toto připojení…</translation>
    </message>
    <message>
        <source>&amp;Show among all objects</source>
        <translation>&amp;Zobrazit mezi všemi objekty</translation>
    </message>
    <message>
        <source>ANALYZEs</source>
        <translation>Počet ANALYZE</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Účet</translation>
    </message>
    <message>
        <source>Add to &amp;favourites</source>
        <translation>Př&amp;idat do oblíbených</translation>
    </message>
    <message>
        <source>Aggregates</source>
        <translation>Agregační funkce</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Aplikace</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumenty</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Čas</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Atributy</translation>
    </message>
    <message>
        <source>Automatic ANALYZEs</source>
        <translation>Počet automatických ANALYZE</translation>
    </message>
    <message>
        <source>Automatic VACUUMs</source>
        <translation>Počet automatických VACUUM</translation>
    </message>
    <message>
        <source>Automatic vacuum</source>
        <translation>Automatické VACUUM</translation>
    </message>
    <message>
        <source>Average bytes</source>
        <translation>Průměrný počet bajtů</translation>
    </message>
    <message>
        <source>Average bytes of a row</source>
        <translation>Průměrný počet bajtů na řádek</translation>
    </message>
    <message>
        <source>Base type</source>
        <translation>Základní typ</translation>
    </message>
    <message>
        <source>Blocks found in memory</source>
        <translation>Bloky nalezené v paměti</translation>
    </message>
    <message>
        <source>Blocks read</source>
        <translation>Přečtené bloky</translation>
    </message>
    <message>
        <source>Bypasses row security</source>
        <translation>Obchází zabezpečení řádků</translation>
    </message>
    <message>
        <source>Bytes in temporary files</source>
        <translation>Bajty v dočasných souborech</translation>
    </message>
    <message>
        <source>Bytes of rows</source>
        <translation>Bajty řádků</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Volání</translation>
    </message>
    <message>
        <source>Cardinality</source>
        <translation>Kardinalita</translation>
    </message>
    <message>
        <source>Character set</source>
        <translation>Znaková sada</translation>
    </message>
    <message>
        <source>Character type</source>
        <translation>Typ znaků</translation>
    </message>
    <message>
        <source>Check option</source>
        <translation>CHECK OPTION</translation>
    </message>
    <message>
        <source>Collation</source>
        <translation>Porovnávání</translation>
    </message>
    <message>
        <source>Collations</source>
        <translation>Porovnávání</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Sloupec</translation>
    </message>
    <message>
        <source>Column statistics</source>
        <translation>Statistiky sloupců</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Sloupce</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Komentář</translation>
    </message>
    <message>
        <source>Connections at most</source>
        <translation>Maximum připojení</translation>
    </message>
    <message>
        <source>Constraints</source>
        <translation>Omezení</translation>
    </message>
    <message>
        <source>Copy &amp;qualified name</source>
        <translation>Kopírovat &amp;kvalifikovaný název</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Korelace</translation>
    </message>
    <message>
        <source>Counted since</source>
        <translation>Počítáno od</translation>
    </message>
    <message>
        <source>Creates databases</source>
        <translation>Vytváří databáze</translation>
    </message>
    <message>
        <source>Creates roles</source>
        <translation>Vytváří role</translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation>Začíná znovu</translation>
    </message>
    <message>
        <source>Data access</source>
        <translation>Přístup k datům</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>Databáze</translation>
    </message>
    <message>
        <source>Dead rows</source>
        <translation>Mrtvé řádky</translation>
    </message>
    <message>
        <source>Deadlocks</source>
        <translation>Deadlocky</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Výchozí</translation>
    </message>
    <message>
        <source>Definer</source>
        <translation>Definující uživatel</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definice</translation>
    </message>
    <message>
        <source>Depends on</source>
        <translation>Závisí na</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Podrobnosti</translation>
    </message>
    <message>
        <source>Deterministic</source>
        <translation>Deterministická</translation>
    </message>
    <message>
        <source>Different values</source>
        <translation>Různé hodnoty</translation>
    </message>
    <message>
        <source>Distinct values</source>
        <translation>Různé hodnoty</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domény</translation>
    </message>
    <message>
        <source>Dr&amp;op…</source>
        <translation>Odst&amp;ranit…</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Zapnuto</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kódování</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Konec</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Entries read</source>
        <translation>Přečtené položky</translation>
    </message>
    <message>
        <source>Enums</source>
        <translation>Výčty</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Událost</translation>
    </message>
    <message>
        <source>Event triggers</source>
        <translation>Událostní triggery</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Události</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Interval</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Rozšíření</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Rozšíření</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Údaj</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Oblíbené</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Soubor</translation>
    </message>
    <message>
        <source>Foreign data wrapper</source>
        <translation>Wrapper cizích dat</translation>
    </message>
    <message>
        <source>Foreign data wrappers</source>
        <translation>Wrappery cizích dat</translation>
    </message>
    <message>
        <source>Foreign servers</source>
        <translation>Cizí servery</translation>
    </message>
    <message>
        <source>Foreign tables</source>
        <translation>Cizí tabulky</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>Volné místo</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funkce</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>Funkce</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>Generovaný</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>Uděleno</translation>
    </message>
    <message>
        <source>Granted by</source>
        <translation>Udělil</translation>
    </message>
    <message>
        <source>Granted on</source>
        <translation>Uděleno na</translation>
    </message>
    <message numerus="yes">
        <source>Hide %n schema(s) again</source>
        <translation>
            <numerusform>Znovu skrýt %n schéma</numerusform>
            <numerusform>Znovu skrýt %n schémata</numerusform>
            <numerusform>Znovu skrýt %n schémat</numerusform>
        </translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hostitel</translation>
    </message>
    <message>
        <source>Increment</source>
        <translation>Přírůstek</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Index blocks found in memory</source>
        <translation>Bloky indexů nalezené v paměti</translation>
    </message>
    <message>
        <source>Index blocks read</source>
        <translation>Přečtené bloky indexů</translation>
    </message>
    <message>
        <source>Index scans</source>
        <translation>Průchody indexem</translation>
    </message>
    <message>
        <source>Index statistics</source>
        <translation>Statistiky indexů</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>Indexy</translation>
    </message>
    <message>
        <source>Inherits privileges</source>
        <translation>Dědí oprávnění</translation>
    </message>
    <message>
        <source>It has no columns.</source>
        <translation>Nemá žádné sloupce.</translation>
    </message>
    <message>
        <source>It has no constraints.</source>
        <translation>Nemá žádná omezení.</translation>
    </message>
    <message>
        <source>It has no indexes.</source>
        <translation>Nemá žádné indexy.</translation>
    </message>
    <message>
        <source>It has no triggers.</source>
        <translation>Nemá žádné triggery.</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Žurnál</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Klíč</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Druh</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Hodnoty</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Jazyk</translation>
    </message>
    <message>
        <source>Last ANALYZE</source>
        <translation>Poslední ANALYZE</translation>
    </message>
    <message>
        <source>Last VACUUM</source>
        <translation>Poslední VACUUM</translation>
    </message>
    <message>
        <source>Last automatic ANALYZE</source>
        <translation>Poslední automatické ANALYZE</translation>
    </message>
    <message>
        <source>Last automatic VACUUM</source>
        <translation>Poslední automatické VACUUM</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Poslední změna</translation>
    </message>
    <message>
        <source>Last check</source>
        <translation>Poslední kontrola</translation>
    </message>
    <message>
        <source>Last index scan</source>
        <translation>Poslední průchod indexem</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Poslední zpráva</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Poslední spuštění</translation>
    </message>
    <message>
        <source>Last sequential scan</source>
        <translation>Poslední sekvenční průchod</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>Poslední hodnota</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Délka</translation>
    </message>
    <message>
        <source>Live rows</source>
        <translation>Živé řádky</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Načítání…</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Umístění</translation>
    </message>
    <message>
        <source>Macros</source>
        <translation>Makra</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Vytvořeno</translation>
    </message>
    <message>
        <source>Materialized views</source>
        <translation>Materializované pohledy</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>May log in</source>
        <translation>Smí se přihlásit</translation>
    </message>
    <message>
        <source>May pass on</source>
        <translation>Smí předávat dál</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Členové</translation>
    </message>
    <message>
        <source>Milliseconds of its own</source>
        <translation>Vlastní milisekundy</translation>
    </message>
    <message>
        <source>Milliseconds with what it called</source>
        <translation>Milisekundy včetně volaného</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>Moduly</translation>
    </message>
    <message>
        <source>Movable</source>
        <translation>Přemístitelné</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Název</translation>
    </message>
    <message>
        <source>Next AUTO_INCREMENT</source>
        <translation>Příští AUTO_INCREMENT</translation>
    </message>
    <message>
        <source>Not null</source>
        <translation>Nesmí být NULL</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Neuložená</translation>
    </message>
    <message>
        <source>Null arguments</source>
        <translation>Argumenty NULL</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Typu</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Volby</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Původ</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Vlastník</translation>
    </message>
    <message>
        <source>Page size</source>
        <translation>Velikost stránky</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Stránky</translation>
    </message>
    <message>
        <source>Parallel</source>
        <translation>Paralelní</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Součást</translation>
    </message>
    <message>
        <source>Part of NULLs</source>
        <translation>Podíl hodnot NULL</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Částečný</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>Oddíl</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>Oddíly</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Umístění</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Zásady</translation>
    </message>
    <message>
        <source>Privileges</source>
        <translation>Oprávnění</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>Procedury</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Proces</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ano</translation>
    </message>
    <message>
        <source>Publications</source>
        <translation>Publikace</translation>
    </message>
    <message>
        <source>Cop&amp;y name</source>
        <translation>Kopírovat &amp;název</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Dotaz</translation>
    </message>
    <message>
        <source>Range types</source>
        <translation>Rozsahové typy</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Přijato</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Odkazuje na</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Tabulka nebo pohled</translation>
    </message>
    <message>
        <source>Relations of this database</source>
        <translation>Relace této databáze</translation>
    </message>
    <message>
        <source>Remove from &amp;favourites</source>
        <translation>Odebrat z &amp;oblíbených</translation>
    </message>
    <message>
        <source>Replication</source>
        <translation>Replikace</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Výsledek</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Row format</source>
        <translation>Formát řádků</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Řádky</translation>
    </message>
    <message>
        <source>Rows as guessed</source>
        <translation>Řádky (odhad)</translation>
    </message>
    <message>
        <source>Rows as of the last ANALYZE</source>
        <translation>Řádky při posledním ANALYZE</translation>
    </message>
    <message>
        <source>Rows changed since the last ANALYZE</source>
        <translation>Řádky změněné od posledního ANALYZE</translation>
    </message>
    <message>
        <source>Rows deleted</source>
        <translation>Odstraněné řádky</translation>
    </message>
    <message>
        <source>Rows fetched by index scans</source>
        <translation>Řádky načtené průchody indexem</translation>
    </message>
    <message>
        <source>Rows inserted</source>
        <translation>Vložené řádky</translation>
    </message>
    <message>
        <source>Rows read by sequential scans</source>
        <translation>Řádky přečtené sekvenčními průchody</translation>
    </message>
    <message>
        <source>Rows updated</source>
        <translation>Aktualizované řádky</translation>
    </message>
    <message>
        <source>Rows updated in place (HOT)</source>
        <translation>Řádky aktualizované na místě (HOT)</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Pravidla</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schéma</translation>
    </message>
    <message>
        <source>Schemas</source>
        <translation>Schémata</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Zabezpečení</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>Sekvence</translation>
    </message>
    <message>
        <source>Sequential scans</source>
        <translation>Sekvenční průchody</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Relace</translation>
    </message>
    <message>
        <source>Shadow tables</source>
        <translation>Stínové tabulky</translation>
    </message>
    <message numerus="yes">
        <source>Show %n hidden schema(s)</source>
        <translation>
            <numerusform>Zobrazit %n skryté schéma</numerusform>
            <numerusform>Zobrazit %n skrytá schémata</numerusform>
            <numerusform>Zobrazit %n skrytých schémat</numerusform>
        </translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Velikost</translation>
    </message>
    <message>
        <source>Size as of the last VACUUM or ANALYZE</source>
        <translation>Velikost podle posledního VACUUM nebo ANALYZE</translation>
    </message>
    <message>
        <source>Size of indexes</source>
        <translation>Velikost indexů</translation>
    </message>
    <message>
        <source>Size of rows</source>
        <translation>Velikost řádků</translation>
    </message>
    <message>
        <source>Size with large values</source>
        <translation>Velikost s velkými hodnotami</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>Slot</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Počáteční hodnota</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Začátek</translation>
    </message>
    <message>
        <source>State function</source>
        <translation>Stavová funkce</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistiky</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stav</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Odběry</translation>
    </message>
    <message>
        <source>Superuser</source>
        <translation>Superuživatel</translation>
    </message>
    <message>
        <source>Synchronous commit</source>
        <translation>Synchronní potvrzování</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabulka</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabulky</translation>
    </message>
    <message>
        <source>Tablespaces</source>
        <translation>Tabulkové prostory</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tagy</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Šablona</translation>
    </message>
    <message>
        <source>The connection is read-only.</source>
        <translation>Připojení je jen pro čtení.</translation>
    </message>
    <message>
        <source>There is nothing to show.</source>
        <translation>Není co zobrazit.</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Prostřednictvím</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Časové pásmo</translation>
    </message>
    <message>
        <source>Total size</source>
        <translation>Celková velikost</translation>
    </message>
    <message>
        <source>Tr&amp;uncate…</source>
        <translation>&amp;Vyprázdnit…</translation>
    </message>
    <message>
        <source>Transactions committed</source>
        <translation>Potvrzené transakce</translation>
    </message>
    <message>
        <source>Transactions rolled back</source>
        <translation>Transakce vrácené zpět</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>Triggery</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Zkusit znovu</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Typy</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>Jedinečný</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Jednotka</translation>
    </message>
    <message>
        <source>Unused bytes</source>
        <translation>Nevyužité bajty</translation>
    </message>
    <message>
        <source>Unused pages</source>
        <translation>Nevyužité stránky</translation>
    </message>
    <message>
        <source>Updatable</source>
        <translation>Lze měnit</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Používá jej</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Uživatelé</translation>
    </message>
    <message>
        <source>VACUUMs</source>
        <translation>Počet VACUUM</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Platí do</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Hodnota</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Verze</translation>
    </message>
    <message>
        <source>Version of the application</source>
        <translation>Verze aplikace</translation>
    </message>
    <message>
        <source>Version of the system</source>
        <translation>Verze systému</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Pohledy</translation>
    </message>
    <message>
        <source>Virtual tables</source>
        <translation>Virtuální tabulky</translation>
    </message>
    <message>
        <source>Volatility</source>
        <translation>Volatilita</translation>
    </message>
    <message>
        <source>about {count} rows</source>
        <translation>přibližně {count} řádků</translation>
    </message>
    <message>
        <source>aggregate</source>
        <translation>agregační funkce</translation>
    </message>
    <message>
        <source>collation</source>
        <translation>porovnávání</translation>
    </message>
    <message>
        <source>column</source>
        <translation>sloupec</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>připojení</translation>
    </message>
    <message>
        <source>constraint</source>
        <translation>omezení</translation>
    </message>
    <message>
        <source>counted by the server</source>
        <translation>čísluje server</translation>
    </message>
    <message>
        <source>counted where no value is given</source>
        <translation>čísluje se, kde není zadána hodnota</translation>
    </message>
    <message>
        <source>database</source>
        <translation>databáze</translation>
    </message>
    <message>
        <source>default {expression}</source>
        <translation>výchozí {expression}</translation>
    </message>
    <message>
        <source>domain</source>
        <translation>doména</translation>
    </message>
    <message>
        <source>enum</source>
        <translation>výčet</translation>
    </message>
    <message>
        <source>error</source>
        <translation>chyba</translation>
    </message>
    <message>
        <source>event</source>
        <translation>událost</translation>
    </message>
    <message>
        <source>event trigger</source>
        <translation>událostní trigger</translation>
    </message>
    <message>
        <source>extension</source>
        <translation>rozšíření</translation>
    </message>
    <message>
        <source>foreign data wrapper</source>
        <translation>wrapper cizích dat</translation>
    </message>
    <message>
        <source>foreign server</source>
        <translation>cizí server</translation>
    </message>
    <message>
        <source>foreign table</source>
        <translation>cizí tabulka</translation>
    </message>
    <message>
        <source>function</source>
        <translation>funkce</translation>
    </message>
    <message>
        <source>generated when read</source>
        <translation>generuje se při čtení</translation>
    </message>
    <message>
        <source>generated, stored</source>
        <translation>generováno, uloženo</translation>
    </message>
    <message>
        <source>group</source>
        <translation>skupina</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>skrytý</translation>
    </message>
    <message>
        <source>index</source>
        <translation>index</translation>
    </message>
    <message>
        <source>macro</source>
        <translation>makro</translation>
    </message>
    <message>
        <source>materialized view</source>
        <translation>materializovaný pohled</translation>
    </message>
    <message>
        <source>module</source>
        <translation>modul</translation>
    </message>
    <message>
        <source>never NULL</source>
        <translation>nikdy NULL</translation>
    </message>
    <message>
        <source>no</source>
        <translation>ne</translation>
    </message>
    <message>
        <source>note</source>
        <translation>poznámka</translation>
    </message>
    <message>
        <source>of {table}</source>
        <translation>tabulky {table}</translation>
    </message>
    <message>
        <source>part of the primary key</source>
        <translation>součást primárního klíče</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>částečný</translation>
    </message>
    <message>
        <source>partition</source>
        <translation>oddíl</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>zásada</translation>
    </message>
    <message>
        <source>procedure</source>
        <translation>procedura</translation>
    </message>
    <message>
        <source>publication</source>
        <translation>publikace</translation>
    </message>
    <message>
        <source>range type</source>
        <translation>rozsahový typ</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>jen pro čtení</translation>
    </message>
    <message>
        <source>refers to {column}</source>
        <translation>odkazuje na {column}</translation>
    </message>
    <message>
        <source>role</source>
        <translation>role</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>pravidlo</translation>
    </message>
    <message>
        <source>schema</source>
        <translation>schéma</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>sekvence</translation>
    </message>
    <message>
        <source>shadow table</source>
        <translation>stínová tabulka</translation>
    </message>
    <message>
        <source>subscription</source>
        <translation>odběr</translation>
    </message>
    <message>
        <source>table</source>
        <translation>tabulka</translation>
    </message>
    <message>
        <source>tablespace</source>
        <translation>tabulkový prostor</translation>
    </message>
    <message>
        <source>trigger</source>
        <translation>trigger</translation>
    </message>
    <message>
        <source>type</source>
        <translation>typ</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>jedinečný</translation>
    </message>
    <message>
        <source>user</source>
        <translation>uživatel</translation>
    </message>
    <message>
        <source>view</source>
        <translation>pohled</translation>
    </message>
    <message>
        <source>virtual table</source>
        <translation>virtuální tabulka</translation>
    </message>
</context>
<context>
    <name>bundled plugins</name>
    <message>
        <source>A fine-grained token of the repository with issues and commit statuses to be written.</source>
        <translation>Jemně odstupňovaný token repozitáře, který smí zapisovat issues a stavy commitů.</translation>
    </message>
    <message>
        <source>A mail address, such as lapwing@example.org.</source>
        <translation>E-mailová adresa, například lapwing@example.org.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresa</translation>
    </message>
    <message>
        <source>Address of Slack&apos;s methods</source>
        <translation>Adresa metod Slacku</translation>
    </message>
    <message>
        <source>Address of the API</source>
        <translation>Adresa API</translation>
    </message>
    <message>
        <source>Alerts of these severities become issues</source>
        <translation>Z poplachů těchto závažností se stanou issues</translation>
    </message>
    <message>
        <source>Also the metrics of monitored servers</source>
        <translation>Také metriky sledovaných serverů</translation>
    </message>
    <message>
        <source>An event, a colon, and its text; {names} are filled in from the event. Events that no line names are not told.</source>
        <translation>Událost, dvojtečka a její text; {names} se doplní z události. Události, které žádný řádek nejmenuje, se nehlásí.</translation>
    </message>
    <message>
        <source>An event, if you want the least severity (info, warning, critical), a colon, and the text; {names} are filled in from the event. Events that no line names are not told.</source>
        <translation>Událost, případně nejnižší závažnost (info, warning, critical), dvojtečka a text; {names} se doplní z události. Události, které žádný řádek nejmenuje, se nehlásí.</translation>
    </message>
    <message>
        <source>Another one for chats that take the same messages, such as Mattermost.</source>
        <translation>Jiný pro chaty, které přijímají stejné zprávy, například Mattermost.</translation>
    </message>
    <message>
        <source>Begins with xoxb-; the bot needs the scope chat:write, and has to be in the channel.</source>
        <translation>Začíná xoxb-; bot potřebuje oprávnění chat:write a musí být v kanálu.</translation>
    </message>
    <message>
        <source>Bot token</source>
        <translation>Token bota</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanál</translation>
    </message>
    <message>
        <source>Collect for</source>
        <translation>Sbírat po dobu</translation>
    </message>
    <message>
        <source>Contacts are asked for at ADDRESS/contacts.</source>
        <translation>Kontakty se čtou z ADRESA/contacts.</translation>
    </message>
    <message>
        <source>Create an Issue…</source>
        <translation>Založit issue…</translation>
    </message>
    <message>
        <source>Creates issues from alerts or from a form, comments on them when the alert is over, and looks issues up.</source>
        <translation>Zakládá issues z poplachů nebo z formuláře, komentuje je, když poplach pomine, a vyhledává issues.</translation>
    </message>
    <message>
        <source>Creates issues from alerts, sets the status of commits from workflow events, and tells pushes, pull requests and issues as events.</source>
        <translation>Zakládá issues z poplachů, nastavuje stav commitů podle událostí workflow a hlásí pushe, pull requesty a issues jako události.</translation>
    </message>
    <message>
        <source>Draws GeoJSON, WKT, WKB and PostGIS values on a map, and writes and reads files of GeoJSON.</source>
        <translation>Kreslí hodnoty GeoJSON, WKT, WKB a PostGIS na mapu a zapisuje a čte soubory GeoJSON.</translation>
    </message>
    <message>
        <source>Empty: the name of this computer.</source>
        <translation>Prázdné: název tohoto počítače.</translation>
    </message>
    <message>
        <source>Empty: the secret is a token (Bearer).</source>
        <translation>Prázdné: tajemství je token (Bearer).</translation>
    </message>
    <message>
        <source>Empty: the server wants no log-in.</source>
        <translation>Prázdné: server nevyžaduje přihlášení.</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Pole</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Soubor</translation>
    </message>
    <message>
        <source>Host of the webhook</source>
        <translation>Hostitel webhooku</translation>
    </message>
    <message>
        <source>Incoming webhook</source>
        <translation>Příchozí webhook</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instance</translation>
    </message>
    <message>
        <source>Its id, such as C0123456789, or #name. Only for the bot: a webhook has its own.</source>
        <translation>Jeho ID, například C0123456789, nebo #name. Jen pro bota: webhook má svůj vlastní.</translation>
    </message>
    <message>
        <source>Its key, such as OPS.</source>
        <translation>Jeho klíč, například OPS.</translation>
    </message>
    <message>
        <source>JSON without blanks</source>
        <translation>JSON bez mezer</translation>
    </message>
    <message>
        <source>Jira Issue</source>
        <translation>Issue v Jiře</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Úloha</translation>
    </message>
    <message>
        <source>Keep for</source>
        <translation>Uchovávat po dobu</translation>
    </message>
    <message>
        <source>Keeps the contacts of a CRM as the events user.created and user.updated say, and answers with the contact&apos;s id.</source>
        <translation>Udržuje kontakty CRM podle událostí user.created a user.updated a odpovídá ID kontaktu.</translation>
    </message>
    <message>
        <source>Keeps who did what in files whose lines are chained by hashes, so that a change is found out: lapwing audit verify.</source>
        <translation>Zaznamenává, kdo co udělal, do souborů, jejichž řádky jsou zřetězeny otisky, takže se změna pozná: lapwing audit verify.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Štítky</translation>
    </message>
    <message>
        <source>Labels of issues</source>
        <translation>Štítky issues</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Úroveň</translation>
    </message>
    <message>
        <source>Longest time for a statement</source>
        <translation>Nejdelší doba příkazu</translation>
    </message>
    <message>
        <source>Mail addresses, one a line.</source>
        <translation>E-mailové adresy, jedna na řádek.</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Poštovní server</translation>
    </message>
    <message>
        <source>Makes figures of the results of statements, for charts, dashboards and alerts.</source>
        <translation>Dělá z výsledků příkazů ukazatele pro grafy, přehledy a poplachy.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Zprávy</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriky</translation>
    </message>
    <message>
        <source>Name of commit statuses</source>
        <translation>Název stavů commitů</translation>
    </message>
    <message>
        <source>Of a GitHub Enterprise Server: https://HOST/api/v3.</source>
        <translation>GitHub Enterprise Serveru: https://HOST/api/v3.</translation>
    </message>
    <message>
        <source>Of a Pushgateway, or of a server that takes remote write: with its path, such as http://localhost:9090/api/v1/write.</source>
        <translation>Pushgatewaye nebo serveru, který přijímá remote write: s cestou, například http://localhost:9090/api/v1/write.</translation>
    </message>
    <message>
        <source>Of all figures, one a line, such as team=data.</source>
        <translation>Všech ukazatelů, jeden na řádek, například team=data.</translation>
    </message>
    <message>
        <source>Older files are removed, and that they were is told in the log. 0: nothing is removed.</source>
        <translation>Starší soubory se odstraní a v záznamu se uvede, že k tomu došlo. 0: nic se neodstraní.</translation>
    </message>
    <message>
        <source>One a line. None: no issue is created by itself.</source>
        <translation>Jedna na řádek. Žádná: samo se žádné issue nezaloží.</translation>
    </message>
    <message>
        <source>One a line. None: no issue is created.</source>
        <translation>Jedna na řádek. Žádná: žádné issue se nezaloží.</translation>
    </message>
    <message>
        <source>One a line: NAME @ CONNECTION: SQL. Numbers of the result become values, its texts labels: orders_open @ shop: SELECT state, count(*) FROM orders GROUP BY state</source>
        <translation>Jedna na řádek: NÁZEV @ PŘIPOJENÍ: SQL. Čísla výsledku se stanou hodnotami, jeho texty štítky: orders_open @ shop: SELECT state, count(*) FROM orders GROUP BY state</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Heslo</translation>
    </message>
    <message>
        <source>Password or token</source>
        <translation>Heslo nebo token</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokol</translation>
    </message>
    <message>
        <source>Pushes figures of statements, connections, services and monitored servers to a Pushgateway, or by remote write, at an interval.</source>
        <translation>V pravidelných intervalech odesílá ukazatele příkazů, připojení, služeb a sledovaných serverů na Pushgateway nebo přes remote write.</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Příjemci</translation>
    </message>
    <message>
        <source>Refuse statements that cannot be logged</source>
        <translation>Odmítnout příkazy, které nelze zaznamenat</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repozitář</translation>
    </message>
    <message>
        <source>Seconds between two pushes</source>
        <translation>Sekundy mezi dvěma odesláními</translation>
    </message>
    <message>
        <source>Send a Test Mail</source>
        <translation>Odeslat zkušební e-mail</translation>
    </message>
    <message>
        <source>Send a Test Message</source>
        <translation>Odeslat zkušební zprávu</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Odesílatel</translation>
    </message>
    <message>
        <source>Sends mail about alerts, services, jobs and workflows; what comes together goes in one mail.</source>
        <translation>Odesílá e-maily o poplaších, službách, úlohách a workflow; co přijde najednou, odejde v jednom e-mailu.</translation>
    </message>
    <message>
        <source>Sends messages about alerts, services, jobs and workflows to a channel, by a bot&apos;s token or an incoming webhook.</source>
        <translation>Odesílá zprávy o poplaších, službách, úlohách a workflow do kanálu, tokenem bota nebo příchozím webhookem.</translation>
    </message>
    <message>
        <source>Service of the webhook listener</source>
        <translation>Služba příjmu webhooků</translation>
    </message>
    <message>
        <source>Shows numbers as times or sizes, bytes as UUIDs, numbers and letters as truths, and JSON without blanks.</source>
        <translation>Zobrazuje čísla jako časy nebo velikosti, bajty jako UUID, čísla a písmena jako pravdivostní hodnoty a JSON bez mezer.</translation>
    </message>
    <message>
        <source>Size in KiB, MiB, GiB</source>
        <translation>Velikost v KiB, MiB, GiB</translation>
    </message>
    <message>
        <source>Size in kB, MB, GB</source>
        <translation>Velikost v kB, MB, GB</translation>
    </message>
    <message>
        <source>Size of a file</source>
        <translation>Velikost souboru</translation>
    </message>
    <message>
        <source>So that a power cut loses none; statements wait for the disk then.</source>
        <translation>Aby výpadek proudu nestál žádný řádek; příkazy pak čekají na disk.</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Předmět</translation>
    </message>
    <message>
        <source>Such as https://example.atlassian.net.</source>
        <translation>Například https://example.atlassian.net.</translation>
    </message>
    <message>
        <source>Such as octocat/hello-world.</source>
        <translation>Například octocat/hello-world.</translation>
    </message>
    <message>
        <source>The address that Slack gave, used when there is no bot token.</source>
        <translation>Adresa, kterou přidělil Slack; použije se, když není token bota.</translation>
    </message>
    <message>
        <source>The e-mail address of who the API token belongs to. Empty: the token is a personal access token of a Jira of your own.</source>
        <translation>E-mailová adresa toho, komu patří token API. Prázdné: token je osobní přístupový token vlastní Jiry.</translation>
    </message>
    <message>
        <source>The file that grows; older ones lie beside it. Empty: audit.log in the plugin&apos;s own folder.</source>
        <translation>Soubor, který roste; starší leží vedle něj. Prázdné: audit.log ve vlastní složce pluginu.</translation>
    </message>
    <message>
        <source>Those of an event that the contact gets, one a line; name=full_name calls it otherwise.</source>
        <translation>Ta z události, která kontakt dostane, jedno na řádek; name=full_name je nazve jinak.</translation>
    </message>
    <message>
        <source>Time from Unix microseconds</source>
        <translation>Čas z unixových mikrosekund</translation>
    </message>
    <message>
        <source>Time from Unix milliseconds</source>
        <translation>Čas z unixových milisekund</translation>
    </message>
    <message>
        <source>Time from Unix seconds</source>
        <translation>Čas z unixových sekund</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Type of issues</source>
        <translation>Typ issues</translation>
    </message>
    <message>
        <source>UUID from bytes</source>
        <translation>UUID z bajtů</translation>
    </message>
    <message>
        <source>UUID from bytes, time parts swapped (UUID_TO_BIN(…, 1))</source>
        <translation>UUID z bajtů, časové části prohozené (UUID_TO_BIN(…, 1))</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Uživatel</translation>
    </message>
    <message>
        <source>What comes within this time after the first message goes in one mail; 0s: each goes at once.</source>
        <translation>Co přijde v této době po první zprávě, odejde v jednom e-mailu; 0s: každá odejde hned.</translation>
    </message>
    <message>
        <source>Where GitHub sends its webhooks: /webhook/github.</source>
        <translation>Kam GitHub posílá své webhooky: /webhook/github.</translation>
    </message>
    <message>
        <source>Write each line to the disk at once</source>
        <translation>Každý řádek hned zapsat na disk</translation>
    </message>
    <message>
        <source>debug: also that statements that only read begin; info: what is done; warning: what was refused or failed; error: only what Lapwing could not do.</source>
        <translation>debug: i to, že začínají příkazy, které jen čtou; info: co se děje; warning: co bylo odmítnuto nebo selhalo; error: jen to, co Lapwing nedokázal.</translation>
    </message>
    <message>
        <source>smtp://mail.example.org (port 587, encrypted by STARTTLS) or smtps://mail.example.org (port 465); :PORT for another port.</source>
        <translation>smtp://mail.example.org (port 587, šifrováno STARTTLS) nebo smtps://mail.example.org (port 465); :PORT pro jiný port.</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true nebo false</translation>
    </message>
    <message>
        <source>{first} is the first message of the mail, {count} how many it holds.</source>
        <translation>{first} je první zpráva e-mailu, {count} kolik jich obsahuje.</translation>
    </message>
</context>
<context>
    <name>completion</name>
    <message>
        <source>alias</source>
        <translation>alias</translation>
    </message>
    <message>
        <source>all columns</source>
        <translation>všechny sloupce</translation>
    </message>
    <message>
        <source>column</source>
        <translation>sloupec</translation>
    </message>
    <message>
        <source>common table expression</source>
        <translation>společný tabulkový výraz</translation>
    </message>
    <message>
        <source>function</source>
        <translation>funkce</translation>
    </message>
    <message>
        <source>join</source>
        <translation>spojení</translation>
    </message>
    <message>
        <source>keyword</source>
        <translation>klíčové slovo</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>parametr</translation>
    </message>
    <message>
        <source>procedure</source>
        <translation>procedura</translation>
    </message>
    <message>
        <source>schema</source>
        <translation>schéma</translation>
    </message>
    <message>
        <source>table</source>
        <translation>tabulka</translation>
    </message>
    <message>
        <source>type</source>
        <translation>typ</translation>
    </message>
    <message>
        <source>view</source>
        <translation>pohled</translation>
    </message>
</context>
<context>
    <name>dashboards</name>
    <message>
        <source>Autovacuum workers</source>
        <translation>Procesy autovacuum</translation>
    </message>
    <message>
        <source>Binary logs</source>
        <translation>Binární logy</translation>
    </message>
    <message>
        <source>Blocked sessions</source>
        <translation>Blokované relace</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Bloky</translation>
    </message>
    <message>
        <source>Buffer pool in use</source>
        <translation>Využití buffer poolu</translation>
    </message>
    <message>
        <source>Buffer pool requests</source>
        <translation>Požadavky na buffer pool</translation>
    </message>
    <message>
        <source>Buffer pool, redo log, row locks and disk traffic of InnoDB.</source>
        <translation>Buffer pool, redo log, zámky řádků a diskový provoz InnoDB.</translation>
    </message>
    <message>
        <source>Buffers written</source>
        <translation>Zapsané buffery</translation>
    </message>
    <message>
        <source>Cache hits</source>
        <translation>Zásahy v cache</translation>
    </message>
    <message>
        <source>Calls of storage engines</source>
        <translation>Volání úložišť</translation>
    </message>
    <message>
        <source>Changed pages</source>
        <translation>Změněné stránky</translation>
    </message>
    <message>
        <source>Channels, their lag, and the logs they use.</source>
        <translation>Kanály, jejich zpoždění a logy, které používají.</translation>
    </message>
    <message>
        <source>Checkpoint age</source>
        <translation>Stáří checkpointu</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Checkpointy</translation>
    </message>
    <message>
        <source>Conflicts with recovery</source>
        <translation>Konflikty s obnovou</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Připojení</translation>
    </message>
    <message>
        <source>Dead rows</source>
        <translation>Mrtvé řádky</translation>
    </message>
    <message>
        <source>Dead rows by table</source>
        <translation>Mrtvé řádky podle tabulek</translation>
    </message>
    <message>
        <source>Dead rows, autovacuum, and how far away wrap-around is.</source>
        <translation>Mrtvé řádky, autovacuum a jak daleko je přetečení.</translation>
    </message>
    <message>
        <source>Deadlocks</source>
        <translation>Deadlocky</translation>
    </message>
    <message>
        <source>Definition cache</source>
        <translation>Cache definic</translation>
    </message>
    <message>
        <source>Disk in use</source>
        <translation>Využití disku</translation>
    </message>
    <message>
        <source>Disk traffic</source>
        <translation>Diskový provoz</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Soubor</translation>
    </message>
    <message>
        <source>Forced VACUUM</source>
        <translation>Vynucený VACUUM</translation>
    </message>
    <message>
        <source>Free pages</source>
        <translation>Volné stránky</translation>
    </message>
    <message>
        <source>Free space in the file</source>
        <translation>Volné místo v souboru</translation>
    </message>
    <message>
        <source>History list</source>
        <translation>Seznam historie</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Počítač</translation>
    </message>
    <message>
        <source>How a MySQL or MariaDB server is, at a glance.</source>
        <translation>Jak je na tom server MySQL nebo MariaDB, na první pohled.</translation>
    </message>
    <message>
        <source>How a PostgreSQL server is, at a glance.</source>
        <translation>Jak je na tom server PostgreSQL, na první pohled.</translation>
    </message>
    <message>
        <source>How a SQLite file is.</source>
        <translation>Jak je na tom soubor SQLite.</translation>
    </message>
    <message>
        <source>How statements read, sort and use caches.</source>
        <translation>Jak příkazy čtou, řadí a používají cache.</translation>
    </message>
    <message>
        <source>I/O and WAL</source>
        <translation>I/O a WAL</translation>
    </message>
    <message>
        <source>Inactive replication slots</source>
        <translation>Neaktivní replikační sloty</translation>
    </message>
    <message>
        <source>InnoDB</source>
        <translation>InnoDB</translation>
    </message>
    <message>
        <source>InnoDB disk operations</source>
        <translation>Diskové operace InnoDB</translation>
    </message>
    <message>
        <source>InnoDB disk traffic</source>
        <translation>Diskový provoz InnoDB</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Zátěž</translation>
    </message>
    <message>
        <source>Locks by mode</source>
        <translation>Zámky podle režimu</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Nejdelší</translation>
    </message>
    <message>
        <source>Longest idle in transaction</source>
        <translation>Nejdéle nečinné v transakci</translation>
    </message>
    <message>
        <source>Longest wait for a lock</source>
        <translation>Nejdelší čekání na zámek</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>Využití paměti</translation>
    </message>
    <message>
        <source>Memory of the server</source>
        <translation>Paměť serveru</translation>
    </message>
    <message>
        <source>Multixacts until wrap-around</source>
        <translation>Multixacty do přetečení</translation>
    </message>
    <message>
        <source>Network traffic</source>
        <translation>Síťový provoz</translation>
    </message>
    <message>
        <source>Oldest snapshot</source>
        <translation>Nejstarší snímek</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Otevřené soubory</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Přehled</translation>
    </message>
    <message>
        <source>Pages read from disk</source>
        <translation>Stránky čtené z disku</translation>
    </message>
    <message>
        <source>Pending disk operations</source>
        <translation>Čekající diskové operace</translation>
    </message>
    <message>
        <source>Processor time</source>
        <translation>Čas procesoru</translation>
    </message>
    <message>
        <source>Processor time of the server</source>
        <translation>Čas procesoru serveru</translation>
    </message>
    <message>
        <source>Read by process</source>
        <translation>Čtení podle procesů</translation>
    </message>
    <message>
        <source>Redo log</source>
        <translation>Redo log</translation>
    </message>
    <message>
        <source>Redo log writes</source>
        <translation>Zápisy do redo logu</translation>
    </message>
    <message>
        <source>Relay logs</source>
        <translation>Relay logy</translation>
    </message>
    <message>
        <source>Replication</source>
        <translation>Replikace</translation>
    </message>
    <message>
        <source>Replication lag</source>
        <translation>Zpoždění replikace</translation>
    </message>
    <message>
        <source>Replication lag in WAL</source>
        <translation>Zpoždění replikace ve WAL</translation>
    </message>
    <message>
        <source>Replication runs</source>
        <translation>Replikace běží</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>Čtené řádky</translation>
    </message>
    <message>
        <source>Rows written</source>
        <translation>Zapsané řádky</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Průchody</translation>
    </message>
    <message>
        <source>Selects that read much</source>
        <translation>Selecty, které mnoho čtou</translation>
    </message>
    <message>
        <source>Sequences used up</source>
        <translation>Vyčerpané sekvence</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Relace</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Změny</translation>
    </message>
    <message>
        <source>Processes with locks</source>
        <translation>Procesy se zámky</translation>
    </message>
    <message>
        <source>Sessions that ended badly</source>
        <translation>Relace, které skončily špatně</translation>
    </message>
    <message>
        <source>Sessions waiting for a lock</source>
        <translation>Relace čekající na zámek</translation>
    </message>
    <message>
        <source>Since the last ANALYZE</source>
        <translation>Od posledního ANALYZE</translation>
    </message>
    <message>
        <source>Since the last VACUUM</source>
        <translation>Od posledního VACUUM</translation>
    </message>
    <message>
        <source>Since the last archived WAL file</source>
        <translation>Od posledního archivovaného souboru WAL</translation>
    </message>
    <message>
        <source>Size of databases</source>
        <translation>Velikost databází</translation>
    </message>
    <message>
        <source>Size of tables and indexes</source>
        <translation>Velikost tabulek a indexů</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>Velikost souboru</translation>
    </message>
    <message>
        <source>Slow statements</source>
        <translation>Pomalé příkazy</translation>
    </message>
    <message>
        <source>Sorts</source>
        <translation>Řazení</translation>
    </message>
    <message>
        <source>Standbys</source>
        <translation>Záložní servery</translation>
    </message>
    <message>
        <source>Standbys, slots and how far they are behind.</source>
        <translation>Záložní servery, sloty a jak jsou pozadu.</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Příkazy</translation>
    </message>
    <message>
        <source>Statements and caches</source>
        <translation>Příkazy a cache</translation>
    </message>
    <message>
        <source>Statements by verb</source>
        <translation>Příkazy podle slovesa</translation>
    </message>
    <message>
        <source>Table cache</source>
        <translation>Cache tabulek</translation>
    </message>
    <message>
        <source>Table cache hits</source>
        <translation>Zásahy v cache tabulek</translation>
    </message>
    <message>
        <source>Temporary files</source>
        <translation>Dočasné soubory</translation>
    </message>
    <message>
        <source>Temporary tables</source>
        <translation>Dočasné tabulky</translation>
    </message>
    <message>
        <source>Temporary tables on disk</source>
        <translation>Dočasné tabulky na disku</translation>
    </message>
    <message>
        <source>The machine that the server runs on, where that is this one.</source>
        <translation>Počítač, na kterém server běží, je-li to tento.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Vlákna</translation>
    </message>
    <message>
        <source>Time for blocks</source>
        <translation>Čas na bloky</translation>
    </message>
    <message>
        <source>Time for checkpoints</source>
        <translation>Čas na checkpointy</translation>
    </message>
    <message>
        <source>Time in statements</source>
        <translation>Čas v příkazech</translation>
    </message>
    <message>
        <source>Time of a statement</source>
        <translation>Doba příkazu</translation>
    </message>
    <message>
        <source>Time of a wait for a row</source>
        <translation>Doba čekání na řádek</translation>
    </message>
    <message>
        <source>Time to read a block</source>
        <translation>Doba čtení bloku</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Transakce</translation>
    </message>
    <message>
        <source>Transactions per second</source>
        <translation>Transakce za sekundu</translation>
    </message>
    <message>
        <source>Transactions until wrap-around</source>
        <translation>Transakce do přetečení</translation>
    </message>
    <message>
        <source>Until wrap-around by table</source>
        <translation>Do přetečení podle tabulek</translation>
    </message>
    <message>
        <source>Vacuum and bloat</source>
        <translation>Vacuum a nafouknutí</translation>
    </message>
    <message>
        <source>WAL</source>
        <translation>WAL</translation>
    </message>
    <message>
        <source>WAL buffers full</source>
        <translation>Plné WAL buffery</translation>
    </message>
    <message>
        <source>WAL files archived</source>
        <translation>Archivované soubory WAL</translation>
    </message>
    <message>
        <source>WAL kept for slots</source>
        <translation>WAL uchovaný pro sloty</translation>
    </message>
    <message>
        <source>WAL records</source>
        <translation>Záznamy WAL</translation>
    </message>
    <message>
        <source>WAL written</source>
        <translation>Zapsaný WAL</translation>
    </message>
    <message>
        <source>Waiting for rows</source>
        <translation>Čekání na řádky</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Čekání</translation>
    </message>
    <message>
        <source>Waits for rows</source>
        <translation>Čekání na řádky</translation>
    </message>
    <message>
        <source>Waits of active sessions</source>
        <translation>Na co čekají aktivní relace</translation>
    </message>
    <message>
        <source>Waits over time</source>
        <translation>Čekání v čase</translation>
    </message>
    <message>
        <source>What active sessions wait for.</source>
        <translation>Na co čekají aktivní relace.</translation>
    </message>
    <message>
        <source>What is read and written, and the write-ahead log.</source>
        <translation>Co se čte a zapisuje, a žurnál WAL.</translation>
    </message>
    <message>
        <source>What statements do</source>
        <translation>Co příkazy dělají</translation>
    </message>
    <message>
        <source>Workers in use</source>
        <translation>Využité procesy</translation>
    </message>
    <message>
        <source>Write-ahead log</source>
        <translation>Žurnál WAL</translation>
    </message>
    <message>
        <source>Written by process</source>
        <translation>Zápisy podle procesů</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktivní</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>najednou</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>pracující</translation>
    </message>
    <message>
        <source>average</source>
        <translation>průměr</translation>
    </message>
    <message>
        <source>by index</source>
        <translation>přes index</translation>
    </message>
    <message>
        <source>cached</source>
        <translation>v cache</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>změny</translation>
    </message>
    <message>
        <source>commit</source>
        <translation>commit</translation>
    </message>
    <message>
        <source>dead rows</source>
        <translation>mrtvé řádky</translation>
    </message>
    <message>
        <source>deadlocks</source>
        <translation>deadlocky</translation>
    </message>
    <message>
        <source>doublewrite pages</source>
        <translation>stránky doublewrite</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>selhalo</translation>
    </message>
    <message>
        <source>free</source>
        <translation>volné</translation>
    </message>
    <message>
        <source>from disk</source>
        <translation>z disku</translation>
    </message>
    <message>
        <source>from the cache</source>
        <translation>z cache</translation>
    </message>
    <message>
        <source>full pages</source>
        <translation>celé stránky</translation>
    </message>
    <message>
        <source>hits over interval</source>
        <translation>zásahy za interval</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>nečinné</translation>
    </message>
    <message>
        <source>idle in transaction</source>
        <translation>nečinné v transakci</translation>
    </message>
    <message>
        <source>in transaction</source>
        <translation>v transakci</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>využito</translation>
    </message>
    <message>
        <source>load</source>
        <translation>zátěž</translation>
    </message>
    <message>
        <source>lock waits given up</source>
        <translation>vzdaná čekání na zámek</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>paměť</translation>
    </message>
    <message>
        <source>of {connections_max}</source>
        <translation>z {connections_max}</translation>
    </message>
    <message>
        <source>old versions of rows</source>
        <translation>staré verze řádků</translation>
    </message>
    <message>
        <source>on disk</source>
        <translation>na disku</translation>
    </message>
    <message>
        <source>processes</source>
        <translation>procesy</translation>
    </message>
    <message>
        <source>processors</source>
        <translation>procesory</translation>
    </message>
    <message>
        <source>read</source>
        <translation>čtení</translation>
    </message>
    <message>
        <source>records</source>
        <translation>záznamy</translation>
    </message>
    <message>
        <source>redo log</source>
        <translation>redo log</translation>
    </message>
    <message>
        <source>resident</source>
        <translation>rezidentní</translation>
    </message>
    <message>
        <source>rollback</source>
        <translation>rollback</translation>
    </message>
    <message>
        <source>running</source>
        <translation>běžící</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>relace</translation>
    </message>
    <message>
        <source>size</source>
        <translation>velikost</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>pomalé</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>příkaz</translation>
    </message>
    <message>
        <source>swap</source>
        <translation>swap</translation>
    </message>
    <message>
        <source>transaction</source>
        <translation>transakce</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>čekání</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>čekající</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>čekání</translation>
    </message>
    <message>
        <source>written</source>
        <translation>zapsáno</translation>
    </message>
    <message>
        <source>{blocking_sessions} at the root</source>
        <translation>{blocking_sessions} u kořene</translation>
    </message>
</context>
<context>
    <name>environments</name>
    <message>
        <source>Development</source>
        <translation>Vývoj</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produkce</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Otestovat</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A comment that the server would run stands behind {box}.</source>
        <translation>Za {box} je komentář, který by server spustil.</translation>
    </message>
    <message>
        <source>A cron expression has five parts, and this one has {count}.</source>
        <translation>Výraz cron má pět částí, tento jich má {count}.</translation>
    </message>
    <message>
        <source>A few words that nobody would guess are good. Nothing was changed.</source>
        <translation>Vhodných je pár slov, která by nikdo neuhodl. Nic nebylo změněno.</translation>
    </message>
    <message>
        <source>A kept text cannot be read: {reason}.</source>
        <translation>Uchovaný text nelze přečíst: {reason}.</translation>
    </message>
    <message>
        <source>A parameter ({names}) can stand only where the server takes a value: not for a name, and in few statements that define something. Write it into the statement itself there.</source>
        <translation>Parametr ({names}) smí stát jen tam, kde server přijímá hodnotu: ne na místě názvu a jen v málo příkazech, které něco definují. Napište jej tam přímo do příkazu.</translation>
    </message>
    <message>
        <source>A parenthesis behind {box} is closed that was not opened.</source>
        <translation>Za {box} se uzavírá závorka, která nebyla otevřena.</translation>
    </message>
    <message>
        <source>A parenthesis behind {box} is not closed.</source>
        <translation>Za {box} není uzavřena závorka.</translation>
    </message>
    <message>
        <source>A passphrase needs at least {least} characters.</source>
        <translation>Heslová fráze musí mít alespoň tento počet znaků: {least}.</translation>
    </message>
    <message>
        <source>A password of {connection} may still be in {place}: {reason}</source>
        <translation>Heslo připojení {connection} možná ještě je v {place}: {reason}</translation>
    </message>
    <message>
        <source>A quotation mark or a comment behind {box} is not closed.</source>
        <translation>Za {box} nejsou uzavřeny uvozovky nebo komentář.</translation>
    </message>
    <message>
        <source>A row of {table} was changed by somebody else since it was read.</source>
        <translation>Řádek tabulky {table} od svého načtení změnil někdo jiný.</translation>
    </message>
    <message>
        <source>A row of {table} was not changed as it should have been: {rows} rows were hit instead of one.</source>
        <translation>Řádek tabulky {table} nebyl změněn tak, jak měl být: počet zasažených řádků je {rows} místo jednoho.</translation>
    </message>
    <message>
        <source>A row that was to be changed is no longer in {table}.</source>
        <translation>Řádek, který se měl změnit, už v tabulce {table} není.</translation>
    </message>
    <message>
        <source>A semicolon cannot stand behind {box}.</source>
        <translation>Za {box} nemůže stát středník.</translation>
    </message>
    <message>
        <source>A server is looked at every {least} to {most} seconds, not every {given}.</source>
        <translation>Server se sleduje každých {least} až {most} sekund, ne každých {given}.</translation>
    </message>
    <message>
        <source>A sheet holds at most 1,048,576 rows, so there are {count}.</source>
        <translation>List pojme nejvýše 1&#xa0;048&#xa0;576 řádků, proto je počet listů {count}.</translation>
    </message>
    <message>
        <source>A transaction is open.</source>
        <translation>Je otevřena transakce.</translation>
    </message>
    <message>
        <source>A value of row {row} would have been stored as another one: {reason}</source>
        <translation>Hodnota řádku {row} by byla uložena jako jiná: {reason}</translation>
    </message>
    <message>
        <source>Add a primary key to the table; until then change its rows by statements of your own.</source>
        <translation>Přidejte tabulce primární klíč; do té doby měňte její řádky vlastními příkazy.</translation>
    </message>
    <message>
        <source>Allow private addresses in the endpoint if that is meant.</source>
        <translation>Pokud je to záměr, povolte v cíli soukromé adresy.</translation>
    </message>
    <message>
        <source>An entry behind {box} is empty.</source>
        <translation>Za {box} je prázdná položka.</translation>
    </message>
    <message>
        <source>Another Lapwing has been writing the encrypted file of passwords for {waited_s} s.</source>
        <translation>Jiný spuštěný Lapwing zapisuje do šifrovaného souboru hesel už {waited_s} s.</translation>
    </message>
    <message>
        <source>Another Lapwing installs or removes a plugin just now.</source>
        <translation>Jiný Lapwing právě instaluje nebo odstraňuje zásuvný modul.</translation>
    </message>
    <message>
        <source>Another Lapwing uses {path}; this one keeps its texts in {instead}.</source>
        <translation>{path} používá jiný spuštěný Lapwing; tento uchovává své texty v {instead}.</translation>
    </message>
    <message>
        <source>Another connection changed the database after this transaction began reading; it cannot write any more.</source>
        <translation>Jiné připojení změnilo databázi poté, co tato transakce začala číst; už nemůže zapisovat.</translation>
    </message>
    <message>
        <source>Ask its owner whether that is right, compare the new key, and add the index again. Until then it is not used.</source>
        <translation>Zeptejte se vlastníka, zda je to v pořádku, porovnejte nový klíč a přidejte rejstřík znovu. Do té doby se nepoužívá.</translation>
    </message>
    <message>
        <source>Bytes that are no valid text are written as \xNN. Texts with such: {count}, the first in row {row}.</source>
        <translation>Bajty, které nejsou platným textem, se zapisují jako \xNN. Počet takových textů: {count}, první je na řádku {row}.</translation>
    </message>
    <message>
        <source>Change its rows by statements of your own, or have the table converted to InnoDB.</source>
        <translation>Změňte její řádky vlastními příkazy, nebo nechte tabulku převést na InnoDB.</translation>
    </message>
    <message>
        <source>Change that, and save it again.</source>
        <translation>Změňte to a uložte znovu.</translation>
    </message>
    <message>
        <source>Change them by statements of your own.</source>
        <translation>Změňte je vlastními příkazy.</translation>
    </message>
    <message>
        <source>Check host and port, whether the server runs and listens there, and whether a firewall lies between.</source>
        <translation>Zkontrolujte hostitele a port, zda tam server běží a naslouchá a zda v cestě nestojí firewall.</translation>
    </message>
    <message>
        <source>Check its owner and permissions, or set XDG_RUNTIME_DIR to a folder of your own.</source>
        <translation>Zkontrolujte vlastníka a oprávnění, nebo nastavte XDG_RUNTIME_DIR na vlastní složku.</translation>
    </message>
    <message>
        <source>Check its spelling, and whether the network or the VPN that knows it is up.</source>
        <translation>Zkontrolujte zápis názvu a zda je připojena síť nebo VPN, která jej zná.</translation>
    </message>
    <message>
        <source>Check the SSH user and the way to log in. ssh-add -l shows the keys that the agent has.</source>
        <translation>Zkontrolujte uživatele SSH a způsob přihlášení. ssh-add -l ukáže klíče, které má agent.</translation>
    </message>
    <message>
        <source>Check the network and the address, or download the file and give its path. Nothing was changed.</source>
        <translation>Zkontrolujte síť a adresu, nebo soubor stáhněte a zadejte jeho cestu. Nic se nezměnilo.</translation>
    </message>
    <message>
        <source>Check the network and the server&apos;s load, or give the connection a longer connect_timeout.</source>
        <translation>Zkontrolujte síť a zatížení serveru, nebo dejte připojení delší connect_timeout.</translation>
    </message>
    <message>
        <source>Check the path and the permissions of the file.</source>
        <translation>Zkontrolujte cestu a oprávnění souboru.</translation>
    </message>
    <message>
        <source>Check the path. Lapwing makes a new database only when asked to.</source>
        <translation>Zkontrolujte cestu. Lapwing vytváří novou databázi jen na požádání.</translation>
    </message>
    <message>
        <source>Check the permissions of the file and of its folder.</source>
        <translation>Zkontrolujte oprávnění souboru a jeho složky.</translation>
    </message>
    <message>
        <source>Choose UTF-8. Nothing was written.</source>
        <translation>Zvolte UTF-8. Nic nebylo zapsáno.</translation>
    </message>
    <message>
        <source>Choose a file in a folder that you may write to. Nothing was changed.</source>
        <translation>Zvolte soubor ve složce, do které smíte zapisovat. Nic nebylo změněno.</translation>
    </message>
    <message>
        <source>Choose a name such as workflow.order_shipped.</source>
        <translation>Zvolte název jako workflow.order_shipped.</translation>
    </message>
    <message>
        <source>Choose a passphrase to make it. It will be {path}.</source>
        <translation>Zvolte heslovou frázi a soubor se vytvoří. Bude to {path}.</translation>
    </message>
    <message>
        <source>Choose another column for one of them, or leave it out.</source>
        <translation>Zvolte pro jeden z nich jiný sloupec, nebo ho vynechte.</translation>
    </message>
    <message>
        <source>Choose another encoding; UTF-8 and ISO 8859-1 are the most common.</source>
        <translation>Zvolte jiné kódování; nejběžnější jsou UTF-8 a ISO 8859-1.</translation>
    </message>
    <message>
        <source>Choose another file, or see to the room on the disk.</source>
        <translation>Zvolte jiný soubor, nebo uvolněte místo na disku.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Zvolte jiný soubor.</translation>
    </message>
    <message>
        <source>Choose another format, or fewer columns.</source>
        <translation>Zvolte jiný formát nebo méně sloupců.</translation>
    </message>
    <message>
        <source>Choose another format, or leave out its largest column. Nothing was written.</source>
        <translation>Zvolte jiný formát, nebo vynechte největší sloupec. Nic nebylo zapsáno.</translation>
    </message>
    <message>
        <source>Choose another name, or say that it may be replaced.</source>
        <translation>Zvolte jiný název, nebo povolte nahrazení.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Zvolte jinou možnost.</translation>
    </message>
    <message>
        <source>Choose another place for it in the connection&apos;s settings, or enter it by hand.</source>
        <translation>Zvolte pro něj v nastavení připojení jiné místo, nebo je zadejte ručně.</translation>
    </message>
    <message>
        <source>Choose at least one.</source>
        <translation>Zvolte alespoň jeden.</translation>
    </message>
    <message>
        <source>Choose one of these, or make it first.</source>
        <translation>Vyberte jedno z nich, nebo je nejprve vytvořte.</translation>
    </message>
    <message>
        <source>Choose the keyring or the encrypted file in the connection&apos;s settings first.</source>
        <translation>Nejdřív v nastavení připojení zvolte klíčenku nebo šifrovaný soubor.</translation>
    </message>
    <message>
        <source>Choose the private key in the connection&apos;s settings (not the .pub), in OpenSSH&apos;s or PEM&apos;s form.</source>
        <translation>V nastavení připojení zvolte soukromý klíč (ne .pub) ve tvaru OpenSSH nebo PEM.</translation>
    </message>
    <message>
        <source>Choose the type of the parameter ({names}), or write a cast around it.</source>
        <translation>Zvolte typ parametru ({names}), nebo kolem něj napište přetypování.</translation>
    </message>
    <message>
        <source>Close every Lapwing window and start it again.</source>
        <translation>Zavřete všechna okna Lapwingu a spusťte jej znovu.</translation>
    </message>
    <message>
        <source>Close results you no longer need, or raise the limit in the settings.</source>
        <translation>Zavřete výsledky, které už nepotřebujete, nebo zvyšte limit v nastavení.</translation>
    </message>
    <message>
        <source>Commit it or roll it back first.</source>
        <translation>Nejdřív ji potvrďte, nebo vraťte zpět.</translation>
    </message>
    <message>
        <source>Compare the fingerprint with what the server&apos;s administrator tells you. On the command line it is accepted by: lapwing connection test NAME --accept-host-key {fingerprint}</source>
        <translation>Porovnejte otisk s tím, co vám řekne správce serveru. Na příkazovém řádku se přijme takto: lapwing connection test NAME --accept-host-key {fingerprint}</translation>
    </message>
    <message>
        <source>Compare the two, then reload the file or write over it.</source>
        <translation>Porovnejte obě verze a pak soubor načtěte znovu, nebo jej přepište.</translation>
    </message>
    <message>
        <source>Connect again when you like; nothing was changed.</source>
        <translation>Připojte se znovu, až budete chtít; nic nebylo změněno.</translation>
    </message>
    <message>
        <source>Connect again. If it stays so, see to what stands between here and the SSH server.</source>
        <translation>Připojte se znovu. Pokud to trvá, podívejte se, co stojí mezi tímto počítačem a SSH serverem.</translation>
    </message>
    <message>
        <source>Copy the file before anything else. Then run PRAGMA integrity_check, and recover with the sqlite3 program: sqlite3 damaged.sqlite .recover</source>
        <translation>Především soubor zkopírujte. Potom spusťte PRAGMA integrity_check a data obnovte programem sqlite3: sqlite3 damaged.sqlite .recover</translation>
    </message>
    <message>
        <source>Correct it and save again.</source>
        <translation>Opravte je a uložte znovu.</translation>
    </message>
    <message>
        <source>Correct it and save again. Nothing was changed.</source>
        <translation>Opravte to a uložte znovu. Nic se nezměnilo.</translation>
    </message>
    <message>
        <source>Correct it and save it again.</source>
        <translation>Opravte ho a uložte znovu.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Opravte ho a zkuste to znovu.</translation>
    </message>
    <message>
        <source>Correct it in the connection&apos;s URL.</source>
        <translation>Opravte ji v URL připojení.</translation>
    </message>
    <message>
        <source>Correct it in the connection&apos;s dialog, on the page Start and schemas.</source>
        <translation>Opravte je v dialogu připojení na stránce „Spuštění a schémata“.</translation>
    </message>
    <message>
        <source>Correct it in the connection&apos;s settings.</source>
        <translation>Opravte to v nastavení připojení.</translation>
    </message>
    <message>
        <source>Correct it, or search for plain text.</source>
        <translation>Opravte jej, nebo hledejte prostý text.</translation>
    </message>
    <message>
        <source>Correct the command. The manual&apos;s page about client commands says what can be written.</source>
        <translation>Opravte příkaz. Co lze napsat, uvádí stránka příručky o příkazech klientů.</translation>
    </message>
    <message>
        <source>Correct the file in a text editor, or remove it. Lapwing does not write to it as it is.</source>
        <translation>Opravte soubor v textovém editoru nebo ho odstraňte. Lapwing do něj takto nezapisuje.</translation>
    </message>
    <message>
        <source>Correct the file, or choose in the connection&apos;s settings that it is not read.</source>
        <translation>Opravte soubor, nebo v nastavení připojení zvolte, že se nemá číst.</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Podrobnosti</translation>
    </message>
    <message>
        <source>Do not install it. Get it again from its author.</source>
        <translation>Neinstalujte jej. Získejte jej znovu od autora.</translation>
    </message>
    <message>
        <source>Do not install it. Nothing was written.</source>
        <translation>Neinstalujte jej. Nic nebylo zapsáno.</translation>
    </message>
    <message>
        <source>Do not use it. Get a version that its author signed with another key, or remove it.</source>
        <translation>Nepoužívejte jej. Opatřete si verzi, kterou autor podepsal jiným klíčem, nebo jej odeberte.</translation>
    </message>
    <message>
        <source>Drivers here: {known}.</source>
        <translation>Dostupné ovladače: {known}.</translation>
    </message>
    <message>
        <source>Each \if needs its \endif in the same file, and nothing may follow \else but \endif.</source>
        <translation>Každé \if potřebuje své \endif ve stejném souboru a za \else smí následovat jen \endif.</translation>
    </message>
    <message>
        <source>Edit the rows of the tables behind it.</source>
        <translation>Upravte řádky tabulek, které jsou za ním.</translation>
    </message>
    <message>
        <source>Enable it again when what it failed of is mended.</source>
        <translation>Povolte jej znovu, až bude napraveno, na čem selhal.</translation>
    </message>
    <message>
        <source>Enable or disable it.</source>
        <translation>Zapněte jej nebo vypněte.</translation>
    </message>
    <message>
        <source>End Lapwing and start it again; the log has the details.</source>
        <translation>Ukončete Lapwing a spusťte jej znovu; podrobnosti jsou v protokolu.</translation>
    </message>
    <message>
        <source>End that process, then start Lapwing again. Texts are kept.</source>
        <translation>Ukončete tento proces a pak Lapwing spusťte znovu. Texty zůstanou zachovány.</translation>
    </message>
    <message>
        <source>End the other transaction, or run the statement again later. Nothing was changed.</source>
        <translation>Ukončete druhou transakci, nebo spusťte příkaz později znovu. Nic nebylo změněno.</translation>
    </message>
    <message>
        <source>Enter it again, minding Caps Lock and the keyboard&apos;s layout. If it is lost, nobody can read the file any more: move {path} away and save the passwords again in a new one.</source>
        <translation>Zadejte ji znovu a dejte pozor na Caps Lock a rozložení klávesnice. Pokud se ztratila, soubor už nikdo nepřečte: přesuňte {path} jinam a uložte hesla znovu do nového souboru.</translation>
    </message>
    <message>
        <source>Enter it again; it was perhaps copied from something else than text. Nothing was changed.</source>
        <translation>Zadejte je znovu; možná bylo zkopírováno z něčeho jiného než z textu. Nic nebylo změněno.</translation>
    </message>
    <message>
        <source>Enter it, or choose in the connection&apos;s settings where it is kept.</source>
        <translation>Zadejte je, nebo v nastavení připojení zvolte, kde je uloženo.</translation>
    </message>
    <message>
        <source>Enter its passphrase. The file is {path}.</source>
        <translation>Zadejte jeho heslovou frázi. Soubor je {path}.</translation>
    </message>
    <message>
        <source>Enter one; with its schema: schema.table.</source>
        <translation>Zadejte ji; i se schématem: schéma.tabulka.</translation>
    </message>
    <message>
        <source>Events are told, but not kept. See to the file, its folder and the room on the disk.</source>
        <translation>Události se hlásí, ale neuchovávají. Zkontrolujte soubor, jeho složku a místo na disku.</translation>
    </message>
    <message>
        <source>Events that could not be kept: {count}.</source>
        <translation>Události, které se nepodařilo uchovat: {count}.</translation>
    </message>
    <message>
        <source>Export a statement that gives rows, such as SELECT.</source>
        <translation>Exportujte příkaz, který vrací řádky, například SELECT.</translation>
    </message>
    <message>
        <source>Export it to a file.</source>
        <translation>Exportujte do souboru.</translation>
    </message>
    <message>
        <source>Formats are read by plugins: enable one in Plugins &gt; Manage, such as GeoJSON.</source>
        <translation>Formáty čtou pluginy: zapněte některý v Pluginy &gt; Spravovat, například GeoJSON.</translation>
    </message>
    <message>
        <source>Give a folder with plugin.toml, a .py file with a `# /// plugin` block, or a .zip or .whl of such a folder.</source>
        <translation>Zadejte složku s plugin.toml, soubor .py s blokem `# /// plugin`, nebo .zip či .whl takové složky.</translation>
    </message>
    <message>
        <source>Give an address that begins with https://, or the path of a file.</source>
        <translation>Zadejte adresu, která začíná https://, nebo cestu k souboru.</translation>
    </message>
    <message>
        <source>Give an interval within these.</source>
        <translation>Zadejte interval v tomto rozmezí.</translation>
    </message>
    <message>
        <source>Give it another name.</source>
        <translation>Dejte mu jiný název.</translation>
    </message>
    <message>
        <source>Give it one; NULL is one, too. Nothing of this statement was sent.</source>
        <translation>Zadejte mu hodnotu; hodnotou je i NULL. Z tohoto příkazu nebylo nic odesláno.</translation>
    </message>
    <message>
        <source>Give these another environment first.</source>
        <translation>Nejprve jim dejte jiné prostředí.</translation>
    </message>
    <message>
        <source>Have TLS switched on at the server. Only where everything sent may be read on the way: choose sslmode=disable for this connection.</source>
        <translation>Nechte na serveru zapnout TLS. Jen pokud smí vše odeslané cestou kdokoli číst: zvolte pro toto připojení sslmode=disable.</translation>
    </message>
    <message>
        <source>Have it made (--create), or choose another one.</source>
        <translation>Nechte ji vytvořit (--create), nebo zvolte jinou.</translation>
    </message>
    <message>
        <source>Have its sender send it again when the reason is mended.</source>
        <translation>Nechte ji odesílatele poslat znovu, až bude příčina odstraněna.</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Rada</translation>
    </message>
    <message>
        <source>Host and port of the database are looked up at the SSH server. Check them there, and whether it allows forwarding (AllowTcpForwarding, PermitOpen).</source>
        <translation>Host a port databáze se hledají na SSH serveru. Zkontrolujte je tam a také, zda povoluje přesměrování (AllowTcpForwarding, PermitOpen).</translation>
    </message>
    <message>
        <source>If it asks for its own password in a window, answer there and try again. Otherwise restart the keyring, or keep the password in Lapwing&apos;s encrypted file.</source>
        <translation>Pokud se v okně ptá na své vlastní heslo, odpovězte tam a zkuste to znovu. Jinak klíčenku restartujte, nebo heslo ukládejte do šifrovaného souboru Lapwingu.</translation>
    </message>
    <message>
        <source>If you trust the script, run it by “File › Run SQL file…” and let it use files of its folder, or by `lapwing query --file` with --allow-include.</source>
        <translation>Pokud skriptu důvěřujete, spusťte jej přes „Soubor › Spustit soubor SQL…“ a dovolte mu používat soubory jeho složky, nebo pomocí `lapwing query --file` s --allow-include.</translation>
    </message>
    <message>
        <source>Import into it, or choose another name.</source>
        <translation>Importujte do ní, nebo zvolte jiný název.</translation>
    </message>
    <message>
        <source>Install it for the Python that runs Lapwing: python -m pip install {package}</source>
        <translation>Nainstalujte jej pro Python, ve kterém běží Lapwing: python -m pip install {package}</translation>
    </message>
    <message>
        <source>It can be sent again.</source>
        <translation>Lze ho odeslat znovu.</translation>
    </message>
    <message>
        <source>It is NULL, which refers to no row.</source>
        <translation>Je to NULL, které neodkazuje na žádný řádek.</translation>
    </message>
    <message>
        <source>It is left as it is, and nothing of it is used. Put a copy from a backup back to {path}, or move the file away and save the passwords again in a new one.</source>
        <translation>Zůstává tak, jak je, a nic z něj se nepoužije. Vraťte kopii ze zálohy do {path}, nebo soubor přesuňte jinam a uložte hesla znovu do nového.</translation>
    </message>
    <message>
        <source>It is left as it is. See to its permissions and to the room on the disk.</source>
        <translation>Zůstává tak, jak je. Zkontrolujte oprávnění a místo na disku.</translation>
    </message>
    <message>
        <source>It is started again by itself, unless that happens again and again. Its log has the details.</source>
        <translation>Spustí se znovu sám, pokud se to nebude stále opakovat. Podrobnosti jsou v jeho protokolu.</translation>
    </message>
    <message>
        <source>It may be another version by now: close what you opened of it, and open it anew.</source>
        <translation>Mezitím to může být jiná verze: zavřete, co jste z ní otevřeli, a otevřete to znovu.</translation>
    </message>
    <message>
        <source>It may have been removed or renamed; ask for the list of dashboards.</source>
        <translation>Možná byl odebrán nebo přejmenován; vyžádejte si seznam přehledů.</translation>
    </message>
    <message>
        <source>It waited for {hours} hours and was given up.</source>
        <translation>Čekalo {hours} hodin a upustilo se od něj.</translation>
    </message>
    <message>
        <source>It was kept as {kept}, and a new one was begun.</source>
        <translation>Byla zachována jako {kept} a začala se nová.</translation>
    </message>
    <message>
        <source>It was kept as {kept}; Lapwing goes on with what it could read.</source>
        <translation>Zachováno jako {kept}; Lapwing pokračuje s tím, co dokázal přečíst.</translation>
    </message>
    <message>
        <source>It was kept as {kept}; a new one was begun.</source>
        <translation>Byla uschována jako {kept}; byla začata nová.</translation>
    </message>
    <message>
        <source>It was kept as {kept}; a new one was begun. What waited in it was not delivered.</source>
        <translation>Byla uchována jako {kept} a založila se nová. Co v ní čekalo, nebylo doručeno.</translation>
    </message>
    <message>
        <source>It was kept as {kept}; what schedules did is recorded anew from now on.</source>
        <translation>Uchován je jako {kept}; co plány dělají, se odteď zaznamenává znovu.</translation>
    </message>
    <message>
        <source>Its endpoint was removed before it was delivered.</source>
        <translation>Jeho cíl byl odebrán dříve, než bylo doručeno.</translation>
    </message>
    <message>
        <source>Its file is kept as {kept}.</source>
        <translation>Jeho soubor je zachován jako {kept}.</translation>
    </message>
    <message>
        <source>Its history tells how it ended.</source>
        <translation>Jak skončil, říká jeho historie.</translation>
    </message>
    <message>
        <source>Its log has the details (Plugins &gt; Manage).</source>
        <translation>Podrobnosti jsou v jeho protokolu (Zásuvné moduly &gt; Spravovat).</translation>
    </message>
    <message>
        <source>Its log has the details. Ask its author, or remove it.</source>
        <translation>Podrobnosti jsou v jeho protokolu. Zeptejte se autora, nebo jej odeberte.</translation>
    </message>
    <message>
        <source>Its log says more. Tell its author.</source>
        <translation>Více je v jeho protokolu. Řekněte to autorovi.</translation>
    </message>
    <message>
        <source>Lapwing already runs on this profile{process}, but does not answer.</source>
        <translation>Lapwing už na tomto profilu běží{process}, ale neodpovídá.</translation>
    </message>
    <message>
        <source>Lapwing has no workflow {workflow} of its own.</source>
        <translation>Lapwing sám žádný postup {workflow} nemá.</translation>
    </message>
    <message>
        <source>Lapwing met a defect of its own: {kind}.</source>
        <translation>Lapwing narazil na vlastní chybu: {kind}.</translation>
    </message>
    <message>
        <source>Lapwing works, but keeps texts in memory only until the folder can be used.</source>
        <translation>Lapwing funguje, ale texty uchovává jen v paměti, dokud složku nebude možné používat.</translation>
    </message>
    <message>
        <source>Later versions of plugins may be held back. Ask who keeps the index.</source>
        <translation>Novější verze modulů mohou být zadržovány. Zeptejte se, kdo rejstřík spravuje.</translation>
    </message>
    <message>
        <source>Leave it out. A server&apos;s password can be given to the command line with --password-env NAME (a variable that holds it), or inside the whole URL in the variable LAPWING_URL.</source>
        <translation>Vynechte je. Heslo serveru lze příkazovému řádku předat pomocí --password-env NAME (proměnná, která je obsahuje), nebo v celé URL v proměnné LAPWING_URL.</translation>
    </message>
    <message>
        <source>Leave the secret out of it.</source>
        <translation>Tajný údaj z něj vynechte.</translation>
    </message>
    <message>
        <source>Look at day and month: there is no 30 February.</source>
        <translation>Podívejte se na den a měsíc: 30. únor neexistuje.</translation>
    </message>
    <message>
        <source>Look at it again. Nothing was changed.</source>
        <translation>Prohlédněte si jej znovu. Nic se nezměnilo.</translation>
    </message>
    <message>
        <source>Look at the preview of the file, and at the table.</source>
        <translation>Podívejte se na náhled souboru a na tabulku.</translation>
    </message>
    <message>
        <source>Look at the statements, then confirm them; on the command line with --yes.</source>
        <translation>Prohlédněte si příkazy a potvrďte je; na příkazové řádce pomocí --yes.</translation>
    </message>
    <message>
        <source>Look at what they mean, and agree to them, or leave the plugin as it is. Nothing was changed.</source>
        <translation>Podívejte se, co znamenají, a souhlaste s nimi, nebo nechte modul tak, jak je. Nic se nezměnilo.</translation>
    </message>
    <message>
        <source>Look which there are: lapwing metric list.</source>
        <translation>Podívejte se, které existují: lapwing metric list.</translation>
    </message>
    <message>
        <source>Look which there are: lapwing service list.</source>
        <translation>Podívejte se, které jsou: lapwing service list.</translation>
    </message>
    <message>
        <source>Make room there or choose another place. What was written so far is gone; a file of that name is as it was.</source>
        <translation>Uvolněte tam místo, nebo zvolte jiné umístění. Co bylo dosud zapsáno, je pryč; soubor tohoto názvu je beze změny.</translation>
    </message>
    <message>
        <source>Make room, or see to the folder, and try again. Rows that came already are kept.</source>
        <translation>Uvolněte místo nebo zkontrolujte složku a zkuste to znovu. Řádky, které už přišly, zůstávají.</translation>
    </message>
    <message>
        <source>Make the expression simpler: nested repetitions such as (a+)+ may take for ever.</source>
        <translation>Zjednodušte výraz: vnořená opakování jako (a+)+ mohou trvat věčně.</translation>
    </message>
    <message>
        <source>Make {place} available and forget it again. In a keyring&apos;s own program it stands under Lapwing.</source>
        <translation>Zpřístupněte {place} a zapomeňte heslo znovu. V programu klíčenky je uvedeno pod Lapwing.</translation>
    </message>
    <message>
        <source>More than {limit} calls are under way.</source>
        <translation>Probíhá více volání, než je povoleno: {limit}.</translation>
    </message>
    <message>
        <source>Name the columns of the file apart.</source>
        <translation>Pojmenujte sloupce souboru různě.</translation>
    </message>
    <message>
        <source>Name the encoding that the file is written in, such as latin1, or convert it to UTF-8.</source>
        <translation>Uveďte kódování, ve kterém je soubor zapsán, například latin1, nebo jej převeďte na UTF-8.</translation>
    </message>
    <message>
        <source>No SSH tunnel over {ssh_host}, port {ssh_port}: {server}</source>
        <translation>Žádný tunel SSH přes {ssh_host}, port {ssh_port}: {server}</translation>
    </message>
    <message>
        <source>No column of the file goes into the table.</source>
        <translation>Žádný sloupec souboru nepřijde do tabulky.</translation>
    </message>
    <message>
        <source>No connections were found in {path}: {reason}</source>
        <translation>V {path} nebyla nalezena žádná připojení: {reason}</translation>
    </message>
    <message>
        <source>No driver answers to {driver}.</source>
        <translation>Názvu {driver} neodpovídá žádný ovladač.</translation>
    </message>
    <message>
        <source>No encrypted connection to {connection}: {server}</source>
        <translation>Žádné šifrované připojení k {connection}: {server}</translation>
    </message>
    <message>
        <source>No format was said that can be read, and the name of {file} tells none. Known: {known}.</source>
        <translation>Nebyl uveden čitelný formát a název {file} žádný neprozrazuje. Známé: {known}.</translation>
    </message>
    <message>
        <source>No index has a plugin {plugin}{reason}.</source>
        <translation>Žádný rejstřík nemá zásuvný modul {plugin}{reason}.</translation>
    </message>
    <message>
        <source>No keyring can be used here: {reason}</source>
        <translation>Nelze zde použít žádnou klíčenku: {reason}</translation>
    </message>
    <message>
        <source>No mail could be sent by {server}: {reason}</source>
        <translation>Přes {server} nelze odeslat poštu: {reason}</translation>
    </message>
    <message>
        <source>No server answers at {address}: {server}</source>
        <translation>Na {address} neodpovídá žádný server: {server}</translation>
    </message>
    <message>
        <source>Nothing is run meanwhile, since it could be run twice. See to the permissions and the room on its disk.</source>
        <translation>Zatím se nic nespouští, protože by se to mohlo spustit dvakrát. Zkontrolujte oprávnění a místo na disku.</translation>
    </message>
    <message>
        <source>Nothing of it was committed. Its statements are in the history.</source>
        <translation>Nic z toho nebylo potvrzeno. Příkazy jsou v historii.</translation>
    </message>
    <message>
        <source>Nothing of them can be saved here any more. They stay in this tab until you revert them.</source>
        <translation>Nic z nich zde už nelze uložit. Zůstanou na této kartě, dokud je nevrátíte.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nic nebylo změněno.</translation>
    </message>
    <message>
        <source>Nothing was changed. Ask who made the table&apos;s triggers and policies what they allow.</source>
        <translation>Nic nebylo změněno. Zeptejte se toho, kdo vytvořil triggery a zásady tabulky, co dovolují.</translation>
    </message>
    <message>
        <source>Nothing was changed. Compare the row as it is now with what you want, and apply your changes again.</source>
        <translation>Nic nebylo změněno. Porovnejte současnou podobu řádku s tím, co chcete, a proveďte své změny znovu.</translation>
    </message>
    <message>
        <source>Nothing was changed. Read the table again and see to that row.</source>
        <translation>Nic nebylo změněno. Načtěte tabulku znovu a zkontrolujte tento řádek.</translation>
    </message>
    <message>
        <source>Nothing was changed. Take that change back, or insert the row anew.</source>
        <translation>Nic nebylo změněno. Vezměte tuto změnu zpět, nebo vložte řádek znovu.</translation>
    </message>
    <message>
        <source>Nothing was imported. Choose a type for the column that holds such values.</source>
        <translation>Nic nebylo importováno. Zvolte pro sloupec typ, který takové hodnoty pojme.</translation>
    </message>
    <message>
        <source>Nothing was imported. Correct that row, or the types of the table&apos;s columns.</source>
        <translation>Nic nebylo importováno. Opravte tento řádek, nebo typy sloupců tabulky.</translation>
    </message>
    <message>
        <source>Nothing was sent. Change the statement, or disable the plugin in Plugins &gt; Manage.</source>
        <translation>Nic se neodeslalo. Změňte příkaz, nebo modul zakažte v Zásuvné moduly &gt; Spravovat.</translation>
    </message>
    <message>
        <source>Nothing was sent. Go there again (USE, SET search_path, SET ROLE), or run the statement where it is now.</source>
        <translation>Nic nebylo odesláno. Přejděte tam znovu (USE, SET search_path, SET ROLE), nebo spusťte příkaz tam, kde je relace teď.</translation>
    </message>
    <message>
        <source>Nothing was sent. See what keeps the plugin in Plugins &gt; Manage, and run the statement again.</source>
        <translation>Nic se neodeslalo. Podívejte se v Zásuvné moduly &gt; Spravovat, co modul zdržuje, a spusťte příkaz znovu.</translation>
    </message>
    <message>
        <source>Numbers with more digits than XLSX can hold were written as texts: {count}, the first of them in row {row}.</source>
        <translation>Čísla s více číslicemi, než pojme XLSX, byla zapsána jako text: {count}, první z nich na řádku {row}.</translation>
    </message>
    <message>
        <source>Of the webhook endpoint {endpoint} no secret is kept for {what}.</source>
        <translation>K cíli webhooků {endpoint} není uloženo žádné tajemství pro {what}.</translation>
    </message>
    <message>
        <source>Old deliveries are removed; `lapwing webhook deliveries` shows those that are kept.</source>
        <translation>Stará doručení se odstraňují; uchovaná vypíše `lapwing webhook deliveries`.</translation>
    </message>
    <message>
        <source>Only statements that certainly change nothing are exported, and this one may change something.</source>
        <translation>Exportují se jen příkazy, které zaručeně nic nemění, a tento možná něco mění.</translation>
    </message>
    <message>
        <source>Open its dashboard, or keep it monitored.</source>
        <translation>Otevřete jeho přehled nebo ho nechte trvale sledovat.</translation>
    </message>
    <message>
        <source>Open the connection without read-only if you mean to change data.</source>
        <translation>Pokud chcete měnit data, otevřete připojení bez režimu jen pro čtení.</translation>
    </message>
    <message>
        <source>Open the dashboard again to see what was changed, or save yours as a copy.</source>
        <translation>Otevřete přehled znovu, abyste viděli, co se změnilo, nebo svůj uložte jako kopii.</translation>
    </message>
    <message>
        <source>Open the endpoint, enter its secrets and save it again.</source>
        <translation>Otevřete cíl, zadejte jeho tajemství a znovu ho uložte.</translation>
    </message>
    <message>
        <source>Open the statement in an editor, complete it, and explain it there.</source>
        <translation>Otevřete příkaz v editoru, doplňte jej a nechte jej vysvětlit tam.</translation>
    </message>
    <message>
        <source>Open the table that the row lies in.</source>
        <translation>Otevřete tabulku, ve které je řádek.</translation>
    </message>
    <message>
        <source>Opening {connection} was cancelled while {doing}.</source>
        <translation>Otevírání připojení {connection} bylo zrušeno ({doing}).</translation>
    </message>
    <message>
        <source>Paste a connection URL such as postgresql://me@db.example.org:5432/shop, a JDBC or ODBC connection string, a psql or mysql command line, lines of an .env file, or the path of a SQLite file; or fill in the fields.</source>
        <translation>Vložte URL připojení, například postgresql://me@db.example.org:5432/shop, připojovací řetězec JDBC nebo ODBC, příkazový řádek psql nebo mysql, řádky souboru .env nebo cestu k souboru SQLite; nebo vyplňte pole.</translation>
    </message>
    <message>
        <source>Plugins &gt; Manage says why, and enables it.</source>
        <translation>Zásuvné moduly &gt; Spravovat řekne proč a povolí jej.</translation>
    </message>
    <message>
        <source>Read the annotations again.</source>
        <translation>Načtěte poznámky znovu.</translation>
    </message>
    <message>
        <source>Read the list again; how long messages are kept is a setting of the listener.</source>
        <translation>Načtěte seznam znovu; jak dlouho se zprávy uchovávají, je nastavení příjmu.</translation>
    </message>
    <message>
        <source>Read the table again.</source>
        <translation>Načtěte tabulku znovu.</translation>
    </message>
    <message>
        <source>Reconnect when you know what was done.</source>
        <translation>Připojte se znovu, až budete vědět, co bylo provedeno.</translation>
    </message>
    <message>
        <source>Remove one that is not needed.</source>
        <translation>Odeberte některý, který není potřeba.</translation>
    </message>
    <message>
        <source>Remove those first. Nothing was changed.</source>
        <translation>Nejdříve odstraňte ty. Nic se nezměnilo.</translation>
    </message>
    <message>
        <source>Results take {used_mb} MB of the {quota_mb} MB allowed; the rows up to here are kept.</source>
        <translation>Výsledky zabírají {used_mb} MB z povolených {quota_mb} MB; řádky až sem zůstanou zachovány.</translation>
    </message>
    <message>
        <source>Roll back and run the transaction again. Nothing of this statement was written.</source>
        <translation>Vraťte transakci zpět a spusťte ji znovu. Z tohoto příkazu nebylo nic zapsáno.</translation>
    </message>
    <message>
        <source>Rotate it: the new one is shown once, and the one before is believed for a while.</source>
        <translation>Obnovte je: nové se zobrazí jednou a předchozí ještě nějakou dobu platí.</translation>
    </message>
    <message>
        <source>Row {row} holds more than {limit_mb} MB, which is more than plugins take at once.</source>
        <translation>Řádek {row} má více než {limit_mb} MB, což je víc, než pluginy najednou přijmou.</translation>
    </message>
    <message>
        <source>Row {row} holds the character {character}, which {encoding} does not have.</source>
        <translation>Řádek {row} obsahuje znak {character}, který v kódování {encoding} není.</translation>
    </message>
    <message>
        <source>Row {row} was refused: {reason}</source>
        <translation>Řádek {row} byl odmítnut: {reason}</translation>
    </message>
    <message>
        <source>Rows of this kind of database are only shown: how it writes every value exactly is not known here.</source>
        <translation>Řádky tohoto druhu databáze se jen zobrazují: jak přesně zapisuje každou hodnotu, zde není známo.</translation>
    </message>
    <message>
        <source>Run it again when you know what was done: the next statement opens a new session. Nothing is sent again.</source>
        <translation>Spusťte jej znovu, až budete vědět, co bylo provedeno: další příkaz otevře novou relaci. Nic se neodesílá znovu.</translation>
    </message>
    <message>
        <source>Run it again with a higher row limit to see more rows.</source>
        <translation>Chcete-li vidět více řádků, spusťte jej znovu s vyšším limitem řádků.</translation>
    </message>
    <message>
        <source>Run it in a terminal; it stands in the connection&apos;s settings. It is not run by a shell, gets no input, and has to print the password as its first line.</source>
        <translation>Spusťte jej v terminálu; je uveden v nastavení připojení. Nespouští se v shellu, nedostává žádný vstup a heslo musí vypsat na prvním řádku.</translation>
    </message>
    <message>
        <source>Run it without a transaction of its own, or take the statement out.</source>
        <translation>Spusťte jej bez vlastní transakce, nebo příkaz vyjměte.</translation>
    </message>
    <message>
        <source>Run it, then export its result.</source>
        <translation>Spusťte jej a pak exportujte jeho výsledek.</translation>
    </message>
    <message>
        <source>Run the statement again, then export it.</source>
        <translation>Spusťte příkaz znovu a pak jej exportujte.</translation>
    </message>
    <message>
        <source>Run the statement again.</source>
        <translation>Spusťte příkaz znovu.</translation>
    </message>
    <message>
        <source>Run the statement again: a new session is opened.</source>
        <translation>Spusťte příkaz znovu: otevře se nová relace.</translation>
    </message>
    <message>
        <source>Run the transaction again from its beginning; the next statement opens a new session.</source>
        <translation>Spusťte transakci znovu od začátku; další příkaz otevře novou relaci.</translation>
    </message>
    <message>
        <source>SQL needs the name of the table to insert into.</source>
        <translation>SQL potřebuje název tabulky, do které se má vkládat.</translation>
    </message>
    <message>
        <source>Save a copy of it, and change that.</source>
        <translation>Uložte jeho kopii a upravte tu.</translation>
    </message>
    <message>
        <source>Say that you want the earlier one. What the later one keeps may not be understood by it.</source>
        <translation>Řekněte, že chcete starší. Tomu, co uchovává novější, nemusí rozumět.</translation>
    </message>
    <message>
        <source>Say where it is found, rather than all of it.</source>
        <translation>Napište, kde se najdou, místo všeho.</translation>
    </message>
    <message>
        <source>Say where they go, or leave them out: --map FILE_COLUMN=COLUMN, --skip FILE_COLUMN.</source>
        <translation>Řekněte, kam přijdou, nebo je vynechte: --map SLOUPEC_SOUBORU=SLOUPEC, --skip SLOUPEC_SOUBORU.</translation>
    </message>
    <message>
        <source>Scripts may use plain files in their own folder and below it. Move the file there.</source>
        <translation>Skripty smějí používat obyčejné soubory ve své složce a pod ní. Přesuňte soubor tam.</translation>
    </message>
    <message>
        <source>Search again.</source>
        <translation>Hledejte znovu.</translation>
    </message>
    <message>
        <source>See Plugins &gt; Manage, or `lapwing plugin list`.</source>
        <translation>Viz Pluginy &gt; Spravovat, nebo `lapwing plugin list`.</translation>
    </message>
    <message>
        <source>See that there is room on the disk and that the folder may be written to, then save again.</source>
        <translation>Ověřte, že je na disku místo a že se do složky smí zapisovat, a uložte znovu.</translation>
    </message>
    <message>
        <source>See to its permissions and to the room on the disk; rules are judged all the same.</source>
        <translation>Zkontrolujte oprávnění a místo na disku; pravidla se posuzují dál.</translation>
    </message>
    <message>
        <source>See to its permissions and to the room on the disk; until then events are not delivered.</source>
        <translation>Zkontrolujte její oprávnění a místo na disku; do té doby se události nedoručují.</translation>
    </message>
    <message>
        <source>See to the file, its folder and the room on the disk.</source>
        <translation>Zkontrolujte soubor, jeho složku a místo na disku.</translation>
    </message>
    <message>
        <source>See to the keyring in its own program, or keep the password in Lapwing&apos;s encrypted file.</source>
        <translation>Zkontrolujte klíčenku v jejím vlastním programu, nebo heslo ukládejte do šifrovaného souboru Lapwingu.</translation>
    </message>
    <message>
        <source>See to the permissions of that folder and to the room on its disk. It is tried again by itself.</source>
        <translation>Zkontrolujte práva této složky a místo na jejím disku. Zkusí se to samo znovu.</translation>
    </message>
    <message>
        <source>See to what the SSH server says; whether ssh gets there by itself shows on which side to look.</source>
        <translation>Všimněte si, co říká SSH server; zda se tam dostane samotné ssh, ukáže, na které straně hledat.</translation>
    </message>
    <message>
        <source>See to what the server says, then connect again.</source>
        <translation>Napravte to, co server hlásí, a pak se připojte znovu.</translation>
    </message>
    <message>
        <source>See whether the keyring waits to be unlocked. Senders are told to come again meanwhile.</source>
        <translation>Podívejte se, zda klíčenka nečeká na odemčení. Odesílatelům se zatím říká, ať to zkusí znovu.</translation>
    </message>
    <message>
        <source>See why the endpoint does not answer; what was given up can be sent again.</source>
        <translation>Zjistěte, proč cíl neodpovídá; od čeho se upustilo, lze odeslat znovu.</translation>
    </message>
    <message>
        <source>Servers are monitored, but nothing is kept. See to the file, its folder and the room on the disk.</source>
        <translation>Servery se sledují, ale nic se neuchovává. Zkontrolujte soubor, jeho složku a místo na disku.</translation>
    </message>
    <message>
        <source>Set it before Lapwing is started: a program does not see variables that are set later. Its name stands in the connection&apos;s settings.</source>
        <translation>Nastavte ji před spuštěním Lapwingu: program nevidí proměnné nastavené později. Její název je v nastavení připojení.</translation>
    </message>
    <message>
        <source>Somebody may stand between here and the server. Ask its administrator whether the key was changed, and which fingerprint is right; only then remove line {line} from {path} and connect again.</source>
        <translation>Mezi tímto počítačem a serverem může někdo stát. Zeptejte se správce, zda byl klíč změněn a který otisk je správný; teprve pak odstraňte řádek {line} z {path} a připojte se znovu.</translation>
    </message>
    <message>
        <source>Start one in this desktop session (GNOME Keyring, KWallet, or KeePassXC with its Secret Service), or keep the password in Lapwing&apos;s encrypted file.</source>
        <translation>Spusťte nějakou v této relaci plochy (GNOME Keyring, KWallet, nebo KeePassXC s jeho Secret Service), nebo heslo ukládejte do šifrovaného souboru Lapwingu.</translation>
    </message>
    <message>
        <source>Statements run, but are not kept. See to the file, its folder and the room on the disk.</source>
        <translation>Příkazy se spouštějí, ale neuchovávají. Zkontrolujte soubor, jeho složku a místo na disku.</translation>
    </message>
    <message>
        <source>Take another name, or remove that one first.</source>
        <translation>Použijte jiný název, nebo nejdřív odstraňte stávající.</translation>
    </message>
    <message>
        <source>Take it out of the script, and run the program in a terminal.</source>
        <translation>Vyjměte jej ze skriptu a spusťte program v terminálu.</translation>
    </message>
    <message>
        <source>Take it out of the script.</source>
        <translation>Vyjměte jej ze skriptu.</translation>
    </message>
    <message>
        <source>Take the data-sources.json of DBeaver, servers exported by pgAdmin, a .pgpass, a my.cnf, the settings.json of Azure Data Studio, or a list that Lapwing exported.</source>
        <translation>Použijte data-sources.json z DBeaveru, servery exportované z pgAdminu, .pgpass, my.cnf, settings.json z Azure Data Studia, nebo seznam, který exportoval Lapwing.</translation>
    </message>
    <message>
        <source>Texts longer than a cell of XLSX can be (32,767 characters) were cut: {count}, the first of them in row {row}.</source>
        <translation>Texty delší, než může být buňka XLSX (32&#xa0;767 znaků), byly zkráceny: {count}, první z nich na řádku {row}.</translation>
    </message>
    <message>
        <source>That alert is over.</source>
        <translation>Tento poplach skončil.</translation>
    </message>
    <message>
        <source>That annotation is no longer there.</source>
        <translation>Tato poznámka už neexistuje.</translation>
    </message>
    <message>
        <source>That cannot be the secret of {service}: {reason}</source>
        <translation>To nemůže být tajemství služby {service}: {reason}</translation>
    </message>
    <message>
        <source>That entry is no longer in the history.</source>
        <translation>Tento záznam už v historii není.</translation>
    </message>
    <message>
        <source>That is more than {limit_mb} MB, which is too much for the clipboard.</source>
        <translation>To je více než {limit_mb} MB, což je na schránku příliš.</translation>
    </message>
    <message>
        <source>That message is no longer kept.</source>
        <translation>Tato zpráva už není uložena.</translation>
    </message>
    <message>
        <source>That message was not accepted ({verdict}), so it cannot be processed.</source>
        <translation>Tato zpráva nebyla přijata ({verdict}), proto ji nelze zpracovat.</translation>
    </message>
    <message>
        <source>That passphrase does not open the encrypted file of passwords.</source>
        <translation>Tato heslová fráze šifrovaný soubor hesel neotevře.</translation>
    </message>
    <message>
        <source>That result is no longer there.</source>
        <translation>Tento výsledek už neexistuje.</translation>
    </message>
    <message>
        <source>That session is no longer open.</source>
        <translation>Tato relace už není otevřená.</translation>
    </message>
    <message>
        <source>The Lapwing that already runs on this profile opens no window: {reason}</source>
        <translation>Lapwing, který už na tomto profilu běží, neotevírá okno: {reason}</translation>
    </message>
    <message>
        <source>The Python packages that {name} needs cannot be put together: {reason}</source>
        <translation>Balíčky Pythonu, které {name} potřebuje, nelze dát dohromady: {reason}</translation>
    </message>
    <message>
        <source>The SQL in {path} cannot be read: byte {byte} is not {encoding}.</source>
        <translation>SQL v {path} nelze přečíst: bajt {byte} není {encoding}.</translation>
    </message>
    <message>
        <source>The SQL in {path} cannot be read: {reason}.</source>
        <translation>SQL v {path} nelze přečíst: {reason}.</translation>
    </message>
    <message>
        <source>The SSH connection to {ssh_host}, port {ssh_port}, ended: {server}</source>
        <translation>Spojení SSH s {ssh_host}, port {ssh_port}, skončilo: {server}</translation>
    </message>
    <message>
        <source>The SSH key {path} cannot be used: {server}</source>
        <translation>Klíč SSH {path} nelze použít: {server}</translation>
    </message>
    <message>
        <source>The SSH server {ssh_host} does not lead on to {address}: {server}</source>
        <translation>SSH server {ssh_host} nevede dál na {address}: {server}</translation>
    </message>
    <message>
        <source>The SSH server {ssh_host}, port {ssh_port}, did not let {user} in: {server}</source>
        <translation>SSH server {ssh_host}, port {ssh_port}, nepustil uživatele {user} dovnitř: {server}</translation>
    </message>
    <message>
        <source>The SSH server {ssh_host}, port {ssh_port}, is not known yet. It shows the {key_type} key with the fingerprint {fingerprint}.</source>
        <translation>SSH server {ssh_host}, port {ssh_port}, zatím není znám. Ukazuje klíč {key_type} s otiskem {fingerprint}.</translation>
    </message>
    <message>
        <source>The SSH server {ssh_host}, port {ssh_port}, shows a host key that was revoked: {key_type}, fingerprint {fingerprint} ({path}, line {line}). Nothing was sent to it.</source>
        <translation>SSH server {ssh_host}, port {ssh_port}, ukazuje zneplatněný klíč: {key_type}, otisk {fingerprint} ({path}, řádek {line}). Nic mu nebylo odesláno.</translation>
    </message>
    <message>
        <source>The SSH server {ssh_host}, port {ssh_port}, shows another host key than before: now {key_type} with the fingerprint {fingerprint}; known is {known_type} with {known_fingerprint} ({path}, line {line}). Nothing was sent to it.</source>
        <translation>SSH server {ssh_host}, port {ssh_port}, ukazuje jiný klíč než dříve: nyní {key_type} s otiskem {fingerprint}; znám je {known_type} s {known_fingerprint} ({path}, řádek {line}). Nic mu nebylo odesláno.</translation>
    </message>
    <message>
        <source>The SSH tunnel of {connection} cannot be used: {reason}</source>
        <translation>Tunel SSH připojení {connection} nelze použít: {reason}</translation>
    </message>
    <message>
        <source>The URL holds a password; Lapwing refuses it, because URLs end in histories, logs and process lists.</source>
        <translation>URL obsahuje heslo; Lapwing ji odmítá, protože URL končí v historiích, protokolech a seznamech procesů.</translation>
    </message>
    <message>
        <source>The annotations in {path} are damaged ({reason}).</source>
        <translation>Poznámky v {path} jsou poškozené ({reason}).</translation>
    </message>
    <message>
        <source>The annotations in {path} cannot be used: {reason}.</source>
        <translation>Poznámky v {path} nelze použít: {reason}.</translation>
    </message>
    <message>
        <source>The certificate of {connection} was refused: {server}</source>
        <translation>Certifikát připojení {connection} byl odmítnut: {server}</translation>
    </message>
    <message>
        <source>The changes cannot be made: {reason}</source>
        <translation>Změny nelze provést: {reason}</translation>
    </message>
    <message>
        <source>The channel {channel} cannot be kept: {reason}</source>
        <translation>Kanál {channel} nelze uložit: {reason}</translation>
    </message>
    <message>
        <source>The column {column} cannot be edited here.</source>
        <translation>Sloupec {column} zde nelze upravovat.</translation>
    </message>
    <message>
        <source>The column {column} is always numbered by the server.</source>
        <translation>Sloupec {column} vždy čísluje server.</translation>
    </message>
    <message>
        <source>The column {column} is computed by the server from others.</source>
        <translation>Sloupec {column} počítá server z jiných sloupců.</translation>
    </message>
    <message>
        <source>The column {column} is only shown: how values of the type {type} are written exactly is not known here.</source>
        <translation>Sloupec {column} se jen zobrazuje: jak přesně se zapisují hodnoty typu {type}, zde není známo.</translation>
    </message>
    <message>
        <source>The columns of {table} are others than those its changes were staged for.</source>
        <translation>Sloupce tabulky {table} jsou jiné než ty, pro které byly změny připraveny.</translation>
    </message>
    <message>
        <source>The columns of {table} have changed since its rows were read.</source>
        <translation>Sloupce tabulky {table} se od načtení jejích řádků změnily.</translation>
    </message>
    <message>
        <source>The command for the password of {connection} gave none: {reason}</source>
        <translation>Příkaz pro heslo připojení {connection} žádné nevrátil: {reason}</translation>
    </message>
    <message>
        <source>The connection to {connection} was lost while COMMIT was under way: {server} Nobody here knows whether the transaction was committed.</source>
        <translation>Připojení k {connection} bylo přerušeno během COMMIT: {server} Zda byla transakce potvrzena, zde nikdo neví.</translation>
    </message>
    <message>
        <source>The connection to {connection} was lost with a transaction open: {server} The server rolls it back.</source>
        <translation>Připojení k {connection} bylo přerušeno s otevřenou transakcí: {server} Server ji vrátí zpět.</translation>
    </message>
    <message>
        <source>The connection to {connection} was lost, and it is not to be opened again by itself. Nothing was sent.</source>
        <translation>Připojení k {connection} bylo přerušeno a nemá se znovu otevírat samo. Nic nebylo odesláno.</translation>
    </message>
    <message>
        <source>The connection to {connection} was lost. The session was in {before}, and a new one is in {now}.</source>
        <translation>Připojení k {connection} bylo přerušeno. Relace byla v {before} a nová je v {now}.</translation>
    </message>
    <message>
        <source>The connection to {connection} was lost: {server} {lost}</source>
        <translation>Připojení k {connection} bylo přerušeno: {server} {lost}</translation>
    </message>
    <message>
        <source>The damaged file is kept as {kept}.</source>
        <translation>Poškozený soubor je zachován jako {kept}.</translation>
    </message>
    <message>
        <source>The dashboard {dashboard} came with Lapwing and stays as it is.</source>
        <translation>Přehled {dashboard} je dodán s Lapwingem a zůstává, jak je.</translation>
    </message>
    <message>
        <source>The dashboard {path} cannot be read: {reason}</source>
        <translation>Přehled {path} nelze přečíst: {reason}</translation>
    </message>
    <message>
        <source>The dashboard {path} cannot be written: {reason}.</source>
        <translation>Přehled {path} nelze zapsat: {reason}.</translation>
    </message>
    <message>
        <source>The data of {schedule} is no object of JSON.</source>
        <translation>Data plánu {schedule} nejsou objekt JSON.</translation>
    </message>
    <message>
        <source>The data of {schedule} takes more than {most} characters.</source>
        <translation>Data plánu {schedule} mají více než {most} znaků.</translation>
    </message>
    <message>
        <source>The database engine stopped unexpectedly ({reason}).</source>
        <translation>Databázový engine se neočekávaně zastavil ({reason}).</translation>
    </message>
    <message>
        <source>The database stayed locked for {waited_s} s{holder}.</source>
        <translation>Databáze zůstala {waited_s} s zamčená{holder}.</translation>
    </message>
    <message>
        <source>The database {path} is damaged: {server}</source>
        <translation>Databáze {path} je poškozena: {server}</translation>
    </message>
    <message>
        <source>The encrypted file of passwords is damaged: {reason}</source>
        <translation>Šifrovaný soubor hesel je poškozen: {reason}</translation>
    </message>
    <message>
        <source>The encrypted file of passwords is locked.</source>
        <translation>Šifrovaný soubor hesel je zamčený.</translation>
    </message>
    <message>
        <source>The endpoint answered {status} {reason}.</source>
        <translation>Cíl odpověděl {status} {reason}.</translation>
    </message>
    <message>
        <source>The environment cannot be kept: {reason}</source>
        <translation>Prostředí nelze uložit: {reason}</translation>
    </message>
    <message>
        <source>The environment {name} is that of {connections}.</source>
        <translation>Prostředí {name} patří k {connections}.</translation>
    </message>
    <message>
        <source>The event {type} cannot be published: {reason}</source>
        <translation>Událost {type} nelze zveřejnit: {reason}</translation>
    </message>
    <message>
        <source>The events in {path} are damaged ({reason}).</source>
        <translation>Události v {path} jsou poškozené ({reason}).</translation>
    </message>
    <message>
        <source>The events in {path} cannot be used: {reason}.</source>
        <translation>Události v {path} nelze použít: {reason}.</translation>
    </message>
    <message>
        <source>The expression is not right: {reason}.</source>
        <translation>Výraz není správný: {reason}.</translation>
    </message>
    <message>
        <source>The file has several columns named {columns}, so nobody knows which is meant.</source>
        <translation>Soubor má několik sloupců s názvem {columns}, takže nikdo neví, který je míněn.</translation>
    </message>
    <message>
        <source>The file was kept as {kept}, and a new one was begun.</source>
        <translation>Soubor byl ponechán jako {kept} a byl založen nový.</translation>
    </message>
    <message>
        <source>The file {path} was changed by another program since it was opened.</source>
        <translation>Soubor {path} od otevření změnil jiný program.</translation>
    </message>
    <message>
        <source>The folder of kept texts, {path}, cannot be used: {reason}.</source>
        <translation>Složku uchovaných textů {path} nelze použít: {reason}.</translation>
    </message>
    <message>
        <source>The folder {path} cannot be used: {reason}.</source>
        <translation>Složku {path} nelze použít: {reason}.</translation>
    </message>
    <message>
        <source>The history in {path} cannot be used: {reason}.</source>
        <translation>Historii v {path} nelze použít: {reason}.</translation>
    </message>
    <message>
        <source>The history in {path} is damaged ({reason}).</source>
        <translation>Historie v {path} je poškozena ({reason}).</translation>
    </message>
    <message>
        <source>The history of alerts in {path} cannot be used: {reason}.</source>
        <translation>Historii poplachů v {path} nelze použít: {reason}.</translation>
    </message>
    <message>
        <source>The history of alerts in {path} is damaged: {reason}.</source>
        <translation>Historie poplachů v {path} je poškozená: {reason}.</translation>
    </message>
    <message>
        <source>The host key of {ssh_host}, port {ssh_port}, is not believed: {server}</source>
        <translation>Klíči serveru {ssh_host}, port {ssh_port}, se nevěří: {server}</translation>
    </message>
    <message>
        <source>The host {host} has no address: {server}</source>
        <translation>Hostitel {host} nemá žádnou adresu: {server}</translation>
    </message>
    <message>
        <source>The index of plugins {place} cannot be read: {reason}</source>
        <translation>Rejstřík zásuvných modulů {place} nelze přečíst: {reason}</translation>
    </message>
    <message>
        <source>The index of plugins {place} is not used as it is there now: {reason}</source>
        <translation>Rejstřík modulů {place} se nepoužívá tak, jak tam teď je: {reason}</translation>
    </message>
    <message>
        <source>The index of plugins {place} is signed by another key than before: {after}, not {before}.</source>
        <translation>Rejstřík modulů {place} je podepsán jiným klíčem než dříve: {after}, ne {before}.</translation>
    </message>
    <message>
        <source>The kept text of {title} is damaged; its state before the damage was restored.</source>
        <translation>Uchovaný text {title} je poškozen; byl obnoven jeho stav před poškozením.</translation>
    </message>
    <message>
        <source>The key cannot be used: {reason}</source>
        <translation>Klíč nelze použít: {reason}</translation>
    </message>
    <message>
        <source>The lock of the services cannot be made in {folder}: {reason}</source>
        <translation>Zámek služeb nelze vytvořit v {folder}: {reason}</translation>
    </message>
    <message>
        <source>The messages kept in {path} are damaged ({reason}).</source>
        <translation>Zprávy v {path} jsou poškozené ({reason}).</translation>
    </message>
    <message>
        <source>The messages kept in {path} cannot be used: {reason}.</source>
        <translation>Zprávy v {path} nelze použít: {reason}.</translation>
    </message>
    <message>
        <source>The metric {metric} cannot be kept, because {reason}.</source>
        <translation>Metriku {metric} nelze uložit, protože {reason}.</translation>
    </message>
    <message>
        <source>The metrics cannot be written to {path}: {reason}.</source>
        <translation>Metriky nelze zapsat do {path}: {reason}.</translation>
    </message>
    <message>
        <source>The metrics kept in {path} are damaged ({reason}).</source>
        <translation>Metriky uchované v {path} jsou poškozené ({reason}).</translation>
    </message>
    <message>
        <source>The metrics kept in {path} cannot be used: {reason}.</source>
        <translation>Metriky uchované v {path} nelze použít: {reason}.</translation>
    </message>
    <message>
        <source>The name of a schedule has 1 to {most} characters that can be seen.</source>
        <translation>Název plánu má 1 až {most} viditelných znaků.</translation>
    </message>
    <message>
        <source>The open transaction of {connection} was rolled back: nothing ran in it for {limit_s} seconds.</source>
        <translation>Otevřená transakce připojení {connection} byla vrácena zpět: po dobu {limit_s} sekund v ní nic neběželo.</translation>
    </message>
    <message>
        <source>The option {option} of {connection} cannot be used: {reason}</source>
        <translation>Volbu {option} připojení {connection} nelze použít: {reason}</translation>
    </message>
    <message>
        <source>The page of alerts lists the channels.</source>
        <translation>Kanály vypisuje stránka poplachů.</translation>
    </message>
    <message>
        <source>The parameter {name} has no value.</source>
        <translation>Parametr {name} nemá hodnotu.</translation>
    </message>
    <message>
        <source>The password cannot be fetched: {server}</source>
        <translation>Heslo nelze získat: {server}</translation>
    </message>
    <message>
        <source>The password holds half of a character, so it is no text.</source>
        <translation>Heslo obsahuje polovinu znaku, takže to není text.</translation>
    </message>
    <message>
        <source>The password of {connection} is not kept by Lapwing, so it was not saved.</source>
        <translation>Heslo připojení {connection} Lapwing neuchovává, proto nebylo uloženo.</translation>
    </message>
    <message>
        <source>The plan of this statement cannot be shown: {reason}.</source>
        <translation>Plán tohoto příkazu nelze zobrazit: {reason}.</translation>
    </message>
    <message>
        <source>The plugin {plugin} cannot begin: {reason}</source>
        <translation>Zásuvný modul {plugin} nemůže začít: {reason}</translation>
    </message>
    <message>
        <source>The plugin {plugin} did not answer {hook} within {within} s.</source>
        <translation>Zásuvný modul {plugin} neodpověděl na {hook} do {within} s.</translation>
    </message>
    <message>
        <source>The plugin {plugin} did not say whether the statement may run, and this connection demands that it does.</source>
        <translation>Zásuvný modul {plugin} neřekl, zda příkaz smí běžet, a toto připojení to vyžaduje.</translation>
    </message>
    <message>
        <source>The plugin {plugin} does not run: it is {state}.</source>
        <translation>Zásuvný modul {plugin} neběží: je {state}.</translation>
    </message>
    <message>
        <source>The plugin {plugin} ended unexpectedly: {how}.</source>
        <translation>Zásuvný modul {plugin} nečekaně skončil: {how}.</translation>
    </message>
    <message>
        <source>The plugin {plugin} ended {times} times within {minutes} minutes, and is not started any more: {how}.</source>
        <translation>Zásuvný modul {plugin} skončil {times}krát během {minutes} minut a už se nespouští: {how}.</translation>
    </message>
    <message>
        <source>The plugin {plugin} failed in {hook}: {reason}</source>
        <translation>Zásuvný modul {plugin} selhal v {hook}: {reason}</translation>
    </message>
    <message>
        <source>The plugin {plugin} has nothing named {what}.</source>
        <translation>Zásuvný modul {plugin} nemá nic jménem {what}.</translation>
    </message>
    <message>
        <source>The plugin {plugin} refused the statement: {reason}</source>
        <translation>Zásuvný modul {plugin} odmítl příkaz: {reason}</translation>
    </message>
    <message>
        <source>The queue of webhook deliveries in {path} cannot be used: {reason}.</source>
        <translation>Frontu doručení webhooků v {path} nelze použít: {reason}.</translation>
    </message>
    <message>
        <source>The queue of webhook deliveries in {path} is damaged: {reason}.</source>
        <translation>Fronta doručení webhooků v {path} je poškozená: {reason}.</translation>
    </message>
    <message>
        <source>The request {operation} is not valid: {reason}</source>
        <translation>Požadavek {operation} není platný: {reason}</translation>
    </message>
    <message>
        <source>The result can no longer be read: {reason}</source>
        <translation>Výsledek už nelze přečíst: {reason}</translation>
    </message>
    <message>
        <source>The rows have {count} columns, and a sheet of XLSX holds at most 16,384.</source>
        <translation>Řádky mají příliš mnoho sloupců ({count}); list XLSX jich pojme nejvýše 16&#xa0;384.</translation>
    </message>
    <message>
        <source>The rows of {table} cannot be edited here.</source>
        <translation>Řádky tabulky {table} zde nelze upravovat.</translation>
    </message>
    <message>
        <source>The rule {rule} cannot be kept: {reason}</source>
        <translation>Pravidlo {rule} nelze uložit: {reason}</translation>
    </message>
    <message>
        <source>The saved connections cannot be read: {reason}</source>
        <translation>Uložená připojení nelze přečíst: {reason}</translation>
    </message>
    <message>
        <source>The schedule {schedule} cannot be kept.</source>
        <translation>Plán {schedule} nelze uložit.</translation>
    </message>
    <message>
        <source>The script cannot run in one transaction: in line {line}, {statement} {reason}.</source>
        <translation>Skript nelze spustit v jedné transakci: na řádku {line}, {statement} {reason}.</translation>
    </message>
    <message>
        <source>The search ended unexpectedly: {reason}.</source>
        <translation>Hledání neočekávaně skončilo: {reason}.</translation>
    </message>
    <message>
        <source>The search was given up after {seconds} s.</source>
        <translation>Hledání bylo po {seconds} s ukončeno.</translation>
    </message>
    <message>
        <source>The secret of {service} did not come within {waited_s} s.</source>
        <translation>Tajemství služby {service} nepřišlo do {waited_s} s.</translation>
    </message>
    <message>
        <source>The secret of {service} is not shown any more.</source>
        <translation>Tajemství služby {service} se už nezobrazuje.</translation>
    </message>
    <message>
        <source>The server did nothing for a row of {table} and gave no error: a trigger, a rule or a policy forbids it.</source>
        <translation>Server s řádkem tabulky {table} nic neudělal a nevrátil chybu: brání tomu trigger, pravidlo nebo zásada.</translation>
    </message>
    <message>
        <source>The service {service} cannot be kept: {reason}</source>
        <translation>Službu {service} nelze uložit: {reason}</translation>
    </message>
    <message>
        <source>The session was closed and nothing of it was used. Check that the address is the right server&apos;s.</source>
        <translation>Relace byla uzavřena a nic z ní nebylo použito. Zkontrolujte, zda adresa patří správnému serveru.</translation>
    </message>
    <message>
        <source>The setting {setting} of {plugin} cannot be kept: {reason}</source>
        <translation>Nastavení {setting} modulu {plugin} nelze uchovat: {reason}</translation>
    </message>
    <message>
        <source>The start-up SQL of {connection} failed at “{statement}”: {server}</source>
        <translation>Úvodní SQL připojení {connection} selhalo u „{statement}“: {server}</translation>
    </message>
    <message>
        <source>The start-up SQL of {connection} seems to hold a secret, which would be kept in plain sight.</source>
        <translation>Úvodní SQL připojení {connection} zřejmě obsahuje tajný údaj, který by byl uložen čitelně.</translation>
    </message>
    <message>
        <source>The statement behind this result is no longer open.</source>
        <translation>Příkaz za tímto výsledkem už není otevřený.</translation>
    </message>
    <message>
        <source>The statement has no result.</source>
        <translation>Příkaz nemá žádný výsledek.</translation>
    </message>
    <message>
        <source>The statement has parameters without a value ({names}). Give them values and run it again.</source>
        <translation>Příkaz má parametry bez hodnoty ({names}). Zadejte jim hodnoty a spusťte jej znovu.</translation>
    </message>
    <message>
        <source>The statement was cancelled.</source>
        <translation>Příkaz byl zrušen.</translation>
    </message>
    <message>
        <source>The table {table} has no columns for these of the file: {columns}.</source>
        <translation>Tabulka {table} nemá sloupce pro tyto sloupce souboru: {columns}.</translation>
    </message>
    <message>
        <source>The table {table} is there already, so it is not made.</source>
        <translation>Tabulka {table} už existuje, proto se nevytvoří.</translation>
    </message>
    <message>
        <source>The text holds no webhook endpoints: {reason}</source>
        <translation>Text neobsahuje žádné cíle webhooků: {reason}</translation>
    </message>
    <message>
        <source>The text is kept here. Save it elsewhere, or put that right and save again.</source>
        <translation>Text zůstává zachován zde. Uložte jej jinam, nebo to napravte a uložte znovu.</translation>
    </message>
    <message>
        <source>The time of {schedule} is over: {text}.</source>
        <translation>Čas plánu {schedule} už minul: {text}.</translation>
    </message>
    <message>
        <source>The value of the parameter {name} cannot be used: {reason}</source>
        <translation>Hodnotu parametru {name} nelze použít: {reason}</translation>
    </message>
    <message>
        <source>The variable that holds the password of {connection} is not set, or empty.</source>
        <translation>Proměnná, která obsahuje heslo připojení {connection}, není nastavená nebo je prázdná.</translation>
    </message>
    <message>
        <source>The webhook endpoint {endpoint} cannot be used: {reason}</source>
        <translation>Cíl webhooků {endpoint} nelze použít: {reason}</translation>
    </message>
    <message>
        <source>The webhook listener cannot listen at {address}: {reason}</source>
        <translation>Příjem webhooků nemůže naslouchat na {address}: {reason}</translation>
    </message>
    <message>
        <source>The webhook listener cannot listen so: {reason}</source>
        <translation>Příjem webhooků takto nemůže naslouchat: {reason}</translation>
    </message>
    <message>
        <source>The webhook listener knows no service {service}.</source>
        <translation>Příjem webhooků nezná službu {service}.</translation>
    </message>
    <message>
        <source>There are @hourly, @daily, @weekly, @monthly and @yearly.</source>
        <translation>Existují @hourly, @daily, @weekly, @monthly a @yearly.</translation>
    </message>
    <message>
        <source>There are {most} schedules already.</source>
        <translation>Plánů už je {most}.</translation>
    </message>
    <message>
        <source>There is a connection named {connection} already.</source>
        <translation>Připojení s názvem {connection} už existuje.</translation>
    </message>
    <message>
        <source>There is a schedule {schedule} already.</source>
        <translation>Plán {schedule} už existuje.</translation>
    </message>
    <message>
        <source>There is lapwing.check-plugin-updates; choose another first word for one of yours.</source>
        <translation>Existuje lapwing.check-plugin-updates; pro vlastní zvolte jiné první slovo.</translation>
    </message>
    <message>
        <source>There is no alert rule {rule}.</source>
        <translation>Pravidlo poplachu {rule} neexistuje.</translation>
    </message>
    <message>
        <source>There is no channel {channel}.</source>
        <translation>Kanál {channel} neexistuje.</translation>
    </message>
    <message>
        <source>There is no column {column} in {where}.</source>
        <translation>V {where} není sloupec {column}.</translation>
    </message>
    <message>
        <source>There is no connection named {connection}.</source>
        <translation>Žádné připojení s názvem {connection} neexistuje.</translation>
    </message>
    <message>
        <source>There is no dashboard {dashboard}.</source>
        <translation>Přehled {dashboard} neexistuje.</translation>
    </message>
    <message>
        <source>There is no delivery {delivery} in the log.</source>
        <translation>V záznamu není doručení {delivery}.</translation>
    </message>
    <message>
        <source>There is no encrypted file of passwords yet.</source>
        <translation>Šifrovaný soubor hesel ještě neexistuje.</translation>
    </message>
    <message>
        <source>There is no environment {name}; there is {known}.</source>
        <translation>Prostředí {name} neexistuje; existuje {known}.</translation>
    </message>
    <message>
        <source>There is no event {event}, or not any more.</source>
        <translation>Událost {event} neexistuje, nebo už ne.</translation>
    </message>
    <message>
        <source>There is no format {format}, or no plugin runs that has it.</source>
        <translation>Formát {format} neexistuje, nebo neběží plugin, který ho má.</translation>
    </message>
    <message>
        <source>There is no metric {metric} of your own.</source>
        <translation>Vlastní metrika {metric} neexistuje.</translation>
    </message>
    <message>
        <source>There is no operation {operation}.</source>
        <translation>Operace {operation} neexistuje.</translation>
    </message>
    <message>
        <source>There is no plugin {plugin}.</source>
        <translation>Zásuvný modul {plugin} není.</translation>
    </message>
    <message>
        <source>There is no schedule {schedule}.</source>
        <translation>Plán {schedule} neexistuje.</translation>
    </message>
    <message>
        <source>There is no service {service}.</source>
        <translation>Služba {service} neexistuje.</translation>
    </message>
    <message>
        <source>There is no statement to run.</source>
        <translation>Není žádný příkaz ke spuštění.</translation>
    </message>
    <message>
        <source>There is no table {table}.</source>
        <translation>Tabulka {table} neexistuje.</translation>
    </message>
    <message>
        <source>There is no time zone {text} here.</source>
        <translation>Časové pásmo {text} zde není.</translation>
    </message>
    <message>
        <source>There is no webhook endpoint {endpoint}.</source>
        <translation>Cíl webhooků {endpoint} neexistuje.</translation>
    </message>
    <message>
        <source>They are kept in memory and written as soon as that works again. Make room, or save them elsewhere.</source>
        <translation>Zůstávají v paměti a zapíší se, jakmile to zase půjde. Uvolněte místo, nebo je uložte jinam.</translation>
    </message>
    <message>
        <source>They were kept as {kept}, and a new file was begun.</source>
        <translation>Byly uchovány jako {kept} a byl založen nový soubor.</translation>
    </message>
    <message>
        <source>This connection is read-only.</source>
        <translation>Toto připojení je jen pro čtení.</translation>
    </message>
    <message>
        <source>This connection is read-only; {what} is refused.</source>
        <translation>Toto připojení je jen pro čtení; odmítnuto: {what}.</translation>
    </message>
    <message>
        <source>This key is in the wrong hands. Ask the server&apos;s administrator for the new one.</source>
        <translation>Tento klíč je v nesprávných rukou. Požádejte správce serveru o nový.</translation>
    </message>
    <message>
        <source>This version cannot be read: {reason}.</source>
        <translation>Tuto verzi nelze přečíst: {reason}.</translation>
    </message>
    <message>
        <source>This was not understood as a connection: {reason}</source>
        <translation>Toto nebylo rozpoznáno jako připojení: {reason}</translation>
    </message>
    <message>
        <source>This window speaks version {ours} of the line, the other side version {theirs}.</source>
        <translation>Toto okno používá verzi {ours} interní linky, druhá strana verzi {theirs}.</translation>
    </message>
    <message>
        <source>Try again and enter the keyring&apos;s password (mostly that of your account) where it asks for it. Where no desktop can ask, unlock it first, or keep the password in Lapwing&apos;s encrypted file.</source>
        <translation>Zkuste to znovu a zadejte heslo klíčenky (většinou je to heslo vašeho účtu), až si je vyžádá. Kde se žádná plocha zeptat nemůže, klíčenku nejdřív odemkněte, nebo heslo ukládejte do šifrovaného souboru Lapwingu.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Zkuste to za chvíli znovu.</translation>
    </message>
    <message>
        <source>Try again when it is done. If it hangs, end it; the file is {path}.</source>
        <translation>Zkuste to znovu, až skončí. Pokud se zasekl, ukončete jej; soubor je {path}.</translation>
    </message>
    <message>
        <source>Two columns of the file would go into {column}.</source>
        <translation>Do {column} by přišly dva sloupce souboru.</translation>
    </message>
    <message>
        <source>Until they can, senders are told to come again. See to the file, its folder and the room on the disk.</source>
        <translation>Do té doby se odesílatelům říká, ať to zkusí znovu. Zkontrolujte soubor, jeho složku a místo na disku.</translation>
    </message>
    <message>
        <source>Update Lapwing, or move the file away to start with a new one.</source>
        <translation>Aktualizujte Lapwing, nebo soubor přesuňte jinam a začněte s novým.</translation>
    </message>
    <message>
        <source>Use TLS (sslmode=require or better). Lapwing does not send a password that anybody on the way can read.</source>
        <translation>Použijte TLS (sslmode=require nebo lepší). Lapwing neodesílá heslo, které by cestou mohl kdokoli přečíst.</translation>
    </message>
    <message>
        <source>Use a connection to this server that may write.</source>
        <translation>Použijte připojení k tomuto serveru, které smí zapisovat.</translation>
    </message>
    <message>
        <source>Use an account that may only read, and open the connection without read-only.</source>
        <translation>Použijte účet, který smí jen číst, a otevřete připojení bez režimu jen pro čtení.</translation>
    </message>
    <message>
        <source>Use https:// in the endpoint&apos;s URL.</source>
        <translation>V adrese URL cíle použijte https://.</translation>
    </message>
    <message>
        <source>Wait for some of them to end.</source>
        <translation>Počkejte, až některá z nich skončí.</translation>
    </message>
    <message>
        <source>Wait until it has ended, or let it wait for its turn: edit what happens when it is still under way.</source>
        <translation>Počkejte, až skončí, nebo ho nechte čekat: upravte, co se má stát při překrytí.</translation>
    </message>
    <message>
        <source>What is installed goes on. Check the place, or ask who keeps the index.</source>
        <translation>Co je nainstalováno, běží dál. Zkontrolujte umístění, nebo se zeptejte správce rejstříku.</translation>
    </message>
    <message>
        <source>What is written behind {box} cannot be used.</source>
        <translation>Co je napsáno za {box}, nelze použít.</translation>
    </message>
    <message>
        <source>What schedules did cannot be kept in {path}: {reason}.</source>
        <translation>Co plány dělaly, nelze uchovat v {path}: {reason}.</translation>
    </message>
    <message>
        <source>What statements did is kept in {path}, which cannot be used: {reason}.</source>
        <translation>Co příkazy dělaly, je uloženo v {path}, který nelze použít: {reason}.</translation>
    </message>
    <message>
        <source>What statements did, in {path}, is damaged ({reason}).</source>
        <translation>Co příkazy dělaly, je v {path} poškozeno ({reason}).</translation>
    </message>
    <message>
        <source>What you want is kept. Look again in a moment: lapwing service list.</source>
        <translation>Co chcete, je uloženo. Podívejte se za chvíli znovu: lapwing service list.</translation>
    </message>
    <message>
        <source>What you wrote is kept. The log in {log} has the details.</source>
        <translation>Co jste napsali, zůstává zachováno. Podrobnosti jsou v protokolu v {log}.</translation>
    </message>
    <message>
        <source>Where the password of {connection} is kept is not complete: {reason}</source>
        <translation>Údaj o tom, kde je uloženo heslo připojení {connection}, není úplný: {reason}</translation>
    </message>
    <message>
        <source>Window and engine may be of different versions: restart Lapwing.</source>
        <translation>Okno a engine mohou mít různé verze: restartujte Lapwing.</translation>
    </message>
    <message>
        <source>Write SQL metrics of your own for it.</source>
        <translation>Napište pro něj vlastní metriky v SQL.</translation>
    </message>
    <message>
        <source>Write a cron expression such as 30 6 * * mon-fri, or every 15 min, or at 2026-12-24 18:00.</source>
        <translation>Napište výraz cron, například 30 6 * * mon-fri, nebo every 15 min, nebo at 2026-12-24 18:00.</translation>
    </message>
    <message>
        <source>Write a cron expression, or one time, such as at 2026-12-24 18:00.</source>
        <translation>Napište výraz cron nebo jeden čas, například at 2026-12-24 18:00.</translation>
    </message>
    <message>
        <source>Write for example */15 or 8-18/2.</source>
        <translation>Napište například */15 nebo 8-18/2.</translation>
    </message>
    <message>
        <source>Write for example 0, or 0,30, or 10-20, or */15.</source>
        <translation>Napište například 0, nebo 0,30, nebo 10-20, nebo */15.</translation>
    </message>
    <message>
        <source>Write for example 1, or 1,15, or */2; L is the last day of each month.</source>
        <translation>Napište například 1, nebo 1,15, nebo */2; L je poslední den každého měsíce.</translation>
    </message>
    <message>
        <source>Write for example 3, or jan,jul, or */3.</source>
        <translation>Napište například 3, nebo jan,jul, nebo */3.</translation>
    </message>
    <message>
        <source>Write for example 6, or 8-18, or */2.</source>
        <translation>Napište například 6, nebo 8-18, nebo */2.</translation>
    </message>
    <message>
        <source>Write for example every 30 s, every 15 min, every 2 h or every 7 d.</source>
        <translation>Napište například every 30 s, every 15 min, every 2 h nebo every 7 d.</translation>
    </message>
    <message>
        <source>Write for example every 30 s.</source>
        <translation>Napište například every 30 s.</translation>
    </message>
    <message>
        <source>Write for example mon-fri; fri#2 is the second Friday of a month, friL the last one.</source>
        <translation>Napište například mon-fri; fri#2 je druhý pátek v měsíci, friL poslední.</translation>
    </message>
    <message>
        <source>Write for example postgresql://me@db.example.org/shop, or just the path of a SQLite file.</source>
        <translation>Napište například postgresql://me@db.example.org/shop, nebo jen cestu k souboru SQLite.</translation>
    </message>
    <message>
        <source>Write for example {{&quot;keep&quot;: 7}}.</source>
        <translation>Napište například {{&quot;keep&quot;: 7}}.</translation>
    </message>
    <message>
        <source>Write for example {{&quot;rules&quot;: [{{&quot;title&quot;: &quot;Blocked&quot;, &quot;expression&quot;: &quot;blocked_sessions &gt; 5&quot;}}]}}</source>
        <translation>Napište například {{&quot;rules&quot;: [{{&quot;title&quot;: &quot;Blocked&quot;, &quot;expression&quot;: &quot;blocked_sessions &gt; 5&quot;}}]}}</translation>
    </message>
    <message>
        <source>Write for example {{&quot;webhooks&quot;: {{&quot;endpoints&quot;: [{{&quot;name&quot;: &quot;queries&quot;, &quot;url&quot;: &quot;https://example.org/hook&quot;, &quot;events&quot;: [&quot;query.failed&quot;]}}]}}}}</source>
        <translation>Napište například {{&quot;webhooks&quot;: {{&quot;endpoints&quot;: [{{&quot;name&quot;: &quot;queries&quot;, &quot;url&quot;: &quot;https://example.org/hook&quot;, &quot;events&quot;: [&quot;query.failed&quot;]}}]}}}}</translation>
    </message>
    <message>
        <source>Write it as 2026-12-24 18:00.</source>
        <translation>Napište ho jako 2026-12-24 18:00.</translation>
    </message>
    <message>
        <source>Write letters, digits, - and _, such as nightly-export; at most {most}.</source>
        <translation>Napište písmena, číslice, - a _, například nocni-export; nejvýše {most}.</translation>
    </message>
    <message>
        <source>Write minute, hour, day of the month, month and day of the week, such as 30 6 * * mon-fri.</source>
        <translation>Napište minutu, hodinu, den v měsíci, měsíc a den v týdnu, například 30 6 * * mon-fri.</translation>
    </message>
    <message>
        <source>Write one such as Europe/Prague or UTC; nothing for that of this computer.</source>
        <translation>Napište například Europe/Prague nebo UTC; nic znamená pásmo tohoto počítače.</translation>
    </message>
    <message>
        <source>Write one that is still to come.</source>
        <translation>Napište takový, který teprve přijde.</translation>
    </message>
    <message>
        <source>Write one, or put the caret into one.</source>
        <translation>Napište nějaký, nebo do nějakého umístěte kurzor.</translation>
    </message>
    <message>
        <source>Write only the condition or the order, not a statement.</source>
        <translation>Napište jen podmínku nebo pořadí, ne příkaz.</translation>
    </message>
    <message>
        <source>Write the lower one first; what goes over an end is written in two parts, such as 22-23,0-5.</source>
        <translation>Napište nejdřív menší; co přesahuje konec, se píše ve dvou částech, například 22-23,0-5.</translation>
    </message>
    <message>
        <source>Your texts and the rows already fetched are kept. Open transactions were rolled back; whether a statement or COMMIT that was under way took effect is not known. The engine starts again with your next action; nothing is sent again by itself.</source>
        <translation>Vaše texty a již načtené řádky zůstávají. Otevřené transakce byly vráceny zpět; zda se projevil právě běžící příkaz nebo COMMIT, není známo. Engine se znovu spustí s vaší další akcí; nic se neodesílá znovu samo.</translation>
    </message>
    <message>
        <source>`lapwing alerts list` shows those that exist.</source>
        <translation>`lapwing alerts list` ukáže ty, které existují.</translation>
    </message>
    <message>
        <source>`lapwing events list` shows those that are kept.</source>
        <translation>`lapwing events list` ukáže uchované.</translation>
    </message>
    <message>
        <source>`lapwing listener services` shows those that there are.</source>
        <translation>`lapwing listener services` ukáže ty, které jsou.</translation>
    </message>
    <message>
        <source>`lapwing plugin index` shows what there is.</source>
        <translation>`lapwing plugin index` ukáže, co je k dispozici.</translation>
    </message>
    <message>
        <source>`lapwing plugin list` shows those that are installed.</source>
        <translation>`lapwing plugin list` ukáže nainstalované.</translation>
    </message>
    <message>
        <source>`lapwing plugin sign --new-key` makes a key; its public half has .pub behind its name.</source>
        <translation>`lapwing plugin sign --new-key` vytvoří klíč; jeho veřejná polovina má za názvem .pub.</translation>
    </message>
    <message>
        <source>`lapwing plugin source list` shows those that were.</source>
        <translation>`lapwing plugin source list` ukáže, které byly přidány.</translation>
    </message>
    <message>
        <source>`lapwing schedule list` shows those that exist.</source>
        <translation>`lapwing schedule list` ukáže, které existují.</translation>
    </message>
    <message>
        <source>`lapwing webhook list` shows those that exist.</source>
        <translation>`lapwing webhook list` ukáže existující.</translation>
    </message>
    <message>
        <source>{advice} Nothing was changed.</source>
        <translation>{advice} Nic se nezměnilo.</translation>
    </message>
    <message>
        <source>{connection} cannot be monitored: Lapwing knows no figures of {product}.</source>
        <translation>{connection} nelze sledovat: Lapwing nezná žádné údaje o {product}.</translation>
    </message>
    <message>
        <source>{connection} is for reading only: no session of its server is touched through it.</source>
        <translation>{connection} je jen pro čtení: žádná relace jeho serveru se přes ně neukončí.</translation>
    </message>
    <message>
        <source>{connection} is not monitored.</source>
        <translation>{connection} není sledováno.</translation>
    </message>
    <message>
        <source>{host} is {address}, outside of private networks, and would be told without TLS; nothing was sent.</source>
        <translation>{host} je {address}, tedy mimo soukromé sítě, a oslovil by se bez TLS; nic nebylo odesláno.</translation>
    </message>
    <message>
        <source>{host} is {address}, {kind}; nothing was sent.</source>
        <translation>{host} je {address}, {kind}; nic nebylo odesláno.</translation>
    </message>
    <message>
        <source>{limit} deliveries wait for {endpoint} already; this one was given up.</source>
        <translation>Na {endpoint} už čeká {limit} doručení; od tohoto se upustilo.</translation>
    </message>
    <message>
        <source>{name} cannot be used here: {reason}</source>
        <translation>{name} zde nelze použít: {reason}</translation>
    </message>
    <message>
        <source>{name} comes with Lapwing: it cannot be installed, replaced or removed.</source>
        <translation>{name} je součástí Lapwingu: nelze jej nainstalovat, nahradit ani odstranit.</translation>
    </message>
    <message>
        <source>{name} is needed by {others}.</source>
        <translation>{name} potřebuje {others}.</translation>
    </message>
    <message>
        <source>{name} is signed by {key}, a key that was revoked. {by}</source>
        <translation>{name} je podepsán klíčem {key}, který byl odvolán. {by}</translation>
    </message>
    <message>
        <source>{name} needs permissions that were not agreed to: {permissions}.</source>
        <translation>{name} potřebuje oprávnění, se kterými nebyl vysloven souhlas: {permissions}.</translation>
    </message>
    <message>
        <source>{name} {after} did not start, so {before} is back: {reason}</source>
        <translation>{name} {after} se nespustil, proto je zpět {before}: {reason}</translation>
    </message>
    <message>
        <source>{name} {before} is installed; {after} is an earlier version.</source>
        <translation>Je nainstalován {name} {before}; {after} je starší verze.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} nelze přečíst: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be used for the SSH tunnel: {server}</source>
        <translation>{path} nelze pro tunel SSH použít: {server}</translation>
    </message>
    <message>
        <source>{path} is damaged: {reason}.</source>
        <translation>Soubor {path} je poškozen: {reason}.</translation>
    </message>
    <message>
        <source>{place} cannot be an index of plugins: {reason}</source>
        <translation>{place} nemůže být rejstřík modulů: {reason}</translation>
    </message>
    <message>
        <source>{place} is no index of plugins that was added.</source>
        <translation>{place} není přidaný rejstřík modulů.</translation>
    </message>
    <message>
        <source>{schedule} is under way already.</source>
        <translation>{schedule} už běží.</translation>
    </message>
    <message>
        <source>{text} goes backwards.</source>
        <translation>{text} jde pozpátku.</translation>
    </message>
    <message>
        <source>{text} is no day of the month: the third part of a cron expression goes from 1 to 31.</source>
        <translation>{text} není den v měsíci: třetí část výrazu cron je od 1 do 31.</translation>
    </message>
    <message>
        <source>{text} is no day of the week: the fifth part of a cron expression goes from 0 (Sunday) to 6, or from sun to sat.</source>
        <translation>{text} není den v týdnu: pátá část výrazu cron je od 0 (neděle) do 6 nebo od sun do sat.</translation>
    </message>
    <message>
        <source>{text} is no day with a time.</source>
        <translation>{text} není den s časem.</translation>
    </message>
    <message>
        <source>{text} is no hour: the second part of a cron expression goes from 0 to 23.</source>
        <translation>{text} není hodina: druhá část výrazu cron je od 0 do 23.</translation>
    </message>
    <message>
        <source>{text} is no interval.</source>
        <translation>{text} není interval.</translation>
    </message>
    <message>
        <source>{text} is no minute: the first part of a cron expression goes from 0 to 59.</source>
        <translation>{text} není minuta: první část výrazu cron je od 0 do 59.</translation>
    </message>
    <message>
        <source>{text} is no month: the fourth part of a cron expression goes from 1 to 12, or from jan to dec.</source>
        <translation>{text} není měsíc: čtvrtá část výrazu cron je od 1 do 12 nebo od jan do dec.</translation>
    </message>
    <message>
        <source>{text} is no name for times.</source>
        <translation>{text} není název časů.</translation>
    </message>
    <message>
        <source>{text} is too often: the shortest interval is 5 s.</source>
        <translation>{text} je příliš často: nejkratší interval je 5 s.</translation>
    </message>
    <message>
        <source>{text} is too seldom: the longest interval is 366 d.</source>
        <translation>{text} je příliš zřídka: nejdelší interval je 366 d.</translation>
    </message>
    <message>
        <source>{text} never comes.</source>
        <translation>{text} nikdy nenastane.</translation>
    </message>
    <message>
        <source>{text} says no times.</source>
        <translation>{text} neurčuje žádné časy.</translation>
    </message>
    <message>
        <source>{text}: behind the slash stands how far each step goes, at least 1.</source>
        <translation>{text}: za lomítkem stojí délka kroku, nejméně 1.</translation>
    </message>
    <message>
        <source>{where} could not be told: {reason}</source>
        <translation>{where} se nepodařilo oslovit: {reason}</translation>
    </message>
    <message>
        <source>{workflow} cannot be the name of an event.</source>
        <translation>{workflow} nemůže být název události.</translation>
    </message>
    <message>
        <source>Your texts cannot be written to {path}: {reason}.</source>
        <translation>Vaše texty nelze zapsat do {path}: {reason}.</translation>
    </message>
    <message>
        <source>`lapwing connection list` shows those that exist.</source>
        <translation>`lapwing connection list` ukáže ta, která existují.</translation>
    </message>
    <message>
        <source>{command} is no command of {client} that Lapwing knows; it was not sent.</source>
        <translation>{command} není příkaz klienta {client}, který by Lapwing znal; nebyl odeslán.</translation>
    </message>
    <message>
        <source>{command} may not use {path}: {reason}</source>
        <translation>{command} nesmí použít {path}: {reason}</translation>
    </message>
    <message>
        <source>{command} of {client} is not supported here: {reason}</source>
        <translation>{command} klienta {client} zde není podporován: {reason}</translation>
    </message>
    <message>
        <source>{command} of {client} is not supported here: {reason} The script stops, since the rest relies on it.</source>
        <translation>{command} klienta {client} zde není podporován: {reason} Skript se zastaví, protože zbytek na něm závisí.</translation>
    </message>
    <message>
        <source>{command} would run a program of this computer. Scripts never do that here.</source>
        <translation>{command} by spustil program tohoto počítače. To zde skripty nikdy nedělají.</translation>
    </message>
    <message>
        <source>{command} would use the file {path}, and this run may not use files.</source>
        <translation>{command} by použil soubor {path}, ale toto spuštění soubory používat nesmí.</translation>
    </message>
    <message>
        <source>{connection} asks for the password in clear text on a connection that is not encrypted.</source>
        <translation>{connection} žádá heslo v prostém textu na připojení, které není šifrované.</translation>
    </message>
    <message>
        <source>{connection} cannot be opened read-only: nothing here would keep the session from changing something.</source>
        <translation>{connection} nelze otevřít jen pro čtení: nic by zde relaci nezabránilo něco změnit.</translation>
    </message>
    <message>
        <source>{connection} cannot be opened: {server}</source>
        <translation>{connection} nelze otevřít: {server}</translation>
    </message>
    <message>
        <source>{connection} did not answer within {waited_s} s, while {doing}.</source>
        <translation>{connection} do {waited_s} s neodpovědělo ({doing}).</translation>
    </message>
    <message>
        <source>{connection} did not let {user} in: {server}</source>
        <translation>{connection} nevpustilo uživatele {user}: {server}</translation>
    </message>
    <message>
        <source>{connection} needs a password.</source>
        <translation>{connection} potřebuje heslo.</translation>
    </message>
    <message>
        <source>{connection} needs the Python package {package}, which is not installed here.</source>
        <translation>{connection} potřebuje balíček Pythonu {package}, který zde není nainstalován.</translation>
    </message>
    <message>
        <source>{connection} needs the passphrase of its SSH key.</source>
        <translation>{connection} potřebuje heslovou frázi svého klíče SSH.</translation>
    </message>
    <message>
        <source>{connection} needs the passphrase of its client key.</source>
        <translation>{connection} potřebuje heslovou frázi svého klientského klíče.</translation>
    </message>
    <message>
        <source>{connection} needs the password of {user} at its SSH server.</source>
        <translation>{connection} potřebuje heslo uživatele {user} na svém SSH serveru.</translation>
    </message>
    <message>
        <source>{connection} offers no encryption, and this connection asks for it.</source>
        <translation>{connection} nenabízí šifrování, a toto připojení je vyžaduje.</translation>
    </message>
    <message>
        <source>{connection} refused the session: {server}</source>
        <translation>{connection} odmítlo relaci: {server}</translation>
    </message>
    <message>
        <source>{connection} sent something that is not the protocol: {reason}</source>
        <translation>{connection} poslalo něco, co neodpovídá protokolu: {reason}</translation>
    </message>
    <message>
        <source>{connection} wants a person to confirm what changes data or definitions. Nothing was sent.</source>
        <translation>{connection} vyžaduje, aby člověk potvrdil, co mění data nebo definice. Nic nebylo odesláno.</translation>
    </message>
    <message>
        <source>{how} Do not run it again before you know.</source>
        <translation>{how} Nespouštějte jej znovu, dokud to nebudete vědět.</translation>
    </message>
    <message>
        <source>{keyring} did not answer within {waited_s} s.</source>
        <translation>{keyring}: do {waited_s} s nepřišla odpověď.</translation>
    </message>
    <message>
        <source>{keyring} is locked and was not unlocked.</source>
        <translation>{keyring}: zamčeno a neodemčeno.</translation>
    </message>
    <message>
        <source>{keyring} refused: {server}</source>
        <translation>{keyring}: odmítnuto: {server}</translation>
    </message>
    <message>
        <source>{path} cannot be opened: {reason}</source>
        <translation>{path} nelze otevřít: {reason}</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}</source>
        <translation>{path} nelze přečíst: {reason}</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>Do {path} nelze zapsat: {reason}.</translation>
    </message>
    <message>
        <source>{path} does not exist.</source>
        <translation>{path} neexistuje.</translation>
    </message>
    <message>
        <source>{path} exists already.</source>
        <translation>{path} už existuje.</translation>
    </message>
    <message>
        <source>{path} holds no alert rules: {reason}</source>
        <translation>{path} neobsahuje pravidla poplachů: {reason}</translation>
    </message>
    <message>
        <source>{path} is no package of a plugin: {reason}</source>
        <translation>{path} není balíček zásuvného modulu: {reason}</translation>
    </message>
    <message>
        <source>{path} is not a SQLite database{guess}.</source>
        <translation>{path} není databáze SQLite{guess}.</translation>
    </message>
    <message>
        <source>{path} is not as its author made it: {reason}</source>
        <translation>{path} není takový, jak jej autor vytvořil: {reason}</translation>
    </message>
    <message>
        <source>{path} is not the package that was shown.</source>
        <translation>{path} není balíček, který byl ukázán.</translation>
    </message>
    <message>
        <source>{path} is not unpacked: {reason}</source>
        <translation>{path} se nerozbalí: {reason}</translation>
    </message>
    <message>
        <source>{path} is not written in {encoding}.</source>
        <translation>{path} není v kódování {encoding}.</translation>
    </message>
    <message>
        <source>{path} was changed by another program; it was not written.</source>
        <translation>{path} změnil jiný program; zápis se neprovedl.</translation>
    </message>
    <message>
        <source>{path} was not written: {reason}.</source>
        <translation>Do {path} se nezapsalo: {reason}.</translation>
    </message>
    <message>
        <source>{path} was written by a newer Lapwing (version {theirs}, this one reads up to {ours}); it is left as it is.</source>
        <translation>{path} zapsal novější Lapwing (verze {theirs}, tento čte nejvýše {ours}); soubor zůstává tak, jak je.</translation>
    </message>
    <message>
        <source>{service} does not stop.</source>
        <translation>{service} se nezastavuje.</translation>
    </message>
    <message>
        <source>{service} is done by another engine (process {process}), which has not followed yet.</source>
        <translation>{service} dělá jiný engine (proces {process}), který zatím neposlechl.</translation>
    </message>
    <message>
        <source>{table} also shows the rows of tables that inherit from it, and no key holds for all of them.</source>
        <translation>{table} zobrazuje i řádky tabulek, které z ní dědí, a žádný klíč neplatí pro všechny.</translation>
    </message>
    <message>
        <source>{table} has no primary key and no unique index whose columns are all NOT NULL: no row can be told apart.</source>
        <translation>{table} nemá primární klíč ani jedinečný index, jehož všechny sloupce jsou NOT NULL: žádný řádek nelze odlišit od ostatních.</translation>
    </message>
    <message>
        <source>{table} is a {kind}: its rows cannot be edited here.</source>
        <translation>{table} je {kind}: řádky zde nelze upravovat.</translation>
    </message>
    <message>
        <source>{table} is kept by the engine {engine}, which cannot undo changes that turn out not to fit together.</source>
        <translation>{table} je uložena v enginu {engine}, který neumí vzít zpět změny, jež se k sobě nakonec nehodí.</translation>
    </message>
    <message>
        <source>{table} is one of the server&apos;s own tables: its rows cannot be edited here.</source>
        <translation>{table} je jednou z vlastních tabulek serveru: její řádky zde nelze upravovat.</translation>
    </message>
    <message>
        <source>{url} cannot be fetched: {reason}</source>
        <translation>{url} nelze stáhnout: {reason}</translation>
    </message>
    <message>
        <source>{url} is not a connection URL: {reason}</source>
        <translation>{url} není URL připojení: {reason}</translation>
    </message>
</context>
<context>
    <name>metrics</name>
    <message>
        <source>Autovacuum workers</source>
        <translation>Procesy autovacuum</translation>
    </message>
    <message>
        <source>Autovacuum workers in use</source>
        <translation>Využité procesy autovacuum</translation>
    </message>
    <message>
        <source>Background writer stopped</source>
        <translation>Zastavení zapisovače na pozadí</translation>
    </message>
    <message>
        <source>Binary logs</source>
        <translation>Binární logy</translation>
    </message>
    <message>
        <source>Blocked sessions</source>
        <translation>Blokované relace</translation>
    </message>
    <message>
        <source>Blocks read</source>
        <translation>Přečtené bloky</translation>
    </message>
    <message>
        <source>Buffer pool</source>
        <translation>Buffer pool</translation>
    </message>
    <message>
        <source>Buffer pool in use</source>
        <translation>Využití buffer poolu</translation>
    </message>
    <message>
        <source>Buffer pool requests</source>
        <translation>Požadavky na buffer pool</translation>
    </message>
    <message>
        <source>Buffers allocated</source>
        <translation>Přidělené vyrovnávací paměti</translation>
    </message>
    <message>
        <source>Buffers written</source>
        <translation>Zapsané buffery</translation>
    </message>
    <message>
        <source>COMMIT and ROLLBACK</source>
        <translation>COMMIT a ROLLBACK</translation>
    </message>
    <message>
        <source>Cache hits</source>
        <translation>Zásahy v cache</translation>
    </message>
    <message>
        <source>Cache hits of tables and indexes</source>
        <translation>Zásahy mezipaměti tabulek a indexů</translation>
    </message>
    <message>
        <source>Cached threads</source>
        <translation>Vlákna v cache</translation>
    </message>
    <message>
        <source>Calls of storage engines</source>
        <translation>Volání úložišť</translation>
    </message>
    <message>
        <source>Changed pages in the buffer pool</source>
        <translation>Změněné stránky v buffer poolu</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Změny</translation>
    </message>
    <message>
        <source>Changes of definitions</source>
        <translation>Změny definic</translation>
    </message>
    <message>
        <source>Checkpoint age</source>
        <translation>Stáří checkpointu</translation>
    </message>
    <message>
        <source>Checkpoint age of the redo log</source>
        <translation>Stáří checkpointu redo logu</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Checkpointy</translation>
    </message>
    <message>
        <source>Conflicts with recovery</source>
        <translation>Konflikty s obnovou</translation>
    </message>
    <message>
        <source>Connection errors</source>
        <translation>Chyby připojení</translation>
    </message>
    <message>
        <source>Connection limit</source>
        <translation>Limit připojení</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Připojení</translation>
    </message>
    <message>
        <source>Connections by database</source>
        <translation>Připojení podle databáze</translation>
    </message>
    <message>
        <source>Connections in use</source>
        <translation>Využitá připojení</translation>
    </message>
    <message>
        <source>Dead rows</source>
        <translation>Mrtvé řádky</translation>
    </message>
    <message>
        <source>Dead rows by table</source>
        <translation>Mrtvé řádky podle tabulek</translation>
    </message>
    <message>
        <source>Deadlocks</source>
        <translation>Deadlocky</translation>
    </message>
    <message>
        <source>Definition cache in use</source>
        <translation>Využití cache definic</translation>
    </message>
    <message>
        <source>Disk in use</source>
        <translation>Využití disku</translation>
    </message>
    <message>
        <source>Disk traffic</source>
        <translation>Diskový provoz</translation>
    </message>
    <message>
        <source>Doublewrite pages</source>
        <translation>Stránky doublewrite</translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation>Volné místo na disku</translation>
    </message>
    <message>
        <source>Free pages</source>
        <translation>Volné stránky</translation>
    </message>
    <message>
        <source>Free space in the file</source>
        <translation>Volné místo v souboru</translation>
    </message>
    <message>
        <source>Full pages in the WAL</source>
        <translation>Celé stránky ve WAL</translation>
    </message>
    <message>
        <source>History list</source>
        <translation>Seznam historie</translation>
    </message>
    <message>
        <source>Inactive replication slots</source>
        <translation>Neaktivní replikační sloty</translation>
    </message>
    <message>
        <source>InnoDB disk operations</source>
        <translation>Diskové operace InnoDB</translation>
    </message>
    <message>
        <source>InnoDB disk traffic</source>
        <translation>Diskový provoz InnoDB</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Zátěž</translation>
    </message>
    <message>
        <source>Lock waits given up</source>
        <translation>Vzdaná čekání na zámek</translation>
    </message>
    <message>
        <source>Locks by mode</source>
        <translation>Zámky podle režimu</translation>
    </message>
    <message>
        <source>Longest idle in transaction</source>
        <translation>Nejdéle nečinné v transakci</translation>
    </message>
    <message>
        <source>Longest statement</source>
        <translation>Nejdelší příkaz</translation>
    </message>
    <message>
        <source>Longest transaction</source>
        <translation>Nejdelší transakce</translation>
    </message>
    <message>
        <source>Longest wait for a lock</source>
        <translation>Nejdelší čekání na zámek</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>Využití paměti</translation>
    </message>
    <message>
        <source>Memory of the server</source>
        <translation>Paměť serveru</translation>
    </message>
    <message>
        <source>Most connections</source>
        <translation>Nejvíce připojení</translation>
    </message>
    <message>
        <source>Multixacts until wrap-around</source>
        <translation>Multixacty do přetečení</translation>
    </message>
    <message>
        <source>Network traffic</source>
        <translation>Síťový provoz</translation>
    </message>
    <message>
        <source>Oldest prepared transaction</source>
        <translation>Nejstarší připravená transakce</translation>
    </message>
    <message>
        <source>Oldest snapshot</source>
        <translation>Nejstarší snímek</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Otevřené soubory</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Stránky</translation>
    </message>
    <message>
        <source>Pages read from disk</source>
        <translation>Stránky čtené z disku</translation>
    </message>
    <message>
        <source>Pending disk operations</source>
        <translation>Čekající diskové operace</translation>
    </message>
    <message>
        <source>Prepared transactions</source>
        <translation>Připravené transakce</translation>
    </message>
    <message>
        <source>Processes with locks</source>
        <translation>Procesy se zámky</translation>
    </message>
    <message>
        <source>Processor time</source>
        <translation>Čas procesoru</translation>
    </message>
    <message>
        <source>Processor time of the server</source>
        <translation>Čas procesoru serveru</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Procesory</translation>
    </message>
    <message>
        <source>Read by process</source>
        <translation>Čtení podle procesů</translation>
    </message>
    <message>
        <source>Redo log</source>
        <translation>Redo log</translation>
    </message>
    <message>
        <source>Redo log capacity</source>
        <translation>Kapacita redo logu</translation>
    </message>
    <message>
        <source>Redo log writes</source>
        <translation>Zápisy do redo logu</translation>
    </message>
    <message>
        <source>Relay logs</source>
        <translation>Relay logy</translation>
    </message>
    <message>
        <source>Replication lag</source>
        <translation>Zpoždění replikace</translation>
    </message>
    <message>
        <source>Replication lag in WAL</source>
        <translation>Zpoždění replikace ve WAL</translation>
    </message>
    <message>
        <source>Replication runs</source>
        <translation>Replikace běží</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>Vráceno zpět</translation>
    </message>
    <message>
        <source>Rows fetched by index</source>
        <translation>Řádky získané přes index</translation>
    </message>
    <message>
        <source>Rows fetched of those read</source>
        <translation>Získané z přečtených řádků</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>Čtené řádky</translation>
    </message>
    <message>
        <source>Rows sorted</source>
        <translation>Seřazené řádky</translation>
    </message>
    <message>
        <source>Rows written</source>
        <translation>Zapsané řádky</translation>
    </message>
    <message>
        <source>Running threads</source>
        <translation>Běžící vlákna</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Průchody</translation>
    </message>
    <message>
        <source>Selects that read much</source>
        <translation>Selecty, které mnoho čtou</translation>
    </message>
    <message>
        <source>Sequences used up</source>
        <translation>Vyčerpané sekvence</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Relace</translation>
    </message>
    <message>
        <source>Sessions opened</source>
        <translation>Otevřené relace</translation>
    </message>
    <message>
        <source>Sessions that block others</source>
        <translation>Relace blokující jiné</translation>
    </message>
    <message>
        <source>Sessions that ended badly</source>
        <translation>Relace, které skončily špatně</translation>
    </message>
    <message>
        <source>Sessions waiting for a lock</source>
        <translation>Relace čekající na zámek</translation>
    </message>
    <message>
        <source>Since the last ANALYZE</source>
        <translation>Od posledního ANALYZE</translation>
    </message>
    <message>
        <source>Since the last VACUUM</source>
        <translation>Od posledního VACUUM</translation>
    </message>
    <message>
        <source>Since the last archived WAL file</source>
        <translation>Od posledního archivovaného souboru WAL</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Velikost</translation>
    </message>
    <message>
        <source>Size of tables and indexes</source>
        <translation>Velikost tabulek a indexů</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>Velikost souboru</translation>
    </message>
    <message>
        <source>Slow statements</source>
        <translation>Pomalé příkazy</translation>
    </message>
    <message>
        <source>Sorts</source>
        <translation>Řazení</translation>
    </message>
    <message>
        <source>Standbys</source>
        <translation>Záložní servery</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Příkazy</translation>
    </message>
    <message>
        <source>Statements by verb</source>
        <translation>Příkazy podle slovesa</translation>
    </message>
    <message>
        <source>Swap in use</source>
        <translation>Využitý odkládací prostor</translation>
    </message>
    <message>
        <source>Table cache hits</source>
        <translation>Zásahy v cache tabulek</translation>
    </message>
    <message>
        <source>Table cache in use</source>
        <translation>Využití cache tabulek</translation>
    </message>
    <message>
        <source>Table locks</source>
        <translation>Zámky tabulek</translation>
    </message>
    <message>
        <source>Tables opened</source>
        <translation>Otevřené tabulky</translation>
    </message>
    <message>
        <source>Tables put out of the cache</source>
        <translation>Tabulky vytlačené z cache</translation>
    </message>
    <message>
        <source>Temporary files</source>
        <translation>Dočasné soubory</translation>
    </message>
    <message>
        <source>Temporary files written</source>
        <translation>Zapsáno do dočasných souborů</translation>
    </message>
    <message>
        <source>Temporary tables</source>
        <translation>Dočasné tabulky</translation>
    </message>
    <message>
        <source>Temporary tables on disk</source>
        <translation>Dočasné tabulky na disku</translation>
    </message>
    <message>
        <source>Threads made</source>
        <translation>Vytvořená vlákna</translation>
    </message>
    <message>
        <source>Time for blocks</source>
        <translation>Čas na bloky</translation>
    </message>
    <message>
        <source>Time for checkpoints</source>
        <translation>Čas na checkpointy</translation>
    </message>
    <message>
        <source>Time in statements</source>
        <translation>Čas v příkazech</translation>
    </message>
    <message>
        <source>Time of a statement</source>
        <translation>Doba příkazu</translation>
    </message>
    <message>
        <source>Time of a wait for a row</source>
        <translation>Doba čekání na řádek</translation>
    </message>
    <message>
        <source>Time to read a block</source>
        <translation>Doba čtení bloku</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Transakce</translation>
    </message>
    <message>
        <source>Transactions by database</source>
        <translation>Transakce podle databáze</translation>
    </message>
    <message>
        <source>Transactions until wrap-around</source>
        <translation>Transakce do přetečení</translation>
    </message>
    <message>
        <source>Transactions until wrap-around by table</source>
        <translation>Transakcí do přetečení podle tabulky</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Doba běhu</translation>
    </message>
    <message>
        <source>WAL buffers full</source>
        <translation>Plné WAL buffery</translation>
    </message>
    <message>
        <source>WAL files archived</source>
        <translation>Archivované soubory WAL</translation>
    </message>
    <message>
        <source>WAL kept for slots</source>
        <translation>WAL uchovaný pro sloty</translation>
    </message>
    <message>
        <source>WAL records</source>
        <translation>Záznamy WAL</translation>
    </message>
    <message>
        <source>Waiting for rows</source>
        <translation>Čekání na řádky</translation>
    </message>
    <message>
        <source>Waits for a free page</source>
        <translation>Čekání na volnou stránku</translation>
    </message>
    <message>
        <source>Waits for rows</source>
        <translation>Čekání na řádky</translation>
    </message>
    <message>
        <source>Waits for the log buffer</source>
        <translation>Čekání na vyrovnávací paměť logu</translation>
    </message>
    <message>
        <source>Waits of active sessions</source>
        <translation>Na co čekají aktivní relace</translation>
    </message>
    <message>
        <source>Way to the forced VACUUM</source>
        <translation>Cesta k vynucenému VACUUM</translation>
    </message>
    <message>
        <source>What statements do</source>
        <translation>Co příkazy dělají</translation>
    </message>
    <message>
        <source>Write-ahead log</source>
        <translation>Žurnál WAL</translation>
    </message>
    <message>
        <source>Write-ahead log beside the file</source>
        <translation>Write-ahead log vedle souboru</translation>
    </message>
    <message>
        <source>Written by process</source>
        <translation>Zápisy podle procesů</translation>
    </message>
</context>
<context>
    <name>monitor</name>
    <message>
        <source>Advice</source>
        <translation>Doporučení</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfigurace</translation>
    </message>
    <message>
        <source>Sampling costs {share} %</source>
        <translation>Měření stojí {share} %</translation>
    </message>
    <message>
        <source>Sessions and locks</source>
        <translation>Relace a zámky</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Příkazy</translation>
    </message>
    <message>
        <source>The server cannot be opened without you.</source>
        <translation>Server nelze bez vás otevřít.</translation>
    </message>
    <message>
        <source>The server does not answer; it is tried again.</source>
        <translation>Server neodpovídá; pokus se opakuje.</translation>
    </message>
    <message>
        <source>Uptime {time}</source>
        <translation>Běží {time}</translation>
    </message>
    <message>
        <source>d</source>
        <translation>d</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>neodpovídá</translation>
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
        <translation>primární</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>standby</source>
        <translation>záložní</translation>
    </message>
</context>
<context>
    <name>phases</name>
    <message>
        <source>Asking the first question…</source>
        <translation>Odesílání prvního dotazu…</translation>
    </message>
    <message>
        <source>Comparing the SSH host key…</source>
        <translation>Porovnává se klíč SSH serveru…</translation>
    </message>
    <message>
        <source>Connecting to the SSH server…</source>
        <translation>Připojování k SSH serveru…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Připojování…</translation>
    </message>
    <message>
        <source>Encrypting…</source>
        <translation>Šifrování…</translation>
    </message>
    <message>
        <source>Fetching the password…</source>
        <translation>Získávání hesla…</translation>
    </message>
    <message>
        <source>Going through the SSH tunnel…</source>
        <translation>Průchod tunelem SSH…</translation>
    </message>
    <message>
        <source>Logging in at the SSH server…</source>
        <translation>Přihlašování k SSH serveru…</translation>
    </message>
    <message>
        <source>Logging in…</source>
        <translation>Přihlašování…</translation>
    </message>
    <message>
        <source>Looking up the SSH server…</source>
        <translation>Hledá se SSH server…</translation>
    </message>
    <message>
        <source>Looking up the address…</source>
        <translation>Vyhledávání adresy…</translation>
    </message>
    <message>
        <source>Running the start-up SQL…</source>
        <translation>Běží úvodní SQL…</translation>
    </message>
</context>
<context>
    <name>plugins</name>
    <message>
        <source>All files in there, and in folders below.</source>
        <translation>Všechny soubory v ní i ve složkách pod ní.</translation>
    </message>
    <message>
        <source>Also texts of statements, as the policy of each connection allows.</source>
        <translation>Také texty příkazů, jak dovolí pravidla každého připojení.</translation>
    </message>
    <message>
        <source>Change data of your connections</source>
        <translation>Měnit data vašich připojení</translation>
    </message>
    <message>
        <source>Comes with Lapwing</source>
        <translation>Součást Lapwingu</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Jinde</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Propadlý</translation>
    </message>
    <message>
        <source>Hear and tell events: {name}</source>
        <translation>Slyšet a hlásit události: {name}</translation>
    </message>
    <message>
        <source>It cannot run here.</source>
        <translation>Zde nemůže běžet.</translation>
    </message>
    <message>
        <source>It comes with Lapwing, and runs inside its engine.</source>
        <translation>Je součástí Lapwingu a běží v jeho jádře.</translation>
    </message>
    <message>
        <source>It comes with Lapwing.</source>
        <translation>Je součástí Lapwingu.</translation>
    </message>
    <message>
        <source>It ended unexpectedly, and is started again soon.</source>
        <translation>Neočekávaně skončil a brzy bude znovu spuštěn.</translation>
    </message>
    <message>
        <source>It failed again and again, and is not started before you enable it anew.</source>
        <translation>Opakovaně selhal a nebude spuštěn, dokud jej znovu nezapnete.</translation>
    </message>
    <message>
        <source>It is being started.</source>
        <translation>Právě se spouští.</translation>
    </message>
    <message>
        <source>It is off: none of its code runs.</source>
        <translation>Je vypnutý: nic z jeho kódu neběží.</translation>
    </message>
    <message>
        <source>It is signed with a key that was revoked: it may be from somebody else than it says.</source>
        <translation>Je podepsán klíčem, který byl odvolán: může být od někoho jiného, než tvrdí.</translation>
    </message>
    <message>
        <source>It is signed with a key that you trust.</source>
        <translation>Je podepsán klíčem, kterému důvěřujete.</translation>
    </message>
    <message>
        <source>It learns names of connections, schemas and tables, but no rows.</source>
        <translation>Dozví se názvy připojení, schémat a tabulek, ale žádné řádky.</translation>
    </message>
    <message>
        <source>It may change, delete and define anything, but not where you may only read or confirm changes.</source>
        <translation>Smí cokoli měnit, mazat a definovat, ale ne tam, kde smíte jen číst nebo potvrzujete změny.</translation>
    </message>
    <message>
        <source>It may run statements that only read; it hears of the statements that you run, and may refuse them.</source>
        <translation>Smí spouštět příkazy, které jen čtou; dozvídá se o příkazech, které spouštíte, a smí je odmítnout.</translation>
    </message>
    <message>
        <source>It may send what it knows anywhere.</source>
        <translation>Co ví, smí poslat kamkoli.</translation>
    </message>
    <message>
        <source>It may send what it knows there, and nowhere else.</source>
        <translation>Co ví, smí poslat tam a nikam jinam.</translation>
    </message>
    <message>
        <source>It runs once in a profile: another engine runs it.</source>
        <translation>V profilu běží jen jednou: spouští ho jiný engine.</translation>
    </message>
    <message>
        <source>It runs.</source>
        <translation>Běží.</translation>
    </message>
    <message>
        <source>Keep secrets of its own</source>
        <translation>Uchovávat vlastní tajemství</translation>
    </message>
    <message>
        <source>Key changed</source>
        <translation>Jiný klíč</translation>
    </message>
    <message>
        <source>Key not compared</source>
        <translation>Klíč neporovnán</translation>
    </message>
    <message>
        <source>Lapwing</source>
        <translation>Lapwing</translation>
    </message>
    <message>
        <source>Lapwing sees to it: it alone holds the connections.</source>
        <translation>Dohlíží na to Lapwing: jen on drží připojení.</translation>
    </message>
    <message>
        <source>Lapwing&apos;s vault keeps them; it sees none but its own.</source>
        <translation>Uchovává je trezor Lapwingu; vidí jen svá vlastní.</translation>
    </message>
    <message>
        <source>Nobody has compared the key of {name}: it vouches for nothing, and what it has counts as unsigned.</source>
        <translation>Klíč rejstříku {name} nikdo neporovnal: za nic neručí a co obsahuje, platí za nepodepsané.</translation>
    </message>
    <message>
        <source>Nobody has signed it: whoever gave you the file may have changed it.</source>
        <translation>Nikdo jej nepodepsal: ten, kdo vám soubor dal, jej mohl změnit.</translation>
    </message>
    <message>
        <source>Not enforced here: trust required.</source>
        <translation>Zde není vynuceno: je nutná důvěra.</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nedostupný</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Zatím nepřečten</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Vypnuto</translation>
    </message>
    <message>
        <source>Older copy</source>
        <translation>Starší kopie</translation>
    </message>
    <message>
        <source>Quarantined</source>
        <translation>V karanténě</translation>
    </message>
    <message>
        <source>Reach any host on the network</source>
        <translation>Spojit se s kterýmkoli počítačem v síti</translation>
    </message>
    <message>
        <source>Reach the host that you write into its setting {name}</source>
        <translation>Spojit se s počítačem, který napíšete do jeho nastavení {name}</translation>
    </message>
    <message>
        <source>Reach {name}</source>
        <translation>Spojit se s {name}</translation>
    </message>
    <message>
        <source>Read and write files in {name}</source>
        <translation>Číst a zapisovat soubory v {name}</translation>
    </message>
    <message>
        <source>Read data of your connections</source>
        <translation>Číst data vašich připojení</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Odmítnuto</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Restartuje se</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Odvolán</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Běží</translation>
    </message>
    <message>
        <source>See your connections and their tables</source>
        <translation>Vidět vaše připojení a jejich tabulky</translation>
    </message>
    <message>
        <source>Show pages in the window</source>
        <translation>Zobrazovat stránky v okně</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Podepsaný</translation>
    </message>
    <message>
        <source>Something that this Lapwing does not know: {name}</source>
        <translation>Něco, co tento Lapwing nezná: {name}</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Spouští se</translation>
    </message>
    <message>
        <source>The system&apos;s kernel sees to it that it does no more.</source>
        <translation>Jádro systému dohlíží na to, aby nedělal víc.</translation>
    </message>
    <message>
        <source>The system&apos;s kernel sees to it where it can; it is told once it runs.</source>
        <translation>Jádro systému na to dohlíží, kde může; sdělí se, jakmile poběží.</translation>
    </message>
    <message>
        <source>This system keeps no plugin from files, networks and programs that it did not ask for. Trust is required.</source>
        <translation>Tento systém nebrání modulům v přístupu k souborům, sítím a programům, o které nežádaly. Je nutná důvěra.</translation>
    </message>
    <message>
        <source>Unsigned</source>
        <translation>Nepodepsaný</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Aktuální</translation>
    </message>
    <message>
        <source>What happens in Lapwing, without rows and secrets.</source>
        <translation>Co se v Lapwingu děje, bez řádků a tajemství.</translation>
    </message>
    <message>
        <source>What it means cannot be said. It is not given here.</source>
        <translation>Co to znamená, nelze říci. Zde se to neposkytuje.</translation>
    </message>
    <message>
        <source>What it said on {day} is shown.</source>
        <translation>Zobrazeno je, co uváděl {day}.</translation>
    </message>
    <message>
        <source>What it shows is drawn by Lapwing; none of its code runs in the window.</source>
        <translation>Co zobrazuje, kreslí Lapwing; žádný jeho kód v okně neběží.</translation>
    </message>
    <message>
        <source>{name} was valid until {day}: it vouches for nothing any more. Its owner should make a new one.</source>
        <translation>{name} platil do {day}: už za nic neručí. Jeho vlastník by měl vytvořit nový.</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>Another program listens there, maybe Lapwing itself in another profile. Choose another port.</source>
        <translation>Naslouchá tam jiný program, možná Lapwing sám v jiném profilu. Zvolte jiný port.</translation>
    </message>
    <message>
        <source>Any program on this machine, and whoever a tunnel lets in, can send to it: nothing is signed.</source>
        <translation>Kterýkoli program na tomto počítači, a koho pustí tunel, sem může poslat: nic není podepsáno.</translation>
    </message>
    <message>
        <source>At most {most} host names can be given.</source>
        <translation>Lze zadat nejvýše {most} názvů hostitelů.</translation>
    </message>
    <message>
        <source>Check its spelling, and the network.</source>
        <translation>Zkontrolujte pravopis a síť.</translation>
    </message>
    <message>
        <source>Choose another address or port.</source>
        <translation>Zvolte jinou adresu nebo port.</translation>
    </message>
    <message>
        <source>Compressed bodies are not taken.</source>
        <translation>Komprimovaná těla se nepřijímají.</translation>
    </message>
    <message>
        <source>Health is asked for by GET.</source>
        <translation>Na stav se ptá metodou GET.</translation>
    </message>
    <message>
        <source>It came before, as {id}.</source>
        <translation>Už jednou přišla, jako {id}.</translation>
    </message>
    <message>
        <source>It gives its length in two ways.</source>
        <translation>Délka je uvedena dvěma způsoby.</translation>
    </message>
    <message>
        <source>It has no secret yet, so all that comes is put off.</source>
        <translation>Ještě nemá tajemství, proto se vše, co přijde, odkládá.</translation>
    </message>
    <message>
        <source>It has too many headers, or too long ones.</source>
        <translation>Má příliš mnoho hlaviček nebo příliš dlouhé.</translation>
    </message>
    <message>
        <source>It holds blanks or signs that no sender gives out.</source>
        <translation>Obsahuje mezery nebo znaky, které žádný odesílatel nedává.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Je prázdné.</translation>
    </message>
    <message>
        <source>It is no longer there, and was disabled.</source>
        <translation>Už tam není a byl vypnut.</translation>
    </message>
    <message>
        <source>It is shorter than 16 characters, which can be guessed.</source>
        <translation>Je kratší než 16 znaků a dá se uhodnout.</translation>
    </message>
    <message>
        <source>It is told again when it wants to be.</source>
        <translation>Dostane ji znovu, až bude chtít.</translation>
    </message>
    <message>
        <source>It listens beyond this machine: anybody who reaches it can try. Put a proxy with TLS before it, since it speaks plain HTTP.</source>
        <translation>Je dostupný i mimo tento počítač: kdo se k němu dostane, může to zkusit. Postavte před něj proxy s TLS, protože mluví jen HTTP.</translation>
    </message>
    <message>
        <source>It may have {most} headers at most.</source>
        <translation>Může mít nejvýše {most} hlaviček.</translation>
    </message>
    <message>
        <source>It needs 1 to {most} patterns of events, such as query.* or *.</source>
        <translation>Potřebuje 1 až {most} vzorů událostí, například query.* nebo *.</translation>
    </message>
    <message>
        <source>It takes no messages of that size.</source>
        <translation>Zprávy této velikosti tam nepřijímají.</translation>
    </message>
    <message>
        <source>It was cut off in the middle.</source>
        <translation>Zpráva byla uprostřed přerušena.</translation>
    </message>
    <message>
        <source>It was signed more than {tolerance} s before or after now.</source>
        <translation>Byla podepsána víc než {tolerance} s před tímto okamžikem nebo po něm.</translation>
    </message>
    <message>
        <source>Its URL cannot be taken apart; write for example https://example.org/hooks/lapwing.</source>
        <translation>URL nelze rozebrat; napište například https://example.org/hooks/lapwing.</translation>
    </message>
    <message>
        <source>Its URL may hold no fragment (#).</source>
        <translation>URL nesmí obsahovat fragment (#).</translation>
    </message>
    <message>
        <source>Its URL may hold no user and no password: send them as the header Authorization.</source>
        <translation>URL nesmí obsahovat uživatele ani heslo: pošlete je v hlavičce Authorization.</translation>
    </message>
    <message>
        <source>Its URL must be of up to 2000 printable ASCII characters; write an international host in punycode.</source>
        <translation>URL musí mít nejvýše 2000 tisknutelných znaků ASCII; mezinárodní název hostitele zapište v punycode.</translation>
    </message>
    <message>
        <source>Its URL must begin with https:// and name a host.</source>
        <translation>URL musí začínat https:// a uvádět hostitele.</translation>
    </message>
    <message>
        <source>Its URL names no proper host.</source>
        <translation>URL neuvádí platného hostitele.</translation>
    </message>
    <message>
        <source>Its URL names port 0.</source>
        <translation>URL uvádí port 0.</translation>
    </message>
    <message>
        <source>Its body has more than {most} bytes.</source>
        <translation>Tělo má víc než {most} bajtů.</translation>
    </message>
    <message>
        <source>Its body is not the JSON that its type promises.</source>
        <translation>Tělo není JSON, který slibuje jeho typ.</translation>
    </message>
    <message>
        <source>Its body is not the form that its type promises.</source>
        <translation>Tělo není formulář, který slibuje jeho typ.</translation>
    </message>
    <message>
        <source>Its host looks like an address, but is none: write four numbers, such as 192.0.2.1.</source>
        <translation>Hostitel vypadá jako adresa, ale není to adresa: napište čtyři čísla, například 192.0.2.1.</translation>
    </message>
    <message>
        <source>Its key is shorter than 16 bytes, which can be guessed.</source>
        <translation>Klíč je kratší než 16 bajtů a dá se uhodnout.</translation>
    </message>
    <message>
        <source>Its name must have 1 to 80 characters.</source>
        <translation>Název musí mít 1 až 80 znaků.</translation>
    </message>
    <message>
        <source>Its name stands in its URL: up to 64 lower-case letters, digits, dots, - and _, such as github.</source>
        <translation>Název je součástí URL: nejvýše 64 malých písmen, číslic, teček, - a _, například github.</translation>
    </message>
    <message>
        <source>Its proxy must look like http://proxy.example.org:3128, without user and password.</source>
        <translation>Proxy musí vypadat jako http://proxy.example.org:3128, bez uživatele a hesla.</translation>
    </message>
    <message>
        <source>Its retries must be 0 to {most}.</source>
        <translation>Počet opakování musí být 0 až {most}.</translation>
    </message>
    <message>
        <source>Its secrets are kept in the keyring or in the encrypted file.</source>
        <translation>Tajemství se uchovávají v klíčence nebo v zašifrovaném souboru.</translation>
    </message>
    <message>
        <source>Its signature is not written as its scheme says.</source>
        <translation>Podpis není zapsán tak, jak předepisuje jeho schéma.</translation>
    </message>
    <message>
        <source>Its time is no number of seconds.</source>
        <translation>Čas není počet sekund.</translation>
    </message>
    <message>
        <source>Its timeout must be {least} to {most} ms.</source>
        <translation>Časový limit musí být {least} až {most} ms.</translation>
    </message>
    <message>
        <source>Its type is none of JSON, a form and plain text.</source>
        <translation>Typ není JSON, formulář ani prostý text.</translation>
    </message>
    <message>
        <source>Messages without a signature are taken from this machine only.</source>
        <translation>Zprávy bez podpisu se přijímají jen z tohoto počítače.</translation>
    </message>
    <message>
        <source>More comes than can be held.</source>
        <translation>Přichází víc, než lze držet.</translation>
    </message>
    <message>
        <source>More comes than can be kept.</source>
        <translation>Přichází víc, než lze uložit.</translation>
    </message>
    <message>
        <source>More comes than is taken in a second.</source>
        <translation>Přichází víc, než se za sekundu přijímá.</translation>
    </message>
    <message>
        <source>Others reach the listener, so it needs a signature.</source>
        <translation>Naslouchání je dostupné i ostatním, proto je podpis nutný.</translation>
    </message>
    <message>
        <source>Redirects are not followed: enter the address it leads to.</source>
        <translation>Přesměrování se nesledují: zadejte adresu, kam vede.</translation>
    </message>
    <message>
        <source>See to its URL.</source>
        <translation>Zkontrolujte URL.</translation>
    </message>
    <message>
        <source>See to its URL: it takes no POST.</source>
        <translation>Zkontrolujte URL: POST tam nepřijímají.</translation>
    </message>
    <message>
        <source>See to its certificate.</source>
        <translation>Zkontrolujte jeho certifikát.</translation>
    </message>
    <message>
        <source>See to its header Authorization.</source>
        <translation>Zkontrolujte hlavičku Authorization.</translation>
    </message>
    <message>
        <source>See to its headers, and to what it lets in.</source>
        <translation>Zkontrolujte hlavičky a co tam smí dovnitř.</translation>
    </message>
    <message>
        <source>See to the endpoint&apos;s file of certificates.</source>
        <translation>Zkontrolujte soubor s certifikáty koncového bodu.</translation>
    </message>
    <message>
        <source>See whether it runs and listens there.</source>
        <translation>Zjistěte, zda běží a naslouchá tam.</translation>
    </message>
    <message>
        <source>See whether it runs, or give it a longer timeout.</source>
        <translation>Zjistěte, zda běží, nebo mu dejte delší časový limit.</translation>
    </message>
    <message>
        <source>See whether it speaks TLS on this port.</source>
        <translation>Zjistěte, zda na tomto portu mluví TLS.</translation>
    </message>
    <message>
        <source>See why it does not take the message.</source>
        <translation>Zjistěte, proč zprávu nepřijímá.</translation>
    </message>
    <message>
        <source>Slack asks whether this URL is its own.</source>
        <translation>Slack se ptá, zda je tato URL jeho.</translation>
    </message>
    <message>
        <source>Standard Webhooks wants whsec_ and base64 behind it.</source>
        <translation>Standard Webhooks vyžaduje whsec_ a za ním base64.</translation>
    </message>
    <message>
        <source>That is not HTTP as it must be.</source>
        <translation>To není správné HTTP.</translation>
    </message>
    <message>
        <source>The address must be an IP address such as 127.0.0.1 or ::1.</source>
        <translation>Adresa musí být IP adresa, například 127.0.0.1 nebo ::1.</translation>
    </message>
    <message>
        <source>The body took too long.</source>
        <translation>Tělo trvalo příliš dlouho.</translation>
    </message>
    <message>
        <source>The header {name} holds no usable name.</source>
        <translation>Hlavička {name} neobsahuje použitelný název.</translation>
    </message>
    <message>
        <source>The header {name} is given more than once.</source>
        <translation>Hlavička {name} je uvedena víckrát.</translation>
    </message>
    <message>
        <source>The header {name} is missing.</source>
        <translation>Chybí hlavička {name}.</translation>
    </message>
    <message>
        <source>The header {name} is there twice.</source>
        <translation>Hlavička {name} je uvedena dvakrát.</translation>
    </message>
    <message>
        <source>The header {name} is written by Lapwing itself.</source>
        <translation>Hlavičku {name} píše Lapwing sám.</translation>
    </message>
    <message>
        <source>The listener is not known by that name.</source>
        <translation>Pod tímto názvem není naslouchání známo.</translation>
    </message>
    <message>
        <source>The message cannot be kept now.</source>
        <translation>Zprávu teď nelze uložit.</translation>
    </message>
    <message>
        <source>The number of days must be from {low} to {high}.</source>
        <translation>Počet dní musí být od {low} do {high}.</translation>
    </message>
    <message>
        <source>The number of megabytes must be from {low} to {high}.</source>
        <translation>Počet megabajtů musí být od {low} do {high}.</translation>
    </message>
    <message>
        <source>The number of messages a second must be from {low} to {high}.</source>
        <translation>Počet zpráv za sekundu musí být od {low} do {high}.</translation>
    </message>
    <message>
        <source>The port must be from {low} to {high}.</source>
        <translation>Port musí být od {low} do {high}.</translation>
    </message>
    <message>
        <source>The request&apos;s head is too long.</source>
        <translation>Hlavička požadavku je příliš dlouhá.</translation>
    </message>
    <message>
        <source>The request&apos;s head took too long.</source>
        <translation>Hlavička požadavku trvala příliš dlouho.</translation>
    </message>
    <message>
        <source>The secret of the service cannot be read now.</source>
        <translation>Tajemství služby teď nelze přečíst.</translation>
    </message>
    <message>
        <source>The service has no secret yet.</source>
        <translation>Služba ještě nemá tajemství.</translation>
    </message>
    <message>
        <source>The settings of the listener cannot be read now.</source>
        <translation>Nastavení naslouchání teď nelze přečíst.</translation>
    </message>
    <message>
        <source>The signature does not match the body.</source>
        <translation>Podpis neodpovídá tělu zprávy.</translation>
    </message>
    <message>
        <source>The system reserves ports below 1024. Choose another port.</source>
        <translation>Systém si porty pod 1024 vyhrazuje. Zvolte jiný port.</translation>
    </message>
    <message>
        <source>The time until which its old secret is used must be a number.</source>
        <translation>Čas, do kterého platí staré tajemství, musí být číslo.</translation>
    </message>
    <message>
        <source>The value of the header {name} is a secret, and has no place in the list.</source>
        <translation>Hodnota hlavičky {name} je tajná a do seznamu nepatří.</translation>
    </message>
    <message>
        <source>The value of the header {name} must be of up to 4000 printable ASCII characters in one line.</source>
        <translation>Hodnota hlavičky {name} musí mít nejvýše 4000 tisknutelných znaků ASCII na jednom řádku.</translation>
    </message>
    <message>
        <source>There is no such service.</source>
        <translation>Taková služba neexistuje.</translation>
    </message>
    <message>
        <source>There is nothing at this path.</source>
        <translation>Na této cestě nic není.</translation>
    </message>
    <message>
        <source>This machine has no such address. Choose 127.0.0.1, or one that it has.</source>
        <translation>Tento počítač takovou adresu nemá. Zvolte 127.0.0.1 nebo některou, kterou má.</translation>
    </message>
    <message>
        <source>Too many connections are open.</source>
        <translation>Je otevřeno příliš mnoho spojení.</translation>
    </message>
    <message>
        <source>Web pages may not send to a service that asks for no signature.</source>
        <translation>Webové stránky nesmějí posílat službě, která nevyžaduje podpis.</translation>
    </message>
    <message>
        <source>Webhooks are sent by POST.</source>
        <translation>Webhooky se posílají metodou POST.</translation>
    </message>
    <message>
        <source>Without TLS (http://) only addresses of this machine or a private network can be used: allow them first.</source>
        <translation>Bez TLS (http://) lze použít jen adresy tohoto počítače nebo soukromé sítě: nejdřív je povolte.</translation>
    </message>
    <message>
        <source>a link-local address</source>
        <translation>adresa místní linky</translation>
    </message>
    <message>
        <source>a multicast address</source>
        <translation>vícesměrová adresa</translation>
    </message>
    <message>
        <source>a name without addresses</source>
        <translation>název bez adres</translation>
    </message>
    <message>
        <source>a private address</source>
        <translation>soukromá adresa</translation>
    </message>
    <message>
        <source>a reserved address</source>
        <translation>vyhrazená adresa</translation>
    </message>
    <message>
        <source>endpoint {number} is no object.</source>
        <translation>koncový bod {number} není objekt.</translation>
    </message>
    <message>
        <source>it asks for no signature, so it has no secret.</source>
        <translation>nevyžaduje podpis, a proto nemá tajemství.</translation>
    </message>
    <message>
        <source>it did not answer in time.</source>
        <translation>včas neodpověděl.</translation>
    </message>
    <message>
        <source>it does not sign what it sends.</source>
        <translation>nepodepisuje, co posílá.</translation>
    </message>
    <message>
        <source>it has no address ({words}).</source>
        <translation>nemá adresu ({words}).</translation>
    </message>
    <message>
        <source>it has no list `endpoints`.</source>
        <translation>chybí seznam `endpoints`.</translation>
    </message>
    <message>
        <source>it has the unknown field {name}.</source>
        <translation>obsahuje neznámé pole {name}.</translation>
    </message>
    <message>
        <source>it is longer than a megabyte.</source>
        <translation>text je delší než megabajt.</translation>
    </message>
    <message>
        <source>it is no host name ({words})</source>
        <translation>není to název hostitele ({words})</translation>
    </message>
    <message>
        <source>it is too deep.</source>
        <translation>text je příliš hluboko vnořený.</translation>
    </message>
    <message>
        <source>it must list 1 to {most} endpoints.</source>
        <translation>musí uvádět 1 až {most} koncových bodů.</translation>
    </message>
    <message>
        <source>its `enabled` must be true or false.</source>
        <translation>enabled` musí být true nebo false.</translation>
    </message>
    <message>
        <source>its certificate does not stand up ({words}).</source>
        <translation>jeho certifikát neobstál ({words}).</translation>
    </message>
    <message>
        <source>its format must be one of {formats}.</source>
        <translation>formát musí být jeden z {formats}.</translation>
    </message>
    <message>
        <source>its headers must be texts by their names.</source>
        <translation>hlavičky musí být texty pod svými názvy.</translation>
    </message>
    <message>
        <source>its name is there twice.</source>
        <translation>název je uveden dvakrát.</translation>
    </message>
    <message>
        <source>its sender gives the secret: it has to be entered.</source>
        <translation>tajemství dává odesílatel: je třeba je zadat.</translation>
    </message>
    <message>
        <source>its signature</source>
        <translation>podpis</translation>
    </message>
    <message>
        <source>its {name} must be a list of texts.</source>
        <translation>{name} musí být seznam textů.</translation>
    </message>
    <message>
        <source>its {name} must be a text.</source>
        <translation>{name} musí být text.</translation>
    </message>
    <message>
        <source>its {name} must be a whole number.</source>
        <translation>{name} musí být celé číslo.</translation>
    </message>
    <message>
        <source>its {name} must be true or false.</source>
        <translation>{name} musí být true nebo false.</translation>
    </message>
    <message>
        <source>line {line}, column {column}: it is no JSON.</source>
        <translation>řádek {line}, sloupec {column}: to není JSON.</translation>
    </message>
    <message>
        <source>no address of a machine</source>
        <translation>není adresa počítače</translation>
    </message>
    <message>
        <source>no address that is known</source>
        <translation>není známá adresa</translation>
    </message>
    <message>
        <source>no encrypted connection ({words}).</source>
        <translation>žádné šifrované spojení ({words}).</translation>
    </message>
    <message>
        <source>the header {name}</source>
        <translation>hlavičku {name}</translation>
    </message>
    <message>
        <source>the secret before can be believed for up to 90 days.</source>
        <translation>předchozímu tajemství lze věřit nejvýše 90 dní.</translation>
    </message>
    <message>
        <source>there are {most} already.</source>
        <translation>už jich je {most}.</translation>
    </message>
    <message>
        <source>there is one of that name already.</source>
        <translation>jeden s tímto názvem už existuje.</translation>
    </message>
    <message>
        <source>this machine itself</source>
        <translation>tento počítač</translation>
    </message>
    <message>
        <source>{file} holds no certificates ({words}).</source>
        <translation>{file} neobsahuje certifikáty ({words}).</translation>
    </message>
    <message>
        <source>{name} is no host name.</source>
        <translation>{name} není název hostitele.</translation>
    </message>
    <message>
        <source>{name} is no name of a header.</source>
        <translation>{name} není název hlavičky.</translation>
    </message>
    <message>
        <source>{part} in its URL</source>
        <translation>{part} v URL</translation>
    </message>
    <message>
        <source>{part} may stand once in its URL, behind the host.</source>
        <translation>{part} smí být v URL jen jednou, za hostitelem.</translation>
    </message>
    <message>
        <source>{pattern} is about deliveries themselves, and cannot be delivered.</source>
        <translation>{pattern} se týká samotných doručení a nelze je doručovat.</translation>
    </message>
    <message>
        <source>{pattern} is no pattern of events; write for example query.failed or alert.*.</source>
        <translation>{pattern} není vzor událostí; napište například query.failed nebo alert.*.</translation>
    </message>
    <message>
        <source>{service} asks for no signature, which is only for this machine.</source>
        <translation>{service} nevyžaduje podpis, což jde jen pro tento počítač.</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>As the system</source>
        <translation>Podle systému</translation>
    </message>
    <message>
        <source>As typed</source>
        <translation>Jak je napsáno</translation>
    </message>
    <message>
        <source>At the beginning of the line</source>
        <translation>Na začátku řádku</translation>
    </message>
    <message>
        <source>At the end of the line</source>
        <translation>Na konci řádku</translation>
    </message>
    <message>
        <source>Blanks of one step, or `tab`.</source>
        <translation>Mezery jednoho kroku, nebo `tab`.</translation>
    </message>
    <message>
        <source>CAPITALS</source>
        <translation>VELKÁ PÍSMENA</translation>
    </message>
    <message>
        <source>Closed again as soon as they have nothing to do. A connection&apos;s option pool_overflow goes first.</source>
        <translation>Zavřou se znovu, jakmile nemají co dělat. Přednost má volba připojení pool_overflow.</translation>
    </message>
    <message>
        <source>Columns; what fits stays on one line.</source>
        <translation>Sloupce; co se vejde, zůstane na jednom řádku.</translation>
    </message>
    <message>
        <source>Commas when formatting</source>
        <translation>Čárky při formátování</translation>
    </message>
    <message>
        <source>Complete while typing</source>
        <translation>Doplňovat při psaní</translation>
    </message>
    <message>
        <source>Connect time-out</source>
        <translation>Časový limit připojení</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Připojení</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tmavý</translation>
    </message>
    <message>
        <source>Days after which entries are deleted unless they are pinned; 0 means never.</source>
        <translation>Dny, po kterých se záznamy odstraní, pokud nejsou připnuté; 0 znamená nikdy.</translation>
    </message>
    <message>
        <source>Days after which events are deleted; 0 means never.</source>
        <translation>Dny, po kterých se události mažou; 0 znamená nikdy.</translation>
    </message>
    <message>
        <source>Days after which webhook deliveries that are over go from the log; 0 means never.</source>
        <translation>Dny, po nichž se ukončená doručení webhooků z protokolu mažou; 0 znamená nikdy.</translation>
    </message>
    <message>
        <source>Days for which the average, lowest and highest value of each hour are kept.</source>
        <translation>Počet dní, po které se uchovává průměr, nejnižší a nejvyšší hodnota každé hodiny.</translation>
    </message>
    <message>
        <source>Days for which the average, lowest and highest value of each minute are kept.</source>
        <translation>Počet dní, po které se uchovává průměr, nejnižší a nejvyšší hodnota každé minuty.</translation>
    </message>
    <message>
        <source>Days in the history</source>
        <translation>Dny v historii</translation>
    </message>
    <message>
        <source>Days of deliveries</source>
        <translation>Dny doručení</translation>
    </message>
    <message>
        <source>Days of events</source>
        <translation>Dny událostí</translation>
    </message>
    <message>
        <source>Days of hours</source>
        <translation>Dny po hodinách</translation>
    </message>
    <message>
        <source>Days of minutes</source>
        <translation>Dny po minutách</translation>
    </message>
    <message>
        <source>Delay before another attempt</source>
        <translation>Prodleva před dalším pokusem</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>Editor text size</source>
        <translation>Velikost textu editoru</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Události</translation>
    </message>
    <message>
        <source>Failed attempts in a row after which a webhook endpoint is left alone for a while.</source>
        <translation>Neúspěšné pokusy za sebou, po nichž se koncový bod webhooku nechá chvíli na pokoji.</translation>
    </message>
    <message>
        <source>Failures in a row</source>
        <translation>Neúspěchy za sebou</translation>
    </message>
    <message>
        <source>Formatting</source>
        <translation>Formátování</translation>
    </message>
    <message>
        <source>Functions when formatting</source>
        <translation>Funkce při formátování</translation>
    </message>
    <message>
        <source>Further attempts to connect</source>
        <translation>Další pokusy o připojení</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Obecné</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historie</translation>
    </message>
    <message>
        <source>Hours after which a webhook delivery that was tried is given up, whatever retries are left.</source>
        <translation>Hodiny, po nichž se doručení webhooku, o které se už pokoušelo, vzdá, ať zbývá kolik pokusů chce.</translation>
    </message>
    <message>
        <source>Hours for which metrics of monitored servers are kept as they were sampled, once a second or so.</source>
        <translation>Počet hodin, po které se metriky sledovaných serverů uchovávají tak, jak byly naměřeny, zhruba jednou za sekundu.</translation>
    </message>
    <message>
        <source>Hours of samples</source>
        <translation>Hodiny vzorků</translation>
    </message>
    <message>
        <source>How often connecting is tried again when the server cannot be reached. Statements never are. A connection&apos;s option retry_attempts goes first.</source>
        <translation>Kolikrát se pokus o připojení zopakuje, když server není dosažitelný. Příkazy se neopakují nikdy. Přednost má volba připojení retry_attempts.</translation>
    </message>
    <message>
        <source>Idle transactions</source>
        <translation>Nečinné transakce</translation>
    </message>
    <message>
        <source>Indentation when formatting</source>
        <translation>Odsazení při formátování</translation>
    </message>
    <message>
        <source>Keep a history</source>
        <translation>Vést historii</translation>
    </message>
    <message>
        <source>Keep values of parameters</source>
        <translation>Uchovávat hodnoty parametrů</translation>
    </message>
    <message>
        <source>Keywords when formatting</source>
        <translation>Klíčová slova při formátování</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Jazyk</translation>
    </message>
    <message>
        <source>Lapwing&apos;s own sessions that read a connection&apos;s catalogue. Its option pool_max goes first.</source>
        <translation>Vlastní relace Lapwingu, které čtou katalog připojení. Přednost má jeho volba pool_max.</translation>
    </message>
    <message>
        <source>Lapwing&apos;s own sessions that stay open once one was needed. A connection&apos;s option pool_min goes first.</source>
        <translation>Vlastní relace Lapwingu, které zůstanou otevřené, jakmile byla některá potřeba. Přednost má volba připojení pool_min.</translation>
    </message>
    <message>
        <source>Letters that formatting gives built-in functions; `typed` leaves them alone.</source>
        <translation>Velikost písmen, kterou formátování dává vestavěným funkcím; `typed` ji ponechá.</translation>
    </message>
    <message>
        <source>Letters that formatting gives keywords; `typed` leaves them alone.</source>
        <translation>Velikost písmen, kterou formátování dává klíčovým slovům; `typed` ji ponechá.</translation>
    </message>
    <message>
        <source>Letters that formatting gives the names of types; `typed` leaves them alone.</source>
        <translation>Velikost písmen, kterou formátování dává názvům typů; `typed` ji ponechá.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Světlý</translation>
    </message>
    <message>
        <source>Light, dark, or whatever the system says.</source>
        <translation>Světlý, tmavý, nebo podle systému.</translation>
    </message>
    <message>
        <source>Longest wait between attempts</source>
        <translation>Nejdelší čekání mezi pokusy</translation>
    </message>
    <message>
        <source>Megabytes that all result files of one engine may take together.</source>
        <translation>Megabajty, které smějí všechny soubory výsledků jednoho enginu dohromady zabrat.</translation>
    </message>
    <message>
        <source>Megabytes that events may take; the oldest go first.</source>
        <translation>Megabajty, které smí události zabrat; nejstarší jdou první.</translation>
    </message>
    <message>
        <source>Megabytes that the history may take; the oldest entries go first, pinned ones never.</source>
        <translation>Megabajty, které smí zabrat historie; nejstarší záznamy se odstraňují první, připnuté nikdy.</translation>
    </message>
    <message>
        <source>Megabytes that the kept metrics of all servers may take; the oldest, which are the coarsest, go first.</source>
        <translation>Megabajty, které smějí uchované metriky všech serverů zabrat; nejstarší, a tedy nejhrubší, se mažou první.</translation>
    </message>
    <message>
        <source>Megabytes that the log of webhook deliveries may take; the oldest go first, and what waits stays.</source>
        <translation>Megabajty, které smí zabrat protokol doručení webhooků; nejstarší se mažou první, čekající zůstávají.</translation>
    </message>
    <message>
        <source>Metadata sessions</source>
        <translation>Relace pro metadata</translation>
    </message>
    <message>
        <source>Metadata sessions at most</source>
        <translation>Nejvýše relací pro metadata</translation>
    </message>
    <message>
        <source>Metadata sessions beyond that</source>
        <translation>Relace pro metadata navíc</translation>
    </message>
    <message>
        <source>Metadata sessions kept open</source>
        <translation>Trvale otevřené relace pro metadata</translation>
    </message>
    <message>
        <source>Metadata sessions&apos; age</source>
        <translation>Stáří relací pro metadata</translation>
    </message>
    <message>
        <source>Metadata sessions&apos; health check</source>
        <translation>Kontrola relací pro metadata</translation>
    </message>
    <message>
        <source>Metadata sessions&apos; idle time-out</source>
        <translation>Limit nečinnosti relací pro metadata</translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation>Sledování</translation>
    </message>
    <message>
        <source>Notify after</source>
        <translation>Upozornit po</translation>
    </message>
    <message>
        <source>Patience with a delivery</source>
        <translation>Trpělivost s doručením</translation>
    </message>
    <message>
        <source>Pause time-out</source>
        <translation>Časový limit pozastavení</translation>
    </message>
    <message>
        <source>Pixels at 100 %.</source>
        <translation>Pixely při 100 %.</translation>
    </message>
    <message>
        <source>Reconnect idle sessions</source>
        <translation>Obnovovat nečinné relace</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Výsledky</translation>
    </message>
    <message>
        <source>Room for deliveries</source>
        <translation>Místo pro doručení</translation>
    </message>
    <message>
        <source>Room for events</source>
        <translation>Místo pro události</translation>
    </message>
    <message>
        <source>Room for metrics</source>
        <translation>Místo pro metriky</translation>
    </message>
    <message>
        <source>Room for results</source>
        <translation>Místo pro výsledky</translation>
    </message>
    <message>
        <source>Room for the history</source>
        <translation>Místo pro historii</translation>
    </message>
    <message>
        <source>Row limit</source>
        <translation>Limit řádků</translation>
    </message>
    <message>
        <source>Rows after which fetching a result pauses. 0 means no limit.</source>
        <translation>Řádky, po kterých se načítání výsledku pozastaví. 0 znamená bez limitu.</translation>
    </message>
    <message>
        <source>Seconds after which an open transaction in which nothing runs is rolled back; 0 means never. You are asked before. What a connection&apos;s environment, or the connection, says goes first.</source>
        <translation>Sekundy, po nichž se otevřená transakce, ve které nic neběží, vrátí zpět; 0 znamená nikdy. Předtím se Lapwing zeptá. Přednost má, co říká prostředí připojení nebo připojení samo.</translation>
    </message>
    <message>
        <source>Seconds after which an unused one is closed. A connection&apos;s option pool_idle_timeout goes first.</source>
        <translation>Sekundy, po kterých se nepoužívaná relace zavře. Přednost má volba připojení pool_idle_timeout.</translation>
    </message>
    <message>
        <source>Seconds after which one is replaced; 0 means never. A connection&apos;s option pool_recycle goes first.</source>
        <translation>Sekundy, po kterých se relace nahradí; 0 znamená nikdy. Přednost má volba připojení pool_recycle.</translation>
    </message>
    <message>
        <source>Seconds after which the desktop is told that a statement or a background job is over, when another program is in front; 0 means never.</source>
        <translation>Počet sekund, po nichž se ploše oznámí konec příkazu nebo úlohy na pozadí, když je vpředu jiný program; 0 znamená nikdy.</translation>
    </message>
    <message>
        <source>Seconds between two attempts to connect. A connection&apos;s option retry_delay goes first.</source>
        <translation>Sekundy mezi dvěma pokusy o připojení. Přednost má volba připojení retry_delay.</translation>
    </message>
    <message>
        <source>Seconds that a statement paused at the row limit stays open on the server.</source>
        <translation>Sekundy, po které zůstane příkaz pozastavený na limitu řádků na serveru otevřený.</translation>
    </message>
    <message>
        <source>Seconds that connecting and logging in may take. A connection&apos;s option connect_timeout goes first.</source>
        <translation>Sekundy, které smí trvat připojení a přihlášení. Přednost má volba připojení connect_timeout.</translation>
    </message>
    <message>
        <source>Seconds to which the wait between two attempts at a webhook delivery grows; the first one is about 1 s.</source>
        <translation>Sekundy, na které naroste čekání mezi dvěma pokusy o doručení webhooku; první trvá asi 1 s.</translation>
    </message>
    <message>
        <source>Seconds without use after which one is asked for a sign of life before it is used. A connection&apos;s option pool_health_check goes first.</source>
        <translation>Sekundy bez použití, po kterých se relace před použitím ověří, zda ještě odpovídá. Přednost má volba připojení pool_health_check.</translation>
    </message>
    <message>
        <source>Show blanks</source>
        <translation>Zobrazovat bílé znaky</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulátor</translation>
    </message>
    <message>
        <source>The system&apos;s, or one that Lapwing brings along.</source>
        <translation>Jazyk systému, nebo některý, který Lapwing přináší.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Motiv</translation>
    </message>
    <message>
        <source>Types when formatting</source>
        <translation>Typy při formátování</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooky</translation>
    </message>
    <message>
        <source>Whether a comma ends a line or begins one, where a list goes over lines.</source>
        <translation>Zda čárka řádek končí, nebo začíná, když seznam přesahuje přes více řádků.</translation>
    </message>
    <message>
        <source>Whether a session whose connection died while nothing ran on it is opened again by the next statement. A connection&apos;s option auto_reconnect goes first.</source>
        <translation>Zda relaci, jejíž připojení zaniklo, když na ní nic neběželo, znovu otevře další příkaz. Přednost má volba připojení auto_reconnect.</translation>
    </message>
    <message>
        <source>Whether blanks and tabs in the editors are shown by dots and arrows.</source>
        <translation>Zda se mezery a tabulátory v editorech zobrazují jako tečky a šipky.</translation>
    </message>
    <message>
        <source>Whether lines of the editors that are wider than the view are broken.</source>
        <translation>Zda se zalamují řádky editorů, které jsou širší než zobrazení.</translation>
    </message>
    <message>
        <source>Whether statements are written to the history before they are sent. Passwords in them never are. A connection&apos;s option history goes first.</source>
        <translation>Zda se příkazy zapisují do historie před odesláním. Hesla v nich nikdy. Přednost má volba připojení history.</translation>
    </message>
    <message>
        <source>Whether the editor offers names and keywords as you type; Ctrl+Space asks for them in any case.</source>
        <translation>Zda editor při psaní nabízí názvy a klíčová slova; Ctrl+Space je vyvolá vždy.</translation>
    </message>
    <message>
        <source>Whether the history holds the values beside statements. Those that sound secret are never kept.</source>
        <translation>Zda historie vedle příkazů obsahuje i hodnoty. Ty, které působí jako tajné, se neuchovávají nikdy.</translation>
    </message>
    <message>
        <source>Width when formatting</source>
        <translation>Šířka při formátování</translation>
    </message>
    <message>
        <source>Wrap lines</source>
        <translation>Zalamovat řádky</translation>
    </message>
    <message>
        <source>small letters</source>
        <translation>malá písmena</translation>
    </message>
</context>
</TS>
