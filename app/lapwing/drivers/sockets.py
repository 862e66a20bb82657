"""Reaching a server over TCP or a Unix socket: names, addresses, time limits, keep-alive."""

import errno
import ipaddress
import os
import select
import socket
import struct
from typing import Final

from lapwing.domain.connections import Phase, Target
from lapwing.domain.errors import HostUnknown, OptionInvalid, ServerUnreachable
from lapwing.domain.late_dataclass import dataclass
from lapwing.drivers.opening import Opening

_LONGEST_S: Final = 86_400
_AT_ONCE: Final = struct.pack("ii", 1, 0)
"""For SO_LINGER (man 7 socket): closing throws away what was not sent, and resets the connection."""


@dataclass(frozen=True, slots=True)
class KeepAlive:
    """When a peer that says nothing counts as dead (man 7 tcp).

    Attributes:
        idle_s: Seconds of silence before the first probe; 0: no probes.
        interval_s: Between probes.
        count: Probes without an answer.
        user_timeout_s: How long sent data may stay unacknowledged; 0: as the system says.
    """

    idle_s: int = 10
    interval_s: int = 5
    count: int = 3
    user_timeout_s: int = 25


def keep_alive(target: Target) -> KeepAlive:
    """What the options `keepalives`, `keepalives_idle`, `keepalives_interval`, `keepalives_count` (libpq's names, in
    seconds) and `tcp_user_timeout` (libpq's name, in milliseconds) say; on by default.

    Raises:
        OptionInvalid
    """
    usual = KeepAlive()
    idle_s = whole_option(target, "keepalives_idle", usual.idle_s)
    if target.options.get("keepalives", "1") == "0":
        idle_s = 0
    return KeepAlive(
        idle_s,
        whole_option(target, "keepalives_interval", usual.interval_s),
        whole_option(target, "keepalives_count", usual.count),
        whole_option(target, "tcp_user_timeout", usual.user_timeout_s * 1000, _LONGEST_S * 1000) // 1000,
    )


def whole_option(target: Target, name: str, usual: int, most: int = _LONGEST_S) -> int:
    """An option that is a whole number from 0 to `most`.

    Raises:
        OptionInvalid
    """
    text = target.options.get(name, "")
    if not text:
        return usual
    if not text.isascii() or not text.isdigit() or int(text) > most:
        reason = f"it must be a whole number up to {most}, not {text!r}."
        raise OptionInvalid(option=name, connection=target.host or target.database, reason=reason, server="")
    return int(text)


def is_local(host: str) -> bool:
    """Whether what is sent there stays on this machine: a socket's path, no host, or a loopback address."""
    if not host or host.startswith(("/", "@")) or host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_address(host: str) -> bool:
    """Whether nobody has to be asked for the address: it is one."""
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


def resolve(
    opening: Opening, host: str, port: int, phase: Phase = Phase.RESOLVE
) -> list[tuple[socket.AddressFamily, str]]:
    """The addresses of a host, in the system's order of preference.

    Raises:
        HostUnknown, OpeningCancelled, OpeningTimedOut
    """
    opening.begin(phase)

    def look_up(flags: int = 0) -> list[tuple[socket.AddressFamily, str]]:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=flags)
        return [(family, str(place[0])) for family, _type, _protocol, _name, place in found]

    try:
        found = look_up(socket.AI_NUMERICHOST) if _is_address(host) else opening.run_aside(look_up)
    except (socket.gaierror, UnicodeError) as error:
        reason = error.strerror if isinstance(error, socket.gaierror) else "it is no name of a host"
        facts = {"phase": phase.value, "connection": opening.connection}
        raise HostUnknown(**facts, host=host, server=f"{reason}.") from error
    assert isinstance(found, list)
    addresses = list(dict.fromkeys(found))
    opening.passed_phase(", ".join(address for _, address in addresses[:4]))
    return addresses


