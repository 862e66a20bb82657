"""Reading and changing the settings."""

import dataclasses
from typing import Any, Final

from lapwing import paths
from lapwing.domain.errors import LapwingError, RequestInvalid, StoredDamaged
from lapwing.settings.declared import FIELDS, Settings
from lapwing.settings.documents import Document, DocumentKind

# Version 1 had production's idle limit, which the environments take from the backup copy of it.
KIND: Final = DocumentKind(Settings, version=2, migrations={1: lambda stored: stored})


def settings_document() -> Document[Settings]:
    """Where they are kept."""
    return Document(paths.config() / "settings.json", KIND)


def read_settings() -> Settings:
    """The settings in force; the defaults where the file cannot be used (`lapwing doctor` says why)."""
    try:
        return _within_bounds(settings_document().read())
    except LapwingError:
        return Settings()


def change_settings(**changes: Any) -> Settings:
    """Change some and keep them.

    Raises:
        RequestInvalid: A value is out of bounds.
        StoredNewer, StoredUnreadable: The file cannot be read; nothing was changed.
        OSError: It cannot be written.
    """
    document = settings_document()
    try:
        before = document.read()
    except StoredDamaged:
        before = Settings()  # the damaged file was kept under another name
    changed = dataclasses.replace(before, **changes)
    for name in changes:
        if (reason := _refusal(name, getattr(changed, name))) is not None:
            raise RequestInvalid(operation="settings", reason=reason)
    document.write(changed)
    return changed


def _refusal(name: str, value: Any) -> str | None:
    """Why a value cannot be taken; None when it can."""
    facts = FIELDS[name]
    if facts.choices and value not in facts.choices:
        return f"{facts.title} must be one of {', '.join(facts.choices)}."
    if facts.low is not None and value < facts.low:
        return f"{facts.title} must be at least {facts.low}."
    if facts.high is not None and value > facts.high:
        return f"{facts.title} must be at most {facts.high}."
    return None


def _within_bounds(settings: Settings) -> Settings:
    """The settings with every value out of bounds replaced by its default."""
    defaults = Settings()
    wrong = {name: getattr(defaults, name) for name in FIELDS if _refusal(name, getattr(settings, name)) is not None}
    return dataclasses.replace(settings, **wrong) if wrong else settings
