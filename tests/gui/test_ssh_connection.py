"""A connection through an SSH tunnel in the window: the page of the dialog, the question about the host key."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from helpers.servers.postgresql import PostgreSQL
from helpers.servers.sshd import SshServer, fingerprint
from helpers.waiting import eventually_async
from lapwing import paths
from lapwing.domain.connections import Connection, SaveConnection
from lapwing.domain.secrets import SecretKind, SecretPlace
from lapwing.domain.ssh import SshLogIn, SshTunnel
from lapwing.gui.connections.dialog import ConnectionDialog
from lapwing.gui.connections.ssh_question import HostKeyQuestion
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.widgets import PlainLabel


@pytest.fixture(autouse=True)
def _empty_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's own `.ssh` counts."""
    monkeypatch.setenv("HOME", str(home))


async def opened(window: MainWindow, connection_id: str = "") -> ConnectionDialog:
    window.edit_connection(connection_id)
    dialog = next(found for found in window.findChildren(ConnectionDialog) if found.isVisible())
    await eventually_async(lambda: dialog.kinds.facts is not None)
    return dialog


async def question() -> HostKeyQuestion:
    """The one that is open."""

    def shown() -> list[HostKeyQuestion]:
        return [box for box in QApplication.topLevelWidgets() if isinstance(box, HostKeyQuestion) and box.isVisible()]

    return (await eventually_async(shown))[0]


def press(box: ConnectionDialog | HostKeyQuestion, name: str) -> None:
    button = box.findChild(QPushButton, name)
    assert button is not None, name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def said(dialog: ConnectionDialog) -> str:
    """All that the test of the connection says."""
    return "\n".join(label.full_text for label in dialog.phases.findChildren(PlainLabel) if label.isVisible())


async def test_a_tunnel_is_written_down_its_host_key_asked_about_tested_and_saved(
    window: MainWindow, postgresql: PostgreSQL, postgresql_database: str, sshd: SshServer, ssh_key: Path
) -> None:
    dialog = await opened(window)
    owner = postgresql.owner
    dialog.paste.setText(f"postgresql://{owner.user}@{postgresql.host}:{postgresql.port}/{postgresql_database}")
    dialog.login.secret.place.choose(SecretKind.ASK)
    dialog.login.secret._show_place()
    QTest.keyClicks(dialog.login.secret.password, owner.password or "")
    dialog.pages.setCurrentWidget(dialog.ssh)
    for field, text in ((dialog.ssh.host, sshd.host), (dialog.ssh.port, str(sshd.port)), (dialog.ssh.user, sshd.user)):
        QTest.keyClicks(field, text)
    dialog.ssh.log_in.choose(SshLogIn.KEY)
    dialog.ssh._show_log_in()
    QTest.keyClicks(dialog.ssh.key.line, str(ssh_key))
    press(dialog, "connection_test")
    box = await question()
    shown = box.findChild(PlainLabel, "host_key_fingerprint")
    assert shown is not None
    assert shown.full_text == fingerprint(sshd.host_key)
    press(box, "host_key_refuse")
    await eventually_async(lambda: "is not known yet" in said(dialog))
    press(dialog, "connection_test")
    press(await question(), "host_key_remember")
    await eventually_async(lambda: "Connected: PostgreSQL" in said(dialog))
    assert all(word in said(dialog) for word in ("SSH address", "SSH host key", "SSH log-in", "SSH tunnel"))
    assert (paths.config() / "ssh_known_hosts").read_text() == sshd.known
    press(dialog, "connection_save")
    await eventually_async(lambda: window.saved.connections)
    made = window.saved.connections[0]
    assert made.ssh == SshTunnel(sshd.host, sshd.port, sshd.user, SshLogIn.KEY, str(ssh_key))


async def test_a_saved_tunnel_comes_back_into_the_form_and_a_file_has_none(window: MainWindow) -> None:
    tunnel = SshTunnel("bastion", None, "me", SshLogIn.PASSWORD, "", "one,me@two:23", False, 5, "/tmp/hosts")
    secret = SecretPlace(SecretKind.ASK)
    connection = Connection("shop", "shop", "postgresql://me@db/shop", secret=secret, ssh=tunnel)
    await window.saved._client.call("connection.save", SaveConnection(connection))
    await window.saved.read()
    dialog = await opened(window, "shop")
    assert dialog.pages.isTabVisible(dialog.pages.indexOf(dialog.ssh))
    assert dialog._read_fields().connection() == connection
    QTest.mouseClick(dialog.kinds._buttons["sqlite"], Qt.MouseButton.LeftButton)
    assert not dialog.pages.isTabVisible(dialog.pages.indexOf(dialog.ssh))
    assert dialog._read_fields().ssh is None
    dialog.reject()
