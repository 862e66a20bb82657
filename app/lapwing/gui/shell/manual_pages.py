"""The pages of the shipped manual, and the search in them. No Qt."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from lapwing import paths
from lapwing.domain.late_dataclass import dataclass

_SECTION: Final = re.compile(r"^## (.+)$", re.MULTILINE)
_LEAST: Final = 2
"""Characters of a word that is looked for."""


@dataclass(frozen=True, slots=True)
class ManualPage:
    """One file of `resources/help`.

    Attributes:
        file: Its name; links and places name it so.
        title: Its first heading.
        sections: Its other headings, in order.
        text: All of it, in Markdown.
    """

    file: str
    title: str
    sections: tuple[str, ...]
    text: str

    def count_of(self, words: Sequence[str]) -> int:
        """How often words (small letters) occur; 0 when one of them does not."""
        text = self.text.lower()
        counts = [text.count(word) for word in words]
        return sum(counts) if all(counts) else 0


@cache
def manual_pages() -> tuple[ManualPage, ...]:
    """All, in the order of their file names."""
    found = []
    for path in sorted((paths.resources() / "help").glob("*.md")):
        text = path.read_text("utf-8")
        title = text.partition("\n")[0].lstrip("# ").strip()
        found.append(ManualPage(path.name, title or path.stem, tuple(_SECTION.findall(text)), text))
    return tuple(found)


def page_named(file: str) -> ManualPage | None:
    return next((page for page in manual_pages() if page.file == file), None)


def words_of(wanted: str) -> list[str]:
    """What is looked for: words in small letters, each once."""
    return list(dict.fromkeys(word for word in wanted.lower().split() if len(word) >= _LEAST))
