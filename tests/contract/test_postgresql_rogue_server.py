"""A server that is none, or a bad one: nothing is given to it, nothing hangs, and whoever asks is told."""

import random
import struct
from collections.abc import Callable

import pytest

from contract.asking import Answer, run
from contract.attempts import Attempt, attempt, failure
from helpers import rogue_postgresql as says
from helpers.certificates import Certificates
from helpers.counts import times
from helpers.rogue_postgresql import Client, Rogue
from helpers.waiting import eventually
from lapwing.domain.connections import Phase, Target
from lapwing.domain.errors import (
    ClearTextRefused,
    ConnectionLost,
    LapwingError,
    LoginRefused,
    OpeningFailed,
    OpeningTimedOut,
    ServerMisbehaved,
    StatementFailed,
    TlsFailed,
    TlsUnavailable,
)
from lapwing.domain.secrets import Secret
from lapwing.drivers.base import Session
from lapwing.drivers.opening import Opening
from lapwing.drivers.registry import driver_named

CANARY = "canary of the rogue's tests"
HTML = '<img src=x onerror="alert(1)">\x1b[31m\u202e'
GIANT = 0x7FFFFFF0


def open_at(rogue: Rogue, opening: Opening | None = None, **options: str) -> Session:
    target = Target("postgresql", "shop", "127.0.0.1", rogue.port, "me", options, password=Secret(CANARY))
    return driver_named("postgresql").open(target, opening)


def refused(treat: Callable[[Client], None], **options: str) -> LapwingError:
    """The error with which nobody gets in; the password was not given."""
    with Rogue(treat) as rogue:
        error = failure(lambda: open_at(rogue, None, **options))
    assert error is not None
    assert CANARY.encode() not in rogue.heard
    assert CANARY not in f"{error} {error.next_step()} {error.facts}"
    return error


def answering(answer: says.Answer) -> Callable[[Client], None]:
    """Lets everybody in and answers statements."""

    def treat(client: Client) -> None:
        client.begin()
        client.let_in()
        client.serve(answer)

    return treat


# encryption


@pytest.mark.parametrize("mode", ["require", "verify-ca", "verify-full"])
def test_a_server_that_offers_no_encryption_gets_nothing_where_it_is_required(
    certificates: Certificates, mode: str
) -> None:
    def treat(client: Client) -> None:
        client.begin(to_ssl=b"N")

    with Rogue(treat) as rogue:
        error = failure(lambda: open_at(rogue, sslmode=mode, sslrootcert=str(certificates.authority)))
    assert type(error) is TlsUnavailable
    assert b"shop" not in rogue.heard, "not even the names of user and database"


@pytest.mark.parametrize("answer", [b"X", b"\0", b"HTTP/1.1 400 Bad Request\r\n", b"\x15\x03\x01\0\x02\x02\x28"])
def test_an_answer_to_the_wish_for_encryption_that_is_none_is_refused(answer: bytes) -> None:
    error = refused(lambda client: client.begin(to_ssl=answer), sslmode="require")
    assert isinstance(error, TlsFailed)
    assert error.facts["phase"] == Phase.TLS


@pytest.mark.parametrize("mode", ["require", "prefer"])
def test_an_error_before_encryption_is_not_believed(mode: str) -> None:
    """Anybody on the way may have said it (CVE-2024-10977)."""
    error = refused(lambda client: client.begin(to_ssl=says.error(HTML, "28P01", "FATAL")), sslmode=mode)
    assert "alert" not in str(error)
    assert not isinstance(error, LoginRefused)


def test_what_is_slipped_in_before_tls_is_refused(certificates: Certificates) -> None:
    """CVE-2021-23222: what lies behind the S was not encrypted, and must not be read as if it had been."""
    files = certificates.servers["good"].write(certificates.authority.parent, "rogue-postgresql")

    def treat(client: Client) -> None:
        client.exactly(8)
        client.send_bytes(b"S" + says.authentication(3))
        client.encrypt(str(files.certificate), str(files.key))
        client.begin()
        client.read()

    error = refused(treat, sslmode="verify-full", sslrootcert=str(certificates.authority))
    assert isinstance(error, TlsFailed)


