"""Command lines: `PGPASSWORD=x psql -h h -U u d`, `mysql -h h -u u -psecret d`, also inside containers."""

import os
import re
import shlex
from collections.abc import Iterator
from typing import Final

from lapwing.domain.pasting.found import Found
from lapwing.domain.pasting.keyed import Reader, client_setting
from lapwing.domain.pasting.programs import PROGRAMS, Program
from lapwing.domain.url_text import Malformed

_PROMPT: Final = re.compile(r"(?:[$#>%]|[\w.\-]+@[\w.\-]+:[^\s$#]*[$#])\s+")
_ASSIGNMENT: Final = re.compile(r"(?:\$env:)?([A-Za-z_]\w*)=(.*)", re.DOTALL)
_REMARKS: Final = re.compile(r"^[ \t]*#.*\n?", re.MULTILINE)
_CONTINUED: Final = re.compile(r"[\\^`]\r?\n")
_SEPARATORS: Final = ";&|\n"
_REDIRECTION: Final = re.compile(r"[0-9]?>.*|<[^>]*", re.DOTALL)
_CONTAINERS: Final = frozenset(
    {"docker", "docker-compose", "podman", "podman-compose", "kubectl", "oc", "lxc", "nerdctl"}
)
_REMOTE: Final = frozenset({"ssh", "heroku", "fly", "flyctl"})
_STARTERS: Final = frozenset(
    {"sudo", "env", "export", "time", "nohup", "exec", "watch", "set", "doas", "winpty", "command"}
)
_NO_ARGUMENTS: Final = (["=>"], ["="], [":"], ["{"], [":{"])
"""Behind a name of source code or of YAML."""
_LONGEST_WAY: Final = 2_000
"""Characters in which the program's name has to come."""
_IN_CONTAINER: Final = "The command runs in a container: the host and port in it are those seen from inside."
_LOCALHOST: Final = "It names no host; the container's port was taken to be open on localhost."


def read_command(text: str, read_place: Reader) -> Found | None:
    """A command line of a database's own program; None when the text is none.

    Args:
        text: One command, also over several lines with backslashes, or behind lines that set variables.
        read_place: Reads a URL or connection string that stands where a database's name may.

    Raises:
        Malformed
    """
    tokens = _tokens(text)
    at = next((n for n, token in enumerate(tokens) if _program(token)), -1)
    if at < 0 or tokens[at + 1 : at + 2] in _NO_ARGUMENTS or not _is_way_to_program(tokens[:at]):
        return None
    program = PROGRAMS[_program(tokens[at])]
    found = Found(program.title, program.family)
    for token in tokens[:at]:
        variable = _ASSIGNMENT.fullmatch(token)
        if variable and client_setting(variable[1]):
            found.add(client_setting(variable[1]), variable[2])
    _add_arguments(found, program, _until_end(tokens[at + 1 :]), read_place)
    if any(os.path.basename(token) in _CONTAINERS for token in tokens[:at]):
        _add_container(found)
    return found


def _tokens(text: str) -> list[str]:
    """The words of a command line, as a shell splits them; none when the text cannot be one.

    Raises:
        Malformed: It begins like one, but a quote is not closed.
    """
    line = _CONTINUED.sub(" ", text)
    line = _REMARKS.sub("", line) if "\n" in line else line
    prompt = _PROMPT.match(line)
    line = line[prompt.end() :] if prompt else line
    beginning = [word.strip("'\"") for word in line[:_LONGEST_WAY].split()]
    if not any(map(_program, beginning)):
        return []
    lexer = shlex.shlex(line, posix=True, punctuation_chars=_SEPARATORS)
    lexer.whitespace = " \t\r"
    lexer.whitespace_split = True
    lexer.commenters = ""
    try:
        return list(lexer)
    except ValueError:
        is_command = bool(_program(beginning[0]))
    if is_command:
        raise Malformed("a quote in it is not closed.")
    return []


