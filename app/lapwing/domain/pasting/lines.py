"""Settings a line each: .env files, exported variables, sections of .ini files, properties, and simple YAML."""

import re
from dataclasses import field
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.pasting.found import Found
from lapwing.domain.pasting.keyed import Reader, found_in
from lapwing.domain.pasting.literals import Pair
from lapwing.domain.pasting.names import family_at, words

_NOISE: Final = re.compile(r"\s*(?:[#;].*|//.*|---|\.\.\.|```\w*|!.*)?\s*")
_SECTION: Final = re.compile(r"\s*\[+([^\[\]]+)\]+\s*(?:[#;].*)?")
_ASSIGNED: Final = re.compile(
    r"(\s*)(?:-\s+|export\s+|setx?\s+|ENV\s+|declare\s+-x\s+|\$env:)?[\"']?([A-Za-z_][\w.\-]*)\s*=\s*(.*)",
    re.IGNORECASE,
)
_KEYED: Final = re.compile(r"(\s*)(?:-\s+)?[\"']?([A-Za-z_<][\w.\-<]*)[\"']?\s*:(?:\s+(.*)|\s*)")
_ITEM: Final = re.compile(r"\s*-\s.*")
_ANCHOR: Final = re.compile(r"&([\w\-]+)\s*")
_ALIAS: Final = re.compile(r"\*([\w\-]+)\s*")
_DOUBLE: Final = re.compile(r'"((?:[^"\\]|\\.)*)"\s*(?:[,;#].*)?')
_SINGLE: Final = re.compile(r"'((?:[^']|'')*)'\s*(?:[,;#].*)?")
_COMMENT: Final = re.compile(r"\s#.*")
_ESCAPED: Final = re.compile(r"\\(.)")
_VARIABLE: Final = re.compile(r"\$\{([A-Za-z_]\w*)(?::-?([^{}]*))?\}")
_MY_CNF: Final = words("client mysql mariadb client-server client-mariadb mysqldump mysqladmin")
_LONGEST_VALUE: Final = 10_000
_LINE_FORMS: Final = {"=": "lines of variables", ":": "YAML", "[": "section of a configuration file"}


@dataclass(slots=True, repr=False)
class _Lines:
    """What the lines before said."""

    pairs: list[Pair] = field(default_factory=list)
    section: tuple[str, ...] = ()
    indents: list[tuple[int, str]] = field(default_factory=list)
    anchors: dict[str, tuple[str, ...]] = field(default_factory=dict)
    family: str = ""
    kind: str = ""


def read_lines(text: str, read_place: Reader) -> Found | None:
    """The connection in lines of settings; None when one of the lines is no setting.

    Raises:
        Malformed
    """
    lines = _Lines()
    for line in text.split("\n"):
        if not _read_line(lines, line.rstrip("\r")):
            return None
    if not lines.pairs:
        return None
    said = {path[-1]: value for path, value in lines.pairs}
    if not lines.family and "dbname" in said and family_at(said.get("port", "")) in {"", "postgresql"}:
        lines.family = "postgresql"  # libpq's own word for it
    return found_in(_filled(lines.pairs), _LINE_FORMS[lines.kind], read_place, lines.family)


def _read_line(lines: _Lines, line: str) -> bool:
    if _NOISE.fullmatch(line):
        return True
    section = _SECTION.fullmatch(line)
    if section:
        lines.section = tuple(part for part in section[1].strip().split(".") if part)
        lines.family = "mysql" if section[1].strip().lower() in _MY_CNF else lines.family
        lines.kind = "["
        return True
    assigned = _ASSIGNED.fullmatch(line)
    if assigned:
        lines.kind = lines.kind or "="
        path = (*lines.section, *assigned[2].split("."))
        lines.pairs.append((path, _value(assigned[3])))
        return True
    keyed = _KEYED.fullmatch(line)
    if keyed:
        lines.kind = ":"
        _read_key(lines, len(keyed[1].expandtabs()), keyed[2], keyed[3] or "")
        return True
    return lines.kind == ":" and bool(_ITEM.fullmatch(line))


def _read_key(lines: _Lines, indent: int, key: str, value: str) -> None:
    """Read `key: value` of YAML; deeper lines that follow are inside it."""
    while lines.indents and lines.indents[-1][0] >= indent:
        lines.indents.pop()
    outer = tuple(name for _, name in lines.indents)
    alias = _ALIAS.fullmatch(value.strip())
    if key == "<<" and alias:
        source = lines.anchors.get(alias[1])
        if source is not None:
            inherited = [(path[len(source) :], said) for path, said in lines.pairs if path[: len(source)] == source]
            lines.pairs += [((*outer, *path), said) for path, said in inherited]
        return
    anchor = _ANCHOR.match(value)
    if anchor:
        lines.anchors[anchor[1]] = (*outer, key)
        value = value[anchor.end() :]
    plain = _value(value)
    if plain or value.strip():
        lines.pairs.append(((*outer, *key.split(".")), plain))
    else:
        lines.indents.append((indent, key))


def _value(text: str) -> str:
    """A value without its quotes or the comment behind it."""
    stripped = text.strip()
    quoted = _DOUBLE.fullmatch(stripped)
    if quoted:
        return _ESCAPED.sub(lambda match: "\n" if match[1] == "n" else match[1], quoted[1])
    quoted = _SINGLE.fullmatch(stripped)
    if quoted:
        return quoted[1].replace("''", "'")
    plain = "" if stripped.startswith("#") else _COMMENT.sub("", stripped).strip()
    return plain[:-1] if plain.endswith(",") and plain[:-1].isdigit() else plain


def _filled(pairs: list[Pair]) -> list[Pair]:
    """The values with `${NAME}` replaced where NAME is among them, or has a default."""
    known = {path[-1]: value for path, value in pairs if len(value) <= _LONGEST_VALUE}

    def said(match: re.Match[str]) -> str:
        found = known.get(match[1], match[2] or "")
        return found if found and not _VARIABLE.search(found) else match[0]

    return [
        (path, _VARIABLE.sub(said, value) if "${" in value and _is_short(value, known) else value)
        for path, value in pairs
    ]


def _is_short(value: str, known: dict[str, str]) -> bool:
    return sum(len(known.get(match[1], "")) for match in _VARIABLE.finditer(value)) <= _LONGEST_VALUE