# ways of logging in


def test_a_password_is_never_sent_in_clear_text_over_a_line_that_others_can_read() -> None:
    def treat(client: Client) -> None:
        client.begin()
        client.send_bytes(says.authentication(3))
        client.read()

    for mode in ("disable", "prefer"):
        assert type(refused(treat, sslmode=mode)) is ClearTextRefused


@pytest.mark.parametrize("code", [2, 6, 7, 9, 99])
def test_ways_of_logging_in_that_are_unknown_are_refused(code: int) -> None:
    def treat(client: Client) -> None:
        client.begin()
        client.send_bytes(says.authentication(code))
        client.read()

    assert isinstance(refused(treat, sslmode="disable"), LoginRefused)


def test_a_server_that_does_not_know_the_password_is_not_believed_at_the_end_of_scram() -> None:
    """It cannot sign what was said."""

    def treat(client: Client) -> None:
        client.begin()
        client.send_bytes(says.authentication(10, b"SCRAM-SHA-256\0\0"))
        _, first = client.read()
        nonce = first.split(b"r=")[1]
        client.send_bytes(says.authentication(11, b"r=" + nonce + b"rogue,s=c2FsdA==,i=4096"))
        client.read()
        client.send_bytes(says.authentication(12, b"v=" + b"A" * 43 + b"="))
        client.let_in()
        client.read()

    assert isinstance(refused(treat, sslmode="disable"), LoginRefused)


# what is no server, and one that talks without end


@pytest.mark.parametrize(
    "said",
    [
        b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n" * 40,
        b"SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n" * 10,
        b"\x4a\0\0\0\x0a8.0.40\0" + bytes(60),
        b"E" + HTML.encode() + b"\0",
        b"E" + b"x" * 100_000,
        says.message(b"R", b""),
        says.message(b"R", b"", length=3),
        says.message(b"R", bytes(4), length=GIANT),
        says.message(b"E", b"SFATAL\0", length=GIANT),
        says.message(b"Z", says.READY),
        says.message(b"D", bytes(100)),
        says.authentication(0) + says.message(b"?", bytes(20)),
        says.authentication(0) + says.message(b"S", b"no end"),
        says.authentication(0) + says.message(b"K", b""),
        says.authentication(0) + says.message(b"K", bytes(8), length=GIANT),
    ],
    ids=range(15),
)
def test_what_is_no_greeting_is_told_and_gets_no_password(said: bytes) -> None:
    def treat(client: Client) -> None:
        client.begin()
        client.send_bytes(said)

    error = refused(treat, sslmode="disable")
    assert isinstance(error, OpeningFailed | ServerMisbehaved)
    assert not isinstance(error, LoginRefused), "it says nothing about the password"
    assert len(str(error)) < 2_000


def test_a_server_that_trickles_or_sends_notices_without_end_is_given_up_in_time() -> None:
    def trickles(client: Client) -> None:
        client.begin()
        client.send_bytes(b"R\0\0")
        client.read()

    def chatters(client: Client) -> None:
        client.begin()
        client.send_bytes(says.authentication(0))
        notice = says.error("x" * 900, "00000", "NOTICE", kind=b"N") * 20
        while True:
            client.send_bytes(notice)

    for treat in (trickles, chatters):
        error = refused(treat, sslmode="disable", connect_timeout="1")
        assert type(error) is OpeningTimedOut
        assert error.facts["phase"] == Phase.LOG_IN


def test_garbage_at_any_moment_of_an_opening_ends_it(chance: random.Random) -> None:
    """A real conversation, spoilt at some byte and cut off there or not."""
    good = says.authentication(0) + b"".join(says.parameter(*each) for each in says.USUAL.items())
    good += says.message(b"K", struct.pack("!II", 4711, 42)) + says.message(b"Z", says.READY)
    for _ in range(times(15, 2_000)):
        spoilt = bytearray(good)
        for _ in range(chance.randint(1, 3)):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)

        def treat(client: Client, said: bytes = bytes(spoilt)) -> None:
            client.begin()
            client.send_bytes(said)

        with Rogue(treat) as rogue:
            error = failure(lambda rogue=rogue: open_at(rogue, sslmode="disable", connect_timeout="2").close())  # type: ignore[misc]
        assert isinstance(error, LapwingError), bytes(spoilt)
        assert CANARY.encode() not in rogue.heard


