"""Command lines and pieces of configuration and code, as people copy them."""

# ruff: noqa: E501 - one text a line, however long

import os

import pytest

from lapwing.domain.pasted import parse_pasted
from lapwing.domain.urls import target_url

HERE = os.getcwd()
COMMANDS = [
    ("PGPASSWORD=s3cret psql -h db.example.org -p 5433 -U me shop", "postgresql://me@db.example.org:5433/shop", "s3cret"),
    ('psql "host=h dbname=db user=me password=\'a b\' sslmode=require"', "postgresql://me@h/db?sslmode=require", "a b"),
    ("psql postgresql://me:pw@h:5432/db?sslmode=require", "postgresql://me@h:5432/db?sslmode=require", "pw"),
    ("psql -d postgres://me:pw@h/db -U other", "postgresql://other@h/db", "pw"),
    ('psql -hh -Ume -ddb -p5433 -c "select 1" -At', "postgresql://me@h:5433/db", None),
    ("psql --host=h --username me --dbname=db --no-password -f x.sql", "postgresql://me@h/db", None),
    ("psql -U me -W shop otheruser", "postgresql://otheruser@/shop", None),
    ("psql -d shop otheruser", "postgresql://otheruser@/shop", None),
    ("psql -h /var/run/postgresql db", "postgresql://%2Fvar%2Frun%2Fpostgresql/db", None),
    ("psql service=shop", "postgresql:///?service=shop", None),
    ("PGSSLMODE=verify-full PGPASSWORD='a;b$c' pg_dump -Fc -h h -U me -t tab db > out.dump", "postgresql://me@h/db?sslmode=verify-full", "a;b$c"),
    ("pg_restore -h h -U me -d db -j 4 dump.file", "postgresql://me@h/db", None),
    ("pgcli -u me -h h db", "postgresql://me@h/db", None),
    ("createdb -h h -O owner db", "postgresql://h/db", None),
    ("mysql -h h -P 3307 -u me -psecret db", "mysql://me@h:3307/db", "secret"),
    ("mysql -u root -p mydb", "mysql://root@/mydb", None),
    ("mysql --host=h --user=me --password='p w' --ssl-mode=VERIFY_IDENTITY --ssl-ca=/ca.pem db", "mysql://me@h/db?sslmode=verify-full&sslrootcert=/ca.pem", "p w"),
    ("mysql --protocol=tcp -uroot -p'p;w' -S /tmp/my.sock -e 'select 1' db", "mysql://root@/db?unix_socket=/tmp/my.sock", "p;w"),
    ("MYSQL_PWD=pw mysql -h h db", "mysql://h/db", "pw"),
    ("mariadb --skip-ssl -h h -u me db", "mysql://me@h/db?sslmode=disable", None),
    ("mariadb --ssl --ssl-verify-server-cert -h h db", "mysql://h/db?sslmode=verify-full", None),
    ("mysqldump -h h -u me -ppw --single-transaction db tab1 tab2 | gzip > x.gz", "mysql://me@h/db", "pw"),
    ("mysqlsh root@localhost:3310/db", "mysql://root@localhost:3310/db", None),
    ("mysqlsh --uri mysql://root:pw@h/db", "mysql://root@h/db", "pw"),
    ("docker exec -it pg psql -U me -d db", "postgresql://me@localhost/db", None),
    ("docker compose exec -e PGPASSWORD=pw db psql -U me db", "postgresql://me@localhost/db", "pw"),
    ("kubectl exec -it pod -- mysql -u root -ppw db", "mysql://root@localhost/db", "pw"),
    ("sudo -u postgres psql shop", "postgresql:///shop", None),
    ("$ psql -h h \\\n    -U me \\\n    db", "postgresql://me@h/db", None),
    ("me@box:~$ psql -h h db", "postgresql://h/db", None),
    ("# log in\nexport PGPASSWORD=pw\nexport PGHOST=h\npsql -U me db", "postgresql://me@h/db", "pw"),
    ("export PGPASSWORD=pw; psql -h h -U me db", "postgresql://me@h/db", "pw"),
    ('set PGPASSWORD=pw&& "C:\\Program Files\\PostgreSQL\\16\\bin\\psql.exe" -h h db', "postgresql://h/db", "pw"),
    ("$env:PGPASSWORD='pw'; psql -h h db", "postgresql://h/db", "pw"),
    ('sqlite3 -readonly -header /x/a.db "select 1"', "sqlite:////x/a.db?read_only=true", None),
    ("duckdb /x/a.duckdb", "duckdb:////x/a.duckdb", None),
    ("sqlcmd -S tcp:h,1433 -d db -U sa -P 'p w'", "mssql+pymssql://sa@h:1433/db", "p w"),
]  # fmt: skip
LINES = [
    ("DATABASE_URL=postgres://me:pw@h:5432/db", "postgresql://me@h:5432/db", "pw"),
    ('export DATABASE_URL="postgres://me:pw@h/db"\nREDIS_URL=redis://:x@h:6379\nAPP_URL=https://me@x.org', "postgresql://me@h/db", "pw"),
    ('DB_CONNECTION=mysql\nDB_HOST=127.0.0.1\nDB_PORT=3306\nDB_DATABASE=laravel\nDB_USERNAME=root\nDB_PASSWORD="p#w"', "mysql://root@127.0.0.1:3306/laravel", "p#w"),
    ("PGHOST=h\nPGUSER=me\nPGPASSWORD=pw\nPGDATABASE=db\nPGSSLMODE=verify-full", "postgresql://me@h/db?sslmode=verify-full", "pw"),
    ("POSTGRES_USER=me\nPOSTGRES_PASSWORD=pw\nPOSTGRES_DB=db", "postgresql://me@localhost/db", "pw"),
    ("POSTGRES_PASSWORD=pw\nPOSTGRES_DB=db", "postgresql://postgres@localhost/db", "pw"),
    ("MYSQL_ROOT_PASSWORD=pw\nMYSQL_DATABASE=db", "mysql://root@localhost/db", "pw"),
    ("DB_HOST=h\nDB_PORT=5432\nDB_NAME=db\nDB_USER=me\nDB_PASS=pw # comment\nPORT=3000", "postgresql://me@h:5432/db", "pw"),
    ("SHOP_DB_HOST=h\nSHOP_DB_PORT=3306\nSHOP_DB_USER_NAME=me\nSHOP_DB_PASSWORD='p w'\nMAIL_HOST=smtp", "mysql://me@h:3306", "p w"),
    ('DATABASE_URL="postgresql://${U}:${P}@${H:-h}/db"\nU=me\nP=pw', "postgresql://me@h/db", "pw"),
    ("ConnectionStrings__Main=Host=h;Username=me;Password=pw;Database=db", "postgresql://me@h/db", "pw"),
    ("[mydb]\nhost=h\nport=5433\ndbname=db\nuser=me\npassword=pw", "postgresql://me@h:5433/db", "pw"),
    ('[client]\nhost = h\nuser = me\npassword = "p#w"\nssl-ca = /ca.pem', "mysql://me@h/?sslrootcert=/ca.pem", "p#w"),
    ("[shop]\nDriver = PostgreSQL\nServername = h\nUserName = me\nPassword = pw\nDatabase = db", "postgresql://me@h/db", "pw"),
    ("sqlalchemy.url = postgresql://me:pw@h/db", "postgresql://me@h/db", "pw"),
    ("spring.datasource.url=jdbc:mysql://h:3306/db?useSSL=false\nspring.datasource.username=me\nspring.datasource.password=pw", "mysql://me@h:3306/db?sslmode=disable", "pw"),
    ("spring:\n  datasource:\n    url: jdbc:postgresql://h:5432/db\n    username: me\n    password: pw\n    hikari:\n      maximum-pool-size: 5", "postgresql://me@h:5432/db", "pw"),
    ('development:\n  adapter: postgresql\n  encoding: unicode\n  database: db_dev\n  username: me\n  password: "p: w"\n  host: h', "postgresql://me@h/db_dev", "p: w"),
    ("default: &default\n  adapter: mysql2\n  username: root\n  password: 'it''s'\n  socket: /tmp/m.sock\n\ndevelopment:\n  <<: *default\n  database: db_dev\n\ntest:\n  <<: *default\n  database: db_test", "mysql://root@/db_dev?unix_socket=/tmp/m.sock", "it's"),
    ("production:\n  url: <%= ENV['DATABASE_URL'] %>\ndevelopment:\n  adapter: sqlite3\n  database: /x/dev.sqlite3", "sqlite:////x/dev.sqlite3", None),
    ("services:\n  db:\n    image: postgres:16\n    environment:\n      - POSTGRES_USER=me\n      - POSTGRES_PASSWORD=pw\n      - POSTGRES_DB=db\n    ports:\n      - \"5432:5432\"", "postgresql://me@localhost/db", "pw"),
    ("Host: h\nPort: 3306\nUsername: me\nPassword: p w\nDatabase: db", "mysql://me@h:3306/db", "p w"),
    ("host=h\nport=5432\ndbname=db\nuser=me\npassword=pw", "postgresql://me@h:5432/db", "pw"),
]  # fmt: skip
CODE = [
    ("DATABASES = {\n    'default': {\n        'ENGINE': 'django.db.backends.postgresql',\n        'NAME': 'db', 'USER': 'me', 'PASSWORD': 'p\\'w',\n        'HOST': 'h', 'PORT': '5432',\n        'OPTIONS': {'sslmode': 'require'},\n        'ATOMIC_REQUESTS': True,\n    }\n}", "postgresql://me@h:5432/db?sslmode=require", "p'w"),
    ('DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db.sqlite3"}}', f"sqlite:///{HERE}/db.sqlite3", None),
    ('{"ENGINE": "django.db.backends.mysql", "NAME": "db", "USER": os.environ.get("U", "root"), "PASSWORD": env("P"), "HOST": "h", "OPTIONS": {"ssl": {"ca": "/ca.pem"}}}', "mysql://root@h/db?sslrootcert=/ca.pem", None),
    ("'ENGINE': 'django.db.backends.postgresql',\n'NAME': 'db',\n'USER': 'me',\n'PASSWORD': 'pw',\n'HOST': 'h',\n'PORT': 5433,", "postgresql://me@h:5433/db", "pw"),
    ('{"username":"me","password":"p\\"w\\u00e9\\ud83d\\udc26","engine":"postgres","host":"h.rds.amazonaws.com","port":5432,"dbname":"db"}', "postgresql://me@h.rds.amazonaws.com:5432/db", 'p"wé🐦'),
    ('{\n  "engine": "mysql",\n  "host": "h",\n  "username": "me",\n  "password": "pw"\n}', "mysql://me@h", "pw"),
    ('{"ConnectionStrings": {"Default": "Host=h;Username=me;Password=pw;Database=db"}, "Logging": {"Level": {"Default": "Info"}}}', "postgresql://me@h/db", "pw"),
    ("const pool = new Pool({\n  user: 'me', host: 'h', database: 'db', password: 'pw', port: 5432,\n  ssl: { rejectUnauthorized: false },\n})", "postgresql://me@h:5432/db?sslmode=require", "pw"),
    ('mysql.createConnection({ host: "h", user: "me", password: "pw", database: "db" })', "mysql://me@h/db", "pw"),
    ("module.exports = { client: 'pg', connection: { host: 'h', user: 'me', password: 'pw', database: 'db' } }", "postgresql://me@h/db", "pw"),
    ('new Sequelize("postgres://me:pw@h/db", { logging: false })', "postgresql://me@h/db", "pw"),
    ('conn = psycopg2.connect(host="h", dbname="db", user="me", password="pw", connect_timeout=3)', "postgresql://me@h/db?connect_timeout=3", "pw"),
    ('psycopg2.connect("dbname=db user=me password=pw host=h")', "postgresql://me@h/db", "pw"),
    ('engine = create_engine("postgresql+psycopg2://me:pw@h/db", echo=True)', "postgresql://me@h/db", "pw"),
    ('db, err := sql.Open("mysql", "me:pw@tcp(h:3306)/db?parseTime=true")', "mysql://me@h:3306/db", "pw"),
    ("$pdo = new PDO('mysql:host=h;dbname=db;charset=utf8mb4', 'me', 'p\\w$');", "mysql://me@h/db?charset=utf8mb4", "p\\w$"),
    ("$db = mysqli_connect('h', 'me', 'pw', 'db');", "mysql://me@h/db", "pw"),
    ("<?php\ndefine( 'DB_NAME', 'wp' );\ndefine( 'DB_USER', 'me' );\ndefine( 'DB_PASSWORD', 'pw' );\ndefine( 'DB_HOST', 'localhost:3307' );", "mysql://me@localhost:3307/wp", "pw"),
    ("'mysql' => [\n    'driver' => 'mysql',\n    'host' => env('DB_HOST', '127.0.0.1'),\n    'database' => env('DB_DATABASE', 'laravel'),\n    'username' => env('DB_USERNAME', 'root'),\n    'password' => env('DB_PASSWORD', ''),\n],", "mysql://root@127.0.0.1/laravel", None),
    ('DriverManager.getConnection("jdbc:postgresql://h/db", "me", "pw");', "postgresql://me@h/db", "pw"),
    ('datasource db {\n  provider = "postgresql"\n  url      = "postgresql://me:pw@h:5432/db"\n}', "postgresql://me@h:5432/db", "pw"),
    ('con <- dbConnect(RPostgres::Postgres(), host = "h", dbname = "db", user = "me", password = "pw")', "postgresql://me@h/db", "pw"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "url", "password"), [*COMMANDS, *LINES, *CODE], ids=lambda text: str(text)[:60])
def test_a_snippet_is_understood(text: str, url: str, password: str | None) -> None:
    pasted = parse_pasted(text)
    shown = target_url(pasted.target)
    start, _, options = shown.partition("?")
    assert (f"{start}?{'&'.join(sorted(options.split('&')))}" if options else shown) == url
    assert (pasted.password.reveal() if pasted.password else None) == password
    assert pasted.form
    assert all(sentence.endswith(".") for sentence in pasted.ignored + pasted.assumed)
