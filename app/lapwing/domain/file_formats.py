"""Kinds of files that plugins write or read."""

from lapwing.domain.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class FileFormat:
    """One of them.

    Attributes:
        id: `PLUGIN/FORMAT`, by the ids that the plugin's manifest has; so none is that of a format of Lapwing's own.
        title: For people.
        suffix: With its dot: `.geojson`.
        plugin: The plugin's name, for people.
    """

    id: str
    title: str
    suffix: str
    plugin: str


@dataclass(frozen=True, slots=True)
class FileFormats:
    """Those that can be used now."""

    formats: tuple[FileFormat, ...] = ()


def format_of_id(wanted: str, formats: tuple[FileFormat, ...]) -> FileFormat | None:
    """The one that a person means: by its id, or by the part behind the plugin's where only one has it."""
    exact = [each for each in formats if each.id == wanted]
    found = exact or [each for each in formats if each.id.rpartition("/")[2] == wanted]
    return found[0] if len(found) == 1 else None


def format_of_file(name: str, formats: tuple[FileFormat, ...]) -> FileFormat | None:
    """The one whose suffix a file's name has, of several of a plugin its first; None where nothing is clear."""
    longest = max((len(each.suffix) for each in formats if _has(name, each)), default=0)
    found = [each for each in formats if _has(name, each) and len(each.suffix) == longest]
    plugins = {each.id.partition("/")[0] for each in found}
    return found[0] if len(plugins) == 1 else None


def _has(name: str, one: FileFormat) -> bool:
    return bool(one.suffix) and name.lower().endswith(one.suffix.lower())
