"""Sentences inside errors, in the person's language: the engine says them in English, as facts."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from PySide6.QtCore import QCoreApplication

from lapwing.gui.reason_words import WORDS

FACTS: Final = frozenset({"reason", "advice", "kind", "what"})
"""Facts of errors that may be such sentences, or clauses."""
_LONGEST: Final = 1_000
_BRACES: Final = re.compile(r"\\\{(\w+)\\\}")


def reason_text(text: str) -> str:
    """A sentence of the engine's in the person's language; what is not known stays as it is."""
    if len(text) > _LONGEST:
        return text
    if text in _plain():
        return _tr(text)
    for pattern, template in _patterns():
        if found := pattern.fullmatch(text):
            return _filled(template, found.groupdict())
    return text


def _filled(template: str, words: Mapping[str, str]) -> str:
    try:
        return _tr(template).format_map(words)
    except (KeyError, ValueError, IndexError):  # a translation with other names in braces
        return template.format_map(words)


def is_known(text: str) -> bool:
    """Whether there is a translation to be made of it."""
    return text in _plain() or any(pattern.fullmatch(text) for pattern, _ in _patterns())


def _tr(text: str) -> str:
    return QCoreApplication.translate("reasons", text)


@cache
def _plain() -> frozenset[str]:
    return frozenset(each for each in WORDS if "{" not in each)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Those with something in braces; what says more comes first."""
    found = sorted((each for each in WORDS if "{" in each), key=lambda each: -len(_BRACES.sub("", re.escape(each))))
    return tuple((re.compile(_BRACES.sub(r"(?P<\1>.+?)", re.escape(each)), re.DOTALL), each) for each in found)
