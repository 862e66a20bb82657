"""Encryption to PostgreSQL: what is verified, what is refused with which facts, and clients that show certificates."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from contract.asking import run, scalar
from contract.postgresql_sessions import opened, target_of
from contract.test_cancel_contract import cancelled_once
from helpers.certificates import KEY_PASSPHRASE
from helpers.servers.postgresql import PostgreSQL
from helpers.servers.postgresql_setup import OWNER
from lapwing.domain.connections import Phase, Target
from lapwing.domain.errors import CertificateRefused, LapwingError, LoginRefused, StatementCancelled, TlsUnavailable
from lapwing.domain.secret_errors import KeyPassphraseNeeded
from lapwing.domain.secrets import Secret
from lapwing.drivers.opening import Opening


@pytest.fixture(autouse=True)
def _nothing_of_this_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("PG")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))


def refusal(target: Target, opening: Opening | None = None) -> LapwingError:
    with pytest.raises(LapwingError) as refused, opened(target, opening):
        pass
    return refused.value


def verifying(server: PostgreSQL, mode: str = "", host: str = "127.0.0.1") -> Target:
    """With the right authority; without a mode it is verified fully."""
    target = target_of(server, sslrootcert=str(server.certificates.authority))
    return replace(target, host=host, options={**target.options, **({"sslmode": mode} if mode else {})})


def sleeps(server: PostgreSQL, user: str) -> bool:
    return any(one["state"] == "active" and "pg_sleep" in one["query"] for one in server.activity(user))


def encryption(target: Target) -> str:
    with opened(target) as session:
        told = session.surroundings().encryption
        assert bool(told) == (scalar(session, "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()") == "t")
        return told


def test_a_connection_says_how_it_is_encrypted(postgresql: PostgreSQL) -> None:
    assert encryption(verifying(postgresql)) == "TLS 1.3, certificate verified"
    assert encryption(verifying(postgresql, "verify-full")) == "TLS 1.3, certificate verified"
    assert encryption(verifying(postgresql, "verify-ca")) == "TLS 1.3, certificate verified, but not its name"
    assert encryption(target_of(postgresql, sslmode="require")) == "TLS 1.3, certificate not verified"
    assert encryption(target_of(postgresql)) == "TLS 1.3, certificate not verified"
    assert encryption(target_of(postgresql, sslmode="disable")) == ""
    assert encryption(target_of(postgresql, socket=True)) == ""
    options = {"sslmode": "require", "ssl_max_protocol_version": "TLSv1.2"}
    assert encryption(replace(target_of(postgresql), options=options)) == "TLS 1.2, certificate not verified"


@pytest.mark.parametrize("mode", ["", "verify-full", "verify-ca"])
@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("self-signed", "self-signed certificate"),
        ("expired", "expired"),
        ("not yet valid", "not yet valid"),
        ("other authority", "unable to get local issuer certificate"),
        ("wrong host", ""),
    ],
)
def test_a_certificate_that_does_not_stand_up_is_refused_with_its_facts(
    postgresql: PostgreSQL, kind: str, says: str, mode: str
) -> None:
    with postgresql.presenting(kind):
        if kind == "wrong host" and mode == "verify-ca":
            assert encryption(verifying(postgresql, mode))
            return
        error = refusal(verifying(postgresql, mode))
    assert isinstance(error, CertificateRefused)
    assert error.facts["phase"] == "tls"
    assert says in str(error)
    identity = postgresql.certificates.servers[kind].certificate
    assert error.facts["fingerprint"] == fingerprint(identity)
    for fact in ("subject", "issuer", "names", "valid_from", "valid_until"):
        assert error.facts[fact], fact
        assert str(error.facts[fact]) in str(error)
    assert "fingerprint" in error.next_step()


def fingerprint(pem: bytes) -> str:
    from cryptography import x509
    from cryptography.hazmat.primitives.hashes import SHA256

    return x509.load_pem_x509_certificate(pem).fingerprint(SHA256()).hex(":").upper()


def test_the_name_in_the_certificate_is_the_one_that_was_asked_for(postgresql: PostgreSQL) -> None:
    assert encryption(verifying(postgresql, host="localhost"))
    with postgresql.presenting("wrong host"):
        target = verifying(postgresql, host="elsewhere.invalid")
        assert encryption(replace(target, options={**target.options, "hostaddr": "127.0.0.1"}))


def test_without_a_check_any_certificate_will_do(postgresql: PostgreSQL) -> None:
    for kind in ("self-signed", "expired", "wrong host"):
        with postgresql.presenting(kind):
            assert encryption(target_of(postgresql, sslmode="require"))


def test_encryption_that_was_asked_for_is_never_left_out(postgresql: PostgreSQL) -> None:
    with postgresql.settings(ssl="off"):
        for target in (
            target_of(postgresql, sslmode="require"),
            verifying(postgresql),
            verifying(postgresql, "verify-ca"),
        ):
            error = refusal(target)
            assert isinstance(error, TlsUnavailable)
            assert error.facts["phase"] == "tls"
        with opened(target_of(postgresql)) as session:  # prefer: it is said
            assert session.surroundings().encryption == ""
            assert any("no encryption" in note for note in session.notes)


def test_what_only_goes_without_encryption_is_said_where_it_is_only_preferred(postgresql: PostgreSQL) -> None:
    with opened(target_of(postgresql, "plain")) as session:
        assert session.surroundings().encryption == ""
        assert any("no encryption" in note for note in session.notes)
    assert isinstance(refusal(target_of(postgresql, "plain", sslmode="require")), LoginRefused)


def test_a_wrong_password_is_not_tried_again_without_encryption(postgresql: PostgreSQL) -> None:
    said_before = len(postgresql.log())
    refusal(target_of(postgresql, password="wrong"))
    assert postgresql.log()[said_before:].count("password authentication failed") == 1


def test_direct_negotiation_is_refused_by_servers_that_do_not_know_it(postgresql: PostgreSQL) -> None:
    if postgresql.version_number >= 170_000:
        pytest.skip("this server knows it")
    error = refusal(target_of(postgresql, sslmode="require", sslnegotiation="direct"))
    assert error.facts["phase"] in {"tls", "connect"}


def test_a_cancel_is_encrypted_as_the_session_is(postgresql: PostgreSQL) -> None:
    """The log tells of each connection that was received; the tests' server would take one in clear text too."""
    with opened(verifying(postgresql)) as session:
        with pytest.raises(StatementCancelled), cancelled_once(session, lambda: sleeps(postgresql, OWNER)):
            run(session, "SELECT pg_sleep(60)")
        assert scalar(session, "SELECT 7") == "7"


