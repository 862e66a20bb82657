"""The keyring's own window: a person answers it, says no, or takes their time."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from helpers.displays import Display, display
from helpers.secret_service import PASSWORD, Desktop, desktop
from helpers.waiting import PATIENCE_S, eventually
from lapwing.domain.errors import LapwingError
from lapwing.domain.secret_errors import KeyringLocked, KeyringSilent
from lapwing.domain.secrets import Secret
from lapwing.store.secrets.system_keyring import SystemKeyring

HUNTER = Secret("hunter2")


@pytest.fixture(scope="module")
def screen() -> Iterator[Display]:
    with display() as made:
        yield made


@pytest.fixture
def session(screen: Display, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    """With a secret in its keyring, which is locked."""
    with desktop(tmp_path, monkeypatch, screen=screen.name) as made:
        SystemKeyring().put("store/password", HUNTER)
        made.lock()
        yield made


class Asking(threading.Thread):
    """Somebody who waits for a call's answer."""

    def __init__(self, call: Callable[[], object]) -> None:
        super().__init__()
        self._call = call
        self._found: list[object] = []
        self.start()

    def run(self) -> None:
        try:
            self._found.append(self._call())
        except LapwingError as error:
            self._found.append(error)

    def answer(self) -> object:
        self.join(60)
        return self._found[0]


def is_open(screen: Display) -> bool:
    return bool(screen.windows("Keyring"))


def answered(screen: Display, *keys: str, text: str = "") -> None:
    """Press keys in the keyring's window until it is gone: at first it may not have the keyboard yet."""
    eventually(lambda: is_open(screen))

    def is_gone() -> bool:
        if text:
            screen.keys("ctrl+a")
            screen.type(text)
        screen.keys(*keys)
        return not is_open(screen)

    eventually(is_gone, every_s=0.5)


def test_a_person_unlocks_the_keyring_when_it_is_needed(session: Desktop, screen: Display) -> None:
    asking = Asking(lambda: SystemKeyring().get("store/password"))
    answered(screen, "Return", text=PASSWORD)
    assert asking.answer() == HUNTER


def test_several_who_need_it_at_once_have_the_person_asked_once(session: Desktop, screen: Display) -> None:
    keyring = SystemKeyring()
    asking = [Asking(lambda: keyring.get("store/password")) for _ in range(4)]
    answered(screen, "Return", text=PASSWORD)
    assert [each.answer() for each in asking] == [HUNTER] * 4
    assert not is_open(screen)


def test_a_person_who_says_no_is_told_that_it_stays_locked(session: Desktop, screen: Display) -> None:
    asking = Asking(lambda: SystemKeyring().get("store/password"))
    answered(screen, "Escape")
    assert isinstance(asking.answer(), KeyringLocked)


def test_who_takes_their_time_is_not_waited_for_and_may_still_answer(session: Desktop, screen: Display) -> None:
    keyring = SystemKeyring(patience_s=1)
    with pytest.raises(KeyringSilent, match="did not answer within 1 s"):
        keyring.get("store/password")
    keyring._patience_s = PATIENCE_S
    answered(screen, "Return", text=PASSWORD)
    eventually(lambda: keyring.who_answers() == "GNOME Keyring (Secret Service)")
    assert keyring.get("store/password") == HUNTER
