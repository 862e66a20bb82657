"""The dialog of an endpoint: who is told, of what, how, and how that is proved."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from lapwing.domain.connections import Connection
from lapwing.domain.errors import from_wire
from lapwing.domain.secrets import Secret, SecretKind, SecretPlace
from lapwing.domain.visible import visible_text
from lapwing.domain.webhooks.deliveries import CheckEndpoint, EndpointChecked
from lapwing.domain.webhooks.endpoints import (
    LEAST_TIMEOUT_MS,
    MOST_RETRIES,
    MOST_TIMEOUT_MS,
    SECRET_PART,
    Endpoint,
    EndpointHeader,
    EndpointSaved,
    PayloadFormat,
    SaveEndpoint,
    is_secret_header,
    without_secret,
)
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_text
from lapwing.gui.webhooks import webhooks_words as words
from lapwing.gui.widgets import Level, PlainLabel, caption
from lapwing.gui.widgets.form_dialog import FormDialog
from lapwing.gui.widgets.form_rows import Line, choice
from lapwing.gui.widgets.reading_order import put_in_reading_order

_NUMBER_PX: Final = 96
_HEADERS_PX: Final = 76
_HIDDEN: Final = "•••"


class EndpointDialog(FormDialog):
    """Qt's thread.

    Signals:
        kept(EndpointSaved): it was saved.
    """

    kept = Signal(object)

    def __init__(
        self, client: EngineClient, endpoint: Endpoint | None, connections: list[Connection], parent: QWidget
    ) -> None:
        """Edit an endpoint, or make a new one."""
        name = "webhook_endpoint"
        super().__init__(client, "", parent, name=name, width_px=680)
        self.setWindowTitle(self.tr("Endpoint") if endpoint else self.tr("New endpoint"))
        self._endpoint = endpoint or Endpoint("", "", "")
        self._make_fields(self._endpoint, connections)
        self._make_switches(self._endpoint)
        self._add_rows()
        self.test_button = self.button(self.tr("Send a test"), f"{name}_test")
        self.cancel_button = self.button(self.tr("Cancel"), f"{name}_cancel")
        self.save_button = self.button(self.tr("Save"), f"{name}_save", default=True)
        self.lay_out((self.test_button,), (self.cancel_button, self.save_button))
        put_in_reading_order(self)
        self.test_button.clicked.connect(lambda: self.start(self._test()))
        self.save_button.clicked.connect(lambda: self.start(self._save()))
        self.cancel_button.clicked.connect(self.reject)

    def _make_fields(self, endpoint: Endpoint, connections: list[Connection]) -> None:
        self.name = Line(
            self.tr("Name"),
            name="webhook_endpoint_name",
            hint=self.tr("for example Deployments"),
            text=endpoint.name,
        )
        self.url = Line(
            self.tr("Address"),
            name="webhook_endpoint_url",
            hint=self.tr("for example https://hooks.example.org/lapwing"),
            text=endpoint.url,
        )
        self.events = Line(
            self.tr("Events"),
            name="webhook_endpoint_events",
            hint=self.tr("for example query.failed, alert.*"),
            text=", ".join(endpoint.events),
        )
        entries = [(self.tr("All connections"), "")]
        entries += [(each.name, each.id) for each in connections]
        if len(endpoint.connections) > 1:
            entries.append((self.tr("%n connections", "", len(endpoint.connections)), "several"))
        chosen = "several" if len(endpoint.connections) > 1 else "".join(endpoint.connections)
        self.connections = choice(self.tr("Of"), entries, chosen, name="webhook_endpoint_connections")
        payloads = [(words.marked(text), each.value) for each, text in words.PAYLOADS.items()]
        self.payload = choice(self.tr("Format"), payloads, endpoint.payload.value, name="webhook_endpoint_payload")
        self.timeout = self._number(
            self.tr("Timeout"), "timeout_ms", endpoint.timeout_ms, LEAST_TIMEOUT_MS, MOST_TIMEOUT_MS
        )
        self.retries = self._number(self.tr("Retries"), "retries", endpoint.retries, 0, MOST_RETRIES)
        self.headers = QPlainTextEdit(self)
        self.headers.setObjectName("webhook_endpoint_headers")
        self.headers.setAccessibleName(self.tr("Headers"))
        self.headers.setPlaceholderText(self.tr("Authorization: Bearer …"))
        self.headers.setTabChangesFocus(True)
        self.headers.setFixedHeight(_HEADERS_PX)
        self.headers.setPlainText(
            "\n".join(f"{each.name}: {_HIDDEN if each.is_secret else each.value}" for each in endpoint.headers)
        )
        self.ca_file = Line(
            self.tr("Certificates"),
            name="webhook_endpoint_ca_file",
            hint=self.tr("a file, beside those of the system"),
            text=endpoint.ca_file,
        )
        self.proxy = Line(
            self.tr("Proxy"),
            name="webhook_endpoint_proxy",
            hint=self.tr("none; for example http://proxy.example.org:3128"),
            text=endpoint.proxy,
        )

    def _number(self, label: str, field: str, value: int, least: int, most: int) -> Line:
        made = Line(label, name=f"webhook_endpoint_{field}", text=str(value))
        made.setValidator(QIntValidator(least, most, made))
        made.setFixedWidth(_NUMBER_PX)
        return made

    def _make_switches(self, endpoint: Endpoint) -> None:
        self.enabled = self._box(self.tr("Tell it of events"), "enabled", endpoint.enabled)
        self.signs = self._box(self.tr("Sign what is told (Standard Webhooks)"), "signs", endpoint.signs)
        self.private = self._box(
            self.tr("Allow addresses of this machine and private networks"), "private", endpoint.allows_private
        )
        places = [(self.tr("Keyring"), SecretKind.KEYRING.value), (self.tr("Encrypted file"), SecretKind.FILE.value)]
        self.place = choice(self.tr("Secrets in"), places, endpoint.secret.kind.value, name="webhook_endpoint_secret")
        hint = self.tr("as it is kept") if SECRET_PART in endpoint.url else self.tr("where the address holds {secret}")
        self.url_secret = Line(self.tr("Secret part"), name="webhook_endpoint_url_secret", hint=hint)
        self.url_secret.setEchoMode(QLineEdit.EchoMode.Password)

    def _box(self, text: str, field: str, on: bool) -> QCheckBox:
        made = QCheckBox(caption(text), self)
        made.setObjectName(f"webhook_endpoint_{field}")
        made.setAccessibleName(text)
        made.setChecked(on)
        return made

    def _add_rows(self) -> None:
        rows = self.rows
        rows.add(self.tr("Name"), self.name)
        rows.add(self.tr("Address"), self.url)
        rows.add(self.tr("Secret part"), self.url_secret)
        rows.add(self.tr("Events"), self.events, self.connections)
        rows.add(self.tr("Format"), self.payload)
        rows.add(self.tr("Headers"), self.headers)
        told = self.tr("Values that look secret are kept apart.")
        note = PlainLabel(told, self, look="faint", elide=True)
        rows.add("", note)
        milliseconds = PlainLabel(self.tr("ms, then up to"), self, look="dim")
        times = PlainLabel(self.tr("retries"), self, look="dim")
        rows.add(self.tr("Timeout"), _together(self, self.timeout, milliseconds, self.retries, times))
        rows.add(self.tr("Secrets in"), self.place)
        rows.add(self.tr("Certificates"), self.ca_file)
        rows.add(self.tr("Proxy"), self.proxy)
        for box in (self.enabled, self.signs, self.private):
            rows.add("", box)

    # what is asked

    def asked(self) -> SaveEndpoint:
        """The endpoint as it stands in the fields, and the secrets that were typed."""
        url, part = without_secret(self.url.text().strip())
        typed = self.url_secret.text()
        headers, values = self._headers()
        of = str(self.connections.currentData())
        connections = self._endpoint.connections if of == "several" else (of,) if of else ()
        endpoint = replace(
            self._endpoint,
            name=self.name.text().strip(),
            url=url,
            events=tuple(each.strip() for each in self.events.text().split(",") if each.strip()),
            connections=connections,
            headers=headers,
            timeout_ms=int(self.timeout.text() or 0),
            retries=int(self.retries.text() or 0),
            payload=PayloadFormat(str(self.payload.currentData())),
            signs=self.signs.isChecked(),
            enabled=self.enabled.isChecked(),
            disabled_because="" if self.enabled.isChecked() else self._endpoint.disabled_because,
            allows_private=self.private.isChecked(),
            ca_file=self.ca_file.text().strip(),
            proxy=self.proxy.text().strip(),
            secret=SecretPlace(SecretKind(str(self.place.currentData()))),
        )
        secret = part or typed
        return SaveEndpoint(endpoint, values, Secret(secret) if secret else None)

    def _headers(self) -> tuple[tuple[EndpointHeader, ...], dict[str, Secret]]:
        """Those in the field; values that look like secrets apart, unless they stand for what is kept already."""
        were_secret = {each.name.lower() for each in self._endpoint.headers if each.is_secret}
        headers: list[EndpointHeader] = []
        values: dict[str, Secret] = {}
        for line in self.headers.toPlainText().splitlines():
            name, _colon, value = (each.strip() for each in line.partition(":"))
            if not name and not value:
                continue
            is_secret = is_secret_header(name) or name.lower() in were_secret
            headers.append(EndpointHeader(name, "" if is_secret else value, is_secret))
            if is_secret and value and value != _HIDDEN:
                values[name] = Secret(value)
        return tuple(headers), values

    async def _test(self) -> None:
        self.test_button.setEnabled(False)
        try:
            found = await self.client.call("webhook.test", CheckEndpoint(self.asked()), EndpointChecked)
            self.show_test(found)
        finally:
            self.test_button.setEnabled(True)

    def show_test(self, found: EndpointChecked) -> None:
        """What came of a test."""
        attempt = found.attempt
        if attempt.error is None:
            text = self.tr("It answered {status} in {time}.")
            self.banner.say(Level.GOOD, text.format(status=attempt.status, time=words.took_text(attempt.duration_ms)))
            self.grow()
            return
        text = error_text(from_wire(attempt.error))
        said = attempt.answer.strip()
        self.banner.say(Level.ERROR, visible_text(f"{text}\n{said[:500]}" if said else text, "\n"))
        self.grow()

    async def _save(self) -> None:
        self.save_button.setEnabled(False)
        try:
            self.kept.emit(await self.client.call("webhook.save", self.asked(), EndpointSaved))
        finally:
            self.save_button.setEnabled(True)
        self.accept()


def _together(parent: QWidget, *widgets: QWidget) -> QWidget:
    """Small widgets in one row, as wide as they are."""
    made = QWidget(parent)
    across = QHBoxLayout(made)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(8)
    for widget in widgets:
        across.addWidget(widget)
    across.addStretch(1)
    return made
