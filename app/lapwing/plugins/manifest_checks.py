"""What a value of a manifest must look like, one function each: why it does not, in a sentence, and what to do."""

import re
from collections.abc import Callable, Mapping
from fnmatch import fnmatchcase
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any, Final

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import InvalidVersion, Version

from lapwing.domain.plugins.manifest import FIXED_PERMISSIONS, HOST_IN_SETTING
from lapwing.domain.visible import visible_text
from lapwing.plugins import api

Problem = tuple[str, str]
"""A reason and an advice, both sentences."""
_ID: Final = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")
_EVENT: Final = re.compile(r"(\*|[a-z0-9_*-]+(\.[a-z0-9_*-]+)*)", re.IGNORECASE)
_HOST: Final = re.compile(
    r"(\*|(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:.]+\])"
)
_ENTRY: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*:[A-Za-z_][A-Za-z0-9_]*", re.ASCII)
_SUFFIX: Final = re.compile(r"\.[A-Za-z0-9]{1,16}")
_LONGEST_VERSION: Final = 64
LONGEST_TEXT: Final = 4_000
LONGEST_LINE: Final = 200
HOOKS: Final = frozenset(name for name, value in vars(api.Plugin).items() if callable(value) and name[0] != "_")
"""The methods of `lapwing.plugins.api.Plugin`."""
HOOK_PERMISSIONS: Final[Mapping[str, str]] = {
    "on_query_execute": "query:read",
    "on_query_complete": "query:read",
    "on_query_fail": "query:read",
    "panel": "ui:panel",
}
"""What a hook is given, a person has to have agreed to."""
HOOK_TABLES: Final[Mapping[str, str]] = {
    "panels": "panel",
    "menu": "on_menu",
    "exporters": "export_rows",
    "importers": "import_rows",
    "viewers": "view_value",
    "formatters": "format_cells",
}
"""The hook that is called for what each table adds to the window."""
HOOKS_OF_EACH_ENGINE: Final = frozenset({"on_query_execute", "on_form", *HOOK_TABLES.values()})
"""What a person waits for, in the engine that serves the person's window or command."""


def line_problem(text: str) -> Problem | None:
    """Of one line of plain text for people."""
    if len(text) > LONGEST_LINE:
        return f"it is longer than {LONGEST_LINE} characters.", "Say it shorter."
    if visible_text(text) != text:
        return "it holds characters that cannot be seen.", "Leave them out: it must be one line of plain text."
    return None


def text_problem(text: str) -> Problem | None:
    """Of several lines of plain text."""
    if len(text) > LONGEST_TEXT:
        return f"it is longer than {LONGEST_TEXT} characters.", "Say it shorter."
    if any(visible_text(line) != line for line in text.split("\n")):
        return "it holds characters that cannot be seen.", "Leave them out: it must be plain text."
    return None


def id_problem(text: str) -> Problem | None:
    if len(text) <= 64 and _ID.fullmatch(text):
        return None
    return f"{_shown(text)} is no id.", "Write lower-case letters and digits with single hyphens, such as `audit-log`."


def name_problem(text: str) -> Problem | None:
    """Of the id of a field, a menu entry, a panel or a format."""
    if _NAME.fullmatch(text):
        return None
    return f"{_shown(text)} is no name.", "Write a letter, then letters, digits, `_` and `-`, at most 64 in all."


def version_problem(text: str) -> Problem | None:
    try:
        is_one = len(text) <= _LONGEST_VERSION and bool(Version(text))
    except InvalidVersion:
        is_one = False
    if not is_one:
        return f"{_shown(text)} is no version.", "Write one such as `1.0` or `2.3.1rc1` (PEP 440)."
    return None


def homepage_problem(text: str) -> Problem | None:
    if re.fullmatch(r"https?://[^\s@]{1,500}", text) and visible_text(text) == text:
        return None
    return f"{_shown(text)} is no address.", "Write one that begins with https://."


def range_problem(text: str) -> Problem | None:
    try:
        SpecifierSet(text)
    except InvalidSpecifier:
        return f"{_shown(text)} is no range of versions.", "Write one such as `>=0.1,<1` (PEP 440)."
    return None