def connect_tcp(
    opening: Opening,
    host: str,
    port: int,
    alive: KeepAlive,
    phases: tuple[Phase, Phase] = (Phase.RESOLVE, Phase.CONNECT),
) -> socket.socket:
    """A connected non-blocking socket: each address is tried in turn.

    Args:
        phases: What looking up and connecting are told as.

    Raises:
        HostUnknown, ServerUnreachable, OpeningCancelled, OpeningTimedOut
    """
    addresses = resolve(opening, host, port, phases[0])
    opening.begin(phases[1])
    refusals: list[str] = []
    for family, address in addresses:
        made = socket.socket(family, socket.SOCK_STREAM)
        try:
            _connect(opening, made, (address, port))
            set_keep_alive(made, alive)
        except OSError as error:
            made.close()
            refusals.append(f"{address}: {os.strerror(error.errno) if error.errno else error}")
        except BaseException:
            made.close()
            raise
        else:
            opening.passed_phase(f"{address}, port {port}")
            return made
    raise unreachable(opening, f"{host}, port {port}", "; ".join(refusals) + ".")


def connect_unix(opening: Opening, path: str) -> socket.socket:
    """A connected non-blocking Unix socket.

    Raises:
        ServerUnreachable, OpeningCancelled, OpeningTimedOut
    """
    opening.begin(Phase.CONNECT)
    made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        _connect(opening, made, path)
    except (OSError, ValueError) as error:  # ValueError: the path holds a NUL
        made.close()
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
        raise unreachable(opening, path, f"{reason}.") from error
    except BaseException:
        made.close()
        raise
    opening.passed_phase(path)
    return made


def _connect(opening: Opening, made: socket.socket, place: tuple[str, int] | str) -> None:
    made.setblocking(False)
    code = made.connect_ex(place)
    if code in {errno.EINPROGRESS, errno.EAGAIN}:
        opening.wait(made.fileno(), to_write=True, to_read=False)
        code = made.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if code:
        raise OSError(code, os.strerror(code))


def unreachable(opening: Opening, address: str, reason: str) -> ServerUnreachable:
    """The error for a connection that nobody took."""
    phase = Phase.SSH_CONNECT if opening.phase is Phase.SSH_CONNECT else Phase.CONNECT
    return ServerUnreachable(phase=phase.value, connection=opening.connection, address=address, server=reason)


def set_keep_alive(made: socket.socket, alive: KeepAlive) -> None:
    """Have the system find out that the peer is gone; options that it does not know are left out."""
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if alive.idle_s:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        _set_if_known(made, "TCP_KEEPIDLE", alive.idle_s)
        _set_if_known(made, "TCP_KEEPINTVL", alive.interval_s)
        _set_if_known(made, "TCP_KEEPCNT", alive.count)
    if alive.user_timeout_s:
        _set_if_known(made, "TCP_USER_TIMEOUT", alive.user_timeout_s * 1000)


def _set_if_known(made: socket.socket, option: str, value: int) -> None:
    number = getattr(socket, option, None)
    if number is not None:
        made.setsockopt(socket.IPPROTO_TCP, number, value)


def has_news(fd: int) -> bool:
    """Whether something can be read at this moment, the end of the connection included."""
    poll = select.poll()
    poll.register(fd, select.POLLIN)
    return bool(poll.poll(0))


def is_ready(fd: int, *, to_write: bool, within_s: float) -> bool:
    """Wait for a moment, outside the interpreter's lock; whether it can be read, or else written."""
    poll = select.poll()
    poll.register(fd, select.POLLOUT if to_write else select.POLLIN)
    return bool(poll.poll(within_s * 1000))


def shut(fd: int) -> None:
    """Close a connection for both directions, so that whoever waits on it wakes; its descriptor stays. Any thread.

    When the descriptor is closed too, the other side is told by a reset: one that cannot send, because its window is
    full, would not hear of an end in order for a minute.
    """
    try:
        with socket.socket(fileno=os.dup(fd)) as copy:
            copy.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
            copy.shutdown(socket.SHUT_RDWR)
    except OSError as error:
        if error.errno not in {errno.ENOTCONN, errno.EBADF}:  # it is gone already
            raise
