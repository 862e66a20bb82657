"""What is so in a window at this moment, for the conditions of its actions."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from lapwing.gui.actions import Fact, level_facts, tab_facts
from lapwing.gui.shell.query_tab import QueryTab

if TYPE_CHECKING:
    from lapwing.gui.shell.window import MainWindow


_USUAL_LEVELS = ("READ UNCOMMITTED", "READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE")
_WITH_LEVELS = frozenset({"postgresql", "mysql"})
"""Dialects whose servers have them all."""


def text_widget() -> QPlainTextEdit | QLineEdit | None:
    """The widget with text that has the focus, or None."""
    widget = QApplication.focusWidget()
    return widget if isinstance(widget, QPlainTextEdit | QLineEdit) else None


def window_facts(window: "MainWindow") -> frozenset[Fact]:
    """Everything that is so."""
    facts = set(tab_facts(len(window.documents))) | _text_facts() | window.navigator.facts()
    if window.can_reopen:
        facts.add(Fact.CLOSED_TAB)
    tab = window.tab
    if tab is not None:
        facts |= _facts_of_tab(tab)
    return frozenset(facts)


def _facts_of_tab(tab: QueryTab) -> set[Fact]:
    view = tab.results.current
    holds = {
        Fact.EDITOR: True,
        Fact.CODE: tab.editor.hasFocus(),
        Fact.CONNECTED: tab.session.place.is_set,
        Fact.RUNNING: tab.session.is_running,
        Fact.TRANSACTION_OPEN: tab.session.has_open_transaction,
        Fact.SESSION: tab.session.facts is not None,
        Fact.RESULT: view is not None,
        Fact.PAUSED: tab.results.can_fetch_more,
        Fact.SELECTION: view is not None and view.grid.selectionModel().hasSelection(),
    }
    return {fact for fact, is_so in holds.items() if is_so} | level_facts(_levels(tab))


def _levels(tab: QueryTab) -> tuple[str, ...]:
    """The isolation levels that can be chosen: those of the session, or those that one of this kind will have."""
    if tab.session.facts is not None:
        return tab.session.facts.isolation_levels
    return _USUAL_LEVELS if tab.session.place.is_set and tab.dialect.id in _WITH_LEVELS else ()


def _text_facts() -> set[Fact]:
    widget = text_widget()
    if isinstance(widget, QPlainTextEdit):
        document = widget.document()
        holds = {
            Fact.TEXT_EDITABLE: not widget.isReadOnly(),
            Fact.TEXT_SELECTED: widget.textCursor().hasSelection(),
            Fact.CAN_UNDO: document.isUndoAvailable(),
            Fact.CAN_REDO: document.isRedoAvailable(),
        }
    elif isinstance(widget, QLineEdit):
        holds = {
            Fact.TEXT_EDITABLE: not widget.isReadOnly(),
            Fact.TEXT_SELECTED: widget.hasSelectedText(),
            Fact.CAN_UNDO: widget.isUndoAvailable(),
            Fact.CAN_REDO: widget.isRedoAvailable(),
        }
    else:
        return set()
    return {fact for fact, is_so in holds.items() if is_so}
