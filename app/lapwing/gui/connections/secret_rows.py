"""Where a connection's password is kept: the choice, and what the chosen place needs to know."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QIntValidator

from lapwing.domain.secrets import SecretKind, SecretPlace, SecretPlaces
from lapwing.gui.connections.fields import Choice, Field, Form
from lapwing.gui.widgets import PlainLabel

_KEPT: Final = {SecretKind.KEYRING, SecretKind.FILE}
_REMEMBERED: Final = {SecretKind.ASK, SecretKind.COMMAND}
_LONGEST_S: Final = 31_536_000


class SecretRows(QObject):
    """The rows of a form that are about the password. Qt's thread."""

    def __init__(self, form: Form) -> None:
        super().__init__(form)
        self._form = form
        self.password = Field(self.tr("Password"), name="connection_password", secret=True)
        self.place = Choice(self.tr("Where the password is kept"), (), name="connection_secret")
        self.detail = Field(self.tr("Variable or command"), name="connection_secret_detail")
        expires_hint = self.tr("Seconds; empty: until Lapwing is closed")
        self.expires = Field(self.tr("Used for so many seconds"), name="connection_secret_expires", hint=expires_hint)
        self.expires.setValidator(QIntValidator(0, _LONGEST_S, self.expires))
        self.note = PlainLabel("", look="faint", lines=True)
        form.add(self.tr("Password"), self.password, self.place)
        form.add("", self.detail)
        form.add(self.tr("Used for"), self.expires)
        form.add("", self.note)
        self._names: Mapping[SecretKind, str] = {
            SecretKind.KEYRING: self.tr("Keep in the keyring"),
            SecretKind.FILE: self.tr("Keep in Lapwing's encrypted file"),
            SecretKind.ASK: self.tr("Ask when it is needed"),
            SecretKind.ENV: self.tr("From an environment variable"),
            SecretKind.COMMAND: self.tr("From a command"),
            SecretKind.NONE: self.tr("None, or the client's own files"),
        }
        self._hints = {
            SecretKind.ENV: self.tr("Name of the variable, such as SHOP_PASSWORD"),
            SecretKind.COMMAND: self.tr("Command that prints it, such as: pass show shop"),
        }
        self._places: SecretPlaces | None = None
        self.offer(None, SecretPlace(SecretKind.ASK))
        self.place.activated.connect(lambda _row: self._show_place())

    def offer(self, places: SecretPlaces | None, chosen: SecretPlace) -> None:
        """Offer what works on this machine, and what is chosen already."""
        self._places = places
        self.place.blockSignals(True)
        self.place.clear()
        for kind, name in self._names.items():
            if places is None or kind in places.usable or kind is chosen.kind:
                self.place.add_entry(name, kind)
        self.place.choose(chosen.kind)
        self.place.blockSignals(False)
        self.detail.show_text(chosen.detail)
        self.expires.show_text("" if chosen.expires_s is None else f"{chosen.expires_s:.10g}")
        self._show_place()

    @property
    def kind(self) -> SecretKind:
        return SecretKind(self.place.value())

    @property
    def is_kept(self) -> bool:
        """Whether Lapwing keeps the password itself."""
        return self.kind in _KEPT

    def chosen(self) -> SecretPlace:
        """What the rows say."""
        detail = self.detail.text().strip() if self.kind in self._hints else ""
        expires = self.expires.text().strip() if self.kind in _REMEMBERED else ""
        return SecretPlace(self.kind, detail, float(expires) if expires else None)

    def show_all(self, *, shown: bool) -> None:
        """Show or hide everything about passwords."""
        self._form.show_row(self.password, shown=shown)
        if shown:
            self._show_place()
        else:
            for field in (self.detail, self.expires, self.note):
                self._form.show_row(field, shown=False)

    def _show_place(self) -> None:
        kind = self.kind
        self._form.show_row(self.detail, shown=kind in self._hints)
        self._form.show_row(self.expires, shown=kind in _REMEMBERED)
        self.detail.setPlaceholderText(self._hints.get(kind, ""))
        self.password.setEnabled(kind in _KEPT or kind is SecretKind.ASK)
        note = self._note(kind)
        self.note.setText(note)
        self._form.show_row(self.note, shown=bool(note))

    def _note(self, kind: SecretKind) -> str:
        if kind is SecretKind.NONE:
            return self.tr("Used where the server asks for none, or ~/.pgpass or my.cnf has it.")
        if kind is SecretKind.ASK:
            return self.tr("It is kept in memory only, until Lapwing is closed.")
        if self._places is not None and kind is SecretKind.KEYRING:
            return self._places.keyring or self._places.keyring_problem
        if self._places is not None and kind is SecretKind.FILE:
            return self._places.file_path
        return ""
