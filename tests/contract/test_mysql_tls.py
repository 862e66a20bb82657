"""Certificates: what is asked of a server's, what is said when it does not stand up to that, and a client's own."""

from contextlib import closing
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes

from contract.asking import rows_of
from contract.mysql_ways import Server, in_clear, open_as, seen, target
from contract.test_cancel_contract import cancelled_once
from helpers.certificates import KEY_PASSPHRASE
from helpers.servers.mysql import MySQL
from lapwing.domain.errors import CertificateRefused, OptionInvalid, StatementCancelled
from lapwing.domain.secret_errors import KeyPassphraseNeeded
from lapwing.domain.secrets import Secret
from lapwing.drivers.registry import driver_named

REFUSED = ("wrong host", "expired", "not yet valid", "self-signed", "other authority")


def trusting(either: Server, mode: str = "") -> dict[str, str]:
    return {"sslrootcert": str(either.certificates.authority)} | ({"sslmode": mode} if mode else {})


@pytest.mark.parametrize("kind", REFUSED)
@pytest.mark.parametrize("mode", ["verify-full", "verify-ca", ""])
def test_a_certificate_that_is_not_right_is_refused_with_what_it_says(either: Server, kind: str, mode: str) -> None:
    """Without a mode, an authority that is given means the full check."""
    if isinstance(either, MySQL) and kind in {"expired", "not yet valid"}:
        pytest.skip("MySQL itself refuses to show such a certificate")
    options = trusting(either, mode)
    with either.presenting(kind):
        if kind == "wrong host" and mode == "verify-ca":
            assert seen(open_as(either, "lapwing", **options)).encryption.endswith("but not its name")
            return
        with pytest.raises(CertificateRefused) as refused:
            open_as(either, "lapwing", **options)
    shown = x509.load_pem_x509_certificate(either.certificates.servers[kind].certificate)
    facts = refused.value.facts
    assert facts["fingerprint"] == shown.fingerprint(hashes.SHA256()).hex(":").upper()
    assert facts["subject"] == shown.subject.rfc4514_string()
    assert facts["phase"] == "tls"
    assert str(facts["fingerprint"]) in str(refused.value)
    assert refused.value.next_step()


def test_encryption_alone_takes_any_certificate_and_says_so(either: Server) -> None:
    for kind in ("good", "wrong host", "self-signed"):
        with either.presenting(kind):
            found = seen(open_as(either, "lapwing", sslmode="require"))
            assert found.encryption == "TLS 1.3, certificate not verified"


def test_an_authority_that_signed_nothing_here_is_of_no_use(either: Server) -> None:
    with pytest.raises(CertificateRefused):
        open_as(either, "lapwing", sslrootcert=str(either.certificates.other_authority))
    with pytest.raises(CertificateRefused):
        open_as(either, "lapwing", sslmode="verify-full", sslrootcert="system")


def test_a_good_certificate_is_verified_with_its_name(either: Server) -> None:
    for host in ("127.0.0.1", "localhost"):
        found = seen(driver_named("mysql").open(target(either, "lapwing", trusting(either), host=host)))
        assert found.encryption == "TLS 1.3, certificate verified"


def test_the_key_of_a_client_may_be_encrypted(either: Server) -> None:
    files = either.certificates.client("certificate", encrypted=True)
    options = {"sslmode": "require", "sslcert": str(files.certificate), "sslkey": str(files.key)}
    with pytest.raises(KeyPassphraseNeeded):
        driver_named("mysql").open(target(either, "certificate", options))
    with pytest.raises(OptionInvalid) as refused:
        driver_named("mysql").open(target(either, "certificate", options, key_password=Secret("canary wrong")))
    assert "canary" not in f"{refused.value} {refused.value.facts}"
    opened = driver_named("mysql").open(target(either, "certificate", options, key_password=Secret(KEY_PASSPHRASE)))
    assert seen(opened).user == "certificate@%"


def test_files_that_are_none_are_told_before_anybody_is_asked(either: Server, tmp_path: Path) -> None:
    nonsense = tmp_path / "nonsense.pem"
    nonsense.write_text("no certificate")
    for option in ("sslrootcert", "sslcert", "sslcrl"):
        with pytest.raises(OptionInvalid):
            open_as(either, "lapwing", sslmode="verify-full", **{option: str(nonsense)})
        with pytest.raises(OptionInvalid):
            open_as(either, "lapwing", sslmode="verify-full", **{option: str(tmp_path / "none.pem")})
    with pytest.raises(OptionInvalid):
        open_as(either, "lapwing", sslmode="sometimes")


def test_a_cancel_goes_the_same_encrypted_way(either: Server) -> None:
    """With an account that is only let in with TLS: a cancel in clear text would never get in."""

    def sleeps() -> bool:
        return any(one["state"] == "User sleep" for one in either.activity("tls"))

    with closing(open_as(either, "tls", **trusting(either))) as session:
        with pytest.raises(StatementCancelled), cancelled_once(session, sleeps):
            list(session.execute("SELECT sleep(600)"))
        assert not session.is_lost


def test_rows_come_over_tls_as_they_come_without(either: Server) -> None:
    wide = "SELECT a.i, repeat('ä', a.i * 30) FROM (SELECT 1 AS i UNION ALL SELECT 70 UNION ALL SELECT 3000) AS a"
    ways = (trusting(either), in_clear(either))
    encrypted, plain = (open_as(either, "lapwing", **options) for options in ways)
    with closing(encrypted), closing(plain):
        assert rows_of(encrypted, wide) == rows_of(plain, wide)
