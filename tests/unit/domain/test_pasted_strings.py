"""Connection strings of one line, as people copy them: URLs, JDBC, ADO.NET, ODBC, libpq, Go, PHP."""

# ruff: noqa: E501 - one text a line, however long

import os

import pytest

from lapwing.domain.pasted import parse_pasted
from lapwing.domain.urls import target_url

HERE = os.getcwd()
URLS = [
    ("postgres://u:p4ss@ec2-1-2-3-4.compute-1.amazonaws.com:5432/d1abc", "postgresql://u@ec2-1-2-3-4.compute-1.amazonaws.com:5432/d1abc", "p4ss"),
    ("postgresql://me:AbC123@ep-cool-1234.us-east-2.aws.neon.tech/neondb?sslmode=require&channel_binding=require", "postgresql://me@ep-cool-1234.us-east-2.aws.neon.tech/neondb?channel_binding=require&sslmode=require", "AbC123"),
    ("postgresql://me:pw@ep.neon.tech/db?options=endpoint%3Dep-cool&sslmode=require", "postgresql://me@ep.neon.tech/db?options=endpoint%3Dep-cool&sslmode=require", "pw"),
    ("postgres://postgres.abcd:pw@aws-0-eu-central-1.pooler.supabase.com:6543/postgres?pgbouncer=true", "postgresql://postgres.abcd@aws-0-eu-central-1.pooler.supabase.com:6543/postgres", "pw"),
    ("postgresql://postgres:[YOUR-PASSWORD]@db.abcd.supabase.co:5432/postgres", "postgresql://postgres@db.abcd.supabase.co:5432/postgres", None),
    ("postgresql://me:************@ep.neon.tech/db", "postgresql://me@ep.neon.tech/db", None),
    ("postgresql://doadmin:show-pw@db-x.ondigitalocean.com:25060/defaultdb?sslmode=require", "postgresql://doadmin@db-x.ondigitalocean.com:25060/defaultdb?sslmode=require", "show-pw"),
    ("postgres://me%40srv:p%40ss@srv.postgres.database.azure.com/db?sslmode=require", "postgresql://me%40srv@srv.postgres.database.azure.com/db?sslmode=require", "p@ss"),
    ("postgresql://me@srv:pw@srv.postgres.database.azure.com/db", "postgresql://me%40srv@srv.postgres.database.azure.com/db", "pw"),
    ("mysql://u:pscale_pw_x@aws.connect.psdb.cloud/db?sslaccept=strict", "mysql://u@aws.connect.psdb.cloud/db?sslmode=verify-full", "pscale_pw_x"),
    ('mysql://u:pw@aws.connect.psdb.cloud/db?ssl={"rejectUnauthorized":true}', "mysql://u@aws.connect.psdb.cloud/db?sslmode=verify-full", "pw"),
    ("mysql://doadmin:pw@h.ondigitalocean.com:25060/db?ssl-mode=REQUIRED", "mysql://doadmin@h.ondigitalocean.com:25060/db?sslmode=require", "pw"),
    ("mysql2://root:pw@localhost/app?pool=5&reconnect=true", "mysql://root@localhost/app", "pw"),
    ("mariadb://root:pw@127.0.0.1:3307/", "mysql://root@127.0.0.1:3307", "pw"),
    # Prisma, node-postgres
    ("postgresql://me:pw@localhost:5432/db?schema=public&connection_limit=5", "postgresql://me@localhost:5432/db?options=-c%20search_path%3Dpublic", "pw"),
    ("postgresql://me:pw@localhost/db?host=/var/run/postgresql", "postgresql://me@%2Fvar%2Frun%2Fpostgresql/db", "pw"),
    ("postgres://me:pw@h/db?ssl=true", "postgresql://me@h/db?sslmode=verify-full", "pw"),
    ("postgres://me:pw@h/db?sslmode=no-verify", "postgresql://me@h/db?sslmode=require", "pw"),
    ("sqlserver://h.database.windows.net:1433;database=db;user=me;password=p;encrypt=true", "mssql+pymssql://me@h.database.windows.net:1433/db?encryption=require", "p"),
    ("sqlserver://me:p%3D1@h:1433?database=db&app+name=x", "mssql+pymssql://me@h:1433/db?appname=x", "p=1"),
    # libpq
    ("postgresql://", "postgresql://", None),
    ("postgresql://other@localhost/otherdb?connect_timeout=10&application_name=myapp", "postgresql://other@localhost/otherdb?application_name=myapp&connect_timeout=10", None),
    ("postgresql://host1:123,host2:456/somedb?target_session_attrs=any", "postgresql://host1:123,host2:456/somedb?target_session_attrs=any", None),
    ("postgresql:///mydb?host=localhost&port=5433", "postgresql://localhost:5433/mydb", None),
    ("postgresql://[2001:db8::1234]/database", "postgresql://[2001:db8::1234]/database", None),
    ("postgresql://%2Fvar%2Flib%2Fpostgresql/dbname", "postgresql://%2Fvar%2Flib%2Fpostgresql/dbname", None),
    ("postgresql:///db?user=me&password=pw", "postgresql://me@/db", "pw"),
    ("postgresql://me@h/db?sslmode=verify-full&sslrootcert=/ca.pem&sslcert=/c.pem&sslkey=/k.pem", "postgresql://me@h/db?sslcert=/c.pem&sslkey=/k.pem&sslmode=verify-full&sslrootcert=/ca.pem", None),
    ("postgresql://me@h/db?options=-c%20geqo%3Doff", "postgresql://me@h/db?options=-c%20geqo%3Doff", None),
    # odd passwords
    ("postgres://me:p@ss:w0rd@h:5432/db", "postgresql://me@h:5432/db", "p@ss:w0rd"),
    ("postgres://me:p/ss@h:5432/db", "postgresql://me@h:5432/db", "p/ss"),
    ("postgres://me:12/ss@h:5432/db", "postgresql://me@h:5432/db", "12/ss"),
    ("postgres://me:p#ss?w@h/db", "postgresql://me@h/db", "p#ss?w"),
    ("postgres://me:p@s/s#w?d@h/db", "postgresql://me@h/db", "p@s/s#w?d"),
    ("postgres://me:100%@h/db", "postgresql://me@h/db", "100%"),
    ("postgres://me:50%of@h/db", "postgresql://me@h/db", "50%of"),
    ("postgres://me:p%C3%A9%20s@h/db", "postgresql://me@h/db", "pé s"),
    ("postgres://me:a+b=c&d$e!f*@h/db", "postgresql://me@h/db", "a+b=c&d$e!f*"),
    ("postgres://me:[ab]@h/db", "postgresql://me@h/db", "[ab]"),
    ("postgres://:pw@h/db", "postgresql://h/db", "pw"),
    ("mysql://root:pä ss@h/db", "mysql://root@h/db", "pä ss"),
    ("postgres://h:5432/db?application_name=a@b", "postgresql://h:5432/db?application_name=a%40b", None),
    ("postgres://me@h/my@db", "postgresql://me@h/my%40db", None),
    # SQLAlchemy
    ("postgresql+psycopg2://scott:tiger@localhost:5432/mydatabase", "postgresql://scott@localhost:5432/mydatabase", "tiger"),
    ("postgresql+psycopg2://u:p@/test?host=hA:1&host=hB:2", "postgresql://u@hA:1,hB:2/test", "p"),
    ("postgresql+asyncpg://u:p%40w@h/db?ssl=require", "postgresql://u@h/db?sslmode=require", "p@w"),
    ("mysql+pymysql://u:p@h/db?charset=utf8mb4", "mysql://u@h/db?charset=utf8mb4", "p"),
    ("mysql+pymysql://u:p@h/db?ssl_ca=/ca.pem&ssl_check_hostname=false", "mysql://u@h/db?sslmode=verify-ca&sslrootcert=/ca.pem", "p"),
    ("mysql+mysqldb://u:p@/db?unix_socket=/cloudsql/p:r:i", "mysql://u@/db?unix_socket=/cloudsql/p:r:i", "p"),
    ("sqlite:////abs/foo.db", "sqlite:////abs/foo.db", None),
    ("sqlite:///foo.db", f"sqlite:///{HERE}/foo.db", None),
    ("sqlite:////x/100%.db", "sqlite:////x/100%25.db", None),
    ("sqlite:////x/a.db?mode=ro", "sqlite:////x/a.db?read_only=true", None),
    ("sqlite://", "sqlite://", None),
    ("sqlite+aiosqlite:////x/a.db?timeout=15", "sqlite:////x/a.db?busy_timeout=15", None),
    ("mssql+pyodbc://sa:p%40w@h:1433/db?driver=ODBC+Driver+18+for+SQL+Server", "mssql+pyodbc://sa@h:1433/db?driver=ODBC+Driver+18+for+SQL+Server", "p@w"),
    ("mssql+pyodbc:///?odbc_connect=DRIVER%3D%7BX%7D%3BUID%3Dsa%3BPWD%3Dhush%3BServer%3Dh", "mssql+pyodbc:///?odbc_connect=DRIVER%3D%7BX%7D%3BUID%3Dsa%3BServer%3Dh", "hush"),
    ("oracle+oracledb://me:pw@h:1521/?service_name=XEPDB1", "oracle+oracledb://me@h:1521/?service_name=XEPDB1", "pw"),
    ("duckdb:////data/x.duckdb", "duckdb:////data/x.duckdb", None),
    ("snowflake://me:p@ss@acct/db/schema?warehouse=wh", "snowflake://me@acct/db/schema?warehouse=wh", "p@ss"),
    ("databricks://token:dapi123@h.cloud:443/default?http_path=/sql", "databricks://token@h.cloud:443/default?http_path=/sql", "dapi123"),
    ("bigquery://project/dataset?credentials_path=/k.json", "bigquery://project/dataset?credentials_path=/k.json", None),
    ("cockroachdb://root:pw@h:26257/defaultdb?sslmode=verify-full", "cockroachdb://root@h:26257/defaultdb?sslmode=verify-full", "pw"),
    ("duckdb:///md:db?motherduck_token=tok", "duckdb:///md:db", "tok"),
]  # fmt: skip
JDBC = [
    ("jdbc:postgresql://h:5432/db?user=me&password=p+w%26&ssl=true&sslmode=require", "postgresql://me@h:5432/db?sslmode=require", "p w&"),
    ("jdbc:postgresql://h/db?ssl=true", "postgresql://h/db?sslmode=verify-full", None),
    ("jdbc:postgresql://h/db?ssl=true&sslfactory=org.postgresql.ssl.NonValidatingFactory", "postgresql://h/db?sslmode=require", None),
    ("jdbc:postgresql://h/db?ssl=false", "postgresql://h/db?sslmode=prefer", None),
    ("jdbc:postgresql:db", "postgresql://localhost/db", None),
    ("jdbc:postgresql://h1:1,h2:2/db?targetServerType=preferSecondary&loadBalanceHosts=true", "postgresql://h1:1,h2:2/db?load_balance_hosts=random&target_session_attrs=prefer-standby", None),
    ("jdbc:postgresql://me:pw@h/db", "postgresql://me@h/db", "pw"),
    ("jdbc:postgresql://h/db?currentSchema=a,b&ApplicationName=x&connectTimeout=7&tcpKeepAlive=true&prepareThreshold=0", "postgresql://h/db?application_name=x&connect_timeout=7&keepalives=1&options=-c%20search_path%3Da,b", None),
    ("jdbc:postgresql://h/db?readOnly=true", "postgresql://h/db?read_only=true", None),
    ("jdbc:aws-wrapper:postgresql://h/db", "postgresql://h/db", None),
    ("r2dbc:postgresql://me:pw@h:5432/db", "postgresql://me@h:5432/db", "pw"),
    ("jdbc:mysql://h:3306/db?user=me&password=pw&useSSL=false&serverTimezone=UTC", "mysql://me@h:3306/db?sslmode=disable", "pw"),
    ("jdbc:mysql://h/db?sslMode=VERIFY_IDENTITY&connectTimeout=5500&characterEncoding=UTF-8", "mysql://h/db?charset=utf8mb4&connect_timeout=6&sslmode=verify-full", None),
    ("jdbc:mysql://h/db?useSSL=true&requireSSL=true&verifyServerCertificate=false", "mysql://h/db?sslmode=require", None),
    ("jdbc:mysql://h/db?useSSL=true&verifyServerCertificate=true", "mysql://h/db?sslmode=verify-ca", None),
    ("jdbc:mysql://h1:3306,h2:3307/db", "mysql://h1:3306/db", None),
    ("jdbc:mysql:loadbalance://h1,h2/db", "mysql://h1/db", None),
    ("jdbc:mysql://address=(host=h1)(port=3310)(user=me)(password=pw),address=(host=h2)/db?useSSL=false", "mysql://me@h1:3310/db?sslmode=disable", "pw"),
    ("jdbc:mysql://(host=h1,port=1111),(host=h2,port=2222)/db", "mysql://h1:1111/db", None),
    ("jdbc:mariadb://h:3306/db?user=me&password=pw&sslMode=verify-full&serverSslCert=/ca.pem", "mysql://me@h:3306/db?sslmode=verify-full&sslrootcert=/ca.pem", "pw"),
    ("jdbc:mariadb://h/db?useSsl=true&trustServerCertificate=true", "mysql://h/db?sslmode=require", None),
    ("jdbc:mariadb://h/db?localSocket=/run/mysqld/mysqld.sock", "mysql:///db?unix_socket=/run/mysqld/mysqld.sock", None),
    ("jdbc:sqlite:/abs/x.db", "sqlite:////abs/x.db", None),
    ("jdbc:sqlite::memory:", "sqlite://", None),
    ("jdbc:sqlite:", "sqlite://", None),
    ("jdbc:sqlite:file:/abs/x.db?mode=ro", "sqlite:////abs/x.db?read_only=true", None),
    ("jdbc:sqlite:/x.db?busy_timeout=1500", "sqlite:////x.db?busy_timeout=1.5", None),
    ("jdbc:sqlserver://h:1433;databaseName=db;user=me;password={p;}}w};encrypt=true;trustServerCertificate=true", "mssql+pymssql://me@h:1433/db?encryption=require", "p;}w"),
    (r"jdbc:sqlserver://h\SQLEXPRESS;databaseName=db;integratedSecurity=true", "mssql+pymssql://h\\SQLEXPRESS/db", None),
    ("jdbc:jtds:sqlserver://h:1433/db;instance=I;user=me;password=pw", "mssql+pymssql://me@h\\I:1433/db", "pw"),
    ("jdbc:oracle:thin:@//h:1521/XEPDB1", "oracle+oracledb://h:1521/?service_name=XEPDB1", None),
    ("jdbc:oracle:thin:me/pw@h:1521:XE", "oracle+oracledb://me@h:1521/XE", "pw"),
    ("jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=h)(PORT=1522))(CONNECT_DATA=(SERVICE_NAME=s)))", "oracle+oracledb://h:1522/?service_name=s", None),
    ("jdbc:duckdb:/data/x.duckdb", "duckdb:////data/x.duckdb", None),
    ("jdbc:redshift://h:5439/db", "redshift+redshift_connector://h:5439/db", None),
]  # fmt: skip
PAIRS = [
    ("Host=h;Port=5433;Username=me;Password=pw;Database=db", "postgresql://me@h:5433/db", "pw"),
    ("Host=h;Username=me;Password=\"p;w\"\"x\";Database=db;SSL Mode=Require;Trust Server Certificate=true", "postgresql://me@h/db?sslmode=require", 'p;w"x'),
    ("Host=h;Username=me;SSL Mode=VerifyFull;Root Certificate=/ca.pem;Search Path=a;Timeout=9;Pooling=false", "postgresql://me@h/?connect_timeout=9&options=-c%20search_path%3Da&sslmode=verify-full&sslrootcert=/ca.pem", None),
    ("Host=h1,h2:5444;Username=me;Database=db;Target Session Attributes=prefer-standby", "postgresql://me@h1,h2:5444/db?target_session_attrs=prefer-standby", None),
    ("Server=127.0.0.1;Port=5432;Database=db;User Id=me;Password=pw;", "postgresql://me@127.0.0.1:5432/db", "pw"),
    ("Host=/var/run/postgresql;Username=me;Database=db", "postgresql://me@%2Fvar%2Frun%2Fpostgresql/db", None),
    ("Server=h;Database=db;Uid=me;Pwd=pw;", "mysql://me@h/db", "pw"),
    ("Server=h;Port=3306;Database=db;User=me;Password=pw;SslMode=Preferred", "mysql://me@h:3306/db?sslmode=prefer", "pw"),
    ("server=h;user id=me;pwd='a''b';database=db;CharSet=utf8;SslCa=/ca.pem;SslMode=VerifyCA", "mysql://me@h/db?charset=utf8mb4&sslmode=verify-ca&sslrootcert=/ca.pem", "a'b"),
    ("Server=h;Database=db;User Id=me;Password=pw", "mssql+pymssql://me@h/db", "pw"),
    ("Server=tcp:x.database.windows.net,1433;Initial Catalog=db;User ID=me;Password=pw;Encrypt=True;Connection Timeout=30;", "mssql+pymssql://me@x.database.windows.net:1433/db?encryption=require&login_timeout=30", "pw"),
    (r"Data Source=.\SQLEXPRESS;Initial Catalog=db;Integrated Security=True", "mssql+pymssql://localhost\\SQLEXPRESS/db", None),
    ("Data Source=/x/app.db", "sqlite:////x/app.db", None),
    ("Data Source=/x/app.db;Version=3;Read Only=True;", "sqlite:////x/app.db?read_only=true", None),
    ("Data Source=:memory:;Version=3;New=True;", "sqlite://", None),
    ("Driver={PostgreSQL Unicode};Server=h;Port=5432;Database=db;Uid=me;Pwd={p}}w;};SSLmode=require", "postgresql://me@h:5432/db?sslmode=require", "p}w;"),
    ("DRIVER={PostgreSQL ANSI(x64)};SERVER=h;DATABASE=db;UID=me;PWD=pw", "postgresql://me@h/db", "pw"),
    ("Driver={MySQL ODBC 8.0 Unicode Driver};Server=h;Database=db;User=me;Password=pw;Option=3;", "mysql://me@h/db", "pw"),
    ("DRIVER={MariaDB ODBC 3.1 Driver};TCPIP=1;SERVER=h;UID=me;PWD=pw;DATABASE=db;PORT=3307;SSLCA=/ca.pem", "mysql://me@h:3307/db?sslrootcert=/ca.pem", "pw"),
    ("Driver={SQLite3 ODBC Driver};Database=/x/a.db", "sqlite:////x/a.db", None),
    ("Driver={ODBC Driver 18 for SQL Server};Server=tcp:h,1433;Database=db;Uid=me;Pwd=pw;Encrypt=yes;TrustServerCertificate=no", "mssql+pymssql://me@h:1433/db?encryption=require", "pw"),
    ("Provider=MSOLEDBSQL;Server=h;Database=db;UID=me;PWD=pw;", "mssql+pymssql://me@h/db", "pw"),
    # PDO and DBI
    ("mysql:host=h;port=3307;dbname=db;charset=utf8mb4", "mysql://h:3307/db?charset=utf8mb4", None),
    ("mysql:unix_socket=/tmp/mysql.sock;dbname=db", "mysql:///db?unix_socket=/tmp/mysql.sock", None),
    ("pgsql:host=h;port=5433;dbname=db;user=me;password=pw", "postgresql://me@h:5433/db", "pw"),
    ("sqlite:/x/a.db", "sqlite:////x/a.db", None),
    ("sqlite::memory:", "sqlite://", None),
    ("sqlsrv:Server=h,1433;Database=db", "mssql+pymssql://h:1433/db", None),
    ("dbi:Pg:dbname=db;host=h;port=5432", "postgresql://h:5432/db", None),
    ("DBI:mysql:database=db;host=h", "mysql://h/db", None),
]  # fmt: skip
SHORT = [
    # libpq key=value
    ("host=localhost port=5432 dbname=mydb connect_timeout=10", "postgresql://localhost:5432/mydb?connect_timeout=10", None),
    (r"host=h dbname='my db' user = me password='a b\'c\\'", "postgresql://me@h/my%20db", "a b'c\\"),
    (r"dbname=db password=a\ b'c", "postgresql:///db", "a b'c"),
    ("host=/run/postgresql dbname=db", "postgresql://%2Frun%2Fpostgresql/db", None),
    ("host=a,b port=1,2 dbname=db", "postgresql://a:1,b:2/db", None),
    ("host=localhost user=gorm password=gorm dbname=gorm port=9920 sslmode=disable TimeZone=Asia/Shanghai", "postgresql://gorm@localhost:9920/gorm?options=-c%20TimeZone%3DAsia/Shanghai&sslmode=disable", "gorm"),
    ("service=mydb user=me", "postgresql://me@/?service=mydb", None),
    ("user=me password='' host=h", "postgresql://me@h", None),
    ('"dbname=d1 host=h port=5432 user=u password=p sslmode=require"', "postgresql://u@h:5432/d1?sslmode=require", "p"),
    # Go
    ("user:pass@tcp(h:3306)/db?tls=true", "mysql://user@h:3306/db?sslmode=verify-full", "pass"),
    ("user:p@ss/w:d@tcp(h:3306)/db?tls=skip-verify&parseTime=true&loc=Local", "mysql://user@h:3306/db?sslmode=require", "p@ss/w:d"),
    ("user:pass@unix(/run/mysqld/mysqld.sock)/db", "mysql://user@/db?unix_socket=/run/mysqld/mysqld.sock", "pass"),
    ("user:pass@tcp([de:ad:be:ef::ca:fe]:80)/db?timeout=90s&collation=utf8mb4_unicode_ci", "mysql://user@[de:ad:be:ef::ca:fe]:80/db?collation=utf8mb4_unicode_ci&connect_timeout=90", "pass"),
    ("user@tcp(h)/", "mysql://user@h", None),
    ("root:pw@/db", "mysql://root@localhost/db", "pw"),
    ("user:pw@tcp(h:3306)/db?tls=custom", "mysql://user@h:3306/db?sslmode=verify-full", "pw"),
    # files and lines
    ("h.example.org:5432:db:me:p\\:w", "postgresql://me@h.example.org:5432/db", "p:w"),
    ("*:*:db:me:pw", "postgresql://me@/db", "pw"),
    ("me:pw@h:5432/db", "postgresql://me@h:5432/db", "pw"),
    ("localhost:3306", "mysql://localhost:3306", None),
    ("/home/me/shop.sqlite", "sqlite:////home/me/shop.sqlite", None),
    ("~/shop.db", f"sqlite:///{os.path.expanduser('~/shop.db')}", None),
    ("shop.sqlite3", f"sqlite:///{HERE}/shop.sqlite3", None),
    (":memory:", "sqlite://", None),
    ("file:/x/a%20b.db?mode=ro", "sqlite:////x/a%20b.db?read_only=true", None),
    ("/data/x.duckdb", "duckdb:////data/x.duckdb", None),
    # what comes along when copying
    ("  \ufeff`postgres://me:pw@h/db`\n", "postgresql://me@h/db", "pw"),
    ('"postgres://me:pw@h/db",', "postgresql://me@h/db", "pw"),
    ("“postgres://me:pw@h/db”", "postgresql://me@h/db", "pw"),
    ("<postgres://me:pw@h/db>", "postgresql://me@h/db", "pw"),
    ("\u200bmysql://me:pw@h/db\u200b", "mysql://me@h/db", "pw"),
    ("External Database URL\n\n  postgres://me:pw@h/db\n\nKeep it secret!", "postgresql://me@h/db", "pw"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "url", "password"), [*URLS, *JDBC, *PAIRS, *SHORT], ids=lambda text: str(text)[:60])
def test_a_connection_string_is_understood(text: str, url: str, password: str | None) -> None:
    pasted = parse_pasted(text)
    shown = target_url(pasted.target)
    start, _, options = shown.partition("?")
    sorted_url = f"{start}?{'&'.join(sorted(options.split('&')))}" if options else shown
    assert sorted_url == url
    assert (pasted.password.reveal() if pasted.password else None) == password
    assert pasted.form
    assert all(sentence.endswith(".") for sentence in pasted.ignored + pasted.assumed)