def _program(token: str) -> str:
    name = os.path.basename(token.replace("\\", "/")).removesuffix(".exe")
    return name if name in PROGRAMS else ""


def _is_way_to_program(tokens: list[str]) -> bool:
    """Whether what stands before the program leads to it: nothing, variables, or a program that starts others."""
    words = [token for token in tokens if not _ASSIGNMENT.fullmatch(token)]
    words = [word for word in words if not word.startswith("-") and word.strip(_SEPARATORS)]
    if any(os.path.basename(word) in _REMOTE for word in words):
        raise Malformed("the command runs on another computer; an address that is reached from here is needed.")
    return not words or os.path.basename(words[0]) in _STARTERS | _CONTAINERS


def _until_end(tokens: list[str]) -> list[str]:
    """The arguments up to a pipe, a redirection or the next command."""
    ends = (
        n for n, token in enumerate(tokens) if (token and not token.strip(_SEPARATORS)) or _REDIRECTION.fullmatch(token)
    )
    return tokens[: next(ends, len(tokens))]


def _add_container(found: Found) -> None:
    found.ignored.append(_IN_CONTAINER)
    if not any(name in {"host", "socket"} for name, _ in found.settings):
        found.settings.append(("host", "localhost"))
        found.assumed.append(_LOCALHOST)


def _add_arguments(found: Found, program: Program, tokens: list[str], read_place: Reader) -> None:
    places = list(program.places)
    rest = iter(tokens)
    for token in rest:
        if token == "--":  # noqa: S105
            for word in rest:
                _add_place(found, places, word, read_place)
        elif token.startswith("--") or (program.family in {"sqlite", "duckdb"} and token.startswith("-")):
            _add_long(found, program, token.lstrip("-"), rest, read_place)
        elif token.startswith("-") and len(token) > 1:
            _add_short(found, program, token[1:], rest, read_place)
        else:
            _add_place(found, places, token, read_place)


def _add_place(found: Found, places: list[str], word: str, read_place: Reader) -> None:
    if places:
        meaning = places.pop(0)
        if meaning == "conninfo" and any(name == "database" for name, _ in found.settings):
            meaning = places.pop(0) if places else ""  # -d was given: what follows is the user
        if meaning:
            _add(found, meaning, word, read_place)


def _add(found: Found, meaning: str, value: str, read_place: Reader) -> None:
    """Add a setting; a database's name may be a whole URL or connection string."""
    if meaning in {"conninfo", "database"} and ("://" in value or "=" in value):
        inner = read_place(value)
        if inner is None:
            raise Malformed("the database's name in it is no connection string that can be read.")
        form, family = found.form, found.family
        found.take(inner)
        found.form, found.family = form, inner.family or family
    elif meaning == "conninfo" and found.family == "mysql" and "@" in value:
        _add(found, meaning, f"mysql://{value}", read_place)
    else:
        found.add("database" if meaning == "conninfo" else meaning, value)


def _add_long(found: Found, program: Program, text: str, rest: Iterator[str], read_place: Reader) -> None:
    name, equals, value = text.partition("=")
    if not equals and name in program.switches:
        found.settings.append(program.switches[name])
    elif name in program.options:
        if program.options[name] == "password" and not equals:
            return  # mysql: it asks for it
        _add(found, program.options[name], value if equals else next(rest, ""), read_place)
    elif not equals and name in program.long_with_value:
        next(rest, "")


def _add_short(found: Found, program: Program, letters: str, rest: Iterator[str], read_place: Reader) -> None:
    """Read `-h host`, `-hhost` and several letters in one."""
    for n, letter in enumerate(letters):
        behind = letters[n + 1 :]
        if letter == "p" and program.joined_password:
            found.add("password", behind)
            return
        if letter in program.options:
            _add(found, program.options[letter], behind or next(rest, ""), read_place)
            return
        if letter in program.with_value:
            if not behind:
                next(rest, "")
            return
        if letter in program.switches:
            found.settings.append(program.switches[letter])