# sessions


@pytest.mark.parametrize(
    "first",
    [
        says.rows([[b"me", b"shop", b"public", b"read committed", b"[nonsense"]]),
        says.rows([[b"me", b"shop", b"public", b"read committed", b"[]"]] * 2),
        says.rows([[b"me"]]),
        says.rows([]),
    ],
    ids=["path", "twice", "short", "nothing"],
)
def test_nonsense_about_where_one_is_refuses_the_session(first: bytes) -> None:
    def treat(client: Client) -> None:
        client.begin()
        client.let_in()
        client.serve(lambda _: says.rows([[b"7"]]), first=first)

    with Rogue(treat) as rogue:
        error = failure(lambda: open_at(rogue, sslmode="disable"))
    assert isinstance(error, OpeningFailed | ServerMisbehaved)
    assert error.next_step()


def test_what_a_server_calls_itself_is_kept_plain_and_short() -> None:
    def treat(client: Client) -> None:
        client.begin()
        client.let_in({**says.USUAL, "server_version": f"15.{HTML}{'9' * 20_000} (Rogue)"})
        client.serve(lambda _: says.rows([[b"7"]]))

    with Rogue(treat) as rogue:
        session = open_at(rogue, sslmode="disable")
        assert session.product.startswith("PostgreSQL 15.")
        assert session.product.isprintable()
        assert session.product.isascii()
        assert len(session.product) < 120
        session.close()


def test_an_error_is_told_in_the_servers_words_whatever_they_are() -> None:
    with Rogue(answering(lambda _: says.error(HTML + "x" * 200_000, "42<b>9"))) as rogue:
        session = open_at(rogue, sslmode="disable")
        error = failure(lambda: run(session, "SELECT 1"))
        assert isinstance(error, StatementFailed)
        assert str(error.facts["server"]).startswith(HTML)
        assert len(str(error.to_wire().facts["server"])) <= 100_000
        session.close()


@pytest.mark.parametrize(
    "said",
    [
        says.message(b"D", b"\0\7"),
        says.message(b"D", b"\0\1\0\0\0\x09xx"),
        says.message(b"D", b"\0\1", length=3),
        says.message(b"D", struct.pack("!Hi", 1, -7)),
        says.message(b"?", bytes(40)),
        says.message(b"C", b"SELECT 1\0", length=GIANT) + bytes(1_000),
        says.message(b"Z", b""),
        b"\xff" * 400,
    ],
    ids=range(8),
)
def test_an_answer_that_is_none_ends_the_statement_and_the_session(said: bytes) -> None:
    with Rogue(answering(lambda _: said)) as rogue:
        session = open_at(rogue, sslmode="disable")
        statement = attempt(session, "SELECT 1")
        eventually(lambda: statement.is_over or session.cancel())
        assert isinstance(statement.fails(), ConnectionLost | ServerMisbehaved | StatementFailed)
        assert statement.answer.ended is None
        session.close()


@pytest.mark.parametrize("ready", [b"Z\0\0\0\4I", says.message(b"Z", b"II"), b"Z\0\0\0\1I"])
def test_an_end_of_an_answer_that_is_none_loses_the_session(ready: bytes) -> None:
    def treat(client: Client) -> None:
        client.begin()
        client.let_in()
        client.serve(lambda _: says.rows([[b"7"]]), ready=ready)

    with Rogue(treat) as rogue:
        session = open_at(rogue, sslmode="disable")
        statement = attempt(session, "SELECT a FROM t")
        assert isinstance(statement.fails(), ConnectionLost | ServerMisbehaved)
        session.close()


