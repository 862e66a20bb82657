"""Which vendor's client a run obeys the commands of. That of one is loaded by the first run that does."""

from pathlib import Path

from lapwing.domain.query import RunQuery
from lapwing.engine.query.client_commands.files import ScriptFiles
from lapwing.engine.query.commands import ClientCommands, NoCommands
from lapwing.sql.dialect import Dialect


def commands_for(request: RunQuery, dialect: Dialect) -> ClientCommands:
    """The commands that a run of this request obeys."""
    folder = request.folder or (str(Path(request.path).absolute().parent) if request.path else "")
    files = ScriptFiles(request.allow_include, folder)
    if dialect.client == "psql":
        from lapwing.engine.query.client_commands.psql import PsqlCommands

        return PsqlCommands(files, dialect, (parameter.name for parameter in request.parameters))
    if dialect.id == "mysql":
        from lapwing.engine.query.client_commands.mysql import MysqlCommands

        return MysqlCommands(files, dialect)
    if dialect.client == "sqlite3":
        from lapwing.engine.query.client_commands.sqlite import SqliteCommands

        return SqliteCommands(files, dialect)
    return NoCommands(dialect)
