"""The proxy passes, delays, cuts and spoils exactly what it is told to."""

import socket
import threading
import time
from collections.abc import Iterator

import pytest

from helpers import unprivileged
from helpers.passages import HELD_BYTES
from helpers.proxy import Conduct, Proxy
from helpers.waiting import eventually

PATIENCE_S = 20
LOTS = bytes(range(256)) * 4_000


class Echo:
    """A server that sends back what it gets, and notes it."""

    def __init__(self, listener: socket.socket) -> None:
        self._listener = listener
        self.address = listener.getsockname()
        self.got: list[bytearray] = []
        self.ends: list[str] = []
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def _accept(self) -> None:
        while True:
            try:
                line = self._listener.accept()[0]
            except OSError:
                return
            self.got.append(bytearray())
            self._threads.append(threading.Thread(target=self._echo, args=(line, self.got[-1])))
            self._threads[-1].start()

    def _echo(self, line: socket.socket, got: bytearray) -> None:
        with line:
            try:
                while data := line.recv(65536):
                    got += data
                    line.sendall(data)
                self.ends.append("end")
            except OSError as error:
                self.ends.append(type(error).__name__)

    def close(self) -> None:
        if self._listener.fileno() != -1:
            self._listener.shutdown(socket.SHUT_RDWR)
            self._listener.close()
        for thread in self._threads:
            thread.join(PATIENCE_S)


@pytest.fixture
def echo() -> Iterator[Echo]:
    server = Echo(socket.create_server(("127.0.0.1", 0)))
    yield server
    server.close()


@pytest.fixture
def proxy(echo) -> Iterator[Proxy]:
    with Proxy(echo.address) as between:
        yield between


@pytest.fixture
def line(proxy) -> Iterator[socket.socket]:
    with connected(proxy) as client:
        yield client


def connected(proxy: Proxy) -> socket.socket:
    return socket.create_connection((proxy.host, proxy.port), PATIENCE_S)


def read(line: socket.socket, count: int) -> bytes:
    """So many bytes, fewer if the stream ends before."""
    data = b""
    while len(data) < count and (part := line.recv(count - len(data))):
        data += part
    return data


def asked(line: socket.socket, data: bytes = b"hello") -> bytes:
    line.sendall(data)
    return read(line, len(data))


def send_for_ever(line: socket.socket) -> None:
    while True:
        line.send(LOTS)


def has_nothing(line: socket.socket) -> bool:
    line.setblocking(False)
    try:
        line.recv(1, socket.MSG_PEEK)
    except BlockingIOError:
        return True
    finally:
        line.settimeout(PATIENCE_S)
    return False


def test_bytes_pass_unchanged_in_both_directions(proxy, line):
    sender = threading.Thread(target=line.sendall, args=(LOTS,))
    sender.start()
    assert read(line, len(LOTS)) == LOTS
    sender.join()
    assert (proxy.connections, proxy.passages[0].to_server.passed) == (1, len(LOTS))
    assert proxy.seen() == LOTS + LOTS


def test_an_end_of_stream_passes_while_the_answer_still_comes(echo, line):
    line.sendall(b"last words")
    line.shutdown(socket.SHUT_WR)
    assert read(line, 100) == b"last words"
    eventually(lambda: echo.ends == ["end"])


def test_a_stall_keeps_bytes_back_until_it_is_healed(echo, proxy, line):
    assert asked(line) == b"hello"
    proxy.steer(to_client=Conduct(stall="unread"))
    line.sendall(b"more")
    eventually(lambda: bytes(echo.got[0]) == b"hellomore")
    assert has_nothing(line)
    proxy.heal()
    assert read(line, 4) == b"more"


def test_a_stalled_sender_feels_that_nothing_is_read(proxy, line):
    proxy.steer(to_server=Conduct(stall="unread"))
    line.setblocking(False)
    with pytest.raises(BlockingIOError):
        send_for_ever(line)
    assert proxy.passages[0].to_server.taken <= HELD_BYTES


def test_swallowed_bytes_are_lost_and_later_ones_pass(echo, proxy, line):
    proxy.steer(to_server=Conduct(stall="swallowed"))
    line.sendall(b"lost")
    eventually(lambda: proxy.passages[0].to_server.taken == 4)
    proxy.heal()
    assert asked(line, b"found") == b"found"
    assert bytes(echo.got[0]) == b"found"


def test_delayed_bytes_come_all_and_late(proxy, line):
    proxy.steer(to_server=Conduct(delay_s=0.05))
    began = time.monotonic()
    assert asked(line, LOTS[:1000]) == LOTS[:1000]
    assert time.monotonic() - began >= 0.05


def test_slow_bytes_come_at_their_rate(proxy, line):
    proxy.steer(to_client=Conduct(bytes_per_s=10_000))
    began = time.monotonic()
    assert asked(line, LOTS[:1000]) == LOTS[:1000]
    assert time.monotonic() - began >= 0.07  # all but the last piece have been waited for


