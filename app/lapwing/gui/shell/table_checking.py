"""What speaks against staged values, in sentences: told where they are written, and once more before they are saved."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lapwing.domain.catalog import CatalogColumn
from lapwing.domain.values import Cell, ServerDefault
from lapwing.gui.results.inspector.json_text import pretty_json
from lapwing.gui.results.staged import RowEdit, RowKey
from lapwing.gui.table.column_checks import Doubt, DoubtKind, doubt_about, is_missing

if TYPE_CHECKING:
    from lapwing.gui.shell.table_tab import TableTab


class TableChecking(QObject):
    """Looks at what is staged in one tab. Qt's thread."""

    def __init__(self, tab: "TableTab") -> None:
        super().__init__(tab)
        self._tab = tab
        tab.editing.doubt_of = self.sentence

    def _columns(self) -> dict[str, CatalogColumn]:
        facts = self._tab.data.facts
        return {column.name: column for column in facts.details.columns} if facts is not None else {}

    def _doubt(self, name: str, cell: Cell | ServerDefault) -> Doubt | None:
        facts, column = self._tab.data.facts, self._columns().get(name)
        if facts is None or column is None or isinstance(cell, ServerDefault):
            return None
        labels = next((one.values for one in facts.choices if one.column == name), ())
        return doubt_about(column, cell, self._tab.dialect.id, is_json, labels)

    def sentence(self, name: str, cell: Cell | ServerDefault) -> str:
        """What speaks against a value of a column; empty when nothing is known to."""
        doubt = self._doubt(name, cell)
        return self._words(doubt) if doubt is not None else ""

    def first(self) -> tuple[RowKey, int, str] | None:
        """The first staged value that something speaks against: its row, the place of its column, and the sentence."""
        facts = self._tab.data.facts
        if facts is None:
            return None
        for key, edit in self._tab.editing.staged.edits.items():
            for column, doubt in self._of_row(edit, facts.columns) if not edit.is_deleted else ():
                return key, column, self._words(doubt)
        return None

    def _of_row(self, edit: RowEdit, names: tuple[str, ...]) -> Iterator[tuple[int, Doubt]]:
        columns = self._columns()
        for place, name in enumerate(names):
            if place in edit.values:
                doubt = self._doubt(name, edit.values[place])
            else:
                is_left_out = edit.is_insert and name in columns and is_missing(columns[name])
                doubt = Doubt(name, DoubtKind.MISSING) if is_left_out else None
            if doubt is not None:
                yield place, doubt

    def _words(self, doubt: Doubt) -> str:
        texts = {
            DoubtKind.MISSING: self.tr("{column} needs a value: it takes no NULL."),
            DoubtKind.LENGTH: self.tr("{column} takes {limit} characters at most."),
            DoubtKind.WHOLE: self.tr("{column} takes whole numbers."),
            DoubtKind.NUMBER: self.tr("{column} takes numbers."),
            DoubtKind.RANGE: self.tr("{column} takes whole numbers in the range {limit}."),
            DoubtKind.DIGITS: self.tr("{column} takes {limit} digits before the point at most."),
            DoubtKind.TRUTH: self.tr("{column} takes true or false."),
            DoubtKind.LABEL: self.tr("{column} takes only values of its enumeration."),
            DoubtKind.UUID: self.tr("{column} takes UUIDs."),
            DoubtKind.JSON: self.tr("{column} takes JSON, and this is none."),
        }
        return texts[doubt.kind].replace("{limit}", doubt.limit).replace("{column}", doubt.column)


def is_json(text: str) -> bool:
    """Whether a text is JSON."""
    return pretty_json(text) is not None
