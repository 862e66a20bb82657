"""What a manifest says to persons: each such text, to be said in another language."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from lapwing.domain.plugins.manifest import Manifest


def said_otherwise(manifest: Manifest, say: Callable[[str], str]) -> Manifest:
    """The same with every text for persons as `say` gives it, which is never asked about an empty one. Names of plugins
    and of formats stay: they are names."""

    def said(text: str) -> str:
        return say(text) if text else ""

    return replace(
        manifest,
        description=said(manifest.description),
        config=tuple(replace(each, title=said(each.title), help=said(each.help)) for each in manifest.config),
        menu=tuple(replace(each, title=said(each.title)) for each in manifest.menu),
        panels=tuple(replace(each, title=said(each.title)) for each in manifest.panels),
        viewers=tuple(replace(each, title=said(each.title)) for each in manifest.viewers),
        formatters=tuple(replace(each, title=said(each.title)) for each in manifest.formatters),
    )


def texts_of(manifest: Manifest) -> Iterator[str]:
    """What it says to persons, in its order."""
    found: list[str] = []

    def note(text: str) -> str:
        found.append(text)
        return text

    said_otherwise(manifest, note)
    yield from dict.fromkeys(found)
