"""Webhooks in a window: their page, and its dialogs."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from lapwing.domain.errors import LapwingError
from lapwing.domain.visible import visible_text
from lapwing.gui.shell.page import Handlers
from lapwing.gui.widgets import Level

if TYPE_CHECKING:
    from lapwing.domain.secrets import Secret
    from lapwing.domain.webhooks.endpoints import Endpoint, EndpointSaved
    from lapwing.domain.webhooks.incoming import IncomingServiceFacts, ListenerStatus
    from lapwing.gui.shell.webhooks_page import WebhooksPage
    from lapwing.gui.shell.window import MainWindow

_KIND: Final = "webhooks"
_MOST_BYTES: Final = 1 << 20


def attach(window: "MainWindow") -> Handlers:
    feature = WebhooksFeature(window)
    return {"webhooks.show": feature.show}


class WebhooksFeature(QObject):
    """Qt's thread."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.page_makers[_KIND] = lambda _window, state: self._make(state)

    def show(self, part: str = "") -> "WebhooksPage":
        """Webhooks in front: the page that is there, or a new one."""
        page = next((each for each in self._window.pages() if each.kind == _KIND), None)
        if page is None:
            page = self._make({})
            self._window.add_page(page)
        self._window.documents.show_page(page)
        if part:
            page.view.show_part(part)  # type: ignore[attr-defined]
        page.setFocus()
        return page  # type: ignore[return-value]

    def _make(self, state: dict[str, str]) -> "WebhooksPage":
        from lapwing.gui.shell.webhooks_page import WebhooksPage  # only now: the window shows sooner

        page = WebhooksPage(self._window.client, state)
        view = page.view
        view.endpoints.edit_wanted.connect(self.edit_endpoint)
        view.endpoints.secret_told.connect(self._tell_signing_secret)
        view.endpoints.import_wanted.connect(self.import_endpoints)
        view.senders.edit_wanted.connect(self.edit_sender)
        view.senders.secret_wanted.connect(lambda facts: self.edit_sender(facts, rotates=True))
        view.senders.secret_told.connect(self._tell_sender_secret)
        view.senders.settings_wanted.connect(self.configure)
        return page

    # endpoints

    def edit_endpoint(self, endpoint: "Endpoint | None") -> None:
        """The dialog of an endpoint, or of a new one."""
        from lapwing.gui.webhooks.endpoint_dialog import EndpointDialog

        dialog = EndpointDialog(self._window.client, endpoint, self._window.saved.by_use, self._window)
        dialog.kept.connect(self._kept_endpoint)
        dialog.open()

    def _kept_endpoint(self, saved: "EndpointSaved") -> None:
        self.show("endpoints").view.refresh()
        if saved.signing_secret is not None:
            self._tell_signing_secret(saved.endpoint.name, saved.signing_secret)

    def _tell_signing_secret(self, name: str, secret: "Secret") -> None:
        sentence = self.tr(
            "Enter this secret where {name} checks signatures (Standard Webhooks): it proves that Lapwing sent it."
        )
        self._tell(self.tr("Signing secret"), sentence.replace("{name}", visible_text(name)), secret)

    def _tell(self, title: str, sentence: str, secret: "Secret") -> None:
        from lapwing.gui.webhooks.secret_dialog import SecretDialog

        SecretDialog(title, sentence, secret, self._window).open()

    def import_endpoints(self) -> None:
        """Choose a file of endpoints."""
        dialog = QFileDialog(self._window, self.tr("Import endpoints"), str(Path.home()), "JSON (*.json)")
        dialog.setObjectName("webhooks_import_file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self._window.start(self.import_file(Path(path))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    async def import_file(self, path: Path) -> None:
        """Take endpoints out of a file."""
        from lapwing.domain.secrets import Secret
        from lapwing.domain.webhooks.endpoints import EndpointsImported, ImportEndpoints
        from lapwing.gui.i18n import error_text

        banner = self.show("endpoints").view.banner
        try:
            with path.open("rb") as file:
                text = file.read(_MOST_BYTES).decode("utf-8-sig")
            found = await self._window.client.call("webhook.import", ImportEndpoints(Secret(text)), EndpointsImported)
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else self.tr("it is no UTF-8")
            refused = self.tr("{path} cannot be read: {reason}.")
            banner.say(Level.ERROR, refused.replace("{reason}", str(reason)).replace("{path}", str(path)))
        except LapwingError as error:
            banner.say(Level.ERROR, error_text(error))
        else:
            names = ", ".join((*found.added, *found.replaced))
            banner.say(Level.GOOD, self.tr("Imported: {names}.").replace("{names}", visible_text(names)))
            self.show("endpoints")

    # senders

    def edit_sender(self, facts: "IncomingServiceFacts | None", *, rotates: bool = False) -> None:
        """The dialog of a sender, or of a new one; or only of another secret that it gave."""
        from lapwing.gui.webhooks.sender_dialog import SenderDialog

        window = self._window
        dialog = SenderDialog(window.client, facts, window.saved.by_use, window, rotates=rotates)
        dialog.kept.connect(self._kept_sender)
        dialog.open()

    def _kept_sender(self, name: str, is_made: bool) -> None:
        view = self.show("senders").view
        view.refresh()
        if is_made:
            view.senders.tell_secret(name)

    def _tell_sender_secret(self, name: str, secret: "Secret") -> None:
        sentence = self.tr("Enter this secret at {name}. It is shown this once; afterwards you can make a new one.")
        self._tell(self.tr("Secret of a sender"), sentence.replace("{name}", visible_text(name)), secret)

    def configure(self, status: "ListenerStatus") -> None:
        """The dialog of the listener."""
        from lapwing.gui.webhooks.listener_dialog import ListenerDialog

        dialog = ListenerDialog(self._window.client, status.settings, self._window)
        dialog.kept.connect(lambda: self.show("senders").view.refresh())
        dialog.open()
