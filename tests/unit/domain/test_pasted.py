"""What is told about a pasted text, what is refused, and that any text ends quickly."""

# ruff: noqa: E501 - one text a line, however long

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.counts import times
from lapwing.domain.connections import Target
from lapwing.domain.pasted import LONGEST_TEXT, Pasted, PastedUnknown, parse_pasted
from lapwing.domain.pasting.names import OPTIONS
from lapwing.domain.secrets import Secret
from lapwing.domain.urls import parse_url, target_url
from lapwing.drivers.mysql.route import OPTIONS as MYSQL_OPTIONS
from lapwing.drivers.postgresql.libpq import keywords
from lapwing.engine.connections.pool_settings import PoolSettings


def refusal(text: str) -> str:
    with pytest.raises(PastedUnknown) as refused:
        parse_pasted(text)
    assert refused.value.next_step().endswith(".")
    return str(refused.value)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("postgres://h/db", "PostgreSQL URL"),
        ("mysql+pymysql://h/db", "SQLAlchemy URL"),
        ("jdbc:mysql://h/db", "JDBC URL"),
        ("r2dbc:mysql://h/db", "R2DBC URL"),
        ("Host=h;Username=me", "Npgsql connection string"),
        ("Server=h;Uid=me;Pwd=x", "ADO.NET connection string"),
        ("Driver={MySQL};Server=h", "ODBC connection string"),
        ("host=h dbname=db", "libpq connection string"),
        ("mysql:host=h;dbname=db", "PDO data source name"),
        ("u:p@tcp(h)/db", "Go data source name"),
        ("h:5432:db:me:pw", "line of a password file (.pgpass)"),
        ("h:5432/db", "address"),
        ("/a.db", "path"),
        ("file:/a.db", "SQLite URI"),
        ("psql db", "psql command line"),
        ("DB_HOST=h\nDB_PORT=5432", "lines of variables"),
        ("adapter: mysql2\nhost: h", "YAML"),
        ("[x]\nhost=h\ndbname=d", "section of a configuration file"),
        ('{"engine": "mysql", "host": "h"}', "JSON"),
        ('connect("postgres://h/db")', "source code (PostgreSQL URL)"),
        ("DATABASE_URL=jdbc:mysql://h/db", "lines of variables (JDBC URL)"),
    ],
)
def test_the_form_is_said_in_words(text: str, form: str) -> None:
    assert parse_pasted(text).form == form


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("jdbc:postgresql://h/db?prepareThreshold=0&reWriteBatchedInserts=true", "These options have no effect here: prepareThreshold, reWriteBatchedInserts."),
        ("postgresql://h/db?flag", "An option in it has no effect here."),
        ("jdbc:mysql://h1,h2/db", "Only the first of its hosts is used: MySQL is reached at one."),
        ("postgresql://u:[YOUR-PASSWORD]@h/db", "The password in it is only a placeholder: fill it in."),
        ("psql -h <host> -U me db", "The host in it is only a placeholder: fill it in."),
        ("mysql -h h -u me -p$DB_PASSWORD db", "The password in it is only a placeholder: fill it in."),
        ("docker exec db psql -U me", "The command runs in a container: the host and port in it are those seen from inside."),
        ("Data Source=/a.db;Version=3;Password=x", "Its password was left out: encrypted SQLite files cannot be opened here."),
        ("jdbc:postgresql://h/db?sslrootcert=/x.p12", "These options have no effect here: sslrootcert."),
        ("jdbc:mysql://h/db?connectTimeout=soon", "These options have no effect here: connectTimeout."),
    ],
)  # fmt: skip
def test_what_has_no_effect_is_told(text: str, sentence: str) -> None:
    assert sentence in parse_pasted(text).ignored


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("postgres://u:p@x@h/db", "Its password was taken to reach to the last @; characters in it that should be escaped were taken as they are."),
        ("postgres://u:100%@h/db", "The % in its password was taken as it is, because what follows is no escape."),
        ("postgres://h/db?ssl=true", "Where it only says that TLS is on, the certificate is verified fully."),
        ("u:p@tcp(h)/db?tls=own", "Its own TLS settings are in the program that used it; the certificate is verified fully here."),
        ("jdbc:mysql://h/db?sslMode=SOMEHOW", "The TLS mode it names is not known here; Lapwing's own rule holds."),
        ("jdbc:mysql://h/db?user=u&password=a&b", "A & in it was taken to be part of the password."),
        ("h:3306/db", "Its host, port or file was taken for one of MySQL."),
        ("Server=h;Database=d;User Id=u;Password=p", "It was taken for one of SQL Server."),
        ("a:\n  adapter: mysql2\n  host: h\nb:\n  adapter: mysql2\n  host: i", "More than one connection is in the text; that of a was taken."),
        ("shop.db", "Its path was taken from the folder in which Lapwing runs."),
        ("POSTGRES_PASSWORD=x", "It names no host; the server was taken to be on localhost."),
        ("See postgres://h/db for more", "Only the connection URL in the text was read."),
    ],
)  # fmt: skip
def test_what_was_assumed_is_told(text: str, sentence: str) -> None:
    assert sentence in parse_pasted(text).assumed


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it is empty."),
        (" \n\u200b ", "it is empty."),
        ("canary\0", "it holds a NUL character."),
        ("a" * (LONGEST_TEXT + 1), "it is far longer than any connection string."),
        ("canary", "it has none of the forms that are known here."),
        ("my password: canary", "it has none of the forms that are known here."),
        ("https://u:canary@h/db", "no SQL database has such addresses."),
        ("mongodb+srv://u:canary@h/db", "no SQL database has such addresses."),
        ("jdbc:h2:mem:canary", "Lapwing has no driver for that kind of database."),
        ("jdbc:oracle:thin:u/canary@tns", "its host, port and service cannot be read; names of tnsnames.ora are not known here."),
        ("DSN=x;PWD=canary;", "it names a data source of ODBC (DSN), whose settings are in odbc.ini."),
        ("Driver={Informix};PWD=canary;", "it names a kind of database that is not known here."),
        ("host=h password='canary", "a quote in it is not closed."),
        ("host=h password=canary x", "a value with a blank in it has to stand in single quotes, and each name before an =."),
        ("psql -h h -W 'canary", "a quote in it is not closed."),
        ("ssh h PGPASSWORD=canary psql db", "the command runs on another computer; an address that is reached from here is needed."),
        ("postgres://u:canary@h:port/db", "its host or port cannot be read."),
        ("postgres://u:canary@h:99999/db", "its host or port cannot be read."),
        ("postgres://h,i:canary", "its host or port cannot be read."),
        ("postgres://u:canary@h/d#b", "a # in it has to be written as %23."),
        ("postgres://u:canary@h/d@b", "an @ in it can end the password or belong to something else."),
        ("host=a,b port=1,2,3 password=canary", "it has not as many ports as hosts."),
        ('{"host": "h", "password": "canary"}', "it does not say which kind of database it is for."),
        ("sqlite://canary/a.db", "a SQLite path follows three slashes (four when absolute)."),
        ("jdbc:sqlite::resource:canary.db", "its file is inside a Java program."),
        ("{\"engine\": \"mysql\", \"host\": \"h\", \"password\": \"canary\\u0000\"}", "it holds a NUL character."),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_told_and_never_repeated(text: str, reason: str) -> None:
    told = refusal(text)
    assert reason in told
    assert "canary" not in told


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("jdbc:mysql://h/d?useSSL=false", "disable"), ("jdbc:mysql://h/d?useSSL=true", "verify-full"),
        ("jdbc:mysql://h/d?useSSL=true&requireSSL=false", "prefer"), ("jdbc:mysql://h/d?requireSSL=true", "require"),
        ("jdbc:mysql://h/d?requireSSL=false", ""), ("jdbc:mysql://h/d?sslMode=PREFERRED", "prefer"),
        ("jdbc:mysql://h/d?sslMode=VERIFY_CA", "verify-ca"), ("jdbc:mariadb://h/d?sslMode=trust", "require"),
        ("jdbc:mariadb://h/d?useSsl=true&disableSslHostnameVerification=true", "verify-ca"),
        ("mysql -h h --ssl", "require"), ("mysql -h h --ssl-mode=DISABLED", "disable"), ("mysql -h h --ssl=0", "disable"),
        ("u@tcp(h)/d?tls=preferred", "prefer"), ("u@tcp(h)/d?tls=false", "disable"), ("u@tcp(h)/d", ""),
        ("mysql://h/d?ssl_verify_cert=true&ssl_verify_identity=true", "verify-full"),
        ("mysql://h/d?ssl_disabled=true", "disable"), ("postgres://h/d?sslmode=allow", "prefer"),
        ("postgres://h/d?ssl=false", "disable"), ("postgres://h/d?ssl=verify-full", "verify-full"),
        ("postgres://h/d?sslaccept=accept_invalid_certs", "require"), ("Host=h;Username=u;SSL Mode=Disable", "disable"),
        ("Host=h;Username=u;SSL Mode=Require;Trust Server Certificate=false", "verify-full"),
        ("Host=h;Username=u;SSL Mode=VerifyCA", "verify-ca"), ("PGSSLMODE=require psql -h h", "require"),
    ],
)  # fmt: skip
def test_tls_comes_in_libpqs_words(text: str, mode: str) -> None:
    assert parse_pasted(text).target.options.get("sslmode", "") == mode


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("mysql://h/d?charset=latin1", {}),
        ("mysql://h/d?charset=utf8&collation=utf8mb4_bin", {"charset": "utf8mb4", "collation": "utf8mb4_bin"}),
        ("mysql --defaults-file=/m.cnf db", {"defaults_file": "/m.cnf"}),
        ("jdbc:mysql://h/d?serverRSAPublicKeyFile=/k.pem", {"server_public_key": "/k.pem"}),
        ("postgresql://h/d?client_encoding=utf8", {"client_encoding": "UTF8"}),
        ("postgresql://h/d?client_encoding=latin1", {}),
        ("host=h statement_timeout=5 search_path='a b'", {"options": "-c statement_timeout=5 -c search_path=a\\ b"}),
    ],
)
def test_options_come_in_the_words_of_the_drivers(text: str, options: dict[str, str]) -> None:
    assert parse_pasted(text).target.options == options


