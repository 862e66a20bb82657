"""What is known of single dialects beyond what SQLAlchemy and PEP 249 tell. Everything else is found out by looking."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Any, Final, Protocol

from sqlalchemy.engine import Connection

from lapwing.domain.late_dataclass import dataclass
from lapwing.drivers.base import Catalog
from lapwing.drivers.generic import duckdb
from lapwing.drivers.generic.duckdb_catalog import DuckdbCatalog
from lapwing.drivers.generic.introspect import InspectorCatalog

Reading = Callable[[], AbstractContextManager[Connection]]


class Look(Protocol):
    """Looks at a statement before it runs.

    Raises:
        StatementFailed: It is more than one statement.
        ReadOnlyRefused: The session is read-only and it may change something.
    """

    def __call__(self, raw: Any, sql: str, *, read_only: bool) -> None: ...


def _look_at_nothing(raw: Any, sql: str, *, read_only: bool) -> None:
    """The DB-API does that itself."""


@dataclass(frozen=True, slots=True)
class Traits:
    """One dialect's.

    Attributes:
        sql: Which of our dialects its SQL is most like.
        file: Whether its database is a file that would be made when it is missing.
        savepoints: Whether it has them.
        read_only: What `connect` takes so that nothing can be changed; None: it cannot be kept from changes.
        timeout: The name under which `connect` takes the seconds to wait; empty where that is not known.
        look: Called with the DB-API's connection before each statement.
        brings_no_rows: Whether columns of a result only say that, or how many rows, a statement changed.
        forget_rows: Called with the DB-API's connection when rows are not read any more, for cursors that do not close.
        product: From the DB-API's connection to its name and version; empty: as the dialect tells them.
        own_names: Whether a session has names that no other one sees, as of databases attached to it or in memory.
        make_catalog: What reads its catalogue; is given what `InspectorCatalog` is given.
    """

    sql: str = "ansi"
    file: bool = False
    savepoints: bool = True
    read_only: dict[str, Any] | None = None
    timeout: str = ""
    look: Look = _look_at_nothing
    brings_no_rows: Callable[[Sequence[Sequence[Any]], str], bool] = lambda description, sql: False
    forget_rows: Callable[[Any], object] = lambda raw: None
    product: Callable[[Any], str] = lambda raw: ""
    own_names: bool = False
    make_catalog: Callable[[Reading], Catalog] = InspectorCatalog


_DUCKDB: Final = Traits(
    sql="postgresql",
    file=True,
    savepoints=False,
    read_only={"read_only": True},
    look=duckdb.look,
    brings_no_rows=duckdb.brings_no_rows,
    forget_rows=duckdb.forget_rows,
    product=duckdb.product,
    own_names=True,
    make_catalog=DuckdbCatalog,
)
_TRAITS: Final = {
    "duckdb": _DUCKDB,
    "sqlite": Traits(sql="sqlite", file=True, timeout="timeout"),
    "postgresql": Traits(sql="postgresql", timeout="connect_timeout"),
    "cockroachdb": Traits(sql="postgresql", timeout="connect_timeout"),
    "redshift": Traits(sql="postgresql", timeout="timeout"),
    "mysql": Traits(sql="mysql", timeout="connect_timeout"),
    "mariadb": Traits(sql="mysql", timeout="connect_timeout"),
    "mssql+pyodbc": Traits(timeout="timeout"),
    "mssql+pymssql": Traits(timeout="login_timeout"),
    "oracle+oracledb": Traits(timeout="tcp_connect_timeout"),
    "snowflake": Traits(timeout="login_timeout"),
}


def traits_of(dialect: str, library: str) -> Traits:
    """What is known of a dialect, perhaps only of it with one DB-API."""
    return _TRAITS.get(f"{dialect}+{library}") or _TRAITS.get(dialect, Traits())