# certificates of clients


def showing(server: PostgreSQL, user: str, files_of: str, *, encrypted: bool = False) -> Target:
    files = server.certificates.client(files_of, encrypted=encrypted)
    options = {"sslcert": str(files.certificate), "sslkey": str(files.key), "sslmode": "require"}
    return replace(target_of(server, user), options=options)


def test_a_client_certificate_logs_in_alone_or_with_a_password(postgresql: PostgreSQL) -> None:
    for user in ("certificate", "both"):
        with opened(showing(postgresql, user, user)) as session:
            assert scalar(session, "SELECT current_user::text") == user


def test_somebody_elses_certificate_does_not_log_in(postgresql: PostgreSQL) -> None:
    for user in ("certificate", "both"):
        error = refusal(showing(postgresql, user, "somebody"))
        assert isinstance(error, LoginRefused)
        assert error.next_step()


def test_no_certificate_where_one_is_wanted_is_said(postgresql: PostgreSQL) -> None:
    error = refusal(target_of(postgresql, "certificate", sslmode="require"))
    assert isinstance(error, LoginRefused)
    assert "certificate" in str(error)


def test_the_passphrase_of_a_key_is_asked_for_and_used(postgresql: PostgreSQL) -> None:
    target = showing(postgresql, "certificate", "certificate", encrypted=True)
    error = refusal(target)
    assert isinstance(error, KeyPassphraseNeeded)
    assert error.facts["purpose"] == "tls-key"
    with opened(replace(target, key_password=Secret(KEY_PASSPHRASE))) as session:
        assert scalar(session, "SELECT current_user::text") == "certificate"
    wrong = refusal(replace(target, key_password=Secret("canary-wrong")))
    assert "canary" not in f"{wrong}{wrong.facts}"
    assert wrong.facts["phase"] == "tls"


def test_the_cancel_of_a_session_with_a_certificate_has_it_too(postgresql: PostgreSQL) -> None:
    target = showing(postgresql, "certificate", "certificate", encrypted=True)
    with (
        opened(replace(target, key_password=Secret(KEY_PASSPHRASE))) as session,
        pytest.raises(StatementCancelled),
        cancelled_once(session, lambda: sleeps(postgresql, "certificate")),
    ):
        run(session, "SELECT pg_sleep(60)")


def test_a_key_that_others_can_read_is_refused_in_libpqs_words(postgresql: PostgreSQL, tmp_path: Path) -> None:
    files = postgresql.certificates.client("certificate")
    key = tmp_path / "open.key"
    key.write_bytes(files.key.read_bytes())
    key.chmod(0o644)
    options = {"sslcert": str(files.certificate), "sslkey": str(key), "sslmode": "require"}
    error = refusal(replace(target_of(postgresql, "certificate"), options=options))
    assert "has group or world access" in str(error)


def test_certificates_in_the_usual_place_are_used(postgresql: PostgreSQL, tmp_path: Path) -> None:
    folder = tmp_path / ".postgresql"
    folder.mkdir()
    files = postgresql.certificates.client("certificate")
    (folder / "postgresql.crt").write_bytes(files.certificate.read_bytes())
    (folder / "postgresql.key").write_bytes(files.key.read_bytes())
    (folder / "postgresql.key").chmod(0o600)
    (folder / "root.crt").write_bytes(postgresql.certificates.authority.read_bytes())
    with opened(target_of(postgresql, "certificate", sslmode="verify-full")) as session:
        assert scalar(session, "SELECT current_user::text") == "certificate"
    with postgresql.presenting("other authority"):
        assert isinstance(refusal(target_of(postgresql, sslmode="verify-full")), CertificateRefused)


def test_the_systems_authorities_are_known_and_did_not_sign_the_tests_certificate(postgresql: PostgreSQL) -> None:
    for options in ({"sslrootcert": "system"}, {"sslmode": "verify-full"}):
        error = refusal(replace(target_of(postgresql), options=options))
        assert isinstance(error, CertificateRefused)
        assert error.facts["fingerprint"]


def test_looking_at_a_certificate_ends_with_the_opening(postgresql: PostgreSQL) -> None:
    opening = Opening("the shop", timeout_s=30, told=lambda phase: opening.cancel() if phase is Phase.TLS else None)
    with postgresql.presenting("expired"):
        assert refusal(verifying(postgresql), opening).code == "connection.cancelled"