def test_every_option_that_a_text_can_give_is_one_that_its_driver_takes() -> None:
    fields = {"read_only", "key_password", "mode"}  # what is no option here
    fields |= {setting.name.removesuffix("_s") for setting in dataclasses.fields(PoolSettings)}
    assert set(OPTIONS["mysql"].values()) - fields <= MYSQL_OPTIONS
    assert set(OPTIONS["postgresql"].values()) - fields <= set(keywords())


def test_the_passphrase_of_a_client_key_is_a_secret_of_its_own() -> None:
    pasted = parse_pasted("jdbc:postgresql://h/db?password=a&sslkey=/k.pem&sslpassword=hush")
    assert pasted == Pasted(
        Target("postgresql", "db", "h", options={"sslkey": "/k.pem"}),
        Secret("a"),
        "JDBC URL",
        key_password=Secret("hush"),
    )
    assert "hush" not in repr(pasted)


def test_a_long_list_of_options_is_cut() -> None:
    options = "&".join(f"option{n}=1" for n in range(200))
    (told,) = parse_pasted(f"postgresql://h/db?{options}").ignored
    assert told.endswith("option11, and 188 more.")


def test_options_whose_names_may_be_pieces_of_a_password_are_only_counted() -> None:
    told = parse_pasted("jdbc:mysql://h/db?user=u&password=a&piece=b&useSSL=false&useUnicode=true").ignored
    assert told == ("These options have no effect here: useUnicode, and 1 more.",)


