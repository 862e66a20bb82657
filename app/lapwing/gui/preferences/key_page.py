"""The keyboard page of the settings: which key does what, and another one for it."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QTableView, QVBoxLayout, QWidget

from lapwing.gui.actions import Action, KeyBindings, without_mnemonic
from lapwing.gui.actions.key_bindings import refusal
from lapwing.gui.preferences.key_field import KeyField
from lapwing.gui.preferences.key_model import COMMAND, MENU, KeyModel, keys_text
from lapwing.gui.widgets import PlainLabel, SearchField


class KeyPage(QWidget):
    """Changes hold in every window at once. GUI thread. `path` names the place of an action in the menus."""

    def __init__(self, path: Callable[[Action], str]) -> None:
        super().__init__()
        self.setObjectName("key_page")
        self._model = KeyModel(path, self)
        self.search = SearchField(self.tr("Find a command, or a key by its name"), self, name="keys_search")
        self.table = self._make_table()
        self.chosen = PlainLabel("", self, elide=True)
        self.chosen.setObjectName("keys_chosen")
        self.field = KeyField(self.tr("Press a key"), self, name="keys_field")
        self.add_button = self._button(self.tr("Add"), "keys_add")
        self.replace_button = self._button(self.tr("Replace"), "keys_replace")
        self.clear_button = self._button(self.tr("Take away"), "keys_clear")
        self.reset_button = self._button(self.tr("Default"), "keys_reset")
        self.take_button = self._button(self.tr("Take it from there"), "keys_take")
        self.note = PlainLabel("", self, look="dim", lines=True)
        self.note.setObjectName("keys_note")
        self._lay_out()
        self._connect()
        self.table.selectRow(0)
        self._look()
        trouble = KeyBindings.current().trouble
        if trouble is not None:
            self.note.setText(trouble.in_full)

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("keys_table")
        table.setAccessibleName(self.tr("Commands and their keys"))
        table.setModel(self._model)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setStyleSheet("QTableView::item { padding-left: 6px; }")  # as the headings have it
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(26)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.resizeSection(COMMAND, 240)
        header.resizeSection(MENU, 240)
        return table

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(self.field)
        self.field.setFixedWidth(150)
        for button in (self.add_button, self.replace_button, self.clear_button, self.reset_button):
            across.addWidget(button)
        across.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.note, 1)
        below.addWidget(self.take_button, 0, Qt.AlignmentFlag.AlignTop)
        self.note.setMinimumHeight(28)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 14, 24, 18)
        down.setSpacing(10)
        down.addWidget(self.search)
        down.addWidget(self.table, 1)
        down.addWidget(self.chosen)
        down.addLayout(across)
        down.addLayout(below)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.table.selectionModel().currentRowChanged.connect(lambda _new, _old: self._chose())
        self.table.activated.connect(lambda _index: self.field.setFocus())
        self.field.pressed.connect(lambda _keys: self._look())
        self.add_button.clicked.connect(lambda: self._give(keeps=True))
        self.replace_button.clicked.connect(lambda: self._give(keeps=False))
        self.clear_button.clicked.connect(lambda: self._keep(()))
        self.reset_button.clicked.connect(self._reset)
        self.take_button.clicked.connect(self._take)

    @property
    def action(self) -> Action | None:
        """The command that is chosen in the table."""
        return self._model.action_at(self.table.currentIndex().row())

    def _search(self, wanted: str) -> None:
        self._model.search(wanted)
        self.table.setCurrentIndex(self._model.index(0, 0) if self._model.shown else QModelIndex())
        self._chose()

    def _chose(self) -> None:
        self.field.show_keys(QKeySequence())
        self._look()

    def _look(self) -> None:
        """Say what the pressed key means, and offer what can be done with it."""
        action, keys = self.action, self.field.keys
        self.chosen.setText(_title(action) if action is not None else "")
        why_not, users = refusal(keys), self._users()
        can_give = action is not None and why_not in {"", "altgr"} and not users
        self.add_button.setEnabled(can_give)
        self.replace_button.setEnabled(can_give)
        self.take_button.setVisible(bool(users))
        has_keys = action is not None and bool(KeyBindings.current().keys(action.id))
        self.clear_button.setEnabled(has_keys)
        self.reset_button.setEnabled(action is not None and KeyBindings.current().is_chosen(action.id))
        self.note.setText(self._words(why_not, users))

    def _users(self) -> list[Action]:
        action = self.action
        if action is None or self.field.keys.isEmpty():
            return []
        return KeyBindings.current().users(_portable(self.field.keys), besides=action.id)

    def _words(self, why_not: str, users: list[Action]) -> str:
        shown = self.field.keys.toString(QKeySequence.SequenceFormat.NativeText)
        if why_not == "empty":
            return self.tr("Choose a command, then press a key in the field.")
        if why_not == "bare":
            return self.tr("{keys} types a character. Press it with Ctrl or Alt.").format(keys=shown)
        if users:
            names = ", ".join(f"{_title(user)} ({keys_text(user.id)})" for user in users)
            return self.tr("{keys} is taken: {commands}.").format(keys=shown, commands=names)
        if why_not == "altgr":
            return self.tr("{keys} is AltGr with a letter on many keyboards, which types a character there.").format(
                keys=shown
            )
        return self.tr("{keys} is free.").format(keys=shown)

    def _give(self, *, keeps: bool) -> None:
        action = self.action
        if action is not None:
            old = KeyBindings.current().keys(action.id) if keeps else ()
            new = _portable(self.field.keys)
            self._keep((*(each for each in old if each != new), new))

    def _take(self) -> None:
        """Take the key away from who has it, and give it to the chosen command."""
        taken = self.field.keys
        for user in self._users():
            rest = tuple(each for each in KeyBindings.current().keys(user.id) if QKeySequence(each) != taken)
            self._keep(rest, user)
        self.field.show_keys(taken)
        self._give(keeps=True)

    def _keep(self, keys: tuple[str, ...], action: Action | None = None) -> None:
        changed = action or self.action
        if changed is not None:
            self._done(lambda: KeyBindings.current().choose(changed.id, keys))

    def _reset(self) -> None:
        action = self.action
        if action is not None:
            self._done(lambda: KeyBindings.current().reset(action.id))

    def _done(self, change: Callable[[], None]) -> None:
        try:
            change()
            self._chose()
        except OSError as error:
            self._chose()
            text = self.tr("Keys cannot be written: {reason}. They hold until Lapwing ends.")
            self.note.setText(text.format(reason=error.strerror))


def _portable(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.PortableText)


def _title(action: Action) -> str:
    return without_mnemonic(action.shown_title()).rstrip("…")
