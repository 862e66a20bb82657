"""What is so in a window at this moment, for the conditions of its actions."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from lapwing.gui.actions import Fact, tab_facts
from lapwing.gui.shell.page import Page

if TYPE_CHECKING:
    from lapwing.gui.shell.window import MainWindow


def text_widget() -> QPlainTextEdit | QLineEdit | None:
    """The widget with text that has the focus, or None."""
    widget = QApplication.focusWidget()
    return widget if isinstance(widget, QPlainTextEdit | QLineEdit) else None


def window_facts(window: "MainWindow") -> frozenset[Fact]:
    """Everything that is so."""
    facts = set(tab_facts(len(window.documents))) | _text_facts() | window.navigator.facts()
    if window.closed_pages.can_reopen:
        facts.add(Fact.CLOSED_TAB)
    page = window.documents.current
    if isinstance(page, Page):
        facts |= page.facts()
    return frozenset(facts)


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
