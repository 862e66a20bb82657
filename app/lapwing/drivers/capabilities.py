"""What a driver can do: what is asked of it depends on this, never on its name."""

from enum import StrEnum

from lapwing.domain.late_dataclass import dataclass


class ParameterMarks(StrEnum):
    """What stands in a text where `Session.execute` puts one of its values."""

    NUMBERED = "$1"
    """A value may have several places."""
    QUESTION = "?"
    FORMAT = "%s"
    """Each other per cent sign is written twice, when there are values."""
    COLON = ":1"
    """Numbered by place."""
    AS_WRITTEN = ""
    """Any of the dialect's own; values come in the order of the numbers that the server gives them."""


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What is asked of a driver depends on these, never on its name."""

    schemas: bool = True
    savepoints: bool = True
    read_only: bool = True
    isolation_levels: tuple[str, ...] = ()
    """Those that `Session.set_isolation` takes, in the server's words."""
    chooses_schema: bool = False
    """Whether `Session.set_schema` can choose where names without a schema are looked for."""
    attached_databases: bool = False
    locks_whole_database: bool = False
    passwords: bool = False
    """Whether connecting can take a password."""
    network: bool = False
    """Whether a server is reached over a connection that can be lost."""
    cancels: bool = True
    """Whether a running statement can be ended."""
    transactional_ddl: bool = True
    """Whether definitions are undone with the rest of a transaction; elsewhere they commit it."""
    interleaves: bool = True
    """Whether the session can be asked while a statement's replies are open. Elsewhere asking ends that statement, and
    going on with its replies raises `ResultClosed`."""
    mixes_read_only: bool = True
    """Whether sessions that only read can be open beside others on the same database."""
    column_sources: bool = True
    """Whether columns of a result say which table's they are."""
    parameter_marks: ParameterMarks = ParameterMarks.QUESTION
    tunnels: bool = False
    """Whether `Driver.open` can go through a passage."""
    databases: bool = False
    """Whether a server has databases apart from schemas, each reached by sessions of its own."""
    own_names: bool = False
    """Whether a session has names that no other one sees (files attached to it, a database in memory). Such a session
    tells its names itself, which is quick, since it is in this process."""
