"""What permissions of plugins mean, in words for the person, the dangerous ones first."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.plugins.facts import Enforcement
from lapwing.domain.plugins.manifest import HOST_IN_SETTING, Isolation, Manifest
from lapwing.domain.visible import visible_text
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

_LONGEST: Final = 200
_WIDE_FOLDERS: Final = frozenset({"/", "~", "", "/home", "/root", "/Users", "C:", "C:/"})


class Danger(IntEnum):
    """What may come of a permission in the wrong hands."""

    NONE = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3


DANGER_ICONS: Final = {
    Danger.NONE: ("check", "good"),
    Danger.LOW: ("info", "accent_text"),
    Danger.MEDIUM: ("alert", "warning"),
    Danger.HIGH: ("error", "bad"),
}
"""A drawing and its colour."""


@dataclass(frozen=True, slots=True)
class PermissionWords:
    """One permission in words.

    Attributes:
        permission: As the manifest says it.
        title: What the plugin may do.
        meaning: What that means, in a sentence.
        enforced: Who sees to it that it does no more, in a sentence.
        needs_trust: Whether nothing here sees to it.
    """

    permission: str
    title: str
    meaning: str
    danger: Danger
    enforced: str = ""
    needs_trust: bool = False


_FIXED: Final = {
    "query:write": (
        QT_TRANSLATE_NOOP("plugins", "Change data of your connections"),
        QT_TRANSLATE_NOOP(
            "plugins", "It may change, delete and define anything, but not where you may only read or confirm changes."
        ),
        Danger.HIGH,
    ),
    "query:read": (
        QT_TRANSLATE_NOOP("plugins", "Read data of your connections"),
        QT_TRANSLATE_NOOP(
            "plugins",
            "It may run statements that only read; it hears of the statements that you run, and may refuse them.",
        ),
        Danger.MEDIUM,
    ),
    "schema:read": (
        QT_TRANSLATE_NOOP("plugins", "See your connections and their tables"),
        QT_TRANSLATE_NOOP("plugins", "It learns names of connections, schemas and tables, but no rows."),
        Danger.LOW,
    ),
    "secrets:own": (
        QT_TRANSLATE_NOOP("plugins", "Keep secrets of its own"),
        QT_TRANSLATE_NOOP("plugins", "Lapwing's vault keeps them; it sees none but its own."),
        Danger.NONE,
    ),
    "ui:panel": (
        QT_TRANSLATE_NOOP("plugins", "Show pages in the window"),
        QT_TRANSLATE_NOOP("plugins", "What it shows is drawn by Lapwing; none of its code runs in the window."),
        Danger.NONE,
    ),
}
_ANYTHING: Final = QT_TRANSLATE_NOOP("plugins", "Reach any host on the network")
_HOST: Final = QT_TRANSLATE_NOOP("plugins", "Reach {name}")
_ANY_MEANING: Final = QT_TRANSLATE_NOOP("plugins", "It may send what it knows anywhere.")
_HOST_MEANING: Final = QT_TRANSLATE_NOOP("plugins", "It may send what it knows there, and nowhere else.")
_SETTING: Final = QT_TRANSLATE_NOOP("plugins", "Reach the host that you write into its setting {name}")
_FILES: Final = QT_TRANSLATE_NOOP("plugins", "Read and write files in {name}")
_FILES_MEANING: Final = QT_TRANSLATE_NOOP("plugins", "All files in there, and in folders below.")
_EVENTS: Final = QT_TRANSLATE_NOOP("plugins", "Hear and tell events: {name}")
_EVENTS_MEANING: Final = QT_TRANSLATE_NOOP("plugins", "What happens in Lapwing, without rows and secrets.")
_QUERIES_MEANING: Final = QT_TRANSLATE_NOOP(
    "plugins", "Also texts of statements, as the policy of each connection allows."
)
_UNKNOWN: Final = QT_TRANSLATE_NOOP("plugins", "Something that this Lapwing does not know: {name}")
_UNKNOWN_MEANING: Final = QT_TRANSLATE_NOOP("plugins", "What it means cannot be said. It is not given here.")
_BY_LAPWING: Final = QT_TRANSLATE_NOOP("plugins", "Lapwing sees to it: it alone holds the connections.")
_BY_SYSTEM: Final = QT_TRANSLATE_NOOP("plugins", "The system's kernel sees to it that it does no more.")
_NOT_ENFORCED: Final = QT_TRANSLATE_NOOP("plugins", "Not enforced here: trust required.")
_INSIDE: Final = QT_TRANSLATE_NOOP("plugins", "It comes with Lapwing, and runs inside its engine.")
_AT_START: Final = QT_TRANSLATE_NOOP("plugins", "The system's kernel sees to it where it can; it is told once it runs.")


_FREE: Final = QT_TRANSLATE_NOOP(
    "plugins",
    "This system keeps no plugin from files, networks and programs that it did not ask for. Trust is required.",
)


def marked(text: str, name: str = "") -> str:
    """A text that was marked where it is declared, in the person's language, with a name of a plugin's in it."""
    return QCoreApplication.translate("plugins", text).replace("{name}", visible_text(name[:_LONGEST]))


def permission_words(
    manifest: Manifest, permissions: Sequence[str], enforcement: Enforcement | None = None
) -> list[PermissionWords]:
    """The permissions of a plugin, the most dangerous first; `enforcement` is None where it has not run yet."""
    found = [_words(each, manifest, enforcement) for each in dict.fromkeys(permissions)]
    return sorted(found, key=lambda each: (-each.danger, each.permission))


def freedom_words(manifest: Manifest, enforcement: Enforcement | None) -> str:
    """What a plugin could do here beside its permissions, since nothing keeps it from that; empty: nothing."""
    if enforcement is None or manifest.isolation is Isolation.ENGINE or (enforcement.files and enforcement.network):
        return ""
    return marked(_FREE)


def _words(permission: str, manifest: Manifest, enforcement: Enforcement | None) -> PermissionWords:
    title, meaning, danger = _meaning(permission, manifest)
    enforced, needs_trust = _enforced(permission, manifest, enforcement)
    return PermissionWords(permission, title, meaning, danger, enforced, needs_trust)


def _meaning(permission: str, manifest: Manifest) -> tuple[str, str, Danger]:
    if permission in _FIXED:
        title, meaning, danger = _FIXED[permission]
        return marked(title), marked(meaning), danger
    kind, _, name = permission.partition(":")
    if kind == "network":
        if name.startswith("*") and "." not in name:
            return marked(_ANYTHING), marked(_ANY_MEANING), Danger.HIGH
        setting = HOST_IN_SETTING.fullmatch(name)
        if setting is not None:
            return marked(_SETTING, _title_of(setting[1], manifest)), marked(_HOST_MEANING), Danger.MEDIUM
        return marked(_HOST, name), marked(_HOST_MEANING), Danger.MEDIUM
    if kind == "files":
        is_wide = name.rstrip("/\\") in _WIDE_FOLDERS
        return marked(_FILES, name), marked(_FILES_MEANING), Danger.HIGH if is_wide else Danger.MEDIUM
    if kind == "events":
        is_of_queries = name.startswith(("query", "*"))
        meaning = marked(_QUERIES_MEANING if is_of_queries else _EVENTS_MEANING)
        return marked(_EVENTS, name), meaning, Danger.MEDIUM if is_of_queries else Danger.LOW
    return marked(_UNKNOWN, permission), marked(_UNKNOWN_MEANING), Danger.HIGH


def _title_of(setting: str, manifest: Manifest) -> str:
    return next((field.title or field.name for field in manifest.config if field.name == setting), setting)


def _enforced(permission: str, manifest: Manifest, enforcement: Enforcement | None) -> tuple[str, bool]:
    kind = permission.partition(":")[0]
    if manifest.isolation is Isolation.ENGINE:
        return marked(_INSIDE), False
    if enforcement is not None and not (enforcement.files and enforcement.network):
        return marked(_NOT_ENFORCED), True  # what is not confined can also take what Lapwing does not give
    if kind not in {"network", "files"}:
        return marked(_BY_LAPWING) if permission in _FIXED and _FIXED[permission][2] else "", False
    if enforcement is None:
        return marked(_AT_START), False
    return marked(_BY_SYSTEM), False
