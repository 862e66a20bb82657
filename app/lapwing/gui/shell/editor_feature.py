"""What a window does in its editors: find and replace, go to a line, lines, letters, carets, and how text is shown."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary, WeakSet

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from lapwing.gui.actions import MenuId
from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.editor.snapshots import Snapshots
from lapwing.gui.shell.page import Handlers
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.recent_menu import RecentMenu
from lapwing.settings.store import read_settings

if TYPE_CHECKING:
    from lapwing.gui.editor.go_to_line import GoToLine
    from lapwing.gui.shell.window import MainWindow


_MENU: Final = (
    ("edit.cut", "edit.copy", "edit.paste", "edit.select_all"),
    ("query.run", "query.run_in_new_tab"),
    ("definition.open", "table.open_data", "text.show_facts"),
    ("text.comment", "text.format"),
)
"""Actions of the menu that a right click opens, in their groups."""
_SWEPT_AFTER_MS: Final = 20_000
_ENCODINGS: Final = {
    "utf_8": "utf-8",
    "utf_8_mark": "utf-8-sig",
    "utf_16": "utf-16",
    "latin_1": "latin-1",
    "windows_1252": "cp1252",
    "latin_2": "iso8859-2",
    "windows_1250": "cp1250",
    "windows_1251": "cp1251",
    "shift_jis": "shift_jis",
    "gb_18030": "gb18030",
}
"""Python's names by the last words of the actions that read a file so."""


def attach(window: "MainWindow") -> Handlers:
    return EditorFeature(window).handlers()


class EditorFeature(QObject):
    """Serves the editors of one window. Qt's thread."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._known: WeakSet[QueryTab] = WeakSet()
        self._going: WeakKeyDictionary[CodeView, GoToLine] = WeakKeyDictionary()
        self._recent = RecentMenu(window)
        window.documents.current_changed.connect(self._adopt)
        window.actions_of_window.menus[MenuId.ENCODING].aboutToShow.connect(self._show_encoding)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._application_changed)
        self._sweeping = QTimer(self)
        self._sweeping.setSingleShot(True)
        self._sweeping.timeout.connect(lambda: window.start(asyncio.to_thread(Snapshots().sweep)))
        self._sweeping.start(_SWEPT_AFTER_MS)

    def _adopt(self) -> None:
        """Get to know the editors that are new, and show all as the settings say now."""
        for tab in self._window.editors():
            if tab not in self._known:
                self._known.add(tab)
                tab.editor.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
                tab.editor.customContextMenuRequested.connect(self._show_menu)
            show_settings(tab.editor)
        self._check_file()

    def _show_menu(self, point: QPoint) -> None:
        """What can be done at the caret; a click outside the selection puts it where the mouse is."""
        tab = self._window.tab
        if tab is None:
            return
        view, actions = tab.editor, self._window.actions_of_window
        cursor = view.cursorForPosition(point)
        selected = view.textCursor()
        if not selected.selectionStart() <= cursor.position() <= selected.selectionEnd():
            view.drop_carets()
            view.setTextCursor(cursor)
        menu = QMenu(view)
        menu.setObjectName("editor_menu")
        for group in _MENU:
            menu.addSeparator()
            menu.addActions([actions.set.action(action_id) for action_id in group])
        menu.addMenu(actions.menus[MenuId.TEXT])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(view.viewport().mapToGlobal(point))

    def _application_changed(self, state: Qt.ApplicationState) -> None:
        """The person comes back from another program, which may have changed the file."""
        if state is Qt.ApplicationState.ApplicationActive:
            self._check_file()

    def _check_file(self) -> None:
        tab = self._window.tab
        if tab is not None and tab.file is not None:
            self._window.start(tab.files.check())

    def handlers(self) -> Handlers:
        return (
            self._finding()
            | self._lines()
            | self._filing()
            | {
                "wrap.toggle": lambda: self._keep(editor_wrap=not read_settings().editor_wrap),
                "whitespace.toggle": lambda: self._keep(editor_show_blanks=not read_settings().editor_show_blanks),
            }
        )

    def _filing(self) -> dict[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {
            "recent.clear": self._window.recent.clear,
            "snapshot.show": lambda: self._in_tab(lambda tab: tab.versions.show()),
        }
        for name, encoding in _ENCODINGS.items():
            found[f"encoding.use_{name}"] = lambda wanted=encoding: self._read_as(wanted)  # type: ignore[misc]
        return found

    def _read_as(self, encoding: str) -> None:
        if self._window.tab is not None:
            self._window.start(self._window.tab.files.read_as(encoding))

    def _show_encoding(self) -> None:
        """Tick the encoding of the file in front."""
        tab = self._window.tab
        now = tab.file.encoding if tab is not None and tab.file is not None else ""
        for name, encoding in _ENCODINGS.items():
            self._window.actions_of_window.set.set_checked(f"encoding.use_{name}", encoding == now)

    def _finding(self) -> dict[str, Callable[[], object]]:
        return {
            "text.find_previous": self._find_previous,
            "text.replace": lambda: self._in_tab(lambda tab: tab.finder.open(replacing=True)),
            "line.go_to": lambda: self._in_tab(lambda tab: self._go_to_line(tab.editor)),
        }

    def _go_to_line(self, view: CodeView) -> None:
        if view not in self._going:
            from lapwing.gui.editor.go_to_line import GoToLine  # only now: the window shows sooner

            self._going[view] = GoToLine(view)
            view.destroyed.connect(self._going[view].deleteLater)
        self._going[view].open()

    def _lines(self) -> dict[str, Callable[[], object]]:
        edits: dict[str, Callable[[CodeView], object]] = {
            "edit.duplicate": lambda view: view.duplicate(),
            "line.move_up": lambda view: view.move_lines(down=False),
            "line.move_down": lambda view: view.move_lines(down=True),
            "line.delete": lambda view: view.delete_lines(),
            "line.join": lambda view: view.join_lines(),
            "line.indent": lambda view: view.indent_lines(),
            "line.unindent": lambda view: view.dedent(),
            "text.make_upper": lambda view: view.change_case(upper=True),
            "text.make_lower": lambda view: view.change_case(upper=False),
            "text.trim": lambda view: view.trim_trailing_blanks(),
            "caret.add_above": lambda view: view.add_caret(down=False),
            "caret.add_below": lambda view: view.add_caret(down=True),
            "caret.add_next": lambda view: view.add_next_occurrence(),
            "caret.add_all": lambda view: view.select_all_occurrences(),
        }
        return {action_id: self._editing(edit) for action_id, edit in edits.items()}

    def _editing(self, edit: Callable[[CodeView], object]) -> Callable[[], None]:
        return lambda: self._in_tab(lambda tab: edit(tab.editor))

    def _in_tab(self, act: Callable[[QueryTab], object]) -> None:
        if self._window.tab is not None:
            act(self._window.tab)

    def _find_previous(self) -> None:
        tab = self._window.tab
        if tab is not None and tab.results.isAncestorOf(self._window.focusWidget() or tab):
            tab.results.find_next(-1)
        elif tab is not None:
            tab.finder.step(-1)

    # how text is shown

    def _keep(self, **change: bool) -> None:
        self._window.actions_of_window.keep_setting(**change)
        for tab in self._known:
            show_settings(tab.editor)


def show_settings(view: CodeView) -> None:
    """Show an editor's text as the settings say now."""
    settings = read_settings()
    view.set_wrapping(settings.editor_wrap)
    view.set_blanks_shown(settings.editor_show_blanks)
    uses_tabs = settings.format_indent == "tab"
    view.set_indent(4 if uses_tabs else int(settings.format_indent), tabs=uses_tabs)
