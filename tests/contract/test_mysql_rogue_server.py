"""A server that is none, or a bad one: nothing is given to it, nothing hangs, and whoever asks is told."""

import random
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import pytest

from contract.asking import Answer, rows_of, run
from helpers import mysql_packets as packets
from helpers.certificates import Certificates
from helpers.counts import times
from helpers.rogue_mysql import Client, Rogue, result
from lapwing.domain.connections import Target
from lapwing.domain.errors import (
    ClearTextRefused,
    ConnectionLost,
    LapwingError,
    LoginRefused,
    OpeningCancelled,
    OpeningFailed,
    OpeningTimedOut,
    ServerMisbehaved,
    SessionRefused,
    StatementFailed,
    TlsUnavailable,
)
from lapwing.domain.secrets import Secret
from lapwing.drivers.base import Session
from lapwing.drivers.opening import Opening
from lapwing.drivers.registry import driver_named
from lapwing.results.layout import ResultBroken

CANARY = "canary of the rogue's tests"


def open_at(rogue: Rogue, opening: Opening | None = None, **options: str) -> Session:
    target = Target("mysql", "", "127.0.0.1", rogue.port, "me", options, password=Secret(CANARY))
    return driver_named("mysql").open(target, opening or Opening("the rogue"))


def answering(answer: Callable[[bytes], Iterable[bytes]], **greeting: object) -> Callable[[Client], None]:
    """Lets everybody in and answers queries."""

    def treat(client: Client) -> None:
        client.let_in(**greeting)
        client.serve(answer)

    return treat


def switching(plugin: bytes, data: bytes = b"x" * 20 + b"\0") -> Callable[[Client], None]:
    """Asks everybody to log in in another way, and lets in whoever answers."""

    def treat(client: Client) -> None:
        client.send(packets.greeting())
        client.read()
        client.send(b"\xfe" + plugin + b"\0" + data)
        client.read()
        client.send(packets.ok())
        client.serve(lambda _: [packets.ok()])

    return treat


# files


def test_a_server_that_asks_for_a_file_gets_none(tmp_path: Path) -> None:
    secret = tmp_path / "canary.txt"
    secret.write_text(CANARY, "utf-8")
    with Rogue(answering(lambda _: [b"\xfb" + str(secret).encode()])) as rogue:
        session = open_at(rogue)
        with pytest.raises(ServerMisbehaved, match="asked for a file"):
            run(session, "SELECT 1")
        assert session.is_lost
        with pytest.raises(ConnectionLost):
            run(session, "SELECT 1")
    assert CANARY.encode() not in rogue.heard
    assert not int.from_bytes(login_flags(rogue), "little") & 0x80, "LOCAL INFILE is not even offered"


def login_flags(rogue: Rogue) -> bytes:
    """The capabilities that the first client said it has."""
    return rogue.clients[0].heard[4:8]


def test_several_statements_in_one_are_not_even_offered() -> None:
    with Rogue(answering(lambda _: [packets.ok()])) as rogue:
        open_at(rogue).close()
    assert not int.from_bytes(login_flags(rogue), "little") & 0x10000


@pytest.mark.parametrize("moment", ["greeting", "login", "settings"])
def test_a_file_asked_for_before_the_first_statement_is_not_given_either(moment: str, tmp_path: Path) -> None:
    secret = tmp_path / "canary.txt"
    secret.write_text(CANARY, "utf-8")
    wish = b"\xfb" + str(secret).encode()

    def treat(client: Client) -> None:
        if moment == "greeting":
            client.send(wish)
        client.send(packets.greeting())
        client.read()
        client.send(wish if moment == "login" else packets.ok())
        client.read()
        client.send(wish)
        client.read()

    with Rogue(treat) as rogue, pytest.raises(ServerMisbehaved):
        open_at(rogue)
    assert CANARY.encode() not in rogue.heard


# ways of logging in


@pytest.mark.parametrize("plugin", [b"mysql_clear_password", b"dialog"])
def test_a_password_is_never_sent_in_clear_text_over_a_line_that_others_can_read(plugin: bytes) -> None:
    with Rogue(switching(plugin, b"\x05Password: ")) as rogue, pytest.raises(ClearTextRefused) as refused:
        open_at(rogue)
    assert CANARY.encode() not in rogue.heard
    assert CANARY not in str(refused.value.facts)


