"""The names that programs give to the same things.

Sources: PostgreSQL's manual 34.1 (libpq), pgjdbc, Npgsql, psqlODBC; MySQL's Connector/J, Connector/NET, Connector/ODBC
and client options; MariaDB's connectors; go-sql-driver, PyMySQL, node-postgres, PDO, Prisma, Django, Rails, Laravel.
"""

import re
from typing import Final

_FILLERS: Final = re.compile(r"[\s_.\-]+")


def normal(name: str) -> str:
    """A name without blanks, dots, dashes and capitals: `SSL Mode`, `ssl-mode` and `sslMode` are one."""
    return _FILLERS.sub("", name).lower()


def words(text: str) -> frozenset[str]:
    """The words of a table written as text."""
    return frozenset(text.split())


def _table(**meanings: str) -> dict[str, str]:
    return {word: meaning for meaning, others in meanings.items() for word in (normal(meaning), *others.split())}


FIELDS: Final = _table(
    host="hostname server servername serveraddress address addr networkaddress datasource dataserver endpoint",
    port="portnumber tcpport",
    user="username uid userid login",
    password="pwd pass passwd passw",  # noqa: S106 - names, not passwords
    database="dbname db databasename initialcatalog catalog defaultdatabase name filename dbfile",
    socket="unixsocket mysqlsocket localsocket unixport",
    family="driver engine adapter dialect type client provider drivername driverclassname dbtype",
)
"""Normal names of what `Target` has fields for, whatever the kind of server."""

TLS_WORDS: Final = words(
    "sslmode ssl usessl requiressl verifyservercertificate trustservercertificate sslverifyservercert skipssl tls "
    "sslfactory sslrejectunauthorized sslaccept sslverifyidentity sslverifycert ssldisabled sslcheckhostname encrypt "
    "disablesslhostnameverification"
)
"""Normal names of options that say how far TLS is asked for; `tls.mode_said` reads them together."""

_EVERYWHERE: Final = _table(
    sslrootcert="sslca sslcafile cafile cacertificatefile certificateauthorityfile rootcertificate "
    "serversslcert sslcacert",
    sslcert="sslcertificate sslclientcert sslcertfile",
    sslkey="sslclientkey sslkeyfile",
    sslcrl="",
    connect_timeout="connectiontimeout timeout logintimeout",
    application_name="appname programname",
    key_password="sslpassword sslkeypassword sslpass",  # noqa: S106
    read_only="applicationintent",
    keepalives="tcpkeepalive",
    keepalives_idle="",
    keepalives_interval="",
    keepalives_count="",
    tcp_user_timeout="",
)
_OURS: Final = _table(
    auto_reconnect="", retry_attempts="", retry_delay="", pool_min="", pool_max="", pool_overflow="", pool_recycle="",
    pool_idle_timeout="", pool_health_check="", idle_transaction="", history="",
)  # fmt: skip
_LIBPQ: Final = _table(
    channel_binding="", client_encoding="", gssencmode="", gssdelegation="", gsslib="", hostaddr="", options="",
    krbsrvname="kerberosservername kerberosservicename", load_balance_hosts="", max_protocol_version="",
    min_protocol_version="", passfile="", require_auth="", requirepeer="", service="", ssl_max_protocol_version="",
    ssl_min_protocol_version="", sslcertmode="", sslcrldir="", sslnegotiation="", sslsni="",
    target_session_attrs="targetservertype targetsessionattributes",
)  # fmt: skip
_MYSQL: Final = _table(
    charset="characterencoding characterset defaultcharacterset",
    collation="connectioncollation collationserver",
    server_public_key="serverrsapublickeyfile serverpublickeypath",
    defaults_file="readdefaultfile",
)
_SQLITE: Final = _table(busy_timeout="defaulttimeout timeout", read_only="openmode", mode="")
_MSSQL: Final = {**_table(login_timeout="connecttimeout connectiontimeout timeout"), "applicationname": "appname"}

OPTIONS: Final = {
    "postgresql": _EVERYWHERE | _OURS | _LIBPQ,
    "mysql": _EVERYWHERE | _OURS | _MYSQL,
    "sqlite": _SQLITE | _OURS | {"readonly": "read_only"},
    "oracle": _table(service_name=""),
    "mssql": {**_table(read_only="applicationintent", appname=""), **_MSSQL},
}
"""By kind of server: normal names of options, and ours."""

RUN_TIME: Final = _table(
    search_path="currentschema schema", TimeZone="", statement_timeout="", lock_timeout="", DateStyle="", role="",
    idle_in_transaction_session_timeout="", default_transaction_isolation="", default_transaction_read_only="",
    IntervalStyle="", work_mem="",
)  # fmt: skip
"""PostgreSQL's run-time parameters that programs take as options: they go into libpq's `options`."""

_FAMILIES: Final = {
    "cockroach": "cockroachdb", "redshift": "redshift", "postg": "postgresql", "pgsql": "postgresql",
    "psycopg": "postgresql", "psql": "postgresql", "asyncpg": "postgresql",
    "pg8000": "postgresql", "timescale": "postgresql", "mysql": "mysql", "maria": "mysql",
    "trilogy": "mysql", "sqlite": "sqlite", "sqlserver": "mssql", "sql server": "mssql", "mssql": "mssql",
    "sqlsrv": "mssql", "freetds": "mssql", "dblib": "mssql", "tedious": "mssql", "sqlclient": "mssql",
    "oracle": "oracle", "duckdb": "duckdb",
}  # fmt: skip
_SHORT_FAMILIES: Final = {
    "pg": "postgresql", "pgx": "postgresql", "aurora": "mysql", "oci": "oracle", "oci8": "oracle", "oracledb": "oracle"
}  # fmt: skip
_PORTS: Final = {
    5432: "postgresql", 5433: "postgresql", 5434: "postgresql", 6432: "postgresql", 6543: "postgresql",
    3306: "mysql", 3307: "mysql", 1433: "mssql", 1521: "oracle",
}  # fmt: skip
SQLALCHEMY: Final = {
    "mssql": "mssql+pymssql",
    "oracle": "oracle+oracledb",
    "duckdb": "duckdb",
    "cockroachdb": "cockroachdb",
    "redshift": "redshift+redshift_connector",
}
"""Kinds of servers that the generic driver reaches, and how SQLAlchemy's URLs for them begin."""
PRODUCTS: Final = {
    "postgresql": "PostgreSQL",
    "mysql": "MySQL",
    "sqlite": "SQLite",
    "mssql": "SQL Server",
    "oracle": "Oracle",
}


def family_of(word: str) -> str:
    """The kind of server that a driver's, dialect's or product's name means; empty when it is not known."""
    name = word.strip().lower()
    if name in _SHORT_FAMILIES:
        return _SHORT_FAMILIES[name]
    return next((family for part, family in _FAMILIES.items() if part in name), "")


def family_at(port: str) -> str:
    """The kind of server that usually listens at a port; empty when there is none."""
    return _PORTS.get(int(port), "") if port.isascii() and port.isdigit() and len(port) < 6 else ""


def is_known(name: str) -> bool:
    """Whether any program we know calls an option so."""
    word = normal(name)
    tables = (FIELDS, TLS_WORDS, RUN_TIME, *OPTIONS.values())
    return any(word in table for table in tables)
