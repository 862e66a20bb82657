"""The warning under an UPDATE or DELETE that has no WHERE, while the caret is in it."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from lapwing.sql.classify import statement_facts
from lapwing.sql.statements import Statement

if TYPE_CHECKING:
    from lapwing.gui.shell.query_tab import QueryTab

_LONGEST: Final = 200_000
"""Characters of a statement above which it is not looked at."""


class TabCautions(QObject):
    """Marks what is to be thought about in the statement at the caret of one tab. Qt's thread."""

    def __init__(self, tab: "QueryTab") -> None:
        super().__init__(tab)
        self._tab = tab

    def look_at(self, statement: Statement | None) -> None:
        """The caret is in this statement now, or in none."""
        found = self._caution(statement) if statement is not None else None
        if found is None:
            self._tab.editor.clear_caution()
        else:
            self._tab.editor.show_caution(*found)

    def _caution(self, statement: Statement) -> tuple[int, int, str] | None:
        """Where the verb is and what is to be said of it."""
        sentences = {
            "UPDATE": self.tr("This UPDATE has no WHERE: it may change every row."),
            "DELETE": self.tr("This DELETE has no WHERE: it may delete every row."),
        }
        is_harmless = statement.verb not in sentences or statement.is_explain or statement.is_client_command
        if is_harmless or statement.end - statement.start > _LONGEST:
            return None
        dialect = self._tab.dialect
        text = self._tab.editor.text()[statement.start : statement.end]
        if statement_facts(dialect, text).has_where:
            return None
        start = statement.start + dialect.verb_of(text, 0, len(text)).position
        return start, start + len(statement.verb), sentences[statement.verb]