@settings(max_examples=times(100, 20_000))
@given(st.text() | st.text(st.sampled_from("=:;@/?&#{}[]()'\"\\$<>%,. \n\tabpqsl0:")), st.integers(0, 9))
def test_any_text_is_understood_or_refused(text: str, kind: int) -> None:
    starts = [
        "",
        "postgres://",
        "jdbc:mysql:",
        "host=",
        "Server=h;",
        "psql ",
        "DATABASES = {",
        "a:\n  ",
        "mysql:",
        "DB_URL=",
    ]
    try:
        pasted = parse_pasted(starts[kind] + text)
    except PastedUnknown:
        return
    assert parse_url(target_url(pasted.target)) == pasted.target
    assert pasted.target.password is None


FILLERS = [
    "a", " ", "\n", "=", ";", ":", "@", "/", "&", "%", "'", '"', "\\", "{", "}", "(", ",", "#", "$", "-", "a=", "a=b;", "'a", '"\\',
    'a={', "a='", "${a}", "/*", "//", "a:\n ", "a: &a\n", "<<: *a\n", "\\'", " -h", "a@", "://", "a://", "[", "\ud800", "😀", "=>", "a.b",
]  # fmt: skip
STARTS = [
    "",
    "postgres://",
    "jdbc:mysql://",
    "host=",
    "Server=h;Pwd=",
    "psql ",
    "x = {'",
    "a:\n",
    "A=",
    "u:p@tcp(h)/",
    "jdbc:oracle:thin:",
]


@pytest.mark.parametrize("start", STARTS)
def test_long_texts_end(start: str) -> None:
    length = times(8_192, LONGEST_TEXT)
    for filler in FILLERS:
        text = (start + filler * length)[:length]
        try:
            parse_pasted(text)
        except PastedUnknown as error:
            assert len(str(error)) < 400  # noqa: PT017 - both ways are right, only a short sentence is


def test_a_megabyte_is_refused_unread() -> None:
    assert "far longer" in refusal("postgres://u:canary@" + "h" * 1_000_000)
