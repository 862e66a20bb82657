"""Opening a connection by SQLAlchemy: its URL, its dialect, its DB-API, and what to say when one of them is missing."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import entry_points
from typing import Any, Final

import sqlalchemy
from sqlalchemy.engine import URL, Connection, Engine
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from lapwing.domain.connections import Phase, Target
from lapwing.domain.errors import (
    DriverUnknown,
    FileMissing,
    LapwingError,
    LoginRefused,
    ModuleMissing,
    OpeningFailed,
    ReadOnlyImpossible,
    SessionRefused,
    UrlInvalid,
)
from lapwing.domain.secrets import redact
from lapwing.domain.targets import shown_target
from lapwing.drivers.generic.errors import code_of, words_of
from lapwing.drivers.generic.packages import package_of_dialect, package_of_module
from lapwing.drivers.generic.traits import Traits, traits_of
from lapwing.drivers.opening import Opening

_BUILT_IN: Final = ("mssql", "mysql", "oracle", "postgresql", "sqlite")
_LOGIN_CODES: Final = ("28", "1045", "18456", "ORA-01017", "ORA-28000")
"""SQLSTATE class 28, and the numbers of MySQL, SQL Server and Oracle for the same."""
_LOGIN_WORDS: Final = re.compile(
    r"authentication failed|access denied|login failed|invalid (user|password)", re.IGNORECASE
)
"""What is said where a DB-API tells no code before it is connected."""


def connect(target: Target, opening: Opening) -> tuple[Connection, Traits]:
    """A connection by the target's URL, and what is known of its dialect.

    Raises:
        UrlInvalid: It cannot be read.
        DriverUnknown: No such dialect is known.
        ModuleMissing: A Python package is not installed.
        ReadOnlyImpossible, FileMissing
        OpeningFailed: The DB-API refused.
    """
    shown = shown_target(target)
    url = _url(target, shown)
    with _explained(url, shown):
        dialect = url.get_dialect()
        if dialect.is_async:
            reason = f"{url.get_driver_name()} is for programs of another kind; take another driver of {dialect.name}."
            raise UrlInvalid(url=shown, reason=reason)
        traits = traits_of(url.get_backend_name(), dialect.driver)
        if target.password is not None and not traits.file:  # files have none, and refuse to be given one
            url = url.set(password=target.password.reveal())
        arguments = _arguments(url, target, traits, opening, shown)
        engine = sqlalchemy.create_engine(
            url, poolclass=NullPool, pool_reset_on_return=None, connect_args=arguments, hide_parameters=True
        )
    opening.begin(Phase.CONNECT)
    connection = _connected(engine, target, shown)
    opening.begin(Phase.FIRST_QUERY)
    return connection, traits


def _url(target: Target, shown: str) -> URL:
    try:
        return sqlalchemy.make_url(target.database)
    except (ArgumentError, ValueError):
        # nothing of SQLAlchemy's own words: they may repeat the URL
        raise UrlInvalid(url=shown, reason="SQLAlchemy cannot read it.") from None


@contextmanager
def _explained(url: URL, shown: str) -> Iterator[None]:
    """What is missing, with what to install."""
    name = url.get_backend_name()
    try:
        yield
    except NoSuchModuleError as error:
        package = package_of_dialect(name)
        if package:
            raise ModuleMissing(connection=shown, package=package) from error
        raise DriverUnknown(driver=url.drivername, known=", ".join(known_dialects())) from error
    except ImportError as error:
        module = (error.name or "").partition(".")[0] or "its Python driver"
        raise ModuleMissing(connection=shown, package=package_of_module(module)) from error
    except LapwingError:
        raise
    except (ArgumentError, ValueError, TypeError) as error:
        raise UrlInvalid(url=shown, reason=_sentence(words_of(error))) from error


def known_dialects() -> list[str]:
    """The names with which a URL can begin here."""
    found = {entry.name.partition(".")[0] for entry in entry_points(group="sqlalchemy.dialects")}
    return sorted(found.union(_BUILT_IN))


def _arguments(url: URL, target: Target, traits: Traits, opening: Opening, shown: str) -> dict[str, Any]:
    """What `connect` of the DB-API is given beside the URL."""
    arguments: dict[str, Any] = {}
    if target.read_only:
        if traits.read_only is None:
            raise ReadOnlyImpossible(connection=shown)
        arguments |= traits.read_only
    file = url.database or ""
    if traits.file and file not in {"", ":memory:"} and not target.create and not _is_remote(file):
        path = os.path.abspath(file)
        if not os.path.exists(path):
            raise FileMissing(path=path)
    if traits.timeout and traits.timeout not in url.query:
        arguments[traits.timeout] = max(1, round(opening.left_s()))
    return arguments


def _is_remote(name: str) -> bool:
    """Whether a database's name is no path (`md:shop` is MotherDuck's, `file:...` SQLite's)."""
    return ":" in name.partition("/")[0]


def _connected(engine: Engine, target: Target, shown: str) -> Connection:
    try:
        return engine.connect()
    except ImportError as error:
        engine.dispose()
        raise ModuleMissing(connection=shown, package=package_of_module(error.name or "")) from error
    except Exception as error:
        engine.dispose()
        user = engine.url.username or ""
        words = redact(words_of(error), (target.password,), (user,))
        if code_of(error).startswith(_LOGIN_CODES) or _LOGIN_WORDS.search(words):
            advice = "Check user and password."
            raise LoginRefused(connection=shown, user=user or "this user", server=words, advice=advice) from error
        raise OpeningFailed(phase=Phase.CONNECT.value, connection=shown, server=words) from error


def refused(error: Exception, target: Target) -> LapwingError:
    """The first questions were not answered."""
    if isinstance(error, LapwingError):
        return error
    words = redact(words_of(error), (target.password,))
    return SessionRefused(connection=shown_target(target), server=words, advice="See to what the server says.")


def _sentence(words: str) -> str:
    return f"{words.rstrip('.')}."
