"""The option files that the `mariadb` and `mysql` clients read: where they are, and what stands in them.

Sources: mariadb.com/kb/en/configuring-mariadb-with-option-files and mysys/my_default.c. Names are told with dashes, and
what stands further down counts. A file that everybody may write to is left out, as the clients do.
"""

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

GROUPS: Final = ("mysql", "mariadb-client", "client", "client-server", "client-mariadb")
"""The groups of the client, as `mariadb --help` lists them."""
_SYSTEM_FILES: Final = ("/etc/my.cnf", "/etc/mysql/my.cnf")
_DEEPEST: Final = 10
_LONGEST_BYTES: Final = 1 << 20
_ESCAPES: Final = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "s": " ", '"': '"', "'": "'", "\\": "\\"}


class OptionFileInvalid(Exception):
    """A file cannot be read as the clients do; the text is a sentence without a secret."""


def client_options(environ: Mapping[str, str], only_file: str = "") -> dict[str, str]:
    """What the files say for the client: from names with dashes to values, empty where an option has none.

    Args:
        environ: Names the home folder, and more files and groups.
        only_file: This file is read and no other.

    Raises:
        OptionFileInvalid: A file that is named cannot be read, or a file has no such form.
    """
    suffix = environ.get("MARIADB_GROUP_SUFFIX") or environ.get("MYSQL_GROUP_SUFFIX") or ""
    groups = frozenset(name + end for name in GROUPS for end in {"", suffix})
    found: dict[str, str] = {}
    for path in [Path(only_file).expanduser()] if only_file else _usual_files(environ):
        if only_file or path.exists():
            found.update(_options(path, groups, 0, must_be_there=bool(only_file)))
    return found


def _usual_files(environ: Mapping[str, str]) -> Iterator[Path]:
    yield from map(Path, _SYSTEM_FILES)
    more = environ.get("MARIADB_HOME") or environ.get("MYSQL_HOME")
    if more:
        yield Path(more, "my.cnf")
    if environ.get("HOME"):
        yield Path(environ["HOME"], ".my.cnf")


def _options(path: Path, groups: frozenset[str], depth: int, *, must_be_there: bool) -> Iterator[tuple[str, str]]:
    """The options of one file and of those that it includes, in order."""
    group = ""
    for number, text in enumerate(_lines(path, must_be_there=must_be_there), 1):
        line = text.strip()
        if not line or line[0] in "#;":
            continue
        if line[0] == "!":
            if depth < _DEEPEST:
                for included in _included(line[1:]):
                    yield from _options(included, groups, depth + 1, must_be_there=False)
        elif line[0] == "[":
            group = _group(path, number, line)
        elif not group:
            raise OptionFileInvalid(f"{path}, line {number}, has an option before any [group].")
        elif group in groups:
            yield _option(line)


def _lines(path: Path, *, must_be_there: bool) -> Sequence[str]:
    try:
        with path.open("rb") as file:
            facts = os.fstat(file.fileno())
            if stat.S_ISREG(facts.st_mode) and facts.st_mode & stat.S_IWOTH:
                return ()
            text = file.read(_LONGEST_BYTES)
    except OSError as error:
        if must_be_there:
            raise OptionFileInvalid(f"{path} cannot be read: {error.strerror or error}.") from error
        return ()
    return text.decode("utf-8", "surrogateescape").split("\n")


def _included(directive: str) -> list[Path]:
    """The files that `!include FILE` or `!includedir FOLDER` names."""
    word, _, place = directive.strip().partition(" ")
    if word == "include":
        return [Path(place.strip())]
    if word != "includedir":
        return []
    try:
        return sorted(path for path in Path(place.strip()).iterdir() if path.suffix == ".cnf")
    except OSError:
        return []  # the clients say nothing either


def _group(path: Path, number: int, line: str) -> str:
    name, closed, _ = line[1:].partition("]")
    if not closed:
        raise OptionFileInvalid(f"{path}, line {number}, begins a group and does not close it.")
    return name.strip()


def _option(line: str) -> tuple[str, str]:
    """Name and value of `name`, `name = value` or `name = "value" # comment`."""
    name, equals, value = _without_comment(line).partition("=")
    name = name.strip().replace("_", "-").removeprefix("loose-")
    if not equals and name.startswith(("skip-", "disable-")):
        name, value = name.partition("-")[2], "0"
    return name, _value(value.strip())


def _without_comment(line: str) -> str:
    """The line up to a # that is not in quotes."""
    quote = ""
    escaped = False
    for position, char in enumerate(line):
        if char in "'\"" and not escaped:
            quote = char if not quote else "" if quote == char else quote
        elif char == "#" and not quote:
            return line[:position]
        escaped = bool(quote) and char == "\\" and not escaped
    return line


def _value(text: str) -> str:
    if len(text) > 1 and text[0] in "'\"" and text[0] == text[-1]:
        text = text[1:-1]
    parts = []
    position = 0
    while position < len(text):
        char = text[position]
        following = text[position + 1 : position + 2]
        if char == "\\" and following in _ESCAPES:
            parts.append(_ESCAPES[following])
            position += 2
        else:
            parts.append(char)
            position += 1
    return "".join(parts)
