"""The operating system's keyring: a real GNOME Keyring, locked, absent, stopped and silent."""

import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from helpers.counts import times
from helpers.secret_service import Desktop, bus_without_keyring, desktop, no_desktop, silent_bus
from helpers.waiting import PATIENCE_S, eventually
from lapwing.domain.errors import LapwingError
from lapwing.domain.secret_errors import KeyringFailed, KeyringLocked, KeyringMissing, KeyringSilent, SecretNotText
from lapwing.domain.secrets import Secret
from lapwing.store.secrets.system_keyring import SystemKeyring

CANARY = Secret("c4nary 'ü\"\\")


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    with desktop(tmp_path, monkeypatch) as made:
        yield made


def test_a_secret_is_kept_replaced_and_removed(session: Desktop) -> None:
    keyring = SystemKeyring()
    assert keyring.get("shop/password") is None
    keyring.put("shop/password", Secret("the first"))
    keyring.put("shop/password", CANARY)
    keyring.put("shop/tls-key", Secret("another"))
    assert SystemKeyring().get("shop/password") == CANARY
    assert keyring.remove("shop/password") is True
    assert keyring.remove("shop/password") is False
    assert (keyring.get("shop/password"), keyring.get("shop/tls-key")) == (None, Secret("another"))


def test_other_programs_find_the_secret_under_lapwings_name(session: Desktop) -> None:
    SystemKeyring().put("shop/password", CANARY)
    command = [sys.executable, "-X", "utf8", "-m", "keyring", "get", "Lapwing", "shop/password"]
    found = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert found.stdout == f"{CANARY.reveal()}\n"


def test_secrets_outlive_the_session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keyring = SystemKeyring()
    with desktop(tmp_path, monkeypatch):
        keyring.put("shop/password", CANARY)
    with desktop(tmp_path, monkeypatch):
        assert keyring.get("shop/password") == CANARY


def test_any_text_is_kept_exactly(session: Desktop, chance: random.Random) -> None:
    keyring = SystemKeyring()
    letters = "abc 0'\"\\%$\n\r\t\x01é日𝄞\u202e\u0301"
    for _ in range(times(10, 300)):
        secret = Secret("".join(chance.choices(letters, k=chance.randint(1, 300))))
        keyring.put("shop/password", secret)
        assert keyring.get("shop/password") == secret


def test_half_a_character_is_refused_and_nothing_changed(session: Desktop) -> None:
    keyring = SystemKeyring()
    keyring.put("shop/password", CANARY)
    with pytest.raises(SecretNotText):
        keyring.put("shop/password", Secret("half \ud83d"))
    assert keyring.get("shop/password") == CANARY


def test_it_is_said_who_answers(session: Desktop) -> None:
    assert SystemKeyring().who_answers() == "GNOME Keyring (Secret Service)"
    session.lock()
    assert SystemKeyring().who_answers() == "GNOME Keyring (Secret Service), locked"


def test_a_locked_keyring_is_told_and_works_once_it_is_unlocked(session: Desktop) -> None:
    keyring = SystemKeyring()
    keyring.put("shop/password", CANARY)
    session.lock()
    for call in (keyring.get, keyring.remove, lambda name: keyring.put(name, CANARY)):
        with pytest.raises(KeyringLocked, match="GNOME Keyring is locked") as refused:
            call("shop/password")
        assert "encrypted file" in refused.value.next_step()
    session.unlock()
    assert keyring.get("shop/password") == CANARY


