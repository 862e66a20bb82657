"""The port of this computer where libpq is met on its way into a tunnel: nobody else gets in there."""

import socket

import pytest

from lapwing.drivers.passages import LOOPBACK, Meeting


def connected(meeting: Meeting) -> socket.socket:
    return socket.create_connection((LOOPBACK, meeting.port), timeout=30)


def test_strangers_are_closed_without_a_byte_and_who_is_expected_is_met() -> None:
    meeting = Meeting()
    with connected(meeting) as stranger, connected(meeting) as expected, connected(meeting) as late:
        with meeting.met(expected.fileno()) as met:
            met.sendall(b"come in")
            assert expected.recv(100) == b"come in"
        assert stranger.recv(100) == b""
        meeting.close()
        with pytest.raises(ConnectionError):
            late.recv(100)


def test_who_does_not_come_is_not_waited_for_for_ever() -> None:
    meeting = Meeting()
    with (
        socket.create_server((LOOPBACK, 0)) as elsewhere,
        socket.create_connection(elsewhere.getsockname(), timeout=30) as other,
        pytest.raises(TimeoutError),
    ):
        meeting.met(other.fileno(), within_s=0.05)
    meeting.close()
