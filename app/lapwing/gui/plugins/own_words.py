"""What the plugins that come with Lapwing say of themselves, in the person's language; others speak for themselves."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication

from lapwing.domain.plugins.facts import PluginFacts, Trust
from lapwing.domain.plugins.manifest_texts import said_otherwise
from lapwing.domain.plugins.sources import IndexEntry

BUNDLED_CONTEXT: Final = "bundled plugins"
"""Of the texts of their manifests, for translators."""


def own_words(facts: PluginFacts) -> PluginFacts:
    """The same, to be shown."""
    if facts.trust is not Trust.BUNDLED:
        return facts
    return replace(facts, manifest=said_otherwise(facts.manifest, bundled_text))


def own_words_of_index(entry: IndexEntry) -> IndexEntry:
    """The same, to be shown."""
    if not entry.is_bundled or not entry.description:
        return entry
    return replace(entry, description=bundled_text(entry.description))


def bundled_text(text: str) -> str:
    """One text of a bundled plugin's manifest."""
    return QCoreApplication.translate(BUNDLED_CONTEXT, text)