def requirement_problem(text: str) -> Problem | None:
    try:
        found = Requirement(text)
    except InvalidRequirement:
        return f"{_shown(text)} is no requirement.", "Write one such as `requests>=2,<3` (PEP 508)."
    if not is_understood(found):
        return (
            f"{_shown(text)} has a marker that cannot be judged.",
            "Compare what PEP 508 names, such as `python_version`, with a version or a text.",
        )
    if found.url:
        return (
            f"{_shown(text)} names an address.",
            "Name a package and its versions; where it is found, the person says.",
        )
    return None


def is_understood(need: Requirement) -> bool:
    """Whether it can be said if a requirement counts here: its marker may compare what cannot be compared."""
    try:
        if need.marker is not None:
            need.marker.evaluate({"extra": ""})
    except (ValueError, KeyError):  # what `packaging` raises for those
        return False
    return True


def plugin_problem(text: str) -> Problem | None:
    """Of another plugin that is needed."""
    problem = requirement_problem(text)
    if problem:
        return problem[0], "Write a plugin's id and its versions, such as `audit-log >=1,<2`."
    found = Requirement(text)
    if found.extras or found.marker:
        return f"{_shown(text)} has extras or a marker.", "Write only a plugin's id and its versions."
    return id_problem(found.name)


def hook_problem(text: str) -> Problem | None:
    if text in HOOKS:
        return None
    import difflib

    near = difflib.get_close_matches(text, HOOKS, n=1)
    advice = f"Did you mean `{near[0]}`?" if near else "The hooks are the methods of `lapwing.plugins.api.Plugin`."
    return f"there is no hook {_shown(text)}.", advice


def entry_problem(text: str) -> Problem | None:
    if _ENTRY.fullmatch(text):
        return None
    return f"{_shown(text)} names no class.", "Write a module and a class, such as `greeter:Greeter`."


def suffix_problem(text: str) -> Problem | None:
    if _SUFFIX.fullmatch(text):
        return None
    return f"{_shown(text)} is no suffix of a file.", "Write one such as `.xml`."


def permission_problem(text: str) -> Problem | None:
    kind, colon, rest = text.partition(":")
    if text in FIXED_PERMISSIONS:
        return None
    check = _NAMED.get(kind)
    if check is None or not colon:
        known = ", ".join((*FIXED_PERMISSIONS, "events:NAME", "network:HOST", "files:DIR"))
        return f"there is no permission {_shown(text)}.", f"The permissions are {known}."
    return check(rest)


def _events_problem(pattern: str) -> Problem | None:
    if _EVENT.fullmatch(pattern):
        return None
    return f"{_shown(pattern)} names no events.", "Write a name or a pattern, such as `events:query.*`."


def _network_problem(host: str) -> Problem | None:
    if (len(host) <= 253 and _HOST.fullmatch(host)) or HOST_IN_SETTING.fullmatch(host):
        return None
    advice = "Write `network:api.example.com`, `network:*.example.com` or `network:*`, in lower case, without a port."
    return f"{_shown(host)} names no host.", advice


def _files_problem(folder: str) -> Problem | None:
    advice = "Write a whole path such as `files:/var/log/shop` or `files:~/Reports`."
    path = PureWindowsPath(folder) if re.match("[A-Za-z]:", folder) else PurePosixPath(folder)
    inside = path.parts[1:]
    if not (path.is_absolute() or folder.startswith("~/")) or ".." in path.parts or visible_text(folder) != folder:
        return f"{_shown(folder)} is no whole path of a folder.", advice
    if not inside:
        return "it names all files of the computer.", advice
    return None


_NAMED: Final[Mapping[str, Callable[[str], Problem | None]]] = {
    "events": _events_problem,
    "network": _network_problem,
    "files": _files_problem,
}


def hears(permissions: tuple[str, ...], event_type: str) -> bool:
    """Whether one of the permissions names events of that type."""
    patterns = [each.removeprefix("events:") for each in permissions if each.startswith("events:")]
    return any(fnmatchcase(event_type, pattern) for pattern in patterns)


def _shown(text: Any) -> str:
    said = visible_text(str(text))
    return f"`{said[:80]}{'…' if len(said) > 80 else ''}`"
