"""The menus of a window, and who does what they offer."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from lapwing.domain.errors import LapwingError
from lapwing.gui.actions import ActionSet, Fact, MenuId
from lapwing.gui.shell.features import attach_features
from lapwing.gui.shell.menus import MenuBar, fill_menus
from lapwing.gui.shell.page import Page
from lapwing.gui.shell.search_corner import SearchCorner
from lapwing.gui.shell.window_facts import text_widget, window_facts
from lapwing.gui.theme import Theme
from lapwing.gui.widgets import Level
from lapwing.settings.store import change_settings, read_settings

if TYPE_CHECKING:
    from lapwing.gui.shell.window import MainWindow

_LEVELS: Final = ("read_uncommitted", "read_committed", "repeatable_read", "serializable")
_OF_THE_NAVIGATOR: Final = frozenset({"catalog.refresh", "table.open_data"})
"""What is done in the navigator where it has the focus, whatever page is in front."""


class WindowActions(QObject):
    """The declared actions in one window. Qt's thread.

    An action is done by the page in front if that has a handler for it (`Page.handlers`), else by the feature that has
    one. What is done to text goes to the text widget or the navigator instead, when they have the focus.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.set = ActionSet(window)
        self.menus: dict[MenuId, QMenu] = {}
        self._shown_facts: frozenset[Fact] | None = None
        self._updating = QTimer(self)
        self._updating.setSingleShot(True)
        self._updating.setInterval(0)
        self._updating.timeout.connect(self._update)

    def bind(self) -> None:
        """Attach all features, and fill the menus."""
        bar = MenuBar(self._window)
        self._window.setMenuBar(bar)
        self.menus = fill_menus(bar, self.set)
        bar.setCornerWidget(SearchCorner(self.set.action("anything.open"), bar))
        for action_id, handler in attach_features(self._window).items():
            self.set.bind(action_id, self._doing(action_id, handler))
        QApplication.instance().focusChanged.connect(self._focus_changed)  # type: ignore[union-attr]
        self._update()

    def _doing(self, action_id: str, handler: Callable[[], object]) -> Callable[[], object]:
        def do() -> object:
            page = self._window.documents.current
            own = page.handlers().get(action_id) if isinstance(page, Page) else None
            return handler() if own is None or self._is_elsewhere(action_id) else own()

        return do

    def _is_elsewhere(self, action_id: str) -> bool:
        """Whether an action is meant for what has the focus instead of the page in front."""
        is_edit = action_id.startswith("edit.")
        if is_edit and text_widget() is not None:
            return True
        return (is_edit or action_id in _OF_THE_NAVIGATOR) and self._window.navigator.has_focus()

    def keep_setting(self, **change: str | bool | int) -> None:
        """Change settings, and show what follows from it; what goes wrong is said above all."""
        try:
            change_settings(**change)
        except (LapwingError, OSError) as error:
            self._window.say(Level.WARNING, str(error))
        self.update()

    def update(self) -> None:
        """Look what can be done now, once the event loop turns."""
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
        settings = read_settings()
        self.set.set_checked("completion.toggle", settings.complete_while_typing)
        self.set.set_checked("wrap.toggle", settings.editor_wrap)
        self.set.set_checked("whitespace.toggle", settings.editor_show_blanks)
        self.set.set_checked(f"theme.use_{Theme.current().mode.value}")
        if window.tab is not None:
            self.set.set_checked(f"transaction.use_{window.tab.session.mode.value}")
            isolation = window.tab.session.isolation
            for name in _LEVELS:
                self.set.set_checked(f"isolation.use_{name}", isolation.upper().replace(" ", "_") == name.upper())