def test_a_desktop_whose_keyring_was_never_made_has_nothing_and_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Making one asks a person for its password, and nobody can be asked here."""
    with desktop(tmp_path, monkeypatch, password=None):
        keyring = SystemKeyring()
        assert keyring.who_answers() == "GNOME Keyring (Secret Service), without a keyring so far"
        assert keyring.get("shop/password") is None
        assert keyring.remove("shop/password") is False
        with pytest.raises(KeyringLocked):
            keyring.put("shop/password", CANARY)


def refusals(keyring: SystemKeyring) -> Iterator[LapwingError]:
    """What each call raises."""
    calls = (
        lambda: keyring.get("shop/password"),
        lambda: keyring.put("shop/password", CANARY),
        lambda: keyring.remove("shop/password"),
        keyring.who_answers,
    )
    for call in calls:
        with pytest.raises(LapwingError) as refused:
            call()
        yield refused.value


def test_without_a_message_bus_there_is_no_keyring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    no_desktop(monkeypatch, tmp_path)
    for refusal in refusals(SystemKeyring()):
        assert isinstance(refusal, KeyringMissing)
        assert "DBUS_SESSION_BUS_ADDRESS is unset" in str(refusal)
        assert "encrypted file" in refusal.next_step()


def test_a_bus_that_is_gone_has_no_keyring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    no_desktop(monkeypatch, tmp_path)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'nothing'}")
    assert {type(refusal) for refusal in refusals(SystemKeyring())} == {KeyringMissing}


def test_a_bus_without_a_keyring_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with bus_without_keyring(monkeypatch, tmp_path):
        for refusal in refusals(SystemKeyring()):
            assert isinstance(refusal, KeyringMissing)
            assert "neither running nor activatable" in str(refusal)


def test_a_keyring_that_appears_later_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    no_desktop(monkeypatch, tmp_path)
    keyring = SystemKeyring()
    with pytest.raises(KeyringMissing):
        keyring.get("shop/password")
    with desktop(tmp_path, monkeypatch):
        keyring.put("shop/password", CANARY)
        assert keyring.get("shop/password") == CANARY


def test_a_bus_that_never_answers_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with silent_bus(monkeypatch, tmp_path):
        for refusal in refusals(SystemKeyring()):
            assert isinstance(refusal, KeyringMissing)
            assert "message bus of this session does not answer" in str(refusal)


@contextmanager
def stopped(process: int) -> Iterator[None]:
    """It does nothing meanwhile."""
    os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(process, signal.SIGCONT)


def test_a_keyring_that_hangs_is_given_up_and_works_again_when_it_goes_on(session: Desktop) -> None:
    SystemKeyring().put("shop/password", CANARY)
    keyring = SystemKeyring(patience_s=1)
    with stopped(session.daemon()), pytest.raises(KeyringSilent, match="did not answer within 1 s"):
        keyring.get("shop/password")
    keyring._patience_s = PATIENCE_S  # it goes on as fast as the machine lets it
    assert keyring.get("shop/password") == CANARY


def test_however_often_a_hanging_keyring_is_asked_few_threads_are_left_behind(session: Desktop) -> None:
    before = threading.active_count()
    keyring = SystemKeyring(patience_s=0.2)
    with stopped(session.daemon()):
        for _ in range(3):
            assert {type(refusal) for refusal in refusals(keyring)} == {KeyringSilent}
        assert threading.active_count() <= before + 4
    eventually(lambda: threading.active_count() <= before)


def test_nobody_waits_for_a_keyring_that_is_closed(session: Desktop) -> None:
    keyring = SystemKeyring()
    refused: list[LapwingError] = []
    with stopped(session.daemon()):
        waiting = threading.Thread(target=lambda: refused.extend(refusals(keyring)))
        waiting.start()
        eventually(lambda: any(thread.name == "patient call" for thread in threading.enumerate()))
        keyring.close()
        waiting.join(30)
        assert [type(refusal) for refusal in refused] == [KeyringSilent] * 4
    eventually(lambda: not any(thread.name == "patient call" for thread in threading.enumerate()))


def test_a_keyring_killed_meanwhile_is_an_error_without_the_secret(session: Desktop, chance: random.Random) -> None:
    """Either it is started again by the bus, locked, or it refuses; nothing else happens."""
    keyring = SystemKeyring(patience_s=20)
    keyring.put("shop/password", Secret("first"))
    told = []
    for _ in range(times(3, 50)):
        killing = threading.Timer(chance.random() * 0.05, os.kill, (session.daemon(), signal.SIGKILL))
        killing.start()
        try:
            for _ in range(5):
                keyring.put("shop/password", CANARY)
        except (KeyringFailed, KeyringLocked, KeyringMissing, KeyringSilent) as refused:
            told.append(f"{refused} {refused!r} {refused.facts}")
        killing.join()
        eventually(session.is_up)
        session.unlock()
    assert CANARY.reveal() not in "".join(told)


# backends that are not used

PLAIN_TEXT = """
from keyring.backend import KeyringBackend

class PlaintextKeyring(KeyringBackend):
    priority = 9
    def get_password(self, service, username): raise SystemExit("asked")
    def set_password(self, service, username, password): raise SystemExit("asked")
"""


@pytest.fixture
def plain_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A backend that is installed, preferred, and writes plain text."""
    folder = tmp_path / "site/keyrings/alt"
    folder.mkdir(parents=True)
    (folder / "file.py").write_text(PLAIN_TEXT)
    monkeypatch.syspath_prepend(tmp_path / "site")
    return "keyrings.alt.file.PlaintextKeyring"


@pytest.mark.parametrize("name", ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring", "plain text"])
@pytest.mark.parametrize("how", ["variable", "file"])
def test_a_backend_that_encrypts_nothing_is_refused_by_name(
    session: Desktop, plain_text: str, monkeypatch: pytest.MonkeyPatch, name: str, how: str
) -> None:
    name = plain_text if name == "plain text" else name
    if how == "variable":
        monkeypatch.setenv("PYTHON_KEYRING_BACKEND", name)
    else:
        settings = session.folder / "config/python_keyring/keyringrc.cfg"
        settings.parent.mkdir(parents=True)
        settings.write_text(f"[backend]\ndefault-keyring={name}\n")
    for refusal in refusals(SystemKeyring()):
        assert isinstance(refusal, KeyringMissing)
        assert name in str(refusal)


def test_a_preferred_plain_text_backend_is_passed_over(session: Desktop, plain_text: str) -> None:
    __import__(plain_text.rpartition(".")[0])
    keyring = SystemKeyring()
    keyring.put("shop/password", CANARY)
    assert keyring.get("shop/password") == CANARY


@pytest.mark.parametrize("name", ["", "nonsense", "no.such.Keyring", "os.nothing"])
def test_a_setting_that_names_nothing_is_told(session: Desktop, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", name)
    for refusal in refusals(SystemKeyring()):
        assert isinstance(refusal, KeyringMissing)
        assert "cannot be loaded" in str(refusal)


@pytest.mark.parametrize("name", ["keyring.backends.chainer.ChainerBackend", "keyring.backends.SecretService.Keyring"])
def test_a_setting_that_names_the_systems_own_keyring_is_followed(
    session: Desktop, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", name)
    SystemKeyring().put("shop/password", CANARY)
    assert SystemKeyring().get("shop/password") == CANARY
