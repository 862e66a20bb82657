"""The Edit menu: what is done to the text, the cells or the names that have the focus."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from lapwing.gui.shell.formatting import format_script, format_statement
from lapwing.gui.shell.page import Handlers
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.window_facts import text_widget
from lapwing.settings.store import read_settings

if TYPE_CHECKING:
    from lapwing.gui.shell.window import MainWindow


def attach(window: "MainWindow") -> Handlers:
    return TextActions(window).handlers()


class TextActions(QObject):
    """Text widgets first, then the navigator, then the page in front. Qt's thread."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def handlers(self) -> Handlers:
        return {
            "edit.undo": lambda: self._on_text("undo"),
            "edit.redo": lambda: self._on_text("redo"),
            "edit.cut": lambda: self._on_text("cut"),
            "edit.paste": lambda: self._on_text("paste"),
            "edit.copy": self._copy,
            "edit.copy_with_headers": self._copy_with_headers,
            "edit.select_all": self._select_all,
            "text.find": self._find,
            "text.find_next": self._find_next,
            "text.comment": lambda: self._with_tab(lambda tab: tab.editor.toggle_comment()),
            "text.format": lambda: self._with_tab(lambda tab: self._window.start(format_statement(tab))),
            "text.format_script": lambda: self._with_tab(lambda tab: self._window.start(format_script(tab))),
            "text.complete": lambda: self._with_tab(lambda tab: tab.assist.completion.ask()),
            "text.show_arguments": lambda: self._with_tab(lambda tab: tab.assist.calls.ask()),
            "text.show_facts": lambda: self._with_tab(lambda tab: tab.assist.hover.show_at_caret()),
            "definition.open": lambda: self._with_tab(lambda tab: tab.assist.go_to_definition()),
            "star.expand": lambda: self._with_tab(lambda tab: tab.assist.expand_star()),
            "completion.toggle": self._toggle_completion,
        }

    def _toggle_completion(self) -> None:
        self._window.actions_of_window.keep_setting(complete_while_typing=not read_settings().complete_while_typing)

    def _on_text(self, method: str) -> None:
        widget = text_widget()
        if widget is not None:
            getattr(widget, method)()

    def _copy(self) -> None:
        widget = text_widget()
        if widget is not None:
            widget.copy()
        elif self._window.navigator.has_focus():
            self._window.navigator.copy_names()
        else:
            self._with_tab(lambda tab: tab.results.copy())

    def _copy_with_headers(self) -> None:
        self._with_tab(lambda tab: tab.results.copy_with_headers())

    def _select_all(self) -> None:
        widget = text_widget()
        tab = self._window.tab
        if widget is not None:
            widget.selectAll()
        elif tab is not None and tab.results.current is not None:
            tab.results.current.grid.selectAll()
        elif tab is not None:
            tab.editor.selectAll()

    def _in_results(self) -> bool:
        tab = self._window.tab
        focus = QApplication.focusWidget()
        return tab is not None and focus is not None and tab.results.isAncestorOf(focus)

    def _find(self) -> None:
        tab = self._window.tab
        if tab is not None and self._in_results() and tab.results.current is not None:
            tab.results.open_find()
        elif tab is not None:
            tab.finder.open()

    def _find_next(self) -> None:
        tab = self._window.tab
        if tab is not None and self._in_results():
            tab.results.find_next()
        elif tab is not None:
            tab.finder.step(1)

    def _with_tab(self, act: Callable[[QueryTab], object]) -> None:
        if self._window.tab is not None:
            act(self._window.tab)
