"""Command-line options of the databases' own programs, as far as they say where to connect.

Sources: the manual pages of PostgreSQL 18's client programs, of MySQL's and MariaDB's, of sqlite3 and sqlcmd.
"""

from collections.abc import Mapping
from dataclasses import field
from typing import Final

from lapwing.domain.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Program:
    """One program's options.

    Attributes:
        options: Short letters and long names (without dashes) that say something, and what.
        with_value: Short letters of further options that have a value.
        long_with_value: Long names of further options that may have their value as the next word.
        places: What the words without a dash say, in order; the rest say nothing.
        joined_password: Whether -p has its value without a blank, or none.
    """

    title: str
    family: str
    options: Mapping[str, str]
    with_value: str = ""
    long_with_value: frozenset[str] = frozenset()
    places: tuple[str, ...] = ()
    joined_password: bool = False
    switches: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Options without a value that mean a setting and its value."""


def _long(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LIBPQ: Final = {
    "h": "host", "p": "port", "U": "user", "host": "host", "port": "port", "username": "user", "user": "user",
}  # fmt: skip
_DBNAME: Final = {**_LIBPQ, "d": "conninfo", "dbname": "conninfo"}
_PSQL_VALUES: Final = _long(
    "command file set variable output log-file field-separator pset record-separator table-attr prompt dsn"
)
_DUMP_VALUES: Final = _long(
    "file format jobs schema exclude-schema extension encoding table exclude-table compress superuser role snapshot "
    "lock-wait-timeout exclude-table-data section restrict-key filter rows-per-insert extra-float-digits template "
    "owner locale tablespace timeout maintenance-db"
)


def _postgresql(
    name: str, with_value: str, *places: str, options: Mapping[str, str] = _DBNAME, long: frozenset[str] = _DUMP_VALUES
) -> Program:
    return Program(f"{name} command line", "postgresql", options, with_value, long, places)


_MYSQL_OPTIONS: Final = {
    "h": "host", "P": "port", "u": "user", "S": "socket", "D": "database", "host": "host", "port": "port",
    "user": "user", "socket": "socket", "database": "database", "password": "password", "uri": "conninfo",
    "ssl-mode": "sslmode", "ssl-ca": "sslrootcert", "ssl-cert": "sslcert", "ssl-key": "sslkey", "ssl-crl": "sslcrl",
    "ssl": "ssl", "ssl-verify-server-cert": "sslverifyservercert", "connect-timeout": "connect_timeout",
    "connect_timeout": "connect_timeout", "default-character-set": "charset", "defaults-file": "defaults_file",
    "server-public-key-path": "server_public_key",
}  # fmt: skip
_MYSQL_SWITCHES: Final = {
    "ssl": ("ssl", "true"), "skip-ssl": ("skipssl", "true"), "disable-ssl": ("skipssl", "true"),
    "ssl-verify-server-cert": ("sslverifyservercert", "true"),
    "skip-ssl-verify-server-cert": ("sslverifyservercert", "false"),
    "disable-ssl-verify-server-cert": ("sslverifyservercert", "false"),
}  # fmt: skip
_MYSQL_VALUES: Final = _long("execute protocol defaults-extra-file delimiter prompt tee where result-file tables")


def _mysql(name: str, with_value: str, *places: str) -> Program:
    return Program(
        f"{name} command line", "mysql", _MYSQL_OPTIONS, with_value, _MYSQL_VALUES, places,
        joined_password=True, switches=_MYSQL_SWITCHES,
    )  # fmt: skip


def _file(name: str, family: str, with_value: str) -> Program:
    return Program(
        f"{name} command line", family, {"D": "database", "database": "database"}, with_value,
        _long("cmd init separator nullvalue newline vfs c f s"), ("database",),
        switches={"readonly": ("read_only", "true")},
    )  # fmt: skip


_SQLCMD: Final = Program(
    "sqlcmd command line", "mssql", {"S": "host", "d": "database", "U": "user", "P": "password"},
    "qQiovwhstmlKjaycHFrfk",
    switches={"C": ("trustservercertificate", "true"), "N": ("encrypt", "true")},
)  # fmt: skip

PROGRAMS: Final[dict[str, Program]] = {
    "psql": _postgresql("psql", "cfvoLFPRT", "conninfo", "user", long=_PSQL_VALUES),
    "pgcli": _postgresql("pgcli", "D", "conninfo", "user", options={**_DBNAME, "u": "user"}, long=_PSQL_VALUES),
    "pg_dump": _postgresql("pg_dump", "fFjnNtTESZe", "conninfo"),
    "pg_dumpall": _postgresql("pg_dumpall", "fES", options={**_DBNAME, "l": "database"}),
    "pg_restore": _postgresql("pg_restore", "fFIjLnNPSt"),
    "pg_isready": _postgresql("pg_isready", "t"),
    "pgbench": _postgresql("pgbench", "cfDjlLMnPRstTbF", "conninfo", options=_LIBPQ),
    "createdb": _postgresql("createdb", "OTDEl", "conninfo", options=_LIBPQ),
    "dropdb": _postgresql("dropdb", "", "conninfo", options=_LIBPQ),
    "vacuumdb": _postgresql("vacuumdb", "tjnNP", "conninfo"),
    "mysql": _mysql("mysql", "e", "database"),
    "mariadb": _mysql("mariadb", "e", "database"),
    "mysqldump": _mysql("mysqldump", "wrT", "database"),
    "mariadb-dump": _mysql("mariadb-dump", "wrT", "database"),
    "mysqladmin": _mysql("mysqladmin", "cwri"),
    "mariadb-admin": _mysql("mariadb-admin", "cwri"),
    "mysqlimport": _mysql("mysqlimport", "cL", "database"),
    "mysqlshow": _mysql("mysqlshow", "", "database"),
    "mycli": _mysql("mycli", "eR", "database"),
    "mysqlsh": _mysql("mysqlsh", "ef", "conninfo"),
    "sqlite3": _file("sqlite3", "sqlite", ""),
    "litecli": _file("litecli", "sqlite", "eR"),
    "duckdb": _file("duckdb", "duckdb", ""),
    "sqlcmd": _SQLCMD,
}
"""By the name of the executable."""
