"""The View menu: what is seen, and how."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from lapwing.gui.results.inspector.beside import BesideInspector
from lapwing.gui.shell.page import Handlers, Page
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.theme import Theme, ThemeMode
from lapwing.gui.widgets.reading_order import focus_into
from lapwing.settings.store import read_settings

if TYPE_CHECKING:
    from lapwing.gui.shell.command_palette import CommandPalette
    from lapwing.gui.shell.window import MainWindow


def attach(window: "MainWindow") -> Handlers:
    return ViewActions(window).handlers()


class ViewActions(QObject):
    """Looks, panes and tabs of one window. Qt's thread."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._palette: CommandPalette | None = None

    def _with_tab(self, act: Callable[[QueryTab], object]) -> None:
        if self._window.tab is not None:
            act(self._window.tab)

    def handlers(self) -> Handlers:
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
        self._window.actions_of_window.keep_setting(theme=mode.value)

    def _toggle_sidebar(self) -> None:
        self._window.navigator.setVisible(not self._window.navigator.isVisibleTo(self._window))
        self._window.keep()
        self._window.actions_of_window.update()

    def _toggle_full_screen(self) -> None:
        window = self._window
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()
        self._window.actions_of_window.update()

    def _focus_next_pane(self) -> None:
        from lapwing.gui.results.inspector.inspector import Inspector  # only now: the window shows sooner

        navigator, page = self._window.navigator, self._window.documents.current
        panes: list[QWidget] = [navigator.tree if navigator.tree.isVisible() else navigator]
        panes = panes if navigator.isVisible() else []
        if isinstance(page, Page):
            panes += [pane for pane in page.panes() if pane.isVisible()] or [page]
            results = getattr(page, "results", None)
            inspector = results.inspector if isinstance(results, BesideInspector) else None
            if inspector is not None and inspector.isVisible():
                panes.append(inspector)
        if not panes:
            return
        focus = QApplication.focusWidget()
        at = next((n for n, pane in enumerate(panes) if pane is focus or (focus and pane.isAncestorOf(focus))), -1)
        following = panes[(at + 1) % len(panes)]
        if isinstance(following, Inspector):
            following.focus_value()
        else:
            focus_into(following)

    def _open_palette(self) -> None:
        if self._palette is None:
            from lapwing.gui.shell.command_palette import CommandPalette  # only now: the window shows sooner

            self._palette = CommandPalette(self._window.actions_of_window.set, self._window)
        self._palette.open()
