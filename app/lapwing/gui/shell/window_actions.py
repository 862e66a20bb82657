"""What each declared action does in a window."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from lapwing.domain.connections import TransactionMode
from lapwing.domain.errors import LapwingError
from lapwing.gui.actions import ActionSet, Fact
from lapwing.gui.i18n import error_text
from lapwing.gui.shell.formatting import format_script, format_statement
from lapwing.gui.shell.menus import MenuBar, fill_menus
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.questions import Choice, ask
from lapwing.gui.shell.tab_transactions import TabTransactions
from lapwing.gui.shell.window_facts import text_widget, window_facts
from lapwing.gui.theme import Theme, ThemeMode
from lapwing.gui.widgets import Level
from lapwing.settings.store import change_settings, read_settings
from lapwing.sql.classify import statement_facts

if TYPE_CHECKING:
    from lapwing.gui.shell.command_palette import CommandPalette
    from lapwing.gui.shell.window import MainWindow

_STEP = 100_000
_LEVELS = ("read_uncommitted", "read_committed", "repeatable_read", "serializable")
_SQL_FILES = "SQL (*.sql *.ddl *.dml *.txt);;*"
_DATABASES = "SQLite (*.sqlite *.sqlite3 *.db *.db3 *.s3db *.sl3);;*"


class WindowActions(QObject):
    """The menus of one window, bound to what they do. Qt's thread."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.set = ActionSet(window)
        self._palette: CommandPalette | None = None
        self._shown_facts: frozenset[Fact] | None = None
        self._updating = QTimer(self)
        self._updating.setSingleShot(True)
        self._updating.setInterval(0)
        self._updating.timeout.connect(self._update)
        for action_id, handler in self._handlers().items():
            self.set.bind(action_id, handler)
        bar = MenuBar(window)
        window.setMenuBar(bar)
        fill_menus(bar, self.set)
        QApplication.instance().focusChanged.connect(self._focus_changed)  # type: ignore[union-attr]
        self._update()

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return (
            self._file_handlers()
            | self._text_handlers()
            | self._assist_handlers()
            | self._view_handlers()
            | self._query_handlers()
        )

    # file

    def _file_handlers(self) -> dict[str, Callable[[], object]]:
        window = self._window
        return {
            "editor.open": window.new_editor,
            "file.open": self.choose_sql_file,
            "file.run": lambda: import_module("lapwing.gui.shell.file_running").choose_script(window),
            "database.open": self.choose_database,
            "file.save": self.save,
            "file.save_as": self.save_as,
            "tab.close": self._close_tab,
            "tab.reopen": window.reopen_tab,
            "application.quit": window.quit_wanted.emit,
            "sample.open": lambda: window.start(window.open_sample()),
            "table.open_data": self._open_data,
            "catalog.refresh": window.navigator.refresh,
            "connection.new": window.edit_connection,
            "connection.edit": window.navigator.edit_current,
            "connection.remove": window.navigator.ask_to_remove_current,
            "manual.open": lambda: _help().show_manual(window),
            "shortcuts.show": lambda: _help().show_shortcuts(window, self.set),
            "application.describe": lambda: _help().show_about(window),
        }

    def choose_sql_file(self) -> None:
        self._choose(self.tr("Open SQL file"), _SQL_FILES)

    def choose_database(self) -> None:
        self._choose(self.tr("Open SQLite database"), _DATABASES)

    def _choose(self, title: str, filters: str) -> None:
        dialog = QFileDialog(self._window, title, str(Path.home()), filters)
        dialog.setObjectName("open_files")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._window.open_paths)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self) -> None:
        """Save the editor in front; where it has no file yet, ask for one."""
        tab = self._window.tab
        if tab is None:
            return
        if tab.file is None:
            self.save_as()
        else:
            self._save_to(tab, None)

    def save_as(self) -> None:
        tab = self._window.tab
        if tab is None:
            return
        start = tab.file.path if tab.file is not None else Path.home() / f"{tab.title}.sql"
        dialog = QFileDialog(self._window, self.tr("Save SQL file"), str(start), _SQL_FILES)
        dialog.setObjectName("save_file")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("sql")
        dialog.selectFile(str(start))
        dialog.fileSelected.connect(lambda path: self._save_to(tab, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save_to(self, tab: QueryTab, path: Path | None) -> None:
        try:
            tab.save_to(path)
        except LapwingError as error:
            self._window.say(Level.ERROR, error_text(error))

    def _close_tab(self) -> None:
        page = self._window.documents.current
        if page is not None:
            self._window.start(self._window.close_page(page))

    # text, where the focus is

    def _text_handlers(self) -> dict[str, Callable[[], object]]:
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
        }

    def _assist_handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "text.complete": lambda: self._with_tab(lambda tab: tab.assist.completion.ask()),
            "text.show_arguments": lambda: self._with_tab(lambda tab: tab.assist.calls.ask()),
            "text.show_facts": lambda: self._with_tab(lambda tab: tab.assist.hover.show_at_caret()),
            "definition.open": lambda: self._with_tab(lambda tab: tab.assist.go_to_definition()),
            "star.expand": lambda: self._with_tab(lambda tab: tab.assist.expand_star()),
            "completion.toggle": self._toggle_completion,
        }

    def _open_data(self) -> None:
        """The rows of the table at the caret, or of the one chosen in the navigator."""
        tab = self._window.tab
        if tab is not None and tab.editor.hasFocus():
            tab.assist.open_data()
        else:
            self._window.navigator.open_current()

    def _toggle_completion(self) -> None:
        self._keep_setting(complete_while_typing=not read_settings().complete_while_typing)

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

    # view

    def _view_handlers(self) -> dict[str, Callable[[], object]]:
        window = self._window
        documents = window.documents
        found: dict[str, Callable[[], object]] = {
            "theme.use_system": lambda: self._use_theme(ThemeMode.SYSTEM),
            "theme.use_light": lambda: self._use_theme(ThemeMode.LIGHT),
            "theme.use_dark": lambda: self._use_theme(ThemeMode.DARK),
            "sidebar.toggle": self._toggle_sidebar,
            "window.fill_screen": self._toggle_full_screen,
            "zoom.increase": lambda: self._with_tab(lambda tab: tab.editor.set_zoom(tab.editor.zoom + 1)),
            "zoom.decrease": lambda: self._with_tab(lambda tab: tab.editor.set_zoom(tab.editor.zoom - 1)),
            "zoom.reset": lambda: self._with_tab(lambda tab: tab.editor.set_zoom(read_settings().editor_font_px)),
            "tab.show_next": lambda: documents.step(1),
            "tab.show_previous": lambda: documents.step(-1),
            "pane.focus_next": self._focus_next_pane,
            "palette.open": self._open_palette,
        }
        for number in range(1, 10):
            found[f"tab.show_{number}"] = lambda place=number - 1: documents.show_place(place)  # type: ignore[misc]
        return found

    def _use_theme(self, mode: ThemeMode) -> None:
        Theme.current().set_mode(mode)
        self._keep_setting(theme=mode.value)

    def _keep_setting(self, **change: str | bool) -> None:
        try:
            change_settings(**change)
        except (LapwingError, OSError) as error:
            self._window.say(Level.WARNING, str(error))
        self._updating.start()

    def _toggle_sidebar(self) -> None:
        self._window.navigator.setVisible(not self._window.navigator.isVisibleTo(self._window))
        self._window.keep()
        self._updating.start()

    def _toggle_full_screen(self) -> None:
        window = self._window
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()
        self._updating.start()

    def _focus_next_pane(self) -> None:
        tab = self._window.tab
        panes: list[QWidget] = [self._window.navigator.tree] if self._window.navigator.isVisible() else []
        if tab is not None:
            view = tab.results.current
            panes += [tab.editor, view.grid if view is not None else tab.results.messages]
        if not panes:
            return
        focus = QApplication.focusWidget()
        at = next((n for n, pane in enumerate(panes) if pane is focus or (focus and pane.isAncestorOf(focus))), -1)
        panes[(at + 1) % len(panes)].setFocus()

    def _open_palette(self) -> None:
        if self._palette is None:
            from lapwing.gui.shell.command_palette import CommandPalette  # only now: the window shows sooner

            self._palette = CommandPalette(self.set, self._window)
        self._palette.open()

    # query

    def _query_handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "query.run": lambda: self._with_tab(lambda tab: tab.run_statement()),
            "query.run_script": lambda: self._with_tab(lambda tab: tab.run_script()),
            "query.run_in_new_tab": lambda: self._with_tab(lambda tab: tab.run_in_new_result()),
            "query.run_with_values": lambda: self._with_tab(lambda tab: tab.parameters.ask_anew(tab.run_statement)),
            "query.cancel": lambda: self._with_tab(lambda tab: tab.cancel()),
            "transaction.commit": self._transacting(lambda tab: tab.commit()),
            "transaction.roll_back": self._transacting(lambda tab: tab.roll_back()),
            "transaction.use_auto": self._transacting(lambda tab: tab.set_mode(TransactionMode.AUTO)),
            "transaction.use_manual": self._transacting(lambda tab: tab.set_mode(TransactionMode.MANUAL)),
            **{f"isolation.use_{name}": self._isolating(name) for name in _LEVELS},
            "session.reconnect": self._transacting(lambda tab: tab.reconnect()),
            "result.load_more": lambda: self._with_tab(lambda tab: tab.results.fetch_more(_STEP)),
            "result.load_all": lambda: self._with_tab(lambda tab: tab.results.fetch_more(None)),
        }

    def _isolating(self, name: str) -> Callable[[], object]:
        level = name.upper().replace("_", " ")
        return self._transacting(lambda tab: tab.set_isolation(level))

    def _transacting(self, act: Callable[[TabTransactions], object]) -> Callable[[], object]:
        return lambda: self._with_tab(lambda tab: act(tab.transactions))

    async def run_again(self, tab: QueryTab, sql: str, rows: int | None) -> None:
        """More rows of a statement that is no longer open: asked first, and only for what certainly reads."""
        if not statement_facts(tab.dialect, sql).reads_only:
            tab.results.say(
                "warning",
                self.tr("This statement may change data; it is not run again for more rows. Run it yourself."),
            )
            tab.results.show_messages()
            return
        detail = self.tr("It is sent again from its beginning; rows may have changed meanwhile.")
        if tab.session.has_open_transaction:
            detail += "\n" + self.tr("A transaction is open; the statement runs in it.")
        answer = await ask(
            self._window,
            self.tr("Run again"),
            self.tr("The statement is no longer open on the server. Run it again to get more rows?"),
            detail,
            (
                Choice("run", self.tr("Run again"), QMessageBox.ButtonRole.AcceptRole),
                Choice("keep", self.tr("Keep these rows"), QMessageBox.ButtonRole.RejectRole),
            ),
            default="run",
            escape="keep",
        )
        if answer == "run":
            tab.run_text(sql, tab.place_of(sql), rows)

    # what can be done now

    def update(self) -> None:
        """Look again, once the event loop turns."""
        self._updating.start()

    def _focus_changed(self, _old: QWidget | None, _new: QWidget | None) -> None:
        self._updating.start()

    def _update(self) -> None:
        facts = window_facts(self._window)
        if facts != self._shown_facts:
            self._shown_facts = facts
            self.set.update(facts)
        window = self._window
        self.set.set_checked("sidebar.toggle", window.navigator.isVisibleTo(window))
        self.set.set_checked("window.fill_screen", window.isFullScreen())
        self.set.set_checked("completion.toggle", read_settings().complete_while_typing)
        self.set.set_checked(f"theme.use_{Theme.current().mode.value}")
        if window.tab is not None:
            self.set.set_checked(f"transaction.use_{window.tab.session.mode.value}")
            isolation = window.tab.session.isolation
            for name in _LEVELS:
                self.set.set_checked(f"isolation.use_{name}", isolation.upper().replace(" ", "_") == name.upper())


def _help() -> ModuleType:
    """The help pages, loaded when somebody wants one: the window shows sooner."""
    return import_module("lapwing.gui.shell.help_pages")
