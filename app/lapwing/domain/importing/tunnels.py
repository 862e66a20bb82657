"""SSH tunnels in lists of connections: what other programs say of theirs, and how our own lists have them."""

from typing import Any, Final

from lapwing.domain.importing.json_text import mapping, words
from lapwing.domain.importing.making import port_of
from lapwing.domain.ssh import SshLogIn, SshTunnel

_THROUGH: Final = "It goes through the SSH server {place}."
_LEFT: Final = "It goes through an SSH tunnel that does not come along: {reason}"
_TEXTS: Final = ("user", "key_file", "jumps")

Found = tuple[SshTunnel | None, tuple[str, ...]]
"""A tunnel, and sentences about it."""


def found_tunnel(
    host: str, port: str, user: str, log_in: SshLogIn, key_file: str = "", jumps: str = "", keep_alive: str = ""
) -> Found:
    """The tunnel that another program's fields say; none where they make no tunnel, which is said."""
    log_in = SshLogIn.AGENT if log_in is SshLogIn.KEY and not key_file else log_in
    alive_s = int(keep_alive) if keep_alive.isdecimal() and 0 < int(keep_alive) < 86_400 else None
    tunnel = SshTunnel(host, port_of(port), user, log_in, key_file, jumps, keep_alive_s=alive_s)
    if problem := tunnel.problem():
        return None, (_LEFT.format(reason=problem),)
    return tunnel, (_THROUGH.format(place=tunnel.place),)


def told_tunnel(tunnel: SshTunnel) -> dict[str, Any]:
    """A tunnel for a list of our own. Not which file of known hosts counts: that is everybody's own matter."""
    told: dict[str, Any] = {"host": tunnel.host}
    if tunnel.port is not None:
        told["port"] = tunnel.port
    told |= {name: getattr(tunnel, name) for name in _TEXTS if getattr(tunnel, name)}
    if tunnel.log_in != SshLogIn.AGENT:
        told["log_in"] = SshLogIn(tunnel.log_in).value
    if not tunnel.reads_config:
        told["reads_config"] = False
    if tunnel.keep_alive_s is not None:
        told["keep_alive_s"] = tunnel.keep_alive_s
    return told


def read_tunnel(told: object) -> Found:
    """What `told_tunnel` wrote."""
    if not isinstance(told, dict):
        return None, ()
    fields = mapping(told)
    port, keep_alive, log_in = fields.get("port"), fields.get("keep_alive_s"), words(fields.get("log_in"))
    tunnel = SshTunnel(
        words(fields.get("host")),
        port if isinstance(port, int) else None,
        words(fields.get("user")),
        SshLogIn(log_in) if log_in in list(SshLogIn) else SshLogIn.AGENT,
        words(fields.get("key_file")),
        words(fields.get("jumps")),
        fields.get("reads_config") is not False,
        keep_alive if isinstance(keep_alive, int) else None,
    )
    if problem := tunnel.problem():
        return None, (_LEFT.format(reason=problem),)
    return tunnel, (_THROUGH.format(place=tunnel.place),)
