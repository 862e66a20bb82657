"""Texts with names in braces, filled from the facts of an event."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any, Final

_NAME: Final = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")
_LONGEST_FACT: Final = 2_000


def filled(template: str, facts: Mapping[str, Any], escape: Callable[[str], str] = str) -> str:
    """The text with each `{name}` replaced by that fact; one that is not there becomes nothing.

    Args:
        escape: Makes a fact plain text where the rest may be markup. It never sees the template.
    """
    return _NAME.sub(lambda found: escape(shown(facts.get(found[1]))), template)


def shown(fact: Any) -> str:
    """A fact as a person reads it."""
    if fact is None:
        return ""
    if isinstance(fact, str):
        return fact if len(fact) <= _LONGEST_FACT else f"{fact[:_LONGEST_FACT]}…"
    if isinstance(fact, bool):
        return "yes" if fact else "no"
    if isinstance(fact, float):
        return f"{fact:.12g}"
    if isinstance(fact, Mapping):
        return ", ".join(f"{name}: {shown(value)}" for name, value in fact.items())[:_LONGEST_FACT]
    return str(fact) if isinstance(fact, int) else json.dumps(fact, ensure_ascii=False, default=str)[:_LONGEST_FACT]


def templates_in(lines: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Patterns of event types with their templates, from lines such as `alert.*: {rule} on {connection}`.

    Raises:
        ValueError: A line has no colon, in a sentence.
    """
    found = []
    for line in lines:
        pattern, colon, template = line.partition(":")
        if not colon or not pattern.strip() or not template.strip():
            raise ValueError(f"“{line[:80]}” is no template. Write an event, a colon, and its text.")
        found.append((pattern.strip(), template.strip()))
    return tuple(found)


def template_for(event_type: str, templates: Sequence[tuple[str, str]]) -> str:
    """The first one whose pattern fits; empty: none does."""
    return next((text for pattern, text in templates if fnmatchcase(event_type, pattern)), "")
