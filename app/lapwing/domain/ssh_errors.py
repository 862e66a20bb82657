"""What keeps an SSH tunnel from being opened. No sentence here ever holds a secret."""

from lapwing.domain.errors import LapwingError, OpeningFailed, PasswordNeeded


class SshPasswordNeeded(PasswordNeeded):
    """The same for the password of the SSH server."""

    code = "secret.ssh_needed"
    message = "{connection} needs the password of {user} at its SSH server."


class SshPassphraseNeeded(PasswordNeeded):
    """The same for the passphrase of the key for the SSH server."""

    code = "secret.ssh_key_needed"
    message = "{connection} needs the passphrase of its SSH key."


class TunnelInvalid(LapwingError):
    """What a connection says of its SSH tunnel makes none."""

    code = "ssh.invalid"
    message = "The SSH tunnel of {connection} cannot be used: {reason}"
    hint = "Correct it in the connection's settings."
    exit_code = 2


class SshFailed(OpeningFailed):
    """Base of what keeps a tunnel from being opened.

    Facts: `phase`, `connection`, `server` as of every opening; `ssh_host`, `ssh_port`: the SSH server that it is
    about, which may be a jump host.
    """

    code = "ssh.failed"
    message = "No SSH tunnel over {ssh_host}, port {ssh_port}: {server}"
    hint = "See to what the SSH server says; whether ssh gets there by itself shows on which side to look."


class SshConfigUnusable(SshFailed):
    """`~/.ssh/config`, a key or a file of known hosts cannot be read, or says something that makes no sense."""

    code = "ssh.config"
    message = "{path} cannot be used for the SSH tunnel: {server}"
    hint = "Correct the file, or choose in the connection's settings that it is not read."
    exit_code = 2


class SshKeyUnusable(SshConfigUnusable):
    code = "ssh.key"
    message = "The SSH key {path} cannot be used: {server}"
    hint = "Choose the private key in the connection's settings (not the .pub), in OpenSSH's or PEM's form."


class SshLoginRefused(SshFailed):
    """The SSH server did not let this user in. Facts: `user`, `ways` (what it would take)."""

    code = "ssh.login"
    message = "The SSH server {ssh_host}, port {ssh_port}, did not let {user} in: {server}"
    hint = "Check the SSH user and the way to log in. ssh-add -l shows the keys that the agent has."
    exit_code = 14


class SshForwardRefused(SshFailed):
    """Logged in at the SSH server, which does not lead on to the database. Facts: `address`."""

    code = "ssh.forward"
    message = "The SSH server {ssh_host} does not lead on to {address}: {server}"
    hint = (
        "Host and port of the database are looked up at the SSH server. Check them there, and whether it allows "
        "forwarding (AllowTcpForwarding, PermitOpen)."
    )
    exit_code = 11


class SshDropped(SshFailed):
    """The tunnel's connection ended while the tunnel was being opened."""

    code = "ssh.dropped"
    message = "The SSH connection to {ssh_host}, port {ssh_port}, ended: {server}"
    hint = "Connect again. If it stays so, see to what stands between here and the SSH server."
    exit_code = 11


class HostKeyRefused(SshFailed):
    """Base of all that is said of host keys.

    Facts: `key_type`, `fingerprint` (SHA256:...) of the key that was shown.
    """

    code = "ssh.host_key"
    message = "The host key of {ssh_host}, port {ssh_port}, is not believed: {server}"
    exit_code = 13


class HostKeyUnknown(HostKeyRefused):
    """A person has to be asked whether this is the right server. Facts: also `public_key`, in OpenSSH's form."""

    code = "ssh.host_key_unknown"
    message = (
        "The SSH server {ssh_host}, port {ssh_port}, is not known yet. It shows the {key_type} key with the "
        "fingerprint {fingerprint}."
    )
    hint = (
        "Compare the fingerprint with what the server's administrator tells you. On the command line it is accepted "
        "by: lapwing connection test NAME --accept-host-key {fingerprint}"
    )


class HostKeyChanged(HostKeyRefused):
    """The server shows another key than before. Facts: also `known_fingerprint`, `known_type`, `path`, `line`."""

    code = "ssh.host_key_changed"
    message = (
        "The SSH server {ssh_host}, port {ssh_port}, shows another host key than before: now {key_type} with the "
        "fingerprint {fingerprint}; known is {known_type} with {known_fingerprint} ({path}, line {line}). Nothing was "
        "sent to it."
    )
    hint = (
        "Somebody may stand between here and the server. Ask its administrator whether the key was changed, and which "
        "fingerprint is right; only then remove line {line} from {path} and connect again."
    )


class HostKeyRevoked(HostKeyRefused):
    """The key is marked @revoked in a file of known hosts. Facts: also `path`, `line`."""

    code = "ssh.host_key_revoked"
    message = (
        "The SSH server {ssh_host}, port {ssh_port}, shows a host key that was revoked: {key_type}, fingerprint "
        "{fingerprint} ({path}, line {line}). Nothing was sent to it."
    )
    hint = "This key is in the wrong hands. Ask the server's administrator for the new one."