@pytest.mark.parametrize("plugin", [b"mysql_clear_password", b"dialog"])
def test_over_tls_a_server_may_ask_for_the_password_itself(certificates: Certificates, plugin: bytes) -> None:
    files = certificates.servers["good"].write(certificates.authority.parent, f"rogue-{plugin.decode()}")
    asked = b"\x04Password: " if plugin == b"dialog" else b""

    def treat(client: Client) -> None:
        client.send(packets.greeting(capabilities=0x00AFFFFF))
        client.read()
        client.encrypt(str(files.certificate), str(files.key))
        client.number = 2
        client.read()
        client.send(b"\xfe" + plugin + b"\0" + asked)
        assert client.read() == CANARY.encode() + b"\0"
        client.send(packets.ok())
        client.serve(lambda _: [packets.ok()])

    with Rogue(treat) as rogue:
        session = open_at(rogue, sslmode="verify-full", sslrootcert=str(certificates.authority))
        run(session, "SELECT 1")
        session.close()


def test_a_dialog_that_asks_for_something_else_than_a_password_is_told() -> None:
    with Rogue(switching(b"dialog", b"\x03Favourite colour? ")) as rogue, pytest.raises(LoginRefused, match="dialog"):
        open_at(rogue)
    assert CANARY.encode() not in rogue.heard


@pytest.mark.parametrize("plugin", [b"mysql_old_password", b"auth_gssapi_client", b"no such plugin", b"<b>x</b>"])
def test_ways_of_logging_in_that_are_broken_or_unknown_are_refused_by_name(plugin: bytes) -> None:
    with Rogue(switching(plugin)) as rogue, pytest.raises(LoginRefused) as refused:
        open_at(rogue)
    assert plugin.decode() in str(refused.value)
    assert CANARY.encode() not in rogue.heard


def test_a_server_without_tls_gets_nothing_where_tls_is_required() -> None:
    with Rogue(answering(lambda _: [packets.ok()])) as rogue:
        for mode in ("require", "verify-ca", "verify-full"):
            with pytest.raises(TlsUnavailable):
                open_at(rogue, sslmode=mode)
    assert rogue.heard == b"", "not even the user's name"


def test_what_is_slipped_in_before_tls_is_not_taken_for_what_comes_over_it(certificates: Certificates) -> None:
    """An attacker on the way puts an answer of his own behind the greeting: it must not be read as the server's."""

    def treat(client: Client) -> None:
        slipped = packets.packet(packets.ok(), 3) + packets.packet(packets.ok(), 1)
        client.send_bytes(packets.packet(packets.greeting(capabilities=0x00AFFFFF)) + slipped)
        client.read()
        client.read()

    with Rogue(treat) as rogue, pytest.raises(OpeningFailed):
        open_at(rogue, sslmode="require")
    assert CANARY.encode() not in rogue.heard


@pytest.mark.parametrize("errno", [1040, 1049, 1129, 1130, 1045, 1226, 9999])
def test_refusals_before_or_after_the_log_in_are_told_in_the_servers_words(errno: int) -> None:
    def at_once(client: Client) -> None:
        client.send(b"\xff" + errno.to_bytes(2, "little") + b"go <b>away</b>")
        client.read()

    def later(client: Client) -> None:
        client.send(packets.greeting())
        client.read()
        client.send(packets.error(errno, b"go <b>away</b>"))
        client.read()

    for treat in (at_once, later):
        with Rogue(treat) as rogue:
            with pytest.raises(LoginRefused if errno in {1045, 1130} else SessionRefused) as refused:
                open_at(rogue)
            assert "go <b>away</b>." in str(refused.value)
            assert refused.value.next_step()


# greetings


def test_a_version_of_control_characters_and_html_is_kept_plain() -> None:
    version = b"8.<script>alert(1)</script>\x1b[31m\r\n\xe2\x80\xae" + b"x" * 900

    def treat(client: Client) -> None:
        client.let_in(version=version.replace(b"\0", b""))
        client.serve(lambda _: [packets.ok()], version=version)

    with Rogue(treat) as rogue:
        session = open_at(rogue)
        assert session.product.startswith("MySQL 8.<script>")
        assert session.product.isascii()
        assert session.product.isprintable()
        assert len(session.product) < 120
        session.close()


