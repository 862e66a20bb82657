"""Titles, helps and choices of settings in the person's language; they are declared where no Qt is known."""

import re
from typing import Final

from PySide6.QtCore import QCoreApplication

from lapwing.gui.i18n import QT_TRANSLATE_NOOP
from lapwing.settings.declared import FIELDS, Setting

CONTEXT: Final = "settings"
"""Of the texts that `lapwing.settings.declared` holds; the tests collect them from there."""
_NAMED: Final = re.compile(r"`([^`]+)`")
_CHOICES: Final = {
    "system": QT_TRANSLATE_NOOP("settings", "As the system"),
    "light": QT_TRANSLATE_NOOP("settings", "Light"),
    "dark": QT_TRANSLATE_NOOP("settings", "Dark"),
    "en": "English",
    "de": "Deutsch",
    "cs": "Čeština",
    "upper": QT_TRANSLATE_NOOP("settings", "CAPITALS"),
    "lower": QT_TRANSLATE_NOOP("settings", "small letters"),
    "typed": QT_TRANSLATE_NOOP("settings", "As typed"),
    "tab": QT_TRANSLATE_NOOP("settings", "Tab"),
    "trailing": QT_TRANSLATE_NOOP("settings", "At the end of the line"),
    "leading": QT_TRANSLATE_NOOP("settings", "At the beginning of the line"),
}


def declared_text(text: str) -> str:
    """A title, help or group in the person's language."""
    return QCoreApplication.translate(CONTEXT, text)


def help_text(name: str) -> str:
    """What a setting does; choices that it names are named as they are shown."""
    told = declared_text(FIELDS[name].help)
    return _NAMED.sub(lambda found: f"“{choice_text(found[1])}”", told)


def choice_text(choice: str) -> str:
    """A choice as it is shown; as it is kept where nothing better is known."""
    return declared_text(_CHOICES[choice]) if choice in _CHOICES else choice


def found_in(name: str, wanted: str) -> bool:
    """Whether every word of a search occurs in a setting's name, title, help, group or choices; case does not count."""
    facts: Setting = FIELDS[name]
    parts = (facts.title, facts.help, facts.group)
    told = [name, *parts, *map(declared_text, parts), *map(choice_text, facts.choices)]
    whole = "\n".join(told).casefold()
    return all(word in whole for word in wanted.casefold().split())
