"""Whose signatures count: the keys that a person trusts, and those by which nothing is to be signed."""

from typing import Any, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from lapwing.domain.errors import from_wire
from lapwing.domain.plugins.sources import DistrustKey, RevokedKey, RevokeKey, TrustedKey, TrustedKeys, TrustKey
from lapwing.domain.visible import visible_text
from lapwing.gui.client import EngineClient
from lapwing.gui.plugins.add_key_dialog import AddKeyDialog
from lapwing.gui.plugins.ask_dialog import AskDialog
from lapwing.gui.plugins.facts_detail import FactsDetail
from lapwing.gui.plugins.plugin_lists import PluginRows
from lapwing.gui.plugins.plugin_words import moment_text
from lapwing.gui.plugins.sources_view import Start
from lapwing.gui.widgets import EmptyState
from lapwing.gui.widgets.rows_list import Column, RowsModel

_STATE_PX: Final = 152
_LIST_PX: Final = 510
_LONGEST: Final = 300
Key = TrustedKey | RevokedKey


class KeysView(QWidget):
    """Reads from the engine when it is asked to. Qt's thread."""

    def __init__(self, client: EngineClient, start: Start, parent: QWidget) -> None:
        """`start` lets work go on beside."""
        super().__init__(parent)
        self.setObjectName("plugins_keys")
        self._client = client
        self._start = start
        self.model = self._model(self)
        self.list = PluginRows(self.model, self.tr("Keys"), self, name="plugins_keys_list")
        self.detail = FactsDetail("key", self, name="key_detail")
        self.remove_button = self.detail.add_button(self.tr("Trust no more…"), name="key_remove")
        self.revoke_button = self.detail.add_button(self.tr("Revoke…"), name="key_revoke")
        self.restore_button = self.detail.add_button(self.tr("Take back…"), name="key_restore")
        self._show_chosen()  # no buttons of nothing, which would keep the window wide
        text = self.tr("Packages that are signed by a key you trust count as signed. Indexes have keys of their own.")
        self.blank = EmptyState("key", text, self, name="plugins_keys_blank", title=self.tr("No keys"))
        self.add_button = self.blank.add_button(self.tr("Add key…"), name="plugins_keys_add", primary=True)
        self._divided = QSplitter(Qt.Orientation.Horizontal, self)
        self._divided.setChildrenCollapsible(False)
        self._divided.addWidget(self.list)
        self._divided.addWidget(self.detail)
        self._divided.setStretchFactor(1, 1)
        self._divided.setSizes([_LIST_PX, _LIST_PX])
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._divided)
        self._stack.addWidget(self.blank)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self._stack)
        self._connect()

    def _connect(self) -> None:
        self.list.chosen.connect(self._show_chosen)
        self.list.delete_wanted.connect(self._remove)
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self._remove)
        self.revoke_button.clicked.connect(self._revoke)
        self.restore_button.clicked.connect(self._restore)

    def _model(self, parent: QObject) -> RowsModel:
        """Rows are `TrustedKey` and `RevokedKey`."""
        columns = (
            Column(self.tr("Key"), _name),
            Column(
                self.tr("State"),
                lambda it: self.tr("Trusted") if isinstance(it, TrustedKey) else self.tr("Revoked"),
                _STATE_PX,
                drawing=lambda it: ("check", "good") if isinstance(it, TrustedKey) else ("error", "bad"),
            ),
        )
        return RowsModel(columns, lambda it: (type(it), it.key, getattr(it, "index", "")), parent)

    # what is shown

    async def read(self) -> None:
        """The keys as they are now."""
        found = await self._client.call("plugin.keys", None, TrustedKeys)
        self.show_keys(found)
        if found.problems:  # said above the list, as everything that goes wrong here
            raise from_wire(found.problems[0])

    def show_keys(self, found: TrustedKeys) -> None:
        """These."""
        self.list.show_rows([*found.keys, *found.revoked])
        self._stack.setCurrentWidget(self._divided if self.model.rows else self.blank)
        self._show_chosen()

    @property
    def chosen(self) -> Key | None:
        return next(iter(self.list.selected()), None)

    def _show_chosen(self) -> None:
        key = self.chosen
        self.detail.setVisible(key is not None)
        if key is None:
            return
        is_revoked = isinstance(key, RevokedKey)
        self.remove_button.setVisible(not is_revoked)
        self.revoke_button.setVisible(not is_revoked)
        self.restore_button.setVisible(isinstance(key, RevokedKey) and not key.index)
        sentence = self.tr("What it signs counts as signed. An update must carry the same signature.")
        facts = [(self.tr("Key"), key.key)]
        if isinstance(key, RevokedKey):
            sentence = self.tr("Nothing that it signed is installed, and what was installed of it does not run.")
            facts.append((self.tr("Revoked"), moment_text(key.revoked_at)))
            facts.append((self.tr("By"), key.index or self.tr("you")))
            facts.append((self.tr("Because"), key.reason))
        else:
            facts.append((self.tr("Trusted since"), moment_text(key.added_at)))
        below = self.tr("Revoked") if is_revoked else self.tr("Trusted")
        self.detail.show_facts(_name(key), below, sentence, facts)

    # what is done

    def add(self) -> None:
        """Ask for a key and what it is called."""
        dialog = AddKeyDialog(self)
        dialog.agreed.connect(lambda key, name: self._start(self._do("plugin.trust_key", TrustKey(key, name))))
        dialog.open()

    def _ask(self, title: str, sentence: str, verb: str, operation: str, make: Any, *, line: str = "") -> None:
        key = self.chosen
        if key is None:
            return
        title = title.replace("{name}", _name(key))
        dialog = AskDialog(title, sentence, verb, self, name=f"{operation.partition('.')[2]}", line=line)
        dialog.agreed.connect(lambda text: self._start(self._do(operation, make(key.key, text))))
        dialog.open()

    def _remove(self) -> None:
        if isinstance(self.chosen, TrustedKey):
            self._ask(
                self.tr("Trust {name} no more?"),
                self.tr("What it signed stays installed, and counts as unsigned."),
                self.tr("Trust no more"),
                "plugin.distrust_key",
                lambda key, _text: DistrustKey(key),
            )

    def _revoke(self) -> None:
        self._ask(
            self.tr("Revoke {name}?"),
            self.tr(
                "For a key that was lost or is in wrong hands: what it signed is stopped, and not installed again."
            ),
            self.tr("Revoke"),
            "plugin.revoke_key",
            RevokeKey,
            line=self.tr("Because"),
        )

    def _restore(self) -> None:
        self._ask(
            self.tr("Take back that {name} is revoked?"),
            self.tr("What it signed can run again. It is not trusted before you say so."),
            self.tr("Take back"),
            "plugin.restore_key",
            lambda key, _text: DistrustKey(key),
        )

    async def _do(self, operation: str, request: object) -> None:
        self.show_keys(await self._client.call(operation, request, TrustedKeys))


def _name(key: Key) -> str:
    return visible_text((key.name or key.key)[:_LONGEST])
