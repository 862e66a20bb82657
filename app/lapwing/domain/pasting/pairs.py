"""Settings with semicolons between them: ADO.NET, Npgsql, ODBC, OLE DB, PDO."""

import os
import re
from typing import Final

from lapwing.domain.pasting.authority import readable
from lapwing.domain.pasting.found import Found
from lapwing.domain.pasting.names import FIELDS, PRODUCTS, family_at, family_of, is_known, normal, words
from lapwing.domain.url_text import Malformed

_BLANK: Final = re.compile(r"\s*")
_CLOSES: Final = {"{": "}", '"': '"', "'": "'"}
_SQL_SERVER: Final = words(
    "initialcatalog trustedconnection integratedsecurity multipleactiveresultsets encrypt attachdbfilename "
    "userinstance networklibrary applicationintent multisubnetfailover persistsecurityinfo"
)
_MYSQL: Final = words(
    "allowuservariables convertzerodatetime allowpublickeyretrieval treattinyasboolean characterset charset sslca "
    "oldguids defaultcommandtimeout allowzerodatetime serverrsapublickeyfile"
)
_NPGSQL: Final = words(
    "host searchpath includeerrordetail noresetonclose maxautoprepare username targetsessionattributes loadbalancehosts"
)
_SQLITE: Final = words("version foreignkeys journalmode synchronous failifmissing cache mode binaryguid")
_SQLITE_FILES: Final = (".db", ".sqlite", ".sqlite3", ".db3", ".s3db")
_PDO: Final = {
    "mysql": "mysql", "pgsql": "postgresql", "sqlite": "sqlite", "sqlsrv": "mssql", "dblib": "mssql",
    "dbi:pg": "postgresql", "dbi:mysql": "mysql", "dbi:mariadb": "mysql", "dbi:sqlite": "sqlite",
}  # fmt: skip


def split_pairs(text: str) -> list[tuple[str, str]] | None:
    """`name=value` pairs with semicolons between them; None when the text is not made of such.

    Values may be in braces (ODBC) or quotes (ADO.NET), in which the closing one is doubled.
    """
    pairs: list[tuple[str, str]] = []
    at = 0
    while at < len(text):
        equals, semicolon = text.find("=", at), text.find(";", at)
        if semicolon >= 0 and not text[at:semicolon].strip():
            at = semicolon + 1
            continue
        if equals < 0 or 0 <= semicolon < equals:
            return pairs if not text[at:].strip() else None
        name = text[at:equals].strip()
        value, at = _value(text, equals + 1)
        pairs.append((name, value))
    return pairs


def _value(text: str, at: int) -> tuple[str, int]:
    """The value that begins at `at`, and where the next pair begins."""
    blank = _BLANK.match(text, at)
    start = blank.end() if blank else at
    close = _CLOSES.get(text[start : start + 1], "")
    end = text.find(close, start + 1) if close else -1
    while end >= 0 and text.startswith(close, end + 1):
        end = text.find(close, end + 2)
    if end >= 0:
        semicolon = text.find(";", end)
        behind = semicolon if semicolon >= 0 else len(text)
        if not text[end + 1 : behind].strip():
            return text[start + 1 : end].replace(close * 2, close), behind + 1
    semicolon = text.find(";", at)
    end = semicolon if semicolon >= 0 else len(text)
    return text[at:end].strip(), end + 1


def read_pairs(text: str) -> Found | None:
    """A connection string of .NET or ODBC; None when the text is none.

    Raises:
        Malformed
    """
    pairs = split_pairs(text)
    if not pairs or (len(pairs) == 1 and ";" not in text and normal(pairs[0][0]) != "datasource"):
        return None
    if not all(name for name, _ in pairs) or not (is_known(pairs[0][0]) or normal(pairs[0][0]) == "dsn"):
        return None
    said = {normal(name): value for name, value in pairs}
    if "driver" in said:
        return _found("ODBC connection string", family_of(said["driver"]), pairs)
    if "dsn" in said:
        raise Malformed("it names a data source of ODBC (DSN), whose settings are in odbc.ini.")
    if "provider" in said:
        is_sql_server = any(part in said["provider"].lower() for part in ("sqloledb", "msoledbsql", "sqlncli"))
        return _found("OLE DB connection string", "mssql" if is_sql_server else family_of(said["provider"]), pairs)
    return _ado(pairs, said)


def _found(form: str, family: str, pairs: list[tuple[str, str]]) -> Found:
    if not family:
        raise Malformed("it names a kind of database that is not known here.")
    return Found(form, family, [pair for pair in pairs if FIELDS.get(normal(pair[0])) != "family"])


def _ado(pairs: list[tuple[str, str]], said: dict[str, str]) -> Found:
    form = "ADO.NET connection string"
    fields = {FIELDS[word]: value for word, value in said.items() if word in FIELDS}
    path = fields.get("database", "") if "filename" in said else said.get("datasource", "")
    is_file = os.path.splitext(path)[1].lower() in _SQLITE_FILES or path == ":memory:"
    if path and "user" not in fields and (is_file or said.keys() & _SQLITE):
        return _found(form, "sqlite", pairs)
    port = family_at(fields.get("port", ""))
    if "," in fields.get("host", "") and family_at(fields["host"].rpartition(",")[2].strip()) == "mssql":
        port = "mssql"
    counts = {
        "postgresql": len(said.keys() & _NPGSQL),
        "mysql": len(said.keys() & _MYSQL),
        "mssql": len(said.keys() & _SQL_SERVER),
    }
    likely = max(counts, key=lambda family: counts[family])
    if said.get("sslmode", "").lower() in {"none", "preferred", "required"}:
        likely = "mysql"
    elif not counts[likely]:
        likely = "postgresql" if "sslmode" in said else "mysql" if said.keys() & {"uid", "pwd"} else "mssql"
    family = port or likely
    found = _found("Npgsql connection string" if family == "postgresql" else form, family, pairs)
    if not port and sum(1 for count in counts.values() if count) != 1:
        found.assumed.append(f"It was taken for one of {PRODUCTS[family]}.")
    return found


def read_pdo(text: str) -> Found | None:
    """A data source name of PHP's PDO or Perl's DBI: `mysql:host=h;dbname=d`; None when the text is none.

    Raises:
        Malformed
    """
    parts = text.split(":", 2)
    start = 2 if parts[0].lower() == "dbi" else 1
    family = _PDO.get(":".join(parts[:start]).lower(), "")
    rest = ":".join(parts[start:])
    if len(parts) <= start or not family or rest.startswith("//") or "\n" in text:
        return None
    form = "DBI data source name" if start == 2 else "PDO data source name"
    if family == "sqlite" and not rest.startswith("dbname="):
        return Found(form, family, [("database", rest or ":memory:")])
    pairs = split_pairs(rest)
    if pairs is None and start == 1:
        return None
    return Found(form, family, pairs if pairs is not None else [("database", readable(rest))])
