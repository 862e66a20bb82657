"""Connection URLs of SQL Server, which no other program shares."""

from typing import Final

from lapwing.domain.pasting.authority import split_login
from lapwing.domain.pasting.found import Found
from lapwing.domain.pasting.pairs import split_pairs
from lapwing.domain.pasting.url_forms import add_login, add_options, server_url
from lapwing.domain.url_text import SCHEME, Malformed

_SCHEMES: Final = frozenset({"sqlserver", "azuresql"})


def read_sql_server_url(text: str) -> Found | None:
    """`sqlserver://` of Go (the path is an instance) or of Prisma (settings behind semicolons); None for other texts.

    Raises:
        Malformed
    """
    match = SCHEME.match(text)
    if not match or match[1].lower() not in _SCHEMES or "\n" in text:
        return None
    rest = text[match.end() :]
    found = Found("SQL Server URL", "mssql")
    if ";" in rest:
        return add_sql_server(found, rest)
    login = split_login(rest)
    add_login(found, login)
    add_options(found, login.query, plus=True)
    instance = login.path.removeprefix("/")
    if instance:
        found.ignored.append("The instance that it names was left out; its port says where it listens.")
    return found


def add_sql_server(found: Found, rest: str) -> Found:
    r"""Read `server\instance:port;name=value;...` (Microsoft's documentation of its JDBC driver), or with a /database.

    Raises:
        Malformed
    """
    place, _, settings = rest.partition(";")
    if "@" in place or "?" in place:
        return server_url(found, rest, plus=True)
    pairs = split_pairs(settings)
    if pairs is None:
        raise Malformed("its settings have to be written as name=value with semicolons between them.")
    server, _, database = place.partition("/")
    found.add("host", server)
    found.add("database", database)
    instances = [value for name, value in pairs if name.lower() in {"instancename", "instance"}]
    if instances and "\\" not in server:
        name, colon, port = server.partition(":")
        found.add("host", f"{name}\\{instances[0]}{colon}{port}")
    found.settings += [pair for pair in pairs if pair[0].lower() not in {"instancename", "instance"}]
    return found