def test_sliced_bytes_come_in_pieces(proxy, line):
    proxy.steer(to_client=Conduct(piece_bytes=1, bytes_per_s=2_000))
    line.sendall(b"sliced")
    pieces = [line.recv(100) for _ in range(3)]
    assert b"".join(pieces) == b"sliced"[: len(b"".join(pieces))]
    assert all(len(piece) < 6 for piece in pieces)


@pytest.mark.parametrize("after", [1, 7, 12])
def test_a_cut_comes_after_exactly_so_many_bytes(proxy, line, after):
    proxy.steer(to_client=Conduct(cut_after_bytes=after))
    line.sendall(b"twelve bytes")
    assert read(line, 100) == b"twelve bytes"[:after]


def test_a_cut_before_the_first_byte_comes_at_once(proxy, line):
    proxy.steer(to_server=Conduct(cut_after_bytes=0))
    assert line.recv(1) == b""


@pytest.mark.parametrize("after", [0, 3])
def test_a_cut_by_reset_is_felt_as_one_at_both_ends(echo, proxy, line, after):
    assert asked(line, b"abc") == b"abc"
    proxy.steer(to_client=Conduct(cut_after_bytes=3 + after, cut_by="reset"))
    if after:
        line.sendall(b"defghi")
        assert read(line, after) == b"def"
    with pytest.raises(ConnectionResetError):
        line.recv(1)
    eventually(lambda: echo.ends == ["ConnectionResetError"])


def test_a_cut_hits_only_the_connection_it_is_for(proxy, line):
    proxy.steer(to_server=Conduct(cut_after_bytes=0), connection=2)
    assert asked(line) == b"hello"
    with connected(proxy) as second:
        assert second.recv(1) == b""
    assert asked(line) == b"hello"
    with connected(proxy) as third:
        assert asked(third) == b"hello"


def test_one_bit_of_one_byte_is_turned_over(echo, proxy, line):
    proxy.steer(to_server=Conduct(corrupt_byte=7, piece_bytes=3))
    assert asked(line, b"0123456789") == b"0123456689"
    assert bytes(echo.got[0]) == b"0123456689"


def test_refused_connections_are_refused_and_others_go_on(proxy, line):
    assert asked(line) == b"hello"
    proxy.take_new("refused")
    with pytest.raises(ConnectionRefusedError):
        connected(proxy)
    assert asked(line) == b"hello"
    proxy.heal()
    with connected(proxy) as again:
        assert asked(again) == b"hello"


def test_connections_that_are_never_answered_stall_alone_and_go_on_when_healed(echo, proxy, line):
    assert asked(line) == b"hello"
    proxy.take_new("never answered")
    with connected(proxy) as silent:
        silent.sendall(b"anybody?")
        eventually(lambda: proxy.connections == 2)
        assert asked(line) == b"hello"
        assert has_nothing(silent)
        assert len(echo.got) == 1
        proxy.heal()
        assert read(silent, 8) == b"anybody?"


def test_all_are_reset_at_once(echo, proxy, line):
    with connected(proxy) as second:
        assert asked(line) == asked(second) == b"hello"
        proxy.reset_all()
        for client in (line, second):
            with pytest.raises(ConnectionResetError):
                client.recv(1)
    eventually(lambda: echo.ends == ["ConnectionResetError"] * 2)


def test_all_are_closed_in_order(echo, proxy, line):
    assert asked(line) == b"hello"
    proxy.close_all()
    assert line.recv(1) == b""
    eventually(lambda: echo.ends == ["end"])


def test_a_client_that_resets_is_felt_by_the_server(echo, proxy):
    line = connected(proxy)
    assert asked(line) == b"hello"
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    line.close()
    eventually(lambda: echo.ends == ["ConnectionResetError"])


def test_a_server_that_does_not_listen_resets_the_client(proxy, echo):
    echo.close()
    with pytest.raises(ConnectionResetError), connected(proxy) as line:  # it may come while connecting
        line.recv(1)


def test_it_stands_between_unix_sockets():
    with unprivileged.folder() as short:
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(str(short / "behind"))
        listener.listen()
        server = Echo(listener)
        with Proxy(short / "behind", path=short / "before") as proxy, socket.socket(socket.AF_UNIX) as line:
            line.connect(str(short / "before"))
            assert asked(line) == b"hello"
            proxy.take_new("refused")
            with socket.socket(socket.AF_UNIX) as refused, pytest.raises(ConnectionRefusedError):
                refused.connect(str(short / "before"))
        server.close()
        assert not (short / "before").exists()


def test_nothing_is_left_of_it(echo):
    threads = threading.active_count()
    with Proxy(echo.address) as proxy, connected(proxy) as line:
        proxy.steer(to_client=Conduct(stall="unread"))
        line.sendall(b"never read")
    eventually(lambda: threading.active_count() == threads)
    with pytest.raises(ConnectionRefusedError):
        connected(proxy)
