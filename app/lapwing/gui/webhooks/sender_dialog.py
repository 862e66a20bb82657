"""The dialog of a sender: its name, how it proves who it is, and what its messages become."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from lapwing.domain.connections import Connection
from lapwing.domain.secrets import Secret, SecretKind, SecretPlace
from lapwing.domain.webhooks.incoming import (
    UNSIGNED,
    IncomingService,
    IncomingServiceFacts,
    IncomingServiceList,
    RotateSigningSecret,
    SaveIncomingService,
    SigningScheme,
)
from lapwing.gui.client import EngineClient
from lapwing.gui.webhooks import webhooks_words as words
from lapwing.gui.widgets import PlainLabel, caption
from lapwing.gui.widgets.form_dialog import FormDialog
from lapwing.gui.widgets.form_rows import Line, choice
from lapwing.gui.widgets.reading_order import put_in_reading_order


class SenderDialog(FormDialog):
    """Qt's thread.

    Signals:
        kept(str, bool): the sender of that name was saved; whether a secret was made that can be shown.
    """

    kept = Signal(str, bool)

    def __init__(
        self,
        client: EngineClient,
        facts: IncomingServiceFacts | None,
        connections: list[Connection],
        parent: QWidget,
        *,
        rotates: bool = False,
    ) -> None:
        """Edit a sender, or make a new one; one that `rotates` is only given another secret."""
        super().__init__(client, "", parent, name="webhook_sender", width_px=600)
        self.setWindowTitle(self.tr("Sender") if facts else self.tr("New sender"))
        self._facts = facts
        self._rotates = rotates
        self._service = facts.service if facts is not None else IncomingService("github")
        self._make_fields(self._service, connections)
        self.rows.add(self.tr("Name"), self.name)
        self.rows.add(self.tr("Signed by"), self.scheme)
        self.rows.add(self.tr("Secret"), self.secret)
        self.rows.add("", self.note)
        self.rows.add(self.tr("Secrets in"), self.place)
        self.rows.add("", self.enabled)
        self.rows.add("", self.annotate)
        self.rows.add(self.tr("Charts of"), self.connections)
        self.cancel_button = self.button(self.tr("Cancel"), "webhook_sender_cancel")
        self.save_button = self.button(self.tr("Save"), "webhook_sender_save", default=True)
        self.lay_out((), (self.cancel_button, self.save_button))
        put_in_reading_order(self)
        self.scheme.activated.connect(lambda _row: self._show_scheme())
        self.annotate.toggled.connect(self.connections.setEnabled)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(lambda: self.start(self._save()))
        self._show_scheme()
        if rotates:
            for widget in (self.name, self.scheme, self.place, self.enabled, self.annotate, self.connections):
                widget.setEnabled(False)
            self.secret.setFocus()

    def _make_fields(self, service: IncomingService, connections: list[Connection]) -> None:
        self.name = Line(
            self.tr("Name"),
            name="webhook_sender_name",
            hint=self.tr("for example github"),
            text=service.name if self._facts is not None else "",
        )
        schemes = [(words.marked(text), each.value) for each, text in words.SCHEMES.items()]
        self.scheme = choice(self.tr("Signed by"), schemes, service.scheme.value, name="webhook_sender_scheme")
        self.secret = Line(self.tr("Secret"), name="webhook_sender_secret")
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.note = PlainLabel("", self, look="faint", lines=True)
        places = [(self.tr("Keyring"), SecretKind.KEYRING.value), (self.tr("Encrypted file"), SecretKind.FILE.value)]
        self.place = choice(self.tr("Secrets in"), places, service.place.kind.value, name="webhook_sender_place")
        self.enabled = self._box(self.tr("Listen to it"), "enabled", service.enabled)
        self.annotate = self._box(self.tr("Mark its messages in charts"), "annotate", service.annotate)
        entries = [(self.tr("All connections"), "")] + [(each.name, each.id) for each in connections]
        self.connections = choice(
            self.tr("Charts of"), entries, service.connection_id, name="webhook_sender_connection"
        )
        self.connections.setEnabled(service.annotate)

    def _box(self, text: str, field: str, on: bool) -> QCheckBox:
        made = QCheckBox(caption(text), self)
        made.setObjectName(f"webhook_sender_{field}")
        made.setAccessibleName(text)
        made.setChecked(on)
        return made

    def _show_scheme(self) -> None:
        scheme = SigningScheme(str(self.scheme.currentData()))
        is_same = self._facts is not None and self._facts.service.scheme is scheme and bool(self._facts.secrets)
        self.secret.setEnabled(scheme is not SigningScheme.NONE)
        if self._rotates:
            self.note.setText(self.tr("Enter the new secret that it gives. For a day the old one is believed, too."))
        elif scheme is SigningScheme.NONE:
            self.note.setText(words.warning_text(UNSIGNED))
        elif is_same:
            self.note.setText(self.tr("It has a secret already. What is entered here takes its place."))
        elif scheme.is_given:
            self.note.setText(self.tr("It gives you this secret: copy it from there."))
        else:
            self.note.setText(self.tr("Left empty, a secret is made, and shown to you once."))
        self.note.set_look("warning" if scheme is SigningScheme.NONE else "faint")
        self.grow()

    def asked(self) -> SaveIncomingService:
        """The sender as it stands in the fields, and the secret that was entered."""
        service = replace(
            self._service,
            name=self.name.text().strip(),
            scheme=SigningScheme(str(self.scheme.currentData())),
            enabled=self.enabled.isChecked(),
            annotate=self.annotate.isChecked(),
            connection_id=str(self.connections.currentData()),
            place=SecretPlace(SecretKind(str(self.place.currentData()))),
        )
        typed = self.secret.text() if self.secret.isEnabled() else ""
        replaces = self._facts.service.name if self._facts is not None else ""
        return SaveIncomingService(service, Secret(typed) if typed else None, replaces)

    async def _save(self) -> None:
        asked = self.asked()
        name = asked.service.name
        self.save_button.setEnabled(False)
        try:
            if self._rotates:
                request: object = RotateSigningSecret(name, asked.secret)
                found = await self.client.call("listener.rotate_secret", request, IncomingServiceList)
            else:
                found = await self.client.call("listener.save_service", asked, IncomingServiceList)
        finally:
            self.save_button.setEnabled(True)
        saved = next((each for each in found.services if each.service.name == name), None)
        before = {each.id for each in self._facts.secrets} if self._facts is not None else set()
        made = saved is not None and any(each.can_be_shown and each.id not in before for each in saved.secrets)
        self.kept.emit(name, made)
        self.accept()
