"""The declared actions come to life in one window."""

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from lapwing.gui.actions.action import Action
from lapwing.gui.actions.conditions import Fact
from lapwing.gui.actions.declared import ACTIONS
from lapwing.gui.actions.key_bindings import KeyBindings
from lapwing.gui.theme import icon

_MENU_ROLES: Final = {
    "application.quit": QAction.MenuRole.QuitRole,
    "application.describe": QAction.MenuRole.AboutRole,
}


def shortcut_text(declared: Action) -> str:
    """The action's first shortcut as keyboards of this system name it, or empty."""
    keys = KeyBindings.current().keys(declared.id)
    if not keys:
        return ""
    return QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText)


class ActionSet(QObject):
    """One `QAction` for each declared action, owned by a window. GUI thread.

    Nothing is enabled before the first `update`, apart from what can always be done. A shortcut works wherever the
    focus is in the window, unless the widget that has it takes the key for itself.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self._bound: set[str] = set()
        self._groups: dict[str, QActionGroup] = {}
        for declared in ACTIONS.values():
            self._actions[declared.id] = self._make(declared, window)
        window.addActions(list(self._actions.values()))
        self.retranslate()
        self.update(frozenset())
        KeyBindings.current().changed.connect(self._keys_changed)

    def _make(self, declared: Action, window: QWidget) -> QAction:
        made = QAction(window)
        made.setObjectName(declared.id)
        made.setMenuRole(_MENU_ROLES.get(declared.id, QAction.MenuRole.NoRole))
        made.setShortcuts([QKeySequence(keys) for keys in KeyBindings.current().keys(declared.id)])
        made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        made.setCheckable(declared.is_toggle or bool(declared.choice))
        if declared.icon:
            made.setIcon(icon(declared.icon))
            made.setIconVisibleInMenu(False)
        if declared.choice:
            if declared.choice not in self._groups:
                self._groups[declared.choice] = QActionGroup(window)
            self._groups[declared.choice].addAction(made)
        return made

    def _keys_changed(self, action_id: str) -> None:
        for changed in [action_id] if action_id else list(self._actions):
            keys = KeyBindings.current().keys(changed)
            self._actions[changed].setShortcuts([QKeySequence(each) for each in keys])
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the language that is installed now."""
        for declared in ACTIONS.values():
            made, tip, keys = self._actions[declared.id], declared.shown_tip(), shortcut_text(declared)
            made.setText(declared.shown_title())
            made.setIconText(declared.shown_short())
            made.setStatusTip(tip)
            made.setToolTip(f"{tip} ({keys})" if keys else tip)

    def action(self, action_id: str) -> QAction:
        """The action with this id.

        Raises:
            KeyError: None is declared.
        """
        return self._actions[action_id]

    def bind(self, action_id: str, handler: Callable[[], object]) -> None:
        """Say what an action does.

        Raises:
            KeyError: None is declared with this id.
            ValueError: It does something already.
        """
        made = self._actions[action_id]
        if action_id in self._bound:
            raise ValueError(f"{action_id} is bound already")
        self._bound.add(action_id)
        made.triggered.connect(lambda _checked=False: handler())

    def unbound(self) -> list[str]:
        """Ids of the actions that do nothing yet."""
        return [action_id for action_id in self._actions if action_id not in self._bound]

    def update(self, facts: Iterable[Fact]) -> None:
        """Enable what can be used now, disable the rest."""
        known = frozenset(facts)
        for action_id, made in self._actions.items():
            made.setEnabled(ACTIONS[action_id].when.holds(known))

    def set_checked(self, action_id: str, checked: bool = True) -> None:
        """Show a toggle or an alternative as on or off, without doing it; of alternatives, none may be on."""
        made = self._actions[action_id]
        group = made.actionGroup()
        if group is not None and not checked and made.isChecked():
            group.setExclusive(False)
            made.setChecked(False)
            group.setExclusive(True)
        made.setChecked(checked)

    def enabled(self) -> list[Action]:
        """What can be done now, in the order of the menus."""
        return [declared for declared in ACTIONS.values() if self._actions[declared.id].isEnabled()]
