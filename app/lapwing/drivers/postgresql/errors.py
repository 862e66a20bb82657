"""The server's refusal of a statement as an error of ours.

Fields of an error: PostgreSQL's manual, 55.8.
"""

from typing import Final

from psycopg.pq import DiagnosticField as Field
from psycopg.pq.abc import PGresult

from lapwing.domain.errors import LapwingError, ReadOnlyRefused, StatementCancelled, StatementFailed
from lapwing.drivers.postgresql.libpq import text_of

CANCELLED: Final = "57014"
READ_ONLY: Final = "25006"
FAILED_TRANSACTION: Final = "25P02"
SEVERAL: Final = ("42601", "cannot insert multiple commands into a prepared statement")
_END: Final = frozenset({"FATAL", "PANIC"})
_OBJECTS: Final = (
    (Field.CONSTRAINT_NAME, "constraint"),
    (Field.COLUMN_NAME, "column"),
    (Field.DATATYPE_NAME, "type"),
    (Field.TABLE_NAME, "table"),
)


def sqlstate_of(result: PGresult) -> str:
    return text_of(result.error_field(Field.SQLSTATE))


def ends_session(result: PGresult) -> bool:
    """Whether the server closes the connection behind this error."""
    return text_of(result.error_field(Field.SEVERITY_NONLOCALIZED)) in _END


def words_of(result: PGresult) -> str:
    """The server's first sentence."""
    return text_of(result.error_field(Field.MESSAGE_PRIMARY)) or " ".join(text_of(result.error_message).split())


def refused(result: PGresult, sql: str, *, cancel_asked: bool = False, counts_bytes: bool = False) -> LapwingError:
    """The error for a result that is one.

    Args:
        sql: What was sent.
        cancel_asked: Whether a cancel of ours was under way; only then it is a cancelled statement.
        counts_bytes: Whether the server takes the text for single bytes, as in databases in SQL_ASCII.
    """
    code = sqlstate_of(result)
    if code == CANCELLED and cancel_asked:
        return StatementCancelled()
    if code == READ_ONLY:
        return ReadOnlyRefused(what=words_of(result))
    position = _position(result, sql, counts_bytes=counts_bytes)
    return StatementFailed(
        server=words_of(result),
        code=code,
        position=position,
        line=None if position is None else sql.count("\n", 0, position) + 1,
        detail=text_of(result.error_field(Field.MESSAGE_DETAIL)),
        server_hint=text_of(result.error_field(Field.MESSAGE_HINT)),
        context=_context(result),
        object=_object(result),
    )


def _position(result: PGresult, sql: str, *, counts_bytes: bool) -> int | None:
    told = result.error_field(Field.STATEMENT_POSITION)
    if not told:
        return None
    place = int(told) - 1
    if counts_bytes:
        place = len(sql.encode("utf-8", "surrogatepass")[:place].decode("utf-8", "ignore"))
    return min(place, len(sql))


def _context(result: PGresult) -> str:
    """Where in functions it happened, and the statement of theirs that it is about."""
    inner = text_of(result.error_field(Field.INTERNAL_QUERY))
    lines = [text_of(result.error_field(Field.CONTEXT)), f"Inner statement: {inner}" if inner else ""]
    return "\n".join(line for line in lines if line)


def _object(result: PGresult) -> str:
    """What it is about: `constraint log_pkey of public.log`."""
    schema = text_of(result.error_field(Field.SCHEMA_NAME))
    table = text_of(result.error_field(Field.TABLE_NAME))
    where = ".".join(name for name in (schema, table) if name)
    for field, kind in _OBJECTS:
        name = text_of(result.error_field(field))
        if name and kind == "table":
            return f"table {where}"
        if name:
            owner = where if table else schema
            return f"{kind} {name}" + (f" of {owner}" if owner else "")
    return ""
