"""Formatting in an editor tab: one step of undo, the caret at the token where it was. Qt's thread."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from lapwing.gui.editor.snapshots import Occasion
from lapwing.gui.editor.working import while_working
from lapwing.settings.store import read_settings

if TYPE_CHECKING:
    from lapwing.gui.shell.query_tab import QueryTab

_LONG: Final = 50_000
"""Code points above which a text is formatted in another thread: it takes a quarter of a second and more."""


async def format_statement(tab: "QueryTab") -> None:
    """Lay out the selection, or else the statement at the caret."""
    selected = tab.editor.selected_range()
    found = None if selected is not None else tab.statement_at(tab.editor.caret)
    if selected is not None:
        await _format(tab, *selected, is_statement=False, selects=True)
    elif found is not None:
        await _format(tab, found.start, found.end, is_statement=True)
    else:
        tab.say_nothing_at_caret()


async def format_script(tab: "QueryTab") -> None:
    """Lay out the whole text."""
    await _format(tab, 0, len(tab.editor.text()), is_statement=False)


async def _format(tab: "QueryTab", start: int, end: int, *, is_statement: bool, selects: bool = False) -> None:
    """Lay out a stretch of the text. What is edited meanwhile wins: then nothing is changed."""
    from lapwing.sql.formatting import formatter  # only now: the window shows sooner
    from lapwing.sql.formatting.options import FormatOptions
    from lapwing.sql.formatting.places import place_after

    editor, dialect = tab.editor, tab.dialect
    text, caret = editor.text(), editor.caret
    options = FormatOptions.of(read_settings())
    write = formatter.format_statement if is_statement else formatter.format_range

    def change() -> tuple[str, int]:
        new = write(dialect, text, start, end, options)
        if new == text[start:end]:
            return new, caret
        return new, place_after(dialect, text, text[:start] + new + text[end:], caret)

    found = await _computed(change, tab, len(text))
    if found is None:
        return
    new, place = found
    if editor.isReadOnly() or editor.text() != text or new == text[start:end]:
        return
    tab.versions.keep(Occasion.FORMAT)
    editor.replace(start, end, new, select=(start, start + len(new)) if selects else (place, place))


async def _computed(change: Callable[[], tuple[str, int]], tab: "QueryTab", size: int) -> tuple[str, int] | None:
    """What a change makes; of a long text in another thread, while the editor says so. None: the person gave up."""
    if size < _LONG:
        return change()
    words = QCoreApplication.translate("Formatting", "Formatting…")
    return await while_working(tab.editor, words, asyncio.to_thread(change))
