"""Whatever is pasted, a password comes back as a secret or not at all."""

import json
import re
import shlex
from collections.abc import Callable
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from helpers.counts import times
from lapwing.domain.errors import LapwingError
from lapwing.domain.pasted import Pasted, PastedUnknown, parse_pasted
from lapwing.domain.urls import target_url

CANARY = "qXw7Canary9"
PIECES = st.text(st.sampled_from("ab1 @:/?#%&=+;,'\"\\$()[]{}<>!*^|~`é🐦\u202e"), max_size=6) | st.text(
    st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=4
)
PASSWORDS = st.builds(lambda before, after: f"{before}{CANARY}{after}", PIECES, PIECES).filter(
    lambda password: not re.search(r"\$[{(]|\{\{|<%", password)  # these hold the place of a password
)


def _doubled(text: str, quote_: str) -> str:
    return text.replace(quote_, quote_ * 2)


def _backslashed(text: str, *marks: str) -> str:
    escaped = text.replace("\\", "\\\\")
    for mark in marks:
        escaped = escaped.replace(mark, f"\\{mark}")
    return escaped


WRITTEN: dict[str, Callable[[str], str]] = {
    "url": lambda p: f"postgresql://me:{quote(p, safe='')}@h:5432/db?sslmode=require",
    "url option": lambda p: f"postgresql://me@h/db?password={quote(p, safe='')}",
    "sqlalchemy": lambda p: f"mssql+pymssql://me:{quote(p, safe='')}@h/db?charset=utf8",
    "odbc_connect": lambda p: "mssql+pyodbc:///?odbc_connect=" + quote_plus(f"UID=me;PWD={{{_doubled(p, '}')}}}"),
    "jdbc": lambda p: f"jdbc:mysql://h:3306/db?user=me&password={quote(p, safe='')}",
    "sql server": lambda p: f"jdbc:sqlserver://h;user=me;password={{{_doubled(p, '}')}}};databaseName=db",
    "ado": lambda p: f'Host=h;Username=me;Password="{_doubled(p, chr(34))}";Database=db',
    "odbc": lambda p: f"Driver={{MySQL}};Server=h;Uid=me;Pwd={{{_doubled(p, '}')}}};Database=db",
    "libpq": lambda p: "host=h user=me password='" + _backslashed(p, "'") + "' dbname=db",
    "psql": lambda p: f"PGPASSWORD={shlex.quote(p)} psql -h h -U me db",
    "mysql": lambda p: f"mysql -h h -u me {shlex.quote('-p' + p)} db",
    "mysql long": lambda p: f"mysql --host h --user me --password={shlex.quote(p)} db",
    "json": lambda p: json.dumps({"engine": "postgres", "host": "h", "username": "me", "password": p, "dbname": "db"}),
    "django": lambda p: f"DATABASES = {{'default': {{'ENGINE': 'x.mysql', 'NAME': 'db', 'PASSWORD': {p!r}}}}}",
    "call": lambda p: f"psycopg2.connect(host='h', user='me', password={p!r})",
}  # fmt: skip
"""Forms that can hold any password, each written as its form wants it."""

RAW: dict[str, Callable[[str], str]] = {
    "url": lambda p: f"postgresql://me:{p}@h:5432/db?sslmode=require",
    "bare url": lambda p: f"mysql://me:{p}@h",
    "any url": lambda p: f"oracle://me:{p}@h/db",
    "jdbc": lambda p: f"jdbc:postgresql://h/db?user=me&password={p}",
    "oracle": lambda p: f"jdbc:oracle:thin:me/{p}@h:1521:XE",
    "ado": lambda p: f"Server=h;Uid=me;Pwd={p}",
    "libpq": lambda p: f"host=h user=me password={p}",
    "go": lambda p: f"me:{p}@tcp(h:3306)/db",
    "psql": lambda p: f"PGPASSWORD={p} psql -h h -U me db",
    "mysql": lambda p: f"mysql -h h -u me -p{'_'.join(p.split())}",
    "env": lambda p: f"DB_HOST=h\nDB_PORT=5432\nDB_PASSWORD={p}",
    "yaml": lambda p: f"development:\n  adapter: mysql2\n  host: h\n  password: {p}",
    "pgpass": lambda p: f"h:5432:db:me:{p}",
    "address": lambda p: f"me:{p}@h:5432/db",
    "code": lambda p: f'connect(host="h", password="{p}")',
    "prose": lambda p: f"the password is {p}, the host is h",
    "alone": lambda p: p,
    "ssh": lambda p: f"ssh me@h PGPASSWORD={p} psql db",
    "no driver": lambda p: f"jdbc:h2://h/db;user=me;password={p}",
    "no kind": lambda p: f'{{"host": "h", "password": "{p}"}}',
    "two readings": lambda p: f"postgresql://me:{p}@h/db@x?y=z",
    "no end": lambda p: f"host=h password='{p}",
}
"""The same, not escaped at all: what comes is a secret, a part of it, or an error."""


def told(pasted: Pasted) -> str:
    return f"{pasted!r} {pasted} {target_url(pasted.target)}"


def told_by(error: BaseException) -> str:
    """All that an error and those before it could show."""
    text = ""
    seen: BaseException | None = error
    while seen is not None:
        facts = f"{seen.facts} {seen.next_step()} {seen.to_wire()}" if isinstance(seen, LapwingError) else ""
        text += f"{seen} {seen!r} {facts}"
        seen = seen.__context__
    return text


@settings(max_examples=times(60, 3000))
@given(PASSWORDS, st.sampled_from(sorted(WRITTEN)))
@example(CANARY, "url")
@example("'" + CANARY + '"', "django")
def test_a_password_in_its_forms_own_writing_comes_back_exactly(password: str, form: str) -> None:
    if form == "sql server":
        password = password.replace("\n", " ")  # these URLs have one line
    try:
        pasted = parse_pasted(WRITTEN[form](password))
    except PastedUnknown as error:
        pytest.fail(f"{form}: {error}")
    assert pasted.password is not None
    assert pasted.password.reveal() == password
    assert CANARY not in told(pasted)
    assert pasted.target.host == "h" or pasted.target.driver == "generic" or form == "django"


@settings(max_examples=times(200, 20_000))
@given(PASSWORDS, st.sampled_from(sorted(RAW)))
def test_a_password_that_is_not_escaped_is_a_secret_or_not_repeated(password: str, form: str) -> None:
    try:
        said = told(parse_pasted(RAW[form](password)))
    except PastedUnknown as error:
        said = told_by(error)
    if form == "alone" or (form in {"address", "go"} and password.startswith("//")):
        return  # it is a path, or a URL of a dialect `me`
    assert CANARY not in said


@settings(max_examples=times(100, 5000))
@given(st.data(), st.sampled_from(sorted(WRITTEN)), PASSWORDS)
def test_a_damaged_text_does_not_tell_its_password(data: st.DataObject, form: str, password: str) -> None:
    text = WRITTEN[form](CANARY)
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 3))
    damaged = text[:at] + password.replace(CANARY, "") + text[at + cut :]
    if CANARY not in damaged:
        return
    try:
        said = repr(parse_pasted(damaged))
    except PastedUnknown as error:
        said = told_by(error)
    assert not any(f"{mark}{CANARY}" in said for mark in ("Secret(", "reason='"))