@pytest.mark.parametrize(
    "said",
    [
        b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n" * 40,
        b"SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n" * 10,
        b"220 mail.example ESMTP\r\n" * 10,
        b"\x16\x03\x01\x02\x00\x01" * 50,
        packets.packet(b""),
        packets.packet(b"\x0a"),
        packets.packet(b"\x09" + packets.greeting()[1:]),
        packets.packet(b"\x0a8.0"),
        packets.packet(packets.greeting(capabilities=0)),
        packets.packet(packets.greeting(), 1),
        packets.packet(packets.greeting()[:30]),
        packets.packet(b"\xff"),
        packets.packet(b"\xff\x10\x04"),
        packets.packet(b"\xff" * 4_000),
    ],
    ids=range(14),
)
def test_what_is_no_greeting_is_told_and_gets_no_password(said: bytes) -> None:
    def treat(client: Client) -> None:
        client.send_bytes(said)
        client.send(packets.ok())

    with Rogue(treat) as rogue, pytest.raises((ServerMisbehaved, OpeningFailed)):
        open_at(rogue)
    assert CANARY.encode() not in rogue.heard


def test_a_greeting_that_announces_megabytes_is_not_waited_for() -> None:
    def treat(client: Client) -> None:
        client.send_bytes(b"\xff\xff\xff\x00\x0a8.0")
        client.read()

    with Rogue(treat) as rogue, pytest.raises(ServerMisbehaved, match="announces"):
        open_at(rogue, connect_timeout="25")


def test_a_server_that_trickles_is_given_up_in_time() -> None:
    def treat(client: Client) -> None:
        for byte in packets.packet(packets.greeting()):
            client.send_bytes(bytes([byte]))
        while True:
            client.read()

    def silent(client: Client) -> None:
        client.read()

    for server, phase in ((treat, "log_in"), (silent, "log_in")):
        with Rogue(server) as rogue, pytest.raises(OpeningTimedOut) as late:
            open_at(rogue, connect_timeout="1", sslmode="disable")
        assert late.value.facts["phase"] == phase


def test_an_opening_can_be_cancelled_while_a_server_says_nothing() -> None:
    def silent(client: Client) -> None:
        client.read()

    opening = Opening("the rogue", told=lambda phase: opening.cancel() if phase == "log_in" else None)
    with Rogue(silent) as rogue, pytest.raises(OpeningCancelled):
        open_at(rogue, opening, sslmode="disable")


# answers


def fails(answer: Iterable[bytes]) -> LapwingError:
    """The error of a statement that is answered so, after which the session is of no more use or works."""
    said = list(answer)

    def reply(sql: bytes) -> Iterable[bytes]:
        return said if sql == b"SELECT 1" else result([b"a"], [[b"7"]])

    with Rogue(answering(reply)) as rogue:
        session = open_at(rogue)
        with pytest.raises(LapwingError) as raised:
            run(session, "SELECT 1")
        if not session.is_lost:
            assert rows_of(session, "SELECT 7") == [("7",)]
        session.close()
    assert CANARY.encode() not in rogue.heard
    return raised.value


GOOD = packets.column(b"a")
FAILED = packets.error(1105, b"no")


@pytest.mark.parametrize(
    "answer",
    [
        [FAILED],
        [packets.length(1), FAILED],
        [packets.length(1), GOOD, FAILED],
        [packets.length(1), GOOD, packets.EOF, FAILED],
        [packets.length(1), GOOD, packets.EOF, packets.row([b"x"]), FAILED],
        [packets.ok(status=2 | 8), FAILED],
    ],
    ids=range(6),
)
def test_an_error_may_come_at_any_moment(answer: list[bytes]) -> None:
    error = fails(answer)
    assert isinstance(error, StatementFailed)
    assert error.facts["server"] == "no"


@pytest.mark.parametrize(
    "answer",
    [
        [b""],
        [b"\x00"],
        [b"\x00\x00\x00"],
        [b"\x00\xfe\x01"],
        [packets.length(2**40)],
        [packets.length(300_000)],
        [b"\xfe"],
        [packets.length(1), b""],
        [packets.length(1), b"\x03de"],
        [packets.length(1), GOOD[:-14] + b"\x02\x00\x00"],
        [packets.length(1), GOOD, b"\xfe"],
        [packets.length(1), GOOD, packets.EOF, b""],
        [packets.length(1), GOOD, packets.EOF, b"\xfe\x00"],
    ],
    ids=range(13),
)
def test_an_answer_that_is_none_closes_the_session(answer: list[bytes]) -> None:
    assert isinstance(fails(answer), ServerMisbehaved)


