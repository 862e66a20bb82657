"""Everything a person can have done, declared once as data: menus, palette, shortcuts and tool rows are made of it."""

from lapwing.gui.actions.action import MENU_BAR, Action, Entry, MenuId, Submenu, translated, without_mnemonic
from lapwing.gui.actions.action_set import ActionSet, shortcut_text
from lapwing.gui.actions.conditions import Fact, When, level_facts, tab_facts
from lapwing.gui.actions.declared import ACTIONS, ENTRIES
from lapwing.gui.actions.key_bindings import KeyBindings

__all__ = [
    "ACTIONS",
    "ENTRIES",
    "MENU_BAR",
    "Action",
    "ActionSet",
    "Entry",
    "Fact",
    "KeyBindings",
    "MenuId",
    "Submenu",
    "When",
    "level_facts",
    "shortcut_text",
    "tab_facts",
    "translated",
    "without_mnemonic",
]
