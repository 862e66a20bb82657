"""All commands by name: Ctrl+Shift+P, a few letters, Enter."""

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from lapwing.gui.actions import (
    ENTRIES,
    MENU_BAR,
    Action,
    ActionSet,
    MenuId,
    Submenu,
    shortcut_text,
    translated,
    without_mnemonic,
)
from lapwing.gui.shell.palette_panel import PaletteEntry, PalettePanel
from lapwing.sql.fuzzy import Match, match

_RECENT: Final = 5
_PATH_COUNTS: Final = 0.2
"""A word found in the name of the menu only counts this much."""
_PARENTS: Final = {entry.id: entry for entry in ENTRIES if isinstance(entry, Submenu)}


def menu_path(menu: MenuId) -> str:
    """Where a menu is: `View › Theme`."""
    if menu in MENU_BAR:
        return without_mnemonic(translated(MENU_BAR[menu]))
    return f"{menu_path(_PARENTS[menu].menu)} › {without_mnemonic(_PARENTS[menu].shown_title())}"


def command_entry(actions: ActionSet, action: Action, query: str) -> PaletteEntry | None:
    """An action as an entry, if every word of the query is in its title or in the names of its menus."""
    title, path = without_mnemonic(action.shown_title()), menu_path(action.menu)
    in_title = Match(0.0, frozenset())
    for word in query.split():
        found = match(word, title)
        if found is None:
            in_path = match(word, path)
            if in_path is None:
                return None
            found = Match(in_path.score * _PATH_COUNTS, frozenset())
        in_title = Match(in_title.score + found.score, in_title.positions | found.positions)
    made = actions.action(action.id)
    return PaletteEntry(
        action.id,
        title,
        in_title,
        made.trigger,
        path,
        shortcut_text(action),
        action.icon,
        tip=action.shown_tip(),
        is_on=made.isCheckable() and made.isChecked(),
    )


class CommandPalette(PalettePanel):
    """What can be done is asked at the moment of opening. GUI thread."""

    def __init__(self, actions: ActionSet, window: QWidget) -> None:
        super().__init__(
            window,
            name="command_palette",
            title=_tr("Command palette"),
            prompt=_tr("Find a command"),
            nothing=_tr("No command fits"),
        )
        self._actions = actions
        self._possible: list[Action] = []
        self._recent: list[str] = []

    def take_stock(self) -> None:
        self._possible = [action for action in self._actions.enabled() if action.id != "palette.open"]
        self.filter("")

    def filter(self, query: str) -> None:
        """Show what fits; all of it, the recently used first, where nothing was typed."""
        found = [command_entry(self._actions, action, query) for action in self._possible]
        fitting = [entry for entry in found if entry is not None]
        if query.strip():
            fitting.sort(key=lambda entry: -entry.match.score)
        else:
            fitting.sort(key=lambda entry: self._age(entry.id))
        self.model.show_entries(fitting)

    def _age(self, action_id: str) -> int:
        return self._recent.index(action_id) if action_id in self._recent else _RECENT

    def note_used(self, entry_id: str) -> None:
        """It comes first the next time."""
        self._recent = [entry_id, *(used for used in self._recent if used != entry_id)][:_RECENT]


def _tr(text: str) -> str:
    return QCoreApplication.translate("CommandPalette", text)
