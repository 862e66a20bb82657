"""The page of the connection dialog on the SSH tunnel that a connection goes through."""

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox

from lapwing.domain.drivers import DriverFacts
from lapwing.domain.ssh import LONGEST_KEEP_ALIVE_S, SshLogIn, SshTunnel
from lapwing.gui.connections.draft import Draft
from lapwing.gui.connections.fields import Choice, Field, FileField, Form
from lapwing.gui.widgets import PlainLabel

_PORT_PX = 84
_LAST_PORT = 65_535


class SshPage(Form):
    """Over which SSH server, how one logs in there, and whose host keys are believed. No server: no tunnel."""

    def __init__(self) -> None:
        super().__init__(name="connection_ssh")
        host_hint = self.tr("Name, address or alias of ~/.ssh/config; empty: no tunnel")
        self.host = Field(self.tr("SSH server"), name="connection_ssh_host", hint=host_hint)
        self.port = Field(self.tr("Port of the SSH server"), name="connection_ssh_port", hint="22")
        self.port.setValidator(QIntValidator(1, _LAST_PORT, self.port))
        self.port.setFixedWidth(_PORT_PX)
        self.user = Field(
            self.tr("SSH user"), name="connection_ssh_user", hint=self.tr("As ~/.ssh/config says, or you")
        )
        self.log_in = Choice(
            self.tr("SSH log-in"),
            (
                (self.tr("Agent and usual keys"), SshLogIn.AGENT),
                (self.tr("Key file"), SshLogIn.KEY),
                (self.tr("Password"), SshLogIn.PASSWORD),
            ),
            name="connection_ssh_log_in",
        )
        self.key = FileField(self.tr("Key file"), name="connection_ssh_key", hint="~/.ssh/id_ed25519")
        self.secret = Field(self.tr("SSH password or passphrase"), name="connection_ssh_secret", secret=True)
        self.jumps = Field(
            self.tr("Jump hosts"),
            name="connection_ssh_jumps",
            hint=self.tr("user@host:port,host2; the first one first"),
        )
        self.keep_alive = Field(
            self.tr("Keep-alive"),
            name="connection_ssh_keep_alive",
            hint=self.tr("Seconds; 0: never; empty: as ~/.ssh/config says, or 30"),
        )
        self.keep_alive.setValidator(QIntValidator(0, LONGEST_KEEP_ALIVE_S, self.keep_alive))
        known_hint = self.tr("Empty: those of ~/.ssh, and Lapwing's own")
        self.known_hosts = FileField(self.tr("Known hosts"), name="connection_ssh_known_hosts", hint=known_hint)
        self.config = QCheckBox(self.tr("Read ~/.ssh/config"))
        self.config.setObjectName("connection_ssh_config")
        self.note = PlainLabel("", look="faint", lines=True)
        self._has_tunnels = True
        self._lay_out()
        self.log_in.activated.connect(lambda _row: self._show_log_in())

    def _lay_out(self) -> None:
        self.add(self.tr("SSH server"), self.host, self.port)
        self.add(self.tr("SSH user"), self.user, self.log_in)
        self.add(self.tr("Key file"), self.key)
        self.add(self.tr("SSH secret"), self.secret)
        self.add(self.tr("Jump hosts"), self.jumps)
        self.add(self.tr("Known hosts"), self.known_hosts)
        self.add(self.tr("Keep-alive"), self.keep_alive)
        self.add("", self.config)
        self.add("", self.note)
        self.end()
        self.note.setText(self.tr("Host and port of the database are then as the SSH server sees them."))

    def show_kind(self, facts: DriverFacts | None) -> bool:
        """Whether this kind of server can be reached through a tunnel."""
        self._has_tunnels = facts is None or facts.tunnels
        return self._has_tunnels

    def _show_log_in(self) -> None:
        way = SshLogIn(self.log_in.value())
        self.show_row(self.key, shown=way is SshLogIn.KEY)
        self.show_row(self.secret, shown=way is not SshLogIn.AGENT)
        self.secret.setPlaceholderText(
            self.tr("Passphrase of the key, where it has one; kept like the password")
            if way is SshLogIn.KEY
            else self.tr("Kept like the password of the database")
        )

    def show_draft(self, draft: Draft) -> None:
        tunnel = draft.ssh or SshTunnel("")
        self.host.show_text(tunnel.host)
        self.port.show_text("" if tunnel.port is None else str(tunnel.port))
        self.user.show_text(tunnel.user)
        self.log_in.show_value(tunnel.log_in)
        self.key.show_text(tunnel.key_file)
        self.secret.show_text(draft.ssh_secret)
        self.jumps.show_text(tunnel.jumps)
        self.keep_alive.show_text("" if tunnel.keep_alive_s is None else str(tunnel.keep_alive_s))
        self.known_hosts.show_text(tunnel.known_hosts)
        self.config.setChecked(tunnel.reads_config)
        self._show_log_in()

    def read_into(self, draft: Draft) -> None:
        way = SshLogIn(self.log_in.value())
        has_tunnel = self._has_tunnels and bool(self.host.text().strip())
        draft.ssh = self._tunnel(way) if has_tunnel else None
        draft.ssh_secret = self.secret.text() if has_tunnel and way is not SshLogIn.AGENT else ""

    def _tunnel(self, way: SshLogIn) -> SshTunnel:
        return SshTunnel(
            self.host.text().strip(),
            int(self.port.text()) if self.port.text() else None,
            self.user.text().strip(),
            way,
            self.key.text().strip() if way is SshLogIn.KEY else "",
            self.jumps.text().strip(),
            self.config.isChecked(),
            int(self.keep_alive.text()) if self.keep_alive.text() else None,
            self.known_hosts.text().strip(),
        )