@pytest.mark.parametrize("said", [b"", says.row([b"7"]), says.row([b"7"]) * 3_000], ids=["nothing", "a row", "rows"])
@pytest.mark.parametrize("sql", ["SELECT a FROM t", "DELETE FROM t RETURNING a"])
def test_a_statement_whose_end_is_not_told_has_not_ended_well(sql: str, said: bytes) -> None:
    """Rows without their end are not all of them, and what a change did nobody knows."""

    def treat(client: Client) -> None:
        client.begin()
        client.let_in()
        client.serve(lambda _: said)

    with Rogue(treat) as rogue:
        session = open_at(rogue, sslmode="disable")
        statement = attempt(session, sql)
        assert type(statement.fails()) is ConnectionLost
        assert statement.answer.ended is None
        assert session.is_lost
        session.close()


@pytest.mark.parametrize("form", [1, 2, -1])
def test_rows_in_a_format_that_nobody_asked_for_are_not_read(form: int) -> None:
    def treat(client: Client) -> None:
        client.begin()
        client.let_in()
        client.serve(lambda _: says.rows([[b"\0\0\0\7"]]), form=form)

    with Rogue(treat) as rogue:
        session = open_at(rogue, sslmode="disable")
        answer = Answer()
        with pytest.raises(ConnectionLost, match="format"):
            answer.take_all(session.execute("SELECT 1"))
        assert not answer.rows
        assert session.is_lost
        session.close()


def test_a_row_that_never_ends_can_be_cancelled_and_takes_no_memory_that_did_not_come() -> None:
    with Rogue(answering(lambda _: says.message(b"D", b"\0\1" + struct.pack("!I", GIANT - 6), length=GIANT))) as rogue:
        session = open_at(rogue, sslmode="disable")
        statement = attempt(session, "SELECT 1")
        eventually(lambda: session.cancel() or statement.is_over)
        assert isinstance(statement.fails(), ConnectionLost)
        session.close()


def test_a_server_that_asks_for_data_gets_none() -> None:
    """COPY ... FROM STDIN as the answer to a query: nothing of this machine is sent."""
    wish = says.message(b"G", struct.pack("!bHH", 0, 1, 0))

    def treat(client: Client) -> None:
        client.begin()
        client.let_in()
        client.serve(lambda _: wish)

    with Rogue(treat) as rogue:
        session = open_at(rogue, sslmode="disable")
        statement = Attempt(lambda answer: answer.take_all(session.execute("SELECT 1")))
        eventually(lambda: session.cancel() or statement.is_over)
        statement.fails()
        session.close()
    assert b"d\0\0" not in rogue.heard.split(b"SELECT 1")[-1], "no message of data"


def test_a_server_that_gave_no_key_loses_the_session_that_is_cancelled() -> None:
    """Nothing could reach it: the statement ends all the same."""

    def treat(client: Client) -> None:
        client.begin()
        client.let_in(with_key=False)
        client.serve(lambda _: b"")

    with Rogue(treat) as rogue:
        session = open_at(rogue, sslmode="disable")
        statement = attempt(session, "SELECT 1")
        eventually(lambda: session.cancel() or statement.is_over)
        assert isinstance(statement.fails(), ConnectionLost)
        assert session.is_lost
        session.close()


def test_notices_without_end_can_be_cancelled() -> None:
    notice = says.error("x" * 900, "00000", "NOTICE", kind=b"N") * 20
    stop: list[bool] = []

    def treat(client: Client) -> None:
        client.begin()
        if client.asked_for[-1] == says.CANCEL_REQUEST:
            stop.append(True)
            return
        client.let_in()

        def answer(_: str) -> bytes:
            while not stop:
                client.send_bytes(notice)
            return says.error("cancelled", "57014")

        client.serve(answer)

    with Rogue(treat) as rogue:
        session = open_at(rogue, sslmode="disable")
        answer = Answer()
        replies = session.execute("SELECT 1")
        for _ in range(5_000):
            answer.take(next(replies))
        session.cancel()
        with pytest.raises(LapwingError) as cancelled:
            answer.take_all(replies)
        assert cancelled.value.code == "statement.cancelled"
        session.close()
