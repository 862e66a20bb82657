"""What Lapwing is made of, and the licences of all of it with their texts.

Packages tell theirs in their metadata; what they leave out (`resources/licences/README.md`) is shipped beside. No Qt.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path
from typing import Final

from lapwing import __version__, paths
from lapwing.domain.late_dataclass import dataclass

_REQUIREMENT: Final = re.compile(r"\s*([A-Za-z0-9][\w.-]*)\s*(?:\[([^\]]*)\])?[^;]*(?:;(.*))?", re.DOTALL)
_EXTRA: Final = re.compile(r"""\bextra\s*==\s*["']([^"']+)["']""")
_TEXT_NAMES: Final = re.compile(r"(?:licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_KNOWN: Final = {"apsw": "Zlib", "asyncssh": "EPL-2.0"}
"""Where the metadata says less than the text (`any-OSI`), or leaves a choice that was made."""
_CLASSES: Final = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
}
_INSIDE: Final = {
    "apsw": (("SQLite", "public domain", ()),),
    "psycopg-binary": (
        ("Cyrus SASL", "BSD-4-Clause", ("BSD-4-Clause-CMU.txt",)),
        ("keyutils", "LGPL-2.1-or-later", ("LGPL-2.1.txt",)),
        ("libpq", "PostgreSQL", ("PostgreSQL.txt",)),
        ("libxcrypt", "LGPL-2.1-or-later", ("LGPL-2.1.txt",)),
        ("MIT Kerberos", "MIT", ("MIT-Kerberos.txt",)),
        ("OpenLDAP", "OLDAP-2.8", ("OLDAP-2.8.txt",)),
        ("OpenSSL", "Apache-2.0", ("Apache-2.0.txt",)),
    ),
    "pyside6-essentials": (("Qt", "LGPL-3.0-only", ("LGPL-3.0.txt", "GPL-3.0.txt")),),
}
"""Libraries that come inside a package: name, licence, files of `resources/licences`."""
_NO_COPYRIGHT: Final = (
    "All of the code and documentation in SQLite has been dedicated to the public domain by the authors. "
    "See https://sqlite.org/copyright.html"
)


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that Lapwing ships or needs.

    Attributes:
        name: As its makers write it.
        version: Empty where it has none of its own.
        licence: An SPDX expression, or words.
        inside: The package that it comes in; empty: it comes by itself.
        files: The texts of its licence, in this order.
        words: The text, where there is no file.
    """

    name: str
    version: str
    licence: str
    inside: str = ""
    files: tuple[Path, ...] = ()
    words: str = ""

    def text(self) -> str:
        """The licence's whole text; of several files each below its name."""
        if len(self.files) == 1:
            return _read(self.files[0])
        return "\n\n\n".join(f"{_title(path)}\n\n{_read(path)}" for path in self.files) or self.words


def all_parts() -> tuple[Part, ...]:
    """Lapwing itself, then everything else by name, whatever way it comes."""
    found = [*_typefaces(), *_packages()]
    return (_own(), *sorted(found, key=lambda part: part.name.lower()))


def _title(path: Path) -> str:
    """What a text is about: its place below the folder of licences, underlined."""
    place = path.as_posix().rpartition("/licenses/")[2] if "/licenses/" in path.as_posix() else path.name
    return f"{place}\n{'=' * len(place)}"


def _read(path: Path) -> str:
    return path.read_text("utf-8", "replace").strip("\n")


def _own() -> Part:
    return Part("Lapwing", __version__, "MIT", files=(_own_text(),))


def _own_text() -> Path:
    """In a checkout beside the resources; in an installation beside the metadata."""
    beside = paths.shipped() / "LICENSE"
    if beside.is_file():
        return beside
    return next(iter(_texts_of(metadata.distribution("lapwing"))))


def _typefaces() -> Iterator[Part]:
    fonts, icons = paths.resources() / "fonts", paths.resources() / "icons"
    yield Part("Inter", "3.19", "OFL-1.1", files=(fonts / "Inter-OFL.txt",))
    yield Part("JetBrains Mono", "2.242", "OFL-1.1", files=(fonts / "JetBrainsMono-OFL.txt",))
    yield Part("Lucide icons", "1.62.0", "ISC AND MIT", files=(icons / "LICENSE.txt",))


def _packages() -> Iterator[Part]:
    for package in needed_packages():
        found = metadata.distribution(package)
        texts = tuple(_texts_of(found)) + _missing_texts(_licence_of(found), found)
        yield Part(found.name, found.version, _licence_of(found), files=texts)
        for name, licence, files in _INSIDE.get(package, ()):
            shipped = tuple(paths.resources() / "licences" / file for file in files)
            yield Part(name, "", licence, found.name, shipped, "" if shipped else _NO_COPYRIGHT)


def needed_packages() -> list[str]:
    """The installed packages that Lapwing needs, and those that they need, by their normalised names."""
    found: dict[str, set[str]] = {}
    waiting = [(_own_requirements(), frozenset[str]())]
    while waiting:
        requirements, extras = waiting.pop()
        for name, wanted in _named(requirements, extras):
            if name in found and wanted <= found[name]:
                continue
            try:
                needs = metadata.requires(name) or []
            except metadata.PackageNotFoundError:  # for another system, or another Python
                continue
            found.setdefault(name, set()).update(wanted)
            waiting.append((needs, frozenset(found[name])))
    return sorted(found)


def _own_requirements() -> list[str]:
    project = paths.shipped() / "pyproject.toml"  # in a checkout, which may not be installed
    if project.is_file():
        return list(tomllib.loads(project.read_text("utf-8"))["project"]["dependencies"])
    return metadata.requires("lapwing") or []


def _named(requirements: Iterable[str], extras: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Normalised name and extras of each; conditions on the system are left to what is installed."""
    for requirement in requirements:
        parts = _REQUIREMENT.match(requirement)
        assert parts is not None
        name, wanted, condition = parts.groups(default="")
        only_for = _EXTRA.search(condition)
        if only_for is None or only_for[1] in extras:
            yield normalised(name), frozenset(extra.strip() for extra in wanted.split(",") if extra.strip())


def normalised(name: str) -> str:
    """A package's name as packaging.python.org/specifications/name-normalization has it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _licence_of(found: metadata.Distribution) -> str:
    known = _KNOWN.get(normalised(found.name), "") or _first(found, "License-Expression")
    if known:
        return known
    classes = [
        text.rpartition(" :: ")[2] for text in found.metadata.get_all("Classifier") or [] if text.startswith("License")
    ]
    names = " AND ".join(_CLASSES.get(name, name) for name in classes if name != "OSI Approved")
    return names or _first(found, "License").partition("\n")[0].strip()


def _first(found: metadata.Distribution, header: str) -> str:
    return next(iter(found.metadata.get_all(header) or []), "")


def _texts_of(found: metadata.Distribution) -> Iterator[Path]:
    for file in sorted(found.files or [], key=str):
        in_metadata = file.parts[0].endswith(".dist-info")
        if in_metadata and (_TEXT_NAMES.match(file.name) or "licenses" in file.parts[1:-1]):
            yield Path(str(file.locate()))


def _missing_texts(licence: str, found: metadata.Distribution) -> tuple[Path, ...]:
    """The texts of the GNU licences where a package has none; the LGPL 3 adds to the GPL 3, and needs it beside."""
    if "LGPL-3.0" not in licence:
        return ()
    folder = paths.resources() / "licences"
    has_own = any(True for _ in _texts_of(found))
    return (folder / "GPL-3.0.txt",) if has_own else (folder / "LGPL-3.0.txt", folder / "GPL-3.0.txt")
