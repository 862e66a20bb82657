"""libpq's functions as psycopg hands them through, the few that it does not, and texts for libpq.

The bundled libpq (18) is used at its own level: everything here is about `psycopg.pq`.
"""

import ctypes
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Final

from psycopg import pq
from psycopg.pq.abc import PGconn

_VERBOSE: Final = 2
"""PQERRORS_VERBOSE: the SQLSTATE stands in a message, which is the only way to learn that of a refused log-in."""


@cache
def _library() -> ctypes.CDLL:
    """The libpq that psycopg's module is linked to: looking a name up in the module looks in its libraries too."""
    module = import_module("psycopg_binary.pq")
    library = ctypes.CDLL(module.__file__)
    library.PQsetErrorVerbosity.argtypes = [ctypes.c_void_p, ctypes.c_int]
    library.PQsslAttribute.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
    library.PQsslAttribute.restype = ctypes.c_char_p
    return library


def _pointer(conn: PGconn) -> int:
    pointer: int = conn.pgconn_ptr  # type: ignore[attr-defined]  # psycopg's protocol does not tell of it
    return pointer


def say_sqlstate(conn: PGconn) -> None:
    """Let the connection's own messages tell the SQLSTATE and where in the server's source they come from."""
    _library().PQsetErrorVerbosity(_pointer(conn), _VERBOSE)


def tls_attribute(conn: PGconn, name: str) -> str:
    """`protocol`, `cipher`, ... of an encrypted connection (PQsslAttribute); empty where it is not encrypted."""
    found: bytes | None = _library().PQsslAttribute(_pointer(conn), name.encode())
    return found.decode() if found else ""


@cache
def keywords() -> Mapping[str, str]:
    """The connection parameters that this libpq knows, with the variable of the environment for each, or nothing."""
    options = pq.Conninfo.get_defaults()
    return {option.keyword.decode(): (option.envvar or b"").decode() for option in options}


def conninfo(parameters: Mapping[str, str]) -> bytes:
    """A connection string (PostgreSQL's manual, 34.1.1.1); empty values are left out.

    Raises:
        ValueError: A value holds a NUL, or half a character; its argument is the parameter's name.
    """
    return b" ".join(_assigned(name, value) for name, value in parameters.items() if value)


def _assigned(name: str, value: str) -> bytes:
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    try:
        written = f"{name}='{escaped}'".encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raise ValueError(name) from None
    if b"\0" in written:
        raise ValueError(name)
    return written


def text_of(raw: bytes | None) -> str:
    """What the server or libpq says, whatever bytes it is made of."""
    return (raw or b"").decode("utf-8", "backslashreplace")