def test_packets_out_of_order_close_the_session() -> None:
    def treat(client: Client) -> None:
        client.let_in()

        def answer(_: bytes) -> Iterable[bytes]:
            client.number += 3
            return result([b"a"], [[b"1"]])

        client.serve(answer)

    with Rogue(treat) as rogue:
        session = open_at(rogue)
        with pytest.raises(ServerMisbehaved, match="out of order"):
            run(session, "SELECT 1")
        assert session.is_lost


def test_definitions_without_end_are_not_kept() -> None:
    long = packets.column(b"n" * 60_000)

    def answer(_: bytes) -> Iterable[bytes]:
        yield packets.length(100_000)
        while True:
            yield long

    with Rogue(answering(answer)) as rogue, pytest.raises(ServerMisbehaved, match="16 MB"):
        run(open_at(rogue), "SELECT 1")


def test_a_row_without_end_is_given_up() -> None:
    def treat(client: Client) -> None:
        client.let_in()

        def answer(_: bytes) -> Iterable[bytes]:
            yield from result([b"a"], [], end=packets.EOF)[:-1]
            part = bytes(packets.LONGEST)
            for number in range(client.number, client.number + 80):
                client.send_bytes(b"\xff\xff\xff" + bytes([number % 256]) + part)

        client.serve(answer)

    with Rogue(treat) as rogue:
        session = open_at(rogue)
        replies = session.execute("SELECT 1")
        next(replies)
        replies.close()  # type: ignore[attr-defined]
        assert session.is_lost, "its bytes were counted, not kept"


def test_reports_of_progress_are_passed_over_wherever_they_come() -> None:
    report = b"\xff\xff\xff\x01\x01\x01\x00\x00\x00\x04work"
    answer = [report, packets.length(1), GOOD, packets.EOF, report, packets.row([b"1"]), report, packets.EOF]
    with Rogue(answering(lambda _: answer)) as rogue:
        session = open_at(rogue)
        assert rows_of(session, "SELECT 1") == [("1",)]
        session.close()


def test_both_ways_of_ending_a_result_are_understood() -> None:
    ended = b"\xfe" + packets.ok(status=2 | 1)[1:]
    answers = {
        0x00AFF7FF & ~0x800: [packets.length(1), GOOD, packets.EOF, packets.row([b"1"]), packets.EOF],
        0x01AFF7FF & ~0x800: [packets.length(1), GOOD, packets.row([b"1"]), ended],
    }
    for capabilities, said in answers.items():

        def treat(client: Client, capabilities: int = capabilities, said: list[bytes] = said) -> None:
            client.send(packets.greeting(capabilities=capabilities))
            client.read()
            client.send(packets.ok())
            sets = [packets.ok()]
            facts = result([b"v"] * 5, [[b"8.0.40", b"", b"", b"67108864", b""]])
            if capabilities & 0x1000000:
                facts = [facts[0], *facts[1:6], facts[7], ended]
            for answer in (sets, facts, said, said):
                client.read()
                for payload in answer:
                    client.send(payload)
            client.read()

        with Rogue(treat) as rogue:
            session = open_at(rogue)
            for _ in range(2):
                assert rows_of(session, "SELECT 1") == [("1",)]
            session.close()


def test_answers_with_broken_bits_never_hang_and_never_fail_otherwise_than_told(chance: random.Random) -> None:
    rows: list[list[bytes | None]] = [[str(number).encode(), b"text" * (number % 90), None] for number in range(300)]
    good = b"".join(
        packets.packet(payload, number % 256) for number, payload in enumerate(result([b"a", b"b", b"c"], rows), 1)
    )

    def treat(client: Client) -> None:
        client.let_in()

        def answer(_: bytes) -> Iterable[bytes]:
            broken = bytearray(good)
            for _flip in range(chance.randint(1, 3)):
                broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
            client.send_bytes(bytes(broken[: chance.randint(1, len(broken))] if chance.random() < 0.3 else broken))
            client.close()
            return []

        client.serve(answer)

    with Rogue(treat) as rogue:
        for _ in range(times(300, 2_000)):
            answer = Answer()
            with closing(open_at(rogue)) as session:
                try:
                    answer.take_all(session.execute("SELECT 1"))
                except (LapwingError, ResultBroken):  # the second: what a reader of the broken page is told
                    continue
            assert len(answer.rows or []) == 300
