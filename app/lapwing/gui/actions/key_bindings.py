"""Which keys do what: those that actions declare, and what a person chose instead."""

import logging
from collections.abc import Mapping
from dataclasses import field
from typing import ClassVar, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence

from lapwing import paths
from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.gui.actions.action import Action
from lapwing.gui.actions.declared import ACTIONS
from lapwing.settings.documents import Document, DocumentKind

_log = logging.getLogger(__name__)
_FILE: Final = "keys.json"
_ALTGR: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_BARE: Final = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier


@dataclass(frozen=True, slots=True)
class ChosenKeys:
    """What a person changed: keys in Qt's portable notation by an action's id; none at all takes its keys away."""

    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)


KIND: Final = DocumentKind(ChosenKeys, version=1, migrations={})


class KeyBindings(QObject):
    """The keys in force, for all windows of the program. GUI thread.

    Signals:
        changed(str): an action has other keys; empty: any may.
    """

    changed = Signal(str)
    _current: ClassVar["KeyBindings | None"] = None

    def __init__(self) -> None:
        super().__init__()
        self._folder = paths.config()
        self.path = self._folder / _FILE
        self._document = Document(self.path, KIND)
        self.trouble: LapwingError | None = None
        """Why what was chosen could not be read, or None."""
        try:
            chosen = self._document.read().keys
        except LapwingError as error:
            _log.warning("%s", error)
            self.trouble, chosen = error, {}
        self._chosen = {action_id: keys for action_id, keys in chosen.items() if action_id in ACTIONS}

    @classmethod
    def current(cls) -> "KeyBindings":
        """Those of the profile, read at the first call."""
        if cls._current is None or cls._current._folder != paths.config():
            cls._current = KeyBindings()
        return cls._current

    def keys(self, action_id: str) -> tuple[str, ...]:
        """In Qt's portable notation; the first is the one shown."""
        return self._chosen.get(action_id, ACTIONS[action_id].shortcuts)

    def is_chosen(self, action_id: str) -> bool:
        """Whether a person changed the keys of an action."""
        return action_id in self._chosen

    def choose(self, action_id: str, keys: tuple[str, ...]) -> None:
        """Give an action these keys, and no other.

        Raises:
            OSError: They cannot be kept; they hold until the end of the program.
        """
        self._keep(self._chosen | {action_id: keys}, action_id)

    def reset(self, action_id: str = "") -> None:
        """Go back to the declared keys of an action, or of all. Raises what `choose` raises."""
        kept = {chosen: keys for chosen, keys in self._chosen.items() if action_id and chosen != action_id}
        self._keep(kept, action_id)

    def _keep(self, chosen: Mapping[str, tuple[str, ...]], changed: str) -> None:
        self._chosen = {action_id: keys for action_id, keys in chosen.items() if keys != ACTIONS[action_id].shortcuts}
        self.changed.emit(changed)
        self._document.write(ChosenKeys(dict(self._chosen)))

    def users(self, keys: str, besides: str = "") -> list[Action]:
        """The other actions that have a key, apart from those that share it with this one by declaration."""
        wanted = QKeySequence(keys)
        shared = ACTIONS[besides].shortcuts if besides in ACTIONS else ()
        return [
            action
            for action in ACTIONS.values()
            if action.id != besides
            and any(QKeySequence(each) == wanted for each in self.keys(action.id))
            and not (keys in shared and keys in action.shortcuts)
        ]


def refusal(keys: QKeySequence) -> str:
    """Why a key cannot be given to an action: `altgr`, `bare` (it types something), `empty`; or an empty text."""
    if keys.isEmpty():
        return "empty"
    first = keys[0]  # type: ignore[index]  # it can be; the stubs do not know
    modifiers, key = first.keyboardModifiers(), first.key()
    if modifiers & _ALTGR == _ALTGR and Qt.Key.Key_Space <= key <= Qt.Key.Key_ydiaeresis:
        return "altgr"
    if modifiers in _BARE and (Qt.Key.Key_Space <= key <= Qt.Key.Key_ydiaeresis):
        return "bare"
    return ""
